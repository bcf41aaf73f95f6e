/*
 * Runs the library with its secrets marked, for valgrind's memcheck to see
 * what depends on them: to memcheck a secret is memory that nobody has
 * written, and any branch and any address that comes of it is reported
 * (Adam Langley's ctgrind). cargo xtask ct reads the reports.
 *
 *     ct FOLDER CASE        one case;  ct --list  prints their names
 *
 * FOLDER holds the test certificates. Pre-shared keys and the keys of tickets
 * are marked here before the library gets them. Secrets that begin inside of
 * the library, and what comes of secrets and may be known, it says itself:
 * src/crypto/secret.rs, whose one function is wrapped below. What leaves the
 * library for the network is known.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/constant_time.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_ticket.h>

#include <ferrotls/ferrotls.h>

#include <valgrind/memcheck.h>
#include <valgrind/valgrind.h>

#define SECRET(data, len) (void) VALGRIND_MAKE_MEM_UNDEFINED(data, len)
#define KNOWN(data, len) (void) VALGRIND_MAKE_MEM_DEFINED(data, len)

/* What ferrotls::crypto::secret says. */
enum { SAY_KNOWN, SAY_SECRET, SAY_VALUE, SAY_KEYS };

static unsigned said[4];
static int making_keys;
static unsigned long marked;

/*
 * Stands before `say` of src/crypto/secret.rs. The name is that of the symbol,
 * with Za for an asterisk: how Rust mangles it differs by version.
 */
size_t I_WRAP_SONAME_FNNAME_ZZ(NONE, ZacryptoZasecretZasayZa)(size_t what,
        const unsigned char *start, size_t len, size_t value);
size_t I_WRAP_SONAME_FNNAME_ZZ(NONE, ZacryptoZasecretZasayZa)(size_t what,
        const unsigned char *start, size_t len, size_t value)
{
    OrigFn original;
    size_t result;

    VALGRIND_GET_ORIG_FN(original);
    CALL_FN_W_WWWW(result, original, what, start, len, value);
    said[what & 3]++;
    switch (what) {
    case SAY_KNOWN:
        KNOWN(start, len);
        break;
    case SAY_SECRET:
        SECRET(start, len);
        break;
    case SAY_KEYS:
        making_keys = value != 0;
        break;
    }
    KNOWN(&result, sizeof(result));
    return result;
}

/* The operating system's randomness, however it is asked for. */
ssize_t I_WRAP_SONAME_FNNAME_ZU(libcZdsoZa, getrandom)(void *data, size_t len,
                                                        unsigned flags);
ssize_t I_WRAP_SONAME_FNNAME_ZU(libcZdsoZa, getrandom)(void *data, size_t len,
                                                        unsigned flags)
{
    OrigFn original;
    ssize_t result;

    VALGRIND_GET_ORIG_FN(original);
    CALL_FN_W_WWW(result, original, data, len, flags);
    if (making_keys && result > 0) {
        SECRET(data, (size_t) result);
        marked += (unsigned long) result;
    }
    return result;
}

#define SYS_GETRANDOM 318 /* x86_64 */

long I_WRAP_SONAME_FNNAME_ZU(libcZdsoZa, syscall)(long number, long a, long b,
                                                  long c, long d, long e);
long I_WRAP_SONAME_FNNAME_ZU(libcZdsoZa, syscall)(long number, long a, long b,
                                                  long c, long d, long e)
{
    OrigFn original;
    long result;

    VALGRIND_GET_ORIG_FN(original);
    CALL_FN_W_6W(result, original, number, a, b, c, d, e);
    if (number == SYS_GETRANDOM && making_keys && result > 0) {
        SECRET((void *) a, (size_t) result);
        marked += (unsigned long) result;
    }
    return result;
}

static const char *folder;
static unsigned char key[32] = "a key that both sides were given";
static unsigned char other_key[32] = "a key that was given to somebody";
static const unsigned char identity[] = "somebody";
static unsigned char secret_identity[] = "somebody";
#define NAME_LEN (sizeof(identity) - 1)

static int send_known(void *context, const unsigned char *data, size_t len)
{
    KNOWN(data, len);
    return end_send(context, data, len);
}

/* Two ends; `suite` 0 stands for the usual ones. */
static struct both *new_both(mbedtls_ssl_protocol_version version, int suite)
{
    static int suites[2];
    struct both *both;

    both_version = version;
    both = both_new(folder, "p256");
    suites[0] = suite;
    if (suite != 0) {
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
        mbedtls_ssl_conf_ciphersuites(&both->server.conf, suites);
    }
    return both;
}

static void setup(struct both *both)
{
    both_setup(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, send_known, end_recv,
                        NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, send_known, end_recv,
                        NULL);
}

/* Data both ways, of lengths that need every length of padding. */
static void talk(struct both *both)
{
    static unsigned char data[1100];
    size_t len;

    for (len = 1; len <= 34; len++) {
        fill_pattern(data, len, len);
        both_transfer(both, len % 2 ? &both->client : &both->server, data,
                      len);
    }
    fill_pattern(data, sizeof(data), 0);
    both_transfer(both, &both->client, data, sizeof(data));
    both_transfer(both, &both->server, data, sizeof(data));
}

/* A byte of what is under way changes: the record has to be refused. */
static void tamper(struct both *both, size_t from_end)
{
    unsigned char data[40];
    int ret;

    fill_pattern(data, sizeof(data), 0);
    check("written", mbedtls_ssl_write(&both->client.ssl, data, sizeof(data)) ==
          (int) sizeof(data));
    both->to_server.data[both->to_server.end - 1 - from_end] ^= 1;
    ret = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
    check("a record that was changed", ret == MBEDTLS_ERR_SSL_INVALID_MAC);
}

static void give_psk(struct both *both, unsigned char *clients)
{
    SECRET(clients, sizeof(key));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, clients,
                                          sizeof(key), identity, NAME_LEN));
    SECRET(key, sizeof(key));
    /* Nor does the time a look-up takes tell which names there are. */
    SECRET(secret_identity, NAME_LEN);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key, sizeof(key),
                                          secret_identity, NAME_LEN));
}

static void finish(struct both *both)
{
    mbedtls_ssl_close_notify(&both->client.ssl);
    mbedtls_ssl_close_notify(&both->server.ssl);
    both_free(both);
}

/*
 * TLS 1.2: its Finished, and records that are opened and refused. Without a
 * key that both have, it is the ephemeral keys that are secret.
 */
static void suite12(int suite, int with_psk, size_t changed)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_2, suite);

    if (with_psk) {
        give_psk(both, key);
    }
    setup(both);
    both_connect(both);
    talk(both);
    tamper(both, changed);
    finish(both);
}

static void cbc_sha256(void)
{
    /* The last byte of the MAC is wrong. */
    suite12(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, 0, 0);
}

static void cbc_sha384(void)
{
    /* The first byte of the MAC is wrong. */
    suite12(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384, 0, 47);
}

static void cbc_sha1(void)
{
    /* What is encrypted is wrong, where the padding is. */
    suite12(MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, 0, 20);
}

static void psk12(void)
{
    suite12(MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 1, 0);
}

static void psk12_ephemeral(void)
{
    suite12(MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 1, 0);
}

static void psk13_modes(int modes)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_3,
                                 MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256);

    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    give_psk(both, key);
    setup(both);
    both_connect(both);
    talk(both);
    tamper(both, 0);
    finish(both);
}

static void psk13(void)
{
    psk13_modes(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK);
}

static void psk13_ephemeral(void)
{
    psk13_modes(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL);
}

/* A binder of another key is refused. */
static void binder_wrong(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_3, 0);
    int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;
    int client, server;

    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    give_psk(both, other_key);
    setup(both);
    both_handshake(both, &client, &server);
    check("another key's binder", server != 0 && !waits(server));
    both_free(both);
}

/* In TLS 1.2 another key shows in Finished, which does not open. */
static void finished_wrong(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_2,
                                 MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256);
    int client, server;

    give_psk(both, other_key);
    setup(both);
    both_handshake(both, &client, &server);
    check("another key's Finished", server != 0 && !waits(server));
    both_free(both);
}

static int find(void *context, mbedtls_ssl_context *ssl,
                const unsigned char *name, size_t name_len)
{
    (void) context;
    if (name_len != NAME_LEN || memcmp(name, identity, name_len) != 0) {
        return -1;
    }
    return mbedtls_ssl_set_hs_psk(ssl, key, sizeof(key));
}

/* The key comes of a callback. */
static void lookup_callback(mbedtls_ssl_protocol_version version, int suite)
{
    struct both *both = new_both(version, suite);

    SECRET(key, sizeof(key));
    if (version == MBEDTLS_SSL_VERSION_TLS1_3) {
        int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL;

        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    }
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                          identity, NAME_LEN));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, NULL);
    setup(both);
    both_connect(both);
    talk(both);
    finish(both);
}

static void lookup12(void)
{
    lookup_callback(MBEDTLS_SSL_VERSION_TLS1_2,
                    MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256);
}

static void lookup13(void)
{
    lookup_callback(MBEDTLS_SSL_VERSION_TLS1_3, 0);
}

/* Reads at the client what comes before data: tickets. */
static int drain(struct both *both)
{
    unsigned char buffer[16];
    int ret, got = 0;

    do {
        ret = mbedtls_ssl_read(&both->client.ssl, buffer, sizeof(buffer));
        got += ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET;
    } while (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET);
    check("nothing else is there", waits(ret));
    return got;
}

static int opened;

static int open_ticket(void *keys, mbedtls_ssl_session *session,
                       unsigned char *ticket, size_t len)
{
    int ret = mbedtls_ssl_ticket_parse(keys, session, ticket, len);

    opened += ret == 0;
    return ret;
}

/* A handshake, a ticket under a key of ours, and a connection with it. */
static void tickets(mbedtls_ssl_protocol_version version,
                    mbedtls_cipher_type_t cipher)
{
    struct both *both = new_both(version, 0);
    static mbedtls_ssl_ticket_context keys;
    mbedtls_ssl_session session;
    unsigned char name[4] = { 1, 2, 3, 4 };

    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(&keys,
         mbedtls_ctr_drbg_random, &both->random.drbg, cipher, 3600));
    SECRET(key, sizeof(key));
    must("rotate", mbedtls_ssl_ticket_rotate(&keys, name, sizeof(name), key,
                                             sizeof(key), 3600));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        open_ticket, &keys);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    setup(both);
    both_connect(both);
    mbedtls_ssl_session_init(&session);
    check("tickets come in TLS 1.3 alone",
          (drain(both) > 0) == (version == MBEDTLS_SSL_VERSION_TLS1_3));
    talk(both);
    must("get_session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    must("set_session", mbedtls_ssl_set_session(&both->client.ssl, &session));
    both_connect(both);
    check("the ticket was opened", opened == 1);
    drain(both);
    talk(both);
    mbedtls_ssl_session_free(&session);
    finish(both);
    mbedtls_ssl_ticket_free(&keys);
}

static void tickets12(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_CIPHER_AES_256_GCM);
}

static void tickets13(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_CHACHA20_POLY1305);
}

static void tickets13_ccm(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_AES_128_CCM);
}

/* A full handshake whose ephemeral keys are secret. */
static void group(mbedtls_ssl_protocol_version version, uint16_t id)
{
    struct both *both = new_both(version, 0);
    static uint16_t groups[2];

    groups[0] = id;
    mbedtls_ssl_conf_groups(&both->client.conf, groups);
    mbedtls_ssl_conf_groups(&both->server.conf, groups);
    setup(both);
    both_connect(both);
    check("keys were made of marked randomness", marked >= 64);
    talk(both);
    finish(both);
}

static void x25519(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_IANA_TLS_GROUP_X25519);
}

static void p256(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1);
}

static void p384(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1);
}

static void p521(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1);
}

static void x448(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_IANA_TLS_GROUP_X448);
}

static void x25519_mlkem768(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3, FERROTLS_IANA_TLS_GROUP_X25519MLKEM768);
}

static void p384_mlkem1024(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_3,
          FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024);
}

static void x25519_12(void)
{
    group(MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_SSL_IANA_TLS_GROUP_X25519);
}

static void compare(void)
{
    unsigned char a[32] = { 1 }, b[32] = { 1 };
    int same, differ;

    SECRET(a, sizeof(a));
    same = mbedtls_ct_memcmp(a, b, sizeof(a));
    b[31] = 9;
    differ = mbedtls_ct_memcmp(a, b, sizeof(a));
    KNOWN(&same, sizeof(same));
    KNOWN(&differ, sizeof(differ));
    check("equal bytes", same == 0);
    check("bytes that differ", differ != 0);
}

/* A comparison that stops where the difference is: it has to be caught. */
static void leak(void)
{
    unsigned char a[32] = { 1 };
    volatile unsigned char b[32] = { 1 };
    size_t i;

    SECRET(a, sizeof(a));
    for (i = 0; i < sizeof(a) && a[i] == b[i]; i++) {
    }
    KNOWN(&i, sizeof(i));
    printf("equal up to %u\n", (unsigned) i);
}

/* The same by a function of the library that promises no constant time. */
static void leak_inside(void)
{
    mbedtls_mpi a, b;
    unsigned char bytes[32] = { 1 };
    int order;

    mbedtls_mpi_init(&a);
    mbedtls_mpi_init(&b);
    must("read", mbedtls_mpi_read_binary(&b, bytes, sizeof(bytes)));
    SECRET(bytes, sizeof(bytes));
    must("read", mbedtls_mpi_read_binary(&a, bytes, sizeof(bytes)));
    order = mbedtls_mpi_cmp_mpi(&a, &b);
    KNOWN(&order, sizeof(order));
    printf("order %d\n", order);
    mbedtls_mpi_free(&a);
    mbedtls_mpi_free(&b);
}

static const struct {
    const char *name;
    void (*run)(void);
    /* What the library has to have said, so that nothing was checked in vain. */
    unsigned known, value, keys;
} cases[] = {
    { "leak", leak, 0, 0, 0 },
    { "leak-inside", leak_inside, 0, 0, 0 },
    { "compare", compare, 0, 0, 0 },
    { "cbc-sha256", cbc_sha256, 30, 60, 2 },
    { "cbc-sha384", cbc_sha384, 30, 60, 2 },
    { "cbc-sha1", cbc_sha1, 30, 60, 2 },
    { "psk-tls12", psk12, 30, 2, 0 },
    { "psk-tls12-ephemeral", psk12_ephemeral, 30, 2, 2 },
    { "psk-tls13", psk13, 30, 3, 0 },
    { "psk-tls13-ephemeral", psk13_ephemeral, 30, 3, 2 },
    { "binder-wrong", binder_wrong, 0, 1, 0 },
    { "finished-wrong", finished_wrong, 0, 1, 0 },
    { "lookup-tls12", lookup12, 30, 2, 0 },
    { "lookup-tls13", lookup13, 30, 3, 2 },
    { "tickets-tls12", tickets12, 30, 2, 2 },
    { "tickets-tls13", tickets13, 30, 3, 2 },
    { "tickets-tls13-ccm", tickets13_ccm, 30, 3, 2 },
    { "x25519", x25519, 30, 2, 2 },
    { "x25519-tls12", x25519_12, 30, 2, 2 },
    { "p256", p256, 30, 2, 2 },
    { "p384", p384, 30, 2, 2 },
    { "p521", p521, 30, 2, 2 },
    { "x448", x448, 30, 2, 2 },
    { "x25519-mlkem768", x25519_mlkem768, 30, 2, 2 },
    { "p384-mlkem1024", p384_mlkem1024, 30, 2, 2 },
};

int main(int argc, char **argv)
{
    size_t i;

    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
            printf("%s\n", cases[i].name);
        }
        return 0;
    }
    check("ct FOLDER CASE", argc == 3);
    folder = argv[1];
    must("psa_crypto_init", psa_crypto_init());
    for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (strcmp(argv[2], cases[i].name) == 0) {
            cases[i].run();
            printf("said: known %u secret %u value %u keys %u, random %lu\n",
                   said[SAY_KNOWN], said[SAY_SECRET], said[SAY_VALUE],
                   said[SAY_KEYS], marked);
            check("under valgrind", RUNNING_ON_VALGRIND);
            check("the library said what is known",
                  said[SAY_KNOWN] >= cases[i].known &&
                  said[SAY_VALUE] >= cases[i].value &&
                  said[SAY_KEYS] >= cases[i].keys);
            return 0;
        }
    }
    check("there is such a case", 0);
    return 1;
}
