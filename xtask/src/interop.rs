//! `cargo xtask interop tls13`: our C client and server against other libraries' servers and clients. `interop resume`, `psk` and
//! `early` are about connections that follow one another ([`returning`]), `tls12` about TLS 1.2 ([`tls12`]), `pq` about hybrid groups ([`pq`]), `post-handshake` about
//! authentication after the handshake ([`post_handshake`]), `extensions` about the form of records and hellos ([`extensions`]).
//!
//! Ours is `c-tests/peer/{client,server}.c` linked with libferrotls. The peer is OpenSSL 3.0 and 3.5, GnuTLS, or the same two C
//! programs linked with stock Mbed TLS 3.6.6. Only the peer is told which suite, group or signature to use, so that ours
//! has to find it. What a case is stands in [`cases`], how each program is started in [`peers`].
//!
//! `--full` takes every suite with every group and signature; otherwise every suite with every group, and every signature
//! once; `--short` each of them once.

mod cases;
pub mod certificates;
mod early;
pub mod extensions;
mod jobs;
mod peers;
pub mod post_handshake;
pub mod pq;
mod psk;
mod resume;
mod returning;
mod table;
pub mod tls12;

use crate::deps;
use crate::programs::Library;
use crate::shell::{Result, collect, free_port, line, wait_for};
pub use cases::Extent;
use cases::{Case, Direction};
use jobs::Outcome;
pub use jobs::Tally;
use peers::{Peer, Program};
use returning::Subject;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The longest a case may take.
const LIMIT: Duration = Duration::from_secs(30);

/// Our two programs, and where the certificates are.
struct Ours {
    client: PathBuf,
    server: PathBuf,
    certificates: PathBuf,
}

/// What is tried over several connections.
const SUBJECTS: &[Subject] = &[resume::RESUME, psk::PSK, early::EARLY];

/// The short run of each of them.
pub fn play_subjects(library: Library) -> Result<Vec<Tally>> {
    SUBJECTS
        .iter()
        .map(|subject| returning::play(subject, library, true, &[]))
        .collect()
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some((first, rest)) = arguments.split_first()
        && let Some(subject) = SUBJECTS.iter().find(|subject| subject.name == first)
    {
        return returning::run(subject, rest);
    }
    if let Some((first, rest)) = arguments.split_first() {
        match first.as_str() {
            "pq" => return pq::run(rest),
            "post-handshake" => return post_handshake::run(rest),
            "extensions" => return extensions::run(rest),
            "certificates" => return certificates::run(rest),
            "tls12" => return tls12::run(rest),
            _ => {}
        }
    }
    let mut extent = Extent::Grid;
    let mut library = Library::OursRelease;
    let mut only = Vec::new();
    for argument in arguments {
        match argument.as_str() {
            "tls13" => {}
            "--full" => extent = Extent::Full,
            "--short" => extent = Extent::Short,
            "--debug" => library = Library::Ours,
            "--stock" => library = Library::Stock,
            word if !word.starts_with('-') => only.push(word.to_owned()),
            _ => {
                return Err(
                    "usage: cargo xtask interop [tls13] [--full | --short] [--debug | --stock] [word...]".into(),
                );
            }
        }
    }
    let tally = play(library, extent, &only)?;
    tally.verdict("interop")
}

/// Plays all cases of `extent` whose name holds every word of `only`, with `library` on our side; prints the tables.
pub fn play(library: Library, extent: Extent, only: &[String]) -> Result<Tally> {
    let ours = Ours::compile(library)?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let mut tally = Tally::default();
    let mut jobs = Vec::new();
    for (name, peer) in peers::all() {
        let Some(peer) = tally.peer(name, peer) else { continue };
        let cases = cases::all(extent).into_iter().map(|case| (peer.clone(), case));
        jobs.extend(cases.filter(|(peer, case)| {
            let name = format!("{} {}", peer.name, case.name());
            only.iter().all(|word| name.contains(word.as_str()))
        }));
    }
    let outcomes = jobs::all(&jobs, |_, (peer, case)| match peer.lacks(case) {
        Some(reason) => Outcome::NotShared(reason),
        None => attempt(&ours, peer, case).into(),
    });
    table::print(&jobs, &outcomes);
    for ((peer, case), outcome) in jobs.iter().zip(&outcomes) {
        tally.add(format_args!("{} {}", peer.name, case.name()), outcome);
    }
    Ok(tally)
}

/// Starts the server, then the client; looks at what both did.
fn attempt(ours: &Ours, peer: &Peer, case: &Case) -> Result<()> {
    let port = free_port()?;
    let files = &ours.certificates;
    let (server, client) = match case.direction {
        Direction::OurClient => (
            peer.server(case, files, port),
            peers::our_client(&ours.client, case, files, port),
        ),
        Direction::OurServer => (
            peers::our_server(&ours.server, case, files, port),
            peer.client(case, files, port),
        ),
    };
    let mut server = Running::start(server)?;
    if let Err(error) = wait_until_listening(port, &mut server.child) {
        return Err(format!("{error}\n{}", server.stop()).into());
    }
    server.feed();
    let mut client = Running::start(client)?;
    client.feed();
    let client_end = client.finish(LIMIT)?;
    // A peer's server may serve for ever; ours ends by itself.
    let server_end = match case.direction {
        Direction::OurClient => server.finish(Duration::from_millis(peer.server_lingers))?,
        Direction::OurServer => server.finish(LIMIT)?,
    };
    let (mine, theirs) = match case.direction {
        Direction::OurClient => (&client_end, &server_end),
        Direction::OurServer => (&server_end, &client_end),
    };
    cases::judge(case, &mine.stdout, &theirs.stdout, peer.garbles_alerts()).map_err(|error| {
        let text = format!(
            "{error}\n--- server: {}\n--- client: {}",
            server_end.text(),
            client_end.text()
        );
        text.into()
    })
}

/// A program under way.
struct Running {
    child: Child,
    line: String,
    input: Vec<(Duration, Vec<u8>)>,
    stdout: Option<JoinHandle<String>>,
    stderr: Option<JoinHandle<String>>,
}

/// What a program did.
struct Ended {
    line: String,
    how: String,
    stdout: String,
    stderr: String,
}

impl Ended {
    /// All of it, the long parts cut.
    fn text(&self) -> String {
        let short = |text: &str| text.chars().take(1500).collect::<String>();
        format!(
            "{}\n({})\n{}{}",
            self.line,
            self.how,
            short(&self.stdout),
            short(&self.stderr)
        )
    }
}

impl Running {
    fn start(program: Program) -> Result<Running> {
        let Program { mut command, input } = program;
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| format!("{}: {error}", line(&command)))?;
        let stdout = child.stdout.take().map(collect);
        let stderr = child.stderr.take().map(collect);
        Ok(Running {
            child,
            line: line(&command),
            input,
            stdout,
            stderr,
        })
    }

    /// Writes the input, with its pauses, on a thread; then holds the pipe open for as long as anyone reads it.
    fn feed(&mut self) {
        let Some(mut stdin) = self.child.stdin.take() else {
            return;
        };
        let input = std::mem::take(&mut self.input);
        std::thread::spawn(move || {
            for (pause, bytes) in input {
                std::thread::sleep(pause);
                if stdin.write_all(&bytes).is_err() {
                    return;
                }
            }
            std::thread::sleep(LIMIT);
        });
    }

    /// Waits for the end, or makes it after `limit`.
    fn finish(mut self, limit: Duration) -> Result<Ended> {
        let status = wait_for(&mut self.child, limit)?;
        let how = status.map_or_else(|| "stopped".to_owned(), |status| status.to_string());
        let text = |thread: Option<JoinHandle<String>>| thread.and_then(|thread| thread.join().ok());
        let stdout = text(self.stdout.take()).unwrap_or_default();
        let stderr = text(self.stderr.take()).unwrap_or_default();
        Ok(Ended {
            line: self.line.clone(),
            how,
            stdout,
            stderr,
        })
    }

    /// Ends it at once and shows what it said.
    fn stop(self) -> String {
        self.finish(Duration::ZERO)
            .map_or_else(|error| error.to_string(), |ended| ended.text())
    }
}

/// Waits until `port` is listened on, without connecting to it: a server may be there for one connection only.
fn wait_until_listening(port: u16, child: &mut Child) -> Result<()> {
    let start = Instant::now();
    let wanted = format!(":{port:04X}");
    while start.elapsed() < LIMIT {
        let tables =
            ["/proc/net/tcp", "/proc/net/tcp6"].map(|table| std::fs::read_to_string(table).unwrap_or_default());
        let listening = tables.iter().flat_map(|table| table.lines()).any(|row| {
            let mut columns = row.split_whitespace().skip(1);
            let local = columns.next().unwrap_or_default();
            local.ends_with(&wanted) && columns.nth(1) == Some("0A")
        });
        if listening {
            return Ok(());
        }
        if let Some(status) = child.try_wait()? {
            return Err(format!("the server ended before it listened: {status}").into());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Err("the server does not listen".into())
}

/// Four spaces before every line.
fn indent(text: &str) -> String {
    text.lines()
        .map(|line| format!("    {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}
