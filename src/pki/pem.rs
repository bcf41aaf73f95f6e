//! PEM blocks (RFC 7468) inside a buffer: text before and after is ignored, as Mbed TLS does. The base64 is pem-rfc7468's.

use zeroize::Zeroizing;

use super::error::{Asn1, ParseError, Stage};
use crate::base64;
use crate::crypto::{
    cipher::{BlockAlgorithm, BlockKey},
    password,
};

/// One block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// What stands between the BEGIN and END lines, headers of RFC 1421 included.
    text: &'a [u8],
}

/// A block and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The block.
    pub block: Block<'a>,
    /// What follows its END line.
    pub rest: &'a [u8],
}

/// Is there a BEGIN line with this label?
pub fn has_block(buffer: &[u8], label: &str) -> bool {
    find(buffer, begin(label).as_bytes()).is_some()
}

/// The next block with this label; `None` if there is none, if it never ends, or if an END line comes first.
pub fn next_block<'a>(buffer: &'a [u8], label: &str) -> Option<Found<'a>> {
    block_between(
        buffer,
        begin(label).as_bytes(),
        format!("-----END {label}-----").as_bytes(),
    )
}

/// The same for whole lines, without their ends, before and behind the block.
pub fn block_between<'a>(buffer: &'a [u8], begin: &[u8], end: &[u8]) -> Option<Found<'a>> {
    let (before, after) = split_at_needle(buffer, begin)?;
    if find(before, end).is_some() {
        return None;
    }
    let (text, rest) = split_at_needle(after, end)?;
    // The BEGIN line must end with the label, and a space at most.
    let text = skip_line_end(text.strip_prefix(b" ").unwrap_or(text))?;
    Some(Found {
        block: Block { text },
        rest,
    })
}

impl<'a> Block<'a> {
    /// Is it encrypted in the way of RFC 1421 (`Proc-Type: 4,ENCRYPTED`)?
    pub fn is_encrypted(&self) -> bool {
        self.text.starts_with(ENCRYPTED)
    }

    /// The bytes inside. Spaces may stand before the end of a line, but not within it.
    pub fn decode(&self) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        self.open(None)
    }

    /// The same for a block that may be encrypted.
    ///
    /// Errors besides those of base64: PemPasswordRequired, PemPasswordMismatch, PemUnknownEncAlg, PemInvalidIv.
    pub fn open(&self, password: Option<&[u8]>) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        let (encryption, text) = match self.text.strip_prefix(ENCRYPTED) {
            Some(rest) => Encryption::read(rest).map(|(encryption, text)| (Some(encryption), text))?,
            None => (None, self.text),
        };
        if text.is_empty() {
            return Err(Stage::PemInvalidData.alone());
        }
        let mut bytes =
            base64::decode(text).map_err(|_| Stage::PemInvalidData.because(Asn1::Base64InvalidCharacter))?;
        if bytes.is_empty() {
            return Err(Stage::PemBadInput.alone());
        }
        if let Some(encryption) = encryption {
            let password = password.ok_or(Stage::PemPasswordRequired.alone())?;
            encryption.open(password, &mut bytes)?;
        }
        Ok(bytes)
    }
}

/// The first header of an encrypted block.
const ENCRYPTED: &[u8] = b"Proc-Type: 4,ENCRYPTED";

/// How a block is encrypted.
struct Encryption {
    cipher: BlockAlgorithm,
    /// The initialization vector; also the salt of the key.
    iv: [u8; 16],
}

impl Encryption {
    /// Reads the line `DEK-Info: CIPHER,IV` (RFC 1421 section 4.6.1.3), and the end of the line before it. Returns what
    /// follows, too.
    fn read(text: &[u8]) -> Result<(Self, &[u8]), ParseError> {
        const CIPHERS: [(&[u8], BlockAlgorithm); 5] = [
            (b"DEK-Info: DES-EDE3-CBC,", BlockAlgorithm::TripleDes3),
            (b"DEK-Info: DES-CBC,", BlockAlgorithm::Des),
            (b"DEK-Info: AES-128-CBC,", BlockAlgorithm::Aes128),
            (b"DEK-Info: AES-192-CBC,", BlockAlgorithm::Aes192),
            (b"DEK-Info: AES-256-CBC,", BlockAlgorithm::Aes256),
        ];
        let invalid = Stage::PemInvalidData.alone();
        let line = skip_line_end(text).ok_or(invalid)?;
        let (digits, cipher) = CIPHERS
            .iter()
            .find_map(|(start, cipher)| Some((line.strip_prefix(*start)?, *cipher)))
            .ok_or(Stage::PemUnknownEncAlg.alone())?;
        let invalid_iv = Stage::PemInvalidIv.alone();
        let (digits, rest) = digits
            .split_at_checked(cipher.block_len().saturating_mul(2))
            .ok_or(invalid_iv)?;
        let mut iv = [0_u8; 16];
        for (byte, pair) in iv.iter_mut().zip(digits.as_chunks::<2>().0) {
            for digit in pair {
                let value = char::from(*digit).to_digit(16).ok_or(invalid_iv)?;
                *byte = byte.wrapping_shl(4) | u8::try_from(value).map_err(|_| invalid_iv)?;
            }
        }
        Ok((Self { cipher, iv }, skip_line_end(rest).ok_or(invalid)?))
    }

    /// Decrypts and takes the padding off.
    fn open(&self, password: &[u8], bytes: &mut Zeroizing<Vec<u8>>) -> Result<(), ParseError> {
        let mismatch = Stage::PemPasswordMismatch.alone();
        let block_len = self.cipher.block_len();
        if bytes.len().checked_rem(block_len) != Some(0) {
            let cause = if block_len == 8 {
                Asn1::DesInputLength
            } else {
                Asn1::AesInputLength
            };
            return Err(Stage::Bare.because(cause));
        }
        let mut key = Zeroizing::new(vec![0; self.cipher.key_len()]);
        password::pem_key(password, &self.iv, &mut key);
        let key = BlockKey::new(self.cipher, &key).map_err(|_| mismatch)?;
        let mut iv = self.iv;
        let iv = iv.get_mut(..block_len).ok_or(mismatch)?;
        key.cbc_decrypt(iv, bytes).map_err(|_| mismatch)?;
        // As Mbed TLS has it: any number of bytes that are all this number, none included.
        let padding = bytes.last().copied().unwrap_or(0);
        let len = bytes.len().checked_sub(padding.into()).ok_or(mismatch)?;
        if bytes
            .get(len..)
            .is_none_or(|end| end.iter().any(|byte| *byte != padding))
        {
            return Err(mismatch);
        }
        bytes.truncate(len);
        Ok(())
    }
}

/// The PEM block of `der`, lines of 64 characters ended by a newline each; empty if the label is none.
pub fn write(label: &str, der: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, der).unwrap_or_default())
}

/// What follows the end of a line, `\n` or `\r\n`; `None` if the text does not begin with one.
fn skip_line_end(text: &[u8]) -> Option<&[u8]> {
    text.strip_prefix(b"\r").unwrap_or(text).strip_prefix(b"\n")
}

fn begin(label: &str) -> String {
    format!("-----BEGIN {label}-----")
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    if needle.is_empty() {
        return Some(0);
    }
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// What stands before and after the first `needle`.
fn split_at_needle<'a>(haystack: &'a [u8], needle: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = find(haystack, needle)?;
    let (before, from) = haystack.split_at_checked(at)?;
    Some((before, from.get(needle.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_among_text() {
        let text = b"hello\n-----BEGIN X-----\nAQID\n-----END X-----\nbetween\n-----BEGIN X----- \r\nBA\r\nUG\r\n-----END X-----";
        let first = next_block(text, "X").unwrap();
        assert_eq!(&**first.block.decode().unwrap(), &[1, 2, 3]);
        let second = next_block(first.rest, "X").unwrap();
        assert_eq!(&**second.block.decode().unwrap(), &[4, 5, 6]);
        assert!(next_block(second.rest, "X").is_none());
        assert!(next_block(text, "Y").is_none());
    }

    #[test]
    fn malformed_blocks() {
        assert!(next_block(b"-----BEGIN X-----\nAQID\n", "X").is_none());
        assert!(next_block(b"-----BEGIN X-----AQID\n-----END X-----", "X").is_none());
        let decode = |text: &[u8]| next_block(text, "X").unwrap().block.decode().unwrap_err();
        assert_eq!(
            decode(b"-----BEGIN X-----\nA*ID\n-----END X-----").code(),
            -0x1100 - 0x2c
        );
        assert_eq!(
            decode(b"-----BEGIN X-----\nAQI\n-----END X-----").stage,
            Stage::PemInvalidData
        );
        assert_eq!(
            decode(b"-----BEGIN X-----\n\n-----END X-----").stage,
            Stage::PemBadInput
        );
        assert_eq!(
            decode(b"-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\n-----END X-----").stage,
            Stage::PemUnknownEncAlg
        );
    }
}
