//! The messages of TLS 1.2 that hold nothing: HelloRequest and ServerHelloDone (RFC 5246 sections 7.4.1.1 and 7.4.5).

use super::codec::Decoder;
use super::codes::HandshakeType;
use super::handshake;
use crate::tls::error::Error;

/// Reads the body of such a message: `DecodeError` unless it is empty.
pub fn read(body: &[u8]) -> Result<(), Error> {
    Decoder::new(body).finish()
}

/// Appends the whole message of this type.
///
/// ```text
/// struct { } HelloRequest;
/// struct { } ServerHelloDone;
/// ```
pub fn write(msg_type: HandshakeType, out: &mut Vec<u8>) -> Result<(), Error> {
    handshake::write(msg_type, out, |_| Ok(()))
}
