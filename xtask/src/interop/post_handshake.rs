//! `cargo xtask interop post-handshake`: authentication of the client after the handshake, with OpenSSL and GnuTLS at the other
//! end: certificates that are trusted, that are not, and none; new keys in between.
//!
//! Ours is `c-tests/peer/post_auth.c`. (KeyUpdate from either side by itself is a case of `interop tls13`.)

use super::cases::Direction;
use super::peers::Program;
use super::{Ended, LIMIT, Running, Tally, indent, wait_until_listening};
use crate::deps;
use crate::peers;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, free_port, which};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// What is tried.
struct Case {
    name: &'static str,
    direction: Direction,
    /// The client's certificate, a name of the test certificates.
    certificate: Option<&'static str>,
    /// The client offers it.
    offered: bool,
    /// Our server: how it checks.
    mode: &'static str,
    /// Our server: how often it asks.
    rounds: usize,
    /// Lines that our program prints, each as often as it stands here.
    ours: &'static [&'static str],
    /// Texts that the other prints.
    theirs: &'static [&'static str],
    /// Only OpenSSL does that.
    openssl_only: bool,
}

const PLAIN: Case = Case {
    name: "a certificate",
    direction: Direction::OurServer,
    certificate: Some("client"),
    offered: true,
    mode: "required",
    rounds: 1,
    ours: &["status=done", "flags=0x0", "subject=O=ferrotls, CN=client", "close=0"],
    theirs: &["welcome"],
    openssl_only: false,
};

const CASES: &[Case] = &[
    PLAIN,
    Case {
        name: "three times, new keys in between",
        rounds: 3,
        ours: &[
            "status=done",
            "status=done",
            "status=done",
            "subject=O=ferrotls, CN=client",
        ],
        ..PLAIN
    },
    Case {
        name: "an RSA certificate",
        certificate: Some("client-rsa"),
        ours: &["status=done", "flags=0x0", "subject=O=ferrotls, CN=client-rsa"],
        ..PLAIN
    },
    Case {
        name: "no certificate, optional",
        certificate: None,
        mode: "optional",
        ours: &["status=no-certificate", "flags=0x40", "close=0"],
        ..PLAIN
    },
    Case {
        name: "no certificate, required",
        certificate: None,
        ours: &["await=-0x7480"],
        theirs: &["certificate required"],
        openssl_only: true,
        ..PLAIN
    },
    Case {
        name: "an authority that is not trusted, optional",
        certificate: Some("unknown-ca"),
        mode: "optional",
        ours: &["status=done", "flags=0x8", "close=0"],
        openssl_only: true,
        ..PLAIN
    },
    Case {
        name: "an authority that is not trusted, required",
        certificate: Some("unknown-ca"),
        ours: &["await=-0x2700"],
        theirs: &["unknown ca"],
        openssl_only: true,
        ..PLAIN
    },
    Case {
        name: "a client that has not offered it",
        offered: false,
        ours: &["request=-0x7100"],
        theirs: &[],
        ..PLAIN
    },
    Case {
        name: "a certificate",
        direction: Direction::OurClient,
        ours: &["status=done"],
        theirs: &["answered"],
        ..PLAIN
    },
    Case {
        name: "an RSA certificate",
        direction: Direction::OurClient,
        certificate: Some("client-rsa"),
        ours: &["status=done"],
        theirs: &["answered"],
        ..PLAIN
    },
    Case {
        name: "no certificate",
        direction: Direction::OurClient,
        certificate: None,
        ours: &["status=no-certificate"],
        theirs: &["answered"],
        openssl_only: true,
        ..PLAIN
    },
];

/// Who is at the other end.
enum Peer {
    OpenSsl(&'static str, PathBuf),
    GnuTls,
}

impl Peer {
    fn name(&self) -> &'static str {
        match self {
            Peer::OpenSsl(name, _) => name,
            Peer::GnuTls => "GnuTLS",
        }
    }

    /// Its client, which stays a while.
    fn client(&self, case: &Case, files: &Path, port: u16) -> Program {
        let file = |name: &str| files.join(name);
        let mut command;
        match self {
            Peer::OpenSsl(_, program) => {
                command = Command::new(program);
                command.args(["s_client", "-servername", "localhost", "-connect"]);
                command
                    .arg(format!("127.0.0.1:{port}"))
                    .arg("-CAfile")
                    .arg(file("ca.crt"));
                command.args(case.offered.then_some("-enable_pha"));
                if let Some(name) = case.certificate {
                    command.arg("-cert").arg(file(&format!("{name}.crt")));
                    command.arg("-key").arg(file(&format!("{name}.key")));
                }
            }
            Peer::GnuTls => {
                command = Command::new("gnutls-cli");
                command
                    .args(["--port", &port.to_string(), "--x509cafile"])
                    .arg(file("ca.crt"));
                command.args(case.offered.then_some("--post-handshake-auth"));
                if let Some(name) = case.certificate {
                    command.arg("--x509certfile").arg(file(&format!("{name}.crt")));
                    command.arg("--x509keyfile").arg(file(&format!("{name}.key")));
                }
                command.arg("localhost");
            }
        }
        Program { command, input: vec![] }
    }

    /// Its server, which asks a second after the start, or at our word.
    fn server(&self, files: &Path, port: u16) -> Program {
        let file = |name: &str| files.join(name);
        let port = port.to_string();
        match self {
            Peer::OpenSsl(_, program) => {
                let mut command = Command::new(program);
                command.args(["s_server", "-tls1_3", "-verify_return_error", "-accept", &port]);
                command.arg("-CAfile").arg(file("ca.crt"));
                command
                    .arg("-cert")
                    .arg(file("p256.crt"))
                    .arg("-key")
                    .arg(file("p256.key"));
                let asks = (Duration::from_secs(1), b"c\n".to_vec());
                Program {
                    command,
                    input: vec![asks],
                }
            }
            Peer::GnuTls => {
                let mut command = Command::new("gnutls-serv");
                command.args([
                    "--echo",
                    "--verify-client-cert",
                    "--disable-client-cert",
                    "--port",
                    &port,
                ]);
                command.arg("--x509cafile").arg(file("ca.crt"));
                command.arg("--x509certfile").arg(file("p256.crt"));
                command.arg("--x509keyfile").arg(file("p256.key"));
                Program { command, input: vec![] }
            }
        }
    }

    /// What our client has to say for it to ask.
    fn word(&self) -> &'static str {
        match self {
            Peer::OpenSsl(..) => "",
            Peer::GnuTls => "**REAUTH**\n",
        }
    }
}

/// Our program, and where the certificates are.
struct Ours {
    program: PathBuf,
    files: PathBuf,
}

impl Ours {
    fn command(&self, words: [&str; 2], port: u16, rest: &str) -> Program {
        let mut command = Command::new(&self.program);
        let [side, how] = words;
        command
            .args([side, &port.to_string()])
            .arg(&self.files)
            .args([how, rest]);
        Program { command, input: vec![] }
    }
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let library = match arguments {
        [] => Library::OursRelease,
        [word] if word == "--debug" => Library::Ours,
        _ => return Err("usage: cargo xtask interop post-handshake [--debug]".into()),
    };
    let tally = play(library)?;
    tally.verdict("interop post-handshake")
}

/// Plays all cases with every peer and prints a line of each.
pub fn play(library: Library) -> Result<Tally> {
    library.prepare()?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let ours = Ours {
        program: library.compile(&["peer/post_auth.c"])?,
        files: pki::folder()?.canonicalize()?,
    };
    let mut tally = Tally::default();
    let missing = |name: &str| -> Box<dyn std::error::Error + Send + Sync> { format!("{name} is missing").into() };
    let peers = [
        (
            "OpenSSL",
            which("openssl")
                .map(|program| Peer::OpenSsl("OpenSSL 3.0", program))
                .ok_or_else(|| missing("openssl")),
        ),
        (
            "OpenSSL 3.5",
            peers::openssl35().map(|program| Peer::OpenSsl("OpenSSL 3.5", program)),
        ),
        (
            "GnuTLS",
            which("gnutls-serv")
                .map(|_| Peer::GnuTls)
                .ok_or_else(|| missing("gnutls-serv")),
        ),
    ];
    for (name, peer) in peers {
        if let Some(peer) = tally.peer(name, peer) {
            with_peer(&ours, &peer, &mut tally);
        }
    }
    Ok(tally)
}

/// Plays all cases with one peer.
fn with_peer(ours: &Ours, peer: &Peer, tally: &mut Tally) {
    let fits = |case: &&Case| !case.openssl_only || matches!(peer, Peer::OpenSsl(..));
    for case in CASES.iter().filter(fits) {
        let side = match case.direction {
            Direction::OurClient => "our client",
            Direction::OurServer => "our server",
        };
        match attempt(ours, peer, case) {
            Ok(()) => {
                tally.passed += 1;
                println!("passed  {}, {side}: {}", peer.name(), case.name);
            }
            Err(error) => {
                tally.failed += 1;
                println!(
                    "FAILED  {}, {side}: {}\n{}",
                    peer.name(),
                    case.name,
                    indent(&error.to_string())
                );
            }
        }
    }
}

/// Starts the server, then the client; looks at what both did.
fn attempt(ours: &Ours, peer: &Peer, case: &Case) -> Result<()> {
    let port = free_port()?;
    let (server, client) = match case.direction {
        Direction::OurServer => (
            ours.command(["server", case.mode], port, &case.rounds.to_string()),
            peer.client(case, &ours.files, port),
        ),
        Direction::OurClient => (
            peer.server(&ours.files, port),
            ours.command(["client", case.certificate.unwrap_or("none")], port, peer.word()),
        ),
    };
    let mut server = Running::start(server)?;
    if let Err(error) = wait_until_listening(port, &mut server.child) {
        return Err(format!("{error}\n{}", server.stop()).into());
    }
    server.feed();
    let mut client = Running::start(client)?;
    client.feed();
    // Ours ends by itself; the other may stay for ever.
    let (mine, theirs) = match case.direction {
        Direction::OurServer => (server.finish(LIMIT)?, client.finish(LINGERS)?),
        Direction::OurClient => (client.finish(LIMIT)?, server.finish(LINGERS)?),
    };
    judge(case, &mine, &theirs)
        .map_err(|error| format!("{error}\n--- ours: {}\n--- theirs: {}", mine.text(), theirs.text()).into())
}

/// How long the other may take to see that ours has ended.
const LINGERS: Duration = Duration::from_millis(700);

fn judge(case: &Case, mine: &Ended, theirs: &Ended) -> Result<()> {
    for line in case.ours {
        let count = |lines: &mut dyn Iterator<Item = &str>| lines.filter(|other| other == line).count();
        let wanted = count(&mut case.ours.iter().copied());
        let found = count(&mut mine.stdout.lines());
        if found != wanted {
            return Err(format!("{line}: {found} times, not {wanted}").into());
        }
    }
    for text in case.theirs {
        if !theirs.stdout.contains(text) && !theirs.stderr.contains(text) {
            return Err(format!("the other does not say \"{text}\"").into());
        }
    }
    Ok(())
}
