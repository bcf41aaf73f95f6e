/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_TIMING_H
#define MBEDTLS_TIMING_H

/** \file timing.h
 * A timer with two delays.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A moment of the monotonic clock. */
typedef struct mbedtls_timing_hr_time {
    /** Milliseconds of the monotonic clock; the rest is not used. */
    uint64_t MBEDTLS_PRIVATE(opaque)[4];
} mbedtls_timing_hr_time;

/** A timer with an intermediate and a final delay. */
typedef struct mbedtls_timing_delay_context {
    /** When the timer was set. */
    struct mbedtls_timing_hr_time MBEDTLS_PRIVATE(timer);
    /** The intermediate delay, in milliseconds. */
    uint32_t MBEDTLS_PRIVATE(int_ms);
    /** The final delay, in milliseconds; 0: the timer is cancelled. */
    uint32_t MBEDTLS_PRIVATE(fin_ms);
} mbedtls_timing_delay_context;

/**
 * The time since a timer was reset.
 *
 * \param val    The timer.
 * \param reset  Not 0: reset it and return 0.
 *
 * \return  Milliseconds; 0 for NULL.
 */
unsigned long mbedtls_timing_get_timer(struct mbedtls_timing_hr_time *val, int reset);

/**
 * Sets a timer. In the form that mbedtls_ssl_set_timer_cb() takes.
 *
 * \param data    A `mbedtls_timing_delay_context`; NULL is ignored.
 * \param int_ms  The intermediate delay, in milliseconds.
 * \param fin_ms  The final delay, in milliseconds; 0 cancels the timer.
 */
void mbedtls_timing_set_delay(void *data, uint32_t int_ms, uint32_t fin_ms);

/**
 * How far a timer is. In the form that mbedtls_ssl_set_timer_cb() takes.
 *
 * \param data  A `mbedtls_timing_delay_context`.
 *
 * \return  -1: cancelled (or NULL); 0: no delay has passed; 1: the intermediate one has; 2: the final one has.
 */
int mbedtls_timing_get_delay(void *data);

/**
 * The final delay of a timer.
 *
 * \param data  The timer.
 * \return      Milliseconds; 0 if it is cancelled, or for NULL.
 */
uint32_t mbedtls_timing_get_final_delay(const struct mbedtls_timing_delay_context *data);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_TIMING_H */
