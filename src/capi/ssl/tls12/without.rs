//! In place of what is configured for TLS 1.2 where the option `tls12` is off: nothing is.

use std::ffi::c_int;

use crate::tls::config::Options12;
use crate::tls::wire::codes::SignatureScheme;

/// Nothing.
#[derive(Default)]
pub struct Settings12 {}

impl Settings12 {
    /// Nothing.
    pub fn set_defaults(&mut self) {}

    /// Nothing.
    pub fn forget_signature_hashes(&mut self) {}

    /// Nothing: there is no peer of TLS 1.2.
    pub fn set_legacy(&mut self, _: c_int) {}

    /// The core's defaults.
    pub fn options(&self) -> Options12 {
        Options12::new()
    }

    /// `None`
    ///
    /// # Safety
    /// None is needed.
    pub unsafe fn signature_schemes(&self) -> Option<Vec<SignatureScheme>> {
        None
    }
}
