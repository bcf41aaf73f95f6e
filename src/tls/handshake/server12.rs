//! A server in TLS 1.2 (RFC 5246 section 7.3).
//!
//! ```text
//! ClientHello        ------->
//!                               ServerHello
//!                               Certificate           [not with a pre-shared key]
//!                               CertificateStatus     [only if the client asked and there is one]
//!                               ServerKeyExchange     [not with a pre-shared key alone]
//!                               CertificateRequest    [only if the application wants it]
//!                    <-------   ServerHelloDone
//! Certificate                                         [only if asked; may be empty]
//! ClientKeyExchange
//! CertificateVerify                                   [only after a certificate]
//! [ChangeCipherSpec]
//! Finished           ------->
//!                               NewSessionTicket      [only if the client wants one]
//!                               [ChangeCipherSpec]
//!                    <-------   Finished
//! ```
//! and where a session is resumed:
//!
//! ```text
//! ClientHello        ------->
//!                               ServerHello
//!                               NewSessionTicket      [only if the client wants one]
//!                               [ChangeCipherSpec]
//!                    <-------   Finished
//! [ChangeCipherSpec]
//! Finished           ------->
//! ```
//!
//! Programs that step see every state of 3.6.6, also those in which nothing is sent or awaited.
//!
//! | file | what |
//! |---|---|
//! | `hello` | ClientHello, what is chosen of it, and the questions about it |
//! | `resume` | sessions: by a ticket or by an identifier |
//! | `answer` | ServerHello |
//! | `flight` | the rest of our first flight |
//! | `client` | what the client answers, up to CertificateVerify |
//! | `finish` | change_cipher_spec and Finished of both sides, and the end |
//! | `tickets` | tickets that come, NewSessionTicket |
//! | `kept` | what tickets and session identifiers stand for |
//!
//! A second handshake (RFC 5746) passes through the same states; [`Negotiated::previous`](super::Negotiated::previous) then says
//! what it has to agree with.

mod answer;
mod client;
mod finish;
mod flight;
mod hello;
mod kept;
mod resume;
#[cfg(feature = "session-tickets")]
mod tickets;
#[cfg(not(feature = "session-tickets"))]
#[path = "server12/tickets/without.rs"]
mod tickets;

pub use self::hello::read_client_hello;
use super::{Randoms, authenticate::Signer, certificate::SettledTypes, transcript::Transcript};
use crate::tls::{keys::prf12::MasterSecret, suites12::Suite12, wire::codes::NamedGroup};

/// What all states after the choice hand on.
struct Shared {
    suite: &'static Suite12,
    /// The server's is of zeros until ServerHello is written.
    randoms: Randoms,
    transcript: Transcript,
    /// `session_id` of our ServerHello; may be empty.
    session_id: Vec<u8>,
    /// The client knows of RFC 5746.
    secure_renegotiation: bool,
    /// The master secret will be bound to the handshake.
    extended_master_secret: bool,
    /// A NewSessionTicket will follow.
    ticket: Option<tickets::Promised>,
    /// The client named the formats of points that it takes.
    point_formats: bool,
}

/// What our flight in a full handshake will say.
struct Plan {
    /// Signs; `None` without certificates.
    signer: Option<Signer>,
    /// What ServerHello says of certificate types.
    types: SettledTypes,
    /// Of the key exchange; `None` with a pre-shared key alone.
    group: Option<NamedGroup>,
    /// There will be a CertificateRequest.
    asks: bool,
    /// DER names for it.
    authorities: Vec<Vec<u8>>,
}

/// What the states hand on once there is a master secret.
struct Last {
    shared: Box<Shared>,
    master: MasterSecret,
    /// A session is resumed.
    resumed: bool,
}
