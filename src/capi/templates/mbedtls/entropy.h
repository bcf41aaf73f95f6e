/** \file entropy.h
 * Randomness of the operating system, with sources of the application mixed in.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust entropy.rs
