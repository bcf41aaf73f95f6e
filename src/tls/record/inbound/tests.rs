#[cfg(feature = "tls12")]
mod tls12;

use super::*;
use crate::tls::{
    config::Side,
    keys::trace::{receive, traffic},
    record::protect13::RecordKey,
};

const DATA: ContentType = ContentType::APPLICATION_DATA;
const HANDSHAKE: ContentType = ContentType::HANDSHAKE;
const ALERT: ContentType = ContentType::ALERT;
const CCS: ContentType = ContentType::CHANGE_CIPHER_SPEC;

fn key() -> RecordKey {
    traffic().traffic_secret(Side::Client).record_key().unwrap()
}

/// A receiver that opens with [`key`].
fn protected() -> Inbound {
    let mut inbound = Inbound::new();
    inbound.change_key(Opener::Tls13(key())).unwrap();
    inbound
}

/// Records sealed one after the other with [`key`]: type, content, zeros of padding.
fn sealed(records: &[(ContentType, &[u8], usize)]) -> Vec<u8> {
    let (mut key, mut out) = (key(), Buffer::take());
    for &(kind, content, padding) in records {
        key.seal(kind, content, padding, &mut out).unwrap();
    }
    out.filled().to_vec()
}

/// An unprotected record.
fn plain(kind: ContentType, content: &[u8]) -> Vec<u8> {
    let [l0, l1] = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[kind.0, 3, 3, l0, l1], content].concat()
}

fn fails(inbound: &mut Inbound, bytes: &[u8]) -> Error {
    let error = receive(inbound, bytes, usize::MAX).unwrap_err();
    assert_eq!(receive(inbound, &[], 1), Err(error), "an error repeats");
    assert!(inbound.buffer.is_none(), "a failed connection holds no buffer");
    error
}

#[test]
fn asks_for_the_header_then_for_the_body_and_never_for_more() {
    let mut inbound = Inbound::new();
    let record = plain(HANDSHAKE, &[7; 300]);
    let mut asked = Vec::new();
    for &byte in &record {
        let Err(Stop::Want(Want::Recv { at_least })) = inbound.next_record() else {
            panic!()
        };
        asked.push(at_least);
        let mut loan = inbound.lend(at_least);
        loan.space()[0] = byte;
        inbound.give_back(loan, 1).unwrap();
    }
    let expected: Vec<usize> = (1..=5).rev().chain((1..=300).rev()).collect();
    assert_eq!(asked, expected);
    assert_eq!(
        inbound.next_record().unwrap(),
        Record {
            kind: HANDSHAKE,
            body: 5..305
        }
    );
    assert_eq!(
        inbound.next_record().unwrap().body,
        5..305,
        "a record stays until it is consumed"
    );
    inbound.consume(100);
    assert_eq!(inbound.next_record().unwrap().body, 105..305);
    assert_eq!(inbound.body(), [7; 200]);
}

#[test]
fn idle_holds_no_buffer_and_the_same_one_serves_every_record() {
    let mut inbound = protected();
    let bytes = sealed(&[(DATA, &[1; 1000][..], 0); 20]);
    let mut address = None;
    for record in bytes.chunks(bytes.len() / 20) {
        assert!(inbound.buffer.is_none() && !inbound.is_mid_record());
        let loan = inbound.lend(5);
        inbound.give_back(loan, 0).unwrap();
        assert!(inbound.buffer.is_none(), "nothing received, nothing held");
        for part in [&record[..5], &record[5..]] {
            let mut loan = inbound.lend(part.len());
            loan.space().copy_from_slice(part);
            if part.len() == 5 {
                assert_eq!(*address.get_or_insert(loan.space().as_ptr()), loan.space().as_ptr());
            }
            inbound.give_back(loan, part.len()).unwrap();
            assert!(inbound.is_mid_record());
        }
        inbound.next_record().unwrap();
        assert_eq!(inbound.bytes_available(), 1000);
        let mut out = [0; 600];
        assert_eq!(inbound.read(&mut out), 600);
        assert_eq!((inbound.read(&mut out), &out[..400]), (400, &[1; 400][..]));
    }
}

#[test]
fn plaintext_of_a_consumed_record_is_wiped() {
    for consumed in [true, false] {
        let mut inbound = protected();
        let bytes = sealed(&[(DATA, b"not for the next connection", 3)]);
        let mut loan = inbound.lend(bytes.len());
        loan.space().copy_from_slice(&bytes);
        inbound.give_back(loan, bytes.len()).unwrap();
        inbound.next_record().unwrap();
        let len = inbound.body().len();
        if consumed {
            inbound.consume(len);
        } else {
            drop(inbound);
        }
        let mut next = Buffer::take();
        assert_eq!(next.space(5 + len)[5..], vec![0; len]);
    }
}

#[test]
fn headers_that_are_no_tls() {
    for (header, error) in [
        ([0, 3, 3, 0, 1], Error::InvalidRecord),
        ([24, 3, 3, 0, 1], Error::InvalidRecord),
        (*b"GET /", Error::InvalidRecord),
        ([22, 2, 0, 0, 1], Error::InvalidRecord),
        ([22, 4, 3, 0, 1], Error::InvalidRecord),
        ([22, 3, 3, 0x40, 1], Error::RecordOverflow),
        ([22, 3, 3, 255, 255], Error::RecordOverflow),
        ([23, 3, 3, 0, 1], Error::UnexpectedMessage),
        ([20, 3, 3, 0, 1], Error::UnexpectedMessage),
    ] {
        assert_eq!(fails(&mut Inbound::new(), &header), error, "{header:?}");
    }
    // RFC 8446 section 5.1: legacy_record_version is ignored.
    for minor in [0, 1, 3, 4, 255] {
        let got = receive(&mut Inbound::new(), &[22, 3, minor, 0, 1, 9], 9);
        assert_eq!(got, Ok(vec![(HANDSHAKE, vec![9])]));
    }
}

#[test]
fn longest_records_and_one_byte_more() {
    let full = vec![5; MAX_PLAINTEXT_LEN];
    assert_eq!(
        receive(&mut Inbound::new(), &plain(HANDSHAKE, &full), 9999),
        Ok(vec![(HANDSHAKE, full.clone())])
    );
    assert_eq!(
        receive(&mut protected(), &sealed(&[(DATA, &full, 0)]), 9999),
        Ok(vec![(DATA, full.clone())])
    );

    // RFC 8446 section 5.2: "An endpoint that receives a record that exceeds this length MUST terminate the
    // connection with a "record_overflow" alert."
    let [l0, l1] = u16::try_from(MAX_CIPHERTEXT_LEN + 1).unwrap().to_be_bytes();
    assert_eq!(fails(&mut protected(), &[23, 3, 3, l0, l1]), Error::RecordOverflow);
    // Section 5.4: the same for an inner plaintext over 2^14 + 1 bytes, whether content or padding makes it so.
    let long = vec![5; MAX_PLAINTEXT_LEN + 1];
    assert_eq!(
        fails(&mut protected(), &sealed(&[(DATA, &long, 0)])),
        Error::RecordOverflow
    );
    assert_eq!(
        fails(&mut protected(), &sealed(&[(DATA, &full, 1)])),
        Error::RecordOverflow
    );
    assert_eq!(
        fails(&mut protected(), &sealed(&[(DATA, b"x", MAX_PLAINTEXT_LEN)])),
        Error::RecordOverflow
    );
    let padded = sealed(&[(DATA, b"x", MAX_PLAINTEXT_LEN - 1)]);
    assert_eq!(
        receive(&mut protected(), &padded, 9999),
        Ok(vec![(DATA, b"x".to_vec())])
    );
}

#[test]
fn every_flipped_bit_is_refused() {
    let record = sealed(&[(DATA, b"some data", 2)]);
    for bit in 0..record.len() * 8 {
        let mut bytes = record.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let mut inbound = protected();
        match bit / 8 {
            // A longer record never comes to its end; all else fails at once.
            3 | 4 if bytes[3..5] > record[3..5] => match receive(&mut inbound, &bytes, 9999) {
                Ok(records) => assert!(records.is_empty()),
                Err(error) => assert_eq!(error, Error::RecordOverflow),
            },
            0 | 1 => assert_ne!(fails(&mut inbound, &bytes), Error::BadRecordMac),
            _ => assert_eq!(fails(&mut inbound, &bytes), Error::BadRecordMac),
        }
    }
    for len in 0..17 {
        assert_eq!(
            fails(&mut protected(), &plain(DATA, &vec![0; len])),
            Error::BadRecordMac
        );
    }
}

#[test]
fn records_are_bound_to_their_order() {
    let bytes = sealed(&[(DATA, b"one", 0), (DATA, b"two", 0)]);
    let (first, second) = bytes.split_at(bytes.len() / 2);
    assert_eq!(fails(&mut protected(), second), Error::BadRecordMac);
    assert_eq!(fails(&mut protected(), &[first, first].concat()), Error::BadRecordMac);
}

#[test]
fn inner_types() {
    for (kind, content, padding) in [(HANDSHAKE, &b"h"[..], 0), (ALERT, &[2, 0], 9), (DATA, b"d", 255)] {
        let got = receive(&mut protected(), &sealed(&[(kind, content, padding)]), 9999);
        assert_eq!(got, Ok(vec![(kind, content.to_vec())]));
    }
    // RFC 8446 section 5.4: no non-zero octet; and handshake or alert without content.
    for record in [
        (ContentType(0), &[0; 40][..], 3),
        (ContentType(0), &[], 0),
        (HANDSHAKE, &[], 5),
        (ALERT, &[], 0),
    ] {
        assert_eq!(fails(&mut protected(), &sealed(&[record])), Error::UnexpectedMessage);
    }
    // Section 5: a protected change_cipher_spec, allowed or not; and types that do not exist.
    for kind in [CCS, ContentType(24), ContentType(255)] {
        let mut inbound = protected();
        inbound.allow_change_cipher_spec(true);
        assert_eq!(
            fails(&mut inbound, &sealed(&[(kind, &[1], 0)])),
            Error::UnexpectedMessage
        );
    }
    for kind in [HANDSHAKE, ALERT] {
        assert_eq!(fails(&mut Inbound::new(), &plain(kind, &[])), Error::UnexpectedMessage);
    }
}

#[test]
fn only_protected_records_once_there_are_keys() {
    for kind in [HANDSHAKE, ALERT, CCS] {
        assert_eq!(fails(&mut protected(), &plain(kind, &[1])), Error::UnexpectedMessage);
    }
}

#[test]
fn change_cipher_spec_is_dropped_while_it_is_allowed() {
    let ccs = plain(CCS, &[1]);
    let mut inbound = protected();
    inbound.allow_change_cipher_spec(true);
    let bytes = [&ccs[..], &sealed(&[(HANDSHAKE, b"h", 0)])].concat();
    assert_eq!(
        receive(&mut inbound, &bytes, 1),
        Ok(vec![(HANDSHAKE, b"h".to_vec())]),
        "no sequence number is used"
    );
    inbound.allow_change_cipher_spec(false);
    assert_eq!(fails(&mut inbound, &ccs), Error::UnexpectedMessage);

    for wrong in [&[][..], &[0], &[2], &[1, 1]] {
        let mut inbound = Inbound::new();
        inbound.allow_change_cipher_spec(true);
        assert_eq!(fails(&mut inbound, &plain(CCS, wrong)), Error::UnexpectedMessage);
    }
    let mut inbound = Inbound::new();
    inbound.allow_change_cipher_spec(true);
    assert_eq!(
        receive(&mut inbound, &ccs.repeat(usize::from(MAX_CHANGE_CIPHER_SPEC)), 9),
        Ok(vec![])
    );
    assert_eq!(fails(&mut inbound, &ccs), Error::TooMuch);
}

#[test]
fn nothing_comes_between_the_fragments_of_a_message() {
    for bytes in [plain(CCS, &[1]), sealed(&[(DATA, b"d", 0)]), sealed(&[(DATA, b"", 0)])] {
        let mut inbound = protected();
        inbound.allow_change_cipher_spec(true);
        inbound.set_mid_message(true);
        assert_eq!(fails(&mut inbound, &bytes), Error::UnexpectedMessage);
    }
    for record in [(HANDSHAKE, &b"rest"[..], 0), (ALERT, &[2, 80], 0)] {
        let mut inbound = protected();
        inbound.set_mid_message(true);
        assert_eq!(receive(&mut inbound, &sealed(&[record]), 9).unwrap().len(), 1);
    }
    // A warning, after which the message would go on; before there are keys, too.
    let canceled = [1, 90];
    for (mut inbound, bytes) in [
        (protected(), sealed(&[(ALERT, &canceled, 0)])),
        (Inbound::new(), plain(ALERT, &canceled)),
        (Inbound::new(), plain(ALERT, &[1, 112])),
    ] {
        inbound.set_mid_message(true);
        assert_eq!(alerts(&mut inbound, &bytes), Err(Error::UnexpectedMessage));
    }
}

#[test]
fn empty_application_records_are_dropped_but_not_for_ever() {
    let most = usize::from(MAX_EMPTY_RECORDS);
    let empty = (DATA, &b""[..], 1);
    let mut records = vec![empty; most];
    records.push((DATA, b"d", 0));
    records.extend(vec![empty; most]);
    assert_eq!(
        receive(&mut protected(), &sealed(&records), 9999),
        Ok(vec![(DATA, b"d".to_vec())])
    );
    records.push(empty);
    assert_eq!(fails(&mut protected(), &sealed(&records)), Error::TooMuch);
}

#[test]
fn warnings_between_empty_records_do_not_make_more_of_them_pass() {
    let (empty, canceled) = ((DATA, &b""[..], 1), (ALERT, &[1, 90][..], 0));
    let most = usize::from(MAX_EMPTY_RECORDS);
    let mut records = vec![empty; most - 1];
    for _ in 0..MAX_WARNING_ALERTS {
        records.push(canceled);
    }
    records.push(empty);
    let few = Ok(vec![Notice::Ignored; usize::from(MAX_WARNING_ALERTS)]);
    assert_eq!(alerts(&mut protected(), &sealed(&records)), few);
    records.push(empty);
    assert_eq!(alerts(&mut protected(), &sealed(&records)), Err(Error::TooMuch));
}

#[test]
fn messages_between_them_do_not_make_more_of_them_pass() {
    let update = (HANDSHAKE, &[24, 0, 0, 1, 0][..], 0);
    for (useless, most) in [
        ((DATA, &b""[..], 1), MAX_EMPTY_RECORDS),
        ((ALERT, &[1, 90][..], 0), MAX_WARNING_ALERTS),
    ] {
        let mut records: Vec<_> = (0..most).flat_map(|_| [useless, update]).collect();
        assert!(alerts(&mut protected(), &sealed(&records)).is_ok());
        // Data does.
        records.push((DATA, b"d", 0));
        records.extend((0..most).flat_map(|_| [useless, update]));
        assert!(alerts(&mut protected(), &sealed(&records)).is_ok());
        records.push(useless);
        assert_eq!(alerts(&mut protected(), &sealed(&records)), Err(Error::TooMuch));
    }
}

/// What `inbound` makes of the alerts in `bytes`, one after the other.
fn alerts(inbound: &mut Inbound, mut bytes: &[u8]) -> Result<Vec<Notice>, Error> {
    let mut notices = Vec::new();
    loop {
        match inbound.next_record() {
            Ok(record) if record.kind == ALERT => notices.push(inbound.take_alert()?),
            Ok(_) => inbound.consume(usize::MAX),
            Err(Stop::Fail(error)) => return Err(error),
            Err(Stop::Want(Want::Recv { at_least })) if !bytes.is_empty() => {
                let mut loan = inbound.lend(at_least);
                loan.space().copy_from_slice(&bytes[..at_least]);
                inbound.give_back(loan, at_least).unwrap();
                bytes = &bytes[at_least..];
            }
            Err(_) => return Ok(notices),
        }
    }
}

#[test]
fn alerts_are_errors_whatever_level_they_claim() {
    for level in [1, 2, 77] {
        let close = sealed(&[(ALERT, &[level, 0], 0)]);
        assert_eq!(alerts(&mut protected(), &close), Ok(vec![Notice::Closed]));
        for description in [10, 48, 100, 112, 255] {
            let expected = Err(Error::PeerAlert(AlertDescription(description)));
            assert_eq!(
                alerts(&mut protected(), &sealed(&[(ALERT, &[level, description], 0)])),
                expected
            );
        }
    }
    // RFC 8446 section 5.1: "a record with an Alert type MUST contain exactly one message."
    for wrong in [&[2][..], &[2, 40, 2], &[1, 0, 1, 0]] {
        assert_eq!(
            alerts(&mut protected(), &sealed(&[(ALERT, wrong, 0)])),
            Err(Error::DecodeError)
        );
    }
}

#[test]
fn warnings_are_passed_over_but_not_for_ever() {
    let most = usize::from(MAX_WARNING_ALERTS);
    let canceled = (ALERT, &[1, 90][..], 0);
    let mut records = vec![canceled; most];
    records.push((DATA, b"d", 0));
    records.extend(vec![canceled; most]);
    assert_eq!(
        alerts(&mut protected(), &sealed(&records)),
        Ok(vec![Notice::Ignored; 2 * most])
    );
    records.push(canceled);
    assert_eq!(alerts(&mut protected(), &sealed(&records)), Err(Error::TooMuch));

    let unrecognized_name = plain(ALERT, &[1, 112]);
    assert_eq!(
        alerts(&mut Inbound::new(), &unrecognized_name),
        Ok(vec![Notice::Ignored])
    );
    assert_eq!(
        alerts(&mut Inbound::new(), &unrecognized_name.repeat(most + 1)),
        Err(Error::TooMuch)
    );
    let fatal = plain(ALERT, &[2, 112]);
    assert_eq!(
        alerts(&mut Inbound::new(), &fatal),
        Err(Error::PeerAlert(AlertDescription::UNRECOGNIZED_NAME))
    );
}

#[test]
fn plaintext_alert_of_a_client_without_keys() {
    let fatal = plain(ALERT, &[2, 47]);
    let mut inbound = protected();
    inbound.allow_plaintext_alert();
    assert_eq!(
        alerts(&mut inbound, &fatal),
        Err(Error::PeerAlert(AlertDescription::ILLEGAL_PARAMETER))
    );

    // Not a warning, and not once a record has been opened or the key has changed.
    let mut inbound = protected();
    inbound.allow_plaintext_alert();
    assert_eq!(fails(&mut inbound, &plain(ALERT, &[1, 0])), Error::UnexpectedMessage);
    let mut inbound = protected();
    inbound.allow_plaintext_alert();
    let late = [&sealed(&[(HANDSHAKE, b"h", 0)])[..], &fatal].concat();
    assert_eq!(fails(&mut inbound, &late), Error::UnexpectedMessage);
    let mut inbound = protected();
    inbound.allow_plaintext_alert();
    inbound.change_key(Opener::Tls13(key())).unwrap();
    assert_eq!(fails(&mut inbound, &fatal), Error::UnexpectedMessage);
}

#[test]
fn unread_content_does_not_survive_a_change_of_keys() {
    let mut inbound = Inbound::new();
    let record = plain(HANDSHAKE, b"client hello and what someone put behind it");
    let mut loan = inbound.lend(record.len());
    loan.space().copy_from_slice(&record);
    inbound.give_back(loan, record.len()).unwrap();
    inbound.next_record().unwrap();
    inbound.consume(12);
    assert!(inbound.has_unread());
    assert_eq!(inbound.change_key(Opener::Tls13(key())), Err(Error::UnexpectedMessage));
    inbound.consume(usize::MAX);
    assert_eq!(inbound.change_key(Opener::Tls13(key())), Ok(()));
}

#[test]
fn a_transport_that_lies_is_found_out() {
    let mut inbound = Inbound::new();
    let loan = inbound.lend(5);
    assert_eq!(inbound.give_back(loan, 6), Err(Error::Internal));
    assert_eq!(fails(&mut inbound, &[]), Error::Internal);
}

#[test]
fn calls_from_inside_the_callback() {
    let mut inbound = Inbound::new();
    let outer = inbound.lend(5);
    assert!(matches!(inbound.next_record(), Err(Stop::Fail(Error::BadInput))));
    let mut inner = inbound.lend(5);
    assert_eq!((inner.space().len(), inner.unsent().len()), (0, 0));
    inbound.give_back(inner, 0).unwrap();
    inbound.give_back(outer, 0).unwrap();
    assert!(
        matches!(inbound.next_record(), Err(Stop::Want(Want::Recv { at_least: 5 }))),
        "nothing broke"
    );

    let stale = inbound.lend(5);
    let mut reset = Inbound::new();
    assert_eq!(reset.give_back(stale, 5), Err(Error::BadInput));
    assert!(matches!(
        reset.next_record(),
        Err(Stop::Want(Want::Recv { at_least: 5 }))
    ));
}

#[test]
fn the_last_sequence_number_is_never_used() {
    let mut key = key();
    key.skip_to(u64::MAX);
    let mut inbound = Inbound::new();
    inbound.change_key(Opener::Tls13(key)).unwrap();
    assert!(inbound.wants_key_update());
    assert_eq!(fails(&mut inbound, &sealed(&[(DATA, b"d", 0)])), Error::CounterWrapping);
}

/// Brings the header of the record in `bytes`; the body it announces.
fn header_of<'a>(inbound: &mut Inbound, bytes: &'a [u8]) -> &'a [u8] {
    let (header, body) = bytes.split_first_chunk::<HEADER_LEN>().unwrap();
    let Err(Stop::Want(Want::Recv { at_least: HEADER_LEN })) = inbound.next_record() else {
        panic!()
    };
    let mut loan = inbound.lend(HEADER_LEN);
    loan.space().copy_from_slice(header);
    inbound.give_back(loan, HEADER_LEN).unwrap();
    let len = usize::from(u16::from_be_bytes([header[3], header[4]]));
    assert!(matches!(inbound.next_record(), Err(Stop::Want(Want::Recv { at_least })) if at_least == len));
    &body[..len]
}

#[test]
fn application_data_is_opened_in_the_memory_it_was_received_in() {
    let mut inbound = protected();
    let bytes = sealed(&[(DATA, b"first", 0), (DATA, b"second", 9), (DATA, b"third", 0)]);
    let mut rest = &bytes[..];
    for content in [&b"first"[..], b"second"] {
        let body = header_of(&mut inbound, rest);
        assert!(inbound.may_open_in(body.len()) && !inbound.may_open_in(body.len() - 1));
        let mut memory = body.to_vec();
        assert_eq!(inbound.open_in(&mut memory), Ok(Some(content.len())));
        assert_eq!(&memory[..content.len()], content);
        assert!(inbound.buffer.is_none() && !inbound.has_unread());
        rest = &rest[HEADER_LEN + body.len()..];
    }
    assert_eq!(
        receive(&mut inbound, rest, usize::MAX),
        Ok(vec![(DATA, b"third".to_vec())])
    );
}

#[test]
fn what_is_no_application_data_is_taken_out_of_the_memory_again() {
    for (kind, content) in [(HANDSHAKE, &b"message"[..]), (ALERT, &[1, 0])] {
        let mut inbound = protected();
        let bytes = sealed(&[(kind, content, 0)]);
        let mut memory = header_of(&mut inbound, &bytes).to_vec();
        assert_eq!(inbound.open_in(&mut memory), Ok(None));
        assert!(memory.iter().all(|&byte| byte == 0));
        assert_eq!(inbound.next_record().unwrap().kind, kind);
        assert_eq!(inbound.body(), content);
    }
    let mut inbound = protected();
    let bytes = sealed(&[(DATA, b"", 5)]);
    let mut memory = header_of(&mut inbound, &bytes).to_vec();
    assert_eq!(inbound.open_in(&mut memory), Ok(None), "an empty record is dropped");
    assert!(matches!(inbound.next_record(), Err(Stop::Want(_))));
}

#[test]
fn nothing_forged_or_too_long_stays_in_the_memory() {
    let long = [7; MAX_PLAINTEXT_LEN + 1];
    let forged = {
        let mut bytes = sealed(&[(DATA, b"forged", 0)]);
        *bytes.last_mut().unwrap() ^= 1;
        bytes
    };
    for (bytes, error) in [
        (forged, Error::BadRecordMac),
        (sealed(&[(DATA, &long, 0)]), Error::RecordOverflow),
    ] {
        let mut inbound = protected();
        let mut memory = header_of(&mut inbound, &bytes).to_vec();
        assert_eq!(inbound.open_in(&mut memory), Err(error));
        assert!(memory.iter().all(|&byte| byte == 0));
        assert_eq!(receive(&mut inbound, &[], 1), Err(error), "an error repeats");
        assert!(inbound.buffer.is_none());
    }
}

#[test]
fn only_a_whole_protected_body_may_be_opened_elsewhere() {
    let mut inbound = Inbound::new();
    let bytes = plain(HANDSHAKE, &[7; 30]);
    assert!(!inbound.may_open_in(30));
    header_of(&mut inbound, &bytes);
    assert!(!inbound.may_open_in(30), "unprotected");
    assert_eq!(inbound.open_in(&mut [0; 30]), Err(Error::Internal));

    let mut inbound = protected();
    let bytes = sealed(&[(DATA, b"content", 0)]);
    let body = header_of(&mut inbound, &bytes);
    let mut loan = inbound.lend(body.len());
    assert!(!inbound.may_open_in(body.len()), "lent");
    loan.space()[0] = body[0];
    inbound.give_back(loan, 1).unwrap();
    assert!(
        !inbound.may_open_in(body.len()) && !inbound.may_open_in(body.len() - 1),
        "begun"
    );
    assert_eq!(
        receive(&mut inbound, &body[1..], usize::MAX),
        Ok(vec![(DATA, b"content".to_vec())])
    );
}
