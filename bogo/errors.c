/*
 * Names of error codes, as the headers have them: what bogo/config.json maps
 * the runner's names to.
 */
#include "shim.h"

#include <psa/crypto.h>
#include <mbedtls/error.h>

#include <stdio.h>

#define NAMED(code) { code, #code }

static const struct {
    int code;
    const char *name;
} names[] = {
    NAMED(MBEDTLS_ERR_SSL_BAD_CONFIG),
    NAMED(MBEDTLS_ERR_SSL_BAD_CERTIFICATE),
    NAMED(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    NAMED(MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION),
    NAMED(MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL),
    NAMED(MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED),
    NAMED(MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA),
    NAMED(MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA),
    NAMED(MBEDTLS_ERR_SSL_CONN_EOF),
    NAMED(MBEDTLS_ERR_SSL_COUNTER_WRAPPING),
    NAMED(MBEDTLS_ERR_SSL_DECODE_ERROR),
    NAMED(MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE),
    NAMED(MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE),
    NAMED(MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE),
    NAMED(MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER),
    NAMED(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
    NAMED(MBEDTLS_ERR_SSL_INVALID_MAC),
    NAMED(MBEDTLS_ERR_SSL_INVALID_RECORD),
    NAMED(MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL),
    NAMED(MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE),
    NAMED(MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY),
    NAMED(MBEDTLS_ERR_SSL_PK_TYPE_MISMATCH),
    NAMED(MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED),
    NAMED(MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA),
    NAMED(MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET),
    NAMED(MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE),
    NAMED(MBEDTLS_ERR_SSL_UNEXPECTED_RECORD),
    NAMED(MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY),
    NAMED(MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME),
    NAMED(MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION),
    NAMED(MBEDTLS_ERR_X509_CERT_VERIFY_FAILED),
    NAMED(MBEDTLS_ERR_X509_FATAL_ERROR),
};

const char *error_name(int code)
{
    static char text[160];
    int high = -(-code & 0x7f80);
    size_t i;
    char library[120];

    for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (names[i].code == code) {
            return names[i].name;
        }
    }
    if (high <= -0x2080 && high > -0x3000) {
        snprintf(text, sizeof(text), "MBEDTLS_ERR_X509 -0x%04X",
                 (unsigned) -code);
        return text;
    }
    if (high <= -0x3900 && high >= -0x3f80) {
        snprintf(text, sizeof(text), "MBEDTLS_ERR_PK -0x%04X",
                 (unsigned) -code);
        return text;
    }
    mbedtls_strerror(code, library, sizeof(library));
    snprintf(text, sizeof(text), "-0x%04X: %s", (unsigned) -code, library);
    return text;
}
