//! A client in TLS 1.2.

use super::{Context, Next, client::ReadServerHello, inbox::Message};
use crate::tls::{error::Error, wire::server_hello::ServerHello};

/// A ServerHello is here that takes TLS 1.2.
pub fn read_server_hello(
    _: &mut Context<'_>,
    _: &ServerHello<'_>,
    _: ReadServerHello,
    _: &Message<'_>,
) -> Result<Next, Error> {
    Err(Error::ProtocolVersion)
}
