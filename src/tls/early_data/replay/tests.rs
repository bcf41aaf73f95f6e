use std::sync::{Arc, Barrier};
use std::thread;

use super::*;

/// When the stores of these tests begin.
const BEGAN: u64 = 1_000_000_000;
const WINDOW: u64 = 10_000;

/// A ClientHello that is expected `at` milliseconds after the beginning, with a ticket made at the beginning.
fn expected(at: u64) -> Arrival {
    Arrival {
        opens: BEGAN + at - WINDOW.min(BEGAN + at),
        closes: BEGAN + at + WINDOW,
        created: BEGAN,
    }
}

fn digest(number: u64) -> Digest {
    let mut digest = [0; DIGEST_LEN];
    digest[..8].copy_from_slice(&number.to_le_bytes());
    digest
}

#[test]
fn each_is_first_once_within_its_time() {
    let store = ReplayStore::new(DEFAULT_CAPACITY, BEGAN);
    assert!(store.is_first(&digest(1), &expected(50_000), BEGAN + 45_000));
    // To the last millisecond in which a copy would be fresh, and after it.
    for later in [45_000, 50_000, 59_999, 60_000, 60_001, 1_000_000] {
        assert!(!store.is_first(&digest(1), &expected(50_000), BEGAN + later), "{later}");
    }
    assert!(store.is_first(&digest(2), &expected(1_000_000), BEGAN + 1_000_000));
}

#[test]
fn what_is_over_is_forgotten() {
    let store = ReplayStore::new(DEFAULT_CAPACITY, BEGAN);
    for number in 0..1000 {
        assert!(store.is_first(&digest(number), &expected(0), BEGAN));
    }
    assert_eq!(store.len(), 1000);
    // One in each shard takes what is over there with it.
    for number in 1000..1000 + SHARDS as u64 {
        assert!(store.is_first(&digest(number), &expected(20_000), BEGAN + WINDOW + 1));
    }
    assert_eq!(store.len(), SHARDS);
    let held: usize = store.shards.iter().map(|shard| lock(shard).queue.len()).sum();
    assert_eq!(held, SHARDS, "the queue holds what the set has forgotten");
}

#[test]
fn full_it_refuses_and_does_not_grow() {
    let store = ReplayStore::new(100, BEGAN);
    let first = (0..1000)
        .filter(|number| store.is_first(&digest(*number), &expected(0), BEGAN))
        .count();
    assert_eq!((first, store.len()), (100, 100));
    // Nothing was pushed out: what was here is still known.
    assert!((0..1000).all(|number| !store.is_first(&digest(number), &expected(0), BEGAN + 1)));
    // What is over makes room, in whichever shard it lies.
    assert!(store.is_first(&digest(0x1_0000_0007), &expected(20_000), BEGAN + WINDOW + 1));
    assert_eq!(store.len(), 1);
}

#[test]
fn no_capacity_is_no_room() {
    let store = ReplayStore::new(0, BEGAN);
    assert!(!store.is_first(&digest(1), &expected(0), BEGAN));
    assert!(store.is_empty());
}

#[test]
fn clock_that_goes_back_opens_nothing() {
    let store = ReplayStore::new(DEFAULT_CAPACITY, BEGAN);
    assert!(store.is_first(&digest(1), &expected(0), BEGAN));
    // The clock runs ahead: the first is forgotten.
    assert!(store.is_first(&digest(0x0101), &expected(500_000), BEGAN + 500_000));
    assert_eq!(store.len(), 1);
    // It is set right: the copy would be fresh again, and is refused, as is all that belongs to that time.
    assert!(!store.is_first(&digest(1), &expected(0), BEGAN));
    assert!(!store.is_first(&digest(0x0201), &expected(100), BEGAN + 100));
    // What is remembered stays so.
    assert!(!store.is_first(&digest(0x0101), &expected(500_000), BEGAN + 500_000));
}

#[test]
fn small_step_back_refuses_only_what_was_here() {
    let store = ReplayStore::new(DEFAULT_CAPACITY, BEGAN);
    assert!(store.is_first(&digest(1), &expected(5000), BEGAN + 5000));
    assert!(store.is_first(&digest(0x0101), &expected(4000), BEGAN + 4000));
    assert!(!store.is_first(&digest(1), &expected(5000), BEGAN + 4000));
}

#[test]
fn what_may_have_been_here_before_the_store_is_refused() {
    let store = ReplayStore::new(DEFAULT_CAPACITY, BEGAN);
    let before = Arrival {
        created: BEGAN - 1_000,
        ..expected(5000)
    };
    assert!(!store.is_first(&digest(1), &before, BEGAN + 5000));
    // Once its whole window is after the beginning, or with a ticket that was made after it, it is taken.
    let after = Arrival {
        created: BEGAN - 1_000,
        ..expected(WINDOW)
    };
    assert!(store.is_first(&digest(2), &after, BEGAN + WINDOW));
    assert!(store.is_first(&digest(3), &expected(1), BEGAN + 1));
}

#[test]
fn of_many_threads_one_is_first() {
    const THREADS: usize = 8;
    const EACH: u64 = 2000;
    let store = Arc::new(ReplayStore::new(DEFAULT_CAPACITY, BEGAN));
    let barrier = Arc::new(Barrier::new(THREADS));
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let (store, barrier) = (Arc::clone(&store), Arc::clone(&barrier));
            thread::spawn(move || {
                barrier.wait();
                // Each begins elsewhere, all ask for all.
                let start = EACH / THREADS as u64 * thread as u64;
                let numbers = (0..EACH).map(|i| (start + i) % EACH);
                numbers
                    .filter(|n| store.is_first(&digest(*n), &expected(0), BEGAN))
                    .count()
            })
        })
        .collect();
    let first: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!((first, store.len()), (EACH as usize, EACH as usize));
}

#[test]
fn many_threads_do_not_get_more_in_than_there_is_room() {
    const THREADS: u64 = 8;
    let store = Arc::new(ReplayStore::new(500, BEGAN));
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let store = Arc::clone(&store);
            thread::spawn(move || {
                let numbers = (0..1000).map(|i| i * THREADS + thread);
                numbers
                    .filter(|n| {
                        assert!(store.len() <= 500);
                        store.is_first(&digest(*n), &expected(0), BEGAN)
                    })
                    .count()
            })
        })
        .collect();
    let first: usize = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert_eq!((first, store.len()), (500, 500));
}
