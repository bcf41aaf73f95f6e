//! CertificateVerify (RFC 8446 section 4.4.3), which looks the same in TLS 1.2 (RFC 5246 section 7.4.8).

use super::codec::{Decoder, Item};
use super::codes::{HandshakeType, SignatureScheme};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     SignatureScheme algorithm;
///     opaque signature<0..2^16-1>;
/// } CertificateVerify;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateVerify<'a> {
    /// How it is signed.
    pub algorithm: SignatureScheme,
    /// The signature over the transcript.
    pub signature: &'a [u8],
}

impl<'a> CertificateVerify<'a> {
    /// Reads the body of a message.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            algorithm: SignatureScheme::read(&mut input)?,
            signature: input.vec16()?,
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE_VERIFY, out, |body| {
            self.algorithm.write(body)?;
            body.opaque16(self.signature)
        })
    }
}
