//! Two connections in memory, joined by pipes that cut what goes through them in any way.
#![allow(dead_code, reason = "each test program uses some of it")]
#![allow(clippy::as_conversions, reason = "tests pick bytes out of small numbers")]

pub mod early;
pub mod middle12;
pub mod rogue;
pub mod rogue_client12;
pub mod rogue_server12;
pub mod tls12;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use ferrotls::crypto::ec::Curve;
use ferrotls::crypto::sign::{RsaUse, SigningKey};
use ferrotls::crypto::verify::PublicKey;
use ferrotls::tls::{
    config::{Attached, Config, Credential, Key, Options, PeerKey, Side},
    connection::Connection,
    error::Error,
    post_auth::Progress,
    session::{ExternalPsk, NewTicket, Resumption, Session},
    suites::curve_id,
    want::{Answer, Ask, Credentials, Event, Stop, Want},
    wire::codes::{CertificateType, CipherSuite, NamedGroup, SignatureScheme as Scheme},
};

pub const SUITES: [CipherSuite; 5] = [
    CipherSuite::AES_128_GCM_SHA256,
    CipherSuite::AES_256_GCM_SHA384,
    CipherSuite::CHACHA20_POLY1305_SHA256,
    CipherSuite::AES_128_CCM_SHA256,
    CipherSuite::AES_128_CCM_8_SHA256,
];

pub const GROUPS: [NamedGroup; 8] = [
    NamedGroup::X25519,
    NamedGroup::SECP256R1,
    NamedGroup::SECP384R1,
    NamedGroup::SECP521R1,
    NamedGroup::X448,
    NamedGroup::X25519_MLKEM768,
    NamedGroup::SECP256R1_MLKEM768,
    NamedGroup::SECP384R1_MLKEM1024,
];

pub const SCHEMES: [Scheme; 10] = [
    Scheme::ECDSA_SECP256R1_SHA256,
    Scheme::ECDSA_SECP384R1_SHA384,
    Scheme::ECDSA_SECP521R1_SHA512,
    Scheme::ED25519,
    Scheme::RSA_PSS_RSAE_SHA256,
    Scheme::RSA_PSS_RSAE_SHA384,
    Scheme::RSA_PSS_RSAE_SHA512,
    Scheme::RSA_PSS_PSS_SHA256,
    Scheme::RSA_PSS_PSS_SHA384,
    Scheme::RSA_PSS_PSS_SHA512,
];

/// What a closure puts into a hello has to live as long as any. It stays known, so that what looks for lost memory does not take
/// it for that.
pub fn leak<T>(value: T) -> &'static T {
    static KEPT: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    let value: &'static T = Box::leak(Box::new(value));
    KEPT.lock().unwrap().push(std::ptr::from_ref(value).expose_provenance());
    value
}

/// A configuration with everything we can.
pub fn config(side: Side) -> Config {
    Config {
        suites: SUITES.to_vec(),
        groups: GROUPS.to_vec(),
        signature_schemes: SCHEMES.to_vec(),
        ..Config::new(side)
    }
}

/// What a key that has these schemes in TLS 1.3 can sign with in TLS 1.2.
fn schemes12(public: &PublicKey, schemes: &[Scheme]) -> Vec<Scheme> {
    let mut all = schemes.to_vec();
    match public {
        PublicKey::Ec { .. } => all.extend([
            Scheme::ECDSA_SECP256R1_SHA256,
            Scheme::ECDSA_SECP384R1_SHA384,
            Scheme::ECDSA_SECP521R1_SHA512,
        ]),
        PublicKey::Rsa { .. } if !schemes.contains(&Scheme::RSA_PSS_PSS_SHA256) => all.extend([
            Scheme::RSA_PKCS1_SHA256,
            Scheme::RSA_PKCS1_SHA384,
            Scheme::RSA_PKCS1_SHA512,
        ]),
        PublicKey::Rsa { .. } | PublicKey::Ed25519(_) => {}
    }
    all
}

/// Somebody with a key. The core does not look into certificates, so that any bytes do for one.
#[derive(Clone)]
pub struct Identity {
    pub credential: Arc<Credential>,
    pub key: PeerKey,
}

impl Identity {
    pub fn new(name: &str, key: SigningKey, schemes: &[Scheme], rsa_pss: bool) -> Self {
        let public = Arc::new(key.public_key().clone());
        let chain = vec![format!("leaf {name}").into_bytes(), b"intermediate".repeat(50)];
        let (key, schemes) = (Key::Native(Arc::new(key)), schemes.to_vec());
        let credential = Arc::new(Credential {
            certificate_type: CertificateType::X509,
            attached: Vec::new(),
            chain,
            key,
            schemes12: schemes12(&public, &schemes),
            schemes,
            curve: match &*public {
                PublicKey::Ec { curve, .. } => Some(curve_id(*curve)),
                PublicKey::Rsa { .. } | PublicKey::Ed25519(_) => None,
            },
            tag: 0,
        });
        Self {
            credential,
            key: PeerKey {
                key: public,
                rsa: if rsa_pss { RsaUse::Pss(None) } else { RsaUse::Any },
            },
        }
    }

    pub fn leaf(&self) -> &[u8] {
        &self.credential.chain[0]
    }

    /// The same with some of its credential changed.
    pub fn with(&self, change: impl FnOnce(&mut Credential)) -> Self {
        let mut credential = Arc::into_inner(self.external().credential).unwrap();
        credential.key = self.credential.key.clone();
        change(&mut credential);
        Self {
            credential: Arc::new(credential),
            key: self.key.clone(),
        }
    }

    /// The key without a certificate.
    pub fn raw(&self) -> Self {
        self.with(|credential| {
            credential.certificate_type = CertificateType::RAW_PUBLIC_KEY;
            credential.chain = vec![[b"raw ", &credential.chain[0][..]].concat()];
        })
    }

    /// The same key, which only the application can sign with.
    pub fn external(&self) -> Self {
        let Credential {
            certificate_type,
            attached,
            chain,
            schemes,
            schemes12,
            curve,
            tag,
            ..
        } = &*self.credential;
        let credential = Credential {
            certificate_type: *certificate_type,
            attached: attached.clone(),
            chain: chain.clone(),
            key: Key::External,
            schemes: schemes.clone(),
            schemes12: schemes12.clone(),
            curve: *curve,
            tag: *tag,
        };
        Self {
            credential: Arc::new(credential),
            key: self.key.clone(),
        }
    }
}

macro_rules! identities {
    ($($name:ident: $key:expr, $schemes:expr, $pss:expr;)*) => {
        $(pub fn $name() -> Identity {
            static IDENTITY: OnceLock<Identity> = OnceLock::new();
            IDENTITY.get_or_init(|| Identity::new(stringify!($name), $key, &$schemes, $pss)).clone()
        })*
        /// All of the above.
        pub fn identities() -> Vec<Identity> {
            vec![$($name()),*]
        }
    };
}

identities! {
    p256: SigningKey::generate_ec(Curve::P256).unwrap(), [Scheme::ECDSA_SECP256R1_SHA256], false;
    p384: SigningKey::generate_ec(Curve::P384).unwrap(), [Scheme::ECDSA_SECP384R1_SHA384], false;
    p521: SigningKey::generate_ec(Curve::P521).unwrap(), [Scheme::ECDSA_SECP521R1_SHA512], false;
    ed25519: SigningKey::generate_ed25519().unwrap(), [Scheme::ED25519], false;
    rsa: SigningKey::generate_rsa(2048, 65537).unwrap(),
        [Scheme::RSA_PSS_RSAE_SHA256, Scheme::RSA_PSS_RSAE_SHA384, Scheme::RSA_PSS_RSAE_SHA512], false;
    rsa_pss: SigningKey::generate_rsa(2048, 65537).unwrap(),
        [Scheme::RSA_PSS_PSS_SHA256, Scheme::RSA_PSS_PSS_SHA384, Scheme::RSA_PSS_PSS_SHA512], true;
}

/// How a pipe cuts what goes through it.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    /// Everything at once.
    Whole,
    /// One byte in each direction, then the other side's turn.
    Byte,
    /// At random, from this seed.
    Random(u64),
}

pub const CUTS: [Cut; 3] = [Cut::Whole, Cut::Byte, Cut::Random(7)];

impl Cut {
    /// How many bytes may go through now.
    pub fn quota(&mut self) -> usize {
        match self {
            Self::Whole => usize::MAX,
            Self::Byte => 1,
            Self::Random(seed) => {
                // Knuth's MMIX generator
                *seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let bits = usize::try_from(*seed >> 40).unwrap();
                1 + bits % [1, 3, 20, 400, 20_000][bits % 5]
            }
        }
    }
}

/// Which question an application fails at, and how.
pub type Refusal = (fn(&Ask) -> bool, fn() -> Answer);

/// What the application of an [`End`] says.
#[derive(Clone)]
pub struct Application {
    pub credentials: Credentials,
    /// Whom it trusts.
    pub trusted: Vec<Identity>,
    /// Signs for external keys.
    pub signers: Vec<Identity>,
    /// Goes on with a client that has no certificate.
    pub accepts_anonymous: bool,
    /// Fails at this question, if it is asked.
    pub refuses: Option<Refusal>,
    /// Says of every ClientHello with early data that it is here for the first time.
    pub calls_fresh: bool,
    /// For how many milliseconds it was last asked to remember one.
    pub remember: Arc<Mutex<u64>>,
    /// What its tickets stand for.
    pub sessions: Arc<Mutex<HashMap<Vec<u8>, Session>>>,
    /// What session identifiers of TLS 1.2 stand for.
    pub cache: Arc<Mutex<HashMap<Vec<u8>, Session>>>,
    /// How long it says that they are good for, in seconds.
    pub lifetime: u32,
    /// The keys that it knows.
    pub psks: Vec<ExternalPsk>,
}

impl Application {
    pub fn new(candidates: &[&Identity]) -> Self {
        let candidates = candidates
            .iter()
            .map(|identity| Arc::clone(&identity.credential))
            .collect();
        Self {
            credentials: Credentials {
                candidates,
                ..Credentials::default()
            },
            trusted: identities(),
            signers: identities(),
            accepts_anonymous: true,
            refuses: None,
            calls_fresh: true,
            remember: Arc::default(),
            sessions: Arc::default(),
            cache: Arc::default(),
            lifetime: 7200,
            psks: vec![],
        }
    }

    pub fn answer(&self, connection: &Connection, ask: &Ask) -> Answer {
        if let Some((question, answer)) = self.refuses
            && question(ask)
        {
            return answer();
        }
        match ask {
            Ask::SelectCertificate => {
                assert_eq!(
                    connection.client_hello().is_some(),
                    connection.certificate_request().is_none()
                );
                Answer::Credentials(self.credentials.clone())
            }
            Ask::VerifyPeer => match connection.peer_chain().first() {
                None if self.accepts_anonymous => Answer::Peer(None),
                None => Answer::Fail(Error::NoClientCertificate),
                Some(leaf) => match self.trusted.iter().find(|identity| identity.leaf() == leaf) {
                    Some(identity) => Answer::Peer(Some(identity.key.clone())),
                    None => Answer::Fail(Error::BadCertificate(
                        ferrotls::tls::wire::codes::AlertDescription::UNKNOWN_CA,
                    )),
                },
            },
            Ask::CheckReplay { remember, .. } => {
                *self.remember.lock().unwrap() = *remember;
                Answer::Fresh(self.calls_fresh)
            }
            Ask::ParseTicket { ticket } => {
                Answer::Session(self.sessions.lock().unwrap().get(ticket).cloned().map(Box::new))
            }
            Ask::FindPsk { identity } => Answer::Psk(self.psks.iter().find(|psk| psk.identity == *identity).cloned()),
            Ask::FindSession { id } => Answer::Session(self.cache.lock().unwrap().get(id).cloned().map(Box::new)),
            Ask::KeepSession { id, session } => {
                self.cache.lock().unwrap().insert(id.clone(), (**session).clone());
                Answer::Kept
            }
            Ask::WriteTicket { session } => {
                let mut sessions = self.sessions.lock().unwrap();
                let ticket = format!("ticket {}", sessions.len()).into_bytes();
                let session = Session {
                    lifetime: self.lifetime,
                    ..(**session).clone()
                };
                sessions.insert(ticket.clone(), session);
                let lifetime = self.lifetime;
                Answer::Ticket(Some(NewTicket { ticket, lifetime }))
            }
            Ask::Sign {
                credential,
                scheme,
                message,
            } => {
                let signer = self
                    .signers
                    .iter()
                    .find(|identity| identity.leaf() == credential.chain[0])
                    .unwrap();
                let Key::Native(key) = &signer.credential.key else {
                    panic!("no key")
                };
                let scheme = ferrotls::tls::suites::signature_scheme(*scheme).unwrap();
                Answer::Signature(key.sign(scheme.algorithm, message).unwrap())
            }
        }
    }
}

/// One end of a connection.
pub struct End {
    pub connection: Connection,
    pub application: Application,
    /// Bytes that are on their way to it.
    pub incoming: Vec<u8>,
    /// The states it was in, each once per stay.
    pub states: Vec<i32>,
    pub events: Vec<Event>,
    /// How many sends there were.
    pub sends: usize,
    /// Application data it has read.
    pub received: Vec<u8>,
    /// Early data it has read.
    pub early: Vec<u8>,
    pub asks: Vec<&'static str>,
    /// What the peer presented, each time that its trust was the question.
    pub presented: Vec<(CertificateType, Vec<Vec<u8>>, Vec<Attached>)>,
    /// The tickets it got.
    pub tickets: Vec<Resumption>,
    /// How often a read stopped for one.
    pub signals: usize,
    /// What each authentication of the client after the handshake came to.
    pub authentications: Vec<Progress>,
    /// What became of the peer's wishes to renegotiate.
    pub renegotiations: Vec<Result<bool, Error>>,
    /// How often the peer has refused ours.
    pub refusals: usize,
    /// What it renegotiates with.
    pub config: Config,
    pub options: Options,
    /// Its clock.
    pub now: u64,
}

/// What clocks show at first, in milliseconds since 1970.
pub const NOW: u64 = 1_800_000_000_000;

/// Why an [`End`] has stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// Nothing is left to do.
    Done,
    /// It waits for the other end.
    Blocked,
    /// It has failed.
    Failed(Error),
}

impl End {
    pub fn new(config: Config, options: Options, application: Application) -> Self {
        let connection = Connection::new(Arc::new(config.clone()), options.clone());
        let states = vec![connection.state_id()];
        Self {
            connection,
            application,
            incoming: vec![],
            states,
            events: vec![],
            sends: 0,
            received: vec![],
            early: vec![],
            asks: vec![],
            presented: vec![],
            tickets: vec![],
            signals: 0,
            authentications: vec![],
            renegotiations: vec![],
            refusals: 0,
            config,
            options,
            now: NOW,
        }
    }

    /// Steps on, receiving and sending no more than the quotas; what is sent is appended to `sent`.
    pub fn handshake(&mut self, receive: &mut usize, send: &mut usize, sent: &mut Vec<u8>) -> Halt {
        while !self.connection.is_handshake_over() {
            self.connection.set_now(self.now);
            let done = self.connection.step();
            if self.states.last() != Some(&self.connection.state_id()) {
                self.states.push(self.connection.state_id());
            }
            while let Some(event) = self.connection.next_event() {
                self.events.push(event);
            }
            match done {
                Ok(()) => {}
                Err(stop) => {
                    if let Some(halt) = self.serve(stop, receive, send, sent) {
                        return halt;
                    }
                }
            }
        }
        Halt::Done
    }

    /// Reads until nothing more is there.
    pub fn read(&mut self, receive: &mut usize) -> Halt {
        let mut out = [0; 3000];
        loop {
            let read = self.connection.reader.read(&mut out);
            self.connection.reader.stamp_tickets(self.now);
            self.tickets
                .extend(std::iter::from_fn(|| self.connection.reader.take_ticket()));
            match read {
                Ok(0) => panic!("read nothing"),
                Ok(len) => self.received.extend_from_slice(&out[..len]),
                Err(stop) => {
                    if let Some(halt) = self.serve(stop, receive, &mut 0, &mut vec![]) {
                        return halt;
                    }
                }
            }
        }
    }

    /// Sends what is unsent.
    pub fn flush(&mut self, send: &mut usize, sent: &mut Vec<u8>) -> Halt {
        loop {
            match self.connection.writer.flush() {
                Ok(()) => return Halt::Done,
                Err(stop) => {
                    if let Some(halt) = self.serve(stop, &mut 0, send, sent) {
                        return halt;
                    }
                }
            }
        }
    }

    /// Does what a stop wants; `None` if the call may be made again.
    fn serve(&mut self, stop: Stop, receive: &mut usize, send: &mut usize, sent: &mut Vec<u8>) -> Option<Halt> {
        match stop {
            Stop::Fail(error) => Some(Halt::Failed(error)),
            Stop::Want(Want::Recv { at_least }) => {
                assert!(at_least > 0);
                let mut loan = self.connection.reader.lend(at_least);
                assert_eq!(loan.space().len(), at_least);
                let len = at_least.min(self.incoming.len()).min(*receive);
                loan.space()[..len].copy_from_slice(&self.incoming[..len]);
                self.incoming.drain(..len);
                self.connection.reader.give_back(loan, len);
                *receive -= len;
                (len == 0).then_some(Halt::Blocked)
            }
            Stop::Want(Want::Send) => {
                let loan = self.connection.writer.lend();
                let len = loan.unsent().len().min(*send);
                sent.extend_from_slice(&loan.unsent()[..len]);
                self.connection.writer.give_back(loan, len);
                *send -= len;
                self.sends += usize::from(len > 0);
                (len == 0).then_some(Halt::Blocked)
            }
            Stop::Want(Want::Ask(ask)) => {
                self.asks.push(match ask {
                    Ask::SelectCertificate => "select",
                    Ask::VerifyPeer => "verify",
                    Ask::Sign { .. } => "sign",
                    Ask::ParseTicket { .. } => "ParseTicket",
                    Ask::FindPsk { .. } => "FindPsk",
                    Ask::WriteTicket { .. } => "WriteTicket",
                    Ask::CheckReplay { .. } => "CheckReplay",
                    Ask::FindSession { .. } => "FindSession",
                    Ask::KeepSession { .. } => "KeepSession",
                });
                if matches!(ask, Ask::VerifyPeer) {
                    let connection = &self.connection;
                    self.presented.push((
                        connection.peer_certificate_type(),
                        connection.peer_chain().to_vec(),
                        connection.peer_attached().to_vec(),
                    ));
                }
                let answer = self.application.answer(&self.connection, &ask);
                self.connection.answer(answer);
                None
            }
            Stop::Want(Want::EarlyData) => {
                let mut out = [0; 100];
                let read = self.connection.reader.read_early(&mut out).unwrap();
                self.early.extend_from_slice(&out[..read]);
                None
            }
            Stop::Want(Want::NewSessionTicket) => {
                self.signals += 1;
                None
            }
            Stop::Want(Want::ClientAuthentication) => {
                self.authentications.push(self.connection.reader.authentication());
                None
            }
            Stop::Want(Want::Timer) => panic!("no timers over streams"),
            Stop::Want(Want::Renegotiate) => {
                self.connection.set_now(self.now);
                let begun = self.connection.renegotiate(&self.config, self.options.clone());
                self.renegotiations.push(begun);
                matches!(begun, Ok(true)).then_some(Halt::Done)
            }
            Stop::Want(Want::ApplicationData) => {
                let mut out = [0; 100];
                let read = self.connection.reader.read_before_hello(&mut out).unwrap();
                self.early.extend_from_slice(&out[..read]);
                None
            }
            Stop::Want(Want::RenegotiationRefused) => {
                self.refusals += 1;
                None
            }
        }
    }

    /// The error's alert, and whatever else is unsent, at once.
    pub fn drain(&mut self) -> Vec<u8> {
        let mut sent = vec![];
        self.flush(&mut usize::MAX.clone(), &mut sent);
        sent
    }
}

/// Two ends.
pub struct Pair {
    pub client: End,
    pub server: End,
    pub cut: Cut,
}

impl Pair {
    /// A client and a server that can everything, the server with a P-256 key.
    pub fn new() -> Self {
        Self::with(config(Side::Client), config(Side::Server))
    }

    pub fn with(client: Config, server: Config) -> Self {
        let options = Options {
            server_name: Some("server.example".into()),
            export_secrets: true,
            ..Options::default()
        };
        Self {
            client: End::new(client, options, Application::new(&[])),
            server: End::new(
                server,
                Options {
                    export_secrets: true,
                    ..Options::default()
                },
                Application::new(&[&p256()]),
            ),
            cut: Cut::Whole,
        }
    }

    pub fn cut(mut self, cut: Cut) -> Self {
        self.cut = cut;
        self
    }

    pub fn serve_as(mut self, identity: &Identity) -> Self {
        self.server.application.credentials.candidates = vec![Arc::clone(&identity.credential)];
        self
    }

    pub fn ask_client(mut self, identity: Option<&Identity>) -> Self {
        self.server.application.credentials.request_client_certificate = true;
        let candidates = identity.map(|identity| Arc::clone(&identity.credential));
        self.client.application.credentials.candidates = candidates.into_iter().collect();
        self
    }

    /// Shakes hands until both are done or stuck.
    pub fn run(&mut self) -> (Halt, Halt) {
        let mut idle = 0;
        loop {
            let before = self.progress();
            let client = Self::turn(&mut self.cut, &mut self.client, &mut self.server.incoming);
            let server = Self::turn(&mut self.cut, &mut self.server, &mut self.client.incoming);
            idle = if before == self.progress() { idle + 1 } else { 0 };
            let moving = [client, server].contains(&Halt::Blocked) && idle < 3;
            if !moving {
                return (client, server);
            }
        }
    }

    fn turn(cut: &mut Cut, end: &mut End, other: &mut Vec<u8>) -> Halt {
        let (mut receive, mut send) = (cut.quota(), cut.quota());
        let halt = end.handshake(&mut receive, &mut send, other);
        if halt != Halt::Blocked {
            // What an error or the last flight has left.
            let _ = end.flush(&mut send, other);
        }
        halt
    }

    fn progress(&self) -> (usize, usize, usize, usize, i32, i32) {
        (
            self.client.incoming.len(),
            self.server.incoming.len(),
            self.client.sends,
            self.server.sends,
            self.client.connection.state_id(),
            self.server.connection.state_id(),
        )
    }

    /// Shakes hands; both must get there.
    #[track_caller]
    pub fn connect(&mut self) {
        assert_eq!(
            self.run(),
            (Halt::Done, Halt::Done),
            "states {:?} {:?}",
            self.client.states,
            self.server.states
        );
    }

    /// Sends `data` from one end and reads it at the other.
    pub fn transfer(cut: &mut Cut, from: &mut End, to: &mut End, data: &[u8]) -> Result<(), Error> {
        let mut rest = data;
        to.received.clear();
        while !rest.is_empty() {
            match from.connection.writer.write(rest) {
                Ok(len) => rest = &rest[len..],
                Err(Stop::Fail(error)) => return Err(error),
                Err(_) => {}
            }
            loop {
                let sent = from.flush(&mut cut.quota(), &mut to.incoming);
                let read = to.read(&mut cut.quota());
                if let Halt::Failed(error) = read {
                    return Err(error);
                }
                if sent == Halt::Done && to.incoming.is_empty() {
                    break;
                }
            }
        }
        assert!(to.received == data, "data differs");
        Ok(())
    }

    /// Data both ways.
    #[track_caller]
    pub fn exchange(&mut self, len: usize) {
        let data: Vec<u8> = (0..len).map(|index| (index * 31 % 251) as u8).collect();
        Self::transfer(&mut self.cut, &mut self.client, &mut self.server, &data).unwrap();
        Self::transfer(&mut self.cut, &mut self.server, &mut self.client, &data).unwrap();
    }
}
