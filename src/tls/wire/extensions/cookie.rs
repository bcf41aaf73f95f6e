//! `cookie` (RFC 8446 section 4.2.2).
//!
//! ```text
//! struct {
//!     opaque cookie<1..2^16-1>;
//! } Cookie;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, non_empty};

/// `cookie`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<&'a [u8], Error> {
    non_empty(input.vec16()?)
}

/// `cookie`
pub fn write(cookie: &[u8], out: &mut Encoder<'_>) -> Result<(), Error> {
    out.opaque16(cookie)
}
