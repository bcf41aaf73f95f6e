//! Chains, each with one fault or two, and those that are good although they look odd.

use crate::maker::*;
use ferrotls::{
    crypto::hash::HashAlgorithm,
    pki::{Time, der, oid},
};

/// One verification.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// The leaf, then the others.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) trusted: Vec<Vec<u8>>,
    pub(crate) crls: Vec<Vec<u8>>,
    /// The name the leaf is to be for.
    pub(crate) expected: &'static str,
}

/// Valid now, which the C interface asks the clock for.
fn fresh(mut recipe: Recipe) -> Recipe {
    let now = Time::now().to_unix();
    (recipe.from, recipe.to) = (now - 10 * DAY, now + 10 * DAY);
    recipe
}

fn leaf(issuer: &str) -> Recipe {
    fresh(Recipe::leaf(issuer))
}

fn root() -> Vec<u8> {
    fresh(Recipe::root("Root")).der(p256(0), p256(0))
}

fn expired(mut recipe: Recipe) -> Recipe {
    recipe.to = recipe.from + DAY;
    recipe
}

fn future(mut recipe: Recipe) -> Recipe {
    recipe.from = recipe.to - DAY;
    recipe
}

/// The leaf's key is number 1, the root's 0, intermediates' from 2.
fn signed(recipe: &Recipe) -> Vec<u8> {
    recipe.der(p256(1), p256(0))
}

fn break_signature(mut der: Vec<u8>) -> Vec<u8> {
    let last = der.len() - 3;
    der[last] ^= 1;
    der
}

fn crl(recipe: &CrlRecipe) -> CrlRecipe {
    let now = Time::now().to_unix();
    CrlRecipe {
        this_update: now - DAY,
        next_update: Some(now + DAY),
        ..recipe.clone()
    }
}

const EXPECTED: &str = "www.example.com";

/// A chain of a leaf alone, under the one root.
fn simple(name: &'static str, leaf: Vec<u8>) -> Case {
    Case {
        name,
        chain: vec![leaf],
        trusted: vec![root()],
        crls: Vec::new(),
        expected: EXPECTED,
    }
}

/// `count` intermediates between root and leaf, leaf first.
fn long_chain(count: usize) -> Vec<Vec<u8>> {
    let names: Vec<String> = (0..count).map(|number| format!("Inner {number}")).collect();
    let mut chain = vec![
        leaf(names.last().map_or("Root", String::as_str)).der(p256(1), p256(if count == 0 { 0 } else { count + 1 })),
    ];
    for number in (0..count).rev() {
        let (issuer, signer) = match number {
            0 => ("Root", 0),
            _ => (names[number - 1].as_str(), number + 1),
        };
        let recipe = fresh(Recipe::authority(issuer, &names[number]));
        chain.push(recipe.der(p256(number + 2), p256(signer)));
    }
    chain
}

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    let mut out = faults();
    out.extend(names());
    out.extend(oddities());
    out.extend(intermediates());
    out.extend(revocations());
    out
}

fn faults() -> Vec<Case> {
    let good = || leaf("Root");
    let other_root = fresh(Recipe::root("Other")).der(p256(9), p256(9));
    let same_name_root = fresh(Recipe::root("Root")).der(p256(9), p256(9));
    let no_sign = fresh(Recipe::root("Root").with(&[basic_constraints(true, None), key_usage(0x80)]));
    let no_ca = fresh(Recipe::root("Root").with(&[basic_constraints(false, None)]));
    let expired_root = expired(fresh(Recipe::root("Root"))).der(p256(0), p256(0));
    let purpose = [dns_names(&[EXPECTED]), extended_key_usage(&[oid::CLIENT_AUTH])];
    let with = |trusted: Vec<Vec<u8>>, case: Case| Case { trusted, ..case };
    let sha1 = HashAlgorithm::Sha1;
    vec![
        simple("good", signed(&good())),
        simple("expired", signed(&expired(good()))),
        simple("future", signed(&future(good()))),
        simple("wrong-name", signed(&good().with(&[dns_names(&["other.example"])]))),
        simple("bad-signature", break_signature(signed(&good()))),
        simple(
            "expired-wrong-name",
            signed(&expired(good()).with(&[dns_names(&["other.example"])])),
        ),
        simple("expired-bad-signature", break_signature(signed(&expired(good())))),
        simple("wrong-purpose", signed(&good().with(&purpose))),
        simple(
            "wrong-usage",
            signed(&good().with(&[dns_names(&[EXPECTED]), key_usage(0x08)])),
        ),
        with(vec![other_root.clone()], simple("unknown-ca", signed(&good()))),
        with(vec![other_root], simple("unknown-ca-future", signed(&future(good())))),
        with(vec![same_name_root.clone()], simple("same-name-ca", signed(&good()))),
        with(
            vec![same_name_root, root()],
            simple("same-name-ca-first", signed(&good())),
        ),
        with(vec![], simple("no-ca", signed(&good()))),
        with(
            vec![no_sign.der(p256(0), p256(0))],
            simple("ca-may-not-sign", signed(&good())),
        ),
        with(vec![no_ca.der(p256(0), p256(0))], simple("ca-is-none", signed(&good()))),
        with(vec![expired_root.clone()], simple("expired-ca", signed(&good()))),
        with(
            vec![expired_root.clone()],
            simple("expired-ca-expired-leaf", signed(&expired(good()))),
        ),
        with(
            vec![expired_root, root()],
            simple("expired-ca-beside-good", signed(&good())),
        ),
        simple("sha1", signed(&Recipe { hash: sha1, ..good() })),
        simple(
            "sha1-expired-wrong-name",
            signed(&expired(Recipe { hash: sha1, ..good() }).with(&[])),
        ),
    ]
}

fn names() -> Vec<Case> {
    let with_names = |list: &[Vec<u8>]| signed(&leaf("Root").with(list));
    let common = |subject: &str| {
        let subject = name(subject);
        signed(
            &Recipe {
                subject,
                ..leaf("Root")
            }
            .with(&[]),
        )
    };
    let for_name = |expected: &'static str, case: Case| Case { expected, ..case };
    let wildcard = || with_names(&[dns_names(&["*.example.com"])]);
    let addresses = || with_names(&[alt_names(&[(0x87, &[127, 0, 0, 1]), (0x87, &[0; 16])])]);
    vec![
        simple("wildcard", wildcard()),
        for_name("example.com", simple("wildcard-bare", wildcard())),
        for_name("a.b.example.com", simple("wildcard-two-labels", wildcard())),
        for_name("WWW.EXAMPLE.COM", simple("case", wildcard())),
        for_name("www.example.com.", simple("final-dot", wildcard())),
        for_name("", simple("empty-name", wildcard())),
        simple("wildcard-inside", with_names(&[dns_names(&["w*.example.com"])])),
        for_name("127.0.0.1", simple("ip", addresses())),
        for_name("127.0.0.2", simple("ip-other", addresses())),
        for_name("::", simple("ip6", addresses())),
        for_name("0:0::0", simple("ip6-other-way", addresses())),
        for_name("::1", simple("ip6-other", addresses())),
        for_name(
            "127.0.0.1",
            simple("ip-as-dns", with_names(&[dns_names(&["127.0.0.1"])])),
        ),
        for_name("127.0.0.1", simple("ip-as-cn", common("127.0.0.1"))),
        simple("cn", common(EXPECTED)),
        simple("cn-other", common("other.example")),
        simple("cn-wildcard", common("*.example.com")),
        simple("cn-beside-san", {
            let subject = name(EXPECTED);
            signed(
                &Recipe {
                    subject,
                    ..leaf("Root")
                }
                .with(&[dns_names(&["other.example"])]),
            )
        }),
        simple("cn-beside-mail-san", {
            let subject = name(EXPECTED);
            signed(
                &Recipe {
                    subject,
                    ..leaf("Root")
                }
                .with(&[alt_names(&[(0x81, b"a@b")])]),
            )
        }),
        for_name(
            "urn:a:b",
            simple("uri", with_names(&[alt_names(&[(0x86, b"urn:a:b")])])),
        ),
        simple(
            "zero-in-name",
            with_names(&[dns_names(&["www.example.com\0.evil.example"])]),
        ),
    ]
}

fn oddities() -> Vec<Case> {
    let self_signed = || leaf("Leaf").der(p256(1), p256(1));
    let alone = |name, chain: Vec<u8>, trusted: Vec<Vec<u8>>| Case {
        trusted,
        ..simple(name, chain)
    };
    let version1 = |subject: &str| {
        fresh(
            Recipe {
                version: 1,
                ..Recipe::root(subject)
            }
            .with(&[]),
        )
    };
    let ca_leaf = || fresh(Recipe::root("Leaf").with(&[basic_constraints(true, None), dns_names(&[EXPECTED])]));
    let any_purpose = [
        dns_names(&[EXPECTED]),
        extended_key_usage(&[oid::ANY_EXTENDED_KEY_USAGE]),
    ];
    let printable = |text| name_as(der::PRINTABLE_STRING, text);
    let issuer = printable("ROOT");
    let rsa_root = fresh(Recipe::root("Root")).der(rsa(), rsa());
    vec![
        alone("self-signed-untrusted", self_signed(), vec![root()]),
        alone("self-signed-trusted", self_signed(), vec![root(), self_signed_twice()]),
        alone(
            "leaf-in-trusted-list",
            signed(&leaf("Root")),
            vec![signed(&leaf("Root"))],
        ),
        {
            let certificate = self_signed();
            alone("self-signed-leaf-is-trusted", certificate.clone(), vec![certificate])
        },
        {
            let certificate = expired(leaf("Leaf")).der(p256(1), p256(1));
            alone(
                "self-signed-leaf-is-trusted-expired",
                certificate.clone(),
                vec![certificate],
            )
        },
        {
            let certificate = ca_leaf().der(p256(1), p256(1));
            alone("ca-as-leaf-is-trusted", certificate.clone(), vec![certificate])
        },
        {
            let recipe =
                fresh(Recipe::authority("Root", "Leaf")).with(&[basic_constraints(true, None), dns_names(&[EXPECTED])]);
            alone("ca-as-leaf", signed(&recipe), vec![root()])
        },
        alone(
            "version-1-root",
            signed(&leaf("Root")),
            vec![version1("Root").der(p256(0), p256(0))],
        ),
        alone(
            "version-1-leaf",
            {
                let subject = name(EXPECTED);
                signed(
                    &Recipe {
                        version: 1,
                        subject,
                        ..leaf("Root")
                    }
                    .with(&[]),
                )
            },
            vec![root()],
        ),
        alone("any-purpose", signed(&leaf("Root").with(&any_purpose)), vec![root()]),
        alone(
            "issuer-encoded-differently",
            signed(&Recipe { issuer, ..leaf("Root") }),
            vec![root()],
        ),
        alone("rsa-root", leaf("Root").der(p256(1), rsa()), vec![rsa_root.clone()]),
        alone(
            "pss",
            Recipe {
                pss_salt: Some(32),
                ..leaf("Root")
            }
            .der(p256(1), rsa()),
            vec![rsa_root.clone()],
        ),
        alone(
            "pss-short-salt",
            Recipe {
                pss_salt: Some(20),
                ..leaf("Root")
            }
            .der(p256(1), rsa()),
            vec![rsa_root],
        ),
        alone("p521-leaf", leaf("Root").der(p521(), p256(0)), vec![root()]),
        alone("twice-the-same-ca", signed(&leaf("Root")), vec![root(), root()]),
    ]
}

fn self_signed_twice() -> Vec<u8> {
    leaf("Leaf").der(p256(1), p256(1))
}

fn intermediates() -> Vec<Case> {
    let under_root = |name, chain: Vec<Vec<u8>>| Case {
        name,
        chain,
        trusted: vec![root()],
        crls: Vec::new(),
        expected: EXPECTED,
    };
    let inner = |recipe: Recipe| vec![leaf("Inner").der(p256(1), p256(2)), recipe.der(p256(2), p256(0))];
    let authority = || fresh(Recipe::authority("Root", "Inner"));
    let mut backwards = long_chain(3);
    backwards[1..].reverse();
    let mut with_root = long_chain(2);
    with_root.push(root());
    let mut unrelated = long_chain(2);
    unrelated.insert(1, signed(&leaf("Root")));
    let mut missing = long_chain(2);
    missing.remove(1);
    let limited = |length| authority().with(&[basic_constraints(true, Some(length)), key_usage(6)]);
    let under_limited = |length| {
        let lower = fresh(Recipe::authority("Inner", "Lower"));
        vec![
            leaf("Lower").der(p256(1), p256(3)),
            lower.der(p256(3), p256(2)),
            limited(length).der(p256(2), p256(0)),
        ]
    };
    let inner_is_trusted = {
        let chain = inner(authority());
        Case {
            trusted: vec![chain[1].clone()],
            ..under_root("inner-is-trusted", chain)
        }
    };
    vec![
        under_root("inner", long_chain(1)),
        under_root("inner-2", long_chain(2)),
        under_root("inner-backwards", backwards),
        under_root("inner-and-root", with_root),
        under_root("inner-unrelated", unrelated),
        under_root("inner-missing", missing),
        under_root("inner-6", long_chain(6)),
        under_root("inner-7", long_chain(7)),
        under_root("inner-8", long_chain(8)),
        under_root("inner-9", long_chain(9)),
        under_root("inner-expired", inner(expired(authority()))),
        under_root("inner-future", inner(future(authority()))),
        under_root(
            "inner-no-ca",
            inner(authority().with(&[basic_constraints(false, None)])),
        ),
        under_root("inner-no-constraints", inner(authority().with(&[]))),
        under_root(
            "inner-may-not-sign",
            inner(authority().with(&[basic_constraints(true, None), key_usage(0x80)])),
        ),
        under_root(
            "inner-sha1",
            inner(Recipe {
                hash: HashAlgorithm::Sha1,
                ..authority()
            }),
        ),
        under_root("inner-bad-signature", {
            let mut chain = inner(authority());
            chain[1] = break_signature(chain[1].clone());
            chain
        }),
        under_root("inner-expired-wrong-name", {
            let mut chain = inner(expired(authority()));
            chain[0] = leaf("Inner")
                .with(&[dns_names(&["other.example"])])
                .der(p256(1), p256(2));
            chain
        }),
        under_root("path-length-0", inner(limited(0))),
        under_root("path-length-0-exceeded", under_limited(0)),
        under_root("path-length-1", under_limited(1)),
        inner_is_trusted,
    ]
}

fn revocations() -> Vec<Case> {
    let good = || signed(&leaf("Root"));
    let with = |name, list: CrlRecipe| Case {
        crls: vec![list.der(p256(0))],
        ..simple(name, good())
    };
    let list = || crl(&CrlRecipe::new("Root"));
    let now = Time::now().to_unix();
    let no_crl_sign = fresh(Recipe::root("Root").with(&[basic_constraints(true, None), key_usage(0x04)]));
    let revoked = || CrlRecipe {
        revoked: vec![vec![1]],
        ..list()
    };
    let old = |recipe| CrlRecipe {
        this_update: now - 3 * DAY,
        next_update: Some(now - DAY),
        ..recipe
    };
    vec![
        with("crl-empty", list()),
        with("crl-revoked", revoked()),
        with(
            "crl-another-revoked",
            CrlRecipe {
                revoked: vec![vec![2]],
                ..list()
            },
        ),
        with("crl-expired", old(list())),
        with("crl-expired-revoked", old(revoked())),
        with(
            "crl-future",
            CrlRecipe {
                this_update: now + DAY,
                next_update: Some(now + 2 * DAY),
                ..list()
            },
        ),
        with(
            "crl-no-next",
            CrlRecipe {
                next_update: None,
                ..list()
            },
        ),
        with(
            "crl-version-1-revoked",
            CrlRecipe {
                version2: false,
                ..revoked()
            },
        ),
        with(
            "crl-of-another",
            crl(&CrlRecipe {
                revoked: vec![vec![1]],
                ..CrlRecipe::new("Other")
            }),
        ),
        with(
            "crl-sha1",
            CrlRecipe {
                hash: HashAlgorithm::Sha1,
                ..list()
            },
        ),
        Case {
            crls: vec![revoked().der(p256(5))],
            ..simple("crl-signed-by-another", good())
        },
        Case {
            crls: vec![revoked().der(p256(0))],
            trusted: vec![no_crl_sign.der(p256(0), p256(0))],
            ..simple("crl-ca-may-not-sign-lists", good())
        },
        Case {
            crls: vec![revoked().der(p256(0))],
            ..simple(
                "crl-revoked-expired-wrong-name",
                signed(&expired(leaf("Root")).with(&[])),
            )
        },
        Case {
            chain: long_chain(1),
            crls: vec![revoked().der(p256(0))],
            ..simple("crl-inner-revoked", good())
        },
    ]
}
