#include "peer/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/debug.h>
#include <mbedtls/ssl_ciphersuites.h>

/* Stock has no such header. */
#if __has_include(<ferrotls/ferrotls.h>)
#include <ferrotls/ferrotls.h>
#define HAS_HYBRID_GROUPS
#endif

static const struct {
    const char *name;
    uint16_t number;
} group_names[] = {
    { "secp256r1", MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1 },
    { "secp384r1", MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1 },
    { "secp521r1", MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1 },
    { "x25519", MBEDTLS_SSL_IANA_TLS_GROUP_X25519 },
    { "x448", MBEDTLS_SSL_IANA_TLS_GROUP_X448 },
#ifdef HAS_HYBRID_GROUPS
    { "X25519MLKEM768", FERROTLS_IANA_TLS_GROUP_X25519MLKEM768 },
    { "SecP256r1MLKEM768", FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768 },
    { "SecP384r1MLKEM1024", FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024 },
#endif
};

static void bad(const char *what, const char *value)
{
    fprintf(stderr, "bad %s: %s\n", what, value);
    exit(2);
}

static size_t number(const char *value)
{
    char *end;
    unsigned long long n = strtoull(value, &end, 0);

    if (*value == '\0' || *end != '\0') {
        bad("number", value);
    }
    return (size_t) n;
}

static uint16_t group_number(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof(group_names) / sizeof(group_names[0]); i++) {
        if (strcmp(name, group_names[i].name) == 0) {
            return group_names[i].number;
        }
    }
    bad("group", name);
    return 0;
}

static int authmode(const char *value)
{
    if (strcmp(value, "none") == 0) {
        return MBEDTLS_SSL_VERIFY_NONE;
    }
    if (strcmp(value, "optional") == 0) {
        return MBEDTLS_SSL_VERIFY_OPTIONAL;
    }
    if (strcmp(value, "required") != 0) {
        bad("auth", value);
    }
    return MBEDTLS_SSL_VERIFY_REQUIRED;
}

static int version_named(const char *value)
{
    if (strcmp(value, "1.2") == 0) {
        return MBEDTLS_SSL_VERSION_TLS1_2;
    }
    if (strcmp(value, "1.3") != 0) {
        bad("version", value);
    }
    return MBEDTLS_SSL_VERSION_TLS1_3;
}

static enum cut cut_named(const char *value)
{
    if (strcmp(value, "none") == 0) {
        return CUT_NONE;
    }
    if (strcmp(value, "drip") == 0) {
        return CUT_DRIP;
    }
    if (strcmp(value, "random") != 0) {
        bad("cut", value);
    }
    return CUT_RANDOM;
}

/* The comma separated items of an option, each given to its list. */
static void read_list(struct options *options, const char *name, char *value)
{
    char *item = value;
    size_t count = 0;

    while (item != NULL) {
        char *comma = strchr(item, ',');

        if (comma != NULL) {
            *comma = '\0';
        }
        if (count + 1 == MAX_LIST) {
            bad(name, item);
        }
        if (strcmp(name, "suites") == 0) {
            options->suites[count] = mbedtls_ssl_get_ciphersuite_id(item);
            if (options->suites[count] == 0) {
                bad("suite", item);
            }
        } else if (strcmp(name, "groups") == 0) {
            options->groups[count] = group_number(item);
        } else if (strcmp(name, "sigalgs") == 0) {
            options->sig_algs[count] = (uint16_t) number(item);
        } else {
            options->alpn[count] = item;
        }
        count++;
        item = comma == NULL ? NULL : comma + 1;
    }
}

static int read_text(struct options *options, const char *name,
                     const char *value)
{
    const struct {
        const char *name;
        const char **place;
    } texts[] = {
        { "host", &options->host },
        { "port", &options->port },
        { "name", &options->name },
        { "ca", &options->ca },
        { "crt", &options->crt },
        { "key", &options->key },
        { "crt2", &options->crt2 },
        { "key2", &options->key2 },
        { "request", &options->request },
        { "serve", &options->serve },
        { "keylog", &options->keylog },
    };
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (strcmp(name, texts[i].name) == 0) {
            *texts[i].place = value;
            return 1;
        }
    }
    return 0;
}

static int read_number(struct options *options, const char *name,
                       const char *value)
{
    if (strcmp(name, "send") == 0) {
        options->send = number(value);
    } else if (strcmp(name, "receive") == 0) {
        options->receive = number(value);
    } else if (strcmp(name, "chunk") == 0) {
        options->chunk = number(value);
    } else if (strcmp(name, "until_close") == 0) {
        options->until_close = (int) number(value);
    } else if (strcmp(name, "half_close") == 0) {
        options->half_close = (int) number(value);
    } else if (strcmp(name, "connections") == 0) {
        options->connections = (int) number(value);
    } else if (strcmp(name, "seed") == 0) {
        options->seed = (uint32_t) number(value);
    } else if (strcmp(name, "timeout") == 0) {
        options->timeout = (uint32_t) number(value);
    } else if (strcmp(name, "print") == 0) {
        options->print = (int) number(value);
    } else if (strcmp(name, "mfl") == 0) {
        options->mfl = (int) number(value);
    } else if (strcmp(name, "rsl") == 0) {
        options->rsl = (int) number(value);
    } else if (strcmp(name, "padding") == 0) {
        options->padding = (int) number(value);
    } else if (strcmp(name, "grease") == 0) {
        options->grease = (int) number(value);
    } else if (strcmp(name, "stateless") == 0) {
        options->stateless = (int) number(value);
    } else if (strcmp(name, "psa") == 0) {
        options->psa = (int) number(value);
    } else if (strcmp(name, "etm") == 0) {
        options->etm = (int) number(value);
    } else if (strcmp(name, "ems") == 0) {
        options->ems = (int) number(value);
    } else if (strcmp(name, "renegotiation") == 0) {
        options->renegotiation = (int) number(value);
    } else if (strcmp(name, "renegotiate") == 0) {
        options->renegotiate = (int) number(value);
    } else if (strcmp(name, "debug") == 0) {
        options->debug = (int) number(value);
    } else {
        return 0;
    }
    return 1;
}

void options_read(struct options *options, int argc, char **argv)
{
    int i;

    memset(options, 0, sizeof(*options));
    options->host = "127.0.0.1";
    options->port = "4433";
    options->name = "localhost";
    options->authmode = -1;
    options->min = options->max = MBEDTLS_SSL_VERSION_TLS1_3;
    options->etm = options->ems = 1;
    options->psa = 1;
    options->chunk = 16384;
    options->serve = "echo";
    options->connections = 1;
    options->seed = 1;
    session_defaults(&options->session);
    for (i = 1; i < argc; i++) {
        char *value = strchr(argv[i], '=');

        if (value == NULL) {
            bad("option", argv[i]);
            return;
        }
        *value++ = '\0';
        if (strcmp(argv[i], "auth") == 0) {
            options->authmode = authmode(value);
        } else if (strcmp(argv[i], "min") == 0) {
            options->min = version_named(value);
        } else if (strcmp(argv[i], "max") == 0) {
            options->max = version_named(value);
        } else if (strcmp(argv[i], "cut") == 0) {
            options->cut = cut_named(value);
        } else if (strcmp(argv[i], "suites") == 0 ||
                   strcmp(argv[i], "groups") == 0 ||
                   strcmp(argv[i], "sigalgs") == 0 ||
                   strcmp(argv[i], "alpn") == 0) {
            read_list(options, argv[i], value);
        } else if (!read_text(options, argv[i], value) &&
                   !read_number(options, argv[i], value) &&
                   !session_option(&options->session, argv[i], value)) {
            bad("option", argv[i]);
        }
    }
    check("chunk is not 0", options->chunk > 0);
}

static void print_debug(void *context, int level, const char *file, int line,
                        const char *text)
{
    (void) context;
    fprintf(stderr, "%d %s:%d %s", level, file, line, text);
}

/* How records and hellos look. */
static void apply_framing(const struct options *options,
                          mbedtls_ssl_config *conf)
{
    must("max_frag_len", mbedtls_ssl_conf_max_frag_len(
             conf, (unsigned char) options->mfl));
#ifdef HAS_HYBRID_GROUPS
    must("record_size_limit", ferrotls_conf_record_size_limit(
             conf, (uint16_t) options->rsl));
    must("padding", ferrotls_conf_hello_padding(conf, options->padding));
    must("grease", ferrotls_conf_grease(conf, options->grease));
    must("stateless", ferrotls_conf_stateless_retry(conf,
                                                    options->stateless));
    must("keylog", ferrotls_conf_keylog_file(conf, options->keylog));
#else
    check("only ferrotls has these", options->rsl == 0 &&
          options->padding == 0 && options->grease == 0 &&
          options->stateless == 0 && options->keylog == NULL);
#endif
}

/* What only TLS 1.2 has; unless it is spoken of, nothing is set. */
static void apply_tls12(const struct options *options,
                        mbedtls_ssl_config *conf)
{
    (void) conf;
#if defined(MBEDTLS_SSL_ENCRYPT_THEN_MAC)
    if (!options->etm) {
        mbedtls_ssl_conf_encrypt_then_mac(conf, MBEDTLS_SSL_ETM_DISABLED);
    }
#else
    check("the library has encrypt-then-MAC", options->etm);
#endif
#if defined(MBEDTLS_SSL_EXTENDED_MASTER_SECRET)
    if (!options->ems) {
        mbedtls_ssl_conf_extended_master_secret(
            conf, MBEDTLS_SSL_EXTENDED_MS_DISABLED);
    }
#else
    check("the library has extended master secrets", options->ems);
#endif
#if defined(MBEDTLS_SSL_RENEGOTIATION)
    if (options->renegotiation) {
        mbedtls_ssl_conf_renegotiation(conf,
                                       MBEDTLS_SSL_RENEGOTIATION_ENABLED);
    }
#else
    check("the library renegotiates",
          !options->renegotiation && !options->renegotiate);
#endif
}

void options_apply(const struct options *options, mbedtls_ssl_config *conf,
                   struct random *random)
{
    apply_framing(options, conf);
    apply_tls12(options, conf);
    mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random, &random->drbg);
    mbedtls_ssl_conf_min_tls_version(
        conf, (mbedtls_ssl_protocol_version) options->min);
    mbedtls_ssl_conf_max_tls_version(
        conf, (mbedtls_ssl_protocol_version) options->max);
    if (options->authmode >= 0) {
        mbedtls_ssl_conf_authmode(conf, options->authmode);
    }
    if (options->suites[0] != 0) {
        mbedtls_ssl_conf_ciphersuites(conf, options->suites);
    }
    if (options->groups[0] != 0) {
        mbedtls_ssl_conf_groups(conf, options->groups);
    }
    if (options->sig_algs[0] != 0) {
        mbedtls_ssl_conf_sig_algs(conf, options->sig_algs);
    }
    if (options->alpn[0] != NULL) {
        must("alpn", mbedtls_ssl_conf_alpn_protocols(
                 conf, (const char **) options->alpn));
    }
    if (options->timeout != 0) {
        mbedtls_ssl_conf_read_timeout(conf, options->timeout);
    }
    if (options->debug != 0) {
        mbedtls_ssl_conf_dbg(conf, print_debug, NULL);
        mbedtls_debug_set_threshold(options->debug);
    }
}

static int wire_send(void *context, const unsigned char *data, size_t len)
{
    struct wire *wire = context;
    size_t take = cut_length(wire->cut, len, &wire->flip_out, &wire->seed);

    if (take == 0) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    return mbedtls_net_send(&wire->net, data, take);
}

static int wire_recv(void *context, unsigned char *data, size_t len)
{
    struct wire *wire = context;
    size_t take = cut_length(wire->cut, len, &wire->flip_in, &wire->seed);

    if (take == 0) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    return mbedtls_net_recv(&wire->net, data, take);
}

static int handshake_count;

/* The master secret of TLS 1.2 is new with every handshake. */
static void count_handshake(void *context, mbedtls_ssl_key_export_type type,
                            const unsigned char *secret, size_t secret_len,
                            const unsigned char client_random[32],
                            const unsigned char server_random[32],
                            mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) secret;
    (void) secret_len;
    (void) client_random;
    (void) server_random;
    (void) prf;
    handshake_count += type == MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET;
}

int handshakes(void)
{
    return handshake_count;
}

void wire_attach(struct wire *wire, mbedtls_ssl_context *ssl,
                 const struct options *options)
{
    wire->cut = options->cut;
    wire->flip_in = wire->flip_out = 0;
    wire->seed = options->seed;
    handshake_count = 0;
    mbedtls_ssl_set_export_keys_cb(ssl, count_handshake, NULL);
    if (options->timeout != 0) {
        mbedtls_ssl_set_bio(ssl, &wire->net, mbedtls_net_send,
                            mbedtls_net_recv, mbedtls_net_recv_timeout);
    } else {
        mbedtls_ssl_set_bio(ssl, wire, wire_send, wire_recv, NULL);
    }
}

int finish_handshake(mbedtls_ssl_context *ssl)
{
    int ret;

    do {
        ret = mbedtls_ssl_handshake(ssl);
    } while (waits(ret) || session_news(ssl, ret));
    return ret;
}

int renegotiate(mbedtls_ssl_context *ssl)
{
    int ret = MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;

#if defined(MBEDTLS_SSL_RENEGOTIATION)
    do {
        ret = mbedtls_ssl_renegotiate(ssl);
    } while (waits(ret));
#else
    (void) ssl;
#endif
    show("renegotiate", ret);
    return ret;
}

int write_all(mbedtls_ssl_context *ssl, const unsigned char *data, size_t len,
              size_t chunk)
{
    size_t sent = 0;

    while (sent < len) {
        size_t part = len - sent < chunk ? len - sent : chunk;
        int ret = mbedtls_ssl_write(ssl, data + sent, part);

        if (ret > 0) {
            sent += (size_t) ret;
        } else if (!waits(ret) && !session_news(ssl, ret)) {
            return ret == 0 ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : ret;
        }
    }
    return 0;
}

int write_pattern(mbedtls_ssl_context *ssl, size_t len, size_t chunk)
{
    static unsigned char data[65536];
    size_t sent = 0;

    while (sent < len) {
        size_t part = len - sent < sizeof(data) ? len - sent : sizeof(data);
        int ret;

        fill_pattern(data, part, sent);
        ret = write_all(ssl, data, part, chunk);
        if (ret != 0) {
            return ret;
        }
        sent += part;
    }
    return 0;
}

int read_some(mbedtls_ssl_context *ssl, unsigned char *data, size_t len)
{
    int ret;

    do {
        ret = mbedtls_ssl_read(ssl, data, len);
    } while (waits(ret) || session_news(ssl, ret));
    return ret;
}

int close_notify(mbedtls_ssl_context *ssl)
{
    int ret;

    do {
        ret = mbedtls_ssl_close_notify(ssl);
    } while (waits(ret));
    /* A peer that has all it wants may be gone already. */
    if (ret == MBEDTLS_ERR_NET_CONN_RESET ||
        ret == MBEDTLS_ERR_NET_SEND_FAILED) {
        ret = 0;
    }
    return ret;
}

void print_session(const mbedtls_ssl_context *ssl)
{
    const mbedtls_x509_crt *peer = mbedtls_ssl_get_peer_cert(ssl);
    const char *alpn = mbedtls_ssl_get_alpn_protocol(ssl);
    const char *suite = mbedtls_ssl_get_ciphersuite(ssl);
    char text[512];

    printf("version=%s\n", mbedtls_ssl_get_version(ssl));
    printf("suite=%s\n", suite == NULL ? "" : suite);
#ifdef HAS_HYBRID_GROUPS
    printf("group=0x%04x\n", (unsigned) ferrotls_get_group(ssl));
#endif
    printf("out=%d\n", mbedtls_ssl_get_max_out_record_payload(ssl));
    printf("in=%d\n", mbedtls_ssl_get_max_in_record_payload(ssl));
    printf("alpn=%s\n", alpn == NULL ? "" : alpn);
    text[0] = '\0';
    if (peer != NULL) {
        check("the subject can be printed",
              mbedtls_x509_dn_gets(text, sizeof(text), &peer->subject) > 0);
    }
    printf("peer=%s\n", text);
    printf("flags=0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(ssl));
}
