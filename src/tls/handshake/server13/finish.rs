//! What the client answers, and what follows.

use super::super::{
    Context, Next, Over, State, Wants, authenticate,
    certificate::{self, Presented},
    inbox::Message,
    proof::{AnonymousAccepted, ClientSettled, FinishedVerified},
    state_id::StateId,
};
use super::{
    Last,
    tickets::{Tickets, WriteNewSessionTicket},
};
use crate::tls::{
    config::{PeerKey, Side},
    error::Error,
    post_auth,
    want::{Answer, Ask},
    wire::extensions::ExtensionSet,
};

/// Awaits the client's Certificate.
pub struct ReadCertificate {
    pub(super) last: Box<Last>,
    pub(super) requested: ExtensionSet,
}

impl State for ReadCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, requested } = *self;
        let presented = certificate::read(cx, &message, requested, &[])?;
        last.transcript.add(message.bytes);
        Ok(Next::Ask(Box::new(VerifyClient { last, presented }), Ask::VerifyPeer))
    }
}

/// The application is asked whether the client's chain is trusted, or what it makes of an empty one.
struct VerifyClient {
    last: Box<Last>,
    presented: Presented,
}

impl State for VerifyClient {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { last, presented } = *self;
        match answer {
            Answer::Peer(Some(key)) if !presented.chain.is_empty() => {
                Ok(Next::Consume(Box::new(ReadCertificateVerify { last, key })))
            }
            Answer::Peer(None) if presented.chain.is_empty() => {
                let client = ClientSettled::Anonymous(AnonymousAccepted::assertion());
                Ok(Next::Consume(Box::new(ReadFinished { last, client })))
            }
            _ => Err(Error::BadInput),
        }
    }

    fn presented(&self) -> Option<&Presented> {
        Some(&self.presented)
    }
}

/// Awaits the client's CertificateVerify.
pub struct ReadCertificateVerify {
    last: Box<Last>,
    key: PeerKey,
}

impl State for ReadCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE_VERIFY
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, key } = *self;
        let hash = last.transcript.current();
        let offered = &cx.config.signature_schemes;
        let peer = authenticate::check_certificate_verify(&message, Side::Client, &key, offered, hash.as_ref())?;
        last.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadFinished {
            last,
            client: ClientSettled::Authenticated(peer),
        })))
    }
}

/// Awaits the client's Finished, once it is settled who the client is.
pub struct ReadFinished {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, client } = *self;
        let hash = last.transcript.current();
        let finished = authenticate::check_finished(&message, &last.finished_key, hash.as_ref())?;
        last.transcript.add(message.bytes);
        cx.reader
            .change_secret(last.traffic.traffic_secret(Side::Client).clone(), &message)?;
        cx.reader.allow_change_cipher_spec(false);
        cx.negotiated.exporter = Some(last.traffic.exporter().clone());
        let tickets = Tickets::prepare(cx, &last)?;
        post_auth::open(cx, last.transcript);
        Ok(Next::Consume(Box::new(Wrapup {
            client,
            finished,
            tickets,
        })))
    }
}

/// The handshake proper is done. Has the evidence for everything we know of the client.
pub struct Wrapup {
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    client: ClientSettled,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    finished: FinishedVerified,
    tickets: Option<Tickets>,
}

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(match self.tickets {
            Some(tickets) => Box::new(WriteNewSessionTicket(tickets)),
            None => Box::new(Over),
        }))
    }
}
