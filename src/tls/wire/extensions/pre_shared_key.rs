//! `pre_shared_key` (RFC 8446 section 4.2.11).
//!
//! ```text
//! struct {
//!     opaque identity<1..2^16-1>;
//!     uint32 obfuscated_ticket_age;
//! } PskIdentity;
//!
//! opaque PskBinderEntry<32..255>;
//!
//! struct {
//!     PskIdentity identities<7..2^16-1>;
//!     PskBinderEntry binders<33..2^16-1>;
//! } OfferedPsks;
//!
//! struct {
//!     select (Handshake.msg_type) {
//!         case client_hello: OfferedPsks;
//!         case server_hello: uint16 selected_identity;
//!     };
//! } PreSharedKeyExtension;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};

/// `PskIdentity`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PskIdentity<'a> {
    /// A ticket, or the label of an external key.
    pub identity: &'a [u8],
    /// Age of the ticket in milliseconds, plus `ticket_age_add`, modulo 2^32.
    pub obfuscated_ticket_age: u32,
}

impl<'a> Item<'a> for PskIdentity<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        Ok(Self {
            identity: non_empty(input.vec16()?)?,
            obfuscated_ticket_age: input.u32()?,
        })
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque16(self.identity)?;
        out.u32(self.obfuscated_ticket_age);
        Ok(())
    }
}

impl PskBinderEntry<'_> {
    /// The least length. It is for the server to look at, in the binder of the key that it takes: a hello that TLS 1.2 answers
    /// may come with something else in this place, and so may a key that nobody knows. As in 3.6.6.
    pub const MIN_LEN: usize = 32;
}

/// `PskBinderEntry`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PskBinderEntry<'a>(pub &'a [u8]);

impl<'a> Item<'a> for PskBinderEntry<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        input.vec8().map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque8(self.0)
    }
}

/// `OfferedPsks`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedPsks<'a> {
    /// The keys that the client is willing to use.
    pub identities: List<'a, PskIdentity<'a>>,
    /// One for each identity, in the same order.
    pub binders: List<'a, PskBinderEntry<'a>>,
}

impl<'a> OfferedPsks<'a> {
    /// Reads the data of the extension in a ClientHello.
    ///
    /// # Errors
    /// [`Error::IllegalParameter`] unless there are as many binders as identities ("Each entry in the binders list is
    /// computed ... for each identity").
    pub fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        let offered = Self {
            identities: input.list16()?,
            binders: input.list16()?,
        };
        if offered.identities.iter().count() == offered.binders.iter().count() {
            Ok(offered)
        } else {
            Err(Error::IllegalParameter)
        }
    }

    /// Writes the data of the extension in a ClientHello.
    pub fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.list16(self.identities)?;
        out.list16(self.binders)
    }

    /// Bytes of `binders` with the length before it. As the extension is the last of the ClientHello, these are the last bytes
    /// of the message: what is before them is what the binders are computed over (section 4.2.11.2).
    pub fn binders_length(&self) -> usize {
        self.binders
            .iter()
            .fold(2, |sum, binder| sum.saturating_add(binder.0.len()).saturating_add(1))
    }
}
