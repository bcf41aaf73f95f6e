/*
 * Benchmark driver against the Mbed TLS 3.6 interface, and nothing else:
 * built once with the reference and once with this library. Both ends run
 * in one thread over memory; each side's calls are timed apart.
 * bench.h has the arguments and the form of the results.
 */
#include "bench.h"

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

/* The reference has no such header, and no hybrid groups. */
#if __has_include(<ferrotls/ferrotls.h>)
#include <ferrotls/ferrotls.h>
#define HAS_HYBRID_GROUPS
#endif

/* What the connections of one side share. */
struct side {
    mbedtls_ssl_config conf;
    mbedtls_x509_crt own;
    mbedtls_pk_context key;
    mbedtls_x509_crt ca;
};

struct bench {
    struct plan plan;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    int suites[2];
    uint16_t groups[3];
    struct side client;
    struct side server;
    struct pipe to_server;
    struct pipe to_client;
    /* For connections that follow one another. */
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    int verified;
    unsigned char request[MAX_REQUEST];
};

/* The two pipes as one end sees them. */
struct end {
    struct pipe *in;
    struct pipe *out;
};

static void check_code(int code, const char *what)
{
    if (code != 0) {
        fprintf(stderr, "bench: %s returned -0x%04x\n", what,
                (unsigned) -code);
        exit(1);
    }
}

static int end_send(void *context, const unsigned char *data, size_t length)
{
    struct end *end = context;

    return (int) pipe_put(end->out, data, length);
}

static int end_receive(void *context, unsigned char *data, size_t length)
{
    struct end *end = context;
    size_t taken = pipe_take(end->in, data, length);

    return taken == 0 ? MBEDTLS_ERR_SSL_WANT_READ : (int) taken;
}

static int suite12_number(const struct plan *plan)
{
    int is_rsa = strcmp(plan->key, "rsa") == 0;

    if (strcmp(plan->suite, "aes128gcm") == 0) {
        return is_rsa ? MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
                      : MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
    }
    if (strcmp(plan->suite, "aes256gcm") == 0) {
        return is_rsa ? MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
                      : MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384;
    }
    CHECK(strcmp(plan->suite, "chacha20") == 0, "suite name");
    return is_rsa ? MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
                  : MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256;
}

static int suite_number(const struct plan *plan)
{
    const char *name = plan->suite;

    if (plan->tls12) {
        return suite12_number(plan);
    }
    if (strcmp(name, "aes128gcm") == 0) {
        return MBEDTLS_TLS1_3_AES_128_GCM_SHA256;
    }
    if (strcmp(name, "aes256gcm") == 0) {
        return MBEDTLS_TLS1_3_AES_256_GCM_SHA384;
    }
    CHECK(strcmp(name, "chacha20") == 0, "suite name");
    return MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256;
}

static uint16_t group_number(const char *name)
{
    if (strcmp(name, "x25519") == 0) {
        return MBEDTLS_SSL_IANA_TLS_GROUP_X25519;
    }
#ifdef HAS_HYBRID_GROUPS
    if (strcmp(name, "x25519mlkem768") == 0) {
        return FERROTLS_IANA_TLS_GROUP_X25519MLKEM768;
    }
#endif
    CHECK(strcmp(name, "secp256r1") == 0, "group name");
    return MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1;
}

static void side_open(struct bench *bench, struct side *side, int endpoint)
{
    const struct plan *plan = &bench->plan;
    int is_server = endpoint == MBEDTLS_SSL_IS_SERVER;
    const char *who = is_server ? "server" : "client";
    char path[512];

    mbedtls_ssl_config_init(&side->conf);
    mbedtls_x509_crt_init(&side->own);
    mbedtls_x509_crt_init(&side->ca);
    mbedtls_pk_init(&side->key);

    check_code(mbedtls_ssl_config_defaults(&side->conf, endpoint,
                                           MBEDTLS_SSL_TRANSPORT_STREAM,
                                           MBEDTLS_SSL_PRESET_DEFAULT),
               "config_defaults");
    mbedtls_ssl_conf_rng(&side->conf, mbedtls_ctr_drbg_random, &bench->drbg);
    mbedtls_ssl_conf_min_tls_version(&side->conf, plan->tls12 ?
                                     MBEDTLS_SSL_VERSION_TLS1_2 :
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(&side->conf, plan->tls12 ?
                                     MBEDTLS_SSL_VERSION_TLS1_2 :
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_ciphersuites(&side->conf, bench->suites);
    mbedtls_ssl_conf_groups(&side->conf, bench->groups);

    if (is_server || plan->mutual) {
        check_code(mbedtls_x509_crt_parse_file(
                       &side->own, file_name(path, plan, who, "pem")),
                   "own certificate");
        check_code(mbedtls_pk_parse_keyfile(
                       &side->key, file_name(path, plan, who, "key"), NULL,
                       mbedtls_ctr_drbg_random, &bench->drbg),
                   "own key");
        check_code(mbedtls_ssl_conf_own_cert(&side->conf, &side->own,
                                             &side->key),
                   "conf_own_cert");
    }
    if (!is_server || plan->mutual) {
        check_code(mbedtls_x509_crt_parse_file(
                       &side->ca, file_name(path, plan, "ca", "pem")),
                   "CA certificate");
        mbedtls_ssl_conf_ca_chain(&side->conf, &side->ca, NULL);
        mbedtls_ssl_conf_authmode(&side->conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    } else {
        mbedtls_ssl_conf_authmode(&side->conf, MBEDTLS_SSL_VERIFY_NONE);
    }
}

static void side_close(struct side *side)
{
    mbedtls_ssl_config_free(&side->conf);
    mbedtls_x509_crt_free(&side->own);
    mbedtls_x509_crt_free(&side->ca);
    mbedtls_pk_free(&side->key);
}

static mbedtls_ssl_context *open_connection(struct side *side,
                                            struct end *end,
                                            const char *host)
{
    mbedtls_ssl_context *ssl = malloc(sizeof(*ssl));

    CHECK(ssl != NULL, "malloc");
    mbedtls_ssl_init(ssl);
    check_code(mbedtls_ssl_setup(ssl, &side->conf), "setup");
    if (host != NULL) {
        check_code(mbedtls_ssl_set_hostname(ssl, host), "set_hostname");
    }
    mbedtls_ssl_set_bio(ssl, end, end_send, end_receive, NULL);
    return ssl;
}

static void close_connection(mbedtls_ssl_context *ssl)
{
    mbedtls_ssl_free(ssl);
    free(ssl);
}

/* Handshakes as far as the bytes at hand allow; 1: it is over. */
static int advance(mbedtls_ssl_context *ssl, struct account *account)
{
    int code;

    clock_in(account);
    code = mbedtls_ssl_handshake(ssl);
    clock_out(account);
    if (code == MBEDTLS_ERR_SSL_WANT_READ ||
        code == MBEDTLS_ERR_SSL_WANT_WRITE) {
        return 0;
    }
    check_code(code, "handshake");
    return 1;
}

static void shake_hands(mbedtls_ssl_context *client,
                        mbedtls_ssl_context *server,
                        struct account *client_account,
                        struct account *server_account)
{
    int client_done = 0;
    int server_done = 0;

    while (!client_done || !server_done) {
        if (!client_done) {
            client_done = advance(client, client_account);
        }
        if (!server_done) {
            server_done = advance(server, server_account);
        }
    }
}

static void one_handshake(struct bench *bench, struct account *client_account,
                          struct account *server_account)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    mbedtls_ssl_context *client;
    mbedtls_ssl_context *server;

    pipe_clear(&bench->to_client);
    pipe_clear(&bench->to_server);

    clock_in(client_account);
    client = open_connection(&bench->client, &client_end, HOST);
    clock_out(client_account);
    clock_in(server_account);
    server = open_connection(&bench->server, &server_end, NULL);
    clock_out(server_account);

    shake_hands(client, server, client_account, server_account);
    CHECK(mbedtls_ssl_get_verify_result(client) == 0, "verification");

    clock_in(client_account);
    close_connection(client);
    clock_out(client_account);
    clock_in(server_account);
    close_connection(server);
    clock_out(server_account);
}

static void measure_handshakes(struct bench *bench)
{
    struct account client;
    struct account server;
    int warm_up;

    account_open(&client);
    account_open(&server);
    for (warm_up = 0; warm_up < 5; warm_up++) {
        one_handshake(bench, &client, &server);
    }
    client.lap = server.lap = 0;
    while (client.lap_count < 20 ||
           client.total + server.total < bench->plan.nanoseconds) {
        one_handshake(bench, &client, &server);
        end_lap(&client, 1);
        end_lap(&server, 1);
    }
    print_median("client", "ns/handshake", &client);
    print_median("server", "ns/handshake", &server);
    account_close(&client);
    account_close(&server);
}

/* Counts full handshakes: one that rests on a ticket checks no certificate. */
static int count_verified(void *context, mbedtls_x509_crt *crt, int depth,
                          uint32_t *flags)
{
    struct bench *bench = context;

    (void) crt;
    (void) flags;
    bench->verified += depth == 0;
    return 0;
}

static int is_early(const struct bench *bench)
{
    return strcmp(bench->plan.kind, "early") == 0;
}

/* Lets the server give tickets, and the client take them. */
static void resumption_open(struct bench *bench)
{
    mbedtls_ssl_config *client = &bench->client.conf;
    mbedtls_ssl_config *server = &bench->server.conf;

    mbedtls_ssl_session_init(&bench->session);
    mbedtls_ssl_ticket_init(&bench->tickets);
    mbedtls_ssl_cache_init(&bench->cache);
    mbedtls_ssl_conf_verify(client, count_verified, bench);
    if (strcmp(bench->plan.kind, "resume-id") == 0) {
        mbedtls_ssl_conf_session_tickets(client,
                                         MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
        mbedtls_ssl_conf_session_cache(server, &bench->cache,
                                       mbedtls_ssl_cache_get,
                                       mbedtls_ssl_cache_set);
        return;
    }
    check_code(mbedtls_ssl_ticket_setup(&bench->tickets,
                                        mbedtls_ctr_drbg_random, &bench->drbg,
                                        MBEDTLS_CIPHER_AES_256_GCM, 86400),
               "ticket_setup");
    mbedtls_ssl_conf_session_tickets_cb(server, mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse,
                                        &bench->tickets);
    mbedtls_ssl_conf_new_session_tickets(server, 1);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        client, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
#if defined(MBEDTLS_SSL_EARLY_DATA)
    if (is_early(bench)) {
        mbedtls_ssl_conf_early_data(client, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_early_data(server, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_max_early_data_size(server, MAX_REQUEST);
    }
#else
    CHECK(!is_early(bench), "early data, which this build is without,");
#endif
}

static void resumption_close(struct bench *bench)
{
    mbedtls_ssl_session_free(&bench->session);
    mbedtls_ssl_ticket_free(&bench->tickets);
    mbedtls_ssl_cache_free(&bench->cache);
}

/* Reads the ticket that follows a handshake, which in TLS 1.2 is there. */
static void take_ticket(struct bench *bench, mbedtls_ssl_context *client)
{
    unsigned char byte;
    int code;

    if (!bench->plan.tls12) {
        do {
            code = mbedtls_ssl_read(client, &byte, 1);
        } while (code == MBEDTLS_ERR_SSL_WANT_READ);
        CHECK(code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET, "ticket");
    }
    mbedtls_ssl_session_free(&bench->session);
    mbedtls_ssl_session_init(&bench->session);
    check_code(mbedtls_ssl_get_session(client, &bench->session),
               "get_session");
}

/* Sends the request of `size` bytes before the handshake is over. */
static void write_request(struct bench *bench, mbedtls_ssl_context *client)
{
#if defined(MBEDTLS_SSL_EARLY_DATA)
    size_t size = bench->plan.size;
    int code = mbedtls_ssl_write_early_data(client, bench->request, size);

    CHECK(code == (int) size, "write_early_data");
#else
    (void) bench;
    (void) client;
#endif
}

/* A server's handshake as far as it goes, with the request on the way. */
static int advance_server(struct bench *bench, mbedtls_ssl_context *server,
                          struct account *account)
{
    int code;

    clock_in(account);
    code = mbedtls_ssl_handshake(server);
#if defined(MBEDTLS_SSL_EARLY_DATA)
    if (code == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
        code = mbedtls_ssl_read_early_data(server, bench->request,
                                           MAX_REQUEST);
        CHECK(code == (int) bench->plan.size, "read_early_data");
        code = mbedtls_ssl_handshake(server);
    }
#else
    (void) bench;
#endif
    clock_out(account);
    if (code == MBEDTLS_ERR_SSL_WANT_READ) {
        return 0;
    }
    check_code(code, "handshake");
    return 1;
}

/* A connection that rests on the ticket of the one before it, if any. */
static void one_return(struct bench *bench, int first,
                       struct account *client_account,
                       struct account *server_account)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    mbedtls_ssl_context *client;
    mbedtls_ssl_context *server;
    int client_done = 0;
    int server_done = 0;

    pipe_clear(&bench->to_client);
    pipe_clear(&bench->to_server);
    bench->verified = 0;

    clock_in(client_account);
    client = open_connection(&bench->client, &client_end, HOST);
    if (!first) {
        check_code(mbedtls_ssl_set_session(client, &bench->session),
                   "set_session");
        if (is_early(bench)) {
            write_request(bench, client);
        }
    }
    clock_out(client_account);
    clock_in(server_account);
    server = open_connection(&bench->server, &server_end, NULL);
    clock_out(server_account);

    while (!client_done || !server_done) {
        if (!client_done) {
            client_done = advance(client, client_account);
        }
        if (!server_done) {
            server_done = advance_server(bench, server, server_account);
        }
    }
    CHECK(bench->verified == first, "resumption");
#if defined(MBEDTLS_SSL_EARLY_DATA)
    CHECK(first || !is_early(bench) ||
          mbedtls_ssl_get_early_data_status(client) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED, "early data");
#endif

    clock_in(client_account);
    take_ticket(bench, client);
    close_connection(client);
    clock_out(client_account);
    clock_in(server_account);
    close_connection(server);
    clock_out(server_account);
}

static void measure_resumption(struct bench *bench)
{
    struct account client;
    struct account server;
    int warm_up;

    resumption_open(bench);
    account_open(&client);
    account_open(&server);
    one_return(bench, 1, &client, &server);
    if (strcmp(bench->plan.kind, "resume-psk") == 0) {
        int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;

        mbedtls_ssl_conf_tls13_key_exchange_modes(&bench->client.conf, modes);
        mbedtls_ssl_conf_tls13_key_exchange_modes(&bench->server.conf, modes);
    }
    for (warm_up = 0; warm_up < 5; warm_up++) {
        one_return(bench, 0, &client, &server);
    }
    client.lap = server.lap = 0;
    while (client.lap_count < 20 ||
           client.total + server.total < bench->plan.nanoseconds) {
        one_return(bench, 0, &client, &server);
        end_lap(&client, 1);
        end_lap(&server, 1);
    }
    print_median("client", "ns/handshake", &client);
    print_median("server", "ns/handshake", &server);
    account_close(&client);
    account_close(&server);
    resumption_close(bench);
}

/*
 * Writes about BATCH bytes and returns how many. The reference takes one
 * byte less than 16 KiB into a record; offering it a full buffer each time
 * spares it the records of one byte that finishing a write would cost.
 */
static size_t write_batch(mbedtls_ssl_context *ssl, const unsigned char *data,
                          size_t size)
{
    size_t sent = 0;

    while (sent < BATCH) {
        int code = mbedtls_ssl_write(ssl, data, size);

        CHECK(code > 0, "write");
        sent += (size_t) code;
    }
    return sent;
}

/* Reads `expected` bytes; returns how many the last call brought. */
static size_t read_batch(mbedtls_ssl_context *ssl, unsigned char *data,
                         size_t size, size_t expected)
{
    int code = 0;

    while (expected > 0) {
        code = mbedtls_ssl_read(ssl, data, size);
        CHECK(code > 0 && (size_t) code <= expected, "read");
        expected -= (size_t) code;
    }
    return (size_t) code;
}

static void measure_bulk(struct bench *bench)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    mbedtls_ssl_context *client =
        open_connection(&bench->client, &client_end, HOST);
    mbedtls_ssl_context *server =
        open_connection(&bench->server, &server_end, NULL);
    struct account receiver;
    struct account sender;
    size_t size = bench->plan.size;
    unsigned char *out = malloc(size);
    size_t room = ROOM_PER_WRITE * size;
    unsigned char *in = malloc(room);
    size_t sent;
    size_t last;

    CHECK(out != NULL && in != NULL, "malloc");
    account_open(&receiver);
    account_open(&sender);
    memset(out, 'f', size);
    memset(in, 0, room);
    shake_hands(client, server, &receiver, &sender);

    sent = write_batch(server, out, size);
    last = read_batch(client, in, room, sent);
    receiver.lap = sender.lap = 0;
    while (sender.lap_count < 4 ||
           receiver.total + sender.total < bench->plan.nanoseconds) {
        clock_in(&sender);
        sent = write_batch(server, out, size);
        clock_out(&sender);
        clock_in(&receiver);
        last = read_batch(client, in, room, sent);
        clock_out(&receiver);
        end_lap(&sender, (double) sent / 1024);
        end_lap(&receiver, (double) sent / 1024);
    }
    CHECK(memcmp(in, out, last) == 0, "comparison of what arrived");

    print_median("send", "ns/KiB", &sender);
    print_median("receive", "ns/KiB", &receiver);
    account_close(&sender);
    account_close(&receiver);
    close_connection(client);
    close_connection(server);
    free(in);
    free(out);
}

/* One byte each way, so that every lazy buffer has come and gone. */
static void say_hello(mbedtls_ssl_context *from, struct account *from_account,
                      mbedtls_ssl_context *to, struct account *to_account)
{
    unsigned char byte = 'h';

    heap_in(from_account);
    CHECK(mbedtls_ssl_write(from, &byte, 1) == 1, "write");
    heap_out(from_account);
    heap_in(to_account);
    CHECK(mbedtls_ssl_read(to, &byte, 1) == 1, "read");
    heap_out(to_account);
}

static void measure_memory(struct bench *bench)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    size_t count = bench->plan.size;
    mbedtls_ssl_context **clients = calloc(count, sizeof(*clients));
    mbedtls_ssl_context **servers = calloc(count, sizeof(*servers));
    struct account client = { 0 };
    struct account server = { 0 };
    size_t i;

    CHECK(clients != NULL && servers != NULL, "calloc");
    one_handshake(bench, &client, &server);
    for (i = 0; i < count; i++) {
        int client_done = 0;
        int server_done = 0;

        heap_in(&client);
        clients[i] = open_connection(&bench->client, &client_end, HOST);
        heap_out(&client);
        heap_in(&server);
        servers[i] = open_connection(&bench->server, &server_end, NULL);
        heap_out(&server);
        while (!client_done || !server_done) {
            heap_in(&client);
            client_done = client_done || advance(clients[i], &client);
            heap_out(&client);
            heap_in(&server);
            server_done = server_done || advance(servers[i], &server);
            heap_out(&server);
        }
        say_hello(clients[i], &client, servers[i], &server);
        say_hello(servers[i], &server, clients[i], &client);
    }
    print_result("client", "bytes/connection", client.bytes / (double) count,
                 count);
    print_result("server", "bytes/connection", server.bytes / (double) count,
                 count);
    for (i = 0; i < count; i++) {
        close_connection(clients[i]);
        close_connection(servers[i]);
    }
    free(clients);
    free(servers);
}

int main(int argc, char **argv)
{
    static struct bench bench;

    bench.plan = plan_from(argc, argv);
    bench.suites[0] = suite_number(&bench.plan);
    bench.groups[0] = group_number(bench.plan.group);
    /* The curve of the server's certificate has to be there (RFC 8422). */
    if (bench.plan.tls12 &&
        bench.groups[0] != MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1) {
        bench.groups[1] = MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1;
    }
    pipe_open(&bench.to_server);
    pipe_open(&bench.to_client);

    /* The reference needs this for TLS 1.3. */
    CHECK(psa_crypto_init() == PSA_SUCCESS, "psa_crypto_init");
    mbedtls_entropy_init(&bench.entropy);
    mbedtls_ctr_drbg_init(&bench.drbg);
    check_code(mbedtls_ctr_drbg_seed(&bench.drbg, mbedtls_entropy_func,
                                     &bench.entropy, NULL, 0),
               "seed");
    side_open(&bench, &bench.client, MBEDTLS_SSL_IS_CLIENT);
    side_open(&bench, &bench.server, MBEDTLS_SSL_IS_SERVER);

    if (strcmp(bench.plan.kind, "handshake") == 0) {
        measure_handshakes(&bench);
    } else if (strcmp(bench.plan.kind, "bulk") == 0) {
        measure_bulk(&bench);
    } else if (strncmp(bench.plan.kind, "resume", 6) == 0 ||
               is_early(&bench)) {
        measure_resumption(&bench);
    } else {
        CHECK(strcmp(bench.plan.kind, "memory") == 0, "kind");
        measure_memory(&bench);
    }

    side_close(&bench.client);
    side_close(&bench.server);
    mbedtls_ctr_drbg_free(&bench.drbg);
    mbedtls_entropy_free(&bench.entropy);
    mbedtls_psa_crypto_free();
    free(bench.to_server.data);
    free(bench.to_client.data);
    return 0;
}
