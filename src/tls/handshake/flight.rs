//! A flight: the messages that a side writes before it waits for the other. It goes out in one send.

use super::transcript::Transcript;
use crate::tls::{error::Error, record::outbound::Outbound, wire::codes::ContentType};

/// In so many bytes most messages fit that share keys: all but certificates and hybrid shares.
const USUAL_FLIGHT: usize = 256;

/// The messages of a flight that are not sealed yet. Messages under the same keys share records.
#[derive(Debug, Default)]
pub struct Flight {
    messages: Vec<u8>,
}

impl Flight {
    /// Adds the message that `write` appends, also to the transcript.
    pub fn add<T>(
        &mut self,
        transcript: &mut Transcript,
        write: impl FnOnce(&mut Vec<u8>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.messages.capacity() == 0 {
            self.messages.reserve(USUAL_FLIGHT);
        }
        let start = self.messages.len();
        let value = write(&mut self.messages)?;
        transcript.add(self.messages.get(start..).unwrap_or(&[]));
        Ok(value)
    }

    /// Adds a message that is already written and belongs to no transcript: a NewSessionTicket.
    pub fn add_unhashed(&mut self, message: &[u8]) {
        self.messages.extend_from_slice(message);
    }

    /// Nothing waits to be sealed.
    pub fn is_empty(&self) -> bool {
        self.messages.is_empty()
    }

    /// Seals what was added: before the keys change, before anything else is sealed, and before a flush. The memory goes.
    pub fn seal(&mut self, outbound: &mut Outbound) -> Result<(), Error> {
        if self.messages.is_empty() {
            return Ok(());
        }
        let messages = core::mem::take(&mut self.messages);
        outbound.push(ContentType::HANDSHAKE, &messages)
    }
}
