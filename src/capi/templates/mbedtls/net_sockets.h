/** \file net_sockets.h
 * TCP and UDP sockets in the form that mbedtls_ssl_set_bio() takes.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust net_sockets.rs
