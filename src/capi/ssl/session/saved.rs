//! Sessions as bytes: `mbedtls_ssl_session_save`, `mbedtls_ssl_session_load`.
//!
//! The format is this library's own. All numbers are big-endian; [`Saved::write`] and [`Saved::read`] stand side by side:
//!
//! ```text
//! struct {
//!     uint32 magic;                     "FTSN"
//!     uint8  format;                    1; 2 without the option keep-peer-certificate
//!     uint16 tls_version;               0x0303, 0x0304
//!     uint8  endpoint;                  client(0), server(1)
//!     uint16 cipher_suite;
//!     uint64 start;                     seconds since 1970
//!     opaque id<0..32>;
//!     uint64 ticket_created;            milliseconds since 1970
//!     uint32 ticket_lifetime;           seconds
//!     select (tls_version) {
//!         case 0x0303:
//!             uint8 extended_master_secret;
//!             uint8 encrypt_then_mac;
//!             uint8 max_fragment_length;    0: none was negotiated
//!         case 0x0304:
//!             uint32 ticket_age_add;
//!             uint8  ticket_flags;
//!             uint32 max_early_data;
//!     };
//!     opaque secret<0..64>;             1.3: as long as the suite's hash, or empty: no ticket yet; 1.2: 48 bytes, or empty
//!     opaque ticket<0..2^16-1>;         a client's
//!     opaque alpn_protocol<0..255>;
//!     uint8  has_name; opaque name<0..255>;
//!     uint8  peer_by_psk; uint8 peer_authmode; uint32 peer_verify_result;
//!     opaque peer_raw_key<0..2^24-1>;   SubjectPublicKeyInfo, or empty
//!     opaque certificate<1..2^24-1> peer_chain<0..2^24-1>;    format 2: the SHA-256 of the first
//!     opaque checksum[16];              of all before it: the front of its SHA-256
//! } SavedSession;
//! ```
//!
//! The checksum finds accidents, and is looked at where there can be any: not in what our own tickets and caches hold. It is
//! no proof of who wrote the bytes, so every value is checked all the same; who keeps sessions where others can write them
//! has to authenticate them, as `mbedtls_ssl_ticket_write` does.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::super::names::*;
use super::super::peer_certificate;
use super::free_content;
use super::hidden::{self, Hidden, MAX_LIFETIME, Peer};
use crate::capi::guard::guard;
use crate::capi::platform::mbedtls_calloc;
use crate::capi::ptr::{bytes, bytes_mut, store};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::Secret;
use crate::tls::keys::prf12::MASTER_SECRET_LEN;
use crate::tls::session::Session12;
use crate::tls::suites::suite as tls13_suite;
use crate::tls::suites12::suite12;
use crate::tls::wire::codes::{CipherSuite, MaxFragmentLength, ProtocolVersion};

/// What a saved session begins with.
const MAGIC: &[u8; 4] = b"FTSN";
/// The format's version. Others are refused with `MBEDTLS_ERR_SSL_VERSION_MISMATCH`.
const FORMAT: u8 = peer_certificate::FORMAT;
/// Length of the checksum, in bytes.
const CHECKSUM_LEN: usize = 16;

/// A session between the C struct and its bytes.
#[derive(Debug)]
struct Saved {
    version: ProtocolVersion,
    endpoint: u8,
    suite: u16,
    start: i64,
    id: Vec<u8>,
    created: u64,
    lifetime: u32,
    age_add: u32,
    flags: u8,
    ticket: Vec<u8>,
    chain: Vec<Vec<u8>>,
    hidden: Hidden,
}

impl Saved {
    /// Out of the C struct; an error code for what is not saved here.
    ///
    /// # Safety
    /// `session` is initialised, and its pointers are alive.
    unsafe fn of(session: &mbedtls_ssl_session) -> Result<Self, c_int> {
        let version = hidden::version(session).ok_or(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE)?;
        // SAFETY: `ticket` holds `ticket_len` bytes, `peer_cert` is NULL or a chain.
        let (ticket, chain) = unsafe {
            (
                bytes(session.ticket, session.ticket_len).unwrap_or_default().to_vec(),
                peer_certificate::saved(session),
            )
        };
        let mut hidden = hidden::hidden(session).cloned().unwrap_or_default();
        if version == ProtocolVersion::TLS1_2 {
            hidden.secret = hidden::master(session);
        }
        Ok(Self {
            version,
            endpoint: session.endpoint,
            suite: u16::try_from(session.ciphersuite).map_err(|_| MBEDTLS_ERR_SSL_BAD_INPUT_DATA)?,
            start: session.start,
            id: session.id.get(..session.id_len).unwrap_or(&session.id).to_vec(),
            created: hidden::created(session),
            lifetime: session.ticket_lifetime,
            age_add: session.ticket_age_add,
            flags: session.ticket_flags,
            ticket,
            chain,
            hidden,
        })
    }

    /// As bytes. `None` if something is longer than the format has room for.
    fn write(&self) -> Option<Zeroizing<Vec<u8>>> {
        let chain_len: usize = self.chain.iter().map(|der| der.len() + 3).sum();
        let mut out = Zeroizing::new(Vec::with_capacity(512 + self.ticket.len() + chain_len));
        out.extend_from_slice(MAGIC);
        out.push(FORMAT);
        out.extend_from_slice(&self.version.0.to_be_bytes());
        out.push(self.endpoint);
        out.extend_from_slice(&self.suite.to_be_bytes());
        out.extend_from_slice(&self.start.to_be_bytes());
        put_short(&mut out, &self.id)?;
        out.extend_from_slice(&self.created.to_be_bytes());
        out.extend_from_slice(&self.lifetime.to_be_bytes());
        if self.version == ProtocolVersion::TLS1_2 {
            let of = self.hidden.tls12.unwrap_or(UNKNOWN);
            out.push(u8::from(of.extended_master_secret));
            out.push(u8::from(of.encrypt_then_mac));
            out.push(of.max_fragment_length.map_or(0, |length| length.0));
        } else {
            out.extend_from_slice(&self.age_add.to_be_bytes());
            out.push(self.flags);
            out.extend_from_slice(&self.hidden.max_early_data.to_be_bytes());
        }
        put_short(&mut out, self.hidden.secret.as_ref().map_or(&[], Secret::as_bytes))?;
        out.extend_from_slice(&u16::try_from(self.ticket.len()).ok()?.to_be_bytes());
        out.extend_from_slice(&self.ticket);
        put_short(&mut out, self.hidden.alpn.as_deref().unwrap_or_default())?;
        out.push(u8::from(self.hidden.name.is_some()));
        put_short(&mut out, self.hidden.name.as_deref().unwrap_or_default())?;
        out.push(u8::from(self.hidden.peer.by_psk));
        out.push(self.hidden.peer.authmode);
        out.extend_from_slice(&self.hidden.peer.result.to_be_bytes());
        put_u24(&mut out, self.hidden.raw_key.len())?;
        out.extend_from_slice(&self.hidden.raw_key);
        put_u24(&mut out, chain_len)?;
        for der in &self.chain {
            put_u24(&mut out, der.len())?;
            out.extend_from_slice(der);
        }
        let checksum = checksum(&out);
        out.extend_from_slice(&checksum);
        Some(out)
    }

    /// From bytes, every value looked at.
    fn read(blob: &[u8], origin: Origin) -> Result<Self, c_int> {
        const BAD: c_int = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        let body_len = blob.len().checked_sub(CHECKSUM_LEN).ok_or(BAD)?;
        let (body, sum) = blob.split_at(body_len);
        if origin == Origin::Anywhere && sum != checksum(body) {
            return Err(BAD);
        }
        let mut from = Cursor(body);
        if from.take(MAGIC.len()) != Some(MAGIC) {
            return Err(BAD);
        }
        if from.array::<1>().ok_or(BAD)? != [FORMAT] {
            return Err(MBEDTLS_ERR_SSL_VERSION_MISMATCH);
        }
        Self::read_values(&mut from).filter(|_| from.0.is_empty()).ok_or(BAD)
    }

    fn read_values(from: &mut Cursor) -> Option<Self> {
        let version = ProtocolVersion(u16::from_be_bytes(from.array()?));
        let is_12 = version == ProtocolVersion::TLS1_2;
        let [endpoint] = from.array()?;
        let suite = CipherSuite(u16::from_be_bytes(from.array()?));
        let secret_len = match version {
            ProtocolVersion::TLS1_2 => suite12(suite).map(|_| MASTER_SECRET_LEN)?,
            ProtocolVersion::TLS1_3 => tls13_suite(suite)?.hash.output_len(),
            _ => return None,
        };
        let start = i64::from_be_bytes(from.array()?);
        let id = from.short()?.to_vec();
        let created = u64::from_be_bytes(from.array()?);
        let lifetime = u32::from_be_bytes(from.array()?);
        let (tls12, (age_add, flags, max_early_data)) = if is_12 {
            (Some(from.session12()?), (0, 0, 0))
        } else {
            (None, from.of_ticket13()?)
        };
        let secret = from.short()?;
        crate::crypto::secret::secret(secret);
        let ticket_len = u16::from_be_bytes(from.array()?);
        let ticket = from.take(usize::from(ticket_len))?.to_vec();
        let alpn = from.short()?;
        let has_name = from.flag()?;
        let name = from.short()?;
        let peer = Peer {
            by_psk: from.flag()?,
            authmode: from.array::<1>()?[0],
            result: u32::from_be_bytes(from.array()?),
        };
        let raw_key_len = from.u24()?;
        let raw_key = from.take(raw_key_len)?.to_vec();
        let chain = from.chain()?;
        let client = c_int::from(endpoint) == MBEDTLS_SSL_IS_CLIENT;
        // A client's ticket is nothing without its secret; a server's ticket is what holds the bytes. In TLS 1.3 the secret is
        // nothing without the ticket, either; in 1.2 there may be an identifier.
        let has_ticket = match ticket.is_empty() {
            true => is_12 || !client || secret.is_empty(),
            false => client && !secret.is_empty(),
        };
        let sound = (client || c_int::from(endpoint) == MBEDTLS_SSL_IS_SERVER)
            && id.len() <= MAX_ID_LEN
            && (is_12 || lifetime <= MAX_LIFETIME)
            && i64::try_from(created).is_ok()
            && c_int::from(flags) & !MBEDTLS_SSL_TLS1_3_TICKET_FLAGS_MASK == 0
            && (secret.is_empty() || secret.len() == secret_len)
            && has_ticket
            && (has_name || name.is_empty())
            && (raw_key.is_empty() || chain.is_empty())
            && matches!(
                c_int::from(peer.authmode),
                MBEDTLS_SSL_VERIFY_NONE | MBEDTLS_SSL_VERIFY_OPTIONAL | MBEDTLS_SSL_VERIFY_REQUIRED
            );
        sound.then(|| Self {
            version,
            endpoint,
            suite: suite.0,
            start,
            id,
            created,
            lifetime,
            age_add,
            flags,
            ticket,
            chain,
            hidden: Hidden {
                secret: if secret.is_empty() {
                    None
                } else {
                    Secret::new(secret).ok()
                },
                tls12,
                max_early_data,
                alpn: (!alpn.is_empty()).then(|| alpn.to_vec()),
                name: has_name.then(|| name.to_vec()),
                peer,
                raw_key,
                ..Hidden::default()
            },
        })
    }

    /// Into the C struct, which is empty. On failure it may hold a part: free it.
    fn fill(mut self, session: &mut mbedtls_ssl_session) -> Result<(), c_int> {
        session.endpoint = self.endpoint;
        session.tls_version = std::mem::MaybeUninit::new(match self.version {
            ProtocolVersion::TLS1_2 => MBEDTLS_SSL_VERSION_TLS1_2,
            _ => MBEDTLS_SSL_VERSION_TLS1_3,
        });
        session.ciphersuite = c_int::from(self.suite);
        session.start = self.start;
        session.id_len = self.id.len();
        for (to, from) in session.id.iter_mut().zip(&self.id) {
            *to = *from;
        }
        session.ticket_lifetime = self.lifetime;
        session.ticket_age_add = self.age_add;
        session.ticket_flags = self.flags;
        if self.version == ProtocolVersion::TLS1_2
            && let Some(master) = self.hidden.secret.take()
        {
            hidden::put_master(session, &master);
        }
        *hidden::hidden_mut(session) = self.hidden;
        hidden::set_created(session, self.created);
        set_ticket(session, &self.ticket)?;
        peer_certificate::restore(session, &self.chain)
    }
}

/// Copies a ticket into `session`, in place of the one that is there, which stays if there is no memory.
pub(super) fn set_ticket(session: &mut mbedtls_ssl_session, ticket: &[u8]) -> Result<(), c_int> {
    if ticket.is_empty() {
        super::free_ticket(session);
        return Ok(());
    }
    // SAFETY: the memory is as long as the ticket.
    unsafe {
        let memory = mbedtls_calloc(1, ticket.len()).cast::<c_uchar>();
        let Some(to) = bytes_mut(memory, ticket.len()) else {
            return Err(MBEDTLS_ERR_SSL_ALLOC_FAILED);
        };
        to.copy_from_slice(ticket);
        super::free_ticket(session);
        session.ticket = memory;
        session.ticket_len = ticket.len();
    }
    Ok(())
}

/// What a session is saved with that no handshake filled.
const UNKNOWN: Session12 = Session12 {
    extended_master_secret: false,
    encrypt_then_mac: false,
    max_fragment_length: None,
};

/// The longest session identifier, in bytes.
const MAX_ID_LEN: usize = 32;

/// `opaque value<0..255>`
fn put_short(out: &mut Vec<u8>, value: &[u8]) -> Option<()> {
    out.push(u8::try_from(value.len()).ok()?);
    out.extend_from_slice(value);
    Some(())
}

/// A `uint24`; `None` if it is more.
fn put_u24(out: &mut Vec<u8>, value: usize) -> Option<()> {
    let [0, high @ ..] = u32::try_from(value).ok()?.to_be_bytes() else {
        return None;
    };
    out.extend_from_slice(&high);
    Some(())
}

/// The checksum of `body`.
fn checksum(body: &[u8]) -> [u8; CHECKSUM_LEN] {
    let digest = HashAlgorithm::Sha256.hash(body);
    digest.as_ref().first_chunk().copied().unwrap_or_default()
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn short(&mut self) -> Option<&'a [u8]> {
        let [len] = self.array()?;
        self.take(usize::from(len))
    }

    fn flag(&mut self) -> Option<bool> {
        match self.array()? {
            [0] => Some(false),
            [1] => Some(true),
            _ => None,
        }
    }

    /// What a session of TLS 1.2 has.
    fn session12(&mut self) -> Option<Session12> {
        Some(Session12 {
            extended_master_secret: self.flag()?,
            encrypt_then_mac: self.flag()?,
            max_fragment_length: match self.array()? {
                [0] => None,
                [code @ 1..=4] => Some(MaxFragmentLength(code)),
                _ => return None,
            },
        })
    }

    /// `ticket_age_add`, `ticket_flags` and `max_early_data` of TLS 1.3.
    fn of_ticket13(&mut self) -> Option<(u32, u8, u32)> {
        let age_add = u32::from_be_bytes(self.array()?);
        let [flags] = self.array()?;
        Some((age_add, flags, u32::from_be_bytes(self.array()?)))
    }

    fn u24(&mut self) -> Option<usize> {
        let [a, b, c] = self.array()?;
        usize::try_from(u32::from_be_bytes([0, a, b, c])).ok()
    }

    fn chain(&mut self) -> Option<Vec<Vec<u8>>> {
        let len = self.u24()?;
        let mut list = Cursor(self.take(len)?);
        let mut chain = Vec::new();
        while !list.0.is_empty() {
            let len = list.u24()?;
            let der = list.take(len).filter(|der| !der.is_empty())?;
            chain.push(der.to_vec());
        }
        Some(chain)
    }
}

/// Saves a session as bytes, which `mbedtls_ssl_session_load` reads, in this process or in another. They hold secrets.
///
/// \param session  The session.
/// \param buf      Where to put the bytes; may be NULL if `buf_len` is 0.
/// \param buf_len  Its size in bytes.
/// \param olen     Set to the number of bytes, also if they do not fit.
///
/// \return  0; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` if `buf_len` is less than `*olen` (call with 0 to learn how many there
///          are); `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for a session that no handshake filled;
///          `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if `session` is NULL; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `olen` is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_save(
    session: *const mbedtls_ssl_session,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `session` is NULL or initialised; `buf` holds `buf_len` bytes; `olen` is NULL or writable.
        unsafe {
            let Some(session) = session.as_ref() else {
                return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
            };
            if olen.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let blob = match Saved::of(session).map(|saved| saved.write()) {
                Ok(Some(blob)) => blob,
                Ok(None) => return MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
                Err(code) => return code,
            };
            store(olen, blob.len());
            if buf_len < blob.len() {
                return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
            }
            if buf.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            crate::capi::ptr::copy_out(&blob, buf);
        }
        0
    })
}

/// Reads a session that `mbedtls_ssl_session_save` wrote. Every value is checked, but nothing tells who wrote them.
///
/// \param session  An initialised session, filled on success; what it held is freed. On failure it is empty.
/// \param buf      The bytes.
/// \param len      How many.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for anything that is no whole saved session;
///          `MBEDTLS_ERR_SSL_VERSION_MISMATCH` for one in a format of another release; `MBEDTLS_ERR_SSL_ALLOC_FAILED`;
///          `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if `session` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_load(
    session: *mut mbedtls_ssl_session,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `session` is NULL or initialised and nobody else uses it; `buf` holds `len` bytes, which are read before
        // anything that the session holds is freed.
        unsafe {
            if session.is_null() {
                return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
            }
            // DEVIATION: bytes of anything else, such as a session that 3.6 saved, are BAD_INPUT_DATA, where 3.6 says
            // VERSION_MISMATCH of whatever does not begin as it likes; that is kept for whole sessions of another format.
            let saved = bytes(buf, len).ok_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            load(
                &mut *session,
                saved.and_then(|blob| Saved::read(blob, Origin::Anywhere)),
            )
        }
    })
}

/// Where saved bytes come from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// Out of our own memory, or authenticated: no accident has happened to them.
    Ourselves,
    /// Anywhere else.
    Anywhere,
}

/// [`mbedtls_ssl_session_load`] of bytes that are as they were saved: out of our own memory, or authenticated.
///
/// # Safety
/// `session` is NULL or initialised and nobody else uses it.
pub(in crate::capi) unsafe fn load_own(session: *mut mbedtls_ssl_session, blob: &[u8]) -> c_int {
    // SAFETY: as stated.
    match unsafe { session.as_mut() } {
        // SAFETY: as stated.
        Some(session) => unsafe { load(session, Saved::read(blob, Origin::Ourselves)) },
        None => MBEDTLS_ERR_SSL_INTERNAL_ERROR,
    }
}

/// Fills `session`, whose content is freed: 0 or a code, and then it is empty.
///
/// # Safety
/// `session` is initialised and nobody else uses it.
unsafe fn load(session: &mut mbedtls_ssl_session, saved: Result<Saved, c_int>) -> c_int {
    // SAFETY: as stated.
    unsafe { free_content(session) };
    let code = match saved.and_then(|saved| saved.fill(session)) {
        Ok(()) => return 0,
        Err(code) => code,
    };
    // SAFETY: as stated.
    unsafe { free_content(session) };
    // What the certificate parser finds is one more thing that no saved session has.
    if code == MBEDTLS_ERR_SSL_ALLOC_FAILED || code == MBEDTLS_ERR_SSL_VERSION_MISMATCH {
        code
    } else {
        MBEDTLS_ERR_SSL_BAD_INPUT_DATA
    }
}
