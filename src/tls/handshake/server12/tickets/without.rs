//! In place of tickets where the option `session-tickets` is off: none is read, none is promised.

use super::super::{Context, transcript::Transcript};
use super::hello::Offered;
use crate::tls::{
    error::Error,
    session::Session,
    want::{Answer, Ask},
};

/// `None`
pub(super) fn question(_: &Context<'_>, offered: &mut Offered) -> Option<Ask> {
    let _ = &offered.ticket;
    None
}

/// A NewSessionTicket that follows: no value.
#[derive(Clone, Copy)]
pub(super) enum Promised {}

impl Promised {
    /// `None`
    pub(super) fn to(_: &Context<'_>, _: &Offered) -> Option<Self> {
        None
    }

    /// Cannot be called.
    pub(super) fn question(self, _: Box<Session>) -> Ask {
        match self {}
    }

    /// Cannot be called.
    pub(super) fn write(self, _: &mut Context<'_>, _: &mut Transcript, _: Answer) -> Result<(), Error> {
        match self {}
    }
}
