//! The tickets that follow a handshake (RFC 8446 section 4.6.1).
//!
//! Programs that step see a state of writing and a state of flushing for each ticket, as in 3.6.6; they go out in one send.

use super::super::{Context, Next, Over, State, Wants, grease, inbox::Message, state_id::StateId};
use super::Last;
use crate::crypto::{hkdf::Secret, rand};
use crate::tls::{
    error::Error,
    keys::schedule13::resumption_psk,
    session::{KeyExchangeModes, MAX_LIFETIME, NewTicket, PskKind, Session},
    suites::{self, Suite},
    want::{Answer, Ask},
    wire::new_session_ticket::NewSessionTicket,
};

/// What tickets are made of.
pub struct Tickets {
    suite: &'static Suite,
    /// `None` if there are none to make.
    resumption_master_secret: Option<Secret>,
    modes: KeyExchangeModes,
    /// How many are still to be made.
    left: u16,
    /// How many are made.
    made: u16,
}

/// Most tickets that follow one handshake.
///
/// DEVIATION: 3.6.6 sends as many as it is told. A client may take an endless row of them for a flood, as ours does beyond 32
/// messages without data between them, and none has a use for so many.
const MAX_TICKETS: u16 = 16;

impl Tickets {
    /// `last` has the transcript with the client's Finished. `None` if the client said nothing of the modes in which it could use
    /// one: programs then see no state of writing, as in 3.6.6.
    pub(super) fn prepare(cx: &Context<'_>, last: &Last) -> Result<Option<Self>, Error> {
        let Some(modes) = last.ticket_modes else {
            return Ok(None);
        };
        // RFC 8446 section 4.2.9: "Servers MUST NOT select a key exchange mode that is not listed by the client. [...] Hence,
        // "psk_key_exchange_modes" also restricts the use of PSKs which the server might supply via NewSessionTicket." One that
        // neither mode is left for would be of no use.
        let left = match cx.config.tickets {
            _ if !modes.any_psk() => 0,
            // As 3.6.6 documents: a resumed connection gets one to replace the one that was used.
            count if cx.negotiated.psk == Some(PskKind::Resumption) => count.min(1),
            count => count.min(MAX_TICKETS),
        };
        let secret = if left > 0 {
            Some(
                last.traffic
                    .resumption_master_secret(last.transcript.current().as_ref())?,
            )
        } else {
            None
        };
        Ok(Some(Self {
            suite: cx.negotiated.suite.and_then(suites::suite).ok_or(Error::Internal)?,
            resumption_master_secret: secret,
            modes,
            left,
            made: 0,
        }))
    }

    /// What the next ticket stands for. Its nonce is the number of those before it: "A per-ticket value that is unique across all
    /// tickets issued on this connection."
    fn session(&self, cx: &Context<'_>, secret: &Secret) -> Result<Session, Error> {
        let mut age_add = [0; 4];
        rand::fill(&mut age_add).map_err(|_| Error::NoRandom)?;
        Ok(Session {
            suite: self.suite.id,
            secret: resumption_psk(self.suite.hash, secret, &self.nonce())?,
            age_add: u32::from_be_bytes(age_add),
            lifetime: MAX_LIFETIME,
            created: cx.now,
            max_early_data: if cx.config.early_data {
                cx.config.max_early_data
            } else {
                0
            },
            modes: self.modes,
            alpn_protocol: cx.negotiated.alpn_protocol.as_deref().map(<[u8]>::to_vec),
            server_name: cx.negotiated.server_name.as_deref().map(str::to_owned),
            tls12: None,
        })
    }

    fn nonce(&self) -> [u8; 2] {
        self.made.to_be_bytes()
    }
}

/// Writes a NewSessionTicket, if one is to be written.
pub struct WriteNewSessionTicket(pub Tickets);

impl State for WriteNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::TLS1_3_NEW_SESSION_TICKET
    }

    fn handle(self: Box<Self>, cx: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let tickets = self.0;
        let session = match &tickets.resumption_master_secret {
            Some(secret) if tickets.left > 0 => Box::new(tickets.session(cx, secret)?),
            _ => return Ok(Next::Consume(Box::new(Over))),
        };
        let question = Ask::WriteTicket {
            session: session.clone(),
        };
        Ok(Next::Ask(Box::new(AwaitTicket { tickets, session }), question))
    }
}

/// The application is asked for a ticket.
struct AwaitTicket {
    tickets: Tickets,
    session: Box<Session>,
}

impl State for AwaitTicket {
    fn id(&self) -> StateId {
        StateId::TLS1_3_NEW_SESSION_TICKET
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { mut tickets, session } = *self;
        let Answer::Ticket(answer) = answer else {
            return Err(Error::BadInput);
        };
        // It has none: the connection does without.
        let Some(NewTicket { ticket, lifetime }) = answer.filter(|answer| !answer.ticket.is_empty()) else {
            tickets.left = 0;
            return Ok(Next::Consume(Box::new(FlushNewSessionTicket(tickets))));
        };
        if ticket.len() > MAX_TICKET_LEN {
            return Err(Error::BadInput);
        }
        let message = NewSessionTicket {
            // RFC 8446 section 4.6.1: "Servers MUST NOT use any value greater than 604800 seconds (7 days)."
            ticket_lifetime: lifetime.min(MAX_LIFETIME),
            ticket_age_add: session.age_add,
            ticket_nonce: &tickets.nonce(),
            ticket: &ticket,
            max_early_data_size: Some(session.max_early_data).filter(|size| *size > 0),
            grease: grease::extension(cx.config)?,
        };
        let mut bytes = Vec::new();
        message.write(&mut bytes)?;
        cx.writer.write_unhashed(&bytes);
        tickets.left = tickets.left.saturating_sub(1);
        tickets.made = tickets.made.saturating_add(1);
        Ok(Next::Consume(Box::new(FlushNewSessionTicket(tickets))))
    }
}

/// Longest ticket: with it, the message is one that peers take (`wire::handshake::max_length`), and it fits back into a
/// ClientHello.
const MAX_TICKET_LEN: usize = 0xf000;

/// The ticket goes out, with those that follow it.
struct FlushNewSessionTicket(Tickets);

impl State for FlushNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::TLS1_3_NEW_SESSION_TICKET_FLUSH
    }

    fn wants(&self) -> Wants {
        if self.0.left == 0 { Wants::Flush } else { Wants::Nothing }
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Ok(Next::Consume(if self.0.left == 0 {
            Box::new(Over)
        } else {
            Box::new(WriteNewSessionTicket(self.0))
        }))
    }
}
