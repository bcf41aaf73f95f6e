//! In place of the protection of records in TLS 1.2 where the option `tls12` is off: there is no key for it.

use super::{HEADER_LEN, buffer::Buffer};
use crate::tls::{error::Error, wire::codes::ContentType};

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum RecordKey12 {}

impl RecordKey12 {
    /// Never called, as all of these.
    pub fn sequence(&self) -> u64 {
        match *self {}
    }

    /// Never called.
    pub fn is_aead(&self) -> bool {
        match *self {}
    }

    /// Never called.
    pub fn skip_to(&mut self, _: u64) {
        match *self {}
    }

    /// Never called.
    pub fn overhead(&self) -> usize {
        match *self {}
    }

    /// Never called.
    pub fn open(&mut self, _: &[u8; HEADER_LEN], _: &mut [u8]) -> Result<usize, Error> {
        match *self {}
    }

    /// Never called.
    pub fn seal(&mut self, _: ContentType, _: &[u8], _: &mut Buffer) -> Result<(), Error> {
        match *self {}
    }
}
