//! `cargo xtask interop certificates`: what comes with certificates and in their place, with other libraries at the other end.
//!
//! Ours is `c-tests/peer/certificates.c`, at either end. OpenSSL 3.5 compresses certificates with zlib (Debian builds it
//! without Brotli), GnuTLS of Debian 12 does not at all; both staple and show raw public keys, and OpenSSL tells timestamps.

use super::{LIMIT, Running, Tally, indent, peers::Program, wait_until_listening};
use crate::deps;
use crate::peers;
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, capture, free_port, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// Which end is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ours {
    Client,
    Server,
}

/// One connection to try. In arguments `{port}` stands for the port, `{pki}` for the folder of certificates and `{made}` for
/// that of what is made here.
struct Case {
    name: &'static str,
    /// `openssl` or `gnutls`.
    peer: &'static str,
    ours: Ours,
    /// Arguments of our program, apart by spaces.
    mine: &'static str,
    /// Arguments of the peer's program, likewise.
    theirs: &'static str,
    /// What our program must print: a name, and a value or, after `@`, a file whose bytes it must be in hexadecimal.
    says: &'static [(&'static str, &'static str)],
    /// What the peer must print.
    peer_says: &'static [&'static str],
}

const OPENSSL_SERVER: &str = "s_server -accept {port} -cert {pki}/p256.crt -key {pki}/p256.key -rev -msg -naccept 1";
const OPENSSL_CLIENT: &str = "s_client -connect 127.0.0.1:{port} -CAfile {pki}/ca.crt -msg -ign_eof";
const GNUTLS_SERVER: &str = "--echo -p {port}";
const GNUTLS_CLIENT: &str = "-p {port} 127.0.0.1 --x509cafile {pki}/ca.crt --verify-hostname=localhost";

const OK: (&str, &str) = ("result", "ok");
const LINE: &str = "01234543210";

/// Everything that is tried.
const CASES: &[Case] = &[
    Case {
        name: "OCSP response of the server",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt ask=1",
        theirs: "-status_file {made}/response.der",
        says: &[OK, ("ocsp", "@response.der"), ("flags", "0x0")],
        peer_says: &[],
    },
    Case {
        name: "OCSP response of the server, not asked for",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt",
        theirs: "-status_file {made}/response.der",
        says: &[OK, ("ocsp", "")],
        peer_says: &[],
    },
    Case {
        name: "OCSP response of the server",
        peer: "openssl",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key ocsp={made}/response.der",
        theirs: "-status",
        says: &[OK],
        peer_says: &["OCSP Response Status: successful", LINE],
    },
    Case {
        name: "OCSP response of the server in TLS 1.2",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt ask=1",
        theirs: "-tls1_2 -status_file {made}/response.der",
        says: &[OK, ("version", "TLSv1.2"), ("ocsp", "@response.der"), ("flags", "0x0")],
        peer_says: &["CertificateStatus"],
    },
    Case {
        name: "OCSP response of the server in TLS 1.2, not asked for",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt",
        theirs: "-tls1_2 -status_file {made}/response.der",
        says: &[OK, ("version", "TLSv1.2"), ("ocsp", "")],
        peer_says: &[],
    },
    Case {
        name: "OCSP response of the server in TLS 1.2",
        peer: "openssl",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key ocsp={made}/response.der",
        theirs: "-tls1_2 -status",
        says: &[OK, ("version", "TLSv1.2")],
        peer_says: &["OCSP Response Status: successful", "CertificateStatus", LINE],
    },
    Case {
        name: "OCSP response of the server",
        peer: "gnutls",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt ask=1",
        theirs: "--x509certfile {pki}/p256.crt --x509keyfile {pki}/p256.key --ocsp-response {made}/response.der \
                 --ignore-ocsp-response-errors",
        says: &[OK, ("ocsp", "@response.der")],
        peer_says: &[],
    },
    Case {
        name: "OCSP response of the server",
        peer: "gnutls",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key ocsp={made}/response.der",
        theirs: "",
        says: &[OK],
        peer_says: &["OCSP status request", LINE],
    },
    Case {
        name: "timestamps of the server",
        peer: "openssl",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key scts={made}/scts.bin",
        theirs: "-ct -ctlogfile {made}/logs.cnf",
        says: &[OK],
        peer_says: &["SCTs present (1)", LINE],
    },
    Case {
        name: "compressed certificate of the server",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt compress=bz ask=1",
        theirs: "-cert_comp -cert_chain {pki}/ca.crt",
        says: &[OK, ("certificate", "yes"), ("flags", "0x0")],
        peer_says: &["CompressedCertificate"],
    },
    Case {
        name: "compressed certificate of the server",
        peer: "openssl",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key compress=bz ocsp={made}/response.der",
        theirs: "-status",
        says: &[OK],
        peer_says: &["CompressedCertificate", "OCSP Response Status: successful", LINE],
    },
    Case {
        name: "compressed certificate of the client",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt crt={made}/chain.crt key={pki}/p256.key compress=z",
        theirs: "-Verify 3 -CAfile {pki}/ca.crt",
        says: &[OK],
        peer_says: &["CompressedCertificate"],
    },
    Case {
        name: "raw public key of the server",
        peer: "openssl",
        ours: Ours::Client,
        mine: "peer=r trust={made}/p256.spki",
        theirs: "-enable_server_rpk",
        says: &[OK, ("raw", "@p256.spki"), ("certificate", "no"), ("flags", "0x0")],
        peer_says: &[],
    },
    Case {
        name: "raw public key of the server, not trusted",
        peer: "openssl",
        ours: Ours::Client,
        mine: "peer=r trust={made}/p384.spki",
        theirs: "-enable_server_rpk",
        says: &[("handshake", "-0x2700"), ("raw", "@p256.spki"), ("flags", "0x8")],
        peer_says: &[],
    },
    Case {
        name: "raw public key of the server",
        peer: "openssl",
        ours: Ours::Server,
        mine: "key={pki}/p256.key own=r",
        theirs: "-enable_server_rpk",
        says: &[OK],
        peer_says: &["Server-to-client raw public key negotiated", LINE],
    },
    Case {
        name: "raw public key of the client",
        peer: "openssl",
        ours: Ours::Client,
        mine: "ca={pki}/ca.crt key={pki}/p384.key own=r",
        theirs: "-enable_client_rpk -Verify 3 -CAfile {pki}/ca.crt",
        says: &[OK, ("certificate", "yes")],
        peer_says: &["Peer used raw public key"],
    },
    Case {
        name: "raw public key of the client",
        peer: "openssl",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key peer=rx verify=1 trust={made}/p384.spki",
        theirs: "-enable_client_rpk -cert {pki}/p384.crt -key {pki}/p384.key",
        says: &[OK, ("raw", "@p384.spki"), ("flags", "0x0")],
        peer_says: &["Client-to-server raw public key negotiated", LINE],
    },
    Case {
        name: "raw public keys of both",
        peer: "openssl",
        ours: Ours::Client,
        mine: "key={pki}/p384.key own=r peer=r trust={made}/p256.spki",
        theirs: "-enable_server_rpk -enable_client_rpk -Verify 3 -CAfile {pki}/ca.crt",
        says: &[OK, ("raw", "@p256.spki")],
        peer_says: &["Peer used raw public key"],
    },
    Case {
        name: "raw public key of the server",
        peer: "gnutls",
        ours: Ours::Client,
        mine: "peer=r trust={made}/p256.spki",
        theirs: "--rawpkkeyfile {pki}/p256.key --rawpkfile {made}/p256.pub --priority NORMAL:+CTYPE-SRV-RAWPK",
        says: &[OK, ("raw", "@p256.spki"), ("certificate", "no")],
        peer_says: &[],
    },
    Case {
        name: "raw public key of the server",
        peer: "gnutls",
        ours: Ours::Server,
        mine: "key={pki}/p256.key own=r",
        theirs: "--no-ca-verification --priority NORMAL:+CTYPE-SRV-RAWPK",
        says: &[OK],
        peer_says: &["Got 1 Raw public-key", LINE],
    },
    Case {
        name: "raw public key of the client",
        peer: "gnutls",
        ours: Ours::Server,
        mine: "crt={pki}/p256.crt key={pki}/p256.key peer=r verify=1 trust={made}/p384.spki",
        theirs: "--rawpkkeyfile {pki}/p384.key --rawpkfile {made}/p384.pub --priority NORMAL:+CTYPE-CLI-RAWPK",
        says: &[OK, ("raw", "@p384.spki")],
        peer_says: &["Processed 1 client raw public key pair", LINE],
    },
];

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut library = Library::OursRelease;
    let mut only = Vec::new();
    for argument in arguments {
        match argument.as_str() {
            "--debug" => library = Library::Ours,
            // There is no shorter run: all of it takes seconds.
            "--short" | "--full" => {}
            word if !word.starts_with('-') => only.push(word.to_owned()),
            _ => return Err("usage: cargo xtask interop certificates [--debug] [word...]".into()),
        }
    }
    let tally = play(library, &only)?;
    tally.verdict("interop certificates")
}

/// Where things are.
struct Place {
    program: PathBuf,
    openssl: Result<PathBuf>,
    pki: PathBuf,
    made: PathBuf,
}

/// Plays the cases whose name holds every word of `only`, with `library` on our side; prints a line for each.
pub fn play(library: Library, only: &[String]) -> Result<Tally> {
    library.prepare()?;
    deps::ensure(&[&deps::OPENSSL, &deps::GNUTLS]);
    let place = Place {
        program: library.compile(&["peer/certificates.c"])?,
        openssl: peers::openssl35(),
        pki: pki::folder()?.canonicalize()?,
        made: make()?,
    };
    let mut tally = Tally::default();
    if let Err(error) = &place.openssl {
        tally.skipped.push(format!("OpenSSL 3.5: {error}"));
    }
    for case in CASES {
        let end = if case.ours == Ours::Client { "client" } else { "server" };
        let name = format!("{} {}, our {end}", case.peer, case.name);
        if !only.iter().all(|word| name.contains(word.as_str())) || (case.peer == "openssl" && place.openssl.is_err()) {
            continue;
        }
        match try_case(case, &place) {
            Ok(()) => {
                tally.passed += 1;
                println!("ok      {name}");
            }
            Err(why) => {
                tally.failed += 1;
                println!("FAILED  {name}\n{}", indent(&why.to_string()));
            }
        }
    }
    Ok(tally)
}

/// Plays one case.
fn try_case(case: &Case, place: &Place) -> Result<()> {
    let port = free_port()?;
    let (mine, theirs) = (my_program(case, place, port), their_program(case, place, port)?);
    let (server, client) = match case.ours {
        Ours::Client => (theirs, mine),
        Ours::Server => (mine, theirs),
    };
    let mut server = Running::start(server)?;
    wait_until_listening(port, &mut server.child)?;
    server.feed();
    let mut client = Running::start(client)?;
    client.feed();
    // Ours ends by itself at either end; a peer may linger.
    let (mine, theirs) = match case.ours {
        Ours::Client => (client.finish(LIMIT)?, server.finish(Duration::from_secs(1))?),
        Ours::Server => {
            let mine = server.finish(LIMIT)?;
            (mine, client.finish(Duration::from_secs(1))?)
        }
    };
    let both = || format!("{}\n{}", mine.text(), theirs.text());
    for (name, wanted) in case.says {
        let wanted = match wanted.strip_prefix('@') {
            Some(file) => hex(&fs::read(place.made.join(file))?),
            None => (*wanted).to_owned(),
        };
        let prefix = format!("{name}=");
        let found = mine.stdout.lines().find_map(|line| line.strip_prefix(&prefix));
        if found != Some(wanted.as_str()) {
            return Err(format!("our end says {name}={found:?}, not {wanted:?}\n{}", both()).into());
        }
    }
    for wanted in case.peer_says {
        if !theirs.stdout.contains(wanted) && !theirs.stderr.contains(wanted) {
            return Err(format!("the peer does not say {wanted:?}\n{}", both()).into());
        }
    }
    Ok(())
}

fn my_program(case: &Case, place: &Place, port: u16) -> Program {
    let role = if case.ours == Ours::Client { "client" } else { "server" };
    let mut command = Command::new(&place.program);
    command.args([format!("role={role}"), format!("port={port}")]);
    command.args(words(case.mine, place, port));
    Program { command, input: vec![] }
}

fn their_program(case: &Case, place: &Place, port: u16) -> Result<Program> {
    let is_server = case.ours == Ours::Client;
    let (program, first) = match (case.peer, is_server) {
        ("openssl", true) => (
            place.openssl.as_ref().map_err(ToString::to_string)?.clone(),
            OPENSSL_SERVER,
        ),
        ("openssl", false) => (
            place.openssl.as_ref().map_err(ToString::to_string)?.clone(),
            OPENSSL_CLIENT,
        ),
        (_, true) => ("gnutls-serv".into(), GNUTLS_SERVER),
        (_, false) => ("gnutls-cli".into(), GNUTLS_CLIENT),
    };
    let mut command = Command::new(program);
    command
        .args(words(first, place, port))
        .args(words(case.theirs, place, port));
    if case.peer == "openssl" && !case.theirs.contains("-tls1_2") {
        command.arg("-tls1_3");
    }
    // A client sends the line once it is connected.
    let line = (Duration::from_millis(300), format!("{LINE}\n").into_bytes());
    let input = if is_server { vec![] } else { vec![line] };
    Ok(Program { command, input })
}

/// Arguments with the places filled in.
fn words(text: &str, place: &Place, port: u16) -> Vec<String> {
    let fill = |word: &str| {
        word.replace("{port}", &port.to_string())
            .replace("{pki}", &place.pki.display().to_string())
            .replace("{made}", &place.made.display().to_string())
    };
    text.split_whitespace().map(fill).collect()
}

/// Makes what the test certificates do not have: public keys, an OCSP response, a timestamp, a chain.
fn make() -> Result<PathBuf> {
    let pki = pki::folder()?.canonicalize()?;
    let made = target().join("interop-certificates");
    fs::create_dir_all(&made)?;
    let made = made.canonicalize()?;
    let openssl = |arguments: &str, place: &Path| {
        let mut command = Command::new("openssl");
        command.args(arguments.split_whitespace()).current_dir(place);
        capture(&mut command)
    };
    for name in ["p256", "p384"] {
        let key = pki.join(format!("{name}.key")).display().to_string();
        openssl(&format!("pkey -in {key} -pubout -outform DER -out {name}.spki"), &made)?;
        openssl(&format!("pkey -in {key} -pubout -out {name}.pub"), &made)?;
    }
    let at = pki.display();
    let serial = openssl(&format!("x509 -in {at}/p256.crt -noout -serial"), &made)?;
    let serial = String::from_utf8_lossy(&serial.stdout).trim().replace("serial=", "");
    fs::write(
        made.join("index.txt"),
        format!("V\t391231235959Z\t\t{serial}\tunknown\t/CN=p256\n"),
    )?;
    openssl(
        &format!(
            "ocsp -index index.txt -CA {at}/ca-ec.crt -rsigner {at}/ca-ec.crt -rkey {at}/ca-ec.key -issuer {at}/ca-ec.crt \
             -cert {at}/p256.crt -respout response.der -ndays 30"
        ),
        &made,
    )?;
    let read = |name: &str| fs::read_to_string(pki.join(name));
    let chain = [read("p256.crt")?, read("ca-ec.crt")?, read("ca-rsa.crt")?].concat();
    fs::write(made.join("chain.crt"), chain)?;
    fs::write(made.join("scts.bin"), scts())?;
    // No log is known.
    fs::write(made.join("logs.cnf"), "enabled_logs =\n")?;
    Ok(made)
}

/// A `SignedCertificateTimestampList` with one timestamp of a log that does not exist (RFC 6962 section 3.2).
fn scts() -> Vec<u8> {
    // Version, log, time, no extensions, sha256 and ecdsa, a signature of eight bytes.
    let one = [
        &[0][..],
        &[7; 32],
        &[0, 0, 1, 0x80, 0, 0, 0, 0],
        &[0, 0],
        &[4, 3],
        &[0, 8],
        &[9; 8],
    ]
    .concat();
    let length = |bytes: usize| u16::try_from(bytes).unwrap_or(u16::MAX).to_be_bytes();
    [&length(one.len() + 2)[..], &length(one.len()), &one].concat()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
