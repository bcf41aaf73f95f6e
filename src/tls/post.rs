//! Handshake messages after the handshake (RFC 8446 section 4.6).

use std::collections::VecDeque;

use super::{
    config::{Config, Options, Side},
    error::Error,
    handshake::{Negotiated, inbox::Message},
    keys::schedule13::resumption_psk,
    session::{KeyExchangeModes, MAX_LIFETIME, Resumption, Session},
    suites::{self, Suite},
    wire::{
        codes::{HandshakeType, KeyUpdateRequest},
        key_update::KeyUpdate,
        new_session_ticket::NewSessionTicket,
    },
};
use crate::crypto::hkdf::Secret;

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

/// What a message means for the half that received it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Nothing,
    /// The application wants to be told that there is a ticket.
    Ticket,
    /// What follows is under the next keys.
    ChangeKeys {
        /// The peer wants us to change our sending keys too.
        answer: bool,
    },
}

/// Reads a message that came to `side` after the handshake. A client without `tickets` (it cannot use any) drops those that come.
///
/// Errors: `UnexpectedMessage` for all but NewSessionTicket to a client, and KeyUpdate. A CertificateRequest is not for here: where
/// we offer post_handshake_auth, [`super::post_auth`] takes it (section 4.6.2: "A client that receives a CertificateRequest
/// message without having sent the "post_handshake_auth" extension MUST send an "unexpected_message" fatal alert.").
pub fn read(side: Side, tickets: Option<&mut Tickets>, message: &Message<'_>) -> Result<Effect, Error> {
    match message.msg_type {
        HandshakeType::NEW_SESSION_TICKET if side == Side::Client => {
            // A malformed one is an error even where there is no use for it.
            let ticket = NewSessionTicket::read(message.body)?;
            let signal = tickets.map_or(Ok(false), |tickets| tickets.add(&ticket))?;
            Ok(if signal { Effect::Ticket } else { Effect::Nothing })
        }
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
