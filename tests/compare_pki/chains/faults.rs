//! One fault, or several at once, at the leaf, at an intermediate and at the root.

use super::*;
use ferrotls::{crypto::hash::HashAlgorithm, pki::oid};

type Change = fn(Recipe) -> Recipe;

/// Leaf, one intermediate and root, each changed as told.
fn three(name: String, changes: [Change; 3]) -> Case {
    let [of_leaf, of_inner, of_root] = changes;
    let chain = vec![
        of_leaf(leaf("Inner")).der(p256(1), p256(2)),
        of_inner(authority("Root", "Inner")).der(p256(2), p256(0)),
    ];
    Case::new(name, chain).under(vec![of_root(authority("Root", "Root")).der(p256(0), p256(0))])
}

fn same(recipe: Recipe) -> Recipe {
    recipe
}

fn sha1(recipe: Recipe) -> Recipe {
    Recipe {
        hash: HashAlgorithm::Sha1,
        ..recipe
    }
}

fn other_name(recipe: Recipe) -> Recipe {
    recipe.with(&[dns_names(&["other.example"])])
}

pub(super) fn cases() -> Vec<Case> {
    let mut out = vec![Case::leaf("good", signed(&leaf("Root"))).ask(&[
        "next",
        "suiteb",
        "none",
        "silent",
        "info",
        "restartable",
        "no-crl",
        "revoked",
    ])];
    let faults: [(&str, Change); 3] = [("expired", expired), ("future", future), ("sha1", sha1)];
    for (name, fault) in faults {
        out.push(three(format!("{name}-leaf"), [fault, same, same]).ask(&["info", "restartable"]));
        out.push(three(format!("{name}-inner"), [same, fault, same]));
        out.push(three(format!("{name}-root"), [same, same, fault]));
        out.push(three(format!("{name}-all"), [fault, fault, fault]));
    }
    out.push(three("expired-leaf-future-inner".into(), [expired, future, same]));
    out.push(three("expired-leaf-sha1-inner".into(), [expired, sha1, same]));
    out.push(three("future-leaf-expired-root".into(), [future, same, expired]));
    out.push(three("wrong-name-expired-inner".into(), [other_name, expired, same]));
    out.push(
        three(
            "wrong-name-sha1-expired-root".into(),
            [|r| sha1(other_name(r)), same, expired],
        )
        .ask(&["info"]),
    );
    out.extend(of_leaf());
    out.extend(of_authority());
    out
}

fn of_leaf() -> Vec<Case> {
    let good = || leaf("Root");
    let purpose = [dns_names(&[EXPECTED]), extended_key_usage(&[oid::CLIENT_AUTH])];
    let reversed = Recipe {
        from: good().to,
        to: good().from,
        ..good()
    };
    vec![
        Case::leaf("wrong-name", signed(&other_name(good()))).ask(&["info", "silent"]),
        Case::leaf("wrong-name-any", signed(&other_name(good()))).for_any_name(),
        Case::leaf("bad-signature", break_signature(signed(&good()))).ask(&["info"]),
        Case::leaf("expired-wrong-name", signed(&expired(other_name(good())))).ask(&["info"]),
        Case::leaf("expired-bad-signature", break_signature(signed(&expired(good())))),
        Case::leaf(
            "everything-wrong",
            break_signature(signed(&sha1(expired(other_name(good()))))),
        )
        .ask(&["info", "suiteb", "none"]),
        Case::leaf("dates-reversed", signed(&reversed)),
        Case::leaf("wrong-purpose", signed(&good().with(&purpose))),
        Case::leaf("wrong-usage", leaf_with(&[dns_names(&[EXPECTED]), key_usage(0x08)])),
        Case::leaf("no-usage-at-all", leaf_with(&[dns_names(&[EXPECTED]), key_usage(0)])),
    ]
}

fn of_authority() -> Vec<Case> {
    let good = || signed(&leaf("Root"));
    let other_root = || authority("Other", "Other").der(p256(9), p256(9));
    let same_name_root = || authority("Root", "Root").der(p256(9), p256(9));
    let made = |recipe: Recipe| vec![recipe.der(p256(0), p256(0))];
    let root_with = |extensions: &[Vec<u8>]| made(authority("Root", "Root").with(extensions));
    let expired_root = || expired(authority("Root", "Root")).der(p256(0), p256(0));
    let ca = || basic_constraints(true, None);
    vec![
        Case::leaf("unknown-ca", good())
            .under(vec![other_root()])
            .ask(&["info"]),
        Case::leaf("unknown-ca-future", signed(&future(leaf("Root")))).under(vec![other_root()]),
        Case::leaf("unknown-ca-presented", good()).under(vec![other_root()]),
        Case::new("unknown-ca-brought-along", vec![good(), root()]).under(vec![other_root()]),
        Case::leaf("same-name-ca", good()).under(vec![same_name_root()]),
        Case::leaf("same-name-ca-first", good()).under(vec![same_name_root(), root()]),
        Case::leaf("same-name-ca-last", good()).under(vec![root(), same_name_root()]),
        Case::leaf("no-ca", good()).under(vec![]),
        Case::leaf("ca-may-not-sign", good()).under(root_with(&[ca(), key_usage(0x80)])),
        Case::leaf("ca-may-sign-lists-only", good()).under(root_with(&[ca(), key_usage(0x02)])),
        Case::leaf("ca-without-usage", good()).under(root_with(&[ca()])),
        Case::leaf("ca-is-none", good()).under(root_with(&[basic_constraints(false, None)])),
        Case::leaf("ca-has-no-extensions", good()).under(root_with(&[])),
        Case::leaf("ca-has-usage-only", good()).under(root_with(&[key_usage(0x04)])),
        Case::leaf("ca-signature-broken", good()).under(vec![break_signature(root())]),
        Case::leaf("expired-ca-beside-good", good()).under(vec![expired_root(), root()]),
        Case::leaf("expired-ca-behind-good", good()).under(vec![root(), expired_root()]),
        Case::leaf("expired-ca-expired-leaf", signed(&expired(leaf("Root")))).under(vec![expired_root()]),
        Case::leaf("twice-the-same-ca", good()).under(vec![root(), root()]),
        Case::leaf("many-cas", good()).under((0..40).map(|_| other_root()).chain([root()]).collect()),
        Case::leaf("ca-not-critical", good()).under(root_with(&[extension(
            &[0x55, 0x1d, 0x13],
            false,
            &[0x30, 3, 1, 1, 0xff],
        )])),
    ]
}
