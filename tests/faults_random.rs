//! A system without randomness at any of the calls for it, and a process that forks: through the C interface, with both versions.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]
#![cfg(feature = "complete")]
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
#[path = "c_pair/sessions.rs"]
#[allow(dead_code, reason = "only the keys of tickets are used here")]
mod sessions;

use std::cell::Cell;
use std::collections::HashSet;
use std::ffi::{c_int, c_long};
use std::io::{Read, Write};
use std::os::fd::FromRawFd;

use c_pair::{CPair, Pki, Shared, VERSIONS};
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::psa::crypto::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::types::mbedtls_ssl_context;
use sessions::{Keys, Session, connect};

thread_local! {
    /// How many more calls for randomness succeed.
    static LEFT: Cell<usize> = const { Cell::new(usize::MAX) };
    /// How many have failed.
    static FAILED: Cell<usize> = const { Cell::new(0) };
}

/// In place of the C library's: the kernel is asked, but for randomness that a test takes away.
///
/// The system's randomness is asked for by the number of its call.
#[unsafe(no_mangle)]
unsafe extern "C" fn syscall(
    number: c_long,
    a: c_long,
    b: c_long,
    c: c_long,
    d: c_long,
    e: c_long,
    f: c_long,
) -> c_long {
    let fail = |error: c_int| {
        unsafe { *libc::__errno_location() = error };
        -1
    };
    if number == libc::SYS_getrandom && b > 0 {
        match LEFT.get() {
            usize::MAX => {}
            0 => {
                FAILED.set(FAILED.get() + 1);
                return fail(libc::EIO);
            }
            left => LEFT.set(left - 1),
        }
    }
    let mut result = number;
    unsafe {
        std::arch::asm!(
            "syscall",
            inlateout("rax") result,
            in("rdi") a,
            in("rsi") b,
            in("rdx") c,
            in("r10") d,
            in("r8") e,
            in("r9") f,
            lateout("rcx") _,
            lateout("r11") _,
        );
    }
    if (-4095..0).contains(&result) {
        return fail(-result as c_int);
    }
    result
}

fn reset(pair: &mut CPair) {
    pair.to_client.bytes.clear();
    pair.to_server.bytes.clear();
    for ssl in [&raw mut pair.client, &raw mut pair.server] {
        assert_eq!(unsafe { mbedtls_ssl_session_reset(ssl) }, 0);
    }
}

/// A read of each end: tickets come with it. Nothing but waiting and errors may come of it.
fn pump(pair: &mut CPair) -> [c_int; 2] {
    let mut room = [0; 16];
    [&raw mut pair.client, &raw mut pair.server]
        .map(|ssl| unsafe { mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) })
}

/// CVE-2026-73064 too: a server whose tickets get no randomness has no data for its program.
#[test]
fn randomness_that_fails_at_any_call() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        // Whatever is made once per process.
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let mut failures = 0;
        for left in 0.. {
            reset(&mut pair);
            FAILED.set(0);
            LEFT.set(left);
            let codes = pair.handshake();
            let reads = pump(&mut pair);
            LEFT.set(usize::MAX);
            assert!(codes.0 <= 0 && codes.1 <= 0, "{left}: {codes:?}");
            assert!(reads.iter().all(|read| *read < 0), "{left}: {reads:?}");
            if FAILED.get() == 0 {
                assert_eq!(codes, (0, 0));
                break;
            }
            failures += 1;
            let told = [codes.0, codes.1, reads[0], reads[1]];
            // A signature, or a ticket's key, that cannot be made does not say why.
            let clear = [MBEDTLS_ERR_SSL_NO_RNG, MBEDTLS_ERR_SSL_INTERNAL_ERROR];
            // A ticket that cannot be made is not sent; by then the handshake has had all it needs.
            let without_ticket = codes == (0, 0) && left >= 4;
            let is_clear = told.iter().any(|code| clear.contains(code));
            assert!(is_clear || without_ticket, "{left}: {told:x?}");
            // An error is final, until there is a reset: then the next connection works.
            reset(&mut pair);
            assert_eq!(pair.handshake(), (0, 0));
            let mut room = [0; 8];
            unsafe {
                assert_eq!(mbedtls_ssl_write(&raw mut pair.client, b"data".as_ptr(), 4), 4);
                assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 8), 4);
            }
        }
        assert!(failures >= 5, "{failures}");
    }
}

/// What both ends of a handshake and the PSA interface draw, in pieces that must never come again.
fn draw(shared: &Shared) -> Vec<[u8; 32]> {
    let mut drawn = vec![];
    let mut pair = CPair::new(shared);
    let (client, server): (*mut mbedtls_ssl_context, *mut mbedtls_ssl_context) =
        (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert_eq!(mbedtls_ssl_handshake(client), MBEDTLS_ERR_SSL_WANT_READ);
        let hello: Vec<u8> = pair.to_server.bytes.iter().copied().collect();
        // The client's random, and the last share, which ends with an X25519 key or another one's bytes.
        drawn.push(hello[11..43].try_into().unwrap());
        assert_eq!(mbedtls_ssl_handshake(server), MBEDTLS_ERR_SSL_WANT_READ);
        let answer: Vec<u8> = pair.to_client.bytes.iter().copied().collect();
        drawn.push(answer[11..43].try_into().unwrap());
        for bytes in [&hello, &answer] {
            let share = [0, 0x1d, 0, 32];
            if let Some(at) = bytes.windows(4).position(|four| four == share) {
                drawn.push(bytes[at + 4..at + 36].try_into().unwrap());
            }
        }
        let mut random = [0; 32];
        assert_eq!(psa_generate_random(random.as_mut_ptr(), 32), 0);
        drawn.push(random);
    }
    drawn
}

#[test]
fn cve_2026_25835_a_child_draws_other_numbers_than_its_parent() {
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let mut all = HashSet::new();
        let before = draw(&shared);
        assert!(before.len() >= 3);
        let mut count = before.len();
        all.extend(before);
        for _ in 0..3 {
            let mut ends = [0; 2];
            unsafe {
                assert_eq!(libc::pipe(ends.as_mut_ptr()), 0);
                let child = libc::fork();
                assert!(child >= 0);
                if child == 0 {
                    let bytes = draw(&shared).concat();
                    let _ = std::fs::File::from_raw_fd(ends[1]).write_all(&bytes);
                    libc::_exit(0);
                }
                let own = draw(&shared);
                libc::close(ends[1]);
                let mut bytes = vec![];
                std::fs::File::from_raw_fd(ends[0]).read_to_end(&mut bytes).unwrap();
                assert_eq!(libc::waitpid(child, std::ptr::null_mut(), 0), child);
                assert_eq!(bytes.len(), own.len() * 32);
                count += 2 * own.len();
                all.extend(own);
                all.extend(bytes.chunks(32).map(|piece| <[u8; 32]>::try_from(piece).unwrap()));
            }
        }
        assert_eq!(all.len(), count, "something came twice");
    }
}

/// A server that forks for each connection: what it set up serves parent and child, tickets of either are taken by both, and each
/// ends what is its own.
#[test]
fn both_sides_of_a_fork_connect_and_resume() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        let (mut before, _) = connect(&shared, None);
        let session = Session::of(&mut before);
        // A connection that is half-way: its copies are two, as nothing of it has been sent to the world.
        let mut half = CPair::new(&shared);
        unsafe { mbedtls_ssl_handshake(&raw mut half.client) };
        let work = |half: Option<Box<CPair>>| -> bool {
            let ended = half.is_none_or(|mut half| half.handshake() == (0, 0));
            let (mut resumed, kind) = connect(&shared, Some(&session));
            let next = Session::of(&mut resumed);
            let again = connect(&shared, Some(&next)).1;
            ended && [kind, again] == [FERROTLS_PSK_RESUMPTION; 2] && connect(&shared, None).1 == FERROTLS_PSK_NONE
        };
        unsafe {
            let child = libc::fork();
            assert!(child >= 0);
            if child == 0 {
                let done = work(Some(half));
                libc::_exit(if done { 7 } else { 1 });
            }
            assert!(work(Some(half)));
            let mut status = 0;
            assert_eq!(libc::waitpid(child, &raw mut status, 0), child);
            assert!(libc::WIFEXITED(status) && libc::WEXITSTATUS(status) == 7, "{status:x}");
        }
        assert!(work(None));
    }
}
