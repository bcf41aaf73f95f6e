//! Drives rustls with its ring provider through the scenarios of `c-tests/bench`: the same arguments, certificates,
//! sizes and result lines (`c-tests/bench/bench.h` describes them), and one argument more at the end, which of
//! rustls's two interfaces to use: `buffered` (`read_tls`, `reader`, ...) or `unbuffered` (`process_tls_records`).

mod account;
mod buffered;
mod configs;
mod pipe;
mod plan;
mod unbuffered;

use std::process::ExitCode;

/// An error of any kind ends the program with its text.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Bytes that the sender writes before the receiver takes its turn.
const BATCH: usize = 256 * 1024;
/// A reader offers room for so many writes of the other side.
const ROOM_PER_WRITE: usize = 2;

fn main() -> ExitCode {
    let outcome = plan::Plan::from_arguments().and_then(|plan| {
        let configs = configs::Configs::new(&plan)?;
        match plan.interface.as_str() {
            "buffered" => buffered::run(&plan, &configs),
            "unbuffered" => unbuffered::run(&plan, &configs),
            other => Err(format!("no such interface: {other}").into()),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}
