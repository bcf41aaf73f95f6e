//! Client authentication after the handshake (RFC 8446 section 4.6.2).
//!
//! ```text
//!        server                                                client
//! Writer: Asking  ------- CertificateRequest ------> Reader: Answering  (which certificate? a signature?)
//!    | Asked                                             | Reply
//!    v                                                   v
//! Reader: Checking <-- Certificate, CertificateVerify, Finished -- Writer
//! ```
//!
//! Reader and writer may be in two threads. What one of them has for the other goes through a channel, which has no lock, and
//! a flag in `record/shared.rs` that costs a look. All of this exists only where the client has offered
//! `post_handshake_auth` and the configuration wants it.
//!
//! A Finished here is made with the secret that the client sends under at that time. Only the writer knows which that is, so
//! the writer makes it when it seals the reply, whose messages thus stand together under one key.

#[cfg(feature = "tls13-ephemeral")]
pub mod client;
#[cfg(feature = "tls13-ephemeral")]
mod halves;
#[cfg(not(feature = "tls13-ephemeral"))]
#[path = "halves/without.rs"]
mod halves;
#[cfg(feature = "tls13-ephemeral")]
pub mod server;

pub use self::halves::*;
use super::want::Ask;

/// How far the authentication of the client after the handshake has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Progress {
    /// It was never asked for.
    None = 0,
    /// The server has asked.
    Pending = 1,
    /// The client has proved that it holds the key of the certificate it sent, which the application has let pass.
    Authenticated = 2,
    /// The client has no certificate, and the application goes on with it.
    Anonymous = 3,
}

impl Progress {
    /// Of its number.
    pub const fn of(number: u8) -> Self {
        match number {
            1 => Self::Pending,
            2 => Self::Authenticated,
            3 => Self::Anonymous,
            _ => Self::None,
        }
    }
}

/// What a message or an answer leads to.
pub enum Step {
    /// The next message.
    Done,
    /// A question to the application.
    Ask(Ask),
    /// Server: it is settled who the client is.
    Settled,
}
