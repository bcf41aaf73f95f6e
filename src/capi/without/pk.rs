//! In place of `mbedtls/pk.h` where the option `certificates` is off: the name of a type that structs and parameters point to,
//! and the code of a file that cannot be read.

use core::ffi::c_int;

/// A file could not be read or written.
pub const MBEDTLS_ERR_PK_FILE_IO_ERROR: c_int = -0x3e00;

/// A key; there is none.
#[derive(Debug)]
pub enum mbedtls_pk_context {}
