//! What a receiving half makes of handshake messages and change_cipher_specs in TLS 1.2.

use super::*;
use crate::tls::{
    keys::{Randoms, prf12::MasterSecret},
    record::{outbound::Outbound, protect::Sealer},
    suites12::suite12,
    wire::codes::CipherSuite,
};

const HANDSHAKE: u8 = 22;
const CCS: &[u8] = &[20, 3, 3, 0, 1, 1];
const HELLO_REQUEST: &[u8] = &[0, 0, 0, 0];
const DONE: &[u8] = &[14, 0, 0, 0];
const FINISHED: &[u8] = &[20, 0, 0, 2, 7, 7];

fn record(kind: u8, content: &[u8]) -> Vec<u8> {
    let [l0, l1] = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[kind, 3, 3, l0, l1], content].concat()
}

fn reader(side: Side) -> Reader {
    let mut reader = Reader::new(side, Arc::new(Shared::new()));
    reader.use_tls12();
    reader
}

fn key() -> RecordKey12 {
    let suite = suite12(CipherSuite::PSK_WITH_AES_128_GCM_SHA256).unwrap();
    let randoms = Randoms {
        client: [1; 32],
        server: [2; 32],
    };
    let master = MasterSecret::resumed(suite.hash, &[3; 48]).unwrap();
    *master.record_keys(suite, &randoms).unwrap().server
}

/// Calls `what` and brings bytes as it asks for them, until it has something or fails. `ConnectionEof` when there are none left.
fn with_bytes<T>(
    reader: &mut Reader,
    bytes: &mut &[u8],
    mut what: impl FnMut(&mut Reader) -> Result<T, Stop>,
) -> Result<T, Error> {
    loop {
        match what(reader) {
            Ok(done) => return Ok(done),
            Err(Stop::Fail(error)) => return Err(error),
            Err(Stop::Want(Want::Recv { .. })) if bytes.is_empty() => return Err(Error::ConnectionEof),
            Err(Stop::Want(Want::Recv { at_least })) => {
                let len = at_least.min(bytes.len());
                let (now, later) = bytes.split_at(len);
                let mut loan = reader.lend(at_least);
                loan.space()[..len].copy_from_slice(now);
                reader.give_back(loan, len);
                *bytes = later;
            }
            Err(other) => panic!("{other:?}"),
        }
    }
}

fn message(reader: &mut Reader, bytes: &mut &[u8]) -> Result<Vec<u8>, Error> {
    let taken = with_bytes(reader, bytes, Reader::next_message)?;
    let whole = taken.message().bytes.to_vec();
    reader.put_back(taken, true);
    Ok(whole)
}

fn change_cipher_spec(reader: &mut Reader, mut bytes: &[u8]) -> Result<(), Error> {
    with_bytes(reader, &mut bytes, Reader::next_change_cipher_spec)
}

#[test]
fn a_client_passes_hello_requests_over_but_not_for_ever() {
    let most = usize::from(MAX_HELLO_REQUESTS);
    let all = [&HELLO_REQUEST.repeat(most), DONE].concat();
    for cut in [1, 2, 3, 4, 5, 7, all.len()] {
        let bytes: Vec<u8> = all.chunks(cut).flat_map(|part| record(HANDSHAKE, part)).collect();
        assert_eq!(message(&mut reader(Side::Client), &mut &bytes[..]), Ok(DONE.to_vec()));
    }
    let flood = record(HANDSHAKE, &HELLO_REQUEST.repeat(most + 1));
    assert_eq!(message(&mut reader(Side::Client), &mut &flood[..]), Err(Error::TooMuch));
    // A server is sent none, and a client in another version neither: it is for their states to refuse.
    let one = record(HANDSHAKE, HELLO_REQUEST);
    let got = message(&mut reader(Side::Server), &mut &one[..]);
    assert_eq!(got, Ok(HELLO_REQUEST.to_vec()));
    let mut early = Reader::new(Side::Client, Arc::new(Shared::new()));
    assert_eq!(message(&mut early, &mut &one[..]), Ok(HELLO_REQUEST.to_vec()));
    // One that holds something is none.
    let long = record(HANDSHAKE, &[0, 0, 0, 1, 0]);
    assert_eq!(
        message(&mut reader(Side::Client), &mut &long[..]),
        Err(Error::DecodeError)
    );
}

#[test]
fn a_change_cipher_spec_comes_where_it_is_awaited() {
    for end in 0..CCS.len() {
        let mut reader = reader(Side::Client);
        assert_eq!(change_cipher_spec(&mut reader, &CCS[..end]), Err(Error::ConnectionEof));
        assert_eq!(change_cipher_spec(&mut reader, &CCS[end..]), Ok(()));
    }
    for side in [Side::Client, Side::Server] {
        // Where a message is awaited it is refused, also in the middle of one.
        assert_eq!(message(&mut reader(side), &mut &CCS[..]), Err(Error::UnexpectedMessage));
        let cut = [
            &record(HANDSHAKE, &FINISHED[..5]),
            CCS,
            &record(HANDSHAKE, &FINISHED[5..]),
        ]
        .concat();
        assert_eq!(message(&mut reader(side), &mut &cut[..]), Err(Error::UnexpectedMessage));
    }
    for wrong in [&[0][..], &[2], &[1, 1], &[1, 0]] {
        assert_eq!(
            change_cipher_spec(&mut reader(Side::Server), &record(20, wrong)),
            Err(Error::InvalidRecord)
        );
    }
    for (instead, error) in [
        (record(HANDSHAKE, FINISHED), Error::UnexpectedMessage),
        (record(23, b"data"), Error::UnexpectedMessage),
        (record(20, &[]), Error::UnexpectedMessage),
        (
            record(21, &[2, 40]),
            Error::PeerAlert(crate::tls::wire::codes::AlertDescription::HANDSHAKE_FAILURE),
        ),
    ] {
        assert_eq!(change_cipher_spec(&mut reader(Side::Server), &instead), Err(error));
    }
}

/// RFC 5246 section 7.1 has the change between two messages; what is begun under one key does not end under another.
#[test]
fn messages_do_not_span_a_change_of_keys() {
    // The first bytes of a Finished in the clear, then the change.
    for begun in 1..FINISHED.len() {
        let bytes = [&record(HANDSHAKE, &FINISHED[..begun]), CCS].concat();
        assert_eq!(
            change_cipher_spec(&mut reader(Side::Server), &bytes),
            Err(Error::UnexpectedMessage)
        );
    }
    // Behind the message before it, in its record.
    let mut server = reader(Side::Server);
    let bytes = [&record(HANDSHAKE, &[DONE, &FINISHED[..3]].concat()), CCS].concat();
    let mut rest = &bytes[..];
    assert_eq!(message(&mut server, &mut rest), Ok(DONE.to_vec()));
    assert_eq!(change_cipher_spec(&mut server, rest), Err(Error::UnexpectedMessage));
    assert_eq!(server.change_key12(key()), Err(Error::UnexpectedMessage));
    // A client's: a HelloRequest before it does no harm, a part of one does.
    let whole = [&record(HANDSHAKE, HELLO_REQUEST), CCS].concat();
    assert_eq!(change_cipher_spec(&mut reader(Side::Client), &whole), Ok(()));
    assert_eq!(
        change_cipher_spec(&mut reader(Side::Server), &whole),
        Err(Error::UnexpectedMessage)
    );
    let part = [&record(HANDSHAKE, &HELLO_REQUEST[..3]), CCS].concat();
    assert_eq!(
        change_cipher_spec(&mut reader(Side::Client), &part),
        Err(Error::UnexpectedMessage)
    );
}

/// Records under [`key`].
fn sealed(records: &[(ContentType, &[u8])]) -> Vec<u8> {
    let mut outbound = Outbound::new();
    outbound.change_key(Sealer::Tls12(key()));
    for &(kind, content) in records {
        outbound.push(kind, content).unwrap();
    }
    outbound.unsent().to_vec()
}

/// A receiving half whose handshake is over.
fn open(side: Side) -> Reader {
    let mut reader = reader(side);
    reader.change_key12(key()).unwrap();
    reader.open_to_application();
    reader
}

fn read(reader: &mut Reader, mut bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = [0; 100];
    let len = with_bytes(reader, &mut bytes, |reader| reader.read(&mut out))?;
    Ok(out[..len].to_vec())
}

#[test]
fn after_the_handshake() {
    let data = (ContentType::APPLICATION_DATA, &b"data"[..]);
    for side in [Side::Client, Side::Server] {
        assert_eq!(read(&mut open(side), &sealed(&[data])), Ok(b"data".to_vec()));
        // A change_cipher_spec, and the messages that TLS 1.3 has after the handshake.
        for refused in [
            (ContentType::CHANGE_CIPHER_SPEC, &[1][..]),
            (ContentType::HANDSHAKE, &[24, 0, 0, 1, 0]),
            (ContentType::HANDSHAKE, &[4, 0, 0, 6, 0, 0, 0, 1, 0, 0]),
            (ContentType::HANDSHAKE, FINISHED),
        ] {
            let got = read(&mut open(side), &sealed(&[refused, data]));
            assert_eq!(got, Err(Error::UnexpectedMessage), "{side:?} {refused:?}");
        }
        // Warnings are passed over.
        let warning = (ContentType::ALERT, &[1, 90][..]);
        assert_eq!(read(&mut open(side), &sealed(&[warning, data])), Ok(b"data".to_vec()));
        let close = (ContentType::ALERT, &[1, 0][..]);
        assert_eq!(read(&mut open(side), &sealed(&[close, data])), Err(Error::PeerClosed));
    }
}
