//! Other TLS libraries that the tests are held against, put beside the system in `target/peers`.
//!
//! Stock Mbed TLS 3.6.6 and OpenSSL 3.5 are Debian trixie's own packages: downloaded by `apt-get` with a source list,
//! lists and cache of its own, and unpacked, so that nothing is installed. The registry's address is the one that
//! the machine's own sources name. What Debian 12 has itself (GnuTLS, OpenSSL 3.0) comes from [`crate::deps`].
//!
//! Debian's package leaves out early data, so for that alone there is a second Mbed TLS 3.6.6: the same source package built
//! here with the same configuration and the options of [`SWITCHES`].

use crate::deps;
use crate::shell::{Result, capture, lock, target, which};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian's release that has Mbed TLS 3.6.
pub(crate) const SUITE: &str = "trixie";
/// Packages of stock Mbed TLS.
const MBEDTLS: &[&str] = &["libmbedtls21", "libmbedx509-7", "libmbedcrypto16", "libmbedtls-dev"];
/// Packages of OpenSSL 3.5, with the C library it was linked to.
const OPENSSL: &[&str] = &["openssl", "libssl3t64", "libc6"];

/// Debian's source package of Mbed TLS.
const MBEDTLS_SOURCE: &str = "mbedtls";
/// What the reference for early data has switched on beside what Debian has.
const SWITCHES: &[&str] = &["MBEDTLS_SSL_EARLY_DATA", "MBEDTLS_SSL_ASYNC_PRIVATE"];
/// Name of the reference for early data under `target/peers`.
const EARLY: &str = "mbedtls-3.6.6-early";

/// Stock Mbed TLS 3.6.6, as Debian has it or with more options.
pub struct Stock {
    /// The folder that holds `mbedtls/` and `psa/`.
    pub include: PathBuf,
    /// The folder of `libmbedtls.so` and its kin.
    pub lib: PathBuf,
}

impl Stock {
    /// Flags that build a program against it and let the program find it again.
    pub fn flags(&self) -> Vec<String> {
        let (include, lib) = (self.include.display(), self.lib.display());
        let mut flags = vec![
            format!("-I{include}"),
            format!("-L{lib}"),
            // A RUNPATH, so that other shared objects of the same names can be put in their place by LD_LIBRARY_PATH.
            format!("-Wl,--enable-new-dtags,-rpath,{lib}"),
        ];
        flags.extend(["-lmbedtls", "-lmbedx509", "-lmbedcrypto"].map(String::from));
        flags
    }
}

/// The task: fetches everything and says where it is.
pub fn run(_arguments: &[String]) -> Result<()> {
    println!("stock Mbed TLS   {}", stock()?.lib.display());
    println!("with early data  {}", early()?.lib.display());
    println!("certificates     {}", crate::pki::folder()?.display());
    println!("OpenSSL 3.5      {}", openssl35()?.display());
    for missing in deps::ensure(&[
        &deps::OPENSSL,
        &deps::GNUTLS,
        &deps::VALGRIND,
        &deps::LIBSSL_DEV,
        &deps::CXX,
    ]) {
        println!("missing          {missing}");
    }
    Ok(())
}

/// Stock Mbed TLS 3.6.6, fetched at the first call.
pub fn stock() -> Result<Stock> {
    let folder = unpacked("mbedtls-3.6.6", MBEDTLS)?;
    let lib = library_folder(&folder, "libmbedtls.so.21")?;
    Ok(Stock {
        include: folder.join("usr/include"),
        lib,
    })
}

/// Mbed TLS 3.6.6 with early data, built from Debian's source package at the first call: a minute or two.
pub fn early() -> Result<Stock> {
    let folder = placed(EARLY, |filling| {
        let debian = stock()?.include.join("mbedtls/mbedtls_config.h");
        let apt = Apt::new(filling, "deb-src")?;
        capture(&mut apt.command(&["source", "--download-only", MBEDTLS_SOURCE]))?;
        build(filling, &fs::read_to_string(debian)?)
    })?;
    Ok(Stock {
        include: folder.join("include"),
        lib: folder.join("lib"),
    })
}

/// [`early`] if it is there already.
pub fn early_if_built() -> Option<Stock> {
    target().join("peers").join(EARLY).is_dir().then(early)?.ok()
}

/// Builds the source package in `folder` with Debian's configuration and more, into `folder/tree`: headers and archives.
fn build(folder: &Path, configuration: &str) -> Result<()> {
    let files = || Ok::<_, std::io::Error>(fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())));
    let named = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let archive = files()?.find(|path| named(path).is_some_and(|name| name.contains(".orig.tar.")));
    let archive = archive.ok_or("the source package has no archive")?;
    capture(Command::new("tar").arg("-xf").arg(&archive).current_dir(folder))?;
    let source = files()?.find(|path| path.join("library/ssl_tls13_server.c").is_file());
    let source = source.ok_or("the archive has no library")?;
    let mut configuration = configuration.to_owned();
    for switch in SWITCHES {
        let (off, on) = (format!("\n//#define {switch}\n"), format!("\n#define {switch}\n"));
        if !configuration.contains(&off) {
            return Err(format!("Debian's configuration has no line to switch {switch} on").into());
        }
        configuration = configuration.replace(&off, &on);
    }
    fs::write(source.join("include/mbedtls/mbedtls_config.h"), configuration)?;
    // The release's archive holds every file that is generated; no target needs a generator then.
    let mut make = Command::new("make");
    make.args(["-j2", "-C", "library", "static", "GEN_FILES=", "CFLAGS=-O2 -g1"]);
    capture(make.current_dir(&source))?;
    let (include, lib) = (folder.join("tree/include"), folder.join("tree/lib"));
    fs::create_dir_all(&lib)?;
    for name in ["libmbedtls.a", "libmbedx509.a", "libmbedcrypto.a"] {
        fs::copy(source.join("library").join(name), lib.join(name))?;
    }
    for part in ["mbedtls", "psa"] {
        fs::create_dir_all(include.join(part))?;
        for header in fs::read_dir(source.join("include").join(part))? {
            let header = header?;
            fs::copy(header.path(), include.join(part).join(header.file_name()))?;
        }
    }
    Ok(())
}

/// The `openssl` program of OpenSSL 3.5, fetched at the first call. It is a script that starts the program with the loader and
/// the C library it was built for, which are newer than those of Debian 12.
pub fn openssl35() -> Result<PathBuf> {
    let folder = unpacked("openssl-3.5", OPENSSL)?;
    let script = folder.join("openssl");
    if !script.is_file() {
        let lib = library_folder(&folder, "libssl.so.3")?;
        let loader = fs::read_dir(&lib)?.filter_map(|entry| Some(entry.ok()?.path()));
        let loader = loader.filter(|path| path.to_string_lossy().contains("/ld-linux")).min();
        let loader = loader.ok_or("the C library's package has no loader")?;
        let system = lib.strip_prefix(&folder)?;
        let text = format!(
            "#!/bin/sh\nexec '{}' --library-path '{}:/{}' '{}' \"$@\"\n",
            loader.display(),
            lib.display(),
            system.display(),
            folder.join("usr/bin/openssl").display()
        );
        fs::write(&script, text)?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755))?;
    }
    capture(Command::new(&script).arg("version"))?;
    Ok(script)
}

/// The folder of `file` under `usr/lib/<architecture>`.
fn library_folder(folder: &Path, file: &str) -> Result<PathBuf> {
    let folders = fs::read_dir(folder.join("usr/lib"))?.filter_map(|entry| Some(entry.ok()?.path()));
    let found = folders.into_iter().find(|lib| lib.join(file).exists());
    found.ok_or_else(|| format!("{file} is not in {}", folder.display()).into())
}

/// `target/peers/<name>` with `packages` unpacked in it.
fn unpacked(name: &str, packages: &[&str]) -> Result<PathBuf> {
    placed(name, |filling| {
        let apt = Apt::new(filling, "deb")?;
        capture(apt.command(&["download"]).args(packages))?;
        unpack(filling)
    })
}

/// `target/peers/<name>`; where it is missing, `fill` is given an empty folder and makes it as `tree` in there.
fn placed(name: &str, fill: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let peers = target().join("peers");
    let folder = peers.join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    // Several may ask at once, for the first time.
    let _lock = lock(&peers.join(format!("{name}.lock")))?;
    if folder.is_dir() {
        return Ok(folder);
    }
    eprintln!("fetching {name} of Debian {SUITE} into {}", folder.display());
    // Filled aside and moved into place, so that a folder that is there is whole.
    let filling = peers.join(format!("{name}.filling"));
    let _ = fs::remove_dir_all(&filling);
    fs::create_dir_all(&filling)?;
    let result = fill(&filling.canonicalize()?);
    let result = result.and_then(|()| Ok(fs::rename(filling.join("tree"), &folder)?));
    let _ = fs::remove_dir_all(&filling);
    result
        .map(|()| folder)
        .map_err(|error| format!("{name}: {error}").into())
}

/// `apt-get` with a source list, lists and cache in a folder of its own.
struct Apt {
    folder: PathBuf,
}

impl Apt {
    /// Fetches the lists; `kind` is `deb` or `deb-src`.
    fn new(folder: &Path, kind: &str) -> Result<Apt> {
        if which("apt-get").is_none() || which("dpkg").is_none() {
            return Err("this needs Debian's apt-get and dpkg".into());
        }
        let source = debian_source().ok_or("no source of Debian packages in /etc/apt")?;
        for part in ["parts", "lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(folder.join(part))?;
        }
        fs::write(
            folder.join("parts/peers.list"),
            format!("{kind} {source} {SUITE} main\n"),
        )?;
        let apt = Apt {
            folder: folder.to_owned(),
        };
        capture(&mut apt.command(&["update"]))?;
        Ok(apt)
    }

    /// `apt-get <words>`, which leaves its files in the folder.
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new("apt-get");
        let at = |part: &str| self.folder.join(part).display().to_string();
        for option in [
            "Dir::Etc::SourceList=/dev/null".to_owned(),
            format!("Dir::Etc::SourceParts={}", at("parts")),
            format!("Dir::State::Lists={}", at("lists")),
            format!("Dir::Cache={}", at("cache")),
            "Acquire::Languages=none".to_owned(),
            "Acquire::Retries=3".to_owned(),
            "APT::Sandbox::User=".to_owned(),
        ] {
            command.args(["-o", &option]);
        }
        command.arg("-q").args(words).current_dir(&self.folder);
        command
    }
}

/// Unpacks every package in `folder` into `folder/tree`.
fn unpack(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "deb") {
            capture(Command::new("dpkg").arg("-x").arg(&file).arg(folder.join("tree")))?;
        }
    }
    Ok(())
}

/// Where this machine gets Debian's packages from: `[signed-by=...] address`, as a source line has it.
pub(crate) fn debian_source() -> Option<String> {
    let mut files = vec![PathBuf::from("/etc/apt/sources.list")];
    let parts = fs::read_dir("/etc/apt/sources.list.d").into_iter().flatten();
    files.extend(parts.filter_map(|entry| Some(entry.ok()?.path())));
    files.sort();
    let texts = files
        .iter()
        .filter_map(|file| Some((file.extension()?.to_str()?, fs::read_to_string(file).ok()?)));
    texts.into_iter().find_map(|(kind, text)| match kind {
        "list" => text.lines().find_map(one_line_source),
        "sources" => text.split("\n\n").find_map(stanza_source),
        _ => None,
    })
}

/// An address that ends in `/debian`: security and update archives, and other people's, do not have the packages.
fn is_main_archive(address: &str) -> bool {
    address.trim_end_matches('/').ends_with("/debian")
}

/// One line of a `.list` file: `deb [options] address suite component...`.
fn one_line_source(line: &str) -> Option<String> {
    let rest = line.trim().strip_prefix("deb ")?.trim_start();
    let (options, rest) = match rest.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => ("", rest),
    };
    let address = rest
        .split_whitespace()
        .next()
        .filter(|address| is_main_archive(address))?;
    let key = options
        .split_whitespace()
        .find(|option| option.starts_with("signed-by="));
    Some(key.map_or_else(|| address.to_owned(), |key| format!("[{key}] {address}")))
}

/// One stanza of a `.sources` file.
fn stanza_source(stanza: &str) -> Option<String> {
    let field = |name: &str| {
        let lines = stanza.lines().filter(|line| !line.starts_with('#'));
        let mut values =
            lines.filter_map(|line| line.split_once(':').filter(|(key, _)| key.eq_ignore_ascii_case(name)));
        values.next().map(|(_, value)| value.trim().to_owned())
    };
    if !field("Types")?.split_whitespace().any(|kind| kind == "deb") || field("Enabled").is_some_and(|v| v == "no") {
        return None;
    }
    let addresses = field("URIs")?;
    let address = addresses.split_whitespace().find(|address| is_main_archive(address))?;
    let key = field("Signed-By").filter(|key| key.starts_with('/'));
    Some(key.map_or_else(|| address.to_owned(), |key| format!("[signed-by={key}] {address}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_source_are_read() {
        let stanza = "Types: deb\n# a comment: here\nURIs: http://registry.example/debian\nSuites: bookworm\n\
                      Components: main\nSigned-By: /usr/share/keyrings/a.gpg";
        let wanted = "[signed-by=/usr/share/keyrings/a.gpg] http://registry.example/debian";
        assert_eq!(stanza_source(stanza).as_deref(), Some(wanted));
        assert_eq!(
            stanza_source("Types: deb-src\nURIs: http://registry.example/debian"),
            None
        );
        assert_eq!(
            stanza_source("Types: deb\nURIs: http://registry.example/debian-security"),
            None
        );
        let line = "deb [arch=amd64 signed-by=/usr/share/keyrings/a.gpg] http://registry.example/debian bookworm main";
        assert_eq!(one_line_source(line).as_deref(), Some(wanted));
        assert_eq!(
            one_line_source("deb http://registry.example/debian sid main")
                .as_deref()
                .map(str::len),
            Some(30)
        );
        assert_eq!(one_line_source("# deb http://registry.example/debian sid main"), None);
    }
}
