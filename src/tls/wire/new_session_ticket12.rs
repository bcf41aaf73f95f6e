//! NewSessionTicket of TLS 1.2 (RFC 5077 section 3.3).

use super::codec::Decoder;
use super::codes::HandshakeType;
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     uint32 ticket_lifetime_hint;
///     opaque ticket<0..2^16-1>;
/// } NewSessionTicket;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewSessionTicket12<'a> {
    /// In seconds; 0: the server does not say.
    pub ticket_lifetime_hint: u32,
    /// Empty: the server gives none after all.
    pub ticket: &'a [u8],
}

impl<'a> NewSessionTicket12<'a> {
    /// Reads the body of a message.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            ticket_lifetime_hint: input.u32()?,
            ticket: input.vec16()?,
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::NEW_SESSION_TICKET, out, |body| {
            body.u32(self.ticket_lifetime_hint);
            body.opaque16(self.ticket)
        })
    }
}
