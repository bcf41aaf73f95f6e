//! What connections cost: no allocation per record, and no buffers in an idle connection.
#![cfg(feature = "complete")]
#![cfg(all(target_os = "linux", target_env = "gnu"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ssl::io::{mbedtls_ssl_read, mbedtls_ssl_write};

/// Counts allocations.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: passes everything on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        unsafe { System.dealloc(ptr, layout) }
    }
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes in use on the C heap, which Rust's allocator stands on too: both are counted.
fn heap_in_use() -> usize {
    // SAFETY: no arguments.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks + info.hblkhd
}

fn transfer(pair: &mut CPair, data: &[u8], room: &mut [u8]) {
    unsafe {
        assert_eq!(
            mbedtls_ssl_write(&raw mut pair.client, data.as_ptr(), data.len()),
            data.len() as i32
        );
        let mut read = 0;
        while read < data.len() {
            let n = mbedtls_ssl_read(&raw mut pair.server, room[read..].as_mut_ptr(), room.len() - read);
            assert!(n > 0, "read: {n}");
            read += n as usize;
        }
    }
}

#[test]
fn pain_1203_no_allocation_per_record_and_at_most_8_kib_per_idle_connection() {
    let pki = Pki::new();
    let shared = Shared::new(&pki);
    let (data, mut room) = (vec![7; 16384], vec![0; 16384]);

    // Whatever is made once per thread or process is made here.
    let mut first = CPair::new(&shared);
    assert_eq!(first.handshake(), (0, 0));
    transfer(&mut first, &data, &mut room);

    for len in [1, 1000, 16384] {
        transfer(&mut first, &data[..len], &mut room);
        let before = ALLOCATIONS.load(Ordering::Relaxed);
        for _ in 0..100 {
            transfer(&mut first, &data[..len], &mut room);
        }
        let made = ALLOCATIONS.load(Ordering::Relaxed) - before;
        assert_eq!(made, 0, "allocations in 100 records of {len} bytes each way");
    }

    const PAIRS: usize = 64;
    let mut pairs: Vec<Box<CPair>> = Vec::with_capacity(PAIRS);
    let before = heap_in_use();
    for _ in 0..PAIRS {
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        transfer(&mut pair, &data, &mut room);
        pair.to_client.bytes.shrink_to_fit();
        pair.to_server.bytes.shrink_to_fit();
        pairs.push(pair);
    }
    // What the pair of contexts and the test's own pipes take is the application's; the contexts are in that box.
    let per_connection = (heap_in_use() - before) / (2 * PAIRS);
    println!("an idle connection holds {per_connection} bytes, its context included");
    assert!(
        per_connection <= 8192,
        "an idle connection holds {per_connection} bytes"
    );
}
