//! `mbedtls/ssl.h`: connections and their configuration.
//!
//! [`inner`] holds what stands behind the C structs, [`snapshot`] makes the core's configuration of the C one, `drive`
//! gives the core what it wants, [`ask`] and [`verify`] put its questions to the application.

pub mod callbacks;
pub mod constants;
pub mod enums;
pub mod errors;
pub mod types;

pub mod accepted;
#[cfg(feature = "tls13")]
pub(in crate::capi) mod after_handshake;
mod ask;
#[cfg(feature = "certificates")]
pub mod async_private;
#[cfg(not(feature = "certificates"))]
#[path = "async_private/without.rs"]
pub mod async_private;
#[cfg(feature = "certificates")]
pub mod authentication;
pub mod cache;
#[cfg(feature = "certificates")]
pub mod certificates;
#[cfg(not(feature = "certificates"))]
#[path = "certificates/without.rs"]
pub mod certificates;
pub mod config;
pub mod context;
#[cfg(feature = "certificates")]
mod credentials;
#[cfg(not(feature = "certificates"))]
#[path = "credentials/without.rs"]
mod credentials;
pub mod drive;
#[cfg(feature = "early-data")]
pub mod early;
#[cfg(not(feature = "early-data"))]
#[path = "early/without.rs"]
pub mod early;
pub mod facts;
pub(crate) mod inner;
pub mod io;
pub mod limits;
pub mod modes;
#[cfg(feature = "keep-peer-certificate")]
mod peer_certificate;
#[cfg(not(feature = "keep-peer-certificate"))]
#[path = "peer_certificate/without.rs"]
mod peer_certificate;
pub mod post_auth;
pub mod psk;
#[cfg(feature = "tls12")]
pub mod renegotiation;
#[cfg(not(feature = "tls12"))]
#[path = "renegotiation/without.rs"]
pub mod renegotiation;
pub mod serialize;
pub mod session;
mod snapshot;
#[cfg(feature = "server-name-indication")]
pub mod sni;
#[cfg(not(feature = "server-name-indication"))]
#[path = "sni/without.rs"]
pub mod sni;
#[cfg(feature = "session-tickets")]
pub mod tickets;
#[cfg(not(feature = "session-tickets"))]
#[path = "tickets/without.rs"]
pub mod tickets;
#[cfg(feature = "tls12")]
pub mod tls12;
#[cfg(not(feature = "tls12"))]
#[path = "tls12/without.rs"]
pub mod tls12;
#[cfg(feature = "tls13")]
pub mod tls13;
pub mod tls_prf;
#[cfg(feature = "certificates")]
mod verify;
#[cfg(not(feature = "certificates"))]
#[path = "verify/without.rs"]
mod verify;

#[cfg(feature = "tls13-ephemeral")]
pub(in crate::capi) use snapshot::entries;

/// The names of `ssl.h` that the files here use.
mod names {
    pub(super) use super::callbacks::*;
    pub(super) use super::constants::*;
    pub(super) use super::enums::mbedtls_ssl_key_export_type::*;
    pub(super) use super::enums::mbedtls_ssl_protocol_version::*;
    pub(super) use super::enums::mbedtls_ssl_states::*;
    pub(super) use super::enums::mbedtls_tls_prf_types::*;
    pub(super) use super::enums::*;
    pub(super) use super::errors::*;
    pub(super) use super::types::*;
}

/// What `mbedtls_ssl_get_verify_result` returns before anything was checked.
const NO_VERIFY_RESULT: u32 = u32::MAX;
