//! The programs that are measured: how each is built and run.

use super::scenarios::{HYBRID, Scenario};
use crate::deps;
use crate::install::{self, Profile};
use crate::shell::{Result, capture, root, run, target};
use crate::{peers, pki};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A library under measurement.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Library {
    /// This one.
    Ours,
    /// Mbed TLS 3.6.6 as Debian builds it.
    Stock,
    /// rustls with ring, through `read_tls` and `write_tls`.
    Rustls,
    /// rustls with ring, through its interface without buffers of its own.
    RustlsUnbuffered,
    /// Debian's libssl.
    OpenSsl,
}

impl Library {
    /// Every library, as they are run in the first round.
    pub const ALL: [Self; 5] = [
        Self::Ours,
        Self::Stock,
        Self::Rustls,
        Self::RustlsUnbuffered,
        Self::OpenSsl,
    ];

    /// Key in the figures.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ours => "ferrotls",
            Self::Stock => "mbedtls-3.6.6",
            Self::Rustls => "rustls",
            Self::RustlsUnbuffered => "rustls-unbuffered",
            Self::OpenSsl => "openssl",
        }
    }
}

/// A result line of a driver.
pub struct Measured {
    /// `client`, `server`, `send` or `receive`.
    pub side: String,
    /// `ns/handshake`, `ns/KiB` or `bytes/connection`.
    pub unit: String,
    /// In that unit; smaller is better.
    pub value: f64,
}

/// A driver that is built.
pub struct Driver {
    /// What it measures.
    pub library: Library,
    program: PathBuf,
    /// Another one for early data, where it takes another build of the library.
    early: Option<PathBuf>,
    certificates: PathBuf,
}

impl Driver {
    /// Whether the driver can do this at all: an interface without buffers has no memory of its own to weigh, and only Mbed TLS
    /// goes without a key exchange where it could have one.
    pub fn takes(&self, scenario: &Scenario) -> bool {
        if scenario.group == HYBRID && matches!(self.library, Library::Stock | Library::OpenSsl) {
            return false;
        }
        match (self.library, scenario.kind) {
            (Library::RustlsUnbuffered, "memory" | "early") => false,
            (Library::Rustls | Library::RustlsUnbuffered | Library::OpenSsl, "resume-psk") => false,
            (Library::Stock, "early") => self.early.is_some(),
            _ => true,
        }
    }

    /// Runs the scenario for so much CPU time.
    pub fn measure(&self, scenario: &Scenario, milliseconds: u32) -> Result<Vec<Measured>> {
        let early = self.early.as_ref().filter(|_| scenario.kind == "early");
        let mut command = Command::new(early.unwrap_or(&self.program));
        command
            .arg(&self.certificates)
            .args([
                scenario.kind,
                scenario.key,
                scenario.group,
                scenario.suite,
                scenario.auth,
            ])
            .args([scenario.size.to_string(), milliseconds.to_string()]);
        match self.library {
            Library::Rustls => drop(command.arg("buffered")),
            Library::RustlsUnbuffered => drop(command.arg("unbuffered")),
            _ => (),
        }
        let output = capture(&mut command)?;
        let lines = std::str::from_utf8(&output.stdout)?.lines();
        let results = lines.map(|line| {
            let value: serde_json::Value = serde_json::from_str(line)?;
            let text = |key: &str| {
                value[key]
                    .as_str()
                    .map(String::from)
                    .ok_or("a result without side or unit")
            };
            Ok(Measured {
                side: text("side")?,
                unit: text("unit")?,
                value: value["value"].as_f64().ok_or("a result without value")?,
            })
        });
        results.collect()
    }
}

/// Builds the drivers of `libraries`, in that order; `early` if they are to drive early data.
pub fn build(libraries: &[Library], early: bool) -> Result<Vec<Driver>> {
    deps::require(&[&deps::CC])?;
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    let certificates = certificates(&folder)?;
    let driver = |library| -> Result<Driver> {
        let program = match library {
            Library::Ours => {
                let prefix = install::installed(Profile::Release)?;
                compile("bench.c", &folder.join("bench-ferrotls"), &our_flags(&prefix))?
            }
            Library::Stock => compile("bench.c", &folder.join("bench-mbedtls"), &peers::stock()?.flags())?,
            Library::OpenSsl => {
                deps::require(&[&deps::LIBSSL_DEV])?;
                let flags = ["-lssl", "-lcrypto"].map(String::from);
                compile("bench_openssl.c", &folder.join("bench-openssl"), &flags)?
            }
            Library::Rustls | Library::RustlsUnbuffered => {
                cargo(&["build", "--release", "--quiet", "--package", "rustls-peer"])?;
                target().join("release/rustls-peer")
            }
        };
        // Debian's build has no early data. Where no other can be made, that row stays without.
        let early = (early && library == Library::Stock)
            .then(|| compile("bench.c", &folder.join("bench-mbedtls-early"), &peers::early()?.flags()))
            .and_then(|built| built.inspect_err(|error| eprintln!("bench: {error}")).ok());
        Ok(Driver {
            library,
            program,
            early,
            certificates: certificates.clone(),
        })
    };
    libraries.iter().map(|&library| driver(library)).collect()
}

/// Flags that build a program against this library's shared object. The old kind of run path comes before
/// `LD_LIBRARY_PATH`, in which cargo puts the folder of the debug build.
fn our_flags(prefix: &Path) -> Vec<String> {
    let (include, lib) = (prefix.join("include"), prefix.join("lib"));
    let (include, lib) = (include.display(), lib.display());
    vec![
        format!("-I{include}"),
        format!("-L{lib}"),
        format!("-Wl,--disable-new-dtags,-rpath,{lib}"),
        "-lmbedcrypto".into(),
    ]
}

fn cargo(words: &[&str]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).args(words).current_dir(root()))
}

fn compile(source: &str, program: &Path, flags: &[String]) -> Result<PathBuf> {
    let mut command = Command::new(deps::cc());
    command.args(["-std=gnu99", "-O2", "-Wall", "-Wextra", "-Werror"]);
    command
        .arg(root().join("c-tests/bench").join(source))
        .arg("-o")
        .arg(program);
    capture(command.args(flags))?;
    Ok(program.to_path_buf())
}

/// The drivers' folder of certificates, with the names they expect.
fn certificates(folder: &Path) -> Result<PathBuf> {
    let from = pki::folder()?;
    let to = folder.join("certificates");
    fs::create_dir_all(&to)?;
    for (key, ca, server, client) in [
        ("ecdsa", "ca-ec", "p256", "client"),
        ("rsa", "ca-rsa", "rsa2048", "client-rsa"),
    ] {
        fs::copy(from.join(format!("{ca}.crt")), to.join(format!("ca-{key}.pem")))?;
        for (who, name) in [("server", server), ("client", client)] {
            fs::copy(from.join(format!("{name}.crt")), to.join(format!("{who}-{key}.pem")))?;
            fs::copy(from.join(format!("{name}.key")), to.join(format!("{who}-{key}.key")))?;
        }
    }
    Ok(to)
}
