//! Faults that TLS libraries had in TLS 1.2, in falling back to it, and in resuming it. Each test has the number of one.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    middle12::{Part, config12, config12_with_tickets, run},
    rogue::Rogue as Rogue13,
    rogue_client12::Rogue as Client12,
    *,
};
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Config, Side},
    error::Error,
    keys::{prf12::MasterSecret, schedule13::resumption_psk},
    want::{Answer, Ask},
    wire::{
        codec::List,
        codes::{AlertDescription, CipherSuite, HandshakeType, NamedGroup, ProtocolVersion, SignatureScheme},
        extensions::ExtensionSet,
        server_hello::{ServerHello, ServerHelloMessage},
    },
};

const V12: ProtocolVersion = ProtocolVersion::TLS1_2;
const V13: ProtocolVersion = ProtocolVersion::TLS1_3;
const ILLEGAL: Halt = Halt::Failed(Error::IllegalParameter);

/// Both versions, and what either has.
fn both(side: Side) -> Config {
    let mut config = config12(side);
    config.max_version = V13;
    config.suites.extend(SUITES);
    config
}

fn versions(side: Side, (min_version, max_version): (ProtocolVersion, ProtocolVersion)) -> Config {
    Config {
        min_version,
        max_version,
        ..both(side)
    }
}

/// What a handshake comes to if `change` is made to part `kind` of the server's flight.
fn tampered(client: Config, server: Config, kind: HandshakeType, change: impl Fn(&mut Vec<u8>)) -> (Halt, Halt) {
    let mut pair = Pair::with(client, server);
    let mut changed = 0;
    let halts = run(&mut pair, |_, mut flight| {
        for part in &mut flight {
            if part.is(kind)
                && let Part::Message(message) = part
            {
                change(message);
                changed += 1;
            }
        }
        flight
    });
    assert_eq!(changed, 1);
    halts
}

#[test]
fn cve_2024_28836_a_version_that_is_off_is_never_taken() {
    let all = [(V12, V12), (V12, V13), (V13, V13)];
    for of_client in all {
        for of_server in all {
            let mut pair = Pair::with(versions(Side::Client, of_client), versions(Side::Server, of_server));
            let common = of_client.1.0.min(of_server.1.0);
            if common >= of_client.0.0.max(of_server.0.0) {
                pair.connect();
                assert_eq!(pair.client.connection.version(), Some(ProtocolVersion(common)));
                assert_eq!(pair.server.connection.version(), Some(ProtocolVersion(common)));
                pair.exchange(100);
            } else {
                let told = Halt::Failed(Error::PeerAlert(AlertDescription::PROTOCOL_VERSION));
                assert_eq!(pair.run(), (told, Halt::Failed(Error::ProtocolVersion)));
            }
        }
    }
    // A client that has TLS 1.3 alone is answered in TLS 1.2 all the same.
    let mut rogue = Rogue13::server(versions(Side::Client, (V13, V13)));
    let hello = rogue.server_hello(|hello| {
        hello.cipher_suite = CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
        hello.extensions = Default::default();
    });
    rogue.send(&hello);
    rogue.expect_failure(Error::ProtocolVersion);
}

#[test]
fn cve_2026_34873_after_a_hello_retry_request_there_is_no_tls_1_2() {
    let mut rogue = Rogue13::server(both(Side::Client));
    let retry = rogue.hello_retry_request(Some(NamedGroup::SECP384R1), |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let hello = rogue.server_hello(|hello| {
        hello.cipher_suite = CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
        hello.extensions = Default::default();
    });
    rogue.send(&hello);
    rogue.expect_failure(Error::IllegalParameter);

    // And a server takes no second hello without TLS 1.3.
    let mut rogue = Rogue13::client(both(Side::Server));
    let first = rogue.client_hello_of(NamedGroup::SECP384R1, |hello| {
        hello.extensions.key_share = Some((&[]).into())
    });
    rogue.send_hello(&first);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    const SUITES12: [CipherSuite; 1] = [CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256];
    let second = rogue.client_hello(|hello| {
        hello.cipher_suites = (&SUITES12).into();
        hello.extensions.supported_versions = None;
    });
    rogue.send_hello(&second);
    let halt = rogue.go_on();
    assert_eq!(halt, ILLEGAL);
}

#[test]
fn cve_2026_25832_a_group_that_was_not_offered() {
    let mut client = config12(Side::Client);
    client.groups = vec![NamedGroup::X25519, NamedGroup::SECP256R1];
    // Known, unknown, hybrid (which TLS 1.2 has not), and none.
    for group in [NamedGroup::SECP384R1.0, NamedGroup::X25519_MLKEM768.0, 0x1234, 0] {
        let halts = tampered(
            client.clone(),
            config12(Side::Server),
            HandshakeType::SERVER_KEY_EXCHANGE,
            |message| {
                message[5..7].copy_from_slice(&group.to_be_bytes());
            },
        );
        assert_eq!(halts.0, ILLEGAL, "{group:04x}");
    }
    // Curves that are written out.
    for curve_type in [1, 2, 0, 255] {
        let halts = tampered(
            client.clone(),
            config12(Side::Server),
            HandshakeType::SERVER_KEY_EXCHANGE,
            |message| {
                message[4] = curve_type;
            },
        );
        assert!(matches!(
            halts.0,
            Halt::Failed(Error::IllegalParameter | Error::DecodeError | Error::HandshakeFailure)
        ));
    }
}

#[test]
fn cve_2026_25834_a_signature_scheme_that_was_not_offered() {
    let mut client = config12(Side::Client);
    client.groups = vec![NamedGroup::X25519, NamedGroup::SECP256R1];
    client.signature_schemes = vec![SignatureScheme::ECDSA_SECP256R1_SHA256];
    // ECDSA with SHA-384, with SHA-1; RSA; Ed25519; nothing.
    for scheme in [0x0503_u16, 0x0203, 0x0401, 0x0201, 0x0807, 0] {
        let halts = tampered(
            client.clone(),
            config12(Side::Server),
            HandshakeType::SERVER_KEY_EXCHANGE,
            |message| {
                message[4 + 4 + 32..][..2].copy_from_slice(&scheme.to_be_bytes());
            },
        );
        assert_eq!(halts.0, ILLEGAL, "{scheme:04x}");
    }
    // The same of a client's.
    let mut server = config12(Side::Server);
    server
        .signature_schemes
        .retain(|scheme| *scheme != SignatureScheme::ECDSA_SECP384R1_SHA384);
    let mut rogue = Client12::new(server, &p256());
    rogue.end.application.credentials.request_client_certificate = true;
    let mut rogue = rogue.after_flight(|_| {});
    rogue.send(&Client12::certificate(Some(&p384())));
    rogue.send_key_exchange();
    let verify = rogue.certificate_verify(&p384(), SignatureScheme::ECDSA_SECP384R1_SHA384);
    rogue.send(&verify);
    rogue.expect_failure(Error::IllegalParameter);
}

/// Of 2022 to 2026: points that are empty, too short, too long, of small order, or on no curve.
#[test]
fn cve_2026_50583_public_values_that_are_none() {
    // Of X25519: nothing, of another length, and of small order.
    for (error, public) in [
        (Error::DecodeError, &[][..]),
        (Error::InvalidPoint, &[4]),
        (Error::InvalidPoint, &[0; 31]),
        (Error::InvalidPoint, &[0; 32]),
        (Error::InvalidPoint, &[0; 33]),
        (Error::InvalidPoint, &[255; 255]),
    ] {
        let mut rogue = Client12::new(config12(Side::Server), &p256()).after_flight(|_| {});
        let message = Client12::key_exchange_of(public);
        rogue.send(&message);
        assert_eq!(rogue.go_on(), Halt::Failed(error), "{public:?}");
    }
    for (offered, identity) in [(&[NamedGroup::SECP256R1], p256()), (&[NamedGroup::SECP384R1], p384())] {
        let [group] = *offered;
        let mut rogue = Client12::new(config12(Side::Server), &identity);
        rogue.group = group;
        let mut rogue = rogue.after_flight(|hello| hello.extensions.supported_groups = Some(List::from(offered)));
        let mut point = vec![7; rogue.share.len()];
        point[0] = 4;
        let message = Client12::key_exchange_of(&point);
        rogue.send(&message);
        rogue.expect_failure(Error::InvalidPoint);
    }
    let mut client = config12(Side::Client);
    client.groups = vec![NamedGroup::X25519, NamedGroup::SECP256R1];
    let halts = tampered(
        client.clone(),
        config12(Side::Server),
        HandshakeType::SERVER_KEY_EXCHANGE,
        |message| {
            message[8..40].fill(0);
        },
    );
    // It is not what was signed.
    assert_eq!(halts.0, Halt::Failed(Error::DecryptError));
}

#[test]
fn cve_2026_50640_a_secret_or_ticket_that_cannot_be_kept_ends_the_handshake() {
    type Question = fn(&Ask) -> bool;
    let questions: [Question; 2] = [
        |ask| matches!(ask, Ask::WriteTicket { .. }),
        |ask| matches!(ask, Ask::KeepSession { .. }),
    ];
    for question in questions {
        let mut server = config12_with_tickets(Side::Server);
        let mut client = config12_with_tickets(Side::Client);
        server.tls12.caches_sessions = true;
        // A session is kept where no ticket is asked for.
        client.tls12.tickets = question(&Ask::WriteTicket {
            session: Box::new(session()),
        });
        let mut pair = Pair::with(client, server);
        pair.server.application.refuses = Some((question, || Answer::Fail(Error::NoRandom)));
        // A client may have all it wants by then; the server goes no further.
        let (_, server) = pair.run();
        assert_eq!(server, Halt::Failed(Error::NoRandom));
    }
    // The same of a ticket of TLS 1.3.
    let server = Config {
        tickets: 1,
        ..versions(Side::Server, (V13, V13))
    };
    let mut pair = Pair::with(versions(Side::Client, (V13, V13)), server);
    pair.server.application.refuses = Some((questions[0], || Answer::Fail(Error::NoRandom)));
    assert_eq!(pair.run().1, Halt::Failed(Error::NoRandom));
}

/// What can fail of a derivation is the length of what goes into it, and no peer decides that: a hash of a transcript has the
/// length of its algorithm, a nonce has 255 bytes at most. So the derivations themselves are asked for the impossible, and give an
/// error, no secret. Those of TLS 1.2 compute a PRF, which cannot fail, and hold its length.
#[test]
fn cve_2026_50640_a_derivation_that_fails_gives_no_secret() {
    for rogue in [Rogue13::server_connected(), Rogue13::client_connected()] {
        let traffic = rogue.traffic();
        let hash = HashAlgorithm::Sha256;
        assert!(traffic.resumption_master_secret(&[1; 32]).is_ok());
        let secret = traffic.resumption_master_secret(&[1; 255]).unwrap();
        assert_eq!(traffic.resumption_master_secret(&[1; 256]).err(), Some(Error::Internal));
        assert!(resumption_psk(hash, &secret, &[1; 255]).is_ok());
        assert_eq!(resumption_psk(hash, &secret, &[1; 256]).err(), Some(Error::Internal));
    }
    for len in [0, 47, 49, 64] {
        let wrong = MasterSecret::resumed(HashAlgorithm::Sha256, &vec![1; len]);
        assert_eq!(wrong.err(), Some(Error::Internal), "{len}");
    }
}

/// Any session of TLS 1.2.
fn session() -> ferrotls::tls::session::Session {
    let mut pair = Pair::with(config12_with_tickets(Side::Client), config12_with_tickets(Side::Server));
    pair.connect();
    pair.client.connection.take_resumption12().unwrap().session
}

#[test]
fn cve_2026_50586_a_ticket_is_what_the_application_made_and_nothing_more() {
    for _ in 0..3 {
        let rogue = Client12::new(config12_with_tickets(Side::Server), &p256())
            .connected(|hello| hello.extensions.session_ticket = Some(&[]));
        let sessions = rogue.end.application.sessions.lock().unwrap();
        let known: Vec<_> = sessions.keys().cloned().collect();
        assert_eq!(rogue.ticket.as_ref().map(std::slice::from_ref), Some(&known[..]));
    }
}

const CBC: CipherSuite = CipherSuite::ECDHE_ECDSA_WITH_AES_128_CBC_SHA256;

/// Padding oracles (Lucky Thirteen and its kin): CBC comes with encrypt-then-MAC or not at all.
#[test]
fn cve_2013_0169_cbc_without_encrypt_then_mac_is_refused_by_both() {
    Client12::new(config12(Side::Server), &p256())
        .with_suite(CBC)
        .refused(Error::HandshakeFailure, |hello| {
            hello.extensions.encrypt_then_mac = false
        });
    let config = |side| Config {
        suites: vec![CBC],
        ..config12(side)
    };
    let (client, server) = tampered(
        config(Side::Client),
        config(Side::Server),
        HandshakeType::SERVER_HELLO,
        |message| {
            let without = |hello: &mut ServerHello<'_>| hello.extensions.encrypt_then_mac = false;
            change_server_hello(message, without);
        },
    );
    assert!(
        matches!(client, Halt::Failed(Error::HandshakeFailure | Error::IllegalParameter)),
        "{client:?}"
    );
    assert!(matches!(server, Halt::Failed(Error::PeerAlert(_))));
    // A client that will not offer it offers no such suite, and is refused.
    let mut client = config(Side::Client);
    client.tls12.encrypt_then_mac = false;
    let mut pair = Pair::with(client, config(Side::Server));
    let halts = pair.run();
    assert!(matches!(halts.0, Halt::Failed(_)), "{halts:?}");
    assert_ne!(halts.1, Halt::Done);
}

fn change_server_hello(message: &mut Vec<u8>, change: impl FnOnce(&mut ServerHello<'_>)) {
    let old = message.clone();
    let ServerHelloMessage::ServerHello(mut hello) = ServerHelloMessage::read(&old[4..], ExtensionSet::ALL).unwrap()
    else {
        panic!("no ServerHello");
    };
    change(&mut hello);
    message.clear();
    hello.write(message).unwrap();
}

/// Whatever of a record was changed, padding or not, the same is said: the MAC is looked at first.
#[test]
fn cve_2013_0169_a_changed_record_of_cbc_says_nothing_of_its_padding() {
    let config = |side| Config {
        suites: vec![CBC],
        ..config12(side)
    };
    let len = {
        let mut pair = Pair::with(config(Side::Client), config(Side::Server));
        pair.connect();
        seal(&mut pair, b"0123456789").len()
    };
    for at in 5..len {
        let mut pair = Pair::with(config(Side::Client), config(Side::Server));
        pair.connect();
        let mut record = seal(&mut pair, b"0123456789");
        record[at] ^= 1;
        pair.server.incoming = record;
        assert_eq!(
            pair.server.read(&mut usize::MAX.clone()),
            Halt::Failed(Error::BadRecordMac),
            "{at}"
        );
    }
}

/// A record of the client's.
fn seal(pair: &mut Pair, data: &[u8]) -> Vec<u8> {
    assert!(matches!(pair.client.connection.writer.write(data), Ok(len) if len == data.len()));
    pair.client.drain()
}

/// RFC 7627: a man in the middle who takes extended_master_secret out of either hello gets no handshake, nor who takes it from one
/// that resumes.
#[test]
fn a_master_secret_is_bound_to_its_handshake() {
    let (client, server) = (config12(Side::Client), config12(Side::Server));
    let halts = tampered(client, server, HandshakeType::SERVER_HELLO, |message| {
        change_server_hello(message, |hello| hello.extensions.extended_master_secret = false);
    });
    assert!(matches!(halts.0, Halt::Failed(_)), "{halts:?}");
    assert_ne!(halts.1, Halt::Done);
    let first = Client12::new(config12_with_tickets(Side::Server), &p256())
        .connected(|hello| hello.extensions.session_ticket = Some(&[]));
    // The hello that names it lives as long as the program.
    let ticket: &'static [u8] = common::leak(first.ticket.unwrap());
    let mut rogue = Client12::new(config12_with_tickets(Side::Server), &p256());
    rogue.end.application.sessions = first.end.application.sessions;
    rogue.refused(Error::HandshakeFailure, |hello| {
        hello.extensions.extended_master_secret = false;
        hello.extensions.session_ticket = Some(ticket);
    });
}
