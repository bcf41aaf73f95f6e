//! AEADs.

use super::{
    super::aead::{AeadAlgorithm, AeadKey, MAX_TAG_LEN},
    flipped, hex, vector,
};

const ALL: [(AeadAlgorithm, &str); 7] = [
    (AeadAlgorithm::Aes128Gcm, "aes128gcm"),
    (AeadAlgorithm::Aes256Gcm, "aes256gcm"),
    (AeadAlgorithm::ChaCha20Poly1305, "chacha20poly1305"),
    (AeadAlgorithm::Aes128Ccm, "aes128ccm"),
    (AeadAlgorithm::Aes128Ccm8, "aes128ccm8"),
    (AeadAlgorithm::Aes256Ccm, "aes256ccm"),
    (AeadAlgorithm::Aes256Ccm8, "aes256ccm8"),
];

/// Seals `plaintext` and compares with `expected` (ciphertext, then tag); opens it again; and changes one bit of each
/// input in turn, which must not open.
fn check(algorithm: AeadAlgorithm, key: &[u8], nonce: &[u8], aad: &[u8], plaintext: &[u8], expected: &[u8]) {
    let aead = AeadKey::new(algorithm, key).unwrap();
    let nonce: [u8; 12] = nonce.try_into().unwrap();
    let mut sealed = plaintext.to_vec();
    let mut tag = [0; MAX_TAG_LEN];
    aead.seal(&nonce, aad, &mut sealed, &mut tag).unwrap();
    sealed.extend_from_slice(&tag[..algorithm.tag_len()]);
    assert_eq!(sealed, expected, "{algorithm:?}");

    let mut opened = sealed.clone();
    let len = aead.open(&nonce, aad, &mut opened).unwrap();
    assert_eq!(&opened[..len], plaintext);

    for at in 0..sealed.len() {
        assert!(aead.open(&nonce, aad, &mut flipped(&sealed, at)).is_err(), "byte {at}");
    }
    for len in 0..sealed.len() {
        assert!(aead.open(&nonce, aad, &mut sealed[..len].to_vec()).is_err());
    }
    assert!(aead.open(&nonce, &[aad, &[0]].concat(), &mut sealed.clone()).is_err());
    assert!(
        aead.open(&flipped(&nonce, 11).try_into().unwrap(), aad, &mut sealed.clone())
            .is_err()
    );
    let other = AeadKey::new(algorithm, &flipped(key, 0)).unwrap();
    assert!(other.open(&nonce, aad, &mut sealed).is_err());
}

#[test]
fn as_openssl() {
    let nonce: Vec<u8> = (0x10..0x1c).collect();
    let aad: Vec<u8> = (0x40..0x45).collect();
    for (algorithm, name) in ALL {
        let key: Vec<u8> = (0..32).take(algorithm.key_len()).collect();
        check(algorithm, &key, &nonce, &aad, &vector("message"), &vector(name));
    }
}

/// McGrew and Viega, "The Galois/Counter Mode of Operation", test cases 4 and 16.
#[test]
fn gcm() {
    let key = hex("feffe9928665731c6d6a8f9467308308");
    let nonce = hex("cafebabefacedbaddecaf888");
    let aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let plaintext = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    check(AeadAlgorithm::Aes128Gcm, &key, &nonce, &aad, &plaintext, &hex(
        "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac97
         3d58e0915bc94fbc3221a5db94fae95ae7121a47"));
    check(AeadAlgorithm::Aes256Gcm, &key.repeat(2), &nonce, &aad, &plaintext, &hex(
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0a
         bcc9f66276fc6ece0f4e1768cddf8853bb2d551b"));
}

/// RFC 8439 section 2.8.2.
#[test]
fn chacha20_poly1305() {
    check(
        AeadAlgorithm::ChaCha20Poly1305,
        &(0x80..0xa0).collect::<Vec<u8>>(),
        &hex("070000004041424344454647"),
        &hex("50515253c0c1c2c3c4c5c6c7"),
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would \
          be it.",
        &hex(
            "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a
              9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9d
              e576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691",
        ),
    );
}

/// NIST SP 800-38C example 3, whose tag has 8 bytes.
#[test]
fn ccm8() {
    check(
        AeadAlgorithm::Aes128Ccm8,
        &(0x40..0x50).collect::<Vec<u8>>(),
        &(0x10..0x1c).collect::<Vec<u8>>(),
        &(0x00..0x14).collect::<Vec<u8>>(),
        &(0x20..0x38).collect::<Vec<u8>>(),
        &hex("e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5484392fbc1b09951"),
    );
}

#[test]
fn lengths_are_checked() {
    for (algorithm, _) in ALL {
        for len in (0..64).filter(|len| *len != algorithm.key_len()) {
            assert!(AeadKey::new(algorithm, &vec![0; len]).is_err(), "{algorithm:?} {len}");
        }
        let key = AeadKey::new(algorithm, &vec![0; algorithm.key_len()]).unwrap();
        assert_eq!(key.algorithm(), algorithm);
        let mut short = vec![0; algorithm.tag_len() - 1];
        assert!(key.seal(&[0; 12], b"", &mut [1, 2, 3], &mut short).is_err());
        // The shortest thing that can be right: an empty plaintext.
        let mut tag = vec![0; algorithm.tag_len()];
        key.seal(&[0; 12], b"", &mut [], &mut tag).unwrap();
        assert_eq!(key.open(&[0; 12], b"", &mut tag), Ok(0));
    }
}

/// The largest record, with a length that is no multiple of any block.
#[test]
fn large() {
    for (algorithm, _) in ALL {
        let key = AeadKey::new(algorithm, &vec![9; algorithm.key_len()]).unwrap();
        let plaintext: Vec<u8> = (0..=u8::MAX).cycle().take(16385).collect();
        let mut sealed = plaintext.clone();
        let mut tag = [0; MAX_TAG_LEN];
        key.seal(&[3; 12], b"head", &mut sealed, &mut tag).unwrap();
        assert_ne!(sealed, plaintext);
        sealed.extend_from_slice(&tag[..algorithm.tag_len()]);
        let len = key.open(&[3; 12], b"head", &mut sealed).unwrap();
        assert_eq!(&sealed[..len], plaintext);
    }
}

/// What stands before the ciphertext is overwritten, at every length around the blocks in which the algorithms work.
#[test]
fn opened_to_the_front() {
    for (algorithm, _) in ALL {
        let key = AeadKey::new(algorithm, &vec![9; algorithm.key_len()]).unwrap();
        for len in (0..600).chain([1023, 1024, 4096, 16383, 16384]) {
            let plaintext: Vec<u8> = (0..=u8::MAX).cycle().take(len).collect();
            let mut sealed = plaintext.clone();
            let mut tag = [0; MAX_TAG_LEN];
            key.seal(&[3; 12], b"head", &mut sealed, &mut tag).unwrap();
            sealed.extend_from_slice(&tag[..algorithm.tag_len()]);
            for skipped in [0, 1, 8, 12, 16] {
                let shifted = [&[7; 16][..skipped], &sealed].concat();
                let mut opened = shifted.clone();
                assert_eq!(key.open_within(&[3; 12], b"head", &mut opened, skipped), Ok(len));
                assert_eq!(&opened[..len], plaintext, "{algorithm:?} {len} {skipped}");
                let mut wrong = flipped(&shifted, shifted.len() - 1);
                assert!(key.open_within(&[3; 12], b"head", &mut wrong, skipped).is_err());
            }
        }
        for skipped in [1, 17, 100, usize::MAX] {
            let mut short = vec![0; algorithm.tag_len()];
            assert!(key.open_within(&[3; 12], b"head", &mut short, skipped).is_err());
        }
    }
}
