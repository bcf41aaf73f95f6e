//! In place of the messages after a handshake of TLS 1.3 where the option `tls13` is off: none is taken, none is sent.

mod effect;
mod no_tickets;

pub use self::{effect::Effect, no_tickets::Tickets};
use super::{config::Side, error::Error, handshake::inbox::Message, wire::codes::KeyUpdateRequest};

/// `UnexpectedMessage`
pub fn read(_: Side, _: Option<&mut Tickets>, _: &Message<'_>) -> Result<Effect, Error> {
    Err(Error::UnexpectedMessage)
}

/// `BadInput`: there is no KeyUpdate.
pub fn key_update(_: KeyUpdateRequest) -> Result<Vec<u8>, Error> {
    Err(Error::BadInput)
}
