//! Protection of one record in TLS 1.2: header, nonce, additional data (RFC 5246 sections 6.2.1 to 6.2.3).

use zeroize::Zeroizing;

use super::{HEADER_LEN, MAX_PLAINTEXT_LEN, buffer::Buffer, protect};
use crate::crypto::{
    aead::{AeadAlgorithm, AeadKey, NONCE_LEN},
    cbc_hmac::{BLOCK_LEN, CbcHmacKey},
    secret,
};
use crate::tls::{
    error::Error,
    suites12::CbcHmac,
    wire::codes::{ContentType, ProtocolVersion},
};

/// Length of the part of a nonce that comes with the record, in bytes (RFC 5288 section 3, RFC 6655 section 3).
const EXPLICIT_LEN: usize = 8;
/// Length of the part that does not, in bytes: the salt.
const SALT_LEN: usize = 4;

/// One direction's record key of TLS 1.2, good for as many records as there are sequence numbers. Made by [`MasterSecret`](crate::tls::keys::prf12::MasterSecret); it becomes an
/// [`Opener`](protect::Opener) or a [`Sealer`](protect::Sealer).
///
/// DEVIATION: RFC 9325 section 4.4 has a connection end where an AEAD's limit is reached, which with AES-GCM is 2^24.5 full records,
/// some 400 GB. TLS 1.2 can change its keys only by renegotiating, which is for the application to ask for; 3.6 goes on, and a
/// program would see a connection break that it never saw break before. No nonce is used twice in any case.
pub struct RecordKey12 {
    cipher: Cipher,
    sequence: u64,
}

enum Cipher {
    /// AES-GCM and AES-CCM: `nonce = salt || nonce_explicit` (RFC 5288 section 3, RFC 6655 section 3).
    Explicit {
        key: AeadKey,
        salt: Zeroizing<[u8; SALT_LEN]>,
    },
    /// ChaCha20-Poly1305: the nonce is made as in TLS 1.3 (RFC 7905 section 2).
    Implicit {
        key: AeadKey,
        iv: Zeroizing<[u8; NONCE_LEN]>,
    },
    /// AES-CBC and HMAC in the order of RFC 7366 section 3.
    CbcHmac(Box<CbcHmacKey>),
}

impl core::fmt::Debug for RecordKey12 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("RecordKey12")
            .field("sequence", &self.sequence)
            .finish_non_exhaustive()
    }
}

impl RecordKey12 {
    /// With an AEAD, at sequence number 0; `iv` is 12 bytes long for ChaCha20-Poly1305 and 4 for all others.
    pub fn aead(key: AeadKey, iv: &[u8]) -> Result<Self, Error> {
        let cipher = if key.algorithm() == AeadAlgorithm::ChaCha20Poly1305 {
            Cipher::Implicit {
                key,
                iv: Zeroizing::new(iv.try_into().map_err(|_| Error::Internal)?),
            }
        } else {
            Cipher::Explicit {
                key,
                salt: Zeroizing::new(iv.try_into().map_err(|_| Error::Internal)?),
            }
        };
        Ok(Self { cipher, sequence: 0 })
    }

    /// With CBC and HMAC, at sequence number 0.
    pub fn cbc_hmac(cbc: CbcHmac, key: &[u8], mac_key: &[u8]) -> Result<Self, Error> {
        if key.len() != cbc.key_len || mac_key.len() != cbc.hash.output_len() {
            return Err(Error::Internal);
        }
        let key = CbcHmacKey::new(key, cbc.hash, mac_key).map_err(|_| Error::Internal)?;
        Ok(Self {
            cipher: Cipher::CbcHmac(Box::new(key)),
            sequence: 0,
        })
    }

    /// How many records were opened or sealed.
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// It is an AEAD's.
    pub fn is_aead(&self) -> bool {
        !matches!(self.cipher, Cipher::CbcHmac(_))
    }

    /// So many records went before, under this key. Never fewer than there were: a nonce would be used twice.
    pub fn skip_to(&mut self, sequence: u64) {
        self.sequence = sequence;
    }

    /// Bytes that sealing adds to the content, without header; with CBC the most that it may be, a whole block of padding.
    pub fn overhead(&self) -> usize {
        match &self.cipher {
            Cipher::Explicit { key, .. } => key.algorithm().tag_len().saturating_add(EXPLICIT_LEN),
            Cipher::Implicit { key, .. } => key.algorithm().tag_len(),
            Cipher::CbcHmac(key) => key.mac_len().saturating_add(2 * BLOCK_LEN),
        }
    }

    /// How long the body of a record with so much content is, in bytes.
    fn body_len(&self, content_len: usize) -> usize {
        match &self.cipher {
            Cipher::CbcHmac(key) => CbcHmacKey::unauthenticated_len(content_len).saturating_add(key.mac_len()),
            _ => content_len.saturating_add(self.overhead()),
        }
    }

    /// Opens the body of a record in place; the content then stands at its front. Returns its length.
    ///
    /// Errors: `BadRecordMac`, whatever is wrong with the body; `RecordOverflow` for content of more than 2^14 bytes.
    pub fn open(&mut self, header: &[u8; HEADER_LEN], body: &mut [u8]) -> Result<usize, Error> {
        let [kind, ..] = *header;
        let next = self.sequence.checked_add(1).ok_or(Error::CounterWrapping)?;
        let len = match &self.cipher {
            Cipher::Explicit { key, salt } => {
                let explicit = body.first_chunk::<EXPLICIT_LEN>().ok_or(Error::BadRecordMac)?;
                let nonce = explicit_nonce(salt, explicit);
                let len = without(without(body.len(), EXPLICIT_LEN)?, key.algorithm().tag_len())?;
                let aad = additional_data(self.sequence, kind, len)?;
                key.open_within(&nonce, &aad, body, EXPLICIT_LEN)
            }
            Cipher::Implicit { key, iv } => {
                let nonce = protect::nonce(iv, self.sequence);
                let len = without(body.len(), key.algorithm().tag_len())?;
                let aad = additional_data(self.sequence, kind, len)?;
                key.open(&nonce, &aad, body)
            }
            Cipher::CbcHmac(key) => {
                // RFC 7366 section 3: the length that is authenticated is that of IV and ciphertext.
                let aad = additional_data(self.sequence, kind, without(body.len(), key.mac_len())?)?;
                key.open(&aad, body).inspect(|len| {
                    body.copy_within(BLOCK_LEN..len.saturating_add(BLOCK_LEN), 0);
                })
            }
        };
        let len = len.map_err(|_| Error::BadRecordMac)?;
        if let Some(content) = body.get(..len) {
            secret::known(content);
        }
        self.sequence = next;
        if len > MAX_PLAINTEXT_LEN {
            return Err(Error::RecordOverflow);
        }
        Ok(len)
    }

    /// Seals `content` as one record at the end of `out`: one copy, then work in place.
    pub fn seal(&mut self, kind: ContentType, content: &[u8], out: &mut Buffer) -> Result<(), Error> {
        // RFC 5246 section 6.1: "Sequence numbers are of type uint64 and may not exceed 2^64-1. Sequence numbers do not wrap."
        let next = self.sequence.checked_add(1).ok_or(Error::CounterWrapping)?;
        let body_len = self.body_len(content.len());
        let header = protect::header(kind, ProtocolVersion::TLS1_2, body_len)?;
        let len = body_len.saturating_add(HEADER_LEN);
        let record = out.space(len);
        let (head, body) = record.split_first_chunk_mut::<HEADER_LEN>().ok_or(Error::Internal)?;
        *head = header;
        let sealed = match &self.cipher {
            Cipher::Explicit { key, salt } => {
                let aad = additional_data(self.sequence, kind.0, content.len())?;
                let (explicit, rest) = body.split_first_chunk_mut::<EXPLICIT_LEN>().ok_or(Error::Internal)?;
                *explicit = self.sequence.to_be_bytes();
                let nonce = explicit_nonce(salt, explicit);
                seal(key, &nonce, &aad, content, rest)
            }
            Cipher::Implicit { key, iv } => {
                let aad = additional_data(self.sequence, kind.0, content.len())?;
                seal(key, &protect::nonce(iv, self.sequence), &aad, content, body)
            }
            Cipher::CbcHmac(key) => {
                let len = CbcHmacKey::unauthenticated_len(content.len());
                let aad = additional_data(self.sequence, kind.0, len)?;
                key.seal(&aad, content, body).map_err(|_| Error::Internal)
            }
        };
        if sealed.is_err() {
            record.fill(0);
            return sealed;
        }
        out.advance(len);
        self.sequence = next;
        Ok(())
    }
}

/// Seals `content` into `out`, which is as long as it and the tag.
fn seal(key: &AeadKey, nonce: &[u8; NONCE_LEN], aad: &[u8], content: &[u8], out: &mut [u8]) -> Result<(), Error> {
    let (text, tag) = out.split_at_mut_checked(content.len()).ok_or(Error::Internal)?;
    text.copy_from_slice(content);
    key.seal(nonce, aad, text, tag).map_err(|_| Error::Internal)
}

/// `len` bytes without `other`; `BadRecordMac` if that is less than nothing.
fn without(len: usize, other: usize) -> Result<usize, Error> {
    len.checked_sub(other).ok_or(Error::BadRecordMac)
}

/// `salt || nonce_explicit`
fn explicit_nonce(salt: &[u8; SALT_LEN], explicit: &[u8; EXPLICIT_LEN]) -> [u8; NONCE_LEN] {
    let mut nonce = [0; NONCE_LEN];
    for (to, from) in nonce.iter_mut().zip(salt.iter().chain(explicit)) {
        *to = *from;
    }
    nonce
}

/// `seq_num + TLSCompressed.type + TLSCompressed.version + TLSCompressed.length` (RFC 5246 section 6.2.3.3).
fn additional_data(sequence: u64, kind: u8, len: usize) -> Result<[u8; 13], Error> {
    let [s0, s1, s2, s3, s4, s5, s6, s7] = sequence.to_be_bytes();
    let [v0, v1] = ProtocolVersion::TLS1_2.0.to_be_bytes();
    let [l0, l1] = u16::try_from(len).map_err(|_| Error::RecordOverflow)?.to_be_bytes();
    Ok([s0, s1, s2, s3, s4, s5, s6, s7, kind, v0, v1, l0, l1])
}
