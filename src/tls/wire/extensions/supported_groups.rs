//! `supported_groups` (RFC 8446 section 4.2.7).
//!
//! ```text
//! struct {
//!     NamedGroup named_group_list<2..2^16-1>;
//! } NamedGroupList;
//! ```

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, List};
use crate::tls::wire::codes::NamedGroup;

/// `named_group_list`
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<List<'a, NamedGroup>, Error> {
    input.list16()
}
