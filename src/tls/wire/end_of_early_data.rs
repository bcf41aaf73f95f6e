//! EndOfEarlyData (RFC 8446 section 4.5).

use super::codec::Decoder;
use super::codes::HandshakeType;
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {} EndOfEarlyData;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndOfEarlyData;

impl EndOfEarlyData {
    /// Reads the body of a message, which is empty.
    pub const fn read(body: &[u8]) -> Result<Self, Error> {
        match Decoder::new(body).finish() {
            Ok(()) => Ok(Self),
            Err(error) => Err(error),
        }
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::END_OF_EARLY_DATA, out, |_| Ok(()))
    }
}
