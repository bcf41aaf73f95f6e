//! In place of `server_name` where the option `server-name-indication` is off: no client says it, no server heeds it.

use crate::tls::{config::Options, wire::client_hello::ClientHello};

/// None. The name that a certificate is held against stays.
pub fn offered(_: &Options) -> Option<&str> {
    None
}

/// A ClientHello as a server goes on with it: without the name.
pub fn heeded(mut hello: ClientHello<'_>) -> ClientHello<'_> {
    hello.extensions.server_name = None;
    hello
}
