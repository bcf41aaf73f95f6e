//! Compression of certificates (RFC 8879): the only folder that names miniz_oxide and brotli.
//!
//! What comes out of a peer's bytes is bounded by the length that the caller allows, in memory as in work: no more than
//! that is ever written, and no window is made that a message of that length could not need.

mod brotli_codec;
mod cache;
mod zlib_codec;

pub use cache::Cache;

/// An algorithm that is implemented here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// zlib (RFC 1950).
    Zlib,
    /// Brotli (RFC 7932).
    Brotli,
}

/// Compresses `plain` as well as the algorithm can; `None` if that does not make it shorter.
pub fn compress(algorithm: Algorithm, plain: &[u8]) -> Option<Vec<u8>> {
    let compressed = match algorithm {
        Algorithm::Zlib => zlib_codec::compress(plain),
        Algorithm::Brotli => brotli_codec::compress(plain)?,
    };
    (compressed.len() < plain.len()).then_some(compressed)
}

/// Decompresses all of `compressed` to exactly `length` bytes; `None` if it is broken, has anything after its end, or is of
/// another length. The caller bounds `length`.
pub fn decompress(algorithm: Algorithm, compressed: &[u8], length: usize) -> Option<Vec<u8>> {
    match algorithm {
        Algorithm::Zlib => zlib_codec::decompress(compressed, length),
        Algorithm::Brotli => brotli_codec::decompress(compressed, length),
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
mod tests {
    use super::*;

    const ALGORITHMS: [Algorithm; 2] = [Algorithm::Zlib, Algorithm::Brotli];

    /// Something that compresses, of any length.
    fn text(length: usize) -> Vec<u8> {
        (0..length)
            .map(|at| b"certificate of somebody"[(at ^ (at >> 5)) % 23])
            .collect()
    }

    /// xorshift64*, which does not compress.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = || {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 56) as u8
        };
        (0..length).map(|_| next()).collect()
    }

    #[test]
    fn what_goes_in_comes_out() {
        for algorithm in ALGORITHMS {
            for length in [64, 100, 1000, 4096, 70_000, 0x2_0000] {
                let plain = text(length);
                let compressed = compress(algorithm, &plain).unwrap();
                assert!(compressed.len() < plain.len());
                assert_eq!(decompress(algorithm, &compressed, length).unwrap(), plain);
            }
        }
    }

    #[test]
    fn what_does_not_get_shorter_is_not_compressed() {
        for algorithm in ALGORITHMS {
            assert_eq!(compress(algorithm, &noise(1000)), None);
            assert_eq!(compress(algorithm, b""), None);
        }
    }

    #[test]
    fn another_length_is_refused() {
        for algorithm in ALGORITHMS {
            let compressed = compress(algorithm, &text(1000)).unwrap();
            for length in [0, 1, 999, 1001, 0x2_0000] {
                assert_eq!(
                    decompress(algorithm, &compressed, length),
                    None,
                    "{algorithm:?} {length}"
                );
            }
        }
    }

    #[test]
    fn a_bomb_writes_no_more_than_was_allowed() {
        for algorithm in ALGORITHMS {
            let compressed = compress(algorithm, &vec![0; 4_000_000]).unwrap();
            assert!(compressed.len() < 10_000);
            assert_eq!(decompress(algorithm, &compressed, 0x2_0000), None);
        }
    }

    #[test]
    fn prefixes_and_what_follows_the_end_are_refused() {
        for algorithm in ALGORITHMS {
            let plain = text(1000);
            let compressed = compress(algorithm, &plain).unwrap();
            for end in 0..compressed.len() {
                assert_eq!(decompress(algorithm, &compressed[..end], 1000), None);
            }
            let mut longer = compressed.clone();
            longer.push(0);
            assert_eq!(decompress(algorithm, &longer, 1000), None);
        }
    }

    #[test]
    fn random_changes_never_panic() {
        let changes = noise(40_000);
        for algorithm in ALGORITHMS {
            let compressed = compress(algorithm, &text(3000)).unwrap();
            for four in changes.chunks(4) {
                let mut changed = compressed.clone();
                let at = (usize::from(four[0]) << 8 | usize::from(four[1])) % changed.len();
                changed[at] ^= four[2].max(1);
                if four[3] & 1 == 0 {
                    changed.truncate(at + 1);
                }
                let out = decompress(algorithm, &changed, 3000);
                assert!(out.is_none_or(|out| out.len() == 3000));
                // Bytes that never were anything
                assert!(decompress(algorithm, &changes[at..at + 300], 3000).is_none_or(|out| out.len() == 3000));
            }
        }
    }
}
