//! `cargo xtask compat`: Debian's packages that link to Mbed TLS 3.6 do their work with our shared objects in its place.
//!
//! They run in a Debian root ([`root`]), each script of `compat/` twice: with Debian's own Mbed TLS 3.6.6, the control, and
//! with ours first in `LD_LIBRARY_PATH`. The loader itself tells which objects a program took. Nothing is compiled against our
//! headers. With `--programs`, which needs no root file system, the C programs of `c-tests/` are what is run.

mod root;

use crate::compare;
use crate::install::{self, Profile};
use crate::pki;
use crate::shell::{Result, run_for, target};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The scripts of `compat/`, by the package whose work they have done.
const SCRIPTS: &[&str] = &[
    "lighttpd",
    "libgit2",
    "nng",
    "neko",
    "haxe",
    "gauche",
    "micropython",
    "shadowsocks",
    "rist",
    "parsec",
    "load",
];

/// What 3.6.6 does not do: script, start of a row's name, and why. Ours has to do it all the same.
const STOCK_FAILS: &[(&str, &str, &str)] = &[
    (
        "lighttpd",
        "EC key",
        "3.6.6 crashes on the generator that lighttpd has not seeded yet when it checks an EC key",
    ),
    (
        "libgit2",
        "clones, TLS 1.2, RSA key",
        "3.6.6 offers RSA-PSS and, as a client of TLS 1.2, refuses it",
    ),
];

/// The longest a script may take.
const LIMIT: Duration = Duration::from_secs(300);

/// How each row of a script went, in their order.
type Rows = Vec<(String, String)>;

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    if arguments.iter().any(|word| word == "--programs") {
        return programs();
    }
    let profile = if arguments.iter().any(|word| word == "--release") {
        Profile::Release
    } else {
        Profile::Dev
    };
    let words: Vec<_> = arguments.iter().filter(|word| !word.starts_with("--")).collect();
    let wanted = |script: &str| words.is_empty() || words.iter().any(|word| script.contains(word.as_str()));
    let objects = install::installed(profile)?.join("lib").canonicalize()?;
    let pki = pki::folder()?.canonicalize()?;
    let folder = root::ready()?;
    println!("{:<14}{:<46}{:<12}ferrotls", "", "", "3.6.6");
    let mut failures = Vec::new();
    for script in SCRIPTS.iter().filter(|script| wanted(script)) {
        let control = play(&folder, script, None, &pki)?;
        let ours = play(&folder, script, Some(&objects), &pki)?;
        failures.extend(table(script, &control, &ours));
    }
    for (_, _, reason) in STOCK_FAILS.iter().filter(|(script, ..)| wanted(script)) {
        println!("* {reason}");
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(format!("failed:\n  {}", failures.join("\n  ")).into())
    }
}

/// The part that needs no root: programs compiled against the headers of 3.6.6.
fn programs() -> Result<()> {
    let tally = compare::binaries(&[])?;
    println!("compat: {} programs the same, {} not", tally.passed, tally.failed);
    if tally.failed == 0 {
        Ok(())
    } else {
        Err("there are differences".into())
    }
}

/// Runs a script with our objects, or with Debian's own; the last row is what the loader says.
fn play(folder: &Path, script: &str, objects: Option<&Path>, pki: &Path) -> Result<Rows> {
    let whose = if objects.is_some() { "ferrotls" } else { "stock" };
    let out = target().join("compat/out").join(whose).join(script);
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out)?;
    let out = out.canonicalize()?;
    let mounts = root::Mounts {
        objects,
        pki,
        out: &out,
    };
    let path = format!("/compat/{script}.sh");
    let ended = run_for(&mut root::enter(folder, Some(&mounts), &["sh", &path]), LIMIT, b"")?;
    let mut rows: Rows = ended.stdout.lines().filter_map(row).collect();
    if !ended.success {
        rows.push(("the script".to_owned(), format!("{} {}", ended.how, ended.stderr)));
    }
    // This one runs nothing: it asks the loader itself.
    if script != "load" {
        rows.push((TAKEN.to_owned(), taken(&out, objects.is_some())?));
    }
    Ok(rows)
}

/// `row <tab> name <tab> result`.
fn row(line: &str) -> Option<(String, String)> {
    let (name, result) = line.strip_prefix("row\t")?.split_once('\t')?;
    Some((name.to_owned(), result.to_owned()))
}

/// Name of the row that says whose objects were used.
const TAKEN: &str = "objects taken, as the loader says";

/// What the loader wrote about the objects it started: `ok` if every program that took one of the three took all of them from
/// where they should come.
fn taken(out: &Path, ours: bool) -> Result<String> {
    let (mut programs, mut others) = (0, BTreeSet::new());
    for entry in fs::read_dir(out)? {
        let file = entry?.path();
        if !file
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("loader."))
        {
            continue;
        }
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        let started = text.lines().filter_map(|line| line.split_once("calling init: "));
        let objects: Vec<_> = started
            .map(|(_, path)| PathBuf::from(path))
            .filter(|path| is_mbed(path))
            .collect();
        programs += usize::from(!objects.is_empty());
        others.extend(objects.into_iter().filter(|path| path.starts_with("/ferrotls") != ours));
    }
    Ok(match (programs, others.is_empty()) {
        (0, _) => "no program took any".to_owned(),
        (_, true) => "ok".to_owned(),
        (_, false) => format!("also {others:?}"),
    })
}

/// One of the three objects.
fn is_mbed(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ["libmbedtls.so.21", "libmbedx509.so.7", "libmbedcrypto.so.16"].contains(&&*name)
}

/// Prints the rows of a script and returns what is wrong in them: a failure of ours, a row that is in one run only, and a
/// control that fails without being known to.
fn table(script: &str, control: &Rows, ours: &Rows) -> Vec<String> {
    let mut wrong = Vec::new();
    let of = |rows: &Rows, name: &str| rows.iter().find(|row| row.0 == name).map(|row| row.1.clone());
    let only_control = control.iter().filter(|row| of(ours, &row.0).is_none());
    for (name, _) in ours.iter().chain(only_control) {
        let results = [control, ours].map(|rows| of(rows, name).unwrap_or_else(|| "missing".to_owned()));
        let known = STOCK_FAILS
            .iter()
            .any(|(of, start, _)| *of == script && name.starts_with(start));
        let shown = |result: &String| if result == "ok" { "ok" } else { "FAILED" }.to_owned();
        let mark = if known && results[0] != "ok" {
            "fails *".to_owned()
        } else {
            shown(&results[0])
        };
        println!("{script:<14}{name:<46}{mark:<12}{}", shown(&results[1]));
        if results[0] != "ok" && !known {
            wrong.push(format!("{script}, {name}, with 3.6.6: {}", results[0]));
        }
        if results[1] != "ok" {
            wrong.push(format!("{script}, {name}: {}", results[1]));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_fails_or_is_missing_is_told() {
        let rows = |rows: &[(&str, &str)]| {
            rows.iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
                .collect::<Rows>()
        };
        let good = rows(&[("one", "ok"), ("two", "ok")]);
        assert!(table("nng", &good, &good).is_empty());
        assert_eq!(
            table("nng", &good, &rows(&[("one", "ok"), ("two", "FAILED (1)")])).len(),
            1
        );
        assert_eq!(table("nng", &good, &rows(&[("one", "ok")])).len(), 1);
        assert_eq!(
            table("nng", &rows(&[("one", "FAILED")]), &rows(&[("one", "ok")])).len(),
            1
        );
        let crashed = rows(&[("EC key: starts", "FAILED (139)")]);
        assert!(table("lighttpd", &crashed, &rows(&[("EC key: starts", "ok")])).is_empty());
        assert_eq!(row("row\tTLS 1.3\tok"), Some(("TLS 1.3".to_owned(), "ok".to_owned())));
        assert_eq!(row("something else"), None);
    }
}
