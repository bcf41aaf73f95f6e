//! `mbedtls_ssl_context`: its life, and what is set on it.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

use super::async_private;
use super::inner::{PerConnection, hold, peek, release};
use super::names::*;
use super::session::mbedtls_ssl_session_free;
use super::snapshot;
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::enum_value;

/// What `hostname` points to after `mbedtls_ssl_set_hostname(ssl, NULL)`: no name is to be checked, and the
/// application knows it. An empty string, as programs see it in 3.6.
static NO_HOSTNAME: [c_char; 1] = [0];

/// The longest host name, in bytes without the closing zero.
const MAX_HOST_NAME_LEN: usize = 255;

/// Initialises a context. Must be called before any other function on it, but for `mbedtls_ssl_free`.
///
/// \param ssl  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_init(ssl: *mut mbedtls_ssl_context) {
    guard((), || {
        if !ssl.is_null() {
            // SAFETY: `ssl` points to memory for one context; all-zero is a valid one.
            unsafe { ssl.write_bytes(0, 1) };
        }
    });
}

/// Makes a context ready for handshakes with a configuration.
///
/// \param ssl   An initialised context. What was set on it before stays.
/// \param conf  The configuration, kept by pointer: it must live as long as the context, and not change during a
///              handshake.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_SSL_BAD_CONFIG` if no version is allowed, or no
///          hash for signatures;
///          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for datagrams.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_setup(ssl: *mut mbedtls_ssl_context, conf: *const mbedtls_ssl_config) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: both are NULL or initialised.
        let (Some(config), Some(inner)) = (unsafe { conf.as_ref() }, unsafe { hold(ssl) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if inner.is_poisoned() {
            return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
        }
        // DEVIATION: 3.6 returns NO_RNG for a configuration without `f_rng`; here none is needed.
        if !super::config::is_stream(config) {
            return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
        }
        let Some(versions) = versions(config) else {
            return MBEDTLS_ERR_SSL_BAD_CONFIG;
        };
        // As in 3.6, hashes that leave nothing to sign with are found out here.
        let is_tls12_only = versions == (MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_SSL_VERSION_TLS1_2);
        // SAFETY: `conf` is not NULL, and its lists are alive.
        if is_tls12_only && unsafe { snapshot::signature_schemes_of_hashes(conf) }.is_some_and(|list| list.is_empty()) {
            return MBEDTLS_ERR_SSL_BAD_CONFIG;
        }
        // SAFETY: `hold` found `ssl` not to be NULL.
        unsafe {
            (*ssl).conf = conf;
            (*ssl).tls_version = config.max_tls_version;
        }
        0
    })
}

/// The lowest and the highest version that are allowed, if they are versions and in this order.
fn versions(conf: &mbedtls_ssl_config) -> Option<(mbedtls_ssl_protocol_version, mbedtls_ssl_protocol_version)> {
    let is_known = |version: &mbedtls_ssl_protocol_version| *version != MBEDTLS_SSL_VERSION_UNKNOWN;
    let min = enum_value(conf.min_tls_version).filter(is_known)?;
    let max = enum_value(conf.max_tls_version).filter(is_known)?;
    (min as c_int <= max as c_int).then_some((min, max))
}

/// Frees a context and wipes it. It may be initialised again, and freed again; a call on it fails cleanly.
///
/// \param ssl  The context; NULL is ignored. May be called from one of its own callbacks: the call that is going on
///             then ends with an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_free(ssl: *mut mbedtls_ssl_context) {
    guard((), || {
        if ssl.is_null() {
            return;
        }
        // SAFETY: `ssl` is initialised or zero.
        unsafe {
            cancel_operation(ssl);
            drop_session(ssl);
            release(ssl);
            drop_hostname(ssl);
            ssl.write_bytes(0, 1);
        }
    });
}

/// Makes a context ready for a new connection with the same settings: configuration, transport, callbacks and host
/// name stay, everything negotiated goes.
///
/// \param ssl  The context.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it was never set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_reset(ssl: *mut mbedtls_ssl_context) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe {
            let Some(old) = peek(ssl) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            if (*ssl).conf.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            if old.is_poisoned() {
                return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
            }
            cancel_operation(ssl);
            if old.is_dead() {
                // The callback has done it already, or has freed the context.
                return 0;
            }
            drop_session(ssl);
            release(ssl);
            let fresh = hold(ssl);
            if let Some(fresh) = fresh {
                let (from, to) = (&*old.per_connection(), &mut *fresh.per_connection());
                to.verify = from.verify;
                to.export_keys = from.export_keys;
            }
            (*ssl).state = MBEDTLS_SSL_HELLO_REQUEST as c_int;
            (*ssl).tls_version = (*(*ssl).conf).max_tls_version;
        }
        0
    })
}

/// Tells the application to give up a signature that it is making for `ssl`.
///
/// # Safety
/// `ssl` is initialised or zero.
unsafe fn cancel_operation(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: passed on; the object is held for as long as the callback runs.
    unsafe {
        if let Some(inner) = peek(ssl) {
            async_private::cancel(ssl, &inner);
        }
    }
}

/// Frees the session that `ssl` points to.
///
/// # Safety
/// `ssl` is initialised.
unsafe fn drop_session(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: `session` is NULL or what `session::store` allocated.
    unsafe {
        let session = (*ssl).session;
        (*ssl).session = ptr::null_mut();
        if !session.is_null() {
            mbedtls_ssl_session_free(session);
            mbedtls_free(session.cast());
        }
    }
}

/// Sets the transport.
///
/// \param ssl             The context; NULL is ignored. May be called before `mbedtls_ssl_setup`.
/// \param p_bio           Passed to the callbacks.
/// \param f_send          Sends bytes: returns how many went out, `MBEDTLS_ERR_SSL_WANT_WRITE` if it would block, or
///                        another negative number.
/// \param f_recv          Receives bytes: returns how many came in, 0 at the end of the stream,
///                        `MBEDTLS_ERR_SSL_WANT_READ` if it would block, or another negative number. It is never
///                        asked for more than the current record needs.
/// \param f_recv_timeout  As `f_recv`, with a timeout in milliseconds (0: none) after which it returns
///                        `MBEDTLS_ERR_SSL_TIMEOUT`. Used in place of `f_recv` if not NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_bio(
    ssl: *mut mbedtls_ssl_context,
    p_bio: *mut c_void,
    f_send: mbedtls_ssl_send_t,
    f_recv: mbedtls_ssl_recv_t,
    f_recv_timeout: mbedtls_ssl_recv_timeout_t,
) {
    guard((), || {
        // SAFETY: `ssl` is NULL or initialised.
        if let Some(ssl) = unsafe { ssl.as_mut() } {
            ssl.p_bio = p_bio;
            ssl.f_send = f_send;
            ssl.f_recv = f_recv;
            ssl.f_recv_timeout = f_recv_timeout;
        }
    });
}

/// Runs `set` on what was set on `ssl`; NULL is ignored.
///
/// # Safety
/// `ssl` is NULL or initialised, and no other thread is changing it.
pub(super) unsafe fn with(ssl: *mut mbedtls_ssl_context, set: impl FnOnce(&mut PerConnection)) {
    guard((), || {
        // SAFETY: passed on; the reference lives only in `set`, which calls nothing of the application's.
        unsafe {
            if let Some(inner) = hold(ssl) {
                set(&mut *inner.per_connection());
            }
        }
    });
}

/// Sets a callback that is given each traffic secret as it comes into being, in TLS 1.2 the master secret (for a key log).
///
/// \param ssl            The context; NULL is ignored.
/// \param f_export_keys  Called with its argument, the kind of secret, the secret, both randoms and the type of the
///                       pseudo-random function (`MBEDTLS_SSL_TLS_PRF_NONE` in TLS 1.3; that of the suite in TLS 1.2). NULL: none.
/// \param p_export_keys  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_export_keys_cb(
    ssl: *mut mbedtls_ssl_context,
    f_export_keys: mbedtls_ssl_export_keys_t,
    p_export_keys: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(ssl, |own| own.export_keys = (f_export_keys, p_export_keys)) }
}

/// Sets the name of the server to connect to: it is sent (unless it is an IP address) and the server's certificate
/// must be for it.
///
/// \param ssl       The context. May be called before `mbedtls_ssl_setup`.
/// \param hostname  The name or the text of an IP address, copied. NULL: no name is sent and none is checked.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or the name has more than 255 bytes;
///          `MBEDTLS_ERR_SSL_ALLOC_FAILED` without memory, with the old name kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hostname(ssl: *mut mbedtls_ssl_context, hostname: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised; `hostname` is NULL or a string.
        unsafe {
            if ssl.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            if hostname.is_null() {
                drop_hostname(ssl);
                (*ssl).hostname = (&raw const NO_HOSTNAME).cast_mut().cast();
                return 0;
            }
            let len = libc::strlen(hostname);
            if len > MAX_HOST_NAME_LEN {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let copy = mbedtls_calloc(1, len + 1).cast::<c_char>();
            if copy.is_null() {
                return MBEDTLS_ERR_SSL_ALLOC_FAILED;
            }
            ptr::copy_nonoverlapping(hostname, copy, len + 1);
            drop_hostname(ssl);
            (*ssl).hostname = copy;
        }
        0
    })
}

/// The host name that was set.
///
/// \param ssl  The context.
/// \return     The name, valid until it is set anew; NULL if none was set; an empty string after NULL was set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_hostname(ssl: *mut mbedtls_ssl_context) -> *const c_char {
    guard(ptr::null(), || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { ssl.as_ref() }.map_or(ptr::null(), |s| s.hostname.cast_const())
    })
}

fn is_marker(hostname: *const c_char) -> bool {
    ptr::eq(hostname, (&raw const NO_HOSTNAME).cast())
}

unsafe fn drop_hostname(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: `hostname` is NULL, the marker, or what `malloc` gave to `mbedtls_ssl_set_hostname`.
    unsafe {
        let old = (*ssl).hostname;
        (*ssl).hostname = ptr::null_mut();
        if !old.is_null() && !is_marker(old) {
            mbedtls_free(old.cast());
        }
    }
}

/// Whether `mbedtls_ssl_set_hostname` was called at all, be it with NULL.
pub(super) unsafe fn hostname_was_set(ssl: *const mbedtls_ssl_context) -> bool {
    // SAFETY: `ssl` is initialised.
    !unsafe { (*ssl).hostname }.is_null()
}

/// The name to check the peer's certificate against; NULL if there is none.
pub(super) unsafe fn hostname_pointer(ssl: *const mbedtls_ssl_context) -> *const c_char {
    // SAFETY: `ssl` is initialised.
    let name = unsafe { (*ssl).hostname };
    if is_marker(name) { ptr::null() } else { name }
}

/// The host name as text, if one is set and is valid UTF-8.
pub(super) unsafe fn hostname(ssl: *const mbedtls_ssl_context) -> Option<String> {
    // SAFETY: `ssl` is initialised; a hostname that is not NULL is a string.
    unsafe {
        let name = hostname_pointer(ssl);
        if name.is_null() {
            return None;
        }
        CStr::from_ptr(name).to_str().ok().map(str::to_owned)
    }
}

/// The configuration of a context.
///
/// \param ssl  The context.
/// \return     What `mbedtls_ssl_setup` was given, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_context_get_config(ssl: *const mbedtls_ssl_context) -> *const mbedtls_ssl_config {
    // SAFETY: `ssl` is NULL or initialised.
    guard(ptr::null(), || unsafe { ssl.as_ref() }.map_or(ptr::null(), |s| s.conf))
}

/// Attaches a pointer of the application's.
///
/// \param ssl  The context; NULL is ignored.
/// \param p    Kept as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_user_data_p(ssl: *mut mbedtls_ssl_context, p: *mut c_void) {
    guard((), || {
        // SAFETY: `ssl` is NULL or initialised.
        if let Some(ssl) = unsafe { ssl.as_mut() } {
            ssl.user_data.p = p;
        }
    });
}

/// Attaches a number of the application's.
///
/// \param ssl  The context; NULL is ignored.
/// \param n    Kept as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_user_data_n(ssl: *mut mbedtls_ssl_context, n: UserNumber) {
    guard((), || {
        // SAFETY: `ssl` is NULL or initialised.
        if let Some(ssl) = unsafe { ssl.as_mut() } {
            ssl.user_data.n = n;
        }
    });
}

/// The pointer that was attached.
///
/// \param ssl  The context.
/// \return     What `mbedtls_ssl_set_user_data_p` was given, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_user_data_p(ssl: *mut mbedtls_ssl_context) -> *mut c_void {
    // SAFETY: `ssl` is NULL or initialised; both members of the union are plain words.
    guard(ptr::null_mut(), || unsafe {
        ssl.as_ref().map_or(ptr::null_mut(), |s| s.user_data.p)
    })
}

/// The number that was attached.
///
/// \param ssl  The context.
/// \return     What `mbedtls_ssl_set_user_data_n` was given, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_user_data_n(ssl: *mut mbedtls_ssl_context) -> UserNumber {
    // SAFETY: as above.
    guard(0, || unsafe { ssl.as_ref().map_or(0, |s| s.user_data.n) })
}
