//! Raw public keys in place of certificates (RFC 7250), and which certificate is preferred.

use core::ffi::{c_int, c_uchar, c_void};

use super::staples::shown;
use crate::capi::guard::guard;
use crate::capi::pk::{self, mbedtls_pk_context};
use crate::capi::ptr::bytes;
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::{KeyCert, config_mut};
use crate::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::pki::der::Reader;
use crate::pki::spki::PublicKeyInfo;
use crate::tls::wire::codes::CertificateType;

/// A chain of X.509 certificates, for `ferrotls_conf_certificate_types`.
pub const FERROTLS_CERTIFICATE_TYPE_X509: u8 = 0;
/// A raw public key, for `ferrotls_conf_certificate_types`.
pub const FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY: u8 = 2;

/// Sets what either side may present: certificates, raw public keys, or both. By default certificates alone, and nothing is
/// negotiated. Where there is a choice the server's order counts.
///
/// Raw public keys that we present are those of `ferrotls_conf_own_raw_key`, then those of the certificates of
/// `mbedtls_ssl_conf_own_cert`. A client that lists them must have one. A server refuses a client that has no type in common
/// with it; one that names none has certificates alone.
///
/// On a connection that was resumed nobody is asked about a key again: it was judged in the session's own handshake.
///
/// \param conf      The configuration.
/// \param own       What we can present, most preferred first: `FERROTLS_CERTIFICATE_TYPE_*`, copied. NULL: certificates.
/// \param own_len   How many.
/// \param peer      What the peer may present, likewise.
/// \param peer_len  How many.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or a type that is not known or stands there twice.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_certificate_types(
    conf: *mut mbedtls_ssl_config,
    own: *const c_uchar,
    own_len: usize,
    peer: *const c_uchar,
    peer_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised; the lists are NULL or as long as they say.
        let (own, peer) = unsafe { (types(own, own_len), types(peer, peer_len)) };
        // SAFETY: as above, and nobody else uses it.
        match (unsafe { config_mut(conf) }, own, peer) {
            (Some(inner), Some(own), Some(peer)) => {
                inner.certificates.own_types = own;
                inner.certificates.peer_types = peer;
                0
            }
            _ => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}

/// A list of types, if it is one.
///
/// # Safety
/// If `list` is not NULL, `len` bytes are there.
unsafe fn types(list: *const c_uchar, len: usize) -> Option<Vec<CertificateType>> {
    const KNOWN: [u8; 2] = [FERROTLS_CERTIFICATE_TYPE_X509, FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY];
    if len > KNOWN.len() {
        return None;
    }
    // SAFETY: as stated.
    let list = unsafe { bytes(list, len) }?;
    let unique = list.iter().enumerate().all(|(at, one)| !list[..at].contains(one));
    let known = list.iter().all(|one| KNOWN.contains(one));
    (unique && known).then(|| list.iter().copied().map(CertificateType).collect())
}

/// Adds a key that is presented without a certificate, where raw public keys are agreed on
/// (`ferrotls_conf_certificate_types`).
///
/// \param conf  The configuration.
/// \param key   The key pair; with `mbedtls_ssl_conf_async_private_cb` the public key is enough, and the callback is given
///              NULL for the certificate. Kept by pointer: it must live as long as the configuration. NULL: forget all.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL or `key` is empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_own_raw_key(
    conf: *mut mbedtls_ssl_config,
    key: *mut mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        let Some(inner) = (unsafe { config_mut(conf) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if key.is_null() {
            inner.certificates.raw_keys = Vec::new();
            return 0;
        }
        // SAFETY: `key` is initialised.
        if unsafe { pk::public_key(key) }.is_none() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let cert = core::ptr::null_mut();
        inner.certificates.raw_keys.push(KeyCert { cert, key });
        0
    })
}

/// Adds a raw public key of a peer to those that are trusted.
///
/// \param conf  The configuration.
/// \param spki  The SubjectPublicKeyInfo in DER, copied; see `mbedtls_pk_write_pubkey_der`. NULL: forget all.
/// \param len   Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL or this is no key of a kind that is known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_trusted_raw_key(
    conf: *mut mbedtls_ssl_config,
    spki: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        let Some(inner) = (unsafe { config_mut(conf) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if spki.is_null() {
            inner.certificates.trusted_keys = Vec::new();
            return 0;
        }
        // SAFETY: `len` bytes are there.
        let Some(der) = (unsafe { bytes(spki, len) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        let mut reader = Reader::new(der);
        if PublicKeyInfo::read(&mut reader).is_err() || reader.finish().is_err() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        inner.certificates.trusted_keys.push(der.to_vec());
        0
    })
}

/// Sets who has the last word on raw public keys of peers. Without a callback, a key that is not trusted
/// (`ferrotls_conf_trusted_raw_key`) is refused, unless the authentication mode is `MBEDTLS_SSL_VERIFY_OPTIONAL` or
/// `MBEDTLS_SSL_VERIFY_NONE`. A raw public key has no name: which key belongs to the host that was connected to is for the
/// callback, or the list, to say. With `MBEDTLS_SSL_VERIFY_NONE` nobody is asked.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_key  Called with the key (a SubjectPublicKeyInfo in DER, there until it returns) and with flags
///               (`MBEDTLS_X509_BADCERT_NOT_TRUSTED`; `MBEDTLS_X509_BADCERT_BAD_PK` or `MBEDTLS_X509_BADCERT_BAD_KEY` for
///               a key that the profile does not allow), which it may change. What it leaves is what
///               `mbedtls_ssl_get_verify_result` tells. A nonzero return ends the handshake with that code. NULL: nobody.
/// \param p_key  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_raw_key_cb(
    conf: *mut mbedtls_ssl_config,
    f_key: Option<
        unsafe extern "C" fn(
            p_key: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            spki: *const c_uchar,
            spki_len: usize,
            flags: *mut u32,
        ) -> c_int,
    >,
    p_key: *mut c_void,
) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.certificates.raw_key_callback = (f_key, p_key);
        }
    });
}

/// The raw public key that the peer has shown in place of a certificate in the last handshake, or in that which a resumed session
/// comes from. `mbedtls_ssl_get_peer_cert` returns NULL then.
///
/// \param ssl   The context.
/// \param spki  Set to the SubjectPublicKeyInfo in DER (see `mbedtls_pk_parse_public_key`), which stays until the context is
///              freed or reset, or another handshake asks for the peer's certificate or is over; NULL if the peer has shown none.
/// \param len   Set to its length in bytes, 0 if there is none.
///
/// \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_get_peer_raw_key(
    ssl: *const mbedtls_ssl_context,
    spki: *mut *const c_uchar,
    len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe {
            shown(ssl, spki, len, |peer| {
                Some(&*peer.raw_key).filter(|key| !key.is_empty())
            })
        }
    })
}

/// Client: names in the ClientHello the authorities that it trusts (`certificate_authorities`, RFC 8446 section 4.2.4), so
/// that a server with several certificates can choose. A server of this library prefers, among the certificates that serve,
/// a chain that one of the client's authorities has issued; a client does the same with the names in a CertificateRequest.
///
/// \param conf  The configuration; NULL is ignored.
/// \param list  The certificates whose subjects are sent. Kept by pointer: it must live as long as the configuration.
///              NULL, as by default: none are sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_certificate_authorities(
    conf: *mut mbedtls_ssl_config,
    list: *const mbedtls_x509_crt,
) {
    guard((), || {
        // SAFETY: as above.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.certificates.authorities = list;
        }
    });
}
