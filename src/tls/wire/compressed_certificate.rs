//! CompressedCertificate (RFC 8879 section 4).

use super::codec::{Decoder, non_empty};
use super::codes::{CertificateCompressionAlgorithm, HandshakeType};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     CertificateCompressionAlgorithm algorithm;
///     uint24 uncompressed_length;
///     opaque compressed_certificate_message<1..2^24-1>;
/// } CompressedCertificate;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompressedCertificate<'a> {
    /// One that was offered; not checked here.
    pub algorithm: CertificateCompressionAlgorithm,
    /// Bytes of the Certificate message's body once it is out.
    pub uncompressed_length: u32,
    /// The body of a Certificate message, compressed.
    pub compressed_certificate_message: &'a [u8],
}

impl<'a> CompressedCertificate<'a> {
    /// Reads the body of a message.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            algorithm: CertificateCompressionAlgorithm(input.u16()?),
            uncompressed_length: input.u24()?,
            compressed_certificate_message: non_empty(input.vec24()?)?,
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::COMPRESSED_CERTIFICATE, out, |body| {
            body.u16(self.algorithm.0);
            body.u24(self.uncompressed_length)?;
            body.opaque24(self.compressed_certificate_message)
        })
    }
}
