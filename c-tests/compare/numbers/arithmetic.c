/*
 * The arithmetic of bignum.h with numbers of many sizes out of one repeatable
 * stream, also with a result that is one of the operands.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/bignum.h>

static unsigned long long seed = 20;

/* A small generator, so that runs can be compared. */
static unsigned next(void)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned) (seed >> 33);
}

/* Everything that a program can see of a number. */
static void tell(const char *what, int ret, const mbedtls_mpi *X)
{
    size_t i;

    printf("%-10s %d s=%d n=%u ", what, ret, X->MBEDTLS_PRIVATE(s),
           (unsigned) X->MBEDTLS_PRIVATE(n));
    for (i = X->MBEDTLS_PRIVATE(n); i > 0; i--) {
        printf("%016llx",
               (unsigned long long) X->MBEDTLS_PRIVATE(p)[i - 1]);
    }
    printf("\n");
}

/* A number of up to `most` bytes, often with runs of zeros or ones. */
static void make(mbedtls_mpi *X, size_t most)
{
    unsigned char bytes[512];
    size_t i, len = next() % (most + 1);
    unsigned kind = next() % 4;

    for (i = 0; i < len; i++) {
        bytes[i] = (unsigned char) next();
        if (kind == 1 && next() % 4 != 0) {
            bytes[i] = 0xff;
        } else if (kind == 2 && next() % 4 != 0) {
            bytes[i] = 0;
        } else if (kind == 3 && i < len / 2) {
            bytes[i] = 0;
        }
    }
    tell("make", mbedtls_mpi_read_binary(X, bytes, len), X);
    if (next() % 3 == 0 && mbedtls_mpi_cmp_int(X, 0) != 0) {
        X->MBEDTLS_PRIVATE(s) = -1;
    }
    if (next() % 5 == 0) {
        tell("grow", mbedtls_mpi_grow(X, next() % 40), X);
    }
}

typedef int operation(mbedtls_mpi *, const mbedtls_mpi *, const mbedtls_mpi *);

/* One operation, with results in a number of its own and in the operands. */
static void apply(const char *what, operation *function, const mbedtls_mpi *A,
                  const mbedtls_mpi *B, int in_place)
{
    mbedtls_mpi X, Y;
    int ret;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&Y);
    ret = function(&X, A, B);
    if (ret != 0) {
        printf("%-10s %d\n", what, ret);
    } else {
        tell(what, ret, &X);
        tell("again", function(&X, A, B), &X);
        if (in_place) {
            mbedtls_mpi_copy(&Y, A);
            tell("X == A", function(&Y, &Y, B), &Y);
            mbedtls_mpi_free(&Y);
            mbedtls_mpi_copy(&Y, B);
            tell("X == B", function(&Y, A, &Y), &Y);
        }
        ret = function(&X, A, A);
        printf("A and A    %d\n", ret);
        if (ret == 0) {
            tell("A and A", 0, &X);
        }
    }
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&Y);
}

/* An operation whose result 3.6 computes wrongly in the modulus's place. */
static void apply_modular(const char *what, operation *function,
                          const mbedtls_mpi *A, const mbedtls_mpi *N)
{
    mbedtls_mpi X;
    int ret;

    mbedtls_mpi_init(&X);
    ret = function(&X, A, N);
    printf("%-10s %d\n", what, ret);
    if (ret == 0) {
        tell(what, ret, &X);
    }
    mbedtls_mpi_free(&X);
    mbedtls_mpi_copy(&X, A);
    if (ret == 0) {
        tell("X == A", function(&X, &X, N), &X);
    }
    mbedtls_mpi_free(&X);
}

static void divide(const mbedtls_mpi *A, const mbedtls_mpi *B)
{
    mbedtls_mpi Q, R, X;
    int ret;

    mbedtls_mpi_init(&Q);
    mbedtls_mpi_init(&R);
    mbedtls_mpi_init(&X);
    ret = mbedtls_mpi_div_mpi(&Q, &R, A, B);
    tell("div Q", ret, &Q);
    tell("div R", ret, &R);
    tell("only Q", mbedtls_mpi_div_mpi(&Q, NULL, A, B), &Q);
    tell("only R", mbedtls_mpi_div_mpi(NULL, &R, A, B), &R);
    printf("neither    %d\n", mbedtls_mpi_div_mpi(NULL, NULL, A, B));
    mbedtls_mpi_copy(&X, A);
    tell("R == A", mbedtls_mpi_div_mpi(NULL, &X, &X, B), &X);
    /* The sign of a quotient in an operand's place is 3.6's fault: below. */
    if (A->MBEDTLS_PRIVATE(s) == 1 && B->MBEDTLS_PRIVATE(s) == 1) {
        mbedtls_mpi_copy(&X, A);
        tell("Q == A", mbedtls_mpi_div_mpi(&X, NULL, &X, B), &X);
        mbedtls_mpi_copy(&X, B);
        tell("Q == B", mbedtls_mpi_div_mpi(&X, NULL, A, &X), &X);
    }
    mbedtls_mpi_free(&Q);
    mbedtls_mpi_free(&R);
    mbedtls_mpi_free(&X);
}

static void with_integers(const mbedtls_mpi *A)
{
    static const mbedtls_mpi_sint integers[] = {
        0, 1, -1, 2, 3, 7, -10, 65537, 0x7fffffff, -0x7fffffff, 0xfffffffb,
        INT64_MAX, INT64_MIN
    };
    mbedtls_mpi X, Y;
    mbedtls_mpi_uint r;
    size_t i;
    int ret;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&Y);
    for (i = 0; i < sizeof(integers) / sizeof(integers[0]); i++) {
        mbedtls_mpi_sint b = integers[i];

        printf("integer %lld: cmp %d\n", (long long) b,
               mbedtls_mpi_cmp_int(A, b));
        tell("add_int", mbedtls_mpi_add_int(&X, A, b), &X);
        tell("sub_int", mbedtls_mpi_sub_int(&X, A, b), &X);
        tell("mul_int",
             mbedtls_mpi_mul_int(&X, A, (mbedtls_mpi_uint) b), &X);
        ret = mbedtls_mpi_div_int(&X, &Y, A, b);
        tell("div_int Q", ret, &X);
        tell("div_int R", ret, &Y);
        r = 99;
        if (b <= 0xffffffffLL) {
            ret = mbedtls_mpi_mod_int(&r, A, b);
            printf("mod_int    %d %llu\n", ret, (unsigned long long) r);
        }
        tell("lset", mbedtls_mpi_lset(&X, b), &X);
    }
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&Y);
}

static void bits(const mbedtls_mpi *A)
{
    static const size_t counts[] = { 0, 1, 7, 63, 64, 65, 128, 200, 1000 };
    mbedtls_mpi X;
    size_t i;

    mbedtls_mpi_init(&X);
    printf("bitlen %u size %u lsb %u bits",
           (unsigned) mbedtls_mpi_bitlen(A), (unsigned) mbedtls_mpi_size(A),
           (unsigned) mbedtls_mpi_lsb(A));
    for (i = 0; i < 70; i++) {
        printf("%d", mbedtls_mpi_get_bit(A, i));
    }
    printf("\n");
    for (i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        mbedtls_mpi_copy(&X, A);
        tell("shift_l", mbedtls_mpi_shift_l(&X, counts[i]), &X);
        mbedtls_mpi_free(&X);
        mbedtls_mpi_copy(&X, A);
        tell("shift_r", mbedtls_mpi_shift_r(&X, counts[i]), &X);
        tell("set_bit", mbedtls_mpi_set_bit(&X, counts[i], 1), &X);
        tell("set_bit", mbedtls_mpi_set_bit(&X, counts[i] / 2, 0), &X);
        mbedtls_mpi_free(&X);
    }
}

static void compare(const mbedtls_mpi *A, const mbedtls_mpi *B)
{
    unsigned less = 7;
    int ret = mbedtls_mpi_lt_mpi_ct(A, B, &less);
    mbedtls_mpi X, Y;

    printf("cmp_abs %d cmp_mpi %d lt_mpi_ct %d %u\n",
           mbedtls_mpi_cmp_abs(A, B), mbedtls_mpi_cmp_mpi(A, B), ret, less);
    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&Y);
    mbedtls_mpi_copy(&X, A);
    mbedtls_mpi_copy(&Y, B);
    mbedtls_mpi_grow(&X, 70);
    mbedtls_mpi_grow(&Y, 70);
    ret = mbedtls_mpi_lt_mpi_ct(&X, &Y, &less);
    printf("lt_mpi_ct %d %u\n", ret, less);
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&Y);
}

static void move(const mbedtls_mpi *A, const mbedtls_mpi *B)
{
    mbedtls_mpi X, Y;
    int i;

    for (i = 0; i < 3; i++) {
        mbedtls_mpi_init(&X);
        mbedtls_mpi_init(&Y);
        tell("copy", mbedtls_mpi_copy(&X, A), &X);
        tell("copy over", mbedtls_mpi_copy(&X, B), &X);
        tell("copy back", mbedtls_mpi_copy(&X, A), &X);
        tell("assign", mbedtls_mpi_safe_cond_assign(&X, B,
             (unsigned char) i), &X);
        tell("assign", mbedtls_mpi_safe_cond_assign(&Y, A,
             (unsigned char) i), &Y);
        tell("swap", mbedtls_mpi_safe_cond_swap(&X, &Y,
             (unsigned char) i), &X);
        tell("", 0, &Y);
        mbedtls_mpi_swap(&X, &Y);
        tell("swap", 0, &X);
        mbedtls_mpi_swap(&X, &X);
        tell("swap", 0, &X);
        tell("shrink", mbedtls_mpi_shrink(&X, (size_t) i), &X);
        tell("shrink", mbedtls_mpi_shrink(&X, 0), &X);
        mbedtls_mpi_free(&X);
        mbedtls_mpi_free(&Y);
    }
}

static void power(const mbedtls_mpi *A, const mbedtls_mpi *E,
                  const mbedtls_mpi *N)
{
    mbedtls_mpi X, RR;
    int ret;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&RR);
    ret = mbedtls_mpi_exp_mod(&X, A, E, N, NULL);
    printf("exp_mod    %d\n", ret);
    /* Powers of a negative multiple of the modulus are 3.6's fault: below. */
    if (ret == 0 && (A->MBEDTLS_PRIVATE(s) == 1 ||
                     mbedtls_mpi_mod_mpi(&RR, A, N) != 0 ||
                     mbedtls_mpi_cmp_int(&RR, 0) != 0)) {
        mbedtls_mpi_free(&RR);
        mbedtls_mpi_free(&X);
        ret = mbedtls_mpi_exp_mod(&X, A, E, N, NULL);
        tell("exp_mod", ret, &X);
        tell("with RR", mbedtls_mpi_exp_mod(&X, A, E, N, &RR), &X);
        tell("and again", mbedtls_mpi_exp_mod(&X, A, E, N, &RR), &X);
        mbedtls_mpi_copy(&X, A);
        X.MBEDTLS_PRIVATE(s) = 1;
        tell("X == A", mbedtls_mpi_exp_mod(&X, &X, E, N, NULL), &X);
    }
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&RR);
}

static void round_of(size_t most)
{
    mbedtls_mpi A, B, E;

    mbedtls_mpi_init(&A);
    mbedtls_mpi_init(&B);
    mbedtls_mpi_init(&E);
    make(&A, most);
    make(&B, most);
    make(&E, most < 40 ? most : 40);

    apply("add_mpi", mbedtls_mpi_add_mpi, &A, &B, 1);
    apply("sub_mpi", mbedtls_mpi_sub_mpi, &A, &B, 1);
    apply("add_abs", mbedtls_mpi_add_abs, &A, &B, 1);
    apply("sub_abs", mbedtls_mpi_sub_abs, &A, &B, 1);
    apply("mul_mpi", mbedtls_mpi_mul_mpi, &A, &B, 1);
    apply("gcd", mbedtls_mpi_gcd, &A, &B, 1);
    apply_modular("mod_mpi", mbedtls_mpi_mod_mpi, &A, &B);
    apply_modular("inv_mod", mbedtls_mpi_inv_mod, &A, &B);
    divide(&A, &B);
    with_integers(&A);
    bits(&A);
    compare(&A, &B);
    move(&A, &B);
    power(&A, &E, &B);
    mbedtls_mpi_set_bit(&B, 0, 1);
    B.MBEDTLS_PRIVATE(s) = 1;
    apply_modular("inv_mod", mbedtls_mpi_inv_mod, &A, &B);
    power(&A, &E, &B);
    mbedtls_mpi_free(&A);
    mbedtls_mpi_free(&B);
    mbedtls_mpi_free(&E);
}

/* What 3.6 computes wrongly, and ours does not. */
static void wrong_in_stock(void)
{
    mbedtls_mpi A, B, N, X;
    mbedtls_mpi_uint r = 0;
    int ret;

    mbedtls_mpi_init(&A);
    mbedtls_mpi_init(&B);
    mbedtls_mpi_init(&N);
    mbedtls_mpi_init(&X);
    mbedtls_mpi_lset(&A, -100);
    mbedtls_mpi_lset(&B, 7);
    tell("-100 / 7", mbedtls_mpi_div_mpi(&A, NULL, &A, &B), &A);
    mbedtls_mpi_lset(&A, 3);
    mbedtls_mpi_lset(&B, 5);
    tell("3 / 5", mbedtls_mpi_div_mpi(&A, &N, &A, &B), &A);
    tell("rest", 0, &N);
    mbedtls_mpi_lset(&A, -2);
    mbedtls_mpi_lset(&B, 3);
    mbedtls_mpi_lset(&N, 11);
    tell("(-2)^3", mbedtls_mpi_exp_mod(&A, &A, &B, &N, NULL), &A);
    mbedtls_mpi_lset(&A, -11);
    tell("(-11)^3", mbedtls_mpi_exp_mod(&X, &A, &B, &N, NULL), &X);
    mbedtls_mpi_read_string(&A, 10, "123456789012345678901234567890");
    ret = mbedtls_mpi_mod_int(&r, &A, 1000000000000);
    printf("mod 10^12  %d %llu\n", ret, (unsigned long long) r);
    mbedtls_mpi_free(&A);
    mbedtls_mpi_free(&B);
    mbedtls_mpi_free(&N);
    mbedtls_mpi_free(&X);
}

int main(void)
{
    static const size_t most[] = { 0, 1, 8, 9, 24, 64, 200, 300 };
    size_t i, j;

    for (i = 0; i < sizeof(most) / sizeof(most[0]); i++) {
        for (j = 0; j < 6; j++) {
            round_of(most[i]);
        }
    }
    wrong_in_stock();
    return 0;
}
