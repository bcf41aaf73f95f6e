//! Digests, running digests and HMAC.

use std::sync::LazyLock;

use ::hmac::{Hmac, KeyInit, Mac as _, SimpleHmac, digest::common::Key};
use ring::digest;
use ripemd::Ripemd160;
use sha2::Digest as _;
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use subtle::ConstantTimeEq as _;
use zeroize::Zeroize;

use super::secret;

/// A digest algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HashAlgorithm {
    /// MD5 (RFC 1321). Broken; for old key files and `mbedtls_md` only.
    Md5,
    /// RIPEMD-160 (Dobbertin, Bosselaers, Preneel, 1996). For `mbedtls_md` only.
    Ripemd160,
    /// SHA-1 (FIPS 180-4). Broken for signatures.
    Sha1,
    /// SHA-224 (FIPS 180-4).
    Sha224,
    /// SHA-256 (FIPS 180-4).
    Sha256,
    /// SHA-384 (FIPS 180-4).
    Sha384,
    /// SHA-512 (FIPS 180-4).
    Sha512,
    /// SHA3-224 (FIPS 202).
    Sha3_224,
    /// SHA3-256 (FIPS 202).
    Sha3_256,
    /// SHA3-384 (FIPS 202).
    Sha3_384,
    /// SHA3-512 (FIPS 202).
    Sha3_512,
}

impl HashAlgorithm {
    /// Length of the digest in bytes.
    pub const fn output_len(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Ripemd160 | Self::Sha1 => 20,
            Self::Sha224 | Self::Sha3_224 => 28,
            Self::Sha256 | Self::Sha3_256 => 32,
            Self::Sha384 | Self::Sha3_384 => 48,
            Self::Sha512 | Self::Sha3_512 => 64,
        }
    }

    /// Length of the block that the digest works in, in bytes (HMAC's B in RFC 2104).
    pub const fn block_len(self) -> usize {
        match self {
            Self::Sha384 | Self::Sha512 => 128,
            Self::Md5 | Self::Ripemd160 | Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            Self::Sha3_224 => 144,
            Self::Sha3_256 => 136,
            Self::Sha3_384 => 104,
            Self::Sha3_512 => 72,
        }
    }

    /// The digest of `data`.
    pub fn hash(self, data: &[u8]) -> Digest {
        match self.ring() {
            Some(algorithm) => Digest::new(digest::digest(algorithm, data).as_ref()),
            None => {
                let mut hasher = self.start();
                hasher.update(data);
                hasher.finish()
            }
        }
    }

    /// The digest of no data at all, which the key schedule of TLS 1.3 asks for time and again.
    pub fn hash_of_nothing(self) -> Digest {
        static SHA256: LazyLock<Digest> = LazyLock::new(|| HashAlgorithm::Sha256.hash(&[]));
        static SHA384: LazyLock<Digest> = LazyLock::new(|| HashAlgorithm::Sha384.hash(&[]));
        match self {
            Self::Sha256 => *SHA256,
            Self::Sha384 => *SHA384,
            _ => self.hash(&[]),
        }
    }

    /// A running digest.
    pub fn start(self) -> Hasher {
        Hasher {
            algorithm: self,
            state: match self {
                Self::Md5 => State::Md5(md5::Md5::new()),
                Self::Ripemd160 => State::Ripemd160(Ripemd160::new()),
                Self::Sha224 => State::Sha224(sha2::Sha224::new()),
                Self::Sha1 => State::Ring(digest::Context::new(&digest::SHA1_FOR_LEGACY_USE_ONLY)),
                Self::Sha256 => State::Ring(digest::Context::new(&digest::SHA256)),
                Self::Sha384 => State::Ring(digest::Context::new(&digest::SHA384)),
                Self::Sha512 => State::Ring(digest::Context::new(&digest::SHA512)),
                Self::Sha3_224 => State::Sha3_224(Sha3_224::new()),
                Self::Sha3_256 => State::Sha3_256(Sha3_256::new()),
                Self::Sha3_384 => State::Sha3_384(Sha3_384::new()),
                Self::Sha3_512 => State::Sha3_512(Sha3_512::new()),
            },
        }
    }

    /// ring's name of the algorithm, if ring has it.
    fn ring(self) -> Option<&'static digest::Algorithm> {
        match self {
            Self::Sha1 => Some(&digest::SHA1_FOR_LEGACY_USE_ONLY),
            Self::Sha256 => Some(&digest::SHA256),
            Self::Sha384 => Some(&digest::SHA384),
            Self::Sha512 => Some(&digest::SHA512),
            _ => None,
        }
    }
}

/// The value of a digest or HMAC, up to 64 bytes. Comparing two takes constant time.
#[derive(Clone, Copy)]
pub struct Digest {
    bytes: [u8; 64],
    len: usize,
}

impl Digest {
    /// A copy of `value`, which no algorithm here makes longer than 64 bytes.
    pub(super) fn new(value: &[u8]) -> Self {
        let mut digest = Self { bytes: [0; 64], len: 0 };
        if let Some(to) = digest.bytes.get_mut(..value.len()) {
            to.copy_from_slice(value);
            digest.len = value.len();
        }
        digest
    }
}

impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

impl Zeroize for Digest {
    fn zeroize(&mut self) {
        // Behind `len` there has never been anything.
        if let Some(value) = self.bytes.get_mut(..self.len) {
            value.zeroize();
        }
        self.len = 0;
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        secret::verdict(self.as_ref().ct_eq(other.as_ref()))
    }
}

impl Eq for Digest {}

impl core::fmt::Debug for Digest {
    /// Says only the length: a digest can be an HMAC that must stay secret.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Digest({} bytes)", self.len)
    }
}

/// A running digest; `clone` forks it.
#[derive(Clone)]
pub struct Hasher {
    algorithm: HashAlgorithm,
    state: State,
}

/// The crate that runs the digest.
#[derive(Clone)]
enum State {
    Ring(digest::Context),
    Md5(md5::Md5),
    Ripemd160(Ripemd160),
    Sha224(sha2::Sha224),
    Sha3_224(Sha3_224),
    Sha3_256(Sha3_256),
    Sha3_384(Sha3_384),
    Sha3_512(Sha3_512),
}

impl Hasher {
    /// The algorithm.
    pub fn algorithm(&self) -> HashAlgorithm {
        self.algorithm
    }

    /// Adds bytes.
    pub fn update(&mut self, data: &[u8]) {
        match &mut self.state {
            State::Ring(context) => context.update(data),
            State::Md5(state) => state.update(data),
            State::Ripemd160(state) => state.update(data),
            State::Sha224(state) => state.update(data),
            State::Sha3_224(state) => state.update(data),
            State::Sha3_256(state) => state.update(data),
            State::Sha3_384(state) => state.update(data),
            State::Sha3_512(state) => state.update(data),
        }
    }

    /// The digest of all bytes so far; goes on running.
    pub fn fork(&self) -> Digest {
        self.clone().finish()
    }

    /// The digest.
    pub fn finish(self) -> Digest {
        match self.state {
            State::Ring(context) => Digest::new(context.finish().as_ref()),
            State::Md5(state) => Digest::new(&state.finalize()),
            State::Ripemd160(state) => Digest::new(&state.finalize()),
            State::Sha224(state) => Digest::new(&state.finalize()),
            State::Sha3_224(state) => Digest::new(&state.finalize()),
            State::Sha3_256(state) => Digest::new(&state.finalize()),
            State::Sha3_384(state) => Digest::new(&state.finalize()),
            State::Sha3_512(state) => Digest::new(&state.finalize()),
        }
    }
}

impl core::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Hasher({:?})", self.algorithm)
    }
}

/// A key for HMAC (RFC 2104) with any algorithm, its two first blocks already worked in.
#[derive(Clone)]
pub struct HmacKey {
    algorithm: HashAlgorithm,
    key: MacKey,
}

/// The crate that does the HMAC.
#[derive(Clone)]
enum MacKey {
    Ring(ring::hmac::Key),
    Md5(Hmac<md5::Md5>),
    Ripemd160(Hmac<Ripemd160>),
    Sha224(Hmac<sha2::Sha224>),
    Sha3_224(SimpleHmac<Sha3_224>),
    Sha3_256(SimpleHmac<Sha3_256>),
    Sha3_384(SimpleHmac<Sha3_384>),
    Sha3_512(SimpleHmac<Sha3_512>),
}

impl HmacKey {
    /// Any key length.
    pub fn new(algorithm: HashAlgorithm, key: &[u8]) -> Self {
        let ring = |algorithm| MacKey::Ring(ring::hmac::Key::new(algorithm, key));
        Self {
            algorithm,
            key: match algorithm {
                HashAlgorithm::Md5 => MacKey::Md5(keyed(algorithm, key)),
                HashAlgorithm::Ripemd160 => MacKey::Ripemd160(keyed(algorithm, key)),
                HashAlgorithm::Sha224 => MacKey::Sha224(keyed(algorithm, key)),
                HashAlgorithm::Sha3_224 => MacKey::Sha3_224(keyed(algorithm, key)),
                HashAlgorithm::Sha3_256 => MacKey::Sha3_256(keyed(algorithm, key)),
                HashAlgorithm::Sha3_384 => MacKey::Sha3_384(keyed(algorithm, key)),
                HashAlgorithm::Sha3_512 => MacKey::Sha3_512(keyed(algorithm, key)),
                HashAlgorithm::Sha1 => ring(ring::hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY),
                HashAlgorithm::Sha256 => ring(ring::hmac::HMAC_SHA256),
                HashAlgorithm::Sha384 => ring(ring::hmac::HMAC_SHA384),
                HashAlgorithm::Sha512 => ring(ring::hmac::HMAC_SHA512),
            },
        }
    }

    /// The digest algorithm.
    pub fn algorithm(&self) -> HashAlgorithm {
        self.algorithm
    }

    /// A running HMAC.
    pub fn start(&self) -> HmacContext {
        HmacContext(match &self.key {
            MacKey::Ring(key) => MacState::Ring(ring::hmac::Context::with_key(key)),
            MacKey::Md5(key) => MacState::Md5(key.clone()),
            MacKey::Ripemd160(key) => MacState::Ripemd160(key.clone()),
            MacKey::Sha224(key) => MacState::Sha224(key.clone()),
            MacKey::Sha3_224(key) => MacState::Sha3_224(key.clone()),
            MacKey::Sha3_256(key) => MacState::Sha3_256(key.clone()),
            MacKey::Sha3_384(key) => MacState::Sha3_384(key.clone()),
            MacKey::Sha3_512(key) => MacState::Sha3_512(key.clone()),
        })
    }

    /// HMAC over `data`: without moving a running one about.
    pub fn sign_whole(&self, data: &[u8]) -> Digest {
        if let MacKey::Ring(key) = &self.key {
            return Digest::new(ring::hmac::sign(key, data).as_ref());
        }
        let mut context = self.start();
        context.update(data);
        context.finish()
    }

    /// HMAC over the concatenation of `parts`.
    pub fn sign(&self, parts: &[&[u8]]) -> Digest {
        if let [whole] = parts {
            return self.sign_whole(whole);
        }
        let mut context = self.start();
        for part in parts {
            context.update(part);
        }
        context.finish()
    }

    /// Constant-time comparison with `tag`, which must be whole.
    pub fn verify(&self, parts: &[&[u8]], tag: &[u8]) -> bool {
        secret::verdict(self.sign(parts).as_ref().ct_eq(tag))
    }
}

impl core::fmt::Debug for HmacKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "HmacKey({:?})", self.algorithm)
    }
}

/// A running HMAC; `clone` forks it.
#[derive(Clone)]
pub struct HmacContext(MacState);

/// The crate that runs the HMAC.
#[derive(Clone)]
enum MacState {
    Ring(ring::hmac::Context),
    Md5(Hmac<md5::Md5>),
    Ripemd160(Hmac<Ripemd160>),
    Sha224(Hmac<sha2::Sha224>),
    Sha3_224(SimpleHmac<Sha3_224>),
    Sha3_256(SimpleHmac<Sha3_256>),
    Sha3_384(SimpleHmac<Sha3_384>),
    Sha3_512(SimpleHmac<Sha3_512>),
}

impl HmacContext {
    /// Adds bytes.
    pub fn update(&mut self, data: &[u8]) {
        match &mut self.0 {
            MacState::Ring(context) => context.update(data),
            MacState::Md5(state) => state.update(data),
            MacState::Ripemd160(state) => state.update(data),
            MacState::Sha224(state) => state.update(data),
            MacState::Sha3_224(state) => state.update(data),
            MacState::Sha3_256(state) => state.update(data),
            MacState::Sha3_384(state) => state.update(data),
            MacState::Sha3_512(state) => state.update(data),
        }
    }

    /// The HMAC.
    pub fn finish(self) -> Digest {
        match self.0 {
            MacState::Ring(context) => Digest::new(context.sign().as_ref()),
            MacState::Md5(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Ripemd160(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Sha224(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Sha3_224(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Sha3_256(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Sha3_384(state) => Digest::new(&state.finalize().into_bytes()),
            MacState::Sha3_512(state) => Digest::new(&state.finalize().into_bytes()),
        }
    }
}

impl core::fmt::Debug for HmacContext {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HmacContext(..)")
    }
}

/// An HMAC of RustCrypto with a key made as long as the digest's block, as RFC 2104 section 2 has it: hashed if longer, then
/// padded with zeros. (The crate takes such a key without the possibility of failure.)
fn keyed<M: KeyInit>(algorithm: HashAlgorithm, key: &[u8]) -> M {
    let mut block = Key::<M>::default();
    let hashed;
    let short = if key.len() > block.len() {
        hashed = algorithm.hash(key);
        hashed.as_ref()
    } else {
        key
    };
    for (to, from) in block.iter_mut().zip(short) {
        *to = *from;
    }
    let mac = M::new(&block);
    block.as_mut_slice().zeroize();
    mac
}
