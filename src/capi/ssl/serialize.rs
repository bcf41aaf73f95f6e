//! Connections as bytes: `mbedtls_ssl_context_save`, `mbedtls_ssl_context_load`.
//!
//! DEVIATION: 3.6 saves connections of DTLS 1.2 alone. Here it is those over streams, of TLS 1.3 and TLS 1.2.
//!
//! The format is this library's own. All numbers are big-endian; [`Whole::write`] and [`Whole::read`] stand side by side:
//!
//! ```text
//! struct {
//!     uint32 magic;                     "FTCN"
//!     uint8  format;                    1
//!     uint16 tls_version;               0x0304, 0x0303
//!     uint8  endpoint;                  client(0), server(1)
//!     uint16 cipher_suite;
//!     uint16 group;                     of the key exchange; 0: none
//!     uint8  psk;                       FERROTLS_PSK_*
//!     uint8  early_data;                MBEDTLS_SSL_EARLY_DATA_STATUS_*
//!     opaque alpn_protocol<0..255>;
//!     uint8  has_name; opaque name<0..255>;
//!     CertificateType own<0..1>;        as negotiated (RFC 7250), if it was
//!     CertificateType peer<0..1>;
//!     uint16 max_payload;               of records that we send, in bytes
//!     uint16 max_content;               of records that come
//!     uint16 max_inner;                 the same with type and padding
//!     uint64 opened;                    records opened with the present key
//!     uint64 sealed;                    records sealed with the present key
//!     select (tls_version) {
//!         case 0x0304:                  secrets are as long as the suite's hash, or empty: none
//!             opaque incoming<1..64>; opaque outgoing<1..64>;
//!             opaque exporter<1..64>; opaque early_exporter<0..64>; opaque resumption<0..64>;
//!             uint8  key_update_awaited;
//!         case 0x0303:
//!             opaque master[48];
//!             opaque client_random[32]; opaque server_random[32];
//!             opaque client_verify_data[12]; opaque server_verify_data[12];
//!             uint8  extended_master_secret;
//!             uint8  secure_renegotiation;
//!     };
//!     uint8  session_exported;
//!     opaque session<1..2^24-1>;        as mbedtls_ssl_session_save writes it, with the peer's certificates
//!     struct {
//!         opaque ocsp_response<0..2^24-1>;
//!         opaque scts<0..2^24-1>;
//!     } attached<0..2^24-1>;            what came with each certificate
//!     opaque checksum[16];              of all before it: the front of its SHA-256
//! } SavedConnection;
//! ```
//!
//! The bytes hold the keys of the connection: who reads them reads and writes in its place. Nothing in them tells whether they
//! were loaded before: whoever loads the same bytes twice has two connections that seal different records with the same key
//! and nonce, which gives away what is in them and lets others forge more. The checksum finds accidents and is no proof of who
//! wrote the bytes, so every value is checked all the same.

use std::ffi::{c_int, c_uchar};
use std::ptr;
use std::sync::atomic::Ordering;

use zeroize::Zeroizing;

use super::certificates::PeerShown;
use super::context::{mbedtls_ssl_free, mbedtls_ssl_session_reset};
use super::drive::{Call, Code, in_call};
use super::names::*;
use super::session::hidden;
use super::session::saved::{mbedtls_ssl_session_load, mbedtls_ssl_session_save};
use super::session::{free_session, new_session};
use crate::capi::ptr::{bytes, copy_out, enum_number, store};
use crate::capi::{ferrotls, ssl};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::hkdf::Secret;
use crate::tls::config::{Attached, Side};
use crate::tls::connection::Connection;
use crate::tls::connection::saved::{Saved, Secrets, Secrets12, Secrets13};
use crate::tls::early_data::EarlyData;
use crate::tls::error::Error;
use crate::tls::keys::Randoms;
use crate::tls::session::PskKind;
use crate::tls::suites;
use crate::tls::wire::codec::{Decoder, Encoder};
use crate::tls::wire::codes::{CertificateType, CipherSuite, NamedGroup, ProtocolVersion};

#[cfg(feature = "certificates")]
mod attached;
#[cfg(not(feature = "certificates"))]
#[path = "serialize/attached/without.rs"]
mod attached;
pub mod fuzz;

/// What a saved connection begins with.
const MAGIC: &[u8; 4] = b"FTCN";
/// The format's version. Others are refused with `MBEDTLS_ERR_SSL_VERSION_MISMATCH`.
const FORMAT: u8 = 1;
/// Length of the checksum, in bytes.
const CHECKSUM_LEN: usize = 16;
/// All but the session and what came with certificates is shorter than this, in bytes.
const USUAL_LEN: usize = 1536;

/// A connection between its object and its bytes.
struct Whole {
    connection: Saved,
    /// The session was handed to the application.
    exported: bool,
    /// As `mbedtls_ssl_session_save` writes it.
    session: Zeroizing<Vec<u8>>,
    /// What came with each of the peer's certificates.
    attached: Vec<Attached>,
}

impl Whole {
    /// As bytes. `BadInput` if something is longer than the format has room for.
    fn write(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let attached = attached::saved_len(&self.attached);
        // All at once: a vector that grows would leave parts of the secrets behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(USUAL_LEN + self.session.len() + attached));
        let mut out = Encoder::new(&mut bytes);
        out.bytes(MAGIC);
        out.u8(FORMAT);
        write_connection(&self.connection, &mut out)?;
        out.u8(u8::from(self.exported));
        out.opaque24(&self.session)?;
        out.vec24(|out| attached::save(&self.attached, out))?;
        let checksum = checksum(&bytes);
        bytes.extend_from_slice(&checksum);
        Ok(bytes)
    }

    /// From bytes, every value looked at; the session is looked at when it is loaded.
    fn read(bytes: &[u8]) -> Result<Self, Code> {
        const BAD: Code = Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        let body_len = bytes.len().checked_sub(CHECKSUM_LEN).ok_or(BAD)?;
        let (body, sum) = bytes.split_at(body_len);
        if sum != checksum(body) {
            return Err(BAD);
        }
        let mut from = Decoder::new(body);
        if from.array() != Ok(*MAGIC) {
            return Err(BAD);
        }
        if from.u8().map_err(|_| BAD)? != FORMAT {
            return Err(Code(MBEDTLS_ERR_SSL_VERSION_MISMATCH));
        }
        let whole = Self::read_values(&mut from).map_err(|_| BAD)?;
        from.finish().map_err(|_| BAD)?;
        Ok(whole)
    }

    fn read_values(from: &mut Decoder<'_>) -> Result<Self, Error> {
        let connection = read_connection(from)?;
        let exported = flag(from)?;
        let session = Zeroizing::new(from.vec24()?.to_vec());
        let attached = attached::load(&mut Decoder::new(from.vec24()?))?;
        Ok(Self {
            connection,
            exported,
            session,
            attached,
        })
    }
}

fn write_connection(saved: &Saved, out: &mut Encoder<'_>) -> Result<(), Error> {
    let Saved { secrets, .. } = saved;
    out.u16(secrets.version().0);
    out.u8(endpoint(saved.side));
    out.u16(saved.suite.0);
    out.u16(saved.group.map_or(0, |group| group.0));
    out.u8(ferrotls::psk::number(saved.psk));
    out.u8(ssl::early::status_number(saved.early_data));
    out.opaque8(saved.alpn_protocol.as_deref().unwrap_or_default())?;
    out.u8(u8::from(saved.server_name.is_some()));
    out.opaque8(saved.server_name.as_deref().unwrap_or_default().as_bytes())?;
    for certificate_type in [saved.own_certificate_type, saved.peer_certificate_type] {
        let number = certificate_type.map(|certificate_type| certificate_type.0);
        out.opaque8(number.as_slice())?;
    }
    out.u16(saved.max_payload);
    out.u16(saved.max_content);
    out.u16(saved.max_inner);
    out.bytes(&saved.opened.to_be_bytes());
    out.bytes(&saved.sealed.to_be_bytes());
    match secrets {
        Secrets::Tls13(secrets) => {
            for secret in [&secrets.incoming, &secrets.outgoing, &secrets.exporter] {
                out.opaque8(secret.as_bytes())?;
            }
            for secret in [&secrets.early_exporter, &secrets.resumption] {
                out.opaque8(secret.as_ref().map_or(&[], Secret::as_bytes))?;
            }
            out.u8(u8::from(secrets.key_update_awaited));
        }
        Secrets::Tls12(secrets) => {
            out.bytes(secrets.master.as_bytes());
            out.bytes(&secrets.randoms.client);
            out.bytes(&secrets.randoms.server);
            out.bytes(&secrets.client_verify_data);
            out.bytes(&secrets.server_verify_data);
            out.u8(u8::from(secrets.extended_master_secret));
            out.u8(u8::from(secrets.secure_renegotiation));
        }
    }
    Ok(())
}

fn read_connection(from: &mut Decoder<'_>) -> Result<Saved, Error> {
    let version = ProtocolVersion(from.u16()?);
    Ok(Saved {
        side: match c_int::from(from.u8()?) {
            MBEDTLS_SSL_IS_CLIENT => Side::Client,
            MBEDTLS_SSL_IS_SERVER => Side::Server,
            _ => return Err(Error::BadInput),
        },
        // Its secrets show whether there is such a suite.
        suite: CipherSuite(from.u16()?),
        group: match NamedGroup(from.u16()?) {
            NamedGroup(0) => None,
            group if suites::group(group).is_some() => Some(group),
            _ => return Err(Error::BadInput),
        },
        psk: match c_int::from(from.u8()?) {
            ferrotls::psk::FERROTLS_PSK_NONE => None,
            ferrotls::psk::FERROTLS_PSK_EXTERNAL => Some(PskKind::External),
            ferrotls::psk::FERROTLS_PSK_RESUMPTION => Some(PskKind::Resumption),
            _ => return Err(Error::BadInput),
        },
        early_data: {
            let number = from.u8()?;
            let ends = [EarlyData::NotOffered, EarlyData::Ended, EarlyData::Rejected];
            let end = ends.into_iter().find(|end| ssl::early::status_number(*end) == number);
            end.ok_or(Error::BadInput)?
        },
        alpn_protocol: Some(from.vec8()?).filter(|name| !name.is_empty()).map(Into::into),
        server_name: {
            let has_name = flag(from)?;
            let name = std::str::from_utf8(from.vec8()?).map_err(|_| Error::BadInput)?;
            if !has_name && !name.is_empty() {
                return Err(Error::BadInput);
            }
            has_name.then(|| name.into())
        },
        own_certificate_type: certificate_type(from)?,
        peer_certificate_type: certificate_type(from)?,
        max_payload: from.u16()?,
        max_content: from.u16()?,
        max_inner: from.u16()?,
        opened: u64::from_be_bytes(from.array()?),
        sealed: u64::from_be_bytes(from.array()?),
        secrets: match version {
            ProtocolVersion::TLS1_3 => Secrets::Tls13(Secrets13 {
                incoming: secret(from)?.ok_or(Error::BadInput)?,
                outgoing: secret(from)?.ok_or(Error::BadInput)?,
                exporter: secret(from)?.ok_or(Error::BadInput)?,
                early_exporter: secret(from)?,
                resumption: secret(from)?,
                key_update_awaited: flag(from)?,
            }),
            ProtocolVersion::TLS1_2 => Secrets::Tls12(Secrets12 {
                master: Secret::new(from.bytes(MASTER_LEN)?).map_err(|_| Error::BadInput)?,
                randoms: Randoms {
                    client: from.array()?,
                    server: from.array()?,
                },
                client_verify_data: from.array()?,
                server_verify_data: from.array()?,
                extended_master_secret: flag(from)?,
                secure_renegotiation: flag(from)?,
            }),
            _ => return Err(Error::BadInput),
        },
    })
}

/// Length of a master secret of TLS 1.2, in bytes.
const MASTER_LEN: usize = crate::tls::keys::prf12::MASTER_SECRET_LEN;

/// A secret; `None` for an empty one.
fn secret(from: &mut Decoder<'_>) -> Result<Option<Secret>, Error> {
    match from.vec8()? {
        [] => Ok(None),
        secret => Secret::new(secret).map(Some).map_err(|_| Error::BadInput),
    }
}

fn certificate_type(from: &mut Decoder<'_>) -> Result<Option<CertificateType>, Error> {
    match *from.vec8()? {
        [] => Ok(None),
        [number] if number == CertificateType::X509.0 || number == CertificateType::RAW_PUBLIC_KEY.0 => {
            Ok(Some(CertificateType(number)))
        }
        _ => Err(Error::BadInput),
    }
}

fn flag(from: &mut Decoder<'_>) -> Result<bool, Error> {
    match from.u8()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Error::BadInput),
    }
}

fn endpoint(side: Side) -> u8 {
    match side {
        Side::Client => MBEDTLS_SSL_IS_CLIENT as u8,
        Side::Server => MBEDTLS_SSL_IS_SERVER as u8,
    }
}

/// The checksum of `body`.
fn checksum(body: &[u8]) -> [u8; CHECKSUM_LEN] {
    let digest = HashAlgorithm::Sha256.hash(body);
    digest.as_ref().first_chunk().copied().unwrap_or_default()
}

/// Saves a connection as bytes, so that its context can be used for something else, and the connection go on later by
/// `mbedtls_ssl_context_load`, in this process or in another. The peer notices nothing. On success the context is as after
/// `mbedtls_ssl_session_reset`: it is not the connection's any more.
///
/// The bytes hold the keys of the connection. Whoever can read them can read and write in its place, and nothing protects
/// them: that is up to the program. They hold what was negotiated, the session and the peer's certificates, but no settings,
/// callbacks or data of the program's.
///
/// \param ssl      The context, its handshake over (of TLS 1.3 or TLS 1.2), and nothing on its way: nothing received and not
///                 read, not even a part of a record; nothing written and not sent; no alert or KeyUpdate that waits for the
///                 next write; closed by neither side.
/// \param buf      Where to put the bytes; may be NULL if `buf_len` is 0.
/// \param buf_len  Its size in bytes.
/// \param olen     Set to the number of bytes, if 0 or `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` is returned.
///
/// \return  0; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` if `buf_len` is less than `*olen` (call with 0 to learn how many there
///          are), with the connection as it was; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is not as stated, if its
///          configuration turns renegotiation on and the connection is one of TLS 1.2, if the client may be asked to
///          authenticate later (`ferrotls_conf_post_handshake_auth` on both sides), or if `ssl` or `olen` is NULL;
///          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_context_save(
    ssl: *mut mbedtls_ssl_context,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `buf_len` bytes; `olen` is NULL or writable.
    unsafe {
        let code = in_call(ssl, |call| {
            let bytes = save(call)?;
            if olen.is_null() {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            store(olen, bytes.len());
            if buf_len < bytes.len() {
                return Err(Code(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL));
            }
            if buf.is_null() {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            copy_out(&bytes, buf);
            Ok(0)
        });
        if code == 0 {
            mbedtls_ssl_session_reset(ssl)
        } else {
            code
        }
    }
}

/// # Safety
/// `call` is of a live context.
unsafe fn save(call: &Call) -> Result<Zeroizing<Vec<u8>>, Code> {
    const BAD: Code = Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    let inner = &call.inner;
    let _claims = inner.claim_both()?;
    let unsent = inner.pending_write.load(Ordering::Relaxed) != 0
        || inner.answer_unsent.load(Ordering::Relaxed)
        || inner.update_unsent.load(Ordering::Relaxed);
    let connection = inner.connection();
    if unsent || connection.is_null() || !inner.over.load(Ordering::Acquire) {
        return Err(BAD);
    }
    // SAFETY: both halves are claimed; `session` is NULL or ours, and changed under the lock only; no callback but of the
    // allocator runs here.
    unsafe {
        let connection = (*connection).save().map_err(|error| Code(error.code()))?;
        let shown = (*inner.per_connection()).peer_shown.as_ref();
        let attached = shown.map_or_else(Vec::new, |shown| shown.attached.clone());
        let _guard = inner.lock_session();
        let session = (*call.ssl).session.as_ref().ok_or(BAD)?;
        let whole = Whole {
            connection,
            exported: session.exported != 0,
            session: session_bytes(session)?,
            attached,
        };
        whole.write().map_err(|error| Code(error.code()))
    }
}

/// A session as `mbedtls_ssl_session_save` writes it.
///
/// # Safety
/// `session` is initialised, and its pointers are alive.
unsafe fn session_bytes(session: &mbedtls_ssl_session) -> Result<Zeroizing<Vec<u8>>, Code> {
    // SAFETY: each call is given as much room as it is told of.
    unsafe {
        let mut len = 0;
        match mbedtls_ssl_session_save(session, ptr::null_mut(), 0, &raw mut len) {
            MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL => {}
            code => return Err(Code(code)),
        }
        let mut out = Zeroizing::new(vec![0; len]);
        match mbedtls_ssl_session_save(session, out.as_mut_ptr(), len, &raw mut len) {
            0 => Ok(out),
            code => Err(Code(code)),
        }
    }
}

/// Goes on with a connection that `mbedtls_ssl_context_save` saved. It must never be loaded a second time, into this context or
/// another: both connections would use the same keys with the same nonces, and others could read and forge what they send.
/// Wipe the bytes once they are loaded.
///
/// Nothing tells who wrote the bytes. Every value is checked, but who can change them decides who the peer is said to be.
///
/// \param ssl  The context: set up, or reset, with a configuration that fits the connection (best the same one), and not used
///             for a handshake since. Its transport, callbacks and other settings may be set before or after. On failure it
///             is freed, as by `mbedtls_ssl_free`.
/// \param buf  The bytes.
/// \param len  How many.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for anything that is no whole saved connection, for one of another side or of a
///          version that the configuration does not allow, for one of TLS 1.2 where the configuration turns renegotiation on,
///          and for a context that is not as stated; `MBEDTLS_ERR_SSL_VERSION_MISMATCH` for a format of another release;
///          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_context_load(
    ssl: *mut mbedtls_ssl_context,
    buf: *const c_uchar,
    len: usize,
) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; `buf` holds `len` bytes.
    unsafe {
        // A context that was set up for a handshake and never used has nothing behind it yet.
        let code = in_call(ssl, |call| {
            let whole = Whole::read(bytes(buf, len).unwrap_or_default())?;
            load(call, whole).map(|()| 0)
        });
        if code != 0 {
            mbedtls_ssl_free(ssl);
        }
        code
    }
}

/// # Safety
/// `call` is of a live context.
unsafe fn load(call: &Call, whole: Whole) -> Result<(), Code> {
    const BAD: Code = Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    let inner = &call.inner;
    let _claims = inner.claim_both()?;
    // SAFETY: both halves are claimed; the configuration lives as long as the context; no callback but of the allocator runs
    // here.
    unsafe {
        let used = !inner.connection().is_null() || !(*call.ssl).session.is_null();
        if used || (*call.ssl).state != MBEDTLS_SSL_HELLO_REQUEST as c_int {
            return Err(BAD);
        }
        let loaded = LoadedSession::new(&whole)?;
        let config = super::snapshot::config((*call.ssl).conf);
        let connection = Connection::restore(config, whole.connection).map_err(|error| Code(error.code()))?;
        let connection = inner.set_connection(connection);
        call.publish(connection);
        call.publish_state(connection);
        let own = &mut *inner.per_connection();
        own.end_handshake();
        free_session(std::mem::replace(&mut own.resumed, ptr::null_mut()));
        let session = loaded.give();
        let (peer, raw_key) = match hidden::hidden(&*session) {
            Some(hidden) => (hidden.peer, hidden.raw_key.clone()),
            None => Default::default(),
        };
        inner.verify_result.store(peer.result, Ordering::Relaxed);
        let nothing = raw_key.is_empty() && whole.attached.is_empty();
        own.peer_shown = (!nothing).then(|| {
            Box::new(PeerShown {
                raw_key,
                attached: whole.attached,
            })
        });
        let _guard = inner.lock_session();
        (*call.ssl).session = session;
        inner.over.store(true, Ordering::Release);
        Ok(())
    }
}

/// A session that was loaded, until it is given to a context.
struct LoadedSession(*mut mbedtls_ssl_session);

impl LoadedSession {
    /// The session of a saved connection, if it is one of that connection.
    fn new(whole: &Whole) -> Result<Self, Code> {
        let loaded = Self(new_session());
        let saved = &whole.connection;
        let version = match saved.secrets {
            Secrets::Tls13(_) => MBEDTLS_SSL_VERSION_TLS1_3,
            Secrets::Tls12(_) => MBEDTLS_SSL_VERSION_TLS1_2,
        };
        // SAFETY: `loaded` is NULL or an empty session of ours; the bytes live through the call.
        unsafe {
            if loaded.0.is_null() {
                return Err(Code(MBEDTLS_ERR_SSL_ALLOC_FAILED));
            }
            match mbedtls_ssl_session_load(loaded.0, whole.session.as_ptr(), whole.session.len()) {
                0 => {}
                code @ (MBEDTLS_ERR_SSL_ALLOC_FAILED | MBEDTLS_ERR_SSL_VERSION_MISMATCH) => return Err(Code(code)),
                _ => return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)),
            }
            let session = &mut *loaded.0;
            session.exported = u8::from(whole.exported);
            let same = enum_number(session.tls_version) == version as c_int
                && session.endpoint == endpoint(saved.side)
                && session.ciphersuite == c_int::from(saved.suite.0);
            if same {
                Ok(loaded)
            } else {
                Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA))
            }
        }
    }

    /// The session, which is now the caller's to free.
    fn give(mut self) -> *mut mbedtls_ssl_session {
        std::mem::replace(&mut self.0, ptr::null_mut())
    }
}

impl Drop for LoadedSession {
    fn drop(&mut self) {
        // SAFETY: NULL or a session of ours.
        unsafe { free_session(self.0) };
    }
}
