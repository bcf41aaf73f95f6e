//! In place of session tickets where the option `session-tickets` is off: none is made, none is known.

use super::drive::{Call, Code};
use super::names::*;
use crate::tls::connection::Connection;
use crate::tls::session::Session;
use crate::tls::want::Answer;

/// Empty, also for a session that a library with tickets has saved.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn of(_: &mbedtls_ssl_session) -> &[u8] {
    &[]
}

/// There is none.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn write(_: &Call, _: *mut Connection, _: &Session) -> Result<Answer, Code> {
    Ok(Answer::Ticket(None))
}

/// It stands for nothing.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn parse(_: &Call, _: *mut Connection, _: Vec<u8>) -> Result<Answer, Code> {
    Ok(Answer::Session(None))
}
