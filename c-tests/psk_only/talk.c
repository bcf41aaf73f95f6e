/*
 * TLS 1.3 with a pre-shared key, by a library that has no certificates: with itself, and with somebody else over TCP.
 *
 *   talk self MODE           client and server here, twice: the second time by the ticket of the first
 *   talk client PORT MODE    to 127.0.0.1
 *   talk server MODE         prints the port it listens on, serves one connection
 *
 * MODE is psk_ke or psk_dhe_ke. A server echoes a line; a client sends one and looks for it in what comes back.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <arpa/inet.h>

#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>

#if defined(MBEDTLS_X509_USE_C) || defined(MBEDTLS_X509_CRT_PARSE_C) || defined(MBEDTLS_PK_C) || \
    defined(MBEDTLS_RSA_C) || defined(MBEDTLS_ECDSA_C) || defined(MBEDTLS_SSL_PROTO_TLS1_2)
#error "the headers are those of a build with certificates"
#endif

static const unsigned char key[] = "sixteen and more bytes of a key";
static const char name[] = "alice";
static const char line[] = "a line that comes back\n";

static int fail(const char *what, int code)
{
    char text[128];

    mbedtls_strerror(code, text, sizeof(text));
    fprintf(stderr, "%s: -0x%04x %s\n", what, (unsigned int) -code, text);
    return 1;
}

static int mode_number(const char *mode)
{
    if (strcmp(mode, "psk_ke") == 0) {
        return MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK;
    }
    if (strcmp(mode, "psk_dhe_ke") == 0) {
        return MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL;
    }
    fprintf(stderr, "no such mode: %s\n", mode);
    exit(2);
}

static int configure(mbedtls_ssl_config *conf, int endpoint, int modes)
{
    int code;

    mbedtls_ssl_config_init(conf);
    code = mbedtls_ssl_config_defaults(conf, endpoint, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
    if (code == 0) {
        code = mbedtls_ssl_conf_psk(conf, key, sizeof(key) - 1, (const unsigned char *) name, sizeof(name) - 1);
    }
    mbedtls_ssl_conf_tls13_key_exchange_modes(conf, modes);
    return code;
}

/* Serves one connection. */
static int serve(int fd, const mbedtls_ssl_config *conf)
{
    mbedtls_ssl_context ssl;
    mbedtls_net_context net;
    unsigned char buffer[256];
    int code, length;

    net.fd = fd;
    mbedtls_ssl_init(&ssl);
    code = mbedtls_ssl_setup(&ssl, conf);
    if (code != 0) {
        return fail("server: setup", code);
    }
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    code = mbedtls_ssl_handshake(&ssl);
    if (code != 0) {
        return fail("server: handshake", code);
    }
    length = mbedtls_ssl_read(&ssl, buffer, sizeof(buffer));
    if (length <= 0) {
        return fail("server: read", length);
    }
    code = mbedtls_ssl_write(&ssl, buffer, (size_t) length);
    if (code != length) {
        return fail("server: write", code);
    }
    /* Until the client has closed. */
    do {
        code = mbedtls_ssl_read(&ssl, buffer, sizeof(buffer));
    } while (code > 0);
    mbedtls_ssl_close_notify(&ssl);
    mbedtls_ssl_free(&ssl);
    return 0;
}

/* One connection; with a session to resume, or to be filled. */
static int connect_once(int fd, const mbedtls_ssl_config *conf, mbedtls_ssl_session *resume, mbedtls_ssl_session *keep)
{
    mbedtls_ssl_context ssl;
    mbedtls_net_context net;
    char buffer[256];
    size_t have = 0;
    int code;

    net.fd = fd;
    mbedtls_ssl_init(&ssl);
    code = mbedtls_ssl_setup(&ssl, conf);
    if (code == 0) {
        code = mbedtls_ssl_set_hostname(&ssl, "localhost");
    }
    if (code == 0 && resume != NULL) {
        code = mbedtls_ssl_set_session(&ssl, resume);
    }
    if (code != 0) {
        return fail("client: setup", code);
    }
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    code = mbedtls_ssl_handshake(&ssl);
    if (code != 0) {
        return fail("client: handshake", code);
    }
    code = mbedtls_ssl_write(&ssl, (const unsigned char *) line, sizeof(line) - 1);
    if (code != (int) sizeof(line) - 1) {
        return fail("client: write", code);
    }
    while (have < sizeof(line) - 1) {
        code = mbedtls_ssl_read(&ssl, (unsigned char *) buffer + have, sizeof(buffer) - have - 1);
        if (code == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            continue;
        }
        if (code <= 0) {
            return fail("client: read", code);
        }
        have += (size_t) code;
    }
    buffer[have] = '\0';
    if (strstr(buffer, "a line that comes back") == NULL) {
        fprintf(stderr, "client: something else came back: %s\n", buffer);
        return 1;
    }
    if (keep != NULL) {
        code = mbedtls_ssl_get_session(&ssl, keep);
        if (code != 0) {
            return fail("client: get_session", code);
        }
    }
    printf("%s %s\n", mbedtls_ssl_get_version(&ssl), mbedtls_ssl_get_ciphersuite(&ssl));
    mbedtls_ssl_close_notify(&ssl);
    mbedtls_ssl_free(&ssl);
    return 0;
}

static int talk_to_ourselves(int modes)
{
    mbedtls_ssl_config server, client;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_session session;
    int first[2], second[2], status, code;
    pid_t child;

    mbedtls_ssl_ticket_init(&tickets);
    mbedtls_ssl_session_init(&session);
    code = configure(&server, MBEDTLS_SSL_IS_SERVER, modes);
    if (code == 0) {
        code = configure(&client, MBEDTLS_SSL_IS_CLIENT, modes);
    }
    if (code == 0) {
        code = mbedtls_ssl_ticket_setup(&tickets, NULL, NULL, MBEDTLS_CIPHER_AES_256_GCM, 3600);
    }
    if (code != 0) {
        return fail("configuration", code);
    }
    mbedtls_ssl_conf_session_tickets_cb(&server, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse, &tickets);
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, first) != 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, second) != 0) {
        perror("socketpair");
        return 1;
    }
    fflush(stdout);
    child = fork();
    if (child == 0) {
        close(first[1]);
        close(second[1]);
        code = serve(first[0], &server);
        if (code == 0) {
            /* The ticket alone has to do. */
            mbedtls_ssl_config_free(&server);
            mbedtls_ssl_config_init(&server);
            mbedtls_ssl_config_defaults(&server, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM,
                                        MBEDTLS_SSL_PRESET_DEFAULT);
            mbedtls_ssl_conf_tls13_key_exchange_modes(&server, modes);
            mbedtls_ssl_conf_session_tickets_cb(&server, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse, &tickets);
            code = serve(second[0], &server);
        }
        _exit(code);
    }
    close(first[0]);
    close(second[0]);
    code = connect_once(first[1], &client, NULL, &session);
    if (code == 0) {
        printf("resumed: ");
        code = connect_once(second[1], &client, &session, NULL);
    }
    close(first[1]);
    close(second[1]);
    waitpid(child, &status, 0);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_ticket_free(&tickets);
    mbedtls_ssl_config_free(&client);
    mbedtls_ssl_config_free(&server);
    return code != 0 || status != 0;
}

int main(int argc, char **argv)
{
    mbedtls_ssl_config conf;
    mbedtls_net_context listener, peer;
    struct sockaddr_in address;
    socklen_t length = sizeof(address);
    int code;

    if (argc == 3 && strcmp(argv[1], "self") == 0) {
        return talk_to_ourselves(mode_number(argv[2]));
    }
    if (argc == 4 && strcmp(argv[1], "client") == 0) {
        code = configure(&conf, MBEDTLS_SSL_IS_CLIENT, mode_number(argv[3]));
        mbedtls_net_init(&peer);
        if (code == 0) {
            code = mbedtls_net_connect(&peer, "127.0.0.1", argv[2], MBEDTLS_NET_PROTO_TCP);
        }
        if (code != 0) {
            return fail("client", code);
        }
        code = connect_once(peer.fd, &conf, NULL, NULL);
    } else if (argc == 3 && strcmp(argv[1], "server") == 0) {
        code = configure(&conf, MBEDTLS_SSL_IS_SERVER, mode_number(argv[2]));
        mbedtls_net_init(&listener);
        mbedtls_net_init(&peer);
        if (code == 0) {
            code = mbedtls_net_bind(&listener, "127.0.0.1", "0", MBEDTLS_NET_PROTO_TCP);
        }
        if (code == 0 && getsockname(listener.fd, (struct sockaddr *) &address, &length) == 0) {
            printf("%d\n", ntohs(address.sin_port));
            fflush(stdout);
            code = mbedtls_net_accept(&listener, &peer, NULL, 0, NULL);
        }
        if (code != 0) {
            return fail("server", code);
        }
        code = serve(peer.fd, &conf);
        mbedtls_net_free(&listener);
    } else {
        fprintf(stderr, "usage: %s self MODE | client PORT MODE | server MODE\n", argv[0]);
        return 2;
    }
    mbedtls_net_free(&peer);
    mbedtls_ssl_config_free(&conf);
    return code;
}
