/** \file chachapoly.h
 * ChaCha20-Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/poly1305.h"
#include "mbedtls/chacha20.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust chachapoly.rs
