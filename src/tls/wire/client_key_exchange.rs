//! ClientKeyExchange of TLS 1.2 (RFC 8422 section 5.7, RFC 4279 section 2, RFC 5489 section 2).

use super::codec::{Decoder, non_empty};
use super::codes::HandshakeType;
use super::handshake;
use crate::tls::error::Error;

/// Which parts a ClientKeyExchange has, by the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// There is a `psk_identity`.
    pub identity: bool,
    /// There is a share.
    pub share: bool,
}

/// ```text
/// struct {
///     select (KeyExchangeAlgorithm) {
///         case ec_diffie_hellman:
///             ClientECDiffieHellmanPublic;      opaque point <1..2^8-1>
///         case psk:
///             opaque psk_identity<0..2^16-1>;
///         case ec_diffie_hellman_psk:
///             opaque psk_identity<0..2^16-1>;
///             ClientECDiffieHellmanPublic;
///     };
/// } ClientKeyExchange;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientKeyExchange<'a> {
    /// `psk_identity`
    pub identity: Option<&'a [u8]>,
    /// The client's share.
    pub public: Option<&'a [u8]>,
}

impl<'a> ClientKeyExchange<'a> {
    /// Reads the body of a message of this form.
    pub fn read(body: &'a [u8], form: Form) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            identity: form.identity.then(|| input.vec16()).transpose()?,
            public: if form.share {
                Some(non_empty(input.vec8()?)?)
            } else {
                None
            },
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::CLIENT_KEY_EXCHANGE, out, |body| {
            if let Some(identity) = self.identity {
                body.opaque16(identity)?;
            }
            if let Some(public) = self.public {
                body.opaque8(public)?;
            }
            Ok(())
        })
    }
}
