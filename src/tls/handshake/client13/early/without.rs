//! In place of early data at a client where the option `early-data` is off: none is offered.

use super::super::{Context, Next, State, client::ReadServerHello, inbox::Message, psk::OfferedKey, state_id::StateId};
use super::{Last, Shared, certificates::OwnCertificate};
use crate::tls::{
    early_data::EarlyData, error::Error, keys::schedule13::TrafficSecret,
    wire::encrypted_extensions::EncryptedExtensions,
};

/// Nothing follows the ClientHello but the server's answer.
pub fn follow_client_hello(cx: &mut Context<'_>, next: ReadServerHello) -> Result<Next, Error> {
    cx.negotiated.early_data = EarlyData::NotOffered;
    Ok(Next::Consume(Box::new(next)))
}

/// No.
pub(super) fn may_be_taken(_: &Context<'_>, _: Option<u16>, _: Option<&OfferedKey>) -> bool {
    false
}

/// The server may not answer what was not offered; the extensions were held against the offer before.
pub(super) fn read_verdict(
    _: &mut Context<'_>,
    extensions: &EncryptedExtensions<'_>,
    shared: &Shared,
) -> Result<(), Error> {
    if extensions.early_data && !shared.early_data_fits {
        return Err(Error::IllegalParameter);
    }
    Ok(())
}

/// Would write EndOfEarlyData.
pub(super) struct WriteEndOfEarlyData {
    pub(super) last: Box<Last>,
    pub(super) own: OwnCertificate,
    pub(super) secret: TrafficSecret,
}

impl State for WriteEndOfEarlyData {
    fn id(&self) -> StateId {
        StateId::END_OF_EARLY_DATA
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        let Self { last, own, secret } = *self;
        drop((last, own, secret));
        Err(Error::Internal)
    }
}
