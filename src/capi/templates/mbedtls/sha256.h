/** \file sha256.h
 * SHA-224 and SHA-256.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust sha256.rs
