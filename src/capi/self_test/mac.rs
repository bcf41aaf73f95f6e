//! Known answers of CMAC.

use super::{hex, say, told};
use crate::crypto::Unspecified;
use crate::crypto::cipher::{BlockAlgorithm, BlockKey, Cmac};
use core::ffi::c_int;

/// Examples with one key; bytes are in hexadecimal.
struct Example {
    /// What starts its lines.
    line: &'static str,
    algorithm: BlockAlgorithm,
    key: &'static str,
    /// For messages that end with a whole block, and for others.
    subkeys: [&'static str; 2],
    /// How much of [`MESSAGE`], and the MAC.
    messages: &'static [(usize, &'static str)],
}

/// Runs them all. `prf` is AES-CMAC-PRF-128. Returns 0, or 1 if one was wrong.
///
/// DEVIATION: 3.6.6 prints the names of the last three also if `verbose` is 0.
pub(in crate::capi) fn cmac(verbose: c_int, prf: impl Fn(&[u8], &[u8]) -> Option<[u8; 16]>) -> c_int {
    for example in CMAC {
        for (number, (len, mac)) in (1..).zip(example.messages) {
            let line = format!("  {} CMAC subkey #{number}: ", example.line);
            if !told(verbose, &line, subkey_is_right(example, *len, &hex(mac)) == Ok(true)) {
                return 1;
            }
        }
        for (number, (len, expected)) in (1..).zip(example.messages) {
            let line = format!("  {} CMAC #{number}: ", example.line);
            if !told(verbose, &line, mac(example, *len).is_ok_and(|mac| mac == hex(expected))) {
                return 1;
            }
        }
    }
    let message: Vec<u8> = (0..20).collect();
    for (number, (key, expected)) in PRF.iter().enumerate() {
        let line = format!("  AES CMAC 128 PRF #{number}: ");
        let made = prf(&hex(key), &message);
        if !told(verbose, &line, made.is_some_and(|made| made.to_vec() == hex(expected))) {
            return 1;
        }
    }
    say(verbose, "\n");
    0
}

/// The MAC of the first `len` bytes of [`MESSAGE`].
fn mac(example: &Example, len: usize) -> Result<Vec<u8>, Unspecified> {
    let mut state = Cmac::new(example.algorithm, &hex(example.key))?;
    state.update(hex(MESSAGE).get(..len).ok_or(Unspecified)?);
    let mac = state.finish();
    Ok(mac.iter().take(example.algorithm.block_len()).copied().collect())
}

/// Whether our MAC of the first `len` bytes of [`MESSAGE`] was made with the right subkey, which is what is left of the
/// last block that was encrypted without what is known of it: the block before, encrypted, and the end of the message.
/// Fails if nothing could be computed.
fn subkey_is_right(example: &Example, len: usize, expected: &[u8]) -> Result<bool, Unspecified> {
    let block_len = example.algorithm.block_len();
    let message = hex(MESSAGE);
    let message = message.get(..len).ok_or(Unspecified)?;
    let before = len.saturating_sub(1) / block_len * block_len;
    let (start, end) = message.split_at_checked(before).ok_or(Unspecified)?;
    let key = BlockKey::new(example.algorithm, &hex(example.key))?;
    let mut chain = vec![0; block_len];
    key.cbc_encrypt(&mut chain, &mut start.to_vec())?;
    let whole = end.len() == block_len;
    let mut last = end.to_vec();
    if !whole {
        last.push(0x80);
        last.resize(block_len, 0);
    }
    let made = mac(example, len)?;
    let mut found = made.clone();
    key.decrypt_blocks(&mut found)?;
    for ((byte, chain), last) in found.iter_mut().zip(chain).zip(last) {
        *byte ^= chain ^ last;
    }
    let [of_whole, of_part] = example.subkeys;
    Ok(made == expected && found == hex(if whole { of_whole } else { of_part }))
}

/// The message of all examples.
const MESSAGE: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
                       30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

/// RFC 4615, section 4: keys and what comes of a message that counts from 0 to 19.
const PRF: &[(&str, &str)] = &[
    (
        "000102030405060708090a0b0c0d0e0fedcb",
        "84a348a4a45d235babfffc0d2b4da09a",
    ),
    ("000102030405060708090a0b0c0d0e0f", "980ae87b5f4c9c5214f5b6a8455e4c2d"),
    ("00010203040506070809", "290d9e112edb09ee141fcf64c0b72f3d"),
];

/// NIST SP 800-38B, appendix D: what starts the lines, cipher, key, both subkeys, lengths of the messages, their MACs.
const CMAC: &[Example] = &[
    Example {
        line: "AES 128",
        algorithm: BlockAlgorithm::Aes128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        subkeys: ["fbeed618357133667c85e08f7236a8de", "f7ddac306ae266ccf90bc11ee46d513b"],
        messages: &[
            (0, "bb1d6929e95937287fa37d129b756746"),
            (16, "070a16b46b4d4144f79bdd9dd04a287c"),
            (40, "dfa66747de9ae63030ca32611497c827"),
            (64, "51f0bebf7e3b9d92fc49741779363cfe"),
        ],
    },
    Example {
        line: "AES 192",
        algorithm: BlockAlgorithm::Aes192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        subkeys: ["448a5b1c93514b273ee6439dd4daa296", "8914b63926a2964e7dcc873ba9b5452c"],
        messages: &[
            (0, "d17ddf46adaacde531cac483de7a9367"),
            (16, "9e99a7bf31e710900662f65e617c5184"),
            (40, "8a1de5be2eb31aad089a82e6ee908b0e"),
            (64, "a1d5df0eed790f794d77589659f39a11"),
        ],
    },
    Example {
        line: "AES 256",
        algorithm: BlockAlgorithm::Aes256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        subkeys: ["cad1ed03299eedac2e9a99808621502f", "95a3da06533ddb585d3533010c42a0d9"],
        messages: &[
            (0, "028962f61b7bf89efc6b551f4667d983"),
            (16, "28a7023f452e8f82bd4bf28d8c37c35c"),
            (40, "aaf3d8f1de5640c232f5b169b9c911e6"),
            (64, "e1992190549f6ed5696a2c056c315410"),
        ],
    },
    Example {
        line: "3DES 2 key",
        algorithm: BlockAlgorithm::TripleDes2,
        key: "4cf15134a2850dd58a3d10ba80570d38",
        subkeys: ["8ecf373ed71afaef", "1d9e6e7dae35f5c5"],
        messages: &[
            (0, "bd2ebf9a3ba00361"),
            (8, "4ff2ab813c53ce83"),
            (20, "62dd1b471902bd4e"),
            (32, "31b1e431dabc4eb8"),
        ],
    },
    Example {
        line: "3DES 3 key",
        algorithm: BlockAlgorithm::TripleDes3,
        key: "8aa83bf8cbda10620bc1bf19fbb6cd58bc313d4a371ca8b5",
        subkeys: ["9198e9d314e6535f", "2331d3a629cca6a5"],
        messages: &[
            (0, "b7a688e122ffaf95"),
            (8, "8e8f293136283797"),
            (20, "743ddbe0ce2dc2ed"),
            (32, "33e6b1092400eae5"),
        ],
    },
];
