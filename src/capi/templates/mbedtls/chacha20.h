/** \file chacha20.h
 * ChaCha20.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust chacha20.rs
