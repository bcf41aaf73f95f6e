/*
 * Resumption in TLS 1.2: by identifier out of a cache, by ticket, by both;
 * what a session holds, what a resumed connection tells of its peer, and what
 * is not resumed.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>

static const char *folder;
static mbedtls_ssl_ticket_context keys;
static mbedtls_ssl_cache_context cache;

/* What the callbacks saw since the last connection. */
static int verified;
static int written;
static int parsed;
static int parse_code;
static int looked_up;
static int lookup_code;
static int kept;
/* What they return in place of success. */
static int refuse_write;
static int refuse_parse;
static int refuse_lookup;
static int refuse_keep;

/* How a server remembers sessions. */
#define BY_ID 1
#define BY_TICKET 2

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

static void check_server_session(const mbedtls_ssl_session *session)
{
    check("a server's session",
          session->MBEDTLS_PRIVATE(endpoint) == MBEDTLS_SSL_IS_SERVER);
    check("of TLS 1.2", session->MBEDTLS_PRIVATE(tls_version) ==
          MBEDTLS_SSL_VERSION_TLS1_2);
}

static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *tlen, uint32_t *lifetime)
{
    written++;
    check_server_session(session);
    if (refuse_write != 0) {
        *tlen = 0;
        *lifetime = 0;
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

static int look_up(void *context, const unsigned char *id, size_t id_len,
                   mbedtls_ssl_session *session)
{
    looked_up++;
    check("an identifier", id_len == 32);
    if (refuse_lookup != 0) {
        return refuse_lookup;
    }
    lookup_code = mbedtls_ssl_cache_get(context, id, id_len, session);
    return lookup_code;
}

static int keep(void *context, const unsigned char *id, size_t id_len,
                const mbedtls_ssl_session *session)
{
    kept++;
    check("an identifier", id_len == 32);
    check_server_session(session);
    check("the session's own",
          mbedtls_ssl_session_get_id_len(session) == id_len &&
          memcmp(*mbedtls_ssl_session_get_id(session), id, id_len) == 0);
    if (refuse_keep != 0) {
        return refuse_keep;
    }
    return mbedtls_ssl_cache_set(context, id, id_len, session);
}

static void remember(struct both *both, int how, uint32_t lifetime)
{
    mbedtls_ssl_cache_init(&cache);
    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(
             &keys, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, lifetime));
    if (how & BY_ID) {
        mbedtls_ssl_conf_session_cache(&both->server.conf, &cache, look_up,
                                       keep);
    }
    if (how & BY_TICKET) {
        mbedtls_ssl_conf_session_tickets_cb(&both->server.conf, write_ticket,
                                            parse_ticket, &keys);
    }
}

static void only_tls12(struct end *end)
{
    mbedtls_ssl_conf_min_tls_version(&end->conf, MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_max_tls_version(&end->conf, MBEDTLS_SSL_VERSION_TLS1_2);
}

static struct both *new_both(int how)
{
    static const int suites[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        0
    };
    struct both *both = both_new(folder, "p256");

    only_tls12(&both->client);
    only_tls12(&both->server);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf, suites);
    mbedtls_ssl_conf_verify(&both->client.conf, count_verify, NULL);
    remember(both, how, 86400);
    return both;
}

static void end_both(struct both *both)
{
    both_free(both);
    mbedtls_ssl_ticket_free(&keys);
    mbedtls_ssl_cache_free(&cache);
    refuse_write = refuse_parse = refuse_lookup = refuse_keep = 0;
}

static void again(struct both *both)
{
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
}

static void tell_end(const char *name, struct end *end)
{
    const mbedtls_x509_crt *crt = mbedtls_ssl_get_peer_cert(&end->ssl);

    printf("  %s: %s %s peer %d flags 0x%x\n", name,
           mbedtls_ssl_get_version(&end->ssl),
           mbedtls_ssl_get_ciphersuite(&end->ssl), crt != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&end->ssl));
}

/* A handshake, and what came of it. */
static void connect_and_tell(struct both *both, const char *what)
{
    int client, server;

    verified = written = parsed = looked_up = kept = 0;
    parse_code = lookup_code = 1;
    both_handshake(both, &client, &server);
    printf("%s: client -0x%04x server -0x%04x\n", what, (unsigned) -client,
           (unsigned) -server);
    printf("  %s, tickets written %d parsed %d, cache asked %d kept %d\n",
           client != 0 ? "not connected" : verified ? "full" : "resumed",
           written, parsed, looked_up, kept);
    if (client != 0 || server != 0) {
        return;
    }
    tell_end("client", &both->client);
    tell_end("server", &both->server);
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
}

/* What a client's session shows. */
static void facts(struct both *both, const mbedtls_ssl_session *session)
{
    static const unsigned char zeros[48];
    const mbedtls_ssl_session *other =
        both->server.ssl.MBEDTLS_PRIVATE(session);
    time_t age = time(NULL) - (time_t) session->MBEDTLS_PRIVATE(start);

    printf("  session: version 0x%x suite 0x%x endpoint %d id %u\n",
           (unsigned) session->MBEDTLS_PRIVATE(tls_version),
           (unsigned) session->MBEDTLS_PRIVATE(ciphersuite),
           session->MBEDTLS_PRIVATE(endpoint),
           (unsigned) session->MBEDTLS_PRIVATE(id_len));
    printf("    by its functions: id %u suite 0x%x\n",
           (unsigned) mbedtls_ssl_session_get_id_len(session),
           (unsigned) mbedtls_ssl_session_get_ciphersuite_id(session));
    printf("    %s of some length %d lifetime %u\n",
           session->MBEDTLS_PRIVATE(ticket) ? "a ticket" : "no ticket",
           session->MBEDTLS_PRIVATE(ticket_len) > 34,
           (unsigned) session->MBEDTLS_PRIVATE(ticket_lifetime));
    printf("    peer %d, young %d, a master secret %d\n",
           session->MBEDTLS_PRIVATE(peer_cert) != NULL, age >= 0 && age < 60,
           memcmp(session->MBEDTLS_PRIVATE(master), zeros, 48) != 0);
    if (other != NULL) {
        printf("    the server has the same: master %d suite %d id %d\n",
               memcmp(session->MBEDTLS_PRIVATE(master),
                      other->MBEDTLS_PRIVATE(master), 48) == 0,
               session->MBEDTLS_PRIVATE(ciphersuite) ==
               other->MBEDTLS_PRIVATE(ciphersuite),
               session->MBEDTLS_PRIVATE(id_len) ==
               other->MBEDTLS_PRIVATE(id_len) &&
               memcmp(session->MBEDTLS_PRIVATE(id),
                      other->MBEDTLS_PRIVATE(id),
                      session->MBEDTLS_PRIVATE(id_len)) == 0);
    }
}

/* A session, and contexts that are ready for the next connection. */
static void first(struct both *both, mbedtls_ssl_session *session)
{
    mbedtls_ssl_session_init(session);
    both_connect(both);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, session));
    again(both);
}

static void set_and_tell(struct both *both, const mbedtls_ssl_session *session,
                         const char *what)
{
    show("set", mbedtls_ssl_set_session(&both->client.ssl, session));
    connect_and_tell(both, what);
}

static void plain(int how, const char *name)
{
    struct both *both = new_both(how);
    mbedtls_ssl_session session, later, saved;
    unsigned char blob[8192];
    size_t len;
    int i;

    printf("== %s\n", name);
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_session_init(&later);
    mbedtls_ssl_session_init(&saved);
    both_setup(both);
    connect_and_tell(both, "a first connection");
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  get again", mbedtls_ssl_get_session(&both->client.ssl, &saved));
    show("  get at the server",
         mbedtls_ssl_get_session(&both->server.ssl, &saved));
    facts(both, &session);
    for (i = 0; i < 2; i++) {
        again(both);
        set_and_tell(both, &session, "resumed");
    }
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &later));
    facts(both, &later);
    printf("  the same master secret %d\n",
           memcmp(session.MBEDTLS_PRIVATE(master),
                  later.MBEDTLS_PRIVATE(master), 48) == 0);
    again(both);
    set_and_tell(both, &later, "what came of that");
    must("save", mbedtls_ssl_session_save(&later, blob, sizeof(blob), &len));
    show("  load", mbedtls_ssl_session_load(&saved, blob, len));
    facts(both, &saved);
    again(both);
    set_and_tell(both, &saved, "saved and loaded");
    again(both);
    connect_and_tell(both, "nothing set");
    again(both);
    show("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    show("set again", mbedtls_ssl_set_session(&both->client.ssl, &session));
    show("set at the server",
         mbedtls_ssl_set_session(&both->server.ssl, &session));
    connect_and_tell(both, "set twice");
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&later);
    mbedtls_ssl_session_free(&saved);
    end_both(both);
}

/* Neither a cache nor tickets. */
static void nothing(void)
{
    struct both *both = new_both(0);
    mbedtls_ssl_session session;

    printf("== nothing is remembered\n");
    both_setup(both);
    first(both, &session);
    set_and_tell(both, &session, "again");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void refused_tickets(void)
{
    struct both *both = new_both(BY_TICKET);
    mbedtls_ssl_session session;
    static const int codes[] = { -1, MBEDTLS_ERR_SSL_INVALID_MAC,
                                 MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED };
    static const unsigned char key[32] = "a key that is not the one it was";
    size_t i;

    printf("== refused tickets\n");
    both_setup(both);
    first(both, &session);
    for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        refuse_parse = codes[i];
        set_and_tell(both, &session, "the callback refuses");
        again(both);
    }
    refuse_parse = 0;
    must("rotate", mbedtls_ssl_ticket_rotate(
             &keys, (const unsigned char *) "name", 4, key, 32, 86400));
    set_and_tell(both, &session, "keys changed once");
    again(both);
    must("rotate", mbedtls_ssl_ticket_rotate(
             &keys, (const unsigned char *) "next", 4, key, 32, 86400));
    set_and_tell(both, &session, "keys changed twice");
    printf("  parsed with -0x%04x\n", (unsigned) -parse_code);
    again(both);
    mbedtls_ssl_session_free(&session);
    first(both, &session);
    session.MBEDTLS_PRIVATE(ticket)[20] ^= 1;
    set_and_tell(both, &session, "a changed ticket");
    printf("  parsed with -0x%04x\n", (unsigned) -parse_code);
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void refused_sessions(void)
{
    struct both *both = new_both(BY_ID);
    mbedtls_ssl_session session;

    printf("== refused sessions\n");
    both_setup(both);
    first(both, &session);
    refuse_lookup = -1;
    set_and_tell(both, &session, "the cache does not find it");
    again(both);
    refuse_lookup = 0;
    must("remove", mbedtls_ssl_cache_remove(
             &cache, *mbedtls_ssl_session_get_id(&session), 32));
    set_and_tell(both, &session, "it was removed");
    printf("  found with -0x%04x\n", (unsigned) -lookup_code);
    again(both);
    mbedtls_ssl_session_free(&session);

    refuse_keep = -1;
    first(both, &session);
    set_and_tell(both, &session, "the cache kept nothing");
    refuse_keep = 0;
    again(both);
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(BY_ID);
    mbedtls_ssl_cache_set_max_entries(&cache, 1);
    both_setup(both);
    first(both, &session);
    connect_and_tell(both, "another client");
    again(both);
    set_and_tell(both, &session, "there is room for one");
    again(both);
    mbedtls_ssl_session_free(&session);

    first(both, &session);
    session.MBEDTLS_PRIVATE(id)[5] ^= 1;
    set_and_tell(both, &session, "a changed identifier");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void unwritten(void)
{
    struct both *both = new_both(BY_TICKET);
    mbedtls_ssl_session session;

    printf("== no ticket\n");
    refuse_write = -1;
    mbedtls_ssl_session_init(&session);
    both_setup(both);
    connect_and_tell(both, "the callback writes no ticket");
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    facts(both, &session);
    refuse_write = 0;
    again(both);
    set_and_tell(both, &session, "and then");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(BY_TICKET | BY_ID);
    mbedtls_ssl_conf_session_tickets(&both->client.conf,
                                     MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
    both_setup(both);
    connect_and_tell(both, "a client that wants none");
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    facts(both, &session);
    again(both);
    set_and_tell(both, &session, "by identifier");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(BY_TICKET);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_session_tickets(&both->client.conf,
                                     MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
    set_and_tell(both, &session, "a client that wants none any more");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

/* Waits until what was made is older than a second. */
static void wait_for_age(void)
{
    struct timespec pause = { 2, 200000000 };

    nanosleep(&pause, NULL);
}

static void old(void)
{
    struct both *both = new_both(0);
    mbedtls_ssl_session session;

    printf("== too old\n");
    mbedtls_ssl_ticket_free(&keys);
    remember(both, BY_TICKET, 1);
    both_setup(both);
    first(both, &session);
    printf("lifetime %u\n",
           (unsigned) session.MBEDTLS_PRIVATE(ticket_lifetime));
    wait_for_age();
    set_and_tell(both, &session, "a ticket");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(BY_ID);
    mbedtls_ssl_cache_set_timeout(&cache, 1);
    both_setup(both);
    first(both, &session);
    wait_for_age();
    set_and_tell(both, &session, "an entry of the cache");
    printf("  found with -0x%04x\n", (unsigned) -lookup_code);
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

static void names(int how)
{
    struct both *both = new_both(how);
    mbedtls_ssl_session session;

    printf("== names\n");
    mbedtls_ssl_conf_authmode(&both->client.conf,
                              MBEDTLS_SSL_VERIFY_OPTIONAL);
    both_setup(both);
    first(both, &session);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, "other"));
    set_and_tell(both, &session, "another name");
    again(both);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, NULL));
    set_and_tell(both, &session, "no name");
    again(both);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    set_and_tell(both, &session, "the same name");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

/* The session's suite is not offered, or not allowed, any more. */
static void suites(int how)
{
    static const int other[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, 0
    };
    struct both *both = new_both(how);
    mbedtls_ssl_session session;

    printf("== suites\n");
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, other);
    set_and_tell(both, &session, "another suite at the client");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(how);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf, other);
    set_and_tell(both, &session, "another suite at the server");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

/* RFC 7627 section 5.3. */
static void extended_master_secret(int how, int server)
{
    static const char *what[] = { "off", "on" };
    int before, after;

    printf("== extended master secret, %s at the server\n", what[server]);
    for (before = 0; before < 2; before++) {
        for (after = 0; after < 2; after++) {
            struct both *both = new_both(how);
            mbedtls_ssl_session session;

            mbedtls_ssl_conf_extended_master_secret(&both->server.conf,
                                                    (char) server);
            mbedtls_ssl_conf_extended_master_secret(&both->client.conf,
                                                    (char) before);
            both_setup(both);
            first(both, &session);
            mbedtls_ssl_conf_extended_master_secret(&both->client.conf,
                                                    (char) after);
            printf("%s at the server, %s at the client, then ",
                   what[server], what[before]);
            set_and_tell(both, &session, what[after]);
            mbedtls_ssl_session_free(&session);
            end_both(both);
        }
    }
}

static void client_certificates(int how)
{
    struct both *both = new_both(how);
    mbedtls_ssl_session session;

    printf("== certificates of clients\n");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    mbedtls_ssl_session_init(&session);
    both_setup(both);
    connect_and_tell(both, "a client with a certificate");
    must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    again(both);
    set_and_tell(both, &session, "resumed");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(how);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    set_and_tell(both, &session, "the server has become stricter");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(how);
    mbedtls_ssl_conf_authmode(&both->client.conf, MBEDTLS_SSL_VERIFY_NONE);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_authmode(&both->client.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    set_and_tell(both, &session, "the client has become stricter");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

/* A session of one version where others are allowed. */
static void versions(void)
{
    struct both *both = new_both(BY_ID);
    mbedtls_ssl_session session;

    printf("== versions\n");
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf,
                                  mbedtls_ssl_list_ciphersuites());
    mbedtls_ssl_conf_max_tls_version(&both->client.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    set_and_tell(both, &session, "a client that could do 1.3, too");
    mbedtls_ssl_session_free(&session);
    end_both(both);

    both = new_both(BY_TICKET);
    both_setup(both);
    first(both, &session);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf,
                                  mbedtls_ssl_list_ciphersuites());
    mbedtls_ssl_conf_max_tls_version(&both->client.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    set_and_tell(both, &session, "the same with a ticket");
    mbedtls_ssl_session_free(&session);
    end_both(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    plain(BY_ID, "by identifier");
    plain(BY_TICKET, "by ticket");
    plain(BY_ID | BY_TICKET, "by ticket, with a cache besides");
    nothing();
    refused_tickets();
    refused_sessions();
    unwritten();
    old();
    names(BY_ID);
    names(BY_TICKET);
    suites(BY_ID);
    suites(BY_TICKET);
    extended_master_secret(BY_ID, 1);
    extended_master_secret(BY_TICKET, 1);
    extended_master_secret(BY_ID, 0);
    client_certificates(BY_ID);
    client_certificates(BY_TICKET);
    versions();
    return 0;
}
