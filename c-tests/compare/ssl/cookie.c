/*
 * Cookies, used on their own: made, checked, changed, of others, too old.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <mbedtls/ssl_cookie.h>

#define COOKIE_LEN 32

static const unsigned char client[] = "192.0.2.7:4433";

static int make(mbedtls_ssl_cookie_ctx *ctx, unsigned char *cookie,
                size_t room)
{
    unsigned char *p = cookie;
    int ret = mbedtls_ssl_cookie_write(ctx, &p, cookie + room, client,
                                       sizeof client);

    printf("with room for %u: -0x%04x, moved by %d\n", (unsigned) room,
           (unsigned) -ret, ret == 0 ? (int) (p - cookie) : 0);
    return ret;
}

static void changes(mbedtls_ssl_cookie_ctx *ctx, unsigned char *cookie)
{
    unsigned char other[sizeof client];
    size_t i;
    int good = 0;

    for (i = 0; i < COOKIE_LEN * 8; i++) {
        cookie[i / 8] ^= (unsigned char) (1 << i % 8);
        good += mbedtls_ssl_cookie_check(ctx, cookie, COOKIE_LEN, client,
                                         sizeof client) != -1;
        cookie[i / 8] ^= (unsigned char) (1 << i % 8);
    }
    printf("with a bit changed: %d good\n", good);
    for (i = 0, good = 0; i < COOKIE_LEN; i++)
        good += mbedtls_ssl_cookie_check(ctx, cookie, i, client,
                                         sizeof client) != -1;
    printf("cut short: %d good\n", good);
    for (i = 0, good = 0; i < sizeof client; i++) {
        memcpy(other, client, sizeof client);
        other[i] ^= 1;
        good += mbedtls_ssl_cookie_check(ctx, cookie, COOKIE_LEN, other,
                                         sizeof client) != -1;
        good += mbedtls_ssl_cookie_check(ctx, cookie, COOKIE_LEN, client,
                                         i) != -1;
    }
    printf("of other clients: %d good\n", good);
}

int main(void)
{
    struct random random;
    mbedtls_ssl_cookie_ctx ctx;
    mbedtls_ssl_cookie_ctx second;
    unsigned char cookie[64];
    unsigned char *p = cookie;

    random_init(&random);
    mbedtls_ssl_cookie_free(NULL);
    mbedtls_ssl_cookie_init(&ctx);
    mbedtls_ssl_cookie_init(&second);
    mbedtls_ssl_cookie_free(&second);
    mbedtls_ssl_cookie_init(&second);
    show("not set up", make(&ctx, cookie, sizeof cookie));
    memset(cookie, 0, sizeof cookie);
    show("not set up, check", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN,
                                                     client, sizeof client));
    show("set up", mbedtls_ssl_cookie_setup(&ctx, mbedtls_ctr_drbg_random,
                                            &random.drbg));
    show("set up, another", mbedtls_ssl_cookie_setup(&second, mbedtls_ctr_drbg_random,
                                            &random.drbg));
    show("no room", make(&ctx, cookie, 0));
    show("little room", make(&ctx, cookie, COOKIE_LEN - 1));
    show("just enough", make(&ctx, cookie, COOKIE_LEN));
    show("more", make(&ctx, cookie, sizeof cookie));
    show("nobody", mbedtls_ssl_cookie_write(NULL, &p, cookie + 64, client, 4));
    show("no client", mbedtls_ssl_cookie_write(&ctx, &p, cookie + 64, NULL, 0));
    show("nobody", mbedtls_ssl_cookie_check(NULL, cookie, COOKIE_LEN, client,
                                            sizeof client));
    show("no client", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN, NULL,
                                               0));
    show("good", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN, client,
                                          sizeof client));
    show("again", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN, client,
                                           sizeof client));
    show("too long", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN + 1,
                                              client, sizeof client));
    show("of another key",
         mbedtls_ssl_cookie_check(&second, cookie, COOKIE_LEN, client,
                                  sizeof client));
    changes(&ctx, cookie);

    mbedtls_ssl_cookie_set_timeout(&ctx, 1);
    sleep(3);
    show("too old", mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN, client,
                                             sizeof client));
    mbedtls_ssl_cookie_set_timeout(&ctx, 0);
    show("never too old",
         mbedtls_ssl_cookie_check(&ctx, cookie, COOKIE_LEN, client,
                                  sizeof client));
    show("made anew", make(&ctx, cookie, sizeof cookie));
    mbedtls_ssl_cookie_free(&second);
    mbedtls_ssl_cookie_free(&ctx);
    mbedtls_ssl_cookie_free(&ctx);
    random_free(&random);
    return 0;
}
