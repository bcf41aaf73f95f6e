/*
 * Base64 there and back: codes, lengths and bytes, for every length up to 70,
 * every text of up to five characters of a small alphabet, and every size of
 * output.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <mbedtls/base64.h>

static void encode_lengths(void)
{
    unsigned char plain[70], out[128];
    size_t len, i, olen, room;
    int ret;

    for (i = 0; i < sizeof(plain); i++) {
        plain[i] = (unsigned char) (i * 37 + 200);
    }
    for (len = 0; len <= sizeof(plain); len++) {
        memset(out, '#', sizeof(out));
        olen = 777;
        ret = mbedtls_base64_encode(out, sizeof(out), &olen, plain, len);
        printf("encode %u: %d, %u, %.100s, closed %d\n", (unsigned) len, ret,
               (unsigned) olen, out, out[olen] == 0);
        olen = 777;
        ret = mbedtls_base64_encode(NULL, 0, &olen, plain, len);
        printf("  size %d, %u\n", ret, (unsigned) olen);
        olen = 777;
        ret = mbedtls_base64_encode(NULL, 100, &olen, plain, len);
        printf("  NULL %d, %u\n", ret, (unsigned) olen);
    }
    for (room = 0; room < 12; room++) {
        memset(out, '#', sizeof(out));
        olen = 777;
        ret = mbedtls_base64_encode(out, room, &olen, plain, 4);
        printf("room %u: %d, %u, %.12s\n", (unsigned) room, ret,
               (unsigned) olen, out);
    }
    olen = 777;
    ret = mbedtls_base64_encode(out, sizeof(out), &olen, plain, SIZE_MAX);
    printf("huge: %d, %d\n", ret, olen == SIZE_MAX);
    ret = mbedtls_base64_encode(out, sizeof(out), &olen, plain, SIZE_MAX / 2);
    printf("half: %d, %d\n", ret, olen == SIZE_MAX / 2);
}

static void decode(const char *text, size_t len, uint64_t *hash)
{
    unsigned char out[128];
    size_t olen, room;
    int ret;

    for (room = 0; room <= 10; room += 5) {
        memset(out, '#', sizeof(out));
        olen = 777;
        ret = mbedtls_base64_decode(out, room, &olen,
                                    (const unsigned char *) text, len);
        if (hash != NULL) {
            size_t i;

            *hash = (*hash ^ (uint64_t) ret) * 1099511628211u;
            *hash = (*hash ^ olen) * 1099511628211u;
            for (i = 0; i < 12; i++) {
                *hash = (*hash ^ out[i]) * 1099511628211u;
            }
        } else {
            printf("  room %u: %d, %u, %02x %02x %02x %02x %02x %02x\n",
                   (unsigned) room, ret, (unsigned) olen, out[0], out[1],
                   out[2], out[3], out[4], out[5]);
        }
    }
    olen = 777;
    ret = mbedtls_base64_decode(NULL, hash != NULL ? 0 : 100, &olen,
                                (const unsigned char *) text, len);
    if (hash != NULL) {
        *hash = (*hash ^ (uint64_t) ret) * 1099511628211u;
        *hash = (*hash ^ olen) * 1099511628211u;
    } else {
        printf("  NULL: %d, %u\n", ret, (unsigned) olen);
    }
}

static void decode_texts(void)
{
    static const char *const texts[] = {
        "", "=", "==", "Zg==", "Zh==", "Zv==", "Zm8=", "Zm9=", "Zm9v", "Zm9vYg",
        "Zm9vYg=", "Zm9vYg==", "Zm9vYg===", "Zm9vYg==Zg==", "Zm 9v", "Zm9v ",
        " Zm9v", "Zm9v  \n", "Zm9v\r\nYmFy", "Zm9v\rYmFy", "Zm9v\n\n\nYmFy",
        "Zm9v \r\n \nYmFy  ", "Zm9vYmFy=", "Z=m9", "Zm9v\tYmFy", "Zm9v-_==",
        "Zm\xc3\xa4v", "Zm9vYmFy\r", "Zm9vYmFy\r\n", "\n", "   ", "\r", "+/+/",
        "Zm9v= =", "Zm8 =", "Zm8=\n", "Zg=\n="
    };
    static const char in_place[] = "Zm9v\r\nYmFy  \nYmF6";
    unsigned char buffer[32];
    size_t i, olen = 0;
    int ret;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        printf("decode %u:\n", (unsigned) i);
        decode(texts[i], strlen(texts[i]), NULL);
    }
    printf("with a zero inside:\n");
    decode("Zm\0v", 4, NULL);
    memcpy(buffer, in_place, sizeof(in_place));
    ret = mbedtls_base64_decode(buffer, sizeof(buffer), &olen, buffer,
                                sizeof(in_place) - 1);
    printf("in place: %d, %.*s\n", ret, (int) olen, (char *) buffer);
}

/* All texts of a length over an alphabet of kinds of characters. */
static void decode_all(size_t len)
{
    static const char alphabet[] = "AZaz09+/= \r\n-\x80g";
    size_t letters = sizeof(alphabet) - 1, at[8] = { 0 }, i;
    char text[8];
    uint64_t hash = 14695981039346656037u;

    for (;;) {
        for (i = 0; i < len; i++) {
            text[i] = alphabet[at[i]];
        }
        decode(text, len, &hash);
        i = len;
        while (i > 0 && ++at[i - 1] == letters) {
            at[i - 1] = 0;
            i--;
        }
        if (i <= 1) {
            printf("all of %u: %016llx\n", (unsigned) len,
                   (unsigned long long) hash);
        }
        if (i == 0) {
            break;
        }
    }
}

/* Every byte in each place of a group. */
static void decode_bytes(void)
{
    char text[5] = "";
    int byte, place;

    for (place = 0; place < 4; place++) {
        uint64_t hash = 14695981039346656037u;

        for (byte = 0; byte < 256; byte++) {
            memcpy(text, "QUFB", 4);
            text[place] = (char) byte;
            decode(text, 4, &hash);
        }
        printf("every byte in place %d: %016llx\n", place,
               (unsigned long long) hash);
    }
}

int main(void)
{
    size_t len;

    encode_lengths();
    decode_texts();
    decode_bytes();
    for (len = 0; len <= 5; len++) {
        decode_all(len);
    }
    printf("self test, silent: %d\n", mbedtls_base64_self_test(0));
    printf("self test: %d\n", mbedtls_base64_self_test(1));
    return 0;
}
