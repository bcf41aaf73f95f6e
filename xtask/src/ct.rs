//! `cargo xtask ct`: whether the time that the library takes, or the addresses that it touches, depend on a secret; seen on
//! the binary.
//!
//! `c-tests/ct/ct.c` runs handshakes and records in which every secret is marked as memory that nobody has written, and
//! valgrind's memcheck reports each branch and each address that comes of one (Adam Langley's ctgrind). A report in our own
//! code is a failure, and so is one in a crate that `ct/expected.rs` has no reason for. What is expected is counted by crate
//! and function, and printed. Two cases leak on purpose: if they are not caught, nothing is shown, and the task fails.
//!
//! The library is that of a release, with the lines of its sources kept, so that a report in code that was inlined names
//! the function that it came from. `--short`, the part that `cargo xtask test` runs, takes the debug build that is there.

mod expected;
mod report;

use crate::c_runs::{Extent, Tally};
use crate::deps;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, capture, root, run as run_command, run_for, target};
use expected::{Build, EXPECTED};
use report::{Place, Report};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The longest a case may take.
const LIMIT: Duration = Duration::from_secs(900);
/// The program.
const PROGRAM: &str = "ct/ct.c";
/// Cases that leak on purpose, and where that has to be seen.
const LEAKS: &[(&str, Place)] = &[("leak", Place::Program), ("leak-inside", Place::Ours)];
/// What the short form leaves out: other suites and groups by the same ways.
const LONG: &[&str] = &[
    "cbc-sha1",
    "cbc-sha384",
    "lookup-tls12",
    "p521",
    "p384",
    "p384-mlkem1024",
    "psk-tls12-ephemeral",
    "psk-tls13",
    "tickets-tls13-ccm",
    "x25519",
    "x25519-tls12",
    "x448",
];

/// What primitive crates did as expected: reports by row of the list, crate and function.
type Primitives = BTreeMap<(usize, String, String), usize>;

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (options, only): (Vec<_>, Vec<_>) = arguments.iter().cloned().partition(|word| word.starts_with("--"));
    let extent = match options.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => Extent::Full,
        ["--short"] => Extent::Short,
        _ => return Err("usage: cargo xtask ct [--short] [case]...".into()),
    };
    play(extent, &only)?.end("ct")
}

/// Runs the cases of that name, or those of the extent.
pub fn play(extent: Extent, only: &[String]) -> Result<Tally> {
    deps::require(&[&deps::CC, &deps::VALGRIND])?;
    let (program, build) = match extent {
        Extent::Short => {
            Library::OursStatic.prepare()?;
            (Library::OursStatic.compile(&[PROGRAM])?, Build::Debug)
        }
        Extent::Full => (released()?, Build::Release),
    };
    let listed = capture(Command::new(&program).arg("--list"))?;
    let listed = String::from_utf8(listed.stdout)?;
    let mut needed = LEAKS
        .iter()
        .map(|(leak, _)| *leak)
        .chain(only.iter().map(String::as_str));
    if let Some(word) = needed.find(|word| !listed.lines().any(|case| case == *word)) {
        return Err(format!("there is no case \"{word}\", but\n{listed}").into());
    }
    let (mut tally, mut primitives) = (Tally::default(), Primitives::new());
    for case in listed.lines() {
        let wanted = match (extent, only) {
            (Extent::Short, []) => !LONG.contains(&case),
            (Extent::Full, []) => true,
            // Whichever are chosen, it has to be seen that leaks are.
            _ => only.iter().any(|word| word == case) || LEAKS.iter().any(|(leak, _)| *leak == case),
        };
        if wanted {
            let start = Instant::now();
            let failure = play_case(&program, case, build, &mut primitives)?;
            tally.note(case, failure.as_deref(), start);
        }
    }
    print_primitives(&primitives);
    Ok(tally)
}

/// What was expected and seen, by reason.
fn print_primitives(primitives: &Primitives) {
    println!("\nbranches and addresses that depend on secrets, in primitive crates, as expected:");
    let mut last = None;
    for ((row, name, function), count) in primitives {
        if last != Some(row) {
            println!("{}:", EXPECTED.get(*row).map_or("", |row| row.reason));
            last = Some(row);
        }
        println!("{count:>6}  {name}  {function}");
    }
    let total: usize = primitives.values().sum();
    println!("{total:>6}  in all; one in our own code is a failure");
}

/// Runs one case; says what is wrong with it, and adds to `primitives`.
fn play_case(program: &Path, case: &str, build: Build, primitives: &mut Primitives) -> Result<Option<String>> {
    let mut command = Command::new("valgrind");
    command
        .args([
            "--error-limit=no",
            "--num-callers=40",
            "--fullpath-after=",
            "--read-inline-info=yes",
            "--undef-value-errors=yes",
            "--leak-check=no",
        ])
        .arg(program)
        .arg(pki::folder()?)
        .arg(case);
    let ended = run_for(&mut command, LIMIT, b"")?;
    if !ended.success {
        return Ok(Some(format!("{}\n{}{}", ended.how, ended.stdout, ended.stderr)));
    }
    let reports = report::read(&ended.stderr);
    if let Some((_, place)) = LEAKS.iter().find(|(name, _)| *name == case) {
        let caught = reports.iter().any(|report| report.place() == *place);
        return Ok((!caught).then(|| format!("a leak is not caught, so nothing is shown:\n{}", ended.stderr)));
    }
    let mut bad = Vec::new();
    for report in &reports {
        match judged(report, build) {
            Some(met) => *primitives.entry(met).or_default() += 1,
            None => bad.push(format!("{:?}, {}: {}", report.place(), report.function(), report.text)),
        }
    }
    Ok((!bad.is_empty()).then(|| bad.join("\n")))
}

/// The row of what is expected, crate and function of a report; `None` if it is a fault.
fn judged(report: &Report, build: Build) -> Option<(usize, String, String)> {
    let Place::Primitive(name) = report.place() else {
        return None;
    };
    let function = report.function();
    let row = expected::row(build, &name, &function)?;
    Some((row, name, function))
}

/// The program with the library of a release, whose lines of sources are kept.
fn released() -> Result<PathBuf> {
    let folder = target().join("ct");
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    run_command(
        Command::new(cargo)
            .args([
                "build",
                "--quiet",
                "--release",
                "--package",
                "ferrotls",
                "--lib",
                "--target-dir",
            ])
            .arg(&folder)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only")
            .current_dir(root()),
    )?;
    Library::compile_against(&[PROGRAM], &folder.join("release/libferrotls.a"))
}
