//! `cargo xtask fuzz`: every fuzz target for some seconds under cargo-fuzz (libFuzzer and AddressSanitizer), and a table of
//! what was measured.
//!
//! New inputs go to `target/fuzz/corpus/<target>`, as long as what they were made of is the same; the corpus of the project is read
//! and left as it is. `--keep` takes over
//! those of them that reach something new, as long as the corpus stays small, and adds the figures to `docs/FUZZING.md`; those of a
//! run that fails are added in any case. What makes a target fail is found in `fuzz/artifacts`.

mod page;

use self::page::{Figures, Page};
use crate::shell::{Result, capture, root, run as run_command, target, which};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How the task is called.
const USAGE: &str = "usage: cargo xtask fuzz [--seconds N] [--keep] [TARGET...]";
/// The version of cargo-fuzz that is installed where there is none: how it is called and what it prints is this one's.
///
/// The nightly is not pinned. It is there for `-Zsanitizer` and the coverage of libFuzzer, which every one has, and nothing of it
/// goes into what is built for others or into a result that would have to be the same again; an old one would in time no longer
/// build the library, whose `rust-version` moves.
const CARGO_FUZZ: &str = "0.13.2";
/// Seconds for each target if nothing else is said.
const SECONDS: u64 = 30;
/// One input that takes longer is a fault (seconds).
const PATIENCE: u64 = 20;
/// The process may use so much memory (MB), beyond which the input is a fault.
const MEMORY: u64 = 2048;
/// A corpus in the project has at most so many files that the fuzzer found, together at most so many bytes with the rest.
const MOST_FOUND: usize = 40;
/// See [`MOST_FOUND`].
const MOST_BYTES: u64 = 200_000;
/// Files that the fuzzer found begin with this.
const FOUND: &str = "found-";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut seconds, mut keep, mut words) = (SECONDS, false, Vec::new());
    let mut rest = arguments.iter();
    while let Some(word) = rest.next() {
        match word.as_str() {
            // 0 is without end for libFuzzer.
            "--seconds" => {
                let given = rest.next().and_then(|word| word.parse().ok());
                seconds = given.filter(|given| *given > 0).ok_or(USAGE)?;
            }
            "--keep" => keep = true,
            word if word.starts_with('-') => return Err(USAGE.into()),
            word => words.push(word.to_owned()),
        }
    }
    let chosen = choose(&targets()?, &words)?;
    install()?;
    let mut measured = Vec::new();
    for name in &chosen {
        eprintln!("fuzz: {name}, {seconds} s");
        let figures = fuzz(name, seconds)?;
        // At once, so that nothing that comes later takes it away.
        if is_added(keep, &figures) {
            let mut page = Page::read()?;
            page.add(name, &figures);
            page.write()?;
        }
        measured.push((name.clone(), figures));
        if keep {
            keep_found(name)?;
        }
    }
    println!("{}", page::table(&measured));
    let failed: Vec<_> = measured.iter().filter(|(_, figures)| figures.crashes > 0).collect();
    if failed.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = failed.iter().map(|(name, _)| name.as_str()).collect();
    Err(format!("fault found by {}: see fuzz/artifacts", names.join(", ")).into())
}

/// Whether a run is added to the page: if its inputs are kept, or it failed.
fn is_added(keep: bool, figures: &Figures) -> bool {
    keep || figures.crashes > 0
}

/// The targets that there are, by name.
fn targets() -> Result<BTreeSet<String>> {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml"))?;
    let (_, bins) = manifest.split_once("[[bin]]").ok_or("fuzz/Cargo.toml has no targets")?;
    let names = bins.lines().filter_map(|line| line.strip_prefix("name = \""));
    Ok(names.map(|name| name.trim_end_matches('"').to_owned()).collect())
}

/// Those that the words name; all if there are none.
fn choose(all: &BTreeSet<String>, words: &[String]) -> Result<Vec<String>> {
    if words.is_empty() {
        return Ok(all.iter().cloned().collect());
    }
    for word in words {
        if !all.contains(word) {
            let names: Vec<_> = all.iter().map(String::as_str).collect();
            return Err(format!("there is no target \"{word}\", but {}", names.join(", ")).into());
        }
    }
    Ok(words.to_vec())
}

/// Makes sure that there is a nightly compiler and cargo-fuzz.
fn install() -> Result<()> {
    let nightly = || capture(Command::new("cargo").args(["+nightly", "--version"])).is_ok();
    if !nightly() {
        if which("rustup").is_none() {
            return Err("cargo-fuzz wants a nightly compiler, and there is no rustup here to install one".into());
        }
        let mut command = Command::new("rustup");
        run_command(command.args(["toolchain", "install", "nightly", "--profile", "minimal"]))
            .map_err(|error| format!("cargo-fuzz wants a nightly compiler, which cannot be installed: {error}"))?;
    }
    if which("cargo-fuzz").is_none() {
        let pinned = format!("={CARGO_FUZZ}");
        run_command(Command::new("cargo").args(["install", "--locked", "cargo-fuzz", "--version", &pinned]))
            .map_err(|error| format!("cargo-fuzz is missing and cannot be installed: {error}"))?;
    }
    Ok(())
}

/// `cargo +nightly fuzz`, not as the cargo that runs this task.
fn cargo_fuzz(word: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["+nightly", "fuzz", word]).current_dir(root());
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTFLAGS", "CARGO_TARGET_DIR"] {
        command.env_remove(name);
    }
    command
}

/// `cargo` made to compile every target as far as its types and names go, with the usual compiler and without a sanitizer.
pub fn check(mut cargo: Command) -> Command {
    let folder = root().join("target/fuzz-check");
    cargo.args(["check", "--locked", "--bins", "--manifest-path", "fuzz/Cargo.toml"]);
    cargo.arg("--target-dir").arg(&folder);
    // libfuzzer-sys compiles libFuzzer, which takes a compiler of C++, unless it is told where a finished one is. Nothing is linked, so
    // that none has to be there.
    cargo.env("CUSTOM_LIBFUZZER_PATH", folder.join("libFuzzer.a"));
    cargo
}

/// The project's corpus of a target.
fn kept(name: &str) -> PathBuf {
    root().join("fuzz/corpus").join(name)
}

/// What fuzzing found here, which is not part of the project.
fn working(name: &str) -> Result<PathBuf> {
    let folder = std::path::absolute(target().join("fuzz/corpus").join(name))?;
    begin_anew(&folder, &fingerprint(&kept(name))?)?;
    Ok(folder)
}

/// Empties the folder, or makes it, unless it was filled from the inputs with this fingerprint. These hold recorded conversations,
/// which change with what ends send: what was made of one that was genuine before would be reported as accepted wrongly.
fn begin_anew(folder: &Path, fingerprint: &str) -> Result<()> {
    let note = folder.with_extension("seeds");
    let is_as_before = fs::read_to_string(&note).is_ok_and(|before| before == fingerprint);
    if folder.exists() && !is_as_before {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    fs::write(note, fingerprint)?;
    Ok(())
}

/// Tells the inputs of a folder from others, except for those that the fuzzer found.
fn fingerprint(folder: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for (path, _) in files(folder)?.into_iter().filter(|(path, _)| !is_found(path)) {
        (path.file_name(), fs::read(&path)?).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Runs one target. A fault that it finds ends it early, and is counted.
fn fuzz(name: &str, seconds: u64) -> Result<Figures> {
    run_command(cargo_fuzz("build").arg(name))?;
    let working = working(name)?;
    let mut command = cargo_fuzz("run");
    command.arg(name).arg(&working).arg(kept(name)).arg("--").args([
        &format!("-max_total_time={seconds}"),
        &format!("-timeout={PATIENCE}"),
        &format!("-rss_limit_mb={MEMORY}"),
        "-print_final_stats=1",
    ]);
    let output = command.stdin(Stdio::null()).output()?;
    let printed = String::from_utf8_lossy(&output.stderr);
    let mut figures = Figures::of_output(&printed).ok_or_else(|| {
        let from = printed.len().saturating_sub(2000);
        format!(
            "{name} printed no figures:\n{}",
            printed.get(from..).unwrap_or_default()
        )
    })?;
    figures.crashes = u64::from(!output.status.success());
    if figures.crashes > 0 {
        // The stack and the name of the file that it happens with.
        let lines: Vec<_> = printed.lines().collect();
        let from = lines.len().saturating_sub(120);
        eprintln!("{}", lines.get(from..).unwrap_or_default().join("\n"));
    }
    Ok(figures)
}

/// Takes a small set of inputs that reaches what all reach, and of them into the project's corpus some that are found and new.
fn keep_found(name: &str) -> Result<()> {
    let (kept, working) = (kept(name), working(name)?);
    let chosen = std::path::absolute(target().join("fuzz/chosen").join(name))?;
    let _ = fs::remove_dir_all(&chosen);
    fs::create_dir_all(&chosen)?;
    fs::create_dir_all(&kept)?;
    let mut command = cargo_fuzz("run");
    command.arg(name).arg(&chosen).arg(&kept).arg(&working);
    capture(command.args(["--", "-merge=1"]))?;
    let before = files(&kept)?;
    let (mut found, mut bytes) = (0, 0);
    for (path, len) in &before {
        if is_found(path) {
            fs::remove_file(path)?;
        } else {
            bytes += len;
        }
    }
    let own: BTreeSet<_> = files(&kept)?
        .iter()
        .filter_map(|(path, _)| fs::read(path).ok())
        .collect();
    // Of all sizes: short inputs alone would not get far.
    let chosen = files(&chosen)?;
    let step = chosen.len().div_ceil(MOST_FOUND).max(1);
    for (path, len) in chosen.into_iter().step_by(step) {
        let content = fs::read(&path)?;
        if found == MOST_FOUND || bytes + len > MOST_BYTES {
            break;
        }
        if !own.contains(&content) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let short: String = name.trim_start_matches(FOUND).chars().take(16).collect();
            fs::write(kept.join(format!("{FOUND}{short}")), content)?;
            found += 1;
            bytes += len;
        }
    }
    Ok(())
}

fn is_found(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with(FOUND))
}

/// The files of a folder and their lengths, shortest first.
fn files(folder: &Path) -> Result<Vec<(PathBuf, u64)>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        out.push((entry.path(), entry.metadata()?.len()));
    }
    out.sort_by_key(|(path, len)| (*len, path.clone()));
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_fails_is_always_added() {
        let with = |crashes| Figures {
            crashes,
            ..Figures::default()
        };
        assert!(is_added(false, &with(1)) && is_added(true, &with(1)) && is_added(true, &with(0)));
        assert!(!is_added(false, &with(0)), "a trial");
    }

    #[test]
    fn what_was_found_stays_as_long_as_its_seeds_do() {
        let base = target().join("tmp/fuzz-working");
        let _ = fs::remove_dir_all(&base);
        let (seeds, folder) = (base.join("seeds-of-it"), base.join("it"));
        fs::create_dir_all(&seeds).unwrap();
        let found = folder.join("found");
        let stays = |seed: &[u8], name: &str| {
            fs::write(seeds.join(name), seed).unwrap();
            begin_anew(&folder, &fingerprint(&seeds).unwrap()).unwrap();
            let stays = found.exists();
            fs::write(&found, "input").unwrap();
            stays
        };
        assert!(!stays(b"one", "recorded"), "there was no folder");
        assert!(stays(b"one", "recorded"));
        assert!(stays(b"more", "found-1"), "what the fuzzer found does not count");
        assert!(!stays(b"two", "recorded"));
        fs::remove_file(folder.with_extension("seeds")).unwrap();
        assert!(!stays(b"two", "recorded"), "nobody knows of what it was made");
        fs::remove_dir_all(&base).unwrap();
    }

    /// The names of what is in a folder of the project.
    fn names(folder: &str) -> BTreeSet<String> {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    /// A target that nothing replays, or a file that is no target, would be seen by nobody.
    #[test]
    fn every_target_has_its_file_a_corpus_and_a_replay() {
        let targets = targets().unwrap();
        assert!(targets.len() >= 20, "{targets:?}");
        let files: BTreeSet<_> = targets.iter().map(|name| format!("{name}.rs")).collect();
        assert_eq!(names("fuzz/fuzz_targets"), files);
        assert_eq!(names("fuzz/corpus"), targets);
        let tests: String = names("tests")
            .iter()
            .filter(|name| name.starts_with("fuzz_") && name.ends_with(".rs"))
            .map(|name| fs::read_to_string(root().join("tests").join(name)).unwrap())
            .collect();
        let page = fs::read_to_string(root().join("docs/FUZZING.md")).unwrap();
        let explained: BTreeSet<_> = page
            .lines()
            .take_while(|line| !line.starts_with("<!--"))
            .filter_map(|line| line.strip_prefix("| ")?.split_once(" |"))
            .flat_map(|(names, _)| names.split(", "))
            .collect();
        for name in &targets {
            assert!(!files_of(name).is_empty(), "the corpus of {name} is empty");
            assert!(is_replayed(&tests, name), "no test replays {name}");
            assert!(
                explained.contains(name.as_str()),
                "docs/FUZZING.md says nothing of {name}"
            );
        }
        assert!(!is_replayed(&tests, "no such target"));
    }

    fn files_of(name: &str) -> Vec<(PathBuf, u64)> {
        files(&kept(name)).unwrap()
    }

    /// By the name of its corpus.
    fn is_replayed(tests: &str, name: &str) -> bool {
        let calls = [
            format!("replay(\"{name}\""),
            format!("replay_named(\"{name}\""),
            format!("join(\"fuzz/corpus/{name}\")"),
        ];
        calls.iter().any(|call| tests.contains(call))
    }
}
