//! `server_name` (RFC 6066 section 3): what a client says, and that a server heeds it.

use crate::tls::{config::Options, wire::client_hello::ClientHello};

/// The name that a client says.
pub fn offered(options: &Options) -> Option<&str> {
    options.server_name.as_deref()
}

/// A ClientHello as a server goes on with it: with the name.
pub fn heeded(hello: ClientHello<'_>) -> ClientHello<'_> {
    hello
}
