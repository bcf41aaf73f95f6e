//! Keys that a thread used last, ready for use.
//!
//! An AES context of the C interface is plain memory that programs copy and forget without releasing it, and too small
//! for the key as the `aes` crate expands it. So the context holds the key itself. Expanding it takes longer than
//! encrypting a block; hence each thread keeps some expanded keys.
//!
//! They are found by a number that each key is given when it is set and that stands beside it in the context: no two keys
//! of a process have the same, so copies of a context, which share number and key, find the same expanded key. The number
//! tells nothing about the key. What is found must also be of the same key, compared in constant time, because a context
//! may come from another process, or another copy of this library, whose numbers are the same.
//!
//! What is kept is wiped when another key takes its place, when [`forget`] is told to, and when the thread ends; it stays
//! if a context is given another key, as copies may still use the old one.

use core::cell::RefCell;
use core::num::NonZeroU64;
use core::sync::atomic::{AtomicU64, Ordering};
use std::rc::Rc;
use std::thread::LocalKey;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::block::{BlockAlgorithm, BlockKey};
use super::xts::XtsKey;
use crate::crypto::Unspecified;

/// How many keys of a kind a thread keeps.
const KEPT: usize = 32;

/// The number of a key that was set: never that of another one in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyNumber(NonZeroU64);

impl KeyNumber {
    /// A number that no key had before.
    pub fn unused() -> Self {
        /// The next number. It would take centuries to use all.
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NonZeroU64::new(NEXT.fetch_add(1, Ordering::Relaxed)).unwrap_or(NonZeroU64::MAX))
    }

    /// The number as it is kept in a context, where 0 is that of no key.
    pub fn from_bits(bits: u64) -> Option<Self> {
        NonZeroU64::new(bits).map(Self)
    }

    /// What [`KeyNumber::from_bits`] takes; not 0.
    pub fn to_bits(self) -> u64 {
        self.0.get()
    }
}

/// An expanded key. Who uses it while it is displaced keeps it until then.
struct Entry<K> {
    number: KeyNumber,
    /// What the key was expanded from.
    secret: Zeroizing<Vec<u8>>,
    key: Rc<K>,
}

/// The keys of one kind.
struct Recent<K> {
    entries: [Option<Entry<K>>; KEPT],
    /// Place of the entry that was used last, which is looked at first.
    last: usize,
    /// Place of the entry that is displaced next if none is free.
    oldest: usize,
}

thread_local! {
    static BLOCK: RefCell<Recent<BlockKey>> = const { RefCell::new(Recent::new()) };
    static XTS: RefCell<Recent<XtsKey>> = const { RefCell::new(Recent::new()) };
}

/// The key that `number` and `secret` were set as, expanded. Fails if `secret` has not the length of the algorithm's keys.
pub fn recent_block_key(
    number: KeyNumber,
    algorithm: BlockAlgorithm,
    secret: &[u8],
) -> Result<Rc<BlockKey>, Unspecified> {
    let expand = || BlockKey::new(algorithm, secret);
    recent(&BLOCK, number, secret, |key| key.algorithm() == algorithm, expand)
}

/// The keys that `number` and `secrets` were set as, expanded. Fails if `secrets` have another length than keys of XTS.
pub fn recent_xts_key(number: KeyNumber, secrets: &[u8]) -> Result<Rc<XtsKey>, Unspecified> {
    recent(&XTS, number, secrets, |_| true, || XtsKey::new(secrets))
}

/// Forgets the key that `number` was given to, if this thread keeps it.
pub fn forget(number: KeyNumber) {
    forget_in(&BLOCK, number);
    forget_in(&XTS, number);
}

/// The key that `number` and `secret` were set as, if it `fits`, or else what `expand` makes, which is kept.
fn recent<K>(
    kept: &'static LocalKey<RefCell<Recent<K>>>,
    number: KeyNumber,
    secret: &[u8],
    fits: impl Fn(&K) -> bool,
    expand: impl FnOnce() -> Result<K, Unspecified>,
) -> Result<Rc<K>, Unspecified> {
    let found = kept.try_with(|kept| kept.try_borrow_mut().ok()?.find(number, secret, fits));
    if let Ok(Some(key)) = found {
        return Ok(key);
    }
    let key = Rc::new(expand()?);
    // Nothing is kept by a thread that ends, nor in a signal handler that interrupted this function.
    let _ = kept.try_with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut() {
            kept.keep(number, secret, Rc::clone(&key));
        }
    });
    Ok(key)
}

/// [`forget`] for keys of one kind.
fn forget_in<K>(kept: &'static LocalKey<RefCell<Recent<K>>>, number: KeyNumber) {
    let _ = kept.try_with(|kept| {
        if let Ok(mut kept) = kept.try_borrow_mut() {
            kept.forget(number);
        }
    });
}

impl<K> Recent<K> {
    const fn new() -> Self {
        Self {
            entries: [const { None }; KEPT],
            last: 0,
            oldest: 0,
        }
    }

    /// The key that `number` and `secret` were set as, if it `fits`.
    fn find(&mut self, number: KeyNumber, secret: &[u8], fits: impl Fn(&K) -> bool) -> Option<Rc<K>> {
        let is = |entry: &Entry<K>| {
            entry.number == number && fits(&entry.key) && bool::from(entry.secret.as_slice().ct_eq(secret))
        };
        if let Some(Some(entry)) = self.entries.get(self.last)
            && is(entry)
        {
            return Some(Rc::clone(&entry.key));
        }
        let mut entries = self.entries.iter().enumerate();
        let (at, entry) = entries.find_map(|(at, entry)| Some((at, entry.as_ref().filter(|entry| is(entry))?)))?;
        self.last = at;
        Some(Rc::clone(&entry.key))
    }

    /// Keeps a key: in place of what had its number, in a free place, or in place of the oldest one.
    fn keep(&mut self, number: KeyNumber, secret: &[u8], key: Rc<K>) {
        self.forget(number);
        let free = self.entries.iter().position(Option::is_none);
        let at = free.unwrap_or_else(|| {
            let at = self.oldest;
            self.oldest = (at + 1) % KEPT;
            at
        });
        if let Some(place) = self.entries.get_mut(at) {
            *place = Some(Entry {
                number,
                secret: Zeroizing::new(secret.to_vec()),
                key,
            });
            self.last = at;
        }
    }

    /// Drops, and so wipes, the key that `number` was given to.
    fn forget(&mut self, number: KeyNumber) {
        for entry in &mut self.entries {
            if entry.as_ref().is_some_and(|entry| entry.number == number) {
                *entry = None;
            }
        }
    }
}
