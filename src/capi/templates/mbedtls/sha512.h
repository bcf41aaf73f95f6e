/** \file sha512.h
 * SHA-384 and SHA-512.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust sha512.rs
