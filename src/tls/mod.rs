//! The sans-I/O protocol core: bytes in, bytes out, answers in.
//!
//! No sockets, no clock and no C types in here. [`connection::Connection`] is what the C layer drives; whatever only
//! the application can answer leaves the core as an [`want::Ask`] and comes back as an [`want::Answer`].

pub mod config;
pub mod connection;
pub mod early_data;
pub mod error;
#[cfg(feature = "complete")]
pub mod fuzz;
pub mod handshake;
pub mod keys;
#[cfg(feature = "tls13")]
pub mod post;
#[cfg(not(feature = "tls13"))]
#[path = "post/without.rs"]
pub mod post;
pub mod post_auth;
pub mod record;
pub mod session;
pub mod suites;
#[cfg(feature = "tls12")]
pub mod suites12;
#[cfg(not(feature = "tls12"))]
#[path = "suites12/without.rs"]
pub mod suites12;
pub mod want;
pub mod wire;
