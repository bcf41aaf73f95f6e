/*
 * A configuration and a context, as the command line asks for them.
 */
#include "shim.h"

#include <psa/crypto.h>
#include <mbedtls/psa_util.h>

#include <stdlib.h>
#include <string.h>

/* The suites of the runner's -cipher, in its names. */
static const struct {
    const char *text;
    int suites[4];
} ciphers[] = {
    { "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA:TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
      { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA } },
    { "DEFAULT:!AES",
      { MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 } },
};

/* What both ends take by themselves, when there is a list of other ones. */
static const uint16_t usual_sig_algs[] = {
    MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256,
    MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256,
};

/* Our default list, SHA-256 first: the runner plays back hellos of others that
 * offer more than it takes itself. */
static const uint16_t sha256_first[] = {
    MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256,
    MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256,
    MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384,
    MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA384,
    MBEDTLS_TLS1_3_SIG_ECDSA_SECP521R1_SHA512,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA512,
    MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA512,
    MBEDTLS_TLS1_3_SIG_ED25519,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA384,
    MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA512,
    MBEDTLS_TLS1_3_SIG_NONE
};

/* A key exchange that is not offered. */
#define GROUP_MLKEM1024 0x0202

static void load(struct credential *credential)
{
    if (credential->cert_file == NULL && !credential->is_raw_key) {
        return;
    }
    if (!credential->is_loaded) {
        mbedtls_x509_crt_init(&credential->chain);
        mbedtls_pk_init(&credential->key);
        if (!credential->is_raw_key) {
            must("mbedtls_x509_crt_parse_file",
                 mbedtls_x509_crt_parse_file(&credential->chain,
                                             credential->cert_file));
        }
        must("mbedtls_pk_parse_keyfile",
             mbedtls_pk_parse_keyfile(&credential->key, credential->key_file,
                                      NULL, mbedtls_psa_get_random,
                                      MBEDTLS_PSA_RANDOM_STATE));
        credential->is_loaded = 1;
    }
}

static void set_staples(mbedtls_ssl_config *conf,
                        const struct options *options,
                        const struct credential *credential)
{
    if (credential->ocsp_response.is_set && !options->set_ocsp_in_callback &&
        !options->decline_ocsp_callback) {
        must("ferrotls_conf_ocsp_response",
             ferrotls_conf_ocsp_response(conf, &credential->chain,
                                         credential->ocsp_response.data,
                                         credential->ocsp_response.len));
    }
    if (credential->scts.is_set) {
        must("ferrotls_conf_scts",
             ferrotls_conf_scts(conf, &credential->chain,
                                credential->scts.data, credential->scts.len));
    }
}

static void set_credentials(struct connection *connection)
{
    struct options *options = (struct options *) connection->options;
    size_t i;

    /* The default one counts last. */
    for (i = 1; i <= options->credential_count + 1; i++) {
        struct credential *credential =
            &options->credentials[i % (options->credential_count + 1)];

        load(credential);
        if (!credential->is_loaded) {
            continue;
        }
        if (credential->is_raw_key) {
            must("ferrotls_conf_own_raw_key",
                 ferrotls_conf_own_raw_key(&connection->conf,
                                           &credential->key));
            continue;
        }
        if (options->use_early_callback) {
            continue;
        }
        must("mbedtls_ssl_conf_own_cert",
             mbedtls_ssl_conf_own_cert(&connection->conf, &credential->chain,
                                       &credential->key));
        set_staples(&connection->conf, options, credential);
    }
}

static void add_type(unsigned char *types, size_t *count, int type)
{
    if (memchr(types, type, *count) == NULL) {
        types[(*count)++] = (unsigned char) type;
    }
}

/* The types of certificates: what the command line says, or else those of our
 * credentials, in their order. */
static void set_types(struct connection *connection)
{
    const struct options *options = connection->options;
    unsigned char own[MAX_NUMBERS + MAX_CREDENTIALS];
    unsigned char peer[MAX_NUMBERS];
    size_t own_count = 0;
    size_t peer_count = 0;
    size_t i;

    for (i = 0; i < options->own_types.count; i++) {
        add_type(own, &own_count, options->own_types.list[i]);
    }
    for (i = 1; options->own_types.count == 0 &&
         i <= options->credential_count; i++) {
        add_type(own, &own_count, options->credentials[i].is_raw_key
                 ? FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY
                 : FERROTLS_CERTIFICATE_TYPE_X509);
    }
    if (options->own_types.count == 0 &&
        options->credentials[0].cert_file != NULL) {
        add_type(own, &own_count, FERROTLS_CERTIFICATE_TYPE_X509);
    }
    for (i = 0; i < options->peer_types.count; i++) {
        add_type(peer, &peer_count, options->peer_types.list[i]);
    }
    must("ferrotls_conf_certificate_types",
         ferrotls_conf_certificate_types(&connection->conf, own, own_count,
                                         peer, peer_count));
}

static void set_versions(struct connection *connection)
{
    const struct options *options = connection->options;
    int min = options->no_tls12 ? 0x0304 : 0x0303;
    int max = options->no_tls13 ? 0x0303 : 0x0304;

    min = options->min_version > min ? options->min_version : min;
    if (options->max_version != 0 && options->max_version < max) {
        max = options->max_version;
    }
    if (min > max) {
        unimplemented("versions below TLS 1.2");
    }
    mbedtls_ssl_conf_min_tls_version(&connection->conf,
                                     (mbedtls_ssl_protocol_version) min);
    mbedtls_ssl_conf_max_tls_version(&connection->conf,
                                     (mbedtls_ssl_protocol_version) max);
}

static void set_groups(struct connection *connection)
{
    const struct numbers *curves = &connection->options->curves;
    size_t i;

    if (curves->count == 0) {
        return;
    }
    for (i = 0; i < curves->count; i++) {
        if (curves->list[i] == GROUP_MLKEM1024) {
            unimplemented("ML-KEM without a curve");
        }
        connection->groups[i] = (uint16_t) curves->list[i];
    }
    connection->groups[i] = MBEDTLS_SSL_IANA_TLS_GROUP_NONE;
    mbedtls_ssl_conf_groups(&connection->conf, connection->groups);
}

/* One list says what is made and what is taken. */
static void set_sig_algs(struct connection *connection)
{
    const struct options *options = connection->options;
    const struct numbers *verify = &options->verify_prefs;
    const struct numbers *sign = &options->credentials[0].signing_prefs;
    size_t count = 0;
    size_t i;

    for (i = 1; i <= options->credential_count; i++) {
        if (options->credentials[i].signing_prefs.count != 0) {
            unimplemented("signature algorithms of one certificate");
        }
    }
    if (verify->count == 0 && sign->count == 0) {
        if (options->server && policy_of(options) == NULL) {
            mbedtls_ssl_conf_sig_algs(&connection->conf, sha256_first);
        }
        return;
    }
    for (i = 0; i < sign->count; i++) {
        connection->sig_algs[count++] = (uint16_t) sign->list[i];
    }
    for (i = 0; i < verify->count; i++) {
        connection->sig_algs[count++] = (uint16_t) verify->list[i];
    }
    /* Who is to sign in one way still has to take the peer's, and who is to take
     * one way still has to sign. */
    if (options->server && sign->count == 0) {
        connection->sig_algs[count++] = MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256;
    }
    for (i = 0; !options->server && verify->count == 0 &&
         i < sizeof(usual_sig_algs) / sizeof(*usual_sig_algs); i++) {
        connection->sig_algs[count++] = usual_sig_algs[i];
    }
    connection->sig_algs[count] = MBEDTLS_TLS1_3_SIG_NONE;
    mbedtls_ssl_conf_sig_algs(&connection->conf, connection->sig_algs);
}

static void set_policy(struct connection *connection)
{
    const struct policy *policy = policy_of(connection->options);
    mbedtls_ssl_config *conf = &connection->conf;

    if (policy == NULL) {
        return;
    }
    mbedtls_ssl_conf_ciphersuites(conf, policy->suites);
    if (policy->groups[0] != MBEDTLS_SSL_IANA_TLS_GROUP_NONE) {
        mbedtls_ssl_conf_groups(conf, policy->groups);
    }
    if (policy->sig_algs[0] != MBEDTLS_TLS1_3_SIG_NONE) {
        mbedtls_ssl_conf_sig_algs(conf, policy->sig_algs);
    }
}

static void set_suites(struct connection *connection)
{
    const char *cipher = connection->options->cipher;
    size_t i;

    if (cipher == NULL) {
        return;
    }
    for (i = 0; i < sizeof(ciphers) / sizeof(*ciphers); i++) {
        if (strcmp(ciphers[i].text, cipher) == 0) {
            mbedtls_ssl_conf_ciphersuites(&connection->conf,
                                          ciphers[i].suites);
            return;
        }
    }
    unimplemented(cipher);
}

/* The client's names come as on the wire, each with its length in front. */
static void set_alpn(struct connection *connection)
{
    const struct options *options = connection->options;
    const char *wire = options->advertise_alpn;
    char *text = connection->alpn_text;
    size_t count = 0;

    if (options->server) {
        if (options->reject_alpn) {
            connection->alpn[count++] = "none of the client's";
        } else if (options->select_alpn != NULL &&
                   *options->select_alpn != '\0' && !options->decline_alpn) {
            connection->alpn[count++] = options->select_alpn;
        }
    } else if (wire != NULL) {
        while (*wire != '\0') {
            size_t len = (unsigned char) *wire++;

            memcpy(text, wire, len);
            connection->alpn[count++] = text;
            text += len + 1;
            wire += len;
        }
    }
    if (count != 0) {
        must("mbedtls_ssl_conf_alpn_protocols",
             mbedtls_ssl_conf_alpn_protocols(&connection->conf,
                                             connection->alpn));
    }
}

static void set_trust(struct connection *connection)
{
    const struct options *options = connection->options;
    mbedtls_ssl_config *conf = &connection->conf;
    /* What the callback finds counts, unless nobody is to look at it. */
    int mode = options->verify_fail && !options->verify_peer &&
               options->peer_types.count == 0
               ? MBEDTLS_SSL_VERIFY_OPTIONAL : MBEDTLS_SSL_VERIFY_REQUIRED;
    const char *file = options->trust_cert;

    if (file == NULL || *file == '\0') {
        file = options->credentials[0].cert_file;
    }
    if (options->server && !options->require_any_client_certificate &&
        !(options->verify_peer && options->verify_fail)) {
        mode = options->verify_peer ? MBEDTLS_SSL_VERIFY_OPTIONAL
                                    : MBEDTLS_SSL_VERIFY_NONE;
    }
    mbedtls_ssl_conf_authmode(conf, mode);
    mbedtls_x509_crt_init(&connection->trusted);
    if (file != NULL) {
        must("mbedtls_x509_crt_parse_file",
             mbedtls_x509_crt_parse_file(&connection->trusted, file));
        mbedtls_ssl_conf_ca_chain(conf, &connection->trusted, NULL);
    }
    if (options->server) {
        const char *names = options->use_client_ca_list;

        if (names != NULL && *names != '<') {
            unimplemented("names of authorities without certificates");
        }
        mbedtls_ssl_conf_cert_req_ca_list(conf,
                                          MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
    }
    /* For a server it says that it has responses, and not that it wants some. */
    if (options->enable_ocsp_stapling && !options->server) {
        ferrotls_conf_request_ocsp(conf, 1);
    }
    if (options->enable_scts) {
        ferrotls_conf_request_scts(conf, 1);
    }
}

static void set_renegotiation(struct connection *connection)
{
    const struct options *options = connection->options;

    if (options->renegotiate_freely || options->renegotiate_once ||
        options->renegotiate_explicit) {
        mbedtls_ssl_conf_renegotiation(&connection->conf,
                                       MBEDTLS_SSL_RENEGOTIATION_ENABLED);
    }
    if (options->expect_secure_renegotiation ||
        options->no_legacy_server_connect) {
        mbedtls_ssl_conf_legacy_renegotiation(
            &connection->conf, MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE);
    }
}

static void set_sessions(struct connection *connection)
{
    const struct options *options = connection->options;
    mbedtls_ssl_config *conf = &connection->conf;

    if (!options->server) {
        mbedtls_ssl_conf_session_tickets(
            conf, options->no_ticket ? MBEDTLS_SSL_SESSION_TICKETS_DISABLED
                                     : MBEDTLS_SSL_SESSION_TICKETS_ENABLED);
        mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
            conf, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    }
    if (options->server) {
        /* As sure of its clients' clocks as BoringSSL. */
        ferrotls_conf_anti_replay(conf, 60500, 16);
    }
    if (options->enable_early_data) {
        mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_max_early_data_size(conf, 14336);
    }
}

void setup(struct connection *connection, const struct options *options)
{
    mbedtls_ssl_config *conf = &connection->conf;

    connection->options = options;
    connection->socket = -1;
    mbedtls_ssl_session_init(&connection->session);
    mbedtls_ssl_init(&connection->ssl);
    mbedtls_ssl_config_init(conf);
    must("mbedtls_ssl_config_defaults",
         mbedtls_ssl_config_defaults(conf, options->server
                                     ? MBEDTLS_SSL_IS_SERVER
                                     : MBEDTLS_SSL_IS_CLIENT,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(conf, mbedtls_psa_get_random,
                         MBEDTLS_PSA_RANDOM_STATE);
    set_policy(connection);
    set_versions(connection);
    set_groups(connection);
    set_sig_algs(connection);
    set_suites(connection);
    set_alpn(connection);
    set_trust(connection);
    set_renegotiation(connection);
    set_sessions(connection);
    set_credentials(connection);
    set_types(connection);
    if (options->psk != NULL) {
        const char *identity = options->psk_identity != NULL
                               ? options->psk_identity : "";

        must("mbedtls_ssl_conf_psk",
             mbedtls_ssl_conf_psk(conf, (const unsigned char *) options->psk,
                                  strlen(options->psk),
                                  (const unsigned char *) identity,
                                  strlen(identity)));
    }
    if (options->max_send_fragment == 512) {
        must("mbedtls_ssl_conf_max_frag_len",
             mbedtls_ssl_conf_max_frag_len(conf, MBEDTLS_SSL_MAX_FRAG_LEN_512));
    } else if (options->max_send_fragment != 0) {
        unimplemented("-max-send-fragment of another length");
    }
    /* The runner's peer has no pure PSK mode. */
    mbedtls_ssl_conf_tls13_key_exchange_modes(
        conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL);
    if (options->compress_certificates) {
        static const uint16_t algorithms[] = {
            FERROTLS_CERTIFICATE_COMPRESSION_ZLIB,
            FERROTLS_CERTIFICATE_COMPRESSION_BROTLI, 0
        };

        must("ferrotls_conf_certificate_compression",
             ferrotls_conf_certificate_compression(conf, algorithms));
    }
    /* BoringSSL's servers always do. */
    if (options->enable_grease || options->server) {
        must("ferrotls_conf_grease", ferrotls_conf_grease(conf, 1));
    }
    callbacks_set(connection);
    must("mbedtls_ssl_setup", mbedtls_ssl_setup(&connection->ssl, conf));
    callbacks_of_context(connection);
    mbedtls_ssl_set_bio(&connection->ssl, connection, on_send, on_recv, NULL);
    if (!options->server) {
        must("mbedtls_ssl_set_hostname",
             mbedtls_ssl_set_hostname(&connection->ssl, options->host_name));
    }
}

void teardown(struct connection *connection)
{
    transport_close(connection);
    mbedtls_ssl_free(&connection->ssl);
    mbedtls_ssl_config_free(&connection->conf);
    mbedtls_x509_crt_free(&connection->trusted);
    mbedtls_ssl_session_free(&connection->session);
}
