//! Certificates and lists with every kind of content that `mbedtls_x509_crt_info` has a word for, and content that it has
//! none for.

use crate::maker::*;
use ferrotls::{
    crypto::hash::HashAlgorithm,
    pki::{der, oid},
};

type Named = (String, Vec<u8>);

const UTF8: u8 = der::UTF8_STRING;
const PRINTABLE: u8 = der::PRINTABLE_STRING;
const COMMON_NAME: &[u8] = oid::COMMON_NAME;

/// An attribute: its type, the tag of its value, and the value.
type Attribute<'a> = (&'a [u8], u8, &'a [u8]);

/// A Name of several RDNs of several attributes.
fn dn(rdns: &[&[Attribute<'_>]]) -> Vec<u8> {
    let sets: Vec<u8> = rdns
        .iter()
        .flat_map(|rdn| {
            let pairs: Vec<u8> = rdn
                .iter()
                .flat_map(|(id, tag, value)| tlv(der::SEQUENCE, &[&tlv(der::OID, &[id]), &tlv(*tag, &[value])]))
                .collect();
            tlv(der::SET, &[&pairs])
        })
        .collect();
    tlv(der::SEQUENCE, &[&sets])
}

/// A Name of one commonName.
fn cn(tag: u8, value: &[u8]) -> Vec<u8> {
    dn(&[&[(COMMON_NAME, tag, value)]])
}

/// Every certificate.
pub(crate) fn certificates() -> Vec<Named> {
    let mut out = Vec::new();
    for (group, made) in [
        ("basic", basics()),
        ("name", names()),
        ("sig", signatures()),
        ("san", alt_name_kinds()),
        ("ext", extensions()),
        ("bad", malformed()),
    ] {
        for (number, der) in made.into_iter().enumerate() {
            out.push((format!("{group}-{number:02}"), der));
        }
    }
    out
}

fn leaf() -> Recipe {
    Recipe::leaf("Issuer")
}

fn make(recipe: &Recipe) -> Vec<u8> {
    recipe.der(p256(1), p256(0))
}

fn basics() -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    for serial in [
        vec![0],
        vec![1],
        vec![0, 0x80],
        vec![0, 0, 5],
        vec![0x80, 1],
        vec![0x7f; 20],
        vec![0x11; 32],
        vec![0x22; 33],
        vec![0x33; 60],
    ] {
        out.push(make(&Recipe { serial, ..leaf() }));
    }
    out.push(make(&Recipe { version: 1, ..leaf() }.with(&[])));
    out.push(make(&Recipe { version: 2, ..leaf() }.with(&[])));
    out.push(make(&leaf().with(&[])));
    for (from, to) in [
        (0, 253_402_300_799),
        (2_524_607_999, 2_524_608_000),
        (-631_152_000, -1),
        (951_782_400, 4_102_444_800),
    ] {
        out.push(make(&Recipe { from, to, ..leaf() }));
    }
    out.push(leaf().der(rsa(), p256(0)));
    out.push(leaf().der(p521(), p256(0)));
    out
}

fn names() -> Vec<Vec<u8>> {
    const EMAIL: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x01];
    const DC: &[u8] = &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19];
    const UID: &[u8] = &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01];
    let mut subjects = vec![dn(&[])];
    for value in [
        &b"plain"[..],
        b"",
        b" leading",
        b"trailing ",
        b"  both  ",
        b" ",
        b"#hash",
        b"in#side",
        b"comma, plus+ quote\" back\\slash less< more> semi; equal= slash/",
        b"control\x01\x1f\x7f end",
        b"zero\0inside",
        b"line\nfeed\r",
        b"\xff\xfe\x80",
        "Zürich 日本 \u{1f512}".as_bytes(),
        &[b'x'; 240],
        &[b'x'; 255],
        &[b'x'; 256],
        &[b'x'; 300],
        &[b','; 126],
        &[b','; 127],
        &[b','; 128],
        &[b','; 130],
        &[0x80; 83],
        &[0x80; 84],
        &[0x80; 85],
        &[0x80; 86],
    ] {
        subjects.push(cn(UTF8, value));
        subjects.push(cn(PRINTABLE, value));
    }
    for tag in [
        der::BMP_STRING,
        der::T61_STRING,
        der::IA5_STRING,
        der::UNIVERSAL_STRING,
        der::BIT_STRING,
        der::OCTET_STRING,
    ] {
        subjects.push(cn(tag, b"\0a, b"));
    }
    // As hexadecimal digits, these just fit, or do not.
    for length in 120..130 {
        subjects.push(cn(der::BMP_STRING, &vec![1; length]));
    }
    subjects.push(dn(&[
        &[(COMMON_NAME, UTF8, b"a"), (EMAIL, der::IA5_STRING, b"a@b.example")],
        &[(DC, der::IA5_STRING, b"example"), (DC, der::IA5_STRING, b"com")],
        &[(UID, UTF8, b"user")],
    ]));
    for last in 0..0x60u8 {
        if matches!(last, 0x03..=0x11 | 0x2a..=0x2e | 0x41) {
            subjects.push(dn(&[&[(&[0x55, 4, last], UTF8, b"value")]]));
        }
    }
    for unknown in [
        &[0x2a, 3, 4][..],
        &[0x55, 4, 0x5f],
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 0x81, 0x00],
    ] {
        subjects.push(dn(&[&[(unknown, UTF8, b"va,lue")], &[(COMMON_NAME, UTF8, b"x")]]));
    }
    let many: Vec<(&[u8], u8, &[u8])> = (0..40).map(|_| (COMMON_NAME, UTF8, &b"many"[..])).collect();
    subjects.push(dn(&[&many]));
    subjects
        .into_iter()
        .map(|subject| make(&Recipe { subject, ..leaf() }))
        .collect()
}

fn signatures() -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    for hash in [
        HashAlgorithm::Sha1,
        HashAlgorithm::Sha224,
        HashAlgorithm::Sha256,
        HashAlgorithm::Sha384,
        HashAlgorithm::Sha512,
    ] {
        let recipe = Recipe { hash, ..leaf() };
        out.push(recipe.der(p256(1), p256(0)));
        out.push(recipe.der(p256(1), rsa()));
        for salt in [0, 20, 32] {
            let pss_salt = Some(salt);
            out.push(
                Recipe {
                    pss_salt,
                    ..recipe.clone()
                }
                .der(p256(1), rsa()),
            );
        }
    }
    let hash = HashAlgorithm::Md5;
    out.push(Recipe { hash, ..leaf() }.der(p256(1), rsa()));
    out
}

/// otherName of this kind and value.
fn other_name(kind: &[u8], value: &[u8]) -> Vec<u8> {
    [tlv(der::OID, &[kind]), tlv(0xa0, &[value])].concat()
}

fn alt_name_kinds() -> Vec<Vec<u8>> {
    let hardware = tlv(
        der::SEQUENCE,
        &[
            &tlv(der::OID, &[&[0x2b, 6, 1, 4, 1, 0x81, 0x49, 1]]),
            &tlv(der::OCTET_STRING, &[b"\x12\x34serial"]),
        ],
    );
    let module = other_name(oid::HW_MODULE_NAME, &hardware);
    let odd_hardware = tlv(
        der::SEQUENCE,
        &[&tlv(der::OID, &[&[0x2a, 3, 4, 5]]), &tlv(der::OCTET_STRING, &[])],
    );
    let odd_module = other_name(oid::HW_MODULE_NAME, &odd_hardware);
    let other = other_name(&[0x2a, 3, 4], &tlv(UTF8, &[b"text"]));
    let directory = dn(&[
        &[(&[0x55, 4, 6], PRINTABLE, b"CH")],
        &[(COMMON_NAME, UTF8, "Zürich, here".as_bytes())],
    ]);
    let v6 = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xab, 0xcd, 0, 0xef];
    let kinds: Vec<Vec<(u8, &[u8])>> = vec![
        vec![(0x82, b"www.example.com"), (0x82, b"*.example.com"), (0x82, b"")],
        vec![(0x82, b"odd\0name"), (0x82, b"\xff\xfe"), (0x82, b"line\nfeed")],
        vec![(0x81, b"someone@example.com"), (0x81, b"")],
        vec![(0x86, b"https://example.com/path?query"), (0x86, b"urn:x")],
        vec![(0x87, &[10, 0, 0, 255]), (0x87, &v6), (0x87, &[0; 16])],
        vec![(0x87, &[1, 2, 3])],
        vec![(0x87, &[])],
        vec![(0x88, &[0x2a, 3, 4])],
        vec![(0xa0, &module), (0xa0, &odd_module)],
        vec![(0xa0, &other)],
        vec![(0xa0, &other), (0x82, b"after")],
        vec![(0xa0, b"nonsense")],
        vec![(0xa4, &directory)],
        vec![(0xa4, b"nonsense"), (0x82, b"after")],
        vec![(0xa3, b"x400"), (0x82, b"after")],
        vec![(0xa5, b"edi"), (0x82, b"after")],
        vec![(0x89, b"no such form"), (0x82, b"after")],
        vec![
            (0x82, b"a"),
            (0x81, b"b@c"),
            (0x86, b"d:e"),
            (0x87, &[1, 2, 3, 4]),
            (0xa4, &directory),
            (0xa0, &module),
        ],
        vec![(0x0c, b"wrong class")],
        vec![],
    ];
    kinds
        .iter()
        .map(|names| make(&leaf().with(&[alt_names(names)])))
        .collect()
}

fn extensions() -> Vec<Vec<u8>> {
    let oid_of = |last: u8| [0x55, 0x1d, last];
    let bits = |value: &[u8]| tlv(der::BIT_STRING, &[value]);
    let ns = |value: &[u8]| extension(&[0x60, 0x86, 0x48, 1, 0x86, 0xf8, 0x42, 1, 1], false, &bits(value));
    let policy = |id: &[u8]| tlv(der::SEQUENCE, &[&tlv(der::OID, &[id])]);
    let policies = |critical, list: &[&[u8]]| {
        let all: Vec<u8> = list.iter().flat_map(|id| policy(id)).collect();
        extension(&oid_of(0x20), critical, &tlv(der::SEQUENCE, &[&all]))
    };
    let purpose = |last: u8| [0x2b, 6, 1, 5, 5, 7, 3, last];
    let mut purposes: Vec<Vec<u8>> = (0..32).map(|last| purpose(last).to_vec()).collect();
    purposes.push(oid::ANY_EXTENDED_KEY_USAGE.to_vec());
    purposes.push(vec![0x2b, 6, 1, 4, 1, 0x82, 0xe4, 0x25, 1]);
    purposes.push(vec![0x2a, 3]);
    let all_purposes: Vec<&[u8]> = purposes.iter().map(Vec::as_slice).collect();
    let key_id = |parts: &[&[u8]]| extension(&oid_of(0x23), false, &tlv(der::SEQUENCE, parts));
    let qualifier = tlv(der::SEQUENCE, &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[&[0x2a, 3]])])]);
    let with_qualifier = tlv(
        der::SEQUENCE,
        &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[&[0x2a, 4]]), &qualifier])],
    );
    let mut sets: Vec<Vec<Vec<u8>>> = vec![
        vec![basic_constraints(false, None)],
        vec![basic_constraints(true, None)],
        vec![basic_constraints(true, Some(0))],
        vec![basic_constraints(true, Some(127))],
        vec![basic_constraints(false, Some(3))],
        vec![extension(&oid_of(0x13), false, &tlv(der::SEQUENCE, &[]))],
        vec![extension(&oid_of(0x0f), true, &bits(&[0, 0xff]))],
        vec![extension(&oid_of(0x0f), true, &bits(&[7, 0xff, 0x80]))],
        vec![extension(&oid_of(0x0f), true, &bits(&[7, 0, 0x80]))],
        vec![extension(&oid_of(0x0f), true, &bits(&[0]))],
        vec![extension(&oid_of(0x0f), true, &bits(&[0, 0, 0, 0xff]))],
        vec![ns(&[0, 0xff])],
        vec![ns(&[0, 0x40])],
        vec![ns(&[0])],
        vec![extended_key_usage(&all_purposes)],
        vec![extended_key_usage(&[oid::SERVER_AUTH])],
        vec![extended_key_usage(&[&[0x2a, 3]])],
        vec![policies(false, &[oid::ANY_POLICY])],
        vec![policies(true, &[oid::ANY_POLICY])],
        vec![policies(false, &[&[0x2a, 3, 4]])],
        vec![policies(false, &[oid::ANY_POLICY, &[0x2a, 3, 4], &[0x2a, 5]])],
        vec![policies(true, &[&[0x2a, 3, 4]])],
        vec![extension(&oid_of(0x20), false, &with_qualifier)],
        vec![extension(
            &oid_of(0x0e),
            false,
            &tlv(der::OCTET_STRING, &[b"my key id"]),
        )],
        vec![key_id(&[&tlv(0x80, &[b"parent"])])],
        vec![key_id(&[])],
        vec![key_id(&[
            &tlv(0x80, &[b"parent"]),
            &tlv(0xa1, &[&tlv(0xa4, &[&name("CA")])]),
            &tlv(0x82, &[&[1, 2]]),
        ])],
        vec![key_id(&[
            &tlv(0xa1, &[&tlv(0xa4, &[&name("CA")]), &tlv(0x82, &[b"dns"])]),
            &tlv(0x82, &[&[1, 2]]),
        ])],
        vec![extension(&[0x2a, 3], false, b"whatever")],
        vec![extension(&oid_of(0x1f), false, b"crl points")],
        vec![
            basic_constraints(false, None),
            key_usage(0xa0),
            extended_key_usage(&[oid::SERVER_AUTH, oid::CLIENT_AUTH]),
            dns_names(&["a.example", "b.example"]),
            policies(false, &[oid::ANY_POLICY]),
            ns(&[6, 0x40]),
            extension(&oid_of(0x0e), false, &tlv(der::OCTET_STRING, &[b"mine"])),
        ],
    ];
    for bit in 0..8 {
        sets.push(vec![key_usage(1 << bit)]);
        sets.push(vec![ns(&[0, 1 << bit])]);
    }
    sets.iter().map(|set| make(&leaf().with(set))).collect()
}

fn malformed() -> Vec<Vec<u8>> {
    let oid_of = |last: u8| [0x55, 0x1d, last];
    let broken = |id: &[u8], value: &[u8]| make(&leaf().with(&[extension(id, false, value)]));
    let mut out = vec![
        make(&Recipe { version: 4, ..leaf() }),
        make(&leaf().with(&[extension(&[0x2a, 3], true, b"critical")])),
        make(&leaf().with(&[key_usage(1), key_usage(1)])),
    ];
    for last in [0x0e, 0x0f, 0x11, 0x13, 0x20, 0x23, 0x25] {
        out.push(broken(&oid_of(last), b""));
        out.push(broken(&oid_of(last), &[0x30, 0x00]));
        out.push(broken(&oid_of(last), &[0x30, 0x05, 1]));
        out.push(broken(&oid_of(last), &[0x30, 0x02, 0x05, 0x00]));
        // 3.6.6 goes on behind an empty basicConstraints, and so finds another fault there.
        if last != 0x13 {
            out.push(broken(&oid_of(last), &[0x30, 0x00, 0x00]));
        }
        out.push(broken(&oid_of(last), &[0x04, 0x01]));
        out.push(broken(&oid_of(last), &[0x03, 0x01, 0x00, 0x00]));
    }
    let whole = make(&leaf());
    for end in (0..whole.len()).step_by(7) {
        out.push(whole[..end].to_vec());
    }
    for at in (0..whole.len()).step_by(5) {
        // Keys and signatures are not looked at here: what a random byte does to them is chance.
        let mut other = whole.clone();
        other[at] ^= 0x21;
        if at < 60 {
            out.push(other);
        }
    }
    let mut longer = whole.clone();
    longer.extend(b"more");
    out.push(longer);
    out
}

/// Every list.
pub(crate) fn lists() -> Vec<Named> {
    let many = CrlRecipe {
        revoked: (0..50).map(|number| vec![number + 1]).collect(),
        ..CrlRecipe::new("Root")
    };
    let made = vec![
        CrlRecipe::new("Root").der(p256(0)),
        CrlRecipe {
            version2: false,
            ..CrlRecipe::new("Root")
        }
        .der(p256(0)),
        CrlRecipe {
            revoked: vec![vec![1], vec![0, 0x80], vec![5; 40]],
            ..CrlRecipe::new("Root")
        }
        .der(rsa()),
        many.der(p256(0)),
        CrlRecipe {
            next_update: None,
            ..many.clone()
        }
        .der(p256(0)),
        CrlRecipe {
            hash: HashAlgorithm::Sha384,
            ..CrlRecipe::new("Root, with a comma")
        }
        .der(p256(0)),
        CrlRecipe {
            hash: HashAlgorithm::Sha1,
            ..CrlRecipe::new("Root")
        }
        .der(rsa()),
        b"nonsense".to_vec(),
        many.der(p256(0))[..100].to_vec(),
        [many.der(p256(0)), b"more".to_vec()].concat(),
    ];
    let numbered = made.into_iter().enumerate();
    numbered
        .map(|(number, der)| (format!("list-{number:02}"), der))
        .collect()
}
