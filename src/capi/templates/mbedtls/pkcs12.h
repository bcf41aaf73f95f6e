/** \file pkcs12.h
 * Keys from passwords and encryption with them, in the way of PKCS#12 (RFC 7292).
 */
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"
#include "mbedtls/asn1.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust pkcs12.rs
