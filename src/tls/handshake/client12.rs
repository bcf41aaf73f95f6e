//! A client in TLS 1.2.
//!
//! ```text
//! ClientHello          ------->
//!                      <-------   ServerHello
//!                                 Certificate           [only with a suite that has one]
//!                                 CertificateStatus     [only if we asked for it]
//!                                 ServerKeyExchange     [with a pre-shared key alone only if there is a hint]
//!                                 CertificateRequest    [only if the server wants to know who we are]
//!                                 ServerHelloDone
//! Certificate                                           [only if asked; may be empty]
//! ClientKeyExchange
//! CertificateVerify                                     [only after a certificate]
//! ChangeCipherSpec
//! Finished             ------->
//!                      <-------   NewSessionTicket      [only if the ServerHello says so]
//!                                 ChangeCipherSpec
//!                                 Finished
//! ```
//!
//! A session that is resumed:
//!
//! ```text
//! ClientHello          ------->
//!                      <-------   ServerHello
//!                                 NewSessionTicket      [only if the ServerHello says so]
//!                                 ChangeCipherSpec
//!                                 Finished
//! ChangeCipherSpec
//! Finished             ------->
//! ```
//!
//! | file | what |
//! |---|---|
//! | `offer` | what a ClientHello has for TLS 1.2 |
//! | `hello` | ServerHello |
//! | `flight` | the rest of the server's flight |
//! | `exchange` | our flight up to CertificateVerify, and the secrets that follow from it |
//! | `finish` | both sides' ChangeCipherSpec and Finished, in either order |
//! | `tickets` | the ticket that is sent, NewSessionTicket |

mod exchange;
mod finish;
mod flight;
mod hello;
mod offer;
#[cfg(feature = "session-tickets")]
mod tickets;
#[cfg(not(feature = "session-tickets"))]
#[path = "client12/tickets/without.rs"]
mod tickets;

use std::sync::Arc;

pub use self::{
    hello::read_server_hello,
    offer::{Offer12, Resumes},
};
use super::{Randoms, authenticate::Signer, proof::PeerAuthenticated, transcript::Transcript};
use crate::tls::{
    keys::prf12::MasterSecret,
    suites12::Suite12,
    wire::codes::{MaxFragmentLength, NamedGroup, SignatureScheme},
};

/// What the states from ServerHello on hand on.
struct Shared {
    suite: &'static Suite12,
    randoms: Randoms,
    transcript: Transcript,
    /// `supported_groups` of our ClientHello.
    groups: Vec<NamedGroup>,
    told: Told,
}

/// What the ServerHello says.
struct Told {
    /// `session_id`
    session_id: Vec<u8>,
    /// The server knows of RFC 5746.
    secure_renegotiation: bool,
    extended_master_secret: bool,
    encrypt_then_mac: bool,
    max_fragment_length: Option<MaxFragmentLength>,
    /// A CertificateStatus may follow.
    status_follows: bool,
    /// A NewSessionTicket will follow.
    ticket_follows: bool,
    /// `signed_certificate_timestamp`, with the length before it.
    scts: Option<Arc<[u8]>>,
}

/// What we say about ourselves.
enum OwnCertificate {
    /// Nothing: we were not asked.
    NotRequested,
    /// That we have nothing to say.
    Empty,
    /// This.
    Signer(Signer),
}

/// What the states from the master secret on hand on. Who gets here knows who the server is, if its Finished is right.
struct Last {
    suite: &'static Suite12,
    randoms: Randoms,
    transcript: Transcript,
    told: Told,
    master: MasterSecret,
    /// The session was resumed.
    resumed: bool,
    /// A ticket that has come.
    ticket: Option<tickets::Given>,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    peer: PeerAuthenticated,
}

/// A share of the server's: its group and its bytes.
type ServerShare = (NamedGroup, Vec<u8>);

/// The schemes of a CertificateRequest.
type Schemes = Vec<SignatureScheme>;
