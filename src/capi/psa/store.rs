//! The keys behind the numbers that `psa/crypto.h` hands out.
//!
//! A key is a Rust value behind an `Arc`: an operation under way keeps the key it was started with, also if a program
//! destroys it meanwhile, and its bytes are wiped when the last operation lets go of it. How many keys there are is
//! bounded by memory alone. The map from number to key is in shards with a lock each, taken for reading by whoever uses a
//! key, and held for no more than a look-up, so threads do not wait for each other's cryptography.
//!
//! DEVIATION: 3.6 gives a number again as soon as its key is destroyed, so that a stale number names another key; here
//! numbers come in turn, and come again after a thousand million keys.

use super::material::Key;
use super::types::{psa_key_id_t, psa_status_t};
use super::values::{
    MBEDTLS_PSA_KEY_ID_BUILTIN_MIN, PSA_ERROR_INSUFFICIENT_MEMORY, PSA_ERROR_INVALID_HANDLE, PSA_KEY_ID_VENDOR_MIN,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// First number of a key that is not stored.
const FIRST: psa_key_id_t = PSA_KEY_ID_VENDOR_MIN;
/// How many numbers there are for such keys.
const NUMBERS: psa_key_id_t = MBEDTLS_PSA_KEY_ID_BUILTIN_MIN - PSA_KEY_ID_VENDOR_MIN;
/// How many shards there are; a power of two.
const SHARDS: usize = 16;

/// The keys of one shard.
type Keys = BTreeMap<psa_key_id_t, Arc<Key>>;

/// All keys.
static STORE: [RwLock<Keys>; SHARDS] = [const { RwLock::new(Keys::new()) }; SHARDS];
/// The number that is tried next, counted from `FIRST`.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// The shard of a number.
fn shard(id: psa_key_id_t) -> Option<&'static RwLock<Keys>> {
    STORE.get(usize::try_from(id).unwrap_or(0) % SHARDS)
}

/// A shard for reading. What a panic interrupted is whole: every change is one call of the map.
fn read(id: psa_key_id_t) -> Option<RwLockReadGuard<'static, Keys>> {
    Some(shard(id)?.read().unwrap_or_else(PoisonError::into_inner))
}

/// A shard for writing.
fn write(id: psa_key_id_t) -> Option<RwLockWriteGuard<'static, Keys>> {
    Some(shard(id)?.write().unwrap_or_else(PoisonError::into_inner))
}

/// The key of a number; INVALID_HANDLE if there is none.
pub(super) fn find(id: psa_key_id_t) -> Result<Arc<Key>, psa_status_t> {
    read(id)
        .and_then(|keys| keys.get(&id).cloned())
        .ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// Gives a key a number, which its attributes then tell. INSUFFICIENT_MEMORY if all numbers are taken.
pub(super) fn add(mut key: Key) -> Result<psa_key_id_t, psa_status_t> {
    for _ in 0..NUMBERS {
        let id = FIRST + NEXT.fetch_add(1, Ordering::Relaxed) % NUMBERS;
        let Some(mut keys) = write(id) else { break };
        if let Entry::Vacant(place) = keys.entry(id) {
            key.attributes.id = id;
            place.insert(Arc::new(key));
            return Ok(id);
        }
    }
    Err(PSA_ERROR_INSUFFICIENT_MEMORY)
}

/// Forgets a key. Who still uses it keeps it until then. INVALID_HANDLE if there is none.
pub(super) fn remove(id: psa_key_id_t) -> Result<(), psa_status_t> {
    // The lock is not held while the key is wiped.
    let removed = write(id).and_then(|mut keys| keys.remove(&id));
    removed.map(drop).ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// How many keys there are.
pub(super) fn count() -> usize {
    let len = |shard: &RwLock<Keys>| shard.read().unwrap_or_else(PoisonError::into_inner).len();
    STORE.iter().map(len).sum()
}

/// Forgets all keys.
pub(super) fn clear() {
    for shard in &STORE {
        let removed = core::mem::take(&mut *shard.write().unwrap_or_else(PoisonError::into_inner));
        drop(removed);
    }
}
