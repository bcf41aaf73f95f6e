//! Groups that Mbed TLS 3.6 does not know, and which group a connection uses.

use std::sync::atomic::Ordering;

use crate::capi::guard::guard;
use crate::capi::ssl::inner::peek;
use crate::capi::ssl::types::mbedtls_ssl_context;

/// NamedGroup `SecP256r1MLKEM768`, secp256r1 and ML-KEM-768, for the list of `mbedtls_ssl_conf_groups`.
pub const FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768: u16 = 0x11EB;
/// NamedGroup `X25519MLKEM768`, x25519 and ML-KEM-768, for the list of `mbedtls_ssl_conf_groups`. The first of the default
/// list.
pub const FERROTLS_IANA_TLS_GROUP_X25519MLKEM768: u16 = 0x11EC;
/// NamedGroup `SecP384r1MLKEM1024`, secp384r1 and ML-KEM-1024, for the list of `mbedtls_ssl_conf_groups`.
pub const FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024: u16 = 0x11ED;

/// The group of the connection's key exchange, known from the ServerHello on.
///
/// \param ssl  The context.
/// \return     One of `MBEDTLS_SSL_IANA_TLS_GROUP_*` or `FERROTLS_IANA_TLS_GROUP_*`; 0 if none is settled yet, or if the
///             connection rests on a pre-shared key or, in TLS 1.2, on a resumed session alone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_get_group(ssl: *const mbedtls_ssl_context) -> u16 {
    guard(0, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl) }.map_or(0, |inner| inner.group.load(Ordering::Relaxed))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::wire::codes::NamedGroup;

    #[test]
    fn numbers_are_those_of_the_registry() {
        let number = |group: NamedGroup| group.0;
        assert_eq!(
            FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768,
            number(NamedGroup::SECP256R1_MLKEM768)
        );
        assert_eq!(
            FERROTLS_IANA_TLS_GROUP_X25519MLKEM768,
            number(NamedGroup::X25519_MLKEM768)
        );
        assert_eq!(
            FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024,
            number(NamedGroup::SECP384R1_MLKEM1024)
        );
    }
}
