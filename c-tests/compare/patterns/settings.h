/*
 * Every setting of a configuration, each as a function that sets it to
 * something else than the default; and the callbacks among them, which note
 * that they were asked.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "outcome.h"

#include <mbedtls/dhm.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>

/* What callbacks are asked, and with what. */
static struct {
    int debug, verify, sni, cert, psk, cache_get, cache_set, ticket_write,
        ticket_parse, timeouts, keys;
    uint32_t timeout;
} seen;

static struct {
    struct both *both;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    int has_session;
} world;

static const unsigned char psk[32] = "0123456789abcdef0123456789abcde";

static void on_debug(void *context, int level, const char *file, int line,
                     const char *text)
{
    (void) context;
    (void) level;
    (void) file;
    (void) line;
    (void) text;
    seen.debug = 1;
}

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    (void) context;
    (void) crt;
    (void) depth;
    (void) flags;
    seen.verify++;
    return 0;
}

static int on_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    (void) context;
    (void) ssl;
    (void) name;
    (void) len;
    seen.sni++;
    return 0;
}

static int on_cert(mbedtls_ssl_context *ssl)
{
    (void) ssl;
    seen.cert++;
    return 0;
}

static int on_psk(void *context, mbedtls_ssl_context *ssl,
                  const unsigned char *name, size_t len)
{
    (void) context;
    (void) name;
    (void) len;
    seen.psk++;
    return mbedtls_ssl_set_hs_psk(ssl, psk, sizeof(psk));
}

static int on_cache_get(void *cache, const unsigned char *id, size_t len,
                        mbedtls_ssl_session *session)
{
    seen.cache_get++;
    return mbedtls_ssl_cache_get(cache, id, len, session);
}

static int on_cache_set(void *cache, const unsigned char *id, size_t len,
                        const mbedtls_ssl_session *session)
{
    seen.cache_set++;
    return mbedtls_ssl_cache_set(cache, id, len, session);
}

static int on_ticket_write(void *tickets, const mbedtls_ssl_session *session,
                           unsigned char *start, const unsigned char *end,
                           size_t *len, uint32_t *lifetime)
{
    seen.ticket_write++;
    return mbedtls_ssl_ticket_write(tickets, session, start, end, len,
                                    lifetime);
}

static int on_ticket_parse(void *tickets, mbedtls_ssl_session *session,
                           unsigned char *ticket, size_t len)
{
    seen.ticket_parse++;
    return mbedtls_ssl_ticket_parse(tickets, session, ticket, len);
}

static int on_recv_timeout(void *context, unsigned char *data, size_t len,
                           uint32_t timeout)
{
    seen.timeout = timeout;
    return end_recv(context, data, len);
}

/* The settings, in the order of the configuration's fields. */

static void max_version(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_max_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_2);
}

static void min_version(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3);
}

static void endpoint(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_endpoint(conf, !mbedtls_ssl_conf_get_endpoint(conf));
}

static void transport(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_transport(conf, MBEDTLS_SSL_TRANSPORT_DATAGRAM);
}

static void authmode(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
}

static void legacy_renegotiation(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_legacy_renegotiation(conf,
                                          MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE);
}

static void max_frag_len(mbedtls_ssl_config *conf)
{
    must("max_frag_len", mbedtls_ssl_conf_max_frag_len(
             conf, MBEDTLS_SSL_MAX_FRAG_LEN_1024));
}

static void encrypt_then_mac(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_encrypt_then_mac(conf, MBEDTLS_SSL_ETM_DISABLED);
}

static void extended_ms(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_extended_master_secret(
        conf, MBEDTLS_SSL_EXTENDED_MS_DISABLED);
}

static void anti_replay(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dtls_anti_replay(conf, 0);
}

static void renegotiation(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED);
}

static void session_tickets(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_session_tickets(conf,
                                     MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
}

static void signal_tickets(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        conf, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
}

static void new_session_tickets(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_new_session_tickets(conf, 3);
}

static void ca_list(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_cert_req_ca_list(conf,
                                      MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
}

static void preference_order(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_preference_order(
        conf, MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT);
}

static void srtp(mbedtls_ssl_config *conf)
{
    static const mbedtls_ssl_srtp_profile profiles[] = {
        MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80, MBEDTLS_TLS_SRTP_UNSET
    };

    (void) mbedtls_ssl_conf_dtls_srtp_protection_profiles(conf, profiles);
    mbedtls_ssl_conf_srtp_mki_value_supported(
        conf, MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED);
}

static void ciphersuites(mbedtls_ssl_config *conf)
{
    static const int suites[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM,
        MBEDTLS_TLS1_3_AES_128_CCM_SHA256, 0
    };

    mbedtls_ssl_conf_ciphersuites(conf, suites);
}

static void kex_modes(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_tls13_key_exchange_modes(
        conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL);
}

static void dbg(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dbg(conf, on_debug, NULL);
}

static void rng(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random,
                         &world.both->random.drbg);
}

static void session_cache(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_session_cache(conf, &world.cache, on_cache_get,
                                   on_cache_set);
}

static void sni(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_sni(conf, on_name, NULL);
}

static void verify(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_verify(conf, on_verify, NULL);
}

static void psk_callback(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_psk_cb(conf, on_psk, NULL);
}

static void cookies(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dtls_cookies(conf, NULL, NULL, NULL);
}

static void tickets(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_session_tickets_cb(conf, on_ticket_write,
                                        on_ticket_parse, &world.tickets);
}

static void cid(mbedtls_ssl_config *conf)
{
    (void) mbedtls_ssl_conf_cid(conf, 4, MBEDTLS_SSL_UNEXPECTED_CID_FAIL);
}

static void cert_profile(mbedtls_ssl_config *conf)
{
    static const mbedtls_x509_crt_profile strict = {
        MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA512), 0xfffffff, 0xfffffff, 4096
    };

    mbedtls_ssl_conf_cert_profile(conf, &strict);
}

static void own_cert(mbedtls_ssl_config *conf)
{
    struct pair *pair = conf == &world.both->client.conf ?
                        &world.both->client_pair : &world.both->server_pair;

    must("own_cert", mbedtls_ssl_conf_own_cert(conf, &pair->crt, &pair->key));
}

static void ca_chain(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_ca_chain(conf, &world.both->ca, NULL);
}

static void sig_hashes(mbedtls_ssl_config *conf)
{
    static const int hashes[] = { MBEDTLS_MD_SHA384, MBEDTLS_MD_NONE };

    mbedtls_ssl_conf_sig_hashes(conf, hashes);
}

static void sig_algs(mbedtls_ssl_config *conf)
{
    static const uint16_t algorithms[] = {
        MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, MBEDTLS_TLS1_3_SIG_NONE
    };

    mbedtls_ssl_conf_sig_algs(conf, algorithms);
}

static void curves(mbedtls_ssl_config *conf)
{
    static const mbedtls_ecp_group_id ids[] = {
        MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_NONE
    };

    mbedtls_ssl_conf_curves(conf, ids);
}

static void groups(mbedtls_ssl_config *conf)
{
    static const uint16_t ids[] = {
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1,
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0
    };

    mbedtls_ssl_conf_groups(conf, ids);
}

static void dh_param(mbedtls_ssl_config *conf)
{
    static const unsigned char p[] = MBEDTLS_DHM_RFC3526_MODP_2048_P_BIN;
    static const unsigned char g[] = MBEDTLS_DHM_RFC3526_MODP_2048_G_BIN;

    must("dh_param", mbedtls_ssl_conf_dh_param_bin(conf, p, sizeof(p), g,
                                                   sizeof(g)));
}

static void dhm_min_bitlen(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dhm_min_bitlen(conf, 3072);
}

static void pre_shared_key(mbedtls_ssl_config *conf)
{
    must("psk", mbedtls_ssl_conf_psk(conf, psk, sizeof(psk), psk, 8));
}

static void alpn(mbedtls_ssl_config *conf)
{
    static const char *protocols[] = { "http/1.1", NULL };

    must("alpn", mbedtls_ssl_conf_alpn_protocols(conf, protocols));
}

static void read_timeout(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_read_timeout(conf, 1234);
}

static void handshake_timeout(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_handshake_timeout(conf, 2000, 4000);
}

static void renego_max_records(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_renegotiation_enforced(conf, 4);
}

static void renego_period(mbedtls_ssl_config *conf)
{
    static const unsigned char period[8] = { 0, 0, 0, 0, 0, 0, 0, 6 };

    mbedtls_ssl_conf_renegotiation_period(conf, period);
}

static void badmac_limit(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dtls_badmac_limit(conf, 3);
}

static void user_data(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_set_user_data_n(conf, 77);
}

static void cert_callback(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_cert_cb(conf, on_cert);
}

static void dn_hints(mbedtls_ssl_config *conf)
{
    mbedtls_ssl_conf_dn_hints(conf, &world.both->client_pair.crt);
}

#endif
