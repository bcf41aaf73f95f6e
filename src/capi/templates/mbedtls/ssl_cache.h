/** \file ssl_cache.h
 * A cache of sessions on a server.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ssl_cache.rs
