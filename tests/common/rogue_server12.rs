//! A server of TLS 1.2 that says what a test wants it to say: a script over records, messages and keys, without a state machine.

use ferrotls::crypto::kx::KeyExchange;
use ferrotls::tls::{
    config::{Config, Key, Options, Side},
    error::Error,
    handshake::{authenticate12, transcript::Transcript},
    keys::{
        Randoms,
        prf12::{MasterSecret, premaster_of_psk},
    },
    record::protect::{Opener, Sealer},
    session::ExternalPsk,
    suites,
    suites12::{Suite12, suite12},
    wire::{
        certificate12::{Asn1Cert, Certificate12, CertificateStatus},
        client_hello::ClientHello,
        client_key_exchange::{ClientKeyExchange, Form},
        codec::List,
        codes::{CipherSuite, ContentType, HandshakeType, NamedGroup, ProtocolVersion, SignatureScheme},
        empty,
        new_session_ticket12::NewSessionTicket12,
        server_hello::{ServerHello, ServerHelloExtensions},
        server_key_exchange::{ServerEcdhParams, ServerKeyExchange},
    },
};

use super::{
    Application, End, Halt, Identity, p256,
    rogue::{Line, expect_failure, go_on},
    tls12::finished12,
};

/// The server's script and the client under test, which has sent its ClientHello.
pub struct Rogue {
    pub line: Line,
    pub end: End,
    /// The one it takes.
    pub suite: &'static Suite12,
    pub group: NamedGroup,
    pub scheme: SignatureScheme,
    pub identity: Identity,
    pub psk: Option<ExternalPsk>,
    /// The master secret is bound to the handshake.
    pub extended: bool,
    pub randoms: Randoms,
    /// The ClientHello, whole.
    pub hello: Vec<u8>,
    pub transcript: Transcript,
    pub share: Option<KeyExchange>,
    pub master: Option<MasterSecret>,
    /// `verify_data` of both sides, the client's first.
    pub verify_data: [Vec<u8>; 2],
}

impl Rogue {
    pub fn new(config: Config, options: Options) -> Self {
        Self::with_suite(config, options, CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)
    }

    pub fn with_suite(config: Config, options: Options, id: CipherSuite) -> Self {
        let suite = suite12(id).unwrap();
        let mut rogue = Self {
            line: Line::new(),
            end: End::new(config, options, Application::new(&[&p256()])),
            suite,
            group: NamedGroup::X25519,
            scheme: SignatureScheme::ECDSA_SECP256R1_SHA256,
            identity: p256(),
            psk: None,
            extended: true,
            randoms: Randoms {
                client: [0; 32],
                server: [5; 32],
            },
            hello: vec![],
            transcript: Transcript::start(suite.hash, &[]),
            share: None,
            master: None,
            verify_data: [vec![], vec![]],
        };
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue.hello = rogue.line.message();
        rogue.randoms.client = rogue.client_hello().random;
        rogue.transcript.add(&rogue.hello);
        rogue.line.inbound.use_tls12();
        rogue
    }

    pub fn client_hello(&self) -> ClientHello<'_> {
        ClientHello::read(&self.hello[4..]).unwrap()
    }

    pub fn go_on(&mut self) -> Halt {
        go_on(&mut self.end, &mut self.line)
    }

    #[track_caller]
    pub fn expect_failure(&mut self, error: Error) {
        expect_failure(&mut self.end, &mut self.line, error);
    }

    /// Seals a record.
    pub fn push(&mut self, kind: ContentType, content: &[u8]) {
        self.line.outbound.push(kind, content).unwrap();
    }

    /// Seals a handshake message and adds it to the transcript.
    pub fn send(&mut self, message: &[u8]) {
        self.transcript.add(message);
        self.push(ContentType::HANDSHAKE, message);
    }

    /// A ServerHello, changed by `change`.
    pub fn server_hello<'h>(&self, change: impl FnOnce(&mut ServerHello<'h>)) -> Vec<u8> {
        let mut hello = ServerHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.randoms.server,
            legacy_session_id_echo: &[],
            cipher_suite: self.suite.id,
            extensions: ServerHelloExtensions {
                extended_master_secret: self.extended,
                encrypt_then_mac: self.suite.is_cbc(),
                renegotiation_info: Some(&[]),
                ..ServerHelloExtensions::default()
            },
        };
        change(&mut hello);
        let mut out = vec![];
        hello.write(&mut out).unwrap();
        out
    }

    /// Sends a ServerHello; the client must not want it.
    #[track_caller]
    pub fn refused<'h>(mut self, error: Error, change: impl FnOnce(&mut ServerHello<'h>)) {
        let hello = self.server_hello(change);
        self.send(&hello);
        self.expect_failure(error);
    }

    /// Sends a ServerHello.
    pub fn say_hello<'h>(mut self, change: impl FnOnce(&mut ServerHello<'h>)) -> Self {
        let hello = self.server_hello(change);
        self.send(&hello);
        self
    }

    pub fn certificate(&self) -> Vec<u8> {
        Self::certificate_of(&self.identity.credential.chain)
    }

    pub fn certificate_of(chain: &[Vec<u8>]) -> Vec<u8> {
        let list: Vec<_> = chain.iter().map(|der| Asn1Cert(der)).collect();
        let mut out = vec![];
        Certificate12 {
            certificate_list: List::from(&list),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    pub fn certificate_status(ocsp_response: &[u8]) -> Vec<u8> {
        let mut out = vec![];
        CertificateStatus { ocsp_response }.write(&mut out).unwrap();
        out
    }

    /// A ServerKeyExchange with a fresh share of [`Rogue::group`], signed as [`Rogue::scheme`] says.
    pub fn key_exchange(&mut self) -> Vec<u8> {
        let share = KeyExchange::generate(suites::group(self.group).unwrap()).unwrap();
        let public = share.public_key().to_vec();
        self.share = Some(share);
        self.key_exchange_of(&public)
    }

    /// The same with this public value.
    pub fn key_exchange_of(&self, public: &[u8]) -> Vec<u8> {
        let params = ServerEcdhParams {
            group: self.group,
            public,
        };
        let content = authenticate12::signed_params(&self.randoms, &params.to_bytes().unwrap());
        let Key::Native(key) = &self.identity.credential.key else {
            panic!("no key")
        };
        let algorithm = suites::signature_scheme(self.scheme).map(|scheme| scheme.algorithm);
        let signature = algorithm.map_or(vec![1; 64], |algorithm| {
            key.sign(algorithm, &content).unwrap_or(vec![2; 64])
        });
        let mut out = vec![];
        ServerKeyExchange {
            hint: self.suite.exchange.has_psk().then_some(b"hint"),
            params: self.suite.exchange.has_ecdhe().then_some(params),
            signature: (self.suite.exchange.has_certificate()).then_some((self.scheme, &signature)),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    pub fn hello_done() -> Vec<u8> {
        let mut out = vec![];
        empty::write(HandshakeType::SERVER_HELLO_DONE, &mut out).unwrap();
        out
    }

    /// Sends the first flight, but for the ServerHello.
    pub fn send_flight(&mut self) {
        if self.suite.exchange.has_certificate() {
            let certificate = self.certificate();
            self.send(&certificate);
        }
        let exchange = self.key_exchange();
        self.send(&exchange);
        self.send(&Self::hello_done());
    }

    /// Reads a message into the transcript.
    pub fn message(&mut self) -> Vec<u8> {
        let message = self.line.message();
        self.transcript.add(&message);
        message
    }

    /// Reads the client's flight up to its Finished; the secrets follow.
    pub fn read_flight(&mut self) {
        assert_eq!(self.go_on(), Halt::Blocked);
        let message = self.message();
        assert_eq!(message[0], HandshakeType::CLIENT_KEY_EXCHANGE.0);
        let form = Form {
            identity: self.suite.exchange.has_psk(),
            share: self.suite.exchange.has_ecdhe(),
        };
        let exchange = ClientKeyExchange::read(&message[4..], form).unwrap();
        let share = self.share.take();
        let secret = exchange.public.map(|public| share.unwrap().agree(public).unwrap());
        let secret = secret.as_ref().map(|secret| secret.as_bytes());
        let premaster = match &self.psk {
            Some(psk) => premaster_of_psk(secret, &psk.secret).unwrap().to_vec(),
            None => secret.unwrap().to_vec(),
        };
        let hash = self.transcript.current();
        self.master = Some(if self.extended {
            MasterSecret::extended(self.suite.hash, &premaster, hash.as_ref()).unwrap()
        } else {
            MasterSecret::plain(self.suite.hash, &premaster, &self.randoms).unwrap()
        });
        self.read_finished();
    }

    /// Reads the client's change_cipher_spec and Finished.
    pub fn read_finished(&mut self) {
        assert_eq!(self.line.record(), Some((ContentType::CHANGE_CIPHER_SPEC, vec![1])));
        let master = self.master.clone().unwrap();
        let keys = master.record_keys(self.suite, &self.randoms).unwrap();
        self.line.inbound.change_key(Opener::Tls12(*keys.client)).unwrap();
        let hash = self.transcript.current();
        let message = self.message();
        assert_eq!(message[0], HandshakeType::FINISHED.0);
        assert_eq!(message[4..], master.verify_data(Side::Client, hash.as_ref()));
        self.verify_data[0] = message[4..].to_vec();
    }

    /// A server whose handshake is done.
    pub fn connected(config: Config, options: Options) -> Self {
        let mut rogue = Self::before_finished(config, options);
        rogue.send_finished();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert!(rogue.end.connection.is_handshake_over());
        rogue
    }

    /// Has the client negotiate the connection anew, and reads its ClientHello.
    pub fn read_second_hello(&mut self) {
        let (config, options) = (self.end.config.clone(), self.end.options.clone());
        assert_eq!(self.end.connection.renegotiate(&config, options), Ok(true));
        assert_eq!(self.go_on(), Halt::Blocked);
        self.hello = self.line.message();
        self.randoms.client = self.client_hello().random;
        self.transcript = Transcript::start(self.suite.hash, &self.hello);
    }

    /// A server that waits for nothing but its own Finished to be sent, and its change_cipher_spec before that.
    pub fn before_finished(config: Config, options: Options) -> Self {
        let mut rogue = Self::new(config, options).say_hello(|_| {});
        rogue.send_flight();
        rogue.read_flight();
        rogue
    }

    pub fn new_session_ticket(lifetime: u32, ticket: &[u8]) -> Vec<u8> {
        let mut out = vec![];
        NewSessionTicket12 {
            ticket_lifetime_hint: lifetime,
            ticket,
        }
        .write(&mut out)
        .unwrap();
        out
    }

    /// Sends a change_cipher_spec.
    pub fn change_cipher_spec(&mut self) {
        self.line.outbound.push_change_cipher_spec().unwrap();
        self.end.incoming.extend(self.line.sealed());
    }

    /// Seals what follows.
    pub fn change_key(&mut self) {
        let keys = self.master.as_ref().unwrap().record_keys(self.suite, &self.randoms);
        self.end.incoming.extend(self.line.sealed());
        self.line.outbound.change_key(Sealer::Tls12(*keys.unwrap().server));
    }

    /// A Finished over what was said so far.
    pub fn finished(&self) -> Vec<u8> {
        finished12(self.master.as_ref().unwrap(), Side::Server, &self.transcript)
    }

    /// Sends change_cipher_spec and Finished.
    pub fn send_finished(&mut self) {
        self.change_cipher_spec();
        self.change_key();
        let finished = self.finished();
        self.send(&finished);
        self.verify_data[1] = finished[4..].to_vec();
    }
}
