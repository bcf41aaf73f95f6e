/** \file timing.h
 * A stopwatch, and the pair of delays that DTLS works with.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stdint.h>

@declarations
@rust timing.rs
