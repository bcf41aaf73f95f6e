use super::*;
use crate::tls::{
    config::Side,
    keys::{
        schedule13::Early,
        trace::{receive, traffic},
    },
    record::{
        buffer::BUFFER_LEN,
        inbound::Inbound,
        protect::Opener,
        protect13::{Limits, RecordKey},
    },
    suites::SUITES,
};

const DATA: ContentType = ContentType::APPLICATION_DATA;
const HANDSHAKE: ContentType = ContentType::HANDSHAKE;

fn key() -> RecordKey {
    traffic().traffic_secret(Side::Server).record_key().unwrap()
}

fn protected() -> (Outbound, Inbound) {
    let (mut outbound, mut inbound) = (Outbound::new(), Inbound::new());
    outbound.change_key(Sealer::Tls13(key()));
    inbound.change_key(Opener::Tls13(key())).unwrap();
    (outbound, inbound)
}

#[test]
fn long_payloads_become_records_of_the_fragment_length() {
    let (mut outbound, mut inbound) = protected();
    outbound.set_max_fragment(1000).unwrap();
    let payload: Vec<u8> = (0..2500u16).map(|n| n as u8).collect();
    outbound.push(HANDSHAKE, &payload).unwrap();
    assert_eq!(outbound.unsent().len(), 2500 + 3 * outbound.expansion());
    let records = receive(&mut inbound, outbound.unsent(), 9999).unwrap();
    assert_eq!(
        records.iter().map(|(_, content)| content.len()).collect::<Vec<_>>(),
        [1000, 1000, 500]
    );
    assert_eq!(
        records.into_iter().flat_map(|(_, content)| content).collect::<Vec<_>>(),
        payload
    );
    for wrong in [0, MAX_PLAINTEXT_LEN + 1, usize::MAX] {
        assert_eq!(outbound.set_max_fragment(wrong), Err(Error::BadInput));
    }
}

#[test]
fn a_flight_longer_than_a_buffer_goes_out_in_one_piece() {
    let (mut outbound, mut inbound) = protected();
    let payload = vec![3; 3 * MAX_PLAINTEXT_LEN + 1];
    outbound.push(HANDSHAKE, &payload).unwrap();
    assert_eq!(outbound.lend().unsent().len(), payload.len() + 4 * 22);
    let (mut outbound, _) = protected();
    outbound.push(HANDSHAKE, &payload).unwrap();
    let records = receive(&mut inbound, outbound.unsent(), 9999).unwrap();
    assert_eq!(records.concat_contents(), payload);
}

/// The contents of records, one after the other.
trait Contents {
    fn concat_contents(&self) -> Vec<u8>;
}

impl Contents for Vec<(ContentType, Vec<u8>)> {
    fn concat_contents(&self) -> Vec<u8> {
        self.iter().flat_map(|(_, content)| content.clone()).collect()
    }
}

#[test]
fn partial_sends_at_every_byte() {
    let (mut whole, _) = protected();
    whole.push(DATA, b"first").unwrap();
    whole.push(DATA, b"second").unwrap();
    let expected = whole.unsent().to_vec();
    for cut in 1..=expected.len() {
        let (mut outbound, _) = protected();
        outbound.push(DATA, b"first").unwrap();
        outbound.push(DATA, b"second").unwrap();
        let mut sent = Vec::new();
        while outbound.has_unsent() {
            let loan = outbound.lend();
            let len = cut.min(loan.unsent().len());
            sent.extend_from_slice(&loan.unsent()[..len]);
            outbound.give_back(loan, len).unwrap();
        }
        assert_eq!(sent, expected);
        assert!(outbound.buffer.is_none());
    }
}

#[test]
fn idle_holds_no_buffer_and_the_same_one_serves_every_record() {
    let (mut outbound, _) = protected();
    let mut address = None;
    let payload = vec![1; MAX_PLAINTEXT_LEN];
    for _ in 0..20 {
        assert!(!outbound.has_unsent() && outbound.buffer.is_none());
        outbound.push(DATA, &payload).unwrap();
        let loan = outbound.lend();
        let start = loan.unsent().as_ptr();
        assert_eq!(*address.get_or_insert(start), start);
        assert!(loan.unsent().len() <= BUFFER_LEN);
        let len = loan.unsent().len();
        outbound.give_back(loan, len).unwrap();
    }
    assert!(outbound.lend().unsent().is_empty());
}

#[test]
fn what_is_pushed_under_the_callback_goes_behind() {
    let (mut outbound, mut inbound) = protected();
    outbound.push(DATA, b"lent").unwrap();
    let loan = outbound.lend();
    assert!(outbound.has_unsent());
    assert!(outbound.lend().unsent().is_empty(), "a second loan is empty");
    outbound.push(DATA, b"later").unwrap();
    let mut bytes = loan.unsent()[..3].to_vec();
    outbound.give_back(loan, 3).unwrap();
    bytes.extend_from_slice(outbound.unsent());
    let records = receive(&mut inbound, &bytes, 9999).unwrap();
    assert_eq!(records, [(DATA, b"lent".to_vec()), (DATA, b"later".to_vec())]);
}

#[test]
fn a_transport_that_lies_is_found_out() {
    let (mut outbound, _) = protected();
    outbound.push(DATA, b"data").unwrap();
    let loan = outbound.lend();
    let len = loan.unsent().len();
    assert_eq!(outbound.give_back(loan, len + 1), Err(Error::Internal));
    let loan = outbound.lend();
    outbound.push(DATA, b"later").unwrap();
    assert_eq!(
        outbound.give_back(loan, len + 1),
        Err(Error::Internal),
        "bytes pushed meanwhile were not lent"
    );
    assert_eq!(outbound.sent(usize::MAX), Err(Error::Internal));

    let loan = outbound.lend();
    let mut reset = Outbound::new();
    assert_eq!(reset.give_back(loan, 1), Err(Error::BadInput));
    assert!(!reset.has_unsent());
    assert_eq!((reset.sent(0), reset.sent(1)), (Ok(()), Err(Error::Internal)));
}

#[test]
fn padding_hides_the_length() {
    for (granularity, len, inner) in [
        (0, 10, 11),
        (1, 10, 11),
        (16, 10, 16),
        (16, 15, 16),
        (16, 16, 32),
        (512, 0, 512),
    ] {
        let (mut outbound, mut inbound) = protected();
        outbound.set_padding_granularity(granularity);
        outbound.push(DATA, &vec![b'x'; len]).unwrap();
        assert_eq!(outbound.unsent().len(), 5 + inner + 16);
        let content = receive(&mut inbound, outbound.unsent(), 9999)
            .unwrap()
            .concat_contents();
        assert_eq!(content, vec![b'x'; len]);
    }
    // RFC 8446 section 5.4: padding never takes a record over the limit.
    let (mut outbound, mut inbound) = protected();
    outbound.set_padding_granularity(u16::MAX);
    outbound.push(DATA, &[1; MAX_PLAINTEXT_LEN]).unwrap();
    outbound.push(DATA, &[1; 1]).unwrap();
    assert_eq!(outbound.unsent().len(), 2 * (5 + MAX_PLAINTEXT_LEN + 1 + 16));
    assert_eq!(receive(&mut inbound, outbound.unsent(), 9999).unwrap().len(), 2);
}

#[test]
fn empty_payloads_are_for_application_data_only() {
    let (mut outbound, mut inbound) = protected();
    for kind in [HANDSHAKE, ContentType::ALERT] {
        assert_eq!(outbound.push(kind, b""), Err(Error::BadInput));
    }
    assert!(!outbound.has_unsent());
    outbound.push(DATA, b"").unwrap();
    assert_eq!(receive(&mut inbound, outbound.unsent(), 9999), Ok(vec![]));
}

#[test]
fn change_cipher_spec_is_never_protected() {
    let (mut outbound, _) = protected();
    outbound.push_change_cipher_spec().unwrap();
    assert_eq!(outbound.unsent(), [20, 3, 3, 0, 1, 1]);
}

#[test]
fn a_key_wants_an_update_before_its_limit_and_stops_at_it() {
    let limits = Limits {
        update_at: 3,
        refuse_at: 5,
    };
    let mut outbound = Outbound::new();
    outbound.change_key(Sealer::Tls13(key().with_limits(limits)));
    for sealed in 0..5 {
        assert_eq!(outbound.needs_key_update(), sealed >= 3);
        outbound.push(DATA, b"d").unwrap();
    }
    let len = outbound.unsent().len();
    assert_eq!(outbound.push(DATA, b"d"), Err(Error::CounterWrapping));
    assert_eq!(outbound.unsent().len(), len);
    outbound.sent(len).unwrap();
    assert_eq!(outbound.push(DATA, b"d"), Err(Error::CounterWrapping));
    assert!(!outbound.has_unsent());

    let next = traffic().traffic_secret(Side::Server).next().unwrap();
    outbound.change_key(next.sealer().unwrap());
    assert!(!outbound.needs_key_update());
    outbound.push(DATA, b"d").unwrap();
}

#[test]
fn every_suite_has_its_limits_and_talks_to_itself() {
    for suite in &SUITES {
        let limits = Limits::of(suite);
        assert_eq!(limits.refuse_at, suite.confidentiality_limit);
        assert!(limits.update_at < limits.refuse_at && limits.refuse_at - limits.update_at <= 1024);

        let hash = suite.hash.hash(b"");
        let schedule = Early::new(suite, None)
            .handshake(Some(&[7; 32]), hash.as_ref())
            .unwrap();
        let secret = schedule.traffic_secret(Side::Client);
        let (mut outbound, mut inbound) = (Outbound::new(), Inbound::new());
        outbound.change_key(secret.sealer().unwrap());
        inbound.change_key(secret.opener().unwrap()).unwrap();
        let payload = vec![9; 2 * MAX_PLAINTEXT_LEN];
        outbound.push(DATA, &payload).unwrap();
        assert_eq!(outbound.unsent().len(), payload.len() + 2 * outbound.expansion());
        assert_eq!(outbound.expansion(), 5 + 1 + suite.aead.tag_len());
        assert_eq!(
            receive(&mut inbound, outbound.unsent(), 9999)
                .unwrap()
                .concat_contents(),
            payload
        );

        let mut at_limit = secret.record_key().unwrap();
        at_limit.skip_to(limits.update_at - 1);
        outbound.sent(outbound.unsent().len()).unwrap();
        outbound.change_key(Sealer::Tls13(at_limit));
        assert!(!outbound.needs_key_update());
        outbound.push(DATA, b"d").unwrap();
        assert!(outbound.needs_key_update());
        let mut used_up = secret.record_key().unwrap();
        used_up.skip_to(limits.refuse_at);
        outbound.change_key(Sealer::Tls13(used_up));
        assert_eq!(outbound.push(DATA, b"d"), Err(Error::CounterWrapping));
    }
}
