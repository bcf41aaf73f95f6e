//! Base64 (RFC 4648 section 4) as Mbed TLS reads and writes it. Digits are turned into bits and back by base64ct, in a time
//! that depends on their number alone, because keys come this way; where the line ends and padding stand is no secret.

use base64ct::{Base64, Base64Unpadded, Encoding};
use zeroize::Zeroizing;

/// The text is not base64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotBase64;

/// The length of `count` bytes in base64; `None` if it is more than any object has.
pub fn encoded_len(count: usize) -> Option<usize> {
    count.div_ceil(3).checked_mul(4).filter(|length| *length < usize::MAX)
}

/// The bytes in base64, in one line.
pub fn encode(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(Base64::encode_string(bytes))
}

/// The bytes that a text is base64 of.
///
/// A line may end with `\n`, `\r\n` or spaces and one of these, and the text with spaces. Bits of the last digit that belong
/// to no byte are not looked at. Padding must be there.
///
/// Errors: for everything else.
pub fn decode(text: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotBase64> {
    let mut digits = digits(text)?;
    let padding = digits.iter().rev().take_while(|digit| **digit == b'=').count();
    if padding > 2 || digits.len() % 4 != 0 {
        return Err(NotBase64);
    }
    // Of a last group that is cut short, base64ct wants the bits that belong to no byte to be zero. So the group is filled
    // up with digits that mean zero, and what is too much is taken away.
    let cut = digits.len().saturating_sub(padding);
    for digit in digits.iter_mut().skip(cut) {
        *digit = b'A';
    }
    let mut bytes = Zeroizing::new(vec![0; digits.len().div_euclid(4).saturating_mul(3)]);
    Base64Unpadded::decode(digits.as_slice(), &mut bytes).map_err(|_| NotBase64)?;
    let length = bytes.len().saturating_sub(padding);
    bytes.truncate(length);
    Ok(bytes)
}

/// The text without line ends and the spaces in front of them.
fn digits(text: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotBase64> {
    let mut digits = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = match (first, after) {
            (b'\n', _) => after,
            (b'\r', [b'\n', after @ ..]) => after,
            (b' ', _) => {
                let spaces = after.iter().take_while(|byte| **byte == b' ').count();
                let behind = after.get(spaces..).unwrap_or_default();
                match behind {
                    [] | [b'\n', ..] | [b'\r', b'\n', ..] => behind,
                    _ => return Err(NotBase64),
                }
            }
            (digit, _) => {
                digits.push(*digit);
                after
            }
        };
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_the_rfc() {
        for (plain, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(&**encode(plain.as_bytes()), text);
            assert_eq!(&**decode(text.as_bytes()).unwrap(), plain.as_bytes());
            assert_eq!(encoded_len(plain.len()), Some(text.len()));
        }
        assert_eq!(encoded_len(usize::MAX), None);
    }

    #[test]
    fn lines_and_what_is_none() {
        for text in ["Zm9v\nYmFy", "Zm9v  \r\nYmFy \n", "Zm\n9vYmF\ny", "Zm9vYmFy   "] {
            assert_eq!(&**decode(text.as_bytes()).unwrap(), b"foobar", "{text:?}");
        }
        assert_eq!(&**decode(b"Zh==").unwrap(), b"f");
        for text in [
            "Z",
            "Zg",
            "Zg=",
            "Zg===",
            "Zg==Zg==",
            "=",
            "====",
            "Zm9v YmFy",
            "Zm9v\rYmFy",
            "Zm9v-mFy",
            "Zm=v",
            "Zm9\u{f6}",
        ] {
            assert!(decode(text.as_bytes()).is_err(), "{text:?}");
        }
    }
}
