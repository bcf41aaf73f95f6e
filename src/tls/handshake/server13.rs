//! A server in TLS 1.3.
//!
//! ```text
//! ClientHello        ------->
//!                               HelloRetryRequest     [only if the client has to send another share]
//!                    <-------   {CCS}
//! ClientHello        ------->
//!                               ServerHello
//!                               {CCS}
//!                               EncryptedExtensions
//!                               CertificateRequest    [only if the application wants it]
//!                               Certificate
//!                               CertificateVerify
//!                    <-------   Finished
//! Certificate                                         [only if asked; may be empty]
//! CertificateVerify                                   [only after a certificate]
//! Finished           ------->
//! ```

//!
//! | file | what |
//! |---|---|
//! | `hello` | ClientHello, and the questions about it |
//! | `retry` | HelloRetryRequest, and what a second ClientHello is held against |
//! | `answer` | ServerHello |
//! | `flight` | the rest of our flight |
//! | `finish` | what the client answers, and what follows |

mod answer;
mod finish;
mod flight;
mod hello;
mod retry;

pub use self::{hello::read_client_hello, retry::Retried};
use super::{Randoms, authenticate::Signer, certificate::SettledTypes, transcript::Transcript};
use crate::tls::{
    keys::schedule13::{FinishedKey, Handshake, Traffic},
    suites::Suite,
    want::Credentials,
    wire::codes::NamedGroup,
};

/// What of the ClientHello the ServerHello needs.
struct Offer {
    random: [u8; 32],
    legacy_session_id: Vec<u8>,
    share: Vec<u8>,
    suite: &'static Suite,
    group: NamedGroup,
    transcript: Transcript,
    ccs_sent: bool,
    early_data: bool,
}

/// What our flight will say.
struct Plan {
    signer: Signer,
    /// What EncryptedExtensions says of certificate types.
    types: SettledTypes,
    credentials: Credentials,
    names_server: bool,
}

/// What the states from ServerHello to Finished hand on.
struct Shared {
    transcript: Transcript,
    keys: Handshake,
    randoms: Randoms,
}

/// What the states of the client's last flight hand on.
struct Last {
    transcript: Transcript,
    finished_key: FinishedKey,
    traffic: Traffic,
}
