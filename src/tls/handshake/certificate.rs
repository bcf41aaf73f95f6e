//! What is agreed about certificates, in both versions and for both sides: the type (RFC 7250), what is stapled to them (RFC 8446
//! section 4.4.2.1), how they are compressed (RFC 8879). The messages are in `certificate13` and `certificate12`.

use std::sync::Arc;

use super::Context;
use crate::tls::{
    config::{Attached, CertificateOptions, Config, Credential},
    error::Error,
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions},
        codec::{Encoder, List},
        codes::{CertificateCompressionAlgorithm, CertificateType},
        extensions::{signed_certificate_timestamp as scts, status_request::CertificateStatusRequest},
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
    ///
    /// # Errors
    /// [`Error::IllegalParameter`] for a list of types that RFC 7250 does not let a client send.
    pub fn of(config: &Config, hello: &ClientHello<'_>) -> Result<Self, Error> {
        let extensions = &hello.extensions;
        let options = &config.certificates;
        check_list(&options.own_types, extensions.server_certificate_type)?;
        check_list(&options.peer_types, extensions.client_certificate_type)?;
        let accepted = extensions.server_certificate_type.unwrap_or(List::from(X509));
        let own = types(&options.own_types);
        Ok(Self {
            wanted: Wanted {
                types: own.iter().copied().filter(|own| accepted.contains(*own)).collect(),
                ocsp: extensions.status_request.is_some_and(|request| request.is_ocsp()),
                scts: extensions.signed_certificate_timestamp,
                compression: extensions.compress_certificate.unwrap_or_default().iter().collect(),
            },
            names_server_types: extensions.server_certificate_type.is_some(),
            client_types: extensions.client_certificate_type.map(|list| list.iter().collect()),
        })
    }

    /// The type that a server that resumes names: the one that a full handshake would prefer of those that there is a candidate
    /// of, or, where the application names none, of those that are configured. It shows no certificate, but the client has asked,
    /// and RFC 7250 has no other answer for a server that knows the extension.
    pub fn resumed(&self, config: &Config, candidates: &[Arc<Credential>]) -> SettledTypes {
        let there_is = |own: &CertificateType| candidates.iter().any(|credential| credential.certificate_type == *own);
        let mut types = self.wanted.types.iter().copied();
        let own = types.clone().find(there_is).or_else(|| types.next());
        SettledTypes {
            server: own.and_then(|own| self.named(config, own)),
            client: None,
        }
    }

    /// The type of our certificate, if it is to be named.
    fn named(&self, config: &Config, own: CertificateType) -> Option<CertificateType> {
        // A server that was never told of types is one that does not know the extension.
        (self.names_server_types && !config.certificates.own_types.is_empty()).then_some(own)
    }

    /// The types that EncryptedExtensions names: of our certificate, which is of type `own`, and of the client's, if we ask for
    /// one.
    ///
    /// # Errors
    /// [`Error::UnsupportedCertificateType`] if we ask and there is no type that the client has and we take.
    pub fn settle(&self, config: &Config, own: CertificateType, asks: bool) -> Result<SettledTypes, Error> {
        let options = &config.certificates;
        let server = self.named(config, own);
        // RFC 7250 section 4.2: "If the server does not request a certificate from the client, then the
        // client_certificate_type payload [...] MUST be omitted."
        if !asks {
            return Ok(SettledTypes { server, client: None });
        }
        // A client that names none has certificates.
        let theirs = self.client_types.as_deref().unwrap_or(X509);
        let ours = types(&options.peer_types);
        let common = ours.iter().copied().find(|ours| theirs.contains(ours));
        // RFC 7250 section 4.2: "does not have any certificate type in common with the client. Then, the server terminates the
        // session with a fatal alert of type "unsupported_certificate"."
        let common = common.ok_or(Error::UnsupportedCertificateType)?;
        let is_named = self.client_types.is_some() && !options.peer_types.is_empty();
        Ok(SettledTypes {
            server,
            client: is_named.then_some(common),
        })
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

/// RFC 7250 section 4.1: a client that has, or takes, "no remaining certificate types to send [...] other than the default X.509
/// certificate type, it MUST omit" the extension. A server that was never told of types does not look at it.
fn check_list(configured: &[CertificateType], sent: Option<List<'_, CertificateType>>) -> Result<(), Error> {
    match sent {
        Some(list) if !configured.is_empty() && list.iter().eq(X509.iter().copied()) => Err(Error::IllegalParameter),
        _ => Ok(()),
    }
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

/// A `SignedCertificateTimestampList` with the length before it.
pub(super) fn whole(list: &List<'_, scts::SerializedSct<'_>>) -> Result<Arc<[u8]>, Error> {
    let mut out = Vec::new();
    Encoder::new(&mut out).list16(*list)?;
    Ok(out.into())
}

/// Most certificates taken from a peer. More are no chain that anyone would build a path through; the bytes are bounded by
/// the length of the message.
pub(super) const MAX_CHAIN_LEN: usize = 64;
