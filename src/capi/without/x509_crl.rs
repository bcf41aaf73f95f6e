//! In place of `mbedtls/x509_crl.h` where the option `certificates` is off.

/// A list of revoked certificates; there is none.
#[derive(Debug)]
pub enum mbedtls_x509_crl {}
