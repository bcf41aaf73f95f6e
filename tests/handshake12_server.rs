//! A server in TLS 1.2, with clients that keep to the rules.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    rogue_client12::{Rogue, server},
    *,
};
use ferrotls::crypto::{ec::Curve, hash::HashAlgorithm, sign::SigningKey};
use ferrotls::tls::{
    config::{Attached, Config},
    error::Error,
    session::{ExternalPsk, PskKind},
    suites12::{Exchange, SUITES12, Suite12},
    want::{Answer, Ask, Event, SecretKind},
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{
            CertificateType, CipherSuite, ContentType, HandshakeType, MaxFragmentLength, NamedGroup, ProtocolVersion,
            SignatureScheme as Scheme,
        },
        extensions::{application_layer_protocol_negotiation::ProtocolName, status_request::CertificateStatusRequest},
        server_hello::DOWNGRADE_TO_TLS12,
    },
};

const FULL: [i32; 17] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 27];
const ABBREVIATED: [i32; 9] = [0, 1, 2, 12, 13, 10, 11, 15, 27];

fn psk() -> ExternalPsk {
    ExternalPsk {
        identity: b"somebody".to_vec(),
        secret: vec![3; 21].into(),
        hash: HashAlgorithm::Sha256,
    }
}

/// A client that offers this suite to a server that can take it.
fn rogue(suite: &Suite12, config: Config) -> Rogue {
    let identity = match suite.exchange {
        Exchange::EcdheRsa => rsa(),
        _ => p256(),
    };
    let mut rogue = Rogue::new(config, &identity).with_suite(suite.id);
    if suite.exchange.has_psk() {
        rogue.psk = Some(psk());
        rogue.end.application.psks = vec![psk()];
    }
    rogue
}

fn with_psks() -> Config {
    Config {
        finds_psks: true,
        ..server()
    }
}

/// Data both ways.
#[track_caller]
fn exchange(rogue: &mut Rogue) {
    rogue.push(ContentType::APPLICATION_DATA, b"to the server");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"to the server");
    rogue.end.connection.writer.write(b"to the client").unwrap();
    rogue.go_on();
    let expected = (ContentType::APPLICATION_DATA, b"to the client".to_vec());
    assert_eq!(rogue.line.record(), Some(expected));
}

#[test]
fn every_suite() {
    for suite in &SUITES12 {
        for drip in [false, true] {
            let mut rogue = rogue(suite, with_psks());
            rogue.drip = drip;
            let mut rogue = rogue.connected(|_| {});
            assert_eq!(rogue.end.states, FULL, "{:?}", suite.id);
            let hello = rogue.hello();
            assert_eq!(hello.cipher_suite, suite.id);
            assert!(hello.extensions.extended_master_secret);
            assert_eq!(hello.extensions.encrypt_then_mac, suite.is_cbc());
            assert_eq!(hello.extensions.ec_point_formats.is_some(), suite.exchange.has_ecdhe());
            assert_eq!(hello.extensions.renegotiation_info, Some(&[][..]));
            let kinds = rogue.flight.iter().map(|kind| kind.0).collect::<Vec<_>>();
            let expected: &[u8] = match suite.exchange {
                Exchange::EcdheEcdsa | Exchange::EcdheRsa => &[11, 12, 14],
                Exchange::EcdhePsk => &[12, 14],
                Exchange::Psk => &[14],
            };
            assert_eq!(kinds, expected);
            let connection = &rogue.end.connection;
            assert_eq!(connection.version(), Some(ProtocolVersion::TLS1_2));
            assert_eq!(connection.suite(), Some(suite.id));
            assert_eq!(connection.group().is_some(), suite.exchange.has_ecdhe());
            let held = suite.exchange.has_psk().then_some(PskKind::External);
            assert_eq!(connection.psk(), held);
            exchange(&mut rogue);
        }
    }
}

#[test]
fn the_master_secret_is_told_and_exports() {
    let rogue = Rogue::new(server(), &p256()).connected(|_| {});
    let master = rogue.master.as_ref().unwrap();
    let told: Vec<_> = rogue
        .end
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Secret {
                kind: SecretKind::Master(HashAlgorithm::Sha256),
                secret,
                client_random,
                server_random,
            } => Some((secret.as_bytes(), *client_random, *server_random)),
            _ => None,
        })
        .collect();
    let randoms = rogue.randoms;
    assert_eq!(told, [(master.secret().as_bytes(), randoms.client, randoms.server)]);
    let (mut ours, mut theirs) = ([0; 40], [0; 40]);
    let exporter = master.exporter(&randoms);
    exporter.export(b"label", Some(b"context"), &mut theirs).unwrap();
    let connection = &rogue.end.connection;
    connection
        .export_keying_material(b"label", Some(b"context"), &mut ours)
        .unwrap();
    assert_eq!(ours, theirs);
}

#[test]
fn every_group() {
    for group in [
        NamedGroup::X25519,
        NamedGroup::SECP256R1,
        NamedGroup::SECP384R1,
        NamedGroup::SECP521R1,
        NamedGroup::X448,
    ] {
        let config = Config {
            groups: vec![NamedGroup::X25519_MLKEM768, group],
            ..server()
        };
        let mut rogue = Rogue::new(config, &p256());
        rogue.group = group;
        let rogue = rogue.connected(|hello| {
            let groups = [NamedGroup::X25519_MLKEM768, group, NamedGroup::SECP256R1];
            hello.extensions.supported_groups = Some(List::from(leak(groups)));
        });
        assert_eq!(rogue.end.connection.group(), Some(group));
    }
}

#[test]
fn every_scheme_of_ours() {
    let ecdsa = CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
    let rsa_suite = CipherSuite::ECDHE_RSA_WITH_AES_128_GCM_SHA256;
    for identity in identities() {
        for scheme in &identity.credential.schemes12 {
            for identity in [identity.clone(), identity.external()] {
                let is_rsa = !matches!(*scheme, Scheme::ED25519)
                    && !identity.credential.schemes12.contains(&Scheme::ECDSA_SECP256R1_SHA256);
                let rogue = Rogue::new(server(), &identity).with_suite(if is_rsa { rsa_suite } else { ecdsa });
                let rogue = rogue.connected(|hello| {
                    hello.extensions.signature_algorithms = Some(List::from(std::slice::from_ref(leak(*scheme))));
                });
                assert_eq!(rogue.scheme, Some(*scheme));
            }
        }
    }
}

#[test]
fn a_suite_needs_a_key_that_signs_for_it() {
    // With both, the order decides; with one, the key does.
    let ecdsa = CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
    let rsa_suite = CipherSuite::ECDHE_RSA_WITH_AES_128_GCM_SHA256;
    for (candidates, own_order, expected) in [
        (vec![p256(), rsa()], false, rsa_suite),
        (vec![p256(), rsa()], true, ecdsa),
        (vec![p256()], false, ecdsa),
        (vec![rsa()], true, rsa_suite),
    ] {
        let config = Config {
            suites: vec![ecdsa, rsa_suite],
            prefer_own_suites: own_order,
            ..server()
        };
        let server = if expected == ecdsa { p256() } else { rsa() };
        let mut rogue = Rogue::new(config, &server).with_suite(expected);
        rogue.end.application.credentials.candidates =
            candidates.iter().map(|identity| identity.credential.clone()).collect();
        let rogue = rogue.connected(|hello| hello.cipher_suites = List::from(leak([rsa_suite, ecdsa])));
        assert_eq!(rogue.hello().cipher_suite, expected);
    }
}

#[test]
fn clients_with_certificates() {
    for identity in identities() {
        for scheme in &identity.credential.schemes12 {
            let mut rogue = Rogue::new(server(), &p256());
            rogue.end.application.credentials.request_client_certificate = true;
            let mut rogue = rogue.after_flight(|_| {});
            assert!(rogue.flight.contains(&HandshakeType::CERTIFICATE_REQUEST));
            rogue.send(&Rogue::certificate(Some(&identity)));
            rogue.send_key_exchange();
            let verify = rogue.certificate_verify(&identity, *scheme);
            rogue.send(&verify);
            rogue.send_finished();
            assert_eq!(rogue.go_on(), Halt::Blocked, "{scheme:?}");
            rogue.read_finished();
            assert_eq!(rogue.end.states, FULL);
            assert_eq!(rogue.end.presented.len(), 1);
            assert_eq!(rogue.end.presented[0].1, identity.credential.chain);
        }
    }
}

#[test]
fn a_client_without_a_certificate() {
    let mut rogue = Rogue::new(server(), &p256());
    rogue.end.application.credentials.request_client_certificate = true;
    let mut rogue = rogue.after_flight(|_| {});
    rogue.send(&Rogue::certificate(None));
    rogue.send_key_exchange();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_finished();
    assert_eq!(rogue.end.states, FULL);
    assert_eq!(rogue.end.asks, ["select", "verify"]);
}

#[test]
fn raw_public_keys_on_both_sides() {
    let (own, theirs) = (p256().raw(), p384().raw());
    let mut config = server();
    config.certificates.own_types = vec![CertificateType::RAW_PUBLIC_KEY];
    config.certificates.peer_types = vec![CertificateType::RAW_PUBLIC_KEY, CertificateType::X509];
    let mut rogue = Rogue::new(config, &own);
    rogue.raw = true;
    rogue.end.application.credentials.request_client_certificate = true;
    rogue.end.application.trusted = vec![theirs.clone()];
    let raw = [CertificateType::RAW_PUBLIC_KEY];
    let mut rogue = rogue.after_flight(|hello| {
        hello.extensions.server_certificate_type = Some(List::from(leak(raw)));
        hello.extensions.client_certificate_type = Some(List::from(leak(raw)));
    });
    let extensions = rogue.hello().extensions;
    assert_eq!(
        extensions.server_certificate_type,
        Some(CertificateType::RAW_PUBLIC_KEY)
    );
    assert_eq!(
        extensions.client_certificate_type,
        Some(CertificateType::RAW_PUBLIC_KEY)
    );
    rogue.send(&Rogue::raw_certificate(&theirs));
    rogue.send_key_exchange();
    let verify = rogue.certificate_verify(&theirs, Scheme::ECDSA_SECP384R1_SHA384);
    rogue.send(&verify);
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_finished();
    assert_eq!(rogue.end.presented[0].0, CertificateType::RAW_PUBLIC_KEY);
}

#[test]
fn staples_and_timestamps() {
    let identity = p256().with(|credential| {
        credential.attached = vec![Attached {
            ocsp_response: Some((*b"response").into()),
            scts: Some((*b"\0\x05\0\x03sct").into()),
        }];
    });
    // Not asked for.
    let rogue = Rogue::new(server(), &identity).connected(|_| {});
    assert!(!rogue.hello().extensions.status_request);
    assert_eq!(rogue.hello().extensions.signed_certificate_timestamp, None);
    assert_eq!(rogue.flight[1], HandshakeType::SERVER_KEY_EXCHANGE);
    let rogue = Rogue::new(server(), &identity).connected(|hello| {
        hello.extensions.status_request = Some(CertificateStatusRequest::ANY_OCSP);
        hello.extensions.signed_certificate_timestamp = true;
    });
    assert!(rogue.hello().extensions.status_request);
    let scts = rogue.hello().extensions.signed_certificate_timestamp.unwrap();
    assert_eq!(scts.iter().map(|sct| sct.0).collect::<Vec<_>>(), [b"sct"]);
    assert_eq!(rogue.flight[1], HandshakeType::CERTIFICATE_STATUS);
    // There is none.
    let rogue = Rogue::new(server(), &p256()).connected(|hello| {
        hello.extensions.status_request = Some(CertificateStatusRequest::ANY_OCSP);
        hello.extensions.signed_certificate_timestamp = true;
    });
    assert!(!rogue.hello().extensions.status_request);
    assert_eq!(rogue.hello().extensions.signed_certificate_timestamp, None);
}

#[test]
fn names_and_protocols() {
    let config = Config {
        alpn_protocols: vec![b"h2".to_vec(), b"http/1.1".to_vec()],
        ..server()
    };
    let rogue = Rogue::new(config, &p256()).connected(|hello| {
        hello.extensions.server_name = Some("server.example");
        let names = leak([ProtocolName(b"http/1.1"), ProtocolName(b"h2")]);
        hello.extensions.protocol_name_list = Some(List::from(names));
    });
    assert_eq!(rogue.hello().extensions.protocol_name, Some(ProtocolName(b"h2")));
    assert_eq!(rogue.end.connection.alpn_protocol(), Some(&b"h2"[..]));
    assert_eq!(rogue.end.connection.server_name(), Some("server.example"));
    // RFC 6066 section 3.
    assert!(rogue.hello().extensions.server_name);
    let unnamed = Rogue::new(server(), &p256()).connected(|_| {});
    assert!(!unnamed.hello().extensions.server_name);
}

/// RFC 6066 section 3: "When resuming a session, the server MUST NOT include a server_name extension in the server hello."
#[test]
fn a_resumed_session_has_its_name_already() {
    let mut config = gives_tickets();
    config.tls12.caches_sessions = true;
    let named = |hello: &mut ClientHello<'_>| hello.extensions.server_name = Some("one.example");
    let first = Rogue::new(config.clone(), &p256()).connected(named);
    let id = first.hello().legacy_session_id_echo.to_vec();
    let second = first.again(config).resumed(|hello| {
        named(hello);
        hello.legacy_session_id = leak(id.clone());
    });
    assert!(first.hello().extensions.server_name);
    assert!(!second.hello().extensions.server_name);
}

/// So it is with the type of the certificate, but the client's list is answered.
#[test]
fn a_resumed_session_has_its_type() {
    let raw = [CertificateType::RAW_PUBLIC_KEY];
    let mut config = gives_tickets();
    config.tls12.caches_sessions = true;
    config.certificates.own_types = vec![CertificateType::RAW_PUBLIC_KEY];
    let list = |hello: &mut ClientHello<'_>| {
        hello.extensions.server_certificate_type = Some(List::from(leak(raw)));
    };
    let mut first = Rogue::new(config.clone(), &p256().raw());
    first.raw = true;
    let first = first.connected(list);
    let id = first.hello().legacy_session_id_echo.to_vec();
    let second = first.again(config).resumed(|hello| {
        list(hello);
        hello.legacy_session_id = leak(id.clone());
    });
    for rogue in [&first, &second] {
        assert_eq!(
            rogue.hello().extensions.server_certificate_type,
            Some(CertificateType::RAW_PUBLIC_KEY)
        );
    }
}

#[test]
fn the_sentinel_says_that_we_could_do_better() {
    let mut config = server();
    config.max_version = ProtocolVersion::TLS1_3;
    config.suites.extend(SUITES);
    let rogue = Rogue::new(config, &p256()).connected(|_| {});
    assert!(rogue.randoms.server.ends_with(&DOWNGRADE_TO_TLS12));
    let rogue = Rogue::new(server(), &p256()).connected(|_| {});
    assert!(!rogue.randoms.server.ends_with(&DOWNGRADE_TO_TLS12));
}

#[test]
fn a_client_that_knows_little() {
    // No extended master secret, no renegotiation_info, no names of point formats.
    let rogue = Rogue::new(server(), &p256()).connected(|hello| {
        hello.extensions.extended_master_secret = false;
        hello.extensions.encrypt_then_mac = false;
        hello.extensions.renegotiation_info = None;
        hello.extensions.ec_point_formats = None;
        // A version that does not exist yet.
        hello.legacy_version = ProtocolVersion(0x03ff);
    });
    let extensions = rogue.hello().extensions;
    assert!(!extensions.extended_master_secret);
    assert_eq!(extensions.renegotiation_info, None);
    assert_eq!(extensions.ec_point_formats, None);
    // The signal among the suites says the same as the extension.
    let rogue = Rogue::new(server(), &p256()).connected(|hello| {
        hello.extensions.renegotiation_info = None;
        let suites = [
            common::rogue_client12::SUITE,
            CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV,
        ];
        hello.cipher_suites = List::from(leak(suites));
    });
    assert_eq!(rogue.hello().extensions.renegotiation_info, Some(&[][..]));
}

#[test]
fn fragments_are_short_from_the_server_hello_on() {
    let mut rogue = Rogue::new(server(), &p256());
    let hello = rogue.client_hello(|hello| hello.extensions.max_fragment_length = Some(MaxFragmentLength::LEN_512));
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    let mut rest = &rogue.line.bytes[..];
    let mut records = 0;
    while let [_, _, _, high, low, after @ ..] = rest {
        let len = usize::from(u16::from_be_bytes([*high, *low]));
        assert!(len <= 512, "{len}");
        rest = &after[len..];
        records += 1;
    }
    assert!(records > 1, "the certificates alone are longer");
    rogue.read_server_hello();
    rogue.read_flight();
    assert_eq!(
        rogue.hello().extensions.max_fragment_length,
        Some(MaxFragmentLength::LEN_512)
    );
    rogue.send_key_exchange();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_finished();
    assert_eq!(rogue.end.connection.writer.max_payload(), 512);
    exchange(&mut rogue);
    rogue.push(ContentType::APPLICATION_DATA, &[0; 513]);
    rogue.expect_failure(Error::RecordOverflow);
}

#[test]
fn a_record_size_limit_counts_what_is_protected() {
    let config = Config {
        record_size_limit: Some(100),
        ..server()
    };
    let mut rogue = Rogue::new(config, &p256()).connected(|hello| hello.extensions.record_size_limit = Some(64));
    assert_eq!(rogue.hello().extensions.record_size_limit, Some(100));
    assert_eq!(rogue.end.connection.writer.max_payload(), 64);
    exchange(&mut rogue);
    rogue.push(ContentType::APPLICATION_DATA, &[1; 100]);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.push(ContentType::APPLICATION_DATA, &[1; 101]);
    rogue.expect_failure(Error::RecordOverflow);
}

// Sessions

fn keeps() -> Config {
    let mut config = server();
    config.tls12.caches_sessions = true;
    config
}

fn gives_tickets() -> Config {
    Config {
        parses_tickets: true,
        ..server()
    }
}

#[test]
fn sessions_by_identifier() {
    for suite in &SUITES12 {
        let mut config = keeps();
        config.finds_psks = true;
        let first = rogue(suite, config.clone()).connected(|_| {});
        let id = first.hello().legacy_session_id_echo.to_vec();
        assert_eq!(id.len(), 32);
        assert_eq!(first.end.asks.last(), Some(&"KeepSession"));
        let mut second = first.again(config);
        second.drip = true;
        let mut second = second.resumed(|hello| hello.legacy_session_id = leak(id.clone()));
        assert_eq!(second.end.states, ABBREVIATED);
        assert_eq!(second.hello().legacy_session_id_echo, id);
        assert_eq!(second.end.connection.psk(), Some(PskKind::Resumption));
        assert_eq!(second.end.asks, ["select", "FindSession"], "not kept again");
        exchange(&mut second);
    }
}

#[test]
fn sessions_by_ticket() {
    for suite in &SUITES12 {
        let mut config = gives_tickets();
        config.finds_psks = true;
        config.tls12.caches_sessions = true;
        let first = rogue(suite, config.clone()).connected(|hello| hello.extensions.session_ticket = Some(&[]));
        assert_eq!(
            first.hello().legacy_session_id_echo,
            [0u8; 0],
            "a ticket needs no identifier"
        );
        let ticket = first.ticket.clone().unwrap();
        assert!(!ticket.is_empty());
        let mut second = first.again(config).resumed(|hello| {
            hello.extensions.session_ticket = Some(leak(ticket.clone()));
            hello.legacy_session_id = &[5; 17];
        });
        assert_eq!(second.end.states, ABBREVIATED);
        assert_eq!(
            second.hello().legacy_session_id_echo,
            [5; 17],
            "the client's, to tell it"
        );
        assert_eq!(second.ticket, None, "a good one is not renewed, as in 3.6.6");
        assert_eq!(second.end.asks, ["select", "ParseTicket"]);
        exchange(&mut second);
    }
}

#[test]
fn a_ticket_for_a_session_by_identifier() {
    let mut config = gives_tickets();
    config.tls12.caches_sessions = true;
    let first = Rogue::new(config.clone(), &p256()).connected(|_| {});
    let id = first.hello().legacy_session_id_echo.to_vec();
    let second = first.again(config).resumed(|hello| {
        hello.legacy_session_id = leak(id.clone());
        hello.extensions.session_ticket = Some(&[]);
    });
    assert!(second.ticket.is_some());
    assert_eq!(second.end.asks, ["select", "FindSession", "WriteTicket"]);
}

#[test]
fn no_ticket_after_all() {
    let mut rogue = Rogue::new(gives_tickets(), &p256());
    rogue.end.application.refuses = Some((|ask| matches!(ask, Ask::WriteTicket { .. }), || Answer::Ticket(None)));
    let rogue = rogue.connected(|hello| hello.extensions.session_ticket = Some(&[]));
    assert_eq!(rogue.ticket, Some(vec![]));
}

/// A session that is not resumed: by another server, so much later, or by a changed hello.
#[track_caller]
fn not_resumed(change_config: impl Fn(&mut Config), later: i64, change: impl Fn(&mut ClientHello<'_>)) {
    for by_ticket in [false, true] {
        let mut config = gives_tickets();
        config.tls12.caches_sessions = true;
        let base = |hello: &mut ClientHello<'_>| {
            hello.extensions.server_name = Some("one.example");
            hello.extensions.max_fragment_length = Some(MaxFragmentLength::LEN_1024);
        };
        let first = Rogue::new(config.clone(), &p256()).connected(|hello| {
            base(hello);
            hello.extensions.session_ticket = by_ticket.then_some(&[]);
        });
        let (id, ticket) = (first.hello().legacy_session_id_echo.to_vec(), first.ticket.clone());
        change_config(&mut config);
        let mut second = first.again(config);
        second.end.now = second.end.now.checked_add_signed(later).unwrap();
        let second = second.connected(|hello| {
            base(hello);
            if let Some(ticket) = &ticket {
                hello.extensions.session_ticket = Some(leak(ticket.clone()));
            } else {
                hello.legacy_session_id = leak(id.clone());
            }
            change(hello);
        });
        assert_eq!(second.end.states, FULL);
        assert_eq!(second.end.connection.psk(), None);
        let asked = if by_ticket { "ParseTicket" } else { "FindSession" };
        assert!(second.end.asks.contains(&asked), "{:?}", second.end.asks);
        assert_ne!(
            second.master.unwrap().secret().as_bytes(),
            first.master.unwrap().secret().as_bytes()
        );
    }
}

#[test]
fn sessions_that_do_not_fit() {
    let nothing = |_: &mut Config| {};
    // Another name, or none.
    not_resumed(nothing, 0, |hello| hello.extensions.server_name = Some("two.example"));
    not_resumed(nothing, 0, |hello| hello.extensions.server_name = None);
    // Another length, or none.
    not_resumed(nothing, 0, |hello| {
        hello.extensions.max_fragment_length = Some(MaxFragmentLength::LEN_512);
    });
    not_resumed(nothing, 0, |hello| hello.extensions.max_fragment_length = None);
    // Too old: the application says two hours; or of the future.
    not_resumed(nothing, 604_801_000, |_| {});
    not_resumed(nothing, -7_000, |_| {});
    // We bind master secrets no more.
    not_resumed(|config| config.tls12.extended_master_secret = false, 0, |_| {});
}

#[test]
fn a_session_whose_suite_is_gone() {
    for forgotten_by_server in [false, true] {
        let (gcm, chacha) = (
            CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite::ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        );
        let first = Rogue::new(keeps(), &p256()).with_suite(gcm).connected(|_| {});
        let id = first.hello().legacy_session_id_echo.to_vec();
        let mut config = keeps();
        if forgotten_by_server {
            config.suites.retain(|suite| *suite != gcm);
        }
        let second = first.again(config).with_suite(chacha).connected(|hello| {
            hello.legacy_session_id = leak(id.clone());
            if forgotten_by_server {
                hello.cipher_suites = List::from(leak([gcm, chacha]));
            }
        });
        assert_eq!(second.end.states, FULL);
    }
}

#[test]
fn a_session_is_not_resumed_across_a_change_of_extended_master_secret() {
    // RFC 7627 section 5.3, four cases; what is to come of each.
    for (then, now, resumed) in [(true, true, true), (false, true, false), (false, false, true)] {
        let first = Rogue::new(keeps(), &p256()).connected(|hello| hello.extensions.extended_master_secret = then);
        let id = first.hello().legacy_session_id_echo.to_vec();
        let change = |hello: &mut ClientHello<'_>| {
            hello.legacy_session_id = leak(id.clone());
            hello.extensions.extended_master_secret = now;
        };
        let second = first.again(keeps());
        let second = if resumed {
            second.resumed(change)
        } else {
            second.connected(change)
        };
        assert_eq!(second.hello().extensions.extended_master_secret, now);
    }
    let first = Rogue::new(keeps(), &p256()).connected(|_| {});
    let id = first.hello().legacy_session_id_echo.to_vec();
    first.again(keeps()).refused(Error::HandshakeFailure, |hello| {
        hello.legacy_session_id = leak(id.clone());
        hello.extensions.extended_master_secret = false;
    });
}

#[test]
fn a_session_of_the_other_version() {
    // Its ticket stands for a session of TLS 1.3.
    let mut config = gives_tickets();
    config.parses_tickets = true;
    let first = Rogue::new(config.clone(), &p256()).connected(|hello| hello.extensions.session_ticket = Some(&[]));
    for session in first.end.application.sessions.lock().unwrap().values_mut() {
        session.tls12 = None;
        session.suite = CipherSuite::AES_128_GCM_SHA256;
    }
    let ticket = first.ticket.clone().unwrap();
    let second = first
        .again(config)
        .connected(|hello| hello.extensions.session_ticket = Some(leak(ticket.clone())));
    assert_eq!(second.end.states, FULL);
}

/// RFC 8422 section 5.1: `supported_groups` is for the curves of certificates too, whatever a key's owner lets it sign.
#[test]
fn a_key_on_a_curve_that_the_client_does_not_know_is_not_shown() {
    let schemes = [Scheme::ECDSA_SECP256R1_SHA256, Scheme::ECDSA_SECP384R1_SHA384];
    let on = |curve| {
        let key = SigningKey::generate_ec(curve).unwrap();
        // TLS 1.3 has no scheme for it.
        let identity = Identity::new("key", key, &[], false);
        identity.with(|credential| credential.schemes12 = schemes.to_vec())
    };
    for (curve, id) in [
        (Curve::P256, NamedGroup::SECP256R1),
        (Curve::P384, NamedGroup::SECP384R1),
        (Curve::Secp256k1, NamedGroup(22)),
        (Curve::BrainpoolP256r1, NamedGroup(26)),
        (Curve::BrainpoolP384r1, NamedGroup(27)),
    ] {
        let identity = on(curve);
        Rogue::new(server(), &identity).refused(Error::HandshakeFailure, |hello| {
            hello.extensions.supported_groups = Some(List::from(&[NamedGroup::X25519]));
        });
        let groups = leak([NamedGroup::X25519, id]);
        let mut rogue = Rogue::new(server(), &identity);
        let hello = rogue.client_hello(|hello| hello.extensions.supported_groups = Some(List::from(groups)));
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
    }
}
