//! In place of what came with certificates where the option `certificates` is off: nothing did.

use crate::tls::config::Attached;
use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder};

/// 0
pub(super) fn saved_len(_: &[Attached]) -> usize {
    0
}

/// Writes nothing.
pub(super) fn save(_: &[Attached], _: &mut Encoder<'_>) -> Result<(), Error> {
    Ok(())
}

/// Nothing may be there.
pub(super) fn load(list: &mut Decoder<'_>) -> Result<Vec<Attached>, Error> {
    if list.is_empty() {
        Ok(Vec::new())
    } else {
        Err(Error::DecodeError)
    }
}
