/** \file aes.h
 * AES.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust aes.rs aes/*
