//! NewSessionTicket (RFC 5077 section 3.3), and what tickets and session identifiers stand for.

use super::super::{Context, transcript::Transcript};
use super::Last;
use crate::tls::{
    error::Error,
    session::{KeyExchangeModes, MAX_LIFETIME, NewTicket, Session, Session12},
    wire::new_session_ticket12::NewSessionTicket12,
};

/// What the connection's ticket or identifier stands for.
pub(super) fn session(cx: &Context<'_>, last: &Last) -> Session {
    let shared = &last.shared;
    Session {
        suite: shared.suite.id,
        secret: last.master.secret().clone(),
        age_add: 0,
        lifetime: MAX_LIFETIME,
        created: cx.now,
        max_early_data: 0,
        // Those of TLS 1.3: in none of them.
        modes: KeyExchangeModes {
            ephemeral: false,
            psk_ephemeral: false,
            psk: false,
        },
        alpn_protocol: cx.negotiated.alpn_protocol.as_deref().map(<[u8]>::to_vec),
        server_name: cx.negotiated.server_name.as_deref().map(str::to_owned),
        tls12: Some(Session12 {
            extended_master_secret: shared.extended_master_secret,
            encrypt_then_mac: shared.suite.is_cbc(),
            max_fragment_length: cx.negotiated.limits.max_fragment_length(),
        }),
    }
}

/// Writes the NewSessionTicket that was promised. RFC 5077 section 3.3: "If the server determines that it does not want to include a
/// ticket after it has included the SessionTicket extension in the ServerHello, then it sends a zero-length ticket".
pub(super) fn write(cx: &mut Context<'_>, transcript: &mut Transcript, ticket: Option<NewTicket>) -> Result<(), Error> {
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

/// Longest ticket: with it, the message is one that peers take (`wire::handshake::max_length`), and it fits back into a
/// ClientHello.
const MAX_TICKET_LEN: usize = 0xf000;
