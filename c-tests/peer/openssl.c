/*
 * OpenSSL as a peer for what `openssl s_client` and `openssl s_server` do not
 * do: closing one direction and using the other. Options as in options.h:
 *
 *     openssl client|server port=N bytes=N suites=NAME ca=FILE crt=FILE key=FILE
 *
 * The client sends its bytes, says goodbye, and prints what it still gets.
 * The server reads until the client's goodbye, and only then answers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/ssl.h>

#include "support/support.h"

struct arguments {
    int port;
    const char *ca;
    const char *crt;
    const char *key;
    const char *suites;
    size_t bytes;
};

static void read_arguments(struct arguments *arguments, int argc, char **argv)
{
    int i;

    memset(arguments, 0, sizeof(*arguments));
    for (i = 2; i < argc; i++) {
        char *value = strchr(argv[i], '=');

        check("options are NAME=VALUE", value != NULL);
        *value++ = '\0';
        if (strcmp(argv[i], "port") == 0) {
            arguments->port = atoi(value);
        } else if (strcmp(argv[i], "bytes") == 0) {
            arguments->bytes = (size_t) atol(value);
        } else if (strcmp(argv[i], "ca") == 0) {
            arguments->ca = value;
        } else if (strcmp(argv[i], "suites") == 0) {
            arguments->suites = value;
        } else if (strcmp(argv[i], "crt") == 0) {
            arguments->crt = value;
        } else {
            check("the option is known", strcmp(argv[i], "key") == 0);
            arguments->key = value;
        }
    }
}

static int connected(const struct arguments *arguments, int listening)
{
    struct sockaddr_in address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1, accepted;

    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons((uint16_t) arguments->port);
    check("socket", fd >= 0);
    if (!listening) {
        check("connect", connect(fd, (struct sockaddr *) &address,
                                 sizeof(address)) == 0);
        return fd;
    }
    check("reuse", setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes,
                              sizeof(yes)) == 0);
    check("bind", bind(fd, (struct sockaddr *) &address,
                       sizeof(address)) == 0);
    check("listen", listen(fd, 1) == 0);
    accepted = accept(fd, NULL, NULL);
    check("accept", accepted >= 0);
    check("close", close(fd) == 0);
    return accepted;
}

static void send_pattern(SSL *ssl, size_t len)
{
    unsigned char *data = malloc(len);

    check("memory", data != NULL);
    fill_pattern(data, len, 0);
    check("SSL_write", SSL_write(ssl, data, (int) len) == (int) len);
    free(data);
}

/* To the other side's goodbye; prints what comes. */
static void receive(SSL *ssl, int print)
{
    unsigned char data[16384];
    size_t received = 0;
    int ret;

    while ((ret = SSL_read(ssl, data, sizeof(data))) > 0) {
        check("the pattern", is_pattern(data, (size_t) ret, received));
        received += (size_t) ret;
        if (print) {
            check("the output takes it", fwrite(data, 1, (size_t) ret,
                                                stdout) == (size_t) ret);
        }
    }
    check("close_notify and nothing else",
          SSL_get_error(ssl, ret) == SSL_ERROR_ZERO_RETURN);
    fprintf(stderr, "received=%lu\n", (unsigned long) received);
}

int main(int argc, char **argv)
{
    struct arguments arguments;
    int client = argc > 1 && strcmp(argv[1], "client") == 0;
    SSL_CTX *ctx;
    SSL *ssl;
    int fd;

    read_arguments(&arguments, argc, argv);
    ctx = SSL_CTX_new(client ? TLS_client_method() : TLS_server_method());
    check("SSL_CTX_new", ctx != NULL);
    check("TLS 1.3", SSL_CTX_set_min_proto_version(ctx, TLS1_3_VERSION) == 1);
    check("suites", SSL_CTX_set_ciphersuites(ctx, arguments.suites) == 1);
    if (client) {
        check("ca", SSL_CTX_load_verify_locations(ctx, arguments.ca,
                                                  NULL) == 1);
        SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    } else {
        check("crt", SSL_CTX_use_certificate_chain_file(ctx,
                                                        arguments.crt) == 1);
        check("key", SSL_CTX_use_PrivateKey_file(ctx, arguments.key,
                                                 SSL_FILETYPE_PEM) == 1);
    }
    ssl = SSL_new(ctx);
    check("SSL_new", ssl != NULL);
    fd = connected(&arguments, !client);
    check("SSL_set_fd", SSL_set_fd(ssl, fd) == 1);
    if (client) {
        check("name", SSL_set1_host(ssl, "localhost") == 1);
        check("SSL_connect", SSL_connect(ssl) == 1);
        send_pattern(ssl, arguments.bytes);
        check("half-closed", SSL_shutdown(ssl) == 0);
        receive(ssl, 1);
    } else {
        check("SSL_accept", SSL_accept(ssl) == 1);
        receive(ssl, 0);
        send_pattern(ssl, arguments.bytes);
        check("closed", SSL_shutdown(ssl) == 1);
    }
    SSL_free(ssl);
    SSL_CTX_free(ctx);
    check("close", close(fd) == 0);
    return 0;
}
