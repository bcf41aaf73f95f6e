//! Kinds of signatures and keys, and what profiles make of them.

use super::*;
use ferrotls::{
    crypto::hash::HashAlgorithm::{self, Md5, Sha1, Sha224, Sha256, Sha384, Sha512},
    pki::{
        der, oid,
        spki::{self, KeyAlgorithm, PublicKeyInfo},
    },
};

const RSA_SIZES: [(&str, &str); 6] = [
    ("1024", "rsa-1024"),
    ("1536", "rsa-1536"),
    ("2047", "rsa-2047"),
    ("3072", "rsa-3072"),
    ("4096", "rsa-4096"),
    ("8192", "rsa-8192"),
];

/// Everything that 3.6 knows is allowed.
const ANYTHING: &str = "custom fffffff fffffff fffffff 400";

fn root_of(key: &SigningKey) -> Vec<Vec<u8>> {
    vec![authority("Root", "Root").der(key, key)]
}

/// A leaf signed by a root with this key.
fn by(name: impl Into<String>, recipe: &Recipe, signer: &SigningKey) -> Case {
    Case::leaf(name, recipe.der(p256(1), signer)).under(root_of(signer))
}

fn hashed(hash: HashAlgorithm) -> Recipe {
    Recipe { hash, ..leaf("Root") }
}

/// SubjectPublicKeyInfo of a key, said to be for something else.
fn said_to_be(key: &SigningKey, algorithm: KeyAlgorithm) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let key = public(key).key;
    spki::push(&mut out, &PublicKeyInfo::new(key, algorithm));
    Some(out)
}

pub(super) fn cases() -> Vec<Case> {
    let mut out = Vec::new();
    let hashes = [
        ("sha1", Sha1),
        ("sha224", Sha224),
        ("sha256", Sha256),
        ("sha384", Sha384),
        ("sha512", Sha512),
    ];
    let signers = [
        ("p256", p256(0)),
        ("p384", p384()),
        ("p521", p521()),
        ("k256", k256()),
        ("rsa", rsa()),
    ];
    for (kind, signer) in signers {
        for (digest, hash) in hashes {
            let name = format!("signed-{kind}-{digest}");
            out.push(by(name, &hashed(hash), signer).ask(&["next", "suiteb", "none", ANYTHING]));
        }
    }
    out.push(by("signed-rsa-md5", &hashed(Md5), rsa()).ask(&["next", ANYTHING]));
    for (bits, file) in RSA_SIZES {
        let key = key_file(file);
        let ours = by(format!("rsa-root-{bits}"), &leaf("Root"), key);
        out.push(ours.ask(&["suiteb", ANYTHING]));
        let leaf = Case::leaf(format!("rsa-leaf-{bits}"), leaf("Root").der(key, p256(0)));
        out.push(leaf.ask(&["suiteb", ANYTHING]));
    }
    out.extend(pss());
    out.extend(broken());
    out.extend(keys());
    out
}

fn pss() -> Vec<Case> {
    let salted = |salt, hash| Recipe {
        pss_salt: Some(salt),
        hash,
        ..leaf("Root")
    };
    let mut out = Vec::new();
    for (salt, digest, hash) in [
        (0, "sha256", Sha256),
        (20, "sha256", Sha256),
        (32, "sha256", Sha256),
        (33, "sha256", Sha256),
        (222, "sha256", Sha256),
        (48, "sha384", Sha384),
        (64, "sha512", Sha512),
        (20, "sha1", Sha1),
        (28, "sha224", Sha224),
    ] {
        out.push(by(format!("pss-{digest}-salt-{salt}"), &salted(salt, hash), rsa()).ask(&["suiteb", ANYTHING]));
    }
    let said = |recipe: Recipe, algorithm: Vec<u8>| Recipe {
        algorithm: Some(algorithm),
        ..recipe
    };
    let of = |hash, salt| algorithm_id(rsa(), hash, Some(salt));
    let digest = |hash| tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::of_digest(hash)]), &[5, 0]]);
    let parameters = |parts: &[&[u8]]| {
        tlv(
            der::SEQUENCE,
            &[&tlv(der::OID, &[oid::RSASSA_PSS]), &tlv(der::SEQUENCE, parts)],
        )
    };
    let mgf = |hash| {
        tlv(
            0xa1,
            &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::MGF1]), &digest(hash)])],
        )
    };
    let (h256, salt32) = (tlv(0xa0, &[&digest(Sha256)]), [0xa2, 3, 2, 1, 32]);
    let odd = |name: &str, algorithm: Vec<u8>| by(name, &said(salted(32, Sha256), algorithm), rsa()).ask(&[ANYTHING]);
    out.push(odd("pss-wrong-salt-said", of(Sha256, 20)));
    out.push(odd("pss-wrong-hash-said", of(Sha384, 32)));
    out.push(odd(
        "pss-other-mgf-hash-said",
        parameters(&[&h256, &mgf(Sha384), &salt32]),
    ));
    out.push(odd("pss-without-parameters", {
        tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::RSASSA_PSS])])
    }));
    out.push(odd(
        "pss-trailer-1-said",
        parameters(&[&h256, &mgf(Sha256), &salt32, &[0xa3, 3, 2, 1, 1]]),
    ));
    out.push(odd(
        "pss-trailer-2-said",
        parameters(&[&h256, &mgf(Sha256), &salt32, &[0xa3, 3, 2, 1, 2]]),
    ));
    out.push(odd("pss-empty-parameters", parameters(&[])));
    out.push(Case::leaf("pss-broken", break_signature(salted(32, Sha256).der(p256(1), rsa()))).under(root_of(rsa())));
    let pss_key = Recipe {
        public_key: said_to_be(rsa(), KeyAlgorithm::RsaPss),
        ..leaf("Root")
    };
    out.push(Case::leaf("pss-key-in-leaf", pss_key.der(rsa(), p256(0))).ask(&["suiteb", ANYTHING]));
    let pss_root = Recipe {
        public_key: said_to_be(rsa(), KeyAlgorithm::RsaPss),
        ..authority("Root", "Root")
    };
    for (name, salt) in [("pss", Some(32)), ("pkcs1", None)] {
        let leaf = Recipe {
            pss_salt: salt,
            ..leaf("Root")
        };
        out.push(
            Case::leaf(format!("pss-key-in-root-signs-{name}"), leaf.der(p256(1), rsa()))
                .under(vec![pss_root.der(rsa(), rsa())]),
        );
    }
    out
}

/// Signatures that are none.
fn broken() -> Vec<Case> {
    let ec = algorithm_id(p256(0), Sha256, None);
    let resigned = |name: &str, change: fn(&[u8]) -> Vec<u8>| {
        let der = signed(&leaf("Root"));
        let whole = der::Reader::new(&der).expect(der::SEQUENCE).unwrap();
        let mut fields = der::Reader::new(&der).within(whole.value);
        let tbs = fields.any().unwrap().outer.of(&der);
        fields.any().unwrap();
        let signature = fields.byte_string().unwrap();
        let bits = tlv(der::BIT_STRING, &[&[0], &change(signature.of(&der))]);
        Case::leaf(name, tlv(der::SEQUENCE, &[tbs, &ec, &bits]))
    };
    let as_rsa = Recipe {
        algorithm: Some(algorithm_id(rsa(), Sha256, None)),
        ..leaf("Root")
    };
    let as_ec = Recipe {
        algorithm: Some(ec.clone()),
        ..leaf("Root")
    };
    let as_sha384 = Recipe {
        algorithm: Some(algorithm_id(p256(0), Sha384, None)),
        ..leaf("Root")
    };
    vec![
        resigned("signature-empty", |_| Vec::new()),
        resigned("signature-cut", |s| s[..s.len() - 1].to_vec()),
        resigned("signature-with-more", |s| [s, &[0]].concat()),
        resigned("signature-zeros", |s| vec![0; s.len()]),
        resigned("signature-of-zeros", |_| vec![0x30, 6, 2, 1, 0, 2, 1, 0]),
        resigned("signature-of-ones", |_| vec![0x30, 6, 2, 1, 1, 2, 1, 1]),
        Case::leaf("ec-said-to-be-rsa", signed(&as_rsa)),
        by("rsa-said-to-be-ec", &as_ec, rsa()),
        Case::leaf("sha256-said-to-be-sha384", signed(&as_sha384)),
        Case::leaf("issuer-of-another-kind", leaf("Root").der(p256(1), rsa())),
        Case::leaf("issuer-on-another-curve", leaf("Root").der(p256(1), p384())),
    ]
}

fn keys() -> Vec<Case> {
    let with_key = |name: &str, key: &SigningKey| Case::leaf(name, leaf("Root").der(key, p256(0)));
    let ecdh = |recipe: Recipe, key| Recipe {
        public_key: said_to_be(key, KeyAlgorithm::EcDh),
        ..recipe
    };
    let compressed = |recipe: Recipe, key: &SigningKey| {
        let ferrotls::crypto::verify::PublicKey::Ec { point, .. } = public(key).key else {
            panic!("no point");
        };
        let mut short = vec![2 + (point[64] & 1)];
        short.extend_from_slice(&point[1..33]);
        let id = tlv(
            der::SEQUENCE,
            &[&tlv(der::OID, &[oid::EC_PUBLIC_KEY]), &tlv(der::OID, &[oid::SECP256R1])],
        );
        Recipe {
            public_key: Some(tlv(der::SEQUENCE, &[&id, &tlv(der::BIT_STRING, &[&[0], &short])])),
            ..recipe
        }
    };
    let dh_root = ecdh(authority("Root", "Root"), p256(0)).der(p256(0), p256(0));
    let short_root = compressed(authority("Root", "Root"), p256(0)).der(p256(0), p256(0));
    let good = || signed(&leaf("Root"));
    vec![
        with_key("p384-leaf", p384()).ask(&["suiteb", "custom 700 fffffff 4 800"]),
        with_key("p521-leaf", p521()).ask(&["next", "suiteb"]),
        with_key("rsa-leaf", rsa()).ask(&["suiteb"]),
        with_key("ed25519-leaf", ed25519()),
        by("ed25519-root", &leaf("Root"), ed25519()),
        Case::leaf("ecdh-leaf", signed(&ecdh(leaf("Root"), p256(1)))).ask(&["suiteb", ANYTHING]),
        Case::leaf("ecdh-root", good()).under(vec![dh_root]).ask(&["suiteb"]),
        Case::leaf("compressed-leaf", signed(&compressed(leaf("Root"), p256(1)))),
        Case::leaf("compressed-root", good()).under(vec![short_root]),
        Case::new("compressed-inner", {
            under_inner(&compressed(authority("Root", "Inner"), p256(2)))
        }),
    ]
}

/// Profiles of a program's own, each with one thing taken away.
pub(super) fn profiles() -> Vec<Case> {
    const MDS: [&str; 4] = [
        "custom 0 fffffff fffffff 0",
        "custom 100 fffffff fffffff 0",
        "custom 200 fffffff fffffff 0",
        "custom 10 fffffff fffffff 0",
    ];
    const PKS: [&str; 5] = [
        "custom 700 0 fffffff 0",
        "custom 700 1 fffffff 0",
        "custom 700 2 fffffff 0",
        "custom 700 8 fffffff 0",
        "custom 700 a fffffff 0",
    ];
    const CURVES: [&str; 4] = [
        "custom 700 fffffff 0 0",
        "custom 700 fffffff 4 0",
        "custom 700 fffffff 8 0",
        "custom 700 fffffff 10 0",
    ];
    const BITS: [&str; 5] = [
        "custom 700 fffffff 1c 7ff",
        "custom 700 fffffff 1c 800",
        "custom 700 fffffff 1c 801",
        "custom 700 fffffff 1c c00",
        "custom 700 fffffff 1c ffffffff",
    ];
    let all = [&MDS[..], &PKS, &CURVES, &BITS].concat();
    let rsa_inner = authority("Root", "Inner").der(rsa(), p256(0));
    let p384_inner = authority("Root", "Inner").der(p384(), p256(0));
    vec![
        Case::leaf("profile-ec", signed(&leaf("Root"))).ask(&all),
        by("profile-rsa-root", &leaf("Root"), rsa()).ask(&all),
        Case::leaf("profile-rsa-leaf", leaf("Root").der(rsa(), p256(0))).ask(&all),
        Case::leaf("profile-rsa-2047", leaf("Root").der(key_file("rsa-2047"), p256(0))).ask(&BITS),
        Case::new("profile-rsa-inner", vec![leaf("Inner").der(p256(1), rsa()), rsa_inner])
            .ask(&all)
            .ask(&["next", "suiteb", "none"]),
        Case::new(
            "profile-p384-inner",
            vec![leaf("Inner").der(p256(1), p384()), p384_inner],
        )
        .ask(&CURVES)
        .ask(&["next", "suiteb", "none"]),
        Case::leaf("profile-p521", leaf("Root").der(p521(), p521()))
            .under(root_of(p521()))
            .ask(&CURVES)
            .ask(&["next", "suiteb", "none"]),
        // What is trusted itself is held against the profile too.
        {
            let own = leaf("Leaf").der(rsa(), rsa());
            Case::leaf("profile-trusted-leaf", own.clone())
                .under(vec![own])
                .ask(&all)
        },
    ]
}
