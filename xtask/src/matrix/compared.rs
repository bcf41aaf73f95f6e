//! Which C programs are run with both libraries; the matrix asks it too.

/// Programs that are run with both libraries, besides all of `c-tests/compare`.
pub(crate) const PROGRAMS: &[&str] = &[
    "verify/flags.c",
    "verify/handshake.c",
    "verify/callbacks.c",
    "connect/patterns.c",
    "connect/session.c",
    "connect/callbacks.c",
    "connect/records.c",
    "connect/moments.c",
    "connect/limits.c",
    "connect/keys.c",
    "connect/renegotiation.c",
    "session/settings.c",
    "session/resume.c",
    "session/psk.c",
    "session/resume12.c",
    "session/psk12.c",
    "small/codes.c",
];

/// The folder whose programs are all run with both.
pub(crate) const FOLDER: &str = "compare";

/// Whether what a program prints is compared, by its path below c-tests without the ending.
pub(crate) fn is_compared(program: &str) -> bool {
    program.starts_with(&format!("{FOLDER}/")) || PROGRAMS.iter().any(|path| path.strip_suffix(".c") == Some(program))
}
