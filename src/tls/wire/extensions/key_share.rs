//! `key_share` (RFC 8446 section 4.2.8).
//!
//! ```text
//! struct {
//!     NamedGroup group;
//!     opaque key_exchange<1..2^16-1>;
//! } KeyShareEntry;
//!
//! struct {
//!     KeyShareEntry client_shares<0..2^16-1>;
//! } KeyShareClientHello;
//!
//! struct {
//!     NamedGroup selected_group;
//! } KeyShareHelloRetryRequest;
//!
//! struct {
//!     KeyShareEntry server_share;
//! } KeyShareServerHello;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};
use crate::tls::wire::codes::NamedGroup;

/// `KeyShareEntry`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyShareEntry<'a> {
    /// Which group.
    pub group: NamedGroup,
    /// The public value in the group's own form.
    pub key_exchange: &'a [u8],
}

impl<'a> Item<'a> for KeyShareEntry<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        Ok(Self {
            group: NamedGroup::read(input)?,
            key_exchange: non_empty(input.vec16()?)?,
        })
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        self.group.write(out)?;
        out.opaque16(self.key_exchange)
    }
}

/// `client_shares`; a client may send none to ask for a HelloRetryRequest.
pub fn read_client_shares<'a>(input: &mut Decoder<'a>) -> Result<List<'a, KeyShareEntry<'a>>, Error> {
    List::read(input.vec16()?)
}
