//! What was compressed before: a server's chain is the same for every client.

use std::sync::{Arc, Mutex, PoisonError};

use super::Algorithm;

/// Most chains that are kept; the oldest goes first.
const MOST: usize = 16;

/// Compressed messages, shared by the connections of a configuration. Found again by their content, so that a chain or a
/// staple that changed is never confused with the old one.
#[derive(Debug, Default)]
pub struct Cache {
    entries: Mutex<Vec<Entry>>,
}

#[derive(Debug)]
struct Entry {
    algorithm: Algorithm,
    plain: Vec<u8>,
    /// `None`: it does not get shorter.
    compressed: Option<Arc<[u8]>>,
}

impl Cache {
    /// As [`super::compress`], out of the cache if it is there.
    pub fn compress(&self, algorithm: Algorithm, plain: &[u8]) -> Option<Arc<[u8]>> {
        let find = |entries: &[Entry]| {
            let mut entries = entries.iter();
            let found = entries.find(|entry| entry.algorithm == algorithm && entry.plain == plain);
            found.map(|entry| entry.compressed.clone())
        };
        if let Some(found) = find(&self.lock()) {
            return found;
        }
        // Not under the lock: other connections need not wait, though some may do the same work.
        let compressed: Option<Arc<[u8]>> = super::compress(algorithm, plain).map(Into::into);
        let mut entries = self.lock();
        if find(&entries).is_none() {
            if entries.len() >= MOST {
                entries.remove(0);
            }
            entries.push(Entry {
                algorithm,
                plain: plain.to_vec(),
                compressed: compressed.clone(),
            });
        }
        compressed
    }

    /// The entries are whole after a panic too: each change is a single push or removal.
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_compressed_once_and_the_cache_is_bounded() {
        let cache = Cache::default();
        let plain = [7; 1000];
        let first = cache.compress(Algorithm::Zlib, &plain).unwrap();
        let again = cache.compress(Algorithm::Zlib, &plain).unwrap();
        assert!(Arc::ptr_eq(&first, &again));
        let other = cache.compress(Algorithm::Brotli, &plain).unwrap();
        assert_ne!(first, other);
        for byte in 0..100 {
            cache.compress(Algorithm::Zlib, &[byte; 100]).unwrap();
        }
        assert_eq!(cache.lock().len(), MOST);
        assert_eq!(cache.compress(Algorithm::Zlib, b"short"), None);
        assert_eq!(cache.compress(Algorithm::Zlib, b"short"), None);
    }
}
