//! AES-XTS (IEEE 1619, NIST SP 800-38E), by the `xts-mode` crate.

use aes::cipher::KeyInit as _;
use aes::{Aes128, Aes256};
use xts_mode::Xts128;

use crate::crypto::Unspecified;

/// The two keys of XTS. Wiped when they are dropped.
pub struct XtsKey(Keys);

/// By length of each key.
#[expect(
    clippy::large_enum_variant,
    reason = "who keeps the keys keeps them behind a pointer"
)]
enum Keys {
    Aes128(Xts128<Aes128>),
    Aes256(Xts128<Aes256>),
}

impl XtsKey {
    /// `keys` is the data key, then the tweak key: 32 or 64 bytes together. Fails for other lengths.
    pub fn new(keys: &[u8]) -> Result<Self, Unspecified> {
        let (data, tweak) = keys.split_at_checked(keys.len() / 2).ok_or(Unspecified)?;
        let wrong = |_| Unspecified;
        Ok(Self(match keys.len() {
            32 => Keys::Aes128(Xts128::new(
                Aes128::new_from_slice(data).map_err(wrong)?,
                Aes128::new_from_slice(tweak).map_err(wrong)?,
            )),
            64 => Keys::Aes256(Xts128::new(
                Aes256::new_from_slice(data).map_err(wrong)?,
                Aes256::new_from_slice(tweak).map_err(wrong)?,
            )),
            _ => return Err(Unspecified),
        }))
    }

    /// Encrypts a data unit in place. `number` is the unit's, lowest byte first. Fails if the unit is shorter than a block.
    pub fn encrypt(&self, number: [u8; 16], unit: &mut [u8]) -> Result<(), Unspecified> {
        if unit.len() < 16 {
            return Err(Unspecified);
        }
        match &self.0 {
            Keys::Aes128(key) => key.encrypt_sector(unit, number.into()),
            Keys::Aes256(key) => key.encrypt_sector(unit, number.into()),
        }
        Ok(())
    }

    /// Decrypts a data unit; otherwise as [`XtsKey::encrypt`].
    pub fn decrypt(&self, number: [u8; 16], unit: &mut [u8]) -> Result<(), Unspecified> {
        if unit.len() < 16 {
            return Err(Unspecified);
        }
        match &self.0 {
            Keys::Aes128(key) => key.decrypt_sector(unit, number.into()),
            Keys::Aes256(key) => key.decrypt_sector(unit, number.into()),
        }
        Ok(())
    }
}

impl core::fmt::Debug for XtsKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("XtsKey")
    }
}
