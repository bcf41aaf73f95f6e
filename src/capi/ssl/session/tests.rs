//! Sessions as bytes: whole ones come back, and nothing else does harm.

use super::*;
use crate::capi::platform_time::{mbedtls_ms_time, wall_ms};
use crate::capi::ptr::enum_number;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::Secret;
#[cfg(feature = "tls12")]
use crate::tls::session::Session12;
use crate::tls::session::{KeyExchangeModes, Session};
use crate::tls::wire::codes::CipherSuite;
#[cfg(feature = "tls12")]
use crate::tls::wire::codes::MaxFragmentLength;
use hidden::{Peer, core, hidden, hidden_mut};
use resume::{acceptable, satisfies};
use saved::{mbedtls_ssl_session_load as load, mbedtls_ssl_session_save as save};

/// A session that is freed at the end of its scope.
struct Own(mbedtls_ssl_session);

impl Own {
    fn new() -> Self {
        Self(unsafe { MaybeUninit::zeroed().assume_init() })
    }

    fn copy(&self) -> Result<Self, c_int> {
        let mut to = Self::new();
        unsafe { copy(&raw mut to.0, &self.0) }.map(|()| to)
    }

    fn load(&mut self, blob: &[u8]) -> c_int {
        unsafe { load(&raw mut self.0, blob.as_ptr(), blob.len()) }
    }

    fn save(&self) -> Vec<u8> {
        let mut blob = vec![0; 100_000];
        let mut len = 0;
        assert_eq!(
            unsafe { save(&raw const self.0, blob.as_mut_ptr(), blob.len(), &raw mut len) },
            0
        );
        blob.truncate(len);
        blob
    }

    fn is_empty(&self) -> bool {
        let bytes: &[u8; size_of::<mbedtls_ssl_session>()] = unsafe { &*(&raw const self.0).cast() };
        bytes.iter().all(|byte| *byte == 0)
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        unsafe { mbedtls_ssl_session_free(&raw mut self.0) };
    }
}

fn session() -> Session {
    Session {
        suite: CipherSuite::AES_256_GCM_SHA384,
        secret: Secret::new(&[7; 48]).unwrap(),
        age_add: 0x1234_5678,
        lifetime: 86_400,
        created: wall_ms() - 90_000,
        max_early_data: 4096,
        modes: KeyExchangeModes::ALL,
        alpn_protocol: Some(b"h2".to_vec()),
        server_name: None,
        tls12: None,
    }
}

/// The same of TLS 1.2.
#[cfg(feature = "tls12")]
fn session12() -> Session {
    Session {
        suite: CipherSuite::ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        age_add: 0,
        max_early_data: 0,
        modes: KeyExchangeModes {
            ephemeral: false,
            psk_ephemeral: false,
            psk: false,
        },
        tls12: Some(Session12 {
            extended_master_secret: true,
            encrypt_then_mac: false,
            max_fragment_length: Some(MaxFragmentLength(3)),
        }),
        ..session()
    }
}

/// A session as a client or a server has it, with a chain of two certificates.
fn full(endpoint: c_int) -> Own {
    made_of(&session(), endpoint)
}

/// The same of TLS 1.2.
#[cfg(feature = "tls12")]
fn full12(endpoint: c_int) -> Own {
    made_of(&session12(), endpoint)
}

fn made_of(core: &Session, endpoint: c_int) -> Own {
    let mut own = Own::new();
    hidden::put(&mut own.0, core);
    own.0.endpoint = endpoint as u8;
    own.0.start = i64::try_from(wall_ms() / 1000).unwrap() - 90;
    own.0.id_len = 32;
    own.0.id = [9; 32];
    let inner = hidden_mut(&mut own.0);
    inner.name = Some(b"localhost".to_vec());
    inner.peer = Peer {
        by_psk: false,
        authmode: MBEDTLS_SSL_VERIFY_OPTIONAL as u8,
        result: 8,
    };
    if endpoint == MBEDTLS_SSL_IS_CLIENT {
        saved::set_ticket(&mut own.0, &[0xAB; 200]).unwrap();
    }
    #[cfg(feature = "certificates")]
    {
        let der = |name: &str| {
            rcgen::generate_simple_self_signed(vec![name.to_owned()])
                .unwrap()
                .cert
                .der()
                .to_vec()
        };
        let chain = parse_chain(&[der("leaf"), der("issuer")]).unwrap();
        unsafe { peer_certificate::keep(&mut own.0, chain) };
    }
    own
}

/// What programs and the core see of a session.
fn seen(own: &Own) -> String {
    let s = &own.0;
    let ticket = unsafe { bytes(s.ticket, s.ticket_len) };
    let chain = unsafe { peer_certificate::saved(s) };
    format!(
        "{:#x} {} {:#x} {} {:?} {} {} {} {:?} {:?} {:?} {:?} {:?}",
        enum_number(s.tls_version),
        s.endpoint,
        s.ciphersuite,
        s.start,
        &s.id[..s.id_len],
        s.ticket_lifetime,
        s.ticket_age_add,
        s.ticket_flags,
        ticket,
        chain,
        s.master,
        hidden(s).map(|h| (&h.name, h.peer, h.max_early_data)),
        core(s).map(|c| (
            c.suite,
            c.secret.as_bytes().to_vec(),
            c.created,
            c.alpn_protocol,
            c.modes,
            c.tls12
        )),
    )
}

/// `blob` with the checksum of what it holds.
fn with_checksum(mut blob: Vec<u8>) -> Vec<u8> {
    let at = blob.len() - 16;
    let sum = HashAlgorithm::Sha256.hash(&blob[..at]);
    blob[at..].copy_from_slice(&sum.as_ref()[..16]);
    blob
}

/// Makes a session of this end.
type Make = fn(c_int) -> Own;

/// Sessions of both ends in both versions.
const BOTH_VERSIONS: &[(Make, c_int)] = &[
    (full, MBEDTLS_SSL_IS_CLIENT),
    (full, MBEDTLS_SSL_IS_SERVER),
    #[cfg(feature = "tls12")]
    (full12, MBEDTLS_SSL_IS_CLIENT),
    #[cfg(feature = "tls12")]
    (full12, MBEDTLS_SSL_IS_SERVER),
];

#[test]
fn what_was_saved_comes_back() {
    for (make, endpoint) in BOTH_VERSIONS.iter().copied() {
        let own = make(endpoint);
        let blob = own.save();
        let mut loaded = Own::new();
        assert_eq!(loaded.load(&blob), 0);
        assert_eq!(seen(&loaded), seen(&own));
        assert_eq!(loaded.save(), blob);
        // Into a session that holds something already, and as a copy.
        assert_eq!(loaded.load(&blob), 0);
        assert_eq!(seen(&loaded.copy().unwrap()), seen(&own));
        // A handshake without a ticket and without a certificate.
        let mut plain = Own::new();
        plain.0.tls_version = own.0.tls_version;
        plain.0.ciphersuite = own.0.ciphersuite;
        plain.0.endpoint = endpoint as u8;
        for raw_key in [&b""[..], b"a key"] {
            hidden_mut(&mut plain.0).raw_key = raw_key.to_vec();
            let blob = plain.save();
            assert_eq!(loaded.load(&blob), 0);
            assert_eq!(loaded.save(), blob);
            assert_eq!(hidden(&loaded.0).unwrap().raw_key, raw_key);
            assert!(core(&loaded.0).is_none());
        }
    }
}

#[test]
fn too_little_room_is_told_with_the_length() {
    let own = full(MBEDTLS_SSL_IS_CLIENT);
    let blob = own.save();
    for room in 0..blob.len() {
        let mut buffer = vec![0x55; room];
        let mut len = 0;
        let code = unsafe { save(&raw const own.0, buffer.as_mut_ptr(), room, &raw mut len) };
        assert_eq!((code, len), (MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, blob.len()));
        assert!(buffer.iter().all(|byte| *byte == 0x55));
    }
}

#[test]
fn nothing_that_was_changed_is_loaded() {
    nothing_changed_is_loaded(&full(MBEDTLS_SSL_IS_CLIENT).save());
    #[cfg(feature = "tls12")]
    nothing_changed_is_loaded(&full12(MBEDTLS_SSL_IS_CLIENT).save());
}

fn nothing_changed_is_loaded(blob: &[u8]) {
    for len in 0..blob.len() {
        let mut own = full(MBEDTLS_SSL_IS_CLIENT);
        assert_eq!(own.load(&blob[..len]), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert!(own.is_empty());
        drop(own);
        // Also if the checksum fits: then the end of something is missing.
        if len >= 16 {
            let code = Own::new().load(&with_checksum(blob[..len].to_vec()));
            assert_eq!(code, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, "{len}");
        }
    }
    for at in 0..blob.len() {
        for bit in 0..8 {
            let mut other = blob.to_vec();
            other[at] ^= 1 << bit;
            let mut own = Own::new();
            assert_eq!(
                own.load(&other),
                MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
                "bit {bit} of byte {at}"
            );
            assert!(own.is_empty());
        }
    }
    let longer = with_checksum([blob, &[0]].concat());
    assert_eq!(Own::new().load(&longer), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
}

/// Whoever can write saved sessions can write the checksum, too.
#[test]
fn what_is_changed_on_purpose_does_no_harm() {
    for (make, endpoint) in BOTH_VERSIONS.iter().copied() {
        let blob = make(endpoint).save();
        let mut loadable = 0;
        for at in 0..blob.len() - 16 {
            for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut other = blob.clone();
                other[at] ^= change;
                let mut own = Own::new();
                match own.load(&with_checksum(other)) {
                    0 => {
                        loadable += 1;
                        let _ = core(&own.0);
                        let _ = unsafe { acceptable(&own.0, None, MBEDTLS_SSL_VERIFY_REQUIRED) };
                        assert_eq!(seen(&own.copy().unwrap()), seen(&own));
                        assert!(!own.save().is_empty());
                    }
                    code => {
                        let expected = if at == 4 {
                            MBEDTLS_ERR_SSL_VERSION_MISMATCH
                        } else {
                            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
                        };
                        assert_eq!(code, expected, "change {change} of byte {at}");
                        assert!(own.is_empty());
                    }
                }
            }
        }
        // The secret and the ticket, at least, can be anything.
        assert!(loadable > 48 * 9);
    }
}

#[test]
fn fields_that_a_callback_changed_count() {
    let mut own = full(MBEDTLS_SSL_IS_SERVER);
    let before = core(&own.0).unwrap();
    assert!((wall_ms() - 90_000).abs_diff(before.created) < 1000);
    own.0.ticket_creation_time = mbedtls_ms_time() - 600_000;
    own.0.ticket_age_add = 5;
    own.0.ticket_flags = MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION as u8;
    let after = core(&own.0).unwrap();
    assert!((wall_ms() - 600_000).abs_diff(after.created) < 1000);
    assert_eq!((after.age_add, after.max_early_data), (5, 0));
    assert!(after.modes.psk && !after.modes.psk_ephemeral);
    // A suite whose hash is another has no use for the secret.
    own.0.ciphersuite = 0x1301;
    assert!(core(&own.0).is_none());
    own.0.ciphersuite = 0x1302;
    own.0.tls_version = MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_2);
    assert!(core(&own.0).is_none());
}

#[test]
fn a_session_is_resumed_only_if_its_peer_was_checked_as_strictly() {
    const NONE: c_int = MBEDTLS_SSL_VERIFY_NONE;
    const OPTIONAL: c_int = MBEDTLS_SSL_VERIFY_OPTIONAL;
    const REQUIRED: c_int = MBEDTLS_SSL_VERIFY_REQUIRED;
    let peer = |authmode: c_int, result| Peer {
        by_psk: false,
        authmode: authmode as u8,
        result,
    };
    // Who, with a certificate or not, and whether NONE, OPTIONAL and REQUIRED take it.
    let table = [
        (peer(NONE, 0), true, [true, false, false]),
        (peer(NONE, 0x80), false, [true, false, false]),
        (peer(OPTIONAL, 0), true, [true, true, true]),
        (peer(OPTIONAL, 8), true, [true, true, false]),
        (peer(OPTIONAL, 0x40), false, [true, true, false]),
        (peer(OPTIONAL, 0), false, [true, true, false]),
        (peer(REQUIRED, 0), true, [true, true, true]),
        (
            Peer {
                by_psk: true,
                ..peer(NONE, 0)
            },
            false,
            [true, true, true],
        ),
    ];
    for (peer, has_certificate, expected) in table {
        let found = [NONE, OPTIONAL, REQUIRED].map(|mode| satisfies(peer, has_certificate, mode));
        assert_eq!(found, expected, "{peer:?} {has_certificate}");
    }
}

#[cfg(feature = "certificates")]
#[test]
fn a_client_with_a_certificate_is_resumed_under_the_same_name_only() {
    let own = full(MBEDTLS_SSL_IS_SERVER);
    let takes = |name: Option<&[u8]>| unsafe { acceptable(&own.0, name, MBEDTLS_SSL_VERIFY_OPTIONAL) };
    assert!(takes(Some(b"localhost")));
    assert!(!takes(Some(b"elsewhere")));
    assert!(!takes(None));
}

/// Made byte by byte as the format says, when it had TLS 1.3 only.
#[cfg(feature = "keep-peer-certificate")]
#[test]
fn what_was_saved_before_there_was_tls12_is_loaded() {
    const SAVED: &str = "\
        4654534e010304001302000000006553f100200909090909090909090909090909090909090909090909090909090909\
        0909090000018bcfe5680000015180123456780d00001000300707070707070707070707070707070707070707070707\
        070707070707070707070707070707070707070707070707070014abababababababababababababababababababab02\
        683201096c6f63616c686f7374000200000000000000000000988c6333db5e04a3c8e66549b059ca08";
    let blob: Vec<u8> = (0..SAVED.len() / 2)
        .map(|at| u8::from_str_radix(&SAVED[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let mut own = Own::new();
    assert_eq!(own.load(&blob), 0);
    assert_eq!(own.save(), blob);
    let core = core(&own.0).unwrap();
    assert_eq!(
        (core.suite, core.secret.as_bytes()),
        (CipherSuite::AES_256_GCM_SHA384, &[7; 48][..])
    );
    assert_eq!(
        (core.created, core.lifetime, core.age_add),
        (1_700_000_000_000, 86_400, 0x1234_5678)
    );
    assert_eq!((core.max_early_data, core.tls12), (4096, None));
    assert_eq!(core.server_name.as_deref(), Some("localhost"));
    assert_eq!(unsafe { bytes(own.0.ticket, own.0.ticket_len) }, Some(&[0xAB; 20][..]));
}

#[cfg(feature = "tls12")]
#[test]
fn a_session_of_tls12_is_what_its_fields_say() {
    let mut own = full12(MBEDTLS_SSL_IS_SERVER);
    let before = core(&own.0).unwrap();
    assert_eq!(before.secret.as_bytes(), [7; 48]);
    assert_eq!((before.lifetime, before.tls12), (86_400, session12().tls12));
    // A lifetime that is not said, and one that is too long, are the longest there is.
    for lifetime in [0, 604_801, u32::MAX] {
        own.0.ticket_lifetime = lifetime;
        assert_eq!(core(&own.0).unwrap().lifetime, 604_800);
        assert_eq!(Own::new().load(&own.save()), 0);
    }
    // The master secret is where programs read it, and there only.
    assert_eq!(own.0.master, [7; 48]);
    assert!(hidden(&own.0).unwrap().secret.is_none());
    own.0.master = [8; 48];
    assert_eq!(core(&own.0).unwrap().secret.as_bytes(), [8; 48]);
    // One of zeros is none (CVE-2026-34873), also when it comes from elsewhere.
    own.0.master = [0; 48];
    assert!(core(&own.0).is_none());
    let mut loaded = Own::new();
    assert_eq!(loaded.load(&own.save()), 0);
    assert!(core(&loaded.0).is_none());
    own.0.master = [7; 48];
    // Neither version takes the other's suites.
    own.0.ciphersuite = 0x1301;
    assert!(core(&own.0).is_none());
    assert_eq!(own.load(&own.save()), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    let mut own = full(MBEDTLS_SSL_IS_SERVER);
    own.0.ciphersuite = 0xC02B;
    assert!(core(&own.0).is_none());
    assert_eq!(own.load(&own.save()), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
}

#[cfg(feature = "tls12")]
#[test]
fn what_a_session_of_tls12_holds_is_looked_at() {
    // Where what it has besides stands: after magic, format, version, endpoint, suite, start, id, created and lifetime.
    const AT: usize = 4 + 1 + 2 + 1 + 2 + 8 + 33 + 8 + 4;
    let blob = full12(MBEDTLS_SSL_IS_SERVER).save();
    assert_eq!(blob[AT..AT + 4], [1, 0, 3, 48]);
    let with = |at: usize, value: u8| {
        let mut other = blob.clone();
        other[at] = value;
        Own::new().load(&with_checksum(other))
    };
    for value in 0..=255 {
        assert_eq!(with(AT, value) == 0, value <= 1);
        assert_eq!(with(AT + 1, value) == 0, value <= 1);
        assert_eq!(with(AT + 2, value) == 0, value <= 4);
        assert_eq!(with(AT + 3, value) == 0, value == 48, "length of the secret {value}");
    }
}
