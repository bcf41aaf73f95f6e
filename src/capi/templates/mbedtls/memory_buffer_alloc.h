/** \file memory_buffer_alloc.h
 * Constants of an allocator that takes its memory out of a buffer of the program's. There is no such allocator here, and
 * MBEDTLS_MEMORY_BUFFER_ALLOC_C is not defined: mbedtls_platform_set_calloc_free() is there for a program's own. The
 * header is for programs that include it without asking for the macro.
 */
#include "mbedtls/build_info.h"

#include <stddef.h>

#if !defined(MBEDTLS_MEMORY_ALIGN_MULTIPLE)
/** Alignment of pieces of memory, in bytes. */
#define MBEDTLS_MEMORY_ALIGN_MULTIPLE 4
#endif
/** Look at the heap never. */
#define MBEDTLS_MEMORY_VERIFY_NONE 0
/** Look at the heap when memory is given out. */
#define MBEDTLS_MEMORY_VERIFY_ALLOC 1
/** Look at the heap when memory comes back. */
#define MBEDTLS_MEMORY_VERIFY_FREE 2
/** Look at the heap at either. */
#define MBEDTLS_MEMORY_VERIFY_ALWAYS 3
