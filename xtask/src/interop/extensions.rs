//! `cargo xtask interop extensions`: lengths of records, hellos with padding and GREASE, cookies and the key log, with OpenSSL 3.5
//! and GnuTLS.
//!
//! Data goes both ways in each case; what was agreed on is read from our side. For the key log both sides write one, and
//! they have to say the same.

use super::cases::{transfer, value};
use super::peers::Program;
use super::{Ended, LIMIT, Running, Tally, indent, wait_until_listening};
use crate::deps;
use crate::peers;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, free_port, target};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// How much is sent to and fro: several records.
const BYTES: usize = 40_000;

/// The other library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    OpenSsl,
    GnuTls,
}

/// One connection: what each side is told, and what ours says afterwards.
struct Case {
    peer: Other,
    /// Ours is the client.
    ours_is_client: bool,
    ours: &'static [&'static str],
    theirs: &'static [&'static str],
    /// Names and values in the output of our program.
    facts: &'static [(&'static str, &'static str)],
    /// Our debug lines speak of a HelloRetryRequest.
    retried: bool,
}

const fn case(
    peer: Other,
    ours_is_client: bool,
    ours: &'static [&'static str],
    theirs: &'static [&'static str],
    facts: &'static [(&'static str, &'static str)],
) -> Case {
    Case {
        peer,
        ours_is_client,
        ours,
        theirs,
        facts,
        retried: false,
    }
}

const fn retried(case: Case) -> Case {
    Case { retried: true, ..case }
}

use Other::{GnuTls, OpenSsl};

const CLIENT: bool = true;
const SERVER: bool = false;

/// What is tried.
const CASES: &[Case] = &[
    // max_fragment_length
    case(OpenSsl, CLIENT, &["mfl=1"], &[], &[("out", "512"), ("in", "512")]),
    case(OpenSsl, CLIENT, &["mfl=4"], &[], &[("out", "4096"), ("in", "4096")]),
    case(
        OpenSsl,
        SERVER,
        &[],
        &["-maxfraglen", "512"],
        &[("out", "512"), ("in", "512")],
    ),
    case(
        OpenSsl,
        SERVER,
        &[],
        &["-maxfraglen", "2048"],
        &[("out", "2048"), ("in", "2048")],
    ),
    // record_size_limit, which GnuTLS always uses
    case(GnuTls, CLIENT, &["rsl=1000"], &[], &[("out", "16384"), ("in", "999")]),
    case(
        GnuTls,
        CLIENT,
        &["rsl=1000"],
        &["--recordsize=512"],
        &[("out", "512"), ("in", "999")],
    ),
    case(GnuTls, SERVER, &[], &[], &[("out", "16384"), ("in", "16384")]),
    // With a limit of its server's, gnutls-cli sends something else than it was given, also to GnuTLS's own server: not tried.
    // Hellos
    case(OpenSsl, CLIENT, &["padding=1", "grease=1"], &[], &[]),
    case(GnuTls, CLIENT, &["padding=1", "grease=1"], &[], &[]),
    case(OpenSsl, SERVER, &["grease=1"], &[], &[]),
    case(GnuTls, SERVER, &["grease=1"], &[], &[]),
    retried(case(
        OpenSsl,
        CLIENT,
        &["padding=1", "grease=1"],
        &["-groups", "P-521"],
        &[],
    )),
    // Cookies
    retried(case(OpenSsl, SERVER, &["stateless=2"], &[], &[])),
    // GnuTLS refuses a HelloRetryRequest that asks for a cookie alone.
    retried(case(GnuTls, SERVER, &["stateless=1", "groups=secp521r1"], &[], &[])),
    retried(case(OpenSsl, SERVER, &["stateless=1", "groups=secp521r1"], &[], &[])),
    // OpenSSL's s_server -stateless fails at the change_cipher_spec before the second ClientHello, also with OpenSSL's own
    // client: not tried.
    // The key log
    case(OpenSsl, CLIENT, &["keylog="], &["-keylogfile"], &[]),
    case(OpenSsl, SERVER, &["keylog="], &["-keylogfile"], &[]),
];

/// The programs, and where the certificates are.
struct Programs {
    client: PathBuf,
    server: PathBuf,
    openssl: Option<PathBuf>,
    has_gnutls: bool,
    files: PathBuf,
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let library = match arguments {
        [] => Library::OursRelease,
        [word] if word == "--debug" => Library::Ours,
        _ => return Err("usage: cargo xtask interop extensions [--debug]".into()),
    };
    let tally = play(library)?;
    tally.verdict("interop extensions")
}

/// Plays all cases.
pub fn play(library: Library) -> Result<Tally> {
    library.prepare()?;
    let compile = |main| library.compile(&[main, "peer/options.c", "peer/sessions.c"]);
    let mut tally = Tally::default();
    let openssl = peers::openssl35();
    if let Err(error) = &openssl {
        tally.skipped.push(format!("OpenSSL 3.5: {error}"));
    }
    let gnutls = deps::require(&[&deps::GNUTLS]);
    if let Err(error) = &gnutls {
        tally.skipped.push(format!("GnuTLS: {error}"));
    }
    let programs = Programs {
        client: compile("peer/client.c")?,
        server: compile("peer/server.c")?,
        openssl: openssl.ok(),
        has_gnutls: gnutls.is_ok(),
        files: pki::folder()?.canonicalize()?,
    };
    for case in CASES {
        let there = match case.peer {
            OpenSsl => programs.openssl.is_some(),
            GnuTls => programs.has_gnutls,
        };
        let side = if case.ours_is_client { "client" } else { "server" };
        let (ours, theirs) = (case.ours.join(" "), case.theirs.join(" "));
        let line = format!(
            "{:<8} our {side} {ours:<24} its {theirs:<20}",
            format!("{:?}", case.peer)
        );
        match attempt(&programs, case) {
            _ if !there => println!("  {line} skipped"),
            Ok(()) => {
                tally.passed += 1;
                println!("  {line} ok");
            }
            Err(why) => {
                tally.failed += 1;
                println!("  {line} FAILED\n{}", indent(&why.to_string()));
            }
        }
    }
    Ok(tally)
}

/// Starts the server, then the client; looks at what both did.
fn attempt(programs: &Programs, case: &Case) -> Result<()> {
    let port = free_port()?;
    let logs = ["ours", "theirs"].map(|name| target().join(format!("keylog-{name}-{port}.txt")));
    for log in &logs {
        let _ = std::fs::remove_file(log);
    }
    let (ours, theirs) = (
        ours(programs, case, port, &logs[0]),
        theirs(programs, case, port, &logs[1])?,
    );
    let (server, client) = if case.ours_is_client {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let mut server = Running::start(server)?;
    if let Err(error) = wait_until_listening(port, &mut server.child) {
        return Err(format!("{error}\n{}", server.stop()).into());
    }
    server.feed();
    let mut client = Running::start(client)?;
    client.feed();
    let client = client.finish(LIMIT)?;
    // GnuTLS's serves until it is stopped.
    let lingers = if (case.peer, case.ours_is_client) == (GnuTls, true) {
        0
    } else {
        5
    };
    let server = server.finish(Duration::from_secs(lingers))?;
    let mine = if case.ours_is_client { &client } else { &server };
    let judged = judge(case, mine, &client).and_then(|()| compare_logs(case, &logs));
    for log in &logs {
        let _ = std::fs::remove_file(log);
    }
    judged.map_err(|error| format!("{error}\n--- server: {}\n--- client: {}", server.text(), client.text()).into())
}

/// Our program.
fn ours(programs: &Programs, case: &Case, port: u16, log: &Path) -> Program {
    let program = if case.ours_is_client {
        &programs.client
    } else {
        &programs.server
    };
    let mut command = Command::new(program);
    command.args([format!("port={port}"), "chunk=10000".to_owned(), "debug=3".to_owned()]);
    command.arg(format!("receive={BYTES}"));
    for option in case.ours {
        match option.strip_suffix('=') {
            Some(name) => command.arg(format!("{name}={}", log.display())),
            None => command.arg(option),
        };
    }
    if case.ours_is_client {
        command.args(["name=localhost".to_owned(), format!("ca={}", file(programs, "ca.crt"))]);
        command.args([format!("send={BYTES}"), "print=1".to_owned()]);
    } else {
        command.args(["crt", "key"].map(|ending| format!("{ending}={}", file(programs, &format!("p256.{ending}")))));
    }
    let input = Vec::new();
    Program { command, input }
}

/// The other library's program.
fn theirs(programs: &Programs, case: &Case, port: u16, log: &Path) -> Result<Program> {
    let (ca, crt, key) = (
        file(programs, "ca.crt"),
        file(programs, "p256.crt"),
        file(programs, "p256.key"),
    );
    let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let address = format!("127.0.0.1:{port}");
    let (program, words) = match (case.peer, case.ours_is_client) {
        (OpenSsl, true) => {
            let words = [
                "s_server", "-naccept", "1", "-quiet", "-tls1_3", "-accept", &address, "-cert", &crt, "-key", &key,
            ];
            (programs.openssl.clone(), text(&words))
        }
        (OpenSsl, false) => {
            let words = [
                "s_client",
                "-ign_eof",
                "-quiet",
                "-tls1_3",
                "-servername",
                "localhost",
                "-verify_return_error",
            ];
            let more = ["-verify_hostname", "localhost", "-CAfile", &ca, "-connect", &address];
            (programs.openssl.clone(), [text(&words), text(&more)].concat())
        }
        (GnuTls, true) => {
            let words = [
                "--echo",
                "--quiet",
                "--priority=NORMAL:-VERS-ALL:+VERS-TLS1.3",
                "--disable-client-cert",
            ];
            let more = [
                format!("--port={port}"),
                format!("--x509certfile={crt}"),
                format!("--x509keyfile={key}"),
            ];
            (Some("gnutls-serv".into()), [text(&words), more.to_vec()].concat())
        }
        (GnuTls, false) => {
            let words = [
                "--priority=NORMAL:-VERS-ALL:+VERS-TLS1.3",
                "--logfile=/dev/null",
                "--sni-hostname=localhost",
                "--verify-hostname=localhost",
                "127.0.0.1",
            ];
            let more = [format!("--port={port}"), format!("--x509cafile={ca}")];
            (Some("gnutls-cli".into()), [more.to_vec(), text(&words)].concat())
        }
    };
    let mut command = Command::new(program.ok_or("missing")?);
    command.args(words).args(case.theirs);
    if case.theirs.last() == Some(&"-keylogfile") {
        command.arg(log);
    }
    // GnuTLS's server echoes; the others are given what they send.
    let input = match (case.peer, case.ours_is_client) {
        (GnuTls, true) => Vec::new(),
        _ => vec![(Duration::ZERO, transfer(BYTES))],
    };
    Ok(Program { command, input })
}

/// A certificate or key as an argument.
fn file(programs: &Programs, name: &str) -> String {
    programs.files.join(name).display().to_string()
}

/// Whether our side has agreed on what it should, and the data has come through.
fn judge(case: &Case, mine: &Ended, client: &Ended) -> Result<()> {
    let bytes = BYTES.to_string();
    let always = [
        ("handshake", "0"),
        ("version", "TLSv1.3"),
        ("intact", "yes"),
        ("received", bytes.as_str()),
        ("result", "ok"),
    ];
    for (name, wanted) in always.iter().chain(case.facts) {
        let found = value(&mine.stdout, name);
        if found != *wanted {
            return Err(format!("{name} is \"{found}\", not \"{wanted}\"").into());
        }
    }
    let asks = ["hello retry request, group", "asking for"];
    if asks.iter().any(|text| mine.stderr.contains(text)) != case.retried {
        return Err("a HelloRetryRequest too many, or none".into());
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

/// Whether both key logs, where there are some, say the same.
fn compare_logs(case: &Case, logs: &[PathBuf; 2]) -> Result<()> {
    if !case.ours.contains(&"keylog=") {
        return Ok(());
    }
    let lines = |path: &Path| -> Result<BTreeSet<String>> {
        let text = std::fs::read_to_string(path)?;
        let secrets = text.lines().filter(|line| !line.starts_with('#'));
        Ok(secrets.map(str::to_lowercase).collect())
    };
    let [ours, theirs] = [lines(&logs[0])?, lines(&logs[1])?];
    if ours == theirs && ours.len() >= 5 {
        Ok(())
    } else {
        Err(format!("the key logs differ:\n{ours:#?}\n{theirs:#?}").into())
    }
}
