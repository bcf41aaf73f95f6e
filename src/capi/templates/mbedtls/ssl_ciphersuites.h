/** \file ssl_ciphersuites.h
 * Cipher suites by number and by name.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/pk.h"
#include "mbedtls/cipher.h"
#include "mbedtls/md.h"

@declarations
@rust ssl_ciphersuites.rs
