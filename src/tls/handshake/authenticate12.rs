//! Signatures and Finished of TLS 1.2 (RFC 5246 sections 7.4.3, 7.4.8 and 7.4.9).

use super::{
    authenticate::fits,
    inbox::Message,
    proof::{FinishedVerified, PeerAuthenticated},
};
use crate::crypto::{sign::SignatureAlgorithm, verify::PublicKey};
use crate::tls::{
    config::{PeerKey, Side},
    error::Error,
    keys::{
        Randoms,
        prf12::{MasterSecret, VERIFY_DATA_LEN, VerifyData},
    },
    suites::{self, Scheme},
    wire::{
        codes::{HandshakeType, SignatureScheme},
        finished::Finished,
    },
};

/// What a server signs in its ServerKeyExchange (RFC 8422 section 5.4).
///
/// ```text
/// client_random || server_random || ServerECDHParams
/// ```
pub fn signed_params(randoms: &Randoms, params: &[u8]) -> Vec<u8> {
    [&randoms.client, &randoms.server, params].concat()
}

/// Checks a signature of the peer in TLS 1.2 over `content`. `offered` are the schemes we said we accept.
///
/// RFC 5246 section 7.4.3: "the hash and signature algorithms used in the signature MUST be a pair listed in the
/// signature_algorithms extension"; 7.4.8 says so of a client's. No SHA-1: no scheme that is known has it.
///
/// DEVIATION: a signature that does not hold is `HandshakeFailure` with decrypt_error. 3.6 passes on what the key's own code says (such
/// as `MBEDTLS_ERR_ECP_VERIFY_FAILED`), and its server sends no alert.
pub fn check_signature12(
    key: &PeerKey,
    scheme: SignatureScheme,
    offered: &[SignatureScheme],
    content: &[u8],
    signature: &[u8],
) -> Result<PeerAuthenticated, Error> {
    let scheme = suites::signature_scheme(scheme).ok_or(Error::IllegalParameter)?;
    if !offered.contains(&scheme.id) || !fits12(scheme, key) {
        return Err(Error::IllegalParameter);
    }
    // Section 7.2.2: decrypt_error: "a handshake cryptographic operation failed, including being unable to correctly verify a
    // signature".
    key.key
        .verify(scheme.algorithm, content, signature)
        .map_err(|_| Error::DecryptError)?;
    Ok(PeerAuthenticated::assertion())
}

/// Whether a signature of this scheme may come from this key in TLS 1.2: as in TLS 1.3, but an ECDSA scheme says nothing of the
/// curve (RFC 8422 section 5.1.3), and PKCS#1 v1.5 is one of those that sign.
fn fits12(scheme: &Scheme, key: &PeerKey) -> bool {
    match (&*key.key, scheme.algorithm) {
        (PublicKey::Ec { .. }, SignatureAlgorithm::Ecdsa(_)) => true,
        (PublicKey::Rsa { .. }, SignatureAlgorithm::RsaPkcs1(_)) => !key.rsa.is_pss(),
        _ => fits(scheme, key),
    }
}

/// Checks the Finished of `side` in TLS 1.2 over `transcript_hash`; its `verify_data` as evidence for a later handshake (RFC 5746).
pub fn check_finished12(
    message: &Message<'_>,
    master: &MasterSecret,
    side: Side,
    transcript_hash: &[u8],
) -> Result<(VerifyData, FinishedVerified), Error> {
    message.expect(HandshakeType::FINISHED)?;
    let finished = Finished::read(message.body, VERIFY_DATA_LEN)?;
    let verify_data = master.check(side, transcript_hash, finished.verify_data)?;
    Ok((verify_data, FinishedVerified::assertion()))
}

/// Writes our Finished in TLS 1.2 over `transcript_hash`, and returns its `verify_data`.
pub fn write_finished12(
    master: &MasterSecret,
    side: Side,
    transcript_hash: &[u8],
    out: &mut Vec<u8>,
) -> Result<VerifyData, Error> {
    let verify_data = master.verify_data(side, transcript_hash);
    Finished {
        verify_data: &verify_data,
    }
    .write(out)?;
    Ok(verify_data)
}
