//! One table over all kinds of messages: round trip, every strict prefix rejected, a trailing byte rejected, random bytes and
//! random changes never panic.

use super::samples::samples;
use crate::tls::error::Error;
use crate::tls::wire::fuzz::{KINDS, fuzz_parse};

/// xorshift64*: the same numbers in every run, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32
    }

    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next()).unwrap() % bound.max(1)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

#[test]
fn there_is_a_sample_of_every_kind() {
    let samples = samples();
    for (kind, (name, _)) in KINDS.iter().enumerate() {
        assert!(samples.iter().any(|sample| sample.kind == kind), "{name}");
    }
}

#[test]
fn round_trip() {
    for sample in samples() {
        assert_eq!(KINDS[sample.kind].1(&sample.body), Ok(true), "{}", sample.name);
    }
}

#[test]
fn strict_prefixes_are_rejected() {
    for sample in samples() {
        for length in (0..sample.body.len()).filter(|length| Some(*length) != sample.may_end_at) {
            let outcome = KINDS[sample.kind].1(&sample.body[..length]);
            assert_eq!(
                outcome,
                Err(Error::DecodeError),
                "{} cut to {length} bytes",
                sample.name
            );
        }
    }
}

#[test]
fn trailing_bytes_are_rejected() {
    for sample in samples() {
        for extra in [0, 1, 0xff] {
            let mut longer = sample.body.clone();
            longer.push(extra);
            assert_eq!(
                KINDS[sample.kind].1(&longer),
                Err(Error::DecodeError),
                "{}",
                sample.name
            );
        }
    }
}

#[test]
fn random_bytes_never_panic() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for kind in 0..u8::try_from(KINDS.len()).unwrap() {
        for _ in 0..2000 {
            let length = random.below(200);
            let bytes: Vec<u8> = (0..length).map(|_| random.byte()).collect();
            assert!(fuzz_parse(kind, &bytes), "{kind}: {bytes:02x?}");
        }
    }
}

#[test]
fn random_changes_never_panic() {
    let mut random = Random(0xd1b5_4a32_d192_ed03);
    for sample in samples() {
        let kind = u8::try_from(sample.kind).unwrap();
        for _ in 0..2000 {
            let mut bytes = sample.body.clone();
            for _ in 0..=random.below(3) {
                let at = random.below(bytes.len());
                match random.below(4) {
                    0 if !bytes.is_empty() => bytes[at] = random.byte(),
                    1 if !bytes.is_empty() => bytes[at] ^= 1 << random.below(8),
                    2 if !bytes.is_empty() => _ = bytes.remove(at),
                    _ => bytes.insert(at, random.byte()),
                }
            }
            assert!(fuzz_parse(kind, &bytes), "{}: {bytes:02x?}", sample.name);
        }
    }
}
