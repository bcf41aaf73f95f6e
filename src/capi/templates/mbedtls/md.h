/** \file md.h
 * Hash functions, by number.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>

@declarations
/** A hash function; its content is private. */
typedef struct mbedtls_md_info_t mbedtls_md_info_t;

@rust md.rs md/*
