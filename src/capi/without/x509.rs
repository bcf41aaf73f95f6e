//! In place of `mbedtls/x509.h` where the option `certificates` is off: what `mbedtls_ssl_get_verify_result` tells.

/// No certificate was checked.
pub const MBEDTLS_X509_BADCERT_SKIP_VERIFY: u32 = 0x80;
