//! CertificateVerify of TLS 1.3, which both sides send and check in the same way (RFC 8446 section 4.4.3).

use super::{
    authenticate::{Signed, Signer, fits},
    inbox::Message,
    proof::PeerAuthenticated,
};
use crate::tls::{
    config::{PeerKey, Side},
    error::Error,
    suites,
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

impl Signer {
    /// Signs our CertificateVerify.
    pub fn sign(&self, side: Side, transcript_hash: &[u8]) -> Result<Signed, Error> {
        self.sign_content(signed_content(side, transcript_hash))
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
