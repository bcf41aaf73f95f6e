/** \file x509_csr.h
 * Certificate requests.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust x509_csr.rs x509_csr/*
