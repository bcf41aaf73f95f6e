//! `cargo xtask deviations [--check]`: gathers every `DEVIATION:` of the project in docs/DEVIATIONS.md, or with `--check`
//! only tells whether that would change.
//!
//! They come from three places: comments in src and in headers that are written by hand, the lines that a C program prints
//! otherwise than with 3.6.6 (`compare/deviations`), and the orders of states that are not as recorded (`states`).

mod gather;

use crate::shell::{Result, root};
use crate::{compare, states};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The file that is written.
const FILE: &str = "docs/DEVIATIONS.md";

/// What stands at the head of it.
const HEAD: &str = "# Every marked deviation

Written by `cargo xtask deviations`; do not edit. What a person who changes over needs to know of this stands shorter in
[DIFFERENCES.md](DIFFERENCES.md).

A deviation is a place where ferrotls does on purpose something else than Mbed TLS 3.6 does, or than an RFC says. Each is
marked `DEVIATION:` where it is done, with the reason; those below \"Side by side\" are what programs print that are run
with 3.6.6 and with ferrotls. \"3.6\" is Mbed TLS 3.6; \"here\" is ferrotls.
";

/// The parts of the list: a heading, and the beginnings of the paths that belong to it. The first that fits counts.
const PARTS: &[(&str, &[&str])] = &[
    (
        "TLS: the C interface",
        &["src/capi/ssl", "src/capi/net_sockets", "src/capi/debug"],
    ),
    ("TLS: the protocol", &["src/tls"]),
    ("Certificates, lists, requests", &["src/capi/x509", "src/pki"]),
    ("The PSA interface", &["src/capi/psa"]),
    (
        "Keys, signatures, curves and numbers",
        &[
            "src/capi/pk",
            "src/capi/rsa",
            "src/capi/ec",
            "src/capi/bignum",
            "src/capi/dhm",
            "src/crypto/sign",
            "src/crypto/ec",
            "src/crypto/rsa",
        ],
    ),
    ("Headers", &["include", "src/capi/templates"]),
    ("Ciphers, digests, randomness and the rest", &["src"]),
];

/// The task.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (text, count) = render()?;
    let path = root().join(FILE);
    if std::fs::read_to_string(&path).is_ok_and(|present| present == text) {
        println!("{FILE}: {count} deviations, up to date");
        return Ok(());
    }
    if arguments.iter().any(|argument| argument == "--check") {
        return Err(format!("{FILE} is not what the sources say: run cargo xtask deviations").into());
    }
    std::fs::write(&path, text)?;
    println!("{FILE}: {count} deviations, written");
    Ok(())
}

/// The text, and how many deviations are in it.
fn render() -> Result<(String, usize)> {
    let marked = gather::gather(&root())?;
    let mut out = HEAD.to_owned();
    let mut count = marked.len();
    let part_of = |path: &str| {
        PARTS
            .iter()
            .position(|(_, beginnings)| beginnings.iter().any(|beginning| path.starts_with(beginning)))
    };
    for (index, (heading, _)) in PARTS.iter().enumerate() {
        let here = marked.iter().filter(|marked| part_of(&marked.path) == Some(index));
        let rows: String = here.map(row).collect();
        if !rows.is_empty() {
            write!(out, "\n## {heading}\n\n| where | deviation |\n|---|---|\n{rows}")?;
        }
    }
    out.push_str("\n## Side by side: what C programs print otherwise\n\n| seen by | why |\n|---|---|\n");
    count += by_reason(&mut out, compare::reasons())?;
    out.push_str("\n## Side by side: orders of handshake states\n\n| scenario | why |\n|---|---|\n");
    count += by_reason(&mut out, states::reasons())?;
    Ok((out, count))
}

/// A line of a table.
fn row(marked: &gather::Marked) -> String {
    let place = marked.path.strip_prefix("src/").unwrap_or(&marked.path);
    let what = match &marked.item {
        Some(item) => format!("`{item}`, {place}"),
        None => place.to_owned(),
    };
    let about = match marked.about.as_str() {
        "" => String::new(),
        about => format!("{about} "),
    };
    format!("| {what} | {}**Deviation:** {} |\n", cell(&about), cell(&marked.text))
}

/// The rows of a table with one row for each reason; how many there are.
fn by_reason(out: &mut String, reasons: impl Iterator<Item = (&'static str, &'static str)>) -> Result<usize> {
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (by, reason) in reasons {
        let all = seen.entry(reason).or_default();
        if !all.contains(&by) {
            all.push(by);
        }
    }
    let mut rows: Vec<(String, &str)> = seen.iter().map(|(reason, by)| (by.join(", "), *reason)).collect();
    rows.sort_unstable();
    for (by, reason) in &rows {
        writeln!(out, "| {by} | {} |", cell(reason))?;
    }
    Ok(rows.len())
}

/// `text` as it may stand in a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_what_the_sources_say() {
        let (text, count) = super::render().unwrap();
        assert!(count > 100, "only {count} deviations were found");
        let present = std::fs::read_to_string(crate::shell::root().join(super::FILE)).unwrap();
        let differs = present.lines().zip(text.lines()).find(|(is, should)| is != should);
        assert_eq!(differs, None, "run `cargo xtask deviations`");
        assert_eq!(present.len(), text.len(), "run `cargo xtask deviations`");
    }
}
