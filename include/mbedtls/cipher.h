/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CIPHER_H
#define MBEDTLS_CIPHER_H

/** \file cipher.h
 * Ciphers, by number.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
/** What is known of a cipher. */
typedef struct mbedtls_cipher_info_t {
    /** Its name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** Block size, in bytes. */
    unsigned int MBEDTLS_PRIVATE(block_size) : 5;
    /** Size of the initialization vector, shifted right by MBEDTLS_IV_SIZE_SHIFT. */
    unsigned int MBEDTLS_PRIVATE(iv_size) : 3;
    /** Length of the key in bits, shifted right by MBEDTLS_KEY_BITLEN_SHIFT. */
    unsigned int MBEDTLS_PRIVATE(key_bitlen) : 4;
    /** Its mode, a `mbedtls_cipher_mode_t`. */
    unsigned int MBEDTLS_PRIVATE(mode) : 4;
    /** Its number, a `mbedtls_cipher_type_t`. */
    unsigned int MBEDTLS_PRIVATE(type) : 8;
    /** MBEDTLS_CIPHER_VARIABLE_* bits. */
    unsigned int MBEDTLS_PRIVATE(flags) : 2;
    /** Index of the library's own. */
    unsigned int MBEDTLS_PRIVATE(base_idx) : 5;
} mbedtls_cipher_info_t;

/** A type of the library's own. */
typedef struct mbedtls_cipher_base_t mbedtls_cipher_base_t;

/** Flag of a cipher: the initialization vector may have other lengths. */
#define MBEDTLS_CIPHER_VARIABLE_IV_LEN 1

/** Flag of a cipher: the key may have other lengths. */
#define MBEDTLS_CIPHER_VARIABLE_KEY_LEN 2

/** How `mbedtls_cipher_info_t` holds the length of the initialization vector. */
#define MBEDTLS_IV_SIZE_SHIFT 2

/** How `mbedtls_cipher_info_t` holds the length of the key. */
#define MBEDTLS_KEY_BITLEN_SHIFT 6

/** Largest block, in bytes. */
#define MBEDTLS_MAX_BLOCK_LENGTH 16

/** Longest initialization vector, in bytes. */
#define MBEDTLS_MAX_IV_LENGTH 16

/** Longest key, in bytes. */
#define MBEDTLS_MAX_KEY_LENGTH 64

/** The cipher or mode is not available. */
#define MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE -0x6080

/** An argument is invalid. */
#define MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA -0x6100

/** Out of memory. */
#define MBEDTLS_ERR_CIPHER_ALLOC_FAILED -0x6180

/** The padding of the plaintext is wrong. */
#define MBEDTLS_ERR_CIPHER_INVALID_PADDING -0x6200

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED -0x6280

/** The authentication tag does not match. */
#define MBEDTLS_ERR_CIPHER_AUTH_FAILED -0x6300

/** The context was not set up, or was released. */
#define MBEDTLS_ERR_CIPHER_INVALID_CONTEXT -0x6380

/** Key length of DES, in bits. */
#define MBEDTLS_KEY_LENGTH_DES 64

/** Key length of DES-EDE, in bits. */
#define MBEDTLS_KEY_LENGTH_DES_EDE 128

/** Key length of DES-EDE3, in bits. */
#define MBEDTLS_KEY_LENGTH_DES_EDE3 192

/** Key length of NONE, in bits. */
#define MBEDTLS_KEY_LENGTH_NONE 0

/** What a context is set up for. */
typedef enum mbedtls_operation_t {
    /** Not set up. */
    MBEDTLS_OPERATION_NONE = -1,
    /** Decryption. */
    MBEDTLS_DECRYPT = 0,
    /** Encryption. */
    MBEDTLS_ENCRYPT = 1
} mbedtls_operation_t;

/** Paddings of modes that work in blocks. */
typedef enum mbedtls_cipher_padding_t {
    /** PKCS #7: each byte holds the number of bytes added. */
    MBEDTLS_PADDING_PKCS7 = 0,
    /** ISO/IEC 7816-4: a one bit, then zeros. */
    MBEDTLS_PADDING_ONE_AND_ZEROS = 1,
    /** ANSI X9.23: zeros, then the number of bytes added. */
    MBEDTLS_PADDING_ZEROS_AND_LEN = 2,
    /** Zeros, which cannot be told from the data. */
    MBEDTLS_PADDING_ZEROS = 3,
    /** No padding. */
    MBEDTLS_PADDING_NONE = 4
} mbedtls_cipher_padding_t;

/** Ciphers with their key length and mode. */
typedef enum mbedtls_cipher_type_t {
    /** No cipher. */
    MBEDTLS_CIPHER_NONE = 0,
    /** The cipher that does nothing. */
    MBEDTLS_CIPHER_NULL = 1,
    /** AES-128-ECB. */
    MBEDTLS_CIPHER_AES_128_ECB = 2,
    /** AES-192-ECB. */
    MBEDTLS_CIPHER_AES_192_ECB = 3,
    /** AES-256-ECB. */
    MBEDTLS_CIPHER_AES_256_ECB = 4,
    /** AES-128-CBC. */
    MBEDTLS_CIPHER_AES_128_CBC = 5,
    /** AES-192-CBC. */
    MBEDTLS_CIPHER_AES_192_CBC = 6,
    /** AES-256-CBC. */
    MBEDTLS_CIPHER_AES_256_CBC = 7,
    /** AES-128-CFB128. */
    MBEDTLS_CIPHER_AES_128_CFB128 = 8,
    /** AES-192-CFB128. */
    MBEDTLS_CIPHER_AES_192_CFB128 = 9,
    /** AES-256-CFB128. */
    MBEDTLS_CIPHER_AES_256_CFB128 = 10,
    /** AES-128-CTR. */
    MBEDTLS_CIPHER_AES_128_CTR = 11,
    /** AES-192-CTR. */
    MBEDTLS_CIPHER_AES_192_CTR = 12,
    /** AES-256-CTR. */
    MBEDTLS_CIPHER_AES_256_CTR = 13,
    /** AES-128-GCM. */
    MBEDTLS_CIPHER_AES_128_GCM = 14,
    /** AES-192-GCM. */
    MBEDTLS_CIPHER_AES_192_GCM = 15,
    /** AES-256-GCM. */
    MBEDTLS_CIPHER_AES_256_GCM = 16,
    /** CAMELLIA-128-ECB. */
    MBEDTLS_CIPHER_CAMELLIA_128_ECB = 17,
    /** CAMELLIA-192-ECB. */
    MBEDTLS_CIPHER_CAMELLIA_192_ECB = 18,
    /** CAMELLIA-256-ECB. */
    MBEDTLS_CIPHER_CAMELLIA_256_ECB = 19,
    /** CAMELLIA-128-CBC. */
    MBEDTLS_CIPHER_CAMELLIA_128_CBC = 20,
    /** CAMELLIA-192-CBC. */
    MBEDTLS_CIPHER_CAMELLIA_192_CBC = 21,
    /** CAMELLIA-256-CBC. */
    MBEDTLS_CIPHER_CAMELLIA_256_CBC = 22,
    /** CAMELLIA-128-CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_128_CFB128 = 23,
    /** CAMELLIA-192-CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_192_CFB128 = 24,
    /** CAMELLIA-256-CFB128. */
    MBEDTLS_CIPHER_CAMELLIA_256_CFB128 = 25,
    /** CAMELLIA-128-CTR. */
    MBEDTLS_CIPHER_CAMELLIA_128_CTR = 26,
    /** CAMELLIA-192-CTR. */
    MBEDTLS_CIPHER_CAMELLIA_192_CTR = 27,
    /** CAMELLIA-256-CTR. */
    MBEDTLS_CIPHER_CAMELLIA_256_CTR = 28,
    /** CAMELLIA-128-GCM. */
    MBEDTLS_CIPHER_CAMELLIA_128_GCM = 29,
    /** CAMELLIA-192-GCM. */
    MBEDTLS_CIPHER_CAMELLIA_192_GCM = 30,
    /** CAMELLIA-256-GCM. */
    MBEDTLS_CIPHER_CAMELLIA_256_GCM = 31,
    /** DES-ECB. */
    MBEDTLS_CIPHER_DES_ECB = 32,
    /** DES-CBC. */
    MBEDTLS_CIPHER_DES_CBC = 33,
    /** DES-EDE-ECB. */
    MBEDTLS_CIPHER_DES_EDE_ECB = 34,
    /** DES-EDE-CBC. */
    MBEDTLS_CIPHER_DES_EDE_CBC = 35,
    /** DES-EDE3-ECB. */
    MBEDTLS_CIPHER_DES_EDE3_ECB = 36,
    /** DES-EDE3-CBC. */
    MBEDTLS_CIPHER_DES_EDE3_CBC = 37,
    /** AES-128-CCM. */
    MBEDTLS_CIPHER_AES_128_CCM = 38,
    /** AES-192-CCM. */
    MBEDTLS_CIPHER_AES_192_CCM = 39,
    /** AES-256-CCM. */
    MBEDTLS_CIPHER_AES_256_CCM = 40,
    /** AES-128-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_AES_128_CCM_STAR_NO_TAG = 41,
    /** AES-192-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_AES_192_CCM_STAR_NO_TAG = 42,
    /** AES-256-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_AES_256_CCM_STAR_NO_TAG = 43,
    /** CAMELLIA-128-CCM. */
    MBEDTLS_CIPHER_CAMELLIA_128_CCM = 44,
    /** CAMELLIA-192-CCM. */
    MBEDTLS_CIPHER_CAMELLIA_192_CCM = 45,
    /** CAMELLIA-256-CCM. */
    MBEDTLS_CIPHER_CAMELLIA_256_CCM = 46,
    /** CAMELLIA-128-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_CAMELLIA_128_CCM_STAR_NO_TAG = 47,
    /** CAMELLIA-192-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_CAMELLIA_192_CCM_STAR_NO_TAG = 48,
    /** CAMELLIA-256-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_CAMELLIA_256_CCM_STAR_NO_TAG = 49,
    /** ARIA-128-ECB. */
    MBEDTLS_CIPHER_ARIA_128_ECB = 50,
    /** ARIA-192-ECB. */
    MBEDTLS_CIPHER_ARIA_192_ECB = 51,
    /** ARIA-256-ECB. */
    MBEDTLS_CIPHER_ARIA_256_ECB = 52,
    /** ARIA-128-CBC. */
    MBEDTLS_CIPHER_ARIA_128_CBC = 53,
    /** ARIA-192-CBC. */
    MBEDTLS_CIPHER_ARIA_192_CBC = 54,
    /** ARIA-256-CBC. */
    MBEDTLS_CIPHER_ARIA_256_CBC = 55,
    /** ARIA-128-CFB128. */
    MBEDTLS_CIPHER_ARIA_128_CFB128 = 56,
    /** ARIA-192-CFB128. */
    MBEDTLS_CIPHER_ARIA_192_CFB128 = 57,
    /** ARIA-256-CFB128. */
    MBEDTLS_CIPHER_ARIA_256_CFB128 = 58,
    /** ARIA-128-CTR. */
    MBEDTLS_CIPHER_ARIA_128_CTR = 59,
    /** ARIA-192-CTR. */
    MBEDTLS_CIPHER_ARIA_192_CTR = 60,
    /** ARIA-256-CTR. */
    MBEDTLS_CIPHER_ARIA_256_CTR = 61,
    /** ARIA-128-GCM. */
    MBEDTLS_CIPHER_ARIA_128_GCM = 62,
    /** ARIA-192-GCM. */
    MBEDTLS_CIPHER_ARIA_192_GCM = 63,
    /** ARIA-256-GCM. */
    MBEDTLS_CIPHER_ARIA_256_GCM = 64,
    /** ARIA-128-CCM. */
    MBEDTLS_CIPHER_ARIA_128_CCM = 65,
    /** ARIA-192-CCM. */
    MBEDTLS_CIPHER_ARIA_192_CCM = 66,
    /** ARIA-256-CCM. */
    MBEDTLS_CIPHER_ARIA_256_CCM = 67,
    /** ARIA-128-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_ARIA_128_CCM_STAR_NO_TAG = 68,
    /** ARIA-192-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_ARIA_192_CCM_STAR_NO_TAG = 69,
    /** ARIA-256-CCM-STAR-NO-TAG. */
    MBEDTLS_CIPHER_ARIA_256_CCM_STAR_NO_TAG = 70,
    /** AES-128-OFB. */
    MBEDTLS_CIPHER_AES_128_OFB = 71,
    /** AES-192-OFB. */
    MBEDTLS_CIPHER_AES_192_OFB = 72,
    /** AES-256-OFB. */
    MBEDTLS_CIPHER_AES_256_OFB = 73,
    /** AES-128-XTS. */
    MBEDTLS_CIPHER_AES_128_XTS = 74,
    /** AES-256-XTS. */
    MBEDTLS_CIPHER_AES_256_XTS = 75,
    /** CHACHA20. */
    MBEDTLS_CIPHER_CHACHA20 = 76,
    /** CHACHA20-POLY1305. */
    MBEDTLS_CIPHER_CHACHA20_POLY1305 = 77,
    /** AES-128-KW. */
    MBEDTLS_CIPHER_AES_128_KW = 78,
    /** AES-192-KW. */
    MBEDTLS_CIPHER_AES_192_KW = 79,
    /** AES-256-KW. */
    MBEDTLS_CIPHER_AES_256_KW = 80,
    /** AES-128-KWP. */
    MBEDTLS_CIPHER_AES_128_KWP = 81,
    /** AES-192-KWP. */
    MBEDTLS_CIPHER_AES_192_KWP = 82,
    /** AES-256-KWP. */
    MBEDTLS_CIPHER_AES_256_KWP = 83
} mbedtls_cipher_type_t;

/** Ciphers. */
typedef enum mbedtls_cipher_id_t {
    /** No cipher. */
    MBEDTLS_CIPHER_ID_NONE = 0,
    /** The cipher that does nothing. */
    MBEDTLS_CIPHER_ID_NULL = 1,
    /** AES. */
    MBEDTLS_CIPHER_ID_AES = 2,
    /** DES. */
    MBEDTLS_CIPHER_ID_DES = 3,
    /** 3DES. */
    MBEDTLS_CIPHER_ID_3DES = 4,
    /** CAMELLIA. */
    MBEDTLS_CIPHER_ID_CAMELLIA = 5,
    /** ARIA. */
    MBEDTLS_CIPHER_ID_ARIA = 6,
    /** CHACHA20. */
    MBEDTLS_CIPHER_ID_CHACHA20 = 7
} mbedtls_cipher_id_t;

/** Modes of ciphers. */
typedef enum mbedtls_cipher_mode_t {
    /** No mode. */
    MBEDTLS_MODE_NONE = 0,
    /** ECB. */
    MBEDTLS_MODE_ECB = 1,
    /** CBC. */
    MBEDTLS_MODE_CBC = 2,
    /** CFB. */
    MBEDTLS_MODE_CFB = 3,
    /** OFB. */
    MBEDTLS_MODE_OFB = 4,
    /** CTR. */
    MBEDTLS_MODE_CTR = 5,
    /** GCM. */
    MBEDTLS_MODE_GCM = 6,
    /** STREAM. */
    MBEDTLS_MODE_STREAM = 7,
    /** CCM. */
    MBEDTLS_MODE_CCM = 8,
    /** CCM-STAR-NO-TAG. */
    MBEDTLS_MODE_CCM_STAR_NO_TAG = 9,
    /** XTS. */
    MBEDTLS_MODE_XTS = 10,
    /** CHACHAPOLY. */
    MBEDTLS_MODE_CHACHAPOLY = 11,
    /** KW. */
    MBEDTLS_MODE_KW = 12,
    /** KWP. */
    MBEDTLS_MODE_KWP = 13
} mbedtls_cipher_mode_t;

/** A cipher under way. */
typedef struct mbedtls_cipher_context_t {
    /** The cipher; NULL before mbedtls_cipher_setup(). */
    const mbedtls_cipher_info_t *MBEDTLS_PRIVATE(cipher_info);
    /** Length of the key in use, in bits. */
    int MBEDTLS_PRIVATE(key_bitlen);
    /** Encryption or decryption. */
    enum mbedtls_operation_t MBEDTLS_PRIVATE(operation);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[7];
    /** Length of the initialization vector that was set; 0 if none was. */
    size_t MBEDTLS_PRIVATE(iv_size);
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** State of a CMAC, or NULL. */
    void *MBEDTLS_PRIVATE(cmac_ctx);
} mbedtls_cipher_context_t;

/**
 * Takes associated data of a message that comes in parts. With ChaCha20-Poly1305 it starts the message: it must be called
 * once, also if there is none.
 *
 * \param ctx  The context, set up for GCM or ChaCha20-Poly1305, with its key and nonce.
 * \param ad,ad_len  Associated data.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key or a
 * pointer is NULL, or MBEDTLS_ERR_GCM_BAD_INPUT.
 */
int mbedtls_cipher_update_ad(struct mbedtls_cipher_context_t *ctx,
                             const unsigned char *ad,
                             size_t ad_len);

/**
 * The tag of a message that was encrypted in parts.
 *
 * \param ctx  The context, set up for GCM or ChaCha20-Poly1305.
 * \param tag,tag_len  The tag: 4 to 16 bytes of GCM, 16 of ChaCha20-Poly1305.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it was not
 * encryption, or MBEDTLS_ERR_GCM_BAD_INPUT or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE.
 */
int mbedtls_cipher_write_tag(struct mbedtls_cipher_context_t *ctx,
                             unsigned char *tag,
                             size_t tag_len);

/**
 * Compares the tag of a message that was decrypted in parts.
 *
 * \param ctx  The context, set up for GCM or ChaCha20-Poly1305.
 * \param tag,tag_len  The tag: 4 to 16 bytes of GCM, 16 of ChaCha20-Poly1305.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if the tag is wrong, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers,
 * MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it was not decryption, or MBEDTLS_ERR_GCM_BAD_INPUT or
 * MBEDTLS_ERR_CHACHAPOLY_BAD_STATE.
 */
int mbedtls_cipher_check_tag(struct mbedtls_cipher_context_t *ctx,
                             const unsigned char *tag,
                             size_t tag_len);

/**
 * Encrypts a message at once, the tag behind it; or wraps a key.
 *
 * \param ctx  The context, set up for GCM, CCM, ChaCha20-Poly1305, KW or KWP, with its key.
 * \param iv,iv_len  The nonce; of KW and KWP none.
 * \param ad,ad_len  Associated data; of KW and KWP none.
 * \param input,ilen  The message, or the key to be wrapped.
 * \param output,output_len  Where message and tag go, and the room there.
 * \param olen  Bytes put out.
 * \param tag_len  Length of the tag; of KW and KWP 0.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no room, no
 * key, or a pointer is NULL, or the code of the cipher's own header.
 */
int mbedtls_cipher_auth_encrypt_ext(struct mbedtls_cipher_context_t *ctx,
                                    const unsigned char *iv,
                                    size_t iv_len,
                                    const unsigned char *ad,
                                    size_t ad_len,
                                    const unsigned char *input,
                                    size_t ilen,
                                    unsigned char *output,
                                    size_t output_len,
                                    size_t *olen,
                                    size_t tag_len);

/**
 * Decrypts a message at once, if the tag behind it is right; or unwraps a key.
 *
 * \param ctx  The context, set up for GCM, CCM, ChaCha20-Poly1305, KW or KWP, with its key.
 * \param iv,iv_len  The nonce; of KW and KWP none.
 * \param ad,ad_len  Associated data; of KW and KWP none.
 * \param input,ilen  Message and tag, or the wrapped key.
 * \param output,output_len  Where the message goes, and the room there.
 * \param olen  Bytes put out.
 * \param tag_len  Length of the tag; of KW and KWP 0.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if the tag is wrong (the output is wiped then), or as
 * mbedtls_cipher_auth_encrypt_ext().
 */
int mbedtls_cipher_auth_decrypt_ext(struct mbedtls_cipher_context_t *ctx,
                                    const unsigned char *iv,
                                    size_t iv_len,
                                    const unsigned char *ad,
                                    size_t ad_len,
                                    const unsigned char *input,
                                    size_t ilen,
                                    unsigned char *output,
                                    size_t output_len,
                                    size_t *olen,
                                    size_t tag_len);

/**
 * Makes a context ready for mbedtls_cipher_setup().
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_cipher_init(struct mbedtls_cipher_context_t *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_cipher_free(struct mbedtls_cipher_context_t *ctx);

/**
 * Sets up a context for a cipher.
 *
 * \param ctx  The context, initialised.
 * \param cipher_info  The cipher.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_cipher_setup(struct mbedtls_cipher_context_t *ctx,
                         const mbedtls_cipher_info_t *cipher_info);

/**
 * Sets the key.
 *
 * \param ctx  The context, set up.
 * \param key  The key.
 * \param key_bitlen  Its length, which must be the cipher's.
 * \param operation  MBEDTLS_ENCRYPT or MBEDTLS_DECRYPT.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other arguments.
 */
int mbedtls_cipher_setkey(struct mbedtls_cipher_context_t *ctx,
                          const unsigned char *key,
                          int key_bitlen,
                          enum mbedtls_operation_t operation);

/**
 * Sets the padding of CBC. It must be set before mbedtls_cipher_finish().
 *
 * \param ctx  The context, set up for CBC.
 * \param mode  The padding.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another padding, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if the mode is not
 * CBC.
 */
int mbedtls_cipher_set_padding_mode(struct mbedtls_cipher_context_t *ctx,
                                    enum mbedtls_cipher_padding_t mode);

/**
 * Sets the initialization vector, counter or nonce. With GCM, CCM* and ChaCha20 a message starts.
 *
 * \param ctx  The context, with its key.
 * \param iv,iv_len  The vector, at most 16 bytes. What is longer than the cipher's is cut, but of ChaCha20.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if it is too long, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it is too
 * short, or what mbedtls_gcm_starts() and mbedtls_ccm_starts() return.
 */
int mbedtls_cipher_set_iv(struct mbedtls_cipher_context_t *ctx,
                          const unsigned char *iv,
                          size_t iv_len);

/**
 * Forgets what waits for the rest of its block.
 *
 * \param ctx  The context, set up.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it is not set up.
 */
int mbedtls_cipher_reset(struct mbedtls_cipher_context_t *ctx);

/**
 * The ciphers there are, by their numbers.
 *
 * \return  An array that ends with 0 (MBEDTLS_CIPHER_NONE). It lives as long as the library.
 */
const int *mbedtls_cipher_list(void);

/**
 * Looks up a cipher by its number.
 *
 * \param cipher_type  The number.
 *
 * \return  The cipher, which lives as long as the library, or NULL.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_type(enum mbedtls_cipher_type_t cipher_type);

/**
 * Looks up a cipher by its name.
 *
 * \param cipher_name  The name, such as "AES-128-CBC".
 *
 * \return  The cipher, which lives as long as the library, or NULL.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_string(const char *cipher_name);

/**
 * Looks up a cipher by its properties.
 *
 * \param cipher_id  The cipher.
 * \param key_bitlen  Length of the key, in bits.
 * \param mode  The mode.
 *
 * \return  The cipher, which lives as long as the library, or NULL.
 */
const mbedtls_cipher_info_t *mbedtls_cipher_info_from_values(enum mbedtls_cipher_id_t cipher_id,
                                                             int key_bitlen,
                                                             enum mbedtls_cipher_mode_t mode);

/**
 * The number of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  The number, or MBEDTLS_CIPHER_NONE for NULL.
 */
enum mbedtls_cipher_type_t mbedtls_cipher_info_get_type(const mbedtls_cipher_info_t *info);

/**
 * The mode of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  The mode, or MBEDTLS_MODE_NONE for NULL.
 */
enum mbedtls_cipher_mode_t mbedtls_cipher_info_get_mode(const mbedtls_cipher_info_t *info);

/**
 * The length of the key of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  Bits, or 0 for NULL.
 */
size_t mbedtls_cipher_info_get_key_bitlen(const mbedtls_cipher_info_t *info);

/**
 * The name of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  The name, which lives as long as the library, or NULL for NULL.
 */
const char *mbedtls_cipher_info_get_name(const mbedtls_cipher_info_t *info);

/**
 * The length of the initialization vector of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  Bytes; 0 if there is none, or 0 for NULL.
 */
size_t mbedtls_cipher_info_get_iv_size(const mbedtls_cipher_info_t *info);

/**
 * The length of a block of a cipher.
 *
 * \param info  The cipher.
 *
 * \return  Bytes; 1 of stream ciphers, or 0 for NULL.
 */
size_t mbedtls_cipher_info_get_block_size(const mbedtls_cipher_info_t *info);

/**
 * Whether the key of a cipher may have other lengths.
 *
 * \param info  The cipher.
 *
 * \return  Not 0 if so, or 0 for NULL.
 */
int mbedtls_cipher_info_has_variable_key_bitlen(const mbedtls_cipher_info_t *info);

/**
 * Whether the initialization vector of a cipher may have other lengths.
 *
 * \param info  The cipher.
 *
 * \return  Not 0 if so, or 0 for NULL.
 */
int mbedtls_cipher_info_has_variable_iv_size(const mbedtls_cipher_info_t *info);

/**
 * The length of a block of a context's cipher.
 *
 * \param ctx  The context.
 *
 * \return  Bytes; 1 of stream ciphers, 0 if there is no cipher.
 */
unsigned int mbedtls_cipher_get_block_size(const struct mbedtls_cipher_context_t *ctx);

/**
 * The mode of a context's cipher.
 *
 * \param ctx  The context.
 *
 * \return  The mode, or MBEDTLS_MODE_NONE if there is no cipher.
 */
enum mbedtls_cipher_mode_t mbedtls_cipher_get_cipher_mode(const struct mbedtls_cipher_context_t *ctx);

/**
 * The length of the initialization vector that a context uses.
 *
 * \param ctx  The context.
 *
 * \return  Bytes: of what mbedtls_cipher_set_iv() set, or else of its cipher; 0 if there is no cipher.
 */
int mbedtls_cipher_get_iv_size(const struct mbedtls_cipher_context_t *ctx);

/**
 * The number of a context's cipher.
 *
 * \param ctx  The context.
 *
 * \return  The number, or MBEDTLS_CIPHER_NONE if there is no cipher.
 */
enum mbedtls_cipher_type_t mbedtls_cipher_get_type(const struct mbedtls_cipher_context_t *ctx);

/**
 * The name of a context's cipher.
 *
 * \param ctx  The context.
 *
 * \return  The name, which lives as long as the library, or NULL if there is no cipher.
 */
const char *mbedtls_cipher_get_name(const struct mbedtls_cipher_context_t *ctx);

/**
 * The length of the key of a context's cipher.
 *
 * \param ctx  The context.
 *
 * \return  Bits, or MBEDTLS_KEY_LENGTH_NONE if there is no cipher.
 */
int mbedtls_cipher_get_key_bitlen(const struct mbedtls_cipher_context_t *ctx);

/**
 * What a context was set up for.
 *
 * \param ctx  The context.
 *
 * \return  The operation, or MBEDTLS_OPERATION_NONE if there is no cipher.
 */
enum mbedtls_operation_t mbedtls_cipher_get_operation(const struct mbedtls_cipher_context_t *ctx);

/**
 * Encrypts or decrypts more data.
 *
 * \param ctx  The context, with its key and initialization vector.
 * \param input,ilen  The data. With ECB it must be one block, with XTS a whole data unit.
 * \param output  Where the output goes, with room for `ilen` bytes and a block. It may be the same as the input if nothing waits
 * for the rest of its block and `ilen` is whole blocks.
 * \param olen  Bytes put out.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED if ECB is given another length, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if the
 * mode takes whole messages only, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other faults, or the code of the cipher's own
 * header.
 */
int mbedtls_cipher_update(struct mbedtls_cipher_context_t *ctx,
                          const unsigned char *input,
                          size_t ilen,
                          unsigned char *output,
                          size_t *olen);

/**
 * Ends the data: CBC adds the padding and puts out the last block, or takes the padding off.
 *
 * \param ctx  The context.
 * \param output  Where the output goes, with room for a block.
 * \param olen  Bytes put out.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED if the data ends with part of a block, MBEDTLS_ERR_CIPHER_INVALID_PADDING if
 * the padding is wrong, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if the mode takes whole messages only, or
 * MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if no padding was chosen or a pointer is NULL.
 */
int mbedtls_cipher_finish(struct mbedtls_cipher_context_t *ctx,
                          unsigned char *output,
                          size_t *olen);

/**
 * As mbedtls_cipher_finish(), for callers who must not show by the time they take whether the padding was wrong.
 *
 * \param ctx,output,olen  As for mbedtls_cipher_finish().
 * \param invalid_padding  All ones if the padding is wrong, 0 if not.
 *
 * \return  As mbedtls_cipher_finish(), but 0 if the padding is wrong.
 */
int mbedtls_cipher_finish_padded(struct mbedtls_cipher_context_t *ctx,
                                 unsigned char *output,
                                 size_t *olen,
                                 size_t *invalid_padding);

/**
 * Encrypts or decrypts a message at once.
 *
 * \param ctx  The context, with its key, and for CBC a padding.
 * \param iv,iv_len  The initialization vector.
 * \param input,ilen  The message.
 * \param output  Where the output goes, with room for `ilen` bytes and a block.
 * \param olen  Bytes put out.
 *
 * \return  0, or what mbedtls_cipher_set_iv(), mbedtls_cipher_reset(), mbedtls_cipher_update() and mbedtls_cipher_finish()
 * return.
 */
int mbedtls_cipher_crypt(struct mbedtls_cipher_context_t *ctx,
                         const unsigned char *iv,
                         size_t iv_len,
                         const unsigned char *input,
                         size_t ilen,
                         unsigned char *output,
                         size_t *olen);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CIPHER_H */
