//! ML-KEM (FIPS 203) by libcrux.

use libcrux_ml_kem::{MlKemPrivateKey, mlkem768, mlkem1024};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::Unspecified;
use crate::crypto::rand;

/// A parameter set (FIPS 203 section 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParameterSet {
    /// Security category 3.
    MlKem768,
    /// Security category 5.
    MlKem1024,
}

impl ParameterSet {
    /// Length in bytes of an encapsulation key.
    pub(super) const fn encapsulation_key_len(self) -> usize {
        match self {
            Self::MlKem768 => mlkem768::MlKem768PublicKey::len(),
            Self::MlKem1024 => mlkem1024::MlKem1024PublicKey::len(),
        }
    }

    /// Length in bytes of a ciphertext.
    pub(super) const fn ciphertext_len(self) -> usize {
        match self {
            Self::MlKem768 => mlkem768::MlKem768Ciphertext::len(),
            Self::MlKem1024 => mlkem1024::MlKem1024Ciphertext::len(),
        }
    }
}

/// A shared secret.
pub(super) type Secret = Zeroizing<[u8; libcrux_ml_kem::SHARED_SECRET_SIZE]>;

/// A decapsulation key with its encapsulation key. Used up by [`DecapsulationKey::decapsulate`].
pub(super) struct DecapsulationKey {
    private: Private,
    encapsulation_key: Box<[u8]>,
}

/// The private key by its parameter set.
enum Private {
    MlKem768(Box<Wiped<{ mlkem768::MlKem768PrivateKey::len() }>>),
    MlKem1024(Box<Wiped<{ mlkem1024::MlKem1024PrivateKey::len() }>>),
}

impl DecapsulationKey {
    /// `ML-KEM.KeyGen` (FIPS 203 section 7.1). Fails without randomness.
    pub(super) fn generate(set: ParameterSet) -> Result<Self, Unspecified> {
        let mut seed = Zeroizing::new([0; libcrux_ml_kem::KEY_GENERATION_SEED_SIZE]);
        rand::fill(seed.as_mut())?;
        Ok(match set {
            ParameterSet::MlKem768 => {
                let (private, public) = mlkem768::generate_key_pair(*seed).into_parts();
                Self {
                    private: Private::MlKem768(Box::new(Wiped(private))),
                    encapsulation_key: public.as_ref().into(),
                }
            }
            ParameterSet::MlKem1024 => {
                let (private, public) = mlkem1024::generate_key_pair(*seed).into_parts();
                Self {
                    private: Private::MlKem1024(Box::new(Wiped(private))),
                    encapsulation_key: public.as_ref().into(),
                }
            }
        })
    }

    /// The encapsulation key, encoded.
    pub(super) fn encapsulation_key(&self) -> &[u8] {
        &self.encapsulation_key
    }

    /// `ML-KEM.Decaps` (FIPS 203 section 7.3). Fails on a ciphertext of the wrong length; one that is forged gives a
    /// secret that nobody else has. The key is our own, so that its hash needs no check.
    pub(super) fn decapsulate(self, ciphertext: &[u8]) -> Result<Secret, Unspecified> {
        Ok(Zeroizing::new(match self.private {
            Private::MlKem768(key) => {
                let ciphertext = ciphertext.try_into().map_err(|_| Unspecified)?;
                mlkem768::decapsulate(&key.0, &ciphertext)
            }
            Private::MlKem1024(key) => {
                let ciphertext = ciphertext.try_into().map_err(|_| Unspecified)?;
                mlkem1024::decapsulate(&key.0, &ciphertext)
            }
        }))
    }
}

/// The randomness of one encapsulation.
pub(super) struct Encapsulation {
    set: ParameterSet,
    randomness: Zeroizing<[u8; libcrux_ml_kem::ENCAPS_SEED_SIZE]>,
}

impl Encapsulation {
    /// Fresh randomness. Fails if there is none.
    pub(super) fn generate(set: ParameterSet) -> Result<Self, Unspecified> {
        let mut randomness = Zeroizing::new([0; libcrux_ml_kem::ENCAPS_SEED_SIZE]);
        rand::fill(randomness.as_mut())?;
        Ok(Self { set, randomness })
    }

    /// `ML-KEM.Encaps` (FIPS 203 section 7.2): a ciphertext and the secret in it. Fails on a key of the wrong length and
    /// on one that has a coefficient outside of the field (the modulus check of that section).
    pub(super) fn encapsulate(self, encapsulation_key: &[u8]) -> Result<(Vec<u8>, Secret), Unspecified> {
        Ok(match self.set {
            ParameterSet::MlKem768 => {
                let key = encapsulation_key.try_into().map_err(|_| Unspecified)?;
                if !mlkem768::validate_public_key(&key) {
                    return Err(Unspecified);
                }
                let (ciphertext, secret) = mlkem768::encapsulate(&key, *self.randomness);
                (ciphertext.as_ref().to_vec(), Zeroizing::new(secret))
            }
            ParameterSet::MlKem1024 => {
                let key = encapsulation_key.try_into().map_err(|_| Unspecified)?;
                if !mlkem1024::validate_public_key(&key) {
                    return Err(Unspecified);
                }
                let (ciphertext, secret) = mlkem1024::encapsulate(&key, *self.randomness);
                (ciphertext.as_ref().to_vec(), Zeroizing::new(secret))
            }
        })
    }
}

/// A private key that leaves nothing behind where it lies: libcrux does not wipe its keys.
struct Wiped<const LEN: usize>(MlKemPrivateKey<LEN>);

impl<const LEN: usize> Drop for Wiped<LEN> {
    fn drop(&mut self) {
        self.0 = MlKemPrivateKey::default();
        // Without it the compiler may leave out a write that nothing reads.
        zeroize::optimization_barrier(&self.0);
    }
}

impl<const LEN: usize> ZeroizeOnDrop for Wiped<LEN> {}
