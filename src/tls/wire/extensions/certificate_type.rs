//! `client_certificate_type` and `server_certificate_type`, which have one form (RFC 7250 section 3).
//!
//! ```text
//! struct {
//!     select (ClientOrServerExtension) {
//!         case client:
//!           CertificateType client_certificate_types<1..2^8-1>;
//!         case server:
//!           CertificateType client_certificate_type;
//!     }
//! } ClientCertTypeExtension;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, List};
use crate::tls::wire::codes::CertificateType;

/// What a client can do, most preferred first.
pub fn read_list<'a>(input: &mut Decoder<'a>) -> Result<List<'a, CertificateType>, Error> {
    input.list8()
}

/// What a server takes of it.
pub fn read_selected(input: &mut Decoder<'_>) -> Result<CertificateType, Error> {
    input.u8().map(CertificateType)
}

/// The data of a server's extension.
pub fn write_selected(selected: CertificateType, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.u8(selected.0);
    Ok(())
}
