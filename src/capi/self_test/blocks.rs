//! Known answers of block ciphers in their modes.

use super::{hex, say, told};
use crate::crypto::Unspecified;
use crate::crypto::cipher::{BlockAlgorithm, BlockKey, XtsKey};
use core::ffi::c_int;

/// A mode.
#[derive(Clone, Copy)]
pub(in crate::capi) enum How {
    Ecb,
    Cbc,
    /// With segments of a block.
    Cfb,
    Ofb,
    Ctr,
    /// The key is both keys, the initialization vector the number of the data unit.
    Xts,
}

/// A known answer; bytes are in hexadecimal.
pub(in crate::capi) struct Known {
    /// What starts its lines.
    pub(super) line: &'static str,
    pub(super) how: How,
    pub(super) algorithm: BlockAlgorithm,
    pub(super) key: &'static str,
    /// Initialization vector or first counter; empty for ECB.
    pub(super) iv: &'static str,
    pub(super) plaintext: &'static str,
    pub(super) ciphertext: &'static str,
}

/// Goes through the sections until an answer is wrong, saying "  NAME (enc): passed" of each and an empty line after each
/// section. `directions` is what is done with each answer, in this order: true is encryption. Returns 0, or 1 if an answer
/// was wrong.
pub(super) fn run(verbose: c_int, directions: [bool; 2], sections: &[&[Known]]) -> c_int {
    for section in sections {
        for known in *section {
            for encrypt in directions {
                let line = format!("  {} ({}): ", known.line, if encrypt { "enc" } else { "dec" });
                if !told(verbose, &line, passes(known, encrypt)) {
                    return 1;
                }
            }
        }
        say(verbose, "\n");
    }
    0
}

/// Whether an answer is right, in one direction.
fn passes(known: &Known, encrypt: bool) -> bool {
    let (from, to) = match encrypt {
        true => (known.plaintext, known.ciphertext),
        false => (known.ciphertext, known.plaintext),
    };
    let mut data = hex(from);
    compute(known, encrypt, &mut data).is_ok() && data == hex(to)
}

/// Encrypts or decrypts `data` in place.
fn compute(known: &Known, encrypt: bool, data: &mut [u8]) -> Result<(), Unspecified> {
    let mut iv = hex(known.iv);
    let mut used = 0;
    if matches!(known.how, How::Xts) {
        let key = XtsKey::new(&hex(known.key))?;
        let unit = iv.try_into().map_err(|_| Unspecified)?;
        return if encrypt {
            key.encrypt(unit, data)
        } else {
            key.decrypt(unit, data)
        };
    }
    let key = BlockKey::new(known.algorithm, &hex(known.key))?;
    match (known.how, encrypt) {
        (How::Ecb, true) => key.encrypt_blocks(data),
        (How::Ecb, false) => key.decrypt_blocks(data),
        (How::Cbc, true) => key.cbc_encrypt(&mut iv, data),
        (How::Cbc, false) => key.cbc_decrypt(&mut iv, data),
        (How::Cfb, true) => key.cfb_encrypt(&mut iv, &mut used, data),
        (How::Cfb, false) => key.cfb_decrypt(&mut iv, &mut used, data),
        (How::Ofb, _) => key.ofb(&mut iv, &mut used, data),
        (How::Ctr, _) => {
            let mut counter = iv.try_into().map_err(|_| Unspecified)?;
            key.ctr(&mut counter, &mut [0; 16], &mut used, data)
        }
        (How::Xts, _) => Err(Unspecified),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_answer_is_found() {
        let known = |how, ciphertext| Known {
            line: "AES",
            how,
            algorithm: BlockAlgorithm::Aes128,
            key: "000102030405060708090a0b0c0d0e0f",
            iv: "",
            plaintext: "00112233445566778899aabbccddeeff",
            ciphertext,
        };
        // FIPS 197, appendix C.1.
        let right = known(How::Ecb, "69c4e0d86a7b0430d8cdb78070b4c55a");
        let wrong = known(How::Ecb, "69c4e0d86a7b0430d8cdb78070b4c55b");
        let impossible = known(How::Cbc, "69c4e0d86a7b0430d8cdb78070b4c55a");
        assert!(passes(&right, true) && passes(&right, false));
        assert!(!passes(&wrong, true) && !passes(&wrong, false));
        assert!(!passes(&impossible, true) && !passes(&impossible, false));
        assert_eq!(run(0, [true, false], &[&[right]]), 0);
        assert_eq!(run(0, [true, false], &[&[wrong]]), 1);
    }
}
