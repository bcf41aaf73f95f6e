//! What a client offers: its ClientHello, kept so that the answers can be held against it and a second one written.

use super::certificate;
use super::shares::Shares;
use crate::crypto::rand;
use crate::tls::{
    config::{Config, Options},
    error::Error,
    suites,
    wire::{
        client_hello::{ClientHello, ClientHelloExtensions, MAX_SESSION_ID_LEN},
        codec::List,
        codes::{CipherSuite, CompressionMethod, NamedGroup, ProtocolVersion},
        extensions::{
            ExtensionSet, application_layer_protocol_negotiation::ProtocolName,
            certificate_authorities::DistinguishedName,
        },
    },
};

/// Everything in a ClientHello that is not the configuration's.
pub struct Offer {
    /// `random`
    pub random: [u8; 32],
    /// `legacy_session_id`; empty without middlebox compatibility.
    pub legacy_session_id: Vec<u8>,
    /// `cipher_suites`
    pub suites: Vec<CipherSuite>,
    /// `supported_groups`
    pub groups: Vec<NamedGroup>,
    /// `key_share`
    pub shares: Shares,
    /// `cookie`, as a HelloRetryRequest gave it.
    pub cookie: Option<Vec<u8>>,
}

impl Offer {
    /// Makes the randoms and the key share. `BadInput` if the configuration leaves nothing to offer.
    pub fn prepare(config: &Config) -> Result<Self, Error> {
        let version = ProtocolVersion::TLS1_3;
        if !(config.min_version..=config.max_version).contains(&version) || config.signature_schemes.is_empty() {
            return Err(Error::BadInput);
        }
        let suites: Vec<_> = config
            .suites
            .iter()
            .copied()
            .filter(|id| suites::suite(*id).is_some())
            .collect();
        let groups: Vec<_> = config
            .groups
            .iter()
            .copied()
            .filter(|id| suites::group(*id).is_some())
            .collect();
        if suites.is_empty() || groups.is_empty() {
            return Err(Error::BadInput);
        }
        let mut random = [0; 32];
        rand::fill(&mut random).map_err(|_| Error::NoRandom)?;
        let mut legacy_session_id = Vec::new();
        // RFC 8446 section 4.1.2: "In compatibility mode (see Appendix D.4), this field MUST be non-empty, so a client not
        // offering a pre-TLS 1.3 session MUST generate a new 32-byte value." "Otherwise, it MUST be set as a zero-length
        // vector".
        if config.middlebox_compatibility {
            legacy_session_id.resize(MAX_SESSION_ID_LEN, 0);
            rand::fill(&mut legacy_session_id).map_err(|_| Error::NoRandom)?;
        }
        Ok(Self {
            random,
            legacy_session_id,
            suites,
            shares: Shares::of_first(&groups)?,
            groups,
            cookie: None,
        })
    }

    /// Changes what a HelloRetryRequest asks to be changed, and nothing else.
    pub fn retry(mut self, group: Option<NamedGroup>, cookie: Option<&[u8]>) -> Result<Self, Error> {
        if let Some(group) = group {
            self.shares = Shares::of_one(group)?;
        }
        self.cookie = cookie.map(<[u8]>::to_vec);
        Ok(self)
    }

    /// Appends the ClientHello and says which extensions it has.
    pub fn write(&self, config: &Config, options: &Options, out: &mut Vec<u8>) -> Result<ExtensionSet, Error> {
        let protocols: Vec<_> = config.alpn_protocols.iter().map(|name| ProtocolName(name)).collect();
        let authorities: Vec<_> = config.authorities.iter().map(|name| DistinguishedName(name)).collect();
        let shares = self.shares.entries();
        let certificate_schemes = &config.certificate_signature_schemes;
        let hello = ClientHello {
            legacy_version: ProtocolVersion::TLS1_2,
            random: self.random,
            legacy_session_id: &self.legacy_session_id,
            cipher_suites: List::from(&self.suites),
            legacy_compression_methods: List::from(&[CompressionMethod::NULL]),
            extensions: ClientHelloExtensions {
                server_name: options.server_name.as_deref(),
                max_fragment_length: config.max_fragment_length,
                record_size_limit: config.record_size_limit,
                supported_groups: Some(List::from(&self.groups)),
                signature_algorithms: Some(List::from(&config.signature_schemes)),
                signature_algorithms_cert: (!certificate_schemes.is_empty()).then(|| List::from(certificate_schemes)),
                protocol_name_list: (!protocols.is_empty()).then(|| List::from(&protocols)),
                supported_versions: Some(List::from(&[ProtocolVersion::TLS1_3])),
                cookie: self.cookie.as_deref(),
                certificate_authorities: (!authorities.is_empty()).then(|| List::from(&authorities)),
                key_share: Some(List::from(&shares)),
                ..certificate::offer(&config.certificates)
            },
        };
        hello.write(out)
    }
}
