//! In place of the client's states of TLS 1.2 where the option `tls12` is off: that version is not offered.

use super::{Context, Next, client::ReadServerHello, inbox::Message, renegotiation::Previous};
use crate::tls::{
    config::{Config, Options},
    error::Error,
    wire::{
        client_hello::ClientHelloExtensions,
        codes::{CipherSuite, NamedGroup},
        server_hello::ServerHello,
    },
};

/// The part of an [`Offer`](super::offer::Offer) that is for TLS 1.2; there is never one.
pub struct Offer12 {
    /// The suites of TLS 1.2 that are offered.
    pub suites: Vec<CipherSuite>,
    /// How a session is offered.
    pub resumes: Option<Resumes>,
    /// Some suite has ECDHE.
    pub has_ecdhe: bool,
    /// With some suite the server has a certificate.
    pub has_certificate: bool,
}

/// How a session is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumes {
    /// By its ticket.
    ByTicket,
    /// By its identifier.
    ById,
}

impl Offer12 {
    /// `None`
    pub fn prepare(_: &Config, _: &Options, _: &[NamedGroup], _: Option<&Previous>, _: u64) -> Option<Self> {
        None
    }

    /// `None`
    pub fn signalling_suite(&self) -> Option<CipherSuite> {
        None
    }

    /// Nothing.
    pub fn extend(&self, _: &Config, _: &Options, _: &mut ClientHelloExtensions<'_>) {}
}

/// A ServerHello that takes TLS 1.2, which we did not offer (RFC 8446 section 4.2.1).
pub fn read_server_hello(
    _: &mut Context<'_>,
    _: &ServerHello<'_>,
    _: ReadServerHello,
    _: &Message<'_>,
) -> Result<Next, Error> {
    Err(Error::ProtocolVersion)
}
