//! Where secrets begin and where they end.
//!
//! `cargo xtask ct` runs the library under valgrind with all its secrets marked, and every branch and every address that
//! depends on one is a fault. So it has to be told which bytes are secrets that begin inside of the library, and what
//! comes of secrets and may be known all the same: the verdict on a MAC, a public key, a record that was opened. These
//! functions say it. They do nothing, but they are calls that stand in the binary that is shipped, where the check finds
//! them by name; so nothing is inlined here, and the binary that is checked is the one that people run.

use core::hint::black_box;

use subtle::Choice;

/// What is said, as the check (`c-tests/ct/ct.c`) knows it.
const KNOWN: usize = 0;
const SECRET: usize = 1;
const VALUE: usize = 2;
const KEYS: usize = 3;
const VERDICT: usize = 4;

/// The call that the check finds: `start` and `len` for bytes, `value` for a number, which comes back.
#[inline(never)]
extern "C" fn say(what: usize, start: *const u8, len: usize, value: usize) -> usize {
    black_box((what, start, len));
    black_box(value)
}

/// The verdict of a comparison in constant time. That it differs is told by what comes next; where it differs is not.
pub fn verdict(equal: Choice) -> bool {
    say(VERDICT, core::ptr::null(), 0, usize::from(equal.unwrap_u8())) != 0
}

/// `number` comes of secrets and may be known.
pub fn known_number(number: usize) -> usize {
    say(VALUE, core::ptr::null(), 0, number)
}

/// [`known_number`] of a byte.
pub fn known_byte(byte: u8) -> u8 {
    let [low, ..] = known_number(usize::from(byte)).to_le_bytes();
    low
}

/// `bytes` come of secrets and may be known: they are sent, or opened with a secret and not secret themselves.
pub fn known(bytes: &[u8]) {
    say(KNOWN, bytes.as_ptr(), bytes.len(), 0);
}

/// `bytes` are a secret, though what they came with is known.
pub fn secret(bytes: &[u8]) {
    say(SECRET, bytes.as_ptr(), bytes.len(), 0);
}

/// Runs `make`, in which what the operating system's randomness gives becomes secret keys.
pub fn keys<R>(make: impl FnOnce() -> R) -> R {
    say(KEYS, core::ptr::null(), 0, 1);
    let made = make();
    say(KEYS, core::ptr::null(), 0, 0);
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_changed() {
        let bytes = [1, 2, 3];
        known(&bytes);
        secret(&bytes);
        assert_eq!(bytes, [1, 2, 3]);
        assert_eq!(known_number(usize::MAX), usize::MAX);
        assert_eq!(known_byte(255), 255);
        assert!(verdict(Choice::from(1)));
        assert!(!verdict(Choice::from(0)));
        assert_eq!(keys(|| 5), 5);
    }
}
