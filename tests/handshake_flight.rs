//! EncryptedExtensions to Finished of peers that break the rules, or are not who they claim to be.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    rogue::{Rogue, message},
    *,
};
use ferrotls::tls::{
    config::Side,
    error::Error,
    wire::{
        certificate_request::CertificateRequest,
        codec::List,
        codes::{AlertDescription, ContentType, ExtensionType, HandshakeType, SignatureScheme},
        encrypted_extensions::EncryptedExtensions,
        extensions::application_layer_protocol_negotiation::ProtocolName,
    },
};

// The rest of a server's flight

#[test]
fn encrypted_extensions() {
    let protocols = |offered: &[&[u8]], chosen: &[u8]| {
        let mut client = config(Side::Client);
        client.alpn_protocols = offered.iter().map(|name| name.to_vec()).collect();
        let mut rogue = Rogue::server(client);
        let hello = rogue.server_hello(|_| {});
        rogue.send(&hello);
        rogue.take_handshake_keys();
        let mut extensions = vec![];
        let protocol_name = Some(ProtocolName(chosen));
        EncryptedExtensions {
            protocol_name,
            ..Default::default()
        }
        .write(&mut extensions)
        .unwrap();
        rogue.send(&extensions);
        rogue
    };
    protocols(&[b"h2"], b"h3").expect_failure(Error::IllegalParameter);
    protocols(&[], b"h2").expect_failure(Error::UnsupportedExtension);
    assert_eq!(protocols(&[b"h2"], b"h2").go_on(), Halt::Blocked);

    let block = |extension: u16| {
        let extension = extension.to_be_bytes();
        message(
            HandshakeType::ENCRYPTED_EXTENSIONS,
            &[0, 4, extension[0], extension[1], 0, 0],
        )
    };
    for (extension, error) in [
        (ExtensionType::KEY_SHARE.0, Error::IllegalParameter),
        (ExtensionType::SIGNATURE_ALGORITHMS.0, Error::IllegalParameter),
        (ExtensionType::SUPPORTED_VERSIONS.0, Error::IllegalParameter),
        (ExtensionType::EARLY_DATA.0, Error::UnsupportedExtension),
        (ExtensionType::RECORD_SIZE_LIMIT.0, Error::UnsupportedExtension),
        (0x7777, Error::UnsupportedExtension),
    ] {
        let mut rogue = Rogue::server_with_keys();
        rogue.send(&block(extension));
        rogue.expect_failure(error);
    }
}

#[test]
fn certificate_requests() {
    let run = |request: CertificateRequest<'_>| {
        let mut rogue = Rogue::server_with_keys();
        rogue.send(&rogue.encrypted_extensions());
        let mut out = vec![];
        request.write(&mut out).unwrap();
        rogue.send(&out);
        rogue
    };
    let schemes = [SignatureScheme::ECDSA_SECP256R1_SHA256];
    let signature_algorithms = Some(List::from(&schemes));
    run(CertificateRequest {
        certificate_request_context: b"context",
        signature_algorithms,
        ..Default::default()
    })
    .expect_failure(Error::IllegalParameter);
    // An extension that is there but not the one that has to be.
    run(CertificateRequest {
        signature_algorithms_cert: signature_algorithms,
        ..Default::default()
    })
    .expect_failure(Error::MissingExtension);
    // Two of them.
    let mut rogue = run(CertificateRequest {
        signature_algorithms,
        ..Default::default()
    });
    let mut out = vec![];
    CertificateRequest {
        signature_algorithms,
        ..Default::default()
    }
    .write(&mut out)
    .unwrap();
    rogue.send(&out);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn certificates() {
    let run = |body: &[u8]| {
        let mut rogue = Rogue::server_with_keys();
        rogue.send(&rogue.encrypted_extensions());
        rogue.send(&message(HandshakeType::CERTIFICATE, body));
        rogue
    };
    // RFC 8446 section 4.4.2.4: a server's must not be empty.
    run(&[0, 0, 0, 0]).expect_failure(Error::DecodeError);
    run(&[1, 7, 0, 0, 6, 0, 0, 1, 1, 0, 0]).expect_failure(Error::IllegalParameter);
    // A certificate of no bytes.
    run(&[0, 0, 0, 5, 0, 0, 0, 0, 0]).expect_failure(Error::DecodeError);
    // An OCSP response that nobody asked for.
    run(&[0, 0, 0, 11, 0, 0, 1, 1, 0, 5, 0, 5, 0, 1, 1]).expect_failure(Error::UnsupportedExtension);
    // A chain too long to look at.
    let many = [0, 0, 1, 1, 0, 0].repeat(65);
    let len = u32::try_from(many.len()).unwrap().to_be_bytes();
    run(&[&[0], &len[1..], &many].concat()).expect_failure(Error::BadCertificate(AlertDescription::BAD_CERTIFICATE));

    // A client's may be empty, but it has to have the context that was asked with.
    let mut rogue = Rogue::client_before_finished(true);
    rogue.send(&message(HandshakeType::CERTIFICATE, &[1, 7, 0, 0, 0]));
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn certificate_verifies() {
    type Make = fn(Side) -> Rogue;
    let to_client: Make = |_| {
        let mut rogue = Rogue::server_with_keys();
        rogue.send(&rogue.encrypted_extensions());
        rogue
    };
    let to_server: Make = |_| Rogue::client_before_finished(true);
    for (make, signer) in [(to_client, Side::Server), (to_server, Side::Client)] {
        let wrong = if signer == Side::Server {
            Side::Client
        } else {
            Side::Server
        };
        for identity in identities() {
            for scheme in identity.credential.schemes.clone() {
                let with = |change: &dyn Fn(&mut Rogue, &mut Vec<u8>), role: Side| {
                    let mut rogue = make(signer);
                    rogue.identity = identity.clone();
                    rogue.send(&rogue.certificate());
                    let mut verify = rogue.certificate_verify(scheme, role);
                    change(&mut rogue, &mut verify);
                    rogue.send(&verify);
                    rogue
                };
                assert_eq!(with(&|_, _| {}, signer).go_on(), Halt::Blocked);
                // The other side's context string; a changed signature; another transcript; none.
                with(&|_, _| {}, wrong).expect_failure(Error::DecryptError);
                let flip = |_: &mut Rogue, verify: &mut Vec<u8>| *verify.last_mut().unwrap() ^= 1;
                with(&flip, signer).expect_failure(Error::DecryptError);
                let other = |rogue: &mut Rogue, verify: &mut Vec<u8>| {
                    rogue.transcript().add(b"more");
                    *verify = rogue.certificate_verify(scheme, signer);
                };
                with(&other, signer).expect_failure(Error::DecryptError);
                let empty = |_: &mut Rogue, verify: &mut Vec<u8>| {
                    let [high, low] = scheme.0.to_be_bytes();
                    *verify = message(HandshakeType::CERTIFICATE_VERIFY, &[high, low, 0, 0]);
                };
                with(&empty, signer).expect_failure(Error::DecryptError);
                // Every other scheme is refused for what it is, right signature or not.
                for number in 0..0x0900u16 {
                    let claimed = SignatureScheme(number);
                    if identity.credential.schemes.contains(&claimed) || (number > 0x0200 && claimed.name().is_none()) {
                        continue;
                    }
                    if number < 0x0200 && number != 0 {
                        continue;
                    }
                    let claim = |_: &mut Rogue, verify: &mut Vec<u8>| {
                        verify[4..6].copy_from_slice(&number.to_be_bytes());
                    };
                    with(&claim, signer).expect_failure(Error::IllegalParameter);
                }
            }
        }
    }
}

/// CVE-2026-25834: a scheme that fits the key and that we know, but that was not offered.
#[test]
fn cve_2026_25834_schemes_that_were_not_offered() {
    let mut client = config(Side::Client);
    client
        .signature_schemes
        .retain(|scheme| *scheme != SignatureScheme::ECDSA_SECP256R1_SHA256);
    let mut rogue = Rogue::server(client);
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    rogue.send(&rogue.encrypted_extensions());
    rogue.send(&rogue.certificate());
    let verify = rogue.certificate_verify(SignatureScheme::ECDSA_SECP256R1_SHA256, Side::Server);
    rogue.send(&verify);
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn finisheds() {
    let makes: [fn() -> Rogue; 2] = [Rogue::server_before_finished, || Rogue::client_before_finished(false)];
    for make in makes {
        for index in [0, 15, 31] {
            let mut rogue = make();
            let mut finished = rogue.finished();
            finished[4 + index] ^= 0x80;
            rogue.send(&finished);
            rogue.expect_failure(Error::DecryptError);
        }
        for len in [0, 31, 33, 48, 64] {
            let mut rogue = make();
            rogue.send(&message(HandshakeType::FINISHED, &vec![0; len]));
            rogue.expect_failure(Error::DecodeError);
        }
        // Right, but not the end of its record: what follows came under the wrong keys (RFC 8446 section 5.1).
        let mut rogue = make();
        let finished = rogue.finished();
        rogue.push(ContentType::HANDSHAKE, &[&finished[..], &[0]].concat());
        rogue.expect_failure(Error::UnexpectedMessage);
    }
}

/// A client that skips what makes it known.
#[test]
fn clients_do_not_skip_authentication() {
    let mut rogue = Rogue::client_before_finished(true);
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);

    let mut rogue = Rogue::client_before_finished(true);
    rogue.send(&rogue.certificate());
    let finished = rogue.finished();
    rogue.send(&finished);
    rogue.expect_failure(Error::UnexpectedMessage);
}

/// Every byte of every message of a flight, changed, and every message cut short or with a byte more: an error with its
/// alert, or a message that says something else; never a panic.
#[test]
fn changed_messages() {
    let flight: [fn(&Rogue) -> Vec<u8>; 4] = [
        Rogue::encrypted_extensions,
        Rogue::certificate,
        |rogue| rogue.certificate_verify(SignatureScheme::ECDSA_SECP256R1_SHA256, Side::Server),
        Rogue::finished,
    ];
    let play = |wrong: usize, change: &dyn Fn(&mut Vec<u8>)| {
        let mut rogue = Rogue::server_with_keys();
        for (index, make) in flight.iter().enumerate() {
            let mut message = make(&rogue);
            if index == wrong {
                change(&mut message);
            }
            rogue.send(&message);
        }
        judge(&mut rogue);
        // Nobody looks into the second certificate of the chain here, and the rogue signs what it sends.
        assert!(wrong == 1 || !rogue.end.connection.is_handshake_over());
    };
    for wrong in 0..flight.len() {
        let len = [6, 805, 76, 36][wrong];
        for index in (0..len).step_by(if wrong == 1 { 7 } else { 1 }) {
            for bits in [0x01, 0x80, 0xff] {
                play(wrong, &|message| {
                    if let Some(byte) = message.get_mut(index) {
                        *byte ^= bits;
                    } else {
                        message.pop();
                    }
                });
            }
        }
        play(wrong, &|message| {
            message.pop();
            message[3] = message[3].wrapping_sub(1);
        });
        play(wrong, &|message| {
            message.push(0);
            message[3] = message[3].wrapping_add(1);
        });
    }
}

/// The end under test has failed and says why, or waits for more.
#[track_caller]
fn judge(rogue: &mut Rogue) {
    match rogue.go_on() {
        Halt::Failed(error) => assert_eq!(rogue.line.alert(), error.alert()),
        halt => assert_eq!(halt, Halt::Blocked),
    }
}
