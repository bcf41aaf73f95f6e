//! `mbedtls/ccm.h`: CCM.

use super::cipher::{MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, info::block_algorithm, mbedtls_cipher_id_t};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::self_test::{hex, listed};
use super::{owned, ptr};
use crate::crypto::cipher::{BlockAlgorithm, CcmKey, CcmStream};
use core::ffi::{c_int, c_uchar, c_uint};
use core::mem::MaybeUninit;
use std::borrow::Cow;

/// Decrypt.
pub const MBEDTLS_CCM_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_CCM_ENCRYPT: c_int = 1;
/// Decrypt as CCM*.
pub const MBEDTLS_CCM_STAR_DECRYPT: c_int = 2;
/// Encrypt as CCM*.
pub const MBEDTLS_CCM_STAR_ENCRYPT: c_int = 3;
/// An argument is invalid.
pub const MBEDTLS_ERR_CCM_BAD_INPUT: c_int = -0x000D;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_CCM_AUTH_FAILED: c_int = -0x000F;

/// A CCM operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ccm_context {
    /// Not to be touched.
    pub reserved: [u64; 22],
}

/// The least length of associated data that 3.6 does not take.
const MAX_AD_LEN: usize = 0xff00;

/// What a context owns.
pub(super) struct Ccm {
    pub(super) key: CcmKey,
    /// Mode and nonce, once they are set.
    started: Option<(c_int, Vec<u8>)>,
    /// Lengths of associated data, data and tag, once they are set.
    lengths: Option<(usize, usize, usize)>,
    /// The message under way, from when both are.
    stream: Option<CcmStream>,
}

impl Ccm {
    /// With a key and no message.
    pub(super) fn new(key: CcmKey) -> Self {
        Self {
            key,
            started: None,
            lengths: None,
            stream: None,
        }
    }

    /// Sets mode and nonce; an error code, or 0.
    pub(super) fn start(&mut self, mode: c_int, nonce: &[u8]) -> c_int {
        if !(7..=13).contains(&nonce.len()) {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        self.started = Some((mode, nonce.to_vec()));
        self.begin()
    }

    /// Sets the lengths; an error code, or 0.
    pub(super) fn set_lengths(&mut self, ad_len: usize, data_len: usize, tag_len: usize) -> c_int {
        if tag_len == 2 || tag_len > 16 || !tag_len.is_multiple_of(2) || ad_len >= MAX_AD_LEN {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        self.lengths = Some((ad_len, data_len, tag_len));
        self.begin()
    }

    /// Starts the message when all is known.
    fn begin(&mut self) -> c_int {
        self.stream = None;
        let (Some((mode, nonce)), Some((ad_len, data_len, tag_len))) = (&self.started, self.lengths) else {
            return 0;
        };
        let star = matches!(*mode, MBEDTLS_CCM_STAR_ENCRYPT | MBEDTLS_CCM_STAR_DECRYPT);
        let data_len = if tag_len == 0 { 0 } else { data_len };
        self.stream = CcmStream::new(&self.key, nonce, ad_len, data_len, tag_len).ok();
        if self.stream.is_some() && (tag_len > 0 || star) {
            return 0;
        }
        (self.started, self.lengths, self.stream) = (None, None, None);
        MBEDTLS_ERR_CCM_BAD_INPUT
    }

    /// Encrypts or decrypts in place; an error code, or 0.
    pub(super) fn update(&mut self, data: &mut [u8]) -> c_int {
        let (Some(stream), Some((mode, _))) = (&mut self.stream, &self.started) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        let done = match *mode {
            MBEDTLS_CCM_ENCRYPT | MBEDTLS_CCM_STAR_ENCRYPT => stream.encrypt(&self.key, data),
            _ => stream.decrypt(&self.key, data),
        };
        if done.is_ok() { 0 } else { MBEDTLS_ERR_CCM_BAD_INPUT }
    }
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_init(ctx: *mut mbedtls_ccm_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_free(ctx: *mut mbedtls_ccm_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { owned::release::<Ccm, _>(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param cipher  A cipher with blocks of 16 bytes: AES, Camellia or ARIA.
/// \param key  The key.
/// \param keybits  Its length: 128, 192 or 256.
///
/// \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT for another cipher or length, or if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_setkey(
    ctx: *mut mbedtls_ccm_context,
    cipher: MaybeUninit<mbedtls_cipher_id_t>,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let Some(algorithm) = block_algorithm(ptr::enum_value(cipher), keybits) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: C passes NULL or a key of this length.
        let key = unsafe { ptr::bytes(key, algorithm.key_len()) };
        let Some(Ok(key)) = key.filter(|_| !ctx.is_null()).map(|key| CcmKey::new(algorithm, key)) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: C passes an initialised context.
        unsafe { owned::put(ctx, Ccm::new(key)) };
        0
    })
}

/// Encrypts a message at once.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
/// \param ad,ad_len  Associated data, less than 65280 bytes.
/// \param input,output  The message; they may be the same.
/// \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes.
///
/// \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_encrypt_and_tag(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Ccm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            seal(
                state,
                false,
                (iv, iv_len),
                (ad, ad_len),
                (input, output, length),
                (tag, tag_len),
            )
        }
    })
}

/// Encrypts a message at once. CCM* may have no tag.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
/// \param ad,ad_len  Associated data, less than 65280 bytes.
/// \param input,output  The message; they may be the same.
/// \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes, or none.
///
/// \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_star_encrypt_and_tag(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Ccm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            seal(
                state,
                true,
                (iv, iv_len),
                (ad, ad_len),
                (input, output, length),
                (tag, tag_len),
            )
        }
    })
}

/// Decrypts a message at once, if its tag is right.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
/// \param ad,ad_len  Associated data, less than 65280 bytes.
/// \param input,output  The message; they may be the same.
/// \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes.
///
/// \return  0, MBEDTLS_ERR_CCM_AUTH_FAILED if the tag is wrong (the output is wiped then),
/// MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_auth_decrypt(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Ccm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            open(
                state,
                false,
                (iv, iv_len),
                (ad, ad_len),
                (input, output, length),
                (tag, tag_len),
            )
        }
    })
}

/// Decrypts a message at once, if its tag is right. CCM* may have no tag.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
/// \param ad,ad_len  Associated data, less than 65280 bytes.
/// \param input,output  The message; they may be the same.
/// \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes, or none.
///
/// \return  0, MBEDTLS_ERR_CCM_AUTH_FAILED if the tag is wrong (the output is wiped then),
/// MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_star_auth_decrypt(
    ctx: *mut mbedtls_ccm_context,
    length: usize,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Ccm, _>(ctx) };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe {
            open(
                state,
                true,
                (iv, iv_len),
                (ad, ad_len),
                (input, output, length),
                (tag, tag_len),
            )
        }
    })
}

/// Nonce, additional data, and the message where its result goes.
type Job<'a> = (Cow<'a, [u8]>, Cow<'a, [u8]>, &'a mut [u8]);

/// What both ways have in common: the arguments looked at, and the message where it goes. An error code otherwise.
///
/// # Safety
/// Each pointer must be NULL or have as many bytes as its length says.
unsafe fn message<'a>(
    star: bool,
    (iv, iv_len): (*const c_uchar, usize),
    (ad, ad_len): (*const c_uchar, usize),
    (input, output, length): (*const c_uchar, *mut c_uchar, usize),
    tag_len: usize,
) -> Result<Job<'a>, c_int> {
    // SAFETY: the caller's promise.
    let given = unsafe {
        (
            ptr::apart(iv, iv_len, output, length),
            ptr::apart(ad, ad_len, output, length),
        )
    };
    let (Some(nonce), Some(ad)) = given else {
        return Err(MBEDTLS_ERR_CCM_BAD_INPUT);
    };
    let wrong_tag = tag_len == 2 || tag_len > 16 || !tag_len.is_multiple_of(2) || (tag_len == 0 && !star);
    let Some(size_len) = 15usize.checked_sub(nonce.len()).filter(|len| (2..=8).contains(len)) else {
        return Err(MBEDTLS_ERR_CCM_BAD_INPUT);
    };
    let too_long = tag_len > 0 && size_len < 8 && length >> (8 * size_len) != 0;
    if wrong_tag || too_long || ad.len() >= MAX_AD_LEN {
        return Err(MBEDTLS_ERR_CCM_BAD_INPUT);
    }
    // SAFETY: the caller's promise.
    let data = unsafe { ptr::moved(input, output, length) }.ok_or(MBEDTLS_ERR_CCM_BAD_INPUT)?;
    Ok((nonce, ad, data))
}

/// [`mbedtls_ccm_encrypt_and_tag`] with what the context owns.
///
/// # Safety
/// As for [`message`].
pub(super) unsafe fn seal(
    state: Option<&mut Ccm>,
    star: bool,
    iv: (*const c_uchar, usize),
    ad: (*const c_uchar, usize),
    data: (*const c_uchar, *mut c_uchar, usize),
    (tag, tag_len): (*mut c_uchar, usize),
) -> c_int {
    let Some(state) = state else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    if tag.is_null() && tag_len > 0 {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    }
    // SAFETY: the caller's promise is the same.
    let (nonce, ad, data) = match unsafe { message(star, iv, ad, data, tag_len) } {
        Ok(message) => message,
        Err(code) => return code,
    };
    let mut made = [0; 16];
    let Some(made) = made.get_mut(..tag_len) else {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    };
    if state.key.seal(&nonce, &ad, data, made).is_err() {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    }
    // SAFETY: `tag_len` bytes are writable by the caller's promise; `data` is no longer used.
    unsafe { ptr::copy_out(made, tag) };
    0
}

/// [`mbedtls_ccm_auth_decrypt`] with what the context owns.
///
/// # Safety
/// As for [`message`].
pub(super) unsafe fn open(
    state: Option<&mut Ccm>,
    star: bool,
    iv: (*const c_uchar, usize),
    ad: (*const c_uchar, usize),
    data: (*const c_uchar, *mut c_uchar, usize),
    (tag, tag_len): (*const c_uchar, usize),
) -> c_int {
    let Some(state) = state else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise. The tag is copied, as it may stand where the output goes.
    let Some(tag) = (unsafe { ptr::bytes(tag, tag_len) })
        .filter(|tag| tag.len() <= 16)
        .map(<[u8]>::to_vec)
    else {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    };
    // SAFETY: the caller's promise is the same.
    let (nonce, ad, data) = match unsafe { message(star, iv, ad, data, tag_len) } {
        Ok(message) => message,
        Err(code) => return code,
    };
    match state.key.open(&nonce, &ad, data, &tag) {
        Ok(()) => 0,
        Err(_) => MBEDTLS_ERR_CCM_AUTH_FAILED,
    }
}

/// Starts a message that comes in parts. mbedtls_ccm_set_lengths() must be called too, before or after.
///
/// \param ctx  The context, with its key.
/// \param mode  MBEDTLS_CCM_ENCRYPT, MBEDTLS_CCM_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT or MBEDTLS_CCM_STAR_DECRYPT.
/// \param iv,iv_len  The nonce, 7 to 13 bytes.
///
/// \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_starts(
    ctx: *mut mbedtls_ccm_context,
    mode: c_int,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if !(7..=13).contains(&iv_len) {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: C passes NULL or an initialised context, and NULL or `iv_len` bytes.
        match unsafe { (owned::get::<Ccm, _>(ctx), ptr::bytes(iv, iv_len)) } {
            (Some(state), Some(nonce)) => state.start(mode, nonce),
            (Some(_), None) => MBEDTLS_ERR_CCM_BAD_INPUT,
            (None, _) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// Announces the lengths of a message that comes in parts.
///
/// \param ctx  The context, with its key.
/// \param total_ad_len  Bytes of associated data, less than 65280.
/// \param plaintext_len  Bytes of the message.
/// \param tag_len  Bytes of the tag: 4, 6, 8, 10, 12, 14 or 16; for CCM* also 0.
///
/// \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_set_lengths(
    ctx: *mut mbedtls_ccm_context,
    total_ad_len: usize,
    plaintext_len: usize,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        match unsafe { owned::get::<Ccm, _>(ctx) } {
            Some(state) => state.set_lengths(total_ad_len, plaintext_len, tag_len),
            None => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// Takes more associated data.
///
/// \param ctx  The context, with a message started and no data of it yet.
/// \param ad,ad_len  Associated data.
///
/// \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if it is more than announced, does not belong here, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_update_ad(
    ctx: *mut mbedtls_ccm_context,
    ad: *const c_uchar,
    ad_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `ad_len` bytes.
        let (Some(state), Some(ad)) = (unsafe { (owned::get::<Ccm, _>(ctx), ptr::bytes(ad, ad_len)) }) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        if ad.is_empty() {
            return 0;
        }
        match state.stream.as_mut().map(|stream| stream.aad(&state.key, ad)) {
            Some(Ok(())) => 0,
            _ => MBEDTLS_ERR_CCM_BAD_INPUT,
        }
    })
}

/// Encrypts or decrypts more of a message.
///
/// \param ctx  The context, with a message started and all of its associated data taken.
/// \param input,input_len  More of the message.
/// \param output,output_size  Where the output goes, and the room there. It may be the same as the input.
/// \param output_len  Bytes put out: `input_len`.
///
/// \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if it is more than announced, there is no room, no message was started, or a
/// pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_update(
    ctx: *mut mbedtls_ccm_context,
    input: *const c_uchar,
    input_len: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = unsafe { owned::get::<Ccm, _>(ctx) };
        if output_size < input_len {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        // SAFETY: C passes NULL or as many bytes as it says.
        let ret = unsafe { update(state, input, input_len, output) };
        if ret == 0 {
            // SAFETY: C passes NULL or a number.
            unsafe { ptr::store(output_len, input_len) };
        }
        ret
    })
}

/// [`mbedtls_ccm_update`] with what the context owns, and room in the output.
///
/// # Safety
/// `input` and `output` must be NULL or `length` bytes.
pub(super) unsafe fn update(
    state: Option<&mut Ccm>,
    input: *const c_uchar,
    length: usize,
    output: *mut c_uchar,
) -> c_int {
    let fits = |state: &Ccm| match (&state.stream, state.lengths) {
        (Some(stream), Some((_, _, tag_len))) => tag_len == 0 || length <= stream.missing().1,
        _ => false,
    };
    let Some(state) = state.filter(|state| fits(state)) else {
        return MBEDTLS_ERR_CCM_BAD_INPUT;
    };
    // SAFETY: the caller's promise.
    match unsafe { ptr::moved(input, output, length) } {
        Some(data) => state.update(data),
        None => MBEDTLS_ERR_CCM_BAD_INPUT,
    }
}

/// Ends a message.
///
/// \param ctx  The context, with a message started and all that was announced taken.
/// \param tag,tag_len  The tag, as long as announced; NULL is allowed.
///
/// \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if something is missing, no message was started, or the length is another.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ccm_finish(ctx: *mut mbedtls_ccm_context, tag: *mut c_uchar, tag_len: usize) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let Some(state) = (unsafe { owned::get::<Ccm, _>(ctx) }) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        let (Some(stream), Some((_, _, announced))) = (&mut state.stream, state.lengths) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        if announced != tag_len {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        }
        let Ok(made) = stream.tag(&state.key) else {
            return MBEDTLS_ERR_CCM_BAD_INPUT;
        };
        // SAFETY: C passes NULL or `tag_len` bytes.
        unsafe { ptr::copy_out(made.get(..tag_len).unwrap_or(&made), tag) };
        (state.started, state.lengths, state.stream) = (None, None, None);
        0
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ccm_self_test(verbose: c_int) -> c_int {
    /// NIST SP 800-38C, examples 1 to 3: lengths of nonce, associated data, data and tag; ciphertext and tag. All of them
    /// count: the key from 0x40, the nonce from 0x10, associated data from 0, data from 0x20.
    const ANSWERS: &[(usize, usize, usize, usize, &str)] = &[
        (7, 8, 4, 4, "7162015b4dac255d"),
        (8, 16, 16, 6, "d2a1f0e051ea5f62081a7792073d593d1fc64fbfaccd"),
        (
            12,
            20,
            24,
            8,
            "e3b201a9f5b71a7a9b1ceaeccd97e70b6176aad9a4428aa5484392fbc1b09951",
        ),
    ];
    guard(1, || {
        listed(
            verbose,
            "CCM-AES",
            ANSWERS,
            |(nonce_len, ad_len, data_len, tag_len, expected)| {
                let count = |from: u8, len: usize| (from..).take(len).collect::<Vec<u8>>();
                let Ok(key) = CcmKey::new(BlockAlgorithm::Aes128, &count(0x40, 16)) else {
                    return false;
                };
                let (nonce, ad) = (count(0x10, *nonce_len), count(0, *ad_len));
                let (mut data, mut tag) = (count(0x20, *data_len), vec![0; *tag_len]);
                let sealed = key.seal(&nonce, &ad, &mut data, &mut tag).is_ok();
                let right = sealed && [&data[..], &tag].concat() == hex(expected);
                right && key.open(&nonce, &ad, &mut data, &tag).is_ok() && data == count(0x20, *data_len)
            },
        )
    })
}
