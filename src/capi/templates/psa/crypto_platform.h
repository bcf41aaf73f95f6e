/** \file crypto_platform.h
 * What the PSA Crypto interface takes from its platform. All of it is in psa/crypto.h; this header is for programs that include it by name.
 */
#include "psa/crypto.h"
