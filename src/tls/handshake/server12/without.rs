//! In place of the server's states of TLS 1.2 where the option `tls12` is off.

use super::{Context, Next, inbox::Message};
use crate::tls::{error::Error, wire::client_hello::ClientHello};

/// A ClientHello that offers nothing above TLS 1.2: `ProtocolVersion`.
pub fn read_client_hello(_: &mut Context<'_>, _: &ClientHello<'_>, _: &Message<'_>) -> Result<Next, Error> {
    Err(Error::ProtocolVersion)
}
