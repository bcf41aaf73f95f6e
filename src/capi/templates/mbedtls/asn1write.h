/** \file asn1write.h
 * ASN.1: writing DER, from the back to the front.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"

/** Adds what `f` returns to `g`, or returns it, if it is an error, from a function that has an `int ret`. */
#define MBEDTLS_ASN1_CHK_ADD(g, f) \
    do { \
        if ((ret = (f)) < 0) { \
            return ret; \
        } else { \
            (g) += ret; \
        } \
    } while (0)

/** The same, but goes to the label `cleanup` on an error. */
#define MBEDTLS_ASN1_CHK_CLEANUP_ADD(g, f) \
    do { \
        if ((ret = (f)) < 0) { \
            goto cleanup; \
        } else { \
            (g) += ret; \
        } \
    } while (0)

@declarations
@rust asn1write.rs
