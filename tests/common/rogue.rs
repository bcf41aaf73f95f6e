//! A peer that says what a test wants it to say: a script over records, messages and keys, without a state machine.

use ferrotls::crypto::{kx::KeyExchange, rand};
use ferrotls::tls::{
    config::{Config, Key, Options, Side},
    error::Error,
    handshake::{
        authenticate::{Signed, Signer},
        certificate::Wanted,
        finished,
        transcript::Transcript,
    },
    keys::schedule13::{Early, FinishedKey, Handshake, Traffic},
    record::{inbound::Inbound, outbound::Outbound},
    suites::{self, Suite},
    want::{Stop, Want},
    wire::{
        certificate::{Certificate, CertificateEntry},
        client_hello::{ClientHello, ClientHelloExtensions},
        codec::List,
        codes::{
            AlertDescription, AlertLevel, CipherSuite, CompressionMethod, ContentType, HandshakeType, NamedGroup,
            ProtocolVersion, SignatureScheme,
        },
        encrypted_extensions::EncryptedExtensions,
        extensions::key_share::KeyShareEntry,
        handshake,
        server_hello::{
            HelloRetryRequest, HelloRetryRequestExtensions, ServerHello, ServerHelloExtensions, ServerHelloMessage,
        },
    },
};

use super::{Application, End, Halt, Identity, Pair, config, middle12::config12, p256};

/// The line to the end under test.
pub struct Line {
    pub inbound: Inbound,
    pub outbound: Outbound,
    /// Bytes from the end under test.
    pub bytes: Vec<u8>,
    /// Handshake messages from it.
    pub messages: Vec<u8>,
}

impl Line {
    pub fn new() -> Self {
        let mut inbound = Inbound::new();
        inbound.allow_change_cipher_spec(true);
        Self {
            inbound,
            outbound: Outbound::new(),
            bytes: vec![],
            messages: vec![],
        }
    }

    /// The next record's type and content.
    pub fn record(&mut self) -> Option<(ContentType, Vec<u8>)> {
        loop {
            match self.inbound.next_record() {
                Ok(record) => {
                    let content = self.inbound.body().to_vec();
                    self.inbound.consume(usize::MAX);
                    return Some((record.kind, content));
                }
                Err(Stop::Want(Want::Recv { at_least })) if at_least <= self.bytes.len() => {
                    let mut loan = self.inbound.lend(at_least);
                    loan.space().copy_from_slice(&self.bytes[..at_least]);
                    self.bytes.drain(..at_least);
                    self.inbound.give_back(loan, at_least).unwrap();
                }
                Err(Stop::Want(_)) => return None,
                Err(Stop::Fail(error)) => panic!("the end under test sent a bad record: {error:?}"),
            }
        }
    }

    /// The next whole handshake message.
    pub fn message(&mut self) -> Vec<u8> {
        loop {
            if let Ok(Some(header)) = handshake::Header::read(&self.messages)
                && self.messages.len() >= header.message_length()
            {
                return self.messages.drain(..header.message_length()).collect();
            }
            match self.record() {
                Some((ContentType::HANDSHAKE, content)) => self.messages.extend(content),
                other => panic!("no message but {other:?}"),
            }
        }
    }

    /// The alert that comes next.
    pub fn alert(&mut self) -> Option<AlertDescription> {
        match self.record()? {
            (ContentType::ALERT, content) => Some(AlertDescription(content[1])),
            other => panic!("no alert but {other:?}"),
        }
    }

    /// Everything sealed so far.
    pub fn sealed(&mut self) -> Vec<u8> {
        let sealed = self.outbound.unsent().to_vec();
        self.outbound.sent(sealed.len()).unwrap();
        sealed
    }
}

/// Hands what is sealed to the end under test, lets it go on, and takes what it sends. Returns where it has stopped.
pub fn go_on(end: &mut End, line: &mut Line) -> Halt {
    end.incoming.extend(line.sealed());
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    let halt = loop {
        let halt = end.handshake(&mut receive, &mut send, &mut line.bytes);
        if halt != Halt::Done {
            break halt;
        }
        // A read is done when it has begun a renegotiation.
        let halt = end.read(&mut receive);
        if halt != Halt::Done {
            break halt;
        }
    };
    end.flush(&mut send, &mut line.bytes);
    halt
}

/// The end fails with `error`, sends that error's alert and repeats the error.
#[track_caller]
pub fn expect_failure(end: &mut End, line: &mut Line, error: Error) {
    assert_eq!(
        go_on(end, line),
        Halt::Failed(error),
        "state {}",
        end.connection.state_id()
    );
    assert_eq!(line.alert(), error.alert());
    assert_eq!(line.record(), None, "more after the alert");
    assert!(matches!(end.connection.step(), Err(Stop::Fail(again)) if again == error));
    assert!(matches!(end.connection.reader.read(&mut [0; 9]), Err(Stop::Fail(again)) if again == error));
    assert!(matches!(end.connection.writer.write(b"x"), Err(Stop::Fail(again)) if again == error));
    assert!(matches!(end.connection.writer.flush(), Ok(())), "one alert is enough");
}

/// The next connection of the configuration that was flooded, and of what the application keeps beside it.
#[track_caller]
pub fn next_works(flooded: &End) {
    let config_of = match flooded.config.max_version {
        ProtocolVersion::TLS1_2 => config12,
        _ => config,
    };
    let mut pair = match flooded.config.side {
        Side::Client => Pair::with(flooded.config.clone(), config_of(Side::Server)),
        Side::Server => Pair::with(config_of(Side::Client), flooded.config.clone()),
    };
    match flooded.config.side {
        Side::Client => pair.client.application = flooded.application.clone(),
        Side::Server => pair.server.application = flooded.application.clone(),
    }
    pair.connect();
    pair.exchange(100);
}

/// What a rogue of either side has.
pub struct Rogue {
    pub line: Line,
    pub side: Side,
    pub end: End,
    pub suite: &'static Suite,
    pub transcript: Option<Transcript>,
    pub keys: Option<Handshake>,
    pub traffic: Option<Traffic>,
    /// Of a client, once `keys` is used up.
    pub finished_key: Option<FinishedKey>,
    pub identity: Identity,
    /// The ClientHello, whichever side has sent it.
    pub hello: Vec<u8>,
    pub random: [u8; 32],
    pub session_id: Vec<u8>,
    pub share: Option<KeyExchange>,
    /// The pre-shared key that the secrets rest on.
    pub psk: Option<Vec<u8>>,
}

impl Rogue {
    fn with(side: Side, end: End) -> Self {
        Self {
            line: Line::new(),
            side,
            end,
            suite: suites::suite(CipherSuite::AES_128_GCM_SHA256).unwrap(),
            transcript: None,
            keys: None,
            traffic: None,
            finished_key: None,
            identity: p256(),
            hello: vec![],
            random: [9; 32],
            session_id: vec![7; 32],
            share: None,
            psk: None,
        }
    }

    /// A server whose client has sent its ClientHello.
    pub fn server(config: Config) -> Self {
        Self::server_of(config, Options::default())
    }

    /// As [`Rogue::server`], for a client with these options.
    pub fn server_of(config: Config, options: Options) -> Self {
        let options = Options {
            server_name: Some("server.example".into()),
            ..options
        };
        let mut rogue = Self::with(
            Side::Server,
            End::new(config, options, Application::new(&[&super::p384()])),
        );
        rogue.go_on();
        rogue.read_client_hello();
        rogue
    }

    /// A client of a server that waits for a ClientHello.
    pub fn client(config: Config) -> Self {
        Self::with(
            Side::Client,
            End::new(config, Options::default(), Application::new(&[&p256()])),
        )
    }

    /// A server that got as far as ServerHello.
    pub fn server_with_keys() -> Self {
        Self::server_with_keys_to(config(Side::Client))
    }

    fn server_with_keys_to(config: Config) -> Self {
        let mut rogue = Self::server(config);
        let hello = rogue.server_hello(|_| {});
        rogue.send(&hello);
        rogue.take_handshake_keys();
        rogue
    }

    /// A server up to its Finished, which is not sent.
    pub fn server_before_finished() -> Self {
        Self::server_before_finished_to(config(Side::Client))
    }

    fn server_before_finished_to(config: Config) -> Self {
        let mut rogue = Self::server_with_keys_to(config);
        for message in [rogue.encrypted_extensions(), rogue.certificate()] {
            rogue.send(&message);
        }
        let verify = rogue.certificate_verify(rogue.identity.credential.schemes[0], Side::Server);
        rogue.send(&verify);
        rogue
    }

    /// A server whose handshake is done.
    pub fn server_connected() -> Self {
        Self::server_connected_to(config(Side::Client))
    }

    /// The same to a client with this configuration.
    pub fn server_connected_to(config: Config) -> Self {
        let mut rogue = Self::server_before_finished_to(config);
        let finished = rogue.finished();
        rogue.send(&finished);
        rogue.take_traffic();
        rogue.end.incoming.extend(rogue.line.sealed());
        rogue
            .line
            .outbound
            .change_key(rogue.traffic().traffic_secret(Side::Server).sealer().unwrap());
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let finished = rogue.line.message();
        assert_eq!(finished[0], HandshakeType::FINISHED.0);
        rogue
            .line
            .inbound
            .change_key(rogue.traffic().traffic_secret(Side::Client).opener().unwrap())
            .unwrap();
        rogue
    }

    /// A client that has read the server's flight. `ask` asks it for a certificate.
    pub fn client_before_finished(ask: bool) -> Self {
        Self::client_before_finished_to(config(Side::Server), ask)
    }

    fn client_before_finished_to(config: Config, ask: bool) -> Self {
        let post_handshake_auth = config.post_handshake_auth;
        let mut rogue = Self::client(config);
        rogue.end.application.credentials.request_client_certificate = ask;
        let hello = rogue.client_hello(|hello| hello.extensions.post_handshake_auth = post_handshake_auth);
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue.read_server_flight();
        rogue
    }

    /// A client whose handshake is done.
    pub fn client_connected() -> Self {
        Self::client_connected_to(config(Side::Server))
    }

    /// The same of a server with this configuration, which lets itself be asked after the handshake if the server can ask.
    pub fn client_connected_to(config: Config) -> Self {
        let mut rogue = Self::client_before_finished_to(config, false);
        let finished = rogue.finished();
        rogue.send(&finished);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue
            .line
            .outbound
            .change_key(rogue.traffic().traffic_secret(Side::Client).sealer().unwrap());
        rogue
    }

    pub fn keys(&self) -> &Handshake {
        self.keys.as_ref().unwrap()
    }

    pub fn traffic(&self) -> &Traffic {
        self.traffic.as_ref().unwrap()
    }

    pub fn transcript(&mut self) -> &mut Transcript {
        self.transcript.as_mut().unwrap()
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
        if let Some(transcript) = &mut self.transcript {
            transcript.add(message);
        }
        self.push(ContentType::HANDSHAKE, message);
    }

    /// The client's ClientHello.
    pub fn read_client_hello(&mut self) {
        self.hello = self.line.message();
        let hello = ClientHello::read(&self.hello[4..]).unwrap();
        self.session_id = hello.legacy_session_id.to_vec();
        let share = known_share(&hello);
        let group = share.map(|share| suites::group(share.group).unwrap());
        self.share = group.map(|group| KeyExchange::generate(group).unwrap());
    }

    /// A ServerHello, changed by `change`. The transcript begins with it.
    pub fn server_hello(&mut self, change: impl FnOnce(&mut ServerHello<'_>)) -> Vec<u8> {
        if self.transcript.is_none() {
            self.transcript = Some(Transcript::start(self.suite.hash, &self.hello));
        }
        let hello = ClientHello::read(&self.hello[4..]).unwrap();
        let share = known_share(&hello);
        let key_share = share.map(|share| KeyShareEntry {
            group: share.group,
            key_exchange: self.share.as_ref().unwrap().public_key(),
        });
        let mut hello = ServerHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.random,
            legacy_session_id_echo: &self.session_id,
            cipher_suite: self.suite.id,
            extensions: ServerHelloExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                key_share,
                ..ServerHelloExtensions::default()
            },
        };
        change(&mut hello);
        let mut out = vec![];
        hello.write(&mut out).unwrap();
        out
    }

    /// A HelloRetryRequest for this group, changed by `change`.
    pub fn hello_retry_request(
        &mut self,
        group: Option<NamedGroup>,
        change: impl FnOnce(&mut HelloRetryRequest<'_>),
    ) -> Vec<u8> {
        self.transcript =
            Some(Transcript::start_retried(self.suite.hash, self.suite.hash.hash(&self.hello).as_ref()).unwrap());
        let mut retry = HelloRetryRequest {
            legacy_version: ProtocolVersion::TLS1_2,
            legacy_session_id_echo: &self.session_id,
            cipher_suite: self.suite.id,
            extensions: HelloRetryRequestExtensions {
                selected_version: Some(ProtocolVersion::TLS1_3),
                selected_group: group,
                cookie: None,
            },
        };
        change(&mut retry);
        let mut out = vec![];
        retry.write(&mut out).unwrap();
        out
    }

    /// After a ServerHello with a pre-shared key and without a share: as [`Rogue::take_handshake_keys`].
    pub fn take_handshake_keys_alone(&mut self) {
        self.share = None;
        self.derive(&[]);
    }

    /// After a ServerHello: the schedule, and the keys of the handshake in both directions.
    pub fn take_handshake_keys(&mut self) {
        let peer = match self.side {
            Side::Server => known_share(&ClientHello::read(&self.hello[4..]).unwrap())
                .unwrap()
                .key_exchange
                .to_vec(),
            Side::Client => panic!("see read_server_flight"),
        };
        self.derive(&peer);
    }

    fn derive(&mut self, peer: &[u8]) {
        let secret = self.share.take().map(|share| share.agree(peer).unwrap());
        let hash = self.transcript().current();
        let secret = secret.as_ref().map(|secret| secret.as_bytes());
        let keys = Early::new(self.suite, self.psk.as_deref())
            .handshake(secret, hash.as_ref())
            .unwrap();
        let other = if self.side == Side::Server {
            Side::Client
        } else {
            Side::Server
        };
        // What was sealed before goes out as it is.
        self.end.incoming.extend(self.line.sealed());
        self.line
            .outbound
            .change_key(keys.traffic_secret(self.side).sealer().unwrap());
        self.line
            .inbound
            .change_key(keys.traffic_secret(other).opener().unwrap())
            .unwrap();
        self.keys = Some(keys);
    }

    /// The schedule's last stage; the keys in use stay.
    pub fn take_traffic(&mut self) {
        let hash = self.transcript().current();
        self.traffic = Some(self.keys.take().unwrap().traffic(hash.as_ref()).unwrap());
    }

    pub fn encrypted_extensions(&self) -> Vec<u8> {
        let mut out = vec![];
        EncryptedExtensions::default().write(&mut out).unwrap();
        out
    }

    pub fn certificate(&self) -> Vec<u8> {
        let chain = &self.identity.credential.chain;
        let entries: Vec<_> = chain.iter().map(|der| CertificateEntry::new(der)).collect();
        self.certificate_of(&entries)
    }

    /// A Certificate whose body has `len` bytes: the leaf, and one that fills it up.
    pub fn certificate_of_length(&self, len: usize) -> Vec<u8> {
        let leaf = self.identity.leaf();
        // The context's length and the list's; with each entry those of its certificate and of its extensions.
        let other = vec![7; len - (1 + 3) - (3 + leaf.len() + 2) - (3 + 2)];
        let certificate = self.certificate_of(&[CertificateEntry::new(leaf), CertificateEntry::new(&other)]);
        assert_eq!(certificate.len(), handshake::Header::LEN + len);
        certificate
    }

    /// The rest of a server's flight after its Certificate: the client takes it, and is done.
    #[track_caller]
    pub fn finish_after_certificate(&mut self) {
        let verify = self.certificate_verify(self.identity.credential.schemes[0], self.side);
        self.send(&verify);
        let finished = self.finished();
        self.send(&finished);
        assert!(!matches!(self.go_on(), Halt::Failed(_)));
        assert!(self.end.connection.is_handshake_over());
    }

    /// A Certificate with these entries.
    pub fn certificate_of(&self, entries: &[CertificateEntry<'_>]) -> Vec<u8> {
        let mut out = vec![];
        Certificate {
            certificate_request_context: &[],
            certificate_list: List::from(entries),
        }
        .write(&mut out)
        .unwrap();
        out
    }

    /// A right signature of this scheme over the transcript so far, as `signer` would make it.
    pub fn certificate_verify(&self, scheme: SignatureScheme, signer: Side) -> Vec<u8> {
        let scheme = suites::signature_scheme(scheme).unwrap();
        let hash = self.transcript.as_ref().unwrap().current();
        let with = Signer {
            credential: self.identity.credential.clone(),
            scheme,
            wanted: Wanted::default(),
        };
        let Signed::Here(signature) = with.sign(signer, hash.as_ref()).unwrap() else {
            panic!("not here")
        };
        assert!(matches!(with.credential.key, Key::Native(_)));
        let mut out = vec![];
        with.write_certificate_verify(&signature, &mut out).unwrap();
        out
    }

    /// Our right Finished over the transcript so far.
    pub fn finished(&self) -> Vec<u8> {
        let hash = self.transcript.as_ref().unwrap().current();
        let key = match &self.keys {
            Some(keys) => keys.finished_key(self.side).unwrap(),
            None => self.finished_key.clone().unwrap(),
        };
        let mut out = vec![];
        finished::write(&key, hash.as_ref(), &mut out).unwrap();
        out
    }

    /// A ClientHello with one X25519 share, changed by `change`.
    pub fn client_hello(&mut self, change: impl FnOnce(&mut ClientHello<'_>)) -> Vec<u8> {
        self.client_hello_of(NamedGroup::X25519, change)
    }

    /// A ClientHello with one share, changed by `change`.
    pub fn client_hello_of(&mut self, group: NamedGroup, change: impl FnOnce(&mut ClientHello<'_>)) -> Vec<u8> {
        let share = KeyExchange::generate(suites::group(group).unwrap()).unwrap();
        let shares = [KeyShareEntry {
            group,
            key_exchange: share.public_key(),
        }];
        let mut hello = ClientHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.random,
            legacy_session_id: &self.session_id,
            cipher_suites: List::from(&[CipherSuite::AES_128_GCM_SHA256]),
            legacy_compression_methods: List::from(&[CompressionMethod::NULL]),
            extensions: ClientHelloExtensions {
                supported_groups: Some(List::from(&super::GROUPS)),
                signature_algorithms: Some(List::from(&super::SCHEMES)),
                supported_versions: Some(List::from(&[ProtocolVersion::TLS1_3])),
                key_share: Some(List::from(&shares)),
                ..ClientHelloExtensions::default()
            },
        };
        change(&mut hello);
        let mut out = vec![];
        hello.write(&mut out).unwrap();
        self.share = Some(share);
        out
    }

    /// Seals a ClientHello; the transcript begins with it.
    pub fn send_hello(&mut self, hello: &[u8]) {
        self.transcript = Some(Transcript::start(self.suite.hash, hello));
        self.hello = hello.to_vec();
        self.push(ContentType::HANDSHAKE, hello);
    }

    /// A client reads everything to the server's Finished, not checking much.
    pub fn read_server_flight(&mut self) {
        let message = self.line.message();
        self.transcript().add(&message);
        let offered = ferrotls::tls::wire::extensions::ExtensionSet::EMPTY
            .with(ferrotls::tls::wire::codes::ExtensionType::SUPPORTED_VERSIONS)
            .with(ferrotls::tls::wire::codes::ExtensionType::KEY_SHARE);
        let ServerHelloMessage::ServerHello(hello) = ServerHelloMessage::read(&message[4..], offered).unwrap() else {
            panic!("a HelloRetryRequest")
        };
        let peer = hello.extensions.key_share.unwrap().key_exchange.to_vec();
        self.derive(&peer);
        loop {
            let message = self.line.message();
            self.transcript().add(&message);
            if message[0] == HandshakeType::FINISHED.0 {
                break;
            }
        }
        self.finished_key = Some(self.keys().finished_key(Side::Client).unwrap());
        self.take_traffic();
        let opener = self.traffic().traffic_secret(Side::Server).opener().unwrap();
        self.line.inbound.change_key(opener).unwrap();
    }
}

/// The first share of a group that there is.
fn known_share<'a>(hello: &ClientHello<'a>) -> Option<KeyShareEntry<'a>> {
    let mut shares = hello.extensions.key_share?.iter();
    shares.find(|share| suites::group(share.group).is_some())
}

/// A handshake message of any type and body.
pub fn message(msg_type: HandshakeType, body: &[u8]) -> Vec<u8> {
    let len = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&[msg_type.0], &len[1..], body].concat()
}

/// A random array.
pub fn random<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    rand::fill(&mut out).unwrap();
    out
}

/// An alert record's content.
pub fn alert(level: AlertLevel, description: AlertDescription) -> [u8; 2] {
    [level.0, description.0]
}
