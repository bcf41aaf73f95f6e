//! More than one handshake on a connection of TLS 1.2 (RFC 5746).
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::{rogue::next_works, rogue_client12::Rogue, rogue_server12::Rogue as RogueServer, *};
use ferrotls::tls::{
    config::{Config, LegacyPeer, Options, Side},
    connection::MAX_MESSAGES,
    error::Error,
    session::PskKind,
    suites12::SUITES12,
    want::{Stop, Want},
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{
            AlertDescription, AlertLevel, CipherSuite, ContentType, HandshakeType, MaxFragmentLength, ProtocolVersion,
        },
        empty,
    },
};

/// One side of TLS 1.2, which may renegotiate.
fn config12(side: Side) -> Config {
    let mut config = config(side);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = ProtocolVersion::TLS1_2;
    config.suites = SUITES12.iter().map(|suite| suite.id).collect();
    config.tls12.renegotiation = true;
    config
}

fn server() -> Config {
    config12(Side::Server)
}

#[track_caller]
fn pair() -> Pair {
    let mut pair = Pair::with(config12(Side::Client), server());
    pair.connect();
    pair
}

/// A script and a server that have connected.
fn connected(config: Config) -> Rogue {
    Rogue::new(config, &p256()).connected(|_| {})
}

/// The ClientHello of a renegotiation, changed.
macro_rules! second_hello {
    ($rogue:expr, |$hello:ident| $change:expr) => {{
        let (name, bytes) = ($rogue.verify_data[0].clone(), $rogue.client_hello(|_| {}));
        let mut $hello = ClientHello::read(&bytes[4..]).unwrap();
        $hello.extensions.renegotiation_info = Some(&name);
        {
            $change
        }
        let mut out = vec![];
        $hello.write(&mut out).unwrap();
        out
    }};
}

/// Shakes hands once more.
fn again(rogue: &mut Rogue) {
    let hello = second_hello!(rogue, |hello| {});
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(rogue.end.connection.is_renegotiating());
    let before = rogue.verify_data.concat();
    rogue.read_server_hello();
    assert_eq!(rogue.hello().extensions.renegotiation_info, Some(&before[..]));
    assert_eq!(rogue.hello().legacy_version, ProtocolVersion::TLS1_2);
    rogue.read_flight();
    rogue.send_key_exchange();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_finished();
    assert!(rogue.end.connection.is_handshake_over() && !rogue.end.connection.is_renegotiating());
}

/// What the server says to an alert that ends nothing: the next record.
fn refusal(rogue: &mut Rogue) -> Option<(ContentType, Vec<u8>)> {
    rogue.line.record()
}

const NO_RENEGOTIATION: [u8; 2] = [AlertLevel::WARNING.0, AlertDescription::NO_RENEGOTIATION.0];

/// Data of the script's for the server.
fn data(rogue: &mut Rogue, text: &[u8]) {
    rogue.push(ContentType::APPLICATION_DATA, text);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(rogue.end.received.ends_with(text));
}

#[test]
fn a_server_shakes_hands_again_when_the_client_begins() {
    let mut rogue = connected(server());
    for _ in 0..3 {
        again(&mut rogue);
        data(&mut rogue, b"after it");
    }
    assert_eq!(rogue.end.renegotiations, [Ok(true); 3]);
}

/// RFC 5746 section 3.7.
#[test]
fn a_server_holds_renegotiation_info_against_the_handshake_before() {
    let rogue = connected(server());
    assert_eq!(rogue.verify_data.each_ref().map(Vec::len), [12; 2]);
    let scsv = [rogue.suite.id, CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV];
    type Wrong = fn(&[Vec<u8>; 2]) -> Option<Vec<u8>>;
    let wrong: [Wrong; 9] = [
        |_| None,
        |_| Some(vec![]),
        |_| Some(vec![0; 12]),
        // The other side's as well, or in its place.
        |[client, server]| Some([&client[..], server].concat()),
        |[_, server]| Some(server.clone()),
        |[client, _]| Some(flipped(client, 0)),
        |[client, _]| Some(flipped(client, 95)),
        |[client, _]| Some(client[..11].to_vec()),
        |[client, _]| Some([&client[..], &[0]].concat()),
    ];
    for wrong in wrong {
        // Whoever has the SCSV as well knows no more.
        for suites in [&scsv[..1], &scsv] {
            let mut rogue = connected(server());
            let name = wrong(&rogue.verify_data);
            let hello = second_hello!(rogue, |hello| {
                hello.extensions.renegotiation_info = name.as_deref();
                hello.cipher_suites = List::from(suites);
            });
            rogue.send_hello(&hello);
            rogue.expect_failure(Error::HandshakeFailure);
        }
    }
    // "the server MUST verify that [the SCSV] is not present".
    let mut rogue = connected(server());
    let hello = second_hello!(rogue, |hello| hello.cipher_suites = List::from(&scsv));
    rogue.send_hello(&hello);
    rogue.expect_failure(Error::HandshakeFailure);
}

/// Bytes of which this bit, counted from the first byte's lowest, is another.
fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    bytes
}

/// The script of a server that the client has sent its second ClientHello.
fn asked_again() -> RogueServer {
    let mut rogue = RogueServer::connected(config12(Side::Client), common::tls12::options());
    rogue.read_second_hello();
    rogue
}

/// RFC 5746 section 3.5.
#[test]
fn a_client_holds_renegotiation_info_against_the_handshake_before() {
    type Wrong = fn(&[Vec<u8>; 2]) -> Option<Vec<u8>>;
    let wrong: [Wrong; 10] = [
        |_| None,
        |_| Some(vec![]),
        |_| Some(vec![0; 24]),
        |[client, _]| Some(client.clone()),
        |[_, server]| Some(server.clone()),
        |[client, server]| Some([&server[..], client].concat()),
        |[client, server]| Some([flipped(client, 0), server.clone()].concat()),
        |[client, server]| Some([client.clone(), flipped(server, 95)].concat()),
        |[client, server]| Some([&client[..], &server[..11]].concat()),
        |[client, server]| Some([&client[..], server, &[0]].concat()),
    ];
    for wrong in wrong {
        let rogue = asked_again();
        let name = wrong(&rogue.verify_data);
        rogue.refused(Error::HandshakeFailure, |hello| {
            hello.extensions.renegotiation_info = name.as_deref();
        });
    }
}

/// Sends the right ServerHello and goes on to the end of the handshake.
fn finish(mut rogue: RogueServer) -> RogueServer {
    let hello = rogue.client_hello();
    assert_eq!(hello.extensions.renegotiation_info, Some(&rogue.verify_data[0][..]));
    assert!(
        hello
            .cipher_suites
            .iter()
            .all(|id| id != CipherSuite::EMPTY_RENEGOTIATION_INFO_SCSV)
    );
    let name = rogue.verify_data.concat();
    rogue = rogue.say_hello(|hello| hello.extensions.renegotiation_info = Some(&name));
    rogue.send_flight();
    rogue.read_flight();
    rogue.send_finished();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(rogue.end.connection.is_handshake_over() && !rogue.end.connection.is_renegotiating());
    rogue
}

/// What the tests above change is right otherwise; and what was right once is wrong the next time.
#[test]
fn a_client_takes_the_name_of_the_last_handshake_alone() {
    let rogue = asked_again();
    let older = rogue.verify_data.concat();
    let mut rogue = finish(rogue);
    rogue.read_second_hello();
    let mut rogue = finish(rogue);
    rogue.push(ContentType::APPLICATION_DATA, b"data");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"data");
    rogue.read_second_hello();
    rogue.refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = Some(&older);
    });
}

/// The name of the handshake before the last is not that of the last.
#[test]
fn an_older_handshake_is_not_the_one_before() {
    let mut rogue = connected(server());
    let older = rogue.verify_data[0].clone();
    again(&mut rogue);
    let hello = second_hello!(rogue, |hello| hello.extensions.renegotiation_info = Some(&older));
    rogue.send_hello(&hello);
    rogue.expect_failure(Error::HandshakeFailure);
}

/// A first ClientHello names nothing.
#[test]
fn a_first_hello_that_names_a_handshake_is_refused() {
    Rogue::new(server(), &p256()).refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = Some(&[1; 12]);
    });
}

/// Who lets the master secret come loose of its handshake may be led into the triple handshake.
#[test]
fn the_master_secret_s_bond_does_not_change() {
    let mut bound = connected(server());
    let hello = second_hello!(bound, |hello| hello.extensions.extended_master_secret = false);
    bound.send_hello(&hello);
    bound.expect_failure(Error::HandshakeFailure);
    let mut loose = Rogue::new(server(), &p256()).connected(|hello| hello.extensions.extended_master_secret = false);
    let hello = second_hello!(loose, |hello| {});
    loose.send_hello(&hello);
    loose.expect_failure(Error::HandshakeFailure);
}

#[test]
fn a_server_that_wants_none_says_so_and_goes_on() {
    let mut config = server();
    config.tls12.renegotiation = false;
    let mut rogue = connected(config);
    for _ in 0..3 {
        let hello = second_hello!(rogue, |hello| {});
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(
            refusal(&mut rogue),
            Some((ContentType::ALERT, NO_RENEGOTIATION.to_vec()))
        );
        data(&mut rogue, b"goes on");
    }
    assert_eq!(rogue.end.renegotiations, []);
}

/// Hellos without end and without data are not answered without end.
#[test]
fn a_flood_of_hellos_that_nobody_wants_ends() {
    let mut config = server();
    config.tls12.renegotiation = false;
    let mut rogue = connected(config);
    let hello = second_hello!(rogue, |hello| {});
    // Twice, with data in between: it is what comes in a row that counts.
    for _ in 0..2 {
        for _ in 0..MAX_MESSAGES {
            rogue.send_hello(&hello);
            assert_eq!(rogue.go_on(), Halt::Blocked);
            let refused = Some((ContentType::ALERT, NO_RENEGOTIATION.to_vec()));
            assert_eq!(refusal(&mut rogue), refused);
        }
        data(&mut rogue, b"goes on");
    }
    for _ in 0..MAX_MESSAGES {
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        refusal(&mut rogue);
    }
    rogue.send_hello(&hello);
    rogue.expect_failure(Error::TooMuch);
    next_works(&rogue.end);
}

/// Nobody renegotiates with who does not know of RFC 5746, whatever it says later.
#[test]
fn with_a_legacy_client_there_is_one_handshake() {
    let mut rogue = Rogue::new(server(), &p256()).connected(|hello| hello.extensions.renegotiation_info = None);
    let mut hellos = vec![rogue.client_hello(|hello| hello.extensions.renegotiation_info = None)];
    hellos.push(second_hello!(rogue, |hello| {}));
    for hello in hellos {
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(
            refusal(&mut rogue),
            Some((ContentType::ALERT, NO_RENEGOTIATION.to_vec()))
        );
        data(&mut rogue, b"goes on");
    }
    let asked = rogue.end.connection.writer.request_renegotiation();
    assert!(matches!(asked, Err(Stop::Fail(Error::HandshakeFailure))));
    data(&mut rogue, b"goes on");
    let mut strict = server();
    strict.tls12.legacy_peer = LegacyPeer::Refused;
    Rogue::new(strict, &p256()).refused(Error::HandshakeFailure, |hello| {
        hello.extensions.renegotiation_info = None;
    });
}

/// So many times at once, and one more a second later.
#[test]
fn a_client_is_held_to_a_pace() {
    let mut rogue = connected(server());
    for _ in 0..16 {
        again(&mut rogue);
    }
    let hello = second_hello!(rogue, |hello| {});
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(
        refusal(&mut rogue),
        Some((ContentType::ALERT, NO_RENEGOTIATION.to_vec()))
    );
    assert_eq!(rogue.end.renegotiations.last(), Some(&Ok(false)));
    data(&mut rogue, b"goes on");
    rogue.end.now += 1000;
    again(&mut rogue);
    // Whom we ask ourselves may.
    assert!(matches!(
        rogue.end.connection.writer.request_renegotiation(),
        Err(Stop::Want(Want::Send))
    ));
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.line.message(), [0; 4]);
    again(&mut rogue);
}

/// After a HelloRequest a client may send so much data and no more; without a bound, any.
#[test]
fn a_client_that_does_not_heed_a_request_is_cut_off() {
    for max in [0, 3] {
        let mut config = server();
        config.tls12.renegotiation_records = Some(max);
        let mut rogue = connected(config);
        data(&mut rogue, b"before");
        let _ = rogue.end.connection.writer.request_renegotiation();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.line.message(), [0; 4]);
        for _ in 0..max {
            data(&mut rogue, b"while");
        }
        rogue.push(ContentType::APPLICATION_DATA, b"too much");
        rogue.expect_failure(Error::UnexpectedMessage);
    }
    let mut config = server();
    config.tls12.renegotiation_records = None;
    let mut rogue = connected(config);
    let _ = rogue.end.connection.writer.request_renegotiation();
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.line.message(), [0; 4]);
    for _ in 0..100 {
        data(&mut rogue, b"while");
    }
    rogue.push(ContentType::ALERT, &NO_RENEGOTIATION);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    data(&mut rogue, b"goes on");
}

/// Data that comes in the middle of the handshake belongs to no handshake.
#[test]
fn data_after_the_second_hello_is_an_error() {
    let mut rogue = connected(server());
    let hello = second_hello!(rogue, |hello| {});
    rogue.send_hello(&hello);
    rogue.push(ContentType::APPLICATION_DATA, b"in between");
    assert_eq!(rogue.go_on(), Halt::Failed(Error::UnexpectedMessage));
}

/// Other messages than a ClientHello have no place there.
#[test]
fn other_messages_after_the_handshake_are_errors() {
    let mut out = vec![];
    empty::write(HandshakeType::HELLO_REQUEST, &mut out).unwrap();
    let finished = [&[HandshakeType::FINISHED.0, 0, 0, 12][..], &[1; 12]].concat();
    let update = vec![HandshakeType::KEY_UPDATE.0, 0, 0, 1, 0];
    for message in [out, finished, update] {
        let mut rogue = connected(server());
        rogue.push(ContentType::HANDSHAKE, &message);
        rogue.expect_failure(Error::UnexpectedMessage);
    }
    let mut rogue = connected(server());
    rogue.push(ContentType::CHANGE_CIPHER_SPEC, &[1]);
    rogue.expect_failure(Error::UnexpectedMessage);
}

/// A server that could TLS 1.3 stays with TLS 1.2.
#[test]
fn the_version_stays() {
    let mut config = server();
    config.max_version = ProtocolVersion::TLS1_3;
    let mut rogue = connected(config);
    let versions = [ProtocolVersion::TLS1_3, ProtocolVersion::TLS1_2];
    let hello = second_hello!(rogue, |hello| {
        hello.extensions.supported_versions = Some(List::from(&versions));
    });
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_server_hello();
    assert_eq!(rogue.hello().extensions.selected_version, None);
    // Only TLS 1.3 is not to be had.
    let mut config = server();
    config.max_version = ProtocolVersion::TLS1_3;
    let mut rogue = Rogue::new(config, &p256()).connected(|_| {});
    let hello = second_hello!(rogue, |hello| {
        hello.extensions.supported_versions = Some(List::from(&versions[..1]));
    });
    rogue.send_hello(&hello);
    rogue.expect_failure(Error::ProtocolVersion);
}

/// Calls that may not be made leave the connection as it is.
#[test]
fn what_may_not_be_renegotiated() {
    let mut pair = Pair::new();
    let refused = |end: &mut End| {
        let config = end.config.clone();
        assert_eq!(
            end.connection.renegotiate(&config, Options::default()),
            Err(Error::BadInput)
        );
        let asked = end.connection.writer.request_renegotiation();
        assert!(matches!(asked, Err(Stop::Fail(Error::BadInput))));
    };
    refused(&mut pair.client);
    refused(&mut pair.server);
    // TLS 1.3
    pair.connect();
    refused(&mut pair.client);
    refused(&mut pair.server);
    pair.exchange(100);
}

/// Lets what an end has to send go out, and the other read it.
fn deliver(from: &mut End, to: &mut End) -> Halt {
    from.flush(&mut usize::MAX.clone(), &mut to.incoming);
    to.read(&mut usize::MAX.clone())
}

#[track_caller]
fn client_begins(pair: &mut Pair) {
    let config = pair.client.config.clone();
    let options = pair.client.options.clone();
    assert_eq!(pair.client.connection.renegotiate(&config, options), Ok(true));
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    let halt = pair
        .client
        .handshake(&mut receive, &mut send, &mut pair.server.incoming);
    assert_eq!(halt, Halt::Blocked);
}

#[test]
fn both_ends_of_ours_renegotiate_however_bytes_are_cut() {
    for cut in CUTS {
        let mut pair = pair();
        client_begins(&mut pair);
        assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Done);
        pair.cut = cut;
        pair.connect();
        pair.cut = Cut::Whole;
        pair.exchange(20_000);
        // The server asks.
        let _ = pair.server.connection.writer.request_renegotiation();
        assert_eq!(deliver(&mut pair.server, &mut pair.client), Halt::Done);
        let (mut receive, mut send) = (usize::MAX, usize::MAX);
        let to = &mut pair.server.incoming;
        assert_eq!(pair.client.handshake(&mut receive, &mut send, to), Halt::Blocked);
        assert_eq!(pair.server.read(&mut receive), Halt::Done);
        pair.cut = cut;
        pair.connect();
        pair.cut = Cut::Whole;
        pair.exchange(20_000);
        assert_eq!(pair.server.renegotiations, [Ok(true); 2]);
        assert_eq!(pair.client.renegotiations, [Ok(true)]);
        assert_eq!(pair.client.asks.iter().filter(|ask| **ask == "verify").count(), 3);
    }
}

/// What a server has sent before it saw the hello is read first.
#[test]
fn a_client_reads_data_that_came_before_the_hello() {
    let mut pair = pair();
    client_begins(&mut pair);
    for text in [&b"on its way"[..], &[7; 300]] {
        pair.server.connection.writer.write(text).unwrap();
        pair.server.flush(&mut usize::MAX.clone(), &mut pair.client.incoming);
    }
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    let to = &mut pair.server.incoming;
    assert_eq!(pair.client.handshake(&mut receive, &mut send, to), Halt::Blocked);
    assert_eq!(pair.client.early, [&b"on its way"[..], &[7; 300]].concat());
    assert_eq!(pair.server.read(&mut receive), Halt::Done);
    pair.connect();
    pair.exchange(100);
}

#[test]
fn a_client_that_is_refused_goes_on_as_before() {
    let mut server = server();
    server.tls12.renegotiation = false;
    let mut pair = Pair::with(config12(Side::Client), server);
    pair.connect();
    let suite = pair.client.connection.suite();
    client_begins(&mut pair);
    assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Blocked);
    pair.server.flush(&mut usize::MAX.clone(), &mut pair.client.incoming);
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    let to = &mut pair.server.incoming;
    assert_eq!(pair.client.handshake(&mut receive, &mut send, to), Halt::Done);
    assert_eq!((pair.client.refusals, pair.client.connection.suite()), (1, suite));
    assert!(!pair.client.connection.is_renegotiating());
    pair.exchange(20_000);
}

#[test]
fn a_client_that_wants_none_says_so_and_goes_on() {
    let mut client = config12(Side::Client);
    client.tls12.renegotiation = false;
    let mut pair = Pair::with(client, server());
    pair.connect();
    let _ = pair.server.connection.writer.request_renegotiation();
    assert_eq!(deliver(&mut pair.server, &mut pair.client), Halt::Blocked);
    assert!(pair.client.connection.reader.owes_at_once());
    assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Blocked);
    assert!(pair.server.connection.reader.take_no_renegotiation());
    pair.exchange(100);
    assert!(pair.client.renegotiations.is_empty());
}

/// RFC 7627 section 5.4: a client that has resumed a session without the extended master secret "MUST disable renegotiation".
#[test]
fn a_client_in_a_session_without_the_bond_does_not_renegotiate() {
    for bound in [true, false] {
        let change = |client: &mut Config, server: &mut Config| {
            *client = config12(Side::Client);
            *server = self::server();
            client.tls12.extended_master_secret = bound;
            client.tls12.tickets = false;
            server.tls12.caches_sessions = true;
        };
        let (first, resumption) = common::tls12::session_of(&SUITES12[0], change);
        let (mut client, mut server) = (config12(Side::Client), self::server());
        change(&mut client, &mut server);
        let mut pair = common::tls12::pair(&SUITES12[0], client, server, Some(resumption));
        pair.server.application.cache = Arc::clone(&first.server.application.cache);
        pair.connect();
        assert_eq!(pair.client.connection.psk(), Some(PskKind::Resumption));
        // The server asks, then the client wants it by itself.
        let _ = pair.server.connection.writer.request_renegotiation();
        let asked = deliver(&mut pair.server, &mut pair.client);
        assert_eq!(asked, if bound { Halt::Done } else { Halt::Blocked });
        if bound {
            continue;
        }
        assert!(pair.client.connection.reader.owes_at_once());
        let (config, options) = (pair.client.config.clone(), pair.client.options.clone());
        let begun = pair.client.connection.renegotiate(&config, options);
        assert_eq!(begun, Err(Error::HandshakeFailure));
        assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Blocked);
        assert!(pair.server.connection.reader.take_no_renegotiation());
        pair.exchange(100);
    }
}

/// Handshakes are no flood of messages: how often there may be one is another matter.
#[test]
fn any_number_of_handshakes_without_data_between_them() {
    let mut pair = pair();
    for _ in 0..40 {
        for end in [&mut pair.client, &mut pair.server] {
            end.now += 2000;
        }
        client_begins(&mut pair);
        assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Done);
        pair.connect();
    }
    for _ in 0..40 {
        for end in [&mut pair.client, &mut pair.server] {
            end.now += 2000;
        }
        let _ = pair.server.connection.writer.request_renegotiation();
        assert_eq!(deliver(&mut pair.server, &mut pair.client), Halt::Done);
        let (mut receive, mut send) = (usize::MAX, usize::MAX);
        let to = &mut pair.server.incoming;
        assert_eq!(pair.client.handshake(&mut receive, &mut send, to), Halt::Blocked);
        assert_eq!(pair.server.read(&mut receive), Halt::Done);
        pair.connect();
    }
    pair.exchange(100);
}

/// What the first handshake has agreed on about records counts again.
#[test]
fn a_client_that_is_refused_keeps_its_limits() {
    let (mut client, mut server) = (config12(Side::Client), server());
    client.max_fragment_length = Some(MaxFragmentLength::LEN_1024);
    server.tls12.renegotiation = false;
    let mut pair = Pair::with(client, server);
    pair.connect();
    assert_eq!(pair.client.connection.reader.max_payload(), 1024);
    client_begins(&mut pair);
    assert_eq!(deliver(&mut pair.client, &mut pair.server), Halt::Blocked);
    pair.server.flush(&mut usize::MAX.clone(), &mut pair.client.incoming);
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    let to = &mut pair.server.incoming;
    assert_eq!(pair.client.handshake(&mut receive, &mut send, to), Halt::Done);
    assert_eq!(pair.client.refusals, 1);
    assert_eq!(pair.client.connection.reader.max_payload(), 1024);
    pair.exchange(5000);
}
