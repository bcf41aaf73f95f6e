/*
 * Prints the handshake states a program sees that steps through a handshake
 * with mbedtls_ssl_handshake_step(), at both ends, for one scenario.
 *
 *     states FOLDER SCENARIO
 *
 * FOLDER holds the test certificates. The two ends sit in this process and
 * pass their bytes through memory. Each end's states are printed apart: how
 * the ends take turns is the transport's business, not the handshake's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#define PIPE_SIZE 65536
#define MAX_STATES 64

/* One direction of the transport. */
struct pipe {
    unsigned char data[PIPE_SIZE];
    size_t start;
    size_t end;
};

/* The bytes an end reads and the bytes it writes. */
struct link {
    struct pipe *in;
    struct pipe *out;
};

/* One end, and what its steps showed. */
struct end {
    const char *name;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    struct link link;
    int states[MAX_STATES];
    int count;
    int result;
};

/* What a scenario sets; the rest is the same in all of them. */
struct scenario {
    const char *name;
    const uint16_t *client_groups;
    const uint16_t *server_groups;
    int server_authmode;
    int client_has_cert;
    const char *server_cert;
};

static const uint16_t both_groups[] = {
    MBEDTLS_SSL_IANA_TLS_GROUP_X25519, MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0
};
static const uint16_t p256_only[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0 };
static const uint16_t p384_only[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1, 0 };

#define NONE MBEDTLS_SSL_VERIFY_NONE
#define OPTIONAL MBEDTLS_SSL_VERIFY_OPTIONAL
#define REQUIRED MBEDTLS_SSL_VERIFY_REQUIRED

static const struct scenario scenarios[] = {
    { "plain", both_groups, both_groups, NONE, 0, "p256" },
    { "rsa", both_groups, both_groups, NONE, 0, "rsa2048" },
    { "hello-retry", both_groups, p256_only, NONE, 0, "p256" },
    { "auth-optional-none", both_groups, both_groups, OPTIONAL, 0, "p256" },
    { "auth-optional-cert", both_groups, both_groups, OPTIONAL, 1, "p256" },
    { "auth-required-cert", both_groups, both_groups, REQUIRED, 1, "p256" },
    { "hello-retry-auth", both_groups, p256_only, REQUIRED, 1, "p256" },
    /* These fail, and the state they stop in counts too. */
    { "fail-auth-required-none", both_groups, both_groups, REQUIRED, 0,
      "p256" },
    { "fail-unknown-ca", both_groups, both_groups, NONE, 0, "unknown-ca" },
    { "fail-no-group", both_groups, p384_only, NONE, 0, "p256" },
};

static const char *state_name(int state)
{
#define NAME(s) case MBEDTLS_SSL_##s: return #s
    switch (state) {
        NAME(HELLO_REQUEST);
        NAME(CLIENT_HELLO);
        NAME(SERVER_HELLO);
        NAME(SERVER_CERTIFICATE);
        NAME(SERVER_KEY_EXCHANGE);
        NAME(CERTIFICATE_REQUEST);
        NAME(SERVER_HELLO_DONE);
        NAME(CLIENT_CERTIFICATE);
        NAME(CLIENT_KEY_EXCHANGE);
        NAME(CERTIFICATE_VERIFY);
        NAME(CLIENT_CHANGE_CIPHER_SPEC);
        NAME(CLIENT_FINISHED);
        NAME(SERVER_CHANGE_CIPHER_SPEC);
        NAME(SERVER_FINISHED);
        NAME(FLUSH_BUFFERS);
        NAME(HANDSHAKE_WRAPUP);
        NAME(NEW_SESSION_TICKET);
        NAME(SERVER_HELLO_VERIFY_REQUEST_SENT);
        NAME(HELLO_RETRY_REQUEST);
        NAME(ENCRYPTED_EXTENSIONS);
        NAME(END_OF_EARLY_DATA);
        NAME(CLIENT_CERTIFICATE_VERIFY);
        NAME(CLIENT_CCS_AFTER_SERVER_FINISHED);
        NAME(CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO);
        NAME(SERVER_CCS_AFTER_SERVER_HELLO);
        NAME(CLIENT_CCS_AFTER_CLIENT_HELLO);
        NAME(SERVER_CCS_AFTER_HELLO_RETRY_REQUEST);
        NAME(HANDSHAKE_OVER);
        NAME(TLS1_3_NEW_SESSION_TICKET);
        NAME(TLS1_3_NEW_SESSION_TICKET_FLUSH);
    }
    return "?";
#undef NAME
}

static void die(const char *what, int ret)
{
    fprintf(stderr, "%s: -0x%04x\n", what, (unsigned) -ret);
    exit(2);
}

static void must(const char *what, int ret)
{
    if (ret != 0) {
        die(what, ret);
    }
}

static int link_send(void *context, const unsigned char *data, size_t len)
{
    struct pipe *out = ((struct link *) context)->out;

    if (len > PIPE_SIZE - out->end) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    memcpy(out->data + out->end, data, len);
    out->end += len;
    return (int) len;
}

static int link_recv(void *context, unsigned char *data, size_t len)
{
    struct pipe *in = ((struct link *) context)->in;

    if (in->start == in->end) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    if (len > in->end - in->start) {
        len = in->end - in->start;
    }
    memcpy(data, in->data + in->start, len);
    in->start += len;
    return (int) len;
}

static void parse_pair(const char *folder, const char *name,
                       mbedtls_x509_crt *crt, mbedtls_pk_context *key,
                       mbedtls_ctr_drbg_context *drbg)
{
    char path[1024];

    snprintf(path, sizeof(path), "%s/%s.crt", folder, name);
    must(path, mbedtls_x509_crt_parse_file(crt, path));
    snprintf(path, sizeof(path), "%s/%s.key", folder, name);
    must(path, mbedtls_pk_parse_keyfile(key, path, NULL,
                                        mbedtls_ctr_drbg_random, drbg));
}

static void configure(struct end *end, int endpoint,
                      mbedtls_ctr_drbg_context *drbg, mbedtls_x509_crt *ca,
                      const uint16_t *groups)
{
    mbedtls_ssl_init(&end->ssl);
    mbedtls_ssl_config_init(&end->conf);
    must("config_defaults",
         mbedtls_ssl_config_defaults(&end->conf, endpoint,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&end->conf, mbedtls_ctr_drbg_random, drbg);
    mbedtls_ssl_conf_min_tls_version(&end->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(&end->conf, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_ca_chain(&end->conf, ca, NULL);
    mbedtls_ssl_conf_groups(&end->conf, groups);
}

static void note(struct end *end)
{
    int state = end->ssl.MBEDTLS_PRIVATE(state);

    if (end->count == MAX_STATES) {
        fprintf(stderr, "%s: too many states\n", end->name);
        exit(2);
    }
    end->states[end->count++] = state;
}

/* Steps until the end wants its peer, fails, or is done. True if it moved. */
static int advance(struct end *end)
{
    int moved = 0;

    while (end->result == 0 && !mbedtls_ssl_is_handshake_over(&end->ssl)) {
        int before = end->ssl.MBEDTLS_PRIVATE(state);
        int ret = mbedtls_ssl_handshake_step(&end->ssl);
        int waits = ret == MBEDTLS_ERR_SSL_WANT_READ ||
                    ret == MBEDTLS_ERR_SSL_WANT_WRITE;

        /* A step that only waited changed nothing that needs showing. */
        if (!waits || end->ssl.MBEDTLS_PRIVATE(state) != before) {
            note(end);
            moved = 1;
        }
        if (waits) {
            break;
        }
        end->result = ret;
    }
    return moved;
}

/*
 * The server is "over" one state early: the state in which session tickets
 * are sent counts as such. Programs that wait for HANDSHAKE_OVER itself step
 * on.
 */
static void finish(struct end *end)
{
    while (end->result == 0 &&
           end->ssl.MBEDTLS_PRIVATE(state) > MBEDTLS_SSL_HANDSHAKE_OVER) {
        end->result = mbedtls_ssl_handshake_step(&end->ssl);
        note(end);
    }
}

static void print_end(const struct end *end)
{
    int i;

    printf("%s\n", end->name);
    for (i = 0; i < end->count; i++) {
        printf("  %2d %s\n", end->states[i], state_name(end->states[i]));
    }
    if (end->result != 0) {
        printf("  error -0x%04x\n", (unsigned) -end->result);
    }
}

static void play(const struct scenario *scenario, const char *folder)
{
    static struct pipe to_server, to_client;
    static struct end client = { .name = "client" };
    static struct end server = { .name = "server" };
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt ca, server_crt, client_crt;
    mbedtls_pk_context server_key, client_key;
    char path[1024];

    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crt_init(&server_crt);
    mbedtls_x509_crt_init(&client_crt);
    mbedtls_pk_init(&server_key);
    mbedtls_pk_init(&client_key);

    must("ctr_drbg_seed", mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func,
                                                &entropy, NULL, 0));
    snprintf(path, sizeof(path), "%s/ca.crt", folder);
    must(path, mbedtls_x509_crt_parse_file(&ca, path));
    parse_pair(folder, scenario->server_cert, &server_crt, &server_key, &drbg);
    parse_pair(folder, "client", &client_crt, &client_key, &drbg);

    configure(&client, MBEDTLS_SSL_IS_CLIENT, &drbg, &ca,
              scenario->client_groups);
    configure(&server, MBEDTLS_SSL_IS_SERVER, &drbg, &ca,
              scenario->server_groups);
    mbedtls_ssl_conf_authmode(&server.conf, scenario->server_authmode);
    must("own_cert", mbedtls_ssl_conf_own_cert(&server.conf, &server_crt,
                                               &server_key));
    if (scenario->client_has_cert) {
        must("own_cert", mbedtls_ssl_conf_own_cert(&client.conf, &client_crt,
                                                   &client_key));
    }

    must("setup", mbedtls_ssl_setup(&client.ssl, &client.conf));
    must("setup", mbedtls_ssl_setup(&server.ssl, &server.conf));
    must("hostname", mbedtls_ssl_set_hostname(&client.ssl, "localhost"));
    client.link.in = server.link.out = &to_client;
    client.link.out = server.link.in = &to_server;
    mbedtls_ssl_set_bio(&client.ssl, &client.link, link_send, link_recv, NULL);
    mbedtls_ssl_set_bio(&server.ssl, &server.link, link_send, link_recv, NULL);

    note(&client);
    note(&server);
    for (;;) {
        int moved = advance(&client);

        if (!advance(&server) && !moved) {
            break;
        }
    }
    finish(&client);
    finish(&server);
    print_end(&client);
    print_end(&server);

    mbedtls_ssl_free(&client.ssl);
    mbedtls_ssl_free(&server.ssl);
    mbedtls_ssl_config_free(&client.conf);
    mbedtls_ssl_config_free(&server.conf);
    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crt_free(&server_crt);
    mbedtls_x509_crt_free(&client_crt);
    mbedtls_pk_free(&server_key);
    mbedtls_pk_free(&client_key);
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
}

int main(int argc, char **argv)
{
    size_t count = sizeof(scenarios) / sizeof(scenarios[0]);
    size_t i;

    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (i = 0; i < count; i++) {
            printf("%s\n", scenarios[i].name);
        }
        return 0;
    }
    if (argc != 3) {
        fprintf(stderr, "usage: %s FOLDER SCENARIO | --list\n", argv[0]);
        return 2;
    }
    if (psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
        return 2;
    }
    for (i = 0; i < count; i++) {
        if (strcmp(argv[2], scenarios[i].name) == 0) {
            play(&scenarios[i], argv[1]);
            return 0;
        }
    }
    fprintf(stderr, "no scenario \"%s\"\n", argv[2]);
    return 2;
}
