/*
 * What the library calls: trust, choice of a certificate, signatures, keys of
 * tickets and sessions by their identifier.
 */
#include "shim.h"

#include <psa/crypto.h>
#include <mbedtls/psa_util.h>

#include <stdlib.h>
#include <string.h>

/* Whatever the certificates are worth, the runner's are to be taken, unless
 * the keys are used for what they are not for. */
static int on_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    struct connection *connection = context;
    const struct options *options = connection->options;
    uint32_t kept = depth == 0 ? *flags & (MBEDTLS_X509_BADCERT_KEY_USAGE |
                                           MBEDTLS_X509_BADCERT_EXT_KEY_USAGE)
                               : 0;

    (void) crt;
    connection->seen_flags |= kept;
    *flags = options->ignore_key_usage ? 0 : kept;
    if (depth == 0) {
        connection->verify_calls++;
        if (options->verify_fail) {
            /* One that has an alert of its own is not meant. */
            *flags |= MBEDTLS_X509_BADCERT_FUTURE;
        }
        /* What is stapled, if anything, is here to be looked at. */
        if (!options->server && options->fail_ocsp_callback) {
            const unsigned char *response = NULL;
            size_t len = 0;

            must("ferrotls_get_ocsp_response",
                 ferrotls_get_ocsp_response(&connection->ssl, 0, &response,
                                            &len));
            *flags |= MBEDTLS_X509_BADCERT_OTHER;
        }
    }
    return 0;
}

/* The same for a key without a certificate. */
static int on_raw_key(void *context, mbedtls_ssl_context *ssl,
                      const unsigned char *spki, size_t spki_len,
                      uint32_t *flags)
{
    struct connection *connection = context;

    (void) ssl;
    (void) spki;
    (void) spki_len;
    connection->verify_calls++;
    *flags = connection->options->verify_fail
             ? MBEDTLS_X509_BADCERT_NOT_TRUSTED : 0;
    return 0;
}

static int load_hs_credentials(struct connection *connection)
{
    struct options *options = (struct options *) connection->options;
    size_t i;

    for (i = 1; i <= options->credential_count + 1; i++) {
        struct credential *credential =
            &options->credentials[i % (options->credential_count + 1)];

        if (credential->is_loaded && !credential->is_raw_key) {
            must("mbedtls_ssl_set_hs_own_cert",
                 mbedtls_ssl_set_hs_own_cert(&connection->ssl,
                                             &credential->chain,
                                             &credential->key));
        }
    }
    return 0;
}

/* Called when the ClientHello is read. */
static int on_client_hello(mbedtls_ssl_context *ssl)
{
    struct connection *connection = mbedtls_ssl_get_user_data_p(ssl);
    const struct options *options = connection->options;
    const struct credential *own = &options->credentials[0];
    size_t len = 0;
    const unsigned char *name = mbedtls_ssl_get_hs_sni(ssl, &len);

    connection->has_sni = name != NULL && len < sizeof(connection->sni);
    if (connection->has_sni) {
        memcpy(connection->sni, name, len);
        connection->sni[len] = '\0';
    }
    if (options->fail_early_callback || options->fail_cert_callback ||
        options->fail_ddos_callback) {
        return MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE;
    }
    if (options->fail_ocsp_callback) {
        return MBEDTLS_ERR_SSL_BAD_CERTIFICATE;
    }
    if (options->set_ocsp_in_callback && !options->decline_ocsp_callback &&
        own->ocsp_response.is_set) {
        must("ferrotls_set_hs_ocsp_response",
             ferrotls_set_hs_ocsp_response(ssl, &own->chain,
                                           own->ocsp_response.data,
                                           own->ocsp_response.len));
    }
    return options->use_early_callback ? load_hs_credentials(connection) : 0;
}

/* -async: signatures take their time. NULL stands for any raw public key, so
 * that these sign at once. */
static int on_sign(mbedtls_ssl_context *ssl, mbedtls_x509_crt *crt,
                   mbedtls_md_type_t md, const unsigned char *hash, size_t len)
{
    struct connection *connection = mbedtls_ssl_get_user_data_p(ssl);
    struct options *options = (struct options *) connection->options;
    size_t i;

    connection->signer = NULL;
    for (i = 0; i <= options->credential_count; i++) {
        if (crt == &options->credentials[i].chain) {
            connection->signer = &options->credentials[i];
        }
    }
    if (connection->signer == NULL) {
        return MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH;
    }
    connection->signed_md = md;
    connection->to_sign.data = malloc(len);
    connection->to_sign.len = len;
    connection->signature_was_asked_for = 0;
    if (connection->to_sign.data == NULL) {
        fail("no memory");
    }
    memcpy(connection->to_sign.data, hash, len);
    return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
}

static mbedtls_pk_type_t kind_of_signature(mbedtls_ssl_context *ssl,
                                           const mbedtls_pk_context *key)
{
    switch (ferrotls_async_signature_scheme(ssl)) {
    case MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256:
    case MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384:
    case MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA512:
        return MBEDTLS_PK_RSASSA_PSS;
    default:
        return mbedtls_pk_get_type(key);
    }
}

static int on_resume(mbedtls_ssl_context *ssl, unsigned char *signature,
                     size_t *len, size_t size)
{
    struct connection *connection = mbedtls_ssl_get_user_data_p(ssl);
    mbedtls_pk_context *key = &connection->signer->key;

    if (!connection->signature_was_asked_for) {
        connection->signature_was_asked_for = 1;
        return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
    }
    must("mbedtls_pk_sign_ext",
         mbedtls_pk_sign_ext(kind_of_signature(ssl, key), key,
                             connection->signed_md, connection->to_sign.data,
                             connection->to_sign.len, signature, size, len,
                             mbedtls_psa_get_random,
                             MBEDTLS_PSA_RANDOM_STATE));
    free(connection->to_sign.data);
    return 0;
}

static void on_cancel(mbedtls_ssl_context *ssl)
{
    struct connection *connection = mbedtls_ssl_get_user_data_p(ssl);

    free(connection->to_sign.data);
}

static void on_keys(void *context, mbedtls_ssl_key_export_type kind,
                    const unsigned char *secret, size_t secret_len,
                    const unsigned char client_random[32],
                    const unsigned char server_random[32],
                    mbedtls_tls_prf_types prf)
{
    struct connection *connection = context;
    int who = kind == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET;

    (void) client_random;
    (void) server_random;
    (void) prf;
    if (kind == MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET) {
        connection->handshakes++;
        return;
    }
    if (kind == MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET) {
        connection->handshakes++;
    } else if (!who) {
        return;
    }
    if (secret_len <= sizeof(connection->secrets[who])) {
        memcpy(connection->secrets[who], secret, secret_len);
        connection->secret_len = secret_len;
    }
}

static int on_ticket_write(void *context, const mbedtls_ssl_session *session,
                           unsigned char *start, const unsigned char *end,
                           size_t *len, uint32_t *lifetime)
{
    struct connection *connection = context;

    if (connection->options->skip_ticket) {
        return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
    }
    return mbedtls_ssl_ticket_write(&lasting.tickets, session, start, end, len,
                                    lifetime);
}

static int on_ticket_parse(void *context, mbedtls_ssl_session *session,
                           unsigned char *data, size_t len)
{
    struct connection *connection = context;
    int ret;

    if (connection->ticket_parsed && connection->options->use_ticket_callback) {
        fail("a ticket was opened twice");
    }
    ret = mbedtls_ssl_ticket_parse(&lasting.tickets, session, data, len);
    connection->ticket_parsed = ret == 0;
    return ret;
}

static int on_cache_set(void *context, const unsigned char *id, size_t id_len,
                        const mbedtls_ssl_session *session)
{
    struct connection *connection = context;

    connection->cached = 1;
    return mbedtls_ssl_cache_set(&lasting.cache, id, id_len, session);
}

static int on_cache_get(void *context, const unsigned char *id, size_t id_len,
                        mbedtls_ssl_session *session)
{
    (void) context;
    return mbedtls_ssl_cache_get(&lasting.cache, id, id_len, session);
}

/* Every copy counts as the first: the runner sends none. */
static int on_early_data(void *context, const unsigned char *digest,
                         size_t digest_len, uint64_t remember_ms)
{
    (void) context;
    (void) digest;
    (void) digest_len;
    (void) remember_ms;
    return 0;
}

void callbacks_set(struct connection *connection)
{
    mbedtls_ssl_config *conf = &connection->conf;
    const struct options *options = connection->options;

    mbedtls_ssl_conf_verify(conf, on_verify, connection);
    ferrotls_conf_raw_key_cb(conf, on_raw_key, connection);
    if (options->async) {
        mbedtls_ssl_conf_async_private_cb(conf, on_sign, NULL, on_resume,
                                          on_cancel, NULL);
    }
    if (options->server) {
        mbedtls_ssl_conf_cert_cb(conf, on_client_hello);
        mbedtls_ssl_conf_session_cache(conf, connection, on_cache_get,
                                       on_cache_set);
        if (!options->no_ticket) {
            mbedtls_ssl_conf_session_tickets_cb(conf, on_ticket_write,
                                                on_ticket_parse, connection);
        }
        ferrotls_conf_anti_replay_cb(conf, on_early_data, NULL);
    }
}

void callbacks_of_context(struct connection *connection)
{
    mbedtls_ssl_set_user_data_p(&connection->ssl, connection);
    mbedtls_ssl_set_export_keys_cb(&connection->ssl, on_keys, connection);
}
