/** \file x509.h
 * What certificates, revocation lists and requests share.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"

@declarations
@rust x509.rs x509/*
