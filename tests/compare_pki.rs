//! Makes the certificates, revocation lists and chains that `c-tests/compare/x509` shows to this library and to 3.6.6.
//!
//! They go to `compare` in Cargo's folder for tests (`target/tmp`): `compare/info` for `info.c`, one file each,
//! `compare/verify` for `verify.c`, one folder for each chain, and `compare/signatures` for `signatures.c`, one list. Keys
//! and dates are fresh in every run.
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

use ferrotls::pki::{Certificate, Crl};

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

#[test]
fn signatures_for_verification() {
    let lines: String = signatures::trials().iter().map(signatures::Trial::line).collect();
    fs::write(folder("signatures").join("list"), lines).unwrap();
}

fn pem(ders: &[Vec<u8>], label: &str) -> String {
    ders.iter()
        .map(|der| ferrotls::pki::pem::write(label, der).to_string())
        .collect()
}
