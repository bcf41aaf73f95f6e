/** \file platform_util.h
 * Erasing memory, and other small things that every module needs.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/platform_time.h"

#include <stddef.h>
#include <time.h>

/** Marks a function whose return value must be looked at. */
#if defined(__GNUC__)
#define MBEDTLS_CHECK_RETURN __attribute__((__warn_unused_result__))
#else
#define MBEDTLS_CHECK_RETURN
#endif
/** Marks a function whose return value is of no use to a program that passes valid arguments. */
#define MBEDTLS_CHECK_RETURN_OPTIONAL
/** Marks a function whose return value a program should look at. */
#define MBEDTLS_CHECK_RETURN_TYPICAL
/** Drops a return value on purpose. */
#define MBEDTLS_IGNORE_RETURN(result) ((void) !(result))
/** Marks what will not be there for ever; without effect. */
#define MBEDTLS_DEPRECATED
/** A constant that will not be there for ever. */
#define MBEDTLS_DEPRECATED_NUMERIC_CONSTANT(value) (value)
/** A text that will not be there for ever. */
#define MBEDTLS_DEPRECATED_STRING_CONSTANT(value) (value)

@declarations
/** A number that will not be there for ever. */
typedef int mbedtls_deprecated_numeric_constant_t;
/** A text that will not be there for ever. */
typedef const char *mbedtls_deprecated_string_constant_t;

/** Fills `output` with `output_len` random bytes. Returns 0, or an error code. */
typedef int mbedtls_f_rng_t(void *p_rng, unsigned char *output, size_t output_len);

@rust platform_util.rs
