//! Distinguished names (RFC 5280 section 4.1.2.4) as a list of attributes, and their comparison.

use super::{
    der::{self, Buf, Reader},
    error::{Asn1, At, ParseError, Stage},
};

/// One AttributeTypeAndValue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The attribute type: tag OBJECT IDENTIFIER and its content bytes.
    pub oid: Buf,
    /// The value: its string tag and its bytes.
    pub value: Buf,
    /// The next attribute belongs to the same RelativeDistinguishedName.
    pub next_merged: bool,
}

/// A Name: attributes in the order of the encoding.
pub type Name = Vec<Attribute>;

/// Reads the content of a Name, `SEQUENCE OF SET OF AttributeTypeAndValue`, the outer SEQUENCE already entered.
pub fn read(mut rdns: Reader<'_>) -> Result<Name, ParseError> {
    const STAGE: Stage = Stage::InvalidName;
    let mut name = Vec::new();
    while !rdns.is_at_end() {
        let (_, mut set) = rdns.enter(der::SET).at(STAGE)?;
        loop {
            let (_, mut pair) = set.enter(der::SEQUENCE).at(STAGE)?;
            let oid = pair.expect(der::OID).at(STAGE)?.buf();
            match pair.peek() {
                None => return Err(STAGE.because(Asn1::OutOfData)),
                Some(tag) if is_string(tag) => {}
                Some(_) => return Err(STAGE.because(Asn1::UnexpectedTag)),
            }
            let value = pair.any().at(STAGE)?.buf();
            pair.finish().at(STAGE)?;
            let next_merged = !set.is_at_end();
            name.push(Attribute {
                oid,
                value,
                next_merged,
            });
            if !next_merged {
                break;
            }
        }
    }
    Ok(name)
}

/// Are two names equal, as Mbed TLS compares them: same attributes in the same order and grouping; values equal byte for
/// byte with the same tag, or, if both are UTF8String or PrintableString, equal but for the case of ASCII letters.
pub fn equal(a: &[Attribute], a_input: &[u8], b: &[Attribute], b_input: &[u8]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(x, y)| {
            x.next_merged == y.next_merged
                && x.oid.of(a_input) == y.oid.of(b_input)
                && values_equal(x.value, a_input, y.value, b_input)
        })
}

fn values_equal(a: Buf, a_input: &[u8], b: Buf, b_input: &[u8]) -> bool {
    let (x, y) = (a.of(a_input), b.of(b_input));
    if a.tag == b.tag && x == y {
        return true;
    }
    let folds = |tag| matches!(tag, der::UTF8_STRING | der::PRINTABLE_STRING);
    folds(a.tag) && folds(b.tag) && x.eq_ignore_ascii_case(y)
}

/// Is it one of the string types that a name may hold?
pub(super) const fn is_string(tag: u8) -> bool {
    matches!(
        tag,
        der::BMP_STRING
            | der::UTF8_STRING
            | der::T61_STRING
            | der::PRINTABLE_STRING
            | der::IA5_STRING
            | der::UNIVERSAL_STRING
            | der::BIT_STRING
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name_of(rdns: &[&[(u8, &str)]]) -> Vec<u8> {
        let mut out = Vec::new();
        for rdn in rdns {
            let mut set = Vec::new();
            for (tag, text) in *rdn {
                let mut oid = Vec::new();
                der::push_element(&mut oid, der::OID, &[&[0x55, 4, 3]]);
                let mut value = Vec::new();
                der::push_element(&mut value, *tag, &[text.as_bytes()]);
                der::push_element(&mut set, der::SEQUENCE, &[&oid, &value]);
            }
            der::push_element(&mut out, der::SET, &[&set]);
        }
        out
    }

    fn same(a: &[u8], b: &[u8]) -> bool {
        equal(&read(Reader::new(a)).unwrap(), a, &read(Reader::new(b)).unwrap(), b)
    }

    #[test]
    fn comparison() {
        const P: u8 = der::PRINTABLE_STRING;
        const U: u8 = der::UTF8_STRING;
        const I: u8 = der::IA5_STRING;
        let base = name_of(&[&[(P, "Test CA")]]);
        assert!(same(&base, &base));
        assert!(same(&base, &name_of(&[&[(U, "TEST ca")]])));
        assert!(!same(&base, &name_of(&[&[(I, "Test CA")]])));
        assert!(!same(&name_of(&[&[(I, "a")]]), &name_of(&[&[(I, "A")]])));
        assert!(!same(&base, &name_of(&[&[(P, "Test  CA")]])));
        assert!(!same(&base, &name_of(&[&[(P, "Test CA")], &[(P, "x")]])));
        assert!(!same(
            &name_of(&[&[(P, "a"), (P, "b")]]),
            &name_of(&[&[(P, "a")], &[(P, "b")]])
        ));
        assert!(same(&[], &[]));
    }

    #[test]
    fn malformed() {
        let good = name_of(&[&[(der::UTF8_STRING, "x")]]);
        for end in 1..good.len() {
            assert_eq!(read(Reader::new(&good[..end])).unwrap_err().stage, Stage::InvalidName);
        }
        let odd = name_of(&[&[(der::OCTET_STRING, "x")]]);
        assert_eq!(
            read(Reader::new(&odd)).unwrap_err(),
            Stage::InvalidName.because(Asn1::UnexpectedTag)
        );
        assert!(read(Reader::new(&[der::SET, 0])).is_err());
    }
}
