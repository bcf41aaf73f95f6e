//! Certificate, CertificateStatus and what a CertificateRequest asks for in TLS 1.2, the same for both sides (RFC 5246 sections 7.4.2,
//! 7.4.4 and 7.4.6, RFC 6066 section 8, RFC 7250). What is agreed about them is in `certificate`, as in TLS 1.3.

use std::sync::Arc;

use super::{
    authenticate::Signer,
    certificate::{self, Presented},
    choose12::SignsWith,
    inbox::Message,
};
use crate::tls::{
    config::{Attached, CertificateOptions},
    error::Error,
    wire::{
        certificate12::{Asn1Cert, Certificate12, CertificateStatus},
        codec::List,
        codes::{AlertDescription, CertificateType, ClientCertificateType, HandshakeType},
    },
};

/// What a server asks for: `certificate_types` of its CertificateRequest. RFC 8422 section 5.5: ecdsa_sign is for Ed25519 too.
pub const ASKED_TYPES: [ClientCertificateType; 2] =
    [ClientCertificateType::RSA_SIGN, ClientCertificateType::ECDSA_SIGN];

/// Whether a certificate that signs so is one of the `certificate_types` of a CertificateRequest.
pub fn is_asked_for(types: List<'_, ClientCertificateType>, signs_with: SignsWith) -> bool {
    types.contains(match signs_with {
        SignsWith::Rsa => ClientCertificateType::RSA_SIGN,
        SignsWith::Ecdsa => ClientCertificateType::ECDSA_SIGN,
    })
}

/// Writes our Certificate; without a signer an empty one, which is for a client.
pub fn write(signer: Option<&Signer>, out: &mut Vec<u8>) -> Result<(), Error> {
    let credential = signer.map(|signer| &signer.credential);
    let chain = credential.map_or(&[][..], |credential| &credential.chain);
    if let (Some(credential), [spki]) = (credential, chain)
        && credential.certificate_type == CertificateType::RAW_PUBLIC_KEY
    {
        return Certificate12::write_raw(spki, out);
    }
    let certificates: Vec<_> = chain.iter().map(|certificate| Asn1Cert(certificate)).collect();
    Certificate12 {
        certificate_list: List::from(&certificates),
    }
    .write(out)
}

/// Reads the peer's Certificate, of the type `agreed` if one was agreed on. Empty for a client that has none.
///
/// # Errors
/// `UnsupportedCertificateType` for a type that we do not take, `BadCertificate` for a chain that is too long to be one.
pub fn read(
    options: &CertificateOptions,
    agreed: Option<CertificateType>,
    message: &Message<'_>,
) -> Result<Presented, Error> {
    message.expect(HandshakeType::CERTIFICATE)?;
    let agreed = agreed.unwrap_or(CertificateType::X509);
    let mut presented = Presented::default();
    if agreed == CertificateType::RAW_PUBLIC_KEY {
        let spki = Certificate12::read_raw(message.body)?;
        if !spki.is_empty() {
            presented.chain.push(spki.to_vec());
        }
    } else {
        let list = Certificate12::read(message.body)?.certificate_list;
        if list.iter().nth(certificate::MAX_CHAIN_LEN).is_some() {
            return Err(Error::BadCertificate(AlertDescription::BAD_CERTIFICATE));
        }
        presented.chain = list.iter().map(|certificate| certificate.0.to_vec()).collect();
    }
    certificate::check_type(options, agreed, &presented)?;
    Ok(presented)
}

/// Server: the OCSP response that a client which asked for one gets, if there is one.
pub fn staple(signer: &Signer) -> Option<&[u8]> {
    let leaf = signer.credential.attached.first()?;
    leaf.ocsp_response.as_deref().filter(|_| signer.wanted.ocsp)
}

/// Server: writes the CertificateStatus with what [`staple`] found.
pub fn write_status(ocsp_response: &[u8], out: &mut Vec<u8>) -> Result<(), Error> {
    CertificateStatus { ocsp_response }.write(out)
}

/// Client: keeps the OCSP response of a CertificateStatus with the leaf.
pub fn read_status(message: &Message<'_>, presented: &mut Presented) -> Result<(), Error> {
    message.expect(HandshakeType::CERTIFICATE_STATUS)?;
    let status = CertificateStatus::read(message.body)?;
    attach(presented, |leaf| leaf.ocsp_response = Some(status.ocsp_response.into()));
    Ok(())
}

/// Client: keeps a list of signed certificate timestamps, which a ServerHello has, with the leaf (RFC 6962 section 3.3.1).
pub fn attach_scts(presented: &mut Presented, scts: Arc<[u8]>) {
    attach(presented, |leaf| leaf.scts = Some(scts));
}

/// Changes what came with the leaf.
fn attach(presented: &mut Presented, change: impl FnOnce(&mut Attached)) {
    presented.attached.resize(presented.chain.len(), Attached::default());
    if let Some(leaf) = presented.attached.first_mut() {
        change(leaf);
    }
}
