//! `ferrotls/ferrotls.h`: what Mbed TLS 3.6 has no name for. A file per subject.

#[cfg(feature = "early-data")]
pub mod anti_replay;
pub mod async_private;
#[cfg(feature = "tls13")]
pub mod compression;
#[cfg(feature = "tls13")]
pub mod cookie;
#[cfg(feature = "early-data")]
pub mod early;
pub mod framing;
pub mod groups;
pub mod keylog;
#[cfg(feature = "tls13")]
pub mod post_handshake;
pub mod psk;
pub mod raw_keys;
pub mod staples;
pub mod suites;
pub mod version;
