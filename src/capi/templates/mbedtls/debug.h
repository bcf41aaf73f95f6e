/** \file debug.h
 * How much the debug callback is told.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust debug.rs
