//! Finished (RFC 8446 section 4.4.4).

use super::codec::Decoder;
use super::codes::HandshakeType;
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     opaque verify_data[Hash.length];
/// } Finished;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished<'a> {
    /// The MAC over the transcript.
    pub verify_data: &'a [u8],
}

impl<'a> Finished<'a> {
    /// Reads the body of a message; `hash_length` is `Hash.length` of the suite.
    pub fn read(body: &'a [u8], hash_length: usize) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let verify_data = input.bytes(hash_length)?;
        input.finish()?;
        Ok(Self { verify_data })
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::FINISHED, out, |body| {
            body.bytes(self.verify_data);
            Ok(())
        })
    }
}
