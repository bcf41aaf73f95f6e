//! `cargo xtask interop pq`: hybrid groups, chosen and refused, with OpenSSL 3.5, with rustls and its aws-lc provider, and with
//! ourselves.
//!
//! Each side is told its groups; ours is once told none, so that its default list counts. Both have to name the same group
//! at the end, and a HelloRetryRequest has to be there when one is needed and not otherwise.

use super::cases::{Direction, transfer, value};
use super::peers::Program;
use super::{Ended, LIMIT, Running, Tally, indent, wait_until_listening};
use crate::peers;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, free_port, root, run as run_command, target};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const X25519: &str = "x25519";
const P256: &str = "secp256r1";
const P384: &str = "secp384r1";
const X25519_HYBRID: &str = "X25519MLKEM768";
const P256_HYBRID: &str = "SecP256r1MLKEM768";
const P384_HYBRID: &str = "SecP384r1MLKEM1024";

/// The number of a group, as programs print it.
fn number(group: &str) -> &'static str {
    match group {
        X25519 => "0x001d",
        P256 => "0x0017",
        P384 => "0x0018",
        X25519_HYBRID => "0x11ec",
        P256_HYBRID => "0x11eb",
        _ => "0x11ed",
    }
}

/// Bytes each way; whole lines of [`transfer`].
const BYTES: usize = 1_000;

/// What is tried.
struct Case {
    /// The client's groups; empty: its default ones.
    client: &'static [&'static str],
    /// The server's.
    server: &'static [&'static str],
    /// What it becomes.
    group: &'static str,
    /// By way of a HelloRetryRequest.
    retried: bool,
    /// How our transport cuts.
    cut: &'static str,
}

const fn case(
    client: &'static [&'static str],
    server: &'static [&'static str],
    group: &'static str,
    retried: bool,
) -> Case {
    Case {
        client,
        server,
        group,
        retried,
        cut: "none",
    }
}

const fn cut(cut: &'static str, case: Case) -> Case {
    Case { cut, ..case }
}

/// Those that both a client and a server of any library are told the groups of.
const BOTH_TOLD: &[Case] = &[
    case(&[X25519_HYBRID], &[X25519_HYBRID], X25519_HYBRID, false),
    case(&[P256_HYBRID], &[P256_HYBRID], P256_HYBRID, false),
    case(&[P384_HYBRID], &[P384_HYBRID], P384_HYBRID, false),
    case(&[X25519_HYBRID, X25519], &[X25519_HYBRID, X25519], X25519_HYBRID, false),
    // Refused, with the classic share at hand.
    case(&[X25519_HYBRID, X25519], &[X25519], X25519, false),
    // Refused by a HelloRetryRequest.
    case(&[X25519_HYBRID, P256], &[P256], P256, true),
    case(&[P256_HYBRID, P384], &[P384], P384, true),
    case(&[P384_HYBRID, X25519], &[X25519], X25519, true),
    // Asked for by a HelloRetryRequest.
    case(&[X25519, X25519_HYBRID], &[X25519_HYBRID], X25519_HYBRID, true),
    case(&[P256, P256_HYBRID], &[P256_HYBRID], P256_HYBRID, true),
    case(&[P384, P384_HYBRID], &[P384_HYBRID], P384_HYBRID, true),
    case(&[X25519_HYBRID, P256_HYBRID], &[P256_HYBRID], P256_HYBRID, true),
];

/// Those of our client with its default list.
const CLIENT_BY_ITSELF: &[Case] = &[
    case(&[], &[X25519_HYBRID], X25519_HYBRID, false),
    case(&[], &[X25519], X25519, false),
    case(&[], &[P256], P256, true),
    cut("drip", case(&[], &[X25519_HYBRID], X25519_HYBRID, false)),
    cut("random", case(&[], &[P384], P384, true)),
];

/// Those of our server with its default list.
const SERVER_BY_ITSELF: &[Case] = &[
    case(&[X25519_HYBRID, X25519], &[], X25519_HYBRID, false),
    case(&[X25519], &[], X25519, false),
    cut("drip", case(&[X25519_HYBRID, X25519], &[], X25519_HYBRID, false)),
    cut("random", case(&[P256_HYBRID, X25519], &[], X25519, true)),
];

/// Who is at the other end.
enum Peer {
    OpenSsl(PathBuf),
    /// `benches/rustls-peer/src/talk.rs`
    Rustls(PathBuf),
    Ourselves,
}

impl Peer {
    fn name(&self) -> &'static str {
        match self {
            Peer::OpenSsl(_) => "OpenSSL 3.5",
            Peer::Rustls(_) => "rustls with aws-lc",
            Peer::Ourselves => "ourselves",
        }
    }

    /// Why it cannot play this case, if it cannot.
    fn lacks(&self, case: &Case) -> Option<&'static str> {
        let named = |group| case.client.contains(&group) || case.server.contains(&group);
        match self {
            Peer::Rustls(_) if named(P384_HYBRID) => Some("it has no SecP384r1MLKEM1024"),
            _ => None,
        }
    }
}

/// Our two programs and the certificates.
struct Ours {
    client: PathBuf,
    server: PathBuf,
    files: PathBuf,
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let library = match arguments {
        [] => Library::OursRelease,
        [word] if word == "--debug" => Library::Ours,
        _ => return Err("usage: cargo xtask interop pq [--debug]".into()),
    };
    let tally = play(library)?;
    tally.verdict("interop pq")
}

/// Plays all cases with every peer and prints a table of each.
pub fn play(library: Library) -> Result<Tally> {
    library.prepare()?;
    let compile = |main| library.compile(&[main, "peer/options.c", "peer/sessions.c"]);
    let ours = Ours {
        client: compile("peer/client.c")?,
        server: compile("peer/server.c")?,
        files: pki::folder()?.canonicalize()?,
    };
    let mut tally = Tally::default();
    let peers = [
        ("OpenSSL 3.5", peers::openssl35().map(Peer::OpenSsl)),
        ("rustls with aws-lc", rustls().map(Peer::Rustls)),
        ("ourselves", Ok(Peer::Ourselves)),
    ];
    for (name, peer) in peers {
        if let Some(peer) = tally.peer(name, peer) {
            with_peer(&ours, &peer, &mut tally);
        }
    }
    Ok(tally)
}

/// rustls's program.
fn rustls() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let words = [
        "build",
        "--release",
        "--quiet",
        "--package",
        "rustls-peer",
        "--bin",
        "rustls-talk",
    ];
    run_command(Command::new(cargo).args(words).current_dir(root()))?;
    Ok(target().join("release/rustls-talk").canonicalize()?)
}

/// Plays all cases with one peer, and prints a line of each.
fn with_peer(ours: &Ours, peer: &Peer, tally: &mut Tally) {
    for (direction, by_itself) in [
        (Direction::OurClient, CLIENT_BY_ITSELF),
        (Direction::OurServer, SERVER_BY_ITSELF),
    ] {
        println!("\n{}, {}", peer.name(), direction.name());
        println!("  {:<38}{:<38}becomes", "client", "server");
        for case in BOTH_TOLD.iter().chain(by_itself) {
            let list = |groups: &[&str]| {
                let text = if groups.is_empty() {
                    "(default)".to_owned()
                } else {
                    groups.join(" ")
                };
                format!("{text:<38}")
            };
            let retry = if case.retried { ", hello retry request" } else { "" };
            let cut = if case.cut == "none" {
                String::new()
            } else {
                format!(", {}", case.cut)
            };
            let line = format!("{}{}{}{retry}{cut}", list(case.client), list(case.server), case.group);
            match (peer.lacks(case), attempt(ours, peer, case, direction)) {
                (Some(reason), _) => println!("  {line:<120}- ({reason})"),
                (None, Ok(())) => {
                    tally.passed += 1;
                    println!("  {line:<120}ok");
                }
                (None, Err(why)) => {
                    tally.failed += 1;
                    println!("  {line:<120}FAILED\n{}", indent(&why.to_string()));
                }
            }
        }
    }
    println!();
}

/// Starts the server, then the client; looks at what both did.
fn attempt(ours: &Ours, peer: &Peer, case: &Case, direction: Direction) -> Result<()> {
    let port = free_port()?;
    let our_client = || our_client(ours, case, port);
    let our_server = || our_server(ours, case, port);
    let (server, client) = match (peer, direction) {
        (Peer::Ourselves, _) => (our_server(), our_client()),
        (Peer::OpenSsl(program), Direction::OurClient) => (openssl_server(program, ours, case, port), our_client()),
        (Peer::OpenSsl(program), Direction::OurServer) => (our_server(), openssl_client(program, ours, case, port)),
        (Peer::Rustls(program), Direction::OurClient) => (rustls_server(program, ours, case, port), our_client()),
        (Peer::Rustls(program), Direction::OurServer) => (our_server(), rustls_client(program, ours, case, port)),
    };
    let mut server = Running::start(server)?;
    if let Err(error) = wait_until_listening(port, &mut server.child) {
        return Err(format!("{error}\n{}", server.stop()).into());
    }
    server.feed();
    let mut client = Running::start(client)?;
    client.feed();
    let client = client.finish(LIMIT)?;
    let server = server.finish(Duration::from_secs(5))?;
    judge(peer, case, direction, &client, &server)
        .map_err(|error| format!("{error}\n--- server: {}\n--- client: {}", server.text(), client.text()).into())
}

/// What our client and our server have in common.
fn ours_common(command: &mut Command, groups: &[&str], case: &Case, port: u16) {
    command.args([
        format!("port={port}"),
        "chunk=10000".to_owned(),
        "debug=3".to_owned(),
        format!("cut={}", case.cut),
    ]);
    if !groups.is_empty() {
        command.arg(format!("groups={}", groups.join(",")));
    }
}

fn our_client(ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(&ours.client);
    ours_common(&mut command, case.client, case, port);
    command.args(["name=localhost".to_owned(), format!("ca={}", file(ours, "ca.crt"))]);
    command.args([
        format!("send={BYTES}"),
        format!("receive={BYTES}"),
        "print=1".to_owned(),
    ]);
    alone(command)
}

fn our_server(ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(&ours.server);
    ours_common(&mut command, case.server, case, port);
    command.args(["crt", "key"].map(|ending| format!("{ending}={}", file(ours, &format!("p256.{ending}")))));
    command.arg(format!("receive={BYTES}"));
    alone(command)
}

fn openssl_server(program: &Path, ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(program);
    command.args(["s_server", "-naccept", "1", "-quiet", "-tls1_3", "-accept"]);
    command.args([format!("127.0.0.1:{port}"), "-groups".to_owned(), case.server.join(":")]);
    command.args([
        "-cert".to_owned(),
        file(ours, "p256.crt"),
        "-key".to_owned(),
        file(ours, "p256.key"),
    ]);
    with_input(command)
}

fn openssl_client(program: &Path, ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(program);
    command.args([
        "s_client",
        "-ign_eof",
        "-tls1_3",
        "-servername",
        "localhost",
        "-verify_return_error",
    ]);
    command.args([
        "-verify_hostname".to_owned(),
        "localhost".to_owned(),
        "-CAfile".to_owned(),
        file(ours, "ca.crt"),
    ]);
    // It sends shares of those with a star; like us, also of the classic group within the first.
    let shared = |at: usize, group: &str| {
        let component = case.client.first() == Some(&X25519_HYBRID) && group == X25519;
        if at == 0 || component { "*" } else { "" }
    };
    let groups = case.client.iter().enumerate();
    let groups: Vec<_> = groups
        .map(|(at, group)| format!("{}{group}", shared(at, group)))
        .collect();
    command.args(["-groups".to_owned(), groups.join(":")]);
    command.args(["-connect".to_owned(), format!("127.0.0.1:{port}")]);
    with_input(command)
}

fn rustls_server(program: &Path, ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(program);
    command.args(["server".to_owned(), format!("port={port}"), format!("bytes={BYTES}")]);
    command.arg(format!("groups={}", case.server.join(",")));
    command.args(["crt", "key"].map(|ending| format!("{ending}={}", file(ours, &format!("p256.{ending}")))));
    alone(command)
}

fn rustls_client(program: &Path, ours: &Ours, case: &Case, port: u16) -> Program {
    let mut command = Command::new(program);
    command.args(["client".to_owned(), format!("port={port}"), format!("bytes={BYTES}")]);
    command.args([
        format!("groups={}", case.client.join(",")),
        format!("ca={}", file(ours, "ca.crt")),
    ]);
    with_input(command)
}

/// A certificate or key as an argument.
fn file(ours: &Ours, name: &str) -> String {
    ours.files.join(name).display().to_string()
}

fn alone(command: Command) -> Program {
    let input = Vec::new();
    Program { command, input }
}

/// A program that sends what it is given.
fn with_input(command: Command) -> Program {
    let input = vec![(Duration::ZERO, transfer(BYTES))];
    Program { command, input }
}

/// Whether both ends have come to the group, in the way they should, and the data has come through.
fn judge(peer: &Peer, case: &Case, direction: Direction, client: &Ended, server: &Ended) -> Result<()> {
    let (mine, theirs) = match direction {
        Direction::OurClient => (client, server),
        Direction::OurServer => (server, client),
    };
    let want = |what: &str, found: &str, wanted: &str| -> Result<()> {
        if found == wanted {
            Ok(())
        } else {
            Err(format!("{what} is \"{found}\", not \"{wanted}\"").into())
        }
    };
    let yes_or_no = |yes| if yes { "yes" } else { "no" };
    for (name, wanted) in [
        ("handshake", "0"),
        ("version", "TLSv1.3"),
        ("group", number(case.group)),
        ("intact", "yes"),
        ("received", &BYTES.to_string()),
        ("result", "ok"),
    ] {
        want(name, value(&mine.stdout, name), wanted)?;
    }
    let asks_again = ["hello retry request, group", "asking for"];
    let retried = asks_again.iter().any(|text| mine.stderr.contains(text));
    want("retried", yes_or_no(retried), yes_or_no(case.retried))?;
    match peer {
        Peer::Rustls(_) => {
            want("its group", value(&theirs.stdout, "group"), number(case.group))?;
            want("its retried", value(&theirs.stdout, "retried"), yes_or_no(case.retried))?;
        }
        // It names the classic groups in another way.
        Peer::OpenSsl(_) if direction == Direction::OurServer && case.group.contains("MLKEM") => {
            let told = theirs
                .stdout
                .lines()
                .find_map(|line| line.strip_prefix("Negotiated TLS1.3 group: "));
            want(
                "its group",
                &told.unwrap_or_default().to_lowercase(),
                &case.group.to_lowercase(),
            )?;
        }
        Peer::OpenSsl(_) => {}
        Peer::Ourselves => want("the other's group", value(&theirs.stdout, "group"), number(case.group))?,
    }
    // What our server sent back has to have come out at the other end.
    let came: Vec<u8> = client
        .stdout
        .bytes()
        .filter(|byte| matches!(byte, b'0'..=b'9' | b'\n'))
        .collect();
    if came.windows(BYTES).any(|window| window == transfer(BYTES)) {
        Ok(())
    } else {
        Err(format!("the client did not print the {BYTES} bytes").into())
    }
}
