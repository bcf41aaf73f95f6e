/*
 * The shim between BoringSSL's test runner and ferrotls: what its parts know
 * of each other. It uses the library as any C program does: mbedtls/ and
 * psa/ headers, and ferrotls/ferrotls.h.
 */
#ifndef BOGO_SHIM_H
#define BOGO_SHIM_H

#include <stddef.h>
#include <stdint.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>

/* The runner takes this exit code for "the shim does not know that". */
#define EXIT_UNIMPLEMENTED 89

#define MAX_NUMBERS 32
#define MAX_CREDENTIALS 8

struct bytes {
    unsigned char *data;
    size_t len;
    int is_set;
};

struct numbers {
    int list[MAX_NUMBERS];
    size_t count;
};

/* A certificate with its key and what goes with it, or a key alone (a raw
 * public key). */
struct credential {
    int is_raw_key;
    const char *cert_file;
    const char *key_file;
    struct bytes ocsp_response;
    struct bytes scts;
    struct numbers signing_prefs;
    int must_match_issuer;
    mbedtls_x509_crt chain;
    mbedtls_pk_context key;
    int is_loaded;
};

/* What the command line asks of one connection. */
struct options {
    int port;
    int ipv6;
    uint64_t shim_id;
    int server;
    int resume_count;
    int async;
    int implicit_handshake;

    int min_version;
    int max_version;
    int no_tls12;
    int no_tls13;
    struct numbers curves;
    struct numbers verify_prefs;
    const char *cipher;
    int fips;
    int wpa;
    int cnsa1;
    int cnsa_2024;
    int compress_certificates;
    const char *host_name;
    const char *advertise_alpn;
    const char *select_alpn;
    int decline_alpn;
    int reject_alpn;
    const char *psk;
    const char *psk_identity;
    int no_ticket;
    int enable_early_data;
    int enable_grease;
    int max_send_fragment;
    int enable_ocsp_stapling;
    int enable_scts;
    const char *use_client_ca_list;
    struct numbers own_types;
    struct numbers peer_types;

    const char *trust_cert;
    int verify_peer;
    int verify_fail;
    int require_any_client_certificate;
    int ignore_key_usage;
    int use_early_callback;
    int fail_early_callback;
    int fail_cert_callback;
    int fail_ddos_callback;
    int use_ocsp_callback;
    int set_ocsp_in_callback;
    int decline_ocsp_callback;
    int fail_ocsp_callback;

    int use_ticket_callback;
    int renew_ticket;
    int skip_ticket;
    int resumption_delay;

    int renegotiate_once;
    int renegotiate_freely;
    int renegotiate_explicit;
    int renegotiate_ignore;
    int no_legacy_server_connect;
    int forbid_renegotiation_after_handshake;

    int shim_writes_first;
    const char *initial_write;
    int repeat_initial_write;
    int shim_shuts_down;
    int check_close_notify;
    int read_with_unfinished_write;
    int write_different_record_sizes;
    int send_alert;
    int key_update;
    int key_update_before_read;
    int no_op_extra_handshake;
    int handshake_never_done;
    int read_size;
    int export_keying_material;
    const char *export_label;
    const char *export_context;
    int use_export_context;
    int use_exporter_between_reads;
    int export_traffic_secrets;

    int expect_version;
    int expect_cipher;
    int expect_cipher_aes;
    int expect_curve_id;
    const char *expect_alpn;
    const char *expect_server_name;
    const char *expect_peer_cert_file;
    struct bytes expect_peer_raw_key;
    struct numbers expect_peer_type;
    int expect_session_miss;
    int expect_ticket_renewal;
    int expect_no_session;
    int expect_session_id;
    int expect_no_session_id;
    int expect_ticket_supports_early_data;
    int expect_accept_early_data;
    int expect_reject_early_data;
    int expect_no_offer_early_data;
    int expect_verify_result;
    int expect_key_usage_invalid;
    int expect_secure_renegotiation;
    int expect_total_renegotiations;
    int expect_hrr;
    int expect_no_hrr;
    struct bytes expect_ocsp_response;
    struct bytes expect_scts;

    /* The first is the one of -cert-file and -key-file alone. */
    struct credential credentials[MAX_CREDENTIALS];
    size_t credential_count;
};

/* A connection and what is known of it. */
struct connection {
    const struct options *options;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    int socket;
    int is_resume;
    /* -async: how many bytes may pass until the transport has to wait again. */
    size_t may_read;
    size_t may_write;
    /* Nobody is waited for: the peer reads early data before it answers. */
    int never_waits;

    mbedtls_x509_crt trusted;
    const char *alpn[16];
    char alpn_text[256];
    uint16_t groups[MAX_NUMBERS + 1];
    uint16_t sig_algs[2 * MAX_NUMBERS + 1];

    char sni[256];
    int has_sni;
    uint32_t seen_flags;
    int verify_calls;
    int handshakes;
    int was_retried;
    /* -async: what is to be signed, with whose key, and whether it was asked
     * for. */
    struct credential *signer;
    mbedtls_md_type_t signed_md;
    struct bytes to_sign;
    int signature_was_asked_for;
    int cached;
    int ticket_parsed;
    unsigned char secrets[2][64];
    size_t secret_len;
    int peer_closed;
    int got_session;
    mbedtls_ssl_session session;
};

/* What lasts from one connection to the next. */
struct lasting {
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    int has_session;
};

extern struct lasting lasting;

/* policies.c: what a policy of BoringSSL's allows, each list with its end. */
struct policy {
    int suites[8];
    uint16_t groups[4];
    uint16_t sig_algs[10];
};

/* NULL: the command line names none. */
const struct policy *policy_of(const struct options *options);

/* options.c */
void options_read(int argc, char **argv, struct options *initial,
                  struct options *resume, struct options *retry);

/* setup.c */
void setup(struct connection *connection, const struct options *options);
void teardown(struct connection *connection);

/* callbacks.c */
void callbacks_set(struct connection *connection);
void callbacks_of_context(struct connection *connection);

/* transport.c */
void transport_open(struct connection *connection);
void transport_close(struct connection *connection);
int on_send(void *context, const unsigned char *data, size_t len);
int on_recv(void *context, unsigned char *data, size_t len);
/* Whether a call that returned ret has to be made again; lets a byte pass. */
int again(struct connection *connection, int ret);
void clock_forward(int seconds);

/* check.c */
void check_handshake(struct connection *connection,
                     const struct options *options);
void check_authentication(struct connection *connection,
                          const struct options *options);
int was_resumed(struct connection *connection);

/* errors.c */
const char *error_name(int code);

/* shim.c: says why, and ends. */
void fail(const char *what, ...);
/* Ends with the name of an error of the library. */
void fail_code(const char *call, int code);
void unimplemented(const char *what);
void must(const char *call, int code);

#endif
