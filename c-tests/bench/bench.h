/*
 * What the C benchmark drivers share: arguments, the in-memory transport,
 * the clock of each side, and the lines they print.
 *
 * Usage of every driver (the Rust one in benches/rustls-peer too):
 *
 *     driver DIR KIND KEY GROUP SUITE AUTH SIZE MS
 *
 *     DIR    folder with ca-KEY.pem, server-KEY.pem, server-KEY.key,
 *            client-KEY.pem and client-KEY.key
 *     KIND   handshake | bulk | memory | resume (on the ticket of the
 *            connection before, with a key exchange) | resume-psk (without) |
 *            early (as resume, with a request as early data) | resume-id
 *            (TLS 1.2: on the id of the session before)
 *     KEY    ecdsa (P-256) | rsa (2048 bits)
 *     GROUP  x25519 | secp256r1 | x25519mlkem768 (where the library has it)
 *     SUITE  aes128gcm | aes256gcm | chacha20, or one of these after
 *            "tls12-": with TLS 1.2, ECDHE and the key that KEY names
 *     AUTH   server | mutual
 *     SIZE   bulk: bytes per write; memory: connections; early: bytes of
 *            the request; otherwise unused
 *     MS     how long to measure, in milliseconds of CPU time
 *
 * Each result is a line of JSON:
 *
 *     {"side":"client","unit":"ns/handshake","value":1234.5,"count":100}
 */
#ifndef BENCH_H
#define BENCH_H

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Bytes that the sender writes before the receiver takes its turn. */
#define BATCH (256 * 1024)
#define PIPE_CAPACITY (2 * BATCH)
/* A reader offers room for so many writes of the other side. */
#define ROOM_PER_WRITE 2
/* The longest request as early data. */
#define MAX_REQUEST 1024
#define HOST "localhost"
/* In front of a suite's name. */
#define TLS12 "tls12-"

#define CHECK(condition, what)                                       \
    do {                                                             \
        if (!(condition)) {                                          \
            fprintf(stderr, "bench: %s failed (%s:%d)\n", what,      \
                    __FILE__, __LINE__);                             \
            exit(1);                                                 \
        }                                                            \
    } while (0)

struct plan {
    const char *dir;
    const char *kind;
    const char *key;
    const char *group;
    const char *suite;
    int tls12;
    int mutual;
    size_t size;
    double nanoseconds;
};

static struct plan plan_from(int argc, char **argv)
{
    struct plan plan;

    if (argc != 9) {
        fprintf(stderr, "usage: %s DIR KIND KEY GROUP SUITE AUTH SIZE MS\n",
                argv[0]);
        exit(2);
    }
    plan.dir = argv[1];
    plan.kind = argv[2];
    plan.key = argv[3];
    plan.group = argv[4];
    plan.suite = argv[5];
    plan.tls12 = strncmp(plan.suite, TLS12, strlen(TLS12)) == 0;
    if (plan.tls12) {
        plan.suite += strlen(TLS12);
    }
    plan.mutual = strcmp(argv[6], "mutual") == 0;
    plan.size = (size_t) strtoul(argv[7], NULL, 10);
    plan.nanoseconds = 1e6 * strtod(argv[8], NULL);
    return plan;
}

/* DIR/WHO-KEY.EXTENSION; `path` has 512 bytes. */
static const char *file_name(char *path, const struct plan *plan,
                             const char *who, const char *extension)
{
    int length = snprintf(path, 512, "%s/%s-%s.%s", plan->dir, who,
                          plan->key, extension);

    CHECK(length > 0 && length < 512, "file name");
    return path;
}

/* One direction of the transport: bytes head..tail are under way. */
struct pipe {
    unsigned char *data;
    size_t head;
    size_t tail;
};

static void pipe_open(struct pipe *pipe)
{
    pipe->data = malloc(PIPE_CAPACITY);
    CHECK(pipe->data != NULL, "malloc");
    memset(pipe->data, 0, PIPE_CAPACITY);
    pipe->head = pipe->tail = 0;
}

static void pipe_clear(struct pipe *pipe)
{
    pipe->head = pipe->tail = 0;
}

static size_t pipe_put(struct pipe *pipe, const void *from, size_t length)
{
    CHECK(length <= PIPE_CAPACITY - pipe->tail, "room in the pipe");
    memcpy(pipe->data + pipe->tail, from, length);
    pipe->tail += length;
    return length;
}

/* 0 when nothing is there. */
static size_t pipe_take(struct pipe *pipe, void *to, size_t length)
{
    size_t there = pipe->tail - pipe->head;

    if (length > there) {
        length = there;
    }
    memcpy(to, pipe->data + pipe->head, length);
    pipe->head += length;
    if (pipe->head == pipe->tail) {
        pipe_clear(pipe);
    }
    return length;
}

/* Laps kept of a measurement; a longer one goes on without adding to it. */
#define MAX_LAPS 65536

/*
 * A side's CPU time and heap, taken around each of its calls. A lap is one
 * handshake or one batch; what is reported is the median lap, which neither
 * an interrupt nor a busy neighbour on the same core moves.
 */
struct account {
    double total;
    double lap;
    double *laps;
    size_t lap_count;
    double bytes;
    double started_at;
    double bytes_before;
};

static void account_open(struct account *account)
{
    memset(account, 0, sizeof(*account));
    account->laps = calloc(MAX_LAPS, sizeof(*account->laps));
    CHECK(account->laps != NULL, "calloc");
}

static void account_close(struct account *account)
{
    free(account->laps);
}

static double cpu_now(void)
{
    struct timespec now;

    CHECK(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0, "clock");
    return 1e9 * (double) now.tv_sec + (double) now.tv_nsec;
}

/* Bytes that malloc has handed out, mapped blocks included. */
static double heap_now(void)
{
    struct mallinfo2 info = mallinfo2();

    return (double) info.uordblks + (double) info.hblkhd;
}

static void clock_in(struct account *account)
{
    account->started_at = cpu_now();
}

static void clock_out(struct account *account)
{
    account->lap += cpu_now() - account->started_at;
}

/* Closes a lap of `units` handshakes or KiB. */
static void end_lap(struct account *account, double units)
{
    account->total += account->lap;
    if (account->lap_count < MAX_LAPS) {
        account->laps[account->lap_count++] = account->lap / units;
    }
    account->lap = 0;
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *) left;
    double b = *(const double *) right;

    return (a > b) - (a < b);
}

static double median_lap(struct account *account)
{
    qsort(account->laps, account->lap_count, sizeof(*account->laps), by_size);
    return account->laps[account->lap_count / 2];
}

static void heap_in(struct account *account)
{
    account->bytes_before = heap_now();
}

static void heap_out(struct account *account)
{
    account->bytes += heap_now() - account->bytes_before;
}

static void print_result(const char *side, const char *unit, double value,
                         size_t count)
{
    printf("{\"side\":\"%s\",\"unit\":\"%s\",\"value\":%.3f,\"count\":%zu}\n",
           side, unit, value, count);
}

static void print_median(const char *side, const char *unit,
                         struct account *account)
{
    print_result(side, unit, median_lap(account), account->lap_count);
}

#endif
