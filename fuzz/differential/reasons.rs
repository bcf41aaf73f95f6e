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
        it.is_stricter() && ours == stock | REVOKED && it.crl.as_deref().is_some_and(|der| contains(der, NO_SERIAL))
    }),
    (CONSTRAINTS, |it| {
        it.is_stricter() && it.any(|der| contains(der, NAME_CONSTRAINTS)) && it.adds_only(NOT_TRUSTED)
    }),
];

/// The reason where 3.6.6 passes constraints over, or refuses a certificate in which they are critical.
const CONSTRAINTS: &str = "name constraints are kept, which 3.6.6 does not know";

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
fn find(difference: &Difference) -> Option<&'static str> {
    let mut reasons = REASONS.iter();
    reasons.find(|(_, holds)| holds(difference)).map(|(reason, _)| *reason)
}

/// The same where 3.6.6 may not have judged the chain, because it refuses a certificate with critical constraints. So it judges the
/// same chain with constraints that it may pass over, which is what `soft` says, and is at odds with us only as far as we are
/// stricter than that.
pub fn find_with(difference: &Difference, soft: impl FnOnce() -> Said) -> Option<&'static str> {
    find(difference).or_else(|| {
        let soft = is_without_constraints(difference).then(|| Difference {
            stock: soft(),
            ..difference.clone()
        })?;
        (soft.ours == soft.stock || find(&soft).is_some()).then_some(CONSTRAINTS)
    })
}

/// Whether 3.6.6 refuses a certificate, which we read, that has critical name constraints.
fn is_without_constraints(it: &Difference) -> bool {
    let critical = [NAME_CONSTRAINTS, &[1, 1, 0xff]].concat();
    it.files
        .iter()
        .zip(it.ours.certificates.iter().zip(&it.stock.certificates))
        .any(|(der, (ours, stock))| *ours && !stock && contains(der, &critical))
}

impl Said {
    /// Everything is read, and the chain is trusted by its code, whatever the flags.
    fn accepts(&self) -> bool {
        self.certificates.iter().all(|parsed| *parsed) && self.verdict.0 == 0
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `MBEDTLS_ERR_X509_CERT_VERIFY_FAILED`
    const FAILED: i32 = -0x2700;
    /// `MBEDTLS_X509_BADCERT_EXPIRED`
    const EXPIRED: u32 = 1;

    fn said(certificates: [bool; 2], list: bool, verdict: (i32, u32)) -> Said {
        Said {
            certificates: certificates.to_vec(),
            list: Some(list),
            verdict,
        }
    }

    /// A disagreement over files that have all that any reason looks for.
    fn of_all(ours: Said, stock: Said) -> Difference {
        // An extension with this identifier, and with this in its OCTET STRING.
        let extension = |id: &[u8], rest: &[u8]| {
            let len = u8::try_from(id.len() + rest.len()).unwrap();
            [&[0x30, len][..], id, rest].concat()
        };
        let file = [
            // A length, a TRUE and a date
            &[4, 0x81, 1, 0][..],
            &[1, 1, 1],
            &[0x17, 2, b'0', b'0'],
            &extension(BASIC_CONSTRAINTS, &[4, 5, 0x30, 3, 2, 1, 1]),
            &extension(DISTRIBUTION_POINTS, &[4, 1, 0]),
            &extension(NAME_CONSTRAINTS, &[1, 1, 0xff, 4, 2, 0x30, 0]),
        ]
        .concat();
        Difference {
            ours,
            stock,
            files: vec![file.clone(), file.clone()],
            crl: Some([&file[..], NO_SERIAL].concat()),
            reason: None,
        }
    }

    #[test]
    fn each_reason_excuses_who_is_stricter() {
        let ours = || said([true; 2], true, (FAILED, EXPIRED | REVOKED));
        let stock = || said([true; 2], true, (FAILED, EXPIRED));
        for (reason, holds) in REASONS {
            let stricter = match *reason {
                CONSTRAINTS => said([true; 2], true, (FAILED, EXPIRED | NOT_TRUSTED)),
                _ => ours(),
            };
            assert!(holds(&of_all(stricter, stock())), "{reason}");
        }
        // Where 3.6.6 accepts, where it reads a certificate or a list more than we do.
        for (reason, holds) in REASONS.iter().filter(|(reason, _)| *reason != CONSTRAINTS) {
            assert!(
                holds(&of_all(
                    said([true; 2], true, (FAILED, REVOKED)),
                    said([true; 2], true, (0, 0))
                )),
                "{reason}"
            );
        }
        for (ours, stock) in [
            (said([true, false], true, (0, 0)), stock()),
            (said([true; 2], false, (FAILED, EXPIRED)), stock()),
        ] {
            assert!(find(&of_all(ours, stock)).is_some());
        }
    }

    #[test]
    fn no_reason_excuses_who_is_laxer() {
        let flags = [
            0,
            EXPIRED,
            REVOKED,
            NOT_TRUSTED,
            EXPIRED | REVOKED,
            EXPIRED | REVOKED | NOT_TRUSTED,
        ];
        for stock in flags {
            for ours in flags {
                let refused = |flags| (FAILED, flags);
                let mut laxer = vec![
                    // Taken, where 3.6.6 refuses.
                    (said([true; 2], true, (0, 0)), said([true; 2], true, refused(stock))),
                    (said([true; 2], true, (0, ours)), said([true; 2], true, refused(stock))),
                    (said([true; 2], true, (0, 0)), said([true, false], true, (0, 0))),
                    (said([true; 2], true, (0, 0)), said([true; 2], false, (0, 0))),
                    // Refused, but a certificate or a list is read that 3.6.6 does not read.
                    (said([true; 2], true, refused(ours)), said([true, false], true, (0, 0))),
                    (said([true, false], true, (0, 0)), said([false, true], true, (0, 0))),
                    (
                        said([true; 2], true, refused(ours)),
                        said([true; 2], false, refused(stock)),
                    ),
                    (
                        said([true, false], true, (0, 0)),
                        said([true; 2], false, refused(stock)),
                    ),
                ];
                // A flag of 3.6.6 is missing, with a list that both read or that only 3.6.6 does.
                if stock & !ours != 0 {
                    for list in [true, false] {
                        laxer.push((
                            said([true; 2], list, refused(ours)),
                            said([true; 2], true, refused(stock)),
                        ));
                    }
                }
                for (ours, stock) in laxer {
                    let it = of_all(ours, stock);
                    for (reason, holds) in REASONS {
                        assert!(!holds(&it), "{reason}: {it:?}");
                    }
                    // Nor by what 3.6.6 says without critical constraints.
                    if !it.ours.certificates[1] {
                        continue;
                    }
                    let hard = Difference {
                        stock: said([true, false], true, (0, 0)),
                        ..it.clone()
                    };
                    assert_eq!(find_with(&hard, || it.stock.clone()), None, "{it:?}");
                }
            }
        }
    }

    /// Critical constraints are refused by 3.6.6: what it says without them counts, be it the same or less than we say.
    #[test]
    fn a_chain_with_critical_constraints_is_judged_without_them() {
        let accepted = || said([true; 2], true, (0, 0));
        let refused = || said([true; 2], true, (FAILED, NOT_TRUSTED));
        let hard = |ours| of_all(ours, said([true, false], true, (0, 0)));
        assert_eq!(find_with(&hard(accepted()), accepted), Some(CONSTRAINTS));
        assert_eq!(find_with(&hard(refused()), refused), Some(CONSTRAINTS));
        assert_eq!(find_with(&hard(refused()), accepted), Some(CONSTRAINTS));
        assert_eq!(find_with(&hard(accepted()), refused), None);
        // Without them there is nothing to soften.
        let mut plain = hard(accepted());
        plain.files = vec![vec![], vec![]];
        assert_eq!(find_with(&plain, || unreachable!("nothing is softened")), None);
    }
}
