//! `cargo xtask features`: each option of the build left out alone, and each alone with the least that it needs.
//!
//! A build with options is made by CMake, as its users make it: configured with Mbed TLS's macros, installed, and looked at.
//! Its headers declare what the library exports, and `c-tests/options/talk.c`, which calls whatever the installed macros say is
//! there, must talk to itself and to OpenSSL. The lints and the unit tests run with the same features.
//!
//! `--short` is for every change: the headers of each build, lints of a few, and the names in one of pre-shared keys alone. `--dev`
//! takes the debug profile, whose sizes say nothing. Words choose builds by parts of their names.

mod builds;
mod headers;

use crate::deps;
use crate::install;
use crate::pki;
use crate::psk_only;
use crate::shell::{Result, capture, collect, free_port, root, run_for, target, wait_for};
use builds::{BUILDS, Build, OPTIONS, SHORT};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(30);

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
                println!("{:<40} FAILED", build.name);
                failed.push(format!("{}: {error}", build.name));
            }
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(failed.join("\n").into())
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
    psk_only::look_through(&object)
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
    let talk = program(&prefix)?;
    let talks = talk_to_all(build, &talk)?;
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

/// Builds the C program with the installed headers and library.
fn program(prefix: &Path) -> Result<PathBuf> {
    let talk = prefix.join("talk");
    let mut compiler = Command::new(deps::cc());
    compiler.args([
        "-std=c99",
        "-D_POSIX_C_SOURCE=200809L",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-o",
    ]);
    compiler.arg(&talk).arg(root().join("c-tests/options/talk.c"));
    compiler.arg(format!("-I{}", prefix.join("include").display()));
    compiler.arg(format!("-L{}", prefix.join("lib").display()));
    compiler.args(["-lmbedtls", "-lmbedx509", "-lmbedcrypto"]);
    compiler.arg(format!("-Wl,-rpath,{}", prefix.join("lib").display()));
    capture(&mut compiler)?;
    Ok(talk)
}

/// The program with itself and with OpenSSL, by certificate and by pre-shared key as far as the build goes.
fn talk_to_all(build: &Build, talk: &Path) -> Result<String> {
    let folder = pki::folder()?;
    let file = |name: &str| folder.join(name).display().to_string();
    let files = [file("ca.crt"), file("p256.crt"), file("p256.key")];
    let mut done = Vec::new();
    let ways = [(build.has_certificates(), false), (build.has_psk(), true)];
    for (_, psk) in ways.into_iter().filter(|(there, _)| *there) {
        let port = free_port()?;
        let mut server = start(&mut ours(talk, "server", port, &files, psk), "ready")?;
        let client = run_for(&mut ours(talk, "client", port, &files, psk), LIMIT, b"")?;
        end(&mut server)?;
        if !client.success || !client.stdout.contains("back") {
            return Err(format!(
                "with itself (psk: {psk}): {} {}{}",
                client.how, client.stdout, client.stderr
            )
            .into());
        }
        let port = free_port()?;
        let mut server = start(&mut openssl_server(port, &files, psk), "ACCEPT")?;
        let client = run_for(&mut ours(talk, "client", port, &files, psk), LIMIT, b"")?;
        end(&mut server)?;
        if !client.success {
            return Err(format!(
                "with OpenSSL (psk: {psk}): {} {}{}",
                client.how, client.stdout, client.stderr
            )
            .into());
        }
        done.push(if psk { "psk" } else { "certificate" });
    }
    Ok(done.join(", "))
}

fn ours(talk: &Path, side: &str, port: u16, files: &[String; 3], psk: bool) -> Command {
    let mut command = Command::new(talk);
    command.args([side, &port.to_string()]).args(files);
    if psk {
        command.arg("psk");
    }
    command
}

/// OpenSSL's server, which sends back what comes, line by line and each line reversed.
fn openssl_server(port: u16, [_, certificate, key]: &[String; 3], psk: bool) -> Command {
    let mut command = Command::new("openssl");
    command.args(["s_server", "-rev", "-accept", &format!("127.0.0.1:{port}")]);
    if psk {
        command.args([
            "-nocert",
            "-psk",
            "30313233343536373839616263646566",
            "-allow_no_dhe_kex",
        ]);
        command.args(["-psk_identity", "Client_identity"]);
    } else {
        command.args(["-cert", certificate, "-key", key]);
    }
    command
}

/// Starts a server and waits for the line that says it is ready.
fn start(command: &mut Command, ready: &str) -> Result<Child> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?);
    let mut line = String::new();
    while !line.contains(ready) {
        line.clear();
        if lines.read_line(&mut line)? == 0 {
            child.wait()?;
            return Err("the server ended before it was ready".into());
        }
    }
    // The rest is read, so that the server never waits for it to be.
    drop(collect(lines.into_inner()));
    Ok(child)
}

/// Ends a server that may have ended by itself.
fn end(server: &mut Child) -> Result<()> {
    wait_for(server, Duration::from_millis(200)).map(drop)
}
