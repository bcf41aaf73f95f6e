//! ServerHello and HelloRetryRequest, which share a form and a type (RFC 8446 sections 4.1.3 and 4.1.4, RFC 5246
//! section 7.4.1.3).

use super::client_hello::read_session_id;
use super::codec::{Decoder, Encoder, Item, List};
use super::codes::{
    CertificateType, CipherSuite, CompressionMethod, ECPointFormat, ExtensionType, HandshakeType, MaxFragmentLength,
    NamedGroup, ProtocolVersion,
};
use super::extensions::{
    self, ExtensionSet, Place,
    application_layer_protocol_negotiation::{self as alpn, ProtocolName},
    certificate_type, cookie,
    key_share::KeyShareEntry,
    max_fragment_length, record_size_limit,
    signed_certificate_timestamp::{self, SerializedSct},
};
use super::handshake;
use crate::tls::error::Error;

/// The `random` by which a HelloRetryRequest is known: SHA-256 of "HelloRetryRequest" (RFC 8446 section 4.1.3).
pub const HELLO_RETRY_REQUEST_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91, 0xc2, 0xa2, 0x11,
    0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// Last bytes of `random` of a server that could TLS 1.3 and takes TLS 1.2 (RFC 8446 section 4.1.3).
pub const DOWNGRADE_TO_TLS12: [u8; 8] = *b"DOWNGRD\x01";

/// Last bytes of `random` of a server that could TLS 1.2 or 1.3 and takes an older version (RFC 8446 section 4.1.3).
pub const DOWNGRADE_TO_TLS11: [u8; 8] = *b"DOWNGRD\x00";

/// A message of type `server_hello`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerHelloMessage<'a> {
    /// Any other.
    ServerHello(ServerHello<'a>),
    /// `random` is [`HELLO_RETRY_REQUEST_RANDOM`].
    HelloRetryRequest(HelloRetryRequest<'a>),
}

impl<'a> ServerHelloMessage<'a> {
    /// Reads the body of a message that answers a ClientHello with the extensions `offered`.
    ///
    /// # Errors
    /// Those of [`extensions::read_response`], and [`Error::IllegalParameter`] for another compression method than `null`.
    pub fn read(body: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let legacy_version = ProtocolVersion(input.u16()?);
        let random = input.array()?;
        let legacy_session_id_echo = read_session_id(&mut input)?;
        let cipher_suite = CipherSuite(input.u16()?);
        let legacy_compression_method = CompressionMethod(input.u8()?);
        let block = if input.is_empty() { &[] } else { input.vec16()? };
        input.finish()?;
        // "legacy_compression_method: A single byte which MUST have the value 0."; in TLS 1.2 we offer no other.
        if legacy_compression_method != CompressionMethod::NULL {
            return Err(Error::IllegalParameter);
        }
        Ok(if random == HELLO_RETRY_REQUEST_RANDOM {
            Self::HelloRetryRequest(HelloRetryRequest {
                legacy_version,
                legacy_session_id_echo,
                cipher_suite,
                extensions: HelloRetryRequestExtensions::read(block, offered)?,
            })
        } else {
            Self::ServerHello(ServerHello {
                legacy_version,
                random,
                legacy_session_id_echo,
                cipher_suite,
                extensions: ServerHelloExtensions::read(block, offered)?,
            })
        })
    }
}

/// ```text
/// struct {
///     ProtocolVersion legacy_version = 0x0303;    /* TLS v1.2 */
///     Random random;
///     opaque legacy_session_id_echo<0..32>;
///     CipherSuite cipher_suite;
///     uint8 legacy_compression_method = 0;
///     Extension extensions<6..2^16-1>;
/// } ServerHello;
/// ```
/// In TLS 1.2 `legacy_version` is the version taken, and `extensions` may be empty or missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerHello<'a> {
    /// 0x0303 in TLS 1.3, the version taken before that.
    pub legacy_version: ProtocolVersion,
    /// 32 random bytes; the last eight may be a sign: [`ServerHello::downgrade_sentinel`].
    pub random: [u8; 32],
    /// TLS 1.3: the client's `legacy_session_id`.
    pub legacy_session_id_echo: &'a [u8],
    /// The suite taken.
    pub cipher_suite: CipherSuite,
    /// The extensions that are recognized and used.
    pub extensions: ServerHelloExtensions<'a>,
}

impl ServerHello<'_> {
    /// Appends the whole message. Without any extension the field is left out.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::SERVER_HELLO, out, |body| {
            write_head(
                self.legacy_version,
                self.random,
                self.legacy_session_id_echo,
                self.cipher_suite,
                body,
            )?;
            if self.extensions == ServerHelloExtensions::default() {
                return Ok(());
            }
            self.extensions.write(body)
        })
    }

    /// The version that the last eight bytes of `random` say the server had to take although it could a higher one:
    /// [`ProtocolVersion::TLS1_2`], or [`ProtocolVersion::TLS1_1`] for that and anything below.
    pub fn downgrade_sentinel(&self) -> Option<ProtocolVersion> {
        if self.random.ends_with(&DOWNGRADE_TO_TLS12) {
            Some(ProtocolVersion::TLS1_2)
        } else if self.random.ends_with(&DOWNGRADE_TO_TLS11) {
            Some(ProtocolVersion::TLS1_1)
        } else {
            None
        }
    }
}

/// The extensions of a ServerHello. They are written in the order of the fields. A message with `supported_versions` is one
/// of TLS 1.3 and may hold only the first three, any other may hold only the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServerHelloExtensions<'a> {
    /// `supported_versions`: the version taken.
    pub selected_version: Option<ProtocolVersion>,
    /// `key_share`: the server's share.
    pub key_share: Option<KeyShareEntry<'a>>,
    /// `pre_shared_key`: index of the client's identity that was taken.
    pub selected_identity: Option<u16>,
    /// `server_name` was used (TLS 1.2).
    pub server_name: bool,
    /// `max_fragment_length` (TLS 1.2)
    pub max_fragment_length: Option<MaxFragmentLength>,
    /// `record_size_limit` (TLS 1.2)
    pub record_size_limit: Option<u16>,
    /// `ec_point_formats` (TLS 1.2)
    pub ec_point_formats: Option<List<'a, ECPointFormat>>,
    /// `application_layer_protocol_negotiation`: the protocol taken (TLS 1.2).
    pub protocol_name: Option<ProtocolName<'a>>,
    /// `status_request`: a CertificateStatus will follow (TLS 1.2).
    pub status_request: bool,
    /// `signed_certificate_timestamp` (TLS 1.2)
    pub signed_certificate_timestamp: Option<List<'a, SerializedSct<'a>>>,
    /// `client_certificate_type`: what the client is to present, if it is asked (TLS 1.2).
    pub client_certificate_type: Option<CertificateType>,
    /// `server_certificate_type`: what the server presents (TLS 1.2).
    pub server_certificate_type: Option<CertificateType>,
    /// `encrypt_then_mac` (TLS 1.2)
    pub encrypt_then_mac: bool,
    /// `extended_master_secret` (TLS 1.2)
    pub extended_master_secret: bool,
    /// `session_ticket`: a NewSessionTicket will follow (TLS 1.2).
    pub session_ticket: bool,
    /// `renegotiation_info`: `renegotiated_connection` (TLS 1.2).
    pub renegotiation_info: Option<&'a [u8]>,
}

impl<'a> ServerHelloExtensions<'a> {
    /// Reads the content of `extensions`.
    fn read(block: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let place = if extensions::is_present(block, ExtensionType::SUPPORTED_VERSIONS)? {
            Place::ServerHello
        } else {
            Place::ServerHello12
        };
        let mut found = Self::default();
        extensions::read_response(place, offered, block, |extension_type, data| {
            match extension_type {
                ExtensionType::SUPPORTED_VERSIONS => found.selected_version = Some(ProtocolVersion::read(data)?),
                ExtensionType::KEY_SHARE => found.key_share = Some(KeyShareEntry::read(data)?),
                ExtensionType::PRE_SHARED_KEY => found.selected_identity = Some(data.u16()?),
                ExtensionType::SERVER_NAME => found.server_name = true,
                ExtensionType::MAX_FRAGMENT_LENGTH => {
                    found.max_fragment_length = Some(max_fragment_length::read(data)?);
                }
                ExtensionType::RECORD_SIZE_LIMIT => found.record_size_limit = Some(record_size_limit::read(data)?),
                ExtensionType::EC_POINT_FORMATS => found.ec_point_formats = Some(data.list8()?),
                ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION => {
                    found.protocol_name = Some(alpn::read_selected(data)?);
                }
                ExtensionType::STATUS_REQUEST => found.status_request = true,
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP => {
                    found.signed_certificate_timestamp = Some(signed_certificate_timestamp::read(data)?);
                }
                ExtensionType::CLIENT_CERTIFICATE_TYPE => {
                    found.client_certificate_type = Some(certificate_type::read_selected(data)?);
                }
                ExtensionType::SERVER_CERTIFICATE_TYPE => {
                    found.server_certificate_type = Some(certificate_type::read_selected(data)?);
                }
                ExtensionType::ENCRYPT_THEN_MAC => found.encrypt_then_mac = true,
                ExtensionType::EXTENDED_MASTER_SECRET => found.extended_master_secret = true,
                ExtensionType::SESSION_TICKET => found.session_ticket = true,
                ExtensionType::RENEGOTIATION_INFO => found.renegotiation_info = Some(data.vec8()?),
                // Recognized, and nothing that is done here depends on it.
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Appends `extensions`.
    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        extensions::write(out, |out| {
            out.put(
                ExtensionType::SUPPORTED_VERSIONS,
                self.selected_version,
                |version, out| version.write(out),
            )?;
            out.put(ExtensionType::KEY_SHARE, self.key_share, |share, out| share.write(out))?;
            out.put(ExtensionType::PRE_SHARED_KEY, self.selected_identity, |index, out| {
                out.u16(index);
                Ok(())
            })?;
            out.put_empty(ExtensionType::SERVER_NAME, self.server_name)?;
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
            out.put(ExtensionType::EC_POINT_FORMATS, self.ec_point_formats, |list, out| {
                out.list8(list)
            })?;
            out.put(
                ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
                self.protocol_name,
                alpn::write_selected,
            )?;
            out.put_empty(ExtensionType::STATUS_REQUEST, self.status_request)?;
            out.put(
                ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP,
                self.signed_certificate_timestamp,
                |list, out| out.list16(list),
            )?;
            out.put(
                ExtensionType::CLIENT_CERTIFICATE_TYPE,
                self.client_certificate_type,
                certificate_type::write_selected,
            )?;
            out.put(
                ExtensionType::SERVER_CERTIFICATE_TYPE,
                self.server_certificate_type,
                certificate_type::write_selected,
            )?;
            out.put_empty(ExtensionType::ENCRYPT_THEN_MAC, self.encrypt_then_mac)?;
            out.put_empty(ExtensionType::EXTENDED_MASTER_SECRET, self.extended_master_secret)?;
            out.put_empty(ExtensionType::SESSION_TICKET, self.session_ticket)?;
            out.put(
                ExtensionType::RENEGOTIATION_INFO,
                self.renegotiation_info,
                |data, out| out.opaque8(data),
            )
        })?;
        Ok(())
    }
}

/// A ServerHello whose `random` is [`HELLO_RETRY_REQUEST_RANDOM`]: the client is to send its ClientHello once more (RFC 8446
/// section 4.1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelloRetryRequest<'a> {
    /// 0x0303
    pub legacy_version: ProtocolVersion,
    /// The client's `legacy_session_id`.
    pub legacy_session_id_echo: &'a [u8],
    /// The suite that will be taken.
    pub cipher_suite: CipherSuite,
    /// What the client is to change.
    pub extensions: HelloRetryRequestExtensions<'a>,
}

impl HelloRetryRequest<'_> {
    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::SERVER_HELLO, out, |body| {
            let random = HELLO_RETRY_REQUEST_RANDOM;
            write_head(
                self.legacy_version,
                random,
                self.legacy_session_id_echo,
                self.cipher_suite,
                body,
            )?;
            self.extensions.write(body)
        })
    }
}

/// The extensions of a HelloRetryRequest. They are written in the order of the fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HelloRetryRequestExtensions<'a> {
    /// `supported_versions`: the version that will be taken.
    pub selected_version: Option<ProtocolVersion>,
    /// `key_share`: the group that a share is wanted of.
    pub selected_group: Option<NamedGroup>,
    /// `cookie`, to be echoed.
    pub cookie: Option<&'a [u8]>,
}

impl<'a> HelloRetryRequestExtensions<'a> {
    /// Reads the content of `extensions`.
    fn read(block: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let mut found = Self::default();
        extensions::read_response(Place::HelloRetryRequest, offered, block, |extension_type, data| {
            match extension_type {
                ExtensionType::SUPPORTED_VERSIONS => found.selected_version = Some(ProtocolVersion::read(data)?),
                ExtensionType::KEY_SHARE => found.selected_group = Some(NamedGroup::read(data)?),
                ExtensionType::COOKIE => found.cookie = Some(cookie::read(data)?),
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Appends `extensions`.
    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        extensions::write(out, |out| {
            out.put(
                ExtensionType::SUPPORTED_VERSIONS,
                self.selected_version,
                |version, out| version.write(out),
            )?;
            out.put(ExtensionType::KEY_SHARE, self.selected_group, |group, out| {
                group.write(out)
            })?;
            out.put(ExtensionType::COOKIE, self.cookie, cookie::write)
        })?;
        Ok(())
    }
}

/// The fields before `extensions`.
fn write_head(
    legacy_version: ProtocolVersion,
    random: [u8; 32],
    legacy_session_id_echo: &[u8],
    cipher_suite: CipherSuite,
    body: &mut Encoder<'_>,
) -> Result<(), Error> {
    body.u16(legacy_version.0);
    body.bytes(&random);
    body.opaque8(legacy_session_id_echo)?;
    body.u16(cipher_suite.0);
    body.u8(CompressionMethod::NULL.0);
    Ok(())
}
