//! In place of `renegotiation` where the option `tls12` is off.

use super::Reader;
use crate::tls::{error::Error, handshake::inbox::Message, want::Stop};

/// What the receiving half knows of the handshake that may follow: no value.
#[derive(Debug)]
pub enum Again {}

impl Reader {
    /// `None`: nothing comes before another handshake.
    pub fn read_before_hello(&mut self, _: &mut [u8]) -> Option<usize> {
        None
    }

    /// Never.
    pub fn wants_renegotiation(&self) -> bool {
        self.again.is_some()
    }

    /// No message of TLS 1.2 comes after a handshake.
    pub(super) fn read_message12(&mut self, _: &Message<'_>) -> Result<bool, Error> {
        Err(Error::UnexpectedMessage)
    }

    /// Never stops.
    pub(super) fn stop_to_renegotiate(&self) -> Result<(), Stop> {
        Ok(())
    }

    /// Takes application data out of the record that is open.
    pub(super) fn read_application_data(&mut self, out: &mut [u8]) -> usize {
        self.inbound.read(out)
    }

    /// Nothing counts records.
    pub(super) fn count_record(&mut self) -> Result<(), Error> {
        Ok(())
    }

    /// Nothing is to be refused.
    pub(super) fn read_no_renegotiation(&mut self) -> Result<(), Stop> {
        Ok(())
    }

    /// No hello is awaited.
    pub(super) fn awaits_hello(&self) -> bool {
        false
    }

    /// No handshake is awaited.
    pub(super) fn is_waiting_for_handshake(&self) -> bool {
        false
    }

    /// There is no period.
    pub(super) fn note_period(&mut self) {}

    /// Nothing ends.
    pub(in crate::tls::connection) fn end_awaiting_hello(&mut self) {}
}
