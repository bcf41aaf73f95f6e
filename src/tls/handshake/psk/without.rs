//! In place of pre-shared keys of TLS 1.3 where no mode of key exchange with one is left: none is offered.

use super::transcript::Transcript;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    keys::schedule13::Early,
    session::PskKind,
    suites::Suite,
    wire::extensions::pre_shared_key::{PskBinderEntry, PskIdentity},
};

/// A key that a client offers: no value, but for what every key is told by.
#[derive(Clone, Copy, Debug)]
pub struct OfferedKey {
    /// Its suite, whose hash it is used with.
    pub suite: &'static Suite,
    never: core::convert::Infallible,
}

/// None.
pub fn offered_keys(_: &Config, _: &Options, _: u64) -> Vec<OfferedKey> {
    Vec::new()
}

/// None.
pub fn early_data(_: &Config, _: &Options, _: &[OfferedKey]) -> Option<u32> {
    None
}

impl OfferedKey {
    /// Never called, as all of these.
    pub fn kind(&self) -> PskKind {
        match self.never {}
    }

    /// Never called.
    pub fn early(&self, _: &Options, _: &'static Suite) -> Result<Early, Error> {
        match self.never {}
    }

    /// Never called.
    pub fn identity<'o>(&self, _: &'o Options, _: u64) -> Result<PskIdentity<'o>, Error> {
        match self.never {}
    }

    /// Never called.
    pub fn empty_binder(&self) -> PskBinderEntry<'static> {
        match self.never {}
    }
}

/// There is no binder to write.
pub fn write_binders(_: &[OfferedKey], _: &Options, _: Option<&Transcript>, _: &mut [u8]) -> Result<(), Error> {
    Ok(())
}
