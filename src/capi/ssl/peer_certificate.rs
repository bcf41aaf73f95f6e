//! The peer's certificate, which stays with the session.

use super::names::*;
use crate::capi::x509_crt::mbedtls_x509_crt;

/// What programs see of it.
pub(super) fn of(session: &mbedtls_ssl_session) -> *const mbedtls_x509_crt {
    session.peer_cert
}
