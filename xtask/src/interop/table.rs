//! The tables of a run.

use super::cases::{Case, GROUPS, SIGNATURES, SUITES};
use super::jobs::Outcome;
use super::peers::Peer;

/// One cell's cases and how they went.
type Cells<'a> = Vec<(&'a Case, &'a Outcome)>;

/// A grid of suites and groups per peer and direction, then what has no place in a grid.
pub fn print(jobs: &[(Peer, Case)], outcomes: &[Outcome]) {
    let mut parts: Vec<(&str, &str, Cells<'_>)> = Vec::new();
    for ((peer, case), outcome) in jobs.iter().zip(outcomes) {
        let (name, direction) = (peer.name.as_str(), case.direction.name());
        match parts.iter_mut().find(|part| part.0 == name && part.1 == direction) {
            Some(part) => part.2.push((case, outcome)),
            None => parts.push((name, direction, vec![(case, outcome)])),
        }
    }
    for (peer, direction, cells) in &parts {
        println!("\n{peer}, {direction}");
        grid(cells);
        features(cells);
    }
    println!();
}

/// Suites down, groups across; below it the signatures.
fn grid(cells: &Cells<'_>) {
    // A cell counts the certificate of the first scheme; with --full every scheme.
    let first = SIGNATURES.first().map_or("", |signature| signature.name);
    let full = cells.len() > SUITES.len() * GROUPS.len() * SIGNATURES.len();
    println!(
        "  {:<32}{}",
        "",
        GROUPS
            .iter()
            .map(|group| format!("{:<11}", group.name))
            .collect::<String>()
    );
    for suite in SUITES {
        let cell = |group: &str| {
            mark(cells, |case| {
                let here = case.suite.name == suite.name && case.group.name == group;
                here && (full || case.signature.name == first)
            })
        };
        let row: String = GROUPS.iter().map(|group| format!("{:<11}", cell(group.name))).collect();
        println!("  {:<32}{row}", suite.name);
    }
    for signature in SIGNATURES {
        println!(
            "  {:<32}{}",
            signature.name,
            mark(cells, |case| case.signature.name == signature.name)
        );
    }
}

/// What the plain cases that are `wanted` came to.
fn mark(cells: &Cells<'_>, wanted: impl Fn(&Case) -> bool) -> String {
    let found: Vec<_> = cells
        .iter()
        .filter(|(case, _)| case.is_plain() && wanted(case))
        .collect();
    let failed = found
        .iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_)))
        .count();
    let passed = found
        .iter()
        .filter(|(_, outcome)| matches!(outcome, Outcome::Passed))
        .count();
    match (passed, failed, found.len()) {
        (_, _, 0) => String::new(),
        (0, 0, _) => "-".to_owned(),
        (1, 0, _) => "ok".to_owned(),
        (passed, 0, _) => format!("ok {passed}"),
        (_, failed, _) => format!("FAILED {failed}"),
    }
}

/// A line per case that is not plain.
fn features(cells: &Cells<'_>) {
    let usual = (
        SUITES.first().map(|suite| suite.name),
        SIGNATURES.first().map(|signature| signature.name),
    );
    for (case, outcome) in cells.iter().filter(|(case, _)| !case.is_plain()) {
        let with = if (Some(case.suite.name), Some(case.signature.name)) == usual {
            String::new()
        } else {
            format!("  {}", case.suite.name)
        };
        println!("  {:<32}{outcome}{with}", case.feature.name());
    }
}
