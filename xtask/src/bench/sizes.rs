//! How large the shared objects are that a program loads, stripped, beside those of stock Mbed TLS.

use crate::install::{self, Profile};
use crate::peers;
use crate::shell::{Result, capture, target};
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The three shared objects of a library.
type Files = Vec<(&'static str, u64)>;

/// What was weighed.
pub struct Sizes {
    ours: Files,
    stock: Files,
}

impl Sizes {
    /// Strips copies of the installed release and of Debian's objects, and weighs them.
    pub fn measure() -> Result<Self> {
        let ours = stripped(&install::installed(Profile::Release)?.join("lib"), "ferrotls")?;
        let stock = stripped(&peers::stock()?.lib, "mbedtls")?;
        Ok(Self { ours, stock })
    }

    /// For people.
    pub fn text(&self) -> String {
        let (mut text, ratio) = (String::from("\nStripped shared objects, KiB\n"), self.ratio());
        for ((name, ours), (_, stock)) in self.ours.iter().zip(&self.stock) {
            let _ = writeln!(text, "  lib{name:<23}{:>10}{:>11}", kib(*ours), kib(*stock));
        }
        let (ours, stock) = (kib(total(&self.ours)), kib(total(&self.stock)));
        let _ = writeln!(text, "  {:<26}{ours:>10}{stock:>11}{ratio:>8.2}x", "all three");
        text
    }

    /// The row of the README's table.
    pub fn markdown(&self) -> String {
        let (ours, stock, ratio) = (kib(total(&self.ours)), kib(total(&self.stock)), self.ratio());
        format!("| size: shared objects, stripped | all three, KiB | **{ours}** | {stock} ({ratio:.2}) | - | - |\n")
    }

    /// For machines, in bytes.
    pub fn json(&self) -> Value {
        let files = |files: &Files| -> Value {
            files
                .iter()
                .map(|(name, size)| ((*name).to_owned(), json!(size)))
                .collect()
        };
        json!({ "ferrotls": files(&self.ours), "mbedtls-3.6.6": files(&self.stock) })
    }

    /// How many times our size the other's is.
    fn ratio(&self) -> f64 {
        total(&self.stock) as f64 / total(&self.ours) as f64
    }
}

fn stripped(from: &Path, name: &str) -> Result<Files> {
    let to = target().join("bench/stripped").join(name);
    fs::create_dir_all(&to)?;
    for (file, _) in install::sizes(from)? {
        let file = format!("lib{file}.so");
        capture(
            Command::new("strip")
                .arg("-o")
                .arg(to.join(&file))
                .arg(from.join(&file)),
        )?;
    }
    install::sizes(&to)
}

fn total(files: &Files) -> u64 {
    files.iter().map(|file| file.1).sum()
}

fn kib(bytes: u64) -> String {
    format!("{:.0}", bytes as f64 / 1024.0)
}
