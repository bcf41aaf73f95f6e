/** \file pkcs5.h
 * Keys from passwords, and encryption with them (RFC 8018).
 */
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"
#include "mbedtls/asn1.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust pkcs5.rs
