//! Another handshake on a connection of TLS 1.2: `mbedtls_ssl_renegotiate`, and what begins one from inside of
//! `mbedtls_ssl_read` and `mbedtls_ssl_write`.
//!
//! While it runs the context is what it was in its first handshake: `state` counts up again, and reading and writing finish it
//! first. The getters tell of the handshake before until the new one is over.
//!
//! Where one thread reads and another writes, either may find that a handshake is to be finished, and does it alone: the other is
//! told `MBEDTLS_ERR_SSL_WANT_WRITE` meanwhile, by a read as well as by a write. Nothing that is written is lost, and what the peer has
//! sent before its own first message comes out of reads.
//!
//! DEVIATION: it begins with the peer's own first message or not at all. A server of 3.6 asks again with each record of application
//! data that comes before the client's answer, as if over datagrams, which its own client fails on.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use super::drive::{Call, Code, finish_handshake, in_call};
use super::inner::Busy;
use super::io::send_loop;
use super::names::*;
use super::peer_certificate;
use super::snapshot;
use crate::capi::ptr::enum_value;
use crate::tls::connection::{Connection, Writer};
use crate::tls::error::Error;
use crate::tls::want::Answer;
use crate::tls::wire::codes::AlertDescription;

/// Begins another handshake (client), or asks the client for one (server), in TLS 1.2. The client's is over when 0 is returned;
/// the server's runs inside of `mbedtls_ssl_read` once the client begins it.
///
/// Nobody renegotiates with a peer that lacks secure renegotiation (RFC 5746). No peer may have it done more than 16 times at
/// once and then once a second: it is refused beyond that, which it sees as it sees any refusal.
///
/// \param ssl  The context.
///
/// \return
/// - 0: it is over (client), or asked for (server);
/// - `MBEDTLS_ERR_SSL_WANT_READ`, `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
/// - `MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO`: if `mbedtls_ssl_is_handshake_over` says 1, the server does not want to, and the
///   connection goes on as it was; if 0, there is application data to be read by `mbedtls_ssl_read` first, then call again;
/// - `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`: the first handshake is not over, or another thread reads (a client begins in that thread, or
///   while there is none);
/// - `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`: TLS 1.3, which has nothing of the kind;
/// - `MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE`: the peer lacks RFC 5746, or this client has resumed a session without the extended
///   master secret (RFC 7627 section 5.4); the connection goes on as it was;
/// - another negative code: it failed, and the connection with it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_renegotiate(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; what is touched is claimed.
    unsafe { in_call(ssl, |call| renegotiate(call)?.map(|()| 0).map_err(Code::from)) }
}

/// The inner error is that another call has the half that is needed.
///
/// # Safety
/// `call` is of a live context.
unsafe fn renegotiate(call: &Call) -> Result<Result<(), Busy>, Code> {
    // SAFETY: what is touched is claimed.
    unsafe {
        let over = call.inner.over.load(Ordering::Acquire);
        // DEVIATION: asked for a renegotiation in TLS 1.3, which has none, 3.6 sends one all the same, and the connection
        // fails; here the function fails and the connection goes on.
        if over && enum_value((*call.ssl).tls_version) == Some(MBEDTLS_SSL_VERSION_TLS1_3) {
            return Err(Code(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE));
        }
        if is_server(call) {
            if !over {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            return match call.inner.claim_writer_for_handshake() {
                Ok(_claim) => request(call).map(Ok),
                Err(busy) => Ok(Err(busy)),
            };
        }
        if !call.inner.renegotiating.load(Ordering::Acquire) {
            if !over {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            match call.inner.claim_for_handshake() {
                Ok(_claims) => begin(call, call.connection()?)?,
                Err(busy) => return Ok(Err(busy)),
            }
        }
        finish_handshake(call).map(Ok)
    }
}

/// # Safety
/// The context is alive.
unsafe fn is_server(call: &Call) -> bool {
    // SAFETY: the configuration lives as long as the context.
    unsafe { c_int::from((*(*call.ssl).conf).endpoint) == MBEDTLS_SSL_IS_SERVER }
}

/// Server: asks the client.
///
/// # Safety
/// The writer is claimed and the context is alive, whose handshake is over.
unsafe fn request(call: &Call) -> Result<(), Code> {
    // SAFETY: as stated.
    unsafe {
        let connection = call.connection()?;
        let writer: *mut Writer = &raw mut (*connection).writer;
        send_loop(call, connection, || (*writer).request_renegotiation())
    }
}

/// Begins the handshake that the peer or we want, with the configuration as it is now; the caller goes on with it. Nothing
/// begins where the peer wants it too often.
///
/// # Safety
/// Both halves are claimed and the context is alive.
unsafe fn begin(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: as stated; no C code runs here.
    unsafe {
        let config = snapshot::config((*call.ssl).conf);
        let options = snapshot::options(call.ssl, &*call.inner.per_connection()).map_err(Code)?;
        (*connection).set_now(call.now());
        match (*connection).renegotiate(&config, options) {
            Ok(true) => {
                call.inner.renegotiating.store(true, Ordering::Release);
                call.inner.over.store(false, Ordering::Release);
                call.publish_state(connection);
                call.publish_pending(connection);
                Ok(())
            }
            Ok(false) => Ok(()),
            Err(error) => Err(Code::of(error)),
        }
    }
}

/// Begins the handshake that the peer has asked for in a read, which has claimed the reader.
///
/// # Safety
/// The reader is claimed and the context is alive.
pub(super) unsafe fn begin_in_read(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: the writer is claimed, too.
    unsafe {
        let _claim = call.inner.claim_writer_for_handshake()?;
        begin(call, connection)
    }
}

/// Renegotiates because so many records came or went that the configuration wants it. As in 3.6 a server only asks, and a
/// client's handshake may have to wait for application data. Where another thread has a half that is needed, nothing happens.
///
/// # Safety
/// `call` is of a live context, of which no half is claimed.
pub(super) unsafe fn by_period(call: &Call) -> Result<(), Code> {
    // SAFETY: passed on.
    match unsafe { renegotiate(call) } {
        // The peer is not to be asked: it stays as it is.
        Err(Code(MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE)) if call.inner.over.load(Ordering::Acquire) => Ok(()),
        // Another thread has the half that is needed: another time.
        Ok(Err(Busy::Elsewhere | Busy::Handshake | Busy::Answer)) => Ok(()),
        Ok(done) => done.map_err(Code::from),
        Err(code) => Err(code),
    }
}

/// Client in a renegotiation: fails unless the server shows the certificate that it showed before. As in 3.6: otherwise somebody else
/// could take over in the middle of a connection (the "triple handshake").
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn check_same_peer(call: &Call, connection: *mut Connection) -> Option<Answer> {
    // SAFETY: as stated; nothing of the application's runs.
    unsafe {
        if !call.inner.renegotiating.load(Ordering::Relaxed) || is_server(call) {
            return None;
        }
        let session = (*call.ssl).session.as_ref();
        let shown = (*connection).peer_chain().first();
        let same = match (session, shown) {
            (Some(session), Some(shown)) => has_shown(session, shown),
            _ => false,
        };
        let refusal = Answer::FailWith(
            AlertDescription::ACCESS_DENIED,
            Error::Application(MBEDTLS_ERR_SSL_BAD_CERTIFICATE),
        );
        (!same).then_some(refusal)
    }
}

/// The peer of this session has shown this as its own: its certificate in DER, or its raw public key.
///
/// # Safety
/// No other call is changing `session`.
unsafe fn has_shown(session: &mbedtls_ssl_session, shown: &[u8]) -> bool {
    let raw_key = super::session::hidden::hidden(session).map(|hidden| &hidden.raw_key[..]);
    // SAFETY: `peer_cert` is NULL or a chain.
    !shown.is_empty() && (raw_key == Some(shown) || unsafe { peer_certificate::is_leaf(session, shown) })
}
