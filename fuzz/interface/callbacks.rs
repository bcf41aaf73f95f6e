//! What connections call: each comes back into the library first if the input says so, and then does its work or not.

use super::*;
use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::ssl::enums::{mbedtls_ssl_key_export_type, mbedtls_tls_prf_types};
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::psk::*;
use ferrotls::capi::x509_crt::parse::*;

/// Codes that callbacks return: those that mean something to somebody, and rubbish.
pub(super) fn any_code(world: &World) -> c_int {
    const CODES: [c_int; 16] = [
        0,
        1,
        -1,
        2,
        c_int::MIN,
        c_int::MAX,
        MBEDTLS_ERR_SSL_WANT_READ,
        MBEDTLS_ERR_SSL_WANT_WRITE,
        MBEDTLS_ERR_SSL_TIMEOUT,
        MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS,
        MBEDTLS_ERR_SSL_CRYPTO_IN_PROGRESS,
        MBEDTLS_ERR_SSL_CONN_EOF,
        MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED,
        MBEDTLS_ERR_SSL_INVALID_MAC,
        MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND,
    ];
    CODES[usize::from(world.byte()) % CODES.len()]
}

/// `p_bio` is the number of the connection.
fn number(ctx: *mut c_void) -> usize {
    ctx as usize % 4
}

pub(super) unsafe extern "C" fn send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        return if world.is() { len as c_int + 1 } else { any_code(world) };
    }
    let bytes = unsafe { std::slice::from_raw_parts(buf, len) };
    world.with_pipe(number(ctx) ^ 1, |pipe| {
        let len = len.min(MAX_PIPE - pipe.len());
        pipe.extend(&bytes[..len]);
        if len == 0 {
            MBEDTLS_ERR_SSL_WANT_WRITE
        } else {
            len as c_int
        }
    })
}

pub(super) unsafe extern "C" fn recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        return if world.is() { len as c_int + 1 } else { any_code(world) };
    }
    world.with_pipe(number(ctx), |pipe| {
        let len = len.min(pipe.len());
        for (at, byte) in pipe.drain(..len).enumerate() {
            unsafe { buf.add(at).write(byte) };
        }
        if len == 0 {
            MBEDTLS_ERR_SSL_WANT_READ
        } else {
            len as c_int
        }
    })
}

pub(super) unsafe extern "C" fn recv_timeout(ctx: *mut c_void, buf: *mut c_uchar, len: usize, _timeout: u32) -> c_int {
    match unsafe { recv(ctx, buf, len) } {
        MBEDTLS_ERR_SSL_WANT_READ => MBEDTLS_ERR_SSL_TIMEOUT,
        other => other,
    }
}

pub(super) unsafe extern "C" fn random(_ctx: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
    let world = world();
    world.come_back();
    unsafe { output.write_bytes(world.byte(), len) };
    world.code(0)
}

pub(super) unsafe extern "C" fn source(_ctx: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int {
    let world = world();
    unsafe {
        output.write_bytes(world.byte(), len);
        *olen = if world.is_wild() { world.number() as usize } else { len };
    }
    world.code(0)
}

pub(super) unsafe extern "C" fn verify(
    _ctx: *mut c_void,
    crt: *mut mbedtls_x509_crt,
    _depth: c_int,
    flags: *mut u32,
) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        let _ = unsafe { (*crt).version };
        unsafe { *flags = world.number() };
    }
    world.code(0)
}

pub(super) unsafe extern "C" fn name(
    _ctx: *mut c_void,
    _ssl: *mut mbedtls_ssl_context,
    name: *const c_uchar,
    len: usize,
) -> c_int {
    let world = world();
    // SNI, identities and keys are of this type: all bytes are read.
    let _ = unsafe { std::slice::from_raw_parts(name, len) }
        .iter()
        .fold(0, |sum, byte| sum ^ byte);
    world.come_back();
    world.code(0)
}

pub(super) unsafe extern "C" fn identity(
    ctx: *mut c_void,
    ssl: *mut mbedtls_ssl_context,
    bytes: *const c_uchar,
    len: usize,
) -> c_int {
    if world().is() {
        unsafe { mbedtls_ssl_set_hs_psk(ssl, super::settings::PSK.as_ptr(), super::settings::PSK.len()) };
    }
    unsafe { name(ctx, ssl, bytes, len) }
}

pub(super) unsafe extern "C" fn raw_key(
    ctx: *mut c_void,
    ssl: *mut mbedtls_ssl_context,
    spki: *const c_uchar,
    len: usize,
    flags: *mut u32,
) -> c_int {
    unsafe {
        if world().is() {
            *flags = 0;
        }
        name(ctx, ssl, spki, len)
    }
}

pub(super) unsafe extern "C" fn choose(_ssl: *mut mbedtls_ssl_context) -> c_int {
    let world = world();
    world.come_back();
    world.code(0)
}

pub(super) unsafe extern "C" fn authorities(
    _ctx: *mut c_void,
    child: *const mbedtls_x509_crt,
    candidates: *mut *mut mbedtls_x509_crt,
) -> c_int {
    let world = world();
    world.come_back();
    unsafe {
        let _ = (*child).version;
        // The library frees it, node and all.
        *candidates = ptr::null_mut();
        if world.byte() & 3 != 3 {
            let list = libc_calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
            mbedtls_x509_crt_init(list);
            let ca = super::objects::CA;
            mbedtls_x509_crt_parse_der(list, ca.as_ptr(), ca.len());
            *candidates = list;
        }
    }
    world.code(0)
}

unsafe extern "C" {
    #[link_name = "calloc"]
    fn libc_calloc(count: usize, size: usize) -> *mut c_void;
}

pub(super) unsafe extern "C" fn ticket_write(
    ticket: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    let world = world();
    world.come_back();
    unsafe {
        if world.is_wild() {
            *len = world.number() as usize;
            *lifetime = world.number();
            return any_code(world);
        }
        mbedtls_ssl_ticket_write(ticket, session, start, end, len, lifetime)
    }
}

pub(super) unsafe extern "C" fn ticket_parse(
    ticket: *mut c_void,
    session: *mut mbedtls_ssl_session,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        return any_code(world);
    }
    unsafe { mbedtls_ssl_ticket_parse(ticket, session, buf, len) }
}

pub(super) unsafe extern "C" fn cache_find(
    cache: *mut c_void,
    id: *const c_uchar,
    len: usize,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        return any_code(world);
    }
    unsafe { mbedtls_ssl_cache_get(cache, id, len, session) }
}

pub(super) unsafe extern "C" fn cache_keep(
    cache: *mut c_void,
    id: *const c_uchar,
    len: usize,
    session: *const mbedtls_ssl_session,
) -> c_int {
    let world = world();
    world.come_back();
    if world.is_wild() {
        return any_code(world);
    }
    unsafe { mbedtls_ssl_cache_set(cache, id, len, session) }
}

pub(super) unsafe extern "C" fn keys(
    _ctx: *mut c_void,
    _kind: mbedtls_ssl_key_export_type,
    secret: *const c_uchar,
    len: usize,
    _client: *const c_uchar,
    _server: *const c_uchar,
    _prf: mbedtls_tls_prf_types,
) {
    let _ = unsafe { std::slice::from_raw_parts(secret, len) }
        .iter()
        .fold(0, |sum, byte| sum ^ byte);
    world().come_back();
}

pub(super) unsafe extern "C" fn debug(
    _ctx: *mut c_void,
    _level: c_int,
    _file: *const c_char,
    _line: c_int,
    text: *const c_char,
) {
    let _ = unsafe { std::ffi::CStr::from_ptr(text) }.to_bytes().len();
    world().come_back();
}

pub(super) unsafe extern "C" fn sign(
    _ssl: *mut mbedtls_ssl_context,
    _crt: *mut mbedtls_x509_crt,
    _md: mbedtls_md_type_t,
    _hash: *const c_uchar,
    _len: usize,
) -> c_int {
    let world = world();
    world.come_back();
    // Most often the key that is there signs.
    if world.is_wild() { any_code(world) } else { -0x7500 }
}

pub(super) unsafe extern "C" fn resume(
    _ssl: *mut mbedtls_ssl_context,
    output: *mut c_uchar,
    len: *mut usize,
    size: usize,
) -> c_int {
    let world = world();
    world.come_back();
    unsafe {
        output.write_bytes(7, size);
        *len = if world.is_wild() {
            world.number() as usize
        } else {
            size.min(70)
        };
    }
    world.code(0)
}

pub(super) unsafe extern "C" fn cancel(_ssl: *mut mbedtls_ssl_context) {
    world().come_back();
}

pub(super) unsafe extern "C" fn replay(_ctx: *mut c_void, _digest: *const c_uchar, _len: usize, _ms: u64) -> c_int {
    let world = world();
    world.come_back();
    world.code(0)
}

pub(super) unsafe extern "C" fn extension(
    _ctx: *mut c_void,
    _crt: *const mbedtls_x509_crt,
    _oid: *const ferrotls::capi::x509::mbedtls_x509_buf,
    _critical: c_int,
    p: *const c_uchar,
    end: *const c_uchar,
) -> c_int {
    let world = world();
    let len = unsafe { end.offset_from(p) } as usize;
    let _ = unsafe { std::slice::from_raw_parts(p, len) }
        .iter()
        .fold(0, |sum, byte| sum ^ byte);
    world.code(0)
}
