//! How each program is told of a case.

use super::super::cases::{Direction, GROUPS, transfer};
use super::super::peers::file;
use super::judged::{BYTES, unanswered};
use super::{Change, Early, Job, Kind, Mode, Place, Program};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{ChildStdin, Command};
use std::time::Duration;

/// The server, for so many connections.
pub fn server(place: &Place<'_>, connections: usize) -> Program {
    let command = match (place.job.direction, &place.job.peer.kind) {
        (Direction::OurServer, _) => our_server(place, &place.ours.server, connections),
        (_, Kind::OpenSsl { program, recent, .. }) => openssl_server(place, program, *recent, connections),
        (_, Kind::GnuTls) => gnutls_server(place),
        (_, Kind::MbedTls { server, .. }) => restricted(place, 0, our_server(place, server, connections)),
    };
    Program {
        command,
        input: Vec::new(),
    }
}

/// The client of connection number `at`.
pub fn client(place: &Place<'_>, at: usize) -> Program {
    let command = match (place.job.direction, &place.job.peer.kind) {
        (Direction::OurClient, _) => our_client(place, &place.ours.client, at),
        (_, Kind::OpenSsl { program, recent, .. }) => return openssl_client(place, program, *recent, at),
        (_, Kind::GnuTls) => return gnutls_client(place, at),
        (_, Kind::MbedTls { client, .. }) => {
            let mut command = restricted(place, at, our_client(place, client, at));
            command.arg("print=1");
            command
        }
    };
    Program {
        command,
        input: Vec::new(),
    }
}

/// Connections that one client program makes: GnuTLS's comes back by itself.
pub fn connections_of(job: &Job<'_>) -> usize {
    let by_itself = job.direction == Direction::OurServer && matches!(job.peer.kind, Kind::GnuTls);
    if by_itself { job.case.connections } else { 1 }
}

/// Gives OpenSSL's server what it is to send on connection number `at`: it does not echo. It may still be busy with the
/// connection before, and would take it for that one's.
pub fn answer(job: &Job<'_>, at: usize, stdin: Option<&mut ChildStdin>) {
    if let (Direction::OurClient, Kind::OpenSsl { .. }, Some(stdin)) = (job.direction, &job.peer.kind, stdin) {
        if at > 0 {
            std::thread::sleep(Duration::from_millis(300));
        }
        let _ = stdin.write_all(&transfer(BYTES)).and_then(|()| stdin.flush());
    }
}

/// What is left to send when early data was taken; all of it otherwise.
fn rest(place: &Place<'_>, at: usize) -> Vec<u8> {
    let mut bytes = transfer(BYTES);
    if let (early, Early::Accepted) = place.job.case.early_at(at) {
        bytes.drain(..early);
    }
    bytes
}

/// A file with the early data.
fn early_file(place: &Place<'_>) -> String {
    let path = place.scratch.join("early");
    let _ = fs::write(&path, transfer(place.job.case.early));
    path.display().to_string()
}

/// `psk=` for our programs.
fn psk(command: &mut Command, place: &Place<'_>, side: usize) {
    if let Some(psk) = place.job.case.psk[side] {
        command.arg(format!("psk={}:{}", psk.identity, psk.key));
    }
}

/// Which modes a side of ours has, from the mode of the case and whether certificates are allowed.
fn modes(place: &Place<'_>) -> String {
    let case = &place.job.case;
    let mode = match case.mode {
        Mode::KeyExchange => "psk_dhe",
        Mode::KeyAlone => "psk",
    };
    let full = if case.certificate { ",full" } else { "" };
    format!("modes={mode}{full}")
}

/// `c-tests/peer/server.c` with ours, or with another Mbed TLS.
fn our_server(place: &Place<'_>, program: &Path, connections: usize) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new(program);
    command.args([
        format!("port={}", place.port),
        format!("ca={}", file(files, "ca", "crt")),
    ]);
    if case.certificate {
        command.args([
            format!("crt={}", file(files, "p256", "crt")),
            format!("key={}", file(files, "p256", "key")),
        ]);
    }
    command.args([
        format!("connections={connections}"),
        format!("receive={BYTES}"),
        "chunk=300".to_owned(),
        format!("tickets={}", case.tickets),
        modes(place),
    ]);
    // Where a certificate would do as well, a key alone is not what Mbed TLS chooses.
    if case.mode == Mode::KeyAlone && case.connections > 1 {
        command.arg("modes_later=psk");
    }
    psk(&mut command, place, 1);
    if case.retry {
        command.arg(format!("groups={}", GROUPS[0].name));
    }
    if case.client_certificate {
        command.arg("auth=required");
    }
    if case.callback {
        command.arg("psk_callback=1");
    }
    if case.store {
        command.arg("store=1");
    }
    if case.early > 0 {
        command.arg(format!("early={}", case.early_limit));
    }
    if case.change == Change::EarlyOff {
        command.arg("early_connections=1");
    }
    if place.job.direction == Direction::OurServer {
        command.args([format!("cut={}", case.cut), "seed=4711".to_owned()]);
    }
    command
}

/// `c-tests/peer/client.c` with ours, or with another Mbed TLS.
fn our_client(place: &Place<'_>, program: &Path, at: usize) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let session = place.scratch.join("session").display().to_string();
    let mut command = Command::new(program);
    command.args([
        format!("port={}", place.port),
        format!("ca={}", file(files, "ca", "crt")),
        format!("send={BYTES}"),
        format!("receive={BYTES}"),
        "chunk=300".to_owned(),
        modes(place),
    ]);
    psk(&mut command, place, 0);
    if case.tickets > 0 || case.psk == [None, None] {
        command.args([
            format!("session_out={session}"),
            format!("signal={}", u8::from(case.signal)),
        ]);
    }
    if at > 0 && case.tickets > 0 {
        command.arg(match (case.first_ticket, case.change) {
            (true, _) => format!("session_in={session}.1"),
            // The second connection is given another ticket, which has to be left alone.
            (_, Change::UsedTicket) => format!("session_in={session}.1"),
            _ => format!("session_in={session}"),
        });
    }
    if case.change == Change::UsedTicket && at > 0 {
        command.arg(format!("session_out={session}.later"));
    }
    if case.retry {
        command.arg(format!("groups={},{}", GROUPS[2].name, GROUPS[0].name));
    }
    if case.client_certificate {
        command.args([
            format!("crt={}", file(files, "client", "crt")),
            format!("key={}", file(files, "client", "key")),
        ]);
    }
    if case.early > 0 {
        command.arg(format!("early={}", case.early));
        if place.job.direction == Direction::OurClient && unanswered(case, &place.job.peer.kind) {
            command.arg("early_unanswered=1");
        }
    }
    if place.job.direction == Direction::OurClient {
        command.args([format!("cut={}", case.cut), "seed=4711".to_owned()]);
        // A server that takes every suite is told by the client which one it is to be.
        if case.suites[0].name != case.suites[1].name {
            command.arg(format!("suites={}", case.suite(at).name));
        }
    }
    command
}

/// Another Mbed TLS is told the suite, as the other peers are.
fn restricted(place: &Place<'_>, at: usize, mut command: Command) -> Command {
    let case = &place.job.case;
    if place.job.direction == Direction::OurServer || case.suites[0].name == case.suites[1].name {
        command.arg(format!("suites={}", case.suite(at).name));
    }
    command
}

/// Suites of a peer's server: those of all connections.
fn server_suites(place: &Place<'_>) -> Vec<&'static super::Suite> {
    let mut suites = place.job.case.suites.to_vec();
    suites.dedup_by_key(|suite| suite.name);
    suites
}

/// Options that `openssl s_server` and `openssl s_client` share.
fn openssl_common(place: &Place<'_>, command: &mut Command, recent: bool, suites: &[&super::Suite]) {
    let names: Vec<_> = suites.iter().map(|suite| suite.openssl).collect();
    command.args(["-tls1_3", "-ciphersuites", &names.join(":")]);
    if recent && names.iter().any(|name| name.contains("CCM_8")) {
        command.args(["-cipher", "DEFAULT@SECLEVEL=0"]);
    }
    if place.job.case.mode == Mode::KeyAlone {
        command.arg("-allow_no_dhe_kex");
    }
}

fn openssl_server(place: &Place<'_>, program: &Path, recent: bool, connections: usize) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new(program);
    let (port, count) = (format!("127.0.0.1:{}", place.port), connections.to_string());
    command.args(["s_server", "-quiet", "-accept", &port, "-naccept", &count]);
    openssl_common(place, &mut command, recent, &server_suites(place));
    command.args(["-num_tickets", &case.tickets.to_string()]);
    if case.certificate {
        command.args([
            "-cert",
            &file(files, "p256", "crt"),
            "-key",
            &file(files, "p256", "key"),
        ]);
    } else {
        command.arg("-nocert");
    }
    if let Some(psk) = case.psk[1] {
        command.args(["-psk", psk.key, "-psk_identity", psk.identity]);
    }
    if case.retry {
        command.args(["-groups", GROUPS[0].openssl]);
    }
    if case.client_certificate {
        let ca = file(files, "ca", "crt");
        command.args(["-Verify", "1", "-verify_return_error", "-CAfile", &ca]);
    }
    if case.early > 0 {
        command.args(["-early_data", "-max_early_data", &case.early_limit.to_string()]);
        // To it the second hello after a HelloRetryRequest is a replay of the first one's ticket.
        if case.retry {
            command.arg("-no_anti_replay");
        }
    }
    command
}

fn openssl_client(place: &Place<'_>, program: &Path, recent: bool, at: usize) -> Program {
    let (case, files) = (&place.job.case, place.files);
    let session = |name: &str| place.scratch.join(name).display().to_string();
    let mut command = Command::new(program);
    let port = format!("127.0.0.1:{}", place.port);
    command.args(["s_client", "-connect", &port, "-servername", "localhost"]);
    openssl_common(place, &mut command, recent, &[case.suite(at)]);
    let ca = file(files, "ca", "crt");
    command.args(["-CAfile", &ca]);
    if case.certificate {
        command.args(["-verify_return_error", "-verify_hostname", "localhost"]);
    }
    let out = if at > 0 && case.change == Change::UsedTicket {
        session("later")
    } else {
        session("session")
    };
    command.args(["-sess_out", &out]);
    if at > 0 && case.tickets > 0 {
        command.args(["-sess_in", &session("session")]);
    }
    if let Some(psk) = case.psk[0] {
        command.args(["-psk", psk.key, "-psk_identity", psk.identity]);
    }
    if case.retry {
        let groups = format!("{}:{}", GROUPS[2].openssl, GROUPS[0].openssl);
        command.args(["-groups", &groups]);
    }
    if case.client_certificate {
        let (crt, key) = (file(files, "client", "crt"), file(files, "client", "key"));
        command.args(["-cert", &crt, "-key", &key]);
    }
    if case.early > 0 && at > 0 {
        command.args(["-early_data", &early_file(place)]);
    }
    Program {
        command,
        input: vec![(Duration::ZERO, rest(place, at))],
    }
}

/// GnuTLS's way of saying what is allowed.
fn priority(place: &Place<'_>, suites: &[&super::Suite]) -> String {
    let case = &place.job.case;
    let mut text = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL".to_owned();
    for suite in suites {
        text += &format!(":+{}", suite.gnutls);
    }
    if case.psk != [None, None] {
        text += match case.mode {
            Mode::KeyExchange => ":+ECDHE-PSK",
            Mode::KeyAlone => ":+PSK",
        };
        if !case.certificate {
            text = text.replace("NORMAL:", "NORMAL:-KX-ALL:");
        }
    }
    if case.retry {
        text += ":-GROUP-ALL";
        if place.job.direction == Direction::OurServer {
            text += &format!(":+GROUP-{}", GROUPS[2].gnutls);
        }
        text += &format!(":+GROUP-{}", GROUPS[0].gnutls);
    }
    text
}

fn gnutls_server(place: &Place<'_>) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new("gnutls-serv");
    let priority = priority(place, &server_suites(place));
    command.args(["--quiet", "--echo", "--port", &place.port.to_string()]);
    command.args(["--priority", &priority]);
    if case.certificate {
        let (crt, key) = (file(files, "p256", "crt"), file(files, "p256", "key"));
        command.args(["--x509certfile", &crt, "--x509keyfile", &key]);
    }
    if let Some(psk) = case.psk[1] {
        let path = place.scratch.join("passwords");
        let _ = fs::write(&path, format!("{}:{}\n", psk.identity, psk.key));
        command.arg("--pskpasswd").arg(path);
    }
    if case.client_certificate {
        let ca = file(files, "ca", "crt");
        command.args(["--x509cafile", &ca, "--require-client-cert", "--verify-client-cert"]);
    } else {
        command.arg("--disable-client-cert");
    }
    if case.early > 0 {
        command.args(["--earlydata", "--maxearlydata", &case.early_limit.to_string()]);
    }
    command
}

fn gnutls_client(place: &Place<'_>, at: usize) -> Program {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new("gnutls-cli");
    command.args(["127.0.0.1", "--port", &place.port.to_string(), "--single-key-share"]);
    command.args(["--sni-hostname", "localhost", "--verify-hostname", "localhost"]);
    command.args(["--priority", &priority(place, &[case.suite(at)])]);
    command.args(["--x509cafile", &file(files, "ca", "crt")]);
    if let Some(psk) = case.psk[0] {
        command.args(["--pskusername", psk.identity, "--pskkey", psk.key]);
    }
    if case.connections > 1 {
        command.args(["--resume", "--waitresumption"]);
    }
    if case.client_certificate {
        let (crt, key) = (file(files, "client", "crt"), file(files, "client", "key"));
        command.args(["--x509certfile", &crt, "--x509keyfile", &key]);
    }
    if case.early > 0 {
        command.args(["--earlydata", &early_file(place)]);
    }
    Program {
        command,
        input: vec![(Duration::ZERO, rest(place, case.connections - 1))],
    }
}
