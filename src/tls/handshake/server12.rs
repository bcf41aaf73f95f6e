//! A server in TLS 1.2.

use super::{Context, Next, inbox::Message};
use crate::tls::{error::Error, wire::client_hello::ClientHello};

/// A ClientHello is here that TLS 1.2 is chosen of.
pub fn read_client_hello(_: &mut Context<'_>, _: &ClientHello<'_>, _: &Message<'_>) -> Result<Next, Error> {
    Err(Error::ProtocolVersion)
}
