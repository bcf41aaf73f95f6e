//! `cargo xtask soak`: load on loopback. Ten thousand connections open at once, with the memory of an idle one beside stock
//! Mbed TLS 3.6.6's; a million handshakes, three of four resumed, in both versions; a transfer whose keys change every 16
//! MiB. Client and server are two processes of `c-tests/soak/soak.c`, with the library of a release; both fail if their
//! memory grows once they are warm, or is not given back by connections that were closed. A run that loses 100 bytes at
//! each handshake has to fail, or the task does.
//!
//! `--short` is the part that `cargo xtask test` runs; `--connections N`, `--handshakes N` and `--megabytes N` say how much.

use crate::c_runs::{Extent, Tally};
use crate::pki;
use crate::programs::Library;
use crate::shell::{Result, in_ci, run_for};
use std::process::Command;
use std::time::{Duration, Instant};

/// The program.
const PROGRAM: &str = "soak/soak.c";
/// The longest one part may take.
const LIMIT: Duration = Duration::from_secs(4 * 3600);
/// Most connections of stock, each of which needs ten times the memory and a handshake several times as long.
const STOCK: u64 = 2000;

/// Handshakes of the run that loses memory.
const LEAKS: u64 = 4000;
/// What that run says when it is caught.
const CAUGHT: &str = "KiB became";

/// How much is done.
#[derive(Clone, Copy)]
struct Amounts {
    connections: u64,
    handshakes: u64,
    megabytes: u64,
}

/// Some minutes on two cores.
const FULL: Amounts = Amounts {
    connections: 10_000,
    handshakes: 1_000_000,
    megabytes: 16 * 1024,
};
/// Some seconds.
const SHORT: Amounts = Amounts {
    connections: 500,
    handshakes: 4000,
    megabytes: 256,
};

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    const USAGE: &str = "usage: cargo xtask soak [--short] [--connections N] [--handshakes N] [--megabytes N]";
    let mut amounts = FULL;
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut number = || -> Result<u64> { Ok(words.next().ok_or(USAGE)?.parse()?) };
        match word.as_str() {
            "--short" => amounts = SHORT,
            "--connections" => amounts.connections = number()?,
            "--handshakes" => amounts.handshakes = number()?,
            "--megabytes" => amounts.megabytes = number()?,
            _ => return Err(USAGE.into()),
        }
    }
    let (tally, skipped) = soak(amounts)?;
    skipped.iter().for_each(|skip| println!("skipped: {skip}"));
    tally.end("soak")?;
    match skipped.first() {
        Some(skip) if in_ci() => Err(skip.as_str().into()),
        _ => Ok(()),
    }
}

/// What an extent has, for `cargo xtask test`, and what could not be run.
pub fn play(extent: Extent) -> Result<(Tally, Vec<String>)> {
    soak(if extent == Extent::Short { SHORT } else { FULL })
}

/// All parts; a part with the amount 0 is left out.
fn soak(amounts: Amounts) -> Result<(Tally, Vec<String>)> {
    let (mut tally, mut skipped) = (Tally::default(), Vec::new());
    let ours = Library::OursRelease;
    ours.prepare()?;
    let program = ours.compile(&[PROGRAM])?;
    let mut part = |library: &str, program: &std::path::Path, what: &str, amount: u64| -> Result<()> {
        if amount == 0 {
            return Ok(());
        }
        let start = Instant::now();
        let mut command = Command::new(program);
        command.env_remove("LD_LIBRARY_PATH").arg(what);
        command.arg(pki::folder()?).arg(amount.to_string());
        let ended = run_for(&mut command, LIMIT, b"")?;
        print!("{}", table(&ended.stdout));
        let failure = format!("{}\n{}", ended.how, ended.stderr);
        let good = if what == "leak" {
            !ended.success && ended.stderr.contains(CAUGHT)
        } else {
            ended.success
        };
        tally.note(
            &format!("{what} {amount}, {library}"),
            (!good).then_some(failure.as_str()),
            start,
        );
        Ok(())
    };
    part("ours", &program, "idle", amounts.connections)?;
    let stock = Library::Stock;
    match stock.prepare() {
        Ok(()) => {
            let program = stock.compile(&[PROGRAM])?;
            part("stock 3.6.6", &program, "idle", amounts.connections.min(STOCK))?;
        }
        Err(error) => skipped.push(format!(
            "stock Mbed TLS 3.6.6 is not here to be measured beside: {error}"
        )),
    }
    part("ours", &program, "handshakes", amounts.handshakes)?;
    part("ours", &program, "leak", amounts.handshakes.min(LEAKS))?;
    part("ours", &program, "bulk", amounts.megabytes)?;
    Ok((tally, skipped))
}

/// What client and server said, side by side: `<side> <what> <value>` in lines.
fn table(printed: &str) -> String {
    let lines = || printed.lines().filter_map(|line| line.split_once(' '));
    let of = |side: &str, what: &str| {
        let mut said = lines().filter(|(who, _)| *who == side);
        said.find_map(|(_, rest)| rest.strip_prefix(what)?.strip_prefix(' '))
            .unwrap_or("")
            .to_owned()
    };
    let mut names: Vec<&str> = Vec::new();
    for (_, rest) in lines() {
        let name = rest.split(' ').next().unwrap_or_default();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut text = format!("{:<22}{:>14}{:>14}\n", "", "client", "server");
    for name in names {
        text += &format!("{name:<22}{:>14}{:>14}\n", of("client", name), of("server", name));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn both_ends_stand_side_by_side() {
        let text = table("server KiB/end 5.00\nclient KiB/end 7.00\nserver new-keys 3.00\n");
        let words: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[1], ["KiB/end", "7.00", "5.00"]);
        assert_eq!(words[2], ["new-keys", "3.00"]);
    }
}
