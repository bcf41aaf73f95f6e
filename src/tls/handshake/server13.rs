//! A server in TLS 1.3.
//!
//! ```text
//! ClientHello
//! early data         ------->
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
//! EndOfEarlyData                                      [only if early data is taken]
//! Certificate                                         [only if asked; may be empty]
//! CertificateVerify                                   [only after a certificate]
//! Finished           ------->
//! ```
//!
//! | file | what |
//! |---|---|
//! | `hello` | ClientHello, and the questions about it |
//! | `psk` | the pre-shared keys in it |
//! | `early` | early data: whether it is taken, and its end |
//! | `retry` | HelloRetryRequest, and what a second ClientHello is held against |
//! | `answer` | ServerHello |
//! | `flight` | the rest of our flight |
//! | `finish` | what the client answers |
//! | `certificates` | of both flights what is about certificates |
//! | `tickets` | what follows the handshake |

mod answer;
#[cfg(feature = "tls13-ephemeral")]
mod certificates;
#[cfg(not(feature = "tls13-ephemeral"))]
#[path = "server13/certificates/without.rs"]
mod certificates;
#[cfg(feature = "early-data")]
mod early;
#[cfg(not(feature = "early-data"))]
#[path = "server13/early/without.rs"]
mod early;
mod finish;
mod flight;
mod hello;
#[cfg(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral"))]
mod psk;
#[cfg(not(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral")))]
#[path = "server13/psk/without.rs"]
mod psk;
mod retry;
#[cfg(feature = "session-tickets")]
mod tickets;
#[cfg(not(feature = "session-tickets"))]
#[path = "server13/tickets/without.rs"]
mod tickets;

use self::{certificates::Certificate, early::Accepted, psk::Taken};
pub use self::{hello::read_client_hello, retry::Retried};
use super::{Randoms, certificate::SettledTypes, proof::PeerAuthenticated, transcript::Transcript};
use crate::tls::{
    keys::schedule13::{FinishedKey, Handshake, Traffic},
    session::KeyExchangeModes,
    suites::Suite,
    want::Credentials,
    wire::codes::NamedGroup,
};

/// What of the ClientHello the ServerHello needs.
struct Offer {
    random: [u8; 32],
    legacy_session_id: Vec<u8>,
    /// With its group; `None` without (EC)DHE (psk_ke).
    share: Option<(NamedGroup, Vec<u8>)>,
    suite: &'static Suite,
    /// The pre-shared key we go on with.
    taken: Option<Taken>,
    /// In which modes the client can use a ticket of ours; `None` if it did not say.
    ticket_modes: Option<KeyExchangeModes>,
    transcript: Transcript,
    ccs_sent: bool,
    /// The client has offered early data.
    early_data: bool,
    /// We take it.
    accepted: Option<Accepted>,
}

/// What our flight will say.
struct Plan {
    authentication: Authentication,
    /// What it says of certificate types if it resumes a session.
    resumed: SettledTypes,
    credentials: Credentials,
}

/// How we show who we are.
enum Authentication {
    /// By a certificate.
    #[cfg_attr(not(feature = "tls13-ephemeral"), expect(dead_code, reason = "there is none"))]
    Certificate(Certificate),
    /// By holding a pre-shared key.
    #[cfg_attr(
        not(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral")),
        expect(dead_code, reason = "without such a mode there is none")
    )]
    Psk(PeerAuthenticated),
}

/// What the states from ServerHello to Finished hand on.
struct Shared {
    transcript: Transcript,
    keys: Handshake,
    randoms: Randoms,
    /// Early data is taken.
    early_data: bool,
    ticket_modes: Option<KeyExchangeModes>,
}

/// What the states of the client's last flight hand on.
struct Last {
    transcript: Transcript,
    finished_key: FinishedKey,
    traffic: Traffic,
    ticket_modes: Option<KeyExchangeModes>,
}
