//! Ways from a leaf to a trust anchor by names alone, before any signature is checked: each is then put to webpki by itself.
//!
//! Who presents certificates decides how many there are and what they are called, so the search is bounded: it takes at
//! most [`MAX_STEPS`] steps and yields at most [`MAX_WAYS`] ways. webpki is never let loose on a crowd, whose paths it would
//! try by the hundred thousand.

use std::collections::{HashMap, HashSet};

use super::{
    crt::Certificate,
    verify::{Request, Work, is_authority, is_in_time},
};

/// Intermediates that webpki goes up to.
pub(super) const WEBPKI_INTERMEDIATES: usize = 6;

/// Ways that one verification puts to webpki.
pub(super) const MAX_WAYS: usize = 8;

/// Certificates that one search may step on.
pub(super) const MAX_STEPS: usize = 500;

/// One way up from the leaf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// Indices in [`Request::chain`], from the leaf's issuer upwards.
    pub(super) intermediates: Vec<usize>,
    /// Index in [`Request::anchors`].
    pub(super) anchor: usize,
}

/// All ways that are found, the best first: to an anchor as early as can be, by keys that are named, and by certificates
/// that are in time.
pub(super) fn find(request: &Request<'_>, leaf: &Certificate, work: &mut Work) -> Vec<Way> {
    let mut search = Search {
        request,
        anchors: anchors(request),
        presented: by_subject(request.chain, request, |at, certificate| {
            at != 0 && is_authority(certificate, false)
        }),
        way: Vec::new(),
        found: Vec::new(),
        work,
    };
    search.go_up(leaf);
    search.found
}

type BySubject<'a> = HashMap<&'a [u8], Vec<usize>>;

/// Those of a list that `wanted` takes, by their subject, those in time first.
fn by_subject<'a>(
    list: &'a [&'a Certificate],
    request: &Request<'_>,
    wanted: impl Fn(usize, &Certificate) -> bool,
) -> BySubject<'a> {
    let mut out = BySubject::new();
    for (at, certificate) in list.iter().enumerate() {
        if wanted(at, certificate) {
            let subject = certificate.subject_raw.of(certificate.der());
            out.entry(subject).or_default().push(at);
        }
    }
    for same in out.values_mut() {
        same.sort_by_key(|at| list.get(*at).is_none_or(|found| !is_in_time(found, request.now)));
    }
    out
}

/// The anchors that have issued anything that was presented, by their names.
fn anchors<'a>(request: &Request<'a>) -> BySubject<'a> {
    let issuers: HashSet<&[u8]> = request
        .chain
        .iter()
        .map(|presented| presented.issuer_raw.of(presented.der()))
        .collect();
    by_subject(request.anchors, request, |_, anchor| {
        issuers.contains(anchor.subject_raw.of(anchor.der())) && is_authority(anchor, true)
    })
}

/// Those whose key identifier is the one that `child` names for its issuer, if it names one, then the others, which have
/// another or none (RFC 4158 section 3.5.12).
fn likely_first<'s>(
    child: &'s Certificate,
    candidates: &'s [usize],
    list: &'s [&Certificate],
) -> impl Iterator<Item = usize> + 's {
    let is_likely = move |at: &usize| list.get(*at).is_some_and(|parent| child.names_key_of(parent));
    let likely = candidates.iter().copied().filter(is_likely);
    likely.chain(candidates.iter().copied().filter(move |at| !is_likely(at)))
}

struct Search<'s, 'a> {
    request: &'s Request<'a>,
    anchors: BySubject<'a>,
    presented: BySubject<'a>,
    /// Where the search stands: indices of intermediates.
    way: Vec<usize>,
    found: Vec<Way>,
    work: &'s mut Work,
}

impl Search<'_, '_> {
    fn is_over(&self) -> bool {
        self.found.len() >= MAX_WAYS || self.work.steps >= MAX_STEPS
    }

    /// At most [`WEBPKI_INTERMEDIATES`] calls deep.
    fn go_up(&mut self, child: &Certificate) {
        self.work.steps = self.work.steps.saturating_add(1);
        let issuer = child.issuer_raw.of(child.der());
        let anchors = self.anchors.get(issuer).map_or(&[][..], Vec::as_slice);
        let room = MAX_WAYS.saturating_sub(self.found.len());
        for anchor in likely_first(child, anchors, self.request.anchors).take(room) {
            self.found.push(Way {
                intermediates: self.way.clone(),
                anchor,
            });
        }
        if self.way.len() >= WEBPKI_INTERMEDIATES {
            return;
        }
        let chain = self.request.chain;
        let same_name = self.presented.get(issuer).map_or(&[][..], Vec::as_slice);
        let same_name: Vec<usize> = likely_first(child, same_name, chain).collect();
        for at in same_name {
            if self.is_over() {
                return;
            }
            let Some(parent) = chain.get(at) else {
                continue;
            };
            // The same name with the same key again leads nowhere new (RFC 4158 section 5.2).
            let is_known = |known: &Certificate| {
                known.pk_raw.of(known.der()) == parent.pk_raw.of(parent.der())
                    && known.subject_raw.of(known.der()) == parent.subject_raw.of(parent.der())
            };
            if self
                .way
                .iter()
                .filter_map(|at| chain.get(*at))
                .any(|known| is_known(known))
            {
                continue;
            }
            self.way.push(at);
            self.go_up(parent);
            self.way.pop();
        }
    }
}
