//! Data in parts: mbedtls_cipher_update(), mbedtls_cipher_finish(), and mbedtls_cipher_crypt() over them.

use super::context::{mbedtls_cipher_reset, mbedtls_cipher_set_iv};
use super::state::{Body, State, state, unavailable};
use super::{
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED,
    MBEDTLS_ERR_CIPHER_INVALID_PADDING, mbedtls_cipher_context_t, mbedtls_cipher_mode_t as Mode, mbedtls_operation_t,
};
use crate::capi::aes::MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH;
use crate::capi::chachapoly::MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::{gcm, ptr};
use crate::crypto::cipher::{Mode as RunningMode, Running, RunningError};
use core::ffi::{c_int, c_uchar};
use subtle::{Choice, ConditionallySelectable as _};

/// Encrypts or decrypts more data.
///
/// \param ctx  The context, with its key and initialization vector.
/// \param input,ilen  The data. With ECB it must be one block, with XTS a whole data unit.
/// \param output  Where the output goes, with room for `ilen` bytes and a block. It may be the same as the input if nothing waits
/// for the rest of its block and `ilen` is whole blocks.
/// \param olen  Bytes put out.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED if ECB is given another length, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if the
/// mode takes whole messages only, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other faults, or the code of the cipher's own
/// header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_update(
    ctx: *mut mbedtls_cipher_context_t,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let (state, operation) = match unsafe { state(ctx) } {
            Ok(found) => found,
            Err(code) => return code,
        };
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(olen, 0) };
        // SAFETY: C passes NULL or as many bytes as it says.
        match unsafe { update(state, operation, input, ilen, output) } {
            Ok(len) => {
                // SAFETY: C passes NULL or a number.
                unsafe { ptr::store(olen, len) };
                0
            }
            Err(code) => code,
        }
    })
}

/// [`mbedtls_cipher_update`] with what the context owns: bytes put out, or an error code.
///
/// # Safety
/// `input` must be NULL or `ilen` bytes, `output` NULL or room for as many and a block.
unsafe fn update(
    state: &mut State,
    operation: mbedtls_operation_t,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> Result<usize, c_int> {
    let block_len = state.cipher.block_len();
    let mode = state.cipher.mode;
    if mode == Mode::MBEDTLS_MODE_ECB && ilen != block_len {
        return Err(MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED);
    }
    let code = |code: c_int| if code == 0 { Ok(ilen) } else { Err(code) };
    let same = core::ptr::eq(input, output);
    match &mut state.body {
        Body::Gcm(_) if ilen == 0 => Ok(0),
        // SAFETY: the caller's promise.
        Body::Gcm(state) => code(unsafe { gcm::update(Some(state), input, ilen, output) }),
        Body::Ccm(state) if mode == Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG => {
            // SAFETY: the caller's promise.
            code(unsafe { crate::capi::ccm::update(Some(state), input, ilen, output) })
        }
        Body::ChaChaPoly(_, message) => {
            let message = message.as_mut().ok_or(MBEDTLS_ERR_CHACHAPOLY_BAD_STATE)?;
            // SAFETY: the caller's promise.
            let data = unsafe { ptr::moved(input, output, ilen) }.ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
            let done = match operation {
                mbedtls_operation_t::MBEDTLS_ENCRYPT => message.encrypt(data),
                _ => message.decrypt(data),
            };
            done.map(|()| ilen).map_err(|_| MBEDTLS_ERR_CHACHAPOLY_BAD_STATE)
        }
        Body::ChaCha(stream) => {
            // SAFETY: the caller's promise.
            let data = unsafe { ptr::moved(input, output, ilen) }.ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
            match stream.apply(data) {
                Ok(()) => Ok(ilen),
                Err(_) => Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
            }
        }
        Body::Block(running) => {
            if mode != Mode::MBEDTLS_MODE_ECB && same && (running.waiting() != 0 || !ilen.is_multiple_of(block_len)) {
                return Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA);
            }
            // SAFETY: the caller's promise.
            unsafe { run(running, input, ilen, output) }
        }
        _ if same && !ilen.is_multiple_of(block_len) => Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
        Body::Xts(keys) => {
            if !(16..=16 << 20).contains(&ilen) {
                return Err(MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH);
            }
            // SAFETY: the caller's promise.
            let unit = unsafe { ptr::moved(input, output, ilen) }.ok_or(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA)?;
            let done = match operation {
                mbedtls_operation_t::MBEDTLS_ENCRYPT => keys.encrypt(state.iv, unit),
                _ => keys.decrypt(state.iv, unit),
            };
            done.map(|()| ilen).map_err(|_| MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH)
        }
        body => Err(unavailable(body)),
    }
}

/// [`update`] of a mode of a block cipher.
///
/// # Safety
/// As for [`update`].
unsafe fn run(running: &mut Running, input: *const c_uchar, ilen: usize, output: *mut c_uchar) -> Result<usize, c_int> {
    const BAD: c_int = MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    let in_place = running.mode().is_stream() || (running.waiting() == 0 && ilen.is_multiple_of(running.block_len()));
    let done = if in_place && running.output_len(ilen) == ilen {
        // SAFETY: the caller's promise.
        running.update_in_place(unsafe { ptr::moved(input, output, ilen) }.ok_or(BAD)?)
    } else {
        let len = running.output_len(ilen);
        // SAFETY: the caller's promise; the input is copied where the output would overwrite it.
        let input = unsafe { ptr::apart(input, ilen, output, len) }.ok_or(BAD)?;
        // SAFETY: the caller's promise; bytes of any value are allowed, and each is written before it is read.
        let room = unsafe { ptr::cleared(output, len) }.ok_or(BAD)?;
        running.update(&input, room)
    };
    done.map_err(|error| match error {
        RunningError::PartOfBlock => MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED,
        RunningError::NoRoom | RunningError::Unspecified => BAD,
    })
}

/// Ends the data: CBC adds the padding and puts out the last block, or takes the padding off.
///
/// \param ctx  The context.
/// \param output  Where the output goes, with room for a block.
/// \param olen  Bytes put out.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED if the data ends with part of a block, MBEDTLS_ERR_CIPHER_INVALID_PADDING if
/// the padding is wrong, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if the mode takes whole messages only, or
/// MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if no padding was chosen or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_finish(
    ctx: *mut mbedtls_cipher_context_t,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    let mut wrong = 0usize;
    // SAFETY: C passes what the other function is passed; the number is ours.
    let ret = unsafe { mbedtls_cipher_finish_padded(ctx, output, olen, &raw mut wrong) };
    if ret != 0 {
        return ret;
    }
    padding_code(wrong)
}

/// 0, or the code of a wrong padding: without a branch, which could be timed.
fn padding_code(wrong: usize) -> c_int {
    i32::conditional_select(&0, &MBEDTLS_ERR_CIPHER_INVALID_PADDING, Choice::from((wrong & 1) as u8))
}

/// As mbedtls_cipher_finish(), for callers who must not show by the time they take whether the padding was wrong.
///
/// \param ctx,output,olen  As for mbedtls_cipher_finish().
/// \param invalid_padding  All ones if the padding is wrong, 0 if not.
///
/// \return  As mbedtls_cipher_finish(), but 0 if the padding is wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_finish_padded(
    ctx: *mut mbedtls_cipher_context_t,
    output: *mut c_uchar,
    olen: *mut usize,
    invalid_padding: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let (state, _) = match unsafe { state(ctx) } {
            Ok(found) => found,
            Err(code) => return code,
        };
        // SAFETY: C passes NULL or numbers.
        unsafe {
            ptr::store(olen, 0);
            ptr::store(invalid_padding, 0);
        }
        match state.cipher.mode {
            Mode::MBEDTLS_MODE_CBC if state.padding.is_none() => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
            Mode::MBEDTLS_MODE_CCM | Mode::MBEDTLS_MODE_KW | Mode::MBEDTLS_MODE_KWP => {
                return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE;
            }
            _ => {}
        }
        let running = match &mut state.body {
            Body::Block(running) if !running.mode().is_stream() && running.mode() != RunningMode::Ecb => running,
            Body::Keyless if state.cipher.mode == Mode::MBEDTLS_MODE_CBC => {
                return MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED;
            }
            _ => return 0,
        };
        let mut block = zeroize::Zeroizing::new([0; 16]);
        match running.finish(&mut *block) {
            Ok((len, wrong)) => {
                let made = if running.finishes_with_a_block() {
                    running.block_len()
                } else {
                    0
                };
                if made > 0 && output.is_null() {
                    return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
                }
                // SAFETY: C passes NULL, or room for a block and numbers.
                unsafe {
                    ptr::copy_out(block.get(..made).unwrap_or_default(), output);
                    ptr::store(olen, len);
                    ptr::store(invalid_padding, usize::from(wrong.unwrap_u8()).wrapping_neg());
                }
                0
            }
            Err(RunningError::PartOfBlock) => MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED,
            Err(RunningError::NoRoom | RunningError::Unspecified) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// Encrypts or decrypts a message at once.
///
/// \param ctx  The context, with its key, and for CBC a padding.
/// \param iv,iv_len  The initialization vector.
/// \param input,ilen  The message.
/// \param output  Where the output goes, with room for `ilen` bytes and a block.
/// \param olen  Bytes put out.
///
/// \return  0, or what mbedtls_cipher_set_iv(), mbedtls_cipher_reset(), mbedtls_cipher_update() and mbedtls_cipher_finish()
/// return.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_crypt(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let (mut len, mut last, mut wrong) = (0, 0, 0);
        // SAFETY: C passes NULL or what these functions are passed; the numbers are ours.
        let ret = unsafe {
            match mbedtls_cipher_set_iv(ctx, iv, iv_len) {
                0 => match mbedtls_cipher_reset(ctx) {
                    0 => mbedtls_cipher_update(ctx, input, ilen, output, &raw mut len),
                    code => code,
                },
                code => code,
            }
        };
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(olen, len) };
        if ret != 0 {
            return ret;
        }
        let end = if output.is_null() {
            output
        } else {
            output.wrapping_add(len)
        };
        // SAFETY: `len` bytes were put out, and there is room for a block behind them; the numbers are ours.
        let ret = unsafe { mbedtls_cipher_finish_padded(ctx, end, &raw mut last, &raw mut wrong) };
        if ret != 0 {
            return ret;
        }
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(olen, len.wrapping_add(last)) };
        padding_code(wrong)
    })
}
