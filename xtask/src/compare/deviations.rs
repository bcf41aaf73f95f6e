//! Where ours is meant to print something else than 3.6.6, with the lines and the reason; one file per subject.

mod ciphers;
mod connections;
mod curves;
mod digests;
mod encodings;
mod handshakes12;
mod numbers;
mod patterns;
mod pk;
mod psa;
mod renegotiation;
mod sessions12;
mod tls12;
mod verification;
mod x509;

/// Lines that ours prints instead of those of 3.6.6.
pub(super) struct Deviation {
    /// The program, below c-tests.
    pub(super) program: &'static str,
    /// One line or several, whole, without the last line's end.
    pub(super) stock: &'static str,
    /// What stands there instead.
    pub(super) ours: &'static str,
    /// Why.
    pub(super) reason: &'static str,
}

/// Those of a program.
pub(super) fn of(program: &str) -> impl Iterator<Item = &'static Deviation> {
    ALL.iter()
        .copied()
        .flatten()
        .filter(move |deviation| deviation.program == program)
}

/// Each program that prints something else, and why.
pub(super) fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    ALL.iter()
        .copied()
        .flatten()
        .map(|deviation| (deviation.program, deviation.reason))
}

/// DEVIATION: each with its reason.
const ALL: &[&[Deviation]] = &[
    ciphers::ALL,
    connections::ALL,
    curves::ALL,
    digests::ALL,
    encodings::ALL,
    handshakes12::ALL,
    numbers::ALL,
    patterns::ALL,
    pk::ALL,
    psa::ALL,
    renegotiation::ALL,
    sessions12::ALL,
    tls12::ALL,
    verification::ALL,
    x509::ALL,
];
