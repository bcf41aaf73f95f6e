/* nng's TLS transport: a listener and a dialer in one program exchange messages over tls+tcp.
 * nng NAME AUTHORITIES CERTIFICATE [client certificate]: files in PEM, the key beside the certificate in NAME.key. */
#include <nng/nng.h>
#include <nng/protocol/reqrep0/rep.h>
#include <nng/protocol/reqrep0/req.h>
#include <nng/supplemental/tls/tls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(call)                                                            \
    do {                                                                       \
        int code_ = (call);                                                    \
        if (code_ != 0) {                                                      \
            printf("%s: %s\n", #call, nng_strerror(code_));                    \
            exit(1);                                                           \
        }                                                                      \
    } while (0)

static char *text(const char *path)
{
    static char buffers[8][20000];
    static int next;
    char *buffer = buffers[next++];
    FILE *file = fopen(path, "rb");

    if (file == NULL || fread(buffer, 1, sizeof(buffers[0]) - 1, file) == 0)
        exit(2);
    fclose(file);
    return buffer;
}

static char *beside(const char *stem, const char *ending)
{
    char path[300];

    snprintf(path, sizeof(path), "/pki/%s.%s", stem, ending);
    return text(path);
}

static void echo(void *socket)
{
    nng_socket listener = *(nng_socket *) socket;
    nng_msg *message;

    while (nng_recvmsg(listener, &message, 0) == 0)
        if (nng_sendmsg(listener, message, 0) != 0)
            nng_msg_free(message);
}

int main(int argc, char **argv)
{
    nng_socket server, client;
    nng_listener listener;
    nng_dialer dialer;
    nng_tls_config *config;
    nng_thread *thread;
    char url[100];
    int port, turn;

    if (argc < 4)
        return 2;
    CHECK(nng_rep0_open(&server));
    CHECK(nng_req0_open(&client));
    CHECK(nng_socket_set_ms(client, NNG_OPT_RECVTIMEO, 5000));
    CHECK(nng_socket_set_ms(client, NNG_OPT_SENDTIMEO, 5000));

    CHECK(nng_tls_config_alloc(&config, NNG_TLS_MODE_SERVER));
    CHECK(nng_tls_config_own_cert(config, beside(argv[3], "crt"),
                                  beside(argv[3], "key"), NULL));
    if (argc > 4) {
        CHECK(nng_tls_config_auth_mode(config, NNG_TLS_AUTH_MODE_REQUIRED));
        CHECK(nng_tls_config_ca_chain(config, text(argv[2]), NULL));
    }
    CHECK(nng_listener_create(&listener, server, "tls+tcp://127.0.0.1:0"));
    CHECK(nng_listener_set_ptr(listener, NNG_OPT_TLS_CONFIG, config));
    CHECK(nng_listener_start(listener, 0));
    CHECK(nng_listener_get_int(listener, NNG_OPT_TCP_BOUND_PORT, &port));
    nng_tls_config_free(config);

    CHECK(nng_tls_config_alloc(&config, NNG_TLS_MODE_CLIENT));
    CHECK(nng_tls_config_auth_mode(config, NNG_TLS_AUTH_MODE_REQUIRED));
    CHECK(nng_tls_config_ca_chain(config, text(argv[2]), NULL));
    CHECK(nng_tls_config_server_name(config, argv[1]));
    if (argc > 4 && strcmp(argv[4], "none") != 0)
        CHECK(nng_tls_config_own_cert(config, beside(argv[4], "crt"),
                                      beside(argv[4], "key"), NULL));
    snprintf(url, sizeof(url), "tls+tcp://127.0.0.1:%d", port);
    CHECK(nng_dialer_create(&dialer, client, url));
    CHECK(nng_dialer_set_ptr(dialer, NNG_OPT_TLS_CONFIG, config));
    CHECK(nng_dialer_start(dialer, 0));
    nng_tls_config_free(config);
    CHECK(nng_thread_create(&thread, echo, &server));

    for (turn = 0; turn < 20; turn++) {
        size_t length = (size_t) 1 << turn, at, got;
        unsigned char *sent = nng_alloc(length);
        unsigned char *back;

        for (at = 0; at < length; at++)
            sent[at] = (unsigned char) (at * 7 + (size_t) turn);
        CHECK(nng_send(client, sent, length, 0));
        CHECK(nng_recv(client, &back, &got, NNG_FLAG_ALLOC));
        if (got != length || memcmp(sent, back, length) != 0) {
            printf("another message came back\n");
            return 1;
        }
        nng_free(sent, length);
        nng_free(back, got);
    }
    printf("%d messages there and back\n", turn);
    nng_close(client);
    nng_close(server);
    nng_thread_destroy(thread);
    return 0;
}
