//! `mbedtls/hmac_drbg.h`: a random generator made of HMAC (NIST SP 800-90A). Programs seed it themselves where its output has
//! to be the same again, so it is the real one, and what it yields depends on its seed alone.
//!
//! DEVIATION: a generator whose seeding failed yields nothing; that of 3.6.6 yields what anybody can compute.

use super::guard::guard;
use super::md::{
    MBEDTLS_ERR_MD_ALLOC_FAILED, MBEDTLS_ERR_MD_BAD_INPUT_DATA, hash_info, mbedtls_md_context_t, mbedtls_md_info_t,
};
use super::platform::{mbedtls_calloc, mbedtls_free};
use super::ptr;
use super::self_test::{hex, say};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hmac_drbg::HmacDrbg;
use core::ffi::{c_char, c_int, c_uchar, c_void};
use std::io::{Read, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use zeroize::{Zeroize, Zeroizing};

/// Most bytes of additional input for one request.
pub const MBEDTLS_HMAC_DRBG_MAX_INPUT: c_int = 256;
/// Most random bytes that one request returns.
pub const MBEDTLS_HMAC_DRBG_MAX_REQUEST: c_int = 1024;
/// Most bytes that entropy, nonce and additional input may have together when seeding.
pub const MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT: c_int = 384;
/// Prediction resistance is off.
pub const MBEDTLS_HMAC_DRBG_PR_OFF: c_int = 0;
/// Prediction resistance is on: entropy is asked for before each request.
pub const MBEDTLS_HMAC_DRBG_PR_ON: c_int = 1;
/// Requests after which entropy is asked for again, by default.
pub const MBEDTLS_HMAC_DRBG_RESEED_INTERVAL: c_int = 10000;
/// More random bytes were asked for than one request may return.
pub const MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: c_int = -0x0003;
/// Too much additional input.
pub const MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: c_int = -0x0005;
/// The seed file could not be read or written.
pub const MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: c_int = -0x0007;
/// The source of entropy failed.
pub const MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: c_int = -0x0009;

/// A random generator. Once it is seeded, any number of threads may draw from one at once.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(md_ctx), MBEDTLS_PRIVATE(V), MBEDTLS_PRIVATE(reseed_counter), MBEDTLS_PRIVATE(entropy_len), MBEDTLS_PRIVATE(prediction_resistance), MBEDTLS_PRIVATE(reseed_interval), MBEDTLS_PRIVATE(f_entropy), MBEDTLS_PRIVATE(p_entropy), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_hmac_drbg_context {
    /// The hash function, and where the state is.
    pub md_ctx: mbedtls_md_context_t,
    /// Not to be touched.
    pub V: [c_uchar; 64],
    /// Not to be touched.
    pub reseed_counter: c_int,
    /// Bytes of entropy to ask for when seeding; 0 for what suits the hash function.
    pub entropy_len: usize,
    /// Whether entropy is asked for before each request.
    pub prediction_resistance: c_int,
    /// Requests after which entropy is asked for again.
    pub reseed_interval: c_int,
    /// Asks for entropy; NULL for a generator that is never seeded again.
    pub f_entropy: Option<unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    /// Its first argument.
    pub p_entropy: *mut c_void,
    /// Not to be touched.
    pub reserved: [u64; 6],
}

/// What a context points at.
#[derive(Default)]
struct State {
    /// The generator, once it is seeded.
    drbg: Option<HmacDrbg>,
    /// Requests since it was last seeded.
    requests: c_int,
}

/// The state of a context, locked; `None` before seeding.
///
/// # Safety
/// `ctx` is NULL or initialised, and stays so while the lock is held.
unsafe fn lock<'a>(ctx: *const mbedtls_hmac_drbg_context) -> Option<(HashAlgorithm, MutexGuard<'a, State>)> {
    // SAFETY: the caller's promise; the pointer is NULL or what `prepare` put there.
    let (info, state) = unsafe {
        let context = ptr::as_ref(ctx)?;
        let info = hash_info(context.md_ctx.md_info)?;
        (info, ptr::as_ref(context.md_ctx.md_ctx.cast::<Mutex<State>>())?)
    };
    // A panic while it was held left a generator that is as good as any.
    Some((info.algorithm, state.lock().unwrap_or_else(PoisonError::into_inner)))
}

/// Gives a context a state that is not seeded. Returns 0 or an error code.
///
/// # Safety
/// `ctx` is NULL or initialised, and used by nothing else meanwhile.
unsafe fn prepare(ctx: *mut mbedtls_hmac_drbg_context, md_info: *const mbedtls_md_info_t) -> c_int {
    // SAFETY: the caller's promise.
    let (Some(context), Some(_)) = (unsafe { ptr::as_mut(ctx) }, hash_info(md_info)) else {
        return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
    };
    // SAFETY: the pointer is NULL or what an earlier call put there; the memory is aligned for every type.
    unsafe {
        release(context.md_ctx.md_ctx.cast());
        let state = mbedtls_calloc(1, size_of::<Mutex<State>>()).cast::<Mutex<State>>();
        context.md_ctx.md_ctx = state.cast();
        if state.is_null() {
            return MBEDTLS_ERR_MD_ALLOC_FAILED;
        }
        state.write(Mutex::default());
    }
    context.md_ctx.md_info = md_info;
    0
}

/// Wipes and releases a state.
///
/// # Safety
/// `state` is NULL or what [`prepare`] made, and not used again.
unsafe fn release(state: *mut Mutex<State>) {
    if state.is_null() {
        return;
    }
    // SAFETY: the caller's promise; what is wiped holds no value any more.
    unsafe {
        state.drop_in_place();
        if let Some(bytes) = ptr::uninit_bytes(state.cast(), size_of::<Mutex<State>>()) {
            bytes.zeroize();
        }
        mbedtls_free(state.cast());
    }
}

/// Makes a generator ready to be seeded.
///
/// \param ctx  The generator; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_init(ctx: *mut mbedtls_hmac_drbg_context) {
    guard((), || {
        // SAFETY: C passes NULL or a generator of this size, which owns nothing yet.
        unsafe { ptr::zero(ctx) };
        // SAFETY: the same.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.reseed_interval = MBEDTLS_HMAC_DRBG_RESEED_INTERVAL;
        }
    });
}

/// Releases a generator; it is then as after mbedtls_hmac_drbg_init().
///
/// \param ctx  The generator; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_free(ctx: *mut mbedtls_hmac_drbg_context) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that no other thread uses any more.
        unsafe {
            if let Some(context) = ptr::as_mut(ctx) {
                release(context.md_ctx.md_ctx.cast());
            }
            mbedtls_hmac_drbg_init(ctx);
        }
    });
}

/// Seeds a generator with entropy and, as nonce, half as much of it again.
///
/// \param ctx  The generator, initialised.
/// \param md_info  The hash function.
/// \param f_entropy  Yields entropy, for example mbedtls_entropy_func().
/// \param p_entropy  First argument of `f_entropy`; both must stay valid until mbedtls_hmac_drbg_free().
/// \param custom,len  Personalization, which need not be secret; NULL and 0 for none.
///
/// \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no such hash function or `ctx` is NULL,
/// MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG if `len` is too large, MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED, or
/// MBEDTLS_ERR_MD_ALLOC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_seed(
    ctx: *mut mbedtls_hmac_drbg_context,
    md_info: *const mbedtls_md_info_t,
    f_entropy: Option<unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    p_entropy: *mut c_void,
    custom: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised generator that it uses nowhere else meanwhile.
        let code = unsafe { prepare(ctx, md_info) };
        if code != 0 {
            return code;
        }
        // SAFETY: the same; the reference ends before the callback runs.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.f_entropy = f_entropy;
            context.p_entropy = p_entropy;
            if context.entropy_len == 0 {
                // As much as the hash function is strong (SP 800-57 part 1, table 3).
                context.entropy_len = match hash_info(md_info).map_or(0, |info| info.algorithm.output_len()) {
                    0..=20 => 16,
                    21..=28 => 24,
                    _ => 32,
                };
            }
        }
        // SAFETY: the generator is initialised; C passes `len` bytes.
        unsafe { reseed(ctx, custom, len, true) }
    })
}

/// Seeds a generator with given bytes, for ever: no entropy is asked for, so that it yields the same each time.
///
/// \param ctx  The generator, initialised.
/// \param md_info  The hash function.
/// \param data,data_len  The seed.
///
/// \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no such hash function or a pointer is NULL, or
/// MBEDTLS_ERR_MD_ALLOC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_seed_buf(
    ctx: *mut mbedtls_hmac_drbg_context,
    md_info: *const mbedtls_md_info_t,
    data: *const c_uchar,
    data_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised generator that it uses nowhere else meanwhile, and `data_len` bytes.
        unsafe {
            let code = prepare(ctx, md_info);
            if code != 0 {
                return code;
            }
            mix(ctx, given(data, data_len))
        }
    })
}

/// The bytes that C gives; none if the pointer is NULL, whatever the length.
///
/// # Safety
/// If `data` is not NULL, `len` bytes must be there as long as the slice lives.
unsafe fn given<'a>(data: *const c_uchar, len: usize) -> &'a [u8] {
    // SAFETY: the caller's promise.
    unsafe { ptr::bytes(data, len) }.unwrap_or_default()
}

/// Works bytes into the state, which begins with them if it was not seeded. Returns 0 or an error code.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn mix(ctx: *const mbedtls_hmac_drbg_context, data: &[u8]) -> c_int {
    // SAFETY: the caller's promise.
    let Some((algorithm, mut state)) = (unsafe { lock(ctx) }) else {
        return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
    };
    match &mut state.drbg {
        Some(drbg) => drbg.update(data),
        none => *none = Some(HmacDrbg::new(algorithm, data)),
    }
    0
}

/// Asks for entropy and works it in. No lock is held while the callback runs. Returns 0 or an error code.
///
/// # Safety
/// `ctx` is NULL or initialised; `additional` is NULL or holds `len` bytes.
unsafe fn reseed(
    ctx: *mut mbedtls_hmac_drbg_context,
    additional: *const c_uchar,
    len: usize,
    has_nonce: bool,
) -> c_int {
    const LONGEST: usize = MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT as usize;
    // SAFETY: the caller's promise; what is needed is copied out, so that no reference is alive while C code runs.
    let Some(context) = (unsafe { ptr::as_ref(ctx) }).copied() else {
        return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
    };
    let nonce_len = if has_nonce { context.entropy_len / 2 } else { 0 };
    let total = context.entropy_len.saturating_add(nonce_len).saturating_add(len);
    if len > MBEDTLS_HMAC_DRBG_MAX_INPUT as usize || total > LONGEST {
        return MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG;
    }
    let Some(f_entropy) = context.f_entropy else {
        return MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED;
    };
    let mut seed = Zeroizing::new(Vec::with_capacity(LONGEST));
    // Two requests, because 3.6 asks for them apart.
    for part in [context.entropy_len].into_iter().chain(has_nonce.then_some(nonce_len)) {
        let mut entropy = Zeroizing::new([0u8; LONGEST]);
        // SAFETY: the application promised that the callback can be called like this; there is room.
        if unsafe { f_entropy(context.p_entropy, entropy.as_mut_ptr(), part) } != 0 {
            return MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED;
        }
        seed.extend_from_slice(entropy.get(..part).unwrap_or_default());
    }
    // SAFETY: the caller's promise.
    seed.extend_from_slice(unsafe { given(additional, len) });
    // SAFETY: the caller's promise; the callback is over.
    let code = unsafe { mix(ctx, &seed) };
    // SAFETY: the same.
    if let Some((_, mut state)) = unsafe { lock(ctx) } {
        state.requests = 0;
    }
    code
}

/// Asks for entropy again.
///
/// \param ctx  The generator, seeded with mbedtls_hmac_drbg_seed().
/// \param additional,len  Additional input, at most MBEDTLS_HMAC_DRBG_MAX_INPUT bytes; NULL and 0 for none.
///
/// \return  As mbedtls_hmac_drbg_seed() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_reseed(
    ctx: *mut mbedtls_hmac_drbg_context,
    additional: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised generator, and `len` bytes.
        unsafe { reseed(ctx, additional, len, false) }
    })
}

/// Mixes data into the generator.
///
/// \param ctx  The generator, seeded.
/// \param additional,add_len  The data; NULL and 0 for none.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the generator is NULL or not seeded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_update(
    ctx: *mut mbedtls_hmac_drbg_context,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised generator, and `add_len` bytes.
        let Some((_, mut state)) = (unsafe { lock(ctx) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let Some(drbg) = &mut state.drbg else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        // SAFETY: the same.
        drbg.update(unsafe { given(additional, add_len) });
        0
    })
}

/// Fills a buffer with random bytes. Made to be the `f_rng` of other functions.
///
/// \param p_rng  A `mbedtls_hmac_drbg_context`.
/// \param output  Where the bytes go.
/// \param out_len  How many, at most MBEDTLS_HMAC_DRBG_MAX_REQUEST.
///
/// \return  0, MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG, MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED if it was time to ask for
/// entropy, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the generator is not seeded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_random(p_rng: *mut c_void, output: *mut c_uchar, out_len: usize) -> c_int {
    // SAFETY: the same promises.
    unsafe { mbedtls_hmac_drbg_random_with_add(p_rng, output, out_len, core::ptr::null(), 0) }
}

/// Fills a buffer with random bytes, mixing additional input in.
///
/// \param p_rng,output,output_len  As for mbedtls_hmac_drbg_random().
/// \param additional,add_len  Additional input, at most MBEDTLS_HMAC_DRBG_MAX_INPUT bytes; NULL and 0 for none.
///
/// \return  As mbedtls_hmac_drbg_random() does, or MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_random_with_add(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        if output_len > MBEDTLS_HMAC_DRBG_MAX_REQUEST as usize {
            return MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG;
        }
        if add_len > MBEDTLS_HMAC_DRBG_MAX_INPUT as usize {
            return MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG;
        }
        let ctx = p_rng.cast::<mbedtls_hmac_drbg_context>();
        // SAFETY: C passes NULL or an initialised generator. The lock is released before the callback runs.
        let (context, requests) = unsafe {
            let requests = lock(ctx).map(|(_, state)| state.requests);
            (ptr::as_ref(ctx).copied(), requests)
        };
        let (Some(context), Some(requests)) = (context, requests) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let is_due = context.prediction_resistance == MBEDTLS_HMAC_DRBG_PR_ON || requests >= context.reseed_interval;
        // SAFETY: C passes `add_len` bytes.
        let mut additional_input = unsafe { given(additional, add_len) };
        if context.f_entropy.is_some() && is_due {
            // SAFETY: the generator is initialised; C passes `add_len` bytes.
            let code = unsafe { reseed(ctx, additional, add_len, false) };
            if code != 0 {
                return code;
            }
            additional_input = &[];
        }
        let mut bytes = Zeroizing::new(vec![0; output_len]);
        {
            // SAFETY: the generator is initialised.
            let Some((_, mut state)) = (unsafe { lock(ctx) }) else {
                return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
            };
            let Some(drbg) = state.drbg.as_mut().filter(|_| output_len == 0 || !output.is_null()) else {
                return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
            };
            drbg.generate(&mut bytes, additional_input);
            state.requests = state.requests.saturating_add(1);
        }
        // SAFETY: `output_len` bytes are writable at `output` by the caller's promise.
        unsafe { ptr::copy_out(&bytes, output) };
        0
    })
}

/// Asks for entropy before each request, or not.
///
/// \param ctx  The generator.
/// \param resistance  MBEDTLS_HMAC_DRBG_PR_ON or MBEDTLS_HMAC_DRBG_PR_OFF.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_prediction_resistance(
    ctx: *mut mbedtls_hmac_drbg_context,
    resistance: c_int,
) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.prediction_resistance = resistance;
        }
    });
}

/// Sets how many bytes of entropy are asked for when seeding.
///
/// \param ctx  The generator.
/// \param len  How many; 0 for what suits the hash function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_entropy_len(ctx: *mut mbedtls_hmac_drbg_context, len: usize) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.entropy_len = len;
        }
    });
}

/// Sets after how many requests entropy is asked for again.
///
/// \param ctx  The generator.
/// \param interval  Number of requests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_set_reseed_interval(ctx: *mut mbedtls_hmac_drbg_context, interval: c_int) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.reseed_interval = interval;
        }
    });
}

/// Writes MBEDTLS_HMAC_DRBG_MAX_INPUT random bytes to a file.
///
/// \param ctx  The generator, seeded.
/// \param path  Name of the file.
///
/// \return  0, MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR, or as mbedtls_hmac_drbg_random() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_write_seed_file(
    ctx: *mut mbedtls_hmac_drbg_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a string.
        let file = unsafe { ptr::path(path) }.and_then(|path| std::fs::File::create(path).ok());
        let Some(mut file) = file else {
            return MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR;
        };
        let mut seed = Zeroizing::new([0u8; MBEDTLS_HMAC_DRBG_MAX_INPUT as usize]);
        // SAFETY: C passes NULL or an initialised generator; the seed has the length given.
        let code = unsafe { mbedtls_hmac_drbg_random(ctx.cast(), seed.as_mut_ptr(), seed.len()) };
        if code != 0 {
            return code;
        }
        file.write_all(seed.as_slice())
            .map_or(MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR, |()| 0)
    })
}

/// Mixes a file into the generator and writes a new seed in its place.
///
/// \param ctx  The generator, seeded.
/// \param path  Name of the file, which must be there and not be empty.
///
/// \return  0, MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG if the file is longer than MBEDTLS_HMAC_DRBG_MAX_INPUT bytes, or as
/// mbedtls_hmac_drbg_write_seed_file() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hmac_drbg_update_seed_file(
    ctx: *mut mbedtls_hmac_drbg_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        const LONGEST: usize = MBEDTLS_HMAC_DRBG_MAX_INPUT as usize;
        let mut seed = Zeroizing::new(Vec::with_capacity(LONGEST + 1));
        // SAFETY: C passes NULL or a string.
        let file = unsafe { ptr::path(path) }.and_then(|path| std::fs::File::open(path).ok());
        let read = file.and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut seed).ok());
        match read {
            None | Some(0) => return MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR,
            Some(len) if len > LONGEST => return MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG,
            Some(_) => {}
        }
        // SAFETY: C passes NULL or an initialised generator, and a string.
        unsafe {
            match mbedtls_hmac_drbg_update(ctx, seed.as_ptr(), seed.len()) {
                0 => mbedtls_hmac_drbg_write_seed_file(ctx, path),
                code => code,
            }
        }
    })
}

/// Checks the generator, with SHA-1, against known answers of NIST.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_hmac_drbg_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        for (name, resists, entropy, expected) in ANSWERS {
            say(verbose, &format!("  HMAC_DRBG (PR = {name}) : "));
            let (entropy, mut out) = (hex(entropy), [0; 80]);
            let mut rest = entropy.as_slice();
            let mut take = |len: usize| {
                let (part, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
                rest = after;
                part
            };
            // The first seed is 16 bytes and a nonce of 8.
            let mut drbg = HmacDrbg::new(HashAlgorithm::Sha1, take(24));
            if !resists {
                drbg.update(take(16));
            }
            for _ in 0..2 {
                if resists {
                    drbg.update(take(16));
                }
                drbg.generate(&mut out, &[]);
            }
            if out != hex(expected).as_slice() {
                say(verbose, "failed\n");
                return 1;
            }
            say(verbose, "passed\n");
        }
        say(verbose, "\n");
        0
    })
}

/// Known answers: whether with prediction resistance, the entropy, and what the second request yields.
const ANSWERS: [(&str, bool, &str, &str); 2] = [
    (
        "True",
        true,
        "a0c9ab58f1e2e5a4de3ebd4ff73e9c5b64efd8ca028cf81148a584fe69ab5aee42aa4d42176099d45e1397dc404d86a3\
         7bf55954756951e4",
        "9a00a2d00ed59bfe31ecb1399b608148d1969d250d3c1e94101098129325cab8fccc2d54731970c0107aa4892519955e\
         4bc6001d7f4e6a2bf8a301ab46055c09a67188f1a740eef3e15c029b44af0344",
    ),
    (
        "False",
        false,
        "79349bbf7cdda5799557866621c913831146733abf8c35c8c7215b5b96c48e9b338c74e3e99dfedf",
        "c6a16ab8d420706f0f34ab7fec5adca9d8ca3a133e159ca6ac43c6f8a2be22834a4c0a0affb10d7194f1c1a5cf7322ec\
         1ae0964ed4bf122746e087fdb5b3e91b3493d5bb98faed49e85f130fc8a459b7",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::md::{mbedtls_md_info_from_type, mbedtls_md_type_t};
    use core::mem::MaybeUninit;
    use core::ptr::{null, null_mut};

    unsafe extern "C" fn failing(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        -1
    }

    unsafe extern "C" fn sevens(_: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
        // SAFETY: the library passes a buffer of `len` bytes.
        unsafe { output.write_bytes(7, len) };
        0
    }

    fn generator() -> mbedtls_hmac_drbg_context {
        // SAFETY: a generator of zeros is what C starts from.
        let mut context: mbedtls_hmac_drbg_context = unsafe { core::mem::zeroed() };
        // SAFETY: a whole generator.
        unsafe { mbedtls_hmac_drbg_init(&raw mut context) };
        context
    }

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_hmac_drbg_self_test(0), 0);
    }

    #[test]
    fn null_misuse_and_failed_seeding() {
        let mut context = generator();
        let ctx = &raw mut context;
        let mut out = [0u8; 8];
        let to = out.as_mut_ptr();
        let sha256 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA256);
        // SAFETY: NULL is allowed everywhere; the rest are whole objects.
        unsafe {
            let md = mbedtls_md_info_from_type(sha256);
            mbedtls_hmac_drbg_init(null_mut());
            mbedtls_hmac_drbg_free(null_mut());
            mbedtls_hmac_drbg_set_entropy_len(null_mut(), 1);
            mbedtls_hmac_drbg_set_prediction_resistance(null_mut(), 1);
            mbedtls_hmac_drbg_set_reseed_interval(null_mut(), 1);
            assert!(mbedtls_hmac_drbg_seed(null_mut(), md, Some(sevens), null_mut(), null(), 0) < 0);
            assert!(mbedtls_hmac_drbg_seed(ctx, null(), Some(sevens), null_mut(), null(), 0) < 0);
            assert!(mbedtls_hmac_drbg_random(ctx.cast(), to, 8) < 0, "not seeded");
            assert!(mbedtls_hmac_drbg_update(ctx, to, 8) < 0);
            assert!(mbedtls_hmac_drbg_reseed(ctx, to, 8) < 0);
            assert!(mbedtls_hmac_drbg_seed(ctx, md, None, null_mut(), null(), 0) < 0);
            assert!(mbedtls_hmac_drbg_seed(ctx, md, Some(failing), null_mut(), null(), 0) < 0);
            assert!(mbedtls_hmac_drbg_random(ctx.cast(), to, 8) < 0, "its seeding failed");
            assert!(mbedtls_hmac_drbg_update(ctx, to, 8) < 0);
            assert_eq!(mbedtls_hmac_drbg_seed(ctx, md, Some(sevens), null_mut(), null(), 0), 0);
            assert_eq!(mbedtls_hmac_drbg_random(ctx.cast(), to, 8), 0);
            assert_eq!(mbedtls_hmac_drbg_random(ctx.cast(), null_mut(), 0), 0);
            assert!(mbedtls_hmac_drbg_random(ctx.cast(), null_mut(), 8) < 0);
            assert!(mbedtls_hmac_drbg_random(null_mut(), to, 8) < 0);
            assert!(mbedtls_hmac_drbg_write_seed_file(ctx, null()) < 0);
            assert!(mbedtls_hmac_drbg_update_seed_file(ctx, null()) < 0);
            mbedtls_hmac_drbg_set_entropy_len(ctx, usize::MAX);
            assert!(mbedtls_hmac_drbg_reseed(ctx, null(), 0) < 0);
            mbedtls_hmac_drbg_free(ctx);
            assert!(mbedtls_hmac_drbg_random(ctx.cast(), to, 8) < 0, "released");
            assert_eq!(mbedtls_hmac_drbg_seed_buf(ctx, md, null(), 0), 0);
            assert!(mbedtls_hmac_drbg_reseed(ctx, null(), 0) < 0, "nothing to ask");
            mbedtls_hmac_drbg_free(ctx);
        }
    }
}
