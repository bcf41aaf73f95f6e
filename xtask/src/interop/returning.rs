//! Cases of several connections: a server, and clients that come to it one after another.
//!
//! What `resume`, `psk` and `early` have in common: what a case sets ([`Case`]), how each program is told so (in [`told`]), and how
//! a case is played and judged. Ours is judged by what it prints of each connection, the peer by what it says of the last
//! one.

mod judged;
mod replay;
mod told;

use super::cases::{Direction, SUITES, Suite};
use super::jobs::{self, Named, Outcome};
use super::peers::{self, Kind, Peer, Program};
use super::{LIMIT, Ours, Running, Tally, wait_until_listening};
use crate::deps;
use crate::programs::Library;
use crate::shell::{Result, free_port};
pub use judged::connections;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How the secret of a connection that rests on a pre-shared key comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `psk_dhe_ke`: with a key exchange.
    KeyExchange,
    /// `psk_ke`: from the key alone.
    KeyAlone,
}

/// What becomes of early data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Early {
    /// None is tried.
    None,
    /// The server takes it.
    Accepted,
    /// The server refuses it, and has to be sent it again.
    Refused,
}

/// Why a client cannot simply come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It can.
    None,
    /// Another server listens now, which knows nothing.
    NewServer,
    /// The server has early data switched off now.
    EarlyOff,
    /// Everything the client sent comes once more, from somebody else.
    Replay,
    /// The ticket is used a second time.
    UsedTicket,
}

/// A pre-shared key from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Psk {
    pub identity: &'static str,
    /// In hexadecimal.
    pub key: &'static str,
}

/// What is tried.
#[derive(Clone, Debug)]
pub struct Case {
    pub name: &'static str,
    /// Part of the short run too.
    pub short: bool,
    /// Clients that come one after another.
    pub connections: usize,
    /// Of the first connection and of the later ones.
    pub suites: [&'static Suite; 2],
    /// The server wants another group than the first one offered.
    pub retry: bool,
    /// The server requires a certificate of the client.
    pub client_certificate: bool,
    /// Tickets that the server sends on a full handshake.
    pub tickets: usize,
    /// The client comes back with its first ticket, not with the last.
    pub first_ticket: bool,
    pub mode: Mode,
    /// The client's key and the server's.
    pub psk: [Option<Psk>; 2],
    /// Our server finds its key by a callback.
    pub callback: bool,
    /// The server has a certificate to fall back to.
    pub certificate: bool,
    /// Our transport: `none`, `drip` or `random`.
    pub cut: &'static str,
    /// Our server's tickets are names of sessions that it keeps.
    pub store: bool,
    /// Our client is told of tickets.
    pub signal: bool,
    pub change: Change,
    /// Bytes of early data, when the client comes back.
    pub early: usize,
    /// The most that our server takes of it.
    pub early_limit: usize,
    pub early_outcome: Early,
    /// For each connection whether it rests on a key; the last one repeats.
    pub on_key: &'static [bool],
    /// There is no connection.
    pub fails: bool,
}

impl Case {
    /// A first connection and a return with its ticket.
    pub const PLAIN: Self = Self {
        name: "",
        short: false,
        connections: 2,
        suites: [&SUITES[0], &SUITES[0]],
        retry: false,
        client_certificate: false,
        tickets: 2,
        first_ticket: false,
        mode: Mode::KeyExchange,
        psk: [None, None],
        callback: false,
        certificate: true,
        cut: "none",
        store: false,
        signal: true,
        change: Change::None,
        early: 0,
        early_limit: 4096,
        early_outcome: Early::None,
        on_key: &[false, true],
        fails: false,
    };

    /// Whether connection number `at`, from 0, rests on a key.
    fn rests_on_key(&self, at: usize) -> bool {
        let last = self.on_key.last().copied().unwrap_or(false);
        self.on_key.get(at).copied().unwrap_or(last)
    }

    /// The suite of connection number `at`.
    fn suite(&self, at: usize) -> &'static Suite {
        self.suites[at.min(1)]
    }

    /// Early data of connection number `at`, and what becomes of it.
    fn early_at(&self, at: usize) -> (usize, Early) {
        match at {
            0 => (0, Early::None),
            // Before it is used up, a ticket is used once as it should be.
            1 if matches!(self.change, Change::UsedTicket | Change::Replay) => (self.early, Early::Accepted),
            _ => (self.early, self.early_outcome),
        }
    }
}

/// A kind of cases.
pub struct Subject {
    pub name: &'static str,
    pub cases: fn() -> Vec<Case>,
    /// Why a peer cannot play a case, if it cannot.
    pub lacks: fn(&Peer, Direction, &Case) -> Option<&'static str>,
    /// Mbed TLS as a peer has early data.
    pub early: bool,
}

/// One case with one peer.
struct Job<'a> {
    peer: &'a Peer,
    direction: Direction,
    case: Case,
}

/// The task `interop <subject>`.
pub fn run(subject: &Subject, arguments: &[String]) -> Result<()> {
    let (mut library, mut short, mut only) = (Library::OursRelease, false, Vec::new());
    for argument in arguments {
        match argument.as_str() {
            "--short" => short = true,
            "--debug" => library = Library::Ours,
            "--stock" => library = Library::Stock,
            "--early" => library = Library::Early,
            word if !word.starts_with('-') => only.push(word.to_owned()),
            _ => {
                let usage = "[--short] [--debug | --stock | --early] [word...]";
                return Err(format!("usage: cargo xtask interop {} {usage}", subject.name).into());
            }
        }
    }
    let tally = play(subject, library, short, &only)?;
    tally.verdict(&format!("interop {}", subject.name))
}

/// Plays all cases of a subject whose name holds every word of `only`; prints what came of them.
pub fn play(subject: &Subject, library: Library, short: bool, only: &[String]) -> Result<Tally> {
    let ours = Ours::compile(library)?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let mut tally = Tally::default();
    let here: Vec<_> = everyone(subject, short)
        .into_iter()
        .filter_map(|(name, peer)| tally.peer(name, peer))
        .collect();
    let mut jobs = Vec::new();
    for peer in &here {
        for direction in [Direction::OurClient, Direction::OurServer] {
            for case in (subject.cases)() {
                let name = format!("{} {} {}", peer.name, direction.name(), case.name);
                if (case.short || !short) && only.iter().all(|word| name.contains(word.as_str())) {
                    jobs.push(Job { peer, direction, case });
                }
            }
        }
    }
    let outcomes = jobs::all_with_files(subject.name, &jobs, |job, files| {
        match (subject.lacks)(job.peer, job.direction, &job.case) {
            Some(reason) => Outcome::NotShared(reason),
            None => attempt(&ours, job, files).into(),
        }
    })?;
    jobs::report(&jobs, &outcomes, 44, &mut tally);
    Ok(tally)
}

/// The peers of a subject. Mbed TLS with early data takes a minute to build, so a short run does without if it is not there.
fn everyone(subject: &Subject, short: bool) -> Vec<(&'static str, Result<Peer>)> {
    let mut everyone = peers::all();
    if subject.early {
        everyone.retain(|(name, _)| *name != "Mbed TLS 3.6.6");
        if !short || crate::peers::early_if_built().is_some() {
            let name = "Mbed TLS 3.6.6 with early data";
            everyone.push((name, peers::mbedtls(Library::Early, name)));
        }
    }
    everyone
}

impl Named for Job<'_> {
    fn part(&self) -> String {
        format!("{}, {}", self.peer.name, self.direction.name())
    }

    fn case(&self) -> String {
        self.case.name.to_owned()
    }
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
pub struct Printed {
    /// Ours, connection by connection.
    pub mine: Vec<String>,
    /// The peer's clients one by one, or the peer's servers.
    pub theirs: Vec<String>,
    /// All of it, for a person.
    pub everything: String,
}

/// Plays one job and looks at what came of it.
fn attempt(ours: &Ours, job: &Job<'_>, scratch: &Path) -> Result<()> {
    let mut printed = Printed::default();
    let result = connect(ours, job, scratch, &mut printed).and_then(|()| judged::judge(job, &printed));
    result.map_err(|error| format!("{error}\n{}", printed.everything).into())
}

/// Starts the server and lets the clients come; a change of server in between.
fn connect(ours: &Ours, job: &Job<'_>, scratch: &Path, printed: &mut Printed) -> Result<()> {
    let (case, replayed) = (&job.case, job.case.change == Change::Replay);
    let mut at = 0;
    while at < case.connections {
        let mut place = Place {
            ours,
            job,
            files: &ours.certificates,
            scratch: scratch.to_owned(),
            port: free_port()?,
        };
        let alone = case.change == Change::NewServer;
        let until = if alone { at + 1 } else { case.connections };
        let mut server = Running::start(told::server(&place, until - at + usize::from(replayed)))?;
        if let Err(error) = wait_until_listening(place.port, &mut server.child) {
            return Err(format!("{error}\n{}", server.stop()).into());
        }
        let mut stdin = server.child.stdin.take();
        let recorder = if replayed {
            let recorder = replay::Recorder::start(place.port)?;
            place.port = recorder.port;
            Some(recorder)
        } else {
            None
        };
        while at < until {
            let mut client = Running::start(told::client(&place, at))?;
            client.feed();
            told::answer(job, at, stdin.as_mut());
            let ended = client.finish(LIMIT)?;
            printed.everything += &format!("--- client: {}\n", ended.text());
            match job.direction {
                Direction::OurClient => printed.mine.push(ended.stdout),
                Direction::OurServer => printed.theirs.push(ended.stdout + &ended.stderr),
            }
            at += told::connections_of(job);
        }
        if let Some(recorder) = recorder {
            recorder.play_last()?;
        }
        drop(stdin);
        let linger = match job.direction {
            Direction::OurClient => Duration::from_millis(job.peer.server_lingers),
            Direction::OurServer => LIMIT,
        };
        let ended = server.finish(linger)?;
        printed.everything += &format!("--- server: {}\n", ended.text());
        match job.direction {
            Direction::OurClient => printed.theirs.push(ended.stdout + &ended.stderr),
            Direction::OurServer => printed.mine.extend(judged::connections(&ended.stdout)),
        }
    }
    Ok(())
}
