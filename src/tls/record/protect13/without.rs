//! In place of the protection of records in TLS 1.3 where the option `tls13` is off: there is no key for it.

use super::{HEADER_LEN, buffer::Buffer};
use crate::tls::{error::Error, wire::codes::ContentType};

/// No value.
#[derive(Clone, Copy, Debug)]
pub enum RecordKey {}

impl RecordKey {
    /// Never called, as all of these.
    pub fn skip_to(&mut self, _: u64) {
        match *self {}
    }

    /// Never called.
    pub fn sequence(&self) -> u64 {
        match *self {}
    }

    /// Never called.
    pub fn wants_update(&self) -> bool {
        match *self {}
    }

    /// Never called.
    pub(super) fn overhead(&self) -> usize {
        match *self {}
    }

    /// Never called.
    pub(super) fn open(&mut self, _: &[u8; HEADER_LEN], _: &mut [u8], _: usize) -> Result<(ContentType, usize), Error> {
        match *self {}
    }

    /// Never called.
    pub(super) fn seal(&mut self, _: ContentType, _: &[u8], _: usize, _: &mut Buffer) -> Result<(), Error> {
        match *self {}
    }
}
