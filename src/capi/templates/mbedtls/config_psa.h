/** \file config_psa.h
 * The features of the PSA Crypto interface that work: PSA_WANT_*. They are in psa/build_info.h; this header is for programs
 * that include it by name.
 */
#include "psa/build_info.h"
