//! The C interface of Mbed TLS 3.6, and the only folder with `unsafe`.
//!
//! One file per C header, of the same name; `guard`, `ptr`, `callback` and `inner` hold what they share.
#![allow(
    non_camel_case_types,
    non_snake_case,
    reason = "the names are those of the C interface"
)]

pub mod guard;
pub mod ptr;

pub mod aes;
pub mod aria;
pub mod asn1;
pub mod asn1write;
pub mod base64;
pub mod bignum;
mod block_key;
pub mod camellia;
pub mod ccm;
pub mod chacha20;
pub mod chachapoly;
pub mod cipher;
pub mod cmac;
pub mod constant_time;
pub mod ctr_drbg;
pub mod debug;
pub mod des;
pub mod dhm;
mod digest;
pub mod ecdh;
#[cfg(feature = "certificates")]
pub mod ecdsa;
pub mod ecjpake;
pub mod ecp;
pub mod entropy;
pub mod error;
pub mod ferrotls;
pub mod gcm;
pub mod hkdf;
pub mod hmac_drbg;
pub mod md;
pub mod md5;
pub mod net_sockets;
pub mod nist_kw;
#[cfg(feature = "certificates")]
pub mod oid;
mod owned;
#[cfg(feature = "certificates")]
pub mod pem;
#[cfg(feature = "certificates")]
pub mod pk;
#[cfg(not(feature = "certificates"))]
#[path = "without/pk.rs"]
pub mod pk;
#[cfg(feature = "certificates")]
pub mod pkcs12;
#[cfg(feature = "certificates")]
pub mod pkcs5;
#[cfg(feature = "certificates")]
pub mod pkcs7;
pub mod platform;
pub mod platform_time;
pub mod platform_util;
pub mod poly1305;
pub mod psa;
pub mod psa_util;
pub mod ripemd160;
#[cfg(feature = "certificates")]
pub mod rsa;
mod self_test;
pub mod sha1;
pub mod sha256;
pub mod sha3;
pub mod sha512;
pub mod ssl;
pub mod ssl_cache;
pub mod ssl_ciphersuites;
pub mod ssl_cookie;
#[cfg(feature = "session-tickets")]
pub mod ssl_ticket;
pub mod threading;
pub mod timing;
pub mod version;
#[cfg(feature = "certificates")]
pub mod x509;
#[cfg(not(feature = "certificates"))]
#[path = "without/x509.rs"]
pub mod x509;
#[cfg(feature = "certificates")]
pub mod x509_crl;
#[cfg(not(feature = "certificates"))]
#[path = "without/x509_crl.rs"]
pub mod x509_crl;
#[cfg(feature = "certificates")]
pub mod x509_crt;
#[cfg(not(feature = "certificates"))]
#[path = "without/x509_crt.rs"]
pub mod x509_crt;
#[cfg(feature = "certificates")]
pub mod x509_csr;
#[cfg(feature = "certificates")]
mod x509_info;
