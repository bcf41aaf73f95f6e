//! Handshakes between a client and a server of ours, and data in both directions.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::*;
use ferrotls::tls::{
    config::Side,
    error::Error,
    want::{Answer, Ask, Event, SecretKind},
    wire::codes::{AlertDescription, NamedGroup, ProtocolVersion, SignatureScheme},
};

/// The states of a whole handshake as a program sees them.
const CLIENT: [i32; 15] = [0, 1, 2, 19, 5, 3, 9, 13, 22, 7, 11, 14, 15, 27, -1];

#[test]
fn every_suite_with_every_group() {
    for suite in SUITES {
        for group in GROUPS {
            let (mut client, server) = (config(Side::Client), config(Side::Server));
            client.suites = vec![suite];
            client.groups = vec![group];
            let mut pair = Pair::with(client, server);
            pair.connect();
            for end in [&pair.client, &pair.server] {
                assert_eq!(end.connection.suite(), Some(suite));
                assert_eq!(end.connection.group(), Some(group));
                assert_eq!(end.connection.version(), Some(ProtocolVersion::TLS1_3));
            }
            assert_eq!(pair.server.connection.server_name(), Some("server.example"));
            pair.exchange(40_000);
        }
    }
}

#[test]
fn every_key_with_every_scheme() {
    for identity in identities() {
        for scheme in SCHEMES {
            let mut client = config(Side::Client);
            client.signature_schemes = vec![scheme];
            let mut pair = Pair::with(client, config(Side::Server)).serve_as(&identity);
            if identity.credential.schemes.contains(&scheme) {
                pair.connect();
                pair.exchange(100);
            } else {
                let alert = Error::PeerAlert(AlertDescription::HANDSHAKE_FAILURE);
                assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::HandshakeFailure)));
            }
        }
    }
}

#[test]
fn every_cut() {
    for cut in CUTS.into_iter().chain((0..20).map(Cut::Random)) {
        let mut pair = Pair::new().cut(cut).ask_client(Some(&p384()));
        pair.connect();
        pair.exchange(if matches!(cut, Cut::Byte) { 2000 } else { 70_000 });
        assert_eq!(
            pair.client.states,
            [0, 1, 2, 19, 5, 3, 9, 13, 22, 7, 21, 11, 14, 15, 27]
        );
        assert_eq!(
            pair.server.states,
            [0, 1, 2, 24, 19, 5, 3, 9, 13, 7, 21, 11, 15, 28, 27]
        );
    }
}

#[test]
fn a_flight_is_one_send() {
    let mut pair = Pair::new();
    pair.connect();
    assert_eq!((pair.client.sends, pair.server.sends), (2, 1));
    assert_eq!(pair.client.states, CLIENT[..14]);
    assert_eq!(pair.server.states, [0, 1, 2, 24, 19, 5, 3, 9, 13, 11, 15, 28, 27]);
    assert_eq!(pair.client.asks, ["verify"]);
    assert_eq!(pair.server.asks, ["select"]);
}

#[test]
fn retry_for_a_group_without_share() {
    for cut in CUTS {
        for compatible in [true, false] {
            let (mut client, mut server) = (config(Side::Client), config(Side::Server));
            client.groups = vec![NamedGroup::X25519, NamedGroup::SECP384R1, NamedGroup::SECP256R1];
            client.middlebox_compatibility = compatible;
            server.groups = vec![NamedGroup::SECP521R1, NamedGroup::SECP256R1, NamedGroup::SECP384R1];
            let mut pair = Pair::with(client, server).cut(cut);
            pair.connect();
            assert_eq!(pair.client.connection.group(), Some(NamedGroup::SECP256R1));
            assert_eq!(
                pair.client.states,
                [0, 1, 2, 23, 1, 2, 19, 5, 3, 9, 13, 22, 7, 11, 14, 15, 27]
            );
            assert_eq!(
                pair.server.states,
                [0, 1, 18, 26, 1, 2, 24, 19, 5, 3, 9, 13, 11, 15, 28, 27]
            );
            assert_eq!(pair.server.asks, ["select"]);
            pair.exchange(1000);
        }
    }
}

#[test]
fn client_authentication() {
    for cut in CUTS {
        for identity in identities() {
            let mut pair = Pair::new().cut(cut).ask_client(Some(&identity));
            pair.connect();
            assert_eq!(pair.server.asks, ["select", "verify"]);
            assert_eq!(pair.client.asks, ["select", "verify"]);
            pair.exchange(100);
        }
    }
}

#[test]
fn client_without_certificate() {
    // Optional: the application goes on.
    let mut pair = Pair::new().ask_client(None);
    pair.connect();
    assert_eq!(pair.server.asks, ["select", "verify"]);
    assert_eq!(pair.client.states, CLIENT[..14]);
    assert_eq!(pair.server.states, [0, 1, 2, 24, 19, 5, 3, 9, 13, 7, 11, 15, 28, 27]);
    pair.exchange(100);

    // Required: it does not. The client is done by then and hears of it when it reads.
    let mut pair = Pair::new().ask_client(None);
    pair.server.application.accepts_anonymous = false;
    assert_eq!(pair.run(), (Halt::Done, Halt::Failed(Error::NoClientCertificate)));
    let alert = Error::PeerAlert(AlertDescription::CERTIFICATE_REQUIRED);
    assert_eq!(pair.client.read(&mut usize::MAX.clone()), Halt::Failed(alert));

    // A key that fits nothing the server takes is as good as none.
    let mut server = config(Side::Server);
    server.signature_schemes = vec![SignatureScheme::ECDSA_SECP256R1_SHA256];
    let mut pair = Pair::with(config(Side::Client), server).ask_client(Some(&ed25519()));
    pair.connect();
}

#[test]
fn untrusted_peers() {
    let mut pair = Pair::new();
    pair.client.application.trusted.clear();
    let alert = AlertDescription::UNKNOWN_CA;
    let (client, server) = pair.run();
    assert_eq!(client, Halt::Failed(Error::BadCertificate(alert)));
    assert_eq!(server, Halt::Failed(Error::PeerAlert(alert)));

    let mut pair = Pair::new().ask_client(Some(&p256()));
    pair.server.application.trusted.clear();
    let (client, server) = pair.run();
    assert_eq!(
        (client, server),
        (Halt::Done, Halt::Failed(Error::BadCertificate(alert)))
    );
    assert_eq!(
        pair.client.read(&mut usize::MAX.clone()),
        Halt::Failed(Error::PeerAlert(alert))
    );
}

#[test]
fn keys_of_the_application() {
    for cut in CUTS {
        let mut pair = Pair::new()
            .cut(cut)
            .serve_as(&rsa().external())
            .ask_client(Some(&p521().external()));
        pair.connect();
        assert_eq!(pair.server.asks, ["select", "sign", "verify"]);
        assert_eq!(pair.client.asks, ["select", "verify", "sign"]);
        pair.exchange(100);
    }
}

#[test]
fn refusals_of_the_application() {
    let code = -0x1234;
    for (question, of_server) in [
        ("select", true),
        ("sign", true),
        ("verify", false),
        ("select", false),
        ("sign", false),
    ] {
        for with_alert in [false, true] {
            let mut pair = Pair::new()
                .serve_as(&p256().external())
                .ask_client(Some(&p384().external()));
            let is_asked: fn(&Ask) -> bool = match question {
                "select" => |ask| matches!(ask, Ask::SelectCertificate),
                "sign" => |ask| matches!(ask, Ask::Sign { .. }),
                _ => |ask| matches!(ask, Ask::VerifyPeer),
            };
            let answer: fn() -> Answer = if with_alert {
                || Answer::FailWith(AlertDescription::ACCESS_DENIED, Error::Application(-0x1234))
            } else {
                || Answer::Fail(Error::Application(-0x1234))
            };
            let end = if of_server { &mut pair.server } else { &mut pair.client };
            end.application.refuses = Some((is_asked, answer));
            let (client, server) = pair.run();
            let (failed, told) = if of_server { (server, client) } else { (client, server) };
            assert_eq!(failed, Halt::Failed(Error::Application(code)));
            let alert = if with_alert {
                AlertDescription::ACCESS_DENIED
            } else {
                AlertDescription::INTERNAL_ERROR
            };
            assert_eq!(told, Halt::Failed(Error::PeerAlert(alert)), "{question} {of_server}");
        }
    }
}

#[test]
fn servers_without_a_fitting_certificate() {
    let mut pair = Pair::new();
    pair.server.application.credentials.candidates.clear();
    let alert = Error::PeerAlert(AlertDescription::HANDSHAKE_FAILURE);
    assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::HandshakeFailure)));

    // The first that fits serves.
    let mut client = config(Side::Client);
    client.signature_schemes = vec![SignatureScheme::ED25519, SignatureScheme::RSA_PSS_RSAE_SHA512];
    let mut pair = Pair::with(client, config(Side::Server));
    pair.server.application.credentials.candidates =
        [p256(), rsa(), ed25519()].map(|identity| identity.credential).to_vec();
    pair.client.application.trusted = vec![rsa()];
    pair.connect();
}

#[test]
fn nothing_in_common() {
    let alert = |alert| Halt::Failed(Error::PeerAlert(alert));
    let (mut client, mut server) = (config(Side::Client), config(Side::Server));
    client.suites = vec![SUITES[0]];
    server.suites = vec![SUITES[1]];
    let (client, server) = Pair::with(client, server).run();
    assert_eq!(
        (client, server),
        (
            alert(AlertDescription::HANDSHAKE_FAILURE),
            Halt::Failed(Error::HandshakeFailure)
        )
    );

    let (mut client, mut server) = (config(Side::Client), config(Side::Server));
    client.groups = vec![GROUPS[0]];
    server.groups = vec![GROUPS[1]];
    let (client, server) = Pair::with(client, server).run();
    assert_eq!(
        (client, server),
        (
            alert(AlertDescription::HANDSHAKE_FAILURE),
            Halt::Failed(Error::HandshakeFailure)
        )
    );
}

#[test]
fn preferences() {
    for own in [false, true] {
        let (client, mut server) = (config(Side::Client), config(Side::Server));
        server.suites.reverse();
        server.prefer_own_suites = own;
        let mut pair = Pair::with(client, server);
        pair.connect();
        assert_eq!(
            pair.client.connection.suite(),
            Some(if own { SUITES[4] } else { SUITES[0] })
        );
    }
}

#[test]
fn application_protocols() {
    let names = |names: &[&str]| names.iter().map(|name| name.as_bytes().to_vec()).collect::<Vec<_>>();
    let run = |offered: &[&str], served: &[&str]| {
        let (mut client, mut server) = (config(Side::Client), config(Side::Server));
        client.alpn_protocols = names(offered);
        server.alpn_protocols = names(served);
        let mut pair = Pair::with(client, server);
        let halts = pair.run();
        let chosen = pair.client.connection.alpn_protocol().map(<[u8]>::to_vec);
        if halts == (Halt::Done, Halt::Done) {
            assert_eq!(chosen.as_deref(), pair.server.connection.alpn_protocol());
        }
        (halts, chosen.map(|name| String::from_utf8(name).unwrap()))
    };
    let done = (Halt::Done, Halt::Done);
    assert_eq!(
        run(&["h2", "http/1.1"], &["http/1.1", "h2"]),
        (done, Some("http/1.1".into()))
    );
    assert_eq!(run(&["h2"], &["http/1.1", "h2"]), (done, Some("h2".into())));
    assert_eq!(run(&[], &["h2"]), (done, None));
    assert_eq!(run(&["h2"], &[]), (done, None));
    let alert = Error::PeerAlert(AlertDescription::NO_APPLICATION_PROTOCOL);
    let refused = (Halt::Failed(alert), Halt::Failed(Error::NoApplicationProtocol));
    assert_eq!(run(&["h2"], &["http/1.1"]), (refused, None));
}

#[test]
fn facts_of_the_questions() {
    let (mut client, mut server) = (config(Side::Client), config(Side::Server));
    client.alpn_protocols = vec![b"one".to_vec(), b"two".to_vec()];
    client.authorities = vec![b"authority".to_vec()];
    client.certificate_signature_schemes = vec![SignatureScheme::RSA_PKCS1_SHA256, SignatureScheme::ED25519];
    server.certificate_signature_schemes = vec![SignatureScheme::RSA_PKCS1_SHA512];
    let mut pair = Pair::with(client.clone(), server.clone()).ask_client(Some(&p256()));
    pair.server.application.credentials.authorities = vec![b"a".to_vec(), b"b".to_vec()];
    // Stops at the question, with the facts to be seen.
    let stop: fn(&Ask) -> bool = |ask| matches!(ask, Ask::SelectCertificate);
    pair.server.application.refuses = Some((stop, || Answer::Peer(None)));
    assert_eq!(pair.run().1, Halt::Failed(Error::BadInput));

    let mut pair = Pair::with(client.clone(), server.clone());
    let mut sent = vec![];
    pair.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut sent);
    let connection = &mut pair.server.connection;
    let (_, mut rest) = (connection.step(), &sent[..]);
    loop {
        match connection.step() {
            Err(ferrotls::tls::want::Stop::Want(ferrotls::tls::want::Want::Recv { at_least })) => {
                let mut loan = connection.reader.lend(at_least);
                loan.space().copy_from_slice(&rest[..at_least]);
                connection.reader.give_back(loan, at_least);
                rest = &rest[at_least..];
            }
            Err(ferrotls::tls::want::Stop::Want(ferrotls::tls::want::Want::Ask(Ask::SelectCertificate))) => break,
            other => panic!("{other:?}"),
        }
    }
    let facts = connection.client_hello().unwrap();
    assert_eq!(facts.server_name, Some("server.example"));
    assert_eq!(facts.alpn_protocols, client.alpn_protocols);
    assert_eq!(facts.authorities, client.authorities);
    assert_eq!(facts.signature_schemes, client.signature_schemes);
    assert_eq!(
        facts.certificate_signature_schemes,
        client.certificate_signature_schemes
    );
    assert_eq!(facts.groups, client.groups);
    assert_eq!(facts.suites, client.suites);
    // Without an answer the question is asked again.
    assert!(matches!(
        connection.step(),
        Err(ferrotls::tls::want::Stop::Want(ferrotls::tls::want::Want::Ask(_)))
    ));
}

#[test]
fn secrets_and_exporters_agree() {
    let mut pair = Pair::new();
    pair.connect();
    type Seen = (SecretKind, Vec<u8>, [u8; 32], [u8; 32]);
    let secrets = |end: &End| -> Vec<Seen> {
        let secret = |event: &Event| match event {
            Event::Secret {
                kind,
                secret,
                client_random,
                server_random,
            } => Some((*kind, secret.as_bytes().to_vec(), *client_random, *server_random)),
            Event::Debug { .. } => None,
        };
        end.events.iter().filter_map(secret).collect()
    };
    let of_client = secrets(&pair.client);
    assert_eq!(of_client, secrets(&pair.server));
    let kinds: Vec<_> = of_client.iter().map(|secret| secret.0).collect();
    use SecretKind::{ClientApplication, ClientHandshake, Exporter, ServerApplication, ServerHandshake};
    assert_eq!(
        kinds,
        [
            ClientHandshake,
            ServerHandshake,
            ClientApplication,
            ServerApplication,
            Exporter
        ]
    );

    let export = |end: &End, label: &[u8], context: &[u8], len: usize| {
        let mut out = vec![0; len];
        end.connection
            .export_keying_material(label, Some(context), &mut out)
            .map(|()| out)
    };
    for (label, context, len) in [
        (&b"label"[..], &b""[..], 20),
        (b"label", b"context", 255),
        (b"", b"context", 1),
    ] {
        let ours = export(&pair.client, label, context, len).unwrap();
        assert_eq!(Ok(ours), export(&pair.server, label, context, len));
    }
    assert_eq!(export(&pair.client, &[b'x'; 250], b"", 20), Err(Error::BadInput));
    assert_eq!(export(&pair.client, b"x", b"", 255 * 48 + 1), Err(Error::BadInput));
    assert_eq!(export(&Pair::new().client, b"x", b"", 1), Err(Error::BadInput));
}

#[test]
fn padding() {
    let (mut client, mut server) = (config(Side::Client), config(Side::Server));
    client.padding_granularity = 512;
    server.padding_granularity = 16;
    for cut in CUTS {
        let mut pair = Pair::with(client.clone(), server.clone()).cut(cut);
        pair.connect();
        pair.exchange(1000);
    }
    let mut pair = Pair::with(client, server);
    pair.connect();
    pair.client.connection.writer.write(b"x").unwrap();
    assert_eq!(pair.client.drain().len(), 5 + 512 + 16);
}

#[test]
fn debug_lines_only_when_asked() {
    for level in 0..=4 {
        let (mut client, mut server) = (config(Side::Client), config(Side::Server));
        client.debug_level = level;
        server.debug_level = level;
        let mut pair = Pair::with(client, server);
        pair.connect();
        for end in [&pair.client, &pair.server] {
            let lines = end
                .events
                .iter()
                .filter(|event| matches!(event, Event::Debug { .. }))
                .count();
            assert_eq!(lines > 0, level >= 2, "level {level}");
        }
    }
}

/// The states of one end in a recorded handshake of 3.6.6, and the code it failed with.
fn recorded(scenario: &str, side: &str) -> (Vec<i32>, Option<i32>) {
    let path = format!("{}/c-tests/golden/states/{scenario}.txt", env!("CARGO_MANIFEST_DIR"));
    let (mut states, mut error, mut ours) = (vec![], None, false);
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let mut words = line.split_whitespace();
        match words.next() {
            Some("client" | "server") => ours = line == side,
            Some("error") if ours => {
                let code = words.next().unwrap().trim_start_matches("-0x");
                error = Some(-i32::from_str_radix(code, 16).unwrap());
            }
            // A step that failed shows its state once more.
            Some(state) if ours && states.last() != Some(&state.parse().unwrap()) => {
                states.push(state.parse().unwrap())
            }
            _ => {}
        }
    }
    (states, error)
}

/// Programs that step see the states in the order of 3.6.6.
#[test]
fn states_as_recorded() {
    let of = |groups: [&[NamedGroup]; 2]| {
        let (mut client, mut server) = (config(Side::Client), config(Side::Server));
        client.groups = groups[0].to_vec();
        server.groups = groups[1].to_vec();
        Pair::with(client, server)
    };
    let same = || of([&GROUPS, &GROUPS]);
    let retry = || of([&GROUPS[..2], &GROUPS[1..2]]);
    for cut in CUTS {
        let mut strict = same().ask_client(None);
        strict.server.application.accepts_anonymous = false;
        let pairs = [
            ("plain", same()),
            ("rsa", same().serve_as(&rsa())),
            ("auth-optional-none", same().ask_client(None)),
            ("auth-optional-cert", same().ask_client(Some(&p256()))),
            ("auth-required-cert", same().ask_client(Some(&p256()))),
            ("hello-retry", retry()),
            ("hello-retry-auth", retry().ask_client(Some(&p256()))),
            ("fail-no-group", of([&GROUPS[..1], &GROUPS[1..2]])),
            ("fail-auth-required-none", strict),
        ];
        for (scenario, pair) in pairs {
            let mut pair = pair.cut(cut);
            let (client, server) = pair.run();
            for (end, halt, side) in [(&pair.client, client, "client"), (&pair.server, server, "server")] {
                let (states, error) = recorded(scenario, side);
                assert_eq!(end.states, states, "{scenario} {side}");
                match (error, halt) {
                    (Some(code), Halt::Failed(failed)) => assert_eq!(failed.code(), code, "{scenario} {side}"),
                    (error, _) => assert_eq!(error, None, "{scenario} {side}"),
                }
            }
        }
    }
}
