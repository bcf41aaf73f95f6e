//! ferrotls as a program finds it on a system: built, laid out and installed by CMake, under `target/install`.
//!
//! Whatever needs the shared objects under Mbed TLS's names, the CMake package or the pkg-config files takes the folder that
//! [`installed`] returns, so that CMakeLists.txt is the one place that says what they are.

use crate::deps;
use crate::shell::{Result, capture, root, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How the library is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// With the checks of a debug build, out of what `cargo test` has compiled already.
    Dev,
    /// As it is shipped.
    Release,
}

impl Profile {
    /// Cargo's name.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Dev => "dev",
            Profile::Release => "release",
        }
    }
}

/// The task: installs, and says where.
pub fn run(arguments: &[String]) -> Result<()> {
    let profile = match arguments {
        [] => Profile::Dev,
        [word] if word == "--release" => Profile::Release,
        _ => return Err("usage: cargo xtask install [--release]".into()),
    };
    println!("{}", installed(profile)?.display());
    Ok(())
}

/// Builds what has changed, installs it under `target/install/<profile>`, and returns that folder, whose path is absolute:
/// `include`, `lib`, `lib/pkgconfig` and `lib/cmake` are in it. Several processes may ask at once.
pub fn installed(profile: Profile) -> Result<PathBuf> {
    let (build, _lock) = built(profile)?;
    let prefix = build.with_file_name(profile.name());
    capture(cmake().arg("--install").arg(&build))?;
    Ok(prefix)
}

/// Installs a release into `prefix`, which is an absolute path, its shared objects stripped.
pub fn stripped(prefix: &Path) -> Result<()> {
    let (build, _lock) = built(Profile::Release)?;
    let mut command = cmake();
    command.arg("--install").arg(&build).arg("--strip");
    capture(command.arg("--prefix").arg(prefix)).map(drop)
}

/// The size in bytes of Mbed TLS's three shared objects in `folder`, by name, largest first.
pub fn sizes(folder: &Path) -> Result<Vec<(&'static str, u64)>> {
    let size = |name: &'static str| -> Result<(&'static str, u64)> {
        let file = folder.join(format!("lib{name}.so"));
        let metadata = fs::metadata(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok((name, metadata.len()))
    };
    ["mbedcrypto", "mbedtls", "mbedx509"].into_iter().map(size).collect()
}

/// CMake's build folder, up to date, and the lock that keeps other processes out of it.
fn built(profile: Profile) -> Result<(PathBuf, fs::File)> {
    deps::require(&[&deps::CC, &deps::CMAKE])?;
    let base = target().join("install");
    fs::create_dir_all(&base)?;
    let base = base.canonicalize()?;
    let lock = fs::File::create(base.join(format!("{}.lock", profile.name())))?;
    lock.lock()?;
    let build = base.join(format!("{}-build", profile.name()));
    let define = |name: &str, value: &Path| format!("-D{name}={}", value.display());
    let words = [
        format!("-DFERROTLS_PROFILE={}", profile.name()),
        define("FERROTLS_TARGET_DIR", &target().canonicalize()?),
        define("CMAKE_INSTALL_PREFIX", &base.join(profile.name())),
        "-DCMAKE_INSTALL_LIBDIR=lib".to_owned(),
        "-DENABLE_TESTING=OFF".to_owned(),
    ];
    capture(cmake().arg("-S").arg(root()).arg("-B").arg(&build).args(words))?;
    capture(cmake().arg("--build").arg(&build))?;
    Ok((build, lock))
}

/// CMake, in the environment of a person at a terminal: with what `cargo run` and `cargo test` add to it, cargo would take build
/// scripts for changed and build everything once more.
pub fn cmake() -> Command {
    let mut command = Command::new("cmake");
    for (name, _) in std::env::vars_os() {
        let added = name.to_str().is_some_and(|name| {
            ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
                .iter()
                .any(|start| name.starts_with(start))
                || [
                    "CARGO_PRIMARY_PACKAGE",
                    "CARGO_TARGET_TMPDIR",
                    "LD_LIBRARY_PATH",
                    "DESTDIR",
                ]
                .contains(&name)
        });
        if added {
            command.env_remove(name);
        }
    }
    command
}
