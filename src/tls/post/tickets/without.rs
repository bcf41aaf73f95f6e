//! In place of a client's tickets where the option `session-tickets` is off: those that come are dropped.

#[path = "../no_tickets.rs"]
mod no_tickets;

pub use self::no_tickets::Tickets;
use super::Effect;
use crate::crypto::hkdf::Secret;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    handshake::{Negotiated, inbox::Message},
};

impl Tickets {
    /// `None`
    pub fn new(_: &Config, _: &Options, _: &Negotiated, _: Secret) -> Option<Box<Self>> {
        None
    }
}

/// Drops it, unread: servers send tickets without being asked.
pub(super) fn read(_: Option<&mut Tickets>, _: &Message<'_>) -> Result<Effect, Error> {
    Ok(Effect::Nothing)
}
