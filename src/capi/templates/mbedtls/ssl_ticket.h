/** \file ssl_ticket.h
 * Session tickets of a server.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/cipher.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ssl_ticket.rs
