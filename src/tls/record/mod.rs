//! The record layer: transport bytes to one record and back, in place, without doing any input or output itself.
//!
//! [`Inbound`](inbound::Inbound) gathers the bytes of exactly one record, opens it where it lies and hands out its
//! content; [`Outbound`](outbound::Outbound) seals content into a queue of bytes to send. Neither owns a buffer while
//! it is idle: buffers come from a small pool of the thread ([`buffer`]) and go back when a record is consumed or
//! sent. While a callback of the application runs, the buffer it works on is out on [`Loan`](buffer::Loan), so that
//! no borrow of the connection is alive.

pub mod buffer;
pub mod inbound;
pub mod outbound;
pub mod protect;
#[cfg(feature = "tls12")]
pub mod protect12;
#[cfg(not(feature = "tls12"))]
#[path = "protect12/without.rs"]
pub mod protect12;
#[cfg(feature = "tls13")]
pub mod protect13;
#[cfg(not(feature = "tls13"))]
#[path = "protect13/without.rs"]
pub mod protect13;
pub mod shared;

/// Length of a record header: type, legacy version, length (RFC 8446 section 5.1).
pub const HEADER_LEN: usize = 5;
/// Longest content of a record: 2^14 bytes (RFC 8446 section 5.1).
pub const MAX_PLAINTEXT_LEN: usize = 1 << 14;
/// Longest `TLSInnerPlaintext`, its type and padding included: 2^14 + 1 bytes (RFC 8446 section 5.4).
pub const MAX_INNER_LEN: usize = MAX_PLAINTEXT_LEN + 1;
/// Longest `encrypted_record` of TLS 1.3: 2^14 + 256 bytes (RFC 8446 section 5.2).
pub const MAX_CIPHERTEXT_LEN: usize = MAX_PLAINTEXT_LEN + 256;
/// Longest `fragment` of a protected record of TLS 1.2: 2^14 + 2048 bytes (RFC 5246 section 6.2.3).
pub const MAX_CIPHERTEXT12_LEN: usize = MAX_PLAINTEXT_LEN + 2048;
/// By so many bytes at most a body is longer than its content where [`Opener::opens_in_place`](protect::Opener::opens_in_place),
/// padding apart: TLS 1.3 adds a type and a tag, TLS 1.2 an explicit nonce and a tag.
pub const MAX_TAIL_LEN: usize = 8 + 16;
