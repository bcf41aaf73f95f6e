//! RSA keys that the application holds, and reaches through functions of its own.

use std::ffi::{c_int, c_uchar, c_void};

use super::object::special_info;
use super::signature::Room;
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_BUFFER_TOO_SMALL, MBEDTLS_ERR_PK_TYPE_MISMATCH,
    MBEDTLS_PK_SIGNATURE_MAX_SIZE, mbedtls_pk_context, mbedtls_pk_rsa_alt_decrypt_func,
    mbedtls_pk_rsa_alt_key_len_func, mbedtls_pk_rsa_alt_sign_func, mbedtls_pk_type_t,
};
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::rsa::{MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_KEY_CHECK_FAILED};
use crate::crypto::verify::PublicKey;

/// The longest signature, in bytes.
const MAX_LEN: usize = MBEDTLS_PK_SIGNATURE_MAX_SIZE as usize;

/// What `mbedtls_pk_setup_rsa_alt` was given. Copied out before a function is called, which may free the context.
#[derive(Clone, Copy)]
pub(super) struct RsaAlt {
    key: *mut c_void,
    decrypt: mbedtls_pk_rsa_alt_decrypt_func,
    sign: mbedtls_pk_rsa_alt_sign_func,
    key_len: mbedtls_pk_rsa_alt_key_len_func,
}

impl RsaAlt {
    /// The length of the modulus, in bytes.
    ///
    /// # Safety
    /// The application's functions work; nothing of ours is borrowed that they might change.
    pub unsafe fn len(&self) -> usize {
        // SAFETY: as stated.
        self.key_len.map_or(0, |f| unsafe { f(self.key) })
    }

    /// Has the application sign. `room` is what C handed over, and is not written to before the application does.
    ///
    /// # Safety
    /// As [`RsaAlt::len`]; `hash` holds what is to be signed.
    pub unsafe fn sign(
        &self,
        md: mbedtls_md_type_t,
        hash: (*const c_uchar, usize),
        room: &Room,
        rng: (mbedtls_f_rng_t, *mut c_void),
    ) -> c_int {
        let Ok(hash_len) = u32::try_from(hash.1) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let Some(f) = self.sign else {
            return MBEDTLS_ERR_PK_TYPE_MISMATCH;
        };
        // SAFETY: `sig` has room for as many bytes as the key is long, which is checked, and `sig_len` is writable.
        unsafe {
            let len = self.len();
            *room.sig_len = len;
            if len > MAX_LEN {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            if len > room.sig_size {
                return MBEDTLS_ERR_PK_BUFFER_TOO_SMALL;
            }
            f(self.key, rng.0, rng.1, md, hash_len, hash.0, room.sig)
        }
    }

    /// Has the application decrypt.
    ///
    /// # Safety
    /// As [`RsaAlt::len`]; the buffers hold as many bytes as stated, `olen` is writable.
    pub unsafe fn decrypt(
        &self,
        input: (*const c_uchar, usize),
        output: *mut c_uchar,
        olen: *mut usize,
        osize: usize,
    ) -> c_int {
        let Some(f) = self.decrypt else {
            return MBEDTLS_ERR_PK_TYPE_MISMATCH;
        };
        // SAFETY: as stated.
        unsafe {
            if input.1 != self.len() {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            }
            f(self.key, olen, input.0, output, osize)
        }
    }

    /// Whether the application's key is the private half of this one: it has to sign something.
    ///
    /// # Safety
    /// As [`RsaAlt::len`].
    pub unsafe fn check_pair(&self, public: &PublicKey, rng: (mbedtls_f_rng_t, *mut c_void)) -> c_int {
        let hash = [0x2a; 32];
        let len = public.bits().div_ceil(8);
        // SAFETY: as stated; the buffers live until the application's function returns.
        unsafe {
            if self.len().saturating_mul(8) != public.bits() {
                return MBEDTLS_ERR_RSA_KEY_CHECK_FAILED;
            }
            let mut signature = vec![0; len];
            let mut sig_len = 0;
            let room = Room {
                sig: signature.as_mut_ptr(),
                sig_size: len,
                sig_len: &raw mut sig_len,
            };
            let md = mbedtls_md_type_t::MBEDTLS_MD_NONE;
            let code = self.sign(md, (hash.as_ptr(), hash.len()), &room, rng);
            if code != 0 {
                return code;
            }
            match public.verify_rsa_pkcs1_raw(&hash, &signature) {
                Ok(()) => 0,
                Err(_) => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
            }
        }
    }
}

/// Sets an empty context up for an RSA key that the application holds.
///
/// Such a key signs with mbedtls_pk_sign() and decrypts with mbedtls_pk_decrypt(), as PKCS #1 v1.5 has it. It cannot make
/// RSASSA-PSS signatures, which TLS 1.3 demands of RSA keys: as the key of mbedtls_ssl_conf_own_cert() it therefore signs
/// handshakes of TLS 1.2 and none of TLS 1.3. mbedtls_ssl_conf_async_private_cb() and mbedtls_pk_setup_opaque() are for that.
///
/// \param ctx           The context, initialised and empty.
/// \param key           The application's own, handed to the functions; it must live as long as the context.
/// \param decrypt_func  Decrypts.
/// \param sign_func     Signs a hash: writes as many bytes as `key_len_func` tells.
/// \param key_len_func  Tells the length of the modulus in bytes.
///
/// \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or a context in use.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_setup_rsa_alt(
    ctx: *mut mbedtls_pk_context,
    key: *mut c_void,
    decrypt_func: mbedtls_pk_rsa_alt_decrypt_func,
    sign_func: mbedtls_pk_rsa_alt_sign_func,
    key_len_func: mbedtls_pk_rsa_alt_key_len_func,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some(ctx) = (unsafe { ctx.as_mut() }).filter(|ctx| ctx.pk_info.is_null()) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let alt = RsaAlt {
            key,
            decrypt: decrypt_func,
            sign: sign_func,
            key_len: key_len_func,
        };
        *ctx = mbedtls_pk_context {
            pk_info: special_info(mbedtls_pk_type_t::MBEDTLS_PK_RSA_ALT, mbedtls_pk_type_t::MBEDTLS_PK_RSA),
            pk_ctx: Box::into_raw(Box::new(alt)).cast(),
        };
        0
    })
}
