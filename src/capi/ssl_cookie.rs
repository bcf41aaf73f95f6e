//! `mbedtls/ssl_cookie.h`: cookies by which a server knows that a client receives at the address that it sends from. Programs
//! use them with DTLS (RFC 6347 section 4.2.1), and on their own for protocols over datagrams.

use super::guard::guard;
use super::owned;
use super::platform_time::wall_ms;
use super::platform_util::mbedtls_f_rng_t;
use super::ptr::{bytes, store};
use super::ssl::errors::*;
use crate::crypto::hash::{HashAlgorithm, HmacKey};
use crate::crypto::rand;
use core::ffi::{c_int, c_uchar, c_ulong, c_void};
use std::sync::atomic::{AtomicU64, Ordering};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// How long a cookie is good, by default, in seconds.
pub const MBEDTLS_SSL_COOKIE_TIMEOUT: c_int = 60;

/// The length of a cookie: when it was made, in seconds since 1970, and the first bytes of an HMAC-SHA-256 over that and the
/// client.
const COOKIE_LEN: usize = 32;
/// The length of the time in it.
const TIME_LEN: usize = 4;
/// What `mbedtls_ssl_cookie_check` returns for a cookie that is not good.
const NOT_GOOD: c_int = -1;

/// What cookies are made with.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(timeout), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Debug)]
pub struct mbedtls_ssl_cookie_ctx {
    /// The key, which the library owns.
    pub inner: *mut c_void,
    /// How long a cookie is good, in seconds; 0: for ever.
    pub timeout: c_ulong,
    /// Not to be touched.
    pub reserved: [u64; 8],
}

/// Initialises what cookies are made with.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_init(ctx: *mut mbedtls_ssl_cookie_ctx) {
    guard((), || {
        // SAFETY: `ctx` is NULL or memory for one context; all-zero is a valid one.
        unsafe {
            super::ptr::zero(ctx);
            if let Some(ctx) = ctx.as_mut() {
                ctx.timeout = c_ulong::try_from(MBEDTLS_SSL_COOKIE_TIMEOUT).unwrap_or(0);
            }
        }
    });
}

/// Makes a random key. Cookies of an earlier one are good no longer.
///
/// \param ctx    The context, initialised.
/// \param f_rng  Accepted and never called: randomness comes from the operating system.
/// \param p_rng  The same.
///
/// \return  0; MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL; MBEDTLS_ERR_SSL_INTERNAL_ERROR if the system has no randomness.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_setup(
    ctx: *mut mbedtls_ssl_cookie_ctx,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        if ctx.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let mut secret = Zeroizing::new([0; 32]);
        if rand::fill(secret.as_mut()).is_err() {
            return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
        }
        // SAFETY: `ctx` is initialised, and no other thread uses it while it is set up.
        unsafe { owned::put(ctx, HmacKey::new(HashAlgorithm::Sha256, secret.as_ref())) };
        0
    })
}

/// Sets how long cookies are good.
///
/// \param ctx    The context; NULL is ignored.
/// \param delay  Seconds; 0: for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_set_timeout(ctx: *mut mbedtls_ssl_cookie_ctx, delay: c_ulong) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: `ctx` is initialised.
            unsafe { timeout(ctx) }.store(delay, Ordering::Relaxed);
        }
    });
}

/// Releases what cookies are made with.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_free(ctx: *mut mbedtls_ssl_cookie_ctx) {
    guard((), || {
        // SAFETY: `ctx` is NULL or initialised; what it owns came from `mbedtls_ssl_cookie_setup`.
        unsafe { owned::release::<HmacKey, _>(ctx) };
    });
}

/// Makes a cookie: an `mbedtls_ssl_cookie_write_t`. May be called by several threads at once.
///
/// \param p_ctx       The `mbedtls_ssl_cookie_ctx`, set up.
/// \param p           Where the cookie of 32 bytes goes; moved behind it.
/// \param end         The end of the buffer.
/// \param cli_id      Who the client is: its address.
/// \param cli_id_len  The length of that in bytes.
///
/// \return  0; MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL; MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL; MBEDTLS_ERR_SSL_INTERNAL_ERROR if
/// the context was not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_write(
    p_ctx: *mut c_void,
    p: *mut *mut c_uchar,
    end: *mut c_uchar,
    cli_id: *const c_uchar,
    cli_id_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        if p_ctx.is_null() || cli_id.is_null() || p.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: `p` points at a pointer.
        let at = unsafe { *p };
        if at.is_null() || end.addr().saturating_sub(at.addr()) < COOKIE_LEN {
            return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
        }
        // SAFETY: a client is as long as stated; `p_ctx` is an initialised context.
        let (client, key) = unsafe { (bytes(cli_id, cli_id_len), key(p_ctx)) };
        let (Some(client), Some(key)) = (client, key) else {
            return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
        };
        let cookie = cookie(key, now().to_be_bytes(), client);
        // SAFETY: there is room for the cookie, as was looked after; `p` points at a pointer.
        unsafe {
            super::ptr::copy_out(&cookie, at);
            store(p, at.add(COOKIE_LEN));
        }
        0
    })
}

/// Checks a cookie: an `mbedtls_ssl_cookie_check_t`. May be called by several threads at once.
///
/// \param p_ctx       The `mbedtls_ssl_cookie_ctx`, set up.
/// \param cookie      What the client has brought.
/// \param cookie_len  The length of that in bytes.
/// \param cli_id      Who the client is: its address.
/// \param cli_id_len  The length of that in bytes.
///
/// \return  0; -1 if the cookie is not one of this context for this client, or too old, or if the context was not set up;
/// MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_cookie_check(
    p_ctx: *mut c_void,
    cookie: *const c_uchar,
    cookie_len: usize,
    cli_id: *const c_uchar,
    cli_id_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        if p_ctx.is_null() || cli_id.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: both are as long as stated; `p_ctx` is an initialised context.
        let (given, client, key, timeout) = unsafe {
            (
                bytes(cookie, cookie_len),
                bytes(cli_id, cli_id_len),
                key(p_ctx),
                timeout(p_ctx.cast()).load(Ordering::Relaxed),
            )
        };
        let Some(given) = given.filter(|given| given.len() == COOKIE_LEN) else {
            return NOT_GOOD;
        };
        let (Some(client), Some(key), Some(made)) = (client, key, given.first_chunk::<TIME_LEN>()) else {
            return NOT_GOOD;
        };
        if !bool::from(self::cookie(key, *made, client).ct_eq(given)) {
            return NOT_GOOD;
        }
        // A clock that was set back makes no cookie old: it is as if made now.
        let age = now().saturating_sub(u32::from_be_bytes(*made));
        if timeout != 0 && u64::from(age) > timeout {
            return NOT_GOOD;
        }
        0
    })
}

/// Seconds since 1970.
fn now() -> u32 {
    u32::try_from(wall_ms() / 1000).unwrap_or(u32::MAX)
}

/// The cookie that was made at `made` for `client`.
fn cookie(key: &HmacKey, made: [u8; TIME_LEN], client: &[u8]) -> [u8; COOKIE_LEN] {
    let mac = key.sign(&[&made, client]);
    let mut cookie = [0; COOKIE_LEN];
    let (time, tag) = cookie.split_at_mut(TIME_LEN);
    time.copy_from_slice(&made);
    for (to, from) in tag.iter_mut().zip(mac.as_ref()) {
        *to = *from;
    }
    cookie
}

/// The key; `None` if the context was not set up.
///
/// # Safety
/// `p_ctx` is NULL or an initialised context, which is not set up or released meanwhile.
unsafe fn key<'a>(p_ctx: *mut c_void) -> Option<&'a HmacKey> {
    // SAFETY: as stated. What it owns is only read, by several threads perhaps, so that no exclusive borrow is made.
    unsafe { super::ptr::as_ref(p_ctx.cast::<*const HmacKey>()).and_then(|slot| super::ptr::as_ref(*slot)) }
}

/// The timeout, which another thread may be changing.
///
/// # Safety
/// `ctx` is an initialised context.
unsafe fn timeout<'a>(ctx: *mut mbedtls_ssl_cookie_ctx) -> &'a AtomicU64 {
    // SAFETY: aligned and alive as stated; all accesses that may run beside each other are atomic.
    unsafe { AtomicU64::from_ptr(&raw mut (*ctx).timeout) }
}
