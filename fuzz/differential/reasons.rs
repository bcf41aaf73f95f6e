//! Why the two libraries disagree where they are meant to. The reasons are those of `docs/DEVIATIONS.md`.

use super::{Difference, Said};

/// A reason, and whether it can be one for a disagreement.
type Reason = (&'static str, fn(&Difference) -> bool);

/// What is known.
const REASONS: &[Reason] = &[
    ("lengths in more bytes than they need are malformed", |it| {
        it.is_stricter() && it.any(has_long_length)
    }),
    (
        "DER has one TRUE, 0xff (X.690 section 11.1), and webpki takes no other",
        |it| it.is_stricter() && it.any(has_other_true),
    ),
    (
        "RFC 5280 section 4.1.2.5 wants dates with their Z; webpki takes no others",
        |it| it.is_stricter() && it.any(has_date_without_zone),
    ),
    (
        "only a BOOLEAN makes an authority (RFC 5280 section 4.2.1.9); 3.6.6 takes a number for one too",
        |it| it.is_stricter() && it.any(|der| contains(der, BASIC_CONSTRAINTS) && has_number_for_ca(der)),
    ),
    (
        "cRLDistributionPoints are read, and malformed ones do not pass; 3.6.6 does not look into them",
        |it| it.is_stricter() && it.any(has_malformed_points),
    ),
    ("an entry without a serial number does not hide those behind it", |it| {
        let (ours, stock) = (it.ours.verdict.1, it.stock.verdict.1);
        ours == stock | REVOKED && it.crl.as_deref().is_some_and(|der| contains(der, NO_SERIAL))
    }),
    (CONSTRAINTS, |it| {
        it.is_stricter() && it.any(|der| contains(der, NAME_CONSTRAINTS)) && it.adds_only(NOT_TRUSTED)
    }),
];

/// The reason where 3.6.6 passes constraints over, or refuses a certificate in which they are critical.
pub const CONSTRAINTS: &str = "name constraints are kept, which 3.6.6 does not know";

const NAME_CONSTRAINTS: &[u8] = &[6, 3, 0x55, 0x1d, 30];
/// An empty INTEGER, and a date.
const NO_SERIAL: &[u8] = &[2, 0, 0x17];
/// `MBEDTLS_X509_BADCERT_REVOKED`
const REVOKED: u32 = 2;
const BASIC_CONSTRAINTS: &[u8] = &[6, 3, 0x55, 0x1d, 19];
const DISTRIBUTION_POINTS: &[u8] = &[6, 3, 0x55, 0x1d, 31];
/// `MBEDTLS_X509_BADCERT_NOT_TRUSTED`
const NOT_TRUSTED: u32 = 8;

/// The reason for a disagreement, if there is a known one.
pub fn find(difference: &Difference) -> Option<&'static str> {
    let mut reasons = REASONS.iter();
    reasons.find(|(_, holds)| holds(difference)).map(|(reason, _)| *reason)
}

/// Whether 3.6.6 refuses a certificate, which we read, that has critical name constraints.
pub fn is_without_constraints(it: &Difference) -> bool {
    let critical = [NAME_CONSTRAINTS, &[1, 1, 0xff]].concat();
    it.files
        .iter()
        .zip(it.ours.certificates.iter().zip(&it.stock.certificates))
        .any(|(der, (ours, stock))| *ours && !stock && contains(der, &critical))
}

impl Said {
    /// Everything is read, and the chain is trusted.
    fn accepts(&self) -> bool {
        self.certificates.iter().all(|parsed| *parsed) && self.verdict == (0, 0)
    }
}

impl Difference {
    /// Nothing that stock refuses is accepted, and no fault that it sees is missed.
    fn is_stricter(&self) -> bool {
        let reads_less = |(ours, stock): (&bool, &bool)| !*ours || *stock;
        let (ours, stock) = (&self.ours, &self.stock);
        let all_are_read = ours.certificates.iter().all(|parsed| *parsed);
        !ours.accepts()
            && ours.certificates.iter().zip(&stock.certificates).all(reads_less)
            && ours.list <= stock.list
            && (!all_are_read || ours.verdict.1 & stock.verdict.1 == stock.verdict.1)
    }

    /// We see no other faults than stock and these; or there is a certificate that we do not read.
    fn adds_only(&self, flags: u32) -> bool {
        let (ours, stock) = (&self.ours, &self.stock);
        ours.verdict.1 & !(stock.verdict.1 | flags) == 0
    }

    /// Whether it holds for one of the files that are not read by both; if there is none, for any.
    fn any(&self, holds: fn(&[u8]) -> bool) -> bool {
        let lists = (self.ours.list, self.stock.list);
        let all = || {
            let verdicts = self.ours.certificates.iter().zip(&self.stock.certificates);
            let certificates = self.files.iter().zip(verdicts.map(|(ours, stock)| ours == stock));
            certificates.chain(self.crl.iter().map(|der| (der, lists.0 == lists.1)))
        };
        let is_read_alike = all().all(|(_, alike)| alike);
        all().any(|(der, alike)| (is_read_alike || !alike) && holds(der))
    }
}

fn contains(der: &[u8], part: &[u8]) -> bool {
    der.windows(part.len()).any(|window| window == part)
}

/// Looks at an element: tag, header, value.
type See<'a> = dyn FnMut(u8, &[u8], &[u8]) -> bool + 'a;

/// Calls `see` with tag, header's length and value of every element that can be found, those in OCTET STRINGs included; true if
/// it says so of one.
fn walk(mut der: &[u8], see: &mut See<'_>) -> bool {
    while let [tag, first, ..] = der {
        let (header, len) = match usize::from(*first) {
            short @ 0..=0x7f => (2, short),
            long => {
                let count = long & 0x7f;
                let Some(bytes) = der.get(2..2 + count).filter(|_| count <= 4) else {
                    return false;
                };
                (
                    2 + count,
                    bytes.iter().fold(0, |len, byte| len << 8 | usize::from(*byte)),
                )
            }
        };
        let Some(value) = der.get(header..header + len) else {
            return false;
        };
        let inner = *tag & 0x20 != 0 || *tag == 4;
        if see(*tag, &der[..header], value) || inner && walk(value, see) {
            return true;
        }
        der = &der[header + len..];
    }
    false
}

/// The elements that stand side by side, tag and value; none if they are malformed.
fn elements(mut der: &[u8]) -> Option<Vec<(u8, &[u8])>> {
    let mut found = Vec::new();
    while let [tag, len, rest @ ..] = der {
        let len = Some(usize::from(*len)).filter(|len| *len < 0x80)?;
        found.push((*tag, rest.get(..len)?));
        der = &rest[len..];
    }
    der.is_empty().then_some(found)
}

/// A cRLDistributionPoints that is not a list of points out of name, reasons and issuer, each once at most and in this order (RFC 5280
/// section 4.2.1.13); none here is longer than 127 bytes.
fn has_malformed_points(der: &[u8]) -> bool {
    let is_point = |(tag, value): &(u8, &[u8])| {
        let tags = |fields: &Vec<(u8, &[u8])>| fields.iter().map(|(tag, _)| *tag).collect::<Vec<_>>();
        *tag == 0x30
            && elements(value).is_some_and(|fields| {
                let tags = tags(&fields);
                tags.is_sorted_by(|one, next| one & 0x1f < next & 0x1f)
                    && tags.iter().all(|tag| [0xa0, 0x81, 0xa2].contains(tag))
                    && fields.iter().all(|(tag, value)| *tag == 0x81 || !value.is_empty())
            })
    };
    let is_well_formed = |value: &[u8]| {
        let points = match elements(value).as_deref() {
            Some([(0x30, points)]) => elements(points),
            _ => None,
        };
        points.is_some_and(|points| !points.is_empty() && points.iter().all(is_point))
    };
    // An extension: identifier, whether it is critical, and the value in an OCTET STRING.
    walk(der, &mut |tag, _, extension| {
        let fields = (tag == 0x30 && extension.starts_with(DISTRIBUTION_POINTS)).then(|| elements(extension));
        let last = fields.and_then(|fields| fields?.last().copied());
        last.is_some_and(|(_, value)| !is_well_formed(value))
    })
}

fn has_long_length(der: &[u8]) -> bool {
    walk(der, &mut |_, header, value| match header.len() {
        2 => false,
        3 => value.len() < 0x80,
        count => value.len() >> (8 * (count - 3)) == 0,
    })
}

fn has_other_true(der: &[u8]) -> bool {
    walk(der, &mut |tag, _, value| tag == 1 && value != [0xff])
}

/// A basicConstraints whose SEQUENCE begins with an INTEGER.
fn has_number_for_ca(der: &[u8]) -> bool {
    walk(der, &mut |tag, _, value| tag == 4 && matches!(value, [0x30, _, 2, ..]))
}

fn has_date_without_zone(der: &[u8]) -> bool {
    walk(der, &mut |tag, _, value| {
        matches!(tag, 0x17 | 0x18) && value.last() != Some(&b'Z')
    })
}
