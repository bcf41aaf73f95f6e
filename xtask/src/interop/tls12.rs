//! `cargo xtask interop tls12`: TLS 1.2, both ways, with OpenSSL 3.0 and 3.5, GnuTLS and stock Mbed TLS 3.6.6.
//!
//! Ours has both versions, as programs have it, and the peer TLS 1.2 alone, so that every case negotiates; some cases turn that
//! round. Only the peer is told which suite, group or signature to use. What a case is stands in [`cases`], how each
//! program is told of it in [`told`], what has to come of it in [`judged`].
//!
//! `--full` takes every suite with every group and every signature with every suite of its kind; otherwise each of them
//! once with the plainest of the others; `--short` leaves out what is long.

mod cases;
mod judged;
mod told;

use super::cases::Direction;
use super::peers::{self, Peer};
use super::{LIMIT, Ours, Running, Tally, free_port, indent, wait_until_listening};
use crate::deps;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, in_ci, target};
use cases::Case;
pub use cases::Extent;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// One case with one peer.
struct Job<'a> {
    peer: &'a Peer,
    case: Case,
}

/// How a job went.
enum Outcome {
    Passed,
    Failed(String),
    NotShared(&'static str),
}

/// Where a job's programs are, and their files.
struct Place<'a> {
    ours: &'a Ours,
    job: &'a Job<'a>,
    /// The certificates.
    files: &'a Path,
    /// The job's own folder.
    scratch: PathBuf,
    /// Where the server listens.
    port: u16,
}

/// What the programs of a job printed.
#[derive(Default)]
struct Printed {
    /// Ours, connection by connection.
    mine: Vec<String>,
    /// The peer's programs one by one.
    theirs: Vec<String>,
    /// All of it, for a person.
    everything: String,
}

/// The task `interop tls12`.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut library, mut extent, mut only) = (Library::OursRelease, Extent::Each, Vec::new());
    for argument in arguments {
        match argument.as_str() {
            "--full" => extent = Extent::Full,
            "--short" => extent = Extent::Short,
            "--debug" => library = Library::Ours,
            "--stock" => library = Library::Stock,
            word if !word.starts_with('-') => only.push(word.to_owned()),
            _ => {
                let usage = "usage: cargo xtask interop tls12 [--full | --short] [--debug | --stock] [word...]";
                return Err(usage.into());
            }
        }
    }
    let tally = play(library, extent, &only)?;
    let (passed, failed, skipped) = (tally.passed, tally.failed, tally.skipped.len());
    println!("interop tls12: {passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 && (skipped == 0 || !in_ci()) {
        Ok(())
    } else {
        Err("there are failures".into())
    }
}

/// Plays all cases of `extent` whose name holds every word of `only`, with `library` on our side; prints what came of them.
pub fn play(library: Library, extent: Extent, only: &[String]) -> Result<Tally> {
    library.prepare()?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let ours = Ours {
        client: library.compile(&["peer/client.c", "peer/options.c", "peer/sessions.c"])?,
        server: library.compile(&["peer/server.c", "peer/options.c", "peer/sessions.c"])?,
        certificates: pki::folder()?.canonicalize()?,
    };
    let mut tally = Tally::default();
    let mut here = Vec::new();
    for (name, peer) in peers::all() {
        match peer {
            Ok(peer) => here.push(peer),
            Err(error) => {
                println!("SKIPPED {name}: {error}");
                tally.skipped.push(format!("{name}: {error}"));
            }
        }
    }
    let jobs: Vec<_> = here
        .iter()
        .flat_map(|peer| cases::all(extent).into_iter().map(move |case| Job { peer, case }))
        .filter(|job| {
            let name = job.name();
            only.iter().all(|word| name.contains(word.as_str()))
        })
        .collect();
    let outcomes = all_outcomes(&ours, &jobs)?;
    report(&jobs, &outcomes, &mut tally);
    Ok(tally)
}

impl Job<'_> {
    /// All that tells it from the others.
    fn name(&self) -> String {
        format!(
            "{}, {}, {}",
            self.peer.name,
            self.case.direction.name(),
            self.case.name()
        )
    }
}

/// A line per case, then what failed and why.
fn report(jobs: &[Job<'_>], outcomes: &[Outcome], tally: &mut Tally) {
    let mut part = String::new();
    for (job, outcome) in jobs.iter().zip(outcomes) {
        let here = format!("{}, {}", job.peer.name, job.case.direction.name());
        if part != here {
            println!("\n{here}");
            part = here;
        }
        let result = match outcome {
            Outcome::Passed => {
                tally.passed += 1;
                "ok".to_owned()
            }
            Outcome::Failed(_) => {
                tally.failed += 1;
                "FAILED".to_owned()
            }
            Outcome::NotShared(reason) => format!("- ({reason})"),
        };
        println!("  {:<84}{result}", job.case.name());
    }
    println!();
    for (job, outcome) in jobs.iter().zip(outcomes) {
        if let Outcome::Failed(why) = outcome {
            println!("FAILED {}\n{}", job.name(), indent(why));
        }
    }
}

/// Plays every job, a few at a time.
fn all_outcomes(ours: &Ours, jobs: &[Job<'_>]) -> Result<Vec<Outcome>> {
    let scratch = target().join(format!("interop-tls12.{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let scratch = scratch.canonicalize()?;
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get().clamp(2, 8));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(at) else { return };
                    let outcome = match job.case.not_shared(&job.peer.kind) {
                        Some(reason) => Outcome::NotShared(reason),
                        None => attempt(ours, job, &scratch.join(at.to_string()))
                            .map_or_else(|error| Outcome::Failed(error.to_string()), |()| Outcome::Passed),
                    };
                    let mut outcomes = outcomes.lock().unwrap_or_else(|poison| poison.into_inner());
                    outcomes.insert(at, outcome);
                }
            });
        }
    });
    fs::remove_dir_all(&scratch)?;
    let outcomes = outcomes.into_inner().unwrap_or_else(|poison| poison.into_inner());
    Ok(outcomes.into_values().collect())
}

/// Plays one job and looks at what came of it.
fn attempt(ours: &Ours, job: &Job<'_>, scratch: &Path) -> Result<()> {
    fs::create_dir_all(scratch)?;
    let mut printed = Printed::default();
    let result = connect(ours, job, scratch, &mut printed).and_then(|()| judged::judge(job, &printed));
    result.map_err(|error| format!("{error}\n{}", printed.everything).into())
}

/// Starts the server and lets the clients come.
fn connect(ours: &Ours, job: &Job<'_>, scratch: &Path, printed: &mut Printed) -> Result<()> {
    let case = &job.case;
    let place = Place {
        ours,
        job,
        files: &ours.certificates,
        scratch: scratch.to_owned(),
        port: free_port()?,
    };
    let mut server = Running::start(told::server(&place))?;
    if let Err(error) = wait_until_listening(place.port, &mut server.child) {
        return Err(format!("{error}\n{}", server.stop()).into());
    }
    let several = case.connections() > 1;
    // What the server is to send comes with each client; for a single one its pauses count.
    let mut stdin = if several {
        server.child.stdin.take()
    } else {
        server.feed();
        None
    };
    let mut at = 0;
    while at < case.connections() {
        let mut client = Running::start(told::client(&place, at))?;
        client.feed();
        told::answer(job, at, stdin.as_mut());
        let ended = client.finish(LIMIT)?;
        printed.everything += &format!("--- client: {}\n", ended.text());
        match case.direction {
            Direction::OurClient => printed.mine.push(ended.stdout),
            Direction::OurServer => printed.theirs.push(ended.stdout + &ended.stderr),
        }
        at += told::connections_of(job);
    }
    drop(stdin);
    let linger = match case.direction {
        Direction::OurClient => Duration::from_millis(job.peer.server_lingers),
        Direction::OurServer => LIMIT,
    };
    let ended = server.finish(linger)?;
    printed.everything += &format!("--- server: {}\n", ended.text());
    match case.direction {
        Direction::OurClient => printed.theirs.push(ended.stdout + &ended.stderr),
        Direction::OurServer => printed.mine.extend(judged::connections(&ended.stdout)),
    }
    Ok(())
}
