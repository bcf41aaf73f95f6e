/** \file hkdf.h
 * Keys from keys (RFC 5869).
 */
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"

#include <stddef.h>

@declarations
@rust hkdf.rs
