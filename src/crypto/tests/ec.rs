//! ECDSA and Ed25519.

use super::{
    super::{
        ec::Curve,
        hash::HashAlgorithm,
        rand::deterministic,
        sign::{SignatureAlgorithm, SigningKey},
        verify::PublicKey,
    },
    flipped, hex, vector,
};

const CURVES: [(Curve, &str); 3] = [
    (Curve::P256, "secp256r1"),
    (Curve::P384, "secp384r1"),
    (Curve::P521, "secp521r1"),
];
const HASHES: [(HashAlgorithm, &str); 5] = [
    (HashAlgorithm::Sha1, "sha1"),
    (HashAlgorithm::Sha224, "sha224"),
    (HashAlgorithm::Sha256, "sha256"),
    (HashAlgorithm::Sha384, "sha384"),
    (HashAlgorithm::Sha512, "sha512"),
];

/// Over a message (ring where it can) and over its hash (RustCrypto), signatures of OpenSSL and of both ways of our own
/// must be good; and nothing else.
#[test]
fn ecdsa_every_pair() {
    let message = vector("message");
    for (curve, name) in CURVES {
        let key = SigningKey::ec(curve, &vector(&format!("{name}-scalar"))).unwrap();
        let other = SigningKey::generate_ec(curve).unwrap();
        let public = key.public_key();
        for (hash, hash_name) in HASHES {
            let algorithm = SignatureAlgorithm::Ecdsa(hash);
            let digest = hash.hash(&message);
            let signatures = [
                vector(&format!("{name}-{hash_name}")),
                key.sign(algorithm, &message).unwrap(),
                key.sign_prehashed(algorithm, digest.as_ref()).unwrap(),
            ];
            for signature in &signatures {
                public.verify(algorithm, &message, signature).unwrap();
                public.verify_prehashed(algorithm, digest.as_ref(), signature).unwrap();
                for wrong in [
                    flipped(signature, signature.len() - 1),
                    flipped(signature, 20),
                    flipped(signature, 0),
                ] {
                    assert!(public.verify(algorithm, &message, &wrong).is_err());
                    assert!(public.verify_prehashed(algorithm, digest.as_ref(), &wrong).is_err());
                }
                for wrong in [
                    &signature[..signature.len() - 1],
                    &[],
                    &[signature.as_slice(), &[0]].concat(),
                ] {
                    assert!(public.verify(algorithm, &message, wrong).is_err());
                    assert!(public.verify_prehashed(algorithm, digest.as_ref(), wrong).is_err());
                }
                assert!(public.verify(algorithm, &message[1..], signature).is_err());
                assert!(
                    public
                        .verify_prehashed(algorithm, &digest.as_ref()[1..], signature)
                        .is_err()
                );
                assert!(other.public_key().verify(algorithm, &message, signature).is_err());
            }
            // Nonces are not repeated, but for those of RFC 6979, which depend on the digest too.
            assert_ne!(signatures[1], key.sign(algorithm, &message).unwrap());
            assert_eq!(signatures[2], key.sign_prehashed(algorithm, digest.as_ref()).unwrap());
            let md5 = SignatureAlgorithm::Ecdsa(HashAlgorithm::Md5);
            assert_ne!(signatures[2], key.sign_prehashed(md5, digest.as_ref()).unwrap());
        }
        for other in [
            SignatureAlgorithm::Ed25519,
            SignatureAlgorithm::RsaPss(HashAlgorithm::Sha256),
        ] {
            assert!(key.sign(other, &message).is_err());
            assert!(key.sign_prehashed(other, &[1; 32]).is_err());
            assert!(public.verify(other, &message, &[1; 64]).is_err());
        }
        for len in [0, 65, 100] {
            assert!(
                key.sign_prehashed(SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha512), &vec![1; len])
                    .is_err()
            );
        }
    }
}

#[test]
fn ec_keys() {
    for (curve, name) in CURVES {
        let get = |what| vector(&format!("{name}-{what}"));
        let (scalar, point) = (get("scalar"), get("point"));
        let key = SigningKey::ec(curve, &scalar).unwrap();
        assert_eq!(*key.ec_scalar().unwrap(), scalar);
        assert_eq!(
            *key.public_key(),
            PublicKey::Ec {
                curve,
                point: point.clone()
            }
        );
        assert_eq!(key.public_key().bits(), curve.bits());
        assert!(key.rsa_components().is_none() && key.ed25519_seed().is_none());

        let public = PublicKey::ec(curve, &point).unwrap();
        assert!(key.matches(&public));
        assert_eq!(PublicKey::ec(curve, &get("compressed")).unwrap(), public);
        assert!(!key.matches(&PublicKey::ec(curve, &get("peer")).unwrap()));
        for wrong in [
            flipped(&point, point.len() - 1),
            flipped(&point, 3),
            point[..point.len() - 1].to_vec(),
            vec![],
            vec![0],
            vec![4],
            [&[6], &point[1..]].concat(),
            [&[5], &get("compressed")[1..]].concat(),
        ] {
            assert!(PublicKey::ec(curve, &wrong).is_err());
        }
        for (other, _) in CURVES.into_iter().filter(|(other, _)| *other != curve) {
            assert!(PublicKey::ec(other, &point).is_err());
        }

        // A short scalar is padded; zero, the order or more, and too many bytes are refused.
        let one = SigningKey::ec(curve, &[1]).unwrap();
        assert_eq!(one.ec_scalar().unwrap().len(), curve.field_len());
        assert_eq!(one.ec_scalar().unwrap().last(), Some(&1));
        assert!(SigningKey::ec(curve, &[]).is_err());
        assert!(SigningKey::ec(curve, &[0; 32]).is_err());
        assert!(SigningKey::ec(curve, &vec![0xff; curve.field_len()]).is_err());
        assert!(SigningKey::ec(curve, &[&[0], scalar.as_slice()].concat()).is_err());

        let fresh = SigningKey::generate_ec(curve).unwrap();
        assert!(!fresh.matches(key.public_key()));
        let again = SigningKey::ec(curve, &fresh.ec_scalar().unwrap()).unwrap();
        assert!(again.matches(fresh.public_key()));
    }
}

/// RFC 6979 appendix A.2.5 gives a key's public point.
#[test]
fn p256_public_key() {
    let key = SigningKey::ec(
        Curve::P256,
        &hex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"),
    );
    let point = hex("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6
                     7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    assert_eq!(*key.unwrap().public_key(), PublicKey::ec(Curve::P256, &point).unwrap());
}

/// RFC 8032 section 7.1, tests 1 to 3.
#[test]
fn ed25519() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595b
             be24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb430
             2aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716e
             d28dc027beceea1ec40a",
        ),
    ] {
        let (message, signature) = (hex(message), hex(signature));
        let key = SigningKey::ed25519(&hex(seed)).unwrap();
        assert_eq!(key.ed25519_seed().unwrap().as_slice(), hex(seed));
        assert_eq!(*key.public_key(), PublicKey::ed25519(&hex(public)).unwrap());
        assert_eq!(key.public_key().bits(), 255);
        assert_eq!(key.sign(SignatureAlgorithm::Ed25519, &message).unwrap(), signature);
        let verify = |message: &[u8], signature: &[u8]| {
            key.public_key().verify(SignatureAlgorithm::Ed25519, message, signature)
        };
        verify(&message, &signature).unwrap();
        assert!(verify(&message, &flipped(&signature, 0)).is_err());
        assert!(verify(&message, &flipped(&signature, 63)).is_err());
        assert!(verify(&message, &signature[..63]).is_err());
        assert!(verify(b"another", &signature).is_err());
        assert!(key.sign_prehashed(SignatureAlgorithm::Ed25519, &message).is_err());
        assert!(key.sign(SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha512), &message).is_err());
    }
    assert!(SigningKey::ed25519(&[0; 31]).is_err());
    assert!(SigningKey::ed25519(&[0; 33]).is_err());
    assert!(PublicKey::ed25519(&[0; 33]).is_err());
    let (a, b) = (
        SigningKey::generate_ed25519().unwrap(),
        SigningKey::generate_ed25519().unwrap(),
    );
    assert!(a.matches(a.public_key()) && !a.matches(b.public_key()));
}

#[test]
fn repeatable() {
    for (curve, hash) in [
        (Curve::P256, HashAlgorithm::Sha256),
        (Curve::P384, HashAlgorithm::Sha384),
    ] {
        let make = |seed| {
            deterministic::seed(&[seed; 32]);
            let key = SigningKey::generate_ec(curve).unwrap();
            let signature = key.sign(SignatureAlgorithm::Ecdsa(hash), b"message").unwrap();
            deterministic::clear();
            key.public_key()
                .verify(SignatureAlgorithm::Ecdsa(hash), b"message", &signature)
                .unwrap();
            signature
        };
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
    }
}
