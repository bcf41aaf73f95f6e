//! In place of renegotiation where the option `tls12` is off: there is one handshake per connection.

use super::Connection;
use crate::tls::want::Stop;

/// How much of its handshakes a peer has used.
#[derive(Debug, Default)]
pub(super) struct Pace {}

impl Connection {
    /// Never.
    pub fn is_renegotiating(&self) -> bool {
        self.before.is_some()
    }

    /// Nothing refuses one.
    pub(super) fn note_refusal(&mut self, _: &Stop) {}

    /// There is no other one to prepare for.
    pub(super) fn prepare_renegotiation(&mut self) {
        let Pace {} = &self.pace;
        self.before = None;
    }
}
