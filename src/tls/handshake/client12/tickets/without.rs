//! In place of tickets where the option `session-tickets` is off: none is sent or asked for, so a server can promise none.

use super::super::State;
use super::finish::ReadChangeCipherSpec;
use crate::tls::{config::Config, session::Resumption};

/// None is.
pub(super) fn is_sent(_: &Config, _: &Resumption) -> bool {
    false
}

/// `None`
pub(super) fn extension<'a>(_: &Config, _: Option<&'a [u8]>) -> Option<&'a [u8]> {
    None
}

/// A ticket that has come: no value.
pub(super) enum Given {}

impl Given {
    /// Cannot be called.
    pub(super) fn into_parts(self) -> (u32, Vec<u8>) {
        match self {}
    }
}

/// Nothing comes before the ChangeCipherSpec: who has not asked for a ticket refuses a ServerHello that promises one.
pub(super) fn before(next: ReadChangeCipherSpec) -> Box<dyn State> {
    let _ = next.last.told.ticket_follows;
    Box::new(next)
}
