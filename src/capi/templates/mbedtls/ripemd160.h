/** \file ripemd160.h
 * RIPEMD-160.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ripemd160.rs
