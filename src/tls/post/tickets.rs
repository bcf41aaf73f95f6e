//! NewSessionTicket at a client (RFC 8446 section 4.6.1).

use std::collections::VecDeque;

use super::Effect;
use crate::crypto::hkdf::Secret;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    handshake::{Negotiated, inbox::Message},
    keys::schedule13::resumption_psk,
    session::{KeyExchangeModes, MAX_LIFETIME, Resumption, Session},
    suites::{self, Suite},
    wire::new_session_ticket::NewSessionTicket,
};

/// What a client makes of the tickets that come, and those that nobody has taken yet.
#[derive(Debug)]
pub struct Tickets {
    suite: &'static Suite,
    resumption_master_secret: Secret,
    modes: KeyExchangeModes,
    alpn_protocol: Option<Box<[u8]>>,
    server_name: Option<Box<str>>,
    /// The application wants to be told of each.
    signal: bool,
    received: VecDeque<Resumption>,
}

/// Most tickets that are kept until somebody takes them: then the oldest goes. Servers send one to four; one that sends long ones
/// without end must not fill our memory.
pub const MAX_TICKETS: usize = 4;

impl Tickets {
    /// With what a handshake has come to. `None` while there is no suite.
    pub fn new(
        config: &Config,
        options: &Options,
        negotiated: &Negotiated,
        resumption_master_secret: Secret,
    ) -> Option<Box<Self>> {
        Some(Box::new(Self {
            suite: negotiated.suite.and_then(suites::suite)?,
            resumption_master_secret,
            modes: config.key_exchange_modes,
            alpn_protocol: negotiated.alpn_protocol.clone(),
            server_name: options.server_name.as_deref().map(Into::into),
            signal: config.signal_tickets,
            received: VecDeque::new(),
        }))
    }

    /// Keeps a ticket (RFC 8446 section 4.6.1); whether the application wants to be told.
    fn add(&mut self, ticket: &NewSessionTicket<'_>) -> Result<bool, Error> {
        // "The value of zero indicates that the ticket should be discarded immediately."
        if ticket.ticket_lifetime == 0 {
            return Ok(false);
        }
        if self.received.len() >= MAX_TICKETS {
            self.received.pop_front();
        }
        let suite = self.suite;
        self.received.push_back(Resumption {
            session: Session {
                suite: suite.id,
                secret: resumption_psk(suite.hash, &self.resumption_master_secret, ticket.ticket_nonce)?,
                age_add: ticket.ticket_age_add,
                // DEVIATION: 3.6.6 fails where it is longer. A server must not say so, but the RFC only has clients not heed it:
                // "Clients MUST NOT cache tickets for longer than 7 days, regardless of the ticket_lifetime".
                lifetime: ticket.ticket_lifetime.min(MAX_LIFETIME),
                created: 0,
                max_early_data: ticket.max_early_data_size.unwrap_or(0),
                modes: self.modes,
                alpn_protocol: self.alpn_protocol.as_deref().map(<[u8]>::to_vec),
                server_name: self.server_name.as_deref().map(str::to_owned),
                tls12: None,
            },
            ticket: ticket.ticket.to_vec(),
            session_id: Vec::new(),
        });
        Ok(self.signal)
    }

    /// What their secrets come from.
    pub fn resumption_master_secret(&self) -> &Secret {
        &self.resumption_master_secret
    }

    /// There is one that nobody has taken.
    pub fn is_empty(&self) -> bool {
        self.received.is_empty()
    }

    /// Says when those came that have come since this was last said.
    pub fn stamp(&mut self, now: u64) {
        let new = self.received.iter_mut().filter(|ticket| ticket.session.created == 0);
        new.for_each(|ticket| ticket.session.created = now);
    }

    /// The oldest that nobody has taken.
    pub fn take(&mut self) -> Option<Resumption> {
        let ticket = self.received.pop_front();
        if self.received.is_empty() {
            // An idle connection holds no memory that it does not need.
            self.received = VecDeque::new();
        }
        ticket
    }
}

/// Reads one; without `tickets` (the client cannot use any) it is dropped.
pub(super) fn read(tickets: Option<&mut Tickets>, message: &Message<'_>) -> Result<Effect, Error> {
    // A malformed one is an error even where there is no use for it.
    let ticket = NewSessionTicket::read(message.body)?;
    let signal = tickets.map_or(Ok(false), |tickets| tickets.add(&ticket))?;
    Ok(if signal { Effect::Ticket } else { Effect::Nothing })
}
