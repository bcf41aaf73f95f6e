//! In place of what comes with certificates where the option `certificates` is off: nothing does.

use std::ptr;

use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_profile};
use crate::tls::config::{Attached, CertificateOptions};

/// None.
pub const DEFAULT_PROFILE: *const mbedtls_x509_crt_profile = ptr::null();
/// None.
pub const SUITEB_PROFILE: *const mbedtls_x509_crt_profile = ptr::null();

/// What a configuration says about certificates beyond Mbed TLS: nothing.
pub struct Certificates {
    /// The authorities that a server names to clients: NULL, none.
    pub authorities: *const mbedtls_x509_crt,
}

impl Default for Certificates {
    /// Nothing was said.
    fn default() -> Self {
        Self {
            authorities: ptr::null(),
        }
    }
}

impl Certificates {
    /// The core's part of it.
    pub fn options(&self) -> CertificateOptions {
        CertificateOptions
    }
}

/// What goes with certificates: nothing.
pub struct Staples;

/// What a peer has shown besides its certificates: nothing.
#[derive(Default)]
pub struct PeerShown {
    /// Empty.
    pub raw_key: Vec<u8>,
    /// Empty.
    pub attached: Vec<Attached>,
}

impl PeerShown {
    /// `None`
    pub fn raw_key(_: &[u8]) -> Option<Box<Self>> {
        None
    }
}
