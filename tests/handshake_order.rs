//! Messages, alerts and change_cipher_spec where they may not be: each mistake gets the alert that the RFC names for it.
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
        codes::{AlertDescription, AlertLevel, ContentType, HandshakeType, SignatureScheme},
        handshake,
        new_session_ticket::NewSessionTicket,
    },
};

/// Every handshake message there is, well formed where that matters for being out of order.
fn every_message() -> Vec<Vec<u8>> {
    (0..=255).map(|number| message(HandshakeType(number), &[])).collect()
}

#[test]
fn the_rogue_can_be_good() {
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::APPLICATION_DATA, b"hello");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"hello");

    let mut rogue = Rogue::client_connected();
    rogue.push(ContentType::APPLICATION_DATA, b"hello");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"hello");
}

// RFC 8446 section 4: "A peer which receives a handshake message in an unexpected order MUST abort the handshake with an
// "unexpected_message" alert."

#[test]
fn wrong_messages_to_a_client() {
    type Case = (fn() -> Rogue, &'static [HandshakeType]);
    let expected: [Case; 5] = [
        (|| Rogue::server(config(Side::Client)), &[HandshakeType::SERVER_HELLO]),
        (Rogue::server_with_keys, &[HandshakeType::ENCRYPTED_EXTENSIONS]),
        (
            || {
                let mut rogue = Rogue::server_with_keys();
                rogue.send(&rogue.encrypted_extensions());
                rogue
            },
            &[HandshakeType::CERTIFICATE, HandshakeType::CERTIFICATE_REQUEST],
        ),
        (
            || {
                let mut rogue = Rogue::server_with_keys();
                rogue.send(&rogue.encrypted_extensions());
                rogue.send(&rogue.certificate());
                rogue
            },
            &[HandshakeType::CERTIFICATE_VERIFY],
        ),
        (Rogue::server_before_finished, &[HandshakeType::FINISHED]),
    ];
    for (make, right) in expected {
        for wrong in every_message() {
            let msg_type = HandshakeType(wrong[0]);
            let mut rogue = make();
            rogue.send(&wrong);
            let error = if right.contains(&msg_type) {
                Error::DecodeError
            } else {
                Error::UnexpectedMessage
            };
            rogue.expect_failure(error);
        }
    }
}

#[test]
fn wrong_messages_to_a_server() {
    let with_certificate = || {
        let mut rogue = Rogue::client_before_finished(true);
        rogue.send(&rogue.certificate());
        rogue
    };
    let expected: [(fn() -> Rogue, HandshakeType); 4] = [
        (|| Rogue::client(config(Side::Server)), HandshakeType::CLIENT_HELLO),
        (|| Rogue::client_before_finished(false), HandshakeType::FINISHED),
        (|| Rogue::client_before_finished(true), HandshakeType::CERTIFICATE),
        (with_certificate, HandshakeType::CERTIFICATE_VERIFY),
    ];
    for (make, right) in expected {
        for wrong in every_message() {
            let mut rogue = make();
            rogue.send(&wrong);
            let error = if HandshakeType(wrong[0]) == right {
                Error::DecodeError
            } else {
                Error::UnexpectedMessage
            };
            rogue.expect_failure(error);
        }
    }
}

#[test]
fn wrong_messages_after_the_handshake() {
    for wrong in every_message() {
        let error = match HandshakeType(wrong[0]) {
            HandshakeType::KEY_UPDATE => Error::DecodeError,
            _ => Error::UnexpectedMessage,
        };
        let mut rogue = Rogue::client_connected();
        rogue.push(ContentType::HANDSHAKE, &wrong);
        rogue.expect_failure(error);

        let ticket = HandshakeType(wrong[0]) == HandshakeType::NEW_SESSION_TICKET;
        let mut rogue = Rogue::server_connected();
        rogue.push(ContentType::HANDSHAKE, &wrong);
        rogue.expect_failure(if ticket { Error::DecodeError } else { error });
    }
    // A real CertificateRequest: we have not sent post_handshake_auth.
    let mut request = vec![];
    let schemes = [SignatureScheme::ED25519];
    let body = CertificateRequest {
        signature_algorithms: Some(List::from(&schemes)),
        ..Default::default()
    };
    body.write(&mut request).unwrap();
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::HANDSHAKE, &request);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn application_data_in_the_handshake() {
    let mut rogue = Rogue::server(config(Side::Client));
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    rogue.expect_failure(Error::UnexpectedMessage);
    let mut rogue = Rogue::server_with_keys();
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    rogue.expect_failure(Error::UnexpectedMessage);
    let mut rogue = Rogue::client_before_finished(false);
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    rogue.expect_failure(Error::UnexpectedMessage);
}

/// "Bytes after ClientHello in the same record survive the key change" (an advisory of July 2026): here they do not.
#[test]
fn cve_2026_73096_nothing_survives_a_change_of_keys() {
    let mut rogue = Rogue::client(config(Side::Server));
    let hello = rogue.client_hello(|_| {});
    let more = message(HandshakeType::FINISHED, &[0; 32]);
    rogue.push(ContentType::HANDSHAKE, &[&hello[..], &more].concat());
    rogue.expect_failure(Error::UnexpectedMessage);

    for more in [&[8][..], &message(HandshakeType::ENCRYPTED_EXTENSIONS, &[0, 0])] {
        let mut rogue = Rogue::server(config(Side::Client));
        let hello = rogue.server_hello(|_| {});
        rogue.push(ContentType::HANDSHAKE, &[&hello[..], more].concat());
        rogue.end.incoming.extend(rogue.line.sealed());
        assert_eq!(rogue.go_on(), Halt::Failed(Error::UnexpectedMessage));
    }
}

// Messages over records

#[test]
fn pain_1840_9269_messages_in_any_cut() {
    // One byte in each record, and all in one.
    for size in [1, 7, 50, 16384] {
        let mut rogue = Rogue::server_with_keys();
        let mut flight = vec![];
        let add = |rogue: &mut Rogue, flight: &mut Vec<u8>, message: Vec<u8>| {
            rogue.transcript().add(&message);
            flight.extend(message);
        };
        let next = rogue.encrypted_extensions();
        add(&mut rogue, &mut flight, next);
        let next = rogue.certificate();
        add(&mut rogue, &mut flight, next);
        let next = rogue.certificate_verify(SignatureScheme::ECDSA_SECP256R1_SHA256, Side::Server);
        add(&mut rogue, &mut flight, next);
        let next = rogue.finished();
        add(&mut rogue, &mut flight, next);
        for piece in flight.chunks(size) {
            rogue.push(ContentType::HANDSHAKE, piece);
        }
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert!(rogue.end.connection.is_handshake_over());
    }
}

#[test]
fn messages_that_are_too_long() {
    // Refused at the header, before anything is gathered.
    for (msg_type, len) in [
        (HandshakeType::SERVER_HELLO, handshake::MAX_HANDSHAKE_LEN),
        (HandshakeType(99), 0xff_ffff),
    ] {
        let mut rogue = Rogue::server(config(Side::Client));
        let len = u32::try_from(len).unwrap().to_be_bytes();
        let [_, len @ ..] = len;
        let header = [&[msg_type.0][..], &len].concat();
        rogue.push(ContentType::HANDSHAKE, &header);
        if msg_type == HandshakeType::SERVER_HELLO {
            assert_eq!(rogue.go_on(), Halt::Blocked);
        } else {
            rogue.expect_failure(Error::DecodeError);
        }
    }
}

#[test]
fn fragments_do_not_mix_with_other_records() {
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::HANDSHAKE, &[HandshakeType::NEW_SESSION_TICKET.0]);
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    rogue.expect_failure(Error::UnexpectedMessage);
}

// Alerts

#[test]
fn alerts_of_the_peer() {
    let makes: [fn() -> Rogue; 5] = [
        || Rogue::server(config(Side::Client)),
        Rogue::server_with_keys,
        Rogue::server_connected,
        || Rogue::client_before_finished(false),
        Rogue::client_connected,
    ];
    for make in makes {
        for description in [
            AlertDescription::HANDSHAKE_FAILURE,
            AlertDescription::INTERNAL_ERROR,
            AlertDescription(200),
        ] {
            let mut rogue = make();
            rogue.push(ContentType::ALERT, &rogue::alert(AlertLevel::FATAL, description));
            // Nothing is answered.
            rogue.expect_failure(Error::PeerAlert(description));
        }
        let mut rogue = make();
        rogue.push(
            ContentType::ALERT,
            &rogue::alert(AlertLevel::WARNING, AlertDescription::USER_CANCELED),
        );
        rogue.push(
            ContentType::ALERT,
            &rogue::alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY),
        );
        assert_eq!(rogue.go_on(), Halt::Failed(Error::PeerClosed));
        // RFC 8446 section 5.1: exactly one alert in a record.
        let mut rogue = make();
        rogue.push(ContentType::ALERT, &[2]);
        rogue.expect_failure(Error::DecodeError);
        let mut rogue = make();
        rogue.push(ContentType::ALERT, &[1, 0, 1, 0]);
        rogue.expect_failure(Error::DecodeError);
    }
}

/// A client that refuses our ServerHello has no keys to say so under.
#[test]
fn unprotected_alert_after_server_hello() {
    let mut rogue = Rogue::client(config(Side::Server));
    let hello = rogue.client_hello(|_| {});
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.push(
        ContentType::ALERT,
        &rogue::alert(AlertLevel::FATAL, AlertDescription::ILLEGAL_PARAMETER),
    );
    assert_eq!(
        rogue.go_on(),
        Halt::Failed(Error::PeerAlert(AlertDescription::ILLEGAL_PARAMETER))
    );
}

// Change cipher spec

#[test]
fn change_cipher_specs() {
    // Anywhere in the handshake, and dropped.
    let mut rogue = Rogue::server(config(Side::Client));
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.send(&rogue.encrypted_extensions());
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.state_id(), 5);
    // Not before a ClientHello, and not after Finished.
    let mut rogue = Rogue::client(config(Side::Server));
    rogue.line.outbound.push_change_cipher_spec().unwrap();
    rogue.expect_failure(Error::UnexpectedMessage);
    for mut rogue in [Rogue::server_connected(), Rogue::client_connected()] {
        rogue.line.outbound.push_change_cipher_spec().unwrap();
        rogue.expect_failure(Error::UnexpectedMessage);
    }
    // Not without end.
    let mut rogue = Rogue::server_with_keys();
    for _ in 0..33 {
        rogue.line.outbound.push_change_cipher_spec().unwrap();
    }
    rogue.expect_failure(Error::TooMuch);
}

// After the handshake

#[test]
fn tickets_are_dropped_but_not_without_end() {
    let mut ticket = vec![];
    let body = NewSessionTicket {
        ticket_lifetime: 7200,
        ticket_age_add: 1,
        ticket_nonce: &[1],
        ticket: &[2; 200],
        max_early_data_size: Some(9),
        grease: None,
    };
    body.write(&mut ticket).unwrap();
    let mut rogue = Rogue::server_connected();
    for _ in 0..3 {
        for _ in 0..10 {
            rogue.push(ContentType::HANDSHAKE, &ticket);
        }
        rogue.push(ContentType::HANDSHAKE, &ticket.repeat(20));
        rogue.push(ContentType::APPLICATION_DATA, b"data");
    }
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"datadatadata");
    rogue.push(ContentType::HANDSHAKE, &ticket.repeat(33));
    rogue.expect_failure(Error::TooMuch);
}

/// RFC 8446 appendix D.4: a middlebox sees a change_cipher_spec before the first record of the client's that it cannot read, also if
/// that is an alert.
#[test]
fn a_clients_alert_brings_its_change_cipher_spec_along() {
    for compatible in [true, false] {
        let mut client = config(Side::Client);
        client.middlebox_compatibility = compatible;
        let mut rogue = Rogue::server(client);
        let hello = rogue.server_hello(|_| {});
        rogue.send(&hello);
        rogue.take_handshake_keys();
        rogue.send(&message(HandshakeType::FINISHED, &[0; 32]));
        rogue.end.incoming.extend(rogue.line.sealed());
        let mut sent = vec![];
        let halt = rogue
            .end
            .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
        assert_eq!(halt, Halt::Failed(Error::UnexpectedMessage));
        sent.extend(rogue.end.drain());
        let ccs = [20, 3, 3, 0, 1, 1];
        assert_eq!(sent.starts_with(&ccs), compatible);
        let alert = sent.strip_prefix(&ccs).unwrap_or(&sent);
        assert_eq!(
            (alert[0], alert.len()),
            (ContentType::APPLICATION_DATA.0, 5 + 2 + 1 + 16)
        );
    }
}
