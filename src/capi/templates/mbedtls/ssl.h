/** \file ssl.h
 * TLS connections and their configuration.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/platform_time.h"
#include "mbedtls/bignum.h"
#include "mbedtls/ecp.h"
#include "mbedtls/ssl_ciphersuites.h"
#include "mbedtls/x509_crt.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/dhm.h"
#include "mbedtls/md.h"
#include "psa/crypto.h"

#include <stddef.h>
#include <stdint.h>

@declarations
#if !defined(MBEDTLS_X509_USE_C)
/* Without certificates a program only ever sees the names of these. */
/** A key. */
typedef struct mbedtls_pk_context mbedtls_pk_context;
/** A revocation list. */
typedef struct mbedtls_x509_crl mbedtls_x509_crl;
/** A certificate. */
typedef struct mbedtls_x509_crt mbedtls_x509_crt;
/** What is demanded of certificates. */
typedef struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile;
#endif

@rust ssl/errors.rs ssl/constants.rs ssl/enums.rs

typedef struct mbedtls_ssl_context mbedtls_ssl_context;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_ssl_session mbedtls_ssl_session;

/** A message of a flight. A program only ever sees the name. */
typedef struct mbedtls_ssl_flight_item mbedtls_ssl_flight_item;
/** What a handshake needs. A program only ever sees the name. */
typedef struct mbedtls_ssl_handshake_params mbedtls_ssl_handshake_params;
/** A certificate with its key. A program only ever sees the name. */
typedef struct mbedtls_ssl_key_cert mbedtls_ssl_key_cert;
/** Hash functions for signatures. A program only ever sees the name. */
typedef struct mbedtls_ssl_sig_hash_set_t mbedtls_ssl_sig_hash_set_t;
/** Secrets of TLS 1.3. A program only ever sees the name. */
typedef struct mbedtls_ssl_tls13_application_secrets mbedtls_ssl_tls13_application_secrets;
/** What protects records. A program only ever sees the name. */
typedef struct mbedtls_ssl_transform mbedtls_ssl_transform;

@function-types ssl/callbacks.rs
@rust ssl/types.rs ssl/*
