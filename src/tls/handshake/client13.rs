//! A client in TLS 1.3.
//!
//! ```text
//!                <-------   HelloRetryRequest        [only if the server wants another share or a cookie]
//! {CCS}
//! ClientHello    ------->
//!                <-------   ServerHello
//!                           EncryptedExtensions
//!                           CertificateRequest       [only if the server wants to know who we are]
//!                           Certificate
//!                           CertificateVerify
//!                           Finished
//! EndOfEarlyData                                     [only if the server takes early data]
//! {CCS}
//! Certificate                                        [only if asked; may be empty]
//! CertificateVerify                                  [only after a certificate]
//! Finished       ------->
//! ```
//!
//! | file | what |
//! |---|---|
//! | `retry` | a HelloRetryRequest and what answers it |
//! | `early` | early data: its keys, and its end |
//! | `hello` | ServerHello |
//! | `flight` | the rest of the server's flight |
//! | `certificates` | of that flight and of our last what is about certificates |
//! | `finish` | the rest of our last flight |

#[cfg(feature = "tls13-ephemeral")]
mod certificates;
#[cfg(not(feature = "tls13-ephemeral"))]
#[path = "client13/certificates/without.rs"]
mod certificates;
#[cfg(feature = "early-data")]
mod early;
#[cfg(not(feature = "early-data"))]
#[path = "client13/early/without.rs"]
mod early;
mod finish;
mod flight;
mod hello;
mod retry;

pub use self::{early::follow_client_hello, hello::read_server_hello, retry::read_hello_retry_request};
use super::{
    Randoms,
    proof::{FinishedVerified, PeerAuthenticated},
    transcript::Transcript,
};
use crate::tls::{
    keys::schedule13::{FinishedKey, Handshake, Traffic},
    wire::extensions::ExtensionSet,
};

/// What the states between ServerHello and the server's Finished hand on.
struct Shared {
    /// The server has taken a pre-shared key of ours.
    peer: Option<PeerAuthenticated>,
    transcript: Transcript,
    keys: Handshake,
    randoms: Randoms,
    offered: ExtensionSet,
    ccs_sent: bool,
    /// The server may take early data, by its ServerHello.
    early_data_fits: bool,
}

/// What the states of our last flight hand on. It has the evidence for everything we know of the server.
struct Last {
    transcript: Transcript,
    finished_key: FinishedKey,
    traffic: Traffic,
    ccs_sent: bool,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    peer: PeerAuthenticated,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    server_finished: FinishedVerified,
}
