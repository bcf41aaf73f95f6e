//! `ferrotls/ferrotls.h`: what Mbed TLS 3.6 has no name for. A file per subject.

#[cfg(feature = "early-data")]
pub mod anti_replay;
#[cfg(feature = "certificates")]
pub mod async_private;
#[cfg(feature = "tls13-ephemeral")]
pub mod compression;
#[cfg(feature = "tls13")]
pub mod cookie;
#[cfg(feature = "early-data")]
pub mod early;
pub mod framing;
pub mod groups;
pub mod keylog;
#[cfg(feature = "tls13-ephemeral")]
pub mod post_handshake;
pub mod psk;
#[cfg(feature = "certificates")]
pub mod raw_keys;
#[cfg(feature = "certificates")]
pub mod staples;
pub mod suites;
#[cfg(feature = "tls13")]
pub mod update_keys;
pub mod version;
