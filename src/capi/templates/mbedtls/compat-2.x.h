/** \file compat-2.x.h
 * Names that functions had in Mbed TLS 2.x, for programs that still use them.
 */
#include "mbedtls/build_info.h"

/* mbedtls/ctr_drbg.h and mbedtls/hmac_drbg.h */
#define mbedtls_ctr_drbg_update_ret mbedtls_ctr_drbg_update /**< What mbedtls_ctr_drbg_update() was called. */
#define mbedtls_hmac_drbg_update_ret mbedtls_hmac_drbg_update /**< What mbedtls_hmac_drbg_update() was called. */

/* mbedtls/md5.h */
#define mbedtls_md5_starts_ret mbedtls_md5_starts /**< What mbedtls_md5_starts() was called. */
#define mbedtls_md5_update_ret mbedtls_md5_update /**< What mbedtls_md5_update() was called. */
#define mbedtls_md5_finish_ret mbedtls_md5_finish /**< What mbedtls_md5_finish() was called. */
#define mbedtls_md5_ret mbedtls_md5 /**< What mbedtls_md5() was called. */

/* mbedtls/ripemd160.h */
#define mbedtls_ripemd160_starts_ret mbedtls_ripemd160_starts /**< What mbedtls_ripemd160_starts() was called. */
#define mbedtls_ripemd160_update_ret mbedtls_ripemd160_update /**< What mbedtls_ripemd160_update() was called. */
#define mbedtls_ripemd160_finish_ret mbedtls_ripemd160_finish /**< What mbedtls_ripemd160_finish() was called. */
#define mbedtls_ripemd160_ret mbedtls_ripemd160 /**< What mbedtls_ripemd160() was called. */

/* mbedtls/sha1.h */
#define mbedtls_sha1_starts_ret mbedtls_sha1_starts /**< What mbedtls_sha1_starts() was called. */
#define mbedtls_sha1_update_ret mbedtls_sha1_update /**< What mbedtls_sha1_update() was called. */
#define mbedtls_sha1_finish_ret mbedtls_sha1_finish /**< What mbedtls_sha1_finish() was called. */
#define mbedtls_sha1_ret mbedtls_sha1 /**< What mbedtls_sha1() was called. */

/* mbedtls/sha256.h */
#define mbedtls_sha256_starts_ret mbedtls_sha256_starts /**< What mbedtls_sha256_starts() was called. */
#define mbedtls_sha256_update_ret mbedtls_sha256_update /**< What mbedtls_sha256_update() was called. */
#define mbedtls_sha256_finish_ret mbedtls_sha256_finish /**< What mbedtls_sha256_finish() was called. */
#define mbedtls_sha256_ret mbedtls_sha256 /**< What mbedtls_sha256() was called. */

/* mbedtls/sha512.h */
#define mbedtls_sha512_starts_ret mbedtls_sha512_starts /**< What mbedtls_sha512_starts() was called. */
#define mbedtls_sha512_update_ret mbedtls_sha512_update /**< What mbedtls_sha512_update() was called. */
#define mbedtls_sha512_finish_ret mbedtls_sha512_finish /**< What mbedtls_sha512_finish() was called. */
#define mbedtls_sha512_ret mbedtls_sha512 /**< What mbedtls_sha512() was called. */
