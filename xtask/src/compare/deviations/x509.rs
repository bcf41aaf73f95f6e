//! DEVIATIONS of `c-tests/compare/x509`.

use super::Deviation;

/// Each with its reason.
pub(super) const ALL: &[Deviation] = &[];
