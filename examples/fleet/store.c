/*
 * The fleet's store over hiredis. See store.h.
 */
#include "store.h"

#include <hiredis/hiredis.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>

/* A server must not hang because Redis does. */
static const struct timeval patience = { 0, 250000 };

void store_init(struct store *store, const char *socket)
{
    store->socket = socket;
    store->redis = NULL;
}

void store_free(struct store *store)
{
    if (store->redis != NULL) {
        redisFree(store->redis);
    }
    store->redis = NULL;
}

/* The connection; NULL if Redis cannot be reached. */
static redisContext *connected(struct store *store)
{
    if (store->redis != NULL && store->redis->err != 0) {
        store_free(store);
    }
    if (store->redis == NULL) {
        store->redis = redisConnectUnixWithTimeout(store->socket, patience);
        if (store->redis != NULL && store->redis->err == 0) {
            redisSetTimeout(store->redis, patience);
        }
    }
    if (store->redis == NULL || store->redis->err != 0) {
        return NULL;
    }
    return store->redis;
}

int store_find_key(struct store *store, long period, unsigned char key[KEY_LENGTH])
{
    redisContext *redis = connected(store);
    redisReply *reply = NULL;
    int found = -1;

    if (redis != NULL) {
        reply = redisCommand(redis, "GET fleet:ticket-key:%ld", period);
    }
    if (reply != NULL && reply->type == REDIS_REPLY_STRING && reply->len == KEY_LENGTH) {
        memcpy(key, reply->str, KEY_LENGTH);
        found = 0;
    }
    if (reply != NULL) {
        freeReplyObject(reply);
    }
    return found;
}

int store_share_key(struct store *store, long period, unsigned char key[KEY_LENGTH])
{
    redisContext *redis = connected(store);
    redisReply *reply;

    if (redis == NULL) {
        return -1;
    }
    /* A key is wanted for one more ticket lifetime after its period. */
    reply = redisCommand(redis, "SET fleet:ticket-key:%ld %b NX EX %d", period,
                         key, (size_t) KEY_LENGTH, KEY_PERIOD + TICKET_LIFETIME);
    if (reply != NULL) {
        freeReplyObject(reply);
    }
    return store_find_key(store, period, key);
}

int store_once(struct store *store, const unsigned char *name, size_t length,
               uint64_t milliseconds)
{
    redisContext *redis = connected(store);
    redisReply *reply;
    int result = -1;

    if (redis == NULL) {
        return -1;
    }
    if (milliseconds == 0) {
        milliseconds = 1;
    }
    /* The answer is "OK" to whom the key is new to, and nil to everybody
     * after: the question and the note are one step. */
    reply = redisCommand(redis, "SET fleet:seen:%b 1 NX PX %llu", name, length,
                         (unsigned long long) milliseconds);
    if (reply == NULL) {
        return -1;
    }
    if (reply->type == REDIS_REPLY_STATUS) {
        result = 0;
    } else if (reply->type == REDIS_REPLY_NIL) {
        result = 1;
    }
    freeReplyObject(reply);
    return result;
}

int store_put(struct store *store, const unsigned char *name, size_t name_length,
              const unsigned char *value, size_t length, long seconds)
{
    redisContext *redis = connected(store);
    redisReply *reply;
    int kept;

    if (redis == NULL) {
        return -1;
    }
    reply = redisCommand(redis, "SET fleet:session:%b %b EX %ld", name, name_length,
                         value, length, seconds);
    if (reply == NULL) {
        return -1;
    }
    kept = reply->type == REDIS_REPLY_STATUS;
    freeReplyObject(reply);
    return kept ? 0 : -1;
}

long store_take(struct store *store, const unsigned char *name, size_t name_length,
                unsigned char *value, size_t room)
{
    redisContext *redis = connected(store);
    redisReply *reply;
    long length = -1;

    if (redis == NULL) {
        return -1;
    }
    reply = redisCommand(redis, "GETDEL fleet:session:%b", name, name_length);
    if (reply == NULL) {
        return -1;
    }
    if (reply->type == REDIS_REPLY_STRING && reply->len <= room) {
        memcpy(value, reply->str, reply->len);
        length = (long) reply->len;
    }
    freeReplyObject(reply);
    return length;
}
