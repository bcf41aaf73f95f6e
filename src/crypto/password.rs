//! Keys out of passwords: PBKDF2, the derivation of PKCS#12, and that of encrypted PEM.
//!
//! PBKDF2 is the `pbkdf2` crate's. The other two are only ways to chain a digest, for old files, and no kept crate has them: the
//! `pkcs12` crate, a pre-release, brings X.509 and CMS of its own along.

use ::hmac::{Hmac, SimpleHmac};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use zeroize::{Zeroize as _, Zeroizing};

use super::{
    Unspecified,
    hash::{Digest, HashAlgorithm},
};

/// PBKDF2 with HMAC (RFC 8018 section 5.2). No iterations are as good as one.
pub fn pbkdf2(
    algorithm: HashAlgorithm,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    out: &mut [u8],
) -> Result<(), Unspecified> {
    use ::pbkdf2::pbkdf2 as derive;
    match algorithm {
        HashAlgorithm::Md5 => derive::<Hmac<md5::Md5>>(password, salt, iterations, out),
        HashAlgorithm::Ripemd160 => derive::<Hmac<ripemd::Ripemd160>>(password, salt, iterations, out),
        HashAlgorithm::Sha1 => derive::<Hmac<sha1::Sha1>>(password, salt, iterations, out),
        HashAlgorithm::Sha224 => derive::<Hmac<sha2::Sha224>>(password, salt, iterations, out),
        HashAlgorithm::Sha256 => derive::<Hmac<sha2::Sha256>>(password, salt, iterations, out),
        HashAlgorithm::Sha384 => derive::<Hmac<sha2::Sha384>>(password, salt, iterations, out),
        HashAlgorithm::Sha512 => derive::<Hmac<sha2::Sha512>>(password, salt, iterations, out),
        HashAlgorithm::Sha3_224 => derive::<SimpleHmac<Sha3_224>>(password, salt, iterations, out),
        HashAlgorithm::Sha3_256 => derive::<SimpleHmac<Sha3_256>>(password, salt, iterations, out),
        HashAlgorithm::Sha3_384 => derive::<SimpleHmac<Sha3_384>>(password, salt, iterations, out),
        HashAlgorithm::Sha3_512 => derive::<SimpleHmac<Sha3_512>>(password, salt, iterations, out),
    }
    .map_err(|_| Unspecified)
}

/// The derivation of PKCS#12 (RFC 7292 appendix B.2). `password` is in UTF-16 with a zero behind it; neither it nor `salt` may
/// be longer than a block. No iterations are as good as one.
///
/// As in Mbed TLS, blocks are of 64 bytes for digests of up to 32 and of 128 for others, which for SHA-3 is not what the RFC
/// means.
pub fn pkcs12(
    algorithm: HashAlgorithm,
    id: u8,
    password: &[u8],
    salt: &[u8],
    iterations: u32,
    out: &mut [u8],
) -> Result<(), Unspecified> {
    let block_len = if algorithm.output_len() <= 32 { 64 } else { 128 };
    if password.len() > block_len || salt.len() > block_len {
        return Err(Unspecified);
    }
    let repeated = |bytes: &[u8]| Zeroizing::new(bytes.iter().copied().cycle().take(block_len).collect::<Vec<_>>());
    let (mut salt, mut password) = (repeated(salt), repeated(password));
    for chunk in out.chunks_mut(algorithm.output_len()) {
        let mut hasher = algorithm.start();
        hasher.update(&repeated(&[id]));
        hasher.update(&salt);
        hasher.update(&password);
        let mut value = hasher.finish();
        for _ in 1..iterations {
            value = algorithm.hash(value.as_ref());
        }
        for (to, from) in chunk.iter_mut().zip(value.as_ref()) {
            *to = *from;
        }
        let step = repeated(value.as_ref());
        add(&mut salt, &step);
        add(&mut password, &step);
        value.zeroize();
    }
    Ok(())
}

/// Adds `step` and one to a number as long as it, big-endian, and drops what is carried beyond (RFC 7292 appendix B.2,
/// step 6C). Of a number without bytes nothing is left to do.
fn add(number: &mut [u8], step: &[u8]) {
    let mut carry = true;
    for (to, from) in number.iter_mut().zip(step).rev() {
        let (sum, over) = to.overflowing_add(*from);
        let (sum, again) = sum.overflowing_add(u8::from(carry));
        *to = sum;
        carry = over || again;
    }
}

/// The key of an encrypted PEM block: MD5 over what came out before, the password and the first eight bytes of the
/// initialization vector (OpenSSL's EVP_BytesToKey with one iteration).
pub fn pem_key(password: &[u8], iv: &[u8], out: &mut [u8]) {
    let mut last: Option<Digest> = None;
    for chunk in out.chunks_mut(HashAlgorithm::Md5.output_len()) {
        let mut hasher = HashAlgorithm::Md5.start();
        if let Some(mut last) = last.take() {
            hasher.update(last.as_ref());
            last.zeroize();
        }
        hasher.update(password);
        hasher.update(iv.get(..8).unwrap_or(iv));
        let value = last.insert(hasher.finish());
        for (to, from) in chunk.iter_mut().zip(value.as_ref()) {
            *to = *from;
        }
    }
    if let Some(mut last) = last {
        last.zeroize();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6070, the cases that do not take long.
    #[test]
    fn pbkdf2_of_sha1() {
        let derive = |password: &[u8], salt: &[u8], iterations, len| {
            let mut out = vec![0; len];
            pbkdf2(HashAlgorithm::Sha1, password, salt, iterations, &mut out).unwrap();
            out.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        assert_eq!(
            derive(b"password", b"salt", 1, 20),
            "0c60c80f961f0e71f3a9b524af6012062fe037a6"
        );
        assert_eq!(
            derive(b"password", b"salt", 0, 20),
            "0c60c80f961f0e71f3a9b524af6012062fe037a6"
        );
        assert_eq!(
            derive(b"password", b"salt", 2, 20),
            "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"
        );
        assert_eq!(
            derive(b"pass\0word", b"sa\0lt", 4096, 16),
            "56fa6aa75548099dcc37d7f03425e0c3"
        );
    }

    #[test]
    fn pkcs12_limits() {
        let mut out = [0; 50];
        assert!(pkcs12(HashAlgorithm::Sha1, 1, &[0; 65], &[], 1, &mut out).is_err());
        assert!(pkcs12(HashAlgorithm::Sha1, 1, &[], &[0; 65], 1, &mut out).is_err());
        assert!(pkcs12(HashAlgorithm::Sha1, 1, &[], &[], 0, &mut out).is_ok());
        assert_ne!(out, [0; 50]);
    }

    #[test]
    fn numbers_wrap_around() {
        let mut number = [0xff, 0xff];
        add(&mut number, &[0, 1]);
        assert_eq!(number, [0, 1]);
        add(&mut number, &[0, 0xfe]);
        assert_eq!(number, [1, 0]);
        add(&mut [], &[1]);
    }
}
