//! GREASE (RFC 8701): values that mean nothing, sent so that peers do not unlearn to ignore what they do not know.

use std::borrow::Cow;

use crate::crypto::rand;
use crate::tls::{
    config::Config,
    error::Error,
    wire::codes::{CipherSuite, ExtensionType, NamedGroup, ProtocolVersion, PskKeyExchangeMode, SignatureScheme},
};

/// The values of one connection, drawn once: both ClientHellos have the same.
#[derive(Clone, Copy, Debug)]
pub struct Grease([u8; 8]);

impl Grease {
    /// Draws them.
    pub fn draw() -> Result<Self, Error> {
        let mut seed = [0; 8];
        rand::fill(&mut seed).map_err(|_| Error::NoRandom)?;
        Ok(Self(seed))
    }

    /// For `cipher_suites`.
    pub fn suite(self) -> CipherSuite {
        CipherSuite(wide(self.0[0]))
    }

    /// For `supported_groups` and `key_share`, the same in both.
    pub fn group(self) -> NamedGroup {
        NamedGroup(wide(self.0[1]))
    }

    /// For `supported_versions`.
    pub fn version(self) -> ProtocolVersion {
        ProtocolVersion(wide(self.0[2]))
    }

    /// For `signature_algorithms`.
    pub fn signature_scheme(self) -> SignatureScheme {
        SignatureScheme(wide(self.0[3]))
    }

    /// For `application_layer_protocol_negotiation`.
    pub fn protocol(self) -> [u8; 2] {
        wide(self.0[4]).to_be_bytes()
    }

    /// For `psk_key_exchange_modes`. RFC 8701 section 2: 0x0B, 0x2A, 0x49 and so on to 0xE4.
    pub fn mode(self) -> PskKeyExchangeMode {
        PskKeyExchangeMode(0x0b_u8.wrapping_add((self.0[5] & 7).wrapping_mul(0x1f)))
    }

    /// Two extensions, which differ.
    pub fn extensions(self) -> [ExtensionType; 2] {
        let (first, step) = (self.0[6] & 0xf, self.0[7] % 15);
        let second = first.wrapping_add(step).wrapping_add(1);
        [ExtensionType(wide(first)), ExtensionType(wide(second))]
    }
}

/// Server: an extension for a message in which a client has to ignore what it does not know (RFC 8701 section 4), if the
/// configuration wants it.
pub fn extension(config: &Config) -> Result<Option<ExtensionType>, Error> {
    let draw = || Grease::draw().map(|grease| grease.extensions()[0]);
    config.grease.then(draw).transpose()
}

/// RFC 8701 section 2: 0x0A0A, 0x1A1A and so on to 0xFAFA.
fn wide(number: u8) -> u16 {
    let byte = (number << 4) | 0x0a;
    u16::from_be_bytes([byte, byte])
}

/// The list with a value in front of it, if there is one.
pub fn before<T: Clone>(value: Option<T>, list: &[T]) -> Cow<'_, [T]> {
    // A list that is empty is not sent, and so has nothing to hide among.
    match value.filter(|_| !list.is_empty()) {
        Some(value) => core::iter::once(value).chain(list.iter().cloned()).collect(),
        None => Cow::Borrowed(list),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_one_that_the_rfc_reserves() {
        let reserved = |value: u16| {
            let [high, low] = value.to_be_bytes();
            high == low && low & 0xf == 0xa
        };
        let modes = [0x0b, 0x2a, 0x49, 0x68, 0x87, 0xa6, 0xc5, 0xe4];
        for seed in 0..=u8::MAX {
            for step in [0, 1, 14, 15, 255] {
                let grease = Grease([seed, seed, seed, seed, seed, seed, seed, step]);
                let [first, second] = grease.extensions();
                assert!(first != second, "{seed} {step}");
                let [a, b] = grease.protocol();
                let wide = [
                    grease.suite().0,
                    grease.group().0,
                    grease.version().0,
                    grease.signature_scheme().0,
                    u16::from_be_bytes([a, b]),
                    first.0,
                    second.0,
                ];
                assert!(wide.into_iter().all(reserved), "{wide:x?}");
                assert!(modes.contains(&grease.mode().0));
            }
        }
    }
}
