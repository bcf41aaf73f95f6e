//! Whom a certificate is for: DNS names, wildcards (RFC 6125 section 6.4), addresses, commonName where there is no
//! subjectAltName.

use super::*;
use ferrotls::pki::{der, oid};

/// A leaf whose subject has this commonName, and no extensions.
fn common(text: &str) -> Recipe {
    Recipe {
        subject: name(text),
        ..leaf("Root")
    }
    .with(&[])
}

/// A leaf with a subjectAltName and the usual name as commonName.
fn with_common(names: &[(u8, &[u8])]) -> Vec<u8> {
    signed(&common(EXPECTED).with(&[alt_names(names)]))
}

pub(super) fn cases() -> Vec<Case> {
    let mut out = wildcards();
    out.extend(addresses());
    out.extend(common_names());
    out.extend(kinds());
    out
}

/// Presented name, expected name.
fn wildcards() -> Vec<Case> {
    const PAIRS: [(&str, &str, &str); 26] = [
        ("wildcard", "*.example.com", "www.example.com"),
        ("wildcard-bare", "*.example.com", "example.com"),
        ("wildcard-two-labels", "*.example.com", "a.b.example.com"),
        ("wildcard-upper-case", "*.EXAMPLE.com", "www.example.COM"),
        ("wildcard-no-label", "*.example.com", ".example.com"),
        ("wildcard-itself", "*.example.com", "*.example.com"),
        ("wildcard-inside", "w*.example.com", "www.example.com"),
        ("wildcard-at-end", "*w.example.com", "www.example.com"),
        ("wildcard-second", "www.*.com", "www.example.com"),
        ("wildcard-twice", "*.*.example.com", "a.b.example.com"),
        ("wildcard-alone", "*", "www"),
        ("wildcard-dot", "*.", "www."),
        ("wildcard-top", "*.com", "example.com"),
        ("wildcard-idn", "*.example.com", "xn--bcher-kva.example.com"),
        ("wildcard-idn-part", "xn--*.example.com", "xn--bcher-kva.example.com"),
        ("dns-same", "www.example.com", "www.example.com"),
        ("dns-case", "WWW.example.com", "www.EXAMPLE.com"),
        ("dns-longer", "www.example.com.evil.example", "www.example.com"),
        ("dns-shorter", "example.com", "www.example.com"),
        ("dns-final-dot-expected", "www.example.com", "www.example.com."),
        ("dns-final-dot-presented", "www.example.com.", "www.example.com"),
        ("dns-empty-presented", "", "www.example.com"),
        ("dns-empty-expected", "www.example.com", ""),
        ("dns-both-empty", "", ""),
        ("dns-zero", "www.example.com\0.evil.example", "www.example.com"),
        ("dns-space", " www.example.com", "www.example.com"),
    ];
    let mut out: Vec<Case> = PAIRS
        .iter()
        .map(|(name, presented, expected)| {
            Case::leaf(format!("name-{name}"), leaf_with(&[dns_names(&[presented])])).named(expected)
        })
        .collect();
    let mut many: Vec<String> = (0..300).map(|number| format!("h{number}.example")).collect();
    many.push(EXPECTED.into());
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    out.push(Case::leaf("name-last-of-many", leaf_with(&[dns_names(&many)])));
    out.push(Case::leaf("name-none-of-many", leaf_with(&[dns_names(&many)])).named("h300.example"));
    out
}

fn addresses() -> Vec<Case> {
    let v6 = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    let mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 1];
    let both = || leaf_with(&[alt_names(&[(0x87, &[127, 0, 0, 1]), (0x87, &v6)])]);
    let ask = |name: &str, leaf: Vec<u8>, expected: &str| Case::leaf(format!("ip-{name}"), leaf).named(expected);
    let dns = |text: &str| leaf_with(&[dns_names(&[text])]);
    vec![
        ask("4", both(), "127.0.0.1"),
        ask("4-other", both(), "127.0.0.2"),
        ask("4-zeros", both(), "127.0.0.01"),
        ask("4-short", both(), "127.1"),
        ask("4-hex", both(), "0x7f.0.0.1"),
        ask("4-number", both(), "2130706433"),
        ask("4-space", both(), " 127.0.0.1"),
        ask("4-dot", both(), "127.0.0.1."),
        ask("4-five-parts", both(), "127.0.0.1.0"),
        ask("4-too-big", both(), "127.0.0.256"),
        ask("6", both(), "2001:db8::1"),
        ask("6-upper-case", both(), "2001:DB8::1"),
        ask("6-long", both(), "2001:0db8:0:0:0:0:0:1"),
        ask("6-dotted", both(), "2001:db8::0.0.0.1"),
        ask("6-other", both(), "2001:db8::2"),
        ask("6-brackets", both(), "[2001:db8::1]"),
        ask("6-zone", both(), "2001:db8::1%lo"),
        ask("6-two-gaps", both(), "2001::db8::1"),
        ask("6-any", leaf_with(&[alt_names(&[(0x87, &[0; 16])])]), "::"),
        ask(
            "6-mapped-for-4",
            leaf_with(&[alt_names(&[(0x87, &mapped)])]),
            "127.0.0.1",
        ),
        ask(
            "6-mapped",
            leaf_with(&[alt_names(&[(0x87, &mapped)])]),
            "::ffff:127.0.0.1",
        ),
        ask("4-for-mapped", both(), "::ffff:127.0.0.1"),
        ask("as-dns", dns("127.0.0.1"), "127.0.0.1"),
        ask("6-as-dns", dns("2001:db8::1"), "2001:db8::1"),
        ask("wildcard", dns("*.0.0.1"), "127.0.0.1"),
        ask("as-cn", signed(&common("127.0.0.1")), "127.0.0.1"),
        ask("wildcard-cn", signed(&common("*.0.0.1")), "127.0.0.1"),
        ask("as-text", leaf_with(&[alt_names(&[(0x87, b"1.1.")])]), "1.1."),
        ask(
            "five-bytes",
            leaf_with(&[alt_names(&[(0x87, &[1, 2, 3, 4, 5])])]),
            "1.2.3.4",
        ),
        ask("no-bytes", leaf_with(&[alt_names(&[(0x87, &[])])]), "1.2.3.4"),
    ]
}

fn common_names() -> Vec<Case> {
    let typed = |tag: u8, text: &str| {
        signed(
            &Recipe {
                subject: name_as(tag, text),
                ..leaf("Root")
            }
            .with(&[]),
        )
    };
    let two = |first: &str, second: &str| {
        let value = |text: &str| {
            let value = tlv(der::UTF8_STRING, &[text.as_bytes()]);
            tlv(
                der::SET,
                &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[oid::COMMON_NAME]), &value])],
            )
        };
        let subject = tlv(der::SEQUENCE, &[&value(first), &value(second)]);
        signed(
            &Recipe {
                subject,
                ..leaf("Root")
            }
            .with(&[]),
        )
    };
    vec![
        Case::leaf("cn", signed(&common(EXPECTED))),
        Case::leaf("cn-case", signed(&common("WWW.EXAMPLE.COM"))),
        Case::leaf("cn-other", signed(&common("other.example"))),
        Case::leaf("cn-wildcard", signed(&common("*.example.com"))),
        Case::leaf("cn-zero", signed(&common("www.example.com\0x"))),
        Case::leaf("cn-printable", typed(der::PRINTABLE_STRING, EXPECTED)),
        Case::leaf("cn-teletex", typed(der::T61_STRING, EXPECTED)),
        Case::leaf("cn-bmp", typed(der::BMP_STRING, EXPECTED)),
        Case::leaf("cn-first-of-two", two(EXPECTED, "other.example")),
        Case::leaf("cn-second-of-two", two("other.example", EXPECTED)),
        Case::leaf(
            "cn-none",
            signed(
                &Recipe {
                    subject: vec![0x30, 0],
                    ..leaf("Root")
                }
                .with(&[]),
            ),
        ),
        Case::leaf("cn-beside-san", with_common(&[(0x82, b"other.example")])),
        Case::leaf("cn-beside-empty-san", with_common(&[])),
    ]
}

/// The same text in every kind of GeneralName: only a dNSName is a host.
fn kinds() -> Vec<Case> {
    let directory = name(EXPECTED);
    let other = [
        tlv(der::OID, &[&[0x2a, 3, 4]]),
        tlv(0xa0, &[&tlv(der::UTF8_STRING, &[EXPECTED.as_bytes()])]),
    ]
    .concat();
    let text = EXPECTED.as_bytes();
    let kinds: [(&str, u8, &[u8]); 6] = [
        ("other", 0xa0, &other),
        ("mail", 0x81, text),
        ("directory", 0xa4, &directory),
        ("uri", 0x86, text),
        ("registered", 0x88, &[0x2a, 3, 4]),
        ("edi", 0xa5, &[]),
    ];
    let mut out = Vec::new();
    for (kind, tag, value) in kinds {
        out.push(Case::leaf(
            format!("san-{kind}-beside-cn"),
            with_common(&[(tag, value)]),
        ));
        out.push(Case::leaf(
            format!("san-{kind}-beside-dns"),
            leaf_with(&[alt_names(&[(tag, value), (0x82, text)])]),
        ));
    }
    out.push(Case::leaf("san-uri", leaf_with(&[alt_names(&[(0x86, b"urn:a:b")])])).named("urn:a:b"));
    out.push(Case::leaf("san-uri-case", leaf_with(&[alt_names(&[(0x86, b"urn:a:b")])])).named("URN:a:b"));
    out.push(Case::leaf(
        "san-twice",
        leaf_with(&[dns_names(&[EXPECTED]), dns_names(&[EXPECTED])]),
    ));
    out
}
