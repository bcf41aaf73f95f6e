//! Any bytes loaded as a connection: the plain function under the fuzz target `context`.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr;

use super::super::config::{mbedtls_ssl_config_defaults, mbedtls_ssl_config_free, mbedtls_ssl_config_init};
use super::super::context::{mbedtls_ssl_free, mbedtls_ssl_init, mbedtls_ssl_setup};
use super::super::io::{mbedtls_ssl_close_notify, mbedtls_ssl_read};
use super::super::names::*;
use super::{checksum, mbedtls_ssl_context_load, mbedtls_ssl_context_save};

/// Loads `data`, whose first byte says into which end and whose rest is a saved connection without its checksum (a fuzzer would
/// not find it). What is loaded must be a connection: its getters, a read without transport, saving and loading once more.
/// Whether that went well; a refusal is well too.
pub fn context(data: &[u8]) -> bool {
    let Some((end, body)) = data.split_first() else {
        return true;
    };
    let saved = [body, &checksum(body)].concat();
    let end = if end % 2 == 0 {
        MBEDTLS_SSL_IS_CLIENT
    } else {
        MBEDTLS_SSL_IS_SERVER
    };
    let mut conf = MaybeUninit::<mbedtls_ssl_config>::uninit();
    let mut ssl = MaybeUninit::<mbedtls_ssl_context>::uninit();
    let (conf, ssl) = (conf.as_mut_ptr(), ssl.as_mut_ptr());
    // SAFETY: both objects are initialised before they are used, and freed after; all that is passed on lives through the call.
    unsafe {
        mbedtls_ssl_config_init(conf);
        mbedtls_ssl_init(ssl);
        let ready = mbedtls_ssl_config_defaults(conf, end, MBEDTLS_SSL_TRANSPORT_STREAM, 0) == 0
            && mbedtls_ssl_setup(ssl, conf) == 0;
        let well = ready && loads(ssl, conf, &saved);
        mbedtls_ssl_free(ssl);
        mbedtls_ssl_config_free(conf);
        well
    }
}

/// # Safety
/// `ssl` is set up with `conf`.
unsafe fn loads(ssl: *mut mbedtls_ssl_context, conf: *const mbedtls_ssl_config, saved: &[u8]) -> bool {
    /// Longer than any input that fuzzers make.
    const ROOM: usize = 1 << 20;
    let refused = |code: c_int| {
        matches!(
            code,
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA | MBEDTLS_ERR_SSL_VERSION_MISMATCH | MBEDTLS_ERR_SSL_ALLOC_FAILED
        )
    };
    // SAFETY: as stated.
    unsafe {
        let code = mbedtls_ssl_context_load(ssl, saved.as_ptr(), saved.len());
        if code != 0 {
            // It is free now, and every call on it fails.
            return refused(code) && refused(mbedtls_ssl_read(ssl, ptr::null_mut(), 0));
        }
        let (mut again, mut len) = (vec![0; ROOM], 0);
        if mbedtls_ssl_context_save(ssl, again.as_mut_ptr(), again.len(), &raw mut len) != 0 {
            return false;
        }
        again.truncate(len);
        if mbedtls_ssl_setup(ssl, conf) != 0 || mbedtls_ssl_context_load(ssl, again.as_ptr(), len) != 0 {
            return false;
        }
        // Without a transport nothing comes and nothing goes, but nothing breaks either.
        let mut room = [0; 8];
        mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) < 0 && mbedtls_ssl_close_notify(ssl) < 0
    }
}
