//! CertificateVerify, which both sides send and check in the same way (RFC 8446 section 4.4.3).

use std::sync::Arc;

use super::{certificate::Wanted, inbox::Message, proof::PeerAuthenticated};
use crate::crypto::{sign::SignatureAlgorithm, verify::PublicKey};
use crate::tls::{
    config::{Credential, Key, PeerKey, Side},
    error::Error,
    suites::{self, KeyKind, Scheme},
    want::Ask,
    wire::{
        certificate_verify::CertificateVerify,
        codes::{HandshakeType, SignatureScheme},
    },
};

/// What a CertificateVerify is computed over (RFC 8446 section 4.4.3).
///
/// ```text
/// octet 32 repeated 64 times ||
/// "TLS 1.3, server CertificateVerify" or "TLS 1.3, client CertificateVerify" ||
/// 0 ||
/// Transcript-Hash(Handshake Context, Certificate)
/// ```
pub fn signed_content(signer: Side, transcript_hash: &[u8]) -> Vec<u8> {
    let context: &[u8] = match signer {
        Side::Client => b"TLS 1.3, client CertificateVerify",
        Side::Server => b"TLS 1.3, server CertificateVerify",
    };
    [&[32; 64], context, &[0], transcript_hash].concat()
}

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
    /// Signs our CertificateVerify.
    pub fn sign(&self, side: Side, transcript_hash: &[u8]) -> Result<Signed, Error> {
        self.sign_content(signed_content(side, transcript_hash))
    }

    /// Signs what is to be signed: in TLS 1.2 the messages so far (RFC 5246 section 7.4.8), or randoms and share
    /// ([`signed_params`]).
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

/// Checks the peer's CertificateVerify. `offered` are the schemes we said we accept, `transcript_hash` covers everything
/// up to the peer's Certificate.
pub fn check_certificate_verify(
    message: &Message<'_>,
    signer: Side,
    key: &PeerKey,
    offered: &[SignatureScheme],
    transcript_hash: &[u8],
) -> Result<PeerAuthenticated, Error> {
    message.expect(HandshakeType::CERTIFICATE_VERIFY)?;
    let verify = CertificateVerify::read(message.body)?;
    // RFC 8446 section 4.4.3: "If the CertificateVerify message is sent by a server, the signature algorithm MUST be one
    // offered in the client's "signature_algorithms" extension"; "If sent by a client, the signature algorithm used in the
    // signature MUST be one of those present in the supported_signature_algorithms field of the "signature_algorithms"
    // extension in the CertificateRequest message." "In addition, the signature algorithm MUST be compatible with the key
    // in the sender's end-entity certificate." No PKCS#1 v1.5, no SHA-1: `handshake_scheme` knows none.
    let scheme = suites::handshake_scheme(verify.algorithm).ok_or(Error::IllegalParameter)?;
    if !offered.contains(&scheme.id) || !fits(scheme, key) {
        return Err(Error::IllegalParameter);
    }
    let content = signed_content(signer, transcript_hash);
    // RFC 8446 section 4.4.3: "If the verification fails, the receiver MUST terminate the handshake with a "decrypt_error"
    // alert."
    key.key
        .verify(scheme.algorithm, &content, verify.signature)
        .map_err(|_| Error::DecryptError)?;
    Ok(PeerAuthenticated::assertion())
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
