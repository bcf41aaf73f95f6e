//! The secrets of TLS 1.3 in a saved connection.

use super::{Connection, saved::Secrets13};
use crate::crypto::hkdf::Secret;
use crate::tls::{
    config::Side,
    error::Error,
    keys::{export::Exporter, schedule13::TrafficSecret},
    post::Tickets,
    suites::{self, Suite},
    wire::codes::CipherSuite,
};

impl Connection {
    /// Those of this connection. `BadInput` where one is missing.
    pub(super) fn secrets13(&self) -> Result<Secrets13, Error> {
        let secret = |secret: Option<&TrafficSecret>| secret.map(|s| s.secret().clone()).ok_or(Error::BadInput);
        let of = |exporter: &Exporter| exporter.secret().clone();
        Ok(Secrets13 {
            incoming: secret(self.reader.secret())?,
            outgoing: secret(self.writer.secret())?,
            exporter: self.negotiated.exporter.as_ref().map(of).ok_or(Error::BadInput)?,
            early_exporter: self.negotiated.early_exporter.as_deref().map(of),
            resumption: self.reader.resumption_secret().cloned(),
            key_update_awaited: self.shared.is_key_update_awaited(),
        })
    }

    /// Goes on with these. `BadInput` unless they fit the suite and the side.
    pub(super) fn restore13(&mut self, suite: CipherSuite, secrets: Secrets13) -> Result<(), Error> {
        let suite = suites::suite(suite).ok_or(Error::BadInput)?;
        let traffic = |secret| Ok::<_, Error>(TrafficSecret::new(suite, fitting(suite, secret)?));
        let exporter = |secret| Ok::<_, Error>(Exporter::new(suite.hash, fitting(suite, secret)?));
        self.reader.restore_secret(traffic(secrets.incoming)?)?;
        self.writer.change_secret(traffic(secrets.outgoing)?)?;
        self.negotiated.exporter = Some(exporter(secrets.exporter)?);
        self.negotiated.early_exporter = secrets.early_exporter.map(exporter).transpose()?.map(Box::new);
        if let Some(secret) = secrets.resumption {
            let secret = fitting(suite, secret)?;
            if self.config.side == Side::Server {
                return Err(Error::BadInput);
            }
            if self.config.key_exchange_modes.any_psk()
                && let Some(tickets) = Tickets::new(&self.config, &self.options, &self.negotiated, secret)
            {
                self.reader.take_tickets_into(tickets);
            }
        }
        if secrets.key_update_awaited {
            self.shared.await_key_update();
        }
        Ok(())
    }
}

/// `secret`, if it is as long as those of `suite` are.
fn fitting(suite: &Suite, secret: Secret) -> Result<Secret, Error> {
    if secret.as_bytes().len() == suite.hash.output_len() {
        Ok(secret)
    } else {
        Err(Error::BadInput)
    }
}
