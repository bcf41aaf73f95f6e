//! Data and alerts: `mbedtls_ssl_read`, `mbedtls_ssl_write`, `mbedtls_ssl_close_notify`, `mbedtls_ssl_send_alert_message`.
//!
//! After the handshake a read touches only the receiving half and a write only the sending half. What the reader owes
//! the peer (an alert, the answer to a KeyUpdate) is sent by whoever holds the sending half next: by the read itself if
//! no write is going on, by the write otherwise. The answer to a KeyUpdate has until the next write, and waits for it.
//!
//! DEVIATION: what ends a connection ends it. After a fatal error a read or a write returns that error again, where 3.6
//! goes on; after the peer's close_notify every read returns `MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY`, where 3.6 waits for
//! more; after our own close_notify a write is `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` (RFC 8446 section 6.1), where 3.6 sends.
//! An alert that is an error by its description is one whatever its level says (section 6). A write takes 16384 bytes,
//! one more than in 3.6.

use std::ffi::{c_int, c_uchar};
use std::sync::atomic::{Ordering, fence};

use super::async_private;
use super::drive::{Call, Code, finish_handshake, in_call};
use super::inner::Claim;
use super::names::*;
use super::post_auth;
use super::renegotiation;
use crate::capi::ptr::{bytes, bytes_mut};
use crate::tls::connection::{Connection, Reader, Writer};
use crate::tls::error::Error;
use crate::tls::want::{Stop, Want};
use crate::tls::wire::codes::{AlertDescription, AlertLevel};

/// The most that one call reports: return values are `int`.
const MAX_RETURN: usize = c_int::MAX as usize;

/// A record with a body of so many bytes is received into the program's own buffer, if that is long enough, and opened there;
/// of a shorter one the copy out of ours costs less than the care that this takes.
const READ_IN: usize = 4096;

/// Reads application data, after finishing the handshake if it is not over; for what a server is told of early data see
/// `mbedtls_ssl_conf_early_data`.
///
/// Where a connection of TLS 1.2 may be renegotiated and the peer begins, the handshake runs inside, and what
/// `mbedtls_ssl_renegotiate` can return is returned here too.
///
/// \param ssl  The context.
/// \param buf  Where to put the data; may be NULL if `len` is 0.
/// \param len  Its size in bytes. 0 works the record layer without taking data.
///
/// \return  The number of bytes read, never more than one record holds; 0 if the transport ended (or if `len` is 0);
///          `MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY` when the peer has closed its side properly;
///          `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
///          `MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET`, to a program that asked to be told
///          (`mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets`): `mbedtls_ssl_get_session` has a ticket now, call
///          again to go on; another negative code if the connection failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_read(ssl: *mut mbedtls_ssl_context, buf: *mut c_uchar, len: usize) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `len` bytes.
    unsafe {
        in_call(ssl, |call| match read(call, buf, len.min(MAX_RETURN)) {
            Ok(read) => Ok(read as c_int),
            // As in 3.6, a transport that ends is told by 0, here only: it is no proper close.
            Err(Code(MBEDTLS_ERR_SSL_CONN_EOF)) => Ok(0),
            Err(code) => Err(code),
        })
    }
}

/// # Safety
/// `call` is of a live context; `buf` is NULL or holds `len` bytes.
unsafe fn read(call: &Call, buf: *mut c_uchar, len: usize) -> Result<usize, Code> {
    // SAFETY: passed on.
    unsafe { read_data(call, buf, len, false) }.map(|read| read.unwrap_or(0))
}

/// What a read that waits for the client's authentication has come to.
#[cfg(feature = "tls13-ephemeral")]
pub(super) enum Until {
    /// It is through.
    Settled,
    /// There is application data to read first.
    Data,
}

/// Reads until the client has authenticated, or there is application data.
///
/// # Safety
/// `call` is of a live context.
#[cfg(feature = "tls13-ephemeral")]
pub(super) unsafe fn read_until_settled(call: &Call) -> Result<Until, Code> {
    // SAFETY: passed on; no room is needed for nothing.
    let read = unsafe { read_data(call, std::ptr::null_mut(), 0, true) }?;
    Ok(read.map_or(Until::Settled, |_| Until::Data))
}

/// As [`read`]; `None` if an authentication of the client came to its end and the caller wants to know.
///
/// # Safety
/// As [`read`].
unsafe fn read_data(call: &Call, buf: *mut c_uchar, len: usize, until_settled: bool) -> Result<Option<usize>, Code> {
    // SAFETY: the reader is claimed when it is touched.
    unsafe {
        if buf.is_null() && len != 0 {
            return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
        }
        let mut renewed = false;
        loop {
            let waits = match finish_handshake(call) {
                Ok(()) => false,
                // A renegotiation waits for application data to be read, or the server wants none.
                Err(Code(MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO)) => true,
                Err(code) => return Err(code),
            };
            let claim = call.inner.claim_reader()?;
            let connection = call.connection()?;
            let reader: *mut Reader = &raw mut (*connection).reader;
            if !call.inner.over.load(Ordering::Acquire) {
                let read = (*reader).read_before_hello(bytes_mut(buf, len).unwrap_or_default());
                call.publish_pending(connection);
                match read {
                    Some(read) => return Ok(Some(read)),
                    None if waits => return Err(Code(MBEDTLS_ERR_SSL_WANT_READ)),
                    // A write in another thread has begun to renegotiate.
                    None => continue,
                }
            }
            if (*reader).wants_renegotiation() && !renewed {
                drop(claim);
                renewed = true;
                match renegotiation::by_period(call) {
                    Ok(()) | Err(Code(MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO)) => continue,
                    Err(code) => return Err(code),
                }
            }
            match read_claimed(call, connection, buf, len)? {
                Read::Data(read) => return Ok(Some(read)),
                Read::Settled if until_settled => return Ok(None),
                Read::Settled => {}
                Read::Renegotiate => {
                    renegotiation::begin_in_read(call, connection)?;
                    settle(call, connection);
                    call.alive()?;
                }
            }
        }
    }
}

/// What a read has come to.
enum Read {
    /// So many bytes.
    Data(usize),
    /// An authentication of the client is through.
    Settled,
    /// The peer wants another handshake.
    Renegotiate,
}

/// # Safety
/// The reader is claimed, the handshake is over, the context is alive, and `buf` is NULL or holds `len` bytes.
unsafe fn read_claimed(call: &Call, connection: *mut Connection, buf: *mut c_uchar, len: usize) -> Result<Read, Code> {
    // SAFETY: the writer is touched only under its own claim.
    unsafe {
        let reader: *mut Reader = &raw mut (*connection).reader;
        loop {
            // The slice is made anew each time: no reference to the application's memory lives while its code runs.
            let outcome = (*reader).read(bytes_mut(buf, len).unwrap_or_default());
            call.publish_pending(connection);
            super::session::keep_tickets(call, connection);
            match outcome {
                Ok(read) => {
                    settle(call, connection);
                    call.alive()?;
                    return Ok(Read::Data(read));
                }
                Err(Stop::Want(Want::Recv { at_least })) => {
                    settle(call, connection);
                    call.alive()?;
                    if at_least < READ_IN || at_least > len || !(*reader).may_read_in(at_least) {
                        call.receive(connection, at_least)?;
                    } else if let Some(read) = call.receive_in(connection, buf, at_least)? {
                        return Ok(Read::Data(read));
                    }
                }
                Err(Stop::Want(Want::Send)) => send_owed(call, connection)?,
                Err(Stop::Want(Want::NewSessionTicket)) => {
                    settle(call, connection);
                    call.alive()?;
                    return Err(Code(MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET));
                }
                Err(Stop::Want(Want::Ask(question))) => post_auth::answer(call, reader, question)?,
                Err(Stop::Want(Want::ClientAuthentication)) => {
                    post_auth::settled(call, reader);
                    return Ok(Read::Settled);
                }
                Err(Stop::Want(Want::Renegotiate)) => return Ok(Read::Renegotiate),
                Err(Stop::Want(Want::Timer | Want::EarlyData | Want::ApplicationData | Want::RenegotiationRefused)) => {
                    return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR));
                }
                Err(Stop::Fail(error)) => {
                    settle(call, connection);
                    call.alive()?;
                    async_private::cancel(call.ssl, &call.inner);
                    return Err(Code::of(error));
                }
            }
        }
    }
}

/// Sends what the reader owes the peer, if the sending half is free and the transport takes it: a read does not fail
/// because the answer to a KeyUpdate has to wait.
///
/// # Safety
/// The context is alive; the reader is claimed.
unsafe fn settle(call: &Call, connection: *mut Connection) {
    // SAFETY: the writer is claimed before it is touched.
    unsafe {
        let reader: *const Reader = &raw const (*connection).reader;
        // The answer to a KeyUpdate is for the next write, so that one answers all that have come until then (RFC 8446
        // section 4.6.3). Two ends whose reading threads both wait for a full socket to take such an answer would wait for
        // ever besides, for neither reads meanwhile.
        if !(*reader).owes_at_once() && !call.inner.answer_unsent.load(Ordering::Relaxed) {
            return;
        }
        // Who holds the sending half looks again once it is free: see `give_up_writer`.
        fence(Ordering::SeqCst);
        if let Ok(_claim) = call.inner.claim_writer_for_answer() {
            send_answer(call, connection);
        }
    }
}

/// Sends what is owed as far as the transport takes it; whether it took all.
///
/// # Safety
/// The writer is claimed and the context alive.
unsafe fn send_answer(call: &Call, connection: *mut Connection) -> bool {
    // SAFETY: as stated.
    unsafe {
        // More than once: what is owed may have to wait for what is unsent.
        let mut waits = false;
        while !waits && matches!((*connection).writer.flush(), Err(Stop::Want(Want::Send))) {
            waits = call.send(connection).is_err();
        }
        call.inner.answer_unsent.store(waits, Ordering::Relaxed);
        !waits
    }
}

/// Gives the sending half up after a write. A client's reply to a CertificateRequest that another thread's read owes since this
/// one last looked, and could not send because the half was taken, is sent now: there may be no other write.
///
/// # Safety
/// `claim` is that of the writer, and the context is alive.
pub(super) unsafe fn give_up_writer(call: &Call, connection: *mut Connection, claim: Claim<'_>) {
    // SAFETY: the writer is claimed whenever it is touched.
    unsafe {
        let replies = (*connection).writer.replies();
        drop(claim);
        let Some(shared) = replies else { return };
        loop {
            // The reader owes first and claims then; here the claim is given up first. One of the two sees the other.
            fence(Ordering::SeqCst);
            if !shared.owes_at_once() {
                return;
            }
            // If it cannot be claimed the reader has it, and sends.
            let Ok(_claim) = call.inner.claim_writer_for_answer() else {
                return;
            };
            if !send_answer(call, connection) || call.alive().is_err() {
                return;
            }
        }
    }
}

/// Sends what must go out before the reader can go on.
///
/// # Safety
/// As [`settle`].
unsafe fn send_owed(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: the writer is claimed before it is touched.
    unsafe {
        let _claim = call.inner.claim_writer_for_answer()?;
        flush(call, connection)
    }
}

/// Sends everything that is unsent or owed.
///
/// # Safety
/// The writer is claimed and the context alive.
pub(super) unsafe fn flush(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: as stated.
    unsafe {
        loop {
            match (*connection).writer.flush() {
                Ok(()) => return Ok(()),
                Err(Stop::Want(Want::Send)) => call.send(connection)?,
                Err(Stop::Want(_)) => return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR)),
                Err(Stop::Fail(error)) => return Err(failed(call, connection, error)),
            }
        }
    }
}

/// # Safety
/// The writer is claimed and the context alive.
unsafe fn failed(call: &Call, connection: *mut Connection, error: Error) -> Code {
    // SAFETY: passed on.
    unsafe { call.fail(connection, error) }
}

/// Writes application data, after finishing the handshake if it is not over.
///
/// \param ssl  The context.
/// \param buf  The data; may be NULL if `len` is 0, or if a record waits since `MBEDTLS_ERR_SSL_WANT_WRITE`.
/// \param len  Its length in bytes. 0 sends an empty record.
///
/// \return  The number of bytes taken, at most what one record holds: call again with the rest;
///          `MBEDTLS_ERR_SSL_WANT_WRITE` or `MBEDTLS_ERR_SSL_WANT_READ`: nothing is lost, call again when the transport
///          is ready. The record that waits is then sent, whatever the buffer holds, and the bytes that it took are
///          returned (never more than the new `len`). `MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO` of a client of TLS 1.2
///          that was to renegotiate first: nothing was written; call again if `mbedtls_ssl_is_handshake_over` says 1 (the
///          server did not want to), or read first what has come. Another negative code if the connection failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_write(ssl: *mut mbedtls_ssl_context, buf: *const c_uchar, len: usize) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `len` bytes.
    unsafe {
        in_call(ssl, |call| {
            write(call, buf, len.min(MAX_RETURN)).map(|taken| taken as c_int)
        })
    }
}

/// # Safety
/// `call` is of a live context; `buf` is NULL or holds `len` bytes.
unsafe fn write(call: &Call, buf: *const c_uchar, len: usize) -> Result<usize, Code> {
    // SAFETY: the writer is claimed.
    unsafe {
        let mut renewed = false;
        let (claim, connection) = loop {
            // What was sealed before needs no data: after WANT_WRITE, lighttpd comes again with the length alone.
            let idle = call.inner.pending_write.load(Ordering::Relaxed) == 0;
            if idle && buf.is_null() && len != 0 {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            if call.inner.handshake_waits.load(Ordering::Relaxed) {
                return Err(Code(MBEDTLS_ERR_SSL_WANT_WRITE));
            }
            finish_handshake(call)?;
            let claim = call.inner.claim_writer()?;
            let connection = call.connection()?;
            if !call.inner.over.load(Ordering::Acquire) {
                // A read in another thread has begun to renegotiate.
                continue;
            }
            if renewed || !idle || !(*connection).writer.wants_renegotiation() {
                break (claim, connection);
            }
            drop(claim);
            renewed = true;
            renegotiation::by_period(call)?;
        };
        let writer: *mut Writer = &raw mut (*connection).writer;
        let waiting = call.inner.pending_write.load(Ordering::Relaxed);
        let taken = match waiting.checked_sub(1) {
            Some(taken) => taken,
            None => {
                // Taken at once, whatever else is unsent: a program that hears WANT_WRITE may leave the data to us.
                let data = bytes(buf, len).unwrap_or_default();
                let taken = (*writer)
                    .write_behind(data)
                    .map_err(|error| failed(call, connection, error))?;
                call.inner.pending_write.store(taken + 1, Ordering::Relaxed);
                taken
            }
        };
        flush(call, connection)?;
        call.inner.pending_write.store(0, Ordering::Relaxed);
        give_up_writer(call, connection, claim);
        Ok(taken.min(len))
    }
}

/// Tells the peer that no more data will be sent. Reading goes on working.
///
/// \param ssl  The context.
///
/// \return  0 when it is sent (or the handshake is not over, when there is nothing to close);
///          `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready; another negative code if it failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_close_notify(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; the writer is claimed.
    unsafe {
        in_call(ssl, |call| {
            if !call.inner.over.load(Ordering::Acquire) {
                return Ok(0);
            }
            let _claim = call.inner.claim_writer()?;
            let connection = call.connection()?;
            let writer: *mut Writer = &raw mut (*connection).writer;
            send_loop(call, connection, || (*writer).close_notify()).map(|()| 0)
        })
    }
}

/// Sends an alert of the application's choice.
///
/// \param ssl      The context.
/// \param level    `MBEDTLS_SSL_ALERT_LEVEL_WARNING` or `MBEDTLS_SSL_ALERT_LEVEL_FATAL`.
/// \param message  `MBEDTLS_SSL_ALERT_MSG_*`.
///
/// \return  0 when it is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call `mbedtls_ssl_send_alert_message` again when the
///          transport is ready; another negative code if it failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_send_alert_message(
    ssl: *mut mbedtls_ssl_context,
    level: c_uchar,
    message: c_uchar,
) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; what is touched is claimed.
    unsafe {
        in_call(ssl, |call| {
            // Before the handshake is over the halves belong to it together; then another thread may be reading.
            let over = call.inner.over.load(Ordering::Acquire);
            let _reader = if over { None } else { Some(call.inner.claim_reader()?) };
            let _writer = call.inner.claim_writer()?;
            let connection = call.connection()?;
            let writer: *mut Writer = &raw mut (*connection).writer;
            let (level, message) = (AlertLevel(level), AlertDescription(message));
            send_loop(call, connection, || (*writer).send_alert(level, message)).map(|()| 0)
        })
    }
}

/// # Safety
/// The writer is claimed and the context alive.
pub(super) unsafe fn send_loop(
    call: &Call,
    connection: *mut Connection,
    mut queue: impl FnMut() -> Result<(), Stop>,
) -> Result<(), Code> {
    loop {
        match queue() {
            Ok(()) => return Ok(()),
            // SAFETY: as stated.
            Err(Stop::Want(Want::Send)) => unsafe { call.send(connection)? },
            Err(Stop::Want(_)) => return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR)),
            // SAFETY: as stated.
            Err(Stop::Fail(error)) => return Err(unsafe { failed(call, connection, error) }),
        }
    }
}
