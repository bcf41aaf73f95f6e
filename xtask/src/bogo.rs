//! `cargo xtask bogo`: BoringSSL's test runner (BoGo) against the shim of `bogo/`, which drives the library through its C
//! interface.
//!
//! The runner is not part of the project. `BOGO_RUNNER` is the path of the compiled test program, `BOGO_DIR` the folder to run it
//! in, which is that of the program by default. `bogo/config.json` says which tests are not for us, and why, and how the runner's
//! names of errors are called here. `--check` looks for entries of it that match no test, or none that fails.

mod report;

use self::report::{Outcome, Report};
use crate::programs::Library;
use crate::shell::{Result, root, target};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How to get the runner.
const NO_RUNNER: &str = "BOGO_RUNNER is not set: it is the path of BoringSSL's test runner, made by `go test -c` in \
                         ssl/test/runner of its sources (see CONTRIBUTING.md)";

/// Seconds that the runner waits for a shim that says nothing.
const PATIENCE: &str = "10s";

/// What `bogo/config.json` disables, with the reasons.
pub struct Config {
    /// Pattern and reason.
    pub disabled: BTreeMap<String, String>,
}

impl Config {
    fn path() -> PathBuf {
        root().join("bogo/config.json")
    }

    fn read() -> Result<Self> {
        let config: serde_json::Value = serde_json::from_slice(&fs::read(Self::path())?)?;
        let disabled = config.get("DisabledTests").and_then(serde_json::Value::as_object);
        let disabled = disabled.ok_or("bogo/config.json has no DisabledTests")?.iter();
        Ok(Self {
            disabled: disabled
                .map(|(pattern, reason)| (pattern.clone(), reason.as_str().unwrap_or_default().to_owned()))
                .collect(),
        })
    }

    /// Why a test is disabled, if it is.
    pub fn reason(&self, test: &str) -> Option<&str> {
        let mut entries = self.disabled.iter();
        entries
            .find(|(pattern, _)| matches(pattern, test))
            .map(|(_, reason)| reason.as_str())
    }
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut check, mut patterns) = (false, Vec::new());
    for word in arguments {
        match word.as_str() {
            "--check" => check = true,
            word if word.starts_with('-') => return Err("usage: cargo xtask bogo [--check] [PATTERN...]".into()),
            pattern => patterns.push(pattern.to_owned()),
        }
    }
    let runner = Runner::find()?;
    let config = Config::read()?;
    if check {
        return find_idle_entries(&runner, &config);
    }
    if !patterns.is_empty() {
        let outcomes = runner.run(&["-test", &patterns.join(";")])?;
        return verdict(&outcomes);
    }
    let all = runner.list()?;
    let outcomes = runner.run(&[])?;
    let report = Report::new(&all, &outcomes, &config);
    fs::write(root().join("bogo/RESULTS.md"), report.text())?;
    println!("{}", report.summary());
    verdict(&outcomes)
}

/// Fails if a test has failed.
fn verdict(outcomes: &BTreeMap<String, Outcome>) -> Result<()> {
    let failed: Vec<_> = outcomes
        .iter()
        .filter(|(_, outcome)| **outcome == Outcome::Failed)
        .map(|(name, _)| name.as_str())
        .collect();
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("{} tests fail:\n{}", failed.len(), failed.join("\n")).into())
    }
}

/// Entries of the configuration that match no test, and such whose tests all pass.
fn find_idle_entries(runner: &Runner, config: &Config) -> Result<()> {
    let all = runner.list()?;
    let ours: Vec<_> = config.disabled.keys().map(String::as_str).collect();
    let outcomes = runner.run(&["-include-disabled", "-test", &ours.join(";")])?;
    let mut idle = Vec::new();
    for pattern in config.disabled.keys() {
        let tests: Vec<_> = all.iter().filter(|test| matches(pattern, test)).collect();
        if tests.is_empty() {
            idle.push(format!("{pattern}: there is no such test"));
        } else if tests.iter().all(|test| outcomes.get(*test) == Some(&Outcome::Passed)) {
            idle.push(format!("{pattern}: passes"));
        }
    }
    if idle.is_empty() {
        println!(
            "bogo/config.json: all {} entries have their reason",
            config.disabled.len()
        );
        Ok(())
    } else {
        Err(format!("bogo/config.json has entries without use:\n{}", idle.join("\n")).into())
    }
}

/// The runner, and the shim that it is to start.
struct Runner {
    program: PathBuf,
    folder: PathBuf,
    shim: PathBuf,
}

impl Runner {
    /// Finds the runner and builds the shim.
    fn find() -> Result<Self> {
        let program = std::env::var_os("BOGO_RUNNER").ok_or(NO_RUNNER)?;
        let program = Path::new(&program)
            .canonicalize()
            .map_err(|error| format!("BOGO_RUNNER={}: {error}", program.display()))?;
        let folder = match std::env::var_os("BOGO_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => program.parent().ok_or("BOGO_RUNNER is no file")?.to_path_buf(),
        };
        // With the checks of a debug build: what overflows is seen.
        Library::OursStatic.prepare()?;
        let shim = Library::OursStatic.compile_folder(&root().join("bogo"), "bogo")?;
        Ok(Self { program, folder, shim })
    }

    /// The names of all tests: a flag that the shim does not know has it give each of them up at once.
    fn list(&self) -> Result<Vec<String>> {
        let outcomes = self.start(&["-shim-extra-flags", "-only-list"], false)?;
        Ok(outcomes.into_keys().collect())
    }

    /// Runs tests with our configuration.
    fn run(&self, arguments: &[&str]) -> Result<BTreeMap<String, Outcome>> {
        self.start(arguments, true)
    }

    /// Runs the runner to its end; what its failures print goes where ours goes.
    fn start(&self, arguments: &[&str], shows: bool) -> Result<BTreeMap<String, Outcome>> {
        let results = target().join("bogo.json");
        let results = std::path::absolute(results)?;
        let _ = fs::remove_file(&results);
        let output = if shows { Stdio::piped() } else { Stdio::null() };
        let output = Command::new(&self.program)
            .current_dir(&self.folder)
            .arg("-shim-path")
            .arg(&self.shim)
            .arg("-json-output")
            .arg(&results)
            .args(["-allow-unimplemented", "-pipe", "-idle-timeout", PATIENCE])
            .args(shows.then_some("-shim-config"))
            .args(shows.then(Config::path))
            .args(arguments)
            .stdout(output)
            .stderr(Stdio::inherit())
            .spawn()?
            .wait_with_output()?;
        print!("{}", failures(&String::from_utf8_lossy(&output.stdout)));
        let results = fs::read(results).map_err(|error| format!("the runner has left no results: {error}"))?;
        report::outcomes(&serde_json::from_slice(&results)?)
    }
}

/// What the runner says of tests that fail.
fn failures(output: &str) -> String {
    let mut failing = false;
    let mut text = String::new();
    for line in output.lines() {
        if line.starts_with("PASSED (") || line.starts_with("UNIMPLEMENTED (") {
            failing = false;
        } else if line.starts_with("FAILED (") {
            failing = true;
        }
        if failing {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// Whether a pattern of the configuration matches a test: `*` stands for anything.
pub fn matches(pattern: &str, test: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = test.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_the_runner_has_them() {
        for (pattern, test, is_match) in [
            ("A-*", "A-B", true),
            ("A-*", "BA-B", false),
            ("*-DTLS*", "Basic-DTLS-Async", true),
            ("*-TLS1", "Basic-TLS12", false),
            ("*-TLS1", "Basic-TLS1", true),
            ("A*B*C", "AxBxBxC", true),
            ("A*B*C", "AxCxB", false),
            ("Exact", "Exact", true),
            ("Exact", "ExactNot", false),
        ] {
            assert_eq!(matches(pattern, test), is_match, "{pattern} {test}");
        }
    }

    /// Each reason is a sentence that stands by itself, and no promise.
    #[test]
    fn every_disabled_test_has_a_reason() {
        for (pattern, reason) in Config::read().unwrap().disabled {
            assert!(reason.len() > 15 && reason.contains(' '), "{pattern}: {reason}");
            assert!(
                !reason.contains("yet") && !reason.contains("TODO"),
                "{pattern}: {reason}"
            );
        }
    }
}
