//! Makes the certificates, revocation lists and chains that `c-tests/compare/x509` shows to this library and to 3.6.6.
//!
//! They go to `compare` in Cargo's folder for tests (`target/tmp`): `compare/info` for `info.c`, one file each,
//! `compare/verify` for `verify.c`, one folder for each chain, and `compare/signatures` for `signatures.c`, one list. Keys
//! and dates are fresh in every run.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[path = "pki_maker/mod.rs"]
mod maker;

#[path = "compare_pki/chains/mod.rs"]
mod chains;
#[path = "compare_pki/signatures.rs"]
mod signatures;
#[path = "compare_pki/texts.rs"]
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use ferrotls::pki::{
    Certificate, Crl, Time,
    profile::Profile,
    verify::{Request, flags, verify},
};

/// An empty folder under `target/tmp/compare`.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compare").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn certificates_for_texts() {
    let folder = folder("info");
    let made = texts::certificates();
    for (name, der) in &made {
        fs::write(folder.join(format!("{name}.der")), der).unwrap();
    }
    let parsed = made
        .iter()
        .filter(|(_, der)| Certificate::from_der(der).is_ok())
        .count();
    assert!(parsed >= 60, "only {parsed} of {} parse", made.len());
}

#[test]
fn lists_for_texts() {
    let folder = folder("info-crl");
    let made = texts::lists();
    for (name, der) in &made {
        fs::write(folder.join(format!("{name}.crl")), der).unwrap();
    }
    let parsed = made.iter().filter(|(_, der)| Crl::from_der(der).is_ok()).count();
    assert!(parsed >= 6, "only {parsed} of {} parse", made.len());
}

#[test]
fn chains_for_verification() {
    let folder = folder("verify");
    let cases = chains::cases();
    for case in &cases {
        let at = folder.join(&case.name);
        fs::create_dir(&at).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        fs::write(at.join("chain.crt"), pem(&case.chain, "CERTIFICATE")).unwrap();
        fs::write(at.join("ca.crt"), pem(&case.trusted, "CERTIFICATE")).unwrap();
        fs::write(at.join("ca.crl"), pem(&case.crls, "X509 CRL")).unwrap();
        let expected = case.expected.as_ref();
        let expected = expected.map_or("any".to_string(), |name| format!("name {name}"));
        fs::write(at.join("ask"), format!("{expected}\n{}\n", case.questions.join("\n"))).unwrap();
    }
    assert!(cases.len() >= 200, "{} chains", cases.len());
}

/// Cases in which 3.6 and webpki differ, and what was decided, so that a test without 3.6.6 tells it too.
const DECIDED: [(&str, u32); 46] = [
    ("self-signed-leaf-is-trusted", 0),
    ("self-signed-leaf-is-trusted-expired", flags::EXPIRED),
    ("self-signed-other-is-trusted", flags::NOT_TRUSTED),
    ("trusted-leaf-as-issuer", flags::NOT_TRUSTED),
    ("leaf-in-trusted-list", flags::NOT_TRUSTED),
    ("ca-as-leaf", 0),
    ("ca-as-leaf-broken", flags::NOT_TRUSTED),
    ("version-1-leaf", 0),
    ("version-2-leaf", 0),
    ("version-1-root", 0),
    ("version-1-inner", flags::NOT_TRUSTED),
    ("inner-7", 0),
    ("inner-8", 0),
    ("inner-9", u32::MAX),
    ("inner-8-backwards", 0),
    ("any-purpose-leaf", 0),
    ("any-purpose-inner", 0),
    ("issuer-printable-upper-case", 0),
    ("issuer-teletex", flags::NOT_TRUSTED),
    ("crl-version-1-revoked", flags::REVOKED),
    ("cn", 0),
    ("cn-beside-san", flags::CN_MISMATCH),
    ("any-policy-critical-leaf", 0),
    ("netscape-type-critical-leaf", 0),
    ("key-ids-critical-inner", 0),
    ("pss-sha256-salt-20", 0),
    ("pss-trailer-1-said", flags::OTHER),
    ("unique-ids-leaf", 0),
    ("unique-ids-inner", 0),
    ("unique-ids-root", 0),
    ("empty-list-leaf", 0),
    ("empty-list-root", flags::NOT_TRUSTED),
    ("compressed-inner", 0),
    ("compressed-root", 0),
    ("dates-far", 0),
    ("dates-no-zone", flags::OTHER),
    ("critical-as-one", flags::OTHER),
    ("larger-than-64-kb", flags::OTHER),
    ("ecdh-root", flags::NOT_TRUSTED),
    ("pss-key-in-root-signs-pss", 0),
    ("pss-key-in-root-signs-pkcs1", flags::NOT_TRUSTED),
    ("constraint-and-cn", flags::CN_MISMATCH),
    ("constraint-and-expired", flags::OTHER | flags::EXPIRED),
    ("constraint-and-wrong-name", flags::OTHER | flags::CN_MISMATCH),
    ("constraint-kept-and-expired", flags::EXPIRED),
    (
        "everything-wrong",
        flags::EXPIRED | flags::CN_MISMATCH | flags::NOT_TRUSTED | flags::BAD_MD,
    ),
];

#[test]
fn what_was_decided() {
    let cases = chains::cases();
    for (name, expected) in DECIDED {
        let case = cases
            .iter()
            .find(|case| case.name == name)
            .unwrap_or_else(|| panic!("{name}?"));
        let parse = |ders: &[Vec<u8>]| -> Vec<Certificate> {
            ders.iter().map(|der| Certificate::from_der(der).unwrap()).collect()
        };
        let (chain, anchors) = (parse(&case.chain), parse(&case.trusted));
        let crls: Vec<Crl> = case.crls.iter().map(|der| Crl::from_der(der).unwrap()).collect();
        let verdict = verify(&Request {
            chain: &chain.iter().collect::<Vec<_>>(),
            anchors: &anchors.iter().collect::<Vec<_>>(),
            crls: &crls.iter().collect::<Vec<_>>(),
            profile: &Profile::DEFAULT,
            name: case.expected.as_deref(),
            purpose: None,
            now: Time::now(),
        });
        assert_eq!(verdict.flags(), expected, "{name}");
    }
}

#[test]
fn signatures_for_verification() {
    let lines: String = signatures::trials().iter().map(signatures::Trial::line).collect();
    fs::write(folder("signatures").join("list"), lines).unwrap();
}

/// With `UPDATE` set, the fuzzing corpora of certificates, lists, keys, DER, PEM, messages and chains are made anew.
#[test]
fn corpora() {
    if std::env::var_os("UPDATE").is_none() {
        return;
    }
    const MOST: usize = 4096;
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let write = |corpus: &str, name: &str, first: Option<u8>, bytes: &[u8]| {
        if bytes.len() <= MOST {
            fs::create_dir_all(fuzz.join(corpus)).unwrap();
            let whole = first.into_iter().chain(bytes.iter().copied()).collect::<Vec<u8>>();
            fs::write(fuzz.join(corpus).join(name), whole).unwrap();
        }
    };
    for (name, der) in texts::certificates().into_iter().step_by(5) {
        write("x509", &format!("crt-{name}"), Some(0), &der);
        write("asn1", &format!("crt-{name}"), None, &der);
    }
    for (name, der) in texts::lists() {
        write("x509", &format!("crl-{name}"), Some(1), &der);
        write(
            "x509",
            &format!("crl-file-{name}"),
            Some(3),
            pem(&[der], "X509 CRL").as_bytes(),
        );
    }
    for case in chains::cases().into_iter().step_by(6) {
        let text = pem(&[case.chain, case.trusted.clone()].concat(), "CERTIFICATE");
        let trusted = u8::try_from(case.trusted.len()).unwrap();
        write("chain", &case.name, Some(trusted), text.as_bytes());
        write("x509", &format!("file-{}", case.name), Some(2), text.as_bytes());
        write("pem", &case.name, None, text.as_bytes());
    }
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pki")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "pem") {
            let text = fs::read(&path).unwrap();
            for kind in 0..3 {
                write("pk", &format!("{name}-{kind}"), Some(kind), &text);
            }
            write("pem", &name, None, &text);
        }
    }
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pkcs7")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "der") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            write("pkcs7", &name, None, &fs::read(&path).unwrap());
        }
    }
}

fn pem(ders: &[Vec<u8>], label: &str) -> String {
    ders.iter()
        .map(|der| ferrotls::pki::pem::write(label, der).to_string())
        .collect()
}
