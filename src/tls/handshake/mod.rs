//! The handshake: a machine of states, each a struct that its handler consumes.
//!
//! [`Connection::step`](super::connection::Connection::step) drives it. It asks a state what it [wants](State::wants),
//! does all waiting, and then hands it what it waits for, so that a handler sees only whole messages and never has to
//! resume. A handler works in stages, which are functions with these prefixes:
//!
//! - for a message that is read: `parse` (by `wire`), `check` (policy, signatures), then update of secrets, keys and
//!   transcript;
//! - for one that is written: `prepare`, `write`, `finalize`.
//!
//! and says what comes [next](Next). It sends nothing itself: what it writes is gathered in a [`flight::Flight`] and
//! goes out, in one send, before a message is awaited.
//!
//! | file | what |
//! |---|---|
//! | `client`, `server` | the states until the version is known |
//! | `client13`, `server13` | the states of TLS 1.3 |
//! | `client12`, `server12` | the states of TLS 1.2 |
//! | `offer`, `choose` | what a client offers; what a server chooses of it |
//! | `hello_facts` | what a server keeps of a ClientHello while it asks about it |
//! | `limits` | how long records may be |
//! | `psk` | the pre-shared keys among it |
//! | `certificate` | what is agreed about certificates |
//! | `certificate13` | CertificateRequest and Certificate, the same for both sides |
//! | `certificate12` | the same messages in TLS 1.2, and CertificateStatus |
//! | `choose12` | what differs of `choose` in TLS 1.2 |
//! | `renegotiation` | what ties a handshake of TLS 1.2 to the one before it |
//! | `authenticate` | keys that sign |
//! | `authenticate13`, `authenticate12` | CertificateVerify, likewise |
//! | `finished` | Finished, likewise |
//! | `inbox`, `flight` | records to messages, messages to records |
//! | `transcript`, `proof`, `state_id` | the transcript hash, evidence of checks, numbers of states |

#[cfg(feature = "certificates")]
pub mod authenticate;
#[cfg(feature = "tls12")]
pub mod authenticate12;
#[cfg(feature = "tls13-ephemeral")]
pub mod authenticate13;
#[cfg(feature = "certificates")]
pub mod certificate;
#[cfg(not(feature = "certificates"))]
#[path = "certificate/without.rs"]
pub mod certificate;
#[cfg(feature = "tls12")]
pub mod certificate12;
#[cfg(feature = "tls13-ephemeral")]
pub mod certificate13;
pub mod choose;
#[cfg(feature = "tls12")]
pub mod choose12;
pub mod client;
#[cfg(feature = "tls12")]
pub mod client12;
#[cfg(not(feature = "tls12"))]
#[path = "client12/without.rs"]
pub mod client12;
#[cfg(feature = "tls13")]
pub mod client13;
#[cfg(not(feature = "tls13"))]
#[path = "client13/without.rs"]
pub mod client13;
#[cfg(feature = "tls13-compatibility-mode")]
pub mod compatibility;
#[cfg(not(feature = "tls13-compatibility-mode"))]
#[path = "compatibility/without.rs"]
pub mod compatibility;
#[cfg(feature = "tls13")]
pub mod cookie;
#[cfg(not(feature = "tls13"))]
#[path = "cookie/without.rs"]
pub mod cookie;
pub mod finished;
pub mod flight;
pub mod grease;
pub mod hello_facts;
pub mod inbox;
pub mod limits;
pub mod offer;
pub mod proof;
#[cfg(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral"))]
pub mod psk;
#[cfg(not(any(feature = "tls13-psk", feature = "tls13-psk-ephemeral")))]
#[path = "psk/without.rs"]
pub mod psk;
#[cfg(feature = "tls12")]
pub mod renegotiation;
#[cfg(not(feature = "tls12"))]
#[path = "renegotiation/without.rs"]
pub mod renegotiation;
pub mod server;
#[cfg(feature = "tls12")]
pub mod server12;
#[cfg(not(feature = "tls12"))]
#[path = "server12/without.rs"]
pub mod server12;
#[cfg(feature = "tls13")]
pub mod server13;
#[cfg(not(feature = "tls13"))]
#[path = "server13/without.rs"]
pub mod server13;
#[cfg(feature = "server-name-indication")]
pub mod server_name;
#[cfg(not(feature = "server-name-indication"))]
#[path = "server_name/without.rs"]
pub mod server_name;
pub mod shares;
pub mod state_id;
pub mod ticket_age;
pub mod transcript;

use std::collections::VecDeque;
use std::sync::Arc;

use self::{inbox::Message, state_id::StateId};
use super::{
    config::{Config, Options, Side},
    connection::{CertificateRequestFacts, ClientHelloFacts, Reader, Writer},
    early_data::EarlyData,
    error::Error,
    keys::{
        export::Exporter,
        prf12::{MasterSecret, VerifyData},
        schedule13::TrafficSecret,
    },
    session::{PskKind, Resumption},
    want::{Answer, Ask, Credentials, Event, SecretKind},
    wire::codes::{CertificateType, CipherSuite, NamedGroup, ProtocolVersion},
};
use crate::crypto::hkdf::Secret;

/// What a state waits for before its handler may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// Nothing.
    Nothing,
    /// Everything written is sent.
    Flush,
    /// A whole message, after a flush.
    Message,
    /// The same, but early data may come before it, which the application reads.
    MessageAfterEarlyData,
    /// TLS 1.2: a change_cipher_spec, after a flush.
    ChangeCipherSpec,
}

/// What comes after a handler.
pub enum Next {
    /// This state; the message is read.
    Consume(Box<dyn State>),
    /// This state, which sees the same message.
    Keep(Box<dyn State>),
    /// The same state, which has read its message and goes on with the answer to this question.
    Ask(Box<dyn State>, Ask),
}

/// A state of the handshake.
pub trait State: Send {
    /// Its number.
    fn id(&self) -> StateId;

    /// What it waits for.
    fn wants(&self) -> Wants {
        Wants::Nothing
    }

    /// Its work. `message` is [`Message::NONE`] unless it wants one.
    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error>;

    /// The rest of its work, once the question it returned is answered.
    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let _ = (cx, answer);
        Err(Error::BadInput)
    }

    /// The application has changed its mind about what [`Ask::SelectCertificate`] was answered with, before that was used.
    /// Programs of 3.6.6 step to the ServerHello, look at the name and the protocol, and choose then.
    fn reconsidered(&mut self, cx: &mut Reconsidering<'_>, credentials: Credentials) -> Result<(), Error> {
        let _ = (cx, credentials);
        Ok(())
    }

    /// The ClientHello, while the question is about it.
    fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        None
    }

    /// The CertificateRequest, while the question is about it.
    fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        None
    }

    /// What the peer has presented, while the question is about it.
    fn presented(&self) -> Option<&certificate::Presented> {
        None
    }
}

/// What a state has to choose anew with.
pub struct Reconsidering<'a> {
    /// What many connections share.
    pub config: &'a Config,
    /// What was negotiated so far.
    pub negotiated: &'a mut Negotiated,
}

/// What every state works with.
pub struct Context<'a> {
    /// What many connections share.
    pub config: &'a Arc<Config>,
    /// What this connection has of its own.
    pub options: &'a Options,
    /// Its keys change when a handler says so.
    pub reader: &'a mut Reader,
    /// Takes the messages that handlers write; its keys change when a handler says so.
    pub writer: &'a mut Writer,
    /// What was negotiated so far.
    pub negotiated: &'a mut Negotiated,
    /// What happened so far.
    pub events: &'a mut VecDeque<Event>,
    /// Milliseconds since 1970.
    pub now: u64,
}

impl Context<'_> {
    /// Tells the application of a traffic secret, if it wants to know.
    pub fn export_secret(&mut self, kind: SecretKind, secret: &TrafficSecret, randoms: &Randoms) {
        self.export(kind, secret.secret(), randoms);
    }

    /// The same of a master secret.
    pub fn export_master(&mut self, master: &MasterSecret, randoms: &Randoms) {
        self.export(SecretKind::Master(master.hash()), master.secret(), randoms);
    }

    /// The same of the secret that exporters rest on.
    pub fn export_exporter(&mut self, kind: SecretKind, exporter: &Exporter, randoms: &Randoms) {
        self.export(kind, exporter.secret(), randoms);
    }

    fn export(&mut self, kind: SecretKind, secret: &Secret, randoms: &Randoms) {
        if self.options.export_secrets {
            self.events.push_back(Event::Secret {
                kind,
                secret: secret.clone(),
                client_random: randoms.client,
                server_random: randoms.server,
            });
        }
    }

    /// See [`debug_line`]; to be used through [`debug!`].
    pub fn debug_line(&mut self, level: u8, file: &'static str, line: u32, text: core::fmt::Arguments<'_>) {
        debug_line(self.config, self.events, (level, file, line), text);
    }
}

/// A line for the debug callback, made only if its level is asked for. `place` is level, file and line.
pub fn debug_line(
    config: &Config,
    events: &mut VecDeque<Event>,
    (level, file, line): (u8, &'static str, u32),
    text: core::fmt::Arguments<'_>,
) {
    if level <= config.debug_level {
        events.push_back(Event::Debug {
            level,
            file,
            line,
            text: text.to_string(),
        });
    }
}

/// A line for the debug callback: `debug!(cx, level, "format", arguments)`.
macro_rules! debug {
    ($cx:expr, $level:expr, $($format:tt)*) => {
        $cx.debug_line($level, file!(), line!(), format_args!($($format)*))
    };
}
pub(crate) use debug;

pub use super::keys::Randoms;

/// What was negotiated, as far as it is known; stays when the handshake is over.
#[derive(Default)]
pub struct Negotiated {
    /// The version.
    pub version: Option<ProtocolVersion>,
    /// The cipher suite.
    pub suite: Option<CipherSuite>,
    /// The group of the key exchange.
    pub group: Option<NamedGroup>,
    /// The pre-shared key.
    pub psk: Option<PskKind>,
    /// How far early data has got.
    pub early_data: EarlyData,
    /// Server: how long records may be.
    pub limits: limits::Limits,
    /// The application protocol.
    pub alpn_protocol: Option<Box<[u8]>>,
    /// Server: the name in the ClientHello.
    pub server_name: Option<Box<str>>,
    /// `legacy_session_id` (RFC 8446 section 4.1.2), until it is taken; it means nothing, but programs look at it. In TLS 1.2
    /// `session_id` of the ServerHello.
    pub legacy_session_id: Vec<u8>,
    /// What was agreed on as our certificate; `None` if nothing was: an X.509 certificate.
    pub own_certificate_type: Option<CertificateType>,
    /// What was agreed on as the peer's certificate, likewise.
    pub peer_certificate_type: Option<CertificateType>,
    /// The client has offered to authenticate after the handshake, and the configuration lets it.
    pub post_handshake_auth: bool,
    /// Makes keying material for the application.
    pub exporter: Option<Exporter>,
    /// The same from the client's first flight alone, if early data goes with that.
    pub early_exporter: Option<Box<Exporter>>,
    /// What stays of a handshake of TLS 1.2.
    pub tls12: Option<Box<Negotiated12>>,
    /// In a renegotiation: the handshake before it.
    pub previous: Option<renegotiation::Previous>,
}

/// What stays of a handshake of TLS 1.2.
pub struct Negotiated12 {
    /// The peer knows of RFC 5746.
    pub secure_renegotiation: bool,
    /// `verify_data` of the client's Finished; the next handshake's `renegotiation_info` names it.
    pub client_verify_data: VerifyData,
    /// `verify_data` of the server's.
    pub server_verify_data: VerifyData,
    /// The master secret is bound to its handshake (RFC 7627).
    pub extended_master_secret: bool,
    /// The master secret, and the randoms that record keys come from together with it.
    pub master: MasterSecret,
    /// See `master`.
    pub randoms: Randoms,
    /// What can be resumed: by a client's ticket or session identifier; `None` at a server, and where neither was given.
    pub resumption: Option<Box<Resumption>>,
}

/// The state in which a handshake begins.
pub fn initial(side: Side) -> Box<dyn State> {
    match side {
        Side::Client => Box::new(client::HelloRequest),
        Side::Server => Box::new(server::HelloRequest),
    }
}

/// The handshake is over.
pub struct Over;

impl State for Over {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_OVER
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Keep(self))
    }
}

/// Stands where a state was while its handler runs, and for good if the handler fails.
pub struct Gone;

impl State for Gone {
    fn id(&self) -> StateId {
        StateId::HELLO_REQUEST
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }
}
