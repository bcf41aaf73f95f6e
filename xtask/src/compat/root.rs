//! A Debian root with packages that use Mbed TLS, made by debootstrap in `target/compat/trixie`, and programs run in it.
//!
//! It is made once. What was interrupted is made anew, and a list of packages that has grown is completed.

use crate::deps::{self, Need};
use crate::peers::{SUITE, debian_source};
use crate::shell::{Result, capture, root as project, target, which};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What makes the root.
const DEBOOTSTRAP: Need = Need {
    name: "debootstrap",
    package: "debootstrap",
    present: || which("debootstrap").is_some(),
};
/// What brings up the loopback interface of a run's own network.
const IP: Need = Need {
    name: "ip",
    package: "iproute2",
    present: || which("ip").is_some(),
};

/// The packages that are installed in it: those that link to Mbed TLS and are put to work, and what the scripts use.
const INSTALLED: &[&str] = &[
    "lighttpd",
    "lighttpd-mod-mbedtls",
    "libgit2-dev",
    "libnng-dev",
    "neko",
    "gauche",
    "micropython",
    "haxe",
    "shadowsocks-libev",
    "liblib60870-dev",
    "libopen62541-1.4-dev",
    "libbctoolbox-dev",
    "dislocker",
    "parsec-service",
    "parsec-tool",
    "rist-tools",
    "gcc",
    "libc6-dev",
    "curl",
    "git",
    "openssl",
    "python3",
];

/// Packages that link to Mbed TLS and need hundreds of megabytes more to be put to work: they are unpacked, and their objects
/// loaded.
const UNPACKED: &[&str] = &[
    "bibledit",
    "bibledit-cloud",
    "fldigi",
    "libncbi-vdb3",
    "libncbi-wvdb3",
    "libshadowsocks-libev2",
    "ncbi-blast+",
    "obs-studio",
    "supertuxkart",
    "yuzu",
];

/// The folder in the root that holds [`UNPACKED`], one folder each.
const UNPACKED_IN: &str = "unpacked";

/// What the programs of a run find in the root.
pub(super) struct Mounts<'a> {
    /// Our shared objects at `/ferrotls`; without, the programs run with Debian's own.
    pub(super) objects: Option<&'a Path>,
    /// The tests' certificates at `/pki`.
    pub(super) pki: &'a Path,
    /// The folder at `/out` that a run writes to.
    pub(super) out: &'a Path,
}

/// The root, made where it is missing and completed where it is not whole.
pub(super) fn ready() -> Result<PathBuf> {
    if !deps::is_root() {
        return Err("only root can make a Debian root and enter it".into());
    }
    deps::require(&[&DEBOOTSTRAP, &IP])?;
    let folder = target().join("compat").join(SUITE);
    let base = folder.join("etc/compat-base");
    if !base.is_file() {
        make(&folder)?;
        fs::write(&base, SUITE)?;
    }
    let folder = folder.canonicalize()?;
    let filled = folder.join("etc/compat-packages");
    let wanted = [INSTALLED.join("\n"), UNPACKED.join("\n")].join("\n\n");
    if fs::read_to_string(&filled).ok().as_ref() != Some(&wanted) {
        fill(&folder)?;
        fs::write(&filled, wanted)?;
    }
    Ok(folder)
}

/// Lets debootstrap make the root from the registry that this machine's own sources name.
fn make(folder: &Path) -> Result<()> {
    let source = debian_source().ok_or("no source of Debian packages in /etc/apt")?;
    let (key, address) = match source
        .strip_prefix("[signed-by=")
        .and_then(|rest| rest.split_once("] "))
    {
        Some((key, address)) => (Some(key), address),
        None => (None, source.as_str()),
    };
    eprintln!("making a root of Debian {SUITE} in {}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut command = Command::new("debootstrap");
    command.arg("--variant=minbase");
    command.args(key.map(|key| format!("--keyring={key}")));
    capture(command.arg(SUITE).arg(folder.canonicalize()?).arg(address)).map(drop)
}

/// Installs and unpacks the packages.
fn fill(folder: &Path) -> Result<()> {
    eprintln!(
        "installing {} packages and unpacking {}",
        INSTALLED.len(),
        UNPACKED.len()
    );
    // No daemon is started by its package.
    let policy = folder.join("usr/sbin/policy-rc.d");
    fs::write(&policy, "#!/bin/sh\nexit 101\n")?;
    capture(Command::new("chmod").arg("755").arg(&policy))?;
    for file in ["resolv.conf", "hosts"] {
        fs::copy(Path::new("/etc").join(file), folder.join("etc").join(file))?;
    }
    let apt = |words: &[&str]| {
        let mut command = enter(folder, None, &["apt-get", "-q", "-y", "-o", "Acquire::Retries=3"]);
        capture(command.args(words)).map(drop)
    };
    capture(&mut enter(folder, None, &["dpkg", "--configure", "-a"]))?;
    apt(&["update"])?;
    apt(&[&["install", "--no-install-recommends"], INSTALLED].concat())?;
    // What an earlier list had is not looked at any more.
    for old in fs::read_dir(folder.join(UNPACKED_IN)).into_iter().flatten() {
        let old = old?;
        if !UNPACKED.iter().any(|package| old.file_name() == *package) {
            fs::remove_dir_all(old.path())?;
        }
    }
    for package in UNPACKED {
        let place = folder.join(UNPACKED_IN).join(package);
        if !place.is_dir() {
            unpack(folder, package, &place)?;
        }
    }
    apt(&["clean"])
}

/// Downloads a package and unpacks it into `place`.
fn unpack(folder: &Path, package: &str, place: &Path) -> Result<()> {
    let aside = folder.join("var/cache/compat");
    let _ = fs::remove_dir_all(&aside);
    fs::create_dir_all(&aside)?;
    let script = format!("cd /var/cache/compat && apt-get -q download {package} && dpkg -x *.deb tree && rm *.deb");
    capture(&mut enter(folder, None, &["sh", "-c", &script]))?;
    fs::create_dir_all(folder.join(UNPACKED_IN))?;
    fs::rename(aside.join("tree"), place).map_err(Into::into)
}

/// A command that runs `words` in the root and in namespaces of its own, so that whatever it starts and mounts ends with it;
/// with `mounts`, without a network but the loopback interface.
pub(super) fn enter(folder: &Path, mounts: Option<&Mounts<'_>>, words: &[&str]) -> Command {
    let scripts = project().join("compat");
    let mut command = Command::new("unshare");
    command.args(["--mount", "--pid", "--fork", "--kill-child"]);
    command.args(mounts.map(|_| "--net"));
    command
        .args(["sh".as_ref(), scripts.join("enter.sh").as_os_str(), folder.as_os_str()])
        .args(words);
    let empty = Path::new("");
    let of = |part: fn(&Mounts<'_>) -> PathBuf| mounts.map_or_else(|| empty.to_owned(), part);
    command
        .env("NETWORK", if mounts.is_some() { "none" } else { "host" })
        .env(
            "FERROTLS",
            of(|mounts| mounts.objects.map(Path::to_owned).unwrap_or_default()),
        )
        .env("PKI", of(|mounts| mounts.pki.to_owned()))
        .env("OUT", of(|mounts| mounts.out.to_owned()))
        .env("SCRIPTS", if mounts.is_some() { &scripts } else { empty });
    command
}
