//! `ferrotls/ferrotls.h`: what Mbed TLS 3.6 has no name for. A file per subject.

pub mod anti_replay;
pub mod async_private;
pub mod compression;
pub mod cookie;
pub mod early;
pub mod framing;
pub mod groups;
pub mod keylog;
pub mod post_handshake;
pub mod psk;
pub mod raw_keys;
pub mod staples;
pub mod suites;
pub mod version;
