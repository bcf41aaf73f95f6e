//! Name constraints (RFC 5280 section 4.2.1.10), which 3.6 does not know: critical ones it does not parse, others it
//! passes over. Here they are kept.

use super::*;
use ferrotls::pki::{der, oid};

const DNS: u8 = 0x82;
const MAIL: u8 = 0x81;
const URI: u8 = 0x86;
const IP: u8 = 0x87;
const DIRECTORY: u8 = 0xa4;

/// nameConstraints with these permitted and excluded subtrees.
fn constraints(critical: bool, permitted: &[(u8, &[u8])], excluded: &[(u8, &[u8])]) -> Vec<u8> {
    let trees = |tag: u8, list: &[(u8, &[u8])]| {
        let list: Vec<u8> = list
            .iter()
            .flat_map(|(kind, base)| tlv(der::SEQUENCE, &[&tlv(*kind, &[base])]))
            .collect();
        if list.is_empty() {
            Vec::new()
        } else {
            tlv(tag, &[&list])
        }
    };
    let value = tlv(der::SEQUENCE, &[&trees(0xa0, permitted), &trees(0xa1, excluded)]);
    extension(oid::NAME_CONSTRAINTS, critical, &value)
}

/// Under an intermediate with these constraints, a leaf with these names.
fn case(name: &str, constraints: Vec<u8>, names: &[(u8, &[u8])]) -> Case {
    let inner = authority("Root", "Inner").with(&[basic_constraints(true, None), key_usage(6), constraints]);
    let end = leaf("Inner").with(&[alt_names(names)]);
    Case::new(
        format!("constraint-{name}"),
        vec![end.der(p256(1), p256(2)), inner.der(p256(2), p256(0))],
    )
}

pub(super) fn cases() -> Vec<Case> {
    const HOST: (u8, &[u8]) = (DNS, b"www.example.com");
    let only = |list: &[(u8, &[u8])]| constraints(false, list, &[]);
    let not = |list: &[(u8, &[u8])]| constraints(false, &[], list);
    let directory = name("Leaf");
    let address = [(IP, &[10, 1, 2, 3][..])];
    let net = [10, 0, 0, 0, 255, 0, 0, 0];
    let other_net = [192, 168, 0, 0, 255, 255, 0, 0];
    let mut v6_net = [0; 32];
    (v6_net[0], v6_net[1], v6_net[16], v6_net[17]) = (0x20, 1, 255, 255);
    let mut v6 = [0; 16];
    (v6[0], v6[1], v6[15]) = (0x20, 1, 1);
    let mut other_v6 = v6;
    other_v6[1] = 2;
    let mut out = vec![
        case("dns-permitted", only(&[(DNS, b"example.com")]), &[HOST]),
        case("dns-permitted-dot", only(&[(DNS, b".example.com")]), &[HOST]),
        case("dns-not-permitted", only(&[(DNS, b"example.org")]), &[HOST]),
        case("dns-permitted-suffix-of-label", only(&[(DNS, b"ample.com")]), &[HOST]),
        case(
            "dns-one-of-two-permitted",
            only(&[(DNS, b"example.com")]),
            &[HOST, (DNS, b"www.example.org")],
        ),
        case("dns-excluded", not(&[(DNS, b"example.com")]), &[HOST]),
        case("dns-not-excluded", not(&[(DNS, b"example.org")]), &[HOST]),
        case(
            "dns-permitted-and-excluded",
            constraints(false, &[(DNS, b"example.com")], &[(DNS, b"www.example.com")]),
            &[HOST],
        ),
        case(
            "dns-wildcard-excluded",
            not(&[(DNS, b"www.example.com")]),
            &[(DNS, b"*.example.com")],
        ),
        case("dns-everything-excluded", not(&[(DNS, b"")]), &[HOST]),
        case(
            "dns-critical-permitted",
            constraints(true, &[(DNS, b"example.com")], &[]),
            &[HOST],
        ),
        case(
            "dns-critical-not-permitted",
            constraints(true, &[(DNS, b"example.org")], &[]),
            &[HOST],
        ),
        case("ip-permitted", only(&[(IP, &net)]), &address).named("10.1.2.3"),
        case("ip-not-permitted", only(&[(IP, &other_net)]), &address).named("10.1.2.3"),
        case("ip-excluded", not(&[(IP, &net)]), &address).named("10.1.2.3"),
        case("ip6-permitted", only(&[(IP, &v6_net)]), &[(IP, &v6)]).named("2001::1"),
        case("ip6-not-permitted", only(&[(IP, &v6_net)]), &[(IP, &other_v6)]).named("2002::1"),
        case("dns-only-but-ip", only(&[(DNS, b"example.com")]), &address).named("10.1.2.3"),
        case(
            "mail-not-permitted",
            only(&[(MAIL, b"example.org")]),
            &[HOST, (MAIL, b"a@example.com")],
        ),
        case("mail-not-there", only(&[(MAIL, b"example.org")]), &[HOST]),
        case(
            "uri-not-permitted",
            only(&[(URI, b"example.org")]),
            &[HOST, (URI, b"https://example.com/")],
        ),
        case("directory-permitted", only(&[(DIRECTORY, &directory)]), &[HOST]),
        case("directory-excluded", not(&[(DIRECTORY, &directory)]), &[HOST]),
        case("empty", only(&[]), &[HOST]),
    ];
    out.extend(above_the_issuer());
    out
}

/// Constraints of the root, and in a leaf.
fn above_the_issuer() -> Vec<Case> {
    let only = |list: &[(u8, &[u8])]| constraints(false, list, &[]);
    let mut out = Vec::new();
    let permitted = || only(&[(DNS, b"example.org")]);
    let root_with = |extension: Vec<u8>| {
        vec![
            authority("Root", "Root")
                .with(&[basic_constraints(true, None), key_usage(6), extension])
                .der(p256(0), p256(0)),
        ]
    };
    out.push(Case::leaf("constraint-at-root", signed(&leaf("Root"))).under(root_with(permitted())));
    out.push(
        Case::leaf("constraint-at-root-kept", signed(&leaf("Root"))).under(root_with(only(&[(DNS, b"example.com")]))),
    );
    // Without a subjectAltName the commonName would do; a constrained authority must not get round its limits by it.
    let common = Recipe {
        subject: name(EXPECTED),
        ..leaf("Root")
    }
    .with(&[]);
    out.push(Case::leaf("constraint-and-cn", signed(&common)).under(root_with(permitted())));
    out.push(
        Case::leaf("constraint-and-cn-any-name", signed(&common))
            .under(root_with(permitted()))
            .for_any_name(),
    );
    // What else is wrong does not hide it, because a program may forgive that.
    let outside = |change: fn(Recipe) -> Recipe| signed(&change(leaf("Root")));
    let kept = || only(&[(DNS, b"example.com")]);
    out.push(
        Case::leaf("constraint-and-expired", outside(expired))
            .under(root_with(permitted()))
            .ask(&["forgive 0"]),
    );
    out.push(
        Case::leaf("constraint-and-wrong-name", outside(|recipe| recipe))
            .under(root_with(permitted()))
            .named("a.b"),
    );
    out.push(Case::leaf("constraint-kept-and-expired", outside(expired)).under(root_with(kept())));
    out.push(Case::new(
        "constraint-in-leaf",
        vec![leaf_with(&[dns_names(&[EXPECTED]), permitted()])],
    ));
    out
}
