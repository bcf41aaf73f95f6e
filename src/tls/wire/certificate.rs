//! Certificate of TLS 1.3 (RFC 8446 section 4.4.2).

use super::codec::{Decoder, Encoder, Item, List, non_empty};
use super::codes::{ExtensionType, HandshakeType};
use super::extensions::{
    self, ExtensionSet, Place,
    signed_certificate_timestamp::{self, SerializedSct},
    status_request,
};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     opaque certificate_request_context<0..2^8-1>;
///     CertificateEntry certificate_list<0..2^24-1>;
/// } Certificate;
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Certificate<'a> {
    /// The one of the CertificateRequest that this answers; empty in the handshake.
    pub certificate_request_context: &'a [u8],
    /// The chain, leaf first. Only a client may send none.
    pub certificate_list: List<'a, CertificateEntry<'a>>,
}

impl<'a> Certificate<'a> {
    /// Reads the body of a message. `offered` are the extensions of our ClientHello (for a server's certificate) or of our
    /// CertificateRequest (for a client's): "Extensions in the Certificate message from the server MUST correspond to ones from
    /// the ClientHello message."
    ///
    /// # Errors
    /// Those of [`extensions::read_response`].
    pub fn read(body: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let certificate_request_context = input.vec8()?;
        let list = input.vec24()?;
        input.finish()?;
        let mut entries = Decoder::new(list);
        while !entries.is_empty() {
            CertificateEntry::read_offered(&mut entries, Some(offered))?;
        }
        Ok(Self {
            certificate_request_context,
            certificate_list: List::read(list)?,
        })
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE, out, |body| self.write_body(body))
    }

    /// Appends the body alone, which is what a CompressedCertificate holds.
    pub fn write_body(&self, body: &mut Encoder<'_>) -> Result<(), Error> {
        body.opaque8(self.certificate_request_context)?;
        body.vec24(|list| self.certificate_list.write(list))
    }
}

/// ```text
/// struct {
///     select (certificate_type) {
///         case RawPublicKey:
///           /* From RFC 7250 ASN.1_subjectPublicKeyInfo */
///           opaque ASN1_subjectPublicKeyInfo<1..2^24-1>;
///
///         case X509:
///           opaque cert_data<1..2^24-1>;
///     };
///     Extension extensions<0..2^16-1>;
/// } CertificateEntry;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateEntry<'a> {
    /// A certificate in DER; where `RawPublicKey` was negotiated, a SubjectPublicKeyInfo.
    pub cert_data: &'a [u8],
    /// `status_request`: the `OCSPResponse` in DER, not looked into.
    pub status_request: Option<&'a [u8]>,
    /// `signed_certificate_timestamp`
    pub signed_certificate_timestamp: Option<List<'a, SerializedSct<'a>>>,
}

impl<'a> CertificateEntry<'a> {
    /// An entry without extensions.
    pub const fn new(cert_data: &'a [u8]) -> Self {
        Self {
            cert_data,
            status_request: None,
            signed_certificate_timestamp: None,
        }
    }

    /// Reads one entry; without `offered` it is not asked whether its extensions were offered.
    fn read_offered(input: &mut Decoder<'a>, offered: Option<ExtensionSet>) -> Result<Self, Error> {
        let mut entry = Self::new(non_empty(input.vec24()?)?);
        let block = input.vec16()?;
        let each = |extension_type, data: &mut Decoder<'a>| {
            match extension_type {
                ExtensionType::STATUS_REQUEST => entry.status_request = Some(status_request::read_status(data)?),
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP => {
                    entry.signed_certificate_timestamp = Some(signed_certificate_timestamp::read(data)?);
                }
                _ => _ = data.rest(),
            }
            Ok(())
        };
        match offered {
            Some(offered) => extensions::read_response(Place::Certificate, offered, block, each)?,
            None => extensions::read_request(Place::Certificate, block, each)?,
        };
        Ok(entry)
    }
}

impl<'a> Item<'a> for CertificateEntry<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        Self::read_offered(input, None)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque24(self.cert_data)?;
        extensions::write(out, |out| {
            out.put(
                ExtensionType::STATUS_REQUEST,
                self.status_request,
                status_request::write_status,
            )?;
            out.put(
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
                self.signed_certificate_timestamp,
                |list, out| out.list16(list),
            )
        })?;
        Ok(())
    }
}
