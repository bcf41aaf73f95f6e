/** \file base64.h
 * Base64.
 */
#include "mbedtls/build_info.h"

#include <stddef.h>

@declarations
@rust base64.rs
