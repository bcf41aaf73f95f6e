/*
 * The yardstick from the system: the scenarios of bench.c through OpenSSL's
 * libssl, over the same pipes. bench.h has the arguments and the form of
 * the results. Tickets and the session cache are off, as in the others, but
 * where connections rest on the one before. It has no resume-psk: its server
 * takes a key exchange where it can have one.
 */
#include "bench.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

struct bench {
    struct plan plan;
    BIO_METHOD *method;
    SSL_CTX *client;
    SSL_CTX *server;
    struct pipe to_server;
    struct pipe to_client;
    SSL_SESSION *session;       /* of the last ticket */
    unsigned char request[MAX_REQUEST];
};

struct end {
    struct pipe *in;
    struct pipe *out;
};

static void check_one(int code, const char *what)
{
    if (code != 1) {
        fprintf(stderr, "bench: %s failed\n", what);
        ERR_print_errors_fp(stderr);
        exit(1);
    }
}

static int end_write(BIO *bio, const char *data, int length)
{
    struct end *end = BIO_get_data(bio);

    return (int) pipe_put(end->out, data, (size_t) length);
}

static int end_read(BIO *bio, char *data, int length)
{
    struct end *end = BIO_get_data(bio);
    size_t taken = pipe_take(end->in, data, (size_t) length);

    BIO_clear_retry_flags(bio);
    if (taken == 0) {
        BIO_set_retry_read(bio);
        return -1;
    }
    return (int) taken;
}

static long end_control(BIO *bio, int command, long number, void *pointer)
{
    (void) bio;
    (void) number;
    (void) pointer;
    return command == BIO_CTRL_FLUSH;
}

static int end_create(BIO *bio)
{
    BIO_set_init(bio, 1);
    return 1;
}

static BIO_METHOD *pipe_method(void)
{
    BIO_METHOD *method =
        BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "pipe");

    CHECK(method != NULL, "BIO_meth_new");
    check_one(BIO_meth_set_write(method, end_write), "meth_set_write");
    check_one(BIO_meth_set_read(method, end_read), "meth_set_read");
    check_one(BIO_meth_set_ctrl(method, end_control), "meth_set_ctrl");
    check_one(BIO_meth_set_create(method, end_create), "meth_set_create");
    return method;
}

static const char *suite_name(const char *name)
{
    if (strcmp(name, "aes128gcm") == 0) {
        return "TLS_AES_128_GCM_SHA256";
    }
    if (strcmp(name, "aes256gcm") == 0) {
        return "TLS_AES_256_GCM_SHA384";
    }
    CHECK(strcmp(name, "chacha20") == 0, "suite name");
    return "TLS_CHACHA20_POLY1305_SHA256";
}

/* Of TLS 1.2; the key exchange is ECDHE whatever signs. */
static const char *suite12_names(const char *name)
{
    if (strcmp(name, "aes128gcm") == 0) {
        return "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
    }
    if (strcmp(name, "aes256gcm") == 0) {
        return "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384";
    }
    CHECK(strcmp(name, "chacha20") == 0, "suite name");
    return "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
}

/* In TLS 1.2 with the curve of the server's certificate (RFC 8422). */
static const char *group_name(const struct plan *plan)
{
    const char *name = plan->group;

    if (strcmp(name, "x25519") == 0) {
        return plan->tls12 ? "X25519:P-256" : "X25519";
    }
    CHECK(strcmp(name, "secp256r1") == 0, "group name");
    return "P-256";
}

static SSL_CTX *context_open(const struct plan *plan, int is_server)
{
    SSL_CTX *context =
        SSL_CTX_new(is_server ? TLS_server_method() : TLS_client_method());
    const char *who = is_server ? "server" : "client";
    char path[512];

    CHECK(context != NULL, "SSL_CTX_new");
    if (plan->tls12) {
        check_one(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION),
                  "min");
        check_one(SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION),
                  "max");
        check_one(SSL_CTX_set_cipher_list(context,
                                          suite12_names(plan->suite)),
                  "set_cipher_list");
        SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    } else {
        check_one(SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION),
                  "min");
        check_one(SSL_CTX_set_ciphersuites(context, suite_name(plan->suite)),
                  "set_ciphersuites");
    }
    check_one(SSL_CTX_set1_groups_list(context, group_name(plan)),
              "set1_groups_list");
    check_one(SSL_CTX_set_num_tickets(context, 0), "set_num_tickets");
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    if (strcmp(plan->kind, "memory") == 0) {
        SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    }
    if (is_server || plan->mutual) {
        check_one(SSL_CTX_use_certificate_chain_file(
                      context, file_name(path, plan, who, "pem")),
                  "own certificate");
        check_one(SSL_CTX_use_PrivateKey_file(
                      context, file_name(path, plan, who, "key"),
                      SSL_FILETYPE_PEM),
                  "own key");
    }
    if (!is_server || plan->mutual) {
        check_one(SSL_CTX_load_verify_locations(
                      context, file_name(path, plan, "ca", "pem"), NULL),
                  "CA certificate");
        SSL_CTX_set_verify(
            context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    }
    return context;
}

static SSL *open_connection(const struct bench *bench, SSL_CTX *context,
                            struct end *end, const char *host)
{
    SSL *ssl = SSL_new(context);
    BIO *bio = BIO_new(bench->method);

    CHECK(ssl != NULL && bio != NULL, "SSL_new");
    BIO_set_data(bio, end);
    SSL_set_bio(ssl, bio, bio);
    if (host != NULL) {
        check_one((int) SSL_set_tlsext_host_name(ssl, host), "host name");
        check_one(SSL_set1_host(ssl, host), "set1_host");
        SSL_set_connect_state(ssl);
    } else {
        SSL_set_accept_state(ssl);
    }
    return ssl;
}

/* Handshakes as far as the bytes at hand allow; 1: it is over. */
static int advance(SSL *ssl, struct account *account)
{
    int code;

    clock_in(account);
    code = SSL_do_handshake(ssl);
    clock_out(account);
    if (code != 1 && SSL_get_error(ssl, code) == SSL_ERROR_WANT_READ) {
        return 0;
    }
    check_one(code, "handshake");
    return 1;
}

static void shake_hands(SSL *client, SSL *server,
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
    SSL *client;
    SSL *server;

    pipe_clear(&bench->to_client);
    pipe_clear(&bench->to_server);

    clock_in(client_account);
    client = open_connection(bench, bench->client, &client_end, HOST);
    clock_out(client_account);
    clock_in(server_account);
    server = open_connection(bench, bench->server, &server_end, NULL);
    clock_out(server_account);

    shake_hands(client, server, client_account, server_account);
    CHECK(SSL_get_verify_result(client) == X509_V_OK, "verification");

    clock_in(client_account);
    SSL_free(client);
    clock_out(client_account);
    clock_in(server_account);
    SSL_free(server);
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

static int is_early(const struct bench *bench)
{
    return strcmp(bench->plan.kind, "early") == 0;
}

/* Keeps the ticket; the one before has served. */
static int keep_session(SSL *ssl, SSL_SESSION *session)
{
    struct bench *bench = SSL_get_app_data(ssl);

    SSL_SESSION_free(bench->session);
    bench->session = session;
    return 1;
}

static void resumption_open(struct bench *bench)
{
    check_one(SSL_CTX_set_num_tickets(bench->server, 1), "set_num_tickets");
    SSL_CTX_set_session_cache_mode(
        bench->client, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
    SSL_CTX_sess_set_new_cb(bench->client, keep_session);
    if (strcmp(bench->plan.kind, "resume-id") == 0) {
        SSL_CTX_set_session_cache_mode(bench->server, SSL_SESS_CACHE_SERVER);
        check_one(SSL_CTX_set_session_id_context(
                      bench->server, (const unsigned char *) "bench", 5),
                  "set_session_id_context");
        return;
    }
    SSL_CTX_clear_options(bench->client, SSL_OP_NO_TICKET);
    SSL_CTX_clear_options(bench->server, SSL_OP_NO_TICKET);
    if (is_early(bench)) {
        /* Against replays it wants its cache, in which it looks them up. */
        SSL_CTX_set_session_cache_mode(bench->server, SSL_SESS_CACHE_SERVER);
        check_one(SSL_CTX_set_session_id_context(
                      bench->server, (const unsigned char *) "bench", 5),
                  "set_session_id_context");
        check_one(SSL_CTX_set_max_early_data(bench->server, MAX_REQUEST),
                  "set_max_early_data");
    }
}

/* Reads the request, or finds that there is none; 1: that is over. */
static int read_request(struct bench *bench, SSL *server)
{
    size_t length = 0;
    int code = SSL_read_early_data(server, bench->request, MAX_REQUEST,
                                   &length);

    if (code == SSL_READ_EARLY_DATA_ERROR) {
        CHECK(SSL_get_error(server, 0) == SSL_ERROR_WANT_READ, "early data");
        return 0;
    }
    CHECK(code == SSL_READ_EARLY_DATA_FINISH || length == bench->plan.size,
          "read_early_data");
    return code == SSL_READ_EARLY_DATA_FINISH;
}

/* A server's handshake as far as it goes, with the request on the way. */
static int advance_server(struct bench *bench, SSL *server, int *request_done,
                          struct account *account)
{
    clock_in(account);
    while (!*request_done) {
        int left = bench->to_server.head != bench->to_server.tail;

        *request_done = read_request(bench, server);
        if (!*request_done && !left) {
            break;
        }
    }
    clock_out(account);
    return *request_done ? advance(server, account) : 0;
}

/* A connection that rests on the ticket of the one before it, if any. */
static void one_return(struct bench *bench, struct account *client_account,
                       struct account *server_account)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    int first = bench->session == NULL;
    int request_done = !is_early(bench);
    int client_done = 0;
    int server_done = 0;
    unsigned char byte;
    size_t written = 0;
    SSL *client;
    SSL *server;

    pipe_clear(&bench->to_client);
    pipe_clear(&bench->to_server);

    clock_in(client_account);
    client = open_connection(bench, bench->client, &client_end, HOST);
    check_one(SSL_set_app_data(client, bench), "set_app_data");
    if (!first) {
        check_one(SSL_set_session(client, bench->session), "set_session");
        if (is_early(bench)) {
            check_one(SSL_write_early_data(client, bench->request,
                                           bench->plan.size, &written),
                      "write_early_data");
        }
    }
    clock_out(client_account);
    clock_in(server_account);
    server = open_connection(bench, bench->server, &server_end, NULL);
    clock_out(server_account);

    while (!client_done || !server_done) {
        if (!client_done) {
            client_done = advance(client, client_account);
        }
        if (!server_done) {
            server_done = advance_server(bench, server, &request_done,
                                         server_account);
        }
    }
    CHECK(SSL_session_reused(client) == !first, "resumption");
    CHECK(first || !is_early(bench) ||
          SSL_get_early_data_status(client) == SSL_EARLY_DATA_ACCEPTED,
          "early data");

    clock_in(client_account);
    CHECK(SSL_read(client, &byte, 1) < 0, "nothing but a ticket");
    /* Without a goodbye the session would count as broken. */
    SSL_set_shutdown(client, SSL_SENT_SHUTDOWN);
    SSL_free(client);
    clock_out(client_account);
    clock_in(server_account);
    SSL_set_shutdown(server, SSL_SENT_SHUTDOWN);
    SSL_free(server);
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
    for (warm_up = 0; warm_up < 6; warm_up++) {
        one_return(bench, &client, &server);
    }
    client.lap = server.lap = 0;
    while (client.lap_count < 20 ||
           client.total + server.total < bench->plan.nanoseconds) {
        one_return(bench, &client, &server);
        end_lap(&client, 1);
        end_lap(&server, 1);
    }
    print_median("client", "ns/handshake", &client);
    print_median("server", "ns/handshake", &server);
    account_close(&client);
    account_close(&server);
    SSL_SESSION_free(bench->session);
}

static void write_batch(SSL *ssl, const unsigned char *data, size_t size)
{
    size_t sent;

    for (sent = 0; sent < BATCH; sent += size) {
        CHECK(SSL_write(ssl, data, (int) size) == (int) size, "write");
    }
}

static void read_batch(SSL *ssl, unsigned char *data, size_t size)
{
    size_t received = 0;

    while (received < BATCH) {
        int code = SSL_read(ssl, data, (int) size);

        CHECK(code > 0, "read");
        received += (size_t) code;
    }
}

static void measure_bulk(struct bench *bench)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    SSL *client = open_connection(bench, bench->client, &client_end, HOST);
    SSL *server = open_connection(bench, bench->server, &server_end, NULL);
    struct account receiver;
    struct account sender;
    size_t size = bench->plan.size;
    unsigned char *out = malloc(size);
    size_t room = ROOM_PER_WRITE * size;
    unsigned char *in = malloc(room);

    CHECK(out != NULL && in != NULL, "malloc");
    account_open(&receiver);
    account_open(&sender);
    memset(out, 'f', size);
    memset(in, 0, room);
    shake_hands(client, server, &receiver, &sender);

    write_batch(server, out, size);
    read_batch(client, in, room);
    receiver.lap = sender.lap = 0;
    while (sender.lap_count < 4 ||
           receiver.total + sender.total < bench->plan.nanoseconds) {
        clock_in(&sender);
        write_batch(server, out, size);
        clock_out(&sender);
        clock_in(&receiver);
        read_batch(client, in, room);
        clock_out(&receiver);
        end_lap(&sender, BATCH / 1024);
        end_lap(&receiver, BATCH / 1024);
    }
    CHECK(memcmp(in, out, size) == 0, "comparison of what arrived");

    print_median("send", "ns/KiB", &sender);
    print_median("receive", "ns/KiB", &receiver);
    account_close(&sender);
    account_close(&receiver);
    SSL_free(client);
    SSL_free(server);
    free(in);
    free(out);
}

/* One byte each way, so that every lazy buffer has come and gone. */
static void say_hello(SSL *from, struct account *from_account, SSL *to,
                      struct account *to_account)
{
    unsigned char byte = 'h';

    heap_in(from_account);
    CHECK(SSL_write(from, &byte, 1) == 1, "write");
    heap_out(from_account);
    heap_in(to_account);
    CHECK(SSL_read(to, &byte, 1) == 1, "read");
    heap_out(to_account);
}

static void measure_memory(struct bench *bench)
{
    struct end client_end = { &bench->to_client, &bench->to_server };
    struct end server_end = { &bench->to_server, &bench->to_client };
    size_t count = bench->plan.size;
    SSL **clients = calloc(count, sizeof(*clients));
    SSL **servers = calloc(count, sizeof(*servers));
    struct account client = { 0 };
    struct account server = { 0 };
    size_t i;

    CHECK(clients != NULL && servers != NULL, "calloc");
    one_handshake(bench, &client, &server);
    for (i = 0; i < count; i++) {
        int client_done = 0;
        int server_done = 0;

        heap_in(&client);
        clients[i] = open_connection(bench, bench->client, &client_end, HOST);
        heap_out(&client);
        heap_in(&server);
        servers[i] = open_connection(bench, bench->server, &server_end, NULL);
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
        SSL_free(clients[i]);
        SSL_free(servers[i]);
    }
    free(clients);
    free(servers);
}

int main(int argc, char **argv)
{
    static struct bench bench;

    bench.plan = plan_from(argc, argv);
    bench.method = pipe_method();
    bench.client = context_open(&bench.plan, 0);
    bench.server = context_open(&bench.plan, 1);
    pipe_open(&bench.to_server);
    pipe_open(&bench.to_client);

    if (strcmp(bench.plan.kind, "handshake") == 0) {
        measure_handshakes(&bench);
    } else if (strcmp(bench.plan.kind, "bulk") == 0) {
        measure_bulk(&bench);
    } else if (strcmp(bench.plan.kind, "resume") == 0 ||
               strcmp(bench.plan.kind, "resume-id") == 0 || is_early(&bench)) {
        measure_resumption(&bench);
    } else {
        CHECK(strcmp(bench.plan.kind, "memory") == 0, "kind");
        measure_memory(&bench);
    }

    SSL_CTX_free(bench.client);
    SSL_CTX_free(bench.server);
    BIO_meth_free(bench.method);
    free(bench.to_server.data);
    free(bench.to_client.data);
    return 0;
}
