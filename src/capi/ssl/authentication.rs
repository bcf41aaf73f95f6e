//! Certificates in the configuration, on a connection and of the peer.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use super::config::{with, with_fields};
use super::inner::{KeyCert, Trust, config_mut};
use super::names::*;
use super::{context, facts};
use crate::capi::guard::guard;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_ca_cb_t, mbedtls_x509_crt_profile};

/// Sets the verify callback of all connections that have none of their own (`mbedtls_ssl_set_verify`).
///
/// \param conf    The configuration; NULL is ignored.
/// \param f_vrfy  Called for each certificate of the chain, from the root to the leaf, with its depth and flags,
///                which it may change; a nonzero return ends the handshake. NULL: none.
/// \param p_vrfy  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_verify(
    conf: *mut mbedtls_ssl_config,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.verify = (f_vrfy, p_vrfy)) }
}

/// Sets the signature algorithms, best first: what is accepted from the peer and chosen for our own signatures.
///
/// \param conf      The configuration; NULL is ignored.
/// \param sig_algs  `MBEDTLS_TLS1_3_SIG_*` numbers ended by `MBEDTLS_TLS1_3_SIG_NONE`. Kept by pointer: must live as
///                  long as the configuration. They count in TLS 1.2 too, where those of ECDSA say nothing of the curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sig_algs(conf: *mut mbedtls_ssl_config, sig_algs: *const u16) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.tls12.forget_signature_hashes();
            c.signature_algorithms = sig_algs;
        });
    }
}

/// Sets what certificates must be like to be trusted: digests, key types, curves, RSA length.
///
/// \param conf     The configuration; NULL is ignored.
/// \param profile  The profile, kept by pointer; NULL: the default profile.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cert_profile(
    conf: *mut mbedtls_ssl_config,
    profile: *const mbedtls_x509_crt_profile,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.profile = profile) }
}

/// Sets whom to trust.
///
/// \param conf      The configuration; NULL is ignored.
/// \param ca_chain  Trusted certificates, kept by pointer.
/// \param ca_crl    Revocation lists, kept by pointer; may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_ca_chain(
    conf: *mut mbedtls_ssl_config,
    ca_chain: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.trust = Trust { ca_chain, ca_crl };
            // As in 3.6, a list and a callback exclude each other: the last one set counts.
            c.ca_callback = (None, ptr::null_mut());
        });
    }
}

/// Sets a callback that finds the trusted certificates for a certificate, in place of a list.
///
/// \param conf     The configuration; NULL is ignored.
/// \param f_ca_cb  Called with a certificate; makes a list of candidates, which is freed afterwards.
/// \param p_ca_cb  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_ca_cb(
    conf: *mut mbedtls_ssl_config,
    f_ca_cb: mbedtls_x509_crt_ca_cb_t,
    p_ca_cb: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.ca_callback = (f_ca_cb, p_ca_cb);
            c.trust = Trust::NONE;
        });
    }
}

/// Adds a certificate chain of our own with its key. May be called several times, for keys of different types: the
/// first that fits what the peer accepts is used.
///
/// \param conf      The configuration.
/// \param own_cert  The chain, leaf first, kept by pointer. NULL: forget all that were added.
/// \param pk_key    The leaf's private key, kept by pointer.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_own_cert(
    conf: *mut mbedtls_ssl_config,
    own_cert: *mut mbedtls_x509_crt,
    pk_key: *mut mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        let Some(inner) = (unsafe { config_mut(conf) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        append_key_cert(&mut inner.own, own_cert, pk_key);
        0
    })
}

/// Sets the names of certificate authorities that a server sends with a CertificateRequest.
///
/// \param conf  The configuration; NULL is ignored.
/// \param crt   Certificates whose subjects are sent, kept by pointer; NULL: those of the trusted list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dn_hints(conf: *mut mbedtls_ssl_config, crt: *const mbedtls_x509_crt) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.dn_hints = crt) }
}

/// Sets whether a server sends the names of its trusted authorities with a CertificateRequest (the default).
///
/// \param conf              The configuration; NULL is ignored.
/// \param cert_req_ca_list  `MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED` or `MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cert_req_ca_list(conf: *mut mbedtls_ssl_config, cert_req_ca_list: c_char) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.send_ca_list = cert_req_ca_list != 0) }
}

/// Adds to a list of certificates, or empties it when there is no certificate.
pub(super) fn append_key_cert(list: &mut Vec<KeyCert>, cert: *mut mbedtls_x509_crt, key: *mut mbedtls_pk_context) {
    if cert.is_null() {
        list.clear();
    } else {
        list.push(KeyCert { cert, key });
    }
}

/// Sets the verify callback of this connection, in place of the configuration's.
///
/// \param ssl     The context; NULL is ignored.
/// \param f_vrfy  See `mbedtls_ssl_conf_verify`. NULL: the configuration's.
/// \param p_vrfy  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_verify(
    ssl: *mut mbedtls_ssl_context,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { context::with(ssl, |own| own.verify = (f_vrfy, p_vrfy)) }
}

/// Sets the names of authorities to send with the CertificateRequest of this handshake.
///
/// \param ssl  The context; NULL is ignored.
/// \param crt  Certificates whose subjects are sent, kept by pointer until the handshake ends.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_dn_hints(ssl: *mut mbedtls_ssl_context, crt: *const mbedtls_x509_crt) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        context::with(ssl, |own| {
            own.dn_hints = crt;
            own.changed = true;
        })
    }
}

/// The peer's certificate.
///
/// \param ssl  The context.
/// \return     The chain that the peer sent, leaf first, or sent in the handshake that made the session which this connection
///             resumes; NULL if it sent none or the handshake is not over, and in any case if the library was built without
///             `MBEDTLS_SSL_KEEP_PEER_CERTIFICATE`. It is valid until the context is freed, reset or
///             saved, or another handshake of it begins (`mbedtls_ssl_renegotiate`, also by the peer) or it asks the client to
///             authenticate: whoever keeps the pointer longer reads freed memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_peer_cert(ssl: *const mbedtls_ssl_context) -> *const mbedtls_x509_crt {
    guard(ptr::null(), || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { facts::of_session(ssl, super::peer_certificate::of) }.unwrap_or(ptr::null())
    })
}
