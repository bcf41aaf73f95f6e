//! What is stapled to certificates: OCSP responses (RFC 6066, RFC 8446 section 4.4.2.1) and signed certificate timestamps
//! (RFC 6962). They are handed over and not judged: what they say is for the application to find out.

use core::ffi::{c_int, c_uchar};
use std::sync::{Arc, PoisonError};

use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, store};
use crate::capi::ssl::certificates::{PeerShown, StapleKind};
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::{config_mut, config_ref, hold, peek};
use crate::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use crate::capi::x509_crt::{self, mbedtls_x509_crt};
use crate::pki::Certificate;
use crate::tls::config::Attached;
use crate::tls::wire::extensions::signed_certificate_timestamp;

/// The longest OCSP response, or list of timestamps, that can be set, in bytes.
pub const FERROTLS_MAX_STAPLE_LEN: usize = 32000;

/// Asks peers for OCSP responses with their certificates: a client asks the server, a server asks a client that it asks for
/// a certificate. Off by default. See `ferrotls_get_ocsp_response`.
///
/// \param conf  The configuration; NULL is ignored.
/// \param on    Not 0: ask.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_request_ocsp(conf: *mut mbedtls_ssl_config, on: c_int) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.certificates.request_ocsp = on != 0;
        }
    });
}

/// Asks peers for signed certificate timestamps with their certificates, likewise. Off by default. See `ferrotls_get_scts`.
///
/// \param conf  The configuration; NULL is ignored.
/// \param on    Not 0: ask.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_request_scts(conf: *mut mbedtls_ssl_config, on: c_int) {
    guard((), || {
        // SAFETY: as above.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.certificates.request_scts = on != 0;
        }
    });
}

/// Sets the OCSP response that goes with a certificate to peers that ask for one. It is not looked into. It belongs to the
/// certificate, whichever chain that stands in and whichever place it has there, so that a chain may have a response for each
/// of its certificates.
///
/// May be called again with a newer response while other threads make connections, if `mbedtls_ssl_config_defaults` or
/// another setter was called before.
///
/// \param conf      The configuration.
/// \param crt       The certificate; the first, if it is a chain.
/// \param response  The OCSPResponse in DER, copied. NULL: none any more.
/// \param len       Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, an empty certificate or a response that is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_ocsp_response(
    conf: *mut mbedtls_ssl_config,
    crt: *const mbedtls_x509_crt,
    response: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { for_configuration(conf, StapleKind::Ocsp, parse(StapleKind::Ocsp, crt, response, len)) }
    })
}

/// Sets the signed certificate timestamps that go with a certificate to peers that ask for them. As
/// `ferrotls_conf_ocsp_response`.
///
/// \param conf  The configuration.
/// \param crt   The certificate; the first, if it is a chain.
/// \param list  A SignedCertificateTimestampList (RFC 6962 section 3.3) with the two bytes of its length in front, copied.
///              NULL: none any more.
/// \param len   Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, an empty certificate, what is no such list, or too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_scts(
    conf: *mut mbedtls_ssl_config,
    crt: *const mbedtls_x509_crt,
    list: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { for_configuration(conf, StapleKind::Scts, parse(StapleKind::Scts, crt, list, len)) }
    })
}

/// As `ferrotls_conf_ocsp_response` for the handshake of one connection: for the callbacks of `mbedtls_ssl_conf_sni` and
/// `mbedtls_ssl_conf_cert_cb`, beside `mbedtls_ssl_set_hs_own_cert`, or before the handshake. It counts before what the
/// configuration says, and is forgotten when the handshake is over.
///
/// \param ssl       The context.
/// \param crt       The certificate; the first, if it is a chain.
/// \param response  The OCSPResponse in DER, copied. NULL: none any more.
/// \param len       Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
///
/// \return  As `ferrotls_conf_ocsp_response`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_set_hs_ocsp_response(
    ssl: *mut mbedtls_ssl_context,
    crt: *const mbedtls_x509_crt,
    response: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { for_handshake(ssl, StapleKind::Ocsp, parse(StapleKind::Ocsp, crt, response, len)) }
    })
}

/// As `ferrotls_conf_scts` for the handshake of one connection, as `ferrotls_set_hs_ocsp_response`.
///
/// \param ssl   The context.
/// \param crt   The certificate; the first, if it is a chain.
/// \param list  A SignedCertificateTimestampList with its length in front, copied. NULL: none any more.
/// \param len   Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
///
/// \return  As `ferrotls_conf_scts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_set_hs_scts(
    ssl: *mut mbedtls_ssl_context,
    crt: *const mbedtls_x509_crt,
    list: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { for_handshake(ssl, StapleKind::Scts, parse(StapleKind::Scts, crt, list, len)) }
    })
}

/// The OCSP response that came with a certificate of the peer, in DER. It was not judged: nobody has looked at its
/// signature, its dates or what it says. There is one only where `ferrotls_conf_request_ocsp` asked for it, and none on a
/// connection that was resumed. From the verify callback on.
///
/// \param ssl       The context.
/// \param index     Which certificate, in the order in which the peer sent them: 0 is its own.
/// \param response  Set to the response, which stays until the context is freed or reset, or the peer shows another
///                  certificate; NULL if there is none.
/// \param len       Set to its length in bytes, 0 if there is none.
///
/// \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_get_ocsp_response(
    ssl: *const mbedtls_ssl_context,
    index: usize,
    response: *mut *const c_uchar,
    len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { shown(ssl, response, len, |peer| of(peer, index)?.ocsp_response.as_deref()) }
    })
}

/// The signed certificate timestamps that came with a certificate of the peer: a SignedCertificateTimestampList with the
/// two bytes of its length in front. As `ferrotls_get_ocsp_response`, not judged either. Timestamps inside of the
/// certificate itself, or of the OCSP response, are not among them.
///
/// \param ssl    The context.
/// \param index  Which certificate, in the order in which the peer sent them: 0 is its own.
/// \param list   Set to the list, which stays until the context is freed or reset, or the peer shows another certificate;
///               NULL if there is none.
/// \param len    Set to its length in bytes, 0 if there is none.
///
/// \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_get_scts(
    ssl: *const mbedtls_ssl_context,
    index: usize,
    list: *mut *const c_uchar,
    len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: as documented.
        unsafe { shown(ssl, list, len, |peer| of(peer, index)?.scts.as_deref()) }
    })
}

/// What came with the peer's certificate number `index`.
fn of(peer: &PeerShown, index: usize) -> Option<&Attached> {
    peer.attached.get(index)
}

/// Stores bytes of what the peer has shown for C.
///
/// # Safety
/// `ssl` is NULL or initialised, the others are NULL or writable.
pub(super) unsafe fn shown(
    ssl: *const mbedtls_ssl_context,
    place: *mut *const c_uchar,
    len: *mut usize,
    find: impl FnOnce(&PeerShown) -> Option<&[u8]>,
) -> c_int {
    // SAFETY: as stated; what the peer has shown stays where it is as long as the object says.
    unsafe {
        store(place, core::ptr::null());
        store(len, 0);
        if ssl.is_null() || place.is_null() || len.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let Some(inner) = peek(ssl) else { return 0 };
        let peer = (*inner.per_connection()).peer_shown.as_deref();
        if let Some(found) = peer.and_then(find) {
            store(place, found.as_ptr());
            store(len, found.len());
        }
        0
    }
}

/// A certificate, and what goes with it.
type Staple = (Arc<Certificate>, Option<Arc<[u8]>>);

/// The arguments of the setters, if they are right.
///
/// # Safety
/// `crt` is NULL or initialised; if `value` is not NULL, `len` bytes are there.
unsafe fn parse(kind: StapleKind, crt: *const mbedtls_x509_crt, value: *const c_uchar, len: usize) -> Option<Staple> {
    // SAFETY: as stated.
    let certificate = unsafe { x509_crt::certificate(crt) }?;
    if value.is_null() {
        return Some((certificate, None));
    }
    if len == 0 || len > FERROTLS_MAX_STAPLE_LEN {
        return None;
    }
    // SAFETY: as stated.
    let value = unsafe { bytes(value, len) }?;
    if kind == StapleKind::Scts {
        signed_certificate_timestamp::parse(value).ok()?;
    }
    Some((certificate, Some(value.into())))
}

/// # Safety
/// `conf` is NULL or initialised; if it was used before, other threads may be reading it.
unsafe fn for_configuration(conf: *mut mbedtls_ssl_config, kind: StapleKind, staple: Option<Staple>) -> c_int {
    // SAFETY: as stated: an object that is there is only read here, and changed under its lock.
    let inner = unsafe {
        if config_ref(conf).is_none() {
            config_mut(conf);
        }
        config_ref(conf)
    };
    let (Some(inner), Some((certificate, value))) = (inner, staple) else {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    };
    let mut staples = inner
        .certificates
        .staples
        .write()
        .unwrap_or_else(PoisonError::into_inner);
    staples.set(certificate, kind, value);
    0
}

/// # Safety
/// `ssl` is NULL or initialised, and no other thread uses it.
unsafe fn for_handshake(ssl: *mut mbedtls_ssl_context, kind: StapleKind, staple: Option<Staple>) -> c_int {
    // SAFETY: as stated.
    let (Some(inner), Some((certificate, value))) = (unsafe { hold(ssl) }, staple) else {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    };
    // SAFETY: no reference to it is kept while C code runs, and no other thread uses the context.
    let own = unsafe { &mut *inner.per_connection() };
    own.staples.get_or_insert_default().set(certificate, kind, value);
    0
}
