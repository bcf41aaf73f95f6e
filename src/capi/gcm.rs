//! `mbedtls/gcm.h`: GCM.

use super::cipher::{MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, info::block_algorithm, mbedtls_cipher_id_t};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::{owned, ptr, self_test};
use crate::crypto::cipher::{GcmKey, GcmStream};
use core::ffi::{c_int, c_uchar, c_uint};
use core::mem::MaybeUninit;

/// Decrypt.
pub const MBEDTLS_GCM_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_GCM_ENCRYPT: c_int = 1;
/// Entries of the table of multiples (without effect).
pub const MBEDTLS_GCM_HTABLE_SIZE: c_int = 16;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_GCM_AUTH_FAILED: c_int = -0x0012;
/// An argument is invalid.
pub const MBEDTLS_ERR_GCM_BAD_INPUT: c_int = -0x0014;
/// The output buffer is too small.
pub const MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL: c_int = -0x0016;

/// A GCM operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_gcm_context {
    /// Not to be touched.
    pub reserved: [u64; 53],
}

/// What a context owns.
pub(super) struct Gcm {
    pub(super) key: GcmKey,
    /// The message under way.
    stream: Option<GcmStream>,
    decrypts: bool,
}

impl Gcm {
    /// With a key and no message.
    pub(super) fn new(key: GcmKey) -> Self {
        Self {
            key,
            stream: None,
            decrypts: false,
        }
    }

    /// Starts a message; an error code, or 0.
    pub(super) fn start(&mut self, mode: c_int, nonce: Option<&[u8]>) -> c_int {
        let stream = match (nonce, mode) {
            (Some(nonce), MBEDTLS_GCM_ENCRYPT | MBEDTLS_GCM_DECRYPT) => GcmStream::new(&self.key, nonce).ok(),
            _ => None,
        };
        self.decrypts = mode == MBEDTLS_GCM_DECRYPT;
        self.stream = stream;
        if self.stream.is_some() {
            0
        } else {
            MBEDTLS_ERR_GCM_BAD_INPUT
        }
    }

    /// Takes associated data; an error code, or 0.
    pub(super) fn update_ad(&mut self, ad: &[u8]) -> c_int {
        match self.stream.as_mut().map(|stream| stream.aad(ad)) {
            Some(Ok(())) => 0,
            _ => MBEDTLS_ERR_GCM_BAD_INPUT,
        }
    }

    /// Encrypts or decrypts in place; an error code, or 0.
    pub(super) fn update(&mut self, data: &mut [u8]) -> c_int {
        let Some(stream) = self.stream.as_mut() else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        let done = if self.decrypts {
            stream.decrypt(&self.key, data)
        } else {
            stream.encrypt(&self.key, data)
        };
        if done.is_ok() { 0 } else { MBEDTLS_ERR_GCM_BAD_INPUT }
    }

    /// The tag, 4 to 16 bytes of it.
    pub(super) fn finish(&mut self, tag_len: usize) -> Result<[u8; 16], c_int> {
        match &self.stream {
            Some(stream) if (4..=16).contains(&tag_len) => Ok(stream.tag()),
            _ => Err(MBEDTLS_ERR_GCM_BAD_INPUT),
        }
    }
}

/// Whether output would overwrite input that is still to be read, if it were read from its start: 3.6 refuses that.
pub(super) fn runs_ahead(input: *const c_uchar, output: *const c_uchar, length: usize) -> bool {
    (output as usize)
        .checked_sub(input as usize)
        .is_some_and(|ahead| ahead != 0 && ahead < length)
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_init(ctx: *mut mbedtls_gcm_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_free(ctx: *mut mbedtls_gcm_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { owned::release::<Gcm, _>(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param cipher  A cipher with blocks of 16 bytes: AES, Camellia or ARIA.
/// \param key  The key.
/// \param keybits  Its length: 128, 192 or 256.
///
/// \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT for another cipher or length, or if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_setkey(
    ctx: *mut mbedtls_gcm_context,
    cipher: MaybeUninit<mbedtls_cipher_id_t>,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let Some(algorithm) = block_algorithm(ptr::enum_value(cipher), keybits) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        // SAFETY: C passes NULL or a key of this length.
        let key = unsafe { ptr::bytes(key, algorithm.key_len()) };
        let Some(Ok(key)) = key.filter(|_| !ctx.is_null()).map(|key| GcmKey::new(algorithm, key)) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        // SAFETY: C passes an initialised context.
        unsafe { owned::put(ctx, Gcm::new(key)) };
        0
    })
}

/// Encrypts or decrypts a message at once, and computes its tag. To check a tag, use mbedtls_gcm_auth_decrypt().
///
/// \param ctx  The context, with its key.
/// \param mode  MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, at least one byte. 12 bytes are the fast way.
/// \param add,add_len  Associated data.
/// \param input,output  The message; they may be the same.
/// \param tag_len  Length of the tag, 4 to 16.
/// \param tag  The tag.
///
/// \return  0, MBEDTLS_ERR_GCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_crypt_and_tag(
    ctx: *mut mbedtls_gcm_context,
    mode: c_int,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    add: *const c_uchar,
    add_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag_len: usize,
    tag: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Gcm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            crypt_and_tag(
                state,
                mode,
                (iv, iv_len),
                (add, add_len),
                (input, output, length),
                (tag, tag_len),
            )
        }
    })
}

/// [`mbedtls_gcm_crypt_and_tag`] with what the context owns.
///
/// # Safety
/// Each pointer must be NULL or have as many bytes as its length says.
pub(super) unsafe fn crypt_and_tag(
    state: Option<&mut Gcm>,
    mode: c_int,
    (iv, iv_len): (*const c_uchar, usize),
    (add, add_len): (*const c_uchar, usize),
    (input, output, length): (*const c_uchar, *mut c_uchar, usize),
    (tag, tag_len): (*mut c_uchar, usize),
) -> c_int {
    // SAFETY: the caller's promise.
    let (Some(nonce), Some(add)) = (unsafe {
        (
            ptr::apart(iv, iv_len, output, length),
            ptr::apart(add, add_len, output, length),
        )
    }) else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    // DEVIATION: 3.6 looks at the length of the tag last, and leaves the output of the message behind.
    if nonce.is_empty() || !(4..=16).contains(&tag_len) || tag.is_null() || runs_ahead(input, output, length) {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    }
    let Some(state) = state else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise.
    let Some(data) = (unsafe { ptr::moved(input, output, length) }) else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    let mut made = [0; 16];
    let done = if mode == MBEDTLS_GCM_ENCRYPT {
        state
            .key
            .seal(&nonce, &add, data, &mut made)
            .map_err(|_| MBEDTLS_ERR_GCM_BAD_INPUT)
    } else {
        in_parts(state, mode, &nonce, &add, data).map(|tag| made = tag)
    };
    if let Err(code) = done {
        return code;
    }
    // SAFETY: `tag_len` bytes are writable by the caller's promise.
    unsafe { ptr::copy_out(made.get(..tag_len).unwrap_or(&made), tag) };
    0
}

/// A message through the functions for parts.
fn in_parts(state: &mut Gcm, mode: c_int, nonce: &[u8], add: &[u8], data: &mut [u8]) -> Result<[u8; 16], c_int> {
    for code in [state.start(mode, Some(nonce)), state.update_ad(add), state.update(data)] {
        if code != 0 {
            return Err(code);
        }
    }
    state.finish(16)
}

/// Decrypts a message at once, if its tag is right.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, at least one byte. 12 bytes are the fast way.
/// \param add,add_len  Associated data.
/// \param tag,tag_len  The tag, 4 to 16 bytes.
/// \param input,output  The message; they may be the same.
///
/// \return  0, MBEDTLS_ERR_GCM_AUTH_FAILED if the tag is wrong (the output is wiped then), MBEDTLS_ERR_GCM_BAD_INPUT for
/// other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_auth_decrypt(
    ctx: *mut mbedtls_gcm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    add: *const c_uchar,
    add_len: usize,
    tag: *const c_uchar,
    tag_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Gcm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            auth_decrypt(
                state,
                (iv, iv_len),
                (add, add_len),
                (tag, tag_len),
                (input, output, length),
            )
        }
    })
}

/// [`mbedtls_gcm_auth_decrypt`] with what the context owns.
///
/// # Safety
/// As for [`crypt_and_tag`].
pub(super) unsafe fn auth_decrypt(
    state: Option<&mut Gcm>,
    (iv, iv_len): (*const c_uchar, usize),
    (add, add_len): (*const c_uchar, usize),
    (tag, tag_len): (*const c_uchar, usize),
    (input, output, length): (*const c_uchar, *mut c_uchar, usize),
) -> c_int {
    // SAFETY: the caller's promise.
    let given = unsafe {
        let beside = |data, len| ptr::apart(data, len, output, length);
        (beside(iv, iv_len), beside(add, add_len), ptr::bytes(tag, tag_len))
    };
    let (Some(nonce), Some(add), Some(given_tag)) = given else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    // DEVIATION: 3.6 looks at the length of the tag last, and leaves plaintext that nobody authenticated behind.
    if nonce.is_empty() || !(4..=16).contains(&tag_len) || runs_ahead(input, output, length) {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    }
    // The tag is copied, as it may stand where the output goes.
    let mut copy = [0; 16];
    let Some(copy) = copy.get_mut(..tag_len) else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    copy.copy_from_slice(given_tag);
    let Some(state) = state else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise.
    let Some(data) = (unsafe { ptr::moved(input, output, length) }) else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    match state.key.open(&nonce, &add, data, copy) {
        Ok(()) => 0,
        Err(_) => MBEDTLS_ERR_GCM_AUTH_FAILED,
    }
}

/// Starts a message that comes in parts.
///
/// \param ctx  The context, with its key.
/// \param mode  MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
/// \param iv,iv_len  The nonce, at least one byte.
///
/// \return  0, MBEDTLS_ERR_GCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_starts(
    ctx: *mut mbedtls_gcm_context,
    mode: c_int,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if iv_len == 0 {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        }
        // SAFETY: C passes NULL or an initialised context, and NULL or `iv_len` bytes.
        match unsafe { (owned::get::<Gcm, _>(ctx), ptr::bytes(iv, iv_len)) } {
            (Some(state), nonce) => state.start(mode, nonce),
            (None, _) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// Takes more associated data.
///
/// \param ctx  The context, with a message started and no data of it yet.
/// \param add,add_len  Associated data.
///
/// \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT if it does not belong here or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_update_ad(
    ctx: *mut mbedtls_gcm_context,
    add: *const c_uchar,
    add_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `add_len` bytes.
        match unsafe { (owned::get::<Gcm, _>(ctx), ptr::bytes(add, add_len)) } {
            (Some(state), Some(add)) => state.update_ad(add),
            _ => MBEDTLS_ERR_GCM_BAD_INPUT,
        }
    })
}

/// Encrypts or decrypts more of a message.
///
/// \param ctx  The context, with a message started.
/// \param input,input_length  More of the message.
/// \param output,output_size  Where the output goes, and the room there. It may be the same as the input.
/// \param output_length  Bytes put out: `input_length`.
///
/// \return  0, MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL if there is no room, or MBEDTLS_ERR_GCM_BAD_INPUT if the message gets too
/// long, none was started, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_update(
    ctx: *mut mbedtls_gcm_context,
    input: *const c_uchar,
    input_length: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_length: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if output_size < input_length {
            return MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL;
        }
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(output_length, input_length) };
        if input_length == 0 {
            return 0;
        }
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Gcm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe { update(state, input, input_length, output) }
    })
}

/// [`mbedtls_gcm_update`] with what the context owns, and room in the output.
///
/// # Safety
/// `input` and `output` must be NULL or `length` bytes.
pub(super) unsafe fn update(
    state: Option<&mut Gcm>,
    input: *const c_uchar,
    length: usize,
    output: *mut c_uchar,
) -> c_int {
    let Some(state) = state.filter(|state| state.stream.is_some() && !runs_ahead(input, output, length)) else {
        return MBEDTLS_ERR_GCM_BAD_INPUT;
    };
    // SAFETY: the caller's promise.
    match unsafe { ptr::moved(input, output, length) } {
        Some(data) => state.update(data),
        None => MBEDTLS_ERR_GCM_BAD_INPUT,
    }
}

/// Ends a message.
///
/// \param ctx  The context, with a message started.
/// \param output,output_size  Not used: all data was put out already.
/// \param output_length  0.
/// \param tag,tag_len  The tag, 4 to 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT for other lengths, if no message was started, or `tag` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_gcm_finish(
    ctx: *mut mbedtls_gcm_context,
    output: *mut c_uchar,
    output_size: usize,
    output_length: *mut usize,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    let _ = (output, output_size);
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(output_length, 0) };
        // SAFETY: C passes NULL or an initialised context.
        let Some(state) = (unsafe { owned::get::<Gcm, _>(ctx) }).filter(|_| !tag.is_null()) else {
            return MBEDTLS_ERR_GCM_BAD_INPUT;
        };
        match state.finish(tag_len) {
            Ok(made) => {
                // SAFETY: C passes `tag_len` bytes.
                unsafe { ptr::copy_out(made.get(..tag_len).unwrap_or(&made), tag) };
                0
            }
            Err(code) => code,
        }
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_gcm_self_test(verbose: c_int) -> c_int {
    guard(1, || self_test::gcm::gcm(verbose))
}
