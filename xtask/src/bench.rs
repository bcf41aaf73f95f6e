//! `cargo xtask bench`: this library beside stock Mbed TLS 3.6.6, rustls and OpenSSL, in one run.
//!
//! A scenario is run by four kinds of driver, each a process of its own: `c-tests/bench/bench.c` built with this library and
//! once more with stock, `bench_openssl.c`, and `benches/rustls-peer`. Within a round they run right after one another, in
//! an order that turns from round to round; a ratio is taken within a round, and the median over the rounds is what counts.
//! Within a round each takes its turn several times, and of its turns the quickest counts: the one that whatever else runs on
//! the machine disturbed least.

mod chart;
mod drivers;
mod report;
mod scenarios;
mod sizes;

use crate::shell::{Result, root, target};
use drivers::{Driver, Library};
use report::{Report, Row};
use scenarios::{SCENARIOS, Scenario};
use sizes::Sizes;
use std::fs;
use std::io::{IsTerminal, Write};

/// What the command line asks for.
struct Options {
    /// Paired runs.
    rounds: usize,
    /// CPU time of each measurement, in milliseconds.
    milliseconds: u32,
    /// Only scenarios whose name contains this.
    filter: String,
    /// Put chart and figures into `docs` and the README.
    keep: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Option<Self>> {
        use lexopt::prelude::*;
        let mut options = Self {
            rounds: 5,
            milliseconds: 400,
            filter: String::new(),
            keep: false,
        };
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Long("quick") => (options.rounds, options.milliseconds) = (3, 80),
                Long("rounds") => options.rounds = parser.value()?.parse()?,
                Long("ms") => options.milliseconds = parser.value()?.parse()?,
                Long("scenario") => options.filter = parser.value()?.parse()?,
                Long("keep") => options.keep = true,
                Short('h') | Long("help") => {
                    println!("{}", HELP.trim_end());
                    return Ok(None);
                }
                _ => return Err(argument.unexpected().into()),
            }
        }
        if options.rounds == 0 {
            return Err("--rounds must be at least 1".into());
        }
        if options.keep && !options.filter.is_empty() {
            return Err("--keep is for runs of all scenarios".into());
        }
        Ok(Some(options))
    }
}

/// What `--help` prints.
const HELP: &str = "\
usage: cargo xtask bench [options]

  --quick           three short rounds, for a first look
  --rounds N        paired runs, of which the median counts (5)
  --ms N            CPU time of each measurement in milliseconds (400)
  --scenario TEXT   only scenarios whose name contains TEXT
  --keep            put chart and figures into docs/ and the README as well
";

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let Some(options) = Options::parse(arguments)? else {
        return Ok(());
    };
    let chosen: Vec<_> = SCENARIOS
        .iter()
        .filter(|scenario| scenario.name.contains(&options.filter))
        .collect();
    if chosen.is_empty() {
        let names = SCENARIOS.iter().map(|scenario| scenario.name);
        return Err(format!(
            "no such scenario; there are:\n  {}",
            names.collect::<Vec<_>>().join("\n  ")
        )
        .into());
    }
    let drivers = drivers::build(&Library::ALL, chosen.iter().any(|scenario| scenario.kind == "early"))?;
    let report = Report::new(options.rounds, measure(&drivers, &chosen, &options)?, Sizes::measure()?);

    println!("{}", report.table());
    let folder = target().join("bench");
    fs::create_dir_all(&folder)?;
    let (figures, chart) = (
        serde_json::to_string_pretty(&report.json())? + "\n",
        chart::draw(&report)?,
    );
    write(&folder.join("bench.json"), &figures)?;
    write(&folder.join("bench.svg"), &chart)?;
    if options.keep {
        write(&root().join("docs/bench.json"), &figures)?;
        write(&root().join("docs/bench.svg"), &chart)?;
        let readme = root().join("README.md");
        write(
            &readme,
            &with_figures(&fs::read_to_string(&readme)?, &report.markdown())?,
        )?;
    }
    Ok(())
}

/// The README with its figures replaced.
fn with_figures(readme: &str, figures: &str) -> Result<String> {
    let (before, rest) = readme
        .split_once(FIGURES.0)
        .ok_or("the README has no place for figures")?;
    let (_, after) = rest.split_once(FIGURES.1).ok_or("the README's figures have no end")?;
    Ok(format!("{before}{}\n{figures}{}{after}", FIGURES.0, FIGURES.1))
}

/// Between these lines stand the README's figures.
const FIGURES: (&str, &str) = (
    "<!-- bench: written by `cargo xtask bench --keep` -->",
    "<!-- bench end -->",
);

fn write(path: &std::path::Path, text: &str) -> Result<()> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    eprintln!("wrote {}", path.display());
    Ok(())
}

/// This library and stock only, once and briefly: (client and server handshakes together, 16 KiB records sent and received
/// together) of each, in nanoseconds per handshake and per KiB. For the demo.
pub fn against_stock() -> Result<[(f64, f64); 2]> {
    let drivers = drivers::build(&[Library::Ours, Library::Stock], false)?;
    let mut figures = [(0.0, 0.0); 2];
    for (driver, figure) in drivers.iter().zip(&mut figures) {
        let sum = |name: &str| -> Result<f64> {
            let scenario = SCENARIOS
                .iter()
                .find(|scenario| scenario.name == name)
                .ok_or("no such scenario")?;
            Ok(driver.measure(scenario, 150)?.iter().map(|result| result.value).sum())
        };
        *figure = (sum(scenarios::HANDSHAKE)?, sum(scenarios::BULK)?);
    }
    Ok(figures)
}

/// How often each driver has its turn within a round.
const TURNS: usize = 4;

/// Runs every driver through every scenario, round by round.
fn measure(drivers: &[Driver], chosen: &[&'static Scenario], options: &Options) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    let mut progress = Progress::new(options.rounds * chosen.len());
    for round in 0..options.rounds {
        for scenario in chosen {
            progress.step(round, scenario.name);
            for turn in 0..TURNS * drivers.len() {
                let driver = &drivers[(turn + round) % drivers.len()];
                if !driver.takes(scenario) {
                    continue;
                }
                for result in driver.measure(scenario, options.milliseconds / TURNS as u32)? {
                    let row = match rows.iter_mut().position(|row| row.is(scenario, &result.side)) {
                        Some(index) => &mut rows[index],
                        None => {
                            rows.push(Row::new(scenario, &result));
                            rows.last_mut().ok_or("no row")?
                        }
                    };
                    row.add(driver.library, round, result.value);
                }
            }
        }
    }
    progress.done();
    Ok(rows)
}

/// Says on standard error how far the run is: one line that changes, or a line per round where that is not a terminal.
struct Progress {
    steps: usize,
    done: usize,
    live: bool,
}

impl Progress {
    fn new(steps: usize) -> Self {
        Self {
            steps,
            done: 0,
            live: std::io::stderr().is_terminal(),
        }
    }

    fn step(&mut self, round: usize, name: &str) {
        let percent = 100 * self.done / self.steps;
        if self.live {
            eprint!("\r{percent:3} %  round {}  {name:<40}", round + 1);
            let _ = std::io::stderr().flush();
        } else {
            eprintln!("{percent:3} %  round {}  {name}", round + 1);
        }
        self.done += 1;
    }

    fn done(&self) {
        if self.live {
            eprint!("\r{:60}\r", "");
        }
    }
}
