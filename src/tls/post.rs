//! Handshake messages after the handshake (RFC 8446 section 4.6).

mod effect;
#[cfg(feature = "session-tickets")]
mod tickets;
#[cfg(not(feature = "session-tickets"))]
#[path = "post/tickets/without.rs"]
mod tickets;

pub use self::{effect::Effect, tickets::*};
use super::{
    config::Side,
    error::Error,
    handshake::inbox::Message,
    wire::{
        codes::{HandshakeType, KeyUpdateRequest},
        key_update::KeyUpdate,
    },
};

/// Reads a message that came to `side` after the handshake. A client without `tickets` (it cannot use any) drops those that come.
///
/// Errors: `UnexpectedMessage` for all but NewSessionTicket to a client, and KeyUpdate. A CertificateRequest is not for here: where
/// we offer post_handshake_auth, [`super::post_auth`] takes it (section 4.6.2: "A client that receives a CertificateRequest
/// message without having sent the "post_handshake_auth" extension MUST send an "unexpected_message" fatal alert.").
pub fn read(side: Side, tickets: Option<&mut Tickets>, message: &Message<'_>) -> Result<Effect, Error> {
    match message.msg_type {
        HandshakeType::NEW_SESSION_TICKET if side == Side::Client => tickets::read(tickets, message),
        HandshakeType::KEY_UPDATE => {
            // RFC 8446 section 5.1: the keys change after it, so it has to end its record.
            message.check_ends_record()?;
            let update = KeyUpdate::read(message.body)?;
            Ok(Effect::ChangeKeys {
                answer: update.request_update == KeyUpdateRequest::UPDATE_REQUESTED,
            })
        }
        _ => Err(Error::UnexpectedMessage),
    }
}

/// A KeyUpdate (section 4.6.3).
pub fn key_update(request_update: KeyUpdateRequest) -> Result<Vec<u8>, Error> {
    let mut message = Vec::new();
    KeyUpdate { request_update }.write(&mut message)?;
    Ok(message)
}
