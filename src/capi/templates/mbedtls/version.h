/** \file version.h
 * The release whose interface this is, and the features that work, told by the library.
 */
#include "mbedtls/build_info.h"

@declarations
@rust version.rs
