//! `cargo xtask demo`: two small C programs, written for Mbed TLS 3.6 and linked with this library, talk to each other and to
//! OpenSSL on the loopback interface, and what happens is shown.

mod ladder;
mod wire;

use crate::bench;
use crate::deps;
use crate::programs::Library;
use crate::shell::{Finished, Result, capture, collect, free_port, line, run_for, target, wait_for};
use std::fs;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(20);
/// Where a command line that is shown breaks.
const COMMAND_WIDTH: usize = 94;

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let fast = match arguments {
        [] => false,
        [only] if only == "--no-bench" => true,
        _ => return Err("usage: cargo xtask demo [--no-bench]".into()),
    };
    deps::require(&[&deps::CC, &deps::OPENSSL])?;
    let stage = Stage::set()?;
    stage.each_other()?;
    stage.coming_back()?;
    stage.openssl_server()?;
    stage.openssl_client()?;
    stage.refusal()?;
    if !fast {
        stage.speed()?;
    }
    Ok(())
}

/// What all scenes need.
struct Stage {
    client: PathBuf,
    server: PathBuf,
    files: PathBuf,
    color: bool,
}

impl Stage {
    /// Builds the library and the programs, and makes the certificates.
    fn set() -> Result<Self> {
        eprintln!("building libferrotls and the two C programs (some minutes the first time) ...");
        Library::OursRelease.prepare()?;
        let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let stage = Self {
            client: Library::OursRelease.compile(&["demo/https_client.c"])?,
            server: Library::OursRelease.compile(&["demo/https_server.c"])?,
            files: certificates()?,
            color,
        };
        println!();
        stage.title("ferrotls: a program written for Mbed TLS 3.6 is relinked, not rewritten");
        println!("  c-tests/demo/https_client.c   cc https_client.c -lferrotls");
        println!("  c-tests/demo/https_server.c   cc https_server.c -lferrotls");
        println!(
            "  certificates of a private CA, made on the spot: {}",
            stage.files.display()
        );
        Ok(stage)
    }

    /// Our client and our server.
    fn each_other(&self) -> Result<()> {
        self.title("1. Client and server, both with ferrotls");
        let port = free_port()?;
        let server = self.our_server(port, "server")?;
        let client = self.our_client(port, "localhost")?;
        let server = server.finish()?;
        let (seen, served) = (wire::trace(&client.stderr), wire::trace(&server.stderr));
        let flights = wire::flights(&seen);

        let mut lines = ladder::draw(&wire::states(&seen), &wire::states(&served)).into_iter();
        if let Some(head) = lines.next() {
            println!("  {}", self.paint("1", &head));
        }
        lines.for_each(|line| println!("  {line}"));

        println!();
        let (ours, theirs) = (wire::sends(&seen), wire::sends(&served));
        println!(
            "  {}  client in {}, server in {}",
            self.paint("1", "wire   "),
            times(ours, "send"),
            times(theirs, "send")
        );
        self.flights(&flights);
        println!();
        self.fact("version", value(&client.stdout, "version"));
        self.fact("suite", value(&client.stdout, "suite"));
        self.fact("group", wire::group(&flights).unwrap_or("unknown"));
        self.fact(
            "peer",
            &format!(
                "{}, issued by {}",
                value(&client.stdout, "subject"),
                value(&client.stdout, "issuer")
            ),
        );
        self.fact("verified", value(&client.stdout, "verified"));
        self.fact("request", value(&server.stdout, "request"));
        self.fact("answer", &answer(&client.stdout));
        expect(&client, "verified: yes")?;
        expect(&client, "HTTP/1.0 200")
    }

    /// A visitor who comes back with a ticket, and asks in its first flight.
    fn coming_back(&self) -> Result<()> {
        self.title("2. Coming back: a ticket, and the request in the first flight (0-RTT)");
        let session = self.files.join("session");
        let _ = fs::remove_file(&session);
        let port = free_port()?;
        let mut command = Command::new(&self.server);
        command.args(["-t", "-r", &port.to_string()]);
        command
            .arg(self.files.join("server.crt"))
            .arg(self.files.join("server.key"));
        let server = Running::start(command.arg("2"), "listening")?;
        let visit = || {
            let mut command = Command::new(&self.client);
            command.args(["-t", "-s"]).arg(&session);
            command.args(["127.0.0.1", &port.to_string()]);
            command.arg(self.files.join("ca.crt")).arg("localhost");
            run_for(&mut command, LIMIT, b"")
        };
        let (first, second) = (visit()?, visit()?);
        let server = server.finish()?;
        for (which, client) in [("first visit", &first), ("second visit", &second)] {
            println!("  {}", self.paint("1", which));
            self.flights(&wire::flights(&wire::trace(&client.stderr)));
        }
        println!();
        self.fact("early data", value(&second.stdout, "early data"));
        self.fact("server read", value(&server.stdout, "early data"));
        self.fact("peer", value(&second.stdout, "subject"));
        self.fact("verified", value(&second.stdout, "verified"));
        self.fact("answer", &answer(&second.stdout));
        expect(&first, "HTTP/1.0 200")?;
        expect(&second, "early data: accepted")?;
        expect(&second, "verified: yes")?;
        expect(&second, "HTTP/1.0 200")
    }

    /// What went over the wire.
    fn flights(&self, flights: &[wire::Flight]) {
        for flight in flights {
            let arrow = if flight.from_client { "──▶" } else { "◀──" };
            println!(
                "    {arrow} {:>5} bytes   {}",
                flight.bytes.len(),
                wire::records(flight).join(", ")
            );
        }
    }

    /// Our client and OpenSSL's server.
    fn openssl_server(&self) -> Result<()> {
        self.title("3. Our client at OpenSSL's server");
        let port = free_port()?;
        let mut command = Command::new("openssl");
        command.args(["s_server", "-www", "-naccept", "1", "-accept", &port.to_string()]);
        command
            .arg("-cert")
            .arg(self.files.join("server.crt"))
            .arg("-key")
            .arg(self.files.join("server.key"));
        self.command(&command);
        let server = Running::start(&mut command, "ACCEPT")?;
        let client = self.our_client(port, "localhost")?;
        server.stop()?;
        self.fact("version", value(&client.stdout, "version"));
        self.fact("suite", value(&client.stdout, "suite"));
        self.fact("verified", value(&client.stdout, "verified"));
        let page = client
            .stdout
            .lines()
            .find(|line| line.contains("Cipher is"))
            .unwrap_or("no page");
        self.fact("page says", page.trim());
        expect(&client, "verified: yes")?;
        expect(&client, "Cipher is")
    }

    /// OpenSSL's client and our server.
    fn openssl_client(&self) -> Result<()> {
        self.title("4. OpenSSL's client at our server");
        let port = free_port()?;
        let server = self.our_server(port, "server")?;
        let mut command = Command::new("openssl");
        command.args(["s_client", "-connect", &format!("127.0.0.1:{port}"), "-CAfile"]);
        command.arg(self.files.join("ca.crt"));
        command.args(["-verify_hostname", "localhost", "-ign_eof"]);
        self.command(&command);
        let client = run_for(&mut command, LIMIT, b"GET / HTTP/1.0\r\n\r\n")?;
        server.finish()?;
        for (name, start) in [
            ("OpenSSL says", "New, TLSv1.3"),
            ("", "Server Temp Key"),
            ("", "Verification"),
        ] {
            let said = client
                .stdout
                .lines()
                .find(|line| line.starts_with(start))
                .unwrap_or("nothing");
            self.fact(name, said);
        }
        self.fact("answer", &answer(&client.stdout));
        expect(&client, "Verification: OK")?;
        expect(&client, "HTTP/1.0 200")
    }

    /// A certificate that must not be trusted.
    fn refusal(&self) -> Result<()> {
        self.title("5. A certificate of a stranger, for another name");
        let port = free_port()?;
        let server = self.our_server(port, "stranger")?;
        let client = self.our_client(port, "localhost")?;
        let server = server.finish()?;
        let reasons: Vec<_> = client
            .stdout
            .lines()
            .filter_map(|line| line.strip_prefix("refused: "))
            .collect();
        for (place, reason) in reasons.iter().enumerate() {
            self.fact(if place == 0 { "client" } else { "" }, reason);
        }
        self.fact("", value(&client.stdout, "error"));
        self.fact("server", value(&server.stdout, "error"));
        if client.success || reasons.len() < 2 {
            return Err(format!("the certificate was not refused as it should be:\n{}", client.stdout).into());
        }
        Ok(())
    }

    /// Handshakes and bytes against the library that the programs were written for.
    fn speed(&self) -> Result<()> {
        self.title("6. The same C code with ferrotls and with stock Mbed TLS 3.6.6, one core");
        eprintln!("measuring ...");
        let [ours, stock] = bench::against_stock()?;
        println!("  {:<44}{:>10}{:>16}", "", "ferrotls", "Mbed TLS 3.6.6");
        for (name, ours, stock) in [
            ("full handshakes per second with x25519", 1e9 / ours.0, 1e9 / stock.0),
            (
                "MB/s through AES-128-GCM, sent and received",
                1e6 * 1.024 / ours.1,
                1e6 * 1.024 / stock.1,
            ),
        ] {
            let times = self.paint("1;32", &format!("{:.0} times", ours / stock));
            println!("  {name:<44}{ours:>10.0}{stock:>16.0}   {times}");
        }
        println!("\n  cargo xtask bench measures more, beside rustls and OpenSSL too.\n");
        Ok(())
    }

    fn our_client(&self, port: u16, name: &str) -> Result<Finished> {
        let mut command = Command::new(&self.client);
        command
            .args(["-t", "127.0.0.1", &port.to_string()])
            .arg(self.files.join("ca.crt"))
            .arg(name);
        run_for(&mut command, LIMIT, b"")
    }

    fn our_server(&self, port: u16, certificate: &str) -> Result<Running> {
        let mut command = Command::new(&self.server);
        command.args(["-t", &port.to_string()]);
        command
            .arg(self.files.join(format!("{certificate}.crt")))
            .arg(self.files.join(format!("{certificate}.key")));
        Running::start(command.arg("1"), "listening")
    }

    fn title(&self, text: &str) {
        println!("\n{}\n", self.paint("1;36", text));
    }

    fn fact(&self, name: &str, text: &str) {
        println!("  {}  {text}", self.paint("1", &format!("{name:<12}")));
    }

    /// A command line as a person would type it.
    fn command(&self, command: &Command) {
        let text = line(command).replace(&format!("{}/", self.files.display()), "");
        let mut lines = vec![String::from("$")];
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(last) if last.len() + word.len() < COMMAND_WIDTH => *last += &format!(" {word}"),
                _ => lines.push(format!("     {word}")),
            }
        }
        println!("  {}\n", self.paint("2", &lines.join(" \\\n")));
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.color {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// A server that runs beside us; killed if it is dropped.
struct Running {
    child: Child,
    stdout: Option<JoinHandle<String>>,
    stderr: Option<JoinHandle<String>>,
}

impl Running {
    /// Starts `command` and waits until it has printed the line `ready`.
    fn start(command: &mut Command, ready: &str) -> Result<Self> {
        let shown = line(command);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{shown}: {error}"))?;
        let stderr = child.stderr.take().map(collect);
        let mut stdout = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut running = Self {
            child,
            stdout: None,
            stderr,
        };
        let mut text = String::new();
        while text.trim_end() != ready {
            text.clear();
            if stdout.read_line(&mut text)? == 0 {
                let ended = running.finish()?;
                return Err(format!("{shown}: {}\n{}", ended.how, ended.stderr).into());
            }
        }
        running.stdout = Some(collect(stdout));
        Ok(running)
    }

    /// What the server printed, when it has ended by itself.
    fn finish(mut self) -> Result<Finished> {
        let status = wait_for(&mut self.child, LIMIT)?;
        let text =
            |thread: Option<JoinHandle<String>>| thread.and_then(|thread| thread.join().ok()).unwrap_or_default();
        Ok(Finished {
            success: status.is_some_and(|status| status.success()),
            how: status.map_or_else(|| "not over in time".into(), |status| status.to_string()),
            stdout: text(self.stdout.take()),
            stderr: text(self.stderr.take()),
        })
    }

    /// Ends a server that has nothing more to do.
    fn stop(mut self) -> Result<()> {
        let _ = wait_for(&mut self.child, Duration::from_millis(500))?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The value of the line `name: value`.
fn value<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or("unknown")
}

/// Status line and body of an HTTP answer.
fn answer(text: &str) -> String {
    let start = text.find("HTTP/1.").and_then(|at| text.get(at..));
    let Some((head, body)) = start.and_then(|answer| answer.split_once("\r\n\r\n")) else {
        return "none".into();
    };
    let status = head.lines().next().unwrap_or_default();
    format!("{status}: {}", body.lines().next().unwrap_or_default())
}

/// An error unless the program printed `text`.
fn expect(finished: &Finished, text: &str) -> Result<()> {
    if finished.stdout.contains(text) {
        return Ok(());
    }
    let printed = [finished.stdout.as_str(), finished.stderr.as_str()].concat();
    Err(format!("not as it should be ({}), no \"{text}\" in:\n{printed}", finished.how).into())
}

/// "1 send", "2 sends".
fn times(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// A private CA, a certificate of its for `localhost`, and one that signed itself, for another name.
fn certificates() -> Result<PathBuf> {
    let folder = target().join("demo");
    fs::create_dir_all(&folder)?;
    let folder = folder.canonicalize()?;
    let openssl = |words: &[&str]| capture(Command::new("openssl").args(words).current_dir(&folder)).map(drop);
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    let own = [["req", "-x509", "-days", "30"].as_slice(), &key].concat();
    let root = [
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign",
        "-subj",
        "/O=ferrotls demo/CN=Private CA",
    ];
    openssl(&[own.as_slice(), &root, &["-keyout", "ca.key", "-out", "ca.crt"]].concat())?;
    let stranger = [
        "-addext",
        "subjectAltName=DNS:elsewhere.example",
        "-subj",
        "/O=Stranger/CN=elsewhere.example",
    ];
    openssl(
        &[
            own.as_slice(),
            &stranger,
            &["-keyout", "stranger.key", "-out", "stranger.crt"],
        ]
        .concat(),
    )?;

    let extensions = "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n\
                      extendedKeyUsage=serverAuth\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n";
    fs::write(folder.join("server.ext"), extensions)?;
    let request = [
        "-subj",
        "/O=ferrotls demo/CN=localhost",
        "-keyout",
        "server.key",
        "-out",
        "server.csr",
    ];
    openssl(&[["req"].as_slice(), &key, &request].concat())?;
    let sign = [
        "x509",
        "-req",
        "-in",
        "server.csr",
        "-CA",
        "ca.crt",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "30",
    ];
    openssl(&[sign.as_slice(), &["-extfile", "server.ext", "-out", "server.crt"]].concat())?;
    Ok(relative(&folder))
}

/// `path` from the folder we are in, where that is shorter.
fn relative(path: &Path) -> PathBuf {
    let here = std::env::current_dir().ok();
    here.and_then(|here| path.strip_prefix(here).ok())
        .unwrap_or(path)
        .to_path_buf()
}
