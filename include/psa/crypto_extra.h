/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef PSA_CRYPTO_EXTRA_H
#define PSA_CRYPTO_EXTRA_H

/** \file crypto_extra.h
 * What Mbed TLS adds to the PSA Crypto interface. All of it is in psa/crypto.h; this header is for programs that include it by name.
 */
#include "psa/crypto.h"

#endif /* PSA_CRYPTO_EXTRA_H */
