//! What is known of each cipher, and looking it up.

use super::{
    MBEDTLS_CIPHER_VARIABLE_IV_LEN, MBEDTLS_CIPHER_VARIABLE_KEY_LEN, mbedtls_cipher_context_t, mbedtls_cipher_id_t,
    mbedtls_cipher_info_t, mbedtls_cipher_mode_t, mbedtls_cipher_type_t, mbedtls_operation_t,
};
// Short names for the table; what C sees is declared with the long ones, which the header has.
use super::{mbedtls_cipher_id_t as Id, mbedtls_cipher_mode_t as Mode, mbedtls_cipher_type_t as Type};
use crate::capi::guard::guard;
use crate::capi::ptr::{self, enum_value};
use crate::crypto::cipher::BlockAlgorithm;
use core::ffi::{CStr, c_char, c_int, c_uint};
use core::mem::MaybeUninit;

/// A cipher: what C sees of it, and what it is.
pub(in crate::capi) struct Cipher {
    info: mbedtls_cipher_info_t,
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

/// Where the parts of `bits` begin.
const IV_AT: u32 = 5;
const KEY_AT: u32 = 8;
const MODE_AT: u32 = 12;
const TYPE_AT: u32 = 16;
const FLAGS_AT: u32 = 24;
const BASE_AT: u32 = 26;

/// A row of the table. The index of its own is that of 3.6.6.
const fn row(
    kind: Type,
    name: &'static CStr,
    id: Id,
    mode: Mode,
    key_bits: c_uint,
    iv_len: c_uint,
    base: c_uint,
) -> Cipher {
    let block = match (id, mode) {
        (Id::MBEDTLS_CIPHER_ID_CHACHA20, _) => 1,
        (Id::MBEDTLS_CIPHER_ID_DES | Id::MBEDTLS_CIPHER_ID_3DES, _) => 8,
        _ => 16,
    };
    let flags = match mode {
        Mode::MBEDTLS_MODE_GCM | Mode::MBEDTLS_MODE_CCM | Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG => {
            MBEDTLS_CIPHER_VARIABLE_IV_LEN as c_uint
        }
        _ => 0,
    };
    let bits = block
        | iv_len >> 2 << IV_AT
        | key_bits >> 6 << KEY_AT
        | (mode as c_uint) << MODE_AT
        | (kind as c_uint) << TYPE_AT
        | flags << FLAGS_AT
        | base << BASE_AT;
    Cipher {
        info: mbedtls_cipher_info_t {
            name: name.as_ptr(),
            bits,
        },
        kind,
        id,
        mode,
        key_bits,
    }
}

/// All ciphers, in the order of 3.6.6.
static CIPHERS: [Cipher; 82] = [
    row(
        Type::MBEDTLS_CIPHER_AES_128_ECB,
        c"AES-128-ECB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_ECB,
        128,
        0,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_ECB,
        c"AES-192-ECB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_ECB,
        192,
        0,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_ECB,
        c"AES-256-ECB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_ECB,
        256,
        0,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_CBC,
        c"AES-128-CBC",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CBC,
        128,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_CBC,
        c"AES-192-CBC",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CBC,
        192,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_CBC,
        c"AES-256-CBC",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CBC,
        256,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_CFB128,
        c"AES-128-CFB128",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CFB,
        128,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_CFB128,
        c"AES-192-CFB128",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CFB,
        192,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_CFB128,
        c"AES-256-CFB128",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CFB,
        256,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_OFB,
        c"AES-128-OFB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_OFB,
        128,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_OFB,
        c"AES-192-OFB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_OFB,
        192,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_OFB,
        c"AES-256-OFB",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_OFB,
        256,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_CTR,
        c"AES-128-CTR",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CTR,
        128,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_CTR,
        c"AES-192-CTR",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CTR,
        192,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_CTR,
        c"AES-256-CTR",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CTR,
        256,
        16,
        0,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_XTS,
        c"AES-128-XTS",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_XTS,
        256,
        16,
        15,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_XTS,
        c"AES-256-XTS",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_XTS,
        512,
        16,
        15,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_GCM,
        c"AES-128-GCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_GCM,
        128,
        12,
        11,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_GCM,
        c"AES-192-GCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_GCM,
        192,
        12,
        11,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_GCM,
        c"AES-256-GCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_GCM,
        256,
        12,
        11,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_CCM,
        c"AES-128-CCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM,
        128,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_CCM,
        c"AES-192-CCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM,
        192,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_CCM,
        c"AES-256-CCM",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM,
        256,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_CCM_STAR_NO_TAG,
        c"AES-128-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        128,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_CCM_STAR_NO_TAG,
        c"AES-192-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        192,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_CCM_STAR_NO_TAG,
        c"AES-256-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        256,
        12,
        3,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_ECB,
        c"CAMELLIA-128-ECB",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_ECB,
        128,
        0,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_ECB,
        c"CAMELLIA-192-ECB",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_ECB,
        192,
        0,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_ECB,
        c"CAMELLIA-256-ECB",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_ECB,
        256,
        0,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_CBC,
        c"CAMELLIA-128-CBC",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CBC,
        128,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_CBC,
        c"CAMELLIA-192-CBC",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CBC,
        192,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_CBC,
        c"CAMELLIA-256-CBC",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CBC,
        256,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_CFB128,
        c"CAMELLIA-128-CFB128",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CFB,
        128,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_CFB128,
        c"CAMELLIA-192-CFB128",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CFB,
        192,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_CFB128,
        c"CAMELLIA-256-CFB128",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CFB,
        256,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_CTR,
        c"CAMELLIA-128-CTR",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CTR,
        128,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_CTR,
        c"CAMELLIA-192-CTR",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CTR,
        192,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_CTR,
        c"CAMELLIA-256-CTR",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CTR,
        256,
        16,
        2,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_GCM,
        c"CAMELLIA-128-GCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_GCM,
        128,
        12,
        13,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_GCM,
        c"CAMELLIA-192-GCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_GCM,
        192,
        12,
        13,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_GCM,
        c"CAMELLIA-256-GCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_GCM,
        256,
        12,
        13,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_CCM,
        c"CAMELLIA-128-CCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM,
        128,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_CCM,
        c"CAMELLIA-192-CCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM,
        192,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_CCM,
        c"CAMELLIA-256-CCM",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM,
        256,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_128_CCM_STAR_NO_TAG,
        c"CAMELLIA-128-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        128,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_192_CCM_STAR_NO_TAG,
        c"CAMELLIA-192-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        192,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_CAMELLIA_256_CCM_STAR_NO_TAG,
        c"CAMELLIA-256-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_CAMELLIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        256,
        12,
        5,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_ECB,
        c"ARIA-128-ECB",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_ECB,
        128,
        0,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_ECB,
        c"ARIA-192-ECB",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_ECB,
        192,
        0,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_ECB,
        c"ARIA-256-ECB",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_ECB,
        256,
        0,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_CBC,
        c"ARIA-128-CBC",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CBC,
        128,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_CBC,
        c"ARIA-192-CBC",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CBC,
        192,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_CBC,
        c"ARIA-256-CBC",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CBC,
        256,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_CFB128,
        c"ARIA-128-CFB128",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CFB,
        128,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_CFB128,
        c"ARIA-192-CFB128",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CFB,
        192,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_CFB128,
        c"ARIA-256-CFB128",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CFB,
        256,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_CTR,
        c"ARIA-128-CTR",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CTR,
        128,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_CTR,
        c"ARIA-192-CTR",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CTR,
        192,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_CTR,
        c"ARIA-256-CTR",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CTR,
        256,
        16,
        1,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_GCM,
        c"ARIA-128-GCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_GCM,
        128,
        12,
        12,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_GCM,
        c"ARIA-192-GCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_GCM,
        192,
        12,
        12,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_GCM,
        c"ARIA-256-GCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_GCM,
        256,
        12,
        12,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_CCM,
        c"ARIA-128-CCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM,
        128,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_CCM,
        c"ARIA-192-CCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM,
        192,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_CCM,
        c"ARIA-256-CCM",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM,
        256,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_128_CCM_STAR_NO_TAG,
        c"ARIA-128-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        128,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_192_CCM_STAR_NO_TAG,
        c"ARIA-192-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        192,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_ARIA_256_CCM_STAR_NO_TAG,
        c"ARIA-256-CCM*-NO-TAG",
        Id::MBEDTLS_CIPHER_ID_ARIA,
        Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG,
        256,
        12,
        4,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_ECB,
        c"DES-ECB",
        Id::MBEDTLS_CIPHER_ID_DES,
        Mode::MBEDTLS_MODE_ECB,
        64,
        0,
        10,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_EDE_ECB,
        c"DES-EDE-ECB",
        Id::MBEDTLS_CIPHER_ID_DES,
        Mode::MBEDTLS_MODE_ECB,
        128,
        0,
        9,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_EDE3_ECB,
        c"DES-EDE3-ECB",
        Id::MBEDTLS_CIPHER_ID_3DES,
        Mode::MBEDTLS_MODE_ECB,
        192,
        0,
        8,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_CBC,
        c"DES-CBC",
        Id::MBEDTLS_CIPHER_ID_DES,
        Mode::MBEDTLS_MODE_CBC,
        64,
        8,
        10,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_EDE_CBC,
        c"DES-EDE-CBC",
        Id::MBEDTLS_CIPHER_ID_DES,
        Mode::MBEDTLS_MODE_CBC,
        128,
        8,
        9,
    ),
    row(
        Type::MBEDTLS_CIPHER_DES_EDE3_CBC,
        c"DES-EDE3-CBC",
        Id::MBEDTLS_CIPHER_ID_3DES,
        Mode::MBEDTLS_MODE_CBC,
        192,
        8,
        8,
    ),
    row(
        Type::MBEDTLS_CIPHER_CHACHA20,
        c"CHACHA20",
        Id::MBEDTLS_CIPHER_ID_CHACHA20,
        Mode::MBEDTLS_MODE_STREAM,
        256,
        12,
        6,
    ),
    row(
        Type::MBEDTLS_CIPHER_CHACHA20_POLY1305,
        c"CHACHA20-POLY1305",
        Id::MBEDTLS_CIPHER_ID_CHACHA20,
        Mode::MBEDTLS_MODE_CHACHAPOLY,
        256,
        12,
        7,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_KW,
        c"AES-128-KW",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KW,
        128,
        0,
        14,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_KW,
        c"AES-192-KW",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KW,
        192,
        0,
        14,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_KW,
        c"AES-256-KW",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KW,
        256,
        0,
        14,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_128_KWP,
        c"AES-128-KWP",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KWP,
        128,
        0,
        14,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_192_KWP,
        c"AES-192-KWP",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KWP,
        192,
        0,
        14,
    ),
    row(
        Type::MBEDTLS_CIPHER_AES_256_KWP,
        c"AES-256-KWP",
        Id::MBEDTLS_CIPHER_ID_AES,
        Mode::MBEDTLS_MODE_KWP,
        256,
        0,
        14,
    ),
];

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
    // SAFETY: a context's description is one of the table.
    match context.iv_size {
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
