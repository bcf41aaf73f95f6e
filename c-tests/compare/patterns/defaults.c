/*
 * Pattern: mbedtls_ssl_conf_* is called before mbedtls_ssl_config_defaults.
 * The defaults overwrite what 3.6.6 overwrites, the rest survives.
 *
 * Every setting of a configuration of TLS is observed by what a connection
 * comes to: without it, with it set before the defaults, and with it set after
 * them. Settings for datagrams, and for finite-field key exchange, have no
 * effect on what is seen here; they may be set all the same.
 */
/* Two of the settings are deprecated, and in use. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#include "settings.h"

#include <mbedtls/debug.h>

static const char *folder;

enum when { NEVER, BEFORE, AFTER };

/* What a scene leaves to the setting, or needs around it. */
enum {
    NO_RNG = 1, NO_CA = 2, NO_CERT = 4, NO_VERSIONS = 8,
    ASKS = 16,          /* the server asks for the client's certificate */
    STRANGER = 32,      /* of a peer that nobody knows */
    TICKETS = 64,       /* the server has tickets */
    RENEGOTIATES = 128, /* both may */
    SERVER_BEGINS = 256, CLIENT_BEGINS = 512,
    STRIPPED = 1024,    /* the server sees a client without RFC 5746 */
    PSK = 2048,         /* the other end has a key */
    TWO_SUITES = 4096, CBC = 8192,
    RESUMES = 16384,
    PEER_RENEGOTIATES = 32768,
    PEER_ALPN = 65536,
    OLD_PEER = 131072   /* the other end has TLS 1.2 only */
};

/* In which versions a setting counts, and whether presets differ in it. */
enum { V12 = 1, V13 = 2, BOTH = 3, B = 4 };

struct scene {
    const char *name;
    int endpoint;
    int versions;
    int flags;
    void (*set)(mbedtls_ssl_config *conf);
};

#define C MBEDTLS_SSL_IS_CLIENT
#define S MBEDTLS_SSL_IS_SERVER

static const struct scene scenes[] = {
    { "max_tls_version", C, BOTH, NO_VERSIONS, max_version },
    { "max_tls_version", S, BOTH, NO_VERSIONS, max_version },
    { "min_tls_version", C, BOTH, NO_VERSIONS, min_version },
    { "min_tls_version", S, V12, NO_VERSIONS | OLD_PEER, min_version },
    { "endpoint", C, BOTH, 0, endpoint },
    { "endpoint", S, BOTH, 0, endpoint },
    { "transport", C, BOTH, 0, transport },
    { "transport", S, BOTH, 0, transport },
    { "authmode", C, BOTH, STRANGER, authmode },
    { "authmode", S, BOTH, 0, authmode },
    { "legacy_renegotiation", S, V12, STRIPPED, legacy_renegotiation },
    { "max_frag_len", C, BOTH, 0, max_frag_len },
    { "max_frag_len", S, BOTH, 0, max_frag_len },
    { "encrypt_then_mac", C, V12, CBC, encrypt_then_mac },
    { "encrypt_then_mac", S, V12, CBC, encrypt_then_mac },
    { "extended_master_secret", C, V12, 0, extended_ms },
    { "extended_master_secret", S, V12, 0, extended_ms },
    { "dtls_anti_replay", C, BOTH, 0, anti_replay },
    { "renegotiation", C, V12, PEER_RENEGOTIATES | SERVER_BEGINS,
      renegotiation },
    { "renegotiation", S, V12, PEER_RENEGOTIATES | CLIENT_BEGINS,
      renegotiation },
    { "session_tickets", C, BOTH, TICKETS, session_tickets },
    { "session_tickets", S, BOTH, TICKETS, session_tickets },
    { "signal_new_session_tickets", C, V13, TICKETS, signal_tickets },
    { "new_session_tickets", S, V13, TICKETS, new_session_tickets },
    { "cert_req_ca_list", S, V12, ASKS, ca_list },
    { "preference_order", S, V12, TWO_SUITES, preference_order },
    { "dtls_srtp", C, BOTH, 0, srtp },
    { "ciphersuites", C, BOTH | B, 0, ciphersuites },
    { "ciphersuites", S, BOTH | B, 0, ciphersuites },
    { "tls13_key_exchange_modes", C, V13, TICKETS | RESUMES, kex_modes },
    { "tls13_key_exchange_modes", S, V13, TICKETS | RESUMES, kex_modes },
    { "dbg", C, BOTH, 0, dbg },
    { "dbg", S, BOTH, 0, dbg },
    { "session_cache", S, V12, RESUMES, session_cache },
    { "sni", S, BOTH, 0, sni },
    { "verify", C, BOTH, 0, verify },
    { "verify", S, BOTH, ASKS, verify },
    { "psk_cb", S, BOTH, PSK, psk_callback },
    { "dtls_cookies", S, BOTH, 0, cookies },
    { "session_tickets_cb", S, BOTH, RESUMES, tickets },
    { "cid", C, BOTH, 0, cid },
    { "cert_profile", C, BOTH | B, 0, cert_profile },
    { "cert_profile", S, BOTH | B, ASKS, cert_profile },
    { "own_cert", C, BOTH, ASKS | NO_CERT, own_cert },
    { "own_cert", S, BOTH, NO_CERT, own_cert },
    { "ca_chain", C, BOTH, NO_CA, ca_chain },
    { "ca_chain", S, BOTH, ASKS | NO_CA, ca_chain },
    { "sig_hashes", C, V12 | B, 0, sig_hashes },
    { "sig_algs", C, BOTH | B, 0, sig_algs },
    { "sig_algs", S, V12 | B, ASKS, sig_algs },
    { "curves", C, BOTH | B, 0, curves },
    { "curves", S, BOTH | B, 0, curves },
    { "groups", C, BOTH | B, 0, groups },
    { "groups", S, BOTH | B, 0, groups },
    { "dh_param", S, BOTH, 0, dh_param },
    { "dhm_min_bitlen", C, BOTH | B, 0, dhm_min_bitlen },
    { "psk", C, BOTH, PSK, pre_shared_key },
    { "psk", S, BOTH, PSK, pre_shared_key },
    { "alpn_protocols", C, BOTH, 0, alpn },
    { "alpn_protocols", S, BOTH, PEER_ALPN, alpn },
    { "read_timeout", C, BOTH, 0, read_timeout },
    { "handshake_timeout", C, BOTH, 0, handshake_timeout },
    { "renegotiation_enforced", S, V12, RENEGOTIATES | SERVER_BEGINS,
      renego_max_records },
    { "renegotiation_period", C, V12, RENEGOTIATES, renego_period },
    { "renegotiation_period", S, V12, RENEGOTIATES, renego_period },
    { "dtls_badmac_limit", C, BOTH, 0, badmac_limit },
    { "user_data", C, BOTH, 0, user_data },
    { "cert_cb", S, BOTH, 0, cert_callback },
    { "dn_hints", S, V12, ASKS, dn_hints },
};

/* What a connection needs that is not the scene's to set. */
static void surround(mbedtls_ssl_config *conf, const struct scene *scene)
{
    static const int two[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0
    };
    static const int owt[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0
    };
    static const int cbc[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    static const int with_psk[] = {
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0
    };
    static const char *protocols[] = { "h2", "http/1.1", NULL };
    int client = conf == &world.both->client.conf;
    int mine = scene->endpoint == (client ? C : S);

    if (!mine || !(scene->flags & NO_RNG)) {
        rng(conf);
    }
    if (!(scene->flags & NO_VERSIONS)) {
        mbedtls_ssl_conf_min_tls_version(conf, both_version);
        mbedtls_ssl_conf_max_tls_version(conf, both_version);
    }
    if (!mine || !(scene->flags & NO_CA)) {
        ca_chain(conf);
    }
    if (!mine || !(scene->flags & NO_CERT)) {
        own_cert(conf);
    }
    if (!client && (scene->flags & ASKS)) {
        mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    }
    if (!client && (scene->flags & TICKETS)) {
        tickets(conf);
    }
    if (scene->flags & RENEGOTIATES) {
        renegotiation(conf);
    }
    if ((scene->flags & PEER_RENEGOTIATES) && !mine) {
        renegotiation(conf);
    }
    if ((scene->flags & OLD_PEER) && !mine) {
        max_version(conf);
    }
    if ((scene->flags & PEER_ALPN) && !mine) {
        must("alpn", mbedtls_ssl_conf_alpn_protocols(conf, protocols));
    }
    if ((scene->flags & PSK) && !mine) {
        pre_shared_key(conf);
        if (client) {
            mbedtls_ssl_conf_ciphersuites(conf, with_psk);
        }
    }
    if (scene->flags & TWO_SUITES) {
        mbedtls_ssl_conf_ciphersuites(conf, client ? two : owt);
    }
    if (scene->flags & CBC) {
        mbedtls_ssl_conf_ciphersuites(conf, cbc);
    }
    if (client && (scene->flags & RESUMES)) {
        signal_tickets(conf);
    }
}

static void configure(struct end *end, const struct scene *scene,
                      enum when when, int preset)
{
    mbedtls_ssl_config *conf = &end->conf;
    int which = end == &world.both->client ? C : S;
    int mine = scene->endpoint == which;

    mbedtls_ssl_config_free(conf);
    mbedtls_ssl_config_init(conf);
    if (mine && when == BEFORE) {
        scene->set(conf);
    }
    must("defaults", mbedtls_ssl_config_defaults(
             conf, which, MBEDTLS_SSL_TRANSPORT_STREAM, preset));
    surround(conf, scene);
    if (mine && when == AFTER) {
        scene->set(conf);
    }
}

/* A client that does not say that it knows of RFC 5746. */
static void strip(struct pipe *pipe)
{
    unsigned char *p = pipe->data + pipe->start + 9 + 34, *end;

    p += 1 + p[0];
    end = p + 2 + be16(p);
    for (p += 2; p < end; p += 2) {
        if (be16(p) == 0x00ff) {
            p[1] = 0xfe;
        }
    }
    p += 1 + p[0];
    for (end = p + 2 + be16(p), p += 2; p < end; p += 4 + be16(p + 2)) {
        if (be16(p) == 0xff01) {
            p[1] = 0xfe;
        }
    }
}

/* A byte to the server, and what it says to that. */
static int one_byte(struct both *both)
{
    unsigned char byte = 'x';
    int written = 0, spins, ret = 0;

    for (spins = 0; spins < 200; spins++) {
        if (written == 0) {
            written = mbedtls_ssl_write(&both->client.ssl, &byte, 1);
            if (written < 0 && !waits(written)) {
                return written;
            }
            written = written > 0;
        }
        ret = mbedtls_ssl_read(&both->server.ssl, &byte, 1);
        if (ret > 0) {
            return 1;
        }
        if (!waits(ret)) {
            return ret;
        }
        /* In a renegotiation the client has to read too. */
        if (written == 0) {
            ret = mbedtls_ssl_read(&both->client.ssl, &byte, 1);
        }
    }
    return ret;
}

static void talk(struct both *both, const struct scene *scene)
{
    unsigned char data[16];
    int i, ret;

    ret = mbedtls_ssl_write(&both->server.ssl, (const unsigned char *) "x", 1);
    add("server writes %d, client reads", ret);
    for (i = 0; i < 8; i++) {
        ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
        /* That a ticket came may be said in two ways, where nobody asked. */
        if (ret != MBEDTLS_ERR_SSL_WANT_READ) {
            add(" %d", ret);
        }
        if (ret > 0 || (ret < 0 && !waits(ret) && ret !=
                        MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET)) {
            break;
        }
    }
    if (scene->flags & SERVER_BEGINS) {
        add(" server begins %d", mbedtls_ssl_renegotiate(&both->server.ssl));
    }
    if (scene->flags & CLIENT_BEGINS) {
        add(" client begins %d", mbedtls_ssl_renegotiate(&both->client.ssl));
    }
    if (scene->flags & PEER_RENEGOTIATES) {
        for (i = 0; i < 20; i++) {
            mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
            mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
        }
    }
    for (i = 0; i < 24; i++) {
        ret = one_byte(both);
        if (ret != 1) {
            break;
        }
    }
    add("\n%d bytes, then %d\n", i, i == 24 ? 0 : ret);
}

static void connect_once(struct both *both, const struct scene *scene)
{
    int client, server;

    client = mbedtls_ssl_handshake(&both->client.ssl);
    if (both->to_server.end > 0) {
        add("client says");
        add_flight(&both->to_server);
        if (scene->flags & STRIPPED) {
            strip(&both->to_server);
        }
        server = mbedtls_ssl_handshake(&both->server.ssl);
        add("server says");
        add_flight(&both->to_client);
        add("server at state %d\n", both->server.ssl.MBEDTLS_PRIVATE(state));
    }
    both_handshake(both, &client, &server);
    add("client %d server %d\n", client, server);
    add_facts(&both->client);
    add_facts(&both->server);
    if (client == 0 && server == 0) {
        talk(both, scene);
    }
}

/* What a connection comes to. */
static void play(const struct scene *scene, enum when when, int preset,
                 char *text)
{
    struct both *both = both_new(folder, scene->flags & STRANGER ?
                                 "unknown-ca" : "p256");
    int rounds = scene->flags & RESUMES ? 2 : 1;
    int client, server;

    memset(&seen, 0, sizeof(seen));
    outcome_text = text;
    text[0] = '\0';
    world.both = both;
    pair_load(&both->client_pair, folder, "client", &both->random);
    mbedtls_ssl_ticket_init(&world.tickets);
    mbedtls_ssl_cache_init(&world.cache);
    mbedtls_ssl_session_init(&world.session);
    must("tickets", mbedtls_ssl_ticket_setup(
             &world.tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 86400));
    configure(&both->client, scene, when, preset);
    configure(&both->server, scene, when, preset);
    client = mbedtls_ssl_setup(&both->client.ssl, &both->client.conf);
    server = mbedtls_ssl_setup(&both->server.ssl, &both->server.conf);
    add("setup %d %d\n", client, server);
    if (client == 0 && server == 0) {
        must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl,
                                                  "localhost"));
        mbedtls_ssl_set_export_keys_cb(&both->client.ssl, count_secret,
                                       &seen.keys);
        mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send,
                            NULL, on_recv_timeout);
        mbedtls_ssl_set_bio(&both->server.ssl, &both->server, end_send,
                            end_recv, NULL);
        while (rounds-- > 0) {
            connect_once(both, scene);
            if (rounds > 0 && mbedtls_ssl_get_session(
                    &both->client.ssl, &world.session) == 0) {
                must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
                must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
                both_clear_pipes(both);
                (void) mbedtls_ssl_set_session(&both->client.ssl,
                                               &world.session);
            }
        }
    }
    add("debug %d verify %d sni %d cert %d psk %d cache %d %d tickets %d %d "
        "timeout %u keys %d own data %d\n", seen.debug, seen.verify, seen.sni,
        seen.cert, seen.psk, seen.cache_get, seen.cache_set,
        seen.ticket_write, seen.ticket_parse, (unsigned) seen.timeout,
        seen.keys, (int) mbedtls_ssl_conf_get_user_data_n(
            &both->client.conf));
    mbedtls_ssl_session_free(&world.session);
    both_free(both);
    mbedtls_ssl_ticket_free(&world.tickets);
    mbedtls_ssl_cache_free(&world.cache);
}

static const char *verdict(const char *never, const char *before,
                           const char *after)
{
    if (strcmp(never, after) == 0) {
        return strcmp(never, before) == 0 ? "makes no difference here" :
               "counts only before";
    }
    return strcmp(before, after) == 0 ? "survives" :
           strcmp(before, never) == 0 ? "is overwritten" : "something else";
}

static void observe(const struct scene *scene, int preset)
{
    static char text[3][OUTCOME_SIZE];

    play(scene, NEVER, preset, text[NEVER]);
    play(scene, BEFORE, preset, text[BEFORE]);
    play(scene, AFTER, preset, text[AFTER]);
    printf("  %s %s: %s\n", scene->endpoint == C ? "client" : "server",
           scene->name, verdict(text[NEVER], text[BEFORE], text[AFTER]));
#if defined(SHOW_OUTCOMES)
    fprintf(stderr, "==== %s\n-- never\n%s-- before\n%s-- after\n%s",
            scene->name, text[NEVER], text[BEFORE], text[AFTER]);
#endif
}

/* Those that count in a version, or with another preset. */
static void observe_all(int which, int preset)
{
    size_t i;

    for (i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
        if (scenes[i].versions & which) {
            observe(&scenes[i], preset);
        }
    }
}

/* Without a generator 3.6.6 does nothing. */
static void generator(void)
{
    static const struct scene own = { "rng", C, BOTH, NO_RNG, rng };
    static char text[OUTCOME_SIZE];

    play(&own, BEFORE, MBEDTLS_SSL_PRESET_DEFAULT, text);
    printf("  client rng: %s\n", strstr(text, "client 0 server 0") ?
           "survives" : "is lost");
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    mbedtls_debug_set_threshold(2);
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    printf("TLS 1.2\n");
    observe_all(V12, MBEDTLS_SSL_PRESET_DEFAULT);
    generator();
    printf("TLS 1.2, suite B\n");
    observe_all(B, MBEDTLS_SSL_PRESET_SUITEB);
    /* The list of suite B in 3.6.6 has no suites of TLS 1.3. */
    both_version = MBEDTLS_SSL_VERSION_TLS1_3;
    printf("TLS 1.3\n");
    observe_all(V13, MBEDTLS_SSL_PRESET_DEFAULT);
    generator();
    return 0;
}
