//! Intermediates: many, out of order, missing, twice, cross-signed, in loops, of the same name; path lengths.

use super::*;
use ferrotls::crypto::hash::HashAlgorithm;

fn inner(recipe: &Recipe) -> Vec<Vec<u8>> {
    under_inner(recipe)
}

pub(super) fn cases() -> Vec<Case> {
    let plain = || authority("Root", "Inner");
    let with = |list: &[Vec<u8>]| inner(&plain().with(list));
    let ca = || basic_constraints(true, None);
    let mut out: Vec<Case> = (1..=10)
        .map(|count| Case::new(format!("inner-{count}"), long_chain(count)).ask(&["suiteb"]))
        .collect();
    // Every order of three.
    for (name, order) in [
        ("132", [1, 3, 2]),
        ("213", [2, 1, 3]),
        ("231", [2, 3, 1]),
        ("312", [3, 1, 2]),
        ("321", [3, 2, 1]),
    ] {
        let chain = long_chain(3);
        let mut mixed = vec![chain[0].clone()];
        mixed.extend(order.iter().map(|at: &usize| chain[*at].clone()));
        out.push(Case::new(format!("order-{name}"), mixed));
    }
    for at in 1..=3 {
        let mut chain = long_chain(3);
        chain.remove(at);
        out.push(Case::new(format!("missing-{at}"), chain));
    }
    for at in 1..=3 {
        let mut chain = long_chain(3);
        let again = chain[at].clone();
        chain.insert(at, again);
        out.push(Case::new(format!("duplicated-{at}"), chain));
    }
    let mut eight = long_chain(8);
    eight[1..].reverse();
    out.push(Case::new("inner-8-backwards", eight));
    let mut with_root = long_chain(2);
    with_root.push(root());
    out.push(Case::new("inner-and-root", with_root.clone()));
    with_root.push(root());
    out.push(Case::new("inner-and-root-twice", with_root));
    let mut unrelated = long_chain(2);
    unrelated.insert(1, signed(&leaf("Root")));
    unrelated.push(authority("Stranger", "Stranger").der(p256(9), p256(9)));
    out.push(Case::new("inner-unrelated", unrelated));
    let mut twice = long_chain(2);
    twice.insert(0, twice[0].clone());
    out.push(Case::new("leaf-twice", twice));
    out.extend([
        Case::new("inner-no-ca", with(&[basic_constraints(false, None)])),
        Case::new("inner-no-constraints", with(&[])),
        Case::new("inner-usage-only", with(&[key_usage(0x04)])),
        Case::new("inner-no-usage", with(&[ca()])),
        Case::new("inner-may-not-sign", with(&[ca(), key_usage(0x80)])),
        Case::new("inner-may-sign-lists-only", with(&[ca(), key_usage(0x02)])),
        Case::new("inner-bad-signature", {
            let mut chain = inner(&plain());
            chain[1] = break_signature(chain[1].clone());
            chain
        }),
        Case::new("inner-leaf-bad-signature", {
            let mut chain = inner(&plain());
            chain[0] = break_signature(chain[0].clone());
            chain
        }),
        Case::new("inner-expired-wrong-name", inner(&expired(plain()))).named("other.example"),
        Case::new("inner-expired-sha1", {
            inner(&Recipe {
                hash: HashAlgorithm::Sha1,
                ..expired(plain())
            })
        }),
        Case::new("inner-is-trusted", inner(&plain())).under(vec![plain().der(p256(2), p256(0))]),
        Case::new("inner-is-trusted-expired", inner(&expired(plain())))
            .under(vec![expired(plain()).der(p256(2), p256(0))]),
        Case::new("inner-is-trusted-beside-root", inner(&plain())).under(vec![root(), plain().der(p256(2), p256(0))]),
        Case::leaf("inner-is-trusted-alone", inner(&plain())[0].clone()).under(vec![plain().der(p256(2), p256(0))]),
        Case::new(
            "leaf-issues-leaf",
            vec![leaf("Leaf").der(p256(3), p256(1)), signed(&leaf("Root"))],
        ),
    ]);
    out.extend(path_lengths());
    out
}

fn path_lengths() -> Vec<Case> {
    let limited = |issuer: &str, subject: &str, length| {
        authority(issuer, subject).with(&[basic_constraints(true, Some(length)), key_usage(6)])
    };
    let chain = |upper: Recipe, lower: Recipe| {
        vec![
            leaf("Lower").der(p256(1), p256(3)),
            lower.der(p256(3), p256(2)),
            upper.der(p256(2), p256(0)),
        ]
    };
    let lower = || authority("Upper", "Lower");
    let root_of = |length| vec![limited("Root", "Root", length).der(p256(0), p256(0))];
    let two = || chain(authority("Root", "Upper"), lower());
    // The same name, another key, issued by itself: does not count.
    let rolled = |length| {
        vec![
            leaf("Upper").der(p256(1), p256(3)),
            authority("Upper", "Upper").der(p256(3), p256(2)),
            limited("Root", "Upper", length).der(p256(2), p256(0)),
        ]
    };
    vec![
        Case::new("path-length-0", inner(&limited("Root", "Inner", 0))),
        Case::new("path-length-0-exceeded", chain(limited("Root", "Upper", 0), lower())),
        Case::new("path-length-1", chain(limited("Root", "Upper", 1), lower())),
        Case::new(
            "path-length-lower-0",
            chain(authority("Root", "Upper"), limited("Upper", "Lower", 0)),
        ),
        Case::new("path-length-127", chain(limited("Root", "Upper", 127), lower())),
        Case::leaf("path-length-root-0-leaf", signed(&leaf("Root"))).under(root_of(0)),
        Case::new("path-length-root-0-exceeded", inner(&authority("Root", "Inner"))).under(root_of(0)),
        Case::new("path-length-root-1", inner(&authority("Root", "Inner"))).under(root_of(1)),
        Case::new("path-length-root-1-exceeded", two()).under(root_of(1)),
        Case::new("path-length-root-2", two()).under(root_of(2)),
        Case::new("path-length-self-issued", rolled(0)),
        Case::new("path-length-self-issued-1", rolled(1)),
    ]
}

/// Several ways up, and ways that lead round.
pub(super) fn crosses() -> Vec<Case> {
    let end = || leaf("Inner").der(p256(1), p256(2));
    let by = |issuer: &str, number: usize| authority(issuer, "Inner").der(p256(2), p256(number));
    let other_root = || authority("Other", "Other").der(p256(9), p256(9));
    let impostor = || authority("Root", "Inner").der(p256(8), p256(0));
    let old = || expired(authority("Root", "Inner")).der(p256(2), p256(0));
    let weak = || {
        Recipe {
            hash: HashAlgorithm::Sha1,
            ..authority("Root", "Inner")
        }
        .der(p256(2), p256(0))
    };
    let cross = |issuer: &str, subject: &str, key: usize, signer: usize| {
        authority(issuer, subject).der(p256(key), p256(signer))
    };
    let case = |name: &str, others: Vec<Vec<u8>>| Case::new(name, [vec![end()], others].concat());
    let mesh: Vec<Vec<u8>> = (2..8)
        .flat_map(|key| (2..8).map(move |signer| (key, signer)))
        .map(|(key, signer)| cross("Inner", "Inner", key, signer))
        .collect();
    let ring: Vec<Vec<u8>> = (2..8)
        .map(|at| {
            let next = if at == 7 { 2 } else { at + 1 };
            cross(&format!("Ring {next}"), &format!("Ring {at}"), at, next)
        })
        .collect();
    let ring_leaf = leaf("Ring 2").der(p256(1), p256(2));
    vec![
        case("cross-known-first", vec![by("Root", 0), by("Other", 9)]),
        case("cross-known-last", vec![by("Other", 9), by("Root", 0)]),
        case("cross-both-known", vec![by("Other", 9), by("Root", 0)]).under(vec![root(), other_root()]),
        case("cross-none-known", vec![by("Other", 9), by("Root", 0)])
            .under(vec![authority("Third", "Third").der(p256(10), p256(10))]),
        case("cross-root-by-other", vec![by("Root", 0), cross("Other", "Root", 0, 9)]).under(vec![other_root()]),
        case(
            "cross-root-by-other-first",
            vec![cross("Other", "Root", 0, 9), by("Root", 0)],
        )
        .under(vec![other_root()]),
        case(
            "cross-root-by-other-and-root",
            vec![by("Root", 0), cross("Other", "Root", 0, 9)],
        ),
        case("cross-expired-first", vec![old(), by("Root", 0)]),
        case("cross-expired-last", vec![by("Root", 0), old()]),
        case("cross-weak-first", vec![weak(), by("Root", 0)]),
        case("cross-weak-last", vec![by("Root", 0), weak()]),
        case("same-name-other-key-first", vec![impostor(), by("Root", 0)]),
        case("same-name-other-key-last", vec![by("Root", 0), impostor()]),
        case("same-name-other-key-only", vec![impostor()]),
        case(
            "same-name-broken-first",
            vec![break_signature(by("Root", 0)), by("Root", 0)],
        ),
        case("loop-of-one", vec![cross("Inner", "Inner", 2, 2)]),
        case(
            "loop-of-one-and-way-out",
            vec![cross("Inner", "Inner", 2, 2), by("Root", 0)],
        ),
        case("loop-of-two", vec![by("Upper", 3), cross("Inner", "Upper", 3, 2)]),
        case(
            "loop-of-two-and-way-out",
            vec![
                by("Upper", 3),
                cross("Inner", "Upper", 3, 2),
                cross("Root", "Upper", 3, 0),
            ],
        ),
        Case::new("loop-of-six", [vec![ring_leaf], ring].concat()),
        case("mesh", mesh.clone()),
        case("mesh-and-way-out", [mesh, vec![by("Root", 0)]].concat()),
        Case::new(
            "loop-through-root",
            vec![end(), by("Root", 0), cross("Inner", "Root", 0, 2)],
        )
        .under(vec![other_root()]),
    ]
}
