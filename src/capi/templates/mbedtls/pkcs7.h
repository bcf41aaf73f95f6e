/** \file pkcs7.h
 * PKCS #7 signed data.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/x509_crt.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust pkcs7.rs pkcs7/*
