//! EncryptedExtensions (RFC 8446 section 4.3.1).

use super::codec::{Decoder, List};
use super::codes::{CertificateType, ExtensionType, HandshakeType, MaxFragmentLength, NamedGroup};
use super::extensions::{
    self, ExtensionSet, Place,
    application_layer_protocol_negotiation::{self as alpn, ProtocolName},
    certificate_type, max_fragment_length, record_size_limit, supported_groups,
};
use super::handshake;
use crate::tls::error::Error;

/// ```text
/// struct {
///     Extension extensions<0..2^16-1>;
/// } EncryptedExtensions;
/// ```
/// They are written in the order of the fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EncryptedExtensions<'a> {
    /// `server_name` was used.
    pub server_name: bool,
    /// `max_fragment_length`
    pub max_fragment_length: Option<MaxFragmentLength>,
    /// `record_size_limit`: the largest record that the server wants to get, in bytes.
    pub record_size_limit: Option<u16>,
    /// `supported_groups`: what the server prefers, for later connections.
    pub supported_groups: Option<List<'a, NamedGroup>>,
    /// `application_layer_protocol_negotiation`: the protocol taken.
    pub protocol_name: Option<ProtocolName<'a>>,
    /// `client_certificate_type`: what the client is to present, if it is asked.
    pub client_certificate_type: Option<CertificateType>,
    /// `server_certificate_type`: what the server presents.
    pub server_certificate_type: Option<CertificateType>,
    /// `early_data` is accepted.
    pub early_data: bool,
}

impl<'a> EncryptedExtensions<'a> {
    /// Reads the body of a message that answers a ClientHello with the extensions `offered`.
    ///
    /// # Errors
    /// Those of [`extensions::read_response`].
    pub fn read(body: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let block = input.vec16()?;
        input.finish()?;
        let mut found = Self::default();
        extensions::read_response(Place::EncryptedExtensions, offered, block, |extension_type, data| {
            match extension_type {
                ExtensionType::SERVER_NAME => found.server_name = true,
                ExtensionType::MAX_FRAGMENT_LENGTH => {
                    found.max_fragment_length = Some(max_fragment_length::read(data)?);
                }
                ExtensionType::RECORD_SIZE_LIMIT => found.record_size_limit = Some(record_size_limit::read(data)?),
                ExtensionType::SUPPORTED_GROUPS => found.supported_groups = Some(supported_groups::read(data)?),
                ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION => {
                    found.protocol_name = Some(alpn::read_selected(data)?);
                }
                ExtensionType::CLIENT_CERTIFICATE_TYPE => {
                    found.client_certificate_type = Some(certificate_type::read_selected(data)?);
                }
                ExtensionType::SERVER_CERTIFICATE_TYPE => {
                    found.server_certificate_type = Some(certificate_type::read_selected(data)?);
                }
                ExtensionType::EARLY_DATA => found.early_data = true,
                // Recognized, and nothing that is done here depends on it.
                _ => _ = data.rest(),
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::ENCRYPTED_EXTENSIONS, out, |body| {
            extensions::write(body, |out| {
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
                out.put(ExtensionType::SUPPORTED_GROUPS, self.supported_groups, |list, out| {
                    out.list16(list)
                })?;
                out.put(
                    ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION,
                    self.protocol_name,
                    alpn::write_selected,
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
                out.put_empty(ExtensionType::EARLY_DATA, self.early_data)
            })?;
            Ok(())
        })
    }
}
