/** \file hmac_drbg.h
 * A random generator made of HMAC.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust hmac_drbg.rs
