//! Keys that a thread used last, ready for use.
//!
//! An AES context of the C interface is plain memory that programs copy and forget without releasing it, and too small
//! for the key as the `aes` crate expands it. So the context holds the key itself. Expanding it takes longer than
//! encrypting a block; hence each thread keeps a few expanded keys, and finds them by the key, compared in constant
//! time. What is kept is wiped when another key takes its place, when [`forget`] is told to, and when the thread ends.

use core::cell::RefCell;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::block::{BlockAlgorithm, BlockKey};
use crate::crypto::Unspecified;

/// How many keys a thread keeps.
const KEPT: usize = 4;

/// An expanded key, with what it was made from.
struct Entry {
    secret: Zeroizing<[u8; 32]>,
    key: BlockKey,
}

thread_local! {
    /// The last used first.
    static RECENT: RefCell<Vec<Box<Entry>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `work` with the key that `secret` stands for. Fails if `secret` has not the length of the algorithm's keys.
pub fn with_recent<R>(
    algorithm: BlockAlgorithm,
    secret: &[u8],
    work: impl FnOnce(&BlockKey) -> R,
) -> Result<R, Unspecified> {
    let mut padded = Zeroizing::new([0; 32]);
    if secret.len() != algorithm.key_len() {
        return Err(Unspecified);
    }
    padded
        .get_mut(..secret.len())
        .ok_or(Unspecified)?
        .copy_from_slice(secret);
    RECENT
        .try_with(|recent| {
            let mut recent = recent.try_borrow_mut().map_err(|_| Unspecified)?;
            let at = match recent.iter().position(|entry| entry.is(algorithm, &padded)) {
                Some(at) => at,
                None => {
                    let key = BlockKey::new(algorithm, secret)?;
                    recent.truncate(KEPT.saturating_sub(1));
                    recent.push(Box::new(Entry { secret: padded, key }));
                    recent.len().saturating_sub(1)
                }
            };
            if let Some(newer) = recent.get_mut(..=at) {
                newer.rotate_right(1);
            }
            recent.first().map(|entry| work(&entry.key)).ok_or(Unspecified)
        })
        .map_err(|_| Unspecified)?
}

/// Forgets the key that `secret` stands for, if this thread keeps it.
pub fn forget(algorithm: BlockAlgorithm, secret: &[u8]) {
    let mut padded = Zeroizing::new([0; 32]);
    let Some(part) = padded.get_mut(..secret.len()) else {
        return;
    };
    part.copy_from_slice(secret);
    let _ = RECENT.try_with(|recent| {
        if let Ok(mut recent) = recent.try_borrow_mut() {
            recent.retain(|entry| !entry.is(algorithm, &padded));
        }
    });
}

impl Entry {
    /// Whether this is the expanded form of `secret`.
    fn is(&self, algorithm: BlockAlgorithm, secret: &[u8; 32]) -> bool {
        self.key.algorithm() == algorithm && bool::from(self.secret.ct_eq(secret))
    }
}
