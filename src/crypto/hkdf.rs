//! HKDF (RFC 5869) and HKDF-Expand-Label (RFC 8446 section 7.1), over secrets that are zeroized.
//!
//! Composed of [`HmacKey`] rather than taken from ring, whose HKDF does not give out what Extract computes.

use std::sync::LazyLock;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroize as _;

use super::{
    Unspecified,
    hash::{Digest, HashAlgorithm, HmacKey},
    secret,
};

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

    /// A digest's or HMAC's value.
    fn from_digest(digest: &Digest) -> Self {
        let mut secret = Self { bytes: [0; 64], len: 0 };
        if let Some(to) = secret.bytes.get_mut(..digest.as_ref().len()) {
            to.copy_from_slice(digest.as_ref());
            secret.len = digest.as_ref().len();
        }
        secret
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

impl PartialEq for Secret {
    /// In constant time.
    fn eq(&self, other: &Self) -> bool {
        secret::verdict(self.as_bytes().ct_eq(other.as_bytes()))
    }
}

impl Eq for Secret {}

/// HKDF-Extract(salt, ikm) (RFC 5869 section 2.2); an absent salt or ikm is a string of zeros as long as the digest.
pub fn extract(algorithm: HashAlgorithm, salt: Option<&[u8]>, ikm: Option<&[u8]>) -> Secret {
    let ikm = ikm.unwrap_or(zeros(algorithm));
    let mut prk = match (salt, without_salt(algorithm)) {
        (None, Some(key)) => key.sign_whole(ikm),
        _ => HmacKey::new(algorithm, salt.unwrap_or(zeros(algorithm))).sign_whole(ikm),
    };
    let secret = Secret::from_digest(&prk);
    prk.zeroize();
    secret
}

/// As many zeros as a digest is long.
fn zeros(algorithm: HashAlgorithm) -> &'static [u8] {
    const ZEROS: [u8; 64] = [0; 64];
    ZEROS.get(..algorithm.output_len()).unwrap_or(&ZEROS)
}

/// The key that an absent salt is, where every handshake of TLS 1.3 begins with it. There is nothing secret about it.
fn without_salt(algorithm: HashAlgorithm) -> Option<&'static HmacKey> {
    static SHA256: LazyLock<HmacKey> = LazyLock::new(|| {
        let algorithm = HashAlgorithm::Sha256;
        HmacKey::new(algorithm, zeros(algorithm))
    });
    static SHA384: LazyLock<HmacKey> = LazyLock::new(|| {
        let algorithm = HashAlgorithm::Sha384;
        HmacKey::new(algorithm, zeros(algorithm))
    });
    match algorithm {
        HashAlgorithm::Sha256 => Some(&SHA256),
        HashAlgorithm::Sha384 => Some(&SHA384),
        _ => None,
    }
}

/// A pseudorandom key that is expanded several times: its HMAC key is worked in once.
#[derive(Clone, Debug)]
pub struct Expander(HmacKey);

impl Expander {
    /// From a pseudorandom key, in TLS 1.3 one of the secrets of the key schedule.
    pub fn new(algorithm: HashAlgorithm, prk: &[u8]) -> Self {
        Self(HmacKey::new(algorithm, prk))
    }

    /// HKDF-Expand(prk, info, out.len()) (RFC 5869 section 2.3), info given in parts. Fails if `out` is longer than 255
    /// digests.
    pub fn expand(&self, info: &[&[u8]], out: &mut [u8]) -> Result<(), Unspecified> {
        let mut last: Option<Digest> = None;
        let mut counter: u8 = 0;
        for chunk in out.chunks_mut(self.0.algorithm().output_len()) {
            counter = counter.checked_add(1).ok_or(Unspecified)?;
            // Every update costs; what TLS 1.3 expands with fits into one, and is expanded to no more than one block.
            let mut room = [0; 128];
            let block = match (last.take(), join(info, counter, &mut room)) {
                (None, Some(whole)) => self.0.sign_whole(whole),
                (previous, _) => {
                    let mut context = self.0.start();
                    if let Some(mut previous) = previous {
                        context.update(previous.as_ref());
                        previous.zeroize();
                    }
                    for part in info {
                        context.update(part);
                    }
                    context.update(&[counter]);
                    context.finish()
                }
            };
            let block = last.insert(block);
            chunk.copy_from_slice(block.as_ref().get(..chunk.len()).ok_or(Unspecified)?);
        }
        if let Some(mut last) = last {
            last.zeroize();
        }
        Ok(())
    }

    /// HKDF-Expand-Label(prk, label, context, out.len()) (RFC 8446 section 7.1); `label` without the "tls13 " prefix.
    ///
    /// ```text
    /// struct {
    ///     uint16 length = Length;
    ///     opaque label<7..255> = "tls13 " + Label;
    ///     opaque context<0..255> = Context;
    /// } HkdfLabel;
    /// ```
    ///
    /// Fails if a field is longer than its vector can be, or `out` longer than 255 digests.
    pub fn expand_label(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Unspecified> {
        const PREFIX: [u8; 6] = *b"tls13 ";
        let length = u16::try_from(out.len()).map_err(|_| Unspecified)?.to_be_bytes();
        let label_len = PREFIX.len().checked_add(label.len()).ok_or(Unspecified)?;
        let label_len = u8::try_from(label_len).map_err(|_| Unspecified)?;
        let context_len = u8::try_from(context.len()).map_err(|_| Unspecified)?;
        let [l0, l1] = length;
        let [p0, p1, p2, p3, p4, p5] = PREFIX;
        // A handshake does this dozens of times: what is before the label is laid down at once rather than by parts.
        let head = [l0, l1, label_len, p0, p1, p2, p3, p4, p5];
        self.expand(&[&head, label, &[context_len], context], out)
    }

    /// Derive-Secret (RFC 8446 section 7.1) as a `Secret` of digest length, over an already hashed transcript.
    pub fn derive_secret(&self, label: &[u8], transcript_hash: &[u8]) -> Result<Secret, Unspecified> {
        let mut derived = Secret {
            bytes: [0; 64],
            len: self.0.algorithm().output_len(),
        };
        let out = derived.bytes.get_mut(..derived.len).ok_or(Unspecified)?;
        self.expand_label(label, transcript_hash, out)?;
        Ok(derived)
    }
}

/// The parts and the counter in one piece, if there is room for them. They are labels, lengths and hashes of transcripts:
/// nothing secret.
fn join<'a>(parts: &[&[u8]], counter: u8, room: &'a mut [u8]) -> Option<&'a [u8]> {
    let mut len = 0_usize;
    for part in parts.iter().copied().chain([[counter].as_slice()]) {
        let end = len.checked_add(part.len())?;
        room.get_mut(len..end)?.copy_from_slice(part);
        len = end;
    }
    room.get(..len)
}

/// [`Expander::expand`] of a key that is expanded once.
pub fn expand(algorithm: HashAlgorithm, prk: &[u8], info: &[&[u8]], out: &mut [u8]) -> Result<(), Unspecified> {
    Expander::new(algorithm, prk).expand(info, out)
}

/// [`Expander::expand_label`] of a secret that is expanded once.
pub fn expand_label(
    algorithm: HashAlgorithm,
    secret: &[u8],
    label: &[u8],
    context: &[u8],
    out: &mut [u8],
) -> Result<(), Unspecified> {
    Expander::new(algorithm, secret).expand_label(label, context, out)
}

/// [`Expander::derive_secret`] of a secret that is expanded once.
pub fn derive_secret(
    algorithm: HashAlgorithm,
    secret: &[u8],
    label: &[u8],
    transcript_hash: &[u8],
) -> Result<Secret, Unspecified> {
    Expander::new(algorithm, secret).derive_secret(label, transcript_hash)
}
