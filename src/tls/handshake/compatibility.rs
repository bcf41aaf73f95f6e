//! The middlebox compatibility mode of a client in TLS 1.3 (RFC 8446 appendix D.4): what it sends looks like a session of TLS 1.2
//! that is resumed.

use super::Context;
use crate::tls::{config::Config, error::Error, wire::client_hello::MAX_SESSION_ID_LEN};

/// How many random bytes a ClientHello has as its `legacy_session_id`.
pub fn session_id_len(config: &Config) -> usize {
    match config.middlebox_compatibility {
        true => MAX_SESSION_ID_LEN,
        false => 0,
    }
}

/// Writes the change_cipher_spec that means nothing.
pub fn write(cx: &mut Context<'_>) -> Result<(), Error> {
    match cx.config.middlebox_compatibility {
        true => cx.writer.write_change_cipher_spec(),
        false => Ok(()),
    }
}

/// One is due before anything protected, also before an alert.
pub fn expect(cx: &mut Context<'_>) {
    if cx.config.middlebox_compatibility {
        cx.writer.expect_change_cipher_spec();
    }
}
