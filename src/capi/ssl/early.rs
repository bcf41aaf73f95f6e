//! Early data: `mbedtls_ssl_conf_early_data`, `mbedtls_ssl_write_early_data`, `mbedtls_ssl_read_early_data`.
//!
//! DEVIATION: `mbedtls_ssl_read_early_data` drives the handshake to the early data, as the documents of 3.6 promise; 3.6.6
//! returns `MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA` unless another function has just said that there is some. A program
//! that is told of early data by another function is served as by 3.6.6. And 3.6.6 sends a record of early data a second
//! time if its first sending had to wait.

use std::ffi::{c_int, c_uchar};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::drive::{Call, Code, in_call};
use super::enums::mbedtls_ssl_early_data_status::*;
use super::inner::{ConfigInner, config_mut, config_ref};
use super::io::flush;
use super::names::*;
use crate::capi::ferrotls::anti_replay::ReplaySettings;
use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, bytes_mut};
use crate::tls::connection::Connection;
use crate::tls::early_data::{EarlyData, Replays, replay::Digest};
use crate::tls::want::Answer;

/// What a configuration says about early data.
pub struct EarlySettings {
    /// It is used.
    pub enabled: bool,
    /// How many bytes of it go with a ticket.
    pub max_size: u32,
    /// What is done against replays.
    pub replay: ReplaySettings,
}

impl Default for EarlySettings {
    fn default() -> Self {
        Self {
            enabled: false,
            max_size: MBEDTLS_SSL_MAX_EARLY_DATA_SIZE as u32,
            replay: ReplaySettings::default(),
        }
    }
}

impl EarlySettings {
    /// By how many milliseconds early data may be off.
    pub fn window(&self) -> u32 {
        self.replay.window()
    }

    /// Who remembers what a server has taken.
    pub fn replays(&self) -> Replays {
        if self.enabled {
            self.replay.replays()
        } else {
            Replays::Refused
        }
    }

    /// What `mbedtls_ssl_config_defaults` sets.
    pub fn set_defaults(&mut self) {
        self.enabled = false;
        self.max_size = MBEDTLS_SSL_MAX_EARLY_DATA_SIZE as u32;
    }
}

/// Runs `set` on the settings of `conf`; NULL is ignored.
///
/// # Safety
/// As [`config_mut`].
unsafe fn with(conf: *mut mbedtls_ssl_config, set: impl FnOnce(&mut EarlySettings)) {
    guard((), || {
        // SAFETY: passed on to the caller.
        if let Some(inner) = unsafe { config_mut(conf) } {
            set(&mut inner.early);
        }
    });
}

/// Says whether early data is used: application data that a client sends with its first flight, before the server has said
/// anything, under the key of a ticket. It is off by default, because it is weaker than other data: it has no forward
/// secrecy, and who records it can send it again.
///
/// A server that uses it takes each such flight once (see `ferrotls_conf_anti_replay`), and its functions
/// `mbedtls_ssl_handshake`, `mbedtls_ssl_handshake_step`, `mbedtls_ssl_read` and `mbedtls_ssl_write` may then return
/// `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`: read it with `mbedtls_ssl_read_early_data`, then call them again. Until it is read
/// they return the same, and nothing is lost.
///
/// \param conf                The configuration; NULL is ignored.
/// \param early_data_enabled  `MBEDTLS_SSL_EARLY_DATA_ENABLED` or `MBEDTLS_SSL_EARLY_DATA_DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_early_data(conf: *mut mbedtls_ssl_config, early_data_enabled: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |early| {
            early.enabled = early_data_enabled == MBEDTLS_SSL_EARLY_DATA_ENABLED;
            if early.enabled {
                early.replay.begin();
            }
        });
    }
}

/// Sets how many bytes of early data a client may send with a ticket that is made from now on. One that sends more is
/// refused with a fatal alert.
///
/// \param conf                 The configuration; NULL is ignored.
/// \param max_early_data_size  Bytes; `MBEDTLS_SSL_MAX_EARLY_DATA_SIZE` by default. 0: tickets allow no early data.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_early_data_size(conf: *mut mbedtls_ssl_config, max_early_data_size: u32) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |early| early.max_size = max_early_data_size) }
}

/// The settings of a context's configuration, and whether it is a server.
///
/// # Safety
/// `call` is of a live context.
unsafe fn settings(call: &Call) -> (bool, bool) {
    // SAFETY: as stated; the reference ends here.
    unsafe {
        let conf = (*call.ssl).conf;
        let enabled = config_ref(conf).is_some_and(|inner: &ConfigInner| inner.early.enabled);
        (enabled, c_int::from((*conf).endpoint) == MBEDTLS_SSL_IS_SERVER)
    }
}

/// Writes early data (client). It behaves as `mbedtls_ssl_write`, but for this: the first call, on a fresh context, sends the
/// ClientHello and at least one record of the data, if it can; later calls first go on with the handshake as far as that goes
/// without waiting for the server (a transport that blocks does wait), and write if there is still time.
///
/// Whether the server has taken the data is known when the handshake is over: `mbedtls_ssl_get_early_data_status`.
///
/// \param ssl  The context, with a session (`mbedtls_ssl_set_session`) whose ticket allows early data.
/// \param buf  The data; may be NULL if `len` is 0.
/// \param len  Its length in bytes.
///
/// \return  The number of bytes taken, at most what one record holds and what the ticket allows: call again with the rest;
///          `MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA`: not possible, and not possible later on this connection (early data
///          is not used, the ticket does not allow any or no more, the server refuses it or has finished its part of the
///          handshake): go on with `mbedtls_ssl_handshake`, `mbedtls_ssl_write` or `mbedtls_ssl_read`;
///          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a server; otherwise as `mbedtls_ssl_write`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_write_early_data(
    ssl: *mut mbedtls_ssl_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `len` bytes.
    unsafe {
        in_call(ssl, |call| {
            let (enabled, is_server) = settings(call);
            if is_server || (buf.is_null() && len != 0) {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            // A record that another function has sent meanwhile was written, whatever has happened since.
            let waits = call.inner.pending_early.load(Ordering::Relaxed) > 0;
            if !waits && (!enabled || call.inner.over.load(Ordering::Acquire)) {
                return Err(Code(MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA));
            }
            let _claims = call.inner.claim_both()?;
            write(call, buf, len)
        })
    }
}

/// # Safety
/// Both halves are claimed and the context is alive; `buf` is NULL or holds `len` bytes.
unsafe fn write(call: &Call, buf: *const c_uchar, len: usize) -> Result<c_int, Code> {
    // SAFETY: as stated; the borrow of the connection ends before C code runs.
    unsafe {
        let connection = call.connection()?;
        let waiting: &AtomicUsize = &call.inner.pending_early;
        let taken = match waiting.load(Ordering::Relaxed).checked_sub(1) {
            // A record of ours waits: it is sent first, and never twice.
            Some(taken) => taken,
            None => {
                go_on(call, connection)?;
                if !(*connection).early_data().is_open() || (*connection).writer.early_data_left().is_none() {
                    return Err(Code(MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA));
                }
                let written = (*connection).writer.write_early(bytes(buf, len).unwrap_or_default());
                let taken = written.map_err(|error| call.fail(connection, error))?;
                waiting.store(taken + 1, Ordering::Relaxed);
                taken
            }
        };
        flush(call, connection)?;
        waiting.store(0, Ordering::Relaxed);
        Ok(taken.min(len) as c_int)
    }
}

/// Goes on with the handshake: at its beginning just far enough to write early data, later as far as it goes.
///
/// # Safety
/// Both halves are claimed and the context is alive.
unsafe fn go_on(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: as stated.
    unsafe {
        let begins = |state| matches!(state, EarlyData::Undecided | EarlyData::Offered);
        if begins((*connection).early_data()) {
            while begins((*connection).early_data()) {
                call.step()?;
            }
            return Ok(());
        }
        // Where no more can be written, nothing is done that the application has not asked for.
        if !(*connection).early_data().is_open() || (*connection).writer.early_data_left().is_none() {
            return Ok(());
        }
        while !call.inner.over.load(Ordering::Acquire) {
            match call.step() {
                Err(Code(MBEDTLS_ERR_SSL_WANT_READ)) => break,
                done => done?,
            }
        }
        Ok(())
    }
}

/// Reads early data (server). What is read here may be a copy of what another server was sent, and is secret only as long as
/// the key of its ticket.
///
/// Either another function has returned `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`: then this one reads what is there, and the
/// other is called again. Or this one is called again and again from the beginning, goes on with the handshake itself, and
/// returns early data until there is no more.
///
/// \param ssl  The context.
/// \param buf  Where to put the data; may be NULL if `len` is 0.
/// \param len  Its size in bytes.
///
/// \return  The number of bytes read, never more than one record holds;
///          `MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA`: there is none now: go on with `mbedtls_ssl_handshake`,
///          `mbedtls_ssl_read` or `mbedtls_ssl_write`;
///          `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready (never when
///          another function has just returned `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`);
///          another negative code if the handshake failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_read_early_data(
    ssl: *mut mbedtls_ssl_context,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `len` bytes.
    unsafe {
        in_call(ssl, |call| {
            if buf.is_null() && len != 0 {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let (enabled, is_server) = settings(call);
            if !enabled || !is_server || call.inner.over.load(Ordering::Acquire) {
                return Err(Code(MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA));
            }
            let _claims = call.inner.claim_both()?;
            read(call, buf, len.min(c_int::MAX as usize))
        })
    }
}

/// # Safety
/// Both halves are claimed and the context is alive; `buf` is NULL or holds `len` bytes.
unsafe fn read(call: &Call, buf: *mut c_uchar, len: usize) -> Result<c_int, Code> {
    // SAFETY: as stated; the slice is made anew each time, so that no reference to it lives while C code runs.
    unsafe {
        let connection = call.connection()?;
        loop {
            let read = (*connection).reader.read_early(bytes_mut(buf, len).unwrap_or_default());
            if let Some(read) = read {
                call.publish_pending(connection);
                return Ok(read as c_int);
            }
            let signalled = &call.inner.early_signalled;
            let may_come = matches!((*connection).early_data(), EarlyData::Undecided | EarlyData::Accepted);
            if !may_come || signalled.load(Ordering::Relaxed) {
                return Err(Code(MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA));
            }
            match call.step() {
                Err(Code(MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA)) => signalled.store(false, Ordering::Relaxed),
                done => done?,
            }
        }
    }
}

/// Says what became of the early data (client).
///
/// \param ssl  The context, its handshake over.
///
/// \return  `MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED`: none was announced;
///          `MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED`: the server took it;
///          `MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED`: the server dropped it, so that it may be sent again with
///          `mbedtls_ssl_write`; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a server and before the handshake is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_early_data_status(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised.
    unsafe {
        in_call(ssl, |call| {
            let (_, is_server) = settings(call);
            if is_server || !call.inner.over.load(Ordering::Acquire) {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            Ok(c_int::from(call.inner.early_status.load(Ordering::Relaxed)))
        })
    }
}

/// The status as the getter returns it.
pub fn status_number(state: EarlyData) -> u8 {
    (match state {
        EarlyData::Undecided | EarlyData::NotOffered => MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED,
        EarlyData::Accepted | EarlyData::Ended => MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED,
        EarlyData::Offered | EarlyData::Open | EarlyData::Rejected => MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED,
    }) as u8
}

/// Asks the application whether a first flight is here for the first time.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn check_replay(call: &Call, digest: &Digest, remember: u64) -> Result<Answer, Code> {
    // SAFETY: callback and argument are copied out; nothing is borrowed while it runs.
    unsafe {
        let callback = config_ref((*call.ssl).conf).map(|c| c.early.replay.callback);
        let Some((Some(f), argument)) = callback else {
            return Ok(Answer::Fresh(false));
        };
        let seen = f(argument, digest.as_ptr(), digest.len(), remember) != 0;
        call.alive()?;
        Ok(Answer::Fresh(!seen))
    }
}
