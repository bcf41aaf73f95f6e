//! PEM blocks (RFC 7468) inside a buffer: text before and after is ignored, as Mbed TLS does. The base64 is pem-rfc7468's.

use zeroize::Zeroizing;

use super::error::{Asn1, ParseError, Stage};

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
    find(buffer, &begin(label)).is_some()
}

/// The next block with this label; `None` if there is none, if it never ends, or if an END line comes first.
pub fn next_block<'a>(buffer: &'a [u8], label: &str) -> Option<Found<'a>> {
    let (begin, end) = (begin(label), format!("-----END {label}-----"));
    let (before, after) = split_at_needle(buffer, &begin)?;
    if find(before, &end).is_some() {
        return None;
    }
    let (text, rest) = split_at_needle(after, &end)?;
    // The BEGIN line must end with the label.
    let text = skip_spaces(text);
    let text = text.strip_prefix(b"\r").unwrap_or(text);
    let text = text.strip_prefix(b"\n")?;
    Some(Found {
        block: Block { text },
        rest,
    })
}

impl Block<'_> {
    /// Is it encrypted in the way of RFC 1421 (`Proc-Type: 4,ENCRYPTED`)?
    pub fn is_encrypted(&self) -> bool {
        self.text.starts_with(b"Proc-Type: 4,ENCRYPTED")
    }

    /// The bytes inside. Spaces may stand before the end of a line, but not within it.
    pub fn decode(&self) -> Result<Zeroizing<Vec<u8>>, ParseError> {
        if self.is_encrypted() {
            return Err(Stage::PemPasswordRequired.alone());
        }
        if self.text.is_empty() {
            return Err(Stage::PemInvalidData.alone());
        }
        let invalid = Stage::PemInvalidData.because(Asn1::Base64InvalidCharacter);
        let mut characters = Zeroizing::new(Vec::with_capacity(self.text.len()));
        for line in self.text.split(|byte| *byte == b'\n') {
            characters.extend_from_slice(without_end(line));
        }
        if characters.is_empty() {
            return Err(Stage::PemBadInput.alone());
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(characters.len()));
        pem_rfc7468::Base64Decoder::new(&characters)
            .and_then(|mut decoder| decoder.decode_to_end(&mut bytes).map(|_| ()))
            .map_err(|_| invalid)?;
        Ok(bytes)
    }
}

/// The PEM block of `der`, lines of 64 characters ended by a newline each; empty if the label is none.
pub fn write(label: &str, der: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, der).unwrap_or_default())
}

/// A line without the spaces at its end, and the `\r` behind them.
fn without_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let spaces = line.iter().rev().take_while(|byte| **byte == b' ').count();
    line.get(..line.len().saturating_sub(spaces)).unwrap_or(line)
}

fn skip_spaces(text: &[u8]) -> &[u8] {
    let spaces = text.iter().take_while(|byte| **byte == b' ').count();
    text.get(spaces..).unwrap_or(&[])
}

fn begin(label: &str) -> String {
    format!("-----BEGIN {label}-----")
}

fn find(haystack: &[u8], needle: &str) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle.as_bytes())
}

/// What stands before and after the first `needle`.
fn split_at_needle<'a>(haystack: &'a [u8], needle: &str) -> Option<(&'a [u8], &'a [u8])> {
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
            Stage::PemPasswordRequired
        );
    }
}
