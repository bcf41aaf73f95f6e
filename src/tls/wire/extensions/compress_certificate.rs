//! `compress_certificate` (RFC 8879 section 3).
//!
//! ```text
//! struct {
//!     CertificateCompressionAlgorithm algorithms<2..2^8-2>;
//! } CertificateCompressionAlgorithms;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, List};
use crate::tls::wire::codes::CertificateCompressionAlgorithm;

/// `algorithms`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, CertificateCompressionAlgorithm>, Error> {
    input.list8()
}
