//! Compiles the C programs of `c-tests/`, against stock Mbed TLS or against ours: the source is the same.

use crate::deps;
use crate::install::{self, Profile};
use crate::peers;
use crate::shell::{Result, capture, root, run, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a C program must compile with. The interface's users write C99 and newer.
const STRICT: &[&str] = &[
    "-std=c99",
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Werror",
    "-D_POSIX_C_SOURCE=200809L",
];
/// What the Rust standard library needs when our archive is linked into a C program.
const SYSTEM: &[&str] = &["-lpthread", "-ldl", "-lm", "-lgcc_s", "-lc"];

/// The library a C program is linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Library {
    /// Debian's Mbed TLS 3.6.6.
    Stock,
    /// Mbed TLS 3.6.6 with early data, built here.
    Early,
    /// libferrotls.so, built with the checks of a debug build.
    Ours,
    /// libferrotls.so as it is shipped.
    OursRelease,
    /// libferrotls.a, built with the checks of a debug build.
    OursStatic,
}

impl Library {
    /// The name in tables, and of the folder for the programs.
    pub fn name(self) -> &'static str {
        match self {
            Library::Stock => "stock",
            Library::Early => "early",
            Library::Ours => "ours",
            Library::OursRelease => "ours-release",
            Library::OursStatic => "ours-static",
        }
    }

    /// Fetches or builds the library.
    pub fn prepare(self) -> Result<()> {
        deps::require(&[&deps::CC])?;
        match self {
            Library::Stock => peers::stock().map(drop),
            Library::Early => peers::early().map(drop),
            Library::Ours | Library::OursStatic => build_ours(),
            Library::OursRelease => install::installed(Profile::Release).map(drop),
        }
    }

    /// The folder of our library.
    fn folder(self) -> Result<PathBuf> {
        let folder = if self == Library::OursRelease {
            "install/release/lib"
        } else {
            "debug"
        };
        Ok(target().join(folder).canonicalize()?)
    }

    /// Compiles `c-tests/<sources>` with `c-tests/support` against the library, which is prepared already; returns the
    /// program, named after the first source.
    pub fn compile(self, sources: &[&str]) -> Result<PathBuf> {
        self.compile_with(sources, &[])
    }

    /// As [`Library::compile`], with an archive of ours that was built elsewhere.
    pub fn compile_against(sources: &[&str], archive: &Path) -> Result<PathBuf> {
        let folder = target().join("c-tests").join("archive");
        fs::create_dir_all(&folder)?;
        let first = sources.first().ok_or("nothing to compile")?;
        let program = folder.join(first.trim_end_matches(".c").replace('/', "-"));
        let here = root().join("c-tests");
        let mut command = Command::new(deps::cc());
        command.args(STRICT).args(["-g", "-O1"]);
        command.args(sources.iter().map(|source| here.join(source)));
        command.arg(here.join("support/support.c")).arg("-I").arg(&here);
        command.arg("-I").arg(root().join("include")).arg("-o").arg(&program);
        capture(command.arg(archive).args(SYSTEM))?;
        Ok(program)
    }

    /// The compiler's command line, and the program it makes.
    fn compiler(self, sources: &[&str]) -> Result<(Command, PathBuf)> {
        let folder = target().join("c-tests").join(self.name());
        fs::create_dir_all(&folder)?;
        let first = sources.first().ok_or("nothing to compile")?;
        let program = folder.join(first.trim_end_matches(".c").replace('/', "-"));
        let here = root().join("c-tests");
        let mut command = Command::new(deps::cc());
        command
            .args(STRICT)
            .args(["-g", "-O1"])
            .args(sources.iter().map(|source| here.join(source)));
        command.arg(here.join("support/support.c")).arg("-I").arg(&here);
        command.arg("-o").arg(&program).args(self.flags()?);
        Ok((command, program))
    }

    /// The program that [`Library::compile`] has made of the sources before.
    pub fn compiled(self, sources: &[&str]) -> Result<PathBuf> {
        self.compiler(sources).map(|(_, program)| program)
    }

    /// As [`Library::compile`], with `-l` for each of `more`, libraries of the system.
    pub fn compile_with(self, sources: &[&str], more: &[&str]) -> Result<PathBuf> {
        let (mut command, program) = self.compiler(sources)?;
        capture(command.args(more.iter().map(|name| format!("-l{name}"))))?;
        Ok(program)
    }

    /// Compiles all C files of a folder into one program against the library, which is prepared already.
    pub fn compile_folder(self, folder: &Path, name: &str) -> Result<PathBuf> {
        let mut sources = Vec::new();
        for entry in fs::read_dir(folder)? {
            sources.push(entry?.path());
        }
        sources.retain(|source| source.extension().is_some_and(|extension| extension == "c"));
        sources.sort();
        let programs = target().join("c-tests").join(self.name());
        fs::create_dir_all(&programs)?;
        let program = programs.canonicalize()?.join(name);
        let mut command = Command::new(deps::cc());
        command.args(STRICT).args(["-g", "-O1"]).args(sources);
        capture(command.arg("-o").arg(&program).args(self.flags()?))?;
        Ok(program)
    }

    /// Include paths, library and what finds it at run time.
    fn flags(self) -> Result<Vec<String>> {
        let include = format!("-I{}", root().join("include").display());
        let shared = |folder: PathBuf| {
            let at = folder.display();
            vec![
                include.clone(),
                format!("-L{at}"),
                // An RPATH, not a RUNPATH: Cargo puts its own folders into LD_LIBRARY_PATH, and another build of the
                // library may lie there.
                format!("-Wl,--disable-new-dtags,-rpath,{at}"),
                "-lferrotls".to_owned(),
            ]
        };
        Ok(match self {
            Library::Stock => peers::stock()?.flags(),
            Library::Early => peers::early()?.flags(),
            Library::Ours | Library::OursRelease => shared(self.folder()?),
            Library::OursStatic => {
                let mut flags = vec![include, self.folder()?.join("libferrotls.a").display().to_string()];
                flags.extend(SYSTEM.iter().map(|flag| (*flag).to_owned()));
                flags
            }
        })
    }
}

/// Builds libferrotls with the checks of a debug build.
fn build_ours() -> Result<()> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    run(Command::new(cargo)
        .args(["build", "--quiet", "--package", "ferrotls", "--lib"])
        .current_dir(root()))
}

/// Every public header, as a program includes it.
pub fn headers() -> Result<Vec<PathBuf>> {
    let mut headers = Vec::new();
    for folder in ["ferrotls", "mbedtls", "psa"] {
        for entry in fs::read_dir(root().join("include").join(folder))? {
            headers.push(PathBuf::from(folder).join(entry?.file_name()));
        }
    }
    headers.retain(|header| header.extension().is_some_and(|extension| extension == "h"));
    headers.sort();
    Ok(headers)
}
