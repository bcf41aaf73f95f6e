//! Entries for fuzz targets and for the tests that replay their corpora. Each takes any bytes, must come back, and says
//! whether what it promises held; nothing here is of use to programs.

use super::{
    Certificate, Crl, Span, crl, crt, csr,
    der::{self, Reader},
    key,
    name::Attribute,
    pem,
    pkcs7::SignedData,
    profile::Profile,
    verify::{Request, verify},
};

/// What [`verify`] may cost at most, as its parts have it.
const MOST_WORK: [usize; 3] = [
    super::ways::MAX_STEPS,
    super::ways::MAX_WAYS + 1,
    super::builder::MAX_SIGNATURES,
];

/// Certificates, revocation lists and requests; the first byte says which of them, and whether DER alone or a file. What
/// parses, parses again from its own DER; a request that is understood is one also where unknown extensions are listed.
pub fn x509(data: &[u8]) -> bool {
    let Some((kind, bytes)) = data.split_first() else {
        return true;
    };
    match kind % 5 {
        0 => Certificate::from_der(bytes).holds_if_ok(|found| same_certificate(&found)),
        1 => Crl::from_der(bytes).holds_if_ok(|found| same_list(&found)),
        2 => crt::parse_many(bytes).holds_if_ok(|found| found.items.iter().all(same_certificate)),
        3 => crl::parse_many(bytes).holds_if_ok(|found| found.items.iter().all(same_list)),
        _ => csr::Request::from_der(bytes, false).holds_if_ok(|found| {
            csr::Request::from_der(bytes, true)
                .is_ok_and(|again| (again.info, again.sig_oid) == (found.info, found.sig_oid))
        }),
    }
}

fn same_certificate(found: &Certificate) -> bool {
    Certificate::from_der(found.der()).is_ok_and(|again| again.der() == found.der() && again.tbs == found.tbs)
}

fn same_list(found: &Crl) -> bool {
    Crl::from_der(found.der()).is_ok_and(|again| again.der() == found.der() && again.entries == found.entries)
}

/// Signed data of PKCS #7. Each part of what is understood lies in the part around it, and the message is understood
/// again where it stands without a ContentInfo.
pub fn pkcs7(data: &[u8]) -> bool {
    let lies_in = |inner: Span, outer: Span| outer.start <= inner.start && inner.end <= outer.end;
    let whole = Span {
        start: 0,
        end: data.len(),
    };
    SignedData::from_der(data).holds_if_ok(|found| {
        let holds = found.signers.iter().all(|signer| {
            let name = |attribute: &Attribute| {
                lies_in(attribute.oid.span, signer.issuer_raw) && lies_in(attribute.value.span, signer.issuer_raw)
            };
            let parts = [
                signer.serial,
                signer.digest,
                signer.signature_algorithm,
                signer.signature,
            ];
            signer.issuer.iter().all(name)
                && !signer.issuer.is_empty()
                && lies_in(signer.issuer_raw, whole)
                && parts.iter().all(|part| lies_in(part.span, whole))
                && signer.digest.of(data) == found.digest.of(data)
        });
        let mut info = Reader::new(data);
        let content = info.enter(der::SEQUENCE).ok().and_then(|(_, mut fields)| {
            fields.optional(der::OID).ok()??;
            Some(fields.any().ok()?.value.of(data))
        });
        let is_again = content.is_none_or(|content| {
            SignedData::from_der(content).is_ok_and(|again| again.signers.len() == found.signers.len())
        });
        holds && is_again && found.certificate.iter().all(same_certificate)
    })
}

/// Keys; the first byte says whether a private one, one with the password `secret`, or a public one. A private key fits
/// the public half that it is told to have.
pub fn pk(data: &[u8]) -> bool {
    let Some((kind, bytes)) = data.split_first() else {
        return true;
    };
    let private =
        |password| key::parse_private_key(bytes, password).holds_if_ok(|found| found.key.matches(&found.public().key));
    match kind % 3 {
        0 => private(None),
        1 => private(Some(b"secret")),
        _ => key::parse_public_key(bytes).holds_if_ok(|found| found.key.bits() > 0),
    }
}

/// PEM: each block that decodes, written and decoded again, is the same.
pub fn pem(data: &[u8]) -> bool {
    const LABELS: [&str; 5] = [
        "CERTIFICATE",
        "X509 CRL",
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "PUBLIC KEY",
    ];
    LABELS.iter().all(|label| {
        let mut rest = data;
        while let Some(found) = pem::next_block(rest, label) {
            if found.rest.len() >= rest.len() {
                return false;
            }
            rest = found.rest;
            let Ok(der) = found.block.decode() else {
                continue;
            };
            let text = pem::write(label, &der);
            let again = pem::next_block(text.as_bytes(), label).and_then(|found| found.block.decode().ok());
            if again.is_none_or(|again| *again != *der) {
                return false;
            }
        }
        true
    })
}

/// DER: every element lies within the one around it, and every value reader stays within its element.
pub fn asn1(data: &[u8]) -> bool {
    let mut left = vec![Reader::new(data)];
    let mut elements = 0_usize;
    while let Some(mut reader) = left.pop() {
        while !reader.is_at_end() {
            let (start, mut typed) = (reader.position(), reader.clone());
            let Ok(element) = reader.any() else {
                break;
            };
            elements = elements.saturating_add(1);
            let holds = element.outer.start == start
                && element.value.start > start
                && element.value.end == element.outer.end
                && reader.position() == element.outer.end
                && reader.position() <= data.len();
            let read = [
                typed.clone().boolean().is_ok(),
                typed.clone().small_integer().is_ok(),
                typed.clone().unsigned_integer().is_ok(),
                typed.clone().bit_string().is_ok(),
                typed.byte_string().is_ok(),
            ];
            if !holds || (element.value.is_empty() && read.contains(&true) && element.tag != der::INTEGER) {
                return false;
            }
            if element.tag & der::CONSTRUCTED != 0 {
                left.push(reader.within(element.value));
            }
        }
    }
    // Elements cost two bytes each.
    elements <= data.len()
}

/// A chain: PEM certificates, the last of which are trusted, as many as the first byte says. Whatever comes, the work is
/// bounded, and without anything trusted nothing is.
pub fn chain(data: &[u8]) -> bool {
    let Some((trusted, bytes)) = data.split_first() else {
        return true;
    };
    let Ok(parsed) = crt::parse_many(bytes) else {
        return true;
    };
    let all: Vec<&Certificate> = parsed.items.iter().collect();
    let at = all.len().saturating_sub(usize::from(*trusted));
    let (presented, anchors) = all.split_at_checked(at).unwrap_or((&all, &[]));
    let Some(leaf) = presented.first() else {
        return true;
    };
    let verdict = verify(&Request {
        chain: presented,
        anchors,
        crls: &[],
        profile: &Profile::DEFAULT,
        name: Some("www.example.com"),
        purpose: None,
        now: leaf.valid_from,
    });
    let work = [verdict.work.steps, verdict.work.asked, verdict.work.signatures];
    let is_bounded = work.iter().zip(MOST_WORK).all(|(done, most)| *done <= most);
    is_bounded && (verdict.flags() != 0 || !anchors.is_empty())
}

/// An input that does not parse breaks no promise.
trait HoldsIfOk<T> {
    fn holds_if_ok(self, promise: impl FnOnce(T) -> bool) -> bool;
}

impl<T, E> HoldsIfOk<T> for Result<T, E> {
    fn holds_if_ok(self, promise: impl FnOnce(T) -> bool) -> bool {
        self.map_or(true, promise)
    }
}
