//! `psa/crypto.h`: the curves of elliptic curve keys.

use super::types::{psa_ecc_family_t, psa_status_t};
use super::values::*;
use crate::crypto::ec::Curve;
use crate::crypto::ec::{montgomery, weierstrass};
use crate::crypto::{Unspecified, rand};
use zeroize::Zeroizing;

/// A curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyCurve {
    /// In short Weierstrass form: private keys are big-endian scalars, public ones uncompressed points of SEC 1.
    Short(Curve),
    /// Curve25519: keys are the strings of RFC 7748.
    X25519,
    /// Curve448: keys are the strings of RFC 7748.
    X448,
}

impl KeyCurve {
    /// The curve of a family and a length, if there is one.
    pub(super) const fn of(family: psa_ecc_family_t, bits: usize) -> Option<Self> {
        Some(match (family, bits) {
            (PSA_ECC_FAMILY_SECP_R1, 256) => Self::Short(Curve::P256),
            (PSA_ECC_FAMILY_SECP_R1, 384) => Self::Short(Curve::P384),
            (PSA_ECC_FAMILY_SECP_R1, 521) => Self::Short(Curve::P521),
            (PSA_ECC_FAMILY_SECP_K1, 256) => Self::Short(Curve::Secp256k1),
            (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 256) => Self::Short(Curve::BrainpoolP256r1),
            (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 384) => Self::Short(Curve::BrainpoolP384r1),
            (PSA_ECC_FAMILY_MONTGOMERY, 255) => Self::X25519,
            (PSA_ECC_FAMILY_MONTGOMERY, 448) => Self::X448,
            _ => return None,
        })
    }

    /// Length of a private key, a coordinate and a shared secret, in bytes.
    pub(super) const fn len(self) -> usize {
        match self {
            Self::Short(curve) => curve.field_len(),
            Self::X25519 => 32,
            Self::X448 => 56,
        }
    }

    /// The curve as `crypto::sign` names it, if ECDSA goes with it.
    pub(super) const fn signing(self) -> Option<Curve> {
        match self {
            Self::Short(curve) => Some(curve),
            Self::X25519 | Self::X448 => None,
        }
    }

    /// A fresh private key. Fails without randomness.
    pub(super) fn generate(self) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
        let Self::Short(curve) = self else {
            let mut key = Zeroizing::new(vec![0; self.len()]);
            rand::fill(&mut key)?;
            self.clamp(&mut key);
            return Ok(key);
        };
        weierstrass::generate(curve)
    }

    /// Sets the bits of a private key that RFC 7748 section 5 sets; other curves' keys stay as they are.
    pub(super) fn clamp(self, key: &mut [u8]) {
        let (low, kept, high) = match self {
            Self::Short(_) => return,
            Self::X25519 => (0xf8, 0x7f, 0x40),
            Self::X448 => (0xfc, 0xff, 0x80),
        };
        if let [first, .., last] = key {
            *first &= low;
            *last = *last & kept | high;
        }
    }

    /// Fails unless `private` is a private key of the curve.
    pub(super) fn check_private(self, private: &[u8]) -> Result<(), Unspecified> {
        let fits = match self {
            Self::Short(curve) => weierstrass::is_private(curve, private),
            Self::X25519 | Self::X448 => private.len() == self.len(),
        };
        fits.then_some(()).ok_or(Unspecified)
    }

    /// Fails unless `public` is a public key of the curve.
    pub(super) fn check_public(self, public: &[u8]) -> Result<(), Unspecified> {
        let fits = match self {
            Self::Short(curve) => weierstrass::is_on_curve(curve, public),
            // Points of low order give nothing whatever they are multiplied with.
            Self::X25519 | Self::X448 => {
                let product = self.multiply(&vec![0; self.len()], public)?;
                product.iter().any(|byte| *byte != 0)
            }
        };
        fits.then_some(()).ok_or(Unspecified)
    }

    /// The public key of a private one.
    pub(super) fn public_key(self, private: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let base: &[u8] = match self {
            Self::Short(curve) => return weierstrass::public_point(curve, private),
            Self::X25519 => &[9],
            Self::X448 => &[5],
        };
        let mut coordinate = base.to_vec();
        coordinate.resize(self.len(), 0);
        Ok(self.multiply(private, &coordinate)?.to_vec())
    }

    /// The shared secret of a private key and a peer's public key (SEC 1 section 3.3.1, RFC 7748 section 6).
    ///
    /// Errors: INVALID_ARGUMENT for what is no public key of the curve, and where the result is all zero.
    pub(super) fn agree(self, private: &[u8], peer: &[u8]) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
        self.check_public(peer).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        let shared = self.multiply(private, peer).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        if shared.iter().fold(0, |or, byte| or | byte) == 0 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        Ok(shared)
    }

    /// A private key times a point: the X coordinate.
    fn multiply(self, private: &[u8], point: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
        Ok(Zeroizing::new(match self {
            Self::Short(curve) => {
                let product = weierstrass::multiply(curve, private, point)?;
                product.get(1..=self.len()).ok_or(Unspecified)?.to_vec()
            }
            Self::X25519 => montgomery::x25519(
                &Zeroizing::new(private.try_into().map_err(|_| Unspecified)?),
                point.try_into().map_err(|_| Unspecified)?,
            )
            .to_vec(),
            Self::X448 => montgomery::x448(
                &Zeroizing::new(private.try_into().map_err(|_| Unspecified)?),
                point.try_into().map_err(|_| Unspecified)?,
            )
            .to_vec(),
        }))
    }
}
