/*
 * The functions behind a mutex, which programs may call.
 */
#include "support/support.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <mbedtls/threading.h>

#define ROUNDS 20000

static mbedtls_threading_mutex_t mutex;
static unsigned long count;

static void *work(void *unused)
{
    int i;

    (void) unused;
    for (i = 0; i < ROUNDS; i++) {
        must("lock", mbedtls_mutex_lock(&mutex));
        count++;
        must("unlock", mbedtls_mutex_unlock(&mutex));
    }
    return NULL;
}

int main(void)
{
    pthread_t threads[4];
    size_t i;

    show("lock NULL", mbedtls_mutex_lock(NULL));
    show("unlock NULL", mbedtls_mutex_unlock(NULL));
    mbedtls_mutex_init(NULL);
    mbedtls_mutex_free(NULL);

    memset(&mutex, 0, sizeof(mutex));
    mbedtls_mutex_free(&mutex);
    mbedtls_mutex_init(&mutex);
    for (i = 0; i < sizeof(threads) / sizeof(threads[0]); i++) {
        check("a thread", pthread_create(&threads[i], NULL, work, NULL) == 0);
    }
    for (i = 0; i < sizeof(threads) / sizeof(threads[0]); i++) {
        check("its end", pthread_join(threads[i], NULL) == 0);
    }
    printf("count: %lu\n", count);
    mbedtls_mutex_free(&mutex);
    mbedtls_mutex_free(&mutex);
    /* And once more, in the same place. */
    mbedtls_mutex_init(&mutex);
    show("lock", mbedtls_mutex_lock(&mutex));
    show("unlock", mbedtls_mutex_unlock(&mutex));
    mbedtls_mutex_free(&mutex);
    return 0;
}
