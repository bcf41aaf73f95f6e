//! Bytes to values and values to bytes: one file per message, read and write together. No state, no cryptography.
//!
//! How the types here work:
//!
//! - One struct serves both directions. Read from a message it borrows from that message's bytes and allocates nothing;
//!   to write one, fill the struct with slices. [`codec::List`] is a list in either form.
//! - `read` takes the body of a message (what follows the four bytes of [`handshake::Header`]) and fails unless it is
//!   consumed exactly. `write` appends the whole message, header included, as it goes into the transcript.
//! - Checks in here are those of structure and range: lengths, empty lists, duplicates, which extension may stand in which
//!   message ([`extensions`]). Whether a value fits the negotiation is the handshake's to say.
//! - Unknown values of a registry are kept ([`codes`]), unknown extensions of a request are skipped.

pub mod alert;
#[cfg(feature = "tls13-ephemeral")]
pub mod certificate;
#[cfg(feature = "tls12")]
pub mod certificate12;
#[cfg(feature = "tls13-ephemeral")]
pub mod certificate_request;
#[cfg(feature = "tls12")]
pub mod certificate_request12;
#[cfg(feature = "certificates")]
pub mod certificate_verify;
pub mod client_hello;
#[cfg(feature = "tls12")]
pub mod client_key_exchange;
pub mod codec;
pub mod codes;
#[cfg(feature = "tls13-ephemeral")]
pub mod compressed_certificate;
pub mod empty;
#[cfg(feature = "tls13")]
pub mod encrypted_extensions;
#[cfg(feature = "tls13")]
pub mod end_of_early_data;
pub mod extensions;
pub mod finished;
#[cfg(feature = "complete")]
pub mod fuzz;
pub mod handshake;
#[cfg(feature = "tls13")]
pub mod key_update;
#[cfg(all(feature = "tls13", feature = "session-tickets"))]
pub mod new_session_ticket;
#[cfg(feature = "tls12")]
#[cfg(feature = "session-tickets")]
pub mod new_session_ticket12;
pub mod server_hello;
#[cfg(feature = "tls12")]
pub mod server_key_exchange;

#[cfg(feature = "complete")]
pub use fuzz::fuzz_parse;

#[cfg(test)]
#[cfg(feature = "complete")]
mod tests;
