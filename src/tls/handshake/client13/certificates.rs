//! Certificates: the server's, after its EncryptedExtensions, and ours, before our Finished.

use super::super::{
    Context, Next, State, Wants,
    authenticate::{Signed, Signer},
    authenticate13,
    certificate::{Presented, Wanted},
    certificate13, choose, debug,
    inbox::Message,
    state_id::StateId,
};
use super::{Last, Shared, finish::WriteFinished, flight::ReadFinished};
use crate::tls::{
    config::{PeerKey, Side},
    connection::CertificateRequestFacts,
    error::Error,
    want::{Answer, Ask},
    wire::{
        certificate_request::CertificateRequest,
        codes::{HandshakeType, SignatureScheme},
    },
};

/// What we say about ourselves.
pub(super) enum OwnCertificate {
    /// Nothing: we were not asked.
    NotRequested,
    /// That we have nothing to say.
    Empty,
    /// This.
    Signer(Signer),
}

/// The server has taken no key of ours: a certificate is to show who it is.
pub(super) fn authenticate_server(shared: Box<Shared>) -> Result<Box<dyn State>, Error> {
    Ok(Box::new(ReadCertificateRequest(shared)))
}

/// Awaits a CertificateRequest, or what comes instead.
pub struct ReadCertificateRequest(Box<Shared>);

impl State for ReadCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let mut shared = self.0;
        if message.msg_type != HandshakeType::CERTIFICATE_REQUEST {
            let own = OwnCertificate::NotRequested;
            return Ok(Next::Keep(Box::new(ReadCertificate { shared, own })));
        }
        let request = CertificateRequest::read(message.body)?;
        let wanted = Wanted::by_request(cx.config, cx.negotiated.own_certificate_type, &request);
        let requested = Requested::check(&request, wanted)?;
        debug!(cx, 3, "server asks for a certificate");
        shared.transcript.add(message.bytes);
        Ok(Next::Ask(
            Box::new(SelectCertificate { shared, requested }),
            Ask::SelectCertificate,
        ))
    }
}

/// A CertificateRequest.
struct Requested {
    signature_schemes: Vec<SignatureScheme>,
    certificate_signature_schemes: Vec<SignatureScheme>,
    authorities: Vec<Vec<u8>>,
    wanted: Wanted,
}

impl Requested {
    fn check(request: &CertificateRequest<'_>, wanted: Wanted) -> Result<Self, Error> {
        // RFC 8446 section 4.3.2: "certificate_request_context: [...] This field SHALL be zero length unless used for the
        // post-handshake authentication exchanges".
        if !request.certificate_request_context.is_empty() {
            return Err(Error::IllegalParameter);
        }
        // Section 4.3.2: "The "signature_algorithms" extension MUST be specified"; section 9.2 names the alert.
        let schemes = request.signature_algorithms.ok_or(Error::MissingExtension)?;
        Ok(Self {
            signature_schemes: schemes.iter().collect(),
            certificate_signature_schemes: request.signature_algorithms_cert.unwrap_or_default().iter().collect(),
            authorities: request
                .certificate_authorities
                .unwrap_or_default()
                .iter()
                .map(|name| name.0.to_vec())
                .collect(),
            wanted,
        })
    }
}

/// The application is asked which certificates answer the CertificateRequest.
struct SelectCertificate {
    shared: Box<Shared>,
    requested: Requested,
}

impl State for SelectCertificate {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { shared, requested } = *self;
        let Answer::Credentials(credentials) = answer else {
            return Err(Error::BadInput);
        };
        let signer = choose::choose_signer(
            cx.config,
            &credentials.candidates,
            &requested.signature_schemes,
            &requested.wanted,
        );
        // RFC 8446 section 4.4.2: "If the server requests client authentication but no suitable certificate is available, the
        // client MUST send a Certificate message containing no certificates".
        let own = signer.map_or(OwnCertificate::Empty, OwnCertificate::Signer);
        Ok(Next::Consume(Box::new(ReadCertificate { shared, own })))
    }

    fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        Some(CertificateRequestFacts {
            signature_schemes: &self.requested.signature_schemes,
            certificate_signature_schemes: &self.requested.certificate_signature_schemes,
            authorities: &self.requested.authorities,
        })
    }
}

/// Awaits the server's Certificate.
pub struct ReadCertificate {
    shared: Box<Shared>,
    own: OwnCertificate,
}

impl State for ReadCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, own } = *self;
        let presented = certificate13::read(cx, &message, shared.offered, &[])?;
        // RFC 8446 section 4.4.2.4: "If the server supplies an empty Certificate message, the client MUST abort the handshake
        // with a "decode_error" alert."
        if presented.chain.is_empty() {
            return Err(Error::DecodeError);
        }
        shared.transcript.add(message.bytes);
        Ok(Next::Ask(
            Box::new(VerifyServer { shared, own, presented }),
            Ask::VerifyPeer,
        ))
    }
}

/// The application is asked whether the server's chain is trusted.
struct VerifyServer {
    shared: Box<Shared>,
    own: OwnCertificate,
    presented: Presented,
}

impl State for VerifyServer {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { shared, own, .. } = *self;
        // A server has to prove that it holds its key, whatever is thought of its chain.
        let Answer::Peer(Some(key)) = answer else {
            return Err(Error::BadInput);
        };
        Ok(Next::Consume(Box::new(ReadCertificateVerify { shared, own, key })))
    }

    fn presented(&self) -> Option<&Presented> {
        Some(&self.presented)
    }
}

/// Awaits the server's CertificateVerify.
pub struct ReadCertificateVerify {
    shared: Box<Shared>,
    own: OwnCertificate,
    key: PeerKey,
}

impl State for ReadCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_VERIFY
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, own, key } = *self;
        let hash = shared.transcript.current();
        let offered = &cx.config.signature_schemes;
        let peer = authenticate13::check_certificate_verify(&message, Side::Server, &key, offered, hash.as_ref())?;
        shared.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadFinished { shared, own, peer })))
    }
}

/// Writes our Certificate, if we were asked.
pub struct WriteCertificate {
    pub(super) last: Box<Last>,
    pub(super) own: OwnCertificate,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, own } = *self;
        let signer = match &own {
            OwnCertificate::NotRequested => return Ok(Next::Consume(Box::new(WriteFinished(last)))),
            OwnCertificate::Empty => None,
            OwnCertificate::Signer(signer) => Some(signer),
        };
        cx.writer.write_message(&mut last.transcript, |out| {
            certificate13::write(cx.config, &[], signer, out)
        })?;
        Ok(Next::Consume(match own {
            OwnCertificate::Signer(signer) => Box::new(WriteCertificateVerify { last, signer }),
            _ => Box::new(WriteFinished(last)),
        }))
    }
}

/// Writes our CertificateVerify.
pub struct WriteCertificateVerify {
    last: Box<Last>,
    signer: Signer,
}

impl WriteCertificateVerify {
    fn write(self, cx: &mut Context<'_>, signature: &[u8]) -> Result<Next, Error> {
        let Self { mut last, signer } = self;
        cx.writer.write_message(&mut last.transcript, |out| {
            signer.write_certificate_verify(signature, out)
        })?;
        Ok(Next::Consume(Box::new(WriteFinished(last))))
    }
}

impl State for WriteCertificateVerify {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE_VERIFY
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        match self
            .signer
            .sign(Side::Client, self.last.transcript.current().as_ref())?
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
