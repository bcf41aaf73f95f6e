//! DEVIATIONS of `c-tests/compare/numbers`: bignum, RSA, DHM.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
