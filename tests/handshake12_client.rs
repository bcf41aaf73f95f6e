//! A client in TLS 1.2, with our own server; and what it offers.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::{rogue_server12::Rogue, tls12::*, *};
use ferrotls::tls::{
    config::{Attached, Config, Options, Side},
    error::Error,
    session::PskKind,
    suites,
    suites12::{Exchange, SUITES12},
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{
            CertificateType, CipherSuite, ECPointFormat, MaxFragmentLength, NamedGroup, ProtocolVersion,
            SignatureScheme as Scheme,
        },
    },
};

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
fn pain_pss_in_tls_1_2_every_scheme_signs() {
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
    assert!(hello.legacy_session_id.is_empty());
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
    // Nothing is left, for want of signature algorithms, which 3.6 calls an internal error.
    let mut end = End::new(config, options(), Application::new(&[]));
    let halt = end.handshake(&mut 0, &mut usize::MAX.clone(), &mut vec![]);
    assert_eq!(halt, Halt::Failed(Error::Internal));
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

/// RFC 7627 section 5.4: who goes on without the extended master secret "MUST disable [RFC5705]".
#[test]
fn nothing_is_exported_from_a_master_secret_that_others_may_share() {
    for (ours, theirs) in [(true, true), (false, true), (true, false)] {
        let (mut client, mut server) = (client(), server());
        client.tls12.extended_master_secret = ours;
        server.tls12.extended_master_secret = theirs;
        let mut pair = pair(&SUITES12[0], client, server, None);
        pair.connect();
        for end in [&pair.client, &pair.server] {
            let mut out = [0; 20];
            let exported = end.connection.export_keying_material(b"EXPERIMENTAL", None, &mut out);
            if ours && theirs {
                assert_eq!(exported, Ok(()));
                assert_ne!(out, [0; 20]);
            } else {
                assert_eq!((exported, out), (Err(Error::FeatureUnavailable), [0; 20]));
            }
        }
    }
}
