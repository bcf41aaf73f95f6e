/** \file net_sockets.h
 * Sockets.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust net_sockets.rs
