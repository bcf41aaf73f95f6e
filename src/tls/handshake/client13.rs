//! A client in TLS 1.3.
//!
//! ```text
//!                <-------   HelloRetryRequest        [only if the server wants another share or a cookie]
//! {CCS}
//! ClientHello    ------->
//!                <-------   ServerHello
//!                           EncryptedExtensions
//!                           CertificateRequest       [only if the server wants to know who we are]
//!                           Certificate
//!                           CertificateVerify
//!                           Finished
//! {CCS}
//! Certificate                                        [only if asked; may be empty]
//! CertificateVerify                                  [only after a certificate]
//! Finished       ------->
//! ```

use super::{
    Context, Next, Over, Randoms, State, Wants, authenticate,
    authenticate::{Signed, Signer},
    choose,
    client::{Hellos, ReadServerHello},
    debug,
    inbox::Message,
    offer::Offer,
    proof::{FinishedVerified, PeerAuthenticated},
    state_id::StateId,
    transcript::Transcript,
};
use crate::tls::{
    config::{PeerKey, Side},
    connection::CertificateRequestFacts,
    error::Error,
    keys::schedule13::{Early, FinishedKey, Handshake, Traffic},
    suites,
    want::{Answer, Ask, SecretKind},
    wire::{
        certificate_request::CertificateRequest,
        codes::{HandshakeType, ProtocolVersion, SignatureScheme},
        encrypted_extensions::EncryptedExtensions,
        extensions::ExtensionSet,
        server_hello::{HelloRetryRequest, ServerHello},
    },
};

/// A HelloRetryRequest is here.
pub fn read_hello_retry_request(
    cx: &mut Context<'_>,
    retry: &HelloRetryRequest<'_>,
    offer: Offer,
    client_hello: &[u8],
    message: &Message<'_>,
) -> Result<Next, Error> {
    check_hello_retry_request(retry, &offer)?;
    let suite = suites::suite(retry.cipher_suite).ok_or(Error::IllegalParameter)?;
    message.check_ends_record()?;
    let mut transcript = Transcript::start_retried(suite.hash, client_hello)?;
    transcript.add(message.bytes);
    debug!(
        cx,
        3, "hello retry request, group {:?}", retry.extensions.selected_group
    );
    let offer = offer.retry(retry.extensions.selected_group, retry.extensions.cookie)?;
    let next = WriteSecondClientHello {
        offer,
        hellos: Hellos::Retried { transcript, suite },
    };
    Ok(Next::Consume(Box::new(WriteCcsBeforeSecondClientHello(next))))
}

/// RFC 8446 section 4.1.4: "Upon receipt of a HelloRetryRequest, the client MUST check the legacy_version,
/// legacy_session_id_echo, cipher_suite, and legacy_compression_method as specified in Section 4.1.3 and then process the
/// extensions, starting with determining the version using "supported_versions"."
fn check_hello_retry_request(retry: &HelloRetryRequest<'_>, offer: &Offer) -> Result<(), Error> {
    let asked = &retry.extensions;
    // Section 4.2.1: what HelloRetryRequest there is belongs to TLS 1.3, so that the extension has to be there.
    let version = asked.selected_version.ok_or(Error::MissingExtension)?;
    let well_formed = retry.legacy_version == ProtocolVersion::TLS1_2
        && version == ProtocolVersion::TLS1_3
        && retry.legacy_session_id_echo == offer.legacy_session_id
        && offer.suites.contains(&retry.cipher_suite);
    // Section 4.1.4: "Clients MUST abort the handshake with an "illegal_parameter" alert if the HelloRetryRequest would not
    // result in any change in the ClientHello."
    let changes = asked.selected_group.is_some() || asked.cookie.is_some();
    // Section 4.2.8: "(1) the selected_group field corresponds to a group which was provided in the "supported_groups"
    // extension in the original ClientHello and (2) the selected_group field does not correspond to a group which was
    // provided in the "key_share" extension in the original ClientHello. If either of these checks fails, then the client
    // MUST abort the handshake with an "illegal_parameter" alert."
    let group_fits = asked
        .selected_group
        .is_none_or(|group| offer.groups.contains(&group) && group != offer.group);
    if well_formed && changes && group_fits {
        Ok(())
    } else {
        Err(Error::IllegalParameter)
    }
}

/// Writes the dummy change_cipher_spec of middlebox compatibility before the second ClientHello.
pub struct WriteCcsBeforeSecondClientHello(WriteSecondClientHello);

impl State for WriteCcsBeforeSecondClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        if cx.config.middlebox_compatibility {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(self.0)))
    }
}

/// Writes the second ClientHello.
pub struct WriteSecondClientHello {
    offer: Offer,
    hellos: Hellos,
}

impl State for WriteSecondClientHello {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { offer, mut hellos } = *self;
        let mut client_hello = Vec::new();
        let offered = offer.write(cx.config, cx.options, &mut client_hello)?;
        cx.writer.write_hello(&client_hello, ProtocolVersion::TLS1_2)?;
        if let Hellos::Retried { transcript, .. } = &mut hellos {
            transcript.add(&client_hello);
        }
        Ok(Next::Consume(Box::new(ReadServerHello { offer, offered, hellos })))
    }
}

/// A ServerHello is here.
pub fn read_server_hello(
    cx: &mut Context<'_>,
    hello: &ServerHello<'_>,
    state: ReadServerHello,
    message: &Message<'_>,
) -> Result<Next, Error> {
    let ReadServerHello { offer, offered, hellos } = state;
    let share = check_server_hello(hello, &offer, &hellos)?;
    let suite = suites::suite(hello.cipher_suite).ok_or(Error::IllegalParameter)?;
    cx.negotiated.version = Some(ProtocolVersion::TLS1_3);
    cx.negotiated.suite = Some(suite);
    cx.negotiated.group = Some(offer.group);
    debug!(cx, 3, "server chose {:?}, {:?}", suite.id, offer.group);

    // RFC 8446 section 4.2.8.2 and 7.4.2: a public value that is no valid point, or an all-zero result, is
    // "illegal_parameter".
    let secret = offer.share.agree(share).map_err(|_| Error::IllegalParameter)?;
    // RFC 8446 appendix D.4: one change_cipher_spec before our second flight, whichever that is.
    let (mut transcript, ccs_sent) = match hellos {
        Hellos::First { client_hello } => (Transcript::start(suite.hash, &client_hello), false),
        Hellos::Retried { transcript, .. } => (transcript, true),
    };
    transcript.add(message.bytes);
    let keys = Early::new(suite, None).handshake(secret.as_bytes(), transcript.current().as_ref())?;
    let randoms = Randoms {
        client: offer.random,
        server: hello.random,
    };
    cx.export_secret(SecretKind::ClientHandshake, keys.traffic_secret(Side::Client), &randoms);
    cx.export_secret(SecretKind::ServerHandshake, keys.traffic_secret(Side::Server), &randoms);
    cx.reader
        .change_secret(keys.traffic_secret(Side::Server).clone(), message)?;
    cx.writer.change_secret(keys.traffic_secret(Side::Client).clone())?;
    let shared = Shared {
        transcript,
        keys,
        randoms,
        offered,
        ccs_sent,
    };
    Ok(Next::Consume(Box::new(ReadEncryptedExtensions(Box::new(shared)))))
}

/// Holds a ServerHello of TLS 1.3 against the offer; returns the server's key share.
fn check_server_hello<'a>(hello: &ServerHello<'a>, offer: &Offer, hellos: &Hellos) -> Result<&'a [u8], Error> {
    // RFC 8446 section 4.1.3: "A client which receives a legacy_session_id_echo field that does not match what it sent in the
    // ClientHello MUST abort the handshake with an "illegal_parameter" alert." "A client which receives a cipher suite that
    // was not offered MUST abort the handshake with an "illegal_parameter" alert."
    if hello.legacy_session_id_echo != offer.legacy_session_id || !offer.suites.contains(&hello.cipher_suite) {
        return Err(Error::IllegalParameter);
    }
    // Section 4.1.4: "Upon receiving the ServerHello, clients MUST check that the cipher suite supplied in the ServerHello is
    // the same as that in the HelloRetryRequest and otherwise abort the handshake with an "illegal_parameter" alert."
    if matches!(hellos, Hellos::Retried { suite, .. } if suite.id != hello.cipher_suite) {
        return Err(Error::IllegalParameter);
    }
    // Without a pre-shared key the handshake needs the share (section 9.2).
    let share = hello.extensions.key_share.ok_or(Error::MissingExtension)?;
    // Section 4.2.8: "Otherwise, when using (EC)DHE, [...] the server's share MUST be in the same group as one of the client's
    // shares."
    if share.group != offer.group {
        return Err(Error::IllegalParameter);
    }
    Ok(share.key_exchange)
}

/// What the states between ServerHello and the server's Finished hand on.
struct Shared {
    transcript: Transcript,
    keys: Handshake,
    randoms: Randoms,
    offered: ExtensionSet,
    ccs_sent: bool,
}

/// Awaits EncryptedExtensions.
pub struct ReadEncryptedExtensions(Box<Shared>);

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
        if let Some(protocol) = extensions.protocol_name {
            // A protocol that was not offered fits nothing that was negotiated (RFC 7301 section 3.1: the server answers
            // with one "selected from the list").
            if !cx.config.alpn_protocols.iter().any(|offered| offered == protocol.0) {
                return Err(Error::IllegalParameter);
            }
            cx.negotiated.alpn_protocol = Some(protocol.0.into());
        }
        shared.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(ReadCertificateRequest(shared))))
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
        let requested = Requested::check(&request)?;
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
}

impl Requested {
    fn check(request: &CertificateRequest<'_>) -> Result<Self, Error> {
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
        let signer = choose::choose_signer(cx.config, &credentials.candidates, &requested.signature_schemes);
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

/// What we say about ourselves.
enum OwnCertificate {
    /// Nothing: we were not asked.
    NotRequested,
    /// That we have nothing to say.
    Empty,
    /// This.
    Signer(Signer),
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

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self { mut shared, own } = *self;
        let chain = authenticate::read_certificate(&message, shared.offered)?;
        // RFC 8446 section 4.4.2.4: "If the server supplies an empty Certificate message, the client MUST abort the handshake
        // with a "decode_error" alert."
        if chain.is_empty() {
            return Err(Error::DecodeError);
        }
        shared.transcript.add(message.bytes);
        Ok(Next::Ask(
            Box::new(VerifyServer { shared, own, chain }),
            Ask::VerifyPeer,
        ))
    }
}

/// The application is asked whether the server's chain is trusted.
struct VerifyServer {
    shared: Box<Shared>,
    own: OwnCertificate,
    chain: Vec<Vec<u8>>,
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

    fn peer_chain(&self) -> &[Vec<u8>] {
        &self.chain
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
        Ok(Next::Consume(Box::new(WriteCcsAfterFinished {
            last: Box::new(last),
            own,
        })))
    }
}

/// What the states of our last flight hand on. It has the evidence for everything we know of the server.
struct Last {
    transcript: Transcript,
    finished_key: FinishedKey,
    traffic: Traffic,
    ccs_sent: bool,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    peer: PeerAuthenticated,
    #[expect(dead_code, reason = "evidence: without it nobody gets here")]
    server_finished: FinishedVerified,
}

/// Writes the dummy change_cipher_spec of middlebox compatibility before our last flight.
pub struct WriteCcsAfterFinished {
    last: Box<Last>,
    own: OwnCertificate,
}

impl State for WriteCcsAfterFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_CCS_AFTER_SERVER_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, own } = *self;
        if cx.config.middlebox_compatibility && !last.ccs_sent {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(WriteCertificate { last, own })))
    }
}

/// Writes our Certificate, if we were asked.
pub struct WriteCertificate {
    last: Box<Last>,
    own: OwnCertificate,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { mut last, own } = *self;
        let chain: &[Vec<u8>] = match &own {
            OwnCertificate::NotRequested => return Ok(Next::Consume(Box::new(WriteFinished(last)))),
            OwnCertificate::Empty => &[],
            OwnCertificate::Signer(signer) => &signer.credential.chain,
        };
        cx.writer
            .write_message(&mut last.transcript, |out| authenticate::write_certificate(chain, out))?;
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

/// Writes our Finished; what is sent after it is application data.
pub struct WriteFinished(Box<Last>);

impl State for WriteFinished {
    fn id(&self) -> StateId {
        StateId::CLIENT_FINISHED
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Last {
            mut transcript,
            finished_key,
            traffic,
            ..
        } = *self.0;
        let hash = transcript.current();
        let write = |out: &mut Vec<u8>| authenticate::write_finished(&finished_key, hash.as_ref(), out);
        cx.writer.write_message(&mut transcript, write)?;
        cx.writer.change_secret(traffic.traffic_secret(Side::Client).clone())?;
        cx.negotiated.exporter = Some(traffic.exporter().clone());
        Ok(Next::Consume(Box::new(FlushBuffers)))
    }
}

/// Our last flight goes out.
pub struct FlushBuffers;

impl State for FlushBuffers {
    fn id(&self) -> StateId {
        StateId::FLUSH_BUFFERS
    }

    fn wants(&self) -> Wants {
        Wants::Flush
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(Wrapup)))
    }
}

/// Nothing is left to do.
pub struct Wrapup;

impl State for Wrapup {
    fn id(&self) -> StateId {
        StateId::HANDSHAKE_WRAPUP
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(Over)))
    }
}
