//! What the tasks of `interop` have in common: jobs that are played a few at a time, how they went, and what is said of it.

use super::{Ours, indent};
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, in_ci, target};
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How a case went.
pub enum Outcome {
    /// As it should.
    Passed,
    /// Otherwise, and in what way.
    Failed(String),
    /// The two sides have nothing in common here, for this reason.
    NotShared(&'static str),
}

impl From<Result<()>> for Outcome {
    fn from(result: Result<()>) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(error) => Self::Failed(error.to_string()),
        }
    }
}

/// As a table has it.
impl fmt::Display for Outcome {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed => to.write_str("ok"),
            Self::Failed(_) => to.write_str("FAILED"),
            Self::NotShared(reason) => write!(to, "- ({reason})"),
        }
    }
}

/// The numbers of a run.
#[derive(Default)]
pub struct Tally {
    /// Cases that passed.
    pub passed: usize,
    /// Cases that failed.
    pub failed: usize,
    /// Peers that are missing, and why.
    pub skipped: Vec<String>,
}

impl Tally {
    /// Counts one case; what failed is printed under `name`.
    pub fn add(&mut self, name: impl fmt::Display, outcome: &Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::NotShared(_) => {}
            Outcome::Failed(why) => {
                self.failed += 1;
                println!("FAILED {name}\n{}", indent(why));
            }
        }
    }

    /// The peer, or nothing: then it is said why.
    pub fn peer<P>(&mut self, name: &str, peer: Result<P>) -> Option<P> {
        peer.inspect_err(|error| {
            println!("SKIPPED {name}: {error}");
            self.skipped.push(format!("{name}: {error}"));
        })
        .ok()
    }

    /// Prints the numbers; an error if something failed. A peer that is missing is a failure where every peer has to be there.
    pub fn verdict(&self, task: &str) -> Result<()> {
        let (passed, failed, skipped) = (self.passed, self.failed, self.skipped.len());
        println!("{task}: {passed} passed, {failed} failed, {skipped} skipped");
        if failed == 0 && (skipped == 0 || !in_ci()) {
            Ok(())
        } else {
            Err("there are failures".into())
        }
    }
}

impl Ours {
    /// Our programs with `library`, built.
    pub fn compile(library: Library) -> Result<Self> {
        library.prepare()?;
        Ok(Self {
            client: library.compile(&["peer/client.c", "peer/options.c", "peer/sessions.c"])?,
            server: library.compile(&["peer/server.c", "peer/options.c", "peer/sessions.c"])?,
            certificates: pki::folder()?.canonicalize()?,
        })
    }
}

/// Plays every job, a few at a time.
pub fn all<J: Sync>(jobs: &[J], play: impl Fn(usize, &J) -> Outcome + Sync) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get().clamp(2, 8));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { return };
                    let outcome = play(at, job);
                    let mut outcomes = outcomes.lock().unwrap_or_else(|poison| poison.into_inner());
                    outcomes.insert(at, outcome);
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap_or_else(|poison| poison.into_inner());
    outcomes.into_values().collect()
}

/// As [`all`], each with a folder of its own for its files; they are gone afterwards.
pub fn all_with_files<J: Sync>(
    task: &str,
    jobs: &[J],
    play: impl Fn(&J, &Path) -> Outcome + Sync,
) -> Result<Vec<Outcome>> {
    let files = target().join(format!("interop-{task}.{}", std::process::id()));
    fs::create_dir_all(&files)?;
    let files = files.canonicalize()?;
    let outcomes = all(jobs, |at, job| {
        let own = files.join(at.to_string());
        match fs::create_dir_all(&own) {
            Ok(()) => play(job, &own),
            Err(error) => Outcome::Failed(error.to_string()),
        }
    });
    fs::remove_dir_all(&files)?;
    Ok(outcomes)
}

/// A job as a report names it.
pub trait Named {
    /// The peer, and who is the client.
    fn part(&self) -> String;
    /// The case.
    fn case(&self) -> String;
}

/// A line per case with its name `width` wide, part by part; then what failed and why.
pub fn report<J: Named>(jobs: &[J], outcomes: &[Outcome], width: usize, tally: &mut Tally) {
    let mut part = String::new();
    for (job, outcome) in jobs.iter().zip(outcomes) {
        let here = job.part();
        if part != here {
            println!("\n{here}");
            part = here;
        }
        println!("  {:<width$}{outcome}", job.case());
    }
    println!();
    for (job, outcome) in jobs.iter().zip(outcomes) {
        tally.add(format_args!("{}, {}", job.part(), job.case()), outcome);
    }
}
