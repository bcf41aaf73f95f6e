//! `cargo xtask examples`: the installed library called from Python, Node and C++, each example as client and as server, with
//! each other and with OpenSSL and curl.
//!
//! Each client fetches a page from each server, verifies chain and name, and is then given a name that the certificate does not
//! have, which it must refuse. What the examples need of registries is pinned in their folders and goes below `target`.

use crate::deps::{self, Need};
use crate::install::{Profile, installed};
use crate::pki;
use crate::shell::{Finished, Result, capture, root, run_for, target};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What all examples need of the system.
const NEEDS: &[&Need] = &[&deps::PKG_CONFIG, &deps::OPENSSL];
/// The longest that a client may take, and a server until it listens.
const LIMIT: Duration = Duration::from_secs(30);
/// A name that the certificate has, and one that it has not.
const NAMES: [&str; 2] = ["localhost", "wrong.example"];

/// How the examples went.
#[derive(Default)]
pub struct Tally {
    /// Pairs that did what they should.
    pub passed: usize,
    /// Pairs that did not.
    pub failed: usize,
    /// What could not be run, and why.
    pub skipped: Vec<String>,
}

/// One language's example, or a program of the system.
struct Example {
    name: &'static str,
    kind: Kind,
}

/// How its programs are started.
enum Kind {
    /// `<words> client...` and `<words> server...`: an interpreter and its files, or the programs themselves.
    Ours {
        client: Vec<PathBuf>,
        server: Vec<PathBuf>,
    },
    OpenSsl,
    Curl,
}

/// Prepares an example in a folder, with the library that is installed in another.
type Prepare = fn(&Path, &Path) -> Result<Kind>;

/// The task.
pub fn run(_arguments: &[String]) -> Result<()> {
    let tally = play()?;
    tally.skipped.iter().for_each(|skip| println!("skipped: {skip}"));
    println!("examples: {} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 {
        Ok(())
    } else {
        Err("there are failures".into())
    }
}

/// Installs the library, prepares the examples, and runs each client with each server.
pub fn play() -> Result<Tally> {
    deps::require(NEEDS)?;
    let prefix = installed(Profile::Dev)?;
    let base = target().join("examples");
    fs::create_dir_all(&base)?;
    let base = base.canonicalize()?;
    let mut tally = Tally::default();
    let mut examples = Vec::new();
    let ours: [(&str, Prepare); 3] = [("Python", python), ("Node", node), ("C++", cpp)];
    for (name, prepare) in ours {
        match prepare(&base, &prefix) {
            Ok(kind) => examples.push(Example { name, kind }),
            Err(error) => tally.skipped.push(format!("the example in {name}: {error}")),
        }
    }
    examples.push(Example {
        name: "OpenSSL",
        kind: Kind::OpenSsl,
    });
    match deps::require(&[&deps::CURL]) {
        Ok(()) => examples.push(Example {
            name: "curl",
            kind: Kind::Curl,
        }),
        Err(error) => tally.skipped.push(format!("curl: {error}")),
    }
    table(&examples, &prefix, &mut tally)?;
    Ok(tally)
}

/// A row for each server, a column for each client.
fn table(examples: &[Example], prefix: &Path, tally: &mut Tally) -> Result<()> {
    let mut complaints = Vec::new();
    print!("{:<18}", "server \\ client");
    examples.iter().for_each(|client| print!("{:>10}", client.name));
    println!();
    for server in examples {
        let Some(mut running) = Running::start(server, prefix)? else {
            continue;
        };
        print!("{:<18}", server.name);
        for client in examples {
            // Two programs that are not ours have nothing to show here.
            if matches!(server.kind, Kind::OpenSsl) && !matches!(client.kind, Kind::Ours { .. }) {
                print!("{:>10}", "");
                continue;
            }
            let (word, complaint) = match meet(client, running.port, prefix) {
                Ok(()) => ("passed", None),
                Err(error) => ("FAILED", Some(format!("{} to {}: {error}", client.name, server.name))),
            };
            print!("{word:>10}");
            tally.passed += usize::from(complaint.is_none());
            tally.failed += usize::from(complaint.is_some());
            complaints.extend(complaint);
        }
        println!();
        running.stop();
    }
    complaints.iter().for_each(|complaint| println!("{complaint}"));
    Ok(())
}

/// A client fetches the page by the right name, and refuses the server by the wrong one.
fn meet(client: &Example, port: u16, prefix: &Path) -> Result<()> {
    let [right, wrong] = NAMES;
    let fetched = fetch(client, port, right, prefix)?;
    let said = |finished: &Finished| format!("{}\n{}{}", finished.how, finished.stdout, finished.stderr);
    if !fetched.success || !fetched.stdout.contains("TLSv1.3") {
        return Err(said(&fetched).into());
    }
    if matches!(client.kind, Kind::Ours { .. }) {
        for line in [
            "version TLSv1.3",
            "suite TLS1-3-",
            "peer O=ferrotls, CN=chain-leaf",
            "status HTTP/1.",
        ] {
            if !fetched.stdout.contains(line) {
                return Err(format!("no \"{line}\" in\n{}", said(&fetched)).into());
            }
        }
    }
    let refused = fetch(client, port, wrong, prefix)?;
    if refused.success || refused.stdout.contains("status") {
        return Err(format!("took the wrong name\n{}", said(&refused)).into());
    }
    if matches!(client.kind, Kind::Ours { .. }) && !refused.stderr.contains("-0x2700") {
        return Err(format!("refused it for another reason\n{}", said(&refused)).into());
    }
    Ok(())
}

/// One request of a client's.
fn fetch(client: &Example, port: u16, name: &str, prefix: &Path) -> Result<Finished> {
    let ca = pki::folder()?.join("ca.crt");
    let mut command = match &client.kind {
        Kind::Ours { client, .. } => {
            let mut command = start(client, prefix)?;
            command.arg(port.to_string()).arg(ca).arg(name);
            command
        }
        Kind::Curl => {
            let mut command = Command::new("curl");
            command
                .args(["--silent", "--show-error", "--noproxy", "*", "--cacert"])
                .arg(ca);
            command.arg("--resolve").arg(format!("{name}:{port}:127.0.0.1"));
            command.arg(format!("https://{name}:{port}/"));
            command
        }
        Kind::OpenSsl => {
            let mut command = Command::new("openssl");
            command.args(["s_client", "-quiet", "-verify_return_error", "-verify_quiet", "-CAfile"]);
            command.arg(ca).args(["-verify_hostname", name, "-servername", name]);
            command.args(["-connect", &format!("127.0.0.1:{port}")]);
            command
        }
    };
    let input = format!("GET / HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");
    run_for(&mut command, LIMIT, input.as_bytes())
}

/// A program of an example, which finds the library by pkg-config.
fn start(words: &[PathBuf], prefix: &Path) -> Result<Command> {
    let (program, rest) = words.split_first().ok_or("an example without a program")?;
    let mut command = Command::new(program);
    command
        .args(rest)
        .env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    // Cargo puts its own folders there, and another build of the library may lie in them.
    command.env_remove("LD_LIBRARY_PATH");
    Ok(command)
}

/// A server that listens; it ends with this value.
struct Running {
    child: Child,
    port: u16,
}

impl Running {
    /// Starts a server and waits until it says where it listens; `None` for a program that is a client only.
    fn start(server: &Example, prefix: &Path) -> Result<Option<Self>> {
        let files = pki::folder()?;
        let (certificate, key) = (files.join("chain.crt"), files.join("chain.key"));
        let mut command = match &server.kind {
            Kind::Ours { server, .. } => {
                let mut command = start(server, prefix)?;
                command.arg("0").arg(certificate).arg(key);
                command
            }
            Kind::OpenSsl => {
                let mut command = Command::new("openssl");
                command
                    .args(["s_server", "-www", "-accept", "127.0.0.1:0", "-cert"])
                    .arg(&certificate);
                command.arg("-cert_chain").arg(certificate).arg("-key").arg(key);
                command
            }
            Kind::Curl => return Ok(None),
        };
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| format!("{}: {error}", server.name))?;
        let (sender, receiver) = mpsc::channel();
        let streams: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
            child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
        ];
        for stream in streams.into_iter().flatten() {
            let sender = sender.clone();
            // Read to the end, so that no full pipe stops the server.
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(std::result::Result::ok) {
                    let _ = sender.send(line);
                }
            });
        }
        drop(sender);
        let mut running = Self { child, port: 0 };
        let mut said = String::new();
        while let Ok(line) = receiver.recv_timeout(LIMIT) {
            if let Some(port) = listening(&line) {
                running.port = port;
                return Ok(Some(running));
            }
            said += &line;
            said.push('\n');
        }
        running.stop();
        Err(format!("the server in {} does not listen\n{said}", server.name).into())
    }

    fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The port in `listening on 1234` or in OpenSSL's `ACCEPT 127.0.0.1:1234`.
fn listening(line: &str) -> Option<u16> {
    let rest = line
        .strip_prefix("listening on ")
        .or_else(|| line.strip_prefix("ACCEPT ")?.rsplit_once(':').map(|(_, port)| port));
    rest?.trim().parse().ok().filter(|port| *port != 0)
}

/// The example's folder.
fn folder(name: &str) -> PathBuf {
    root().join("examples").join(name)
}

/// Whether `wanted` was prepared in `stamp` already, by what stands there.
fn is_current(stamp: &Path, wanted: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|text| text == wanted)
}

/// cffi in a virtual environment.
fn python(base: &Path, _prefix: &Path) -> Result<Kind> {
    deps::require(&[&deps::PYTHON])?;
    let (environment, from) = (base.join("python"), folder("python"));
    let (interpreter, stamp) = (environment.join("bin/python"), environment.join("requirements.txt"));
    let wanted = fs::read_to_string(from.join("requirements.txt"))?;
    if !is_current(&stamp, &wanted) || !interpreter.is_file() {
        let _ = fs::remove_dir_all(&environment);
        capture(Command::new("python3").args(["-m", "venv"]).arg(&environment))?;
        let mut pip = Command::new(&interpreter);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--only-binary",
            ":all:",
            "--requirement",
        ]);
        capture(pip.arg(from.join("requirements.txt")))?;
        fs::write(&stamp, wanted)?;
    }
    let program = |file: &str| vec![interpreter.clone(), from.join(file)];
    Ok(Kind::Ours {
        client: program("client.py"),
        server: program("server.py"),
    })
}

/// koffi beside copies of the example's files.
fn node(base: &Path, _prefix: &Path) -> Result<Kind> {
    deps::require(&[&deps::NODE])?;
    let (to, from) = (base.join("node"), folder("node"));
    fs::create_dir_all(&to)?;
    let stamp = to.join("installed");
    for file in ["package.json", "package-lock.json", "tls.js", "client.js", "server.js"] {
        fs::copy(from.join(file), to.join(file))?;
    }
    let wanted = fs::read_to_string(from.join("package-lock.json"))?;
    if !is_current(&stamp, &wanted) {
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        capture(npm.current_dir(&to))?;
        fs::write(&stamp, wanted)?;
    }
    let program = |file: &str| vec![PathBuf::from("node"), to.join(file)];
    Ok(Kind::Ours {
        client: program("client.js"),
        server: program("server.js"),
    })
}

/// Both programs, compiled and linked as pkg-config says.
fn cpp(base: &Path, prefix: &Path) -> Result<Kind> {
    deps::require(&[&deps::CXX])?;
    let (to, from) = (base.join("cpp"), folder("cpp"));
    fs::create_dir_all(&to)?;
    let mut pkg_config = Command::new("pkg-config");
    pkg_config.args(["--cflags", "--libs", "mbedtls"]);
    let flags = capture(pkg_config.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")))?;
    let flags = String::from_utf8(flags.stdout)?;
    for name in ["client", "server"] {
        let mut compiler = Command::new("c++");
        compiler.args([
            "-std=c++17",
            "-Wall",
            "-Wextra",
            "-Wpedantic",
            "-Werror",
            "-O1",
            "-pthread",
        ]);
        compiler
            .arg(from.join(name).with_extension("cpp"))
            .arg("-o")
            .arg(to.join(name));
        compiler.args(flags.split_whitespace());
        // The library is in no folder that the loader knows.
        compiler.arg(format!("-Wl,-rpath,{}", prefix.join("lib").display()));
        capture(&mut compiler)?;
    }
    Ok(Kind::Ours {
        client: vec![to.join("client")],
        server: vec![to.join("server")],
    })
}
