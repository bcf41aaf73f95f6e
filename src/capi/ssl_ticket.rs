//! `mbedtls/ssl_ticket.h`: session tickets of a server.

use core::ffi::c_int;

/// Length of a key's name, in bytes.
pub const MBEDTLS_SSL_TICKET_KEY_NAME_BYTES: c_int = 4;
/// Longest key, in bytes.
pub const MBEDTLS_SSL_TICKET_MAX_KEY_BYTES: c_int = 32;

/// A key of tickets.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_ticket_key {
    /// Not to be touched.
    pub reserved: [u64; 15],
}

/// The keys of tickets.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_ticket_context {
    /// Not to be touched.
    pub reserved: [u64; 39],
}
