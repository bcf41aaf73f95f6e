//! HMAC with a context that was set up for it.
//!
//! DEVIATION: a context that has no key yet, or whose HMAC has ended, refuses more bytes and has no result; 3.6.6 computes
//! something that depends on no key.

use super::{MBEDTLS_ERR_MD_BAD_INPUT_DATA, hash_info, mbedtls_md_context_t, mbedtls_md_info_t};
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::{digest, ptr};
use crate::crypto::hash::{HmacContext, HmacKey};
use core::ffi::{c_int, c_uchar};
use zeroize::Zeroize;

/// What `hmac_ctx` points at.
#[derive(Default)]
pub(super) struct HmacState {
    /// The key, once there is one.
    key: Option<HmacKey>,
    /// The HMAC that is under way.
    running: Option<HmacContext>,
}

impl HmacState {
    /// Begins with a new key.
    fn start(&mut self, key: HmacKey) {
        self.running = Some(key.start());
        self.key = Some(key);
    }

    /// Begins anew with the key of the last time. Returns whether there is one.
    fn restart(&mut self) -> bool {
        self.running = self.key.as_ref().map(HmacKey::start);
        self.running.is_some()
    }

    /// Gives up what is under way.
    pub(super) fn stop(&mut self) {
        self.running = None;
    }

    /// Whether an HMAC is under way.
    pub(super) fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Adds bytes. Returns whether an HMAC is under way.
    pub(super) fn update(&mut self, data: &[u8]) -> bool {
        if let Some(running) = &mut self.running {
            running.update(data);
        }
        self.is_running()
    }
}

/// A state without a key, in memory of mbedtls_calloc(); NULL if there is none.
pub(super) fn allocate() -> *mut HmacState {
    // SAFETY: any arguments are allowed.
    let state = unsafe { mbedtls_calloc(1, size_of::<HmacState>()) }.cast::<HmacState>();
    if !state.is_null() {
        // SAFETY: the memory is of this size, aligned for every type, and nobody else's.
        unsafe { state.write(HmacState::default()) };
    }
    state
}

/// Wipes and releases a state.
///
/// # Safety
/// `state` is NULL or from [`allocate`], and not used again.
pub(super) unsafe fn release(state: *mut HmacState) {
    if state.is_null() {
        return;
    }
    // SAFETY: the caller's promise; what is wiped holds no value any more.
    unsafe {
        state.drop_in_place();
        if let Some(bytes) = ptr::uninit_bytes(state.cast(), size_of::<HmacState>()) {
            bytes.zeroize();
        }
        mbedtls_free(state.cast());
    }
}

/// Copies what is under way, not the key. Nothing happens if one is NULL.
///
/// # Safety
/// Both are NULL or from [`allocate`], two different ones, and used nowhere else meanwhile.
pub(super) unsafe fn copy_running(from: *const HmacState, to: *mut HmacState) {
    // SAFETY: the caller's promise.
    if let (Some(from), Some(to)) = unsafe { (ptr::as_ref(from), ptr::as_mut(to)) } {
        to.running.clone_from(&from.running);
    }
}

/// Looks into a context that was set up for HMAC.
///
/// # Safety
/// `ctx` is NULL, or initialised and used by nothing else while the state lives.
unsafe fn open<'a>(ctx: *mut mbedtls_md_context_t) -> Option<(&'static mbedtls_md_info_t, &'a mut HmacState)> {
    // SAFETY: the caller's promise; the state is NULL or from `allocate`.
    let (info, state) = unsafe {
        let context = ptr::as_ref(ctx)?;
        (hash_info(context.md_info)?, context.hmac_ctx.cast::<HmacState>())
    };
    // SAFETY: NULL or from `allocate`.
    unsafe { ptr::as_mut(state) }.map(|state| (info, state))
}

/// Begins an HMAC.
///
/// \param ctx  The context, set up for HMAC.
/// \param key,keylen  The key; `key` may be NULL if it has no bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up for HMAC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_starts(
    ctx: *mut mbedtls_md_context_t,
    key: *const c_uchar,
    keylen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile, and `keylen` bytes.
        let (Some((info, state)), Some(key)) = (unsafe { open(ctx) }, unsafe { ptr::bytes(key, keylen) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        state.start(HmacKey::new(info.algorithm, key));
        0
    })
}

/// Adds bytes to an HMAC.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or no HMAC is under way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_update(
    ctx: *mut mbedtls_md_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some((_, state)), Some(input)) = (unsafe { open(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if state.update(input) {
            0
        } else {
            MBEDTLS_ERR_MD_BAD_INPUT_DATA
        }
    })
}

/// Ends an HMAC. mbedtls_md_hmac_reset() begins another one with the same key.
///
/// \param ctx  The context, started.
/// \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or no HMAC is under way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_finish(ctx: *mut mbedtls_md_context_t, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile.
        let running = unsafe { open(ctx) }.and_then(|(_, state)| state.running.take());
        let Some(mut digest) = running.map(HmacContext::finish) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        // SAFETY: `output` is NULL or has room for the HMAC by the caller's promise.
        let given = unsafe { digest::give(&digest, output) };
        digest.zeroize();
        if given { 0 } else { MBEDTLS_ERR_MD_BAD_INPUT_DATA }
    })
}

/// Begins an HMAC with the key of the last one.
///
/// \param ctx  The context, once given to mbedtls_md_hmac_starts().
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the context is NULL or has no key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac_reset(ctx: *mut mbedtls_md_context_t) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile.
        if unsafe { open(ctx) }.is_some_and(|(_, state)| state.restart()) {
            0
        } else {
            MBEDTLS_ERR_MD_BAD_INPUT_DATA
        }
    })
}

/// The HMAC of a buffer.
///
/// \param md_info  The hash function.
/// \param key,keylen  The key; `key` may be NULL if it has no bytes.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_hmac(
    md_info: *const mbedtls_md_info_t,
    key: *const c_uchar,
    keylen: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes as many bytes as it says; the slices end before `output`, which may overlap them, is written.
        let (key, input) = unsafe { (ptr::bytes(key, keylen), ptr::bytes(input, ilen)) };
        let (Some(info), Some(key), Some(input)) = (hash_info(md_info), key, input) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let mut digest = HmacKey::new(info.algorithm, key).sign_whole(input);
        // SAFETY: `output` is NULL or has room for the HMAC by the caller's promise.
        let given = unsafe { digest::give(&digest, output) };
        digest.zeroize();
        if given { 0 } else { MBEDTLS_ERR_MD_BAD_INPUT_DATA }
    })
}
