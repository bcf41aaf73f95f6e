//! The keys behind the numbers that `psa/crypto.h` hands out.
//!
//! A key is a Rust value behind an `Arc`: an operation under way keeps the key it was started with, also if a program
//! destroys it meanwhile, and its bytes are wiped when the last operation lets go of it. How many keys there are is
//! bounded by memory alone. The map from number to key is in shards with a lock each, taken for reading by whoever uses a
//! key, and held for no more than a look-up, so threads do not wait for each other's cryptography.
//!
//! DEVIATION: 3.6 gives a number again as soon as its key is destroyed, so that a stale number names another key; here
//! numbers come in turn, and come again after a thousand million keys.
//!
//! Keys that are stored have the number that the program chose and a file ([`stored`]); they come here when they are first used.

use super::material::Key;
use super::stored;
use super::types::{psa_key_id_t, psa_status_t};
use super::values::{
    MBEDTLS_PSA_KEY_ID_BUILTIN_MIN, PSA_ERROR_ALREADY_EXISTS, PSA_ERROR_DOES_NOT_EXIST, PSA_ERROR_INSUFFICIENT_MEMORY,
    PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_KEY_ID_VENDOR_MIN, PSA_KEY_PERSISTENCE_READ_ONLY,
};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

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

/// Held while files change or are read, so that a key is not read back while it is destroyed. Taken before a shard's lock.
static FILES: Mutex<()> = Mutex::new(());

/// The key of a number if it is in memory.
pub(super) fn in_memory(id: psa_key_id_t) -> Option<Arc<Key>> {
    read(id).and_then(|keys| keys.get(&id).cloned())
}

/// The key of a number, read from its file if need be. INVALID_HANDLE if there is none; what is wrong with its file.
pub(super) fn find(id: psa_key_id_t) -> Result<Arc<Key>, psa_status_t> {
    if let Some(key) = in_memory(id) {
        return Ok(key);
    }
    if !stored::may_be(id) {
        return Err(PSA_ERROR_INVALID_HANDLE);
    }
    let _files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(key) = in_memory(id) {
        return Ok(key);
    }
    let key = read_in(id)?;
    if let Some(mut keys) = write(id) {
        keys.insert(id, Arc::clone(&key));
    }
    Ok(key)
}

/// A key out of its file. INVALID_HANDLE if there is none; what is wrong with it.
fn read_in(id: psa_key_id_t) -> Result<Arc<Key>, psa_status_t> {
    match stored::load(id) {
        Ok(key) => Ok(Arc::new(key)),
        Err(PSA_ERROR_DOES_NOT_EXIST) => Err(PSA_ERROR_INVALID_HANDLE),
        Err(status) => Err(status),
    }
}

/// Stores a key under the number that its attributes tell. ALREADY_EXISTS if that is taken; STORAGE_FAILURE.
pub(super) fn add_stored(key: Key) -> Result<psa_key_id_t, psa_status_t> {
    let id = key.attributes.id;
    let _files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    if in_memory(id).is_some() {
        return Err(PSA_ERROR_ALREADY_EXISTS);
    }
    stored::save(&key)?;
    if let Some(mut keys) = write(id) {
        keys.insert(id, Arc::new(key));
    }
    Ok(id)
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

/// Destroys a key, and its file if it has one. Who still uses it keeps it until then. INVALID_HANDLE if there is none;
/// NOT_PERMITTED if it is read only, and what is wrong with its file: the file stays, the key in memory goes all the same.
pub(super) fn remove(id: psa_key_id_t) -> Result<(), psa_status_t> {
    if !stored::may_be(id) {
        return forget(id);
    }
    let _files = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    let key = in_memory(id).map_or_else(|| read_in(id), Ok)?;
    // It may be there or not.
    let _ = forget(id);
    let [persistence, ..] = key.attributes.lifetime.to_le_bytes();
    if persistence == PSA_KEY_PERSISTENCE_READ_ONLY {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    match stored::erase(id) {
        Ok(()) | Err(PSA_ERROR_DOES_NOT_EXIST) => Ok(()),
        Err(status) => Err(status),
    }
}

/// Takes a key out of memory; one that is stored can be read again. INVALID_HANDLE if it is not there.
pub(super) fn forget(id: psa_key_id_t) -> Result<(), psa_status_t> {
    // The lock is not held while the key is wiped.
    let removed = write(id).and_then(|mut keys| keys.remove(&id));
    removed.map(drop).ok_or(PSA_ERROR_INVALID_HANDLE)
}

/// How many keys are in memory: those that are not stored, those that are, and the highest number of the latter.
pub(super) fn count() -> (usize, usize, psa_key_id_t) {
    let mut counts = (0, 0, 0);
    for shard in &STORE {
        for id in shard.read().unwrap_or_else(PoisonError::into_inner).keys() {
            if stored::may_be(*id) {
                counts.1 += 1;
                counts.2 = counts.2.max(*id);
            } else {
                counts.0 += 1;
            }
        }
    }
    counts
}

/// Takes all keys out of memory.
pub(super) fn clear() {
    for shard in &STORE {
        let removed = core::mem::take(&mut *shard.write().unwrap_or_else(PoisonError::into_inner));
        drop(removed);
    }
}
