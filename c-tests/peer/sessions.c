#include "peer/sessions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>

#define MAX_KEY 64
#define MAX_EARLY 65536
#define MAX_STORED 16
#define STORED_SIZE 8192

/* There is one connection at a time, so there is one of everything. */
static struct {
    const char *session_out;
    unsigned char key[MAX_KEY];
    size_t key_len;
    const char *identity;
    size_t identity_len;
    int seen;                   /* tickets that came */
    int made;                   /* tickets that were written */
    int verified;               /* certificates that were looked at */
    unsigned char early[MAX_EARLY];
    size_t early_len;
    size_t early_sent;
} state;

int session_option(struct session_options *options, const char *name,
                   const char *value)
{
    const struct {
        const char *name;
        const char **place;
    } texts[] = {
        { "psk", &options->psk },
        { "modes", &options->modes },
        { "modes_later", &options->modes_later },
        { "session_in", &options->session_in },
        { "session_out", &options->session_out },
    };
    const struct {
        const char *name;
        int *place;
    } numbers[] = {
        { "signal", &options->signal },
        { "ticket", &options->ticket },
        { "cache", &options->cache },
        { "early_unanswered", &options->early_unanswered },
        { "psk_callback", &options->psk_callback },
        { "tickets", &options->tickets },
        { "store", &options->store },
        { "early_connections", &options->early_connections },
    };
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (strcmp(name, texts[i].name) == 0) {
            *texts[i].place = value;
            return 1;
        }
    }
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        if (strcmp(name, numbers[i].name) == 0) {
            *numbers[i].place = atoi(value);
            return 1;
        }
    }
    if (strcmp(name, "early") == 0) {
        options->early = (size_t) strtoul(value, NULL, 10);
        check("early data has room", options->early <= MAX_EARLY);
        return 1;
    }
    return 0;
}

void session_defaults(struct session_options *options)
{
    memset(options, 0, sizeof(*options));
    options->signal = 1;
    options->ticket = 1;
    options->tickets = -1;
    options->early_connections = 1000000;
}

#if defined(HAVE_PSK)
static int modes_named(const char *names)
{
    int modes = 0;

    if (strstr(names, "psk_dhe") != NULL) {
        modes |= MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL;
    }
    if (strcmp(names, "psk") == 0 || strstr(names, "psk,") != NULL) {
        modes |= MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;
    }
    if (strstr(names, "full") != NULL) {
        modes |= MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL;
    }
    check("modes are named", modes != 0);
    return modes;
}

/* IDENTITY:HEX into `state`. */
static void read_psk(const char *text)
{
    const char *colon = strrchr(text, ':');
    const char *hex;

    check("a psk= has a colon", colon != NULL);
    state.identity = text;
    state.identity_len = (size_t) (colon - text);
    for (hex = colon + 1; *hex != '\0'; hex += 2) {
        unsigned byte;

        check("a psk= is hexadecimal", sscanf(hex, "%2x", &byte) == 1);
        check("a psk= is short", state.key_len < MAX_KEY);
        state.key[state.key_len++] = (unsigned char) byte;
    }
}

static int find_psk(void *context, mbedtls_ssl_context *ssl,
                    const unsigned char *identity, size_t len)
{
    (void) context;
    if (len != state.identity_len ||
        memcmp(identity, state.identity, len) != 0) {
        printf("psk_lookup=unknown\n");
        return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
    }
    printf("psk_lookup=found\n");
    return mbedtls_ssl_set_hs_psk(ssl, state.key, state.key_len);
}

static void apply_psk(const struct session_options *options,
                      mbedtls_ssl_config *conf, int endpoint)
{
    if (options->modes != NULL) {
        mbedtls_ssl_conf_tls13_key_exchange_modes(
            conf, modes_named(options->modes));
    }
    if (options->psk == NULL) {
        return;
    }
    read_psk(options->psk);
    if (endpoint == MBEDTLS_SSL_IS_SERVER && options->psk_callback) {
        mbedtls_ssl_conf_psk_cb(conf, find_psk, NULL);
        return;
    }
    must("conf_psk", mbedtls_ssl_conf_psk(
             conf, state.key, state.key_len,
             (const unsigned char *) state.identity, state.identity_len));
}
#endif

#if defined(HAVE_TICKETS)
/* A server's sessions of TLS 1.2 by their ids. */
static struct {
    mbedtls_ssl_cache_context sessions;
    int is_set_up;
} cache;

static void apply_cache(mbedtls_ssl_config *conf)
{
    cache.is_set_up = 1;
    mbedtls_ssl_cache_init(&cache.sessions);
    mbedtls_ssl_conf_session_cache(conf, &cache.sessions,
                                   mbedtls_ssl_cache_get,
                                   mbedtls_ssl_cache_set);
}

/* A server's tickets: sealed by the library, or names of kept sessions. */
static struct {
    mbedtls_ssl_ticket_context sealed;
    int is_set_up;
    int store;
    struct {
        unsigned char data[STORED_SIZE];
        size_t len;
    } kept[MAX_STORED];
    int count;
} tickets;

static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *len, uint32_t *lifetime)
{
    static const char name[] = "ticket-";
    int at = tickets.count % MAX_STORED;
    int ret;

    (void) context;
    state.made++;
    if (!tickets.store) {
        return mbedtls_ssl_ticket_write(&tickets.sealed, session, start, end,
                                        len, lifetime);
    }
    if ((size_t) (end - start) < sizeof(name)) {
        return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
    }
    ret = mbedtls_ssl_session_save(session, tickets.kept[at].data, STORED_SIZE,
                                   &tickets.kept[at].len);
    if (ret == 0) {
        memcpy(start, name, sizeof(name) - 1);
        start[sizeof(name) - 1] = (unsigned char) ('a' + at);
        *len = sizeof(name);
        *lifetime = 3600;
        tickets.count++;
    }
    return ret;
}

static int parse_ticket(void *context, mbedtls_ssl_session *session,
                        unsigned char *data, size_t len)
{
    int ret = MBEDTLS_ERR_SSL_INVALID_MAC;

    (void) context;
    if (!tickets.store) {
        ret = mbedtls_ssl_ticket_parse(&tickets.sealed, session, data, len);
    } else if (len == 8 && memcmp(data, "ticket-", 7) == 0 &&
               data[7] >= 'a' && data[7] < 'a' + tickets.count) {
        ret = mbedtls_ssl_session_load(session,
                                       tickets.kept[data[7] - 'a'].data,
                                       tickets.kept[data[7] - 'a'].len);
    }
    show("ticket", ret);
    return ret;
}

static void apply_tickets(const struct session_options *options,
                          mbedtls_ssl_config *conf, int endpoint,
                          struct random *random)
{
    if (endpoint == MBEDTLS_SSL_IS_CLIENT) {
        mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
            conf, options->signal ?
            MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED :
            MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED);
        if (!options->ticket) {
            mbedtls_ssl_conf_session_tickets(
                conf, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
        }
        return;
    }
    if (options->tickets < 0) {
        return;
    }
    tickets.store = options->store;
    tickets.is_set_up = 1;
    mbedtls_ssl_ticket_init(&tickets.sealed);
    must("ticket_setup", mbedtls_ssl_ticket_setup(
             &tickets.sealed, mbedtls_ctr_drbg_random, &random->drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 3600));
    mbedtls_ssl_conf_session_tickets_cb(conf, write_ticket, parse_ticket,
                                        NULL);
    mbedtls_ssl_conf_new_session_tickets(conf, (uint16_t) options->tickets);
}

/* Writes the session to NAME, or to NAME.NUMBER. */
static void save(const mbedtls_ssl_session *session, const char *name,
                 int number)
{
    static unsigned char data[65536];
    char path[1024];
    size_t len;
    FILE *file;

    must("session_save", mbedtls_ssl_session_save(session, data, sizeof(data),
                                                  &len));
    if (number == 0) {
        snprintf(path, sizeof(path), "%s", name);
    } else {
        snprintf(path, sizeof(path), "%s.%d", name, number);
    }
    file = fopen(path, "wb");
    check(path, file != NULL);
    check("the session is written", fwrite(data, 1, len, file) == len);
    check("the session is written", fclose(file) == 0);
}

static void keep_ticket(mbedtls_ssl_context *ssl)
{
    mbedtls_ssl_session session;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_get_session(ssl, &session);
    if (ret != 0) {
        show("get_session", ret);
    } else if (state.session_out != NULL) {
        save(&session, state.session_out, 0);
        if (state.seen > 0) {
            save(&session, state.session_out, state.seen);
        }
    }
    mbedtls_ssl_session_free(&session);
}
#endif

#if defined(HAVE_EARLY_DATA)
static void apply_early(mbedtls_ssl_config *conf, int endpoint, size_t early)
{
    mbedtls_ssl_conf_early_data(conf, early > 0 ?
                                MBEDTLS_SSL_EARLY_DATA_ENABLED :
                                MBEDTLS_SSL_EARLY_DATA_DISABLED);
    if (endpoint == MBEDTLS_SSL_IS_SERVER && early > 0) {
        mbedtls_ssl_conf_max_early_data_size(conf, (uint32_t) early);
    }
}

/* Reads all the early data that is there. */
static void read_early(mbedtls_ssl_context *ssl)
{
    int ret;

    do {
        ret = mbedtls_ssl_read_early_data(ssl, state.early + state.early_len,
                                          MAX_EARLY - state.early_len);
        if (ret > 0) {
            state.early_len += (size_t) ret;
        }
    } while (ret > 0 && state.early_len < MAX_EARLY);
    if (ret < 0 && ret != MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA &&
        !waits(ret)) {
        show("read_early_data", ret);
    }
}
#endif

/* Looks on: a connection that rests on a key has no certificate to check. */
static int count_verified(void *context, mbedtls_x509_crt *crt, int depth,
                          uint32_t *flags)
{
    (void) context;
    (void) crt;
    (void) flags;
    state.verified += depth == 0;
    return 0;
}

void session_apply(const struct session_options *options,
                   mbedtls_ssl_config *conf, int endpoint,
                   struct random *random)
{
    (void) random;
    state.session_out = options->session_out;
    if (options->psk != NULL || options->session_in != NULL ||
        options->session_out != NULL || options->tickets >= 0 ||
        options->cache) {
        mbedtls_ssl_conf_verify(conf, count_verified, NULL);
    }
#if defined(HAVE_PSK)
    apply_psk(options, conf, endpoint);
#else
    check("the library has pre-shared keys",
          options->psk == NULL && options->modes == NULL);
#endif
#if defined(HAVE_TICKETS)
    apply_tickets(options, conf, endpoint, random);
    if (options->cache) {
        apply_cache(conf);
    }
#else
    check("the library has tickets",
          options->session_in == NULL && options->session_out == NULL &&
          options->tickets < 0 && !options->cache);
#endif
#if defined(HAVE_EARLY_DATA)
    apply_early(conf, endpoint, options->early);
#else
    (void) endpoint;
    check("the library has early data", options->early == 0);
#endif
}

void session_next(const struct session_options *options,
                  mbedtls_ssl_config *conf, int at)
{
    (void) conf;
    (void) at;
    (void) options;
    state.made = state.verified = 0;
    state.early_len = 0;
#if defined(HAVE_PSK)
    if (at == 1 && options->modes_later != NULL) {
        mbedtls_ssl_conf_tls13_key_exchange_modes(
            conf, modes_named(options->modes_later));
    }
#endif
#if defined(HAVE_EARLY_DATA)
    if (at == options->early_connections) {
        apply_early(conf, MBEDTLS_SSL_IS_SERVER, 0);
    }
#endif
}

void session_free(void)
{
#if defined(HAVE_TICKETS)
    if (tickets.is_set_up) {
        mbedtls_ssl_ticket_free(&tickets.sealed);
    }
    if (cache.is_set_up) {
        mbedtls_ssl_cache_free(&cache.sessions);
    }
#endif
}

void session_resume(const struct session_options *options,
                    mbedtls_ssl_context *ssl)
{
#if defined(HAVE_TICKETS)
    static unsigned char data[65536];
    mbedtls_ssl_session session;
    FILE *file;
    size_t len;

    if (options->session_in == NULL) {
        return;
    }
    file = fopen(options->session_in, "rb");
    check(options->session_in, file != NULL);
    len = fread(data, 1, sizeof(data), file);
    check("the session is read", fclose(file) == 0);
    mbedtls_ssl_session_init(&session);
    must("session_load", mbedtls_ssl_session_load(&session, data, len));
    must("set_session", mbedtls_ssl_set_session(ssl, &session));
    mbedtls_ssl_session_free(&session);
#else
    (void) options;
    (void) ssl;
#endif
}

int session_news(mbedtls_ssl_context *ssl, int code)
{
    (void) ssl;
    (void) code;
#if defined(HAVE_EARLY_DATA)
    if (code == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
        read_early(ssl);
        return 1;
    }
#endif
#if defined(HAVE_TICKETS)
    if (code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
        state.seen++;
        keep_ticket(ssl);
        return 1;
    }
#endif
    return 0;
}

void session_end(const struct session_options *options,
                 mbedtls_ssl_context *ssl)
{
    (void) ssl;
    if (options->tickets >= 0) {
        printf("tickets_made=%d\n", state.made);
    }
    if (options->early > 0) {
        printf("early_received=%lu\n", (unsigned long) state.early_len);
    }
    if (options->session_out != NULL) {
        printf("tickets=%d\n", state.seen);
#if defined(HAVE_TICKETS)
        /* Of TLS 1.2 nobody is told: the session is there. */
        if (!options->signal || mbedtls_ssl_get_version_number(ssl) ==
            MBEDTLS_SSL_VERSION_TLS1_2) {
            keep_ticket(ssl);
        }
#endif
    }
    printf("verified=%d\n", state.verified);
}

void session_write_early(const struct session_options *options,
                         mbedtls_ssl_context *ssl)
{
#if defined(HAVE_EARLY_DATA)
    static unsigned char data[MAX_EARLY];
    int ret = 0;

    if (options->early == 0 || options->session_in == NULL) {
        return;
    }
    fill_pattern(data, options->early, 0);
    while (state.early_sent < options->early) {
        ret = mbedtls_ssl_write_early_data(ssl, data + state.early_sent,
                                           options->early - state.early_sent);
        if (ret > 0) {
            state.early_sent += (size_t) ret;
        } else if (!waits(ret)) {
            show("write_early_data", ret);
            break;
        }
    }
    printf("early_sent=%lu\n", (unsigned long) state.early_sent);
#else
    (void) options;
    (void) ssl;
#endif
}

size_t session_early_taken(mbedtls_ssl_context *ssl)
{
#if defined(HAVE_EARLY_DATA)
    int status = mbedtls_ssl_get_early_data_status(ssl);

    printf("early_status=%s\n",
           status == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED ? "accepted" :
           status == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED ? "rejected" :
           status == MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED ?
           "not indicated" : "error");
    return status == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED ?
           state.early_sent : 0;
#else
    (void) ssl;
    return 0;
#endif
}

const unsigned char *session_early(size_t *len)
{
    *len = state.early_len;
    return state.early;
}
