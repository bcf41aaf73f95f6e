/*
 * pem.h: blocks read and written, encrypted ones among them, and what is said
 * of text that is none.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/pem.h>

#define BEGIN "-----BEGIN X-----"
#define END "-----END X-----"

static void hex(const unsigned char *bytes, size_t len)
{
    size_t i;

    for (i = 0; i < len; i++) {
        printf("%02x", bytes[i]);
    }
    printf("\n");
}

static void reads(const char *what, const char *text, const char *password)
{
    mbedtls_pem_context pem;
    const unsigned char *bytes;
    size_t used = 4242, len = 0;
    int ret;

    mbedtls_pem_init(&pem);
    ret = mbedtls_pem_read_buffer(&pem, BEGIN, END,
                                  (const unsigned char *) text,
                                  (const unsigned char *) password,
                                  password == NULL ? 0 : strlen(password),
                                  &used);
    bytes = mbedtls_pem_get_buffer(&pem, &len);
    printf("%s: %s0x%04x, used %u, %s %u bytes ", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret), (unsigned) used,
           bytes == NULL ? "none" : "some", (unsigned) len);
    hex(bytes, len);
    mbedtls_pem_free(&pem);
    bytes = mbedtls_pem_get_buffer(&pem, &len);
    if (bytes != NULL || len != 0) {
        printf("  something is left\n");
    }
}

/* "The bytes inside", encrypted by OpenSSL with the password "secret". */
#define AES_128 "Proc-Type: 4,ENCRYPTED\n"                                   \
    "DEK-Info: AES-128-CBC,000102030405060708090A0B0C0D0E0F\n"
#define AES_192 "Proc-Type: 4,ENCRYPTED\n"                                   \
    "DEK-Info: AES-192-CBC,000102030405060708090a0b0c0d0e0f\n"
#define AES_256 "Proc-Type: 4,ENCRYPTED\r\n"                                 \
    "DEK-Info: AES-256-CBC,000102030405060708090A0B0C0D0E0F\r\n"
#define DES "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0001020304050607\n"
#define DES3 "Proc-Type: 4,ENCRYPTED\n"                                      \
    "DEK-Info: DES-EDE3-CBC,0001020304050607\n"

static void encrypted(void)
{
    static const struct {
        const char *name, *head, *body;
    } blocks[] = {
        { "AES-128", AES_128, "bnEsV16hrp8UQKauKiUoH/+92yDrMdz5K8k+kjDhMPg=" },
        { "AES-192", AES_192, "dXL7z+YtO+MX1XopEu6OByHwXbIqSldopf9ThSMGvAw=" },
        { "AES-256", AES_256, "QfylzwA/2iLhPlnrWx7LqLXbapJP7R1ONd+5AVF4Vqw=" },
        { "DES", DES, "rs3xkq4dltQUPDke/wZwoIbp0fhiSEbw" },
        { "3DES", DES3, "Nn8FRcbqSXpjt5tT8Qlcx6uFbpecRjXw" }
    };
    static const char *const heads[] = {
        "Proc-Type: 4,ENCRYPTED\n", "Proc-Type: 4,ENCRYPTED",
        "Proc-Type: 4,ENCRYPTED \n", "Proc-Type: 4,ENCRYPTED\nDEK-Info: \n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-512-CBC,"
        "000102030405060708090A0B0C0D0E0F\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,"
        "000102030405060708090A0B0C0D0E0G\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,"
        "000102030405060708090A0B0C0D0E0F00\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,000102030405060x\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,00010203\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0001\n",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0001020304050607",
        "Proc-Type: 4,ENCRYPTED\nDEK-Info: RC2-CBC,0001020304050607\n",
        "Proc-Type: 4,ENCRYPTED\r\nDEK-Info: DES-CBC,0001020304050607\r\n",
        "Proc-Type: 4,MIC-CLEAR\n"
    };
    static const char *const passwords[] = { NULL, "", "secret", "wrong",
                                             "another", "x", "secret " };
    char text[512], what[64];
    size_t i, j;

    for (i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
        snprintf(text, sizeof(text), BEGIN "\n%s\n%s\n" END "\n",
                 blocks[i].head, blocks[i].body);
        for (j = 0; j < sizeof(passwords) / sizeof(passwords[0]); j++) {
            snprintf(what, sizeof(what), "%s, %s", blocks[i].name,
                     passwords[j] == NULL ? "no password" : passwords[j]);
            reads(what, text, passwords[j]);
        }
        snprintf(text, sizeof(text), BEGIN "\n%s\nAAAAAAAAAAAAAAA=\n" END,
                 blocks[i].head);
        reads("eleven bytes", text, "secret");
        snprintf(text, sizeof(text), BEGIN "\n%s\nAA*A\n" END, blocks[i].head);
        reads("no base64", text, NULL);
        snprintf(text, sizeof(text), BEGIN "\n%s" END, blocks[i].head);
        reads("nothing", text, "secret");
        snprintf(text, sizeof(text), BEGIN "\n%s\n" END, blocks[i].head);
        reads("an empty line", text, "secret");
    }
    for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
        snprintf(text, sizeof(text), BEGIN "\n%s\nAAAAAAAAAAAAAAAAAAAAAA==\n"
                 END, heads[i]);
        snprintf(what, sizeof(what), "head %u", (unsigned) i);
        reads(what, text, "secret");
    }
}

static void plain(void)
{
    static const char *const texts[] = {
        "", "nothing", BEGIN, END, BEGIN END, BEGIN "\n" END,
        BEGIN "\n\n" END, END "\n" BEGIN "\nAAAA\n" END,
        BEGIN "\nAAAA\n" END, "before\n" BEGIN "\nAAAA\n" END "\nafter",
        BEGIN " \nAAAA\n" END " \n\nafter", BEGIN "  \nAAAA\n" END,
        BEGIN "\r\nAAAA\r\n" END "\r\nafter", BEGIN "\rAAAA\n" END "\r",
        BEGIN " \r\nAAAA\n" END " \r\n\r\n", BEGIN "AAAA\n" END,
        BEGIN "\nAAAA" END, BEGIN "\nAAA\n" END, BEGIN "\nAAA=\n" END,
        BEGIN "\nAA==\n" END, BEGIN "\nA===\n" END, BEGIN "\nAA=A\n" END,
        BEGIN "\nAAAA AAAA\n" END, BEGIN "\nAAAA \nAAAA\n" END,
        BEGIN "\n AAAA\n" END, BEGIN "\nA\nA\nA\nA\n" END,
        BEGIN "\nAAA*\n" END, BEGIN "\nQUJD\nREVG\n" END "\n" BEGIN "\nAA==\n"
        END, BEGIN "\nName: value\n\nAAAA\n" END, BEGIN "\n   \n" END,
        "-----BEGIN Y-----\nAAAA\n-----END Y-----\n" BEGIN "\nBBBB\n" END,
        BEGIN "\nAAAA\n-----END Y-----\n" END
    };
    char what[32];
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        snprintf(what, sizeof(what), "text %u", (unsigned) i);
        reads(what, texts[i], NULL);
    }
}

static void writes(size_t len, size_t room)
{
    unsigned char bytes[300], out[700];
    size_t i, olen = 4242;
    int ret;

    for (i = 0; i < sizeof(bytes); i++) {
        bytes[i] = (unsigned char) (i * 37);
    }
    memset(out, 0xee, sizeof(out));
    ret = mbedtls_pem_write_buffer(BEGIN "\n", END "\n", bytes, len, out, room,
                                   &olen);
    printf("write %u into %u: %s0x%04x, %u\n", (unsigned) len, (unsigned) room,
           ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret),
           (unsigned) olen);
    if (ret == 0) {
        printf("%s", out);
        for (i = olen; i < room; i++) {
            if (out[i] != 0) {
                printf("  byte %u is not zero\n", (unsigned) i);
                break;
            }
        }
        if (room < sizeof(out) && out[room] != 0xee) {
            printf("  written beyond the end\n");
        }
    } else if (out[0] != 0xee) {
        printf("  something was written\n");
    }
}

int main(int argc, char **argv)
{
    static const size_t lengths[] = { 0, 1, 2, 3, 46, 47, 48, 49, 50, 95, 96,
                                      97, 300 };
    unsigned char text[400] = { 0 };
    mbedtls_pem_context pem;
    size_t i, room, olen = 0;
    int ret;

    (void) argc;
    (void) argv;
    plain();
    encrypted();
    for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        size_t exact;

        mbedtls_pem_write_buffer(BEGIN "\n", END "\n", text, lengths[i], text,
                                 0, &exact);
        for (room = exact - 3; room < exact + 3; room++) {
            writes(lengths[i], room);
        }
        writes(lengths[i], 0);
        writes(lengths[i], 600);
    }
    for (i = 0; i < sizeof(text); i++) {
        text[i] = (unsigned char) i;
    }
    ret = mbedtls_pem_write_buffer("", "", text + 300, 100, text, sizeof(text),
                                   &olen);
    printf("in place: %d %u\n%s\n", ret, (unsigned) olen, text);
    mbedtls_pem_init(&pem);
    ret = mbedtls_pem_read_buffer(NULL, BEGIN, END, text, NULL, 0, &olen);
    printf("no context: %d\n", ret);
    mbedtls_pem_free(&pem);
    mbedtls_pem_free(NULL);
    return 0;
}
