//! `mbedtls/ssl.h`: connections and their configuration.

pub mod callbacks;
pub mod constants;
pub mod enums;
pub mod errors;
pub mod types;
