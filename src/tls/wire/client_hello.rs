//! ClientHello (RFC 8446 section 4.1.2, RFC 5246 section 7.4.1.2).

use super::codec::{Decoder, Encoder, List};
use super::codes::{
    CertificateCompressionAlgorithm, CertificateType, CipherSuite, CompressionMethod, ECPointFormat, ExtensionType,
    HandshakeType, MaxFragmentLength, NamedGroup, ProtocolVersion, PskKeyExchangeMode, SignatureScheme,
};
use super::extensions::{
    self, ExtensionSet, Place,
    application_layer_protocol_negotiation::{self as alpn, ProtocolName},
    certificate_authorities::{self, DistinguishedName},
    certificate_type, compress_certificate, cookie,
    key_share::{self, KeyShareEntry},
    max_fragment_length,
    pre_shared_key::OfferedPsks,
    psk_key_exchange_modes, record_size_limit, server_name, signature_algorithms,
    status_request::{self, CertificateStatusRequest},
    supported_groups, supported_versions,
};
use super::handshake;
use crate::tls::error::Error;

/// Longest `legacy_session_id`.
pub const MAX_SESSION_ID_LEN: usize = 32;

/// ```text
/// uint16 ProtocolVersion;
/// opaque Random[32];
///
/// uint8 CipherSuite[2];    /* Cryptographic suite selector */
///
/// struct {
///     ProtocolVersion legacy_version = 0x0303;    /* TLS v1.2 */
///     Random random;
///     opaque legacy_session_id<0..32>;
///     CipherSuite cipher_suites<2..2^16-2>;
///     opaque legacy_compression_methods<1..2^8-1>;
///     Extension extensions<8..2^16-1>;
/// } ClientHello;
/// ```
/// The hello of a TLS 1.2 client may have no or any number of `extensions`, and the field itself may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientHello<'a> {
    /// The highest version up to TLS 1.2.
    pub legacy_version: ProtocolVersion,
    /// 32 random bytes.
    pub random: [u8; 32],
    /// At most [`MAX_SESSION_ID_LEN`] bytes.
    pub legacy_session_id: &'a [u8],
    /// In the client's order of preference.
    pub cipher_suites: List<'a, CipherSuite>,
    /// Contains `null`. In a hello that offers TLS 1.3 it has to be the only one: see
    /// [`ClientHello::has_only_null_compression`].
    pub legacy_compression_methods: List<'a, CompressionMethod>,
    /// The extensions that are recognized and used.
    pub extensions: ClientHelloExtensions<'a>,
}

impl<'a> ClientHello<'a> {
    /// Reads the body of a message.
    ///
    /// # Errors
    /// Those of [`extensions::read_request`], and [`Error::IllegalParameter`] for compression methods without `null`
    /// ("MUST include CompressionMethod.null").
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let hello = Self {
            legacy_version: ProtocolVersion(input.u16()?),
            random: input.array()?,
            legacy_session_id: read_session_id(&mut input)?,
            cipher_suites: input.list16()?,
            legacy_compression_methods: input.list8()?,
            extensions: if input.is_empty() {
                ClientHelloExtensions::default()
            } else {
                ClientHelloExtensions::read(input.vec16()?)?
            },
        };
        input.finish()?;
        if !hello.legacy_compression_methods.contains(CompressionMethod::NULL) {
            return Err(Error::IllegalParameter);
        }
        Ok(hello)
    }

    /// Appends the whole message and says which extensions it offers, for reading the answers to it. Without any extension
    /// the field is left out.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<ExtensionSet, Error> {
        handshake::write(HandshakeType::CLIENT_HELLO, out, |body| {
            body.u16(self.legacy_version.0);
            body.bytes(&self.random);
            body.opaque8(self.legacy_session_id)?;
            body.list16(self.cipher_suites)?;
            body.list8(self.legacy_compression_methods)?;
            if self.extensions == ClientHelloExtensions::default() {
                return Ok(ExtensionSet::EMPTY);
            }
            self.extensions.write(body)
        })
    }

    /// "For every TLS 1.3 ClientHello, this vector MUST contain exactly one byte, set to zero"; a server that takes TLS 1.3
    /// answers any other with `illegal_parameter`, one that takes TLS 1.2 does not mind.
    pub fn has_only_null_compression(&self) -> bool {
        self.legacy_compression_methods.iter().eq([CompressionMethod::NULL])
    }
}

/// The extensions of a ClientHello. They are written in the order of the fields, but for `grease`: the one stands before all
/// others, the other, with one byte of data, after all others that mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClientHelloExtensions<'a> {
    /// `server_name`: the one `host_name`.
    pub server_name: Option<&'a str>,
    /// `max_fragment_length`
    pub max_fragment_length: Option<MaxFragmentLength>,
    /// `record_size_limit`: the largest record that the client wants to get, in bytes.
    pub record_size_limit: Option<u16>,
    /// `status_request`
    pub status_request: Option<CertificateStatusRequest<'a>>,
    /// `supported_groups`, most preferred first.
    pub supported_groups: Option<List<'a, NamedGroup>>,
    /// `ec_point_formats` (TLS 1.2)
    pub ec_point_formats: Option<List<'a, ECPointFormat>>,
    /// `signature_algorithms`, most preferred first.
    pub signature_algorithms: Option<List<'a, SignatureScheme>>,
    /// `signature_algorithms_cert`, most preferred first.
    pub signature_algorithms_cert: Option<List<'a, SignatureScheme>>,
    /// `application_layer_protocol_negotiation`, most preferred first.
    pub protocol_name_list: Option<List<'a, ProtocolName<'a>>>,
    /// `signed_certificate_timestamp` is there.
    pub signed_certificate_timestamp: bool,
    /// `client_certificate_type`: what the client can present, most preferred first.
    pub client_certificate_type: Option<List<'a, CertificateType>>,
    /// `server_certificate_type`: what the client accepts, most preferred first.
    pub server_certificate_type: Option<List<'a, CertificateType>>,
    /// `compress_certificate`: what the client can decompress, most preferred first.
    pub compress_certificate: Option<List<'a, CertificateCompressionAlgorithm>>,
    /// `encrypt_then_mac` is there (TLS 1.2, RFC 7366).
    pub encrypt_then_mac: bool,
    /// `extended_master_secret` is there (TLS 1.2, RFC 7627).
    pub extended_master_secret: bool,
    /// `session_ticket`: the ticket, or nothing yet (TLS 1.2, RFC 5077).
    pub session_ticket: Option<&'a [u8]>,
    /// `renegotiation_info`: `renegotiated_connection` (TLS 1.2, RFC 5746).
    pub renegotiation_info: Option<&'a [u8]>,
    /// `supported_versions`
    pub supported_versions: Option<List<'a, ProtocolVersion>>,
    /// `cookie`, echoed from a HelloRetryRequest.
    pub cookie: Option<&'a [u8]>,
    /// `psk_key_exchange_modes`
    pub psk_key_exchange_modes: Option<List<'a, PskKeyExchangeMode>>,
    /// `certificate_authorities`
    pub certificate_authorities: Option<List<'a, DistinguishedName<'a>>>,
    /// `post_handshake_auth` is there.
    pub post_handshake_auth: bool,
    /// `key_share`; the list may be empty. Two shares of one group are not noticed here.
    pub key_share: Option<List<'a, KeyShareEntry<'a>>>,
    /// `early_data` is there.
    pub early_data: bool,
    /// Types that mean nothing (RFC 8701); not read.
    pub grease: Option<[ExtensionType; 2]>,
    /// `padding`: how many bytes of it (RFC 7685).
    pub padding: Option<u16>,
    /// `pre_shared_key`, always the last.
    pub pre_shared_key: Option<OfferedPsks<'a>>,
}

impl<'a> ClientHelloExtensions<'a> {
    /// Reads the content of `extensions`.
    fn read(block: &'a [u8]) -> Result<Self, Error> {
        let mut found = Self::default();
        extensions::read_request(Place::ClientHello, block, |extension_type, data| {
            match extension_type {
                ExtensionType::SERVER_NAME => found.server_name = Some(server_name::read(data)?),
                ExtensionType::MAX_FRAGMENT_LENGTH => {
                    found.max_fragment_length = Some(max_fragment_length::read(data)?);
                }
                ExtensionType::RECORD_SIZE_LIMIT => found.record_size_limit = Some(record_size_limit::read(data)?),
                ExtensionType::STATUS_REQUEST => found.status_request = Some(status_request::read_request(data)?),
                ExtensionType::SUPPORTED_GROUPS => found.supported_groups = Some(supported_groups::read(data)?),
                ExtensionType::EC_POINT_FORMATS => found.ec_point_formats = Some(data.list8()?),
                ExtensionType::SIGNATURE_ALGORITHMS => {
                    found.signature_algorithms = Some(signature_algorithms::read(data)?);
                }
                ExtensionType::SIGNATURE_ALGORITHMS_CERT => {
                    found.signature_algorithms_cert = Some(signature_algorithms::read(data)?);
                }
                ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION => {
                    found.protocol_name_list = Some(alpn::read_list(data)?);
                }
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP => found.signed_certificate_timestamp = true,
                ExtensionType::CLIENT_CERTIFICATE_TYPE => {
                    found.client_certificate_type = Some(certificate_type::read_list(data)?);
                }
                ExtensionType::SERVER_CERTIFICATE_TYPE => {
                    found.server_certificate_type = Some(certificate_type::read_list(data)?);
                }
                ExtensionType::COMPRESS_CERTIFICATE => {
                    found.compress_certificate = Some(compress_certificate::read(data)?);
                }
                ExtensionType::ENCRYPT_THEN_MAC => found.encrypt_then_mac = true,
                ExtensionType::EXTENDED_MASTER_SECRET => found.extended_master_secret = true,
                ExtensionType::SESSION_TICKET => found.session_ticket = Some(data.rest()),
                ExtensionType::RENEGOTIATION_INFO => found.renegotiation_info = Some(data.vec8()?),
                ExtensionType::SUPPORTED_VERSIONS => {
                    found.supported_versions = Some(supported_versions::read_versions(data)?);
                }
                ExtensionType::COOKIE => found.cookie = Some(cookie::read(data)?),
                ExtensionType::PSK_KEY_EXCHANGE_MODES => {
                    found.psk_key_exchange_modes = Some(psk_key_exchange_modes::read(data)?);
                }
                ExtensionType::CERTIFICATE_AUTHORITIES => {
                    found.certificate_authorities = Some(certificate_authorities::read(data)?);
                }
                ExtensionType::POST_HANDSHAKE_AUTH => found.post_handshake_auth = true,
                ExtensionType::KEY_SHARE => found.key_share = Some(key_share::read_client_shares(data)?),
                ExtensionType::EARLY_DATA => found.early_data = true,
                ExtensionType::PADDING => found.padding = u16::try_from(data.rest().len()).ok(),
                ExtensionType::PRE_SHARED_KEY => found.pre_shared_key = Some(OfferedPsks::read(data)?),
                // Recognized, and nothing that is done here depends on it.
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Appends `extensions`.
    fn write(&self, out: &mut Encoder<'_>) -> Result<ExtensionSet, Error> {
        extensions::write(out, |out| {
            out.put_grease(self.grease.map(|[first, _]| first), &[])?;
            out.put(ExtensionType::SERVER_NAME, self.server_name, server_name::write)?;
            out.put(
                ExtensionType::MAX_FRAGMENT_LENGTH,
                self.max_fragment_length,
                max_fragment_length::write,
            )?;
            out.put(
                ExtensionType::RECORD_SIZE_LIMIT,
                self.record_size_limit,
                record_size_limit::write,
            )?;
            out.put(
                ExtensionType::STATUS_REQUEST,
                self.status_request,
                status_request::write_request,
            )?;
            out.put(ExtensionType::SUPPORTED_GROUPS, self.supported_groups, |list, out| {
                out.list16(list)
            })?;
            out.put(ExtensionType::EC_POINT_FORMATS, self.ec_point_formats, |list, out| {
                out.list8(list)
            })?;
            out.put(
                ExtensionType::SIGNATURE_ALGORITHMS,
                self.signature_algorithms,
                |list, out| out.list16(list),
            )?;
            out.put(
                ExtensionType::SIGNATURE_ALGORITHMS_CERT,
                self.signature_algorithms_cert,
                |list, out| out.list16(list),
            )?;
            out.put(
                ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
                self.protocol_name_list,
                |list, out| out.list16(list),
            )?;
            self.write_certificate_extensions(out)?;
            out.put_empty(ExtensionType::ENCRYPT_THEN_MAC, self.encrypt_then_mac)?;
            out.put_empty(ExtensionType::EXTENDED_MASTER_SECRET, self.extended_master_secret)?;
            out.put(ExtensionType::SESSION_TICKET, self.session_ticket, |ticket, out| {
                out.bytes(ticket);
                Ok(())
            })?;
            out.put(
                ExtensionType::RENEGOTIATION_INFO,
                self.renegotiation_info,
                |data, out| out.opaque8(data),
            )?;
            out.put(
                ExtensionType::SUPPORTED_VERSIONS,
                self.supported_versions,
                |list, out| out.list8(list),
            )?;
            out.put(ExtensionType::COOKIE, self.cookie, cookie::write)?;
            out.put(
                ExtensionType::PSK_KEY_EXCHANGE_MODES,
                self.psk_key_exchange_modes,
                |list, out| out.list8(list),
            )?;
            out.put(
                ExtensionType::CERTIFICATE_AUTHORITIES,
                self.certificate_authorities,
                |list, out| out.list16(list),
            )?;
            out.put_empty(ExtensionType::POST_HANDSHAKE_AUTH, self.post_handshake_auth)?;
            out.put(ExtensionType::KEY_SHARE, self.key_share, |list, out| out.list16(list))?;
            out.put_empty(ExtensionType::EARLY_DATA, self.early_data)?;
            out.put_grease(self.grease.map(|[_, last]| last), &[0])?;
            out.put(ExtensionType::PADDING, self.padding, |len, out| {
                // RFC 7685 section 3: "The client MUST fill the padding extension completely with zero bytes".
                out.bytes(&vec![0; usize::from(len)]);
                Ok(())
            })?;
            out.put(ExtensionType::PRE_SHARED_KEY, self.pre_shared_key, |psks, out| {
                psks.write(out)
            })
        })
    }
}

impl ClientHelloExtensions<'_> {
    /// Those about the certificates of both sides.
    fn write_certificate_extensions(&self, out: &mut extensions::Writer<'_, '_>) -> Result<(), Error> {
        out.put_empty(
            ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
            self.signed_certificate_timestamp,
        )?;
        out.put(
            ExtensionType::CLIENT_CERTIFICATE_TYPE,
            self.client_certificate_type,
            |list, out| out.list8(list),
        )?;
        out.put(
            ExtensionType::SERVER_CERTIFICATE_TYPE,
            self.server_certificate_type,
            |list, out| out.list8(list),
        )?;
        out.put(
            ExtensionType::COMPRESS_CERTIFICATE,
            self.compress_certificate,
            |list, out| out.list8(list),
        )
    }
}

/// `opaque legacy_session_id<0..32>`
pub(super) fn read_session_id<'a>(input: &mut Decoder<'a>) -> Result<&'a [u8], Error> {
    let session_id = input.vec8()?;
    if session_id.len() > MAX_SESSION_ID_LEN {
        Err(Error::DecodeError)
    } else {
        Ok(session_id)
    }
}
