//! `cargo xtask compare`: each C program of `c-tests/` linked with stock Mbed TLS 3.6.6 and with ours must print the same.
//!
//! Where ours is meant to differ, [`deviations`] has the lines and the reason. A deviation that no longer occurs is an error
//! too, so that the table stays true.

mod deviations;

use crate::deps;
use crate::install::{self, Profile};
use crate::matrix::render::compared::{FOLDER, PROGRAMS};
use crate::pki;
use crate::programs::Library;
use crate::shell::{Finished, Result, capture, root, run_for, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The folders of `c-tests/compare` that `compare crypto` means.
const CRYPTO: &[&str] = &["numbers", "curves", "digests", "ciphers", "psa", "encodings"];

/// Programs that look at what `tests/compare_pki.rs` makes, and at which folders of it, or at folders of the project. All
/// others are given the test certificates.
const MADE: &[(&str, &[&str])] = &[
    ("compare/x509/info.c", &["info", "info-crl"]),
    ("compare/x509/verify.c", &["verify"]),
    ("compare/x509/signatures.c", &["signatures"]),
    ("compare/x509/extensions.c", &["info"]),
    ("compare/pk/parse.c", &["tests/data/pki"]),
    ("compare/encodings/pkcs7.c", &["tests/data/pkcs7"]),
];

/// Programs that only ours has to stand, because 3.6.6 does not promise to, or that call what is ours alone.
pub(crate) const OURS_ONLY: &[&str] = &[
    "misuse/null.c",
    "misuse/every.c",
    "misuse/ferrotls.c",
    "connect/async.c",
    "connect/opaque.c",
    "connect/pss.c",
    "connect/serialize.c",
    "connect/threads.c",
    "ferrotls/framing.c",
    "ferrotls/hooks.c",
    "ferrotls/memory.c",
    "session/psk_opaque.c",
    "early/examples.c",
    "early/moments.c",
    "early/replay.c",
];

/// The program that reads the bundle of ca-certificates, and says so where there is none.
const BUNDLE: &str = "compare/x509/bundle.c";

/// The longest a program may take.
const LIMIT: Duration = Duration::from_secs(120);

/// The numbers of a run.
#[derive(Default)]
pub struct Tally {
    /// Programs that printed the same, or ended well.
    pub passed: usize,
    /// Programs that did not.
    pub failed: usize,
    /// What could not be compared, and why.
    pub skipped: Vec<String>,
}

/// Each program that prints something else with ours than with 3.6.6, and why.
pub(crate) fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    deviations::reasons()
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let tally = compare(Library::Ours, arguments)?;
    tally.skipped.iter().for_each(|skip| println!("skipped: {skip}"));
    println!("compare: {} programs the same, {} not", tally.passed, tally.failed);
    if tally.failed == 0 {
        Ok(())
    } else {
        Err("there are differences".into())
    }
}

/// Runs the programs whose name holds one of `only`, or all of them.
pub fn compare(library: Library, only: &[String]) -> Result<Tally> {
    library.prepare()?;
    let mut tally = Tally::default();
    let stock = Library::Stock.prepare();
    if let Err(error) = &stock {
        tally.skipped.push(format!("stock Mbed TLS 3.6.6: {error}"));
    }
    let wanted = |program: &str| only.is_empty() || only.iter().any(|word| means(word, program));
    let alone: Vec<&str> = OURS_ONLY.iter().copied().filter(|program| wanted(program)).collect();
    each(
        &alone,
        |program| play_ours(library, program),
        |program, ended| {
            if !ended.success {
                println!("{}\n{}", ended.stdout, ended.stderr);
            }
            note(&mut tally, program, ended.success, &ended.how);
            Ok(())
        },
    )?;
    if stock.is_err() {
        return Ok(tally);
    }
    let programs = chosen(only, &mut tally)?;
    let objects = objects()?;
    let run = |program: &String| {
        let theirs = play(Library::Stock, program);
        // A program that does not end well with stock says nothing of ours.
        let fine = theirs.as_ref().is_ok_and(|theirs| theirs.success);
        let ours = fine.then(|| (play_ours(library, program), swapped(&objects, program)));
        (theirs, ours)
    };
    each(&programs, run, |program, (theirs, ours)| {
        let theirs = theirs?;
        let Some((mine, swapped)) = ours else {
            note(&mut tally, program, false, &with_stock(&theirs));
            return Ok(());
        };
        if !mine.success {
            println!("{program}: {}\n{}", mine.how, mine.stderr);
        }
        let same = (mine.success || !mine.stdout.is_empty()) && report(program, &theirs.stdout, &mine.stdout);
        note(
            &mut tally,
            program,
            same && mine.success,
            if same { &mine.how } else { "prints something else" },
        );
        judge_swapped(program, &mine.stdout, &swapped?, &mut tally);
        Ok(())
    })?;
    Ok(tally)
}

/// Runs each program with `run`, as many at a time as there are processors, and gives what came of it to `judge`, one after
/// the other.
fn each<P: Sync, T: Send>(
    programs: &[P],
    run: impl Fn(&P) -> T + Sync,
    mut judge: impl FnMut(&P, T) -> Result<()>,
) -> Result<()> {
    let next = AtomicUsize::new(0);
    let (results, ended) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            let (results, next, run) = (results.clone(), &next, &run);
            scope.spawn(move || {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // Nobody listens any more behind an error.
                    if results.send((program, run(program))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(results);
        ended
            .into_iter()
            .try_for_each(|(program, result)| judge(program, result))
    })
}

/// Runs the programs as they were compiled against the headers of 3.6.6 with both libraries, and nothing else: those whose name
/// holds one of `only`, or all.
pub fn binaries(only: &[String]) -> Result<Tally> {
    Library::Stock.prepare()?;
    let mut tally = Tally::default();
    let programs = chosen(only, &mut tally)?;
    let objects = objects()?;
    let run = |program: &String| (play(Library::Stock, program), swapped(&objects, program));
    each(&programs, run, |program, (theirs, swapped)| {
        let theirs = theirs?;
        if theirs.success {
            let (wanted, _) = expected(program, &theirs.stdout);
            judge_swapped(program, &wanted, &swapped?, &mut tally);
        } else {
            note(&mut tally, program, false, &with_stock(&theirs));
        }
        Ok(())
    })?;
    Ok(tally)
}

/// The programs whose name holds one of `only`, or all of them, and what they look at.
fn chosen(only: &[String], tally: &mut Tally) -> Result<Vec<String>> {
    let mut programs = compared()?;
    programs.retain(|program| only.is_empty() || only.iter().any(|word| means(word, program)));
    if programs.iter().any(|program| is_made(program)) {
        make()?;
    }
    if programs.iter().any(|program| program == BUNDLE) {
        tally.skipped.extend(deps::ensure(&[&deps::CA_CERTIFICATES]));
    }
    Ok(programs)
}

/// The folder of our three shared objects, with the checks of a debug build.
fn objects() -> Result<PathBuf> {
    Ok(install::installed(Profile::Dev)?.join("lib").canonicalize()?)
}

/// Whether a word of the command line means a program: a part of its path, or `crypto` for several folders.
fn means(word: &str, program: &str) -> bool {
    let folder = |name: &&str| program.starts_with(&format!("compare/{name}/"));
    program.contains(word) || (word == "crypto" && CRYPTO.iter().any(folder))
}

/// All programs whose output is compared, by their paths below c-tests.
pub(crate) fn compared() -> Result<Vec<String>> {
    let mut programs: Vec<String> = PROGRAMS.iter().map(|&program| program.to_owned()).collect();
    let mut found = Vec::new();
    for folder in fs::read_dir(root().join("c-tests").join(FOLDER))? {
        for file in fs::read_dir(folder?.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == "c") {
                let below = path.strip_prefix(root().join("c-tests"))?;
                found.push(below.to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    programs.append(&mut found);
    Ok(programs)
}

/// Runs the program as it was compiled against the headers of 3.6.6, with our shared objects in the place of those it was linked
/// to.
fn swapped(objects: &Path, program: &str) -> Result<Finished> {
    let binary = Library::Stock.compiled(&[program])?;
    let with_ours = || {
        let mut command = Command::new(&binary);
        command.env("LD_LIBRARY_PATH", objects);
        command
    };
    let loaded = capture(with_ours().env("LD_TRACE_LOADED_OBJECTS", "1"))?;
    let loaded = String::from_utf8_lossy(&loaded.stdout).into_owned();
    let mut ours = loaded.lines().filter(|line| line.trim_start().starts_with("libmbed"));
    let here = format!("=> {}/", objects.display());
    if ours.clone().count() == 0 || !ours.all(|line| line.contains(&here)) {
        return Err(format!("{} does not take our objects:\n{loaded}", binary.display()).into());
    }
    run_for(with_ours().args(folders(program)?), LIMIT, b"")
}

/// Such a program must print what is wanted.
fn judge_swapped(program: &str, wanted: &str, ended: &Finished, tally: &mut Tally) {
    let same = ended.stdout == wanted && ended.success;
    if !same {
        let (left, right): (Vec<_>, Vec<_>) = (wanted.lines().collect(), ended.stdout.lines().collect());
        for (mark, line) in difference(&left, &right) {
            println!("    {mark} {line}");
        }
        println!("{}", ended.stderr);
    }
    note(tally, &format!("{program}, built against 3.6.6"), same, &ended.how);
}

/// Counts and prints a result.
fn note(tally: &mut Tally, program: &str, passed: bool, how: &str) {
    if passed {
        tally.passed += 1;
        println!("passed  {program}");
    } else {
        tally.failed += 1;
        println!("FAILED  {program}: {how}");
    }
}

/// Compiles and runs a program with ours; one that cannot be compiled counts as one that ended badly.
fn play_ours(library: Library, program: &str) -> Finished {
    play(library, program).unwrap_or_else(|error| Finished {
        success: false,
        how: "cannot be compiled or started".to_owned(),
        stdout: String::new(),
        stderr: error.to_string(),
    })
}

/// How a program ended badly with stock.
fn with_stock(ended: &Finished) -> String {
    format!("with stock: {}\n{}", ended.how, ended.stderr)
}

/// Compiles and runs a program.
fn play(library: Library, program: &str) -> Result<Finished> {
    let binary = library.compile(&[program])?;
    let mut command = Command::new(binary);
    run_for(
        command.env_remove("LD_LIBRARY_PATH").args(folders(program)?),
        LIMIT,
        b"",
    )
}

/// The folders a program is given.
pub(crate) fn folders(program: &str) -> Result<Vec<PathBuf>> {
    Ok(match MADE.iter().find(|(name, _)| *name == program) {
        Some((_, folders)) => folders.iter().map(|folder| made(folder)).collect(),
        None => vec![pki::folder()?],
    })
}

/// Whether a program looks at what `tests/compare_pki.rs` makes.
pub(crate) fn is_made(program: &str) -> bool {
    MADE.iter().any(|(name, folders)| *name == program && are_made(folders))
}

/// Whether one of these folders is filled by `tests/compare_pki.rs`.
fn are_made(folders: &[&str]) -> bool {
    folders.iter().any(|folder| !folder.starts_with("tests/"))
}

/// A folder that `tests/compare_pki.rs` fills, or one of the project's own.
fn made(folder: &str) -> PathBuf {
    if !are_made(&[folder]) {
        root().join(folder)
    } else {
        target().join("tmp").join("compare").join(folder)
    }
}

/// Lets `tests/compare_pki.rs` make its certificates, which are fresh each time.
pub(crate) fn make() -> Result<()> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    capture(
        Command::new(cargo)
            .args(["test", "--quiet", "--package", "ferrotls", "--test", "compare_pki"])
            .current_dir(root()),
    )
    .map(drop)
}

/// What 3.6.6 printed, with the deviations put in; the second part names those that found nothing to change.
fn expected(program: &str, stock: &str) -> (String, Vec<&'static str>) {
    let mut text = format!("\n{stock}");
    let mut unused = Vec::new();
    for deviation in deviations::of(program) {
        let old = format!("\n{}\n", deviation.stock);
        if text.contains(&old) {
            println!("DEVIATION: {program}: {}", deviation.reason);
            // Twice, because neighbours share a line's end.
            let new = format!("\n{}\n", deviation.ours);
            text = text.replace(&old, &new).replace(&old, &new);
        } else {
            unused.push(deviation.reason);
        }
    }
    (text.trim_start_matches('\n').to_owned(), unused)
}

/// Prints the lines that differ, each with the lines before it for a place.
fn report(program: &str, stock: &str, ours: &str) -> bool {
    let (wanted, unused) = expected(program, stock);
    for reason in &unused {
        println!("{program}: a deviation that does not occur: {reason}");
    }
    if wanted == ours {
        return unused.is_empty();
    }
    let (left, right): (Vec<_>, Vec<_>) = (wanted.lines().collect(), ours.lines().collect());
    // Comparing takes lines times lines of memory, so of a long output only the part from the first difference on.
    let same = left
        .iter()
        .zip(&right)
        .take_while(|(a, b)| a == b)
        .count()
        .saturating_sub(20);
    let (left, right) = (&left[same..], &right[same..]);
    let (left, right) = (&left[..left.len().min(2000)], &right[..right.len().min(2000)]);
    for (mark, line) in difference(left, right) {
        println!("    {mark} {line}");
    }
    false
}

/// A line-by-line difference with two lines of context: `-` what 3.6.6 printed, `+` what ours did.
fn difference<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<(char, &'a str)> {
    // Lengths of the longest common subsequence of what is left from each pair of places on.
    let mut common = vec![vec![0u32; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i][j] = if left[i] == right[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut all) = (0, 0, Vec::new());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            all.push((' ', left[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == right.len() || (i < left.len() && common[i + 1][j] >= common[i][j + 1]) {
            all.push(('-', left[i]));
            i += 1;
        } else {
            all.push(('+', right[j]));
            j += 1;
        }
    }
    let near = |at: usize| {
        all[at.saturating_sub(2)..(at + 3).min(all.len())]
            .iter()
            .any(|(mark, _)| *mark != ' ')
    };
    (0..all.len()).filter(|at| near(*at)).map(|at| all[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_both_sides_in_their_place() {
        let shown = difference(&["a", "b", "c", "d", "e", "f"], &["a", "b", "x", "d", "e", "f"]);
        let marks: String = shown.iter().map(|(mark, line)| format!("{mark}{line}")).collect();
        assert_eq!(marks, " a b-c+x d e");
        assert!(difference(&["a"], &["a"]).is_empty());
    }
}
