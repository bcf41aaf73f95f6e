//! In place of the server's states of TLS 1.3 where the option `tls13` is off: that version is never chosen.

use super::{Context, Next, inbox::Message, server::Remembered};
use crate::tls::{error::Error, wire::client_hello::ClientHello};

/// What is left of a first ClientHello: no value.
pub enum Retried {}

/// `ProtocolVersion`
pub fn read_client_hello(
    _: &mut Context<'_>,
    _: &ClientHello<'_>,
    _: Remembered,
    _: &Message<'_>,
) -> Result<Next, Error> {
    Err(Error::ProtocolVersion)
}
