/** \file threading.h
 * The mutex type.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <pthread.h>
#include <stdlib.h>

@declarations
@rust threading.rs
