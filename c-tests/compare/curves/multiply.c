/*
 * Multiples of points, their sums, and what counts as a key.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

/* Private keys that are none of a curve, or are special. */
static const char *const scalars[] = {
    "0", "1", "-1", "2", "3", "-5", "7", "10000000000000000",
    "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
    "8000000000000000000000000000000000000000000000000000000000000000",
    "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF8",
    "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "10000000000000000000000000000000000000000000000000000000000000000",
    "800000000000000000000000000000000000000000000000000000000000000000000000"
    "0000000000000000000000000000000000000000",
    "1000000000000000000000000000000000000000000000000000000000000000000000000"
    "00000000000000000000000000000000000000000000000000000000000",
    "1"
    "000000000000000000000000000000000000000000000000000000000000000000000000"
    "000000000000000000000000000000000000000000000000000000000000000000000000"
};

static void multiples(mbedtls_ecp_group *group)
{
    mbedtls_ecp_point product, other;
    mbedtls_mpi number;
    unsigned char state = 0;
    size_t i;

    mbedtls_ecp_point_init(&product);
    mbedtls_ecp_point_init(&other);
    mbedtls_mpi_init(&number);
    for (i = 0; i < COUNT(scalars); i++) {
        int ret;

        show("set", mbedtls_mpi_read_string(&number, 16, scalars[i]));
        printf("  times %s\n", scalars[i]);
        show("is it a private key", mbedtls_ecp_check_privkey(group, &number));
        ret = mbedtls_ecp_mul(group, &product, &number, &group->G, counting,
                              &state);
        show("base point", ret);
        if (ret != 0) {
            continue;
        }
        show_point("product", &product);
        show("is it good", mbedtls_ecp_check_pubkey(group, &product));
        show("its multiple in its place",
             mbedtls_ecp_mul_restartable(group, &product, &number, &product,
                                         counting, &state, NULL));
        show_point("product", &product);
        show("once more", mbedtls_ecp_mul(group, &other, &number, &product,
                                          counting, &state));
        show_point("product", &other);
    }
    /* Around the order. */
    for (i = 0; i < 3; i++) {
        show("copy", mbedtls_mpi_copy(&number, &group->N));
        show("subtract", mbedtls_mpi_sub_int(&number, &number,
                                             1 - (mbedtls_mpi_sint) i));
        show("is it a private key", mbedtls_ecp_check_privkey(group, &number));
        show("base point",
             mbedtls_ecp_mul(group, &product, &number, &group->G, counting,
                             &state));
        show_point("product", &product);
    }
    show("set", mbedtls_mpi_lset(&number, 8));
    show("no generator",
         mbedtls_ecp_mul(group, &product, &number, &group->G, NULL, NULL));
    mbedtls_ecp_point_free(&product);
    mbedtls_ecp_point_free(&other);
    mbedtls_mpi_free(&number);
}

/* Points that must not be multiplied. */
static void bad_points(mbedtls_ecp_group *group)
{
    mbedtls_ecp_point bad, product;
    mbedtls_mpi number;
    unsigned char state = 0;

    mbedtls_ecp_point_init(&bad);
    mbedtls_ecp_point_init(&product);
    mbedtls_mpi_init(&number);
    show("private key",
         mbedtls_ecp_gen_privkey(group, &number, counting, &state));
    show("set zero", mbedtls_ecp_set_zero(&bad));
    show("zero", mbedtls_ecp_mul(group, &product, &number, &bad, counting,
                                 &state));
    show("copy", mbedtls_ecp_copy(&bad, &group->G));
    show("move", mbedtls_mpi_add_int(&bad.Y, &bad.Y, 1));
    show("beside the curve",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    show("copy", mbedtls_ecp_copy(&bad, &group->G));
    show("move", mbedtls_mpi_add_mpi(&bad.X, &bad.X, &group->P));
    show("beyond the field",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    show("copy", mbedtls_ecp_copy(&bad, &group->G));
    show("move", mbedtls_mpi_sub_mpi(&bad.Y, &bad.Y, &group->P));
    show("below zero",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    show("copy", mbedtls_ecp_copy(&bad, &group->G));
    show("set", mbedtls_mpi_lset(&bad.Z, 2));
    show("not affine",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    show("set", mbedtls_mpi_lset(&bad.Z, -1));
    show("Z below zero",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    mbedtls_ecp_point_free(&bad);
    show("never set",
         mbedtls_ecp_mul(group, &product, &number, &bad, counting, &state));
    show_point("untouched", &product);
    mbedtls_ecp_point_free(&product);
    mbedtls_mpi_free(&number);
}

static void sums(mbedtls_ecp_group *group)
{
    static const char *const numbers[] = { "0", "1", "-1", "2", "-2",
                                           "123456789ABCDEF" };
    mbedtls_ecp_point two, sum;
    mbedtls_mpi m, n;
    unsigned char state = 0;
    size_t i, j;
    int ret;

    mbedtls_ecp_point_init(&two);
    mbedtls_ecp_point_init(&sum);
    mbedtls_mpi_init(&m);
    mbedtls_mpi_init(&n);
    show("set", mbedtls_mpi_lset(&m, 2));
    show("twice", mbedtls_ecp_mul(group, &two, &m, &group->G, counting,
                                  &state));
    for (i = 0; i < COUNT(numbers); i++) {
        for (j = 0; j < COUNT(numbers); j++) {
            show("set", mbedtls_mpi_read_string(&m, 16, numbers[i]));
            show("set", mbedtls_mpi_read_string(&n, 16, numbers[j]));
            printf("  %s, %s\n", numbers[i], numbers[j]);
            ret = mbedtls_ecp_muladd(group, &sum, &m, &group->G, &n, &two);
            show("sum", ret);
            if (ret == 0) {
                show_point("sum", &sum);
            }
        }
    }
    /* The point itself, its opposite, and both in one place. */
    show("set", mbedtls_mpi_lset(&m, 1));
    show("set", mbedtls_mpi_lset(&n, 1));
    show("doubled", mbedtls_ecp_muladd_restartable(group, &sum, &m, &group->G,
                                                   &n, &group->G, NULL));
    show("is it twice", mbedtls_ecp_point_cmp(&sum, &two));
    show("in its place", mbedtls_ecp_muladd(group, &sum, &m, &sum, &n, &sum));
    show_point("four times", &sum);
    show("set", mbedtls_mpi_lset(&n, -1));
    show("less itself", mbedtls_ecp_muladd(group, &sum, &m, &two, &n, &two));
    show_point("zero", &sum);
    show("with zero", mbedtls_ecp_muladd(group, &sum, &m, &sum, &n, &two));
    show("with zero", mbedtls_ecp_muladd(group, &sum, &m, &two, &n, &sum));
    show("copy", mbedtls_mpi_copy(&n, &group->N));
    show("the order", mbedtls_ecp_muladd(group, &sum, &m, &two, &n, &two));
    show("move", mbedtls_mpi_add_int(&two.Y, &two.Y, 1));
    show("set", mbedtls_mpi_lset(&n, 0));
    show("beside the curve",
         mbedtls_ecp_muladd(group, &sum, &m, &two, &n, &group->G));
    show("beside the curve, times 0",
         mbedtls_ecp_muladd(group, &sum, &m, &group->G, &n, &two));
    mbedtls_ecp_point_free(&two);
    mbedtls_ecp_point_free(&sum);
    mbedtls_mpi_free(&m);
    mbedtls_mpi_free(&n);
}

/* RFC 7748 section 6: what both sides compute. */
static void exchange(mbedtls_ecp_group_id id)
{
    static const unsigned char bytes[2][56] = { { 0x77, 0x07, 0x6d, 0x0a },
                                                { 0x5d, 0xab, 0x08, 0x7e } };
    mbedtls_ecp_keypair pair[2];
    mbedtls_ecp_point shared;
    unsigned char state = 0, buffer[56];
    size_t i, olen = 0, len = id == MBEDTLS_ECP_DP_CURVE448 ? 56 : 32;

    mbedtls_ecp_point_init(&shared);
    for (i = 0; i < 2; i++) {
        mbedtls_ecp_keypair_init(&pair[i]);
        show("read", mbedtls_ecp_read_key(id, &pair[i], bytes[i], len));
        show_number("private", &pair[i].d);
        show("public",
             mbedtls_ecp_keypair_calc_public(&pair[i], counting, &state));
        show("write", mbedtls_ecp_write_public_key(&pair[i], 0, &olen, buffer,
                                                   sizeof(buffer)));
        show_bytes("public", buffer, olen);
    }
    for (i = 0; i < 2; i++) {
        show("share", mbedtls_ecp_mul(&pair[i].grp, &shared, &pair[i].d,
                                      &pair[1 - i].Q, counting, &state));
        show_point("shared", &shared);
    }
    show("sum", mbedtls_ecp_muladd(&pair[0].grp, &shared, &pair[0].d,
                                   &pair[0].Q, &pair[0].d, &pair[0].Q));
    mbedtls_ecp_keypair_free(&pair[0]);
    mbedtls_ecp_keypair_free(&pair[1]);
    mbedtls_ecp_point_free(&shared);
}

/* A coordinate that is not reduced counts modulo the prime. */
static void not_reduced(mbedtls_ecp_group_id id)
{
    mbedtls_ecp_group group;
    mbedtls_ecp_point point, product;
    mbedtls_mpi number;
    unsigned char state = 0;
    size_t i;
    int ret;

    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    mbedtls_ecp_point_init(&product);
    mbedtls_mpi_init(&number);
    show("load", mbedtls_ecp_group_load(&group, id));
    show("private key",
         mbedtls_ecp_gen_privkey(&group, &number, counting, &state));
    show_number("private key", &number);
    show("copy", mbedtls_ecp_copy(&point, &group.G));
    for (i = 0; i < 3; i++) {
        printf("  %u times the prime more\n", (unsigned) i);
        ret = mbedtls_ecp_mul(&group, &product, &number, &point, counting,
                              &state);
        show(i == 2 ? "multiply twice reduced" : "multiply", ret);
        if (i == 0) {
            show_point("product", &product);
        }
        show("is it good", mbedtls_ecp_check_pubkey(&group, &point));
        show("add", mbedtls_mpi_add_mpi(&point.X, &point.X, &group.P));
    }
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_point_free(&point);
    mbedtls_ecp_point_free(&product);
    mbedtls_mpi_free(&number);
}

static void without_a_curve(void)
{
    mbedtls_ecp_group group;
    mbedtls_ecp_point point;
    mbedtls_mpi number;
    unsigned char state = 0;

    printf("without a curve\n");
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_point_init(&point);
    mbedtls_mpi_init(&number);
    show("set", mbedtls_mpi_lset(&number, 5));
    show("check", mbedtls_ecp_check_privkey(&group, &number));
    show("multiply", mbedtls_ecp_mul(&group, &point, &number, &point, counting,
                                     &state));
    show("add", mbedtls_ecp_muladd(&group, &point, &number, &point, &number,
                                   &point));
    show("make", mbedtls_ecp_gen_privkey(&group, &number, counting, &state));
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_point_free(&point);
    mbedtls_mpi_free(&number);
}

int main(void)
{
    mbedtls_ecp_group group;
    size_t i;

    for (i = 0; i < COUNT(curves); i++) {
        printf("%s\n", curves[i].name);
        mbedtls_ecp_group_init(&group);
        show("load", mbedtls_ecp_group_load(&group, curves[i].id));
        multiples(&group);
        if (i < SHORT_FORM) {
            bad_points(&group);
            sums(&group);
        }
        mbedtls_ecp_group_free(&group);
    }
    printf("exchange\n");
    exchange(MBEDTLS_ECP_DP_CURVE25519);
    exchange(MBEDTLS_ECP_DP_CURVE448);
    not_reduced(MBEDTLS_ECP_DP_CURVE25519);
    without_a_curve();
    show("self test", mbedtls_ecp_self_test(0));
    show("self test", mbedtls_ecp_self_test(1));
    return 0;
}
