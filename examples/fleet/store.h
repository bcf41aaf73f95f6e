/*
 * What the servers of a fleet share: one Redis.
 *
 * Every function works on when Redis is away, and says so by its result. The
 * servers then do without: full handshakes, no early data.
 */
#ifndef FLEET_STORE_H
#define FLEET_STORE_H

#include <stddef.h>
#include <stdint.h>

/* How long a ticket may be used, in seconds. */
#define TICKET_LIFETIME 3600
/* How long one key makes tickets, in seconds. */
#define KEY_PERIOD 3600
/* Bytes of a ticket key (AES-256) and of its name. */
#define KEY_LENGTH 32
#define KEY_NAME_LENGTH 4

struct redisContext;

/* One connection to Redis, for one thread. */
struct store {
    const char *socket;
    struct redisContext *redis;
};

void store_init(struct store *store, const char *socket);
void store_free(struct store *store);

/* The fleet's ticket key of a period, the same for all who ask: the first to
 * ask offers `key`, and everybody gets in `key` what was offered first.
 * Returns 0, or -1 without Redis. */
int store_share_key(struct store *store, long period, unsigned char key[KEY_LENGTH]);

/* The key of a period if there is one. Returns 0, or -1. */
int store_find_key(struct store *store, long period, unsigned char key[KEY_LENGTH]);

/* Notes `name` for so many milliseconds. Returns 0 if nobody in the fleet had
 * noted it, 1 if somebody had, -1 without Redis. */
int store_once(struct store *store, const unsigned char *name, size_t length,
               uint64_t milliseconds);

/* Keeps `value` under `name` for so many seconds. Returns 0, or -1. */
int store_put(struct store *store, const unsigned char *name, size_t name_length,
              const unsigned char *value, size_t length, long seconds);

/* Gives out the value under `name` and forgets it, so that nobody gets it
 * twice. Returns its length, or -1 if there is none or it does not fit. */
long store_take(struct store *store, const unsigned char *name, size_t name_length,
                unsigned char *value, size_t room);

#endif /* FLEET_STORE_H */
