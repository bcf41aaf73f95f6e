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
use super::jobs::{self, Named, Outcome};
use super::peers::{self, Peer};
use super::returning::Printed;
use super::{LIMIT, Ours, Running, Tally, wait_until_listening};
use crate::deps;
use crate::programs::Library;
use crate::shell::{Result, free_port};
use cases::Case;
pub use cases::Extent;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// One case with one peer.
struct Job<'a> {
    peer: &'a Peer,
    case: Case,
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
    tally.verdict("interop tls12")
}

/// Plays all cases of `extent` whose name holds every word of `only`, with `library` on our side; prints what came of them.
pub fn play(library: Library, extent: Extent, only: &[String]) -> Result<Tally> {
    let ours = Ours::compile(library)?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let mut tally = Tally::default();
    let here: Vec<_> = peers::all()
        .into_iter()
        .filter_map(|(name, peer)| tally.peer(name, peer))
        .collect();
    let jobs: Vec<_> = here
        .iter()
        .flat_map(|peer| cases::all(extent).into_iter().map(move |case| Job { peer, case }))
        .filter(|job| {
            let name = format!("{}, {}", job.part(), job.case());
            only.iter().all(|word| name.contains(word.as_str()))
        })
        .collect();
    let outcomes = jobs::all_with_files("tls12", &jobs, |job, files| match job.case.not_shared(&job.peer.kind) {
        Some(reason) => Outcome::NotShared(reason),
        None => attempt(&ours, job, files).into(),
    })?;
    jobs::report(&jobs, &outcomes, 84, &mut tally);
    Ok(tally)
}

impl Named for Job<'_> {
    fn part(&self) -> String {
        format!("{}, {}", self.peer.name, self.case.direction.name())
    }

    fn case(&self) -> String {
        self.case.name()
    }
}

/// Plays one job and looks at what came of it.
fn attempt(ours: &Ours, job: &Job<'_>, scratch: &Path) -> Result<()> {
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
