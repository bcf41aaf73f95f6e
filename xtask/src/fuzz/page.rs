//! What libFuzzer measured: read from its output, shown as a table, and taken together in `docs/FUZZING.md`: seconds, executions and
//! failures are added up, and of what a run has reached the most is kept.

use crate::shell::{Result, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// The rows of the page stand between these lines.
const BEGIN: &str = "<!-- figures: written by cargo xtask fuzz --keep -->";
/// See [`BEGIN`].
const END: &str = "<!-- end of the figures -->";
/// What stands above a table of one run, and of the page.
const HEAD: &str = "| target | seconds | executions | per second | edges | features | inputs | failures |\n\
                    |---|---:|---:|---:|---:|---:|---:|---:|\n";

/// Of one target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How long it ran.
    pub seconds: u64,
    pub executions: u64,
    /// Edges of the control flow that were reached, as libFuzzer counts them (`cov`).
    pub edges: u64,
    /// Edges, how often each, and values compared (`ft`).
    pub features: u64,
    /// Inputs that a run ended with.
    pub inputs: u64,
    /// Runs that ended with a fault.
    pub crashes: u64,
}

impl Figures {
    /// Out of what libFuzzer prints to standard error; `None` if it did not begin. A run that ends with the first input that it
    /// reads has reached nothing that is counted.
    pub fn of_output(printed: &str) -> Option<Self> {
        let number = |line: &str, key: &str| -> Option<u64> {
            let (_, rest) = line.split_once(key)?;
            let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        if !printed.lines().any(|line| line.starts_with("INFO: Seed: ")) {
            return None;
        }
        let last = printed
            .lines()
            .rfind(|line| line.starts_with('#') && line.contains("cov:"))
            .unwrap_or_default();
        let stat = |key: &str| printed.lines().rev().find_map(|line| number(line, key));
        let executions = stat("stat::number_of_executed_units:").or_else(|| number(last, "#"));
        let executions = executions.unwrap_or(0);
        let rate = stat("stat::average_exec_per_sec:").unwrap_or(0);
        let seconds = printed
            .lines()
            .rev()
            .find_map(|line| line.starts_with("Done ").then(|| number(line, " runs in ")).flatten());
        Some(Self {
            seconds: seconds.unwrap_or_else(|| executions.checked_div(rate).unwrap_or(0)),
            executions,
            edges: number(last, "cov:").unwrap_or(0),
            features: number(last, "ft:").unwrap_or(0),
            inputs: number(last, "corp:").unwrap_or(0),
            crashes: 0,
        })
    }

    /// These, and those of another run.
    fn and(&self, other: &Self) -> Self {
        Self {
            seconds: self.seconds + other.seconds,
            executions: self.executions + other.executions,
            edges: self.edges.max(other.edges),
            features: self.features.max(other.features),
            inputs: self.inputs.max(other.inputs),
            crashes: self.crashes + other.crashes,
        }
    }

    fn row(&self, name: &str) -> String {
        let rate = self.executions.checked_div(self.seconds).unwrap_or(self.executions);
        let Self {
            seconds,
            executions,
            edges,
            features,
            inputs,
            crashes,
        } = self;
        format!("| {name} | {seconds} | {executions} | {rate} | {edges} | {features} | {inputs} | {crashes} |\n")
    }

    /// A row of the page.
    fn of_row(row: &str) -> Option<(String, Self)> {
        let cells: Vec<_> = row.trim_matches(['|', ' ']).split('|').map(str::trim).collect();
        let [name, seconds, executions, _, edges, features, inputs, crashes] = cells.as_slice() else {
            return None;
        };
        let figures = Self {
            seconds: seconds.parse().ok()?,
            executions: executions.parse().ok()?,
            edges: edges.parse().ok()?,
            features: features.parse().ok()?,
            inputs: inputs.parse().ok()?,
            crashes: crashes.parse().ok()?,
        };
        Some(((*name).to_owned(), figures))
    }
}

/// A table of these.
pub fn table(rows: &[(String, Figures)]) -> String {
    HEAD.to_owned() + &rows.iter().map(|(name, figures)| figures.row(name)).collect::<String>()
}

/// `docs/FUZZING.md`.
pub struct Page {
    before: String,
    after: String,
    rows: BTreeMap<String, Figures>,
}

impl Page {
    fn path() -> PathBuf {
        root().join("docs/FUZZING.md")
    }

    pub fn read() -> Result<Self> {
        Self::of_text(&fs::read_to_string(Self::path())?)
    }

    fn of_text(text: &str) -> Result<Self> {
        let parts = text.split_once(BEGIN).zip(text.split_once(END));
        let ((before, rest), (_, after)) = parts.ok_or("docs/FUZZING.md has no place for figures")?;
        Ok(Self {
            before: before.to_owned(),
            after: after.to_owned(),
            rows: rest.lines().filter_map(Figures::of_row).collect(),
        })
    }

    /// Adds a run of a target.
    pub fn add(&mut self, name: &str, figures: &Figures) {
        let sum = self
            .rows
            .get(name)
            .map_or_else(|| figures.clone(), |row| row.and(figures));
        self.rows.insert(name.to_owned(), sum);
    }

    fn text(&self) -> String {
        let rows: Vec<_> = self
            .rows
            .iter()
            .map(|(name, row)| (name.clone(), row.clone()))
            .collect();
        let all = |value: fn(&Figures) -> u64| self.rows.values().map(value).sum::<u64>();
        let (seconds, executions) = (all(|row| row.seconds), all(|row| row.executions));
        let table = table(&rows);
        let sum = format!("All together: {executions} executions in {seconds} seconds of one core.\n");
        format!("{}{BEGIN}\n{table}\n{sum}{END}{}", self.before, self.after)
    }

    pub fn write(&self) -> Result<()> {
        Ok(fs::write(Self::path(), self.text())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "INFO: Seed: 1\n#2\tINITED cov: 10 ft: 11 corp: 2/34b exec/s: 0 rss: 40Mb\n\
        #900\tNEW    cov: 12 ft: 14 corp: 3/36b lim: 4 exec/s: 450 rss: 41Mb L: 2/2 MS: 1 CMP-\n\
        #1000\tDONE   cov: 12 ft: 15 corp: 3/36b lim: 4 exec/s: 500 rss: 41Mb\n\
        Done 1000 runs in 2 second(s)\n\
        stat::number_of_executed_units: 1000\nstat::average_exec_per_sec:     500\n";

    fn figures() -> Figures {
        Figures {
            seconds: 2,
            executions: 1000,
            edges: 12,
            features: 15,
            inputs: 3,
            crashes: 0,
        }
    }

    #[test]
    fn figures_are_those_that_were_printed() {
        assert_eq!(Figures::of_output(PRINTED), Some(figures()));
        assert_eq!(Figures::of_output("error: could not compile"), None);
        // The first input that it reads ends it.
        let ended = "INFO: Seed: 7\nINFO: -max_len is not provided\npanicked at\nstat::number_of_executed_units: 5\n";
        let expected = Figures {
            executions: 5,
            ..Figures::default()
        };
        assert_eq!(Figures::of_output(ended), Some(expected));
    }

    #[test]
    fn runs_add_up() {
        let empty = format!("# Fuzzing\n\n{BEGIN}\n{END}\nmore\n");
        let mut page = Page::of_text(&empty).unwrap();
        page.add("wire", &figures());
        let mut again = Page::of_text(&page.text()).unwrap();
        again.add("wire", &figures());
        // One that a fault ended early counts, and takes nothing away.
        again.add(
            "wire",
            &Figures {
                seconds: 1,
                executions: 10,
                edges: 11,
                features: 16,
                inputs: 2,
                crashes: 1,
            },
        );
        let text = again.text();
        assert!(text.starts_with("# Fuzzing\n") && text.ends_with("\nmore\n"), "{text}");
        assert!(text.contains("| wire | 5 | 2010 | 402 | 12 | 16 | 3 | 1 |"), "{text}");
        assert!(text.contains("2010 executions in 5 seconds"), "{text}");
    }
}
