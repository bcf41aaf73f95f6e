/** \file platform_time.h
 * The types of time.
 */
#include "mbedtls/build_info.h"

#include <stdint.h>
#include <time.h>

/** The clock of the C library. */
#define mbedtls_time time

@declarations
/** Seconds since 1970. */
typedef time_t mbedtls_time_t;

@rust platform_time.rs
