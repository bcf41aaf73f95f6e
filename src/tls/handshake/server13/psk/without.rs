//! In place of a server's pre-shared keys of TLS 1.3 where no mode of key exchange with one is left: what a client offers is not
//! looked at.

use super::super::{Context, Next};
use super::{Authentication, early::TicketUse, retry::Retried};
use crate::tls::{
    config::Config,
    error::Error,
    keys::schedule13::Early,
    session::{PskKind, Session},
    want::Credentials,
    wire::client_hello::ClientHello,
};

/// A pre-shared key that is taken: there is never one.
pub(super) struct Taken {
    pub(super) index: u16,
    pub(super) kind: PskKind,
    pub(super) early: Early,
    pub(super) session: Option<Box<Session>>,
    pub(super) ticket_use: Option<TicketUse>,
}

/// The search for a key: no value.
pub(super) enum LookUp {}

impl LookUp {
    /// No.
    pub(super) fn is_worth_it(_: &Config, _: &ClientHello<'_>) -> bool {
        false
    }

    /// Never called, for it is not worth it.
    pub(super) fn start(
        _: &mut Context<'_>,
        _: Vec<u8>,
        _: Option<Box<Retried>>,
        _: Result<Authentication, Error>,
        _: Credentials,
    ) -> Result<Next, Error> {
        Err(Error::Internal)
    }
}
