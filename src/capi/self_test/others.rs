//! Known answers of Camellia, ARIA and DES.

use super::blocks::{How, Known, run};
use crate::crypto::cipher::BlockAlgorithm;
use core::ffi::c_int;

/// Those of Camellia. Returns 0, or 1 if one was wrong.
pub(in crate::capi) fn camellia(verbose: c_int) -> c_int {
    run(verbose, [false, true], &[CAMELLIA_ECB, CAMELLIA_CBC, CAMELLIA_CTR])
}

/// Those of ARIA. Returns 0, or 1 if one was wrong.
pub(in crate::capi) fn aria(verbose: c_int) -> c_int {
    run(verbose, [true, false], &[ARIA_ECB, ARIA_CBC, ARIA_CFB, ARIA_CTR])
}

/// Those of DES and 3DES. Returns 0, or 1 if one was wrong.
pub(in crate::capi) fn des(verbose: c_int) -> c_int {
    run(verbose, [false, true], &[DES_ECB, DES_CBC])
}

/// RFC 3713, appendix A.
const CAMELLIA_ECB: &[Known] = &[
    Known {
        line: "CAMELLIA-ECB-128",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Camellia128,
        key: "0123456789abcdeffedcba9876543210",
        iv: "",
        plaintext: "0123456789abcdeffedcba9876543210",
        ciphertext: "67673138549669730857065648eabe43",
    },
    Known {
        line: "CAMELLIA-ECB-192",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Camellia192,
        key: "0123456789abcdeffedcba98765432100011223344556677",
        iv: "",
        plaintext: "0123456789abcdeffedcba9876543210",
        ciphertext: "b4993401b3e996f84ee5cee7d79b09b9",
    },
    Known {
        line: "CAMELLIA-ECB-256",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Camellia256,
        key: "0123456789abcdeffedcba987654321000112233445566778899aabbccddeeff",
        iv: "",
        plaintext: "0123456789abcdeffedcba9876543210",
        ciphertext: "9acc237dff16d76c20ef7c919e3a7509",
    },
];

/// Keys and data of NIST SP 800-38A, appendix F.2; the answers are those of OpenSSL 3.
const CAMELLIA_CBC: &[Known] = &[
    Known {
        line: "CAMELLIA-CBC-128",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Camellia128,
        key: "2b7e151628aed2a6abf7158809cf4f3c",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "1607cf494b36bbf00daeb0b503c831aba2f2cf671629ef7840c5a5dfb50748870f06165008cf8b8b5a63586362543e54e7208a2ca89cc21aacd56aaa6fb98259",
    },
    Known {
        line: "CAMELLIA-CBC-192",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Camellia192,
        key: "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "2a4830ab5ac4a1a2405955fd2195cf935d5a869bd14ce54264f892a6dd2ec3d537d359c3349836d884e310addf68c44901faaa930b4ab9916e9668e1428c6b08",
    },
    Known {
        line: "CAMELLIA-CBC-256",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Camellia256,
        key: "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710",
        ciphertext: "e6cfa35fc02b134a4d2c0b6737ac3eda36cbeb73bd504b4070b1b7de2b21eb50e31a6055297d96ca3330cdf1b1860a835d563f6d1cccf236051c0c5c1c58f28f",
    },
];

/// RFC 5528, section 4, vectors 1 to 3.
const CAMELLIA_CTR: &[Known] = &[
    Known {
        line: "CAMELLIA-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Camellia128,
        key: "ae6852f8121067cc4bf7a5765577f39e",
        iv: "00000030000000000000000000000001",
        plaintext: "53696e676c6520626c6f636b206d7367",
        ciphertext: "d09dc29a8214619a20877c76db1f0b3f",
    },
    Known {
        line: "CAMELLIA-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Camellia128,
        key: "7e24067817fae0d743d6ce1f32539163",
        iv: "006cb6dbc0543b59da48d90b00000001",
        plaintext: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        ciphertext: "dbf3c78dc08396d4da7c907765bbcb442b8e8e0f31f0dca72c7417e35360e048",
    },
    Known {
        line: "CAMELLIA-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Camellia128,
        key: "7691be035e5020a8ac6e618529f9a0dc",
        iv: "00e0017b27777f3f4a1786f000000001",
        plaintext: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20212223",
        ciphertext: "b19d1fcdcb75eb882f849ce24d85cf739ce64b2b5c9d73f14f2d5d9dce9889cddf508696",
    },
];

/// RFC 5794, appendix A.
const ARIA_ECB: &[Known] = &[
    Known {
        line: "ARIA-ECB-128",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aria128,
        key: "000102030405060708090a0b0c0d0e0f",
        iv: "",
        plaintext: "00112233445566778899aabbccddeeff",
        ciphertext: "d718fbd6ab644c739da95f3be6451778",
    },
    Known {
        line: "ARIA-ECB-192",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aria192,
        key: "000102030405060708090a0b0c0d0e0f1011121314151617",
        iv: "",
        plaintext: "00112233445566778899aabbccddeeff",
        ciphertext: "26449c1805dbe7aa25a468ce263a9e79",
    },
    Known {
        line: "ARIA-ECB-256",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Aria256,
        key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        iv: "",
        plaintext: "00112233445566778899aabbccddeeff",
        ciphertext: "f92bd7c79fb72e2f2b8f80c1972d24fc",
    },
];

/// The keys of RFC 5794 with data of NIST SP 800-38A; the answers are those of OpenSSL 3.
const ARIA_CBC: &[Known] = &[
    Known {
        line: "ARIA-CBC-128",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aria128,
        key: "000102030405060708090a0b0c0d0e0f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef",
        ciphertext: "67a1c9d125df31989fdb98ce0d2b25aa7a4ccd9999e828e958b575680ef1968ae2bb22c1c3571b856039598512570835",
    },
    Known {
        line: "ARIA-CBC-192",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aria192,
        key: "000102030405060708090a0b0c0d0e0f1011121314151617",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef",
        ciphertext: "f7986c9f8cbf34a7dcb4b304e79176d50c2c40abe6c5c129806160d870e9da0a70b6cdcd08b17577411dd1f771711b19",
    },
    Known {
        line: "ARIA-CBC-256",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Aria256,
        key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef",
        ciphertext: "2ed37f9ae588f06c5b2af0929648549e1c8f8816a289e5df05ccdbd0c8ec967cbd347b251b2fba969d55ebcf10a86389",
    },
];

/// The keys of RFC 5794 with data of NIST SP 800-38A; the answers are those of OpenSSL 3.
const ARIA_CFB: &[Known] = &[
    Known {
        line: "ARIA-CFB-128",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aria128,
        key: "000102030405060708090a0b0c0d0e0f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "5d541a9c2929272ae9b276b91f57e8d2e352c87d4be703be25937e7072b7002a145514a30ae529d5304a66a982",
    },
    Known {
        line: "ARIA-CFB-192",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aria192,
        key: "000102030405060708090a0b0c0d0e0f1011121314151617",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "932b974f5f073134f293207ecf943769dba5eaa1e68f08e5b03f54f4457cd4b1f2ec6f6d9d4b3c237e312a6c0f",
    },
    Known {
        line: "ARIA-CFB-256",
        how: How::Cfb,
        algorithm: BlockAlgorithm::Aria256,
        key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "11442b83d12fdd49ed9f3cae99dcfef66ca12a839db1e5745d446f19ee65515266e1852ef2a93b8df84a73d39c",
    },
];

/// The keys of RFC 5794 with data of NIST SP 800-38A; the answers are those of OpenSSL 3.
const ARIA_CTR: &[Known] = &[
    Known {
        line: "ARIA-CTR-128",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aria128,
        key: "000102030405060708090a0b0c0d0e0f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "5d541a9c2929272ae9b276b91f57e8d284bda3da50663b70443c9b8ba7920519efd0f85d72647bb2f1d2c22e47",
    },
    Known {
        line: "ARIA-CTR-192",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aria192,
        key: "000102030405060708090a0b0c0d0e0f1011121314151617",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "932b974f5f073134f293207ecf943769fca448389a60fb9003455ad5308ebffdb1bac28e52a987ad216ca4884c",
    },
    Known {
        line: "ARIA-CTR-256",
        how: How::Ctr,
        algorithm: BlockAlgorithm::Aria256,
        key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        iv: "000102030405060708090a0b0c0d0e0f",
        plaintext: "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a",
        ciphertext: "11442b83d12fdd49ed9f3cae99dcfef62cfb0335b68efe7a779b8d0da9b23ef4be1bbd25b725c176f23a65c2e8",
    },
];

/// FIPS 81, table B1; NIST SP 800-67, appendix B, and its first two keys, whose answer is that of OpenSSL 3.
const DES_ECB: &[Known] = &[
    Known {
        line: "DES -ECB- 56",
        how: How::Ecb,
        algorithm: BlockAlgorithm::Des,
        key: "0123456789abcdef",
        iv: "",
        plaintext: "4e6f77206973207468652074696d6520666f7220616c6c20",
        ciphertext: "3fa40e8a984d48156a271787ab8883f9893d51ec4b563b53",
    },
    Known {
        line: "DES3-ECB-112",
        how: How::Ecb,
        algorithm: BlockAlgorithm::TripleDes2,
        key: "0123456789abcdef23456789abcdef01",
        iv: "",
        plaintext: "54686520717566636b2062726f776e20666f78206a756d70",
        ciphertext: "c44862f70cf2fbdc9077d0909fa91b884cabd61fc58e0cbb",
    },
    Known {
        line: "DES3-ECB-168",
        how: How::Ecb,
        algorithm: BlockAlgorithm::TripleDes3,
        key: "0123456789abcdef23456789abcdef01456789abcdef0123",
        iv: "",
        plaintext: "54686520717566636b2062726f776e20666f78206a756d70",
        ciphertext: "a826fd8ce53b855fcce21c8112256fe668d5c05dd9b6b900",
    },
];

/// FIPS 81, table C1; the same with keys of NIST SP 800-67, whose answers are those of OpenSSL 3.
const DES_CBC: &[Known] = &[
    Known {
        line: "DES -CBC- 56",
        how: How::Cbc,
        algorithm: BlockAlgorithm::Des,
        key: "0123456789abcdef",
        iv: "1234567890abcdef",
        plaintext: "4e6f77206973207468652074696d6520666f7220616c6c20",
        ciphertext: "e5c7cdde872bf27c43e934008c389c0f683788499a7c05f6",
    },
    Known {
        line: "DES3-CBC-112",
        how: How::Cbc,
        algorithm: BlockAlgorithm::TripleDes2,
        key: "0123456789abcdef23456789abcdef01",
        iv: "1234567890abcdef",
        plaintext: "54686520717566636b2062726f776e20666f78206a756d70",
        ciphertext: "b0ed7d5e6849dc73cfb0c1915e64897f8182f143185f6cf1",
    },
    Known {
        line: "DES3-CBC-168",
        how: How::Cbc,
        algorithm: BlockAlgorithm::TripleDes3,
        key: "0123456789abcdef23456789abcdef01456789abcdef0123",
        iv: "1234567890abcdef",
        plaintext: "54686520717566636b2062726f776e20666f78206a756d70",
        ciphertext: "38413d4ba2325cf1141f707471ac2ced57db530f0123b5ac",
    },
];
