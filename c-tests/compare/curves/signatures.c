/*
 * Signatures: as two numbers and as bytes, deterministic ones to the last bit,
 * and everything that is not one.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include "curves.h"

#include <mbedtls/ecdsa.h>

static const mbedtls_md_type_t mds[] = {
    MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1,
    MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512,
    MBEDTLS_MD_SHA3_256
};
static const size_t lens[] = { 0, 1, 16, 20, 31, 32, 33, 48, 64, 65, 66, 67,
                               100 };

static void fill(unsigned char *hash, size_t len, int seed)
{
    size_t i;

    for (i = 0; i < len; i++) {
        hash[i] = (unsigned char) (0xff - 7 * (int) i - 31 * seed);
    }
}

/*
 * The smaller of s and N - s on secp256k1, where both are signatures and a
 * library may choose.
 */
static void smaller(const mbedtls_ecp_group *group, mbedtls_mpi *s)
{
    mbedtls_mpi other;

    if (group->id != MBEDTLS_ECP_DP_SECP256K1) {
        return;
    }
    mbedtls_mpi_init(&other);
    show("the other s", mbedtls_mpi_sub_mpi(&other, &group->N, s));
    if (mbedtls_mpi_cmp_mpi(&other, s) < 0) {
        mbedtls_mpi_swap(&other, s);
    }
    mbedtls_mpi_free(&other);
}

static void deterministic(mbedtls_ecdsa_context *key)
{
    unsigned char hash[100], state = 0;
    mbedtls_mpi r, s;
    size_t i, j;
    int ret;

    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    for (i = 0; i < COUNT(mds); i++) {
        for (j = 0; j < COUNT(lens); j++) {
            fill(hash, sizeof(hash), (int) j);
            printf("  md %d, %u bytes\n", (int) mds[i], (unsigned) lens[j]);
            ret = mbedtls_ecdsa_sign_det_ext(&key->grp, &r, &s, &key->d, hash,
                                             lens[j], mds[i], counting, &state);
            show("sign", ret);
            if (ret != 0) {
                break;
            }
            show("verify", mbedtls_ecdsa_verify(&key->grp, hash, lens[j],
                                                &key->Q, &r, &s));
            smaller(&key->grp, &s);
            show_number("r", &r);
            show_number("s", &s);
            show("verify",
                 mbedtls_ecdsa_verify_restartable(&key->grp, hash, lens[j],
                                                  &key->Q, &r, &s, NULL));
            hash[0] ^= 1;
            show("verify another hash",
                 mbedtls_ecdsa_verify(&key->grp, hash, lens[j], &key->Q, &r,
                                      &s));
        }
    }
    /* Hashes that are the order, all zeros and all ones. */
    memset(hash, 0, sizeof(hash));
    for (i = 0; i < 3; i++) {
        size_t len = (key->grp.nbits + 7) / 8;

        show("sign", mbedtls_ecdsa_sign_det_restartable(
                 &key->grp, &r, &s, &key->d, hash, len, MBEDTLS_MD_SHA256,
                 counting, &state, NULL));
        show("verify",
             mbedtls_ecdsa_verify(&key->grp, hash, len, &key->Q, &r, &s));
        smaller(&key->grp, &s);
        show_number("r", &r);
        show_number("s", &s);
        if (i == 0) {
            show("write", mbedtls_mpi_write_binary(&key->grp.N, hash, len));
        } else {
            memset(hash, 0xff, sizeof(hash));
        }
    }
    mbedtls_mpi_free(&r);
    mbedtls_mpi_free(&s);
}

static void randomized(mbedtls_ecdsa_context *key)
{
    unsigned char hash[100], state = 0;
    mbedtls_mpi r, s;
    size_t j;

    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    for (j = 0; j < COUNT(lens); j++) {
        fill(hash, sizeof(hash), (int) j);
        printf("  %u bytes\n", (unsigned) lens[j]);
        show("sign", mbedtls_ecdsa_sign(&key->grp, &r, &s, &key->d, hash,
                                        lens[j], counting, &state));
        show("verify", mbedtls_ecdsa_verify(&key->grp, hash, lens[j], &key->Q,
                                            &r, &s));
        show("sign", mbedtls_ecdsa_sign_restartable(
                 &key->grp, &r, &s, &key->d, hash, lens[j], counting, &state,
                 counting, &state, NULL));
        show("verify", mbedtls_ecdsa_verify(&key->grp, hash, lens[j], &key->Q,
                                            &r, &s));
        show("verify with the numbers exchanged",
             mbedtls_ecdsa_verify(&key->grp, hash, lens[j], &key->Q, &s, &r));
    }
    mbedtls_mpi_free(&r);
    mbedtls_mpi_free(&s);
}

static void bad_numbers(mbedtls_ecdsa_context *key)
{
    unsigned char hash[32], state = 0;
    mbedtls_ecp_point point;
    mbedtls_mpi r, s, bad;
    int i;

    fill(hash, sizeof(hash), 0);
    mbedtls_ecp_point_init(&point);
    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    mbedtls_mpi_init(&bad);
    show("sign", mbedtls_ecdsa_sign_det_ext(&key->grp, &r, &s, &key->d, hash,
                                            32, MBEDTLS_MD_SHA256, counting,
                                            &state));
    for (i = 0; i < 6; i++) {
        int ret;

        switch (i) {
        case 0:
            ret = mbedtls_mpi_lset(&bad, 0);
            break;
        case 1:
            ret = mbedtls_mpi_lset(&bad, -1);
            break;
        case 2:
            ret = mbedtls_mpi_copy(&bad, &key->grp.N);
            break;
        case 3:
            ret = mbedtls_mpi_add_mpi(&bad, &key->grp.N, &r);
            break;
        case 4:
            ret = mbedtls_mpi_sub_mpi(&bad, &r, &key->grp.N);
            break;
        default:
            ret = mbedtls_mpi_shift_l(&bad, 2000);
            break;
        }
        show("make it bad", ret);
        show("bad r", mbedtls_ecdsa_verify(&key->grp, hash, 32, &key->Q, &bad,
                                           &s));
        show("bad s", mbedtls_ecdsa_verify(&key->grp, hash, 32, &key->Q, &r,
                                           &bad));
        show("bad key", mbedtls_ecdsa_sign(&key->grp, &r, &s, &bad, hash, 32,
                                           counting, &state));
        show("bad key",
             mbedtls_ecdsa_sign_det_ext(&key->grp, &r, &s, &bad, hash, 32,
                                        MBEDTLS_MD_SHA256, counting, &state));
    }
    show("one", mbedtls_mpi_lset(&bad, 1));
    show("one and one", mbedtls_ecdsa_verify(&key->grp, hash, 32, &key->Q, &bad,
                                             &bad));
    show("a good signature", mbedtls_ecdsa_verify(&key->grp, hash, 32, &key->Q,
                                                  &r, &s));
    show("no point",
         mbedtls_ecdsa_verify(&key->grp, hash, 32, &point, &r, &s));
    show("set zero", mbedtls_ecp_set_zero(&point));
    show("zero", mbedtls_ecdsa_verify(&key->grp, hash, 32, &point, &r, &s));
    show("copy", mbedtls_ecp_copy(&point, &key->Q));
    show("move", mbedtls_mpi_add_int(&point.X, &point.X, 1));
    show("beside the curve",
         mbedtls_ecdsa_verify(&key->grp, hash, 32, &point, &r, &s));
    show("beside the curve, bad r",
         mbedtls_ecdsa_verify(&key->grp, hash, 32, &point, &key->grp.N, &s));
    show("another key",
         mbedtls_ecdsa_verify(&key->grp, hash, 32, &key->grp.G, &r, &s));
    show("no generator",
         mbedtls_ecdsa_sign_det_ext(&key->grp, &r, &s, &key->d, hash, 32,
                                    MBEDTLS_MD_SHA256, NULL, NULL));
    mbedtls_ecp_point_free(&point);
    mbedtls_mpi_free(&r);
    mbedtls_mpi_free(&s);
    mbedtls_mpi_free(&bad);
}

static void as_bytes(mbedtls_ecdsa_context *key)
{
    unsigned char hash[64], sig[MBEDTLS_ECDSA_MAX_LEN + 4], state = 0;
    unsigned char inner;
    size_t slen = 77, i, len;
    int ret;

    fill(hash, sizeof(hash), 3);
    for (i = 0; i < COUNT(mds); i++) {
        memset(sig, 0, sizeof(sig));
        printf("  md %d\n", (int) mds[i]);
        ret = mbedtls_ecdsa_write_signature(key, mds[i], hash, 32, sig,
                                            MBEDTLS_ECDSA_MAX_LEN, &slen,
                                            counting, &state);
        show("write", ret);
        if (ret != 0) {
            continue;
        }
        if (key->grp.id != MBEDTLS_ECP_DP_SECP256K1) {
            show_bytes("written", sig, slen);
        }
        show("read", mbedtls_ecdsa_read_signature(key, hash, 32, sig, slen));
        show("read", mbedtls_ecdsa_read_signature_restartable(
                 key, hash, 32, sig, slen, NULL));
        show("read with another hash",
             mbedtls_ecdsa_read_signature(key, hash + 1, 32, sig, slen));
    }
    if (key->grp.id == MBEDTLS_ECP_DP_SECP256K1) {
        return; /* its s, and so the lengths, may be another one */
    }
    show("no generator",
         mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_SHA256, hash, 32, sig,
                                       sizeof(sig), &slen, NULL, NULL));
    show("write", mbedtls_ecdsa_write_signature_restartable(
             key, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof(sig), &slen,
             counting, &state, NULL));
    show("write without room",
         mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_SHA256, hash, 32, sig,
                                       0, &slen, counting, &state));
    len = slen;
    show("write with a byte less",
         mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_SHA256, hash, 32, sig,
                                       len - 1, &slen, counting, &state));
    show("write with just enough",
         mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_SHA256, hash, 32, sig,
                                       len, &slen, counting, &state));
    for (i = 0; i < len; i += i < 8 ? 1 : len / 5) {
        show("read too little",
             mbedtls_ecdsa_read_signature(key, hash, 32, sig, i));
    }
    show("read too much",
         mbedtls_ecdsa_read_signature(key, hash, 32, sig, len + 1));
    for (i = 0; i < 5; i++) {
        sig[i] ^= 1;
        show("read a changed one",
             mbedtls_ecdsa_read_signature(key, hash, 32, sig, len));
        sig[i] ^= 1;
    }
    sig[len - 1] ^= 1;
    show("read another s",
         mbedtls_ecdsa_read_signature(key, hash, 32, sig, len));
    sig[len - 1] ^= 1;
    /* Bytes inside, behind both numbers. */
    inner = sig[1] == 0x81 ? 2 : 1;
    sig[inner]++;
    sig[len] = 0;
    show("read one with a byte more inside",
         mbedtls_ecdsa_read_signature(key, hash, 32, sig, len + 1));
    sig[len - 1] ^= 1;
    show("read another s with a byte more inside",
         mbedtls_ecdsa_read_signature(key, hash, 32, sig, len + 1));
}

/* Numbers in forms that DER does not allow, or that are no signature. */
static void odd_bytes(mbedtls_ecdsa_context *key)
{
    static const struct {
        size_t len;
        unsigned char bytes[16];
    } odd[] = {
        { 0, { 0 } },
        { 2, { 0x30, 0x00 } },
        { 4, { 0x30, 0x02, 0x02, 0x00 } },
        { 6, { 0x30, 0x04, 0x02, 0x00, 0x02, 0x00 } },
        { 8, { 0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00 } },
        { 8, { 0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01 } },
        { 8, { 0x30, 0x06, 0x02, 0x01, 0xff, 0x02, 0x01, 0xff } },
        { 8, { 0x30, 0x06, 0x02, 0x01, 0x01, 0x03, 0x01, 0x01 } },
        { 8, { 0x30, 0x06, 0x04, 0x01, 0x01, 0x02, 0x01, 0x01 } },
        { 8, { 0x31, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01 } },
        { 9, { 0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0x00 } },
        { 9, { 0x30, 0x81, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01 } },
        { 10, { 0x30, 0x80, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01, 0, 0 } },
        { 10, { 0x30, 0x08, 0x02, 0x02, 0x00, 0x01, 0x02, 0x02, 0, 1 } },
        { 8, { 0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x02, 0x01 } },
        { 8, { 0x30, 0x06, 0x02, 0x05, 0x01, 0x02, 0x01, 0x01 } },
        { 3, { 0x30, 0x85, 0x01 } }
    };
    unsigned char hash[32];
    size_t i;

    fill(hash, sizeof(hash), 0);
    for (i = 0; i < COUNT(odd); i++) {
        show_bytes("odd", odd[i].bytes, odd[i].len);
        show("read", mbedtls_ecdsa_read_signature(key, hash, sizeof(hash),
                                                  odd[i].bytes, odd[i].len));
    }
}

static void no_signatures(mbedtls_ecp_group_id id)
{
    mbedtls_ecdsa_context key;
    unsigned char hash[32], sig[MBEDTLS_ECDSA_MAX_LEN], state = 0;
    mbedtls_mpi r, s;
    size_t slen = 77;

    fill(hash, sizeof(hash), 0);
    mbedtls_ecdsa_init(&key);
    mbedtls_mpi_init(&r);
    mbedtls_mpi_init(&s);
    show("make", mbedtls_ecdsa_genkey(&key, id, counting, &state));
    show("set", mbedtls_mpi_lset(&r, 1));
    show("set", mbedtls_mpi_lset(&s, 1));
    show("sign", mbedtls_ecdsa_sign(&key.grp, &r, &s, &key.d, hash, 32,
                                    counting, &state));
    show("sign", mbedtls_ecdsa_sign_det_ext(&key.grp, &r, &s, &key.d, hash, 32,
                                            MBEDTLS_MD_SHA256, counting,
                                            &state));
    show("verify",
         mbedtls_ecdsa_verify(&key.grp, hash, 32, &key.Q, &r, &s));
    show("write", mbedtls_ecdsa_write_signature(&key, MBEDTLS_MD_SHA256, hash,
                                                32, sig, sizeof(sig), &slen,
                                                counting, &state));
    odd_bytes(&key);
    mbedtls_ecdsa_free(&key);
    mbedtls_mpi_free(&r);
    mbedtls_mpi_free(&s);
}

static void keys(mbedtls_ecp_group_id id)
{
    mbedtls_ecdsa_context key, copy;
    unsigned char state = 0;

    mbedtls_ecdsa_init(&key);
    mbedtls_ecdsa_init(&copy);
    show("copy nothing", mbedtls_ecdsa_from_keypair(&copy, &key));
    show("make", mbedtls_ecdsa_genkey(&key, id, counting, &state));
    show_number("d", &key.d);
    show_point("Q", &key.Q);
    show("copy", mbedtls_ecdsa_from_keypair(&copy, &key));
    printf("  number %d\n", (int) copy.grp.id);
    show("same", mbedtls_mpi_cmp_mpi(&copy.d, &key.d));
    show("same", mbedtls_ecp_point_cmp(&copy.Q, &key.Q));
    show("the generator fails",
         mbedtls_ecdsa_genkey(&copy, id, failing, NULL));
    mbedtls_ecdsa_free(&key);
    mbedtls_ecdsa_free(&copy);
    mbedtls_ecdsa_free(NULL);
}

int main(void)
{
    static const unsigned char private[66] = { 0, 0xC9, 0xAF, 0xA9 };
    mbedtls_ecdsa_context key;
    unsigned char state = 0;
    size_t i;

    for (i = 0; i < COUNT(curves); i++) {
        printf("%s: can do %d\n", curves[i].name,
               mbedtls_ecdsa_can_do(curves[i].id));
        if (i >= SHORT_FORM) {
            no_signatures(curves[i].id);
            continue;
        }
        keys(curves[i].id);
        mbedtls_ecdsa_init(&key);
        show("read", mbedtls_ecp_read_key(curves[i].id, &key, private,
                                          curves[i].id ==
                                                  MBEDTLS_ECP_DP_SECP521R1
                                              ? 66
                                              : 32));
        show("public", mbedtls_ecp_keypair_calc_public(&key, counting, &state));
        deterministic(&key);
        randomized(&key);
        bad_numbers(&key);
        as_bytes(&key);
        odd_bytes(&key);
        mbedtls_ecdsa_free(&key);
    }
    printf("no curve: can do %d\n", mbedtls_ecdsa_can_do(MBEDTLS_ECP_DP_NONE));
    mbedtls_ecdsa_init(&key);
    odd_bytes(&key);
    mbedtls_ecdsa_free(&key);
    printf("longest: %u, %u, %u, %u, %u\n", (unsigned) MBEDTLS_ECDSA_MAX_LEN,
           (unsigned) MBEDTLS_ECDSA_MAX_SIG_LEN(256),
           (unsigned) MBEDTLS_ECDSA_MAX_SIG_LEN(384),
           (unsigned) MBEDTLS_ECDSA_MAX_SIG_LEN(521),
           (unsigned) MBEDTLS_ECDSA_MAX_SIG_LEN(192));
    return 0;
}
