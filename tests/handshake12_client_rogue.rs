//! A client in TLS 1.2, with servers that break the rules.
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
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Config, LegacyPeer, Options, Side},
    error::Error,
    session::{KeyExchangeModes, Resumption},
    suites12::SUITES12,
    wire::{
        codec::List,
        codes::{
            CertificateType, CipherSuite, ContentType, ECPointFormat, HandshakeType, MaxFragmentLength, NamedGroup,
            ProtocolVersion, SignatureScheme as Scheme,
        },
        extensions::application_layer_protocol_negotiation::ProtocolName,
        server_hello::ServerHello,
    },
};

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
    // Middlebox compatibility has made it up: a server that echoes it claims to know a session that never was.
    let rogue = Rogue::new(both(Side::Client, ProtocolVersion::TLS1_3), options());
    let id = leak(rogue.client_hello().legacy_session_id.to_vec());
    assert!(!id.is_empty());
    rogue.refused(Error::IllegalParameter, |message| message.legacy_session_id_echo = id);
}

#[test]
fn nothing_of_the_server_comes_behind_its_flight() {
    for behind in [
        &[HandshakeType::NEW_SESSION_TICKET.0][..],
        &[HandshakeType::FINISHED.0, 0, 0, 12],
    ] {
        let mut rogue = Rogue::new(client(), options()).say_hello(|_| {});
        let certificate = rogue.certificate();
        rogue.send(&certificate);
        let exchange = rogue.key_exchange();
        rogue.send(&exchange);
        rogue.push(ContentType::HANDSHAKE, &[&Rogue::hello_done(), behind].concat());
        rogue.expect_failure(Error::UnexpectedMessage);
    }
}

/// Application data without content is dropped where application data may come, and only there.
#[test]
fn no_empty_data_before_the_finished() {
    let mut rogue = Rogue::new(client(), options()).say_hello(|_| {});
    rogue.send_flight();
    rogue.read_flight();
    rogue.change_cipher_spec();
    rogue.change_key();
    rogue.push(ContentType::APPLICATION_DATA, b"");
    rogue.expect_failure(Error::UnexpectedMessage);

    let mut rogue = Rogue::connected(client(), options());
    rogue.push(ContentType::APPLICATION_DATA, b"");
    rogue.push(ContentType::APPLICATION_DATA, b"data");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"data");
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
fn cve_2026_50580_a_hint_of_any_length() {
    let connecting = |change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let with_psk = Options {
            psks: vec![psk()],
            ..options()
        };
        let mut rogue = Rogue::with_suite(client(), with_psk, SUITES12[12].id).say_hello(|_| {});
        rogue.psk = Some(psk());
        let exchange = change(rogue.key_exchange());
        rogue.send(&exchange);
        rogue
    };
    let lengths = [0, 1, 127, 128, 129, 255, 256, 4096, 60_000];
    for len in lengths {
        let mut rogue = connecting(&|exchange| {
            let hint = [&u16::try_from(len).unwrap().to_be_bytes()[..], &vec![b'h'; len]].concat();
            let body = [&hint, &exchange[4 + 2 + 4..]].concat();
            rogue::message(HandshakeType::SERVER_KEY_EXCHANGE, &body)
        });
        rogue.send(&Rogue::hello_done());
        rogue.read_flight();
        rogue.send_finished();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert!(rogue.end.connection.is_handshake_over(), "{len}");
    }
    // A length that is not the hint's.
    for said in [0_u16, 3, 5, 40, 200, 0xffff] {
        let mut rogue = connecting(&|mut exchange| {
            exchange[4..6].copy_from_slice(&said.to_be_bytes());
            exchange
        });
        let halt = rogue.go_on();
        assert!(
            matches!(halt, Halt::Failed(Error::DecodeError | Error::IllegalParameter)),
            "{said} {halt:?}"
        );
    }
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

/// What stands behind the Finished in its record is read like any other message after the handshake.
#[test]
fn a_hello_request_right_behind_the_finished() {
    for rest in [&[0, 0, 0, 0][..], &[0, 0, 0, 0, 0, 0, 0, 0], &[0, 0]] {
        let mut rogue = Rogue::before_finished(client(), options());
        rogue.change_cipher_spec();
        rogue.change_key();
        let messages = [&rogue.finished(), rest].concat();
        rogue.push(ContentType::HANDSHAKE, &messages);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert!(rogue.end.connection.is_handshake_over());
        if rest.len() == 2 {
            rogue.push(ContentType::HANDSHAKE, &[0, 0]);
        }
        rogue.push(ContentType::APPLICATION_DATA, b"data");
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.received, b"data");
    }
    // One that may not come.
    let mut rogue = Rogue::before_finished(client(), options());
    rogue.change_cipher_spec();
    rogue.change_key();
    let messages = [&rogue.finished()[..], &[14, 0, 0, 0]].concat();
    rogue.push(ContentType::HANDSHAKE, &messages);
    rogue.expect_failure(Error::UnexpectedMessage);
}
