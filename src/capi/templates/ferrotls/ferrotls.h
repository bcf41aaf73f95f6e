/** \file ferrotls.h
 * What ferrotls has and Mbed TLS 3.6 has no name for. A program that includes this header runs with ferrotls only.
 */
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

@declarations
@rust ferrotls/*
