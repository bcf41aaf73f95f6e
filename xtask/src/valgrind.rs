//! `cargo xtask valgrind`: every C test with our library under valgrind's memcheck: no invalid access, no decision that
//! rests on memory nobody wrote, nothing lost.
//!
//! `--short` is the part of it that `cargo xtask test` runs; words choose tests by a part of their name.

use crate::c_runs::{self, CRun, Extent, Tally};
use crate::deps;
use crate::programs::Library;
use crate::shell::{Result, root};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The longest a program may take, which is some thirty times slower than without valgrind.
const LIMIT: Duration = Duration::from_secs(1200);

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (options, only): (Vec<_>, Vec<_>) = arguments.iter().cloned().partition(|word| word.starts_with("--"));
    let extent = match options.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => Extent::Full,
        ["--short"] => Extent::Short,
        _ => return Err("usage: cargo xtask valgrind [--short] [part of a test's name]...".into()),
    };
    play(extent, &only)?.end("valgrind")
}

/// Runs the C tests.
pub fn play(extent: Extent, only: &[String]) -> Result<Tally> {
    deps::require(&[&deps::VALGRIND])?;
    let library = Library::Ours;
    library.prepare()?;
    let runs = c_runs::list(extent, only)?;
    c_runs::play(&runs, LIMIT, |source| library.compile(&[source]), memcheck)
}

/// A run under memcheck.
fn memcheck(run: &CRun, program: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--quiet", "--error-exitcode=9", "--num-callers=30"]);
    if !c_runs::LOSE.contains(&run.source.as_str()) {
        command.args(["--leak-check=full", "--errors-for-leak-kinds=definite"]);
    }
    let known = root().join("c-tests/valgrind.supp");
    command.arg(format!("--suppressions={}", known.display()));
    command.env_remove("LD_LIBRARY_PATH").arg(program).args(&run.arguments);
    command
}
