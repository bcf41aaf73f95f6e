/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_TIMING_H
#define MBEDTLS_TIMING_H

/** \file timing.h
 * A stopwatch, and the pair of delays that DTLS works with.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** When a stopwatch was started. */
typedef struct mbedtls_timing_hr_time {
    /** Milliseconds of the monotonic clock; the rest is not to be touched. */
    uint64_t MBEDTLS_PRIVATE(opaque)[4];
} mbedtls_timing_hr_time;

/** An intermediate and a final delay. */
typedef struct mbedtls_timing_delay_context {
    /** When the delays were set. */
    struct mbedtls_timing_hr_time MBEDTLS_PRIVATE(timer);
    /** The intermediate delay, in milliseconds. */
    uint32_t MBEDTLS_PRIVATE(int_ms);
    /** The final delay, in milliseconds; 0 if it is cancelled. */
    uint32_t MBEDTLS_PRIVATE(fin_ms);
} mbedtls_timing_delay_context;

/**
 * Starts a stopwatch, or reads it.
 *
 * \param val  The stopwatch.
 * \param reset  Not 0 to start it.
 *
 * \return  0 when it is started, else the milliseconds since then.
 */
unsigned long mbedtls_timing_get_timer(struct mbedtls_timing_hr_time *val, int reset);

/**
 * Sets both delays, counted from now. Made to be the `f_set_timer` of mbedtls_ssl_set_timer_cb().
 *
 * \param data  A `mbedtls_timing_delay_context`.
 * \param int_ms  The intermediate delay, in milliseconds.
 * \param fin_ms  The final delay, in milliseconds; 0 cancels both.
 */
void mbedtls_timing_set_delay(void *data, uint32_t int_ms, uint32_t fin_ms);

/**
 * Tells which delays have passed. Made to be the `f_get_timer` of mbedtls_ssl_set_timer_cb().
 *
 * \param data  A `mbedtls_timing_delay_context` that mbedtls_timing_set_delay() was called for.
 *
 * \return  -1 if they are cancelled (or `data` is NULL), 0 if none has passed, 1 if the intermediate one has, 2 if both
 * have.
 */
int mbedtls_timing_get_delay(void *data);

/**
 * The final delay.
 *
 * \param data  The context.
 *
 * \return  It in milliseconds; 0 if it is cancelled.
 */
uint32_t mbedtls_timing_get_final_delay(const struct mbedtls_timing_delay_context *data);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_TIMING_H */
