//! `max_fragment_length` (RFC 6066 section 4).
//!
//! ```text
//! enum {
//!     2^9(1), 2^10(2), 2^11(3), 2^12(4), (255)
//! } MaxFragmentLength;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder};
use crate::tls::wire::codes::MaxFragmentLength;

/// "If a server receives a maximum fragment length negotiation request for a value other than the allowed values, it MUST
/// abort the handshake with an "illegal_parameter" alert."
pub fn read(input: &mut Decoder<'_>) -> Result<MaxFragmentLength, Error> {
    let value = MaxFragmentLength(input.u8()?);
    if value.name().is_some() {
        Ok(value)
    } else {
        Err(Error::IllegalParameter)
    }
}

/// The extension's data.
pub fn write(value: MaxFragmentLength, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.u8(value.0);
    Ok(())
}
