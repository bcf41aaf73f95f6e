//! Certificate of TLS 1.2 (RFC 5246 sections 7.4.2 and 7.4.6), CertificateStatus (RFC 6066 section 8).

use super::codec::{Decoder, Encoder, Item, List, non_empty};
use super::codes::{CertificateStatusType, HandshakeType};
use super::handshake;
use crate::tls::error::Error;

/// `opaque ASN.1Cert<1..2^24-1>;`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asn1Cert<'a>(pub &'a [u8]);

impl<'a> Item<'a> for Asn1Cert<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        non_empty(input.vec24()?).map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque24(self.0)
    }
}

/// ```text
/// struct {
///     ASN.1Cert certificate_list<0..2^24-1>;
/// } Certificate;
/// ```
/// With `RawPublicKey` as the type that was negotiated (RFC 7250 section 3) it is one SubjectPublicKeyInfo without the list around
/// it: see [`Certificate12::read_raw`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certificate12<'a> {
    /// Leaf first; empty for a client that has none.
    pub certificate_list: List<'a, Asn1Cert<'a>>,
}

impl<'a> Certificate12<'a> {
    /// Reads the body of a message.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let certificate_list = List::read(input.vec24()?)?;
        input.finish()?;
        Ok(Self { certificate_list })
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE, out, |body| {
            body.vec24(|list| self.certificate_list.write(list))
        })
    }

    /// Reads the body of a message that holds a raw public key; empty for a client that has none.
    ///
    /// ```text
    /// opaque ASN.1_subjectPublicKeyInfo<1..2^24-1>;
    /// ```
    pub fn read_raw(body: &'a [u8]) -> Result<&'a [u8], Error> {
        let mut input = Decoder::new(body);
        let spki = input.vec24()?;
        input.finish()?;
        Ok(spki)
    }

    /// Appends a whole message that holds a raw public key.
    pub fn write_raw(spki: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE, out, |body| body.opaque24(spki))
    }
}

/// ```text
/// struct {
///     CertificateStatusType status_type;
///     select (status_type) {
///         case ocsp: OCSPResponse;
///     } response;
/// } CertificateStatus;
///
/// opaque OCSPResponse<1..2^24-1>;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateStatus<'a> {
    /// In DER, not looked into.
    pub ocsp_response: &'a [u8],
}

impl<'a> CertificateStatus<'a> {
    /// Reads the body of a message. `IllegalParameter` for a type other than `ocsp`, which nobody asked for.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        if CertificateStatusType(input.u8()?) != CertificateStatusType::OCSP {
            return Err(Error::IllegalParameter);
        }
        let ocsp_response = non_empty(input.vec24()?)?;
        input.finish()?;
        Ok(Self { ocsp_response })
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CERTIFICATE_STATUS, out, |body| {
            body.u8(CertificateStatusType::OCSP.0);
            body.opaque24(self.ocsp_response)
        })
    }
}
