//! In place of `mbedtls/x509_crt.h` where the option `certificates` is off: the names of types that structs and parameters
//! point to.

/// A certificate; there is none.
#[derive(Debug)]
pub enum mbedtls_x509_crt {}
