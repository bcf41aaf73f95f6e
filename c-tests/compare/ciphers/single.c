/*
 * The headers of single ciphers: aes.h, aria.h, camellia.h, des.h, chacha20.h,
 * poly1305.h, chachapoly.h, gcm.h, ccm.h and nist_kw.h, called directly, with
 * good and bad arguments and in pieces of many lengths.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/aes.h>
#include <mbedtls/aria.h>
#include <mbedtls/camellia.h>
#include <mbedtls/ccm.h>
#include <mbedtls/chacha20.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/des.h>
#include <mbedtls/gcm.h>
#include <mbedtls/nist_kw.h>
#include <mbedtls/poly1305.h>

static unsigned char key[64], text[600], out[700];

static void hex(const char *what, const unsigned char *data, size_t len)
{
    size_t i;

    printf("  %s:", what);
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
        key[i] = (unsigned char) (i * 29 + 1);
    }
    for (i = 0; i < sizeof(text); i++) {
        text[i] = (unsigned char) (i * 5 + i / 17);
    }
}

static void aes(void)
{
    static const size_t steps[] = { 0, 1, 5, 15, 16, 17, 31, 64, 200 };
    unsigned bits;
    size_t i, len, used;
    int mode;
    unsigned char iv[16], stream[16];
    mbedtls_aes_context enc, dec, copy;
    mbedtls_aes_xts_context xts;

    for (bits = 0; bits <= 320; bits += 64) {
        printf("AES of %u bits\n", bits);
        mbedtls_aes_init(&enc);
        mbedtls_aes_init(&dec);
        show("enc", mbedtls_aes_setkey_enc(&enc, key, bits));
        show("dec", mbedtls_aes_setkey_dec(&dec, key, bits));
        if (bits < 128 || bits > 256) {
            continue;
        }
        memcpy(&copy, &enc, sizeof(copy));
        show("ecb", mbedtls_aes_crypt_ecb(&copy, MBEDTLS_AES_ENCRYPT, text,
                                          out));
        hex("ecb", out, 16);
        show("ecb", mbedtls_aes_crypt_ecb(&dec, MBEDTLS_AES_DECRYPT, out,
                                          out));
        hex("ecb", out, 16);
        show("ecb, mode", mbedtls_aes_crypt_ecb(&enc, 2, text, out));
        for (mode = 0; mode <= 2; mode++) {
            memcpy(iv, key, 16);
            show("cbc", mbedtls_aes_crypt_cbc(mode ? &enc : &dec, mode, 160,
                                              iv, text, out));
            hex("cbc", out, 160);
            hex("iv", iv, 16);
            show("cbc of 15", mbedtls_aes_crypt_cbc(mode ? &enc : &dec, mode,
                                                    15, iv, text, out));
            show("cbc of 0", mbedtls_aes_crypt_cbc(mode ? &enc : &dec, mode,
                                                   0, iv, text, out));
            memcpy(out, text, 160);
            show("cbc in place",
                 mbedtls_aes_crypt_cbc(mode ? &enc : &dec, mode, 160, iv, out,
                                       out));
            hex("cbc", out, 160);
            memcpy(iv, key, 16);
            used = 0;
            for (i = 0; i < 9; i++) {
                show("cfb128", mbedtls_aes_crypt_cfb128(&enc, mode, steps[i],
                                                        &used, iv, text, out));
                hex("cfb128", out, mode < 2 ? steps[i] : 0);
                hex("iv", iv, 16);
                printf("  used %u\n", (unsigned) used);
            }
            for (i = 0; i < 9; i++) {
                show("cfb8", mbedtls_aes_crypt_cfb8(&enc, mode, steps[i], iv,
                                                    text, out));
                hex("cfb8", out, mode < 2 ? steps[i] : 0);
                hex("iv", iv, 16);
            }
        }
        used = 16;
        show("cfb128, 16", mbedtls_aes_crypt_cfb128(&enc, 1, 3, &used, iv,
                                                    text, out));
        show("ofb, 16", mbedtls_aes_crypt_ofb(&enc, 3, &used, iv, text, out));
        show("ctr, 16", mbedtls_aes_crypt_ctr(&enc, 3, &used, iv, stream,
                                              text, out));
        used = 0;
        for (i = 0; i < 9; i++) {
            show("ofb", mbedtls_aes_crypt_ofb(&enc, steps[i], &used, iv, text,
                                              out));
            hex("ofb", out, steps[i]);
            hex("iv", iv, 16);
            printf("  used %u\n", (unsigned) used);
        }
        used = 0;
        memset(iv, 0xff, 16);
        memset(stream, 0, 16);
        for (i = 0; i < 9; i++) {
            show("ctr", mbedtls_aes_crypt_ctr(&enc, steps[i], &used, iv,
                                              stream, text, out));
            hex("ctr", out, steps[i]);
            hex("counter", iv, 16);
            hex("stream", stream, 16);
            printf("  used %u\n", (unsigned) used);
        }
        show("internal", mbedtls_internal_aes_encrypt(&enc, text, out));
        hex("internal", out, 16);
        show("internal back", mbedtls_internal_aes_decrypt(&dec, out, out));
        hex("internal back", out, 16);
        mbedtls_aes_free(&enc);
        mbedtls_aes_free(&enc);
        mbedtls_aes_free(&dec);
    }
    mbedtls_aes_free(NULL);
    for (bits = 128; bits <= 512; bits += 128) {
        for (len = 0; len < 70; len++) {
            printf("XTS of %u bits, %u bytes\n", bits, (unsigned) len);
            mbedtls_aes_xts_init(&xts);
            show("enc", mbedtls_aes_xts_setkey_enc(&xts, key, bits));
            if (bits % 256 != 0) {
                break;
            }
            show("xts", mbedtls_aes_crypt_xts(&xts, 1, len, key + 40, text,
                                              out));
            hex("xts", out, len < 16 ? 0 : len);
            show("mode", mbedtls_aes_crypt_xts(&xts, 2, len, key + 40, text,
                                               out));
            show("dec", mbedtls_aes_xts_setkey_dec(&xts, key, bits));
            show("xts", mbedtls_aes_crypt_xts(&xts, 0, len, key + 40, out,
                                              out + 300));
            hex("xts", out + 300, len < 16 ? 0 : len);
            mbedtls_aes_xts_free(&xts);
        }
    }
    show("too long", mbedtls_aes_crypt_xts(&xts, 1, (1 << 24) + 1, key, text,
                                           out));
}

static void others(void)
{
    unsigned bits;
    int mode;
    size_t used = 0;
    unsigned char iv[16], stream[16] = { 0 };
    mbedtls_aria_context aria;
    mbedtls_camellia_context cam;

    for (bits = 64; bits <= 320; bits += 64) {
        printf("ARIA and Camellia of %u bits\n", bits);
        mbedtls_aria_init(&aria);
        mbedtls_camellia_init(&cam);
        show("aria", mbedtls_aria_setkey_enc(&aria, key, bits));
        show("camellia", mbedtls_camellia_setkey_enc(&cam, key, bits));
        if (bits < 128 || bits > 256) {
            continue;
        }
        show("ecb", mbedtls_aria_crypt_ecb(&aria, text, out));
        hex("ecb", out, 16);
        show("ecb", mbedtls_camellia_crypt_ecb(&cam, 1, text, out));
        hex("ecb", out, 16);
        show("ecb, mode", mbedtls_camellia_crypt_ecb(&cam, 2, text, out));
        memcpy(iv, key, 16);
        show("ctr", mbedtls_aria_crypt_ctr(&aria, 37, &used, iv, stream, text,
                                           out));
        hex("ctr", out, 37);
        show("ctr", mbedtls_camellia_crypt_ctr(&cam, 38, &used, iv, stream,
                                               text, out));
        hex("ctr", out, 38);
        used = 0;
        for (mode = 0; mode <= 2; mode++) {
            show("cfb", mbedtls_aria_crypt_cfb128(&aria, mode, 50, &used, iv,
                                                  text, out));
            hex("cfb", out, 50);
            show("cfb", mbedtls_camellia_crypt_cfb128(&cam, mode, 51, &used,
                                                      iv, text, out));
            hex("cfb", out, 51);
            if (mode == 0) {
                show("dec", mbedtls_aria_setkey_dec(&aria, key, bits));
                show("dec", mbedtls_camellia_setkey_dec(&cam, key, bits));
                show("ecb", mbedtls_aria_crypt_ecb(&aria, text, out));
                hex("ecb", out, 16);
            }
            used = 0;
            show("cbc", mbedtls_aria_crypt_cbc(&aria, mode, 48, iv, text,
                                               out));
            hex("cbc", out, 48);
            show("cbc", mbedtls_camellia_crypt_cbc(&cam, mode, 48, iv, text,
                                                   out));
            hex("cbc", out, 48);
            show("cbc of 9", mbedtls_aria_crypt_cbc(&aria, mode, 9, iv, text,
                                                    out));
            show("cbc of 9", mbedtls_camellia_crypt_cbc(&cam, mode, 9, iv,
                                                        text, out));
            mbedtls_aria_setkey_enc(&aria, key, bits);
            mbedtls_camellia_setkey_enc(&cam, key, bits);
        }
        mbedtls_aria_free(&aria);
        mbedtls_camellia_free(&cam);
    }
}

static void des(void)
{
    static const unsigned char weak[4][8] = {
        { 1, 1, 1, 1, 1, 1, 1, 1 },
        { 0x1f, 0x1f, 0x1f, 0x1f, 0x0e, 0x0e, 0x0e, 0x0e },
        { 0xe0, 0xfe, 0xe0, 0xfe, 0xf1, 0xfe, 0xf1, 0xfe },
        { 1, 1, 1, 1, 1, 1, 1, 2 }
    };
    unsigned char iv[8], parity[8];
    mbedtls_des_context ctx;
    mbedtls_des3_context three;
    int i, mode;

    for (i = 0; i < 4; i++) {
        printf("weak %d, parity %d\n", mbedtls_des_key_check_weak(weak[i]),
               mbedtls_des_key_check_key_parity(weak[i]));
    }
    memcpy(parity, key, 8);
    mbedtls_des_key_set_parity(parity);
    hex("parity", parity, 8);
    printf("weak %d, parity %d\n", mbedtls_des_key_check_weak(parity),
           mbedtls_des_key_check_key_parity(parity));
    for (i = 0; i < 6; i++) {
        mode = i % 2 == 0;
        mbedtls_des_init(&ctx);
        mbedtls_des3_init(&three);
        switch (i) {
            case 0: show("enc", mbedtls_des_setkey_enc(&ctx, key)); break;
            case 1: show("dec", mbedtls_des_setkey_dec(&ctx, key)); break;
            case 2: show("enc", mbedtls_des3_set2key_enc(&three, key)); break;
            case 3: show("dec", mbedtls_des3_set2key_dec(&three, key)); break;
            case 4: show("enc", mbedtls_des3_set3key_enc(&three, key)); break;
            case 5: show("dec", mbedtls_des3_set3key_dec(&three, key)); break;
        }
        memcpy(iv, key + 30, 8);
        if (i < 2) {
            show("ecb", mbedtls_des_crypt_ecb(&ctx, text, out));
            hex("ecb", out, 8);
            show("cbc", mbedtls_des_crypt_cbc(&ctx, mode, 64, iv, text, out));
            hex("cbc", out, 64);
            hex("iv", iv, 8);
            show("of 9", mbedtls_des_crypt_cbc(&ctx, mode, 9, iv, text, out));
        } else {
            show("ecb", mbedtls_des3_crypt_ecb(&three, text, out));
            hex("ecb", out, 8);
            show("cbc", mbedtls_des3_crypt_cbc(&three, mode, 64, iv, text,
                                               out));
            hex("cbc", out, 64);
            hex("iv", iv, 8);
            show("of 9", mbedtls_des3_crypt_cbc(&three, mode, 9, iv, text,
                                                out));
        }
        mbedtls_des_free(&ctx);
        mbedtls_des3_free(&three);
    }
}

static void chacha(void)
{
    mbedtls_chacha20_context cc;
    mbedtls_poly1305_context poly;
    mbedtls_chachapoly_context cp;
    unsigned char mac[16];
    size_t len, at, n;

    mbedtls_chacha20_init(&cc);
    show("key", mbedtls_chacha20_setkey(&cc, key));
    show("starts", mbedtls_chacha20_starts(&cc, key + 32, 0xffffffe6));
    for (len = 0; len < 200; len += 13) {
        show("update", mbedtls_chacha20_update(&cc, len, text, out));
        hex("chacha", out, len);
        show("crypt", mbedtls_chacha20_crypt(key, key + 32, 7, len, text,
                                             out));
        hex("chacha", out, len);
    }
    mbedtls_chacha20_free(&cc);
    for (len = 0; len < 100; len += 7) {
        mbedtls_poly1305_init(&poly);
        show("starts", mbedtls_poly1305_starts(&poly, key));
        for (at = 0; at < len; at += n) {
            n = len - at < 11 ? len - at : 11;
            show("update", mbedtls_poly1305_update(&poly, text + at, n));
        }
        show("finish", mbedtls_poly1305_finish(&poly, mac));
        hex("poly", mac, 16);
        show("mac", mbedtls_poly1305_mac(key, text, len, mac));
        hex("poly", mac, 16);
        mbedtls_poly1305_free(&poly);
    }
    for (len = 0; len < 300; len += 37) {
        mbedtls_chachapoly_init(&cp);
        show("update", mbedtls_chachapoly_update(&cp, 1, text, out));
        show("aad", mbedtls_chachapoly_update_aad(&cp, text, 1));
        show("finish", mbedtls_chachapoly_finish(&cp, mac));
        show("key", mbedtls_chachapoly_setkey(&cp, key));
        show("seal", mbedtls_chachapoly_encrypt_and_tag(
                 &cp, len, key + 32, text + 400, len / 3, text, out, mac));
        hex("sealed", out, len);
        hex("tag", mac, 16);
        show("open", mbedtls_chachapoly_auth_decrypt(
                 &cp, len, key + 32, text + 400, len / 3, mac, out, out));
        printf("  same: %d\n", memcmp(out, text, len) == 0);
        mac[3] ^= 1;
        show("wrong", mbedtls_chachapoly_auth_decrypt(
                 &cp, len, key + 32, text + 400, len / 3, mac, text, out));
        hex("left", out, len);
        show("starts", mbedtls_chachapoly_starts(&cp, key + 32,
                                                 MBEDTLS_CHACHAPOLY_ENCRYPT));
        show("aad", mbedtls_chachapoly_update_aad(&cp, text + 400, len / 3));
        for (at = 0; at < len; at += n) {
            n = len - at < 50 ? len - at : 50;
            show("update", mbedtls_chachapoly_update(&cp, n, text + at,
                                                     out + at));
        }
        hex("sealed", out, len);
        if (len > 0) {
            show("aad", mbedtls_chachapoly_update_aad(&cp, text, 1));
        }
        show("finish", mbedtls_chachapoly_finish(&cp, mac));
        hex("tag", mac, 16);
        show("update", mbedtls_chachapoly_update(&cp, 1, text, out));
        mbedtls_chachapoly_free(&cp);
    }
}

static void gcm(void)
{
    static const size_t tags[] = { 0, 3, 4, 12, 16, 17 };
    mbedtls_gcm_context ctx;
    unsigned char tag[16];
    unsigned bits;
    size_t len, nonce, t, at, n, olen;
    int cipher;

    for (cipher = 0; cipher <= 8; cipher++) {
        for (bits = 64; bits <= 256; bits += 64) {
            mbedtls_gcm_init(&ctx);
            printf("GCM %d %u: 0x%04x\n", cipher, bits, (unsigned)
                   -mbedtls_gcm_setkey(&ctx, (mbedtls_cipher_id_t) cipher, key,
                                       bits));
            mbedtls_gcm_free(&ctx);
        }
    }
    mbedtls_gcm_init(&ctx);
    show("no key", mbedtls_gcm_starts(&ctx, 1, key, 12));
    show("no nonce", mbedtls_gcm_starts(&ctx, 1, key, 0));
    for (bits = 128; bits <= 256; bits += 64) {
        show("key", mbedtls_gcm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key,
                                       bits));
        for (nonce = 0; nonce <= 60; nonce += 12) {
            for (len = 0; len <= 500; len += 83) {
                for (t = 0; t < 6; t++) {
                    int ret;

                    memset(tag, 0, sizeof(tag));
                    printf("GCM %u, nonce %u, %u bytes, tag %u\n", bits,
                           (unsigned) nonce, (unsigned) len,
                           (unsigned) tags[t]);
                    ret = mbedtls_gcm_crypt_and_tag(
                        &ctx, MBEDTLS_GCM_ENCRYPT, len, key, nonce,
                        text + 300, nonce, text, out, tags[t], tag);
                    show("seal", ret);
                    if (ret != 0) {
                        continue;
                    }
                    hex("sealed", out, len);
                    hex("tag", tag, 16);
                    ret = mbedtls_gcm_auth_decrypt(
                        &ctx, len, key, nonce, text + 300, nonce, tag,
                        tags[t], out, out);
                    show("open", ret);
                    printf("  same: %d\n", memcmp(out, text, len) == 0);
                    ret = mbedtls_gcm_crypt_and_tag(
                        &ctx, MBEDTLS_GCM_DECRYPT, len, key, nonce,
                        text + 300, nonce, text, out, tags[t], tag);
                    show("decrypt", ret);
                    hex("opened", out, len);
                    hex("tag", tag, 16);
                    tag[tags[t] - 1] ^= 0x80;
                    show("wrong", mbedtls_gcm_auth_decrypt(
                             &ctx, len, key, nonce, text + 300, nonce, tag,
                             tags[t], text, out));
                    hex("left", out, len);
                }
                if (nonce == 0) {
                    continue;
                }
                show("starts", mbedtls_gcm_starts(&ctx, MBEDTLS_GCM_ENCRYPT,
                                                  key, nonce));
                show("ad", mbedtls_gcm_update_ad(&ctx, text, 5));
                show("ad", mbedtls_gcm_update_ad(&ctx, text + 5, 30));
                for (at = 0; at < len; at += n) {
                    n = len - at < 31 ? len - at : 31;
                    show("update", mbedtls_gcm_update(&ctx, text + at, n,
                                                      out + at, n, &olen));
                }
                hex("sealed", out, len);
                show("room", mbedtls_gcm_update(&ctx, text, 9, out, 8, &olen));
                show("finish", mbedtls_gcm_finish(&ctx, NULL, 0, &olen, tag,
                                                  16));
                hex("tag", tag, 16);
                show("tag of 3", mbedtls_gcm_finish(&ctx, NULL, 0, &olen, tag,
                                                    3));
            }
        }
    }
    show("ahead", mbedtls_gcm_crypt_and_tag(&ctx, 1, 20, key, 12, NULL, 0, out,
                                            out + 5, 16, tag));
    mbedtls_gcm_free(&ctx);
    mbedtls_gcm_free(NULL);
}

static void ccm(void)
{
    mbedtls_ccm_context ctx;
    unsigned char tag[16];
    size_t nonce, tag_len, len, olen;
    int star, ret;

    mbedtls_ccm_init(&ctx);
    show("key", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 100));
    show("key", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_DES, key, 64));
    for (nonce = 6; nonce <= 14; nonce++) {
        for (tag_len = 0; tag_len <= 17; tag_len++) {
            for (star = 0; star <= 1; star++) {
                len = nonce * tag_len;
                printf("CCM, nonce %u, tag %u, star %d\n", (unsigned) nonce,
                       (unsigned) tag_len, star);
                mbedtls_ccm_free(&ctx);
                mbedtls_ccm_init(&ctx);
                show("key", mbedtls_ccm_setkey(&ctx, MBEDTLS_CIPHER_ID_AES,
                                               key, 192));
                memset(tag, 0, sizeof(tag));
                ret = (star ? mbedtls_ccm_star_encrypt_and_tag :
                       mbedtls_ccm_encrypt_and_tag)(
                    &ctx, len, key, nonce, text + 300, len / 2, text, out, tag,
                    tag_len);
                show("seal", ret);
                if (ret != 0) {
                    continue;
                }
                hex("sealed", out, len);
                hex("tag", tag, 16);
                ret = (star ? mbedtls_ccm_star_auth_decrypt :
                       mbedtls_ccm_auth_decrypt)(
                    &ctx, len, key, nonce, text + 300, len / 2, out, out, tag,
                    tag_len);
                show("open", ret);
                printf("  same: %d\n", memcmp(out, text, len) == 0);
                tag[0] ^= 1;
                ret = (star ? mbedtls_ccm_star_auth_decrypt :
                       mbedtls_ccm_auth_decrypt)(
                    &ctx, len, key, nonce, text + 300, len / 2, text, out, tag,
                    tag_len);
                show("wrong", ret);
                hex("left", out, len);
                show("starts", mbedtls_ccm_starts(&ctx, star ? 3 : 1, key,
                                                  nonce));
                show("lengths", mbedtls_ccm_set_lengths(&ctx, 20, 50,
                                                        tag_len));
                show("ad", mbedtls_ccm_update_ad(&ctx, text, 9));
                show("too much ad", mbedtls_ccm_update_ad(&ctx, text, 12));
                show("ad", mbedtls_ccm_update_ad(&ctx, text + 9, 11));
                show("more ad", mbedtls_ccm_update_ad(&ctx, text, 1));
                show("update", mbedtls_ccm_update(&ctx, text, 33, out, 33,
                                                  &olen));
                show("room", mbedtls_ccm_update(&ctx, text, 17, out, 16,
                                                &olen));
                show("missing", mbedtls_ccm_finish(&ctx, NULL, tag_len + 2));
                show("update", mbedtls_ccm_update(&ctx, text + 33, 17,
                                                  out + 33, 17, &olen));
                hex("sealed", out, 50);
                if (tag_len > 0) {
                    show("too much", mbedtls_ccm_update(&ctx, text, 1, out, 1,
                                                        &olen));
                }
                show("finish", mbedtls_ccm_finish(&ctx, tag, tag_len));
                hex("tag", tag, tag_len);
                show("again", mbedtls_ccm_finish(&ctx, tag, tag_len));
            }
        }
    }
    show("ad", mbedtls_ccm_set_lengths(&ctx, 0xff00, 1, 16));
    mbedtls_ccm_free(&ctx);
    mbedtls_ccm_free(NULL);
}

static void kw(void)
{
    mbedtls_nist_kw_context ctx, back;
    size_t len, wrapped, opened;
    int mode, cipher, ret;

    for (cipher = 0; cipher <= 7; cipher++) {
        mbedtls_nist_kw_init(&ctx);
        show("key", mbedtls_nist_kw_setkey(&ctx, (mbedtls_cipher_id_t) cipher,
                                           key, 192, 1));
        mbedtls_nist_kw_free(&ctx);
    }
    mbedtls_nist_kw_init(&ctx);
    mbedtls_nist_kw_init(&back);
    show("key", mbedtls_nist_kw_setkey(&ctx, MBEDTLS_CIPHER_ID_AES, key, 256,
                                       1));
    show("key", mbedtls_nist_kw_setkey(&back, MBEDTLS_CIPHER_ID_AES, key, 256,
                                       0));
    for (mode = 0; mode <= 1; mode++) {
        for (len = 0; len <= 70; len++) {
            printf("wrap %d, %u bytes\n", mode, (unsigned) len);
            ret = mbedtls_nist_kw_wrap(&ctx, (mbedtls_nist_kw_mode_t) mode,
                                       text, len, out, &wrapped, 90);
            show("wrap", ret);
            printf("  %u\n", (unsigned) wrapped);
            show("room", mbedtls_nist_kw_wrap(&ctx,
                                              (mbedtls_nist_kw_mode_t) mode,
                                              text, len, out + 100, &opened,
                                              len + 7));
            if (ret != 0) {
                show("unwrap", mbedtls_nist_kw_unwrap(
                         &back, (mbedtls_nist_kw_mode_t) mode, text, len, out,
                         &opened, 200));
                continue;
            }
            hex("wrapped", out, wrapped);
            show("unwrap", mbedtls_nist_kw_unwrap(
                     &back, (mbedtls_nist_kw_mode_t) mode, out, wrapped,
                     out + 100, &opened, 80));
            hex("opened", out + 100, opened);
            out[wrapped / 2] ^= 1;
            show("wrong", mbedtls_nist_kw_unwrap(
                     &back, (mbedtls_nist_kw_mode_t) mode, out, wrapped,
                     out + 100, &opened, 80));
            printf("  %u\n", (unsigned) opened);
            hex("left", out + 100, wrapped - 8);
            show("other mode", mbedtls_nist_kw_unwrap(
                     &back, (mbedtls_nist_kw_mode_t) !mode, out, wrapped,
                     out + 100, &opened, 80));
        }
    }
    mbedtls_nist_kw_free(&ctx);
    mbedtls_nist_kw_free(&back);
}

int main(void)
{
    fill();
    aes();
    others();
    des();
    chacha();
    gcm();
    ccm();
    kw();
    return 0;
}
