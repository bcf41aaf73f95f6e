//! AEADs, digests, HMAC and HKDF against published vectors.

use super::super::{aead::*, hash::*, hkdf, kx::*, sign::*};

/// Bytes of a hexadecimal string; white space is skipped.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().filter_map(|c| c.to_digit(16)).map(|d| d as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// RFC 5869 appendix A.1.
#[test]
fn hkdf_rfc5869_1() {
    let prk = hkdf::extract(
        HashAlgorithm::Sha256,
        Some(&hex("000102030405060708090a0b0c")),
        Some(&[0x0b; 22]),
    );
    assert_eq!(
        prk.as_bytes(),
        hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
    );
    let mut okm = [0; 42];
    hkdf::expand(
        HashAlgorithm::Sha256,
        prk.as_bytes(),
        &[&hex("f0f1f2f3f4"), &hex("f5f6f7f8f9")],
        &mut okm,
    )
    .unwrap();
    assert_eq!(
        okm.as_slice(),
        hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    );
}

#[test]
fn smoke() {
    for group in [
        Group::X25519,
        Group::Secp256r1,
        Group::Secp384r1,
        Group::Secp521r1,
        Group::X448,
    ] {
        let a = KeyExchange::generate(group).unwrap();
        let b = KeyExchange::generate(group).unwrap();
        let (pa, pb) = (a.public_key().to_vec(), b.public_key().to_vec());
        assert_eq!(pa.len(), group.public_key_len());
        assert_eq!(a.agree(&pb).unwrap().as_bytes(), b.agree(&pa).unwrap().as_bytes());
    }
    for curve in [Curve::P256, Curve::P384, Curve::P521] {
        let key = SigningKey::generate_ec(curve).unwrap();
        for hash in [
            HashAlgorithm::Sha1,
            HashAlgorithm::Sha256,
            HashAlgorithm::Sha384,
            HashAlgorithm::Sha512,
        ] {
            let alg = SignatureAlgorithm::Ecdsa(hash);
            let sig = key.sign(alg, b"message").unwrap();
            key.public_key().verify(alg, b"message", &sig).unwrap();
            assert!(key.public_key().verify(alg, b"messagf", &sig).is_err());
        }
    }
    for algorithm in [
        AeadAlgorithm::Aes128Gcm,
        AeadAlgorithm::Aes128Ccm8,
        AeadAlgorithm::Aes256Ccm,
    ] {
        let key = AeadKey::new(algorithm, &[7; 32][..algorithm.key_len()]).unwrap();
        let mut data = b"hello".to_vec();
        let mut tag = [0; 16];
        key.seal(&[1; 12], b"aad", &mut data, &mut tag).unwrap();
        data.extend_from_slice(&tag[..algorithm.tag_len()]);
        assert_eq!(key.open(&[1; 12], b"aad", &mut data).unwrap(), 5);
        assert_eq!(&data[..5], b"hello");
    }
}
