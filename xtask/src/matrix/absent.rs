//! The headers that release 3.6.6 installs (tests/data/api/headers.txt) and that are not here, each with its reason.

use std::fmt::Write as _;
use std::path::Path;

/// The first row decides whose start fits.
const ABSENT: &[(&str, &str)] = &[
    (
        "mbedtls/config_adjust_",
        "a part of build_info.h, which a program cannot include by itself in 3.6.6 either (`#error`)",
    ),
    (
        "psa/crypto_adjust_",
        "a part of build_info.h, which a program cannot include by itself in 3.6.6 either (`#error`)",
    ),
    (
        "psa/crypto_legacy.h",
        "what build_info.h of 3.6.6 makes of older names in a configuration; the library here is built already",
    ),
    (
        "psa/crypto_builtin_",
        "what operations are made of inside 3.6; here they are sealed, with the same sizes",
    ),
    (
        "psa/crypto_driver_",
        "for drivers that are compiled into 3.6; there are none here",
    ),
    (
        "psa/crypto_se_driver.h",
        "for drivers of secure elements (MBEDTLS_PSA_CRYPTO_SE_C), which Debian's build of 3.6.6 leaves out too",
    ),
];

/// The table, after a comparison of the headers here with those of 3.6.6: an error if one is missing without a reason, or
/// has one and is there.
pub(super) fn table(root: &Path) -> Result<String, String> {
    let mut text = format!("\n## Headers\n\n{INTRODUCTION}");
    for header in super::read(&root.join("tests/data/api/headers.txt"))?.lines() {
        let reason = ABSENT.iter().find(|(start, _)| header.starts_with(start));
        match (root.join("include").join(header).exists(), reason) {
            (true, None) => {}
            (false, Some((_, reason))) => {
                writeln!(text, "| {header} | {reason} |").map_err(|error| error.to_string())?;
            }
            (true, Some(_)) => return Err(format!("{header} is there and said to be absent")),
            (false, None) => return Err(format!("{header} is not there, for no reason")),
        }
    }
    Ok(text)
}

/// What stands above the table.
const INTRODUCTION: &str = "\
Every header that 3.6.6 installs is here under its name but these. Of mbedtls/ecjpake.h, lms.h and memory_buffer_alloc.h
there are types and constants only; their macros (MBEDTLS_LMS_C ...) are not defined.

| not there | why |
|---|---|
";
