//! What Mbed TLS 3.6 accepts and webpki refuses, one rule each.
//!
//! Asked only about a path along which our own walk has checked signatures, validity, CA bits, keyCertSign, path lengths and
//! the profile, and found nothing. What webpki alone checks must not be lost with its refusal: name constraints, and the
//! key purposes of intermediates.

use super::{
    algorithms::PssParameters,
    crt::Certificate,
    oid::ext,
    verify::{Link, Place, Request},
    ways::WEBPKI_INTERMEDIATES,
};
use crate::crypto::{hash::HashAlgorithm, verify::PublicKey};

/// Is there a rule by which this path is good although webpki refuses it?
///
/// DEVIATION: there is none for a malformed cRLDistributionPoints, which Mbed TLS does not look into: a certificate that has
/// one is not trusted.
pub(super) fn is_excused(request: &Request<'_>, links: &[Link<'_>]) -> bool {
    // Never, if webpki might have refused for what only webpki checks.
    let has_constraints = |link: &Link<'_>| link.certificate.extensions.has(ext::NAME_CONSTRAINTS);
    let excludes_purpose = |link: &Link<'_>| {
        let presented = matches!(link.place, Place::Chain(_));
        let purpose = request.purpose;
        presented && purpose.is_some_and(|purpose| !link.certificate.check_extended_key_usage(purpose.oid()))
    };
    if links.iter().any(has_constraints) || links.iter().any(excludes_purpose) {
        return false;
    }
    let rules: [fn(&[Link<'_>]) -> bool; 10] = [
        leaf_is_authority,
        old_version,
        many_intermediates,
        names_encoded_differently,
        critical_extension_of_mbed,
        critical_extension_of_program,
        unusual_pss,
        unique_identifiers,
        compressed_key,
        long_ago,
    ];
    rules.iter().any(|rule| rule(links))
}

/// A leaf with CA:TRUE: devices with one self-made certificate have it. webpki: CaUsedAsEndEntity.
fn leaf_is_authority(links: &[Link<'_>]) -> bool {
    links.first().is_some_and(|leaf| leaf.certificate.extensions.is_ca)
}

/// A leaf or root of version 1 or 2; an intermediate of these is no CA and never gets here. webpki:
/// UnsupportedCertVersion.
fn old_version(links: &[Link<'_>]) -> bool {
    links.iter().any(|link| link.certificate.version < 3)
}

/// Seven or eight intermediates. webpki: MaximumPathDepthExceeded.
fn many_intermediates(links: &[Link<'_>]) -> bool {
    links.len().saturating_sub(2) > WEBPKI_INTERMEDIATES
}

/// Issuer and subject equal by Mbed's comparison but not byte for byte. webpki: UnknownIssuer.
fn names_encoded_differently(links: &[Link<'_>]) -> bool {
    links.windows(2).any(|pair| match pair {
        [child, parent] => {
            let issuer = child.certificate.issuer_raw.of(child.certificate.der());
            issuer != parent.certificate.subject_raw.of(parent.certificate.der())
        }
        _ => false,
    })
}

/// An extension that is critical without need and that Mbed TLS reads: certificatePolicies with anyPolicy, the key
/// identifiers, Netscape's certificate type. webpki: UnsupportedCriticalExtension.
fn critical_extension_of_mbed(links: &[Link<'_>]) -> bool {
    const OURS: u32 =
        ext::CERTIFICATE_POLICIES | ext::SUBJECT_KEY_IDENTIFIER | ext::AUTHORITY_KEY_IDENTIFIER | ext::NS_CERT_TYPE;
    links
        .iter()
        .any(|link| link.certificate.extensions.critical & OURS != 0)
}

/// A critical extension that the program's own callback has taken when it parsed the certificate. A peer's certificates are
/// parsed without one. webpki: UnsupportedCriticalExtension.
fn critical_extension_of_program(links: &[Link<'_>]) -> bool {
    links.iter().any(|link| link.certificate.extensions.has_taken_critical)
}

/// RSASSA-PSS with a salt that is not as long as the digest, with a digest that only a profile of the program's own
/// allows, or by a key that has limits of its own, which our path keeps to. webpki: UnsupportedSignatureAlgorithm.
fn unusual_pss(links: &[Link<'_>]) -> bool {
    let is_unusual = |pss: PssParameters| {
        pss.salt_length != pss.hash.output_len()
            || matches!(
                pss.hash,
                HashAlgorithm::Md5 | HashAlgorithm::Sha1 | HashAlgorithm::Sha224
            )
    };
    let signed = |certificate: &Certificate| certificate.signed_with.pss.is_some_and(is_unusual);
    links
        .iter()
        .any(|link| matches!(link.place, Place::Chain(_)) && signed(link.certificate))
        || links
            .iter()
            .skip(1)
            .any(|link| link.certificate.public_key.pss.is_some())
}

/// issuerUniqueID or subjectUniqueID. RFC 5280 section 4.1.2.8: "Applications conforming to this profile SHOULD be capable
/// of parsing certificates that include unique identifiers". webpki: BadDer.
fn unique_identifiers(links: &[Link<'_>]) -> bool {
    links
        .iter()
        .any(|link| link.certificate.issuer_id.is_some() || link.certificate.subject_id.is_some())
}

/// An authority whose key is a compressed point (RFC 5480 section 2.2: implementations may support it). ring takes none.
fn compressed_key(links: &[Link<'_>]) -> bool {
    links.iter().skip(1).any(|link| match link.certificate.key() {
        // A SubjectPublicKeyInfo ends with its point, as it stands.
        PublicKey::Ec { point, .. } => !link.certificate.pk_raw.of(link.certificate.der()).ends_with(point),
        _ => false,
    })
}

/// Valid since before 1970, where webpki's time begins: some roots say so to mean "always". webpki: BadDerTime.
fn long_ago(links: &[Link<'_>]) -> bool {
    links.iter().any(|link| link.certificate.valid_from.year < 1970)
}
