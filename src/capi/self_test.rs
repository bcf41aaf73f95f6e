//! What the `_self_test` functions share: known answers, and printing where the application prints.

pub(super) mod aes;
pub(super) mod blocks;
pub(super) mod gcm;
pub(super) mod key_wrap;
pub(super) mod mac;
pub(super) mod others;

use super::platform::hooks::print;
use core::ffi::c_int;

/// Prints `text` if `verbose` is not 0: through `mbedtls_printf`, so that it stands in its place among what C prints.
pub(super) fn say(verbose: c_int, text: &str) {
    if verbose != 0 {
        print(text);
    }
}

/// Runs the tests one after the other until one fails, saying "  NAME test #1: passed" of each and an empty line at the end.
/// Returns 0, or 1 if one failed.
pub(super) fn numbered<T>(verbose: c_int, name: &str, tests: &[T], passes: impl Fn(&T) -> bool) -> c_int {
    worded(verbose, |number| format!("  {name} test #{number}: "), tests, passes)
}

/// As [`numbered`], saying "  NAME test 0 passed".
pub(super) fn counted<T>(verbose: c_int, name: &str, tests: &[T], passes: impl Fn(&T) -> bool) -> c_int {
    let line = |number: usize| format!("  {name} test {} ", number.saturating_sub(1));
    worded(verbose, line, tests, passes)
}

/// As [`numbered`], saying "  NAME #1: passed".
pub(super) fn listed<T>(verbose: c_int, name: &str, tests: &[T], passes: impl Fn(&T) -> bool) -> c_int {
    worded(verbose, |number| format!("  {name} #{number}: "), tests, passes)
}

/// As [`numbered`], with lines that `line` makes of their numbers, from 1.
pub(super) fn worded<T>(
    verbose: c_int,
    line: impl Fn(usize) -> String,
    tests: &[T],
    passes: impl Fn(&T) -> bool,
) -> c_int {
    for (number, test) in (1..).zip(tests) {
        if !told(verbose, &line(number), passes(test)) {
            return 1;
        }
    }
    say(verbose, "\n");
    0
}

/// Says a line and whether what it speaks of passed. Returns that.
pub(super) fn told(verbose: c_int, line: &str, passed: bool) -> bool {
    say(verbose, line);
    say(verbose, if passed { "passed\n" } else { "failed\n" });
    passed
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
