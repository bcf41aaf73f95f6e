//! RSA.

use super::{
    super::{
        RsaComponents,
        ec::Curve,
        hash::HashAlgorithm,
        rand::deterministic,
        sign::{SignatureAlgorithm, SigningKey},
        verify::PublicKey,
    },
    flipped, vector,
};

/// Digests with their names in `vectors.txt`.
type Hashes = &'static [(HashAlgorithm, &'static str)];

/// The keys of `vectors.txt` and the digests it has signatures of them with. Of 1024, 3081 and 8192 bits, and with the
/// exponent 3, RustCrypto signs; of the others ring does where it has the digest.
const KEYS: [(&str, usize, Hashes); 7] = [
    (
        "rsa1024",
        1024,
        &[(HashAlgorithm::Sha1, "sha1"), (HashAlgorithm::Sha256, "sha256")],
    ),
    (
        "rsa2048",
        2048,
        &[
            (HashAlgorithm::Sha1, "sha1"),
            (HashAlgorithm::Sha224, "sha224"),
            (HashAlgorithm::Sha256, "sha256"),
            (HashAlgorithm::Sha384, "sha384"),
            (HashAlgorithm::Sha512, "sha512"),
        ],
    ),
    ("rsa2048e3", 2048, &[(HashAlgorithm::Sha256, "sha256")]),
    ("rsa3072", 3072, &[(HashAlgorithm::Sha384, "sha384")]),
    ("rsa3081", 3081, &[(HashAlgorithm::Sha256, "sha256")]),
    ("rsa4096", 4096, &[(HashAlgorithm::Sha512, "sha512")]),
    ("rsa8192", 8192, &[(HashAlgorithm::Sha256, "sha256")]),
];

/// A key of `vectors.txt`.
fn key(name: &str) -> SigningKey {
    SigningKey::rsa_from_pkcs1(&vector(&format!("{name}-key"))).unwrap()
}

/// `signature` is good over the message and its hash; nothing near it is.
fn check(public: &PublicKey, algorithm: SignatureAlgorithm, hash: HashAlgorithm, signature: &[u8]) {
    let message = vector("message");
    let digest = hash.hash(&message);
    let digest = digest.as_ref();
    public.verify(algorithm, &message, signature).unwrap();
    public.verify_prehashed(algorithm, digest, signature).unwrap();
    for wrong in [
        flipped(signature, 0),
        flipped(signature, signature.len() - 1),
        signature[1..].to_vec(),
        [&[0], signature].concat(),
        vec![0; signature.len()],
        vec![0xff; signature.len()],
        vec![],
    ] {
        assert!(public.verify(algorithm, &message, &wrong).is_err());
        assert!(public.verify_prehashed(algorithm, digest, &wrong).is_err());
    }
    assert!(public.verify(algorithm, &message[1..], signature).is_err());
    assert!(public.verify_prehashed(algorithm, &digest[1..], signature).is_err());
    assert!(
        public
            .verify_prehashed(algorithm, &flipped(digest, 0), signature)
            .is_err()
    );
    let other = match algorithm {
        SignatureAlgorithm::RsaPss(hash) => SignatureAlgorithm::RsaPkcs1(hash),
        _ => SignatureAlgorithm::RsaPss(hash),
    };
    assert!(public.verify(other, &message, signature).is_err());
    assert!(public.verify_prehashed(other, digest, signature).is_err());
    assert!(
        public
            .verify(SignatureAlgorithm::Ecdsa(hash), &message, signature)
            .is_err()
    );
}

/// Signatures of OpenSSL, of ring and of RustCrypto are good with ring and with RustCrypto.
#[test]
fn every_size() {
    let message = vector("message");
    for (name, bits, hashes) in KEYS {
        let key = key(name);
        assert_eq!(key.public_key().bits(), bits);
        for (hash, hash_name) in hashes.iter().copied() {
            let digest = hash.hash(&message);
            let pkcs1 = SignatureAlgorithm::RsaPkcs1(hash);
            let expected = vector(&format!("{name}-pkcs1-{hash_name}"));
            check(key.public_key(), pkcs1, hash, &expected);
            // This scheme has one signature only.
            assert_eq!(key.sign(pkcs1, &message).unwrap(), expected);
            assert_eq!(key.sign_prehashed(pkcs1, digest.as_ref()).unwrap(), expected);

            let pss = SignatureAlgorithm::RsaPss(hash);
            check(key.public_key(), pss, hash, &vector(&format!("{name}-pss-{hash_name}")));
            let signature = key.sign(pss, &message).unwrap();
            check(key.public_key(), pss, hash, &signature);
            assert_ne!(key.sign(pss, &message).unwrap(), signature);
            check(
                key.public_key(),
                pss,
                hash,
                &key.sign_prehashed(pss, digest.as_ref()).unwrap(),
            );
            assert!(key.sign_prehashed(pss, &digest.as_ref()[1..]).is_err());
            assert!(key.sign_prehashed(pkcs1, &digest.as_ref()[1..]).is_err());
        }
        assert!(key.sign(SignatureAlgorithm::Ed25519, &message).is_err());
    }
    // SHA-512 and a salt as long need 130 bytes.
    assert!(
        key("rsa1024")
            .sign(SignatureAlgorithm::RsaPss(HashAlgorithm::Sha512), b"")
            .is_err()
    );
}

#[test]
fn pss_salt_lengths() {
    let key = key("rsa2048");
    let public = key.public_key();
    let sha256 = HashAlgorithm::Sha256;
    let digest = sha256.hash(&vector("message"));
    let digest = digest.as_ref();
    for salt_len in [0, 20, 222] {
        for signature in [
            vector(&format!("rsa2048-salt{salt_len}")),
            key.sign_rsa_pss(sha256, salt_len, digest).unwrap(),
        ] {
            public
                .verify_rsa_pss(sha256, Some(salt_len), digest, &signature)
                .unwrap();
            public.verify_rsa_pss(sha256, None, digest, &signature).unwrap();
            let verify = |salt_len| public.verify_rsa_pss(sha256, salt_len, digest, &signature);
            for wrong in [salt_len + 1, salt_len.wrapping_sub(1), 32, 1000, usize::MAX] {
                assert!(verify(Some(wrong)).is_err());
            }
            assert!(
                public
                    .verify(SignatureAlgorithm::RsaPss(sha256), &vector("message"), &signature)
                    .is_err()
            );
            assert!(
                public
                    .verify_rsa_pss(sha256, None, digest, &flipped(&signature, 9))
                    .is_err()
            );
            assert!(
                public
                    .verify_rsa_pss(sha256, None, &flipped(digest, 9), &signature)
                    .is_err()
            );
        }
    }
    let signature = key
        .sign(SignatureAlgorithm::RsaPss(sha256), &vector("message"))
        .unwrap();
    public.verify_rsa_pss(sha256, None, digest, &signature).unwrap();
    for too_long in [223, 256, 1 << 20, usize::MAX] {
        assert!(key.sign_rsa_pss(sha256, too_long, digest).is_err());
    }
}

/// Without `DigestInfo`, a signature over a `DigestInfo` is the ordinary one.
#[test]
fn pkcs1_raw() {
    let key = key("rsa2048");
    let digest = HashAlgorithm::Sha256.hash(&vector("message"));
    // RFC 8017 section 9.2 note 1.
    let digest_info = [&super::hex("3031300d060960864801650304020105000420"), digest.as_ref()].concat();
    let expected = vector("rsa2048-pkcs1-sha256");
    assert_eq!(key.sign_rsa_pkcs1_raw(&digest_info).unwrap(), expected);
    key.public_key().verify_rsa_pkcs1_raw(&digest_info, &expected).unwrap();
    assert!(
        key.public_key()
            .verify_rsa_pkcs1_raw(digest.as_ref(), &expected)
            .is_err()
    );
    assert!(key.sign_rsa_pkcs1_raw(&[1; 245]).is_ok());
    assert!(key.sign_rsa_pkcs1_raw(&[1; 246]).is_err());
    assert!(
        SigningKey::generate_ec(Curve::P256)
            .unwrap()
            .sign_rsa_pkcs1_raw(&[1])
            .is_err()
    );
}

#[test]
fn encryption() {
    let message = vector("message");
    let key = key("rsa2048");
    let public = key.public_key();
    for ciphertext in [
        vector("rsa2048-encrypted-pkcs1"),
        public.encrypt_pkcs1(&message).unwrap(),
    ] {
        assert_eq!(*key.decrypt_pkcs1(&ciphertext).unwrap(), message);
        assert!(key.decrypt_pkcs1(&ciphertext[1..]).is_err());
        // Implicit rejection: not an error, not the message, and always the same.
        let wrong = flipped(&ciphertext, 200);
        if let Ok(made_up) = key.decrypt_pkcs1(&wrong) {
            assert_ne!(*made_up, message);
            assert_eq!(made_up, key.decrypt_pkcs1(&wrong).unwrap());
        }
    }
    assert!(public.encrypt_pkcs1(&[1; 245]).is_ok());
    assert!(public.encrypt_pkcs1(&[1; 246]).is_err());
    for (hash, name) in [(HashAlgorithm::Sha1, "sha1"), (HashAlgorithm::Sha256, "sha256")] {
        for ciphertext in [
            vector(&format!("rsa2048-encrypted-oaep-{name}")),
            public.encrypt_oaep(hash, b"label", &message).unwrap(),
        ] {
            assert_eq!(*key.decrypt_oaep(hash, b"label", &ciphertext).unwrap(), message);
            assert!(key.decrypt_oaep(hash, b"lebal", &ciphertext).is_err());
            assert!(key.decrypt_oaep(HashAlgorithm::Sha384, b"label", &ciphertext).is_err());
            assert!(key.decrypt_oaep(hash, b"label", &flipped(&ciphertext, 100)).is_err());
            assert!(key.decrypt_oaep(hash, b"label", &ciphertext[1..]).is_err());
        }
        let room = 256 - 2 * hash.output_len() - 2;
        assert!(public.encrypt_oaep(hash, b"", &vec![1; room]).is_ok());
        assert!(public.encrypt_oaep(hash, b"", &vec![1; room + 1]).is_err());
    }
    assert!(PublicKey::Ed25519([1; 32]).encrypt_pkcs1(b"x").is_err());
}

#[test]
fn keys_from_parts() {
    let key = key("rsa2048");
    let numbers = key.rsa_components().unwrap();
    let (n, e, d) = (numbers.n.as_slice(), numbers.e.as_slice(), numbers.d.as_slice());
    let (p, q) = (numbers.p.as_slice(), numbers.q.as_slice());
    for made in [
        RsaComponents::complete(Some(n), e, Some(d), Some((p, q))),
        RsaComponents::complete(Some(n), e, None, Some((p, q))),
        RsaComponents::complete(None, e, Some(d), Some((p, q))),
        RsaComponents::complete(None, e, None, Some((p, q))),
    ] {
        let made = made.unwrap();
        assert_eq!((&made.n, &made.e), (&numbers.n, &numbers.e));
        assert_eq!((&made.p, &made.q), (&numbers.p, &numbers.q));
        assert_eq!(
            (&made.dp, &made.dq, &made.qinv),
            (&numbers.dp, &numbers.dq, &numbers.qinv)
        );
        assert!(SigningKey::rsa(made).unwrap().matches(key.public_key()));
    }
    // Without the primes they are found, in whichever order.
    let found = SigningKey::rsa(RsaComponents::complete(Some(n), e, Some(d), None).unwrap()).unwrap();
    let signature = found
        .sign(SignatureAlgorithm::RsaPss(HashAlgorithm::Sha256), b"x")
        .unwrap();
    key.public_key()
        .verify(SignatureAlgorithm::RsaPss(HashAlgorithm::Sha256), b"x", &signature)
        .unwrap();
    assert!(RsaComponents::complete(Some(n), e, None, None).is_err());
    assert!(RsaComponents::complete(None, e, Some(d), None).is_err());
    assert!(key.ec_scalar().is_none());
}

/// Numbers that make no key are refused, and nothing breaks on the way.
#[test]
fn nonsense_is_refused() {
    let key = key("rsa2048");
    let good = key.rsa_components().unwrap();
    let nonsense = [
        vec![],
        vec![0],
        vec![1],
        vec![2],
        vec![3],
        vec![0xff; 16],
        vec![0xff; 64],
        vec![0xff; 128],
        vec![0xff; 256],
        vec![0xff; 257],
        vec![0xff; 1025],
        vec![0xfe; 128],
        vec![0xfe; 256],
    ];
    type Field = fn(&mut RsaComponents) -> &mut Vec<u8>;
    let fields: [Field; 5] = [|k| &mut k.n, |k| &mut k.e, |k| &mut k.d, |k| &mut k.p, |k| &mut k.q];
    for (i, field) in fields.iter().enumerate() {
        for value in &nonsense {
            let mut bad = good.clone();
            *field(&mut bad) = value.clone();
            let (n, e, d) = (bad.n.as_slice(), bad.e.as_slice(), bad.d.as_slice());
            let primes = Some((bad.p.as_slice(), bad.q.as_slice()));
            let completed = RsaComponents::complete(Some(n), e, Some(d), primes);
            assert!(completed.is_err(), "field {i}: {value:?}");
            // Some of these make a key with an exponent of 3; all that is asked is that none panics.
            for made in [
                RsaComponents::complete(Some(n), e, None, primes),
                RsaComponents::complete(None, e, None, primes),
                RsaComponents::complete(None, e, Some(d), primes),
                RsaComponents::complete(Some(n), e, Some(d), None),
            ]
            .into_iter()
            .flatten()
            {
                assert!(SigningKey::rsa(made).is_ok());
            }
            if let Ok(key) = SigningKey::rsa(bad) {
                // ring leaves d alone and never uses it.
                assert_eq!(i, 2);
                assert!(
                    key.sign(SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha256), b"x")
                        .is_ok()
                );
                assert!(
                    key.sign(SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha1), b"x")
                        .is_err()
                );
            }
        }
    }
    let mut swapped = good.clone();
    swapped.q = good.p.clone();
    assert!(SigningKey::rsa(swapped).is_err());

    let der = vector("rsa2048-key");
    for len in 0..der.len() {
        assert!(SigningKey::rsa_from_pkcs1(&der[..len]).is_err());
    }
    assert!(SigningKey::rsa_from_pkcs1(&[der.as_slice(), &[0]].concat()).is_err());
}

#[test]
fn public_keys() {
    let key = key("rsa2048");
    let PublicKey::Rsa { n, e } = key.public_key() else {
        panic!("not an RSA key");
    };
    assert_eq!(*e, [1, 0, 1]);
    // Leading zeros do not matter.
    let padded = PublicKey::rsa(&[&[0, 0], n.as_slice()].concat(), &[0, 1, 0, 1]).unwrap();
    assert!(key.matches(&padded));
    assert!(!key.matches(&PublicKey::rsa(n, &[3]).unwrap()));
    for (n, e) in [
        (vec![], vec![3]),
        (n.clone(), vec![]),
        (n.clone(), vec![1]),
        (n.clone(), vec![4]),
        (flipped(n, n.len() - 1), vec![3]),
        (vec![0xff; 15], vec![3]),
        (vec![0xff; 1025], vec![3]),
        (vec![0xff; 16], vec![0xff; 17]),
    ] {
        assert!(PublicKey::rsa(&n, &e).is_err());
    }
    // Keys that parse but that no signature is checked with, and ones too small for the digest.
    for (n, e) in [
        (vec![0xff; 16], vec![3]),
        (vec![0xff; 64], vec![3]),
        (vec![0xff; 65], vec![0xff; 64]),
        (vec![0xff; 66], vec![3]),
    ] {
        let small = PublicKey::rsa(&n, &e).unwrap();
        assert_eq!(small.bits(), n.len() * 8);
        for hash in [
            HashAlgorithm::Md5,
            HashAlgorithm::Sha1,
            HashAlgorithm::Sha256,
            HashAlgorithm::Sha512,
        ] {
            for signature in [vec![0; n.len()], vec![1; n.len()], vec![]] {
                assert!(
                    small
                        .verify(SignatureAlgorithm::RsaPss(hash), b"x", &signature)
                        .is_err()
                );
                assert!(
                    small
                        .verify(SignatureAlgorithm::RsaPkcs1(hash), b"x", &signature)
                        .is_err()
                );
                let digest = hash.hash(b"x");
                assert!(small.verify_rsa_pss(hash, None, digest.as_ref(), &signature).is_err());
            }
        }
    }
}

#[test]
fn generation() {
    deterministic::seed(&[5; 32]);
    let key = SigningKey::generate_rsa(1024, 65537).unwrap();
    deterministic::clear();
    assert_eq!(key.public_key().bits(), 1024);
    let algorithm = SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha256);
    let signature = key.sign(algorithm, b"x").unwrap();
    key.public_key().verify(algorithm, b"x", &signature).unwrap();
    for (bits, e) in [
        (1023, 65537),
        (512, 65537),
        (8193, 65537),
        (1024, 65536),
        (1024, 1),
        (1024, 0),
    ] {
        assert!(SigningKey::generate_rsa(bits, e).is_err());
    }
}
