/*
 * What the functions of the small headers return: versions, parts of error
 * texts, limits of random generators, sockets that are none, delays, hashes.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/ssl.h>
#include <mbedtls/timing.h>
#include <mbedtls/version.h>
#include <psa/crypto.h>

/* Texts are each library's own: only the modules in front of them are told. */
static void modules(int code)
{
    char text[200], *part, *end;

    memset(text, 'x', sizeof(text));
    mbedtls_strerror(code, text, sizeof(text));
    printf("code %d:", code);
    for (part = text; part != NULL; part = end) {
        end = strstr(part, " : ");
        if (end != NULL) {
            *end = '\0';
            end += 3;
        }
        if (strncmp(part, "UNKNOWN", 7) == 0) {
            printf(" [%s]", part);
        } else {
            printf(" [%.*s]", (int) strcspn(part, " "), part);
        }
    }
    printf(" high %d low %d\n", mbedtls_high_level_strerr(code) != NULL,
           mbedtls_low_level_strerr(code) != NULL);
}

static void errors(void)
{
    static const int codes[] = {
        0, 1, -1, -0x7100, 0x7100, -0x2762, -0x7f7f, -0x10000, -0x3d7a, -80,
        -0x6800, -0x7101, -0x21ff, -0x0180, -0x4e, -0x34, -0x3c,
        (int) 0x80000000
    };
    char text[64];
    size_t i;

    for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        modules(codes[i]);
    }
    memset(text, 'x', sizeof(text));
    mbedtls_strerror(-0x7100, text, 4);
    printf("cut: %s\n", text);
    mbedtls_strerror(-0x7100, text, 0);
    printf("no room: %s\n", text);
}

static void version(void)
{
    char text[18];

    printf("number %08x, header %08x\n", mbedtls_version_get_number(),
           (unsigned int) MBEDTLS_VERSION_NUMBER);
    mbedtls_version_get_string(text);
    printf("text %s, header %s\n", text, MBEDTLS_VERSION_STRING);
    mbedtls_version_get_string_full(text);
    printf("full text %s, header %s\n", text, MBEDTLS_VERSION_STRING_FULL);
    printf("features %d %d %d\n",
           mbedtls_version_check_feature("MBEDTLS_SSL_PROTO_TLS1_3"),
           mbedtls_version_check_feature("MBEDTLS_NO_SUCH_THING"),
           mbedtls_version_check_feature("SSL_PROTO_TLS1_3"));
}

/* Tells how many bytes it is asked for. */
static int entropy(void *fail, unsigned char *output, size_t len)
{
    printf("  entropy: %u bytes\n", (unsigned int) len);
    memset(output, 1, len);
    return fail != NULL ? -9 : 0;
}

static int source(void *data, unsigned char *output, size_t len, size_t *olen)
{
    (void) data;
    (void) output;
    (void) len;
    *olen = 0;
    return -9;
}

static void randomness(void)
{
    mbedtls_entropy_context pool;
    mbedtls_ctr_drbg_context drbg;
    unsigned char bytes[1100] = { 0 }, other[64] = { 0 };
    int i, added = 0;

    mbedtls_entropy_init(&pool);
    printf("pool: 64 bytes %d, 65 bytes %d\n",
           mbedtls_entropy_func(&pool, bytes, 64),
           mbedtls_entropy_func(&pool, bytes, 65));
    mbedtls_entropy_func(&pool, other, 64);
    printf("pool repeats: %d\n", memcmp(bytes, other, 64) == 0);
    for (i = 0; i < 30; i++) {
        if (mbedtls_entropy_add_source(&pool, source, NULL, 1,
                                       MBEDTLS_ENTROPY_SOURCE_STRONG) != 0) {
            break;
        }
        added++;
    }
    printf("sources taken: %d\n", added > 10);
    printf("a source that fails: %d\n", mbedtls_entropy_func(&pool, bytes, 64));
    mbedtls_entropy_free(&pool);

    mbedtls_ctr_drbg_init(&drbg);
    printf("seed that fails\n");
    printf("  %d\n", mbedtls_ctr_drbg_seed(&drbg, entropy, bytes, NULL, 0));
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_ctr_drbg_init(&drbg);
    printf("seed too long\n");
    printf("  %d\n", mbedtls_ctr_drbg_seed(&drbg, entropy, NULL, bytes, 400));
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_ctr_drbg_init(&drbg);
    mbedtls_ctr_drbg_set_entropy_len(&drbg, 40);
    printf("seed\n");
    printf("  %d\n", mbedtls_ctr_drbg_seed(&drbg, entropy, NULL,
                                           (const unsigned char *) "me", 2));
    printf("reseed\n");
    printf("  %d\n", mbedtls_ctr_drbg_reseed(&drbg, NULL, 0));
    printf("  too long: %d\n", mbedtls_ctr_drbg_reseed(&drbg, bytes, 400));
    printf("random: 0 %d, 1024 %d, 1025 %d\n",
           mbedtls_ctr_drbg_random(&drbg, bytes, 0),
           mbedtls_ctr_drbg_random(&drbg, bytes, 1024),
           mbedtls_ctr_drbg_random(&drbg, bytes, 1025));
    printf("additional: 256 %d, 257 %d\n",
           mbedtls_ctr_drbg_random_with_add(&drbg, other, 9, bytes, 256),
           mbedtls_ctr_drbg_random_with_add(&drbg, other, 9, bytes, 257));
    printf("update: 384 %d, 385 %d\n",
           mbedtls_ctr_drbg_update(&drbg, bytes, 384),
           mbedtls_ctr_drbg_update(&drbg, bytes, 385));
    printf("nonce after the seed: %d\n",
           mbedtls_ctr_drbg_set_nonce_len(&drbg, 8));
    printf("no such file: %d %d\n",
           mbedtls_ctr_drbg_write_seed_file(&drbg, "/no/such/folder/seed"),
           mbedtls_ctr_drbg_update_seed_file(&drbg, "/no/such/folder/seed"));
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_ctr_drbg_free(&drbg);
}

static void sockets(void)
{
    mbedtls_net_context none, here, peer, accepted;
    unsigned char bytes[16], ip[16];
    char port[8];
    size_t len = 0;

    /* Another port for each process: several may run at once. */
    snprintf(port, sizeof(port), "%d", 20000 + (int) (getpid() % 20000));
    mbedtls_net_init(&none);
    printf("none: fd %d recv %d send %d poll %d block %d timeout %d\n",
           none.fd, mbedtls_net_recv(&none, bytes, 1),
           mbedtls_net_send(&none, bytes, 1), mbedtls_net_poll(&none, 1, 0),
           mbedtls_net_set_block(&none),
           mbedtls_net_recv_timeout(&none, bytes, 1, 1));
    printf("unknown host %d\n",
           mbedtls_net_connect(&none, "999.999.999.999", "1", 0));
    printf("not ours to bind %d\n",
           mbedtls_net_bind(&none, "192.0.2.1", "0", 0));
    mbedtls_net_free(&none);

    mbedtls_net_init(&here);
    mbedtls_net_init(&peer);
    mbedtls_net_init(&accepted);
    printf("bind %d\n", mbedtls_net_bind(&here, "127.0.0.1", port, 0));
    printf("taken %d\n", mbedtls_net_bind(&none, "127.0.0.1", port, 0));
    mbedtls_net_set_nonblock(&here);
    printf("nobody %d\n",
           mbedtls_net_accept(&here, &accepted, NULL, 0, NULL));
    mbedtls_net_set_block(&here);
    printf("connect %d\n",
           mbedtls_net_connect(&peer, "127.0.0.1", port, 0));
    printf("accept %d", mbedtls_net_accept(&here, &accepted, ip, 16, &len));
    printf(" address of %u bytes, %d.%d.%d.%d\n", (unsigned int) len, ip[0],
           ip[1], ip[2], ip[3]);
    printf("nothing there: timeout %d, poll %d\n",
           mbedtls_net_recv_timeout(&peer, bytes, 16, 1),
           mbedtls_net_poll(&peer, MBEDTLS_NET_POLL_READ |
                            MBEDTLS_NET_POLL_WRITE, 0));
    mbedtls_net_set_nonblock(&peer);
    printf("nothing there: %d\n", mbedtls_net_recv(&peer, bytes, 16));
    printf("send %d\n", mbedtls_net_send(&accepted,
                                         (const unsigned char *) "hello", 5));
    printf("poll %d", mbedtls_net_poll(&peer, MBEDTLS_NET_POLL_READ, 1000));
    printf(" recv %d\n", mbedtls_net_recv(&peer, bytes, 16));
    mbedtls_net_free(&accepted);
    printf("fd %d\n", accepted.fd);
    printf("end: poll %d", mbedtls_net_poll(&peer, MBEDTLS_NET_POLL_READ,
                                            1000));
    printf(" recv %d\n", mbedtls_net_recv(&peer, bytes, 16));
    printf("poll for nothing known %d\n", mbedtls_net_poll(&peer, 8, 0));
    mbedtls_net_free(&peer);
    mbedtls_net_free(&here);
    printf("refused %d\n",
           mbedtls_net_connect(&peer, "127.0.0.1", port, 0));
}

static void delays(void)
{
    mbedtls_timing_delay_context delay;

    mbedtls_timing_set_delay(&delay, 0, 0);
    printf("cancelled %d\n", mbedtls_timing_get_delay(&delay));
    mbedtls_timing_set_delay(&delay, 60000, 100000);
    printf("none passed %d, final %u\n", mbedtls_timing_get_delay(&delay),
           (unsigned int) mbedtls_timing_get_final_delay(&delay));
    mbedtls_timing_set_delay(&delay, 1, 100000);
    mbedtls_net_usleep(3000);
    printf("one passed %d\n", mbedtls_timing_get_delay(&delay));
    mbedtls_timing_set_delay(&delay, 1, 2);
    mbedtls_net_usleep(4000);
    printf("both passed %d\n", mbedtls_timing_get_delay(&delay));
}

static void hash(const char *name, psa_algorithm_t alg, size_t size)
{
    unsigned char out[64] = { 0 };
    size_t len = 77, i;
    psa_status_t status;

    status = psa_hash_compute(alg, (const unsigned char *) "abc", 3, out, size,
                              &len);
    printf("%s into %u: %d length %u ", name, (unsigned int) size,
           (int) status, (unsigned int) len);
    for (i = 0; status == PSA_SUCCESS && i < len; i++) {
        printf("%02x", out[i]);
    }
    printf(" room needed %u\n", (unsigned int) PSA_HASH_LENGTH(alg));
}

static void psa(void)
{
    unsigned char bytes[2000];

    printf("init %d %d\n", (int) psa_crypto_init(), (int) psa_crypto_init());
    hash("MD5", PSA_ALG_MD5, 64);
    hash("SHA-1", PSA_ALG_SHA_1, 64);
    hash("SHA-224", PSA_ALG_SHA_224, 64);
    hash("SHA-256", PSA_ALG_SHA_256, 64);
    hash("SHA-256", PSA_ALG_SHA_256, 31);
    hash("SHA-384", PSA_ALG_SHA_384, 48);
    hash("SHA-512", PSA_ALG_SHA_512, 64);
    hash("SHA-512/256", PSA_ALG_SHA_512_256, 64);
    hash("any", PSA_ALG_ANY_HASH, 64);
    hash("no hash", PSA_ALG_GCM, 64);
    hash("none", PSA_ALG_NONE, 64);
    printf("random %d %d\n", (int) psa_generate_random(bytes, 0),
           (int) psa_generate_random(bytes, sizeof(bytes)));
    mbedtls_psa_crypto_free();
}

int main(void)
{
    unsigned char secret[4] = { 1, 2, 3, 4 };

    setbuf(stdout, NULL);
    errors();
    version();
    randomness();
    sockets();
    delays();
    psa();
    mbedtls_platform_zeroize(secret, 3);
    printf("erased %d %d %d %d\n", secret[0], secret[1], secret[2], secret[3]);
    return 0;
}
