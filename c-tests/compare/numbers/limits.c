/*
 * bignum.h where it refuses: arguments, sizes, characters, buffers; and what it
 * reads and writes as text, as bytes, in files.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/bignum.h>

static void tell(const char *what, int ret, const mbedtls_mpi *X)
{
    size_t i, n = X->MBEDTLS_PRIVATE(n);

    printf("%-24s %d s=%d n=%u ", what, ret, X->MBEDTLS_PRIVATE(s),
           (unsigned) n);
    for (i = n < 20 ? n : 20; i > 0; i--) {
        printf("%016llx",
               (unsigned long long) X->MBEDTLS_PRIVATE(p)[i - 1]);
    }
    printf("\n");
}

static void strings(void)
{
    static const char *const texts[] = {
        "", "0", "-0", "-", "00000000000000000000000000000000000000000000",
        "1", "-1", "10", "101", "ff", "FF", "-Ff", "12345678901234567890123",
        "-7777777777777777777777777", "g", "1g", "1 ", " 1", "+1", "1_0", "--1",
        "1-", "0x10", "8", "9", "a", "e", "f", "deadbeefDEADBEEFcafe"
    };
    char out[128];
    size_t i, olen;
    int radix, ret;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        for (radix = 0; radix <= 18; radix++) {
            mbedtls_mpi X;

            mbedtls_mpi_init(&X);
            ret = mbedtls_mpi_read_string(&X, radix, texts[i]);
            printf("\"%s\" radix %d: %d\n", texts[i], radix, ret);
            if (ret == 0) {
                tell("read_string", ret, &X);
                memset(out, 'x', sizeof(out));
                olen = 77;
                ret = mbedtls_mpi_write_string(&X, radix, out, sizeof(out),
                                               &olen);
                printf("write_string %d \"%s\" %u\n", ret, out,
                       (unsigned) olen);
            }
            mbedtls_mpi_free(&X);
        }
    }
}

/* Every size of buffer around the one that is enough. */
static void buffers(void)
{
    static const char *const numbers[] = {
        "0", "1", "-1", "f", "10", "ff", "-ff", "100", "fff",
        "-123456789abcdef0123456789abcdef", "123456789abcdef0123456789abcdef1"
    };
    char out[300];
    unsigned char bytes[64];
    size_t i, size, olen;
    int radix, ret;
    mbedtls_mpi X;

    mbedtls_mpi_init(&X);
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        mbedtls_mpi_read_string(&X, 16, numbers[i]);
        for (radix = 1; radix <= 17; radix++) {
            for (size = 0; size < 150; size++) {
                memset(out, 'x', sizeof(out));
                olen = 999;
                ret = mbedtls_mpi_write_string(&X, radix, out, size, &olen);
                if (size % 20 == 0 || ret == 0) {
                    out[size] = '\0';
                    printf("%s radix %d size %u: %d %u %s\n", numbers[i],
                           radix, (unsigned) size, ret, (unsigned) olen,
                           ret == 0 ? out : "");
                }
                if (ret == 0) {
                    break;
                }
            }
        }
        for (size = 0; size < 20; size++) {
            memset(bytes, 0xaa, sizeof(bytes));
            ret = mbedtls_mpi_write_binary(&X, bytes, size);
            printf("write_binary %u: %d %02x%02x%02x\n", (unsigned) size, ret,
                   bytes[0], bytes[size / 2], bytes[size ? size - 1 : 0]);
            memset(bytes, 0xaa, sizeof(bytes));
            ret = mbedtls_mpi_write_binary_le(&X, bytes, size);
            printf("write_binary_le %u: %d %02x%02x%02x\n", (unsigned) size,
                   ret, bytes[0], bytes[size / 2],
                   bytes[size ? size - 1 : 0]);
        }
    }
    mbedtls_mpi_free(&X);
    for (radix = 2; radix <= 16; radix++) {
        ret = mbedtls_mpi_write_string(&X, radix, out, 10, &olen);
        printf("nothing, radix %d: %d \"%s\" %u\n", radix, ret, out,
               (unsigned) olen);
    }
    memset(bytes, 0xaa, sizeof(bytes));
    printf("nothing in bytes: %d", mbedtls_mpi_write_binary(&X, bytes, 3));
    printf(" %02x%02x%02x%02x\n", bytes[0], bytes[1], bytes[2], bytes[3]);
}

static void binary(void)
{
    unsigned char bytes[40];
    size_t i;
    mbedtls_mpi X;

    for (i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (unsigned char) (i < 5 ? 0 : i * 7);
    }
    mbedtls_mpi_init(&X);
    for (i = 0; i <= sizeof(bytes); i++) {
        tell("read_binary", mbedtls_mpi_read_binary(&X, bytes, i), &X);
        X.MBEDTLS_PRIVATE(s) = -1;
        tell("read_binary_le", mbedtls_mpi_read_binary_le(&X, bytes, i), &X);
    }
    tell("read_binary, no bytes", mbedtls_mpi_read_binary(&X, NULL, 0), &X);
    mbedtls_mpi_free(&X);
}

static void limits(void)
{
    static unsigned char bytes[MBEDTLS_MPI_MAX_LIMBS * 8 + 1];
    static char text[MBEDTLS_MPI_MAX_LIMBS * 16 + 2];
    mbedtls_mpi X, Y, Z;
    mbedtls_mpi_sint one = 1;

    mbedtls_mpi_init(&X);
    mbedtls_mpi_init(&Y);
    mbedtls_mpi_init(&Z);
    tell("grow to the limit", mbedtls_mpi_grow(&X, MBEDTLS_MPI_MAX_LIMBS),
         &X);
    tell("grow beyond", mbedtls_mpi_grow(&X, MBEDTLS_MPI_MAX_LIMBS + 1), &X);
    tell("shrink beyond", mbedtls_mpi_shrink(&X, MBEDTLS_MPI_MAX_LIMBS + 1),
         &X);
    tell("shrink to 3", mbedtls_mpi_shrink(&X, 3), &X);
    tell("shrink to 5", mbedtls_mpi_shrink(&X, 5), &X);
    tell("grow, all bits", mbedtls_mpi_grow(&X, (size_t) -1), &X);
    tell("lset", mbedtls_mpi_lset(&X, one), &X);
    tell("shift_l to the limit",
         mbedtls_mpi_shift_l(&X, MBEDTLS_MPI_MAX_LIMBS * 64 - 1), &X);
    tell("shift_l beyond", mbedtls_mpi_shift_l(&X, 1), &X);
    tell("set_bit beyond", mbedtls_mpi_set_bit(&X,
         MBEDTLS_MPI_MAX_LIMBS * 64, 1), &X);
    tell("set_bit beyond, 0", mbedtls_mpi_set_bit(&X,
         MBEDTLS_MPI_MAX_LIMBS * 64, 0), &X);
    tell("set_bit, 2", mbedtls_mpi_set_bit(&X, 0, 2), &X);
    tell("set_bit, far", mbedtls_mpi_set_bit(&X, (size_t) -1, 1), &X);
    printf("get_bit, far: %d\n", mbedtls_mpi_get_bit(&X, (size_t) -1));
    tell("lset", mbedtls_mpi_lset(&Y, one), &Y);
    tell("shift_r by all", mbedtls_mpi_shift_r(&Y, (size_t) -1), &Y);
    tell("shift_l of 0", mbedtls_mpi_shift_l(&Y, 130), &Y);
    mbedtls_mpi_free(&Y);
    tell("shift_l of nothing", mbedtls_mpi_shift_l(&Y, 0), &Y);
    tell("shift_r of nothing", mbedtls_mpi_shift_r(&Y, 9), &Y);
    tell("lset", mbedtls_mpi_lset(&Y, 2), &Y);
    printf("mul beyond: %d\n", mbedtls_mpi_mul_mpi(&Z, &X, &Y));
    printf("mul_int beyond: %d\n", mbedtls_mpi_mul_int(&Z, &X, 2));
    printf("add beyond: %d\n", mbedtls_mpi_add_mpi(&Z, &X, &X));
    printf("div beyond: %d\n", mbedtls_mpi_div_mpi(&Z, NULL, &X, &Y));
    printf("exp_mod beyond: %d\n", mbedtls_mpi_exp_mod(&Z, &Y, &X, &Y, NULL));
    mbedtls_mpi_set_bit(&X, 0, 1);
    printf("exp_mod beyond: %d\n", mbedtls_mpi_exp_mod(&Z, &Y, &Y, &X, NULL));
    printf("is_prime beyond: %d\n",
           mbedtls_mpi_is_prime_ext(&X, 1, NULL, NULL));

    memset(bytes, 0xff, sizeof(bytes));
    printf("read_binary to the limit: %d\n",
           mbedtls_mpi_read_binary(&X, bytes, sizeof(bytes) - 1));
    printf("read_binary_le to the limit: %d\n",
           mbedtls_mpi_read_binary_le(&X, bytes, sizeof(bytes) - 1));
    printf("add, carrying beyond: %d\n", mbedtls_mpi_add_int(&Y, &X, 1));
    tell("read_binary beyond",
         mbedtls_mpi_read_binary(&X, bytes, sizeof(bytes)), &X);
    tell("read_binary_le beyond",
         mbedtls_mpi_read_binary_le(&X, bytes, sizeof(bytes)), &X);
    memset(text, '0', sizeof(text) - 1);
    tell("read_string beyond", mbedtls_mpi_read_string(&X, 16, text), &X);
    tell("and in decimal", mbedtls_mpi_read_string(&X, 10, text), &X);
    text[sizeof(text) - 2] = '\0';
    printf("read_string to the limit: %d\n",
           mbedtls_mpi_read_string(&X, 16, text));
    mbedtls_mpi_free(&X);
    mbedtls_mpi_free(&Y);
    mbedtls_mpi_free(&Z);
}

static void refusals(void)
{
    mbedtls_mpi zero, nothing, one, minus, even, seven, X;

    mbedtls_mpi_init(&zero);
    mbedtls_mpi_init(&nothing);
    mbedtls_mpi_init(&one);
    mbedtls_mpi_init(&minus);
    mbedtls_mpi_init(&even);
    mbedtls_mpi_init(&seven);
    mbedtls_mpi_init(&X);
    mbedtls_mpi_lset(&zero, 0);
    mbedtls_mpi_lset(&one, 1);
    mbedtls_mpi_lset(&minus, -5);
    mbedtls_mpi_lset(&even, 10);
    mbedtls_mpi_lset(&seven, 7);
    printf("div by 0: %d %d\n", mbedtls_mpi_div_mpi(&X, &X, &one, &zero),
           mbedtls_mpi_div_mpi(&X, &X, &one, &nothing));
    printf("mod 0: %d %d\n", mbedtls_mpi_mod_mpi(&X, &one, &zero),
           mbedtls_mpi_mod_mpi(&X, &one, &nothing));
    printf("mod -5: %d\n", mbedtls_mpi_mod_mpi(&X, &one, &minus));
    printf("sub_abs: %d\n", mbedtls_mpi_sub_abs(&X, &one, &seven));
    printf("inv_mod: %d %d %d %d %d %d %d\n",
           mbedtls_mpi_inv_mod(&X, &one, &zero),
           mbedtls_mpi_inv_mod(&X, &one, &nothing),
           mbedtls_mpi_inv_mod(&X, &one, &one),
           mbedtls_mpi_inv_mod(&X, &one, &minus),
           mbedtls_mpi_inv_mod(&X, &zero, &seven),
           mbedtls_mpi_inv_mod(&X, &even, &even),
           mbedtls_mpi_inv_mod(&X, &minus, &even));
    tell("-5^-1 mod 7", mbedtls_mpi_inv_mod(&X, &minus, &seven), &X);
    tell("7^-1 mod 10", mbedtls_mpi_inv_mod(&X, &seven, &even), &X);
    tell("1^-1 mod 10", mbedtls_mpi_inv_mod(&X, &one, &even), &X);
    tell("1^-1 mod 7", mbedtls_mpi_inv_mod(&X, &one, &seven), &X);
    printf("exp_mod: %d %d %d %d %d\n",
           mbedtls_mpi_exp_mod(&X, &one, &one, &zero, NULL),
           mbedtls_mpi_exp_mod(&X, &one, &one, &nothing, NULL),
           mbedtls_mpi_exp_mod(&X, &one, &one, &even, NULL),
           mbedtls_mpi_exp_mod(&X, &one, &one, &minus, NULL),
           mbedtls_mpi_exp_mod(&X, &one, &minus, &seven, NULL));
    tell("7^0 mod 7", mbedtls_mpi_exp_mod(&X, &seven, &zero, &seven, NULL),
         &X);
    tell("7^0 mod 1", mbedtls_mpi_exp_mod(&X, &seven, &zero, &one, NULL), &X);
    tell("7^nothing mod 1",
         mbedtls_mpi_exp_mod(&X, &seven, &nothing, &one, NULL), &X);
    tell("0^0 mod 7", mbedtls_mpi_exp_mod(&X, &zero, &zero, &seven, NULL),
         &X);
    tell("nothing^7 mod 7",
         mbedtls_mpi_exp_mod(&X, &nothing, &seven, &seven, NULL), &X);
    tell("(-5)^7 mod 7", mbedtls_mpi_exp_mod(&X, &minus, &seven, &seven,
         NULL), &X);
    tell("(-5)^10 mod 7", mbedtls_mpi_exp_mod(&X, &minus, &even, &seven,
         NULL), &X);
    tell("gcd(0, 0)", mbedtls_mpi_gcd(&X, &zero, &nothing), &X);
    tell("gcd(0, -5)", mbedtls_mpi_gcd(&X, &zero, &minus), &X);
    tell("gcd(-5, 10)", mbedtls_mpi_gcd(&X, &minus, &even), &X);
    mbedtls_mpi_free(NULL);
    mbedtls_mpi_free(&zero);
    mbedtls_mpi_free(&zero);
    tell("freed", 0, &zero);
    mbedtls_mpi_free(&one);
    mbedtls_mpi_free(&minus);
    mbedtls_mpi_free(&even);
    mbedtls_mpi_free(&seven);
    mbedtls_mpi_free(&X);
}

/* Lines of files. */
static void files(void)
{
    static const char *const lines[] = {
        "1234\n", "-1234\n", "label = ABCDEF\r\n", "10", "\n", "", "x\n",
        "12 34\r\n", "7g\n", "\r\n"
    };
    static char line[4000];
    FILE *file;
    mbedtls_mpi X;
    size_t i;
    int radix, c, ret;

    mbedtls_mpi_init(&X);
    for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        for (radix = 9; radix <= 17; radix++) {
            file = tmpfile();
            if (file == NULL || fputs(lines[i], file) < 0) {
                exit(1);
            }
            rewind(file);
            mbedtls_mpi_lset(&X, 99);
            ret = mbedtls_mpi_read_file(&X, radix, file);
            printf("line %u radix %d: %d\n", (unsigned) i, radix, ret);
            if (ret == 0) {
                tell("read_file", ret, &X);
            }
            fclose(file);
        }
    }
    for (i = 2470; i < 2490; i++) {
        memset(line, '1', sizeof(line));
        strcpy(line + i, "\n");
        file = tmpfile();
        if (file == NULL || fputs(line, file) < 0) {
            exit(1);
        }
        rewind(file);
        ret = mbedtls_mpi_read_file(&X, 16, file);
        printf("%u digits: %d %u bits\n", (unsigned) i, ret,
               (unsigned) (ret == 0 ? mbedtls_mpi_bitlen(&X) : 0));
        fclose(file);
    }
    for (radix = 1; radix <= 17; radix += 3) {
        mbedtls_mpi_read_string(&X, 16, "-123456789ABCDEF0123456789");
        file = tmpfile();
        if (file == NULL) {
            exit(1);
        }
        ret = mbedtls_mpi_write_file("a number: ", &X, radix, file);
        printf("write_file %d\n", ret);
        ret = mbedtls_mpi_write_file(NULL, &X, radix, file);
        printf("write_file %d\n", ret);
        rewind(file);
        while ((c = getc(file)) != EOF) {
            putchar(c == '\r' ? '^' : c);
        }
        fclose(file);
        printf("to the standard output: ");
        ret = mbedtls_mpi_write_file("a number: ", &X, radix, NULL);
        printf("%d\n", ret);
    }
    for (i = 9850; i < 9960; i += 8) {
        mbedtls_mpi_lset(&X, 1);
        mbedtls_mpi_shift_l(&X, i);
        file = tmpfile();
        if (file == NULL) {
            exit(1);
        }
        ret = mbedtls_mpi_write_file("", &X, 16, file);
        printf("%u bits: %d, %ld bytes\n", (unsigned) i, ret, ftell(file));
        fclose(file);
    }
    file = fopen("/dev/full", "w");
    if (file != NULL) {
        setvbuf(file, NULL, _IONBF, 0);
        printf("full: %d\n", mbedtls_mpi_write_file("", &X, 16, file));
        fclose(file);
    }
    mbedtls_mpi_free(&X);
}

int main(void)
{
    strings();
    buffers();
    binary();
    limits();
    refusals();
    files();
    return 0;
}
