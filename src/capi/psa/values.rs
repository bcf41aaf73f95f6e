//! `psa/crypto.h`: the numbers.

use super::types::{
    psa_algorithm_t, psa_dh_family_t, psa_ecc_family_t, psa_key_bits_t, psa_key_derivation_step_t, psa_key_id_t,
    psa_key_lifetime_t, psa_key_location_t, psa_key_persistence_t, psa_key_type_t, psa_key_usage_t,
    psa_pake_primitive_type_t, psa_pake_role_t, psa_pake_step_t, psa_status_t,
};
use core::ffi::c_int;

/// There is such a thing already.
pub const PSA_ERROR_ALREADY_EXISTS: psa_status_t = -139;
/// The call does not fit the state of the operation.
pub const PSA_ERROR_BAD_STATE: psa_status_t = -137;
/// The output does not fit the buffer.
pub const PSA_ERROR_BUFFER_TOO_SMALL: psa_status_t = -138;
/// The service could not be reached.
pub const PSA_ERROR_COMMUNICATION_FAILURE: psa_status_t = -145;
/// Internal data was found corrupted.
pub const PSA_ERROR_CORRUPTION_DETECTED: psa_status_t = -151;
/// Stored data is corrupted.
pub const PSA_ERROR_DATA_CORRUPT: psa_status_t = -152;
/// Stored data is not understood.
pub const PSA_ERROR_DATA_INVALID: psa_status_t = -153;
/// There is no such thing.
pub const PSA_ERROR_DOES_NOT_EXIST: psa_status_t = -140;
/// An error without a code of its own.
pub const PSA_ERROR_GENERIC_ERROR: psa_status_t = -132;
/// The hardware failed.
pub const PSA_ERROR_HARDWARE_FAILURE: psa_status_t = -147;
/// There is less data than asked for.
pub const PSA_ERROR_INSUFFICIENT_DATA: psa_status_t = -143;
/// No randomness is to be had.
pub const PSA_ERROR_INSUFFICIENT_ENTROPY: psa_status_t = -148;
/// Out of memory.
pub const PSA_ERROR_INSUFFICIENT_MEMORY: psa_status_t = -141;
/// No room for a persistent key.
pub const PSA_ERROR_INSUFFICIENT_STORAGE: psa_status_t = -142;
/// An argument is invalid.
pub const PSA_ERROR_INVALID_ARGUMENT: psa_status_t = -135;
/// There is no such key.
pub const PSA_ERROR_INVALID_HANDLE: psa_status_t = -136;
/// The padding of the plaintext is wrong.
pub const PSA_ERROR_INVALID_PADDING: psa_status_t = -150;
/// The signature, tag or hash is not right.
pub const PSA_ERROR_INVALID_SIGNATURE: psa_status_t = -149;
/// The policy of the key does not allow this.
pub const PSA_ERROR_NOT_PERMITTED: psa_status_t = -133;
/// This is not offered.
pub const PSA_ERROR_NOT_SUPPORTED: psa_status_t = -134;
/// The service did not answer.
pub const PSA_ERROR_SERVICE_FAILURE: psa_status_t = -144;
/// The storage failed.
pub const PSA_ERROR_STORAGE_FAILURE: psa_status_t = -146;
/// The operation is not finished; call again.
pub const PSA_OPERATION_INCOMPLETE: psa_status_t = -248;
/// The call did what it was asked for.
pub const PSA_SUCCESS: psa_status_t = 0;
/// Bit of an algorithm: aead at least this length.
pub const PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG: psa_algorithm_t = 0x00008000;
/// Bit of an algorithm: aead from block.
pub const PSA_ALG_AEAD_FROM_BLOCK_FLAG: psa_algorithm_t = 0x00400000;
/// Bits of an algorithm: aead tag length.
pub const PSA_ALG_AEAD_TAG_LENGTH_MASK: psa_algorithm_t = 0x003F0000;
/// In a policy: any hash function.
pub const PSA_ALG_ANY_HASH: psa_algorithm_t = 0x020000FF;
/// Category of algorithms: aead.
pub const PSA_ALG_CATEGORY_AEAD: psa_algorithm_t = 0x05000000;
/// Category of algorithms: asymmetric encryption.
pub const PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION: psa_algorithm_t = 0x07000000;
/// Category of algorithms: cipher.
pub const PSA_ALG_CATEGORY_CIPHER: psa_algorithm_t = 0x04000000;
/// Category of algorithms: hash.
pub const PSA_ALG_CATEGORY_HASH: psa_algorithm_t = 0x02000000;
/// Category of algorithms: key agreement.
pub const PSA_ALG_CATEGORY_KEY_AGREEMENT: psa_algorithm_t = 0x09000000;
/// Category of algorithms: key derivation.
pub const PSA_ALG_CATEGORY_KEY_DERIVATION: psa_algorithm_t = 0x08000000;
/// Category of algorithms: mac.
pub const PSA_ALG_CATEGORY_MAC: psa_algorithm_t = 0x03000000;
/// The bits of an algorithm that hold its category.
pub const PSA_ALG_CATEGORY_MASK: psa_algorithm_t = 0x7F000000;
/// Category of algorithms: pake.
pub const PSA_ALG_CATEGORY_PAKE: psa_algorithm_t = 0x0A000000;
/// Category of algorithms: sign.
pub const PSA_ALG_CATEGORY_SIGN: psa_algorithm_t = 0x06000000;
/// Algorithm CBC-MAC.
pub const PSA_ALG_CBC_MAC: psa_algorithm_t = 0x03C00100;
/// Algorithm CBC-NO-PADDING.
pub const PSA_ALG_CBC_NO_PADDING: psa_algorithm_t = 0x04404000;
/// Algorithm CBC-PKCS7.
pub const PSA_ALG_CBC_PKCS7: psa_algorithm_t = 0x04404100;
/// Algorithm CCM.
pub const PSA_ALG_CCM: psa_algorithm_t = 0x05500100;
/// Algorithm CCM-STAR-NO-TAG.
pub const PSA_ALG_CCM_STAR_NO_TAG: psa_algorithm_t = 0x04C01300;
/// Algorithm CFB.
pub const PSA_ALG_CFB: psa_algorithm_t = 0x04C01100;
/// Algorithm CHACHA20-POLY1305.
pub const PSA_ALG_CHACHA20_POLY1305: psa_algorithm_t = 0x05100500;
/// Bit of an algorithm: cipher from block.
pub const PSA_ALG_CIPHER_FROM_BLOCK_FLAG: psa_algorithm_t = 0x00400000;
/// Algorithms of the family CIPHER-MAC, before their parameter is added.
pub const PSA_ALG_CIPHER_MAC_BASE: psa_algorithm_t = 0x03C00000;
/// Bit of an algorithm: cipher stream.
pub const PSA_ALG_CIPHER_STREAM_FLAG: psa_algorithm_t = 0x00800000;
/// Algorithm CMAC.
pub const PSA_ALG_CMAC: psa_algorithm_t = 0x03C00200;
/// Algorithm CTR.
pub const PSA_ALG_CTR: psa_algorithm_t = 0x04C01000;
/// Algorithms of the family DETERMINISTIC-DSA, before their parameter is added.
pub const PSA_ALG_DETERMINISTIC_DSA_BASE: psa_algorithm_t = 0x06000500;
/// Algorithms of the family DETERMINISTIC-ECDSA, before their parameter is added.
pub const PSA_ALG_DETERMINISTIC_ECDSA_BASE: psa_algorithm_t = 0x06000700;
/// Algorithms of the family DSA, before their parameter is added.
pub const PSA_ALG_DSA_BASE: psa_algorithm_t = 0x06000400;
/// Bit of an algorithm: dsa deterministic.
pub const PSA_ALG_DSA_DETERMINISTIC_FLAG: psa_algorithm_t = 0x00000100;
/// Algorithm ECB-NO-PADDING.
pub const PSA_ALG_ECB_NO_PADDING: psa_algorithm_t = 0x04404400;
/// Algorithm ECDH.
pub const PSA_ALG_ECDH: psa_algorithm_t = 0x09020000;
/// Algorithm ECDSA-ANY.
pub const PSA_ALG_ECDSA_ANY: psa_algorithm_t = 0x06000600;
/// Algorithms of the family ECDSA, before their parameter is added.
pub const PSA_ALG_ECDSA_BASE: psa_algorithm_t = 0x06000600;
/// Bit of an algorithm: ecdsa deterministic.
pub const PSA_ALG_ECDSA_DETERMINISTIC_FLAG: psa_algorithm_t = 0x00000100;
/// Algorithm ED25519PH.
pub const PSA_ALG_ED25519PH: psa_algorithm_t = 0x0600090B;
/// Algorithm ED448PH.
pub const PSA_ALG_ED448PH: psa_algorithm_t = 0x06000915;
/// Algorithm FFDH.
pub const PSA_ALG_FFDH: psa_algorithm_t = 0x09010000;
/// Algorithm GCM.
pub const PSA_ALG_GCM: psa_algorithm_t = 0x05500200;
/// Algorithms of the family HASH-EDDSA, before their parameter is added.
pub const PSA_ALG_HASH_EDDSA_BASE: psa_algorithm_t = 0x06000900;
/// Bits of an algorithm: hash.
pub const PSA_ALG_HASH_MASK: psa_algorithm_t = 0x000000FF;
/// Algorithms of the family HKDF, before their parameter is added.
pub const PSA_ALG_HKDF_BASE: psa_algorithm_t = 0x08000100;
/// Algorithms of the family HKDF-EXPAND, before their parameter is added.
pub const PSA_ALG_HKDF_EXPAND_BASE: psa_algorithm_t = 0x08000500;
/// Algorithms of the family HKDF-EXTRACT, before their parameter is added.
pub const PSA_ALG_HKDF_EXTRACT_BASE: psa_algorithm_t = 0x08000400;
/// Algorithms of the family HMAC, before their parameter is added.
pub const PSA_ALG_HMAC_BASE: psa_algorithm_t = 0x03800000;
/// Algorithm JPAKE.
pub const PSA_ALG_JPAKE: psa_algorithm_t = 0x0A000100;
/// Bits of an algorithm: key agreement.
pub const PSA_ALG_KEY_AGREEMENT_MASK: psa_algorithm_t = 0xFFFF0000;
/// Bits of an algorithm: key derivation.
pub const PSA_ALG_KEY_DERIVATION_MASK: psa_algorithm_t = 0xFE00FFFF;
/// Bit of an algorithm: key derivation stretching.
pub const PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG: psa_algorithm_t = 0x00800000;
/// Bit of an algorithm: mac at least this length.
pub const PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG: psa_algorithm_t = 0x00008000;
/// Bits of an algorithm: mac subcategory.
pub const PSA_ALG_MAC_SUBCATEGORY_MASK: psa_algorithm_t = 0x00C00000;
/// Bits of an algorithm: mac truncation.
pub const PSA_ALG_MAC_TRUNCATION_MASK: psa_algorithm_t = 0x003F0000;
/// Algorithm MD5.
pub const PSA_ALG_MD5: psa_algorithm_t = 0x02000003;
/// No algorithm.
pub const PSA_ALG_NONE: psa_algorithm_t = 0x00000000;
/// Algorithm OFB.
pub const PSA_ALG_OFB: psa_algorithm_t = 0x04C01200;
/// Algorithm PBKDF2-AES-CMAC-PRF-128.
pub const PSA_ALG_PBKDF2_AES_CMAC_PRF_128: psa_algorithm_t = 0x08800200;
/// Algorithms of the family PBKDF2-HMAC, before their parameter is added.
pub const PSA_ALG_PBKDF2_HMAC_BASE: psa_algorithm_t = 0x08800100;
/// Algorithm PURE-EDDSA.
pub const PSA_ALG_PURE_EDDSA: psa_algorithm_t = 0x06000800;
/// Algorithm RIPEMD160.
pub const PSA_ALG_RIPEMD160: psa_algorithm_t = 0x02000004;
/// Algorithms of the family RSA-OAEP, before their parameter is added.
pub const PSA_ALG_RSA_OAEP_BASE: psa_algorithm_t = 0x07000300;
/// Algorithm RSA-PKCS1V15-CRYPT.
pub const PSA_ALG_RSA_PKCS1V15_CRYPT: psa_algorithm_t = 0x07000200;
/// Algorithms of the family RSA-PKCS1V15-SIGN, before their parameter is added.
pub const PSA_ALG_RSA_PKCS1V15_SIGN_BASE: psa_algorithm_t = 0x06000200;
/// Algorithm RSA-PKCS1V15-SIGN-RAW.
pub const PSA_ALG_RSA_PKCS1V15_SIGN_RAW: psa_algorithm_t = 0x06000200;
/// Algorithms of the family RSA-PSS-ANY-SALT, before their parameter is added.
pub const PSA_ALG_RSA_PSS_ANY_SALT_BASE: psa_algorithm_t = 0x06001300;
/// Algorithms of the family RSA-PSS, before their parameter is added.
pub const PSA_ALG_RSA_PSS_BASE: psa_algorithm_t = 0x06000300;
/// Algorithm SHA3-224.
pub const PSA_ALG_SHA3_224: psa_algorithm_t = 0x02000010;
/// Algorithm SHA3-256.
pub const PSA_ALG_SHA3_256: psa_algorithm_t = 0x02000011;
/// Algorithm SHA3-384.
pub const PSA_ALG_SHA3_384: psa_algorithm_t = 0x02000012;
/// Algorithm SHA3-512.
pub const PSA_ALG_SHA3_512: psa_algorithm_t = 0x02000013;
/// Algorithm SHAKE256-512.
pub const PSA_ALG_SHAKE256_512: psa_algorithm_t = 0x02000015;
/// Algorithm SHA-1.
pub const PSA_ALG_SHA_1: psa_algorithm_t = 0x02000005;
/// Algorithm SHA-224.
pub const PSA_ALG_SHA_224: psa_algorithm_t = 0x02000008;
/// Algorithm SHA-256.
pub const PSA_ALG_SHA_256: psa_algorithm_t = 0x02000009;
/// Algorithm SHA-384.
pub const PSA_ALG_SHA_384: psa_algorithm_t = 0x0200000A;
/// Algorithm SHA-512.
pub const PSA_ALG_SHA_512: psa_algorithm_t = 0x0200000B;
/// Algorithm SHA-512-224.
pub const PSA_ALG_SHA_512_224: psa_algorithm_t = 0x0200000C;
/// Algorithm SHA-512-256.
pub const PSA_ALG_SHA_512_256: psa_algorithm_t = 0x0200000D;
/// Algorithm STREAM-CIPHER.
pub const PSA_ALG_STREAM_CIPHER: psa_algorithm_t = 0x04800100;
/// Algorithm TLS12-ECJPAKE-TO-PMS.
pub const PSA_ALG_TLS12_ECJPAKE_TO_PMS: psa_algorithm_t = 0x08000609;
/// Algorithms of the family TLS12-PRF, before their parameter is added.
pub const PSA_ALG_TLS12_PRF_BASE: psa_algorithm_t = 0x08000200;
/// Algorithms of the family TLS12-PSK-TO-MS, before their parameter is added.
pub const PSA_ALG_TLS12_PSK_TO_MS_BASE: psa_algorithm_t = 0x08000300;
/// Bit of an algorithm: vendor.
pub const PSA_ALG_VENDOR_FLAG: psa_algorithm_t = 0x80000000;
/// Algorithm XTS.
pub const PSA_ALG_XTS: psa_algorithm_t = 0x0440FF00;
/// Kind of key: AES.
pub const PSA_KEY_TYPE_AES: psa_key_type_t = 0x2400;
/// Kind of key: ARIA.
pub const PSA_KEY_TYPE_ARIA: psa_key_type_t = 0x2406;
/// Kind of key: CAMELLIA.
pub const PSA_KEY_TYPE_CAMELLIA: psa_key_type_t = 0x2403;
/// Category of keys: flag pair.
pub const PSA_KEY_TYPE_CATEGORY_FLAG_PAIR: psa_key_type_t = 0x3000;
/// Category of keys: key pair.
pub const PSA_KEY_TYPE_CATEGORY_KEY_PAIR: psa_key_type_t = 0x7000;
/// The bits of a kind of key that hold its category.
pub const PSA_KEY_TYPE_CATEGORY_MASK: psa_key_type_t = 0x7000;
/// Category of keys: public key.
pub const PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY: psa_key_type_t = 0x4000;
/// Category of keys: raw.
pub const PSA_KEY_TYPE_CATEGORY_RAW: psa_key_type_t = 0x1000;
/// Category of keys: symmetric.
pub const PSA_KEY_TYPE_CATEGORY_SYMMETRIC: psa_key_type_t = 0x2000;
/// Kind of key: CHACHA20.
pub const PSA_KEY_TYPE_CHACHA20: psa_key_type_t = 0x2004;
/// Kind of key: DERIVE.
pub const PSA_KEY_TYPE_DERIVE: psa_key_type_t = 0x1200;
/// Kind of key: DES.
pub const PSA_KEY_TYPE_DES: psa_key_type_t = 0x2301;
/// Bits of a kind of key: dh group.
pub const PSA_KEY_TYPE_DH_GROUP_MASK: psa_key_type_t = 0x00FF;
/// Kinds of keys of the family DH-KEY-PAIR, before their parameter is added.
pub const PSA_KEY_TYPE_DH_KEY_PAIR_BASE: psa_key_type_t = 0x7200;
/// Kinds of keys of the family DH-PUBLIC-KEY, before their parameter is added.
pub const PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE: psa_key_type_t = 0x4200;
/// Kind of key: DSA-KEY-PAIR.
pub const PSA_KEY_TYPE_DSA_KEY_PAIR: psa_key_type_t = 0x7002;
/// Kind of key: DSA-PUBLIC-KEY.
pub const PSA_KEY_TYPE_DSA_PUBLIC_KEY: psa_key_type_t = 0x4002;
/// Bits of a kind of key: ecc curve.
pub const PSA_KEY_TYPE_ECC_CURVE_MASK: psa_key_type_t = 0x00FF;
/// Kinds of keys of the family ECC-KEY-PAIR, before their parameter is added.
pub const PSA_KEY_TYPE_ECC_KEY_PAIR_BASE: psa_key_type_t = 0x7100;
/// Kinds of keys of the family ECC-PUBLIC-KEY, before their parameter is added.
pub const PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE: psa_key_type_t = 0x4100;
/// Kind of key: HMAC.
pub const PSA_KEY_TYPE_HMAC: psa_key_type_t = 0x1100;
/// Kind of key: NONE.
pub const PSA_KEY_TYPE_NONE: psa_key_type_t = 0x0000;
/// Kind of key: PASSWORD.
pub const PSA_KEY_TYPE_PASSWORD: psa_key_type_t = 0x1203;
/// Kind of key: PASSWORD-HASH.
pub const PSA_KEY_TYPE_PASSWORD_HASH: psa_key_type_t = 0x1205;
/// Kind of key: PEPPER.
pub const PSA_KEY_TYPE_PEPPER: psa_key_type_t = 0x1206;
/// Kind of key: RAW-DATA.
pub const PSA_KEY_TYPE_RAW_DATA: psa_key_type_t = 0x1001;
/// Kind of key: RSA-KEY-PAIR.
pub const PSA_KEY_TYPE_RSA_KEY_PAIR: psa_key_type_t = 0x7001;
/// Kind of key: RSA-PUBLIC-KEY.
pub const PSA_KEY_TYPE_RSA_PUBLIC_KEY: psa_key_type_t = 0x4001;
/// Bit of a kind of key: vendor.
pub const PSA_KEY_TYPE_VENDOR_FLAG: psa_key_type_t = 0x8000;
/// The key may be used to: copy.
pub const PSA_KEY_USAGE_COPY: psa_key_usage_t = 0x00000002;
/// The key may be used to: decrypt.
pub const PSA_KEY_USAGE_DECRYPT: psa_key_usage_t = 0x00000200;
/// The key may be used to: derive.
pub const PSA_KEY_USAGE_DERIVE: psa_key_usage_t = 0x00004000;
/// The key may be used to: encrypt.
pub const PSA_KEY_USAGE_ENCRYPT: psa_key_usage_t = 0x00000100;
/// The key may be used to: export.
pub const PSA_KEY_USAGE_EXPORT: psa_key_usage_t = 0x00000001;
/// The key may be used to: sign hash.
pub const PSA_KEY_USAGE_SIGN_HASH: psa_key_usage_t = 0x00001000;
/// The key may be used to: sign message.
pub const PSA_KEY_USAGE_SIGN_MESSAGE: psa_key_usage_t = 0x00000400;
/// The key may be used to: verify derivation.
pub const PSA_KEY_USAGE_VERIFY_DERIVATION: psa_key_usage_t = 0x00008000;
/// The key may be used to: verify hash.
pub const PSA_KEY_USAGE_VERIFY_HASH: psa_key_usage_t = 0x00002000;
/// The key may be used to: verify message.
pub const PSA_KEY_USAGE_VERIFY_MESSAGE: psa_key_usage_t = 0x00000800;
/// Elliptic curves: brainpool p r1.
pub const PSA_ECC_FAMILY_BRAINPOOL_P_R1: psa_ecc_family_t = 0x30;
/// Elliptic curves: montgomery.
pub const PSA_ECC_FAMILY_MONTGOMERY: psa_ecc_family_t = 0x41;
/// Elliptic curves: secp k1.
pub const PSA_ECC_FAMILY_SECP_K1: psa_ecc_family_t = 0x17;
/// Elliptic curves: secp r1.
pub const PSA_ECC_FAMILY_SECP_R1: psa_ecc_family_t = 0x12;
/// Elliptic curves: secp r2.
pub const PSA_ECC_FAMILY_SECP_R2: psa_ecc_family_t = 0x1B;
/// Elliptic curves: sect k1.
pub const PSA_ECC_FAMILY_SECT_K1: psa_ecc_family_t = 0x27;
/// Elliptic curves: sect r1.
pub const PSA_ECC_FAMILY_SECT_R1: psa_ecc_family_t = 0x22;
/// Elliptic curves: sect r2.
pub const PSA_ECC_FAMILY_SECT_R2: psa_ecc_family_t = 0x2B;
/// Elliptic curves: twisted edwards.
pub const PSA_ECC_FAMILY_TWISTED_EDWARDS: psa_ecc_family_t = 0x42;
/// Finite-field groups: CUSTOM.
pub const PSA_DH_FAMILY_CUSTOM: psa_dh_family_t = 0x7E;
/// Finite-field groups: RFC7919.
pub const PSA_DH_FAMILY_RFC7919: psa_dh_family_t = 0x03;
/// The key is stored.
pub const PSA_KEY_LIFETIME_PERSISTENT: psa_key_lifetime_t = 1;
/// The key lives as long as the process.
pub const PSA_KEY_LIFETIME_VOLATILE: psa_key_lifetime_t = 0;
/// The key is stored.
pub const PSA_KEY_PERSISTENCE_DEFAULT: psa_key_persistence_t = 1;
/// The key is stored and cannot be destroyed.
pub const PSA_KEY_PERSISTENCE_READ_ONLY: psa_key_persistence_t = 255;
/// The key is not stored.
pub const PSA_KEY_PERSISTENCE_VOLATILE: psa_key_persistence_t = 0;
/// The key is in memory of the library.
pub const PSA_KEY_LOCATION_LOCAL_STORAGE: psa_key_location_t = 0x00000000;
/// Bit of locations that are up to the platform.
pub const PSA_KEY_LOCATION_VENDOR_FLAG: psa_key_location_t = 0x00800000;
/// Highest number of a key built into the platform.
pub const MBEDTLS_PSA_KEY_ID_BUILTIN_MAX: psa_key_id_t = 0x7FFFEFFF;
/// Lowest number of a key built into the platform.
pub const MBEDTLS_PSA_KEY_ID_BUILTIN_MIN: psa_key_id_t = 0x7FFF0000;
/// No key.
pub const MBEDTLS_SVC_KEY_ID_INIT: psa_key_id_t = 0x00000000;
/// No key.
pub const PSA_KEY_HANDLE_INIT: psa_key_id_t = 0x00000000;
/// No key.
pub const PSA_KEY_ID_NULL: psa_key_id_t = 0x00000000;
/// Highest number that an application may give a key.
pub const PSA_KEY_ID_USER_MAX: psa_key_id_t = 0x3FFFFFFF;
/// Lowest number that an application may give a key.
pub const PSA_KEY_ID_USER_MIN: psa_key_id_t = 0x00000001;
/// Highest number that the platform may give a key.
pub const PSA_KEY_ID_VENDOR_MAX: psa_key_id_t = 0x7FFFFFFF;
/// Lowest number that the platform may give a key.
pub const PSA_KEY_ID_VENDOR_MIN: psa_key_id_t = 0x40000000;
/// Step of a key derivation: cost.
pub const PSA_KEY_DERIVATION_INPUT_COST: psa_key_derivation_step_t = 0x0205;
/// Step of a key derivation: info.
pub const PSA_KEY_DERIVATION_INPUT_INFO: psa_key_derivation_step_t = 0x0203;
/// Step of a key derivation: label.
pub const PSA_KEY_DERIVATION_INPUT_LABEL: psa_key_derivation_step_t = 0x0201;
/// Step of a key derivation: other secret.
pub const PSA_KEY_DERIVATION_INPUT_OTHER_SECRET: psa_key_derivation_step_t = 0x0103;
/// Step of a key derivation: password.
pub const PSA_KEY_DERIVATION_INPUT_PASSWORD: psa_key_derivation_step_t = 0x0102;
/// Step of a key derivation: salt.
pub const PSA_KEY_DERIVATION_INPUT_SALT: psa_key_derivation_step_t = 0x0202;
/// Step of a key derivation: secret.
pub const PSA_KEY_DERIVATION_INPUT_SECRET: psa_key_derivation_step_t = 0x0101;
/// Step of a key derivation: seed.
pub const PSA_KEY_DERIVATION_INPUT_SEED: psa_key_derivation_step_t = 0x0204;
/// Finite fields.
pub const PSA_PAKE_PRIMITIVE_TYPE_DH: psa_pake_primitive_type_t = 0x02;
/// Elliptic curves.
pub const PSA_PAKE_PRIMITIVE_TYPE_ECC: psa_pake_primitive_type_t = 0x01;
/// Role in a password-authenticated exchange: client.
pub const PSA_PAKE_ROLE_CLIENT: psa_pake_role_t = 0x11;
/// Role in a password-authenticated exchange: first.
pub const PSA_PAKE_ROLE_FIRST: psa_pake_role_t = 0x01;
/// Role in a password-authenticated exchange: none.
pub const PSA_PAKE_ROLE_NONE: psa_pake_role_t = 0x00;
/// Role in a password-authenticated exchange: second.
pub const PSA_PAKE_ROLE_SECOND: psa_pake_role_t = 0x02;
/// Role in a password-authenticated exchange: server.
pub const PSA_PAKE_ROLE_SERVER: psa_pake_role_t = 0x12;
/// Step of a password-authenticated exchange: key share.
pub const PSA_PAKE_STEP_KEY_SHARE: psa_pake_step_t = 0x01;
/// Step of a password-authenticated exchange: zk proof.
pub const PSA_PAKE_STEP_ZK_PROOF: psa_pake_step_t = 0x03;
/// Step of a password-authenticated exchange: zk public.
pub const PSA_PAKE_STEP_ZK_PUBLIC: psa_pake_step_t = 0x02;
/// File number of a stored random seed.
pub const PSA_CRYPTO_ITS_RANDOM_SEED_UID: u32 = 4294967122;
/// An operation is not interrupted.
pub const PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED: u32 = 4294967295;
/// Most iterations of PBKDF2.
pub const PSA_VENDOR_PBKDF2_MAX_ITERATIONS: u32 = 4294967295;
/// Keys that 3.6 can hold at once by default; there is no such limit here.
pub const MBEDTLS_PSA_KEY_SLOT_COUNT: c_int = 32;
/// Longest key, in bytes.
pub const MBEDTLS_PSA_STATIC_KEY_SLOT_BUFFER_SIZE: c_int = 2363;
/// Most bytes that finishing an AEAD encryption yields.
pub const PSA_AEAD_FINISH_OUTPUT_MAX_SIZE: c_int = 16;
/// Longest AEAD nonce, in bytes.
pub const PSA_AEAD_NONCE_MAX_SIZE: c_int = 13;
/// Where an AEAD algorithm holds the length of its tag.
pub const PSA_AEAD_TAG_LENGTH_OFFSET: c_int = 16;
/// Longest AEAD tag, in bytes.
pub const PSA_AEAD_TAG_MAX_SIZE: c_int = 16;
/// Most bytes that finishing an AEAD decryption yields.
pub const PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE: c_int = 16;
/// Most bytes that an asymmetric decryption yields.
pub const PSA_ASYMMETRIC_DECRYPT_OUTPUT_MAX_SIZE: c_int = 512;
/// Most bytes that an asymmetric encryption yields.
pub const PSA_ASYMMETRIC_ENCRYPT_OUTPUT_MAX_SIZE: c_int = 512;
/// Largest block of a cipher, in bytes.
pub const PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE: c_int = 16;
/// Most bytes that finishing a cipher yields.
pub const PSA_CIPHER_FINISH_OUTPUT_MAX_SIZE: c_int = 16;
/// Longest initialization vector, in bytes.
pub const PSA_CIPHER_IV_MAX_SIZE: c_int = 16;
/// Longest key of a cipher, in bytes.
pub const PSA_CIPHER_MAX_KEY_LENGTH: c_int = 32;
/// Major version of the PSA interface.
pub const PSA_CRYPTO_API_VERSION_MAJOR: c_int = 1;
/// Minor version of the PSA interface.
pub const PSA_CRYPTO_API_VERSION_MINOR: c_int = 0;
/// Longest exported key of any asymmetric kind, in bytes.
pub const PSA_EXPORT_ASYMMETRIC_KEY_MAX_SIZE: c_int = 2363;
/// Longest exported key pair, in bytes.
pub const PSA_EXPORT_KEY_PAIR_MAX_SIZE: c_int = 2363;
/// Longest exported key pair or public key, in bytes.
pub const PSA_EXPORT_KEY_PAIR_OR_PUBLIC_MAX_SIZE: c_int = 2363;
/// Longest exported public key, in bytes.
pub const PSA_EXPORT_PUBLIC_KEY_MAX_SIZE: c_int = 1024;
/// Longest hash, in bytes.
pub const PSA_HASH_MAX_SIZE: c_int = 64;
/// Largest block of a hash function, in bytes.
pub const PSA_HMAC_MAX_HASH_BLOCK_SIZE: c_int = 144;
/// Longest MAC, in bytes.
pub const PSA_MAC_MAX_SIZE: c_int = 64;
/// Where a MAC algorithm holds its truncated length.
pub const PSA_MAC_TRUNCATION_OFFSET: c_int = 16;
/// Longest key, in bits.
pub const PSA_MAX_KEY_BITS: c_int = 65528;
/// Longest input of a step of a password-authenticated exchange.
pub const PSA_PAKE_INPUT_MAX_SIZE: c_int = 65;
/// The inputs are being collected.
pub const PSA_PAKE_OPERATION_STAGE_COLLECT_INPUTS: c_int = 1;
/// The exchange is going on.
pub const PSA_PAKE_OPERATION_STAGE_COMPUTATION: c_int = 2;
/// Nothing has been set up.
pub const PSA_PAKE_OPERATION_STAGE_SETUP: c_int = 0;
/// Longest output of a step of a password-authenticated exchange.
pub const PSA_PAKE_OUTPUT_MAX_SIZE: c_int = 65;
/// Longest shared secret, in bytes.
pub const PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE: c_int = 1024;
/// Longest signature, in bytes.
pub const PSA_SIGNATURE_MAX_SIZE: c_int = 512;
/// Length of the premaster secret, in bytes.
pub const PSA_TLS12_ECJPAKE_TO_PMS_DATA_SIZE: c_int = 32;
/// Length of the point that the premaster secret is made of, in bytes.
pub const PSA_TLS12_ECJPAKE_TO_PMS_INPUT_SIZE: c_int = 65;
/// Longest pre-shared key, in bytes.
pub const PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE: c_int = 128;
/// Longest elliptic curve key, in bits.
pub const PSA_VENDOR_ECC_MAX_CURVE_BITS: c_int = 521;
/// Longest ECDSA signature, in bytes.
pub const PSA_VENDOR_ECDSA_SIGNATURE_MAX_SIZE: c_int = 132;
/// Longest finite-field key, in bits.
pub const PSA_VENDOR_FFDH_MAX_KEY_BITS: c_int = 8192;
/// Shortest RSA key that is made, in bits.
pub const PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS: c_int = 1024;
/// Longest RSA key, in bits.
pub const PSA_VENDOR_RSA_MAX_KEY_BITS: c_int = 4096;
/// Stands for a key too long to be held.
pub const PSA_KEY_BITS_TOO_LARGE: psa_key_bits_t = 0xFFFF;
