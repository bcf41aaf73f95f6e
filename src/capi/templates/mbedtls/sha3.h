/** \file sha3.h
 * SHA-3.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust sha3.rs
