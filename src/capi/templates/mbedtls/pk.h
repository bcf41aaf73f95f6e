/** \file pk.h
 * A public or private key of any kind.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "psa/crypto.h"

@declarations
/** A kind of key; its content is private. */
typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;

@rust pk.rs pk/*
