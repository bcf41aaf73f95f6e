//! ferrotls as a program finds it on a system: built, laid out and installed by CMake, under `target/install`.
//!
//! Whatever needs the shared objects under Mbed TLS's names, the CMake package or the pkg-config files takes the folder that
//! [`installed`] returns, so that CMakeLists.txt is the one place that says what they are.

use crate::deps;
use crate::shell::{Result, capture, lock, root, target};
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

/// Installs a release into `prefix`, which is an absolute path, its shared objects stripped. It is built by itself, in the folder
/// `build`, so that the same sources give the same bytes: with the crates of Cargo.lock, and without the paths of this machine.
pub fn shipped(build: &Path, prefix: &Path) -> Result<()> {
    deps::require(&[&deps::CC, &deps::CMAKE])?;
    let target = build.join("cargo");
    let words = ["-DFERROTLS_CARGO_FLAGS=--locked".to_owned()];
    configure(Profile::Release, build, &target, prefix, &words)?;
    capture(
        cmake()
            .env("CARGO_ENCODED_RUSTFLAGS", without_paths()?)
            .arg("--build")
            .arg(build),
    )?;
    capture(cmake().arg("--install").arg(build).arg("--strip")).map(drop)
}

/// What rustc is told beside what the environment has for it: the names that paths of this machine get in what it compiles. In
/// the form of `CARGO_ENCODED_RUSTFLAGS`.
fn without_paths() -> Result<String> {
    let given = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut words: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    let mut named = |path: &Path, name: &str| words.push(format!("--remap-path-prefix={}={name}", path.display()));
    named(&root().canonicalize()?, "/ferrotls");
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    // The folders in it are named by the registry that the crates come from.
    let crates = home.ok_or("neither CARGO_HOME nor HOME is set")?.join("registry/src");
    for entry in fs::read_dir(&crates).into_iter().flatten() {
        named(&entry?.path(), "/crates");
    }
    Ok(words.join("\x1f"))
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
    let lock = lock(&base.join(format!("{}.lock", profile.name())))?;
    let build = base.join(format!("{}-build", profile.name()));
    configure(
        profile,
        &build,
        &target().canonicalize()?,
        &base.join(profile.name()),
        &[],
    )?;
    capture(cmake().arg("--build").arg(&build))?;
    Ok((build, lock))
}

/// Has CMake prepare the folder `build`: cargo is to work in `target`, and the installation to go to `prefix`. `more` are further
/// words for CMake.
fn configure(profile: Profile, build: &Path, target: &Path, prefix: &Path, more: &[String]) -> Result<()> {
    let define = |name: &str, value: &Path| format!("-D{name}={}", value.display());
    let words = [
        format!("-DFERROTLS_PROFILE={}", profile.name()),
        define("FERROTLS_TARGET_DIR", target),
        define("CMAKE_INSTALL_PREFIX", prefix),
        "-DCMAKE_INSTALL_LIBDIR=lib".to_owned(),
        "-DENABLE_TESTING=OFF".to_owned(),
    ];
    capture(
        cmake()
            .arg("-S")
            .arg(root())
            .arg("-B")
            .arg(build)
            .args(words)
            .args(more),
    )
    .map(drop)
}

/// CMake, in the environment of a person at a terminal.
pub fn cmake() -> Command {
    plain("cmake")
}

/// A program that may run cargo, in the environment of a person at a terminal: with what `cargo run` and `cargo test` add to it,
/// cargo would take build scripts for changed and build everything once more.
pub fn plain(program: &str) -> Command {
    let mut command = Command::new(program);
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
