//! `cargo xtask asan`: AddressSanitizer and LeakSanitizer over Rust's tests and over every C test.
//!
//! `--short` is the part of it that `cargo xtask test` runs: some of the C programs. Rust's tests would need every crate that
//! they use built once more, which takes as long as all else in that part. Words choose tests by a part of their name; `--rust` or
//! `--c` is one half.

use crate::c_runs::{self, CRun, Extent, Tally};
use crate::sanitize::Sanitizer;
use crate::shell::{Result, root};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The longest a C program may take.
const LIMIT: Duration = Duration::from_secs(600);
const SANITIZER: Sanitizer = Sanitizer::Address;

/// Rust's tests that look at files or start compilers, and never call the library: nothing of theirs is to be watched.
const WITHOUT_CALLS: &[&str] = &[
    "abi",
    "architecture",
    "features",
    "headers",
    "imports",
    "install",
    "matrix",
];

/// C programs in the short form: callbacks that free and reset, saved connections and sessions, private keys that are
/// elsewhere, renegotiation, early data, wrong arguments, contexts that come back.
pub const SHORT: &[&str] = &[
    "connect/async.c",
    "connect/callbacks.c",
    "connect/patterns.c",
    "connect/renegotiation.c",
    "connect/serialize.c",
    "connect/threads.c",
    "early/moments.c",
    "misuse/null.c",
    "session/resume.c",
    "session/resume12.c",
    "verify/callbacks.c",
];

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (options, only): (Vec<_>, Vec<_>) = arguments.iter().cloned().partition(|word| word.starts_with("--"));
    let (mut extent, mut rust, mut c) = (Extent::Full, true, true);
    for option in &options {
        match option.as_str() {
            "--short" => extent = Extent::Short,
            "--rust" => c = false,
            "--c" => rust = false,
            _ => return Err("usage: cargo xtask asan [--short] [--rust | --c] [part of a test's name]...".into()),
        }
    }
    let mut tally = Tally::default();
    if rust && extent == Extent::Full {
        tally.add(&rust_tests(&only)?);
    }
    if c {
        tally.add(&c_tests(extent, &only)?);
    }
    tally.end("asan")
}

/// What an extent has.
pub fn play(extent: Extent) -> Result<Tally> {
    let mut tally = c_tests(extent, &[])?;
    if extent == Extent::Full {
        tally.add(&rust_tests(&[])?);
    }
    Ok(tally)
}

/// Rust's tests: the library's own, and the files of `tests/`.
fn rust_tests(only: &[String]) -> Result<Tally> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("tests"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs")
            && let Some(name) = path.file_stem()
        {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.retain(|name| !WITHOUT_CALLS.contains(&name.as_str()));
    names.push("lib".to_owned());
    names.sort();
    names.retain(|name| only.is_empty() || only.iter().any(|word| name.contains(word.as_str())));
    SANITIZER.tests(&names)
}

/// The C programs.
fn c_tests(extent: Extent, only: &[String]) -> Result<Tally> {
    SANITIZER.build()?;
    let short: Vec<String> = SHORT.iter().map(|&name| name.to_owned()).collect();
    let only = if only.is_empty() && extent == Extent::Short {
        &short
    } else {
        only
    };
    let runs = c_runs::list(Extent::Full, only)?;
    c_runs::play(&runs, LIMIT, |source| SANITIZER.compile(source), watched)
}

/// A C program under the sanitizer.
fn watched(run: &CRun, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(&run.arguments);
    SANITIZER.options(&mut command);
    if c_runs::LOSE.contains(&run.source.as_str()) {
        command.env("ASAN_OPTIONS", "detect_leaks=0");
    }
    command
}
