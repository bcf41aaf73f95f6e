//! `mbedtls/ssl_ticket.h`: session tickets of a server that seal the session itself, with keys that rotate.
//!
//! A ticket has the outer form that 3.6 gives it, the session inside the form of `mbedtls_ssl_session_save`:
//!
//! ```text
//! struct {
//!     opaque key_name[4];
//!     opaque iv[12];
//!     opaque encrypted_state<0..2^16-1>;
//!     opaque tag[16];
//! } ticket;
//! ```
//!
//! Name, iv and length are the additional data. There are two keys: one that tickets are made with, and the one before it,
//! with which they can still be read. Threads that make and read tickets share a lock for reading; only the change of
//! keys, once in a lifetime, keeps others waiting.

use core::ffi::{c_int, c_uchar, c_void};
use core::mem::{MaybeUninit, size_of};
use core::ptr;
use std::sync::{PoisonError, RwLock};

use super::cipher::{MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, mbedtls_cipher_type_t};
use super::guard::guard;
use super::platform_time::{age_ms, wall_ms};
use super::platform_util::mbedtls_f_rng_t;
use super::ptr::{bytes, bytes_mut, enum_value, store};
use super::ssl::errors::*;
use super::ssl::session::saved::{self, mbedtls_ssl_session_save};
use super::ssl::session::{created, mbedtls_ssl_session_free};
use super::ssl::types::mbedtls_ssl_session;
use crate::crypto::aead::{AeadAlgorithm, AeadKey, NONCE_LEN};
use crate::crypto::{rand, secret};
use crate::tls::handshake::ticket_age::CLOCK_TOLERANCE;

/// Length of a key's name, in bytes.
pub const MBEDTLS_SSL_TICKET_KEY_NAME_BYTES: c_int = 4;
/// Longest key, in bytes.
pub const MBEDTLS_SSL_TICKET_MAX_KEY_BYTES: c_int = 32;

/// A key of tickets.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_ticket_key {
    /// Not to be touched.
    pub reserved: [u64; 15],
}

/// The keys of tickets.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Debug)]
pub struct mbedtls_ssl_ticket_context {
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved: [u64; 38],
}

/// Lengths of the parts of a ticket, in bytes.
const NAME_LEN: usize = MBEDTLS_SSL_TICKET_KEY_NAME_BYTES as usize;
const HEADER_LEN: usize = NAME_LEN + NONCE_LEN + 2;
const TAG_LEN: usize = 16;
const MIN_LEN: usize = HEADER_LEN + TAG_LEN;

/// What stands behind a context.
struct Keys {
    algorithm: AeadAlgorithm,
    pair: RwLock<Pair>,
}

/// The key in use and the one before it.
struct Pair {
    active: Key,
    previous: Key,
    /// Lifetime of the keys to come, in seconds.
    lifetime: u32,
}

/// One key.
struct Key {
    name: [u8; NAME_LEN],
    aead: AeadKey,
    /// Seconds that tickets made with it are good for, and that it makes tickets; 0: it makes them for ever, and none is
    /// good.
    lifetime: u32,
    /// When it was made, by the monotonic clock, in milliseconds.
    made: u64,
}

impl Key {
    /// A fresh key with a fresh name.
    fn generate(algorithm: AeadAlgorithm, lifetime: u32) -> Option<Self> {
        let mut bytes = zeroize::Zeroizing::new([0; NAME_LEN + MBEDTLS_SSL_TICKET_MAX_KEY_BYTES as usize]);
        rand::fill(bytes.as_mut_slice()).ok()?;
        let (name, key) = bytes.split_first_chunk()?;
        Self::new(algorithm, *name, key.get(..algorithm.key_len())?, lifetime)
    }

    fn new(algorithm: AeadAlgorithm, name: [u8; NAME_LEN], key: &[u8], lifetime: u32) -> Option<Self> {
        Some(Self {
            name,
            aead: AeadKey::new(algorithm, key).ok()?,
            lifetime,
            made: age_ms(),
        })
    }

    /// Whether its time is over; also if the clock went back so far that it would live for more than another lifetime.
    fn has_expired(&self) -> bool {
        self.lifetime != 0 && age_ms().abs_diff(self.made) >= u64::from(self.lifetime) * 1000
    }
}

impl Pair {
    /// Puts `key` in use.
    fn rotate(&mut self, key: Key) {
        self.previous = std::mem::replace(&mut self.active, key);
    }
}

impl Keys {
    /// Fresh keys.
    fn new(algorithm: AeadAlgorithm, lifetime: u32) -> Option<Self> {
        Some(Self {
            algorithm,
            pair: RwLock::new(Pair {
                active: Key::generate(algorithm, lifetime)?,
                previous: Key::generate(algorithm, lifetime)?,
                lifetime,
            }),
        })
    }

    /// Runs `work` on the keys, after changing them if it is time.
    fn with<R>(&self, work: impl FnOnce(&Pair) -> R) -> Result<R, c_int> {
        let pair = self.pair.read().unwrap_or_else(PoisonError::into_inner);
        if !pair.active.has_expired() {
            return Ok(work(&pair));
        }
        drop(pair);
        let mut pair = self.pair.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        if pair.active.has_expired() {
            let key = Key::generate(self.algorithm, pair.lifetime).ok_or(MBEDTLS_ERR_SSL_INTERNAL_ERROR)?;
            pair.rotate(key);
        }
        Ok(work(&pair))
    }

    /// Seals what stands in `buffer` behind [`HEADER_LEN`] bytes of room, `state_len` bytes long: the ticket's length and its
    /// lifetime.
    fn seal(&self, buffer: &mut [u8], state_len: usize) -> Result<(usize, u32), c_int> {
        let state_len_wire = u16::try_from(state_len).map_err(|_| MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?;
        let ticket = buffer
            .get_mut(..MIN_LEN + state_len)
            .ok_or(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL)?;
        let mut iv = [0; NONCE_LEN];
        rand::fill(&mut iv).map_err(|_| MBEDTLS_ERR_SSL_INTERNAL_ERROR)?;
        let len = ticket.len();
        let lifetime = self.with(|pair| {
            let key = &pair.active;
            let (header, rest) = ticket.split_at_mut(HEADER_LEN);
            let (state, tag) = rest.split_at_mut(state_len);
            let (name, after) = header.split_at_mut(NAME_LEN);
            name.copy_from_slice(&key.name);
            let (nonce, length) = after.split_at_mut(NONCE_LEN);
            nonce.copy_from_slice(&iv);
            length.copy_from_slice(&state_len_wire.to_be_bytes());
            key.aead.seal(&iv, header, state, tag).map(|()| key.lifetime)
        })?;
        lifetime
            .map(|lifetime| (len, lifetime))
            .map_err(|_| MBEDTLS_ERR_SSL_INTERNAL_ERROR)
    }

    /// Opens a ticket in place: the saved session and the lifetime of the key it was sealed with, in seconds.
    fn open<'a>(&self, ticket: &'a mut [u8]) -> Result<(&'a mut [u8], u32), c_int> {
        if ticket.len() < MIN_LEN {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let (header, sealed) = ticket.split_at_mut(HEADER_LEN);
        let header: &[u8] = header;
        let (name, after) = header.split_at(NAME_LEN);
        let (Some((iv, length)), true) = (after.split_first_chunk::<NONCE_LEN>(), name.len() == NAME_LEN) else {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        };
        let length = length
            .first_chunk()
            .map_or(0, |wire| usize::from(u16::from_be_bytes(*wire)));
        if sealed.len() != length + TAG_LEN {
            return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        let opened = self.with(|pair| {
            // 3.6 takes the first key with the name, too; two of a name happen once in four thousand million.
            let key = [&pair.active, &pair.previous].into_iter().find(|key| key.name == name);
            let key = key.ok_or(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED)?;
            key.aead
                .open(iv, header, sealed)
                .map(|_| key.lifetime)
                .map_err(|_| MBEDTLS_ERR_SSL_INVALID_MAC)
        })?;
        let lifetime = opened?;
        let state = sealed.get_mut(..length).ok_or(MBEDTLS_ERR_SSL_INTERNAL_ERROR)?;
        // But for the secret in it, which `saved` takes out.
        secret::known(state);
        Ok((state, lifetime))
    }
}

/// What stands behind `ctx`; `None` if it was not set up.
///
/// # Safety
/// `ctx` is NULL or an initialised context that nobody is setting up or freeing.
unsafe fn keys<'a>(ctx: *const c_void) -> Option<&'a Keys> {
    // SAFETY: as stated; `inner` is NULL or the box that `setup` made.
    unsafe {
        ctx.cast::<mbedtls_ssl_ticket_context>()
            .as_ref()?
            .inner
            .cast::<Keys>()
            .as_ref()
    }
}

/// Initialises the keys of tickets.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_init(ctx: *mut mbedtls_ssl_ticket_context) {
    guard((), || {
        // SAFETY: `ctx` is NULL or memory for one context; all-zero is a valid one.
        unsafe { super::ptr::zero(ctx) };
    });
}

/// Makes the keys of tickets.
///
/// \param ctx       An initialised context.
/// \param f_rng     Accepted and never called: randomness comes from the operating system.
/// \param p_rng     Not used.
/// \param cipher    How tickets are sealed: `MBEDTLS_CIPHER_AES_128_GCM`, `MBEDTLS_CIPHER_AES_256_GCM`,
///                  `MBEDTLS_CIPHER_AES_128_CCM`, `MBEDTLS_CIPHER_AES_256_CCM` or `MBEDTLS_CIPHER_CHACHA20_POLY1305`.
/// \param lifetime  How long a ticket is good, in seconds; a key is changed for a fresh one as often. In TLS 1.3 clients
///                  are told of no more than seven days.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for what is no authenticated cipher;
///          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for one that is not offered here; `MBEDTLS_ERR_SSL_INTERNAL_ERROR` without
///          randomness.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_setup(
    ctx: *mut mbedtls_ssl_ticket_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    cipher: MaybeUninit<mbedtls_cipher_type_t>,
    lifetime: u32,
) -> c_int {
    let _ = (f_rng, p_rng);
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised and nobody else uses it.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        let algorithm = match algorithm(cipher) {
            Ok(algorithm) => algorithm,
            Err(code) => return code,
        };
        let Some(keys) = Keys::new(algorithm, lifetime) else {
            return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
        };
        // SAFETY: `inner` is NULL or what a setup before made.
        unsafe { drop_keys(ctx) };
        ctx.inner = Box::into_raw(Box::new(keys)).cast();
        0
    })
}

/// The AEAD that C calls `cipher`.
fn algorithm(cipher: MaybeUninit<mbedtls_cipher_type_t>) -> Result<AeadAlgorithm, c_int> {
    use mbedtls_cipher_type_t::*;
    match enum_value(cipher) {
        Some(MBEDTLS_CIPHER_AES_128_GCM) => Ok(AeadAlgorithm::Aes128Gcm),
        Some(MBEDTLS_CIPHER_AES_256_GCM) => Ok(AeadAlgorithm::Aes256Gcm),
        Some(MBEDTLS_CIPHER_AES_128_CCM) => Ok(AeadAlgorithm::Aes128Ccm),
        Some(MBEDTLS_CIPHER_AES_256_CCM) => Ok(AeadAlgorithm::Aes256Ccm),
        Some(MBEDTLS_CIPHER_CHACHA20_POLY1305) => Ok(AeadAlgorithm::ChaCha20Poly1305),
        // DEVIATION: 3.6 seals tickets with AES-192, Camellia and ARIA too. Clients see nothing of it, and what is named here is at hand on
        // every machine.
        Some(
            MBEDTLS_CIPHER_AES_192_GCM
            | MBEDTLS_CIPHER_AES_192_CCM
            | MBEDTLS_CIPHER_CAMELLIA_128_GCM
            | MBEDTLS_CIPHER_CAMELLIA_192_GCM
            | MBEDTLS_CIPHER_CAMELLIA_256_GCM
            | MBEDTLS_CIPHER_CAMELLIA_128_CCM
            | MBEDTLS_CIPHER_CAMELLIA_192_CCM
            | MBEDTLS_CIPHER_CAMELLIA_256_CCM
            | MBEDTLS_CIPHER_ARIA_128_GCM
            | MBEDTLS_CIPHER_ARIA_192_GCM
            | MBEDTLS_CIPHER_ARIA_256_GCM
            | MBEDTLS_CIPHER_ARIA_128_CCM
            | MBEDTLS_CIPHER_ARIA_192_CCM
            | MBEDTLS_CIPHER_ARIA_256_CCM,
        ) => Err(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE),
        _ => Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    }
}

/// Puts a key of the application's in use, so that several servers can share it. Tickets of the key before it are still
/// taken. May be called while connections are open.
///
/// \param ctx       The context, set up.
/// \param name      The key's name.
/// \param nlength   Its length: `MBEDTLS_SSL_TICKET_KEY_NAME_BYTES` at least, of which so many count.
/// \param k         The key.
/// \param klength   Its length in bytes: what the cipher needs at least, of which so many count.
/// \param lifetime  How long a ticket is good, in seconds, from now on.
///
/// \return  0, or `MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_rotate(
    ctx: *mut mbedtls_ssl_ticket_context,
    name: *const c_uchar,
    nlength: usize,
    k: *const c_uchar,
    klength: usize,
    lifetime: u32,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated.
        let (keys, name, key) = unsafe { (keys(ctx.cast()), bytes(name, nlength), bytes(k, klength)) };
        let (Some(keys), Some(Some(name)), Some(key)) = (keys, name.map(<[u8]>::first_chunk), key) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let key = key.get(..keys.algorithm.key_len());
        let Some(key) = key.and_then(|key| Key::new(keys.algorithm, *name, key, lifetime)) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let mut pair = keys.pair.write().unwrap_or_else(PoisonError::into_inner);
        pair.rotate(key);
        pair.lifetime = lifetime;
        0
    })
}

/// Makes a ticket: for `mbedtls_ssl_conf_session_tickets_cb`. May be called by several threads at once.
///
/// \param p_ticket  The `mbedtls_ssl_ticket_context`, set up.
/// \param session   The session.
/// \param start     Where to put the ticket.
/// \param end       The end of the room for it.
/// \param tlen      Set to its length in bytes; 0 on failure.
/// \param lifetime  Set to how long it is good, in seconds.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL`; what
///          `mbedtls_ssl_session_save` returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_write(
    p_ticket: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    tlen: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `p_ticket` is NULL or a context; `start` to `end` is room for the ticket; the rest is NULL or writable.
        unsafe {
            store(tlen, 0);
            let Some(keys) = keys(p_ticket) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            if start.is_null() || tlen.is_null() || lifetime.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let room = (end as usize).saturating_sub(start as usize);
            if room < MIN_LEN {
                return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
            }
            let mut state_len = 0;
            let code = mbedtls_ssl_session_save(session, start.add(HEADER_LEN), room - MIN_LEN, &raw mut state_len);
            if code != 0 {
                return code;
            }
            // Only what is written is looked at: C need not have initialised the rest.
            let written = HEADER_LEN + state_len;
            start.write_bytes(0, HEADER_LEN);
            start.add(written).write_bytes(0, TAG_LEN);
            match keys.seal(bytes_mut(start, written + TAG_LEN).unwrap_or_default(), state_len) {
                Ok((len, seconds)) => {
                    tlen.write(len);
                    lifetime.write(seconds);
                    0
                }
                Err(code) => {
                    // The session must not stay there in the clear.
                    start.write_bytes(0, written);
                    code
                }
            }
        }
    })
}

/// Reads a ticket: for `mbedtls_ssl_conf_session_tickets_cb`. May be called by several threads at once.
///
/// \param p_ticket  The `mbedtls_ssl_ticket_context`, set up.
/// \param session   An initialised session, filled on success.
/// \param buf       The ticket, overwritten.
/// \param len       Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED` if it is too old or its key is gone;
///          `MBEDTLS_ERR_SSL_INVALID_MAC` if it was changed; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it is no ticket, and for
///          NULL; what `mbedtls_ssl_session_load` returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_parse(
    p_ticket: *mut c_void,
    session: *mut mbedtls_ssl_session,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `p_ticket` is NULL or a context; `session` is NULL or initialised; `buf` holds `len` bytes.
        unsafe {
            let (Some(keys), Some(ticket)) = (keys(p_ticket), bytes_mut(buf, len)) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let (state, lifetime) = match keys.open(ticket) {
                Ok(opened) => opened,
                Err(code) => return code,
            };
            let code = saved::load_own(session, state);
            zeroize::Zeroize::zeroize(state);
            if code != 0 {
                return code;
            }
            // DEVIATION: 3.6 takes no ticket that seems to come out of the future. Here the clock of the server that made it may be
            // a little ahead.
            let (now, made) = (wall_ms(), created(&*session));
            if made > now.saturating_add(CLOCK_TOLERANCE) || now.saturating_sub(made) > u64::from(lifetime) * 1000 {
                mbedtls_ssl_session_free(session);
                return MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED;
            }
        }
        0
    })
}

/// Frees the keys of tickets and wipes them. No configuration may be using them.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ticket_free(ctx: *mut mbedtls_ssl_ticket_context) {
    guard((), || {
        // SAFETY: `ctx` is NULL or initialised, and nobody else uses it.
        unsafe {
            if let Some(context) = ctx.as_mut() {
                drop_keys(context);
                super::ptr::zero(ctx);
            }
        }
    });
}

/// # Safety
/// Nobody else uses `ctx`.
unsafe fn drop_keys(ctx: &mut mbedtls_ssl_ticket_context) {
    let inner = std::mem::replace(&mut ctx.inner, ptr::null_mut());
    if !inner.is_null() {
        // SAFETY: it came from `Box::into_raw` in `mbedtls_ssl_ticket_setup`.
        drop(unsafe { Box::from_raw(inner.cast::<Keys>()) });
    }
}

const _: () = assert!(size_of::<mbedtls_ssl_ticket_context>() == 312);

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]
mod tests {
    use super::*;

    const ALGORITHMS: [AeadAlgorithm; 5] = [
        AeadAlgorithm::Aes128Gcm,
        AeadAlgorithm::Aes256Gcm,
        AeadAlgorithm::Aes128Ccm,
        AeadAlgorithm::Aes256Ccm,
        AeadAlgorithm::ChaCha20Poly1305,
    ];

    /// A ticket for `state`.
    fn seal(keys: &Keys, state: &[u8]) -> Vec<u8> {
        let mut buffer = [vec![0; HEADER_LEN], state.to_vec(), vec![0; TAG_LEN + 5]].concat();
        let (len, _) = keys.seal(&mut buffer, state.len()).unwrap();
        buffer.truncate(len);
        buffer
    }

    fn open(keys: &Keys, ticket: &[u8]) -> Result<Vec<u8>, c_int> {
        keys.open(&mut ticket.to_vec()).map(|(state, _)| state.to_vec())
    }

    /// As if the key in use had been made so many seconds earlier: a few, because a monotonic clock may have begun a minute ago.
    fn age(keys: &Keys, seconds: u64) {
        keys.pair.write().unwrap().active.made -= seconds * 1000;
    }

    #[test]
    fn what_is_sealed_opens_and_nothing_else() {
        for algorithm in ALGORITHMS {
            let keys = Keys::new(algorithm, 100).unwrap();
            let ticket = seal(&keys, b"the state of a session");
            assert_ne!(ticket, seal(&keys, b"the state of a session"));
            assert_eq!(open(&keys, &ticket).unwrap(), b"the state of a session");
            assert_eq!(open(&keys, &seal(&keys, b"")).unwrap(), b"");
            for at in 0..ticket.len() {
                for bit in 0..8 {
                    let mut other = ticket.clone();
                    other[at] ^= 1 << bit;
                    let code = match at {
                        0..4 => MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED,
                        16..18 => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
                        _ => MBEDTLS_ERR_SSL_INVALID_MAC,
                    };
                    assert_eq!(open(&keys, &other), Err(code), "bit {bit} of byte {at}");
                }
            }
            for len in 0..ticket.len() {
                assert_eq!(open(&keys, &ticket[..len]), Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
        }
    }

    #[test]
    fn keys_change_once_in_a_lifetime_and_the_last_one_still_opens() {
        let keys = Keys::new(AeadAlgorithm::Aes256Gcm, 10).unwrap();
        let first = seal(&keys, b"first");
        age(&keys, 8);
        assert_eq!(seal(&keys, b"first")[..4], first[..4]);
        age(&keys, 2);
        let second = seal(&keys, b"second");
        assert_ne!(second[..4], first[..4]);
        assert_eq!(open(&keys, &first).unwrap(), b"first");
        age(&keys, 10);
        // Opening changes keys as well.
        assert_eq!(open(&keys, &first), Err(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED));
        assert_eq!(open(&keys, &second).unwrap(), b"second");
        // A clock that went back a little changes nothing; one that went back far does not make a key live until then.
        let third = seal(&keys, b"third");
        keys.pair.write().unwrap().active.made += 8_000;
        assert_eq!(seal(&keys, b"third")[..4], third[..4]);
        keys.pair.write().unwrap().active.made += 3_000;
        assert_ne!(seal(&keys, b"fourth")[..4], third[..4]);
        assert_eq!(open(&keys, &third).unwrap(), b"third");
        let for_ever = Keys::new(AeadAlgorithm::Aes256Gcm, 0).unwrap();
        let ticket = seal(&for_ever, b"");
        age(&for_ever, 20);
        assert_eq!(seal(&for_ever, b"")[..4], ticket[..4]);
    }

    #[test]
    fn a_key_of_the_applications_is_used_at_once() {
        let both = [(); 2].map(|()| Keys::new(AeadAlgorithm::ChaCha20Poly1305, 100).unwrap());
        let own = seal(&both[0], b"own");
        for keys in &both {
            let mut ctx = MaybeUninit::<mbedtls_ssl_ticket_context>::zeroed();
            // SAFETY: all-zero is a valid context; the keys outlive it, and it is not freed.
            unsafe {
                (*ctx.as_mut_ptr()).inner = ptr::from_ref(keys).cast_mut().cast();
                let (name, key) = (b"name", [3; 32]);
                let code = mbedtls_ssl_ticket_rotate(ctx.as_mut_ptr(), name.as_ptr(), 4, key.as_ptr(), 32, 50);
                assert_eq!(code, 0);
            }
        }
        let ticket = seal(&both[0], b"shared");
        assert_eq!(&ticket[..4], b"name");
        assert_eq!(open(&both[1], &ticket).unwrap(), b"shared");
        assert_eq!(open(&both[0], &own).unwrap(), b"own");
        assert_eq!(open(&both[1], &own), Err(MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED));
        assert_eq!(both[0].open(&mut ticket.clone()).unwrap().1, 50);
    }
}
