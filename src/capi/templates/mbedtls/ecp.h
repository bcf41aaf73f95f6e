/** \file ecp.h
 * Elliptic curves, their points and keys.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"

@declarations
@rust ecp.rs ecp/*
