/*
 * The shim's command line. The runner's flags are those of BoringSSL's own
 * shim; "-on-initial", "-on-resume" and "-on-retry" in front of one say which
 * of the connections it is for.
 */
#include "shim.h"

#include <psa/crypto.h>
#include <mbedtls/base64.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum kind {
    FLAG,       /* int, set to 1 */
    NUMBER,     /* int */
    NUMBERS,    /* struct numbers */
    TEXT,       /* const char * */
    BASE64,     /* struct bytes */
    SKIP_FLAG,  /* nothing to do */
    SKIP_VALUE
};

struct flag {
    const char *name;
    enum kind kind;
    size_t offset;
};

#define AT(field) offsetof(struct options, field)

static const struct flag flags[] = {
    { "-port", NUMBER, AT(port) },
    { "-ipv6", FLAG, AT(ipv6) },
    { "-server", FLAG, AT(server) },
    { "-resume-count", NUMBER, AT(resume_count) },
    { "-async", FLAG, AT(async) },
    { "-implicit-handshake", FLAG, AT(implicit_handshake) },
    { "-min-version", NUMBER, AT(min_version) },
    { "-max-version", NUMBER, AT(max_version) },
    { "-no-tls12", FLAG, AT(no_tls12) },
    { "-no-tls13", FLAG, AT(no_tls13) },
    { "-curves", NUMBERS, AT(curves) },
    { "-verify-prefs", NUMBERS, AT(verify_prefs) },
    { "-cipher", TEXT, AT(cipher) },
    { "-fips-202205", FLAG, AT(fips) },
    { "-wpa-202304", FLAG, AT(wpa) },
    { "-cnsa1-202603", FLAG, AT(cnsa1) },
    { "-cnsa-202407", FLAG, AT(cnsa_2024) },
    { "-install-cert-compression-algs", FLAG, AT(compress_certificates) },
    { "-host-name", TEXT, AT(host_name) },
    { "-advertise-alpn", TEXT, AT(advertise_alpn) },
    { "-select-alpn", TEXT, AT(select_alpn) },
    { "-decline-alpn", FLAG, AT(decline_alpn) },
    { "-reject-alpn", FLAG, AT(reject_alpn) },
    { "-psk", TEXT, AT(psk) },
    { "-psk-identity", TEXT, AT(psk_identity) },
    { "-no-ticket", FLAG, AT(no_ticket) },
    { "-enable-early-data", FLAG, AT(enable_early_data) },
    { "-enable-grease", FLAG, AT(enable_grease) },
    { "-max-send-fragment", NUMBER, AT(max_send_fragment) },
    { "-enable-ocsp-stapling", FLAG, AT(enable_ocsp_stapling) },
    { "-enable-signed-cert-timestamps", FLAG, AT(enable_scts) },
    { "-use-client-ca-list", TEXT, AT(use_client_ca_list) },
    { "-available-client-cert-types", NUMBERS, AT(own_types) },
    { "-accepted-peer-cert-types", NUMBERS, AT(peer_types) },
    { "-trust-cert", TEXT, AT(trust_cert) },
    { "-verify-peer", FLAG, AT(verify_peer) },
    { "-verify-fail", FLAG, AT(verify_fail) },
    { "-require-any-client-certificate", FLAG,
      AT(require_any_client_certificate) },
    { "-ignore-rsa-key-usage", FLAG, AT(ignore_key_usage) },
    { "-use-early-callback", FLAG, AT(use_early_callback) },
    { "-fail-early-callback", FLAG, AT(fail_early_callback) },
    { "-fail-cert-callback", FLAG, AT(fail_cert_callback) },
    { "-fail-ddos-callback", FLAG, AT(fail_ddos_callback) },
    { "-use-ocsp-callback", FLAG, AT(use_ocsp_callback) },
    { "-set-ocsp-in-callback", FLAG, AT(set_ocsp_in_callback) },
    { "-decline-ocsp-callback", FLAG, AT(decline_ocsp_callback) },
    { "-fail-ocsp-callback", FLAG, AT(fail_ocsp_callback) },
    { "-use-ticket-callback", FLAG, AT(use_ticket_callback) },
    { "-use-ticket-aead-callback", FLAG, AT(use_ticket_callback) },
    { "-renew-ticket", FLAG, AT(renew_ticket) },
    { "-skip-ticket", FLAG, AT(skip_ticket) },
    { "-resumption-delay", NUMBER, AT(resumption_delay) },
    { "-renegotiate-once", FLAG, AT(renegotiate_once) },
    { "-renegotiate-freely", FLAG, AT(renegotiate_freely) },
    { "-renegotiate-explicit", FLAG, AT(renegotiate_explicit) },
    { "-renegotiate-ignore", FLAG, AT(renegotiate_ignore) },
    { "-no-legacy-server-connect", FLAG, AT(no_legacy_server_connect) },
    { "-forbid-renegotiation-after-handshake", FLAG,
      AT(forbid_renegotiation_after_handshake) },
    { "-shim-writes-first", FLAG, AT(shim_writes_first) },
    { "-shim-initial-write", TEXT, AT(initial_write) },
    { "-repeat-shim-initial-write", NUMBER, AT(repeat_initial_write) },
    { "-shim-shuts-down", FLAG, AT(shim_shuts_down) },
    { "-check-close-notify", FLAG, AT(check_close_notify) },
    { "-read-with-unfinished-write", FLAG, AT(read_with_unfinished_write) },
    { "-write-different-record-sizes", FLAG,
      AT(write_different_record_sizes) },
    { "-send-alert", FLAG, AT(send_alert) },
    { "-key-update", FLAG, AT(key_update) },
    { "-key-update-before-read", FLAG, AT(key_update_before_read) },
    { "-no-op-extra-handshake", FLAG, AT(no_op_extra_handshake) },
    { "-handshake-never-done", FLAG, AT(handshake_never_done) },
    { "-read-size", NUMBER, AT(read_size) },
    { "-export-keying-material", NUMBER, AT(export_keying_material) },
    { "-export-label", TEXT, AT(export_label) },
    { "-export-context", TEXT, AT(export_context) },
    { "-use-export-context", FLAG, AT(use_export_context) },
    { "-use-exporter-between-reads", FLAG, AT(use_exporter_between_reads) },
    { "-export-traffic-secrets", FLAG, AT(export_traffic_secrets) },
    { "-expect-version", NUMBER, AT(expect_version) },
    { "-expect-cipher", NUMBER, AT(expect_cipher) },
    { "-expect-cipher-aes", NUMBER, AT(expect_cipher_aes) },
    { "-expect-curve-id", NUMBER, AT(expect_curve_id) },
    { "-expect-alpn", TEXT, AT(expect_alpn) },
    { "-expect-server-name", TEXT, AT(expect_server_name) },
    { "-expect-peer-cert-file", TEXT, AT(expect_peer_cert_file) },
    { "-expect-peer-rpk-sha256", BASE64, AT(expect_peer_raw_key) },
    { "-expect-peer-certificate-type", NUMBERS, AT(expect_peer_type) },
    { "-expect-session-miss", FLAG, AT(expect_session_miss) },
    { "-expect-ticket-renewal", FLAG, AT(expect_ticket_renewal) },
    { "-expect-no-session", FLAG, AT(expect_no_session) },
    { "-expect-session-id", FLAG, AT(expect_session_id) },
    { "-expect-no-session-id", FLAG, AT(expect_no_session_id) },
    { "-expect-ticket-supports-early-data", FLAG,
      AT(expect_ticket_supports_early_data) },
    { "-expect-accept-early-data", FLAG, AT(expect_accept_early_data) },
    { "-expect-reject-early-data", FLAG, AT(expect_reject_early_data) },
    { "-expect-no-offer-early-data", FLAG, AT(expect_no_offer_early_data) },
    { "-expect-verify-result", FLAG, AT(expect_verify_result) },
    { "-expect-key-usage-invalid", FLAG, AT(expect_key_usage_invalid) },
    { "-expect-secure-renegotiation", FLAG, AT(expect_secure_renegotiation) },
    { "-expect-total-renegotiations", NUMBER,
      AT(expect_total_renegotiations) },
    { "-expect-hrr", FLAG, AT(expect_hrr) },
    { "-expect-no-hrr", FLAG, AT(expect_no_hrr) },
    { "-expect-ocsp-response", BASE64, AT(expect_ocsp_response) },
    { "-expect-signed-cert-timestamps", BASE64, AT(expect_scts) },

    /* Versions that do not exist here. */
    { "-no-tls11", SKIP_FLAG, 0 },
    { "-no-tls1", SKIP_FLAG, 0 },
    /* How BoringSSL's callbacks are wired; ours has one way. */
    { "-use-custom-verify-callback", SKIP_FLAG, 0 },
    { "-use-old-client-cert-callback", SKIP_FLAG, 0 },
    /* The callback that chooses a certificate says whether there is time. */
    { "-install-ddos-callback", SKIP_FLAG, 0 },
    /* What they are for is never done. */
    { "-false-start", SKIP_FLAG, 0 },
    { "-jdk11-workaround", SKIP_FLAG, 0 },
    { "-quic-use-legacy-codepoint", SKIP_VALUE, 0 },
    /* A write of ours may always be partial. */
    { "-partial-write", SKIP_FLAG, 0 },
    /* The server's order always counts. */
    { "-server-preference", SKIP_FLAG, 0 },
    /* What the interface does not show cannot be looked at; what the runner
     * itself looks at remains. */
    { "-expect-peer-signature-algorithm", SKIP_VALUE, 0 },
    { "-expect-msg-callback", SKIP_VALUE, 0 },
    { "-expect-selected-credential", SKIP_VALUE, 0 },
    { "-expect-advertised-alpn", SKIP_VALUE, 0 },
    { "-expect-early-data-reason", SKIP_VALUE, 0 },
    { "-expect-ticket-age-skew", SKIP_VALUE, 0 },
    { "-expect-extended-master-secret", SKIP_FLAG, 0 },
    /* For processors without AES instructions. */
    { "-expect-cipher-no-aes", SKIP_VALUE, 0 },
};

/* Flags of a credential: of the one that -new-x509-credential or
 * -new-rpk-credential has begun, or of the default one. */
#define OF(field) offsetof(struct credential, field)

static const struct flag credential_flags[] = {
    { "-cert-file", TEXT, OF(cert_file) },
    { "-key-file", TEXT, OF(key_file) },
    { "-signing-prefs", NUMBERS, OF(signing_prefs) },
    { "-ocsp-response", BASE64, OF(ocsp_response) },
    { "-signed-cert-timestamps", BASE64, OF(scts) },
    { "-must-match-issuer", FLAG, OF(must_match_issuer) },
};

static const struct flag *find(const struct flag *list, size_t count,
                               const char *name)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (strcmp(list[i].name, name) == 0) {
            return &list[i];
        }
    }
    return NULL;
}

static void decode(struct bytes *bytes, const char *text)
{
    size_t len = strlen(text);

    bytes->data = calloc(1, len + 1);
    bytes->is_set = 1;
    if (bytes->data == NULL ||
        mbedtls_base64_decode(bytes->data, len + 1, &bytes->len,
                              (const unsigned char *) text, len) != 0) {
        fail("bad base64: %s", text);
    }
}

static void set(void *base, const struct flag *flag, const char *value)
{
    char *at = (char *) base + flag->offset;

    switch (flag->kind) {
    case FLAG:
        *(int *) at = 1;
        break;
    case NUMBER:
        *(int *) at = (int) strtol(value, NULL, 10);
        break;
    case NUMBERS: {
        struct numbers *numbers = (struct numbers *) at;

        if (numbers->count == MAX_NUMBERS) {
            fail("too many %s", flag->name);
        }
        numbers->list[numbers->count++] = (int) strtol(value, NULL, 10);
        break;
    }
    case TEXT:
        *(const char **) at = value;
        break;
    case BASE64:
        decode((struct bytes *) at, value);
        break;
    case SKIP_FLAG:
    case SKIP_VALUE:
        break;
    }
}

static int takes_value(enum kind kind)
{
    return kind != FLAG && kind != SKIP_FLAG;
}

/* The flag's own name, and where it belongs. */
static const char *without_prefix(const char *name, const char *prefix,
                                  int *had)
{
    size_t len = strlen(prefix);

    *had = strncmp(name, prefix, len) == 0 && name[len] == '-';
    return *had ? name + len : name;
}

static void begin_credential(struct options *options, int is_raw_key)
{
    if (options->credential_count + 1 == MAX_CREDENTIALS) {
        fail("too many credentials");
    }
    options->credential_count++;
    options->credentials[options->credential_count].is_raw_key = is_raw_key;
}

void options_read(int argc, char **argv, struct options *initial,
                  struct options *resume, struct options *retry)
{
    struct options *all[3];
    int i;

    all[0] = initial;
    all[1] = resume;
    all[2] = retry;
    for (i = 1; i < argc; i++) {
        const struct flag *flag;
        const struct flag *of_credential;
        const char *name = argv[i];
        const char *value = NULL;
        int only[3] = { 0, 0, 0 };
        int is_raw_key;
        int is_new;
        int k;

        name = without_prefix(name, "-on-initial", &only[0]);
        name = without_prefix(name, "-on-resume", &only[1]);
        name = without_prefix(name, "-on-retry", &only[2]);
        if (strcmp(name, "-shim-id") == 0 && i + 1 < argc) {
            initial->shim_id = strtoull(argv[++i], NULL, 10);
            resume->shim_id = retry->shim_id = initial->shim_id;
            continue;
        }
        is_raw_key = strcmp(name, "-new-rpk-credential") == 0;
        is_new = is_raw_key || strcmp(name, "-new-x509-credential") == 0;
        flag = find(flags, sizeof(flags) / sizeof(*flags), name);
        of_credential = find(credential_flags, sizeof(credential_flags) /
                             sizeof(*credential_flags), name);
        if (!is_new && flag == NULL && of_credential == NULL) {
            unimplemented(name);
        }
        if (!is_new && takes_value((flag != NULL ? flag : of_credential)->kind)) {
            if (i + 1 == argc) {
                fail("%s needs a value", name);
            }
            value = argv[++i];
        }
        for (k = 0; k < 3; k++) {
            if (!only[k] && (only[0] || only[1] || only[2])) {
                continue;
            }
            if (is_new) {
                begin_credential(all[k], is_raw_key);
            } else if (flag != NULL) {
                set(all[k], flag, value);
            } else {
                set(&all[k]->credentials[all[k]->credential_count],
                    of_credential, value);
            }
        }
    }
}
