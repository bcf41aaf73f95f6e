//! `mbedtls/ssl_cache.h`: a cache of sessions on a server, by identifier.
//!
//! It holds sessions saved as bytes, at most `max_entries` of them: the oldest makes room. Threads may share it.

use super::guard::guard;
use super::platform_time::age_ms;
use super::ptr::bytes;
use super::ssl::errors::*;
use super::ssl::session::saved::{self, mbedtls_ssl_session_save};
use super::ssl::types::mbedtls_ssl_session;
use super::threading::mbedtls_threading_mutex_t;
use core::ffi::{c_int, c_uchar, c_void};
use core::ptr;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};
use zeroize::Zeroizing;

/// Most sessions in a cache, by default.
pub const MBEDTLS_SSL_CACHE_DEFAULT_MAX_ENTRIES: c_int = 50;
/// How long a session stays in a cache, by default, in seconds.
pub const MBEDTLS_SSL_CACHE_DEFAULT_TIMEOUT: c_int = 86400;

/// A session in a cache.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_cache_entry {
    /// Not to be touched.
    pub reserved: [u64; 9],
}

/// A cache of sessions.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(timeout), MBEDTLS_PRIVATE(max_entries), MBEDTLS_PRIVATE(mutex)]
#[repr(C)]
pub struct mbedtls_ssl_cache_context {
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// How long a session stays, in seconds.
    pub timeout: c_int,
    /// Most sessions.
    pub max_entries: c_int,
    /// Not to be touched.
    pub mutex: mbedtls_threading_mutex_t,
}

/// The longest identifier, in bytes.
const MAX_ID_LEN: usize = 32;

/// The sessions, by identifier and by age.
#[derive(Default)]
struct Cache {
    entries: HashMap<Vec<u8>, Entry>,
    /// Identifiers by the order in which their sessions came.
    order: BTreeMap<u64, Vec<u8>>,
    next: u64,
}

/// A session.
struct Entry {
    number: u64,
    /// When it came, by the monotonic clock, in milliseconds.
    since: u64,
    /// Shared, so that it can be read while others look for theirs.
    session: Arc<Zeroizing<Vec<u8>>>,
}

impl Cache {
    fn find(&self, id: &[u8], now: u64, timeout: u64) -> Option<&Entry> {
        self.entries.get(id).filter(|entry| !expired(entry, now, timeout))
    }

    fn remove(&mut self, id: &[u8]) {
        if let Some(entry) = self.entries.remove(id) {
            self.order.remove(&entry.number);
        }
    }

    /// Puts a session in, in place of one with the same identifier. Sessions that are too old, and the oldest if there are
    /// too many, make room.
    fn insert(&mut self, id: &[u8], session: Zeroizing<Vec<u8>>, now: u64, timeout: u64, max: usize) {
        self.remove(id);
        while let Some(oldest) = self.order.values().next().cloned() {
            let old = self
                .entries
                .get(&oldest)
                .is_none_or(|entry| expired(entry, now, timeout));
            if !old && self.entries.len() < max {
                break;
            }
            self.remove(&oldest);
        }
        let number = self.next;
        self.next += 1;
        self.order.insert(number, id.to_vec());
        let entry = Entry {
            number,
            since: now,
            session: Arc::new(session),
        };
        self.entries.insert(id.to_vec(), entry);
    }
}

/// Whether a session is older than `timeout` seconds; never if that is 0.
fn expired(entry: &Entry, now: u64, timeout: u64) -> bool {
    timeout != 0 && now.saturating_sub(entry.since) > timeout.saturating_mul(1000)
}

/// Initialises a cache.
///
/// \param cache  The cache; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_init(cache: *mut mbedtls_ssl_cache_context) {
    guard((), || {
        // SAFETY: `cache` is NULL or memory for one cache; all-zero is a valid one.
        unsafe {
            super::ptr::zero(cache);
            if let Some(cache) = cache.as_mut() {
                cache.timeout = MBEDTLS_SSL_CACHE_DEFAULT_TIMEOUT;
                cache.max_entries = MBEDTLS_SSL_CACHE_DEFAULT_MAX_ENTRIES;
                cache.mutex.initialise();
            }
        }
    });
}

/// A setting of the cache, which another thread may be changing.
///
/// # Safety
/// `field` points into an initialised cache.
unsafe fn setting<'a>(field: *mut c_int) -> &'a AtomicI32 {
    // SAFETY: aligned and alive as stated; all accesses that may run beside each other are atomic.
    unsafe { AtomicI32::from_ptr(field) }
}

/// Runs `work` on what stands behind `data`, which no other thread touches meanwhile, with the timeout in seconds and the
/// most entries; an error code if there is no cache.
///
/// # Safety
/// `data` is NULL or an initialised cache.
unsafe fn locked(data: *mut c_void, work: impl FnOnce(&mut Cache, u64, usize) -> c_int) -> c_int {
    let cache = data.cast::<mbedtls_ssl_cache_context>();
    if cache.is_null() {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    // SAFETY: as stated; what stands behind is made and borrowed under the lock only.
    unsafe {
        let Some(_guard) = mbedtls_threading_mutex_t::lock(&raw const (*cache).mutex) else {
            return super::threading::MBEDTLS_ERR_THREADING_MUTEX_ERROR;
        };
        let timeout = setting(&raw mut (*cache).timeout).load(Ordering::Relaxed);
        let max = setting(&raw mut (*cache).max_entries).load(Ordering::Relaxed);
        if (*cache).inner.is_null() {
            (*cache).inner = Box::into_raw(Box::<Cache>::default()).cast();
        }
        let inner = &mut *(*cache).inner.cast::<Cache>();
        work(
            inner,
            u64::try_from(timeout).unwrap_or(0),
            usize::try_from(max).unwrap_or(0),
        )
    }
}

/// The identifier, if it is one.
///
/// # Safety
/// `id` is NULL or holds `len` bytes.
unsafe fn identifier<'a>(id: *const c_uchar, len: usize) -> Option<&'a [u8]> {
    // SAFETY: passed on.
    unsafe { bytes(id, len) }.filter(|id| id.len() <= MAX_ID_LEN)
}

/// Looks a session up. May be called by several threads at once.
///
/// \param data            The `mbedtls_ssl_cache_context`.
/// \param session_id      The identifier.
/// \param session_id_len  Its length, at most 32 bytes.
/// \param session         An initialised session, filled on success.
///
/// \return  0; `MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND` if there is none, or it is too old;
///          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; what `mbedtls_ssl_session_load` returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_get(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `data` is NULL or a cache; `session_id` holds as many bytes as stated; `session` is NULL or initialised.
        unsafe {
            if session.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let Some(id) = identifier(session_id, session_id_len) else {
                return MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND;
            };
            let mut found = None;
            let code = locked(data, |cache, timeout, _| {
                found = cache
                    .find(id, age_ms(), timeout)
                    .map(|entry| Arc::clone(&entry.session));
                if found.is_some() {
                    0
                } else {
                    MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND
                }
            });
            match found {
                Some(blob) => saved::load_own(session, &blob),
                None => code,
            }
        }
    })
}

/// Puts a copy of a session into a cache, in place of one with the same identifier. If the cache is full the oldest
/// session makes room. May be called by several threads at once.
///
/// \param data            The `mbedtls_ssl_cache_context`.
/// \param session_id      The identifier.
/// \param session_id_len  Its length, at most 32 bytes.
/// \param session         The session.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for longer identifiers; `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if the
///          cache is to hold no sessions; what `mbedtls_ssl_session_save` returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
    session: *const mbedtls_ssl_session,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `data` is NULL or a cache; `session_id` holds as many bytes as stated; `session` is NULL or initialised.
        unsafe {
            let id = identifier(session_id, session_id_len);
            let (Some(id), false) = (id, session.is_null() || data.is_null()) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let mut len = 0;
            let code = mbedtls_ssl_session_save(session, ptr::null_mut(), 0, &raw mut len);
            if code != MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL {
                return code;
            }
            let mut blob = Zeroizing::new(vec![0; len]);
            let code = mbedtls_ssl_session_save(session, blob.as_mut_ptr(), len, &raw mut len);
            if code != 0 {
                return code;
            }
            locked(data, |cache, timeout, max| {
                if max == 0 {
                    return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
                }
                cache.insert(id, blob, age_ms(), timeout, max);
                0
            })
        }
    })
}

/// Removes a session from a cache. May be called by several threads at once.
///
/// \param data            The `mbedtls_ssl_cache_context`.
/// \param session_id      The identifier.
/// \param session_id_len  Its length, at most 32 bytes.
///
/// \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_remove(
    data: *mut c_void,
    session_id: *const c_uchar,
    session_id_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `data` is NULL or a cache; `session_id` holds as many bytes as stated.
        unsafe {
            let id = identifier(session_id, session_id_len);
            locked(data, |cache, _, _| {
                if let Some(id) = id {
                    cache.remove(id);
                }
                0
            })
        }
    })
}

/// Sets how long a session stays in a cache.
///
/// \param cache    The cache; NULL is ignored.
/// \param timeout  Seconds; 0: for ever. Negative numbers count as 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set_timeout(cache: *mut mbedtls_ssl_cache_context, timeout: c_int) {
    guard((), || {
        if !cache.is_null() {
            // SAFETY: `cache` is initialised.
            unsafe { setting(&raw mut (*cache).timeout) }.store(timeout.max(0), Ordering::Relaxed);
        }
    });
}

/// How long a session stays in a cache.
///
/// \param cache  The cache.
/// \return       Seconds; 0: for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_get_timeout(cache: *mut mbedtls_ssl_cache_context) -> c_int {
    guard(0, || {
        if cache.is_null() {
            return 0;
        }
        // SAFETY: `cache` is initialised.
        unsafe { setting(&raw mut (*cache).timeout) }.load(Ordering::Relaxed)
    })
}

/// Sets how many sessions a cache holds at most. It shrinks when the next session is put in.
///
/// \param cache  The cache; NULL is ignored.
/// \param max    Sessions. Negative numbers count as 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_set_max_entries(cache: *mut mbedtls_ssl_cache_context, max: c_int) {
    guard((), || {
        if !cache.is_null() {
            // SAFETY: `cache` is initialised.
            unsafe { setting(&raw mut (*cache).max_entries) }.store(max.max(0), Ordering::Relaxed);
        }
    });
}

/// Frees a cache and wipes the sessions in it. No configuration may be using it.
///
/// \param cache  The cache; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cache_free(cache: *mut mbedtls_ssl_cache_context) {
    guard((), || {
        // SAFETY: `cache` is NULL or initialised, and nobody else uses it.
        if let Some(cache) = unsafe { cache.as_mut() } {
            let inner = std::mem::replace(&mut cache.inner, ptr::null_mut());
            if !inner.is_null() {
                // SAFETY: it came from `Box::into_raw` in `locked`.
                drop(unsafe { Box::from_raw(inner.cast::<Cache>()) });
            }
            cache.mutex.destroy();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(cache: &mut Cache, id: &[u8], now: u64, timeout: u64, max: usize) {
        cache.insert(id, Zeroizing::new(id.to_vec()), now, timeout, max);
        assert_eq!(cache.entries.len(), cache.order.len());
        assert!(cache.entries.len() <= max);
    }

    #[test]
    fn sessions_leave_when_they_are_too_old() {
        let mut cache = Cache::default();
        put(&mut cache, b"a", 1000, 10, 100);
        assert!(cache.find(b"a", 11_000, 10).is_some());
        assert!(cache.find(b"a", 11_001, 10).is_none());
        assert!(cache.find(b"a", u64::MAX, 0).is_some());
        // The next one that comes takes away what is too old.
        put(&mut cache, b"b", 11_001, 10, 100);
        assert_eq!(cache.entries.len(), 1);
    }

    #[test]
    fn the_oldest_make_room() {
        let mut cache = Cache::default();
        for id in [b"a", b"b", b"c"] {
            put(&mut cache, id, 0, 10, 3);
        }
        // A session that comes again is young again.
        put(&mut cache, b"a", 1, 10, 3);
        put(&mut cache, b"d", 2, 10, 3);
        let there = |cache: &Cache| [b"a", b"b", b"c", b"d"].map(|id| cache.find(id, 2, 10).is_some());
        assert_eq!(there(&cache), [true, false, true, true]);
        // A limit that was lowered counts.
        put(&mut cache, b"d", 2, 10, 1);
        assert_eq!(there(&cache), [false, false, false, true]);
        cache.remove(b"d");
        assert!(cache.entries.is_empty() && cache.order.is_empty());
    }
}
