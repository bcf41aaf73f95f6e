//! In place of cookies where the option `tls13` is off: there is no HelloRetryRequest that one could stand in.

use crate::tls::config::Config;

/// When a server leaves what it has to remember with the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatelessRetry {
    /// Never.
    #[default]
    Off,
    /// Where it sends a HelloRetryRequest anyway.
    WhenNeeded,
    /// With every client: a HelloRetryRequest answers each first ClientHello.
    Always,
}

/// What cookies are authenticated with: no value.
#[derive(Debug)]
pub enum CookieKey {}

/// `None`
pub fn key(_: &Config) -> Option<&CookieKey> {
    None
}
