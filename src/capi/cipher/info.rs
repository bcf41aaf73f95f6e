//! What is known of each cipher, and looking it up.

use super::{
    MBEDTLS_CIPHER_VARIABLE_IV_LEN, MBEDTLS_CIPHER_VARIABLE_KEY_LEN, mbedtls_cipher_context_t, mbedtls_cipher_id_t,
    mbedtls_cipher_info_t, mbedtls_cipher_mode_t, mbedtls_cipher_type_t, mbedtls_operation_t,
};
// Short names for the table; what C sees is declared with the long ones, which the header has.
use super::table::CIPHERS;
use super::{mbedtls_cipher_id_t as Id, mbedtls_cipher_mode_t as Mode, mbedtls_cipher_type_t as Type};
use crate::capi::guard::guard;
use crate::capi::ptr::{self, enum_value};
use crate::crypto::cipher::BlockAlgorithm;
use core::ffi::{c_char, c_int, c_uint};
use core::mem::MaybeUninit;

/// A cipher: what C sees of it, and what it is.
pub(in crate::capi) struct Cipher {
    pub(super) info: mbedtls_cipher_info_t,
    pub(in crate::capi) kind: Type,
    pub(in crate::capi) id: Id,
    pub(in crate::capi) mode: Mode,
    /// Length of the key, in bits.
    pub(in crate::capi) key_bits: c_uint,
}

// SAFETY: the pointer in it is to a string that never changes.
unsafe impl Sync for Cipher {}

impl Cipher {
    /// The cipher that `info` belongs to; `None` for NULL, and for what is not in the table.
    ///
    /// # Safety
    /// `info` must be NULL or readable.
    pub(in crate::capi) unsafe fn of(info: *const mbedtls_cipher_info_t) -> Option<&'static Self> {
        // SAFETY: the caller's promise.
        let number = unsafe { ptr::as_ref(info) }?.bits >> TYPE_AT & 0xff;
        CIPHERS.iter().find(|cipher| cipher.kind as c_uint == number)
    }

    /// The block cipher, if it is one.
    pub(in crate::capi) fn algorithm(&self) -> Option<BlockAlgorithm> {
        block_algorithm(Some(self.id), self.key_bits)
    }

    /// Block length, in bytes; 1 of stream ciphers.
    pub(in crate::capi) fn block_len(&self) -> usize {
        (self.info.bits & 0x1f) as usize
    }

    /// Length of the initialization vector, in bytes.
    pub(in crate::capi) fn iv_len(&self) -> usize {
        ((self.info.bits >> IV_AT & 7) << 2) as usize
    }

    /// Whether the initialization vector may have other lengths.
    pub(in crate::capi) fn has_variable_iv(&self) -> bool {
        self.info.bits >> FLAGS_AT & MBEDTLS_CIPHER_VARIABLE_IV_LEN as c_uint != 0
    }
}

/// The block cipher with a key of some bits.
pub(in crate::capi) fn block_algorithm(id: Option<Id>, bits: c_uint) -> Option<BlockAlgorithm> {
    Some(match (id?, bits) {
        (Id::MBEDTLS_CIPHER_ID_AES, 128) => BlockAlgorithm::Aes128,
        (Id::MBEDTLS_CIPHER_ID_AES, 192) => BlockAlgorithm::Aes192,
        (Id::MBEDTLS_CIPHER_ID_AES, 256) => BlockAlgorithm::Aes256,
        (Id::MBEDTLS_CIPHER_ID_CAMELLIA, 128) => BlockAlgorithm::Camellia128,
        (Id::MBEDTLS_CIPHER_ID_CAMELLIA, 192) => BlockAlgorithm::Camellia192,
        (Id::MBEDTLS_CIPHER_ID_CAMELLIA, 256) => BlockAlgorithm::Camellia256,
        (Id::MBEDTLS_CIPHER_ID_ARIA, 128) => BlockAlgorithm::Aria128,
        (Id::MBEDTLS_CIPHER_ID_ARIA, 192) => BlockAlgorithm::Aria192,
        (Id::MBEDTLS_CIPHER_ID_ARIA, 256) => BlockAlgorithm::Aria256,
        (Id::MBEDTLS_CIPHER_ID_DES, 64) => BlockAlgorithm::Des,
        // As in 3.6, 3DES with two keys goes by the name of DES.
        (Id::MBEDTLS_CIPHER_ID_DES, 128) => BlockAlgorithm::TripleDes2,
        (Id::MBEDTLS_CIPHER_ID_3DES, 192) => BlockAlgorithm::TripleDes3,
        _ => return None,
    })
}

// Where the parts of `bits` begin.
/// The length of the initialization vector.
pub(super) const IV_AT: u32 = 5;
/// The length of the key.
pub(super) const KEY_AT: u32 = 8;
/// The mode.
pub(super) const MODE_AT: u32 = 12;
/// The number.
pub(super) const TYPE_AT: u32 = 16;
/// The flags.
pub(super) const FLAGS_AT: u32 = 24;
/// The index of the implementation.
pub(super) const BASE_AT: u32 = 26;

/// The ciphers there are, by their numbers.
///
/// \return  An array that ends with 0 (MBEDTLS_CIPHER_NONE). It lives as long as the library.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_list() -> *const c_int {
    static LIST: [c_int; CIPHERS.len() + 1] = {
        let mut list = [0; CIPHERS.len() + 1];
        let mut at = 0;
        while at < CIPHERS.len() {
            list[at] = CIPHERS[at].kind as c_int;
            at += 1;
        }
        list
    };
    LIST.as_ptr()
}

/// The description of the first cipher that `is_it`, or NULL.
fn find(is_it: impl Fn(&Cipher) -> bool) -> *const mbedtls_cipher_info_t {
    CIPHERS
        .iter()
        .find(|cipher| is_it(cipher))
        .map_or(core::ptr::null(), |cipher| &raw const cipher.info)
}

/// Looks up a cipher by its number.
///
/// \param cipher_type  The number.
///
/// \return  The cipher, which lives as long as the library, or NULL.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_info_from_type(
    cipher_type: MaybeUninit<mbedtls_cipher_type_t>,
) -> *const mbedtls_cipher_info_t {
    guard(core::ptr::null(), || match enum_value(cipher_type) {
        Some(kind) => find(|cipher| cipher.kind == kind),
        None => core::ptr::null(),
    })
}

/// Looks up a cipher by its name.
///
/// \param cipher_name  The name, such as "AES-128-CBC".
///
/// \return  The cipher, which lives as long as the library, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_from_string(cipher_name: *const c_char) -> *const mbedtls_cipher_info_t {
    guard(core::ptr::null(), || {
        // SAFETY: C passes NULL or a string; the table's names are strings.
        unsafe { ptr::c_str(cipher_name) }.map_or(core::ptr::null(), |name| {
            // SAFETY: the table's names are strings that never change.
            find(|cipher| unsafe { ptr::c_str(cipher.info.name) } == Some(name))
        })
    })
}

/// Looks up a cipher by its properties.
///
/// \param cipher_id  The cipher.
/// \param key_bitlen  Length of the key, in bits.
/// \param mode  The mode.
///
/// \return  The cipher, which lives as long as the library, or NULL.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cipher_info_from_values(
    cipher_id: MaybeUninit<mbedtls_cipher_id_t>,
    key_bitlen: c_int,
    mode: MaybeUninit<mbedtls_cipher_mode_t>,
) -> *const mbedtls_cipher_info_t {
    guard(core::ptr::null(), || {
        match (enum_value(cipher_id), enum_value(mode), c_uint::try_from(key_bitlen)) {
            (Some(id), Some(mode), Ok(bits)) => {
                find(|cipher| cipher.id == id && cipher.mode == mode && cipher.key_bits == bits)
            }
            _ => core::ptr::null(),
        }
    })
}

/// A part of a description: from bit number `at` on, as many bits as `mask` has. 0 for NULL.
///
/// # Safety
/// `info` must be NULL or readable.
unsafe fn part(info: *const mbedtls_cipher_info_t, at: u32, mask: c_uint) -> c_uint {
    // SAFETY: the caller's promise.
    unsafe { ptr::as_ref(info) }.map_or(0, |info| info.bits >> at & mask)
}

/// A number of an enum as C passes it.
fn as_enum<E: ptr::CEnum>(number: c_uint, otherwise: E) -> E {
    E::ALL
        .iter()
        .copied()
        .find(|value| value.number() as c_uint == number)
        .unwrap_or(otherwise)
}

/// The number of a cipher.
///
/// \param info  The cipher.
///
/// \return  The number, or MBEDTLS_CIPHER_NONE for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_type(info: *const mbedtls_cipher_info_t) -> mbedtls_cipher_type_t {
    // SAFETY: C passes NULL or a description.
    as_enum(unsafe { part(info, TYPE_AT, 0xff) }, Type::MBEDTLS_CIPHER_NONE)
}

/// The mode of a cipher.
///
/// \param info  The cipher.
///
/// \return  The mode, or MBEDTLS_MODE_NONE for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_mode(info: *const mbedtls_cipher_info_t) -> mbedtls_cipher_mode_t {
    // SAFETY: C passes NULL or a description.
    as_enum(unsafe { part(info, MODE_AT, 0xf) }, Mode::MBEDTLS_MODE_NONE)
}

/// The length of the key of a cipher.
///
/// \param info  The cipher.
///
/// \return  Bits, or 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_key_bitlen(info: *const mbedtls_cipher_info_t) -> usize {
    // SAFETY: C passes NULL or a description.
    (unsafe { part(info, KEY_AT, 0xf) } as usize) << 6
}

/// The name of a cipher.
///
/// \param info  The cipher.
///
/// \return  The name, which lives as long as the library, or NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_name(info: *const mbedtls_cipher_info_t) -> *const c_char {
    // SAFETY: C passes NULL or a description.
    unsafe { ptr::as_ref(info) }.map_or(core::ptr::null(), |info| info.name)
}

/// The length of the initialization vector of a cipher.
///
/// \param info  The cipher.
///
/// \return  Bytes; 0 if there is none, or 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_iv_size(info: *const mbedtls_cipher_info_t) -> usize {
    // SAFETY: C passes NULL or a description.
    (unsafe { part(info, IV_AT, 7) } as usize) << 2
}

/// The length of a block of a cipher.
///
/// \param info  The cipher.
///
/// \return  Bytes; 1 of stream ciphers, or 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_get_block_size(info: *const mbedtls_cipher_info_t) -> usize {
    // SAFETY: C passes NULL or a description.
    (unsafe { part(info, 0, 0x1f) }) as usize
}

/// Whether the key of a cipher may have other lengths.
///
/// \param info  The cipher.
///
/// \return  Not 0 if so, or 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_has_variable_key_bitlen(info: *const mbedtls_cipher_info_t) -> c_int {
    // SAFETY: C passes NULL or a description.
    (unsafe { part(info, FLAGS_AT, MBEDTLS_CIPHER_VARIABLE_KEY_LEN as c_uint) }) as c_int
}

/// Whether the initialization vector of a cipher may have other lengths.
///
/// \param info  The cipher.
///
/// \return  Not 0 if so, or 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_info_has_variable_iv_size(info: *const mbedtls_cipher_info_t) -> c_int {
    // SAFETY: C passes NULL or a description.
    (unsafe { part(info, FLAGS_AT, MBEDTLS_CIPHER_VARIABLE_IV_LEN as c_uint) }) as c_int
}

/// The description that a context was set up with, or NULL.
///
/// # Safety
/// `ctx` must be NULL or initialised.
unsafe fn info_of(ctx: *const mbedtls_cipher_context_t) -> *const mbedtls_cipher_info_t {
    // SAFETY: the caller's promise.
    unsafe { ptr::as_ref(ctx) }.map_or(core::ptr::null(), |ctx| ctx.cipher_info)
}

/// The length of a block of a context's cipher.
///
/// \param ctx  The context.
///
/// \return  Bytes; 1 of stream ciphers, 0 if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_block_size(ctx: *const mbedtls_cipher_context_t) -> c_uint {
    // SAFETY: C passes NULL or an initialised context.
    unsafe { part(info_of(ctx), 0, 0x1f) }
}

/// The mode of a context's cipher.
///
/// \param ctx  The context.
///
/// \return  The mode, or MBEDTLS_MODE_NONE if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_cipher_mode(ctx: *const mbedtls_cipher_context_t) -> mbedtls_cipher_mode_t {
    // SAFETY: C passes NULL or an initialised context.
    unsafe { mbedtls_cipher_info_get_mode(info_of(ctx)) }
}

/// The length of the initialization vector that a context uses.
///
/// \param ctx  The context.
///
/// \return  Bytes: of what mbedtls_cipher_set_iv() set, or else of its cipher; 0 if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_iv_size(ctx: *const mbedtls_cipher_context_t) -> c_int {
    // SAFETY: C passes NULL or an initialised context.
    let Some(context) = (unsafe { ptr::as_ref(ctx) }) else {
        return 0;
    };
    if context.cipher_info.is_null() {
        return 0;
    }
    match context.iv_size {
        // SAFETY: a context's description is one of the table.
        0 => unsafe { part(context.cipher_info, IV_AT, 7) as c_int * 4 },
        set => c_int::try_from(set).unwrap_or(0),
    }
}

/// The number of a context's cipher.
///
/// \param ctx  The context.
///
/// \return  The number, or MBEDTLS_CIPHER_NONE if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_type(ctx: *const mbedtls_cipher_context_t) -> mbedtls_cipher_type_t {
    // SAFETY: C passes NULL or an initialised context.
    unsafe { mbedtls_cipher_info_get_type(info_of(ctx)) }
}

/// The name of a context's cipher.
///
/// \param ctx  The context.
///
/// \return  The name, which lives as long as the library, or NULL if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_name(ctx: *const mbedtls_cipher_context_t) -> *const c_char {
    // SAFETY: C passes NULL or an initialised context.
    unsafe { mbedtls_cipher_info_get_name(info_of(ctx)) }
}

/// The length of the key of a context's cipher.
///
/// \param ctx  The context.
///
/// \return  Bits, or MBEDTLS_KEY_LENGTH_NONE if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_key_bitlen(ctx: *const mbedtls_cipher_context_t) -> c_int {
    // SAFETY: C passes NULL or an initialised context.
    unsafe { (part(info_of(ctx), KEY_AT, 0xf) << 6) as c_int }
}

/// What a context was set up for.
///
/// \param ctx  The context.
///
/// \return  The operation, or MBEDTLS_OPERATION_NONE if there is no cipher.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_get_operation(ctx: *const mbedtls_cipher_context_t) -> mbedtls_operation_t {
    // SAFETY: C passes NULL or an initialised context.
    match unsafe { ptr::as_ref(ctx) } {
        Some(context) if !context.cipher_info.is_null() => {
            enum_value(context.operation).unwrap_or(mbedtls_operation_t::MBEDTLS_OPERATION_NONE)
        }
        _ => mbedtls_operation_t::MBEDTLS_OPERATION_NONE,
    }
}
