//! What the runner found, counted: `bogo/RESULTS.md`.

use super::Config;
use crate::shell::Result;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What became of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// As the runner wants it.
    Passed,
    /// Otherwise.
    Failed,
    /// The shim does not know one of its flags.
    Unimplemented,
}

/// The runner's results, by test.
pub fn outcomes(results: &serde_json::Value) -> Result<BTreeMap<String, Outcome>> {
    let tests = results.get("tests").and_then(serde_json::Value::as_object);
    let tests = tests.ok_or("the runner's results have no tests")?.iter();
    tests
        .map(|(name, test)| {
            let outcome = match test.get("actual").and_then(serde_json::Value::as_str) {
                Some("PASS") => Outcome::Passed,
                Some("SKIP") => Outcome::Unimplemented,
                Some("FAIL") => Outcome::Failed,
                other => return Err(format!("{name}: {other:?}").into()),
            };
            Ok((name.clone(), outcome))
        })
        .collect()
}

/// Whether a test is about TLS 1.2 or 1.3, by its name: the runner puts a version or protocol between hyphens.
pub fn is_in_scope(test: &str) -> bool {
    let of_others = ["DTLS", "QUIC", "TLS1", "TLS11"];
    !test.split('-').any(|part| of_others.contains(&part)) && !test.starts_with("DTLS")
}

/// The tests, counted.
pub struct Report {
    /// Of DTLS, QUIC and older versions.
    outside: usize,
    passed: usize,
    failed: Vec<String>,
    /// Of the versions that count, and neither disabled nor run.
    pub unimplemented: Vec<String>,
    disabled: BTreeMap<String, usize>,
    /// So many of them for their alert alone.
    for_alert: usize,
}

impl Report {
    /// Counts `all` tests by what became of them.
    pub fn new(all: &[String], outcomes: &BTreeMap<String, Outcome>, config: &Config) -> Self {
        let mut report = Self {
            outside: 0,
            passed: 0,
            failed: Vec::new(),
            unimplemented: Vec::new(),
            disabled: BTreeMap::new(),
            for_alert: 0,
        };
        for test in all {
            let outcome = outcomes.get(test);
            if outcome == Some(&Outcome::Failed) {
                report.failed.push(test.clone());
            } else if !is_in_scope(test) {
                report.outside += 1;
            } else if outcome == Some(&Outcome::Passed) {
                report.passed += 1;
            } else if let Some(reason) = config.reason(test) {
                *report.disabled.entry(reason.to_owned()).or_default() += 1;
                report.for_alert += usize::from(config.is_for_its_alert(test));
            } else {
                report.unimplemented.push(test.clone());
            }
        }
        report
    }

    /// In a line.
    pub fn summary(&self) -> String {
        let disabled: usize = self.disabled.values().sum();
        let all = self.passed + self.failed.len() + self.unimplemented.len() + disabled;
        format!(
            "of {all} tests of TLS 1.2 and 1.3: {} passed, {} failed, {} unimplemented, {disabled} disabled",
            self.passed,
            self.failed.len(),
            self.unimplemented.len(),
        )
    }

    /// The whole file, of the runner of this commit.
    pub fn text(&self, commit: &str) -> String {
        let mut text = String::from(
            "# BoringSSL's test runner\n\n\
             Written by `cargo xtask bogo`. The runner (BoGo) plays the other end of a connection, well and badly; the shim of this \
             folder drives ferrotls through its C interface. Counted are tests, not patterns.\n\n",
        );
        let _ = writeln!(text, "The runner is that of BoringSSL's commit {commit}.\n");
        let _ = writeln!(text, "{}.\n", capitalised(&self.summary()));
        let _ = writeln!(
            text,
            "Not counted: {} tests of DTLS, QUIC and versions before TLS 1.2, told by their names.\n",
            self.outside
        );
        let _ = writeln!(
            text,
            "{} of the disabled fail as the runner wants, but with another alert; `cargo xtask bogo --check` sees that it is ours.\n",
            self.for_alert
        );
        text.push_str("| disabled, because | tests |\n|---|---:|\n");
        let mut reasons: Vec<_> = self.disabled.iter().collect();
        reasons.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        for (reason, count) in reasons {
            let _ = writeln!(text, "| {reason} | {count} |");
        }
        for (title, tests) in [("failed", &self.failed), ("unimplemented", &self.unimplemented)] {
            if !tests.is_empty() {
                let _ = writeln!(text, "\n## {}\n", capitalised(title));
                for test in tests {
                    let _ = writeln!(text, "- {test}");
                }
            }
        }
        text
    }
}

/// With a capital first letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_once() {
        let all: Vec<_> = ["A", "B", "C-DTLS", "D", "E"].map(String::from).into();
        let outcomes = BTreeMap::from([
            ("A".to_owned(), Outcome::Passed),
            ("B".to_owned(), Outcome::Failed),
            ("E".to_owned(), Outcome::Unimplemented),
        ]);
        let config = Config {
            disabled: BTreeMap::from([("D".to_owned(), "for a reason".to_owned())]),
            hiding: BTreeMap::new(),
            alerts: BTreeMap::from([("D*".to_owned(), "illegal parameter".to_owned())]),
        };
        let report = Report::new(&all, &outcomes, &config);
        assert_eq!(
            report.summary(),
            "of 4 tests of TLS 1.2 and 1.3: 1 passed, 1 failed, 1 unimplemented, 1 disabled"
        );
        let text = report.text("0123abcd");
        assert!(text.contains("| for a reason | 1 |"));
        assert!(text.contains("commit 0123abcd."));
        assert!(text.contains("1 of the disabled fail as"));
    }

    #[test]
    fn names_tell_what_is_counted() {
        for (test, counts) in [
            ("Basic-Client-TLS-Sync", true),
            ("Basic-Client-DTLS-Sync", false),
            ("Resume-TLS12", true),
            ("Resume-TLS1", false),
            ("DTLSRetransmit", false),
        ] {
            assert_eq!(is_in_scope(test), counts, "{test}");
        }
    }
}
