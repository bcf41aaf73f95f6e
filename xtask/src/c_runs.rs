//! Every C test that runs with our library alone, as a list of runs: what `cargo xtask valgrind` and `asan` watch.
//!
//! A run is a program of `c-tests/` with its arguments. The handshake states count as one run for each scenario.

use crate::compare;
use crate::pki;
use crate::shell::{Result, line, run_for};
use crate::states;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How much of a task is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What `cargo xtask test` has time for.
    Short,
    /// All of it.
    Full,
}

/// The program that steps through a handshake for each scenario.
const STATES: &str = "states/states.c";
/// Records of a kilobyte each way in `connect/threads.c`, which otherwise does millions.
const RECORDS: &str = "500";

/// What the short forms run: programs that differ most from each other.
pub const SHORT: &[&str] = &[
    "connect/patterns.c",
    "compare/patterns/free_zeroed.c",
    "compare/patterns/freed_context.c",
    "compare/patterns/handshake_step.c",
    "compare/patterns/struct_sizes.c",
    "connect/session.c",
    "session/settings.c",
    "session/resume.c",
    "session/psk.c",
    "session/psk_opaque.c",
    "session/resume12.c",
    "session/psk12.c",
    "connect/renegotiation.c",
    "compare/ssl12/again12.c",
    "connect/opaque.c",
    "connect/keys.c",
    "verify/callbacks.c",
    "misuse/null.c",
    "misuse/every.c",
    "misuse/ferrotls.c",
    "connect/async.c",
    "small/codes.c",
    "early/moments.c",
    "early/replay.c",
    "ferrotls/hooks.c",
    "ferrotls/memory.c",
    "compare/ssl/fields.c",
];

/// Programs that call every function once and free nothing that they set up: what they lose is theirs.
pub const LOSE: &[&str] = &["misuse/every.c", "misuse/ferrotls.c"];

/// A C test: its program and what it is called with.
#[derive(Clone, Debug)]
pub struct CRun {
    /// The program's source, below c-tests.
    pub source: String,
    /// Its arguments.
    pub arguments: Vec<PathBuf>,
}

impl CRun {
    /// What it is called in lists: the source, and what it is told besides folders (a scenario, a version).
    pub fn name(&self) -> String {
        let told = self.arguments.iter().filter(|argument| !argument.is_absolute());
        let words = told.map(|argument| format!(" {}", argument.display()));
        self.source.clone() + &words.collect::<String>()
    }
}

/// The runs whose name holds one of `only`; if that is empty, all that `extent` has.
pub fn list(extent: Extent, only: &[String]) -> Result<Vec<CRun>> {
    let mut sources: Vec<String> = compare::OURS_ONLY.iter().map(|&source| source.to_owned()).collect();
    sources.append(&mut compare::compared()?);
    let mut runs = Vec::new();
    for source in sources {
        let mut arguments = compare::folders(&source)?;
        if source == "connect/threads.c" {
            arguments.push(RECORDS.into());
        }
        runs.push(CRun { source, arguments });
    }
    for scenario in states::recorded()? {
        let arguments = vec![pki::folder()?, scenario.into()];
        let source = STATES.to_owned();
        runs.push(CRun { source, arguments });
    }
    if only.is_empty() && extent == Extent::Short {
        runs.retain(|run| SHORT.contains(&run.source.as_str()));
    }
    runs.retain(|run| only.is_empty() || only.iter().any(|word| run.name().contains(word.as_str())));
    let makes = |run: &CRun| compare::is_made(&run.source);
    if runs.iter().any(makes) {
        compare::make()?;
    }
    Ok(runs)
}

/// The numbers of a task.
#[derive(Default)]
pub struct Tally {
    /// Runs without a complaint.
    pub passed: usize,
    /// Runs with one.
    pub failed: usize,
}

impl Tally {
    /// Counts a result and prints it.
    pub fn note(&mut self, name: &str, failure: Option<&str>, since: Instant) {
        let seconds = since.elapsed().as_secs_f32();
        match failure {
            None => {
                self.passed += 1;
                println!("passed  {name} ({seconds:.1} s)");
            }
            Some(failure) => {
                self.failed += 1;
                println!("{failure}\nFAILED  {name} ({seconds:.1} s)");
            }
        }
    }

    /// Takes another tally's numbers in.
    pub fn add(&mut self, other: &Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Itself, if anything was run.
    pub fn of_something(self, task: &str) -> Result<Self> {
        if self.passed + self.failed == 0 {
            return Err(format!("{task}: nothing was run").into());
        }
        Ok(self)
    }

    /// The task's last line, and its result: that nothing was run is no success.
    pub fn end(&self, task: &str) -> Result<()> {
        println!("{task}: {} passed, {} failed", self.passed, self.failed);
        match (self.passed, self.failed) {
            (0, 0) => Err("nothing was run: nothing has such a name".into()),
            (_, 0) => Ok(()),
            _ => Err("there are failures".into()),
        }
    }
}

/// Compiles each run's program once with `compile` and lets `command` start it: it has to end well within `limit`.
pub fn play(
    runs: &[CRun],
    limit: Duration,
    compile: impl Fn(&str) -> Result<PathBuf>,
    command: impl Fn(&CRun, &Path) -> Command + Sync,
) -> Result<Tally> {
    let mut programs = HashMap::new();
    for run in runs {
        if !programs.contains_key(&run.source) {
            programs.insert(run.source.clone(), compile(&run.source)?);
        }
    }
    let (next, tally, broken) = (AtomicUsize::new(0), Mutex::new(Tally::default()), Mutex::new(None));
    let work = || {
        while let Some(run) = runs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let start = Instant::now();
            let mut command = command(run, &programs[&run.source]);
            let ended = match run_for(&mut command, limit, b"") {
                Ok(ended) => ended,
                Err(error) => {
                    *broken.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    return;
                }
            };
            let failure = format!("{}\n{}\n{}", line(&command), ended.how, ended.stderr);
            let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
            tally.note(&run.name(), (!ended.success).then_some(failure.as_str()), start);
        }
    };
    // As many at a time as there are processors.
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(work);
        }
    });
    match broken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error),
        None => Ok(tally.into_inner().unwrap_or_else(PoisonError::into_inner)),
    }
}

#[cfg(test)]
mod tests {
    use super::{LOSE, SHORT};
    use crate::shell::root;

    #[test]
    fn lists_name_programs_that_are_there() {
        for name in SHORT.iter().chain(LOSE).chain(crate::asan::SHORT) {
            assert!(root().join("c-tests").join(name).is_file(), "{name}");
        }
    }
}
