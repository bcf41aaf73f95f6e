/** \file ecjpake.h
 * EC J-PAKE.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ecjpake.rs
