//! Cipher suites that Mbed TLS 3.6 has no number for.

use std::ffi::c_int;

/// ECDHE_PSK with AES-128-GCM (RFC 8442), CipherSuite 0xD0,0x01.
pub const FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256: c_int = 0xD001;
/// ECDHE_PSK with AES-256-GCM (RFC 8442), CipherSuite 0xD0,0x02.
pub const FERROTLS_TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384: c_int = 0xD002;
/// ECDHE_PSK with AES-128-CCM and a tag of 8 bytes (RFC 8442), CipherSuite 0xD0,0x03.
pub const FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256: c_int = 0xD003;
/// ECDHE_PSK with AES-128-CCM (RFC 8442), CipherSuite 0xD0,0x05.
pub const FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256: c_int = 0xD005;
