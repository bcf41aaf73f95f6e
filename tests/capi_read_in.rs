//! Long records are received into the program's own buffer. What a program may rely on all the same.
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
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;

use std::ffi::c_int;
use std::mem::MaybeUninit;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::MBEDTLS_SSL_VERSION_TLS1_2;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::{mbedtls_ssl_read, mbedtls_ssl_write};
use ferrotls::capi::ssl_ciphersuites::*;

/// What a program's buffer holds before it reads: clear to see where it was touched.
const BEFORE: u8 = 0xa5;

fn connected(shared: &Shared) -> Box<CPair> {
    let mut pair = CPair::new(shared);
    assert_eq!(pair.handshake(), (0, 0));
    pair
}

fn write(pair: &mut CPair, data: &[u8]) {
    let written = unsafe { mbedtls_ssl_write(&raw mut pair.client, data.as_ptr(), data.len()) };
    assert_eq!(written, data.len() as i32);
}

fn read(pair: &mut CPair, room: &mut [u8]) -> i32 {
    unsafe { mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), room.len()) }
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at % 251) as u8).collect()
}

/// TLS 1.2 with one suite: AES-GCM, ChaCha20-Poly1305, AES-CCM, AES-CCM-8 and CBC, whose records differ in what surrounds the data.
static SUITES12: [[c_int; 2]; 5] = [
    [MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 as c_int, 0],
    [MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 as c_int, 0],
    [MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM as c_int, 0],
    [MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8 as c_int, 0],
    [MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 as c_int, 0],
];

fn shared12(suites: &'static [c_int; 2]) -> Box<Shared> {
    let mut shared = Shared::new(&Pki::new());
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe {
            mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_2));
            mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_2));
            mbedtls_ssl_conf_ciphersuites(conf, suites.as_ptr());
        }
    }
    shared
}

/// Programs clear a buffer, read into it, and print it as a string: what lies behind the data is theirs.
#[test]
fn memory_behind_the_data_stays_as_it_was() {
    check_memory(&Shared::new(&Pki::new()));
    for suites in &SUITES12 {
        check_memory(&shared12(suites));
    }
}

fn check_memory(shared: &Shared) {
    let mut pair = connected(shared);
    let around = (5000..5040).map(|room| (5000, room));
    for (length, room) in around.chain([(16384, 16384), (16384, 16401), (16384, 16408), (16384, 40000)]) {
        let data = content(length);
        write(&mut pair, &data);
        let mut memory = vec![BEFORE; room];
        assert_eq!(read(&mut pair, &mut memory), length as i32, "{length} in {room}");
        assert_eq!(memory[..length], data);
        assert!(
            memory[length..].iter().all(|&byte| byte == BEFORE),
            "{length} in {room}"
        );
    }
}

/// A body that comes in pieces, into buffers that change from call to call.
#[test]
fn a_body_in_pieces_is_put_together() {
    check_pieces(&Shared::new(&Pki::new()));
    for suites in &SUITES12 {
        check_pieces(&shared12(suites));
    }
}

fn check_pieces(shared: &Shared) {
    let mut pair = connected(shared);
    let data = content(16384);
    for limit in [1, 4096, 16400] {
        pair.to_server.limit = limit;
        write(&mut pair, &data);
        pair.to_server.limit = usize::MAX;
        write(&mut pair, &data[..9000]);
        pair.to_server.limit = limit;
        let mut got: Vec<u8> = Vec::new();
        let mut turn = 0;
        while got.len() < data.len() + 9000 {
            turn += 1;
            let mut memory = vec![BEFORE; if turn % 2 == 0 { 100 } else { 20000 }];
            match read(&mut pair, &mut memory) {
                MBEDTLS_ERR_SSL_WANT_READ => {}
                length => got.extend(&memory[..usize::try_from(length).expect("data")]),
            }
        }
        assert_eq!(got, [&data[..], &data[..9000]].concat());
    }
}

/// A forged record leaves nothing in the buffer, ends the connection, and the peer gets its alert.
#[test]
fn a_forged_record_leaves_nothing() {
    check_forged(&Shared::new(&Pki::new()), 17);
    // What is opened in our own memory never gets to the program's.
    for (suites, tail) in SUITES12.iter().zip([24, 16, 24, 16]) {
        check_forged(&shared12(suites), tail);
    }
}

/// `tail` bytes of a record's body are not data.
fn check_forged(shared: &Shared, tail: usize) {
    let mut pair = connected(shared);
    write(&mut pair, &content(8000));
    pair.to_server.bytes[4000] ^= 1;
    let mut memory = vec![BEFORE; 20000];
    assert_eq!(read(&mut pair, &mut memory), MBEDTLS_ERR_SSL_INVALID_MAC);
    assert!(memory[..8000 + tail].iter().all(|&byte| byte == 0));
    assert!(memory[8000 + tail..].iter().all(|&byte| byte == BEFORE));
    assert_eq!(read(&mut pair, &mut memory), MBEDTLS_ERR_SSL_INVALID_MAC);
    let told = unsafe { mbedtls_ssl_read(&raw mut pair.client, memory.as_mut_ptr(), memory.len()) };
    assert_eq!(told, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
}
