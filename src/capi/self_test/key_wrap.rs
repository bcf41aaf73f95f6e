//! Known answers of AES key wrap.

use super::{hex, say, told};
use crate::crypto::Unspecified;
use crate::crypto::cipher::KeyWrap;
use core::ffi::c_int;

/// Runs them all, with and without padding. Returns 0, or 1 if one was wrong.
pub(in crate::capi) fn key_wrap(verbose: c_int) -> c_int {
    for (name, padded, answers) in [("KW", false, KW), ("KWP", true, KWP)] {
        for (key, data, wrapped) in answers {
            let (key, data, wrapped) = (hex(key), hex(data), hex(wrapped));
            let line = format!("  {name}-AES-{}  ", key.len() * 8);
            if !told(verbose, &line, passes(padded, &key, &data, &wrapped) == Ok(true)) {
                return 1;
            }
        }
    }
    say(verbose, "\n");
    0
}

/// Whether `data` is wrapped to `wrapped` and back. Fails if nothing could be computed.
fn passes(padded: bool, key: &[u8], data: &[u8], wrapped: &[u8]) -> Result<bool, Unspecified> {
    let key = KeyWrap::new(key)?;
    let (mut there, mut back) = ([0; 64], [0; 64]);
    let (there_len, back_len) = match padded {
        true => (
            key.wrap_padded(data, &mut there)?,
            key.unwrap_padded(wrapped, &mut back)?,
        ),
        false => (key.wrap(data, &mut there)?, key.unwrap(wrapped, &mut back)?),
    };
    Ok(there.get(..there_len) == Some(wrapped) && back.get(..back_len) == Some(data))
}

/// RFC 3394, sections 4.1 to 4.3: key, data, wrapped data.
const KW: &[(&str, &str, &str)] = &[
    (
        "000102030405060708090a0b0c0d0e0f",
        "00112233445566778899aabbccddeeff",
        "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5",
    ),
    (
        "000102030405060708090a0b0c0d0e0f1011121314151617",
        "00112233445566778899aabbccddeeff",
        "96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d",
    ),
    (
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "00112233445566778899aabbccddeeff",
        "64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7",
    ),
];

/// RFC 5649, section 6, and the same data with the keys of RFC 3394, whose answers are those of OpenSSL 3.
const KWP: &[(&str, &str, &str)] = &[
    (
        "000102030405060708090a0b0c0d0e0f",
        "c37b7e6492584340bed12207808941155068f738",
        "e1f7176ecbd75d42e82b24f989a2816c209c6ef2d1aa94d2a3e60284900d03a2",
    ),
    (
        "5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8",
        "c37b7e6492584340bed12207808941155068f738",
        "138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a",
    ),
    (
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "c37b7e6492584340bed12207808941155068f738",
        "29b7fa191c2165684374eee9f74595e2a42bace75c425b3053efa26ffe1bb32f",
    ),
];
