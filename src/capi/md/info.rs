//! Which hash functions there are, and their facts.

use super::{mbedtls_md_context_t, mbedtls_md_type_t};
use crate::capi::guard::guard;
use crate::capi::ptr::{self, enum_value};
use crate::crypto::hash::HashAlgorithm;
use core::ffi::{CStr, c_char, c_int, c_uchar};
use core::mem::MaybeUninit;

use mbedtls_md_type_t::{
    MBEDTLS_MD_MD5, MBEDTLS_MD_NONE, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA3_224, MBEDTLS_MD_SHA3_256,
    MBEDTLS_MD_SHA3_384, MBEDTLS_MD_SHA3_512, MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384,
    MBEDTLS_MD_SHA512,
};

/// A hash function; its content is private.
///
/// cbindgen:ignore
#[repr(C)]
#[derive(Debug)]
pub struct mbedtls_md_info_t {
    /// Its number.
    pub(in crate::capi) md: mbedtls_md_type_t,
    /// Its name.
    name: &'static CStr,
    /// What computes it.
    pub(in crate::capi) algorithm: HashAlgorithm,
}

/// All of them, in the order of mbedtls_md_list().
static ALL: [mbedtls_md_info_t; 11] = [
    entry(MBEDTLS_MD_SHA512, c"SHA512", HashAlgorithm::Sha512),
    entry(MBEDTLS_MD_SHA384, c"SHA384", HashAlgorithm::Sha384),
    entry(MBEDTLS_MD_SHA256, c"SHA256", HashAlgorithm::Sha256),
    entry(MBEDTLS_MD_SHA224, c"SHA224", HashAlgorithm::Sha224),
    entry(MBEDTLS_MD_SHA1, c"SHA1", HashAlgorithm::Sha1),
    entry(MBEDTLS_MD_RIPEMD160, c"RIPEMD160", HashAlgorithm::Ripemd160),
    entry(MBEDTLS_MD_MD5, c"MD5", HashAlgorithm::Md5),
    entry(MBEDTLS_MD_SHA3_224, c"SHA3-224", HashAlgorithm::Sha3_224),
    entry(MBEDTLS_MD_SHA3_256, c"SHA3-256", HashAlgorithm::Sha3_256),
    entry(MBEDTLS_MD_SHA3_384, c"SHA3-384", HashAlgorithm::Sha3_384),
    entry(MBEDTLS_MD_SHA3_512, c"SHA3-512", HashAlgorithm::Sha3_512),
];

/// A row of [`ALL`].
const fn entry(md: mbedtls_md_type_t, name: &'static CStr, algorithm: HashAlgorithm) -> mbedtls_md_info_t {
    mbedtls_md_info_t { md, name, algorithm }
}

/// The numbers of [`ALL`], and a zero behind them.
static NUMBERS: [c_int; ALL.len() + 1] = {
    let mut numbers = [0; ALL.len() + 1];
    let mut at = 0;
    while at < ALL.len() {
        numbers[at] = ALL[at].md as c_int;
        at += 1;
    }
    numbers
};

/// The hash function that C points at; `None` for NULL and for what is none of ours.
pub(in crate::capi) fn hash_info(info: *const mbedtls_md_info_t) -> Option<&'static mbedtls_md_info_t> {
    ALL.iter().find(|known| core::ptr::eq(*known, info))
}

/// The hash function of a number; `None` for MBEDTLS_MD_NONE.
pub(in crate::capi) fn hash_by_type(md: mbedtls_md_type_t) -> Option<&'static mbedtls_md_info_t> {
    ALL.iter().find(|known| known.md == md)
}

/// A pointer for C.
fn pointer(info: Option<&'static mbedtls_md_info_t>) -> *const mbedtls_md_info_t {
    info.map_or(core::ptr::null(), core::ptr::from_ref)
}

/// The length of a hash, for C.
fn size(info: Option<&'static mbedtls_md_info_t>) -> c_uchar {
    info.and_then(|info| c_uchar::try_from(info.algorithm.output_len()).ok())
        .unwrap_or(0)
}

/// The numbers of all hash functions.
///
/// \return  An array that lives for ever and ends with MBEDTLS_MD_NONE, the strongest of SHA-2 first.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_md_list() -> *const c_int {
    guard(core::ptr::null(), || NUMBERS.as_ptr())
}

/// The hash function of a name.
///
/// \param md_name  The name, in capitals: "SHA256", "SHA3-256", "MD5" ...
///
/// \return  The hash function, or NULL if there is none of that name or it is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_string(md_name: *const c_char) -> *const mbedtls_md_info_t {
    guard(core::ptr::null(), || {
        // SAFETY: C passes NULL or a string.
        let Some(name) = (unsafe { ptr::c_str(md_name) }) else {
            return core::ptr::null();
        };
        // An old name of SHA-1.
        let name = if name == c"SHA" { c"SHA1" } else { name };
        pointer(ALL.iter().find(|known| known.name == name))
    })
}

/// The hash function of a number.
///
/// \param md_type  The number.
///
/// \return  The hash function, or NULL if there is none of that number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_type(
    md_type: MaybeUninit<mbedtls_md_type_t>,
) -> *const mbedtls_md_info_t {
    guard(core::ptr::null(), || {
        pointer(enum_value(md_type).and_then(hash_by_type))
    })
}

/// The hash function of a context.
///
/// \param ctx  The context.
///
/// \return  The hash function, or NULL if the context is NULL or not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_info_from_ctx(ctx: *const mbedtls_md_context_t) -> *const mbedtls_md_info_t {
    guard(core::ptr::null(), || {
        // SAFETY: C passes NULL or an initialised context.
        unsafe { ptr::as_ref(ctx) }.map_or(core::ptr::null(), |context| context.md_info)
    })
}

/// The name of a hash function.
///
/// \param md_info  The hash function.
///
/// \return  A text that lives for ever, or NULL if `md_info` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_name(md_info: *const mbedtls_md_info_t) -> *const c_char {
    guard(core::ptr::null(), || {
        hash_info(md_info).map_or(core::ptr::null(), |info| info.name.as_ptr())
    })
}

/// The length of a hash.
///
/// \param md_info  The hash function.
///
/// \return  The length in bytes, or 0 if `md_info` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_size(md_info: *const mbedtls_md_info_t) -> c_uchar {
    guard(0, || size(hash_info(md_info)))
}

/// The length of a hash.
///
/// \param md_type  The number of the hash function.
///
/// \return  The length in bytes, or 0 if there is no such function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_size_from_type(md_type: MaybeUninit<mbedtls_md_type_t>) -> c_uchar {
    guard(0, || size(enum_value(md_type).and_then(hash_by_type)))
}

/// The number of a hash function.
///
/// \param md_info  The hash function.
///
/// \return  The number, or MBEDTLS_MD_NONE if `md_info` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md_get_type(md_info: *const mbedtls_md_info_t) -> mbedtls_md_type_t {
    guard(MBEDTLS_MD_NONE, || {
        hash_info(md_info).map_or(MBEDTLS_MD_NONE, |info| info.md)
    })
}
