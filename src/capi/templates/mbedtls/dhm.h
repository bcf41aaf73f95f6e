/** \file dhm.h
 * Finite-field Diffie-Hellman parameters.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"

@declarations
@rust dhm.rs
