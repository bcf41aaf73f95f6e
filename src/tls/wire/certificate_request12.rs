//! CertificateRequest of TLS 1.2 (RFC 5246 section 7.4.4).

use super::codec::{Decoder, Item, List};
use super::codes::{ClientCertificateType, HandshakeType, SignatureScheme};
use super::extensions::certificate_authorities::DistinguishedName;
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     ClientCertificateType certificate_types<1..2^8-1>;
///     SignatureAndHashAlgorithm supported_signature_algorithms<2^16-1>;
///     DistinguishedName certificate_authorities<0..2^16-1>;
/// } CertificateRequest;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateRequest12<'a> {
    /// `certificate_types`
    pub certificate_types: List<'a, ClientCertificateType>,
    /// `supported_signature_algorithms`, most preferred first.
    pub signature_algorithms: List<'a, SignatureScheme>,
    /// `certificate_authorities`; empty: any.
    pub certificate_authorities: List<'a, DistinguishedName<'a>>,
}

impl<'a> Item<'a> for ClientCertificateType {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        input.u8().map(Self)
    }

    fn write(&self, out: &mut super::codec::Encoder<'_>) -> Result<(), Error> {
        out.u8(self.0);
        Ok(())
    }
}

impl<'a> CertificateRequest12<'a> {
    /// Reads the body of a message.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            certificate_types: input.list8()?,
            signature_algorithms: input.list16()?,
            certificate_authorities: List::read(input.vec16()?)?,
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE_REQUEST, out, |body| {
            body.list8(self.certificate_types)?;
            body.list16(self.signature_algorithms)?;
            body.list16(self.certificate_authorities)
        })
    }
}
