//! Known answers and properties of every primitive. `vectors.txt` is OpenSSL's work (see `make.py` beside it); what
//! stands in the tests is out of the RFCs and NIST publications that they name.

mod aead;
mod bignum;
mod cbc_hmac;
mod cipher;
#[cfg(feature = "certificates")]
mod ec;
mod hash;
mod kx;
mod kx_hybrid;
#[cfg(feature = "certificates")]
mod rsa;

/// What `vectors.txt` calls `name`.
fn vector(name: &str) -> Vec<u8> {
    let line = include_str!("../../tests/data/crypto/vectors.txt")
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    hex(line.unwrap_or_else(|| panic!("no vector {name}")))
}

/// Bytes of a hexadecimal string; white space is skipped.
fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| u8::try_from(c.to_digit(16).unwrap()).unwrap())
        .collect();
    assert_eq!(digits.len() % 2, 0);
    digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}

/// `bytes` with one bit of the byte at `at` turned.
fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}
