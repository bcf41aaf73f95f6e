//! `signed_certificate_timestamp` in a Certificate (RFC 6962 section 3.3, RFC 8446 section 4.4.2.1); where it asks it is empty.
//!
//! ```text
//! opaque SerializedSCT<1..2^16-1>;
//!
//! struct {
//!     SerializedSCT sct_list <1..2^16-1>;
//! } SignedCertificateTimestampList;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};

/// `SerializedSCT`, not looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SerializedSct<'a>(pub &'a [u8]);

impl<'a> Item<'a> for SerializedSct<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        non_empty(input.vec16()?).map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque16(self.0)
    }
}

/// `sct_list`: the data of the extension is this list and nothing else.
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, SerializedSct<'a>>, Error> {
    input.list16()
}

/// Takes a whole `SignedCertificateTimestampList`, with the length before it.
///
/// # Errors
/// [`Error::DecodeError`] unless it is one.
pub fn parse(bytes: &[u8]) -> Result<List<'_, SerializedSct<'_>>, Error> {
    let mut input = Decoder::new(bytes);
    let list = read(&mut input)?;
    input.finish()?;
    Ok(list)
}
