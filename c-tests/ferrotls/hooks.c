/*
 * What an application may put in the place of the C library. 3.6.6 has it all,
 * but not as Debian builds it.
 */
#include "support/support.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <mbedtls/error.h>
#include <mbedtls/platform.h>
#include <mbedtls/sha256.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/threading.h>

static char said[10000];
static size_t said_len;
static mbedtls_time_t clock_now = 1234567890;
static int clock_calls;
static int locked;
static int locks;
static int ready;

static int own_printf(const char *form, ...)
{
    va_list list;
    int ret;

    va_start(list, form);
    ret = vsnprintf(said + said_len, sizeof(said) - said_len, form, list);
    va_end(list);
    said_len += ret > 0 ? (size_t) ret : 0;
    return ret;
}

static int own_fprintf(FILE *stream, const char *form, ...)
{
    (void) form;
    return stream == stderr ? 11 : -1;
}

static int own_snprintf(char *text, size_t size, const char *form, ...)
{
    (void) form;
    check("room", size > 3);
    memcpy(text, "own", 4);
    return 3;
}

static int own_vsnprintf(char *text, size_t size, const char *form,
                         va_list list)
{
    (void) form;
    (void) list;
    check("room", size > 4);
    memcpy(text, "vown", 5);
    return 4;
}

static void own_setbuf(FILE *stream, char *buf)
{
    check("stdout", stream == stdout && buf == NULL);
    locks = -1;
}

static void own_exit(int status)
{
    printf("exit %d\n", status);
    exit(0);
}

static mbedtls_time_t own_time(mbedtls_time_t *stored)
{
    clock_calls++;
    if (stored != NULL) {
        *stored = clock_now;
    }
    return clock_now;
}

static void own_init(mbedtls_threading_mutex_t *mutex)
{
    mutex->MBEDTLS_PRIVATE(state) = 1;
    ready++;
}

static void own_free(mbedtls_threading_mutex_t *mutex)
{
    mutex->MBEDTLS_PRIVATE(state) = 0;
    ready--;
}

static int own_lock(mbedtls_threading_mutex_t *mutex)
{
    check("a mutex that is ready", mutex->MBEDTLS_PRIVATE(state) == 1);
    check("and free", !locked);
    locked = 1;
    locks++;
    return 0;
}

static int own_unlock(mbedtls_threading_mutex_t *mutex)
{
    (void) mutex;
    check("locked", locked);
    locked = 0;
    return 0;
}

static int format(char *text, size_t size, const char *form, ...)
{
    va_list list;
    int ret;

    va_start(list, form);
    ret = mbedtls_vsnprintf(text, size, form, list);
    va_end(list);
    return ret;
}

static void missing(void)
{
    int unsupported = MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED;

    check("time", mbedtls_platform_set_time(NULL) == unsupported);
    check("printf", mbedtls_platform_set_printf(NULL) == unsupported);
    check("fprintf", mbedtls_platform_set_fprintf(NULL) == unsupported);
    check("snprintf", mbedtls_platform_set_snprintf(NULL) == unsupported);
    check("vsnprintf", mbedtls_platform_set_vsnprintf(NULL) == unsupported);
    check("setbuf", mbedtls_platform_set_setbuf(NULL) == unsupported);
    check("exit", mbedtls_platform_set_exit(NULL) == unsupported);
    mbedtls_threading_set_alt(own_init, own_free, NULL, own_unlock);
    check("as before", mbedtls_mutex_lock != own_lock
          && mbedtls_mutex_init != own_init);
}

static void texts(void)
{
    char text[8];

    must("printf", mbedtls_platform_set_printf(own_printf));
    check("is what it was set to", mbedtls_printf == own_printf);
    mbedtls_printf("%d", 5);
    check("the program's", strcmp(said, "5") == 0);
    said_len = 0;
    must("a self test", mbedtls_sha256_self_test(1));
    check("prints there", strstr(said, "SHA-256") != NULL);
    must("fprintf", mbedtls_platform_set_fprintf(own_fprintf));
    check("the program's", mbedtls_fprintf(stderr, "%d", 1) == 11);
    must("snprintf", mbedtls_platform_set_snprintf(own_snprintf));
    check("the program's", mbedtls_snprintf(text, 8, "%d", 1) == 3
          && strcmp(text, "own") == 0);
    must("vsnprintf", mbedtls_platform_set_vsnprintf(own_vsnprintf));
    check("the program's", format(text, 8, "%d", 1) == 4
          && strcmp(text, "vown") == 0);
    must("setbuf", mbedtls_platform_set_setbuf(own_setbuf));
    mbedtls_setbuf(stdout, NULL);
    check("the program's", locks == -1);
    locks = 0;
    /* By assignment, as some programs do. */
    mbedtls_printf = printf;
    mbedtls_printf("printed\n");
}

static void mutexes(void)
{
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    unsigned char id[32] = { 1 };

    mbedtls_threading_set_alt(own_init, own_free, own_lock, own_unlock);
    mbedtls_ssl_cache_init(&cache);
    check("made ready", ready == 1);
    mbedtls_ssl_session_init(&session);
    check("nothing there", mbedtls_ssl_cache_get(&cache, id, 32, &session) != 0);
    check("locked once", locks == 1 && !locked);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_cache_free(&cache);
    check("and released", ready == 0);
    mbedtls_threading_free_alt();
    mbedtls_ssl_cache_init(&cache);
    check("nothing there", mbedtls_ssl_cache_get(&cache, id, 32, &session) != 0);
    mbedtls_ssl_cache_free(&cache);
    check("by the system", locks == 1 && ready == 0);
}

static void dates(void)
{
    mbedtls_x509_time then = { 2009, 2, 13, 23, 31, 30 };
    mbedtls_x509_time later = { 2009, 2, 13, 23, 31, 31 };

    must("time", mbedtls_platform_set_time(own_time));
    check("the program's", mbedtls_time(NULL) == 1234567890);
    check("not past", mbedtls_x509_time_is_past(&then) == 0);
    check("future", mbedtls_x509_time_is_future(&later) == 1);
    clock_now++;
    check("past", mbedtls_x509_time_is_past(&then) == 1);
    check("not future", mbedtls_x509_time_is_future(&later) == 0);
    check("asked", clock_calls >= 5);
}

/* The certificates of the tests are valid now, and were not in 2009. */
static void validity(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    int client, server;

    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_handshake(both, &client, &server);
    check("refused", client == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
    check("because it is too early",
          mbedtls_ssl_get_verify_result(&both->client.ssl)
          & MBEDTLS_X509_BADCERT_FUTURE);
    both_free(both);
    clock_now = time(NULL);
    both = both_new(folder, "p256");
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_connect(both);
    both_free(both);
    clock_now += (mbedtls_time_t) 200 * 366 * 24 * 3600;
    both = both_new(folder, "p256");
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_handshake(both, &client, &server);
    check("refused", client == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
    check("because it is too late",
          mbedtls_ssl_get_verify_result(&both->client.ssl)
          & MBEDTLS_X509_BADCERT_EXPIRED);
    both_free(both);
}

static int verified;

static int verify(void *context, mbedtls_x509_crt *crt, int depth,
                  uint32_t *flags)
{
    (void) context;
    (void) crt;
    (void) depth;
    (void) flags;
    verified++;
    return 0;
}

/* One more connection of both ends; true if it was resumed. */
static int resumes(struct both *both, const mbedtls_ssl_session *session)
{
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    must("session", mbedtls_ssl_set_session(&both->client.ssl, session));
    verified = 0;
    both_connect(both);
    both_transfer(both, &both->server, "more", 4);
    return verified == 0;
}

/* A session is as old as the program's clock says: by ticket or by cache. */
static void sessions(const char *folder, int by_cache)
{
    static mbedtls_ssl_ticket_context tickets;
    static mbedtls_ssl_cache_context cache;
    mbedtls_time_t begin = time(NULL);
    mbedtls_ssl_session session;
    struct both *both;

    clock_now = begin;
    both = both_new(folder, "p256");
    mbedtls_ssl_ticket_init(&tickets);
    mbedtls_ssl_cache_init(&cache);
    if (by_cache) {
        mbedtls_ssl_cache_set_timeout(&cache, 3600);
        mbedtls_ssl_conf_session_cache(&both->server.conf, &cache,
                                       mbedtls_ssl_cache_get,
                                       mbedtls_ssl_cache_set);
    } else {
        must("tickets", mbedtls_ssl_ticket_setup(
                 &tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
                 MBEDTLS_CIPHER_AES_256_GCM, 3600));
        mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                            mbedtls_ssl_ticket_write,
                                            mbedtls_ssl_ticket_parse,
                                            &tickets);
    }
    mbedtls_ssl_conf_verify(&both->client.conf, verify, NULL);
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_connect(both);
    both_transfer(both, &both->server, "ticket", 6);
    check("a full handshake", verified > 0);
    mbedtls_ssl_session_init(&session);
    must("session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    check("dated by the clock", session.MBEDTLS_PRIVATE(start) == begin);
    clock_now = begin + 3000;
    check("young enough", resumes(both, &session));
    clock_now = begin + 2 * 3600 + 10;
    check("too old", !resumes(both, &session));
    mbedtls_ssl_session_free(&session);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
    mbedtls_ssl_cache_free(&cache);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    missing();
    texts();
    mutexes();
    dates();
    validity(folder);
    sessions(folder, 0);
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    clock_now = 1234567890;
    validity(folder);
    sessions(folder, 0);
    sessions(folder, 1);
    must("exit", mbedtls_platform_set_exit(own_exit));
    mbedtls_exit(3);
    return 1;
}
