//! The trace of RFC 8448 section 4 (a resumed handshake with early data), for tests: key schedule, binder and records to the
//! byte.

use super::{
    schedule13::{Early, Handshake, Traffic, resumption_psk},
    trace,
};
use crate::tls::{
    config::Side,
    error::Error,
    handshake::psk::truncated_hash,
    record::{inbound::Inbound, outbound::Outbound},
    session::PskKind,
    wire::{
        client_hello::ClientHello,
        codes::{AlertLevel, ContentType, ProtocolVersion},
        handshake::Header,
        new_session_ticket::NewSessionTicket,
    },
};

fn value(name: &str) -> Vec<u8> {
    trace::value_of(include_str!("rfc8448_resumed.txt"), name)
}

fn early() -> Early {
    Early::new(trace::suite(), Some(&value("psk")))
}

fn handshake() -> Handshake {
    early()
        .handshake(Some(&value("shared_secret")), &value("hash_server_hello"))
        .unwrap()
}

fn traffic() -> Traffic {
    handshake().traffic(&value("hash_server_finished")).unwrap()
}

fn transcript_hash(messages: &[&str]) -> Vec<u8> {
    let bytes: Vec<u8> = messages.iter().flat_map(|name| value(name)).collect();
    trace::suite().hash.hash(&bytes).as_ref().to_vec()
}

#[test]
fn the_key_is_that_of_the_ticket_of_the_simple_handshake() {
    let hash = trace::suite().hash;
    let message = trace::value("new_session_ticket");
    let ticket = NewSessionTicket::read(&message[Header::LEN..]).unwrap();
    let secret = trace::traffic()
        .resumption_master_secret(&trace::value("hash_client_finished"))
        .unwrap();
    let psk = resumption_psk(hash, &secret, ticket.ticket_nonce).unwrap();
    assert_eq!(psk.as_bytes(), value("psk"));
    // It is what the client offers here.
    let message = value("client_hello");
    let hello = ClientHello::read(&message[Header::LEN..]).unwrap();
    let identity = hello
        .extensions
        .pre_shared_key
        .unwrap()
        .identities
        .iter()
        .next()
        .unwrap();
    assert_eq!(identity.identity, ticket.ticket);
    assert_ne!(
        resumption_psk(hash, &secret, b"another nonce").unwrap().as_bytes(),
        value("psk")
    );
}

#[test]
fn binder_of_the_trace() {
    let (message, hash) = (value("client_hello"), trace::suite().hash);
    let hello = ClientHello::read(&message[Header::LEN..]).unwrap();
    let offered = hello.extensions.pre_shared_key.unwrap();
    let truncated = &message[..message.len() - offered.binders_length()];
    assert_eq!(truncated, value("client_hello_prefix"));
    let transcript_hash = truncated_hash(hash, None, truncated);
    assert_eq!(transcript_hash.as_ref(), value("binder_hash"));
    let binder = offered.binders.iter().next().unwrap();
    assert_eq!(binder.0, value("binder"));

    let key = early().binder_key(PskKind::Resumption).unwrap();
    assert_eq!(key.verify_data(transcript_hash.as_ref()).as_ref(), binder.0);
    assert_eq!(key.check(transcript_hash.as_ref(), binder.0), Ok(()));
    // The same key, had it come from elsewhere.
    let external = early().binder_key(PskKind::External).unwrap();
    assert_eq!(
        external.check(transcript_hash.as_ref(), binder.0),
        Err(Error::DecryptError)
    );
}

#[test]
fn schedule_gives_every_secret_of_the_trace() {
    let hash = transcript_hash(&["client_hello"]);
    assert_eq!(hash, value("hash_client_hello"));
    let secret = early().traffic_secret(&hash).unwrap();
    assert_eq!(secret.secret().as_bytes(), value("client_early_traffic_secret"));
    let exporter = early().exporter(&hash).unwrap();
    assert_eq!(exporter.secret().as_bytes(), value("early_exporter_master_secret"));

    let handshake = handshake();
    let secret = |side| handshake.traffic_secret(side).secret().as_bytes().to_vec();
    assert_eq!(secret(Side::Client), value("client_handshake_traffic_secret"));
    assert_eq!(secret(Side::Server), value("server_handshake_traffic_secret"));

    let traffic = traffic();
    let secret = |side| traffic.traffic_secret(side).secret().as_bytes().to_vec();
    assert_eq!(secret(Side::Client), value("client_application_traffic_secret_0"));
    assert_eq!(secret(Side::Server), value("server_application_traffic_secret_0"));
    assert_eq!(traffic.exporter().secret().as_bytes(), value("exporter_master_secret"));
    let resumption = traffic
        .resumption_master_secret(&value("hash_client_finished"))
        .unwrap();
    assert_eq!(resumption.as_bytes(), value("resumption_master_secret"));
}

#[test]
fn finished_of_both_sides_without_certificates() {
    let server = ["client_hello", "server_hello", "encrypted_extensions"];
    assert_eq!(transcript_hash(&server[..2]), value("hash_server_hello"));
    let key = handshake().finished_key(Side::Server).unwrap();
    let verify_data = key.verify_data(&transcript_hash(&server));
    assert_eq!(verify_data.as_ref(), &value("server_finished")[Header::LEN..]);

    let through_server = [&server[..], &["server_finished"]].concat();
    assert_eq!(transcript_hash(&through_server), value("hash_server_finished"));
    // Early data was accepted, so that its end is in the transcript.
    let through_end = [&through_server[..], &["end_of_early_data"]].concat();
    let key = handshake().finished_key(Side::Client).unwrap();
    let verify_data = key.verify_data(&transcript_hash(&through_end));
    assert_eq!(verify_data.as_ref(), &value("client_finished")[Header::LEN..]);
    let through_client = [&through_end[..], &["client_finished"]].concat();
    assert_eq!(transcript_hash(&through_client), value("hash_client_finished"));
}

#[test]
fn sent_records_are_the_traces() {
    let early = early().traffic_secret(&value("hash_client_hello")).unwrap();
    let mut client = Outbound::new();
    client.set_legacy_version(ProtocolVersion::TLS1_0);
    client.push(ContentType::HANDSHAKE, &value("client_hello")).unwrap();
    client.change_key(early.sealer().unwrap());
    client
        .push(ContentType::APPLICATION_DATA, &value("early_data"))
        .unwrap();
    client
        .push(ContentType::HANDSHAKE, &value("end_of_early_data"))
        .unwrap();
    client.change_key(handshake().traffic_secret(Side::Client).sealer().unwrap());
    client.push(ContentType::HANDSHAKE, &value("client_finished")).unwrap();
    client.change_key(traffic().traffic_secret(Side::Client).sealer().unwrap());
    client
        .push(ContentType::APPLICATION_DATA, &value("application_data"))
        .unwrap();
    client.push(ContentType::ALERT, &[AlertLevel::WARNING.0, 0]).unwrap();
    let expected = [
        "client_hello_record",
        "early_data_record",
        "end_of_early_data_record",
        "client_finished_record",
        "client_application_record",
        "client_alert_record",
    ];
    assert_eq!(client.unsent(), expected.map(value).concat());

    let mut server = Outbound::new();
    server.push(ContentType::HANDSHAKE, &value("server_hello")).unwrap();
    server.change_key(handshake().traffic_secret(Side::Server).sealer().unwrap());
    let flight = ["encrypted_extensions", "server_finished"].map(value).concat();
    server.push(ContentType::HANDSHAKE, &flight).unwrap();
    server.change_key(traffic().traffic_secret(Side::Server).sealer().unwrap());
    server
        .push(ContentType::APPLICATION_DATA, &value("application_data"))
        .unwrap();
    server.push(ContentType::ALERT, &[AlertLevel::WARNING.0, 0]).unwrap();
    let expected = [
        "server_hello_record",
        "server_flight_record",
        "server_application_record",
        "server_alert_record",
    ];
    assert_eq!(server.unsent(), expected.map(value).concat());
}

#[test]
fn received_records_are_the_traces_in_every_cut() {
    let early = early().traffic_secret(&value("hash_client_hello")).unwrap();
    let (handshake, traffic) = (handshake(), traffic());
    for cut in (1..40).chain([usize::MAX]) {
        let mut server = Inbound::new();
        let got = trace::receive(&mut server, &value("client_hello_record"), cut);
        assert_eq!(got, Ok(vec![(ContentType::HANDSHAKE, value("client_hello"))]));
        server.change_key(early.opener().unwrap()).unwrap();
        let records = ["early_data_record", "end_of_early_data_record"].map(value).concat();
        let expected = vec![
            (ContentType::APPLICATION_DATA, value("early_data")),
            (ContentType::HANDSHAKE, value("end_of_early_data")),
        ];
        assert_eq!(trace::receive(&mut server, &records, cut), Ok(expected));
        server
            .change_key(handshake.traffic_secret(Side::Client).opener().unwrap())
            .unwrap();
        let got = trace::receive(&mut server, &value("client_finished_record"), cut);
        assert_eq!(got, Ok(vec![(ContentType::HANDSHAKE, value("client_finished"))]));
        server
            .change_key(traffic.traffic_secret(Side::Client).opener().unwrap())
            .unwrap();
        let got = trace::receive(&mut server, &value("client_application_record"), cut);
        assert_eq!(
            got,
            Ok(vec![(ContentType::APPLICATION_DATA, value("application_data"))])
        );
    }
}
