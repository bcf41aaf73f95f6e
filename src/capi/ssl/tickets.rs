//! Session tickets: the setters of a configuration, and the core's questions about them.

use std::ffi::{c_int, c_uchar, c_void};

use zeroize::Zeroizing;

use super::cache::{before_a_search, take, with};
use super::drive::{Call, Code};
use super::inner::config_ref;
use super::names::*;
use super::session;
use crate::capi::ptr::bytes;
use crate::capi::ssl_ticket::mbedtls_ssl_ticket_write;
use crate::tls::connection::Connection;
use crate::tls::session::{NewTicket, Session};
use crate::tls::want::Answer;

/// The longest ticket that a callback may write, in bytes: it fits one record with what stands around it.
const MAX_TICKET: usize = 16_000;
/// Room that is enough for nearly every ticket of ours, in bytes: a session without a client's certificates.
const USUAL_TICKET: usize = 512;
const _: () = assert!(MAX_TICKET.is_multiple_of(size_of::<u64>()) && USUAL_TICKET.is_multiple_of(size_of::<u64>()));

/// The ticket of a client's session; empty: it has none.
///
/// # Safety
/// `ticket` of the session holds `ticket_len` bytes.
pub(super) unsafe fn of(session: &mbedtls_ssl_session) -> &[u8] {
    // SAFETY: as stated.
    unsafe { bytes(session.ticket, session.ticket_len) }.unwrap_or_default()
}

/// What a [`mbedtls_ssl_ticket_write_t`] that is there is.
type WriteTicket = unsafe extern "C" fn(
    *mut c_void,
    *const mbedtls_ssl_session,
    *mut c_uchar,
    *const c_uchar,
    *mut usize,
    *mut u32,
) -> c_int;

/// Sets whether a client uses session tickets (the default). In TLS 1.2 a client that does not asks for none and sends none.
/// In TLS 1.3 a client that does not still takes part, as in 3.6, but keeps no ticket unless it asked to be told of tickets.
///
/// \param conf         The configuration; NULL is ignored.
/// \param use_tickets  `MBEDTLS_SSL_SESSION_TICKETS_ENABLED` or `MBEDTLS_SSL_SESSION_TICKETS_DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_tickets(conf: *mut mbedtls_ssl_config, use_tickets: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.session_tickets = use_tickets != 0) }
}

/// Sets whether a read of a client returns `MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET` when a ticket has come. It does
/// not by default; the ticket is kept all the same, and `mbedtls_ssl_get_session` has it.
///
/// \param conf                        The configuration; NULL is ignored.
/// \param signal_new_session_tickets  `MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED` or `..._DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
    conf: *mut mbedtls_ssl_config,
    signal_new_session_tickets: c_int,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.signal_tickets = signal_new_session_tickets != 0) }
}

/// Sets the callbacks of a server that make tickets and read them, such as those of `ssl_ticket.h`. They may be called
/// for several connections at once.
///
/// \param conf            The configuration; NULL is ignored.
/// \param f_ticket_write  Makes a ticket for a session, which it may save with `mbedtls_ssl_session_save`. NULL: no
///                        tickets are sent. If it fails, that ticket is not sent.
/// \param f_ticket_parse  Fills the session that a ticket stands for, say with `mbedtls_ssl_session_load`; a nonzero
///                        return means that it is none of ours or too old, and leads to a full handshake. It may
///                        overwrite the ticket. NULL: no tickets are taken.
/// \param p_ticket        Passed to both.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_tickets_cb(
    conf: *mut mbedtls_ssl_config,
    f_ticket_write: mbedtls_ssl_ticket_write_t,
    f_ticket_parse: mbedtls_ssl_ticket_parse_t,
    p_ticket: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.ticket_callbacks = (f_ticket_write, f_ticket_parse, p_ticket)
        })
    }
}

/// Sets how many tickets a server of TLS 1.3 sends after a full handshake; after a resumed one it sends one at most. One of TLS 1.2
/// sends one with a full handshake whatever this says, if it has ticket callbacks.
///
/// \param conf         The configuration; NULL is ignored.
/// \param num_tickets  Tickets; `MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS` by default, 0: none, at most 16 are sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_new_session_tickets(conf: *mut mbedtls_ssl_config, num_tickets: u16) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.new_session_tickets = num_tickets) }
}

/// Answers the core's question for a ticket.
///
/// DEVIATION: if the callback fails, or writes nothing, no ticket is sent; in 3.6 the handshake fails, which takes a
/// connection away that needs no ticket. A lifetime of more than seven days is cut to that (RFC 8446 section 4.6.1),
/// where 3.6 fails.
///
/// DEVIATION: the session that the callback is given says the longest lifetime, 604800 seconds, where that of 3.6 says 0;
/// in TLS 1.3 it has no identifier, where 3.6 leaves the client's `legacy_session_id` in it, which stands for nothing.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn write(call: &Call, connection: *mut Connection, core: &Session) -> Result<Answer, Code> {
    const NONE: Answer = Answer::Ticket(None);
    // SAFETY: the session and the buffer are this call's own; nothing of the connection is borrowed while C code runs.
    unsafe {
        let callbacks = config_ref((*call.ssl).conf).map(|c| c.ticket_callbacks);
        let Some((Some(f), _, argument)) = callbacks else {
            return Ok(NONE);
        };
        let Ok(mut session) = session::for_ticket(call, connection, core, &[]) else {
            return Ok(NONE);
        };
        // Ours can be asked again without anybody noticing, and hardly ever needs the room that another may.
        let own: WriteTicket = mbedtls_ssl_ticket_write;
        let mut answer = Err(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL);
        if std::ptr::fn_addr_eq(f, own) {
            answer = ask_for_ticket(f, argument, &raw const session, USUAL_TICKET);
        }
        if matches!(answer, Err(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)) {
            answer = ask_for_ticket(f, argument, &raw const session, MAX_TICKET);
        }
        session::free_content(&raw mut session);
        call.alive()?;
        Ok(Answer::Ticket(answer.unwrap_or_default()))
    }
}

/// Has the callback write a ticket into `room` bytes, a multiple of 8: the ticket, none if it wrote nothing, or the callback's
/// code.
///
/// # Safety
/// `session` is initialised, and nothing of the connection is borrowed.
unsafe fn ask_for_ticket(
    f: WriteTicket,
    argument: *mut c_void,
    session: *const mbedtls_ssl_session,
    room: usize,
) -> Result<Option<NewTicket>, c_int> {
    // A callback may have saved the session in it, before it failed to seal it. It is wiped word by word: byte by byte costs as
    // much as a tenth of the handshake.
    let mut buffer = Zeroizing::new(vec![0_u64; room / size_of::<u64>()].into_boxed_slice());
    let start: *mut c_uchar = buffer.as_mut_ptr().cast();
    let (mut len, mut lifetime) = (0, 0);
    // SAFETY: the application's callback, with what its type promises; `start` to `end` is the buffer, of initialised bytes.
    unsafe {
        let end = start.add(room).cast_const();
        match f(argument, session, start, end, &raw mut len, &raw mut lifetime) {
            0 if len == 0 || len > room => Ok(None),
            0 => Ok(Some(NewTicket {
                ticket: std::slice::from_raw_parts(start, len).to_vec(),
                lifetime,
            })),
            code => Err(code),
        }
    }
}

/// Answers the core's question what a ticket stands for. The session is kept: a connection that resumes it takes over how
/// its peer was authenticated.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn parse(call: &Call, connection: *mut Connection, ticket: Vec<u8>) -> Result<Answer, Code> {
    const NONE: Answer = Answer::Session(None);
    // SAFETY: the session and the ticket are this call's own; nothing of the connection is borrowed while C code runs.
    unsafe {
        if let Some(refusal) = before_a_search(call, connection)? {
            return Ok(refusal);
        }
        let own = call.inner.per_connection();
        (*own).expired_ticket = None;
        let callbacks = config_ref((*call.ssl).conf).map(|c| c.ticket_callbacks);
        let Some((_, Some(f), argument)) = callbacks else {
            return Ok(NONE);
        };
        let session = session::new_session();
        if session.is_null() {
            return Ok(NONE);
        }
        let name = ticket.clone();
        // The callback may open it in place: then it is a secret.
        let mut ticket = Zeroizing::new(ticket);
        let code = f(argument, session, ticket.as_mut_ptr(), ticket.len());
        if let Err(dead) = call.alive() {
            session::free_session(session);
            return Err(dead);
        }
        if code == MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED {
            (*own).expired_ticket = Some(name);
        }
        take(call, connection, session, code == 0)
    }
}
