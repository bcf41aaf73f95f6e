//! `docs/REGRESSIONS.md` names tests: each is there, and each test that is named after a fault or a pain is in that page.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Each test or function of a C test below `folder` that is run, as `file: name`: a test that is ignored is none, nor is a function
/// of C that its file does not name again outside of a declaration.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, found);
            continue;
        }
        let is_c = path.extension().is_some_and(|extension| extension == "c");
        if !is_c && path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let file = path.to_str().unwrap().replace('\\', "/");
        let file = file
            .strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/"))
            .unwrap_or(&file);
        let is_called = |name: &str| {
            let words = |line: &str| {
                line.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .any(|word| word == name)
            };
            text.lines().any(|line| !line.starts_with("static ") && words(line))
        };
        let (mut is_test, mut is_ignored) = (false, false);
        for line in text.lines() {
            let line = line.trim();
            let name = if is_c {
                line.strip_prefix("static int ")
                    .or_else(|| line.strip_prefix("static void "))
                    .and_then(|rest| rest.split_once('('))
            } else {
                line.strip_prefix("fn ").and_then(|rest| rest.split_once("()"))
            };
            if let Some((name, _)) = name
                && (is_c && is_called(name) || is_test && !is_ignored)
            {
                found.insert(format!("{file}: {name}"));
            }
            let is_attribute = line.starts_with("#[");
            is_test = line == "#[test]" || is_test && is_attribute;
            is_ignored = line.starts_with("#[ignore") || is_ignored && is_attribute;
        }
    }
}

#[test]
fn the_page_and_the_tests_agree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeSet::new();
    for folder in ["tests", "src", "c-tests"] {
        functions(&root.join(folder), &mut found);
    }
    assert!(found.len() > 500);
    let page = fs::read_to_string(root.join("docs/REGRESSIONS.md")).unwrap();
    let mut named = BTreeSet::new();
    for line in page.lines().filter(|line| line.starts_with("| ")) {
        // `file: name` in the last column.
        let Some(tests) = line.trim_end_matches('|').rsplit('|').next() else {
            continue;
        };
        let names: Vec<_> = tests.split('`').skip(1).step_by(2).collect();
        let is_head = line.contains("shown by") || line.starts_with("|---");
        assert!(is_head || !names.is_empty(), "no test in: {line}");
        named.extend(names.into_iter().map(str::to_owned));
    }
    let missing: Vec<_> = named.difference(&found).collect();
    assert!(missing.is_empty(), "named in the page and not there: {missing:#?}");
    let is_of_the_list = |test: &&String| {
        let name = test.split(": ").nth(1).unwrap();
        ["cve_", "rustsec_", "pain_"].iter().any(|kind| name.starts_with(kind))
    };
    let forgotten: Vec<_> = found.difference(&named).filter(is_of_the_list).collect();
    assert!(forgotten.is_empty(), "not in the page: {forgotten:#?}");
}
