//! The headers of a build: they compile, and declare what the library exports, no more and no less.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::builds::{Build, OPTIONS};
use super::folder;
use crate::deps;
use crate::programs;
use crate::shell::{Result, capture, root};

/// The languages of programs.
const LANGUAGES: [(&str, &str); 2] = [("c", "-std=c99"), ("c++", "-std=c++11")];

/// What the names of functions for C begin with.
const STARTS: [&str; 3] = ["mbedtls_", "psa_", "ferrotls_"];

/// Is exported by 3.6 too and declared in none of its public headers.
const UNDECLARED: &str = "psa_generic_status_to_mbedtls";

/// A build's headers before it is made: the folder of its `ferrotls_options.h`, as CMake writes it, and ours.
pub(super) fn configured(build: &Build) -> Result<Vec<PathBuf>> {
    let options = folder()?.join(format!("{}-options", build.file_name()));
    fs::create_dir_all(&options)?;
    let mut script = Command::new("cmake");
    script.current_dir(&options);
    script.args(OPTIONS.iter().map(|(feature, option)| {
        let value = if build.has(feature) { "ON" } else { "OFF" };
        format!("-D{option}={value}")
    }));
    capture(script.arg("-P").arg(root().join("cmake/options.cmake")))?;
    Ok(vec![options.join("include"), root().join("include")])
}

/// All headers in C and C++, which a program that the macros steer follows, and no function declared that the build leaves out.
pub(super) fn compile(build: &Build, includes: &[PathBuf]) -> Result<()> {
    let unit = unit(build)?;
    for (language, standard) in LANGUAGES {
        let mut compiler = compiler(includes);
        compiler.args(["-x", language, standard, "-Wpedantic", "-fsyntax-only"]);
        capture(compiler.arg(&unit))?;
    }
    let mut compiler = compiler(includes);
    compiler.args(["-std=c99", "-D_POSIX_C_SOURCE=200809L", "-fsyntax-only"]);
    capture(compiler.arg(root().join("c-tests/options/talk.c")))?;
    let declared = declared(build, includes)?;
    match build.absent.iter().find(|name| declared.contains(**name)) {
        Some(name) => Err(format!("{name} is declared").into()),
        None => Ok(()),
    }
}

/// The functions that are declared are those that `library`, a shared object, exports; how many.
pub(super) fn hold_against(build: &Build, includes: &[PathBuf], library: &Path) -> Result<usize> {
    let symbols = capture(Command::new("nm").args(["-D", "--defined-only"]).arg(library))?;
    let symbols = String::from_utf8_lossy(&symbols.stdout);
    let functions = symbols.lines().filter_map(|line| line.split_once(" T "));
    let exported: BTreeSet<String> = functions
        .map(|(_, name)| name.to_owned())
        .filter(|name| is_ours(name))
        .collect();
    if let Some(name) = build.absent.iter().find(|name| exported.contains(**name)) {
        return Err(format!("{name} is in the library").into());
    }
    let declared = declared(build, includes)?;
    let differ = declared.symmetric_difference(&exported).map(String::as_str);
    let differ: Vec<&str> = differ.filter(|name| *name != UNDECLARED).collect();
    if differ.is_empty() {
        Ok(exported.len())
    } else {
        Err(format!("only declared or only exported: {}", differ.join(", ")).into())
    }
}

/// A C file that includes every header.
fn unit(build: &Build) -> Result<PathBuf> {
    let text: String = programs::headers()?
        .iter()
        .map(|header| format!("#include <{}>\n", header.display()))
        .collect();
    let unit = folder()?.join(format!("{}.c", build.file_name()));
    fs::write(&unit, text)?;
    Ok(unit)
}

/// The C compiler, to which warnings are errors.
fn compiler(includes: &[PathBuf]) -> Command {
    let mut compiler = Command::new(deps::cc());
    compiler.args(["-Wall", "-Wextra", "-Werror"]);
    for include in includes {
        compiler.arg("-I").arg(include);
    }
    compiler
}

/// The functions that a build's headers declare.
fn declared(build: &Build, includes: &[PathBuf]) -> Result<BTreeSet<String>> {
    let mut compiler = compiler(includes);
    let text = capture(compiler.args(["-std=c99", "-E", "-P"]).arg(unit(build)?))?;
    Ok(functions(&String::from_utf8_lossy(&text.stdout)))
}

/// The functions that preprocessed C declares: neither types nor those with a body, which are static.
fn functions(text: &str) -> BTreeSet<String> {
    let name = |one: &str| -> Option<String> {
        let mut words = one.split_inclusive(|next: char| !(next.is_alphanumeric() || next == '_'));
        let name = words.find(|word| word.ends_with('(') && is_ours(word))?;
        Some(name.trim_end_matches('(').to_owned())
    };
    let statements = text.split([';', '{', '}']).map(str::trim);
    let (with_body, others): (Vec<&str>, Vec<&str>) = statements
        .filter(|one| !one.starts_with("typedef "))
        .partition(|one| one.starts_with("static "));
    let with_body: BTreeSet<String> = with_body.into_iter().filter_map(name).collect();
    // Calls in bodies are among them.
    let others = others.into_iter().filter_map(name);
    others.filter(|name| !with_body.contains(name)).collect()
}

/// A function of the interface.
fn is_ours(name: &str) -> bool {
    STARTS.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_found_in_c() {
        let text = "typedef int mbedtls_f(void *p);\nstruct mbedtls_s { int (*f)(int); };\n\
                    int mbedtls_a(void);\nconst char *mbedtls_b(int (*f)(void *), size_t n);\n\
                    static inline int mbedtls_c(int a)\n{\n    return a > 1 ? mbedtls_c(a - 1) : 0;\n}\n\
                    extern mbedtls_t (*mbedtls_d)(int);\nint (*mbedtls_e(void))[32];\nint strcmp(const char *, const char *);\n";
        let names: Vec<String> = functions(text).into_iter().collect();
        assert_eq!(names, ["mbedtls_a", "mbedtls_b", "mbedtls_e"]);
    }
}
