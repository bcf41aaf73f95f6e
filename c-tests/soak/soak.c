/*
 * Load for as long as one likes: many connections at once, many handshakes one
 * after the other, and a long transfer whose keys change. Client and server
 * are two processes with TCP over loopback between them; each prints what it
 * has done and how much memory it has, and fails where that grows.
 *
 *     soak idle FOLDER CONNECTIONS
 *     soak handshakes FOLDER COUNT
 *     soak leak FOLDER COUNT         handshakes that lose memory: must fail
 *     soak bulk FOLDER MEGABYTES
 *
 * FOLDER holds the test certificates. But for bulk, which asks for new keys,
 * the program is the same with stock Mbed TLS.
 */
#define _DEFAULT_SOURCE /* struct linger, MSG_NOSIGNAL */
#include "support/support.h"

#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <mbedtls/ssl_ticket.h>
#include <psa/crypto.h>

#if defined(__has_include)
#if __has_include(<ferrotls/ferrotls.h>)
#include <ferrotls/ferrotls.h>
#define HAS_UPDATE_KEYS
#endif
#endif

/*
 * What a process may come to have once it is warm: KiB for the allocator's
 * pages, and bytes for each handshake or connection, but never more KiB than
 * MOST_GROWTH. A leak of LEAK bytes at each of 4000 handshakes is more.
 */
#define NOISE 128
#define GROWTH_EACH 32
#define MOST_GROWTH 4096
#define LEAK 100
/* Memory of an idle connection, its context included, in KiB; of ours. */
#define MOST_IDLE 16
/* Connections or handshakes before memory is measured first. */
#define WARM_UP 200
/* Of four handshakes three are resumed. */
#define FULL_EVERY 4
#define CHUNK 65536
/* Keys change after so many bytes. */
#define KEYS_EVERY (16ul * 1024 * 1024)

/* What an end of a connection has: configurations for both versions. */
struct side {
    const char *name;
    int server;
    mbedtls_ssl_config conf[2];
    mbedtls_ssl_ticket_context tickets;
    mbedtls_x509_crt ca;
    struct pair pair;
    struct random random;
    mbedtls_ssl_session sessions[2];
    int has_session[2];
};

static const char *folder;
static struct sockaddr_in address;
static int listener;

/* Loses memory at each handshake. */
static int leaks;

/* KiB of this process that are in memory: of what it wrote, and is not free. */
static long resident(void)
{
    FILE *file;
    long pages = 0, all = 0, of_files = 0;

    malloc_trim(0);
    file = fopen("/proc/self/statm", "r");
    check("statm", file != NULL &&
          fscanf(file, "%ld %ld %ld", &all, &pages, &of_files) == 3);
    fclose(file);
    return (pages - of_files) * (sysconf(_SC_PAGESIZE) / 1024);
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void say(const struct side *side, const char *what, double value)
{
    printf("%s %s %.2f\n", side->name, what, value);
    fflush(stdout);
}

/* KiB that `count` handshakes or connections may leave behind. */
static long allowed(unsigned long count)
{
    unsigned long kib = NOISE + count * GROWTH_EACH / 1024;

    return kib < MOST_GROWTH ? (long) kib : MOST_GROWTH;
}

/* Memory has not grown since it was `before` by more than `count` may. */
static void check_growth(const struct side *side, const char *what, long before,
                         unsigned long count)
{
    long after = resident();

    say(side, what, (double) after);
    say(side, "KiB/allowed", (double) (before + allowed(count)));
    if (after > before + allowed(count)) {
        fprintf(stderr, "%s: %ld KiB became %ld\n", side->name, before, after);
        exit(1);
    }
}

static int sock_send(void *context, const unsigned char *data, size_t len)
{
    ssize_t sent = send(*(int *) context, data, len, MSG_NOSIGNAL);

    return sent >= 0 ? (int) sent : MBEDTLS_ERR_SSL_INTERNAL_ERROR;
}

static int sock_recv(void *context, unsigned char *data, size_t len)
{
    ssize_t got = recv(*(int *) context, data, len, 0);

    return got >= 0 ? (int) got : MBEDTLS_ERR_SSL_INTERNAL_ERROR;
}

static void side_init(struct side *side, int server)
{
    int i;

    memset(side, 0, sizeof(*side));
    side->name = server ? "server" : "client";
    side->server = server;
    check("psa_crypto_init", psa_crypto_init() == PSA_SUCCESS);
    random_init(&side->random);
    crt_load(&side->ca, folder, "ca");
    pair_load(&side->pair, folder, "p256", &side->random);
    mbedtls_ssl_ticket_init(&side->tickets);
    must("ticket_setup", mbedtls_ssl_ticket_setup(&side->tickets,
         mbedtls_ctr_drbg_random, &side->random.drbg,
         MBEDTLS_CIPHER_AES_256_GCM, 86400));
    for (i = 0; i < 2; i++) {
        mbedtls_ssl_config *conf = &side->conf[i];
        mbedtls_ssl_protocol_version version =
            i ? MBEDTLS_SSL_VERSION_TLS1_3 : MBEDTLS_SSL_VERSION_TLS1_2;

        mbedtls_ssl_config_init(conf);
        must("defaults", mbedtls_ssl_config_defaults(conf, server ?
             MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
             MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
        mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random,
                             &side->random.drbg);
        mbedtls_ssl_conf_min_tls_version(conf, version);
        mbedtls_ssl_conf_max_tls_version(conf, version);
        mbedtls_ssl_conf_ca_chain(conf, &side->ca, NULL);
        mbedtls_ssl_session_init(&side->sessions[i]);
        if (server) {
            must("own_cert", mbedtls_ssl_conf_own_cert(conf, &side->pair.crt,
                                                       &side->pair.key));
        } else {
            mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
                conf, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
        }
    }
}

/* Tickets that the server has opened: handshakes that were resumed. */
static unsigned long opened;

static int open_ticket(void *context, mbedtls_ssl_session *session,
                       unsigned char *ticket, size_t len)
{
    int ret = mbedtls_ssl_ticket_parse(context, session, ticket, len);

    opened += ret == 0;
    return ret;
}

static void give_tickets(struct side *side)
{
    int i;

    for (i = 0; i < 2 && side->server; i++) {
        mbedtls_ssl_conf_session_tickets_cb(&side->conf[i],
                                            mbedtls_ssl_ticket_write,
                                            open_ticket,
                                            &side->tickets);
    }
}

static void side_free(struct side *side)
{
    int i;

    for (i = 0; i < 2; i++) {
        mbedtls_ssl_config_free(&side->conf[i]);
        mbedtls_ssl_session_free(&side->sessions[i]);
    }
    mbedtls_ssl_ticket_free(&side->tickets);
    mbedtls_x509_crt_free(&side->ca);
    pair_free(&side->pair);
    random_free(&side->random);
}

/* A socket: accepted or connected. */
static int open_socket(const struct side *side)
{
    int yes = 1, fd;

    if (side->server) {
        fd = accept(listener, NULL, NULL);
    } else {
        fd = socket(AF_INET, SOCK_STREAM, 0);
        check("connect", fd >= 0 && connect(fd, (struct sockaddr *) &address,
                                            sizeof(address)) == 0);
    }
    check("a socket", fd >= 0);
    check("TCP_NODELAY", setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes,
                                    sizeof(yes)) == 0);
    return fd;
}

/* A context over `fd`, which stays where it is, with its handshake done. */
static void shake_hands(struct side *side, mbedtls_ssl_context *ssl, int *fd,
                        int is_13, mbedtls_ssl_session *session)
{
    mbedtls_ssl_init(ssl);
    must("setup", mbedtls_ssl_setup(ssl, &side->conf[is_13]));
    mbedtls_ssl_set_bio(ssl, fd, sock_send, sock_recv, NULL);
    if (!side->server) {
        must("hostname", mbedtls_ssl_set_hostname(ssl, "localhost"));
        if (session != NULL) {
            must("set_session", mbedtls_ssl_set_session(ssl, session));
        }
    }
    must("handshake", mbedtls_ssl_handshake(ssl));
}

/* Reads what the other end says; tickets come before it. */
static int read_some(mbedtls_ssl_context *ssl, unsigned char *data, size_t len,
                     int *tickets)
{
    int ret;

    for (;;) {
        ret = mbedtls_ssl_read(ssl, data, len);
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            *tickets += 1;
        } else if (!waits(ret)) {
            return ret;
        }
    }
}

/* The client says something and the server says it again. */
static void ping(struct side *side, mbedtls_ssl_context *ssl)
{
    unsigned char data[16] = "are you there?";
    int tickets = 0;

    if (!side->server) {
        check("written", mbedtls_ssl_write(ssl, data, sizeof(data)) == 16);
    }
    check("read", read_some(ssl, data, sizeof(data), &tickets) == 16);
    check("what was said", memcmp(data, "are you there?", 15) == 0);
    if (side->server) {
        check("written", mbedtls_ssl_write(ssl, data, sizeof(data)) == 16);
    }
}

/* The first WARM_UP connections. */
static void open_some(struct side *side, mbedtls_ssl_context *all, int *sockets)
{
    unsigned long i;

    for (i = 0; i < WARM_UP; i++) {
        sockets[i] = open_socket(side);
        shake_hands(side, &all[i], &sockets[i], 1, NULL);
        ping(side, &all[i]);
    }
}

static void close_all(mbedtls_ssl_context *all, const int *sockets,
                      unsigned long count)
{
    unsigned long i;

    for (i = 0; i < count; i++) {
        mbedtls_ssl_close_notify(&all[i]);
        mbedtls_ssl_free(&all[i]);
        close(sockets[i]);
    }
}

/* All connections at once. */
static void idle(struct side *side, unsigned long count)
{
    mbedtls_ssl_context *all = calloc(count + WARM_UP, sizeof(*all));
    int *sockets = calloc(count + WARM_UP, sizeof(*sockets));
    unsigned long i;
    long empty, before, open, used;
    double start;

    check("memory", all != NULL && sockets != NULL);
    /* Contexts are the program's own memory, and count from the start. */
    memset(all, 0, (count + WARM_UP) * sizeof(*all));
    open_some(side, all, sockets);
    close_all(all, sockets, WARM_UP);
    empty = resident();
    say(side, "KiB/start", (double) empty);
    open_some(side, all, sockets);
    i = WARM_UP;
    before = resident();
    start = now();
    for (; i < count + WARM_UP; i++) {
        sockets[i] = open_socket(side);
        shake_hands(side, &all[i], &sockets[i], 1, NULL);
    }
    open = resident();
    say(side, "connections", (double) (count + WARM_UP));
    say(side, "handshakes/s", (double) count / (now() - start));
    say(side, "KiB/idle", (double) (open - before) / (double) count);
    for (i = 0; i < count + WARM_UP; i++) {
        ping(side, &all[i]);
    }
    used = resident();
    say(side, "KiB/idle-after-use", (double) (used - before) / (double) count);
#ifdef HAS_UPDATE_KEYS
    check("an idle connection takes little",
          used - before <= (long) (MOST_IDLE * count) + NOISE);
#endif
    close_all(all, sockets, count + WARM_UP);
    check_growth(side, "KiB/end", empty, count);
    free(all);
    free(sockets);
}

/* One handshake, a word each way, and the end. */
static void visit(struct side *side, unsigned long number)
{
    int is_13 = (int) (number / FULL_EVERY) % 2, tickets = 0, fd, ret;
    int resumes = number % FULL_EVERY != 0 && side->has_session[is_13];
    struct linger gone = { 1, 0 };
    mbedtls_ssl_session *session = &side->sessions[is_13];
    mbedtls_ssl_context ssl;
    unsigned char byte;

    if (leaks && side->server) {
        unsigned char *lost = malloc(LEAK);

        check("memory", lost != NULL);
        memset(lost, 1, LEAK);
    }
    fd = open_socket(side);
    shake_hands(side, &ssl, &fd, is_13, resumes ? session : NULL);
    ping(side, &ssl);
    if (!side->server) {
        mbedtls_ssl_session_free(session);
        mbedtls_ssl_session_init(session);
        must("get_session", mbedtls_ssl_get_session(&ssl, session));
        side->has_session[is_13] = 1;
        must("close_notify", mbedtls_ssl_close_notify(&ssl));
    }
    ret = read_some(&ssl, &byte, 1, &tickets);
    check("close_notify", ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY || ret == 0);
    if (side->server) {
        must("close_notify", mbedtls_ssl_close_notify(&ssl));
    } else {
        /* So that no port is kept for a minute. */
        check("SO_LINGER", setsockopt(fd, SOL_SOCKET, SO_LINGER, &gone,
                                      sizeof(gone)) == 0);
    }
    mbedtls_ssl_free(&ssl);
    close(fd);
}

static void handshakes(struct side *side, unsigned long count)
{
    unsigned long i, warm = WARM_UP + count / 10;
    long before = 0;
    double start = now();

    give_tickets(side);
    for (i = 0; i < warm; i++) {
        visit(side, i);
    }
    before = resident();
    say(side, "KiB/start", (double) before);
    for (; i < count / 2; i++) {
        visit(side, i);
    }
    say(side, "KiB/middle", (double) resident());
    for (; i < count; i++) {
        visit(side, i);
    }
    say(side, "handshakes", (double) i);
    if (side->server) {
        say(side, "resumed", (double) opened);
        check("most handshakes are resumed", opened >= i / 2);
    }
    say(side, "handshakes/s", (double) i / (now() - start));
    check_growth(side, "KiB/end", before, i - warm);
}

#ifdef HAS_UPDATE_KEYS
/*
 * From the server to the client. Wherever KEYS_EVERY bytes are over, the
 * server changes its keys, asks the client for new ones every other time, and
 * they say a word to each other.
 */
static void bulk(struct side *side, unsigned long megabytes)
{
    unsigned long all = megabytes * 1024 * 1024, done = 0, keys = 0;
    unsigned char *data = malloc(CHUNK);
    mbedtls_ssl_context ssl;
    int fd = open_socket(side), tickets = 0;
    long before = 0;
    double start = now();

    check("memory", data != NULL);
    memset(data, 0, CHUNK);
    shake_hands(side, &ssl, &fd, 1, NULL);
    ping(side, &ssl);
    while (done < all) {
        unsigned long room = KEYS_EVERY - done % KEYS_EVERY;
        int ret;

        room = room < all - done ? room : all - done;
        room = room < CHUNK ? room : CHUNK;

        if (side->server) {
            fill_pattern(data, 64, done % 49);
            ret = mbedtls_ssl_write(&ssl, data, (size_t) room);
        } else {
            ret = read_some(&ssl, data, (size_t) room, &tickets);
        }
        if (ret <= 0) {
            must("transfer", ret == 0 ? -1 : ret);
        }
        done += (unsigned long) ret;
        if (done % KEYS_EVERY == 0) {
            keys++;
            if (side->server) {
                must("update_keys", ferrotls_update_keys(&ssl, keys % 2 == 0));
            }
            ping(side, &ssl);
        }
        if (before == 0 && done >= all / 10) {
            before = resident();
            say(side, "KiB/start", (double) before);
        }
    }
    say(side, "MiB", (double) (done / 1024 / 1024));
    say(side, "MiB/s", (double) (done / 1024 / 1024) / (now() - start));
    if (side->server) {
        say(side, "new-keys", (double) keys);
    }
    ping(side, &ssl);
    check_growth(side, "KiB/end", before, keys);
    mbedtls_ssl_free(&ssl);
    close(fd);
    free(data);
}
#endif

/* Room for so many sockets. */
static void allow(unsigned long sockets)
{
    struct rlimit limit;

    check("getrlimit", getrlimit(RLIMIT_NOFILE, &limit) == 0);
    if (limit.rlim_cur >= sockets) {
        return;
    }
    limit.rlim_cur = sockets;
    if (limit.rlim_max < sockets) {
        limit.rlim_max = sockets;
    }
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
        fprintf(stderr, "%lu files may not be open: raise the limit (ulimit "
                "-Hn)\n", sockets);
        exit(2);
    }
}

int main(int argc, char **argv)
{
    static struct side side;
    socklen_t len = sizeof(address);
    unsigned long count;
    int status = 0;
    pid_t child;

    check("soak idle|handshakes|leak|bulk FOLDER COUNT", argc == 4);
    folder = argv[2];
    count = strtoul(argv[3], NULL, 10);
    allow((strcmp(argv[1], "idle") == 0 ? count : 0) + WARM_UP + 100);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    check("listen", listener >= 0 &&
          bind(listener, (struct sockaddr *) &address, len) == 0 &&
          listen(listener, 64) == 0 &&
          getsockname(listener, (struct sockaddr *) &address, &len) == 0);
    child = fork();
    check("fork", child >= 0);
    if (child == 0) {
        close(listener);
    }
    side_init(&side, child != 0);
    if (strcmp(argv[1], "idle") == 0) {
        idle(&side, count);
    } else if (strcmp(argv[1], "handshakes") == 0 ||
               strcmp(argv[1], "leak") == 0) {
        leaks = argv[1][0] == 'l';
        handshakes(&side, count);
#ifdef HAS_UPDATE_KEYS
    } else if (strcmp(argv[1], "bulk") == 0) {
        bulk(&side, count);
#endif
    } else {
        check("idle, handshakes, leak or bulk", 0);
    }
    side_free(&side);
    if (child == 0) {
        return 0;
    }
    check("waitpid", waitpid(child, &status, 0) == child);
    check("the client", WIFEXITED(status) && WEXITSTATUS(status) == 0);
    return 0;
}
