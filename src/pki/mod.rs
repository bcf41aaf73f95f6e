//! Certificates and keys: DER, PEM, X.509, private keys, and the decision whether a peer is trusted.
//!
//! The only folder that names `webpki`. What is parsed owns its DER and remembers spans of it, so that the C layer can show
//! the very bytes that were signed.
//!
//! Where to look: [`der`] and [`error`] are underneath everything; [`crt`], [`crl`] and [`key`] parse; [`verify`]
//! decides.

pub mod algorithms;
mod builder;
pub mod crl;
pub mod crt;
pub mod csr;
pub mod der;
pub mod encrypted;
pub mod error;
mod exceptions;
pub mod extensions;
pub mod fuzz;
pub mod hostname;
pub mod key;
pub mod name;
pub mod name_text;
pub mod oid;
pub mod pem;
pub mod pkcs7;
pub mod profile;
pub mod raw_signature;
pub mod spki;
pub mod time;
pub mod verify;
mod walk;
mod ways;
mod webpki_algorithms;
pub mod write;

pub use crl::Crl;
pub use crt::Certificate;
pub use der::{Buf, Span};
pub use error::{Asn1, ParseError, Stage};
pub use time::Time;

/// What [`fuzz_parse`] hands its bytes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FuzzKind {
    /// [`Certificate::from_der`].
    Certificate,
    /// [`Crl::from_der`].
    Crl,
    /// [`key::parse_private_key`], without a password.
    PrivateKey,
    /// [`key::parse_public_key`].
    PublicKey,
    /// [`crt::parse_many`]: PEM or DER.
    CertificateFile,
    /// [`csr::Request::from_der`].
    Request,
}

impl FuzzKind {
    /// The kind that a fuzzer's first byte means: all bytes mean one.
    pub const fn from_number(number: u8) -> Self {
        match number % 6 {
            0 => Self::Certificate,
            1 => Self::Crl,
            2 => Self::PrivateKey,
            3 => Self::PublicKey,
            4 => Self::CertificateFile,
            _ => Self::Request,
        }
    }
}

/// Parses `bytes` as `kind`; `true` if it parsed. Entry for fuzz targets and mutation tests: must never panic.
pub fn fuzz_parse(kind: FuzzKind, bytes: &[u8]) -> bool {
    match kind {
        FuzzKind::Certificate => Certificate::from_der(bytes).is_ok(),
        FuzzKind::Crl => Crl::from_der(bytes).is_ok(),
        FuzzKind::PrivateKey => key::parse_private_key(bytes, None).is_ok(),
        FuzzKind::PublicKey => key::parse_public_key(bytes).is_ok(),
        FuzzKind::CertificateFile => crt::parse_many(bytes).is_ok(),
        FuzzKind::Request => csr::Request::from_der(bytes, bytes.len().is_multiple_of(2)).is_ok(),
    }
}
