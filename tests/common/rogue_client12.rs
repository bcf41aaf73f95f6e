//! A client of TLS 1.2 that says what a test wants it to say: a script over records, messages and keys, without a state machine.

use ferrotls::crypto::{
    kx::{KeyExchange, SharedSecret},
    verify::PublicKey,
};
use ferrotls::tls::{
    config::{Config, Key, Options, Side},
    error::Error,
    handshake::{authenticate12, transcript::Transcript},
    keys::{
        Randoms,
        prf12::{MasterSecret, RecordKeys, premaster_of_psk},
    },
    record::protect::{Opener, Sealer},
    session::ExternalPsk,
    suites,
    suites12::{SUITES12, Suite12, suite12},
    wire::{
        certificate_verify::CertificateVerify,
        certificate12::{Asn1Cert, Certificate12},
        client_hello::{ClientHello, ClientHelloExtensions},
        client_key_exchange::ClientKeyExchange,
        codec::List,
        codes::{
            AlertDescription, CipherSuite, CompressionMethod, ContentType, ECPointFormat, HandshakeType, NamedGroup,
            ProtocolVersion, SignatureScheme,
        },
        extensions::ExtensionSet,
        new_session_ticket12::NewSessionTicket12,
        server_hello::{ServerHello, ServerHelloMessage},
        server_key_exchange::{Form, ServerKeyExchange},
    },
};

use super::{
    Application, End, Halt, Identity, SCHEMES,
    rogue::{Line, expect_failure, go_on},
    tls12::finished12,
};

/// What it offers unless told otherwise.
pub const SUITE: CipherSuite = CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;

/// The client's script and the server under test.
pub struct Rogue {
    pub line: Line,
    pub end: End,
    /// The one it offers, and has.
    pub suite: &'static Suite12,
    pub group: NamedGroup,
    pub psk: Option<ExternalPsk>,
    /// Who the server has to be.
    pub server: Identity,
    pub randoms: Randoms,
    pub transcript: Option<Transcript>,
    /// The last ServerHello, whole.
    pub server_hello: Vec<u8>,
    /// The types of the messages after it, up to ServerHelloDone.
    pub flight: Vec<HandshakeType>,
    /// The server's share.
    pub share: Vec<u8>,
    pub master: Option<MasterSecret>,
    /// Not in use yet.
    pub keys: Option<RecordKeys>,
    /// `verify_data` of both sides.
    pub verify_data: [Vec<u8>; 2],
    /// The ticket it got.
    pub ticket: Option<Vec<u8>>,
    /// How the server has signed.
    pub scheme: Option<SignatureScheme>,
    /// The server gets its bytes one by one, and sends them so.
    pub drip: bool,
    /// The server shows a raw public key.
    pub raw: bool,
}

/// A configuration of a server with everything that TLS 1.2 has.
pub fn server() -> Config {
    let mut config = super::config(Side::Server);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = ProtocolVersion::TLS1_2;
    config.suites = SUITES12.iter().map(|suite| suite.id).collect();
    config.signature_schemes.extend([
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA384,
        SignatureScheme::RSA_PKCS1_SHA512,
    ]);
    config
}

impl Rogue {
    /// A client of a server that waits for a ClientHello.
    pub fn new(config: Config, server: &Identity) -> Self {
        let mut line = Line::new();
        line.inbound.use_tls12();
        let options = Options {
            export_secrets: true,
            ..Options::default()
        };
        Self {
            line,
            end: End::new(config, options, Application::new(&[server])),
            suite: suite12(SUITE).unwrap(),
            group: NamedGroup::X25519,
            psk: None,
            server: server.clone(),
            randoms: Randoms {
                client: [9; 32],
                server: [0; 32],
            },
            transcript: None,
            server_hello: vec![],
            flight: vec![],
            share: vec![],
            master: None,
            keys: None,
            verify_data: [vec![], vec![]],
            ticket: None,
            scheme: None,
            drip: false,
            raw: false,
        }
    }

    /// The same client of the same application, on another connection.
    pub fn again(&self, config: Config) -> Self {
        let mut rogue = Self::new(config, &self.server);
        rogue.end.application = self.end.application.clone();
        rogue.suite = self.suite;
        rogue.psk.clone_from(&self.psk);
        rogue.master.clone_from(&self.master);
        rogue
    }

    pub fn with_suite(mut self, id: CipherSuite) -> Self {
        self.suite = suite12(id).unwrap();
        self
    }

    pub fn go_on(&mut self) -> Halt {
        if self.drip {
            self.end.incoming.extend(self.line.sealed());
            let mut idle = 0;
            while idle < 2 && !self.end.connection.is_handshake_over() {
                let before = (self.end.incoming.len(), self.line.bytes.len());
                if let failed @ Halt::Failed(_) = self.end.handshake(&mut 1, &mut 1, &mut self.line.bytes) {
                    return failed;
                }
                let moved = before != (self.end.incoming.len(), self.line.bytes.len());
                idle = if moved { 0 } else { idle + 1 };
            }
        }
        go_on(&mut self.end, &mut self.line)
    }

    #[track_caller]
    pub fn expect_failure(&mut self, error: Error) {
        expect_failure(&mut self.end, &mut self.line, error);
    }

    /// The same with this alert in place of the error's own.
    #[track_caller]
    pub fn expect_failure_with(&mut self, error: Error, alert: AlertDescription) {
        assert_eq!(self.go_on(), Halt::Failed(error));
        assert_eq!(self.line.alert(), Some(alert));
    }

    /// Seals a record.
    pub fn push(&mut self, kind: ContentType, content: &[u8]) {
        self.line.outbound.push(kind, content).unwrap();
    }

    /// Seals a handshake message and adds it to the transcript.
    pub fn send(&mut self, message: &[u8]) {
        if let Some(transcript) = &mut self.transcript {
            transcript.add(message);
        }
        self.push(ContentType::HANDSHAKE, message);
    }

    /// A ClientHello, changed by `change`.
    pub fn client_hello(&self, change: impl FnOnce(&mut ClientHello<'_>)) -> Vec<u8> {
        let suites = [self.suite.id];
        // The curves of certificates count too.
        let groups = [
            self.group,
            NamedGroup::SECP256R1,
            NamedGroup::SECP384R1,
            NamedGroup::SECP521R1,
        ];
        let mut schemes = SCHEMES.to_vec();
        schemes.push(SignatureScheme::RSA_PKCS1_SHA256);
        let mut hello = ClientHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.randoms.client,
            legacy_session_id: &[],
            cipher_suites: List::from(&suites),
            legacy_compression_methods: List::from(&[CompressionMethod::NULL]),
            extensions: ClientHelloExtensions {
                supported_groups: Some(List::from(&groups)),
                ec_point_formats: Some(List::from(&[ECPointFormat::UNCOMPRESSED])),
                signature_algorithms: Some(List::from(&schemes)),
                encrypt_then_mac: true,
                extended_master_secret: true,
                renegotiation_info: Some(&[]),
                ..ClientHelloExtensions::default()
            },
        };
        change(&mut hello);
        let mut out = vec![];
        hello.write(&mut out).unwrap();
        out
    }

    /// Sends it; the transcript begins with it.
    pub fn send_hello(&mut self, hello: &[u8]) {
        self.transcript = Some(Transcript::start_keeping(self.suite.hash, hello));
        self.push(ContentType::HANDSHAKE, hello);
    }

    /// The server does not want this ClientHello.
    #[track_caller]
    pub fn refused(mut self, error: Error, change: impl FnOnce(&mut ClientHello<'_>)) {
        let hello = self.client_hello(change);
        self.send_hello(&hello);
        self.expect_failure(error);
    }

    /// A client that has read the server's first flight.
    pub fn after_flight(mut self, change: impl FnOnce(&mut ClientHello<'_>)) -> Self {
        let hello = self.client_hello(change);
        self.send_hello(&hello);
        assert_eq!(self.go_on(), Halt::Blocked);
        self.read_server_hello();
        self.read_flight();
        self
    }

    /// The next message, added to the transcript.
    pub fn message(&mut self) -> Vec<u8> {
        let message = self.line.message();
        self.transcript.as_mut().unwrap().add(&message);
        message
    }

    /// Reads the ServerHello.
    pub fn read_server_hello(&mut self) {
        self.server_hello = self.message();
        self.randoms.server = self.hello().random;
    }

    /// The ServerHello.
    pub fn hello(&self) -> ServerHello<'_> {
        match ServerHelloMessage::read(&self.server_hello[4..], ExtensionSet::ALL).unwrap() {
            ServerHelloMessage::ServerHello(hello) => hello,
            ServerHelloMessage::HelloRetryRequest(_) => panic!("no ServerHello"),
        }
    }

    /// Reads up to ServerHelloDone, and checks the signature.
    pub fn read_flight(&mut self) {
        loop {
            let message = self.message();
            let kind = HandshakeType(message[0]);
            self.flight.push(kind);
            match kind {
                HandshakeType::SERVER_HELLO_DONE => return,
                HandshakeType::SERVER_KEY_EXCHANGE => self.read_key_exchange(&message[4..]),
                HandshakeType::CERTIFICATE => {
                    if self.raw {
                        assert_eq!(Certificate12::read_raw(&message[4..]).unwrap(), self.server.leaf());
                        continue;
                    }
                    let list = Certificate12::read(&message[4..]).unwrap().certificate_list;
                    assert_eq!(list.iter().next().unwrap().0, self.server.leaf());
                }
                _ => {}
            }
        }
    }

    fn read_key_exchange(&mut self, body: &[u8]) {
        let exchange = self.suite.exchange;
        let form = Form {
            hint: exchange.has_psk(),
            share: exchange.has_ecdhe(),
            signature: exchange.has_certificate(),
        };
        let message = ServerKeyExchange::read(body, form).unwrap();
        let params = message.params.unwrap();
        assert_eq!(params.group, self.group);
        self.share = params.public.to_vec();
        if let Some((scheme, signature)) = message.signature {
            let content = authenticate12::signed_params(&self.randoms, &params.to_bytes().unwrap());
            self.scheme = Some(scheme);
            let scheme = suites::signature_scheme(scheme).unwrap();
            let key: &PublicKey = &self.server.key.key;
            key.verify(scheme.algorithm, &content, signature).unwrap();
        }
    }

    /// A ClientKeyExchange, and the premaster secret that goes with it.
    pub fn key_exchange(&self) -> (Vec<u8>, Vec<u8>) {
        let mut public = None;
        let mut secret: Option<SharedSecret> = None;
        if self.suite.exchange.has_ecdhe() {
            let own = KeyExchange::generate(suites::group(self.group).unwrap()).unwrap();
            public = Some(own.public_key().to_vec());
            secret = Some(own.agree(&self.share).unwrap());
        }
        let psk = self.psk.as_ref();
        let mut out = vec![];
        ClientKeyExchange {
            identity: psk.map(|psk| &psk.identity[..]),
            public: public.as_deref(),
        }
        .write(&mut out)
        .unwrap();
        let secret = secret.as_ref().map(SharedSecret::as_bytes);
        let premaster = match psk {
            Some(psk) => premaster_of_psk(secret, &psk.secret).unwrap().to_vec(),
            None => secret.unwrap().to_vec(),
        };
        (out, premaster)
    }

    /// A ClientKeyExchange with any public value.
    pub fn key_exchange_of(public: &[u8]) -> Vec<u8> {
        let mut out = vec![];
        ClientKeyExchange {
            identity: None,
            public: Some(public),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    /// The secrets, once ClientKeyExchange is in the transcript.
    pub fn derive(&mut self, premaster: &[u8]) {
        let hash = self.transcript.as_ref().unwrap().current();
        let master = if self.hello().extensions.extended_master_secret {
            MasterSecret::extended(self.suite.hash, premaster, hash.as_ref())
        } else {
            MasterSecret::plain(self.suite.hash, premaster, &self.randoms)
        };
        self.take_master(master.unwrap());
    }

    /// Goes on with this master secret.
    pub fn take_master(&mut self, master: MasterSecret) {
        self.keys = Some(master.record_keys(self.suite, &self.randoms).unwrap());
        self.master = Some(master);
    }

    /// Sends a good ClientKeyExchange and derives.
    pub fn send_key_exchange(&mut self) {
        let (message, premaster) = self.key_exchange();
        self.send(&message);
        self.derive(&premaster);
    }

    /// A Certificate of this identity, or an empty one.
    pub fn certificate(identity: Option<&Identity>) -> Vec<u8> {
        let chain = identity
            .map(|identity| &identity.credential.chain[..])
            .unwrap_or_default();
        let list: Vec<_> = chain.iter().map(|der| Asn1Cert(der)).collect();
        let mut out = vec![];
        Certificate12 {
            certificate_list: List::from(&list),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    /// The same with a key alone.
    pub fn raw_certificate(identity: &Identity) -> Vec<u8> {
        let mut out = vec![];
        Certificate12::write_raw(identity.leaf(), &mut out).unwrap();
        out
    }

    /// A CertificateVerify of this identity over what was said so far.
    pub fn certificate_verify(&self, identity: &Identity, scheme: SignatureScheme) -> Vec<u8> {
        let content = self.transcript.as_ref().unwrap().messages().unwrap();
        let Key::Native(key) = &identity.credential.key else {
            panic!("no key")
        };
        let algorithm = suites::signature_scheme(scheme).unwrap().algorithm;
        let mut out = vec![];
        CertificateVerify {
            algorithm: scheme,
            signature: &key.sign(algorithm, content).unwrap(),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    /// Sends a change_cipher_spec and changes the key.
    pub fn change_cipher_spec(&mut self) {
        self.line.outbound.push_change_cipher_spec().unwrap();
        self.end.incoming.extend(self.line.sealed());
        let keys = self.keys.take().unwrap();
        self.line.outbound.change_key(Sealer::Tls12(*keys.client));
        self.keys = Some(
            self.master
                .as_ref()
                .unwrap()
                .record_keys(self.suite, &self.randoms)
                .unwrap(),
        );
    }

    /// A Finished over what was said so far.
    pub fn finished(&mut self) -> Vec<u8> {
        let (master, transcript) = (self.master.as_ref().unwrap(), self.transcript.as_ref().unwrap());
        let finished = finished12(master, Side::Client, transcript);
        self.verify_data[0] = finished[4..].to_vec();
        finished
    }

    /// change_cipher_spec and Finished.
    pub fn send_finished(&mut self) {
        self.change_cipher_spec();
        let finished = self.finished();
        self.send(&finished);
    }

    /// Reads the server's last flight.
    pub fn read_finished(&mut self) {
        if self.hello().extensions.session_ticket {
            let message = self.message();
            assert_eq!(message[0], HandshakeType::NEW_SESSION_TICKET.0);
            self.ticket = Some(NewSessionTicket12::read(&message[4..]).unwrap().ticket.to_vec());
        }
        assert_eq!(self.line.record(), Some((ContentType::CHANGE_CIPHER_SPEC, vec![1])));
        let keys = self
            .master
            .as_ref()
            .unwrap()
            .record_keys(self.suite, &self.randoms)
            .unwrap();
        self.line.inbound.change_key(Opener::Tls12(*keys.server)).unwrap();
        let hash = self.transcript.as_ref().unwrap().current();
        let expected = self.master.as_ref().unwrap().verify_data(Side::Server, hash.as_ref());
        let message = self.message();
        assert_eq!(message[0], HandshakeType::FINISHED.0);
        assert_eq!(message[4..], expected);
        self.verify_data[1] = expected.to_vec();
    }

    /// A client whose handshake is done.
    pub fn connected(self, change: impl FnOnce(&mut ClientHello<'_>)) -> Self {
        let mut rogue = self.after_flight(change);
        rogue.send_key_exchange();
        rogue.send_finished();
        // It then waits for data.
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue.read_finished();
        assert!(rogue.end.connection.is_handshake_over());
        rogue
    }

    /// A client whose session, of which it has the master secret, is resumed.
    pub fn resumed(mut self, change: impl FnOnce(&mut ClientHello<'_>)) -> Self {
        let hello = self.client_hello(change);
        self.send_hello(&hello);
        assert_eq!(self.go_on(), Halt::Blocked);
        self.read_server_hello();
        let master = self.master.take().unwrap();
        self.take_master(master);
        self.read_finished();
        self.send_finished();
        assert_eq!(self.go_on(), Halt::Blocked);
        assert!(self.end.connection.is_handshake_over());
        self
    }
}
