//! include/ is what src/capi renders, compilers take it, and it says what the tables of the interface say.
//!
//! `UPDATE=1 cargo test --test headers` writes the headers anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[allow(dead_code, reason = "the task uses what a test does not")]
#[path = "../xtask/src/headers/render.rs"]
mod render;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every header, by its path under include/.
fn headers() -> Vec<String> {
    let include = root().join("include");
    let names = ["ferrotls", "mbedtls", "psa"].iter().flat_map(|folder| {
        std::fs::read_dir(include.join(folder))
            .unwrap()
            .map(move |entry| format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap()))
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// A row of a table: the fields that tabs part.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split('\t').collect())
}

/// Compiles a text and returns what the compiler says; `None` if there is no such compiler.
fn compile(compiler: &str, arguments: &[&str], name: &str, text: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let source: PathBuf = folder.join(name);
    std::fs::write(&source, text).unwrap();
    let output = Command::new(compiler)
        .args(arguments)
        .args(["-fsyntax-only", "-fmax-errors=0", "-I"])
        .arg(root().join("include"))
        .arg(&source)
        .output();
    match output {
        Ok(output) => Some(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) if std::env::var_os("CI").is_some() => panic!("{compiler}: {error}"),
        Err(error) => {
            eprintln!("skipped: {compiler}: {error}");
            None
        }
    }
}

/// A C file that includes every header and then makes the claims, one a line; returns the claims that do not hold.
fn claims_that_fail(name: &str, claims: &[String]) -> Vec<String> {
    let includes: String = headers()
        .iter()
        .map(|header| format!("#include \"{header}\"\n"))
        .collect();
    let probes: String = claims
        .iter()
        .enumerate()
        .map(|(line, claim)| format!("#line {} \"probe\"\n{claim}\n", line + 1))
        .collect();
    let text = format!("#define MBEDTLS_ALLOW_PRIVATE_ACCESS\n#include <stddef.h>\n{includes}{probes}");
    let Some(said) = compile("gcc", &["-std=gnu11", "-w"], name, &text) else {
        return Vec::new();
    };
    let mut failed = Vec::new();
    for line in said.lines().filter(|line| line.contains("error")) {
        let number = line
            .strip_prefix("probe:")
            .and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
        match number.and_then(|number| claims.get(number - 1)) {
            Some(claim) => failed.push(format!("{claim}   ({line})")),
            None => failed.push(line.to_owned()),
        }
    }
    failed
}

/// Fails with the list unless it is empty.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn include_is_what_the_sources_render() {
    if std::env::var_os("UPDATE").is_some() {
        render::write(root()).unwrap();
    }
    let wrong = render::drift(root()).unwrap();
    assert!(wrong.is_empty(), "run `cargo xtask headers`:\n{}", wrong.join("\n"));
}

#[test]
fn each_header_stands_alone_in_c_and_in_cpp() {
    let strict = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"];
    for header in headers() {
        let text = format!("#include <{header}>\ntypedef int something;\n");
        let stem = header.replace('/', "_");
        for (compiler, language, suffix) in [
            ("gcc", "-std=c99", "c"),
            ("g++", "-std=c++98", "cpp"),
            ("g++", "-std=c++17", "cc"),
        ] {
            let arguments = [&strict[..], &[language][..]].concat();
            if let Some(said) = compile(compiler, &arguments, &format!("alone_{stem}.{suffix}"), &text) {
                assert_eq!(said, "", "{header} with {compiler} {language}");
            }
        }
    }
}

#[test]
fn constants_types_and_fields_are_those_of_the_tables() {
    let present = headers();
    let here = |header: &str| present.iter().any(|name| name == header);
    let mut claims = Vec::new();
    for row in rows(include_str!("data/api/constants.tsv")).filter(|row| here(row[2])) {
        claims.push(format!(
            "_Static_assert((long long)({}) == {}LL, \"\");",
            row[4], row[5]
        ));
    }
    let mut types = std::collections::BTreeMap::new();
    for row in rows(include_str!("data/api/types.tsv")).filter(|row| here(row[2])) {
        claims.push(format!(
            "_Static_assert(sizeof({0}) == {1} && _Alignof({0}) == {2}, \"\");",
            row[4], row[5], row[6]
        ));
        types.insert(row[3], row[4]);
    }
    for row in rows(include_str!("data/api/fields.tsv")) {
        let Some(of) = types.get(row[0]) else { continue };
        claims.push(format!(
            "_Static_assert(offsetof({of}, {0}) == {1} && sizeof((({of} *) 0)->{0}) == {2}, \"\");",
            row[1], row[4], row[5]
        ));
    }
    for row in rows(include_str!("data/api/typedefs.tsv")).filter(|row| here(row[0])) {
        claims.push(format!("{0} *probe_{0};", row[1]));
    }
    assert!(claims.len() > 1000);
    none(&claims_that_fail("tables.c", &claims));
}

#[test]
fn what_is_declared_is_declared_as_in_the_table() {
    let texts: String = headers()
        .iter()
        .map(|header| std::fs::read_to_string(root().join("include").join(header)).unwrap())
        .collect();
    let declared: std::collections::BTreeSet<&str> =
        texts.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    let mut claims = Vec::new();
    for row in rows(include_str!("data/api/functions.tsv")) {
        let (name, prototype) = (row[5], row[6]);
        // Only documentation names what is not declared yet; then the claim fails on the name and is left out here.
        let is_declared = declared.contains(name) && texts.lines().any(|line| declares(line, name));
        if is_declared && prototype != "-" {
            let pointer = prototype.replacen(&format!("{name}("), &format!("(*p_{name})("), 1);
            claims.push(format!(
                "static {pointer} = &{name}; \
                 _Static_assert(__builtin_types_compatible_p(__typeof__(p_{name}), __typeof__(&{name})), \"\");"
            ));
        }
    }
    assert!(claims.len() > 150);
    none(&claims_that_fail("functions.c", &claims));
}

/// Whether a line of a header begins the declaration of a function.
fn declares(line: &str, name: &str) -> bool {
    let before = line.find(&format!("{name}(")).map(|at| &line[..at]);
    before.is_some_and(|before| {
        before.ends_with([' ', '*']) && before.starts_with(char::is_alphabetic) && !before.starts_with("static")
    })
}

#[test]
fn private_fields_need_leave() {
    let field = "#include <mbedtls/pk.h>\nvoid *f(mbedtls_pk_context *pk) { return pk->pk_ctx; }\n";
    for (leave, works) in [("", false), ("#define MBEDTLS_ALLOW_PRIVATE_ACCESS\n", true)] {
        if let Some(said) = compile("gcc", &["-std=c99"], "private.c", &format!("{leave}{field}")) {
            assert_eq!(said.is_empty(), works, "{said}");
        }
    }
    let by_long_name = field.replace("->pk_ctx", "->private_pk_ctx");
    if let Some(said) = compile("gcc", &["-std=c99"], "private.c", &by_long_name) {
        assert_eq!(said, "");
    }
}
