//! The server's flight after its ServerHello: Certificate to ServerHelloDone.

use super::super::{
    Context, Next, Randoms, State, Wants, authenticate12,
    certificate::{Presented, Wanted},
    certificate12, choose, choose12, debug,
    inbox::Message,
    proof::PeerAuthenticated,
    state_id::StateId,
};
use super::{OwnCertificate, Schemes, ServerShare, Shared, exchange::WriteCertificate};
use crate::crypto::verify::PublicKey;
use crate::tls::{
    config::PeerKey,
    connection::CertificateRequestFacts,
    error::Error,
    suites12::Exchange,
    want::{Answer, Ask},
    wire::{
        certificate_request12::CertificateRequest12,
        codec::List,
        codes::{ClientCertificateType, HandshakeType, NamedGroup},
        empty,
        server_key_exchange::{Form, ServerEcdhParams, ServerKeyExchange},
    },
};

/// Awaits the server's Certificate, if the suite has one.
pub struct ReadCertificate(pub(super) Box<Shared>);

impl State for ReadCertificate {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn wants(&self) -> Wants {
        wants_if(self.0.suite.exchange.has_certificate())
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let mut shared = self.0;
        if !shared.suite.exchange.has_certificate() {
            let server = Server::HoldsKey;
            return Ok(Next::Consume(Box::new(ReadServerKeyExchange { shared, server })));
        }
        let agreed = cx.negotiated.peer_certificate_type;
        let mut presented = certificate12::read(&cx.config.certificates, agreed, &message)?;
        // RFC 5246 section 7.4.2: the server "MUST send a Certificate message" with the suite, and one without a certificate is none.
        if presented.chain.is_empty() {
            return Err(Error::DecodeError);
        }
        if let Some(scts) = shared.told.scts.take() {
            certificate12::attach_scts(&mut presented, scts);
        }
        shared.transcript.add(message.bytes);
        Ok(if shared.told.status_follows {
            Next::Consume(Box::new(ReadCertificateStatus { shared, presented }))
        } else {
            Next::Ask(Box::new(VerifyServer { shared, presented }), Ask::VerifyPeer)
        })
    }
}

/// Awaits a message if there is one to await.
fn wants_if(awaited: bool) -> Wants {
    if awaited { Wants::Message } else { Wants::Nothing }
}

/// Awaits a CertificateStatus, or what comes instead. RFC 6066 section 8: "a server MAY choose not to send a "CertificateStatus"
/// message, even if it has received a "status_request" extension in the client hello message and has sent a "status_request"
/// extension in the server hello message."
struct ReadCertificateStatus {
    shared: Box<Shared>,
    presented: Presented,
}

impl State for ReadCertificateStatus {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            mut presented,
        } = *self;
        if message.msg_type != HandshakeType::CERTIFICATE_STATUS {
            return Ok(Next::Keep(Box::new(VerifyServer { shared, presented })));
        }
        certificate12::read_status(&message, &mut presented)?;
        shared.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(VerifyServer { shared, presented })))
    }
}

/// Asks the application whether the server's chain is trusted.
struct VerifyServer {
    shared: Box<Shared>,
    presented: Presented,
}

impl State for VerifyServer {
    fn id(&self) -> StateId {
        StateId::SERVER_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Ask(self, Ask::VerifyPeer))
    }

    fn answered(self: Box<Self>, _: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { shared, .. } = *self;
        // A server has to prove that it holds its key, whatever is thought of its chain.
        let Answer::Peer(Some(key)) = answer else {
            return Err(Error::BadInput);
        };
        // RFC 8422 section 2 and 5.10: the suite says what the key is.
        let fits = match *key.key {
            PublicKey::Rsa { .. } => shared.suite.exchange == Exchange::EcdheRsa,
            PublicKey::Ec { .. } | PublicKey::Ed25519(_) => shared.suite.exchange == Exchange::EcdheEcdsa,
        };
        if !fits {
            return Err(Error::IllegalParameter);
        }
        let server = Server::Certified(key);
        Ok(Next::Consume(Box::new(ReadServerKeyExchange { shared, server })))
    }

    fn presented(&self) -> Option<&Presented> {
        Some(&self.presented)
    }
}

/// How the server will show who it is.
enum Server {
    /// It signs its share with this key.
    Certified(PeerKey),
    /// It holds the pre-shared key, which its Finished shows.
    HoldsKey,
}

/// Awaits ServerKeyExchange, which may be missing with a pre-shared key alone (RFC 4279 section 2: "If no hint is provided, the
/// ServerKeyExchange message is omitted.").
struct ReadServerKeyExchange {
    shared: Box<Shared>,
    server: Server,
}

impl State for ReadServerKeyExchange {
    fn id(&self) -> StateId {
        StateId::SERVER_KEY_EXCHANGE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, server } = *self;
        let exchange = shared.suite.exchange;
        if exchange == Exchange::Psk && message.msg_type != HandshakeType::SERVER_KEY_EXCHANGE {
            // Only who holds the key comes to the same secrets, and the Finished to come will show that the server does.
            let peer = PeerAuthenticated::assertion();
            let share = None;
            return Ok(Next::Keep(Box::new(ReadCertificateRequest { shared, peer, share })));
        }
        message.expect(HandshakeType::SERVER_KEY_EXCHANGE)?;
        let form = Form {
            hint: exchange.has_psk(),
            share: exchange.has_ecdhe(),
            signature: exchange.has_certificate(),
        };
        // What the hint says is the application's to know, which has given us one key.
        let exchange = ServerKeyExchange::read(message.body, form)?;
        let share = exchange
            .params
            .map(|params| check_share(params, &shared.groups))
            .transpose()?;
        let peer = match server {
            Server::Certified(key) => check_signature(cx, &key, &exchange, &shared.randoms)?,
            // As above.
            Server::HoldsKey => PeerAuthenticated::assertion(),
        };
        cx.negotiated.group = share.as_ref().map(|(group, _)| *group);
        shared.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadCertificateRequest { shared, peer, share })))
    }
}

/// The server's share, of a group that was offered and is one of TLS 1.2. RFC 8422 section 5.4: "the client [...] MUST abort"
/// otherwise.
fn check_share(params: ServerEcdhParams<'_>, offered: &[NamedGroup]) -> Result<ServerShare, Error> {
    let group = params.group;
    if !offered.contains(&group) || !choose::is_classic(group) {
        return Err(Error::IllegalParameter);
    }
    Ok((group, params.public.to_vec()))
}

/// Checks the signature of the server's share.
fn check_signature(
    cx: &Context<'_>,
    key: &PeerKey,
    exchange: &ServerKeyExchange<'_>,
    randoms: &Randoms,
) -> Result<PeerAuthenticated, Error> {
    let (Some(params), Some((scheme, signature))) = (exchange.params, exchange.signature) else {
        return Err(Error::Internal);
    };
    let content = authenticate12::signed_params(randoms, &params.to_bytes()?);
    authenticate12::check_signature12(key, scheme, &cx.config.signature_schemes, &content, signature)
}

/// Awaits a CertificateRequest, or what comes instead. RFC 4279 section 2 has none with a pre-shared key.
struct ReadCertificateRequest {
    shared: Box<Shared>,
    peer: PeerAuthenticated,
    share: Option<ServerShare>,
}

impl State for ReadCertificateRequest {
    fn id(&self) -> StateId {
        StateId::CERTIFICATE_REQUEST
    }

    fn wants(&self) -> Wants {
        wants_if(self.shared.suite.exchange.has_certificate())
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let mut done = Box::new(ReadServerHelloDone {
            shared: self.shared,
            peer: self.peer,
            share: self.share,
            own: OwnCertificate::NotRequested,
        });
        if message.msg_type != HandshakeType::CERTIFICATE_REQUEST {
            return Ok(Next::Keep(done));
        }
        let request = CertificateRequest12::read(message.body)?;
        let requested = Requested {
            types: request.certificate_types.iter().collect(),
            signature_schemes: request.signature_algorithms.iter().collect(),
            authorities: request
                .certificate_authorities
                .iter()
                .map(|name| name.0.to_vec())
                .collect(),
        };
        debug!(cx, 3, "server asks for a certificate");
        done.shared.transcript.add(message.bytes);
        Ok(Next::Ask(
            Box::new(SelectCertificate { done, requested }),
            Ask::SelectCertificate,
        ))
    }
}

/// A CertificateRequest.
struct Requested {
    types: Vec<ClientCertificateType>,
    signature_schemes: Schemes,
    authorities: Vec<Vec<u8>>,
}

/// The application is asked which certificates answer the CertificateRequest.
struct SelectCertificate {
    done: Box<ReadServerHelloDone>,
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
        let Self { mut done, requested } = *self;
        let Answer::Credentials(credentials) = answer else {
            return Err(Error::BadInput);
        };
        let signer = choose12::choose_signer12(
            cx.config,
            &credentials.candidates,
            &requested.signature_schemes,
            &Wanted::by_type(cx.config, cx.negotiated.own_certificate_type),
            |signs_with| certificate12::is_asked_for(List::from(&requested.types), signs_with),
        );
        // RFC 5246 section 7.4.6: "If no suitable certificate is available, the client MUST send a certificate message containing
        // no certificates."
        done.own = signer.map_or(OwnCertificate::Empty, OwnCertificate::Signer);
        Ok(Next::Consume(done))
    }

    fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        Some(CertificateRequestFacts {
            signature_schemes: &self.requested.signature_schemes,
            certificate_signature_schemes: &[],
            authorities: &self.requested.authorities,
        })
    }
}

/// Awaits ServerHelloDone.
struct ReadServerHelloDone {
    shared: Box<Shared>,
    peer: PeerAuthenticated,
    share: Option<ServerShare>,
    own: OwnCertificate,
}

impl State for ReadServerHelloDone {
    fn id(&self) -> StateId {
        StateId::SERVER_HELLO_DONE
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut shared,
            peer,
            share,
            own,
        } = *self;
        message.expect(HandshakeType::SERVER_HELLO_DONE)?;
        empty::read(message.body)?;
        // The server's flight ends here: the rest of the handshake answers ours.
        message.check_ends_record()?;
        shared.transcript.add(message.bytes);
        if !matches!(own, OwnCertificate::Signer(_)) {
            shared.transcript.forget_messages();
        }
        Ok(Next::Consume(Box::new(WriteCertificate {
            shared,
            peer,
            share,
            own,
        })))
    }
}
