//! HMAC_DRBG (NIST SP 800-90A revision 1, section 10.1.2): a generator whose output depends on its seed alone.
//!
//! Composed of [`HmacKey`], as HKDF is: RustCrypto's is inside `rfc6979`, which does not give it out, and no kept crate has
//! one for any digest. For randomness of our own there is `rand`.

use zeroize::Zeroize as _;

use super::hash::{Digest, HashAlgorithm, HmacKey};

/// The working state of section 10.1.2.1: Key and V.
#[derive(Clone)]
pub struct HmacDrbg {
    key: HmacKey,
    v: Digest,
}

impl HmacDrbg {
    /// Instantiates (section 10.1.2.3) with entropy, nonce and personalization string, one behind the other.
    pub fn new(algorithm: HashAlgorithm, seed: &[u8]) -> Self {
        const ZEROS: [u8; 64] = [0; 64];
        const ONES: [u8; 64] = [1; 64];
        let len = algorithm.output_len();
        let mut drbg = Self {
            key: HmacKey::new(algorithm, ZEROS.get(..len).unwrap_or(&ZEROS)),
            v: Digest::new(ONES.get(..len).unwrap_or(&ONES)),
        };
        drbg.update(seed);
        drbg
    }

    /// Works bytes into the state (section 10.1.2.2); reseeding (10.1.2.4) is the same, with entropy and additional input one
    /// behind the other.
    pub fn update(&mut self, data: &[u8]) {
        let rounds: &[u8] = if data.is_empty() { &[0] } else { &[0, 1] };
        for round in rounds {
            let mut key = self.key.sign(&[self.v.as_ref(), &[*round], data]);
            self.key = HmacKey::new(self.key.algorithm(), key.as_ref());
            key.zeroize();
            self.v = self.key.sign_whole(self.v.as_ref());
        }
    }

    /// Fills `out` (section 10.1.2.5, steps 4 to 6), mixing `additional` in before (step 2) and after. How much may be asked
    /// for, and when to reseed, is the caller's.
    pub fn generate(&mut self, out: &mut [u8], additional: &[u8]) {
        if !additional.is_empty() {
            self.update(additional);
        }
        for chunk in out.chunks_mut(self.v.as_ref().len()) {
            self.v = self.key.sign_whole(self.v.as_ref());
            for (to, from) in chunk.iter_mut().zip(self.v.as_ref()) {
                *to = *from;
            }
        }
        self.update(additional);
    }
}

impl Drop for HmacDrbg {
    fn drop(&mut self) {
        self.v.zeroize();
    }
}

impl core::fmt::Debug for HmacDrbg {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("HmacDrbg(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The generator inside RFC 6979: with the key and the hash of appendix A.1 for K-163 as its seed.
    #[test]
    fn the_first_bytes_of_rfc6979() {
        let seed = [
            0x00, 0x9a, 0x4d, 0x67, 0x92, 0x29, 0x5a, 0x7f, 0x73, 0x0f, 0xc3, 0xf2, 0xb4, 0x9c, 0xbc, 0x0f, 0x62, 0xe8,
            0x62, 0x27, 0x2f, 0x01, 0x79, 0x5e, 0xdf, 0x0d, 0x54, 0xdb, 0x76, 0x0f, 0x15, 0x6d, 0x0d, 0xac, 0x04, 0xc0,
            0x32, 0x2b, 0x3a, 0x20, 0x42, 0x24,
        ];
        let mut out = [0; 21];
        HmacDrbg::new(HashAlgorithm::Sha256, &seed).generate(&mut out, &[]);
        let expected = [
            0x93, 0x05, 0xa4, 0x6d, 0xe7, 0xff, 0x8e, 0xb1, 0x07, 0x19, 0x4d, 0xeb, 0xd3, 0xfd, 0x48, 0xaa, 0x20, 0xd5,
            0xe7, 0x65, 0x6c,
        ];
        assert_eq!(out, expected);
    }

    #[test]
    fn what_goes_in_changes_what_comes_out() {
        let draw = |additional: &[u8], more: &[u8]| {
            let mut drbg = HmacDrbg::new(HashAlgorithm::Sha512, b"seed");
            drbg.update(more);
            let mut out = [[0; 100]; 2];
            out.iter_mut().for_each(|out| drbg.generate(out, additional));
            out
        };
        let [first, second] = draw(b"", b"");
        assert_ne!(first, second);
        assert_eq!(draw(b"", b""), [first, second]);
        assert_ne!(draw(b"x", b"")[0], first);
        assert_ne!(draw(b"", b"x")[0], first);
    }
}
