//! In place of the check of the peer's certificate where the option `certificates` is off: nobody shows one.

use super::drive::{Call, Code};
use super::names::*;
use crate::tls::connection::{Connection, Reader};
use crate::tls::want::Answer;

/// Never asked.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn verify_peer(_: &Call, _: *mut Connection) -> Result<Answer, Code> {
    Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR))
}

/// Never asked.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn verify_client_later(_: &Call, _: *mut Reader) -> Result<Answer, Code> {
    Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR))
}
