/** \file ctr_drbg.h
 * The random generator that programs hand to other functions.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/entropy.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ctr_drbg.rs
