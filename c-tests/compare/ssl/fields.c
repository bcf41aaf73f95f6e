/*
 * Private fields that real programs read, and those that inline functions of
 * 3.6.6 read in programs already compiled: in the course of a handshake.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/platform_time.h>

static int is_zero(const unsigned char *data, size_t len)
{
    while (len > 0) {
        if (data[--len] != 0) {
            return 0;
        }
    }
    return 1;
}

static void show_conf(const char *when, const mbedtls_ssl_config *conf)
{
    printf("%s: conf: versions %04x %04x endpoint %d authmode %d user %p "
           "cert_cb %d hints %d\n", when,
           (unsigned) conf->MBEDTLS_PRIVATE(min_tls_version),
           (unsigned) conf->MBEDTLS_PRIVATE(max_tls_version),
           conf->MBEDTLS_PRIVATE(endpoint), conf->MBEDTLS_PRIVATE(authmode),
           conf->MBEDTLS_PRIVATE(user_data).p,
           conf->MBEDTLS_PRIVATE(f_cert_cb) != NULL,
           conf->MBEDTLS_PRIVATE(dn_hints) != NULL);
}

static void show_session(const char *when, const mbedtls_ssl_session *session)
{
    mbedtls_time_t age;

    if (session == NULL) {
        printf("%s: no session\n", when);
        return;
    }
    age = time(NULL) - session->MBEDTLS_PRIVATE(start);
    printf("%s: session: exported %d endpoint %d version %04x started %d "
           "suite %04x id %u %d master %d peer %d ticket %d %u flags %x\n",
           when, session->MBEDTLS_PRIVATE(exported),
           session->MBEDTLS_PRIVATE(endpoint),
           (unsigned) session->MBEDTLS_PRIVATE(tls_version),
           age >= 0 && age < 60,
           (unsigned) session->MBEDTLS_PRIVATE(ciphersuite),
           (unsigned) session->MBEDTLS_PRIVATE(id_len),
           is_zero(session->MBEDTLS_PRIVATE(id), 32),
           is_zero(session->MBEDTLS_PRIVATE(master), 48),
           session->MBEDTLS_PRIVATE(peer_cert) != NULL,
           session->MBEDTLS_PRIVATE(ticket) != NULL
           && session->MBEDTLS_PRIVATE(ticket_len) > 0,
           (unsigned) session->MBEDTLS_PRIVATE(ticket_lifetime),
           (unsigned) session->MBEDTLS_PRIVATE(ticket_flags));
}

static void show_end(const char *when, struct end *end)
{
    mbedtls_ssl_context *ssl = &end->ssl;
    char name[64];

    snprintf(name, sizeof(name), "%s, %s", when, end->name);
    printf("%s: conf %d state %d version %04x send %d recv %d bio %d host %s "
           "user %p\n", name,
           ssl->MBEDTLS_PRIVATE(conf) == &end->conf,
           ssl->MBEDTLS_PRIVATE(state),
           (unsigned) ssl->MBEDTLS_PRIVATE(tls_version),
           ssl->MBEDTLS_PRIVATE(f_send) == end_send,
           ssl->MBEDTLS_PRIVATE(f_recv) == end_recv,
           ssl->MBEDTLS_PRIVATE(p_bio) == end,
           ssl->MBEDTLS_PRIVATE(hostname) == NULL
           ? "-" : ssl->MBEDTLS_PRIVATE(hostname),
           ssl->MBEDTLS_PRIVATE(user_data).p);
    show_session(name, ssl->MBEDTLS_PRIVATE(session));
}

/* A program that looks while the library is at work. */
static int verify(void *context, mbedtls_x509_crt *crt, int depth,
                  uint32_t *flags)
{
    struct end *end = context;
    mbedtls_ssl_context *ssl = &end->ssl;

    printf("verify at %d: flags %x state %d version %04x host %s\n", depth,
           (unsigned) *flags, ssl->MBEDTLS_PRIVATE(state),
           (unsigned) ssl->MBEDTLS_PRIVATE(tls_version),
           ssl->MBEDTLS_PRIVATE(hostname));
    printf("  ext %x usage %x sig %u md %d pk %d opts %d\n",
           (unsigned) crt->MBEDTLS_PRIVATE(ext_types),
           crt->MBEDTLS_PRIVATE(key_usage),
           crt->MBEDTLS_PRIVATE(sig).len > 0,
           (int) crt->MBEDTLS_PRIVATE(sig_md),
           (int) crt->MBEDTLS_PRIVATE(sig_pk),
           crt->MBEDTLS_PRIVATE(sig_opts) != NULL);
    return 0;
}

static int choose(mbedtls_ssl_context *ssl)
{
    const mbedtls_ssl_config *conf = ssl->MBEDTLS_PRIVATE(conf);

    printf("choose: state %d version %04x endpoint %d\n",
           ssl->MBEDTLS_PRIVATE(state),
           (unsigned) ssl->MBEDTLS_PRIVATE(tls_version),
           conf->MBEDTLS_PRIVATE(endpoint));
    return 0;
}

/* Both ends agree on what only one of them could know by itself. */
static void show_agreement(struct both *both)
{
    const mbedtls_ssl_session *client, *server;

    client = both->client.ssl.MBEDTLS_PRIVATE(session);
    server = both->server.ssl.MBEDTLS_PRIVATE(session);
    if (client == NULL || server == NULL) {
        return;
    }
    printf("the same: suite %d id %d master %d\n",
           client->MBEDTLS_PRIVATE(ciphersuite)
           == server->MBEDTLS_PRIVATE(ciphersuite),
           client->MBEDTLS_PRIVATE(id_len) == server->MBEDTLS_PRIVATE(id_len)
           && memcmp(client->MBEDTLS_PRIVATE(id), server->MBEDTLS_PRIVATE(id),
                     32) == 0,
           memcmp(client->MBEDTLS_PRIVATE(master),
                  server->MBEDTLS_PRIVATE(master), 48) == 0);
}

static void connection(const char *folder, mbedtls_ssl_protocol_version version)
{
    static const int suites[] = {
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    mbedtls_ssl_cache_context cache;
    struct both *both;
    mbedtls_ssl_session saved;
    mbedtls_x509_crt *peer;
    int number = 0;

    printf("TLS %04x\n", (unsigned) version);
    both_version = version;
    both = both_new(folder, "p256");
    both_client_cert(both, "client");
    show_conf("client", &both->client.conf);
    show_conf("server", &both->server.conf);
    mbedtls_ssl_cache_init(&cache);
    mbedtls_ssl_conf_session_cache(&both->server.conf, &cache,
                                   mbedtls_ssl_cache_get,
                                   mbedtls_ssl_cache_set);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
    mbedtls_ssl_conf_set_user_data_p(&both->client.conf, NULL);
    mbedtls_ssl_conf_verify(&both->client.conf, verify, &both->client);
    mbedtls_ssl_conf_cert_cb(&both->server.conf, choose);
    mbedtls_ssl_conf_dn_hints(&both->server.conf, &both->ca);
    show_conf("server", &both->server.conf);

    mbedtls_ssl_set_user_data_p(&both->client.ssl, NULL);
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    show_end("at first", &both->client);
    show_end("at first", &both->server);
    both_connect(both);
    show_end("connected", &both->client);
    show_end("connected", &both->server);
    show_agreement(both);
    peer = both->client.ssl.MBEDTLS_PRIVATE(session)
           ->MBEDTLS_PRIVATE(peer_cert);
    printf("the peer's: %d\n", peer != NULL
           && peer->raw.len == both->server_pair.crt.raw.len
           && memcmp(peer->raw.p, both->server_pair.crt.raw.p,
                     peer->raw.len) == 0);
    both_transfer(both, &both->client, "abc", 3);
    both_transfer(both, &both->server, "abc", 3);

    mbedtls_ssl_session_init(&saved);
    show_session("nothing", &saved);
    must("a session", mbedtls_ssl_get_session(&both->client.ssl, &saved));
    show_session("saved", &saved);
    mbedtls_ssl_session_free(&saved);
    show_session("freed", &saved);

    show("close", mbedtls_ssl_close_notify(&both->client.ssl));
    show_end("closed", &both->client);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    show_end("reset", &both->client);
    mbedtls_ssl_set_bio(&both->client.ssl, &number, end_send, NULL, NULL);
    printf("another bio: %d\n",
           both->client.ssl.MBEDTLS_PRIVATE(p_bio) == &number
           && both->client.ssl.MBEDTLS_PRIVATE(f_recv) == NULL);
    show("no name", mbedtls_ssl_set_hostname(&both->client.ssl, NULL));
    printf("%d\n", both->client.ssl.MBEDTLS_PRIVATE(hostname) == NULL);
    both_free(both);
    mbedtls_ssl_cache_free(&cache);
    printf("freed: %d\n", both->client.ssl.MBEDTLS_PRIVATE(conf) == NULL
           && both->client.ssl.MBEDTLS_PRIVATE(session) == NULL);
}

/* What a program's own callback for tickets is given. */
static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *len, uint32_t *lifetime)
{
    mbedtls_ms_time_t age;

    printf("to be written: endpoint %d version %04x suite %04x master %d "
           "flags %x\n", session->MBEDTLS_PRIVATE(endpoint),
           (unsigned) session->MBEDTLS_PRIVATE(tls_version),
           (unsigned) session->MBEDTLS_PRIVATE(ciphersuite),
           is_zero(session->MBEDTLS_PRIVATE(master), 48),
           (unsigned) session->MBEDTLS_PRIVATE(ticket_flags));
    if (session->MBEDTLS_PRIVATE(tls_version) == MBEDTLS_SSL_VERSION_TLS1_3) {
        age = mbedtls_ms_time()
              - session->MBEDTLS_PRIVATE(ticket_creation_time);
        printf("made now: %d\n", age >= 0 && age < 60000);
    }
    return mbedtls_ssl_ticket_write(context, session, start, end, len,
                                    lifetime);
}

/* With a ticket: what it is, how old, and what for. */
static void ticket(const char *folder, mbedtls_ssl_protocol_version version)
{
    static const int suites[] = {
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    static mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_session session;
    unsigned char byte;
    struct both *both;

    printf("ticket of TLS %04x\n", (unsigned) version);
    both_version = version;
    both = both_new(folder, "p256");
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
    mbedtls_ssl_ticket_init(&tickets);
    must("tickets", mbedtls_ssl_ticket_setup(
             &tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 7200));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        write_ticket,
                                        mbedtls_ssl_ticket_parse, &tickets);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_connect(both);
    /* What comes after the handshake of TLS 1.3; 3.6.6 needs two reads. */
    check("no data", mbedtls_ssl_read(&both->client.ssl, &byte, 1) < 0);
    check("no data", mbedtls_ssl_read(&both->client.ssl, &byte, 1) < 0);
    mbedtls_ssl_session_init(&session);
    must("a session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show_session("with a ticket", &session);
    printf("an age of its own: %d\n",
           session.MBEDTLS_PRIVATE(ticket_age_add) != 0);
    mbedtls_ssl_session_free(&session);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    connection(folder, MBEDTLS_SSL_VERSION_TLS1_3);
    connection(folder, MBEDTLS_SSL_VERSION_TLS1_2);
    ticket(folder, MBEDTLS_SSL_VERSION_TLS1_3);
    ticket(folder, MBEDTLS_SSL_VERSION_TLS1_2);
    return 0;
}
