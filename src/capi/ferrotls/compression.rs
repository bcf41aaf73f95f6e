//! Compressed certificates (RFC 8879).

use core::ffi::c_int;

use crate::capi::guard::guard;
use crate::capi::ssl::entries;
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::config_mut;
use crate::capi::ssl::types::mbedtls_ssl_config;
use crate::tls::wire::codes::CertificateCompressionAlgorithm;

/// zlib, for `ferrotls_conf_certificate_compression`.
pub const FERROTLS_CERTIFICATE_COMPRESSION_ZLIB: u16 = 1;
/// Brotli, for `ferrotls_conf_certificate_compression`.
pub const FERROTLS_CERTIFICATE_COMPRESSION_BROTLI: u16 = 2;

/// Sets how certificates may be compressed, ours and the peer's. By default not at all: nothing is offered. Ours are
/// compressed where the peer can decompress them and they get shorter, by the first algorithm of the list that it can; what
/// was compressed is kept for the next connection of the configuration. A peer's may not be longer than one that comes as
/// it is.
///
/// \param conf        The configuration.
/// \param algorithms  `FERROTLS_CERTIFICATE_COMPRESSION_*`, most preferred first, ended by 0, copied. NULL or an empty list:
///                    no compression.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or an algorithm that is not known or stands there twice.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_certificate_compression(
    conf: *mut mbedtls_ssl_config,
    algorithms: *const u16,
) -> c_int {
    const KNOWN: [u16; 2] = [
        FERROTLS_CERTIFICATE_COMPRESSION_ZLIB,
        FERROTLS_CERTIFICATE_COMPRESSION_BROTLI,
    ];
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it; the list is NULL or ends with 0.
        let (inner, list) = unsafe { (config_mut(conf), entries(algorithms)) };
        let unique = list.iter().enumerate().all(|(at, one)| !list[..at].contains(one));
        match inner {
            Some(inner) if unique && list.iter().all(|one| KNOWN.contains(one)) => {
                let list = list.into_iter().map(CertificateCompressionAlgorithm);
                inner.certificates.compression = list.collect();
                0
            }
            _ => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}
