//! Randomness of the operating system.
//!
//! Tests and fuzzing can make a thread's randomness repeatable with `deterministic::seed`; that module exists only in
//! tests and with the cargo feature `deterministic`, which no shipped library may have on.

use core::convert::Infallible;

use p256::elliptic_curve::rand_core::{TryCryptoRng, TryRng};
use ring::rand::SecureRandom as _;
use zeroize::Zeroizing;

use super::{
    Unspecified,
    hash::{HashAlgorithm, HmacKey},
};

/// Fills `out` with randomness of the operating system. Fails if it has none.
pub fn fill(out: &mut [u8]) -> Result<(), Unspecified> {
    #[cfg(any(test, feature = "deterministic"))]
    if deterministic::fill(out) {
        return Ok(());
    }
    Ok(system().fill(out)?)
}

/// Whether this thread's randomness is a repeatable stream, so that operations must keep away from ring's own
/// randomness. Always false in a shipped library.
#[cfg(any(test, feature = "deterministic", feature = "certificates"))]
pub(super) fn is_deterministic() -> bool {
    #[cfg(any(test, feature = "deterministic"))]
    return deterministic::is_seeded();
    #[cfg(not(any(test, feature = "deterministic")))]
    false
}

/// The operating system's randomness as ring takes it.
pub(super) fn system() -> &'static ring::rand::SystemRandom {
    static SYSTEM: std::sync::LazyLock<ring::rand::SystemRandom> =
        std::sync::LazyLock::new(ring::rand::SystemRandom::new);
    &SYSTEM
}

/// [`fill`] as the RustCrypto crates take it.
pub(super) struct SystemRng;

impl TryRng for SystemRng {
    type Error = Unspecified;

    fn try_next_u32(&mut self) -> Result<u32, Unspecified> {
        let mut bytes = [0; 4];
        fill(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Unspecified> {
        let mut bytes = [0; 8];
        fill(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Unspecified> {
        fill(out)
    }
}

impl TryCryptoRng for SystemRng {}

/// An endless stream out of one seed: HMAC-SHA-512 in counter mode (NIST SP 800-108r1 section 4.1). For interfaces that
/// want a generator that cannot fail (making RSA keys), and for repeatable tests.
pub(super) struct Stream {
    key: HmacKey,
    counter: u64,
    block: Zeroizing<[u8; 64]>,
    used: usize,
}

impl Stream {
    /// The stream of `seed`.
    pub(super) fn new(seed: &[u8; 32]) -> Self {
        Self {
            key: HmacKey::new(HashAlgorithm::Sha512, seed),
            counter: 0,
            block: Zeroizing::new([0; 64]),
            used: 64,
        }
    }

    /// A stream with a fresh seed of [`fill`].
    pub(super) fn fresh() -> Result<Self, Unspecified> {
        let mut seed = Zeroizing::new([0; 32]);
        fill(seed.as_mut())?;
        Ok(Self::new(&seed))
    }

    /// The next bytes.
    pub(super) fn fill(&mut self, out: &mut [u8]) {
        for byte in out {
            if self.used >= self.block.len() {
                let next = self.key.sign(&[&self.counter.to_be_bytes()]);
                self.block.copy_from_slice(next.as_ref());
                self.counter = self.counter.wrapping_add(1);
                self.used = 0;
            }
            *byte = self.block.get(self.used).copied().unwrap_or(0);
            self.used = self.used.saturating_add(1);
        }
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        self.fill(out);
        Ok(())
    }
}

impl TryCryptoRng for Stream {}

/// A repeatable stand-in for the randomness of one thread, for tests and fuzzing only.
///
/// While a thread is seeded, [`fill`] gives a stream that depends on the seed alone,
/// [`super::kx::KeyExchange::generate`] makes the stream's keys, and signing goes the ways that take their randomness
/// from [`fill`].
#[cfg(any(test, feature = "deterministic"))]
pub mod deterministic {
    use std::{cell::RefCell, collections::VecDeque};

    use super::Stream;

    /// What a seeded thread's randomness is: given bytes first, then the stream of a seed.
    struct Source {
        first: VecDeque<u8>,
        then: Stream,
    }

    thread_local! {
        static SOURCE: RefCell<Option<Source>> = const { RefCell::new(None) };
    }

    /// Starts this thread's stream over from `seed`.
    pub fn seed(seed: &[u8; 32]) {
        seed_after(&[], seed);
    }

    /// Starts this thread's randomness over: first the bytes of `first` (a known private key, a fuzzer's input), then
    /// the stream of `seed`.
    pub fn seed_after(first: &[u8], seed: &[u8; 32]) {
        let source = Source {
            first: first.iter().copied().collect(),
            then: Stream::new(seed),
        };
        SOURCE.with(|cell| *cell.borrow_mut() = Some(source));
    }

    /// Gives this thread the operating system's randomness back.
    pub fn clear() {
        SOURCE.with(|cell| *cell.borrow_mut() = None);
    }

    /// Whether this thread is seeded.
    pub fn is_seeded() -> bool {
        SOURCE.with(|cell| cell.borrow().is_some())
    }

    /// Fills `out` from this thread's source; false if the thread is not seeded.
    pub(super) fn fill(out: &mut [u8]) -> bool {
        SOURCE.with(|cell| match cell.borrow_mut().as_mut() {
            Some(source) => {
                let given = source.first.len().min(out.len());
                let (first, then) = out.split_at_mut(given);
                for (to, from) in first.iter_mut().zip(source.first.drain(..given)) {
                    *to = from;
                }
                source.then.fill(then);
                true
            }
            None => false,
        })
    }
}
