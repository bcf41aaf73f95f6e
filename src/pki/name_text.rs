//! Distinguished names out of text (`CN=server.example,O=Example,C=DE`), in the form that Mbed TLS 3.6 reads: RFC 4514,
//! but written first to last, in the order of the encoding.

use super::{
    der::{self, Reader},
    error::{ParseError, Stage},
    name, oid,
};

/// Longest attribute value in bytes, and one more.
const VALUE_LIMIT: usize = 256;
/// Most numbers of an object identifier.
pub const OID_COMPONENTS: usize = 128;
const INVALID: ParseError = Stage::InvalidName.alone();

/// One attribute of a name to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Content of the OBJECT IDENTIFIER.
    pub oid: Vec<u8>,
    /// Tag of the value.
    pub tag: u8,
    /// The value's bytes.
    pub value: Vec<u8>,
}

/// Reads a name and gives it as `Name` in DER (RFC 5280 section 4.1.2.4), one attribute per RelativeDistinguishedName.
///
/// An attribute is `type=value`; a comma parts it from the next, and spaces after the comma do not count. The type is
/// one of [`oid::attribute`] or a dotted object identifier. The value is text, where `\` stands before one of
/// ` ,=+<>#;"\` or before two hexadecimal digits of a byte; or it is `#` and the DER of a value in hexadecimal, which is
/// the only form after a dotted type. A comma right after a backslash never ends a value. A type that comes again
/// replaces the value it had.
///
/// Errors: InvalidName.
pub fn parse(text: &[u8]) -> Result<Vec<u8>, ParseError> {
    let mut rdns = Vec::new();
    for attribute in &attributes(text)? {
        push(&mut rdns, attribute);
    }
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&rdns]);
    Ok(out)
}

/// The attributes of a name, as [`parse`] reads it, in the order in which they are encoded; at least one.
///
/// Errors: InvalidName.
pub fn attributes(text: &[u8]) -> Result<Vec<Attribute>, ParseError> {
    let mut attributes: Vec<Attribute> = Vec::new();
    let mut rest = text;
    while let Some(equals) = rest.iter().position(|byte| *byte == b'=') {
        let (kind, value) = split(rest, equals)?;
        let end = value_end(value);
        let (value, after) = value.split_at_checked(end).ok_or(INVALID)?;
        let new = attribute(kind, value)?;
        match attributes.iter_mut().find(|old| old.oid == new.oid) {
            Some(old) => *old = new,
            None => attributes.push(new),
        }
        rest = after.strip_prefix(b",").unwrap_or(after).trim_ascii_start_of_spaces();
    }
    // What follows the last comma without an equals sign is ignored, as Mbed TLS does, but something must have been there.
    if attributes.is_empty() {
        return Err(INVALID);
    }
    Ok(attributes)
}

/// Spaces, and no other blanks, taken from the start.
trait TrimSpaces {
    fn trim_ascii_start_of_spaces(&self) -> &Self;
}

impl TrimSpaces for [u8] {
    fn trim_ascii_start_of_spaces(&self) -> &Self {
        let spaces = self.iter().take_while(|byte| **byte == b' ').count();
        self.get(spaces..).unwrap_or_default()
    }
}

/// What stands before and after the byte number `at`.
fn split(text: &[u8], at: usize) -> Result<(&[u8], &[u8]), ParseError> {
    let (before, from) = text.split_at_checked(at).ok_or(INVALID)?;
    let (_, after) = from.split_first().ok_or(INVALID)?;
    Ok((before, after))
}

/// Where a value ends: at the first comma that no backslash stands before, or with the text.
fn value_end(text: &[u8]) -> usize {
    let mut before = b'=';
    for (at, byte) in text.iter().enumerate() {
        if *byte == b',' && before != b'\\' {
            return at;
        }
        before = *byte;
    }
    text.len()
}

fn attribute(kind: &[u8], value: &[u8]) -> Result<Attribute, ParseError> {
    let named = oid::attribute(kind);
    let oid = match named {
        Some((oid, _)) => oid.to_vec(),
        None => dotted(kind).ok_or(INVALID)?,
    };
    let (tag, value) = match (value, named) {
        ([], _) => return Err(INVALID),
        ([b'#', digits @ ..], _) => hexadecimal_der(digits)?,
        (text, Some((_, tag))) => (tag, unescape(text)?),
        (_, None) => return Err(INVALID),
    };
    Ok(Attribute { oid, tag, value })
}

/// A text value without its escapes.
fn unescape(text: &[u8]) -> Result<Vec<u8>, ParseError> {
    let mut value = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let byte = match (*first, after) {
            (b'\\', [high, low, after @ ..]) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                rest = after;
                hex_pair(*high, *low).filter(|byte| *byte != 0).ok_or(INVALID)?
            }
            (b'\\', [escaped, after @ ..]) if b" ,=+<>#;\"\\".contains(escaped) => {
                rest = after;
                *escaped
            }
            (b'\\', _) => return Err(INVALID),
            (plain, _) => plain,
        };
        value.push(byte);
        if value.len() == VALUE_LIMIT {
            return Err(INVALID);
        }
    }
    Ok(value)
}

/// Tag and content of the DER element that stands in hexadecimal.
///
/// DEVIATION: Mbed TLS takes bytes behind the element and drops them, and takes tags of more than one byte; here nothing
/// may follow.
fn hexadecimal_der(digits: &[u8]) -> Result<(u8, Vec<u8>), ParseError> {
    let (pairs, odd) = digits.as_chunks::<2>();
    if !odd.is_empty() {
        return Err(INVALID);
    }
    let bytes: Option<Vec<u8>> = pairs.iter().map(|[high, low]| hex_pair(*high, *low)).collect();
    let bytes = bytes.ok_or(INVALID)?;
    let mut reader = Reader::new(&bytes);
    let element = reader.any().map_err(|_| INVALID)?.buf();
    reader.finish().map_err(|_| INVALID)?;
    let value = element.of(&bytes);
    if value.len() > VALUE_LIMIT || (name::is_string(element.tag) && value.contains(&0)) {
        return Err(INVALID);
    }
    Ok((element.tag, value.to_vec()))
}

fn hex_pair(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// The content of an OBJECT IDENTIFIER (X.690 section 8.19) out of `2.5.4.3`; a dot at the end does not matter.
///
/// DEVIATION: a number of 2^32 or more is refused; Mbed TLS may write another number instead.
pub fn dotted(text: &[u8]) -> Option<Vec<u8>> {
    let dots = text.iter().filter(|byte| **byte == b'.').count();
    if dots == 0 || dots >= OID_COMPONENTS {
        return None;
    }
    let mut parts = text.split(|byte| *byte == b'.');
    let (first, second) = (decimal(parts.next()?)?, decimal(parts.next()?)?);
    if first > 2 || (first < 2 && second > 39) {
        return None;
    }
    let mut content = Vec::new();
    push_base128(&mut content, second.checked_add(first * 40)?);
    let parts: Vec<&[u8]> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        if part.is_empty() && at + 1 == parts.len() {
            break;
        }
        push_base128(&mut content, decimal(part)?);
    }
    Some(content)
}

fn decimal(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    core::str::from_utf8(digits).ok()?.parse().ok()
}

/// Appends a number in groups of seven bits, all but the last with the high bit set.
fn push_base128(out: &mut Vec<u8>, number: u32) {
    for shift in [28u32, 21, 14, 7] {
        if number >> shift != 0 {
            out.push(0x80 | u8::try_from(number >> shift & 0x7f).unwrap_or_default());
        }
    }
    out.push(u8::try_from(number & 0x7f).unwrap_or_default());
}

/// Appends a RelativeDistinguishedName of one attribute.
pub fn push(out: &mut Vec<u8>, attribute: &Attribute) {
    let mut pair = Vec::new();
    der::push_element(&mut pair, der::OID, &[&attribute.oid]);
    der::push_element(&mut pair, attribute.tag, &[&attribute.value]);
    let mut set = Vec::new();
    der::push_element(&mut set, der::SEQUENCE, &[&pair]);
    der::push_element(out, der::SET, &[&set]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The attributes of a name, `oid`, tag and value of each.
    /// Object identifier, tag and value of an attribute.
    type Plain = (Vec<u8>, u8, Vec<u8>);

    fn read(text: &str) -> Option<Vec<Plain>> {
        let der = parse(text.as_bytes()).ok()?;
        let (_, rdns) = Reader::new(&der).enter(der::SEQUENCE).unwrap();
        let list = name::read(rdns).unwrap();
        let show = |a: &name::Attribute| (a.oid.of(&der).to_vec(), a.value.tag, a.value.of(&der).to_vec());
        Some(list.iter().map(show).collect())
    }

    fn values(text: &str) -> Option<Vec<String>> {
        let all = read(text)?;
        Some(all.into_iter().map(|a| String::from_utf8(a.2).unwrap()).collect())
    }

    #[test]
    fn names_and_escapes() {
        let all = read("CN=a b,  C=DE,emailAddress=x@y").unwrap();
        assert_eq!(all[0], (vec![0x55, 4, 3], der::UTF8_STRING, b"a b".to_vec()));
        assert_eq!(all[1], (vec![0x55, 4, 6], der::PRINTABLE_STRING, b"DE".to_vec()));
        assert_eq!(all[2].1, der::IA5_STRING);
        assert_eq!(values(r"CN=a\,b\=c\41\ ,O=x").unwrap(), ["a,b=cA ", "x"]);
        assert_eq!(values("CN=a=b,O=c").unwrap(), ["a=b", "c"]);
        assert_eq!(values("CN=a,O=c,CN=b,").unwrap(), ["b", "c"]);
        assert_eq!(values("CN=#0c03414243").unwrap(), ["ABC"]);
        assert_eq!(
            read("2.5.4.3=#130141").unwrap()[0],
            (vec![0x55, 4, 3], 0x13, b"A".to_vec())
        );
        assert_eq!(
            read("1.2.840.113549.=#130141").unwrap()[0].0,
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]
        );
    }

    #[test]
    fn refused() {
        for text in [
            "",
            "CN",
            "CN=",
            "CN=,O=a",
            "XX=a",
            "cn=a",
            "CN=a\\",
            "CN=a\\x",
            "CN=\\00",
            "CN=#0c0",
            "CN=#",
            "CN=#0c0341",
            "CN=#0c0100",
            "2.5.4.3=a",
            "3.1=#0c0141",
            "1.40=#0c0141",
            "1=#0c0141",
            "1..2=#0c0141",
            "=a",
        ] {
            assert_eq!(parse(text.as_bytes()), Err(INVALID), "{text}");
        }
        let long = |length: usize| format!("CN={}", "x".repeat(length));
        assert!(parse(long(255).as_bytes()).is_ok());
        assert!(parse(long(256).as_bytes()).is_err());
    }
}
