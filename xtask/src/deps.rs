//! Programs that the tests need of the system: installed where that is possible, named where it is not.

use crate::shell::{Result, capture, line, which};
use std::path::Path;
use std::process::Command;

/// Something of the system that a task needs.
pub struct Need {
    /// What to call it in a message.
    pub name: &'static str,
    /// Debian's package that brings it.
    pub package: &'static str,
    /// True when it is there.
    pub present: fn() -> bool,
}

/// The C compiler.
pub const CC: Need = Need {
    name: "a C compiler",
    package: "gcc",
    present: || which(&cc()).is_some(),
};
/// The C++ compiler, for the headers.
pub const CXX: Need = Need {
    name: "a C++ compiler",
    package: "g++",
    present: || which("c++").is_some(),
};
/// OpenSSL's program: peer and maker of the test certificates.
pub const OPENSSL: Need = Need {
    name: "openssl",
    package: "openssl",
    present: || which("openssl").is_some(),
};
/// GnuTLS's programs: peers.
pub const GNUTLS: Need = Need {
    name: "gnutls-serv and gnutls-cli",
    package: "gnutls-bin",
    present: || which("gnutls-serv").is_some() && which("gnutls-cli").is_some(),
};
/// OpenSSL's headers and library, for the benchmark.
pub const LIBSSL_DEV: Need = Need {
    name: "OpenSSL's headers",
    package: "libssl-dev",
    present: || Path::new("/usr/include/openssl/ssl.h").is_file(),
};
/// Python with virtual environments, for an example.
pub const PYTHON: Need = Need {
    name: "python3 with venv",
    package: "python3-venv",
    present: || {
        let mut python = Command::new("python3");
        let output = python.args(["-c", "import venv, ensurepip"]).output();
        output.is_ok_and(|output| output.status.success())
    },
};
/// Node and its package manager, for an example.
pub const NODE: Need = Need {
    name: "node and npm",
    package: "npm",
    present: || which("node").is_some() && which("npm").is_some(),
};
/// A client of the examples in other languages.
pub const CURL: Need = Need {
    name: "curl",
    package: "curl",
    present: || which("curl").is_some(),
};
/// The Redis server, for the example of a fleet.
pub const REDIS: Need = Need {
    name: "redis-server",
    package: "redis-server",
    present: || which("redis-server").is_some(),
};
/// The client library of Redis, for the example of a fleet.
pub const HIREDIS_DEV: Need = Need {
    name: "hiredis",
    package: "libhiredis-dev",
    present: || Path::new("/usr/include/hiredis/hiredis.h").is_file(),
};
/// Valgrind, for the C programs.
pub const VALGRIND: Need = Need {
    name: "valgrind",
    package: "valgrind",
    present: || which("valgrind").is_some(),
};
/// The certificates of authorities that Debian trusts, which ours has to read like 3.6.6.
pub const CA_CERTIFICATES: Need = Need {
    name: "the bundle of ca-certificates",
    package: "ca-certificates",
    present: || Path::new("/etc/ssl/certs/ca-certificates.crt").is_file(),
};
/// Doxygen, which makes pages of the headers.
pub const DOXYGEN: Need = Need {
    name: "doxygen",
    package: "doxygen",
    present: || which("doxygen").is_some(),
};
/// CMake, for the build that C projects use.
pub const CMAKE: Need = Need {
    name: "cmake",
    package: "cmake",
    present: || which("cmake").is_some(),
};

/// pkg-config, which tells C programs how to link.
pub const PKG_CONFIG: Need = Need {
    name: "pkg-config",
    package: "pkg-config",
    present: || which("pkg-config").is_some(),
};

/// The C compiler's name: `CC` from the environment, else `cc`.
pub fn cc() -> String {
    std::env::var("CC")
        .ok()
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "cc".into())
}

/// Installs by `apt-get` what of `needs` is missing, where this process may do that, and returns what is still missing.
pub fn ensure(needs: &[&Need]) -> Vec<String> {
    let missing: Vec<_> = needs.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
    if let Err(error) = install(&packages) {
        eprintln!("not installed: {} ({error})", packages.join(" "));
    }
    let still = missing.into_iter().filter(|need| !(need.present)());
    still
        .map(|need| format!("{} (Debian: apt-get install {})", need.name, need.package))
        .collect()
}

/// Like [`ensure`], but whatever stays missing is an error that names it.
pub fn require(needs: &[&Need]) -> Result<()> {
    let missing = ensure(needs);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!("missing: {}", missing.join(", ")).into())
    }
}

/// Installs `packages` with the system's own sources.
fn install(packages: &[&str]) -> Result<()> {
    if which("apt-get").is_none() {
        return Err("there is no apt-get here".into());
    }
    if !is_root() {
        return Err("only root may install".into());
    }
    let mut command = apt_install(packages);
    eprintln!("{}", line(&command));
    if capture(&mut command).is_ok() {
        return Ok(());
    }
    // A fresh machine has no package lists, or old ones.
    capture(Command::new("apt-get").args(["update", "-q"]))?;
    capture(&mut apt_install(packages)).map(drop)
}

fn apt_install(packages: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
        .args(["install", "-y", "-q", "--no-install-recommends"])
        .args(packages);
    command
}

/// True for the superuser.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
