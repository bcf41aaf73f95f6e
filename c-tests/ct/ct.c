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
#include <mbedtls/chachapoly.h>
#include <mbedtls/cipher.h>
#include <mbedtls/constant_time.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_ticket.h>

#include <ferrotls/ferrotls.h>

#include <valgrind/memcheck.h>
#include <valgrind/valgrind.h>

/* Nothing is marked: what is undefined then is memory that nobody wrote. */
static int unmarked;

#define SECRET(data, len) \
    (void) (unmarked ? 0 : VALGRIND_MAKE_MEM_UNDEFINED(data, len))
#define KNOWN(data, len) (void) VALGRIND_MAKE_MEM_DEFINED(data, len)

/* What ferrotls::crypto::secret says. */
enum { SAY_KNOWN, SAY_SECRET, SAY_VALUE, SAY_KEYS, SAY_VERDICT, SAY_COUNT };

static unsigned said[SAY_COUNT];
/* Verdicts that were "no". */
static unsigned refused;
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
    KNOWN(&result, sizeof(result));
    if (what < SAY_COUNT) {
        said[what]++;
    }
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
    case SAY_VERDICT:
        refused += result == 0;
        break;
    }
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
    if (making_keys && !unmarked && result > 0) {
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
    if (number == SYS_GETRANDOM && making_keys && !unmarked && result > 0) {
        SECRET((void *) a, (size_t) result);
        marked += (unsigned long) result;
    }
    return result;
}

static const char *folder;
static const char *server_cert = "p256";
static unsigned char key[32] = "a key that both sides were given";
static unsigned char other_key[32] = "a key that was given to somebody";
static unsigned char third_key[32] = "one that nobody was ever told of";
static const unsigned char identity[] = "somebody";
static unsigned char secret_identity[] = "somebody";
#define NAME_LEN (sizeof(identity) - 1)

/* The length of the record at `data`, its header included. */
static size_t record_len(const unsigned char *data, size_t len)
{
    size_t record;

    check("a record's header", len >= 5);
    record = 5 + ((size_t) data[3] << 8 | data[4]);
    check("a whole record", record <= len);
    return record;
}

/* Ends that have sent a change_cipher_spec. */
static const void *changed_cipher[2];
static unsigned plain_records, protected_records;

/*
 * Every byte that is sent was written. The tag of a protected record is left
 * out: memcheck does not follow ring's AES-GCM (c-tests/valgrind.supp).
 */
static void look_at_sent(const void *context, const unsigned char *data,
                         size_t len)
{
    size_t record, tag;
    int changed;

    for (; len > 0; data += record, len -= record) {
        record = record_len(data, len);
        changed = context == changed_cipher[0] || context == changed_cipher[1];
        tag = data[0] == MBEDTLS_SSL_MSG_APPLICATION_DATA || changed ? 16 : 0;
        check("what is sent was written",
              VALGRIND_CHECK_MEM_IS_DEFINED(data, record - tag) == 0);
        if (tag != 0) {
            protected_records++;
        } else {
            plain_records++;
        }
        if (data[0] == MBEDTLS_SSL_MSG_CHANGE_CIPHER_SPEC && !changed) {
            changed_cipher[changed_cipher[0] != NULL] = context;
        }
    }
}

static int send_known(void *context, const unsigned char *data, size_t len)
{
    if (unmarked) {
        look_at_sent(context, data, len);
    }
    KNOWN(data, len);
    return end_send(context, data, len);
}

/* Two ends; `suite` 0 stands for the usual ones. */
static struct both *new_both(mbedtls_ssl_protocol_version version, int suite)
{
    static int suites[2];
    struct both *both;

    both_version = version;
    both = both_new(folder, server_cert);
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

/* A handshake that the server or the client refuses with `code`. */
static void refuse(struct both *both, const struct end *who, int code)
{
    int client, server, ret;

    both_handshake(both, &client, &server);
    ret = who == &both->server ? server : client;
    if (ret != code) {
        fprintf(stderr, "the %s says -0x%04x\n", who->name, (unsigned) -ret);
    }
    check("the handshake is refused by whom it has to be", ret == code);
    both_free(both);
}

/* A binder of another key is refused. */
static void binder_wrong(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_3, 0);
    int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;

    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    give_psk(both, other_key);
    setup(both);
    refuse(both, &both->server, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
}

/* In TLS 1.2 the first record under another key does not open. */
static void record_wrong(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_2,
                                 MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256);

    give_psk(both, other_key);
    setup(both);
    refuse(both, &both->server, MBEDTLS_ERR_SSL_INVALID_MAC);
}

/* Whom a client of these cases asks for in ALPN, which no server answers. */
static const char *protocols[] = { "to-be-changed", NULL };

/* Where `text` stands in `data`; NULL if it does not. */
static unsigned char *found(unsigned char *data, size_t len, const char *text)
{
    size_t text_len = strlen(text), at;

    for (at = 0; at + text_len <= len; at++) {
        if (memcmp(data + at, text, text_len) == 0) {
            return data + at;
        }
    }
    return NULL;
}

/* What a network that changes messages has done. */
static int changed;

/* Sends what `change` makes of `data`. */
static int send_changed(void *context, const unsigned char *data, size_t len,
                        void (*change)(unsigned char *data, size_t len))
{
    static unsigned char copy[65536];

    KNOWN(data, len);
    check("a flight's length", len <= sizeof(copy));
    memcpy(copy, data, len);
    change(copy, len);
    check("sent", end_send(context, copy, len) == (int) len);
    return (int) len;
}

static void change_hello(unsigned char *data, size_t len)
{
    unsigned char *name = found(data, len, protocols[0]);

    if (name != NULL) {
        *name ^= 1;
        changed++;
    }
}

static int send_hello_changed(void *context, const unsigned char *data,
                              size_t len)
{
    return send_changed(context, data, len, change_hello);
}

/*
 * The server has another ClientHello than the client, which changes nothing
 * but the transcript, as the master secret does not come of that: Finished
 * opens, and is wrong.
 */
static void finished12_of_client(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_2,
                                 MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256);

    mbedtls_ssl_conf_extended_master_secret(
        &both->client.conf, MBEDTLS_SSL_EXTENDED_MS_DISABLED);
    mbedtls_ssl_conf_extended_master_secret(
        &both->server.conf, MBEDTLS_SSL_EXTENDED_MS_DISABLED);
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->client.conf,
                                                 protocols));
    give_psk(both, key);
    setup(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, send_hello_changed,
                        end_recv, NULL);
    refuse(both, &both->server, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
    check("one hello was changed", changed == 1);
}

static void change_ticket(unsigned char *data, size_t len)
{
    size_t record;

    for (; len > 0; data += record, len -= record) {
        record = record_len(data, len);
        /* NewSessionTicket, which comes before the keys change. */
        if (!changed && data[0] == MBEDTLS_SSL_MSG_HANDSHAKE &&
            data[5] == MBEDTLS_SSL_HS_NEW_SESSION_TICKET) {
            data[record - 1] ^= 1;
            changed++;
        }
    }
}

static int send_ticket_changed(void *context, const unsigned char *data,
                               size_t len)
{
    return send_changed(context, data, len, change_ticket);
}

/* The client gets another ticket than the server has sent. */
static void finished12_of_server(void)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_2, 0);
    static mbedtls_ssl_ticket_context keys;

    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(&keys,
         mbedtls_ctr_drbg_random, &both->random.drbg,
         MBEDTLS_CIPHER_AES_256_GCM, 3600));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &keys);
    setup(both);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, send_ticket_changed,
                        end_recv, NULL);
    refuse(both, &both->client, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
    check("one ticket was changed", changed == 1);
    mbedtls_ssl_ticket_free(&keys);
}

/*
 * In TLS 1.3 nothing can be changed from outside, as the keys come of all
 * that is sent without. So the one who changes Finished has the keys of the
 * records: both ends are ours, and tell them.
 */
static struct {
    mbedtls_ssl_key_export_type type;
    unsigned char secret[32];
    int is_there;
    unsigned char number;
} forger;

static void take_secret(void *context, mbedtls_ssl_key_export_type type,
                        const unsigned char *secret, size_t len,
                        const unsigned char client_random[32],
                        const unsigned char server_random[32],
                        mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) client_random;
    (void) server_random;
    (void) prf;
    if (type == forger.type) {
        check("the length of a secret", len == sizeof(forger.secret));
        memcpy(forger.secret, secret, len);
        KNOWN(forger.secret, len);
        forger.is_there = 1;
    }
}

/* HKDF-Expand-Label(forger.secret, label, "", len) of RFC 8446. */
static void expand(const char *label, unsigned char *out, size_t len)
{
    unsigned char info[32] = { 0 };
    size_t label_len = strlen(label);

    info[1] = (unsigned char) len;
    info[2] = (unsigned char) (6 + label_len);
    memcpy(info + 3, "tls13 ", 6);
    memcpy(info + 9, label, label_len);
    must("expand", mbedtls_hkdf_expand(
         mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), forger.secret,
         sizeof(forger.secret), info, 10 + label_len, out, len));
}

/* Opens a record, changes the Finished that it may end with, and seals it. */
static void change_record(unsigned char *record, size_t len)
{
    unsigned char record_key[32], nonce[12], inner[16384];
    size_t inner_len = len - 5 - 16;
    unsigned char *finished, *tag = record + len - 16;
    mbedtls_chachapoly_context aead;

    expand("key", record_key, sizeof(record_key));
    expand("iv", nonce, sizeof(nonce));
    nonce[11] ^= forger.number++;
    mbedtls_chachapoly_init(&aead);
    must("setkey", mbedtls_chachapoly_setkey(&aead, record_key));
    must("open", mbedtls_chachapoly_auth_decrypt(&aead, inner_len, nonce,
         record, 5, tag, record + 5, inner));
    /* Header, digest and the type of the content. */
    finished = inner + inner_len - 1 - 32 - 4;
    if (inner_len >= 37 && inner[inner_len - 1] == MBEDTLS_SSL_MSG_HANDSHAKE &&
        finished[0] == MBEDTLS_SSL_HS_FINISHED && finished[1] == 0 &&
        finished[2] == 0 && finished[3] == 32) {
        finished[4 + 31] ^= 1;
        changed++;
    }
    must("seal", mbedtls_chachapoly_encrypt_and_tag(&aead, inner_len, nonce,
         record, 5, inner, record + 5, tag));
    mbedtls_chachapoly_free(&aead);
}

static void change_finished(unsigned char *data, size_t len)
{
    size_t record;

    for (; len > 0; data += record, len -= record) {
        record = record_len(data, len);
        if (!changed && data[0] == MBEDTLS_SSL_MSG_APPLICATION_DATA) {
            check("the secret is told before it is used", forger.is_there);
            change_record(data, record);
        }
    }
}

static int send_finished_changed(void *context, const unsigned char *data,
                                 size_t len)
{
    return send_changed(context, data, len, change_finished);
}

static void finished13(int of_server)
{
    struct both *both = new_both(MBEDTLS_SSL_VERSION_TLS1_3,
                                 MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256);
    int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;
    struct end *from = of_server ? &both->server : &both->client;

    forger.type = of_server ?
        MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET :
        MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET;
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    give_psk(both, key);
    setup(both);
    mbedtls_ssl_set_export_keys_cb(&from->ssl, take_secret, NULL);
    mbedtls_ssl_set_bio(&from->ssl, from, send_finished_changed, end_recv,
                        NULL);
    refuse(both, of_server ? &both->client : &both->server,
           MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
    check("one Finished was changed", changed == 1);
}

static void finished13_of_client(void)
{
    finished13(0);
}

static void finished13_of_server(void)
{
    finished13(1);
}

/* The server has a key of another name, as long as the client's. */
static void name_wrong(mbedtls_ssl_protocol_version version, int suite,
                       int code)
{
    struct both *both = new_both(version, suite);
    int modes = MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;

    if (version == MBEDTLS_SSL_VERSION_TLS1_3) {
        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf, modes);
        mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf, modes);
    }
    secret_identity[NAME_LEN - 1] ^= 1;
    give_psk(both, key);
    setup(both);
    refuse(both, &both->server, code);
}

static void name_wrong12(void)
{
    name_wrong(MBEDTLS_SSL_VERSION_TLS1_2,
               MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
               MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY);
}

static void name_wrong13(void)
{
    name_wrong(MBEDTLS_SSL_VERSION_TLS1_3, 0,
               MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER);
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

/* What comes of a ticket before it is shown. */
enum fate { FATE_GOOD, FATE_CHANGED, FATE_KEY_GONE };

static enum fate fate;
static int opened;

static int open_ticket(void *keys, mbedtls_ssl_session *session,
                       unsigned char *ticket, size_t len)
{
    int ret;

    if (fate == FATE_CHANGED) {
        ticket[len - 1] ^= 1;
    }
    ret = mbedtls_ssl_ticket_parse(keys, session, ticket, len);
    check("what is said of a ticket", ret ==
          (fate == FATE_GOOD ? 0 :
           fate == FATE_CHANGED ? MBEDTLS_ERR_SSL_INVALID_MAC :
           MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED));
    opened++;
    return ret;
}

/* A key of tickets that is a secret; two make those before useless. */
static void rotate(mbedtls_ssl_ticket_context *keys, unsigned char *data,
                   unsigned char first)
{
    unsigned char name[4] = { 0, 2, 3, 4 };

    name[0] = first;
    SECRET(data, sizeof(key));
    must("rotate", mbedtls_ssl_ticket_rotate(keys, name, sizeof(name), data,
                                             sizeof(key), 3600));
}

/*
 * A handshake, a ticket under a key of ours, and a connection with it, which
 * is a handshake as any if the ticket is not good.
 */
static void tickets(mbedtls_ssl_protocol_version version,
                    mbedtls_cipher_type_t cipher, enum fate chosen)
{
    struct both *both = new_both(version, 0);
    static mbedtls_ssl_ticket_context keys;
    mbedtls_ssl_session session;

    fate = chosen;
    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(&keys,
         mbedtls_ctr_drbg_random, &both->random.drbg, cipher, 3600));
    rotate(&keys, key, 1);
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
    memset(changed_cipher, 0, sizeof(changed_cipher));
    must("set_session", mbedtls_ssl_set_session(&both->client.ssl, &session));
    if (fate == FATE_KEY_GONE) {
        rotate(&keys, other_key, 5);
        rotate(&keys, third_key, 6);
    }
    both_connect(both);
    check("the ticket was shown once", opened == 1);
    drain(both);
    talk(both);
    mbedtls_ssl_session_free(&session);
    finish(both);
    mbedtls_ssl_ticket_free(&keys);
}

static void tickets12(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_CIPHER_AES_256_GCM,
            FATE_GOOD);
}

static void tickets13(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_CHACHA20_POLY1305,
            FATE_GOOD);
}

static void tickets13_ccm(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_AES_128_CCM,
            FATE_GOOD);
}

/* Secrets are not marked, and all that is sent is looked at. */
static void sent(mbedtls_ssl_protocol_version version)
{
    unmarked = 1;
    tickets(version, MBEDTLS_CIPHER_AES_128_CCM, FATE_GOOD);
    check("records were looked at",
          plain_records >= 6 && protected_records >= 60);
}

static void sent12(void)
{
    sent(MBEDTLS_SSL_VERSION_TLS1_2);
}

static void sent13(void)
{
    sent(MBEDTLS_SSL_VERSION_TLS1_3);
}

static void ticket_changed12(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_CIPHER_AES_256_GCM,
            FATE_CHANGED);
}

static void ticket_changed13(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_AES_256_CCM,
            FATE_CHANGED);
}

static void ticket_key_gone12(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_CIPHER_CHACHA20_POLY1305,
            FATE_KEY_GONE);
}

static void ticket_key_gone13(void)
{
    tickets(MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_CIPHER_AES_256_GCM,
            FATE_KEY_GONE);
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
    check("the group", ferrotls_get_group(&both->server.ssl) == id);
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
    /* In TLS 1.2 the groups bind a certificate's curve, too. */
    server_cert = "rsa2048";
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

/*
 * The padding of AES-CBC in cipher.h: of every length, and wrong in every way
 * that there is. Of `plain`, two blocks, only the length is known; it is
 * encrypted as it is, and decrypted with the padding of PKCS #7.
 */
static void unpad(const unsigned char plain[32], int bad, size_t len)
{
    static unsigned char sealed[48], out[48];
    const mbedtls_cipher_info_t *info =
        mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_256_CBC);
    mbedtls_cipher_context_t ctx;
    unsigned char iv[16] = { 7 }, copy[32];
    size_t first = 0, last = 0, invalid = 0;
    int ret;

    memcpy(copy, plain, sizeof(copy));
    SECRET(copy, sizeof(copy));
    SECRET(key, sizeof(key));
    mbedtls_cipher_init(&ctx);
    must("setup", mbedtls_cipher_setup(&ctx, info));
    must("setkey", mbedtls_cipher_setkey(&ctx, key, 256, MBEDTLS_ENCRYPT));
    must("padding", mbedtls_cipher_set_padding_mode(&ctx,
                                                    MBEDTLS_PADDING_NONE));
    must("crypt", mbedtls_cipher_crypt(&ctx, iv, 16, copy, sizeof(copy),
                                       sealed, &first));
    KNOWN(sealed, sizeof(sealed));
    mbedtls_cipher_free(&ctx);

    mbedtls_cipher_init(&ctx);
    must("setup", mbedtls_cipher_setup(&ctx, info));
    must("setkey", mbedtls_cipher_setkey(&ctx, key, 256, MBEDTLS_DECRYPT));
    must("padding", mbedtls_cipher_set_padding_mode(&ctx,
                                                    MBEDTLS_PADDING_PKCS7));
    must("iv", mbedtls_cipher_set_iv(&ctx, iv, 16));
    must("reset", mbedtls_cipher_reset(&ctx));
    must("update", mbedtls_cipher_update(&ctx, sealed, 32, out, &first));
    must("finish", mbedtls_cipher_finish_padded(&ctx, out + first, &last,
                                                &invalid));
    check("what comes of it is secret",
          VALGRIND_CHECK_MEM_IS_DEFINED(&invalid, sizeof(invalid)) != 0);
    KNOWN(&invalid, sizeof(invalid));
    KNOWN(&last, sizeof(last));
    check("the padding's verdict", invalid == (bad ? ~(size_t) 0 : 0));
    check("the length", bad || first + last == len);
    /* The older one, which tells it by its code. */
    must("reset", mbedtls_cipher_set_iv(&ctx, iv, 16));
    must("reset", mbedtls_cipher_reset(&ctx));
    must("update", mbedtls_cipher_update(&ctx, sealed, 32, out, &first));
    ret = mbedtls_cipher_finish(&ctx, out + first, &last);
    KNOWN(&ret, sizeof(ret));
    check("the code", ret == (bad ? MBEDTLS_ERR_CIPHER_INVALID_PADDING : 0));
    mbedtls_cipher_free(&ctx);
}

static void cipher_padding(void)
{
    unsigned char plain[32];
    size_t len, at;

    for (len = 1; len <= 16; len++) {
        fill_pattern(plain, sizeof(plain), 0);
        memset(plain + 32 - len, (int) len, len);
        unpad(plain, 0, 32 - len);
        for (at = 32 - len; at < 31; at++) {
            plain[at] ^= 0x80;
            unpad(plain, 1, 0);
            plain[at] ^= 0x80;
        }
    }
    for (len = 17; len <= 256; len += 17) {
        memset(plain, (int) (len & 0xff), sizeof(plain));
        unpad(plain, 1, 0);
    }
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
    unsigned known, value, verdict, keys;
    /* Verdicts that have to be "no": as many, and no more. */
    unsigned refused;
} cases[] = {
    { "leak", leak, 0, 0, 0, 0, 0 },
    { "leak-inside", leak_inside, 0, 0, 0, 0, 0 },
    { "compare", compare, 0, 0, 0, 0, 0 },
    { "cipher-padding", cipher_padding, 0, 0, 0, 0, 0 },
    { "cbc-sha256", cbc_sha256, 30, 30, 60, 2, 1 },
    { "cbc-sha384", cbc_sha384, 30, 30, 60, 2, 1 },
    { "cbc-sha1", cbc_sha1, 30, 30, 60, 2, 1 },
    { "psk-tls12", psk12, 30, 0, 3, 0, 0 },
    { "psk-tls12-ephemeral", psk12_ephemeral, 30, 0, 3, 2, 0 },
    { "psk-tls13", psk13, 30, 3, 4, 0, 0 },
    { "psk-tls13-ephemeral", psk13_ephemeral, 30, 3, 4, 2, 0 },
    { "binder-wrong", binder_wrong, 0, 0, 2, 0, 1 },
    { "record-wrong", record_wrong, 0, 0, 1, 0, 0 },
    { "finished-wrong-tls12-client", finished12_of_client, 0, 0, 2, 0, 1 },
    { "finished-wrong-tls12-server", finished12_of_server, 0, 0, 2, 2, 1 },
    { "finished-wrong-tls13-client", finished13_of_client, 0, 0, 4, 0, 1 },
    { "finished-wrong-tls13-server", finished13_of_server, 0, 0, 3, 0, 1 },
    { "name-wrong-tls12", name_wrong12, 0, 0, 1, 0, 1 },
    { "name-wrong-tls13", name_wrong13, 0, 0, 1, 0, 1 },
    { "lookup-tls12", lookup12, 30, 0, 2, 0, 0 },
    { "lookup-tls13", lookup13, 30, 3, 3, 2, 0 },
    { "tickets-tls12", tickets12, 30, 2, 4, 2, 0 },
    { "tickets-tls13", tickets13, 30, 3, 5, 2, 0 },
    { "tickets-tls13-ccm", tickets13_ccm, 30, 3, 5, 2, 0 },
    { "sent-tls12", sent12, 30, 0, 2, 0, 0 },
    { "sent-tls13", sent13, 30, 0, 2, 0, 0 },
    { "ticket-changed-tls12", ticket_changed12, 30, 2, 4, 4, 0 },
    { "ticket-changed-tls13", ticket_changed13, 30, 3, 4, 4, 0 },
    { "ticket-key-gone-tls12", ticket_key_gone12, 30, 2, 4, 4, 0 },
    { "ticket-key-gone-tls13", ticket_key_gone13, 30, 3, 4, 4, 0 },
    { "x25519", x25519, 30, 2, 2, 2, 0 },
    { "x25519-tls12", x25519_12, 30, 0, 2, 2, 0 },
    { "p256", p256, 30, 2, 2, 2, 0 },
    { "p384", p384, 30, 2, 2, 2, 0 },
    { "p521", p521, 30, 2, 2, 2, 0 },
    { "x448", x448, 30, 2, 2, 2, 0 },
    { "x25519-mlkem768", x25519_mlkem768, 30, 2, 2, 2, 0 },
    { "p384-mlkem1024", p384_mlkem1024, 30, 2, 2, 2, 0 },
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
            printf("said: known %u secret %u value %u verdict %u keys %u, "
                   "refused %u, random %lu\n", said[SAY_KNOWN],
                   said[SAY_SECRET], said[SAY_VALUE], said[SAY_VERDICT],
                   said[SAY_KEYS], refused, marked);
            check("under valgrind", RUNNING_ON_VALGRIND);
            check("the library said what is known",
                  said[SAY_KNOWN] >= cases[i].known &&
                  said[SAY_VALUE] >= cases[i].value &&
                  said[SAY_VERDICT] >= cases[i].verdict &&
                  said[SAY_KEYS] >= cases[i].keys);
            check("as many comparisons with what is wrong as there are",
                  refused == cases[i].refused);
            check("keys were made of marked randomness",
                  cases[i].keys < 2 || marked >= 64);
            return 0;
        }
    }
    check("there is such a case", 0);
    return 1;
}
