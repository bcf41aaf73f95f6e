//! In place of early data at a server where the option `early-data` is off: what a client sends is skipped.

use super::super::{Context, Next, State, inbox::Message, proof::ClientSettled, state_id::StateId};
use super::{Last, answer::WriteServerHello};
use crate::tls::{error::Error, keys::schedule13::TrafficSecret, session::Session};

/// What tells one use of a ticket from another: nothing has to.
pub(super) struct TicketUse;

impl TicketUse {
    /// Nothing.
    #[allow(dead_code, reason = "nobody calls it where no mode with a pre-shared key is left")]
    pub(super) fn new(_: &Session, _: u32, _: &[u8], _: u32) -> Self {
        Self
    }
}

/// Early data that is taken: no value.
pub(super) struct Accepted {
    /// What it would come under.
    pub(super) secret: TrafficSecret,
    /// How many bytes might come.
    pub(super) max: u32,
    never: core::convert::Infallible,
}

impl Accepted {
    /// Never called.
    fn never(&self) -> bool {
        match self.never {}
    }
}

/// It is not taken.
pub(super) fn decide(_: &mut Context<'_>, state: WriteServerHello) -> Result<Next, Error> {
    let refused = state.offer.accepted.as_ref().is_none_or(Accepted::never)
        || state
            .offer
            .taken
            .as_ref()
            .is_some_and(|taken| taken.ticket_use.is_some());
    if refused {
        Ok(Next::Consume(Box::new(state)))
    } else {
        Err(Error::Internal)
    }
}

/// Would await EndOfEarlyData.
pub(super) struct ReadEndOfEarlyData {
    pub(super) last: Box<Last>,
    pub(super) client: ClientSettled,
    pub(super) secret: TrafficSecret,
}

impl State for ReadEndOfEarlyData {
    fn id(&self) -> StateId {
        StateId::END_OF_EARLY_DATA
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, client, secret } = *self;
        drop((last, client, secret));
        Err(Error::Internal)
    }
}
