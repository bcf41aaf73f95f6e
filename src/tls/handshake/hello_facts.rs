//! What a server keeps of a ClientHello while it asks the application about it.

use super::{Context, certificate::HelloWants, choose};
use crate::tls::{
    config::Config,
    connection::ClientHelloFacts,
    error::Error,
    wire::{
        client_hello::ClientHello,
        codes::{CipherSuite, NamedGroup, SignatureScheme},
        handshake::Header,
    },
};

/// What of the ClientHello the choice of a certificate and of a protocol needs.
pub struct HelloFacts {
    /// `server_name`
    pub server_name: Option<String>,
    /// ALPN names, the client's order.
    pub alpn_protocols: Vec<Vec<u8>>,
    /// `signature_algorithms`
    pub signature_schemes: Vec<SignatureScheme>,
    /// `signature_algorithms_cert`; empty if not sent.
    pub certificate_signature_schemes: Vec<SignatureScheme>,
    /// `supported_groups`
    pub groups: Vec<NamedGroup>,
    /// `cipher_suites`
    pub suites: Vec<CipherSuite>,
    /// `certificate_authorities`; empty if not sent.
    pub authorities: Vec<Vec<u8>>,
    /// What it says about certificates.
    pub certificates: HelloWants,
}

impl HelloFacts {
    /// Out of a ClientHello.
    ///
    /// # Errors
    /// Those of [`HelloWants::of`].
    pub fn of(config: &Config, hello: &ClientHello<'_>) -> Result<Self, Error> {
        let extensions = &hello.extensions;
        let protocols = extensions.protocol_name_list.unwrap_or_default();
        Ok(Self {
            server_name: extensions.server_name.map(str::to_owned),
            alpn_protocols: protocols.iter().map(|name| name.0.to_vec()).collect(),
            signature_schemes: extensions.signature_algorithms.unwrap_or_default().iter().collect(),
            certificate_signature_schemes: extensions
                .signature_algorithms_cert
                .unwrap_or_default()
                .iter()
                .collect(),
            groups: extensions.supported_groups.unwrap_or_default().iter().collect(),
            suites: hello.cipher_suites.iter().collect(),
            authorities: extensions
                .certificate_authorities
                .unwrap_or_default()
                .iter()
                .map(|name| name.0.to_vec())
                .collect(),
            certificates: HelloWants::of(config, hello)?,
        })
    }

    /// What the application is told of before it is asked: it may choose its certificate by the protocol (RFC 8737 wants that).
    pub fn choose_application(&self, cx: &mut Context<'_>) -> Result<(), Error> {
        let protocol = choose::choose_protocol(cx.config, &self.alpn_protocols)?;
        cx.negotiated.alpn_protocol = protocol.map(Into::into);
        cx.negotiated.server_name = self.server_name.as_deref().map(Into::into);
        Ok(())
    }

    /// As the application sees it.
    pub fn view(&self) -> ClientHelloFacts<'_> {
        ClientHelloFacts {
            server_name: self.server_name.as_deref(),
            alpn_protocols: &self.alpn_protocols,
            signature_schemes: &self.signature_schemes,
            certificate_signature_schemes: &self.certificate_signature_schemes,
            groups: &self.groups,
            suites: &self.suites,
            authorities: &self.authorities,
        }
    }
}

/// The ClientHello in a whole message, which was read once without an error.
pub fn reread(message: &[u8]) -> Result<ClientHello<'_>, Error> {
    ClientHello::read(message.get(Header::LEN..).ok_or(Error::Internal)?).map(super::server_name::heeded)
}
