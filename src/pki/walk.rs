//! What Mbed TLS 3.6 checks along a path: validity, profile, CA bits, keyUsage, path lengths, revocation lists, the name.
//! Whether the signatures check is known before.

use super::{
    crt::Certificate,
    hostname, name,
    oid::ext,
    profile::Profile,
    verify::{End, Link, Place, Request, Step, Verdict, Work, flags, may_issue},
};

/// Checks everything but signatures along a path, and gathers the flags.
pub(super) fn walk(request: &Request<'_>, links: &[Link<'_>], end: End) -> Verdict {
    let profile = request.profile;
    let mut path = Vec::with_capacity(links.len());
    let mut self_issued = 0;
    let names_are_constrained = links
        .iter()
        .skip(1)
        .any(|link| link.certificate.extensions.has(ext::NAME_CONSTRAINTS));
    for (depth, link) in links.iter().enumerate() {
        let certificate = link.certificate;
        let mut found = 0;
        if certificate.valid_to < request.now {
            found |= flags::EXPIRED;
        }
        if certificate.valid_from > request.now {
            found |= flags::FUTURE;
        }
        if depth == 0 {
            found |= leaf_flags(request, certificate, names_are_constrained);
        }
        // An anchor's own signature proves nothing, so nothing is asked of it.
        if !matches!(link.place, Place::Anchor(_)) {
            found |= signature_flags(profile, certificate);
            let parent = depth.checked_add(1).and_then(|next| links.get(next));
            match parent {
                Some(parent) => {
                    let is_anchor = matches!(parent.place, Place::Anchor(_));
                    let fits = may_issue(certificate, parent.certificate, is_anchor, depth, self_issued);
                    if !link.is_signed || !fits {
                        found |= flags::NOT_TRUSTED;
                    }
                    if !profile.allows_key_size(&parent.certificate.public_key) {
                        found |= flags::BAD_KEY;
                    }
                    found |= revocation_flags(request, certificate, parent.certificate);
                }
                None if end == End::TrustedLeaf => {}
                None => found |= flags::NOT_TRUSTED,
            }
        }
        if depth != 0 && certificate.is_self_issued() {
            self_issued = self_issued.saturating_add(1);
        }
        path.push(Step {
            place: link.place,
            flags: found,
        });
    }
    // A path that does not end where it may is never trusted.
    if end == End::Open
        && let Some(last) = path.last_mut()
    {
        last.flags |= flags::NOT_TRUSTED;
    }
    Verdict {
        path,
        too_long: false,
        work: Work::default(),
    }
}

/// Name and key of the leaf.
///
/// DEVIATION: Mbed TLS knows no name constraints. Where an authority's names are constrained, a commonName is no host
/// name: the constraints speak of subjectAltName, and an authority could get round them by leaving that out.
fn leaf_flags(request: &Request<'_>, leaf: &Certificate, names_are_constrained: bool) -> u32 {
    let is_for = |name| {
        let may_match = !names_are_constrained || leaf.extensions.has(ext::SUBJECT_ALT_NAME);
        may_match && hostname::matches(leaf, name)
    };
    let mut found = 0;
    if request.name.is_some_and(|name| !is_for(name)) {
        found |= flags::CN_MISMATCH;
    }
    if !request.profile.allows_key_type(&leaf.public_key) {
        found |= flags::BAD_PK;
    }
    if !request.profile.allows_key_size(&leaf.public_key) {
        found |= flags::BAD_KEY;
    }
    found
}

fn signature_flags(profile: &Profile, certificate: &Certificate) -> u32 {
    let mut found = 0;
    if !profile.allows_hash(certificate.signed_with.hash) {
        found |= flags::BAD_MD;
    }
    if !profile.allows_signature(certificate.signed_with.kind) {
        found |= flags::BAD_PK;
    }
    found
}

/// What the issuer's revocation lists say about a certificate.
fn revocation_flags(request: &Request<'_>, certificate: &Certificate, issuer: &Certificate) -> u32 {
    const CRL_SIGN: u32 = 0x02;
    let profile = request.profile;
    let mut found = 0;
    for crl in request.crls {
        if !name::equal(&crl.issuer, crl.der(), &issuer.subject, issuer.der()) {
            continue;
        }
        if !issuer.check_key_usage(CRL_SIGN) {
            return found | flags::CRL_NOT_TRUSTED;
        }
        if !profile.allows_hash(crl.signed_with.hash) {
            found |= flags::CRL_BAD_MD;
        }
        if !profile.allows_signature(crl.signed_with.kind) {
            found |= flags::CRL_BAD_PK;
        }
        if !profile.allows_key_size(&issuer.public_key) {
            found |= flags::BAD_KEY;
        }
        if !crl.is_signed_by(&issuer.public_key) {
            return found | flags::CRL_NOT_TRUSTED;
        }
        // A list without nextUpdate is out of date at once, as in 3.6.
        if crl.next_update.is_none_or(|next| next < request.now) {
            found |= flags::CRL_EXPIRED;
        }
        if crl.this_update > request.now {
            found |= flags::CRL_FUTURE;
        }
        if crl.has_revoked(certificate.serial.of(certificate.der())) {
            return found | flags::REVOKED;
        }
    }
    found
}
