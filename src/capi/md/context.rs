//! Hashing with a context. It points at a context of the hash function's own header, in memory of mbedtls_calloc().

use super::hmac::HmacState;
use super::{
    MBEDTLS_ERR_MD_ALLOC_FAILED, MBEDTLS_ERR_MD_BAD_INPUT_DATA, MBEDTLS_ERR_MD_FILE_IO_ERROR, hash_info,
    mbedtls_md_context_t, mbedtls_md_info_t, mbedtls_md_type_t,
};
use crate::capi::digest::{self, Running};
use crate::capi::guard::guard;
use crate::capi::md5::mbedtls_md5_context;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr;
use crate::capi::ripemd160::mbedtls_ripemd160_context;
use crate::capi::sha1::mbedtls_sha1_context;
use crate::capi::sha3::mbedtls_sha3_context;
use crate::capi::sha256::mbedtls_sha256_context;
use crate::capi::sha512::mbedtls_sha512_context;
use crate::crypto::Unspecified;
use crate::crypto::digest::Sponge;
use crate::crypto::hash::{Digest, HashAlgorithm};
use core::ffi::{c_char, c_int, c_uchar};
use std::io::Read;
use zeroize::{Zeroize, Zeroizing};

/// A running digest of any header.
trait State {
    /// Makes it ready for the first byte.
    fn start(&mut self, algorithm: HashAlgorithm) -> Result<(), Unspecified>;
    /// Adds bytes.
    fn update(&mut self, data: &[u8]) -> Result<(), Unspecified>;
    /// The digest; the state is wiped.
    fn finish(&mut self) -> Result<Digest, Unspecified>;
}

/// A struct of a digest that chains blocks, with the choice that two of them have.
trait Chosen: Running + Copy {
    /// Keeps the choice between the two functions of the header.
    fn choose(&mut self, _is_shorter: bool) {}
}

impl Chosen for mbedtls_md5_context {}
impl Chosen for mbedtls_ripemd160_context {}
impl Chosen for mbedtls_sha1_context {}
impl Chosen for mbedtls_sha256_context {
    fn choose(&mut self, is_shorter: bool) {
        self.is224 = is_shorter.into();
    }
}
impl Chosen for mbedtls_sha512_context {
    fn choose(&mut self, is_shorter: bool) {
        self.is384 = is_shorter.into();
    }
}

impl<C: Chosen> State for C {
    fn start(&mut self, algorithm: HashAlgorithm) -> Result<(), Unspecified> {
        self.choose(matches!(algorithm, HashAlgorithm::Sha224 | HashAlgorithm::Sha384));
        digest::start(self)
    }
    fn update(&mut self, data: &[u8]) -> Result<(), Unspecified> {
        digest::update(self, data)
    }
    fn finish(&mut self) -> Result<Digest, Unspecified> {
        let digest = digest::finish(self);
        // SAFETY: a whole struct of numbers, which may all be zero.
        unsafe { ptr::zero(self) };
        digest
    }
}

/// SHA-3, which has no `Running`; a type of its own, so that it is not taken for a [`Chosen`].
#[repr(transparent)]
struct Sponged(mbedtls_sha3_context);

impl State for Sponged {
    fn start(&mut self, algorithm: HashAlgorithm) -> Result<(), Unspecified> {
        self.0.start(match algorithm {
            HashAlgorithm::Sha3_224 => Sponge::Sha3_224,
            HashAlgorithm::Sha3_256 => Sponge::Sha3_256,
            HashAlgorithm::Sha3_384 => Sponge::Sha3_384,
            _ => Sponge::Sha3_512,
        });
        Ok(())
    }
    fn update(&mut self, data: &[u8]) -> Result<(), Unspecified> {
        self.0.update(data)
    }
    fn finish(&mut self) -> Result<Digest, Unspecified> {
        let digest = self.0.finish();
        // SAFETY: a whole struct of numbers, which may all be zero.
        unsafe { ptr::zero(self) };
        digest
    }
}

/// The length of the context of a hash function's own header.
const fn state_len(md: mbedtls_md_type_t) -> usize {
    match md {
        mbedtls_md_type_t::MBEDTLS_MD_NONE => 0,
        mbedtls_md_type_t::MBEDTLS_MD_MD5 => size_of::<mbedtls_md5_context>(),
        mbedtls_md_type_t::MBEDTLS_MD_RIPEMD160 => size_of::<mbedtls_ripemd160_context>(),
        mbedtls_md_type_t::MBEDTLS_MD_SHA1 => size_of::<mbedtls_sha1_context>(),
        mbedtls_md_type_t::MBEDTLS_MD_SHA224 | mbedtls_md_type_t::MBEDTLS_MD_SHA256 => {
            size_of::<mbedtls_sha256_context>()
        }
        mbedtls_md_type_t::MBEDTLS_MD_SHA384 | mbedtls_md_type_t::MBEDTLS_MD_SHA512 => {
            size_of::<mbedtls_sha512_context>()
        }
        mbedtls_md_type_t::MBEDTLS_MD_SHA3_224
        | mbedtls_md_type_t::MBEDTLS_MD_SHA3_256
        | mbedtls_md_type_t::MBEDTLS_MD_SHA3_384
        | mbedtls_md_type_t::MBEDTLS_MD_SHA3_512 => size_of::<mbedtls_sha3_context>(),
    }
}

/// The parts of a context that is set up.
struct Open<'a> {
    info: &'static mbedtls_md_info_t,
    state: &'a mut dyn State,
    hmac: Option<&'a mut HmacState>,
}

/// Looks into a context; `None` if it is NULL or not set up.
///
/// # Safety
/// `ctx` is NULL, or initialised and used by nothing else while the parts live.
unsafe fn open<'a>(ctx: *const mbedtls_md_context_t) -> Option<Open<'a>> {
    // SAFETY: the caller's promise.
    let context = unsafe { ptr::as_ref(ctx) }?;
    let info = hash_info(context.md_info)?;
    let at = context.md_ctx;
    if at.is_null() {
        return None;
    }
    // SAFETY: mbedtls_md_setup() got the memory for a context of this hash function, which began as zeros.
    let state: &'a mut dyn State = unsafe {
        match info.algorithm {
            HashAlgorithm::Md5 => &mut *at.cast::<mbedtls_md5_context>(),
            HashAlgorithm::Ripemd160 => &mut *at.cast::<mbedtls_ripemd160_context>(),
            HashAlgorithm::Sha1 => &mut *at.cast::<mbedtls_sha1_context>(),
            HashAlgorithm::Sha224 | HashAlgorithm::Sha256 => &mut *at.cast::<mbedtls_sha256_context>(),
            HashAlgorithm::Sha384 | HashAlgorithm::Sha512 => &mut *at.cast::<mbedtls_sha512_context>(),
            HashAlgorithm::Sha3_224 | HashAlgorithm::Sha3_256 | HashAlgorithm::Sha3_384 | HashAlgorithm::Sha3_512 => {
                &mut *at.cast::<Sponged>()
            }
        }
    };
    // SAFETY: NULL, or what mbedtls_md_setup() put there.
    let hmac = unsafe { ptr::as_mut(context.hmac_ctx.cast::<HmacState>()) };
    Some(Open { info, state, hmac })
}

/// Makes a context ready for mbedtls_md_setup().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_init(ctx: *mut mbedtls_md_context_t) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_free(ctx: *mut mbedtls_md_context_t) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised context.
        let Some(context) = (unsafe { ptr::as_ref(ctx) }) else {
            return;
        };
        let Some(info) = hash_info(context.md_info) else { return };
        // SAFETY: both pointers are NULL or what mbedtls_md_setup() put there, and nobody else's.
        unsafe {
            super::hmac::release(context.hmac_ctx.cast());
            if let Some(bytes) = ptr::uninit_bytes(context.md_ctx.cast(), state_len(info.md)) {
                bytes.zeroize();
            }
            mbedtls_free(context.md_ctx);
            ptr::zero(ctx);
        }
    });
}

/// Chooses the hash function of a context.
///
/// \param ctx  The context, initialised.
/// \param md_info  The hash function.
/// \param hmac  Not 0 if the context is also to compute HMAC.
///
/// \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL, or MBEDTLS_ERR_MD_ALLOC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_setup(
    ctx: *mut mbedtls_md_context_t,
    md_info: *const mbedtls_md_info_t,
    hmac: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let (Some(context), Some(info)) = (unsafe { ptr::as_mut(ctx) }, hash_info(md_info)) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        *context = mbedtls_md_context_t {
            md_info,
            // SAFETY: any arguments are allowed.
            md_ctx: unsafe { mbedtls_calloc(1, state_len(info.md)) },
            hmac_ctx: core::ptr::null_mut(),
        };
        if context.md_ctx.is_null() {
            return MBEDTLS_ERR_MD_ALLOC_FAILED;
        }
        if hmac != 0 {
            context.hmac_ctx = super::hmac::allocate().cast();
            if context.hmac_ctx.is_null() {
                // SAFETY: the context is set up; the reference was used for the last time.
                unsafe { mbedtls_md_free(ctx) };
                return MBEDTLS_ERR_MD_ALLOC_FAILED;
            }
        }
        0
    })
}

/// Copies the state of a digest that is under way, and of an HMAC if both contexts are set up for it.
///
/// \param dst  The copy, set up with the same hash function.
/// \param src  What is copied.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the hash functions differ.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_clone(dst: *mut mbedtls_md_context_t, src: *const mbedtls_md_context_t) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or initialised contexts that it uses nowhere else meanwhile.
        let (Some(to), Some(from)) = (unsafe { ptr::as_ref(dst) }, unsafe { ptr::as_ref(src) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let same = hash_info(to.md_info).filter(|info| core::ptr::eq(*info, from.md_info));
        let Some(info) = same.filter(|_| !to.md_ctx.is_null() && !from.md_ctx.is_null()) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if core::ptr::eq(to, from) {
            return 0;
        }
        // SAFETY: both have memory for a context of this hash function; `copy` allows it to be the same. The states of
        // HMAC are NULL or what mbedtls_md_setup() put there.
        unsafe {
            core::ptr::copy(from.md_ctx.cast::<u8>(), to.md_ctx.cast::<u8>(), state_len(info.md));
            if to.hmac_ctx != from.hmac_ctx {
                super::hmac::copy_running(from.hmac_ctx.cast(), to.hmac_ctx.cast());
            }
        }
        0
    })
}

/// Begins a digest.
///
/// \param ctx  The context, set up.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the context is NULL or not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_starts(ctx: *mut mbedtls_md_context_t) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile.
        let Some(open) = (unsafe { open(ctx) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if let Some(hmac) = open.hmac {
            hmac.stop();
        }
        open.state
            .start(open.info.algorithm)
            .map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |()| 0)
    })
}

/// Adds bytes to a digest, or to an HMAC that is under way.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_update(
    ctx: *mut mbedtls_md_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some(open), Some(input)) = (unsafe { open(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if open.hmac.is_some_and(|hmac| hmac.update(input)) || input.is_empty() {
            return 0;
        }
        open.state.update(input).map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |()| 0)
    })
}

/// Ends a digest. The context can be started again.
///
/// DEVIATION: where mbedtls_md_hmac_starts() was the last to start the context, 3.6.6 writes the inner hash of the HMAC,
/// half of a computation; here that is an error.
///
/// \param ctx  The context, started.
/// \param output  Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL, the context is not set up, or an HMAC is under way.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_finish(ctx: *mut mbedtls_md_context_t, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context that it uses nowhere else meanwhile.
        let Some(open) = (unsafe { open(ctx) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if output.is_null() || open.hmac.is_some_and(|hmac| hmac.is_running()) {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        }
        open.state.finish().map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |digest| {
            // SAFETY: there is room for the digest by the caller's promise.
            unsafe { ptr::copy_out(digest.as_ref(), output) };
            0
        })
    })
}

/// The digest of a buffer.
///
/// \param md_info  The hash function.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output  Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md(
    md_info: *const mbedtls_md_info_t,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let (Some(info), Some(input)) = (hash_info(md_info), unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let digest = info.algorithm.hash(input);
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if unsafe { digest::give(&digest, output) } {
            0
        } else {
            MBEDTLS_ERR_MD_BAD_INPUT_DATA
        }
    })
}

/// The digest of a file.
///
/// \param md_info  The hash function.
/// \param path  Name of the file.
/// \param output  Where the digest goes: mbedtls_md_get_size() bytes.
///
/// \return  0, MBEDTLS_ERR_MD_FILE_IO_ERROR if the file cannot be read, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if `md_info` or
/// `output` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_file(
    md_info: *const mbedtls_md_info_t,
    path: *const c_char,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        let Some(info) = hash_info(md_info).filter(|_| !output.is_null()) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        // SAFETY: C passes NULL or a string.
        let digest = unsafe { ptr::path(path) }.and_then(|path| hash_file(info.algorithm, path).ok());
        let Some(digest) = digest else {
            return MBEDTLS_ERR_MD_FILE_IO_ERROR;
        };
        // SAFETY: there is room for the digest by the caller's promise.
        unsafe { ptr::copy_out(digest.as_ref(), output) };
        0
    })
}

/// The digest of a file, read in pieces.
fn hash_file(algorithm: HashAlgorithm, path: &std::path::Path) -> std::io::Result<Digest> {
    let mut file = std::fs::File::open(path)?;
    let mut hasher = algorithm.start();
    let mut buffer = Zeroizing::new(vec![0; 64 << 10]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hasher.finish()),
            Ok(len) => hasher.update(buffer.get(..len).unwrap_or_default()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use super::*;
    use core::mem::MaybeUninit;
    use core::ptr::{null, null_mut};

    fn context() -> mbedtls_md_context_t {
        mbedtls_md_context_t {
            md_info: null(),
            md_ctx: null_mut(),
            hmac_ctx: null_mut(),
        }
    }

    #[test]
    fn null_and_misuse() {
        let mut one = context();
        let ctx = &raw mut one;
        let mut out = [0; 64];
        let (to, input) = (out.as_mut_ptr(), b"abc".as_ptr());
        let sha256 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA256);
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            let info = mbedtls_md_info_from_type(sha256);
            mbedtls_md_init(null_mut());
            mbedtls_md_free(null_mut());
            mbedtls_md_free(ctx);
            assert!(mbedtls_md_setup(ctx, ctx.cast(), 0) < 0, "no hash function of ours");
            assert_eq!(mbedtls_md_setup(ctx, info, 1), 0);
            assert_eq!(mbedtls_md_starts(ctx), 0);
            assert!(mbedtls_md_update(ctx, null(), 3) < 0);
            assert!(mbedtls_md_finish(ctx, null_mut()) < 0);
            assert_eq!(mbedtls_md_clone(ctx, ctx), 0);
            assert!(mbedtls_md_hmac_starts(ctx, null(), 3) < 0);
            assert_eq!(mbedtls_md_hmac_starts(ctx, null(), 0), 0);
            assert!(mbedtls_md_hmac_update(ctx, null(), 3) < 0);
            assert!(mbedtls_md_hmac_finish(ctx, null_mut()) < 0);
            assert!(mbedtls_md_hmac_finish(ctx, to) < 0, "it has ended");
            assert_eq!(mbedtls_md_hmac_reset(ctx), 0);
            assert!(mbedtls_md_finish(ctx, to) < 0);
            assert!(mbedtls_md(info, null(), 3, to) < 0);
            assert!(mbedtls_md(info, input, 3, null_mut()) < 0);
            assert!(mbedtls_md_hmac(info, null(), 3, input, 3, to) < 0);
            assert!(mbedtls_md_hmac(info, input, 3, null(), 3, to) < 0);
            assert!(mbedtls_md_hmac(info, input, 3, input, 3, null_mut()) < 0);
            assert!(mbedtls_md_file(info, null(), to) < 0);
            assert!(mbedtls_md_file(info, c"/dev/null".as_ptr(), null_mut()) < 0);
            mbedtls_md_free(ctx);
            assert!(one.md_ctx.is_null() && one.hmac_ctx.is_null());
        }
    }

    /// A program that takes an HMAC context for one of digests, and the other way round.
    #[test]
    fn update_means_what_is_under_way() {
        let (mut one, mut out, mut expected) = (context(), [0; 20], [0; 20]);
        let ctx = &raw mut one;
        let sha1 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA1);
        let key = b"key".as_ptr();
        // SAFETY: whole objects of the sizes given.
        unsafe {
            let info = mbedtls_md_info_from_type(sha1);
            assert_eq!(mbedtls_md_setup(ctx, info, 1), 0);
            assert_eq!(mbedtls_md_hmac_starts(ctx, key, 3), 0);
            assert_eq!(mbedtls_md_update(ctx, b"data".as_ptr(), 4), 0);
            assert_eq!(mbedtls_md_hmac_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(
                mbedtls_md_hmac(info, key, 3, b"data".as_ptr(), 4, expected.as_mut_ptr()),
                0
            );
            assert_eq!(out, expected);
            assert_eq!(mbedtls_md_hmac_reset(ctx), 0);
            assert_eq!(mbedtls_md_starts(ctx), 0);
            assert_eq!(mbedtls_md_update(ctx, b"data".as_ptr(), 4), 0);
            assert_eq!(mbedtls_md_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(mbedtls_md(info, b"data".as_ptr(), 4, expected.as_mut_ptr()), 0);
            assert_eq!(out, expected);
            mbedtls_md_free(ctx);
        }
    }
}
