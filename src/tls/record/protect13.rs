//! Protection of one record in TLS 1.3: nonce, additional data, inner type and padding (RFC 8446 sections 5.2 to 5.5).

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{
    HEADER_LEN,
    buffer::Buffer,
    protect::{header, nonce},
};
use crate::crypto::{
    aead::{AeadKey, NONCE_LEN},
    secret,
};
use crate::tls::{
    error::Error,
    suites::Suite,
    wire::codes::{ContentType, ProtocolVersion},
};

/// The sealed KeyUpdate and what else still goes out under the old key come after [`Limits::update_at`].
const UPDATE_MARGIN: u64 = 1 << 10;

/// How often one key may be used (RFC 8446 section 5.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// After so many records the key wants an update.
    pub update_at: u64,
    /// After so many records it seals nothing any more.
    pub refuse_at: u64,
}

impl Limits {
    /// The limits that the suite's table row gives.
    pub const fn of(suite: &Suite) -> Self {
        Self {
            update_at: suite.confidentiality_limit.saturating_sub(UPDATE_MARGIN),
            refuse_at: suite.confidentiality_limit,
        }
    }
}

/// A per-record nonce: the static IV xor the sequence number, left-padded (RFC 8446 section 5.3).
#[derive(Zeroize, ZeroizeOnDrop)]
struct Iv([u8; NONCE_LEN]);

impl Iv {
    /// The nonce of record number `sequence`.
    fn nonce(&self, sequence: u64) -> [u8; NONCE_LEN] {
        nonce(&self.0, sequence)
    }
}

/// One direction's record key of TLS 1.3: AEAD key, IV and sequence number. Made by
/// [`TrafficSecret`](crate::tls::keys::schedule13::TrafficSecret); it becomes an
/// [`Opener`](super::protect::Opener) or a [`Sealer`](super::protect::Sealer).
pub struct RecordKey {
    key: AeadKey,
    iv: Iv,
    sequence: u64,
    limits: Limits,
}

impl core::fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RecordKey")
            .field("sequence", &self.sequence)
            .finish_non_exhaustive()
    }
}

impl RecordKey {
    /// A key at sequence number 0.
    pub fn new(key: AeadKey, iv: [u8; NONCE_LEN], limits: Limits) -> Self {
        Self {
            key,
            iv: Iv(iv),
            sequence: 0,
            limits,
        }
    }

    /// The same with other limits, to reach them in a test.
    #[cfg(test)]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// So many records went before, under this key. Never fewer than there were: a nonce would be used twice.
    pub fn skip_to(&mut self, sequence: u64) {
        self.sequence = sequence;
    }

    /// How many records were opened or sealed.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// So many records were opened or sealed that the key wants an update.
    pub fn wants_update(&self) -> bool {
        self.sequence >= self.limits.update_at
    }

    /// Bytes that sealing adds to the content, without header and padding: the inner type and the tag.
    pub(super) fn overhead(&self) -> usize {
        self.key.algorithm().tag_len().saturating_add(1)
    }

    /// Opens `encrypted_record` in place; its plaintext then stands at its front. Returns type and length of the
    /// content.
    ///
    /// Errors: `BadRecordMac`; `RecordOverflow` for an inner plaintext over `max_inner` bytes; `UnexpectedMessage` for
    /// one that is all zeros or that has a type which may not be protected.
    pub(in crate::tls) fn open(
        &mut self,
        header: &[u8; HEADER_LEN],
        record: &mut [u8],
        max_inner: usize,
    ) -> Result<(ContentType, usize), Error> {
        let nonce = self.iv.nonce(self.sequence);
        let next = self.sequence.checked_add(1).ok_or(Error::CounterWrapping)?;
        let len = self.key.open(&nonce, header, record).map_err(|_| Error::BadRecordMac)?;
        self.sequence = next;
        // RFC 8446 section 5.4: "the full encoded TLSInnerPlaintext MUST NOT exceed 2^14 + 1 octets", or what RFC 8449 makes
        // of it.
        if len > max_inner {
            return Err(Error::RecordOverflow);
        }
        let inner = record.get(..len).ok_or(Error::Internal)?;
        // RFC 8446 section 5.4: "If a receiving implementation does not find a non-zero octet in the cleartext, it MUST
        // terminate the connection with an "unexpected_message" alert."
        let (content_len, kind) = strip_padding(inner).ok_or(Error::UnexpectedMessage)?;
        secret::known(inner);
        match kind {
            ContentType::APPLICATION_DATA | ContentType::HANDSHAKE | ContentType::ALERT => Ok((kind, content_len)),
            // Section 5: "a protected change_cipher_spec record MUST abort the handshake".
            _ => Err(Error::UnexpectedMessage),
        }
    }

    /// Seals `content` as one record at the end of `out`: one copy, then work in place.
    pub(in crate::tls) fn seal(
        &mut self,
        kind: ContentType,
        content: &[u8],
        padding: usize,
        out: &mut Buffer,
    ) -> Result<(), Error> {
        if self.sequence >= self.limits.refuse_at {
            return Err(Error::CounterWrapping);
        }
        let next = self.sequence.checked_add(1).ok_or(Error::CounterWrapping)?;
        let nonce = self.iv.nonce(self.sequence);
        let tag_len = self.key.algorithm().tag_len();
        let inner_len = content
            .len()
            .checked_add(1)
            .and_then(|len| len.checked_add(padding))
            .ok_or(Error::Internal)?;
        let body_len = inner_len.checked_add(tag_len).ok_or(Error::Internal)?;
        let header = header(ContentType::APPLICATION_DATA, ProtocolVersion::TLS1_2, body_len)?;

        let len = body_len.checked_add(HEADER_LEN).ok_or(Error::Internal)?;
        let record = out.space(len);
        let (head, body) = record.split_first_chunk_mut::<HEADER_LEN>().ok_or(Error::Internal)?;
        *head = header;
        let (inner, tag) = body.split_at_mut_checked(inner_len).ok_or(Error::Internal)?;
        let (text, rest) = inner.split_at_mut_checked(content.len()).ok_or(Error::Internal)?;
        text.copy_from_slice(content);
        let (inner_kind, zeros) = rest.split_first_mut().ok_or(Error::Internal)?;
        *inner_kind = kind.0;
        zeros.fill(0);
        if self.key.seal(&nonce, &header, inner, tag).is_err() {
            record.fill(0);
            return Err(Error::Internal);
        }
        out.advance(len);
        self.sequence = next;
        Ok(())
    }
}

/// Length of the content and its type, the last byte that is not zero; `None` if all are zero.
///
/// An unpadded record is known at once. In a padded one every byte is looked at, wherever the padding begins, so that
/// the time taken does not tell how much there is.
fn strip_padding(inner: &[u8]) -> Option<(usize, ContentType)> {
    if let Some((&last, content)) = inner.split_last()
        && secret::known_byte(u8::from(last != 0)) != 0
    {
        return Some((content.len(), ContentType(secret::known_byte(last))));
    }
    let mut position = 0u32;
    let mut kind = 0u8;
    for (index, &byte) in (1u32..).zip(inner) {
        // All ones if the byte is not zero, by arithmetic instead of a branch.
        let mask = u32::from(byte).wrapping_neg() >> 31;
        let mask = mask.wrapping_neg();
        position = (index & mask) | (position & !mask);
        let [.., low] = mask.to_be_bytes();
        kind = (byte & low) | (kind & !low);
    }
    let position = secret::known_number(usize::try_from(position).ok()?);
    Some((position.checked_sub(1)?, ContentType(secret::known_byte(kind))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonce_is_iv_xor_sequence() {
        let iv = Iv([0xff; 12]);
        assert_eq!(iv.nonce(0), [0xff; 12]);
        assert_eq!(
            iv.nonce(0x0102),
            [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0xfe, 0xfd]
        );
        assert_eq!(
            Iv([0; 12]).nonce(u64::MAX),
            [0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]
        );
    }

    #[test]
    fn padding_is_stripped_wherever_it_begins() {
        assert_eq!(strip_padding(&[]), None);
        assert_eq!(strip_padding(&[0; 300]), None);
        for content in [0, 1, 2, 255, 256, 257] {
            for zeros in [0, 1, 255, 256, 1000] {
                for kind in [1, 21, 22, 23, 255] {
                    let mut inner = vec![0; content];
                    inner.push(kind);
                    inner.resize(inner.len() + zeros, 0);
                    assert_eq!(strip_padding(&inner), Some((content, ContentType(kind))));
                    inner[..content].fill(9);
                    assert_eq!(strip_padding(&inner), Some((content, ContentType(kind))));
                }
            }
        }
    }
}
