//! `cargo xtask threads`: one thread reads while another writes, at both ends of a connection, for millions of records.
//!
//! The program is `c-tests/connect/threads.c`. `--tls12` has it in TLS 1.2. `--tsan` builds the library and the program for ThreadSanitizer, whose runtime comes
//! with the compiler. The standard library is then the usual one, without instrumentation: what of it is generic (atomics,
//! channels, reference counts) is compiled with ours and watched; the rest rests on calls of the C library that
//! ThreadSanitizer knows.

use crate::deps;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, capture, root, run as run_command, target};
use std::path::PathBuf;
use std::process::Command;

/// Records each way, unless it is said otherwise: with TLS records of a kilobyte some gigabytes.
const RECORDS: &str = "2000000";
/// The same under ThreadSanitizer, which is slow.
const RECORDS_WATCHED: &str = "100000";
/// The platform that the library is built for: the sanitizer must not get into the programs that build it.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut watched, mut tls12, mut records) = (false, false, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--tsan" => watched = true,
            "--tls12" => tls12 = true,
            "--records" => records = words.next(),
            _ => return Err("usage: cargo xtask threads [--records N] [--tls12] [--tsan]".into()),
        }
    }
    let (program, usual) = if watched {
        (watched_program()?, RECORDS_WATCHED)
    } else {
        Library::OursRelease.prepare()?;
        (Library::OursRelease.compile(&["connect/threads.c"])?, RECORDS)
    };
    let records = records.map_or(usual, String::as_str);
    let mut command = Command::new(program);
    command.arg(pki::folder()?).arg(records);
    if tls12 {
        command.arg("1.2");
    }
    run_command(&mut command)
}

/// Builds the library and the program for ThreadSanitizer.
fn watched_program() -> Result<PathBuf> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    run_command(
        Command::new(cargo)
            .args([
                "build",
                "--quiet",
                "--package",
                "ferrotls",
                "--lib",
                "--target",
                PLATFORM,
            ])
            // The option is not stable; the compiler is the same.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer")
            .current_dir(root()),
    )?;
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    let runtime = sysroot
        .join("lib/rustlib")
        .join(PLATFORM)
        .join("lib/librustc-stable_rt.tsan.a");
    let folder = target().join("c-tests/tsan");
    std::fs::create_dir_all(&folder)?;
    let here = root().join("c-tests");
    let mut objects = Vec::new();
    for source in ["connect/threads.c", "support/support.c"] {
        let object = folder.join(source.replace('/', "-")).with_extension("o");
        let mut command = Command::new(deps::cc());
        command.args([
            "-std=c99",
            "-D_POSIX_C_SOURCE=200809L",
            "-g",
            "-O1",
            "-fsanitize=thread",
            "-c",
        ]);
        command.arg("-I").arg(&here).arg("-I").arg(root().join("include"));
        capture(command.arg(here.join(source)).arg("-o").arg(&object))?;
        objects.push(object);
    }
    let program = folder.join("threads");
    let mut command = Command::new(deps::cc());
    command
        .args(&objects)
        .arg(target().join(PLATFORM).join("debug/libferrotls.a"));
    command
        .arg("-Wl,--whole-archive")
        .arg(runtime)
        .arg("-Wl,--no-whole-archive");
    command
        .args(["-lpthread", "-ldl", "-lm", "-lrt", "-lgcc_s", "-o"])
        .arg(&program);
    capture(&mut command)?;
    Ok(program)
}
