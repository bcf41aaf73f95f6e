//! `cargo xtask features`: each option of the build left out alone, and each alone with the least that it needs.
//!
//! A build with options is made by CMake, as its users make it: configured with Mbed TLS's macros, installed, and looked at.
//! What it leaves out must be absent from the library, and `c-tests/options/talk.c`, which calls whatever the installed macros
//! say is there, must talk to itself and to OpenSSL. The lints and the unit tests run with the same features.
//!
//! `--short` only lets clippy look at a few builds and at their unit tests, without warnings: for every change. `--dev` takes the
//! debug profile, whose sizes say nothing. Words choose builds by parts of their names.

use crate::deps;
use crate::pki;
use crate::shell::{Result, capture, collect, root, run_for, target, wait_for};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long a program may take.
const LIMIT: Duration = Duration::from_secs(30);

/// An option: cargo's name and the macro's.
const OPTIONS: &[(&str, &str)] = &[
    ("tls12", "MBEDTLS_SSL_PROTO_TLS1_2"),
    ("tls13", "MBEDTLS_SSL_PROTO_TLS1_3"),
    ("tls13-psk", "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED"),
    (
        "tls13-ephemeral",
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED",
    ),
    (
        "tls13-psk-ephemeral",
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED",
    ),
    ("tls13-compatibility-mode", "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE"),
    ("early-data", "MBEDTLS_SSL_EARLY_DATA"),
    ("session-tickets", "MBEDTLS_SSL_SESSION_TICKETS"),
    ("server-name-indication", "MBEDTLS_SSL_SERVER_NAME_INDICATION"),
    ("keep-peer-certificate", "MBEDTLS_SSL_KEEP_PEER_CERTIFICATE"),
];

/// All that needs TLS 1.3, and that.
const ALL_13: &[&str] = &[
    "tls13",
    "tls13-psk",
    "tls13-ephemeral",
    "tls13-psk-ephemeral",
    "tls13-compatibility-mode",
    "early-data",
];

/// A build.
struct Build {
    name: &'static str,
    /// What it has, or what it has not.
    options: Options,
    /// Functions that must not be in it.
    absent: &'static [&'static str],
}

/// The options of a build.
enum Options {
    /// All but these.
    Without(&'static [&'static str]),
    /// These alone.
    Only(&'static [&'static str]),
}

const BUILDS: &[Build] = &[
    Build {
        name: "everything",
        options: Options::Without(&[]),
        absent: &[],
    },
    Build {
        name: "without TLS 1.2",
        options: Options::Without(&["tls12"]),
        absent: &[
            "mbedtls_ssl_renegotiate",
            "mbedtls_ssl_conf_encrypt_then_mac",
            "mbedtls_ssl_conf_extended_master_secret",
            "mbedtls_ssl_conf_renegotiation",
        ],
    },
    Build {
        name: "without TLS 1.3",
        options: Options::Without(ALL_13),
        absent: &[
            "mbedtls_ssl_conf_tls13_key_exchange_modes",
            "mbedtls_ssl_conf_early_data",
            "mbedtls_ssl_write_early_data",
            "ferrotls_update_keys",
            "ferrotls_conf_stateless_retry",
            "ferrotls_request_client_certificate",
        ],
    },
    Build {
        name: "without psk",
        options: Options::Without(&["tls13-psk"]),
        absent: &[],
    },
    Build {
        name: "without ephemeral",
        options: Options::Without(&["tls13-ephemeral"]),
        absent: &[],
    },
    Build {
        name: "without psk_ephemeral",
        options: Options::Without(&["tls13-psk-ephemeral"]),
        absent: &[],
    },
    Build {
        name: "without compatibility mode",
        options: Options::Without(&["tls13-compatibility-mode"]),
        absent: &[],
    },
    Build {
        name: "without early data",
        options: Options::Without(&["early-data"]),
        absent: &[
            "mbedtls_ssl_conf_early_data",
            "mbedtls_ssl_read_early_data",
            "mbedtls_ssl_write_early_data",
            "mbedtls_ssl_get_early_data_status",
            "ferrotls_conf_anti_replay",
        ],
    },
    Build {
        name: "without tickets",
        options: Options::Without(&["session-tickets", "early-data"]),
        absent: &[
            "mbedtls_ssl_ticket_setup",
            "mbedtls_ssl_ticket_write",
            "mbedtls_ssl_conf_session_tickets",
            "mbedtls_ssl_conf_session_tickets_cb",
        ],
    },
    Build {
        name: "without server names",
        options: Options::Without(&["server-name-indication"]),
        absent: &[
            "mbedtls_ssl_conf_sni",
            "mbedtls_ssl_set_hs_own_cert",
            "mbedtls_ssl_get_hs_sni",
        ],
    },
    Build {
        name: "without the peer's certificate",
        options: Options::Without(&["keep-peer-certificate"]),
        absent: &[],
    },
    Build {
        name: "TLS 1.2 alone",
        options: Options::Only(&["tls12"]),
        absent: &[
            "mbedtls_ssl_conf_session_tickets_cb",
            "mbedtls_ssl_conf_sni",
            "ferrotls_update_keys",
        ],
    },
    Build {
        name: "ephemeral alone",
        options: Options::Only(&["tls13", "tls13-ephemeral"]),
        absent: &[
            "mbedtls_ssl_renegotiate",
            "mbedtls_ssl_conf_sni",
            "mbedtls_ssl_ticket_setup",
        ],
    },
    Build {
        name: "psk alone",
        options: Options::Only(&["tls13", "tls13-psk"]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "both with pre-shared keys",
        options: Options::Only(&[
            "tls13",
            "tls13-psk",
            "tls13-psk-ephemeral",
            "tls13-compatibility-mode",
            "early-data",
            "session-tickets",
            "server-name-indication",
        ]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_x509_crt_parse", "mbedtls_pk_sign"],
    },
    Build {
        name: "psk_ephemeral alone",
        options: Options::Only(&["tls13", "tls13-psk-ephemeral"]),
        absent: &["mbedtls_ssl_renegotiate", "mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "ephemeral with compatibility mode",
        options: Options::Only(&["tls13", "tls13-ephemeral", "tls13-compatibility-mode"]),
        absent: &["mbedtls_ssl_conf_sni"],
    },
    Build {
        name: "psk with tickets",
        options: Options::Only(&["tls13", "tls13-psk", "session-tickets"]),
        absent: &["mbedtls_ssl_conf_early_data"],
    },
    Build {
        name: "psk with early data",
        options: Options::Only(&["tls13", "tls13-psk", "session-tickets", "early-data"]),
        absent: &["mbedtls_ssl_renegotiate"],
    },
    Build {
        name: "ephemeral with server names",
        options: Options::Only(&["tls13", "tls13-ephemeral", "server-name-indication"]),
        absent: &["mbedtls_ssl_ticket_setup"],
    },
    Build {
        name: "ephemeral with the peer's certificate",
        options: Options::Only(&["tls13", "tls13-ephemeral", "keep-peer-certificate"]),
        absent: &["mbedtls_ssl_conf_sni"],
    },
];

/// Those that `--short` looks at: together they leave out each option.
const SHORT: &[&str] = &[
    "TLS 1.2 alone",
    "ephemeral alone",
    "psk alone",
    "both with pre-shared keys",
];

impl Build {
    fn has(&self, feature: &str) -> bool {
        match self.options {
            Options::Without(those) => !those.contains(&feature),
            Options::Only(those) => those.contains(&feature),
        }
    }

    /// cargo's arguments.
    fn features(&self) -> Vec<String> {
        if matches!(self.options, Options::Without([])) {
            return Vec::new();
        }
        let names = OPTIONS.iter().map(|(name, _)| *name).filter(|name| self.has(name));
        let names: Vec<&str> = names.collect();
        vec!["--no-default-features".into(), "--features".into(), names.join(",")]
    }

    /// There are certificates in it.
    fn has_certificates(&self) -> bool {
        self.has("tls12") || self.has("tls13-ephemeral")
    }

    /// A handshake can rest on a pre-shared key.
    fn has_psk(&self) -> bool {
        self.has("tls12") || self.has("tls13-psk") || self.has("tls13-psk-ephemeral")
    }
}

/// The task.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let flag = |name: &str| arguments.iter().any(|word| word == name);
    let (short, dev) = (flag("--short"), flag("--dev"));
    let words: Vec<&String> = arguments.iter().filter(|word| !word.starts_with("--")).collect();
    let chosen = BUILDS.iter().filter(|build| match (words.is_empty(), short) {
        (false, _) => words.iter().any(|word| build.name.contains(word.as_str())),
        (true, true) => SHORT.contains(&build.name),
        (true, false) => true,
    });
    if !short {
        deps::require(&[&deps::CC, &deps::CMAKE, &deps::OPENSSL])?;
    }
    let mut failed = Vec::new();
    println!(
        "{:<40} {:<8} {:<8} {:<8} {:<20} {:>10}",
        "build", "lints", "tests", "absent", "talks", "bytes"
    );
    for build in chosen {
        let row = if short { compile(build) } else { whole(build, dev) };
        match row {
            Ok(row) => println!("{:<40} {row}", build.name),
            Err(error) => {
                println!("{:<40} FAILED", build.name);
                failed.push(format!("{}: {error}", build.name));
            }
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(failed.join("\n").into())
    }
}

/// A cargo command about the library with the build's features.
fn cargo(build: &Build, verb: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(root())
        .args(verb)
        .args(["--package", "ferrotls", "--lib"])
        .args(build.features());
    command
}

/// The short form: no error and no warning.
fn compile(build: &Build) -> Result<String> {
    lint(build)?;
    Ok("clean".into())
}

/// What clippy says of the library, where code that nobody calls shows, and of its unit tests: nothing.
fn lint(build: &Build) -> Result<()> {
    for profile in ["dev", "test"] {
        let words = ["clippy", "--quiet", "--profile", profile];
        capture(cargo(build, &words).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// Lints, unit tests, then the library as it is installed.
fn whole(build: &Build, dev: bool) -> Result<String> {
    lint(build)?;
    let tests = capture(&mut cargo(build, &["test"]))?;
    let tests = passed(&String::from_utf8_lossy(&tests.stdout)).ok_or("no unit test ran")?;
    let prefix = install(build, dev)?;
    let library = prefix.join("lib/libmbedcrypto.so").canonicalize()?;
    let symbols = capture(Command::new("nm").arg("-D").arg("--defined-only").arg(&library))?;
    let symbols = String::from_utf8_lossy(&symbols.stdout);
    for name in build.absent {
        if symbols.lines().any(|line| line.ends_with(&format!(" {name}"))) {
            return Err(format!("{name} is in the library").into());
        }
    }
    let talk = program(&prefix)?;
    let talks = talk_to_all(build, &talk)?;
    let size = fs::metadata(&library)?.len();
    Ok(format!(
        "{:<8} {tests:<8} {:<8} {talks:<20} {size:>10}",
        "clean",
        build.absent.len()
    ))
}

/// How many tests passed, by what the test runner printed.
fn passed(printed: &str) -> Option<u32> {
    let line = printed.lines().find(|line| line.starts_with("test result: ok."))?;
    line.split_whitespace().nth(3)?.parse().ok().filter(|count| *count > 0)
}

/// Where all of this is kept.
fn folder() -> PathBuf {
    target().join("features")
}

/// Builds and installs by CMake; returns the prefix.
fn install(build: &Build, dev: bool) -> Result<PathBuf> {
    let name = build.name.replace([' ', '\''], "-");
    fs::create_dir_all(folder())?;
    let base = folder().canonicalize()?;
    let (tree, prefix) = (base.join(format!("{name}-build")), base.join(&name));
    let mut configure = Command::new("cmake");
    configure
        .arg("-S")
        .arg(root())
        .arg("-B")
        .arg(&tree)
        .args(["-DENABLE_TESTING=OFF", "-DCMAKE_INSTALL_LIBDIR=lib"]);
    configure.arg(format!("-DCMAKE_INSTALL_PREFIX={}", prefix.display()));
    configure.arg(format!("-DFERROTLS_PROFILE={}", if dev { "dev" } else { "release" }));
    // Beside what cargo has built already, and said so that CMake does not take a folder of its own.
    configure.arg(format!("-DFERROTLS_TARGET_DIR={}", base.join("..").display()));
    for (feature, option) in OPTIONS {
        configure.arg(format!("-D{option}={}", if build.has(feature) { "ON" } else { "OFF" }));
    }
    capture(&mut configure)?;
    capture(Command::new("cmake").arg("--build").arg(&tree))?;
    capture(Command::new("cmake").arg("--install").arg(&tree).arg("--strip"))?;
    Ok(prefix)
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

/// The program with itself and with OpenSSL, by certificate and by pre-shared key as far as the build goes.
fn talk_to_all(build: &Build, talk: &Path) -> Result<String> {
    let folder = pki::folder()?;
    let file = |name: &str| folder.join(name).display().to_string();
    let files = [file("ca.crt"), file("p256.crt"), file("p256.key")];
    let mut done = Vec::new();
    let ways = [(build.has_certificates(), false), (build.has_psk(), true)];
    for (_, psk) in ways.into_iter().filter(|(there, _)| *there) {
        let port = free_port()?;
        let mut server = start(&mut ours(talk, "server", port, &files, psk), "ready")?;
        let client = run_for(&mut ours(talk, "client", port, &files, psk), LIMIT, b"")?;
        end(&mut server)?;
        if !client.success || !client.stdout.contains("back") {
            return Err(format!(
                "with itself (psk: {psk}): {} {}{}",
                client.how, client.stdout, client.stderr
            )
            .into());
        }
        let port = free_port()?;
        let mut server = start(&mut openssl_server(port, &files, psk), "ACCEPT")?;
        let client = run_for(&mut ours(talk, "client", port, &files, psk), LIMIT, b"")?;
        end(&mut server)?;
        if !client.success {
            return Err(format!(
                "with OpenSSL (psk: {psk}): {} {}{}",
                client.how, client.stdout, client.stderr
            )
            .into());
        }
        done.push(if psk { "psk" } else { "certificate" });
    }
    Ok(done.join(", "))
}

fn ours(talk: &Path, side: &str, port: u16, files: &[String; 3], psk: bool) -> Command {
    let mut command = Command::new(talk);
    command.args([side, &port.to_string()]).args(files);
    if psk {
        command.arg("psk");
    }
    command
}

/// OpenSSL's server, which sends back what comes, line by line and each line reversed.
fn openssl_server(port: u16, [_, certificate, key]: &[String; 3], psk: bool) -> Command {
    let mut command = Command::new("openssl");
    command.args(["s_server", "-rev", "-accept", &format!("127.0.0.1:{port}")]);
    if psk {
        command.args([
            "-nocert",
            "-psk",
            "30313233343536373839616263646566",
            "-allow_no_dhe_kex",
        ]);
        command.args(["-psk_identity", "Client_identity"]);
    } else {
        command.args(["-cert", certificate, "-key", key]);
    }
    command
}

/// Starts a server and waits for the line that says it is ready.
fn start(command: &mut Command, ready: &str) -> Result<Child> {
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
    // The rest is read, so that the server never waits for it to be.
    drop(collect(lines.into_inner()));
    Ok(child)
}

/// Ends a server that may have ended by itself.
fn end(server: &mut Child) -> Result<()> {
    wait_for(server, Duration::from_millis(200)).map(drop)
}

/// A port that nothing listens on.
fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
