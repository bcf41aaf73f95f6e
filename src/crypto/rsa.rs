//! RSA with the `rsa` crate: what ring does not do (other sizes, prepared hashes, SHA-1 and SHA-224, free salt lengths,
//! encryption, key generation), and the numbers that make up a key.

use ::rsa::{
    BoxedUint, Oaep, Pkcs1v15Encrypt, Pkcs1v15Sign, Pss, RsaPrivateKey, RsaPublicKey, hazmat,
    pkcs1::der::Decode as _,
    traits::{PaddingScheme, PrivateKeyParts, PublicKeyParts, SignatureScheme},
};
use md5::Md5;
use ripemd::Ripemd160;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::{
    Unspecified,
    bignum::{bit_len, trim},
    hash::HashAlgorithm,
    rand::{Stream, SystemRng},
};

/// The smallest modulus of a private key, in bits.
const MIN_PRIVATE_BITS: usize = 1024;
/// The smallest modulus that signatures are checked with, in bits. Whether so small a key is welcome is the certificate
/// profile's decision.
const MIN_PUBLIC_BITS: usize = 512;
/// The largest modulus, in bits (Mbed's `MBEDTLS_MPI_MAX_BITS`).
pub(super) const MAX_BITS: usize = 8192;

/// The numbers of an RSA private key with two primes (RFC 8017 section 3.2), big-endian without leading zeros. Zeroized
/// on drop.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RsaComponents {
    /// The modulus.
    pub n: Vec<u8>,
    /// The public exponent.
    pub e: Vec<u8>,
    /// The private exponent.
    pub d: Vec<u8>,
    /// The first prime.
    pub p: Vec<u8>,
    /// The second prime.
    pub q: Vec<u8>,
    /// d mod (p - 1).
    pub dp: Vec<u8>,
    /// d mod (q - 1).
    pub dq: Vec<u8>,
    /// The inverse of q mod p.
    pub qinv: Vec<u8>,
}

impl core::fmt::Debug for RsaComponents {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("RsaComponents(..)")
    }
}

impl RsaComponents {
    /// From a DER `RSAPrivateKey` (RFC 8017 appendix A.1.2) with two primes. Whether the numbers fit together is seen
    /// when a key is made of them.
    pub fn from_pkcs1(der: &[u8]) -> Result<Self, Unspecified> {
        let key = ::rsa::pkcs1::RsaPrivateKeyRef::from_der(der).map_err(|_| Unspecified)?;
        if key.other_prime_infos.is_some() {
            return Err(Unspecified);
        }
        Ok(Self {
            n: key.modulus.as_bytes().to_vec(),
            e: key.public_exponent.as_bytes().to_vec(),
            d: key.private_exponent.as_bytes().to_vec(),
            p: key.prime1.as_bytes().to_vec(),
            q: key.prime2.as_bytes().to_vec(),
            dp: key.exponent1.as_bytes().to_vec(),
            dq: key.exponent2.as_bytes().to_vec(),
            qinv: key.coefficient.as_bytes().to_vec(),
        })
    }

    /// Works out all numbers from `e` and either both primes (then `n` and `d` may be absent) or `n` and `d` (then the
    /// primes may be absent). Fails if they do not fit together, or on fewer than 1024 or more than 8192 bits.
    pub fn complete(
        n: Option<&[u8]>,
        e: &[u8],
        d: Option<&[u8]>,
        primes: Option<(&[u8], &[u8])>,
    ) -> Result<Self, Unspecified> {
        Self::from_key(&Self::key(n, e, d, primes)?)
    }

    /// The key of the `rsa` crate out of numbers as [`RsaComponents::complete`] takes them.
    fn key(
        n: Option<&[u8]>,
        e: &[u8],
        d: Option<&[u8]>,
        primes: Option<(&[u8], &[u8])>,
    ) -> Result<RsaPrivateKey, Unspecified> {
        // The crate computes with what it is given before it looks whether it makes sense, and not all of that is safe
        // on nonsense; so sizes, zeros and parities are looked at here.
        let (n, e, d) = (n.map(trim), trim(e), d.map(trim));
        let primes = primes.map(|(p, q)| (trim(p), trim(q)));
        let given = [n, Some(e), d, primes.map(|(p, _)| p), primes.map(|(_, q)| q)];
        let odd_and_not_one = |x: &[u8]| x != [1] && x.last().is_some_and(|byte| byte & 1 == 1);
        let sane = |x: &&[u8]| odd_and_not_one(x) && x.len() <= MAX_BITS / 8;
        if !given.iter().flatten().all(sane) || primes.is_some_and(|(p, q)| p == q) {
            return Err(Unspecified);
        }
        let bits = match (n, primes) {
            (Some(n), _) => bit_len(n),
            (None, Some((p, q))) => bit_len(p).saturating_add(bit_len(q)),
            (None, None) => 0,
        };
        // The product of two numbers can be one bit shorter than both together.
        if !(MIN_PRIVATE_BITS..=MAX_BITS.saturating_add(1)).contains(&bits) || e.len() > bits / 8 {
            return Err(Unspecified);
        }
        match (n, d, primes) {
            (Some(n), Some(d), primes) => {
                let primes = primes.map_or_else(Vec::new, |(p, q)| vec![number(p), number(q)]);
                RsaPrivateKey::from_components(number(n), number(e), number(d), primes).map_err(|_| Unspecified)
            }
            (n, d, Some((p, q))) => {
                let key = RsaPrivateKey::from_p_q(number(p), number(q), number(e)).map_err(|_| Unspecified)?;
                let its_n = bytes(key.n());
                match d {
                    _ if n.is_some_and(|n| n != its_n) => Err(Unspecified),
                    // More than one d belongs to a key; the one given is kept.
                    Some(d) => Self::key(Some(&its_n), e, Some(d), Some((p, q))),
                    None => Ok(key),
                }
            }
            _ => Err(Unspecified),
        }
    }

    /// A fresh key of `bits` (1024 to 8192) with the public exponent `e` (odd, 3 to 2^33 - 1). Takes seconds.
    pub fn generate(bits: usize, e: u64) -> Result<Self, Unspecified> {
        if !(MIN_PRIVATE_BITS..=MAX_BITS).contains(&bits) || e < 3 || e.is_multiple_of(2) {
            return Err(Unspecified);
        }
        let mut random = Stream::fresh()?;
        let key = RsaPrivateKey::new_with_exp(&mut random, bits, BoxedUint::from(e)).map_err(|_| Unspecified)?;
        Self::from_key(&key)
    }

    /// The numbers of a key of the `rsa` crate. Fails outside 1024 to 8192 bits.
    fn from_key(key: &RsaPrivateKey) -> Result<Self, Unspecified> {
        let [p, q] = key.primes() else {
            return Err(Unspecified);
        };
        let qinv = Zeroizing::new(key.crt_coefficient().ok_or(Unspecified)?);
        let numbers = Self {
            n: bytes(key.n()),
            e: bytes(key.e()),
            d: bytes(key.d()),
            p: bytes(p),
            q: bytes(q),
            dp: bytes(key.dp().ok_or(Unspecified)?),
            dq: bytes(key.dq().ok_or(Unspecified)?),
            qinv: bytes(&qinv),
        };
        numbers.check_size()?;
        Ok(numbers)
    }

    /// Fails outside 1024 to 8192 bits.
    fn check_size(&self) -> Result<(), Unspecified> {
        if (MIN_PRIVATE_BITS..=MAX_BITS).contains(&bit_len(&self.n)) {
            Ok(())
        } else {
            Err(Unspecified)
        }
    }

    /// The key as ring takes it; fails on what ring does not take: other than 2048 to 4096 bits, primes whose length is
    /// no multiple of 512 bits, public exponents below 65537, numbers that do not fit together.
    pub(super) fn to_ring(&self) -> Result<ring::rsa::KeyPair, Unspecified> {
        ring::rsa::KeyPair::from_components(&ring::rsa::KeyPairComponents {
            public_key: ring::rsa::PublicKeyComponents {
                n: self.n.as_slice(),
                e: self.e.as_slice(),
            },
            d: self.d.as_slice(),
            p: self.p.as_slice(),
            q: self.q.as_slice(),
            dP: self.dp.as_slice(),
            dQ: self.dq.as_slice(),
            qInv: self.qinv.as_slice(),
        })
        .map_err(|_| Unspecified)
    }

    /// The key as the `rsa` crate takes it. Fails if the numbers do not fit together, or outside 1024 to 8192 bits.
    pub(super) fn to_portable(&self) -> Result<RsaPrivateKey, Unspecified> {
        self.check_size()?;
        Self::key(Some(&self.n), &self.e, Some(&self.d), Some((&self.p, &self.q)))
    }
}

/// A big-endian number of at most [`MAX_BITS`].
fn number(bytes: &[u8]) -> BoxedUint {
    let bytes = trim(bytes);
    let bits = u32::try_from(bytes.len().saturating_mul(8)).unwrap_or(u32::MAX);
    BoxedUint::from_be_slice(bytes, bits).unwrap_or_default()
}

/// The number's big-endian bytes without leading zeros.
fn bytes(number: &BoxedUint) -> Vec<u8> {
    let whole = Zeroizing::new(number.to_be_bytes());
    trim(&whole).to_vec()
}

/// A public key as the `rsa` crate takes it. Fails outside 512 to 8192 bits and on exponents of over 33 bits.
pub(super) fn public(n: &[u8], e: &[u8]) -> Result<RsaPublicKey, Unspecified> {
    if n.len() > MAX_BITS / 8 || e.len() > n.len() {
        return Err(Unspecified);
    }
    RsaPublicKey::new_with_size_limits(number(n), number(e), MIN_PUBLIC_BITS..=MAX_BITS).map_err(|_| Unspecified)
}

/// The scheme RSASSA-PKCS1-v1_5 over hashes of `hash`; `None`: over bytes as they stand, without `DigestInfo`.
fn pkcs1(hash: Option<HashAlgorithm>) -> Pkcs1v15Sign {
    match hash {
        None => Pkcs1v15Sign::new_unprefixed(),
        Some(HashAlgorithm::Md5) => Pkcs1v15Sign::new::<Md5>(),
        Some(HashAlgorithm::Sha1) => Pkcs1v15Sign::new::<Sha1>(),
        Some(HashAlgorithm::Sha224) => Pkcs1v15Sign::new::<Sha224>(),
        Some(HashAlgorithm::Sha256) => Pkcs1v15Sign::new::<Sha256>(),
        Some(HashAlgorithm::Sha384) => Pkcs1v15Sign::new::<Sha384>(),
        Some(HashAlgorithm::Sha512) => Pkcs1v15Sign::new::<Sha512>(),
        Some(HashAlgorithm::Ripemd160) => Pkcs1v15Sign::new::<Ripemd160>(),
        Some(HashAlgorithm::Sha3_224) => Pkcs1v15Sign::new::<Sha3_224>(),
        Some(HashAlgorithm::Sha3_256) => Pkcs1v15Sign::new::<Sha3_256>(),
        Some(HashAlgorithm::Sha3_384) => Pkcs1v15Sign::new::<Sha3_384>(),
        Some(HashAlgorithm::Sha3_512) => Pkcs1v15Sign::new::<Sha3_512>(),
    }
}

/// An RSASSA-PKCS1-v1_5 signature over `digest` (RFC 8017 section 8.2.1).
pub(super) fn sign_pkcs1(
    key: &RsaPrivateKey,
    hash: Option<HashAlgorithm>,
    digest: &[u8],
) -> Result<Vec<u8>, Unspecified> {
    pkcs1(hash)
        .sign(Some(&mut SystemRng), key, digest)
        .map_err(|_| Unspecified)
}

/// Checks an RSASSA-PKCS1-v1_5 signature over `digest` (RFC 8017 section 8.2.2).
pub(super) fn verify_pkcs1(
    key: &RsaPublicKey,
    hash: Option<HashAlgorithm>,
    digest: &[u8],
    signature: &[u8],
) -> Result<(), Unspecified> {
    pkcs1(hash).verify(key, digest, signature).map_err(|_| Unspecified)
}

/// An RSASSA-PSS signature over `digest` with MGF1 of the same algorithm (RFC 8017 section 8.1.1).
pub(super) fn sign_pss(
    key: &RsaPrivateKey,
    hash: HashAlgorithm,
    salt_len: usize,
    digest: &[u8],
) -> Result<Vec<u8>, Unspecified> {
    // Beyond this no modulus has room; the crate would take the salt's memory first.
    if salt_len > MAX_BITS / 8 {
        return Err(Unspecified);
    }
    let random = Some(&mut SystemRng);
    match hash {
        HashAlgorithm::Md5 => Pss::<Md5>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha1 => Pss::<Sha1>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha224 => Pss::<Sha224>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha256 => Pss::<Sha256>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha384 => Pss::<Sha384>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha512 => Pss::<Sha512>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Ripemd160 => Pss::<Ripemd160>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha3_224 => Pss::<Sha3_224>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha3_256 => Pss::<Sha3_256>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha3_384 => Pss::<Sha3_384>::new_with_salt(salt_len).sign(random, key, digest),
        HashAlgorithm::Sha3_512 => Pss::<Sha3_512>::new_with_salt(salt_len).sign(random, key, digest),
    }
    .map_err(|_| Unspecified)
}

/// Checks an RSASSA-PSS signature over `digest` (RFC 8017 section 8.1.2); `salt_len: None` takes any salt.
pub(super) fn verify_pss(
    key: &RsaPublicKey,
    hash: HashAlgorithm,
    salt_len: Option<usize>,
    digest: &[u8],
    signature: &[u8],
) -> Result<(), Unspecified> {
    // RFC 8017 section 9.1.2 step 3, here because the crate only checks it when the salt's length is known.
    let encoded_len = bit_len(&bytes(key.n())).saturating_sub(1).div_ceil(8);
    let needed = hash
        .output_len()
        .saturating_add(salt_len.unwrap_or(0))
        .saturating_add(2);
    if encoded_len < needed {
        return Err(Unspecified);
    }
    fn pss<D: Digest>(salt_len: Option<usize>) -> Pss<D> {
        Pss {
            blinded: true,
            digest: D::new(),
            salt_len,
        }
    }
    match hash {
        HashAlgorithm::Md5 => pss::<Md5>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha1 => pss::<Sha1>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha224 => pss::<Sha224>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha256 => pss::<Sha256>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha384 => pss::<Sha384>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha512 => pss::<Sha512>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Ripemd160 => pss::<Ripemd160>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha3_224 => pss::<Sha3_224>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha3_256 => pss::<Sha3_256>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha3_384 => pss::<Sha3_384>(salt_len).verify(key, digest, signature),
        HashAlgorithm::Sha3_512 => pss::<Sha3_512>(salt_len).verify(key, digest, signature),
    }
    .map_err(|_| Unspecified)
}

/// RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.1).
pub(super) fn encrypt_pkcs1(key: &RsaPublicKey, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
    Pkcs1v15Encrypt
        .encrypt(&mut SystemRng, key, message)
        .map_err(|_| Unspecified)
}

/// RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.2) with implicit rejection.
pub(super) fn decrypt_pkcs1(key: &RsaPrivateKey, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    Pkcs1v15Encrypt
        .decrypt(Some(&mut SystemRng), key, ciphertext)
        .map(Zeroizing::new)
        .map_err(|_| Unspecified)
}

/// RSAES-OAEP (RFC 8017 section 7.1.1), MGF1 with the same algorithm.
pub(super) fn encrypt_oaep(
    key: &RsaPublicKey,
    hash: HashAlgorithm,
    label: &[u8],
    message: &[u8],
) -> Result<Vec<u8>, Unspecified> {
    let random = &mut SystemRng;
    match hash {
        HashAlgorithm::Md5 => Oaep::<Md5>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha1 => Oaep::<Sha1>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha224 => Oaep::<Sha224>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha256 => Oaep::<Sha256>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha384 => Oaep::<Sha384>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha512 => Oaep::<Sha512>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Ripemd160 => Oaep::<Ripemd160>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha3_224 => Oaep::<Sha3_224>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha3_256 => Oaep::<Sha3_256>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha3_384 => Oaep::<Sha3_384>::new_with_label(label).encrypt(random, key, message),
        HashAlgorithm::Sha3_512 => Oaep::<Sha3_512>::new_with_label(label).encrypt(random, key, message),
    }
    .map_err(|_| Unspecified)
}

/// RSAES-OAEP (RFC 8017 section 7.1.2), MGF1 with the same algorithm.
pub(super) fn decrypt_oaep(
    key: &RsaPrivateKey,
    hash: HashAlgorithm,
    label: &[u8],
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    let random = Some(&mut SystemRng);
    match hash {
        HashAlgorithm::Md5 => Oaep::<Md5>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha1 => Oaep::<Sha1>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha224 => Oaep::<Sha224>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha256 => Oaep::<Sha256>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha384 => Oaep::<Sha384>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha512 => Oaep::<Sha512>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Ripemd160 => Oaep::<Ripemd160>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha3_224 => Oaep::<Sha3_224>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha3_256 => Oaep::<Sha3_256>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha3_384 => Oaep::<Sha3_384>::new_with_label(label).decrypt(random, key, ciphertext),
        HashAlgorithm::Sha3_512 => Oaep::<Sha3_512>::new_with_label(label).decrypt(random, key, ciphertext),
    }
    .map(Zeroizing::new)
    .map_err(|_| Unspecified)
}

/// `input` to the power of the private exponent, as long as the modulus. Fails if a fault made the result wrong.
pub(super) fn raw_private(key: &RsaPrivateKey, input: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    let base = BoxedUint::from_be_slice(trim(input), key.n().bits_precision()).map_err(|_| Unspecified)?;
    let base = Zeroizing::new(base);
    let result = hazmat::rsa_decrypt_and_check(key, Some(&mut SystemRng), &base).map_err(|_| Unspecified)?;
    let result = Zeroizing::new(bytes(&Zeroizing::new(result)));
    padded(&result, key.size())
}

/// A number's bytes with zeros in front; fails if it is longer than `len`.
fn padded(bytes: &[u8], len: usize) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    let zeros = len.checked_sub(bytes.len()).ok_or(Unspecified)?;
    let mut out = Zeroizing::new(Vec::with_capacity(len));
    out.resize(zeros, 0);
    out.extend_from_slice(bytes);
    Ok(out)
}
