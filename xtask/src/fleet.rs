//! `cargo xtask fleet`: the example of a fleet of servers, which checks itself.

use crate::deps::{self, Need};
use crate::shell::{Result, root, run_for};
use std::process::Command;
use std::time::Duration;

/// What `examples/fleet/run` asks for.
const NEEDS: &[&Need] = &[&deps::CC, &deps::OPENSSL, &deps::REDIS, &deps::HIREDIS_DEV];

/// The task.
pub fn run(_arguments: &[String]) -> Result<()> {
    play().map(drop)
}

/// Runs the example and shows what it prints; the number of lines that it checked.
pub fn play() -> Result<usize> {
    deps::require(NEEDS)?;
    let mut command = Command::new(root().join("examples/fleet/run"));
    let finished = run_for(&mut command, Duration::from_secs(300), b"")?;
    print!("{}", finished.stdout);
    if !finished.success {
        return Err(format!("{}\n{}", finished.how, finished.stderr).into());
    }
    let last = finished.stdout.lines().last().unwrap_or_default();
    let checked = last.strip_prefix("fleet: ").and_then(|rest| rest.split(' ').next());
    Ok(checked
        .ok_or("the example did not say how many lines it checked")?
        .parse()?)
}
