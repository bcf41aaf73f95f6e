/*
 * Everything of cipher.h and cmac.h: the list of ciphers and what is known of
 * each, every mode with every padding, in pieces and at once, good and bad
 * arguments, tags, wrapped keys, CMAC.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>

#define MAX 400

static unsigned char key[64], iv[64], text[MAX];

static void hex(const char *what, const unsigned char *data, size_t len)
{
    size_t i;

    printf("  %s %u:", what, (unsigned) len);
    for (i = 0; i < len; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static void show(const char *what, int ret)
{
    printf("  %s: %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void fill(void)
{
    size_t i;

    for (i = 0; i < sizeof(key); i++) {
        key[i] = (unsigned char) (i * 11 + 3);
    }
    for (i = 0; i < sizeof(iv); i++) {
        iv[i] = (unsigned char) (0xf0 + i);
    }
    for (i = 0; i < sizeof(text); i++) {
        text[i] = (unsigned char) (i * 7 + i / 13);
    }
}

static void list(void)
{
    const int *type;
    int id, bits, mode;

    for (type = mbedtls_cipher_list(); *type != 0; type++) {
        const mbedtls_cipher_info_t *info =
            mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
        mbedtls_cipher_context_t ctx;

        if (info == NULL) {
            continue;
        }
        printf("%d %s: type %d, mode %d, key %u, iv %u, block %u, "
               "variable %d %d\n", *type, mbedtls_cipher_info_get_name(info),
               (int) mbedtls_cipher_info_get_type(info),
               (int) mbedtls_cipher_info_get_mode(info),
               (unsigned) mbedtls_cipher_info_get_key_bitlen(info),
               (unsigned) mbedtls_cipher_info_get_iv_size(info),
               (unsigned) mbedtls_cipher_info_get_block_size(info),
               mbedtls_cipher_info_has_variable_key_bitlen(info) != 0,
               mbedtls_cipher_info_has_variable_iv_size(info) != 0);
        printf("  by name: %d\n", info == mbedtls_cipher_info_from_string(
                   mbedtls_cipher_info_get_name(info)));
        mbedtls_cipher_init(&ctx);
        show("setup", mbedtls_cipher_setup(&ctx, info));
        printf("  context: type %d, mode %d, key %d, iv %d, block %u, %s, "
               "operation %d\n", (int) mbedtls_cipher_get_type(&ctx),
               (int) mbedtls_cipher_get_cipher_mode(&ctx),
               mbedtls_cipher_get_key_bitlen(&ctx),
               mbedtls_cipher_get_iv_size(&ctx),
               mbedtls_cipher_get_block_size(&ctx),
               mbedtls_cipher_get_name(&ctx),
               (int) mbedtls_cipher_get_operation(&ctx));
        mbedtls_cipher_free(&ctx);
    }
    for (id = 0; id <= 8; id++) {
        for (bits = 0; bits <= 512; bits += 64) {
            for (mode = 0; mode <= 14; mode++) {
                const mbedtls_cipher_info_t *info =
                    mbedtls_cipher_info_from_values((mbedtls_cipher_id_t) id,
                                                    bits,
                                                    (mbedtls_cipher_mode_t)
                                                    mode);
                if (info != NULL) {
                    printf("%d %d %d is %s\n", id, bits, mode,
                           mbedtls_cipher_info_get_name(info));
                }
            }
        }
    }
    printf("nothing: %d %d %d %d\n",
           mbedtls_cipher_info_from_string("AES-128-XYZ") == NULL,
           mbedtls_cipher_info_from_string(NULL) == NULL,
           mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) 200) == NULL,
           mbedtls_cipher_info_get_name(NULL) == NULL);
    printf("of NULL: %d %d %u %u %u\n",
           (int) mbedtls_cipher_info_get_type(NULL),
           (int) mbedtls_cipher_info_get_mode(NULL),
           (unsigned) mbedtls_cipher_info_get_key_bitlen(NULL),
           (unsigned) mbedtls_cipher_info_get_iv_size(NULL),
           (unsigned) mbedtls_cipher_info_get_block_size(NULL));
}

/* A context with its key and vector. */
static int ready(mbedtls_cipher_context_t *ctx,
                 const mbedtls_cipher_info_t *info, mbedtls_operation_t op)
{
    int ret;

    mbedtls_cipher_init(ctx);
    ret = mbedtls_cipher_setup(ctx, info);
    if (ret == 0) {
        ret = mbedtls_cipher_setkey(ctx, key, (int)
                                    mbedtls_cipher_info_get_key_bitlen(info),
                                    op);
    }
    return ret;
}

static size_t iv_length(const mbedtls_cipher_info_t *info)
{
    return mbedtls_cipher_info_get_iv_size(info);
}

/* A message in pieces of a length; what comes out, or the first failure. */
static void pieces(const mbedtls_cipher_info_t *info, mbedtls_operation_t op,
                   int padding, const unsigned char *data, size_t len,
                   size_t step, unsigned char *out, size_t *out_len)
{
    mbedtls_cipher_context_t ctx;
    size_t at = 0, n, olen = 0;
    int ret = ready(&ctx, info, op);

    *out_len = 0;
    if (padding >= 0) {
        show("padding", mbedtls_cipher_set_padding_mode(&ctx,
                         (mbedtls_cipher_padding_t) padding));
    }
    if (ret == 0) {
        ret = mbedtls_cipher_set_iv(&ctx, iv, iv_length(info));
    }
    if (ret == 0) {
        ret = mbedtls_cipher_reset(&ctx);
    }
    printf("  ready 0x%04x, iv %d, operation %d, key %d;", (unsigned) -ret,
           mbedtls_cipher_get_iv_size(&ctx),
           (int) mbedtls_cipher_get_operation(&ctx),
           mbedtls_cipher_get_key_bitlen(&ctx));
    if (ret == 0 && (mbedtls_cipher_info_get_mode(info) == MBEDTLS_MODE_GCM ||
                     mbedtls_cipher_info_get_mode(info) ==
                     MBEDTLS_MODE_CHACHAPOLY)) {
        ret = mbedtls_cipher_update_ad(&ctx, text + 200, 21);
    }
    while (ret == 0 && at < len) {
        n = len - at < step ? len - at : step;
        olen = 77;
        ret = mbedtls_cipher_update(&ctx, data + at, n, out + *out_len, &olen);
        at += n;
        if (ret == 0) {
            printf(" %u", (unsigned) olen);
            *out_len += olen;
        }
    }
    printf("\n");
    show("updates", ret);
    if (ret == 0) {
        olen = 77;
        ret = mbedtls_cipher_finish(&ctx, out + *out_len, &olen);
        show("finish", ret);
        if (ret == 0) {
            *out_len += olen;
        }
    }
    hex("out", out, *out_len);
    if (op == MBEDTLS_ENCRYPT) {
        unsigned char tag[16] = { 0 };

        show("tag", mbedtls_cipher_write_tag(&ctx, tag, 16));
        hex("tag", tag, 16);
    } else {
        unsigned char tag[16] = { 0 };

        show("no tag", mbedtls_cipher_write_tag(&ctx, tag, 16));
        show("check", mbedtls_cipher_check_tag(&ctx, tag, 16));
    }
    mbedtls_cipher_free(&ctx);
}

static void all_modes(void)
{
    static const size_t lengths[] = { 0, 1, 8, 15, 16, 17, 32, 100, 160 };
    static const size_t steps[] = { 1, 7, 8, 16, 33, MAX };
    const int *type;
    size_t l, s;

    for (type = mbedtls_cipher_list(); *type != 0; type++) {
        const mbedtls_cipher_info_t *info =
            mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
        int padding, last =
            mbedtls_cipher_info_get_mode(info) == MBEDTLS_MODE_CBC ? 4 : -1;

        for (padding = -1; padding <= last; padding++) {
            for (l = 0; l < sizeof(lengths) / sizeof(lengths[0]); l++) {
                for (s = 0; s < sizeof(steps) / sizeof(steps[0]); s++) {
                    unsigned char sealed[MAX + 16], opened[MAX + 16];
                    size_t sealed_len, opened_len;

                    printf("%s, padding %d, %u in pieces of %u\n",
                           mbedtls_cipher_info_get_name(info), padding,
                           (unsigned) lengths[l], (unsigned) steps[s]);
                    pieces(info, MBEDTLS_ENCRYPT, padding, text, lengths[l],
                           steps[s], sealed, &sealed_len);
                    pieces(info, MBEDTLS_DECRYPT, padding, sealed, sealed_len,
                           steps[s], opened, &opened_len);
                }
            }
        }
    }
}

/* Wrong paddings: the last byte of a block of CBC after another. */
static void paddings(void)
{
    const mbedtls_cipher_info_t *info =
        mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_128_CBC);
    int padding, last;

    for (padding = 0; padding <= 5; padding++) {
        for (last = 0; last < 512; last++) {
            unsigned char block[16], sealed[32], out[48];
            size_t n, olen, invalid = 5;
            mbedtls_cipher_context_t ctx;
            int ret;

            memset(block, last < 256 ? 0 : 0x42, sizeof(block));
            memset(block + 8, last & 0xff, 8);
            block[9] = 0x80;
            ready(&ctx, info, MBEDTLS_ENCRYPT);
            mbedtls_cipher_set_padding_mode(&ctx, MBEDTLS_PADDING_NONE);
            mbedtls_cipher_crypt(&ctx, iv, 16, block, 16, sealed, &n);
            mbedtls_cipher_free(&ctx);
            ready(&ctx, info, MBEDTLS_DECRYPT);
            ret = mbedtls_cipher_set_padding_mode(&ctx,
                                          (mbedtls_cipher_padding_t) padding);
            if (ret != 0) {
                show("padding", ret);
                mbedtls_cipher_free(&ctx);
                continue;
            }
            ret = mbedtls_cipher_crypt(&ctx, iv, 16, sealed, 16, out, &olen);
            printf("padding %d, last %d: 0x%04x", padding, last,
                   (unsigned) -ret);
            if (ret == 0) {
                printf(" %u", (unsigned) olen);
            }
            mbedtls_cipher_set_iv(&ctx, iv, 16);
            mbedtls_cipher_reset(&ctx);
            mbedtls_cipher_update(&ctx, sealed, 16, out, &n);
            ret = mbedtls_cipher_finish_padded(&ctx, out + n, &olen, &invalid);
            printf(", padded 0x%04x %d\n", (unsigned) -ret,
                   invalid == 0 ? 0 : invalid == (size_t) -1 ? -1 : 1);
            mbedtls_cipher_free(&ctx);
        }
    }
}

/* Messages at once, with every AEAD and both ways to wrap keys. */
static void at_once(void)
{
    static const size_t lengths[] = { 0, 1, 16, 24, 33, 160 };
    static const size_t nonces[] = { 0, 1, 7, 11, 12, 13, 16, 17 };
    static const size_t tags[] = { 0, 1, 3, 4, 8, 11, 12, 14, 15, 16, 17 };
    const int *type;
    size_t l, n, t;

    for (type = mbedtls_cipher_list(); *type != 0; type++) {
        const mbedtls_cipher_info_t *info =
            mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
        mbedtls_cipher_mode_t mode = mbedtls_cipher_info_get_mode(info);

        for (l = 0; l < 6; l++) {
            for (n = 0; n < 8; n++) {
                for (t = 0; t < 11; t++) {
                    unsigned char sealed[MAX], opened[MAX];
                    size_t sealed_len = 0, opened_len = 0, room;
                    size_t ad = mode == MBEDTLS_MODE_KW ||
                        mode == MBEDTLS_MODE_KWP ? 0 : 13;
                    mbedtls_cipher_context_t ctx;
                    int ret;

                    memset(sealed, 0, sizeof(sealed));
                    memset(opened, 0x55, sizeof(opened));
                    printf("%s, %u bytes, nonce %u, tag %u\n",
                           mbedtls_cipher_info_get_name(info),
                           (unsigned) lengths[l], (unsigned) nonces[n],
                           (unsigned) tags[t]);
                    ready(&ctx, info, MBEDTLS_ENCRYPT);
                    room = lengths[l] + 16;
                    ret = mbedtls_cipher_auth_encrypt_ext(
                        &ctx, iv, nonces[n], text + 100, ad, text, lengths[l],
                        sealed, room, &sealed_len, tags[t]);
                    show("encrypt", ret);
                    mbedtls_cipher_free(&ctx);
                    if (ret != 0) {
                        continue;
                    }
                    hex("sealed", sealed, sealed_len);
                    ready(&ctx, info, MBEDTLS_DECRYPT);
                    ret = mbedtls_cipher_auth_decrypt_ext(
                        &ctx, iv, nonces[n], text + 100, ad, sealed,
                        sealed_len, opened, sealed_len, &opened_len, tags[t]);
                    show("decrypt", ret);
                    hex("opened", opened, ret == 0 ? opened_len : 0);
                    show("no room", mbedtls_cipher_auth_decrypt_ext(
                             &ctx, iv, nonces[n], text + 100, ad, sealed,
                             sealed_len, opened, lengths[l] / 2, &opened_len,
                             tags[t]));
                    sealed[sealed_len - 1] ^= 4;
                    memset(opened, 0x55, sizeof(opened));
                    ret = mbedtls_cipher_auth_decrypt_ext(
                        &ctx, iv, nonces[n], text + 100, ad, sealed,
                        sealed_len, opened, sealed_len, &opened_len, tags[t]);
                    show("wrong", ret);
                    hex("left", opened, lengths[l]);
                    mbedtls_cipher_free(&ctx);
                }
            }
        }
    }
}

/* In parts with the right tag and with wrong ones. */
static void tags(mbedtls_cipher_type_t type)
{
    const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type(type);
    unsigned char sealed[MAX], opened[MAX], tag[16];
    mbedtls_cipher_context_t ctx;
    size_t n, olen, len;

    printf("%s, tags\n", mbedtls_cipher_info_get_name(info));
    for (len = 0; len <= 17; len++) {
        memset(tag, 0, sizeof(tag));
        ready(&ctx, info, MBEDTLS_ENCRYPT);
        show("iv", mbedtls_cipher_set_iv(&ctx, iv, 12));
        show("ad", mbedtls_cipher_update_ad(&ctx, text, 9));
        show("update", mbedtls_cipher_update(&ctx, text, 50, sealed, &n));
        show("check while encrypting",
             mbedtls_cipher_check_tag(&ctx, tag, len));
        show("write", mbedtls_cipher_write_tag(&ctx, tag, len));
        hex("tag", tag, 16);
        mbedtls_cipher_free(&ctx);
        ready(&ctx, info, MBEDTLS_DECRYPT);
        mbedtls_cipher_set_iv(&ctx, iv, 12);
        mbedtls_cipher_update_ad(&ctx, text, 9);
        mbedtls_cipher_update(&ctx, sealed, 50, opened, &olen);
        show("check", mbedtls_cipher_check_tag(&ctx, tag, len));
        printf("  same: %d\n", memcmp(opened, text, 50) == 0);
        mbedtls_cipher_set_iv(&ctx, iv, 12);
        mbedtls_cipher_update_ad(&ctx, text, 9);
        mbedtls_cipher_update(&ctx, sealed, 50, opened, &olen);
        tag[0] ^= 1;
        show("wrong", mbedtls_cipher_check_tag(&ctx, tag, len));
        mbedtls_cipher_free(&ctx);
    }
}

static void misuse(void)
{
    const int *type;
    unsigned char out[64];
    size_t olen, n;
    mbedtls_cipher_context_t ctx;

    mbedtls_cipher_init(&ctx);
    printf("not set up\n");
    show("setup NULL", mbedtls_cipher_setup(&ctx, NULL));
    show("setkey", mbedtls_cipher_setkey(&ctx, key, 128, MBEDTLS_ENCRYPT));
    show("set_iv", mbedtls_cipher_set_iv(&ctx, iv, 16));
    show("reset", mbedtls_cipher_reset(&ctx));
    show("padding", mbedtls_cipher_set_padding_mode(&ctx, 0));
    show("update_ad", mbedtls_cipher_update_ad(&ctx, text, 1));
    show("update", mbedtls_cipher_update(&ctx, text, 16, out, &olen));
    show("finish", mbedtls_cipher_finish(&ctx, out, &olen));
    show("write_tag", mbedtls_cipher_write_tag(&ctx, out, 16));
    show("check_tag", mbedtls_cipher_check_tag(&ctx, out, 16));
    printf("  %d %d %d %d %u %d %d\n", (int) mbedtls_cipher_get_type(&ctx),
           (int) mbedtls_cipher_get_cipher_mode(&ctx),
           mbedtls_cipher_get_key_bitlen(&ctx),
           mbedtls_cipher_get_iv_size(&ctx),
           mbedtls_cipher_get_block_size(&ctx),
           mbedtls_cipher_get_name(&ctx) == NULL,
           (int) mbedtls_cipher_get_operation(&ctx));
    mbedtls_cipher_free(&ctx);
    mbedtls_cipher_free(&ctx);
    mbedtls_cipher_free(NULL);

    for (type = mbedtls_cipher_list(); *type != 0; type++) {
        const mbedtls_cipher_info_t *info =
            mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
        mbedtls_cipher_mode_t mode = mbedtls_cipher_info_get_mode(info);
        int bits = (int) mbedtls_cipher_info_get_key_bitlen(info);

        printf("%s\n", mbedtls_cipher_info_get_name(info));
        mbedtls_cipher_init(&ctx);
        mbedtls_cipher_setup(&ctx, info);
        show("operation", mbedtls_cipher_setkey(&ctx, key, bits, 7));
        show("none", mbedtls_cipher_setkey(&ctx, key, bits,
                                           MBEDTLS_OPERATION_NONE));
        show("short", mbedtls_cipher_setkey(&ctx, key, bits - 8,
                                            MBEDTLS_ENCRYPT));
        show("long", mbedtls_cipher_setkey(&ctx, key, bits + 64,
                                           MBEDTLS_ENCRYPT));
        show("negative", mbedtls_cipher_setkey(&ctx, key, -bits,
                                               MBEDTLS_ENCRYPT));
        show("key", mbedtls_cipher_setkey(&ctx, key, bits, MBEDTLS_ENCRYPT));
        show("padding", mbedtls_cipher_set_padding_mode(&ctx, 9));
        show("pkcs7", mbedtls_cipher_set_padding_mode(&ctx, 0));
        for (n = 0; n <= 18; n++) {
            printf("  iv of %u: 0x%04x, %d\n", (unsigned) n,
                   (unsigned) -mbedtls_cipher_set_iv(&ctx, iv, n),
                   mbedtls_cipher_get_iv_size(&ctx));
        }
        if (mode != MBEDTLS_MODE_GCM && mode != MBEDTLS_MODE_CHACHAPOLY &&
            mode != MBEDTLS_MODE_CCM_STAR_NO_TAG) {
            show("ad", mbedtls_cipher_update_ad(&ctx, text, 5));
            memcpy(out, text, 33);
            show("in place, 33", mbedtls_cipher_update(&ctx, out, 33, out,
                                                       &olen));
            memcpy(out, text, 32);
            mbedtls_cipher_reset(&ctx);
            mbedtls_cipher_set_iv(&ctx, iv, iv_length(info));
            show("in place, 32", mbedtls_cipher_update(&ctx, out, 32, out,
                                                       &olen));
            hex("out", out, olen);
        }
        mbedtls_cipher_free(&ctx);
    }
}

static void cmac(void)
{
    const int *type;
    unsigned char mac[16];
    size_t n, at;
    mbedtls_cipher_context_t ctx;

    for (type = mbedtls_cipher_list(); *type != 0; type++) {
        const mbedtls_cipher_info_t *info =
            mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
        size_t bits = mbedtls_cipher_info_get_key_bitlen(info);
        int ret;

        printf("CMAC of %s\n", mbedtls_cipher_info_get_name(info));
        mbedtls_cipher_init(&ctx);
        show("not set up", mbedtls_cipher_cmac_starts(&ctx, key, bits));
        mbedtls_cipher_setup(&ctx, info);
        show("update", mbedtls_cipher_cmac_update(&ctx, text, 1));
        show("finish", mbedtls_cipher_cmac_finish(&ctx, mac));
        show("reset", mbedtls_cipher_cmac_reset(&ctx));
        show("wrong length", mbedtls_cipher_cmac_starts(&ctx, key, bits + 8));
        show("no key", mbedtls_cipher_cmac_starts(&ctx, NULL, bits));
        ret = mbedtls_cipher_cmac_starts(&ctx, key, bits);
        show("starts", ret);
        for (n = 0; ret == 0 && n < 70; n++) {
            for (at = 0; at < n; at += 9) {
                ret |= mbedtls_cipher_cmac_update(&ctx, text + at,
                                                  n - at < 9 ? n - at : 9);
            }
            memset(mac, 0, sizeof(mac));
            ret |= mbedtls_cipher_cmac_finish(&ctx, mac);
            hex("mac", mac, 16);
            memset(mac, 0, sizeof(mac));
            show("at once", mbedtls_cipher_cmac(info, key, bits, text, n,
                                                mac));
            hex("mac", mac, 16);
            ret |= mbedtls_cipher_cmac_update(&ctx, text, 30);
            ret |= mbedtls_cipher_cmac_reset(&ctx);
        }
        if (ret == 0) {
            show("update NULL", mbedtls_cipher_cmac_update(&ctx, NULL, 1));
            show("finish NULL", mbedtls_cipher_cmac_finish(&ctx, NULL));
        }
        show("of no message", mbedtls_cipher_cmac(info, key, bits, NULL, 0,
                                                  mac));
        mbedtls_cipher_free(&ctx);
    }
    show("cipher NULL", mbedtls_cipher_cmac(NULL, key, 128, text, 1, mac));
    for (n = 0; n <= 40; n++) {
        show("prf", mbedtls_aes_cmac_prf_128(key, n, text, 20, mac));
        hex("prf", mac, 16);
    }
}

int main(void)
{
    fill();
    list();
    all_modes();
    paddings();
    at_once();
    tags(MBEDTLS_CIPHER_AES_128_GCM);
    tags(MBEDTLS_CIPHER_AES_192_GCM);
    tags(MBEDTLS_CIPHER_CHACHA20_POLY1305);
    misuse();
    cmac();
    return 0;
}
