//! What is good although it looks odd, or the other way round: cases where 3.6 and webpki differ, versions, leaves that are
//! trusted themselves, extensions, encodings.

use super::*;
use ferrotls::pki::{der, oid};

fn version(number: u8, recipe: Recipe) -> Recipe {
    Recipe {
        version: number,
        ..recipe.with(&[])
    }
}

/// No extensions but the list.
fn empty_list(recipe: Recipe) -> Recipe {
    Recipe {
        writes_empty_list: true,
        ..recipe.with(&[])
    }
}

fn unique(recipe: Recipe) -> Recipe {
    Recipe {
        before_extensions: vec![0x81, 2, 0, 1, 0x82, 2, 0, 2],
        ..recipe
    }
}

/// The same as constructed elements, which 3.6 takes them for.
fn unique_constructed(recipe: Recipe) -> Recipe {
    Recipe {
        before_extensions: vec![0xa1, 4, 3, 2, 0, 1, 0xa2, 4, 3, 2, 0, 2],
        ..recipe
    }
}

fn called(recipe: Recipe) -> Recipe {
    Recipe {
        subject: name(EXPECTED),
        ..recipe
    }
}

pub(super) fn cases() -> Vec<Case> {
    let good = || signed(&leaf("Root"));
    let own_root = |recipe: Recipe| vec![recipe.der(p256(0), p256(0))];
    let mut out = trusted_leaves();
    for number in [1, 2] {
        out.push(Case::leaf(
            format!("version-{number}-leaf"),
            signed(&version(number, called(leaf("Root")))),
        ));
        out.push(
            Case::leaf(format!("version-{number}-root"), good())
                .under(own_root(version(number, authority("Root", "Root")))),
        );
        out.push(Case::new(
            format!("version-{number}-inner"),
            under_inner(&version(number, authority("Root", "Inner"))),
        ));
        out.push(
            Case::new(
                format!("version-{number}-trusted-inner"),
                under_inner(&authority("Root", "Inner")),
            )
            .under(vec![version(number, authority("Root", "Inner")).der(p256(2), p256(0))]),
        );
    }
    out.push(Case::leaf(
        "version-4-leaf",
        signed(&Recipe {
            version: 4,
            ..leaf("Root")
        }),
    ));
    out.push(Case::leaf("unique-ids-leaf", signed(&unique_constructed(leaf("Root")))));
    out.push(Case::new(
        "unique-ids-inner",
        under_inner(&unique_constructed(authority("Root", "Inner"))),
    ));
    out.push(Case::leaf("unique-ids-root", good()).under(own_root(unique_constructed(authority("Root", "Root")))));
    out.push(Case::leaf("unique-ids-primitive", signed(&unique(leaf("Root")))));
    out.push(Case::leaf("empty-list-leaf", signed(&empty_list(called(leaf("Root"))))));
    out.push(Case::new(
        "empty-list-inner",
        under_inner(&empty_list(authority("Root", "Inner"))),
    ));
    out.push(Case::leaf("empty-list-root", good()).under(own_root(empty_list(authority("Root", "Root")))));
    out.extend(extensions());
    out
}

fn trusted_leaves() -> Vec<Case> {
    let own = || leaf("Leaf").der(p256(1), p256(1));
    let alone = |name: &str, certificate: Vec<u8>| Case::leaf(name, certificate.clone()).under(vec![certificate]);
    let again = || {
        Recipe {
            serial: vec![9],
            ..leaf("Leaf")
        }
        .der(p256(1), p256(1))
    };
    let ca = || authority("Leaf", "Leaf").with(&[basic_constraints(true, None), dns_names(&[EXPECTED])]);
    let by_root = authority("Root", "Leaf").with(&[basic_constraints(true, None), dns_names(&[EXPECTED])]);
    vec![
        Case::leaf("self-signed-untrusted", own()),
        alone("self-signed-leaf-is-trusted", own()).ask(&["suiteb", "none"]),
        alone(
            "self-signed-leaf-is-trusted-expired",
            expired(leaf("Leaf")).der(p256(1), p256(1)),
        ),
        alone(
            "self-signed-leaf-is-trusted-future",
            future(leaf("Leaf")).der(p256(1), p256(1)),
        ),
        alone("self-signed-leaf-is-trusted-broken", break_signature(own())),
        alone("self-signed-leaf-is-trusted-other-name", own()).named("other.example"),
        Case::leaf("self-signed-other-is-trusted", own()).under(vec![again()]),
        Case::new("self-signed-leaf-and-root", vec![own(), root()]).under(vec![root(), own()]),
        alone("leaf-in-trusted-list", signed(&leaf("Root"))),
        Case::leaf("leaf-and-root-in-trusted-list", signed(&leaf("Root"))).under(vec![signed(&leaf("Root")), root()]),
        alone("ca-as-leaf-is-trusted", ca().der(p256(1), p256(1))),
        alone(
            "ca-as-leaf-may-not-sign",
            ca().with(&[key_usage(0x80), dns_names(&[EXPECTED])])
                .der(p256(1), p256(1)),
        ),
        Case::leaf("ca-as-leaf", signed(&by_root)),
        Case::leaf("ca-as-leaf-broken", break_signature(signed(&by_root))),
        Case::leaf("trusted-leaf-as-issuer", leaf("Leaf").der(p256(3), p256(1))).under(vec![own()]),
        alone(
            "version-1-leaf-is-trusted",
            version(1, called(leaf(EXPECTED))).der(p256(1), p256(1)),
        ),
        Case::leaf("root-as-leaf", root()).for_any_name(),
    ]
}

fn extensions() -> Vec<Case> {
    let dns = || dns_names(&[EXPECTED]);
    let with = |name: &str, list: &[Vec<u8>]| Case::leaf(name, leaf_with(&[&[dns()], list].concat()));
    let ca = || basic_constraints(true, None);
    let inner = |name: &str, list: &[Vec<u8>]| {
        Case::new(
            name,
            under_inner(&authority("Root", "Inner").with(&[&[ca()], list].concat())),
        )
    };
    let at_root = |name: &str, list: &[Vec<u8>]| {
        Case::leaf(name, signed(&leaf("Root"))).under(vec![
            authority("Root", "Root")
                .with(&[&[ca()], list].concat())
                .der(p256(0), p256(0)),
        ])
    };
    let unknown = |critical| extension(&[0x2a, 3, 4, 5], critical, &[5, 0]);
    let policy = |id: &[u8], critical| {
        let list = tlv(der::SEQUENCE, &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[id])])]);
        extension(&[0x55, 0x1d, 0x20], critical, &list)
    };
    let netscape = |critical| {
        extension(
            &[0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 1, 1],
            critical,
            &[3, 2, 0, 0x40],
        )
    };
    let subject_key = |id: &[u8]| extension(&[0x55, 0x1d, 0x0e], true, &tlv(der::OCTET_STRING, &[id]));
    let authority_key = |id: &[u8]| extension(&[0x55, 0x1d, 0x23], true, &tlv(der::SEQUENCE, &[&tlv(0x80, &[id])]));
    let any = || extended_key_usage(&[oid::ANY_EXTENDED_KEY_USAGE]);
    let purposes = |list: &[&[u8]]| extended_key_usage(list);
    vec![
        with("unknown-extension-leaf", &[unknown(false)]),
        with("unknown-critical-leaf", &[unknown(true)]),
        inner("unknown-extension-inner", &[unknown(false)]),
        inner("unknown-critical-inner", &[unknown(true)]),
        at_root("unknown-extension-root", &[unknown(false)]),
        at_root("unknown-critical-root", &[unknown(true)]),
        with("any-purpose-leaf", &[any()]),
        inner("any-purpose-inner", &[any()]),
        at_root("any-purpose-root", &[any()]),
        inner("client-purpose-inner", &[purposes(&[oid::CLIENT_AUTH])]),
        inner("server-purpose-inner", &[purposes(&[oid::SERVER_AUTH])]),
        at_root("client-purpose-root", &[purposes(&[oid::CLIENT_AUTH])]),
        with("other-purpose-leaf", &[purposes(&[&[0x2a, 3, 4]])]),
        with("purpose-empty", &[extension(&[0x55, 0x1d, 0x25], false, &[0x30, 0])]),
        with("any-policy-leaf", &[policy(oid::ANY_POLICY, false)]),
        with("any-policy-critical-leaf", &[policy(oid::ANY_POLICY, true)]),
        with("other-policy-leaf", &[policy(&[0x2a, 3, 4], false)]),
        with("other-policy-critical-leaf", &[policy(&[0x2a, 3, 4], true)]),
        inner("any-policy-critical-inner", &[policy(oid::ANY_POLICY, true)]),
        with("netscape-type-leaf", &[netscape(false)]),
        with("netscape-type-critical-leaf", &[netscape(true)]),
        with("key-ids-critical-leaf", &[subject_key(b"me"), authority_key(b"my ca")]),
        inner("key-ids-critical-inner", &[subject_key(b"me"), authority_key(b"my ca")]),
        Case::leaf("key-ids-do-not-fit", leaf_with(&[dns(), authority_key(b"nobody")])).under(vec![
            authority("Root", "Root")
                .with(&[ca(), subject_key(b"somebody")])
                .der(p256(0), p256(0)),
        ]),
        with("no-ca-said-leaf", &[basic_constraints(false, None)]),
    ]
}

/// Encodings that one of the two might not take.
pub(super) fn encodings() -> Vec<Case> {
    let serial = |bytes: &[u8]| {
        signed(&Recipe {
            serial: bytes.to_vec(),
            ..leaf("Root")
        })
    };
    let dates = |from: &[u8], to: &[u8]| {
        signed(&Recipe {
            dates: Some([from, to].concat()),
            ..leaf("Root")
        })
    };
    let utc = |text: &str| tlv(der::UTC_TIME, &[text.as_bytes()]);
    let general = |text: &str| tlv(der::GENERALIZED_TIME, &[text.as_bytes()]);
    let raw = |oid: &[u8], flag: &[u8], value: &[u8]| {
        tlv(
            der::SEQUENCE,
            &[&tlv(der::OID, &[oid]), flag, &tlv(der::OCTET_STRING, &[value])],
        )
    };
    let usage: &[u8] = &[0x55, 0x1d, 0x0f];
    let bits = |flag: &[u8], value: &[u8]| leaf_with(&[dns_names(&[EXPECTED]), raw(usage, flag, value)]);
    let issuer = |tag, text: &str| {
        signed(&Recipe {
            issuer: name_as(tag, text),
            ..leaf("Root")
        })
    };
    let explicit = Recipe {
        extensions: vec![
            raw(&[0x55, 0x1d, 0x13], &[1, 1, 0xff], &[0x30, 3, 1, 1, 0]),
            dns_names(&[EXPECTED]),
        ],
        ..leaf("Root")
    };
    let large: Vec<String> = (0..4000).map(|number| format!("host-{number}.example.com")).collect();
    let mut large: Vec<&str> = large.iter().map(String::as_str).collect();
    large.push(EXPECTED);
    let no_names = Recipe {
        issuer: vec![0x30, 0],
        ..leaf("Root")
    };
    let nameless_root = Recipe {
        issuer: vec![0x30, 0],
        subject: vec![0x30, 0],
        ..authority("Root", "Root")
    };
    vec![
        Case::leaf("serial-zero", serial(&[0])),
        Case::leaf("serial-negative", serial(&[0x80])),
        Case::leaf("serial-long", serial(&[0x55; 40])),
        Case::leaf("serial-padded", serial(&[0, 0, 1])),
        Case::leaf("serial-empty", serial(&[])),
        Case::leaf(
            "dates-general",
            dates(&general("20200101000000Z"), &general("20450101000000Z")),
        ),
        Case::leaf("dates-far", dates(&utc("500101000000Z"), &general("99991231235959Z"))),
        Case::leaf("dates-no-zone", dates(&utc("200101000000"), &utc("450101000000"))),
        Case::leaf("dates-no-seconds", dates(&utc("2001010000Z"), &utc("4501010000Z"))),
        Case::leaf(
            "dates-offset",
            dates(&utc("200101000000+0100"), &utc("450101000000+0100")),
        ),
        Case::leaf("dates-february-30", dates(&utc("200230000000Z"), &utc("450101000000Z"))),
        Case::leaf("critical-said-false", bits(&[1, 1, 0], &[3, 2, 7, 0x80])),
        Case::leaf("critical-as-one", bits(&[1, 1, 1], &[3, 2, 7, 0x80])),
        Case::leaf("usage-long", bits(&[], &[3, 3, 0, 0x80, 0])),
        Case::leaf("usage-no-bytes", bits(&[], &[3, 1, 0])),
        Case::leaf("usage-five-bytes", bits(&[], &[3, 6, 0, 0x80, 0, 0, 0, 0])),
        Case::leaf("ca-said-false", signed(&explicit)),
        Case::leaf("issuer-printable", issuer(der::PRINTABLE_STRING, "Root")),
        Case::leaf("issuer-upper-case", issuer(der::UTF8_STRING, "ROOT")),
        Case::leaf("issuer-printable-upper-case", issuer(der::PRINTABLE_STRING, "ROOT")),
        Case::leaf("issuer-teletex", issuer(der::T61_STRING, "Root")),
        Case::leaf("issuer-space", issuer(der::UTF8_STRING, "Root ")),
        Case::leaf("issuer-longer", issuer(der::UTF8_STRING, "Rooty")),
        Case::leaf("no-names", signed(&no_names)).under(vec![nameless_root.der(p256(0), p256(0))]),
        Case::leaf("larger-than-64-kb", leaf_with(&[dns_names(&large)])),
    ]
}
