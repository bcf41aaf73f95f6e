/** \file sha1.h
 * SHA-1.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust sha1.rs
