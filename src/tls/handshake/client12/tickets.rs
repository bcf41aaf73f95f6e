//! Tickets (RFC 5077): the one that is sent, and the NewSessionTicket that comes.

use super::super::{Context, Next, State, Wants, inbox::Message, state_id::StateId};
use super::finish::ReadChangeCipherSpec;
use crate::tls::{
    config::Config,
    error::Error,
    session::Resumption,
    wire::{codes::HandshakeType, new_session_ticket12::NewSessionTicket12},
};

/// There is a ticket, and it may be sent.
pub(super) fn is_sent(config: &Config, resumption: &Resumption) -> bool {
    config.tls12.tickets && !resumption.ticket.is_empty()
}

/// `session_ticket` of a ClientHello with this ticket, or with none; an empty one asks for one.
pub(super) fn extension<'a>(config: &Config, ticket: Option<&'a [u8]>) -> Option<&'a [u8]> {
    config.tls12.tickets.then_some(ticket.unwrap_or_default())
}

/// A ticket that has come.
pub(super) struct Given {
    /// How long it is good for, in seconds (0: the server does not say).
    lifetime: u32,
    ticket: Vec<u8>,
}

impl Given {
    /// Its lifetime and its bytes.
    pub(super) fn into_parts(self) -> (u32, Vec<u8>) {
        (self.lifetime, self.ticket)
    }
}

/// What comes before the ChangeCipherSpec: a NewSessionTicket, if the server has promised one.
pub(super) fn before(next: ReadChangeCipherSpec) -> Box<dyn State> {
    if next.last.told.ticket_follows {
        Box::new(ExpectNewSessionTicket(next))
    } else {
        Box::new(next)
    }
}

/// A NewSessionTicket comes before the ChangeCipherSpec. Programs see a state of its own before that, as in 3.6.
struct ExpectNewSessionTicket(ReadChangeCipherSpec);

impl State for ExpectNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::SERVER_CHANGE_CIPHER_SPEC
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(Box::new(ReadNewSessionTicket(self.0))))
    }
}

/// Awaits the NewSessionTicket (RFC 5077 section 3.3).
struct ReadNewSessionTicket(ReadChangeCipherSpec);

impl State for ReadNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::NEW_SESSION_TICKET
    }

    fn wants(&self) -> Wants {
        Wants::Message
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, message: Message<'_>) -> Result<Next, Error> {
        let Self(mut next) = *self;
        message.expect(HandshakeType::NEW_SESSION_TICKET)?;
        let ticket = NewSessionTicket12::read(message.body)?;
        // "If the server determines that it does not want to include a ticket after including the SessionTicket extension in the
        // ServerHello, then it sends a zero-length ticket in the NewSessionTicket handshake message."
        if !ticket.ticket.is_empty() {
            next.last.ticket = Some(Given {
                lifetime: ticket.ticket_lifetime_hint,
                ticket: ticket.ticket.to_vec(),
            });
        }
        next.last.transcript.add(message.bytes);
        Ok(Next::Consume(Box::new(next)))
    }
}
