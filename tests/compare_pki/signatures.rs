//! Signatures that are right, and those that are wrong in ways that implementations have got wrong.

#![allow(dead_code, reason = "each test file uses its part")]

use crate::maker::*;
use ferrotls::{
    crypto::{
        bignum::Natural,
        ec::Curve,
        hash::HashAlgorithm,
        sign::{SignatureAlgorithm, SigningKey},
        verify::PublicKey,
    },
    pki::{der, oid, spki},
};

const MESSAGE: &[u8] = b"the message that is signed";

/// One signature and whether it is to be accepted.
pub(crate) struct Trial {
    pub(crate) name: String,
    pub(crate) key: PublicKey,
    pub(crate) algorithm: SignatureAlgorithm,
    /// For RSASSA-PSS, the salt that is expected.
    pub(crate) salt: Option<usize>,
    pub(crate) signature: Vec<u8>,
    pub(crate) is_good: bool,
}

impl Trial {
    fn hash(&self) -> HashAlgorithm {
        match self.algorithm {
            SignatureAlgorithm::Ecdsa(hash) | SignatureAlgorithm::RsaPkcs1(hash) | SignatureAlgorithm::RsaPss(hash) => {
                hash
            }
            SignatureAlgorithm::Ed25519 => HashAlgorithm::Sha512,
        }
    }

    /// Does this library take it? By each way that it has: over the message, and over its hash.
    pub(crate) fn is_accepted(&self) -> bool {
        let over_message = self.key.verify(self.algorithm, MESSAGE, &self.signature).is_ok();
        if self.algorithm != SignatureAlgorithm::Ed25519 {
            let hash = self.hash().hash(MESSAGE);
            let over_hash = self
                .key
                .verify_prehashed(self.algorithm, hash.as_ref(), &self.signature);
            assert_eq!(over_message, over_hash.is_ok(), "{}", self.name);
        }
        over_message
    }

    /// A line for `signatures.c`: name, digest, salt, key, hash, signature.
    pub(crate) fn line(&self) -> String {
        let hex = |bytes: &[u8]| -> String {
            let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            if text.is_empty() { "-".into() } else { text }
        };
        let mut key = Vec::new();
        let algorithm = match self.key {
            PublicKey::Rsa { .. } => spki::KeyAlgorithm::Rsa,
            _ => spki::KeyAlgorithm::Ec,
        };
        let info = spki::PublicKeyInfo {
            key: self.key.clone(),
            algorithm,
            pss: None,
        };
        spki::push(&mut key, &info);
        let hash = self.hash();
        let digest = ferrotls::pki::profile::md_id(hash);
        let salt = self.salt.map_or("none".to_string(), |salt| salt.to_string());
        let hashed = hash.hash(MESSAGE);
        format!(
            "{} {digest} {salt} {} {} {}\n",
            self.name,
            hex(&key),
            hex(hashed.as_ref()),
            hex(&self.signature)
        )
    }
}

/// ECDSA and RSA, which 3.6 knows too.
pub(crate) fn trials() -> Vec<Trial> {
    let mut out = Vec::new();
    for (name, key, hash) in [
        ("p256-sha256", p256(0), HashAlgorithm::Sha256),
        ("p256-sha512", p256(0), HashAlgorithm::Sha512),
        ("p384-sha384", p384(), HashAlgorithm::Sha384),
        ("p521-sha512", p521(), HashAlgorithm::Sha512),
        ("p521-sha256", p521(), HashAlgorithm::Sha256),
    ] {
        out.extend(ecdsa(name, key, hash));
    }
    for (name, key) in [
        ("1024", key_file("rsa-1024")),
        ("2047", key_file("rsa-2047")),
        ("2048", rsa()),
    ] {
        out.extend(pkcs1(name, key));
        out.extend(pss(name, key));
    }
    out
}

/// The order of a curve's base point.
fn order(curve: Curve) -> Vec<u8> {
    let digits = match curve {
        Curve::P256 => "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        Curve::P384 => {
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"
        }
        _ => {
            "1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa\
             51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409"
        }
    };
    let digits: String = digits.split_whitespace().collect();
    Natural::from_digits(&digits, 16).unwrap().to_be_bytes().to_vec()
}

fn natural(bytes: &[u8]) -> Natural {
    Natural::from_be_bytes(bytes).unwrap()
}

fn integer(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    spki::push_unsigned(&mut out, bytes);
    out
}

fn ecdsa(kind: &str, key: &SigningKey, hash: HashAlgorithm) -> Vec<Trial> {
    let PublicKey::Ec { curve, .. } = *key.public_key() else {
        panic!("no curve");
    };
    let algorithm = SignatureAlgorithm::Ecdsa(hash);
    // One whose numbers both need no zero in front and are of full length, so that each change is what its name says.
    let (good, r, s) = loop {
        let good = key.sign(algorithm, MESSAGE).unwrap();
        let mut fields = der::Reader::new(&good).enter(der::SEQUENCE).unwrap().1;
        let r = fields.unsigned_integer().unwrap().of(&good).to_vec();
        let s = fields.unsigned_integer().unwrap().of(&good).to_vec();
        if r.len() == curve.field_len() && s.len() == r.len() && (curve == Curve::P521 || r[0] & s[0] & 0x80 != 0) {
            break (good, r, s);
        }
    };
    let n = order(curve);
    let plus_n = |number: &[u8]| natural(number).add(&natural(&n)).to_be_bytes().to_vec();
    let minus = natural(&n).sub(&natural(&s)).unwrap().to_be_bytes().to_vec();
    let pair = |r: &[u8], s: &[u8]| tlv(der::SEQUENCE, &[r, s]);
    let numbers = |r: &[u8], s: &[u8]| pair(&integer(r), &integer(s));
    let (ri, si) = (integer(&r), integer(&s));
    let content = [&ri[..], &si].concat();
    let padded = |number: &[u8]| tlv(der::INTEGER, &[&[0, 0], number]);
    let negative = |number: &[u8]| {
        let inverted: Vec<u8> = number.iter().map(|byte| !byte).collect();
        tlv(der::INTEGER, &[&[0xff], &inverted])
    };
    let long = |element: &[u8]| {
        let inner = der::Reader::new(element).any().unwrap();
        let value = inner.value.of(element);
        let len = u16::try_from(value.len()).unwrap().to_be_bytes();
        [&[inner.tag, 0x82], &len[..], value].concat()
    };
    let changes: Vec<(&str, Vec<u8>, bool)> = vec![
        ("good", good.clone(), true),
        ("other-half", numbers(&r, &minus), true),
        ("r-zero", numbers(&[0], &s), false),
        ("s-zero", numbers(&r, &[0]), false),
        ("both-zero", numbers(&[0], &[0]), false),
        ("both-one", numbers(&[1], &[1]), false),
        ("r-order", numbers(&n, &s), false),
        ("s-order", numbers(&r, &n), false),
        ("both-order", numbers(&n, &n), false),
        ("r-plus-order", numbers(&plus_n(&r), &s), false),
        ("s-plus-order", numbers(&r, &plus_n(&s)), false),
        ("r-huge", numbers(&[&[1; 200][..], &r].concat(), &s), false),
        ("swapped", numbers(&s, &r), false),
        ("r-negative", pair(&negative(&r), &si), false),
        ("s-negative", pair(&ri, &negative(&s)), false),
        ("r-padded", pair(&padded(&r), &si), false),
        ("s-padded", pair(&ri, &padded(&s)), false),
        ("r-no-bytes", pair(&[2, 0], &si), false),
        ("s-no-bytes", pair(&ri, &[2, 0]), false),
        ("s-missing", tlv(der::SEQUENCE, &[&ri]), false),
        ("three-numbers", tlv(der::SEQUENCE, &[&content, &[2, 1, 1]]), false),
        ("more-inside", tlv(der::SEQUENCE, &[&content, &[5, 0]]), false),
        ("more-behind", [&good[..], &[0]].concat(), false),
        ("element-behind", [&good[..], &[5, 0]].concat(), false),
        ("length-long", long(&good), false),
        ("r-length-long", pair(&long(&ri), &si), false),
        ("s-length-long", pair(&ri, &long(&si)), false),
        ("indefinite", [&[0x30, 0x80][..], &content, &[0, 0]].concat(), false),
        ("set", tlv(der::SET, &[&content]), false),
        ("r-bit-string", pair(&tlv(der::BIT_STRING, &[&[0], &r]), &si), false),
        ("r-enumerated", pair(&tlv(0x0a, &[&[0], &r]), &si), false),
        ("cut", good[..good.len() - 1].to_vec(), false),
        (
            "too-long-said",
            [&[0x30, good[1].wrapping_add(1)][..], &good[2..]].concat(),
            false,
        ),
        ("empty", vec![], false),
        ("tag-alone", vec![0x30], false),
        ("nothing-inside", vec![0x30, 0], false),
        ("plain-numbers", [&r[..], &s].concat(), false),
        ("other-message", key.sign(algorithm, b"another message").unwrap(), false),
    ];
    let trial = |(name, signature, is_good): (&str, Vec<u8>, bool)| Trial {
        name: format!("{kind}-{name}"),
        key: key.public_key().clone(),
        algorithm,
        salt: None,
        signature,
        is_good,
    };
    changes.into_iter().map(trial).collect()
}

/// `number` to the power of the private exponent, as long as the modulus.
fn private(key: &SigningKey, number: &[u8]) -> Vec<u8> {
    let numbers = key.rsa_components().unwrap();
    let power = natural(number)
        .power(&natural(&numbers.d), &natural(&numbers.n))
        .unwrap();
    to_length(&power.to_be_bytes(), numbers.n.len())
}

fn to_length(bytes: &[u8], length: usize) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let digits = &bytes[zeros..];
    [&vec![0; length.saturating_sub(digits.len())][..], digits].concat()
}

fn pkcs1(kind: &str, key: &SigningKey) -> Vec<Trial> {
    let hash = HashAlgorithm::Sha256;
    let algorithm = SignatureAlgorithm::RsaPkcs1(hash);
    let n = key.rsa_components().unwrap().n.clone();
    let length = n.len();
    let hashed = hash.hash(MESSAGE).as_ref().to_vec();
    let info = |id: &[u8], parameters: &[u8], hash: &[u8]| {
        let id = tlv(der::SEQUENCE, &[&tlv(der::OID, &[id]), parameters]);
        tlv(der::SEQUENCE, &[&id, &tlv(der::OCTET_STRING, &[hash])])
    };
    let sha256 = oid::of_digest(hash);
    let usual = info(sha256, &[5, 0], &hashed);
    let block = |first: &[u8], fill: u8, between: &[u8], info: &[u8]| {
        let count = length - first.len() - between.len() - info.len();
        [first, &vec![fill; count][..], between, info].concat()
    };
    let encoded = |info: &[u8]| block(&[0, 1], 0xff, &[0], info);
    // Little filling, and garbage where nobody looks: Bleichenbacher's forgery of 2006.
    let garbage = |filling: usize, inside: bool| {
        let start = [&[0, 1][..], &vec![0xff; filling][..], &[0]].concat();
        if inside {
            let room = length - start.len() - usual.len() - 8;
            let parameters = tlv(der::OCTET_STRING, &[&vec![0x5a; room][..]]);
            let info = info(sha256, &parameters, &hashed);
            let missing = length - start.len() - info.len();
            [&start[..], &info, &vec![0x5a; missing][..]].concat()
        } else {
            let missing = length - start.len() - usual.len();
            [&start[..], &usual, &vec![0x5a; missing][..]].concat()
        }
    };
    let long_length = {
        let mut out = usual.clone();
        out.splice(1..2, [0x81, usual[1]]);
        out
    };
    let mut other_filling = encoded(&usual);
    other_filling[10] = 0xfe;
    let good = private(key, &encoded(&usual));
    let plus_n = natural(&good).add(&natural(&n)).to_be_bytes().to_vec();
    let made = |block: Vec<u8>| private(key, &block);
    let changes: Vec<(&str, Vec<u8>, bool)> = vec![
        ("good", good.clone(), true),
        ("no-null", made(encoded(&info(sha256, &[], &hashed))), false),
        (
            "null-with-byte",
            made(encoded(&info(sha256, &[5, 1, 0], &hashed))),
            false,
        ),
        (
            "null-and-more",
            made(encoded(&info(sha256, &[5, 0, 5, 0], &hashed))),
            false,
        ),
        (
            "other-digest",
            made(encoded(&info(oid::of_digest(HashAlgorithm::Sha384), &[5, 0], &hashed))),
            false,
        ),
        ("no-digest-info", made(encoded(&hashed)), false),
        ("hash-cut", made(encoded(&info(sha256, &[5, 0], &hashed[..31]))), false),
        (
            "hash-longer",
            made(encoded(&info(sha256, &[5, 0], &[&hashed[..], &[0]].concat()))),
            false,
        ),
        ("length-long", made(encoded(&long_length)), false),
        ("more-behind", made(encoded(&[&usual[..], &[0]].concat())), false),
        ("garbage-behind", made(garbage(8, false)), false),
        ("garbage-behind-no-filling", made(garbage(0, false)), false),
        ("garbage-inside", made(garbage(8, true)), false),
        ("block-type-0", made(block(&[0, 0], 0, &[0], &usual)), false),
        ("block-type-2", made(block(&[0, 2], 0xff, &[0], &usual)), false),
        ("first-byte", made(block(&[1, 1], 0xff, &[0], &usual)), false),
        ("filling-other", made(other_filling), false),
        ("filling-zeros", made(block(&[0, 1], 0, &[0], &usual)), false),
        ("no-separator", made(block(&[0, 1], 0xff, &[], &usual)), false),
        ("zero", vec![0; length], false),
        ("one", to_length(&[1], length), false),
        ("modulus", n.clone(), false),
        ("plus-modulus", plus_n, false),
        ("zero-in-front", [&[0], &good[..]].concat(), false),
        ("cut", good[..length - 1].to_vec(), false),
        ("more", [&good[..], &[0]].concat(), false),
        ("empty", vec![], false),
        ("other-message", key.sign(algorithm, b"another message").unwrap(), false),
        (
            "is-pss",
            key.sign(SignatureAlgorithm::RsaPss(hash), MESSAGE).unwrap(),
            false,
        ),
    ];
    let trial = |(name, signature, is_good): (&str, Vec<u8>, bool)| Trial {
        name: format!("pkcs1-{kind}-{name}"),
        key: key.public_key().clone(),
        algorithm,
        salt: None,
        signature,
        is_good,
    };
    changes.into_iter().map(trial).collect()
}

fn pss(kind: &str, key: &SigningKey) -> Vec<Trial> {
    let hash = HashAlgorithm::Sha256;
    let algorithm = SignatureAlgorithm::RsaPss(hash);
    let numbers = key.rsa_components().unwrap();
    let (n, length) = (numbers.n.clone(), numbers.n.len());
    let hashed = hash.hash(MESSAGE).as_ref().to_vec();
    let salted = |salt: usize| key.sign_rsa_pss(hash, salt, &hashed).unwrap();
    let good = salted(32);
    // The block of the good signature, changed and signed again; all changes keep it below the modulus or are dropped.
    let opened = natural(&good).power(&natural(&numbers.e), &natural(&n)).unwrap();
    let opened = to_length(&opened.to_be_bytes(), length);
    let changed = |change: fn(&mut Vec<u8>)| {
        let mut block = opened.clone();
        change(&mut block);
        private(key, &block)
    };
    let changes: Vec<(&str, Vec<u8>, bool)> = vec![
        ("good", good.clone(), true),
        ("good-again", salted(32), true),
        ("salt-0", salted(0), false),
        ("salt-20", salted(20), false),
        ("salt-31", salted(31), false),
        ("salt-33", salted(33), false),
        ("trailer", changed(|block| *block.last_mut().unwrap() = 0xcc), false),
        ("trailer-0", changed(|block| *block.last_mut().unwrap() = 0), false),
        (
            "hash-changed",
            changed(|block| {
                let at = block.len() - 2;
                block[at] ^= 1;
            }),
            false,
        ),
        (
            "salt-changed",
            changed(|block| {
                let at = block.len() - 34;
                block[at] ^= 1;
            }),
            false,
        ),
        (
            "separator-changed",
            changed(|block| {
                let at = block.len() - 66;
                block[at] ^= 2;
            }),
            false,
        ),
        (
            "filling-changed",
            changed(|block| {
                let at = block.len() - 67;
                block[at] ^= 1;
            }),
            false,
        ),
        (
            "first-bit",
            changed(|block| {
                let at = block.iter().position(|byte| *byte != 0).unwrap();
                block[at] ^= 1;
            }),
            false,
        ),
        ("zero", vec![0; length], false),
        ("one", to_length(&[1], length), false),
        ("modulus", n.clone(), false),
        ("cut", good[..length - 1].to_vec(), false),
        ("more", [&good[..], &[0]].concat(), false),
        ("zero-in-front", [&[0], &good[..]].concat(), false),
        ("empty", vec![], false),
        ("other-message", key.sign(algorithm, b"another message").unwrap(), false),
        (
            "is-pkcs1",
            key.sign(SignatureAlgorithm::RsaPkcs1(hash), MESSAGE).unwrap(),
            false,
        ),
    ];
    let trial = |(name, signature, is_good): (&str, Vec<u8>, bool)| Trial {
        name: format!("pss-{kind}-{name}"),
        key: key.public_key().clone(),
        algorithm,
        salt: Some(32),
        signature,
        is_good,
    };
    changes.into_iter().map(trial).collect()
}

/// Ed25519, which 3.6 does not know.
pub(crate) fn ed25519_trials() -> Vec<Trial> {
    let key = ed25519();
    let good = key.sign(SignatureAlgorithm::Ed25519, MESSAGE).unwrap();
    let reversed = |bytes: &[u8]| bytes.iter().rev().copied().collect::<Vec<u8>>();
    // The order of the base point (RFC 8032 section 5.1), and s plus it: the same point, which must not be taken.
    let order = Natural::from_digits("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed", 16).unwrap();
    let s_plus = |times: usize| {
        let mut s = natural(&reversed(&good[32..]));
        for _ in 0..times {
            s = s.add(&order);
        }
        let s = reversed(&to_length(&s.to_be_bytes(), 32));
        [&good[..32], &s].concat()
    };
    let with_s = |s: &[u8]| [&good[..32], &reversed(&to_length(s, 32))].concat();
    let with_r = |r: &[u8]| [r, &good[32..]].concat();
    let flipped = |at: usize, bit: u8| {
        let mut out = good.clone();
        out[at] ^= bit;
        out
    };
    // y = p + 1, another writing of 1.
    let not_canonical = [&[0xee][..], &[0xff; 30], &[0x7f]].concat();
    let changes: Vec<(&str, Vec<u8>, bool)> = vec![
        ("good", good.clone(), true),
        ("s-plus-order", s_plus(1), false),
        ("s-plus-two-orders", s_plus(2), false),
        ("s-plus-seven-orders", s_plus(7), false),
        ("s-order", with_s(&order.to_be_bytes()), false),
        ("s-zero", with_s(&[0]), false),
        ("s-one", with_s(&[1]), false),
        ("s-all-bits", [&good[..32], &[0xff; 32]].concat(), false),
        ("s-top-bit", flipped(63, 0x80), false),
        ("s-bit", flipped(32, 1), false),
        ("r-sign", flipped(31, 0x80), false),
        ("r-bit", flipped(0, 1), false),
        ("r-zero", with_r(&[0; 32]), false),
        ("r-one", with_r(&[&[1][..], &[0; 31]].concat()), false),
        ("r-not-canonical", with_r(&not_canonical), false),
        ("halves-swapped", [&good[32..], &good[..32]].concat(), false),
        ("cut", good[..63].to_vec(), false),
        ("more", [&good[..], &[0]].concat(), false),
        ("empty", vec![], false),
        (
            "other-message",
            key.sign(SignatureAlgorithm::Ed25519, b"another message").unwrap(),
            false,
        ),
    ];
    let trial = |(name, signature, is_good): (&str, Vec<u8>, bool)| Trial {
        name: format!("ed25519-{name}"),
        key: key.public_key().clone(),
        algorithm: SignatureAlgorithm::Ed25519,
        salt: None,
        signature,
        is_good,
    };
    changes.into_iter().map(trial).collect()
}
