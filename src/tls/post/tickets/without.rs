//! In place of a client's tickets where the option `session-tickets` is off: those that come are dropped.

use super::Effect;
use crate::crypto::hkdf::Secret;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    handshake::{Negotiated, inbox::Message},
    session::Resumption,
};

/// What a client makes of tickets: no value.
#[derive(Debug)]
pub enum Tickets {}

impl Tickets {
    /// `None`
    pub fn new(_: &Config, _: &Options, _: &Negotiated, _: Secret) -> Option<Box<Self>> {
        None
    }

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

/// Drops it, unread: servers send tickets without being asked.
pub(super) fn read(_: Option<&mut Tickets>, _: &Message<'_>) -> Result<Effect, Error> {
    Ok(Effect::Nothing)
}
