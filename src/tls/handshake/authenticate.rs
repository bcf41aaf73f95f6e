//! Keys that sign in a handshake, the same in both versions and for both sides. What they sign, and how it is checked, is in
//! `authenticate13` and `authenticate12`.

use std::sync::Arc;

use super::certificate::Wanted;
use crate::crypto::{sign::SignatureAlgorithm, verify::PublicKey};
use crate::tls::{
    config::{Credential, Key, PeerKey},
    error::Error,
    suites::{KeyKind, Scheme},
    want::Ask,
    wire::certificate_verify::CertificateVerify,
};

/// A key of ours with the scheme it signs with.
pub struct Signer {
    /// The certificate and its key.
    pub credential: Arc<Credential>,
    /// Fits the key and is one that the peer accepts.
    pub scheme: &'static Scheme,
    /// What the peer wants to see with it.
    pub wanted: Wanted,
}

/// A signature that is made, or that only the application can make.
pub enum Signed {
    /// It is made.
    Here(Vec<u8>),
    /// The key is not in this process.
    Elsewhere(Ask),
}

impl Signer {
    /// Signs what is to be signed: in TLS 1.3 a content that names its purpose (RFC 8446 section 4.4.3), in TLS 1.2 the messages
    /// so far (RFC 5246 section 7.4.8), or randoms and share (RFC 8422 section 5.4).
    pub fn sign_content(&self, message: Vec<u8>) -> Result<Signed, Error> {
        match &self.credential.key {
            Key::Native(key) => {
                let signature = key.sign(self.scheme.algorithm, &message).map_err(|_| Error::Internal)?;
                Ok(Signed::Here(signature))
            }
            Key::External => Ok(Signed::Elsewhere(Ask::Sign {
                credential: Arc::clone(&self.credential),
                scheme: self.scheme.id,
                message,
            })),
        }
    }

    /// Writes the CertificateVerify.
    pub fn write_certificate_verify(&self, signature: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
        CertificateVerify {
            algorithm: self.scheme.id,
            signature,
        }
        .write(out)
    }
}

/// Whether a signature of this scheme may come from this key (RFC 8446 section 4.2.3: the parameters of an id-RSASSA-PSS
/// key bind its signatures).
pub(super) fn fits(scheme: &Scheme, key: &PeerKey) -> bool {
    if let SignatureAlgorithm::RsaPss(hash) = scheme.algorithm
        && !key.rsa.allows_digest(hash)
    {
        return false;
    }
    let kind = match &*key.key {
        PublicKey::Rsa { .. } if key.rsa.is_pss() => KeyKind::RsaPss,
        PublicKey::Rsa { .. } => KeyKind::Rsa,
        PublicKey::Ec { curve, .. } => KeyKind::Ec(*curve),
        PublicKey::Ed25519(_) => KeyKind::Ed25519,
    };
    scheme.key == kind
}
