/** \file platform.h
 * Memory, and the C library under Mbed's names.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_time.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/** printf() of the C library. */
#define mbedtls_printf printf
/** fprintf() of the C library. */
#define mbedtls_fprintf fprintf
/** snprintf() of the C library. */
#define mbedtls_snprintf snprintf
/** vsnprintf() of the C library. */
#define mbedtls_vsnprintf vsnprintf
/** setbuf() of the C library. */
#define mbedtls_setbuf setbuf
/** exit() of the C library. */
#define mbedtls_exit exit

@declarations
@rust platform.rs
