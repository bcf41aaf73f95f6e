//! `early_data` (RFC 8446 section 4.2.10). In ClientHello and EncryptedExtensions it has no data.
//!
//! ```text
//! struct {} Empty;
//!
//! struct {
//!     select (Handshake.msg_type) {
//!         case new_session_ticket:   uint32 max_early_data_size;
//!         case client_hello:         Empty;
//!         case encrypted_extensions: Empty;
//!     };
//! } EarlyDataIndication;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder};

/// `max_early_data_size` of a NewSessionTicket, in bytes.
pub fn read_max_size(input: &mut Decoder<'_>) -> Result<u32, Error> {
    input.u32()
}

/// `max_early_data_size` of a NewSessionTicket, in bytes.
pub fn write_max_size(max_early_data_size: u32, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.u32(max_early_data_size);
    Ok(())
}
