//! What a side authenticates with: certificates, raw public keys, what goes with them, and the keys that sign.

use std::sync::Arc;

use crate::compress::Cache;
use crate::crypto::{
    sign::{RsaUse, SigningKey},
    verify::PublicKey,
};
use crate::tls::wire::codes::{CertificateCompressionAlgorithm, CertificateType, NamedGroup, SignatureScheme};

/// What the certificates of both sides may be, and what may come with them. Lists are in order of preference.
#[derive(Clone, Debug, Default)]
pub struct CertificateOptions {
    /// What we can present: `client_certificate_type` of a client (RFC 7250), choice of a server. Empty: certificates alone.
    pub own_types: Vec<CertificateType>,
    /// What the peer may present: `server_certificate_type` of a client, choice of a server. Empty: certificates alone.
    pub peer_types: Vec<CertificateType>,
    /// Ask for OCSP responses with the peer's certificates (`status_request`).
    pub request_ocsp: bool,
    /// Ask for signed certificate timestamps with them.
    pub request_scts: bool,
    /// How certificates may be compressed, ours as the peer's (RFC 8879); ones that are not implemented do not belong here.
    pub compression: Vec<CertificateCompressionAlgorithm>,
    /// Keeps what was compressed for the next connection.
    pub compression_cache: Option<Arc<Cache>>,
}

impl CertificateOptions {
    /// Certificates, as they are, with nothing.
    pub const fn new() -> Self {
        Self {
            own_types: Vec::new(),
            peer_types: Vec::new(),
            request_ocsp: false,
            request_scts: false,
            compression: Vec::new(),
            compression_cache: None,
        }
    }
}

/// A certificate chain and the key of its leaf, or a key alone.
#[derive(Debug)]
pub struct Credential {
    /// A chain of certificates, or a raw public key (RFC 7250).
    pub certificate_type: CertificateType,
    /// The chain in DER, leaf first, as it goes into a Certificate message; of a raw public key its SubjectPublicKeyInfo.
    pub chain: Vec<Vec<u8>>,
    /// What goes with the entries of the chain if the peer asks for it; may be shorter.
    pub attached: Vec<Attached>,
    /// The leaf's private key.
    pub key: Key,
    /// Schemes that `key` can sign with in TLS 1.3, best first (for a key that is not ours as its owner says).
    pub schemes: Vec<SignatureScheme>,
    /// Those that it can sign with in TLS 1.2, where an ECDSA scheme says nothing of the curve (RFC 8422 section 5.1.3) and PKCS#1
    /// v1.5 is one (RFC 5246 section 7.4.1.4.1), best first.
    pub schemes12: Vec<SignatureScheme>,
    /// The curve of an ECDSA key: a client of TLS 1.2 says which it can do (RFC 8422 section 5.1.1).
    pub curve: Option<NamedGroup>,
    /// A number of the C layer's own by which it finds its object again (for [`crate::tls::want::Ask::Sign`]).
    pub tag: usize,
}

/// What goes with one entry of a Certificate message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attached {
    /// An `OCSPResponse` in DER; nobody here looks into it.
    pub ocsp_response: Option<Arc<[u8]>>,
    /// A `SignedCertificateTimestampList` (RFC 6962 section 3.3) with the length before it; nobody here looks into the
    /// timestamps.
    pub scts: Option<Arc<[u8]>>,
}

impl Attached {
    /// There is nothing.
    pub const fn is_empty(&self) -> bool {
        self.ocsp_response.is_none() && self.scts.is_none()
    }
}

/// Where a private key is.
#[derive(Debug, Clone)]
pub enum Key {
    /// In this process.
    Native(Arc<SigningKey>),
    /// With the application (`mbedtls_pk_setup_rsa_alt`, PSA opaque keys, asynchronous callbacks).
    External,
}

/// The peer's public key, out of a leaf that the application (or the certificate check) has accepted.
#[derive(Debug, Clone)]
pub struct PeerKey {
    /// The key that CertificateVerify is checked with.
    pub key: Arc<PublicKey>,
    /// What the leaf's SubjectPublicKeyInfo lets an RSA key sign: if it says id-RSASSA-PSS, only `rsa_pss_pss_*` fits (RFC
    /// 8446 section 4.2.3).
    pub rsa: RsaUse,
}
