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

/// Warnings that a careful program turns on, and that it cannot turn off for a header of ours alone.
const WARNINGS: &[&str] = &[
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Wundef",
    "-Wshadow",
    "-Wconversion",
    "-Wsign-conversion",
    "-Wcast-align",
    "-Wredundant-decls",
    "-Werror",
];

/// The same for C alone.
const WARNINGS_C: &[&str] = &[
    "-Wstrict-prototypes",
    "-Wmissing-prototypes",
    "-Wold-style-definition",
    "-Wc++-compat",
];

/// Compilers with a language each, and the ending of its files. clang is looked for, and not asked for.
type Language = (&'static str, &'static str, &'static str);

/// What each header is compiled as by itself.
const ALONE: &[Language] = &[
    ("gcc", "-std=c99", "c"),
    ("gcc", "-std=c11", "c"),
    ("gcc", "-std=c17", "c"),
    ("g++", "-std=c++17", "cc"),
    ("clang", "-std=c99", "c"),
    ("clang++", "-std=c++17", "cc"),
];

/// What all of them are compiled as at once.
const LANGUAGES: &[Language] = &[
    ("gcc", "-std=c99", "c"),
    ("gcc", "-std=c11", "c"),
    ("gcc", "-std=c17", "c"),
    ("g++", "-std=c++98", "cc"),
    ("g++", "-std=c++11", "cc"),
    ("g++", "-std=c++17", "cc"),
    ("g++", "-std=c++20", "cc"),
    ("clang", "-std=c99", "c"),
    ("clang++", "-std=c++17", "cc"),
];

/// What the compilers say of a text, in each of some languages; warnings are errors.
fn said_of(languages: &[Language], name: &str, more: &[&str], text: &str) -> Vec<String> {
    let mut said = Vec::new();
    for &(compiler, language, suffix) in languages {
        let is_clang = compiler.starts_with("clang");
        if is_clang && Command::new(compiler).arg("--version").output().is_err() {
            continue;
        }
        let of_c: &[&str] = if suffix == "c" { WARNINGS_C } else { &[] };
        let arguments = [WARNINGS, of_c, &[language], more].concat();
        let file = format!("{name}{}.{suffix}", language.replace("-std=", "_").replace("++", "pp"));
        match compile(compiler, &arguments, &file, text) {
            Some(text) if !text.is_empty() => said.push(format!("{name} with {compiler} {language}: {text}")),
            _ => {}
        }
    }
    said
}

#[test]
fn each_header_stands_alone_in_c_and_in_cpp() {
    let headers = headers();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut said = Vec::new();
        while let Some(header) = headers.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            let name = format!("alone_{}", header.replace('/', "_"));
            let text = format!("#include <{header}>\n#include <{header}>\ntypedef int something;\n");
            said.extend(said_of(ALONE, &name, &[], &text));
        }
        said
    };
    let threads = std::thread::available_parallelism().map_or(2, |number| number.get().max(2));
    let said: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    none(&said);
}

/// With all of them in a row and then in the opposite one, each comes before each.
#[test]
fn headers_may_come_in_any_order() {
    let include = |header: &String| format!("#include <{header}>\n");
    let forwards: String = headers().iter().map(include).collect();
    let backwards: String = headers().iter().rev().map(include).collect();
    for (name, text) in [("forwards", forwards), ("backwards", backwards)] {
        none(&said_of(LANGUAGES, name, &[], &text));
        none(&said_of(
            LANGUAGES,
            &format!("{name}_private"),
            &["-DMBEDTLS_ALLOW_PRIVATE_ACCESS"],
            &text,
        ));
    }
}

/// Configurations of a program's add to what there is, and may undefine.
#[test]
fn a_program_may_bring_a_configuration() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(
        folder.join("own_config.h"),
        "#define MBEDTLS_CONFIG_VERSION 0x03000000\n#define OWN 1\n",
    )
    .unwrap();
    std::fs::write(
        folder.join("less_config.h"),
        "#include <mbedtls/mbedtls_config.h>\n#undef MBEDTLS_SHA1_C\n#include <mbedtls/check_config.h>\n",
    )
    .unwrap();
    std::fs::write(
        folder.join("old_config.h"),
        "#define MBEDTLS_CONFIG_VERSION 0x02000000\n",
    )
    .unwrap();
    // As those of 2.x begin, and programs' that were made of them.
    std::fs::write(
        folder.join("guarded_config.h"),
        "#ifndef MBEDTLS_CONFIG_H\n#define MBEDTLS_CONFIG_H\n#define OWN 1\n#endif\n",
    )
    .unwrap();
    let path = |name: &str| format!("\"{}\"", folder.join(name).display());
    let is = |macros: &str| format!("#include <mbedtls/ssl.h>\n#if !({macros})\n#error \"no\"\n#endif\n");
    for (option, file, macros) in [
        (
            "MBEDTLS_CONFIG_FILE",
            "own_config.h",
            "defined(OWN) && defined(MBEDTLS_SHA1_C)",
        ),
        (
            "MBEDTLS_CONFIG_FILE",
            "less_config.h",
            "!defined(MBEDTLS_SHA1_C) && defined(MBEDTLS_SHA256_C)",
        ),
        (
            "MBEDTLS_CONFIG_FILE",
            "guarded_config.h",
            "defined(OWN) && defined(MBEDTLS_SHA1_C) && defined(MBEDTLS_SSL_PROTO_TLS1_2)",
        ),
        (
            "MBEDTLS_USER_CONFIG_FILE",
            "own_config.h",
            "defined(OWN) && defined(MBEDTLS_SHA1_C)",
        ),
        ("MBEDTLS_USER_CONFIG_FILE", "less_config.h", "!defined(MBEDTLS_SHA1_C)"),
    ] {
        let option = format!("-D{option}={}", path(file));
        none(&said_of(LANGUAGES, "configured", &[&option], &is(macros)));
    }
    let option = format!("-DMBEDTLS_CONFIG_FILE={}", path("old_config.h"));
    if let Some(said) = compile("gcc", &["-std=c99", &option], "configured.c", &is("1")) {
        assert!(said.contains("MBEDTLS_CONFIG_VERSION"), "{said}");
    }
}

/// What programs ask of the preprocessor before they use anything.
#[test]
fn the_release_is_told_as_in_the_reference() {
    let claims = [
        "MBEDTLS_VERSION_MAJOR == 3 && MBEDTLS_VERSION_MINOR == 6 && MBEDTLS_VERSION_PATCH == 6",
        "MBEDTLS_VERSION_NUMBER == 0x03060600",
        "defined(MBEDTLS_CONFIG_FILES_READ) && defined(MBEDTLS_CONFIG_IS_FINALIZED)",
    ];
    let mut text = String::from("#include <mbedtls/version.h>\n");
    for claim in claims {
        text += &format!("#if !({claim})\n#error \"no\"\n#endif\n");
    }
    text += "extern const char text[sizeof(MBEDTLS_VERSION_STRING) == sizeof(\"3.6.6\") ? 1 : -1];\n\
             extern const char full[sizeof(MBEDTLS_VERSION_STRING_FULL) == sizeof(\"Mbed TLS 3.6.6\") ? 1 : -1];\n";
    none(&said_of(LANGUAGES, "release", &[], &text));
}

/// The names of 2.x are those of functions that are declared.
#[test]
fn old_names_are_declared() {
    let text = std::fs::read_to_string(root().join("include/mbedtls/compat-2.x.h")).unwrap();
    let old: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("#define mbedtls_")?.split_whitespace().next())
        .collect();
    assert_eq!(old.len(), 22);
    let claims: Vec<String> = old
        .iter()
        .map(|name| format!("void *p_{name} = (void *) &mbedtls_{name};"))
        .collect();
    none(&claims_that_fail("old.c", &claims));
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
