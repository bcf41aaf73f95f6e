//! Known answers of AES.

use super::blocks::{How, Known, run};
use crate::crypto::cipher::BlockAlgorithm;
use core::ffi::c_int;

/// Runs them all. Returns 0, or 1 if one was wrong.
///
/// DEVIATION: 3.6.6 says first whether it uses the processor's instructions; here that is not known.
pub(in crate::capi) fn aes(verbose: c_int) -> c_int {
    run(
        verbose,
        [false, true],
        &[AES_ECB, AES_CBC, AES_CFB, AES_OFB, AES_CTR, AES_XTS],
    )
}

/// NIST SP 800-38A, appendix F.1.
const AES_ECB: &[Known] = &[
    Known {
        line: "AES-ECB-128",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aes128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        iv: "",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf43b1cd7f598ece23881b00e3ed0306887b0c785e27e8ad3f8223207104725dd4",
    },
    Known {
        line: "AES-ECB-192",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aes192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv: "",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "bd334f1d6e45f25ff712a214571fa5cc974104846d0ad3ad7734ecb3ecee4eefef7afd2270e2e60adce0ba2face6444e9a4b41ba738d6c72fb16691603c18e0e",
    },
    Known {
        line: "AES-ECB-256",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aes256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv: "",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "f3eed1bdb5d2a03c064b5a7e3db181f8591ccb10d410ed26dc5ba74a31362870b6ed21b99ca6f4f9f153e7b1beafed1d23304b7a39f9f3ff067d8d8f9e24ecc7",
    },
];

/// NIST SP 800-38A, appendix F.2.
const AES_CBC: &[Known] = &[
    Known {
        line: "AES-CBC-128",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aes128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b273bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7",
    },
    Known {
        line: "AES-CBC-192",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aes192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd",
    },
    Known {
        line: "AES-CBC-256",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aes256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b",
    },
];

/// NIST SP 800-38A, appendix F.3, with segments of 128 bits.
const AES_CFB: &[Known] = &[
    Known {
        line: "AES-CFB128-128",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aes128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b26751f67a3cbb140b1808cf187a4f4dfc04b05357c5d1c0eeac4c66f9ff7f2e6",
    },
    Known {
        line: "AES-CFB128-192",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aes192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a2e1e8a1dd59b88b1c8e60fed1efac4c9c05f9f9ca9834fa042ae8fba584b09ff",
    },
    Known {
        line: "AES-CFB128-256",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aes256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407bdf10132415e54b92a13ed0a8267ae2f975a385741ab9cef82031623d55b1e471",
    },
];

/// NIST SP 800-38A, appendix F.4.
const AES_OFB: &[Known] = &[
    Known {
        line: "AES-OFB-128",
        how: How::Ofb,
        algorithm: BlockAlgorithm::Aes128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed8259740051e9c5fecf64344f7a82260edcc304c6528f659c77866a510d9c1d6ae5e",
    },
    Known {
        line: "AES-OFB-192",
        how: How::Ofb,
        algorithm: BlockAlgorithm::Aes192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "cdc80d6fddf18cab34c25909c99a4174fcc28b8d4c63837c09e81700c11004018d9a9aeac0f6596f559c6d4daf59a5f26d9f200857ca6c3e9cac524bd9acc92a",
    },
    Known {
        line: "AES-OFB-256",
        how: How::Ofb,
        algorithm: BlockAlgorithm::Aes256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "dc7e84bfda79164b7ecd8486985d38604febdc6740d20b3ac88f6ad82a4fb08d71ab47a086e86eedf39d1c5bba97c4080126141d67f37be8538f5a8be740e484",
    },
];

/// RFC 3686, section 6, vectors 1 to 3.
const AES_CTR: &[Known] = &[
    Known {
        line: "AES-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aes128,
        key: "ae6852f8121067cc4bf7a5765577f39e",
        iv: "00000030000000000000000000000001",
        plaintext: "53696e676c6520626c6f636b206d7367",
        ciphertext: "e4095d4fb7a7b3792d6175a3261311b8",
    },
    Known {
        line: "AES-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aes128,
        key: "7e24067817fae0d743d6ce1f32539163",
        iv: "006cb6dbc0543b59da48d90b00000001",
        plaintext: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        ciphertext: "5104a106168a72d9790d41ee8edad388eb2e1efc46da57c8fce630df9141be28",
    },
    Known {
        line: "AES-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aes128,
        key: "7691be035e5020a8ac6e618529f9a0dc",
        iv: "00e0017b27777f3f4a1786f000000001",
        plaintext: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223",
        ciphertext: "c1cf48a89f2ffdd9cf4652e9efdb72d74540a42bde6d7836d59a5ceaaef3105325b2072f",
    },
];

/// IEEE 1619-2007, appendix B, vectors 1 to 3.
const AES_XTS: &[Known] = &[
    Known {
        line: "AES-XTS-128",
        how: How::Xts,
        algorithm: BlockAlgorithm::Aes128,
        key: "0000000000000000000000000000000000000000000000000000000000000000",
        iv: "00000000000000000000000000000000",
        plaintext: "0000000000000000000000000000000000000000000000000000000000000000",
        ciphertext: "917cf69ebd68b2ec9b9fe9a3eadda692cd43d2f59598ed858c02c2652fbf922e",
    },
    Known {
        line: "AES-XTS-128",
        how: How::Xts,
        algorithm: BlockAlgorithm::Aes128,
        key: "1111111111111111111111111111111122222222222222222222222222222222",
        iv: "33333333330000000000000000000000",
        plaintext: "4444444444444444444444444444444444444444444444444444444444444444",
        ciphertext: "c454185e6a16936e39334038acef838bfb186fff7480adc4289382ecd6d394f0",
    },
    Known {
        line: "AES-XTS-128",
        how: How::Xts,
        algorithm: BlockAlgorithm::Aes128,
        key: "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f022222222222222222222222222222222",
        iv: "33333333330000000000000000000000",
        plaintext: "4444444444444444444444444444444444444444444444444444444444444444",
        ciphertext: "af85336b597afc1a900b2eb21ec949d292df4c047e0b21532186a5971a227a89",
    },
];
