/*
 * Random numbers and primes of bignum.h, and its self test.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>

static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;

#define RNG mbedtls_ctr_drbg_random, &drbg

/* A repeatable generator that fails when it has given `left` answers. */
struct source {
    unsigned long long seed;
    int left;
    unsigned asked;
};

static int give(void *context, unsigned char *out, size_t len)
{
    struct source *source = context;
    size_t i;

    source->asked += (unsigned) len;
    if (source->left-- == 0) {
        return -42;
    }
    for (i = 0; i < len; i++) {
        source->seed = source->seed * 6364136223846793005ULL + 1;
        out[i] = (unsigned char) (source->seed >> 40);
    }
    return 0;
}

/* One that always gives the same byte. */
static int give_ones(void *context, unsigned char *out, size_t len)
{
    (void) context;
    memset(out, 0xff, len);
    return 0;
}

static void tell(const char *what, int ret, const mbedtls_mpi *X)
{
    size_t i;

    printf("%-12s %d s=%d n=%u ", what, ret, X->MBEDTLS_PRIVATE(s),
           (unsigned) X->MBEDTLS_PRIVATE(n));
    for (i = X->MBEDTLS_PRIVATE(n); i > 0; i--) {
        printf("%016llx",
               (unsigned long long) X->MBEDTLS_PRIVATE(p)[i - 1]);
    }
    printf("\n");
}

static void filled(void)
{
    struct source source = { 5, -1, 0 };
    mbedtls_mpi X;
    size_t size;

    mbedtls_mpi_init(&X);
    for (size = 0; size < 40; size++) {
        X.MBEDTLS_PRIVATE(s) = -1;
        tell("fill_random", mbedtls_mpi_fill_random(&X, size, give, &source),
             &X);
    }
    printf("asked for %u\n", source.asked);
    source.left = 0;
    printf("failing: %d\n", mbedtls_mpi_fill_random(&X, 9, give, &source));
    printf("too much: %d\n", mbedtls_mpi_fill_random(&X,
           MBEDTLS_MPI_MAX_LIMBS * 8 + 1, give, &source));
    tell("then", 0, &X);
    mbedtls_mpi_free(&X);
}

static void in_range(void)
{
    static const char *const ends[] = {
        "1", "2", "3", "10", "ff", "100", "101", "10000", "ffffffff",
        "100000000", "10000000000000001",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
        "000000000000000000000000000000000000000000000000000000000000000005"
    };
    static const mbedtls_mpi_sint starts[] = { -1, 0, 1, 2, 4, 255 };
    struct source source = { 77, -1, 0 };
    mbedtls_mpi X, N;
    size_t i, j;
    int ret;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&N);
    for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        mbedtls_mpi_read_string(&N, 16, ends[i]);
        for (j = 0; j < sizeof(starts) / sizeof(starts[0]); j++) {
            ret = mbedtls_mpi_random(&X, starts[j], &N, give, &source);
            printf("from %d below %s, asked for %u: %d\n", (int) starts[j],
                   ends[i], source.asked, ret);
            if (ret == 0) {
                tell("random", ret, &X);
            }
        }
        printf("always ones: %d\n",
               mbedtls_mpi_random(&X, 0, &N, give_ones, NULL));
    }
    mbedtls_mpi_lset(&N, -5);
    printf("below -5: %d\n", mbedtls_mpi_random(&X, 0, &N, give, &source));
    mbedtls_mpi_free(&N);
    printf("below nothing: %d\n",
           mbedtls_mpi_random(&X, 0, &N, give, &source));
    mbedtls_mpi_lset(&N, 100);
    source.left = 0;
    printf("failing: %d\n", mbedtls_mpi_random(&X, 0, &N, give, &source));
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&N);
}

static void primes(void)
{
    static const char *const numbers[] = {
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
        "7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFD",
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFD",
        "-7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "-7", "-6",
        /* two primes beyond the small ones */
        "100160063", "3F7F4ED5C6A3BE3D"
    };
    mbedtls_mpi X;
    size_t i;
    int rounds;

    mbedtls_mpi_init(&X);
    printf("nothing: %d\n", mbedtls_mpi_is_prime_ext(&X, 5, RNG));
    for (i = 0; i < 1100; i++) {
        mbedtls_mpi_lset(&X, (mbedtls_mpi_sint) i);
        printf("%d", mbedtls_mpi_is_prime_ext(&X, 8, RNG) == 0);
    }
    printf("\n");
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        /* 3.6 takes primes with zeros in front for composite numbers. */
        mbedtls_mpi_free(&X);
        mbedtls_mpi_read_string(&X, 16, numbers[i]);
        for (rounds = 1; rounds < 60; rounds += 20) {
            printf("%s, %d: %d\n", numbers[i], rounds,
                   mbedtls_mpi_is_prime_ext(&X, rounds + 7, RNG));
        }
    }
    mbedtls_mpi_free(&X);
}

static void made(void)
{
    static const size_t sizes[] = {
        0, 1, 2, 3, 4, 5, 8, 16, 17, 31, 32, 33, 63, 64, 65, 100, 128, 256,
        512, MBEDTLS_MPI_MAX_BITS + 1
    };
    mbedtls_mpi X, Y;
    size_t i;
    int flags, ret;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&Y);
    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        for (flags = 0; flags < 4; flags++) {
            /*
             * 3.6 returns 1 where half of the prime is below 1000, and does
             * not come back where it ends a limb.
             */
            if ((flags & MBEDTLS_MPI_GEN_PRIME_FLAG_DH) && sizes[i] > 2 &&
                (sizes[i] < 12 || sizes[i] > 200 || sizes[i] % 64 < 2)) {
                continue;
            }
            ret = mbedtls_mpi_gen_prime(&X, sizes[i], flags, RNG);
            printf("%u bits, flags %d: %d", (unsigned) sizes[i], flags, ret);
            if (ret == 0) {
                printf(", %u bits, %d", (unsigned) mbedtls_mpi_bitlen(&X),
                       mbedtls_mpi_is_prime_ext(&X, 20, RNG));
                mbedtls_mpi_free(&Y);
                mbedtls_mpi_copy(&Y, &X);
                mbedtls_mpi_shift_r(&Y, 1);
                if (flags & MBEDTLS_MPI_GEN_PRIME_FLAG_DH) {
                    printf(", half %d", mbedtls_mpi_is_prime_ext(&Y, 20, RNG));
                }
                if (sizes[i] >= 32) {
                    mbedtls_mpi_mul_mpi(&Y, &X, &X);
                    printf(", square %u bits",
                           (unsigned) mbedtls_mpi_bitlen(&Y));
                }
            }
            printf("\n");
        }
    }
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&Y);
}

int main(void)
{
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0) {
        return 1;
    }
    filled();
    in_range();
    primes();
    made();
    printf("self test: %d\n", mbedtls_mpi_self_test(0));
    printf("self test: %d\n", mbedtls_mpi_self_test(1));
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
