//! DEVIATIONS of `c-tests/compare/ciphers`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
