//! In place of a client's middlebox compatibility mode where the option `tls13-compatibility-mode` is off: nothing is sent for it.

use super::Context;
use crate::tls::{config::Config, error::Error};

/// 0
pub fn session_id_len(_: &Config) -> usize {
    0
}

/// Writes nothing.
pub fn write(_: &mut Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Nothing is due.
pub fn expect(_: &mut Context<'_>) {}
