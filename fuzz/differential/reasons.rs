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
        |it| it.is_stricter() && it.any(|der| contains(der, DISTRIBUTION_POINTS)),
    ),
    ("an entry without a serial number does not hide those behind it", |it| {
        let (ours, stock) = (it.ours.verdict.1, it.stock.verdict.1);
        ours == stock | REVOKED && it.crl.as_deref().is_some_and(|der| contains(der, NO_SERIAL))
    }),
    ("name constraints are kept, which 3.6.6 does not know", |it| {
        it.is_stricter() && it.any(has_name_constraints) || it.stock_refuses(has_name_constraints)
    }),
];

const NAME_CONSTRAINTS: &[u8] = &[6, 3, 0x55, 0x1d, 30];
/// An empty INTEGER, and a date.
const NO_SERIAL: &[u8] = &[2, 0, 0x17];
/// `MBEDTLS_X509_BADCERT_REVOKED`
const REVOKED: u32 = 2;
const BASIC_CONSTRAINTS: &[u8] = &[6, 3, 0x55, 0x1d, 19];
const DISTRIBUTION_POINTS: &[u8] = &[6, 3, 0x55, 0x1d, 31];

/// The reason for a disagreement, if there is a known one.
pub fn find(difference: &Difference) -> Option<&'static str> {
    let mut reasons = REASONS.iter();
    reasons.find(|(_, holds)| holds(difference)).map(|(reason, _)| *reason)
}

impl Said {
    /// Everything is read, and the chain is trusted.
    fn accepts(&self) -> bool {
        self.certificates.iter().all(|parsed| *parsed) && self.verdict == (0, 0)
    }
}

impl Difference {
    /// Nothing that stock refuses is accepted.
    fn is_stricter(&self) -> bool {
        let reads_less = |(ours, stock): (&bool, &bool)| !*ours || *stock;
        !self.ours.accepts()
            && self
                .ours
                .certificates
                .iter()
                .zip(&self.stock.certificates)
                .all(reads_less)
    }

    /// Stock does not read one of the certificates of which this is true.
    fn stock_refuses(&self, holds: fn(&[u8]) -> bool) -> bool {
        let mut read = self.files.iter().zip(&self.stock.certificates);
        read.any(|(der, parsed)| !parsed && holds(der))
    }

    fn any(&self, holds: fn(&[u8]) -> bool) -> bool {
        self.files.iter().chain(&self.crl).any(|der| holds(der))
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
            // What does not fit may be the fault itself.
            return see(*tag, &der[..header.min(der.len())], &[]);
        };
        let inner = *tag & 0x20 != 0 || *tag == 4;
        if see(*tag, &der[..header], value) || inner && walk(value, see) {
            return true;
        }
        der = &der[header + len..];
    }
    false
}

fn has_name_constraints(der: &[u8]) -> bool {
    contains(der, NAME_CONSTRAINTS)
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
