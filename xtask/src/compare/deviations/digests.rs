//! DEVIATIONS of `c-tests/compare/digests`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
