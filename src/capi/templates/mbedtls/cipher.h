/** \file cipher.h
 * Ciphers, by number.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

@declarations
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

@rust cipher.rs cipher/*
