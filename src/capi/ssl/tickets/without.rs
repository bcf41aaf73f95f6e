//! In place of session tickets where the option `session-tickets` is off: none is made, none is known.

use super::drive::{Call, Code};
use crate::tls::connection::Connection;
use crate::tls::session::Session;
use crate::tls::want::Answer;

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
