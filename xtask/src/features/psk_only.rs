//! `cargo xtask psk-only`: a build of pre-shared keys alone has no certificate and no signature in it, and does its work.
//!
//! The library is built and installed by CMake with the options that a person would set. `nm` lists what is in its shared
//! object; whatever speaks of certificates or signatures is an error. A C program, compiled against the headers that were
//! installed with it, then talks to itself and, in both directions, to OpenSSL 3.5.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::install::{self, Profile};
use crate::shell::{Result, capture, root, run_for, target};
use crate::{deps, peers};

/// What the build leaves out.
const OFF: &[&str] = &[
    "MBEDTLS_SSL_PROTO_TLS1_2",
    "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED",
];

/// What the names of functions for C begin with that must not be exported.
const EXPORTS: &[&str] = &[
    "mbedtls_x509",
    "mbedtls_pk_",
    "mbedtls_rsa_",
    "mbedtls_ecdsa_",
    "mbedtls_pem_",
    "mbedtls_pkcs",
    "mbedtls_oid_",
    "mbedtls_ssl_conf_own_cert",
    "mbedtls_ssl_conf_ca_",
    "mbedtls_ssl_conf_verify",
    "mbedtls_ssl_conf_async_private",
    "mbedtls_ssl_get_peer_cert",
    "psa_sign_",
    "psa_verify_",
    "psa_asymmetric_",
];

/// What the other names, of Rust's functions and of ring's in C and assembler, must not contain.
const NAMES: &[&str] = &[
    "webpki::",
    "rsa::",
    "ecdsa::",
    "rfc6979",
    "ed25519",
    "ge_double_scalarmult",
    "pem_rfc7468",
    // Not all of that crate: std has its own for backtraces, which inflates only.
    "miniz_oxide::deflate",
    "brotli",
    "ferrotls::pki",
    "ferrotls::compress",
    "ferrotls::crypto::sign",
    "ferrotls::crypto::verify",
    "ferrotls::crypto::ec::signature",
    "ferrotls::capi::pk",
    "ferrotls::capi::x509",
    "certificate_verify",
    "wire::certificate_request::",
    // All of ring that computes with RSA's long numbers. What stays of its `bn_` is one assembler file for multiplication by
    // Montgomery, which P-384 uses for its key exchange, and the file that the first refers to.
    "ring::rsa",
    "ring::signature",
    "ring::arithmetic::bigint",
    "suite_b::ecdsa",
    "bn_neg_inv_mod",
];

/// How long one conversation may take.
const LIMIT: Duration = Duration::from_secs(30);

/// The task.
pub(crate) fn run(_: &[String]) -> Result<()> {
    deps::require(&[&deps::CC, &deps::CMAKE])?;
    let prefix = installed()?;
    let object = prefix.join("lib/libmbedcrypto.so");
    let full = install::installed(Profile::Release)?.join("lib/libmbedcrypto.so");
    println!("shared object, in bytes, with its symbols and stripped");
    println!("  everything         {}", sizes(&full)?);
    println!("  pre-shared keys    {}", sizes(&object)?);
    compare(&defined(&full)?, &defined(&object)?)?;
    talk(&prefix)
}

/// Builds and installs the library; the folder.
fn installed() -> Result<PathBuf> {
    let base = target().join("features/psk-only");
    std::fs::create_dir_all(&base)?;
    let base = base.canonicalize()?;
    let build = base.join("build");
    let prefix = base.join("prefix");
    let mut configure = install::cmake();
    configure.arg("-S").arg(root()).arg("-B").arg(&build);
    configure.args(OFF.iter().map(|name| format!("-D{name}=OFF")));
    configure.args(["-DENABLE_TESTING=OFF", "-DCMAKE_INSTALL_LIBDIR=lib"]);
    capture(configure.arg(format!("-DCMAKE_INSTALL_PREFIX={}", prefix.display())))?;
    capture(install::cmake().arg("--build").arg(&build))?;
    capture(install::cmake().arg("--install").arg(&build))?;
    Ok(prefix)
}

/// The size of a shared object as it is, and stripped.
fn sizes(object: &Path) -> Result<String> {
    let stripped = target().join("features/stripped.so");
    std::fs::create_dir_all(target().join("features"))?;
    capture(Command::new("strip").arg("-o").arg(&stripped).arg(object))?;
    let size = |path: &Path| std::fs::metadata(path).map(|metadata| metadata.len());
    Ok(format!("{:>9} {:>9}", size(object)?, size(&stripped)?))
}

/// The names that are defined in a shared object.
pub(crate) fn defined(object: &Path) -> Result<Vec<String>> {
    let output = capture(
        Command::new("nm")
            .args(["--defined-only", "--demangle", "--format=posix"])
            .arg(object),
    )?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // Name, kind, place, size; a demangled name may have spaces in it.
    let name = |line: &str| line.rsplitn(4, ' ').last().unwrap_or_default().to_owned();
    Ok(text.lines().map(name).collect())
}

/// How many names of each kind the two objects have; none may be in the small one, and all have to be in the other, or the search
/// would not find them.
pub(crate) fn compare(full: &[String], small: &[String]) -> Result<()> {
    println!("names in the symbol table: {} and {}", full.len(), small.len());
    for what in kinds() {
        let (in_full, in_small) = (of_kind(full, what).count(), of_kind(small, what).count());
        println!("  {:<36} {in_full:>5} {in_small:>5}", what.0);
        if in_full == 0 {
            return Err(format!(
                "nothing is called {} in a build of everything: the search finds nothing",
                what.0
            )
            .into());
        }
    }
    // So many that it is a symbol table, and not the interface alone.
    if of_kind(small, ("ferrotls::tls::", false)).next().is_none() {
        return Err("the object has no symbol table".into());
    }
    nothing_of(small)
}

/// None of `names` is of a kind that may not be there.
fn nothing_of(names: &[String]) -> Result<()> {
    let wrong: Vec<&str> = kinds().flat_map(|what| of_kind(names, what).take(5)).collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("a build of pre-shared keys alone has {}", wrong.join(", ")).into())
    }
}

/// Parts of names, and whether they stand at the start.
fn kinds() -> impl Iterator<Item = (&'static str, bool)> {
    let starts = EXPORTS.iter().map(|name| (*name, true));
    starts.chain(NAMES.iter().map(|name| (*name, false)))
}

/// Those of a kind.
fn of_kind<'n>(names: &'n [String], (what, at_start): (&'static str, bool)) -> impl Iterator<Item = &'n str> {
    let names = names.iter().map(String::as_str);
    names.filter(move |name| match at_start {
        true => name.starts_with(what),
        false => name.contains(what),
    })
}

/// The conversations.
fn talk(prefix: &Path) -> Result<()> {
    let program = prefix.with_file_name("talk");
    let mut compile = Command::new(deps::cc());
    compile
        .args(["-std=gnu99", "-Wall", "-Wextra", "-Werror", "-o"])
        .arg(&program);
    compile.arg(root().join("c-tests/psk_only/talk.c"));
    compile
        .arg("-I")
        .arg(prefix.join("include"))
        .arg("-L")
        .arg(prefix.join("lib"));
    compile.args(["-lmbedtls", "-lmbedx509", "-lmbedcrypto"]);
    capture(compile.arg(format!("-Wl,-rpath,{}", prefix.join("lib").display())))?;
    let openssl = peers::openssl35()?;
    for mode in ["psk_ke", "psk_dhe_ke"] {
        let done = run_for(Command::new(&program).args(["self", mode]), LIMIT, b"")?;
        println!(
            "  {mode:<10} with itself      {}",
            told(&done.stdout, &done.stderr, done.success)?
        );
        println!(
            "  {mode:<10} OpenSSL serves   {}",
            openssl_serves(&openssl, &program, mode)?
        );
        println!(
            "  {mode:<10} OpenSSL connects {}",
            openssl_connects(&openssl, &program, mode)?
        );
    }
    Ok(())
}

/// What a program that was successful has printed, on one line.
fn told(stdout: &str, stderr: &str, success: bool) -> Result<String> {
    if success {
        Ok(stdout.trim().replace('\n', ", "))
    } else {
        Err(format!("{stdout}{stderr}").into())
    }
}

/// The key of `talk.c` in hexadecimal.
fn key() -> String {
    b"sixteen and more bytes of a key"
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Ends a program that waits for more.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Our client with OpenSSL's server, which sends what it reads from its own input.
fn openssl_serves(openssl: &Path, program: &Path, mode: &str) -> Result<String> {
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
    let mut server = Command::new(openssl);
    server
        .args(["s_server", "-tls1_3", "-nocert", "-quiet", "-accept"])
        .arg(format!("127.0.0.1:{port}"));
    server.args(["-psk_identity", "alice", "-psk", &key()]);
    if mode == "psk_ke" {
        server.arg("-allow_no_dhe_kex");
    }
    let mut server = Ended(
        server
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?,
    );
    let start = Instant::now();
    while TcpStream::connect(format!("127.0.0.1:{port}")).is_err() {
        if start.elapsed() > LIMIT {
            return Err("OpenSSL's server does not come up".into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    // What it reads here it sends to whoever is connected.
    let mut input = server.0.stdin.take().ok_or("a pipe")?;
    std::thread::spawn(move || {
        for _ in 0..100 {
            std::thread::sleep(Duration::from_millis(200));
            if input.write_all(b"a line that comes back\n").is_err() {
                break;
            }
        }
    });
    let done = run_for(Command::new(program).args(["client", &port, mode]), LIMIT, b"")?;
    told(&done.stdout, &done.stderr, done.success)
}

/// Our server with OpenSSL's client.
fn openssl_connects(openssl: &Path, program: &Path, mode: &str) -> Result<String> {
    let mut server = Command::new(program);
    let mut server = Ended(server.args(["server", mode]).stdout(Stdio::piped()).spawn()?);
    let mut port = String::new();
    BufReader::new(server.0.stdout.take().ok_or("a pipe")?).read_line(&mut port)?;
    let mut client = Command::new(openssl);
    client.args([
        "s_client",
        "-tls1_3",
        "-quiet",
        "-psk_identity",
        "alice",
        "-psk",
        &key(),
        "-connect",
    ]);
    client.arg(format!("127.0.0.1:{}", port.trim()));
    if mode == "psk_ke" {
        client.arg("-allow_no_dhe_kex");
    }
    let mut client = Ended(
        client
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?,
    );
    let mut input = client.0.stdin.take().ok_or("a pipe")?;
    input.write_all(b"a line that comes back\n")?;
    let mut back = String::new();
    BufReader::new(client.0.stdout.take().ok_or("a pipe")?).read_line(&mut back)?;
    drop(input);
    if back.trim() == "a line that comes back" {
        Ok("the line came back".to_owned())
    } else {
        Err(format!("OpenSSL's client, {mode}: {back:?} came back").into())
    }
}
