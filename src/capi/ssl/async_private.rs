//! Private keys that are somewhere else: a signature is begun by one callback and fetched by another, and in between the
//! handshake returns `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS` to the program.
//!
//! At most one operation of a connection is under way. Its life:
//!
//! ```text
//! start callback --0 or IN_PROGRESS--> under way --resume callback: IN_PROGRESS--+
//!      |                                 |   ^-----------------------------------+
//!      |                                 +--resume callback: 0 (the signature) or an error--> over
//!      |                                 +--free, reset, failed connection: cancel callback--> over
//!      +--FALLTHROUGH: the configured key signs here
//!      +--an error: the handshake has failed
//! ```
//!
//! A key that the application holds (`mbedtls_pk_setup_rsa_alt`) signs at once, by the same way.
//!
//! DEVIATION: 3.6 calls these functions in a server of TLS 1.2 and ignores them in TLS 1.3 and in a client; here they serve
//! both ends of both versions.

use std::ffi::{c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use super::drive::{Call, Code};
use super::inner::{Inner, KeyCert, config_mut, config_ref, hold, peek};
use super::names::*;
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::{self, mbedtls_pk_context};
use crate::capi::ptr::CEnum;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::SignatureAlgorithm;
use crate::tls::config::Credential;
use crate::tls::error::Error;
use crate::tls::suites::signature_scheme;
use crate::tls::want::Answer;
use crate::tls::wire::codes::SignatureScheme;

/// What `mbedtls_ssl_conf_async_private_cb` sets.
#[derive(Clone, Copy)]
pub struct AsyncPrivate {
    /// Begins a signature.
    pub sign: mbedtls_ssl_async_sign_t,
    /// Begins a decryption, which neither version has a use for.
    pub decrypt: mbedtls_ssl_async_decrypt_t,
    /// Asks for the outcome.
    pub resume: mbedtls_ssl_async_resume_t,
    /// Gives up.
    pub cancel: mbedtls_ssl_async_cancel_t,
    /// The application's own.
    pub config_data: *mut c_void,
}

impl AsyncPrivate {
    /// Keys are where they are configured.
    pub const NONE: Self = Self {
        sign: None,
        decrypt: None,
        resume: None,
        cancel: None,
        config_data: ptr::null_mut(),
    };
}

/// Where an operation is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// There is none.
    Idle,
    /// The start callback runs: nothing is to be cancelled yet.
    Starting,
    /// It was begun.
    UnderWay,
    /// The resume callback runs: it may be the last word, so that nothing is to be cancelled.
    Resuming,
}

/// The operation of a connection.
pub struct Operation {
    phase: Phase,
    /// What is to be signed with.
    scheme: SignatureScheme,
    /// Of the configuration as it was when the operation began: a program may free that before the context.
    cancel: mbedtls_ssl_async_cancel_t,
    /// `mbedtls_ssl_set_async_operation_data`
    data: *mut c_void,
    /// The certificates that were to choose from; a credential's tag is its place here.
    pub candidates: Vec<KeyCert>,
}

impl Operation {
    /// None.
    pub const NONE: Self = Self {
        phase: Phase::Idle,
        scheme: SignatureScheme(0),
        cancel: None,
        data: ptr::null_mut(),
        candidates: Vec::new(),
    };
}

/// Whether signatures of connections with this configuration are to be made by the application.
///
/// # Safety
/// As [`config_ref`].
pub(super) unsafe fn is_configured(conf: *const mbedtls_ssl_config) -> bool {
    // SAFETY: passed on.
    unsafe { config_ref(conf) }.is_some_and(|c| c.async_private.sign.is_some())
}

/// Signs `message`, or goes on doing so. `Err` with `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS` if that takes longer.
///
/// # Safety
/// The claims of the half that asks are held, and the context is alive.
pub(super) unsafe fn sign(
    call: &Call,
    credential: &Credential,
    scheme: SignatureScheme,
    message: &[u8],
) -> Result<Answer, Code> {
    // SAFETY: everything is copied out before C code runs, and no reference is alive meanwhile.
    unsafe {
        let callbacks = config_ref((*call.ssl).conf).map_or(AsyncPrivate::NONE, |c| c.async_private);
        let own = call.inner.per_connection();
        if (*own).operation.phase != Phase::UnderWay {
            let candidates = &(*own).operation.candidates;
            let Some(pair) = candidates.get(credential.tag).copied() else {
                return Ok(Answer::Fail(Error::PrivateKeyRequired));
            };
            match start(call, callbacks, pair, scheme, message)? {
                0 => {}
                MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS => return Err(Code(MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS)),
                MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH => return sign_here(call, pair, scheme, message),
                code => return Ok(refusal(code)),
            }
        }
        resume(call, callbacks)
    }
}

/// Calls the start callback; its code.
///
/// # Safety
/// As [`sign`].
unsafe fn start(
    call: &Call,
    callbacks: AsyncPrivate,
    pair: KeyCert,
    scheme: SignatureScheme,
    message: &[u8],
) -> Result<c_int, Code> {
    let (Some(f), Some(algorithm)) = (callbacks.sign, signature_scheme(scheme).map(|s| s.algorithm)) else {
        return Ok(MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH);
    };
    let (digest, md) = match hash_of(algorithm) {
        Some((hash, md)) => (hash.hash(message).as_ref().to_vec(), md),
        None => (message.to_vec(), mbedtls_md_type_t::MBEDTLS_MD_NONE),
    };
    // SAFETY: as `sign`; the digest lives until the callback returns.
    unsafe {
        let own = call.inner.per_connection();
        (*own).operation.phase = Phase::Starting;
        (*own).operation.scheme = scheme;
        (*own).operation.cancel = callbacks.cancel;
        let code = f(call.ssl, pair.cert, md, digest.as_ptr(), digest.len());
        call.alive()?;
        let begun = matches!(code, 0 | MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
        (*own).operation.phase = if begun { Phase::UnderWay } else { Phase::Idle };
        Ok(code)
    }
}

/// The digest that a scheme signs, and its number in C; `None` if the scheme takes the message itself.
fn hash_of(algorithm: SignatureAlgorithm) -> Option<(HashAlgorithm, mbedtls_md_type_t)> {
    let hash = match algorithm {
        SignatureAlgorithm::Ecdsa(hash) | SignatureAlgorithm::RsaPkcs1(hash) | SignatureAlgorithm::RsaPss(hash) => hash,
        SignatureAlgorithm::Ed25519 => return None,
    };
    let number = mbedtls_md_type_t::ALL
        .iter()
        .find(|md| pk::signature::hash_algorithm(**md) == Some(hash))?;
    Some((hash, *number))
}

/// Calls the resume callback.
///
/// # Safety
/// As [`sign`].
unsafe fn resume(call: &Call, callbacks: AsyncPrivate) -> Result<Answer, Code> {
    // SAFETY: as `sign`; the room lives until the callback returns.
    unsafe {
        let own = call.inner.per_connection();
        let Some(f) = callbacks.resume else {
            // Without it nobody will ever know the outcome.
            cancel(call.ssl, &call.inner);
            call.alive()?;
            return Ok(Answer::Fail(Error::Application(MBEDTLS_ERR_SSL_BAD_CONFIG)));
        };
        let mut room = vec![0_u8; MAX_SIGNATURE_LEN];
        let mut len = 0_usize;
        (*own).operation.phase = Phase::Resuming;
        let code = f(call.ssl, room.as_mut_ptr(), &raw mut len, room.len());
        call.alive()?;
        if code == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS {
            (*own).operation.phase = Phase::UnderWay;
            return Err(Code(code));
        }
        (*own).operation.phase = Phase::Idle;
        Ok(signature(code, room, len))
    }
}

/// Room for a signature of any key that is taken: RSA with 16384 bits.
const MAX_SIGNATURE_LEN: usize = 2048;

/// What a callback has left in `room`, if its `code` says that it has signed.
fn signature(code: c_int, mut room: Vec<u8>, len: usize) -> Answer {
    if code != 0 {
        return refusal(code);
    }
    if len > room.len() {
        return Answer::Fail(Error::Internal);
    }
    room.truncate(len);
    Answer::Signature(room)
}

/// What a callback's error ends the handshake with. A code that tells a program to call again, or that is none, is not
/// handed on: it would never end.
fn refusal(code: c_int) -> Answer {
    let waits = matches!(code, MBEDTLS_ERR_SSL_WANT_READ | MBEDTLS_ERR_SSL_WANT_WRITE);
    Answer::Fail(if code >= 0 || waits {
        Error::Internal
    } else {
        Error::Application(code)
    })
}

/// Signs with the configured key after all.
///
/// # Safety
/// As [`sign`]; the pair is of the application's and alive.
unsafe fn sign_here(call: &Call, pair: KeyCert, scheme: SignatureScheme, message: &[u8]) -> Result<Answer, Code> {
    let Some(algorithm) = signature_scheme(scheme).map(|s| s.algorithm) else {
        return Ok(Answer::Fail(Error::PrivateKeyRequired));
    };
    // SAFETY: passed on.
    unsafe {
        if pk::is_application_key(pair.key) {
            return sign_in_application(call, pair.key, algorithm, message);
        }
        Ok(match pk::signing_key_for(pair.key, algorithm) {
            Some(key) => match key.sign(algorithm, message) {
                Ok(signature) => Answer::Signature(signature),
                Err(_) => Answer::Fail(Error::Application(MBEDTLS_ERR_SSL_PK_TYPE_MISMATCH)),
            },
            None => Answer::Fail(Error::PrivateKeyRequired),
        })
    }
}

/// Has a function of `mbedtls_pk_setup_rsa_alt` sign, which does so with PKCS#1 v1.5 and no other way.
///
/// # Safety
/// As [`sign_here`].
unsafe fn sign_in_application(
    call: &Call,
    key: *mut mbedtls_pk_context,
    algorithm: SignatureAlgorithm,
    message: &[u8],
) -> Result<Answer, Code> {
    let (SignatureAlgorithm::RsaPkcs1(_), Some((hash, md))) = (algorithm, hash_of(algorithm)) else {
        return Ok(Answer::Fail(Error::PrivateKeyRequired));
    };
    let digest = hash.hash(message);
    let digest = digest.as_ref();
    let mut room = vec![0_u8; MAX_SIGNATURE_LEN];
    let mut len = 0_usize;
    // SAFETY: as `sign`; digest and room live until the function returns, and nothing else is borrowed.
    unsafe {
        let (f_rng, p_rng) = config_ref((*call.ssl).conf).map_or((None, ptr::null_mut()), |c| c.rng);
        let code = pk::operations::mbedtls_pk_sign(
            key,
            MaybeUninit::new(md),
            digest.as_ptr(),
            digest.len(),
            room.as_mut_ptr(),
            room.len(),
            &raw mut len,
            f_rng,
            p_rng,
        );
        call.alive()?;
        Ok(signature(code, room, len))
    }
}

/// Gives up the operation that is under way, if there is one. The callback may do to the context what it likes.
///
/// # Safety
/// `ssl` is alive and `inner` is its object.
pub(super) unsafe fn cancel(ssl: *mut mbedtls_ssl_context, inner: &Inner) {
    // SAFETY: as stated; no reference is alive while C code runs.
    unsafe {
        let own = inner.per_connection();
        if (*own).operation.phase != Phase::UnderWay {
            return;
        }
        (*own).operation.phase = Phase::Idle;
        if let Some(f) = (*own).operation.cancel {
            f(ssl);
        }
    }
}

/// Has signatures made by callbacks, which may take their time: for private keys in another process, on a smart card, behind
/// a network.
///
/// Where a certificate of this configuration is to sign, `f_async_sign` is called with that certificate and the hash to
/// be signed. If it returns 0, `f_async_resume` is called at once; if it returns `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS`, the
/// handshake returns that code, and each later call of mbedtls_ssl_handshake(), mbedtls_ssl_handshake_step(),
/// mbedtls_ssl_read() or mbedtls_ssl_write() calls `f_async_resume`, until it returns something else.
/// `MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH` has the configured private key used.
///
/// The key given to mbedtls_ssl_conf_own_cert() beside the certificate may be NULL or a public key then.
///
/// The signature is in the form that mbedtls_pk_sign_ext() makes: for an EC key DER; for an RSA key PKCS#1 v1.5 in TLS 1.2 and,
/// in TLS 1.3 or with a certificate for RSASSA-PSS, RSASSA-PSS with MGF1 and a salt of the length of the hash.
/// ferrotls_async_signature_scheme() tells a callback exactly what is wanted. For an Ed25519 key `md_alg` is `MBEDTLS_MD_NONE`
/// and `hash` is the whole message, which that kind of signature needs.
///
/// In contrast to Mbed TLS 3.6 this serves clients too, and TLS 1.3.
///
/// \param conf             The configuration; NULL is ignored.
/// \param f_async_sign     Begins a signature. NULL: the configured keys sign.
/// \param f_async_decrypt  Not called: nothing is decrypted with a certificate's key.
/// \param f_async_resume   Asks for the outcome: writes the signature and returns 0, or returns
///                         `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS`, or the error that the handshake ends with.
/// \param f_async_cancel   Is told to give up, when the context is freed or reset or the connection fails in between. NULL:
///                         nobody is told. A start or resume callback that frees or resets its own context has to give up
///                         the operation itself.
/// \param config_data      For mbedtls_ssl_conf_get_async_config_data().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_async_private_cb(
    conf: *mut mbedtls_ssl_config,
    f_async_sign: mbedtls_ssl_async_sign_t,
    f_async_decrypt: mbedtls_ssl_async_decrypt_t,
    f_async_resume: mbedtls_ssl_async_resume_t,
    f_async_cancel: mbedtls_ssl_async_cancel_t,
    config_data: *mut c_void,
) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised, and nobody else is using it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.async_private = AsyncPrivate {
                sign: f_async_sign,
                decrypt: f_async_decrypt,
                resume: f_async_resume,
                cancel: f_async_cancel,
                config_data,
            };
        }
    });
}

/// The pointer that was given to mbedtls_ssl_conf_async_private_cb().
///
/// \param conf  The configuration.
/// \return      The pointer, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_get_async_config_data(conf: *const mbedtls_ssl_config) -> *mut c_void {
    guard(ptr::null_mut(), || {
        // SAFETY: `conf` is NULL or initialised.
        unsafe { config_ref(conf) }.map_or(ptr::null_mut(), |c| c.async_private.config_data)
    })
}

/// Keeps a pointer for the callbacks of an operation, from one to the next.
///
/// \param ssl  The context; NULL is ignored.
/// \param ctx  The application's own; forgotten when the handshake is over or the context is reset.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_async_operation_data(ssl: *mut mbedtls_ssl_context, ctx: *mut c_void) {
    guard((), || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe {
            if let Some(inner) = hold(ssl) {
                (*inner.per_connection()).operation.data = ctx;
            }
        }
    });
}

/// The pointer that was given to mbedtls_ssl_set_async_operation_data().
///
/// \param ssl  The context.
/// \return     The pointer, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_async_operation_data(ssl: *const mbedtls_ssl_context) -> *mut c_void {
    guard(ptr::null_mut(), || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl).map_or(ptr::null_mut(), |inner| (*inner.per_connection()).operation.data) }
    })
}

/// The number in TLS of the signature that an asynchronous private key is asked for: what
/// `ferrotls_async_signature_scheme` returns. 0 if none is.
///
/// # Safety
/// `ssl` is NULL or initialised.
pub(in crate::capi) unsafe fn wanted_scheme(ssl: *const mbedtls_ssl_context) -> u16 {
    // SAFETY: as stated.
    unsafe {
        let Some(inner) = peek(ssl) else { return 0 };
        let operation = &raw const (*inner.per_connection()).operation;
        if (*operation).phase == Phase::Idle {
            0
        } else {
            (*operation).scheme.0
        }
    }
}
