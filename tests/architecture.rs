//! The picture in `ARCHITECTURE.md` stays true: arrows, crate names, `unsafe`, sizes of files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Every Rust file below `folder`, or the one that it names, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, out: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                out.push((path, text));
            }
        }
    }
    let mut out = Vec::new();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if path.is_file() {
        return vec![(path.clone(), fs::read_to_string(path).unwrap())];
    }
    walk(&path, &mut out);
    assert!(!out.is_empty(), "no Rust files below {folder}");
    out
}

/// The code of a line: without comments and without the text of string literals.
fn code(line: &str) -> String {
    let mut out = String::new();
    let mut in_string = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if in_string => drop(chars.next()),
            '"' => in_string = !in_string,
            '/' if !in_string && chars.peek() == Some(&'/') => break,
            _ if in_string => {}
            c => out.push(c),
        }
    }
    out
}

/// Whether `word` stands in `text` as a word of its own.
fn names(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// Whether a file holds tests of the module beside it, which may use what the module may not.
fn is_test(path: &Path) -> bool {
    // The last is what tests of several files share, and the library does not have it.
    path.components().any(|part| part.as_os_str() == "tests")
        || path.ends_with("tests.rs")
        || path.ends_with("src/tls/fuzz/recorded.rs")
}

/// The lines below `folder`, tests apart, whose code `is_wrong`, as "file:line: text".
fn offenders(folder: &str, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    for (path, text) in sources(folder).into_iter().filter(|(path, _)| !is_test(path)) {
        // Unit tests stand last in their file.
        let module = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (number, line) in module.lines().enumerate() {
            if is_wrong(&code(line)) {
                out.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    out
}

#[test]
fn arrows_never_point_up() {
    const FORBIDDEN: [(&str, &[&str]); 5] = [
        (
            "src/base64.rs",
            &[
                "crate::crypto",
                "crate::pki",
                "crate::compress",
                "crate::tls",
                "crate::capi",
            ],
        ),
        (
            "src/crypto",
            &["crate::pki", "crate::compress", "crate::tls", "crate::capi"],
        ),
        ("src/pki", &["crate::compress", "crate::tls", "crate::capi"]),
        ("src/tls", &["crate::capi", "crate::pki"]),
        (
            "src/compress",
            &["crate::crypto", "crate::pki", "crate::tls", "crate::capi"],
        ),
    ];
    for (folder, upward) in FORBIDDEN {
        let found = offenders(folder, |line| upward.iter().any(|path| line.contains(path)));
        assert_eq!(found, [""; 0], "{folder} looks upward");
    }
}

#[test]
fn each_crate_is_named_in_its_own_folder_only() {
    /// Crates, and the folders that may name them.
    const HOMES: [(&[&str], &[&str]); 5] = [
        (
            &[
                "ring",
                "p256",
                "p384",
                "p521",
                "rsa",
                "x448",
                "libcrux_ml_kem",
                "aes",
                "ccm",
                "sha1",
                "sha2",
                "md5",
                "hmac",
                "sha3",
                "ripemd",
                "cbc",
                "ctr",
                "cfb_mode",
                "cfb8",
                "ofb",
                "xts_mode",
                "aes_kw",
                "camellia",
                "aria",
                "des",
                "chacha20",
                "poly1305",
                "ghash",
                "cmac",
                "pbkdf2",
                "k256",
                "bp256",
                "bp384",
                "ecdsa",
                "rfc6979",
                "curve25519_dalek",
                "crypto_bigint",
                "crypto_primes",
            ],
            &["src/crypto"],
        ),
        (&["webpki", "rustls_pki_types", "pem_rfc7468"], &["src/pki"]),
        (&["base64ct"], &["src/base64.rs"]),
        (&["miniz_oxide", "brotli"], &["src/compress"]),
        (&["libc"], &["src/capi"]),
    ];
    for (crates, homes) in HOMES {
        for folder in [
            "src/base64.rs",
            "src/crypto",
            "src/pki",
            "src/compress",
            "src/tls",
            "src/capi",
        ] {
            if homes.contains(&folder) {
                continue;
            }
            let found = offenders(folder, |line| {
                crates.iter().any(|name| {
                    let path = format!("{name}::");
                    line.trim_start().starts_with(&format!("use {path}"))
                        || line.contains(&format!(" ::{path}"))
                        || (names(line, name) && line.contains(&path) && !line.contains(&format!("::{path}")))
                })
            });
            // Modules of our own that are called like a crate are reached through `super` and `crate`.
            let found: Vec<_> = found
                .into_iter()
                .filter(|line| !line.contains("super::") && !line.contains("crate::") && !line.contains("self::"))
                .collect();
            assert_eq!(found, [""; 0], "{folder} names a crate of {homes:?}");
        }
    }
}

#[test]
fn unsafe_stands_in_capi_only() {
    for folder in ["src/base64.rs", "src/crypto", "src/pki", "src/compress", "src/tls"] {
        let found = offenders(folder, |line| names(line, "unsafe"));
        assert_eq!(found, [""; 0], "{folder} has unsafe code");
    }
    let root = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    for module in ["base64", "crypto", "pki", "compress", "tls"] {
        assert!(
            root.contains(&format!("#[forbid(unsafe_code)]\npub mod {module};")),
            "src/lib.rs does not forbid unsafe code in {module}"
        );
    }
}

#[test]
fn the_core_has_no_sockets_no_clock_and_no_c_types() {
    let found = offenders("src/tls", |line| {
        [
            "std::net",
            "std::time",
            "std::fs",
            "std::io",
            "std::ffi",
            "core::ffi",
            "c_int",
        ]
        .iter()
        .any(|path| line.contains(path))
    });
    assert_eq!(found, [""; 0]);
}

#[test]
fn no_file_is_longer_than_800_lines() {
    for folder in ["src", "xtask/src", "tests", "benches"] {
        for (path, text) in sources(folder) {
            let lines = text.lines().count();
            assert!(lines <= 800, "{}: {lines} lines", path.display());
        }
    }
}
