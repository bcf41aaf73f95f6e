/*
 * Private keys that are somewhere else: another thread of this program makes
 * the signatures, after a while, while the handshake says that one is under
 * way. At both ends, with every kind of key, and what happens to a signature
 * that nobody wants any more.
 */
#include "support/support.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <ferrotls/ferrotls.h>

/* Where the key is, and what is counted. */
struct keeper {
    mbedtls_x509_crt *cert;  /* the certificate it answers for */
    mbedtls_pk_context *key;
    struct random *random;
    int at_once;             /* the start callback signs and returns 0 */
    int refuse;              /* what the thread finds, if not 0 */
    int starts;
    int resumes;
    int cancels;
};

/* One signature. */
struct operation {
    struct keeper *keeper;
    pthread_t thread;
    pthread_mutex_t lock;
    int done;
    int ret;
    uint16_t scheme;
    mbedtls_md_type_t md;
    unsigned char hash[256];
    size_t hash_len;
    unsigned char signature[1024];
    size_t signature_len;
};

static void pause_ms(long ms)
{
    struct timespec time = { 0, 0 };

    time.tv_nsec = ms * 1000000;
    nanosleep(&time, NULL);
}

static void make_signature(struct operation *op)
{
    mbedtls_pk_type_t type = mbedtls_pk_get_type(op->keeper->key);

    if (type == MBEDTLS_PK_RSA) {
        check("RSA signs with PSS",
              op->scheme >= MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256);
        type = MBEDTLS_PK_RSASSA_PSS;
    }
    op->ret = op->keeper->refuse;
    if (op->ret == 0) {
        op->ret = mbedtls_pk_sign_ext(type, op->keeper->key, op->md, op->hash,
                                      op->hash_len, op->signature,
                                      sizeof(op->signature),
                                      &op->signature_len,
                                      mbedtls_ctr_drbg_random,
                                      &op->keeper->random->drbg);
    }
}

static void *signer(void *context)
{
    struct operation *op = context;

    pause_ms(5);
    make_signature(op);
    pthread_mutex_lock(&op->lock);
    op->done = 1;
    pthread_mutex_unlock(&op->lock);
    return NULL;
}

static void end_operation(mbedtls_ssl_context *ssl, struct operation *op)
{
    if (!op->keeper->at_once) {
        pthread_join(op->thread, NULL);
    }
    pthread_mutex_destroy(&op->lock);
    free(op);
    mbedtls_ssl_set_async_operation_data(ssl, NULL);
}

static int on_start(mbedtls_ssl_context *ssl, mbedtls_x509_crt *cert,
                    mbedtls_md_type_t md_alg, const unsigned char *hash,
                    size_t hash_len)
{
    struct keeper *keeper = mbedtls_ssl_conf_get_async_config_data(
        mbedtls_ssl_context_get_config(ssl));
    struct operation *op;

    keeper->starts++;
    if (cert != keeper->cert) {
        return MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH;
    }
    op = calloc(1, sizeof(*op));
    check("there is memory", op != NULL);
    check("the hash has room", hash_len <= sizeof(op->hash));
    op->keeper = keeper;
    op->scheme = ferrotls_async_signature_scheme(ssl);
    op->md = md_alg;
    memcpy(op->hash, hash, hash_len);
    op->hash_len = hash_len;
    check("a mutex", pthread_mutex_init(&op->lock, NULL) == 0);
    mbedtls_ssl_set_async_operation_data(ssl, op);
    if (keeper->at_once) {
        make_signature(op);
        op->done = 1;
        return 0;
    }
    check("a thread", pthread_create(&op->thread, NULL, signer, op) == 0);
    return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
}

static int on_resume(mbedtls_ssl_context *ssl, unsigned char *output,
                     size_t *output_len, size_t output_size)
{
    struct operation *op = mbedtls_ssl_get_async_operation_data(ssl);
    int done, ret;

    op->keeper->resumes++;
    pthread_mutex_lock(&op->lock);
    done = op->done;
    pthread_mutex_unlock(&op->lock);
    if (!done) {
        return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
    }
    ret = op->ret;
    if (ret == 0) {
        check("the signature has room", op->signature_len <= output_size);
        memcpy(output, op->signature, op->signature_len);
        *output_len = op->signature_len;
    }
    end_operation(ssl, op);
    return ret;
}

static void on_cancel(mbedtls_ssl_context *ssl)
{
    struct operation *op = mbedtls_ssl_get_async_operation_data(ssl);

    op->keeper->cancels++;
    end_operation(ssl, op);
}

/* Has `end` ask `keeper` for what `pair` would sign, and takes its key away. */
static void keep(struct keeper *keeper, struct both *both, struct end *end,
                 struct pair *pair, int with_key)
{
    memset(keeper, 0, sizeof(*keeper));
    keeper->cert = &pair->crt;
    keeper->key = &pair->key;
    keeper->random = &both->random;
    must("forget", mbedtls_ssl_conf_own_cert(&end->conf, NULL, NULL));
    must("own cert", mbedtls_ssl_conf_own_cert(&end->conf, &pair->crt,
                                               with_key ? &pair->key : NULL));
    mbedtls_ssl_conf_async_private_cb(&end->conf, on_start, NULL, on_resume,
                                      on_cancel, keeper);
}

static int goes_on(int ret)
{
    return waits(ret) || ret == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
}

/* As both_handshake(), for ends that wait for signatures. */
static void shake_hands(struct both *both, int *client, int *server)
{
    int in_progress = 0;

    *client = *server = MBEDTLS_ERR_SSL_WANT_READ;
    while (goes_on(*client) || goes_on(*server)) {
        if (goes_on(*client)) {
            *client = mbedtls_ssl_handshake(&both->client.ssl);
        }
        if (goes_on(*server)) {
            *server = mbedtls_ssl_handshake(&both->server.ssl);
        }
        if (*client == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS ||
            *server == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS) {
            in_progress = 1;
            pause_ms(1);
        } else if ((*client == 0) != (*server == 0) &&
                   !(goes_on(*client) && goes_on(*server)) &&
                   both->to_client.start == both->to_client.end &&
                   both->to_server.start == both->to_server.end) {
            break;
        }
    }
    printf("  client: -0x%04x server: -0x%04x, %s\n", (unsigned) -*client,
           (unsigned) -*server, in_progress ? "waited" : "did not wait");
}

static void counts(const struct keeper *keeper)
{
    printf("  started %d, %s, cancelled %d\n", keeper->starts,
           keeper->resumes > 0 ? "resumed" : "never resumed",
           keeper->cancels);
}

static void server_key(const char *folder, const char *name, enum cut cut,
                       int at_once)
{
    struct both *both = both_new(folder, name);
    struct keeper keeper;
    int client, server;

    printf("server, %s, %s\n", name, at_once ? "at once" : "later");
    keep(&keeper, both, &both->server, &both->server_pair, 0);
    keeper.at_once = at_once;
    both_setup(both);
    both->to_client.cut = both->to_server.cut = cut;
    shake_hands(both, &client, &server);
    counts(&keeper);
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "hello", 5);
    }
    both_free(both);
}

static void client_key(const char *folder, const char *name, enum cut cut)
{
    struct both *both = both_new(folder, "p256");
    struct keeper keeper;
    int client, server;

    printf("client, %s\n", name);
    both_client_cert(both, name);
    keep(&keeper, both, &both->client, &both->client_pair, 0);
    mbedtls_ssl_conf_authmode(&both->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    both_setup(both);
    both->to_client.cut = both->to_server.cut = cut;
    shake_hands(both, &client, &server);
    counts(&keeper);
    check("the client is known",
          mbedtls_ssl_get_peer_cert(&both->server.ssl) != NULL);
    both_transfer(both, &both->client, "hello", 5);
    both_free(both);
}

static void left_to_the_key(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    struct keeper keeper;
    int client, server;

    printf("a certificate that the keeper does not know\n");
    keep(&keeper, both, &both->server, &both->server_pair, 1);
    keeper.cert = NULL;
    both_setup(both);
    shake_hands(both, &client, &server);
    counts(&keeper);
    both_free(both);
}

static void refused(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    struct keeper keeper;
    int client, server;

    printf("a keeper that refuses\n");
    keep(&keeper, both, &both->server, &both->server_pair, 0);
    keeper.refuse = -0x1234;
    both_setup(both);
    shake_hands(both, &client, &server);
    counts(&keeper);
    both_free(both);
}

/* Leaves the server's signature under way. */
static void leave_waiting(struct both *both)
{
    int ret;

    do {
        ret = mbedtls_ssl_handshake(&both->client.ssl);
        check("the client waits", waits(ret));
        ret = mbedtls_ssl_handshake(&both->server.ssl);
    } while (waits(ret));
    check("in progress", ret == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
}

static void given_up(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    struct keeper keeper;
    int client, server;

    printf("a connection that ends meanwhile\n");
    keep(&keeper, both, &both->server, &both->server_pair, 0);
    both_setup(both);
    leave_waiting(both);
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    counts(&keeper);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    both_clear_pipes(both);
    shake_hands(both, &client, &server);
    counts(&keeper);

    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    both_clear_pipes(both);
    leave_waiting(both);
    must("alert", mbedtls_ssl_send_alert_message(
             &both->server.ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL,
             MBEDTLS_SSL_ALERT_MSG_USER_CANCELED));
    show("  server", mbedtls_ssl_handshake(&both->server.ssl));
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    counts(&keeper);

    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    both_clear_pipes(both);
    leave_waiting(both);
    both_free(both);
    counts(&keeper);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);
    const char *names[] = { "p256", "p384", "p521", "rsa2048", "rsapss",
                            "ed25519" };
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        server_key(folder, names[i], CUT_NONE, 0);
    }
    server_key(folder, "p256", CUT_DRIP, 0);
    server_key(folder, "p256", CUT_NONE, 1);
    client_key(folder, "client", CUT_NONE);
    client_key(folder, "client-rsa", CUT_RANDOM);
    left_to_the_key(folder);
    refused(folder);
    given_up(folder);
    return 0;
}
