//! CertificateRequest of TLS 1.3 (RFC 8446 section 4.3.2).

use super::codec::{Decoder, List, non_empty};
use super::codes::{CertificateCompressionAlgorithm, ExtensionType, HandshakeType, SignatureScheme};
use super::extensions::{
    self, ExtensionSet, Place,
    certificate_authorities::{self, DistinguishedName},
    compress_certificate, signature_algorithms,
};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     opaque certificate_request_context<0..2^8-1>;
///     Extension extensions<2..2^16-1>;
/// } CertificateRequest;
/// ```
/// The extensions that are recognized and used are fields here and are written in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CertificateRequest<'a> {
    /// Empty during the handshake.
    pub certificate_request_context: &'a [u8],
    /// `signature_algorithms`, most preferred first. "MUST be specified": that it is there is not checked here.
    pub signature_algorithms: Option<List<'a, SignatureScheme>>,
    /// `signature_algorithms_cert`, most preferred first.
    pub signature_algorithms_cert: Option<List<'a, SignatureScheme>>,
    /// `status_request` is there: an OCSP response is welcome.
    pub status_request: bool,
    /// `signed_certificate_timestamp` is there.
    pub signed_certificate_timestamp: bool,
    /// `compress_certificate`: what the server can decompress, most preferred first.
    pub compress_certificate: Option<List<'a, CertificateCompressionAlgorithm>>,
    /// `certificate_authorities`
    pub certificate_authorities: Option<List<'a, DistinguishedName<'a>>>,
    /// A type that means nothing (RFC 8701); not read.
    pub grease: Option<ExtensionType>,
}

impl<'a> CertificateRequest<'a> {
    /// Reads the body of a message.
    ///
    /// # Errors
    /// Those of [`extensions::read_request`] ("clients MUST ignore unrecognized extensions").
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let certificate_request_context = input.vec8()?;
        let block = non_empty(input.vec16()?)?;
        input.finish()?;
        let mut found = Self {
            certificate_request_context,
            ..Self::default()
        };
        extensions::read_request(Place::CertificateRequest, block, |extension_type, data| {
            match extension_type {
                ExtensionType::SIGNATURE_ALGORITHMS => {
                    found.signature_algorithms = Some(signature_algorithms::read(data)?);
                }
                ExtensionType::SIGNATURE_ALGORITHMS_CERT => {
                    found.signature_algorithms_cert = Some(signature_algorithms::read(data)?);
                }
                ExtensionType::STATUS_REQUEST => found.status_request = true,
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP => found.signed_certificate_timestamp = true,
                ExtensionType::COMPRESS_CERTIFICATE => {
                    found.compress_certificate = Some(compress_certificate::read(data)?);
                }
                ExtensionType::CERTIFICATE_AUTHORITIES => {
                    found.certificate_authorities = Some(certificate_authorities::read(data)?);
                }
                // Recognized, and nothing that is done here depends on it.
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Appends the whole message and says which extensions it holds, for reading the Certificate that answers it.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<ExtensionSet, Error> {
        handshake::write(HandshakeType::CERTIFICATE_REQUEST, out, |body| {
            body.opaque8(self.certificate_request_context)?;
            extensions::write(body, |out| {
                out.put(
                    ExtensionType::SIGNATURE_ALGORITHMS,
                    self.signature_algorithms,
                    |list, out| out.list16(list),
                )?;
                out.put(
                    ExtensionType::SIGNATURE_ALGORITHMS_CERT,
                    self.signature_algorithms_cert,
                    |list, out| out.list16(list),
                )?;
                out.put_empty(ExtensionType::STATUS_REQUEST, self.status_request)?;
                out.put_empty(
                    ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
                    self.signed_certificate_timestamp,
                )?;
                out.put(
                    ExtensionType::COMPRESS_CERTIFICATE,
                    self.compress_certificate,
                    |list, out| out.list8(list),
                )?;
                out.put(
                    ExtensionType::CERTIFICATE_AUTHORITIES,
                    self.certificate_authorities,
                    |list, out| out.list16(list),
                )?;
                out.put_grease(self.grease, &[])
            })
        })
    }
}
