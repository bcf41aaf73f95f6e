//! DER elements as spans of the input: tag, length, value (X.690 section 8.1).
//!
//! Lengths are read by the `der` crate: definite, minimal, at most four bytes.
//!
//! DEVIATION: Mbed TLS also takes lengths that are longer than they need be; DER forbids them, and so does webpki.

use der::Decode;

use super::error::Asn1;

/// Universal BOOLEAN.
pub const BOOLEAN: u8 = 0x01;
/// Universal INTEGER.
pub const INTEGER: u8 = 0x02;
/// Universal BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// Universal OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// Universal NULL.
pub const NULL: u8 = 0x05;
/// Universal OBJECT IDENTIFIER.
pub const OID: u8 = 0x06;
/// Universal UTF8String.
pub const UTF8_STRING: u8 = 0x0c;
/// Universal SEQUENCE, constructed.
pub const SEQUENCE: u8 = 0x30;
/// Universal SET, constructed.
pub const SET: u8 = 0x31;
/// Universal PrintableString.
pub const PRINTABLE_STRING: u8 = 0x13;
/// Universal TeletexString.
pub const T61_STRING: u8 = 0x14;
/// Universal IA5String.
pub const IA5_STRING: u8 = 0x16;
/// Universal UTCTime.
pub const UTC_TIME: u8 = 0x17;
/// Universal GeneralizedTime.
pub const GENERALIZED_TIME: u8 = 0x18;
/// Universal UniversalString.
pub const UNIVERSAL_STRING: u8 = 0x1c;
/// Universal BMPString.
pub const BMP_STRING: u8 = 0x1e;
/// Class bits of a context-specific tag; `| 0x20` when constructed.
pub const CONTEXT: u8 = 0x80;
/// The bit of a constructed element.
pub const CONSTRUCTED: u8 = 0x20;

/// A piece of an input, in byte offsets; `start <= end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }
    /// Has it no bytes?
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
    /// The bytes, out of the input that the span was made from.
    pub fn of(self, input: &[u8]) -> &[u8] {
        input.get(self.start..self.end).unwrap_or(&[])
    }
}

/// A tag and a piece of the input: what Mbed TLS calls an `asn1_buf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Buf {
    /// The tag byte, class and constructed bit included; 0 where Mbed TLS leaves it unset.
    pub tag: u8,
    /// The bytes.
    pub span: Span,
}

impl Buf {
    /// The bytes, out of the input that the span was made from.
    pub fn of(self, input: &[u8]) -> &[u8] {
        self.span.of(input)
    }
}

/// One element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// The tag byte.
    pub tag: u8,
    /// Tag, length and value.
    pub outer: Span,
    /// The value.
    pub value: Span,
}

impl Element {
    /// Tag and value.
    pub const fn buf(self) -> Buf {
        Buf {
            tag: self.tag,
            span: self.value,
        }
    }
}

/// Reads elements one after the other.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    input: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    /// Over all of `input`.
    pub const fn new(input: &'a [u8]) -> Self {
        Self {
            input,
            at: 0,
            end: input.len(),
        }
    }

    /// Over a piece of the same input.
    pub fn within(&self, span: Span) -> Self {
        let end = span.end.min(self.input.len());
        Self {
            input: self.input,
            at: span.start.min(end),
            end,
        }
    }

    /// The whole input, which spans refer to.
    pub const fn input(&self) -> &'a [u8] {
        self.input
    }

    /// Offset of the next byte.
    pub const fn position(&self) -> usize {
        self.at
    }

    /// Is nothing left?
    pub const fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    /// The next tag byte.
    pub fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.input.get(self.at..self.end).unwrap_or(&[])
    }

    /// The next element, whatever it is.
    pub fn any(&mut self) -> Result<Element, Asn1> {
        let rest = self.rest();
        let (&tag, after_tag) = rest.split_first().ok_or(Asn1::OutOfData)?;
        let (length, header) = read_length(after_tag)?;
        let start = self.at;
        let value_start = start.checked_add(1 + header).ok_or(Asn1::InvalidLength)?;
        let value_end = value_start.checked_add(length).ok_or(Asn1::InvalidLength)?;
        if value_end > self.end {
            return Err(Asn1::OutOfData);
        }
        self.at = value_end;
        Ok(Element {
            tag,
            outer: Span { start, end: value_end },
            value: Span {
                start: value_start,
                end: value_end,
            },
        })
    }

    /// The next element, which must have this tag. Nothing is consumed on an error.
    pub fn expect(&mut self, tag: u8) -> Result<Element, Asn1> {
        match self.peek() {
            None => Err(Asn1::OutOfData),
            Some(found) if found != tag => Err(Asn1::UnexpectedTag),
            Some(_) => self.any(),
        }
    }

    /// The next element if it has this tag.
    pub fn optional(&mut self, tag: u8) -> Result<Option<Element>, Asn1> {
        if self.peek() == Some(tag) {
            self.any().map(Some)
        } else {
            Ok(None)
        }
    }

    /// A reader over the value of the next element, which must have this tag.
    pub fn enter(&mut self, tag: u8) -> Result<(Element, Self), Asn1> {
        let element = self.expect(tag)?;
        let inner = self.within(element.value);
        Ok((element, inner))
    }

    /// Fails with LengthMismatch if anything is left.
    pub const fn finish(&self) -> Result<(), Asn1> {
        if self.is_at_end() {
            Ok(())
        } else {
            Err(Asn1::LengthMismatch)
        }
    }

    /// BOOLEAN of one byte; any byte but 0 is true, as Mbed TLS has it.
    pub fn boolean(&mut self) -> Result<bool, Asn1> {
        let element = self.expect(BOOLEAN)?;
        match element.value.of(self.input) {
            [byte] => Ok(*byte != 0),
            _ => Err(Asn1::InvalidLength),
        }
    }

    /// A non-negative INTEGER below 2^31. Zeros in front are taken, as Mbed TLS takes them.
    pub fn small_integer(&mut self) -> Result<i32, Asn1> {
        let element = self.expect(INTEGER)?;
        let bytes = element.value.of(self.input);
        match bytes {
            [] => return Err(Asn1::InvalidLength),
            [first, ..] if first & 0x80 != 0 => return Err(Asn1::InvalidLength),
            _ => {}
        }
        let mut value: i32 = 0;
        for byte in bytes {
            value = value
                .checked_mul(256)
                .and_then(|v| v.checked_add(i32::from(*byte)))
                .ok_or(Asn1::InvalidLength)?;
        }
        Ok(value)
    }

    /// An INTEGER as big-endian bytes without zeros in front. It is never negative: a sign bit counts as a digit, as in
    /// Mbed TLS.
    pub fn unsigned_integer(&mut self) -> Result<Span, Asn1> {
        let element = self.expect(INTEGER)?;
        let zeros = element
            .value
            .of(self.input)
            .iter()
            .take_while(|byte| **byte == 0)
            .count();
        Ok(Span {
            start: element.value.start.saturating_add(zeros),
            end: element.value.end,
        })
    }

    /// A BIT STRING: number of unused bits (0 to 7) and the bytes.
    pub fn bit_string(&mut self) -> Result<(u8, Buf), Asn1> {
        let element = self.expect(BIT_STRING)?;
        let (&unused, _) = element.value.of(self.input).split_first().ok_or(Asn1::OutOfData)?;
        if unused > 7 {
            return Err(Asn1::InvalidLength);
        }
        let span = Span {
            start: element.value.start.saturating_add(1),
            end: element.value.end,
        };
        if unused != 0 && span.is_empty() {
            return Err(Asn1::InvalidLength);
        }
        Ok((unused, Buf { tag: BIT_STRING, span }))
    }

    /// A BIT STRING that is whole bytes.
    pub fn byte_string(&mut self) -> Result<Buf, Asn1> {
        let element = self.expect(BIT_STRING)?;
        match element.value.of(self.input).first() {
            Some(0) => Ok(Buf {
                tag: BIT_STRING,
                span: Span {
                    start: element.value.start.saturating_add(1),
                    end: element.value.end,
                },
            }),
            _ => Err(Asn1::InvalidData),
        }
    }
}

/// Length and number of bytes that hold it.
fn read_length(bytes: &[u8]) -> Result<(usize, usize), Asn1> {
    let Some(&first) = bytes.first() else {
        return Err(Asn1::OutOfData);
    };
    if first < 0x80 {
        return Ok((usize::from(first), 1));
    }
    let count = usize::from(first & 0x7f);
    if !(1..=4).contains(&count) {
        return Err(Asn1::InvalidLength);
    }
    let header = bytes.get(..=count).ok_or(Asn1::OutOfData)?;
    let length = der::Length::from_der(header).map_err(|_| Asn1::InvalidLength)?;
    let length = usize::try_from(length).map_err(|_| Asn1::InvalidLength)?;
    Ok((length, 1 + count))
}

/// Appends one element to `out`.
pub fn push_element(out: &mut Vec<u8>, tag: u8, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.push(tag);
    let bytes = length.to_be_bytes();
    let significant = bytes.iter().skip_while(|byte| **byte == 0);
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let count = significant.clone().count();
            out.push(0x80 | u8::try_from(count).unwrap_or(0x7f));
            out.extend(significant);
        }
    }
    for part in parts {
        out.extend_from_slice(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(read_length(&[0x7f]), Ok((0x7f, 1)));
        assert_eq!(read_length(&[0x81, 0x80]), Ok((0x80, 2)));
        assert_eq!(read_length(&[0x82, 1, 0]), Ok((256, 3)));
        assert_eq!(read_length(&[0x81, 0x7f]), Err(Asn1::InvalidLength));
        assert_eq!(read_length(&[0x80]), Err(Asn1::InvalidLength));
        assert_eq!(read_length(&[0x85, 0, 0, 0, 0, 1]), Err(Asn1::InvalidLength));
        assert_eq!(read_length(&[0x82, 1]), Err(Asn1::OutOfData));
        assert_eq!(read_length(&[]), Err(Asn1::OutOfData));
    }

    #[test]
    fn written_lengths_read_back() {
        for length in [0usize, 1, 127, 128, 255, 256, 65535, 65536] {
            let value = vec![7u8; length];
            let mut out = Vec::new();
            push_element(&mut out, OCTET_STRING, &[&value]);
            let mut reader = Reader::new(&out);
            assert_eq!(reader.expect(OCTET_STRING).unwrap().value.of(&out), &value[..]);
            reader.finish().unwrap();
        }
    }

    #[test]
    fn an_element_does_not_reach_past_its_wrapper() {
        let bytes = [0x30, 0x02, 0x04, 0x02, 1, 2];
        let mut reader = Reader::new(&bytes);
        let (_, mut inner) = reader.enter(SEQUENCE).unwrap();
        assert_eq!(inner.expect(OCTET_STRING), Err(Asn1::OutOfData));
    }

    #[test]
    fn small_integers() {
        assert_eq!(Reader::new(&[2, 1, 5]).small_integer(), Ok(5));
        assert_eq!(Reader::new(&[2, 4, 0x7f, 255, 255, 255]).small_integer(), Ok(i32::MAX));
        assert_eq!(Reader::new(&[2, 1, 0x80]).small_integer(), Err(Asn1::InvalidLength));
        assert_eq!(
            Reader::new(&[2, 5, 1, 0, 0, 0, 0]).small_integer(),
            Err(Asn1::InvalidLength)
        );
        assert_eq!(Reader::new(&[2, 0]).small_integer(), Err(Asn1::InvalidLength));
    }
}
