//! `cargo xtask dist`: a release as a tarball that is unpacked anywhere and built against.
//!
//! It holds what `cmake --install` installs, with stripped shared objects, and the texts that go with it. The CMake package and the
//! pkg-config files find their neighbours from where they are. Its bytes depend on the sources and the compilers alone. Before the task
//! says that it is done, it has unpacked the tarball elsewhere and built programs against it.

use crate::deps;
use crate::install::{self, cmake};
use crate::shell::{Result, capture, line, root, target};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

/// How many bytes the three shared objects may take together, stripped: some ten per cent more than the 7531480 that they took on
/// x86_64 when this was written. Who makes them longer on purpose says so here.
const LARGEST: u64 = 8_300_000;

/// The text that stands beside `include` and `lib`, with whatever it refers to.
const README: &str = "README.md";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        return Err(format!("no argument is known, and \"{argument}\" was given").into());
    }
    deps::require(&[&deps::CC, &deps::CMAKE, &deps::PKG_CONFIG])?;
    let name = format!("ferrotls-{}-{}", env!("CARGO_PKG_VERSION"), host()?);
    let base = target().join("dist");
    fs::create_dir_all(&base)?;
    let base = base.canonicalize()?;
    let stage = base.join(&name);
    let _ = fs::remove_dir_all(&stage);
    install::shipped(&base.join("build"), &stage)?;
    let shared = is_small(&install::sizes(&stage.join("lib"))?)?;
    texts(&stage)?;

    let tarball = base.join(format!("{name}.tar.gz"));
    pack(&base, &name, &tarball)?;
    let checksum = checksum(&tarball)?;
    contents(&stage)?;
    attempt(&base, &name, &tarball)?;
    let size = fs::metadata(&tarball)?.len();
    println!("\n{shared:>10}  the shared objects together, of {LARGEST} at most");
    println!(
        "{:>10}  {}\n            {}",
        size,
        tarball.display(),
        checksum.display()
    );
    Ok(())
}

/// The length of shared objects together, if it is not beyond [`LARGEST`].
fn is_small(files: &[(&str, u64)]) -> Result<u64> {
    let together = files.iter().map(|file| file.1).sum();
    if together <= LARGEST {
        return Ok(together);
    }
    let each: Vec<_> = files
        .iter()
        .map(|(name, size)| format!("lib{name}.so {size}"))
        .collect();
    let each = each.join(", ");
    Err(format!(
        "the stripped shared objects take {together} bytes, and {LARGEST} are allowed (xtask/src/dist.rs): {each}"
    )
    .into())
}

/// Copies the README and what it refers to, and what those refer to: files by themselves, an example with the files of its folder.
fn texts(stage: &Path) -> Result<()> {
    let mut wanted = vec![PathBuf::from(README)];
    let mut at = 0;
    while let Some(name) = wanted.get(at).cloned() {
        at += 1;
        let mut more = Vec::new();
        if name.extension().is_some_and(|extension| extension == "md") {
            let text =
                fs::read_to_string(root().join(&name)).map_err(|error| format!("{}: {error}", name.display()))?;
            more.extend(links(&text).map(|link| beside(&name, link)));
        }
        let folder = name
            .parent()
            .filter(|folder| name.ends_with(README) && !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            for entry in fs::read_dir(root().join(folder))? {
                let entry = entry?;
                if entry.file_type()?.is_file() {
                    more.push(folder.join(entry.file_name()));
                }
            }
        }
        more.retain(|name| !wanted.contains(name));
        wanted.append(&mut more);
    }
    for name in wanted {
        let to = stage.join(&name);
        // Headers are there already, as they were installed.
        if !to.exists() {
            fs::create_dir_all(to.parent().ok_or("no folder")?)?;
            fs::copy(root().join(&name), &to).map_err(|error| format!("{}: {error}", name.display()))?;
        }
    }
    Ok(())
}

/// What a link in the file `name` leads to, as a path below the folder that `name` is below.
fn beside(name: &Path, link: &str) -> PathBuf {
    let mut to = name.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(to.pop()),
            part => to.push(part),
        }
    }
    to
}

/// The files that a text in Markdown refers to, relative to its folder.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| {
        let link = rest.split(')').next()?.split('#').next()?;
        (!link.is_empty() && !link.contains("://")).then_some(link)
    })
}

/// Every link of the texts below `folder` leads to a file in it.
fn links_lead_somewhere(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        if file.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let beside = file.parent().ok_or("no folder")?;
        let text = fs::read_to_string(&file)?;
        if let Some(link) = links(&text).find(|link| !beside.join(link).exists()) {
            return Err(format!("{} refers to {link}, which is not there", file.display()).into());
        }
    }
    Ok(())
}

/// The machine that the library is for, in Rust's spelling.
fn host() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = capture(Command::new(rustc).arg("-vV"))?;
    let text = String::from_utf8(output.stdout)?;
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc -vV names no host")?.to_owned())
}

/// The time that all files get, in seconds since 1970: `SOURCE_DATE_EPOCH`, else the last commit's, else 0.
fn time() -> u64 {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok();
    let commit = || {
        let mut command = Command::new("git");
        let output = capture(command.args(["log", "-1", "--format=%ct"]).current_dir(root())).ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let text = given.or_else(commit).unwrap_or_default();
    text.trim().parse().unwrap_or(0)
}

/// Writes `tarball` out of `base`/`name`.
fn pack(base: &Path, name: &str, tarball: &Path) -> Result<()> {
    let mut tar = Command::new("tar");
    tar.args(["--create", "--sort=name", "--format=ustar", "--owner=0", "--group=0"])
        .args(["--numeric-owner", "--mode=u=rwX,go=rX", &format!("--mtime=@{}", time())])
        .arg("--directory")
        .arg(base)
        .arg(name);
    let mut packing = tar.stdout(Stdio::piped()).spawn()?;
    let through = packing.stdout.take().ok_or("tar has no output")?;
    let mut gzip = Command::new("gzip");
    gzip.args(["-9", "--no-name"])
        .stdin(through)
        .stdout(fs::File::create(tarball)?);
    let gzipped = gzip.status()?;
    for (command, status) in [(&tar, packing.wait()?), (&gzip, gzipped)] {
        if !status.success() {
            return Err(format!("{}: {status}", line(command)).into());
        }
    }
    Ok(())
}

/// Writes the file that `sha256sum --check` reads.
fn checksum(tarball: &Path) -> Result<PathBuf> {
    let (folder, name) = tarball.parent().zip(tarball.file_name()).ok_or("no folder")?;
    let output = capture(Command::new("sha256sum").arg(name).current_dir(folder))?;
    let file = tarball.with_extension("gz.sha256");
    fs::write(&file, output.stdout)?;
    Ok(file)
}

/// Prints every file with its size; of the headers only how many there are.
fn contents(stage: &Path) -> Result<()> {
    let (mut headers, mut bytes) = (0, 0);
    for file in files(stage)? {
        let metadata = file.symlink_metadata()?;
        let name = file.strip_prefix(stage)?.display().to_string();
        if name.starts_with("include/") {
            headers += 1;
            bytes += metadata.len();
        } else if metadata.is_symlink() {
            println!("{:>10}  {name} -> {}", "", fs::read_link(&file)?.display());
        } else {
            println!("{:>10}  {name}", metadata.len());
        }
    }
    println!("{bytes:>10}  include/ ({headers} headers)");
    Ok(())
}

/// Every file and link below `folder`, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let list = if entry.file_type()?.is_dir() {
                &mut folders
            } else {
                &mut found
            };
            list.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Unpacks the tarball elsewhere and builds and runs programs against it, by pkg-config and by CMake.
fn attempt(base: &Path, name: &str, tarball: &Path) -> Result<()> {
    let folder = base.join("attempt");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    capture(Command::new("tar").arg("-xzf").arg(tarball).arg("-C").arg(&folder))?;
    // Nothing may refer to where it was made.
    let (prefix, moved) = (folder.join("moved"), base.join(format!("{name}.aside")));
    fs::rename(folder.join(name), &prefix)?;
    let _ = fs::remove_dir_all(&moved);
    fs::rename(base.join(name), &moved)?;
    let outcome = attempt_in(&folder, &prefix);
    fs::rename(&moved, base.join(name))?;
    outcome
}

/// Builds and runs the programs in `folder`, with the library in `prefix`.
fn attempt_in(folder: &Path, prefix: &Path) -> Result<()> {
    links_lead_somewhere(prefix)?;
    let source = root().join("c-tests/install/all.c");
    for kind in [&["--cflags", "--libs"][..], &["--static", "--cflags", "--libs"][..]] {
        let mut ask = Command::new("pkg-config");
        ask.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig"));
        let flags = String::from_utf8(capture(ask.args(kind).arg("mbedtls"))?.stdout)?;
        let program = folder.join("program");
        let mut compiler = Command::new(deps::cc());
        compiler
            .arg(&source)
            .arg("-o")
            .arg(&program)
            .args(flags.split_whitespace());
        if kind.contains(&"--static") {
            compiler.arg("-static");
        }
        capture(&mut compiler)?;
        runs(&program, prefix)?;
    }
    let build = folder.join("build");
    let found = format!("-DCMAKE_PREFIX_PATH={}", prefix.display());
    capture(
        cmake()
            .arg("-S")
            .arg(root().join("c-tests/cmake"))
            .arg("-B")
            .arg(&build)
            .arg(found),
    )?;
    capture(cmake().arg("--build").arg(&build))?;
    for program in ["user", "user-one", "user-static"] {
        runs(&build.join(program), prefix)?;
    }
    println!("\nunpacked elsewhere: programs build with pkg-config, shared and static, and with CMake, and run");
    Ok(())
}

/// Runs `program`, which must say what `c-tests/install/all.c` says.
fn runs(program: &Path, prefix: &Path) -> Result<()> {
    let mut command = Command::new(program);
    let output = capture(command.env("LD_LIBRARY_PATH", prefix.join("lib")))?;
    if output.stdout == b"0 2048\n" {
        Ok(())
    } else {
        Err(format!(
            "{} says {:?}",
            program.display(),
            String::from_utf8_lossy(&output.stdout)
        )
        .into())
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, beside, is_small, links, links_lead_somewhere};
    use crate::shell::root;
    use std::path::Path;

    #[test]
    fn a_link_leads_from_its_file() {
        let lead = |name: &str, link| beside(Path::new(name), link).display().to_string();
        assert_eq!(lead("README.md", "docs/A.md"), "docs/A.md");
        assert_eq!(lead("docs/A.md", "B.md"), "docs/B.md");
        assert_eq!(lead("docs/A.md", "../C.md"), "C.md");
    }

    #[test]
    fn what_is_too_long_is_named() {
        let sizes = |other| [("mbedcrypto", LARGEST - 7), ("mbedtls", other)];
        assert_eq!(is_small(&sizes(7)).unwrap(), LARGEST);
        let error = is_small(&sizes(8)).unwrap_err().to_string();
        assert!(error.contains("libmbedtls.so 8"), "{error}");
    }

    #[test]
    fn links_are_files_of_the_project() {
        let text = "[a](docs/A.md), [b](B.md#part) [c](#part) [d](https://example.org/x) ![e](e.svg)";
        assert_eq!(links(text).collect::<Vec<_>>(), ["docs/A.md", "B.md", "e.svg"]);
        links_lead_somewhere(&root().join("docs")).unwrap();
        links_lead_somewhere(&root().join("examples")).unwrap();
    }
}
