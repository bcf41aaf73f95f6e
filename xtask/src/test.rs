//! `cargo xtask test`: what every change has to pass.
//!
//! Rust's tests, the fuzz targets' compilation, the headers' drift, the headers in C and C++, the C programs beside stock
//! Mbed TLS, the orders of states, other libraries as peers. What a machine lacks is installed where that is possible (`deps`). A part that cannot run is a
//! skip with its name, and with `CI=true` a failure. The last line is `N passed, N failed`.

use crate::asan;
use crate::c_runs::Extent;
use crate::compare;
use crate::ct;
use crate::deps::{self, Need};
use crate::examples;
use crate::features;
use crate::fleet;
use crate::fuzz;
use crate::headers;
use crate::interop;
use crate::peers as libraries;
use crate::programs::{self, Library};
use crate::shell::{Result, in_ci, line, root, target, which};
use crate::soak;
use crate::states;
use crate::tsan;
use crate::valgrind;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How a part went.
struct Part {
    name: &'static str,
    passed: usize,
    failed: usize,
    skipped: Vec<String>,
    seconds: u64,
}

/// What a part returns: passed, failed, and what was skipped.
type Counts = (usize, usize, Vec<String>);

/// A part's function.
type Run = fn() -> Result<Counts>;

/// What every part needs, and what only some do.
const NEEDS: &[&Need] = &[
    &deps::CC,
    &deps::CXX,
    &deps::OPENSSL,
    &deps::GNUTLS,
    &deps::LIBSSL_DEV,
    &deps::VALGRIND,
    &deps::CMAKE,
    &deps::PKG_CONFIG,
    &deps::DOXYGEN,
];

/// The parts in the order they run: quick ones first.
const PARTS: &[(&str, Run)] = &[
    ("headers: drift", drift),
    ("Rust", rust),
    ("fuzz targets", fuzz_targets),
    ("headers in C and C++", compile_headers),
    ("headers in Doxygen", document_headers),
    ("build options", build_options),
    ("C programs beside 3.6.6", c_programs),
    ("handshake states", handshake_states),
    ("memory of C programs", memory),
    ("sanitizers", sanitizers),
    ("constant time", constant_time),
    ("peers", peers),
    ("load", load),
    ("example: fleet", fleet),
    ("examples: other languages", languages),
];

/// The task; words choose parts by name.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(word) = unknown(arguments) {
        let names: Vec<_> = PARTS.iter().map(|(name, _)| *name).collect();
        return Err(format!("no part has \"{word}\" in its name:\n{}", names.join("\n")).into());
    }
    for missing in deps::ensure(NEEDS) {
        println!("missing: {missing}");
    }
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|word| name.contains(word.as_str()));
    let mut parts = Vec::new();
    for (name, part) in PARTS.iter().filter(|(name, _)| wanted(name)) {
        println!("\n===== {name}");
        let start = Instant::now();
        let (passed, failed, skipped) = part().and_then(something).unwrap_or_else(|error| {
            println!("FAILED {name}: {error}");
            (0, 1, Vec::new())
        });
        parts.push(Part {
            name,
            passed,
            failed,
            skipped,
            seconds: start.elapsed().as_secs(),
        });
    }
    summary(&parts)
}

/// The first of these words that no part has in its name.
fn unknown(words: &[String]) -> Option<&String> {
    words
        .iter()
        .find(|word| !PARTS.iter().any(|(name, _)| name.contains(word.as_str())))
}

/// That a part ran nothing, and does not say what it skipped, is no success.
fn something(counts: Counts) -> Result<Counts> {
    match counts {
        (0, 0, skipped) if skipped.is_empty() => Err("nothing was run".into()),
        counts => Ok(counts),
    }
}

/// The table at the end.
fn summary(parts: &[Part]) -> Result<()> {
    println!(
        "\n{:<28}{:>8}{:>8}{:>8}{:>9}",
        "", "passed", "failed", "skipped", "seconds"
    );
    let (mut passed, mut failed) = (0, 0);
    for part in parts {
        let skipped = part.skipped.len();
        println!(
            "{:<28}{:>8}{:>8}{skipped:>8}{:>9}",
            part.name, part.passed, part.failed, part.seconds
        );
        passed += part.passed;
        failed += part.failed;
    }
    for (part, skip) in parts
        .iter()
        .flat_map(|part| part.skipped.iter().map(move |skip| (part.name, skip)))
    {
        println!("skipped: {part}: {skip}");
        failed += usize::from(in_ci());
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 {
        Ok(())
    } else {
        Err("there are failures".into())
    }
}

/// Runs `command`, shows its output as it comes, and returns it with the exit's success.
fn watch(command: &mut Command) -> Result<(bool, String)> {
    println!("{}", line(command));
    // Both outputs into one pipe, so that their order stays.
    let (reader, writer) = std::io::pipe()?;
    command
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", line(command)))?;
    // The command holds the pipe's other end open.
    *command = Command::new("true");
    let mut text = String::new();
    for part in BufReader::new(reader).split(b'\n') {
        let part = String::from_utf8_lossy(&part?).into_owned();
        println!("{part}");
        text += &part;
        text.push('\n');
    }
    Ok((child.wait()?.success(), text))
}

/// Cargo itself.
fn cargo() -> Command {
    Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// One check that passes or fails as a whole.
fn whole(passed: bool) -> Counts {
    (usize::from(passed), usize::from(!passed), Vec::new())
}

fn drift() -> Result<Counts> {
    headers::run(&["--check".to_owned()])?;
    Ok(whole(true))
}

fn rust() -> Result<Counts> {
    // One of these tests looks for it; what is missing without it, that test says.
    if let Err(error) = libraries::stock() {
        println!("stock Mbed TLS 3.6.6: {error}");
    }
    let nextest = which("cargo-nextest").is_some();
    let arguments: &[&str] = if nextest {
        &[
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--hide-progress-bar",
        ]
    } else {
        &["test", "--workspace", "--no-fail-fast", "--quiet"]
    };
    let (success, text) = watch(cargo().args(arguments))?;
    let (passed, failed) = if nextest {
        nextest_counts(&text)
    } else {
        libtest_counts(&text)
    };
    if !success && failed == 0 {
        return Err("Rust's tests did not run to their end".into());
    }
    Ok((passed, failed, Vec::new()))
}

/// The fuzz targets, a workspace of its own: that they still compile. Their corpora are replayed by Rust's tests.
fn fuzz_targets() -> Result<Counts> {
    let (success, _) = watch(&mut fuzz::check(cargo()))?;
    Ok(whole(success))
}

/// The numbers in nextest's `Summary [...] 12 tests run: 11 passed, 1 failed, 2 skipped`.
fn nextest_counts(text: &str) -> (usize, usize) {
    let summary = text
        .lines()
        .rfind(|line| line.contains("tests run:") || line.contains("test run:"));
    let count = |word: &str| -> usize {
        let parts = summary.unwrap_or_default().split([',', ':', '(', ')']);
        let mut numbers = parts.filter_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
        numbers.next().unwrap_or(0)
    };
    (count("passed"), count("failed") + count("timed out"))
}

/// The numbers in each of `cargo test`'s `test result: ok. 12 passed; 1 failed; ...`.
pub fn libtest_counts(text: &str) -> (usize, usize) {
    let count = |word: &str| -> usize {
        let results = text.lines().filter(|line| line.starts_with("test result:"));
        let parts = results.flat_map(|line| line.split([';', '.']));
        parts
            .filter_map(|part| part.trim().strip_suffix(word)?.trim().parse::<usize>().ok())
            .sum()
    };
    (count("passed"), count("failed"))
}

/// Each public header by itself, in C99 and in C++.
fn compile_headers() -> Result<Counts> {
    let mut counts = (0, 0, Vec::new());
    for (compiler, language, standard) in [(deps::cc(), "c", "-std=c99"), ("c++".to_owned(), "c++", "-std=c++11")] {
        if which(&compiler).is_none() {
            counts.2.push(format!("{compiler} is missing"));
            continue;
        }
        let unit = target().join("unit.c");
        std::fs::write(&unit, "extern int not_empty;\n")?;
        for header in programs::headers()? {
            let name = header.display().to_string();
            let mut command = Command::new(&compiler);
            command.args([
                "-x",
                language,
                standard,
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-fsyntax-only",
            ]);
            command.arg("-I").arg(root().join("include")).args(["-include", &name]);
            // A header of macros alone leaves a unit empty, which ISO C forbids.
            command.arg(&unit);
            let output = command.output()?;
            if output.status.success() {
                counts.0 += 1;
            } else {
                counts.1 += 1;
                println!(
                    "FAILED {name} in {language}\n{}",
                    String::from_utf8_lossy(&output.stderr)
                );
            }
        }
    }
    println!("{} headers compile", counts.0);
    Ok(counts)
}

fn c_programs() -> Result<Counts> {
    let tally = compare::compare(Library::Ours, &[])?;
    Ok((tally.passed, tally.failed, tally.skipped))
}

/// The library as it is installed, called from other languages.
fn languages() -> Result<Counts> {
    let tally = examples::play()?;
    Ok((tally.passed, tally.failed, tally.skipped))
}

fn handshake_states() -> Result<Counts> {
    let tally = states::compare(Library::OursStatic)?;
    Ok((tally.same, tally.different, Vec::new()))
}

fn peers() -> Result<Counts> {
    let library = Library::OursRelease;
    let mut tallies = vec![
        interop::play(library, interop::Extent::Short, &[])?,
        interop::pq::play(library)?,
        interop::certificates::play(library, &[])?,
        interop::extensions::play(library)?,
        interop::post_handshake::play(library)?,
        interop::tls12::play(library, interop::tls12::Extent::Short, &[])?,
    ];
    tallies.extend(interop::play_subjects(library)?);
    Ok((
        tallies.iter().map(|tally| tally.passed).sum(),
        tallies.iter().map(|tally| tally.failed).sum(),
        tallies.into_iter().flat_map(|tally| tally.skipped).collect(),
    ))
}

/// The short form of `cargo xtask valgrind`: the C programs' most varied part, no invalid access, nothing lost.
fn memory() -> Result<Counts> {
    let tally = valgrind::play(Extent::Short, &[])?;
    Ok((tally.passed, tally.failed, Vec::new()))
}

/// The short forms of `cargo xtask asan` and `tsan`.
fn sanitizers() -> Result<Counts> {
    let mut tally = asan::play(Extent::Short)?.of_something("asan")?;
    tally.add(&tsan::play(Extent::Short)?.of_something("tsan")?);
    Ok((tally.passed, tally.failed, Vec::new()))
}

/// The short form of `cargo xtask ct`.
fn constant_time() -> Result<Counts> {
    let tally = ct::play(Extent::Short, &[])?;
    Ok((tally.passed, tally.failed, Vec::new()))
}

/// The short form of `cargo xtask soak`.
fn load() -> Result<Counts> {
    let (tally, skipped) = soak::play(Extent::Short)?;
    Ok((tally.passed, tally.failed, skipped))
}

/// Pages of the headers: everything is documented, as it is declared.
fn document_headers() -> Result<Counts> {
    if which("doxygen").is_none() {
        return Ok((0, 0, vec!["doxygen is missing".to_owned()]));
    }
    std::fs::create_dir_all(root().join("target/doxygen"))?;
    let mut command = Command::new("doxygen");
    let (success, _) = watch(command.arg("docs/Doxyfile"))?;
    Ok(whole(success))
}

/// What builds with options declare, warn of and contain, as far as a change can wait for that.
fn build_options() -> Result<Counts> {
    let (passed, failed) = features::short()?;
    Ok((passed, failed, Vec::new()))
}

/// The example of a fleet, each line of which it checks.
fn fleet() -> Result<Counts> {
    Ok((fleet::play()?, 0, Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_no_success() {
        assert!(something((0, 0, Vec::new())).is_err());
        assert!(something((1, 0, Vec::new())).is_ok());
        assert!(something((0, 1, Vec::new())).is_ok());
        assert!(something((0, 0, vec!["a tool is missing".to_owned()])).is_ok());
        let words = ["Rust", "peers", "no such part"].map(str::to_owned);
        assert_eq!(unknown(&words), Some(&words[2]));
        assert_eq!(unknown(&words[..2]), None);
    }

    #[test]
    fn summaries_are_read() {
        let text = "     Summary [   3.1s] 12 tests run: 10 passed (1 slow), 2 failed, 3 skipped\n";
        assert_eq!(nextest_counts(text), (10, 2));
        let text = "     Summary [   3.1s] 1 test run: 1 passed, 0 skipped\n";
        assert_eq!(nextest_counts(text), (1, 0));
        let text =
            "test result: ok. 4 passed; 0 failed; 1 ignored;\ntest result: FAILED. 3 passed; 2 failed; 0 ignored;";
        assert_eq!(libtest_counts(text), (7, 2));
    }
}
