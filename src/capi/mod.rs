//! The C interface of Mbed TLS 3.6, and the only folder with `unsafe`.
//!
//! One file per C header, of the same name; `guard`, `ptr`, `callback` and `inner` hold what they share.
#![allow(
    non_camel_case_types,
    non_snake_case,
    reason = "the names are those of the C interface"
)]
#![allow(
    clippy::missing_safety_doc,
    reason = "the caller of an exported function is C: its documentation says what each argument must be"
)]

pub mod guard;
pub mod ptr;

pub mod asn1;
pub mod bignum;
pub mod cipher;
pub mod ctr_drbg;
pub mod debug;
pub mod dhm;
pub mod ecp;
pub mod entropy;
pub mod error;
pub mod md;
pub mod net_sockets;
pub mod pk;
pub mod platform;
pub mod platform_time;
pub mod platform_util;
pub mod psa;
pub mod rsa;
pub mod ssl;
pub mod ssl_ciphersuites;
pub mod threading;
pub mod timing;
pub mod version;
pub mod x509;
pub mod x509_crl;
pub mod x509_crt;
mod x509_info;
