//! In place of the secrets of TLS 1.3 in a saved connection where the option `tls13` is off.

use super::{Connection, saved::Secrets13};
use crate::tls::{error::Error, wire::codes::CipherSuite};

impl Connection {
    /// `BadInput`
    pub(super) fn secrets13(&self) -> Result<Secrets13, Error> {
        Err(Error::BadInput)
    }

    /// `BadInput`
    pub(super) fn restore13(&mut self, _: CipherSuite, _: Secrets13) -> Result<(), Error> {
        Err(Error::BadInput)
    }
}
