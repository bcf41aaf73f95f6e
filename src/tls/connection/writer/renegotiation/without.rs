//! In place of `renegotiation` where the option `tls12` is off.

use super::Writer;

/// What the sending half knows of the handshake that may follow: no value.
#[derive(Clone, Copy, Debug)]
pub(in crate::tls::connection) enum Again {}

impl Writer {
    /// Never.
    pub fn wants_renegotiation(&self) -> bool {
        self.again.is_some() || self.hello_requested
    }

    /// There is no period.
    pub(super) fn note_period(&mut self) {}
}
