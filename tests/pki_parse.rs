//! Parsing certificates and revocation lists: what is found, what is refused and with which code, and that nothing panics.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[path = "pki_maker/mod.rs"]
mod maker;

use ferrotls::pki::{
    Asn1, Certificate, Crl, FuzzKind, ParseError, Stage, crl,
    crt::parse_many,
    der,
    extensions::{Refused, general_name},
    fuzz_parse, oid,
};
use maker::*;

fn error_of(der: &[u8]) -> ParseError {
    Certificate::from_der(der).expect_err("must be refused")
}

/// What a leaf with one more extension is refused with.
fn extension_error(extension: Vec<u8>) -> ParseError {
    error_of(&Recipe::leaf("Root").with(&[extension]).der(p256(1), p256(0)))
}

fn extensions_because(cause: Asn1) -> ParseError {
    Stage::InvalidExtensions.because(cause)
}

#[test]
fn every_field_is_found() {
    let policies = tlv(
        der::SEQUENCE,
        &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[&[0x2a, 3, 4]])])],
    );
    let issuer_name = name("Issuer of the authority");
    let key_id = tlv(
        der::SEQUENCE,
        &[
            &tlv(0x80, &[b"parent"]),
            &tlv(0xa1, &[&tlv(0xa4, &[&issuer_name])]),
            &tlv(0x82, &[&[9, 9]]),
        ],
    );
    let recipe = Recipe {
        serial: vec![0, 0x81, 2],
        ..Recipe::leaf("Root")
    }
    .with(&[
        basic_constraints(true, Some(3)),
        extension(&[0x55, 0x1d, 0x0f], true, &tlv(der::BIT_STRING, &[&[7, 0x86, 0x80]])),
        extended_key_usage(&[oid::SERVER_AUTH, oid::CLIENT_AUTH]),
        alt_names(&[(0x82, b"a.example"), (0x87, &[10, 0, 0, 1])]),
        extension(&[0x55, 0x1d, 0x0e], false, &tlv(der::OCTET_STRING, &[b"mine"])),
        extension(&[0x55, 0x1d, 0x23], false, &key_id),
        extension(&[0x55, 0x1d, 0x20], false, &policies),
        extension(
            &[0x60, 0x86, 0x48, 0x01, 0x86, 0xf8, 0x42, 0x01, 0x01],
            false,
            &tlv(der::BIT_STRING, &[&[6, 0x40]]),
        ),
        extension(&[0x2a, 3], false, b"whatever"),
    ]);
    let bytes = recipe.der(p256(1), p256(0));
    let mut longer = bytes.clone();
    longer.extend(b"what follows is ignored");
    let certificate = Certificate::from_der(&longer).unwrap();
    let der = certificate.der();
    assert_eq!(der, bytes);
    assert_eq!(certificate.version, 3);
    assert_eq!(certificate.serial.of(der), [0, 0x81, 2]);
    assert_eq!(certificate.serial.tag, der::INTEGER);
    assert_eq!(certificate.issuer_raw.of(der), name("Root"));
    assert_eq!(certificate.subject_raw.of(der), name("Leaf"));
    assert_eq!(certificate.subject[0].value.of(der), b"Leaf");
    assert_eq!(certificate.valid_from.to_unix(), NOW - 10 * DAY);
    assert_eq!(certificate.valid_to.to_unix(), NOW + 10 * DAY);
    assert_eq!(certificate.key(), p256(1).public_key());
    assert!(certificate.is_signed_by(&public(p256(0))));
    assert!(!certificate.is_signed_by(&public(p256(1))));
    assert_eq!(certificate.pk_raw.of(der)[0], der::SEQUENCE);
    assert_eq!(certificate.tbs.of(der)[0], der::SEQUENCE);
    assert_eq!(certificate.v3_ext.unwrap().tag, 0xa3);
    assert_eq!(certificate.v3_ext.unwrap().of(der)[0], der::SEQUENCE);

    let found = &certificate.extensions;
    assert_eq!(found.types, 0x1092f);
    assert!(found.is_ca);
    assert_eq!(found.max_path_length, 4);
    assert_eq!(found.key_usage, 0x8086);
    assert_eq!(found.extended_key_usage[1].of(der), oid::CLIENT_AUTH);
    assert_eq!(found.ns_cert_type, 0x40);
    assert_eq!(found.subject_alt_names[0].tag, 0x80 | general_name::DNS_NAME);
    assert_eq!(found.subject_alt_names[1].of(der), [10, 0, 0, 1]);
    assert_eq!(found.subject_key_id.unwrap().of(der), b"mine");
    let authority = &found.authority_key_id;
    assert_eq!(authority.key_identifier.unwrap().of(der), b"parent");
    assert_eq!(authority.issuer[0].of(der), issuer_name);
    assert_eq!(authority.serial.unwrap().of(der), [9, 9]);
    assert_eq!(found.certificate_policies[0].of(der), [0x2a, 3, 4]);
    // encipherOnly and decipherOnly allow, the others require
    assert!(certificate.check_key_usage(0x8004));
    assert!(!certificate.check_key_usage(0x0004));
    assert!(!certificate.check_key_usage(0x8008));
}

#[test]
fn versions() {
    for version in 1..=2 {
        let recipe = Recipe {
            version,
            ..Recipe::leaf("Root").with(&[])
        };
        assert_eq!(recipe.make(p256(1), p256(0)).version, i32::from(version));
        // Extensions came with version 3.
        let recipe = Recipe {
            version,
            ..Recipe::leaf("Root")
        };
        let error = error_of(&recipe.der(p256(1), p256(0)));
        assert_eq!(error, Stage::InvalidFormat.because(Asn1::LengthMismatch));
    }
    let recipe = Recipe {
        version: 4,
        ..Recipe::leaf("Root")
    };
    assert_eq!(error_of(&recipe.der(p256(1), p256(0))).code(), -0x2580);
}

#[test]
fn codes_of_malformed_certificates() {
    assert_eq!(error_of(b"").code(), -0x2180);
    assert_eq!(error_of(b"hello").code(), -0x2180);
    assert_eq!(error_of(&[0x30, 0]).code(), -0x2180 - 0x60);
    let der = Recipe::leaf("Root").der(p256(1), p256(0));
    // Another digest outside than inside.
    let inside = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
    let at = der.windows(8).rposition(|window| window == inside).unwrap();
    let mut changed = der.clone();
    changed[at + 7] = 3;
    assert_eq!(error_of(&changed), Stage::SigMismatch.alone());
    // A digest that does not exist.
    let at = der.windows(8).position(|window| window == inside).unwrap();
    let mut changed = der.clone();
    changed[at + 7] = 9;
    assert_eq!(error_of(&changed), Stage::UnknownSigAlg.because(Asn1::OidNotFound));
    // A point that is not on the curve.
    let mut changed = der.clone();
    let point = der.windows(3).position(|window| window == [0x42, 0x00, 0x04]).unwrap();
    changed[point + 5] ^= 1;
    assert_eq!(error_of(&changed).code(), -0x4c80);
    // A month that does not exist.
    let recipe = Recipe::leaf("Root");
    let mut changed = recipe.der(p256(1), p256(0));
    let date = changed
        .windows(2)
        .position(|window| window == [der::UTC_TIME, 13])
        .unwrap();
    changed[date + 4] = b'9';
    assert_eq!(error_of(&changed).code(), -0x2400);
}

#[test]
fn extensions_that_are_refused() {
    let ski = |value: &[u8]| extension(&[0x55, 0x1d, 0x0e], false, value);
    let eku = |value: &[u8]| extension(&[0x55, 0x1d, 0x25], false, value);
    let san = |value: &[u8]| extension(&[0x55, 0x1d, 0x11], false, value);
    let policies = |critical, value: &[u8]| extension(&[0x55, 0x1d, 0x20], critical, value);

    let unknown = extension(&[0x2a, 3], true, b"x");
    assert_eq!(extension_error(unknown), extensions_because(Asn1::UnexpectedTag));
    assert_eq!(extension_error(ski(&[4, 2, 1])), extensions_because(Asn1::OutOfData));
    assert_eq!(
        extension_error(ski(&[4, 1, 1, 0])),
        extensions_because(Asn1::LengthMismatch)
    );
    assert_eq!(
        extension_error(eku(&[0x30, 0])),
        extensions_because(Asn1::InvalidLength)
    );
    assert_eq!(
        extension_error(eku(&[0x30, 2, 5, 0])),
        extensions_because(Asn1::UnexpectedTag)
    );
    assert_eq!(
        extension_error(san(&[0x30, 2, 0x0c, 0])),
        extensions_because(Asn1::UnexpectedTag)
    );
    assert_eq!(
        extension_error(san(&[0x30, 5, 0x87, 3, 1, 2, 3])),
        Stage::BadInput.alone()
    );
    assert_eq!(
        extension_error(policies(false, &[0x30, 0])),
        extensions_because(Asn1::LengthMismatch)
    );
    let policy = tlv(der::SEQUENCE, &[&tlv(der::SEQUENCE, &[&tlv(der::OID, &[&[0x2a, 3]])])]);
    assert_eq!(extension_error(policies(true, &policy)).code(), -0x2080);
    // twice the same
    let twice = Recipe::leaf("Root").with(&[key_usage(0x80), key_usage(0x80)]);
    assert_eq!(error_of(&twice.der(p256(1), p256(0))), Stage::InvalidExtensions.alone());
}

/// CVE-2026-49300: what stands behind the SEQUENCE of basicConstraints must not be read as if it stood inside.
#[test]
fn cve_2026_49300_basic_constraints_end_with_their_wrapper() {
    let forged = |value: &[u8]| extension(&[0x55, 0x1d, 0x13], true, value);
    for value in [
        &[0x30, 0, 1, 1, 255][..],
        &[0x30, 3, 1, 1, 255, 2, 1, 0],
        &[0x30, 3, 1, 1, 0, 1, 1, 255],
    ] {
        assert_eq!(
            extension_error(forged(value)),
            extensions_because(Asn1::LengthMismatch),
            "{value:x?}"
        );
    }
    assert_eq!(
        extension_error(forged(&[0x30, 2, 1, 1])),
        extensions_because(Asn1::OutOfData)
    );
    assert_eq!(
        extension_error(forged(&[0x30, 5, 1, 1, 255])),
        extensions_because(Asn1::OutOfData)
    );
    let most = tlv(der::SEQUENCE, &[&[1, 1, 255], &[2, 4, 0x7f, 255, 255, 255]]);
    assert_eq!(extension_error(forged(&most)), extensions_because(Asn1::InvalidLength));
    let negative = tlv(der::SEQUENCE, &[&[1, 1, 255], &[2, 1, 0xff]]);
    assert_eq!(
        extension_error(forged(&negative)),
        extensions_because(Asn1::InvalidLength)
    );
}

#[test]
fn a_callback_decides_about_unknown_extensions() {
    let der = Recipe::leaf("Root")
        .with(&[extension(&[0x2a, 3], true, b"x"), extension(&[0x2a, 4], false, b"y")])
        .der(p256(1), p256(0));
    let mut seen = Vec::new();
    let certificate = Certificate::from_der_with::<()>(&der, &mut |unknown| {
        seen.push((unknown.oid.to_vec(), unknown.critical, unknown.value.to_vec()));
        Ok(())
    });
    assert!(certificate.is_ok());
    assert_eq!(
        seen,
        [
            (vec![0x2a, 3], true, b"x".to_vec()),
            (vec![0x2a, 4], false, b"y".to_vec())
        ]
    );
    let refused = Certificate::from_der_with(&der, &mut |_| Err(-7)).unwrap_err();
    assert_eq!(refused, Refused::Callback(-7));
}

fn pem(label: &str, der: &[u8]) -> String {
    pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, der).unwrap()
}

#[test]
fn files_of_several_certificates() {
    let root = Recipe::root("Root").der(p256(0), p256(0));
    let leaf = Recipe::leaf("Root").der(p256(1), p256(0));
    assert_eq!(parse_many(&leaf).unwrap().items.len(), 1);
    let text = format!(
        "a comment\n{}between\n{}{}\0",
        pem("CERTIFICATE", &leaf),
        pem("PRIVATE KEY", b"not for us"),
        pem("CERTIFICATE", &root).replace('\n', "\r\n")
    );
    let parsed = parse_many(text.as_bytes()).unwrap();
    assert_eq!(parsed.failed, 0);
    assert_eq!(parsed.items[0].der(), leaf);
    assert_eq!(parsed.items[1].der(), root);
    // One bad among good ones is counted; only bad ones fail.
    let bad = pem("CERTIFICATE", &leaf[..40]);
    let parsed = parse_many(format!("{bad}{text}{bad}").as_bytes()).unwrap();
    assert_eq!((parsed.items.len(), parsed.failed), (2, 2));
    assert_eq!(parse_many(bad.as_bytes()).unwrap_err().code(), -0x2180);
    let open = "-----BEGIN CERTIFICATE-----\nAAAA\n";
    assert_eq!(parse_many(open.as_bytes()).unwrap_err().code(), -0x2780);
}

#[test]
fn revocation_lists() {
    let recipe = CrlRecipe {
        revoked: vec![vec![5], vec![1, 0]],
        ..CrlRecipe::new("Root")
    };
    let der = recipe.der(p256(0));
    let list = Crl::from_der(&der).unwrap();
    assert_eq!(list.version, 2);
    assert_eq!(list.entries.len(), 2);
    assert_eq!(list.entries[1].serial.of(list.der()), [1, 0]);
    assert_eq!(list.this_update.to_unix(), NOW - DAY);
    assert_eq!(list.next_update.unwrap().to_unix(), NOW + DAY);
    assert!(list.has_revoked(&[5]) && !list.has_revoked(&[6]));
    assert!(list.is_signed_by(&public(p256(0))));
    assert_eq!(
        crl::parse_many(pem("X509 CRL", &der).as_bytes()).unwrap().items.len(),
        1
    );
    for end in 0..der.len() {
        assert!(Crl::from_der(&der[..end]).is_err(), "prefix of {end}");
    }
}

#[test]
fn every_prefix_is_refused() {
    let der = Recipe::leaf("Root").der(p256(1), p256(0));
    for end in 0..der.len() {
        assert!(Certificate::from_der(&der[..end]).is_err(), "prefix of {end}");
    }
}

/// A small generator of repeatable numbers (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

#[test]
fn mutations_never_panic() {
    let certificate = Recipe::leaf("Root")
        .with(&[
            basic_constraints(true, Some(1)),
            key_usage(0x84),
            extended_key_usage(&[oid::SERVER_AUTH]),
            dns_names(&["www.example.com", "*.example.org"]),
        ])
        .der(p256(1), p256(0));
    let list = CrlRecipe {
        revoked: vec![vec![5]],
        ..CrlRecipe::new("Root")
    }
    .der(p256(0));
    let private = ferrotls::pki::key::write_private_key(p256(0)).to_vec();
    let text = pem("CERTIFICATE", &certificate).into_bytes();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for (kind, seed) in [
        (FuzzKind::Certificate, certificate.clone()),
        (FuzzKind::Crl, list),
        (FuzzKind::PrivateKey, private),
        (FuzzKind::PublicKey, certificate),
        (FuzzKind::CertificateFile, text),
    ] {
        for _ in 0..4000 {
            let mut bytes = seed.clone();
            for _ in 0..=numbers.below(4) {
                let at = numbers.below(bytes.len());
                match numbers.below(4) {
                    0 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
                    1 => bytes[at] ^= 1 << numbers.below(8),
                    2 => drop(bytes.remove(at)),
                    _ => bytes.insert(at, u8::try_from(numbers.below(256)).unwrap()),
                }
            }
            fuzz_parse(kind, &bytes);
        }
        let noise: Vec<u8> = (0..300).map(|_| u8::try_from(numbers.below(256)).unwrap()).collect();
        assert!(!fuzz_parse(kind, &noise));
    }
}

#[test]
fn certificates_made_by_others() {
    let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P384_SHA384).unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["example.com".to_string(), "10.1.2.3".to_string()]).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Constrained(2));
    params.key_usages = vec![
        rcgen::KeyUsagePurpose::KeyCertSign,
        rcgen::KeyUsagePurpose::DigitalSignature,
    ];
    let certificate = Certificate::from_der(params.self_signed(&key).unwrap().der()).unwrap();
    assert!(certificate.is_self_issued() && certificate.is_signed_by(&certificate.public_key));
    assert_eq!(certificate.extensions.max_path_length, 3);
    assert_eq!(certificate.extensions.key_usage, 0x84);
    assert_eq!(certificate.extensions.subject_alt_names.len(), 2);
}

/// The list of authorities that the system trusts, where there is one.
#[test]
fn the_systems_authorities() {
    const FILE: &str = "/etc/ssl/certs/ca-certificates.crt";
    let Ok(text) = std::fs::read(FILE) else {
        println!("skipped: there is no {FILE}");
        return;
    };
    let blocks = text
        .windows(27)
        .filter(|window| *window == b"-----BEGIN CERTIFICATE-----")
        .count();
    let parsed = parse_many(&text).unwrap();
    assert_eq!((parsed.failed, parsed.stopped_by), (0, None));
    assert_eq!(parsed.items.len(), blocks);
    for certificate in &parsed.items {
        assert!(certificate.extensions.is_ca || certificate.version < 3);
        assert!(!certificate.is_self_issued() || certificate.is_signed_by(&certificate.public_key));
    }
}
