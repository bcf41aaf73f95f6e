//! A connection fed with any bytes: the plain function under the fuzz targets `client` and `server`.
//!
//! Nobody who changes these bytes can compute a Finished, a binder or a tag. So what an end accepts has to be what a genuine
//! peer says ([`genuine`]), and all else is [`Outcome::Accepted`].
//!
//! Randomness is the deterministic stand-in where there is one (tests, and fuzzing with the feature `deterministic`), so
//! that what one end once sent is, byte for byte, what this end expects, and a mutation of it gets as far as its first
//! changed byte lets it. Without the stand-in the bytes get as far as the first protected record.

mod genuine;
#[cfg(test)]
mod recorded;
pub mod tls12;
pub mod tls13;

use std::sync::Arc;

use super::{
    config::{Attached, CertificateOptions, Config, Credential, Key, Options, PeerKey, Side},
    connection::Connection,
    early_data::Replays,
    error::Error,
    session::{ExternalPsk, KeyExchangeModes, MAX_LIFETIME, NewTicket, Resumption, Session},
    want::{Answer, Ask, Credentials, Event, SecretKind, Stop, Want},
    wire::codes::{CertificateCompressionAlgorithm, CertificateType, CipherSuite, NamedGroup, SignatureScheme},
};
use crate::crypto::{hash::HashAlgorithm, hkdf::Secret, sign::SigningKey};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The bytes were used up.
    Starved,
    /// The handshake was over, and the bytes were used up.
    Connected,
    /// The connection failed.
    Failed(Error),
    /// The end took something for its peer's that the peer did not say: a handshake, early data, or application data. Always a
    /// fault, however the run ended.
    Accepted,
}

impl Outcome {
    /// Every end of a run but two: a state that cannot be, and something accepted that had to be refused.
    pub fn is_well(self) -> bool {
        !matches!(self, Self::Failed(Error::Internal) | Self::Accepted)
    }
}

/// What a connection is set up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// Any handshake without early data.
    Plain,
    /// A client sends early data with its ticket; a server takes it.
    EarlyData,
    /// As before, but the server takes any early data for a copy and skips it.
    Replayed,
}

/// What the other end is, to whom a connection may talk: the same key at both ends.
const SEED: [u8; 32] = [7; 32];
/// More steps than any input of the length that fuzzers make needs; a run that takes more is a hang, and a fault.
const MAX_STEPS: usize = 1 << 16;

/// What an end has of pre-shared keys.
#[derive(Clone, Copy)]
struct Keys {
    /// It has the ticket and the key from elsewhere, to offer or to take.
    known: bool,
    /// Server: so many tickets follow.
    tickets: u16,
    scenario: Scenario,
}

impl Keys {
    /// Of the ends that are fed with anything.
    const fn of(scenario: Scenario) -> Self {
        Self {
            known: true,
            tickets: 1,
            scenario,
        }
    }
}

/// What a client sends as early data.
const EARLY_DATA: &[u8] = b"early data";
/// How many bytes of it a ticket allows.
const MAX_EARLY_DATA: u32 = 1000;

/// The ticket that ends know.
const TICKET: &[u8] = b"ticket";
/// The application protocol.
const PROTOCOL: &[u8] = b"h2";
/// The key from elsewhere.
const IDENTITY: &[u8] = b"key";

/// What the ticket stands for.
fn session(scenario: Scenario) -> Option<Session> {
    let early = scenario != Scenario::Plain;
    Some(Session {
        suite: CipherSuite::AES_128_GCM_SHA256,
        secret: Secret::new(&SEED).ok()?,
        age_add: 7,
        lifetime: MAX_LIFETIME,
        created: 0,
        max_early_data: if early { MAX_EARLY_DATA } else { 0 },
        modes: KeyExchangeModes::ALL,
        alpn_protocol: early.then(|| PROTOCOL.into()),
        server_name: Some("localhost".to_owned()),
        tls12: None,
    })
}

fn external() -> ExternalPsk {
    ExternalPsk {
        identity: IDENTITY.to_vec(),
        secret: SEED.to_vec().into(),
        hash: HashAlgorithm::Sha256,
    }
}

/// Feeds `input` to a fresh connection, as the stream that its peer sends, and reads until it ends.
///
/// It knows keys: a client offers them, and a server without them answers with its certificate; a server takes them, and a
/// client without them gets a certificate.
pub fn drive(side: Side, scenario: Scenario, input: &[u8]) -> Outcome {
    // Played before there is an end: that takes randomness.
    let genuine = genuine::conversations(side, scenario);
    let Some(mut end) = End::new(side, Keys::of(scenario)) else {
        return Outcome::Failed(Error::NoRandom);
    };
    let outcome = end.run(input, &mut Vec::new());
    if genuine::allows(genuine, &end, input) {
        outcome
    } else {
        Outcome::Accepted
    }
}

/// What an end's transport leads to.
trait Wire {
    /// Moves what the peer sends into `space`: how much, 0 at its end.
    fn receive(&mut self, space: &mut [u8]) -> usize;
    /// The end sends whole records.
    fn send(&mut self, records: &[u8]);
    /// The end has a secret.
    fn learn(&mut self, _suite: Option<CipherSuite>, _kind: SecretKind, _secret: &Secret) {}
}

/// A recorded peer, and what is said to it.
struct Recording<'a> {
    input: &'a [u8],
    sent: &'a mut Vec<u8>,
}

impl Wire for Recording<'_> {
    fn receive(&mut self, space: &mut [u8]) -> usize {
        let (now, later) = self.input.split_at(self.input.len().min(space.len()));
        self.input = later;
        for (to, from) in space.iter_mut().zip(now) {
            *to = *from;
        }
        now.len()
    }

    fn send(&mut self, records: &[u8]) {
        self.sent.extend_from_slice(records);
    }
}

/// An end.
struct End {
    side: Side,
    connection: Connection,
    key: Arc<SigningKey>,
    is_over: bool,
    /// Client: early data is written, or never will be.
    early_written: bool,
    /// Server: what came as early data.
    early_read: Vec<u8>,
    /// What came as application data.
    received: Vec<u8>,
    /// How many certificates the peer has shown.
    shown: usize,
    /// How many of them the peer has made sure of, as this end sees it.
    settled: usize,
    /// Server: so many authentications after the handshake are through.
    authentications: usize,
    keys: Keys,
    /// What it does by itself after the handshake.
    acts: Acts,
}

/// See [`End::acts`].
#[derive(Clone, Copy, Debug, Default)]
struct Acts {
    /// Writes [`DATA`].
    writes: bool,
    /// Updates its keys, and asks the peer to.
    updates_keys: bool,
    /// Server: asks for a certificate.
    asks_for_certificate: bool,
}

/// What an end writes after its handshake.
const DATA: &[u8] = b"data";

impl End {
    fn new(side: Side, keys: Keys) -> Option<Self> {
        Self::with(side, keys, |_| {})
    }

    /// The same, its configuration changed by `set`.
    fn with(side: Side, keys: Keys, set: impl FnOnce(&mut Config)) -> Option<Self> {
        #[cfg(any(test, feature = "deterministic"))]
        crate::crypto::rand::deterministic::seed(&[if side == Side::Client { 1 } else { 2 }; 32]);
        let mut config = Config {
            suites: vec![CipherSuite::AES_128_GCM_SHA256, CipherSuite::CHACHA20_POLY1305_SHA256],
            groups: vec![NamedGroup::X25519, NamedGroup::SECP256R1],
            signature_schemes: vec![SignatureScheme::ED25519],
            alpn_protocols: vec![PROTOCOL.to_vec()],
            // Everything about certificates is asked for and given, in both directions.
            certificates: CertificateOptions {
                own_types: vec![CertificateType::X509, CertificateType::RAW_PUBLIC_KEY],
                peer_types: vec![CertificateType::X509, CertificateType::RAW_PUBLIC_KEY],
                request_ocsp: true,
                request_scts: true,
                compression: vec![CertificateCompressionAlgorithm::ZLIB],
                compression_cache: None,
            },
            prefer_own_suites: true,
            tickets: keys.tickets,
            parses_tickets: true,
            finds_psks: true,
            early_data: keys.scenario != Scenario::Plain,
            max_early_data: MAX_EARLY_DATA,
            replays: Replays::Application,
            ..Config::new(side)
        };
        let options = Options {
            server_name: Some("localhost".to_owned()),
            resumption: session(keys.scenario).filter(|_| keys.known).map(|session| {
                let ticket = TICKET.to_vec();
                Arc::new(Resumption {
                    session,
                    ticket,
                    session_id: Vec::new(),
                })
            }),
            psks: Some(external()).filter(|_| keys.known).into_iter().collect(),
            export_secrets: true,
        };
        set(&mut config);
        Some(Self {
            side,
            connection: Connection::new(Arc::new(config), options),
            key: Arc::new(SigningKey::ed25519(&SEED).ok()?),
            is_over: false,
            early_written: false,
            early_read: Vec::new(),
            received: Vec::new(),
            shown: 0,
            settled: 0,
            authentications: 0,
            keys,
            acts: Acts::default(),
        })
    }

    /// Whether it is a client.
    fn is_client(&self) -> bool {
        self.side == Side::Client
    }

    /// Goes on until the input is used up or the connection fails; what it sends is added to `sent`.
    fn run(&mut self, input: &[u8], sent: &mut Vec<u8>) -> Outcome {
        self.run_on(&mut Recording { input, sent })
    }

    /// The same with any transport.
    fn run_on(&mut self, wire: &mut dyn Wire) -> Outcome {
        let mut room = [0; 512];
        for _ in 0..MAX_STEPS {
            let outcome = if self.is_over {
                let read = self.connection.reader.read(&mut room);
                read.map(|len| self.received.extend(room.iter().take(len)))
            } else {
                self.connection.step()
            };
            let was_over = core::mem::replace(&mut self.is_over, self.connection.is_handshake_over());
            while let Some(event) = self.connection.next_event() {
                if let Event::Secret { kind, secret, .. } = event {
                    wire.learn(self.connection.suite(), kind, &secret);
                }
            }
            if self.is_over && !was_over {
                self.settled = self.shown;
                self.act();
            }
            if !self.early_written && self.connection.writer.early_data_left().is_some() {
                self.early_written = true;
                self.flush(wire);
                if let Err(error) = self.connection.writer.write_early(EARLY_DATA) {
                    return Outcome::Failed(error);
                }
            }
            match outcome {
                Err(Stop::Want(Want::EarlyData)) => {
                    let len = self.connection.reader.read_early(&mut room).unwrap_or(0);
                    self.early_read.extend(room.iter().take(len));
                }
                Ok(()) | Err(Stop::Want(Want::Timer | Want::NewSessionTicket)) => {}
                Err(Stop::Want(Want::ClientAuthentication)) if self.is_client() => {}
                Err(Stop::Want(Want::ClientAuthentication)) => {
                    self.settled = self.shown;
                    self.authentications = self.authentications.saturating_add(1);
                }
                // These connections renegotiate nothing.
                Err(Stop::Want(Want::Renegotiate | Want::ApplicationData | Want::RenegotiationRefused)) => {
                    return Outcome::Failed(Error::Internal);
                }
                Err(Stop::Want(Want::Send)) => self.flush(wire),
                Err(Stop::Want(Want::Ask(question))) => {
                    let answer = self.answer(question);
                    self.connection.answer(answer);
                }
                Err(Stop::Want(Want::Recv { at_least })) => {
                    self.flush(wire);
                    if !self.receive(wire, at_least) {
                        return if self.is_over {
                            Outcome::Connected
                        } else {
                            Outcome::Starved
                        };
                    }
                }
                Err(Stop::Fail(error)) => {
                    self.flush(wire);
                    return Outcome::Failed(error);
                }
            }
        }
        Outcome::Failed(Error::Internal)
    }

    /// After the handshake. What the peer does not take is no fault: it may have ended the connection already.
    fn act(&mut self) {
        let acts = self.acts;
        if acts.writes {
            let _ = self.connection.writer.write(DATA);
        }
        if acts.updates_keys {
            let _ = self.connection.writer.update_keys(true);
        }
        if acts.asks_for_certificate {
            let _ = self.connection.writer.request_client_certificate(&[]);
        }
    }

    /// Moves up to `at_least` bytes of what comes into the connection; false if there are none.
    fn receive(&mut self, wire: &mut dyn Wire, at_least: usize) -> bool {
        let mut loan = self.connection.reader.lend(at_least);
        let count = wire.receive(loan.space().get_mut(..at_least).unwrap_or_default());
        self.connection.reader.give_back(loan, count);
        count > 0
    }

    fn flush(&mut self, wire: &mut dyn Wire) {
        while let Err(Stop::Want(Want::Send)) = self.connection.writer.flush() {
            let loan = self.connection.writer.lend();
            let count = loan.unsent().len();
            wire.send(loan.unsent());
            self.connection.writer.give_back(loan, count);
        }
    }

    fn answer(&mut self, question: Ask) -> Answer {
        match question {
            Ask::SelectCertificate => Answer::Credentials(Credentials {
                candidates: vec![Arc::new(Credential {
                    certificate_type: CertificateType::X509,
                    attached: vec![Attached {
                        // Long enough to be worth compressing.
                        ocsp_response: Some([7; 200].as_slice().into()),
                        scts: Some(b"\0\x08\0\x06stamps".as_slice().into()),
                    }],
                    chain: vec![b"any bytes".to_vec()],
                    key: Key::Native(Arc::clone(&self.key)),
                    schemes: vec![SignatureScheme::ED25519],
                    schemes12: vec![SignatureScheme::ED25519],
                    curve: None,
                    tag: 0,
                })],
                request_client_certificate: true,
                authorities: Vec::new(),
            }),
            Ask::VerifyPeer if self.connection.peer_chain().is_empty() => Answer::Peer(None),
            Ask::VerifyPeer => {
                self.shown = self.shown.saturating_add(1);
                Answer::Peer(Some(PeerKey {
                    key: Arc::new(self.key.public_key().clone()),
                    rsa: Default::default(),
                }))
            }
            Ask::Sign { .. } => Answer::Fail(Error::PrivateKeyRequired),
            Ask::ParseTicket { ticket } => {
                let known = self.keys.known && ticket == TICKET;
                Answer::Session(session(self.keys.scenario).filter(|_| known).map(Box::new))
            }
            Ask::FindPsk { identity } => {
                let known = self.keys.known && identity == IDENTITY;
                Answer::Psk(known.then(external))
            }
            Ask::WriteTicket { .. } => Answer::Ticket(Some(NewTicket {
                ticket: b"another".to_vec(),
                lifetime: 100,
            })),
            Ask::FindSession { .. } => Answer::Session(None),
            Ask::KeepSession { .. } => Answer::Kept,
            Ask::CheckReplay { .. } => Answer::Fresh(self.keys.scenario != Scenario::Replayed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::early_data::EarlyData;

    /// What a client sends to a server as [`drive`] has it, and what a server sends to such a client, with `data` from either
    /// after the handshake; these two know of keys or not.
    fn transcript(data: &[u8], keys: bool) -> (Vec<u8>, Vec<u8>) {
        let plain = |client, server| talk(data, (client, Scenario::Plain), (server, Scenario::Plain));
        (plain(keys, true).0, plain(true, keys).1)
    }

    /// The same of a client that sends early data, and a server that takes it or not.
    fn early(data: &[u8], server: Scenario) -> (Vec<u8>, Vec<u8>) {
        talk(data, (true, Scenario::EarlyData), (true, server))
    }

    /// What a client and a server that know of keys, or do not, send to each other.
    fn talk(data: &[u8], client: (bool, Scenario), server: (bool, Scenario)) -> (Vec<u8>, Vec<u8>) {
        let talk = genuine::talk(data, client, server).unwrap();
        (talk.from_client, talk.from_server)
    }

    /// The files of the corpora are: a handshake, one with tickets, data and its end, and both resumed; and these two resumed
    /// with early data, taken and refused.
    #[test]
    fn corpus_is_up_to_date() {
        for (name, data, keys) in [
            ("handshake", &b""[..], false),
            ("data", b"data", false),
            ("resumed", b"", true),
            ("resumed_data", b"data", true),
        ] {
            let (from_client, from_server) = transcript(data, keys);
            recorded::hold_corpus("client", name, &from_server);
            recorded::hold_corpus("server", name, &from_client);
        }
        for (name, data, server) in [
            ("taken", &b""[..], Scenario::EarlyData),
            ("taken_data", b"data", Scenario::EarlyData),
            ("refused", b"", Scenario::Replayed),
            ("refused_data", b"data", Scenario::Replayed),
        ] {
            let (from_client, from_server) = early(data, server);
            recorded::hold_corpus("client_early", name, &from_server);
            recorded::hold_corpus("server_early", name, &from_client);
        }
    }

    #[test]
    fn a_recorded_peer_is_talked_to_until_its_end() {
        for keys in [false, true] {
            let (from_client, from_server) = transcript(b"", keys);
            assert_eq!(drive(Side::Client, Scenario::Plain, &from_server), Outcome::Connected);
            assert_eq!(drive(Side::Server, Scenario::Plain, &from_client), Outcome::Connected);
            let (from_client, from_server) = transcript(b"data", keys);
            assert_eq!(
                drive(Side::Client, Scenario::Plain, &from_server),
                Outcome::Failed(Error::PeerClosed)
            );
            assert_eq!(
                drive(Side::Server, Scenario::Plain, &from_client),
                Outcome::Failed(Error::PeerClosed)
            );
        }
    }

    /// The corpora with repeatable randomness, which tests outside of this crate have not.
    #[test]
    fn nothing_in_the_corpora_is_accepted_that_is_not_genuine() {
        use Scenario::{EarlyData, Plain, Replayed};
        for (target, side, scenarios) in [
            ("client", Side::Client, &[Plain][..]),
            ("server", Side::Server, &[Plain]),
            ("client_early", Side::Client, &[EarlyData]),
            ("server_early", Side::Server, &[EarlyData, Replayed]),
        ] {
            for scenario in scenarios {
                recorded::replay(target, |input| drive(side, *scenario, input));
            }
        }
    }

    #[test]
    fn recordings_with_keys_rest_on_them() {
        for (keys, psk) in [(false, None), (true, Some(crate::tls::session::PskKind::Resumption))] {
            let (from_client, from_server) = transcript(b"", keys);
            let known = Keys::of(Scenario::Plain);
            for (side, stream) in [(Side::Client, from_server), (Side::Server, from_client)] {
                let mut end = End::new(side, known).unwrap();
                assert_eq!(end.run(&stream, &mut Vec::new()), Outcome::Connected);
                assert_eq!(end.connection.psk(), psk);
            }
        }
    }

    #[test]
    fn early_data_is_taken_or_refused() {
        for (server, end_state, read) in [
            (Scenario::EarlyData, EarlyData::Ended, EARLY_DATA),
            (Scenario::Replayed, EarlyData::Rejected, b""),
        ] {
            let (from_client, from_server) = early(b"", server);
            for (side, scenario, stream, read) in [
                (Side::Client, Scenario::EarlyData, from_server, &b""[..]),
                (Side::Server, server, from_client, read),
            ] {
                let mut end = End::new(side, Keys::of(scenario)).unwrap();
                assert_eq!(end.run(&stream, &mut Vec::new()), Outcome::Connected, "{side:?}");
                assert_eq!(end.connection.early_data(), end_state, "{side:?}");
                assert_eq!(end.early_read, read, "{side:?}");
            }
        }
    }

    #[test]
    fn every_prefix_starves_and_every_flipped_bit_is_noticed() {
        let (from_client, from_server) = transcript(b"", false);
        let (keys_from_client, keys_from_server) = transcript(b"", true);
        for (side, stream) in [
            (Side::Client, from_server),
            (Side::Server, from_client),
            (Side::Client, keys_from_server),
            (Side::Server, keys_from_client),
        ] {
            for end in 0..stream.len() {
                assert_eq!(
                    drive(side, Scenario::Plain, &stream[..end]),
                    Outcome::Starved,
                    "{side:?}, {end} bytes"
                );
            }
            let mut unnoticed = Vec::new();
            for at in 0..stream.len() {
                let mut changed = stream.clone();
                changed[at] ^= 1 << (at % 8);
                match drive(side, Scenario::Plain, &changed) {
                    Outcome::Connected => unnoticed.push(at),
                    Outcome::Accepted => panic!("{side:?}: byte {at} changed was accepted"),
                    Outcome::Starved | Outcome::Failed(_) => {}
                }
            }
            // The minor version of a record is not looked at (RFC 8446 section 5.1), and nothing else is overlooked.
            let minor_versions: Vec<usize> = record_starts(&stream).into_iter().map(|start| start + 2).collect();
            assert!(
                unnoticed.iter().all(|at| minor_versions.contains(at)),
                "{side:?}: {unnoticed:?}"
            );
        }
    }

    fn record_starts(stream: &[u8]) -> Vec<usize> {
        let (mut at, mut out) = (0, Vec::new());
        while at < stream.len() {
            out.push(at);
            at += 5 + usize::from(u16::from_be_bytes([stream[at + 3], stream[at + 4]]));
        }
        out
    }

    #[test]
    fn random_mutations_never_panic_or_hang() {
        let (from_client, from_server) = transcript(b"data", false);
        let (keys_from_client, keys_from_server) = transcript(b"data", true);
        let (early_from_client, early_from_server) = early(b"data", Scenario::EarlyData);
        let (_, refused_from_server) = early(b"data", Scenario::Replayed);
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = move || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap()
        };
        for (side, scenario, stream) in [
            (Side::Client, Scenario::Plain, from_server),
            (Side::Server, Scenario::Plain, from_client),
            (Side::Client, Scenario::Plain, keys_from_server),
            (Side::Server, Scenario::Plain, keys_from_client),
            (Side::Client, Scenario::EarlyData, early_from_server),
            (Side::Client, Scenario::EarlyData, refused_from_server),
            (Side::Server, Scenario::EarlyData, early_from_client.clone()),
            (Side::Server, Scenario::Replayed, early_from_client),
        ] {
            for _ in 0..2000 {
                let mut changed = stream.clone();
                for _ in 0..=next() % 4 {
                    if changed.is_empty() {
                        break;
                    }
                    let at = next() % changed.len();
                    match next() % 4 {
                        0 => changed[at] = next().to_le_bytes()[0],
                        1 => drop(changed.drain(at..(at + next() % 9).min(changed.len()))),
                        2 => changed.insert(at, next().to_le_bytes()[0]),
                        _ => changed.truncate(at + 1),
                    }
                }
                let outcome = drive(side, scenario, &changed);
                assert!(
                    outcome.is_well(),
                    "{side:?}, {scenario:?}: {outcome:?} of {changed:02x?}"
                );
            }
        }
    }
}
