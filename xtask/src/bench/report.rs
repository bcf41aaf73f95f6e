//! What was measured, as a table and as JSON.

use super::drivers::{Library, Measured};
use super::scenarios::{BULK, HANDSHAKE, HANDSHAKE12, RESUMPTION, RESUMPTION12, Scenario};
use super::sizes::Sizes;
use crate::shell::{capture, line};
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;
use std::process::Command;

/// A library as the table and the chart show it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// This library.
    Ours,
    /// Stock Mbed TLS 3.6.6.
    Stock,
    /// rustls with ring: in each run the faster of its two interfaces.
    Rustls,
    /// Debian's libssl.
    OpenSsl,
}

impl Column {
    /// Those that this library is compared with.
    pub const OTHERS: [Self; 3] = [Self::Stock, Self::Rustls, Self::OpenSsl];

    fn libraries(self) -> &'static [Library] {
        match self {
            Self::Ours => &[Library::Ours],
            Self::Stock => &[Library::Stock],
            Self::Rustls => &[Library::Rustls, Library::RustlsUnbuffered],
            Self::OpenSsl => &[Library::OpenSsl],
        }
    }

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Ours => "ferrotls",
            Self::Stock => "Mbed TLS 3.6.6",
            Self::Rustls => "rustls + ring",
            Self::OpenSsl => "OpenSSL",
        }
    }
}

/// One side of one scenario.
pub struct Row {
    /// The scenario.
    pub scenario: &'static Scenario,
    /// `client`, `server`, `send` or `receive`.
    pub side: String,
    unit: String,
    /// Library, round, value.
    samples: Vec<(Library, usize, f64)>,
}

impl Row {
    /// A row without samples.
    pub fn new(scenario: &'static Scenario, first: &Measured) -> Self {
        Self {
            scenario,
            side: first.side.clone(),
            unit: first.unit.clone(),
            samples: Vec::new(),
        }
    }

    /// Whether this is the row of that side of that scenario.
    pub fn is(&self, scenario: &Scenario, side: &str) -> bool {
        self.scenario.name == scenario.name && self.side == side
    }

    /// Adds a turn's value; of the turns of a round the smallest stays.
    pub fn add(&mut self, library: Library, round: usize, value: f64) {
        match self
            .samples
            .iter_mut()
            .find(|sample| (sample.0, sample.1) == (library, round))
        {
            Some(sample) => sample.2 = sample.2.min(value),
            None => self.samples.push((library, round, value)),
        }
    }

    /// What `column` took in `round`; the smallest where it stands for several libraries.
    fn value(&self, column: Column, round: usize) -> Option<f64> {
        let samples = self.samples.iter().filter(|sample| sample.1 == round);
        samples
            .filter(|sample| column.libraries().contains(&sample.0))
            .map(|sample| sample.2)
            .min_by(f64::total_cmp)
    }

    fn rounds(&self) -> usize {
        self.samples.iter().map(|sample| sample.1 + 1).max().unwrap_or(0)
    }

    /// The median over the rounds, in the row's unit.
    pub fn median(&self, column: Column) -> f64 {
        median(
            (0..self.rounds())
                .filter_map(|round| self.value(column, round))
                .collect(),
        )
    }

    /// How many times what this library takes `column` takes: the median of the ratios within each round.
    pub fn ratio(&self, column: Column) -> f64 {
        let ratio = |round| Some(self.value(column, round)? / self.value(Column::Ours, round)?);
        median((0..self.rounds()).filter_map(ratio).collect())
    }

    /// The median as people read it, and its unit: a rate, but for memory.
    pub fn figure(&self, column: Column) -> (f64, &'static str) {
        let value = self.median(column);
        match self.scenario.kind {
            "handshake" | "resume" | "resume-psk" | "resume-id" | "early" => (1e9 / value, "per second"),
            "bulk" => (1024.0 / value, "GB/s"),
            _ => (value / 1024.0, "KiB"),
        }
    }

    /// [`Self::figure`] as text, without its unit.
    pub fn figure_text(&self, column: Column) -> String {
        match self.figure(column) {
            (value, _) if !value.is_finite() => "-".into(),
            (value, "per second") => format!("{value:.0}"),
            (value, "GB/s") => format!("{value:.2}"),
            (value, _) => format!("{value:.1}"),
        }
    }
}

/// Everything that was measured.
pub struct Report {
    rounds: usize,
    /// In the order of the scenarios.
    pub rows: Vec<Row>,
    sizes: Sizes,
}

/// What the project promises: scenario, against whom, at least how many times as fast.
const TARGETS: &[(&str, Column, f64)] = &[
    (HANDSHAKE, Column::Stock, 12.0),
    (HANDSHAKE, Column::Rustls, 0.97),
    (RESUMPTION, Column::Stock, 10.0),
    (RESUMPTION, Column::Rustls, 1.0),
    (HANDSHAKE12, Column::Stock, 12.0),
    (HANDSHAKE12, Column::Rustls, 1.0),
    (RESUMPTION12, Column::Rustls, 1.0),
    (BULK, Column::Stock, 20.0),
    (BULK, Column::Rustls, 0.97),
];

impl Report {
    /// Of that many rounds.
    pub fn new(rounds: usize, rows: Vec<Row>, sizes: Sizes) -> Self {
        Self { rounds, rows, sizes }
    }

    /// The row of that side of that scenario.
    pub fn row(&self, name: &str, side: &str) -> Option<&Row> {
        self.rows
            .iter()
            .find(|row| row.scenario.name == name && row.side == side)
    }

    /// For people.
    pub fn table(&self) -> String {
        let mut text = String::new();
        let _ = writeln!(
            text,
            "TLS 1.3 on one core of {}. CPU time of each side apart,",
            processor()
        );
        let _ = writeln!(
            text,
            "medians of {} paired runs; x: how many times as much the other takes.\n",
            self.rounds
        );
        let _ = write!(text, "{:<28}{:>10}", "", Column::Ours.title());
        for column in Column::OTHERS {
            let _ = write!(text, "{:>20}", column.title());
        }
        text.push('\n');
        let mut scenario = "";
        for row in &self.rows {
            if row.scenario.name != scenario {
                scenario = row.scenario.name;
                let _ = writeln!(text, "{scenario}");
            }
            let label = format!("  {} ({})", row.side, row.figure(Column::Ours).1);
            let _ = write!(text, "{label:<28}{:>10}", row.figure_text(Column::Ours));
            for column in Column::OTHERS {
                let (figure, ratio) = (row.figure_text(column), row.ratio(column));
                let _ = if ratio.is_finite() {
                    write!(text, "{figure:>11}{ratio:>8.2}x")
                } else {
                    write!(text, "{figure:>11}{:9}", "")
                };
            }
            text.push('\n');
        }
        text + &self.sizes.text() + &self.targets()
    }

    /// The table of the README.
    pub fn markdown(&self) -> String {
        let mut text = String::from("| | | ferrotls |");
        for column in Column::OTHERS {
            let _ = write!(text, " {} |", column.title());
        }
        text.push_str("\n|---|---|--:|--:|--:|--:|\n");
        let mut scenario = "";
        for row in &self.rows {
            let name = if row.scenario.name == scenario {
                ""
            } else {
                row.scenario.name
            };
            scenario = row.scenario.name;
            let (figure, unit) = (row.figure_text(Column::Ours), row.figure(Column::Ours).1);
            let _ = write!(text, "| {name} | {}, {unit} | **{figure}** |", row.side);
            for column in Column::OTHERS {
                let (figure, ratio) = (row.figure_text(column), row.ratio(column));
                let _ = if ratio.is_finite() {
                    write!(text, " {figure} ({ratio:.2}) |")
                } else {
                    write!(text, " {figure} |")
                };
            }
            text.push('\n');
        }
        text.push_str(&self.sizes.markdown());
        let _ = writeln!(
            text,
            "\nOne core of {}, medians of {} paired runs.\nIn brackets: how many times the CPU time (memory, size) of ferrotls \
             the other takes.\nrustls {} with ring {}, for X25519MLKEM768 with aws-lc; OpenSSL {}.",
            processor(),
            self.rounds,
            locked("rustls"),
            locked("ring"),
            openssl()
        );
        text
    }

    /// Which targets are met, as far as they were measured.
    fn targets(&self) -> String {
        let mut text = String::from("\nTargets\n");
        for (name, column, least) in TARGETS {
            for row in self.rows.iter().filter(|row| row.scenario.name == *name) {
                let (ratio, side, other) = (row.ratio(*column), &row.side, column.title());
                let verdict = if ratio >= *least { "met" } else { "MISSED" };
                let _ = writeln!(
                    text,
                    "  {verdict:<7}{name}, {side}: {ratio:.2}x {other} (at least {least})"
                );
            }
        }
        text
    }

    /// For machines: every sample, the medians and the ratios.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            let mut libraries = serde_json::Map::new();
            for library in Library::ALL {
                let samples = row.samples.iter().filter(|sample| sample.0 == library);
                let samples: Vec<_> = samples.map(|sample| sample.2).collect();
                if !samples.is_empty() {
                    let middle = median(samples.clone());
                    libraries.insert(library.key().into(), json!({ "median": middle, "samples": samples }));
                }
            }
            let ratios = Column::OTHERS.map(|column| (column.title().to_owned(), json!(row.ratio(column))));
            json!({
                "scenario": row.scenario.name,
                "side": row.side,
                "unit": row.unit,
                "libraries": libraries,
                "times_ours": serde_json::Map::from_iter(ratios),
            })
        });
        json!({
            "processor": processor(),
            "rounds": self.rounds,
            "versions": {
                "ferrotls": env!("CARGO_PKG_VERSION"),
                "mbedtls": "3.6.6 (Debian trixie)",
                "rustls": locked("rustls"),
                "ring": locked("ring"),
                "openssl": openssl(),
            },
            "sizes": self.sizes.json(),
            "rows": rows.collect::<Vec<_>>(),
        })
    }
}

/// The middle value; of an even number the upper one. NaN when there is none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The processor's name.
pub fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model
        .map_or("this machine", |(_, name)| name)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The version of a crate in Cargo.lock.
fn locked(name: &str) -> String {
    let text = fs::read_to_string(crate::shell::root().join("Cargo.lock")).unwrap_or_default();
    let package = text
        .split("[[package]]")
        .find(|package| package.contains(&format!("name = \"{name}\"\n")));
    let version = package.and_then(|package| package.split("version = \"").nth(1)?.split('"').next());
    version.unwrap_or("unknown").into()
}

/// The version of the libssl that the driver was built with.
fn openssl() -> String {
    let mut command = Command::new("pkg-config");
    let output = capture(command.args(["--modversion", "libssl"])).map(|output| output.stdout);
    output.map_or_else(
        |_| line(&command),
        |version| String::from_utf8_lossy(version.trim_ascii()).into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::scenarios::SCENARIOS;

    #[test]
    fn a_ratio_is_taken_within_a_round_and_rustls_shows_its_best() {
        let measured = Measured {
            side: "client".into(),
            unit: "ns/handshake".into(),
            value: 0.0,
        };
        let mut row = Row::new(&SCENARIOS[0], &measured);
        for (round, ours, buffered, unbuffered) in [(0, 10.0, 20.0, 30.0), (1, 100.0, 400.0, 300.0), (2, 1.0, 9.0, 9.0)]
        {
            row.add(Library::Ours, round, ours);
            row.add(Library::Rustls, round, buffered);
            row.add(Library::RustlsUnbuffered, round, unbuffered);
        }
        assert_eq!(row.ratio(Column::Rustls), 3.0);
        assert_eq!(row.median(Column::Rustls), 20.0);
        assert!(row.ratio(Column::OpenSsl).is_nan());
        row.add(Library::Ours, 2, 0.5);
        row.add(Library::Ours, 2, 4.0);
        assert_eq!(row.value(Column::Ours, 2), Some(0.5));
    }
}
