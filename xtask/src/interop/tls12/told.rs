//! How each program is told of a case of TLS 1.2.

use super::super::cases::{Direction, transfer};
use super::super::peers::{Program, file, with_commands};
use super::cases::{Case, Exchange, Feature};
use super::{Job, Place};
use crate::interop::peers::Kind;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{ChildStdin, Command};
use std::time::Duration;

/// The key from outside, and its name.
const IDENTITY: &str = "alice";
const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// The server.
pub fn server(place: &Place<'_>) -> Program {
    let case = &place.job.case;
    match (case.direction, &place.job.peer.kind) {
        (Direction::OurServer, _) => plain(our_server(place, &place.ours.server, true)),
        (_, Kind::OpenSsl { program, recent, .. }) => openssl_server(place, program, *recent),
        (_, Kind::GnuTls) => plain(gnutls_server(place)),
        (_, Kind::MbedTls { server, .. }) => plain(restricted(case, our_server(place, server, false))),
    }
}

/// The client of connection number `at`.
pub fn client(place: &Place<'_>, at: usize) -> Program {
    let case = &place.job.case;
    match (case.direction, &place.job.peer.kind) {
        (Direction::OurClient, _) => plain(our_client(place, &place.ours.client, at, true)),
        (_, Kind::OpenSsl { program, recent, .. }) => openssl_client(place, program, *recent, at),
        (_, Kind::GnuTls) => gnutls_client(place),
        (_, Kind::MbedTls { client, .. }) => {
            let mut command = restricted(case, our_client(place, client, at, false));
            // Prints the pattern it has checked, as the other clients print what came.
            command.arg("print=1");
            plain(command)
        }
    }
}

/// Connections that one client program makes: GnuTLS's comes back by itself.
pub fn connections_of(job: &Job<'_>) -> usize {
    let by_itself = job.case.direction == Direction::OurServer && matches!(job.peer.kind, Kind::GnuTls);
    if by_itself { job.case.connections() } else { 1 }
}

/// Gives OpenSSL's server what it is to send on connection number `at`, where there are several: it does not echo. It may still
/// be busy with the connection before, and would take it for that one's.
pub fn answer(job: &Job<'_>, at: usize, stdin: Option<&mut ChildStdin>) {
    if let (Direction::OurClient, Kind::OpenSsl { .. }, Some(stdin)) = (job.case.direction, &job.peer.kind, stdin) {
        if at > 0 {
            std::thread::sleep(Duration::from_millis(300));
        }
        let _ = stdin
            .write_all(&transfer(job.case.bytes()))
            .and_then(|()| stdin.flush());
    }
}

/// A program without input.
fn plain(command: Command) -> Program {
    Program {
        command,
        input: Vec::new(),
    }
}

/// The name that the client asks for.
fn host(case: &Case) -> &'static str {
    if case.feature == Feature::ServerName {
        "second.example"
    } else {
        "localhost"
    }
}

/// The input of a peer that does not echo, or of its client: half of it waits for a new handshake where there is one.
/// `asks`: the word that makes the peer ask for it.
fn input(case: &Case, asks: &'static [u8]) -> Vec<(Duration, Vec<u8>)> {
    let bytes = transfer(case.bytes());
    match case.feature {
        Feature::Renegotiated => with_commands(&bytes, &[asks]),
        Feature::Renegotiate => with_commands(&bytes, &[b""]),
        _ => vec![(Duration::ZERO, bytes)],
    }
}

/// What our client and our server have in common; `mine`: it is ours, not Mbed TLS as the peer.
fn mbedtls_common(place: &Place<'_>, command: &mut Command, mine: bool) {
    let case = &place.job.case;
    let (min, max) = if mine {
        case.our_versions()
    } else {
        case.peer_versions()
    };
    command.args([format!("min=1.{min}"), format!("max=1.{max}")]);
    if case.suite.has_psk() {
        command.arg(format!("psk={IDENTITY}:{KEY}"));
    }
    // Off by default, so that whoever wants it says so.
    if mine && case.suite.is_cbc() {
        command.arg(format!("suites={}", case.suite.name));
    }
    let (we, they) = (
        (Feature::NoEmsHere, Feature::NoEtmHere),
        (Feature::NoEms, Feature::NoEtm),
    );
    let (ems, etm) = if mine { we } else { they };
    if case.feature == ems {
        command.arg("ems=0");
    }
    if case.feature == etm {
        command.arg("etm=0");
    }
    match case.feature {
        Feature::Drip if mine => command.arg("cut=drip"),
        Feature::RandomCuts if mine => command.args(["cut=random", "seed=4711"]),
        Feature::SmallWrites if mine => command.arg("chunk=50"),
        Feature::Renegotiate | Feature::Renegotiated => {
            let asks = (case.feature == Feature::Renegotiate) == mine;
            command.args(["renegotiation=1", "chunk=500"]);
            // Mbed TLS's client waits for the echo, and only meanwhile sees that it is asked.
            let before = matches!(place.job.peer.kind, Kind::MbedTls { .. });
            command.arg(format!("renegotiate={}", u8::from(asks) + u8::from(asks && before)))
        }
        _ => command.arg("chunk=10000"),
    };
}

/// `c-tests/peer/client.c` with ours, or with stock.
fn our_client(place: &Place<'_>, program: &Path, at: usize, mine: bool) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new(program);
    command.args([
        format!("port={}", place.port),
        format!("name={}", host(case)),
        format!("ca={}", file(files, "ca", "crt")),
        format!("send={}", case.bytes()),
        format!("receive={}", case.bytes()),
    ]);
    mbedtls_common(place, &mut command, mine);
    if let Some(name) = case.client_certificate() {
        command.args([
            format!("crt={}", file(files, name, "crt")),
            format!("key={}", file(files, name, "key")),
        ]);
    }
    match case.feature {
        Feature::Alpn if mine => command.arg("alpn=first,second"),
        Feature::Alpn => command.arg("alpn=first,second"),
        Feature::AlpnMismatch => command.arg(if mine { "alpn=first" } else { "alpn=other" }),
        Feature::MaxFragmentLength => command.arg("mfl=2"),
        _ => &mut command,
    };
    if case.resumes() {
        let session = place.scratch.join("session").display().to_string();
        command.arg(format!("session_out={session}"));
        if at > 0 {
            command.arg(format!("session_in={session}"));
        }
        if case.feature == Feature::ById {
            command.arg("ticket=0");
        }
    }
    command
}

/// `c-tests/peer/server.c` with ours, or with stock.
fn our_server(place: &Place<'_>, program: &Path, mine: bool) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new(program);
    command.args([
        format!("port={}", place.port),
        format!("ca={}", file(files, "ca", "crt")),
        format!("receive={}", case.bytes()),
        format!("connections={}", case.connections()),
    ]);
    mbedtls_common(place, &mut command, mine);
    let mut identity = |suffix: &str, name: &str| {
        let pair = ["crt", "key"].map(|ending| format!("{ending}{suffix}={}", file(files, name, ending)));
        command.args(pair);
    };
    if !case.suite.has_psk() {
        identity("", case.server_certificate());
    }
    if case.feature == Feature::ServerName {
        identity("2", "second");
    }
    match case.feature {
        Feature::ClientCertificate(_) | Feature::NoCertificate | Feature::ByTicketWithCertificate(_) => {
            command.arg("auth=required")
        }
        Feature::OptionalCertificate => command.arg("auth=optional"),
        _ => &mut command,
    };
    match case.feature {
        Feature::Alpn => command.arg("alpn=second,third"),
        Feature::AlpnMismatch => command.arg(if mine { "alpn=first" } else { "alpn=other" }),
        Feature::ById => command.arg("cache=1"),
        Feature::ByTicket | Feature::ByTicketWithCertificate(_) => command.arg("tickets=1"),
        _ => &mut command,
    };
    command
}

/// Stock Mbed TLS is told suite, group and signature as OpenSSL and GnuTLS are.
fn restricted(case: &Case, mut command: Command) -> Command {
    match case.feature {
        Feature::OnlyRsa => command.arg("suites=TLS-RSA-WITH-AES-128-GCM-SHA256"),
        Feature::OnlyDhe => command.arg("suites=TLS-DHE-RSA-WITH-AES-128-GCM-SHA256"),
        _ if case.tells_suite() => command.arg(format!("suites={}", case.suite.name)),
        _ => &mut command,
    };
    let groups: Vec<_> = case.peer_groups().iter().map(|group| group.name).collect();
    command.arg(format!("groups={}", groups.join(",")));
    if case.feature == Feature::Plain && !case.suite.has_psk() {
        // The chain's own signatures have to be allowed as well: ECDSA with SHA-256 and RSA PKCS#1 with SHA-256.
        command.arg(format!("sigalgs={:#06x},0x0403,0x0401", case.signature.number));
    }
    command
}

/// Options that `openssl s_server` and `openssl s_client` share.
fn openssl_common(case: &Case, command: &mut Command, recent: bool) {
    match case.peer_versions() {
        (2, 2) => command.arg("-tls1_2"),
        (3, 3) => command.arg("-tls1_3"),
        _ => command.args(["-min_protocol", "TLSv1.2"]),
    };
    let suites = match case.feature {
        Feature::OnlyRsa => "AES128-GCM-SHA256:AES256-GCM-SHA384",
        Feature::OnlyDhe => "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384",
        _ => case.suite.openssl,
    };
    if case.tells_suite() {
        // Above level 0 there are neither tags of 8 bytes nor, in places, SHA-1.
        command.args(["-cipher", &format!("{suites}:@SECLEVEL=0")]);
    }
    if case.suite.exchange != Exchange::Psk {
        let groups: Vec<_> = case.peer_groups().iter().map(|group| group.openssl).collect();
        command.args(["-groups", &groups.join(":")]);
    }
    if case.feature == Feature::Plain && !case.suite.has_psk() {
        command.args(["-sigalgs", case.signature.name]);
    }
    if case.suite.has_psk() {
        command.args(["-psk", KEY, "-psk_identity", IDENTITY]);
    }
    match case.feature {
        Feature::NoEms if recent => command.arg("-no_ems"),
        Feature::NoEtm => command.arg("-no_etm"),
        Feature::ById => command.arg("-no_ticket"),
        _ => command,
    };
    // It takes commands only where it is not quiet, and says only there that a session was resumed.
    if !case.resumes() && case.feature != Feature::Renegotiated {
        command.arg("-quiet");
    }
}

fn openssl_server(place: &Place<'_>, program: &Path, recent: bool) -> Program {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new(program);
    let (port, count) = (format!("127.0.0.1:{}", place.port), case.connections().to_string());
    command.args(["s_server", "-naccept", &count, "-accept", &port]);
    openssl_common(case, &mut command, recent);
    let identity = |command: &mut Command, suffix: &str, name: &str| {
        let (crt, key) = (file(files, name, "crt"), file(files, name, "key"));
        command.args([&format!("-cert{suffix}"), &crt, &format!("-key{suffix}"), &key]);
    };
    if case.suite.has_psk() {
        command.arg("-nocert");
    } else if matches!(case.feature, Feature::OnlyRsa | Feature::OnlyDhe) {
        identity(&mut command, "", "rsa2048");
    } else {
        identity(&mut command, "", case.server_certificate());
    }
    if case.feature == Feature::ServerName {
        identity(&mut command, "2", "second");
        command.args(["-servername", "second.example"]);
    }
    let ca = file(files, "ca", "crt");
    match case.feature {
        Feature::Chain => {
            command.args(["-cert_chain", &file(files, "chain", "crt")]);
        }
        Feature::ClientCertificate(_) | Feature::NoCertificate | Feature::ByTicketWithCertificate(_) => {
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
        Feature::Renegotiate => {
            command.arg("-client_renegotiation");
        }
        _ => {}
    }
    Program {
        command,
        // It reads its input once a client is there.
        input: input(case, b"r\n"),
    }
}

fn openssl_client(place: &Place<'_>, program: &Path, recent: bool, at: usize) -> Program {
    let (case, files) = (&place.job.case, place.files);
    let session = place.scratch.join("session").display().to_string();
    let mut command = Command::new(program);
    let port = format!("127.0.0.1:{}", place.port);
    command.args(["s_client", "-connect", &port, "-servername", host(case)]);
    openssl_common(case, &mut command, recent);
    let ca = file(files, "ca", "crt");
    command.args(["-CAfile", &ca]);
    if !case.suite.has_psk() {
        command.args(["-verify_return_error", "-verify_hostname", host(case)]);
    }
    if let Some(name) = case.client_certificate() {
        command.args(["-cert", &file(files, name, "crt"), "-key", &file(files, name, "key")]);
    }
    if case.resumes() {
        command.args(["-sess_out", &session]);
        if at > 0 {
            command.args(["-sess_in", &session]);
        }
    }
    match case.feature {
        Feature::Alpn => {
            command.args(["-alpn", "first,second"]);
        }
        Feature::AlpnMismatch => {
            command.args(["-alpn", "other"]);
        }
        Feature::MaxFragmentLength => {
            command.args(["-maxfraglen", "1024"]);
        }
        _ => {}
    }
    Program {
        command,
        input: input(case, b"R\n"),
    }
}

/// GnuTLS's way of saying what is allowed.
fn priority(case: &Case) -> String {
    let mut text = match case.peer_versions() {
        (2, 2) => "NORMAL:-VERS-ALL:+VERS-TLS1.2",
        (3, 3) => "NORMAL:-VERS-ALL:+VERS-TLS1.3",
        _ => "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2",
    }
    .to_owned();
    let exchange = match (case.feature, case.suite.exchange) {
        (Feature::OnlyRsa, _) => "RSA",
        (Feature::OnlyDhe, _) => "DHE-RSA",
        (_, Exchange::EcdheEcdsa) => "ECDHE-ECDSA",
        (_, Exchange::EcdheRsa) => "ECDHE-RSA",
        (_, Exchange::Psk) => "PSK",
        (_, Exchange::EcdhePsk) => "ECDHE-PSK",
    };
    if case.tells_suite() {
        let protection = case.suite.gnutls;
        text += &format!(":-KX-ALL:+{exchange}:-CIPHER-ALL:-MAC-ALL:+{protection}");
    }
    if case.suite.exchange != Exchange::Psk {
        text += ":-GROUP-ALL";
        for group in case.peer_groups() {
            text += &format!(":+GROUP-{}", group.gnutls);
        }
    }
    if case.feature == Feature::Plain && !case.suite.has_psk() {
        // The chain's own signatures have to be allowed as well.
        text += &format!(":-SIGN-ALL:+SIGN-{}", case.signature.gnutls);
        text += if case.signature.exchange() == Exchange::EcdheRsa {
            ":+SIGN-RSA-SHA256"
        } else {
            ":+SIGN-ECDSA-SHA256"
        };
    }
    match case.feature {
        Feature::NoEms => text += ":%NO_SESSION_HASH",
        Feature::NoEtm => text += ":%NO_ETM",
        Feature::ById => text += ":%NO_TICKETS",
        _ => {}
    }
    text
}

fn gnutls_server(place: &Place<'_>) -> Command {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new("gnutls-serv");
    command.args(["--quiet", "--echo", "--port", &place.port.to_string()]);
    command.args(["--priority", &priority(case)]);
    if case.suite.has_psk() {
        let path = place.scratch.join("passwords");
        let _ = fs::write(&path, format!("{IDENTITY}:{KEY}\n"));
        command.arg("--pskpasswd").arg(path);
    } else {
        let name = match case.feature {
            Feature::OnlyRsa | Feature::OnlyDhe => "rsa2048",
            _ => case.server_certificate(),
        };
        command.args(["--x509certfile", &file(files, name, "crt")]);
        command.args(["--x509keyfile", &file(files, name, "key")]);
    }
    let ca = file(files, "ca", "crt");
    match case.feature {
        Feature::ClientCertificate(_) | Feature::NoCertificate | Feature::ByTicketWithCertificate(_) => {
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
        Feature::ById => {
            command.args(["--disable-client-cert", "--noticket"]);
        }
        _ => {
            command.arg("--disable-client-cert");
        }
    }
    command
}

fn gnutls_client(place: &Place<'_>) -> Program {
    let (case, files) = (&place.job.case, place.files);
    let mut command = Command::new("gnutls-cli");
    command.args(["127.0.0.1", "--port", &place.port.to_string()]);
    command.args(["--sni-hostname", host(case), "--verify-hostname", host(case)]);
    command.args(["--x509cafile", &file(files, "ca", "crt")]);
    command.args(["--priority", &priority(case)]);
    if case.suite.has_psk() {
        command.args(["--pskusername", IDENTITY, "--pskkey", KEY]);
    }
    if let Some(name) = case.client_certificate() {
        command.args(["--x509certfile", &file(files, name, "crt")]);
        command.args(["--x509keyfile", &file(files, name, "key")]);
    }
    if case.resumes() {
        command.arg("--resume");
    }
    match case.feature {
        Feature::Alpn => {
            command.args(["--alpn", "first", "--alpn", "second"]);
        }
        Feature::AlpnMismatch => {
            command.args(["--alpn", "other"]);
        }
        Feature::Renegotiated => {
            command.arg("--inline-commands");
        }
        Feature::MaxFragmentLength => {
            command.args(["--recordsize", "1024"]);
        }
        _ => {}
    }
    Program {
        command,
        input: input(case, b"^renegotiate^\n"),
    }
}
