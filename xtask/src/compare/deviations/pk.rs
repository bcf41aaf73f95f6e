//! DEVIATIONS of `c-tests/compare/pk`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
