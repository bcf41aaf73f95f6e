//! What key a connection rests on.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use crate::capi::guard::guard;
use crate::capi::ssl::inner::peek;
use crate::capi::ssl::types::mbedtls_ssl_context;
use crate::tls::session::PskKind;

/// The connection rests on no pre-shared key (or it is not settled yet).
pub const FERROTLS_PSK_NONE: c_int = 0;
/// It rests on a key that the application configured.
pub const FERROTLS_PSK_EXTERNAL: c_int = 1;
/// An earlier connection is resumed, by a ticket or, in TLS 1.2, by the identifier of its session.
pub const FERROTLS_PSK_RESUMPTION: c_int = 2;

/// Which pre-shared key the connection rests on, known from the ServerHello on: whether it was resumed, for one.
///
/// \param ssl  The context.
/// \return     `FERROTLS_PSK_NONE`, `FERROTLS_PSK_EXTERNAL` or `FERROTLS_PSK_RESUMPTION`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_get_psk(ssl: *const mbedtls_ssl_context) -> c_int {
    guard(FERROTLS_PSK_NONE, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl) }.map_or(FERROTLS_PSK_NONE, |inner| {
            c_int::from(inner.psk.load(Ordering::Relaxed))
        })
    })
}

/// The number that C knows a kind by.
pub(crate) fn number(kind: Option<PskKind>) -> u8 {
    match kind {
        None => 0,
        Some(PskKind::External) => 1,
        Some(PskKind::Resumption) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_header() {
        assert_eq!(c_int::from(number(None)), FERROTLS_PSK_NONE);
        assert_eq!(c_int::from(number(Some(PskKind::External))), FERROTLS_PSK_EXTERNAL);
        assert_eq!(c_int::from(number(Some(PskKind::Resumption))), FERROTLS_PSK_RESUMPTION);
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { ferrotls_get_psk(std::ptr::null()) }, FERROTLS_PSK_NONE);
    }
}
