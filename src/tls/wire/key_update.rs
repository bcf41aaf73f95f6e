//! KeyUpdate (RFC 8446 section 4.6.3).

use super::codec::Decoder;
use super::codes::{HandshakeType, KeyUpdateRequest};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// enum {
///     update_not_requested(0), update_requested(1), (255)
/// } KeyUpdateRequest;
///
/// struct {
///     KeyUpdateRequest request_update;
/// } KeyUpdate;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUpdate {
    /// Whether the other side must answer with a KeyUpdate of its own.
    pub request_update: KeyUpdateRequest,
}

impl KeyUpdate {
    /// Reads the body of a message.
    ///
    /// # Errors
    /// "If an implementation receives any other value, it MUST terminate the connection with an "illegal_parameter" alert."
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let request_update = KeyUpdateRequest(input.u8()?);
        input.finish()?;
        if request_update.name().is_none() {
            return Err(Error::IllegalParameter);
        }
        Ok(Self { request_update })
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::KEY_UPDATE, out, |body| {
            body.u8(self.request_update.0);
            Ok(())
        })
    }
}
