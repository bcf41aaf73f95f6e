/** \file poly1305.h
 * Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust poly1305.rs
