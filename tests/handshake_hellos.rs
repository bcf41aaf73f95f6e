//! ClientHello, ServerHello and HelloRetryRequest that break the rules of negotiation.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    rogue::{Rogue, next_works},
    *,
};
use ferrotls::tls::{
    config::Side,
    error::Error,
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{CipherSuite, CompressionMethod, ContentType, NamedGroup, ProtocolVersion, SignatureScheme},
        extensions::key_share::KeyShareEntry,
        server_hello::{DOWNGRADE_TO_TLS11, DOWNGRADE_TO_TLS12, ServerHello},
    },
};

// Bounds

/// The share that is wanted, behind others of groups that nobody has.
#[test]
fn key_shares_are_counted() {
    const MOST: u16 = 64;
    for count in [MOST, MOST + 1] {
        let mut rogue = Rogue::client(config(Side::Server));
        let hello = rogue.client_hello(|hello| {
            let unknown = || (1..count).map(|index| NamedGroup(0xfe00 + index));
            let own = KeyShareEntry {
                group: NamedGroup::X25519,
                key_exchange: leak([9; 32]),
            };
            let others = unknown().map(|group| KeyShareEntry {
                group,
                key_exchange: &[1],
            });
            let shares: Vec<_> = others.chain([own]).collect();
            let groups: Vec<_> = unknown().chain([NamedGroup::X25519]).collect();
            hello.extensions.supported_groups = Some(List::from(leak(groups)));
            hello.extensions.key_share = Some(List::from(leak(shares)));
        });
        rogue.send_hello(&hello);
        if count == MOST {
            assert_eq!(rogue.go_on(), Halt::Blocked);
            assert!(!rogue.line.bytes.is_empty(), "the server has answered");
        } else {
            rogue.expect_failure(Error::IllegalParameter);
            next_works(&rogue.end);
        }
    }
}

// ServerHello

#[track_caller]
fn bad_server_hello(error: Error, change: impl FnOnce(&mut ServerHello<'_>)) {
    let mut rogue = Rogue::server(config(Side::Client));
    let hello = rogue.server_hello(change);
    rogue.send(&hello);
    rogue.expect_failure(error);
}

#[test]
fn server_hellos() {
    let illegal = Error::IllegalParameter;
    bad_server_hello(illegal, |hello| hello.legacy_session_id_echo = &[]);
    bad_server_hello(illegal, |hello| hello.legacy_session_id_echo = &[1; 32]);
    bad_server_hello(illegal, |hello| hello.legacy_version = ProtocolVersion::TLS1_3);
    bad_server_hello(illegal, |hello| hello.legacy_version = ProtocolVersion::TLS1_1);
    bad_server_hello(Error::ProtocolVersion, |hello| {
        hello.legacy_version = ProtocolVersion(0x0300)
    });
    bad_server_hello(illegal, |hello| hello.cipher_suite = CipherSuite(0x1306));
    bad_server_hello(illegal, |hello| {
        hello.extensions.selected_version = Some(ProtocolVersion::TLS1_2)
    });
    bad_server_hello(illegal, |hello| {
        hello.extensions.selected_version = Some(ProtocolVersion(0x0305))
    });
    bad_server_hello(Error::MissingExtension, |hello| hello.extensions.key_share = None);
    bad_server_hello(Error::UnsupportedExtension, |hello| {
        hello.extensions.selected_identity = Some(0)
    });
    // A group that was offered, but has no share.
    bad_server_hello(illegal, |hello| {
        hello.extensions.key_share = Some(KeyShareEntry {
            group: NamedGroup::SECP256R1,
            key_exchange: &[4; 65],
        });
    });
    // Shares of X25519 that are none.
    for share in [&[0; 32][..], &[1; 31], &[1; 33]] {
        bad_server_hello(illegal, |hello| {
            hello.extensions.key_share = Some(KeyShareEntry {
                group: NamedGroup::X25519,
                key_exchange: share,
            });
        });
    }
    // A suite that is ours, but was not offered.
    let mut narrow = config(Side::Client);
    narrow.suites = vec![CipherSuite::AES_256_GCM_SHA384];
    let mut rogue = Rogue::server(narrow);
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.expect_failure(illegal);
}

#[test]
fn shares_of_every_group() {
    for group in GROUPS {
        for share in [
            vec![0],
            vec![0; 32],
            vec![4; 65],
            vec![4; 97],
            vec![4; 133],
            vec![0; 56],
        ] {
            let mut narrow = config(Side::Client);
            narrow.groups = vec![group];
            let mut rogue = Rogue::server(narrow);
            let hello = rogue.server_hello(|hello| {
                hello.extensions.key_share = Some(KeyShareEntry {
                    group,
                    key_exchange: leak(share.clone()),
                });
            });
            rogue.send(&hello);
            rogue.expect_failure(Error::IllegalParameter);

            let mut rogue = Rogue::client(config(Side::Server));
            let shares = [KeyShareEntry {
                group,
                key_exchange: leak(share.clone()),
            }];
            let hello = rogue.client_hello(|hello| hello.extensions.key_share = Some(List::from(leak(shares))));
            rogue.send_hello(&hello);
            rogue.expect_failure(Error::IllegalParameter);
        }
    }
}

/// RFC 8446 section 4.1.3: a client that can TLS 1.3 must see that somebody took it away.
#[test]
fn downgrades() {
    for version in [
        ProtocolVersion::TLS1_2,
        ProtocolVersion::TLS1_1,
        ProtocolVersion::TLS1_0,
    ] {
        for (sentinel, error) in [
            (DOWNGRADE_TO_TLS12, Error::IllegalParameter),
            (DOWNGRADE_TO_TLS11, Error::IllegalParameter),
            (*b"DOWNGRD\x02", Error::ProtocolVersion),
        ] {
            bad_server_hello(error, |hello| {
                hello.legacy_version = version;
                hello.random[24..].copy_from_slice(&sentinel);
                hello.extensions = Default::default();
            });
        }
    }
}

#[test]
fn cve_2026_25832_hello_retry_requests() {
    let client = || {
        let mut client = config(Side::Client);
        client.groups = vec![NamedGroup::X25519, NamedGroup::SECP256R1];
        Rogue::server(client)
    };
    let second = Some(NamedGroup::SECP256R1);
    let illegal = Error::IllegalParameter;
    // Never offered; shared already; no change at all.
    for group in [
        Some(NamedGroup::SECP384R1),
        Some(NamedGroup(0x6a6a)),
        Some(NamedGroup::X25519),
        None,
    ] {
        let mut rogue = client();
        let retry = rogue.hello_retry_request(group, |_| {});
        rogue.send(&retry);
        rogue.expect_failure(illegal);
    }
    type Change = fn(&mut ferrotls::tls::wire::server_hello::HelloRetryRequest<'_>);
    let changes: [(Error, Change); 6] = [
        (illegal, |retry| retry.legacy_version = ProtocolVersion::TLS1_3),
        (illegal, |retry| retry.legacy_session_id_echo = &[]),
        (illegal, |retry| retry.cipher_suite = CipherSuite(0x1399)),
        (illegal, |retry| {
            retry.extensions.selected_version = Some(ProtocolVersion::TLS1_2)
        }),
        (Error::MissingExtension, |retry| {
            retry.extensions.selected_version = None
        }),
        (illegal, |retry| {
            retry.extensions.cookie = Some(b"cookie");
            retry.extensions.selected_group = Some(NamedGroup::X25519);
        }),
    ];
    for (error, change) in changes {
        let mut rogue = client();
        let retry = rogue.hello_retry_request(second, change);
        rogue.send(&retry);
        rogue.expect_failure(error);
    }
    // A second one.
    let mut rogue = client();
    let retry = rogue.hello_retry_request(second, |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    rogue.send(&retry);
    rogue.expect_failure(Error::UnexpectedMessage);
    // Another suite than it said.
    let mut rogue = client();
    let retry = rogue.hello_retry_request(second, |retry| {
        retry.cipher_suite = CipherSuite::CHACHA20_POLY1305_SHA256
    });
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.expect_failure(illegal);
    // Another version (CVE-2026-34873).
    let mut rogue = client();
    let retry = rogue.hello_retry_request(second, |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let hello = rogue.server_hello(|hello| hello.extensions = Default::default());
    rogue.send(&hello);
    rogue.expect_failure(illegal);
    // Another group than it asked for.
    let mut rogue = client();
    let retry = rogue.hello_retry_request(second, |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let hello = rogue.server_hello(|hello| {
        hello.extensions.key_share = Some(KeyShareEntry {
            group: NamedGroup::X25519,
            key_exchange: &[9; 32],
        });
    });
    rogue.send(&hello);
    rogue.expect_failure(illegal);
}

/// RFC 8446 section 4.1.2: what a client may change after a HelloRetryRequest, and what not.
#[test]
fn pain_8669_second_client_hello_changes_what_it_must() {
    for (group, cookie) in [(Some(NamedGroup::SECP384R1), None), (None, Some(&b"a cookie"[..]))] {
        let mut rogue = Rogue::server(config(Side::Client));
        let retry = rogue.hello_retry_request(group, |retry| retry.extensions.cookie = cookie);
        rogue.send(&retry);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let first = rogue.hello.clone();
        rogue.read_client_hello();
        let first = ClientHello::read(&first[4..]).unwrap();
        let second = ClientHello::read(&rogue.hello[4..]).unwrap();
        assert_eq!(second.extensions.cookie, cookie);
        let shares: Vec<_> = second.extensions.key_share.unwrap().iter().collect();
        assert_eq!(shares.len(), 1);
        match group {
            Some(group) => assert_eq!(shares[0].group, group),
            None => assert_eq!(second.extensions.key_share, first.extensions.key_share),
        }
        let mut same = second;
        same.extensions.cookie = None;
        same.extensions.key_share = first.extensions.key_share;
        assert_eq!(same, first);
        // And the handshake goes on to its end.
        let hello = rogue.hello.clone();
        rogue.transcript().add(&hello);
        let hello = rogue.server_hello(|_| {});
        rogue.send(&hello);
        rogue.take_handshake_keys();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.connection.state_id(), 19);
    }
}

// ClientHello

#[track_caller]
fn bad_client_hello(error: Error, change: impl FnOnce(&mut ClientHello<'_>)) {
    let mut rogue = Rogue::client(config(Side::Server));
    let hello = rogue.client_hello(change);
    rogue.send_hello(&hello);
    rogue.expect_failure(error);
}

#[test]
fn client_hellos() {
    let (illegal, missing) = (Error::IllegalParameter, Error::MissingExtension);
    let methods = [CompressionMethod(1), CompressionMethod::NULL];
    bad_client_hello(illegal, |hello| {
        hello.legacy_compression_methods = List::from(leak(methods))
    });
    // RFC 8446 appendix D.5: SSL 3.0, whatever the list of versions says.
    bad_client_hello(Error::ProtocolVersion, |hello| {
        hello.legacy_version = ProtocolVersion(0x0300)
    });
    bad_client_hello(missing, |hello| hello.extensions.signature_algorithms = None);
    bad_client_hello(missing, |hello| hello.extensions.supported_groups = None);
    bad_client_hello(missing, |hello| hello.extensions.key_share = None);
    bad_client_hello(Error::HandshakeFailure, |hello| {
        hello.cipher_suites = List::from(&[CipherSuite(0xc02b), CipherSuite::FALLBACK_SCSV]);
    });
    bad_client_hello(Error::HandshakeFailure, |hello| {
        hello.extensions.signature_algorithms = Some(List::from(&[SignatureScheme::RSA_PKCS1_SHA256]));
    });
    // Only a group that nobody has.
    bad_client_hello(Error::HandshakeFailure, |hello| {
        hello.extensions.supported_groups = Some(List::from(&[NamedGroup(0x6a6a)]));
        hello.extensions.key_share = Some(List::EMPTY);
    });
    // RFC 8446 section 4.2.1: no TLS 1.3 in the list, or no list.
    bad_client_hello(Error::ProtocolVersion, |hello| {
        hello.extensions.supported_versions = Some(List::from(&[ProtocolVersion::TLS1_2, ProtocolVersion(0x0305)]));
    });
    bad_client_hello(Error::ProtocolVersion, |hello| {
        hello.extensions.supported_versions = None
    });
    bad_client_hello(Error::ProtocolVersion, |hello| {
        hello.extensions.supported_versions = None;
        hello.legacy_version = ProtocolVersion::TLS1_3;
    });
    // Shares: one twice, and one of a group that is not in the list.
    let twice = [KeyShareEntry {
        group: NamedGroup::X25519,
        key_exchange: &[9; 32],
    }; 2];
    bad_client_hello(illegal, |hello| {
        hello.extensions.key_share = Some(List::from(leak(twice)))
    });
    bad_client_hello(illegal, |hello| {
        hello.extensions.supported_groups = Some(List::from(&[NamedGroup::SECP256R1]));
    });
}

#[test]
fn second_client_hellos() {
    let retried = || {
        let mut server = config(Side::Server);
        server.groups = vec![NamedGroup::SECP256R1, NamedGroup::SECP384R1];
        let mut rogue = Rogue::client(server);
        let hello = rogue.client_hello(|_| {});
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let retry = rogue.line.message();
        assert_eq!(rogue.end.connection.state_id(), 1);
        (rogue, retry)
    };
    let run = |group: NamedGroup, change: &dyn Fn(&mut ClientHello<'_>)| {
        let (mut rogue, _) = retried();
        let hello = rogue.client_hello_of(group, change);
        rogue.push(ContentType::HANDSHAKE, &hello);
        rogue
    };
    assert_eq!(run(NamedGroup::SECP256R1, &|_| {}).go_on(), Halt::Blocked);
    let illegal = Error::IllegalParameter;
    // Not what was asked for; still no share.
    run(NamedGroup::X25519, &|_| {}).expect_failure(illegal);
    run(NamedGroup::SECP384R1, &|_| {}).expect_failure(illegal);
    run(NamedGroup::SECP256R1, &|hello| {
        hello.extensions.key_share = Some(List::EMPTY)
    })
    .expect_failure(illegal);
    // Something else has changed.
    type Change = fn(&mut ClientHello<'_>);
    let changes: [Change; 8] = [
        |hello| hello.extensions.early_data = true,
        |hello| hello.random[31] ^= 1,
        |hello| hello.legacy_session_id = &[],
        |hello| hello.legacy_version = ProtocolVersion::TLS1_1,
        |hello| {
            let suites = &[CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384];
            hello.cipher_suites = List::from(suites);
        },
        |hello| hello.extensions.server_name = Some("another.example"),
        |hello| hello.extensions.signature_algorithms = Some(List::from(&[SignatureScheme::ECDSA_SECP256R1_SHA256])),
        |hello| hello.extensions.supported_groups = Some(List::from(&[NamedGroup::SECP256R1])),
    ];
    for change in changes {
        run(NamedGroup::SECP256R1, &change).expect_failure(illegal);
    }
    // A cookie that was not given is no harm.
    assert_eq!(
        run(NamedGroup::SECP256R1, &|hello| hello.extensions.cookie = Some(b"x")).go_on(),
        Halt::Blocked
    );
}

/// A record as early data looks to a server that does not know its key.
fn early_data(len: usize) -> Vec<u8> {
    let [high, low] = u16::try_from(len).unwrap().to_be_bytes();
    [&[23, 3, 3, high, low][..], &vec![0x55; len]].concat()
}

/// RFC 8446 section 4.2.10: a server that accepts no early data skips it.
#[test]
fn early_data_is_skipped() {
    let hello = |offered: bool| {
        let mut rogue = Rogue::client(config(Side::Server));
        let hello = rogue.client_hello(|hello| hello.extensions.early_data = offered);
        rogue.send_hello(&hello);
        rogue.line.outbound.push_change_cipher_spec().unwrap();
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue
    };
    let mut rogue = hello(true);
    for len in [1, 17, 300, 16384 + 256] {
        rogue.end.incoming.extend(early_data(len));
    }
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_server_flight();
    let finished = rogue.finished();
    rogue.send(&finished);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(rogue.end.connection.is_handshake_over());
    // No more once the keys have changed; not without end; not if none was offered.
    rogue.end.incoming.extend(early_data(300));
    assert_eq!(rogue.go_on(), Halt::Failed(Error::BadRecordMac));
    let mut rogue = hello(true);
    // What counts is plaintext: 16367 bytes in each of four records leave 68.
    rogue.end.incoming.extend(early_data(1 << 14).repeat(4));
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.end.incoming.extend(early_data(69 + 17));
    assert_eq!(rogue.go_on(), Halt::Failed(Error::BadRecordMac));
    let mut rogue = hello(false);
    rogue.end.incoming.extend(early_data(300));
    assert_eq!(rogue.go_on(), Halt::Failed(Error::BadRecordMac));
}

/// The same after a HelloRetryRequest, where there are no keys yet.
#[test]
fn early_data_is_skipped_before_a_second_client_hello() {
    let retried = |offered: bool| {
        let mut server = config(Side::Server);
        server.groups = vec![NamedGroup::SECP256R1];
        let mut rogue = Rogue::client(server);
        let hello = rogue.client_hello(|hello| hello.extensions.early_data = offered);
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        rogue.line.message();
        rogue
    };
    let mut rogue = retried(true);
    for len in [1, 300, 16384 + 256] {
        rogue.end.incoming.extend(early_data(len));
    }
    assert_eq!(rogue.go_on(), Halt::Blocked);
    let second = rogue.client_hello_of(NamedGroup::SECP256R1, |_| {});
    // In the middle of a message there is no room for it.
    let mut other = retried(true);
    other.push(ContentType::HANDSHAKE, &second[..9]);
    assert_eq!(other.go_on(), Halt::Blocked);
    other.end.incoming.extend(early_data(300));
    other.expect_failure(Error::UnexpectedMessage);
    rogue.push(ContentType::HANDSHAKE, &second);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.state_id(), 11);
    rogue.end.incoming.extend(early_data(300));
    assert_eq!(rogue.go_on(), Halt::Failed(Error::BadRecordMac));
    let mut rogue = retried(true);
    // What counts is plaintext: 16367 bytes in each of four records leave 68.
    rogue.end.incoming.extend(early_data(1 << 14).repeat(4));
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.end.incoming.extend(early_data(69 + 17));
    rogue.expect_failure(Error::UnexpectedMessage);
    let mut rogue = retried(false);
    rogue.end.incoming.extend(early_data(300));
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn changed_server_hellos() {
    for index in 0..122 {
        for bits in [0x01, 0x80, 0xff] {
            let mut rogue = Rogue::server(config(Side::Client));
            let mut hello = rogue.server_hello(|_| {});
            hello[index] ^= bits;
            rogue.send(&hello);
            let halt = rogue.go_on();
            // The random and the share may be anything.
            assert!(matches!(halt, Halt::Failed(_) | Halt::Blocked), "{halt:?}");
            assert!(!rogue.end.connection.is_handshake_over());
        }
    }
}

#[test]
fn changed_client_hellos() {
    let len = Rogue::client(config(Side::Server)).client_hello(|_| {}).len();
    for index in 0..len {
        for bits in [0x01, 0x80, 0xff] {
            let mut rogue = Rogue::client(config(Side::Server));
            let mut hello = rogue.client_hello(|hello| hello.extensions.server_name = Some("name"));
            hello[index] ^= bits;
            rogue.send_hello(&hello);
            match rogue.go_on() {
                Halt::Failed(error) => assert_eq!(rogue.line.alert(), error.alert()),
                halt => assert_eq!(halt, Halt::Blocked),
            }
        }
    }
}
