//! `cargo xtask tsan`: ThreadSanitizer over the tests that have threads.
//!
//! Those of Rust share a configuration, ticket keys, session caches and stores among many connections; the C program
//! (`c-tests/connect/threads.c`) has one thread read while another writes, in both versions. `--short` is the part of it
//! that `cargo xtask test` runs: the C program. The fleet's servers (`cargo xtask fleet`) are processes of one thread each,
//! in which there is nothing to see.

use crate::c_runs::{self, CRun, Extent, Tally};
use crate::pki;
use crate::sanitize::Sanitizer;
use crate::shell::Result;
use std::process::Command;
use std::time::Duration;

const SANITIZER: Sanitizer = Sanitizer::Thread;
/// Rust's tests that have threads.
const RUST: &[&str] = &[
    "capi_certificates",
    "capi_keys",
    "capi_sessions",
    "capi_sessions12",
    "capi_threads",
    "faults_threads",
    "handshake_data",
    "pains",
];
/// Modules of the library whose own tests have threads.
const LIB: &[&str] = &["capi::block_key", "crypto::tests::hash", "tls::early_data::replay"];
/// The C program with threads.
const THREADS: &str = "connect/threads.c";
/// Records of a kilobyte each way, in the short form and otherwise.
const RECORDS: [&str; 2] = ["2000", "100000"];
/// The longest the C program may take.
const LIMIT: Duration = Duration::from_secs(1800);

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => play(Extent::Full)?,
        ["--short"] => play(Extent::Short)?,
        ["--rust"] => rust_tests()?,
        ["--c"] => c_tests(Extent::Full)?,
        _ => return Err("usage: cargo xtask tsan [--short | --rust | --c]".into()),
    }
    .end("tsan")
}

/// What an extent has.
pub fn play(extent: Extent) -> Result<Tally> {
    let mut tally = c_tests(extent)?;
    if extent == Extent::Full {
        tally.add(&rust_tests()?);
    }
    Ok(tally)
}

/// The tests of Rust.
fn rust_tests() -> Result<Tally> {
    let mut names: Vec<_> = RUST.iter().map(|&name| name.to_owned()).collect();
    names.push(format!("lib {}", LIB.join(" ")));
    SANITIZER.tests(&names)
}

/// The C program in TLS 1.3 and 1.2.
fn c_tests(extent: Extent) -> Result<Tally> {
    SANITIZER.build()?;
    let [few, many] = RECORDS;
    let records = if extent == Extent::Short { few } else { many };
    let mut runs = Vec::new();
    for version in ["1.3", "1.2"] {
        let arguments = vec![pki::folder()?, records.into(), version.into()];
        let source = THREADS.to_owned();
        runs.push(CRun { source, arguments });
    }
    let watched = |run: &CRun, program: &std::path::Path| {
        let mut command = Command::new(program);
        SANITIZER.options(command.args(&run.arguments));
        command
    };
    c_runs::play(&runs, LIMIT, |source| SANITIZER.compile(source), watched)
}

#[cfg(test)]
mod tests {
    use super::{LIB, RUST};
    use crate::shell::root;
    use std::fs::read_to_string;
    use std::path::{Path, PathBuf};

    fn has_threads(text: &str) -> bool {
        text.contains("thread::scope") || text.contains("thread::spawn")
    }

    /// All files below `folder`.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths
            .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
            .collect()
    }

    #[test]
    fn every_test_with_threads_is_watched() {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(root().join("tests")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            // That one starts compilers, and calls nothing of the library.
            if path.is_file() && name != "headers" && has_threads(&read_to_string(&path).unwrap()) {
                found.push(name);
            }
        }
        found.sort();
        assert_eq!(found, RUST);
    }

    /// Nothing in the library starts threads but its tests.
    #[test]
    fn every_module_with_threads_is_watched() {
        let source = root().join("src");
        let mut found = Vec::new();
        for path in files(&source) {
            if has_threads(&read_to_string(&path).unwrap()) {
                let path = path.strip_prefix(&source).unwrap().with_extension("");
                let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
                let name = parts.join("::");
                found.push(name.trim_end_matches("::tests").trim_end_matches("::mod").to_owned());
            }
        }
        found.sort();
        assert_eq!(found, LIB);
    }
}
