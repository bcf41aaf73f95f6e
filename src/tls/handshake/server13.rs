//! A server in TLS 1.3.
//!
//! ```text
//! ClientHello        ------->
//!                               HelloRetryRequest     [only if the client has to send another share]
//!                    <-------   {CCS}
//! ClientHello        ------->
//!                               ServerHello
//!                               {CCS}
//!                               EncryptedExtensions
//!                               CertificateRequest    [only if the application wants it]
//!                               Certificate
//!                               CertificateVerify
//!                    <-------   Finished
//! Certificate                                         [only if asked; may be empty]
//! CertificateVerify                                   [only after a certificate]
//! Finished           ------->
//! ```

mod flight;

use self::flight::WriteEncryptedExtensions;
use super::{
    Context, Next, Randoms, State,
    authenticate::Signer,
    choose::{self, GroupChoice},
    debug,
    inbox::Message,
    offer,
    server::ReadClientHello,
    state_id::StateId,
    transcript::Transcript,
};
use crate::crypto::rand;
use crate::tls::{
    config::Side,
    connection::ClientHelloFacts,
    error::Error,
    keys::schedule13::{Early, Handshake},
    suites::Suite,
    want::{Answer, Ask, Credentials, SecretKind},
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions},
        codes::{CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme},
        extensions::key_share::KeyShareEntry,
        handshake::Header,
        server_hello::{HelloRetryRequest, HelloRetryRequestExtensions, ServerHello, ServerHelloExtensions},
    },
};

/// What was said before the second ClientHello.
pub struct Retried {
    /// ClientHello1, HelloRetryRequest.
    transcript: Transcript,
    /// ClientHello1 itself.
    client_hello: Vec<u8>,
    suite: &'static Suite,
    group: NamedGroup,
}

/// A ClientHello that offers TLS 1.3 is here.
pub fn read_client_hello(
    cx: &mut Context<'_>,
    hello: &ClientHello<'_>,
    retried: Option<Box<Retried>>,
    message: &Message<'_>,
) -> Result<Next, Error> {
    message.check_ends_record()?;
    // RFC 8446 section 4.1.2: "If a TLS 1.3 ClientHello is received with any other value in this field, the server MUST abort
    // the handshake with an "illegal_parameter" alert."
    if !hello.has_only_null_compression() {
        return Err(Error::IllegalParameter);
    }
    check_extensions(hello)?;
    check_shares(hello)?;
    let suite = choose::choose_suite(cx.config, hello)?;
    let group = choose::choose_group(cx.config, hello);
    if let Some(retried) = &retried {
        check_second_client_hello(hello, retried, suite, &group)?;
    }
    match group {
        GroupChoice::Retry(group) => {
            debug!(cx, 3, "no share of a common group, asking for {group:?}");
            if hello.extensions.early_data {
                cx.reader.skip_early_data();
            }
            let client_hello = message.bytes.to_vec();
            let transcript = Transcript::start_retried(suite.hash, message.bytes)?;
            let retried = Box::new(Retried {
                transcript,
                client_hello,
                suite,
                group,
            });
            let legacy_session_id = hello.legacy_session_id.to_vec();
            Ok(Next::Consume(Box::new(WriteHelloRetryRequest {
                retried,
                legacy_session_id,
            })))
        }
        GroupChoice::Nothing => Ok(Next::Consume(Box::new(NothingToRetry))),
        GroupChoice::Share(group, share) => {
            cx.negotiated.suite = Some(suite);
            cx.negotiated.group = Some(group);
            cx.negotiated.server_name = hello.extensions.server_name.map(Into::into);
            debug!(cx, 3, "chose {:?}, {group:?}", suite.id);
            let ccs_sent = retried.is_some();
            let transcript = match retried {
                Some(mut retried) => {
                    retried.transcript.add(message.bytes);
                    retried.transcript
                }
                None => Transcript::start(suite.hash, message.bytes),
            };
            let offer = Offer {
                random: hello.random,
                legacy_session_id: hello.legacy_session_id.to_vec(),
                share: share.to_vec(),
                suite,
                group,
                transcript,
                ccs_sent,
                early_data: hello.extensions.early_data,
            };
            let facts = Facts::of(hello);
            // Before the question: an application may choose its certificate by it (RFC 8737 wants that).
            let protocol = choose::choose_protocol(cx.config, &facts.alpn_protocols)?;
            cx.negotiated.alpn_protocol = protocol.map(Into::into);
            Ok(Next::Ask(
                Box::new(SelectCertificate { offer, facts }),
                Ask::SelectCertificate,
            ))
        }
    }
}

/// Which extensions have to be there (RFC 8446 section 9.2). "Servers receiving a ClientHello which does not conform to these
/// requirements MUST abort the handshake with a "missing_extension" alert."
fn check_extensions(hello: &ClientHello<'_>) -> Result<(), Error> {
    let extensions = &hello.extensions;
    // Section 4.2.9: "If clients offer "pre_shared_key" without a "psk_key_exchange_modes" extension, servers MUST abort the
    // handshake."
    if extensions.pre_shared_key.is_some() && extensions.psk_key_exchange_modes.is_none() {
        return Err(Error::MissingExtension);
    }
    // "If containing a "supported_groups" extension, it MUST also contain a "key_share" extension, and vice versa."
    if extensions.supported_groups.is_some() != extensions.key_share.is_some() {
        return Err(Error::MissingExtension);
    }
    // "If not containing a "pre_shared_key" extension, it MUST contain both a "signature_algorithms" extension and a
    // "supported_groups" extension." One that has a pre-shared key and nothing else may do so, but not with us.
    if extensions.signature_algorithms.is_none() || extensions.supported_groups.is_none() {
        let without = extensions.pre_shared_key.is_none();
        return Err(if without {
            Error::MissingExtension
        } else {
            Error::HandshakeFailure
        });
    }
    Ok(())
}

/// RFC 8446 section 4.2.8: "Clients MUST NOT offer multiple KeyShareEntry values for the same group. Clients MUST NOT offer any
/// KeyShareEntry values for groups not listed in the client's "supported_groups" extension. Servers MAY check for
/// violations of these rules and abort the handshake with an "illegal_parameter" alert if one is violated."
fn check_shares(hello: &ClientHello<'_>) -> Result<(), Error> {
    let groups = hello.extensions.supported_groups.unwrap_or_default();
    let mut seen: Vec<NamedGroup> = Vec::new();
    for share in hello.extensions.key_share.unwrap_or_default() {
        if seen.len() == MAX_SHARES || seen.contains(&share.group) || !groups.contains(share.group) {
            return Err(Error::IllegalParameter);
        }
        seen.push(share.group);
    }
    Ok(())
}

/// Most key shares that are looked at: more than there are groups with a use, few enough to compare each with each.
const MAX_SHARES: usize = 64;

/// RFC 8446 section 4.1.2: "The client MUST send the same ClientHello without modification, except as follows": the share that
/// was asked for, and extensions that we did not ask to change but which may.
fn check_second_client_hello(
    hello: &ClientHello<'_>,
    retried: &Retried,
    suite: &'static Suite,
    group: &GroupChoice<'_>,
) -> Result<(), Error> {
    let (_, body) = retried
        .client_hello
        .split_at_checked(Header::LEN)
        .ok_or(Error::Internal)?;
    let first = ClientHello::read(body)?;
    let same = without_changes(&first) == without_changes(hello) && suite == retried.suite;
    // Section 4.2.8: "If using (EC)DHE key establishment and a HelloRetryRequest containing a "key_share" extension was
    // received by the client, [it sends] a single KeyShareEntry for the group indicated".
    let one_share = hello
        .extensions
        .key_share
        .is_some_and(|shares| shares.iter().count() == 1);
    let asked_for = matches!(group, GroupChoice::Share(group, _) if *group == retried.group);
    // Section 4.1.2: "Early data is not permitted after a HelloRetryRequest."
    if same && one_share && asked_for && !hello.extensions.early_data {
        Ok(())
    } else {
        Err(Error::IllegalParameter)
    }
}

/// A ClientHello without what a HelloRetryRequest lets a client change.
fn without_changes<'a>(hello: &ClientHello<'a>) -> ClientHello<'a> {
    let extensions = ClientHelloExtensions {
        key_share: None,
        early_data: false,
        cookie: None,
        pre_shared_key: None,
        ..hello.extensions
    };
    ClientHello { extensions, ..*hello }
}

/// Writes the HelloRetryRequest.
pub struct WriteHelloRetryRequest {
    retried: Box<Retried>,
    legacy_session_id: Vec<u8>,
}

impl State for WriteHelloRetryRequest {
    fn id(&self) -> StateId {
        StateId::HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            mut retried,
            legacy_session_id,
        } = *self;
        let retry = HelloRetryRequest {
            legacy_version: ProtocolVersion::TLS1_2,
            legacy_session_id_echo: &legacy_session_id,
            cipher_suite: retried.suite.id,
            extensions: HelloRetryRequestExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                selected_group: Some(retried.group),
                cookie: None,
            },
        };
        cx.writer
            .write_message(&mut retried.transcript, |out| retry.write(out))?;
        let compatible = !legacy_session_id.is_empty();
        Ok(Next::Consume(Box::new(WriteCcsAfterHelloRetryRequest {
            retried,
            compatible,
        })))
    }
}

/// There is no group to ask for a share of. Programs that step see the state of a HelloRetryRequest fail.
pub struct NothingToRetry;

impl State for NothingToRetry {
    fn id(&self) -> StateId {
        StateId::HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        // RFC 8446 section 4.1.1: "If the server is unable to negotiate a supported set of parameters (i.e., there is no
        // overlap between the client and server parameters), it MUST abort the handshake with either a
        // "handshake_failure" or "insufficient_security" fatal alert".
        Err(Error::HandshakeFailure)
    }
}

/// Writes the dummy change_cipher_spec of middlebox compatibility after a HelloRetryRequest.
pub struct WriteCcsAfterHelloRetryRequest {
    retried: Box<Retried>,
    compatible: bool,
}

impl State for WriteCcsAfterHelloRetryRequest {
    fn id(&self) -> StateId {
        StateId::SERVER_CCS_AFTER_HELLO_RETRY_REQUEST
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        if self.compatible {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(ReadClientHello {
            retried: Some(self.retried),
        })))
    }
}

/// What of the ClientHello the ServerHello needs.
struct Offer {
    random: [u8; 32],
    legacy_session_id: Vec<u8>,
    share: Vec<u8>,
    suite: &'static Suite,
    group: NamedGroup,
    transcript: Transcript,
    ccs_sent: bool,
    early_data: bool,
}

/// What of the ClientHello the choice of a certificate and of a protocol needs.
struct Facts {
    server_name: Option<String>,
    alpn_protocols: Vec<Vec<u8>>,
    signature_schemes: Vec<SignatureScheme>,
    certificate_signature_schemes: Vec<SignatureScheme>,
    groups: Vec<NamedGroup>,
    suites: Vec<CipherSuite>,
    authorities: Vec<Vec<u8>>,
}

impl Facts {
    fn of(hello: &ClientHello<'_>) -> Self {
        let extensions = &hello.extensions;
        let protocols = extensions.protocol_name_list.unwrap_or_default();
        Self {
            server_name: extensions.server_name.map(str::to_owned),
            alpn_protocols: protocols.iter().map(|name| name.0.to_vec()).collect(),
            signature_schemes: extensions.signature_algorithms.unwrap_or_default().iter().collect(),
            certificate_signature_schemes: extensions
                .signature_algorithms_cert
                .unwrap_or_default()
                .iter()
                .collect(),
            groups: extensions.supported_groups.unwrap_or_default().iter().collect(),
            suites: hello.cipher_suites.iter().collect(),
            authorities: extensions
                .certificate_authorities
                .unwrap_or_default()
                .iter()
                .map(|name| name.0.to_vec())
                .collect(),
        }
    }
}

/// The application is asked which certificates serve this client.
struct SelectCertificate {
    offer: Offer,
    facts: Facts,
}

impl State for SelectCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { offer, facts } = *self;
        let Answer::Credentials(credentials) = answer else {
            return Err(Error::BadInput);
        };
        let signer = choose::choose_signer(cx.config, &credentials.candidates, &facts.signature_schemes);
        // RFC 8446 section 4.4.2.2: "If the server cannot produce a certificate chain that is signed only via the indicated
        // supported algorithms, then it SHOULD continue the handshake" - but a key that fits none of them cannot sign.
        let signer = signer.ok_or(Error::HandshakeFailure)?;
        let plan = Plan {
            signer,
            credentials,
            names_server: facts.server_name.is_some(),
        };
        Ok(Next::Consume(Box::new(WriteServerHello { offer, plan })))
    }

    fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        Some(ClientHelloFacts {
            server_name: self.facts.server_name.as_deref(),
            alpn_protocols: &self.facts.alpn_protocols,
            signature_schemes: &self.facts.signature_schemes,
            certificate_signature_schemes: &self.facts.certificate_signature_schemes,
            groups: &self.facts.groups,
            suites: &self.facts.suites,
            authorities: &self.facts.authorities,
        })
    }
}

/// What our flight will say.
struct Plan {
    signer: Signer,
    credentials: Credentials,
    names_server: bool,
}

/// Writes the ServerHello; what follows is protected.
pub struct WriteServerHello {
    offer: Offer,
    plan: Plan,
}

impl State for WriteServerHello {
    fn id(&self) -> StateId {
        StateId::SERVER_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { offer, plan } = *self;
        let Offer {
            random,
            legacy_session_id,
            share,
            suite,
            group,
            mut transcript,
            ccs_sent,
            early_data,
        } = offer;
        let mut randoms = Randoms {
            client: random,
            server: [0; 32],
        };
        rand::fill(&mut randoms.server).map_err(|_| Error::NoRandom)?;
        let own_share = offer::generate(group)?;
        let hello = ServerHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: randoms.server,
            legacy_session_id_echo: &legacy_session_id,
            cipher_suite: suite.id,
            extensions: ServerHelloExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                key_share: Some(KeyShareEntry {
                    group,
                    key_exchange: own_share.public_key(),
                }),
                ..ServerHelloExtensions::default()
            },
        };
        cx.writer.write_message(&mut transcript, |out| hello.write(out))?;
        // RFC 8446 section 4.2.8.2 and 7.4.2: a public value that is no valid point, or an all-zero result, is
        // "illegal_parameter".
        let secret = own_share.agree(&share).map_err(|_| Error::IllegalParameter)?;

        let keys = Early::new(suite, None).handshake(secret.as_bytes(), transcript.current().as_ref())?;
        cx.export_secret(SecretKind::ClientHandshake, keys.traffic_secret(Side::Client), &randoms);
        cx.export_secret(SecretKind::ServerHandshake, keys.traffic_secret(Side::Server), &randoms);
        cx.reader
            .change_secret(keys.traffic_secret(Side::Client).clone(), &Message::NONE)?;
        cx.reader.allow_plaintext_alert();
        // We accept no early data, but a client with another server's ticket may send some before it knows.
        if early_data {
            cx.reader.skip_early_data();
        }
        cx.writer.change_secret(keys.traffic_secret(Side::Server).clone())?;
        let shared = Box::new(Shared {
            transcript,
            keys,
            randoms,
        });
        let compatible = !legacy_session_id.is_empty() && !ccs_sent;
        Ok(Next::Consume(Box::new(WriteCcsAfterServerHello {
            shared,
            plan,
            compatible,
        })))
    }
}

/// What the states from ServerHello to Finished hand on.
struct Shared {
    transcript: Transcript,
    keys: Handshake,
    randoms: Randoms,
}

/// Writes the dummy change_cipher_spec of middlebox compatibility after ServerHello.
pub struct WriteCcsAfterServerHello {
    shared: Box<Shared>,
    plan: Plan,
    /// RFC 8446 appendix D.4: "if the client sends a non-empty session ID, the server MUST send the change_cipher_spec".
    compatible: bool,
}

impl State for WriteCcsAfterServerHello {
    fn id(&self) -> StateId {
        StateId::SERVER_CCS_AFTER_SERVER_HELLO
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            shared,
            plan,
            compatible,
        } = *self;
        if compatible {
            cx.writer.write_change_cipher_spec()?;
        }
        Ok(Next::Consume(Box::new(WriteEncryptedExtensions { shared, plan })))
    }
}
