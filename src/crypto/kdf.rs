//! Key derivations beside HKDF: keys from passwords, and the pseudorandom function of TLS 1.2.

use hmac::SimpleHmac;
use md5::Md5;
use ripemd::Ripemd160;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};

use zeroize::Zeroize as _;

use super::hash::{HashAlgorithm, HmacKey};

/// PBKDF2 with HMAC (RFC 8018 section 5.2). `rounds` is at least 1; the work is their number times the digests that `out`
/// is long.
pub fn pbkdf2(algorithm: HashAlgorithm, password: &[u8], salt: &[u8], rounds: u32, out: &mut [u8]) {
    // The crate fails only for passwords that HMAC does not take, of which there is none.
    let _ = match algorithm {
        HashAlgorithm::Md5 => ::pbkdf2::pbkdf2::<SimpleHmac<Md5>>(password, salt, rounds, out),
        HashAlgorithm::Ripemd160 => ::pbkdf2::pbkdf2::<SimpleHmac<Ripemd160>>(password, salt, rounds, out),
        HashAlgorithm::Sha1 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha1>>(password, salt, rounds, out),
        HashAlgorithm::Sha224 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha224>>(password, salt, rounds, out),
        HashAlgorithm::Sha256 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha256>>(password, salt, rounds, out),
        HashAlgorithm::Sha384 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha384>>(password, salt, rounds, out),
        HashAlgorithm::Sha512 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha512>>(password, salt, rounds, out),
        HashAlgorithm::Sha3_224 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha3_224>>(password, salt, rounds, out),
        HashAlgorithm::Sha3_256 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha3_256>>(password, salt, rounds, out),
        HashAlgorithm::Sha3_384 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha3_384>>(password, salt, rounds, out),
        HashAlgorithm::Sha3_512 => ::pbkdf2::pbkdf2::<SimpleHmac<Sha3_512>>(password, salt, rounds, out),
    };
}

/// `PRF(secret, label, seed)` of TLS 1.2 (RFC 5246 section 5), as many bytes as `out` is long. What it computes on the way is wiped.
pub fn tls12_prf(algorithm: HashAlgorithm, secret: &[u8], label: &[u8], seed: &[u8], out: &mut [u8]) {
    tls12_prf_with(&HmacKey::new(algorithm, secret), label, seed, out);
}

/// As [`tls12_prf`], with a secret that is made a key already: whoever derives several things saves its two first blocks.
pub fn tls12_prf_with(key: &HmacKey, label: &[u8], seed: &[u8], out: &mut [u8]) {
    let len = key.algorithm().output_len();
    // A(i), label and seed in one piece: an HMAC over pieces copies its state from one to the next.
    let mut room = [0; ROOM];
    let mut input = room.get_mut(..len.saturating_add(label.len()).saturating_add(seed.len()));
    if let Some(input) = &mut input {
        let (_, rest) = input.split_at_mut(len);
        for (to, from) in rest.iter_mut().zip(label.iter().chain(seed)) {
            *to = *from;
        }
    }
    // A(1) = HMAC(secret, A(0)), where A(0) is label and seed.
    let mut a = match input.as_deref().and_then(|input| input.get(len..)) {
        Some(rest) => key.sign_whole(rest),
        None => key.sign(&[label, seed]),
    };
    let mut chunks = out.chunks_mut(len).peekable();
    while let Some(chunk) = chunks.next() {
        let mut block = match &mut input {
            Some(input) => {
                for (to, from) in input.iter_mut().zip(a.as_ref()) {
                    *to = *from;
                }
                key.sign_whole(input)
            }
            None => key.sign(&[a.as_ref(), label, seed]),
        };
        for (to, from) in chunk.iter_mut().zip(block.as_ref()) {
            *to = *from;
        }
        block.zeroize();
        if chunks.peek().is_some() {
            a = key.sign_whole(a.as_ref());
        }
    }
    // What is made with the secret: A(i), here and before label and seed.
    a.zeroize();
    if let Some(made) = input.and_then(|input| input.get_mut(..len)) {
        made.zeroize();
    }
}

/// The longest output of a hash with the longest label and seed of a handshake, and some more.
const ROOM: usize = 192;

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6070 section 2.
    #[test]
    fn passwords() {
        let mut out = [0; 20];
        pbkdf2(HashAlgorithm::Sha1, b"password", b"salt", 2, &mut out);
        let expected = [
            0xea, 0x6c, 0x01, 0x4d, 0xc7, 0x2d, 0x6f, 0x8c, 0xcd, 0x1e, 0xd9, 0x2a, 0xce, 0x1d, 0x41, 0xf0, 0xd8, 0xde,
            0x89, 0x57,
        ];
        assert_eq!(out, expected);
    }

    /// The vector for P_SHA256 that the TLS working group published beside RFC 5246; its first bytes.
    #[test]
    fn the_function_of_tls12() {
        let secret = [
            0x9b, 0xbe, 0x43, 0x6b, 0xa9, 0x40, 0xf0, 0x17, 0xb1, 0x76, 0x52, 0x84, 0x9a, 0x71, 0xdb, 0x35,
        ];
        let seed = [
            0xa0, 0xba, 0x9f, 0x93, 0x6c, 0xda, 0x31, 0x18, 0x27, 0xa6, 0xf7, 0x96, 0xff, 0xd5, 0x19, 0x8c,
        ];
        let mut out = [0; 100];
        tls12_prf(HashAlgorithm::Sha256, &secret, b"test label", &seed, &mut out);
        assert_eq!(out[..8], [0xe3, 0xf2, 0x29, 0xba, 0x72, 0x7b, 0xe1, 0x7b]);
        assert_eq!(out[96..], [0x87, 0x34, 0x7b, 0x66]);
    }

    /// What is short enough for one piece, and what is not, is the same function; so is a part of it.
    #[test]
    fn the_function_of_tls12_in_pieces() {
        let secret = [0x5a; 48];
        for seed_len in [0, 64, 137, 138, 139, 1000] {
            let seed = vec![7; seed_len];
            let (mut whole, mut part) = ([0; 100], [0; 33]);
            let mut reference = Vec::new();
            let key = HmacKey::new(HashAlgorithm::Sha384, &secret);
            let mut a = key.sign(&[b"label", &seed]);
            while reference.len() < whole.len() {
                reference.extend_from_slice(key.sign(&[a.as_ref(), b"label", &seed]).as_ref());
                a = key.sign(&[a.as_ref()]);
            }
            tls12_prf(HashAlgorithm::Sha384, &secret, b"label", &seed, &mut whole);
            tls12_prf_with(&key, b"label", &seed, &mut part);
            assert_eq!(whole[..], reference[..whole.len()], "{seed_len}");
            assert_eq!(part[..], reference[..part.len()], "{seed_len}");
        }
    }
}
