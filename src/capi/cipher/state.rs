//! What a context of `cipher.h` owns.

use super::info::Cipher;
use super::{
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE, mbedtls_cipher_context_t,
    mbedtls_cipher_mode_t as Mode, mbedtls_operation_t,
};
use crate::capi::ccm::Ccm;
use crate::capi::gcm::Gcm;
use crate::capi::ptr;
use crate::crypto::cipher::{
    BlockKey, CcmKey, ChaCha20, ChaChaPolyStream, Direction, GcmKey, KeyWrap, Mode as RunningMode, Padding, Running,
    XtsKey,
};
use core::ffi::c_int;
use zeroize::{Zeroize as _, Zeroizing};

/// What a context owns from mbedtls_cipher_setup() on.
pub(super) struct State {
    pub(super) cipher: &'static Cipher,
    pub(super) body: Body,
    /// The initialization vector that was set; of modes of [`Body::Block`] it moves on there.
    pub(super) iv: [u8; 16],
    /// The padding, once it was set. Until then CBC has none, and cannot be finished.
    pub(super) padding: Option<Padding>,
}

impl Drop for State {
    fn drop(&mut self) {
        self.iv.zeroize();
    }
}

/// What the mode needs.
pub(super) enum Body {
    /// There is no key yet.
    Keyless,
    /// ECB, CBC, CFB, OFB or CTR.
    Block(Running),
    /// XTS.
    Xts(Box<XtsKey>),
    /// GCM.
    Gcm(Box<Gcm>),
    /// CCM, and CCM* without a tag.
    Ccm(Box<Ccm>),
    /// ChaCha20.
    ChaCha(Box<ChaCha20>),
    /// ChaCha20-Poly1305: the key, and a message under way.
    ChaChaPoly(Zeroizing<[u8; 32]>, Option<Box<ChaChaPolyStream>>),
    /// KW and KWP.
    Wrap(KeyWrap),
}

impl State {
    /// For a cipher, without a key.
    pub(super) fn new(cipher: &'static Cipher) -> Self {
        Self {
            cipher,
            body: Body::Keyless,
            iv: [0; 16],
            padding: None,
        }
    }

    /// Takes the key; an error code, or 0.
    pub(super) fn set_key(&mut self, key: &[u8], direction: Direction) -> c_int {
        let Some(body) = self.with_key(key, direction) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        self.body = body;
        0
    }

    /// The body for a key; `None` if the key is not right.
    fn with_key(&self, key: &[u8], direction: Direction) -> Option<Body> {
        let algorithm = self.cipher.algorithm();
        let running = |mode| {
            let key = BlockKey::new(algorithm?, key).ok()?;
            if let Body::Block(old) = &self.body {
                return Some(Body::Block(old.with_key(key, direction)));
            }
            let mut running = Running::new(key, mode, direction, self.padding.unwrap_or(Padding::None));
            running.set_iv(self.iv.get(..self.cipher.block_len())?).ok()?;
            Some(Body::Block(running))
        };
        match self.cipher.mode {
            Mode::MBEDTLS_MODE_ECB => running(RunningMode::Ecb),
            Mode::MBEDTLS_MODE_CBC => running(RunningMode::Cbc),
            Mode::MBEDTLS_MODE_CFB => running(RunningMode::Cfb),
            Mode::MBEDTLS_MODE_OFB => running(RunningMode::Ofb),
            Mode::MBEDTLS_MODE_CTR => running(RunningMode::Ctr),
            Mode::MBEDTLS_MODE_XTS => Some(Body::Xts(Box::new(XtsKey::new(key).ok()?))),
            Mode::MBEDTLS_MODE_GCM => Some(Body::Gcm(Box::new(Gcm::new(GcmKey::new(algorithm?, key).ok()?)))),
            Mode::MBEDTLS_MODE_CCM | Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG => {
                Some(Body::Ccm(Box::new(Ccm::new(CcmKey::new(algorithm?, key).ok()?))))
            }
            Mode::MBEDTLS_MODE_STREAM => {
                let nonce = self.iv.first_chunk::<12>()?;
                Some(Body::ChaCha(Box::new(ChaCha20::new(key.try_into().ok()?, nonce, 0))))
            }
            Mode::MBEDTLS_MODE_CHACHAPOLY => Some(Body::ChaChaPoly(Zeroizing::new(key.try_into().ok()?), None)),
            Mode::MBEDTLS_MODE_KW | Mode::MBEDTLS_MODE_KWP => Some(Body::Wrap(KeyWrap::new(key).ok()?)),
            Mode::MBEDTLS_MODE_NONE => None,
        }
    }

    /// The nonce of 12 bytes that was set.
    pub(super) fn nonce(&self) -> [u8; 12] {
        self.iv.first_chunk().copied().unwrap_or_default()
    }
}

/// What a context owns, and the context; an error code for NULL and a context that is not set up.
///
/// # Safety
/// `ctx` must be NULL or initialised, and used by nothing else while the references live.
pub(super) unsafe fn state<'a>(
    ctx: *mut mbedtls_cipher_context_t,
) -> Result<(&'a mut State, mbedtls_operation_t), c_int> {
    // SAFETY: the caller's promise; `inner` is NULL or a state that mbedtls_cipher_setup() made.
    let found =
        unsafe { ptr::as_ref(ctx).map(|context| (ptr::as_mut(context.inner.cast::<State>()), context.operation)) };
    match found {
        Some((Some(state), operation)) => {
            let operation = ptr::enum_value(operation).unwrap_or(mbedtls_operation_t::MBEDTLS_OPERATION_NONE);
            Ok((state, operation))
        }
        _ => Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
    }
}

/// The code of an operation that a mode has not, or of one that lacks its key.
pub(super) fn unavailable(body: &Body) -> c_int {
    match body {
        Body::Keyless => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        _ => MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    }
}
