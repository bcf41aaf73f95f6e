//! In place of the key schedule of TLS 1.3 where the option `tls13` is off: there is no secret of it.

use super::export::Exporter;
use crate::crypto::{hash::Digest, hkdf::Secret};
use crate::tls::{
    error::Error,
    record::protect::{Opener, Sealer},
};

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum TrafficSecret {}

impl TrafficSecret {
    /// Never called, as all of these.
    pub fn secret(&self) -> &Secret {
        match *self {}
    }

    /// Never called.
    pub fn opener(&self) -> Result<Opener, Error> {
        match *self {}
    }

    /// Never called.
    pub fn sealer(&self) -> Result<Sealer, Error> {
        match *self {}
    }

    /// Never called.
    pub fn finished_key(&self) -> Result<FinishedKey, Error> {
        match *self {}
    }

    /// Never called.
    pub fn next(&self) -> Result<Self, Error> {
        match *self {}
    }
}

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum FinishedKey {}

impl FinishedKey {
    /// Never called.
    pub fn verify_data(&self, _: &[u8]) -> Digest {
        match *self {}
    }

    /// Never called.
    pub fn check(&self, _: &[u8], _: &[u8]) -> Result<(), Error> {
        match *self {}
    }
}

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum Early {}

impl Early {
    /// Never called.
    pub fn exporter(&self, _: &[u8]) -> Result<Exporter, Error> {
        match *self {}
    }
}
