//! `status_request` (RFC 6066 section 8, RFC 8446 section 4.4.2.1). In a CertificateRequest it is empty.
//!
//! ```text
//! struct {
//!     CertificateStatusType status_type;
//!     select (status_type) {
//!         case ocsp: OCSPStatusRequest;
//!     } request;
//! } CertificateStatusRequest;
//!
//! struct {
//!     ResponderID responder_id_list<0..2^16-1>;
//!     Extensions  request_extensions;
//! } OCSPStatusRequest;
//!
//! opaque ResponderID<1..2^16-1>;
//! opaque Extensions<0..2^16-1>;
//!
//! struct {
//!     CertificateStatusType status_type;
//!     select (status_type) {
//!         case ocsp: OCSPResponse;
//!     } response;
//! } CertificateStatus;
//!
//! opaque OCSPResponse<1..2^24-1>;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List, non_empty};
use crate::tls::wire::codes::CertificateStatusType;

/// `CertificateStatusRequest`, in a ClientHello.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateStatusRequest<'a> {
    /// `OCSPStatusRequest`
    Ocsp {
        /// The responders that the client trusts; empty: the server is to know them. Not looked into.
        responder_id_list: List<'a, ResponderId<'a>>,
        /// Extensions of OCSP in DER, not looked into.
        request_extensions: &'a [u8],
    },
    /// A type that is not known here, and its request.
    Unknown(CertificateStatusType, &'a [u8]),
}

impl CertificateStatusRequest<'_> {
    /// Asks for a response of any responder.
    pub const ANY_OCSP: Self = Self::Ocsp {
        responder_id_list: List::EMPTY,
        request_extensions: &[],
    };

    /// Asks for an OCSP response.
    pub const fn is_ocsp(&self) -> bool {
        matches!(self, Self::Ocsp { .. })
    }
}

/// `ResponderID`, in DER.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponderId<'a>(pub &'a [u8]);

impl<'a> Item<'a> for ResponderId<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        non_empty(input.vec16()?).map(Self)
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.opaque16(self.0)
    }
}

/// `CertificateStatusRequest`
pub fn read_request<'a>(input: &mut Decoder<'a>) -> Result<CertificateStatusRequest<'a>, Error> {
    Ok(match CertificateStatusType(input.u8()?) {
        CertificateStatusType::OCSP => CertificateStatusRequest::Ocsp {
            responder_id_list: List::read(input.vec16()?)?,
            request_extensions: input.vec16()?,
        },
        other => CertificateStatusRequest::Unknown(other, input.rest()),
    })
}

/// The data of a ClientHello's extension.
pub fn write_request(request: CertificateStatusRequest<'_>, out: &mut Encoder<'_>) -> Result<(), Error> {
    match request {
        CertificateStatusRequest::Ocsp {
            responder_id_list,
            request_extensions,
        } => {
            out.u8(CertificateStatusType::OCSP.0);
            out.list16(responder_id_list)?;
            out.opaque16(request_extensions)
        }
        CertificateStatusRequest::Unknown(status_type, request) => {
            out.u8(status_type.0);
            out.bytes(request);
            Ok(())
        }
    }
}

/// `CertificateStatus`: the `OCSPResponse`, in DER and not looked into.
///
/// # Errors
/// [`Error::IllegalParameter`] for another type, which nobody here asks for.
pub fn read_status<'a>(input: &mut Decoder<'a>) -> Result<&'a [u8], Error> {
    if CertificateStatusType(input.u8()?) != CertificateStatusType::OCSP {
        return Err(Error::IllegalParameter);
    }
    non_empty(input.vec24()?)
}

/// The data of a Certificate's extension.
pub fn write_status(response: &[u8], out: &mut Encoder<'_>) -> Result<(), Error> {
    out.u8(CertificateStatusType::OCSP.0);
    out.opaque24(response)
}
