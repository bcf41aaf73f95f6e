//! `psk_key_exchange_modes` (RFC 8446 section 4.2.9).
//!
//! ```text
//! enum { psk_ke(0), psk_dhe_ke(1), (255) } PskKeyExchangeMode;
//!
//! struct {
//!     PskKeyExchangeMode ke_modes<1..255>;
//! } PskKeyExchangeModes;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, List};
use crate::tls::wire::codes::PskKeyExchangeMode;

/// `ke_modes`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, PskKeyExchangeMode>, Error> {
    input.list8()
}
