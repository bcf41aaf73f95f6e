//! Revocation lists: each flag, several lists, lists of others.

use super::*;
use ferrotls::crypto::hash::HashAlgorithm;

fn list(issuer: &str) -> CrlRecipe {
    let now = Time::now().to_unix();
    CrlRecipe {
        this_update: now - DAY,
        next_update: Some(now + DAY),
        ..CrlRecipe::new(issuer)
    }
}

/// Revokes the leaf, and every other certificate with the serial number 1.
fn revoking(issuer: &str) -> CrlRecipe {
    CrlRecipe {
        revoked: vec![vec![1]],
        ..list(issuer)
    }
}

fn old(recipe: CrlRecipe) -> CrlRecipe {
    CrlRecipe {
        this_update: recipe.this_update - 2 * DAY,
        next_update: recipe.next_update.map(|next| next - 2 * DAY),
        ..recipe
    }
}

fn early(recipe: CrlRecipe) -> CrlRecipe {
    CrlRecipe {
        this_update: recipe.this_update + 2 * DAY,
        next_update: recipe.next_update.map(|next| next + 2 * DAY),
        ..recipe
    }
}

fn hashed(hash: HashAlgorithm, recipe: CrlRecipe) -> CrlRecipe {
    CrlRecipe { hash, ..recipe }
}

pub(super) fn cases() -> Vec<Case> {
    let good = || signed(&leaf("Root"));
    let by_root = |recipe: CrlRecipe| recipe.der(p256(0));
    let with = |name: &str, recipe: CrlRecipe| {
        Case::leaf(format!("crl-{name}"), good())
            .lists(vec![by_root(recipe)])
            .ask(&["no-crl", "revoked"])
    };
    let serials = |list: &[&[u8]]| CrlRecipe {
        revoked: list.iter().map(|serial| serial.to_vec()).collect(),
        ..self::list("Root")
    };
    let extended = |critical| CrlRecipe {
        extensions: vec![extension(&[0x2a, 3, 4], critical, &[5, 0])],
        ..revoking("Root")
    };
    let version1 = |recipe: CrlRecipe| CrlRecipe {
        version2: false,
        ..recipe
    };
    let endless = |recipe: CrlRecipe| CrlRecipe {
        next_update: None,
        ..recipe
    };
    let many: Vec<Vec<u8>> = (2..=200u8).map(|serial| vec![3, serial]).chain([vec![1]]).collect();
    let mut out = vec![
        with("empty", list("Root")),
        with("revoked", revoking("Root")).ask(&["info", "none", "suiteb", "restartable"]),
        with("another-revoked", serials(&[&[2]])),
        with(
            "last-of-many",
            CrlRecipe {
                revoked: many,
                ..list("Root")
            },
        ),
        with("serial-padded", serials(&[&[0, 1]])),
        with("serial-negative", serials(&[&[0x81]])),
        with("serial-empty-first", serials(&[&[], &[1]])),
        with("revoked-twice", serials(&[&[1], &[1]])),
        with("expired", old(list("Root"))).ask(&["info"]),
        with("expired-revoked", old(revoking("Root"))).ask(&["info"]),
        with("future", early(list("Root"))).ask(&["info"]),
        with("future-revoked", early(revoking("Root"))),
        with("no-next", endless(list("Root"))),
        with("no-next-revoked", endless(revoking("Root"))),
        with("version-1", version1(list("Root"))),
        with("version-1-revoked", version1(revoking("Root"))),
        with("of-another", revoking("Other")),
        with("sha1", hashed(HashAlgorithm::Sha1, list("Root"))).ask(&["info", "custom 10 fffffff fffffff 0"]),
        with("sha1-revoked", hashed(HashAlgorithm::Sha1, revoking("Root"))),
        with("sha384-revoked", hashed(HashAlgorithm::Sha384, revoking("Root"))).ask(&["suiteb"]),
        with("sha512-revoked", hashed(HashAlgorithm::Sha512, revoking("Root"))).ask(&["suiteb"]),
        with("extension-revoked", extended(false)),
        with("critical-extension-revoked", extended(true)),
        with("broken", list("Root")).lists(vec![break_signature(by_root(list("Root")))]),
        with("broken-revoked", list("Root"))
            .lists(vec![break_signature(by_root(revoking("Root")))])
            .ask(&["info"]),
        with("broken-expired-sha1", list("Root")).lists(vec![break_signature(by_root(hashed(
            HashAlgorithm::Sha1,
            old(list("Root")),
        )))]),
        with("signed-by-another", list("Root")).lists(vec![revoking("Root").der(p256(5))]),
        with("signed-by-another-kind", list("Root"))
            .lists(vec![revoking("Root").der(rsa())])
            .ask(&["suiteb"]),
        with("two-second-revokes", list("Root")).lists(vec![by_root(list("Root")), by_root(revoking("Root"))]),
        with("two-first-revokes", list("Root")).lists(vec![by_root(revoking("Root")), by_root(old(list("Root")))]),
        with("two-first-expired", list("Root")).lists(vec![by_root(old(list("Root"))), by_root(revoking("Root"))]),
        with("two-first-broken", list("Root"))
            .lists(vec![break_signature(by_root(list("Root"))), by_root(revoking("Root"))]),
        with("of-another-and-own", list("Root")).lists(vec![revoking("Other").der(p256(9)), by_root(revoking("Root"))]),
    ];
    out.extend(elsewhere());
    out
}

/// Other issuers, other certificates.
fn elsewhere() -> Vec<Case> {
    let good = || signed(&leaf("Root"));
    let root_with = |usage: u8| {
        vec![
            authority("Root", "Root")
                .with(&[basic_constraints(true, None), key_usage(usage)])
                .der(p256(0), p256(0)),
        ]
    };
    let rsa_root = || vec![authority("Root", "Root").der(rsa(), rsa())];
    let small = key_file("rsa-1024");
    let small_root = vec![authority("Root", "Root").der(small, small)];
    let by_rsa = || leaf("Root").der(p256(1), rsa());
    let pss = CrlRecipe {
        pss_salt: Some(32),
        ..revoking("Root")
    };
    let inner = || under_inner(&authority("Root", "Inner"));
    let own = leaf("Leaf").der(p256(1), p256(1));
    vec![
        Case::leaf("crl-ca-may-not-sign-lists", good())
            .under(root_with(0x04))
            .lists(vec![revoking("Root").der(p256(0))])
            .ask(&["info", "no-crl"]),
        Case::leaf("crl-ca-may-sign-lists", good())
            .under(root_with(0x06))
            .lists(vec![revoking("Root").der(p256(0))]),
        Case::leaf("crl-rsa-revoked", by_rsa())
            .under(rsa_root())
            .lists(vec![revoking("Root").der(rsa())])
            .ask(&["suiteb", "custom 700 fffffff fffffff 801", "custom 700 a fffffff 0"]),
        Case::leaf("crl-rsa-md5-revoked", by_rsa())
            .under(rsa_root())
            .lists(vec![hashed(HashAlgorithm::Md5, revoking("Root")).der(rsa())])
            .ask(&["custom fffffff fffffff fffffff 0"]),
        Case::leaf("crl-pss-revoked", by_rsa())
            .under(rsa_root())
            .lists(vec![pss.der(rsa())])
            .ask(&["suiteb", "custom 700 1f fffffff 0"]),
        Case::leaf("crl-rsa-1024", leaf("Root").der(p256(1), small))
            .under(small_root)
            .lists(vec![list("Root").der(small)])
            .ask(&["custom 700 fffffff fffffff 400"]),
        Case::new("crl-inner-revoked", inner())
            .lists(vec![revoking("Root").der(p256(0))])
            .ask(&["revoked"]),
        Case::new("crl-leaf-revoked-by-inner", inner()).lists(vec![revoking("Inner").der(p256(2))]),
        Case::new("crl-both-revoked", inner())
            .lists(vec![revoking("Root").der(p256(0)), revoking("Inner").der(p256(2))]),
        Case::new("crl-inner-list-signed-by-root", inner()).lists(vec![revoking("Inner").der(p256(0))]),
        Case::new("crl-inner-list-expired", inner()).lists(vec![old(list("Inner")).der(p256(2))]),
        Case::new("crl-lists-for-both", inner()).lists(vec![list("Root").der(p256(0)), list("Inner").der(p256(2))]),
        Case::leaf("crl-trusted-leaf-revoked", own.clone())
            .under(vec![own])
            .lists(vec![revoking("Leaf").der(p256(1))]),
        Case::leaf("crl-untrusted-leaf", good())
            .under(vec![])
            .lists(vec![revoking("Root").der(p256(0))]),
        Case::leaf("crl-revoked-expired-wrong-name", signed(&expired(leaf("Root"))))
            .lists(vec![old(revoking("Root")).der(p256(0))])
            .named("other.example")
            .ask(&["info"]),
        Case::leaf("crl-root-on-its-own-list", {
            signed(&Recipe {
                serial: vec![7],
                ..leaf("Root")
            })
        })
        .lists(vec![revoking("Root").der(p256(0))])
        .ask(&["revoked"]),
        Case::leaf("crl-same-name-other-ca", good())
            .under(vec![root(), authority("Root", "Root").der(p256(9), p256(9))])
            .lists(vec![revoking("Root").der(p256(9))]),
        Case::leaf("crl-issuer-encoded-differently", good()).lists(vec![
            CrlRecipe {
                issuer: name_as(ferrotls::pki::der::PRINTABLE_STRING, "ROOT"),
                ..revoking("Root")
            }
            .der(p256(0)),
        ]),
    ]
}
