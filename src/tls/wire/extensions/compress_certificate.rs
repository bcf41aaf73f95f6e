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
///
/// DEVIATION: a list in which an algorithm stands twice is refused, whether certificates are to be compressed or not: an order of
/// preference has a place for each. 3.6.6 does not look at the extension.
///
/// # Errors
/// [`Error::IllegalParameter`] for such a list.
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, CertificateCompressionAlgorithm>, Error> {
    let algorithms: List<'a, CertificateCompressionAlgorithm> = input.list8()?;
    let mut rest = algorithms.iter();
    while let Some(algorithm) = rest.next() {
        if rest.clone().any(|other| other == algorithm) {
            return Err(Error::IllegalParameter);
        }
    }
    Ok(algorithms)
}
