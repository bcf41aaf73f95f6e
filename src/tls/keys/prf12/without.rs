//! In place of the secrets of TLS 1.2 where the option `tls12` is off: there are none.

use super::{Randoms, export::Exporter};
use crate::crypto::{hash::HashAlgorithm, hkdf::Secret};
use crate::tls::{error::Error, record::protect12::RecordKey12, suites12::Suite12};

/// Length of a master secret, in bytes, which saved sessions and connections name.
pub const MASTER_SECRET_LEN: usize = 48;

/// Length of `verify_data`, which saved connections name.
pub const VERIFY_DATA_LEN: usize = 12;

/// `verify_data` of a Finished.
pub type VerifyData = [u8; VERIFY_DATA_LEN];

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum MasterSecret {}

impl MasterSecret {
    /// `BadInput`.
    pub fn resumed(_: HashAlgorithm, _: &[u8]) -> Result<Self, Error> {
        Err(Error::BadInput)
    }

    /// Never called.
    pub fn secret(&self) -> &Secret {
        match *self {}
    }

    /// Never called.
    pub fn hash(&self) -> HashAlgorithm {
        match *self {}
    }

    /// Never called.
    pub fn exporter(&self, _: &Randoms) -> Exporter {
        match *self {}
    }

    /// Never called.
    pub fn record_keys(&self, _: &'static Suite12, _: &Randoms) -> Result<RecordKeys, Error> {
        match *self {}
    }
}

/// The keys of both directions, of which there are none.
pub struct RecordKeys {
    /// Of what the client sends.
    pub client: Box<RecordKey12>,
    /// Of what the server sends.
    pub server: Box<RecordKey12>,
}
