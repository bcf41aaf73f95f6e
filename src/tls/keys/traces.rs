//! Every trace of RFC 8448, for tests: transcripts, secrets, Finished, and each record sealed and opened to the byte.

use super::{
    schedule13::{Early, Handshake, Traffic, TrafficSecret},
    trace::{receive, suite, value_of},
};
use crate::{
    crypto::hash::Digest,
    tls::{
        config::Side,
        handshake::transcript::Transcript,
        record::{inbound::Inbound, outbound::Outbound},
        wire::{
            client_hello::ClientHello,
            codes::{ContentType, NamedGroup, ProtocolVersion},
            extensions::ExtensionSet,
            handshake::Header,
            server_hello::ServerHelloMessage,
        },
    },
};

/// What protects a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keys {
    None,
    Early,
    Handshake,
    Application,
}

/// A record: who sends it, what protects it, what it holds (values of the trace) and what it is on the wire (a value too).
struct Record(Side, Keys, ContentType, &'static [&'static str], &'static str);

/// A section of the RFC.
struct Trace {
    section: u8,
    text: &'static str,
    /// The message that the server answered with a HelloRetryRequest.
    retried: Option<&'static str>,
    /// Messages up to ServerHello (after the one retried), then up to the server's Finished, then the client's.
    hellos: &'static [&'static str],
    server: &'static [&'static str],
    client: &'static [&'static str],
    /// In the order of the trace.
    records: &'static [Record],
}

const DATA: ContentType = ContentType::APPLICATION_DATA;
const ALERT: ContentType = ContentType::ALERT;
const CHANGE: ContentType = ContentType::CHANGE_CIPHER_SPEC;
const MESSAGES: ContentType = ContentType::HANDSHAKE;

const FIRST_HELLO: Record = Record(
    Side::Client,
    Keys::None,
    MESSAGES,
    &["client_hello"],
    "client_hello_record",
);
const SERVER_HELLO: Record = Record(
    Side::Server,
    Keys::None,
    MESSAGES,
    &["server_hello"],
    "server_hello_record",
);
const CLIENT_FINISHED: Record = Record(
    Side::Client,
    Keys::Handshake,
    MESSAGES,
    &["client_finished"],
    "client_finished_record",
);
const CLIENT_DATA: Record = Record(
    Side::Client,
    Keys::Application,
    DATA,
    &["application_data"],
    "client_application_record",
);
const SERVER_DATA: Record = Record(
    Side::Server,
    Keys::Application,
    DATA,
    &["application_data"],
    "server_application_record",
);
const CLIENT_ALERT: Record = Record(
    Side::Client,
    Keys::Application,
    ALERT,
    &["alert"],
    "client_alert_record",
);
const SERVER_ALERT: Record = Record(
    Side::Server,
    Keys::Application,
    ALERT,
    &["alert"],
    "server_alert_record",
);

/// The server's messages that authenticate it by a certificate.
const CERTIFIED: &[&str] = &[
    "encrypted_extensions",
    "certificate",
    "certificate_verify",
    "server_finished",
];
const CERTIFIED_RECORD: Record = Record(
    Side::Server,
    Keys::Handshake,
    MESSAGES,
    CERTIFIED,
    "server_flight_record",
);
const REQUESTING: &[&str] = &[
    "encrypted_extensions",
    "certificate_request",
    "certificate",
    "certificate_verify",
    "server_finished",
];
const CLIENT_CERTIFIED: &[&str] = &["client_certificate", "client_certificate_verify", "client_finished"];

const TRACES: [Trace; 5] = [
    Trace {
        section: 3,
        text: include_str!("rfc8448.txt"),
        retried: None,
        hellos: &["client_hello", "server_hello"],
        server: CERTIFIED,
        client: &["client_finished"],
        records: &[
            FIRST_HELLO,
            SERVER_HELLO,
            CERTIFIED_RECORD,
            CLIENT_FINISHED,
            Record(
                Side::Server,
                Keys::Application,
                MESSAGES,
                &["new_session_ticket"],
                "new_session_ticket_record",
            ),
            CLIENT_DATA,
            SERVER_DATA,
            CLIENT_ALERT,
            SERVER_ALERT,
        ],
    },
    Trace {
        section: 4,
        text: include_str!("rfc8448_resumed.txt"),
        retried: None,
        hellos: &["client_hello", "server_hello"],
        server: &["encrypted_extensions", "server_finished"],
        client: &["end_of_early_data", "client_finished"],
        records: &[
            FIRST_HELLO,
            Record(Side::Client, Keys::Early, DATA, &["early_data"], "early_data_record"),
            SERVER_HELLO,
            Record(
                Side::Server,
                Keys::Handshake,
                MESSAGES,
                &["encrypted_extensions", "server_finished"],
                "server_flight_record",
            ),
            Record(
                Side::Client,
                Keys::Early,
                MESSAGES,
                &["end_of_early_data"],
                "end_of_early_data_record",
            ),
            CLIENT_FINISHED,
            CLIENT_DATA,
            SERVER_DATA,
            CLIENT_ALERT,
            SERVER_ALERT,
        ],
    },
    Trace {
        section: 5,
        text: RETRY,
        retried: Some("client_hello"),
        hellos: &["hello_retry_request", "second_client_hello", "server_hello"],
        server: CERTIFIED,
        client: &["client_finished"],
        records: &[
            FIRST_HELLO,
            Record(
                Side::Server,
                Keys::None,
                MESSAGES,
                &["hello_retry_request"],
                "hello_retry_request_record",
            ),
            Record(
                Side::Client,
                Keys::None,
                MESSAGES,
                &["second_client_hello"],
                "second_client_hello_record",
            ),
            SERVER_HELLO,
            CERTIFIED_RECORD,
            CLIENT_FINISHED,
            CLIENT_ALERT,
            SERVER_ALERT,
        ],
    },
    Trace {
        section: 6,
        text: include_str!("rfc8448_client_auth.txt"),
        retried: None,
        hellos: &["client_hello", "server_hello"],
        server: REQUESTING,
        client: CLIENT_CERTIFIED,
        records: &[
            FIRST_HELLO,
            SERVER_HELLO,
            Record(
                Side::Server,
                Keys::Handshake,
                MESSAGES,
                REQUESTING,
                "server_flight_record",
            ),
            Record(
                Side::Client,
                Keys::Handshake,
                MESSAGES,
                CLIENT_CERTIFIED,
                "client_flight_record",
            ),
            CLIENT_ALERT,
            SERVER_ALERT,
        ],
    },
    Trace {
        section: 7,
        text: include_str!("rfc8448_compatibility.txt"),
        retried: None,
        hellos: &["client_hello", "server_hello"],
        server: CERTIFIED,
        client: &["client_finished"],
        records: &[
            FIRST_HELLO,
            SERVER_HELLO,
            Record(
                Side::Server,
                Keys::None,
                CHANGE,
                &["change_cipher_spec"],
                "server_change_cipher_spec_record",
            ),
            CERTIFIED_RECORD,
            Record(
                Side::Client,
                Keys::None,
                CHANGE,
                &["change_cipher_spec"],
                "client_change_cipher_spec_record",
            ),
            CLIENT_FINISHED,
            CLIENT_ALERT,
            SERVER_ALERT,
        ],
    },
];

const RETRY: &str = include_str!("rfc8448_retry.txt");

impl Trace {
    fn value(&self, name: &str) -> Vec<u8> {
        value_of(self.text, name)
    }

    fn values(&self, names: &[&str]) -> Vec<u8> {
        names.iter().flat_map(|name| self.value(name)).collect()
    }

    fn early(&self) -> Early {
        let psk = (self.section == 4).then(|| self.value("psk"));
        Early::new(suite(), psk.as_deref())
    }

    fn handshake(&self) -> Handshake {
        self.early()
            .handshake(Some(&self.value("shared_secret")), &self.value("hash_server_hello"))
            .unwrap()
    }

    fn traffic(&self) -> Traffic {
        self.handshake().traffic(&self.value("hash_server_finished")).unwrap()
    }

    /// `Transcript-Hash` of these messages, the first hello being represented by its hash where it was retried.
    fn transcript_hash(&self, messages: &[&[&str]]) -> Digest {
        let hash = suite().hash;
        let mut transcript = match self.retried {
            Some(name) => Transcript::start_retried(hash, hash.hash(&self.value(name)).as_ref()).unwrap(),
            None => Transcript::start(hash, b""),
        };
        for name in messages.concat() {
            transcript.add(&self.value(name));
        }
        transcript.current()
    }

    /// The secret under which `side` sends with `keys`.
    fn secret(&self, side: Side, keys: Keys) -> Option<TrafficSecret> {
        match keys {
            Keys::None => None,
            Keys::Early => Some(self.early().traffic_secret(&self.value("hash_client_hello")).unwrap()),
            Keys::Handshake => Some(self.handshake().traffic_secret(side).clone()),
            Keys::Application => Some(self.traffic().traffic_secret(side).clone()),
        }
    }

    /// The records of one side, each with the secret that takes effect before it.
    fn records(&self, side: Side) -> Vec<(&'static Record, Option<TrafficSecret>)> {
        let mut before = Keys::None;
        let of_side = self.records.iter().filter(|record| record.0 == side);
        of_side
            .map(|record| {
                let secret = (record.1 != before).then(|| self.secret(side, record.1)).flatten();
                before = record.1;
                (record, secret)
            })
            .collect()
    }
}

#[test]
fn each_section_has_its_records_and_all_of_them() {
    assert_eq!(TRACES.each_ref().map(|trace| trace.section), [3, 4, 5, 6, 7]);
    for trace in &TRACES {
        let names = trace.text.lines().filter(|line| line.ends_with("_record"));
        let mut names: Vec<&str> = names.collect();
        let mut used: Vec<&str> = trace.records.iter().map(|record| record.4).collect();
        names.sort_unstable();
        used.sort_unstable();
        assert_eq!(used, names, "section {}", trace.section);
    }
}

#[test]
fn transcripts_are_the_traces() {
    for trace in &TRACES {
        let Trace {
            section,
            hellos,
            server,
            client,
            ..
        } = trace;
        let hash = |messages: &[&[&str]]| trace.transcript_hash(messages).as_ref().to_vec();
        assert_eq!(hash(&[hellos]), trace.value("hash_server_hello"), "section {section}");
        assert_eq!(
            hash(&[hellos, server]),
            trace.value("hash_server_finished"),
            "section {section}"
        );
        assert_eq!(
            hash(&[hellos, server, client]),
            trace.value("hash_client_finished"),
            "section {section}"
        );
    }
}

#[test]
fn secrets_are_the_traces() {
    for trace in &TRACES {
        let section = trace.section;
        for (name, side, keys) in [
            ("client_handshake_traffic_secret", Side::Client, Keys::Handshake),
            ("server_handshake_traffic_secret", Side::Server, Keys::Handshake),
            ("client_application_traffic_secret_0", Side::Client, Keys::Application),
            ("server_application_traffic_secret_0", Side::Server, Keys::Application),
        ] {
            let secret = trace.secret(side, keys).unwrap();
            assert_eq!(
                secret.secret().as_bytes(),
                trace.value(name),
                "section {section}, {name}"
            );
        }
        let traffic = trace.traffic();
        let exporter = traffic.exporter().secret().as_bytes();
        assert_eq!(exporter, trace.value("exporter_master_secret"), "section {section}");
        let resumption = traffic
            .resumption_master_secret(&trace.value("hash_client_finished"))
            .unwrap();
        assert_eq!(
            resumption.as_bytes(),
            trace.value("resumption_master_secret"),
            "section {section}"
        );
    }
}

#[test]
fn finished_messages_are_the_traces() {
    for trace in &TRACES {
        let (server, server_finished) = trace.server.split_at(trace.server.len() - 1);
        let (client, client_finished) = trace.client.split_at(trace.client.len() - 1);
        for (side, before, finished) in [
            (Side::Server, &[trace.hellos, server][..], server_finished),
            (Side::Client, &[trace.hellos, trace.server, client], client_finished),
        ] {
            let key = trace.handshake().finished_key(side).unwrap();
            let hash = trace.transcript_hash(before);
            let message = trace.values(finished);
            let context = (trace.section, side);
            assert_eq!(
                key.verify_data(hash.as_ref()).as_ref(),
                &message[Header::LEN..],
                "{context:?}"
            );
            assert_eq!(key.check(hash.as_ref(), &message[Header::LEN..]), Ok(()), "{context:?}");
        }
    }
}

#[test]
fn sent_records_are_the_traces() {
    for trace in &TRACES {
        for side in [Side::Client, Side::Server] {
            let mut outbound = Outbound::new();
            for (at, (record, secret)) in trace.records(side).into_iter().enumerate() {
                // A first ClientHello alone has the old version (RFC 8446 section 5.1).
                let version = if at == 0 && side == Side::Client {
                    ProtocolVersion::TLS1_0
                } else {
                    ProtocolVersion::TLS1_2
                };
                outbound.set_legacy_version(version);
                if let Some(secret) = secret {
                    outbound.change_key(secret.sealer().unwrap());
                }
                if record.2 == CHANGE {
                    outbound.push_change_cipher_spec().unwrap();
                } else {
                    outbound.push(record.2, &trace.values(record.3)).unwrap();
                }
                let context = (trace.section, record.4);
                assert_eq!(outbound.unsent(), trace.value(record.4), "{context:?}");
                outbound.sent(outbound.unsent().len()).unwrap();
            }
        }
    }
}

#[test]
fn received_records_are_the_traces_in_every_cut() {
    for trace in &TRACES {
        for (side, cut) in [Side::Client, Side::Server]
            .into_iter()
            .flat_map(|side| (1..40).chain([usize::MAX]).map(move |cut| (side, cut)))
        {
            let mut inbound = Inbound::new();
            inbound.allow_change_cipher_spec(true);
            for (record, secret) in trace.records(side) {
                if let Some(secret) = secret {
                    inbound.change_key(secret.opener().unwrap()).unwrap();
                }
                let got = receive(&mut inbound, &trace.value(record.4), cut);
                // What asks for compatibility only is dropped unseen.
                let seen = (record.2 != CHANGE).then(|| (record.2, trace.values(record.3)));
                let context = (trace.section, record.4, cut);
                assert_eq!(got, Ok(seen.into_iter().collect()), "{context:?}");
            }
        }
    }
}

#[test]
fn a_changed_record_of_a_trace_does_not_open() {
    for trace in &TRACES {
        for record in trace.records.iter().filter(|record| record.1 != Keys::None) {
            let bytes = trace.value(record.4);
            for at in [5, bytes.len() / 2, bytes.len() - 1] {
                let mut changed = bytes.clone();
                changed[at] ^= 1;
                let mut inbound = Inbound::new();
                let secret = trace.secret(record.0, record.1).unwrap();
                inbound.change_key(secret.opener().unwrap()).unwrap();
                let got = receive(&mut inbound, &changed, usize::MAX);
                assert_eq!(got, Err(crate::tls::error::Error::BadRecordMac), "{}", record.4);
            }
        }
    }
}

#[test]
fn the_second_hello_gives_the_cookie_back_and_the_group_asked_for() {
    let message = value_of(RETRY, "hello_retry_request");
    let request = ServerHelloMessage::read(&message[Header::LEN..], ExtensionSet::ALL).unwrap();
    let ServerHelloMessage::HelloRetryRequest(request) = request else {
        panic!("a HelloRetryRequest")
    };
    assert_eq!(request.extensions.selected_group, Some(NamedGroup::SECP256R1));
    let cookie = request.extensions.cookie.unwrap();
    assert_eq!(cookie.len(), 0x72);

    let (first, second) = (value_of(RETRY, "client_hello"), value_of(RETRY, "second_client_hello"));
    let first = ClientHello::read(&first[Header::LEN..]).unwrap();
    let second = ClientHello::read(&second[Header::LEN..]).unwrap();
    assert_eq!(first.random, second.random);
    assert_eq!(first.extensions.cookie, None);
    assert_eq!(second.extensions.cookie, Some(cookie));
    let groups = |hello: &ClientHello<'_>| -> Vec<NamedGroup> {
        let shares = hello.extensions.key_share.unwrap();
        shares.iter().map(|share| share.group).collect()
    };
    assert_eq!(groups(&first), [NamedGroup::X25519]);
    assert_eq!(groups(&second), [NamedGroup::SECP256R1]);
}

#[test]
fn without_message_hash_the_retried_transcript_is_another() {
    let trace = &TRACES[2];
    let messages = [&["client_hello"], trace.hellos].concat();
    let plain = suite().hash.hash(&trace.values(&messages));
    assert_ne!(plain.as_ref(), trace.value("hash_server_hello"));
}
