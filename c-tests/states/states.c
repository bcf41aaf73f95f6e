/*
 * Prints the handshake states a program sees that steps through a handshake
 * with mbedtls_ssl_handshake_step(), at both ends, for one scenario.
 *
 *     states FOLDER SCENARIO
 *
 * FOLDER holds the test certificates. The two ends sit in this process and
 * pass their bytes through memory. Each end's states are printed apart: how
 * the ends take turns is the transport's business, not the handshake's. What
 * an end does besides stepping (reading a ticket, writing early data) stands
 * among its states, with what it returned. The scenarios are in scenarios.h.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include "scenarios12.h"
#if defined(HAVE_TLS12)
#include <mbedtls/ssl_cache.h>
#endif

#define PIPE_SIZE 65536
#define MAX_EVENTS 128

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

/* What happened at an end. */
struct event {
    const char *call;       /* NULL: a step of the handshake */
    int ret;                /* of the call */
    int state;              /* after the step or the call */
};

/* One end, and what its steps showed. */
struct end {
    const char *name;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    struct link link;
    struct event events[MAX_EVENTS];
    int count;
    int result;
};

/* Both ends and all they use. */
struct world {
    const struct scenario *scenario;
    struct pipe to_server;
    struct pipe to_client;
    struct end client;
    struct end server;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt ca;
    mbedtls_x509_crt server_crt;
    mbedtls_x509_crt client_crt;
    mbedtls_pk_context server_key;
    mbedtls_pk_context client_key;
    int again;              /* the client has come back */
#if defined(HAVE_TICKETS)
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_session session;
    int has_session;
#endif
#if defined(HAVE_TLS12)
    mbedtls_ssl_cache_context cache;
    const char *alpn[2][2];
#endif
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

/* Remembers a step, or what a call returned. */
static void note(struct end *end, const char *call, int ret)
{
    struct event *event = &end->events[end->count];

    if (end->count == MAX_EVENTS) {
        fprintf(stderr, "%s: too many states\n", end->name);
        exit(2);
    }
    event->call = call;
    event->ret = ret;
    event->state = end->ssl.MBEDTLS_PRIVATE(state);
    end->count++;
}

#if defined(HAVE_PSK)
/* The two halves of "identity:key". */
static void split_psk(const char *text, size_t *identity_len, const char **key)
{
    const char *colon = strchr(text, ':');

    if (colon == NULL) {
        die("a pre-shared key without identity", 0);
    }
    *identity_len = (size_t) (colon - text);
    *key = colon + 1;
}

static int find_psk(void *context, mbedtls_ssl_context *ssl,
                    const unsigned char *identity, size_t len)
{
    const char *text = context;
    const char *key;
    size_t known;

    split_psk(text, &known, &key);
    if (known != len || memcmp(text, identity, len) != 0) {
        return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
    }
    return mbedtls_ssl_set_hs_psk(ssl, (const unsigned char *) key,
                                  strlen(key));
}

static void configure_psk(struct world *world, struct end *end,
                          const char *text, int modes)
{
    const char *key;
    size_t len;

    if (modes != 0) {
        mbedtls_ssl_conf_tls13_key_exchange_modes(&end->conf, modes);
    }
    if (text == NULL) {
        return;
    }
    if (end == &world->server && world->scenario->by_callback) {
        mbedtls_ssl_conf_psk_cb(&end->conf, find_psk, (void *) text);
        return;
    }
    split_psk(text, &len, &key);
    must("conf_psk", mbedtls_ssl_conf_psk(&end->conf,
                                          (const unsigned char *) key,
                                          strlen(key),
                                          (const unsigned char *) text, len));
}
#endif

#if defined(HAVE_TICKETS)
static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *len, uint32_t *lifetime)
{
    struct world *world = context;

    return mbedtls_ssl_ticket_write(&world->tickets, session, start, end, len,
                                    lifetime);
}

static int parse_ticket(void *context, mbedtls_ssl_session *session,
                        unsigned char *data, size_t len)
{
    struct world *world = context;

    switch (world->scenario->parse) {
        case PARSE_NEW_KEYS:
            return MBEDTLS_ERR_SSL_INVALID_MAC;
        case PARSE_EXPIRED:
            return MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED;
        default:
            return mbedtls_ssl_ticket_parse(&world->tickets, session, data,
                                            len);
    }
}

static void configure_tickets(struct world *world)
{
    int count = world->scenario->tickets;

    mbedtls_ssl_conf_session_tickets(&world->client.conf,
                                     MBEDTLS_SSL_SESSION_TICKETS_ENABLED);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &world->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    mbedtls_ssl_conf_new_session_tickets(&world->server.conf,
                                         count < 0 ? 0 : (uint16_t) count);
    if (count != 0) {
        must("ticket_setup",
             mbedtls_ssl_ticket_setup(&world->tickets, mbedtls_ctr_drbg_random,
                                      &world->drbg, MBEDTLS_CIPHER_AES_256_GCM,
                                      86400));
        mbedtls_ssl_conf_session_tickets_cb(&world->server.conf, write_ticket,
                                            parse_ticket, world);
    }
}

/*
 * Reads as long as tickets come, and keeps the last one. 3.6.6 says WANT_READ
 * between reading a ticket and telling of it.
 */
static void read_tickets(struct world *world)
{
    mbedtls_ssl_context *ssl = &world->client.ssl;
    unsigned char byte;
    int ret;

    do {
        ret = mbedtls_ssl_read(ssl, &byte, 1);
        if (ret != MBEDTLS_ERR_SSL_WANT_READ) {
            note(&world->client, "read", ret);
        }
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            mbedtls_ssl_session_free(&world->session);
            mbedtls_ssl_session_init(&world->session);
            ret = mbedtls_ssl_get_session(ssl, &world->session);
            note(&world->client, "get_session", ret);
            world->has_session = ret == 0;
        }
    } while (ret == 0 ||
             (ret == MBEDTLS_ERR_SSL_WANT_READ &&
              ssl->MBEDTLS_PRIVATE(state) != MBEDTLS_SSL_HANDSHAKE_OVER));
    note(&world->client, "read", ret);
}
#endif

#if defined(HAVE_TLS12)
/* Of TLS 1.2 the session is there when the handshake is over. */
static void keep_session(struct world *world)
{
    int ret;

    mbedtls_ssl_session_free(&world->session);
    mbedtls_ssl_session_init(&world->session);
    ret = mbedtls_ssl_get_session(&world->client.ssl, &world->session);
    note(&world->client, "get_session", ret);
    world->has_session = ret == 0;
}
#endif

#if defined(HAVE_EARLY_DATA)
#define EARLY_LIMIT 64

static void configure_early_data(struct world *world)
{
    enum early early = world->scenario->early;
    int client = early != EARLY_NONE &&
                 !(world->again && early == EARLY_CLIENT_OFF);
    int server = early != EARLY_NONE &&
                 !(world->again && early == EARLY_SERVER_OFF);

    mbedtls_ssl_conf_early_data(&world->client.conf,
                                client ? MBEDTLS_SSL_EARLY_DATA_ENABLED
                                       : MBEDTLS_SSL_EARLY_DATA_DISABLED);
    mbedtls_ssl_conf_early_data(&world->server.conf,
                                server ? MBEDTLS_SSL_EARLY_DATA_ENABLED
                                       : MBEDTLS_SSL_EARLY_DATA_DISABLED);
    mbedtls_ssl_conf_max_early_data_size(&world->server.conf, EARLY_LIMIT);
}

static void write_early(struct world *world, size_t len)
{
    static const unsigned char data[EARLY_LIMIT + 1] = { 'e' };

    note(&world->client, "write_early_data",
         mbedtls_ssl_write_early_data(&world->client.ssl, data, len));
}

static void read_early(struct end *end)
{
    unsigned char data[EARLY_LIMIT + 1];
    int ret;

    do {
        ret = mbedtls_ssl_read_early_data(&end->ssl, data, sizeof(data));
        note(end, "read_early_data", ret);
    } while (ret > 0);
}
#endif

static void configure_versions(struct end *end, enum versions versions)
{
    mbedtls_ssl_conf_min_tls_version(&end->conf, versions == ONLY_13 ?
                                     MBEDTLS_SSL_VERSION_TLS1_3 :
                                     MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_max_tls_version(&end->conf, versions == ONLY_12 ?
                                     MBEDTLS_SSL_VERSION_TLS1_2 :
                                     MBEDTLS_SSL_VERSION_TLS1_3);
}

#if defined(HAVE_TLS12)
static void configure_alpn(struct end *end, const char *name,
                           const char **list)
{
    if (name != NULL) {
        list[0] = name;
        list[1] = NULL;
        must("alpn", mbedtls_ssl_conf_alpn_protocols(&end->conf, list));
    }
}

/* What only scenarios of TLS 1.2 set. */
static void configure_tls12(struct world *world)
{
    const struct scenario *scenario = world->scenario;

    if (scenario->client_suites != NULL) {
        mbedtls_ssl_conf_ciphersuites(&world->client.conf,
                                      scenario->client_suites);
    }
    configure_alpn(&world->client, scenario->client_alpn, world->alpn[0]);
    configure_alpn(&world->server, scenario->server_alpn, world->alpn[1]);
    if (scenario->cache) {
        mbedtls_ssl_conf_session_cache(&world->server.conf, &world->cache,
                                       mbedtls_ssl_cache_get,
                                       mbedtls_ssl_cache_set);
    }
#if defined(MBEDTLS_SSL_RENEGOTIATION)
    mbedtls_ssl_conf_renegotiation(&world->client.conf,
                                   scenario->client_renegotiates);
    mbedtls_ssl_conf_renegotiation(&world->server.conf,
                                   scenario->server_renegotiates);
#endif
}
#endif

static const uint16_t both_groups[] = {
    MBEDTLS_SSL_IANA_TLS_GROUP_X25519, MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0
};

static void configure(struct end *end, int endpoint,
                      mbedtls_ctr_drbg_context *drbg, mbedtls_x509_crt *ca,
                      const uint16_t *groups)
{
    mbedtls_ssl_config_init(&end->conf);
    must("config_defaults",
         mbedtls_ssl_config_defaults(&end->conf, endpoint,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&end->conf, mbedtls_ctr_drbg_random, drbg);
    mbedtls_ssl_conf_ca_chain(&end->conf, ca, NULL);
    mbedtls_ssl_conf_groups(&end->conf, groups == NULL ? both_groups : groups);
}

#if defined(MBEDTLS_SSL_RENEGOTIATION) && defined(HAVE_TLS12)
/* Reads whatever comes; a new handshake may begin in there. */
static void read_some(struct end *end)
{
    unsigned char data[16];
    int ret;

    do {
        ret = mbedtls_ssl_read(&end->ssl, data, sizeof(data));
        note(end, "read", ret);
    } while (ret > 0);
}

static void write_some(struct end *end)
{
    note(end, "write", mbedtls_ssl_write(&end->ssl,
                                         (const unsigned char *) "data", 4));
}
#endif

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
            note(end, NULL, 0);
            moved = 1;
        }
        if (waits) {
            break;
        }
#if defined(HAVE_EARLY_DATA)
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            read_early(end);
            continue;
        }
#endif
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
        note(end, NULL, 0);
    }
}

static void print_end(const struct end *end)
{
    int i;

    printf("%s\n", end->name);
    for (i = 0; i < end->count; i++) {
        const struct event *event = &end->events[i];

        printf("  %2d %s", event->state, state_name(event->state));
        if (event->call != NULL) {
            printf(" after %s: %s0x%04x", event->call,
                   event->ret < 0 ? "-" : "",
                   (unsigned) (event->ret < 0 ? -event->ret : event->ret));
        }
        printf("\n");
    }
    if (end->result != 0) {
        printf("  error -0x%04x\n", (unsigned) -end->result);
    }
}

static void open_end(struct end *end, struct pipe *in, struct pipe *out)
{
    in->start = in->end = 0;
    end->link.in = in;
    end->link.out = out;
    end->count = 0;
    end->result = 0;
    mbedtls_ssl_init(&end->ssl);
    must("setup", mbedtls_ssl_setup(&end->ssl, &end->conf));
    mbedtls_ssl_set_bio(&end->ssl, &end->link, link_send, link_recv, NULL);
}

/* Both ends step until neither moves. */
static void step_ends(struct world *world)
{
    for (;;) {
        int moved = advance(&world->client);

        if (!advance(&world->server) && !moved) {
            break;
        }
    }
    finish(&world->client);
    finish(&world->server);
}

#if defined(MBEDTLS_SSL_RENEGOTIATION) && defined(HAVE_TLS12)
/*
 * A new handshake on the connection: asked for, begun by whoever reads that,
 * then stepped through like the first; after it data go both ways.
 */
static void renegotiate(struct world *world)
{
    struct end *client = &world->client, *server = &world->server;
    enum renegotiation how = world->scenario->renegotiation;
    struct end *asks = server;

    if (client->result != 0 || server->result != 0) {
        return;
    }
    if (how == RENEGOTIATE_CLIENT || how == RENEGOTIATE_CLIENT_DATA) {
        asks = client;
    }
    if (how == RENEGOTIATE_CLIENT_DATA) {
        write_some(server);
    }
    note(asks, "renegotiate", mbedtls_ssl_renegotiate(&asks->ssl));
    if (how == RENEGOTIATE_SERVER_DATA) {
        write_some(client);
    }
    if (asks == server || how == RENEGOTIATE_CLIENT_DATA) {
        read_some(client);
    }
    read_some(server);
    step_ends(world);
    if (client->result == 0 && server->result == 0) {
        write_some(client);
        read_some(server);
        write_some(server);
        read_some(client);
    }
}
#endif

/* One connection, until neither end moves. */
static void connect_ends(struct world *world)
{
    struct end *client = &world->client, *server = &world->server;

    open_end(client, &world->to_client, &world->to_server);
    open_end(server, &world->to_server, &world->to_client);
    must("hostname", mbedtls_ssl_set_hostname(&client->ssl, "localhost"));
#if defined(HAVE_TICKETS)
    if (world->again) {
        must("set_session", mbedtls_ssl_set_session(&client->ssl,
                                                    &world->session));
    }
#endif
    note(client, NULL, 0);
    note(server, NULL, 0);
#if defined(HAVE_EARLY_DATA)
    if (world->again && world->scenario->early != EARLY_NONE &&
        world->scenario->early != EARLY_UNUSED) {
        write_early(world, world->scenario->early == EARLY_TOO_LONG ?
                    EARLY_LIMIT + 1 : 5);
        if (world->scenario->early == EARLY_TWICE ||
            world->scenario->early == EARLY_TOO_LONG) {
            advance(server);
            write_early(world, 7);
        }
    }
#endif
    step_ends(world);
#if defined(HAVE_EARLY_DATA)
    if (world->again && world->scenario->early != EARLY_NONE) {
        note(client, "get_early_data_status",
             mbedtls_ssl_get_early_data_status(&client->ssl));
        write_early(world, 1);
    }
#endif
#if defined(HAVE_TLS12)
    if (mbedtls_ssl_get_version_number(&client->ssl) ==
        MBEDTLS_SSL_VERSION_TLS1_2) {
        if (world->scenario->resumes && client->result == 0) {
            keep_session(world);
        }
#if defined(MBEDTLS_SSL_RENEGOTIATION)
        if (world->scenario->renegotiation != RENEGOTIATE_NOT) {
            renegotiate(world);
        }
#endif
        return;
    }
#endif
#if defined(HAVE_TICKETS)
    if (world->scenario->tickets != 0 && client->result == 0) {
        read_tickets(world);
    }
#endif
}

static void close_ends(struct world *world)
{
    mbedtls_ssl_free(&world->client.ssl);
    mbedtls_ssl_free(&world->server.ssl);
}

static void world_open(struct world *world, const char *folder)
{
    const struct scenario *scenario = world->scenario;
    char path[1024];

    world->client.name = "client";
    world->server.name = "server";
    mbedtls_entropy_init(&world->entropy);
    mbedtls_ctr_drbg_init(&world->drbg);
    mbedtls_x509_crt_init(&world->ca);
    mbedtls_x509_crt_init(&world->server_crt);
    mbedtls_x509_crt_init(&world->client_crt);
    mbedtls_pk_init(&world->server_key);
    mbedtls_pk_init(&world->client_key);
#if defined(HAVE_TICKETS)
    mbedtls_ssl_ticket_init(&world->tickets);
    mbedtls_ssl_session_init(&world->session);
#endif
#if defined(HAVE_TLS12)
    mbedtls_ssl_cache_init(&world->cache);
#endif
    must("ctr_drbg_seed", mbedtls_ctr_drbg_seed(&world->drbg,
                                                mbedtls_entropy_func,
                                                &world->entropy, NULL, 0));
    snprintf(path, sizeof(path), "%s/ca.crt", folder);
    must(path, mbedtls_x509_crt_parse_file(&world->ca, path));
    parse_pair(folder, "client", &world->client_crt, &world->client_key,
               &world->drbg);
    configure(&world->client, MBEDTLS_SSL_IS_CLIENT, &world->drbg, &world->ca,
              scenario->client_groups);
    configure(&world->server, MBEDTLS_SSL_IS_SERVER, &world->drbg, &world->ca,
              scenario->server_groups);
    configure_versions(&world->client, scenario->client_versions);
    configure_versions(&world->server, scenario->server_versions);
    mbedtls_ssl_conf_authmode(&world->server.conf, scenario->server_authmode);
    if (!scenario->no_server_cert) {
        parse_pair(folder, scenario->server_cert == NULL ?
                   "p256" : scenario->server_cert, &world->server_crt,
                   &world->server_key, &world->drbg);
        must("own_cert", mbedtls_ssl_conf_own_cert(&world->server.conf,
                                                   &world->server_crt,
                                                   &world->server_key));
    }
    if (scenario->server_suites != NULL) {
        mbedtls_ssl_conf_ciphersuites(&world->server.conf,
                                      scenario->server_suites);
    }
    if (scenario->client_has_cert) {
        must("own_cert", mbedtls_ssl_conf_own_cert(&world->client.conf,
                                                   &world->client_crt,
                                                   &world->client_key));
    }
}

static void world_close(struct world *world)
{
    mbedtls_ssl_config_free(&world->client.conf);
    mbedtls_ssl_config_free(&world->server.conf);
#if defined(HAVE_TICKETS)
    mbedtls_ssl_ticket_free(&world->tickets);
    mbedtls_ssl_session_free(&world->session);
#endif
#if defined(HAVE_TLS12)
    mbedtls_ssl_cache_free(&world->cache);
#endif
    mbedtls_x509_crt_free(&world->ca);
    mbedtls_x509_crt_free(&world->server_crt);
    mbedtls_x509_crt_free(&world->client_crt);
    mbedtls_pk_free(&world->server_key);
    mbedtls_pk_free(&world->client_key);
    mbedtls_ctr_drbg_free(&world->drbg);
    mbedtls_entropy_free(&world->entropy);
}

#if defined(HAVE_TICKETS)
/* The client comes back with its ticket. */
static void come_back(struct world *world)
{
    const struct scenario *scenario = world->scenario;

    if (!world->has_session) {
        die("the first connection brought no ticket", 0);
    }
    close_ends(world);
    world->again = 1;
    if (scenario->then_server_groups != NULL) {
        mbedtls_ssl_conf_groups(&world->server.conf,
                                scenario->then_server_groups);
    }
    if (scenario->then_server_suites != NULL) {
        mbedtls_ssl_conf_ciphersuites(&world->server.conf,
                                      scenario->then_server_suites);
    }
    if (scenario->then_client_modes != 0) {
        mbedtls_ssl_conf_tls13_key_exchange_modes(&world->client.conf,
                                                  scenario->then_client_modes);
    }
#if defined(HAVE_TLS12)
    if (scenario->then_client_versions != 0) {
        configure_versions(&world->client, scenario->then_client_versions);
    }
    if (scenario->forgets) {
        mbedtls_ssl_cache_free(&world->cache);
        mbedtls_ssl_cache_init(&world->cache);
    }
#endif
#if defined(HAVE_EARLY_DATA)
    configure_early_data(world);
#endif
    connect_ends(world);
}
#endif

static void play(const struct scenario *scenario, const char *folder)
{
    static struct world world;

    world.scenario = scenario;
    world_open(&world, folder);
#if defined(HAVE_PSK)
    configure_psk(&world, &world.client, scenario->client_psk,
                  scenario->client_modes);
    configure_psk(&world, &world.server, scenario->server_psk,
                  scenario->server_modes);
#endif
#if defined(HAVE_TICKETS)
    configure_tickets(&world);
#endif
#if defined(HAVE_EARLY_DATA)
    configure_early_data(&world);
#endif
#if defined(HAVE_TLS12)
    configure_tls12(&world);
#endif
    connect_ends(&world);
#if defined(HAVE_TICKETS)
    if (scenario->resumes) {
        come_back(&world);
    }
#endif
    print_end(&world.client);
    print_end(&world.server);
    close_ends(&world);
    world_close(&world);
}

/* Scenario number `at` of all there are; NULL after the last. */
static const struct scenario *scenario_at(size_t at)
{
    size_t count = sizeof(scenarios) / sizeof(scenarios[0]);
    size_t count12 = sizeof(scenarios12) / sizeof(scenarios12[0]);

    if (at < count) {
        return &scenarios[at];
    }
    at -= count;
    return at < count12 && scenarios12[at].name != NULL ? &scenarios12[at]
                                                        : NULL;
}

int main(int argc, char **argv)
{
    const struct scenario *scenario;
    size_t i;

    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (i = 0; (scenario = scenario_at(i)) != NULL; i++) {
            printf("%s\n", scenario->name);
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
    for (i = 0; (scenario = scenario_at(i)) != NULL; i++) {
        if (strcmp(argv[2], scenario->name) == 0) {
            play(scenario, argv[1]);
            return 0;
        }
    }
    fprintf(stderr, "no scenario \"%s\"\n", argv[2]);
    return 2;
}
