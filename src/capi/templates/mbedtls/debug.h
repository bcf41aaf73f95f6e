/** \file debug.h
 * How much is told to the debug callback.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

@declarations
@rust debug.rs
