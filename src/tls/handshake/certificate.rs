//! CertificateRequest and Certificate, which both sides write and read in the same way, and what is agreed about them: the type
//! (RFC 7250), what is stapled to it (RFC 8446 section 4.4.2.1), how it is compressed (RFC 8879).

use std::borrow::Cow;
use std::sync::Arc;

use super::{Context, authenticate::Signer, grease, inbox::Message};
use crate::compress::{self, Algorithm};
use crate::tls::{
    config::{Attached, CertificateOptions, Config},
    error::Error,
    wire::{
        certificate::{Certificate, CertificateEntry},
        certificate_request::CertificateRequest,
        client_hello::{ClientHello, ClientHelloExtensions},
        codec::{Encoder, List},
        codes::{AlertDescription, CertificateCompressionAlgorithm, CertificateType, ExtensionType, HandshakeType},
        compressed_certificate::CompressedCertificate,
        extensions::{
            ExtensionSet, certificate_authorities::DistinguishedName, signed_certificate_timestamp as scts,
            status_request::CertificateStatusRequest,
        },
        handshake::MAX_CERTIFICATE_LEN,
    },
};

/// What is taken where no type is negotiated.
const X509: &[CertificateType] = &[CertificateType::X509];

/// What the peer takes as our certificate, and what it wants to see with it.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The types that both sides can do, our preference first.
    pub types: Vec<CertificateType>,
    /// An OCSP response.
    pub ocsp: bool,
    /// Signed certificate timestamps.
    pub scts: bool,
    /// How the message may be compressed.
    pub compression: Vec<CertificateCompressionAlgorithm>,
}

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

    /// Client: the type that the server has taken of ours, if it has, and nothing with it: all that TLS 1.2 has.
    pub fn by_type(config: &Config, own_type: Option<CertificateType>) -> Self {
        let own = types(&config.certificates.own_types);
        let agreed = own_type.unwrap_or(CertificateType::X509);
        Self {
            types: own.iter().copied().filter(|own| *own == agreed).collect(),
            ..Self::default()
        }
    }
}

/// Server: what a ClientHello says about the certificates of both sides.
pub struct HelloWants {
    /// About ours.
    pub wanted: Wanted,
    /// It names the types that it takes.
    names_server_types: bool,
    /// The types that the client has, if it names them.
    client_types: Option<Vec<CertificateType>>,
}

impl HelloWants {
    /// Out of a ClientHello.
    pub fn of(config: &Config, hello: &ClientHello<'_>) -> Self {
        let extensions = &hello.extensions;
        let accepted = extensions
            .server_certificate_type
            .unwrap_or(List::from(&[CertificateType::X509]));
        let own = types(&config.certificates.own_types);
        Self {
            wanted: Wanted {
                types: own.iter().copied().filter(|own| accepted.contains(*own)).collect(),
                ocsp: extensions.status_request.is_some_and(|request| request.is_ocsp()),
                scts: extensions.signed_certificate_timestamp,
                compression: extensions.compress_certificate.unwrap_or_default().iter().collect(),
            },
            names_server_types: extensions.server_certificate_type.is_some(),
            client_types: extensions.client_certificate_type.map(|list| list.iter().collect()),
        }
    }

    /// The types that EncryptedExtensions names: of our certificate, which is of type `own`, and of the client's, if we ask for
    /// one.
    ///
    /// # Errors
    /// [`Error::UnsupportedCertificateType`] if we ask and there is no type that the client has and we take.
    pub fn settle(&self, config: &Config, own: CertificateType, asks: bool) -> Result<SettledTypes, Error> {
        let options = &config.certificates;
        // A server that was never told of types is one that does not know the extension.
        let server = (self.names_server_types && !options.own_types.is_empty()).then_some(own);
        // RFC 7250 section 4.2: "If the server does not request a certificate from the client, then the
        // client_certificate_type payload [...] MUST be omitted."
        let client = match &self.client_types {
            Some(theirs) if asks => {
                let ours = types(&options.peer_types);
                let common = ours.iter().copied().find(|ours| theirs.contains(ours));
                // RFC 7250 section 4.2: "does not have any certificate type in common with the client. Then, the server
                // terminates the session with a fatal alert of type "unsupported_certificate"."
                let common = common.ok_or(Error::UnsupportedCertificateType)?;
                (!options.peer_types.is_empty()).then_some(common)
            }
            _ => None,
        };
        Ok(SettledTypes { server, client })
    }
}

/// What a server says of certificate types in EncryptedExtensions, or in a ServerHello of TLS 1.2.
#[derive(Clone, Copy, Debug, Default)]
pub struct SettledTypes {
    /// `server_certificate_type`
    pub server: Option<CertificateType>,
    /// `client_certificate_type`
    pub client: Option<CertificateType>,
}

/// A configured list of types; an empty one means certificates alone.
fn types(configured: &[CertificateType]) -> &[CertificateType] {
    if configured.is_empty() { X509 } else { configured }
}

/// Client: the extensions of a ClientHello that the configuration wants about certificates; the others are not there.
pub fn offer(options: &CertificateOptions) -> ClientHelloExtensions<'_> {
    // RFC 7250 section 4.1: "If the client has no remaining certificate types to send [...] other than the default X.509
    // type", it omits the extension.
    fn named(list: &[CertificateType]) -> Option<List<'_, CertificateType>> {
        (types(list) != X509).then(|| List::from(list))
    }
    let compression = &options.compression;
    ClientHelloExtensions {
        status_request: options.request_ocsp.then_some(CertificateStatusRequest::ANY_OCSP),
        signed_certificate_timestamp: options.request_scts,
        client_certificate_type: named(&options.own_types),
        server_certificate_type: named(&options.peer_types),
        compress_certificate: (!compression.is_empty()).then(|| List::from(compression)),
        ..ClientHelloExtensions::default()
    }
}

/// Client: takes note of the types that the server has chosen, in EncryptedExtensions or in a ServerHello of TLS 1.2.
pub fn read_types(cx: &mut Context<'_>, settled: SettledTypes) -> Result<(), Error> {
    let options = &cx.config.certificates;
    let chosen = [
        (settled.client, &options.own_types),
        (settled.server, &options.peer_types),
    ];
    // RFC 7250 section 4.2: what the server sends "MUST" be one of those that the client has listed.
    if chosen
        .iter()
        .any(|(chosen, offered)| chosen.is_some_and(|chosen| !offered.contains(&chosen)))
    {
        return Err(Error::IllegalParameter);
    }
    cx.negotiated.own_certificate_type = settled.client;
    cx.negotiated.peer_certificate_type = settled.server;
    Ok(())
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

/// What the peer has presented.
#[derive(Debug, Default)]
pub struct Presented {
    /// In DER, leaf first: certificates, or the one SubjectPublicKeyInfo where a raw public key was agreed on. Empty for a
    /// client that has none.
    pub chain: Vec<Vec<u8>>,
    /// What came with each entry of the chain; empty if nothing came with any.
    pub attached: Vec<Attached>,
}

impl Presented {
    /// The chain in DER, leaf first; may be empty.
    pub fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    /// What came with its entries; empty if nothing came with any.
    pub fn attached(&self) -> &[Attached] {
        &self.attached
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

/// The type has to be one that we take, which a peer that does not know of types cannot know.
pub(super) fn check_type(
    options: &CertificateOptions,
    agreed: CertificateType,
    presented: &Presented,
) -> Result<(), Error> {
    if !presented.chain.is_empty() && !types(&options.peer_types).contains(&agreed) {
        return Err(Error::UnsupportedCertificateType);
    }
    // RFC 8446 section 4.4.2: "If the RawPublicKey certificate type was negotiated, then the certificate_list MUST contain no
    // more than one CertificateEntry".
    if agreed == CertificateType::RAW_PUBLIC_KEY && presented.chain.len() > 1 {
        return Err(Error::IllegalParameter);
    }
    Ok(())
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

/// A `SignedCertificateTimestampList` with the length before it.
pub(super) fn whole(list: &List<'_, scts::SerializedSct<'_>>) -> Result<Arc<[u8]>, Error> {
    let mut out = Vec::new();
    Encoder::new(&mut out).list16(*list)?;
    Ok(out.into())
}

/// Most certificates taken from a peer. More are no chain that anyone would build a path through; the bytes are bounded by
/// the length of the message.
pub(super) const MAX_CHAIN_LEN: usize = 64;
