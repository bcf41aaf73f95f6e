//! In place of the messages after a handshake of TLS 1.3 where the option `tls13` is off: none is taken, none is sent.

use super::{
    config::Side, error::Error, handshake::inbox::Message, session::Resumption, wire::codes::KeyUpdateRequest,
};
use crate::crypto::hkdf::Secret;

/// What a client makes of tickets: no value.
#[derive(Debug)]
pub enum Tickets {}

impl Tickets {
    /// Never called, as all of these.
    pub fn resumption_master_secret(&self) -> &Secret {
        match *self {}
    }

    /// Never called.
    pub fn is_empty(&self) -> bool {
        match *self {}
    }

    /// Never called.
    pub fn stamp(&mut self, _: u64) {
        match *self {}
    }

    /// Never called.
    pub fn take(&mut self) -> Option<Resumption> {
        match *self {}
    }
}

/// What a message means for the half that received it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// There is a ticket.
    Ticket,
    /// What follows is under the next keys.
    ChangeKeys {
        /// The peer wants us to change our sending keys too.
        answer: bool,
    },
}

/// `UnexpectedMessage`
pub fn read(_: Side, _: Option<&mut Tickets>, _: &Message<'_>) -> Result<Effect, Error> {
    Err(Error::UnexpectedMessage)
}

/// `BadInput`: there is no KeyUpdate.
pub fn key_update(_: KeyUpdateRequest) -> Result<Vec<u8>, Error> {
    Err(Error::BadInput)
}
