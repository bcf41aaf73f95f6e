/** \file crypto_values.h
 * Constants of the PSA Crypto interface. All of it is in psa/crypto.h; this header is for programs that include it by name.
 */
#include "psa/crypto.h"
