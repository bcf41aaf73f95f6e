/*
 * What the command line expects of a connection, looked at through the
 * interface.
 */
#include "shim.h"

#include <mbedtls/sha256.h>

#include <string.h>

int was_resumed(struct connection *connection)
{
    return ferrotls_get_psk(&connection->ssl) == FERROTLS_PSK_RESUMPTION;
}

static void check_staples(struct connection *connection,
                          const struct options *options)
{
    const unsigned char *data = NULL;
    size_t len = 0;

    if (options->expect_ocsp_response.is_set) {
        must("ferrotls_get_ocsp_response",
             ferrotls_get_ocsp_response(&connection->ssl, 0, &data, &len));
        if (len != options->expect_ocsp_response.len ||
            memcmp(data, options->expect_ocsp_response.data, len) != 0) {
            fail("OCSP response differs");
        }
    }
    if (options->expect_scts.is_set) {
        must("ferrotls_get_scts",
             ferrotls_get_scts(&connection->ssl, 0, &data, &len));
        if (len != options->expect_scts.len ||
            memcmp(data, options->expect_scts.data, len) != 0) {
            fail("signed certificate timestamps differ");
        }
    }
}

static void check_peer_chain(struct connection *connection, const char *file)
{
    const mbedtls_x509_crt *peer = mbedtls_ssl_get_peer_cert(&connection->ssl);
    const mbedtls_x509_crt *at;
    mbedtls_x509_crt expected;

    mbedtls_x509_crt_init(&expected);
    must("mbedtls_x509_crt_parse_file",
         mbedtls_x509_crt_parse_file(&expected, file));
    for (at = &expected; at != NULL; at = at->next) {
        if (peer == NULL || peer->raw.len != at->raw.len ||
            memcmp(peer->raw.p, at->raw.p, at->raw.len) != 0) {
            fail("the peer's certificates differ");
        }
        peer = peer->next;
    }
    if (peer != NULL) {
        fail("the peer has sent more certificates");
    }
    mbedtls_x509_crt_free(&expected);
}

static void check_peer_raw_key(struct connection *connection,
                               const struct options *options)
{
    const struct numbers *type = &options->expect_peer_type;
    const struct bytes *hash = &options->expect_peer_raw_key;
    const unsigned char *key = NULL;
    size_t len = 0;
    unsigned char digest[32];

    must("ferrotls_get_peer_raw_key",
         ferrotls_get_peer_raw_key(&connection->ssl, &key, &len));
    if (type->count != 0 &&
        (type->list[0] == FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY
         ? key == NULL
         : mbedtls_ssl_get_peer_cert(&connection->ssl) == NULL)) {
        fail("the peer's certificate is not of type %d", type->list[0]);
    }
    if (hash->is_set) {
        must("mbedtls_sha256", mbedtls_sha256(key, len, digest, 0));
        if (hash->len != sizeof(digest) ||
            memcmp(digest, hash->data, sizeof(digest)) != 0) {
            fail("the peer's raw public key differs");
        }
    }
}

/* Whether the peer has shown who it is. */
static int has_identity(struct connection *connection)
{
    const unsigned char *key = NULL;
    size_t len = 0;

    must("ferrotls_get_peer_raw_key",
         ferrotls_get_peer_raw_key(&connection->ssl, &key, &len));
    return key != NULL || mbedtls_ssl_get_peer_cert(&connection->ssl) != NULL;
}

void check_authentication(struct connection *connection,
                          const struct options *options)
{
    uint32_t verdict = mbedtls_ssl_get_verify_result(&connection->ssl);

    /* A session does not keep these. */
    if (!was_resumed(connection)) {
        check_staples(connection, options);
    }
    verdict &= ~(uint32_t) (MBEDTLS_X509_BADCERT_MISSING |
                            MBEDTLS_X509_BADCERT_SKIP_VERIFY);
    if (options->expect_verify_result &&
        (verdict != 0) != options->verify_fail) {
        fail("the verdict on the certificate is 0x%x", (unsigned) verdict);
    }
    if (options->expect_peer_cert_file != NULL) {
        check_peer_chain(connection, options->expect_peer_cert_file);
    }
    check_peer_raw_key(connection, options);
}

static void check_negotiated(struct connection *connection,
                             const struct options *options)
{
    mbedtls_ssl_context *ssl = &connection->ssl;
    const char *alpn = mbedtls_ssl_get_alpn_protocol(ssl);
    const char *wanted = options->server ? options->select_alpn
                                         : options->expect_alpn;
    int suite = mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl);
    int group = ferrotls_get_group(ssl);

    if (wanted != NULL && *wanted == '\0') {
        wanted = NULL;
    }

    if (options->expect_version != 0 &&
        (int) mbedtls_ssl_get_version_number(ssl) != options->expect_version) {
        fail("the version is %s", mbedtls_ssl_get_version(ssl));
    }
    if ((alpn == NULL) != (wanted == NULL) ||
        (alpn != NULL && strcmp(alpn, wanted) != 0)) {
        fail("the protocol of ALPN is %s", alpn == NULL ? "none" : alpn);
    }
    if (options->expect_cipher != 0 && suite != options->expect_cipher) {
        fail("the suite is 0x%04x", (unsigned) suite);
    }
    if (options->expect_cipher_aes != 0 &&
        suite != options->expect_cipher_aes) {
        fail("the suite is 0x%04x", (unsigned) suite);
    }
    if (options->expect_curve_id != 0 && group != options->expect_curve_id) {
        fail("the group is %d", group);
    }
    if (options->expect_server_name != NULL &&
        (!connection->has_sni ||
         strcmp(connection->sni, options->expect_server_name) != 0)) {
        fail("the server's name is %s",
             connection->has_sni ? connection->sni : "missing");
    }
}

void check_handshake(struct connection *connection,
                     const struct options *options)
{
    int has_certificate = has_identity(connection);

    check_authentication(connection, options);
    check_negotiated(connection, options);
    if (was_resumed(connection) !=
        (connection->is_resume && !options->expect_session_miss)) {
        fail("the session was%s resumed", was_resumed(connection) ? "" : " not");
    }
    if (options->handshake_never_done) {
        fail("the handshake was not to be completed");
    }
    if (options->server && !connection->is_resume) {
        if (options->expect_session_id && !connection->cached) {
            fail("the session is not in the cache");
        }
    }
    if (options->psk != NULL) {
        if (has_certificate) {
            fail("a certificate beside a pre-shared key");
        }
    } else if ((!options->server || options->require_any_client_certificate) &&
               !has_certificate) {
        fail("the peer has no certificate");
    }
    if ((options->expect_hrr && !connection->was_retried) ||
        (options->expect_no_hrr && connection->was_retried)) {
        fail("HelloRetryRequest: %s", connection->was_retried ? "yes" : "no");
    }
    if (options->expect_key_usage_invalid !=
        ((connection->seen_flags & MBEDTLS_X509_BADCERT_KEY_USAGE) != 0)) {
        fail("the key's usage: flags 0x%x", (unsigned) connection->seen_flags);
    }
}
