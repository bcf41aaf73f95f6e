//! `cargo xtask threads`: one thread reads while another writes, at both ends of a connection, for millions of records.
//!
//! The program is `c-tests/connect/threads.c`. `--tls12` has it in TLS 1.2. `--tsan` has it under ThreadSanitizer.

use crate::pki;
use crate::programs::Library;
use crate::sanitize::Sanitizer;
use crate::shell::{Result, run as run_command};
use std::process::Command;

/// Records each way, unless it is said otherwise: with TLS records of a kilobyte some gigabytes.
const RECORDS: &str = "2000000";
/// The same under ThreadSanitizer, which is slow.
const RECORDS_WATCHED: &str = "100000";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut watched, mut tls12, mut records) = (false, false, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--tsan" => watched = true,
            "--tls12" => tls12 = true,
            "--records" => records = words.next(),
            _ => return Err("usage: cargo xtask threads [--records N] [--tls12] [--tsan]".into()),
        }
    }
    let (program, usual) = if watched {
        Sanitizer::Thread.build()?;
        (Sanitizer::Thread.compile("connect/threads.c")?, RECORDS_WATCHED)
    } else {
        Library::OursRelease.prepare()?;
        (Library::OursRelease.compile(&["connect/threads.c"])?, RECORDS)
    };
    let records = records.map_or(usual, String::as_str);
    let mut command = Command::new(program);
    command.arg(pki::folder()?).arg(records);
    if tls12 {
        command.arg("1.2");
    }
    run_command(&mut command)
}
