//! In place of certificates where the option `tls13-ephemeral` is off: types without a value.

use super::super::{Negotiated, State, certificate::SettledTypes, hello_facts::HelloFacts};
use super::{Authentication, Last, Shared};
use crate::tls::{config::Config, error::Error, want::Credentials};

/// How a certificate shows who we are: no value.
pub(super) enum Certificate {}

impl Certificate {
    /// Never called.
    pub(super) fn types(&self) -> SettledTypes {
        match *self {}
    }

    /// Never called.
    pub(super) fn note(&self, _: &mut Negotiated) {
        match *self {}
    }

    /// Never called.
    pub(super) fn show(self, _: Box<Shared>, _: Credentials) -> Box<dyn State> {
        match self {}
    }
}

/// A CertificateRequest that is sent: no value.
pub(super) enum Asked {}

impl Asked {
    /// Never called.
    pub(super) fn listen(self, _: Box<Last>) -> Box<dyn State> {
        match self {}
    }
}

/// Our certificate: there is none, so that without a pre-shared key there is no handshake.
pub(super) fn choose(_: &HelloFacts, _: &Config, _: &Credentials) -> Result<Authentication, Error> {
    Err(Error::NoKeyExchange)
}
