/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PK_H
#define MBEDTLS_PK_H

/** \file pk.h
 * A public or private key of any kind.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "psa/crypto.h"

#ifdef __cplusplus
extern "C" {
#endif
/** A kind of key; its content is private. */
typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;

/** Most items that mbedtls_pk_debug() yields. */
#define MBEDTLS_PK_DEBUG_MAX_ITEMS 3

/** Longest encoded elliptic curve public key, in bytes. */
#define MBEDTLS_PK_MAX_EC_PUBKEY_RAW_LEN 133

/** Longest signature of any key, in bytes. */
#define MBEDTLS_PK_SIGNATURE_MAX_SIZE 1024

/** The output buffer is too small. */
#define MBEDTLS_ERR_PK_BUFFER_TOO_SMALL -0x3880

/** The signature is valid but followed by further bytes. */
#define MBEDTLS_ERR_PK_SIG_LEN_MISMATCH -0x3900

/** The kind of key or operation is not available. */
#define MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE -0x3980

/** The curve is not supported. */
#define MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE -0x3A00

/** The algorithm or its parameters are malformed. */
#define MBEDTLS_ERR_PK_INVALID_ALG -0x3A80

/** The public key is malformed. */
#define MBEDTLS_ERR_PK_INVALID_PUBKEY -0x3B00

/** The password does not open the key. */
#define MBEDTLS_ERR_PK_PASSWORD_MISMATCH -0x3B80

/** The key is encrypted and no password was given. */
#define MBEDTLS_ERR_PK_PASSWORD_REQUIRED -0x3C00

/** The kind of key is not supported. */
#define MBEDTLS_ERR_PK_UNKNOWN_PK_ALG -0x3C80

/** The key is malformed or of an unknown format. */
#define MBEDTLS_ERR_PK_KEY_INVALID_FORMAT -0x3D00

/** The version of the key structure is not supported. */
#define MBEDTLS_ERR_PK_KEY_INVALID_VERSION -0x3D80

/** The key file could not be read. */
#define MBEDTLS_ERR_PK_FILE_IO_ERROR -0x3E00

/** An argument is invalid. */
#define MBEDTLS_ERR_PK_BAD_INPUT_DATA -0x3E80

/** The kind of key does not fit the operation. */
#define MBEDTLS_ERR_PK_TYPE_MISMATCH -0x3F00

/** Out of memory. */
#define MBEDTLS_ERR_PK_ALLOC_FAILED -0x3F80

/** File number of a stored random seed. */
#define PSA_CRYPTO_ITS_RANDOM_SEED_UID 4294967122

/** An operation is not interrupted. */
#define PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED 4294967295

/** Most iterations of PBKDF2. */
#define PSA_VENDOR_PBKDF2_MAX_ITERATIONS 4294967295

/** Keys that 3.6 can hold at once by default; there is no such limit here. */
#define MBEDTLS_PSA_KEY_SLOT_COUNT 32

/** Longest key, in bytes. */
#define MBEDTLS_PSA_STATIC_KEY_SLOT_BUFFER_SIZE 2363

/** Most bytes that finishing an AEAD encryption yields. */
#define PSA_AEAD_FINISH_OUTPUT_MAX_SIZE 16

/** Longest AEAD nonce, in bytes. */
#define PSA_AEAD_NONCE_MAX_SIZE 13

/** Where an AEAD algorithm holds the length of its tag. */
#define PSA_AEAD_TAG_LENGTH_OFFSET 16

/** Longest AEAD tag, in bytes. */
#define PSA_AEAD_TAG_MAX_SIZE 16

/** Most bytes that finishing an AEAD decryption yields. */
#define PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE 16

/** Most bytes that an asymmetric decryption yields. */
#define PSA_ASYMMETRIC_DECRYPT_OUTPUT_MAX_SIZE 512

/** Most bytes that an asymmetric encryption yields. */
#define PSA_ASYMMETRIC_ENCRYPT_OUTPUT_MAX_SIZE 512

/** Largest block of a cipher, in bytes. */
#define PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE 16

/** Most bytes that finishing a cipher yields. */
#define PSA_CIPHER_FINISH_OUTPUT_MAX_SIZE 16

/** Longest initialization vector, in bytes. */
#define PSA_CIPHER_IV_MAX_SIZE 16

/** Longest key of a cipher, in bytes. */
#define PSA_CIPHER_MAX_KEY_LENGTH 32

/** Major version of the PSA interface. */
#define PSA_CRYPTO_API_VERSION_MAJOR 1

/** Minor version of the PSA interface. */
#define PSA_CRYPTO_API_VERSION_MINOR 0

/** Longest exported key of any asymmetric kind, in bytes. */
#define PSA_EXPORT_ASYMMETRIC_KEY_MAX_SIZE 2363

/** Longest exported key pair, in bytes. */
#define PSA_EXPORT_KEY_PAIR_MAX_SIZE 2363

/** Longest exported key pair or public key, in bytes. */
#define PSA_EXPORT_KEY_PAIR_OR_PUBLIC_MAX_SIZE 2363

/** Longest exported public key, in bytes. */
#define PSA_EXPORT_PUBLIC_KEY_MAX_SIZE 1024

/** Longest hash, in bytes. */
#define PSA_HASH_MAX_SIZE 64

/** Largest block of a hash function, in bytes. */
#define PSA_HMAC_MAX_HASH_BLOCK_SIZE 144

/** Longest MAC, in bytes. */
#define PSA_MAC_MAX_SIZE 64

/** Where a MAC algorithm holds its truncated length. */
#define PSA_MAC_TRUNCATION_OFFSET 16

/** Longest key, in bits. */
#define PSA_MAX_KEY_BITS 65528

/** Longest input of a step of a password-authenticated exchange. */
#define PSA_PAKE_INPUT_MAX_SIZE 65

/** The inputs are being collected. */
#define PSA_PAKE_OPERATION_STAGE_COLLECT_INPUTS 1

/** The exchange is going on. */
#define PSA_PAKE_OPERATION_STAGE_COMPUTATION 2

/** Nothing has been set up. */
#define PSA_PAKE_OPERATION_STAGE_SETUP 0

/** Longest output of a step of a password-authenticated exchange. */
#define PSA_PAKE_OUTPUT_MAX_SIZE 65

/** Longest shared secret, in bytes. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE 1024

/** Longest signature, in bytes. */
#define PSA_SIGNATURE_MAX_SIZE 512

/** Length of the premaster secret, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_DATA_SIZE 32

/** Length of the point that the premaster secret is made of, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_INPUT_SIZE 65

/** Longest pre-shared key, in bytes. */
#define PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE 128

/** Longest elliptic curve key, in bits. */
#define PSA_VENDOR_ECC_MAX_CURVE_BITS 521

/** Longest ECDSA signature, in bytes. */
#define PSA_VENDOR_ECDSA_SIGNATURE_MAX_SIZE 132

/** Longest finite-field key, in bits. */
#define PSA_VENDOR_FFDH_MAX_KEY_BITS 8192

/** Shortest RSA key that is made, in bits. */
#define PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS 1024

/** Longest RSA key, in bits. */
#define PSA_VENDOR_RSA_MAX_KEY_BITS 4096

/** What an item for debug output is. */
typedef enum mbedtls_pk_debug_type {
    /** No value. */
    MBEDTLS_PK_DEBUG_NONE = 0,
    /** The value is a `mbedtls_mpi`. */
    MBEDTLS_PK_DEBUG_MPI = 1,
    /** The value is a `mbedtls_ecp_point`. */
    MBEDTLS_PK_DEBUG_ECP = 2,
    /** The value is an encoded elliptic curve point. */
    MBEDTLS_PK_DEBUG_PSA_EC = 3
} mbedtls_pk_debug_type;

/** Kinds of keys, and of what can be done with them. */
typedef enum mbedtls_pk_type_t {
    /** No key. */
    MBEDTLS_PK_NONE = 0,
    /** RSA key. */
    MBEDTLS_PK_RSA = 1,
    /** Elliptic curve key. */
    MBEDTLS_PK_ECKEY = 2,
    /** Elliptic curve key for key agreement only. */
    MBEDTLS_PK_ECKEY_DH = 3,
    /** Elliptic curve key for signatures only. */
    MBEDTLS_PK_ECDSA = 4,
    /** RSA key reached through functions of the application. */
    MBEDTLS_PK_RSA_ALT = 5,
    /** RSA with PSS signatures (an algorithm of signatures, not a kind of key). */
    MBEDTLS_PK_RSASSA_PSS = 6,
    /** A key that the PSA interface holds. */
    MBEDTLS_PK_OPAQUE = 7,
    /** Ed25519 key. DEVIATION: 3.6 has no such keys; the number is far from those it may yet give out. */
    MBEDTLS_PK_ED25519 = 16384
} mbedtls_pk_type_t;

/** What a call comes back with: PSA_SUCCESS or a PSA_ERROR_*. */
typedef int32_t psa_status_t;

/** Number of a key. */
typedef uint32_t psa_key_id_t;

/** Number of a key, as functions take it. */
typedef psa_key_id_t mbedtls_svc_key_id_t;

/** An algorithm. */
typedef uint32_t psa_algorithm_t;

/** An AEAD operation under way. */
typedef struct psa_aead_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[59];
} psa_aead_operation_s;

/** An AEAD operation under way. */
typedef struct psa_aead_operation_s psa_aead_operation_t;

/** A kind of key. */
typedef uint16_t psa_key_type_t;

/** Length of a key, in bits. */
typedef uint16_t psa_key_bits_t;

/** Where a key lives, and how long. */
typedef uint32_t psa_key_lifetime_t;

/** What a key may be used for: PSA_KEY_USAGE_* bits. */
typedef uint32_t psa_key_usage_t;

/** What a key may be used for. */
typedef struct psa_key_policy_s {
    /** PSA_KEY_USAGE_* bits. */
    psa_key_usage_t MBEDTLS_PRIVATE(usage);
    /** The algorithm. */
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    /** A second algorithm. */
    psa_algorithm_t MBEDTLS_PRIVATE(alg2);
} psa_key_policy_s;

/** What a key may be used for. */
typedef struct psa_key_policy_s psa_key_policy_t;

/** What is known of a key, or asked of a new one. */
typedef struct psa_key_attributes_s {
    /** Kind of key. */
    psa_key_type_t MBEDTLS_PRIVATE(type);
    /** Length, in bits. */
    psa_key_bits_t MBEDTLS_PRIVATE(bits);
    /** Where it lives, and how long. */
    psa_key_lifetime_t MBEDTLS_PRIVATE(lifetime);
    /** What it may be used for. */
    psa_key_policy_t MBEDTLS_PRIVATE(policy);
    /** Its number. */
    mbedtls_svc_key_id_t MBEDTLS_PRIVATE(id);
} psa_key_attributes_s;

/** What is known of a key, or asked of a new one. */
typedef struct psa_key_attributes_s psa_key_attributes_t;

/** Number of a key, in an older fashion. */
typedef mbedtls_svc_key_id_t psa_key_handle_t;

/** A cipher operation under way. */
typedef struct psa_cipher_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[14];
} psa_cipher_operation_s;

/** A cipher operation under way. */
typedef struct psa_cipher_operation_s psa_cipher_operation_t;

/** A key derivation under way. */
typedef struct psa_key_derivation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[71];
} psa_key_derivation_s;

/** A key derivation under way. */
typedef struct psa_key_derivation_s psa_key_derivation_operation_t;

/** Step of a key derivation. */
typedef uint16_t psa_key_derivation_step_t;

/** How a key is to be made. */
typedef struct psa_custom_key_parameters_s {
    /** Flags. */
    uint32_t flags;
} psa_custom_key_parameters_s;

/** How a key is to be made. */
typedef struct psa_custom_key_parameters_s psa_custom_key_parameters_t;

/** A hash operation under way. */
typedef struct psa_hash_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[29];
} psa_hash_operation_s;

/** A hash operation under way. */
typedef struct psa_hash_operation_s psa_hash_operation_t;

/** A signature under way that can be interrupted. */
typedef struct psa_sign_hash_interruptible_operation_s {
    /** Not to be touched. */
    unsigned int MBEDTLS_PRIVATE(reserved)[4];
} psa_sign_hash_interruptible_operation_s;

/** A signature under way that can be interrupted. */
typedef struct psa_sign_hash_interruptible_operation_s psa_sign_hash_interruptible_operation_t;

/** A verification under way that can be interrupted. */
typedef struct psa_verify_hash_interruptible_operation_s {
    /** Not to be touched. */
    unsigned int MBEDTLS_PRIVATE(reserved)[4];
} psa_verify_hash_interruptible_operation_s;

/** A verification under way that can be interrupted. */
typedef struct psa_verify_hash_interruptible_operation_s psa_verify_hash_interruptible_operation_t;

/** How many keys there are. */
typedef struct mbedtls_psa_stats_s {
    /** Keys that are not stored. */
    size_t MBEDTLS_PRIVATE(volatile_slots);
    /** Keys that are stored: none. */
    size_t MBEDTLS_PRIVATE(persistent_slots);
    /** Keys that are elsewhere: none. */
    size_t MBEDTLS_PRIVATE(external_slots);
    /** Keys under construction: none. */
    size_t MBEDTLS_PRIVATE(half_filled_slots);
    /** Copies of stored keys: none. */
    size_t MBEDTLS_PRIVATE(cache_slots);
    /** Room that is reserved for keys: none. */
    size_t MBEDTLS_PRIVATE(empty_slots);
    /** Keys in use: not counted. */
    size_t MBEDTLS_PRIVATE(locked_slots);
    /** Largest number of a stored key: none. */
    psa_key_id_t MBEDTLS_PRIVATE(max_open_internal_key_id);
    /** Largest number of a key that is elsewhere: none. */
    psa_key_id_t MBEDTLS_PRIVATE(max_open_external_key_id);
} mbedtls_psa_stats_s;

/** How many keys there are. */
typedef struct mbedtls_psa_stats_s mbedtls_psa_stats_t;

/** A MAC operation under way. */
typedef struct psa_mac_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[50];
} psa_mac_operation_s;

/** A MAC operation under way. */
typedef struct psa_mac_operation_s psa_mac_operation_t;

/** A public key, or a key pair. */
typedef struct mbedtls_pk_context {
    /** The kind of key; NULL while there is none. */
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    /** The key: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` for keys of those kinds. */
    void *MBEDTLS_PRIVATE(pk_ctx);
} mbedtls_pk_context;

/** Decrypts with a key that the application holds. */
typedef int (*mbedtls_pk_rsa_alt_decrypt_func)(void *ctx,
                                               size_t *olen,
                                               const unsigned char *input,
                                               unsigned char *output,
                                               size_t output_max_len);

/** Signs with a key that the application holds. */
typedef int (*mbedtls_pk_rsa_alt_sign_func)(void *ctx,
                                            mbedtls_f_rng_t *f_rng,
                                            void *p_rng,
                                            mbedtls_md_type_t md_alg,
                                            unsigned int hashlen,
                                            const unsigned char *hash,
                                            unsigned char *sig);

/** Length of a key that the application holds, in bytes. */
typedef size_t (*mbedtls_pk_rsa_alt_key_len_func)(void *ctx);

/** An item for debug output. */
typedef struct mbedtls_pk_debug_item {
    /** What the value is. */
    enum mbedtls_pk_debug_type MBEDTLS_PRIVATE(type);
    /** Its name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** The value. */
    void *MBEDTLS_PRIVATE(value);
} mbedtls_pk_debug_item;

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_pk_restart_ctx;

/** A family of elliptic curves. */
typedef uint8_t psa_ecc_family_t;

/** A family of finite-field groups. */
typedef uint8_t psa_dh_family_t;

/** How long a key lives. */
typedef uint8_t psa_key_persistence_t;

/** Where a key lives. */
typedef uint32_t psa_key_location_t;

/** What a password-authenticated exchange computes in. */
typedef uint8_t psa_pake_primitive_type_t;

/** Role in a password-authenticated exchange. */
typedef uint8_t psa_pake_role_t;

/** Step of a password-authenticated exchange. */
typedef uint8_t psa_pake_step_t;

/** Parameters of an RSASSA-PSS signature. */
typedef struct mbedtls_pk_rsassa_pss_options {
    /** Hash function of the mask. */
    mbedtls_md_type_t mgf1_hash_id;
    /** Length of the salt, or MBEDTLS_RSA_SALT_LEN_ANY. */
    int expected_salt_len;
} mbedtls_pk_rsassa_pss_options;

/** There is such a thing already. */
#define PSA_ERROR_ALREADY_EXISTS -139

/** The call does not fit the state of the operation. */
#define PSA_ERROR_BAD_STATE -137

/** The output does not fit the buffer. */
#define PSA_ERROR_BUFFER_TOO_SMALL -138

/** The service could not be reached. */
#define PSA_ERROR_COMMUNICATION_FAILURE -145

/** Internal data was found corrupted. */
#define PSA_ERROR_CORRUPTION_DETECTED -151

/** Stored data is corrupted. */
#define PSA_ERROR_DATA_CORRUPT -152

/** Stored data is not understood. */
#define PSA_ERROR_DATA_INVALID -153

/** There is no such thing. */
#define PSA_ERROR_DOES_NOT_EXIST -140

/** An error without a code of its own. */
#define PSA_ERROR_GENERIC_ERROR -132

/** The hardware failed. */
#define PSA_ERROR_HARDWARE_FAILURE -147

/** There is less data than asked for. */
#define PSA_ERROR_INSUFFICIENT_DATA -143

/** No randomness is to be had. */
#define PSA_ERROR_INSUFFICIENT_ENTROPY -148

/** Out of memory. */
#define PSA_ERROR_INSUFFICIENT_MEMORY -141

/** No room for a persistent key. */
#define PSA_ERROR_INSUFFICIENT_STORAGE -142

/** An argument is invalid. */
#define PSA_ERROR_INVALID_ARGUMENT -135

/** There is no such key. */
#define PSA_ERROR_INVALID_HANDLE -136

/** The padding of the plaintext is wrong. */
#define PSA_ERROR_INVALID_PADDING -150

/** The signature, tag or hash is not right. */
#define PSA_ERROR_INVALID_SIGNATURE -149

/** The policy of the key does not allow this. */
#define PSA_ERROR_NOT_PERMITTED -133

/** This is not offered. */
#define PSA_ERROR_NOT_SUPPORTED -134

/** The service did not answer. */
#define PSA_ERROR_SERVICE_FAILURE -144

/** The storage failed. */
#define PSA_ERROR_STORAGE_FAILURE -146

/** The operation is not finished; call again. */
#define PSA_OPERATION_INCOMPLETE -248

/** The call did what it was asked for. */
#define PSA_SUCCESS 0

/** Bit of an algorithm: aead at least this length. */
#define PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG 32768

/** Bit of an algorithm: aead from block. */
#define PSA_ALG_AEAD_FROM_BLOCK_FLAG 4194304

/** Bits of an algorithm: aead tag length. */
#define PSA_ALG_AEAD_TAG_LENGTH_MASK 4128768

/** In a policy: any hash function. */
#define PSA_ALG_ANY_HASH 33554687

/** Category of algorithms: aead. */
#define PSA_ALG_CATEGORY_AEAD 83886080

/** Category of algorithms: asymmetric encryption. */
#define PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION 117440512

/** Category of algorithms: cipher. */
#define PSA_ALG_CATEGORY_CIPHER 67108864

/** Category of algorithms: hash. */
#define PSA_ALG_CATEGORY_HASH 33554432

/** Category of algorithms: key agreement. */
#define PSA_ALG_CATEGORY_KEY_AGREEMENT 150994944

/** Category of algorithms: key derivation. */
#define PSA_ALG_CATEGORY_KEY_DERIVATION 134217728

/** Category of algorithms: mac. */
#define PSA_ALG_CATEGORY_MAC 50331648

/** The bits of an algorithm that hold its category. */
#define PSA_ALG_CATEGORY_MASK 2130706432

/** Category of algorithms: pake. */
#define PSA_ALG_CATEGORY_PAKE 167772160

/** Category of algorithms: sign. */
#define PSA_ALG_CATEGORY_SIGN 100663296

/** Algorithm CBC-MAC. */
#define PSA_ALG_CBC_MAC 62914816

/** Algorithm CBC-NO-PADDING. */
#define PSA_ALG_CBC_NO_PADDING 71319552

/** Algorithm CBC-PKCS7. */
#define PSA_ALG_CBC_PKCS7 71319808

/** Algorithm CCM. */
#define PSA_ALG_CCM 89129216

/** Algorithm CCM-STAR-NO-TAG. */
#define PSA_ALG_CCM_STAR_NO_TAG 79696640

/** Algorithm CFB. */
#define PSA_ALG_CFB 79696128

/** Algorithm CHACHA20-POLY1305. */
#define PSA_ALG_CHACHA20_POLY1305 84935936

/** Bit of an algorithm: cipher from block. */
#define PSA_ALG_CIPHER_FROM_BLOCK_FLAG 4194304

/** Algorithms of the family CIPHER-MAC, before their parameter is added. */
#define PSA_ALG_CIPHER_MAC_BASE 62914560

/** Bit of an algorithm: cipher stream. */
#define PSA_ALG_CIPHER_STREAM_FLAG 8388608

/** Algorithm CMAC. */
#define PSA_ALG_CMAC 62915072

/** Algorithm CTR. */
#define PSA_ALG_CTR 79695872

/** Algorithms of the family DETERMINISTIC-DSA, before their parameter is added. */
#define PSA_ALG_DETERMINISTIC_DSA_BASE 100664576

/** Algorithms of the family DETERMINISTIC-ECDSA, before their parameter is added. */
#define PSA_ALG_DETERMINISTIC_ECDSA_BASE 100665088

/** Algorithms of the family DSA, before their parameter is added. */
#define PSA_ALG_DSA_BASE 100664320

/** Bit of an algorithm: dsa deterministic. */
#define PSA_ALG_DSA_DETERMINISTIC_FLAG 256

/** Algorithm ECB-NO-PADDING. */
#define PSA_ALG_ECB_NO_PADDING 71320576

/** Algorithm ECDH. */
#define PSA_ALG_ECDH 151126016

/** Algorithm ECDSA-ANY. */
#define PSA_ALG_ECDSA_ANY 100664832

/** Algorithms of the family ECDSA, before their parameter is added. */
#define PSA_ALG_ECDSA_BASE 100664832

/** Bit of an algorithm: ecdsa deterministic. */
#define PSA_ALG_ECDSA_DETERMINISTIC_FLAG 256

/** Algorithm ED25519PH. */
#define PSA_ALG_ED25519PH 100665611

/** Algorithm ED448PH. */
#define PSA_ALG_ED448PH 100665621

/** Algorithm FFDH. */
#define PSA_ALG_FFDH 151060480

/** Algorithm GCM. */
#define PSA_ALG_GCM 89129472

/** Algorithms of the family HASH-EDDSA, before their parameter is added. */
#define PSA_ALG_HASH_EDDSA_BASE 100665600

/** Bits of an algorithm: hash. */
#define PSA_ALG_HASH_MASK 255

/** Algorithms of the family HKDF, before their parameter is added. */
#define PSA_ALG_HKDF_BASE 134217984

/** Algorithms of the family HKDF-EXPAND, before their parameter is added. */
#define PSA_ALG_HKDF_EXPAND_BASE 134219008

/** Algorithms of the family HKDF-EXTRACT, before their parameter is added. */
#define PSA_ALG_HKDF_EXTRACT_BASE 134218752

/** Algorithms of the family HMAC, before their parameter is added. */
#define PSA_ALG_HMAC_BASE 58720256

/** Algorithm JPAKE. */
#define PSA_ALG_JPAKE 167772416

/** Bits of an algorithm: key agreement. */
#define PSA_ALG_KEY_AGREEMENT_MASK 4294901760

/** Bits of an algorithm: key derivation. */
#define PSA_ALG_KEY_DERIVATION_MASK 4261478399

/** Bit of an algorithm: key derivation stretching. */
#define PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG 8388608

/** Bit of an algorithm: mac at least this length. */
#define PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG 32768

/** Bits of an algorithm: mac subcategory. */
#define PSA_ALG_MAC_SUBCATEGORY_MASK 12582912

/** Bits of an algorithm: mac truncation. */
#define PSA_ALG_MAC_TRUNCATION_MASK 4128768

/** Algorithm MD5. */
#define PSA_ALG_MD5 33554435

/** No algorithm. */
#define PSA_ALG_NONE 0

/** Algorithm OFB. */
#define PSA_ALG_OFB 79696384

/** Algorithm PBKDF2-AES-CMAC-PRF-128. */
#define PSA_ALG_PBKDF2_AES_CMAC_PRF_128 142606848

/** Algorithms of the family PBKDF2-HMAC, before their parameter is added. */
#define PSA_ALG_PBKDF2_HMAC_BASE 142606592

/** Algorithm PURE-EDDSA. */
#define PSA_ALG_PURE_EDDSA 100665344

/** Algorithm RIPEMD160. */
#define PSA_ALG_RIPEMD160 33554436

/** Algorithms of the family RSA-OAEP, before their parameter is added. */
#define PSA_ALG_RSA_OAEP_BASE 117441280

/** Algorithm RSA-PKCS1V15-CRYPT. */
#define PSA_ALG_RSA_PKCS1V15_CRYPT 117441024

/** Algorithms of the family RSA-PKCS1V15-SIGN, before their parameter is added. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_BASE 100663808

/** Algorithm RSA-PKCS1V15-SIGN-RAW. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_RAW 100663808

/** Algorithms of the family RSA-PSS-ANY-SALT, before their parameter is added. */
#define PSA_ALG_RSA_PSS_ANY_SALT_BASE 100668160

/** Algorithms of the family RSA-PSS, before their parameter is added. */
#define PSA_ALG_RSA_PSS_BASE 100664064

/** Algorithm SHA3-224. */
#define PSA_ALG_SHA3_224 33554448

/** Algorithm SHA3-256. */
#define PSA_ALG_SHA3_256 33554449

/** Algorithm SHA3-384. */
#define PSA_ALG_SHA3_384 33554450

/** Algorithm SHA3-512. */
#define PSA_ALG_SHA3_512 33554451

/** Algorithm SHAKE256-512. */
#define PSA_ALG_SHAKE256_512 33554453

/** Algorithm SHA-1. */
#define PSA_ALG_SHA_1 33554437

/** Algorithm SHA-224. */
#define PSA_ALG_SHA_224 33554440

/** Algorithm SHA-256. */
#define PSA_ALG_SHA_256 33554441

/** Algorithm SHA-384. */
#define PSA_ALG_SHA_384 33554442

/** Algorithm SHA-512. */
#define PSA_ALG_SHA_512 33554443

/** Algorithm SHA-512-224. */
#define PSA_ALG_SHA_512_224 33554444

/** Algorithm SHA-512-256. */
#define PSA_ALG_SHA_512_256 33554445

/** Algorithm STREAM-CIPHER. */
#define PSA_ALG_STREAM_CIPHER 75497728

/** Algorithm TLS12-ECJPAKE-TO-PMS. */
#define PSA_ALG_TLS12_ECJPAKE_TO_PMS 134219273

/** Algorithms of the family TLS12-PRF, before their parameter is added. */
#define PSA_ALG_TLS12_PRF_BASE 134218240

/** Algorithms of the family TLS12-PSK-TO-MS, before their parameter is added. */
#define PSA_ALG_TLS12_PSK_TO_MS_BASE 134218496

/** Bit of an algorithm: vendor. */
#define PSA_ALG_VENDOR_FLAG 2147483648

/** Algorithm XTS. */
#define PSA_ALG_XTS 71368448

/** Kind of key: AES. */
#define PSA_KEY_TYPE_AES 9216

/** Kind of key: ARIA. */
#define PSA_KEY_TYPE_ARIA 9222

/** Kind of key: CAMELLIA. */
#define PSA_KEY_TYPE_CAMELLIA 9219

/** Category of keys: flag pair. */
#define PSA_KEY_TYPE_CATEGORY_FLAG_PAIR 12288

/** Category of keys: key pair. */
#define PSA_KEY_TYPE_CATEGORY_KEY_PAIR 28672

/** The bits of a kind of key that hold its category. */
#define PSA_KEY_TYPE_CATEGORY_MASK 28672

/** Category of keys: public key. */
#define PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY 16384

/** Category of keys: raw. */
#define PSA_KEY_TYPE_CATEGORY_RAW 4096

/** Category of keys: symmetric. */
#define PSA_KEY_TYPE_CATEGORY_SYMMETRIC 8192

/** Kind of key: CHACHA20. */
#define PSA_KEY_TYPE_CHACHA20 8196

/** Kind of key: DERIVE. */
#define PSA_KEY_TYPE_DERIVE 4608

/** Kind of key: DES. */
#define PSA_KEY_TYPE_DES 8961

/** Bits of a kind of key: dh group. */
#define PSA_KEY_TYPE_DH_GROUP_MASK 255

/** Kinds of keys of the family DH-KEY-PAIR, before their parameter is added. */
#define PSA_KEY_TYPE_DH_KEY_PAIR_BASE 29184

/** Kinds of keys of the family DH-PUBLIC-KEY, before their parameter is added. */
#define PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE 16896

/** Kind of key: DSA-KEY-PAIR. */
#define PSA_KEY_TYPE_DSA_KEY_PAIR 28674

/** Kind of key: DSA-PUBLIC-KEY. */
#define PSA_KEY_TYPE_DSA_PUBLIC_KEY 16386

/** Bits of a kind of key: ecc curve. */
#define PSA_KEY_TYPE_ECC_CURVE_MASK 255

/** Kinds of keys of the family ECC-KEY-PAIR, before their parameter is added. */
#define PSA_KEY_TYPE_ECC_KEY_PAIR_BASE 28928

/** Kinds of keys of the family ECC-PUBLIC-KEY, before their parameter is added. */
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE 16640

/** Kind of key: HMAC. */
#define PSA_KEY_TYPE_HMAC 4352

/** Kind of key: NONE. */
#define PSA_KEY_TYPE_NONE 0

/** Kind of key: PASSWORD. */
#define PSA_KEY_TYPE_PASSWORD 4611

/** Kind of key: PASSWORD-HASH. */
#define PSA_KEY_TYPE_PASSWORD_HASH 4613

/** Kind of key: PEPPER. */
#define PSA_KEY_TYPE_PEPPER 4614

/** Kind of key: RAW-DATA. */
#define PSA_KEY_TYPE_RAW_DATA 4097

/** Kind of key: RSA-KEY-PAIR. */
#define PSA_KEY_TYPE_RSA_KEY_PAIR 28673

/** Kind of key: RSA-PUBLIC-KEY. */
#define PSA_KEY_TYPE_RSA_PUBLIC_KEY 16385

/** Bit of a kind of key: vendor. */
#define PSA_KEY_TYPE_VENDOR_FLAG 32768

/** The key may be used to: copy. */
#define PSA_KEY_USAGE_COPY 2

/** The key may be used to: decrypt. */
#define PSA_KEY_USAGE_DECRYPT 512

/** The key may be used to: derive. */
#define PSA_KEY_USAGE_DERIVE 16384

/** The key may be used to: encrypt. */
#define PSA_KEY_USAGE_ENCRYPT 256

/** The key may be used to: export. */
#define PSA_KEY_USAGE_EXPORT 1

/** The key may be used to: sign hash. */
#define PSA_KEY_USAGE_SIGN_HASH 4096

/** The key may be used to: sign message. */
#define PSA_KEY_USAGE_SIGN_MESSAGE 1024

/** The key may be used to: verify derivation. */
#define PSA_KEY_USAGE_VERIFY_DERIVATION 32768

/** The key may be used to: verify hash. */
#define PSA_KEY_USAGE_VERIFY_HASH 8192

/** The key may be used to: verify message. */
#define PSA_KEY_USAGE_VERIFY_MESSAGE 2048

/** Elliptic curves: brainpool p r1. */
#define PSA_ECC_FAMILY_BRAINPOOL_P_R1 48

/** Elliptic curves: montgomery. */
#define PSA_ECC_FAMILY_MONTGOMERY 65

/** Elliptic curves: secp k1. */
#define PSA_ECC_FAMILY_SECP_K1 23

/** Elliptic curves: secp r1. */
#define PSA_ECC_FAMILY_SECP_R1 18

/** Elliptic curves: secp r2. */
#define PSA_ECC_FAMILY_SECP_R2 27

/** Elliptic curves: sect k1. */
#define PSA_ECC_FAMILY_SECT_K1 39

/** Elliptic curves: sect r1. */
#define PSA_ECC_FAMILY_SECT_R1 34

/** Elliptic curves: sect r2. */
#define PSA_ECC_FAMILY_SECT_R2 43

/** Elliptic curves: twisted edwards. */
#define PSA_ECC_FAMILY_TWISTED_EDWARDS 66

/** Finite-field groups: CUSTOM. */
#define PSA_DH_FAMILY_CUSTOM 126

/** Finite-field groups: RFC7919. */
#define PSA_DH_FAMILY_RFC7919 3

/** The key is stored. */
#define PSA_KEY_LIFETIME_PERSISTENT 1

/** The key lives as long as the process. */
#define PSA_KEY_LIFETIME_VOLATILE 0

/** The key is stored. */
#define PSA_KEY_PERSISTENCE_DEFAULT 1

/** The key is stored and cannot be destroyed. */
#define PSA_KEY_PERSISTENCE_READ_ONLY 255

/** The key is not stored. */
#define PSA_KEY_PERSISTENCE_VOLATILE 0

/** The key is in memory of the library. */
#define PSA_KEY_LOCATION_LOCAL_STORAGE 0

/** Bit of locations that are up to the platform. */
#define PSA_KEY_LOCATION_VENDOR_FLAG 8388608

/** Highest number of a key built into the platform. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MAX 2147479551

/** Lowest number of a key built into the platform. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MIN 2147418112

/** No key. */
#define MBEDTLS_SVC_KEY_ID_INIT 0

/** No key. */
#define PSA_KEY_HANDLE_INIT 0

/** No key. */
#define PSA_KEY_ID_NULL 0

/** Highest number that an application may give a key. */
#define PSA_KEY_ID_USER_MAX 1073741823

/** Lowest number that an application may give a key. */
#define PSA_KEY_ID_USER_MIN 1

/** Highest number that the platform may give a key. */
#define PSA_KEY_ID_VENDOR_MAX 2147483647

/** Lowest number that the platform may give a key. */
#define PSA_KEY_ID_VENDOR_MIN 1073741824

/** Step of a key derivation: cost. */
#define PSA_KEY_DERIVATION_INPUT_COST 517

/** Step of a key derivation: info. */
#define PSA_KEY_DERIVATION_INPUT_INFO 515

/** Step of a key derivation: label. */
#define PSA_KEY_DERIVATION_INPUT_LABEL 513

/** Step of a key derivation: other secret. */
#define PSA_KEY_DERIVATION_INPUT_OTHER_SECRET 259

/** Step of a key derivation: password. */
#define PSA_KEY_DERIVATION_INPUT_PASSWORD 258

/** Step of a key derivation: salt. */
#define PSA_KEY_DERIVATION_INPUT_SALT 514

/** Step of a key derivation: secret. */
#define PSA_KEY_DERIVATION_INPUT_SECRET 257

/** Step of a key derivation: seed. */
#define PSA_KEY_DERIVATION_INPUT_SEED 516

/** Finite fields. */
#define PSA_PAKE_PRIMITIVE_TYPE_DH 2

/** Elliptic curves. */
#define PSA_PAKE_PRIMITIVE_TYPE_ECC 1

/** Role in a password-authenticated exchange: client. */
#define PSA_PAKE_ROLE_CLIENT 17

/** Role in a password-authenticated exchange: first. */
#define PSA_PAKE_ROLE_FIRST 1

/** Role in a password-authenticated exchange: none. */
#define PSA_PAKE_ROLE_NONE 0

/** Role in a password-authenticated exchange: second. */
#define PSA_PAKE_ROLE_SECOND 2

/** Role in a password-authenticated exchange: server. */
#define PSA_PAKE_ROLE_SERVER 18

/** Step of a password-authenticated exchange: key share. */
#define PSA_PAKE_STEP_KEY_SHARE 1

/** Step of a password-authenticated exchange: zk proof. */
#define PSA_PAKE_STEP_ZK_PROOF 3

/** Step of a password-authenticated exchange: zk public. */
#define PSA_PAKE_STEP_ZK_PUBLIC 2

/** Stands for a key too long to be held. */
#define PSA_KEY_BITS_TOO_LARGE 65535

/**
 * Sets how much is told to the debug callbacks of all connections that begin from now on.
 *
 * \param threshold  0: nothing; 1: errors; 2: state changes; 3: information; 4: everything.
 */
void mbedtls_debug_set_threshold(int threshold);

/**
 * Encrypts a message, and puts its tag behind it.
 *
 * \param key  A key with PSA_KEY_USAGE_ENCRYPT.
 * \param alg  PSA_ALG_GCM, PSA_ALG_CCM or PSA_ALG_CHACHA20_POLY1305, that the key is for.
 * \param nonce,nonce_length  The nonce, which must never come twice with one key.
 * \param additional_data,additional_data_length  What is authenticated beside the message.
 * \param plaintext,plaintext_length  The message.
 * \param ciphertext,ciphertext_size  Where ciphertext and tag go; may be the message.
 * \param ciphertext_length  Gets their length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_encrypt(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *nonce,
                              size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *plaintext,
                              size_t plaintext_length,
                              uint8_t *ciphertext,
                              size_t ciphertext_size,
                              size_t *ciphertext_length);

/**
 * Decrypts what psa_aead_encrypt() made.
 *
 * \param key  A key with PSA_KEY_USAGE_DECRYPT.
 * \param alg,nonce,nonce_length,additional_data,additional_data_length  As for psa_aead_encrypt().
 * \param ciphertext,ciphertext_length  Ciphertext and tag.
 * \param plaintext,plaintext_size  Where the message goes; may be the ciphertext. On failure it gets zeros.
 * \param plaintext_length  Gets its length, 0 on failure.
 *
 * \return  As psa_aead_encrypt(), or PSA_ERROR_INVALID_SIGNATURE.
 */
psa_status_t psa_aead_decrypt(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *nonce,
                              size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *ciphertext,
                              size_t ciphertext_length,
                              uint8_t *plaintext,
                              size_t plaintext_size,
                              size_t *plaintext_length);

/** An operation that is not active. */
psa_aead_operation_t psa_aead_operation_init(void);

/**
 * Begins an encryption.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key,alg  As for psa_aead_encrypt(). The key may be destroyed meanwhile.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_encrypt_setup(psa_aead_operation_t *operation,
                                    mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg);

/**
 * Begins a decryption. What it puts out is not to be trusted before psa_aead_verify() came back with PSA_SUCCESS.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key,alg  As for psa_aead_decrypt(). The key may be destroyed meanwhile.
 *
 * \return  As psa_aead_encrypt_setup().
 */
psa_status_t psa_aead_decrypt_setup(psa_aead_operation_t *operation,
                                    mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg);

/**
 * Makes a nonce and sets it.
 *
 * \param operation  An active operation that encrypts.
 * \param nonce,nonce_size  Where it goes.
 * \param nonce_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
 * PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_aead_generate_nonce(psa_aead_operation_t *operation,
                                     uint8_t *nonce,
                                     size_t nonce_size,
                                     size_t *nonce_length);

/**
 * Sets the nonce.
 *
 * \param operation  An active operation.
 * \param nonce,nonce_length  The nonce.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_set_nonce(psa_aead_operation_t *operation,
                                const uint8_t *nonce,
                                size_t nonce_length);

/**
 * Announces how long associated data and message will be, in bytes. CCM needs to know, others check it.
 *
 * \param operation  An active operation to which neither came yet.
 * \param ad_length,plaintext_length  The lengths.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_set_lengths(psa_aead_operation_t *operation,
                                  size_t ad_length,
                                  size_t plaintext_length);

/**
 * Adds associated data.
 *
 * \param operation  An active operation with its nonce.
 * \param input,input_length  The data.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_update_ad(psa_aead_operation_t *operation,
                                const uint8_t *input,
                                size_t input_length);

/**
 * Encrypts or decrypts more of the message.
 *
 * \param operation  An active operation with its nonce. On failure it is not active any more.
 * \param input,input_length  What goes in.
 * \param output,output_size  Where it comes out; may be the input.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_update(psa_aead_operation_t *operation,
                             const uint8_t *input,
                             size_t input_length,
                             uint8_t *output,
                             size_t output_size,
                             size_t *output_length);

/**
 * Ends an encryption. The operation is not active after that.
 *
 * \param operation  An active operation that encrypts.
 * \param ciphertext,ciphertext_size  Not needed: all has come out already.
 * \param ciphertext_length  Gets 0.
 * \param tag,tag_size  Where the tag goes; what is left over is filled.
 * \param tag_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_finish(psa_aead_operation_t *operation,
                             uint8_t *ciphertext,
                             size_t ciphertext_size,
                             size_t *ciphertext_length,
                             uint8_t *tag,
                             size_t tag_size,
                             size_t *tag_length);

/**
 * Ends a decryption and compares the tag, in a time that does not depend on where it differs. The operation is not active
 * after that.
 *
 * \param operation  An active operation that decrypts.
 * \param plaintext,plaintext_size  Not needed: all has come out already.
 * \param plaintext_length  Gets 0.
 * \param tag,tag_length  The tag that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_verify(psa_aead_operation_t *operation,
                             uint8_t *plaintext,
                             size_t plaintext_size,
                             size_t *plaintext_length,
                             const uint8_t *tag,
                             size_t tag_length);

/**
 * Ends an operation. One that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_aead_abort(psa_aead_operation_t *operation);

/** Attributes of no key. */
psa_key_attributes_t psa_key_attributes_init(void);

/**
 * Makes attributes those of no key.
 *
 * \param attributes  The attributes; NULL is allowed and does nothing.
 */
void psa_reset_key_attributes(psa_key_attributes_t *attributes);

/**
 * Sets the number that a stored key is to have. A key that was not to be stored will be.
 *
 * \param attributes  The attributes.
 * \param key  The number.
 */
void psa_set_key_id(psa_key_attributes_t *attributes, mbedtls_svc_key_id_t key);

/**
 * Sets where a key is to live, and how long. A key that is not stored has no number.
 *
 * \param attributes  The attributes.
 * \param lifetime  PSA_KEY_LIFETIME_VOLATILE, for example.
 */
void psa_set_key_lifetime(psa_key_attributes_t *attributes, psa_key_lifetime_t lifetime);

/**
 * Adds the uses that others imply: who may sign a hash may sign a message.
 *
 * \param usage_flags  PSA_KEY_USAGE_* bits.
 */
void psa_extend_key_usage_flags(psa_key_usage_t *usage_flags);

/**
 * Sets what a key may be used for, with the uses that those imply.
 *
 * \param attributes  The attributes.
 * \param usage_flags  PSA_KEY_USAGE_* bits.
 */
void psa_set_key_usage_flags(psa_key_attributes_t *attributes, psa_key_usage_t usage_flags);

/**
 * Sets the algorithm that a key is for.
 *
 * \param attributes  The attributes.
 * \param alg  The algorithm.
 */
void psa_set_key_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg);

/**
 * Sets a second algorithm that a key is for.
 *
 * \param attributes  The attributes.
 * \param alg2  The algorithm.
 */
void psa_set_key_enrollment_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg2);

/**
 * Sets the kind of a key.
 *
 * \param attributes  The attributes.
 * \param type  PSA_KEY_TYPE_AES, for example.
 */
void psa_set_key_type(psa_key_attributes_t *attributes, psa_key_type_t type_);

/**
 * Sets the length of a key.
 *
 * \param attributes  The attributes.
 * \param bits  The length, in bits; more than PSA_MAX_KEY_BITS is remembered as a length that no key has.
 */
void psa_set_key_bits(psa_key_attributes_t *attributes,
                      size_t bits);

/**
 * The number of a stored key.
 *
 * \param attributes  Its attributes.
 */
mbedtls_svc_key_id_t psa_get_key_id(const psa_key_attributes_t *attributes);

/**
 * Where a key lives, and how long.
 *
 * \param attributes  Its attributes.
 */
psa_key_lifetime_t psa_get_key_lifetime(const psa_key_attributes_t *attributes);

/**
 * What a key may be used for: PSA_KEY_USAGE_* bits.
 *
 * \param attributes  Its attributes.
 */
psa_key_usage_t psa_get_key_usage_flags(const psa_key_attributes_t *attributes);

/**
 * The algorithm that a key is for.
 *
 * \param attributes  Its attributes.
 */
psa_algorithm_t psa_get_key_algorithm(const psa_key_attributes_t *attributes);

/**
 * The second algorithm that a key is for.
 *
 * \param attributes  Its attributes.
 */
psa_algorithm_t psa_get_key_enrollment_algorithm(const psa_key_attributes_t *attributes);

/**
 * The kind of a key.
 *
 * \param attributes  Its attributes.
 */
psa_key_type_t psa_get_key_type(const psa_key_attributes_t *attributes);

/**
 * The length of a key, in bits.
 *
 * \param attributes  Its attributes.
 */
size_t psa_get_key_bits(const psa_key_attributes_t *attributes);

/** A policy that allows nothing. */
psa_key_policy_t psa_key_policy_init(void);

/**
 * The number of a key.
 *
 * \param unused  Not looked at.
 * \param key_id  The number.
 */
mbedtls_svc_key_id_t mbedtls_svc_key_id_make(unsigned int unused, psa_key_id_t key_id);

/**
 * Whether two numbers of keys are the same: 1 or 0.
 *
 * \param id1,id2  The numbers.
 */
int mbedtls_svc_key_id_equal(mbedtls_svc_key_id_t id1, mbedtls_svc_key_id_t id2);

/**
 * Whether a number is no key's: 1 or 0.
 *
 * \param key  The number.
 */
int mbedtls_svc_key_id_is_null(mbedtls_svc_key_id_t key);

/**
 * Whether a handle is no key's: 1 or 0.
 *
 * \param handle  The handle.
 */
int psa_key_handle_is_null(psa_key_handle_t handle);

/** An operation that is not active. */
psa_cipher_operation_t psa_cipher_operation_init(void);

/**
 * Begins an encryption.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key  A key with PSA_KEY_USAGE_ENCRYPT. It may be destroyed meanwhile.
 * \param alg  The cipher, that the key is for.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_encrypt_setup(psa_cipher_operation_t *operation,
                                      mbedtls_svc_key_id_t key,
                                      psa_algorithm_t alg);

/**
 * Begins a decryption.
 *
 * \param operation,alg  As for psa_cipher_encrypt_setup().
 * \param key  A key with PSA_KEY_USAGE_DECRYPT.
 *
 * \return  As psa_cipher_encrypt_setup().
 */
psa_status_t psa_cipher_decrypt_setup(psa_cipher_operation_t *operation,
                                      mbedtls_svc_key_id_t key,
                                      psa_algorithm_t alg);

/**
 * Makes an initialization vector and sets it.
 *
 * \param operation  An active operation that encrypts.
 * \param iv,iv_size  Where it goes.
 * \param iv_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
 * PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_cipher_generate_iv(psa_cipher_operation_t *operation,
                                    uint8_t *iv,
                                    size_t iv_size,
                                    size_t *iv_length);

/**
 * Sets the initialization vector.
 *
 * \param operation  An active operation.
 * \param iv,iv_length  The initialization vector, of the length of PSA_CIPHER_IV_LENGTH().
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_set_iv(psa_cipher_operation_t *operation,
                               const uint8_t *iv,
                               size_t iv_length);

/**
 * Encrypts or decrypts more.
 *
 * \param operation  An active operation with its initialization vector. On failure it is not active any more.
 * \param input,input_length  What goes in.
 * \param output,output_size  Where it comes out; may be the input.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_update(psa_cipher_operation_t *operation,
                               const uint8_t *input,
                               size_t input_length,
                               uint8_t *output,
                               size_t output_size,
                               size_t *output_length);

/**
 * Ends an encryption or decryption. The operation is not active after that.
 *
 * \param operation  An active operation with its initialization vector.
 * \param output,output_size  Where what is left comes out.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_PADDING, or
 * PSA_ERROR_INVALID_ARGUMENT, also if the data is not whole blocks.
 */
psa_status_t psa_cipher_finish(psa_cipher_operation_t *operation,
                               uint8_t *output,
                               size_t output_size,
                               size_t *output_length);

/**
 * Ends an encryption or decryption. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_cipher_abort(psa_cipher_operation_t *operation);

/**
 * Encrypts a message with a fresh initialization vector, which comes before the ciphertext.
 *
 * \param key,alg  As for psa_cipher_encrypt_setup().
 * \param input,input_length  The message.
 * \param output,output_size  Where initialization vector and ciphertext go.
 * \param output_length  Gets their length, 0 on failure.
 *
 * \return  As psa_cipher_encrypt_setup() and psa_cipher_update(), or PSA_ERROR_INSUFFICIENT_ENTROPY.
 */
psa_status_t psa_cipher_encrypt(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                uint8_t *output,
                                size_t output_size,
                                size_t *output_length);

/**
 * Decrypts what psa_cipher_encrypt() made.
 *
 * \param key,alg  As for psa_cipher_decrypt_setup().
 * \param input,input_length  Initialization vector and ciphertext.
 * \param output,output_size  Where the message goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  As psa_cipher_decrypt_setup() and psa_cipher_finish().
 */
psa_status_t psa_cipher_decrypt(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                uint8_t *output,
                                size_t output_size,
                                size_t *output_length);

/**
 * Whether a cipher can be used with a kind of key.
 *
 * \param key_type  The kind of key.
 * \param cipher_alg  The cipher.
 *
 * \return  1 or 0.
 *
 * DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
 */
int psa_can_do_cipher(psa_key_type_t key_type, psa_algorithm_t cipher_alg);

/**
 * Sets the interface up. Nothing needs it; it may be called any number of times.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_INSUFFICIENT_ENTROPY if the operating system has no randomness.
 */
psa_status_t psa_crypto_init(void);

/** Destroys all keys. The interface may be used again after that. */
void mbedtls_psa_crypto_free(void);

/**
 * Fills a buffer with random bytes of the operating system.
 *
 * \param output,output_size  The buffer, of any size.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT for NULL with a size, or PSA_ERROR_INSUFFICIENT_ENTROPY.
 */
psa_status_t psa_generate_random(uint8_t *output,
                                 size_t output_size);

/** A derivation that is not active. */
psa_key_derivation_operation_t psa_key_derivation_operation_init(void);

/**
 * Begins a derivation.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param alg  PSA_ALG_HKDF(), PSA_ALG_HKDF_EXTRACT(), PSA_ALG_HKDF_EXPAND(), PSA_ALG_TLS12_PRF(),
 *     PSA_ALG_TLS12_PSK_TO_MS(), PSA_ALG_TLS12_ECJPAKE_TO_PMS or PSA_ALG_PBKDF2_HMAC(), alone or with PSA_ALG_ECDH before
 *     it (PSA_ALG_KEY_AGREEMENT()).
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_setup(psa_key_derivation_operation_t *operation,
                                      psa_algorithm_t alg);

/**
 * How many bytes may still come out.
 *
 * \param operation  An active operation.
 * \param capacity  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_key_derivation_get_capacity(const psa_key_derivation_operation_t *operation,
                                             size_t *capacity);

/**
 * Lets fewer bytes come out.
 *
 * \param operation  An active operation.
 * \param capacity  How many, at most as many as may still come out.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_set_capacity(psa_key_derivation_operation_t *operation,
                                             size_t capacity);

/**
 * Takes an input as bytes.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SALT, for example.
 * \param data,data_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_bytes(psa_key_derivation_operation_t *operation,
                                            psa_key_derivation_step_t step,
                                            const uint8_t *data,
                                            size_t data_length);

/**
 * Takes an input as a number.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  PSA_KEY_DERIVATION_INPUT_COST: how often PBKDF2 iterates.
 * \param value  The number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_integer(psa_key_derivation_operation_t *operation,
                                              psa_key_derivation_step_t step,
                                              uint64_t value);

/**
 * Takes a key as input.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SECRET, for example.
 * \param key  A key with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_key(psa_key_derivation_operation_t *operation,
                                          psa_key_derivation_step_t step,
                                          mbedtls_svc_key_id_t key);

/**
 * Agrees on a secret and takes it as input.
 *
 * \param operation  An active operation of a key agreement with a derivation.
 * \param step  PSA_KEY_DERIVATION_INPUT_SECRET, or another step that takes a secret.
 * \param private_key  A key pair with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
 * \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
 *
 * \return  As psa_key_derivation_input_key().
 */
psa_status_t psa_key_derivation_key_agreement(psa_key_derivation_operation_t *operation,
                                              psa_key_derivation_step_t step,
                                              mbedtls_svc_key_id_t private_key,
                                              const uint8_t *peer_key,
                                              size_t peer_key_length);

/**
 * Takes bytes out of a derivation.
 *
 * \param operation  An active operation that has its inputs.
 * \param output,output_length  Where they go; filled on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INSUFFICIENT_DATA, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_key_derivation_output_bytes(psa_key_derivation_operation_t *operation,
                                             uint8_t *output,
                                             size_t output_length);

/**
 * Takes a key out of a derivation.
 *
 * \param attributes  Kind, length and policy of the key.
 * \param operation  An active operation that has its inputs, the secret or password among them as a key.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INSUFFICIENT_DATA, PSA_ERROR_NOT_SUPPORTED
 * or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_output_key(const psa_key_attributes_t *attributes,
                                           psa_key_derivation_operation_t *operation,
                                           mbedtls_svc_key_id_t *key);

/**
 * Takes a key out of a derivation in a way of its own.
 *
 * \param attributes,operation,key  As for psa_key_derivation_output_key().
 * \param custom  NULL or flags, which must be 0.
 * \param custom_data,custom_data_length  Nothing.
 *
 * \return  As psa_key_derivation_output_key().
 */
psa_status_t psa_key_derivation_output_key_custom(const psa_key_attributes_t *attributes,
                                                  psa_key_derivation_operation_t *operation,
                                                  const psa_custom_key_parameters_t *custom,
                                                  const uint8_t *custom_data,
                                                  size_t custom_data_length,
                                                  mbedtls_svc_key_id_t *key);

/**
 * psa_key_derivation_output_key_custom() with flags and data in one.
 *
 * \param attributes,operation,key  As for psa_key_derivation_output_key().
 * \param params  NULL or flags, which must be 0.
 * \param params_data_length  0.
 *
 * \return  As psa_key_derivation_output_key().
 */
psa_status_t psa_key_derivation_output_key_ext(const psa_key_attributes_t *attributes,
                                               psa_key_derivation_operation_t *operation,
                                               const psa_key_production_parameters_t *params,
                                               size_t params_data_length,
                                               mbedtls_svc_key_id_t *key);

/**
 * Ends a derivation. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_key_derivation_abort(psa_key_derivation_operation_t *operation);

/**
 * Agrees on a secret.
 *
 * \param alg  PSA_ALG_ECDH.
 * \param private_key  A key pair with PSA_KEY_USAGE_DERIVE.
 * \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
 * \param output,output_size  Where the secret goes; on failure it gets random bytes.
 * \param output_length  Gets its length; on failure the size of the buffer.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_raw_key_agreement(psa_algorithm_t alg,
                                   mbedtls_svc_key_id_t private_key,
                                   const uint8_t *peer_key,
                                   size_t peer_key_length,
                                   uint8_t *output,
                                   size_t output_size,
                                   size_t *output_length);

/** An operation that is not active. */
psa_hash_operation_t psa_hash_operation_init(void);

/**
 * Begins a hash.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param alg  The hash function.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no hash
 * function.
 */
psa_status_t psa_hash_setup(psa_hash_operation_t *operation,
                            psa_algorithm_t alg);

/**
 * Adds bytes to a hash.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param input,input_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_update(psa_hash_operation_t *operation,
                             const uint8_t *input,
                             size_t input_length);

/**
 * The hash of what went in. The operation is not active after that.
 *
 * \param operation  An active operation.
 * \param hash,hash_size  Where the hash goes.
 * \param hash_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_finish(psa_hash_operation_t *operation,
                             uint8_t *hash,
                             size_t hash_size,
                             size_t *hash_length);

/**
 * Compares the hash of what went in, in a time that does not depend on where they differ. The operation is not active
 * after that.
 *
 * \param operation  An active operation.
 * \param hash,hash_length  The hash that is expected, whole.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_verify(psa_hash_operation_t *operation,
                             const uint8_t *hash,
                             size_t hash_length);

/**
 * Ends a hash. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_hash_abort(psa_hash_operation_t *operation);

/**
 * Copies a hash under way.
 *
 * \param source_operation  An active operation.
 * \param target_operation  An operation that is not active; it becomes the copy.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_clone(const psa_hash_operation_t *source_operation,
                            psa_hash_operation_t *target_operation);

/**
 * Computes the hash of a message.
 *
 * \param alg  The hash function.
 * \param input,input_length  The message.
 * \param hash,hash_size  Where the hash goes; PSA_HASH_LENGTH() tells how much room it needs.
 * \param hash_length  Gets the length of the hash.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
 * hash function or a pointer is NULL.
 */
psa_status_t psa_hash_compute(psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              uint8_t *hash,
                              size_t hash_size,
                              size_t *hash_length);

/**
 * Computes the hash of a message and compares it, in a time that does not depend on where they differ.
 *
 * \param alg  The hash function.
 * \param input,input_length  The message.
 * \param hash,hash_length  The hash that is expected, whole.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
 * hash function or a pointer is NULL.
 */
psa_status_t psa_hash_compare(psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              const uint8_t *hash,
                              size_t hash_length);

/**
 * Whether a hash function can be used.
 *
 * \param hash_alg  The hash function.
 *
 * \return  1 or 0.
 *
 * DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
 */
int psa_can_do_hash(psa_algorithm_t hash_alg);

/**
 * Sets the most steps that a call is to take. It is remembered; nothing depends on it.
 *
 * \param max_ops  The number.
 */
void psa_interruptible_set_max_ops(uint32_t max_ops);

/** The number that psa_interruptible_set_max_ops() set. */
uint32_t psa_interruptible_get_max_ops(void);

/** An operation that is not active. */
psa_sign_hash_interruptible_operation_t psa_sign_hash_interruptible_operation_init(void);

/** An operation that is not active. */
psa_verify_hash_interruptible_operation_t psa_verify_hash_interruptible_operation_init(void);

/**
 * Refuses to sign a hash in steps; psa_sign_hash() does it at once.
 *
 * \param operation  An operation that is not active.
 * \param key,alg,hash,hash_length  As for psa_sign_hash().
 *
 * \return  PSA_ERROR_NOT_SUPPORTED, or what psa_sign_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE after
 * another failure without psa_sign_hash_abort().
 */
psa_status_t psa_sign_hash_start(psa_sign_hash_interruptible_operation_t *operation,
                                 mbedtls_svc_key_id_t key,
                                 psa_algorithm_t alg,
                                 const uint8_t *hash,
                                 size_t hash_length);

/**
 * Goes on with a signature, of which none was started.
 *
 * \param operation  An operation.
 * \param signature,signature_size  Not written.
 * \param signature_length  Gets 0.
 *
 * \return  PSA_ERROR_BAD_STATE.
 */
psa_status_t psa_sign_hash_complete(psa_sign_hash_interruptible_operation_t *operation,
                                    uint8_t *signature,
                                    size_t signature_size,
                                    size_t *signature_length);

/**
 * Makes an operation one that is not active.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_sign_hash_abort(psa_sign_hash_interruptible_operation_t *operation);

/**
 * How many steps an operation took.
 *
 * \param operation  The operation.
 *
 * \return  0.
 */
uint32_t psa_sign_hash_get_num_ops(const psa_sign_hash_interruptible_operation_t *operation);

/**
 * Refuses to check a signature in steps; psa_verify_hash() does it at once.
 *
 * \param operation  An operation that is not active.
 * \param key,alg,hash,hash_length,signature,signature_length  As for psa_verify_hash().
 *
 * \return  PSA_ERROR_NOT_SUPPORTED, or what psa_verify_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE
 * after another failure without psa_verify_hash_abort().
 */
psa_status_t psa_verify_hash_start(psa_verify_hash_interruptible_operation_t *operation,
                                   mbedtls_svc_key_id_t key,
                                   psa_algorithm_t alg,
                                   const uint8_t *hash,
                                   size_t hash_length,
                                   const uint8_t *signature,
                                   size_t signature_length);

/**
 * Goes on with a check, of which none was started.
 *
 * \param operation  An operation.
 *
 * \return  PSA_ERROR_BAD_STATE.
 */
psa_status_t psa_verify_hash_complete(psa_verify_hash_interruptible_operation_t *operation);

/**
 * Makes an operation one that is not active.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_verify_hash_abort(psa_verify_hash_interruptible_operation_t *operation);

/**
 * How many steps an operation took.
 *
 * \param operation  The operation.
 *
 * \return  0.
 */
uint32_t psa_verify_hash_get_num_ops(const psa_verify_hash_interruptible_operation_t *operation);

/**
 * Makes a key out of its bytes: raw bytes, PKCS#1 (RFC 8017 appendix A.1) for RSA, a scalar or an uncompressed point for
 * elliptic curves.
 *
 * \param attributes  Kind, policy and, if it is not 0, length of the key. A key that is to be stored is refused.
 * \param data,data_length  The bytes.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INSUFFICIENT_MEMORY.
 */
psa_status_t psa_import_key(const psa_key_attributes_t *attributes,
                            const uint8_t *data,
                            size_t data_length,
                            mbedtls_svc_key_id_t *key);

/**
 * Makes a fresh key.
 *
 * \param attributes  Kind, length and policy of the key. RSA: 1024 to 4096 bits. A key that is to be stored is refused.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_INSUFFICIENT_ENTROPY or
 * PSA_ERROR_INSUFFICIENT_MEMORY.
 */
psa_status_t psa_generate_key(const psa_key_attributes_t *attributes,
                              mbedtls_svc_key_id_t *key);

/**
 * Makes a fresh key in a way of its own.
 *
 * \param attributes  As for psa_generate_key().
 * \param custom  NULL or flags, which must be 0.
 * \param custom_data,custom_data_length  For RSA, the public exponent, big-endian, or nothing; nothing for other keys.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  As psa_generate_key().
 */
psa_status_t psa_generate_key_custom(const psa_key_attributes_t *attributes,
                                     const psa_custom_key_parameters_t *custom,
                                     const uint8_t *custom_data,
                                     size_t custom_data_length,
                                     mbedtls_svc_key_id_t *key);

/**
 * psa_generate_key_custom() with flags and data in one.
 *
 * \param attributes  As for psa_generate_key().
 * \param params  NULL or flags, which must be 0, and behind them data.
 * \param params_data_length  How many bytes the data are.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  As psa_generate_key().
 */
psa_status_t psa_generate_key_ext(const psa_key_attributes_t *attributes,
                                  const psa_key_production_parameters_t *params,
                                  size_t params_data_length,
                                  mbedtls_svc_key_id_t *key);

/**
 * Copies a key, with the policy that both the key and `attributes` allow.
 *
 * \param source_key  The key, which must have PSA_KEY_USAGE_COPY.
 * \param attributes  The policy asked for. Kind and length are 0 or those of the key.
 * \param target_key  Gets the number of the copy, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INVALID_ARGUMENT,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INSUFFICIENT_MEMORY.
 */
psa_status_t psa_copy_key(mbedtls_svc_key_id_t source_key,
                          const psa_key_attributes_t *attributes,
                          mbedtls_svc_key_id_t *target_key);

/**
 * Destroys a key. Operations that use it go on with it to their end.
 *
 * \param key  The key; 0 is allowed and does nothing.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_INVALID_HANDLE if there is no such key.
 */
psa_status_t psa_destroy_key(mbedtls_svc_key_id_t key);

/**
 * Destroys a key, unless it is a stored one.
 *
 * \param handle  The key; 0 is allowed and does nothing.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_INVALID_HANDLE if there is no such key.
 */
psa_status_t psa_close_key(psa_key_handle_t handle);

/**
 * Whether there is a key, as its handle is its number.
 *
 * \param key  The key.
 * \param handle  Gets the handle, 0 on failure.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_DOES_NOT_EXIST.
 */
psa_status_t psa_open_key(mbedtls_svc_key_id_t key, psa_key_handle_t *handle);

/**
 * Takes a stored key out of memory. No key is stored, so there is nothing to do.
 *
 * \param key  The key.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_DOES_NOT_EXIST, or PSA_ERROR_INVALID_HANDLE for a number that no key has.
 */
psa_status_t psa_purge_key(mbedtls_svc_key_id_t key);

/**
 * What is known of a key.
 *
 * \param key  The key.
 * \param attributes  Gets its attributes, those of no key on failure. psa_reset_key_attributes() need not be called.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_get_key_attributes(mbedtls_svc_key_id_t key,
                                    psa_key_attributes_t *attributes);

/**
 * Exports a key: in the form in which psa_import_key() takes it.
 *
 * \param key  The key, which must have PSA_KEY_USAGE_EXPORT unless it is public.
 * \param data,data_size  Where the bytes go; what is left over is filled with zeros.
 * \param data_length  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_export_key(mbedtls_svc_key_id_t key,
                            uint8_t *data,
                            size_t data_size,
                            size_t *data_length);

/**
 * Exports a public key, or the public half of a pair: PKCS#1 (RFC 8017 appendix A.1.1) for RSA, an uncompressed point
 * or the string of RFC 7748 for elliptic curves.
 *
 * \param key  The key.
 * \param data,data_size  Where the bytes go; what is left over is filled with zeros.
 * \param data_length  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT, also for keys
 * that have no public half.
 */
psa_status_t psa_export_public_key(mbedtls_svc_key_id_t key,
                                   uint8_t *data,
                                   size_t data_size,
                                   size_t *data_length);

/**
 * Tells how many keys there are.
 *
 * \param stats  Gets the numbers.
 */
void mbedtls_psa_get_stats(mbedtls_psa_stats_t *stats);

/** An operation that is not active. */
psa_mac_operation_t psa_mac_operation_init(void);

/**
 * Begins a MAC.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key  A key with PSA_KEY_USAGE_SIGN_MESSAGE. It may be destroyed meanwhile.
 * \param alg  PSA_ALG_HMAC() or PSA_ALG_CMAC, whole or truncated, that the key is for.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_sign_setup(psa_mac_operation_t *operation,
                                mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg);

/**
 * Begins the check of a MAC.
 *
 * \param operation,alg  As for psa_mac_sign_setup().
 * \param key  A key with PSA_KEY_USAGE_VERIFY_MESSAGE.
 *
 * \return  As psa_mac_sign_setup().
 */
psa_status_t psa_mac_verify_setup(psa_mac_operation_t *operation,
                                  mbedtls_svc_key_id_t key,
                                  psa_algorithm_t alg);

/**
 * Adds bytes to a MAC.
 *
 * \param operation  An active operation.
 * \param input,input_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_update(psa_mac_operation_t *operation,
                            const uint8_t *input,
                            size_t input_length);

/**
 * The MAC of what went in. The operation is not active after that.
 *
 * \param operation  An operation of psa_mac_sign_setup().
 * \param mac,mac_size  Where the MAC goes; what is left over is filled.
 * \param mac_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_sign_finish(psa_mac_operation_t *operation,
                                 uint8_t *mac,
                                 size_t mac_size,
                                 size_t *mac_length);

/**
 * Compares the MAC of what went in, in a time that does not depend on where they differ. The operation is not active
 * after that.
 *
 * \param operation  An operation of psa_mac_verify_setup().
 * \param mac,mac_length  The MAC that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_verify_finish(psa_mac_operation_t *operation,
                                   const uint8_t *mac,
                                   size_t mac_length);

/**
 * Ends a MAC. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_mac_abort(psa_mac_operation_t *operation);

/**
 * The MAC of a message.
 *
 * \param key,alg  As for psa_mac_sign_setup().
 * \param input,input_length  The message.
 * \param mac,mac_size,mac_length  As for psa_mac_sign_finish().
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_compute(mbedtls_svc_key_id_t key,
                             psa_algorithm_t alg,
                             const uint8_t *input,
                             size_t input_length,
                             uint8_t *mac,
                             size_t mac_size,
                             size_t *mac_length);

/**
 * Checks the MAC of a message.
 *
 * \param key,alg  As for psa_mac_verify_setup().
 * \param input,input_length  The message.
 * \param mac,mac_length  The MAC that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_verify(mbedtls_svc_key_id_t key,
                            psa_algorithm_t alg,
                            const uint8_t *input,
                            size_t input_length,
                            const uint8_t *mac,
                            size_t mac_length);

/**
 * Signs a hash.
 *
 * \param key  A key pair with PSA_KEY_USAGE_SIGN_HASH.
 * \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS, that the key is for.
 * \param hash,hash_length  The hash.
 * \param signature,signature_size  Where the signature goes: for ECDSA, both numbers one after the other. What is left
 *     over is filled.
 * \param signature_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_sign_hash(mbedtls_svc_key_id_t key,
                           psa_algorithm_t alg,
                           const uint8_t *hash,
                           size_t hash_length,
                           uint8_t *signature,
                           size_t signature_size,
                           size_t *signature_length);

/**
 * Hashes and signs a message.
 *
 * \param key  A key pair with PSA_KEY_USAGE_SIGN_MESSAGE.
 * \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS with a hash function, that the key is for.
 * \param input,input_length  The message.
 * \param signature,signature_size,signature_length  As for psa_sign_hash().
 *
 * \return  As psa_sign_hash().
 */
psa_status_t psa_sign_message(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              uint8_t *signature,
                              size_t signature_size,
                              size_t *signature_length);

/**
 * Checks a signature over a hash.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_HASH.
 * \param alg  As for psa_sign_hash().
 * \param hash,hash_length  The hash.
 * \param signature,signature_length  The signature.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_verify_hash(mbedtls_svc_key_id_t key,
                             psa_algorithm_t alg,
                             const uint8_t *hash,
                             size_t hash_length,
                             const uint8_t *signature,
                             size_t signature_length);

/**
 * Checks a signature over a message.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_MESSAGE.
 * \param alg  As for psa_sign_message().
 * \param input,input_length  The message.
 * \param signature,signature_length  The signature.
 *
 * \return  As psa_verify_hash().
 */
psa_status_t psa_verify_message(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                const uint8_t *signature,
                                size_t signature_length);

/**
 * Encrypts a short message with an RSA key.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_ENCRYPT.
 * \param alg  PSA_ALG_RSA_PKCS1V15_CRYPT or PSA_ALG_RSA_OAEP(), that the key is for.
 * \param input,input_length  The message.
 * \param salt,salt_length  For OAEP the label, or nothing; nothing otherwise.
 * \param output,output_size  Where the ciphertext goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_asymmetric_encrypt(mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg,
                                    const uint8_t *input,
                                    size_t input_length,
                                    const uint8_t *salt,
                                    size_t salt_length,
                                    uint8_t *output,
                                    size_t output_size,
                                    size_t *output_length);

/**
 * Decrypts what psa_asymmetric_encrypt() made.
 *
 * \param key  A pair with PSA_KEY_USAGE_DECRYPT.
 * \param alg,salt,salt_length  As for psa_asymmetric_encrypt().
 * \param input,input_length  The ciphertext.
 * \param output,output_size  Where the message goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  As psa_asymmetric_encrypt(), or PSA_ERROR_INVALID_PADDING.
 */
psa_status_t psa_asymmetric_decrypt(mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg,
                                    const uint8_t *input,
                                    size_t input_length,
                                    const uint8_t *salt,
                                    size_t salt_length,
                                    uint8_t *output,
                                    size_t output_size,
                                    size_t *output_length);

/**
 * Sets an empty context up for an RSA key that the application holds.
 *
 * Such a key signs with mbedtls_pk_sign() and decrypts with mbedtls_pk_decrypt(), as PKCS #1 v1.5 has it. It cannot make
 * RSASSA-PSS signatures, which TLS 1.3 demands of RSA keys: as the key of mbedtls_ssl_conf_own_cert() it therefore signs no
 * TLS 1.3 handshake. mbedtls_ssl_conf_async_private_cb() and mbedtls_pk_setup_opaque() are for that.
 *
 * \param ctx           The context, initialised and empty.
 * \param key           The application's own, handed to the functions; it must live as long as the context.
 * \param decrypt_func  Decrypts.
 * \param sign_func     Signs a hash: writes as many bytes as `key_len_func` tells.
 * \param key_len_func  Tells the length of the modulus in bytes.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or a context in use.
 */
int mbedtls_pk_setup_rsa_alt(struct mbedtls_pk_context *ctx,
                             void *key,
                             mbedtls_pk_rsa_alt_decrypt_func decrypt_func,
                             mbedtls_pk_rsa_alt_sign_func sign_func,
                             mbedtls_pk_rsa_alt_key_len_func key_len_func);

/**
 * Encrypts a short message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
 *
 * \param ctx     The public key.
 * \param input   The message: at least 11 bytes shorter than the key.
 * \param ilen    Its length in bytes.
 * \param output  Where to put the encrypted message.
 * \param olen    Set to its length, that of the key.
 * \param osize   The room in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not encrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
 *          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` if the message is too long.
 */
int mbedtls_pk_encrypt(struct mbedtls_pk_context *ctx,
                       const unsigned char *input,
                       size_t ilen,
                       unsigned char *output,
                       size_t *olen,
                       size_t osize,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * Decrypts a message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
 *
 * A message with wrong padding of PKCS #1 v1.5 decrypts to another, made up one, without an error: the sender of a
 * forged message must not learn anything from the outcome.
 *
 * \param ctx     The private key.
 * \param input   The encrypted message, as long as the key.
 * \param ilen    Its length in bytes.
 * \param output  Where to put the message.
 * \param olen    Set to its length.
 * \param osize   The room in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not decrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
 *          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` for a public key or a message of another length;
 *          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the padding is wrong (OAEP only).
 */
int mbedtls_pk_decrypt(struct mbedtls_pk_context *ctx,
                       const unsigned char *input,
                       size_t ilen,
                       unsigned char *output,
                       size_t *olen,
                       size_t osize,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * Tells whether a public and a private key belong together.
 *
 * \param pub_    The public key, or the private key it is half of.
 * \param prv     The private key.
 * \param f_rng   Must not be NULL; not needed but by a key of mbedtls_pk_setup_rsa_alt(), which signs something.
 * \param p_rng   Handed to `f_rng`.
 *
 * \return  0 if they do; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if
 *          they are of different kinds; `MBEDTLS_ERR_RSA_KEY_CHECK_FAILED`, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` or
 *          `MBEDTLS_ERR_ECP_INVALID_KEY` if they do not belong together or `prv` is a public key.
 */
int mbedtls_pk_check_pair(const struct mbedtls_pk_context *pub_,
                          const struct mbedtls_pk_context *prv,
                          mbedtls_f_rng_t *f_rng,
                          void *p_rng);

/**
 * Lists the public numbers of a key: `rsa.N` and `rsa.E`, or `eckey.Q`.
 *
 * \param ctx    The context.
 * \param items  Where to put up to `MBEDTLS_PK_DEBUG_MAX_ITEMS` items, all zero before; they point into the key.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for a key
 *          without numbers to show.
 */
int mbedtls_pk_debug(const struct mbedtls_pk_context *ctx,
                     struct mbedtls_pk_debug_item *items);

/**
 * Initialises a key context. Must be called before any other function on it, but for `mbedtls_pk_free`.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_init(struct mbedtls_pk_context *ctx);

/**
 * Frees the key of a context and wipes it. The context may be used again.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_free(struct mbedtls_pk_context *ctx);

/**
 * Looks a kind of key up.
 *
 * \param pk_type  The kind.
 * \return         Its description, for `mbedtls_pk_setup`; NULL for a kind that is not offered.
 */
const mbedtls_pk_info_t *mbedtls_pk_info_from_type(enum mbedtls_pk_type_t pk_type);

/**
 * Sets an empty context up for a kind of key, to be filled by the functions of that kind.
 *
 * \param ctx   The context, initialised and empty.
 * \param info  The kind, from `mbedtls_pk_info_from_type`.
 *
 * \return  0, or `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use or a description that is none of ours.
 */
int mbedtls_pk_setup(struct mbedtls_pk_context *ctx,
                     const mbedtls_pk_info_t *info);

/**
 * Sets an empty context up for a key pair that the PSA interface holds. The key stays that interface's: it must live as
 * long as the context is used, and mbedtls_pk_free() does not destroy it.
 *
 * Such a key signs as its policy permits, in mbedtls_pk_sign() and in handshakes; a TLS 1.3 handshake needs
 * `PSA_KEY_USAGE_SIGN_HASH` with ECDSA and the hash of its curve, or with RSASSA-PSS.
 *
 * \param ctx  The context, initialised and empty.
 * \param key  The number of the key.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, or a number without a key;
 *          `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key that is no pair of RSA or of an elliptic curve.
 */
int mbedtls_pk_setup_opaque(struct mbedtls_pk_context *ctx,
                            mbedtls_svc_key_id_t key);

/**
 * Tells whether a key is good for an algorithm of the PSA interface and a use.
 *
 * \param ctx    The context.
 * \param alg    ECDSA, RSA PKCS #1 v1.5, RSASSA-PSS with a given hash, or ECDH.
 * \param usage  `PSA_KEY_USAGE_SIGN_HASH`, `PSA_KEY_USAGE_DECRYPT`, `PSA_KEY_USAGE_DERIVE`, or several of them.
 *
 * \return  1 if it is (for a key that the PSA interface holds: if its policy permits it), else 0.
 */
int mbedtls_pk_can_do_ext(const struct mbedtls_pk_context *ctx,
                          psa_algorithm_t alg,
                          psa_key_usage_t usage);

/**
 * Tells which kind of key a context holds.
 *
 * \param ctx  The context.
 * \return     The kind; `MBEDTLS_PK_NONE` for NULL or an empty context.
 */
enum mbedtls_pk_type_t mbedtls_pk_get_type(const struct mbedtls_pk_context *ctx);

/**
 * Names the kind of key a context holds, for messages.
 *
 * \param ctx  The context.
 * \return     "RSA", "EC", "Ed25519" or another name, in static memory; "invalid PK" for NULL or an empty context.
 */
const char *mbedtls_pk_get_name(const struct mbedtls_pk_context *ctx);

/**
 * Tells the size of a key.
 *
 * \param ctx  The context.
 * \return     Bits of the modulus or of the curve's field (255 for Ed25519); 0 for NULL or an empty context.
 */
size_t mbedtls_pk_get_bitlen(const struct mbedtls_pk_context *ctx);

/**
 * Tells the size of a key in bytes.
 *
 * \param ctx  The context.
 * \return     mbedtls_pk_get_bitlen() in bytes, rounded up.
 */
size_t mbedtls_pk_get_len(const struct mbedtls_pk_context *ctx);

/**
 * Tells whether a key is good for a kind of operation.
 *
 * \param ctx      The context.
 * \param pk_type  The kind: an RSA key can do `MBEDTLS_PK_RSA` and `MBEDTLS_PK_RSASSA_PSS`; an EC key
 *                 `MBEDTLS_PK_ECKEY`, `MBEDTLS_PK_ECKEY_DH` and `MBEDTLS_PK_ECDSA`; an Ed25519 key
 *                 `MBEDTLS_PK_ED25519` alone.
 * \return         1 if it is, 0 if not, and for NULL or an empty context.
 */
int mbedtls_pk_can_do(const struct mbedtls_pk_context *ctx,
                      enum mbedtls_pk_type_t pk_type);

/**
 * Gives the RSA key behind a context.
 *
 * \param pk  The context.
 * \return    The RSA key, which stays the context's; NULL if it holds no RSA key.
 */
mbedtls_rsa_context *mbedtls_pk_rsa(struct mbedtls_pk_context pk);

/**
 * Gives the elliptic curve key pair behind a context.
 *
 * \param pk  The context.
 * \return    The key pair, which stays the context's; NULL if it holds no elliptic curve key.
 */
mbedtls_ecp_keypair *mbedtls_pk_ec(struct mbedtls_pk_context pk);

/**
 * Verifies a signature, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
 *
 * \param ctx       The key, public or private.
 * \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: the signed bytes are `hash` as it
 *                  stands. For Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 *
 * \return  0 if the signature is good; `MBEDTLS_ERR_PK_SIG_LEN_MISMATCH` if it is, but bytes follow it;
 *          `MBEDTLS_ERR_RSA_VERIFY_FAILED`, `MBEDTLS_ERR_ECP_VERIFY_FAILED` if it is not; another negative code for
 *          malformed signatures and arguments.
 */
int mbedtls_pk_verify(struct mbedtls_pk_context *ctx,
                      mbedtls_md_type_t md_alg,
                      const unsigned char *hash,
                      size_t hash_len,
                      const unsigned char *sig,
                      size_t sig_len);

/**
 * As mbedtls_pk_verify(); never interrupted.
 *
 * \param ctx       The key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 * \param rs_ctx   Not used.
 *
 * \return  As mbedtls_pk_verify().
 */
int mbedtls_pk_verify_restartable(struct mbedtls_pk_context *ctx,
                                  mbedtls_md_type_t md_alg,
                                  const unsigned char *hash,
                                  size_t hash_len,
                                  const unsigned char *sig,
                                  size_t sig_len,
                                  mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Verifies a signature of a given kind.
 *
 * \param type_     The kind of signature; `MBEDTLS_PK_RSASSA_PSS` with an RSA key is the one that differs from
 *                  mbedtls_pk_verify().
 * \param options   For `MBEDTLS_PK_RSASSA_PSS` a `mbedtls_pk_rsassa_pss_options`; else it must be NULL.
 * \param ctx       The key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 *
 * \return  As mbedtls_pk_verify(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `type`;
 *          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the salt has another length than expected.
 */
int mbedtls_pk_verify_ext(enum mbedtls_pk_type_t type_,
                          const void *options,
                          struct mbedtls_pk_context *ctx,
                          mbedtls_md_type_t md_alg,
                          const unsigned char *hash,
                          size_t hash_len,
                          const unsigned char *sig,
                          size_t sig_len);

/**
 * Signs a hash, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
 *
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: `hash` is signed as it stands. For
 *                  Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
 * \param sig       Where to put the signature; `MBEDTLS_PK_SIGNATURE_MAX_SIZE` bytes are always enough.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed but by a key of mbedtls_pk_setup_rsa_alt(): the system's randomness is used.
 * \param p_rng     Handed to `f_rng`.
 *
 * \return  0; `MBEDTLS_ERR_PK_BUFFER_TOO_SMALL` or `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_PK_TYPE_MISMATCH`
 *          if this kind of key does not sign; another negative code for other wrong arguments.
 */
int mbedtls_pk_sign(struct mbedtls_pk_context *ctx,
                    mbedtls_md_type_t md_alg,
                    const unsigned char *hash,
                    size_t hash_len,
                    unsigned char *sig,
                    size_t sig_size,
                    size_t *sig_len,
                    mbedtls_f_rng_t *f_rng,
                    void *p_rng);

/**
 * As mbedtls_pk_sign(); never interrupted.
 *
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       Where to put the signature.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed.
 * \param p_rng     Not needed.
 * \param rs_ctx   Not used.
 *
 * \return  As mbedtls_pk_sign().
 */
int mbedtls_pk_sign_restartable(struct mbedtls_pk_context *ctx,
                                mbedtls_md_type_t md_alg,
                                const unsigned char *hash,
                                size_t hash_len,
                                unsigned char *sig,
                                size_t sig_size,
                                size_t *sig_len,
                                mbedtls_f_rng_t *f_rng,
                                void *p_rng,
                                mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Makes a signature of a given kind.
 *
 * \param pk_type   The kind; `MBEDTLS_PK_RSASSA_PSS` with an RSA key (MGF1 with `md_alg`, a salt as long as the hash if
 *                  the key has room for it) is the one that differs from mbedtls_pk_sign().
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       Where to put the signature.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed.
 * \param p_rng     Not needed.
 *
 * \return  As mbedtls_pk_sign(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `pk_type`.
 */
int mbedtls_pk_sign_ext(enum mbedtls_pk_type_t pk_type,
                        struct mbedtls_pk_context *ctx,
                        mbedtls_md_type_t md_alg,
                        const unsigned char *hash,
                        size_t hash_len,
                        unsigned char *sig,
                        size_t sig_size,
                        size_t *sig_len,
                        mbedtls_f_rng_t *f_rng,
                        void *p_rng);

/**
 * Parses a private key.
 *
 * \param ctx     The context, initialised and empty.
 * \param key     The key: PKCS#1, SEC1 or PKCS#8, in DER or in PEM with a closing zero byte.
 * \param keylen  Its length in bytes, a closing zero included.
 * \param pwd     The password of an encrypted key; NULL: none.
 * \param pwdlen  Its length in bytes.
 * \param f_rng  Not needed.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_PASSWORD_REQUIRED`, `MBEDTLS_ERR_PK_PASSWORD_MISMATCH`,
 *          `MBEDTLS_ERR_PK_KEY_INVALID_FORMAT` or another `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*`: the context is then
 *          empty.
 */
int mbedtls_pk_parse_key(struct mbedtls_pk_context *ctx,
                         const unsigned char *key,
                         size_t keylen,
                         const unsigned char *pwd,
                         size_t pwdlen,
                         mbedtls_f_rng_t *f_rng,
                         void *p_rng);

/**
 * Loads a private key from a file.
 *
 * \param ctx     The context, initialised and empty.
 * \param path    The file; see `mbedtls_pk_parse_key` for its formats.
 * \param pwd     The password of an encrypted key, a string; NULL: none.
 * \param f_rng   Not needed.
 * \param p_rng   Not needed.
 *
 * \return  As `mbedtls_pk_parse_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_pk_parse_keyfile(struct mbedtls_pk_context *ctx,
                             const char *path,
                             const char *pwd,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Parses a public key.
 *
 * \param ctx     The context, initialised and empty.
 * \param key     The key: SubjectPublicKeyInfo or PKCS#1, in DER or in PEM with a closing zero byte.
 * \param keylen  Its length in bytes, a closing zero included.
 *
 * \return  0, or a `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*` code: the context is then empty.
 */
int mbedtls_pk_parse_public_key(struct mbedtls_pk_context *ctx,
                                const unsigned char *key,
                                size_t keylen);

/**
 * Loads a public key from a file.
 *
 * \param ctx   The context, initialised and empty.
 * \param path  The file; see `mbedtls_pk_parse_public_key` for its formats.
 *
 * \return  As `mbedtls_pk_parse_public_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_pk_parse_public_keyfile(struct mbedtls_pk_context *ctx,
                                    const char *path);

/**
 * Parses a SubjectPublicKeyInfo in DER, with more to follow behind it.
 *
 * \param p    The first byte; moved behind the key if there is one.
 * \param end  Behind the last byte of what there is.
 * \param pk   The context, initialised and empty.
 *
 * \return  0, or a `MBEDTLS_ERR_PK_*` code: the context is then empty.
 */
int mbedtls_pk_parse_subpubkey(unsigned char **p,
                               const unsigned char *end,
                               struct mbedtls_pk_context *pk);

/**
 * Tells with which attributes the PSA interface could take a key over, for mbedtls_pk_import_into_psa().
 *
 * \param pk          The key.
 * \param usage       One use: `PSA_KEY_USAGE_SIGN_HASH`, `_SIGN_MESSAGE`, `_DECRYPT`, `_DERIVE`, which need a private key,
 *                    or `_VERIFY_HASH`, `_VERIFY_MESSAGE`, `_ENCRYPT`, for which the attributes are a public key's.
 * \param attributes  Gets kind, length, algorithm and uses.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not for that use; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
 *          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, and for a context without a key that
 *          the PSA interface knows.
 */
int mbedtls_pk_get_psa_attributes(const struct mbedtls_pk_context *pk,
                                  psa_key_usage_t usage,
                                  psa_key_attributes_t *attributes);

/**
 * Copies a key into the PSA interface.
 *
 * \param pk          The key.
 * \param attributes  What it is to be there: see mbedtls_pk_get_psa_attributes(). For the type of a public key the public
 *                    half is copied.
 * \param key_id      Gets the number of the new key, 0 on failure; it is to be destroyed with psa_destroy_key().
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not of that type; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
 *          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_INVALID_ALG` or another `MBEDTLS_ERR_PK_*` if the PSA interface
 *          refuses; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL and for an empty context.
 */
int mbedtls_pk_import_into_psa(const struct mbedtls_pk_context *pk,
                               const psa_key_attributes_t *attributes,
                               mbedtls_svc_key_id_t *key_id);

/**
 * Sets an empty context up with a copy of a key of the PSA interface, which must be exportable.
 *
 * \param key_id  The number of an RSA or elliptic curve key, public or private.
 * \param pk      The context, initialised and empty.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, a number without a key, a key of another kind;
 *          `MBEDTLS_ERR_PK_TYPE_MISMATCH` if it may not be exported.
 */
int mbedtls_pk_copy_from_psa(mbedtls_svc_key_id_t key_id,
                             struct mbedtls_pk_context *pk);

/**
 * Sets an empty context up with a copy of the public half of a key of the PSA interface.
 *
 * \param key_id  The number of an RSA or elliptic curve key, public or private.
 * \param pk      The context, initialised and empty.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` as mbedtls_pk_copy_from_psa().
 */
int mbedtls_pk_copy_public_from_psa(mbedtls_svc_key_id_t key_id, struct mbedtls_pk_context *pk);

/**
 * Writes a private key in DER, at the END of a buffer: PKCS#1 for RSA, SEC 1 for elliptic curves, PKCS#8 for Ed25519.
 *
 * \param ctx   The key.
 * \param buf   The buffer.
 * \param size  Its size in bytes.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          another negative code for NULL, an empty context or a public key.
 */
int mbedtls_pk_write_key_der(const struct mbedtls_pk_context *ctx,
                             unsigned char *buf,
                             size_t size);

/**
 * Writes a private key in PEM, as a string.
 *
 * \param ctx   The key.
 * \param buf   The buffer.
 * \param size  Its size in bytes, room for the closing zero included.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_key_der().
 */
int mbedtls_pk_write_key_pem(const struct mbedtls_pk_context *ctx,
                             unsigned char *buf,
                             size_t size);

/**
 * Writes a public key in DER (SubjectPublicKeyInfo), at the END of a buffer.
 *
 * \param ctx   The key, public or private.
 * \param buf   The buffer.
 * \param size  Its size in bytes.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          another negative code for NULL or an empty context.
 */
int mbedtls_pk_write_pubkey_der(const struct mbedtls_pk_context *ctx,
                                unsigned char *buf,
                                size_t size);

/**
 * Writes a public key in PEM (SubjectPublicKeyInfo), as a string.
 *
 * \param ctx   The key, public or private.
 * \param buf   The buffer.
 * \param size  Its size in bytes, room for the closing zero included.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_pubkey_der().
 */
int mbedtls_pk_write_pubkey_pem(const struct mbedtls_pk_context *ctx,
                                unsigned char *buf,
                                size_t size);

/**
 * Writes the bare public key, backwards from `*p`: an RSAPublicKey in DER, an uncompressed point, or the 32 bytes of
 * Ed25519.
 *
 * \param p      Where the key is to end; moved to its first byte.
 * \param start  The first byte that may be written.
 * \param key    The key, public or private.
 *
 * \return  The length; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; another negative code for NULL or an empty context.
 */
int mbedtls_pk_write_pubkey(unsigned char **p,
                            unsigned char *start,
                            const struct mbedtls_pk_context *key);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PK_H */
