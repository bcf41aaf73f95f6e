/** \file psa_util.h
 * Between the PSA interface and the rest.
 */
#include "mbedtls/build_info.h"
#include "psa/crypto.h"
#include "mbedtls/asn1write.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#include <stddef.h>

/** What goes with mbedtls_psa_get_random() as its first argument. */
#define MBEDTLS_PSA_RANDOM_STATE NULL

@declarations
@rust psa_util.rs psa_util/*
