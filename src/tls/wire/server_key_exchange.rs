//! ServerKeyExchange of TLS 1.2 (RFC 8422 section 5.4, RFC 4279 section 2, RFC 5489 section 2).

use super::codec::{Decoder, Encoder, Item, non_empty};
use super::codes::{ECCurveType, HandshakeType, NamedGroup, SignatureScheme};
use super::handshake;
use crate::tls::error::Error;

/// The server's share of a named curve.
///
/// ```text
/// struct {
///     ECCurveType    curve_type;
///     select (curve_type) {
///         case named_curve: NamedCurve namedcurve;
///     };
/// } ECParameters;
///
/// struct {
///     ECParameters    curve_params;
///     ECPoint         public;
/// } ServerECDHParams;
///
/// struct { opaque point <1..2^8-1>; } ECPoint;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerEcdhParams<'a> {
    /// `namedcurve`
    pub group: NamedGroup,
    /// `public`
    pub public: &'a [u8],
}

impl<'a> ServerEcdhParams<'a> {
    fn read(input: &mut Decoder<'a>) -> Result<Self, Error> {
        // Explicit curves are not allowed (RFC 8422 section 5.4).
        if ECCurveType(input.u8()?) != ECCurveType::NAMED_CURVE {
            return Err(Error::IllegalParameter);
        }
        Ok(Self {
            group: NamedGroup(input.u16()?),
            public: non_empty(input.vec8()?)?,
        })
    }

    fn write(&self, out: &mut Encoder<'_>) -> Result<(), Error> {
        out.u8(ECCurveType::NAMED_CURVE.0);
        out.u16(self.group.0);
        out.opaque8(self.public)
    }

    /// What is signed after the two randoms.
    pub fn to_bytes(self) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        self.write(&mut Encoder::new(&mut out))?;
        Ok(out)
    }
}

/// Which parts a ServerKeyExchange has, by the suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// There is a `psk_identity_hint` before all else.
    pub hint: bool,
    /// There is a share.
    pub share: bool,
    /// The share is signed.
    pub signature: bool,
}

/// ```text
/// struct {
///     select (KeyExchangeAlgorithm) {
///         case ec_diffie_hellman:
///             ServerECDHParams    params;
///             Signature           signed_params;
///         case psk:
///             opaque psk_identity_hint<0..2^16-1>;
///         case ec_diffie_hellman_psk:
///             opaque psk_identity_hint<0..2^16-1>;
///             ServerECDHParams    params;
///     };
/// } ServerKeyExchange;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServerKeyExchange<'a> {
    /// `psk_identity_hint`
    pub hint: Option<&'a [u8]>,
    /// `params`
    pub params: Option<ServerEcdhParams<'a>>,
    /// `signed_params`: how it was made, and the signature (RFC 5246 section 4.7).
    pub signature: Option<(SignatureScheme, &'a [u8])>,
}

impl<'a> ServerKeyExchange<'a> {
    /// Reads the body of a message of this form.
    pub fn read(body: &'a [u8], form: Form) -> Result<Self, Error> {
        let mut input = Decoder::new(body);
        let message = Self {
            hint: form.hint.then(|| input.vec16()).transpose()?,
            params: form.share.then(|| ServerEcdhParams::read(&mut input)).transpose()?,
            signature: if form.signature {
                Some((SignatureScheme::read(&mut input)?, input.vec16()?))
            } else {
                None
            },
        };
        input.finish()?;
        Ok(message)
    }

    /// Appends the whole message.
    pub fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        handshake::write(HandshakeType::SERVER_KEY_EXCHANGE, out, |body| {
            if let Some(hint) = self.hint {
                body.opaque16(hint)?;
            }
            if let Some(params) = self.params {
                params.write(body)?;
            }
            if let Some((scheme, signature)) = self.signature {
                scheme.write(body)?;
                body.opaque16(signature)?;
            }
            Ok(())
        })
    }
}
