//! What the `_self_test` functions share: known answers, and printing where the application prints.

use core::ffi::c_int;

/// Prints `text` if `verbose` is not 0: through the C library, so that it stands in its place among what C prints.
pub(super) fn say(verbose: c_int, text: &str) {
    if verbose == 0 {
        return;
    }
    let len = c_int::try_from(text.len()).unwrap_or(c_int::MAX);
    // SAFETY: the format asks for a length and that many characters, and they are there.
    unsafe { libc::printf(c"%.*s".as_ptr(), len, text.as_ptr()) };
}

/// Runs the tests one after the other until one fails, saying "  NAME test #1: passed" of each and an empty line at the end.
/// Returns 0, or 1 if one failed.
pub(super) fn numbered<T>(verbose: c_int, name: &str, tests: &[T], passes: impl Fn(&T) -> bool) -> c_int {
    for (number, test) in (1..).zip(tests) {
        say(verbose, &format!("  {name} test #{number}: "));
        let passed = passes(test);
        say(verbose, if passed { "passed\n" } else { "failed\n" });
        if !passed {
            return 1;
        }
    }
    say(verbose, "\n");
    0
}

/// The bytes of a text in hexadecimal.
pub(super) fn hex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes()
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_ends_a_test() {
        let ran = core::cell::Cell::new(0);
        let test = |passes: &bool| {
            ran.set(ran.get() + 1);
            *passes
        };
        assert_eq!(numbered(1, "Example", &[true, false, true], test), 1);
        assert_eq!(ran.get(), 2);
        assert_eq!(numbered(1, "Example", &[true, true], test), 0);
        assert_eq!(numbered(0, "Example", &[], test), 0);
    }

    #[test]
    fn hexadecimal() {
        assert_eq!(hex("00ff1A"), [0, 255, 26]);
        assert_eq!(hex(""), []);
    }
}
