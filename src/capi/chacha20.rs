//! `mbedtls/chacha20.h`: ChaCha20.

use super::guard::guard;
use super::ptr;
use crate::crypto::cipher::ChaCha20;
use core::ffi::{c_int, c_uchar};

/// An argument is invalid.
pub const MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: c_int = -0x0051;

/// A ChaCha20 key stream.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_chacha20_context {
    /// Not to be touched.
    pub reserved: [u64; 17],
}

/// What stands at the start of a context: the stream by value, so that the context may be copied as bytes.
#[repr(C)]
#[derive(Clone, Copy)]
struct Stream {
    key: [u8; 32],
    nonce: [u8; 12],
    counter: u32,
    block: [u8; 64],
    used: u64,
}

impl Stream {
    /// The stream, to be moved on.
    fn load(&self) -> ChaCha20 {
        ChaCha20 {
            key: self.key,
            nonce: self.nonce,
            counter: self.counter,
            block: self.block,
            used: usize::try_from(self.used).unwrap_or(64).min(64),
        }
    }

    /// Keeps where the stream is now.
    fn keep(&mut self, stream: &ChaCha20) {
        self.counter = stream.counter;
        self.block = stream.block;
        self.used = u64::try_from(stream.used).unwrap_or(64);
    }
}

/// The stream in a context; `None` for NULL.
///
/// # Safety
/// `ctx` must be NULL or an initialised context, used by nothing else while the reference lives.
unsafe fn stream<'a>(ctx: *mut mbedtls_chacha20_context) -> Option<&'a mut Stream> {
    const { assert!(size_of::<mbedtls_chacha20_context>() >= size_of::<Stream>()) };
    // SAFETY: a context is large enough and aligned, and any bytes are allowed.
    unsafe { ptr::as_mut(ctx.cast()) }
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_init(ctx: *mut mbedtls_chacha20_context) {
    guard((), || {
        // SAFETY: C passes NULL or a context of this size, which owns nothing.
        unsafe { ptr::zero(ctx) };
        // SAFETY: initialised just now.
        if let Some(stream) = unsafe { stream(ctx) } {
            stream.used = 64;
        }
    });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_free(ctx: *mut mbedtls_chacha20_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context, which may be copied as bytes.
/// \param key  The key, 32 bytes.
///
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_setkey(ctx: *mut mbedtls_chacha20_context, key: *const c_uchar) -> c_int {
    guard(MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or 32 bytes.
        let (Some(stream), Some(key)) = (unsafe { (stream(ctx), ptr::array(key)) }) else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        stream.key = key;
        0
    })
}

/// Starts a key stream.
///
/// \param ctx  The context, with its key.
/// \param nonce  The nonce, 12 bytes.
/// \param counter  Number of the first block.
///
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_starts(
    ctx: *mut mbedtls_chacha20_context,
    nonce: *const c_uchar,
    counter: u32,
) -> c_int {
    guard(MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or 12 bytes.
        let (Some(stream), Some(nonce)) = (unsafe { (stream(ctx), ptr::array(nonce)) }) else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        stream.keep(&ChaCha20::new(&stream.key, &nonce, counter));
        stream.nonce = nonce;
        0
    })
}

/// Encrypts or decrypts, which is the same, with the next bytes of the stream.
///
/// \param ctx  The context, started.
/// \param size  Bytes.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_update(
    ctx: *mut mbedtls_chacha20_context,
    size: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `size` bytes each.
        let (Some(stream), Some(data)) = (unsafe { (stream(ctx), ptr::moved(input, output, size)) }) else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        let mut moved_on = stream.load();
        moved_on.apply(data);
        stream.keep(&moved_on);
        0
    })
}

/// Encrypts or decrypts at once.
///
/// \param key,nonce,counter  32 bytes, 12 bytes, number of the first block.
/// \param size  Bytes.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chacha20_crypt(
    key: *const c_uchar,
    nonce: *const c_uchar,
    counter: u32,
    size: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or as many bytes as each has.
        let given = unsafe { (ptr::array(key), ptr::array(nonce), ptr::moved(input, output, size)) };
        let (Some(key), Some(nonce), Some(data)) = given else {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        };
        ChaCha20::new(&key, &nonce, counter).apply(data);
        0
    })
}
