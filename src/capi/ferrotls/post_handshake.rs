//! After the handshake: authentication of the client.

use core::ffi::c_int;

use crate::capi::guard::guard;
use crate::capi::ssl::after_handshake;
use crate::capi::ssl::errors::MBEDTLS_ERR_SSL_INTERNAL_ERROR;
use crate::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};

/// The client was not asked to authenticate after the handshake.
pub const FERROTLS_CLIENT_AUTHENTICATION_NONE: c_int = 0;
/// It was asked, and its answer has not come.
pub const FERROTLS_CLIENT_AUTHENTICATION_PENDING: c_int = 1;
/// It has proved to hold the key of the certificate that mbedtls_ssl_get_peer_cert() returns (on a client: it has sent such
/// a proof).
pub const FERROTLS_CLIENT_AUTHENTICATION_DONE: c_int = 2;
/// It has no certificate, and `MBEDTLS_SSL_VERIFY_OPTIONAL` lets that pass (on a client: it has said so).
pub const FERROTLS_CLIENT_AUTHENTICATION_NO_CERTIFICATE: c_int = 3;

/// Lets a server ask for the client's certificate after the handshake (RFC 8446 section 4.6.2). Off by default.
///
/// A client then offers it, and mbedtls_ssl_read() answers when the server asks, with a certificate of
/// mbedtls_ssl_conf_own_cert() or of mbedtls_ssl_set_hs_own_cert(), which may be called after the handshake, or with none. A
/// server that has it can call ferrotls_request_client_certificate(). Each connection on which both sides have it keeps
/// some hundred bytes more.
///
/// \param conf  The configuration; NULL is ignored.
/// \param on    Not 0: yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_post_handshake_auth(conf: *mut mbedtls_ssl_config, on: c_int) {
    // SAFETY: `conf` is NULL or initialised, and nobody else is using it.
    guard((), || unsafe { after_handshake::configure(conf, on != 0) });
}

/// Asks the client to authenticate, after the handshake. The answer comes in with what is read later, by
/// mbedtls_ssl_read() or ferrotls_await_client_certificate(): the certificate is checked as in the handshake, with the same
/// callbacks, and mbedtls_ssl_get_peer_cert() and mbedtls_ssl_get_verify_result() then tell of it. A pointer that
/// mbedtls_ssl_get_peer_cert() returned before is invalid then.
///
/// How it is checked is said by the configuration or, before this call, by mbedtls_ssl_set_hs_authmode() and
/// mbedtls_ssl_set_hs_ca_chain(). With `MBEDTLS_SSL_VERIFY_REQUIRED` the read fails if the certificate is missing or not
/// trusted. `MBEDTLS_SSL_VERIFY_NONE` counts as `MBEDTLS_SSL_VERIFY_REQUIRED`: who asks wants to know.
///
/// \param ssl  The context of a server. Another thread may be reading from it.
///
/// \return  0 when the request is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
///          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it cannot be asked: the handshake is not over, this is a client,
///          ferrotls_conf_post_handshake_auth() is off, the client has not offered it, the connection rests on an external
///          pre-shared key, or an earlier request is not answered; another negative code if the connection failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_request_client_certificate(ssl: *mut mbedtls_ssl_context) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { after_handshake::request(ssl) }
    })
}

/// How far the authentication of the client after the handshake has got.
///
/// \param ssl  The context, of either side.
/// \return     A `FERROTLS_CLIENT_AUTHENTICATION_*` number, of the last authentication if there were several.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_client_authentication_status(ssl: *const mbedtls_ssl_context) -> c_int {
    guard(FERROTLS_CLIENT_AUTHENTICATION_NONE, || {
        // SAFETY: `ssl` is NULL or initialised.
        c_int::from(unsafe { after_handshake::status(ssl) } as u8)
    })
}

/// Reads until the client has answered the request of ferrotls_request_client_certificate(), or until there is application
/// data that has to be read first.
///
/// \param ssl  The context of a server.
///
/// \return  0 if no request is open: see ferrotls_client_authentication_status(); 1 if application data is to be read
///          first, by mbedtls_ssl_read(); `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the
///          transport is ready; another code of mbedtls_ssl_read() if the connection failed or ended.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_await_client_certificate(ssl: *mut mbedtls_ssl_context) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { after_handshake::wait(ssl) }
    })
}
