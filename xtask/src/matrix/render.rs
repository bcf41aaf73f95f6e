//! MATRIX.md: every function of the interface, whether it is there, and which tests call it.
//!
//! What there is to be comes from tests/data/api/functions.tsv, what there is from src/capi, what is tested from the
//! tests themselves. Kept by hand are [`THEMES`], what a function that is not
//! there yet belongs to, and [`LEFT_OUT`], why one never comes. What
//! include/ferrotls/ferrotls.h has beyond the interface gets a table of its own.

#[path = "absent.rs"]
mod absent;
#[path = "compared.rs"]
pub(crate) mod compared;
#[path = "misuse.rs"]
mod misuse;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A render fails with a text for the person who runs it.
type Result<T> = std::result::Result<T, String>;

/// What pending functions belong to: the first row decides whose header and part of a name both fit. An empty text fits
/// all.
const THEMES: &[(&str, &str, &str)] = &[
    (
        "mbedtls/ssl.h",
        "ecjpake",
        "EC J-PAKE, which Debian's build of 3.6.6 lacks too: MBEDTLS_KEY_EXCHANGE_ECJPAKE_ENABLED is not defined",
    ),
    ("", "ecjpake", "EC J-PAKE"),
    ("psa/", "pake", "EC J-PAKE"),
    ("mbedtls/ssl", "", "DTLS"),
];

/// What is not there on purpose, and why: the first row decides whose header and part of a name both fit.
/// An empty part of a name fits all.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    (
        "mbedtls/des.h",
        "mbedtls_des_setkey",
        "fills 3.6's own key schedule; contexts here hold the key itself, which mbedtls_des_setkey_enc and _dec set",
    ),
    (
        "mbedtls/lms.h",
        "",
        "no kept crate has LMS signatures (RFC 8554), and none is written here",
    ),
    (
        "mbedtls/memory_buffer_alloc.h",
        "",
        "no buffer of the program's can stand in for Rust's allocator; Debian's build of 3.6.6 lacks it too",
    ),
    (
        "mbedtls/entropy.h",
        "nv_seed",
        "randomness is the system's, which keeps a seed itself; Debian's build of 3.6.6 lacks it too",
    ),
    (
        "mbedtls/platform.h",
        "nv_seed",
        "randomness is the system's, which keeps a seed itself; Debian's build of 3.6.6 lacks it too",
    ),
    (
        "psa/crypto.h",
        "mbedtls_psa_inject_entropy",
        "randomness is the system's; Debian's build of 3.6.6 lacks it too",
    ),
    (
        "psa/crypto.h",
        "psa_crypto_driver_pake",
        "for drivers inside 3.6, not for programs",
    ),
    (
        "psa/crypto.h",
        "key_domain_parameters",
        "for finite-field Diffie-Hellman and DSA keys, which the PSA interface has not here",
    ),
    (
        "psa/crypto.h",
        "psa_key_derivation_verify",
        "declared by 3.6 and not implemented there",
    ),
    (
        "psa/crypto.h",
        "psa_random_",
        "randomness is the system's, which a program neither reseeds nor uses up",
    ),
];

/// A function of the interface.
struct Function {
    tier: String,
    header: String,
    name: String,
    prototype: String,
}

/// A function that src/capi exports.
struct Exported {
    /// The first sentence of its documentation.
    summary: String,
    /// Whether it takes its arguments and does nothing, on purpose.
    accepted: bool,
}

/// Renders the matrix of the project in this folder.
pub(crate) fn render(root: &Path) -> Result<String> {
    let functions = functions(&read(&root.join("tests/data/api/functions.tsv"))?);
    let exported = exported(root)?;
    let in_c = calls(root, &root.join("c-tests"), &["c"])?;
    let mut headers: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
    for function in &functions {
        headers.entry(&function.header).or_default().push(function);
    }
    let mut text = String::from(INTRODUCTION);
    let mut tables = String::new();
    let mut total = [0usize; 6];
    for (header, of_header) in &headers {
        let mut count = [of_header.len(), 0, 0, 0, 0, 0];
        writeln!(
            tables,
            "\n## {header}\n\n| function | tier | state | C tests | note |\n|---|---|---|---|---|"
        )
        .map_err(|error| error.to_string())?;
        for function in of_header {
            let files = in_c.get(&function.name);
            let compared = files.is_some_and(|files| files.iter().any(|file| compared::is_compared(file)));
            let (state, note, place) = match (exported.get(&function.name), left_out(function)) {
                (Some(found), _) if found.accepted => ("accepted", found.summary.as_str(), 3),
                (Some(_), _) if compared => ("tested", "", 1),
                (Some(_), _) => ("done", "", 2),
                (None, Some(reason)) => ("left out", reason, 4),
                (None, None) => ("pending", theme(function), 5),
            };
            count[place] += 1;
            let tests = files.map(|files| files.iter().map(String::as_str).collect::<Vec<_>>().join(", "));
            writeln!(
                tables,
                "| {} | {} | {state} | {} | {note} |",
                function.name,
                function.tier,
                tests.unwrap_or_default()
            )
            .map_err(|error| error.to_string())?;
        }
        text += &format!("| {header} |");
        text += &count.map(|number| format!(" {number} |")).concat();
        text.push('\n');
        total.iter_mut().zip(count).for_each(|(sum, part)| *sum += part);
    }
    text += "| all |";
    text += &total.map(|number| format!(" {number} |")).concat();
    text.push('\n');
    Ok(text + &tables + &extension(root, &exported, &in_c)? + &absent::table(root)?)
}

/// The table of what is ours alone.
fn extension(root: &Path, exported: &BTreeMap<String, Exported>, in_c: &Calls) -> Result<String> {
    let mut text = format!("\n## {EXTENSION}\n\n{EXTENSION_INTRODUCTION}");
    for (name, _) in extension_functions(root)? {
        let tests = in_c
            .get(&name)
            .map(|files| files.iter().map(String::as_str).collect::<Vec<_>>().join(", "));
        let summary = exported.get(&name).map_or("", |function| function.summary.as_str());
        writeln!(text, "| {name} | {} | {summary} |", tests.unwrap_or_default()).map_err(|error| error.to_string())?;
    }
    Ok(text)
}

/// The functions of our own header, sorted by their names, with their prototypes.
fn extension_functions(root: &Path) -> Result<Vec<(String, String)>> {
    let text = read(&root.join("include").join(EXTENSION))?;
    let mut found = prototypes(&text);
    found.sort();
    Ok(found)
}

/// The functions that a rendered header declares: each one's name and prototype.
fn prototypes(header: &str) -> Vec<(String, String)> {
    // Comments and directives away, then statement by statement.
    let mut code = String::new();
    for (index, part) in header.split("/*").enumerate() {
        code += match index {
            0 => part,
            _ => part.split_once("*/").map_or("", |(_, rest)| rest),
        };
    }
    let code: String = code
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("extern \"C\"") && *line != "}")
        .flat_map(|line| [line.trim(), " "])
        .collect();
    code.split(';')
        .map(str::trim)
        .filter(|statement| !statement.starts_with("typedef") && !statement.contains(['{', '}']))
        .filter_map(|statement| {
            let before = statement.split_once('(')?.0;
            let start = before.rfind([' ', '*']).map_or(0, |at| at + 1);
            let name = before.split_at(start).1;
            name.starts_with("ferrotls_")
                .then(|| (name.to_owned(), statement.to_owned()))
        })
        .collect()
}

/// The header of what is ours alone, below include/.
const EXTENSION: &str = "ferrotls/ferrotls.h";

/// What stands above its table.
const EXTENSION_INTRODUCTION: &str = "\
What Mbed TLS 3.6 has no name for; all of it is done.

| function | C tests | what it is |
|---|---|---|
";

/// Renders c-tests/misuse/every.c, which calls every function there is.
pub(crate) fn render_misuse(root: &Path) -> Result<String> {
    let functions = functions(&read(&root.join("tests/data/api/functions.tsv"))?);
    let exported = exported(root)?;
    let there: Vec<(&str, &str, &str)> = functions
        .iter()
        .filter(|function| exported.contains_key(&function.name))
        .map(|function| {
            (
                function.header.as_str(),
                function.name.as_str(),
                function.prototype.as_str(),
            )
        })
        .collect();
    Ok(misuse::render(&there))
}

/// Renders c-tests/misuse/ferrotls.c, which calls every function that is ours alone.
pub(crate) fn render_misuse_of_extension(root: &Path) -> Result<String> {
    let functions = extension_functions(root)?;
    let there: Vec<(&str, &str, &str)> = functions
        .iter()
        .map(|(name, prototype)| (EXTENSION, name.as_str(), prototype.as_str()))
        .collect();
    Ok(misuse::render(&there))
}

/// What stands above the tables.
const INTRODUCTION: &str = "# The interface, function by function

Written by `cargo xtask matrix`; do not edit. A function is

- tested: it does what its documentation says, and a C program that calls it prints the same with stock Mbed TLS 3.6.6
  (`cargo xtask compare`; intended differences are listed with their reasons in xtask/src/compare/deviations);
- done: it does what its documentation says; tests call it, but not side by side with 3.6.6;
- accepted: it checks its arguments and has no effect, on purpose, so that programs which call it go on;
- left out: it is not in the headers, on purpose; the note says why;
- pending: it is not in the headers yet; the note says what it will come with.

Tier 1 functions are used by five or more of the programs that were read to find out, tier 2 by two to four, tier 3 by
one, tier 4 by none. The tests named are the C programs under c-tests that call the function. Rust tests, of which there
are more, are not named.

| header | functions | tested | done | accepted | left out | pending |
|---|---|---|---|---|---|---|
";

/// The functions of the interface that src/capi exports and that no test calls, in C or in Rust.
#[allow(
    dead_code,
    reason = "for the test of the matrix, which has this file as a module of its own"
)]
pub(crate) fn untested(root: &Path) -> Result<Vec<String>> {
    let mut tests = calls(root, &root.join("c-tests"), &["c"])?;
    tests.extend(calls(root, &root.join("tests"), &["rs"])?);
    tests.extend(unit_tests(root)?);
    let exported = exported(root)?;
    Ok(exported.into_keys().filter(|name| !tests.contains_key(name)).collect())
}

/// The functions of the table.
fn functions(table: &str) -> Vec<Function> {
    let mut functions: Vec<Function> = table
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            Some(Function {
                tier: fields.next()?,
                header: fields.nth(1)?,
                name: fields.nth(2)?,
                prototype: fields.next()?,
            })
        })
        .collect();
    functions.sort_by(|a, b| a.name.cmp(&b.name));
    functions
}

/// Why a function is left out, if it is.
fn left_out(function: &Function) -> Option<&'static str> {
    LEFT_OUT
        .iter()
        .find(|(header, part, _)| function.header == *header && function.name.contains(part))
        .map(|(_, _, reason)| *reason)
}

/// What a pending function belongs to.
fn theme(function: &Function) -> &'static str {
    THEMES
        .iter()
        .find(|(header, part, _)| function.header.starts_with(header) && function.name.contains(part))
        .map_or("", |(_, _, theme)| theme)
}

/// The functions that src/capi exports.
fn exported(root: &Path) -> Result<BTreeMap<String, Exported>> {
    let mut found = BTreeMap::new();
    for path in files_below(&root.join("src/capi"), &["rs"])? {
        let text = read(&path)?;
        let of_accepted = path.file_name().is_some_and(|name| name == "accepted.rs");
        let mut documentation = String::new();
        let mut exports = false;
        for line in text.lines() {
            if let Some(sentence) = line.strip_prefix("///") {
                documentation += sentence;
            } else if line == "#[unsafe(no_mangle)]" {
                exports = true;
            } else if let Some(name) = exported_name(line).filter(|_| exports) {
                let accepted = of_accepted || ACCEPTED.iter().any(|mark| documentation.contains(mark));
                found.insert(
                    name.to_owned(),
                    Exported {
                        summary: first_sentence(&documentation),
                        accepted,
                    },
                );
                (documentation, exports) = (String::new(), false);
            } else if !line.starts_with("#[") {
                (documentation, exports) = (String::new(), false);
            }
        }
    }
    Ok(found)
}

/// How the documentation of a function says that it is accepted and no more, outside of accepted.rs.
const ACCEPTED: &[&str] = &["Without effect", "accepted and not needed"];

/// The name that a line exports, if it is the first of a function.
fn exported_name(line: &str) -> Option<&str> {
    let rest = line.split_once("extern \"C\" fn ")?.1;
    rest.split_once('(').map(|(name, _)| name)
}

/// The text up to the first full stop.
fn first_sentence(text: &str) -> String {
    let text = text.trim();
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    text[..end].to_owned()
}

/// Which files call which functions.
type Calls = BTreeMap<String, BTreeSet<String>>;

/// The calls in the files of a folder, told by their paths in it without the ending.
fn calls(root: &Path, folder: &Path, endings: &[&str]) -> Result<Calls> {
    let mut found = Calls::new();
    for path in files_below(folder, endings)? {
        let below = path
            .strip_prefix(folder)
            .map_err(|error| error.to_string())?
            .with_extension("");
        let file = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        // Tests that speak of functions and call none, and those that call all.
        if path.ends_with("c-tests/misuse/every.c") || path.ends_with("c-tests/misuse/ferrotls.c") {
            continue;
        }
        if path.starts_with(root.join("tests")) && matches!(file.as_str(), "headers" | "matrix") {
            continue;
        }
        for name in called(&read(&path)?) {
            found
                .entry(name)
                .or_default()
                .insert(file.trim_end_matches("/mod").to_owned());
        }
    }
    Ok(found)
}

/// The calls in the tests inside src/capi.
#[allow(dead_code, reason = "as for what uses it")]
fn unit_tests(root: &Path) -> Result<Calls> {
    let mut found = Calls::new();
    for path in files_below(&root.join("src/capi"), &["rs"])? {
        let text = read(&path)?;
        let tests = match path.file_name().is_some_and(|name| name == "tests.rs") {
            true => Some(text.as_str()),
            false => text.split_once("#[cfg(test)]\nmod tests {").map(|(_, tests)| tests),
        };
        for name in tests.map(called).unwrap_or_default() {
            found.entry(name).or_default().insert("unit".to_owned());
        }
    }
    Ok(found)
}

/// The names of the interface that a text calls, hands over or lets a callback be, outside of comments.
fn called(text: &str) -> BTreeSet<String> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.trim_start().starts_with('*'));
    code.flat_map(|line| line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')))
        .filter(|word| {
            ["mbedtls_", "psa_", "ferrotls_"]
                .iter()
                .any(|prefix| word.starts_with(prefix))
        })
        .map(str::to_owned)
        .collect()
}

/// Every file with one of the endings in a folder and those below it, sorted; none if there is no such folder.
fn files_below(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(found);
    };
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            found.extend(files_below(&path, endings)?);
        } else if path
            .extension()
            .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
        {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Text of a file; an error names it.
fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
