//! The certificates of the tests, made on the spot by `openssl` in `target/test-pki`: `<name>.crt` and `<name>.key` in PEM.
//!
//! Two roots (`ca-ec`, `ca-rsa`; `ca.crt` holds both), good leaves of every kind of key, and bad ones that each have one fault
//! or two. Nothing here is secret and nothing is checked in. The folder is made anew when this table changes.

use crate::deps;
use crate::shell::{Result, capture, lock, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names every good server certificate is valid for.
const NAMES: &str = "DNS:localhost,DNS:server.example,DNS:*.wild.example,IP:127.0.0.1,IP:::1";
/// Both purposes, so that one certificate serves at either end.
const BOTH: &str = "serverAuth,clientAuth";
/// What a certificate of a signing key may do.
const SIGNS: &str = "digitalSignature";
/// From now on for ten years.
const NOW: (&str, &str) = ("", "");
/// Over since 2021.
const PAST: (&str, &str) = ("20200101000000Z", "20210101000000Z");
/// Not before 2048.
const FUTURE: (&str, &str) = ("20480101000000Z", "20490101000000Z");

/// A certificate that one of the roots issues.
struct Leaf {
    /// File name without its ending.
    name: &'static str,
    /// Kind of key, as [`key_options`] knows it.
    key: &'static str,
    /// The root that signs it.
    issuer: &'static str,
    /// subjectAltName; empty for none.
    names: &'static str,
    /// keyUsage.
    usage: &'static str,
    /// extendedKeyUsage; empty for none.
    purposes: &'static str,
    /// notBefore and notAfter; empty for ten years from now.
    dates: (&'static str, &'static str),
}

/// A good certificate.
const fn good(name: &'static str, key: &'static str, issuer: &'static str) -> Leaf {
    Leaf {
        name,
        key,
        issuer,
        names: NAMES,
        usage: SIGNS,
        purposes: BOTH,
        dates: NOW,
    }
}

/// A good certificate but for what the table changes.
const fn flawed(name: &'static str) -> Leaf {
    good(name, "p256", "ca-ec")
}

/// Every certificate but the roots, the intermediates and the one with the broken signature.
const LEAVES: &[Leaf] = &[
    good("rsa2048", "rsa2048", "ca-rsa"),
    good("rsa3072", "rsa3072", "ca-rsa"),
    good("rsapss", "rsapss", "ca-rsa"),
    good("p256", "p256", "ca-ec"),
    good("p384", "p384", "ca-ec"),
    good("p521", "p521", "ca-ec"),
    good("ed25519", "ed25519", "ca-ec"),
    good("client", "p256", "ca-ec"),
    good("client-rsa", "rsa2048", "ca-rsa"),
    Leaf {
        names: "DNS:second.example",
        ..good("second", "p256", "ca-ec")
    },
    Leaf {
        names: "",
        ..flawed("no-san")
    },
    Leaf {
        dates: PAST,
        ..flawed("expired")
    },
    Leaf {
        dates: FUTURE,
        ..flawed("future")
    },
    Leaf {
        names: "DNS:elsewhere.example",
        ..flawed("wrong-name")
    },
    Leaf {
        issuer: "ca-other",
        ..flawed("unknown-ca")
    },
    Leaf {
        usage: "keyAgreement",
        ..flawed("wrong-usage")
    },
    Leaf {
        purposes: "codeSigning",
        ..flawed("wrong-purpose")
    },
    Leaf {
        purposes: "clientAuth",
        ..flawed("client-only")
    },
    Leaf {
        dates: PAST,
        names: "DNS:elsewhere.example",
        ..flawed("expired-wrong-name")
    },
    Leaf {
        issuer: "ca-other",
        dates: FUTURE,
        ..flawed("unknown-ca-future")
    },
    Leaf {
        usage: "keyAgreement",
        purposes: "codeSigning",
        ..flawed("wrong-usage-purpose")
    },
    flawed("revoked"),
];

/// The task: makes them if need be, and says where they are.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        return Err(format!("no argument is known, and \"{argument}\" was given").into());
    }
    println!("{}", folder()?.display());
    Ok(())
}

/// The folder of certificates, made at the first call.
pub fn folder() -> Result<PathBuf> {
    let folder = target().join("test-pki");
    let stamp = include_str!("pki.rs");
    let is_made = || fs::read_to_string(folder.join("stamp")).is_ok_and(|text| text == stamp);
    if is_made() {
        return Ok(folder);
    }
    // Several may ask at once, for the first time.
    let _lock = lock(&folder.with_extension("lock"))?;
    if is_made() {
        return Ok(folder);
    }
    deps::require(&[&deps::OPENSSL])?;
    // Filled aside and moved into place, so that a folder with its stamp is whole.
    let filling = target().join("test-pki.filling");
    let _ = fs::remove_dir_all(&filling);
    fs::create_dir_all(&filling)?;
    make(&filling.canonicalize()?).map_err(|error| format!("the test certificates: {error}"))?;
    fs::write(filling.join("stamp"), stamp)?;
    let _ = fs::remove_dir_all(&folder);
    fs::rename(&filling, &folder)?;
    Ok(folder)
}

/// Makes everything in `folder`.
fn make(folder: &Path) -> Result<()> {
    fs::write(folder.join("openssl.cnf"), CONFIG)?;
    fs::write(folder.join("index.txt"), "")?;
    root(folder, "ca-ec", "p256")?;
    root(folder, "ca-rsa", "rsa2048")?;
    root(folder, "ca-other", "p256")?;
    join(folder, &["ca-ec.crt", "ca-rsa.crt"], "ca.crt")?;
    for leaf in LEAVES {
        issue(folder, leaf)?;
    }
    intermediates(folder)?;
    fs::write(
        folder.join("bad-signature.crt"),
        break_signature(&fs::read_to_string(folder.join("p256.crt"))?)?,
    )?;
    fs::copy(folder.join("p256.key"), folder.join("bad-signature.key"))?;
    let revoke = [
        "ca",
        "-config",
        "openssl.cnf",
        "-cert",
        "ca-ec.crt",
        "-keyfile",
        "ca-ec.key",
    ];
    openssl(folder, &[revoke.as_slice(), &["-revoke", "revoked.crt"]].concat())?;
    openssl(
        folder,
        &[revoke.as_slice(), &["-gencrl", "-crldays", "3650", "-out", "ca-ec.crl"]].concat(),
    )?;
    let encrypt = [
        "pkcs8",
        "-topk8",
        "-in",
        "p256.key",
        "-out",
        "p256-encrypted.key",
        "-v2",
        "aes-256-cbc",
    ];
    openssl(folder, &[encrypt.as_slice(), &["-passout", "pass:secret"]].concat())
}

/// Options of `openssl genpkey` for a kind of key.
fn key_options(kind: &str) -> &'static [&'static str] {
    match kind {
        "rsa2048" => &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
        "rsa3072" => &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"],
        "rsapss" => &["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"],
        "p384" => &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
        "p521" => &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
        "ed25519" => &["-algorithm", "ED25519"],
        _ => &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    }
}

/// A key in `<name>.key`.
fn key(folder: &Path, name: &str, kind: &str) -> Result<()> {
    openssl(
        folder,
        &[&["genpkey", "-out", &format!("{name}.key")], key_options(kind)].concat(),
    )
}

/// A root certificate with its key.
fn root(folder: &Path, name: &str, kind: &str) -> Result<()> {
    key(folder, name, kind)?;
    let (key, out, subject) = (
        format!("{name}.key"),
        format!("{name}.crt"),
        format!("/O=ferrotls/CN={name}"),
    );
    let common = [
        "req",
        "-config",
        "openssl.cnf",
        "-x509",
        "-sha256",
        "-days",
        "3650",
        "-extensions",
        "root",
    ];
    openssl(
        folder,
        &[common.as_slice(), &["-key", &key, "-out", &out, "-subj", &subject]].concat(),
    )
}

/// A certificate that its root signs.
fn issue(folder: &Path, leaf: &Leaf) -> Result<()> {
    key(folder, leaf.name, leaf.key)?;
    let mut extensions = "[leaf]\nbasicConstraints=critical,CA:FALSE\n".to_owned();
    extensions += &format!("keyUsage=critical,{}\n", leaf.usage);
    for (name, value) in [("subjectAltName", leaf.names), ("extendedKeyUsage", leaf.purposes)] {
        if !value.is_empty() {
            extensions += &format!("{name}={value}\n");
        }
    }
    let common_name = if leaf.names.is_empty() { "localhost" } else { leaf.name };
    sign(
        folder,
        leaf.name,
        leaf.issuer,
        common_name,
        &extensions,
        "leaf",
        leaf.dates,
    )
}

/// `chain.crt`: a leaf, and two intermediates up to but not including the root.
fn intermediates(folder: &Path) -> Result<()> {
    let extensions = "[inner]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n";
    for (name, issuer) in [("inner1", "ca-ec"), ("inner2", "inner1")] {
        key(folder, name, "p256")?;
        sign(folder, name, issuer, name, extensions, "inner", NOW)?;
    }
    issue(folder, &good("chain-leaf", "p256", "inner2"))?;
    join(folder, &["chain-leaf.crt", "inner2.crt", "inner1.crt"], "chain.crt")?;
    fs::copy(folder.join("chain-leaf.key"), folder.join("chain.key"))?;
    Ok(())
}

/// Has `issuer` certify `<name>.key`.
fn sign(
    folder: &Path,
    name: &str,
    issuer: &str,
    common_name: &str,
    extensions: &str,
    section: &str,
    dates: (&str, &str),
) -> Result<()> {
    let file = |ending: &str| format!("{name}.{ending}");
    fs::write(folder.join(file("ext")), extensions)?;
    let subject = format!("/O=ferrotls/CN={common_name}");
    let request = [
        "req",
        "-config",
        "openssl.cnf",
        "-new",
        "-key",
        &file("key"),
        "-out",
        &file("csr"),
    ];
    openssl(folder, &[request.as_slice(), &["-subj", &subject]].concat())?;
    let (ca, ca_key) = (format!("{issuer}.crt"), format!("{issuer}.key"));
    let (csr, crt, ext) = (file("csr"), file("crt"), file("ext"));
    let mut words = vec!["ca", "-config", "openssl.cnf", "-batch", "-notext"];
    words.extend(["-cert", &ca, "-keyfile", &ca_key, "-in", &csr, "-out", &crt]);
    words.extend(["-extfile", &ext, "-extensions", section]);
    match dates {
        ("", _) => words.extend(["-days", "3650"]),
        (from, to) => words.extend(["-startdate", from, "-enddate", to]),
    }
    openssl(folder, &words)
}

/// Writes the files one after another into `out`.
fn join(folder: &Path, files: &[&str], out: &str) -> Result<()> {
    let texts = files.iter().map(|file| fs::read_to_string(folder.join(file)));
    Ok(fs::write(
        folder.join(out),
        texts.collect::<std::io::Result<String>>()?,
    )?)
}

/// A PEM certificate with another bit pattern within the last half of its signature.
fn break_signature(pem: &str) -> Result<String> {
    let end = pem.find("\n-----END").ok_or("no certificate")?;
    // A dozen characters before the end is well within the second integer, behind its length.
    let mut letters = pem[..end]
        .char_indices()
        .rev()
        .filter(|(_, letter)| letter.is_ascii_alphanumeric());
    let (at, letter) = letters.nth(11).ok_or("an empty certificate")?;
    let other = if letter == 'A' { "B" } else { "A" };
    Ok(format!("{}{other}{}", &pem[..at], &pem[at + 1..]))
}

/// Runs `openssl` in `folder`.
fn openssl(folder: &Path, words: &[&str]) -> Result<()> {
    capture(Command::new("openssl").args(words).current_dir(folder)).map(drop)
}

/// What `openssl req` and `openssl ca` want to know.
const CONFIG: &str = "\
[req]
distinguished_name = subject
prompt = no
[subject]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[ca]
default_ca = tests
[tests]
database = index.txt
new_certs_dir = .
default_md = sha256
policy = anything
rand_serial = yes
unique_subject = no
[anything]
organizationName = optional
commonName = supplied
";
