//! Finished, which both sides send and check in the same way (RFC 8446 section 4.4.4).

use super::{inbox::Message, proof::FinishedVerified};
use crate::tls::{
    error::Error,
    keys::schedule13::FinishedKey,
    wire::{codes::HandshakeType, finished::Finished},
};

/// Checks the peer's Finished over `transcript_hash`.
pub fn check(message: &Message<'_>, key: &FinishedKey, transcript_hash: &[u8]) -> Result<FinishedVerified, Error> {
    message.expect(HandshakeType::FINISHED)?;
    let finished = Finished::read(message.body, transcript_hash.len())?;
    key.check(transcript_hash, finished.verify_data)?;
    Ok(FinishedVerified::assertion())
}

/// Writes our Finished over `transcript_hash`.
pub fn write(key: &FinishedKey, transcript_hash: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
    Finished {
        verify_data: key.verify_data(transcript_hash).as_ref(),
    }
    .write(out)
}
