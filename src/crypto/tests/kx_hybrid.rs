//! Key exchange in the hybrid groups. `mlkem.txt` is OpenSSL's work (see `mlkem.py` beside it).

use super::{
    super::{
        kx::{Group, KeyExchange, Responder, SharedSecret},
        rand::deterministic,
    },
    flipped, hex, vector,
};

const HYBRIDS: [Group; 3] = [
    Group::X25519MlKem768,
    Group::Secp256r1MlKem768,
    Group::Secp384r1MlKem1024,
];

/// What `mlkem.txt` calls `name`.
fn mlkem(name: &str) -> Vec<u8> {
    let line = include_str!("../../../tests/data/crypto/mlkem.txt")
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    hex(line.unwrap_or_else(|| panic!("no vector {name}")))
}

/// One Diffie-Hellman exchange: a private key with its public one, the peer's public key and what both share.
struct Classic {
    private: Vec<u8>,
    public: Vec<u8>,
    peer: Vec<u8>,
    shared: Vec<u8>,
}

/// One of the group's classic part: RFC 8448 section 3, or OpenSSL's.
fn classic(group: Group) -> Classic {
    let openssl = |name: &str| Classic {
        private: vector(&format!("{name}-scalar")),
        public: vector(&format!("{name}-point")),
        peer: vector(&format!("{name}-peer")),
        shared: vector(&format!("{name}-shared")),
    };
    match group.component().unwrap() {
        Group::Secp256r1 => openssl("secp256r1"),
        Group::Secp384r1 => openssl("secp384r1"),
        _ => Classic {
            private: hex("49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5005"),
            public: hex("99381de560e4bd43d23d8e435a7dbafeb3c06e51c13cae4d5413691e529aaf2c"),
            peer: hex("c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f"),
            shared: hex("8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d"),
        },
    }
}

/// The parts in the order of the group (draft-ietf-tls-ecdhe-mlkem section 4).
fn ordered(group: Group, classic: &[u8], kem: &[u8]) -> Vec<u8> {
    if group == Group::X25519MlKem768 {
        [kem, classic].concat()
    } else {
        [classic, kem].concat()
    }
}

/// What the vectors call the group's ML-KEM.
fn kem_name(group: Group) -> &'static str {
    if group == Group::Secp384r1MlKem1024 {
        "ML-KEM-1024"
    } else {
        "ML-KEM-768"
    }
}

/// A client's key out of the known classic key and the seed 00 01 .. 3f.
fn known_client(group: Group) -> KeyExchange {
    let seed: Vec<u8> = (0..64).collect();
    deterministic::seed_after(&[classic(group).private, seed].concat(), &[0; 32]);
    let client = KeyExchange::generate(group).unwrap();
    deterministic::clear();
    client
}

/// A server's secrets out of the known classic key and the randomness c0 c1 .. df.
fn known_server(group: Group) -> Responder {
    let randomness: Vec<u8> = (0xc0..0xe0).collect();
    deterministic::seed_after(&[classic(group).private, randomness].concat(), &[0; 32]);
    let server = Responder::generate(group).unwrap();
    deterministic::clear();
    server
}

#[test]
fn client_as_openssl() {
    for group in HYBRIDS {
        let name = kem_name(group);
        let part = classic(group);
        let client = known_client(group);
        let key = mlkem(&format!("{name}-key"));
        assert_eq!(client.public_key(), ordered(group, &part.public, &key), "{group:?}");
        assert_eq!(client.component_public_key(), Some(part.public.as_slice()));

        let ciphertext = mlkem(&format!("{name}-ciphertext"));
        let secret = mlkem(&format!("{name}-secret"));
        let shared = client.agree(&ordered(group, &part.peer, &ciphertext)).unwrap();
        assert_eq!(shared.as_bytes(), ordered(group, &part.shared, &secret), "{group:?}");

        // FIPS 203 section 6.3: a forged ciphertext gives the secret of implicit rejection.
        let rejected = mlkem(&format!("{name}-rejected"));
        let forged = ordered(group, &part.peer, &flipped(&ciphertext, 0));
        let shared = known_client(group).agree(&forged).unwrap();
        assert_eq!(shared.as_bytes(), ordered(group, &part.shared, &rejected), "{group:?}");

        let shared = known_client(group).agree_component(&part.peer).unwrap();
        assert_eq!(shared.as_bytes(), part.shared, "{group:?}");
    }
}

#[test]
fn server_as_openssl() {
    for group in HYBRIDS {
        let name = kem_name(group);
        let part = classic(group);
        let client = ordered(group, &part.peer, &mlkem(&format!("{name}-key")));
        let (share, shared) = known_server(group).respond(&client).unwrap();
        let ciphertext = mlkem(&format!("{name}-ciphertext"));
        let secret = mlkem(&format!("{name}-secret"));
        assert_eq!(share, ordered(group, &part.public, &ciphertext), "{group:?}");
        assert_eq!(shared.as_bytes(), ordered(group, &part.shared, &secret), "{group:?}");
    }
}

/// draft-ietf-tls-ecdhe-mlkem section 4: the lengths that each group has.
#[test]
fn lengths() {
    for (group, client_len, server_len, secret_len) in [
        (Group::X25519MlKem768, 1216, 1120, 64),
        (Group::Secp256r1MlKem768, 1249, 1153, 64),
        (Group::Secp384r1MlKem1024, 1665, 1665, 80),
    ] {
        let client = KeyExchange::generate(group).unwrap();
        assert_eq!(client.public_key().len(), client_len);
        assert_eq!(group.client_share_len(), client_len);
        let (share, ours) = Responder::generate(group)
            .unwrap()
            .respond(client.public_key())
            .unwrap();
        assert_eq!(share.len(), server_len);
        assert_eq!(group.server_share_len(), server_len);
        let theirs = client.agree(&share).unwrap();
        assert_eq!(ours.as_bytes(), theirs.as_bytes());
        assert_eq!(ours.as_bytes().len(), secret_len);
    }
}

fn responds(group: Group, share: &[u8]) -> bool {
    Responder::generate(group).unwrap().respond(share).is_ok()
}

fn agrees(group: Group, share: &[u8]) -> bool {
    known_client(group).agree(share).is_ok()
}

#[test]
fn shares_of_the_wrong_length_are_refused() {
    for group in HYBRIDS {
        let client = known_client(group).public_key().to_vec();
        let (server, _) = known_server(group).respond(&client).unwrap();
        assert!(responds(group, &client) && agrees(group, &server));
        for cut in [0, 1, 31, 32, 33, 64, 65, 97, 1088, 1120, 1183, 1184, 1185] {
            assert!(!responds(group, &client[..cut]), "{group:?} {cut}");
            assert!(cut >= server.len() || !agrees(group, &server[..cut]), "{group:?} {cut}");
        }
        assert!(!responds(group, &client[..client.len() - 1]));
        assert!(!responds(group, &client[1..]));
        assert!(!responds(group, &[client.as_slice(), &[0]].concat()));
        assert!(!agrees(group, &server[..server.len() - 1]));
        assert!(!agrees(group, &server[1..]));
        assert!(!agrees(group, &[server.as_slice(), &[0]].concat()));
        if group != Group::Secp384r1MlKem1024 {
            assert!(!responds(group, &server), "{group:?}: a server's share is no client's");
            assert!(!agrees(group, &client), "{group:?}: a client's share is no server's");
        }
    }
}

/// The two parts of a share.
fn parts(group: Group, share: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let classic_len = group.component().unwrap().client_share_len();
    if group == Group::X25519MlKem768 {
        let (kem, classic) = share.split_at(share.len() - classic_len);
        (classic.to_vec(), kem.to_vec())
    } else {
        let (classic, kem) = share.split_at(classic_len);
        (classic.to_vec(), kem.to_vec())
    }
}

/// The classic part is held to the same rules as alone: no all-zero result, no point off the curve.
#[test]
fn bad_classic_parts_are_refused() {
    for group in HYBRIDS {
        let client = known_client(group).public_key().to_vec();
        let (server, _) = known_server(group).respond(&client).unwrap();
        let (classic, _) = parts(group, &client);
        let mut bad = vec![vec![0; classic.len()]];
        if group == Group::X25519MlKem768 {
            bad.push([vec![1], vec![0; 31]].concat());
        } else {
            bad.push(flipped(&classic, 5));
            bad.push([&[2], &classic[1..]].concat());
        }
        for classic in bad {
            let with = |share: &[u8]| ordered(group, &classic, &parts(group, share).1);
            assert!(!responds(group, &with(&client)), "{group:?}");
            assert!(!agrees(group, &with(&server)), "{group:?}");
        }
    }
}

/// FIPS 203 section 7.2, the modulus check: every coefficient is 12 bits and less than 3329, wherever it stands.
#[test]
fn encapsulation_keys_outside_of_the_field_are_refused() {
    for group in HYBRIDS {
        let client = known_client(group).public_key().to_vec();
        let (classic, key) = parts(group, &client);
        let coefficients = (key.len() - 32) / 3 * 2;
        let with = |at: usize, value: u16| {
            let mut key = key.clone();
            let byte = at / 2 * 3;
            let [low, high] = value.to_le_bytes();
            if at.is_multiple_of(2) {
                key[byte] = low;
                key[byte + 1] = key[byte + 1] & 0xf0 | high;
            } else {
                key[byte + 1] = key[byte + 1] & 0x0f | low << 4;
                key[byte + 2] = low >> 4 | high << 4;
            }
            responds(group, &ordered(group, &classic, &key))
        };
        for at in [0, 1, 2, 255, 256, coefficients - 2, coefficients - 1] {
            assert!(with(at, 3328), "{group:?} {at}");
            assert!(!with(at, 3329), "{group:?} {at}");
            assert!(!with(at, 4095), "{group:?} {at}");
        }
        // The last 32 bytes are a seed, which may be anything.
        let mut any = key.clone();
        any.iter_mut().rev().take(32).for_each(|byte| *byte = 0xff);
        assert!(responds(group, &ordered(group, &classic, &any)), "{group:?}");
    }
}

#[test]
fn repeatable() {
    let one = |group| -> (Vec<u8>, Vec<u8>, SharedSecret) {
        deterministic::seed(&[7; 32]);
        let client = KeyExchange::generate(group).unwrap();
        let (share, secret) = Responder::generate(group)
            .unwrap()
            .respond(client.public_key())
            .unwrap();
        deterministic::clear();
        (client.public_key().to_vec(), share, secret)
    };
    for group in HYBRIDS {
        let (first, second) = (one(group), one(group));
        assert_eq!(first.0, second.0);
        assert_eq!(first.1, second.1);
        assert_eq!(first.2.as_bytes(), second.2.as_bytes());
        let fresh = KeyExchange::generate(group).unwrap();
        assert_ne!(fresh.public_key(), first.0);
        let other = KeyExchange::generate(group).unwrap();
        assert_ne!(fresh.public_key(), other.public_key());
        let (kem, again) = (parts(group, fresh.public_key()).1, parts(group, other.public_key()).1);
        assert_ne!(kem, again);
    }
}

#[test]
fn a_classic_group_has_no_component() {
    for group in [
        Group::X25519,
        Group::Secp256r1,
        Group::Secp384r1,
        Group::Secp521r1,
        Group::X448,
    ] {
        assert_eq!(group.component(), None);
        let key = KeyExchange::generate(group).unwrap();
        assert_eq!(key.component_public_key(), None);
        assert!(key.agree_component(&[9; 32]).is_err());
    }
}
