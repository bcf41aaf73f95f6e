//! After the handshake: data, KeyUpdate, closing, what the two halves owe each other, and misuse.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{rogue::Rogue, *};
use ferrotls::tls::{
    config::Side,
    error::Error,
    want::{Answer, Stop, Want},
    wire::{
        codes::{AlertDescription, AlertLevel, ContentType, HandshakeType, KeyUpdateRequest},
        key_update::KeyUpdate,
    },
};

fn connected() -> Pair {
    let mut pair = Pair::new();
    pair.connect();
    pair
}

fn key_update(request_update: KeyUpdateRequest) -> Vec<u8> {
    let mut out = vec![];
    KeyUpdate { request_update }.write(&mut out).unwrap();
    out
}

#[test]
fn one_record_in_a_write() {
    let mut pair = connected();
    let data = vec![5; 50_000];
    let writer = &mut pair.client.connection.writer;
    assert_eq!(writer.write(&data).unwrap(), 16384);
    assert!(matches!(writer.write(&data), Err(Stop::Want(Want::Send))));
    let sealed = pair.client.drain();
    assert_eq!(
        sealed.len(),
        16384 + pair.client.connection.writer.record_expansion().unwrap()
    );
    pair.server.incoming.extend(sealed);
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert_eq!(pair.server.received, &data[..16384]);
    // An empty write is an empty record, which says nothing.
    assert_eq!(pair.client.connection.writer.write(&[]).unwrap(), 0);
    pair.server.incoming.extend(pair.client.drain());
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
}

/// `mbedtls_ssl_read(ssl, NULL, 0)` pumps the record layer.
#[test]
fn empty_reads_pump() {
    let mut pair = connected();
    pair.client.connection.writer.write(b"some data").unwrap();
    let sealed = pair.client.drain();
    let reader = &mut pair.server.connection.reader;
    let mut rest = &sealed[..];
    let pumped = loop {
        match reader.read(&mut []) {
            Err(Stop::Want(Want::Recv { at_least })) => {
                assert_eq!((reader.bytes_available(), reader.has_pending()), (0, false));
                let mut loan = reader.lend(at_least);
                loan.space().copy_from_slice(&rest[..at_least]);
                reader.give_back(loan, at_least);
                rest = &rest[at_least..];
            }
            other => break other,
        }
    };
    assert_eq!(pumped.unwrap(), 0);
    assert_eq!((reader.bytes_available(), reader.has_pending()), (9, true));
    let mut out = [0; 4];
    assert_eq!(reader.read(&mut out).unwrap(), 4);
    assert_eq!((&out, reader.bytes_available()), (b"some", 5));
    assert_eq!(reader.read(&mut []).unwrap(), 0);
    let mut out = [0; 40];
    assert_eq!(reader.read(&mut out).unwrap(), 5);
    assert_eq!((reader.bytes_available(), reader.has_pending()), (0, false));
}

/// Promise 3: never more than the current record is asked of the transport.
#[test]
fn no_byte_of_the_next_record_is_asked_for() {
    let mut pair = connected();
    pair.client.connection.writer.write(&[1; 100]).unwrap();
    let first = pair.client.drain();
    pair.client.connection.writer.write(&[2; 100]).unwrap();
    let second = pair.client.drain();
    pair.server.incoming = [&first[..], &second].concat();
    let mut allowed = first.len();
    assert_eq!(pair.server.read(&mut allowed), Halt::Blocked);
    assert_eq!(pair.server.received, [1; 100]);
    assert_eq!(pair.server.incoming, second);
}

#[test]
fn key_updates_both_ways() {
    for cut in CUTS {
        for request in [false, true] {
            let mut pair = Pair::new().cut(cut);
            pair.connect();
            for _ in 0..40 {
                for side in [Side::Client, Side::Server] {
                    let end = if side == Side::Client {
                        &mut pair.client
                    } else {
                        &mut pair.server
                    };
                    end.connection.writer.update_keys(request).unwrap();
                    pair.exchange(300);
                }
            }
        }
    }
}

#[test]
fn pain_10881_key_update_is_answered_by_the_next_flush() {
    let mut pair = connected();
    pair.client.connection.writer.update_keys(true).unwrap();
    let update = pair.client.drain();
    // A second one before the answer does not ask (RFC 9846 section 4.7.3), but changes our keys.
    pair.client.connection.writer.update_keys(true).unwrap();
    pair.server.incoming.extend([update, pair.client.drain()].concat());
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
    let answer = pair.server.drain();
    assert_eq!(answer.len(), 5 + 5 + 1 + 16);
    assert!(pair.server.drain().is_empty());
    pair.client.incoming.extend(answer);
    assert_eq!(pair.client.read(&mut usize::MAX.clone()), Halt::Blocked);
    // "update_not_requested": nobody goes on for ever.
    assert!(pair.client.drain().is_empty());
    pair.exchange(1000);
}

/// A peer that asks for KeyUpdates and takes none makes us hold one answer, not one for each time that it asks.
#[test]
fn answers_that_nobody_takes_do_not_pile_up() {
    let makes: [fn() -> Rogue; 2] = [Rogue::server_connected, Rogue::client_connected];
    for make in makes {
        let mut rogue = make();
        let mut secret = rogue.traffic().traffic_secret(rogue.side).clone();
        let mut unsent = vec![];
        for _ in 0..10 {
            for _ in 0..30 {
                rogue.push(ContentType::HANDSHAKE, &key_update(KeyUpdateRequest::UPDATE_REQUESTED));
                secret = secret.next().unwrap();
                rogue.line.outbound.change_key(secret.sealer().unwrap());
                rogue.end.incoming.extend(rogue.line.sealed());
                assert_eq!(rogue.end.read(&mut usize::MAX.clone()), Halt::Blocked);
                // The transport takes nothing.
                assert!(matches!(
                    rogue.end.connection.writer.flush(),
                    Err(Stop::Want(Want::Send))
                ));
            }
            rogue.push(ContentType::APPLICATION_DATA, b"x");
            let loan = rogue.end.connection.writer.lend();
            unsent.push(loan.unsent().len());
            rogue.end.connection.writer.give_back(loan, 0);
        }
        assert_eq!(unsent, [5 + 5 + 1 + 16; 10]);
        // What was asked since then is answered once the transport goes on.
        assert_eq!(rogue.end.drain().len(), 2 * (5 + 5 + 1 + 16));
        assert!(rogue.end.drain().is_empty());
    }
}

/// A connection that only sends may ask for as many as it likes: what it asked for is no flood.
#[test]
fn answers_to_our_own_requests_are_no_flood() {
    let mut pair = connected();
    for _ in 0..100 {
        pair.client.connection.writer.update_keys(true).unwrap();
        pair.server.incoming.extend(pair.client.drain());
        Pair::transfer(&mut Cut::Whole, &mut pair.client, &mut pair.server, b"upload").unwrap();
        pair.client.incoming.extend(pair.server.drain());
        assert_eq!(pair.client.read(&mut usize::MAX.clone()), Halt::Blocked);
    }
}

#[test]
fn key_updates_from_the_outside() {
    let makes: [fn() -> Rogue; 2] = [Rogue::server_connected, Rogue::client_connected];
    for make in makes {
        let own = make().side;
        // RFC 8446 section 4.6.3: "any other value" is illegal_parameter.
        let mut rogue = make();
        rogue.push(ContentType::HANDSHAKE, &rogue::message(HandshakeType::KEY_UPDATE, &[2]));
        rogue.expect_failure(Error::IllegalParameter);
        // Something behind it in the same record.
        let mut rogue = make();
        let twice = key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED).repeat(2);
        rogue.push(ContentType::HANDSHAKE, &twice);
        rogue.expect_failure(Error::UnexpectedMessage);
        // Keys that were not changed after it.
        let mut rogue = make();
        rogue.push(
            ContentType::HANDSHAKE,
            &key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED),
        );
        rogue.push(ContentType::APPLICATION_DATA, b"x");
        rogue.expect_failure(Error::BadRecordMac);
        // A flood of them.
        let mut rogue = make();
        let mut secret = rogue.traffic().traffic_secret(own).clone();
        for _ in 0..33 {
            rogue.push(
                ContentType::HANDSHAKE,
                &key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED),
            );
            secret = secret.next().unwrap();
            rogue.line.outbound.change_key(secret.sealer().unwrap());
        }
        rogue.expect_failure(Error::TooMuch);
        // In pieces.
        let mut rogue = make();
        for byte in key_update(KeyUpdateRequest::UPDATE_NOT_REQUESTED) {
            rogue.push(ContentType::HANDSHAKE, &[byte]);
        }
        let secret = rogue.traffic().traffic_secret(own).next().unwrap();
        rogue.line.outbound.change_key(secret.sealer().unwrap());
        rogue.push(ContentType::APPLICATION_DATA, b"after");
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.received, b"after");
    }
}

/// RFC 8446 section 6.1: closing one direction leaves the other open.
#[test]
fn half_close() {
    for client_first in [true, false] {
        let mut pair = connected();
        let (first, second) = if client_first {
            (&mut pair.client, &mut pair.server)
        } else {
            (&mut pair.server, &mut pair.client)
        };
        first.connection.writer.write(b"last words").unwrap();
        assert!(matches!(
            first.connection.writer.close_notify(),
            Err(Stop::Want(Want::Send))
        ));
        // Not a second one, however often it is asked for.
        assert!(matches!(
            first.connection.writer.close_notify(),
            Err(Stop::Want(Want::Send))
        ));
        second.incoming.extend(first.drain());
        assert!(matches!(first.connection.writer.close_notify(), Ok(())));
        assert!(matches!(first.connection.writer.close_notify(), Ok(())));
        assert!(first.drain().is_empty());
        assert!(matches!(
            first.connection.writer.write(b"x"),
            Err(Stop::Fail(Error::BadInput))
        ));
        assert!(matches!(
            first.connection.writer.update_keys(false),
            Err(Stop::Fail(Error::BadInput))
        ));

        for _ in 0..2 {
            assert_eq!(second.read(&mut usize::MAX.clone()), Halt::Failed(Error::PeerClosed));
        }
        assert_eq!(second.received, b"last words");
        // The other side still writes, and the first still reads.
        Pair::transfer(&mut Cut::Byte, second, first, b"and a long answer").unwrap();
        let _ = second.connection.writer.close_notify();
        first.incoming.extend(second.drain());
        assert_eq!(first.read(&mut usize::MAX.clone()), Halt::Failed(Error::PeerClosed));
    }
}

#[test]
fn nothing_is_read_after_close_notify() {
    let mut rogue = Rogue::server_connected();
    rogue.push(
        ContentType::ALERT,
        &rogue::alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY),
    );
    rogue.push(ContentType::APPLICATION_DATA, b"late");
    assert_eq!(rogue.go_on(), Halt::Failed(Error::PeerClosed));
    assert_eq!(rogue.go_on(), Halt::Failed(Error::PeerClosed));
    assert_eq!(rogue.end.received, b"");
}

#[test]
fn truncated_streams() {
    // After the handshake, at every byte of a record, and between records.
    let mut pair = connected();
    pair.client.connection.writer.write(b"data").unwrap();
    let sealed = pair.client.drain();
    for len in 0..sealed.len() {
        let mut pair = connected();
        pair.server.incoming = sealed[..len].to_vec();
        assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
        pair.server.connection.reader.end_of_stream();
        for _ in 0..2 {
            assert_eq!(
                pair.server.read(&mut usize::MAX.clone()),
                Halt::Failed(Error::ConnectionEof)
            );
        }
        // No alert is owed for it, and we may still write.
        assert!(pair.server.drain().is_empty());
        assert_eq!(pair.server.connection.writer.write(b"x").unwrap(), 1);
    }
    // In the handshake, at every byte.
    let mut pair = Pair::new();
    pair.connect();
    let mut hello = vec![];
    Pair::new()
        .client
        .handshake(&mut 0, &mut usize::MAX.clone(), &mut hello);
    for len in 0..hello.len() {
        let mut pair = Pair::new();
        pair.server.incoming = hello[..len].to_vec();
        let halt = pair.server.handshake(&mut usize::MAX.clone(), &mut 0, &mut vec![]);
        assert_eq!(halt, Halt::Blocked);
        pair.server.connection.reader.end_of_stream();
        for _ in 0..2 {
            let halt = pair.server.handshake(&mut usize::MAX.clone(), &mut 0, &mut vec![]);
            assert_eq!(halt, Halt::Failed(Error::ConnectionEof));
        }
    }
}

/// What is here is still read after the transport has ended.
#[test]
fn data_before_the_end() {
    let mut pair = connected();
    pair.client.connection.writer.write(b"data").unwrap();
    pair.server.incoming = pair.client.drain();
    let mut byte = 1;
    assert_eq!(pair.server.read(&mut byte), Halt::Blocked);
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
    pair.server.connection.reader.end_of_stream();
    assert_eq!(pair.server.received, b"data");
    assert_eq!(
        pair.server.read(&mut usize::MAX.clone()),
        Halt::Failed(Error::ConnectionEof)
    );
}

#[test]
fn every_changed_byte_of_a_record_is_noticed() {
    let mut pair = connected();
    pair.client.connection.writer.write(b"data").unwrap();
    let sealed = pair.client.drain();
    for index in 0..sealed.len() {
        let mut rogue = Rogue::server_connected();
        rogue.push(ContentType::APPLICATION_DATA, b"data");
        let mut sealed = rogue.line.sealed();
        sealed[index] ^= 0x40;
        rogue.end.incoming = sealed;
        let halt = rogue.go_on();
        match index {
            // The type, the major version, and the length, which now asks for more.
            0 | 1 => assert_eq!(halt, Halt::Failed(Error::InvalidRecord)),
            // RFC 8446 section 5.1: the minor version is ignored; but it is authenticated.
            3 | 4 => assert_eq!(halt, Halt::Blocked),
            _ => assert_eq!(halt, Halt::Failed(Error::BadRecordMac)),
        }
        if let Halt::Failed(error) = halt {
            assert_eq!(rogue.line.alert(), error.alert());
        }
    }
}

/// What the reader finds, the writer says, once.
#[test]
fn alert_of_the_reader_goes_out_with_the_writer() {
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::APPLICATION_DATA, b"data");
    let mut sealed = rogue.line.sealed();
    *sealed.last_mut().unwrap() ^= 1;
    rogue.end.incoming = sealed;
    assert_eq!(
        rogue.end.read(&mut usize::MAX.clone()),
        Halt::Failed(Error::BadRecordMac)
    );
    assert!(matches!(
        rogue.end.connection.writer.write(b"x"),
        Err(Stop::Fail(Error::BadRecordMac))
    ));
    rogue.line.bytes = rogue.end.drain();
    assert_eq!(rogue.line.alert(), Some(AlertDescription::BAD_RECORD_MAC));
    assert!(rogue.end.drain().is_empty());
}

#[test]
fn alerts_of_the_application() {
    let mut pair = connected();
    let writer = &mut pair.client.connection.writer;
    let alert = (AlertLevel::FATAL, AlertDescription::USER_CANCELED);
    assert!(matches!(
        writer.send_alert(alert.0, alert.1),
        Err(Stop::Want(Want::Send))
    ));
    pair.server.incoming.extend(pair.client.drain());
    assert!(matches!(
        pair.client.connection.writer.send_alert(alert.0, alert.1),
        Ok(())
    ));
    assert!(pair.client.drain().is_empty());
    // In the middle of a handshake, and before it.
    for steps in 0..3 {
        let mut pair = Pair::new();
        for _ in 0..steps {
            let _ = pair.client.connection.step();
        }
        let _ = pair.client.drain();
        let writer = &mut pair.client.connection.writer;
        let sent = writer.send_alert(AlertLevel::FATAL, AlertDescription::INTERNAL_ERROR);
        assert!(matches!(sent, Err(Stop::Want(Want::Send))));
        assert_eq!(pair.client.drain(), [21, 3, 3, 0, 2, 2, 80]);
        // Nothing follows a fatal alert.
        for _ in 0..2 {
            assert!(matches!(
                pair.client.connection.step(),
                Err(Stop::Fail(Error::BadInput))
            ));
            assert!(pair.client.drain().is_empty());
        }
    }
}

#[test]
fn failures_from_the_outside() {
    let mut pair = connected();
    pair.client.connection.fail(Error::Application(-0x52));
    pair.client.connection.fail(Error::Internal);
    assert!(matches!(
        pair.client.connection.step(),
        Err(Stop::Fail(Error::Application(-0x52)))
    ));
    assert!(matches!(
        pair.client.connection.reader.read(&mut [0]),
        Err(Stop::Fail(Error::Application(-0x52)))
    ));
    pair.server.incoming = pair.client.drain();
    let alert = Error::PeerAlert(AlertDescription::INTERNAL_ERROR);
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Failed(alert));
    // The other side has nothing to add.
    assert!(matches!(pair.server.connection.writer.write(b"x"), Err(Stop::Fail(error)) if error == alert));
    assert!(matches!(pair.server.connection.writer.close_notify(), Ok(())));
    assert!(pair.server.drain().is_empty());
}

#[test]
fn misuse() {
    for side in [Side::Client, Side::Server] {
        let mut pair = Pair::new();
        let end = if side == Side::Client {
            &mut pair.client
        } else {
            &mut pair.server
        };
        let connection = &mut end.connection;
        // Data before the handshake; an answer without a question; bytes that nobody asked for.
        for _ in 0..2 {
            assert!(matches!(
                connection.reader.read(&mut [0]),
                Err(Stop::Fail(Error::BadInput))
            ));
            assert!(matches!(
                connection.writer.write(b"x"),
                Err(Stop::Fail(Error::BadInput))
            ));
            assert!(matches!(
                connection.writer.update_keys(true),
                Err(Stop::Fail(Error::BadInput))
            ));
        }
        connection.answer(Answer::Peer(None));
        assert!(matches!(connection.step(), Ok(())));
        let loan = connection.writer.lend();
        assert!(loan.unsent().is_empty());
        connection.writer.give_back(loan, 0);
        assert!(connection.peer_chain().is_empty());
        assert!(connection.client_hello().is_none() && connection.certificate_request().is_none());
    }
    // The wrong reads have left no mark: the handshake still works.
    let mut pair = Pair::new();
    assert!(matches!(
        pair.client.connection.reader.read(&mut [0]),
        Err(Stop::Fail(Error::BadInput))
    ));
    assert!(matches!(
        pair.client.connection.writer.write(b"x"),
        Err(Stop::Fail(Error::BadInput))
    ));
    pair.connect();
    pair.exchange(100);
    // A step too many changes nothing.
    assert!(matches!(pair.client.connection.step(), Ok(())));
    assert!(pair.client.connection.is_handshake_over());
    pair.exchange(100);
}

/// A callback that claims more than it was given ends the connection, not the process.
#[test]
fn callbacks_that_lie() {
    let mut pair = connected();
    let Err(Stop::Want(Want::Recv { at_least })) = pair.server.connection.reader.read(&mut [0]) else {
        panic!()
    };
    let loan = pair.server.connection.reader.lend(at_least);
    pair.server.connection.reader.give_back(loan, at_least + 1);
    assert!(matches!(
        pair.server.connection.reader.read(&mut [0]),
        Err(Stop::Fail(Error::Internal))
    ));

    let mut pair = connected();
    pair.client.connection.writer.write(b"data").unwrap();
    let loan = pair.client.connection.writer.lend();
    let len = loan.unsent().len();
    pair.client.connection.writer.give_back(loan, len + 1);
    assert!(matches!(
        pair.client.connection.writer.write(b"x"),
        Err(Stop::Fail(Error::Internal) | Stop::Want(_))
    ));
    assert!(matches!(
        pair.client.connection.step(),
        Err(Stop::Fail(Error::Internal))
    ));
}

/// A callback may call back into the connection whose buffer it holds.
#[test]
fn calls_while_a_buffer_is_lent() {
    let mut pair = connected();
    let Err(Stop::Want(Want::Recv { at_least })) = pair.server.connection.reader.read(&mut [0]) else {
        panic!()
    };
    let loan = pair.server.connection.reader.lend(at_least);
    let again = pair.server.connection.reader.lend(at_least);
    pair.server.connection.reader.give_back(again, 0);
    pair.server.connection.reader.give_back(loan, 0);
    pair.exchange(10);
    pair.server.received.clear();

    pair.client.connection.writer.write(b"one").unwrap();
    let loan = pair.client.connection.writer.lend();
    assert!(matches!(
        pair.client.connection.writer.write(b"two"),
        Err(Stop::Want(Want::Send))
    ));
    let sent = loan.unsent().to_vec();
    pair.server.incoming.extend(&sent);
    pair.client.connection.writer.give_back(loan, sent.len());
    assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert_eq!(pair.server.received, b"one");
    pair.server.received.clear();
    pair.exchange(10);
}

/// One thread reads while another writes, on the same connection.
#[test]
fn two_threads() {
    let mut pair = connected();
    let data: Vec<u8> = (0..400_000u32).map(|number| number.to_le_bytes()[0]).collect();
    let Pair { client, server, .. } = &mut pair;
    for _ in 0..3 {
        client.connection.writer.update_keys(true).unwrap();
        server.incoming.extend(client.drain());
    }
    // What the client will read, sealed beforehand, with KeyUpdates in between that ask for answers.
    let mut incoming = vec![];
    for piece in data.chunks(10_000) {
        server.connection.writer.update_keys(true).unwrap();
        server.connection.writer.flush().unwrap_err();
        incoming.extend(server.drain());
        server.connection.writer.write(piece).unwrap();
        incoming.extend(server.drain());
    }
    let ferrotls::tls::connection::Connection { reader, writer, .. } = &mut client.connection;
    let (received, sent) = std::thread::scope(|scope| {
        let reading = scope.spawn(move || {
            let (mut rest, mut received, mut out) = (&incoming[..], vec![], [0; 5000]);
            loop {
                match reader.read(&mut out) {
                    Ok(len) => received.extend_from_slice(&out[..len]),
                    Err(Stop::Want(Want::Recv { at_least })) if at_least <= rest.len() => {
                        let mut loan = reader.lend(at_least);
                        loan.space().copy_from_slice(&rest[..at_least]);
                        reader.give_back(loan, at_least);
                        rest = &rest[at_least..];
                    }
                    Err(Stop::Want(_)) => return received,
                    Err(Stop::Fail(error)) => panic!("{error}"),
                }
            }
        });
        let data = &data;
        let writing = scope.spawn(move || {
            let mut sent = vec![];
            let mut rest = &data[..];
            while !rest.is_empty() {
                match writer.write(rest) {
                    Ok(len) => rest = &rest[len..],
                    Err(Stop::Want(_)) => {
                        let loan = writer.lend();
                        sent.extend_from_slice(loan.unsent());
                        let len = loan.unsent().len();
                        writer.give_back(loan, len);
                    }
                    Err(Stop::Fail(error)) => panic!("{error}"),
                }
            }
            sent
        });
        (reading.join().unwrap(), writing.join().unwrap())
    });
    assert!(received == data);
    server.incoming.extend(sent);
    server.incoming.extend(client.drain());
    assert_eq!(server.read(&mut usize::MAX.clone()), Halt::Blocked);
    assert!(server.received == data);
}
