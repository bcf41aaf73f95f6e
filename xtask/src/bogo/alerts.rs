//! What a test gets that is disabled for its alert alone: `Alerts` of `bogo/config.json`, which the runner does not read. It can
//! map the names of errors, but no alerts.

use super::{matches, report};
use std::collections::BTreeMap;

/// The alerts that failing tests were sent, in the runner's words, by test.
pub fn sent(output: &str) -> BTreeMap<String, String> {
    let mut alerts = BTreeMap::new();
    let mut failing: Option<&str> = None;
    for line in output.lines() {
        if let Some(name) = line.strip_prefix("FAILED (") {
            failing = name.strip_suffix(')');
        } else if line == "want:" {
            // What comes now is what the runner wanted to see.
            failing = None;
        } else if let (Some(name), Some(alert)) = (failing, line.strip_prefix("\tlocal: \"remote error: ")) {
            alerts.insert(name.to_owned(), alert.trim_end_matches('"').to_owned());
        }
    }
    alerts
}

/// The tests among `all` that get another alert than they should, and the patterns that match no test.
pub fn wrong(wanted: &BTreeMap<String, String>, all: &[String], sent: &BTreeMap<String, String>) -> Vec<String> {
    let mut found = Vec::new();
    for (pattern, alert) in wanted {
        let mut tests = of(pattern, all).peekable();
        if tests.peek().is_none() {
            found.push(format!("{pattern}: there is no such test"));
        }
        for test in tests {
            let got = sent.get(test).map_or("none", String::as_str);
            if got != alert {
                found.push(format!("{test}: {got}, not {alert}"));
            }
        }
    }
    found
}

/// The tests that a pattern matches, of those that count.
fn of<'a>(pattern: &'a str, all: &'a [String]) -> impl Iterator<Item = &'a String> {
    all.iter()
        .filter(move |test| report::is_in_scope(test) && matches(pattern, test))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "FAILED (A-1)\nunexpected error\ngot:\n\tstderr:\n\t\tit failed\n\n\
        \tlocal: \"remote error: illegal parameter\"\n\nwant:\n\tlocal: \"remote error: bad certificate\"\n\
        FAILED (A-2)\ngot:\n\tlocal: \"EOF\"\nwant:\n\tlocal: \"remote error: illegal parameter\"\n";

    #[test]
    fn what_was_sent_counts_and_not_what_was_wanted() {
        let expected = BTreeMap::from([("A-1".to_owned(), "illegal parameter".to_owned())]);
        assert_eq!(sent(OUTPUT), expected);
    }

    #[test]
    fn another_alert_none_and_patterns_of_nothing_are_found() {
        let all = ["A-1", "A-2", "A-DTLS", "B"].map(String::from);
        let wanted = |pattern: &str, alert: &str| BTreeMap::from([(pattern.to_owned(), alert.to_owned())]);
        let sent = sent(OUTPUT);
        assert!(wrong(&wanted("A-1", "illegal parameter"), &all, &sent).is_empty());
        assert_eq!(
            wrong(&wanted("A-*", "illegal parameter"), &all, &sent),
            ["A-2: none, not illegal parameter"]
        );
        assert_eq!(
            wrong(&wanted("A-1", "bad certificate"), &all, &sent),
            ["A-1: illegal parameter, not bad certificate"]
        );
        assert_eq!(wrong(&wanted("C", "any"), &all, &sent), ["C: there is no such test"]);
    }
}
