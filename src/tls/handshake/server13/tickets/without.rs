//! In place of tickets after a handshake where the option `session-tickets` is off: there are none.

use super::super::{Context, Next, State, inbox::Message, state_id::StateId};
use super::Last;
use crate::tls::error::Error;

/// What tickets are made of: no value.
pub enum Tickets {}

impl Tickets {
    /// `None`
    pub(super) fn prepare(_: &Context<'_>, last: &Last) -> Result<Option<Self>, Error> {
        let _ = last.ticket_modes;
        Ok(None)
    }
}

/// Would write a NewSessionTicket.
pub struct WriteNewSessionTicket(pub Tickets);

impl State for WriteNewSessionTicket {
    fn id(&self) -> StateId {
        StateId::TLS1_3_NEW_SESSION_TICKET
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        match self.0 {}
    }
}
