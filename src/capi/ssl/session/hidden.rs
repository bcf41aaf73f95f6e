//! What a session holds beyond the fields of its C struct, and the way between that struct and the core's [`Session`].
//!
//! The fields that C programs read are the truth: an application's ticket callback may change them. The rest stands
//! behind the struct's private pointer.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr;

use super::super::names::*;
use crate::capi::platform_time::{mbedtls_ms_time, mbedtls_ms_time_t, wall_ms};
use crate::capi::ptr::enum_number;
use crate::crypto::{hkdf::Secret, secret};
use crate::tls::session::{KeyExchangeModes, Session, Session12};
use crate::tls::suites::suite;
use crate::tls::suites12::suite12;
use crate::tls::wire::codes::{CipherSuite, ProtocolVersion};

/// The longest lifetime of a ticket, in seconds (RFC 8446 section 4.6.1).
pub const MAX_LIFETIME: u32 = 604_800;

/// How the peer was authenticated. A connection that resumes a session inherits this from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peer {
    /// It proved to know an external pre-shared key, so that there was no certificate.
    pub by_psk: bool,
    /// How its certificate was to be checked, `MBEDTLS_SSL_VERIFY_*`.
    pub authmode: u8,
    /// What the check found, as `mbedtls_ssl_get_verify_result` tells it.
    pub result: u32,
}

/// What stands behind a session's private pointer.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    /// The pre-shared key; `None` until there is a ticket, and in TLS 1.2, whose master secret has a field that programs read.
    pub secret: Option<Secret>,
    /// What a session of TLS 1.2 has besides; `None` in TLS 1.3, and for a session that no handshake filled.
    pub tls12: Option<Session12>,
    /// How many bytes of early data go with the ticket.
    pub max_early_data: u32,
    /// The application protocol of the connection.
    pub alpn: Option<Vec<u8>>,
    /// The name the client asked for: `mbedtls_ssl_set_hostname` on a client, server_name on a server.
    pub name: Option<Vec<u8>>,
    /// How the peer was authenticated.
    pub peer: Peer,
    /// The raw public key (SubjectPublicKeyInfo, RFC 7250) that the peer showed in place of certificates, or nothing.
    pub raw_key: Vec<u8>,
    /// What there is in place of the peer's certificates.
    #[cfg(not(feature = "keep-peer-certificate"))]
    pub(in crate::capi::ssl) in_place: super::super::peer_certificate::InPlace,
    /// When the ticket was made or came: see [`created`].
    pub created: Moment,
}

/// When a ticket was made or came: by the clock that other machines share, and by the one that programs see.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment {
    /// Milliseconds since 1970.
    wall: u64,
    /// The same on the scale of `mbedtls_ms_time`, as it was put into the session's field.
    shown: mbedtls_ms_time_t,
}

/// What stands behind `session`.
pub fn hidden(session: &mbedtls_ssl_session) -> Option<&Hidden> {
    // SAFETY: `inner` is NULL or the box that `hidden_mut` made, and borrowed as long as the session is.
    unsafe { session.inner.cast::<Hidden>().as_ref() }
}

/// What stands behind `session`, made on first use.
pub fn hidden_mut(session: &mut mbedtls_ssl_session) -> &mut Hidden {
    if session.inner.is_null() {
        session.inner = Box::into_raw(Box::<Hidden>::default()).cast();
    }
    // SAFETY: not NULL, so the box made above; borrowed as long as the session is.
    unsafe { &mut *session.inner.cast::<Hidden>() }
}

/// Frees what stands behind `session`.
pub fn drop_hidden(session: &mut mbedtls_ssl_session) {
    let inner = std::mem::replace(&mut session.inner, ptr::null_mut());
    if !inner.is_null() {
        // SAFETY: it came from `Box::into_raw` in `hidden_mut`, and nobody has it any more.
        drop(unsafe { Box::from_raw(inner.cast::<Hidden>()) });
    }
}

/// Says when the ticket of `session` was made or came, in milliseconds since 1970.
pub fn set_created(session: &mut mbedtls_ssl_session, wall: u64) {
    let to_ms = |value: u64| mbedtls_ms_time_t::try_from(value).unwrap_or(mbedtls_ms_time_t::MAX);
    // Programs read the field themselves (an inline function in 3.6) and compare it with mbedtls_ms_time().
    let shown = mbedtls_ms_time().saturating_sub(to_ms(wall_ms()).saturating_sub(to_ms(wall)));
    session.ticket_creation_time = shown;
    hidden_mut(session).created = Moment { wall, shown };
}

/// When the ticket of `session` was made or came, in milliseconds since 1970; also if the program changed the field.
pub fn created(session: &mbedtls_ssl_session) -> u64 {
    let shown = session.ticket_creation_time;
    match hidden(session).map(|hidden| hidden.created) {
        Some(moment) if moment.shown == shown => moment.wall,
        _ => wall_ms().saturating_add_signed(shown.saturating_sub(mbedtls_ms_time())),
    }
}

/// Puts a core's session into a C one: everything but the ticket itself, the identifier, the peer and the name.
pub fn put(session: &mut mbedtls_ssl_session, from: &Session) {
    session.tls_version = MaybeUninit::new(match from.tls12 {
        Some(_) => MBEDTLS_SSL_VERSION_TLS1_2,
        None => MBEDTLS_SSL_VERSION_TLS1_3,
    });
    session.ciphersuite = c_int::from(from.suite.0);
    session.ticket_lifetime = from.lifetime;
    session.ticket_age_add = from.age_add;
    session.ticket_flags = from.tls12.map_or_else(|| flags(from), |_| 0);
    set_created(session, from.created);
    if from.tls12.is_some() {
        put_master(session, &from.secret);
    }
    let hidden = hidden_mut(session);
    hidden.secret = from.tls12.is_none().then(|| from.secret.clone());
    hidden.tls12 = from.tls12;
    hidden.max_early_data = from.max_early_data;
    hidden.alpn.clone_from(&from.alpn_protocol);
}

/// Puts a master secret of TLS 1.2 where C programs read it.
pub fn put_master(session: &mut mbedtls_ssl_session, master: &Secret) {
    for (to, from) in session.master.iter_mut().zip(master.as_bytes()) {
        *to = *from;
    }
}

/// The master secret of a session of TLS 1.2; `None` if there is none: zeros, which would be everybody's (CVE-2026-34873).
pub fn master(session: &mbedtls_ssl_session) -> Option<Secret> {
    let any = session.master.iter().fold(0, |any, byte| any | byte);
    let is_there = secret::known_byte(u8::from(any != 0)) != 0;
    is_there.then(|| Secret::new(&session.master).ok()).flatten()
}

/// The version that a session was made in.
pub fn version(session: &mbedtls_ssl_session) -> Option<ProtocolVersion> {
    const TLS1_2: c_int = MBEDTLS_SSL_VERSION_TLS1_2 as c_int;
    const TLS1_3: c_int = MBEDTLS_SSL_VERSION_TLS1_3 as c_int;
    match enum_number(session.tls_version) {
        TLS1_2 => Some(ProtocolVersion::TLS1_2),
        TLS1_3 => Some(ProtocolVersion::TLS1_3),
        _ => None,
    }
}

/// The core's session out of a C one; `None` if there is nothing in it that can be resumed.
pub fn core(session: &mbedtls_ssl_session) -> Option<Session> {
    let hidden = hidden(session)?;
    match version(session)? {
        ProtocolVersion::TLS1_2 => core12(session, hidden),
        _ => core13(session, hidden),
    }
}

/// [`core`] of TLS 1.2.
fn core12(session: &mbedtls_ssl_session, hidden: &Hidden) -> Option<Session> {
    let suite = suite12(CipherSuite(u16::try_from(session.ciphersuite).ok()?))?;
    Some(Session {
        suite: suite.id,
        secret: master(session)?,
        age_add: 0,
        // RFC 5077 section 3.3: 0 is unspecified; and an identifier comes without.
        lifetime: match session.ticket_lifetime {
            0 => MAX_LIFETIME,
            lifetime => lifetime.min(MAX_LIFETIME),
        },
        created: created(session),
        max_early_data: 0,
        modes: KeyExchangeModes {
            ephemeral: false,
            psk_ephemeral: false,
            psk: false,
        },
        alpn_protocol: hidden.alpn.clone(),
        server_name: server_name(hidden),
        tls12: Some(hidden.tls12?),
    })
}

/// [`core`] of TLS 1.3.
fn core13(session: &mbedtls_ssl_session, hidden: &Hidden) -> Option<Session> {
    let suite = suite(CipherSuite(u16::try_from(session.ciphersuite).ok()?))?;
    let secret = hidden.secret.as_ref()?;
    if secret.as_bytes().len() != suite.hash.output_len() {
        return None;
    }
    let has = |flag: c_int| c_int::from(session.ticket_flags) & flag != 0;
    let early = has(MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA);
    Some(Session {
        suite: suite.id,
        secret: secret.clone(),
        age_add: session.ticket_age_add,
        lifetime: session.ticket_lifetime.min(MAX_LIFETIME),
        created: created(session),
        max_early_data: if early { hidden.max_early_data } else { 0 },
        modes: KeyExchangeModes {
            ephemeral: false,
            psk_ephemeral: has(MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_EPHEMERAL_RESUMPTION),
            psk: has(MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION),
        },
        alpn_protocol: hidden.alpn.clone(),
        server_name: server_name(hidden),
        tls12: None,
    })
}

/// The name that was sent; an empty one is not.
fn server_name(hidden: &Hidden) -> Option<String> {
    let name = hidden.name.clone().filter(|name| !name.is_empty())?;
    String::from_utf8(name).ok()
}

/// What a ticket allows, in the bits that C programs see.
fn flags(session: &Session) -> u8 {
    let bit = |set: bool, flag: c_int| if set { flag as u8 } else { 0 };
    bit(session.modes.psk, MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION)
        | bit(
            session.modes.psk_ephemeral,
            MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_EPHEMERAL_RESUMPTION,
        )
        | bit(session.max_early_data != 0, MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA)
}
