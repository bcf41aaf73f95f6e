//! `application_layer_protocol_negotiation` (RFC 7301 section 3.1).
//!
//! ```text
//! opaque ProtocolName<1..2^8-1>;
//!
//! struct {
//!     ProtocolName protocol_name_list<2..2^16-1>
//! } ProtocolNameList;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};

/// `ProtocolName`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProtocolName<'a>(pub &'a [u8]);

impl<'a> Item<'a> for ProtocolName<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        non_empty(input.vec8()?).map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque8(self.0)
    }
}

/// The list of a client.
pub fn read_list<'a>(input: &mut Decoder<'a>) -> Result<List<'a, ProtocolName<'a>>, Error> {
    input.list16()
}

/// The answer of a server: "the ProtocolNameList MUST contain exactly one ProtocolName".
pub fn read_selected<'a>(input: &mut Decoder<'a>) -> Result<ProtocolName<'a>, Error> {
    let mut list = Decoder::new(input.vec16()?);
    let name = ProtocolName::read(&mut list)?;
    list.finish()?;
    Ok(name)
}

/// The answer of a server.
pub fn write_selected(name: ProtocolName<'_>, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.vec16(|list| name.write(list))
}
