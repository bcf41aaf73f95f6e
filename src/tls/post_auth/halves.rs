//! What the reader and the writer of a connection have for it.

use std::sync::{Arc, mpsc};

use super::{
    Progress, Step,
    client::{Answering, Reply},
    server::{Asked, Asking, Checking},
};
use crate::tls::{
    config::Side,
    connection::CertificateRequestFacts,
    error::Error,
    handshake::{Context, certificate::Presented, inbox::Message, transcript::Transcript},
    keys::schedule13::TrafficSecret,
    session::PskKind,
    want::{Answer, Ask},
    wire::codes::{CertificateType, HandshakeType},
};

/// The reader's part.
pub enum Incoming {
    /// Client
    Answering(Answering),
    /// Server
    Checking(Checking),
}

/// The writer's part.
#[expect(clippy::large_enum_variant, reason = "there is one per connection, in a box")]
pub enum Outgoing {
    /// Client: takes the replies that are to be sent.
    Answering(mpsc::Receiver<Reply>),
    /// Server: asks.
    Asking(Asking),
}

/// Gives both halves what they need once the handshake is over, if both sides want it. `transcript` goes up to the client's
/// Finished.
///
/// RFC 8446 appendix E.6: "Implementations MUST NOT combine external PSKs with certificate-based authentication of either the
/// client or the server unless negotiated by some extension." So there is none after such a handshake.
pub fn open(cx: &mut Context<'_>, transcript: Transcript) {
    let negotiated = &*cx.negotiated;
    if !negotiated.post_handshake_auth || negotiated.psk == Some(PskKind::External) {
        return;
    }
    let config = Arc::clone(cx.config);
    let (incoming, outgoing) = match config.side {
        Side::Client => {
            let (replies, to_send) = mpsc::channel();
            let answering = Answering::new(config, negotiated.own_certificate_type, transcript, replies);
            (Incoming::Answering(answering), Outgoing::Answering(to_send))
        }
        Side::Server => {
            let (asked, awaited) = mpsc::channel();
            let checking = Checking::new(Arc::clone(&config), negotiated.peer_certificate_type, awaited);
            let asking = Asking::new(config, transcript, asked);
            (Incoming::Checking(checking), Outgoing::Asking(asking))
        }
    };
    cx.reader.set_authentication(Box::new(incoming));
    cx.writer.set_authentication(Box::new(outgoing));
}

impl Incoming {
    /// Whether this message belongs to an authentication: it begins one that may begin, or one is half through, when no other
    /// may come (RFC 8446 section 4.6.2: "All of the client's messages for a given response MUST appear consecutively on the
    /// wire with no intervening messages of other types.").
    pub fn takes(&mut self, msg_type: HandshakeType) -> bool {
        match self {
            Self::Answering(_) => msg_type == HandshakeType::CERTIFICATE_REQUEST,
            Self::Checking(checking) => checking.takes(msg_type),
        }
    }

    /// Reads such a message, which came under `secret`.
    pub fn read(&mut self, message: &Message<'_>, secret: &TrafficSecret) -> Result<Step, Error> {
        match self {
            Self::Answering(answering) => answering.read(message),
            Self::Checking(checking) => checking.read(message, secret),
        }
    }

    /// More messages have to come before anything else may.
    pub fn is_half_through(&self) -> bool {
        match self {
            Self::Answering(_) => false,
            Self::Checking(checking) => checking.is_half_through(),
        }
    }

    /// The question that is open.
    pub fn question(&self) -> Option<Ask> {
        match self {
            Self::Answering(answering) => answering.question(),
            Self::Checking(checking) => checking.question(),
        }
    }

    /// Goes on with the answer to it.
    pub fn answered(&mut self, answer: Answer) -> Result<Step, Error> {
        match self {
            Self::Answering(answering) => answering.answered(answer),
            Self::Checking(checking) => checking.answered(answer),
        }
    }

    /// Client: the CertificateRequest while the question is about it.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        match self {
            Self::Answering(answering) => answering.certificate_request(),
            Self::Checking(_) => None,
        }
    }

    /// Server: what the client has presented, while the question is about it.
    pub fn presented(&self) -> Option<&Presented> {
        match self {
            Self::Answering(_) => None,
            Self::Checking(checking) => checking.presented(),
        }
    }

    /// Server: what was agreed on as the client's certificate, if something was.
    pub fn peer_type(&self) -> Option<CertificateType> {
        match self {
            Self::Answering(_) => None,
            Self::Checking(checking) => checking.peer_type(),
        }
    }

    /// How it went: what is to be told when a [`Step::Settled`] or a reply is through.
    pub fn progress(&self) -> Progress {
        match self {
            Self::Answering(answering) => answering.progress(),
            Self::Checking(checking) => checking.progress(),
        }
    }
}

/// What the server has asked is in the reader's hands: see [`super::server`].
pub type Handover = mpsc::Sender<Asked>;
