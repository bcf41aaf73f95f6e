//! Our own way from a leaf upwards, for what webpki refuses: it never backtracks, checks few signatures, and always comes
//! back with as much of a path as there is, so that every flag can be told.

use super::{
    crt::Certificate,
    verify::{End, Link, MAX_INTERMEDIATES, Place, Request, Work, is_in_time, may_issue},
};

/// Signature checks that one search may spend.
pub(super) const MAX_SIGNATURES: usize = 64;

/// What was found.
pub(super) struct Built<'a> {
    /// From the leaf upwards.
    pub(super) links: Vec<Link<'a>>,
    /// How the path ends.
    pub(super) end: End,
    /// It went on past [`MAX_INTERMEDIATES`].
    pub(super) too_long: bool,
}

/// A possible parent, by how good it is: fields compare in order, `false` is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_not_signer: bool,
    is_out_of_time: bool,
}

/// Goes from `leaf` upwards: at each step to a trust anchor if one fits, else to the best presented certificate that is
/// not in the path yet.
pub(super) fn build<'a>(request: &Request<'a>, leaf: &'a Certificate, work: &mut Work) -> Built<'a> {
    let mut self_issued: usize = 0;
    let mut links = vec![Link {
        place: Place::Chain(0),
        certificate: leaf,
        is_signed: false,
    }];
    while let Some(child) = links.last().map(|link| link.certificate) {
        let above_leaf = links.len().saturating_sub(1);
        let anchor = best(child, request.anchors, |anchor| {
            rank(request, child, anchor, true, above_leaf, self_issued, work).filter(|rank| !rank.is_not_signer)
        });
        if let Some((index, _)) = anchor {
            push(&mut links, Place::Anchor(index), request.anchors.get(index), true);
            return Built {
                links,
                end: End::Anchor,
                too_long: false,
            };
        }
        let parent = best(child, request.chain, |presented| {
            if links.iter().any(|link| link.certificate.der() == presented.der()) {
                return None;
            }
            rank(request, child, presented, false, above_leaf, self_issued, work)
        });
        let Some((index, rank)) = parent else {
            break;
        };
        if links.len() > MAX_INTERMEDIATES {
            return Built {
                links,
                end: End::Open,
                too_long: true,
            };
        }
        if links.len() > 1 && child.is_self_issued() {
            self_issued = self_issued.saturating_add(1);
        }
        push(
            &mut links,
            Place::Chain(index),
            request.chain.get(index),
            !rank.is_not_signer,
        );
    }
    Built {
        links,
        end: End::Open,
        too_long: false,
    }
}

/// Puts a parent on top, and says whether it signed the one below.
fn push<'a>(links: &mut Vec<Link<'a>>, place: Place, parent: Option<&&'a Certificate>, has_signed: bool) {
    if let Some(child) = links.last_mut() {
        child.is_signed = has_signed;
    }
    if let Some(parent) = parent {
        links.push(Link {
            place,
            certificate: parent,
            is_signed: false,
        });
    }
}

/// The candidate of the best rank, the first of equals. Those are looked at first whose key `child` names, so that a crowd
/// of the same name does not use up the signature checks; and none after one that could not be better.
fn best<'a>(
    child: &Certificate,
    candidates: &[&'a Certificate],
    mut rank: impl FnMut(&'a Certificate) -> Option<Rank>,
) -> Option<(usize, Rank)> {
    let mut best: Option<(usize, Rank)> = None;
    for is_likely in [true, false] {
        for (index, candidate) in candidates.iter().enumerate() {
            if child.names_key_of(candidate) != is_likely {
                continue;
            }
            let Some(found) = rank(candidate) else {
                continue;
            };
            if !found.is_not_signer && !found.is_out_of_time {
                return Some((index, found));
            }
            if best.is_none_or(|(_, so_far)| found < so_far) {
                best = Some((index, found));
            }
        }
    }
    best
}

/// How good a parent would be; `None` if it cannot be one.
fn rank(
    request: &Request<'_>,
    child: &Certificate,
    parent: &Certificate,
    is_anchor: bool,
    above_leaf: usize,
    self_issued: usize,
    work: &mut Work,
) -> Option<Rank> {
    if !may_issue(child, parent, is_anchor, above_leaf, self_issued) {
        return None;
    }
    let may_check = work.signatures < MAX_SIGNATURES;
    if may_check {
        work.signatures = work.signatures.saturating_add(1);
    }
    let has_signed = may_check && child.is_signed_by_certificate(parent);
    Some(Rank {
        is_not_signer: !has_signed,
        is_out_of_time: !is_in_time(parent, request.now),
    })
}
