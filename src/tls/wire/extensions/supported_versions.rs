//! `supported_versions` (RFC 8446 section 4.2.1).
//!
//! ```text
//! struct {
//!     select (Handshake.msg_type) {
//!         case client_hello:
//!              ProtocolVersion versions<2..254>;
//!
//!         case server_hello: /* and HelloRetryRequest */
//!              ProtocolVersion selected_version;
//!     };
//! } SupportedVersions;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, List};
use crate::tls::wire::codes::ProtocolVersion;

/// `versions`
pub fn read_versions<'a>(input: &mut Decoder<'a>) -> Result<List<'a, ProtocolVersion>, Error> {
    input.list8()
}
