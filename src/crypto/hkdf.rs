//! HKDF (RFC 5869) and HKDF-Expand-Label (RFC 8446 section 7.1), over secrets that are zeroized.

use super::{Unspecified, hash::HashAlgorithm};

/// A secret of up to 64 bytes; zeroized on drop, not printed.
#[derive(Clone, zeroize::Zeroize, zeroize::ZeroizeOnDrop)]
pub struct Secret {
    bytes: [u8; 64],
    len: usize,
}

impl Secret {
    /// Copies up to 64 bytes; fails if there are more.
    pub fn new(bytes: &[u8]) -> Result<Self, Unspecified> {
        let mut s = Self {
            bytes: [0; 64],
            len: bytes.len(),
        };
        s.bytes
            .get_mut(..bytes.len())
            .ok_or(Unspecified)?
            .copy_from_slice(bytes);
        Ok(s)
    }
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}
impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// HKDF-Extract(salt, ikm); an absent salt or ikm is a string of zeros as long as the digest.
pub fn extract(algorithm: HashAlgorithm, salt: Option<&[u8]>, ikm: Option<&[u8]>) -> Secret {
    let _ = (algorithm, salt, ikm);
    todo!()
}
/// HKDF-Expand(prk, info, out.len()), info given in parts. Fails if `out` is longer than 255 digests.
pub fn expand(algorithm: HashAlgorithm, prk: &[u8], info: &[&[u8]], out: &mut [u8]) -> Result<(), Unspecified> {
    let _ = (algorithm, prk, info, out);
    todo!()
}
/// HKDF-Expand-Label(secret, label, context, out.len()); `label` without the "tls13 " prefix.
pub fn expand_label(
    algorithm: HashAlgorithm,
    secret: &[u8],
    label: &[u8],
    context: &[u8],
    out: &mut [u8],
) -> Result<(), Unspecified> {
    let _ = (algorithm, secret, label, context, out);
    todo!()
}
/// Derive-Secret as a `Secret` of digest length, over an already hashed transcript.
pub fn derive_secret(
    algorithm: HashAlgorithm,
    secret: &[u8],
    label: &[u8],
    transcript_hash: &[u8],
) -> Result<Secret, Unspecified> {
    let _ = (algorithm, secret, label, transcript_hash);
    todo!()
}
