//! Digests, running digests and HMAC.

/// A digest algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HashAlgorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl HashAlgorithm {
    /// Length of the digest in bytes.
    pub const fn output_len(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
    /// The digest of `data`.
    pub fn hash(self, data: &[u8]) -> Digest {
        let _ = data;
        todo!()
    }
    /// A running digest.
    pub fn start(self) -> Hasher {
        todo!()
    }
}

/// The value of a digest or HMAC, up to 64 bytes.
#[derive(Clone, Copy)]
pub struct Digest {
    bytes: [u8; 64],
    len: usize,
}
impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

/// A running digest; `clone` forks it.
#[derive(Clone)]
pub struct Hasher {}
impl Hasher {
    /// Adds bytes.
    pub fn update(&mut self, data: &[u8]) {
        let _ = data;
    }
    /// The digest of all bytes so far; goes on running.
    pub fn fork(&self) -> Digest {
        todo!()
    }
    /// The digest.
    pub fn finish(self) -> Digest {
        todo!()
    }
}

/// A key for HMAC (RFC 2104), Sha1 to Sha512.
#[derive(Clone)]
pub struct HmacKey {}
impl HmacKey {
    /// Any key length.
    pub fn new(algorithm: HashAlgorithm, key: &[u8]) -> Self {
        let _ = (algorithm, key);
        todo!()
    }
    /// HMAC over the concatenation of `parts`.
    pub fn sign(&self, parts: &[&[u8]]) -> Digest {
        let _ = parts;
        todo!()
    }
    /// Constant-time comparison with `tag`.
    pub fn verify(&self, parts: &[&[u8]], tag: &[u8]) -> bool {
        let _ = (parts, tag);
        todo!()
    }
}
