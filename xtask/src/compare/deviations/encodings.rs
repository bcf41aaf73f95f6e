//! DEVIATIONS of `c-tests/compare/encodings`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
