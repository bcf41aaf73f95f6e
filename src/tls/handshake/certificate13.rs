//! CertificateRequest and Certificate of TLS 1.3, which both sides write and read in the same way (RFC 8446 sections 4.3.2 and
//! 4.4.2), compressed where that is agreed (RFC 8879). What is agreed about them is in `certificate`, as in TLS 1.2.

use std::borrow::Cow;
use std::sync::Arc;

use super::{
    Context,
    authenticate::Signer,
    certificate::{MAX_CHAIN_LEN, Presented, Wanted, check_type, whole},
    grease,
    inbox::Message,
};
use crate::compress::{self, Algorithm};
use crate::tls::{
    config::{Attached, CertificateOptions, Config},
    error::Error,
    wire::{
        certificate::{Certificate, CertificateEntry},
        certificate_request::CertificateRequest,
        codec::{Encoder, List},
        codes::{AlertDescription, CertificateCompressionAlgorithm, CertificateType, ExtensionType, HandshakeType},
        compressed_certificate::CompressedCertificate,
        extensions::{ExtensionSet, certificate_authorities::DistinguishedName, signed_certificate_timestamp as scts},
        handshake::MAX_CERTIFICATE_LEN,
    },
};

impl Wanted {
    /// Client: what a CertificateRequest wants. `own_type` is what the server has taken of our types, if it has.
    pub fn by_request(config: &Config, own_type: Option<CertificateType>, request: &CertificateRequest<'_>) -> Self {
        Self {
            ocsp: request.status_request,
            scts: request.signed_certificate_timestamp,
            compression: request.compress_certificate.unwrap_or_default().iter().collect(),
            ..Self::by_type(config, own_type)
        }
    }
}

/// Server: writes a CertificateRequest and says which extensions it has. `context` is empty in the handshake.
pub fn write_request(
    config: &Config,
    context: &[u8],
    authorities: &[Vec<u8>],
    out: &mut Vec<u8>,
) -> Result<ExtensionSet, Error> {
    let names: Vec<_> = authorities.iter().map(|name| DistinguishedName(name)).collect();
    let certificate_schemes = &config.certificate_signature_schemes;
    let options = &config.certificates;
    CertificateRequest {
        certificate_request_context: context,
        signature_algorithms: Some(List::from(&config.signature_schemes)),
        signature_algorithms_cert: (!certificate_schemes.is_empty()).then(|| List::from(certificate_schemes)),
        status_request: options.request_ocsp,
        signed_certificate_timestamp: options.request_scts,
        compress_certificate: (!options.compression.is_empty()).then(|| List::from(&options.compression)),
        certificate_authorities: (!names.is_empty()).then(|| List::from(&names)),
        grease: grease::extension(config)?,
    }
    .write(out)
}

/// Writes our Certificate, compressed if the peer can decompress it and it gets shorter; without a signer an empty one, which is
/// for a client. `context` is that of the CertificateRequest.
pub fn write(config: &Config, context: &[u8], signer: Option<&Signer>, out: &mut Vec<u8>) -> Result<(), Error> {
    let nothing = Attached::default();
    let mut entries = Vec::new();
    if let Some(Signer { credential, wanted, .. }) = signer {
        for (at, cert_data) in credential.chain.iter().enumerate() {
            let attached = credential.attached.get(at).unwrap_or(&nothing);
            let list = attached
                .scts
                .as_deref()
                .filter(|_| wanted.scts)
                .map(scts::parse)
                .transpose();
            entries.push(CertificateEntry {
                cert_data,
                status_request: attached.ocsp_response.as_deref().filter(|_| wanted.ocsp),
                // The C layer takes no list that is none.
                signed_certificate_timestamp: list.map_err(|_| Error::Internal)?,
            });
        }
    }
    let certificate = Certificate {
        certificate_request_context: context,
        certificate_list: List::from(&entries),
    };
    if let Some(signer) = signer
        && let Some((id, algorithm)) = choose_compression(config, &signer.wanted)
    {
        let mut body = Vec::new();
        certificate.write_body(&mut Encoder::new(&mut body))?;
        // A context makes the message one of its kind: not for the cache.
        let compressed = match &config.certificates.compression_cache {
            Some(cache) if context.is_empty() => cache.compress(algorithm, &body),
            _ => compress::compress(algorithm, &body).map(Arc::from),
        };
        if let Some(compressed) = compressed {
            return CompressedCertificate {
                algorithm: id,
                uncompressed_length: u32::try_from(body.len()).map_err(|_| Error::Internal)?,
                compressed_certificate_message: &compressed,
            }
            .write(out);
        }
    }
    certificate.write(out)
}

/// The first of our algorithms that the peer can decompress.
fn choose_compression(config: &Config, wanted: &Wanted) -> Option<(CertificateCompressionAlgorithm, Algorithm)> {
    let mut ours = config.certificates.compression.iter().copied();
    let common = ours.find(|id| wanted.compression.contains(id))?;
    Some((common, implemented(common)?))
}

/// The implementation of an algorithm.
fn implemented(id: CertificateCompressionAlgorithm) -> Option<Algorithm> {
    match id {
        CertificateCompressionAlgorithm::ZLIB => Some(Algorithm::Zlib),
        CertificateCompressionAlgorithm::BROTLI => Some(Algorithm::Brotli),
        _ => None,
    }
}

/// Reads the peer's Certificate, compressed or not. `offered` are the extensions it may answer (those of our ClientHello or
/// CertificateRequest), `context` is that of our CertificateRequest.
pub fn read(
    cx: &Context<'_>,
    message: &Message<'_>,
    offered: ExtensionSet,
    context: &[u8],
) -> Result<Presented, Error> {
    let options = &cx.config.certificates;
    read_as(options, cx.negotiated.peer_certificate_type, message, offered, context)
}

/// The same with `agreed` as the type that was agreed on, if one was.
pub fn read_as(
    options: &CertificateOptions,
    agreed: Option<CertificateType>,
    message: &Message<'_>,
    offered: ExtensionSet,
    context: &[u8],
) -> Result<Presented, Error> {
    let body = read_body(options, message, offered)?;
    let certificate = Certificate::read(&body, offered)?;
    // RFC 8446 section 4.4.2: "In the case of server authentication, this field SHALL be zero length"; a client's echoes
    // that of our CertificateRequest.
    if certificate.certificate_request_context != context {
        return Err(Error::IllegalParameter);
    }
    let mut presented = Presented::default();
    for entry in certificate.certificate_list {
        if presented.chain.len() == MAX_CHAIN_LEN {
            return Err(Error::BadCertificate(AlertDescription::BAD_CERTIFICATE));
        }
        presented.chain.push(entry.cert_data.to_vec());
        presented.attached.push(Attached {
            ocsp_response: entry.status_request.map(Arc::from),
            scts: entry
                .signed_certificate_timestamp
                .map(|list| whole(&list))
                .transpose()?,
        });
    }
    if presented.attached.iter().all(Attached::is_empty) {
        presented.attached = Vec::new();
    }
    check_type(options, agreed.unwrap_or(CertificateType::X509), &presented)?;
    Ok(presented)
}

/// The body of a Certificate message, decompressed if need be.
fn read_body<'m>(
    options: &CertificateOptions,
    message: &Message<'m>,
    offered: ExtensionSet,
) -> Result<Cow<'m, [u8]>, Error> {
    // RFC 8879 section 4: only who offered the extension may get a CompressedCertificate.
    let compressed = match message.msg_type {
        HandshakeType::CERTIFICATE => return Ok(Cow::Borrowed(message.body)),
        HandshakeType::COMPRESSED_CERTIFICATE if offered.contains(ExtensionType::COMPRESS_CERTIFICATE) => {
            CompressedCertificate::read(message.body)?
        }
        _ => return Err(Error::UnexpectedMessage),
    };
    // "If the received CompressedCertificate message [names an algorithm that was not offered], the connection MUST be
    // terminated with the "illegal_parameter" alert."
    let algorithm = Some(compressed.algorithm)
        .filter(|id| options.compression.contains(id))
        .and_then(implemented)
        .ok_or(Error::IllegalParameter)?;
    // "If the received CompressedCertificate message cannot be decompressed, the connection MUST be terminated with the
    // "bad_certificate" alert." "Implementations SHOULD bound the memory usage": what is out may not be longer than a
    // Certificate that comes as it is.
    let length = usize::try_from(compressed.uncompressed_length).unwrap_or(usize::MAX);
    let body = if length <= MAX_CERTIFICATE_LEN {
        compress::decompress(algorithm, compressed.compressed_certificate_message, length)
    } else {
        None
    };
    body.map(Cow::Owned)
        .ok_or(Error::BadCertificate(AlertDescription::BAD_CERTIFICATE))
}
