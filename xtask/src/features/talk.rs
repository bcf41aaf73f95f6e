//! What a build with options says to itself and to OpenSSL, and whether that is what its options allow.

use super::builds::Build;
use crate::deps;
use crate::pki;
use crate::shell::{Result, capture, collect, free_port, root, run_for, wait_for};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(30);
/// What OpenSSL's server is given to end by itself, which it does not.
const LINGER: Duration = Duration::from_millis(200);
/// The pre-shared key of talk.c.
const PSK: &[&str] = &[
    "-psk",
    "30313233343536373839616263646566",
    "-psk_identity",
    "Client_identity",
];

/// A way to know the peer, in a build.
struct Way<'b> {
    build: &'b Build,
    /// By a pre-shared key, and otherwise by certificate.
    psk: bool,
    /// Authorities, certificate, key.
    files: [String; 3],
    talk: PathBuf,
}

/// The program with itself and with OpenSSL, by certificate and by pre-shared key as far as the build goes; in words.
pub(super) fn to_all(build: &Build, prefix: &Path) -> Result<String> {
    let talk = program(prefix)?;
    let folder = pki::folder()?;
    let file = |name: &str| folder.join(name).display().to_string();
    let mut done = Vec::new();
    for (there, psk, name) in [
        (build.has_certificates(), false, "certificate"),
        (build.has_psk(), true, "psk"),
    ] {
        if there {
            let files = [file("ca.crt"), file("p256.crt"), file("p256.key")];
            let talk = talk.clone();
            let way = Way {
                build,
                psk,
                files,
                talk,
            };
            way.with_itself()
                .map_err(|error| format!("{name}, with itself: {error}"))?;
            way.to_openssl()
                .map_err(|error| format!("{name}, to OpenSSL: {error}"))?;
            way.by_openssl()
                .map_err(|error| format!("{name}, from OpenSSL: {error}"))?;
            done.push(name);
        }
    }
    Ok(done.join(", "))
}

/// Builds the C program with the installed headers and library.
fn program(prefix: &Path) -> Result<PathBuf> {
    let talk = prefix.join("talk");
    let mut compiler = Command::new(deps::cc());
    compiler.args([
        "-std=c99",
        "-D_POSIX_C_SOURCE=200809L",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-o",
    ]);
    compiler.arg(&talk).arg(root().join("c-tests/options/talk.c"));
    compiler.arg(format!("-I{}", prefix.join("include").display()));
    compiler.arg(format!("-L{}", prefix.join("lib").display()));
    compiler.args(["-lmbedtls", "-lmbedx509", "-lmbedcrypto"]);
    compiler.arg(format!("-Wl,-rpath,{}", prefix.join("lib").display()));
    capture(&mut compiler)?;
    Ok(talk)
}

impl Way<'_> {
    /// The version that both have to agree on: the newest in which the build knows the peer this way.
    fn version(&self) -> &'static str {
        let newest = if self.psk {
            self.build.has("tls13-psk") || self.build.has("tls13-psk-ephemeral")
        } else {
            self.build.has("tls13-ephemeral")
        };
        if newest { "TLSv1.3" } else { "TLSv1.2" }
    }

    fn with_itself(&self) -> Result<()> {
        let port = free_port()?;
        let server = Server::start(&mut self.ours("server", port), "ready")?;
        let client = self.client(port)?;
        let told = server.end(LIMIT)?;
        wants(&client, "back", true)?;
        self.judge_server(&told)
    }

    fn to_openssl(&self) -> Result<()> {
        let port = free_port()?;
        let server = Server::start(&mut self.openssl_server(port), "ACCEPT")?;
        self.client(port)?;
        let told = server.stop(LINGER)?;
        // A client without names sends none.
        let named = self.build.has("server-name-indication");
        wants(&told, "extension \"server name\"", named)
    }

    fn by_openssl(&self) -> Result<()> {
        let port = free_port()?;
        let server = Server::start(&mut self.ours("server", port), "ready")?;
        let client = run_for(&mut self.openssl_client(port), LIMIT, b"a line\n")?;
        let told = server.end(LIMIT)?;
        self.judge_server(&told)?;
        wants(&client.stdout, "a line", true)?;
        // "New" or, as OpenSSL sees a pre-shared key, "Reused".
        wants(&client.stdout, &format!(", {}, Cipher is", self.version()), true)?;
        let ticket = match self.version() {
            "TLSv1.3" => "Post-Handshake New Session Ticket arrived",
            _ => "TLS session ticket:",
        };
        // In TLS 1.3 a ticket is a pre-shared key.
        let usable =
            self.version() != "TLSv1.3" || self.build.has("tls13-psk") || self.build.has("tls13-psk-ephemeral");
        wants(&client.stdout, ticket, self.build.has("session-tickets") && usable)
    }

    /// Our client's words; it has to end well, in the version that is to be.
    fn client(&self, port: u16) -> Result<String> {
        let client = run_for(&mut self.ours("client", port), LIMIT, b"")?;
        if !client.success {
            return Err(format!("{} {}{}", client.how, client.stdout, client.stderr).into());
        }
        wants(&client.stdout, self.version(), true)?;
        Ok(client.stdout)
    }

    /// Our server was in the version that is to be, and was told a name if the build knows of names.
    fn judge_server(&self, told: &str) -> Result<()> {
        wants(told, self.version(), true)?;
        wants(told, "name seen", self.build.has("server-name-indication"))
    }

    fn ours(&self, side: &str, port: u16) -> Command {
        let mut command = Command::new(&self.talk);
        command.args([side, &port.to_string()]).args(&self.files);
        if self.psk {
            command.arg("psk");
        }
        command
    }

    /// OpenSSL's server, which sends back what comes, line by line and each line reversed.
    fn openssl_server(&self, port: u16) -> Command {
        let [_, certificate, key] = &self.files;
        let mut command = Command::new("openssl");
        command.args([
            "s_server",
            "-rev",
            "-tlsextdebug",
            "-accept",
            &format!("127.0.0.1:{port}"),
        ]);
        if self.psk {
            command.args(["-nocert", "-allow_no_dhe_kex"]).args(PSK);
        } else {
            command.args(["-cert", certificate, "-key", key]);
        }
        command
    }

    /// OpenSSL's client, which stays until the server closes.
    fn openssl_client(&self, port: u16) -> Command {
        let [authorities, ..] = &self.files;
        let mut command = Command::new("openssl");
        command.args(["s_client", "-ign_eof", "-connect", &format!("127.0.0.1:{port}")]);
        command.args(["-servername", "localhost"]);
        // Who can do TLS 1.3, though not this way, says so; a client that offers it would take TLS 1.2 for an attack.
        if self.build.has("tls13") && self.version() == "TLSv1.2" {
            command.arg("-tls1_2");
        }
        // A server whose tickets serve without a key exchange alone sends them to who may use them so.
        command.arg("-allow_no_dhe_kex");
        if self.psk {
            command.args(PSK);
        } else {
            command.args(["-CAfile", authorities, "-verify_return_error"]);
        }
        command
    }
}

/// `text` has `what` in it, or has not.
fn wants(text: &str, what: &str, there: bool) -> Result<()> {
    if text.contains(what) == there {
        return Ok(());
    }
    let is = if there { "is missing" } else { "should not be there" };
    Err(format!("{what} {is}:\n{text}").into())
}

/// A server under way.
struct Server {
    child: Child,
    /// What it says after it is ready.
    told: JoinHandle<String>,
}

impl Server {
    /// Starts it and waits for the line that says it is ready.
    fn start(command: &mut Command, ready: &str) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut line = String::new();
        while !line.contains(ready) {
            line.clear();
            if lines.read_line(&mut line)? == 0 {
                child.wait()?;
                return Err("the server ended before it was ready".into());
            }
        }
        Ok(Self {
            child,
            told: collect(lines),
        })
    }

    /// What it said; it has to end by itself, and well.
    fn end(mut self, limit: Duration) -> Result<String> {
        let status = wait_for(&mut self.child, limit)?;
        let told = self.told.join().unwrap_or_default();
        match status {
            Some(status) if status.success() => Ok(told),
            Some(status) => Err(format!("the server: {status}\n{told}").into()),
            None => Err(format!("the server did not end\n{told}").into()),
        }
    }

    /// What it said; it is ended unless it does that by itself soon.
    fn stop(mut self, soon: Duration) -> Result<String> {
        wait_for(&mut self.child, soon)?;
        Ok(self.told.join().unwrap_or_default())
    }
}
