//! Between the core and C: the loop that gives the core what it wants.
//!
//! The core never calls out. It returns a [`Want`]; the loop here reads, writes or asks, with no borrow of the
//! connection alive while C code runs, and goes back to the core. After each callback it looks whether the context
//! still belongs to the object it works on.

use std::cell::Cell;
use std::ffi::{CString, c_int, c_void};
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::ask;
use super::async_private;
use super::inner::{Busy, Inner, config_ref, peek};
use super::names::*;
use crate::capi::guard::{caught, guard};
use crate::capi::platform_time;
use crate::crypto::hash::HashAlgorithm;
use crate::tls::connection::{Connection, Reader};
use crate::tls::error::Error;
use crate::tls::record::MAX_TAIL_LEN;
use crate::tls::want::{Event, SecretKind, Stop, Want};
use crate::tls::wire::codes::ProtocolVersion;

/// One call into the library: the context, and a reference of its own to what stands behind it.
pub(super) struct Call {
    pub ssl: *mut mbedtls_ssl_context,
    pub inner: Arc<Inner>,
    /// The time, as long as no C code has run since it was asked for: our own steps take microseconds.
    now: Cell<Option<u64>>,
}

/// Ends a call early with the code that C gets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code(pub c_int);

/// What a freed or reset context's interrupted call returns.
pub(super) const DEAD: Code = Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
/// What a call on a context returns in which a fault of ours was caught.
pub(super) const POISONED: Code = Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR);

impl Code {
    /// What C is told of an error: a negative number.
    ///
    /// DEVIATION: 3.6 passes on what a callback returns, also a positive number, which a read that does the handshake then
    /// reports as so many bytes of data (CVE-2026-73064).
    pub fn of(error: Error) -> Self {
        Self(match error.code() {
            1.. => MBEDTLS_ERR_SSL_INTERNAL_ERROR,
            code => code,
        })
    }
}

impl From<Busy> for Code {
    fn from(busy: Busy) -> Self {
        match busy {
            Busy::Call | Busy::Elsewhere => Self(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
            Busy::Answer | Busy::Handshake => Self(MBEDTLS_ERR_SSL_WANT_WRITE),
        }
    }
}

/// The body of a function on a context that was set up: `body` in a call, and no panic gets out. After a panic what
/// stands behind the context may be half changed, so it is poisoned: every later call but `mbedtls_ssl_free` fails.
///
/// # Safety
/// `ssl` is NULL or initialised.
pub(super) unsafe fn in_call(ssl: *mut mbedtls_ssl_context, body: impl FnOnce(&Call) -> Result<c_int, Code>) -> c_int {
    // SAFETY: passed on.
    let call = match unsafe { Call::begin(ssl) } {
        Ok(call) => call,
        Err(code) => return code.0,
    };
    match caught(|| body(&call)) {
        Some(Ok(value)) => value,
        Some(Err(code)) => code.0,
        None => {
            call.inner.poison();
            POISONED.0
        }
    }
}

impl Call {
    /// Begins a call on a context that was set up and is not poisoned.
    ///
    /// # Safety
    /// `ssl` is NULL or initialised.
    pub unsafe fn begin(ssl: *mut mbedtls_ssl_context) -> Result<Self, Code> {
        const NOT_SET_UP: Code = Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        // SAFETY: passed on; `peek` checks for NULL.
        unsafe {
            let inner = peek(ssl).ok_or(NOT_SET_UP)?;
            if inner.is_poisoned() {
                return Err(POISONED);
            }
            if (*ssl).conf.is_null() {
                return Err(NOT_SET_UP);
            }
            Ok(Self {
                ssl,
                inner,
                now: Cell::new(None),
            })
        }
    }

    /// The connection, made when it is first needed.
    ///
    /// # Safety
    /// Both halves are claimed, or the handshake is over and only a claimed half is touched through the pointer.
    pub unsafe fn connection(&self) -> Result<*mut Connection, Code> {
        let connection = self.inner.connection();
        if !connection.is_null() {
            return Ok(connection);
        }
        // SAFETY: there is no connection, so the handshake is not over and the caller holds both claims.
        unsafe {
            let config = super::snapshot::config((*self.ssl).conf);
            let options = super::snapshot::options(self.ssl, &*self.inner.per_connection()).map_err(Code)?;
            Ok(self.inner.set_connection(Connection::new(config, options)))
        }
    }

    /// To be called after each callback. Fails if it freed or reset the context.
    pub fn alive(&self) -> Result<(), Code> {
        // It may have taken any time.
        self.now.set(None);
        if self.inner.is_dead() { Err(DEAD) } else { Ok(()) }
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> u64 {
        let now = self.now.get().unwrap_or_else(platform_time::wall_ms);
        self.now.set(Some(now));
        now
    }

    /// Stores the state where C programs read it.
    ///
    /// # Safety
    /// Both halves are claimed and the context is alive.
    pub unsafe fn publish_state(&self, connection: *mut Connection) {
        // SAFETY: as stated.
        unsafe { (*self.ssl).state = (*connection).state_id() };
    }

    /// Stores what was negotiated where C programs read it. While the connection is negotiated anew it stays what it was.
    ///
    /// # Safety
    /// Both halves are claimed and the context is alive.
    pub unsafe fn publish(&self, connection: *mut Connection) {
        // SAFETY: as stated.
        unsafe {
            if (*connection).is_renegotiating() {
                return;
            }
            let chosen = (*connection).alpn_protocol();
            // After every state: a lock is taken only where there is something to change.
            if chosen.is_some() || self.inner.has_alpn.load(Ordering::Relaxed) {
                let mut alpn = self.inner.lock_alpn();
                if alpn.as_deref() != chosen {
                    *alpn = chosen.map(<[u8]>::to_vec);
                }
                self.inner.has_alpn.store(chosen.is_some(), Ordering::Relaxed);
            }
            let psk = crate::capi::ferrotls::psk::number((*connection).psk());
            self.inner.psk.store(psk, Ordering::Relaxed);
            let group = (*connection).group().map_or(0, |group| group.0);
            self.inner.group.store(group, Ordering::Relaxed);
            let early = super::early::status_number((*connection).early_data());
            self.inner.early_status.store(early, Ordering::Relaxed);
            let length = |bytes: usize| u16::try_from(bytes).unwrap_or(0);
            let (outgoing, incoming) = ((*connection).writer.max_payload(), (*connection).reader.max_payload());
            self.inner.max_payload_out.store(length(outgoing), Ordering::Relaxed);
            self.inner.max_payload_in.store(length(incoming), Ordering::Relaxed);
            if let Some(version) = (*connection).version() {
                (*self.ssl).tls_version = MaybeUninit::new(match version {
                    ProtocolVersion::TLS1_2 => MBEDTLS_SSL_VERSION_TLS1_2,
                    ProtocolVersion::TLS1_3 => MBEDTLS_SSL_VERSION_TLS1_3,
                    _ => MBEDTLS_SSL_VERSION_UNKNOWN,
                });
            }
        }
    }

    /// Delivers secrets and debug lines.
    ///
    /// # Safety
    /// Both halves are claimed.
    unsafe fn deliver_events(&self, connection: *mut Connection) -> Result<(), Code> {
        // SAFETY: the borrow of the connection ends before each callback.
        while let Some(event) = unsafe { (*connection).next_event() } {
            // SAFETY: the context is alive: it was when the call began, and that is checked after each callback.
            unsafe { self.deliver(event) };
            self.alive()?;
        }
        Ok(())
    }

    /// # Safety
    /// The context is alive.
    unsafe fn deliver(&self, event: Event) {
        match event {
            Event::Secret {
                kind,
                secret,
                client_random,
                server_random,
            } => {
                // SAFETY: the configuration lives as long as the context.
                if let Some(log) = unsafe { config_ref((*self.ssl).conf) }.and_then(|c| c.key_log.as_deref()) {
                    log.write(kind, &client_random, secret.as_bytes());
                }
                let Some((number, prf)) = kind_numbers(kind) else {
                    return;
                };
                // SAFETY: the pair is copied out, no reference is alive during the callback.
                let (callback, argument) = unsafe { (*self.inner.per_connection()).export_keys };
                if let Some(f) = callback {
                    let bytes = secret.as_bytes();
                    // SAFETY: the application's callback, with what its type promises.
                    unsafe {
                        f(
                            argument,
                            number,
                            bytes.as_ptr(),
                            bytes.len(),
                            client_random.as_ptr(),
                            server_random.as_ptr(),
                            prf,
                        );
                    }
                }
            }
            Event::Debug {
                level,
                file,
                line,
                text,
            } => {
                // SAFETY: the configuration lives as long as the context; the pair is copied out.
                let debug = unsafe { config_ref((*self.ssl).conf) }.map(|c| c.debug);
                let Some((Some(f), argument)) = debug else { return };
                let (Ok(file), Ok(text)) = (CString::new(file), CString::new(text + "\n")) else {
                    return;
                };
                let line = c_int::try_from(line).unwrap_or(0);
                // SAFETY: the application's callback; both strings live until it returns.
                unsafe { f(argument, c_int::from(level), file.as_ptr(), line, text.as_ptr()) };
            }
        }
    }

    /// Calls the transport once to receive `wanted` bytes to `to`: how many came, at least one.
    ///
    /// # Safety
    /// The context is alive, `to` has room for `wanted` bytes, and no reference to them or to the connection is alive.
    unsafe fn receive_to(&self, to: *mut u8, wanted: usize) -> Result<usize, Code> {
        // SAFETY: the fields are copied out before C code runs.
        let got = unsafe {
            let p_bio: *mut c_void = (*self.ssl).p_bio;
            match ((*self.ssl).f_recv_timeout, (*self.ssl).f_recv) {
                (Some(f), _) => f(p_bio, to, wanted, super::config::read_timeout((*self.ssl).conf)),
                (None, Some(f)) => f(p_bio, to, wanted),
                (None, None) => return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)),
            }
        };
        match usize::try_from(got) {
            Ok(received) if received > wanted => Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR)),
            // The end of the stream is not remembered, as in 3.6: a later call asks the transport again.
            Ok(0) => Err(Code(MBEDTLS_ERR_SSL_CONN_EOF)),
            Ok(received) => Ok(received),
            Err(_) => Err(Code(got)),
        }
    }

    /// Reads from the transport what the current record lacks.
    ///
    /// # Safety
    /// The reader is claimed and the context alive.
    pub unsafe fn receive(&self, connection: *mut Connection, at_least: usize) -> Result<(), Code> {
        // SAFETY: the buffer is lent, so no borrow of the connection is alive while C code runs.
        unsafe {
            let mut loan = (*connection).reader.lend(at_least);
            let space = loan.space();
            let (to, wanted) = (space.as_mut_ptr(), space.len());
            let received = self.receive_to(to, wanted);
            self.alive()?;
            (*connection).reader.give_back(loan, received.unwrap_or(0));
            received.map(drop)
        }
    }

    /// Reads the current record's body, `len` bytes, from the transport straight into the application's memory at `to`, and
    /// opens it there: the length of the application data now at its front. `None` if that did not come about; what
    /// has come is then with the connection, and what was in the memory is not kept.
    ///
    /// Behind the data the memory stays as it was, but for the padding of a padded record, which leaves zeros: programs
    /// clear a buffer, read into it, and print it as a string.
    ///
    /// # Safety
    /// The reader is claimed, the context is alive, and [`Reader::may_read_in`](crate::tls::connection::Reader::may_read_in) says
    /// yes to `len`. `to` holds `len` bytes.
    pub unsafe fn receive_in(
        &self,
        connection: *mut Connection,
        to: *mut u8,
        len: usize,
    ) -> Result<Option<usize>, Code> {
        /// At most so many bytes behind the content of an unpadded record are overwritten by receiving and opening it.
        const TAIL: usize = MAX_TAIL_LEN;
        // SAFETY: `to` holds `len` bytes; slices of them are made after C code has run, and none lives across it.
        unsafe {
            let tail = len.saturating_sub(TAIL);
            let mut saved = [0; TAIL];
            saved[..len - tail].copy_from_slice(std::slice::from_raw_parts(to.add(tail), len - tail));
            let received = self.receive_to(to, len);
            self.alive()?;
            let received = received?;
            let record = std::slice::from_raw_parts_mut(to, len);
            if received < len {
                let mut loan = (*connection).reader.lend(len);
                if let Some(space) = loan.space().get_mut(..received) {
                    space.copy_from_slice(&record[..received]);
                }
                (*connection).reader.give_back(loan, received);
                return Ok(None);
            }
            // An error is final, and the read that follows repeats it.
            let opened = (*connection).reader.read_in(record).unwrap_or(None);
            if let Some(length) = opened {
                let from = length.max(tail);
                record[from..].copy_from_slice(&saved[from - tail..len - tail]);
            }
            Ok(opened)
        }
    }

    /// Writes all that is unsent to the transport.
    ///
    /// # Safety
    /// The writer is claimed and the context alive.
    pub unsafe fn send(&self, connection: *mut Connection) -> Result<(), Code> {
        // SAFETY: as `receive`.
        unsafe {
            let Some(f_send) = (*self.ssl).f_send else {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            };
            let p_bio: *mut c_void = (*self.ssl).p_bio;
            while (*connection).writer.has_unsent() {
                let loan = (*connection).writer.lend();
                let unsent = loan.unsent();
                let offered = unsent.len();
                let went = f_send(p_bio, unsent.as_ptr(), offered);
                self.alive()?;
                let sent = usize::try_from(went).unwrap_or(0);
                if sent > offered {
                    (*connection).writer.give_back(loan, 0);
                    return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR));
                }
                (*connection).writer.give_back(loan, sent);
                match went {
                    // DEVIATION: where the callback that sends returns 0, 3.6 takes that for success and forgets that bytes are
                    // left; here it means to try again.
                    0 => return Err(Code(MBEDTLS_ERR_SSL_WANT_WRITE)),
                    error if error < 0 => return Err(Code(error)),
                    _ => {}
                }
            }
            Ok(())
        }
    }

    /// Tells the peer why, as far as the transport takes it now, and gives the application its code.
    ///
    /// # Safety
    /// The writer is claimed and the context alive.
    pub unsafe fn fail(&self, connection: *mut Connection, error: Error) -> Code {
        // SAFETY: passed on. What the transport says no longer matters: the connection has failed.
        unsafe {
            if let Err(Stop::Want(Want::Send)) = (*connection).writer.flush() {
                let _ = self.send(connection);
            }
        }
        Code::of(error)
    }

    /// Stores what can be read without the transport where other threads may look.
    ///
    /// # Safety
    /// The reader is claimed.
    pub unsafe fn publish_pending(&self, connection: *mut Connection) {
        // SAFETY: as stated; the rest of the connection is not touched.
        let reader: &Reader = unsafe { &(*connection).reader };
        let available = &self.inner.bytes_available;
        available.store(reader.bytes_available(), Ordering::Relaxed);
        self.inner.pending.store(reader.has_pending(), Ordering::Relaxed);
    }

    /// Does one state's work.
    ///
    /// # Safety
    /// Both halves are claimed and the context alive.
    pub unsafe fn step(&self) -> Result<(), Code> {
        // SAFETY: the borrow of the connection ends with each call into the core; none is alive while C code runs.
        unsafe {
            let connection = self.connection()?;
            ask::reconsider(self, connection);
            loop {
                (*connection).set_now(self.now());
                let outcome = (*connection).step();
                self.publish(connection);
                // As in 3.6, a callback for secrets or debug lines sees the state whose work it tells of.
                self.deliver_events(connection)?;
                self.publish_state(connection);
                match outcome {
                    Ok(()) => break,
                    Err(Stop::Want(Want::Recv { at_least })) => self.receive(connection, at_least)?,
                    Err(Stop::Want(Want::Send)) => self.send(connection)?,
                    Err(Stop::Want(Want::Ask(question))) => ask::answer(self, connection, question)?,
                    Err(Stop::Want(Want::EarlyData)) => {
                        self.publish_pending(connection);
                        self.inner.early_signalled.store(true, Ordering::Relaxed);
                        return Err(Code(MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA));
                    }
                    Err(Stop::Want(Want::ApplicationData)) => {
                        self.publish_pending(connection);
                        return Err(Code(MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO));
                    }
                    Err(Stop::Want(Want::RenegotiationRefused)) => {
                        self.inner.renegotiating.store(false, Ordering::Release);
                        self.inner.over.store(true, Ordering::Release);
                        return Err(Code(MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO));
                    }
                    Err(Stop::Want(
                        Want::Timer | Want::NewSessionTicket | Want::ClientAuthentication | Want::Renegotiate,
                    )) => {
                        return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR));
                    }
                    Err(Stop::Fail(error)) => {
                        let code = self.fail(connection, error);
                        self.alive()?;
                        async_private::cancel(self.ssl, &self.inner);
                        return Err(code);
                    }
                }
            }
            if (*connection).is_handshake_over() {
                super::session::store(self, connection)?;
                (*self.inner.per_connection()).end_handshake();
                self.inner.renegotiating.store(false, Ordering::Release);
                self.inner.over.store(true, Ordering::Release);
            }
            Ok(())
        }
    }
}

/// What the callback for secrets is told: which one it is, and the pseudorandom function of TLS 1.2; `None` for those that 3.6
/// does not tell it of.
fn kind_numbers(kind: SecretKind) -> Option<(mbedtls_ssl_key_export_type, mbedtls_tls_prf_types)> {
    let kind = match kind {
        SecretKind::ClientHandshake => MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET,
        SecretKind::ServerHandshake => MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET,
        SecretKind::ClientApplication => MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET,
        SecretKind::ServerApplication => MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET,
        SecretKind::ClientEarly => MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET,
        SecretKind::Master(HashAlgorithm::Sha384) => {
            return Some((MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET, MBEDTLS_SSL_TLS_PRF_SHA384));
        }
        SecretKind::Master(_) => {
            return Some((MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET, MBEDTLS_SSL_TLS_PRF_SHA256));
        }
        SecretKind::Exporter | SecretKind::EarlyExporter => return None,
    };
    Some((kind, MBEDTLS_SSL_TLS_PRF_NONE))
}

/// Goes on until the handshake is over or something is missing.
///
/// # Safety
/// `call` is of a live context.
pub(super) unsafe fn finish_handshake(call: &Call) -> Result<(), Code> {
    if call.inner.over.load(Ordering::Acquire) {
        return Ok(());
    }
    let _claims = match call.inner.claim_for_handshake() {
        Ok(claims) => claims,
        // Another thread has shaken hands meanwhile, and reads or writes again.
        Err(Busy::Elsewhere) if call.inner.over.load(Ordering::Acquire) => return Ok(()),
        // A read of another thread is about to go on with the handshake that it has begun: this one comes again.
        Err(Busy::Elsewhere) if call.inner.renegotiating.load(Ordering::Acquire) => {
            return Err(Code(MBEDTLS_ERR_SSL_WANT_WRITE));
        }
        Err(busy) => return Err(busy.into()),
    };
    while !call.inner.over.load(Ordering::Acquire) {
        // SAFETY: both halves are claimed.
        unsafe { call.step()? };
    }
    Ok(())
}

/// Performs the handshake.
///
/// \param ssl  The context.
///
/// \return  0 when it is over (also if it was before); `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE` if
///          the transport would block: call again when it is ready; `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA` (a server that
///          uses early data): call again when it is read; another negative code if it failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_handshake(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised.
    unsafe { in_call(ssl, |call| finish_handshake(call).map(|()| 0)) }
}

/// Performs one step of the handshake: flushes what is unsent, reads a message if the state needs one, and does the
/// work of one state.
///
/// \param ssl  The context.
///
/// \return  As `mbedtls_ssl_handshake`; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if the handshake is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_handshake_step(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised.
    unsafe {
        in_call(ssl, |call| {
            if call.inner.over.load(Ordering::Acquire) {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let _claims = call.inner.claim_for_handshake()?;
            call.step().map(|()| 0)
        })
    }
}

/// Whether the handshake is over.
///
/// A server of TLS 1.3 whose tickets are still to be sent, state `MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET`, is already
/// over, as in 3.6.
///
/// \param ssl  The context.
/// \return     1 if it is, 0 if not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_is_handshake_over(ssl: *mut mbedtls_ssl_context) -> c_int {
    guard(0, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { ssl.as_ref() }.map_or(0, |s| c_int::from(s.state >= MBEDTLS_SSL_HANDSHAKE_OVER as c_int))
    })
}

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests {
    use super::*;
    use crate::capi::guard::as_release;
    use crate::capi::ssl::config::{mbedtls_ssl_config_defaults, mbedtls_ssl_config_free};
    use crate::capi::ssl::context::{mbedtls_ssl_free, mbedtls_ssl_session_reset, mbedtls_ssl_setup};
    use crate::capi::ssl::facts::mbedtls_ssl_get_record_expansion;
    use crate::capi::ssl::io::{
        mbedtls_ssl_close_notify, mbedtls_ssl_read, mbedtls_ssl_send_alert_message, mbedtls_ssl_write,
    };
    use crate::capi::ssl::limits::mbedtls_ssl_get_max_out_record_payload;

    #[test]
    fn after_a_panic_every_call_fails_until_the_context_is_freed() {
        const INTERNAL: c_int = MBEDTLS_ERR_SSL_INTERNAL_ERROR;
        let mut conf = MaybeUninit::<mbedtls_ssl_config>::zeroed();
        let mut ssl = MaybeUninit::<mbedtls_ssl_context>::zeroed();
        let (conf, ssl) = (conf.as_mut_ptr(), ssl.as_mut_ptr());
        let mut data = [0_u8; 4];
        unsafe {
            let stream = MBEDTLS_SSL_TRANSPORT_STREAM;
            assert_eq!(mbedtls_ssl_config_defaults(conf, MBEDTLS_SSL_IS_CLIENT, stream, 0), 0);
            assert_eq!(mbedtls_ssl_setup(ssl, conf), 0);
            as_release(|| assert_eq!(in_call(ssl, |_| panic!("a fault of ours")), INTERNAL));
            assert_eq!(mbedtls_ssl_handshake(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_handshake_step(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_read(ssl, data.as_mut_ptr(), 4), INTERNAL);
            assert_eq!(mbedtls_ssl_write(ssl, data.as_ptr(), 4), INTERNAL);
            assert_eq!(mbedtls_ssl_close_notify(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_send_alert_message(ssl, 1, 0), INTERNAL);
            assert_eq!(mbedtls_ssl_get_record_expansion(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_get_max_out_record_payload(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_session_reset(ssl), INTERNAL);
            assert_eq!(mbedtls_ssl_setup(ssl, conf), INTERNAL);
            mbedtls_ssl_free(ssl);
            assert_eq!(mbedtls_ssl_setup(ssl, conf), 0);
            assert_eq!(mbedtls_ssl_get_max_out_record_payload(ssl), 16384);
            mbedtls_ssl_free(ssl);
            mbedtls_ssl_config_free(conf);
        }
    }
}
