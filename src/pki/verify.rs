//! Is a peer's certificate trusted, and if not, why.
//!
//! Two verdicts, both needed: the flags are 0 only if webpki finds a path **and** our own walk of that path finds nothing.
//! webpki does not look at keyUsage, and of a trust anchor it keeps only name, key and name constraints; the walk checks
//! what Mbed TLS 3.6 checks, and gathers every flag. On the good path each signature is checked once, by webpki.
//!
//! 1. An end-entity certificate that is itself, byte for byte, in the trusted list is trusted as that and nothing more.
//! 2. `ways` tells which paths the names allow, and webpki is asked about each. If it accepts one and the walk of that
//!    path finds nothing, the leaf is trusted.
//! 3. Else `builder` goes from the leaf upwards as 3.6 does, so that all flags are known. If the walk of what it finds has
//!    none, webpki is asked about that path. If it refuses, `exceptions` knows the cases that 3.6 accepts and webpki
//!    refuses, one rule each; anything else is [`flags::OTHER`].
//!
//! Each of these steps is bounded, whatever was presented: [`Work`] counts.

use std::time::Duration;

use rustls_pki_types::{CertificateDer, UnixTime};

use super::{
    builder,
    crl::Crl,
    crt::Certificate,
    exceptions, oid,
    profile::Profile,
    time::Time,
    walk::walk,
    ways::{self, Way},
    webpki_algorithms,
};

/// Why a certificate is not accepted: `MBEDTLS_X509_BADCERT_*` and `BADCRL_*`.
pub mod flags {
    /// The validity has ended.
    pub const EXPIRED: u32 = 0x01;
    /// It is on a revocation list.
    pub const REVOKED: u32 = 0x02;
    /// It is not for the expected name.
    pub const CN_MISMATCH: u32 = 0x04;
    /// It is not signed by a trusted authority.
    pub const NOT_TRUSTED: u32 = 0x08;
    /// The revocation list is not signed by the authority, or that may not sign lists.
    pub const CRL_NOT_TRUSTED: u32 = 0x10;
    /// The revocation list is out of date.
    pub const CRL_EXPIRED: u32 = 0x20;
    /// There is no certificate.
    pub const MISSING: u32 = 0x40;
    /// It was not verified.
    pub const SKIP_VERIFY: u32 = 0x80;
    /// Another reason: here, webpki refuses what our walk would accept.
    pub const OTHER: u32 = 0x0100;
    /// The validity has not begun.
    pub const FUTURE: u32 = 0x0200;
    /// The revocation list is from the future.
    pub const CRL_FUTURE: u32 = 0x0400;
    /// keyUsage does not fit.
    pub const KEY_USAGE: u32 = 0x0800;
    /// extKeyUsage does not fit.
    pub const EXT_KEY_USAGE: u32 = 0x1000;
    /// Netscape's certificate type does not fit.
    pub const NS_CERT_TYPE: u32 = 0x2000;
    /// Signed with a digest that the profile does not allow.
    pub const BAD_MD: u32 = 0x4000;
    /// Signed with, or holding a key of, a kind that the profile does not allow.
    pub const BAD_PK: u32 = 0x8000;
    /// The key is too short or on a curve that the profile does not allow.
    pub const BAD_KEY: u32 = 0x01_0000;
    /// The revocation list is signed with a digest that the profile does not allow.
    pub const CRL_BAD_MD: u32 = 0x02_0000;
    /// The revocation list is signed in a way that the profile does not allow.
    pub const CRL_BAD_PK: u32 = 0x04_0000;
    /// The revocation list is signed with a key that the profile does not allow. Never set: 3.6 sets BAD_KEY.
    pub const CRL_BAD_KEY: u32 = 0x08_0000;
}

/// `MBEDTLS_X509_MAX_INTERMEDIATE_CA`: more of them end the check.
pub const MAX_INTERMEDIATES: usize = 8;

/// What a leaf's key is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The leaf belongs to a TLS server.
    ServerAuth,
    /// The leaf belongs to a TLS client.
    ClientAuth,
}

impl Purpose {
    /// Content bytes of its object identifier.
    pub const fn oid(self) -> &'static [u8] {
        match self {
            Self::ServerAuth => oid::SERVER_AUTH,
            Self::ClientAuth => oid::CLIENT_AUTH,
        }
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// What the peer presented: the leaf, then any others in any order.
    pub chain: &'a [&'a Certificate],
    /// What is trusted.
    pub anchors: &'a [&'a Certificate],
    /// Revocation lists; a certificate whose issuer has none here is not checked for revocation.
    pub crls: &'a [&'a Crl],
    /// What is strong enough.
    pub profile: &'a Profile,
    /// The name the leaf must be for: DNS name or IP address as text. `None`: any.
    pub name: Option<&'a str>,
    /// What intermediates must not exclude by extKeyUsage. The leaf's own usage is not looked at here, because 3.6
    /// checks it after the application's callback: [`usage_flags`]. `None`: any.
    pub purpose: Option<Purpose>,
    /// The time to judge at.
    pub now: Time,
}

/// Where a certificate of the path comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Index in [`Request::chain`].
    Chain(usize),
    /// Index in [`Request::anchors`].
    Anchor(usize),
}

/// One certificate of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which certificate.
    pub place: Place,
    /// What is wrong with it.
    pub flags: u32,
}

/// What a verification cost, as far as the peer has a say in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Certificates that the search for ways by name has stepped on.
    pub steps: usize,
    /// Paths that webpki was asked about: each with at most six intermediates and one anchor.
    pub asked: usize,
    /// Signatures that were checked outside of webpki.
    pub signatures: usize,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// From the leaf (depth 0) upwards, as far as could be gone. Empty only if the chain was.
    pub path: Vec<Step>,
    /// The chain is longer than can be checked: 3.6 then returns FATAL_ERROR, all flags set, and calls no callback.
    pub too_long: bool,
    /// What it cost.
    pub work: Work,
}

impl Verdict {
    /// All flags of the path together; all bits if it was too long. 0 means trusted.
    pub fn flags(&self) -> u32 {
        if self.too_long {
            return u32::MAX;
        }
        if self.path.is_empty() {
            return flags::MISSING;
        }
        self.path.iter().fold(0, |all, step| all | step.flags)
    }
}

/// A path on its way to a verdict.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link<'a> {
    pub(super) place: Place,
    pub(super) certificate: &'a Certificate,
    /// The signature checks with the key of the next link. Of no meaning in the last.
    pub(super) is_signed: bool,
}

/// How a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At a trust anchor.
    Anchor,
    /// The leaf is itself in the trusted list.
    TrustedLeaf,
    /// Nowhere.
    Open,
}

/// Judges a chain.
pub fn verify(request: &Request<'_>) -> Verdict {
    let Some(&leaf) = request.chain.first() else {
        return Verdict {
            path: Vec::new(),
            too_long: false,
            work: Work::default(),
        };
    };
    if leaf_is_trusted(leaf, request.anchors) {
        let link = Link {
            place: Place::Chain(0),
            certificate: leaf,
            is_signed: true,
        };
        return walk(request, &[link], End::TrustedLeaf);
    }
    let mut work = Work::default();
    let mut verdict = search(request, leaf, &mut work);
    verdict.work = work;
    verdict
}

fn search(request: &Request<'_>, leaf: &Certificate, work: &mut Work) -> Verdict {
    let mut found = None;
    for way in ways::find(request, leaf, work) {
        if let Some(links) = ask_webpki(request, leaf, &way, work) {
            let verdict = walk(request, &links, End::Anchor);
            if verdict.flags() == 0 {
                return verdict;
            }
            found.get_or_insert(verdict);
        }
    }
    judge_built(request, leaf, found, work)
}

/// Judges by the path that 3.6 would take; `found` is the verdict, not a good one, on a path of webpki's.
fn judge_built(request: &Request<'_>, leaf: &Certificate, found: Option<Verdict>, work: &mut Work) -> Verdict {
    let built = builder::build(request, leaf, work);
    let mut verdict = walk(request, &built.links, built.end);
    verdict.too_long = built.too_long;
    if verdict.flags() != 0 {
        if built.end == End::Anchor && breaks_constraints(request, leaf, &built.links, work) {
            accuse_leaf(&mut verdict);
        }
        return verdict;
    }
    let confirmed = way_of(&built.links).and_then(|way| ask_webpki(request, leaf, &way, work));
    if confirmed.is_some_and(|links| walk(request, &links, End::Anchor).flags() == 0)
        || exceptions::is_excused(request, &built.links)
    {
        return verdict;
    }
    if let Some(found) = found {
        return found;
    }
    accuse_leaf(&mut verdict);
    verdict
}

fn accuse_leaf(verdict: &mut Verdict) {
    if let Some(leaf) = verdict.path.first_mut() {
        leaf.flags |= flags::OTHER;
    }
}

/// May names be constrained along this path, and the constraints be broken? Only webpki knows, and it stops at the first
/// fault: so it is asked at a time when every certificate was valid. If there was none, or the path is not for webpki, the
/// answer is yes: a program that forgives the other faults must not forgive this one with them.
fn breaks_constraints(request: &Request<'_>, leaf: &Certificate, links: &[Link<'_>], work: &mut Work) -> bool {
    let has_constraints = |link: &Link<'_>| link.certificate.extensions.has(oid::ext::NAME_CONSTRAINTS);
    if !links.iter().any(has_constraints) {
        return false;
    }
    let presented = links.iter().filter(|link| matches!(link.place, Place::Chain(_)));
    let begun = presented.map(|link| link.certificate.valid_from).max();
    let then = Request {
        now: begun.unwrap_or(request.now),
        ..*request
    };
    let confirmed = way_of(links).and_then(|way| ask_webpki(&then, leaf, &way, work));
    confirmed.is_none()
}

/// A path that was built, as webpki is asked about it; `None` if it is too long for webpki or has no anchor.
fn way_of(links: &[Link<'_>]) -> Option<Way> {
    let (last, below) = links.split_last()?;
    let Place::Anchor(anchor) = last.place else {
        return None;
    };
    let intermediates = below.iter().skip(1).filter_map(|link| match link.place {
        Place::Chain(at) => Some(at),
        Place::Anchor(_) => None,
    });
    let intermediates: Vec<usize> = intermediates.collect();
    (intermediates.len() <= ways::WEBPKI_INTERMEDIATES).then_some(Way { intermediates, anchor })
}

/// What keyUsage and extKeyUsage of a TLS 1.3 leaf say against its use: KEY_USAGE if it may not sign, EXT_KEY_USAGE if
/// the purpose is not among those listed (RFC 8446 section 4.4.2.2).
pub fn usage_flags(leaf: &Certificate, purpose: Purpose) -> u32 {
    const DIGITAL_SIGNATURE: u32 = 0x80;
    let mut found = 0;
    if !leaf.check_key_usage(DIGITAL_SIGNATURE) {
        found |= flags::KEY_USAGE;
    }
    if !leaf.check_extended_key_usage(purpose.oid()) {
        found |= flags::EXT_KEY_USAGE;
    }
    found
}

/// Is the leaf self-issued and, byte for byte, in the trusted list? CA or not, as 3.6 has it.
fn leaf_is_trusted(leaf: &Certificate, anchors: &[&Certificate]) -> bool {
    anchors.iter().any(|anchor| anchor.der() == leaf.der()) && leaf.is_self_issued()
}

/// May `parent` have issued `child`: names, CA bit, keyCertSign, path length? `above_leaf` intermediates lie between the
/// leaf and `parent`, `self_issued` of them self-issued (those do not count, RFC 5280 section 4.2.1.9). A trust anchor
/// of version 1 or 2 needs no CA bit: it could not have one.
pub(super) fn may_issue(
    child: &Certificate,
    parent: &Certificate,
    is_anchor: bool,
    above_leaf: usize,
    self_issued: usize,
) -> bool {
    if !child.is_issued_by(parent) || !is_authority(parent, is_anchor) {
        return false;
    }
    let limit = usize::try_from(parent.extensions.max_path_length).unwrap_or(0);
    // the stored limit is one more than the certificate's
    limit == 0 || limit > above_leaf.saturating_sub(self_issued)
}

/// Is it a CA that may sign certificates?
pub(super) fn is_authority(certificate: &Certificate, is_anchor: bool) -> bool {
    const KEY_CERT_SIGN: u32 = 0x04;
    (is_anchor && certificate.version < 3)
        || (certificate.extensions.is_ca && certificate.check_key_usage(KEY_CERT_SIGN))
}

/// Is the validity's window open?
pub(super) fn is_in_time(certificate: &Certificate, now: Time) -> bool {
    certificate.valid_from <= now && now <= certificate.valid_to
}

/// Asks webpki about a way, and gives the path that it accepts: all of the way, or a shorter one out of the same
/// certificates.
fn ask_webpki<'a>(request: &Request<'a>, leaf: &'a Certificate, way: &Way, work: &mut Work) -> Option<Vec<Link<'a>>> {
    work.asked = work.asked.saturating_add(1);
    let anchors = [request.anchors.get(way.anchor)?.trust_anchor()?];
    let leaf_der = CertificateDer::from(leaf.der());
    let entity = webpki::EndEntityCert::try_from(&leaf_der).ok()?;
    let presented = |at: usize| request.chain.get(at).map(|presented| (at, *presented));
    let intermediates: Vec<CertificateDer<'a>> = way
        .intermediates
        .iter()
        .filter_map(|at| presented(*at))
        .map(|(_, presented)| CertificateDer::from(presented.der()))
        .collect();
    let seconds = u64::try_from(request.now.to_unix()).unwrap_or(0);
    let path = entity
        .verify_for_usage(
            webpki_algorithms::ALL,
            &anchors,
            &intermediates,
            UnixTime::since_unix_epoch(Duration::from_secs(seconds)),
            KeyPurpose(request.purpose),
            None,
            None,
        )
        .ok()?;

    let mut links = vec![Link {
        place: Place::Chain(0),
        certificate: leaf,
        is_signed: true,
    }];
    for used in path.intermediate_certificates() {
        let (at, certificate) = way
            .intermediates
            .iter()
            .filter_map(|at| presented(*at))
            .find(|(_, presented)| presented.der() == used.der().as_ref())?;
        links.push(Link {
            place: Place::Chain(at),
            certificate,
            is_signed: true,
        });
    }
    links.push(Link {
        place: Place::Anchor(way.anchor),
        certificate: request.anchors.get(way.anchor)?,
        is_signed: true,
    });
    Some(links)
}

/// extKeyUsage as 3.6 reads it: absent or anyExtendedKeyUsage fits everything.
struct KeyPurpose(Option<Purpose>);

impl webpki::ExtendedKeyUsageValidator for KeyPurpose {
    fn validate(&self, listed: webpki::KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        let Some(purpose) = self.0 else {
            return Ok(());
        };
        let wanted = webpki::KeyPurposeId::new(purpose.oid());
        let any = webpki::KeyPurposeId::new(oid::ANY_EXTENDED_KEY_USAGE);
        let mut is_empty = true;
        for id in listed {
            let id = id?;
            if id == wanted || id == any {
                return Ok(());
            }
            is_empty = false;
        }
        if is_empty {
            Ok(())
        } else {
            Err(webpki::Error::RequiredEkuNotFoundContext(
                webpki::RequiredEkuNotFoundContext {
                    required: match purpose {
                        Purpose::ServerAuth => webpki::KeyUsage::server_auth(),
                        Purpose::ClientAuth => webpki::KeyUsage::client_auth(),
                    },
                    present: Vec::new(),
                },
            ))
        }
    }
}
