//! `signature_algorithms` and `signature_algorithms_cert`, which have one form (RFC 8446 section 4.2.3).
//!
//! ```text
//! struct {
//!     SignatureScheme supported_signature_algorithms<2..2^16-2>;
//! } SignatureSchemeList;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, List};
use crate::tls::wire::codes::SignatureScheme;

/// `supported_signature_algorithms`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, SignatureScheme>, Error> {
    input.list16()
}
