#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <psa/crypto.h>

void must(const char *what, int ret)
{
    if (ret != 0) {
        fflush(stdout);
        fprintf(stderr, "%s: -0x%04x\n", what, (unsigned) -ret);
        exit(2);
    }
}

void check(const char *what, int held)
{
    if (!held) {
        fflush(stdout);
        fprintf(stderr, "not so: %s\n", what);
        exit(2);
    }
}

void show(const char *what, int ret)
{
    if (ret < 0) {
        printf("%s=-0x%04x\n", what, (unsigned) -ret);
    } else {
        printf("%s=%d\n", what, ret);
    }
}

int waits(int ret)
{
    return ret == MBEDTLS_ERR_SSL_WANT_READ ||
           ret == MBEDTLS_ERR_SSL_WANT_WRITE;
}

uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

size_t cut_length(enum cut cut, size_t len, int *flip, uint32_t *seed)
{
    if (cut == CUT_NONE || len == 0) {
        return len;
    }
    if (cut == CUT_DRIP) {
        *flip = !*flip;
        return *flip ? 0 : 1;
    }
    if (*seed == 0) {
        *seed = 0x9e3779b9u;
    }
    if (next_random(seed) % 4 == 0) {
        return 0;
    }
    return 1 + next_random(seed) % len;
}

unsigned char pattern(size_t at)
{
    if (at % 50 == 49) {
        return '\n';
    }
    return (unsigned char) ('0' + (at ^ (at >> 7) ^ (at >> 13)) % 10);
}

void fill_pattern(unsigned char *data, size_t len, size_t at)
{
    size_t i;

    for (i = 0; i < len; i++) {
        data[i] = pattern(at + i);
    }
}

int is_pattern(const unsigned char *data, size_t len, size_t at)
{
    size_t i;

    for (i = 0; i < len; i++) {
        if (data[i] != pattern(at + i)) {
            return 0;
        }
    }
    return 1;
}

void random_init(struct random *random)
{
    mbedtls_entropy_init(&random->entropy);
    mbedtls_ctr_drbg_init(&random->drbg);
    must("ctr_drbg_seed",
         mbedtls_ctr_drbg_seed(&random->drbg, mbedtls_entropy_func,
                               &random->entropy, NULL, 0));
}

void random_free(struct random *random)
{
    mbedtls_ctr_drbg_free(&random->drbg);
    mbedtls_entropy_free(&random->entropy);
}

static void file_name(char *path, size_t size, const char *folder,
                      const char *name, const char *ending)
{
    int len = snprintf(path, size, "%s/%s.%s", folder, name, ending);

    check("the file name fits", len > 0 && (size_t) len < size);
}

void crt_load(mbedtls_x509_crt *crt, const char *folder, const char *name)
{
    char path[1024];

    file_name(path, sizeof(path), folder, name, "crt");
    mbedtls_x509_crt_init(crt);
    must(path, mbedtls_x509_crt_parse_file(crt, path));
}

void pair_load(struct pair *pair, const char *folder, const char *name,
               struct random *random)
{
    char path[1024];

    crt_load(&pair->crt, folder, name);
    file_name(path, sizeof(path), folder, name, "key");
    mbedtls_pk_init(&pair->key);
    must(path, mbedtls_pk_parse_keyfile(&pair->key, path, NULL,
                                        mbedtls_ctr_drbg_random,
                                        &random->drbg));
}

void pair_free(struct pair *pair)
{
    mbedtls_x509_crt_free(&pair->crt);
    mbedtls_pk_free(&pair->key);
}

int end_send(void *context, const unsigned char *data, size_t len)
{
    struct pipe *out = ((struct end *) context)->out;
    size_t take;

    if (len > PIPE_SIZE - out->end) {
        memmove(out->data, out->data + out->start, out->end - out->start);
        out->end -= out->start;
        out->start = 0;
    }
    if (len > PIPE_SIZE - out->end) {
        len = PIPE_SIZE - out->end;
    }
    take = cut_length(out->cut, len, &out->flip, &out->seed);
    if (take == 0) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    memcpy(out->data + out->end, data, take);
    out->end += take;
    out->moved += take;
    return (int) take;
}

int end_recv(void *context, unsigned char *data, size_t len)
{
    struct pipe *in = ((struct end *) context)->in;
    size_t take = in->end - in->start;

    if (take == 0) {
        return in->closed ? 0 : MBEDTLS_ERR_SSL_WANT_READ;
    }
    take = cut_length(in->cut, take < len ? take : len, &in->flip, &in->seed);
    if (take == 0) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    memcpy(data, in->data + in->start, take);
    in->start += take;
    in->moved += take;
    if (in->start == in->end) {
        in->start = in->end = 0;
    }
    return (int) take;
}

mbedtls_ssl_protocol_version both_version = MBEDTLS_SSL_VERSION_TLS1_3;

static void end_configure(struct both *both, struct end *end, int endpoint)
{
    mbedtls_ssl_config_init(&end->conf);
    mbedtls_ssl_init(&end->ssl);
    must("config_defaults",
         mbedtls_ssl_config_defaults(&end->conf, endpoint,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&end->conf, mbedtls_ctr_drbg_random,
                         &both->random.drbg);
    mbedtls_ssl_conf_min_tls_version(&end->conf, both_version);
    mbedtls_ssl_conf_max_tls_version(&end->conf, both_version);
    mbedtls_ssl_conf_ca_chain(&end->conf, &both->ca, NULL);
}

struct both *both_new(const char *folder, const char *server_cert)
{
    static struct both both;

    memset(&both, 0, sizeof(both));
    both.folder = folder;
    both.client.name = "client";
    both.server.name = "server";
    both.client.in = both.server.out = &both.to_client;
    both.client.out = both.server.in = &both.to_server;
    both.to_client.seed = 0x2545f491u;
    both.to_server.seed = 0x6c078965u;
    random_init(&both.random);
    crt_load(&both.ca, folder, "ca");
    pair_load(&both.server_pair, folder, server_cert, &both.random);
    mbedtls_x509_crt_init(&both.client_pair.crt);
    mbedtls_pk_init(&both.client_pair.key);
    end_configure(&both, &both.client, MBEDTLS_SSL_IS_CLIENT);
    end_configure(&both, &both.server, MBEDTLS_SSL_IS_SERVER);
    must("own_cert",
         mbedtls_ssl_conf_own_cert(&both.server.conf, &both.server_pair.crt,
                                   &both.server_pair.key));
    return &both;
}

void both_client_cert(struct both *both, const char *name)
{
    pair_load(&both->client_pair, both->folder, name, &both->random);
    must("own_cert",
         mbedtls_ssl_conf_own_cert(&both->client.conf, &both->client_pair.crt,
                                   &both->client_pair.key));
}

void both_setup(struct both *both)
{
    must("setup", mbedtls_ssl_setup(&both->client.ssl, &both->client.conf));
    must("setup", mbedtls_ssl_setup(&both->server.ssl, &both->server.conf));
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, end_send, end_recv,
                        NULL);
}

void both_clear_pipes(struct both *both)
{
    both->to_client.start = both->to_client.end = 0;
    both->to_server.start = both->to_server.end = 0;
    both->to_client.closed = both->to_server.closed = 0;
}

void both_free(struct both *both)
{
    mbedtls_ssl_free(&both->client.ssl);
    mbedtls_ssl_free(&both->server.ssl);
    mbedtls_ssl_config_free(&both->client.conf);
    mbedtls_ssl_config_free(&both->server.conf);
    pair_free(&both->server_pair);
    pair_free(&both->client_pair);
    mbedtls_x509_crt_free(&both->ca);
    random_free(&both->random);
}

void both_handshake(struct both *both, int *client, int *server)
{
    int idle = 0;

    *client = *server = MBEDTLS_ERR_SSL_WANT_READ;
    while (waits(*client) || waits(*server)) {
        size_t before = both->to_client.moved + both->to_server.moved;

        if (waits(*client)) {
            *client = mbedtls_ssl_handshake(&both->client.ssl);
        }
        if (waits(*server)) {
            *server = mbedtls_ssl_handshake(&both->server.ssl);
        }
        /* Both wait and nothing moves: one of them has failed or is mute. */
        if (before == both->to_client.moved + both->to_server.moved) {
            if (++idle > 100) {
                return;
            }
        } else {
            idle = 0;
        }
    }
}

void both_connect(struct both *both)
{
    int client, server;

    both_handshake(both, &client, &server);
    must("the client's handshake", client);
    must("the server's handshake", server);
}

void both_transfer(struct both *both, struct end *from, const void *data,
                   size_t len)
{
    struct end *to = from == &both->client ? &both->server : &both->client;
    unsigned char buffer[4096];
    size_t sent = 0, received = 0;

    while (received < len) {
        int ret;

        if (sent < len) {
            ret = mbedtls_ssl_write(&from->ssl,
                                    (const unsigned char *) data + sent,
                                    len - sent);
            if (ret > 0) {
                sent += (size_t) ret;
            } else if (!waits(ret)) {
                must("write", ret);
            }
        }
        ret = mbedtls_ssl_read(&to->ssl, buffer, sizeof(buffer));
        if (ret > 0) {
            check("no more is read than was written",
                  (size_t) ret <= len - received);
            check("what is read was written",
                  memcmp(buffer, (const unsigned char *) data + received,
                         (size_t) ret) == 0);
            received += (size_t) ret;
        } else if (!waits(ret)) {
            must("read", ret);
        }
    }
}

const char *folder_argument(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        exit(2);
    }
    if (psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
        exit(2);
    }
    return argv[1];
}

void count_secret(void *context, mbedtls_ssl_key_export_type type,
                  const unsigned char *secret, size_t len,
                  const unsigned char client_random[32],
                  const unsigned char server_random[32],
                  mbedtls_tls_prf_types prf)
{
    (void) type;
    (void) secret;
    (void) len;
    (void) client_random;
    (void) server_random;
    (void) prf;
    ++*(int *) context;
}
