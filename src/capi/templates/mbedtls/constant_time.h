/** \file constant_time.h
 * Comparing without telling where the difference is.
 */
#include "mbedtls/build_info.h"

#include <stddef.h>

@declarations
@rust constant_time.rs
