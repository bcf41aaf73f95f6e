/** \file nist_kw.h
 * AES key wrap.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust nist_kw.rs
