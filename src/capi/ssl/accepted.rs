//! Functions that programs call for what is left out on purpose: their arguments are checked and nothing happens, or
//! the answer is that it is not offered where going on would be unsafe. `MATRIX.md` marks them `accepted`.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::MaybeUninit;

use super::names::*;
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_free, mbedtls_mpi_read_binary};
use crate::capi::dhm::mbedtls_dhm_context;
use crate::capi::guard::guard;

/// Takes finite-field Diffie-Hellman parameters and ignores them: DHE suites are not offered, ECDHE ones are.
///
/// \param conf     The configuration.
/// \param dhm_ctx  The parameters; not kept.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dh_param_ctx(
    conf: *mut mbedtls_ssl_config,
    dhm_ctx: *mut mbedtls_dhm_context,
) -> c_int {
    if conf.is_null() || dhm_ctx.is_null() {
        MBEDTLS_ERR_SSL_BAD_INPUT_DATA
    } else {
        0
    }
}

/// Takes finite-field Diffie-Hellman parameters and ignores them: DHE suites are not offered, ECDHE ones are.
///
/// \param conf   The configuration.
/// \param dhm_P  The prime, highest byte first; not kept.
/// \param P_len  Its length in bytes.
/// \param dhm_G  The generator, likewise.
/// \param G_len  Its length in bytes.
///
/// \return  0, `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or what `mbedtls_mpi_read_binary` says of a number that is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dh_param_bin(
    conf: *mut mbedtls_ssl_config,
    dhm_P: *const c_uchar,
    P_len: usize,
    dhm_G: *const c_uchar,
    G_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        let is_missing = |data: *const c_uchar, len| data.is_null() && len != 0;
        if conf.is_null() || is_missing(dhm_P, P_len) || is_missing(dhm_G, G_len) {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let read = |data, len| {
            let mut number = MaybeUninit::<mbedtls_mpi>::zeroed();
            // SAFETY: a zeroed number is an empty one; it is freed here; the data is the caller's.
            unsafe {
                let code = mbedtls_mpi_read_binary(number.as_mut_ptr(), data, len);
                mbedtls_mpi_free(number.as_mut_ptr());
                code
            }
        };
        match read(dhm_P, P_len) {
            0 => read(dhm_G, G_len),
            code => code,
        }
    })
}

/// Takes the least length of Diffie-Hellman parameters and ignores it: DHE suites are not offered.
///
/// \param _conf    The configuration.
/// \param _bitlen  Bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dhm_min_bitlen(_conf: *mut mbedtls_ssl_config, _bitlen: c_uint) {}

/// Takes the limits of the retransmission timer and ignores them: DTLS is not offered.
///
/// \param _conf  The configuration.
/// \param _min   Milliseconds.
/// \param _max   Milliseconds.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_handshake_timeout(_conf: *mut mbedtls_ssl_config, _min: u32, _max: u32) {}

/// Takes the cookie callbacks and ignores them: DTLS is not offered.
///
/// \param _conf            The configuration.
/// \param _f_cookie_write  Makes a cookie.
/// \param _f_cookie_check  Checks one.
/// \param _p_cookie        Passed to both.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_cookies(
    _conf: *mut mbedtls_ssl_config,
    _f_cookie_write: mbedtls_ssl_cookie_write_t,
    _f_cookie_check: mbedtls_ssl_cookie_check_t,
    _p_cookie: *mut c_void,
) {
}

/// Takes the switch of the datagram replay window and ignores it: DTLS is not offered.
///
/// \param _conf  The configuration.
/// \param _mode  On or off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_anti_replay(_conf: *mut mbedtls_ssl_config, _mode: c_char) {}

/// Takes the limit of bad datagrams and ignores it: DTLS is not offered.
///
/// \param _conf   The configuration.
/// \param _limit  Datagrams.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_badmac_limit(_conf: *mut mbedtls_ssl_config, _limit: c_uint) {}

/// Takes the timer callbacks and ignores them: DTLS is not offered, and TLS needs no timer.
///
/// \param _ssl          The context.
/// \param _p_timer      Passed to both.
/// \param _f_set_timer  Starts a timer.
/// \param _f_get_timer  Looks at it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_timer_cb(
    _ssl: *mut mbedtls_ssl_context,
    _p_timer: *mut c_void,
    _f_set_timer: mbedtls_ssl_set_timer_t,
    _f_get_timer: mbedtls_ssl_get_timer_t,
) {
}

/// Takes the greatest datagram size and ignores it: DTLS is not offered.
///
/// \param _ssl  The context.
/// \param _mtu  Bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_mtu(_ssl: *mut mbedtls_ssl_context, _mtu: u16) {}

/// Takes the switch for several records in a datagram and ignores it: DTLS is not offered.
///
/// \param _ssl            The context.
/// \param _allow_packing  On or off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_datagram_packing(_ssl: *mut mbedtls_ssl_context, _allow_packing: c_uint) {}

/// Takes what identifies a client's transport and ignores it: DTLS is not offered.
///
/// \param ssl    The context.
/// \param _info  The address.
/// \param _ilen  Its length in bytes.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or a client's, as in 3.6.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_client_transport_id(
    ssl: *mut mbedtls_ssl_context,
    _info: *const c_uchar,
    _ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised, and what it points to as `conf` likewise.
        let conf = unsafe { ssl.as_ref().and_then(|s| s.conf.as_ref()) };
        match conf {
            Some(conf) if c_int::from(conf.endpoint) == MBEDTLS_SSL_IS_SERVER => 0,
            _ => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}

/// Refuses SRTP protection profiles: DTLS-SRTP is not offered, and a program that asked for it must not go on without.
///
/// \param _conf      The configuration.
/// \param _profiles  Profile numbers, ended by 0.
///
/// \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_dtls_srtp_protection_profiles(
    _conf: *mut mbedtls_ssl_config,
    _profiles: *const mbedtls_ssl_srtp_profile,
) -> c_int {
    MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE
}

/// Takes the switch for SRTP master key identifiers and ignores it: DTLS-SRTP is not offered.
///
/// \param _conf               The configuration.
/// \param _support_mki_value  On or off.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_srtp_mki_value_supported(
    _conf: *mut mbedtls_ssl_config,
    _support_mki_value: c_int,
) {
}

/// Tells that no SRTP profile was negotiated: DTLS-SRTP is not offered.
///
/// \param _ssl            The context.
/// \param dtls_srtp_info  Set to no profile and no identifier; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_dtls_srtp_negotiation_result(
    _ssl: *const mbedtls_ssl_context,
    dtls_srtp_info: *mut mbedtls_dtls_srtp_info,
) {
    guard((), || {
        if !dtls_srtp_info.is_null() {
            // SAFETY: points to memory for one such struct; all-zero says "no profile" and "no identifier".
            unsafe { dtls_srtp_info.write_bytes(0, 1) };
        }
    });
}

/// Refuses connection identifiers: DTLS is not offered.
///
/// \param _conf               The configuration.
/// \param _len                Bytes.
/// \param _ignore_other_cids  What to do with others.
///
/// \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_cid(
    _conf: *mut mbedtls_ssl_config,
    _len: usize,
    _ignore_other_cids: c_int,
) -> c_int {
    MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE
}

/// Refuses connection identifiers: DTLS is not offered.
///
/// \param _ssl          The context.
/// \param _enable       On or off.
/// \param _own_cid      The identifier.
/// \param _own_cid_len  Its length in bytes.
///
/// \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_cid(
    _ssl: *mut mbedtls_ssl_context,
    _enable: c_int,
    _own_cid: *const c_uchar,
    _own_cid_len: usize,
) -> c_int {
    MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE
}

/// Tells that there is no connection identifier: DTLS is not offered.
///
/// \param ssl           The context.
/// \param enabled       Set to `MBEDTLS_SSL_CID_DISABLED`.
/// \param _peer_cid     Not touched.
/// \param peer_cid_len  Set to 0; may be NULL.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_peer_cid(
    ssl: *mut mbedtls_ssl_context,
    enabled: *mut c_int,
    _peer_cid: *mut c_uchar,
    peer_cid_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        if ssl.is_null() || enabled.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: both point to writable memory or are NULL, which was looked at.
        unsafe {
            *enabled = 0;
            if let Some(len) = peer_cid_len.as_mut() {
                *len = 0;
            }
        }
        0
    })
}
