/*
 * Key agreement: ecdh.h with contexts and without.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

#include <mbedtls/ecdh.h>

static void show_context(const mbedtls_ecdh_context *ctx)
{
    printf("  number %d\n",
           (int) mbedtls_ecdh_get_grp_id((mbedtls_ecdh_context *) ctx));
}

static void secret(mbedtls_ecdh_context *ctx)
{
    unsigned char buffer[70], state = 0;
    size_t olen = 77;
    int ret;

    memset(buffer, 0x55, sizeof(buffer));
    ret = mbedtls_ecdh_calc_secret(ctx, &olen, buffer, sizeof(buffer),
                                   counting, &state);
    show("secret", ret);
    if (ret == 0) {
        show_bytes("secret", buffer, olen);
        show("no room",
             mbedtls_ecdh_calc_secret(ctx, &olen, buffer, 0, counting, &state));
        show("too little room",
             mbedtls_ecdh_calc_secret(ctx, &olen, buffer, olen / 2, counting,
                                      &state));
        show("just enough room",
             mbedtls_ecdh_calc_secret(ctx, &olen, buffer, olen, counting,
                                      &state));
        show("no generator",
             mbedtls_ecdh_calc_secret(ctx, &olen, buffer, olen, NULL, NULL));
    }
}

/* ServerECDHParams one way, ClientECDiffieHellmanPublic the other. */
static void over_tls(mbedtls_ecp_group_id id)
{
    mbedtls_ecdh_context server, client;
    unsigned char hello[160], answer[160], state = 0;
    const unsigned char *at;
    size_t hello_len = 0, answer_len = 0, olen;

    mbedtls_ecdh_init(&server);
    mbedtls_ecdh_init(&client);
    show_context(&server);
    show("without a curve", mbedtls_ecdh_make_params(&server, &hello_len, hello,
                                                     sizeof(hello), counting,
                                                     &state));
    show("without a curve", mbedtls_ecdh_make_public(&server, &hello_len, hello,
                                                     sizeof(hello), counting,
                                                     &state));
    show("without a curve", mbedtls_ecdh_read_public(&server, hello, 10));
    secret(&server);
    show("set up", mbedtls_ecdh_setup(&server, id));
    show_context(&server);
    secret(&server);
    show("no room",
         mbedtls_ecdh_make_params(&server, &hello_len, hello, 2, counting,
                                  &state));
    show("no room for a point",
         mbedtls_ecdh_make_params(&server, &hello_len, hello, 3, counting,
                                  &state));
    show("little room for a point",
         mbedtls_ecdh_make_params(&server, &hello_len, hello, 9, counting,
                                  &state));
    show("the generator fails",
         mbedtls_ecdh_make_params(&server, &hello_len, hello, sizeof(hello),
                                  failing, NULL));
    state = 0;
    show("parameters",
         mbedtls_ecdh_make_params(&server, &hello_len, hello, sizeof(hello),
                                  counting, &state));
    show_bytes("parameters", hello, hello_len);

    at = hello;
    show("read too little",
         mbedtls_ecdh_read_params(&client, &at, hello + 2));
    at = hello;
    show("read too little",
         mbedtls_ecdh_read_params(&client, &at, hello + hello_len - 1));
    mbedtls_ecdh_free(&client);
    mbedtls_ecdh_init(&client);
    at = hello;
    show("read", mbedtls_ecdh_read_params(&client, &at, hello + hello_len));
    printf("  moved by %d\n", (int) (at - hello));
    show_context(&client);
    show("no room", mbedtls_ecdh_make_public(&client, &answer_len, answer, 0,
                                             counting, &state));
    show("little room", mbedtls_ecdh_make_public(&client, &answer_len, answer,
                                                 9, counting, &state));
    show("the generator fails",
         mbedtls_ecdh_make_public(&client, &answer_len, answer, sizeof(answer),
                                  failing, NULL));
    state = 100;
    show("answer",
         mbedtls_ecdh_make_public(&client, &answer_len, answer, sizeof(answer),
                                  counting, &state));
    show_bytes("answer", answer, answer_len);
    for (olen = 0; olen < answer_len; olen += answer_len / 3 + 1) {
        show("read too little",
             mbedtls_ecdh_read_public(&server, answer, olen));
    }
    show("read too much",
         mbedtls_ecdh_read_public(&server, answer, answer_len + 1));
    show("read", mbedtls_ecdh_read_public(&server, answer, answer_len));
    secret(&server);
    secret(&client);
    /* A point that is none: read without a word, never used. */
    answer[answer_len - 1] ^= 1;
    if (id != MBEDTLS_ECP_DP_CURVE25519 && id != MBEDTLS_ECP_DP_CURVE448) {
        show("read a bad point",
             mbedtls_ecdh_read_public(&server, answer, answer_len));
        secret(&server);
    } else {
        memset(answer + 1, 0, answer_len - 1);
        show("read a bad point",
             mbedtls_ecdh_read_public(&server, answer, answer_len));
        secret(&server);
        answer[1] = 1;
        show("read a bad point",
             mbedtls_ecdh_read_public(&server, answer, answer_len));
        secret(&server);
    }
    mbedtls_ecdh_free(&server);
    show_context(&server);
    mbedtls_ecdh_free(&server);
    mbedtls_ecdh_free(&client);
}

/* Keys of a program's own. */
static void own_keys(mbedtls_ecp_group_id id, mbedtls_ecp_group_id other)
{
    mbedtls_ecdh_context ctx;
    mbedtls_ecp_keypair ours, theirs, stranger;
    mbedtls_ecp_group group;
    mbedtls_mpi z, d;
    mbedtls_ecp_point point;
    unsigned char state = 0;

    mbedtls_ecdh_init(&ctx);
    mbedtls_ecp_keypair_init(&ours);
    mbedtls_ecp_keypair_init(&theirs);
    mbedtls_ecp_keypair_init(&stranger);
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    mbedtls_mpi_init(&z);
    mbedtls_mpi_init(&d);
    state = 0;
    show("make", mbedtls_ecp_gen_key(id, &ours, counting, &state));
    state = 100;
    show("make", mbedtls_ecp_gen_key(id, &theirs, counting, &state));
    show("make", mbedtls_ecp_gen_key(other, &stranger, counting, &state));
    show("no key",
         mbedtls_ecdh_get_params(&ctx, &ours, (mbedtls_ecdh_side) 2));
    show("ours", mbedtls_ecdh_get_params(&ctx, &ours, MBEDTLS_ECDH_OURS));
    show_context(&ctx);
    secret(&ctx);
    show("a stranger's",
         mbedtls_ecdh_get_params(&ctx, &stranger, MBEDTLS_ECDH_THEIRS));
    show("theirs", mbedtls_ecdh_get_params(&ctx, &theirs, MBEDTLS_ECDH_THEIRS));
    secret(&ctx);
    mbedtls_ecdh_free(&ctx);
    mbedtls_ecdh_init(&ctx);
    show("theirs first",
         mbedtls_ecdh_get_params(&ctx, &ours, MBEDTLS_ECDH_THEIRS));
    show("then ours", mbedtls_ecdh_get_params(&ctx, &theirs,
                                              MBEDTLS_ECDH_OURS));
    secret(&ctx);

    show("load", mbedtls_ecp_group_load(&group, id));
    show("compute", mbedtls_ecdh_compute_shared(&group, &z, &theirs.Q, &ours.d,
                                                counting, &state));
    show_number("z", &z);
    show("compute in place",
         mbedtls_ecdh_compute_shared(&group, &ours.d, &theirs.Q, &ours.d,
                                     counting, &state));
    show("same", mbedtls_mpi_cmp_mpi(&z, &ours.d));
    show("no generator",
         mbedtls_ecdh_compute_shared(&group, &z, &theirs.Q, &theirs.d, NULL,
                                     NULL));
    show("set zero", mbedtls_ecp_set_zero(&point));
    show("with zero", mbedtls_ecdh_compute_shared(&group, &z, &point, &theirs.d,
                                                  counting, &state));
    show("no private key", mbedtls_ecdh_compute_shared(&group, &z, &theirs.Q,
                                                       &d, counting, &state));
    state = 50;
    show("public", mbedtls_ecdh_gen_public(&group, &d, &point, counting,
                                           &state));
    show_number("d", &d);
    show_point("Q", &point);
    show("the generator fails",
         mbedtls_ecdh_gen_public(&group, &d, &point, failing, NULL));
    mbedtls_ecdh_free(&ctx);
    mbedtls_ecp_keypair_free(&ours);
    mbedtls_ecp_keypair_free(&theirs);
    mbedtls_ecp_keypair_free(&stranger);
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_point_free(&point);
    mbedtls_mpi_free(&z);
    mbedtls_mpi_free(&d);
}

static void misuse(void)
{
    static const unsigned char bytes[][8] = {
        { 3, 0, 0, 1, 4 }, { 1, 0, 23, 1, 4 }, { 3, 0, 23, 0, 4 },
        { 3, 0, 23, 9, 4 }, { 3, 0, 23, 1, 0 }, { 3, 0, 29, 1, 9 }
    };
    mbedtls_ecdh_context ctx;
    mbedtls_ecp_keypair key;
    const unsigned char *at;
    size_t i;

    printf("misuse\n");
    for (i = 0; i < COUNT(bytes); i++) {
        mbedtls_ecdh_init(&ctx);
        at = bytes[i];
        show("read", mbedtls_ecdh_read_params(&ctx, &at, bytes[i] + 8));
        printf("  moved by %d\n", (int) (at - bytes[i]));
        show_context(&ctx);
        secret(&ctx);
        mbedtls_ecdh_free(&ctx);
    }
    mbedtls_ecdh_init(&ctx);
    mbedtls_ecp_keypair_init(&key);
    show("set up nothing", mbedtls_ecdh_setup(&ctx, MBEDTLS_ECP_DP_NONE));
    show("set up another", mbedtls_ecdh_setup(&ctx, (mbedtls_ecp_group_id) 50));
    mbedtls_ecdh_free(&ctx);
    mbedtls_ecdh_init(&ctx);
    show("no key", mbedtls_ecdh_get_params(&ctx, &key, MBEDTLS_ECDH_OURS));
    mbedtls_ecdh_free(&ctx);
    mbedtls_ecdh_free(NULL);
    for (i = 0; i < COUNT(curves); i++) {
        printf("  can do: %d\n", mbedtls_ecdh_can_do(curves[i].id));
    }
    printf("  can do nothing: %d\n", mbedtls_ecdh_can_do(MBEDTLS_ECP_DP_NONE));
}

int main(void)
{
    size_t i;

    for (i = 0; i < COUNT(curves); i++) {
        printf("%s\n", curves[i].name);
        over_tls(curves[i].id);
        own_keys(curves[i].id, curves[(i + 1) % COUNT(curves)].id);
    }
    misuse();
    return 0;
}
