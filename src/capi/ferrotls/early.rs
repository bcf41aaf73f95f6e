//! Keying material that goes with early data.

use core::ffi::{c_char, c_int, c_uchar};

use crate::capi::guard::guard;
use crate::capi::ssl::errors::MBEDTLS_ERR_SSL_INTERNAL_ERROR;
use crate::capi::ssl::facts::{Material, export};
use crate::capi::ssl::types::mbedtls_ssl_context;

/// Derives a secret from the client's first flight, for use with the early data that follows it (RFC 8446 section 7.5): what
/// mbedtls_ssl_export_keying_material() is for the whole handshake. A client can from the moment it has written early data, a
/// server once it has taken it. The server's part is not in it yet: whoever sends a recorded flight again makes a server derive
/// the same secret again.
///
/// \param ssl          The context.
/// \param out          Where to put the secret.
/// \param key_len      Its length in bytes, at most 8160.
/// \param label        A label that sets this use apart.
/// \param label_len    Its length in bytes, at most 249.
/// \param context      More that sets this use apart; may be NULL if `context_len` is 0.
/// \param context_len  Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if there is no early data (yet) or the server has refused it, and for lengths
///          that are too long; another negative code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_export_early_keying_material(
    ssl: *mut mbedtls_ssl_context,
    out: *mut u8,
    key_len: usize,
    label: *const c_char,
    label_len: usize,
    context: *const c_uchar,
    context_len: usize,
) -> c_int {
    let request = Material {
        out,
        key_len,
        label,
        label_len,
        context,
        context_len,
        use_context: true,
    };
    // SAFETY: `ssl` is NULL or initialised; each buffer holds as many bytes as stated.
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || unsafe {
        export(ssl, &request, true)
    })
}
