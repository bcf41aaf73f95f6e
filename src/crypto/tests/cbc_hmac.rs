//! AES-CBC with HMAC over the ciphertext. Known answers are with the record layer.

use super::{
    super::{
        cbc_hmac::{BLOCK_LEN, CbcHmacKey},
        cipher::{BlockAlgorithm, BlockKey},
        hash::{HashAlgorithm, HmacKey},
    },
    flipped,
};

const AAD: &[u8] = b"sequence, type, version, length";
const HASHES: [HashAlgorithm; 3] = [HashAlgorithm::Sha1, HashAlgorithm::Sha256, HashAlgorithm::Sha384];

fn key(key_len: usize, hash: HashAlgorithm) -> CbcHmacKey {
    CbcHmacKey::new(&vec![3; key_len], hash, &vec![4; hash.output_len()]).unwrap()
}

fn seal(key: &CbcHmacKey, content: &[u8]) -> Vec<u8> {
    let mut out = vec![0; CbcHmacKey::unauthenticated_len(content.len()) + key.mac_len()];
    key.seal(AAD, content, &mut out).unwrap();
    out
}

#[test]
fn what_is_sealed_opens_and_nothing_else_does() {
    for (key_len, hash) in [16, 32].into_iter().zip(HASHES).chain([(16, HashAlgorithm::Sha384)]) {
        let key = key(key_len, hash);
        for len in (0..50).chain([255, 256, 257, 16384]) {
            let content: Vec<u8> = (0..=u8::MAX).cycle().take(len).collect();
            let sealed = seal(&key, &content);
            assert_ne!(sealed, seal(&key, &content), "the IV is not random");
            let mut opened = sealed.clone();
            assert_eq!(key.open(AAD, &mut opened), Ok(len));
            assert_eq!(&opened[BLOCK_LEN..][..len], content);
            assert!(key.open(&flipped(AAD, 0), &mut sealed.clone()).is_err());
            if len < 40 {
                for at in 0..sealed.len() {
                    let wrong = flipped(&sealed, at);
                    let mut left = wrong.clone();
                    assert!(key.open(AAD, &mut left).is_err());
                    assert_eq!(left, wrong, "it was decrypted before the MAC was checked");
                }
                for cut in 0..sealed.len() {
                    assert!(key.open(AAD, &mut sealed[..cut].to_vec()).is_err());
                }
            }
        }
    }
}

/// Seals `padded`, whole blocks, as they are.
fn seal_padded(padded: &[u8]) -> Vec<u8> {
    let mut sealed = [&[9; BLOCK_LEN], padded].concat();
    let cipher = BlockKey::new(BlockAlgorithm::Aes128, &[3; 16]).unwrap();
    let (iv, text) = sealed.split_at_mut(BLOCK_LEN);
    cipher.cbc_encrypt(&mut iv.to_vec(), text).unwrap();
    let mac = HmacKey::new(HashAlgorithm::Sha256, &[4; 32]).sign(&[AAD, &sealed]);
    [&sealed, mac.as_ref()].concat()
}

/// RFC 5246 section 6.2.3.2: "The padding MAY be any length up to 255 bytes, as long as it results in the
/// TLSCiphertext.length being an integral multiple of the block length."
#[test]
fn padding_may_be_long_and_must_be_right() {
    let key = key(16, HashAlgorithm::Sha256);
    for blocks in 1..=17 {
        for padding in 0u8..=255 {
            let mut padded = vec![padding.wrapping_add(1); blocks * BLOCK_LEN];
            let content_len = padded.len().checked_sub(usize::from(padding) + 1);
            padded[content_len.unwrap_or(0)..].fill(padding);
            assert_eq!(key.open(AAD, &mut seal_padded(&padded)).ok(), content_len);
            let Some(at) = content_len.filter(|_| padding > 0) else {
                continue;
            };
            for wrong in [at, at + usize::from(padding) / 2, padded.len() - 2] {
                assert!(key.open(AAD, &mut seal_padded(&flipped(&padded, wrong))).is_err());
            }
        }
    }
    // The right MAC over something that is not whole blocks, or none at all.
    for len in [0, 1, 15] {
        let cut = vec![0; BLOCK_LEN + len];
        let mac = HmacKey::new(HashAlgorithm::Sha256, &[4; 32]).sign(&[AAD, &cut]);
        assert!(key.open(AAD, &mut [&cut, mac.as_ref()].concat()).is_err());
    }
}

#[test]
fn lengths_are_checked() {
    for len in (0..64).filter(|len| ![16, 32].contains(len)) {
        assert!(CbcHmacKey::new(&vec![0; len], HashAlgorithm::Sha1, &[0; 20]).is_err());
    }
    let key = key(16, HashAlgorithm::Sha1);
    for len in (0..64).filter(|len| *len != 32 + 20) {
        assert!(key.seal(AAD, b"content", &mut vec![0; len]).is_err(), "{len}");
    }
}
