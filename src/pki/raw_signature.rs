//! ECDSA signatures as DER `Ecdsa-Sig-Value` (RFC 3279 section 2.2.3) and as two numbers of a fixed length, one after the
//! other.

use super::{
    der::{self, Reader},
    error::Asn1,
};

/// `Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` out of two numbers of the same length. InvalidData if the
/// length is odd or a number is zero.
pub fn to_der(raw: &[u8]) -> Result<Vec<u8>, Asn1> {
    if raw.is_empty() || !raw.len().is_multiple_of(2) {
        return Err(Asn1::InvalidData);
    }
    let (r, s) = raw.split_at_checked(raw.len() / 2).ok_or(Asn1::InvalidData)?;
    let mut numbers = Vec::new();
    for number in [r, s] {
        if number.iter().all(|byte| *byte == 0) {
            return Err(Asn1::InvalidData);
        }
        super::spki::push_unsigned(&mut numbers, number);
    }
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&numbers]);
    Ok(out)
}

/// Two numbers of `len` bytes each out of an `Ecdsa-Sig-Value`, which must be all there is. Fails on numbers that are
/// longer, negative, or have needless zeros in front; as in Mbed TLS a zero is none of these.
pub fn from_der(signature: &[u8], len: usize) -> Result<Vec<u8>, Asn1> {
    let mut reader = Reader::new(signature);
    let (_, mut numbers) = reader.enter(der::SEQUENCE)?;
    let mut raw = Vec::new();
    for _ in 0..2 {
        let number = numbers.expect(der::INTEGER)?.value.of(signature);
        let digits = match number {
            [] | [0x80..=0xff, ..] | [0, 0, ..] => return Err(Asn1::InvalidData),
            [0, digits @ ..] | digits => digits,
        };
        let padding = len.checked_sub(digits.len()).ok_or(Asn1::InvalidData)?;
        raw.resize(raw.len().saturating_add(padding), 0);
        raw.extend_from_slice(digits);
    }
    if numbers.is_at_end() && reader.is_at_end() {
        Ok(raw)
    } else {
        Err(Asn1::LengthMismatch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let raw = [0, 1, 0x80, 0];
        let encoded = to_der(&raw).unwrap();
        assert_eq!(encoded, [0x30, 8, 2, 1, 1, 2, 3, 0, 0x80, 0]);
        assert_eq!(from_der(&encoded, 2).unwrap(), raw);
        assert_eq!(from_der(&encoded, 3).unwrap(), [0, 0, 1, 0, 0x80, 0]);
        assert_eq!(from_der(&encoded, 1), Err(Asn1::InvalidData));
    }

    #[test]
    fn what_is_no_signature() {
        assert_eq!(to_der(&[]), Err(Asn1::InvalidData));
        assert_eq!(to_der(&[1, 2, 3]), Err(Asn1::InvalidData));
        assert_eq!(to_der(&[1, 0]), Err(Asn1::InvalidData));
        let cases: [(&[u8], Asn1); 7] = [
            (&[], Asn1::OutOfData),
            (&[0x31, 0], Asn1::UnexpectedTag),
            (&[0x30, 3, 2, 1, 1], Asn1::OutOfData),
            (&[0x30, 6, 2, 1, 0x80, 2, 1, 1], Asn1::InvalidData),
            (&[0x30, 7, 2, 2, 0, 0, 2, 1, 1], Asn1::InvalidData),
            (&[0x30, 5, 2, 0, 2, 1, 1], Asn1::InvalidData),
            (&[0x30, 6, 2, 1, 1, 2, 1, 1, 0], Asn1::LengthMismatch),
        ];
        for (signature, error) in cases {
            assert_eq!(from_der(signature, 4), Err(error), "{signature:x?}");
        }
    }
}
