//! Certificates: ours, after EncryptedExtensions, and the client's, before its Finished.

use super::super::{
    Context, Negotiated, Next, State, Wants,
    authenticate::{Signed, Signer},
    authenticate13,
    certificate::{Presented, SettledTypes},
    certificate13, choose,
    hello_facts::HelloFacts,
    inbox::Message,
    proof::{AnonymousAccepted, ClientSettled},
    state_id::StateId,
};
use super::{
    Authentication, Last, Shared,
    finish::ReadFinished,
    flight::{Client, WriteFinished},
};
use crate::tls::{
    config::{Config, PeerKey, Side},
    error::Error,
    want::{Answer, Ask, Credentials},
    wire::extensions::ExtensionSet,
};

/// How a certificate shows who we are.
pub(super) struct Certificate {
    signer: Signer,
    /// What EncryptedExtensions says of certificate types.
    types: SettledTypes,
}

impl Certificate {
    /// What EncryptedExtensions says of certificate types.
    pub(super) fn types(&self) -> SettledTypes {
        self.types
    }

    /// Notes what kinds of certificates were agreed on.
    pub(super) fn note(&self, negotiated: &mut Negotiated) {
        negotiated.own_certificate_type = Some(self.signer.credential.certificate_type);
        negotiated.peer_certificate_type = self.types.client;
    }

    /// The state that follows EncryptedExtensions.
    pub(super) fn show(self, shared: Box<Shared>, credentials: Credentials) -> Box<dyn State> {
        Box::new(WriteCertificateRequest {
            shared,
            signer: self.signer,
            credentials,
        })
    }
}

/// A CertificateRequest that is sent, with these extensions.
pub(super) struct Asked(ExtensionSet);

impl Asked {
    /// The state that awaits the answer.
    pub(super) fn listen(self, last: Box<Last>) -> Box<dyn State> {
        Box::new(ReadCertificate {
            last,
            requested: self.0,
        })
    }
}

/// Our certificate, and what is said of its type and of the client's.
pub(super) fn choose(facts: &HelloFacts, config: &Config, credentials: &Credentials) -> Result<Authentication, Error> {
    let wants = &facts.certificates;
    if wants.wanted.types.is_empty() {
        return Err(Error::UnsupportedCertificateType);
    }
    let candidates = &credentials.candidates;
    let signer = choose::choose_signer(config, candidates, &facts.signature_schemes, &wants.wanted);
    // RFC 8446 section 4.4.2.2: "If the server cannot produce a certificate chain that is signed only via the indicated
    // supported algorithms, then it SHOULD continue the handshake" - but a key that fits none of them cannot sign.
    let signer = signer.ok_or(Error::HandshakeFailure)?;
    let asks = credentials.request_client_certificate;
    let types = wants.settle(config, signer.credential.certificate_type, asks)?;
    Ok(Authentication::Certificate(Certificate { signer, types }))
}

/// Writes a CertificateRequest, if the application wants one.
pub struct WriteCertificateRequest {
    shared: Box<Shared>,
    signer: Signer,
    credentials: Credentials,
}

impl State for WriteCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            credentials,
        } = *self;
        let mut client = Client::Settled(ClientSettled::NotAsked);
        if credentials.request_client_certificate {
            client = Client::Asked(Asked(cx.writer.write_message(&mut shared.transcript, |out| {
                certificate13::write_request(cx.config, &[], &credentials.authorities, out)
            })?));
        }
        Ok(Next::Consume(Box::new(WriteCertificate { shared, signer, client })))
    }
}

/// Writes our Certificate.
pub struct WriteCertificate {
    shared: Box<Shared>,
    signer: Signer,
    client: Client,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            client,
        } = *self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            certificate13::write(cx.config, &[], Some(&signer), out)
        })?;
        Ok(Next::Consume(Box::new(WriteCertificateVerify {
            shared,
            signer,
            client,
        })))
    }
}

/// Writes our CertificateVerify.
pub struct WriteCertificateVerify {
    shared: Box<Shared>,
    signer: Signer,
    client: Client,
}

impl WriteCertificateVerify {
    fn write(self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            client,
        } = self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            signer.write_certificate_verify(signature, out)
        })?;
        Ok(Next::Consume(Box::new(WriteFinished { shared, client })))
    }
}

impl State for WriteCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_VERIFY
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        match self
            .signer
            .sign(Side::Server, self.shared.transcript.current().as_ref())?
        {
            Signed::Here(signature) => self.write(cx, &signature),
            Signed::Elsewhere(ask) => Ok(Next::Ask(self, ask)),
        }
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Answer::Signature(signature) = answer else {
            return Err(Error::BadInput);
        };
        self.write(cx, &signature)
    }
}

/// Awaits the client's Certificate.
pub struct ReadCertificate {
    last: Box<Last>,
    requested: ExtensionSet,
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
        let presented = certificate13::read(cx, &message, requested, &[])?;
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
                Ok(Next::Consume(Box::new(ReadClientCertificateVerify { last, key })))
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
pub struct ReadClientCertificateVerify {
    last: Box<Last>,
    key: PeerKey,
}

impl State for ReadClientCertificateVerify {
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
        let peer = authenticate13::check_certificate_verify(&message, Side::Client, &key, offered, hash.as_ref())?;
        last.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadFinished {
            last,
            client: ClientSettled::Authenticated(peer),
        })))
    }
}
