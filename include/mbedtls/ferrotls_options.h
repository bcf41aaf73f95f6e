/** \file ferrotls_options.h
 * The options that the library was built with: here all there are. `cmake -D<option>=OFF` installs this
 * header without what is left out; README.md has the table of options.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_FERROTLS_OPTIONS_H
#define MBEDTLS_FERROTLS_OPTIONS_H

#define MBEDTLS_SSL_PROTO_TLS1_2
#define MBEDTLS_SSL_PROTO_TLS1_3
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED
#define MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE
#define MBEDTLS_SSL_EARLY_DATA
#define MBEDTLS_SSL_SESSION_TICKETS
#define MBEDTLS_SSL_SERVER_NAME_INDICATION
#define MBEDTLS_SSL_KEEP_PEER_CERTIFICATE

/* Certificates, and keys that sign: in every build but one that knows pre-shared keys alone. */
#define MBEDTLS_X509_USE_C

#endif /* MBEDTLS_FERROTLS_OPTIONS_H */
