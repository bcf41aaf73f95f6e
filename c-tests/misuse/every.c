/*
 * Every function with NULL and zeros, then with contexts that are zeroed and
 * were never initialised: nothing may crash. 3.6 does not promise this.
 *
 * Written by `cargo xtask matrix`; do not edit.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/aes.h>
#include <mbedtls/aria.h>
#include <mbedtls/asn1.h>
#include <mbedtls/asn1write.h>
#include <mbedtls/base64.h>
#include <mbedtls/bignum.h>
#include <mbedtls/camellia.h>
#include <mbedtls/ccm.h>
#include <mbedtls/chacha20.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>
#include <mbedtls/constant_time.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/debug.h>
#include <mbedtls/des.h>
#include <mbedtls/dhm.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/ecp.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/gcm.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md.h>
#include <mbedtls/md5.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/nist_kw.h>
#include <mbedtls/oid.h>
#include <mbedtls/pem.h>
#include <mbedtls/pk.h>
#include <mbedtls/pkcs12.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/pkcs7.h>
#include <mbedtls/platform.h>
#include <mbedtls/platform_time.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/poly1305.h>
#include <mbedtls/psa_util.h>
#include <mbedtls/ripemd160.h>
#include <mbedtls/rsa.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha3.h>
#include <mbedtls/sha512.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/threading.h>
#include <mbedtls/timing.h>
#include <mbedtls/version.h>
#include <mbedtls/x509.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>
#include <psa/crypto.h>
/* Memory for any object, zeroed before each call. */
static union {
    unsigned long long align;
    char bytes[8192];
} memory[16];

static void *zeroed(int which)
{
    memset(&memory[which], 0, sizeof(memory[which]));
    return &memory[which];
}

/* The call under way, told if it crashes. */
static const char *volatile current;

static void crashed(int number)
{
    printf("%s: signal %d\n", current, number);
    fflush(stdout);
    _Exit(1);
}

static void with_null(void)
{
    {
        current = "mbedtls_aes_cmac_prf_128";
        static const unsigned char *key;
        static size_t key_len;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        (void) mbedtls_aes_cmac_prf_128(key, key_len, input, in_len, output);
    }
    {
        current = "mbedtls_aes_crypt_cbc";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_cfb128";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_cfb8";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_cfb8(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ctr";
        static mbedtls_aes_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ecb";
        static mbedtls_aes_context *ctx;
        static int mode;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_ecb(ctx, mode, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ofb";
        static mbedtls_aes_context *ctx;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_ofb(ctx, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_xts";
        static mbedtls_aes_xts_context *ctx;
        static int mode;
        static size_t length;
        static const unsigned char *data_unit;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aes_crypt_xts(ctx, mode, length, data_unit, input, output);
    }
    {
        current = "mbedtls_aes_free";
        static mbedtls_aes_context *ctx;
        (void) mbedtls_aes_free(ctx);
    }
    {
        current = "mbedtls_aes_init";
        static mbedtls_aes_context *ctx;
        (void) mbedtls_aes_init(ctx);
    }
    {
        current = "mbedtls_aes_self_test";
        static int verbose;
        (void) mbedtls_aes_self_test(verbose);
    }
    {
        current = "mbedtls_aes_setkey_dec";
        static mbedtls_aes_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aes_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_setkey_enc";
        static mbedtls_aes_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aes_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_xts_free";
        static mbedtls_aes_xts_context *ctx;
        (void) mbedtls_aes_xts_free(ctx);
    }
    {
        current = "mbedtls_aes_xts_init";
        static mbedtls_aes_xts_context *ctx;
        (void) mbedtls_aes_xts_init(ctx);
    }
    {
        current = "mbedtls_aes_xts_setkey_dec";
        static mbedtls_aes_xts_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aes_xts_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_xts_setkey_enc";
        static mbedtls_aes_xts_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aes_xts_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_aria_crypt_cbc";
        static mbedtls_aria_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aria_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aria_crypt_cfb128";
        static mbedtls_aria_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aria_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aria_crypt_ctr";
        static mbedtls_aria_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aria_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_aria_crypt_ecb";
        static mbedtls_aria_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_aria_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_aria_free";
        static mbedtls_aria_context *ctx;
        (void) mbedtls_aria_free(ctx);
    }
    {
        current = "mbedtls_aria_init";
        static mbedtls_aria_context *ctx;
        (void) mbedtls_aria_init(ctx);
    }
    {
        current = "mbedtls_aria_self_test";
        static int verbose;
        (void) mbedtls_aria_self_test(verbose);
    }
    {
        current = "mbedtls_aria_setkey_dec";
        static mbedtls_aria_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aria_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aria_setkey_enc";
        static mbedtls_aria_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_aria_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_asn1_find_named_data";
        static const mbedtls_asn1_named_data *list;
        static const char *oid;
        static size_t len;
        (void) mbedtls_asn1_find_named_data(list, oid, len);
    }
    {
        current = "mbedtls_asn1_free_named_data";
        static mbedtls_asn1_named_data *entry;
        (void) mbedtls_asn1_free_named_data(entry);
    }
    {
        current = "mbedtls_asn1_free_named_data_list";
        static mbedtls_asn1_named_data **head;
        (void) mbedtls_asn1_free_named_data_list(head);
    }
    {
        current = "mbedtls_asn1_free_named_data_list_shallow";
        static mbedtls_asn1_named_data *name;
        (void) mbedtls_asn1_free_named_data_list_shallow(name);
    }
    {
        current = "mbedtls_asn1_get_alg";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_buf *alg;
        static mbedtls_asn1_buf *params;
        (void) mbedtls_asn1_get_alg(p, end, alg, params);
    }
    {
        current = "mbedtls_asn1_get_alg_null";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_buf *alg;
        (void) mbedtls_asn1_get_alg_null(p, end, alg);
    }
    {
        current = "mbedtls_asn1_get_bitstring";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_bitstring *bs;
        (void) mbedtls_asn1_get_bitstring(p, end, bs);
    }
    {
        current = "mbedtls_asn1_get_bitstring_null";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        (void) mbedtls_asn1_get_bitstring_null(p, end, len);
    }
    {
        current = "mbedtls_asn1_get_bool";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        (void) mbedtls_asn1_get_bool(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_enum";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        (void) mbedtls_asn1_get_enum(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_int";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        (void) mbedtls_asn1_get_int(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_len";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        (void) mbedtls_asn1_get_len(p, end, len);
    }
    {
        current = "mbedtls_asn1_get_mpi";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_mpi *X;
        (void) mbedtls_asn1_get_mpi(p, end, X);
    }
    {
        current = "mbedtls_asn1_get_sequence_of";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_sequence *cur;
        static int tag;
        (void) mbedtls_asn1_get_sequence_of(p, end, cur, tag);
    }
    {
        current = "mbedtls_asn1_get_tag";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        static int tag;
        (void) mbedtls_asn1_get_tag(p, end, len, tag);
    }
    {
        current = "mbedtls_asn1_sequence_free";
        static mbedtls_asn1_sequence *seq;
        (void) mbedtls_asn1_sequence_free(seq);
    }
    {
        current = "mbedtls_asn1_store_named_data";
        static mbedtls_asn1_named_data **list;
        static const char *oid;
        static size_t oid_len;
        static const unsigned char *val;
        static size_t val_len;
        (void) mbedtls_asn1_store_named_data(list, oid, oid_len, val, val_len);
    }
    {
        current = "mbedtls_asn1_traverse_sequence_of";
        static unsigned char **p;
        static const unsigned char *end;
        static unsigned char tag_must_mask;
        static unsigned char tag_must_val;
        static unsigned char tag_may_mask;
        static unsigned char tag_may_val;
        static int (*cb)(void *, int, unsigned char *, size_t);
        static void *ctx;
        (void) mbedtls_asn1_traverse_sequence_of(p, end, tag_must_mask, tag_must_val, tag_may_mask, tag_may_val, cb, ctx);
    }
    {
        current = "mbedtls_asn1_write_algorithm_identifier";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        static size_t par_len;
        (void) mbedtls_asn1_write_algorithm_identifier(p, start, oid, oid_len, par_len);
    }
    {
        current = "mbedtls_asn1_write_algorithm_identifier_ext";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        static size_t par_len;
        static int has_par;
        (void) mbedtls_asn1_write_algorithm_identifier_ext(p, start, oid, oid_len, par_len, has_par);
    }
    {
        current = "mbedtls_asn1_write_bitstring";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t bits;
        (void) mbedtls_asn1_write_bitstring(p, start, buf, bits);
    }
    {
        current = "mbedtls_asn1_write_bool";
        static unsigned char **p;
        static const unsigned char *start;
        static int boolean;
        (void) mbedtls_asn1_write_bool(p, start, boolean);
    }
    {
        current = "mbedtls_asn1_write_enum";
        static unsigned char **p;
        static const unsigned char *start;
        static int val;
        (void) mbedtls_asn1_write_enum(p, start, val);
    }
    {
        current = "mbedtls_asn1_write_ia5_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        (void) mbedtls_asn1_write_ia5_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_int";
        static unsigned char **p;
        static const unsigned char *start;
        static int val;
        (void) mbedtls_asn1_write_int(p, start, val);
    }
    {
        current = "mbedtls_asn1_write_len";
        static unsigned char **p;
        static const unsigned char *start;
        static size_t len;
        (void) mbedtls_asn1_write_len(p, start, len);
    }
    {
        current = "mbedtls_asn1_write_mpi";
        static unsigned char **p;
        static const unsigned char *start;
        static const mbedtls_mpi *X;
        (void) mbedtls_asn1_write_mpi(p, start, X);
    }
    {
        current = "mbedtls_asn1_write_named_bitstring";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t bits;
        (void) mbedtls_asn1_write_named_bitstring(p, start, buf, bits);
    }
    {
        current = "mbedtls_asn1_write_null";
        static unsigned char **p;
        static const unsigned char *start;
        (void) mbedtls_asn1_write_null(p, start);
    }
    {
        current = "mbedtls_asn1_write_octet_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t size;
        (void) mbedtls_asn1_write_octet_string(p, start, buf, size);
    }
    {
        current = "mbedtls_asn1_write_oid";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        (void) mbedtls_asn1_write_oid(p, start, oid, oid_len);
    }
    {
        current = "mbedtls_asn1_write_printable_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        (void) mbedtls_asn1_write_printable_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_raw_buffer";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t size;
        (void) mbedtls_asn1_write_raw_buffer(p, start, buf, size);
    }
    {
        current = "mbedtls_asn1_write_tag";
        static unsigned char **p;
        static const unsigned char *start;
        static unsigned char tag;
        (void) mbedtls_asn1_write_tag(p, start, tag);
    }
    {
        current = "mbedtls_asn1_write_tagged_string";
        static unsigned char **p;
        static const unsigned char *start;
        static int tag;
        static const char *text;
        static size_t text_len;
        (void) mbedtls_asn1_write_tagged_string(p, start, tag, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_utf8_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        (void) mbedtls_asn1_write_utf8_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_base64_decode";
        static unsigned char *dst;
        static size_t dlen;
        static size_t *olen;
        static const unsigned char *src;
        static size_t slen;
        (void) mbedtls_base64_decode(dst, dlen, olen, src, slen);
    }
    {
        current = "mbedtls_base64_encode";
        static unsigned char *dst;
        static size_t dlen;
        static size_t *olen;
        static const unsigned char *src;
        static size_t slen;
        (void) mbedtls_base64_encode(dst, dlen, olen, src, slen);
    }
    {
        current = "mbedtls_base64_self_test";
        static int verbose;
        (void) mbedtls_base64_self_test(verbose);
    }
    {
        current = "mbedtls_calloc";
        static size_t n;
        static size_t size;
        (void) mbedtls_calloc(n, size);
    }
    {
        current = "mbedtls_camellia_crypt_cbc";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_camellia_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_cfb128";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_camellia_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_ctr";
        static mbedtls_camellia_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_camellia_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_ecb";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_camellia_crypt_ecb(ctx, mode, input, output);
    }
    {
        current = "mbedtls_camellia_free";
        static mbedtls_camellia_context *ctx;
        (void) mbedtls_camellia_free(ctx);
    }
    {
        current = "mbedtls_camellia_init";
        static mbedtls_camellia_context *ctx;
        (void) mbedtls_camellia_init(ctx);
    }
    {
        current = "mbedtls_camellia_self_test";
        static int verbose;
        (void) mbedtls_camellia_self_test(verbose);
    }
    {
        current = "mbedtls_camellia_setkey_dec";
        static mbedtls_camellia_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_camellia_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_camellia_setkey_enc";
        static mbedtls_camellia_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_camellia_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_ccm_auth_decrypt";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static const unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_ccm_auth_decrypt(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_encrypt_and_tag";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_ccm_encrypt_and_tag(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_finish";
        static mbedtls_ccm_context *ctx;
        static unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_ccm_finish(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_free";
        static mbedtls_ccm_context *ctx;
        (void) mbedtls_ccm_free(ctx);
    }
    {
        current = "mbedtls_ccm_init";
        static mbedtls_ccm_context *ctx;
        (void) mbedtls_ccm_init(ctx);
    }
    {
        current = "mbedtls_ccm_self_test";
        static int verbose;
        (void) mbedtls_ccm_self_test(verbose);
    }
    {
        current = "mbedtls_ccm_set_lengths";
        static mbedtls_ccm_context *ctx;
        static size_t total_ad_len;
        static size_t plaintext_len;
        static size_t tag_len;
        (void) mbedtls_ccm_set_lengths(ctx, total_ad_len, plaintext_len, tag_len);
    }
    {
        current = "mbedtls_ccm_setkey";
        static mbedtls_ccm_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_ccm_setkey(ctx, cipher, key, keybits);
    }
    {
        current = "mbedtls_ccm_star_auth_decrypt";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static const unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_ccm_star_auth_decrypt(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_star_encrypt_and_tag";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_ccm_star_encrypt_and_tag(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_starts";
        static mbedtls_ccm_context *ctx;
        static int mode;
        static const unsigned char *iv;
        static size_t iv_len;
        (void) mbedtls_ccm_starts(ctx, mode, iv, iv_len);
    }
    {
        current = "mbedtls_ccm_update";
        static mbedtls_ccm_context *ctx;
        static const unsigned char *input;
        static size_t input_len;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        (void) mbedtls_ccm_update(ctx, input, input_len, output, output_size, output_len);
    }
    {
        current = "mbedtls_ccm_update_ad";
        static mbedtls_ccm_context *ctx;
        static const unsigned char *ad;
        static size_t ad_len;
        (void) mbedtls_ccm_update_ad(ctx, ad, ad_len);
    }
    {
        current = "mbedtls_chacha20_crypt";
        static const unsigned char *key;
        static const unsigned char *nonce;
        static uint32_t counter;
        static size_t size;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_chacha20_crypt(key, nonce, counter, size, input, output);
    }
    {
        current = "mbedtls_chacha20_free";
        static mbedtls_chacha20_context *ctx;
        (void) mbedtls_chacha20_free(ctx);
    }
    {
        current = "mbedtls_chacha20_init";
        static mbedtls_chacha20_context *ctx;
        (void) mbedtls_chacha20_init(ctx);
    }
    {
        current = "mbedtls_chacha20_self_test";
        static int verbose;
        (void) mbedtls_chacha20_self_test(verbose);
    }
    {
        current = "mbedtls_chacha20_setkey";
        static mbedtls_chacha20_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_chacha20_setkey(ctx, key);
    }
    {
        current = "mbedtls_chacha20_starts";
        static mbedtls_chacha20_context *ctx;
        static const unsigned char *nonce;
        static uint32_t counter;
        (void) mbedtls_chacha20_starts(ctx, nonce, counter);
    }
    {
        current = "mbedtls_chacha20_update";
        static mbedtls_chacha20_context *ctx;
        static size_t size;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_chacha20_update(ctx, size, input, output);
    }
    {
        current = "mbedtls_chachapoly_auth_decrypt";
        static mbedtls_chachapoly_context *ctx;
        static size_t length;
        static const unsigned char *nonce;
        static const unsigned char *aad;
        static size_t aad_len;
        static const unsigned char *tag;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_chachapoly_auth_decrypt(ctx, length, nonce, aad, aad_len, tag, input, output);
    }
    {
        current = "mbedtls_chachapoly_encrypt_and_tag";
        static mbedtls_chachapoly_context *ctx;
        static size_t length;
        static const unsigned char *nonce;
        static const unsigned char *aad;
        static size_t aad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        (void) mbedtls_chachapoly_encrypt_and_tag(ctx, length, nonce, aad, aad_len, input, output, tag);
    }
    {
        current = "mbedtls_chachapoly_finish";
        static mbedtls_chachapoly_context *ctx;
        static unsigned char *mac;
        (void) mbedtls_chachapoly_finish(ctx, mac);
    }
    {
        current = "mbedtls_chachapoly_free";
        static mbedtls_chachapoly_context *ctx;
        (void) mbedtls_chachapoly_free(ctx);
    }
    {
        current = "mbedtls_chachapoly_init";
        static mbedtls_chachapoly_context *ctx;
        (void) mbedtls_chachapoly_init(ctx);
    }
    {
        current = "mbedtls_chachapoly_self_test";
        static int verbose;
        (void) mbedtls_chachapoly_self_test(verbose);
    }
    {
        current = "mbedtls_chachapoly_setkey";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_chachapoly_setkey(ctx, key);
    }
    {
        current = "mbedtls_chachapoly_starts";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *nonce;
        static mbedtls_chachapoly_mode_t mode;
        (void) mbedtls_chachapoly_starts(ctx, nonce, mode);
    }
    {
        current = "mbedtls_chachapoly_update";
        static mbedtls_chachapoly_context *ctx;
        static size_t len;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_chachapoly_update(ctx, len, input, output);
    }
    {
        current = "mbedtls_chachapoly_update_aad";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *aad;
        static size_t aad_len;
        (void) mbedtls_chachapoly_update_aad(ctx, aad, aad_len);
    }
    {
        current = "mbedtls_cipher_auth_decrypt_ext";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t output_len;
        static size_t *olen;
        static size_t tag_len;
        (void) mbedtls_cipher_auth_decrypt_ext(ctx, iv, iv_len, ad, ad_len, input, ilen, output, output_len, olen, tag_len);
    }
    {
        current = "mbedtls_cipher_auth_encrypt_ext";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t output_len;
        static size_t *olen;
        static size_t tag_len;
        (void) mbedtls_cipher_auth_encrypt_ext(ctx, iv, iv_len, ad, ad_len, input, ilen, output, output_len, olen, tag_len);
    }
    {
        current = "mbedtls_cipher_check_tag";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_cipher_check_tag(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_cipher_cmac";
        static const mbedtls_cipher_info_t *cipher_info;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_cipher_cmac(cipher_info, key, keylen, input, ilen, output);
    }
    {
        current = "mbedtls_cipher_cmac_finish";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        (void) mbedtls_cipher_cmac_finish(ctx, output);
    }
    {
        current = "mbedtls_cipher_cmac_reset";
        static mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_cmac_reset(ctx);
    }
    {
        current = "mbedtls_cipher_cmac_starts";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *key;
        static size_t keybits;
        (void) mbedtls_cipher_cmac_starts(ctx, key, keybits);
    }
    {
        current = "mbedtls_cipher_cmac_update";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_cipher_cmac_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_cipher_crypt";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        (void) mbedtls_cipher_crypt(ctx, iv, iv_len, input, ilen, output, olen);
    }
    {
        current = "mbedtls_cipher_finish";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        static size_t *olen;
        (void) mbedtls_cipher_finish(ctx, output, olen);
    }
    {
        current = "mbedtls_cipher_finish_padded";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        static size_t *olen;
        static size_t *invalid_padding;
        (void) mbedtls_cipher_finish_padded(ctx, output, olen, invalid_padding);
    }
    {
        current = "mbedtls_cipher_free";
        static mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_free(ctx);
    }
    {
        current = "mbedtls_cipher_get_block_size";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_block_size(ctx);
    }
    {
        current = "mbedtls_cipher_get_cipher_mode";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_cipher_mode(ctx);
    }
    {
        current = "mbedtls_cipher_get_iv_size";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_iv_size(ctx);
    }
    {
        current = "mbedtls_cipher_get_key_bitlen";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_key_bitlen(ctx);
    }
    {
        current = "mbedtls_cipher_get_name";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_name(ctx);
    }
    {
        current = "mbedtls_cipher_get_operation";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_operation(ctx);
    }
    {
        current = "mbedtls_cipher_get_type";
        static const mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_get_type(ctx);
    }
    {
        current = "mbedtls_cipher_info_from_string";
        static const char *cipher_name;
        (void) mbedtls_cipher_info_from_string(cipher_name);
    }
    {
        current = "mbedtls_cipher_info_from_type";
        static const mbedtls_cipher_type_t cipher_type;
        (void) mbedtls_cipher_info_from_type(cipher_type);
    }
    {
        current = "mbedtls_cipher_info_from_values";
        static const mbedtls_cipher_id_t cipher_id;
        static int key_bitlen;
        static const mbedtls_cipher_mode_t mode;
        (void) mbedtls_cipher_info_from_values(cipher_id, key_bitlen, mode);
    }
    {
        current = "mbedtls_cipher_info_get_block_size";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_block_size(info);
    }
    {
        current = "mbedtls_cipher_info_get_iv_size";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_iv_size(info);
    }
    {
        current = "mbedtls_cipher_info_get_key_bitlen";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_key_bitlen(info);
    }
    {
        current = "mbedtls_cipher_info_get_mode";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_mode(info);
    }
    {
        current = "mbedtls_cipher_info_get_name";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_name(info);
    }
    {
        current = "mbedtls_cipher_info_get_type";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_get_type(info);
    }
    {
        current = "mbedtls_cipher_info_has_variable_iv_size";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_has_variable_iv_size(info);
    }
    {
        current = "mbedtls_cipher_info_has_variable_key_bitlen";
        static const mbedtls_cipher_info_t *info;
        (void) mbedtls_cipher_info_has_variable_key_bitlen(info);
    }
    {
        current = "mbedtls_cipher_init";
        static mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_init(ctx);
    }
    {
        current = "mbedtls_cipher_list";
        (void) mbedtls_cipher_list();
    }
    {
        current = "mbedtls_cipher_reset";
        static mbedtls_cipher_context_t *ctx;
        (void) mbedtls_cipher_reset(ctx);
    }
    {
        current = "mbedtls_cipher_set_iv";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        (void) mbedtls_cipher_set_iv(ctx, iv, iv_len);
    }
    {
        current = "mbedtls_cipher_set_padding_mode";
        static mbedtls_cipher_context_t *ctx;
        static mbedtls_cipher_padding_t mode;
        (void) mbedtls_cipher_set_padding_mode(ctx, mode);
    }
    {
        current = "mbedtls_cipher_setkey";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *key;
        static int key_bitlen;
        static const mbedtls_operation_t operation;
        (void) mbedtls_cipher_setkey(ctx, key, key_bitlen, operation);
    }
    {
        current = "mbedtls_cipher_setup";
        static mbedtls_cipher_context_t *ctx;
        static const mbedtls_cipher_info_t *cipher_info;
        (void) mbedtls_cipher_setup(ctx, cipher_info);
    }
    {
        current = "mbedtls_cipher_update";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        (void) mbedtls_cipher_update(ctx, input, ilen, output, olen);
    }
    {
        current = "mbedtls_cipher_update_ad";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *ad;
        static size_t ad_len;
        (void) mbedtls_cipher_update_ad(ctx, ad, ad_len);
    }
    {
        current = "mbedtls_cipher_write_tag";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_cipher_write_tag(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_cmac_self_test";
        static int verbose;
        (void) mbedtls_cmac_self_test(verbose);
    }
    {
        current = "mbedtls_ct_memcmp";
        static const void *a;
        static const void *b;
        static size_t n;
        (void) mbedtls_ct_memcmp(a, b, n);
    }
    {
        current = "mbedtls_ctr_drbg_free";
        static mbedtls_ctr_drbg_context *ctx;
        (void) mbedtls_ctr_drbg_free(ctx);
    }
    {
        current = "mbedtls_ctr_drbg_init";
        static mbedtls_ctr_drbg_context *ctx;
        (void) mbedtls_ctr_drbg_init(ctx);
    }
    {
        current = "mbedtls_ctr_drbg_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        (void) mbedtls_ctr_drbg_random(p_rng, output, output_len);
    }
    {
        current = "mbedtls_ctr_drbg_random_with_add";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        static const unsigned char *additional;
        static size_t add_len;
        (void) mbedtls_ctr_drbg_random_with_add(p_rng, output, output_len, additional, add_len);
    }
    {
        current = "mbedtls_ctr_drbg_reseed";
        static mbedtls_ctr_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t len;
        (void) mbedtls_ctr_drbg_reseed(ctx, additional, len);
    }
    {
        current = "mbedtls_ctr_drbg_seed";
        static mbedtls_ctr_drbg_context *ctx;
        static int (*f_entropy)(void *, unsigned char *, size_t);
        static void *p_entropy;
        static const unsigned char *custom;
        static size_t len;
        (void) mbedtls_ctr_drbg_seed(ctx, f_entropy, p_entropy, custom, len);
    }
    {
        current = "mbedtls_ctr_drbg_self_test";
        static int verbose;
        (void) mbedtls_ctr_drbg_self_test(verbose);
    }
    {
        current = "mbedtls_ctr_drbg_set_entropy_len";
        static mbedtls_ctr_drbg_context *ctx;
        static size_t len;
        (void) mbedtls_ctr_drbg_set_entropy_len(ctx, len);
    }
    {
        current = "mbedtls_ctr_drbg_set_nonce_len";
        static mbedtls_ctr_drbg_context *ctx;
        static size_t len;
        (void) mbedtls_ctr_drbg_set_nonce_len(ctx, len);
    }
    {
        current = "mbedtls_ctr_drbg_set_prediction_resistance";
        static mbedtls_ctr_drbg_context *ctx;
        static int resistance;
        (void) mbedtls_ctr_drbg_set_prediction_resistance(ctx, resistance);
    }
    {
        current = "mbedtls_ctr_drbg_set_reseed_interval";
        static mbedtls_ctr_drbg_context *ctx;
        static int interval;
        (void) mbedtls_ctr_drbg_set_reseed_interval(ctx, interval);
    }
    {
        current = "mbedtls_ctr_drbg_update";
        static mbedtls_ctr_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t add_len;
        (void) mbedtls_ctr_drbg_update(ctx, additional, add_len);
    }
    {
        current = "mbedtls_ctr_drbg_update_seed_file";
        static mbedtls_ctr_drbg_context *ctx;
        static const char *path;
        (void) mbedtls_ctr_drbg_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_ctr_drbg_write_seed_file";
        static mbedtls_ctr_drbg_context *ctx;
        static const char *path;
        (void) mbedtls_ctr_drbg_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_debug_set_threshold";
        static int threshold;
        (void) mbedtls_debug_set_threshold(threshold);
    }
    {
        current = "mbedtls_des3_crypt_cbc";
        static mbedtls_des3_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_des3_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_des3_crypt_ecb";
        static mbedtls_des3_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_des3_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_des3_free";
        static mbedtls_des3_context *ctx;
        (void) mbedtls_des3_free(ctx);
    }
    {
        current = "mbedtls_des3_init";
        static mbedtls_des3_context *ctx;
        (void) mbedtls_des3_init(ctx);
    }
    {
        current = "mbedtls_des3_set2key_dec";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des3_set2key_dec(ctx, key);
    }
    {
        current = "mbedtls_des3_set2key_enc";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des3_set2key_enc(ctx, key);
    }
    {
        current = "mbedtls_des3_set3key_dec";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des3_set3key_dec(ctx, key);
    }
    {
        current = "mbedtls_des3_set3key_enc";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des3_set3key_enc(ctx, key);
    }
    {
        current = "mbedtls_des_crypt_cbc";
        static mbedtls_des_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_des_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_des_crypt_ecb";
        static mbedtls_des_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_des_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_des_free";
        static mbedtls_des_context *ctx;
        (void) mbedtls_des_free(ctx);
    }
    {
        current = "mbedtls_des_init";
        static mbedtls_des_context *ctx;
        (void) mbedtls_des_init(ctx);
    }
    {
        current = "mbedtls_des_key_check_key_parity";
        static const unsigned char *key;
        (void) mbedtls_des_key_check_key_parity(key);
    }
    {
        current = "mbedtls_des_key_check_weak";
        static const unsigned char *key;
        (void) mbedtls_des_key_check_weak(key);
    }
    {
        current = "mbedtls_des_key_set_parity";
        static unsigned char *key;
        (void) mbedtls_des_key_set_parity(key);
    }
    {
        current = "mbedtls_des_self_test";
        static int verbose;
        (void) mbedtls_des_self_test(verbose);
    }
    {
        current = "mbedtls_des_setkey_dec";
        static mbedtls_des_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des_setkey_dec(ctx, key);
    }
    {
        current = "mbedtls_des_setkey_enc";
        static mbedtls_des_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_des_setkey_enc(ctx, key);
    }
    {
        current = "mbedtls_dhm_calc_secret";
        static mbedtls_dhm_context *ctx;
        static unsigned char *output;
        static size_t output_size;
        static size_t *olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_dhm_calc_secret(ctx, output, output_size, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_free";
        static mbedtls_dhm_context *ctx;
        (void) mbedtls_dhm_free(ctx);
    }
    {
        current = "mbedtls_dhm_get_bitlen";
        static const mbedtls_dhm_context *ctx;
        (void) mbedtls_dhm_get_bitlen(ctx);
    }
    {
        current = "mbedtls_dhm_get_len";
        static const mbedtls_dhm_context *ctx;
        (void) mbedtls_dhm_get_len(ctx);
    }
    {
        current = "mbedtls_dhm_get_value";
        static const mbedtls_dhm_context *ctx;
        static mbedtls_dhm_parameter param;
        static mbedtls_mpi *dest;
        (void) mbedtls_dhm_get_value(ctx, param, dest);
    }
    {
        current = "mbedtls_dhm_init";
        static mbedtls_dhm_context *ctx;
        (void) mbedtls_dhm_init(ctx);
    }
    {
        current = "mbedtls_dhm_make_params";
        static mbedtls_dhm_context *ctx;
        static int x_size;
        static unsigned char *output;
        static size_t *olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_dhm_make_params(ctx, x_size, output, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_make_public";
        static mbedtls_dhm_context *ctx;
        static int x_size;
        static unsigned char *output;
        static size_t olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_dhm_make_public(ctx, x_size, output, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_parse_dhm";
        static mbedtls_dhm_context *dhm;
        static const unsigned char *dhmin;
        static size_t dhminlen;
        (void) mbedtls_dhm_parse_dhm(dhm, dhmin, dhminlen);
    }
    {
        current = "mbedtls_dhm_parse_dhmfile";
        static mbedtls_dhm_context *dhm;
        static const char *path;
        (void) mbedtls_dhm_parse_dhmfile(dhm, path);
    }
    {
        current = "mbedtls_dhm_read_params";
        static mbedtls_dhm_context *ctx;
        static unsigned char **p;
        static const unsigned char *end;
        (void) mbedtls_dhm_read_params(ctx, p, end);
    }
    {
        current = "mbedtls_dhm_read_public";
        static mbedtls_dhm_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_dhm_read_public(ctx, input, ilen);
    }
    {
        current = "mbedtls_dhm_self_test";
        static int verbose;
        (void) mbedtls_dhm_self_test(verbose);
    }
    {
        current = "mbedtls_dhm_set_group";
        static mbedtls_dhm_context *ctx;
        static const mbedtls_mpi *P;
        static const mbedtls_mpi *G;
        (void) mbedtls_dhm_set_group(ctx, P, G);
    }
    {
        current = "mbedtls_ecc_group_from_psa";
        static psa_ecc_family_t family;
        static size_t bits;
        (void) mbedtls_ecc_group_from_psa(family, bits);
    }
    {
        current = "mbedtls_ecc_group_to_psa";
        static mbedtls_ecp_group_id grpid;
        static size_t *bits;
        (void) mbedtls_ecc_group_to_psa(grpid, bits);
    }
    {
        current = "mbedtls_ecdh_calc_secret";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdh_calc_secret(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_can_do";
        static mbedtls_ecp_group_id gid;
        (void) mbedtls_ecdh_can_do(gid);
    }
    {
        current = "mbedtls_ecdh_compute_shared";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *z;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *d;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdh_compute_shared(grp, z, Q, d, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_free";
        static mbedtls_ecdh_context *ctx;
        (void) mbedtls_ecdh_free(ctx);
    }
    {
        current = "mbedtls_ecdh_gen_public";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdh_gen_public(grp, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_get_grp_id";
        static mbedtls_ecdh_context *ctx;
        (void) mbedtls_ecdh_get_grp_id(ctx);
    }
    {
        current = "mbedtls_ecdh_get_params";
        static mbedtls_ecdh_context *ctx;
        static const mbedtls_ecp_keypair *key;
        static mbedtls_ecdh_side side;
        (void) mbedtls_ecdh_get_params(ctx, key, side);
    }
    {
        current = "mbedtls_ecdh_init";
        static mbedtls_ecdh_context *ctx;
        (void) mbedtls_ecdh_init(ctx);
    }
    {
        current = "mbedtls_ecdh_make_params";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdh_make_params(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_make_public";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdh_make_public(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_read_params";
        static mbedtls_ecdh_context *ctx;
        static const unsigned char **buf;
        static const unsigned char *end;
        (void) mbedtls_ecdh_read_params(ctx, buf, end);
    }
    {
        current = "mbedtls_ecdh_read_public";
        static mbedtls_ecdh_context *ctx;
        static const unsigned char *buf;
        static size_t blen;
        (void) mbedtls_ecdh_read_public(ctx, buf, blen);
    }
    {
        current = "mbedtls_ecdh_setup";
        static mbedtls_ecdh_context *ctx;
        static mbedtls_ecp_group_id grp_id;
        (void) mbedtls_ecdh_setup(ctx, grp_id);
    }
    {
        current = "mbedtls_ecdsa_can_do";
        static mbedtls_ecp_group_id gid;
        (void) mbedtls_ecdsa_can_do(gid);
    }
    {
        current = "mbedtls_ecdsa_der_to_raw";
        static size_t bits;
        static const unsigned char *der;
        static size_t der_len;
        static unsigned char *raw;
        static size_t raw_size;
        static size_t *raw_len;
        (void) mbedtls_ecdsa_der_to_raw(bits, der, der_len, raw, raw_size, raw_len);
    }
    {
        current = "mbedtls_ecdsa_free";
        static mbedtls_ecdsa_context *ctx;
        (void) mbedtls_ecdsa_free(ctx);
    }
    {
        current = "mbedtls_ecdsa_from_keypair";
        static mbedtls_ecdsa_context *ctx;
        static const mbedtls_ecp_keypair *key;
        (void) mbedtls_ecdsa_from_keypair(ctx, key);
    }
    {
        current = "mbedtls_ecdsa_genkey";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_ecp_group_id gid;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdsa_genkey(ctx, gid, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_init";
        static mbedtls_ecdsa_context *ctx;
        (void) mbedtls_ecdsa_init(ctx);
    }
    {
        current = "mbedtls_ecdsa_raw_to_der";
        static size_t bits;
        static const unsigned char *raw;
        static size_t raw_len;
        static unsigned char *der;
        static size_t der_size;
        static size_t *der_len;
        (void) mbedtls_ecdsa_raw_to_der(bits, raw, raw_len, der, der_size, der_len);
    }
    {
        current = "mbedtls_ecdsa_read_signature";
        static mbedtls_ecdsa_context *ctx;
        static const unsigned char *hash;
        static size_t hlen;
        static const unsigned char *sig;
        static size_t slen;
        (void) mbedtls_ecdsa_read_signature(ctx, hash, hlen, sig, slen);
    }
    {
        current = "mbedtls_ecdsa_read_signature_restartable";
        static mbedtls_ecdsa_context *ctx;
        static const unsigned char *hash;
        static size_t hlen;
        static const unsigned char *sig;
        static size_t slen;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        (void) mbedtls_ecdsa_read_signature_restartable(ctx, hash, hlen, sig, slen, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_sign";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdsa_sign(grp, r, s, d, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_sign_det_ext";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_md_type_t md_alg;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        (void) mbedtls_ecdsa_sign_det_ext(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind);
    }
    {
        current = "mbedtls_ecdsa_sign_det_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_md_type_t md_alg;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        (void) mbedtls_ecdsa_sign_det_restartable(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_sign_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        (void) mbedtls_ecdsa_sign_restartable(grp, r, s, d, buf, blen, f_rng, p_rng, f_rng_blind, p_rng_blind, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_verify";
        static mbedtls_ecp_group *grp;
        static const unsigned char *buf;
        static size_t blen;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *r;
        static const mbedtls_mpi *s;
        (void) mbedtls_ecdsa_verify(grp, buf, blen, Q, r, s);
    }
    {
        current = "mbedtls_ecdsa_verify_restartable";
        static mbedtls_ecp_group *grp;
        static const unsigned char *buf;
        static size_t blen;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *r;
        static const mbedtls_mpi *s;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        (void) mbedtls_ecdsa_verify_restartable(grp, buf, blen, Q, r, s, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_write_signature";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hlen;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *slen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecdsa_write_signature(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_write_signature_restartable";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hlen;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *slen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        (void) mbedtls_ecdsa_write_signature_restartable(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_ecp_check_privkey";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_mpi *d;
        (void) mbedtls_ecp_check_privkey(grp, d);
    }
    {
        current = "mbedtls_ecp_check_pub_priv";
        static const mbedtls_ecp_keypair *pub;
        static const mbedtls_ecp_keypair *prv;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_check_pub_priv(pub, prv, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_check_pubkey";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *pt;
        (void) mbedtls_ecp_check_pubkey(grp, pt);
    }
    {
        current = "mbedtls_ecp_copy";
        static mbedtls_ecp_point *P;
        static const mbedtls_ecp_point *Q;
        (void) mbedtls_ecp_copy(P, Q);
    }
    {
        current = "mbedtls_ecp_curve_info_from_grp_id";
        static mbedtls_ecp_group_id grp_id;
        (void) mbedtls_ecp_curve_info_from_grp_id(grp_id);
    }
    {
        current = "mbedtls_ecp_curve_info_from_name";
        static const char *name;
        (void) mbedtls_ecp_curve_info_from_name(name);
    }
    {
        current = "mbedtls_ecp_curve_info_from_tls_id";
        static uint16_t tls_id;
        (void) mbedtls_ecp_curve_info_from_tls_id(tls_id);
    }
    {
        current = "mbedtls_ecp_curve_list";
        (void) mbedtls_ecp_curve_list();
    }
    {
        current = "mbedtls_ecp_export";
        static const mbedtls_ecp_keypair *key;
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        (void) mbedtls_ecp_export(key, grp, d, Q);
    }
    {
        current = "mbedtls_ecp_gen_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_gen_key(grp_id, key, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_keypair";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_gen_keypair(grp, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_keypair_base";
        static mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *G;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_gen_keypair_base(grp, G, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_privkey";
        static const mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_gen_privkey(grp, d, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_get_type";
        static const mbedtls_ecp_group *grp;
        (void) mbedtls_ecp_get_type(grp);
    }
    {
        current = "mbedtls_ecp_group_a_is_minus_3";
        static const mbedtls_ecp_group *grp;
        (void) mbedtls_ecp_group_a_is_minus_3(grp);
    }
    {
        current = "mbedtls_ecp_group_copy";
        static mbedtls_ecp_group *dst;
        static const mbedtls_ecp_group *src;
        (void) mbedtls_ecp_group_copy(dst, src);
    }
    {
        current = "mbedtls_ecp_group_free";
        static mbedtls_ecp_group *grp;
        (void) mbedtls_ecp_group_free(grp);
    }
    {
        current = "mbedtls_ecp_group_init";
        static mbedtls_ecp_group *grp;
        (void) mbedtls_ecp_group_init(grp);
    }
    {
        current = "mbedtls_ecp_group_load";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_group_id id;
        (void) mbedtls_ecp_group_load(grp, id);
    }
    {
        current = "mbedtls_ecp_grp_id_list";
        (void) mbedtls_ecp_grp_id_list();
    }
    {
        current = "mbedtls_ecp_is_zero";
        static mbedtls_ecp_point *pt;
        (void) mbedtls_ecp_is_zero(pt);
    }
    {
        current = "mbedtls_ecp_keypair_calc_public";
        static mbedtls_ecp_keypair *key;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_keypair_calc_public(key, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_keypair_free";
        static mbedtls_ecp_keypair *key;
        (void) mbedtls_ecp_keypair_free(key);
    }
    {
        current = "mbedtls_ecp_keypair_get_group_id";
        static const mbedtls_ecp_keypair *key;
        (void) mbedtls_ecp_keypair_get_group_id(key);
    }
    {
        current = "mbedtls_ecp_keypair_init";
        static mbedtls_ecp_keypair *key;
        (void) mbedtls_ecp_keypair_init(key);
    }
    {
        current = "mbedtls_ecp_mul";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ecp_mul(grp, R, m, P, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_mul_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_ecp_restart_ctx *rs_ctx;
        (void) mbedtls_ecp_mul_restartable(grp, R, m, P, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_ecp_muladd";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static const mbedtls_mpi *n;
        static const mbedtls_ecp_point *Q;
        (void) mbedtls_ecp_muladd(grp, R, m, P, n, Q);
    }
    {
        current = "mbedtls_ecp_muladd_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static const mbedtls_mpi *n;
        static const mbedtls_ecp_point *Q;
        static mbedtls_ecp_restart_ctx *rs_ctx;
        (void) mbedtls_ecp_muladd_restartable(grp, R, m, P, n, Q, rs_ctx);
    }
    {
        current = "mbedtls_ecp_point_cmp";
        static const mbedtls_ecp_point *P;
        static const mbedtls_ecp_point *Q;
        (void) mbedtls_ecp_point_cmp(P, Q);
    }
    {
        current = "mbedtls_ecp_point_free";
        static mbedtls_ecp_point *pt;
        (void) mbedtls_ecp_point_free(pt);
    }
    {
        current = "mbedtls_ecp_point_init";
        static mbedtls_ecp_point *pt;
        (void) mbedtls_ecp_point_init(pt);
    }
    {
        current = "mbedtls_ecp_point_read_binary";
        static const mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *P;
        static const unsigned char *buf;
        static size_t ilen;
        (void) mbedtls_ecp_point_read_binary(grp, P, buf, ilen);
    }
    {
        current = "mbedtls_ecp_point_read_string";
        static mbedtls_ecp_point *P;
        static int radix;
        static const char *x;
        static const char *y;
        (void) mbedtls_ecp_point_read_string(P, radix, x, y);
    }
    {
        current = "mbedtls_ecp_point_write_binary";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *P;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_ecp_point_write_binary(grp, P, format, olen, buf, buflen);
    }
    {
        current = "mbedtls_ecp_read_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_ecp_read_key(grp_id, key, buf, buflen);
    }
    {
        current = "mbedtls_ecp_self_test";
        static int verbose;
        (void) mbedtls_ecp_self_test(verbose);
    }
    {
        current = "mbedtls_ecp_set_public_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static const mbedtls_ecp_point *Q;
        (void) mbedtls_ecp_set_public_key(grp_id, key, Q);
    }
    {
        current = "mbedtls_ecp_set_zero";
        static mbedtls_ecp_point *pt;
        (void) mbedtls_ecp_set_zero(pt);
    }
    {
        current = "mbedtls_ecp_tls_read_group";
        static mbedtls_ecp_group *grp;
        static const unsigned char **buf;
        static size_t len;
        (void) mbedtls_ecp_tls_read_group(grp, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_read_group_id";
        static mbedtls_ecp_group_id *grp;
        static const unsigned char **buf;
        static size_t len;
        (void) mbedtls_ecp_tls_read_group_id(grp, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_read_point";
        static const mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *pt;
        static const unsigned char **buf;
        static size_t len;
        (void) mbedtls_ecp_tls_read_point(grp, pt, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_write_group";
        static const mbedtls_ecp_group *grp;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        (void) mbedtls_ecp_tls_write_group(grp, olen, buf, blen);
    }
    {
        current = "mbedtls_ecp_tls_write_point";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *pt;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        (void) mbedtls_ecp_tls_write_point(grp, pt, format, olen, buf, blen);
    }
    {
        current = "mbedtls_ecp_write_key";
        static mbedtls_ecp_keypair *key;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_ecp_write_key(key, buf, buflen);
    }
    {
        current = "mbedtls_ecp_write_key_ext";
        static const mbedtls_ecp_keypair *key;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_ecp_write_key_ext(key, olen, buf, buflen);
    }
    {
        current = "mbedtls_ecp_write_public_key";
        static const mbedtls_ecp_keypair *key;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_ecp_write_public_key(key, format, olen, buf, buflen);
    }
    {
        current = "mbedtls_entropy_add_source";
        static mbedtls_entropy_context *ctx;
        static mbedtls_entropy_f_source_ptr f_source;
        static void *p_source;
        static size_t threshold;
        static int strong;
        (void) mbedtls_entropy_add_source(ctx, f_source, p_source, threshold, strong);
    }
    {
        current = "mbedtls_entropy_free";
        static mbedtls_entropy_context *ctx;
        (void) mbedtls_entropy_free(ctx);
    }
    {
        current = "mbedtls_entropy_func";
        static void *data;
        static unsigned char *output;
        static size_t len;
        (void) mbedtls_entropy_func(data, output, len);
    }
    {
        current = "mbedtls_entropy_gather";
        static mbedtls_entropy_context *ctx;
        (void) mbedtls_entropy_gather(ctx);
    }
    {
        current = "mbedtls_entropy_init";
        static mbedtls_entropy_context *ctx;
        (void) mbedtls_entropy_init(ctx);
    }
    {
        current = "mbedtls_entropy_self_test";
        static int verbose;
        (void) mbedtls_entropy_self_test(verbose);
    }
    {
        current = "mbedtls_entropy_update_manual";
        static mbedtls_entropy_context *ctx;
        static const unsigned char *data;
        static size_t len;
        (void) mbedtls_entropy_update_manual(ctx, data, len);
    }
    {
        current = "mbedtls_entropy_update_seed_file";
        static mbedtls_entropy_context *ctx;
        static const char *path;
        (void) mbedtls_entropy_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_entropy_write_seed_file";
        static mbedtls_entropy_context *ctx;
        static const char *path;
        (void) mbedtls_entropy_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_error_add";
        static int high;
        static int low;
        static const char *file;
        static int line;
        (void) mbedtls_error_add(high, low, file, line);
    }
    {
        current = "mbedtls_free";
        static void *ptr;
        (void) mbedtls_free(ptr);
    }
    {
        current = "mbedtls_gcm_auth_decrypt";
        static mbedtls_gcm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *add;
        static size_t add_len;
        static const unsigned char *tag;
        static size_t tag_len;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_gcm_auth_decrypt(ctx, length, iv, iv_len, add, add_len, tag, tag_len, input, output);
    }
    {
        current = "mbedtls_gcm_crypt_and_tag";
        static mbedtls_gcm_context *ctx;
        static int mode;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *add;
        static size_t add_len;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t tag_len;
        static unsigned char *tag;
        (void) mbedtls_gcm_crypt_and_tag(ctx, mode, length, iv, iv_len, add, add_len, input, output, tag_len, tag);
    }
    {
        current = "mbedtls_gcm_finish";
        static mbedtls_gcm_context *ctx;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_length;
        static unsigned char *tag;
        static size_t tag_len;
        (void) mbedtls_gcm_finish(ctx, output, output_size, output_length, tag, tag_len);
    }
    {
        current = "mbedtls_gcm_free";
        static mbedtls_gcm_context *ctx;
        (void) mbedtls_gcm_free(ctx);
    }
    {
        current = "mbedtls_gcm_init";
        static mbedtls_gcm_context *ctx;
        (void) mbedtls_gcm_init(ctx);
    }
    {
        current = "mbedtls_gcm_self_test";
        static int verbose;
        (void) mbedtls_gcm_self_test(verbose);
    }
    {
        current = "mbedtls_gcm_setkey";
        static mbedtls_gcm_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        (void) mbedtls_gcm_setkey(ctx, cipher, key, keybits);
    }
    {
        current = "mbedtls_gcm_starts";
        static mbedtls_gcm_context *ctx;
        static int mode;
        static const unsigned char *iv;
        static size_t iv_len;
        (void) mbedtls_gcm_starts(ctx, mode, iv, iv_len);
    }
    {
        current = "mbedtls_gcm_update";
        static mbedtls_gcm_context *ctx;
        static const unsigned char *input;
        static size_t input_length;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_length;
        (void) mbedtls_gcm_update(ctx, input, input_length, output, output_size, output_length);
    }
    {
        current = "mbedtls_gcm_update_ad";
        static mbedtls_gcm_context *ctx;
        static const unsigned char *add;
        static size_t add_len;
        (void) mbedtls_gcm_update_ad(ctx, add, add_len);
    }
    {
        current = "mbedtls_high_level_strerr";
        static int error_code;
        (void) mbedtls_high_level_strerr(error_code);
    }
    {
        current = "mbedtls_hkdf";
        static const mbedtls_md_info_t *md;
        static const unsigned char *salt;
        static size_t salt_len;
        static const unsigned char *ikm;
        static size_t ikm_len;
        static const unsigned char *info;
        static size_t info_len;
        static unsigned char *okm;
        static size_t okm_len;
        (void) mbedtls_hkdf(md, salt, salt_len, ikm, ikm_len, info, info_len, okm, okm_len);
    }
    {
        current = "mbedtls_hkdf_expand";
        static const mbedtls_md_info_t *md;
        static const unsigned char *prk;
        static size_t prk_len;
        static const unsigned char *info;
        static size_t info_len;
        static unsigned char *okm;
        static size_t okm_len;
        (void) mbedtls_hkdf_expand(md, prk, prk_len, info, info_len, okm, okm_len);
    }
    {
        current = "mbedtls_hkdf_extract";
        static const mbedtls_md_info_t *md;
        static const unsigned char *salt;
        static size_t salt_len;
        static const unsigned char *ikm;
        static size_t ikm_len;
        static unsigned char *prk;
        (void) mbedtls_hkdf_extract(md, salt, salt_len, ikm, ikm_len, prk);
    }
    {
        current = "mbedtls_hmac_drbg_free";
        static mbedtls_hmac_drbg_context *ctx;
        (void) mbedtls_hmac_drbg_free(ctx);
    }
    {
        current = "mbedtls_hmac_drbg_init";
        static mbedtls_hmac_drbg_context *ctx;
        (void) mbedtls_hmac_drbg_init(ctx);
    }
    {
        current = "mbedtls_hmac_drbg_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t out_len;
        (void) mbedtls_hmac_drbg_random(p_rng, output, out_len);
    }
    {
        current = "mbedtls_hmac_drbg_random_with_add";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        static const unsigned char *additional;
        static size_t add_len;
        (void) mbedtls_hmac_drbg_random_with_add(p_rng, output, output_len, additional, add_len);
    }
    {
        current = "mbedtls_hmac_drbg_reseed";
        static mbedtls_hmac_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t len;
        (void) mbedtls_hmac_drbg_reseed(ctx, additional, len);
    }
    {
        current = "mbedtls_hmac_drbg_seed";
        static mbedtls_hmac_drbg_context *ctx;
        static const mbedtls_md_info_t *md_info;
        static int (*f_entropy)(void *, unsigned char *, size_t);
        static void *p_entropy;
        static const unsigned char *custom;
        static size_t len;
        (void) mbedtls_hmac_drbg_seed(ctx, md_info, f_entropy, p_entropy, custom, len);
    }
    {
        current = "mbedtls_hmac_drbg_seed_buf";
        static mbedtls_hmac_drbg_context *ctx;
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *data;
        static size_t data_len;
        (void) mbedtls_hmac_drbg_seed_buf(ctx, md_info, data, data_len);
    }
    {
        current = "mbedtls_hmac_drbg_self_test";
        static int verbose;
        (void) mbedtls_hmac_drbg_self_test(verbose);
    }
    {
        current = "mbedtls_hmac_drbg_set_entropy_len";
        static mbedtls_hmac_drbg_context *ctx;
        static size_t len;
        (void) mbedtls_hmac_drbg_set_entropy_len(ctx, len);
    }
    {
        current = "mbedtls_hmac_drbg_set_prediction_resistance";
        static mbedtls_hmac_drbg_context *ctx;
        static int resistance;
        (void) mbedtls_hmac_drbg_set_prediction_resistance(ctx, resistance);
    }
    {
        current = "mbedtls_hmac_drbg_set_reseed_interval";
        static mbedtls_hmac_drbg_context *ctx;
        static int interval;
        (void) mbedtls_hmac_drbg_set_reseed_interval(ctx, interval);
    }
    {
        current = "mbedtls_hmac_drbg_update";
        static mbedtls_hmac_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t add_len;
        (void) mbedtls_hmac_drbg_update(ctx, additional, add_len);
    }
    {
        current = "mbedtls_hmac_drbg_update_seed_file";
        static mbedtls_hmac_drbg_context *ctx;
        static const char *path;
        (void) mbedtls_hmac_drbg_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_hmac_drbg_write_seed_file";
        static mbedtls_hmac_drbg_context *ctx;
        static const char *path;
        (void) mbedtls_hmac_drbg_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_internal_aes_decrypt";
        static mbedtls_aes_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_internal_aes_decrypt(ctx, input, output);
    }
    {
        current = "mbedtls_internal_aes_encrypt";
        static mbedtls_aes_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_internal_aes_encrypt(ctx, input, output);
    }
    {
        current = "mbedtls_internal_md5_process";
        static mbedtls_md5_context *ctx;
        static const unsigned char *data;
        (void) mbedtls_internal_md5_process(ctx, data);
    }
    {
        current = "mbedtls_internal_ripemd160_process";
        static mbedtls_ripemd160_context *ctx;
        static const unsigned char *data;
        (void) mbedtls_internal_ripemd160_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha1_process";
        static mbedtls_sha1_context *ctx;
        static const unsigned char *data;
        (void) mbedtls_internal_sha1_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha256_process";
        static mbedtls_sha256_context *ctx;
        static const unsigned char *data;
        (void) mbedtls_internal_sha256_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha512_process";
        static mbedtls_sha512_context *ctx;
        static const unsigned char *data;
        (void) mbedtls_internal_sha512_process(ctx, data);
    }
    {
        current = "mbedtls_low_level_strerr";
        static int error_code;
        (void) mbedtls_low_level_strerr(error_code);
    }
    {
        current = "mbedtls_md";
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_md(md_info, input, ilen, output);
    }
    {
        current = "mbedtls_md5";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_md5(input, ilen, output);
    }
    {
        current = "mbedtls_md5_clone";
        static mbedtls_md5_context *dst;
        static const mbedtls_md5_context *src;
        (void) mbedtls_md5_clone(dst, src);
    }
    {
        current = "mbedtls_md5_finish";
        static mbedtls_md5_context *ctx;
        static unsigned char *output;
        (void) mbedtls_md5_finish(ctx, output);
    }
    {
        current = "mbedtls_md5_free";
        static mbedtls_md5_context *ctx;
        (void) mbedtls_md5_free(ctx);
    }
    {
        current = "mbedtls_md5_init";
        static mbedtls_md5_context *ctx;
        (void) mbedtls_md5_init(ctx);
    }
    {
        current = "mbedtls_md5_self_test";
        static int verbose;
        (void) mbedtls_md5_self_test(verbose);
    }
    {
        current = "mbedtls_md5_starts";
        static mbedtls_md5_context *ctx;
        (void) mbedtls_md5_starts(ctx);
    }
    {
        current = "mbedtls_md5_update";
        static mbedtls_md5_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_md5_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_md_clone";
        static mbedtls_md_context_t *dst;
        static const mbedtls_md_context_t *src;
        (void) mbedtls_md_clone(dst, src);
    }
    {
        current = "mbedtls_md_file";
        static const mbedtls_md_info_t *md_info;
        static const char *path;
        static unsigned char *output;
        (void) mbedtls_md_file(md_info, path, output);
    }
    {
        current = "mbedtls_md_finish";
        static mbedtls_md_context_t *ctx;
        static unsigned char *output;
        (void) mbedtls_md_finish(ctx, output);
    }
    {
        current = "mbedtls_md_free";
        static mbedtls_md_context_t *ctx;
        (void) mbedtls_md_free(ctx);
    }
    {
        current = "mbedtls_md_get_name";
        static const mbedtls_md_info_t *md_info;
        (void) mbedtls_md_get_name(md_info);
    }
    {
        current = "mbedtls_md_get_size";
        static const mbedtls_md_info_t *md_info;
        (void) mbedtls_md_get_size(md_info);
    }
    {
        current = "mbedtls_md_get_size_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_get_size_from_type(md_type);
    }
    {
        current = "mbedtls_md_get_type";
        static const mbedtls_md_info_t *md_info;
        (void) mbedtls_md_get_type(md_info);
    }
    {
        current = "mbedtls_md_hmac";
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_md_hmac(md_info, key, keylen, input, ilen, output);
    }
    {
        current = "mbedtls_md_hmac_finish";
        static mbedtls_md_context_t *ctx;
        static unsigned char *output;
        (void) mbedtls_md_hmac_finish(ctx, output);
    }
    {
        current = "mbedtls_md_hmac_reset";
        static mbedtls_md_context_t *ctx;
        (void) mbedtls_md_hmac_reset(ctx);
    }
    {
        current = "mbedtls_md_hmac_starts";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *key;
        static size_t keylen;
        (void) mbedtls_md_hmac_starts(ctx, key, keylen);
    }
    {
        current = "mbedtls_md_hmac_update";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_md_hmac_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_md_info_from_ctx";
        static const mbedtls_md_context_t *ctx;
        (void) mbedtls_md_info_from_ctx(ctx);
    }
    {
        current = "mbedtls_md_info_from_string";
        static const char *md_name;
        (void) mbedtls_md_info_from_string(md_name);
    }
    {
        current = "mbedtls_md_info_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_info_from_type(md_type);
    }
    {
        current = "mbedtls_md_init";
        static mbedtls_md_context_t *ctx;
        (void) mbedtls_md_init(ctx);
    }
    {
        current = "mbedtls_md_list";
        (void) mbedtls_md_list();
    }
    {
        current = "mbedtls_md_psa_alg_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_psa_alg_from_type(md_type);
    }
    {
        current = "mbedtls_md_setup";
        static mbedtls_md_context_t *ctx;
        static const mbedtls_md_info_t *md_info;
        static int hmac;
        (void) mbedtls_md_setup(ctx, md_info, hmac);
    }
    {
        current = "mbedtls_md_starts";
        static mbedtls_md_context_t *ctx;
        (void) mbedtls_md_starts(ctx);
    }
    {
        current = "mbedtls_md_type_from_psa_alg";
        static psa_algorithm_t psa_alg;
        (void) mbedtls_md_type_from_psa_alg(psa_alg);
    }
    {
        current = "mbedtls_md_update";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_md_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_mpi_add_abs";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_add_abs(X, A, B);
    }
    {
        current = "mbedtls_mpi_add_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        (void) mbedtls_mpi_add_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_add_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_add_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_bitlen";
        static const mbedtls_mpi *X;
        (void) mbedtls_mpi_bitlen(X);
    }
    {
        current = "mbedtls_mpi_cmp_abs";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        (void) mbedtls_mpi_cmp_abs(X, Y);
    }
    {
        current = "mbedtls_mpi_cmp_int";
        static const mbedtls_mpi *X;
        static mbedtls_mpi_sint z;
        (void) mbedtls_mpi_cmp_int(X, z);
    }
    {
        current = "mbedtls_mpi_cmp_mpi";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        (void) mbedtls_mpi_cmp_mpi(X, Y);
    }
    {
        current = "mbedtls_mpi_copy";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        (void) mbedtls_mpi_copy(X, Y);
    }
    {
        current = "mbedtls_mpi_div_int";
        static mbedtls_mpi *Q;
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        (void) mbedtls_mpi_div_int(Q, R, A, b);
    }
    {
        current = "mbedtls_mpi_div_mpi";
        static mbedtls_mpi *Q;
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_div_mpi(Q, R, A, B);
    }
    {
        current = "mbedtls_mpi_exp_mod";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *E;
        static const mbedtls_mpi *N;
        static mbedtls_mpi *prec_RR;
        (void) mbedtls_mpi_exp_mod(X, A, E, N, prec_RR);
    }
    {
        current = "mbedtls_mpi_fill_random";
        static mbedtls_mpi *X;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_mpi_fill_random(X, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_free";
        static mbedtls_mpi *X;
        (void) mbedtls_mpi_free(X);
    }
    {
        current = "mbedtls_mpi_gcd";
        static mbedtls_mpi *G;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_gcd(G, A, B);
    }
    {
        current = "mbedtls_mpi_gen_prime";
        static mbedtls_mpi *X;
        static size_t nbits;
        static int flags;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_mpi_gen_prime(X, nbits, flags, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_get_bit";
        static const mbedtls_mpi *X;
        static size_t pos;
        (void) mbedtls_mpi_get_bit(X, pos);
    }
    {
        current = "mbedtls_mpi_grow";
        static mbedtls_mpi *X;
        static size_t nblimbs;
        (void) mbedtls_mpi_grow(X, nblimbs);
    }
    {
        current = "mbedtls_mpi_init";
        static mbedtls_mpi *X;
        (void) mbedtls_mpi_init(X);
    }
    {
        current = "mbedtls_mpi_inv_mod";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *N;
        (void) mbedtls_mpi_inv_mod(X, A, N);
    }
    {
        current = "mbedtls_mpi_is_prime_ext";
        static const mbedtls_mpi *X;
        static int rounds;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_mpi_is_prime_ext(X, rounds, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_lsb";
        static const mbedtls_mpi *X;
        (void) mbedtls_mpi_lsb(X);
    }
    {
        current = "mbedtls_mpi_lset";
        static mbedtls_mpi *X;
        static mbedtls_mpi_sint z;
        (void) mbedtls_mpi_lset(X, z);
    }
    {
        current = "mbedtls_mpi_lt_mpi_ct";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        static unsigned int *ret;
        (void) mbedtls_mpi_lt_mpi_ct(X, Y, ret);
    }
    {
        current = "mbedtls_mpi_mod_int";
        static mbedtls_mpi_uint *r;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        (void) mbedtls_mpi_mod_int(r, A, b);
    }
    {
        current = "mbedtls_mpi_mod_mpi";
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_mod_mpi(R, A, B);
    }
    {
        current = "mbedtls_mpi_mul_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_uint b;
        (void) mbedtls_mpi_mul_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_mul_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_mul_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_random";
        static mbedtls_mpi *X;
        static mbedtls_mpi_sint min;
        static const mbedtls_mpi *N;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_mpi_random(X, min, N, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_read_binary";
        static mbedtls_mpi *X;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_mpi_read_binary(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_read_binary_le";
        static mbedtls_mpi *X;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_mpi_read_binary_le(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_read_file";
        static mbedtls_mpi *X;
        static int radix;
        static FILE *fin;
        (void) mbedtls_mpi_read_file(X, radix, fin);
    }
    {
        current = "mbedtls_mpi_read_string";
        static mbedtls_mpi *X;
        static int radix;
        static const char *s;
        (void) mbedtls_mpi_read_string(X, radix, s);
    }
    {
        current = "mbedtls_mpi_safe_cond_assign";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        static unsigned char assign;
        (void) mbedtls_mpi_safe_cond_assign(X, Y, assign);
    }
    {
        current = "mbedtls_mpi_safe_cond_swap";
        static mbedtls_mpi *X;
        static mbedtls_mpi *Y;
        static unsigned char swap;
        (void) mbedtls_mpi_safe_cond_swap(X, Y, swap);
    }
    {
        current = "mbedtls_mpi_self_test";
        static int verbose;
        (void) mbedtls_mpi_self_test(verbose);
    }
    {
        current = "mbedtls_mpi_set_bit";
        static mbedtls_mpi *X;
        static size_t pos;
        static unsigned char val;
        (void) mbedtls_mpi_set_bit(X, pos, val);
    }
    {
        current = "mbedtls_mpi_shift_l";
        static mbedtls_mpi *X;
        static size_t count;
        (void) mbedtls_mpi_shift_l(X, count);
    }
    {
        current = "mbedtls_mpi_shift_r";
        static mbedtls_mpi *X;
        static size_t count;
        (void) mbedtls_mpi_shift_r(X, count);
    }
    {
        current = "mbedtls_mpi_shrink";
        static mbedtls_mpi *X;
        static size_t nblimbs;
        (void) mbedtls_mpi_shrink(X, nblimbs);
    }
    {
        current = "mbedtls_mpi_size";
        static const mbedtls_mpi *X;
        (void) mbedtls_mpi_size(X);
    }
    {
        current = "mbedtls_mpi_sub_abs";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_sub_abs(X, A, B);
    }
    {
        current = "mbedtls_mpi_sub_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        (void) mbedtls_mpi_sub_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_sub_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        (void) mbedtls_mpi_sub_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_swap";
        static mbedtls_mpi *X;
        static mbedtls_mpi *Y;
        (void) mbedtls_mpi_swap(X, Y);
    }
    {
        current = "mbedtls_mpi_write_binary";
        static const mbedtls_mpi *X;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_mpi_write_binary(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_write_binary_le";
        static const mbedtls_mpi *X;
        static unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_mpi_write_binary_le(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_write_file";
        static const char *p;
        static const mbedtls_mpi *X;
        static int radix;
        static FILE *fout;
        (void) mbedtls_mpi_write_file(p, X, radix, fout);
    }
    {
        current = "mbedtls_mpi_write_string";
        static const mbedtls_mpi *X;
        static int radix;
        static char *buf;
        static size_t buflen;
        static size_t *olen;
        (void) mbedtls_mpi_write_string(X, radix, buf, buflen, olen);
    }
    {
        current = "mbedtls_ms_time";
        (void) mbedtls_ms_time();
    }
    {
        current = "mbedtls_net_accept";
        static mbedtls_net_context *bind_ctx;
        static mbedtls_net_context *client_ctx;
        static void *client_ip;
        static size_t buf_size;
        static size_t *cip_len;
        (void) mbedtls_net_accept(bind_ctx, client_ctx, client_ip, buf_size, cip_len);
    }
    {
        current = "mbedtls_net_bind";
        static mbedtls_net_context *ctx;
        static const char *bind_ip;
        static const char *port;
        static int proto;
        (void) mbedtls_net_bind(ctx, bind_ip, port, proto);
    }
    {
        current = "mbedtls_net_close";
        static mbedtls_net_context *ctx;
        (void) mbedtls_net_close(ctx);
    }
    {
        current = "mbedtls_net_connect";
        static mbedtls_net_context *ctx;
        static const char *host;
        static const char *port;
        static int proto;
        (void) mbedtls_net_connect(ctx, host, port, proto);
    }
    {
        current = "mbedtls_net_free";
        static mbedtls_net_context *ctx;
        (void) mbedtls_net_free(ctx);
    }
    {
        current = "mbedtls_net_init";
        static mbedtls_net_context *ctx;
        (void) mbedtls_net_init(ctx);
    }
    {
        current = "mbedtls_net_poll";
        static mbedtls_net_context *ctx;
        static uint32_t rw;
        static uint32_t timeout;
        (void) mbedtls_net_poll(ctx, rw, timeout);
    }
    {
        current = "mbedtls_net_recv";
        static void *ctx;
        static unsigned char *buf;
        static size_t len;
        (void) mbedtls_net_recv(ctx, buf, len);
    }
    {
        current = "mbedtls_net_recv_timeout";
        static void *ctx;
        static unsigned char *buf;
        static size_t len;
        static uint32_t timeout;
        (void) mbedtls_net_recv_timeout(ctx, buf, len, timeout);
    }
    {
        current = "mbedtls_net_send";
        static void *ctx;
        static const unsigned char *buf;
        static size_t len;
        (void) mbedtls_net_send(ctx, buf, len);
    }
    {
        current = "mbedtls_net_set_block";
        static mbedtls_net_context *ctx;
        (void) mbedtls_net_set_block(ctx);
    }
    {
        current = "mbedtls_net_set_nonblock";
        static mbedtls_net_context *ctx;
        (void) mbedtls_net_set_nonblock(ctx);
    }
    {
        current = "mbedtls_net_usleep";
        static unsigned long usec;
        (void) mbedtls_net_usleep(usec);
    }
    {
        current = "mbedtls_nist_kw_free";
        static mbedtls_nist_kw_context *ctx;
        (void) mbedtls_nist_kw_free(ctx);
    }
    {
        current = "mbedtls_nist_kw_init";
        static mbedtls_nist_kw_context *ctx;
        (void) mbedtls_nist_kw_init(ctx);
    }
    {
        current = "mbedtls_nist_kw_self_test";
        static int verbose;
        (void) mbedtls_nist_kw_self_test(verbose);
    }
    {
        current = "mbedtls_nist_kw_setkey";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        static const int is_wrap;
        (void) mbedtls_nist_kw_setkey(ctx, cipher, key, keybits, is_wrap);
    }
    {
        current = "mbedtls_nist_kw_unwrap";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_nist_kw_mode_t mode;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        static size_t *out_len;
        static size_t out_size;
        (void) mbedtls_nist_kw_unwrap(ctx, mode, input, in_len, output, out_len, out_size);
    }
    {
        current = "mbedtls_nist_kw_wrap";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_nist_kw_mode_t mode;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        static size_t *out_len;
        static size_t out_size;
        (void) mbedtls_nist_kw_wrap(ctx, mode, input, in_len, output, out_len, out_size);
    }
    {
        current = "mbedtls_oid_from_numeric_string";
        static mbedtls_asn1_buf *oid;
        static const char *oid_str;
        static size_t size;
        (void) mbedtls_oid_from_numeric_string(oid, oid_str, size);
    }
    {
        current = "mbedtls_oid_get_attr_short_name";
        static const mbedtls_asn1_buf *oid;
        static const char **short_name;
        (void) mbedtls_oid_get_attr_short_name(oid, short_name);
    }
    {
        current = "mbedtls_oid_get_certificate_policies";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        (void) mbedtls_oid_get_certificate_policies(oid, desc);
    }
    {
        current = "mbedtls_oid_get_cipher_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_cipher_type_t *cipher_alg;
        (void) mbedtls_oid_get_cipher_alg(oid, cipher_alg);
    }
    {
        current = "mbedtls_oid_get_ec_grp";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_ecp_group_id *grp_id;
        (void) mbedtls_oid_get_ec_grp(oid, grp_id);
    }
    {
        current = "mbedtls_oid_get_ec_grp_algid";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_ecp_group_id *grp_id;
        (void) mbedtls_oid_get_ec_grp_algid(oid, grp_id);
    }
    {
        current = "mbedtls_oid_get_extended_key_usage";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        (void) mbedtls_oid_get_extended_key_usage(oid, desc);
    }
    {
        current = "mbedtls_oid_get_md_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        (void) mbedtls_oid_get_md_alg(oid, md_alg);
    }
    {
        current = "mbedtls_oid_get_md_hmac";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_hmac;
        (void) mbedtls_oid_get_md_hmac(oid, md_hmac);
    }
    {
        current = "mbedtls_oid_get_numeric_string";
        static char *buf;
        static size_t size;
        static const mbedtls_asn1_buf *oid;
        (void) mbedtls_oid_get_numeric_string(buf, size, oid);
    }
    {
        current = "mbedtls_oid_get_oid_by_ec_grp";
        static mbedtls_ecp_group_id grp_id;
        static const char **oid;
        static size_t *olen;
        (void) mbedtls_oid_get_oid_by_ec_grp(grp_id, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_ec_grp_algid";
        static mbedtls_ecp_group_id grp_id;
        static const char **oid;
        static size_t *olen;
        (void) mbedtls_oid_get_oid_by_ec_grp_algid(grp_id, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_md";
        static mbedtls_md_type_t md_alg;
        static const char **oid;
        static size_t *olen;
        (void) mbedtls_oid_get_oid_by_md(md_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_pk_alg";
        static mbedtls_pk_type_t pk_alg;
        static const char **oid;
        static size_t *olen;
        (void) mbedtls_oid_get_oid_by_pk_alg(pk_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_sig_alg";
        static mbedtls_pk_type_t pk_alg;
        static mbedtls_md_type_t md_alg;
        static const char **oid;
        static size_t *olen;
        (void) mbedtls_oid_get_oid_by_sig_alg(pk_alg, md_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_pk_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_pk_type_t *pk_alg;
        (void) mbedtls_oid_get_pk_alg(oid, pk_alg);
    }
    {
        current = "mbedtls_oid_get_pkcs12_pbe_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        static mbedtls_cipher_type_t *cipher_alg;
        (void) mbedtls_oid_get_pkcs12_pbe_alg(oid, md_alg, cipher_alg);
    }
    {
        current = "mbedtls_oid_get_sig_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        static mbedtls_pk_type_t *pk_alg;
        (void) mbedtls_oid_get_sig_alg(oid, md_alg, pk_alg);
    }
    {
        current = "mbedtls_oid_get_sig_alg_desc";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        (void) mbedtls_oid_get_sig_alg_desc(oid, desc);
    }
    {
        current = "mbedtls_oid_get_x509_ext_type";
        static const mbedtls_asn1_buf *oid;
        static int *ext_type;
        (void) mbedtls_oid_get_x509_ext_type(oid, ext_type);
    }
    {
        current = "mbedtls_pem_free";
        static mbedtls_pem_context *ctx;
        (void) mbedtls_pem_free(ctx);
    }
    {
        current = "mbedtls_pem_get_buffer";
        static mbedtls_pem_context *ctx;
        static size_t *buflen;
        (void) mbedtls_pem_get_buffer(ctx, buflen);
    }
    {
        current = "mbedtls_pem_init";
        static mbedtls_pem_context *ctx;
        (void) mbedtls_pem_init(ctx);
    }
    {
        current = "mbedtls_pem_read_buffer";
        static mbedtls_pem_context *ctx;
        static const char *header;
        static const char *footer;
        static const unsigned char *data;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static size_t *use_len;
        (void) mbedtls_pem_read_buffer(ctx, header, footer, data, pwd, pwdlen, use_len);
    }
    {
        current = "mbedtls_pem_write_buffer";
        static const char *header;
        static const char *footer;
        static const unsigned char *der_data;
        static size_t der_len;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        (void) mbedtls_pem_write_buffer(header, footer, der_data, der_len, buf, buf_len, olen);
    }
    {
        current = "mbedtls_pk_can_do";
        static const mbedtls_pk_context *ctx;
        static mbedtls_pk_type_t type;
        (void) mbedtls_pk_can_do(ctx, type);
    }
    {
        current = "mbedtls_pk_check_pair";
        static const mbedtls_pk_context *pub;
        static const mbedtls_pk_context *prv;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_check_pair(pub, prv, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_copy_from_psa";
        static mbedtls_svc_key_id_t key_id;
        static mbedtls_pk_context *pk;
        (void) mbedtls_pk_copy_from_psa(key_id, pk);
    }
    {
        current = "mbedtls_pk_copy_public_from_psa";
        static mbedtls_svc_key_id_t key_id;
        static mbedtls_pk_context *pk;
        (void) mbedtls_pk_copy_public_from_psa(key_id, pk);
    }
    {
        current = "mbedtls_pk_debug";
        static const mbedtls_pk_context *ctx;
        static mbedtls_pk_debug_item *items;
        (void) mbedtls_pk_debug(ctx, items);
    }
    {
        current = "mbedtls_pk_decrypt";
        static mbedtls_pk_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        static size_t osize;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_decrypt(ctx, input, ilen, output, olen, osize, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_ec";
        static const mbedtls_pk_context pk;
        (void) mbedtls_pk_ec(pk);
    }
    {
        current = "mbedtls_pk_encrypt";
        static mbedtls_pk_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        static size_t osize;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_encrypt(ctx, input, ilen, output, olen, osize, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_free";
        static mbedtls_pk_context *ctx;
        (void) mbedtls_pk_free(ctx);
    }
    {
        current = "mbedtls_pk_get_bitlen";
        static const mbedtls_pk_context *ctx;
        (void) mbedtls_pk_get_bitlen(ctx);
    }
    {
        current = "mbedtls_pk_get_len";
        static const mbedtls_pk_context *ctx;
        (void) mbedtls_pk_get_len(ctx);
    }
    {
        current = "mbedtls_pk_get_name";
        static const mbedtls_pk_context *ctx;
        (void) mbedtls_pk_get_name(ctx);
    }
    {
        current = "mbedtls_pk_get_psa_attributes";
        static const mbedtls_pk_context *pk;
        static psa_key_usage_t usage;
        static psa_key_attributes_t *attributes;
        (void) mbedtls_pk_get_psa_attributes(pk, usage, attributes);
    }
    {
        current = "mbedtls_pk_get_type";
        static const mbedtls_pk_context *ctx;
        (void) mbedtls_pk_get_type(ctx);
    }
    {
        current = "mbedtls_pk_import_into_psa";
        static const mbedtls_pk_context *pk;
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *key_id;
        (void) mbedtls_pk_import_into_psa(pk, attributes, key_id);
    }
    {
        current = "mbedtls_pk_info_from_type";
        static mbedtls_pk_type_t pk_type;
        (void) mbedtls_pk_info_from_type(pk_type);
    }
    {
        current = "mbedtls_pk_init";
        static mbedtls_pk_context *ctx;
        (void) mbedtls_pk_init(ctx);
    }
    {
        current = "mbedtls_pk_parse_key";
        static mbedtls_pk_context *ctx;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_parse_key(ctx, key, keylen, pwd, pwdlen, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_parse_keyfile";
        static mbedtls_pk_context *ctx;
        static const char *path;
        static const char *password;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_parse_keyfile(ctx, path, password, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_parse_public_key";
        static mbedtls_pk_context *ctx;
        static const unsigned char *key;
        static size_t keylen;
        (void) mbedtls_pk_parse_public_key(ctx, key, keylen);
    }
    {
        current = "mbedtls_pk_parse_public_keyfile";
        static mbedtls_pk_context *ctx;
        static const char *path;
        (void) mbedtls_pk_parse_public_keyfile(ctx, path);
    }
    {
        current = "mbedtls_pk_parse_subpubkey";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_pk_context *pk;
        (void) mbedtls_pk_parse_subpubkey(p, end, pk);
    }
    {
        current = "mbedtls_pk_rsa";
        static const mbedtls_pk_context pk;
        (void) mbedtls_pk_rsa(pk);
    }
    {
        current = "mbedtls_pk_setup";
        static mbedtls_pk_context *ctx;
        static const mbedtls_pk_info_t *info;
        (void) mbedtls_pk_setup(ctx, info);
    }
    {
        current = "mbedtls_pk_setup_rsa_alt";
        static mbedtls_pk_context *ctx;
        static void *key;
        static mbedtls_pk_rsa_alt_decrypt_func decrypt_func;
        static mbedtls_pk_rsa_alt_sign_func sign_func;
        static mbedtls_pk_rsa_alt_key_len_func key_len_func;
        (void) mbedtls_pk_setup_rsa_alt(ctx, key, decrypt_func, sign_func, key_len_func);
    }
    {
        current = "mbedtls_pk_sign";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_sign_ext";
        static mbedtls_pk_type_t pk_type;
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_pk_sign_ext(pk_type, ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_sign_restartable";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_pk_restart_ctx *rs_ctx;
        (void) mbedtls_pk_sign_restartable(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_pk_verify";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        (void) mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len);
    }
    {
        current = "mbedtls_pk_verify_ext";
        static mbedtls_pk_type_t type;
        static const void *options;
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        (void) mbedtls_pk_verify_ext(type, options, ctx, md_alg, hash, hash_len, sig, sig_len);
    }
    {
        current = "mbedtls_pk_verify_restartable";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        static mbedtls_pk_restart_ctx *rs_ctx;
        (void) mbedtls_pk_verify_restartable(ctx, md_alg, hash, hash_len, sig, sig_len, rs_ctx);
    }
    {
        current = "mbedtls_pk_write_key_der";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        (void) mbedtls_pk_write_key_der(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_key_pem";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        (void) mbedtls_pk_write_key_pem(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_pubkey";
        static unsigned char **p;
        static unsigned char *start;
        static const mbedtls_pk_context *key;
        (void) mbedtls_pk_write_pubkey(p, start, key);
    }
    {
        current = "mbedtls_pk_write_pubkey_der";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        (void) mbedtls_pk_write_pubkey_der(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_pubkey_pem";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        (void) mbedtls_pk_write_pubkey_pem(ctx, buf, size);
    }
    {
        current = "mbedtls_pkcs12_derivation";
        static unsigned char *data;
        static size_t datalen;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *salt;
        static size_t saltlen;
        static mbedtls_md_type_t mbedtls_md;
        static int id;
        static int iterations;
        (void) mbedtls_pkcs12_derivation(data, datalen, pwd, pwdlen, salt, saltlen, mbedtls_md, id, iterations);
    }
    {
        current = "mbedtls_pkcs12_pbe";
        static mbedtls_asn1_buf *pbe_params;
        static int mode;
        static mbedtls_cipher_type_t cipher_type;
        static mbedtls_md_type_t md_type;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t len;
        static unsigned char *output;
        (void) mbedtls_pkcs12_pbe(pbe_params, mode, cipher_type, md_type, pwd, pwdlen, data, len, output);
    }
    {
        current = "mbedtls_pkcs12_pbe_ext";
        static mbedtls_asn1_buf *pbe_params;
        static int mode;
        static mbedtls_cipher_type_t cipher_type;
        static mbedtls_md_type_t md_type;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t len;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        (void) mbedtls_pkcs12_pbe_ext(pbe_params, mode, cipher_type, md_type, pwd, pwdlen, data, len, output, output_size, output_len);
    }
    {
        current = "mbedtls_pkcs5_pbes2";
        static const mbedtls_asn1_buf *pbe_params;
        static int mode;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t datalen;
        static unsigned char *output;
        (void) mbedtls_pkcs5_pbes2(pbe_params, mode, pwd, pwdlen, data, datalen, output);
    }
    {
        current = "mbedtls_pkcs5_pbes2_ext";
        static const mbedtls_asn1_buf *pbe_params;
        static int mode;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t datalen;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        (void) mbedtls_pkcs5_pbes2_ext(pbe_params, mode, pwd, pwdlen, data, datalen, output, output_size, output_len);
    }
    {
        current = "mbedtls_pkcs5_pbkdf2_hmac";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *password;
        static size_t plen;
        static const unsigned char *salt;
        static size_t slen;
        static unsigned int iteration_count;
        static uint32_t key_length;
        static unsigned char *output;
        (void) mbedtls_pkcs5_pbkdf2_hmac(ctx, password, plen, salt, slen, iteration_count, key_length, output);
    }
    {
        current = "mbedtls_pkcs5_pbkdf2_hmac_ext";
        static mbedtls_md_type_t md_type;
        static const unsigned char *password;
        static size_t plen;
        static const unsigned char *salt;
        static size_t slen;
        static unsigned int iteration_count;
        static uint32_t key_length;
        static unsigned char *output;
        (void) mbedtls_pkcs5_pbkdf2_hmac_ext(md_type, password, plen, salt, slen, iteration_count, key_length, output);
    }
    {
        current = "mbedtls_pkcs5_self_test";
        static int verbose;
        (void) mbedtls_pkcs5_self_test(verbose);
    }
    {
        current = "mbedtls_pkcs7_free";
        static mbedtls_pkcs7 *pkcs7;
        (void) mbedtls_pkcs7_free(pkcs7);
    }
    {
        current = "mbedtls_pkcs7_init";
        static mbedtls_pkcs7 *pkcs7;
        (void) mbedtls_pkcs7_init(pkcs7);
    }
    {
        current = "mbedtls_pkcs7_parse_der";
        static mbedtls_pkcs7 *pkcs7;
        static const unsigned char *buf;
        static const size_t buflen;
        (void) mbedtls_pkcs7_parse_der(pkcs7, buf, buflen);
    }
    {
        current = "mbedtls_pkcs7_signed_data_verify";
        static mbedtls_pkcs7 *pkcs7;
        static const mbedtls_x509_crt *cert;
        static const unsigned char *data;
        static size_t datalen;
        (void) mbedtls_pkcs7_signed_data_verify(pkcs7, cert, data, datalen);
    }
    {
        current = "mbedtls_pkcs7_signed_hash_verify";
        static mbedtls_pkcs7 *pkcs7;
        static const mbedtls_x509_crt *cert;
        static const unsigned char *hash;
        static size_t hashlen;
        (void) mbedtls_pkcs7_signed_hash_verify(pkcs7, cert, hash, hashlen);
    }
    {
        current = "mbedtls_platform_entropy_poll";
        static void *data;
        static unsigned char *output;
        static size_t len;
        static size_t *olen;
        (void) mbedtls_platform_entropy_poll(data, output, len, olen);
    }
    {
        current = "mbedtls_platform_gmtime_r";
        static const mbedtls_time_t *tt;
        static struct tm *tm_buf;
        (void) mbedtls_platform_gmtime_r(tt, tm_buf);
    }
    {
        current = "mbedtls_platform_set_calloc_free";
        static void *(*calloc_func)(size_t, size_t);
        static void (*free_func)(void *);
        (void) mbedtls_platform_set_calloc_free(calloc_func, free_func);
    }
    {
        current = "mbedtls_platform_set_exit";
        static void (*exit_func)(int);
        (void) mbedtls_platform_set_exit(exit_func);
    }
    {
        current = "mbedtls_platform_set_fprintf";
        static int (*fprintf_func)(FILE *, const char *, ...);
        (void) mbedtls_platform_set_fprintf(fprintf_func);
    }
    {
        current = "mbedtls_platform_set_printf";
        static int (*printf_func)(const char *, ...);
        (void) mbedtls_platform_set_printf(printf_func);
    }
    {
        current = "mbedtls_platform_set_setbuf";
        static void (*setbuf_func)(FILE *, char *);
        (void) mbedtls_platform_set_setbuf(setbuf_func);
    }
    {
        current = "mbedtls_platform_set_snprintf";
        static int (*snprintf_func)(char *, size_t, const char *, ...);
        (void) mbedtls_platform_set_snprintf(snprintf_func);
    }
    {
        current = "mbedtls_platform_set_time";
        static mbedtls_time_t (*time_func)(mbedtls_time_t *);
        (void) mbedtls_platform_set_time(time_func);
    }
    {
        current = "mbedtls_platform_set_vsnprintf";
        static int (*vsnprintf_func)(char *, size_t, const char *, va_list);
        (void) mbedtls_platform_set_vsnprintf(vsnprintf_func);
    }
    {
        current = "mbedtls_platform_setup";
        static mbedtls_platform_context *ctx;
        (void) mbedtls_platform_setup(ctx);
    }
    {
        current = "mbedtls_platform_teardown";
        static mbedtls_platform_context *ctx;
        (void) mbedtls_platform_teardown(ctx);
    }
    {
        current = "mbedtls_platform_zeroize";
        static void *buf;
        static size_t len;
        (void) mbedtls_platform_zeroize(buf, len);
    }
    {
        current = "mbedtls_poly1305_finish";
        static mbedtls_poly1305_context *ctx;
        static unsigned char *mac;
        (void) mbedtls_poly1305_finish(ctx, mac);
    }
    {
        current = "mbedtls_poly1305_free";
        static mbedtls_poly1305_context *ctx;
        (void) mbedtls_poly1305_free(ctx);
    }
    {
        current = "mbedtls_poly1305_init";
        static mbedtls_poly1305_context *ctx;
        (void) mbedtls_poly1305_init(ctx);
    }
    {
        current = "mbedtls_poly1305_mac";
        static const unsigned char *key;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *mac;
        (void) mbedtls_poly1305_mac(key, input, ilen, mac);
    }
    {
        current = "mbedtls_poly1305_self_test";
        static int verbose;
        (void) mbedtls_poly1305_self_test(verbose);
    }
    {
        current = "mbedtls_poly1305_starts";
        static mbedtls_poly1305_context *ctx;
        static const unsigned char *key;
        (void) mbedtls_poly1305_starts(ctx, key);
    }
    {
        current = "mbedtls_poly1305_update";
        static mbedtls_poly1305_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_poly1305_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_psa_crypto_free";
        (void) mbedtls_psa_crypto_free();
    }
    {
        current = "mbedtls_psa_get_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_size;
        (void) mbedtls_psa_get_random(p_rng, output, output_size);
    }
    {
        current = "mbedtls_psa_get_stats";
        static mbedtls_psa_stats_t *stats;
        (void) mbedtls_psa_get_stats(stats);
    }
    {
        current = "mbedtls_ripemd160";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_ripemd160(input, ilen, output);
    }
    {
        current = "mbedtls_ripemd160_clone";
        static mbedtls_ripemd160_context *dst;
        static const mbedtls_ripemd160_context *src;
        (void) mbedtls_ripemd160_clone(dst, src);
    }
    {
        current = "mbedtls_ripemd160_finish";
        static mbedtls_ripemd160_context *ctx;
        static unsigned char *output;
        (void) mbedtls_ripemd160_finish(ctx, output);
    }
    {
        current = "mbedtls_ripemd160_free";
        static mbedtls_ripemd160_context *ctx;
        (void) mbedtls_ripemd160_free(ctx);
    }
    {
        current = "mbedtls_ripemd160_init";
        static mbedtls_ripemd160_context *ctx;
        (void) mbedtls_ripemd160_init(ctx);
    }
    {
        current = "mbedtls_ripemd160_self_test";
        static int verbose;
        (void) mbedtls_ripemd160_self_test(verbose);
    }
    {
        current = "mbedtls_ripemd160_starts";
        static mbedtls_ripemd160_context *ctx;
        (void) mbedtls_ripemd160_starts(ctx);
    }
    {
        current = "mbedtls_ripemd160_update";
        static mbedtls_ripemd160_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_ripemd160_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_rsa_check_privkey";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_check_privkey(ctx);
    }
    {
        current = "mbedtls_rsa_check_pub_priv";
        static const mbedtls_rsa_context *pub;
        static const mbedtls_rsa_context *prv;
        (void) mbedtls_rsa_check_pub_priv(pub, prv);
    }
    {
        current = "mbedtls_rsa_check_pubkey";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_check_pubkey(ctx);
    }
    {
        current = "mbedtls_rsa_complete";
        static mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_complete(ctx);
    }
    {
        current = "mbedtls_rsa_copy";
        static mbedtls_rsa_context *dst;
        static const mbedtls_rsa_context *src;
        (void) mbedtls_rsa_copy(dst, src);
    }
    {
        current = "mbedtls_rsa_export";
        static const mbedtls_rsa_context *ctx;
        static mbedtls_mpi *N;
        static mbedtls_mpi *P;
        static mbedtls_mpi *Q;
        static mbedtls_mpi *D;
        static mbedtls_mpi *E;
        (void) mbedtls_rsa_export(ctx, N, P, Q, D, E);
    }
    {
        current = "mbedtls_rsa_export_crt";
        static const mbedtls_rsa_context *ctx;
        static mbedtls_mpi *DP;
        static mbedtls_mpi *DQ;
        static mbedtls_mpi *QP;
        (void) mbedtls_rsa_export_crt(ctx, DP, DQ, QP);
    }
    {
        current = "mbedtls_rsa_export_raw";
        static const mbedtls_rsa_context *ctx;
        static unsigned char *N;
        static size_t N_len;
        static unsigned char *P;
        static size_t P_len;
        static unsigned char *Q;
        static size_t Q_len;
        static unsigned char *D;
        static size_t D_len;
        static unsigned char *E;
        static size_t E_len;
        (void) mbedtls_rsa_export_raw(ctx, N, N_len, P, P_len, Q, Q_len, D, D_len, E, E_len);
    }
    {
        current = "mbedtls_rsa_free";
        static mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_free(ctx);
    }
    {
        current = "mbedtls_rsa_gen_key";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static unsigned int nbits;
        static int exponent;
        (void) mbedtls_rsa_gen_key(ctx, f_rng, p_rng, nbits, exponent);
    }
    {
        current = "mbedtls_rsa_get_bitlen";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_get_bitlen(ctx);
    }
    {
        current = "mbedtls_rsa_get_len";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_get_len(ctx);
    }
    {
        current = "mbedtls_rsa_get_md_alg";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_get_md_alg(ctx);
    }
    {
        current = "mbedtls_rsa_get_padding_mode";
        static const mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_get_padding_mode(ctx);
    }
    {
        current = "mbedtls_rsa_import";
        static mbedtls_rsa_context *ctx;
        static const mbedtls_mpi *N;
        static const mbedtls_mpi *P;
        static const mbedtls_mpi *Q;
        static const mbedtls_mpi *D;
        static const mbedtls_mpi *E;
        (void) mbedtls_rsa_import(ctx, N, P, Q, D, E);
    }
    {
        current = "mbedtls_rsa_import_raw";
        static mbedtls_rsa_context *ctx;
        static const unsigned char *N;
        static size_t N_len;
        static const unsigned char *P;
        static size_t P_len;
        static const unsigned char *Q;
        static size_t Q_len;
        static const unsigned char *D;
        static size_t D_len;
        static const unsigned char *E;
        static size_t E_len;
        (void) mbedtls_rsa_import_raw(ctx, N, N_len, P, P_len, Q, Q_len, D, D_len, E, E_len);
    }
    {
        current = "mbedtls_rsa_init";
        static mbedtls_rsa_context *ctx;
        (void) mbedtls_rsa_init(ctx);
    }
    {
        current = "mbedtls_rsa_pkcs1_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        (void) mbedtls_rsa_pkcs1_decrypt(ctx, f_rng, p_rng, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_pkcs1_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_rsa_pkcs1_encrypt(ctx, f_rng, p_rng, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_pkcs1_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        (void) mbedtls_rsa_pkcs1_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_pkcs1_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        (void) mbedtls_rsa_pkcs1_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_private";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_rsa_private(ctx, f_rng, p_rng, input, output);
    }
    {
        current = "mbedtls_rsa_public";
        static mbedtls_rsa_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_rsa_public(ctx, input, output);
    }
    {
        current = "mbedtls_rsa_rsaes_oaep_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *label;
        static size_t label_len;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        (void) mbedtls_rsa_rsaes_oaep_decrypt(ctx, f_rng, p_rng, label, label_len, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_rsaes_oaep_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *label;
        static size_t label_len;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_rsa_rsaes_oaep_encrypt(ctx, f_rng, p_rng, label, label_len, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_rsaes_pkcs1_v15_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        (void) mbedtls_rsa_rsaes_pkcs1_v15_decrypt(ctx, f_rng, p_rng, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_rsaes_pkcs1_v15_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        (void) mbedtls_rsa_rsaes_pkcs1_v15_encrypt(ctx, f_rng, p_rng, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_rsassa_pkcs1_v15_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pkcs1_v15_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pkcs1_v15_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pkcs1_v15_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pss_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_sign_ext";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static int saltlen;
        static unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pss_sign_ext(ctx, f_rng, p_rng, md_alg, hashlen, hash, saltlen, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pss_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_verify_ext";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static mbedtls_md_type_t mgf1_hash_id;
        static int expected_salt_len;
        static const unsigned char *sig;
        (void) mbedtls_rsa_rsassa_pss_verify_ext(ctx, md_alg, hashlen, hash, mgf1_hash_id, expected_salt_len, sig);
    }
    {
        current = "mbedtls_rsa_self_test";
        static int verbose;
        (void) mbedtls_rsa_self_test(verbose);
    }
    {
        current = "mbedtls_rsa_set_padding";
        static mbedtls_rsa_context *ctx;
        static int padding;
        static mbedtls_md_type_t hash_id;
        (void) mbedtls_rsa_set_padding(ctx, padding, hash_id);
    }
    {
        current = "mbedtls_sha1";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        (void) mbedtls_sha1(input, ilen, output);
    }
    {
        current = "mbedtls_sha1_clone";
        static mbedtls_sha1_context *dst;
        static const mbedtls_sha1_context *src;
        (void) mbedtls_sha1_clone(dst, src);
    }
    {
        current = "mbedtls_sha1_finish";
        static mbedtls_sha1_context *ctx;
        static unsigned char *output;
        (void) mbedtls_sha1_finish(ctx, output);
    }
    {
        current = "mbedtls_sha1_free";
        static mbedtls_sha1_context *ctx;
        (void) mbedtls_sha1_free(ctx);
    }
    {
        current = "mbedtls_sha1_init";
        static mbedtls_sha1_context *ctx;
        (void) mbedtls_sha1_init(ctx);
    }
    {
        current = "mbedtls_sha1_self_test";
        static int verbose;
        (void) mbedtls_sha1_self_test(verbose);
    }
    {
        current = "mbedtls_sha1_starts";
        static mbedtls_sha1_context *ctx;
        (void) mbedtls_sha1_starts(ctx);
    }
    {
        current = "mbedtls_sha1_update";
        static mbedtls_sha1_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_sha1_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha224_self_test";
        static int verbose;
        (void) mbedtls_sha224_self_test(verbose);
    }
    {
        current = "mbedtls_sha256";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static int is224;
        (void) mbedtls_sha256(input, ilen, output, is224);
    }
    {
        current = "mbedtls_sha256_clone";
        static mbedtls_sha256_context *dst;
        static const mbedtls_sha256_context *src;
        (void) mbedtls_sha256_clone(dst, src);
    }
    {
        current = "mbedtls_sha256_finish";
        static mbedtls_sha256_context *ctx;
        static unsigned char *output;
        (void) mbedtls_sha256_finish(ctx, output);
    }
    {
        current = "mbedtls_sha256_free";
        static mbedtls_sha256_context *ctx;
        (void) mbedtls_sha256_free(ctx);
    }
    {
        current = "mbedtls_sha256_init";
        static mbedtls_sha256_context *ctx;
        (void) mbedtls_sha256_init(ctx);
    }
    {
        current = "mbedtls_sha256_self_test";
        static int verbose;
        (void) mbedtls_sha256_self_test(verbose);
    }
    {
        current = "mbedtls_sha256_starts";
        static mbedtls_sha256_context *ctx;
        static int is224;
        (void) mbedtls_sha256_starts(ctx, is224);
    }
    {
        current = "mbedtls_sha256_update";
        static mbedtls_sha256_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_sha256_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha3";
        static mbedtls_sha3_id id;
        static const uint8_t *input;
        static size_t ilen;
        static uint8_t *output;
        static size_t olen;
        (void) mbedtls_sha3(id, input, ilen, output, olen);
    }
    {
        current = "mbedtls_sha384_self_test";
        static int verbose;
        (void) mbedtls_sha384_self_test(verbose);
    }
    {
        current = "mbedtls_sha3_clone";
        static mbedtls_sha3_context *dst;
        static const mbedtls_sha3_context *src;
        (void) mbedtls_sha3_clone(dst, src);
    }
    {
        current = "mbedtls_sha3_finish";
        static mbedtls_sha3_context *ctx;
        static uint8_t *output;
        static size_t olen;
        (void) mbedtls_sha3_finish(ctx, output, olen);
    }
    {
        current = "mbedtls_sha3_free";
        static mbedtls_sha3_context *ctx;
        (void) mbedtls_sha3_free(ctx);
    }
    {
        current = "mbedtls_sha3_init";
        static mbedtls_sha3_context *ctx;
        (void) mbedtls_sha3_init(ctx);
    }
    {
        current = "mbedtls_sha3_self_test";
        static int verbose;
        (void) mbedtls_sha3_self_test(verbose);
    }
    {
        current = "mbedtls_sha3_starts";
        static mbedtls_sha3_context *ctx;
        static mbedtls_sha3_id id;
        (void) mbedtls_sha3_starts(ctx, id);
    }
    {
        current = "mbedtls_sha3_update";
        static mbedtls_sha3_context *ctx;
        static const uint8_t *input;
        static size_t ilen;
        (void) mbedtls_sha3_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha512";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static int is384;
        (void) mbedtls_sha512(input, ilen, output, is384);
    }
    {
        current = "mbedtls_sha512_clone";
        static mbedtls_sha512_context *dst;
        static const mbedtls_sha512_context *src;
        (void) mbedtls_sha512_clone(dst, src);
    }
    {
        current = "mbedtls_sha512_finish";
        static mbedtls_sha512_context *ctx;
        static unsigned char *output;
        (void) mbedtls_sha512_finish(ctx, output);
    }
    {
        current = "mbedtls_sha512_free";
        static mbedtls_sha512_context *ctx;
        (void) mbedtls_sha512_free(ctx);
    }
    {
        current = "mbedtls_sha512_init";
        static mbedtls_sha512_context *ctx;
        (void) mbedtls_sha512_init(ctx);
    }
    {
        current = "mbedtls_sha512_self_test";
        static int verbose;
        (void) mbedtls_sha512_self_test(verbose);
    }
    {
        current = "mbedtls_sha512_starts";
        static mbedtls_sha512_context *ctx;
        static int is384;
        (void) mbedtls_sha512_starts(ctx, is384);
    }
    {
        current = "mbedtls_sha512_update";
        static mbedtls_sha512_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        (void) mbedtls_sha512_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_ssl_cache_free";
        static mbedtls_ssl_cache_context *cache;
        (void) mbedtls_ssl_cache_free(cache);
    }
    {
        current = "mbedtls_ssl_cache_get";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        static mbedtls_ssl_session *session;
        (void) mbedtls_ssl_cache_get(data, session_id, session_id_len, session);
    }
    {
        current = "mbedtls_ssl_cache_get_timeout";
        static mbedtls_ssl_cache_context *cache;
        (void) mbedtls_ssl_cache_get_timeout(cache);
    }
    {
        current = "mbedtls_ssl_cache_init";
        static mbedtls_ssl_cache_context *cache;
        (void) mbedtls_ssl_cache_init(cache);
    }
    {
        current = "mbedtls_ssl_cache_remove";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        (void) mbedtls_ssl_cache_remove(data, session_id, session_id_len);
    }
    {
        current = "mbedtls_ssl_cache_set";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        static const mbedtls_ssl_session *session;
        (void) mbedtls_ssl_cache_set(data, session_id, session_id_len, session);
    }
    {
        current = "mbedtls_ssl_cache_set_max_entries";
        static mbedtls_ssl_cache_context *cache;
        static int max;
        (void) mbedtls_ssl_cache_set_max_entries(cache, max);
    }
    {
        current = "mbedtls_ssl_cache_set_timeout";
        static mbedtls_ssl_cache_context *cache;
        static int timeout;
        (void) mbedtls_ssl_cache_set_timeout(cache, timeout);
    }
    {
        current = "mbedtls_ssl_check_pending";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_check_pending(ssl);
    }
    {
        current = "mbedtls_ssl_ciphersuite_from_id";
        static int ciphersuite_id;
        (void) mbedtls_ssl_ciphersuite_from_id(ciphersuite_id);
    }
    {
        current = "mbedtls_ssl_ciphersuite_from_string";
        static const char *ciphersuite_name;
        (void) mbedtls_ssl_ciphersuite_from_string(ciphersuite_name);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_cipher_key_bitlen";
        static const mbedtls_ssl_ciphersuite_t *info;
        (void) mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(info);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_id";
        static const mbedtls_ssl_ciphersuite_t *info;
        (void) mbedtls_ssl_ciphersuite_get_id(info);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_name";
        static const mbedtls_ssl_ciphersuite_t *info;
        (void) mbedtls_ssl_ciphersuite_get_name(info);
    }
    {
        current = "mbedtls_ssl_close_notify";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_close_notify(ssl);
    }
    {
        current = "mbedtls_ssl_conf_alpn_protocols";
        static mbedtls_ssl_config *conf;
        static const char **protos;
        (void) mbedtls_ssl_conf_alpn_protocols(conf, protos);
    }
    {
        current = "mbedtls_ssl_conf_async_private_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_async_sign_t *f_async_sign;
        static mbedtls_ssl_async_decrypt_t *f_async_decrypt;
        static mbedtls_ssl_async_resume_t *f_async_resume;
        static mbedtls_ssl_async_cancel_t *f_async_cancel;
        static void *config_data;
        (void) mbedtls_ssl_conf_async_private_cb(conf, f_async_sign, f_async_decrypt, f_async_resume, f_async_cancel, config_data);
    }
    {
        current = "mbedtls_ssl_conf_authmode";
        static mbedtls_ssl_config *conf;
        static int authmode;
        (void) mbedtls_ssl_conf_authmode(conf, authmode);
    }
    {
        current = "mbedtls_ssl_conf_ca_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt_ca_cb_t f_ca_cb;
        static void *p_ca_cb;
        (void) mbedtls_ssl_conf_ca_cb(conf, f_ca_cb, p_ca_cb);
    }
    {
        current = "mbedtls_ssl_conf_ca_chain";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt *ca_chain;
        static mbedtls_x509_crl *ca_crl;
        (void) mbedtls_ssl_conf_ca_chain(conf, ca_chain, ca_crl);
    }
    {
        current = "mbedtls_ssl_conf_cert_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_hs_cb_t f_cert_cb;
        (void) mbedtls_ssl_conf_cert_cb(conf, f_cert_cb);
    }
    {
        current = "mbedtls_ssl_conf_cert_profile";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt_profile *profile;
        (void) mbedtls_ssl_conf_cert_profile(conf, profile);
    }
    {
        current = "mbedtls_ssl_conf_cert_req_ca_list";
        static mbedtls_ssl_config *conf;
        static char cert_req_ca_list;
        (void) mbedtls_ssl_conf_cert_req_ca_list(conf, cert_req_ca_list);
    }
    {
        current = "mbedtls_ssl_conf_cid";
        static mbedtls_ssl_config *conf;
        static size_t len;
        static int ignore_other_cids;
        (void) mbedtls_ssl_conf_cid(conf, len, ignore_other_cids);
    }
    {
        current = "mbedtls_ssl_conf_ciphersuites";
        static mbedtls_ssl_config *conf;
        static const int *ciphersuites;
        (void) mbedtls_ssl_conf_ciphersuites(conf, ciphersuites);
    }
    {
        current = "mbedtls_ssl_conf_curves";
        static mbedtls_ssl_config *conf;
        static const mbedtls_ecp_group_id *curves;
        (void) mbedtls_ssl_conf_curves(conf, curves);
    }
    {
        current = "mbedtls_ssl_conf_dbg";
        static mbedtls_ssl_config *conf;
        static void (*f_dbg)(void *, int, const char *, int, const char *);
        static void *p_dbg;
        (void) mbedtls_ssl_conf_dbg(conf, f_dbg, p_dbg);
    }
    {
        current = "mbedtls_ssl_conf_dh_param_bin";
        static mbedtls_ssl_config *conf;
        static const unsigned char *dhm_P;
        static size_t P_len;
        static const unsigned char *dhm_G;
        static size_t G_len;
        (void) mbedtls_ssl_conf_dh_param_bin(conf, dhm_P, P_len, dhm_G, G_len);
    }
    {
        current = "mbedtls_ssl_conf_dh_param_ctx";
        static mbedtls_ssl_config *conf;
        static mbedtls_dhm_context *dhm_ctx;
        (void) mbedtls_ssl_conf_dh_param_ctx(conf, dhm_ctx);
    }
    {
        current = "mbedtls_ssl_conf_dhm_min_bitlen";
        static mbedtls_ssl_config *conf;
        static unsigned int bitlen;
        (void) mbedtls_ssl_conf_dhm_min_bitlen(conf, bitlen);
    }
    {
        current = "mbedtls_ssl_conf_dn_hints";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        (void) mbedtls_ssl_conf_dn_hints(conf, crt);
    }
    {
        current = "mbedtls_ssl_conf_dtls_anti_replay";
        static mbedtls_ssl_config *conf;
        static char mode;
        (void) mbedtls_ssl_conf_dtls_anti_replay(conf, mode);
    }
    {
        current = "mbedtls_ssl_conf_dtls_badmac_limit";
        static mbedtls_ssl_config *conf;
        static unsigned int limit;
        (void) mbedtls_ssl_conf_dtls_badmac_limit(conf, limit);
    }
    {
        current = "mbedtls_ssl_conf_dtls_cookies";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_cookie_write_t *f_cookie_write;
        static mbedtls_ssl_cookie_check_t *f_cookie_check;
        static void *p_cookie;
        (void) mbedtls_ssl_conf_dtls_cookies(conf, f_cookie_write, f_cookie_check, p_cookie);
    }
    {
        current = "mbedtls_ssl_conf_dtls_srtp_protection_profiles";
        static mbedtls_ssl_config *conf;
        static const mbedtls_ssl_srtp_profile *profiles;
        (void) mbedtls_ssl_conf_dtls_srtp_protection_profiles(conf, profiles);
    }
    {
        current = "mbedtls_ssl_conf_early_data";
        static mbedtls_ssl_config *conf;
        static int early_data_enabled;
        (void) mbedtls_ssl_conf_early_data(conf, early_data_enabled);
    }
    {
        current = "mbedtls_ssl_conf_encrypt_then_mac";
        static mbedtls_ssl_config *conf;
        static char etm;
        (void) mbedtls_ssl_conf_encrypt_then_mac(conf, etm);
    }
    {
        current = "mbedtls_ssl_conf_endpoint";
        static mbedtls_ssl_config *conf;
        static int endpoint;
        (void) mbedtls_ssl_conf_endpoint(conf, endpoint);
    }
    {
        current = "mbedtls_ssl_conf_extended_master_secret";
        static mbedtls_ssl_config *conf;
        static char ems;
        (void) mbedtls_ssl_conf_extended_master_secret(conf, ems);
    }
    {
        current = "mbedtls_ssl_conf_get_async_config_data";
        static const mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_conf_get_async_config_data(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_endpoint";
        static const mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_conf_get_endpoint(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_user_data_n";
        static mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_conf_get_user_data_n(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_user_data_p";
        static mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_conf_get_user_data_p(conf);
    }
    {
        current = "mbedtls_ssl_conf_groups";
        static mbedtls_ssl_config *conf;
        static const uint16_t *groups;
        (void) mbedtls_ssl_conf_groups(conf, groups);
    }
    {
        current = "mbedtls_ssl_conf_handshake_timeout";
        static mbedtls_ssl_config *conf;
        static uint32_t min;
        static uint32_t max;
        (void) mbedtls_ssl_conf_handshake_timeout(conf, min, max);
    }
    {
        current = "mbedtls_ssl_conf_legacy_renegotiation";
        static mbedtls_ssl_config *conf;
        static int allow_legacy;
        (void) mbedtls_ssl_conf_legacy_renegotiation(conf, allow_legacy);
    }
    {
        current = "mbedtls_ssl_conf_max_early_data_size";
        static mbedtls_ssl_config *conf;
        static uint32_t max_early_data_size;
        (void) mbedtls_ssl_conf_max_early_data_size(conf, max_early_data_size);
    }
    {
        current = "mbedtls_ssl_conf_max_frag_len";
        static mbedtls_ssl_config *conf;
        static unsigned char mfl_code;
        (void) mbedtls_ssl_conf_max_frag_len(conf, mfl_code);
    }
    {
        current = "mbedtls_ssl_conf_max_tls_version";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_protocol_version tls_version;
        (void) mbedtls_ssl_conf_max_tls_version(conf, tls_version);
    }
    {
        current = "mbedtls_ssl_conf_max_version";
        static mbedtls_ssl_config *conf;
        static int major;
        static int minor;
        (void) mbedtls_ssl_conf_max_version(conf, major, minor);
    }
    {
        current = "mbedtls_ssl_conf_min_tls_version";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_protocol_version tls_version;
        (void) mbedtls_ssl_conf_min_tls_version(conf, tls_version);
    }
    {
        current = "mbedtls_ssl_conf_min_version";
        static mbedtls_ssl_config *conf;
        static int major;
        static int minor;
        (void) mbedtls_ssl_conf_min_version(conf, major, minor);
    }
    {
        current = "mbedtls_ssl_conf_new_session_tickets";
        static mbedtls_ssl_config *conf;
        static uint16_t num_tickets;
        (void) mbedtls_ssl_conf_new_session_tickets(conf, num_tickets);
    }
    {
        current = "mbedtls_ssl_conf_own_cert";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt *own_cert;
        static mbedtls_pk_context *pk_key;
        (void) mbedtls_ssl_conf_own_cert(conf, own_cert, pk_key);
    }
    {
        current = "mbedtls_ssl_conf_preference_order";
        static mbedtls_ssl_config *conf;
        static int order;
        (void) mbedtls_ssl_conf_preference_order(conf, order);
    }
    {
        current = "mbedtls_ssl_conf_psk";
        static mbedtls_ssl_config *conf;
        static const unsigned char *psk;
        static size_t psk_len;
        static const unsigned char *psk_identity;
        static size_t psk_identity_len;
        (void) mbedtls_ssl_conf_psk(conf, psk, psk_len, psk_identity, psk_identity_len);
    }
    {
        current = "mbedtls_ssl_conf_psk_cb";
        static mbedtls_ssl_config *conf;
        static int (*f_psk)(void *, mbedtls_ssl_context *, const unsigned char *, size_t);
        static void *p_psk;
        (void) mbedtls_ssl_conf_psk_cb(conf, f_psk, p_psk);
    }
    {
        current = "mbedtls_ssl_conf_read_timeout";
        static mbedtls_ssl_config *conf;
        static uint32_t timeout;
        (void) mbedtls_ssl_conf_read_timeout(conf, timeout);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation";
        static mbedtls_ssl_config *conf;
        static int renegotiation;
        (void) mbedtls_ssl_conf_renegotiation(conf, renegotiation);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation_enforced";
        static mbedtls_ssl_config *conf;
        static int max_records;
        (void) mbedtls_ssl_conf_renegotiation_enforced(conf, max_records);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation_period";
        static mbedtls_ssl_config *conf;
        static const unsigned char *period;
        (void) mbedtls_ssl_conf_renegotiation_period(conf, period);
    }
    {
        current = "mbedtls_ssl_conf_rng";
        static mbedtls_ssl_config *conf;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ssl_conf_rng(conf, f_rng, p_rng);
    }
    {
        current = "mbedtls_ssl_conf_session_cache";
        static mbedtls_ssl_config *conf;
        static void *p_cache;
        static mbedtls_ssl_cache_get_t *f_get_cache;
        static mbedtls_ssl_cache_set_t *f_set_cache;
        (void) mbedtls_ssl_conf_session_cache(conf, p_cache, f_get_cache, f_set_cache);
    }
    {
        current = "mbedtls_ssl_conf_session_tickets";
        static mbedtls_ssl_config *conf;
        static int use_tickets;
        (void) mbedtls_ssl_conf_session_tickets(conf, use_tickets);
    }
    {
        current = "mbedtls_ssl_conf_session_tickets_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_ticket_write_t *f_ticket_write;
        static mbedtls_ssl_ticket_parse_t *f_ticket_parse;
        static void *p_ticket;
        (void) mbedtls_ssl_conf_session_tickets_cb(conf, f_ticket_write, f_ticket_parse, p_ticket);
    }
    {
        current = "mbedtls_ssl_conf_set_user_data_n";
        static mbedtls_ssl_config *conf;
        static uintptr_t n;
        (void) mbedtls_ssl_conf_set_user_data_n(conf, n);
    }
    {
        current = "mbedtls_ssl_conf_set_user_data_p";
        static mbedtls_ssl_config *conf;
        static void *p;
        (void) mbedtls_ssl_conf_set_user_data_p(conf, p);
    }
    {
        current = "mbedtls_ssl_conf_sig_algs";
        static mbedtls_ssl_config *conf;
        static const uint16_t *sig_algs;
        (void) mbedtls_ssl_conf_sig_algs(conf, sig_algs);
    }
    {
        current = "mbedtls_ssl_conf_sig_hashes";
        static mbedtls_ssl_config *conf;
        static const int *hashes;
        (void) mbedtls_ssl_conf_sig_hashes(conf, hashes);
    }
    {
        current = "mbedtls_ssl_conf_sni";
        static mbedtls_ssl_config *conf;
        static int (*f_sni)(void *, mbedtls_ssl_context *, const unsigned char *, size_t);
        static void *p_sni;
        (void) mbedtls_ssl_conf_sni(conf, f_sni, p_sni);
    }
    {
        current = "mbedtls_ssl_conf_srtp_mki_value_supported";
        static mbedtls_ssl_config *conf;
        static int support_mki_value;
        (void) mbedtls_ssl_conf_srtp_mki_value_supported(conf, support_mki_value);
    }
    {
        current = "mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets";
        static mbedtls_ssl_config *conf;
        static int signal_new_session_tickets;
        (void) mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf, signal_new_session_tickets);
    }
    {
        current = "mbedtls_ssl_conf_tls13_key_exchange_modes";
        static mbedtls_ssl_config *conf;
        static const int kex_modes;
        (void) mbedtls_ssl_conf_tls13_key_exchange_modes(conf, kex_modes);
    }
    {
        current = "mbedtls_ssl_conf_transport";
        static mbedtls_ssl_config *conf;
        static int transport;
        (void) mbedtls_ssl_conf_transport(conf, transport);
    }
    {
        current = "mbedtls_ssl_conf_verify";
        static mbedtls_ssl_config *conf;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        (void) mbedtls_ssl_conf_verify(conf, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_ssl_config_defaults";
        static mbedtls_ssl_config *conf;
        static int endpoint;
        static int transport;
        static int preset;
        (void) mbedtls_ssl_config_defaults(conf, endpoint, transport, preset);
    }
    {
        current = "mbedtls_ssl_config_free";
        static mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_config_free(conf);
    }
    {
        current = "mbedtls_ssl_config_init";
        static mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_config_init(conf);
    }
    {
        current = "mbedtls_ssl_context_get_config";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_context_get_config(ssl);
    }
    {
        current = "mbedtls_ssl_context_load";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_context_load(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_context_save";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        (void) mbedtls_ssl_context_save(ssl, buf, buf_len, olen);
    }
    {
        current = "mbedtls_ssl_cookie_check";
        static void * a0;
        static const unsigned char * a1;
        static size_t a2;
        static const unsigned char * a3;
        static size_t a4;
        (void) mbedtls_ssl_cookie_check(a0, a1, a2, a3, a4);
    }
    {
        current = "mbedtls_ssl_cookie_free";
        static mbedtls_ssl_cookie_ctx *ctx;
        (void) mbedtls_ssl_cookie_free(ctx);
    }
    {
        current = "mbedtls_ssl_cookie_init";
        static mbedtls_ssl_cookie_ctx *ctx;
        (void) mbedtls_ssl_cookie_init(ctx);
    }
    {
        current = "mbedtls_ssl_cookie_set_timeout";
        static mbedtls_ssl_cookie_ctx *ctx;
        static unsigned long delay;
        (void) mbedtls_ssl_cookie_set_timeout(ctx, delay);
    }
    {
        current = "mbedtls_ssl_cookie_setup";
        static mbedtls_ssl_cookie_ctx *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_ssl_cookie_setup(ctx, f_rng, p_rng);
    }
    {
        current = "mbedtls_ssl_cookie_write";
        static void * a0;
        static unsigned char ** a1;
        static unsigned char * a2;
        static const unsigned char * a3;
        static size_t a4;
        (void) mbedtls_ssl_cookie_write(a0, a1, a2, a3, a4);
    }
    {
        current = "mbedtls_ssl_export_keying_material";
        static mbedtls_ssl_context *ssl;
        static uint8_t *out;
        static const size_t key_len;
        static const char *label;
        static const size_t label_len;
        static const unsigned char *context;
        static const size_t context_len;
        static const int use_context;
        (void) mbedtls_ssl_export_keying_material(ssl, out, key_len, label, label_len, context, context_len, use_context);
    }
    {
        current = "mbedtls_ssl_free";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_free(ssl);
    }
    {
        current = "mbedtls_ssl_get_alpn_protocol";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_alpn_protocol(ssl);
    }
    {
        current = "mbedtls_ssl_get_async_operation_data";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_async_operation_data(ssl);
    }
    {
        current = "mbedtls_ssl_get_bytes_avail";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_bytes_avail(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_ciphersuite(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_id";
        static const char *ciphersuite_name;
        (void) mbedtls_ssl_get_ciphersuite_id(ciphersuite_name);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_id_from_ssl";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_name";
        static const int ciphersuite_id;
        (void) mbedtls_ssl_get_ciphersuite_name(ciphersuite_id);
    }
    {
        current = "mbedtls_ssl_get_dtls_srtp_negotiation_result";
        static const mbedtls_ssl_context *ssl;
        static mbedtls_dtls_srtp_info *dtls_srtp_info;
        (void) mbedtls_ssl_get_dtls_srtp_negotiation_result(ssl, dtls_srtp_info);
    }
    {
        current = "mbedtls_ssl_get_early_data_status";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_early_data_status(ssl);
    }
    {
        current = "mbedtls_ssl_get_hostname";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_hostname(ssl);
    }
    {
        current = "mbedtls_ssl_get_hs_sni";
        static mbedtls_ssl_context *ssl;
        static size_t *name_len;
        (void) mbedtls_ssl_get_hs_sni(ssl, name_len);
    }
    {
        current = "mbedtls_ssl_get_max_in_record_payload";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_max_in_record_payload(ssl);
    }
    {
        current = "mbedtls_ssl_get_max_out_record_payload";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_max_out_record_payload(ssl);
    }
    {
        current = "mbedtls_ssl_get_peer_cert";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_peer_cert(ssl);
    }
    {
        current = "mbedtls_ssl_get_peer_cid";
        static mbedtls_ssl_context *ssl;
        static int *enabled;
        static unsigned char *peer_cid;
        static size_t *peer_cid_len;
        (void) mbedtls_ssl_get_peer_cid(ssl, enabled, peer_cid, peer_cid_len);
    }
    {
        current = "mbedtls_ssl_get_record_expansion";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_record_expansion(ssl);
    }
    {
        current = "mbedtls_ssl_get_session";
        static const mbedtls_ssl_context *ssl;
        static mbedtls_ssl_session *session;
        (void) mbedtls_ssl_get_session(ssl, session);
    }
    {
        current = "mbedtls_ssl_get_user_data_n";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_user_data_n(ssl);
    }
    {
        current = "mbedtls_ssl_get_user_data_p";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_user_data_p(ssl);
    }
    {
        current = "mbedtls_ssl_get_verify_result";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_verify_result(ssl);
    }
    {
        current = "mbedtls_ssl_get_version";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_version(ssl);
    }
    {
        current = "mbedtls_ssl_get_version_number";
        static const mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_get_version_number(ssl);
    }
    {
        current = "mbedtls_ssl_handshake";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_handshake(ssl);
    }
    {
        current = "mbedtls_ssl_handshake_step";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_handshake_step(ssl);
    }
    {
        current = "mbedtls_ssl_init";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_init(ssl);
    }
    {
        current = "mbedtls_ssl_is_handshake_over";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_is_handshake_over(ssl);
    }
    {
        current = "mbedtls_ssl_list_ciphersuites";
        (void) mbedtls_ssl_list_ciphersuites();
    }
    {
        current = "mbedtls_ssl_read";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_read(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_read_early_data";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_read_early_data(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_renegotiate";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_renegotiate(ssl);
    }
    {
        current = "mbedtls_ssl_send_alert_message";
        static mbedtls_ssl_context *ssl;
        static unsigned char level;
        static unsigned char message;
        (void) mbedtls_ssl_send_alert_message(ssl, level, message);
    }
    {
        current = "mbedtls_ssl_session_free";
        static mbedtls_ssl_session *session;
        (void) mbedtls_ssl_session_free(session);
    }
    {
        current = "mbedtls_ssl_session_get_ciphersuite_id";
        static const mbedtls_ssl_session *session;
        (void) mbedtls_ssl_session_get_ciphersuite_id(session);
    }
    {
        current = "mbedtls_ssl_session_get_id";
        static const mbedtls_ssl_session *session;
        (void) mbedtls_ssl_session_get_id(session);
    }
    {
        current = "mbedtls_ssl_session_get_id_len";
        static const mbedtls_ssl_session *session;
        (void) mbedtls_ssl_session_get_id_len(session);
    }
    {
        current = "mbedtls_ssl_session_get_ticket_creation_time";
        static mbedtls_ssl_session *session;
        static mbedtls_ms_time_t *ticket_creation_time;
        (void) mbedtls_ssl_session_get_ticket_creation_time(session, ticket_creation_time);
    }
    {
        current = "mbedtls_ssl_session_init";
        static mbedtls_ssl_session *session;
        (void) mbedtls_ssl_session_init(session);
    }
    {
        current = "mbedtls_ssl_session_load";
        static mbedtls_ssl_session *session;
        static const unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_session_load(session, buf, len);
    }
    {
        current = "mbedtls_ssl_session_reset";
        static mbedtls_ssl_context *ssl;
        (void) mbedtls_ssl_session_reset(ssl);
    }
    {
        current = "mbedtls_ssl_session_save";
        static const mbedtls_ssl_session *session;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        (void) mbedtls_ssl_session_save(session, buf, buf_len, olen);
    }
    {
        current = "mbedtls_ssl_set_async_operation_data";
        static mbedtls_ssl_context *ssl;
        static void *ctx;
        (void) mbedtls_ssl_set_async_operation_data(ssl, ctx);
    }
    {
        current = "mbedtls_ssl_set_bio";
        static mbedtls_ssl_context *ssl;
        static void *p_bio;
        static mbedtls_ssl_send_t *f_send;
        static mbedtls_ssl_recv_t *f_recv;
        static mbedtls_ssl_recv_timeout_t *f_recv_timeout;
        (void) mbedtls_ssl_set_bio(ssl, p_bio, f_send, f_recv, f_recv_timeout);
    }
    {
        current = "mbedtls_ssl_set_cid";
        static mbedtls_ssl_context *ssl;
        static int enable;
        static const unsigned char *own_cid;
        static size_t own_cid_len;
        (void) mbedtls_ssl_set_cid(ssl, enable, own_cid, own_cid_len);
    }
    {
        current = "mbedtls_ssl_set_client_transport_id";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *info;
        static size_t ilen;
        (void) mbedtls_ssl_set_client_transport_id(ssl, info, ilen);
    }
    {
        current = "mbedtls_ssl_set_datagram_packing";
        static mbedtls_ssl_context *ssl;
        static unsigned int allow_packing;
        (void) mbedtls_ssl_set_datagram_packing(ssl, allow_packing);
    }
    {
        current = "mbedtls_ssl_set_export_keys_cb";
        static mbedtls_ssl_context *ssl;
        static mbedtls_ssl_export_keys_t *f_export_keys;
        static void *p_export_keys;
        (void) mbedtls_ssl_set_export_keys_cb(ssl, f_export_keys, p_export_keys);
    }
    {
        current = "mbedtls_ssl_set_hostname";
        static mbedtls_ssl_context *ssl;
        static const char *hostname;
        (void) mbedtls_ssl_set_hostname(ssl, hostname);
    }
    {
        current = "mbedtls_ssl_set_hs_authmode";
        static mbedtls_ssl_context *ssl;
        static int authmode;
        (void) mbedtls_ssl_set_hs_authmode(ssl, authmode);
    }
    {
        current = "mbedtls_ssl_set_hs_ca_chain";
        static mbedtls_ssl_context *ssl;
        static mbedtls_x509_crt *ca_chain;
        static mbedtls_x509_crl *ca_crl;
        (void) mbedtls_ssl_set_hs_ca_chain(ssl, ca_chain, ca_crl);
    }
    {
        current = "mbedtls_ssl_set_hs_dn_hints";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        (void) mbedtls_ssl_set_hs_dn_hints(ssl, crt);
    }
    {
        current = "mbedtls_ssl_set_hs_own_cert";
        static mbedtls_ssl_context *ssl;
        static mbedtls_x509_crt *own_cert;
        static mbedtls_pk_context *pk_key;
        (void) mbedtls_ssl_set_hs_own_cert(ssl, own_cert, pk_key);
    }
    {
        current = "mbedtls_ssl_set_hs_psk";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *psk;
        static size_t psk_len;
        (void) mbedtls_ssl_set_hs_psk(ssl, psk, psk_len);
    }
    {
        current = "mbedtls_ssl_set_mtu";
        static mbedtls_ssl_context *ssl;
        static uint16_t mtu;
        (void) mbedtls_ssl_set_mtu(ssl, mtu);
    }
    {
        current = "mbedtls_ssl_set_session";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_ssl_session *session;
        (void) mbedtls_ssl_set_session(ssl, session);
    }
    {
        current = "mbedtls_ssl_set_timer_cb";
        static mbedtls_ssl_context *ssl;
        static void *p_timer;
        static mbedtls_ssl_set_timer_t *f_set_timer;
        static mbedtls_ssl_get_timer_t *f_get_timer;
        (void) mbedtls_ssl_set_timer_cb(ssl, p_timer, f_set_timer, f_get_timer);
    }
    {
        current = "mbedtls_ssl_set_user_data_n";
        static mbedtls_ssl_context *ssl;
        static uintptr_t n;
        (void) mbedtls_ssl_set_user_data_n(ssl, n);
    }
    {
        current = "mbedtls_ssl_set_user_data_p";
        static mbedtls_ssl_context *ssl;
        static void *p;
        (void) mbedtls_ssl_set_user_data_p(ssl, p);
    }
    {
        current = "mbedtls_ssl_set_verify";
        static mbedtls_ssl_context *ssl;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        (void) mbedtls_ssl_set_verify(ssl, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_ssl_setup";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_ssl_config *conf;
        (void) mbedtls_ssl_setup(ssl, conf);
    }
    {
        current = "mbedtls_ssl_ticket_free";
        static mbedtls_ssl_ticket_context *ctx;
        (void) mbedtls_ssl_ticket_free(ctx);
    }
    {
        current = "mbedtls_ssl_ticket_init";
        static mbedtls_ssl_ticket_context *ctx;
        (void) mbedtls_ssl_ticket_init(ctx);
    }
    {
        current = "mbedtls_ssl_ticket_parse";
        static void * a0;
        static mbedtls_ssl_session * a1;
        static unsigned char * a2;
        static size_t a3;
        (void) mbedtls_ssl_ticket_parse(a0, a1, a2, a3);
    }
    {
        current = "mbedtls_ssl_ticket_rotate";
        static mbedtls_ssl_ticket_context *ctx;
        static const unsigned char *name;
        static size_t nlength;
        static const unsigned char *k;
        static size_t klength;
        static uint32_t lifetime;
        (void) mbedtls_ssl_ticket_rotate(ctx, name, nlength, k, klength, lifetime);
    }
    {
        current = "mbedtls_ssl_ticket_setup";
        static mbedtls_ssl_ticket_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_cipher_type_t cipher;
        static uint32_t lifetime;
        (void) mbedtls_ssl_ticket_setup(ctx, f_rng, p_rng, cipher, lifetime);
    }
    {
        current = "mbedtls_ssl_ticket_write";
        static void * a0;
        static const mbedtls_ssl_session * a1;
        static unsigned char * a2;
        static const unsigned char * a3;
        static size_t * a4;
        static uint32_t * a5;
        (void) mbedtls_ssl_ticket_write(a0, a1, a2, a3, a4, a5);
    }
    {
        current = "mbedtls_ssl_tls_prf";
        static const mbedtls_tls_prf_types prf;
        static const unsigned char *secret;
        static size_t slen;
        static const char *label;
        static const unsigned char *random;
        static size_t rlen;
        static unsigned char *dstbuf;
        static size_t dlen;
        (void) mbedtls_ssl_tls_prf(prf, secret, slen, label, random, rlen, dstbuf, dlen);
    }
    {
        current = "mbedtls_ssl_write";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_write(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_write_early_data";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        (void) mbedtls_ssl_write_early_data(ssl, buf, len);
    }
    {
        current = "mbedtls_strerror";
        static int errnum;
        static char *buffer;
        static size_t buflen;
        (void) mbedtls_strerror(errnum, buffer, buflen);
    }
    {
        current = "mbedtls_svc_key_id_equal";
        static mbedtls_svc_key_id_t id1;
        static mbedtls_svc_key_id_t id2;
        (void) mbedtls_svc_key_id_equal(id1, id2);
    }
    {
        current = "mbedtls_svc_key_id_is_null";
        static mbedtls_svc_key_id_t key;
        (void) mbedtls_svc_key_id_is_null(key);
    }
    {
        current = "mbedtls_svc_key_id_make";
        static unsigned int unused;
        static psa_key_id_t key_id;
        (void) mbedtls_svc_key_id_make(unused, key_id);
    }
    {
        current = "mbedtls_threading_free_alt";
        (void) mbedtls_threading_free_alt();
    }
    {
        current = "mbedtls_threading_set_alt";
        static void (*mutex_init)(mbedtls_threading_mutex_t *);
        static void (*mutex_free)(mbedtls_threading_mutex_t *);
        static int (*mutex_lock)(mbedtls_threading_mutex_t *);
        static int (*mutex_unlock)(mbedtls_threading_mutex_t *);
        (void) mbedtls_threading_set_alt(mutex_init, mutex_free, mutex_lock, mutex_unlock);
    }
    {
        current = "mbedtls_timing_get_delay";
        static void *data;
        (void) mbedtls_timing_get_delay(data);
    }
    {
        current = "mbedtls_timing_get_final_delay";
        static const mbedtls_timing_delay_context *data;
        (void) mbedtls_timing_get_final_delay(data);
    }
    {
        current = "mbedtls_timing_get_timer";
        static struct mbedtls_timing_hr_time *val;
        static int reset;
        (void) mbedtls_timing_get_timer(val, reset);
    }
    {
        current = "mbedtls_timing_set_delay";
        static void *data;
        static uint32_t int_ms;
        static uint32_t fin_ms;
        (void) mbedtls_timing_set_delay(data, int_ms, fin_ms);
    }
    {
        current = "mbedtls_version_check_feature";
        static const char *feature;
        (void) mbedtls_version_check_feature(feature);
    }
    {
        current = "mbedtls_version_get_number";
        (void) mbedtls_version_get_number();
    }
    {
        current = "mbedtls_version_get_string";
        static char *string;
        (void) mbedtls_version_get_string(string);
    }
    {
        current = "mbedtls_version_get_string_full";
        static char *string;
        (void) mbedtls_version_get_string_full(string);
    }
    {
        current = "mbedtls_x509_crl_free";
        static mbedtls_x509_crl *crl;
        (void) mbedtls_x509_crl_free(crl);
    }
    {
        current = "mbedtls_x509_crl_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_crl *crl;
        (void) mbedtls_x509_crl_info(buf, size, prefix, crl);
    }
    {
        current = "mbedtls_x509_crl_init";
        static mbedtls_x509_crl *crl;
        (void) mbedtls_x509_crl_init(crl);
    }
    {
        current = "mbedtls_x509_crl_parse";
        static mbedtls_x509_crl *chain;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_crl_parse(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crl_parse_der";
        static mbedtls_x509_crl *chain;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_crl_parse_der(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crl_parse_file";
        static mbedtls_x509_crl *chain;
        static const char *path;
        (void) mbedtls_x509_crl_parse_file(chain, path);
    }
    {
        current = "mbedtls_x509_crt_check_extended_key_usage";
        static const mbedtls_x509_crt *crt;
        static const char *usage_oid;
        static size_t usage_len;
        (void) mbedtls_x509_crt_check_extended_key_usage(crt, usage_oid, usage_len);
    }
    {
        current = "mbedtls_x509_crt_check_key_usage";
        static const mbedtls_x509_crt *crt;
        static unsigned int usage;
        (void) mbedtls_x509_crt_check_key_usage(crt, usage);
    }
    {
        current = "mbedtls_x509_crt_free";
        static mbedtls_x509_crt *crt;
        (void) mbedtls_x509_crt_free(crt);
    }
    {
        current = "mbedtls_x509_crt_get_ca_istrue";
        static const mbedtls_x509_crt *crt;
        (void) mbedtls_x509_crt_get_ca_istrue(crt);
    }
    {
        current = "mbedtls_x509_crt_has_ext_type";
        static const mbedtls_x509_crt *ctx;
        static int ext_type;
        (void) mbedtls_x509_crt_has_ext_type(ctx, ext_type);
    }
    {
        current = "mbedtls_x509_crt_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_crt *crt;
        (void) mbedtls_x509_crt_info(buf, size, prefix, crt);
    }
    {
        current = "mbedtls_x509_crt_init";
        static mbedtls_x509_crt *crt;
        (void) mbedtls_x509_crt_init(crt);
    }
    {
        current = "mbedtls_x509_crt_is_revoked";
        static const mbedtls_x509_crt *crt;
        static const mbedtls_x509_crl *crl;
        (void) mbedtls_x509_crt_is_revoked(crt, crl);
    }
    {
        current = "mbedtls_x509_crt_parse";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_crt_parse(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_cn_inet_pton";
        static const char *cn;
        static void *dst;
        (void) mbedtls_x509_crt_parse_cn_inet_pton(cn, dst);
    }
    {
        current = "mbedtls_x509_crt_parse_der";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_crt_parse_der(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_der_nocopy";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_crt_parse_der_nocopy(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_der_with_ext_cb";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        static int make_copy;
        static mbedtls_x509_crt_ext_cb_t cb;
        static void *p_ctx;
        (void) mbedtls_x509_crt_parse_der_with_ext_cb(chain, buf, buflen, make_copy, cb, p_ctx);
    }
    {
        current = "mbedtls_x509_crt_parse_file";
        static mbedtls_x509_crt *chain;
        static const char *path;
        (void) mbedtls_x509_crt_parse_file(chain, path);
    }
    {
        current = "mbedtls_x509_crt_parse_path";
        static mbedtls_x509_crt *chain;
        static const char *path;
        (void) mbedtls_x509_crt_parse_path(chain, path);
    }
    {
        current = "mbedtls_x509_crt_verify";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        (void) mbedtls_x509_crt_verify(crt, trust_ca, ca_crl, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_crt_verify_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static uint32_t flags;
        (void) mbedtls_x509_crt_verify_info(buf, size, prefix, flags);
    }
    {
        current = "mbedtls_x509_crt_verify_restartable";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        static mbedtls_x509_crt_restart_ctx *rs_ctx;
        (void) mbedtls_x509_crt_verify_restartable(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy, rs_ctx);
    }
    {
        current = "mbedtls_x509_crt_verify_with_ca_cb";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt_ca_cb_t f_ca_cb;
        static void *p_ca_cb;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        (void) mbedtls_x509_crt_verify_with_ca_cb(crt, f_ca_cb, p_ca_cb, profile, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_crt_verify_with_profile";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        (void) mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_csr_free";
        static mbedtls_x509_csr *csr;
        (void) mbedtls_x509_csr_free(csr);
    }
    {
        current = "mbedtls_x509_csr_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_csr *csr;
        (void) mbedtls_x509_csr_info(buf, size, prefix, csr);
    }
    {
        current = "mbedtls_x509_csr_init";
        static mbedtls_x509_csr *csr;
        (void) mbedtls_x509_csr_init(csr);
    }
    {
        current = "mbedtls_x509_csr_parse";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_csr_parse(csr, buf, buflen);
    }
    {
        current = "mbedtls_x509_csr_parse_der";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        (void) mbedtls_x509_csr_parse_der(csr, buf, buflen);
    }
    {
        current = "mbedtls_x509_csr_parse_der_with_ext_cb";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        static mbedtls_x509_csr_ext_cb_t cb;
        static void *p_ctx;
        (void) mbedtls_x509_csr_parse_der_with_ext_cb(csr, buf, buflen, cb, p_ctx);
    }
    {
        current = "mbedtls_x509_csr_parse_file";
        static mbedtls_x509_csr *csr;
        static const char *path;
        (void) mbedtls_x509_csr_parse_file(csr, path);
    }
    {
        current = "mbedtls_x509_dn_get_next";
        static mbedtls_x509_name *dn;
        (void) mbedtls_x509_dn_get_next(dn);
    }
    {
        current = "mbedtls_x509_dn_gets";
        static char *buf;
        static size_t size;
        static const mbedtls_x509_name *dn;
        (void) mbedtls_x509_dn_gets(buf, size, dn);
    }
    {
        current = "mbedtls_x509_free_subject_alt_name";
        static mbedtls_x509_subject_alternative_name *san;
        (void) mbedtls_x509_free_subject_alt_name(san);
    }
    {
        current = "mbedtls_x509_parse_subject_alt_name";
        static const mbedtls_x509_buf *san_buf;
        static mbedtls_x509_subject_alternative_name *san;
        (void) mbedtls_x509_parse_subject_alt_name(san_buf, san);
    }
    {
        current = "mbedtls_x509_serial_gets";
        static char *buf;
        static size_t size;
        static const mbedtls_x509_buf *serial;
        (void) mbedtls_x509_serial_gets(buf, size, serial);
    }
    {
        current = "mbedtls_x509_string_to_names";
        static mbedtls_asn1_named_data **head;
        static const char *name;
        (void) mbedtls_x509_string_to_names(head, name);
    }
    {
        current = "mbedtls_x509_time_cmp";
        static const mbedtls_x509_time *t1;
        static const mbedtls_x509_time *t2;
        (void) mbedtls_x509_time_cmp(t1, t2);
    }
    {
        current = "mbedtls_x509_time_gmtime";
        static mbedtls_time_t tt;
        static mbedtls_x509_time *now;
        (void) mbedtls_x509_time_gmtime(tt, now);
    }
    {
        current = "mbedtls_x509_time_is_future";
        static const mbedtls_x509_time *from;
        (void) mbedtls_x509_time_is_future(from);
    }
    {
        current = "mbedtls_x509_time_is_past";
        static const mbedtls_x509_time *to;
        (void) mbedtls_x509_time_is_past(to);
    }
    {
        current = "mbedtls_x509write_crt_der";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_x509write_crt_der(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_crt_free";
        static mbedtls_x509write_cert *ctx;
        (void) mbedtls_x509write_crt_free(ctx);
    }
    {
        current = "mbedtls_x509write_crt_init";
        static mbedtls_x509write_cert *ctx;
        (void) mbedtls_x509write_crt_init(ctx);
    }
    {
        current = "mbedtls_x509write_crt_pem";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_x509write_crt_pem(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_crt_set_authority_key_identifier";
        static mbedtls_x509write_cert *ctx;
        (void) mbedtls_x509write_crt_set_authority_key_identifier(ctx);
    }
    {
        current = "mbedtls_x509write_crt_set_basic_constraints";
        static mbedtls_x509write_cert *ctx;
        static int is_ca;
        static int max_pathlen;
        (void) mbedtls_x509write_crt_set_basic_constraints(ctx, is_ca, max_pathlen);
    }
    {
        current = "mbedtls_x509write_crt_set_ext_key_usage";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_asn1_sequence *exts;
        (void) mbedtls_x509write_crt_set_ext_key_usage(ctx, exts);
    }
    {
        current = "mbedtls_x509write_crt_set_extension";
        static mbedtls_x509write_cert *ctx;
        static const char *oid;
        static size_t oid_len;
        static int critical;
        static const unsigned char *val;
        static size_t val_len;
        (void) mbedtls_x509write_crt_set_extension(ctx, oid, oid_len, critical, val, val_len);
    }
    {
        current = "mbedtls_x509write_crt_set_issuer_key";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_pk_context *key;
        (void) mbedtls_x509write_crt_set_issuer_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_crt_set_issuer_name";
        static mbedtls_x509write_cert *ctx;
        static const char *issuer_name;
        (void) mbedtls_x509write_crt_set_issuer_name(ctx, issuer_name);
    }
    {
        current = "mbedtls_x509write_crt_set_key_usage";
        static mbedtls_x509write_cert *ctx;
        static unsigned int key_usage;
        (void) mbedtls_x509write_crt_set_key_usage(ctx, key_usage);
    }
    {
        current = "mbedtls_x509write_crt_set_md_alg";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_md_type_t md_alg;
        (void) mbedtls_x509write_crt_set_md_alg(ctx, md_alg);
    }
    {
        current = "mbedtls_x509write_crt_set_ns_cert_type";
        static mbedtls_x509write_cert *ctx;
        static unsigned char ns_cert_type;
        (void) mbedtls_x509write_crt_set_ns_cert_type(ctx, ns_cert_type);
    }
    {
        current = "mbedtls_x509write_crt_set_serial";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_mpi *serial;
        (void) mbedtls_x509write_crt_set_serial(ctx, serial);
    }
    {
        current = "mbedtls_x509write_crt_set_serial_raw";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *serial;
        static size_t serial_len;
        (void) mbedtls_x509write_crt_set_serial_raw(ctx, serial, serial_len);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_alternative_name";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_x509_san_list *san_list;
        (void) mbedtls_x509write_crt_set_subject_alternative_name(ctx, san_list);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_key";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_pk_context *key;
        (void) mbedtls_x509write_crt_set_subject_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_key_identifier";
        static mbedtls_x509write_cert *ctx;
        (void) mbedtls_x509write_crt_set_subject_key_identifier(ctx);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_name";
        static mbedtls_x509write_cert *ctx;
        static const char *subject_name;
        (void) mbedtls_x509write_crt_set_subject_name(ctx, subject_name);
    }
    {
        current = "mbedtls_x509write_crt_set_validity";
        static mbedtls_x509write_cert *ctx;
        static const char *not_before;
        static const char *not_after;
        (void) mbedtls_x509write_crt_set_validity(ctx, not_before, not_after);
    }
    {
        current = "mbedtls_x509write_crt_set_version";
        static mbedtls_x509write_cert *ctx;
        static int version;
        (void) mbedtls_x509write_crt_set_version(ctx, version);
    }
    {
        current = "mbedtls_x509write_csr_der";
        static mbedtls_x509write_csr *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_x509write_csr_der(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_csr_free";
        static mbedtls_x509write_csr *ctx;
        (void) mbedtls_x509write_csr_free(ctx);
    }
    {
        current = "mbedtls_x509write_csr_init";
        static mbedtls_x509write_csr *ctx;
        (void) mbedtls_x509write_csr_init(ctx);
    }
    {
        current = "mbedtls_x509write_csr_pem";
        static mbedtls_x509write_csr *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        (void) mbedtls_x509write_csr_pem(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_csr_set_extension";
        static mbedtls_x509write_csr *ctx;
        static const char *oid;
        static size_t oid_len;
        static int critical;
        static const unsigned char *val;
        static size_t val_len;
        (void) mbedtls_x509write_csr_set_extension(ctx, oid, oid_len, critical, val, val_len);
    }
    {
        current = "mbedtls_x509write_csr_set_key";
        static mbedtls_x509write_csr *ctx;
        static mbedtls_pk_context *key;
        (void) mbedtls_x509write_csr_set_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_csr_set_key_usage";
        static mbedtls_x509write_csr *ctx;
        static unsigned char key_usage;
        (void) mbedtls_x509write_csr_set_key_usage(ctx, key_usage);
    }
    {
        current = "mbedtls_x509write_csr_set_md_alg";
        static mbedtls_x509write_csr *ctx;
        static mbedtls_md_type_t md_alg;
        (void) mbedtls_x509write_csr_set_md_alg(ctx, md_alg);
    }
    {
        current = "mbedtls_x509write_csr_set_ns_cert_type";
        static mbedtls_x509write_csr *ctx;
        static unsigned char ns_cert_type;
        (void) mbedtls_x509write_csr_set_ns_cert_type(ctx, ns_cert_type);
    }
    {
        current = "mbedtls_x509write_csr_set_subject_alternative_name";
        static mbedtls_x509write_csr *ctx;
        static const mbedtls_x509_san_list *san_list;
        (void) mbedtls_x509write_csr_set_subject_alternative_name(ctx, san_list);
    }
    {
        current = "mbedtls_x509write_csr_set_subject_name";
        static mbedtls_x509write_csr *ctx;
        static const char *subject_name;
        (void) mbedtls_x509write_csr_set_subject_name(ctx, subject_name);
    }
    {
        current = "psa_aead_abort";
        static psa_aead_operation_t *operation;
        (void) psa_aead_abort(operation);
    }
    {
        current = "psa_aead_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *nonce;
        static size_t nonce_length;
        static const uint8_t *additional_data;
        static size_t additional_data_length;
        static const uint8_t *ciphertext;
        static size_t ciphertext_length;
        static uint8_t *plaintext;
        static size_t plaintext_size;
        static size_t *plaintext_length;
        (void) psa_aead_decrypt(key, alg, nonce, nonce_length, additional_data, additional_data_length, ciphertext, ciphertext_length, plaintext, plaintext_size, plaintext_length);
    }
    {
        current = "psa_aead_decrypt_setup";
        static psa_aead_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_aead_decrypt_setup(operation, key, alg);
    }
    {
        current = "psa_aead_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *nonce;
        static size_t nonce_length;
        static const uint8_t *additional_data;
        static size_t additional_data_length;
        static const uint8_t *plaintext;
        static size_t plaintext_length;
        static uint8_t *ciphertext;
        static size_t ciphertext_size;
        static size_t *ciphertext_length;
        (void) psa_aead_encrypt(key, alg, nonce, nonce_length, additional_data, additional_data_length, plaintext, plaintext_length, ciphertext, ciphertext_size, ciphertext_length);
    }
    {
        current = "psa_aead_encrypt_setup";
        static psa_aead_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_aead_encrypt_setup(operation, key, alg);
    }
    {
        current = "psa_aead_finish";
        static psa_aead_operation_t *operation;
        static uint8_t *ciphertext;
        static size_t ciphertext_size;
        static size_t *ciphertext_length;
        static uint8_t *tag;
        static size_t tag_size;
        static size_t *tag_length;
        (void) psa_aead_finish(operation, ciphertext, ciphertext_size, ciphertext_length, tag, tag_size, tag_length);
    }
    {
        current = "psa_aead_generate_nonce";
        static psa_aead_operation_t *operation;
        static uint8_t *nonce;
        static size_t nonce_size;
        static size_t *nonce_length;
        (void) psa_aead_generate_nonce(operation, nonce, nonce_size, nonce_length);
    }
    {
        current = "psa_aead_operation_init";
        (void) psa_aead_operation_init();
    }
    {
        current = "psa_aead_set_lengths";
        static psa_aead_operation_t *operation;
        static size_t ad_length;
        static size_t plaintext_length;
        (void) psa_aead_set_lengths(operation, ad_length, plaintext_length);
    }
    {
        current = "psa_aead_set_nonce";
        static psa_aead_operation_t *operation;
        static const uint8_t *nonce;
        static size_t nonce_length;
        (void) psa_aead_set_nonce(operation, nonce, nonce_length);
    }
    {
        current = "psa_aead_update";
        static psa_aead_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_aead_update(operation, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_aead_update_ad";
        static psa_aead_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        (void) psa_aead_update_ad(operation, input, input_length);
    }
    {
        current = "psa_aead_verify";
        static psa_aead_operation_t *operation;
        static uint8_t *plaintext;
        static size_t plaintext_size;
        static size_t *plaintext_length;
        static const uint8_t *tag;
        static size_t tag_length;
        (void) psa_aead_verify(operation, plaintext, plaintext_size, plaintext_length, tag, tag_length);
    }
    {
        current = "psa_asymmetric_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *salt;
        static size_t salt_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_asymmetric_decrypt(key, alg, input, input_length, salt, salt_length, output, output_size, output_length);
    }
    {
        current = "psa_asymmetric_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *salt;
        static size_t salt_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_asymmetric_encrypt(key, alg, input, input_length, salt, salt_length, output, output_size, output_length);
    }
    {
        current = "psa_can_do_cipher";
        static psa_key_type_t key_type;
        static psa_algorithm_t cipher_alg;
        (void) psa_can_do_cipher(key_type, cipher_alg);
    }
    {
        current = "psa_can_do_hash";
        static psa_algorithm_t hash_alg;
        (void) psa_can_do_hash(hash_alg);
    }
    {
        current = "psa_cipher_abort";
        static psa_cipher_operation_t *operation;
        (void) psa_cipher_abort(operation);
    }
    {
        current = "psa_cipher_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_cipher_decrypt(key, alg, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_cipher_decrypt_setup";
        static psa_cipher_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_cipher_decrypt_setup(operation, key, alg);
    }
    {
        current = "psa_cipher_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_cipher_encrypt(key, alg, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_cipher_encrypt_setup";
        static psa_cipher_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_cipher_encrypt_setup(operation, key, alg);
    }
    {
        current = "psa_cipher_finish";
        static psa_cipher_operation_t *operation;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_cipher_finish(operation, output, output_size, output_length);
    }
    {
        current = "psa_cipher_generate_iv";
        static psa_cipher_operation_t *operation;
        static uint8_t *iv;
        static size_t iv_size;
        static size_t *iv_length;
        (void) psa_cipher_generate_iv(operation, iv, iv_size, iv_length);
    }
    {
        current = "psa_cipher_operation_init";
        (void) psa_cipher_operation_init();
    }
    {
        current = "psa_cipher_set_iv";
        static psa_cipher_operation_t *operation;
        static const uint8_t *iv;
        static size_t iv_length;
        (void) psa_cipher_set_iv(operation, iv, iv_length);
    }
    {
        current = "psa_cipher_update";
        static psa_cipher_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_cipher_update(operation, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_close_key";
        static psa_key_handle_t handle;
        (void) psa_close_key(handle);
    }
    {
        current = "psa_copy_key";
        static mbedtls_svc_key_id_t source_key;
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *target_key;
        (void) psa_copy_key(source_key, attributes, target_key);
    }
    {
        current = "psa_crypto_init";
        (void) psa_crypto_init();
    }
    {
        current = "psa_destroy_key";
        static mbedtls_svc_key_id_t key;
        (void) psa_destroy_key(key);
    }
    {
        current = "psa_export_key";
        static mbedtls_svc_key_id_t key;
        static uint8_t *data;
        static size_t data_size;
        static size_t *data_length;
        (void) psa_export_key(key, data, data_size, data_length);
    }
    {
        current = "psa_export_public_key";
        static mbedtls_svc_key_id_t key;
        static uint8_t *data;
        static size_t data_size;
        static size_t *data_length;
        (void) psa_export_public_key(key, data, data_size, data_length);
    }
    {
        current = "psa_extend_key_usage_flags";
        static psa_key_usage_t *usage_flags;
        (void) psa_extend_key_usage_flags(usage_flags);
    }
    {
        current = "psa_generate_key";
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *key;
        (void) psa_generate_key(attributes, key);
    }
    {
        current = "psa_generate_key_custom";
        static const psa_key_attributes_t *attributes;
        static const psa_custom_key_parameters_t *custom;
        static const uint8_t *custom_data;
        static size_t custom_data_length;
        static mbedtls_svc_key_id_t *key;
        (void) psa_generate_key_custom(attributes, custom, custom_data, custom_data_length, key);
    }
    {
        current = "psa_generate_key_ext";
        static const psa_key_attributes_t *attributes;
        static const psa_key_production_parameters_t *params;
        static size_t params_data_length;
        static mbedtls_svc_key_id_t *key;
        (void) psa_generate_key_ext(attributes, params, params_data_length, key);
    }
    {
        current = "psa_generate_random";
        static uint8_t *output;
        static size_t output_size;
        (void) psa_generate_random(output, output_size);
    }
    {
        current = "psa_get_key_algorithm";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_algorithm(attributes);
    }
    {
        current = "psa_get_key_attributes";
        static mbedtls_svc_key_id_t key;
        static psa_key_attributes_t *attributes;
        (void) psa_get_key_attributes(key, attributes);
    }
    {
        current = "psa_get_key_bits";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_bits(attributes);
    }
    {
        current = "psa_get_key_enrollment_algorithm";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_enrollment_algorithm(attributes);
    }
    {
        current = "psa_get_key_id";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_id(attributes);
    }
    {
        current = "psa_get_key_lifetime";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_lifetime(attributes);
    }
    {
        current = "psa_get_key_type";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_type(attributes);
    }
    {
        current = "psa_get_key_usage_flags";
        static const psa_key_attributes_t *attributes;
        (void) psa_get_key_usage_flags(attributes);
    }
    {
        current = "psa_hash_abort";
        static psa_hash_operation_t *operation;
        (void) psa_hash_abort(operation);
    }
    {
        current = "psa_hash_clone";
        static const psa_hash_operation_t *source_operation;
        static psa_hash_operation_t *target_operation;
        (void) psa_hash_clone(source_operation, target_operation);
    }
    {
        current = "psa_hash_compare";
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *hash;
        static size_t hash_length;
        (void) psa_hash_compare(alg, input, input_length, hash, hash_length);
    }
    {
        current = "psa_hash_compute";
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *hash;
        static size_t hash_size;
        static size_t *hash_length;
        (void) psa_hash_compute(alg, input, input_length, hash, hash_size, hash_length);
    }
    {
        current = "psa_hash_finish";
        static psa_hash_operation_t *operation;
        static uint8_t *hash;
        static size_t hash_size;
        static size_t *hash_length;
        (void) psa_hash_finish(operation, hash, hash_size, hash_length);
    }
    {
        current = "psa_hash_operation_init";
        (void) psa_hash_operation_init();
    }
    {
        current = "psa_hash_setup";
        static psa_hash_operation_t *operation;
        static psa_algorithm_t alg;
        (void) psa_hash_setup(operation, alg);
    }
    {
        current = "psa_hash_update";
        static psa_hash_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        (void) psa_hash_update(operation, input, input_length);
    }
    {
        current = "psa_hash_verify";
        static psa_hash_operation_t *operation;
        static const uint8_t *hash;
        static size_t hash_length;
        (void) psa_hash_verify(operation, hash, hash_length);
    }
    {
        current = "psa_import_key";
        static const psa_key_attributes_t *attributes;
        static const uint8_t *data;
        static size_t data_length;
        static mbedtls_svc_key_id_t *key;
        (void) psa_import_key(attributes, data, data_length, key);
    }
    {
        current = "psa_interruptible_get_max_ops";
        (void) psa_interruptible_get_max_ops();
    }
    {
        current = "psa_interruptible_set_max_ops";
        static uint32_t max_ops;
        (void) psa_interruptible_set_max_ops(max_ops);
    }
    {
        current = "psa_key_attributes_init";
        (void) psa_key_attributes_init();
    }
    {
        current = "psa_key_derivation_abort";
        static psa_key_derivation_operation_t *operation;
        (void) psa_key_derivation_abort(operation);
    }
    {
        current = "psa_key_derivation_get_capacity";
        static const psa_key_derivation_operation_t *operation;
        static size_t *capacity;
        (void) psa_key_derivation_get_capacity(operation, capacity);
    }
    {
        current = "psa_key_derivation_input_bytes";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static const uint8_t *data;
        static size_t data_length;
        (void) psa_key_derivation_input_bytes(operation, step, data, data_length);
    }
    {
        current = "psa_key_derivation_input_integer";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static uint64_t value;
        (void) psa_key_derivation_input_integer(operation, step, value);
    }
    {
        current = "psa_key_derivation_input_key";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static mbedtls_svc_key_id_t key;
        (void) psa_key_derivation_input_key(operation, step, key);
    }
    {
        current = "psa_key_derivation_key_agreement";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static mbedtls_svc_key_id_t private_key;
        static const uint8_t *peer_key;
        static size_t peer_key_length;
        (void) psa_key_derivation_key_agreement(operation, step, private_key, peer_key, peer_key_length);
    }
    {
        current = "psa_key_derivation_operation_init";
        (void) psa_key_derivation_operation_init();
    }
    {
        current = "psa_key_derivation_output_bytes";
        static psa_key_derivation_operation_t *operation;
        static uint8_t *output;
        static size_t output_length;
        (void) psa_key_derivation_output_bytes(operation, output, output_length);
    }
    {
        current = "psa_key_derivation_output_key";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static mbedtls_svc_key_id_t *key;
        (void) psa_key_derivation_output_key(attributes, operation, key);
    }
    {
        current = "psa_key_derivation_output_key_custom";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static const psa_custom_key_parameters_t *custom;
        static const uint8_t *custom_data;
        static size_t custom_data_length;
        static mbedtls_svc_key_id_t *key;
        (void) psa_key_derivation_output_key_custom(attributes, operation, custom, custom_data, custom_data_length, key);
    }
    {
        current = "psa_key_derivation_output_key_ext";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static const psa_key_production_parameters_t *params;
        static size_t params_data_length;
        static mbedtls_svc_key_id_t *key;
        (void) psa_key_derivation_output_key_ext(attributes, operation, params, params_data_length, key);
    }
    {
        current = "psa_key_derivation_set_capacity";
        static psa_key_derivation_operation_t *operation;
        static size_t capacity;
        (void) psa_key_derivation_set_capacity(operation, capacity);
    }
    {
        current = "psa_key_derivation_setup";
        static psa_key_derivation_operation_t *operation;
        static psa_algorithm_t alg;
        (void) psa_key_derivation_setup(operation, alg);
    }
    {
        current = "psa_key_handle_is_null";
        static psa_key_handle_t handle;
        (void) psa_key_handle_is_null(handle);
    }
    {
        current = "psa_key_policy_init";
        (void) psa_key_policy_init();
    }
    {
        current = "psa_mac_abort";
        static psa_mac_operation_t *operation;
        (void) psa_mac_abort(operation);
    }
    {
        current = "psa_mac_compute";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *mac;
        static size_t mac_size;
        static size_t *mac_length;
        (void) psa_mac_compute(key, alg, input, input_length, mac, mac_size, mac_length);
    }
    {
        current = "psa_mac_operation_init";
        (void) psa_mac_operation_init();
    }
    {
        current = "psa_mac_sign_finish";
        static psa_mac_operation_t *operation;
        static uint8_t *mac;
        static size_t mac_size;
        static size_t *mac_length;
        (void) psa_mac_sign_finish(operation, mac, mac_size, mac_length);
    }
    {
        current = "psa_mac_sign_setup";
        static psa_mac_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_mac_sign_setup(operation, key, alg);
    }
    {
        current = "psa_mac_update";
        static psa_mac_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        (void) psa_mac_update(operation, input, input_length);
    }
    {
        current = "psa_mac_verify";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *mac;
        static size_t mac_length;
        (void) psa_mac_verify(key, alg, input, input_length, mac, mac_length);
    }
    {
        current = "psa_mac_verify_finish";
        static psa_mac_operation_t *operation;
        static const uint8_t *mac;
        static size_t mac_length;
        (void) psa_mac_verify_finish(operation, mac, mac_length);
    }
    {
        current = "psa_mac_verify_setup";
        static psa_mac_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        (void) psa_mac_verify_setup(operation, key, alg);
    }
    {
        current = "psa_open_key";
        static mbedtls_svc_key_id_t key;
        static psa_key_handle_t *handle;
        (void) psa_open_key(key, handle);
    }
    {
        current = "psa_purge_key";
        static mbedtls_svc_key_id_t key;
        (void) psa_purge_key(key);
    }
    {
        current = "psa_raw_key_agreement";
        static psa_algorithm_t alg;
        static mbedtls_svc_key_id_t private_key;
        static const uint8_t *peer_key;
        static size_t peer_key_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        (void) psa_raw_key_agreement(alg, private_key, peer_key, peer_key_length, output, output_size, output_length);
    }
    {
        current = "psa_reset_key_attributes";
        static psa_key_attributes_t *attributes;
        (void) psa_reset_key_attributes(attributes);
    }
    {
        current = "psa_set_key_algorithm";
        static psa_key_attributes_t *attributes;
        static psa_algorithm_t alg;
        (void) psa_set_key_algorithm(attributes, alg);
    }
    {
        current = "psa_set_key_bits";
        static psa_key_attributes_t *attributes;
        static size_t bits;
        (void) psa_set_key_bits(attributes, bits);
    }
    {
        current = "psa_set_key_enrollment_algorithm";
        static psa_key_attributes_t *attributes;
        static psa_algorithm_t alg2;
        (void) psa_set_key_enrollment_algorithm(attributes, alg2);
    }
    {
        current = "psa_set_key_id";
        static psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t key;
        (void) psa_set_key_id(attributes, key);
    }
    {
        current = "psa_set_key_lifetime";
        static psa_key_attributes_t *attributes;
        static psa_key_lifetime_t lifetime;
        (void) psa_set_key_lifetime(attributes, lifetime);
    }
    {
        current = "psa_set_key_type";
        static psa_key_attributes_t *attributes;
        static psa_key_type_t type;
        (void) psa_set_key_type(attributes, type);
    }
    {
        current = "psa_set_key_usage_flags";
        static psa_key_attributes_t *attributes;
        static psa_key_usage_t usage_flags;
        (void) psa_set_key_usage_flags(attributes, usage_flags);
    }
    {
        current = "psa_sign_hash";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        (void) psa_sign_hash(key, alg, hash, hash_length, signature, signature_size, signature_length);
    }
    {
        current = "psa_sign_hash_abort";
        static psa_sign_hash_interruptible_operation_t *operation;
        (void) psa_sign_hash_abort(operation);
    }
    {
        current = "psa_sign_hash_complete";
        static psa_sign_hash_interruptible_operation_t *operation;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        (void) psa_sign_hash_complete(operation, signature, signature_size, signature_length);
    }
    {
        current = "psa_sign_hash_get_num_ops";
        static const psa_sign_hash_interruptible_operation_t *operation;
        (void) psa_sign_hash_get_num_ops(operation);
    }
    {
        current = "psa_sign_hash_interruptible_operation_init";
        (void) psa_sign_hash_interruptible_operation_init();
    }
    {
        current = "psa_sign_hash_start";
        static psa_sign_hash_interruptible_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        (void) psa_sign_hash_start(operation, key, alg, hash, hash_length);
    }
    {
        current = "psa_sign_message";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        (void) psa_sign_message(key, alg, input, input_length, signature, signature_size, signature_length);
    }
    {
        current = "psa_verify_hash";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static const uint8_t *signature;
        static size_t signature_length;
        (void) psa_verify_hash(key, alg, hash, hash_length, signature, signature_length);
    }
    {
        current = "psa_verify_hash_abort";
        static psa_verify_hash_interruptible_operation_t *operation;
        (void) psa_verify_hash_abort(operation);
    }
    {
        current = "psa_verify_hash_complete";
        static psa_verify_hash_interruptible_operation_t *operation;
        (void) psa_verify_hash_complete(operation);
    }
    {
        current = "psa_verify_hash_get_num_ops";
        static const psa_verify_hash_interruptible_operation_t *operation;
        (void) psa_verify_hash_get_num_ops(operation);
    }
    {
        current = "psa_verify_hash_interruptible_operation_init";
        (void) psa_verify_hash_interruptible_operation_init();
    }
    {
        current = "psa_verify_hash_start";
        static psa_verify_hash_interruptible_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static const uint8_t *signature;
        static size_t signature_length;
        (void) psa_verify_hash_start(operation, key, alg, hash, hash_length, signature, signature_length);
    }
    {
        current = "psa_verify_message";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *signature;
        static size_t signature_length;
        (void) psa_verify_message(key, alg, input, input_length, signature, signature_length);
    }
}

static void with_zeroed_memory(void)
{
    {
        current = "mbedtls_aes_cmac_prf_128";
        static const unsigned char *key;
        static size_t key_len;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        key = zeroed(0);
        input = zeroed(2);
        output = zeroed(4);
        (void) mbedtls_aes_cmac_prf_128(key, key_len, input, in_len, output);
    }
    {
        current = "mbedtls_aes_crypt_cbc";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_aes_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_cfb128";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv_off = zeroed(3);
        iv = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_aes_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_cfb8";
        static mbedtls_aes_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_aes_crypt_cfb8(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ctr";
        static mbedtls_aes_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        nc_off = zeroed(2);
        nonce_counter = zeroed(3);
        stream_block = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_aes_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ecb";
        static mbedtls_aes_context *ctx;
        static int mode;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(3);
        (void) mbedtls_aes_crypt_ecb(ctx, mode, input, output);
    }
    {
        current = "mbedtls_aes_crypt_ofb";
        static mbedtls_aes_context *ctx;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv_off = zeroed(2);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_aes_crypt_ofb(ctx, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aes_crypt_xts";
        static mbedtls_aes_xts_context *ctx;
        static int mode;
        static size_t length;
        static const unsigned char *data_unit;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        data_unit = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_aes_crypt_xts(ctx, mode, length, data_unit, input, output);
    }
    {
        current = "mbedtls_aes_free";
        static mbedtls_aes_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aes_free(ctx);
    }
    {
        current = "mbedtls_aes_init";
        static mbedtls_aes_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aes_init(ctx);
    }
    {
        current = "mbedtls_aes_self_test";
        static int verbose;
        (void) mbedtls_aes_self_test(verbose);
    }
    {
        current = "mbedtls_aes_setkey_dec";
        static mbedtls_aes_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aes_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_setkey_enc";
        static mbedtls_aes_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aes_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_xts_free";
        static mbedtls_aes_xts_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aes_xts_free(ctx);
    }
    {
        current = "mbedtls_aes_xts_init";
        static mbedtls_aes_xts_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aes_xts_init(ctx);
    }
    {
        current = "mbedtls_aes_xts_setkey_dec";
        static mbedtls_aes_xts_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aes_xts_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aes_xts_setkey_enc";
        static mbedtls_aes_xts_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aes_xts_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_aria_crypt_cbc";
        static mbedtls_aria_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_aria_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_aria_crypt_cfb128";
        static mbedtls_aria_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv_off = zeroed(3);
        iv = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_aria_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_aria_crypt_ctr";
        static mbedtls_aria_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        nc_off = zeroed(2);
        nonce_counter = zeroed(3);
        stream_block = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_aria_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_aria_crypt_ecb";
        static mbedtls_aria_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_aria_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_aria_free";
        static mbedtls_aria_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aria_free(ctx);
    }
    {
        current = "mbedtls_aria_init";
        static mbedtls_aria_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_aria_init(ctx);
    }
    {
        current = "mbedtls_aria_self_test";
        static int verbose;
        (void) mbedtls_aria_self_test(verbose);
    }
    {
        current = "mbedtls_aria_setkey_dec";
        static mbedtls_aria_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aria_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_aria_setkey_enc";
        static mbedtls_aria_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_aria_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_asn1_find_named_data";
        static const mbedtls_asn1_named_data *list;
        static const char *oid;
        static size_t len;
        list = zeroed(0);
        oid = zeroed(1);
        (void) mbedtls_asn1_find_named_data(list, oid, len);
    }
    {
        current = "mbedtls_asn1_free_named_data";
        static mbedtls_asn1_named_data *entry;
        entry = zeroed(0);
        (void) mbedtls_asn1_free_named_data(entry);
    }
    {
        current = "mbedtls_asn1_free_named_data_list";
        static mbedtls_asn1_named_data **head;
        head = zeroed(0);
        (void) mbedtls_asn1_free_named_data_list(head);
    }
    {
        current = "mbedtls_asn1_get_alg";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_buf *alg;
        static mbedtls_asn1_buf *params;
        p = zeroed(0);
        end = zeroed(1);
        alg = zeroed(2);
        params = zeroed(3);
        (void) mbedtls_asn1_get_alg(p, end, alg, params);
    }
    {
        current = "mbedtls_asn1_get_alg_null";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_buf *alg;
        p = zeroed(0);
        end = zeroed(1);
        alg = zeroed(2);
        (void) mbedtls_asn1_get_alg_null(p, end, alg);
    }
    {
        current = "mbedtls_asn1_get_bitstring";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_bitstring *bs;
        p = zeroed(0);
        end = zeroed(1);
        bs = zeroed(2);
        (void) mbedtls_asn1_get_bitstring(p, end, bs);
    }
    {
        current = "mbedtls_asn1_get_bitstring_null";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        p = zeroed(0);
        end = zeroed(1);
        len = zeroed(2);
        (void) mbedtls_asn1_get_bitstring_null(p, end, len);
    }
    {
        current = "mbedtls_asn1_get_bool";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        p = zeroed(0);
        end = zeroed(1);
        val = zeroed(2);
        (void) mbedtls_asn1_get_bool(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_enum";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        p = zeroed(0);
        end = zeroed(1);
        val = zeroed(2);
        (void) mbedtls_asn1_get_enum(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_int";
        static unsigned char **p;
        static const unsigned char *end;
        static int *val;
        p = zeroed(0);
        end = zeroed(1);
        val = zeroed(2);
        (void) mbedtls_asn1_get_int(p, end, val);
    }
    {
        current = "mbedtls_asn1_get_len";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        p = zeroed(0);
        end = zeroed(1);
        len = zeroed(2);
        (void) mbedtls_asn1_get_len(p, end, len);
    }
    {
        current = "mbedtls_asn1_get_mpi";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_mpi *X;
        p = zeroed(0);
        end = zeroed(1);
        X = zeroed(2);
        (void) mbedtls_asn1_get_mpi(p, end, X);
    }
    {
        current = "mbedtls_asn1_get_sequence_of";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_asn1_sequence *cur;
        static int tag;
        p = zeroed(0);
        end = zeroed(1);
        cur = zeroed(2);
        (void) mbedtls_asn1_get_sequence_of(p, end, cur, tag);
    }
    {
        current = "mbedtls_asn1_get_tag";
        static unsigned char **p;
        static const unsigned char *end;
        static size_t *len;
        static int tag;
        p = zeroed(0);
        end = zeroed(1);
        len = zeroed(2);
        (void) mbedtls_asn1_get_tag(p, end, len, tag);
    }
    {
        current = "mbedtls_asn1_store_named_data";
        static mbedtls_asn1_named_data **list;
        static const char *oid;
        static size_t oid_len;
        static const unsigned char *val;
        static size_t val_len;
        list = zeroed(0);
        oid = zeroed(1);
        val = zeroed(3);
        (void) mbedtls_asn1_store_named_data(list, oid, oid_len, val, val_len);
    }
    {
        current = "mbedtls_asn1_traverse_sequence_of";
        static unsigned char **p;
        static const unsigned char *end;
        static unsigned char tag_must_mask;
        static unsigned char tag_must_val;
        static unsigned char tag_may_mask;
        static unsigned char tag_may_val;
        static int (*cb)(void *, int, unsigned char *, size_t);
        static void *ctx;
        p = zeroed(0);
        end = zeroed(1);
        ctx = zeroed(7);
        (void) mbedtls_asn1_traverse_sequence_of(p, end, tag_must_mask, tag_must_val, tag_may_mask, tag_may_val, cb, ctx);
    }
    {
        current = "mbedtls_asn1_write_algorithm_identifier";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        static size_t par_len;
        p = zeroed(0);
        start = zeroed(1);
        oid = zeroed(2);
        (void) mbedtls_asn1_write_algorithm_identifier(p, start, oid, oid_len, par_len);
    }
    {
        current = "mbedtls_asn1_write_algorithm_identifier_ext";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        static size_t par_len;
        static int has_par;
        p = zeroed(0);
        start = zeroed(1);
        oid = zeroed(2);
        (void) mbedtls_asn1_write_algorithm_identifier_ext(p, start, oid, oid_len, par_len, has_par);
    }
    {
        current = "mbedtls_asn1_write_bitstring";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t bits;
        p = zeroed(0);
        start = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_asn1_write_bitstring(p, start, buf, bits);
    }
    {
        current = "mbedtls_asn1_write_bool";
        static unsigned char **p;
        static const unsigned char *start;
        static int boolean;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_bool(p, start, boolean);
    }
    {
        current = "mbedtls_asn1_write_enum";
        static unsigned char **p;
        static const unsigned char *start;
        static int val;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_enum(p, start, val);
    }
    {
        current = "mbedtls_asn1_write_ia5_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        p = zeroed(0);
        start = zeroed(1);
        text = zeroed(2);
        (void) mbedtls_asn1_write_ia5_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_int";
        static unsigned char **p;
        static const unsigned char *start;
        static int val;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_int(p, start, val);
    }
    {
        current = "mbedtls_asn1_write_len";
        static unsigned char **p;
        static const unsigned char *start;
        static size_t len;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_len(p, start, len);
    }
    {
        current = "mbedtls_asn1_write_mpi";
        static unsigned char **p;
        static const unsigned char *start;
        static const mbedtls_mpi *X;
        p = zeroed(0);
        start = zeroed(1);
        X = zeroed(2);
        (void) mbedtls_asn1_write_mpi(p, start, X);
    }
    {
        current = "mbedtls_asn1_write_named_bitstring";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t bits;
        p = zeroed(0);
        start = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_asn1_write_named_bitstring(p, start, buf, bits);
    }
    {
        current = "mbedtls_asn1_write_null";
        static unsigned char **p;
        static const unsigned char *start;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_null(p, start);
    }
    {
        current = "mbedtls_asn1_write_octet_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t size;
        p = zeroed(0);
        start = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_asn1_write_octet_string(p, start, buf, size);
    }
    {
        current = "mbedtls_asn1_write_oid";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *oid;
        static size_t oid_len;
        p = zeroed(0);
        start = zeroed(1);
        oid = zeroed(2);
        (void) mbedtls_asn1_write_oid(p, start, oid, oid_len);
    }
    {
        current = "mbedtls_asn1_write_printable_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        p = zeroed(0);
        start = zeroed(1);
        text = zeroed(2);
        (void) mbedtls_asn1_write_printable_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_raw_buffer";
        static unsigned char **p;
        static const unsigned char *start;
        static const unsigned char *buf;
        static size_t size;
        p = zeroed(0);
        start = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_asn1_write_raw_buffer(p, start, buf, size);
    }
    {
        current = "mbedtls_asn1_write_tag";
        static unsigned char **p;
        static const unsigned char *start;
        static unsigned char tag;
        p = zeroed(0);
        start = zeroed(1);
        (void) mbedtls_asn1_write_tag(p, start, tag);
    }
    {
        current = "mbedtls_asn1_write_tagged_string";
        static unsigned char **p;
        static const unsigned char *start;
        static int tag;
        static const char *text;
        static size_t text_len;
        p = zeroed(0);
        start = zeroed(1);
        text = zeroed(3);
        (void) mbedtls_asn1_write_tagged_string(p, start, tag, text, text_len);
    }
    {
        current = "mbedtls_asn1_write_utf8_string";
        static unsigned char **p;
        static const unsigned char *start;
        static const char *text;
        static size_t text_len;
        p = zeroed(0);
        start = zeroed(1);
        text = zeroed(2);
        (void) mbedtls_asn1_write_utf8_string(p, start, text, text_len);
    }
    {
        current = "mbedtls_base64_decode";
        static unsigned char *dst;
        static size_t dlen;
        static size_t *olen;
        static const unsigned char *src;
        static size_t slen;
        dst = zeroed(0);
        olen = zeroed(2);
        src = zeroed(3);
        (void) mbedtls_base64_decode(dst, dlen, olen, src, slen);
    }
    {
        current = "mbedtls_base64_encode";
        static unsigned char *dst;
        static size_t dlen;
        static size_t *olen;
        static const unsigned char *src;
        static size_t slen;
        dst = zeroed(0);
        olen = zeroed(2);
        src = zeroed(3);
        (void) mbedtls_base64_encode(dst, dlen, olen, src, slen);
    }
    {
        current = "mbedtls_base64_self_test";
        static int verbose;
        (void) mbedtls_base64_self_test(verbose);
    }
    {
        current = "mbedtls_calloc";
        static size_t n;
        static size_t size;
        (void) mbedtls_calloc(n, size);
    }
    {
        current = "mbedtls_camellia_crypt_cbc";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_camellia_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_cfb128";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static size_t length;
        static size_t *iv_off;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv_off = zeroed(3);
        iv = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_camellia_crypt_cfb128(ctx, mode, length, iv_off, iv, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_ctr";
        static mbedtls_camellia_context *ctx;
        static size_t length;
        static size_t *nc_off;
        static unsigned char *nonce_counter;
        static unsigned char *stream_block;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        nc_off = zeroed(2);
        nonce_counter = zeroed(3);
        stream_block = zeroed(4);
        input = zeroed(5);
        output = zeroed(6);
        (void) mbedtls_camellia_crypt_ctr(ctx, length, nc_off, nonce_counter, stream_block, input, output);
    }
    {
        current = "mbedtls_camellia_crypt_ecb";
        static mbedtls_camellia_context *ctx;
        static int mode;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(3);
        (void) mbedtls_camellia_crypt_ecb(ctx, mode, input, output);
    }
    {
        current = "mbedtls_camellia_free";
        static mbedtls_camellia_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_camellia_free(ctx);
    }
    {
        current = "mbedtls_camellia_init";
        static mbedtls_camellia_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_camellia_init(ctx);
    }
    {
        current = "mbedtls_camellia_self_test";
        static int verbose;
        (void) mbedtls_camellia_self_test(verbose);
    }
    {
        current = "mbedtls_camellia_setkey_dec";
        static mbedtls_camellia_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_camellia_setkey_dec(ctx, key, keybits);
    }
    {
        current = "mbedtls_camellia_setkey_enc";
        static mbedtls_camellia_context *ctx;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_camellia_setkey_enc(ctx, key, keybits);
    }
    {
        current = "mbedtls_ccm_auth_decrypt";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static const unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        ad = zeroed(4);
        input = zeroed(6);
        output = zeroed(7);
        tag = zeroed(8);
        (void) mbedtls_ccm_auth_decrypt(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_encrypt_and_tag";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        ad = zeroed(4);
        input = zeroed(6);
        output = zeroed(7);
        tag = zeroed(8);
        (void) mbedtls_ccm_encrypt_and_tag(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_finish";
        static mbedtls_ccm_context *ctx;
        static unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        tag = zeroed(1);
        (void) mbedtls_ccm_finish(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_free";
        static mbedtls_ccm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ccm_free(ctx);
    }
    {
        current = "mbedtls_ccm_init";
        static mbedtls_ccm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ccm_init(ctx);
    }
    {
        current = "mbedtls_ccm_self_test";
        static int verbose;
        (void) mbedtls_ccm_self_test(verbose);
    }
    {
        current = "mbedtls_ccm_set_lengths";
        static mbedtls_ccm_context *ctx;
        static size_t total_ad_len;
        static size_t plaintext_len;
        static size_t tag_len;
        ctx = zeroed(0);
        (void) mbedtls_ccm_set_lengths(ctx, total_ad_len, plaintext_len, tag_len);
    }
    {
        current = "mbedtls_ccm_setkey";
        static mbedtls_ccm_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(2);
        (void) mbedtls_ccm_setkey(ctx, cipher, key, keybits);
    }
    {
        current = "mbedtls_ccm_star_auth_decrypt";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static const unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        ad = zeroed(4);
        input = zeroed(6);
        output = zeroed(7);
        tag = zeroed(8);
        (void) mbedtls_ccm_star_auth_decrypt(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_star_encrypt_and_tag";
        static mbedtls_ccm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        ad = zeroed(4);
        input = zeroed(6);
        output = zeroed(7);
        tag = zeroed(8);
        (void) mbedtls_ccm_star_encrypt_and_tag(ctx, length, iv, iv_len, ad, ad_len, input, output, tag, tag_len);
    }
    {
        current = "mbedtls_ccm_starts";
        static mbedtls_ccm_context *ctx;
        static int mode;
        static const unsigned char *iv;
        static size_t iv_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        (void) mbedtls_ccm_starts(ctx, mode, iv, iv_len);
    }
    {
        current = "mbedtls_ccm_update";
        static mbedtls_ccm_context *ctx;
        static const unsigned char *input;
        static size_t input_len;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        output_len = zeroed(5);
        (void) mbedtls_ccm_update(ctx, input, input_len, output, output_size, output_len);
    }
    {
        current = "mbedtls_ccm_update_ad";
        static mbedtls_ccm_context *ctx;
        static const unsigned char *ad;
        static size_t ad_len;
        ctx = zeroed(0);
        ad = zeroed(1);
        (void) mbedtls_ccm_update_ad(ctx, ad, ad_len);
    }
    {
        current = "mbedtls_chacha20_crypt";
        static const unsigned char *key;
        static const unsigned char *nonce;
        static uint32_t counter;
        static size_t size;
        static const unsigned char *input;
        static unsigned char *output;
        key = zeroed(0);
        nonce = zeroed(1);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_chacha20_crypt(key, nonce, counter, size, input, output);
    }
    {
        current = "mbedtls_chacha20_free";
        static mbedtls_chacha20_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_chacha20_free(ctx);
    }
    {
        current = "mbedtls_chacha20_init";
        static mbedtls_chacha20_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_chacha20_init(ctx);
    }
    {
        current = "mbedtls_chacha20_self_test";
        static int verbose;
        (void) mbedtls_chacha20_self_test(verbose);
    }
    {
        current = "mbedtls_chacha20_setkey";
        static mbedtls_chacha20_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_chacha20_setkey(ctx, key);
    }
    {
        current = "mbedtls_chacha20_starts";
        static mbedtls_chacha20_context *ctx;
        static const unsigned char *nonce;
        static uint32_t counter;
        ctx = zeroed(0);
        nonce = zeroed(1);
        (void) mbedtls_chacha20_starts(ctx, nonce, counter);
    }
    {
        current = "mbedtls_chacha20_update";
        static mbedtls_chacha20_context *ctx;
        static size_t size;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(3);
        (void) mbedtls_chacha20_update(ctx, size, input, output);
    }
    {
        current = "mbedtls_chachapoly_auth_decrypt";
        static mbedtls_chachapoly_context *ctx;
        static size_t length;
        static const unsigned char *nonce;
        static const unsigned char *aad;
        static size_t aad_len;
        static const unsigned char *tag;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        nonce = zeroed(2);
        aad = zeroed(3);
        tag = zeroed(5);
        input = zeroed(6);
        output = zeroed(7);
        (void) mbedtls_chachapoly_auth_decrypt(ctx, length, nonce, aad, aad_len, tag, input, output);
    }
    {
        current = "mbedtls_chachapoly_encrypt_and_tag";
        static mbedtls_chachapoly_context *ctx;
        static size_t length;
        static const unsigned char *nonce;
        static const unsigned char *aad;
        static size_t aad_len;
        static const unsigned char *input;
        static unsigned char *output;
        static unsigned char *tag;
        ctx = zeroed(0);
        nonce = zeroed(2);
        aad = zeroed(3);
        input = zeroed(5);
        output = zeroed(6);
        tag = zeroed(7);
        (void) mbedtls_chachapoly_encrypt_and_tag(ctx, length, nonce, aad, aad_len, input, output, tag);
    }
    {
        current = "mbedtls_chachapoly_finish";
        static mbedtls_chachapoly_context *ctx;
        static unsigned char *mac;
        ctx = zeroed(0);
        mac = zeroed(1);
        (void) mbedtls_chachapoly_finish(ctx, mac);
    }
    {
        current = "mbedtls_chachapoly_free";
        static mbedtls_chachapoly_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_chachapoly_free(ctx);
    }
    {
        current = "mbedtls_chachapoly_init";
        static mbedtls_chachapoly_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_chachapoly_init(ctx);
    }
    {
        current = "mbedtls_chachapoly_self_test";
        static int verbose;
        (void) mbedtls_chachapoly_self_test(verbose);
    }
    {
        current = "mbedtls_chachapoly_setkey";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_chachapoly_setkey(ctx, key);
    }
    {
        current = "mbedtls_chachapoly_starts";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *nonce;
        static mbedtls_chachapoly_mode_t mode;
        ctx = zeroed(0);
        nonce = zeroed(1);
        (void) mbedtls_chachapoly_starts(ctx, nonce, mode);
    }
    {
        current = "mbedtls_chachapoly_update";
        static mbedtls_chachapoly_context *ctx;
        static size_t len;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(3);
        (void) mbedtls_chachapoly_update(ctx, len, input, output);
    }
    {
        current = "mbedtls_chachapoly_update_aad";
        static mbedtls_chachapoly_context *ctx;
        static const unsigned char *aad;
        static size_t aad_len;
        ctx = zeroed(0);
        aad = zeroed(1);
        (void) mbedtls_chachapoly_update_aad(ctx, aad, aad_len);
    }
    {
        current = "mbedtls_cipher_auth_decrypt_ext";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t output_len;
        static size_t *olen;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(1);
        ad = zeroed(3);
        input = zeroed(5);
        output = zeroed(7);
        olen = zeroed(9);
        (void) mbedtls_cipher_auth_decrypt_ext(ctx, iv, iv_len, ad, ad_len, input, ilen, output, output_len, olen, tag_len);
    }
    {
        current = "mbedtls_cipher_auth_encrypt_ext";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *ad;
        static size_t ad_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t output_len;
        static size_t *olen;
        static size_t tag_len;
        ctx = zeroed(0);
        iv = zeroed(1);
        ad = zeroed(3);
        input = zeroed(5);
        output = zeroed(7);
        olen = zeroed(9);
        (void) mbedtls_cipher_auth_encrypt_ext(ctx, iv, iv_len, ad, ad_len, input, ilen, output, output_len, olen, tag_len);
    }
    {
        current = "mbedtls_cipher_check_tag";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        tag = zeroed(1);
        (void) mbedtls_cipher_check_tag(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_cipher_cmac";
        static const mbedtls_cipher_info_t *cipher_info;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        cipher_info = zeroed(0);
        key = zeroed(1);
        input = zeroed(3);
        output = zeroed(5);
        (void) mbedtls_cipher_cmac(cipher_info, key, keylen, input, ilen, output);
    }
    {
        current = "mbedtls_cipher_cmac_finish";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_cipher_cmac_finish(ctx, output);
    }
    {
        current = "mbedtls_cipher_cmac_reset";
        static mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_cmac_reset(ctx);
    }
    {
        current = "mbedtls_cipher_cmac_starts";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *key;
        static size_t keybits;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_cipher_cmac_starts(ctx, key, keybits);
    }
    {
        current = "mbedtls_cipher_cmac_update";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_cipher_cmac_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_cipher_crypt";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        ctx = zeroed(0);
        iv = zeroed(1);
        input = zeroed(3);
        output = zeroed(5);
        olen = zeroed(6);
        (void) mbedtls_cipher_crypt(ctx, iv, iv_len, input, ilen, output, olen);
    }
    {
        current = "mbedtls_cipher_finish";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        static size_t *olen;
        ctx = zeroed(0);
        output = zeroed(1);
        olen = zeroed(2);
        (void) mbedtls_cipher_finish(ctx, output, olen);
    }
    {
        current = "mbedtls_cipher_finish_padded";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *output;
        static size_t *olen;
        static size_t *invalid_padding;
        ctx = zeroed(0);
        output = zeroed(1);
        olen = zeroed(2);
        invalid_padding = zeroed(3);
        (void) mbedtls_cipher_finish_padded(ctx, output, olen, invalid_padding);
    }
    {
        current = "mbedtls_cipher_free";
        static mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_free(ctx);
    }
    {
        current = "mbedtls_cipher_get_block_size";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_block_size(ctx);
    }
    {
        current = "mbedtls_cipher_get_cipher_mode";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_cipher_mode(ctx);
    }
    {
        current = "mbedtls_cipher_get_iv_size";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_iv_size(ctx);
    }
    {
        current = "mbedtls_cipher_get_key_bitlen";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_key_bitlen(ctx);
    }
    {
        current = "mbedtls_cipher_get_name";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_name(ctx);
    }
    {
        current = "mbedtls_cipher_get_operation";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_operation(ctx);
    }
    {
        current = "mbedtls_cipher_get_type";
        static const mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_get_type(ctx);
    }
    {
        current = "mbedtls_cipher_info_from_string";
        static const char *cipher_name;
        cipher_name = zeroed(0);
        (void) mbedtls_cipher_info_from_string(cipher_name);
    }
    {
        current = "mbedtls_cipher_info_from_type";
        static const mbedtls_cipher_type_t cipher_type;
        (void) mbedtls_cipher_info_from_type(cipher_type);
    }
    {
        current = "mbedtls_cipher_info_from_values";
        static const mbedtls_cipher_id_t cipher_id;
        static int key_bitlen;
        static const mbedtls_cipher_mode_t mode;
        (void) mbedtls_cipher_info_from_values(cipher_id, key_bitlen, mode);
    }
    {
        current = "mbedtls_cipher_info_get_block_size";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_block_size(info);
    }
    {
        current = "mbedtls_cipher_info_get_iv_size";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_iv_size(info);
    }
    {
        current = "mbedtls_cipher_info_get_key_bitlen";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_key_bitlen(info);
    }
    {
        current = "mbedtls_cipher_info_get_mode";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_mode(info);
    }
    {
        current = "mbedtls_cipher_info_get_name";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_name(info);
    }
    {
        current = "mbedtls_cipher_info_get_type";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_get_type(info);
    }
    {
        current = "mbedtls_cipher_info_has_variable_iv_size";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_has_variable_iv_size(info);
    }
    {
        current = "mbedtls_cipher_info_has_variable_key_bitlen";
        static const mbedtls_cipher_info_t *info;
        info = zeroed(0);
        (void) mbedtls_cipher_info_has_variable_key_bitlen(info);
    }
    {
        current = "mbedtls_cipher_init";
        static mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_init(ctx);
    }
    {
        current = "mbedtls_cipher_list";
        (void) mbedtls_cipher_list();
    }
    {
        current = "mbedtls_cipher_reset";
        static mbedtls_cipher_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_cipher_reset(ctx);
    }
    {
        current = "mbedtls_cipher_set_iv";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *iv;
        static size_t iv_len;
        ctx = zeroed(0);
        iv = zeroed(1);
        (void) mbedtls_cipher_set_iv(ctx, iv, iv_len);
    }
    {
        current = "mbedtls_cipher_set_padding_mode";
        static mbedtls_cipher_context_t *ctx;
        static mbedtls_cipher_padding_t mode;
        ctx = zeroed(0);
        (void) mbedtls_cipher_set_padding_mode(ctx, mode);
    }
    {
        current = "mbedtls_cipher_setkey";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *key;
        static int key_bitlen;
        static const mbedtls_operation_t operation;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_cipher_setkey(ctx, key, key_bitlen, operation);
    }
    {
        current = "mbedtls_cipher_setup";
        static mbedtls_cipher_context_t *ctx;
        static const mbedtls_cipher_info_t *cipher_info;
        ctx = zeroed(0);
        cipher_info = zeroed(1);
        (void) mbedtls_cipher_setup(ctx, cipher_info);
    }
    {
        current = "mbedtls_cipher_update";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        olen = zeroed(4);
        (void) mbedtls_cipher_update(ctx, input, ilen, output, olen);
    }
    {
        current = "mbedtls_cipher_update_ad";
        static mbedtls_cipher_context_t *ctx;
        static const unsigned char *ad;
        static size_t ad_len;
        ctx = zeroed(0);
        ad = zeroed(1);
        (void) mbedtls_cipher_update_ad(ctx, ad, ad_len);
    }
    {
        current = "mbedtls_cipher_write_tag";
        static mbedtls_cipher_context_t *ctx;
        static unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        tag = zeroed(1);
        (void) mbedtls_cipher_write_tag(ctx, tag, tag_len);
    }
    {
        current = "mbedtls_cmac_self_test";
        static int verbose;
        (void) mbedtls_cmac_self_test(verbose);
    }
    {
        current = "mbedtls_ct_memcmp";
        static const void *a;
        static const void *b;
        static size_t n;
        a = zeroed(0);
        b = zeroed(1);
        (void) mbedtls_ct_memcmp(a, b, n);
    }
    {
        current = "mbedtls_ctr_drbg_free";
        static mbedtls_ctr_drbg_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_free(ctx);
    }
    {
        current = "mbedtls_ctr_drbg_init";
        static mbedtls_ctr_drbg_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_init(ctx);
    }
    {
        current = "mbedtls_ctr_drbg_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        p_rng = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_ctr_drbg_random(p_rng, output, output_len);
    }
    {
        current = "mbedtls_ctr_drbg_random_with_add";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        static const unsigned char *additional;
        static size_t add_len;
        p_rng = zeroed(0);
        output = zeroed(1);
        additional = zeroed(3);
        (void) mbedtls_ctr_drbg_random_with_add(p_rng, output, output_len, additional, add_len);
    }
    {
        current = "mbedtls_ctr_drbg_reseed";
        static mbedtls_ctr_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t len;
        ctx = zeroed(0);
        additional = zeroed(1);
        (void) mbedtls_ctr_drbg_reseed(ctx, additional, len);
    }
    {
        current = "mbedtls_ctr_drbg_seed";
        static mbedtls_ctr_drbg_context *ctx;
        static int (*f_entropy)(void *, unsigned char *, size_t);
        static void *p_entropy;
        static const unsigned char *custom;
        static size_t len;
        ctx = zeroed(0);
        p_entropy = zeroed(2);
        custom = zeroed(3);
        (void) mbedtls_ctr_drbg_seed(ctx, f_entropy, p_entropy, custom, len);
    }
    {
        current = "mbedtls_ctr_drbg_self_test";
        static int verbose;
        (void) mbedtls_ctr_drbg_self_test(verbose);
    }
    {
        current = "mbedtls_ctr_drbg_set_entropy_len";
        static mbedtls_ctr_drbg_context *ctx;
        static size_t len;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_set_entropy_len(ctx, len);
    }
    {
        current = "mbedtls_ctr_drbg_set_nonce_len";
        static mbedtls_ctr_drbg_context *ctx;
        static size_t len;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_set_nonce_len(ctx, len);
    }
    {
        current = "mbedtls_ctr_drbg_set_prediction_resistance";
        static mbedtls_ctr_drbg_context *ctx;
        static int resistance;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_set_prediction_resistance(ctx, resistance);
    }
    {
        current = "mbedtls_ctr_drbg_set_reseed_interval";
        static mbedtls_ctr_drbg_context *ctx;
        static int interval;
        ctx = zeroed(0);
        (void) mbedtls_ctr_drbg_set_reseed_interval(ctx, interval);
    }
    {
        current = "mbedtls_ctr_drbg_update";
        static mbedtls_ctr_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t add_len;
        ctx = zeroed(0);
        additional = zeroed(1);
        (void) mbedtls_ctr_drbg_update(ctx, additional, add_len);
    }
    {
        current = "mbedtls_ctr_drbg_update_seed_file";
        static mbedtls_ctr_drbg_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_ctr_drbg_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_ctr_drbg_write_seed_file";
        static mbedtls_ctr_drbg_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_ctr_drbg_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_debug_set_threshold";
        static int threshold;
        (void) mbedtls_debug_set_threshold(threshold);
    }
    {
        current = "mbedtls_des3_crypt_cbc";
        static mbedtls_des3_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_des3_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_des3_crypt_ecb";
        static mbedtls_des3_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_des3_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_des3_free";
        static mbedtls_des3_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_des3_free(ctx);
    }
    {
        current = "mbedtls_des3_init";
        static mbedtls_des3_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_des3_init(ctx);
    }
    {
        current = "mbedtls_des3_set2key_dec";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des3_set2key_dec(ctx, key);
    }
    {
        current = "mbedtls_des3_set2key_enc";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des3_set2key_enc(ctx, key);
    }
    {
        current = "mbedtls_des3_set3key_dec";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des3_set3key_dec(ctx, key);
    }
    {
        current = "mbedtls_des3_set3key_enc";
        static mbedtls_des3_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des3_set3key_enc(ctx, key);
    }
    {
        current = "mbedtls_des_crypt_cbc";
        static mbedtls_des_context *ctx;
        static int mode;
        static size_t length;
        static unsigned char *iv;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_des_crypt_cbc(ctx, mode, length, iv, input, output);
    }
    {
        current = "mbedtls_des_crypt_ecb";
        static mbedtls_des_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_des_crypt_ecb(ctx, input, output);
    }
    {
        current = "mbedtls_des_free";
        static mbedtls_des_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_des_free(ctx);
    }
    {
        current = "mbedtls_des_init";
        static mbedtls_des_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_des_init(ctx);
    }
    {
        current = "mbedtls_des_key_check_key_parity";
        static const unsigned char *key;
        key = zeroed(0);
        (void) mbedtls_des_key_check_key_parity(key);
    }
    {
        current = "mbedtls_des_key_check_weak";
        static const unsigned char *key;
        key = zeroed(0);
        (void) mbedtls_des_key_check_weak(key);
    }
    {
        current = "mbedtls_des_key_set_parity";
        static unsigned char *key;
        key = zeroed(0);
        (void) mbedtls_des_key_set_parity(key);
    }
    {
        current = "mbedtls_des_self_test";
        static int verbose;
        (void) mbedtls_des_self_test(verbose);
    }
    {
        current = "mbedtls_des_setkey_dec";
        static mbedtls_des_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des_setkey_dec(ctx, key);
    }
    {
        current = "mbedtls_des_setkey_enc";
        static mbedtls_des_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_des_setkey_enc(ctx, key);
    }
    {
        current = "mbedtls_dhm_calc_secret";
        static mbedtls_dhm_context *ctx;
        static unsigned char *output;
        static size_t output_size;
        static size_t *olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        output = zeroed(1);
        olen = zeroed(3);
        p_rng = zeroed(5);
        (void) mbedtls_dhm_calc_secret(ctx, output, output_size, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_free";
        static mbedtls_dhm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_dhm_free(ctx);
    }
    {
        current = "mbedtls_dhm_get_bitlen";
        static const mbedtls_dhm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_dhm_get_bitlen(ctx);
    }
    {
        current = "mbedtls_dhm_get_len";
        static const mbedtls_dhm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_dhm_get_len(ctx);
    }
    {
        current = "mbedtls_dhm_get_value";
        static const mbedtls_dhm_context *ctx;
        static mbedtls_dhm_parameter param;
        static mbedtls_mpi *dest;
        ctx = zeroed(0);
        dest = zeroed(2);
        (void) mbedtls_dhm_get_value(ctx, param, dest);
    }
    {
        current = "mbedtls_dhm_init";
        static mbedtls_dhm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_dhm_init(ctx);
    }
    {
        current = "mbedtls_dhm_make_params";
        static mbedtls_dhm_context *ctx;
        static int x_size;
        static unsigned char *output;
        static size_t *olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        output = zeroed(2);
        olen = zeroed(3);
        p_rng = zeroed(5);
        (void) mbedtls_dhm_make_params(ctx, x_size, output, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_make_public";
        static mbedtls_dhm_context *ctx;
        static int x_size;
        static unsigned char *output;
        static size_t olen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        output = zeroed(2);
        p_rng = zeroed(5);
        (void) mbedtls_dhm_make_public(ctx, x_size, output, olen, f_rng, p_rng);
    }
    {
        current = "mbedtls_dhm_parse_dhm";
        static mbedtls_dhm_context *dhm;
        static const unsigned char *dhmin;
        static size_t dhminlen;
        dhm = zeroed(0);
        dhmin = zeroed(1);
        (void) mbedtls_dhm_parse_dhm(dhm, dhmin, dhminlen);
    }
    {
        current = "mbedtls_dhm_parse_dhmfile";
        static mbedtls_dhm_context *dhm;
        static const char *path;
        dhm = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_dhm_parse_dhmfile(dhm, path);
    }
    {
        current = "mbedtls_dhm_read_params";
        static mbedtls_dhm_context *ctx;
        static unsigned char **p;
        static const unsigned char *end;
        ctx = zeroed(0);
        p = zeroed(1);
        end = zeroed(2);
        (void) mbedtls_dhm_read_params(ctx, p, end);
    }
    {
        current = "mbedtls_dhm_read_public";
        static mbedtls_dhm_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_dhm_read_public(ctx, input, ilen);
    }
    {
        current = "mbedtls_dhm_self_test";
        static int verbose;
        (void) mbedtls_dhm_self_test(verbose);
    }
    {
        current = "mbedtls_dhm_set_group";
        static mbedtls_dhm_context *ctx;
        static const mbedtls_mpi *P;
        static const mbedtls_mpi *G;
        ctx = zeroed(0);
        P = zeroed(1);
        G = zeroed(2);
        (void) mbedtls_dhm_set_group(ctx, P, G);
    }
    {
        current = "mbedtls_ecc_group_from_psa";
        static psa_ecc_family_t family;
        static size_t bits;
        (void) mbedtls_ecc_group_from_psa(family, bits);
    }
    {
        current = "mbedtls_ecc_group_to_psa";
        static mbedtls_ecp_group_id grpid;
        static size_t *bits;
        bits = zeroed(1);
        (void) mbedtls_ecc_group_to_psa(grpid, bits);
    }
    {
        current = "mbedtls_ecdh_calc_secret";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        olen = zeroed(1);
        buf = zeroed(2);
        p_rng = zeroed(5);
        (void) mbedtls_ecdh_calc_secret(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_can_do";
        static mbedtls_ecp_group_id gid;
        (void) mbedtls_ecdh_can_do(gid);
    }
    {
        current = "mbedtls_ecdh_compute_shared";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *z;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *d;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        z = zeroed(1);
        Q = zeroed(2);
        d = zeroed(3);
        p_rng = zeroed(5);
        (void) mbedtls_ecdh_compute_shared(grp, z, Q, d, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_free";
        static mbedtls_ecdh_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ecdh_free(ctx);
    }
    {
        current = "mbedtls_ecdh_gen_public";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        d = zeroed(1);
        Q = zeroed(2);
        p_rng = zeroed(4);
        (void) mbedtls_ecdh_gen_public(grp, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_get_grp_id";
        static mbedtls_ecdh_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ecdh_get_grp_id(ctx);
    }
    {
        current = "mbedtls_ecdh_get_params";
        static mbedtls_ecdh_context *ctx;
        static const mbedtls_ecp_keypair *key;
        static mbedtls_ecdh_side side;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_ecdh_get_params(ctx, key, side);
    }
    {
        current = "mbedtls_ecdh_init";
        static mbedtls_ecdh_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ecdh_init(ctx);
    }
    {
        current = "mbedtls_ecdh_make_params";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        olen = zeroed(1);
        buf = zeroed(2);
        p_rng = zeroed(5);
        (void) mbedtls_ecdh_make_params(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_make_public";
        static mbedtls_ecdh_context *ctx;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        olen = zeroed(1);
        buf = zeroed(2);
        p_rng = zeroed(5);
        (void) mbedtls_ecdh_make_public(ctx, olen, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdh_read_params";
        static mbedtls_ecdh_context *ctx;
        static const unsigned char **buf;
        static const unsigned char *end;
        ctx = zeroed(0);
        buf = zeroed(1);
        end = zeroed(2);
        (void) mbedtls_ecdh_read_params(ctx, buf, end);
    }
    {
        current = "mbedtls_ecdh_read_public";
        static mbedtls_ecdh_context *ctx;
        static const unsigned char *buf;
        static size_t blen;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ecdh_read_public(ctx, buf, blen);
    }
    {
        current = "mbedtls_ecdh_setup";
        static mbedtls_ecdh_context *ctx;
        static mbedtls_ecp_group_id grp_id;
        ctx = zeroed(0);
        (void) mbedtls_ecdh_setup(ctx, grp_id);
    }
    {
        current = "mbedtls_ecdsa_can_do";
        static mbedtls_ecp_group_id gid;
        (void) mbedtls_ecdsa_can_do(gid);
    }
    {
        current = "mbedtls_ecdsa_der_to_raw";
        static size_t bits;
        static const unsigned char *der;
        static size_t der_len;
        static unsigned char *raw;
        static size_t raw_size;
        static size_t *raw_len;
        der = zeroed(1);
        raw = zeroed(3);
        raw_len = zeroed(5);
        (void) mbedtls_ecdsa_der_to_raw(bits, der, der_len, raw, raw_size, raw_len);
    }
    {
        current = "mbedtls_ecdsa_free";
        static mbedtls_ecdsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ecdsa_free(ctx);
    }
    {
        current = "mbedtls_ecdsa_from_keypair";
        static mbedtls_ecdsa_context *ctx;
        static const mbedtls_ecp_keypair *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_ecdsa_from_keypair(ctx, key);
    }
    {
        current = "mbedtls_ecdsa_genkey";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_ecp_group_id gid;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        p_rng = zeroed(3);
        (void) mbedtls_ecdsa_genkey(ctx, gid, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_init";
        static mbedtls_ecdsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ecdsa_init(ctx);
    }
    {
        current = "mbedtls_ecdsa_raw_to_der";
        static size_t bits;
        static const unsigned char *raw;
        static size_t raw_len;
        static unsigned char *der;
        static size_t der_size;
        static size_t *der_len;
        raw = zeroed(1);
        der = zeroed(3);
        der_len = zeroed(5);
        (void) mbedtls_ecdsa_raw_to_der(bits, raw, raw_len, der, der_size, der_len);
    }
    {
        current = "mbedtls_ecdsa_read_signature";
        static mbedtls_ecdsa_context *ctx;
        static const unsigned char *hash;
        static size_t hlen;
        static const unsigned char *sig;
        static size_t slen;
        ctx = zeroed(0);
        hash = zeroed(1);
        sig = zeroed(3);
        (void) mbedtls_ecdsa_read_signature(ctx, hash, hlen, sig, slen);
    }
    {
        current = "mbedtls_ecdsa_read_signature_restartable";
        static mbedtls_ecdsa_context *ctx;
        static const unsigned char *hash;
        static size_t hlen;
        static const unsigned char *sig;
        static size_t slen;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        ctx = zeroed(0);
        hash = zeroed(1);
        sig = zeroed(3);
        rs_ctx = zeroed(5);
        (void) mbedtls_ecdsa_read_signature_restartable(ctx, hash, hlen, sig, slen, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_sign";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        r = zeroed(1);
        s = zeroed(2);
        d = zeroed(3);
        buf = zeroed(4);
        p_rng = zeroed(7);
        (void) mbedtls_ecdsa_sign(grp, r, s, d, buf, blen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_sign_det_ext";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_md_type_t md_alg;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        grp = zeroed(0);
        r = zeroed(1);
        s = zeroed(2);
        d = zeroed(3);
        buf = zeroed(4);
        p_rng_blind = zeroed(8);
        (void) mbedtls_ecdsa_sign_det_ext(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind);
    }
    {
        current = "mbedtls_ecdsa_sign_det_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_md_type_t md_alg;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        grp = zeroed(0);
        r = zeroed(1);
        s = zeroed(2);
        d = zeroed(3);
        buf = zeroed(4);
        p_rng_blind = zeroed(8);
        rs_ctx = zeroed(9);
        (void) mbedtls_ecdsa_sign_det_restartable(grp, r, s, d, buf, blen, md_alg, f_rng_blind, p_rng_blind, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_sign_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *r;
        static mbedtls_mpi *s;
        static const mbedtls_mpi *d;
        static const unsigned char *buf;
        static size_t blen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_f_rng_t *f_rng_blind;
        static void *p_rng_blind;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        grp = zeroed(0);
        r = zeroed(1);
        s = zeroed(2);
        d = zeroed(3);
        buf = zeroed(4);
        p_rng = zeroed(7);
        p_rng_blind = zeroed(9);
        rs_ctx = zeroed(10);
        (void) mbedtls_ecdsa_sign_restartable(grp, r, s, d, buf, blen, f_rng, p_rng, f_rng_blind, p_rng_blind, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_verify";
        static mbedtls_ecp_group *grp;
        static const unsigned char *buf;
        static size_t blen;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *r;
        static const mbedtls_mpi *s;
        grp = zeroed(0);
        buf = zeroed(1);
        Q = zeroed(3);
        r = zeroed(4);
        s = zeroed(5);
        (void) mbedtls_ecdsa_verify(grp, buf, blen, Q, r, s);
    }
    {
        current = "mbedtls_ecdsa_verify_restartable";
        static mbedtls_ecp_group *grp;
        static const unsigned char *buf;
        static size_t blen;
        static const mbedtls_ecp_point *Q;
        static const mbedtls_mpi *r;
        static const mbedtls_mpi *s;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        grp = zeroed(0);
        buf = zeroed(1);
        Q = zeroed(3);
        r = zeroed(4);
        s = zeroed(5);
        rs_ctx = zeroed(6);
        (void) mbedtls_ecdsa_verify_restartable(grp, buf, blen, Q, r, s, rs_ctx);
    }
    {
        current = "mbedtls_ecdsa_write_signature";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hlen;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *slen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        slen = zeroed(6);
        p_rng = zeroed(8);
        (void) mbedtls_ecdsa_write_signature(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecdsa_write_signature_restartable";
        static mbedtls_ecdsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hlen;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *slen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_ecdsa_restart_ctx *rs_ctx;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        slen = zeroed(6);
        p_rng = zeroed(8);
        rs_ctx = zeroed(9);
        (void) mbedtls_ecdsa_write_signature_restartable(ctx, md_alg, hash, hlen, sig, sig_size, slen, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_ecp_check_privkey";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_mpi *d;
        grp = zeroed(0);
        d = zeroed(1);
        (void) mbedtls_ecp_check_privkey(grp, d);
    }
    {
        current = "mbedtls_ecp_check_pub_priv";
        static const mbedtls_ecp_keypair *pub;
        static const mbedtls_ecp_keypair *prv;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        pub = zeroed(0);
        prv = zeroed(1);
        p_rng = zeroed(3);
        (void) mbedtls_ecp_check_pub_priv(pub, prv, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_check_pubkey";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *pt;
        grp = zeroed(0);
        pt = zeroed(1);
        (void) mbedtls_ecp_check_pubkey(grp, pt);
    }
    {
        current = "mbedtls_ecp_copy";
        static mbedtls_ecp_point *P;
        static const mbedtls_ecp_point *Q;
        P = zeroed(0);
        Q = zeroed(1);
        (void) mbedtls_ecp_copy(P, Q);
    }
    {
        current = "mbedtls_ecp_curve_info_from_grp_id";
        static mbedtls_ecp_group_id grp_id;
        (void) mbedtls_ecp_curve_info_from_grp_id(grp_id);
    }
    {
        current = "mbedtls_ecp_curve_info_from_name";
        static const char *name;
        name = zeroed(0);
        (void) mbedtls_ecp_curve_info_from_name(name);
    }
    {
        current = "mbedtls_ecp_curve_info_from_tls_id";
        static uint16_t tls_id;
        (void) mbedtls_ecp_curve_info_from_tls_id(tls_id);
    }
    {
        current = "mbedtls_ecp_curve_list";
        (void) mbedtls_ecp_curve_list();
    }
    {
        current = "mbedtls_ecp_export";
        static const mbedtls_ecp_keypair *key;
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        key = zeroed(0);
        grp = zeroed(1);
        d = zeroed(2);
        Q = zeroed(3);
        (void) mbedtls_ecp_export(key, grp, d, Q);
    }
    {
        current = "mbedtls_ecp_gen_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        key = zeroed(1);
        p_rng = zeroed(3);
        (void) mbedtls_ecp_gen_key(grp_id, key, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_keypair";
        static mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        d = zeroed(1);
        Q = zeroed(2);
        p_rng = zeroed(4);
        (void) mbedtls_ecp_gen_keypair(grp, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_keypair_base";
        static mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *G;
        static mbedtls_mpi *d;
        static mbedtls_ecp_point *Q;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        G = zeroed(1);
        d = zeroed(2);
        Q = zeroed(3);
        p_rng = zeroed(5);
        (void) mbedtls_ecp_gen_keypair_base(grp, G, d, Q, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_gen_privkey";
        static const mbedtls_ecp_group *grp;
        static mbedtls_mpi *d;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        d = zeroed(1);
        p_rng = zeroed(3);
        (void) mbedtls_ecp_gen_privkey(grp, d, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_get_type";
        static const mbedtls_ecp_group *grp;
        grp = zeroed(0);
        (void) mbedtls_ecp_get_type(grp);
    }
    {
        current = "mbedtls_ecp_group_a_is_minus_3";
        static const mbedtls_ecp_group *grp;
        grp = zeroed(0);
        (void) mbedtls_ecp_group_a_is_minus_3(grp);
    }
    {
        current = "mbedtls_ecp_group_copy";
        static mbedtls_ecp_group *dst;
        static const mbedtls_ecp_group *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_ecp_group_copy(dst, src);
    }
    {
        current = "mbedtls_ecp_group_free";
        static mbedtls_ecp_group *grp;
        grp = zeroed(0);
        (void) mbedtls_ecp_group_free(grp);
    }
    {
        current = "mbedtls_ecp_group_init";
        static mbedtls_ecp_group *grp;
        grp = zeroed(0);
        (void) mbedtls_ecp_group_init(grp);
    }
    {
        current = "mbedtls_ecp_group_load";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_group_id id;
        grp = zeroed(0);
        (void) mbedtls_ecp_group_load(grp, id);
    }
    {
        current = "mbedtls_ecp_grp_id_list";
        (void) mbedtls_ecp_grp_id_list();
    }
    {
        current = "mbedtls_ecp_is_zero";
        static mbedtls_ecp_point *pt;
        pt = zeroed(0);
        (void) mbedtls_ecp_is_zero(pt);
    }
    {
        current = "mbedtls_ecp_keypair_calc_public";
        static mbedtls_ecp_keypair *key;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        key = zeroed(0);
        p_rng = zeroed(2);
        (void) mbedtls_ecp_keypair_calc_public(key, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_keypair_free";
        static mbedtls_ecp_keypair *key;
        key = zeroed(0);
        (void) mbedtls_ecp_keypair_free(key);
    }
    {
        current = "mbedtls_ecp_keypair_get_group_id";
        static const mbedtls_ecp_keypair *key;
        key = zeroed(0);
        (void) mbedtls_ecp_keypair_get_group_id(key);
    }
    {
        current = "mbedtls_ecp_keypair_init";
        static mbedtls_ecp_keypair *key;
        key = zeroed(0);
        (void) mbedtls_ecp_keypair_init(key);
    }
    {
        current = "mbedtls_ecp_mul";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        grp = zeroed(0);
        R = zeroed(1);
        m = zeroed(2);
        P = zeroed(3);
        p_rng = zeroed(5);
        (void) mbedtls_ecp_mul(grp, R, m, P, f_rng, p_rng);
    }
    {
        current = "mbedtls_ecp_mul_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_ecp_restart_ctx *rs_ctx;
        grp = zeroed(0);
        R = zeroed(1);
        m = zeroed(2);
        P = zeroed(3);
        p_rng = zeroed(5);
        rs_ctx = zeroed(6);
        (void) mbedtls_ecp_mul_restartable(grp, R, m, P, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_ecp_muladd";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static const mbedtls_mpi *n;
        static const mbedtls_ecp_point *Q;
        grp = zeroed(0);
        R = zeroed(1);
        m = zeroed(2);
        P = zeroed(3);
        n = zeroed(4);
        Q = zeroed(5);
        (void) mbedtls_ecp_muladd(grp, R, m, P, n, Q);
    }
    {
        current = "mbedtls_ecp_muladd_restartable";
        static mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *R;
        static const mbedtls_mpi *m;
        static const mbedtls_ecp_point *P;
        static const mbedtls_mpi *n;
        static const mbedtls_ecp_point *Q;
        static mbedtls_ecp_restart_ctx *rs_ctx;
        grp = zeroed(0);
        R = zeroed(1);
        m = zeroed(2);
        P = zeroed(3);
        n = zeroed(4);
        Q = zeroed(5);
        rs_ctx = zeroed(6);
        (void) mbedtls_ecp_muladd_restartable(grp, R, m, P, n, Q, rs_ctx);
    }
    {
        current = "mbedtls_ecp_point_cmp";
        static const mbedtls_ecp_point *P;
        static const mbedtls_ecp_point *Q;
        P = zeroed(0);
        Q = zeroed(1);
        (void) mbedtls_ecp_point_cmp(P, Q);
    }
    {
        current = "mbedtls_ecp_point_free";
        static mbedtls_ecp_point *pt;
        pt = zeroed(0);
        (void) mbedtls_ecp_point_free(pt);
    }
    {
        current = "mbedtls_ecp_point_init";
        static mbedtls_ecp_point *pt;
        pt = zeroed(0);
        (void) mbedtls_ecp_point_init(pt);
    }
    {
        current = "mbedtls_ecp_point_read_binary";
        static const mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *P;
        static const unsigned char *buf;
        static size_t ilen;
        grp = zeroed(0);
        P = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_ecp_point_read_binary(grp, P, buf, ilen);
    }
    {
        current = "mbedtls_ecp_point_read_string";
        static mbedtls_ecp_point *P;
        static int radix;
        static const char *x;
        static const char *y;
        P = zeroed(0);
        x = zeroed(2);
        y = zeroed(3);
        (void) mbedtls_ecp_point_read_string(P, radix, x, y);
    }
    {
        current = "mbedtls_ecp_point_write_binary";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *P;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        grp = zeroed(0);
        P = zeroed(1);
        olen = zeroed(3);
        buf = zeroed(4);
        (void) mbedtls_ecp_point_write_binary(grp, P, format, olen, buf, buflen);
    }
    {
        current = "mbedtls_ecp_read_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static const unsigned char *buf;
        static size_t buflen;
        key = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_ecp_read_key(grp_id, key, buf, buflen);
    }
    {
        current = "mbedtls_ecp_self_test";
        static int verbose;
        (void) mbedtls_ecp_self_test(verbose);
    }
    {
        current = "mbedtls_ecp_set_public_key";
        static mbedtls_ecp_group_id grp_id;
        static mbedtls_ecp_keypair *key;
        static const mbedtls_ecp_point *Q;
        key = zeroed(1);
        Q = zeroed(2);
        (void) mbedtls_ecp_set_public_key(grp_id, key, Q);
    }
    {
        current = "mbedtls_ecp_set_zero";
        static mbedtls_ecp_point *pt;
        pt = zeroed(0);
        (void) mbedtls_ecp_set_zero(pt);
    }
    {
        current = "mbedtls_ecp_tls_read_group";
        static mbedtls_ecp_group *grp;
        static const unsigned char **buf;
        static size_t len;
        grp = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ecp_tls_read_group(grp, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_read_group_id";
        static mbedtls_ecp_group_id *grp;
        static const unsigned char **buf;
        static size_t len;
        grp = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ecp_tls_read_group_id(grp, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_read_point";
        static const mbedtls_ecp_group *grp;
        static mbedtls_ecp_point *pt;
        static const unsigned char **buf;
        static size_t len;
        grp = zeroed(0);
        pt = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_ecp_tls_read_point(grp, pt, buf, len);
    }
    {
        current = "mbedtls_ecp_tls_write_group";
        static const mbedtls_ecp_group *grp;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        grp = zeroed(0);
        olen = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_ecp_tls_write_group(grp, olen, buf, blen);
    }
    {
        current = "mbedtls_ecp_tls_write_point";
        static const mbedtls_ecp_group *grp;
        static const mbedtls_ecp_point *pt;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t blen;
        grp = zeroed(0);
        pt = zeroed(1);
        olen = zeroed(3);
        buf = zeroed(4);
        (void) mbedtls_ecp_tls_write_point(grp, pt, format, olen, buf, blen);
    }
    {
        current = "mbedtls_ecp_write_key";
        static mbedtls_ecp_keypair *key;
        static unsigned char *buf;
        static size_t buflen;
        key = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ecp_write_key(key, buf, buflen);
    }
    {
        current = "mbedtls_ecp_write_key_ext";
        static const mbedtls_ecp_keypair *key;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        key = zeroed(0);
        olen = zeroed(1);
        buf = zeroed(2);
        (void) mbedtls_ecp_write_key_ext(key, olen, buf, buflen);
    }
    {
        current = "mbedtls_ecp_write_public_key";
        static const mbedtls_ecp_keypair *key;
        static int format;
        static size_t *olen;
        static unsigned char *buf;
        static size_t buflen;
        key = zeroed(0);
        olen = zeroed(2);
        buf = zeroed(3);
        (void) mbedtls_ecp_write_public_key(key, format, olen, buf, buflen);
    }
    {
        current = "mbedtls_entropy_add_source";
        static mbedtls_entropy_context *ctx;
        static mbedtls_entropy_f_source_ptr f_source;
        static void *p_source;
        static size_t threshold;
        static int strong;
        ctx = zeroed(0);
        p_source = zeroed(2);
        (void) mbedtls_entropy_add_source(ctx, f_source, p_source, threshold, strong);
    }
    {
        current = "mbedtls_entropy_free";
        static mbedtls_entropy_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_entropy_free(ctx);
    }
    {
        current = "mbedtls_entropy_func";
        static void *data;
        static unsigned char *output;
        static size_t len;
        data = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_entropy_func(data, output, len);
    }
    {
        current = "mbedtls_entropy_gather";
        static mbedtls_entropy_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_entropy_gather(ctx);
    }
    {
        current = "mbedtls_entropy_init";
        static mbedtls_entropy_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_entropy_init(ctx);
    }
    {
        current = "mbedtls_entropy_self_test";
        static int verbose;
        (void) mbedtls_entropy_self_test(verbose);
    }
    {
        current = "mbedtls_entropy_update_manual";
        static mbedtls_entropy_context *ctx;
        static const unsigned char *data;
        static size_t len;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_entropy_update_manual(ctx, data, len);
    }
    {
        current = "mbedtls_entropy_update_seed_file";
        static mbedtls_entropy_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_entropy_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_entropy_write_seed_file";
        static mbedtls_entropy_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_entropy_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_error_add";
        static int high;
        static int low;
        static const char *file;
        static int line;
        file = zeroed(2);
        (void) mbedtls_error_add(high, low, file, line);
    }
    {
        current = "mbedtls_gcm_auth_decrypt";
        static mbedtls_gcm_context *ctx;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *add;
        static size_t add_len;
        static const unsigned char *tag;
        static size_t tag_len;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        iv = zeroed(2);
        add = zeroed(4);
        tag = zeroed(6);
        input = zeroed(8);
        output = zeroed(9);
        (void) mbedtls_gcm_auth_decrypt(ctx, length, iv, iv_len, add, add_len, tag, tag_len, input, output);
    }
    {
        current = "mbedtls_gcm_crypt_and_tag";
        static mbedtls_gcm_context *ctx;
        static int mode;
        static size_t length;
        static const unsigned char *iv;
        static size_t iv_len;
        static const unsigned char *add;
        static size_t add_len;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t tag_len;
        static unsigned char *tag;
        ctx = zeroed(0);
        iv = zeroed(3);
        add = zeroed(5);
        input = zeroed(7);
        output = zeroed(8);
        tag = zeroed(10);
        (void) mbedtls_gcm_crypt_and_tag(ctx, mode, length, iv, iv_len, add, add_len, input, output, tag_len, tag);
    }
    {
        current = "mbedtls_gcm_finish";
        static mbedtls_gcm_context *ctx;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_length;
        static unsigned char *tag;
        static size_t tag_len;
        ctx = zeroed(0);
        output = zeroed(1);
        output_length = zeroed(3);
        tag = zeroed(4);
        (void) mbedtls_gcm_finish(ctx, output, output_size, output_length, tag, tag_len);
    }
    {
        current = "mbedtls_gcm_free";
        static mbedtls_gcm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_gcm_free(ctx);
    }
    {
        current = "mbedtls_gcm_init";
        static mbedtls_gcm_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_gcm_init(ctx);
    }
    {
        current = "mbedtls_gcm_self_test";
        static int verbose;
        (void) mbedtls_gcm_self_test(verbose);
    }
    {
        current = "mbedtls_gcm_setkey";
        static mbedtls_gcm_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        ctx = zeroed(0);
        key = zeroed(2);
        (void) mbedtls_gcm_setkey(ctx, cipher, key, keybits);
    }
    {
        current = "mbedtls_gcm_starts";
        static mbedtls_gcm_context *ctx;
        static int mode;
        static const unsigned char *iv;
        static size_t iv_len;
        ctx = zeroed(0);
        iv = zeroed(2);
        (void) mbedtls_gcm_starts(ctx, mode, iv, iv_len);
    }
    {
        current = "mbedtls_gcm_update";
        static mbedtls_gcm_context *ctx;
        static const unsigned char *input;
        static size_t input_length;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_length;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        output_length = zeroed(5);
        (void) mbedtls_gcm_update(ctx, input, input_length, output, output_size, output_length);
    }
    {
        current = "mbedtls_gcm_update_ad";
        static mbedtls_gcm_context *ctx;
        static const unsigned char *add;
        static size_t add_len;
        ctx = zeroed(0);
        add = zeroed(1);
        (void) mbedtls_gcm_update_ad(ctx, add, add_len);
    }
    {
        current = "mbedtls_high_level_strerr";
        static int error_code;
        (void) mbedtls_high_level_strerr(error_code);
    }
    {
        current = "mbedtls_hkdf";
        static const mbedtls_md_info_t *md;
        static const unsigned char *salt;
        static size_t salt_len;
        static const unsigned char *ikm;
        static size_t ikm_len;
        static const unsigned char *info;
        static size_t info_len;
        static unsigned char *okm;
        static size_t okm_len;
        md = zeroed(0);
        salt = zeroed(1);
        ikm = zeroed(3);
        info = zeroed(5);
        okm = zeroed(7);
        (void) mbedtls_hkdf(md, salt, salt_len, ikm, ikm_len, info, info_len, okm, okm_len);
    }
    {
        current = "mbedtls_hkdf_expand";
        static const mbedtls_md_info_t *md;
        static const unsigned char *prk;
        static size_t prk_len;
        static const unsigned char *info;
        static size_t info_len;
        static unsigned char *okm;
        static size_t okm_len;
        md = zeroed(0);
        prk = zeroed(1);
        info = zeroed(3);
        okm = zeroed(5);
        (void) mbedtls_hkdf_expand(md, prk, prk_len, info, info_len, okm, okm_len);
    }
    {
        current = "mbedtls_hkdf_extract";
        static const mbedtls_md_info_t *md;
        static const unsigned char *salt;
        static size_t salt_len;
        static const unsigned char *ikm;
        static size_t ikm_len;
        static unsigned char *prk;
        md = zeroed(0);
        salt = zeroed(1);
        ikm = zeroed(3);
        prk = zeroed(5);
        (void) mbedtls_hkdf_extract(md, salt, salt_len, ikm, ikm_len, prk);
    }
    {
        current = "mbedtls_hmac_drbg_free";
        static mbedtls_hmac_drbg_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_hmac_drbg_free(ctx);
    }
    {
        current = "mbedtls_hmac_drbg_init";
        static mbedtls_hmac_drbg_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_hmac_drbg_init(ctx);
    }
    {
        current = "mbedtls_hmac_drbg_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t out_len;
        p_rng = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_hmac_drbg_random(p_rng, output, out_len);
    }
    {
        current = "mbedtls_hmac_drbg_random_with_add";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_len;
        static const unsigned char *additional;
        static size_t add_len;
        p_rng = zeroed(0);
        output = zeroed(1);
        additional = zeroed(3);
        (void) mbedtls_hmac_drbg_random_with_add(p_rng, output, output_len, additional, add_len);
    }
    {
        current = "mbedtls_hmac_drbg_reseed";
        static mbedtls_hmac_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t len;
        ctx = zeroed(0);
        additional = zeroed(1);
        (void) mbedtls_hmac_drbg_reseed(ctx, additional, len);
    }
    {
        current = "mbedtls_hmac_drbg_seed";
        static mbedtls_hmac_drbg_context *ctx;
        static const mbedtls_md_info_t *md_info;
        static int (*f_entropy)(void *, unsigned char *, size_t);
        static void *p_entropy;
        static const unsigned char *custom;
        static size_t len;
        ctx = zeroed(0);
        md_info = zeroed(1);
        p_entropy = zeroed(3);
        custom = zeroed(4);
        (void) mbedtls_hmac_drbg_seed(ctx, md_info, f_entropy, p_entropy, custom, len);
    }
    {
        current = "mbedtls_hmac_drbg_seed_buf";
        static mbedtls_hmac_drbg_context *ctx;
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *data;
        static size_t data_len;
        ctx = zeroed(0);
        md_info = zeroed(1);
        data = zeroed(2);
        (void) mbedtls_hmac_drbg_seed_buf(ctx, md_info, data, data_len);
    }
    {
        current = "mbedtls_hmac_drbg_self_test";
        static int verbose;
        (void) mbedtls_hmac_drbg_self_test(verbose);
    }
    {
        current = "mbedtls_hmac_drbg_set_entropy_len";
        static mbedtls_hmac_drbg_context *ctx;
        static size_t len;
        ctx = zeroed(0);
        (void) mbedtls_hmac_drbg_set_entropy_len(ctx, len);
    }
    {
        current = "mbedtls_hmac_drbg_set_prediction_resistance";
        static mbedtls_hmac_drbg_context *ctx;
        static int resistance;
        ctx = zeroed(0);
        (void) mbedtls_hmac_drbg_set_prediction_resistance(ctx, resistance);
    }
    {
        current = "mbedtls_hmac_drbg_set_reseed_interval";
        static mbedtls_hmac_drbg_context *ctx;
        static int interval;
        ctx = zeroed(0);
        (void) mbedtls_hmac_drbg_set_reseed_interval(ctx, interval);
    }
    {
        current = "mbedtls_hmac_drbg_update";
        static mbedtls_hmac_drbg_context *ctx;
        static const unsigned char *additional;
        static size_t add_len;
        ctx = zeroed(0);
        additional = zeroed(1);
        (void) mbedtls_hmac_drbg_update(ctx, additional, add_len);
    }
    {
        current = "mbedtls_hmac_drbg_update_seed_file";
        static mbedtls_hmac_drbg_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_hmac_drbg_update_seed_file(ctx, path);
    }
    {
        current = "mbedtls_hmac_drbg_write_seed_file";
        static mbedtls_hmac_drbg_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_hmac_drbg_write_seed_file(ctx, path);
    }
    {
        current = "mbedtls_internal_aes_decrypt";
        static mbedtls_aes_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_internal_aes_decrypt(ctx, input, output);
    }
    {
        current = "mbedtls_internal_aes_encrypt";
        static mbedtls_aes_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_internal_aes_encrypt(ctx, input, output);
    }
    {
        current = "mbedtls_internal_md5_process";
        static mbedtls_md5_context *ctx;
        static const unsigned char *data;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_internal_md5_process(ctx, data);
    }
    {
        current = "mbedtls_internal_ripemd160_process";
        static mbedtls_ripemd160_context *ctx;
        static const unsigned char *data;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_internal_ripemd160_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha1_process";
        static mbedtls_sha1_context *ctx;
        static const unsigned char *data;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_internal_sha1_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha256_process";
        static mbedtls_sha256_context *ctx;
        static const unsigned char *data;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_internal_sha256_process(ctx, data);
    }
    {
        current = "mbedtls_internal_sha512_process";
        static mbedtls_sha512_context *ctx;
        static const unsigned char *data;
        ctx = zeroed(0);
        data = zeroed(1);
        (void) mbedtls_internal_sha512_process(ctx, data);
    }
    {
        current = "mbedtls_low_level_strerr";
        static int error_code;
        (void) mbedtls_low_level_strerr(error_code);
    }
    {
        current = "mbedtls_md";
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        md_info = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        (void) mbedtls_md(md_info, input, ilen, output);
    }
    {
        current = "mbedtls_md5";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        input = zeroed(0);
        output = zeroed(2);
        (void) mbedtls_md5(input, ilen, output);
    }
    {
        current = "mbedtls_md5_clone";
        static mbedtls_md5_context *dst;
        static const mbedtls_md5_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_md5_clone(dst, src);
    }
    {
        current = "mbedtls_md5_finish";
        static mbedtls_md5_context *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_md5_finish(ctx, output);
    }
    {
        current = "mbedtls_md5_free";
        static mbedtls_md5_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md5_free(ctx);
    }
    {
        current = "mbedtls_md5_init";
        static mbedtls_md5_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md5_init(ctx);
    }
    {
        current = "mbedtls_md5_self_test";
        static int verbose;
        (void) mbedtls_md5_self_test(verbose);
    }
    {
        current = "mbedtls_md5_starts";
        static mbedtls_md5_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md5_starts(ctx);
    }
    {
        current = "mbedtls_md5_update";
        static mbedtls_md5_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_md5_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_md_clone";
        static mbedtls_md_context_t *dst;
        static const mbedtls_md_context_t *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_md_clone(dst, src);
    }
    {
        current = "mbedtls_md_file";
        static const mbedtls_md_info_t *md_info;
        static const char *path;
        static unsigned char *output;
        md_info = zeroed(0);
        path = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_md_file(md_info, path, output);
    }
    {
        current = "mbedtls_md_finish";
        static mbedtls_md_context_t *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_md_finish(ctx, output);
    }
    {
        current = "mbedtls_md_free";
        static mbedtls_md_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md_free(ctx);
    }
    {
        current = "mbedtls_md_get_name";
        static const mbedtls_md_info_t *md_info;
        md_info = zeroed(0);
        (void) mbedtls_md_get_name(md_info);
    }
    {
        current = "mbedtls_md_get_size";
        static const mbedtls_md_info_t *md_info;
        md_info = zeroed(0);
        (void) mbedtls_md_get_size(md_info);
    }
    {
        current = "mbedtls_md_get_size_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_get_size_from_type(md_type);
    }
    {
        current = "mbedtls_md_get_type";
        static const mbedtls_md_info_t *md_info;
        md_info = zeroed(0);
        (void) mbedtls_md_get_type(md_info);
    }
    {
        current = "mbedtls_md_hmac";
        static const mbedtls_md_info_t *md_info;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        md_info = zeroed(0);
        key = zeroed(1);
        input = zeroed(3);
        output = zeroed(5);
        (void) mbedtls_md_hmac(md_info, key, keylen, input, ilen, output);
    }
    {
        current = "mbedtls_md_hmac_finish";
        static mbedtls_md_context_t *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_md_hmac_finish(ctx, output);
    }
    {
        current = "mbedtls_md_hmac_reset";
        static mbedtls_md_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md_hmac_reset(ctx);
    }
    {
        current = "mbedtls_md_hmac_starts";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *key;
        static size_t keylen;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_md_hmac_starts(ctx, key, keylen);
    }
    {
        current = "mbedtls_md_hmac_update";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_md_hmac_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_md_info_from_ctx";
        static const mbedtls_md_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md_info_from_ctx(ctx);
    }
    {
        current = "mbedtls_md_info_from_string";
        static const char *md_name;
        md_name = zeroed(0);
        (void) mbedtls_md_info_from_string(md_name);
    }
    {
        current = "mbedtls_md_info_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_info_from_type(md_type);
    }
    {
        current = "mbedtls_md_init";
        static mbedtls_md_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md_init(ctx);
    }
    {
        current = "mbedtls_md_list";
        (void) mbedtls_md_list();
    }
    {
        current = "mbedtls_md_psa_alg_from_type";
        static mbedtls_md_type_t md_type;
        (void) mbedtls_md_psa_alg_from_type(md_type);
    }
    {
        current = "mbedtls_md_setup";
        static mbedtls_md_context_t *ctx;
        static const mbedtls_md_info_t *md_info;
        static int hmac;
        ctx = zeroed(0);
        md_info = zeroed(1);
        (void) mbedtls_md_setup(ctx, md_info, hmac);
    }
    {
        current = "mbedtls_md_starts";
        static mbedtls_md_context_t *ctx;
        ctx = zeroed(0);
        (void) mbedtls_md_starts(ctx);
    }
    {
        current = "mbedtls_md_type_from_psa_alg";
        static psa_algorithm_t psa_alg;
        (void) mbedtls_md_type_from_psa_alg(psa_alg);
    }
    {
        current = "mbedtls_md_update";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_md_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_mpi_add_abs";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        X = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_add_abs(X, A, B);
    }
    {
        current = "mbedtls_mpi_add_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        X = zeroed(0);
        A = zeroed(1);
        (void) mbedtls_mpi_add_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_add_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        X = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_add_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_bitlen";
        static const mbedtls_mpi *X;
        X = zeroed(0);
        (void) mbedtls_mpi_bitlen(X);
    }
    {
        current = "mbedtls_mpi_cmp_abs";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_cmp_abs(X, Y);
    }
    {
        current = "mbedtls_mpi_cmp_int";
        static const mbedtls_mpi *X;
        static mbedtls_mpi_sint z;
        X = zeroed(0);
        (void) mbedtls_mpi_cmp_int(X, z);
    }
    {
        current = "mbedtls_mpi_cmp_mpi";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_cmp_mpi(X, Y);
    }
    {
        current = "mbedtls_mpi_copy";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_copy(X, Y);
    }
    {
        current = "mbedtls_mpi_div_int";
        static mbedtls_mpi *Q;
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        Q = zeroed(0);
        R = zeroed(1);
        A = zeroed(2);
        (void) mbedtls_mpi_div_int(Q, R, A, b);
    }
    {
        current = "mbedtls_mpi_div_mpi";
        static mbedtls_mpi *Q;
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        Q = zeroed(0);
        R = zeroed(1);
        A = zeroed(2);
        B = zeroed(3);
        (void) mbedtls_mpi_div_mpi(Q, R, A, B);
    }
    {
        current = "mbedtls_mpi_exp_mod";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *E;
        static const mbedtls_mpi *N;
        static mbedtls_mpi *prec_RR;
        X = zeroed(0);
        A = zeroed(1);
        E = zeroed(2);
        N = zeroed(3);
        prec_RR = zeroed(4);
        (void) mbedtls_mpi_exp_mod(X, A, E, N, prec_RR);
    }
    {
        current = "mbedtls_mpi_fill_random";
        static mbedtls_mpi *X;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        X = zeroed(0);
        p_rng = zeroed(3);
        (void) mbedtls_mpi_fill_random(X, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_free";
        static mbedtls_mpi *X;
        X = zeroed(0);
        (void) mbedtls_mpi_free(X);
    }
    {
        current = "mbedtls_mpi_gcd";
        static mbedtls_mpi *G;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        G = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_gcd(G, A, B);
    }
    {
        current = "mbedtls_mpi_gen_prime";
        static mbedtls_mpi *X;
        static size_t nbits;
        static int flags;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        X = zeroed(0);
        p_rng = zeroed(4);
        (void) mbedtls_mpi_gen_prime(X, nbits, flags, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_get_bit";
        static const mbedtls_mpi *X;
        static size_t pos;
        X = zeroed(0);
        (void) mbedtls_mpi_get_bit(X, pos);
    }
    {
        current = "mbedtls_mpi_grow";
        static mbedtls_mpi *X;
        static size_t nblimbs;
        X = zeroed(0);
        (void) mbedtls_mpi_grow(X, nblimbs);
    }
    {
        current = "mbedtls_mpi_init";
        static mbedtls_mpi *X;
        X = zeroed(0);
        (void) mbedtls_mpi_init(X);
    }
    {
        current = "mbedtls_mpi_inv_mod";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *N;
        X = zeroed(0);
        A = zeroed(1);
        N = zeroed(2);
        (void) mbedtls_mpi_inv_mod(X, A, N);
    }
    {
        current = "mbedtls_mpi_is_prime_ext";
        static const mbedtls_mpi *X;
        static int rounds;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        X = zeroed(0);
        p_rng = zeroed(3);
        (void) mbedtls_mpi_is_prime_ext(X, rounds, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_lsb";
        static const mbedtls_mpi *X;
        X = zeroed(0);
        (void) mbedtls_mpi_lsb(X);
    }
    {
        current = "mbedtls_mpi_lset";
        static mbedtls_mpi *X;
        static mbedtls_mpi_sint z;
        X = zeroed(0);
        (void) mbedtls_mpi_lset(X, z);
    }
    {
        current = "mbedtls_mpi_lt_mpi_ct";
        static const mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        static unsigned int *ret;
        X = zeroed(0);
        Y = zeroed(1);
        ret = zeroed(2);
        (void) mbedtls_mpi_lt_mpi_ct(X, Y, ret);
    }
    {
        current = "mbedtls_mpi_mod_int";
        static mbedtls_mpi_uint *r;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        r = zeroed(0);
        A = zeroed(1);
        (void) mbedtls_mpi_mod_int(r, A, b);
    }
    {
        current = "mbedtls_mpi_mod_mpi";
        static mbedtls_mpi *R;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        R = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_mod_mpi(R, A, B);
    }
    {
        current = "mbedtls_mpi_mul_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_uint b;
        X = zeroed(0);
        A = zeroed(1);
        (void) mbedtls_mpi_mul_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_mul_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        X = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_mul_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_random";
        static mbedtls_mpi *X;
        static mbedtls_mpi_sint min;
        static const mbedtls_mpi *N;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        X = zeroed(0);
        N = zeroed(2);
        p_rng = zeroed(4);
        (void) mbedtls_mpi_random(X, min, N, f_rng, p_rng);
    }
    {
        current = "mbedtls_mpi_read_binary";
        static mbedtls_mpi *X;
        static const unsigned char *buf;
        static size_t buflen;
        X = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_mpi_read_binary(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_read_binary_le";
        static mbedtls_mpi *X;
        static const unsigned char *buf;
        static size_t buflen;
        X = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_mpi_read_binary_le(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_read_string";
        static mbedtls_mpi *X;
        static int radix;
        static const char *s;
        X = zeroed(0);
        s = zeroed(2);
        (void) mbedtls_mpi_read_string(X, radix, s);
    }
    {
        current = "mbedtls_mpi_safe_cond_assign";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *Y;
        static unsigned char assign;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_safe_cond_assign(X, Y, assign);
    }
    {
        current = "mbedtls_mpi_safe_cond_swap";
        static mbedtls_mpi *X;
        static mbedtls_mpi *Y;
        static unsigned char swap;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_safe_cond_swap(X, Y, swap);
    }
    {
        current = "mbedtls_mpi_self_test";
        static int verbose;
        (void) mbedtls_mpi_self_test(verbose);
    }
    {
        current = "mbedtls_mpi_set_bit";
        static mbedtls_mpi *X;
        static size_t pos;
        static unsigned char val;
        X = zeroed(0);
        (void) mbedtls_mpi_set_bit(X, pos, val);
    }
    {
        current = "mbedtls_mpi_shift_l";
        static mbedtls_mpi *X;
        static size_t count;
        X = zeroed(0);
        (void) mbedtls_mpi_shift_l(X, count);
    }
    {
        current = "mbedtls_mpi_shift_r";
        static mbedtls_mpi *X;
        static size_t count;
        X = zeroed(0);
        (void) mbedtls_mpi_shift_r(X, count);
    }
    {
        current = "mbedtls_mpi_shrink";
        static mbedtls_mpi *X;
        static size_t nblimbs;
        X = zeroed(0);
        (void) mbedtls_mpi_shrink(X, nblimbs);
    }
    {
        current = "mbedtls_mpi_size";
        static const mbedtls_mpi *X;
        X = zeroed(0);
        (void) mbedtls_mpi_size(X);
    }
    {
        current = "mbedtls_mpi_sub_abs";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        X = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_sub_abs(X, A, B);
    }
    {
        current = "mbedtls_mpi_sub_int";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static mbedtls_mpi_sint b;
        X = zeroed(0);
        A = zeroed(1);
        (void) mbedtls_mpi_sub_int(X, A, b);
    }
    {
        current = "mbedtls_mpi_sub_mpi";
        static mbedtls_mpi *X;
        static const mbedtls_mpi *A;
        static const mbedtls_mpi *B;
        X = zeroed(0);
        A = zeroed(1);
        B = zeroed(2);
        (void) mbedtls_mpi_sub_mpi(X, A, B);
    }
    {
        current = "mbedtls_mpi_swap";
        static mbedtls_mpi *X;
        static mbedtls_mpi *Y;
        X = zeroed(0);
        Y = zeroed(1);
        (void) mbedtls_mpi_swap(X, Y);
    }
    {
        current = "mbedtls_mpi_write_binary";
        static const mbedtls_mpi *X;
        static unsigned char *buf;
        static size_t buflen;
        X = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_mpi_write_binary(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_write_binary_le";
        static const mbedtls_mpi *X;
        static unsigned char *buf;
        static size_t buflen;
        X = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_mpi_write_binary_le(X, buf, buflen);
    }
    {
        current = "mbedtls_mpi_write_string";
        static const mbedtls_mpi *X;
        static int radix;
        static char *buf;
        static size_t buflen;
        static size_t *olen;
        X = zeroed(0);
        buf = zeroed(2);
        olen = zeroed(4);
        (void) mbedtls_mpi_write_string(X, radix, buf, buflen, olen);
    }
    {
        current = "mbedtls_ms_time";
        (void) mbedtls_ms_time();
    }
    {
        current = "mbedtls_net_accept";
        static mbedtls_net_context *bind_ctx;
        static mbedtls_net_context *client_ctx;
        static void *client_ip;
        static size_t buf_size;
        static size_t *cip_len;
        bind_ctx = zeroed(0);
        client_ctx = zeroed(1);
        client_ip = zeroed(2);
        cip_len = zeroed(4);
        (void) mbedtls_net_accept(bind_ctx, client_ctx, client_ip, buf_size, cip_len);
    }
    {
        current = "mbedtls_net_bind";
        static mbedtls_net_context *ctx;
        static const char *bind_ip;
        static const char *port;
        static int proto;
        ctx = zeroed(0);
        bind_ip = zeroed(1);
        port = zeroed(2);
        (void) mbedtls_net_bind(ctx, bind_ip, port, proto);
    }
    {
        current = "mbedtls_net_close";
        static mbedtls_net_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_net_close(ctx);
    }
    {
        current = "mbedtls_net_connect";
        static mbedtls_net_context *ctx;
        static const char *host;
        static const char *port;
        static int proto;
        ctx = zeroed(0);
        host = zeroed(1);
        port = zeroed(2);
        (void) mbedtls_net_connect(ctx, host, port, proto);
    }
    {
        current = "mbedtls_net_free";
        static mbedtls_net_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_net_free(ctx);
    }
    {
        current = "mbedtls_net_init";
        static mbedtls_net_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_net_init(ctx);
    }
    {
        current = "mbedtls_net_poll";
        static mbedtls_net_context *ctx;
        static uint32_t rw;
        static uint32_t timeout;
        ctx = zeroed(0);
        (void) mbedtls_net_poll(ctx, rw, timeout);
    }
    {
        current = "mbedtls_net_recv";
        static void *ctx;
        static unsigned char *buf;
        static size_t len;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_net_recv(ctx, buf, len);
    }
    {
        current = "mbedtls_net_recv_timeout";
        static void *ctx;
        static unsigned char *buf;
        static size_t len;
        static uint32_t timeout;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_net_recv_timeout(ctx, buf, len, timeout);
    }
    {
        current = "mbedtls_net_send";
        static void *ctx;
        static const unsigned char *buf;
        static size_t len;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_net_send(ctx, buf, len);
    }
    {
        current = "mbedtls_net_set_block";
        static mbedtls_net_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_net_set_block(ctx);
    }
    {
        current = "mbedtls_net_set_nonblock";
        static mbedtls_net_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_net_set_nonblock(ctx);
    }
    {
        current = "mbedtls_net_usleep";
        static unsigned long usec;
        (void) mbedtls_net_usleep(usec);
    }
    {
        current = "mbedtls_nist_kw_free";
        static mbedtls_nist_kw_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_nist_kw_free(ctx);
    }
    {
        current = "mbedtls_nist_kw_init";
        static mbedtls_nist_kw_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_nist_kw_init(ctx);
    }
    {
        current = "mbedtls_nist_kw_self_test";
        static int verbose;
        (void) mbedtls_nist_kw_self_test(verbose);
    }
    {
        current = "mbedtls_nist_kw_setkey";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_cipher_id_t cipher;
        static const unsigned char *key;
        static unsigned int keybits;
        static const int is_wrap;
        ctx = zeroed(0);
        key = zeroed(2);
        (void) mbedtls_nist_kw_setkey(ctx, cipher, key, keybits, is_wrap);
    }
    {
        current = "mbedtls_nist_kw_unwrap";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_nist_kw_mode_t mode;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        static size_t *out_len;
        static size_t out_size;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(4);
        out_len = zeroed(5);
        (void) mbedtls_nist_kw_unwrap(ctx, mode, input, in_len, output, out_len, out_size);
    }
    {
        current = "mbedtls_nist_kw_wrap";
        static mbedtls_nist_kw_context *ctx;
        static mbedtls_nist_kw_mode_t mode;
        static const unsigned char *input;
        static size_t in_len;
        static unsigned char *output;
        static size_t *out_len;
        static size_t out_size;
        ctx = zeroed(0);
        input = zeroed(2);
        output = zeroed(4);
        out_len = zeroed(5);
        (void) mbedtls_nist_kw_wrap(ctx, mode, input, in_len, output, out_len, out_size);
    }
    {
        current = "mbedtls_oid_from_numeric_string";
        static mbedtls_asn1_buf *oid;
        static const char *oid_str;
        static size_t size;
        oid = zeroed(0);
        oid_str = zeroed(1);
        (void) mbedtls_oid_from_numeric_string(oid, oid_str, size);
    }
    {
        current = "mbedtls_oid_get_attr_short_name";
        static const mbedtls_asn1_buf *oid;
        static const char **short_name;
        oid = zeroed(0);
        short_name = zeroed(1);
        (void) mbedtls_oid_get_attr_short_name(oid, short_name);
    }
    {
        current = "mbedtls_oid_get_certificate_policies";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        oid = zeroed(0);
        desc = zeroed(1);
        (void) mbedtls_oid_get_certificate_policies(oid, desc);
    }
    {
        current = "mbedtls_oid_get_cipher_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_cipher_type_t *cipher_alg;
        oid = zeroed(0);
        cipher_alg = zeroed(1);
        (void) mbedtls_oid_get_cipher_alg(oid, cipher_alg);
    }
    {
        current = "mbedtls_oid_get_ec_grp";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_ecp_group_id *grp_id;
        oid = zeroed(0);
        grp_id = zeroed(1);
        (void) mbedtls_oid_get_ec_grp(oid, grp_id);
    }
    {
        current = "mbedtls_oid_get_ec_grp_algid";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_ecp_group_id *grp_id;
        oid = zeroed(0);
        grp_id = zeroed(1);
        (void) mbedtls_oid_get_ec_grp_algid(oid, grp_id);
    }
    {
        current = "mbedtls_oid_get_extended_key_usage";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        oid = zeroed(0);
        desc = zeroed(1);
        (void) mbedtls_oid_get_extended_key_usage(oid, desc);
    }
    {
        current = "mbedtls_oid_get_md_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        oid = zeroed(0);
        md_alg = zeroed(1);
        (void) mbedtls_oid_get_md_alg(oid, md_alg);
    }
    {
        current = "mbedtls_oid_get_md_hmac";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_hmac;
        oid = zeroed(0);
        md_hmac = zeroed(1);
        (void) mbedtls_oid_get_md_hmac(oid, md_hmac);
    }
    {
        current = "mbedtls_oid_get_numeric_string";
        static char *buf;
        static size_t size;
        static const mbedtls_asn1_buf *oid;
        buf = zeroed(0);
        oid = zeroed(2);
        (void) mbedtls_oid_get_numeric_string(buf, size, oid);
    }
    {
        current = "mbedtls_oid_get_oid_by_ec_grp";
        static mbedtls_ecp_group_id grp_id;
        static const char **oid;
        static size_t *olen;
        oid = zeroed(1);
        olen = zeroed(2);
        (void) mbedtls_oid_get_oid_by_ec_grp(grp_id, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_ec_grp_algid";
        static mbedtls_ecp_group_id grp_id;
        static const char **oid;
        static size_t *olen;
        oid = zeroed(1);
        olen = zeroed(2);
        (void) mbedtls_oid_get_oid_by_ec_grp_algid(grp_id, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_md";
        static mbedtls_md_type_t md_alg;
        static const char **oid;
        static size_t *olen;
        oid = zeroed(1);
        olen = zeroed(2);
        (void) mbedtls_oid_get_oid_by_md(md_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_pk_alg";
        static mbedtls_pk_type_t pk_alg;
        static const char **oid;
        static size_t *olen;
        oid = zeroed(1);
        olen = zeroed(2);
        (void) mbedtls_oid_get_oid_by_pk_alg(pk_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_oid_by_sig_alg";
        static mbedtls_pk_type_t pk_alg;
        static mbedtls_md_type_t md_alg;
        static const char **oid;
        static size_t *olen;
        oid = zeroed(2);
        olen = zeroed(3);
        (void) mbedtls_oid_get_oid_by_sig_alg(pk_alg, md_alg, oid, olen);
    }
    {
        current = "mbedtls_oid_get_pk_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_pk_type_t *pk_alg;
        oid = zeroed(0);
        pk_alg = zeroed(1);
        (void) mbedtls_oid_get_pk_alg(oid, pk_alg);
    }
    {
        current = "mbedtls_oid_get_pkcs12_pbe_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        static mbedtls_cipher_type_t *cipher_alg;
        oid = zeroed(0);
        md_alg = zeroed(1);
        cipher_alg = zeroed(2);
        (void) mbedtls_oid_get_pkcs12_pbe_alg(oid, md_alg, cipher_alg);
    }
    {
        current = "mbedtls_oid_get_sig_alg";
        static const mbedtls_asn1_buf *oid;
        static mbedtls_md_type_t *md_alg;
        static mbedtls_pk_type_t *pk_alg;
        oid = zeroed(0);
        md_alg = zeroed(1);
        pk_alg = zeroed(2);
        (void) mbedtls_oid_get_sig_alg(oid, md_alg, pk_alg);
    }
    {
        current = "mbedtls_oid_get_sig_alg_desc";
        static const mbedtls_asn1_buf *oid;
        static const char **desc;
        oid = zeroed(0);
        desc = zeroed(1);
        (void) mbedtls_oid_get_sig_alg_desc(oid, desc);
    }
    {
        current = "mbedtls_oid_get_x509_ext_type";
        static const mbedtls_asn1_buf *oid;
        static int *ext_type;
        oid = zeroed(0);
        ext_type = zeroed(1);
        (void) mbedtls_oid_get_x509_ext_type(oid, ext_type);
    }
    {
        current = "mbedtls_pem_free";
        static mbedtls_pem_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pem_free(ctx);
    }
    {
        current = "mbedtls_pem_get_buffer";
        static mbedtls_pem_context *ctx;
        static size_t *buflen;
        ctx = zeroed(0);
        buflen = zeroed(1);
        (void) mbedtls_pem_get_buffer(ctx, buflen);
    }
    {
        current = "mbedtls_pem_init";
        static mbedtls_pem_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pem_init(ctx);
    }
    {
        current = "mbedtls_pem_read_buffer";
        static mbedtls_pem_context *ctx;
        static const char *header;
        static const char *footer;
        static const unsigned char *data;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static size_t *use_len;
        ctx = zeroed(0);
        header = zeroed(1);
        footer = zeroed(2);
        data = zeroed(3);
        pwd = zeroed(4);
        use_len = zeroed(6);
        (void) mbedtls_pem_read_buffer(ctx, header, footer, data, pwd, pwdlen, use_len);
    }
    {
        current = "mbedtls_pem_write_buffer";
        static const char *header;
        static const char *footer;
        static const unsigned char *der_data;
        static size_t der_len;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        header = zeroed(0);
        footer = zeroed(1);
        der_data = zeroed(2);
        buf = zeroed(4);
        olen = zeroed(6);
        (void) mbedtls_pem_write_buffer(header, footer, der_data, der_len, buf, buf_len, olen);
    }
    {
        current = "mbedtls_pk_can_do";
        static const mbedtls_pk_context *ctx;
        static mbedtls_pk_type_t type;
        ctx = zeroed(0);
        (void) mbedtls_pk_can_do(ctx, type);
    }
    {
        current = "mbedtls_pk_check_pair";
        static const mbedtls_pk_context *pub;
        static const mbedtls_pk_context *prv;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        pub = zeroed(0);
        prv = zeroed(1);
        p_rng = zeroed(3);
        (void) mbedtls_pk_check_pair(pub, prv, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_copy_from_psa";
        static mbedtls_svc_key_id_t key_id;
        static mbedtls_pk_context *pk;
        pk = zeroed(1);
        (void) mbedtls_pk_copy_from_psa(key_id, pk);
    }
    {
        current = "mbedtls_pk_copy_public_from_psa";
        static mbedtls_svc_key_id_t key_id;
        static mbedtls_pk_context *pk;
        pk = zeroed(1);
        (void) mbedtls_pk_copy_public_from_psa(key_id, pk);
    }
    {
        current = "mbedtls_pk_debug";
        static const mbedtls_pk_context *ctx;
        static mbedtls_pk_debug_item *items;
        ctx = zeroed(0);
        items = zeroed(1);
        (void) mbedtls_pk_debug(ctx, items);
    }
    {
        current = "mbedtls_pk_decrypt";
        static mbedtls_pk_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        static size_t osize;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        olen = zeroed(4);
        p_rng = zeroed(7);
        (void) mbedtls_pk_decrypt(ctx, input, ilen, output, olen, osize, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_ec";
        static const mbedtls_pk_context pk;
        (void) mbedtls_pk_ec(pk);
    }
    {
        current = "mbedtls_pk_encrypt";
        static mbedtls_pk_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static size_t *olen;
        static size_t osize;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        olen = zeroed(4);
        p_rng = zeroed(7);
        (void) mbedtls_pk_encrypt(ctx, input, ilen, output, olen, osize, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_free";
        static mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_free(ctx);
    }
    {
        current = "mbedtls_pk_get_bitlen";
        static const mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_get_bitlen(ctx);
    }
    {
        current = "mbedtls_pk_get_len";
        static const mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_get_len(ctx);
    }
    {
        current = "mbedtls_pk_get_name";
        static const mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_get_name(ctx);
    }
    {
        current = "mbedtls_pk_get_psa_attributes";
        static const mbedtls_pk_context *pk;
        static psa_key_usage_t usage;
        static psa_key_attributes_t *attributes;
        pk = zeroed(0);
        attributes = zeroed(2);
        (void) mbedtls_pk_get_psa_attributes(pk, usage, attributes);
    }
    {
        current = "mbedtls_pk_get_type";
        static const mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_get_type(ctx);
    }
    {
        current = "mbedtls_pk_import_into_psa";
        static const mbedtls_pk_context *pk;
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *key_id;
        pk = zeroed(0);
        attributes = zeroed(1);
        key_id = zeroed(2);
        (void) mbedtls_pk_import_into_psa(pk, attributes, key_id);
    }
    {
        current = "mbedtls_pk_info_from_type";
        static mbedtls_pk_type_t pk_type;
        (void) mbedtls_pk_info_from_type(pk_type);
    }
    {
        current = "mbedtls_pk_init";
        static mbedtls_pk_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_pk_init(ctx);
    }
    {
        current = "mbedtls_pk_parse_key";
        static mbedtls_pk_context *ctx;
        static const unsigned char *key;
        static size_t keylen;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        key = zeroed(1);
        pwd = zeroed(3);
        p_rng = zeroed(6);
        (void) mbedtls_pk_parse_key(ctx, key, keylen, pwd, pwdlen, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_parse_keyfile";
        static mbedtls_pk_context *ctx;
        static const char *path;
        static const char *password;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        path = zeroed(1);
        password = zeroed(2);
        p_rng = zeroed(4);
        (void) mbedtls_pk_parse_keyfile(ctx, path, password, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_parse_public_key";
        static mbedtls_pk_context *ctx;
        static const unsigned char *key;
        static size_t keylen;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_pk_parse_public_key(ctx, key, keylen);
    }
    {
        current = "mbedtls_pk_parse_public_keyfile";
        static mbedtls_pk_context *ctx;
        static const char *path;
        ctx = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_pk_parse_public_keyfile(ctx, path);
    }
    {
        current = "mbedtls_pk_parse_subpubkey";
        static unsigned char **p;
        static const unsigned char *end;
        static mbedtls_pk_context *pk;
        p = zeroed(0);
        end = zeroed(1);
        pk = zeroed(2);
        (void) mbedtls_pk_parse_subpubkey(p, end, pk);
    }
    {
        current = "mbedtls_pk_rsa";
        static const mbedtls_pk_context pk;
        (void) mbedtls_pk_rsa(pk);
    }
    {
        current = "mbedtls_pk_setup";
        static mbedtls_pk_context *ctx;
        static const mbedtls_pk_info_t *info;
        ctx = zeroed(0);
        info = zeroed(1);
        (void) mbedtls_pk_setup(ctx, info);
    }
    {
        current = "mbedtls_pk_setup_rsa_alt";
        static mbedtls_pk_context *ctx;
        static void *key;
        static mbedtls_pk_rsa_alt_decrypt_func decrypt_func;
        static mbedtls_pk_rsa_alt_sign_func sign_func;
        static mbedtls_pk_rsa_alt_key_len_func key_len_func;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_pk_setup_rsa_alt(ctx, key, decrypt_func, sign_func, key_len_func);
    }
    {
        current = "mbedtls_pk_sign";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        sig_len = zeroed(6);
        p_rng = zeroed(8);
        (void) mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_sign_ext";
        static mbedtls_pk_type_t pk_type;
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(1);
        hash = zeroed(3);
        sig = zeroed(5);
        sig_len = zeroed(7);
        p_rng = zeroed(9);
        (void) mbedtls_pk_sign_ext(pk_type, ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng);
    }
    {
        current = "mbedtls_pk_sign_restartable";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static unsigned char *sig;
        static size_t sig_size;
        static size_t *sig_len;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_pk_restart_ctx *rs_ctx;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        sig_len = zeroed(6);
        p_rng = zeroed(8);
        rs_ctx = zeroed(9);
        (void) mbedtls_pk_sign_restartable(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng, rs_ctx);
    }
    {
        current = "mbedtls_pk_verify";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        (void) mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len);
    }
    {
        current = "mbedtls_pk_verify_ext";
        static mbedtls_pk_type_t type;
        static const void *options;
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        options = zeroed(1);
        ctx = zeroed(2);
        hash = zeroed(4);
        sig = zeroed(6);
        (void) mbedtls_pk_verify_ext(type, options, ctx, md_alg, hash, hash_len, sig, sig_len);
    }
    {
        current = "mbedtls_pk_verify_restartable";
        static mbedtls_pk_context *ctx;
        static mbedtls_md_type_t md_alg;
        static const unsigned char *hash;
        static size_t hash_len;
        static const unsigned char *sig;
        static size_t sig_len;
        static mbedtls_pk_restart_ctx *rs_ctx;
        ctx = zeroed(0);
        hash = zeroed(2);
        sig = zeroed(4);
        rs_ctx = zeroed(6);
        (void) mbedtls_pk_verify_restartable(ctx, md_alg, hash, hash_len, sig, sig_len, rs_ctx);
    }
    {
        current = "mbedtls_pk_write_key_der";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_pk_write_key_der(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_key_pem";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_pk_write_key_pem(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_pubkey";
        static unsigned char **p;
        static unsigned char *start;
        static const mbedtls_pk_context *key;
        p = zeroed(0);
        start = zeroed(1);
        key = zeroed(2);
        (void) mbedtls_pk_write_pubkey(p, start, key);
    }
    {
        current = "mbedtls_pk_write_pubkey_der";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_pk_write_pubkey_der(ctx, buf, size);
    }
    {
        current = "mbedtls_pk_write_pubkey_pem";
        static const mbedtls_pk_context *ctx;
        static unsigned char *buf;
        static size_t size;
        ctx = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_pk_write_pubkey_pem(ctx, buf, size);
    }
    {
        current = "mbedtls_pkcs12_derivation";
        static unsigned char *data;
        static size_t datalen;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *salt;
        static size_t saltlen;
        static mbedtls_md_type_t mbedtls_md;
        static int id;
        static int iterations;
        data = zeroed(0);
        pwd = zeroed(2);
        salt = zeroed(4);
        (void) mbedtls_pkcs12_derivation(data, datalen, pwd, pwdlen, salt, saltlen, mbedtls_md, id, iterations);
    }
    {
        current = "mbedtls_pkcs12_pbe";
        static mbedtls_asn1_buf *pbe_params;
        static int mode;
        static mbedtls_cipher_type_t cipher_type;
        static mbedtls_md_type_t md_type;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t len;
        static unsigned char *output;
        pbe_params = zeroed(0);
        pwd = zeroed(4);
        data = zeroed(6);
        output = zeroed(8);
        (void) mbedtls_pkcs12_pbe(pbe_params, mode, cipher_type, md_type, pwd, pwdlen, data, len, output);
    }
    {
        current = "mbedtls_pkcs12_pbe_ext";
        static mbedtls_asn1_buf *pbe_params;
        static int mode;
        static mbedtls_cipher_type_t cipher_type;
        static mbedtls_md_type_t md_type;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t len;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        pbe_params = zeroed(0);
        pwd = zeroed(4);
        data = zeroed(6);
        output = zeroed(8);
        output_len = zeroed(10);
        (void) mbedtls_pkcs12_pbe_ext(pbe_params, mode, cipher_type, md_type, pwd, pwdlen, data, len, output, output_size, output_len);
    }
    {
        current = "mbedtls_pkcs5_pbes2";
        static const mbedtls_asn1_buf *pbe_params;
        static int mode;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t datalen;
        static unsigned char *output;
        pbe_params = zeroed(0);
        pwd = zeroed(2);
        data = zeroed(4);
        output = zeroed(6);
        (void) mbedtls_pkcs5_pbes2(pbe_params, mode, pwd, pwdlen, data, datalen, output);
    }
    {
        current = "mbedtls_pkcs5_pbes2_ext";
        static const mbedtls_asn1_buf *pbe_params;
        static int mode;
        static const unsigned char *pwd;
        static size_t pwdlen;
        static const unsigned char *data;
        static size_t datalen;
        static unsigned char *output;
        static size_t output_size;
        static size_t *output_len;
        pbe_params = zeroed(0);
        pwd = zeroed(2);
        data = zeroed(4);
        output = zeroed(6);
        output_len = zeroed(8);
        (void) mbedtls_pkcs5_pbes2_ext(pbe_params, mode, pwd, pwdlen, data, datalen, output, output_size, output_len);
    }
    {
        current = "mbedtls_pkcs5_pbkdf2_hmac";
        static mbedtls_md_context_t *ctx;
        static const unsigned char *password;
        static size_t plen;
        static const unsigned char *salt;
        static size_t slen;
        static unsigned int iteration_count;
        static uint32_t key_length;
        static unsigned char *output;
        ctx = zeroed(0);
        password = zeroed(1);
        salt = zeroed(3);
        output = zeroed(7);
        (void) mbedtls_pkcs5_pbkdf2_hmac(ctx, password, plen, salt, slen, iteration_count, key_length, output);
    }
    {
        current = "mbedtls_pkcs5_pbkdf2_hmac_ext";
        static mbedtls_md_type_t md_type;
        static const unsigned char *password;
        static size_t plen;
        static const unsigned char *salt;
        static size_t slen;
        static unsigned int iteration_count;
        static uint32_t key_length;
        static unsigned char *output;
        password = zeroed(1);
        salt = zeroed(3);
        output = zeroed(7);
        (void) mbedtls_pkcs5_pbkdf2_hmac_ext(md_type, password, plen, salt, slen, iteration_count, key_length, output);
    }
    {
        current = "mbedtls_pkcs5_self_test";
        static int verbose;
        (void) mbedtls_pkcs5_self_test(verbose);
    }
    {
        current = "mbedtls_pkcs7_free";
        static mbedtls_pkcs7 *pkcs7;
        pkcs7 = zeroed(0);
        (void) mbedtls_pkcs7_free(pkcs7);
    }
    {
        current = "mbedtls_pkcs7_init";
        static mbedtls_pkcs7 *pkcs7;
        pkcs7 = zeroed(0);
        (void) mbedtls_pkcs7_init(pkcs7);
    }
    {
        current = "mbedtls_pkcs7_parse_der";
        static mbedtls_pkcs7 *pkcs7;
        static const unsigned char *buf;
        static const size_t buflen;
        pkcs7 = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_pkcs7_parse_der(pkcs7, buf, buflen);
    }
    {
        current = "mbedtls_pkcs7_signed_data_verify";
        static mbedtls_pkcs7 *pkcs7;
        static const mbedtls_x509_crt *cert;
        static const unsigned char *data;
        static size_t datalen;
        pkcs7 = zeroed(0);
        cert = zeroed(1);
        data = zeroed(2);
        (void) mbedtls_pkcs7_signed_data_verify(pkcs7, cert, data, datalen);
    }
    {
        current = "mbedtls_pkcs7_signed_hash_verify";
        static mbedtls_pkcs7 *pkcs7;
        static const mbedtls_x509_crt *cert;
        static const unsigned char *hash;
        static size_t hashlen;
        pkcs7 = zeroed(0);
        cert = zeroed(1);
        hash = zeroed(2);
        (void) mbedtls_pkcs7_signed_hash_verify(pkcs7, cert, hash, hashlen);
    }
    {
        current = "mbedtls_platform_entropy_poll";
        static void *data;
        static unsigned char *output;
        static size_t len;
        static size_t *olen;
        data = zeroed(0);
        output = zeroed(1);
        olen = zeroed(3);
        (void) mbedtls_platform_entropy_poll(data, output, len, olen);
    }
    {
        current = "mbedtls_platform_gmtime_r";
        static const mbedtls_time_t *tt;
        static struct tm *tm_buf;
        tt = zeroed(0);
        tm_buf = zeroed(1);
        (void) mbedtls_platform_gmtime_r(tt, tm_buf);
    }
    {
        current = "mbedtls_platform_set_calloc_free";
        static void *(*calloc_func)(size_t, size_t);
        static void (*free_func)(void *);
        (void) mbedtls_platform_set_calloc_free(calloc_func, free_func);
    }
    {
        current = "mbedtls_platform_set_exit";
        static void (*exit_func)(int);
        (void) mbedtls_platform_set_exit(exit_func);
    }
    {
        current = "mbedtls_platform_set_fprintf";
        static int (*fprintf_func)(FILE *, const char *, ...);
        (void) mbedtls_platform_set_fprintf(fprintf_func);
    }
    {
        current = "mbedtls_platform_set_printf";
        static int (*printf_func)(const char *, ...);
        (void) mbedtls_platform_set_printf(printf_func);
    }
    {
        current = "mbedtls_platform_set_setbuf";
        static void (*setbuf_func)(FILE *, char *);
        (void) mbedtls_platform_set_setbuf(setbuf_func);
    }
    {
        current = "mbedtls_platform_set_snprintf";
        static int (*snprintf_func)(char *, size_t, const char *, ...);
        (void) mbedtls_platform_set_snprintf(snprintf_func);
    }
    {
        current = "mbedtls_platform_set_time";
        static mbedtls_time_t (*time_func)(mbedtls_time_t *);
        (void) mbedtls_platform_set_time(time_func);
    }
    {
        current = "mbedtls_platform_set_vsnprintf";
        static int (*vsnprintf_func)(char *, size_t, const char *, va_list);
        (void) mbedtls_platform_set_vsnprintf(vsnprintf_func);
    }
    {
        current = "mbedtls_platform_setup";
        static mbedtls_platform_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_platform_setup(ctx);
    }
    {
        current = "mbedtls_platform_teardown";
        static mbedtls_platform_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_platform_teardown(ctx);
    }
    {
        current = "mbedtls_platform_zeroize";
        static void *buf;
        static size_t len;
        buf = zeroed(0);
        (void) mbedtls_platform_zeroize(buf, len);
    }
    {
        current = "mbedtls_poly1305_finish";
        static mbedtls_poly1305_context *ctx;
        static unsigned char *mac;
        ctx = zeroed(0);
        mac = zeroed(1);
        (void) mbedtls_poly1305_finish(ctx, mac);
    }
    {
        current = "mbedtls_poly1305_free";
        static mbedtls_poly1305_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_poly1305_free(ctx);
    }
    {
        current = "mbedtls_poly1305_init";
        static mbedtls_poly1305_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_poly1305_init(ctx);
    }
    {
        current = "mbedtls_poly1305_mac";
        static const unsigned char *key;
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *mac;
        key = zeroed(0);
        input = zeroed(1);
        mac = zeroed(3);
        (void) mbedtls_poly1305_mac(key, input, ilen, mac);
    }
    {
        current = "mbedtls_poly1305_self_test";
        static int verbose;
        (void) mbedtls_poly1305_self_test(verbose);
    }
    {
        current = "mbedtls_poly1305_starts";
        static mbedtls_poly1305_context *ctx;
        static const unsigned char *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_poly1305_starts(ctx, key);
    }
    {
        current = "mbedtls_poly1305_update";
        static mbedtls_poly1305_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_poly1305_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_psa_crypto_free";
        (void) mbedtls_psa_crypto_free();
    }
    {
        current = "mbedtls_psa_get_random";
        static void *p_rng;
        static unsigned char *output;
        static size_t output_size;
        p_rng = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_psa_get_random(p_rng, output, output_size);
    }
    {
        current = "mbedtls_psa_get_stats";
        static mbedtls_psa_stats_t *stats;
        stats = zeroed(0);
        (void) mbedtls_psa_get_stats(stats);
    }
    {
        current = "mbedtls_ripemd160";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        input = zeroed(0);
        output = zeroed(2);
        (void) mbedtls_ripemd160(input, ilen, output);
    }
    {
        current = "mbedtls_ripemd160_clone";
        static mbedtls_ripemd160_context *dst;
        static const mbedtls_ripemd160_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_ripemd160_clone(dst, src);
    }
    {
        current = "mbedtls_ripemd160_finish";
        static mbedtls_ripemd160_context *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_ripemd160_finish(ctx, output);
    }
    {
        current = "mbedtls_ripemd160_free";
        static mbedtls_ripemd160_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ripemd160_free(ctx);
    }
    {
        current = "mbedtls_ripemd160_init";
        static mbedtls_ripemd160_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ripemd160_init(ctx);
    }
    {
        current = "mbedtls_ripemd160_self_test";
        static int verbose;
        (void) mbedtls_ripemd160_self_test(verbose);
    }
    {
        current = "mbedtls_ripemd160_starts";
        static mbedtls_ripemd160_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ripemd160_starts(ctx);
    }
    {
        current = "mbedtls_ripemd160_update";
        static mbedtls_ripemd160_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_ripemd160_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_rsa_check_privkey";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_check_privkey(ctx);
    }
    {
        current = "mbedtls_rsa_check_pub_priv";
        static const mbedtls_rsa_context *pub;
        static const mbedtls_rsa_context *prv;
        pub = zeroed(0);
        prv = zeroed(1);
        (void) mbedtls_rsa_check_pub_priv(pub, prv);
    }
    {
        current = "mbedtls_rsa_check_pubkey";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_check_pubkey(ctx);
    }
    {
        current = "mbedtls_rsa_complete";
        static mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_complete(ctx);
    }
    {
        current = "mbedtls_rsa_copy";
        static mbedtls_rsa_context *dst;
        static const mbedtls_rsa_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_rsa_copy(dst, src);
    }
    {
        current = "mbedtls_rsa_export";
        static const mbedtls_rsa_context *ctx;
        static mbedtls_mpi *N;
        static mbedtls_mpi *P;
        static mbedtls_mpi *Q;
        static mbedtls_mpi *D;
        static mbedtls_mpi *E;
        ctx = zeroed(0);
        N = zeroed(1);
        P = zeroed(2);
        Q = zeroed(3);
        D = zeroed(4);
        E = zeroed(5);
        (void) mbedtls_rsa_export(ctx, N, P, Q, D, E);
    }
    {
        current = "mbedtls_rsa_export_crt";
        static const mbedtls_rsa_context *ctx;
        static mbedtls_mpi *DP;
        static mbedtls_mpi *DQ;
        static mbedtls_mpi *QP;
        ctx = zeroed(0);
        DP = zeroed(1);
        DQ = zeroed(2);
        QP = zeroed(3);
        (void) mbedtls_rsa_export_crt(ctx, DP, DQ, QP);
    }
    {
        current = "mbedtls_rsa_export_raw";
        static const mbedtls_rsa_context *ctx;
        static unsigned char *N;
        static size_t N_len;
        static unsigned char *P;
        static size_t P_len;
        static unsigned char *Q;
        static size_t Q_len;
        static unsigned char *D;
        static size_t D_len;
        static unsigned char *E;
        static size_t E_len;
        ctx = zeroed(0);
        N = zeroed(1);
        P = zeroed(3);
        Q = zeroed(5);
        D = zeroed(7);
        E = zeroed(9);
        (void) mbedtls_rsa_export_raw(ctx, N, N_len, P, P_len, Q, Q_len, D, D_len, E, E_len);
    }
    {
        current = "mbedtls_rsa_free";
        static mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_free(ctx);
    }
    {
        current = "mbedtls_rsa_gen_key";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static unsigned int nbits;
        static int exponent;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        (void) mbedtls_rsa_gen_key(ctx, f_rng, p_rng, nbits, exponent);
    }
    {
        current = "mbedtls_rsa_get_bitlen";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_get_bitlen(ctx);
    }
    {
        current = "mbedtls_rsa_get_len";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_get_len(ctx);
    }
    {
        current = "mbedtls_rsa_get_md_alg";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_get_md_alg(ctx);
    }
    {
        current = "mbedtls_rsa_get_padding_mode";
        static const mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_get_padding_mode(ctx);
    }
    {
        current = "mbedtls_rsa_import";
        static mbedtls_rsa_context *ctx;
        static const mbedtls_mpi *N;
        static const mbedtls_mpi *P;
        static const mbedtls_mpi *Q;
        static const mbedtls_mpi *D;
        static const mbedtls_mpi *E;
        ctx = zeroed(0);
        N = zeroed(1);
        P = zeroed(2);
        Q = zeroed(3);
        D = zeroed(4);
        E = zeroed(5);
        (void) mbedtls_rsa_import(ctx, N, P, Q, D, E);
    }
    {
        current = "mbedtls_rsa_import_raw";
        static mbedtls_rsa_context *ctx;
        static const unsigned char *N;
        static size_t N_len;
        static const unsigned char *P;
        static size_t P_len;
        static const unsigned char *Q;
        static size_t Q_len;
        static const unsigned char *D;
        static size_t D_len;
        static const unsigned char *E;
        static size_t E_len;
        ctx = zeroed(0);
        N = zeroed(1);
        P = zeroed(3);
        Q = zeroed(5);
        D = zeroed(7);
        E = zeroed(9);
        (void) mbedtls_rsa_import_raw(ctx, N, N_len, P, P_len, Q, Q_len, D, D_len, E, E_len);
    }
    {
        current = "mbedtls_rsa_init";
        static mbedtls_rsa_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_rsa_init(ctx);
    }
    {
        current = "mbedtls_rsa_pkcs1_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        olen = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_rsa_pkcs1_decrypt(ctx, f_rng, p_rng, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_pkcs1_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_rsa_pkcs1_encrypt(ctx, f_rng, p_rng, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_pkcs1_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        hash = zeroed(5);
        sig = zeroed(6);
        (void) mbedtls_rsa_pkcs1_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_pkcs1_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        ctx = zeroed(0);
        hash = zeroed(3);
        sig = zeroed(4);
        (void) mbedtls_rsa_pkcs1_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_private";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        input = zeroed(3);
        output = zeroed(4);
        (void) mbedtls_rsa_private(ctx, f_rng, p_rng, input, output);
    }
    {
        current = "mbedtls_rsa_public";
        static mbedtls_rsa_context *ctx;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        input = zeroed(1);
        output = zeroed(2);
        (void) mbedtls_rsa_public(ctx, input, output);
    }
    {
        current = "mbedtls_rsa_rsaes_oaep_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *label;
        static size_t label_len;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        label = zeroed(3);
        olen = zeroed(5);
        input = zeroed(6);
        output = zeroed(7);
        (void) mbedtls_rsa_rsaes_oaep_decrypt(ctx, f_rng, p_rng, label, label_len, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_rsaes_oaep_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static const unsigned char *label;
        static size_t label_len;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        label = zeroed(3);
        input = zeroed(6);
        output = zeroed(7);
        (void) mbedtls_rsa_rsaes_oaep_encrypt(ctx, f_rng, p_rng, label, label_len, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_rsaes_pkcs1_v15_decrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t *olen;
        static const unsigned char *input;
        static unsigned char *output;
        static size_t output_max_len;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        olen = zeroed(3);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_rsa_rsaes_pkcs1_v15_decrypt(ctx, f_rng, p_rng, olen, input, output, output_max_len);
    }
    {
        current = "mbedtls_rsa_rsaes_pkcs1_v15_encrypt";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static size_t ilen;
        static const unsigned char *input;
        static unsigned char *output;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        input = zeroed(4);
        output = zeroed(5);
        (void) mbedtls_rsa_rsaes_pkcs1_v15_encrypt(ctx, f_rng, p_rng, ilen, input, output);
    }
    {
        current = "mbedtls_rsa_rsassa_pkcs1_v15_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        hash = zeroed(5);
        sig = zeroed(6);
        (void) mbedtls_rsa_rsassa_pkcs1_v15_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pkcs1_v15_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        ctx = zeroed(0);
        hash = zeroed(3);
        sig = zeroed(4);
        (void) mbedtls_rsa_rsassa_pkcs1_v15_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_sign";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static unsigned char *sig;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        hash = zeroed(5);
        sig = zeroed(6);
        (void) mbedtls_rsa_rsassa_pss_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_sign_ext";
        static mbedtls_rsa_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static int saltlen;
        static unsigned char *sig;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        hash = zeroed(5);
        sig = zeroed(7);
        (void) mbedtls_rsa_rsassa_pss_sign_ext(ctx, f_rng, p_rng, md_alg, hashlen, hash, saltlen, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_verify";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static const unsigned char *sig;
        ctx = zeroed(0);
        hash = zeroed(3);
        sig = zeroed(4);
        (void) mbedtls_rsa_rsassa_pss_verify(ctx, md_alg, hashlen, hash, sig);
    }
    {
        current = "mbedtls_rsa_rsassa_pss_verify_ext";
        static mbedtls_rsa_context *ctx;
        static mbedtls_md_type_t md_alg;
        static unsigned int hashlen;
        static const unsigned char *hash;
        static mbedtls_md_type_t mgf1_hash_id;
        static int expected_salt_len;
        static const unsigned char *sig;
        ctx = zeroed(0);
        hash = zeroed(3);
        sig = zeroed(6);
        (void) mbedtls_rsa_rsassa_pss_verify_ext(ctx, md_alg, hashlen, hash, mgf1_hash_id, expected_salt_len, sig);
    }
    {
        current = "mbedtls_rsa_self_test";
        static int verbose;
        (void) mbedtls_rsa_self_test(verbose);
    }
    {
        current = "mbedtls_rsa_set_padding";
        static mbedtls_rsa_context *ctx;
        static int padding;
        static mbedtls_md_type_t hash_id;
        ctx = zeroed(0);
        (void) mbedtls_rsa_set_padding(ctx, padding, hash_id);
    }
    {
        current = "mbedtls_sha1";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        input = zeroed(0);
        output = zeroed(2);
        (void) mbedtls_sha1(input, ilen, output);
    }
    {
        current = "mbedtls_sha1_clone";
        static mbedtls_sha1_context *dst;
        static const mbedtls_sha1_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_sha1_clone(dst, src);
    }
    {
        current = "mbedtls_sha1_finish";
        static mbedtls_sha1_context *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_sha1_finish(ctx, output);
    }
    {
        current = "mbedtls_sha1_free";
        static mbedtls_sha1_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha1_free(ctx);
    }
    {
        current = "mbedtls_sha1_init";
        static mbedtls_sha1_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha1_init(ctx);
    }
    {
        current = "mbedtls_sha1_self_test";
        static int verbose;
        (void) mbedtls_sha1_self_test(verbose);
    }
    {
        current = "mbedtls_sha1_starts";
        static mbedtls_sha1_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha1_starts(ctx);
    }
    {
        current = "mbedtls_sha1_update";
        static mbedtls_sha1_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_sha1_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha224_self_test";
        static int verbose;
        (void) mbedtls_sha224_self_test(verbose);
    }
    {
        current = "mbedtls_sha256";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static int is224;
        input = zeroed(0);
        output = zeroed(2);
        (void) mbedtls_sha256(input, ilen, output, is224);
    }
    {
        current = "mbedtls_sha256_clone";
        static mbedtls_sha256_context *dst;
        static const mbedtls_sha256_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_sha256_clone(dst, src);
    }
    {
        current = "mbedtls_sha256_finish";
        static mbedtls_sha256_context *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_sha256_finish(ctx, output);
    }
    {
        current = "mbedtls_sha256_free";
        static mbedtls_sha256_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha256_free(ctx);
    }
    {
        current = "mbedtls_sha256_init";
        static mbedtls_sha256_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha256_init(ctx);
    }
    {
        current = "mbedtls_sha256_self_test";
        static int verbose;
        (void) mbedtls_sha256_self_test(verbose);
    }
    {
        current = "mbedtls_sha256_starts";
        static mbedtls_sha256_context *ctx;
        static int is224;
        ctx = zeroed(0);
        (void) mbedtls_sha256_starts(ctx, is224);
    }
    {
        current = "mbedtls_sha256_update";
        static mbedtls_sha256_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_sha256_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha3";
        static mbedtls_sha3_id id;
        static const uint8_t *input;
        static size_t ilen;
        static uint8_t *output;
        static size_t olen;
        input = zeroed(1);
        output = zeroed(3);
        (void) mbedtls_sha3(id, input, ilen, output, olen);
    }
    {
        current = "mbedtls_sha384_self_test";
        static int verbose;
        (void) mbedtls_sha384_self_test(verbose);
    }
    {
        current = "mbedtls_sha3_clone";
        static mbedtls_sha3_context *dst;
        static const mbedtls_sha3_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_sha3_clone(dst, src);
    }
    {
        current = "mbedtls_sha3_finish";
        static mbedtls_sha3_context *ctx;
        static uint8_t *output;
        static size_t olen;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_sha3_finish(ctx, output, olen);
    }
    {
        current = "mbedtls_sha3_free";
        static mbedtls_sha3_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha3_free(ctx);
    }
    {
        current = "mbedtls_sha3_init";
        static mbedtls_sha3_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha3_init(ctx);
    }
    {
        current = "mbedtls_sha3_self_test";
        static int verbose;
        (void) mbedtls_sha3_self_test(verbose);
    }
    {
        current = "mbedtls_sha3_starts";
        static mbedtls_sha3_context *ctx;
        static mbedtls_sha3_id id;
        ctx = zeroed(0);
        (void) mbedtls_sha3_starts(ctx, id);
    }
    {
        current = "mbedtls_sha3_update";
        static mbedtls_sha3_context *ctx;
        static const uint8_t *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_sha3_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_sha512";
        static const unsigned char *input;
        static size_t ilen;
        static unsigned char *output;
        static int is384;
        input = zeroed(0);
        output = zeroed(2);
        (void) mbedtls_sha512(input, ilen, output, is384);
    }
    {
        current = "mbedtls_sha512_clone";
        static mbedtls_sha512_context *dst;
        static const mbedtls_sha512_context *src;
        dst = zeroed(0);
        src = zeroed(1);
        (void) mbedtls_sha512_clone(dst, src);
    }
    {
        current = "mbedtls_sha512_finish";
        static mbedtls_sha512_context *ctx;
        static unsigned char *output;
        ctx = zeroed(0);
        output = zeroed(1);
        (void) mbedtls_sha512_finish(ctx, output);
    }
    {
        current = "mbedtls_sha512_free";
        static mbedtls_sha512_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha512_free(ctx);
    }
    {
        current = "mbedtls_sha512_init";
        static mbedtls_sha512_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_sha512_init(ctx);
    }
    {
        current = "mbedtls_sha512_self_test";
        static int verbose;
        (void) mbedtls_sha512_self_test(verbose);
    }
    {
        current = "mbedtls_sha512_starts";
        static mbedtls_sha512_context *ctx;
        static int is384;
        ctx = zeroed(0);
        (void) mbedtls_sha512_starts(ctx, is384);
    }
    {
        current = "mbedtls_sha512_update";
        static mbedtls_sha512_context *ctx;
        static const unsigned char *input;
        static size_t ilen;
        ctx = zeroed(0);
        input = zeroed(1);
        (void) mbedtls_sha512_update(ctx, input, ilen);
    }
    {
        current = "mbedtls_ssl_cache_free";
        static mbedtls_ssl_cache_context *cache;
        cache = zeroed(0);
        (void) mbedtls_ssl_cache_free(cache);
    }
    {
        current = "mbedtls_ssl_cache_get";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        static mbedtls_ssl_session *session;
        data = zeroed(0);
        session_id = zeroed(1);
        session = zeroed(3);
        (void) mbedtls_ssl_cache_get(data, session_id, session_id_len, session);
    }
    {
        current = "mbedtls_ssl_cache_get_timeout";
        static mbedtls_ssl_cache_context *cache;
        cache = zeroed(0);
        (void) mbedtls_ssl_cache_get_timeout(cache);
    }
    {
        current = "mbedtls_ssl_cache_init";
        static mbedtls_ssl_cache_context *cache;
        cache = zeroed(0);
        (void) mbedtls_ssl_cache_init(cache);
    }
    {
        current = "mbedtls_ssl_cache_remove";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        data = zeroed(0);
        session_id = zeroed(1);
        (void) mbedtls_ssl_cache_remove(data, session_id, session_id_len);
    }
    {
        current = "mbedtls_ssl_cache_set";
        static void *data;
        static const unsigned char *session_id;
        static size_t session_id_len;
        static const mbedtls_ssl_session *session;
        data = zeroed(0);
        session_id = zeroed(1);
        session = zeroed(3);
        (void) mbedtls_ssl_cache_set(data, session_id, session_id_len, session);
    }
    {
        current = "mbedtls_ssl_cache_set_max_entries";
        static mbedtls_ssl_cache_context *cache;
        static int max;
        cache = zeroed(0);
        (void) mbedtls_ssl_cache_set_max_entries(cache, max);
    }
    {
        current = "mbedtls_ssl_cache_set_timeout";
        static mbedtls_ssl_cache_context *cache;
        static int timeout;
        cache = zeroed(0);
        (void) mbedtls_ssl_cache_set_timeout(cache, timeout);
    }
    {
        current = "mbedtls_ssl_check_pending";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_check_pending(ssl);
    }
    {
        current = "mbedtls_ssl_ciphersuite_from_id";
        static int ciphersuite_id;
        (void) mbedtls_ssl_ciphersuite_from_id(ciphersuite_id);
    }
    {
        current = "mbedtls_ssl_ciphersuite_from_string";
        static const char *ciphersuite_name;
        ciphersuite_name = zeroed(0);
        (void) mbedtls_ssl_ciphersuite_from_string(ciphersuite_name);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_cipher_key_bitlen";
        static const mbedtls_ssl_ciphersuite_t *info;
        info = zeroed(0);
        (void) mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(info);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_id";
        static const mbedtls_ssl_ciphersuite_t *info;
        info = zeroed(0);
        (void) mbedtls_ssl_ciphersuite_get_id(info);
    }
    {
        current = "mbedtls_ssl_ciphersuite_get_name";
        static const mbedtls_ssl_ciphersuite_t *info;
        info = zeroed(0);
        (void) mbedtls_ssl_ciphersuite_get_name(info);
    }
    {
        current = "mbedtls_ssl_close_notify";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_close_notify(ssl);
    }
    {
        current = "mbedtls_ssl_conf_alpn_protocols";
        static mbedtls_ssl_config *conf;
        static const char **protos;
        conf = zeroed(0);
        protos = zeroed(1);
        (void) mbedtls_ssl_conf_alpn_protocols(conf, protos);
    }
    {
        current = "mbedtls_ssl_conf_async_private_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_async_sign_t *f_async_sign;
        static mbedtls_ssl_async_decrypt_t *f_async_decrypt;
        static mbedtls_ssl_async_resume_t *f_async_resume;
        static mbedtls_ssl_async_cancel_t *f_async_cancel;
        static void *config_data;
        conf = zeroed(0);
        config_data = zeroed(5);
        (void) mbedtls_ssl_conf_async_private_cb(conf, f_async_sign, f_async_decrypt, f_async_resume, f_async_cancel, config_data);
    }
    {
        current = "mbedtls_ssl_conf_authmode";
        static mbedtls_ssl_config *conf;
        static int authmode;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_authmode(conf, authmode);
    }
    {
        current = "mbedtls_ssl_conf_ca_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt_ca_cb_t f_ca_cb;
        static void *p_ca_cb;
        conf = zeroed(0);
        p_ca_cb = zeroed(2);
        (void) mbedtls_ssl_conf_ca_cb(conf, f_ca_cb, p_ca_cb);
    }
    {
        current = "mbedtls_ssl_conf_ca_chain";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt *ca_chain;
        static mbedtls_x509_crl *ca_crl;
        conf = zeroed(0);
        ca_chain = zeroed(1);
        ca_crl = zeroed(2);
        (void) mbedtls_ssl_conf_ca_chain(conf, ca_chain, ca_crl);
    }
    {
        current = "mbedtls_ssl_conf_cert_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_hs_cb_t f_cert_cb;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_cert_cb(conf, f_cert_cb);
    }
    {
        current = "mbedtls_ssl_conf_cert_profile";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt_profile *profile;
        conf = zeroed(0);
        profile = zeroed(1);
        (void) mbedtls_ssl_conf_cert_profile(conf, profile);
    }
    {
        current = "mbedtls_ssl_conf_cert_req_ca_list";
        static mbedtls_ssl_config *conf;
        static char cert_req_ca_list;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_cert_req_ca_list(conf, cert_req_ca_list);
    }
    {
        current = "mbedtls_ssl_conf_cid";
        static mbedtls_ssl_config *conf;
        static size_t len;
        static int ignore_other_cids;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_cid(conf, len, ignore_other_cids);
    }
    {
        current = "mbedtls_ssl_conf_ciphersuites";
        static mbedtls_ssl_config *conf;
        static const int *ciphersuites;
        conf = zeroed(0);
        ciphersuites = zeroed(1);
        (void) mbedtls_ssl_conf_ciphersuites(conf, ciphersuites);
    }
    {
        current = "mbedtls_ssl_conf_curves";
        static mbedtls_ssl_config *conf;
        static const mbedtls_ecp_group_id *curves;
        conf = zeroed(0);
        curves = zeroed(1);
        (void) mbedtls_ssl_conf_curves(conf, curves);
    }
    {
        current = "mbedtls_ssl_conf_dbg";
        static mbedtls_ssl_config *conf;
        static void (*f_dbg)(void *, int, const char *, int, const char *);
        static void *p_dbg;
        conf = zeroed(0);
        p_dbg = zeroed(2);
        (void) mbedtls_ssl_conf_dbg(conf, f_dbg, p_dbg);
    }
    {
        current = "mbedtls_ssl_conf_dh_param_bin";
        static mbedtls_ssl_config *conf;
        static const unsigned char *dhm_P;
        static size_t P_len;
        static const unsigned char *dhm_G;
        static size_t G_len;
        conf = zeroed(0);
        dhm_P = zeroed(1);
        dhm_G = zeroed(3);
        (void) mbedtls_ssl_conf_dh_param_bin(conf, dhm_P, P_len, dhm_G, G_len);
    }
    {
        current = "mbedtls_ssl_conf_dh_param_ctx";
        static mbedtls_ssl_config *conf;
        static mbedtls_dhm_context *dhm_ctx;
        conf = zeroed(0);
        dhm_ctx = zeroed(1);
        (void) mbedtls_ssl_conf_dh_param_ctx(conf, dhm_ctx);
    }
    {
        current = "mbedtls_ssl_conf_dhm_min_bitlen";
        static mbedtls_ssl_config *conf;
        static unsigned int bitlen;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_dhm_min_bitlen(conf, bitlen);
    }
    {
        current = "mbedtls_ssl_conf_dn_hints";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        conf = zeroed(0);
        crt = zeroed(1);
        (void) mbedtls_ssl_conf_dn_hints(conf, crt);
    }
    {
        current = "mbedtls_ssl_conf_dtls_anti_replay";
        static mbedtls_ssl_config *conf;
        static char mode;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_dtls_anti_replay(conf, mode);
    }
    {
        current = "mbedtls_ssl_conf_dtls_badmac_limit";
        static mbedtls_ssl_config *conf;
        static unsigned int limit;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_dtls_badmac_limit(conf, limit);
    }
    {
        current = "mbedtls_ssl_conf_dtls_cookies";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_cookie_write_t *f_cookie_write;
        static mbedtls_ssl_cookie_check_t *f_cookie_check;
        static void *p_cookie;
        conf = zeroed(0);
        p_cookie = zeroed(3);
        (void) mbedtls_ssl_conf_dtls_cookies(conf, f_cookie_write, f_cookie_check, p_cookie);
    }
    {
        current = "mbedtls_ssl_conf_dtls_srtp_protection_profiles";
        static mbedtls_ssl_config *conf;
        static const mbedtls_ssl_srtp_profile *profiles;
        conf = zeroed(0);
        profiles = zeroed(1);
        (void) mbedtls_ssl_conf_dtls_srtp_protection_profiles(conf, profiles);
    }
    {
        current = "mbedtls_ssl_conf_early_data";
        static mbedtls_ssl_config *conf;
        static int early_data_enabled;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_early_data(conf, early_data_enabled);
    }
    {
        current = "mbedtls_ssl_conf_encrypt_then_mac";
        static mbedtls_ssl_config *conf;
        static char etm;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_encrypt_then_mac(conf, etm);
    }
    {
        current = "mbedtls_ssl_conf_endpoint";
        static mbedtls_ssl_config *conf;
        static int endpoint;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_endpoint(conf, endpoint);
    }
    {
        current = "mbedtls_ssl_conf_extended_master_secret";
        static mbedtls_ssl_config *conf;
        static char ems;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_extended_master_secret(conf, ems);
    }
    {
        current = "mbedtls_ssl_conf_get_async_config_data";
        static const mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_get_async_config_data(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_endpoint";
        static const mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_get_endpoint(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_user_data_n";
        static mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_get_user_data_n(conf);
    }
    {
        current = "mbedtls_ssl_conf_get_user_data_p";
        static mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_get_user_data_p(conf);
    }
    {
        current = "mbedtls_ssl_conf_groups";
        static mbedtls_ssl_config *conf;
        static const uint16_t *groups;
        conf = zeroed(0);
        groups = zeroed(1);
        (void) mbedtls_ssl_conf_groups(conf, groups);
    }
    {
        current = "mbedtls_ssl_conf_handshake_timeout";
        static mbedtls_ssl_config *conf;
        static uint32_t min;
        static uint32_t max;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_handshake_timeout(conf, min, max);
    }
    {
        current = "mbedtls_ssl_conf_legacy_renegotiation";
        static mbedtls_ssl_config *conf;
        static int allow_legacy;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_legacy_renegotiation(conf, allow_legacy);
    }
    {
        current = "mbedtls_ssl_conf_max_early_data_size";
        static mbedtls_ssl_config *conf;
        static uint32_t max_early_data_size;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_max_early_data_size(conf, max_early_data_size);
    }
    {
        current = "mbedtls_ssl_conf_max_frag_len";
        static mbedtls_ssl_config *conf;
        static unsigned char mfl_code;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_max_frag_len(conf, mfl_code);
    }
    {
        current = "mbedtls_ssl_conf_max_tls_version";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_protocol_version tls_version;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_max_tls_version(conf, tls_version);
    }
    {
        current = "mbedtls_ssl_conf_max_version";
        static mbedtls_ssl_config *conf;
        static int major;
        static int minor;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_max_version(conf, major, minor);
    }
    {
        current = "mbedtls_ssl_conf_min_tls_version";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_protocol_version tls_version;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_min_tls_version(conf, tls_version);
    }
    {
        current = "mbedtls_ssl_conf_min_version";
        static mbedtls_ssl_config *conf;
        static int major;
        static int minor;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_min_version(conf, major, minor);
    }
    {
        current = "mbedtls_ssl_conf_new_session_tickets";
        static mbedtls_ssl_config *conf;
        static uint16_t num_tickets;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_new_session_tickets(conf, num_tickets);
    }
    {
        current = "mbedtls_ssl_conf_own_cert";
        static mbedtls_ssl_config *conf;
        static mbedtls_x509_crt *own_cert;
        static mbedtls_pk_context *pk_key;
        conf = zeroed(0);
        own_cert = zeroed(1);
        pk_key = zeroed(2);
        (void) mbedtls_ssl_conf_own_cert(conf, own_cert, pk_key);
    }
    {
        current = "mbedtls_ssl_conf_preference_order";
        static mbedtls_ssl_config *conf;
        static int order;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_preference_order(conf, order);
    }
    {
        current = "mbedtls_ssl_conf_psk";
        static mbedtls_ssl_config *conf;
        static const unsigned char *psk;
        static size_t psk_len;
        static const unsigned char *psk_identity;
        static size_t psk_identity_len;
        conf = zeroed(0);
        psk = zeroed(1);
        psk_identity = zeroed(3);
        (void) mbedtls_ssl_conf_psk(conf, psk, psk_len, psk_identity, psk_identity_len);
    }
    {
        current = "mbedtls_ssl_conf_psk_cb";
        static mbedtls_ssl_config *conf;
        static int (*f_psk)(void *, mbedtls_ssl_context *, const unsigned char *, size_t);
        static void *p_psk;
        conf = zeroed(0);
        p_psk = zeroed(2);
        (void) mbedtls_ssl_conf_psk_cb(conf, f_psk, p_psk);
    }
    {
        current = "mbedtls_ssl_conf_read_timeout";
        static mbedtls_ssl_config *conf;
        static uint32_t timeout;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_read_timeout(conf, timeout);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation";
        static mbedtls_ssl_config *conf;
        static int renegotiation;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_renegotiation(conf, renegotiation);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation_enforced";
        static mbedtls_ssl_config *conf;
        static int max_records;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_renegotiation_enforced(conf, max_records);
    }
    {
        current = "mbedtls_ssl_conf_renegotiation_period";
        static mbedtls_ssl_config *conf;
        static const unsigned char *period;
        conf = zeroed(0);
        period = zeroed(1);
        (void) mbedtls_ssl_conf_renegotiation_period(conf, period);
    }
    {
        current = "mbedtls_ssl_conf_rng";
        static mbedtls_ssl_config *conf;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        conf = zeroed(0);
        p_rng = zeroed(2);
        (void) mbedtls_ssl_conf_rng(conf, f_rng, p_rng);
    }
    {
        current = "mbedtls_ssl_conf_session_cache";
        static mbedtls_ssl_config *conf;
        static void *p_cache;
        static mbedtls_ssl_cache_get_t *f_get_cache;
        static mbedtls_ssl_cache_set_t *f_set_cache;
        conf = zeroed(0);
        p_cache = zeroed(1);
        (void) mbedtls_ssl_conf_session_cache(conf, p_cache, f_get_cache, f_set_cache);
    }
    {
        current = "mbedtls_ssl_conf_session_tickets";
        static mbedtls_ssl_config *conf;
        static int use_tickets;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_session_tickets(conf, use_tickets);
    }
    {
        current = "mbedtls_ssl_conf_session_tickets_cb";
        static mbedtls_ssl_config *conf;
        static mbedtls_ssl_ticket_write_t *f_ticket_write;
        static mbedtls_ssl_ticket_parse_t *f_ticket_parse;
        static void *p_ticket;
        conf = zeroed(0);
        p_ticket = zeroed(3);
        (void) mbedtls_ssl_conf_session_tickets_cb(conf, f_ticket_write, f_ticket_parse, p_ticket);
    }
    {
        current = "mbedtls_ssl_conf_set_user_data_n";
        static mbedtls_ssl_config *conf;
        static uintptr_t n;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_set_user_data_n(conf, n);
    }
    {
        current = "mbedtls_ssl_conf_set_user_data_p";
        static mbedtls_ssl_config *conf;
        static void *p;
        conf = zeroed(0);
        p = zeroed(1);
        (void) mbedtls_ssl_conf_set_user_data_p(conf, p);
    }
    {
        current = "mbedtls_ssl_conf_sig_algs";
        static mbedtls_ssl_config *conf;
        static const uint16_t *sig_algs;
        conf = zeroed(0);
        sig_algs = zeroed(1);
        (void) mbedtls_ssl_conf_sig_algs(conf, sig_algs);
    }
    {
        current = "mbedtls_ssl_conf_sig_hashes";
        static mbedtls_ssl_config *conf;
        static const int *hashes;
        conf = zeroed(0);
        hashes = zeroed(1);
        (void) mbedtls_ssl_conf_sig_hashes(conf, hashes);
    }
    {
        current = "mbedtls_ssl_conf_sni";
        static mbedtls_ssl_config *conf;
        static int (*f_sni)(void *, mbedtls_ssl_context *, const unsigned char *, size_t);
        static void *p_sni;
        conf = zeroed(0);
        p_sni = zeroed(2);
        (void) mbedtls_ssl_conf_sni(conf, f_sni, p_sni);
    }
    {
        current = "mbedtls_ssl_conf_srtp_mki_value_supported";
        static mbedtls_ssl_config *conf;
        static int support_mki_value;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_srtp_mki_value_supported(conf, support_mki_value);
    }
    {
        current = "mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets";
        static mbedtls_ssl_config *conf;
        static int signal_new_session_tickets;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(conf, signal_new_session_tickets);
    }
    {
        current = "mbedtls_ssl_conf_tls13_key_exchange_modes";
        static mbedtls_ssl_config *conf;
        static const int kex_modes;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_tls13_key_exchange_modes(conf, kex_modes);
    }
    {
        current = "mbedtls_ssl_conf_transport";
        static mbedtls_ssl_config *conf;
        static int transport;
        conf = zeroed(0);
        (void) mbedtls_ssl_conf_transport(conf, transport);
    }
    {
        current = "mbedtls_ssl_conf_verify";
        static mbedtls_ssl_config *conf;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        conf = zeroed(0);
        p_vrfy = zeroed(2);
        (void) mbedtls_ssl_conf_verify(conf, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_ssl_config_defaults";
        static mbedtls_ssl_config *conf;
        static int endpoint;
        static int transport;
        static int preset;
        conf = zeroed(0);
        (void) mbedtls_ssl_config_defaults(conf, endpoint, transport, preset);
    }
    {
        current = "mbedtls_ssl_config_free";
        static mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_config_free(conf);
    }
    {
        current = "mbedtls_ssl_config_init";
        static mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) mbedtls_ssl_config_init(conf);
    }
    {
        current = "mbedtls_ssl_context_get_config";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_context_get_config(ssl);
    }
    {
        current = "mbedtls_ssl_context_load";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        ssl = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_context_load(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_context_save";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        ssl = zeroed(0);
        buf = zeroed(1);
        olen = zeroed(3);
        (void) mbedtls_ssl_context_save(ssl, buf, buf_len, olen);
    }
    {
        current = "mbedtls_ssl_cookie_check";
        static void * a0;
        static const unsigned char * a1;
        static size_t a2;
        static const unsigned char * a3;
        static size_t a4;
        a0 = zeroed(0);
        a1 = zeroed(1);
        a3 = zeroed(3);
        (void) mbedtls_ssl_cookie_check(a0, a1, a2, a3, a4);
    }
    {
        current = "mbedtls_ssl_cookie_free";
        static mbedtls_ssl_cookie_ctx *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ssl_cookie_free(ctx);
    }
    {
        current = "mbedtls_ssl_cookie_init";
        static mbedtls_ssl_cookie_ctx *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ssl_cookie_init(ctx);
    }
    {
        current = "mbedtls_ssl_cookie_set_timeout";
        static mbedtls_ssl_cookie_ctx *ctx;
        static unsigned long delay;
        ctx = zeroed(0);
        (void) mbedtls_ssl_cookie_set_timeout(ctx, delay);
    }
    {
        current = "mbedtls_ssl_cookie_setup";
        static mbedtls_ssl_cookie_ctx *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        (void) mbedtls_ssl_cookie_setup(ctx, f_rng, p_rng);
    }
    {
        current = "mbedtls_ssl_cookie_write";
        static void * a0;
        static unsigned char ** a1;
        static unsigned char * a2;
        static const unsigned char * a3;
        static size_t a4;
        a0 = zeroed(0);
        a1 = zeroed(1);
        a2 = zeroed(2);
        a3 = zeroed(3);
        (void) mbedtls_ssl_cookie_write(a0, a1, a2, a3, a4);
    }
    {
        current = "mbedtls_ssl_export_keying_material";
        static mbedtls_ssl_context *ssl;
        static uint8_t *out;
        static const size_t key_len;
        static const char *label;
        static const size_t label_len;
        static const unsigned char *context;
        static const size_t context_len;
        static const int use_context;
        ssl = zeroed(0);
        out = zeroed(1);
        label = zeroed(3);
        context = zeroed(5);
        (void) mbedtls_ssl_export_keying_material(ssl, out, key_len, label, label_len, context, context_len, use_context);
    }
    {
        current = "mbedtls_ssl_free";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_free(ssl);
    }
    {
        current = "mbedtls_ssl_get_alpn_protocol";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_alpn_protocol(ssl);
    }
    {
        current = "mbedtls_ssl_get_async_operation_data";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_async_operation_data(ssl);
    }
    {
        current = "mbedtls_ssl_get_bytes_avail";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_bytes_avail(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_ciphersuite(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_id";
        static const char *ciphersuite_name;
        ciphersuite_name = zeroed(0);
        (void) mbedtls_ssl_get_ciphersuite_id(ciphersuite_name);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_id_from_ssl";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl);
    }
    {
        current = "mbedtls_ssl_get_ciphersuite_name";
        static const int ciphersuite_id;
        (void) mbedtls_ssl_get_ciphersuite_name(ciphersuite_id);
    }
    {
        current = "mbedtls_ssl_get_dtls_srtp_negotiation_result";
        static const mbedtls_ssl_context *ssl;
        static mbedtls_dtls_srtp_info *dtls_srtp_info;
        ssl = zeroed(0);
        dtls_srtp_info = zeroed(1);
        (void) mbedtls_ssl_get_dtls_srtp_negotiation_result(ssl, dtls_srtp_info);
    }
    {
        current = "mbedtls_ssl_get_early_data_status";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_early_data_status(ssl);
    }
    {
        current = "mbedtls_ssl_get_hostname";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_hostname(ssl);
    }
    {
        current = "mbedtls_ssl_get_hs_sni";
        static mbedtls_ssl_context *ssl;
        static size_t *name_len;
        ssl = zeroed(0);
        name_len = zeroed(1);
        (void) mbedtls_ssl_get_hs_sni(ssl, name_len);
    }
    {
        current = "mbedtls_ssl_get_max_in_record_payload";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_max_in_record_payload(ssl);
    }
    {
        current = "mbedtls_ssl_get_max_out_record_payload";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_max_out_record_payload(ssl);
    }
    {
        current = "mbedtls_ssl_get_peer_cert";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_peer_cert(ssl);
    }
    {
        current = "mbedtls_ssl_get_peer_cid";
        static mbedtls_ssl_context *ssl;
        static int *enabled;
        static unsigned char *peer_cid;
        static size_t *peer_cid_len;
        ssl = zeroed(0);
        enabled = zeroed(1);
        peer_cid = zeroed(2);
        peer_cid_len = zeroed(3);
        (void) mbedtls_ssl_get_peer_cid(ssl, enabled, peer_cid, peer_cid_len);
    }
    {
        current = "mbedtls_ssl_get_record_expansion";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_record_expansion(ssl);
    }
    {
        current = "mbedtls_ssl_get_session";
        static const mbedtls_ssl_context *ssl;
        static mbedtls_ssl_session *session;
        ssl = zeroed(0);
        session = zeroed(1);
        (void) mbedtls_ssl_get_session(ssl, session);
    }
    {
        current = "mbedtls_ssl_get_user_data_n";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_user_data_n(ssl);
    }
    {
        current = "mbedtls_ssl_get_user_data_p";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_user_data_p(ssl);
    }
    {
        current = "mbedtls_ssl_get_verify_result";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_verify_result(ssl);
    }
    {
        current = "mbedtls_ssl_get_version";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_version(ssl);
    }
    {
        current = "mbedtls_ssl_get_version_number";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_get_version_number(ssl);
    }
    {
        current = "mbedtls_ssl_handshake";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_handshake(ssl);
    }
    {
        current = "mbedtls_ssl_handshake_step";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_handshake_step(ssl);
    }
    {
        current = "mbedtls_ssl_init";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_init(ssl);
    }
    {
        current = "mbedtls_ssl_is_handshake_over";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_is_handshake_over(ssl);
    }
    {
        current = "mbedtls_ssl_list_ciphersuites";
        (void) mbedtls_ssl_list_ciphersuites();
    }
    {
        current = "mbedtls_ssl_read";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t len;
        ssl = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_read(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_read_early_data";
        static mbedtls_ssl_context *ssl;
        static unsigned char *buf;
        static size_t len;
        ssl = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_read_early_data(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_renegotiate";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_renegotiate(ssl);
    }
    {
        current = "mbedtls_ssl_send_alert_message";
        static mbedtls_ssl_context *ssl;
        static unsigned char level;
        static unsigned char message;
        ssl = zeroed(0);
        (void) mbedtls_ssl_send_alert_message(ssl, level, message);
    }
    {
        current = "mbedtls_ssl_session_free";
        static mbedtls_ssl_session *session;
        session = zeroed(0);
        (void) mbedtls_ssl_session_free(session);
    }
    {
        current = "mbedtls_ssl_session_get_ciphersuite_id";
        static const mbedtls_ssl_session *session;
        session = zeroed(0);
        (void) mbedtls_ssl_session_get_ciphersuite_id(session);
    }
    {
        current = "mbedtls_ssl_session_get_id";
        static const mbedtls_ssl_session *session;
        session = zeroed(0);
        (void) mbedtls_ssl_session_get_id(session);
    }
    {
        current = "mbedtls_ssl_session_get_id_len";
        static const mbedtls_ssl_session *session;
        session = zeroed(0);
        (void) mbedtls_ssl_session_get_id_len(session);
    }
    {
        current = "mbedtls_ssl_session_get_ticket_creation_time";
        static mbedtls_ssl_session *session;
        static mbedtls_ms_time_t *ticket_creation_time;
        session = zeroed(0);
        ticket_creation_time = zeroed(1);
        (void) mbedtls_ssl_session_get_ticket_creation_time(session, ticket_creation_time);
    }
    {
        current = "mbedtls_ssl_session_init";
        static mbedtls_ssl_session *session;
        session = zeroed(0);
        (void) mbedtls_ssl_session_init(session);
    }
    {
        current = "mbedtls_ssl_session_load";
        static mbedtls_ssl_session *session;
        static const unsigned char *buf;
        static size_t len;
        session = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_session_load(session, buf, len);
    }
    {
        current = "mbedtls_ssl_session_reset";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) mbedtls_ssl_session_reset(ssl);
    }
    {
        current = "mbedtls_ssl_session_save";
        static const mbedtls_ssl_session *session;
        static unsigned char *buf;
        static size_t buf_len;
        static size_t *olen;
        session = zeroed(0);
        buf = zeroed(1);
        olen = zeroed(3);
        (void) mbedtls_ssl_session_save(session, buf, buf_len, olen);
    }
    {
        current = "mbedtls_ssl_set_async_operation_data";
        static mbedtls_ssl_context *ssl;
        static void *ctx;
        ssl = zeroed(0);
        ctx = zeroed(1);
        (void) mbedtls_ssl_set_async_operation_data(ssl, ctx);
    }
    {
        current = "mbedtls_ssl_set_bio";
        static mbedtls_ssl_context *ssl;
        static void *p_bio;
        static mbedtls_ssl_send_t *f_send;
        static mbedtls_ssl_recv_t *f_recv;
        static mbedtls_ssl_recv_timeout_t *f_recv_timeout;
        ssl = zeroed(0);
        p_bio = zeroed(1);
        (void) mbedtls_ssl_set_bio(ssl, p_bio, f_send, f_recv, f_recv_timeout);
    }
    {
        current = "mbedtls_ssl_set_cid";
        static mbedtls_ssl_context *ssl;
        static int enable;
        static const unsigned char *own_cid;
        static size_t own_cid_len;
        ssl = zeroed(0);
        own_cid = zeroed(2);
        (void) mbedtls_ssl_set_cid(ssl, enable, own_cid, own_cid_len);
    }
    {
        current = "mbedtls_ssl_set_client_transport_id";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *info;
        static size_t ilen;
        ssl = zeroed(0);
        info = zeroed(1);
        (void) mbedtls_ssl_set_client_transport_id(ssl, info, ilen);
    }
    {
        current = "mbedtls_ssl_set_datagram_packing";
        static mbedtls_ssl_context *ssl;
        static unsigned int allow_packing;
        ssl = zeroed(0);
        (void) mbedtls_ssl_set_datagram_packing(ssl, allow_packing);
    }
    {
        current = "mbedtls_ssl_set_export_keys_cb";
        static mbedtls_ssl_context *ssl;
        static mbedtls_ssl_export_keys_t *f_export_keys;
        static void *p_export_keys;
        ssl = zeroed(0);
        p_export_keys = zeroed(2);
        (void) mbedtls_ssl_set_export_keys_cb(ssl, f_export_keys, p_export_keys);
    }
    {
        current = "mbedtls_ssl_set_hostname";
        static mbedtls_ssl_context *ssl;
        static const char *hostname;
        ssl = zeroed(0);
        hostname = zeroed(1);
        (void) mbedtls_ssl_set_hostname(ssl, hostname);
    }
    {
        current = "mbedtls_ssl_set_hs_authmode";
        static mbedtls_ssl_context *ssl;
        static int authmode;
        ssl = zeroed(0);
        (void) mbedtls_ssl_set_hs_authmode(ssl, authmode);
    }
    {
        current = "mbedtls_ssl_set_hs_ca_chain";
        static mbedtls_ssl_context *ssl;
        static mbedtls_x509_crt *ca_chain;
        static mbedtls_x509_crl *ca_crl;
        ssl = zeroed(0);
        ca_chain = zeroed(1);
        ca_crl = zeroed(2);
        (void) mbedtls_ssl_set_hs_ca_chain(ssl, ca_chain, ca_crl);
    }
    {
        current = "mbedtls_ssl_set_hs_dn_hints";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        ssl = zeroed(0);
        crt = zeroed(1);
        (void) mbedtls_ssl_set_hs_dn_hints(ssl, crt);
    }
    {
        current = "mbedtls_ssl_set_hs_own_cert";
        static mbedtls_ssl_context *ssl;
        static mbedtls_x509_crt *own_cert;
        static mbedtls_pk_context *pk_key;
        ssl = zeroed(0);
        own_cert = zeroed(1);
        pk_key = zeroed(2);
        (void) mbedtls_ssl_set_hs_own_cert(ssl, own_cert, pk_key);
    }
    {
        current = "mbedtls_ssl_set_hs_psk";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *psk;
        static size_t psk_len;
        ssl = zeroed(0);
        psk = zeroed(1);
        (void) mbedtls_ssl_set_hs_psk(ssl, psk, psk_len);
    }
    {
        current = "mbedtls_ssl_set_mtu";
        static mbedtls_ssl_context *ssl;
        static uint16_t mtu;
        ssl = zeroed(0);
        (void) mbedtls_ssl_set_mtu(ssl, mtu);
    }
    {
        current = "mbedtls_ssl_set_session";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_ssl_session *session;
        ssl = zeroed(0);
        session = zeroed(1);
        (void) mbedtls_ssl_set_session(ssl, session);
    }
    {
        current = "mbedtls_ssl_set_timer_cb";
        static mbedtls_ssl_context *ssl;
        static void *p_timer;
        static mbedtls_ssl_set_timer_t *f_set_timer;
        static mbedtls_ssl_get_timer_t *f_get_timer;
        ssl = zeroed(0);
        p_timer = zeroed(1);
        (void) mbedtls_ssl_set_timer_cb(ssl, p_timer, f_set_timer, f_get_timer);
    }
    {
        current = "mbedtls_ssl_set_user_data_n";
        static mbedtls_ssl_context *ssl;
        static uintptr_t n;
        ssl = zeroed(0);
        (void) mbedtls_ssl_set_user_data_n(ssl, n);
    }
    {
        current = "mbedtls_ssl_set_user_data_p";
        static mbedtls_ssl_context *ssl;
        static void *p;
        ssl = zeroed(0);
        p = zeroed(1);
        (void) mbedtls_ssl_set_user_data_p(ssl, p);
    }
    {
        current = "mbedtls_ssl_set_verify";
        static mbedtls_ssl_context *ssl;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        ssl = zeroed(0);
        p_vrfy = zeroed(2);
        (void) mbedtls_ssl_set_verify(ssl, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_ssl_setup";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_ssl_config *conf;
        ssl = zeroed(0);
        conf = zeroed(1);
        (void) mbedtls_ssl_setup(ssl, conf);
    }
    {
        current = "mbedtls_ssl_ticket_free";
        static mbedtls_ssl_ticket_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ssl_ticket_free(ctx);
    }
    {
        current = "mbedtls_ssl_ticket_init";
        static mbedtls_ssl_ticket_context *ctx;
        ctx = zeroed(0);
        (void) mbedtls_ssl_ticket_init(ctx);
    }
    {
        current = "mbedtls_ssl_ticket_parse";
        static void * a0;
        static mbedtls_ssl_session * a1;
        static unsigned char * a2;
        static size_t a3;
        a0 = zeroed(0);
        a1 = zeroed(1);
        a2 = zeroed(2);
        (void) mbedtls_ssl_ticket_parse(a0, a1, a2, a3);
    }
    {
        current = "mbedtls_ssl_ticket_rotate";
        static mbedtls_ssl_ticket_context *ctx;
        static const unsigned char *name;
        static size_t nlength;
        static const unsigned char *k;
        static size_t klength;
        static uint32_t lifetime;
        ctx = zeroed(0);
        name = zeroed(1);
        k = zeroed(3);
        (void) mbedtls_ssl_ticket_rotate(ctx, name, nlength, k, klength, lifetime);
    }
    {
        current = "mbedtls_ssl_ticket_setup";
        static mbedtls_ssl_ticket_context *ctx;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        static mbedtls_cipher_type_t cipher;
        static uint32_t lifetime;
        ctx = zeroed(0);
        p_rng = zeroed(2);
        (void) mbedtls_ssl_ticket_setup(ctx, f_rng, p_rng, cipher, lifetime);
    }
    {
        current = "mbedtls_ssl_ticket_write";
        static void * a0;
        static const mbedtls_ssl_session * a1;
        static unsigned char * a2;
        static const unsigned char * a3;
        static size_t * a4;
        static uint32_t * a5;
        a0 = zeroed(0);
        a1 = zeroed(1);
        a2 = zeroed(2);
        a3 = zeroed(3);
        a4 = zeroed(4);
        a5 = zeroed(5);
        (void) mbedtls_ssl_ticket_write(a0, a1, a2, a3, a4, a5);
    }
    {
        current = "mbedtls_ssl_tls_prf";
        static const mbedtls_tls_prf_types prf;
        static const unsigned char *secret;
        static size_t slen;
        static const char *label;
        static const unsigned char *random;
        static size_t rlen;
        static unsigned char *dstbuf;
        static size_t dlen;
        secret = zeroed(1);
        label = zeroed(3);
        random = zeroed(4);
        dstbuf = zeroed(6);
        (void) mbedtls_ssl_tls_prf(prf, secret, slen, label, random, rlen, dstbuf, dlen);
    }
    {
        current = "mbedtls_ssl_write";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        ssl = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_write(ssl, buf, len);
    }
    {
        current = "mbedtls_ssl_write_early_data";
        static mbedtls_ssl_context *ssl;
        static const unsigned char *buf;
        static size_t len;
        ssl = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_ssl_write_early_data(ssl, buf, len);
    }
    {
        current = "mbedtls_strerror";
        static int errnum;
        static char *buffer;
        static size_t buflen;
        buffer = zeroed(1);
        (void) mbedtls_strerror(errnum, buffer, buflen);
    }
    {
        current = "mbedtls_svc_key_id_equal";
        static mbedtls_svc_key_id_t id1;
        static mbedtls_svc_key_id_t id2;
        (void) mbedtls_svc_key_id_equal(id1, id2);
    }
    {
        current = "mbedtls_svc_key_id_is_null";
        static mbedtls_svc_key_id_t key;
        (void) mbedtls_svc_key_id_is_null(key);
    }
    {
        current = "mbedtls_svc_key_id_make";
        static unsigned int unused;
        static psa_key_id_t key_id;
        (void) mbedtls_svc_key_id_make(unused, key_id);
    }
    {
        current = "mbedtls_threading_free_alt";
        (void) mbedtls_threading_free_alt();
    }
    {
        current = "mbedtls_threading_set_alt";
        static void (*mutex_init)(mbedtls_threading_mutex_t *);
        static void (*mutex_free)(mbedtls_threading_mutex_t *);
        static int (*mutex_lock)(mbedtls_threading_mutex_t *);
        static int (*mutex_unlock)(mbedtls_threading_mutex_t *);
        (void) mbedtls_threading_set_alt(mutex_init, mutex_free, mutex_lock, mutex_unlock);
    }
    {
        current = "mbedtls_timing_get_delay";
        static void *data;
        data = zeroed(0);
        (void) mbedtls_timing_get_delay(data);
    }
    {
        current = "mbedtls_timing_get_final_delay";
        static const mbedtls_timing_delay_context *data;
        data = zeroed(0);
        (void) mbedtls_timing_get_final_delay(data);
    }
    {
        current = "mbedtls_timing_get_timer";
        static struct mbedtls_timing_hr_time *val;
        static int reset;
        val = zeroed(0);
        (void) mbedtls_timing_get_timer(val, reset);
    }
    {
        current = "mbedtls_timing_set_delay";
        static void *data;
        static uint32_t int_ms;
        static uint32_t fin_ms;
        data = zeroed(0);
        (void) mbedtls_timing_set_delay(data, int_ms, fin_ms);
    }
    {
        current = "mbedtls_version_check_feature";
        static const char *feature;
        feature = zeroed(0);
        (void) mbedtls_version_check_feature(feature);
    }
    {
        current = "mbedtls_version_get_number";
        (void) mbedtls_version_get_number();
    }
    {
        current = "mbedtls_version_get_string";
        static char *string;
        string = zeroed(0);
        (void) mbedtls_version_get_string(string);
    }
    {
        current = "mbedtls_version_get_string_full";
        static char *string;
        string = zeroed(0);
        (void) mbedtls_version_get_string_full(string);
    }
    {
        current = "mbedtls_x509_crl_free";
        static mbedtls_x509_crl *crl;
        crl = zeroed(0);
        (void) mbedtls_x509_crl_free(crl);
    }
    {
        current = "mbedtls_x509_crl_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_crl *crl;
        buf = zeroed(0);
        prefix = zeroed(2);
        crl = zeroed(3);
        (void) mbedtls_x509_crl_info(buf, size, prefix, crl);
    }
    {
        current = "mbedtls_x509_crl_init";
        static mbedtls_x509_crl *crl;
        crl = zeroed(0);
        (void) mbedtls_x509_crl_init(crl);
    }
    {
        current = "mbedtls_x509_crl_parse";
        static mbedtls_x509_crl *chain;
        static const unsigned char *buf;
        static size_t buflen;
        chain = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_crl_parse(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crl_parse_der";
        static mbedtls_x509_crl *chain;
        static const unsigned char *buf;
        static size_t buflen;
        chain = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_crl_parse_der(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crl_parse_file";
        static mbedtls_x509_crl *chain;
        static const char *path;
        chain = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_x509_crl_parse_file(chain, path);
    }
    {
        current = "mbedtls_x509_crt_check_extended_key_usage";
        static const mbedtls_x509_crt *crt;
        static const char *usage_oid;
        static size_t usage_len;
        crt = zeroed(0);
        usage_oid = zeroed(1);
        (void) mbedtls_x509_crt_check_extended_key_usage(crt, usage_oid, usage_len);
    }
    {
        current = "mbedtls_x509_crt_check_key_usage";
        static const mbedtls_x509_crt *crt;
        static unsigned int usage;
        crt = zeroed(0);
        (void) mbedtls_x509_crt_check_key_usage(crt, usage);
    }
    {
        current = "mbedtls_x509_crt_free";
        static mbedtls_x509_crt *crt;
        crt = zeroed(0);
        (void) mbedtls_x509_crt_free(crt);
    }
    {
        current = "mbedtls_x509_crt_get_ca_istrue";
        static const mbedtls_x509_crt *crt;
        crt = zeroed(0);
        (void) mbedtls_x509_crt_get_ca_istrue(crt);
    }
    {
        current = "mbedtls_x509_crt_has_ext_type";
        static const mbedtls_x509_crt *ctx;
        static int ext_type;
        ctx = zeroed(0);
        (void) mbedtls_x509_crt_has_ext_type(ctx, ext_type);
    }
    {
        current = "mbedtls_x509_crt_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_crt *crt;
        buf = zeroed(0);
        prefix = zeroed(2);
        crt = zeroed(3);
        (void) mbedtls_x509_crt_info(buf, size, prefix, crt);
    }
    {
        current = "mbedtls_x509_crt_init";
        static mbedtls_x509_crt *crt;
        crt = zeroed(0);
        (void) mbedtls_x509_crt_init(crt);
    }
    {
        current = "mbedtls_x509_crt_is_revoked";
        static const mbedtls_x509_crt *crt;
        static const mbedtls_x509_crl *crl;
        crt = zeroed(0);
        crl = zeroed(1);
        (void) mbedtls_x509_crt_is_revoked(crt, crl);
    }
    {
        current = "mbedtls_x509_crt_parse";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        chain = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_crt_parse(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_cn_inet_pton";
        static const char *cn;
        static void *dst;
        cn = zeroed(0);
        dst = zeroed(1);
        (void) mbedtls_x509_crt_parse_cn_inet_pton(cn, dst);
    }
    {
        current = "mbedtls_x509_crt_parse_der";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        chain = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_crt_parse_der(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_der_nocopy";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        chain = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_crt_parse_der_nocopy(chain, buf, buflen);
    }
    {
        current = "mbedtls_x509_crt_parse_der_with_ext_cb";
        static mbedtls_x509_crt *chain;
        static const unsigned char *buf;
        static size_t buflen;
        static int make_copy;
        static mbedtls_x509_crt_ext_cb_t cb;
        static void *p_ctx;
        chain = zeroed(0);
        buf = zeroed(1);
        p_ctx = zeroed(5);
        (void) mbedtls_x509_crt_parse_der_with_ext_cb(chain, buf, buflen, make_copy, cb, p_ctx);
    }
    {
        current = "mbedtls_x509_crt_parse_file";
        static mbedtls_x509_crt *chain;
        static const char *path;
        chain = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_x509_crt_parse_file(chain, path);
    }
    {
        current = "mbedtls_x509_crt_parse_path";
        static mbedtls_x509_crt *chain;
        static const char *path;
        chain = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_x509_crt_parse_path(chain, path);
    }
    {
        current = "mbedtls_x509_crt_verify";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        crt = zeroed(0);
        trust_ca = zeroed(1);
        ca_crl = zeroed(2);
        cn = zeroed(3);
        flags = zeroed(4);
        p_vrfy = zeroed(6);
        (void) mbedtls_x509_crt_verify(crt, trust_ca, ca_crl, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_crt_verify_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static uint32_t flags;
        buf = zeroed(0);
        prefix = zeroed(2);
        (void) mbedtls_x509_crt_verify_info(buf, size, prefix, flags);
    }
    {
        current = "mbedtls_x509_crt_verify_restartable";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        static mbedtls_x509_crt_restart_ctx *rs_ctx;
        crt = zeroed(0);
        trust_ca = zeroed(1);
        ca_crl = zeroed(2);
        profile = zeroed(3);
        cn = zeroed(4);
        flags = zeroed(5);
        p_vrfy = zeroed(7);
        rs_ctx = zeroed(8);
        (void) mbedtls_x509_crt_verify_restartable(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy, rs_ctx);
    }
    {
        current = "mbedtls_x509_crt_verify_with_ca_cb";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt_ca_cb_t f_ca_cb;
        static void *p_ca_cb;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        crt = zeroed(0);
        p_ca_cb = zeroed(2);
        profile = zeroed(3);
        cn = zeroed(4);
        flags = zeroed(5);
        p_vrfy = zeroed(7);
        (void) mbedtls_x509_crt_verify_with_ca_cb(crt, f_ca_cb, p_ca_cb, profile, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_crt_verify_with_profile";
        static mbedtls_x509_crt *crt;
        static mbedtls_x509_crt *trust_ca;
        static mbedtls_x509_crl *ca_crl;
        static const mbedtls_x509_crt_profile *profile;
        static const char *cn;
        static uint32_t *flags;
        static int (*f_vrfy)(void *, mbedtls_x509_crt *, int, uint32_t *);
        static void *p_vrfy;
        crt = zeroed(0);
        trust_ca = zeroed(1);
        ca_crl = zeroed(2);
        profile = zeroed(3);
        cn = zeroed(4);
        flags = zeroed(5);
        p_vrfy = zeroed(7);
        (void) mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy);
    }
    {
        current = "mbedtls_x509_csr_free";
        static mbedtls_x509_csr *csr;
        csr = zeroed(0);
        (void) mbedtls_x509_csr_free(csr);
    }
    {
        current = "mbedtls_x509_csr_info";
        static char *buf;
        static size_t size;
        static const char *prefix;
        static const mbedtls_x509_csr *csr;
        buf = zeroed(0);
        prefix = zeroed(2);
        csr = zeroed(3);
        (void) mbedtls_x509_csr_info(buf, size, prefix, csr);
    }
    {
        current = "mbedtls_x509_csr_init";
        static mbedtls_x509_csr *csr;
        csr = zeroed(0);
        (void) mbedtls_x509_csr_init(csr);
    }
    {
        current = "mbedtls_x509_csr_parse";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        csr = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_csr_parse(csr, buf, buflen);
    }
    {
        current = "mbedtls_x509_csr_parse_der";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        csr = zeroed(0);
        buf = zeroed(1);
        (void) mbedtls_x509_csr_parse_der(csr, buf, buflen);
    }
    {
        current = "mbedtls_x509_csr_parse_der_with_ext_cb";
        static mbedtls_x509_csr *csr;
        static const unsigned char *buf;
        static size_t buflen;
        static mbedtls_x509_csr_ext_cb_t cb;
        static void *p_ctx;
        csr = zeroed(0);
        buf = zeroed(1);
        p_ctx = zeroed(4);
        (void) mbedtls_x509_csr_parse_der_with_ext_cb(csr, buf, buflen, cb, p_ctx);
    }
    {
        current = "mbedtls_x509_csr_parse_file";
        static mbedtls_x509_csr *csr;
        static const char *path;
        csr = zeroed(0);
        path = zeroed(1);
        (void) mbedtls_x509_csr_parse_file(csr, path);
    }
    {
        current = "mbedtls_x509_dn_get_next";
        static mbedtls_x509_name *dn;
        dn = zeroed(0);
        (void) mbedtls_x509_dn_get_next(dn);
    }
    {
        current = "mbedtls_x509_dn_gets";
        static char *buf;
        static size_t size;
        static const mbedtls_x509_name *dn;
        buf = zeroed(0);
        dn = zeroed(2);
        (void) mbedtls_x509_dn_gets(buf, size, dn);
    }
    {
        current = "mbedtls_x509_free_subject_alt_name";
        static mbedtls_x509_subject_alternative_name *san;
        san = zeroed(0);
        (void) mbedtls_x509_free_subject_alt_name(san);
    }
    {
        current = "mbedtls_x509_parse_subject_alt_name";
        static const mbedtls_x509_buf *san_buf;
        static mbedtls_x509_subject_alternative_name *san;
        san_buf = zeroed(0);
        san = zeroed(1);
        (void) mbedtls_x509_parse_subject_alt_name(san_buf, san);
    }
    {
        current = "mbedtls_x509_serial_gets";
        static char *buf;
        static size_t size;
        static const mbedtls_x509_buf *serial;
        buf = zeroed(0);
        serial = zeroed(2);
        (void) mbedtls_x509_serial_gets(buf, size, serial);
    }
    {
        current = "mbedtls_x509_string_to_names";
        static mbedtls_asn1_named_data **head;
        static const char *name;
        head = zeroed(0);
        name = zeroed(1);
        (void) mbedtls_x509_string_to_names(head, name);
    }
    {
        current = "mbedtls_x509_time_cmp";
        static const mbedtls_x509_time *t1;
        static const mbedtls_x509_time *t2;
        t1 = zeroed(0);
        t2 = zeroed(1);
        (void) mbedtls_x509_time_cmp(t1, t2);
    }
    {
        current = "mbedtls_x509_time_gmtime";
        static mbedtls_time_t tt;
        static mbedtls_x509_time *now;
        now = zeroed(1);
        (void) mbedtls_x509_time_gmtime(tt, now);
    }
    {
        current = "mbedtls_x509_time_is_future";
        static const mbedtls_x509_time *from;
        from = zeroed(0);
        (void) mbedtls_x509_time_is_future(from);
    }
    {
        current = "mbedtls_x509_time_is_past";
        static const mbedtls_x509_time *to;
        to = zeroed(0);
        (void) mbedtls_x509_time_is_past(to);
    }
    {
        current = "mbedtls_x509write_crt_der";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        buf = zeroed(1);
        p_rng = zeroed(4);
        (void) mbedtls_x509write_crt_der(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_crt_free";
        static mbedtls_x509write_cert *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_free(ctx);
    }
    {
        current = "mbedtls_x509write_crt_init";
        static mbedtls_x509write_cert *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_init(ctx);
    }
    {
        current = "mbedtls_x509write_crt_pem";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        buf = zeroed(1);
        p_rng = zeroed(4);
        (void) mbedtls_x509write_crt_pem(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_crt_set_authority_key_identifier";
        static mbedtls_x509write_cert *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_authority_key_identifier(ctx);
    }
    {
        current = "mbedtls_x509write_crt_set_basic_constraints";
        static mbedtls_x509write_cert *ctx;
        static int is_ca;
        static int max_pathlen;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_basic_constraints(ctx, is_ca, max_pathlen);
    }
    {
        current = "mbedtls_x509write_crt_set_ext_key_usage";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_asn1_sequence *exts;
        ctx = zeroed(0);
        exts = zeroed(1);
        (void) mbedtls_x509write_crt_set_ext_key_usage(ctx, exts);
    }
    {
        current = "mbedtls_x509write_crt_set_extension";
        static mbedtls_x509write_cert *ctx;
        static const char *oid;
        static size_t oid_len;
        static int critical;
        static const unsigned char *val;
        static size_t val_len;
        ctx = zeroed(0);
        oid = zeroed(1);
        val = zeroed(4);
        (void) mbedtls_x509write_crt_set_extension(ctx, oid, oid_len, critical, val, val_len);
    }
    {
        current = "mbedtls_x509write_crt_set_issuer_key";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_pk_context *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_x509write_crt_set_issuer_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_crt_set_issuer_name";
        static mbedtls_x509write_cert *ctx;
        static const char *issuer_name;
        ctx = zeroed(0);
        issuer_name = zeroed(1);
        (void) mbedtls_x509write_crt_set_issuer_name(ctx, issuer_name);
    }
    {
        current = "mbedtls_x509write_crt_set_key_usage";
        static mbedtls_x509write_cert *ctx;
        static unsigned int key_usage;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_key_usage(ctx, key_usage);
    }
    {
        current = "mbedtls_x509write_crt_set_md_alg";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_md_type_t md_alg;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_md_alg(ctx, md_alg);
    }
    {
        current = "mbedtls_x509write_crt_set_ns_cert_type";
        static mbedtls_x509write_cert *ctx;
        static unsigned char ns_cert_type;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_ns_cert_type(ctx, ns_cert_type);
    }
    {
        current = "mbedtls_x509write_crt_set_serial";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_mpi *serial;
        ctx = zeroed(0);
        serial = zeroed(1);
        (void) mbedtls_x509write_crt_set_serial(ctx, serial);
    }
    {
        current = "mbedtls_x509write_crt_set_serial_raw";
        static mbedtls_x509write_cert *ctx;
        static unsigned char *serial;
        static size_t serial_len;
        ctx = zeroed(0);
        serial = zeroed(1);
        (void) mbedtls_x509write_crt_set_serial_raw(ctx, serial, serial_len);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_alternative_name";
        static mbedtls_x509write_cert *ctx;
        static const mbedtls_x509_san_list *san_list;
        ctx = zeroed(0);
        san_list = zeroed(1);
        (void) mbedtls_x509write_crt_set_subject_alternative_name(ctx, san_list);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_key";
        static mbedtls_x509write_cert *ctx;
        static mbedtls_pk_context *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_x509write_crt_set_subject_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_key_identifier";
        static mbedtls_x509write_cert *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_subject_key_identifier(ctx);
    }
    {
        current = "mbedtls_x509write_crt_set_subject_name";
        static mbedtls_x509write_cert *ctx;
        static const char *subject_name;
        ctx = zeroed(0);
        subject_name = zeroed(1);
        (void) mbedtls_x509write_crt_set_subject_name(ctx, subject_name);
    }
    {
        current = "mbedtls_x509write_crt_set_validity";
        static mbedtls_x509write_cert *ctx;
        static const char *not_before;
        static const char *not_after;
        ctx = zeroed(0);
        not_before = zeroed(1);
        not_after = zeroed(2);
        (void) mbedtls_x509write_crt_set_validity(ctx, not_before, not_after);
    }
    {
        current = "mbedtls_x509write_crt_set_version";
        static mbedtls_x509write_cert *ctx;
        static int version;
        ctx = zeroed(0);
        (void) mbedtls_x509write_crt_set_version(ctx, version);
    }
    {
        current = "mbedtls_x509write_csr_der";
        static mbedtls_x509write_csr *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        buf = zeroed(1);
        p_rng = zeroed(4);
        (void) mbedtls_x509write_csr_der(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_csr_free";
        static mbedtls_x509write_csr *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_csr_free(ctx);
    }
    {
        current = "mbedtls_x509write_csr_init";
        static mbedtls_x509write_csr *ctx;
        ctx = zeroed(0);
        (void) mbedtls_x509write_csr_init(ctx);
    }
    {
        current = "mbedtls_x509write_csr_pem";
        static mbedtls_x509write_csr *ctx;
        static unsigned char *buf;
        static size_t size;
        static mbedtls_f_rng_t *f_rng;
        static void *p_rng;
        ctx = zeroed(0);
        buf = zeroed(1);
        p_rng = zeroed(4);
        (void) mbedtls_x509write_csr_pem(ctx, buf, size, f_rng, p_rng);
    }
    {
        current = "mbedtls_x509write_csr_set_extension";
        static mbedtls_x509write_csr *ctx;
        static const char *oid;
        static size_t oid_len;
        static int critical;
        static const unsigned char *val;
        static size_t val_len;
        ctx = zeroed(0);
        oid = zeroed(1);
        val = zeroed(4);
        (void) mbedtls_x509write_csr_set_extension(ctx, oid, oid_len, critical, val, val_len);
    }
    {
        current = "mbedtls_x509write_csr_set_key";
        static mbedtls_x509write_csr *ctx;
        static mbedtls_pk_context *key;
        ctx = zeroed(0);
        key = zeroed(1);
        (void) mbedtls_x509write_csr_set_key(ctx, key);
    }
    {
        current = "mbedtls_x509write_csr_set_key_usage";
        static mbedtls_x509write_csr *ctx;
        static unsigned char key_usage;
        ctx = zeroed(0);
        (void) mbedtls_x509write_csr_set_key_usage(ctx, key_usage);
    }
    {
        current = "mbedtls_x509write_csr_set_md_alg";
        static mbedtls_x509write_csr *ctx;
        static mbedtls_md_type_t md_alg;
        ctx = zeroed(0);
        (void) mbedtls_x509write_csr_set_md_alg(ctx, md_alg);
    }
    {
        current = "mbedtls_x509write_csr_set_ns_cert_type";
        static mbedtls_x509write_csr *ctx;
        static unsigned char ns_cert_type;
        ctx = zeroed(0);
        (void) mbedtls_x509write_csr_set_ns_cert_type(ctx, ns_cert_type);
    }
    {
        current = "mbedtls_x509write_csr_set_subject_alternative_name";
        static mbedtls_x509write_csr *ctx;
        static const mbedtls_x509_san_list *san_list;
        ctx = zeroed(0);
        san_list = zeroed(1);
        (void) mbedtls_x509write_csr_set_subject_alternative_name(ctx, san_list);
    }
    {
        current = "mbedtls_x509write_csr_set_subject_name";
        static mbedtls_x509write_csr *ctx;
        static const char *subject_name;
        ctx = zeroed(0);
        subject_name = zeroed(1);
        (void) mbedtls_x509write_csr_set_subject_name(ctx, subject_name);
    }
    {
        current = "psa_aead_abort";
        static psa_aead_operation_t *operation;
        operation = zeroed(0);
        (void) psa_aead_abort(operation);
    }
    {
        current = "psa_aead_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *nonce;
        static size_t nonce_length;
        static const uint8_t *additional_data;
        static size_t additional_data_length;
        static const uint8_t *ciphertext;
        static size_t ciphertext_length;
        static uint8_t *plaintext;
        static size_t plaintext_size;
        static size_t *plaintext_length;
        nonce = zeroed(2);
        additional_data = zeroed(4);
        ciphertext = zeroed(6);
        plaintext = zeroed(8);
        plaintext_length = zeroed(10);
        (void) psa_aead_decrypt(key, alg, nonce, nonce_length, additional_data, additional_data_length, ciphertext, ciphertext_length, plaintext, plaintext_size, plaintext_length);
    }
    {
        current = "psa_aead_decrypt_setup";
        static psa_aead_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_aead_decrypt_setup(operation, key, alg);
    }
    {
        current = "psa_aead_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *nonce;
        static size_t nonce_length;
        static const uint8_t *additional_data;
        static size_t additional_data_length;
        static const uint8_t *plaintext;
        static size_t plaintext_length;
        static uint8_t *ciphertext;
        static size_t ciphertext_size;
        static size_t *ciphertext_length;
        nonce = zeroed(2);
        additional_data = zeroed(4);
        plaintext = zeroed(6);
        ciphertext = zeroed(8);
        ciphertext_length = zeroed(10);
        (void) psa_aead_encrypt(key, alg, nonce, nonce_length, additional_data, additional_data_length, plaintext, plaintext_length, ciphertext, ciphertext_size, ciphertext_length);
    }
    {
        current = "psa_aead_encrypt_setup";
        static psa_aead_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_aead_encrypt_setup(operation, key, alg);
    }
    {
        current = "psa_aead_finish";
        static psa_aead_operation_t *operation;
        static uint8_t *ciphertext;
        static size_t ciphertext_size;
        static size_t *ciphertext_length;
        static uint8_t *tag;
        static size_t tag_size;
        static size_t *tag_length;
        operation = zeroed(0);
        ciphertext = zeroed(1);
        ciphertext_length = zeroed(3);
        tag = zeroed(4);
        tag_length = zeroed(6);
        (void) psa_aead_finish(operation, ciphertext, ciphertext_size, ciphertext_length, tag, tag_size, tag_length);
    }
    {
        current = "psa_aead_generate_nonce";
        static psa_aead_operation_t *operation;
        static uint8_t *nonce;
        static size_t nonce_size;
        static size_t *nonce_length;
        operation = zeroed(0);
        nonce = zeroed(1);
        nonce_length = zeroed(3);
        (void) psa_aead_generate_nonce(operation, nonce, nonce_size, nonce_length);
    }
    {
        current = "psa_aead_operation_init";
        (void) psa_aead_operation_init();
    }
    {
        current = "psa_aead_set_lengths";
        static psa_aead_operation_t *operation;
        static size_t ad_length;
        static size_t plaintext_length;
        operation = zeroed(0);
        (void) psa_aead_set_lengths(operation, ad_length, plaintext_length);
    }
    {
        current = "psa_aead_set_nonce";
        static psa_aead_operation_t *operation;
        static const uint8_t *nonce;
        static size_t nonce_length;
        operation = zeroed(0);
        nonce = zeroed(1);
        (void) psa_aead_set_nonce(operation, nonce, nonce_length);
    }
    {
        current = "psa_aead_update";
        static psa_aead_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        operation = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        output_length = zeroed(5);
        (void) psa_aead_update(operation, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_aead_update_ad";
        static psa_aead_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        operation = zeroed(0);
        input = zeroed(1);
        (void) psa_aead_update_ad(operation, input, input_length);
    }
    {
        current = "psa_aead_verify";
        static psa_aead_operation_t *operation;
        static uint8_t *plaintext;
        static size_t plaintext_size;
        static size_t *plaintext_length;
        static const uint8_t *tag;
        static size_t tag_length;
        operation = zeroed(0);
        plaintext = zeroed(1);
        plaintext_length = zeroed(3);
        tag = zeroed(4);
        (void) psa_aead_verify(operation, plaintext, plaintext_size, plaintext_length, tag, tag_length);
    }
    {
        current = "psa_asymmetric_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *salt;
        static size_t salt_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        input = zeroed(2);
        salt = zeroed(4);
        output = zeroed(6);
        output_length = zeroed(8);
        (void) psa_asymmetric_decrypt(key, alg, input, input_length, salt, salt_length, output, output_size, output_length);
    }
    {
        current = "psa_asymmetric_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *salt;
        static size_t salt_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        input = zeroed(2);
        salt = zeroed(4);
        output = zeroed(6);
        output_length = zeroed(8);
        (void) psa_asymmetric_encrypt(key, alg, input, input_length, salt, salt_length, output, output_size, output_length);
    }
    {
        current = "psa_can_do_cipher";
        static psa_key_type_t key_type;
        static psa_algorithm_t cipher_alg;
        (void) psa_can_do_cipher(key_type, cipher_alg);
    }
    {
        current = "psa_can_do_hash";
        static psa_algorithm_t hash_alg;
        (void) psa_can_do_hash(hash_alg);
    }
    {
        current = "psa_cipher_abort";
        static psa_cipher_operation_t *operation;
        operation = zeroed(0);
        (void) psa_cipher_abort(operation);
    }
    {
        current = "psa_cipher_decrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        input = zeroed(2);
        output = zeroed(4);
        output_length = zeroed(6);
        (void) psa_cipher_decrypt(key, alg, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_cipher_decrypt_setup";
        static psa_cipher_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_cipher_decrypt_setup(operation, key, alg);
    }
    {
        current = "psa_cipher_encrypt";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        input = zeroed(2);
        output = zeroed(4);
        output_length = zeroed(6);
        (void) psa_cipher_encrypt(key, alg, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_cipher_encrypt_setup";
        static psa_cipher_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_cipher_encrypt_setup(operation, key, alg);
    }
    {
        current = "psa_cipher_finish";
        static psa_cipher_operation_t *operation;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        operation = zeroed(0);
        output = zeroed(1);
        output_length = zeroed(3);
        (void) psa_cipher_finish(operation, output, output_size, output_length);
    }
    {
        current = "psa_cipher_generate_iv";
        static psa_cipher_operation_t *operation;
        static uint8_t *iv;
        static size_t iv_size;
        static size_t *iv_length;
        operation = zeroed(0);
        iv = zeroed(1);
        iv_length = zeroed(3);
        (void) psa_cipher_generate_iv(operation, iv, iv_size, iv_length);
    }
    {
        current = "psa_cipher_operation_init";
        (void) psa_cipher_operation_init();
    }
    {
        current = "psa_cipher_set_iv";
        static psa_cipher_operation_t *operation;
        static const uint8_t *iv;
        static size_t iv_length;
        operation = zeroed(0);
        iv = zeroed(1);
        (void) psa_cipher_set_iv(operation, iv, iv_length);
    }
    {
        current = "psa_cipher_update";
        static psa_cipher_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        operation = zeroed(0);
        input = zeroed(1);
        output = zeroed(3);
        output_length = zeroed(5);
        (void) psa_cipher_update(operation, input, input_length, output, output_size, output_length);
    }
    {
        current = "psa_close_key";
        static psa_key_handle_t handle;
        (void) psa_close_key(handle);
    }
    {
        current = "psa_copy_key";
        static mbedtls_svc_key_id_t source_key;
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *target_key;
        attributes = zeroed(1);
        target_key = zeroed(2);
        (void) psa_copy_key(source_key, attributes, target_key);
    }
    {
        current = "psa_crypto_init";
        (void) psa_crypto_init();
    }
    {
        current = "psa_destroy_key";
        static mbedtls_svc_key_id_t key;
        (void) psa_destroy_key(key);
    }
    {
        current = "psa_export_key";
        static mbedtls_svc_key_id_t key;
        static uint8_t *data;
        static size_t data_size;
        static size_t *data_length;
        data = zeroed(1);
        data_length = zeroed(3);
        (void) psa_export_key(key, data, data_size, data_length);
    }
    {
        current = "psa_export_public_key";
        static mbedtls_svc_key_id_t key;
        static uint8_t *data;
        static size_t data_size;
        static size_t *data_length;
        data = zeroed(1);
        data_length = zeroed(3);
        (void) psa_export_public_key(key, data, data_size, data_length);
    }
    {
        current = "psa_extend_key_usage_flags";
        static psa_key_usage_t *usage_flags;
        usage_flags = zeroed(0);
        (void) psa_extend_key_usage_flags(usage_flags);
    }
    {
        current = "psa_generate_key";
        static const psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        key = zeroed(1);
        (void) psa_generate_key(attributes, key);
    }
    {
        current = "psa_generate_key_custom";
        static const psa_key_attributes_t *attributes;
        static const psa_custom_key_parameters_t *custom;
        static const uint8_t *custom_data;
        static size_t custom_data_length;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        custom = zeroed(1);
        custom_data = zeroed(2);
        key = zeroed(4);
        (void) psa_generate_key_custom(attributes, custom, custom_data, custom_data_length, key);
    }
    {
        current = "psa_generate_key_ext";
        static const psa_key_attributes_t *attributes;
        static const psa_key_production_parameters_t *params;
        static size_t params_data_length;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        params = zeroed(1);
        key = zeroed(3);
        (void) psa_generate_key_ext(attributes, params, params_data_length, key);
    }
    {
        current = "psa_generate_random";
        static uint8_t *output;
        static size_t output_size;
        output = zeroed(0);
        (void) psa_generate_random(output, output_size);
    }
    {
        current = "psa_get_key_algorithm";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_algorithm(attributes);
    }
    {
        current = "psa_get_key_attributes";
        static mbedtls_svc_key_id_t key;
        static psa_key_attributes_t *attributes;
        attributes = zeroed(1);
        (void) psa_get_key_attributes(key, attributes);
    }
    {
        current = "psa_get_key_bits";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_bits(attributes);
    }
    {
        current = "psa_get_key_enrollment_algorithm";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_enrollment_algorithm(attributes);
    }
    {
        current = "psa_get_key_id";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_id(attributes);
    }
    {
        current = "psa_get_key_lifetime";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_lifetime(attributes);
    }
    {
        current = "psa_get_key_type";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_type(attributes);
    }
    {
        current = "psa_get_key_usage_flags";
        static const psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_get_key_usage_flags(attributes);
    }
    {
        current = "psa_hash_abort";
        static psa_hash_operation_t *operation;
        operation = zeroed(0);
        (void) psa_hash_abort(operation);
    }
    {
        current = "psa_hash_clone";
        static const psa_hash_operation_t *source_operation;
        static psa_hash_operation_t *target_operation;
        source_operation = zeroed(0);
        target_operation = zeroed(1);
        (void) psa_hash_clone(source_operation, target_operation);
    }
    {
        current = "psa_hash_compare";
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *hash;
        static size_t hash_length;
        input = zeroed(1);
        hash = zeroed(3);
        (void) psa_hash_compare(alg, input, input_length, hash, hash_length);
    }
    {
        current = "psa_hash_compute";
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *hash;
        static size_t hash_size;
        static size_t *hash_length;
        input = zeroed(1);
        hash = zeroed(3);
        hash_length = zeroed(5);
        (void) psa_hash_compute(alg, input, input_length, hash, hash_size, hash_length);
    }
    {
        current = "psa_hash_finish";
        static psa_hash_operation_t *operation;
        static uint8_t *hash;
        static size_t hash_size;
        static size_t *hash_length;
        operation = zeroed(0);
        hash = zeroed(1);
        hash_length = zeroed(3);
        (void) psa_hash_finish(operation, hash, hash_size, hash_length);
    }
    {
        current = "psa_hash_operation_init";
        (void) psa_hash_operation_init();
    }
    {
        current = "psa_hash_setup";
        static psa_hash_operation_t *operation;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_hash_setup(operation, alg);
    }
    {
        current = "psa_hash_update";
        static psa_hash_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        operation = zeroed(0);
        input = zeroed(1);
        (void) psa_hash_update(operation, input, input_length);
    }
    {
        current = "psa_hash_verify";
        static psa_hash_operation_t *operation;
        static const uint8_t *hash;
        static size_t hash_length;
        operation = zeroed(0);
        hash = zeroed(1);
        (void) psa_hash_verify(operation, hash, hash_length);
    }
    {
        current = "psa_import_key";
        static const psa_key_attributes_t *attributes;
        static const uint8_t *data;
        static size_t data_length;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        data = zeroed(1);
        key = zeroed(3);
        (void) psa_import_key(attributes, data, data_length, key);
    }
    {
        current = "psa_interruptible_get_max_ops";
        (void) psa_interruptible_get_max_ops();
    }
    {
        current = "psa_interruptible_set_max_ops";
        static uint32_t max_ops;
        (void) psa_interruptible_set_max_ops(max_ops);
    }
    {
        current = "psa_key_attributes_init";
        (void) psa_key_attributes_init();
    }
    {
        current = "psa_key_derivation_abort";
        static psa_key_derivation_operation_t *operation;
        operation = zeroed(0);
        (void) psa_key_derivation_abort(operation);
    }
    {
        current = "psa_key_derivation_get_capacity";
        static const psa_key_derivation_operation_t *operation;
        static size_t *capacity;
        operation = zeroed(0);
        capacity = zeroed(1);
        (void) psa_key_derivation_get_capacity(operation, capacity);
    }
    {
        current = "psa_key_derivation_input_bytes";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static const uint8_t *data;
        static size_t data_length;
        operation = zeroed(0);
        data = zeroed(2);
        (void) psa_key_derivation_input_bytes(operation, step, data, data_length);
    }
    {
        current = "psa_key_derivation_input_integer";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static uint64_t value;
        operation = zeroed(0);
        (void) psa_key_derivation_input_integer(operation, step, value);
    }
    {
        current = "psa_key_derivation_input_key";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static mbedtls_svc_key_id_t key;
        operation = zeroed(0);
        (void) psa_key_derivation_input_key(operation, step, key);
    }
    {
        current = "psa_key_derivation_key_agreement";
        static psa_key_derivation_operation_t *operation;
        static psa_key_derivation_step_t step;
        static mbedtls_svc_key_id_t private_key;
        static const uint8_t *peer_key;
        static size_t peer_key_length;
        operation = zeroed(0);
        peer_key = zeroed(3);
        (void) psa_key_derivation_key_agreement(operation, step, private_key, peer_key, peer_key_length);
    }
    {
        current = "psa_key_derivation_operation_init";
        (void) psa_key_derivation_operation_init();
    }
    {
        current = "psa_key_derivation_output_bytes";
        static psa_key_derivation_operation_t *operation;
        static uint8_t *output;
        static size_t output_length;
        operation = zeroed(0);
        output = zeroed(1);
        (void) psa_key_derivation_output_bytes(operation, output, output_length);
    }
    {
        current = "psa_key_derivation_output_key";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        operation = zeroed(1);
        key = zeroed(2);
        (void) psa_key_derivation_output_key(attributes, operation, key);
    }
    {
        current = "psa_key_derivation_output_key_custom";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static const psa_custom_key_parameters_t *custom;
        static const uint8_t *custom_data;
        static size_t custom_data_length;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        operation = zeroed(1);
        custom = zeroed(2);
        custom_data = zeroed(3);
        key = zeroed(5);
        (void) psa_key_derivation_output_key_custom(attributes, operation, custom, custom_data, custom_data_length, key);
    }
    {
        current = "psa_key_derivation_output_key_ext";
        static const psa_key_attributes_t *attributes;
        static psa_key_derivation_operation_t *operation;
        static const psa_key_production_parameters_t *params;
        static size_t params_data_length;
        static mbedtls_svc_key_id_t *key;
        attributes = zeroed(0);
        operation = zeroed(1);
        params = zeroed(2);
        key = zeroed(4);
        (void) psa_key_derivation_output_key_ext(attributes, operation, params, params_data_length, key);
    }
    {
        current = "psa_key_derivation_set_capacity";
        static psa_key_derivation_operation_t *operation;
        static size_t capacity;
        operation = zeroed(0);
        (void) psa_key_derivation_set_capacity(operation, capacity);
    }
    {
        current = "psa_key_derivation_setup";
        static psa_key_derivation_operation_t *operation;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_key_derivation_setup(operation, alg);
    }
    {
        current = "psa_key_handle_is_null";
        static psa_key_handle_t handle;
        (void) psa_key_handle_is_null(handle);
    }
    {
        current = "psa_key_policy_init";
        (void) psa_key_policy_init();
    }
    {
        current = "psa_mac_abort";
        static psa_mac_operation_t *operation;
        operation = zeroed(0);
        (void) psa_mac_abort(operation);
    }
    {
        current = "psa_mac_compute";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *mac;
        static size_t mac_size;
        static size_t *mac_length;
        input = zeroed(2);
        mac = zeroed(4);
        mac_length = zeroed(6);
        (void) psa_mac_compute(key, alg, input, input_length, mac, mac_size, mac_length);
    }
    {
        current = "psa_mac_operation_init";
        (void) psa_mac_operation_init();
    }
    {
        current = "psa_mac_sign_finish";
        static psa_mac_operation_t *operation;
        static uint8_t *mac;
        static size_t mac_size;
        static size_t *mac_length;
        operation = zeroed(0);
        mac = zeroed(1);
        mac_length = zeroed(3);
        (void) psa_mac_sign_finish(operation, mac, mac_size, mac_length);
    }
    {
        current = "psa_mac_sign_setup";
        static psa_mac_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_mac_sign_setup(operation, key, alg);
    }
    {
        current = "psa_mac_update";
        static psa_mac_operation_t *operation;
        static const uint8_t *input;
        static size_t input_length;
        operation = zeroed(0);
        input = zeroed(1);
        (void) psa_mac_update(operation, input, input_length);
    }
    {
        current = "psa_mac_verify";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *mac;
        static size_t mac_length;
        input = zeroed(2);
        mac = zeroed(4);
        (void) psa_mac_verify(key, alg, input, input_length, mac, mac_length);
    }
    {
        current = "psa_mac_verify_finish";
        static psa_mac_operation_t *operation;
        static const uint8_t *mac;
        static size_t mac_length;
        operation = zeroed(0);
        mac = zeroed(1);
        (void) psa_mac_verify_finish(operation, mac, mac_length);
    }
    {
        current = "psa_mac_verify_setup";
        static psa_mac_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        operation = zeroed(0);
        (void) psa_mac_verify_setup(operation, key, alg);
    }
    {
        current = "psa_open_key";
        static mbedtls_svc_key_id_t key;
        static psa_key_handle_t *handle;
        handle = zeroed(1);
        (void) psa_open_key(key, handle);
    }
    {
        current = "psa_purge_key";
        static mbedtls_svc_key_id_t key;
        (void) psa_purge_key(key);
    }
    {
        current = "psa_raw_key_agreement";
        static psa_algorithm_t alg;
        static mbedtls_svc_key_id_t private_key;
        static const uint8_t *peer_key;
        static size_t peer_key_length;
        static uint8_t *output;
        static size_t output_size;
        static size_t *output_length;
        peer_key = zeroed(2);
        output = zeroed(4);
        output_length = zeroed(6);
        (void) psa_raw_key_agreement(alg, private_key, peer_key, peer_key_length, output, output_size, output_length);
    }
    {
        current = "psa_reset_key_attributes";
        static psa_key_attributes_t *attributes;
        attributes = zeroed(0);
        (void) psa_reset_key_attributes(attributes);
    }
    {
        current = "psa_set_key_algorithm";
        static psa_key_attributes_t *attributes;
        static psa_algorithm_t alg;
        attributes = zeroed(0);
        (void) psa_set_key_algorithm(attributes, alg);
    }
    {
        current = "psa_set_key_bits";
        static psa_key_attributes_t *attributes;
        static size_t bits;
        attributes = zeroed(0);
        (void) psa_set_key_bits(attributes, bits);
    }
    {
        current = "psa_set_key_enrollment_algorithm";
        static psa_key_attributes_t *attributes;
        static psa_algorithm_t alg2;
        attributes = zeroed(0);
        (void) psa_set_key_enrollment_algorithm(attributes, alg2);
    }
    {
        current = "psa_set_key_id";
        static psa_key_attributes_t *attributes;
        static mbedtls_svc_key_id_t key;
        attributes = zeroed(0);
        (void) psa_set_key_id(attributes, key);
    }
    {
        current = "psa_set_key_lifetime";
        static psa_key_attributes_t *attributes;
        static psa_key_lifetime_t lifetime;
        attributes = zeroed(0);
        (void) psa_set_key_lifetime(attributes, lifetime);
    }
    {
        current = "psa_set_key_type";
        static psa_key_attributes_t *attributes;
        static psa_key_type_t type;
        attributes = zeroed(0);
        (void) psa_set_key_type(attributes, type);
    }
    {
        current = "psa_set_key_usage_flags";
        static psa_key_attributes_t *attributes;
        static psa_key_usage_t usage_flags;
        attributes = zeroed(0);
        (void) psa_set_key_usage_flags(attributes, usage_flags);
    }
    {
        current = "psa_sign_hash";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        hash = zeroed(2);
        signature = zeroed(4);
        signature_length = zeroed(6);
        (void) psa_sign_hash(key, alg, hash, hash_length, signature, signature_size, signature_length);
    }
    {
        current = "psa_sign_hash_abort";
        static psa_sign_hash_interruptible_operation_t *operation;
        operation = zeroed(0);
        (void) psa_sign_hash_abort(operation);
    }
    {
        current = "psa_sign_hash_complete";
        static psa_sign_hash_interruptible_operation_t *operation;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        operation = zeroed(0);
        signature = zeroed(1);
        signature_length = zeroed(3);
        (void) psa_sign_hash_complete(operation, signature, signature_size, signature_length);
    }
    {
        current = "psa_sign_hash_get_num_ops";
        static const psa_sign_hash_interruptible_operation_t *operation;
        operation = zeroed(0);
        (void) psa_sign_hash_get_num_ops(operation);
    }
    {
        current = "psa_sign_hash_interruptible_operation_init";
        (void) psa_sign_hash_interruptible_operation_init();
    }
    {
        current = "psa_sign_hash_start";
        static psa_sign_hash_interruptible_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        operation = zeroed(0);
        hash = zeroed(3);
        (void) psa_sign_hash_start(operation, key, alg, hash, hash_length);
    }
    {
        current = "psa_sign_message";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static uint8_t *signature;
        static size_t signature_size;
        static size_t *signature_length;
        input = zeroed(2);
        signature = zeroed(4);
        signature_length = zeroed(6);
        (void) psa_sign_message(key, alg, input, input_length, signature, signature_size, signature_length);
    }
    {
        current = "psa_verify_hash";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static const uint8_t *signature;
        static size_t signature_length;
        hash = zeroed(2);
        signature = zeroed(4);
        (void) psa_verify_hash(key, alg, hash, hash_length, signature, signature_length);
    }
    {
        current = "psa_verify_hash_abort";
        static psa_verify_hash_interruptible_operation_t *operation;
        operation = zeroed(0);
        (void) psa_verify_hash_abort(operation);
    }
    {
        current = "psa_verify_hash_complete";
        static psa_verify_hash_interruptible_operation_t *operation;
        operation = zeroed(0);
        (void) psa_verify_hash_complete(operation);
    }
    {
        current = "psa_verify_hash_get_num_ops";
        static const psa_verify_hash_interruptible_operation_t *operation;
        operation = zeroed(0);
        (void) psa_verify_hash_get_num_ops(operation);
    }
    {
        current = "psa_verify_hash_interruptible_operation_init";
        (void) psa_verify_hash_interruptible_operation_init();
    }
    {
        current = "psa_verify_hash_start";
        static psa_verify_hash_interruptible_operation_t *operation;
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *hash;
        static size_t hash_length;
        static const uint8_t *signature;
        static size_t signature_length;
        operation = zeroed(0);
        hash = zeroed(3);
        signature = zeroed(5);
        (void) psa_verify_hash_start(operation, key, alg, hash, hash_length, signature, signature_length);
    }
    {
        current = "psa_verify_message";
        static mbedtls_svc_key_id_t key;
        static psa_algorithm_t alg;
        static const uint8_t *input;
        static size_t input_length;
        static const uint8_t *signature;
        static size_t signature_length;
        input = zeroed(2);
        signature = zeroed(4);
        (void) psa_verify_message(key, alg, input, input_length, signature, signature_length);
    }
}

int main(void)
{
    signal(SIGSEGV, crashed);
    signal(SIGBUS, crashed);
    signal(SIGABRT, crashed);
    with_null();
    with_zeroed_memory();
    printf("every function returned\n");
    return current == NULL || zeroed(0) == NULL;
}
