/** \file x509_crt.h
 * Certificates: reading, verifying, writing.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/bignum.h"

/** The bit that stands for a hash, a kind of key or a curve in a `mbedtls_x509_crt_profile`. */
#define MBEDTLS_X509_ID_FLAG(id) (1 << ((id) - 1))

@declarations
/** A chain that is being verified. A program only ever sees the name. */
typedef struct mbedtls_x509_crt_verify_chain mbedtls_x509_crt_verify_chain;
/** A certificate of it. A program only ever sees the name. */
typedef struct mbedtls_x509_crt_verify_chain_item mbedtls_x509_crt_verify_chain_item;

@rust x509_crt.rs x509_crt/*
