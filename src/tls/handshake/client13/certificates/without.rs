//! In place of certificates where the option `tls13-ephemeral` is off.

use super::super::{Context, Next, State, inbox::Message, state_id::StateId};
use super::{Last, Shared, finish::WriteFinished};
use crate::tls::error::Error;

/// What we say about ourselves.
pub(super) enum OwnCertificate {
    /// Nothing: who rests on a pre-shared key is not asked.
    NotRequested,
}

/// The server has taken no key of ours, and there is no other way to show who it is.
pub(super) fn authenticate_server(_: Box<Shared>) -> Result<Box<dyn State>, Error> {
    Err(Error::HandshakeFailure)
}

/// Writes nothing; programs that step see the state.
pub struct WriteCertificate {
    pub(super) last: Box<Last>,
    pub(super) own: OwnCertificate,
}

impl State for WriteCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_CERTIFICATE
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self {
            last,
            own: OwnCertificate::NotRequested,
        } = *self;
        Ok(Next::Consume(Box::new(WriteFinished(last))))
    }
}
