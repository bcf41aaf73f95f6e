/** \file threading.h
 * The mutex type. What threads may do at once is told where a function is described; mutexes are in few structs only (a
 * cache of sessions, a collector of entropy).
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <pthread.h>
#include <stdlib.h>

@declarations
@rust threading.rs
/** Makes a mutex ready. It must not be in use; NULL is allowed and does nothing. */
extern void (*mbedtls_mutex_init)(mbedtls_threading_mutex_t *mutex);
/** Releases a mutex, which no thread may hold; NULL is allowed and does nothing. */
extern void (*mbedtls_mutex_free)(mbedtls_threading_mutex_t *mutex);
/** Locks a mutex, and waits for it: 0, or MBEDTLS_ERR_THREADING_BAD_INPUT_DATA or MBEDTLS_ERR_THREADING_MUTEX_ERROR. */
extern int (*mbedtls_mutex_lock)(mbedtls_threading_mutex_t *mutex);
/** Unlocks a mutex: 0, or MBEDTLS_ERR_THREADING_BAD_INPUT_DATA or MBEDTLS_ERR_THREADING_MUTEX_ERROR. */
extern int (*mbedtls_mutex_unlock)(mbedtls_threading_mutex_t *mutex);

/**
 * Sets what mbedtls_mutex_init() and the rest are. To be called before any context with a mutex is made. Nothing happens if
 * one of them is NULL. What the library locks without such a mutex is not affected.
 *
 * \param mutex_init,mutex_free,mutex_lock,mutex_unlock  The functions.
 */
void mbedtls_threading_set_alt(void (*mutex_init)(mbedtls_threading_mutex_t *mutex),
                               void (*mutex_free)(mbedtls_threading_mutex_t *mutex),
                               int (*mutex_lock)(mbedtls_threading_mutex_t *mutex),
                               int (*mutex_unlock)(mbedtls_threading_mutex_t *mutex));

/**
 * Sets the system's functions again. To be called when no context with a mutex is left.
 */
void mbedtls_threading_free_alt(void);
