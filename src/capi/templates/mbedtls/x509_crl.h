/** \file x509_crl.h
 * Certificate revocation lists.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

@declarations
@rust x509_crl.rs x509_crl/*
