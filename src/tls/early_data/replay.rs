//! Was this ClientHello here before? (RFC 8446 section 8.2.)
//!
//! A [`ReplayStore`] remembers a digest of every ClientHello whose early data was taken, for as long as a copy of it could
//! be taken for fresh, so that each is taken once. What it guarantees, it guarantees whatever the clock does:
//!
//! - it never forgets early: what is remembered leaves only when its time has passed by the latest time that was seen,
//!   and what would have been forgotten by then is refused, so that a clock that goes back opens nothing again;
//! - it never grows beyond its capacity: full, it refuses;
//! - it does not trust what came before it: a ticket that is older than the store may have been used elsewhere.
//!
//! Many threads may ask at once. The digests lie in shards with a lock each, held for one look-up.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicUsize, Ordering::Relaxed},
};

use super::freshness::Arrival;

/// Names one ClientHello: the SHA-256 of the binder of the pre-shared key that was chosen, which covers the rest of the
/// message and cannot be made by who lacks the key. Section 8.2: "The server MUST derive the storage key only from
/// validated sections of the ClientHello."
pub type Digest = [u8; DIGEST_LEN];

/// Length of a [`Digest`], in bytes.
pub const DIGEST_LEN: usize = 32;

/// How many ClientHellos a store remembers at once, unless the application chooses otherwise: with the usual window of
/// twice ten seconds, more than 3000 in a second. So many take about 7 MB: 33 bytes for each place of the sets, of which half
/// are empty, and 40 in the queues.
pub const DEFAULT_CAPACITY: usize = 1 << 16;

/// How many locks a store has: enough that threads rarely wait for each other.
const SHARDS: usize = 16;

/// Remembers which ClientHellos were here, within bounds. Empty, it holds no memory but itself.
#[derive(Debug)]
pub struct ReplayStore {
    shards: [Mutex<Shard>; SHARDS],
    /// How many digests all shards hold together, those included that are just being added.
    held: AtomicUsize,
    capacity: usize,
    /// When it began to remember, in milliseconds since 1970.
    began: u64,
}

/// A part of the digests.
#[derive(Debug, Default)]
struct Shard {
    digests: HashSet<Digest>,
    /// The same, those first that are forgotten first.
    queue: BinaryHeap<Reverse<(u64, Digest)>>,
    /// The latest time that was seen: everything that ended before is forgotten.
    latest: u64,
}

impl Shard {
    /// Forgets what ended before `now`, or before a later time that was seen. Returns how many that were.
    fn forget(&mut self, now: u64) -> usize {
        self.latest = self.latest.max(now);
        let before = self.digests.len();
        while let Some(Reverse((closes, digest))) = self.queue.peek() {
            if *closes >= self.latest {
                break;
            }
            self.digests.remove(digest);
            self.queue.pop();
        }
        before.saturating_sub(self.digests.len())
    }
}

impl ReplayStore {
    /// An empty store for at most `capacity` digests, that begins to remember at `now` (milliseconds since 1970).
    pub fn new(capacity: usize, now: u64) -> Self {
        Self {
            shards: Default::default(),
            held: AtomicUsize::new(0),
            capacity,
            began: now,
        }
    }

    /// Whether this ClientHello, which arrived at `now` as it had to, is here for the first time. If so it is remembered.
    /// Says no where it cannot know: when it is full, when the clock went back, and for what may have been here before it
    /// began.
    pub fn is_first(&self, digest: &Digest, arrival: &Arrival, now: u64) -> bool {
        // Section 8.2: "When implementations are freshly started, they SHOULD reject 0-RTT as long as any portion of their
        // recording window overlaps the startup time." A ticket that is younger than that was not used before it.
        if arrival.opens < self.began && arrival.created < self.began {
            return false;
        }
        if self.reserve() {
            return self.record(digest, arrival, now);
        }
        // What is over in other shards still counts, and is not looked at unless it is in the way.
        for place in &self.shards {
            let forgotten = lock(place).forget(now);
            self.held.fetch_sub(forgotten, Relaxed);
        }
        self.reserve() && self.record(digest, arrival, now)
    }

    /// How many digests are remembered.
    pub fn len(&self) -> usize {
        self.held.load(Relaxed)
    }

    /// Nothing is remembered.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Counts a digest that is to be added; false if there is no room.
    fn reserve(&self) -> bool {
        let one_more = |held: usize| held.checked_add(1).filter(|held| *held <= self.capacity);
        self.held.fetch_update(Relaxed, Relaxed, one_more).is_ok()
    }

    /// Adds a digest that is counted, or takes the count back.
    fn record(&self, digest: &Digest, arrival: &Arrival, now: u64) -> bool {
        let [first, ..] = *digest;
        let Some(place) = self.shards.get(usize::from(first) % SHARDS) else {
            return false;
        };
        let mut shard = lock(place);
        let mut gone = shard.forget(now);
        // What ended before the latest time is forgotten, also if it was here.
        let first = arrival.closes >= shard.latest && shard.digests.insert(*digest);
        if first {
            shard.queue.push(Reverse((arrival.closes, *digest)));
        } else {
            gone = gone.saturating_add(1);
        }
        drop(shard);
        self.held.fetch_sub(gone, Relaxed);
        first
    }
}

/// The shard. A thread that panicked while it held the lock cannot have left it half changed in a way that matters: at
/// worst a digest is remembered too long.
fn lock(place: &Mutex<Shard>) -> MutexGuard<'_, Shard> {
    place.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
