//! DEVIATIONS of `c-tests/compare/psa`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
