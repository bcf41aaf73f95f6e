/** \file ecdh.h
 * Key agreement on elliptic curves.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ecdh.rs
