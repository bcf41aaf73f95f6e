/*
 * Handshakes of TLS 1.2 that fail, and what both ends return then: nothing in
 * common, keys and names that are wrong, alerts and the end of the stream in
 * every state, and transports that break.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static struct both *both_12(const char *cert)
{
    struct both *both = both_new(folder, cert);
    mbedtls_ssl_config *confs[2];
    int i;

    confs[0] = &both->client.conf;
    confs[1] = &both->server.conf;
    for (i = 0; i < 2; i++) {
        mbedtls_ssl_conf_min_tls_version(confs[i],
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_max_tls_version(confs[i],
                                         MBEDTLS_SSL_VERSION_TLS1_2);
    }
    return both;
}

static int state_of(const struct end *end)
{
    return end->ssl.MBEDTLS_PRIVATE(state);
}

static void finish(const char *what, struct both *both)
{
    int client, server;

    both_setup(both);
    both_handshake(both, &client, &server);
    printf("%s: client -0x%04x state %d server -0x%04x state %d\n", what,
           (unsigned) -client, state_of(&both->client), (unsigned) -server,
           state_of(&both->server));
    both_free(both);
}

static void nothing_in_common(void)
{
    static const int gcm[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    static const int chacha[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, 0
    };
    static const uint16_t p256[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1,
                                     0 };
    static const uint16_t p384[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1,
                                     0 };
    static const uint16_t sha256[] = {
        MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, MBEDTLS_TLS1_3_SIG_NONE
    };
    static const uint16_t rsa[] = { MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256,
                                    MBEDTLS_TLS1_3_SIG_NONE };
    static const char *one[] = { "one", NULL }, *two[] = { "two", NULL };
    struct both *both;

    both = both_12("p256");
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, gcm);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf, chacha);
    finish("suites", both);
    both = both_12("rsa2048");
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, gcm);
    finish("a key for another suite", both);
    both = both_12("p256");
    mbedtls_ssl_conf_groups(&both->client.conf, p256);
    mbedtls_ssl_conf_groups(&both->server.conf, p384);
    finish("groups", both);
    both = both_12("p256");
    mbedtls_ssl_conf_sig_algs(&both->client.conf, rsa);
    finish("signature algorithms of the client", both);
    both = both_12("p256");
    mbedtls_ssl_conf_sig_algs(&both->server.conf, rsa);
    finish("signature algorithms of the server", both);
    both = both_12("p256");
    mbedtls_ssl_conf_sig_algs(&both->server.conf, sha256);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client-rsa");
    finish("a client's key that the server does not take", both);
    both = both_12("p256");
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->client.conf, one));
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->server.conf, two));
    finish("protocols", both);
    both = both_12("p256");
    mbedtls_ssl_conf_own_cert(&both->server.conf, NULL, NULL);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    finish("nothing to show", both);
}

static int code_of_callback;

static int on_cert(mbedtls_ssl_context *ssl)
{
    (void) ssl;
    return code_of_callback;
}

static int on_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    (void) context;
    (void) ssl;
    (void) name;
    (void) len;
    return code_of_callback;
}

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    (void) context;
    (void) crt;
    (void) depth;
    (void) flags;
    return code_of_callback;
}

static int on_psk(void *context, mbedtls_ssl_context *ssl,
                  const unsigned char *name, size_t len)
{
    static const unsigned char key[16] = "another key";

    (void) name;
    (void) len;
    if (context != NULL)
        must("psk", mbedtls_ssl_set_hs_psk(ssl, key, sizeof(key)));
    return code_of_callback;
}

static void of_callbacks(int code)
{
    static const int psk[] = { MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0 };
    static const unsigned char key[16] = "0123456789abcde";
    struct both *both;
    int i;

    code_of_callback = code;
    printf("callbacks return %d\n", code);
    both = both_12("p256");
    mbedtls_ssl_conf_cert_cb(&both->server.conf, on_cert);
    finish("  for certificates", both);
    both = both_12("p256");
    mbedtls_ssl_conf_sni(&both->server.conf, on_name, NULL);
    finish("  for names", both);
    both = both_12("p256");
    mbedtls_ssl_conf_verify(&both->client.conf, on_verify, NULL);
    finish("  for the server's certificate", both);
    both = both_12("p256");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    mbedtls_ssl_conf_verify(&both->server.conf, on_verify, NULL);
    finish("  for the client's certificate", both);
    for (i = 0; i < 2; i++) {
        both = both_12("p256");
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, psk);
        must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                         (const unsigned char *) "me", 2));
        mbedtls_ssl_conf_psk_cb(&both->server.conf, on_psk,
                                i ? both : NULL);
        finish(i ? "  for keys, another" : "  for keys, none", both);
    }
}

static void of_keys(void)
{
    static const int psk[] = { MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0 };
    static const int ecdhe[] = {
        MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0
    };
    static const unsigned char key[16] = "0123456789abcde";
    static const unsigned char other[16] = "0123456789abcdf";
    struct both *both;
    int i;

    for (i = 0; i < 2; i++) {
        const int *suites = i ? ecdhe : psk;

        printf("%s\n", i ? "ECDHE-PSK" : "PSK");
        both = both_12("p256");
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
        must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                         (const unsigned char *) "me", 2));
        must("psk", mbedtls_ssl_conf_psk(&both->server.conf, other,
                                         sizeof(other),
                                         (const unsigned char *) "me", 2));
        finish("  another key", both);
        both = both_12("p256");
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
        must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                         (const unsigned char *) "me", 2));
        must("psk", mbedtls_ssl_conf_psk(&both->server.conf, key, sizeof(key),
                                         (const unsigned char *) "you", 3));
        finish("  another name", both);
        both = both_12("p256");
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
        must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                         (const unsigned char *) "me", 2));
        finish("  no key", both);
    }
}

/*
 * Both ends step until the one at `victim` is in `state` and has nothing to
 * read. Returns 0 if it never is.
 */
static int bring_to(struct both *both, struct end *victim, int state)
{
    struct end *other =
        victim == &both->client ? &both->server : &both->client;
    int i, ret;

    for (i = 0; i < 200; i++) {
        if (state_of(victim) == state)
            return 1;
        ret = mbedtls_ssl_handshake_step(&victim->ssl);
        if (ret != 0 && !waits(ret))
            return 0;
        if (state_of(victim) == state)
            return 1;
        if (ret != 0) {
            do {
                ret = mbedtls_ssl_handshake_step(&other->ssl);
            } while (ret == 0 && state_of(other) != 27);
        }
    }
    return 0;
}

/* What comes in place of what is under way. */
enum trouble { END, WARNING, FATAL, CLOSE, DATA, JUNK, OLD, TROUBLES };

static const char *const troubles[TROUBLES] = {
    "the end", "a warning", "a fatal alert", "close_notify", "data", "junk",
    "an old version"
};
static const unsigned char records[TROUBLES][8] = {
    { 0 },
    { 21, 3, 3, 0, 2, 1, 90 },
    { 21, 3, 3, 0, 2, 2, 40 },
    { 21, 3, 3, 0, 2, 1, 0 },
    { 23, 3, 3, 0, 2, 'h', 'i' },
    { 99, 3, 3, 0, 2, 0, 0 },
    { 22, 2, 0, 0, 2, 0, 0 }
};

static void in_state(int server, int state, enum trouble trouble)
{
    struct both *both = both_12("p256");
    struct end *end = server ? &both->server : &both->client;
    int ret = 0, i;

    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    both_setup(both);
    if (bring_to(both, end, state)) {
        end->in->start = end->in->end = 0;
        if (trouble == END) {
            end->in->closed = 1;
        } else {
            memcpy(end->in->data, records[trouble], 7);
            end->in->end = 7;
        }
        for (i = 0; i < 20 && ret == 0 && state_of(end) != 27; i++)
            ret = mbedtls_ssl_handshake(&end->ssl);
        printf("  state %d: -0x%04x", state, (unsigned) -ret);
        if (trouble == END)
            printf(", again -0x%04x",
                   (unsigned) -mbedtls_ssl_handshake(&end->ssl));
        printf("\n");
    }
    both_free(both);
}

static void in_states(void)
{
    int server, trouble, state;

    for (trouble = 0; trouble < TROUBLES; trouble++)
        for (server = 0; server < 2; server++) {
            printf("%s at the %s\n", troubles[trouble],
                   server ? "server" : "client");
            for (state = 0; state < 17; state++)
                in_state(server, state, (enum trouble) trouble);
        }
}

static int broken_after, broken_with;

static int broken_send(void *context, const unsigned char *data, size_t len)
{
    return --broken_after < 0 ? broken_with : end_send(context, data, len);
}

static int broken_recv(void *context, unsigned char *data, size_t len)
{
    return --broken_after < 0 ? broken_with : end_recv(context, data, len);
}

/* Transports that break, or tell what they may not. */
static void transports(int receiving, int code)
{
    int server, after;

    printf("%s returns -0x%04x\n", receiving ? "receiving" : "sending",
           (unsigned) -code);
    for (server = 0; server < 2; server++)
        for (after = 0; after < 2; after++) {
            struct both *both = both_12("p256");
            struct end *end = server ? &both->server : &both->client;
            int client, ret;

            both_setup(both);
            broken_after = after;
            broken_with = code;
            mbedtls_ssl_set_bio(&end->ssl, end,
                                receiving ? end_send : broken_send,
                                receiving ? broken_recv : end_recv, NULL);
            both_handshake(both, &client, &ret);
            if (!server)
                ret = client;
            printf("  %s, after %d: -0x%04x", end->name, after,
                   (unsigned) -ret);
            broken_after = 0;
            printf(", again -0x%04x\n",
                   (unsigned) -mbedtls_ssl_handshake(&end->ssl));
            both_free(both);
        }
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    nothing_in_common();
    of_callbacks(-1);
    of_callbacks(MBEDTLS_ERR_SSL_INVALID_MAC);
    of_keys();
    in_states();
    transports(0, MBEDTLS_ERR_SSL_INTERNAL_ERROR);
    transports(1, MBEDTLS_ERR_SSL_INTERNAL_ERROR);
    transports(1, MBEDTLS_ERR_SSL_TIMEOUT);
    transports(1, 0);
    return 0;
}
