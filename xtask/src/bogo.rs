//! `cargo xtask bogo`: BoringSSL's test runner (BoGo) against the shim of `bogo/`, which drives the library through its C
//! interface.
//!
//! The runner is not part of the project. `BOGO_RUNNER` is the path of the compiled test program, `BOGO_DIR` the folder to run it
//! in, which is that of the program by default. `BOGO_COMMIT` says which commit of BoringSSL it is of, where that folder is not in
//! a checkout that does. `bogo/config.json` says which tests are not for us, and why, which alerts some of them get instead of
//! the runner's, and how the runner's names of errors are called here. `--check` looks for entries of it that match no test, or
//! none that fails, and for other alerts than those, and lists entries that hide tests which pass.

mod alerts;
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

/// What figures are of has to be known.
const NO_COMMIT: &str = "BOGO_DIR is in no checkout: set BOGO_COMMIT to the commit of BoringSSL that the runner is of";

/// Seconds that the runner waits for a shim that says nothing.
const PATIENCE: &str = "10s";

/// What `bogo/config.json` disables, with the reasons.
pub struct Config {
    /// Pattern and reason.
    pub disabled: BTreeMap<String, String>,
    /// Pattern of disabled tests, and the alert that they get instead of the runner's.
    pub alerts: BTreeMap<String, String>,
    /// Pattern that hides tests which pass, and why it does all the same.
    pub hiding: BTreeMap<String, String>,
}

impl Config {
    fn path() -> PathBuf {
        root().join("bogo/config.json")
    }

    fn read() -> Result<Self> {
        let config: serde_json::Value = serde_json::from_slice(&fs::read(Self::path())?)?;
        let read = |name| -> Result<BTreeMap<String, String>> {
            let entries = config.get(name).and_then(serde_json::Value::as_object);
            let entries = entries.ok_or(format!("bogo/config.json has no {name}"))?.iter();
            Ok(entries
                .map(|(pattern, text)| (pattern.clone(), text.as_str().unwrap_or_default().to_owned()))
                .collect())
        };
        Ok(Self {
            disabled: read("DisabledTests")?,
            alerts: read("Alerts")?,
            hiding: read("HidesPassing")?,
        })
    }

    /// Why a test is disabled, if it is.
    pub fn reason(&self, test: &str) -> Option<&str> {
        let mut entries = self.disabled.iter();
        entries
            .find(|(pattern, _)| matches(pattern, test))
            .map(|(_, reason)| reason.as_str())
    }

    /// Whether a test is disabled for its alert.
    pub fn is_for_its_alert(&self, test: &str) -> bool {
        self.alerts.keys().any(|pattern| matches(pattern, test))
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
        let ran = runner.run(&["-test", &patterns.join(";")])?;
        return verdict(&ran, &[]);
    }
    let commit = runner.commit.as_deref().ok_or(NO_COMMIT)?;
    let all = runner.list()?;
    let ran = runner.run(&[])?;
    let report = Report::new(&all, &ran.outcomes, &config);
    println!("{}", report.summary());
    // Figures of a run that is none are not kept.
    verdict(&ran, &report.unimplemented)?;
    fs::write(root().join("bogo/RESULTS.md"), report.text(commit))?;
    Ok(())
}

/// A run of the runner.
struct Ran {
    outcomes: BTreeMap<String, Outcome>,
    /// How it ended, if not well. It does not if a test has failed.
    ended_badly: Option<String>,
    /// The alerts that failing tests were sent.
    alerts: BTreeMap<String, String>,
}

/// Fails if a test has failed, if none has passed, if the runner did not end well, or if there are tests that should have run
/// and did not, as the shim does not know their flags.
fn verdict(ran: &Ran, unimplemented: &[String]) -> Result<()> {
    let outcomes = &ran.outcomes;
    let failed: Vec<_> = outcomes
        .iter()
        .filter(|(_, outcome)| **outcome == Outcome::Failed)
        .map(|(name, _)| name.as_str())
        .collect();
    if !failed.is_empty() {
        return Err(format!("{} tests fail:\n{}", failed.len(), failed.join("\n")).into());
    }
    if let Some(how) = &ran.ended_badly {
        return Err(format!("no test fails, but the runner: {how}").into());
    }
    if !outcomes.values().any(|outcome| *outcome == Outcome::Passed) {
        return Err("no test has passed".into());
    }
    if !unimplemented.is_empty() {
        let (count, names) = (unimplemented.len(), unimplemented.join("\n"));
        return Err(format!("the shim does not know a flag of {count} tests:\n{names}").into());
    }
    Ok(())
}

/// Entries of the configuration that match no test, such whose tests all pass, such of whose tests some do without a reason; alerts
/// that are not as it says.
fn find_idle_entries(runner: &Runner, config: &Config) -> Result<()> {
    let all = runner.list()?;
    let ours: Vec<_> = config.disabled.keys().map(String::as_str).collect();
    // Most of them fail, so how the runner ends says nothing here; that each has run does.
    let ran = runner.run(&["-include-disabled", "-test", &ours.join(";")])?;
    let entries = entries(config, &all, &ran.outcomes);
    let wrong = alerts::wrong(&config.alerts, &all, &ran.alerts);
    for (what, found) in [
        ("tests did not run, so the runner came to no end", &entries.missing),
        ("alerts are others than bogo/config.json says", &wrong),
        ("bogo/config.json has entries without use", &entries.idle),
        (
            "bogo/config.json has entries that hide tests which pass",
            &entries.mixed,
        ),
    ] {
        if !found.is_empty() {
            return Err(format!("{what}:\n{}", found.join("\n")).into());
        }
    }
    println!(
        "bogo/config.json: all {} entries have their reason",
        config.disabled.len()
    );
    Ok(())
}

/// What is to be said of entries of the configuration.
#[derive(Debug, Default, PartialEq, Eq)]
struct Entries {
    /// They match no test, or only such as pass.
    idle: Vec<String>,
    /// Some of their tests pass, and nothing says why that does not count; or something says so, and none does.
    mixed: Vec<String>,
    /// Tests of theirs that have no outcome.
    missing: Vec<String>,
}

/// Judges the entries by what became of `all` tests.
fn entries(config: &Config, all: &[String], outcomes: &BTreeMap<String, Outcome>) -> Entries {
    let mut found = Entries::default();
    for pattern in config.disabled.keys() {
        let tests: Vec<_> = all.iter().filter(|test| matches(pattern, test)).collect();
        let missing = tests.iter().filter(|test| !outcomes.contains_key(**test));
        found.missing.extend(missing.map(|test| (*test).clone()));
        let passes = |test: &&&String| outcomes.get(**test) == Some(&Outcome::Passed);
        let passed = tests.iter().filter(passes).count();
        // Those of other versions are not counted.
        let counted = tests
            .iter()
            .filter(passes)
            .filter(|test| report::is_in_scope(test))
            .count();
        match (passed, tests.len()) {
            (_, 0) => found.idle.push(format!("{pattern}: there is no such test")),
            (passed, count) if passed == count => found.idle.push(format!("{pattern}: passes")),
            (_, count) if counted > 0 && !config.hiding.contains_key(pattern) => {
                found.mixed.push(format!("{pattern}: {counted} of {count} pass"));
            }
            _ if counted == 0 && config.hiding.contains_key(pattern) => {
                found
                    .mixed
                    .push(format!("{pattern}: none passes, other than HidesPassing says"));
            }
            _ => {}
        }
    }
    let stale = config
        .hiding
        .keys()
        .filter(|pattern| !config.disabled.contains_key(*pattern));
    found
        .mixed
        .extend(stale.map(|pattern| format!("{pattern}: is no entry, and stands in HidesPassing")));
    found
}

/// The runner, and the shim that it is to start.
struct Runner {
    program: PathBuf,
    folder: PathBuf,
    shim: PathBuf,
    /// Which commit of BoringSSL it is of.
    commit: Option<String>,
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
        let commit = commit_of(&folder).or_else(|| std::env::var("BOGO_COMMIT").ok());
        // With the checks of a debug build: what overflows is seen.
        Library::OursStatic.prepare()?;
        let shim = Library::OursStatic.compile_folder(&root().join("bogo"), "bogo")?;
        Ok(Self {
            program,
            folder,
            shim,
            commit,
        })
    }

    /// The names of all tests: a flag that the shim does not know has it give each of them up at once.
    fn list(&self) -> Result<Vec<String>> {
        let ran = self.start(&["-shim-extra-flags", "-only-list"], false)?;
        Ok(ran.outcomes.into_keys().collect())
    }

    /// Runs tests with our configuration.
    fn run(&self, arguments: &[&str]) -> Result<Ran> {
        self.start(arguments, true)
    }

    /// Runs the runner to its end; what its failures print goes where ours goes.
    fn start(&self, arguments: &[&str], shows: bool) -> Result<Ran> {
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
        let said = String::from_utf8_lossy(&output.stdout);
        print!("{}", failures(&said));
        let results = fs::read(results).map_err(|error| format!("the runner has left no results: {error}"))?;
        Ok(Ran {
            outcomes: report::outcomes(&serde_json::from_slice(&results)?)?,
            ended_badly: (!output.status.success()).then(|| output.status.to_string()),
            alerts: alerts::sent(&said),
        })
    }
}

/// The commit that a folder is checked out at.
fn commit_of(folder: &Path) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(["rev-parse", "HEAD"]);
    let output = git.stderr(Stdio::null()).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| commit.trim().to_owned())
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

    fn outcomes(of: &[(&str, Outcome)]) -> BTreeMap<String, Outcome> {
        of.iter()
            .map(|(name, outcome)| ((*name).to_owned(), *outcome))
            .collect()
    }

    #[test]
    fn a_run_is_good_only_if_something_passed_and_nothing_went_wrong() {
        use Outcome::{Failed, Passed, Unimplemented};
        let unknown = ["C".to_owned()];
        let good = |of: &[(&str, Outcome)], badly: bool, unimplemented: &[String]| {
            let ran = Ran {
                outcomes: outcomes(of),
                ended_badly: badly.then(|| "exit status: 1".to_owned()),
                alerts: BTreeMap::new(),
            };
            verdict(&ran, unimplemented).is_ok()
        };
        assert!(good(&[("A", Passed)], false, &[]));
        // A test of DTLS that the shim does not know, say.
        assert!(good(&[("A", Passed), ("B", Unimplemented)], false, &[]));
        assert!(!good(&[("A", Passed)], true, &[]));
        assert!(!good(&[("A", Passed)], false, &unknown));
        assert!(!good(&[], false, &[]));
        assert!(!good(&[("A", Unimplemented)], false, &[]));
        assert!(!good(&[("A", Passed), ("B", Failed)], false, &[]));
    }

    #[test]
    fn entries_that_hide_what_passes_are_found() {
        use Outcome::{Failed, Passed, Unimplemented};
        let patterns = ["A-*", "B-*", "C", "D-*", "E-*", "F-*", "G-*", "H"];
        let reasons = |of: &[&str]| of.iter().map(|it| ((*it).to_owned(), String::new())).collect();
        let config = Config {
            disabled: reasons(&patterns),
            alerts: BTreeMap::new(),
            hiding: reasons(&["D-*", "E-*", "I-*"]),
        };
        let became = [
            ("A-1", Passed),
            ("A-2", Passed),
            ("B-1", Passed),
            ("B-2", Failed),
            ("D-1", Failed),
            ("E-1", Passed),
            ("E-2", Unimplemented),
            ("F-1-TLS1", Passed),
            ("F-2", Failed),
            ("G-1", Unimplemented),
        ];
        let mut all: Vec<_> = became.iter().map(|(name, _)| (*name).to_owned()).collect();
        all.push("H".to_owned());
        let found = entries(&config, &all, &outcomes(&became));
        assert_eq!(found.idle, ["A-*: passes", "C: there is no such test"]);
        let mixed = [
            "B-*: 1 of 2 pass",
            "D-*: none passes, other than HidesPassing says",
            "I-*: is no entry, and stands in HidesPassing",
        ];
        assert_eq!(found.mixed, mixed);
        assert_eq!(found.missing, ["H"]);
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
