//! What a connection waits for: the transport, or an answer that only the application has.

use std::sync::Arc;

use super::config::{Credential, PeerKey};
use super::early_data::replay::Digest;
use super::error::Error;
use super::session::{ExternalPsk, NewTicket, Session};
use super::wire::codes::{AlertDescription, SignatureScheme};
use crate::crypto::hash::HashAlgorithm;

/// The `Err` side of every call into the core.
#[derive(Debug)]
pub enum Stop {
    /// Nothing is wrong: do what is wanted, then call again.
    Want(Want),
    /// The connection has failed; every later call fails the same way.
    Fail(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Fail(error)
    }
}

impl From<Want> for Stop {
    fn from(want: Want) -> Self {
        Self::Want(want)
    }
}

/// What the caller is to do before it calls again.
#[derive(Debug)]
pub enum Want {
    /// Read from the transport into `recv_space`.
    Recv {
        /// Bytes missing to the end of the current record (or of its header): never more than these may be read,
        /// because programs `select()` on their socket.
        at_least: usize,
    },
    /// Write `unsent` to the transport.
    Send,
    /// Wait for a timer (datagrams only, later).
    Timer,
    /// Client, only if [`super::config::Config::signal_tickets`]: a ticket has come (`Reader::take_ticket`). Call again to go on.
    NewSessionTicket,
    /// Server: early data is here (`Reader::read_early`). Read it, then call again: until all of the record is read, it
    /// comes back.
    EarlyData,
    /// Server: an authentication of the client after the handshake is through, client: one is answered
    /// (`Reader::authentication`). Call again to go on.
    ClientAuthentication,
    /// TLS 1.2: the peer asks for another handshake, and may. `Connection::renegotiate`, then `step` until it is over, then call
    /// again.
    Renegotiate,
    /// TLS 1.2, client in a renegotiation: application data is here that came before the ServerHello
    /// (`Reader::read_before_hello`). Read it, then call `step` again: until all of the record is read, it comes back.
    ApplicationData,
    /// TLS 1.2, client: the server does not want to renegotiate. The connection is as it was before.
    RenegotiationRefused,
    /// Ask the application, then call `answer`: of the connection during the handshake, of its reader afterwards.
    Ask(Ask),
}

/// A question that only the application can answer. Its material is read from the connection while it is pending.
#[derive(Clone, Debug)]
pub enum Ask {
    /// Server: a ClientHello is here (`Connection::client_hello` shows it), which credentials serve it?
    /// Client: a CertificateRequest is here (`Connection::certificate_request`), which credentials answer it?
    /// Answered by [`Answer::Credentials`].
    SelectCertificate,
    /// Is this chain (`Connection::peer_chain`, DER, leaf first; may be empty for a client) trusted?
    /// Answered by [`Answer::Peer`].
    VerifyPeer,
    /// Sign for a credential whose key is not in this process ([`super::config::Key::External`]).
    /// Answered by [`Answer::Signature`].
    Sign {
        /// Which credential of the last `SelectCertificate` answer is to sign.
        credential: Arc<Credential>,
        /// The scheme chosen for it.
        scheme: SignatureScheme,
        /// What is to be signed (not hashed).
        message: Vec<u8>,
    },
    /// Server: what does this ticket stand for? Answered by [`Answer::Session`]; `None` if it is none of ours or too old.
    ///
    /// The search ends with the first ticket that fits, so that once the handshake is on its way the last one that was answered is
    /// the one that is resumed, if [`super::connection::Connection::psk`] says that one is. After a HelloRetryRequest all is
    /// asked again.
    ParseTicket {
        /// The client's identity.
        ticket: Vec<u8>,
    },
    /// Server: which key has this name? Answered by [`Answer::Psk`].
    FindPsk {
        /// The client's identity.
        identity: Vec<u8>,
    },
    /// Server, only if [`super::early_data::Replays::Application`]: is this ClientHello, which brings early data, here for the
    /// first time? Answered by [`Answer::Fresh`].
    CheckReplay {
        /// What names the ClientHello.
        digest: Digest,
        /// For how many milliseconds a copy of it could be taken for fresh, also by a server whose clock is a little behind
        /// ([`CLOCK_TOLERANCE`](super::handshake::ticket_age::CLOCK_TOLERANCE)), so that it has to be remembered.
        remember: u64,
    },
    /// Server: make a ticket for this session. Answered by [`Answer::Ticket`].
    WriteTicket {
        /// What it shall stand for; `created` is now, by [`super::connection::Connection::set_now`], and `lifetime` the most
        /// there can be: the answer says how long it is.
        session: Box<Session>,
    },
    /// Server in TLS 1.2: what does this session identifier stand for? Answered by [`Answer::Session`]; `None` if it is not in the
    /// cache. As with [`Ask::ParseTicket`], the last one answered is the one that is resumed, if one is.
    FindSession {
        /// `session_id`, 1 to 32 bytes.
        id: Vec<u8>,
    },
    /// Server in TLS 1.2, once a full handshake is over: keep this session in the cache. Answered by [`Answer::Kept`].
    KeepSession {
        /// `session_id`, 32 bytes.
        id: Vec<u8>,
        /// What it stands for; `created` is now.
        session: Box<Session>,
    },
}

/// The application's answer to an [`Ask`].
#[derive(Debug)]
pub enum Answer {
    /// To [`Ask::SelectCertificate`].
    Credentials(Credentials),
    /// To [`Ask::VerifyPeer`]: go on with this key; `None` goes on with an unauthenticated client (empty chain).
    Peer(Option<PeerKey>),
    /// To [`Ask::Sign`].
    Signature(Vec<u8>),
    /// To [`Ask::ParseTicket`] and [`Ask::FindSession`].
    Session(Option<Box<Session>>),
    /// To [`Ask::KeepSession`]; it may have been dropped, which the handshake does not mind.
    Kept,
    /// To [`Ask::FindPsk`]; `None` if nobody knows it.
    Psk(Option<ExternalPsk>),
    /// To [`Ask::CheckReplay`]: it is, and is remembered from now on. Otherwise the early data is not taken.
    Fresh(bool),
    /// To [`Ask::WriteTicket`]; `None` sends none.
    Ticket(Option<NewTicket>),
    /// To any: fail the handshake; the peer gets the error's alert.
    Fail(Error),
    /// To any: fail the handshake with this alert to the peer and this code to the application.
    FailWith(AlertDescription, Error),
}

/// What a side authenticates with, and what it asks of the other side.
#[derive(Debug, Clone, Default)]
pub struct Credentials {
    /// Candidates, in the application's order; the first that fits the peer's signature algorithms serves.
    pub candidates: Vec<Arc<Credential>>,
    /// Server: send a CertificateRequest.
    pub request_client_certificate: bool,
    /// Server: DER names for its `certificate_authorities` extension (RFC 8446 section 4.2.4); empty: do not send it.
    pub authorities: Vec<Vec<u8>>,
}

/// Something that happened and that the application may want to hear of; needs no answer. Drained between steps.
#[derive(Debug)]
pub enum Event {
    /// A secret has come into being (key log, `mbedtls_ssl_set_export_keys_cb`).
    Secret {
        /// Which secret.
        kind: SecretKind,
        /// Its bytes.
        secret: crate::crypto::hkdf::Secret,
        /// `ClientHello.random`.
        client_random: [u8; 32],
        /// `ServerHello.random`.
        server_random: [u8; 32],
    },
    /// A line for the debug callback.
    Debug {
        /// Level as in `mbedtls_debug_set_threshold`: 1 error, 2 state change, 3 informational, 4 verbose.
        level: u8,
        /// Source file of the line.
        file: &'static str,
        /// Source line.
        line: u32,
        /// The text, without newline.
        text: String,
    },
}

/// Which secret of the key schedule (RFC 8446 section 7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// `client_handshake_traffic_secret`
    ClientHandshake,
    /// `server_handshake_traffic_secret`
    ServerHandshake,
    /// `client_application_traffic_secret_0`
    ClientApplication,
    /// `server_application_traffic_secret_0`
    ServerApplication,
    /// `exporter_master_secret`
    Exporter,
    /// `client_early_traffic_secret`
    ClientEarly,
    /// `early_exporter_master_secret`
    EarlyExporter,
    /// TLS 1.2: the master secret, with the hash of its PRF.
    Master(HashAlgorithm),
}
