/** \file rsa.h
 * RSA keys.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/md.h"
#include "mbedtls/platform_util.h"

@declarations
@rust rsa.rs rsa/*
