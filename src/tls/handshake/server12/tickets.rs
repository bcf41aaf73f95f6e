//! Tickets (RFC 5077): one that a client sends, and the NewSessionTicket that was promised to it.

use super::super::{Context, transcript::Transcript};
use super::hello::Offered;
use crate::tls::{
    error::Error,
    session::{MAX_LIFETIME, NewTicket, Session},
    want::{Answer, Ask},
    wire::new_session_ticket12::NewSessionTicket12,
};

/// What the client sent as its ticket is to be read; `None` if that is nothing, or nobody could read it.
pub(super) fn question(cx: &Context<'_>, offered: &mut Offered) -> Option<Ask> {
    // That there was one still counts.
    let ticket = offered.ticket.as_mut().map(std::mem::take).unwrap_or_default();
    (!ticket.is_empty() && cx.config.parses_tickets).then_some(Ask::ParseTicket { ticket })
}

/// A ServerHello that says that a NewSessionTicket follows.
#[derive(Clone, Copy)]
pub(super) struct Promised(());

impl Promised {
    /// RFC 5077 section 3.3: an empty extension asks for a ticket too.
    pub(super) fn to(cx: &Context<'_>, offered: &Offered) -> Option<Self> {
        (cx.config.parses_tickets && offered.ticket.is_some()).then_some(Self(()))
    }

    /// The application makes it.
    pub(super) fn question(self, session: Box<Session>) -> Ask {
        Ask::WriteTicket { session }
    }

    /// Writes the NewSessionTicket. RFC 5077 section 3.3: "If the server determines that it does not want to include a ticket after
    /// it has included the SessionTicket extension in the ServerHello, then it sends a zero-length ticket".
    pub(super) fn write(self, cx: &mut Context<'_>, transcript: &mut Transcript, answer: Answer) -> Result<(), Error> {
        let Answer::Ticket(ticket) = answer else {
            return Err(Error::BadInput);
        };
        let NewTicket { ticket, lifetime } = ticket.unwrap_or(NewTicket {
            ticket: Vec::new(),
            lifetime: 0,
        });
        if ticket.len() > MAX_TICKET_LEN {
            return Err(Error::BadInput);
        }
        let message = NewSessionTicket12 {
            ticket_lifetime_hint: lifetime.min(MAX_LIFETIME),
            ticket: &ticket,
        };
        cx.writer.write_message(transcript, |out| message.write(out))
    }
}

/// Longest ticket: with it, the message is one that peers take (`wire::handshake::max_length`), and it fits back into a
/// ClientHello.
const MAX_TICKET_LEN: usize = 0xf000;
