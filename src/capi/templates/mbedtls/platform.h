/** \file platform.h
 * Memory, and the C library under Mbed's names. An application may put functions of its own in the place of the C
 * library's; it does so before it calls anything else, and leaves them there.
 *
 * **What comes from the application's allocator** (mbedtls_platform_set_calloc_free()): what the library gives to the
 * program to keep or to release, and most of what the program sees inside of structs: limbs of numbers, and so parts of
 * keys; certificates that follow the first of a chain; sessions, with their peer's certificate and ticket; a connection's
 * host name; requests; lists of names; digest contexts; what is read from PEM. If that allocator returns NULL, the call
 * fails with MBEDTLS_ERR_..._ALLOC_FAILED (a handshake, too), nothing is lost, and it may be tried again.
 *
 * **What does not**: what the library's own objects behind the structs are made of (connections, configurations,
 * certificates, record buffers). That is Rust's memory, which comes from the C library's malloc(). If malloc() returns NULL
 * there, a line on standard error says so, and abort() ends the process: Rust has no way to go on. 3.6 returns ALLOC_FAILED
 * there. Lengths that a peer names are held against limits before memory is asked for, so that this is a matter of a
 * machine without memory, not of what somebody sends.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_time.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#if !defined(MBEDTLS_PLATFORM_STD_CALLOC)
/** What mbedtls_calloc() is at first. */
#define MBEDTLS_PLATFORM_STD_CALLOC calloc
#endif
#if !defined(MBEDTLS_PLATFORM_STD_FREE)
/** What mbedtls_free() is at first. */
#define MBEDTLS_PLATFORM_STD_FREE free
#endif
#if !defined(MBEDTLS_PLATFORM_STD_PRINTF)
/** What mbedtls_printf() is at first. */
#define MBEDTLS_PLATFORM_STD_PRINTF printf
#endif
#if !defined(MBEDTLS_PLATFORM_STD_FPRINTF)
/** What mbedtls_fprintf() is at first. */
#define MBEDTLS_PLATFORM_STD_FPRINTF fprintf
#endif
#if !defined(MBEDTLS_PLATFORM_STD_SNPRINTF)
/** What mbedtls_snprintf() is at first. */
#define MBEDTLS_PLATFORM_STD_SNPRINTF snprintf
#endif
#if !defined(MBEDTLS_PLATFORM_STD_VSNPRINTF)
/** What mbedtls_vsnprintf() is at first. */
#define MBEDTLS_PLATFORM_STD_VSNPRINTF vsnprintf
#endif
#if !defined(MBEDTLS_PLATFORM_STD_SETBUF)
/** What mbedtls_setbuf() is at first. */
#define MBEDTLS_PLATFORM_STD_SETBUF setbuf
#endif
#if !defined(MBEDTLS_PLATFORM_STD_EXIT)
/** What mbedtls_exit() is at first. */
#define MBEDTLS_PLATFORM_STD_EXIT exit
#endif
#if !defined(MBEDTLS_PLATFORM_STD_TIME)
/** What mbedtls_time() is at first. */
#define MBEDTLS_PLATFORM_STD_TIME time
#endif

/* A program may have its own idea of these from a time before this header. */
#undef mbedtls_printf
#undef mbedtls_fprintf
#undef mbedtls_snprintf
#undef mbedtls_vsnprintf
#undef mbedtls_setbuf
#undef mbedtls_exit

@declarations
/** printf(), or what the application put in its place. The self tests print with it. */
extern int (*mbedtls_printf)(const char *format, ...);
/** fprintf(), or what the application put in its place. */
extern int (*mbedtls_fprintf)(FILE *stream, const char *format, ...);
/** snprintf(), or what the application put in its place. The library makes its own texts without it. */
extern int (*mbedtls_snprintf)(char *s, size_t n, const char *format, ...);
/** vsnprintf(), or what the application put in its place. The library makes its own texts without it. */
extern int (*mbedtls_vsnprintf)(char *s, size_t n, const char *format, va_list arg);
/** setbuf(), or what the application put in its place. The library opens its files without buffers. */
extern void (*mbedtls_setbuf)(FILE *stream, char *buf);
/** exit(), or what the application put in its place. The library never calls it. */
extern void (*mbedtls_exit)(int status);

/**
 * Sets what mbedtls_printf() is.
 *
 * \param printf_func  As printf().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_printf(int (*printf_func)(const char *format, ...));

/**
 * Sets what mbedtls_fprintf() is.
 *
 * \param fprintf_func  As fprintf().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_fprintf(int (*fprintf_func)(FILE *stream, const char *format, ...));

/**
 * Sets what mbedtls_snprintf() is.
 *
 * \param snprintf_func  As snprintf().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_snprintf(int (*snprintf_func)(char *s, size_t n, const char *format, ...));

/**
 * Sets what mbedtls_vsnprintf() is.
 *
 * \param vsnprintf_func  As vsnprintf().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_vsnprintf(int (*vsnprintf_func)(char *s, size_t n, const char *format, va_list arg));

/**
 * Sets what mbedtls_setbuf() is.
 *
 * \param setbuf_func  As setbuf().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_setbuf(void (*setbuf_func)(FILE *stream, char *buf));

/**
 * Sets what mbedtls_exit() is.
 *
 * \param exit_func  As exit().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_exit(void (*exit_func)(int status));

@rust platform.rs
