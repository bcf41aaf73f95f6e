//! NewSessionTicket of TLS 1.3 (RFC 8446 section 4.6.1).

use super::codec::{Decoder, non_empty};
use super::codes::{ExtensionType, HandshakeType};
use super::extensions::{self, Place, early_data};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     uint32 ticket_lifetime;
///     uint32 ticket_age_add;
///     opaque ticket_nonce<0..255>;
///     opaque ticket<1..2^16-1>;
///     Extension extensions<0..2^16-2>;
/// } NewSessionTicket;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSessionTicket<'a> {
    /// In seconds from when it was issued; not checked here.
    pub ticket_lifetime: u32,
    /// Added to the age of the ticket, in milliseconds.
    pub ticket_age_add: u32,
    /// Different in every ticket of a connection.
    pub ticket_nonce: &'a [u8],
    /// The identity of the key.
    pub ticket: &'a [u8],
    /// `early_data`: how many bytes of early data the server takes with this ticket.
    pub max_early_data_size: Option<u32>,
    /// A type that means nothing (RFC 8701); not read.
    pub grease: Option<ExtensionType>,
}

impl<'a> NewSessionTicket<'a> {
    /// Reads the body of a message.
    ///
    /// # Errors
    /// Those of [`extensions::read_request`] ("Clients MUST ignore unrecognized extensions").
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let mut message = Self {
            ticket_lifetime: input.u32()?,
            ticket_age_add: input.u32()?,
            ticket_nonce: input.vec8()?,
            ticket: non_empty(input.vec16()?)?,
            max_early_data_size: None,
            grease: None,
        };
        let block = input.vec16()?;
        input.finish()?;
        extensions::read_request(Place::NewSessionTicket, block, |extension_type, data| {
            match extension_type {
                ExtensionType::EARLY_DATA => message.max_early_data_size = Some(early_data::read_max_size(data)?),
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::NEW_SESSION_TICKET, out, |body| {
            body.u32(self.ticket_lifetime);
            body.u32(self.ticket_age_add);
            body.opaque8(self.ticket_nonce)?;
            body.opaque16(self.ticket)?;
            extensions::write(body, |out| {
                out.put(
                    ExtensionType::EARLY_DATA,
                    self.max_early_data_size,
                    early_data::write_max_size,
                )?;
                out.put_grease(self.grease, &[])
            })?;
            Ok(())
        })
    }
}
