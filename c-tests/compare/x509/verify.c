/*
 * What verification says about chains: its code, the flags and what a verify
 * callback sees. A line for each question, so that a difference is a line.
 *
 *     verify FOLDER
 *
 * FOLDER holds a folder for each chain: chain.crt, ca.crt, ca.crl, any of
 * which may be empty, and `ask`. The first line of `ask` is the name that the
 * certificate is to be for, after "name ", or "any". Each other line is a
 * question:
 *
 *     default | next | suiteb | none     with that profile
 *     custom MDS PKS CURVES BITS         with a profile of these, in hex
 *     restartable                        by that function, default profile
 *     no-crl                             without the lists
 *     forgive DEPTH                      the callback clears the flags there
 *     set DEPTH FLAGS                    the callback sets them there
 *     refuse DEPTH RET                   the callback returns that there
 *     silent                             without a callback
 *     revoked                            mbedtls_x509_crt_is_revoked()
 *     info                               the text of the flags
 */
#define _DEFAULT_SOURCE 1
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static void number(int ret)
{
    printf(" %s0x%04x", ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
}

static void code(const char *what, int ret)
{
    printf("%s", what);
    number(ret);
    printf("\n");
}

/* What the callback does at one depth, and what it was shown. */
struct view {
    int depth;
    int replace;            /* put `flags` in the place of what is there */
    uint32_t flags;
    int ret;
    char seen[4096];
};

static int see(void *p, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    struct view *view = p;
    char name[256] = "";
    size_t len = strlen(view->seen);

    if (mbedtls_x509_dn_gets(name, sizeof(name), &crt->subject) < 0) {
        strcpy(name, "?");
    }
    snprintf(view->seen + len, sizeof(view->seen) - len, "; %d %s %x", depth,
             name, (unsigned) *flags);
    if (depth != view->depth) {
        return 0;
    }
    if (view->replace) {
        *flags = view->flags;
    }
    return view->ret;
}

/* A chain, and what is held against it. */
struct held {
    mbedtls_x509_crt crt, ca;
    mbedtls_x509_crl crl;
    const char *expected;
};

static void revoked(struct held *held)
{
    const mbedtls_x509_crt *crt;

    for (crt = &held->crt; crt != NULL; crt = crt->next) {
        number(mbedtls_x509_crt_is_revoked(crt, &held->crl));
    }
}

/* The profile that a question names. */
static void choose(const char *question, mbedtls_x509_crt_profile *profile)
{
    unsigned mds, pks, curves, bits;

    *profile = mbedtls_x509_crt_profile_default;
    if (strcmp(question, "next") == 0) {
        *profile = mbedtls_x509_crt_profile_next;
    } else if (strcmp(question, "suiteb") == 0) {
        *profile = mbedtls_x509_crt_profile_suiteb;
    } else if (strcmp(question, "none") == 0) {
        *profile = mbedtls_x509_crt_profile_none;
    } else if (sscanf(question, "custom %x %x %x %x", &mds, &pks, &curves,
                      &bits) == 4) {
        profile->allowed_mds = mds;
        profile->allowed_pks = pks;
        profile->allowed_curves = curves;
        profile->rsa_min_bitlen = bits;
    }
}

static void ask(struct held *held, const char *question)
{
    mbedtls_x509_crt_profile profile;
    mbedtls_x509_crl *crl = &held->crl;
    struct view view = { -1, 0, 0, 0, "" };
    char text[4096];
    unsigned depth, flag;
    uint32_t flags = 7;
    int ret, code;

    if (strcmp(question, "revoked") == 0) {
        revoked(held);
        return;
    }
    choose(question, &profile);
    if (strcmp(question, "no-crl") == 0) {
        crl = NULL;
    } else if (sscanf(question, "forgive %u", &depth) == 1) {
        view.depth = (int) depth;
        view.replace = 1;
    } else if (sscanf(question, "set %u %x", &depth, &flag) == 2) {
        view.depth = (int) depth;
        view.replace = 1;
        view.flags = flag;
    } else if (sscanf(question, "refuse %u %d", &depth, &code) == 2) {
        view.depth = (int) depth;
        view.ret = code;
    }
    if (strcmp(question, "restartable") == 0) {
        ret = mbedtls_x509_crt_verify_restartable(&held->crt, &held->ca, crl,
                                                  &profile, held->expected,
                                                  &flags, see, &view, NULL);
    } else if (strcmp(question, "default") == 0) {
        ret = mbedtls_x509_crt_verify(&held->crt, &held->ca, crl,
                                      held->expected, &flags, see, &view);
    } else {
        ret = mbedtls_x509_crt_verify_with_profile(
            &held->crt, &held->ca, crl, &profile, held->expected, &flags,
            strcmp(question, "silent") == 0 ? NULL : see, &view);
    }
    number(ret);
    printf(" flags %x%s", (unsigned) flags, view.seen);
    if (strcmp(question, "info") == 0) {
        ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "! ", flags);
        number(ret);
        printf("\n%s", ret > 0 ? text : "");
    }
}

static void chain(const char *folder, const char *name)
{
    struct held held;
    char path[4096], line[512], *expected = NULL;
    int loaded;
    FILE *f;

    mbedtls_x509_crt_init(&held.crt);
    mbedtls_x509_crt_init(&held.ca);
    mbedtls_x509_crl_init(&held.crl);
    printf("%s: loaded", name);
    snprintf(path, sizeof(path), "%s/chain.crt", folder);
    loaded = mbedtls_x509_crt_parse_file(&held.crt, path);
    number(loaded);
    snprintf(path, sizeof(path), "%s/ca.crt", folder);
    number(mbedtls_x509_crt_parse_file(&held.ca, path));
    snprintf(path, sizeof(path), "%s/ca.crl", folder);
    number(mbedtls_x509_crl_parse_file(&held.crl, path));
    printf("\n");

    snprintf(path, sizeof(path), "%s/ask", folder);
    f = fopen(path, "rb");
    if (f == NULL || fgets(line, sizeof(line), f) == NULL) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(2);
    }
    line[strcspn(line, "\n")] = '\0';
    if (strncmp(line, "name ", 5) == 0) {
        expected = strdup(line + 5);
    }
    held.expected = expected;
    while (loaded >= 0 && fgets(line, sizeof(line), f) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        printf("%s: %s:", name, line);
        ask(&held, line);
        printf("\n");
    }
    fclose(f);
    free(expected);
    mbedtls_x509_crl_free(&held.crl);
    mbedtls_x509_crt_free(&held.ca);
    mbedtls_x509_crt_free(&held.crt);
}

static void texts(void)
{
    char text[4096];
    int bit, ret;

    for (bit = 0; bit < 32; bit++) {
        ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "> ",
                                           (uint32_t) 1 << bit);
        code("text", ret);
        printf("%s", text);
    }
    ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "", 0xffffffff);
    code("all", ret);
    printf("%s", text);
    code("none", mbedtls_x509_crt_verify_info(text, sizeof(text), "", 0));
    code("too little", mbedtls_x509_crt_verify_info(text, 20, "", 5));
    printf("%s\n", text);
    code("all but one", mbedtls_x509_crt_verify_info(text, 37, "", 1));
    code("just enough", mbedtls_x509_crt_verify_info(text, 38, "", 1));
}

static int is_case(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int main(int argc, char **argv)
{
    struct dirent **entries;
    char path[2048];
    int at, count;

    count = argc == 2 ? scandir(argv[1], &entries, is_case, by_name) : -1;
    if (count < 0) {
        fprintf(stderr, "usage: verify FOLDER\n");
        return 2;
    }
    texts();
    for (at = 0; at < count; at++) {
        snprintf(path, sizeof(path), "%s/%s", argv[1], entries[at]->d_name);
        chain(path, entries[at]->d_name);
        free(entries[at]);
    }
    free(entries);
    return 0;
}
