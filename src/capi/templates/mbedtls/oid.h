/** \file oid.h
 * Object identifiers.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"
#include "mbedtls/cipher.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust oid.rs
