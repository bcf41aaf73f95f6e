//! In place of the client's name where the option `server-name-indication` is off: nobody is asked about it.

use super::drive::{Call, Code};
use crate::tls::connection::Connection;
use crate::tls::error::Error;

/// Nothing is refused.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn ask(_: &Call, _: *mut Connection) -> Result<Option<Error>, Code> {
    Ok(None)
}
