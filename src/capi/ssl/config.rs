//! `mbedtls_ssl_config`: what the connections of a program share.
//!
//! The setters keep the application's pointers, as in 3.6; [`super::snapshot`] reads them when a handshake starts.

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::Ordering;

use super::certificates;
use super::inner::{config_drop, config_mut, config_ref};
use super::names::*;
use crate::capi::ecp::mbedtls_ecp_group_id;
use crate::capi::guard::guard;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ssl_ciphersuites;

/// Initialises a configuration. Must be called before any other function on it, but for `mbedtls_ssl_config_free`.
///
/// \param conf  The configuration; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_init(conf: *mut mbedtls_ssl_config) {
    guard((), || {
        if !conf.is_null() {
            // SAFETY: `conf` points to memory for one configuration; all-zero is a valid one.
            unsafe { conf.write_bytes(0, 1) };
        }
    });
}

/// Frees a configuration and wipes it. It may be initialised again, and freed again.
///
/// \param conf  The configuration; NULL is ignored. No context may be using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_free(conf: *mut mbedtls_ssl_config) {
    guard((), || {
        // SAFETY: `conf` is NULL or an initialised (or zero) configuration that nobody uses any more.
        unsafe {
            if let Some(conf) = conf.as_mut() {
                config_drop(conf);
                ptr::from_mut(conf).write_bytes(0, 1);
            }
        }
    });
}

/// Loads the default values. What the application has set before and 3.6 does not overwrite stays.
///
/// \param conf       The configuration.
/// \param endpoint   `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`. A client verifies its peer by default, a
///                   server asks for no client certificate.
/// \param transport  `MBEDTLS_SSL_TRANSPORT_STREAM`.
/// \param preset     `MBEDTLS_SSL_PRESET_DEFAULT` or `MBEDTLS_SSL_PRESET_SUITEB`.
///
/// \return  0, `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL, or `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for
///          `MBEDTLS_SSL_TRANSPORT_DATAGRAM`: DTLS is not offered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_config_defaults(
    conf: *mut mbedtls_ssl_config,
    endpoint: c_int,
    transport: c_int,
    preset: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised, and nobody else is using it.
        let (Some(inner), Some(fields)) = (unsafe { config_mut(conf) }, unsafe { conf.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        // DEVIATION: 3.6 takes a datagram transport; until DTLS exists here it is refused, lest a program that wants
        // datagrams silently speaks TLS over them.
        if transport != MBEDTLS_SSL_TRANSPORT_STREAM {
            return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
        }
        fields.endpoint = u8::from(endpoint == MBEDTLS_SSL_IS_SERVER);
        fields.transport = MBEDTLS_SSL_TRANSPORT_STREAM as u8;
        if endpoint == MBEDTLS_SSL_IS_CLIENT {
            fields.authmode = MBEDTLS_SSL_VERIFY_REQUIRED as u8;
        }
        fields.min_tls_version = MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_2);
        fields.max_tls_version = MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_3);
        inner.send_ca_list = true;
        inner.preference_order = MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER;
        inner.tls12.set_defaults();
        if endpoint == MBEDTLS_SSL_IS_CLIENT {
            inner.session_tickets = cfg!(feature = "session-tickets");
            inner.signal_tickets = false;
        }
        inner.new_session_tickets = MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS as u16;
        inner.key_exchange_modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL;
        inner.converted_groups = Vec::new();
        inner.early.set_defaults();
        if preset == MBEDTLS_SSL_PRESET_SUITEB {
            inner.ciphersuites = ssl_ciphersuites::SUITEB.as_ptr();
            inner.profile = certificates::SUITEB_PROFILE;
            inner.signature_algorithms = super::snapshot::SUITEB_SIGNATURE_SCHEMES.as_ptr();
            inner.groups = super::snapshot::SUITEB_GROUPS.as_ptr();
        } else {
            inner.ciphersuites = ssl_ciphersuites::default_list().as_ptr();
            inner.profile = certificates::DEFAULT_PROFILE;
            inner.signature_algorithms = super::snapshot::DEFAULT_SIGNATURE_SCHEMES.as_ptr();
            inner.groups = super::snapshot::DEFAULT_GROUPS.as_ptr();
        }
        0
    })
}

/// Runs `set` on the object of `conf`; NULL is ignored.
///
/// # Safety
/// As [`config_mut`].
pub(super) unsafe fn with(conf: *mut mbedtls_ssl_config, set: impl FnOnce(&mut super::inner::ConfigInner)) {
    guard((), || {
        // SAFETY: passed on to the caller.
        if let Some(inner) = unsafe { config_mut(conf) } {
            set(inner);
        }
    });
}

/// Runs `set` on the fields of `conf`; NULL is ignored.
///
/// # Safety
/// `conf` is NULL or initialised and nobody else uses it.
pub(super) unsafe fn with_fields(conf: *mut mbedtls_ssl_config, set: impl FnOnce(&mut mbedtls_ssl_config)) {
    guard((), || {
        // SAFETY: passed on to the caller.
        if let Some(fields) = unsafe { conf.as_mut() } {
            set(fields);
        }
    });
}

/// Sets the endpoint.
///
/// \param conf      The configuration; NULL is ignored.
/// \param endpoint  `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_endpoint(conf: *mut mbedtls_ssl_config, endpoint: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.endpoint = u8::from(endpoint == MBEDTLS_SSL_IS_SERVER)) }
}

/// Says which endpoint a configuration is for.
///
/// \param conf  The configuration.
/// \return      `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_get_endpoint(conf: *const mbedtls_ssl_config) -> c_int {
    // SAFETY: `conf` is NULL or initialised.
    guard(0, || unsafe { conf.as_ref() }.map_or(0, |c| c_int::from(c.endpoint)))
}

/// Sets the transport. Only `MBEDTLS_SSL_TRANSPORT_STREAM` is offered: a configuration that asks for datagrams is
/// refused by `mbedtls_ssl_setup`.
///
/// \param conf       The configuration; NULL is ignored.
/// \param transport  `MBEDTLS_SSL_TRANSPORT_STREAM` or `MBEDTLS_SSL_TRANSPORT_DATAGRAM`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_transport(conf: *mut mbedtls_ssl_config, transport: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.transport = transport as u8) }
}

/// Sets how the peer's certificate is checked.
///
/// \param conf      The configuration; NULL is ignored.
/// \param authmode  `MBEDTLS_SSL_VERIFY_NONE`: not checked (a server does not ask for one);
///                  `MBEDTLS_SSL_VERIFY_OPTIONAL`: checked, and the handshake goes on whatever was found (see
///                  `mbedtls_ssl_get_verify_result`); `MBEDTLS_SSL_VERIFY_REQUIRED`: checked, and the handshake fails
///                  unless all is well. Honoured in TLS 1.3 as in TLS 1.2.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_authmode(conf: *mut mbedtls_ssl_config, authmode: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.authmode = authmode as u8) }
}

/// Sets the random callback. It is accepted and not needed: randomness comes from the operating system.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_rng  Kept for functions of mbedtls_pk_setup_rsa_alt(), which are handed it; never called.
/// \param p_rng  Kept.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_rng(
    conf: *mut mbedtls_ssl_config,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.rng = (f_rng, p_rng)) }
}

/// Sets the debug callback; see `mbedtls_debug_set_threshold`.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_dbg  Called with argument, level, file, line and text. NULL: none.
/// \param p_dbg  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dbg(
    conf: *mut mbedtls_ssl_config,
    f_dbg: Option<
        unsafe extern "C" fn(p_dbg: *mut c_void, level: c_int, file: *const c_char, line: c_int, text: *const c_char),
    >,
    p_dbg: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.debug = (f_dbg, p_dbg)) }
}

/// Sets how long a read waits when the transport has an `f_recv_timeout`. May be changed while connections are open.
///
/// \param conf     The configuration; NULL is ignored.
/// \param timeout  Milliseconds; 0: no limit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_read_timeout(conf: *mut mbedtls_ssl_config, timeout: u32) {
    guard((), || {
        // SAFETY: the caller's duty, as documented. Once there is an object it is only shared: connections are reading it.
        unsafe {
            match config_ref(conf) {
                Some(inner) => inner.read_timeout.store(timeout, Ordering::Relaxed),
                None => with(conf, |inner| inner.read_timeout.store(timeout, Ordering::Relaxed)),
            }
        }
    });
}

/// Sets the cipher suites, best first.
///
/// \param conf          The configuration; NULL is ignored.
/// \param ciphersuites  Suite numbers ended by 0. Kept by pointer: must live as long as the configuration. Suites that
///                      are not offered here are skipped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_ciphersuites(conf: *mut mbedtls_ssl_config, ciphersuites: *const c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.ciphersuites = ciphersuites) }
}

/// Sets the groups for the key exchange, best first. A client sends a key share of the first; if that is a hybrid group of
/// `ferrotls/ferrotls.h`, and the classic group within it is in the list too, also a share of that.
///
/// \param conf    The configuration; NULL is ignored.
/// \param groups  `MBEDTLS_SSL_IANA_TLS_GROUP_*` numbers ended by 0. Kept by pointer: must live as long as the
///                configuration. Groups that are not offered here are skipped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_groups(conf: *mut mbedtls_ssl_config, groups: *const u16) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.converted_groups = Vec::new();
            c.groups = groups;
        });
    }
}

/// Sets the curves for the key exchange, in the form of older releases.
///
/// \param conf    The configuration; NULL is ignored.
/// \param curves  Curve numbers, best first, ended by `MBEDTLS_ECP_DP_NONE`; copied. Curves that are not offered here
///                are skipped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_curves(
    conf: *mut mbedtls_ssl_config,
    curves: *const MaybeUninit<mbedtls_ecp_group_id>,
) {
    // SAFETY: the caller's duty, as documented: numbers up to and with a zero.
    unsafe {
        let numbers = super::snapshot::entries(curves.cast::<c_int>());
        with(conf, |c| {
            c.converted_groups = numbers
                .into_iter()
                .filter_map(super::snapshot::group_of_curve)
                .collect();
            c.groups = ptr::null();
        });
    }
}

/// Sets the certificate selection callback of a server.
///
/// \param conf       The configuration; NULL is ignored.
/// \param f_cert_cb  Called once the ClientHello has been read; it may call `mbedtls_ssl_set_hs_own_cert` and its
///                   like. A nonzero return ends the handshake and is what the handshake returns. NULL: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cert_cb(conf: *mut mbedtls_ssl_config, f_cert_cb: mbedtls_ssl_hs_cb_t) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.f_cert_cb = f_cert_cb) }
}

/// Sets whose order of cipher suites counts on a server.
///
/// \param conf   The configuration; NULL is ignored.
/// \param order  `MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER` (the default) or `..._CLIENT`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_preference_order(conf: *mut mbedtls_ssl_config, order: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.preference_order = order) }
}

/// Sets the application protocols (ALPN, RFC 7301), best first.
///
/// \param conf    The configuration.
/// \param protos  Names of 1 to 255 bytes, ended by NULL; the list and the names are kept by pointer.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a NULL `conf`, a name that is too short or too long, or a list
///          that is longer than 65535 bytes on the wire.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_alpn_protocols(
    conf: *mut mbedtls_ssl_config,
    protos: *mut *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it; `protos` is NULL or a list ended by NULL.
        unsafe {
            let Some(inner) = config_mut(conf) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let mut total = 0;
            for name in super::snapshot::alpn_names(protos) {
                let len = CStr::from_ptr(name).to_bytes().len();
                total += len;
                if len == 0 || len > usize::from(u8::MAX) || total > usize::from(u16::MAX) {
                    return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
                }
            }
            inner.alpn = protos;
        }
        0
    })
}

/// Sets what is done about peers that do not know of secure renegotiation (RFC 5746).
///
/// DEVIATION: `MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION` is taken for `MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION`, because what it
/// allows lets an attacker put bytes of its own before the client's.
///
/// \param conf          The configuration; NULL is ignored.
/// \param allow_legacy  `MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION` (the default): one handshake and no more, or
///                      `MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE`: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_legacy_renegotiation(conf: *mut mbedtls_ssl_config, allow_legacy: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.tls12.set_legacy(allow_legacy)) }
}

/// Sets the lowest version to offer or accept.
///
/// \param conf         The configuration; NULL is ignored.
/// \param tls_version  `MBEDTLS_SSL_VERSION_TLS1_2` (the default) or `MBEDTLS_SSL_VERSION_TLS1_3`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_min_tls_version(
    conf: *mut mbedtls_ssl_config,
    tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.min_tls_version = tls_version) }
}

/// Sets the highest version to offer or accept.
///
/// \param conf         The configuration; NULL is ignored.
/// \param tls_version  `MBEDTLS_SSL_VERSION_TLS1_2` or `MBEDTLS_SSL_VERSION_TLS1_3` (the default).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_tls_version(
    conf: *mut mbedtls_ssl_config,
    tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.max_tls_version = tls_version) }
}

/// Sets the lowest version, in the form of older releases.
///
/// \param conf   The configuration; NULL is ignored.
/// \param major  `MBEDTLS_SSL_MAJOR_VERSION_3`.
/// \param minor  `MBEDTLS_SSL_MINOR_VERSION_3` (TLS 1.2) or `MBEDTLS_SSL_MINOR_VERSION_4` (TLS 1.3).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_min_version(conf: *mut mbedtls_ssl_config, major: c_int, minor: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.min_tls_version = version_number(major, minor)) }
}

/// Sets the highest version, in the form of older releases.
///
/// \param conf   The configuration; NULL is ignored.
/// \param major  `MBEDTLS_SSL_MAJOR_VERSION_3`.
/// \param minor  `MBEDTLS_SSL_MINOR_VERSION_3` (TLS 1.2) or `MBEDTLS_SSL_MINOR_VERSION_4` (TLS 1.3).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_version(conf: *mut mbedtls_ssl_config, major: c_int, minor: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.max_tls_version = version_number(major, minor)) }
}

fn version_number(major: c_int, minor: c_int) -> MaybeUninit<mbedtls_ssl_protocol_version> {
    MaybeUninit::new(match (major, minor) {
        (MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_3) => MBEDTLS_SSL_VERSION_TLS1_2,
        (MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_4) => MBEDTLS_SSL_VERSION_TLS1_3,
        _ => MBEDTLS_SSL_VERSION_UNKNOWN,
    })
}

/// Attaches a pointer of the application's.
///
/// \param conf  The configuration; NULL is ignored.
/// \param p     Kept as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_set_user_data_p(conf: *mut mbedtls_ssl_config, p: *mut c_void) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.user_data.p = p) }
}

/// Attaches a number of the application's.
///
/// \param conf  The configuration; NULL is ignored.
/// \param n     Kept as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_set_user_data_n(conf: *mut mbedtls_ssl_config, n: UserNumber) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with_fields(conf, |c| c.user_data.n = n) }
}

/// The pointer that was attached.
///
/// \param conf  The configuration.
/// \return      What `mbedtls_ssl_conf_set_user_data_p` was given, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_get_user_data_p(conf: *mut mbedtls_ssl_config) -> *mut c_void {
    // SAFETY: `conf` is NULL or initialised; both members of the union are plain words.
    guard(ptr::null_mut(), || unsafe {
        conf.as_ref().map_or(ptr::null_mut(), |c| c.user_data.p)
    })
}

/// The number that was attached.
///
/// \param conf  The configuration.
/// \return      What `mbedtls_ssl_conf_set_user_data_n` was given, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_get_user_data_n(conf: *mut mbedtls_ssl_config) -> UserNumber {
    // SAFETY: as above.
    guard(0, || unsafe { conf.as_ref().map_or(0, |c| c.user_data.n) })
}

/// Whether `transport` of the configuration is one that is offered.
pub(super) fn is_stream(conf: &mbedtls_ssl_config) -> bool {
    c_int::from(conf.transport) == MBEDTLS_SSL_TRANSPORT_STREAM
}

/// The read timeout in milliseconds, as it is now.
///
/// # Safety
/// As [`config_ref`].
pub(super) unsafe fn read_timeout(conf: *const mbedtls_ssl_config) -> c_uint {
    // SAFETY: passed on to the caller.
    unsafe { config_ref(conf) }.map_or(0, |c| c.read_timeout.load(Ordering::Relaxed))
}
