//! Clients of TLS 1.2 that break the rules.
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
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Config, LegacyPeer},
    error::Error,
    session::ExternalPsk,
    suites12::SUITES12,
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{
            AlertDescription, CipherSuite, CompressionMethod, ContentType, ECPointFormat, HandshakeType, NamedGroup,
            ProtocolVersion, SignatureScheme as Scheme,
        },
        extensions::application_layer_protocol_negotiation::ProtocolName,
    },
};

fn fresh() -> Rogue {
    Rogue::new(server(), &p256())
}

/// A client that was asked for a certificate.
fn asked() -> Rogue {
    let mut rogue = fresh();
    rogue.end.application.credentials.request_client_certificate = true;
    rogue.after_flight(|_| {})
}

// ClientHello

#[track_caller]
fn refused(error: Error, change: impl FnOnce(&mut ClientHello<'_>)) {
    fresh().refused(error, change);
}

#[track_caller]
fn refused_by(config: Config, error: Error, change: impl FnOnce(&mut ClientHello<'_>)) {
    Rogue::new(config, &p256()).refused(error, change);
}

#[test]
fn hellos_with_nothing_in_common() {
    let failure = Error::HandshakeFailure;
    // RSA key exchange, DHE, static ECDH, RC4, 3DES.
    for id in [0x009c, 0x009e, 0xc02d, 0x0005, 0xc012] {
        refused(failure, |hello| {
            hello.cipher_suites = List::from(leak([CipherSuite(id)]))
        });
    }
    // A suite of TLS 1.3 alone, or of RSA with a key that is none.
    refused(failure, |hello| {
        hello.cipher_suites = List::from(&[CipherSuite::AES_128_GCM_SHA256]);
    });
    refused(failure, |hello| {
        hello.cipher_suites = List::from(&[CipherSuite::ECDHE_RSA_WITH_AES_128_GCM_SHA256]);
    });
    refused(failure, |hello| hello.extensions.supported_groups = None);
    // Groups: one that is not there, hybrids, which TLS 1.2 does not know, and the certificate's curve missing.
    for group in [NamedGroup(0x0100), NamedGroup::X25519_MLKEM768, NamedGroup::X25519] {
        refused(failure, |hello| {
            hello.extensions.supported_groups = Some(List::from(leak([group])));
        });
    }
    // RFC 5246 section 7.4.1.4.1: without the extension it is SHA-1.
    refused(failure, |hello| hello.extensions.signature_algorithms = None);
    for scheme in [Scheme::RSA_PKCS1_SHA1, Scheme::RSA_PSS_RSAE_SHA256, Scheme::ED25519] {
        refused(failure, |hello| {
            hello.extensions.signature_algorithms = Some(List::from(leak([scheme])));
        });
    }
    // Nobody here has pre-shared keys.
    refused(failure, |hello| {
        hello.cipher_suites = List::from(&[CipherSuite::PSK_WITH_AES_128_GCM_SHA256]);
    });
    let mut config = server();
    config.alpn_protocols = vec![b"h2".to_vec()];
    refused_by(config, Error::NoApplicationProtocol, |hello| {
        hello.extensions.protocol_name_list = Some(List::from(leak([ProtocolName(b"h3")])));
    });
}

#[test]
fn cbc_only_with_encrypt_then_mac() {
    for suite in SUITES12.iter().filter(|suite| suite.is_cbc()) {
        let mut server_off = server();
        server_off.tls12.encrypt_then_mac = false;
        for (config, offered) in [(server(), false), (server_off, true)] {
            let identity = if suite.exchange == ferrotls::tls::suites12::Exchange::EcdheRsa {
                rsa()
            } else {
                p256()
            };
            let rogue = Rogue::new(config, &identity).with_suite(suite.id);
            rogue.refused(Error::HandshakeFailure, |hello| {
                hello.extensions.encrypt_then_mac = offered
            });
        }
    }
}

#[test]
fn versions() {
    for version in [0x0301, 0x0302] {
        refused(Error::ProtocolVersion, |hello| {
            hello.legacy_version = ProtocolVersion(version)
        });
    }
    refused(Error::ProtocolVersion, |hello| {
        hello.legacy_version = ProtocolVersion(0x0300)
    });
    // The extension counts, if it is there.
    refused(Error::ProtocolVersion, |hello| {
        hello.extensions.supported_versions = Some(List::from(&[ProtocolVersion::TLS1_3]));
    });
    refused(Error::ProtocolVersion, |hello| {
        hello.extensions.supported_versions = Some(List::from(&[ProtocolVersion::TLS1_1]));
    });
    // A server that has TLS 1.3 alone.
    let mut config = server();
    config.min_version = ProtocolVersion::TLS1_3;
    config.max_version = ProtocolVersion::TLS1_3;
    refused_by(config, Error::ProtocolVersion, |_| {});
}

#[test]
fn a_client_that_has_fallen_back() {
    let scsv = leak([common::rogue_client12::SUITE, CipherSuite::FALLBACK_SCSV]);
    let mut both = server();
    both.max_version = ProtocolVersion::TLS1_3;
    refused_by(both, Error::InappropriateFallback, |hello| {
        hello.cipher_suites = List::from(scsv)
    });
    assert_eq!(
        Error::InappropriateFallback.alert(),
        Some(AlertDescription::INAPPROPRIATE_FALLBACK)
    );
    // So far that nothing is left in common.
    refused(Error::InappropriateFallback, |hello| {
        hello.legacy_version = ProtocolVersion(0x0302);
        hello.cipher_suites = List::from(scsv);
    });
    // There is nothing that it could have fallen back from.
    fresh().connected(|hello| hello.cipher_suites = List::from(scsv));
}

#[test]
fn nothing_comes_behind_a_client_hello() {
    for behind in [&[HandshakeType::CLIENT_KEY_EXCHANGE.0][..], &[0; 4]] {
        let mut rogue = fresh();
        let hello = rogue.client_hello(|_| {});
        rogue.push(ContentType::HANDSHAKE, &[&hello, behind].concat());
        rogue.expect_failure(Error::UnexpectedMessage);
    }
}

#[test]
fn pain_8995_9243_compression_is_of_no_use() {
    refused(Error::IllegalParameter, |hello| {
        hello.legacy_compression_methods = List::from(&[CompressionMethod(1)]);
    });
    fresh().connected(|hello| {
        hello.legacy_compression_methods = List::from(&[CompressionMethod(1), CompressionMethod::NULL]);
    });
}

#[test]
fn renegotiation_info() {
    refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = Some(&[0])
    });
    refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = Some(&[0; 12])
    });
    let mut config = server();
    config.tls12.legacy_peer = LegacyPeer::Refused;
    refused_by(config.clone(), Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = None;
    });
    Rogue::new(config, &p256()).connected(|_| {});
}

#[test]
fn point_formats_without_the_one_there_is() {
    refused(Error::IllegalParameter, |hello| {
        hello.extensions.ec_point_formats = Some(List::from(&[ECPointFormat(1)]));
    });
    fresh().connected(|hello| {
        hello.extensions.ec_point_formats = Some(List::from(&[ECPointFormat(1), ECPointFormat::UNCOMPRESSED]));
    });
}

#[test]
fn a_hello_with_any_bit_wrong_is_refused_or_answered() {
    let good = fresh().client_hello(|_| {});
    for at in 4..good.len() {
        for bit in [1, 0x80] {
            let mut rogue = fresh();
            let mut hello = good.clone();
            hello[at] ^= bit;
            rogue.send_hello(&hello);
            match rogue.go_on() {
                Halt::Failed(error) => assert_eq!(rogue.line.alert(), error.alert()),
                Halt::Blocked => {}
                Halt::Done => panic!("done"),
            }
        }
    }
}

// ClientKeyExchange

#[test]
fn public_values_that_are_none() {
    let mut off_curve = vec![4];
    off_curve.extend([1; 64]);
    let points: [(NamedGroup, Vec<Vec<u8>>); 5] = [
        (
            NamedGroup::X25519,
            vec![vec![0; 32], vec![1; 31], vec![1; 33], vec![4; 255]],
        ),
        (
            NamedGroup::SECP256R1,
            vec![
                off_curve.clone(),
                vec![0],
                vec![2; 33],
                vec![4; 64],
                vec![4; 66],
                vec![0; 65],
            ],
        ),
        (NamedGroup::SECP384R1, vec![off_curve.clone(), vec![4; 97], vec![0]]),
        (NamedGroup::SECP521R1, vec![off_curve, vec![4; 133], vec![0]]),
        (NamedGroup::X448, vec![vec![0; 56], vec![5; 55], vec![5; 57]]),
    ];
    for (group, publics) in points {
        for public in publics {
            let config = Config {
                groups: vec![group],
                ..server()
            };
            let mut rogue = Rogue::new(config, &p256());
            rogue.group = group;
            let mut rogue = rogue.after_flight(|hello| {
                hello.extensions.supported_groups = Some(List::from(leak([group, NamedGroup::SECP256R1])));
            });
            rogue.send(&Rogue::key_exchange_of(&public));
            rogue.expect_failure(Error::InvalidPoint);
        }
    }
    // As 3.6.6 returns it, and with the alert of RFC 8446 for it.
    assert_eq!(Error::InvalidPoint.code(), Error::DecodeError.code());
}

#[test]
fn key_exchanges_of_another_form() {
    for body in [&[][..], &[0], &[2, 1], &[0, 1, 1], &[32]] {
        let mut rogue = fresh().after_flight(|_| {});
        let message = [&[16, 0, 0, u8::try_from(body.len()).unwrap()], body].concat();
        rogue.send(&message);
        rogue.expect_failure(Error::DecodeError);
    }
    // One byte too many.
    let mut rogue = fresh().after_flight(|_| {});
    let (mut message, _) = rogue.key_exchange();
    message.push(0);
    message[3] += 1;
    rogue.send(&message);
    rogue.expect_failure(Error::DecodeError);
}

fn with_psk(identity: &[u8], secret: u8) -> Rogue {
    let psk = |identity: &[u8], secret| ExternalPsk {
        identity: identity.to_vec(),
        secret: vec![secret; 16].into(),
        hash: HashAlgorithm::Sha256,
    };
    let config = Config {
        finds_psks: true,
        ..server()
    };
    let mut rogue = Rogue::new(config, &p256()).with_suite(CipherSuite::ECDHE_PSK_WITH_AES_128_GCM_SHA256);
    rogue.end.application.psks = vec![psk(b"somebody", 1)];
    rogue.psk = Some(psk(identity, secret));
    rogue.after_flight(|_| {})
}

#[test]
fn pre_shared_keys_that_nobody_knows() {
    let mut rogue = with_psk(b"nobody", 1);
    rogue.send_key_exchange();
    rogue.expect_failure(Error::UnknownPskIdentity);
    let mut rogue = with_psk(b"", 1);
    rogue.send_key_exchange();
    rogue.expect_failure(Error::DecodeError);
    // Another key gives other record keys.
    let mut rogue = with_psk(b"somebody", 2);
    rogue.send_key_exchange();
    rogue.send_finished();
    rogue.expect_failure(Error::BadRecordMac);
    let mut rogue = with_psk(b"somebody", 1);
    rogue.send_key_exchange();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
}

// Certificates of clients

#[test]
fn a_certificate_verify_that_is_wrong() {
    type Make = fn(&mut Rogue) -> Vec<u8>;
    let wrong: [(Error, Make); 5] = [
        // Another key.
        (Error::DecryptError, |rogue| {
            rogue.certificate_verify(&p521(), Scheme::ECDSA_SECP521R1_SHA512)
        }),
        // Over other messages.
        (Error::DecryptError, |rogue| {
            rogue.transcript.as_mut().unwrap().add(b"x");
            rogue.certificate_verify(&p384(), Scheme::ECDSA_SECP384R1_SHA384)
        }),
        // A scheme that is not of the key.
        (Error::IllegalParameter, |rogue| {
            rogue.certificate_verify(&rsa(), Scheme::RSA_PSS_RSAE_SHA256)
        }),
        // One that was not offered: SHA-1 with ECDSA.
        (Error::IllegalParameter, |rogue| {
            let mut message = rogue.certificate_verify(&p384(), Scheme::ECDSA_SECP384R1_SHA384);
            message[4..6].copy_from_slice(&0x0203u16.to_be_bytes());
            message
        }),
        // Cut short.
        (Error::DecodeError, |_| vec![15, 0, 0, 4, 5, 3, 0, 1]),
    ];
    for (error, message) in wrong {
        let mut rogue = asked();
        rogue.send(&Rogue::certificate(Some(&p384())));
        rogue.send_key_exchange();
        let message = message(&mut rogue);
        rogue.send(&message);
        rogue.expect_failure(error);
    }
}

#[test]
fn a_scheme_that_was_not_asked_for() {
    let mut config = server();
    config
        .signature_schemes
        .retain(|scheme| *scheme != Scheme::ECDSA_SECP384R1_SHA384);
    let mut rogue = Rogue::new(config, &p256());
    rogue.end.application.credentials.request_client_certificate = true;
    let mut rogue = rogue.after_flight(|_| {});
    rogue.send(&Rogue::certificate(Some(&p384())));
    rogue.send_key_exchange();
    let verify = rogue.certificate_verify(&p384(), Scheme::ECDSA_SECP384R1_SHA384);
    rogue.send(&verify);
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn a_certificate_verify_that_is_missing_or_too_much() {
    // A certificate without the proof that goes with it.
    let mut rogue = asked();
    rogue.send(&Rogue::certificate(Some(&p384())));
    rogue.send_key_exchange();
    rogue.send_finished();
    rogue.expect_failure(Error::UnexpectedMessage);
    // Finished in its place, before the change of keys.
    let mut rogue = asked();
    rogue.send(&Rogue::certificate(Some(&p384())));
    rogue.send_key_exchange();
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);
    // The proof of what was not shown.
    let mut rogue = asked();
    rogue.send(&Rogue::certificate(None));
    rogue.send_key_exchange();
    let verify = rogue.certificate_verify(&p384(), Scheme::ECDSA_SECP384R1_SHA384);
    rogue.send(&verify);
    rogue.expect_failure(Error::UnexpectedMessage);
    // Before the key exchange.
    let mut rogue = asked();
    rogue.send(&Rogue::certificate(Some(&p384())));
    let verify = rogue.certificate_verify(&p384(), Scheme::ECDSA_SECP384R1_SHA384);
    rogue.send(&verify);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn certificates_that_are_not_wanted_or_missing() {
    // A key exchange where a certificate is due, even an empty one.
    let mut rogue = asked();
    rogue.send_key_exchange();
    rogue.expect_failure(Error::UnexpectedMessage);
    // A certificate that nobody asked for.
    let mut rogue = rogue_after_flight();
    rogue.send(&Rogue::certificate(Some(&p384())));
    rogue.expect_failure(Error::UnexpectedMessage);
    // One that is not trusted.
    let mut rogue = asked();
    rogue.end.application.trusted = vec![];
    rogue.send(&Rogue::certificate(Some(&p384())));
    rogue.expect_failure(Error::BadCertificate(AlertDescription::UNKNOWN_CA));
    // None where one is needed: the alert is one of TLS 1.2.
    let mut rogue = asked();
    rogue.end.application.accepts_anonymous = false;
    rogue.send(&Rogue::certificate(None));
    rogue.expect_failure_with(Error::NoClientCertificate, AlertDescription::HANDSHAKE_FAILURE);
}

fn rogue_after_flight() -> Rogue {
    fresh().after_flight(|_| {})
}

// change_cipher_spec and Finished

#[test]
fn a_finished_that_is_wrong() {
    for resumed in [false, true] {
        let mut config = server();
        config.tls12.caches_sessions = true;
        let mut rogue = Rogue::new(config.clone(), &p256());
        if resumed {
            let first = rogue.connected(|_| {});
            let id = first.hello().legacy_session_id_echo.to_vec();
            rogue = first.again(config);
            let hello = rogue.client_hello(|hello| hello.legacy_session_id = leak(id));
            rogue.send_hello(&hello);
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.read_server_hello();
            let master = rogue.master.take().unwrap();
            rogue.take_master(master);
            rogue.read_finished();
        } else {
            rogue = rogue.after_flight(|_| {});
            rogue.send_key_exchange();
        }
        rogue.change_cipher_spec();
        let mut finished = rogue.finished();
        finished[15] ^= 1;
        rogue.send(&finished);
        rogue.expect_failure(Error::DecryptError);
        assert!(!rogue.end.connection.is_handshake_over());
        assert!(!rogue.end.asks.contains(&"KeepSession") || resumed);
    }
}

#[test]
fn a_finished_of_another_length() {
    for len in [0usize, 11, 13, 32] {
        let mut rogue = rogue_after_flight();
        rogue.send_key_exchange();
        rogue.change_cipher_spec();
        let message = [&[20, 0, 0, u8::try_from(len).unwrap()][..], &vec![0; len]].concat();
        rogue.send(&message);
        rogue.expect_failure(Error::DecodeError);
    }
}

#[test]
fn keys_change_when_it_is_time() {
    // Before the key exchange: there is no key to change to (CVE-2014-0224).
    let mut rogue = rogue_after_flight();
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.expect_failure(Error::UnexpectedMessage);
    // Before a ClientHello.
    let mut rogue = fresh();
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.expect_failure(Error::UnexpectedMessage);
    // Not at all: Finished is not protected.
    let mut rogue = rogue_after_flight();
    rogue.send_key_exchange();
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);
    // Twice.
    let mut rogue = rogue_after_flight();
    rogue.send_key_exchange();
    rogue.change_cipher_spec();
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.expect_failure(Error::UnexpectedMessage);
    // In the middle of a message.
    let mut rogue = rogue_after_flight();
    rogue.send_key_exchange();
    let finished = rogue.finished();
    rogue.push(ContentType::HANDSHAKE, &finished[..7]);
    rogue.change_cipher_spec();
    rogue.expect_failure(Error::UnexpectedMessage);
    // In the middle of the one before it.
    let mut rogue = rogue_after_flight();
    let (message, _) = rogue.key_exchange();
    rogue.push(ContentType::HANDSHAKE, &message[..7]);
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn a_change_cipher_spec_of_another_form() {
    for body in [&[0][..], &[2], &[1, 1]] {
        let mut rogue = rogue_after_flight();
        rogue.send_key_exchange();
        rogue.push(ContentType::CHANGE_CIPHER_SPEC, body);
        assert!(matches!(rogue.go_on(), Halt::Failed(_)), "{body:?}");
    }
}

#[test]
fn data_before_its_time() {
    // Before and after the change of keys.
    let mut rogue = rogue_after_flight();
    rogue.push(ContentType::APPLICATION_DATA, b"early");
    rogue.expect_failure(Error::UnexpectedMessage);
    let mut rogue = rogue_after_flight();
    rogue.send_key_exchange();
    rogue.change_cipher_spec();
    rogue.push(ContentType::APPLICATION_DATA, b"early");
    rogue.expect_failure(Error::UnexpectedMessage);
    assert!(rogue.end.received.is_empty());
}

#[test]
fn messages_out_of_order() {
    let messages: [fn(&mut Rogue) -> Vec<u8>; 6] = [
        |rogue| rogue.client_hello(|_| {}),
        |_| vec![0, 0, 0, 0],
        |_| vec![14, 0, 0, 0],
        |_| vec![15, 0, 0, 4, 4, 3, 0, 0],
        |_| vec![20, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        |_| vec![99, 0, 0, 0],
    ];
    for message in messages {
        let mut rogue = rogue_after_flight();
        let message = message(&mut rogue);
        rogue.send(&message);
        rogue.expect_failure(Error::UnexpectedMessage);
    }
    // Something else than a ClientHello first.
    let mut rogue = fresh();
    rogue.push(ContentType::HANDSHAKE, &Rogue::key_exchange_of(&[1; 32]));
    rogue.expect_failure(Error::UnexpectedMessage);
}
