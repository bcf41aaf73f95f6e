//! A client's tickets where there are none: without the option `session-tickets`, or without `tls13`.

use crate::crypto::hkdf::Secret;
use crate::tls::session::Resumption;

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
