//! A client in TLS 1.2: with our own server, and with servers that break the rules.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::{rogue_server12::Rogue, *};
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Attached, Config, LegacyPeer, Options, Side},
    error::Error,
    session::{ExternalPsk, KeyExchangeModes, PskKind, Resumption},
    suites,
    suites12::{Exchange, SUITES12, Suite12},
    want::{Event, SecretKind},
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{
            CertificateType, CipherSuite, ContentType, ECPointFormat, HandshakeType, MaxFragmentLength, NamedGroup,
            ProtocolVersion, SignatureScheme as Scheme,
        },
        extensions::application_layer_protocol_negotiation::ProtocolName,
        server_hello::ServerHello,
    },
};

/// Everything that TLS 1.2 has, and from `max` on TLS 1.3 too.
fn both(side: Side, max: ProtocolVersion) -> Config {
    let mut config = config(side);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = max;
    config.suites.extend(SUITES12.iter().map(|suite| suite.id));
    config.signature_schemes.extend([
        Scheme::RSA_PKCS1_SHA256,
        Scheme::RSA_PKCS1_SHA384,
        Scheme::RSA_PKCS1_SHA512,
    ]);
    config
}

fn client() -> Config {
    both(Side::Client, ProtocolVersion::TLS1_2)
}

fn server() -> Config {
    let mut config = both(Side::Server, ProtocolVersion::TLS1_2);
    config.finds_psks = true;
    config
}

fn options() -> Options {
    Options {
        server_name: Some("server.example".into()),
        export_secrets: true,
        ..Options::default()
    }
}

fn psk() -> ExternalPsk {
    ExternalPsk {
        identity: b"who".to_vec(),
        secret: vec![7; 20].into(),
        hash: HashAlgorithm::Sha256,
    }
}

/// A pair that takes this suite, with the key that it needs.
fn pair(suite: &Suite12, client: Config, server: Config, resumption: Option<Resumption>) -> Pair {
    let (mut client, mut server) = (client, server);
    client.suites = vec![suite.id];
    server.suites = vec![suite.id];
    let mut pair = Pair::with(client.clone(), server);
    let options = Options {
        psks: vec![psk()],
        resumption: resumption.map(Arc::new),
        ..options()
    };
    pair.client = End::new(client, options, Application::new(&[]));
    pair.server.application.psks = vec![psk()];
    let identity = if suite.exchange == Exchange::EcdheRsa {
        rsa()
    } else {
        p256()
    };
    pair.serve_as(&identity)
}

/// The master secret that an end told of, and what it exports.
fn secrets(end: &End) -> (Vec<u8>, Vec<u8>) {
    let mut exported = vec![0; 40];
    end.connection
        .export_keying_material(b"EXPERIMENTAL", Some(b"context"), &mut exported)
        .unwrap();
    let mut masters = end.events.iter().filter_map(|event| match event {
        Event::Secret {
            kind: SecretKind::Master(_),
            secret,
            ..
        } => Some(secret.as_bytes().to_vec()),
        _ => None,
    });
    let master = masters.next().unwrap();
    assert_eq!(masters.next(), None);
    (master, exported)
}

const FULL: [i32; 17] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 27];
const RESUMED: [i32; 9] = [0, 1, 2, 12, 13, 10, 11, 15, 27];

#[test]
fn every_suite() {
    for suite in &SUITES12 {
        let mut pair = pair(suite, client(), server(), None);
        pair.connect();
        let connection = &pair.client.connection;
        assert_eq!(pair.client.states, FULL, "{:?}", suite.id);
        assert_eq!(connection.version(), Some(ProtocolVersion::TLS1_2));
        assert_eq!(connection.suite(), Some(suite.id));
        assert_eq!(
            connection.psk(),
            suite.exchange.has_psk().then_some(PskKind::External),
            "{:?}",
            suite.id
        );
        assert_eq!(
            connection.group(),
            suite.exchange.has_ecdhe().then_some(NamedGroup::X25519)
        );
        assert_eq!(secrets(&pair.client), secrets(&pair.server));
        // Two flights each.
        assert_eq!((pair.client.sends, pair.server.sends), (2, 2));
        pair.exchange(20_000);
    }
}

#[test]
fn however_it_is_cut() {
    for cut in CUTS {
        for suite in [&SUITES12[0], &SUITES12[15], &SUITES12[23]] {
            let mut pair = pair(suite, client(), server(), None).cut(cut);
            if suite.exchange.has_certificate() {
                pair = pair.ask_client(Some(&p384()));
            }
            pair.connect();
            assert_eq!(pair.client.states, FULL, "{cut:?}");
            pair.exchange(3000);
        }
    }
}

#[test]
fn every_group() {
    for group in GROUPS {
        let mut client = client();
        client.groups = vec![group];
        let mut pair = pair(&SUITES12[1], client, server(), None);
        if suites::component(group).is_some() {
            // Hybrids are of TLS 1.3: nothing is left to offer.
            assert_eq!(pair.run().0, Halt::Failed(Error::BadInput));
            continue;
        }
        pair.connect();
        assert_eq!(pair.client.connection.group(), Some(group));
    }
}

#[test]
fn every_key_on_both_sides() {
    let signs_with_rsa = |identity: &Identity| identity.credential.schemes12[0].name().unwrap().starts_with("rsa");
    for identity in identities() {
        for own in identities() {
            for external in [false, true] {
                let suite = &SUITES12[usize::from(signs_with_rsa(&identity))];
                let own = if external { own.external() } else { own.clone() };
                let mut pair = pair(suite, client(), server(), None)
                    .serve_as(&identity)
                    .ask_client(Some(&own));
                pair.connect();
                assert_eq!(pair.client.asks.contains(&"sign"), external);
                assert_eq!(pair.client.presented[0].1, identity.credential.chain);
                assert_eq!(pair.server.presented[0].1, own.credential.chain);
                assert_eq!(pair.client.states, FULL);
            }
        }
    }
}

#[test]
fn every_scheme_signs() {
    for identity in identities() {
        for scheme in identity.credential.schemes12.clone() {
            let rsa = scheme.name().unwrap().starts_with("rsa");
            let mut server = server();
            server.signature_schemes = vec![scheme];
            let mut pair = pair(&SUITES12[usize::from(rsa)], client(), server, None)
                .serve_as(&identity)
                .ask_client(Some(&identity));
            pair.connect();
            assert_eq!(pair.server.presented[0].1, identity.credential.chain, "{scheme:?}");
        }
    }
}

#[test]
fn without_a_certificate_of_ours() {
    let mut pair = pair(&SUITES12[0], client(), server(), None).ask_client(None);
    pair.connect();
    assert_eq!(pair.client.states, FULL);
    assert_eq!(pair.server.presented[0].1, Vec::<Vec<u8>>::new());
}

/// What a client offers with this configuration.
fn hello_of(config: Config, options: Options) -> Rogue {
    Rogue::new(config, options)
}

fn suites_of(hello: &ClientHello<'_>) -> Vec<CipherSuite> {
    hello.cipher_suites.iter().collect()
}

#[test]
fn a_hello_of_tls_1_2_alone() {
    let rogue = hello_of(client(), options());
    let hello = rogue.client_hello();
    let extensions = &hello.extensions;
    assert_eq!(hello.legacy_session_id, &[] as &[u8]);
    assert!(extensions.supported_versions.is_none());
    assert!(extensions.key_share.is_none() && extensions.psk_key_exchange_modes.is_none());
    assert!(extensions.compress_certificate.is_none() && !extensions.post_handshake_auth);
    assert!(extensions.extended_master_secret && extensions.encrypt_then_mac);
    assert_eq!(extensions.session_ticket, Some(&[][..]));
    assert_eq!(extensions.renegotiation_info, None);
    assert_eq!(
        extensions.ec_point_formats,
        Some(List::from(&[ECPointFormat::UNCOMPRESSED]))
    );
    let groups = extensions.supported_groups.unwrap();
    assert!(groups.iter().eq(GROUPS[..5].iter().copied()), "{groups:?}");
    let offered = suites_of(&hello);
    assert_eq!(offered.last(), Some(&CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV));
    // No suites of TLS 1.3, and none with a key that is not there.
    let expected = SUITES12.iter().filter(|suite| !suite.exchange.has_psk());
    assert!(
        offered[..offered.len() - 1]
            .iter()
            .copied()
            .eq(expected.map(|suite| suite.id))
    );
}

#[test]
fn a_hello_of_both_versions() {
    let rogue = hello_of(both(Side::Client, ProtocolVersion::TLS1_3), options());
    let hello = rogue.client_hello();
    let versions: Vec<_> = hello.extensions.supported_versions.unwrap().iter().collect();
    assert_eq!(versions, [ProtocolVersion::TLS1_3, ProtocolVersion::TLS1_2]);
    assert_eq!(hello.legacy_session_id.len(), 32);
    assert!(hello.extensions.key_share.is_some() && hello.extensions.extended_master_secret);
    assert_eq!(hello.extensions.supported_groups.unwrap().iter().count(), GROUPS.len());
    let offered = suites_of(&hello);
    assert!(offered.starts_with(&SUITES) && offered.contains(&SUITES12[0].id));
    assert_eq!(offered.last(), Some(&CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV));
}

#[test]
fn what_cannot_be_used_is_not_offered() {
    let mut config = client();
    config.tls12.encrypt_then_mac = false;
    config.tls12.extended_master_secret = false;
    config.tls12.tickets = false;
    config.signature_schemes = vec![Scheme::ED25519];
    let with_psk = Options {
        psks: vec![psk()],
        ..options()
    };
    let rogue = hello_of(config.clone(), with_psk.clone());
    let hello = rogue.client_hello();
    assert!(!hello.extensions.encrypt_then_mac && !hello.extensions.extended_master_secret);
    assert_eq!(hello.extensions.session_ticket, None);
    let offered = suites_of(&hello);
    for suite in &SUITES12 {
        let expected = !suite.is_cbc() && suite.exchange != Exchange::EcdheRsa;
        assert_eq!(offered.contains(&suite.id), expected, "{:?}", suite.id);
    }
    config.groups.clear();
    config.signature_schemes.clear();
    let rogue = hello_of(config.clone(), with_psk);
    let hello = rogue.client_hello();
    assert!(hello.extensions.supported_groups.is_none() && hello.extensions.signature_algorithms.is_none());
    assert!(hello.extensions.ec_point_formats.is_none());
    assert_eq!(suites_of(&hello).len(), 7 + 1);
    // Nothing is left.
    let mut end = End::new(config, options(), Application::new(&[]));
    let halt = end.handshake(&mut 0, &mut usize::MAX.clone(), &mut vec![]);
    assert_eq!(halt, Halt::Failed(Error::BadInput));
}

#[test]
fn versions_are_chosen_within_bounds() {
    use ProtocolVersion as V;
    for (client_max, server_max, expected) in [
        (V::TLS1_3, V::TLS1_2, V::TLS1_2),
        (V::TLS1_2, V::TLS1_3, V::TLS1_2),
        (V::TLS1_3, V::TLS1_3, V::TLS1_3),
    ] {
        let mut pair = Pair::with(both(Side::Client, client_max), both(Side::Server, server_max));
        pair.connect();
        assert_eq!(pair.client.connection.version(), Some(expected));
        pair.exchange(100);
    }
    let mut only13 = both(Side::Client, V::TLS1_3);
    only13.min_version = V::TLS1_3;
    let mut pair = Pair::with(only13, both(Side::Server, V::TLS1_2));
    assert_eq!(
        pair.run(),
        (
            Halt::Failed(Error::PeerAlert(Error::ProtocolVersion.alert().unwrap())),
            Halt::Failed(Error::ProtocolVersion)
        )
    );
}

/// Connects, and what the client can resume.
fn session_of(suite: &Suite12, change: impl FnOnce(&mut Config, &mut Config)) -> (Pair, Resumption) {
    let (mut client, mut server) = (client(), server());
    change(&mut client, &mut server);
    let mut pair = pair(suite, client, server, None);
    pair.connect();
    let resumption = pair.client.connection.take_resumption12().unwrap();
    (pair, *resumption)
}

#[test]
fn sessions_are_resumed() {
    for suite in &SUITES12 {
        for ticket in [true, false] {
            let change = |client: &mut Config, server: &mut Config| {
                client.tls12.tickets = ticket;
                server.tickets = 1;
                server.parses_tickets = true;
                server.tls12.caches_sessions = true;
            };
            let (first, resumption) = session_of(suite, change);
            assert_eq!(resumption.ticket.is_empty(), !ticket);
            let session = &resumption.session;
            assert_eq!(session.suite, suite.id);
            assert_eq!(session.secret.as_bytes(), secrets(&first.client).0);
            assert_eq!(session.tls12.unwrap().encrypt_then_mac, suite.is_cbc());
            let expected: &[i32] = if ticket {
                &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 12, 13, 14, 15, 27]
            } else {
                &FULL
            };
            assert_eq!(first.client.states, expected);
            let mut configs = (client(), server());
            change(&mut configs.0, &mut configs.1);
            let mut second = pair(suite, configs.0, configs.1, Some(resumption.clone()));
            second.server.application.sessions = Arc::clone(&first.server.application.sessions);
            second.server.application.cache = Arc::clone(&first.server.application.cache);
            second.connect();
            assert_eq!(second.client.connection.psk(), Some(PskKind::Resumption), "{ticket}");
            assert_eq!(second.client.connection.group(), None);
            assert_eq!(secrets(&second.client), secrets(&second.server));
            assert_eq!(secrets(&second.client).0, secrets(&first.client).0);
            assert!(second.client.presented.is_empty());
            // A server gives no new ticket with one that it takes.
            assert_eq!(second.client.states, RESUMED);
            // It can be resumed again.
            let again = second.client.connection.take_resumption12().unwrap();
            assert_eq!(again.session.secret.as_bytes(), resumption.session.secret.as_bytes());
            assert_eq!(again.session_id, resumption.session_id);
            second.exchange(1000);
        }
    }
}

#[test]
fn a_session_that_does_not_fit_is_not_offered() {
    let (first, resumption) = session_of(&SUITES12[0], |client, server| {
        client.tls12.tickets = false;
        client.max_fragment_length = Some(MaxFragmentLength::LEN_1024);
        server.tls12.caches_sessions = true;
    });
    assert_eq!(resumption.session_id.len(), 32);
    assert_eq!(
        resumption.session.tls12.unwrap().max_fragment_length,
        Some(MaxFragmentLength::LEN_1024)
    );
    assert_eq!(first.client.connection.reader.max_payload(), 1024);
    let offered = |change: &dyn Fn(&mut Config, &mut Options)| {
        let mut config = client();
        config.max_fragment_length = Some(MaxFragmentLength::LEN_1024);
        let mut options = Options {
            resumption: Some(Arc::new(resumption.clone())),
            ..options()
        };
        change(&mut config, &mut options);
        let rogue = hello_of(config, options);
        rogue.client_hello().legacy_session_id == resumption.session_id
    };
    assert!(offered(&|_, _| {}));
    assert!(offered(&|config, _| config.max_version = ProtocolVersion::TLS1_3));
    assert!(!offered(
        &|_, options| options.server_name = Some("other.example".into())
    ));
    assert!(!offered(&|config, _| config.suites = vec![SUITES12[1].id]));
    assert!(!offered(&|config, _| config.max_fragment_length = None));
    assert!(!offered(&|config, _| config.tls12.extended_master_secret = false));
    assert!(!offered(&|_, options| {
        let mut old = resumption.clone();
        old.session.created = NOW - 604_801_000;
        options.resumption = Some(Arc::new(old));
    }));
}

/// A client that offers a session by its identifier, and the session.
fn offering(change: impl Fn(&mut Resumption)) -> (Rogue, Resumption) {
    let (_, mut resumption) = session_of(&SUITES12[0], |client, server| {
        client.tls12.tickets = false;
        server.tls12.caches_sessions = true;
    });
    change(&mut resumption);
    let options = Options {
        resumption: Some(Arc::new(resumption.clone())),
        ..options()
    };
    (Rogue::new(client(), options), resumption)
}

#[test]
fn extended_master_secret_does_not_change_in_a_session() {
    for (session, hello) in [(true, false), (false, true)] {
        let (rogue, resumption) = offering(|resumption| {
            resumption.session.tls12.as_mut().unwrap().extended_master_secret = session;
        });
        rogue.refused(Error::HandshakeFailure, |message| {
            message.legacy_session_id_echo = &resumption.session_id;
            message.extensions.extended_master_secret = hello;
        });
    }
}

#[test]
fn the_suite_does_not_change_in_a_session() {
    let (rogue, resumption) = offering(|_| {});
    rogue.refused(Error::IllegalParameter, |message| {
        message.legacy_session_id_echo = &resumption.session_id;
        message.cipher_suite = SUITES12[2].id;
    });
}

#[test]
fn who_resumes_has_to_know_the_secret() {
    let (rogue, resumption) = offering(|_| {});
    let mut rogue = rogue.say_hello(|message| message.legacy_session_id_echo = &resumption.session_id);
    rogue.master = Some(ferrotls::tls::keys::prf12::MasterSecret::resumed(HashAlgorithm::Sha256, &[1; 48]).unwrap());
    rogue.send_finished();
    rogue.expect_failure(Error::BadRecordMac);
}

#[test]
fn a_finished_before_the_change_cipher_spec_resumes_nothing() {
    let (rogue, resumption) = offering(|_| {});
    let mut rogue = rogue.say_hello(|message| message.legacy_session_id_echo = &resumption.session_id);
    let secret = resumption.session.secret.as_bytes();
    rogue.master = Some(ferrotls::tls::keys::prf12::MasterSecret::resumed(HashAlgorithm::Sha256, secret).unwrap());
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn an_identifier_that_went_with_nothing_resumes_nothing() {
    // Middlebox compatibility has made it up.
    let config = both(Side::Client, ProtocolVersion::TLS1_3);
    let rogue = Rogue::new(config, options());
    let id = rogue.client_hello().legacy_session_id.to_vec();
    let mut rogue = rogue.say_hello(|message| message.legacy_session_id_echo = &id);
    rogue.send_flight();
    rogue.read_flight();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.psk(), None);
    assert!(rogue.end.connection.is_handshake_over());
}

#[test]
fn a_scripted_server_connects() {
    for extended in [true, false] {
        let mut rogue = Rogue::new(client(), options());
        rogue.extended = extended;
        let mut rogue = rogue.say_hello(|_| {});
        rogue.send_flight();
        rogue.read_flight();
        rogue.send_finished();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert!(rogue.end.connection.is_handshake_over());
        rogue.push(ContentType::APPLICATION_DATA, b"data");
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.received, b"data");
    }
}

#[test]
fn a_server_hello_that_takes_what_was_not_offered() {
    let refused = |error, change: fn(&mut ServerHello<'static>)| {
        let mut config = client();
        config.suites.retain(|id| *id != SUITES12[2].id);
        config.alpn_protocols = vec![b"h2".to_vec()];
        Rogue::new(config, options()).refused(error, change);
    };
    let illegal = Error::IllegalParameter;
    refused(illegal, |hello| hello.cipher_suite = SUITES12[2].id);
    refused(illegal, |hello| {
        hello.cipher_suite = CipherSuite::PSK_WITH_AES_128_GCM_SHA256
    });
    refused(illegal, |hello| hello.cipher_suite = CipherSuite::AES_128_GCM_SHA256);
    refused(illegal, |hello| {
        hello.cipher_suite = CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV
    });
    refused(illegal, |hello| hello.cipher_suite = CipherSuite(0x002f));
    // CBC without encrypt-then-MAC
    refused(Error::HandshakeFailure, |hello| hello.cipher_suite = SUITES12[22].id);
    refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = Some(&[1; 12])
    });
    refused(illegal, |hello| {
        hello.extensions.ec_point_formats = Some(List::from(&[ECPointFormat(1)]));
    });
    refused(illegal, |hello| {
        hello.extensions.protocol_name = Some(ProtocolName(b"other"))
    });
    refused(Error::UnsupportedExtension, |hello| {
        hello.extensions.status_request = true
    });
    refused(Error::UnsupportedExtension, |hello| {
        hello.extensions.max_fragment_length = Some(MaxFragmentLength::LEN_512);
    });
    refused(Error::UnsupportedExtension, |hello| {
        hello.extensions.server_certificate_type = Some(CertificateType::RAW_PUBLIC_KEY);
    });
    refused(Error::ProtocolVersion, |hello| {
        hello.legacy_version = ProtocolVersion::TLS1_1
    });
}

#[test]
fn a_server_that_does_not_know_of_rfc_5746() {
    let mut config = client();
    config.tls12.legacy_peer = LegacyPeer::Refused;
    let rogue = Rogue::new(config, options());
    rogue.refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = None
    });
    let rogue = Rogue::new(client(), options());
    let mut rogue = rogue.say_hello(|hello| hello.extensions.renegotiation_info = None);
    assert_eq!(rogue.go_on(), Halt::Blocked);
}

#[test]
fn a_downgrade_is_noticed() {
    for sentinel in [1, 0] {
        let mut random = [5; 32];
        random[24..].copy_from_slice(b"DOWNGRD\x01");
        random[31] = sentinel;
        let rogue = Rogue::new(both(Side::Client, ProtocolVersion::TLS1_3), options());
        rogue.refused(Error::IllegalParameter, |hello| hello.random = random);
        // Who offers no more than TLS 1.2 is not downgraded.
        let rogue = Rogue::new(client(), options());
        let mut rogue = rogue.say_hello(|hello| hello.random = random);
        assert_eq!(rogue.go_on(), Halt::Blocked);
    }
}

#[test]
fn no_tls_1_2_after_a_hello_retry_request() {
    let mut rogue = common::rogue::Rogue::server(both(Side::Client, ProtocolVersion::TLS1_3));
    let retry = rogue.hello_retry_request(Some(NamedGroup::SECP384R1), |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let hello = Rogue::new(client(), options()).server_hello(|_| {});
    rogue.send(&hello);
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn no_tls_1_2_after_early_data() {
    let mut config = both(Side::Client, ProtocolVersion::TLS1_3);
    config.early_data = true;
    let (_, mut resumption) = session_of(&SUITES12[0], |_, server| server.tls12.caches_sessions = true);
    resumption.ticket = b"ticket".to_vec();
    let session = &mut resumption.session;
    session.tls12 = None;
    session.suite = CipherSuite::AES_128_GCM_SHA256;
    session.max_early_data = 100;
    session.modes = KeyExchangeModes::ALL;
    let options = Options {
        resumption: Some(Arc::new(resumption)),
        ..options()
    };
    let mut rogue = Rogue::new(config, options);
    assert!(rogue.client_hello().extensions.early_data);
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    assert_eq!(rogue.go_on(), Halt::Failed(Error::ProtocolVersion));
}

/// A server whose ServerHello was taken.
fn after_hello() -> Rogue {
    Rogue::new(client(), options()).say_hello(|_| {})
}

#[test]
fn a_share_that_was_not_asked_for() {
    let refused = |error, config: Config, change: fn(&mut Rogue)| {
        let mut rogue = Rogue::new(config, options()).say_hello(|_| {});
        let certificate = rogue.certificate();
        rogue.send(&certificate);
        change(&mut rogue);
        let exchange = rogue.key_exchange();
        rogue.send(&exchange);
        rogue.expect_failure(error);
    };
    let mut few = client();
    few.groups = vec![NamedGroup::X25519];
    few.signature_schemes = vec![Scheme::ECDSA_SECP256R1_SHA256, Scheme::RSA_PSS_RSAE_SHA256];
    let illegal = Error::IllegalParameter;
    refused(illegal, few.clone(), |rogue| rogue.group = NamedGroup::SECP256R1);
    refused(illegal, few.clone(), |rogue| {
        rogue.scheme = Scheme::ECDSA_SECP384R1_SHA384
    });
    refused(illegal, few.clone(), |rogue| rogue.scheme = Scheme::RSA_PSS_RSAE_SHA256);
    refused(illegal, few.clone(), |rogue| rogue.scheme = Scheme::ECDSA_SHA1);
    // Not the key of the certificate
    refused(Error::DecryptError, few, |rogue| rogue.identity = p384());
}

#[test]
fn a_hybrid_share_in_tls_1_2() {
    let mut config = both(Side::Client, ProtocolVersion::TLS1_3);
    config.groups = vec![NamedGroup::X25519_MLKEM768, NamedGroup::X25519];
    let mut rogue = Rogue::new(config, options()).say_hello(|_| {});
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    rogue.group = NamedGroup::X25519_MLKEM768;
    let exchange = rogue.key_exchange_of(&[4; 32]);
    rogue.send(&exchange);
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn a_share_that_is_no_point() {
    for (group, public) in [(NamedGroup::X25519, vec![0; 32]), (NamedGroup::SECP256R1, vec![4; 65])] {
        let mut rogue = after_hello();
        let certificate = rogue.certificate();
        rogue.send(&certificate);
        rogue.group = group;
        let exchange = rogue.key_exchange_of(&public);
        rogue.send(&exchange);
        rogue.send(&Rogue::hello_done());
        rogue.expect_failure(Error::IllegalParameter);
    }
}

#[test]
fn the_randoms_are_signed() {
    let mut rogue = after_hello();
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    rogue.randoms.client[0] ^= 1;
    let exchange = rogue.key_exchange();
    rogue.send(&exchange);
    rogue.expect_failure(Error::DecryptError);
}

#[test]
fn a_certificate_of_the_wrong_kind() {
    for (suite, identity) in [(0, rsa()), (0, rsa_pss()), (1, p256()), (1, ed25519())] {
        let rogue = Rogue::with_suite(client(), options(), SUITES12[suite].id);
        let mut rogue = rogue.say_hello(|_| {});
        rogue.send(&Rogue::certificate_of(&identity.credential.chain));
        rogue.expect_failure(Error::IllegalParameter);
    }
    let mut rogue = after_hello();
    rogue.send(&Rogue::certificate_of(&[]));
    rogue.expect_failure(Error::DecodeError);
    // None at all
    let mut rogue = after_hello();
    let exchange = rogue.key_exchange();
    rogue.send(&exchange);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn messages_out_of_order() {
    // No share
    let mut rogue = after_hello();
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    rogue.send(&Rogue::hello_done());
    rogue.expect_failure(Error::UnexpectedMessage);
    // change_cipher_spec before there are keys
    let mut rogue = after_hello();
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    rogue.change_cipher_spec();
    rogue.expect_failure(Error::UnexpectedMessage);
    // ServerHelloDone with something in it
    let mut rogue = after_hello();
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    let exchange = rogue.key_exchange();
    rogue.send(&exchange);
    rogue.send(&[HandshakeType::SERVER_HELLO_DONE.0, 0, 0, 1, 0]);
    rogue.expect_failure(Error::DecodeError);
}

#[test]
fn who_holds_a_key_asks_for_no_certificate() {
    let with_psk = Options {
        psks: vec![psk()],
        ..options()
    };
    let rogue = Rogue::with_suite(client(), with_psk, SUITES12[12].id);
    let mut rogue = rogue.say_hello(|_| {});
    rogue.psk = Some(psk());
    let exchange = rogue.key_exchange();
    rogue.send(&exchange);
    rogue.send(&[HandshakeType::CERTIFICATE_REQUEST.0, 0, 0, 8, 1, 64, 0, 2, 4, 3, 0, 0]);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn a_wrong_key_is_noticed() {
    let with_psk = Options {
        psks: vec![psk()],
        ..options()
    };
    let rogue = Rogue::with_suite(client(), with_psk, SUITES12[12].id);
    let mut rogue = rogue.say_hello(|_| {});
    rogue.psk = Some(psk());
    rogue.send_flight();
    rogue.read_flight();
    rogue.master = Some(ferrotls::tls::keys::prf12::MasterSecret::resumed(HashAlgorithm::Sha256, &[1; 48]).unwrap());
    rogue.send_finished();
    rogue.expect_failure(Error::BadRecordMac);
}

#[test]
fn a_wrong_finished() {
    let mut rogue = Rogue::before_finished(client(), options());
    rogue.change_cipher_spec();
    rogue.change_key();
    let mut finished = rogue.finished();
    finished[15] ^= 1;
    rogue.send(&finished);
    rogue.expect_failure(Error::DecryptError);
    // Too short, and too long
    for len in [11_usize, 13] {
        let mut rogue = Rogue::before_finished(client(), options());
        rogue.change_cipher_spec();
        rogue.change_key();
        let mut finished = rogue.finished();
        finished.resize(4 + len, 0);
        finished[3] = u8::try_from(len).unwrap();
        rogue.send(&finished);
        rogue.expect_failure(Error::DecodeError);
    }
}

#[test]
fn a_finished_without_change_cipher_spec() {
    // In the clear
    let mut rogue = Rogue::before_finished(client(), options());
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);
    // Under the key that nobody has announced
    let mut rogue = Rogue::before_finished(client(), options());
    rogue.change_key();
    let finished = rogue.finished();
    rogue.send(&finished);
    // What it looks like in the clear is left to chance.
    assert_ne!(rogue.go_on(), Halt::Done);
    assert!(!rogue.end.connection.is_handshake_over());
    // One in the clear after it
    let mut rogue = Rogue::before_finished(client(), options());
    rogue.change_cipher_spec();
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::BadRecordMac);
}

#[test]
fn a_ticket_that_was_promised_comes() {
    let promised = || {
        let mut rogue = Rogue::new(client(), options()).say_hello(|hello| hello.extensions.session_ticket = true);
        rogue.send_flight();
        rogue.read_flight();
        rogue
    };
    let mut rogue = promised();
    rogue.send_finished();
    rogue.expect_failure(Error::UnexpectedMessage);
    for (hint, ticket, lifetime) in [
        (300, &b"a ticket"[..], Some(300)),
        (0, b"a ticket", Some(604_800)),
        (u32::MAX, b"a ticket", Some(604_800)),
        (300, b"", None),
    ] {
        let mut rogue = promised();
        rogue.send(&Rogue::new_session_ticket(hint, ticket));
        rogue.send_finished();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let resumption = rogue.end.connection.take_resumption12();
        assert_eq!(
            resumption.as_ref().map(|resumption| resumption.session.lifetime),
            lifetime
        );
        assert!(resumption.is_none_or(|resumption| resumption.ticket == ticket));
    }
    // One that was not
    let mut rogue = Rogue::before_finished(client(), options());
    rogue.send(&Rogue::new_session_ticket(300, b"a ticket"));
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn staples_come_or_do_not() {
    for sent in [true, false] {
        let mut config = client();
        config.certificates.request_ocsp = true;
        let rogue = Rogue::new(config, options());
        let mut rogue = rogue.say_hello(|hello| hello.extensions.status_request = true);
        let certificate = rogue.certificate();
        rogue.send(&certificate);
        if sent {
            rogue.send(&Rogue::certificate_status(b"response"));
        }
        let exchange = rogue.key_exchange();
        rogue.send(&exchange);
        rogue.send(&Rogue::hello_done());
        rogue.read_flight();
        rogue.send_finished();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let attached = &rogue.end.presented[0].2;
        let response = attached.first().and_then(|leaf| leaf.ocsp_response.as_deref());
        assert_eq!(response, sent.then_some(&b"response"[..]));
    }
    // Without a promise
    let mut rogue = after_hello();
    let certificate = rogue.certificate();
    rogue.send(&certificate);
    rogue.send(&Rogue::certificate_status(b"response"));
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn what_goes_with_a_certificate_of_our_own_server() {
    let mut config = client();
    config.certificates.request_ocsp = true;
    let stapled = p256().with(|credential| {
        credential.attached = vec![Attached {
            ocsp_response: Some(b"response".to_vec().into()),
            scts: None,
        }];
    });
    let mut pair = pair(&SUITES12[0], config, server(), None).serve_as(&stapled);
    pair.connect();
    let leaf = &pair.client.presented[0].2[0];
    assert_eq!(leaf.ocsp_response.as_deref(), Some(&b"response"[..]));
}

#[test]
fn raw_public_keys() {
    let (mut client, mut server) = (client(), server());
    for config in [&mut client, &mut server] {
        config.certificates.own_types = vec![CertificateType::RAW_PUBLIC_KEY];
        config.certificates.peer_types = vec![CertificateType::RAW_PUBLIC_KEY];
    }
    let (own, theirs) = (p384().raw(), p256().raw());
    let mut pair = pair(&SUITES12[0], client, server, None)
        .serve_as(&theirs)
        .ask_client(Some(&own));
    pair.client.application.trusted = vec![theirs.clone()];
    pair.server.application.trusted = vec![own.clone()];
    pair.connect();
    let expected = |identity: &Identity| {
        (
            CertificateType::RAW_PUBLIC_KEY,
            identity.credential.chain.clone(),
            vec![],
        )
    };
    assert_eq!(pair.client.presented, [expected(&theirs)]);
    assert_eq!(pair.server.presented, [expected(&own)]);
}

#[test]
fn a_hello_request_in_the_handshake_is_passed_over() {
    let mut rogue = after_hello();
    // It belongs to no transcript (RFC 5246 section 7.4.1.1).
    rogue.push(ContentType::HANDSHAKE, &[HandshakeType::HELLO_REQUEST.0, 0, 0, 0]);
    rogue.send_flight();
    rogue.push(ContentType::HANDSHAKE, &[HandshakeType::HELLO_REQUEST.0, 0, 0, 0]);
    rogue.read_flight();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(rogue.end.connection.is_handshake_over());
}

#[test]
fn protocols_and_limits_are_agreed_on() {
    let (mut client, mut server) = (client(), server());
    for config in [&mut client, &mut server] {
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    }
    let mut limited = pair(&SUITES12[0], client.clone(), server.clone(), None);
    limited.connect();
    assert_eq!(limited.client.connection.alpn_protocol(), Some(&b"h2"[..]));
    client.record_size_limit = Some(512);
    server.record_size_limit = Some(1024);
    let mut pair = pair(&SUITES12[0], client, server, None);
    pair.connect();
    assert_eq!(pair.client.connection.writer.max_payload(), 1024);
    assert_eq!(pair.server.connection.writer.max_payload(), 512);
    pair.exchange(5000);
}
