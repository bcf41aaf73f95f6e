//! `cargo xtask features`: each option of the build left out alone, and each alone with the least that it needs.
//!
//! A build with options is made by CMake, as its users make it: configured with Mbed TLS's macros, installed, and looked at.
//! Its headers declare what the library exports, and `c-tests/options/talk.c`, which calls whatever the installed macros say is
//! there, must talk to itself and to OpenSSL, in the right version, with names and tickets or without ([`talk`]). The lints and the
//! unit tests run with the same features.
//!
//! `--short` is for every change: the headers of each build, lints of a few, and the names in one of pre-shared keys alone. `--dev`
//! takes the debug profile, whose sizes say nothing. Words choose builds by parts of their names.

mod builds;
mod headers;
mod talk;

use crate::deps;
use crate::install;
use crate::programs::Library;
use crate::psk_only;
use crate::shell::{Result, capture, root, target};
use builds::{BUILDS, Build, OPTIONS, SHORT};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// What keeps one build after the other from filling the disk: neither facts for debuggers nor for the next compilation.
const LEAN: &str = "profile.dev.package.ferrotls.debug=false";

/// The task.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let flag = |name: &str| arguments.iter().any(|word| word == name);
    if flag("--short") {
        let (passed, failed) = short()?;
        println!("{passed} passed, {failed} failed");
        return if failed == 0 {
            Ok(())
        } else {
            Err("there are failures".into())
        };
    }
    deps::require(&[&deps::CC, &deps::CMAKE, &deps::OPENSSL])?;
    let dev = flag("--dev");
    let words: Vec<&String> = arguments.iter().filter(|word| !word.starts_with("--")).collect();
    let wanted = |build: &&Build| words.is_empty() || words.iter().any(|word| build.name.contains(word.as_str()));
    if !BUILDS.iter().any(|build| wanted(&build)) {
        let names: Vec<_> = BUILDS.iter().map(|build| build.name).collect();
        return Err(format!("no build has such a name; there are {}", names.join(", ")).into());
    }
    println!(
        "{:<40} {:<6} {:>6} {:>10} {:<17} {:>9}",
        "build", "lints", "tests", "functions", "talks", "bytes"
    );
    let mut failed = Vec::new();
    for build in BUILDS.iter().filter(wanted) {
        match whole(build, dev) {
            Ok(row) => println!("{:<40} {row}", build.name),
            Err(error) => {
                println!("{:<40} FAILED {error}", build.name);
                failed.push(build.name);
            }
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("failed: {}", failed.join(", ")).into())
    }
}

/// What every change has to pass; how many checks passed and failed.
pub(crate) fn short() -> Result<(usize, usize)> {
    deps::require(&[&deps::CC, &deps::CMAKE])?;
    let (mut passed, mut failed) = (0, 0);
    let mut count = |what: &str, name: &str, result: Result<()>| match result {
        Ok(()) => passed += 1,
        Err(error) => {
            failed += 1;
            println!("FAILED {what} of {name}: {error}");
        }
    };
    for build in BUILDS {
        let includes = headers::configured(build)?;
        count("headers", build.name, headers::compile(build, &includes));
    }
    println!("headers of {} builds", BUILDS.len());
    for (name, with_tests) in SHORT {
        let build = builds::named(name)?;
        count("lints", name, lint(build, "dev"));
        if *with_tests {
            count("lints of tests", name, lint(build, "test"));
        }
    }
    println!("lints of {} builds", SHORT.len());
    let name = "psk alone";
    count("names", name, names(builds::named(name)?));
    Ok((passed, failed))
}

/// A build of pre-shared keys alone exports what its headers declare and has no certificate and no signature in it.
fn names(build: &Build) -> Result<()> {
    let object = object(build)?;
    let functions = headers::hold_against(build, &headers::configured(build)?, &object)?;
    println!("{functions} functions in {}, as they are declared", build.name);
    let names = psk_only::defined(&object)?;
    // Under the same path, so the one after the other.
    Library::Ours.prepare()?;
    psk_only::compare(&psk_only::defined(&object)?, &names)
}

/// A cargo command about the library with the build's features.
fn cargo(build: &Build, verb: &[&str]) -> Command {
    let mut command = install::plain("cargo");
    command.current_dir(root()).env("CARGO_INCREMENTAL", "0");
    command
        .args(verb)
        .args(["--config", LEAN, "--package", "ferrotls", "--lib"]);
    command.args(build.features());
    command
}

/// What clippy says of the library in the profile `dev`, where code that nobody calls shows, or of its unit tests in `test`: nothing.
fn lint(build: &Build, profile: &str) -> Result<()> {
    let words = ["clippy", "--quiet", "--profile", profile];
    capture(cargo(build, &words).args(["--", "-D", "warnings"])).map(drop)
}

/// A debug build's shared object.
fn object(build: &Build) -> Result<PathBuf> {
    let words = ["rustc", "--quiet", "--crate-type", "cdylib"];
    capture(&mut cargo(build, &words))?;
    Ok(target().join("debug/libferrotls.so"))
}

/// Lints, unit tests, then the library as it is installed.
fn whole(build: &Build, dev: bool) -> Result<String> {
    lint(build, "dev")?;
    lint(build, "test")?;
    let tests = capture(&mut cargo(build, &["test"]))?;
    let tests = passed(&String::from_utf8_lossy(&tests.stdout)).ok_or("no unit test ran")?;
    let prefix = install(build, dev)?;
    let library = prefix.join("lib/libmbedcrypto.so").canonicalize()?;
    let includes = [prefix.join("include")];
    headers::compile(build, &includes)?;
    let functions = headers::hold_against(build, &includes, &library)?;
    let talks = talk::to_all(build, &prefix)?;
    let size = fs::metadata(&library)?.len();
    // A hundred megabytes each, of what cargo has once more.
    fs::remove_dir_all(&prefix)?;
    Ok(format!(
        "{:<6} {tests:>6} {functions:>10} {talks:<17} {size:>9}",
        "clean"
    ))
}

/// How many tests passed, by what the test runner printed.
fn passed(printed: &str) -> Option<u32> {
    let line = printed.lines().find(|line| line.starts_with("test result: ok."))?;
    line.split_whitespace().nth(3)?.parse().ok().filter(|count| *count > 0)
}

/// Where all of this is kept; an absolute path.
fn folder() -> Result<PathBuf> {
    let folder = target().join("features");
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}

/// Builds and installs by CMake; returns the prefix.
fn install(build: &Build, dev: bool) -> Result<PathBuf> {
    let base = folder()?;
    let tree = base.join("build");
    let prefix = base.join(build.file_name());
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    let mut configure = install::cmake();
    configure
        .arg("-S")
        .arg(root())
        .arg("-B")
        .arg(&tree)
        .arg("-DCMAKE_INSTALL_LIBDIR=lib");
    configure.arg(format!("-DFERROTLS_CARGO_FLAGS=--config {LEAN}"));
    configure.arg(format!("-DCMAKE_INSTALL_PREFIX={}", prefix.display()));
    configure.arg(format!("-DFERROTLS_PROFILE={}", if dev { "dev" } else { "release" }));
    // One for all of them, so that what they rest on is built once; not the project's own, which CMake keeps for everything.
    configure.arg(format!("-DFERROTLS_TARGET_DIR={}", base.join("cargo").display()));
    for (feature, option) in OPTIONS {
        configure.arg(format!("-D{option}={}", if build.has(feature) { "ON" } else { "OFF" }));
    }
    capture(&mut configure)?;
    capture(install::cmake().env("CARGO_INCREMENTAL", "0").arg("--build").arg(&tree))?;
    capture(install::cmake().arg("--install").arg(&tree).arg("--strip"))?;
    Ok(prefix)
}
