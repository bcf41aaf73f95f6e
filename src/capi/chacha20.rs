//! `mbedtls/chacha20.h`: ChaCha20.

use super::guard::guard;
use super::ptr;
use super::self_test::{counted, hex};
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
    counter: u64,
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
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL or block number 2^32 - 1 is behind.
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
        // DEVIATION: 3.6.6 goes on with block 0 after the last, and so uses a key stream twice (CVE-2026-50584).
        if moved_on.apply(data).is_err() {
            return MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA;
        }
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
/// \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL or there are not so many blocks from `counter` on.
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
        match ChaCha20::new(&key, &nonce, counter).apply(data) {
            Ok(()) => 0,
            Err(_) => MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA,
        }
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_chacha20_self_test(verbose: c_int) -> c_int {
    /// RFC 8439, sections 2.3.2 and 2.4.2: nonce, number of the first block, plaintext, ciphertext; the key counts from 0.
    const ANSWERS: &[(&str, u32, &[u8], &str)] = &[
        (
            "000000090000004a00000000",
            1,
            &[0; 64],
            "10f1e7e4d13b5915500fdd1fa32071c4c7d1f4c733c068030422aa9ac3d46c4e\
             d2826446079faa0914c2d705d98b02a2b5129cd1de164eb9cbd083e8a2503c4e",
        ),
        (
            "000000000000004a00000000",
            1,
            b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
              sunscreen would be it.",
            "6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0b\
             f91b65c5524733ab8f593dabcd62b3571639d624e65152ab8f530c359f0861d8\
             07ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce91ab7793736\
             5af90bbf74a35be6b40b8eedf2785e42874d",
        ),
    ];
    guard(1, || {
        counted(verbose, "ChaCha20", ANSWERS, |(nonce, counter, plaintext, expected)| {
            let key = core::array::from_fn(|at| u8::try_from(at).unwrap_or(0));
            let mut data = plaintext.to_vec();
            hex(nonce).first_chunk().is_some_and(|nonce| {
                let done = ChaCha20::new(&key, nonce, *counter).apply(&mut data);
                done.is_ok() && data == hex(expected)
            })
        })
    })
}
