//! Builds for AddressSanitizer and ThreadSanitizer: the library, Rust's tests, and the C programs of `c-tests/`.
//!
//! `-Zsanitizer` is not a stable option, but the stable compiler knows it and brings the runtimes, so nothing has to be
//! fetched: `RUSTC_BOOTSTRAP` lets it through. A C program is compiled with `-fsanitize` by the C compiler, whose own
//! runtime is left out: one process can have only one, and it is Rust's for both. The standard library is the usual one,
//! without instrumentation: what of it is generic is compiled with ours and watched, and so is every allocation, because
//! the runtime has its own `malloc`. Rust's tests under ThreadSanitizer are the exception: what orders two threads there is
//! within the standard library, so that it is compiled too, from the sources that rustup has. Each sanitizer has its folder,
//! `target/asan` and `target/tsan`.

use crate::c_runs::Tally;
use crate::deps;
use crate::shell::{Result, capture, root, run, run_for, target};
use crate::test::libtest_counts;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// The platform that the library is built for. It is named, so that the sanitizer does not get into the programs that
/// build the library.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";
/// What the Rust standard library needs when our archive is linked into a C program.
const SYSTEM: &[&str] = &["-lpthread", "-ldl", "-lm", "-lrt", "-lgcc_s"];

/// The longest a file of Rust's tests may take.
const TEST_LIMIT: Duration = Duration::from_secs(1800);

/// One that this compiler has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sanitizer {
    /// AddressSanitizer with LeakSanitizer: accesses outside of what lives, and what is lost.
    Address,
    /// ThreadSanitizer: accesses of two threads without an order.
    Thread,
}

/// Has the sources of the standard library, by rustup if they are missing.
fn with_sources() -> Result<()> {
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    run(Command::new("rustup")
        .args(["component", "add", "rust-src"])
        .current_dir(root()))
}

impl Sanitizer {
    /// The compilers' name.
    fn name(self) -> &'static str {
        match self {
            Sanitizer::Address => "address",
            Sanitizer::Thread => "thread",
        }
    }

    /// The runtime's name, and that of the folder.
    pub fn short(self) -> &'static str {
        match self {
            Sanitizer::Address => "asan",
            Sanitizer::Thread => "tsan",
        }
    }

    /// Where Cargo puts what it makes.
    fn folder(self) -> PathBuf {
        target().join(self.short())
    }

    /// `cargo <subcommand>` for this sanitizer.
    pub fn cargo(self, subcommand: &str) -> Command {
        let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        command
            .args([
                subcommand,
                "--package",
                "ferrotls",
                "--target",
                PLATFORM,
                "--target-dir",
            ])
            .arg(self.folder())
            .env("RUSTC_BOOTSTRAP", "1")
            // Enough for a report's lines; with more, linking each of a hundred programs takes seconds.
            .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
            // The standard library has none of the sanitizer in it, which the compiler wants to be told is meant.
            .env(
                "RUSTFLAGS",
                format!("-Zsanitizer={} -Cunsafe-allow-abi-mismatch=sanitizer", self.name()),
            )
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .current_dir(root());
        command
    }

    /// Builds libferrotls.a, with the checks of a debug build.
    pub fn build(self) -> Result<()> {
        deps::require(&[&deps::CC])?;
        run(self.cargo("build").args(["--quiet", "--lib"]))
    }

    /// The runtime that comes with the Rust compiler.
    fn runtime(self) -> Result<PathBuf> {
        let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()))?;
        let libraries = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim())
            .join("lib/rustlib")
            .join(PLATFORM)
            .join("lib");
        let is_ours = |name: &str| name.starts_with("librustc-") && name.ends_with(&format!("_rt.{}.a", self.short()));
        for entry in fs::read_dir(&libraries)? {
            let entry = entry?;
            if is_ours(&entry.file_name().to_string_lossy()) {
                return Ok(entry.path());
            }
        }
        Err(format!(
            "{} has no runtime for {}: it comes with the rustup toolchains for {PLATFORM}",
            libraries.display(),
            self.short()
        )
        .into())
    }

    /// Tells a program's runtime what to look for.
    pub fn options(self, command: &mut Command) -> &mut Command {
        match self {
            // A length that nobody has memory for is answered with NULL, as without it.
            Sanitizer::Address => command.env(
                "ASAN_OPTIONS",
                "detect_leaks=1:detect_stack_use_after_return=1:allocator_may_return_null=1",
            ),
            Sanitizer::Thread => command.env("TSAN_OPTIONS", "halt_on_error=0:second_deadlock_stack=1"),
        };
        command.env_remove("LD_LIBRARY_PATH")
    }

    /// Builds and runs some of Rust's tests: files of `tests/` by name, or `lib` for the library's own, behind which the names
    /// of some of them may stand (`lib a::tests b::`). One that runs no test has failed.
    pub fn tests(self, names: &[String]) -> Result<Tally> {
        let mut tally = Tally::default();
        if names.is_empty() {
            return Ok(tally);
        }
        let chosen = |command: &mut Command, name: &str| match name.split(' ').next() {
            Some("lib") => drop(command.arg("--lib")),
            _ => drop(command.args(["--test", name])),
        };
        let test = || -> Command {
            let mut command = self.cargo("test");
            command.arg("--quiet");
            if self == Sanitizer::Thread {
                command.arg("-Zbuild-std");
            }
            command
        };
        if self == Sanitizer::Thread {
            with_sources()?;
        }
        let mut all = test();
        all.arg("--no-run");
        names.iter().for_each(|name| chosen(&mut all, name));
        run(&mut all)?;
        for name in names {
            let start = Instant::now();
            let mut command = test();
            chosen(&mut command, name);
            if let Some(filters) = name.strip_prefix("lib ") {
                command.arg("--").args(filters.split(' '));
            }
            let ended = run_for(self.options(&mut command), TEST_LIMIT, b"")?;
            let (passed, _) = libtest_counts(&ended.stdout);
            let failure = format!(
                "{passed} tests passed\n{}\n{}\n{}",
                ended.how, ended.stdout, ended.stderr
            );
            tally.note(
                &format!("tests of Rust: {name}: {passed}"),
                (!ended.success || passed == 0).then_some(&failure),
                start,
            );
        }
        Ok(tally)
    }

    /// Compiles `c-tests/<source>` with `c-tests/support`, and links it with the library, which is built already.
    pub fn compile(self, source: &str) -> Result<PathBuf> {
        let folder = target().join("c-tests").join(self.short());
        fs::create_dir_all(&folder)?;
        let here = root().join("c-tests");
        let mut link = Command::new(deps::cc());
        for source in [source, "support/support.c"] {
            let object = folder.join(source.replace('/', "-")).with_extension("o");
            let mut command = Command::new(deps::cc());
            command.args(["-std=c99", "-D_POSIX_C_SOURCE=200809L", "-g", "-O1"]);
            command.args([&format!("-fsanitize={}", self.name()), "-fno-omit-frame-pointer", "-c"]);
            command.arg("-I").arg(&here).arg("-I").arg(root().join("include"));
            capture(command.arg(here.join(source)).arg("-o").arg(&object))?;
            link.arg(object);
        }
        let program = folder.join(source.trim_end_matches(".c").replace('/', "-"));
        link.arg(self.folder().join(PLATFORM).join("debug/libferrotls.a"))
            .arg("-Wl,--whole-archive")
            .arg(self.runtime()?)
            // The runtime finds some of a program's functions by name.
            .args(["-Wl,--no-whole-archive", "-Wl,--export-dynamic"])
            .args(SYSTEM)
            .arg("-o")
            .arg(&program);
        capture(&mut link)?;
        Ok(program)
    }
}
