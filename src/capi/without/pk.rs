//! In place of `mbedtls/pk.h` where the option `certificates` is off: the name of a type that structs and parameters point to.

/// A key; there is none.
#[derive(Debug)]
pub enum mbedtls_pk_context {}
