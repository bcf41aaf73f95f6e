//! How each program is started for a case.

use super::cases::{Case, Direction, Feature, GROUPS, transfer};
use crate::deps;
use crate::peers;
use crate::programs::Library;
use crate::shell::{Result, capture, which};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A program ready to start, and what it is given on standard input: pauses and bytes.
pub struct Program {
    pub command: Command,
    pub input: Vec<(Duration, Vec<u8>)>,
}

/// Another library, at either end.
#[derive(Clone, Debug)]
pub struct Peer {
    /// Its name and version.
    pub name: String,
    /// How long its server may go on after the client's end, in milliseconds.
    pub server_lingers: u64,
    pub(super) kind: Kind,
}

/// Which library, and where its programs are.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// `half_close` is `c-tests/peer/openssl.c`, where the library's headers are there to compile it.
    OpenSsl {
        program: PathBuf,
        recent: bool,
        half_close: Option<PathBuf>,
    },
    GnuTls,
    MbedTls {
        client: PathBuf,
        server: PathBuf,
    },
}

/// Every peer, or why it is not here.
pub fn all() -> Vec<(&'static str, Result<Peer>)> {
    vec![
        (
            "OpenSSL",
            which("openssl")
                .ok_or_else(|| "openssl is missing".into())
                .and_then(|program| openssl(program, false)),
        ),
        (
            "OpenSSL 3.5",
            peers::openssl35().and_then(|program| openssl(program, true)),
        ),
        ("GnuTLS", gnutls()),
        ("Mbed TLS 3.6.6", stock()),
    ]
}

fn openssl(program: PathBuf, recent: bool) -> Result<Peer> {
    let half_close = if recent || !(deps::LIBSSL_DEV.present)() {
        None
    } else {
        // What it shares with the other programs is theirs, and so is the library they need.
        Library::Stock.prepare()?;
        Some(Library::Stock.compile_with(&["peer/openssl.c"], &["ssl", "crypto"])?)
    };
    let output = capture(Command::new(&program).arg("version"))?;
    let version = String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .take(2)
        .collect::<Vec<_>>()
        .join(" ");
    Ok(Peer {
        name: version,
        server_lingers: 5_000,
        kind: Kind::OpenSsl {
            program,
            recent,
            half_close,
        },
    })
}

fn gnutls() -> Result<Peer> {
    if which("gnutls-serv").is_none() {
        return Err("gnutls-serv is missing".into());
    }
    let output = capture(Command::new("gnutls-cli").arg("--version"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text
        .lines()
        .next()
        .and_then(|line| line.split_whitespace().last())
        .unwrap_or_default();
    // It serves until it is stopped.
    Ok(Peer {
        name: format!("GnuTLS {version}"),
        server_lingers: 0,
        kind: Kind::GnuTls,
    })
}

fn stock() -> Result<Peer> {
    mbedtls(Library::Stock, "Mbed TLS 3.6.6")
}

/// Mbed TLS 3.6.6 built one way or the other.
pub(super) fn mbedtls(library: Library, name: &str) -> Result<Peer> {
    library.prepare()?;
    let client = library.compile(&["peer/client.c", "peer/options.c", "peer/sessions.c"])?;
    let server = library.compile(&["peer/server.c", "peer/options.c", "peer/sessions.c"])?;
    Ok(Peer {
        name: name.to_owned(),
        server_lingers: 5_000,
        kind: Kind::MbedTls { client, server },
    })
}

impl Peer {
    /// Why the peer cannot play this case, if it cannot.
    pub fn lacks(&self, case: &Case) -> Option<&'static str> {
        let certificate = match case.feature {
            Feature::ClientCertificate(name) => name,
            _ => case.signature.certificate,
        };
        match (&self.kind, case.feature) {
            (Kind::MbedTls { .. }, _) if certificate == "ed25519" => Some("it has no Ed25519"),
            (Kind::MbedTls { .. }, _) if certificate == "rsapss" => Some("it has no RSA-PSS keys"),
            (Kind::MbedTls { .. }, Feature::BadCertificate(bad) | Feature::Tolerated(bad)) if bad.unfit => {
                Some("its server does not show it")
            }
            (Kind::GnuTls, Feature::BadCertificate(bad) | Feature::Tolerated(bad))
                if bad.name.starts_with("wrong-usage") =>
            {
                Some("its server does not show it")
            }
            (Kind::MbedTls { .. }, Feature::KeyUpdate) => Some("it knows no KeyUpdate"),
            (Kind::GnuTls, Feature::KeyUpdate) if case.direction == Direction::OurClient => {
                Some("its server has no such command")
            }
            (Kind::GnuTls | Kind::OpenSsl { half_close: None, .. }, Feature::HalfClose) => {
                Some("its program closes both ways")
            }
            (Kind::GnuTls, Feature::ServerName) if case.direction == Direction::OurClient => {
                Some("its server takes one certificate of a kind")
            }
            _ => None,
        }
    }

    /// True for Mbed TLS 3.6.6, whose server sends the alert about a missing client certificate, after its own Finished, with the
    /// keys of the handshake (RFC 8446 section 7.3 wants those of the application data).
    pub fn garbles_alerts(&self) -> bool {
        matches!(self.kind, Kind::MbedTls { .. })
    }

    /// Its server.
    pub fn server(&self, case: &Case, files: &Path, port: u16) -> Program {
        match &self.kind {
            Kind::OpenSsl {
                half_close: Some(program),
                ..
            } if case.feature == Feature::HalfClose => half_close(program, "server", case, files, port),
            Kind::OpenSsl { program, recent, .. } => openssl_server(program, *recent, case, files, port),
            Kind::GnuTls => gnutls_server(case, files, port),
            Kind::MbedTls { server, .. } => {
                let mut program = our_server(server, case, files, port);
                restrict(&mut program.command, case);
                program
            }
        }
    }

    /// Its client.
    pub fn client(&self, case: &Case, files: &Path, port: u16) -> Program {
        match &self.kind {
            Kind::OpenSsl {
                half_close: Some(program),
                ..
            } if case.feature == Feature::HalfClose => half_close(program, "client", case, files, port),
            Kind::OpenSsl { program, recent, .. } => openssl_client(program, *recent, case, files, port),
            Kind::GnuTls => gnutls_client(case, files, port),
            Kind::MbedTls { client, .. } => {
                let mut program = our_client(client, case, files, port);
                restrict(&mut program.command, case);
                // Prints the pattern it has checked, as the other clients print what came.
                program.command.arg("print=1");
                program
            }
        }
    }
}

/// `FOLDER/NAME.ENDING` as an argument.
pub(super) fn file(files: &Path, name: &str, ending: &str) -> String {
    files.join(format!("{name}.{ending}")).display().to_string()
}

/// A few lines, a command, a few more lines: for peers that take commands on standard input.
pub(super) fn with_commands(bytes: &[u8], commands: &[&[u8]]) -> Vec<(Duration, Vec<u8>)> {
    let pause = Duration::from_millis(400);
    let part = bytes.len() / (commands.len() + 1) / 50 * 50;
    let mut input = Vec::new();
    let mut rest = bytes;
    for command in commands {
        let (now, later) = rest.split_at(part);
        input.push((pause, now.to_vec()));
        input.push((pause, command.to_vec()));
        rest = later;
    }
    input.push((pause, rest.to_vec()));
    input
}

/// The groups a peer's client offers: the one of the case; for a retry another one before it.
fn first_offer(case: &Case) -> Option<&'static super::cases::Group> {
    (case.feature == Feature::HelloRetry).then_some(&GROUPS[2])
}

/// Our client for a case. The case's suite, group and signature are the peer's affair.
pub fn our_client(program: &Path, case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new(program);
    let bytes = case.bytes();
    let name = if case.feature == Feature::ServerName {
        "second.example"
    } else {
        "localhost"
    };
    command.args([
        format!("port={port}"),
        format!("name={name}"),
        format!("ca={}", file(files, "ca", "crt")),
    ]);
    command.args([
        format!("send={bytes}"),
        format!("receive={bytes}"),
        "chunk=10000".to_owned(),
    ]);
    match case.feature {
        Feature::ClientCertificate(name) => {
            command.args([
                format!("crt={}", file(files, name, "crt")),
                format!("key={}", file(files, name, "key")),
            ]);
        }
        // Its first group is one that the server does not take.
        Feature::HelloRetry => {
            command.arg(format!("groups={},{}", GROUPS[2].name, case.group.name));
        }
        Feature::Tolerated(_) => {
            command.arg("auth=optional");
        }
        Feature::HalfClose => {
            command.args(["half_close=1", "until_close=1"]);
        }
        _ => ours_common(&mut command, case),
    }
    Program {
        command,
        input: Vec::new(),
    }
}

/// Our server for a case.
pub fn our_server(program: &Path, case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new(program);
    let certificate = case.server_certificate();
    command.args([format!("port={port}"), format!("ca={}", file(files, "ca", "crt"))]);
    let mut identity = |suffix: &str, name: &str| {
        let pair = ["crt", "key"].map(|ending| format!("{ending}{suffix}={}", file(files, name, ending)));
        command.args(pair);
    };
    identity("", certificate);
    if case.feature == Feature::ServerName {
        identity("2", "second");
    }
    command.args([format!("receive={}", case.bytes()), "chunk=10000".to_owned()]);
    match case.feature {
        Feature::ClientCertificate(_) | Feature::NoCertificate => {
            command.arg("auth=required");
        }
        Feature::OptionalCertificate => {
            command.arg("auth=optional");
        }
        Feature::HelloRetry => {
            command.arg(format!("groups={}", case.group.name));
        }
        // Takes all there is until the client's goodbye, and only then answers.
        Feature::HalfClose => {
            command.args([
                "serve=sink".to_owned(),
                "half_close=1".to_owned(),
                format!("send={}", case.bytes()),
            ]);
            command.arg("receive=0");
        }
        _ => ours_common(&mut command, case),
    }
    Program {
        command,
        input: Vec::new(),
    }
}

/// What our client and our server have in common.
fn ours_common(command: &mut Command, case: &Case) {
    match case.feature {
        Feature::Drip => command.arg("cut=drip"),
        Feature::RandomCuts => command.args(["cut=random", "seed=4711"]),
        Feature::SmallWrites => command.arg("chunk=50"),
        Feature::Alpn => command.arg(match case.direction {
            Direction::OurClient => "alpn=first,second",
            Direction::OurServer => "alpn=second,third",
        }),
        Feature::AlpnMismatch => command.arg("alpn=first"),
        _ => command,
    };
}

/// Stock Mbed TLS is told suite, group and signature as OpenSSL and GnuTLS are.
fn restrict(command: &mut Command, case: &Case) {
    command.arg(format!("suites={}", case.suite.name));
    if case.feature != Feature::HelloRetry {
        command.arg(format!("groups={}", case.group.name));
    }
    if case.is_plain() {
        // The chain's own signatures have to be allowed as well: ECDSA with SHA-256 and RSA PKCS#1 with SHA-256.
        command.arg(format!("sigalgs={:#06x},0x0403,0x0401", case.signature.number));
    }
    match (case.direction, case.feature) {
        (Direction::OurClient, Feature::Alpn) => command.arg("alpn=second,third"),
        (Direction::OurServer, Feature::Alpn) => command.arg("alpn=first,second"),
        (_, Feature::AlpnMismatch) => command.arg("alpn=other"),
        (Direction::OurClient, _) if case.feature != Feature::HalfClose => command.arg("cut=none"),
        _ => command.arg("cut=none"),
    };
}

/// Options that `openssl s_server` and `openssl s_client` share.
fn openssl_common(command: &mut Command, recent: bool, case: &Case) {
    command.args(["-tls1_3", "-ciphersuites", case.suite.openssl]);
    // Since 3.2 an authentication tag of 8 bytes is below the default security level.
    if recent && case.suite.openssl.contains("CCM_8") {
        command.args(["-cipher", "DEFAULT@SECLEVEL=0"]);
    }
}

fn openssl_server(program: &Path, recent: bool, case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new(program);
    let certificate = case.server_certificate();
    command.args(["s_server", "-naccept", "1", "-accept", &format!("127.0.0.1:{port}")]);
    openssl_common(&mut command, recent, case);
    command.args([
        "-cert",
        &file(files, certificate, "crt"),
        "-key",
        &file(files, certificate, "key"),
    ]);
    command.args(["-groups", case.group.openssl]);
    if case.is_plain() {
        command.args(["-sigalgs", case.signature.name]);
    }
    let ca = file(files, "ca", "crt");
    match case.feature {
        Feature::Chain => {
            command.args(["-cert_chain", &file(files, certificate, "crt")]);
        }
        Feature::ClientCertificate(_) | Feature::NoCertificate => {
            command.args(["-Verify", "1", "-verify_return_error", "-CAfile", &ca]);
        }
        Feature::OptionalCertificate => {
            command.args(["-verify", "1", "-CAfile", &ca]);
        }
        Feature::Alpn => {
            command.args(["-alpn", "second,third"]);
        }
        Feature::AlpnMismatch => {
            command.args(["-alpn", "other"]);
        }
        Feature::ServerName => {
            command.args(["-servername", "second.example"]);
            command.args([
                "-cert2",
                &file(files, "second", "crt"),
                "-key2",
                &file(files, "second", "key"),
            ]);
        }
        _ => {}
    }
    let bytes = transfer(case.bytes());
    // It reads its input once a client is there. Commands are taken only when it is not quiet.
    if case.feature == Feature::KeyUpdate {
        return Program {
            command,
            input: with_commands(&bytes, &[b"K\n", b"k\n"]),
        };
    }
    command.arg("-quiet");
    Program {
        command,
        input: vec![(Duration::ZERO, bytes)],
    }
}

fn openssl_client(program: &Path, recent: bool, case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new(program);
    let name = if case.feature == Feature::ServerName {
        "second.example"
    } else {
        "localhost"
    };
    command.args([
        "s_client",
        "-connect",
        &format!("127.0.0.1:{port}"),
        "-servername",
        name,
    ]);
    openssl_common(&mut command, recent, case);
    command.args([
        "-CAfile",
        &file(files, "ca", "crt"),
        "-verify_return_error",
        "-verify_hostname",
        name,
    ]);
    match first_offer(case) {
        Some(other) => command.args(["-groups", &format!("{}:{}", other.openssl, case.group.openssl)]),
        None => command.args(["-groups", case.group.openssl]),
    };
    if case.is_plain() {
        command.args(["-sigalgs", case.signature.name]);
    }
    match case.feature {
        Feature::ClientCertificate(name) => {
            command.args(["-cert", &file(files, name, "crt"), "-key", &file(files, name, "key")]);
        }
        Feature::Alpn => {
            command.args(["-alpn", "first,second"]);
        }
        Feature::AlpnMismatch => {
            command.args(["-alpn", "other"]);
        }
        _ => {}
    }
    // Commands are taken only when it is not quiet.
    if case.feature != Feature::KeyUpdate {
        command.arg("-quiet");
    }
    let bytes = transfer(case.bytes());
    let input = match case.feature {
        Feature::KeyUpdate => {
            // Being quiet turns commands off; this turns them on again.
            command.arg("-no_ign_eof");
            with_commands(&bytes, &[b"K\n", b"k\n"])
        }
        _ => vec![(Duration::ZERO, bytes)],
    };
    Program { command, input }
}

/// OpenSSL through a program of our own, which can close one direction.
fn half_close(program: &Path, side: &str, case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new(program);
    let certificate = case.server_certificate();
    command.args([
        side.to_owned(),
        format!("port={port}"),
        format!("bytes={}", case.bytes()),
    ]);
    command.args([
        format!("suites={}", case.suite.openssl),
        format!("ca={}", file(files, "ca", "crt")),
    ]);
    command.args([
        format!("crt={}", file(files, certificate, "crt")),
        format!("key={}", file(files, certificate, "key")),
    ]);
    Program {
        command,
        input: Vec::new(),
    }
}

/// GnuTLS's way of saying what is allowed.
fn priority(case: &Case) -> String {
    let mut text = format!(
        "NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL:+{}:-GROUP-ALL",
        case.suite.gnutls
    );
    if let (Direction::OurServer, Some(other)) = (case.direction, first_offer(case)) {
        text += &format!(":+GROUP-{}", other.gnutls);
    }
    text += &format!(":+GROUP-{}", case.group.gnutls);
    if case.is_plain() {
        // The chain's own signatures have to be allowed as well.
        text += &format!(":-SIGN-ALL:+SIGN-{}", case.signature.gnutls);
        text += if case.signature.name.contains("rsa") {
            ":+SIGN-RSA-SHA256"
        } else {
            ":+SIGN-ECDSA-SHA256"
        };
    }
    text
}

fn gnutls_server(case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new("gnutls-serv");
    let certificate = case.server_certificate();
    command.args([
        "--quiet",
        "--echo",
        "--port",
        &port.to_string(),
        "--priority",
        &priority(case),
    ]);
    command.args([
        "--x509certfile",
        &file(files, certificate, "crt"),
        "--x509keyfile",
        &file(files, certificate, "key"),
    ]);
    let ca = file(files, "ca", "crt");
    match case.feature {
        Feature::ClientCertificate(_) | Feature::NoCertificate => {
            command.args(["--x509cafile", &ca, "--require-client-cert", "--verify-client-cert"]);
        }
        Feature::OptionalCertificate => {
            command.args(["--x509cafile", &ca]);
        }
        Feature::Alpn => {
            command.args(["--disable-client-cert", "--alpn", "second", "--alpn", "third"]);
        }
        Feature::AlpnMismatch => {
            command.args(["--disable-client-cert", "--alpn", "other", "--alpn-fatal"]);
        }
        _ => {
            command.arg("--disable-client-cert");
        }
    }
    Program {
        command,
        input: Vec::new(),
    }
}

fn gnutls_client(case: &Case, files: &Path, port: u16) -> Program {
    let mut command = Command::new("gnutls-cli");
    let name = if case.feature == Feature::ServerName {
        "second.example"
    } else {
        "localhost"
    };
    command.args([
        "127.0.0.1",
        "--port",
        &port.to_string(),
        "--sni-hostname",
        name,
        "--verify-hostname",
        name,
    ]);
    command.args([
        "--x509cafile",
        &file(files, "ca", "crt"),
        "--priority",
        &priority(case),
        "--logfile",
        "/dev/null",
    ]);
    command.arg("--single-key-share");
    match case.feature {
        Feature::ClientCertificate(name) => {
            command.args([
                "--x509certfile",
                &file(files, name, "crt"),
                "--x509keyfile",
                &file(files, name, "key"),
            ]);
        }
        Feature::Alpn => {
            command.args(["--alpn", "first", "--alpn", "second"]);
        }
        Feature::AlpnMismatch => {
            command.args(["--alpn", "other"]);
        }
        Feature::KeyUpdate => {
            command.arg("--inline-commands");
        }
        _ => {}
    }
    let bytes = transfer(case.bytes());
    let input = match case.feature {
        Feature::KeyUpdate => with_commands(&bytes, &[b"^rekey^\n"]),
        _ => vec![(Duration::ZERO, bytes)],
    };
    Program { command, input }
}
