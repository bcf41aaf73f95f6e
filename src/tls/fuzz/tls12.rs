//! The same for TLS 1.2: the plain function under the fuzz targets `client12` and `server12`.
//!
//! The input's first bytes are [`Choices`]; the rest is what the peer sends. What stands behind encryption is reached too: the
//! [`Line`] seals records for the peer, and knows what its Finished has to say.
//!
//! So the line knows what may be accepted: see [`Line::vouches_for`]. Signatures it cannot make: they are those of recordings,
//! and [`End::is_signed`] checks them once more, over what has passed the line.

mod line;
#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use self::line::Line;
use super::{IDENTITY, MAX_STEPS, Outcome, PROTOCOL, SEED, TICKET, external};
use crate::crypto::{ec::Curve, hkdf::Secret, sign::SigningKey, verify::PublicKey};
use crate::tls::{
    config::{Attached, CertificateOptions, Config, Credential, Key, LegacyPeer, Options, Options12, PeerKey, Side},
    connection::Connection,
    error::Error,
    session::{KeyExchangeModes, MAX_LIFETIME, NewTicket, PskKind, Resumption, Session, Session12},
    suites,
    suites12::{SUITES12, suite12},
    want::{Answer, Ask, Credentials, Event, SecretKind, Stop, Want},
    wire::codes::{
        CertificateType, CipherSuite, MaxFragmentLength, NamedGroup, ProtocolVersion, SignatureScheme as Scheme,
    },
};

/// The identifier that ends know a session by.
const SESSION_ID: [u8; 32] = [9; 32];
/// What an end writes after its first handshake.
const DATA: &[u8] = b"data";
/// How many bytes of the input are [`Choices`].
const CHOICES_LEN: usize = 3;

/// What an end is set up with: the first bytes of the input.
#[derive(Clone, Copy, Debug, Default)]
struct Choices {
    /// The suite that comes first; all others follow.
    suite: u8,
    /// See the functions.
    flags: u8,
    more: u8,
}

impl Choices {
    const RENEGOTIATION: u8 = 1;
    const TLS13: u8 = 2;
    const TICKETS: u8 = 4;
    const CACHE: u8 = 8;
    const CLIENT_CERTIFICATE: u8 = 16;
    const ATTACHED: u8 = 32;
    const BEGINS: u8 = 64;
    const SAVES: u8 = 128;
    const NO_EXTENDED: u8 = 1;
    const NO_ENCRYPT_THEN_MAC: u8 = 2;
    const STRICT: u8 = 4;
    const FRAGMENT: u8 = 8;
    const RECORD_LIMIT: u8 = 16;
    const EXTERNAL_KEY: u8 = 32;
    const KNOWS_SESSION: u8 = 64;
    const RAW: u8 = 128;

    const fn of(bytes: [u8; CHOICES_LEN]) -> Self {
        let [suite, flags, more] = bytes;
        Self { suite, flags, more }
    }

    const fn has(self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    const fn has_more(self, flag: u8) -> bool {
        self.more & flag != 0
    }

    /// Every suite of TLS 1.2, and two of TLS 1.3.
    fn suites(self) -> Vec<CipherSuite> {
        let first = usize::from(self.suite).checked_rem(SUITES12.len()).unwrap_or_default();
        let (after, from) = SUITES12.split_at(first.min(SUITES12.len()));
        let suites = from.iter().chain(after).map(|suite| suite.id);
        let others = [CipherSuite::AES_128_GCM_SHA256, CipherSuite::CHACHA20_POLY1305_SHA256];
        suites.chain(others).collect()
    }

    fn config(self, side: Side) -> Config {
        let types = if self.has_more(Self::RAW) {
            vec![CertificateType::RAW_PUBLIC_KEY, CertificateType::X509]
        } else {
            Vec::new()
        };
        Config {
            min_version: ProtocolVersion::TLS1_2,
            max_version: if self.has(Self::TLS13) {
                ProtocolVersion::TLS1_3
            } else {
                ProtocolVersion::TLS1_2
            },
            suites: self.suites(),
            groups: vec![NamedGroup::X25519, NamedGroup::SECP256R1],
            signature_schemes: [&SCHEMES[..], &RSA_SCHEMES].concat(),
            alpn_protocols: vec![PROTOCOL.to_vec()],
            certificates: CertificateOptions {
                own_types: types.clone(),
                peer_types: types,
                request_ocsp: self.has(Self::ATTACHED),
                request_scts: self.has(Self::ATTACHED),
                ..CertificateOptions::new()
            },
            max_fragment_length: Some(MaxFragmentLength::LEN_512).filter(|_| self.has_more(Self::FRAGMENT)),
            record_size_limit: Some(100).filter(|_| self.has_more(Self::RECORD_LIMIT)),
            prefer_own_suites: true,
            tickets: 1,
            parses_tickets: self.has(Self::TICKETS),
            finds_psks: true,
            tls12: Options12 {
                extended_master_secret: !self.has_more(Self::NO_EXTENDED),
                encrypt_then_mac: !self.has_more(Self::NO_ENCRYPT_THEN_MAC),
                tickets: self.has(Self::TICKETS),
                caches_sessions: self.has(Self::CACHE),
                renegotiation: self.has(Self::RENEGOTIATION),
                legacy_peer: if self.has_more(Self::STRICT) {
                    LegacyPeer::Refused
                } else {
                    LegacyPeer::NoRenegotiation
                },
                ..Options12::new()
            },
            ..Config::new(side)
        }
    }

    fn options(self) -> Options {
        Options {
            server_name: Some("localhost".to_owned()),
            export_secrets: true,
            resumption: self.session().map(|session| {
                Arc::new(Resumption {
                    session,
                    ticket: if self.has(Self::TICKETS) {
                        TICKET.to_vec()
                    } else {
                        Vec::new()
                    },
                    session_id: SESSION_ID.to_vec(),
                })
            }),
            psks: vec![external()],
        }
    }

    /// What ticket and identifier stand for; `None` if they are not known.
    fn session(self) -> Option<Session> {
        if !self.has_more(Self::KNOWS_SESSION) {
            return None;
        }
        Some(Session {
            suite: *self.suites().first()?,
            secret: Secret::new(&[7; 48]).ok()?,
            age_add: 0,
            lifetime: MAX_LIFETIME,
            created: 0,
            max_early_data: 0,
            modes: KeyExchangeModes::ALL,
            alpn_protocol: None,
            server_name: Some("localhost".to_owned()),
            tls12: Some(Session12 {
                extended_master_secret: !self.has_more(Self::NO_EXTENDED),
                encrypt_then_mac: !self.has_more(Self::NO_ENCRYPT_THEN_MAC),
                max_fragment_length: Some(MaxFragmentLength::LEN_512).filter(|_| self.has_more(Self::FRAGMENT)),
            }),
        })
    }
}

const SCHEMES: [Scheme; 2] = [Scheme::ED25519, Scheme::ECDSA_SECP256R1_SHA256];
pub(super) const RSA_SCHEMES: [Scheme; 2] = [Scheme::RSA_PKCS1_SHA256, Scheme::RSA_PSS_RSAE_SHA256];

/// Somebody's key, and the certificate that stands for it: the core does not look into one.
struct Identity {
    key: Arc<SigningKey>,
    name: &'static [u8],
    schemes: &'static [Scheme],
}

/// The same for both ends.
fn identities(rsa: &[u8]) -> Option<&'static [Identity; 3]> {
    static IDENTITIES: OnceLock<Option<[Identity; 3]>> = OnceLock::new();
    let make = || {
        let [ed25519, p256] = SCHEMES.each_ref();
        Some([
            Identity {
                key: Arc::new(SigningKey::ed25519(&SEED).ok()?),
                name: b"ed25519",
                schemes: core::slice::from_ref(ed25519),
            },
            Identity {
                key: Arc::new(SigningKey::ec(Curve::P256, &SEED).ok()?),
                name: b"p256",
                schemes: core::slice::from_ref(p256),
            },
            Identity {
                key: Arc::new(SigningKey::rsa_from_pkcs1(rsa).ok()?),
                name: b"rsa",
                schemes: &RSA_SCHEMES,
            },
        ])
    };
    IDENTITIES.get_or_init(make).as_ref()
}

/// Feeds `input` to a fresh connection and reads until it ends. `rsa` is a key of 2048 bits or more (PKCS#1), the same in every
/// call.
pub fn drive(side: Side, rsa: &[u8], input: &[u8]) -> Outcome {
    let Some((choices, input)) = input.split_first_chunk() else {
        return Outcome::Starved;
    };
    match End::new(side, rsa, Choices::of(*choices)) {
        Some(mut end) => {
            let mut line = Line::new(side, input);
            let outcome = end.run(&mut line);
            if line.vouches_for(&end) {
                outcome
            } else {
                Outcome::Accepted
            }
        }
        None => Outcome::Failed(Error::Internal),
    }
}

/// An end whose transport is a [`Line`].
struct End {
    connection: Connection,
    config: Arc<Config>,
    options: Options,
    choices: Choices,
    identities: &'static [Identity],
    /// It has done what it does by itself after the first handshake.
    acted: bool,
    /// How often it was saved and restored.
    moves: u8,
    /// How many handshakes came to their end.
    handshakes: usize,
    /// What came as application data.
    received: Vec<u8>,
    /// Whose certificate the peer has shown in the handshake at hand.
    shown: Option<&'static Identity>,
    /// A handshake came to its end without a signature that it must have.
    unsigned: bool,
}

/// Most moves of a connection into another object.
const MAX_MOVES: u8 = 3;

impl End {
    fn new(side: Side, rsa: &[u8], choices: Choices) -> Option<Self> {
        let identities = identities(rsa)?;
        #[cfg(any(test, feature = "deterministic"))]
        crate::crypto::rand::deterministic::seed(&[if side == Side::Client { 1 } else { 2 }; 32]);
        let (config, options) = (Arc::new(choices.config(side)), choices.options());
        Some(Self {
            connection: Connection::new(Arc::clone(&config), options.clone()),
            config,
            options,
            choices,
            identities,
            acted: false,
            moves: 0,
            handshakes: 0,
            received: Vec::new(),
            shown: None,
            unsigned: false,
        })
    }

    /// Goes on until the input is used up or the connection fails.
    fn run(&mut self, line: &mut Line<'_>) -> Outcome {
        for _ in 0..MAX_STEPS {
            let before = self.connection.is_handshake_over();
            let outcome = if before { self.read() } else { self.connection.step() };
            self.take_events(line);
            if !before && self.connection.is_handshake_over() && outcome.is_ok() {
                self.handshakes = self.handshakes.saturating_add(1);
                self.unsigned |= !self.is_signed(line);
                self.shown = None;
                self.act();
            }
            if let Some(end) = self.serve(outcome, line) {
                self.flush(line);
                return end;
            }
        }
        Outcome::Failed(Error::Internal)
    }

    /// Whether the peer has signed what it has to in a handshake that is over now, with the key of the certificate that it showed: a
    /// server its share, unless its suite has none or a session is resumed; a client all messages, if it showed one.
    fn is_signed(&self, line: &Line<'_>) -> bool {
        let key = self.shown.map(|identity| identity.key.public_key());
        match self.config.side {
            Side::Client => {
                let suite = self.connection.suite().and_then(suite12);
                let is_resumed = self.connection.psk() == Some(PskKind::Resumption);
                let has_certificate = suite.is_some_and(|suite| suite.exchange.has_certificate());
                is_resumed || !has_certificate || key.is_some_and(|key| line.is_share_signed(key))
            }
            Side::Server => key.is_none_or(|key| line.are_messages_signed(key)),
        }
    }

    fn read(&mut self) -> Result<(), Stop> {
        let mut room = [0; 512];
        let len = self.connection.reader.read(&mut room)?;
        self.received.extend(room.iter().take(len));
        Ok(())
    }

    /// Does what the connection stopped for; `Some` is its end.
    fn serve(&mut self, outcome: Result<(), Stop>, line: &mut Line<'_>) -> Option<Outcome> {
        let over = self.connection.is_handshake_over();
        match outcome {
            Ok(()) => {}
            Err(Stop::Want(Want::Renegotiate)) => {
                // It goes on, or the peer was told that it does not; this may not be refused any more.
                if let Err(error) = self.connection.renegotiate(&self.config, self.options.clone()) {
                    return Some(Outcome::Failed(match error {
                        Error::BadInput => Error::Internal,
                        error => error,
                    }));
                }
            }
            Err(Stop::Want(Want::ApplicationData)) => {
                let mut room = [0; 100];
                let Some(len) = self.connection.reader.read_before_hello(&mut room) else {
                    return Some(Outcome::Failed(Error::Internal));
                };
                self.received.extend(room.iter().take(len));
            }
            // All is as before.
            Err(Stop::Want(Want::RenegotiationRefused)) if over => {}
            Err(Stop::Want(Want::NewSessionTicket | Want::ClientAuthentication)) => {}
            Err(Stop::Want(Want::Send)) => self.flush(line),
            Err(Stop::Want(Want::Ask(question))) => {
                let answer = self.answer(question);
                self.connection.answer(answer);
            }
            Err(Stop::Want(Want::Recv { at_least })) => {
                self.flush(line);
                if over && !self.survives_a_move() {
                    return Some(Outcome::Failed(Error::Internal));
                }
                if !self.receive(line, at_least) {
                    return Some(if over { Outcome::Connected } else { Outcome::Starved });
                }
            }
            // No timer runs, nobody takes early data, and nobody refuses what is not going on.
            Err(Stop::Want(Want::Timer | Want::EarlyData | Want::RenegotiationRefused)) => {
                return Some(Outcome::Failed(Error::Internal));
            }
            Err(Stop::Fail(error)) => return Some(Outcome::Failed(error)),
        }
        None
    }

    /// After the first handshake: data, and another handshake that this end begins.
    fn act(&mut self) {
        if core::mem::replace(&mut self.acted, true) {
            return;
        }
        let begins = self.choices.has(Choices::BEGINS);
        // What the peer does not take is no fault: it may not know of RFC 5746, or speak TLS 1.3.
        let _ = self.connection.writer.write(DATA);
        if begins && self.config.side == Side::Server {
            let _ = self.connection.writer.request_renegotiation();
        } else if begins {
            let _ = self.connection.renegotiate(&self.config, self.options.clone());
        }
    }

    /// A connection that can be saved can be restored, and goes on in its new object.
    fn survives_a_move(&mut self) -> bool {
        if !self.choices.has(Choices::SAVES) || self.moves == MAX_MOVES {
            return true;
        }
        let Ok(saved) = self.connection.save() else {
            return true;
        };
        self.moves = self.moves.saturating_add(1);
        match Connection::restore(Arc::clone(&self.config), saved) {
            Ok(restored) => {
                self.connection = restored;
                true
            }
            Err(_) => false,
        }
    }

    fn take_events(&mut self, line: &mut Line<'_>) {
        while let Some(event) = self.connection.next_event() {
            if let Event::Secret {
                kind: SecretKind::Master(hash),
                secret,
                client_random,
                server_random,
            } = event
            {
                line.prepare(self.connection.suite(), (hash, &secret), client_random, server_random);
            }
        }
    }

    fn receive(&mut self, line: &mut Line<'_>, at_least: usize) -> bool {
        let mut loan = self.connection.reader.lend(at_least);
        let count = line.receive(loan.space().get_mut(..at_least).unwrap_or_default());
        self.connection.reader.give_back(loan, count);
        count > 0
    }

    fn flush(&mut self, line: &mut Line<'_>) {
        while let Err(Stop::Want(Want::Send)) = self.connection.writer.flush() {
            let loan = self.connection.writer.lend();
            let count = loan.unsent().len();
            line.send(loan.unsent());
            self.connection.writer.give_back(loan, count);
        }
    }

    fn credential(&self, identity: &Identity, certificate_type: CertificateType) -> Arc<Credential> {
        Arc::new(Credential {
            certificate_type,
            attached: vec![Attached {
                ocsp_response: Some(b"response".as_slice().into()),
                scts: Some(b"\0\x08\0\x06stamps".as_slice().into()),
            }],
            chain: vec![identity.name.to_vec()],
            key: if self.choices.has_more(Choices::EXTERNAL_KEY) {
                Key::External
            } else {
                Key::Native(Arc::clone(&identity.key))
            },
            schemes: identity.schemes.to_vec(),
            schemes12: identity.schemes.to_vec(),
            curve: match identity.key.public_key() {
                PublicKey::Ec { curve, .. } => Some(suites::curve_id(*curve)),
                PublicKey::Rsa { .. } | PublicKey::Ed25519(_) => None,
            },
            tag: 0,
        })
    }

    /// The one whose certificate this is; any bytes are the first one's.
    fn identity(&self, chain: &[Vec<u8>]) -> Option<&'static Identity> {
        let named = self
            .identities
            .iter()
            .find(|identity| chain.first().is_some_and(|leaf| leaf == identity.name));
        named.or(self.identities.first())
    }

    fn credentials(&self) -> Credentials {
        let shows = self.config.side == Side::Server || self.choices.has(Choices::CLIENT_CERTIFICATE);
        let types = [CertificateType::X509, CertificateType::RAW_PUBLIC_KEY];
        let of_type = |kind| {
            self.identities
                .iter()
                .map(move |identity| self.credential(identity, kind))
        };
        Credentials {
            candidates: types.into_iter().flat_map(of_type).filter(|_| shows).collect(),
            request_client_certificate: self.choices.has(Choices::CLIENT_CERTIFICATE),
            authorities: vec![b"\x30\0".to_vec()],
        }
    }

    fn answer(&mut self, question: Ask) -> Answer {
        match question {
            Ask::SelectCertificate => Answer::Credentials(self.credentials()),
            Ask::VerifyPeer if self.connection.peer_chain().is_empty() => Answer::Peer(None),
            Ask::VerifyPeer => {
                self.shown = self.identity(self.connection.peer_chain());
                Answer::Peer(self.shown.map(|identity| PeerKey {
                    key: Arc::new(identity.key.public_key().clone()),
                    rsa: Default::default(),
                }))
            }
            Ask::Sign {
                credential,
                scheme,
                message,
            } => {
                let key = self.identity(&credential.chain).map(|identity| &identity.key);
                let algorithm = suites::signature_scheme(scheme).map(|scheme| scheme.algorithm);
                let signed = key.zip(algorithm).map(|(key, algorithm)| key.sign(algorithm, &message));
                match signed {
                    Some(Ok(signature)) => Answer::Signature(signature),
                    _ => Answer::Fail(Error::Internal),
                }
            }
            Ask::ParseTicket { ticket } => {
                let session = self.choices.session().filter(|_| ticket == TICKET);
                Answer::Session(session.map(Box::new))
            }
            Ask::FindSession { id } => {
                let session = self.choices.session().filter(|_| id == SESSION_ID);
                Answer::Session(session.map(Box::new))
            }
            Ask::FindPsk { identity } => Answer::Psk(Some(external()).filter(|_| identity == IDENTITY)),
            Ask::WriteTicket { .. } => Answer::Ticket(Some(NewTicket {
                ticket: b"another".to_vec(),
                lifetime: 100,
            })),
            Ask::KeepSession { .. } => Answer::Kept,
            Ask::CheckReplay { .. } => Answer::Fresh(true),
        }
    }
}
