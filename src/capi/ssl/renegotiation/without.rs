//! In place of renegotiation where the option `tls12` is off: nothing begins one.

use super::drive::{Call, Code};
use super::names::*;
use crate::tls::connection::Connection;
#[cfg(feature = "certificates")]
use crate::tls::want::Answer;

/// No peer asks for a handshake.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn begin_in_read(_: &Call, _: *mut Connection) -> Result<(), Code> {
    Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR))
}

/// Nothing counts records.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn by_period(_: &Call) -> Result<(), Code> {
    Ok(())
}

/// There is no peer before this one.
///
/// # Safety
/// None is needed.
#[cfg(feature = "certificates")]
pub(super) unsafe fn check_same_peer(_: &Call, _: *mut Connection) -> Option<Answer> {
    None
}
