//! `certificate_authorities` (RFC 8446 section 4.2.4).
//!
//! ```text
//! opaque DistinguishedName<1..2^16-1>;
//!
//! struct {
//!     DistinguishedName authorities<3..2^16-1>;
//! } CertificateAuthoritiesExtension;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};

/// `DistinguishedName`, an X.501 name in DER.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistinguishedName<'a>(pub &'a [u8]);

impl<'a> Item<'a> for DistinguishedName<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        non_empty(input.vec16()?).map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque16(self.0)
    }
}

/// `authorities`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, DistinguishedName<'a>>, Error> {
    input.list16()
}
