/*
 * What the test programs share: failing loudly, the test certificates, a
 * configuration for TLS 1.3, and a transport through memory that can be made
 * as awkward as a network.
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <stddef.h>
#include <stdint.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>

/* Ends the program with a message unless `ret` is 0. */
void must(const char *what, int ret);
/* Ends the program with a message unless `held` is true. */
void check(const char *what, int held);
/* Prints `what=0` or `what=-0x....`. */
void show(const char *what, int ret);
/* True for WANT_READ and WANT_WRITE. */
int waits(int ret);

/* How a transport delivers. */
enum cut {
    CUT_NONE,   /* everything that is there */
    CUT_DRIP,   /* one byte at a time, every second call says "not yet" */
    CUT_RANDOM  /* any part of it, and "not yet" now and then */
};

/* A small generator, so that a run can be repeated. */
uint32_t next_random(uint32_t *seed);
/*
 * How many of `len` bytes may go through now; 0 means "not yet". `flip` and
 * `seed` are the direction's own.
 */
size_t cut_length(enum cut cut, size_t len, int *flip, uint32_t *seed);

/*
 * The bytes of a test transfer: byte number `at` of it. Lines of 49 digits, as
 * some peers echo by the line, and none takes a digit for a command.
 */
unsigned char pattern(size_t at);
/* Fills `data` with the bytes of a transfer from number `at` on. */
void fill_pattern(unsigned char *data, size_t len, size_t at);
/* True if `data` holds the bytes of a transfer from number `at` on. */
int is_pattern(const unsigned char *data, size_t len, size_t at);

/* The random generator every program sets up, as 3.6 asks. */
struct random {
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
};
void random_init(struct random *random);
void random_free(struct random *random);

/* A certificate chain and its key. */
struct pair {
    mbedtls_x509_crt crt;
    mbedtls_pk_context key;
};
/* Reads FOLDER/NAME.crt and FOLDER/NAME.key. */
void pair_load(struct pair *pair, const char *folder, const char *name,
               struct random *random);
void pair_free(struct pair *pair);
/* Reads FOLDER/NAME.crt as a list of certificates. */
void crt_load(mbedtls_x509_crt *crt, const char *folder, const char *name);

#define PIPE_SIZE (1024 * 1024)

/* One direction of the transport through memory. */
struct pipe {
    unsigned char data[PIPE_SIZE];
    size_t start;
    size_t end;
    size_t moved;        /* bytes in and out, ever */
    enum cut cut;
    int flip;
    uint32_t seed;
    int closed;          /* the reader sees the end of the stream */
};

/* One end of a connection through memory. */
struct end {
    const char *name;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    struct pipe *in;
    struct pipe *out;
};

/* Two ends, what they share, and the certificates they use. */
struct both {
    struct end client;
    struct end server;
    struct pipe to_client;
    struct pipe to_server;
    struct random random;
    mbedtls_x509_crt ca;
    struct pair server_pair;
    struct pair client_pair;
    const char *folder;
};

/* The version that both_new configures: TLS 1.3 unless a program says so. */
extern mbedtls_ssl_protocol_version both_version;

/*
 * A client and a server, configured for both_version with the certificate NAME of
 * FOLDER for the server; contexts are not yet set up, so that the caller can
 * change the configuration. There is one of it, in static memory.
 */
struct both *both_new(const char *folder, const char *server_cert);
/* Gives the client FOLDER/NAME as its certificate. */
void both_client_cert(struct both *both, const char *name);
/* Sets up both contexts and their transport. */
void both_setup(struct both *both);
/* Forgets what is under way, for a new connection of the same contexts. */
void both_clear_pipes(struct both *both);
/* Frees everything. */
void both_free(struct both *both);
/* Both ends' handshakes to their end; the results go to the two pointers. */
void both_handshake(struct both *both, int *client, int *server);
/* Both ends' handshakes, which must succeed. */
void both_connect(struct both *both);
/* Writes all of `data` at one end and reads it at the other. */
void both_transfer(struct both *both, struct end *from, const void *data,
                   size_t len);

int end_send(void *context, const unsigned char *data, size_t len);
int end_recv(void *context, unsigned char *data, size_t len);

/* A callback for exported keys: counts them in `context`, an int. */
void count_secret(void *context, mbedtls_ssl_key_export_type type,
                  const unsigned char *secret, size_t len,
                  const unsigned char client_random[32],
                  const unsigned char server_random[32],
                  mbedtls_tls_prf_types prf);

/* The one argument of most programs: the folder of test certificates. */
const char *folder_argument(int argc, char **argv);

#endif
