//! A server in TLS 1.3 once the ServerHello is out: its own protected flight, and what the client answers.

use super::super::{
    Context, Next, Over, State, Wants, authenticate,
    authenticate::{Signed, Signer},
    inbox::Message,
    proof::{AnonymousAccepted, ClientSettled, FinishedVerified},
    state_id::StateId,
    transcript::Transcript,
};
use super::{Plan, Shared};
use crate::tls::{
    config::{PeerKey, Side},
    error::Error,
    keys::schedule13::{FinishedKey, Traffic},
    want::{Answer, Ask, SecretKind},
    wire::{
        certificate_request::CertificateRequest,
        codec::List,
        encrypted_extensions::EncryptedExtensions,
        extensions::{
            ExtensionSet, application_layer_protocol_negotiation::ProtocolName,
            certificate_authorities::DistinguishedName,
        },
    },
};

/// Writes EncryptedExtensions.
pub struct WriteEncryptedExtensions {
    pub(super) shared: Box<Shared>,
    pub(super) plan: Plan,
}

impl State for WriteEncryptedExtensions {
    fn id(&self) -> StateId {
        StateId::ENCRYPTED_EXTENSIONS
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, plan } = *self;
        let extensions = EncryptedExtensions {
            // RFC 6066 section 3: a server that used the name "SHALL include an extension of type "server_name"". What the
            // application made of it is not known here; that it was looked at is.
            server_name: plan.names_server,
            protocol_name: cx.negotiated.alpn_protocol.as_deref().map(ProtocolName),
            ..EncryptedExtensions::default()
        };
        cx.writer
            .write_message(&mut shared.transcript, |out| extensions.write(out))?;
        Ok(Next::Consume(Box::new(WriteCertificateRequest { shared, plan })))
    }
}

/// Writes a CertificateRequest, if the application wants one.
pub struct WriteCertificateRequest {
    shared: Box<Shared>,
    plan: Plan,
}

impl State for WriteCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, plan } = *self;
        let mut requested = None;
        if plan.credentials.request_client_certificate {
            let authorities: Vec<_> = plan
                .credentials
                .authorities
                .iter()
                .map(|name| DistinguishedName(name))
                .collect();
            let certificate_schemes = &cx.config.certificate_signature_schemes;
            let request = CertificateRequest {
                certificate_request_context: &[],
                signature_algorithms: Some(List::from(&cx.config.signature_schemes)),
                signature_algorithms_cert: (!certificate_schemes.is_empty()).then(|| List::from(certificate_schemes)),
                certificate_authorities: (!authorities.is_empty()).then(|| List::from(&authorities)),
            };
            requested = Some(
                cx.writer
                    .write_message(&mut shared.transcript, |out| request.write(out))?,
            );
        }
        Ok(Next::Consume(Box::new(WriteCertificate {
            shared,
            signer: plan.signer,
            requested,
        })))
    }
}

/// Writes our Certificate.
pub struct WriteCertificate {
    shared: Box<Shared>,
    signer: Signer,
    /// The extensions of our CertificateRequest, if we sent one.
    requested: Option<ExtensionSet>,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            requested,
        } = *self;
        let chain = &signer.credential.chain;
        cx.writer.write_message(&mut shared.transcript, |out| {
            authenticate::write_certificate(chain, out)
        })?;
        Ok(Next::Consume(Box::new(WriteCertificateVerify {
            shared,
            signer,
            requested,
        })))
    }
}

/// Writes our CertificateVerify.
pub struct WriteCertificateVerify {
    shared: Box<Shared>,
    signer: Signer,
    requested: Option<ExtensionSet>,
}

impl WriteCertificateVerify {
    fn write(self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let Self {
            mut shared,
            signer,
            requested,
        } = self;
        cx.writer.write_message(&mut shared.transcript, |out| {
            signer.write_certificate_verify(signature, out)
        })?;
        Ok(Next::Consume(Box::new(WriteFinished { shared, requested })))
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

/// Writes our Finished; what is sent after it is application data.
pub struct WriteFinished {
    shared: Box<Shared>,
    requested: Option<ExtensionSet>,
}

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { shared, requested } = *self;
        let Shared {
            mut transcript,
            keys,
            randoms,
        } = *shared;
        let (own_key, finished_key) = (keys.finished_key(Side::Server)?, keys.finished_key(Side::Client)?);
        let hash = transcript.current();
        let write = |out: &mut Vec<u8>| authenticate::write_finished(&own_key, hash.as_ref(), out);
        cx.writer.write_message(&mut transcript, write)?;
        let traffic = keys.traffic(transcript.current().as_ref())?;
        cx.export_secret(
            SecretKind::ClientApplication,
            traffic.traffic_secret(Side::Client),
            &randoms,
        );
        cx.export_secret(
            SecretKind::ServerApplication,
            traffic.traffic_secret(Side::Server),
            &randoms,
        );
        cx.writer.change_secret(traffic.traffic_secret(Side::Server).clone())?;
        let last = Box::new(Last {
            transcript,
            finished_key,
            traffic,
        });
        Ok(Next::Consume(match requested {
            Some(requested) => Box::new(ReadCertificate { last, requested }),
            None => Box::new(ReadFinished {
                last,
                client: ClientSettled::NotAsked,
            }),
        }))
    }
}

/// What the states of the client's last flight hand on.
struct Last {
    transcript: Transcript,
    finished_key: FinishedKey,
    traffic: Traffic,
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

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, requested } = *self;
        let chain = authenticate::read_certificate(&message, requested)?;
        last.transcript.add(message.bytes);
        Ok(Next::Ask(Box::new(VerifyClient { last, chain }), Ask::VerifyPeer))
    }
}

/// The application is asked whether the client's chain is trusted, or what it makes of an empty one.
struct VerifyClient {
    last: Box<Last>,
    chain: Vec<Vec<u8>>,
}

impl State for VerifyClient {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { last, chain } = *self;
        match answer {
            Answer::Peer(Some(key)) if !chain.is_empty() => {
                Ok(Next::Consume(Box::new(ReadCertificateVerify { last, key })))
            }
            Answer::Peer(None) if chain.is_empty() => {
                let client = ClientSettled::Anonymous(AnonymousAccepted::assertion());
                Ok(Next::Consume(Box::new(ReadFinished { last, client })))
            }
            _ => Err(Error::BadInput),
        }
    }

    fn peer_chain(&self) -> &[Vec<u8>] {
        &self.chain
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
    last: Box<Last>,
    client: ClientSettled,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { last, client } = *self;
        let hash = last.transcript.current();
        let finished = authenticate::check_finished(&message, &last.finished_key, hash.as_ref())?;
        cx.reader
            .change_secret(last.traffic.traffic_secret(Side::Client).clone(), &message)?;
        cx.reader.allow_change_cipher_spec(false);
        cx.negotiated.exporter = Some(last.traffic.exporter().clone());
        Ok(Next::Consume(Box::new(Wrapup { client, finished })))
    }
}

/// The handshake proper is done. Has the evidence for everything we know of the client.
pub struct Wrapup {
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    client: ClientSettled,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    finished: FinishedVerified,
}

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(WriteNewSessionTicket)))
    }
}

/// Writes no NewSessionTicket, because nothing is resumed yet; programs see the state all the same.
pub struct WriteNewSessionTicket;

impl State for WriteNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::TLS1_3_NEW_SESSION_TICKET
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(Over)))
    }
}
