/** \file asn1.h
 * ASN.1: the types that values are handed out in, the tags, and a reader for DER.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"

#include <stddef.h>

@declarations
@rust asn1.rs
