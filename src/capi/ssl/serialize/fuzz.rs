//! Any bytes loaded as a connection or as a session: the plain function under the fuzz target `context`.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr;

use super::super::config::{mbedtls_ssl_config_defaults, mbedtls_ssl_config_free, mbedtls_ssl_config_init};
use super::super::context::{mbedtls_ssl_free, mbedtls_ssl_init, mbedtls_ssl_setup};

use super::super::drive::mbedtls_ssl_handshake;
use super::super::io::{mbedtls_ssl_close_notify, mbedtls_ssl_read};
use super::super::names::*;
use super::super::session::resume::mbedtls_ssl_set_session;
use super::super::session::saved::{mbedtls_ssl_session_load, mbedtls_ssl_session_save};
use super::super::session::{mbedtls_ssl_session_free, mbedtls_ssl_session_init};
use super::{checksum, mbedtls_ssl_context_load, mbedtls_ssl_context_save};

/// Longer than anything that is saved of an input that fuzzers make.
const ROOM: usize = 1 << 20;

/// Loads `data`. Its first byte says into what: a client's connection, a server's, or a session, of either version. The rest is
/// what was saved, of a connection without its checksum (a fuzzer would not find it). A connection that is loaded must be one: a
/// read without transport, saving and loading once more. A session that is loaded can be saved and loaded once more, as the same
/// bytes, and a client offers it. Whether that went well; a refusal is well too.
pub fn context(data: &[u8]) -> bool {
    let Some((end, body)) = data.split_first() else {
        return true;
    };
    let is_session = end & 2 != 0;
    let end = if end & 3 == 1 {
        MBEDTLS_SSL_IS_SERVER
    } else {
        MBEDTLS_SSL_IS_CLIENT
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
        let well = if is_session {
            ready && loads_session(ssl, body)
        } else {
            ready && loads(ssl, conf, &[body, &checksum(body)].concat())
        };
        mbedtls_ssl_free(ssl);
        mbedtls_ssl_config_free(conf);
        well
    }
}

/// The code is one that saved bytes may be refused with.
fn refused(code: c_int) -> bool {
    matches!(
        code,
        MBEDTLS_ERR_SSL_BAD_INPUT_DATA | MBEDTLS_ERR_SSL_VERSION_MISMATCH | MBEDTLS_ERR_SSL_ALLOC_FAILED
    )
}

/// # Safety
/// `ssl` is set up with `conf`.
unsafe fn loads(ssl: *mut mbedtls_ssl_context, conf: *const mbedtls_ssl_config, saved: &[u8]) -> bool {
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

/// # Safety
/// `ssl` is set up as a client.
unsafe fn loads_session(ssl: *mut mbedtls_ssl_context, saved: &[u8]) -> bool {
    let mut session = MaybeUninit::<mbedtls_ssl_session>::uninit();
    let session = session.as_mut_ptr();
    // SAFETY: the session is initialised before it is used, and freed after.
    unsafe {
        mbedtls_ssl_session_init(session);
        let code = mbedtls_ssl_session_load(session, saved.as_ptr(), saved.len());
        let well = if code == 0 {
            saves_again(session) && offers(ssl, session)
        } else {
            refused(code)
        };
        mbedtls_ssl_session_free(session);
        well
    }
}

/// # Safety
/// `session` was loaded.
unsafe fn saves_again(session: *mut mbedtls_ssl_session) -> bool {
    // SAFETY: as stated; `out` holds `ROOM` bytes.
    let save = |session: *const mbedtls_ssl_session| unsafe {
        let (mut out, mut len) = (vec![0; ROOM], 0);
        let code = mbedtls_ssl_session_save(session, out.as_mut_ptr(), out.len(), &raw mut len);
        out.truncate(len);
        (code == 0).then_some(out)
    };
    let Some(first) = save(session) else { return false };
    // SAFETY: as stated.
    let code = unsafe { mbedtls_ssl_session_load(session, first.as_ptr(), first.len()) };
    code == 0 && save(session).is_some_and(|second| second == first)
}

/// # Safety
/// `ssl` is set up as a client, `session` was loaded.
unsafe fn offers(ssl: *mut mbedtls_ssl_context, session: *const mbedtls_ssl_session) -> bool {
    // SAFETY: as stated.
    unsafe {
        match mbedtls_ssl_set_session(ssl, session) {
            // The ClientHello is made; without a transport it does not go out.
            0 => mbedtls_ssl_handshake(ssl) < 0,
            code => refused(code),
        }
    }
}
