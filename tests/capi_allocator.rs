//! Objects that C and the library hand each other come from the application's allocator, if it sets one.
#![cfg(feature = "complete")]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    clippy::unwrap_used,
    clippy::as_conversions,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;

use std::ffi::c_void;
use std::sync::atomic::{AtomicUsize, Ordering};

use c_pair::{CPair, Pki, Shared, VERSIONS};
use ferrotls::capi::platform::mbedtls_platform_set_calloc_free;
use ferrotls::capi::x509_crt::parse::mbedtls_x509_crt_parse;

/// Pieces of memory given out, and taken back.
static GIVEN: AtomicUsize = AtomicUsize::new(0);
static TAKEN: AtomicUsize = AtomicUsize::new(0);

unsafe extern "C" fn counting_calloc(n: usize, size: usize) -> *mut c_void {
    GIVEN.fetch_add(1, Ordering::Relaxed);
    // Room before what is given out, so that free() of the wrong kind cannot pass unseen.
    let memory = unsafe { libc::calloc(1, n.checked_mul(size).unwrap() + 64) };
    unsafe { memory.byte_add(64) }
}

unsafe extern "C" fn counting_free(memory: *mut c_void) {
    if !memory.is_null() {
        TAKEN.fetch_add(1, Ordering::Relaxed);
        unsafe { libc::free(memory.byte_sub(64)) };
    }
}

#[test]
fn what_is_given_is_taken_back() {
    unsafe {
        assert_eq!(
            mbedtls_platform_set_calloc_free(Some(counting_calloc), Some(counting_free)),
            0
        )
    };
    for version in VERSIONS {
        let pki = Pki::new();
        let mut shared = Shared::of(&pki, version);
        // A chain: the second certificate is an object of the library's.
        unsafe {
            assert_eq!(
                mbedtls_x509_crt_parse(&raw mut shared.cert, pki.ca.as_ptr(), pki.ca.len()),
                0
            )
        };
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        drop(pair);
        drop(shared);
        let (given, taken) = (GIVEN.swap(0, Ordering::Relaxed), TAKEN.swap(0, Ordering::Relaxed));
        assert!(given > 2);
        assert_eq!(given, taken);
    }
}
