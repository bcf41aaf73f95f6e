/*
 * Options of the two peers, client.c and server.c: words of the form
 * NAME=VALUE, the same names for both.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "peer/sessions.h"
#include "support/support.h"

#include <mbedtls/net_sockets.h>

#define MAX_LIST 16

struct options {
    /* Where. */
    const char *host;           /* host=127.0.0.1 */
    const char *port;           /* port=4433 */
    const char *name;           /* name=localhost, empty for none */
    /* Who. */
    const char *ca;             /* ca=FILE */
    const char *crt;            /* crt=FILE */
    const char *key;            /* key=FILE */
    const char *crt2;           /* crt2=FILE, a second certificate ... */
    const char *key2;           /* ... for the server name second.example */
    int authmode;               /* auth=none|optional|required */
    /* How. */
    int suites[MAX_LIST];       /* suites=NAME,NAME */
    uint16_t groups[MAX_LIST];  /* groups=x25519,secp256r1 */
    uint16_t sig_algs[MAX_LIST];/* sigalgs=0x0403,0x0804 */
    const char *alpn[MAX_LIST]; /* alpn=h2,http/1.1 */
    int min;                    /* min=1.2|1.3, the versions ... */
    int max;                    /* max=1.2|1.3 ... TLS 1.3 alone */
    int etm;                    /* etm=0 without encrypt-then-MAC */
    int ems;                    /* ems=0 without the extended secret */
    int renegotiation;          /* renegotiation=1 allows it */
    int renegotiate;            /* renegotiate=1 asks for it, half way; */
                                /* a server with 2 before it echoes */
    int psa;                    /* psa=0 leaves psa_crypto_init() out */
    /* Records and hellos; all but mfl= with ferrotls only. */
    int mfl;                    /* mfl=CODE of max_fragment_length */
    int rsl;                    /* rsl=BYTES of record_size_limit */
    int padding;                /* padding=1 */
    int grease;                 /* grease=1 */
    int stateless;              /* stateless=MODE of the cookie */
    const char *keylog;         /* keylog=FILE */
    int debug;                  /* debug=LEVEL, on standard error */
    /* What: the client sends, then receives; the server by its mode. */
    size_t send;                /* send=BYTES of the pattern */
    size_t receive;             /* receive=BYTES of the pattern */
    size_t chunk;               /* chunk=BYTES per write or read */
    const char *request;        /* request=TEXT, sent before the pattern */
    int until_close;            /* until_close=1 reads to the very end */
    int half_close;             /* half_close=1: close_notify, then read */
    int print;                  /* print=1 prints what came */
    const char *serve;          /* serve=echo|sink|source|answer */
    int connections;            /* connections=N, then end */
    struct session_options session; /* see sessions.h */
    /* The transport. */
    enum cut cut;               /* cut=none|drip|random */
    uint32_t seed;              /* seed=N for cut=random */
    uint32_t timeout;           /* timeout=MS, by f_recv_timeout */
};

/* Reads the command line; ends the program at a word it does not know. */
void options_read(struct options *options, int argc, char **argv);
/* Puts what concerns both sides into the configuration. */
void options_apply(const struct options *options, mbedtls_ssl_config *conf,
                   struct random *random);

/* A socket whose bytes come and go as `cut` says. */
struct wire {
    mbedtls_net_context net;
    enum cut cut;
    int flip_in;
    int flip_out;
    uint32_t seed;
};
/* Lets the context use the wire. */
void wire_attach(struct wire *wire, mbedtls_ssl_context *ssl,
                 const struct options *options);

/* The handshake to its end. */
int finish_handshake(mbedtls_ssl_context *ssl);
/* All of `data`, in writes of `chunk` bytes. */
int write_all(mbedtls_ssl_context *ssl, const unsigned char *data, size_t len,
              size_t chunk);
/* `len` bytes of the pattern. */
int write_pattern(mbedtls_ssl_context *ssl, size_t len, size_t chunk);
/* One read that waits. */
int read_some(mbedtls_ssl_context *ssl, unsigned char *data, size_t len);
/* close_notify to its end, or to the end of the socket. */
int close_notify(mbedtls_ssl_context *ssl);
/* Asks for a new handshake, a client to its end; the code is printed. */
int renegotiate(mbedtls_ssl_context *ssl);
/* Handshakes of TLS 1.2 on the connection of the last wire. */
int handshakes(void);
/* What was negotiated, as NAME=VALUE lines. */
void print_session(const mbedtls_ssl_context *ssl);

#endif
