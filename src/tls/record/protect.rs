//! Protection of one record, whichever version's: header, nonce, padding (RFC 8446 sections 5.1 to 5.4).

use super::{HEADER_LEN, MAX_INNER_LEN, buffer::Buffer, protect12::RecordKey12, protect13::RecordKey};
use crate::crypto::aead::NONCE_LEN;
use crate::tls::{
    error::Error,
    wire::codes::{ContentType, ProtocolVersion},
};

/// The nonce of record number `sequence`, also that of RFC 7905 section 2.
pub(super) fn nonce(iv: &[u8; NONCE_LEN], sequence: u64) -> [u8; NONCE_LEN] {
    let mut nonce = *iv;
    for (byte, number) in nonce.iter_mut().rev().zip(sequence.to_le_bytes()) {
        *byte ^= number;
    }
    nonce
}

/// Removes what protects incoming records.
#[derive(Debug, Default)]
#[allow(
    clippy::large_enum_variant,
    reason = "a connection holds one, and holds a key for nearly all of its life"
)]
pub enum Opener {
    /// Nothing protects them.
    #[default]
    Plain,
    /// TLS 1.3 (RFC 8446 section 5.2).
    Tls13(RecordKey),
    /// TLS 1.2 (RFC 5246 section 6.2.3).
    Tls12(RecordKey12),
}

impl Opener {
    /// How many records the key has been used for.
    pub fn sequence(&self) -> u64 {
        match self {
            Self::Plain => 0,
            Self::Tls13(key) => key.sequence(),
            Self::Tls12(key) => key.sequence(),
        }
    }

    /// So many records went before, under this key.
    pub fn skip_to(&mut self, sequence: u64) {
        match self {
            Self::Plain => {}
            Self::Tls13(key) => key.skip_to(sequence),
            Self::Tls12(key) => key.skip_to(sequence),
        }
    }

    /// Opens a record body in place; returns type and length of the content, which stands at the body's front. What was
    /// protected, content, type and padding, may be of `max_inner` bytes.
    pub fn open(
        &mut self,
        header: &[u8; HEADER_LEN],
        kind: ContentType,
        body: &mut [u8],
        max_inner: usize,
    ) -> Result<(ContentType, usize), Error> {
        match self {
            Self::Plain => Ok((kind, body.len())),
            Self::Tls13(key) => key.open(header, body, max_inner),
            Self::Tls12(key) => Ok((kind, key.open(header, body)?)),
        }
    }

    /// A body may be opened in memory that is not ours: what of it is changed beyond the content is [`MAX_TAIL_LEN`](super::MAX_TAIL_LEN) bytes at most,
    /// padding of TLS 1.3 not counted.
    pub fn opens_in_place(&self) -> bool {
        match self {
            Self::Plain => false,
            Self::Tls13(_) => true,
            Self::Tls12(key) => key.is_aead(),
        }
    }
}

/// Protects outgoing records.
#[derive(Debug, Default)]
#[allow(
    clippy::large_enum_variant,
    reason = "a connection holds one, and holds a key for nearly all of its life"
)]
pub enum Sealer {
    /// Nothing protects them.
    #[default]
    Plain,
    /// TLS 1.3 (RFC 8446 section 5.2).
    Tls13(RecordKey),
    /// TLS 1.2 (RFC 5246 section 6.2.3).
    Tls12(RecordKey12),
}

impl Sealer {
    /// How many records the key has been used for.
    pub fn sequence(&self) -> u64 {
        match self {
            Self::Plain => 0,
            Self::Tls13(key) => key.sequence(),
            Self::Tls12(key) => key.sequence(),
        }
    }

    /// So many records went before, under this key.
    pub fn skip_to(&mut self, sequence: u64) {
        match self {
            Self::Plain => {}
            Self::Tls13(key) => key.skip_to(sequence),
            Self::Tls12(key) => key.skip_to(sequence),
        }
    }

    /// Appends one record to `out`. `content` is at most 2^14 bytes; `version` stands in the header of a plain
    /// record, and `padding` counts for a protected one.
    pub fn seal(
        &mut self,
        kind: ContentType,
        content: &[u8],
        version: ProtocolVersion,
        padding: Padding,
        out: &mut Buffer,
    ) -> Result<(), Error> {
        match self {
            Self::Plain => {
                out.append(&header(kind, version, content.len())?);
                out.append(content);
                Ok(())
            }
            Self::Tls13(key) => key.seal(kind, content, padding.len(content.len()), out),
            Self::Tls12(key) => key.seal(kind, content, out),
        }
    }

    /// Bytes that a record has beyond its content, without padding; with header.
    pub fn expansion(&self) -> usize {
        match self {
            Self::Plain => HEADER_LEN,
            Self::Tls13(key) => key.overhead().saturating_add(HEADER_LEN),
            Self::Tls12(key) => key.overhead().saturating_add(HEADER_LEN),
        }
    }

    /// The key wants an update.
    pub fn wants_update(&self) -> bool {
        match self {
            // There is no update in TLS 1.2.
            Self::Plain | Self::Tls12(_) => false,
            Self::Tls13(key) => key.wants_update(),
        }
    }
}

/// A record header (RFC 8446 section 5.1).
///
/// ```text
/// struct {
///     ContentType type;
///     ProtocolVersion legacy_record_version;
///     uint16 length;
///     opaque fragment[TLSPlaintext.length];
/// } TLSPlaintext;
/// ```
pub fn header(kind: ContentType, version: ProtocolVersion, len: usize) -> Result<[u8; HEADER_LEN], Error> {
    let [v0, v1] = version.0.to_be_bytes();
    let [l0, l1] = u16::try_from(len).map_err(|_| Error::Internal)?.to_be_bytes();
    Ok([kind.0, v0, v1, l0, l1])
}

/// How inner plaintexts are padded (RFC 8446 section 5.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Padding {
    /// Content, type and zeros are a multiple of so many bytes; 0 and 1: no padding.
    pub granularity: usize,
    /// No longer than this.
    pub max_inner: usize,
}

impl Padding {
    /// No padding.
    pub const NONE: Self = Self {
        granularity: 0,
        max_inner: MAX_INNER_LEN,
    };

    /// How many zeros follow the inner type.
    fn len(self, content_len: usize) -> usize {
        let inner_len = content_len.saturating_add(1);
        let padded = inner_len
            .checked_next_multiple_of(self.granularity.max(1))
            .unwrap_or(inner_len);
        padded.min(self.max_inner).saturating_sub(inner_len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::record::MAX_PLAINTEXT_LEN;

    #[test]
    fn padding_fills_to_the_granularity_and_never_overflows() {
        let padding_len = |content_len, granularity| {
            let padding = Padding {
                granularity,
                ..Padding::NONE
            };
            padding.len(content_len)
        };
        assert_eq!(padding_len(0, 0), 0);
        assert_eq!(padding_len(10, 1), 0);
        assert_eq!(padding_len(10, 16), 5);
        assert_eq!(padding_len(15, 16), 0);
        assert_eq!(padding_len(16, 16), 15);
        assert_eq!(padding_len(MAX_PLAINTEXT_LEN, 16), 0);
        assert_eq!(padding_len(MAX_PLAINTEXT_LEN - 3, 16), 2);
        assert_eq!(padding_len(MAX_PLAINTEXT_LEN - 1, 65535), 1);
        let tight = Padding {
            granularity: 64,
            max_inner: 100,
        };
        assert_eq!((tight.len(10), tight.len(64), tight.len(99)), (53, 35, 0));
    }
}
