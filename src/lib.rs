//! ferrotls: a memory-safe, fast TLS library behind the C interface of Mbed TLS 3.6.
//!
//! Three rings, one direction of arrows (`ARCHITECTURE.md`):
//!
//! - [`capi`]: the C interface; the only module with `unsafe`.
//! - [`tls`]: the sans-I/O protocol core; no sockets, no clock, no C types.
//! - [`crypto`], [`pki`], [`compress`] and [`base64`]: primitives, certificates, compression, texts; the only modules that
//!   name the crates they rest on.
//!
//! The Rust items are public so that tests, fuzz targets and benches reach them; the supported interface is C.
#![cfg_attr(
    test,
    allow(clippy::as_conversions, reason = "tests build bytes from small constants")
)]

#[forbid(unsafe_code)]
pub mod base64;
#[allow(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "C integers and buffers are converted at this boundary, each conversion beside its check"
)]
#[allow(
    clippy::missing_safety_doc,
    reason = "what the caller of an exported function owes is its C documentation: parameters, ownership, NULL"
)]
#[allow(clippy::too_many_arguments, reason = "the signatures are those of the C interface")]
pub mod capi;
#[cfg(feature = "tls13-ephemeral")]
#[forbid(unsafe_code)]
pub mod compress;
#[cfg(all(feature = "certificates", not(feature = "tls13-ephemeral")))]
#[forbid(unsafe_code)]
#[path = "compress/without.rs"]
pub mod compress;
#[forbid(unsafe_code)]
pub mod crypto;
#[forbid(unsafe_code)]
pub mod options;
#[cfg(feature = "certificates")]
#[forbid(unsafe_code)]
pub mod pki;
#[forbid(unsafe_code)]
pub mod tls;
