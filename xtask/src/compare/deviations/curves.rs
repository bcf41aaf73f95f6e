//! DEVIATIONS of `c-tests/compare/curves`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
