//! The server's flight under the handshake keys: EncryptedExtensions to Finished.

use super::super::{
    Context, Next, State, Wants, authenticate,
    certificate::{self, Presented, SettledTypes, Wanted},
    choose, debug,
    inbox::Message,
    limits,
    proof::PeerAuthenticated,
    state_id::StateId,
};
use super::{
    Last, OwnCertificate, Shared,
    early::{self, WriteEndOfEarlyData},
    finish::WriteCcsAfterFinished,
};
use crate::tls::{
    config::{PeerKey, Side},
    connection::CertificateRequestFacts,
    early_data::EarlyData,
    error::Error,
    want::{Answer, Ask, SecretKind},
    wire::{
        certificate_request::CertificateRequest,
        codes::{HandshakeType, SignatureScheme},
        encrypted_extensions::EncryptedExtensions,
    },
};

/// Awaits EncryptedExtensions.
pub struct ReadEncryptedExtensions(pub(super) Box<Shared>);

impl State for ReadEncryptedExtensions {
    fn id(&self) -> StateId {
        StateId::ENCRYPTED_EXTENSIONS
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let mut shared = self.0;
        message.expect(HandshakeType::ENCRYPTED_EXTENSIONS)?;
        let extensions = EncryptedExtensions::read(message.body, shared.offered)?;
        limits::accept(cx, &extensions)?;
        if let Some(protocol) = extensions.protocol_name {
            // A protocol that was not offered fits nothing that was negotiated (RFC 7301 section 3.1: the server answers
            // with one "selected from the list").
            if !cx.config.alpn_protocols.iter().any(|offered| offered == protocol.0) {
                return Err(Error::IllegalParameter);
            }
            cx.negotiated.alpn_protocol = Some(protocol.0.into());
        }
        let types = SettledTypes {
            server: extensions.server_certificate_type,
            client: extensions.client_certificate_type,
        };
        certificate::read_types(cx, types)?;
        early::read_verdict(cx, &extensions, &shared)?;
        shared.transcript.add(message.bytes);
        // RFC 8446 section 2.2: "As the server is authenticating via a PSK, it does not send a Certificate or a CertificateVerify
        // message." Nor does it ask for ours (section 4.3.2): whatever comes but Finished is unexpected.
        Ok(Next::Consume(match shared.peer.take() {
            Some(peer) => Box::new(ReadFinished {
                shared,
                own: OwnCertificate::NotRequested,
                peer,
            }),
            None => Box::new(ReadCertificateRequest(shared)),
        }))
    }
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
        let presented = certificate::read(cx, &message, shared.offered, &[])?;
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
        let peer = authenticate::check_certificate_verify(&message, Side::Server, &key, offered, hash.as_ref())?;
        shared.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadFinished { shared, own, peer })))
    }
}

/// Awaits the server's Finished, once it is known who the server is.
pub struct ReadFinished {
    shared: Box<Shared>,
    own: OwnCertificate,
    peer: PeerAuthenticated,
}

impl State for ReadFinished {
    fn id(&self) -> StateId {
        StateId::SERVER_FINISHED
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { shared, own, peer } = *self;
        let Shared {
            mut transcript,
            keys,
            randoms,
            ccs_sent,
            ..
        } = *shared;
        let hash = transcript.current();
        let server_finished = authenticate::check_finished(&message, &keys.finished_key(Side::Server)?, hash.as_ref())?;
        transcript.add(message.bytes);
        let finished_key = keys.finished_key(Side::Client)?;
        let secret = keys.traffic_secret(Side::Client).clone();
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
        cx.export_exporter(SecretKind::Exporter, traffic.exporter(), &randoms);
        cx.reader
            .change_secret(traffic.traffic_secret(Side::Server).clone(), &message)?;
        cx.reader.allow_change_cipher_spec(false);
        let last = Last {
            transcript,
            finished_key,
            traffic,
            ccs_sent,
            peer,
            server_finished,
        };
        let last = Box::new(last);
        if cx.negotiated.early_data != EarlyData::Accepted {
            return Ok(Next::Consume(Box::new(WriteCcsAfterFinished { last, own })));
        }
        cx.writer.end_early_data();
        cx.negotiated.early_data = EarlyData::Ended;
        Ok(Next::Consume(Box::new(WriteEndOfEarlyData { last, own, secret })))
    }
}
