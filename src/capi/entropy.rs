//! `mbedtls/entropy.h`: randomness of the operating system, with sources of the application mixed in.

use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::ptr;
use super::threading::mbedtls_threading_mutex_t;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::rand;
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;
use zeroize::Zeroizing;

/// Most bytes that one call of mbedtls_entropy_func() returns.
pub const MBEDTLS_ENTROPY_BLOCK_SIZE: c_int = 64;
/// Most bytes taken from a source at once.
pub const MBEDTLS_ENTROPY_MAX_GATHER: c_int = 128;
/// Longest seed file, in bytes.
pub const MBEDTLS_ENTROPY_MAX_SEED_SIZE: c_int = 1024;
/// Most sources that a context holds.
pub const MBEDTLS_ENTROPY_MAX_SOURCES: c_int = 20;
/// Number of the hash function that mixes the sources (SHA-512).
pub const MBEDTLS_ENTROPY_MD: c_int = 11;
/// Number of the source that stands for manual updates.
pub const MBEDTLS_ENTROPY_SOURCE_MANUAL: c_int = 20;
/// The source is strong.
pub const MBEDTLS_ENTROPY_SOURCE_STRONG: c_int = 1;
/// The source is weak.
pub const MBEDTLS_ENTROPY_SOURCE_WEAK: c_int = 0;
/// A critical source failed.
pub const MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: c_int = -0x003C;
/// None of the sources counts as strong.
pub const MBEDTLS_ERR_ENTROPY_NO_STRONG_SOURCE: c_int = -0x003D;
/// No further source can be added.
pub const MBEDTLS_ERR_ENTROPY_MAX_SOURCES: c_int = -0x003E;
/// The seed file could not be read or written.
pub const MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: c_int = -0x003F;
/// There is no source to gather from.
pub const MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED: c_int = -0x0040;

/// Collects randomness: writes up to `len` bytes to `output`, and how many to `olen`. Returns 0, or an error code.
pub type mbedtls_entropy_f_source_ptr =
    Option<unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int>;

/// A source of the application.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(f_source), MBEDTLS_PRIVATE(p_source), MBEDTLS_PRIVATE(size), MBEDTLS_PRIVATE(threshold), MBEDTLS_PRIVATE(strong)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_entropy_source_state {
    /// The source.
    pub f_source: mbedtls_entropy_f_source_ptr,
    /// Its first argument.
    pub p_source: *mut c_void,
    /// Bytes collected since randomness was last given out.
    pub size: usize,
    /// Least number of bytes to collect before randomness is given out.
    pub threshold: usize,
    /// MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK.
    pub strong: c_int,
}

/// Where randomness comes from.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(ready), MBEDTLS_PRIVATE(source_count), MBEDTLS_PRIVATE(source), MBEDTLS_PRIVATE(mutex), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
pub struct mbedtls_entropy_context {
    /// Not 0 between mbedtls_entropy_init() and mbedtls_entropy_free().
    pub ready: c_uint,
    /// Number of sources of the application.
    pub source_count: c_uint,
    /// The sources of the application.
    pub source: [mbedtls_entropy_source_state; 20],
    /// Keeps two threads from calling a source at once.
    pub mutex: mbedtls_threading_mutex_t,
    /// Not to be touched.
    pub reserved: [u64; 3],
}

/// Sources that an application may add: one place is the operating system's.
const ROOM: usize = 19;

/// How often a source that yields little is asked before it counts as failed.
const MAX_ROUNDS: usize = 256;

/// Makes a context ready for use. There is nothing to set up: the operating system is always a source.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_init(ctx: *mut mbedtls_entropy_context) {
    guard((), || {
        // SAFETY: C passes NULL or a context of this size; only a context without sources is zeroed.
        unsafe { ptr::zero(ctx) };
        // SAFETY: the same; the fields are written in place, a callback cannot run now.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.mutex.initialise();
            context.ready = 1;
        }
    });
}

/// Releases a context. It may be initialised again after that; until then it yields nothing.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_free(ctx: *mut mbedtls_entropy_context) {
    guard((), || {
        // SAFETY: C passes NULL or a context that is initialised or zeroed and that no other thread uses any more.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return;
        };
        if context.ready != 0 {
            context.mutex.destroy();
        }
        // SAFETY: not NULL; nothing is left to release.
        unsafe { ptr::zero(ctx) };
    });
}

/// Adds a source of the application. What it yields is mixed with the randomness of the operating system.
///
/// \param ctx  The context.
/// \param f_source  The source. It must stay callable until mbedtls_entropy_free().
/// \param p_source  First argument of `f_source`.
/// \param threshold  Least number of bytes to collect from it before randomness is given out.
/// \param strong  MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK.
///
/// \return  0, MBEDTLS_ERR_ENTROPY_MAX_SOURCES if there is no room for it, or
/// MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED if a pointer is NULL or the context was not initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_add_source(
    ctx: *mut mbedtls_entropy_context,
    f_source: mbedtls_entropy_f_source_ptr,
    p_source: *mut c_void,
    threshold: usize,
    strong: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context; sources are added before other threads use it.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED;
        };
        if context.ready == 0 || f_source.is_none() {
            return MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED;
        }
        let count = context.source_count as usize;
        if count >= ROOM {
            return MBEDTLS_ERR_ENTROPY_MAX_SOURCES;
        }
        let Some(place) = context.source.get_mut(count) else {
            return MBEDTLS_ERR_ENTROPY_MAX_SOURCES;
        };
        *place = mbedtls_entropy_source_state {
            f_source,
            p_source,
            size: 0,
            threshold,
            strong,
        };
        context.source_count += 1;
        0
    })
}

/// Calls every source of the application once.
///
/// \param ctx  The context.
///
/// \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED or MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_gather(ctx: *mut mbedtls_entropy_context) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        unsafe { collect(ctx, false) }.map_or_else(|code| code, |_| 0)
    })
}

/// Fills a buffer with randomness. Made to be the `f_entropy` of mbedtls_ctr_drbg_seed(). Any number of threads may use
/// one context.
///
/// \param data  A `mbedtls_entropy_context`.
/// \param output  Where the bytes go.
/// \param len  How many, at most MBEDTLS_ENTROPY_BLOCK_SIZE.
///
/// \return  0, MBEDTLS_ERR_ENTROPY_SOURCE_FAILED if a source failed or `len` is too large, or
/// MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED if the context was not initialised.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_func(data: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if len > MBEDTLS_ENTROPY_BLOCK_SIZE as usize || (output.is_null() && len > 0) {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: C passes NULL or an initialised context.
        let collected = match unsafe { collect(data.cast(), true) } {
            Ok(collected) => collected,
            Err(code) => return code,
        };
        let mut block = Zeroizing::new([0u8; MBEDTLS_ENTROPY_BLOCK_SIZE as usize]);
        if rand::fill(block.as_mut()).is_err() {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        if !collected.is_empty() {
            let mut hasher = HashAlgorithm::Sha512.start();
            hasher.update(block.as_ref());
            hasher.update(&collected);
            block.copy_from_slice(hasher.finish().as_ref());
        }
        // SAFETY: `len` bytes are writable at `output` by the caller's promise, and no more than the block has.
        unsafe { ptr::copy_out(block.get(..len).unwrap_or_default(), output) };
        0
    })
}

/// Mixes data of the application in. Without effect: the operating system's generator needs none.
///
/// \param ctx  The context.
/// \param data,len  The data.
///
/// \return  0, or MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_update_manual(
    ctx: *mut mbedtls_entropy_context,
    data: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let ready = unsafe { ptr::as_ref(ctx) }.is_some_and(|context| context.ready != 0);
        if !ready || (data.is_null() && len > 0) {
            return MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED;
        }
        0
    })
}

/// Writes a seed of MBEDTLS_ENTROPY_BLOCK_SIZE random bytes to a file.
///
/// \param ctx  The context.
/// \param path  Name of the file.
///
/// \return  0, MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR, or as mbedtls_entropy_func() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_write_seed_file(
    ctx: *mut mbedtls_entropy_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let mut seed = Zeroizing::new([0u8; MBEDTLS_ENTROPY_BLOCK_SIZE as usize]);
        // SAFETY: C passes NULL or an initialised context; the seed has the length given.
        let code = unsafe { mbedtls_entropy_func(ctx.cast(), seed.as_mut_ptr(), seed.len()) };
        if code != 0 {
            return code;
        }
        // SAFETY: C passes NULL or a string.
        let Some(path) = (unsafe { ptr::path(path) }) else {
            return MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR;
        };
        std::fs::write(path, seed.as_ref()).map_or(MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR, |()| 0)
    })
}

/// Writes a new seed in the place of one in a file, which the operating system's generator does not need.
///
/// \param ctx  The context.
/// \param path  Name of the file, which must be there.
///
/// \return  As mbedtls_entropy_write_seed_file() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_update_seed_file(
    ctx: *mut mbedtls_entropy_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a string.
        let readable = unsafe { ptr::path(path) }.is_some_and(|path| std::fs::File::open(path).is_ok());
        if !readable {
            return MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR;
        }
        // SAFETY: C passes NULL or an initialised context.
        unsafe { mbedtls_entropy_write_seed_file(ctx, path) }
    })
}

/// The operating system's randomness as a source.
///
/// \param data  Not used.
/// \param output,len  Where the bytes go, and how many.
/// \param olen  Set to how many there are.
///
/// \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_entropy_poll(
    data: *mut c_void,
    output: *mut c_uchar,
    len: usize,
    olen: *mut usize,
) -> c_int {
    let _ = data;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `olen` is NULL or writable by the caller's promise.
        unsafe { ptr::store(olen, 0) };
        // SAFETY: `len` bytes are writable at `output` by the caller's promise.
        if olen.is_null() || unsafe { random_out(output, len) }.is_err() {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: as above.
        unsafe { ptr::store(olen, len) };
        0
    })
}

/// Checks that the operating system yields randomness.
///
/// \param verbose  Not 0 to print what comes out.
///
/// \return  0, or 1 if it does not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_entropy_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        let (mut one, mut two) = ([0u8; 32], [0u8; 32]);
        let passed = rand::fill(&mut one).is_ok() && rand::fill(&mut two).is_ok() && one != two;
        if verbose != 0 {
            println!("  ENTROPY test: {}\n", if passed { "passed" } else { "failed" });
        }
        c_int::from(!passed)
    })
}

/// Fills `len` bytes at `output`, which may be uninitialised, with randomness of the operating system.
///
/// # Safety
/// If `output` is not NULL, `len` bytes must be writable there.
pub(crate) unsafe fn random_out(output: *mut c_uchar, len: usize) -> Result<(), crate::crypto::Unspecified> {
    if len == 0 {
        return Ok(());
    }
    // SAFETY: a slice of bytes that may be uninitialised is always valid over writable memory.
    let room = unsafe { ptr::uninit_bytes(output, len) }.ok_or(crate::crypto::Unspecified)?;
    room.fill(MaybeUninit::new(0));
    // SAFETY: every byte was just written.
    let room = unsafe { ptr::bytes_mut(output, len) }.ok_or(crate::crypto::Unspecified)?;
    rand::fill(room)
}

/// What the sources of the application yield: each is called once, or until it has yielded its threshold.
///
/// # Safety
/// If `ctx` is not NULL, it must be a context that is initialised or zeroed.
unsafe fn collect(ctx: *mut mbedtls_entropy_context, to_threshold: bool) -> Result<Zeroizing<Vec<u8>>, c_int> {
    // SAFETY: the caller's promise. Sources are copied out, so that no reference is alive while C code runs.
    let (sources, count) = match unsafe { ptr::as_ref(ctx) } {
        Some(context) if context.ready != 0 => (context.source, context.source_count as usize),
        _ => return Err(MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED),
    };
    let mut collected = Zeroizing::new(Vec::new());
    if count == 0 {
        return Ok(collected);
    }
    // SAFETY: the context is initialised, and so is its mutex.
    let _locked = unsafe { mbedtls_threading_mutex_t::lock(&raw const (*ctx).mutex) }
        .ok_or(super::threading::MBEDTLS_ERR_THREADING_MUTEX_ERROR)?;
    for source in sources.iter().take(count) {
        let Some(f_source) = source.f_source else { continue };
        let wanted = if to_threshold { source.threshold.max(1) } else { 1 };
        let mut yielded = 0usize;
        for _ in 0..MAX_ROUNDS {
            let mut block = Zeroizing::new([0u8; MBEDTLS_ENTROPY_MAX_GATHER as usize]);
            let mut olen = 0usize;
            // SAFETY: the application promised that the source can be called like this until the context is freed.
            let code = unsafe { f_source(source.p_source, block.as_mut_ptr(), block.len(), &raw mut olen) };
            if code != 0 {
                return Err(code);
            }
            let fresh = block.get(..olen).ok_or(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED)?;
            collected.extend_from_slice(fresh);
            yielded = yielded.saturating_add(olen);
            if yielded >= wanted || !to_threshold {
                break;
            }
        }
        if to_threshold && yielded < source.threshold {
            return Err(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED);
        }
    }
    Ok(collected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    fn context() -> Box<mbedtls_entropy_context> {
        // SAFETY: a context of zeros is what C starts from.
        let mut context: Box<mbedtls_entropy_context> = Box::new(unsafe { core::mem::zeroed() });
        // SAFETY: a whole context.
        unsafe { mbedtls_entropy_init(&raw mut *context) };
        context
    }

    unsafe extern "C" fn one_byte(data: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int {
        assert_eq!(len, 128);
        // SAFETY: the test passes a counter; the library passes a buffer and a length.
        unsafe {
            *data.cast::<usize>() += 1;
            *output = 7;
            *olen = 1;
        }
        0
    }

    unsafe extern "C" fn broken(_: *mut c_void, _: *mut c_uchar, _: usize, _: *mut usize) -> c_int {
        -9
    }

    #[test]
    fn fills_without_any_set_up() {
        let mut context = context();
        let mut out = [0u8; 64];
        // SAFETY: whole objects of the sizes given.
        unsafe {
            assert_eq!(
                mbedtls_entropy_func((&raw mut *context).cast(), out.as_mut_ptr(), 64),
                0
            );
            assert_ne!(out, [0; 64]);
            assert_eq!(
                mbedtls_entropy_func((&raw mut *context).cast(), out.as_mut_ptr(), 65),
                MBEDTLS_ERR_ENTROPY_SOURCE_FAILED
            );
            mbedtls_entropy_free(&raw mut *context);
            mbedtls_entropy_free(&raw mut *context);
            assert_eq!(
                mbedtls_entropy_func((&raw mut *context).cast(), out.as_mut_ptr(), 1),
                MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED
            );
        }
    }

    #[test]
    fn sources_are_asked_until_their_threshold() {
        let mut context = context();
        let mut calls = 0usize;
        let mut out = [0u8; 32];
        // SAFETY: whole objects of the sizes given; the counter outlives the context.
        unsafe {
            let ctx = &raw mut *context;
            let counter = (&raw mut calls).cast();
            assert_eq!(mbedtls_entropy_add_source(ctx, Some(one_byte), counter, 5, 1), 0);
            assert_eq!(mbedtls_entropy_func(ctx.cast(), out.as_mut_ptr(), 32), 0);
            assert_eq!(calls, 5);
            assert_eq!(mbedtls_entropy_gather(ctx), 0);
            assert_eq!(calls, 6);
            assert_eq!(mbedtls_entropy_add_source(ctx, Some(broken), null_mut(), 0, 0), 0);
            assert_eq!(mbedtls_entropy_func(ctx.cast(), out.as_mut_ptr(), 32), -9);
            for _ in 2..19 {
                assert_eq!(mbedtls_entropy_add_source(ctx, Some(broken), null_mut(), 0, 0), 0);
            }
            let full = mbedtls_entropy_add_source(ctx, Some(broken), null_mut(), 0, 0);
            assert_eq!(full, MBEDTLS_ERR_ENTROPY_MAX_SOURCES);
            mbedtls_entropy_free(ctx);
        }
    }

    #[test]
    fn null_and_misuse() {
        let mut context = context();
        let ctx = &raw mut *context;
        let mut out = [0u8; 8];
        let mut olen = 99;
        // SAFETY: NULL is allowed everywhere; the rest are whole objects.
        unsafe {
            mbedtls_entropy_init(null_mut());
            mbedtls_entropy_free(null_mut());
            assert!(mbedtls_entropy_func(null_mut(), out.as_mut_ptr(), 8) < 0);
            assert!(mbedtls_entropy_func(ctx.cast(), null_mut(), 8) < 0);
            assert_eq!(mbedtls_entropy_func(ctx.cast(), null_mut(), 0), 0);
            assert!(mbedtls_entropy_add_source(null_mut(), Some(broken), null_mut(), 0, 0) < 0);
            assert!(mbedtls_entropy_add_source(ctx, None, null_mut(), 0, 0) < 0);
            assert!(mbedtls_entropy_gather(null_mut()) < 0);
            assert!(mbedtls_entropy_update_manual(null_mut(), out.as_ptr(), 8) < 0);
            assert!(mbedtls_entropy_update_manual(ctx, null(), 8) < 0);
            assert_eq!(mbedtls_entropy_update_manual(ctx, out.as_ptr(), 8), 0);
            assert!(mbedtls_entropy_write_seed_file(ctx, null()) < 0);
            assert!(mbedtls_entropy_write_seed_file(null_mut(), c"/nowhere".as_ptr()) < 0);
            assert!(mbedtls_entropy_write_seed_file(ctx, c"/no/such/folder/seed".as_ptr()) < 0);
            assert!(mbedtls_entropy_update_seed_file(ctx, null()) < 0);
            assert!(mbedtls_entropy_update_seed_file(ctx, c"/no/such/folder/seed".as_ptr()) < 0);
            assert!(mbedtls_platform_entropy_poll(null_mut(), out.as_mut_ptr(), 8, null_mut()) < 0);
            assert!(mbedtls_platform_entropy_poll(null_mut(), null_mut(), 8, &raw mut olen) < 0);
            assert_eq!(olen, 0);
            assert_eq!(
                mbedtls_platform_entropy_poll(null_mut(), out.as_mut_ptr(), 8, &raw mut olen),
                0
            );
            assert_eq!(olen, 8);
            assert_eq!(mbedtls_entropy_self_test(0), 0);
            mbedtls_entropy_free(ctx);
        }
    }
}
