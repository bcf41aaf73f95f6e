//! Key files: every form, PEM and DER, encrypted and not; what is refused and with which code.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use ferrotls::{
    crypto::{
        ec::Curve,
        hash::HashAlgorithm,
        sign::{SignatureAlgorithm, SigningKey},
        verify::PublicKey,
    },
    pki::{
        Stage,
        encrypted::{MAX_ITERATIONS, Pbes2, Pkcs12Pbe, open_private_key},
        key::{parse_private_key, parse_public_key, write_private_key},
        pem,
        spki::{self, KeyAlgorithm},
    },
};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/pki/{name}.pem", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn der_of(text: &[u8], label: &str) -> Vec<u8> {
    pem::next_block(text, label).unwrap().block.decode().unwrap().to_vec()
}

#[test]
fn forms_of_one_ec_key() {
    let expected = parse_public_key(&file("ec-public")).unwrap();
    assert!(matches!(expected.key, PublicKey::Ec { curve: Curve::P256, .. }));
    assert_eq!(expected.algorithm, KeyAlgorithm::Ec);
    let sec1 = file("ec-sec1");
    let pkcs8 = file("ec-pkcs8");
    for bytes in [
        sec1.clone(),
        pkcs8.clone(),
        der_of(&sec1, "EC PRIVATE KEY"),
        der_of(&pkcs8, "PRIVATE KEY"),
    ] {
        let key = parse_private_key(&bytes, None).unwrap();
        assert_eq!(key.public(), expected);
        let signature = key
            .key
            .sign(SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha256), b"x")
            .unwrap();
        let algorithm = SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha256);
        expected.key.verify(algorithm, b"x", &signature).unwrap();
    }
    for name in ["ec-pkcs8-aes256", "ec-pkcs8-des3"] {
        let text = file(name);
        for bytes in [text.clone(), der_of(&text, "ENCRYPTED PRIVATE KEY")] {
            assert_eq!(
                parse_private_key(&bytes, Some(b"secret")).unwrap().public(),
                expected,
                "{name}"
            );
            let code = |password| parse_private_key(&bytes, password).unwrap_err().code();
            // Without a password, DER is not even tried as an encrypted key.
            let missing = if bytes == text { -0x3c00 } else { -0x3d00 };
            assert_eq!(code(None), missing);
            assert_eq!(code(Some(b"")), missing);
            assert_eq!(code(Some(b"wrong")), -0x3b80);
        }
    }
}

#[test]
fn forms_of_one_rsa_key() {
    let expected = parse_public_key(&file("rsa-public-pkcs1")).unwrap();
    assert_eq!(expected.key.bits(), 2048);
    for name in ["rsa-pkcs1", "rsa-pkcs8"] {
        let text = file(name);
        let key = parse_private_key(&text, Some(b"not needed")).unwrap();
        assert_eq!(key.public(), expected);
        let label = if name == "rsa-pkcs1" {
            "RSA PRIVATE KEY"
        } else {
            "PRIVATE KEY"
        };
        assert_eq!(
            parse_private_key(&der_of(&text, label), None).unwrap().public(),
            expected
        );
    }
    let der = der_of(&file("rsa-public-pkcs1"), "RSA PUBLIC KEY");
    assert_eq!(parse_public_key(&der).unwrap(), expected);
    let encrypted = file("rsa-pkcs1-encrypted");
    assert_eq!(parse_private_key(&encrypted, None).unwrap_err().code(), -0x3c00);
    assert_eq!(
        parse_private_key(&encrypted, Some(b"wrong")).unwrap_err().code(),
        -0x3b80
    );
    assert_eq!(
        parse_private_key(&encrypted, Some(b"secret")).unwrap().public(),
        expected
    );
}

/// Every way of encryption that is offered, and some that are not.
#[test]
fn encrypted_keys() {
    let expected = parse_public_key(&file("ec-public")).unwrap();
    for name in [
        "ec-pkcs8-aes128-sha1",
        "ec-pkcs8-aes128-sha256",
        "ec-pkcs8-aes128-sha512",
        "ec-pkcs8-aes192",
        "ec-pkcs8-aes256-sha224",
        "ec-pkcs8-aes256-sha384",
        "ec-pkcs8-des",
        "ec-pkcs8-des3",
        "ec-pkcs8-pbe-2des",
        "ec-pkcs8-pbe-des3",
        "ec-sec1-aes128",
        "ec-sec1-aes192",
        "ec-sec1-aes256",
        "ec-sec1-des",
        "ec-sec1-des3",
    ] {
        let opened = parse_private_key(&file(name), Some(b"secret"));
        assert_eq!(opened.unwrap().public(), expected, "{name}");
        assert!(parse_private_key(&file(name), Some(b"wrong")).is_err(), "{name}");
        assert_eq!(
            parse_private_key(&file(name), None).unwrap_err().code(),
            -0x3c00,
            "{name}"
        );
    }
    let refused = |name| parse_private_key(&file(name), Some(b"secret")).unwrap_err().code();
    assert_eq!(refused("ec-pkcs8-camellia"), -0x2e80);
    assert_eq!(refused("ec-pkcs8-scrypt"), -0x2e80);
    assert_eq!(refused("ec-pkcs8-pbe-rc2"), -0x3980);
    assert_eq!(refused("ec-pkcs8-pbe-md5-des"), -0x3980);
    assert_eq!(refused("ec-sec1-camellia128"), -0x1280);
}

/// A file cannot make a program work for minutes.
#[test]
fn iterations_are_bounded() {
    let mut der = der_of(&file("ec-pkcs8-aes128-sha256"), "ENCRYPTED PRIVATE KEY");
    // The number of iterations, 2048: made two bytes longer, and with it all that is around it.
    let at = der.windows(4).position(|window| window == [2, 2, 8, 0]).unwrap();
    der.splice(at..at + 4, [2, 4, 0, 0, 0, 0]);
    let params = der.windows(2).position(|window| window == [0x30, 0x1c]).unwrap();
    der[params + 1] += 2;
    let function = der.windows(2).position(|window| window == [0x30, 0x29]).unwrap();
    der[function + 1] += 2;
    let inside = der.windows(2).position(|window| window == [0x30, 0x4a]).unwrap();
    der[inside + 1] += 2;
    let algorithm = der.windows(2).position(|window| window == [0x30, 0x57]).unwrap();
    der[algorithm + 1] += 2;
    assert_eq!(der[..2], [0x30, 0x81]);
    der[2] += 2;
    let mut of = |count: u32| {
        der[at + 2..at + 6].copy_from_slice(&count.to_be_bytes());
        der.clone()
    };
    // What is refused is so before anything is derived; what is not would take seconds, so the parameters are read alone.
    let parameters = |der: &[u8]| Pbes2::read(0x30, &der[inside + 2..][..usize::from(der[inside + 1])]).map(|_| ());
    assert_eq!(parameters(&of(MAX_ITERATIONS)), Ok(()));
    for count in [MAX_ITERATIONS + 1, 0x7fff_ffff] {
        let der = of(count);
        assert_eq!(parameters(&der).unwrap_err().code(), -0x2e80);
        assert_eq!(open_private_key(&der, Some(b"secret")).unwrap_err().code(), -0x2e80);
    }
}

/// The same for PKCS #12, where the number is refused before anything is derived.
#[test]
fn iterations_of_pkcs12_are_bounded() {
    use ferrotls::crypto::cipher::BlockAlgorithm;
    let read = |count: u32| {
        let inside = [&[4, 1, 7, 2, 4][..], &count.to_be_bytes()].concat();
        Pkcs12Pbe::read(HashAlgorithm::Sha1, BlockAlgorithm::TripleDes3, 0x30, &inside).map(|_| ())
    };
    assert_eq!(read(MAX_ITERATIONS), Ok(()));
    for count in [MAX_ITERATIONS + 1, 0x7fff_ffff] {
        assert_eq!(read(count).unwrap_err().code(), -0x1f00);
    }
    assert!(read(u32::MAX).is_err());
}

#[test]
fn other_kinds() {
    let key = |name| parse_private_key(&file(name), None);
    assert_eq!(key("p521-sec1").unwrap().public().key.bits(), 521);
    assert_eq!(key("ed25519-pkcs8").unwrap().algorithm, KeyAlgorithm::Ed25519);
    assert_eq!(key("rsapss-pkcs8").unwrap().algorithm, KeyAlgorithm::RsaPss);
    assert_eq!(key("k256-sec1").unwrap().public().key.bits(), 256);
}

#[test]
fn what_is_written_is_read_again() {
    let keys = ["rsa-pkcs1", "ec-sec1", "p521-sec1", "ed25519-pkcs8"]
        .map(|name| parse_private_key(&file(name), None).unwrap());
    for key in keys {
        let der = write_private_key(&key.key);
        assert_eq!(parse_private_key(&der, None).unwrap().public(), key.public());
        let mut info = Vec::new();
        spki::push(&mut info, &key.public());
        assert_eq!(parse_public_key(&info).unwrap(), key.public());
    }
    // byte for byte as OpenSSL writes them
    for (name, label) in [("rsa-pkcs1", "RSA PRIVATE KEY"), ("ec-sec1", "EC PRIVATE KEY")] {
        let text = file(name);
        let key = parse_private_key(&text, None).unwrap();
        assert_eq!(*write_private_key(&key.key), der_of(&text, label));
    }
    let short = SigningKey::ec(Curve::P521, &[7]).unwrap();
    let again = parse_private_key(&write_private_key(&short), None).unwrap();
    assert_eq!(again.key.public_key(), short.public_key());
}

#[test]
fn malformed_keys() {
    assert_eq!(
        parse_private_key(b"", None).unwrap_err(),
        Stage::KeyInvalidFormat.alone()
    );
    assert_eq!(
        parse_private_key(b"hello", None).unwrap_err(),
        Stage::KeyInvalidFormat.alone()
    );
    for (name, label) in [
        ("ec-sec1", "EC PRIVATE KEY"),
        ("rsa-pkcs8", "PRIVATE KEY"),
        ("ec-public", "PUBLIC KEY"),
    ] {
        let der = der_of(&file(name), label);
        for end in 0..der.len() {
            assert!(parse_private_key(&der[..end], None).is_err());
            assert!(parse_public_key(&der[..end]).is_err());
        }
    }
}
