//! `server_name` (RFC 6066 section 3).
//!
//! ```text
//! struct {
//!     NameType name_type;
//!     select (name_type) {
//!         case host_name: HostName;
//!     } name;
//! } ServerName;
//!
//! enum {
//!     host_name(0), (255)
//! } NameType;
//!
//! opaque HostName<1..2^16-1>;
//!
//! struct {
//!     ServerName server_name_list<1..2^16-1>
//! } ServerNameList;
//! ```
//! A server answers with empty data.

use crate::tls::error::Error;
use crate::tls::wire::codec::{Decoder, Encoder, non_empty};
use crate::tls::wire::codes::NameType;

/// Longest name of a host in the domain name system (RFC 1035 section 2.3.4, in its textual form).
pub const MAX_HOST_NAME_LEN: usize = 255;

/// The `host_name` of a client's list: 1 to [`MAX_HOST_NAME_LEN`] bytes of ASCII without NUL.
///
/// # Errors
/// [`Error::IllegalParameter`] for a name of another form and for a second `host_name` ("MUST NOT contain more than one name of
/// the same name_type"). No other type of name was ever defined, and how long a name of one would be is not known, so that
/// any other type is [`Error::DecodeError`].
pub fn read<'a>(input: &mut Decoder<'a>) -> Result<&'a str, Error> {
    let mut list = Decoder::new(non_empty(input.vec16()?)?);
    let name = read_host_name(&mut list)?;
    if !list.is_empty() {
        read_host_name(&mut list)?;
        return Err(Error::IllegalParameter);
    }
    Ok(name)
}

/// One `ServerName`.
fn read_host_name<'a>(list: &mut Decoder<'a>) -> Result<&'a str, Error> {
    if NameType(list.u8()?) != NameType::HOST_NAME {
        return Err(Error::DecodeError);
    }
    let name = non_empty(list.vec16()?)?;
    if name.len() > MAX_HOST_NAME_LEN || !name.is_ascii() || name.contains(&0) {
        return Err(Error::IllegalParameter);
    }
    core::str::from_utf8(name).map_err(|_| Error::IllegalParameter)
}

/// A client's list of one `host_name`.
pub fn write(host_name: &str, out: &mut Encoder<'_>) -> Result<(), Error> {
    out.vec16(|list| {
        list.u8(NameType::HOST_NAME.0);
        list.opaque16(host_name.as_bytes())
    })
}
