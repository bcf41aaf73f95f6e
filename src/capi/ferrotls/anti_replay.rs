//! What a server does against early data that comes a second time.

use core::ffi::{c_int, c_uchar, c_void};
use std::ptr;
use std::sync::{Arc, OnceLock};

use crate::capi::guard::guard;
use crate::capi::platform_time::wall_ms;
use crate::capi::ssl::inner::{ConfigInner, config_mut};
use crate::capi::ssl::types::mbedtls_ssl_config;
use crate::tls::early_data::{
    Replays,
    freshness::DEFAULT_WINDOW,
    replay::{DEFAULT_CAPACITY, DIGEST_LEN, ReplayStore},
};

/// How many milliseconds early data may come sooner or later than the age of its ticket says, by default.
pub const FERROTLS_ANTI_REPLAY_WINDOW: u32 = 10000;
/// How many first flights a configuration remembers at once, by default.
pub const FERROTLS_ANTI_REPLAY_CAPACITY: usize = 65536;
/// Length of what names a first flight, in bytes.
pub const FERROTLS_ANTI_REPLAY_DIGEST_LEN: usize = 32;

// C is told numbers, which must be those of the core.
const _: () = assert!(FERROTLS_ANTI_REPLAY_WINDOW == DEFAULT_WINDOW);
const _: () = assert!(FERROTLS_ANTI_REPLAY_CAPACITY == DEFAULT_CAPACITY);
const _: () = assert!(FERROTLS_ANTI_REPLAY_DIGEST_LEN == DIGEST_LEN);

/// Asks whether a first flight with early data is here for the first time, and has it remembered if so, both in one go.
///
/// \param ctx          What `ferrotls_conf_anti_replay_cb` was given.
/// \param digest       What names the flight: equal for its copies and for nothing else.
/// \param digest_len   Its length, `FERROTLS_ANTI_REPLAY_DIGEST_LEN`.
/// \param remember_ms  For so many milliseconds a copy may come; after that it is refused for its age. It includes what a
///                     server needs whose clock is up to six seconds behind.
///
/// \return  0 if it is here for the first time and is remembered: the early data is taken. Anything else if it was here, or
///          if that cannot be told: the early data is refused and the handshake goes on without it.
pub type ferrotls_anti_replay_t = Option<
    unsafe extern "C" fn(ctx: *mut c_void, digest: *const c_uchar, digest_len: usize, remember_ms: u64) -> c_int,
>;

/// What a configuration does against replays.
pub struct ReplaySettings {
    window: u32,
    capacity: usize,
    /// The application's callback and its argument.
    pub callback: (ferrotls_anti_replay_t, *mut c_void),
    /// Made when it is first needed; connections share it.
    store: OnceLock<Arc<ReplayStore>>,
    /// From when on it knows of everything, in milliseconds since 1970; `None` while early data is not used.
    began: Option<u64>,
}

impl Default for ReplaySettings {
    fn default() -> Self {
        Self {
            window: DEFAULT_WINDOW,
            capacity: DEFAULT_CAPACITY,
            callback: (None, ptr::null_mut()),
            store: OnceLock::new(),
            began: None,
        }
    }
}

impl ReplaySettings {
    /// Early data is used. What came before that may have been taken by others: by another process, or by the configuration
    /// that this one takes the place of.
    pub fn begin(&mut self) {
        self.began.get_or_insert_with(wall_ms);
    }

    /// Forgets everything.
    fn forget(&mut self) {
        let held = self.store.take().is_some_and(|store| !store.is_empty());
        if held && self.began.is_some() {
            self.began = Some(wall_ms());
        }
    }

    /// By how many milliseconds early data may be off.
    pub fn window(&self) -> u32 {
        self.window
    }

    /// Who remembers.
    pub fn replays(&self) -> Replays {
        if self.callback.0.is_some() {
            return Replays::Application;
        }
        if self.capacity == 0 {
            return Replays::NotRecorded;
        }
        let store = self
            .store
            .get_or_init(|| Arc::new(ReplayStore::new(self.capacity, self.began.unwrap_or_else(wall_ms))));
        Replays::Store(Arc::clone(store))
    }
}

/// Sets how a server guards against early data that comes a second time. It does so by default, for all connections of a
/// configuration: early data is taken only if it comes when the age of its ticket says, give or take the window, and what was
/// taken is remembered until a copy of it would be refused for its age (RFC 8446 section 8). When there is no room to remember
/// more, early data is refused: never is anything forgotten before its time. What is refused costs the client a round trip
/// and nothing else.
///
/// The memory is that of one configuration in one process. Servers that share ticket keys, be they configurations, processes,
/// machines or children of a `fork`, need `ferrotls_conf_anti_replay_cb`, or a copy may be taken once by each. A configuration
/// that takes the place of another refuses, for the length of the window, early data that may have been there.
///
/// To be called before connections are set up; what is remembered is lost, and what may be a copy of it is refused.
///
/// \param conf       The configuration; NULL is ignored.
/// \param window_ms  Milliseconds; `FERROTLS_ANTI_REPLAY_WINDOW` by default.
/// \param capacity   How many first flights are remembered at once, each for at most twice the window;
///                   `FERROTLS_ANTI_REPLAY_CAPACITY` by default, which takes about 7 MB when it is full. 0: nothing is
///                   remembered, and within the window copies are taken. Only for data that may come any number of times.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_anti_replay(conf: *mut mbedtls_ssl_config, window_ms: u32, capacity: usize) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |replay| {
            replay.window = window_ms;
            replay.capacity = capacity;
            replay.forget();
        });
    }
}

/// Has the application remember which early data was here, in place of the configuration: for servers that share ticket keys.
/// The age of early data is looked at all the same, before the callback is asked.
///
/// \param conf  The configuration; NULL is ignored.
/// \param cb    See `ferrotls_anti_replay_t`; called in the middle of a handshake, so the longer it takes the longer that
///              takes. NULL: the configuration remembers.
/// \param ctx   Its first argument.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_anti_replay_cb(
    conf: *mut mbedtls_ssl_config,
    cb: ferrotls_anti_replay_t,
    ctx: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |replay| replay.callback = (cb, ctx)) }
}

/// Runs `set` on the settings of `conf`; NULL is ignored.
///
/// # Safety
/// As [`config_mut`].
unsafe fn with(conf: *mut mbedtls_ssl_config, set: impl FnOnce(&mut ReplaySettings)) {
    guard((), || {
        // SAFETY: passed on to the caller.
        if let Some(ConfigInner { early, .. }) = unsafe { config_mut(conf) } {
            set(&mut early.replay);
        }
    });
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use crate::tls::early_data::freshness::Arrival;

    /// Whether early data that was sent at this time, with a ticket of then, is taken now.
    fn takes(settings: &ReplaySettings, digest: u8, sent: u64) -> bool {
        let Replays::Store(store) = settings.replays() else {
            panic!("nobody remembers");
        };
        let arrival = Arrival {
            opens: sent - 10_000,
            closes: sent + 10_000,
            created: sent,
        };
        store.is_first(&[digest; DIGEST_LEN], &arrival, wall_ms())
    }

    fn pause() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }

    #[test]
    fn what_was_taken_before_is_not_taken_again() {
        let mut settings = ReplaySettings::default();
        settings.begin();
        let sent = wall_ms();
        assert!(takes(&settings, 1, sent));
        pause();
        // A configuration that takes its place.
        let mut successor = ReplaySettings::default();
        successor.begin();
        assert!(!takes(&successor, 1, sent));
        assert!(takes(&successor, 2, wall_ms()));
        // Another size: nothing is remembered.
        settings.forget();
        assert!(!takes(&settings, 1, sent));
        assert!(takes(&settings, 2, wall_ms()));
    }

    #[test]
    fn a_change_before_anything_came_costs_nothing() {
        let mut settings = ReplaySettings::default();
        settings.begin();
        let sent = wall_ms();
        pause();
        let _ = settings.replays();
        settings.forget();
        settings.begin();
        assert!(takes(&settings, 1, sent));
    }
}
