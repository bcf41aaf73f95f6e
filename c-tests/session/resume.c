/*
 * Resumption by tickets: what a program does for it, and what a resumed
 * connection tells of its peer.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ticket.h>

static const char *folder;
static mbedtls_ssl_ticket_context keys;

/* What the callbacks saw since the last connection. */
static int verified;
static int written;
static int parsed;
static int parse_code;
/* What they return in place of success. */
static int refuse_write;
static int refuse_parse;

static int count_verify(void *context, mbedtls_x509_crt *crt, int depth,
                        uint32_t *flags)
{
    (void) context;
    (void) crt;
    (void) flags;
    if (depth == 0) {
        verified++;
    }
    return 0;
}

static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *tlen, uint32_t *lifetime)
{
    written++;
    check("a server's session",
          session->MBEDTLS_PRIVATE(endpoint) == MBEDTLS_SSL_IS_SERVER);
    if (refuse_write != 0) {
        return refuse_write;
    }
    return mbedtls_ssl_ticket_write(context, session, start, end, tlen,
                                    lifetime);
}

static int parse_ticket(void *context, mbedtls_ssl_session *session,
                        unsigned char *buf, size_t len)
{
    parsed++;
    if (refuse_parse != 0) {
        return refuse_parse;
    }
    parse_code = mbedtls_ssl_ticket_parse(context, session, buf, len);
    return parse_code;
}

static struct both *new_both(void)
{
    static const int one_suite[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };
    struct both *both = both_new(folder, "p256");

    mbedtls_ssl_conf_ciphersuites(&both->client.conf, one_suite);
    mbedtls_ssl_conf_verify(&both->client.conf, count_verify, NULL);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(
             &keys, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 86400));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf, write_ticket,
                                        parse_ticket, &keys);
    return both;
}

static void end_both(struct both *both)
{
    both_free(both);
    mbedtls_ssl_ticket_free(&keys);
    refuse_write = refuse_parse = 0;
}

static void again(struct both *both)
{
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
}

/* A handshake, and what came of it. */
static void connect_and_tell(struct both *both, const char *what)
{
    int client, server;
    const mbedtls_x509_crt *crt;

    verified = written = parsed = 0;
    parse_code = 1;
    both_handshake(both, &client, &server);
    printf("%s: client -0x%04x server -0x%04x\n", what, (unsigned) -client,
           (unsigned) -server);
    printf("  %s, tickets written %d parsed %d\n",
           client != 0 ? "not connected" : verified ? "full" : "resumed",
           written, parsed);
    if (client != 0 || server != 0) {
        return;
    }
    crt = mbedtls_ssl_get_peer_cert(&both->client.ssl);
    printf("  client: suite %s peer %d flags 0x%x\n",
           mbedtls_ssl_get_ciphersuite(&both->client.ssl), crt != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl));
    crt = mbedtls_ssl_get_peer_cert(&both->server.ssl);
    printf("  server: suite %s peer %d flags 0x%x\n",
           mbedtls_ssl_get_ciphersuite(&both->server.ssl), crt != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&both->server.ssl));
}

/* A read at the client; 3.6 needs two for a ticket. */
static int read_client(struct both *both)
{
    unsigned char data[16];
    int ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));

    if (ret == MBEDTLS_ERR_SSL_WANT_READ) {
        ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
    }
    return ret;
}

/* Reads at the client until there is nothing more, and counts tickets. */
static int tickets(struct both *both)
{
    int ret, count = 0;

    do {
        ret = read_client(both);
        count += ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET;
    } while (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET);
    check("nothing more to read", ret == MBEDTLS_ERR_SSL_WANT_READ);
    return count;
}

static void facts(const mbedtls_ssl_session *session)
{
    printf("  session: version 0x%x suite 0x%x %s lifetime %u flags 0x%x\n",
           (unsigned) session->MBEDTLS_PRIVATE(tls_version),
           (unsigned) session->MBEDTLS_PRIVATE(ciphersuite),
           session->MBEDTLS_PRIVATE(ticket) ? "a ticket" : "no ticket",
           (unsigned) session->MBEDTLS_PRIVATE(ticket_lifetime),
           session->MBEDTLS_PRIVATE(ticket_flags));
    printf("  ticket of some length %d\n",
           session->MBEDTLS_PRIVATE(ticket_len) > 34);
}

/* A session with a ticket, and a context that is ready for the next. */
static void first(struct both *both, mbedtls_ssl_session *session)
{
    mbedtls_ssl_session_init(session);
    both_connect(both);
    check("a ticket comes", tickets(both) > 0);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, session));
    again(both);
}

static void plain(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session, saved;
    unsigned char blob[8192];
    size_t len;
    int i;

    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_session_init(&saved);
    both_setup(both);
    connect_and_tell(both, "a first connection");
    printf("  tickets %d\n", tickets(both));
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  get again", mbedtls_ssl_get_session(&both->client.ssl, &saved));
    facts(&session);
    for (i = 0; i < 3; i++) {
        again(both);
        show("  set", mbedtls_ssl_set_session(&both->client.ssl, &session));
        connect_and_tell(both, "the same ticket again");
        both_transfer(both, &both->client, "hello", 5);
    }
    printf("  tickets %d\n", tickets(both));
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    facts(&session);
    again(both);
    must("save", mbedtls_ssl_session_save(&session, blob, sizeof(blob),
                                          &len));
    show("  load", mbedtls_ssl_session_load(&saved, blob, len));
    facts(&saved);
    show("  set", mbedtls_ssl_set_session(&both->client.ssl, &saved));
    connect_and_tell(both, "the new ticket, saved and loaded");
    again(both);
    connect_and_tell(both, "nothing set");
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&saved);
    end_both(both);
}

/* Fetched between connections without any new ticket. */
static void before_a_ticket(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session, later;

    mbedtls_ssl_session_init(&later);
    both_setup(both);
    first(both, &session);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "resumed");
    show("  get before a read", mbedtls_ssl_get_session(&both->client.ssl,
                                                        &later));
    facts(&later);
    again(both);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &later));
    connect_and_tell(both, "resumed with what was there");
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&later);
    end_both(both);
}

static void several(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;
    int i;

    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_conf_new_session_tickets(&both->server.conf, 3);
    both_setup(both);
    connect_and_tell(both, "three tickets");
    for (i = 0; i < 3; i++) {
        show("  read", read_client(both));
        show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
        show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    }
    show("  read", read_client(both));
    facts(&session);
    again(both);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "the third");
    printf("  tickets %d\n", tickets(both));
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both();
    mbedtls_ssl_conf_new_session_tickets(&both->server.conf, 0);
    both_setup(both);
    connect_and_tell(both, "no tickets");
    printf("  tickets %d\n", tickets(both));
    end_both(both);

    both = new_both();
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf, NULL, NULL, NULL);
    both_setup(both);
    connect_and_tell(both, "no callbacks");
    printf("  tickets %d\n", tickets(both));
    end_both(both);
}

static void unasked(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;

    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED);
    both_setup(both);
    connect_and_tell(both, "nobody asked to be told");
    show("  read", read_client(both));
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    facts(&session);
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void refused(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;
    static const int codes[] = { -1, 1, MBEDTLS_ERR_SSL_INVALID_MAC,
                                 MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED };
    static const unsigned char key[32] = "a key that is not the one it was";
    size_t i;

    both_setup(both);
    first(both, &session);
    for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        refuse_parse = codes[i];
        must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
        connect_and_tell(both, "the callback refuses");
        both_transfer(both, &both->client, "hello", 5);
        again(both);
    }
    refuse_parse = 0;
    must("rotate", mbedtls_ssl_ticket_rotate(
             &keys, (const unsigned char *) "name", 4, key, 32, 86400));
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "keys changed once");
    again(both);
    must("rotate", mbedtls_ssl_ticket_rotate(
             &keys, (const unsigned char *) "next", 4, key, 32, 86400));
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "keys changed twice");
    printf("  parsed with -0x%04x\n", (unsigned) -parse_code);
    again(both);
    /* A changed ticket. */
    session.MBEDTLS_PRIVATE(ticket)[20] ^= 1;
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "a changed ticket");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void unwritten(void)
{
    struct both *both = new_both();

    refuse_write = -1;
    both_setup(both);
    connect_and_tell(both, "the callback writes no ticket");
    end_both(both);
}

static void names(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;

    mbedtls_ssl_conf_authmode(&both->client.conf,
                              MBEDTLS_SSL_VERIFY_OPTIONAL);
    both_setup(both);
    first(both, &session);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, "other"));
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "another name");
    again(both);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, NULL));
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "no name");
    again(both);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "the same name");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void client_certificates(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;

    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    both_setup(both);
    mbedtls_ssl_session_init(&session);
    connect_and_tell(both, "a client with a certificate");
    check("a ticket comes", tickets(both) == 1);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    again(both);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "resumed");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void stricter(void)
{
    struct both *both = new_both();
    mbedtls_ssl_session session;

    /* The session was made without asking for a certificate. */
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "the server has become stricter");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both();
    mbedtls_ssl_conf_authmode(&both->client.conf, MBEDTLS_SSL_VERIFY_NONE);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_authmode(&both->client.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    connect_and_tell(both, "the client has become stricter");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

/* The ways that a client and a server allow. */
static void modes(void)
{
    static const struct {
        const char *what;
        int client, server;
    } table[] = {
        { "psk_ke at the client", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK |
            MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL,
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL },
        { "psk_ke at the server", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL,
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK |
              MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL },
        { "psk_dhe_ke", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL,
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL },
        { "none at the client",
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL,
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL },
        { "none at the server", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL,
          MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL },
    };
    size_t i;

    for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct both *both = new_both();
        mbedtls_ssl_session session;
        int count;

        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf,
                                                  table[i].client);
        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf,
                                                  table[i].server);
        mbedtls_ssl_session_init(&session);
        both_setup(both);
        connect_and_tell(both, table[i].what);
        count = tickets(both);
        printf("  tickets %d\n", count);
        if (count != 0) {
            must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
            facts(&session);
            again(both);
            must("set", mbedtls_ssl_set_session(&both->client.ssl,
                                                &session));
            connect_and_tell(both, "  and again");
        }
        mbedtls_ssl_session_free(&session);
        end_both(both);
    }
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    plain();
    before_a_ticket();
    several();
    unasked();
    refused();
    unwritten();
    names();
    client_certificates();
    stricter();
    modes();
    return 0;
}
