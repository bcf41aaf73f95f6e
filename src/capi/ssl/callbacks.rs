//! `mbedtls/ssl.h`: the functions that an application hands over.
//!
//! These are function types in C, not pointers to functions; here they are what a C `T *` holds.

use super::enums::{mbedtls_ssl_key_export_type, mbedtls_tls_prf_types};
use super::types::{mbedtls_ssl_context, mbedtls_ssl_session};
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::x509_crt::mbedtls_x509_crt;
use core::ffi::{c_char, c_int, c_uchar, c_void};

/// Sends up to `len` bytes. Returns how many were sent, MBEDTLS_ERR_SSL_WANT_WRITE, or another error code.
pub type mbedtls_ssl_send_t = Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int>;

/// Receives up to `len` bytes. Returns how many came, 0 at the end, MBEDTLS_ERR_SSL_WANT_READ, or another error code.
pub type mbedtls_ssl_recv_t = Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int>;

/// As `mbedtls_ssl_recv_t`, but waits at most `timeout` milliseconds (0: no limit) and then returns
/// MBEDTLS_ERR_SSL_TIMEOUT.
pub type mbedtls_ssl_recv_timeout_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, buf: *mut c_uchar, len: usize, timeout: u32) -> c_int>;

/// Sets both delays of a timer, in milliseconds; a final delay of 0 cancels it.
pub type mbedtls_ssl_set_timer_t = Option<unsafe extern "C" fn(ctx: *mut c_void, int_ms: u32, fin_ms: u32)>;

/// How far a timer is: -1 cancelled, 0 no delay passed, 1 the intermediate one, 2 the final one.
pub type mbedtls_ssl_get_timer_t = Option<unsafe extern "C" fn(ctx: *mut c_void) -> c_int>;

/// Looks a session up in a cache. Returns 0, or an error code if there is none.
pub type mbedtls_ssl_cache_get_t = Option<
    unsafe extern "C" fn(
        data: *mut c_void,
        session_id: *const c_uchar,
        session_id_len: usize,
        session: *mut mbedtls_ssl_session,
    ) -> c_int,
>;

/// Puts a session into a cache. Returns 0, or an error code.
pub type mbedtls_ssl_cache_set_t = Option<
    unsafe extern "C" fn(
        data: *mut c_void,
        session_id: *const c_uchar,
        session_id_len: usize,
        session: *const mbedtls_ssl_session,
    ) -> c_int,
>;

/// Writes a ticket for a session, from `start` to at most `end`. Returns 0, or an error code.
pub type mbedtls_ssl_ticket_write_t = Option<
    unsafe extern "C" fn(
        p_ticket: *mut c_void,
        session: *const mbedtls_ssl_session,
        start: *mut c_uchar,
        end: *const c_uchar,
        tlen: *mut usize,
        lifetime: *mut u32,
    ) -> c_int,
>;

/// Reads the session from a ticket. Returns 0, or an error code.
pub type mbedtls_ssl_ticket_parse_t = Option<
    unsafe extern "C" fn(
        p_ticket: *mut c_void,
        session: *mut mbedtls_ssl_session,
        buf: *mut c_uchar,
        len: usize,
    ) -> c_int,
>;

/// Writes a cookie for a client, at `*p`, which it moves. Returns 0, or an error code.
pub type mbedtls_ssl_cookie_write_t = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        p: *mut *mut c_uchar,
        end: *mut c_uchar,
        info: *const c_uchar,
        ilen: usize,
    ) -> c_int,
>;

/// Checks a cookie of a client. Returns 0 if it is right, or an error code.
pub type mbedtls_ssl_cookie_check_t = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        cookie: *const c_uchar,
        clen: usize,
        info: *const c_uchar,
        ilen: usize,
    ) -> c_int,
>;

/// Is told the secrets of a connection as they come to be.
pub type mbedtls_ssl_export_keys_t = Option<
    unsafe extern "C" fn(
        p_expkey: *mut c_void,
        kind: mbedtls_ssl_key_export_type,
        secret: *const c_uchar,
        secret_len: usize,
        client_random: *const c_uchar,
        server_random: *const c_uchar,
        tls_prf_type: mbedtls_tls_prf_types,
    ),
>;

/// Begins a signature with a key held elsewhere. Returns 0 or MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS,
/// MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH to have the configured key used, or another error code.
pub type mbedtls_ssl_async_sign_t = Option<
    unsafe extern "C" fn(
        ssl: *mut mbedtls_ssl_context,
        cert: *mut mbedtls_x509_crt,
        md_alg: mbedtls_md_type_t,
        hash: *const c_uchar,
        hash_len: usize,
    ) -> c_int,
>;

/// Begins a decryption with a key held elsewhere; returns as `mbedtls_ssl_async_sign_t` does.
pub type mbedtls_ssl_async_decrypt_t = Option<
    unsafe extern "C" fn(
        ssl: *mut mbedtls_ssl_context,
        cert: *mut mbedtls_x509_crt,
        input: *const c_uchar,
        input_len: usize,
    ) -> c_int,
>;

/// Asks for the outcome of an operation that was begun. Returns 0, MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS, or another error
/// code.
pub type mbedtls_ssl_async_resume_t = Option<
    unsafe extern "C" fn(
        ssl: *mut mbedtls_ssl_context,
        output: *mut c_uchar,
        output_len: *mut usize,
        output_size: usize,
    ) -> c_int,
>;

/// Gives up an operation that was begun.
pub type mbedtls_ssl_async_cancel_t = Option<unsafe extern "C" fn(ssl: *mut mbedtls_ssl_context)>;

/// Is given a line of debug output: its level, and the file and line it comes from.
pub type DebugCallback =
    Option<unsafe extern "C" fn(ctx: *mut c_void, level: c_int, file: *const c_char, line: c_int, text: *const c_char)>;

/// Is given a name or an identity that a client sent. Returns 0 if it is known.
pub type NameCallback = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        ssl: *mut mbedtls_ssl_context,
        name: *const c_uchar,
        name_len: usize,
    ) -> c_int,
>;
