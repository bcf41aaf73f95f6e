//! `record_size_limit` (RFC 8449 section 4).
//!
//! ```text
//! uint16 RecordSizeLimit;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder};

/// Smallest limit that may be sent.
pub const MIN_RECORD_SIZE_LIMIT: u16 = 64;

/// "An endpoint MUST treat receipt of a smaller value as a fatal error and generate an "illegal_parameter" alert."
pub fn read(input: &mut Decoder<'_>) -> Result<u16, Error> {
    let limit = input.u16()?;
    if limit < MIN_RECORD_SIZE_LIMIT {
        Err(Error::IllegalParameter)
    } else {
        Ok(limit)
    }
}

/// The extension's data.
pub fn write(limit: u16, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.u16(limit);
    Ok(())
}
