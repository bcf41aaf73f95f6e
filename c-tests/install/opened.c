/*
 * Opens a library of Mbed TLS as a plugin's host or a binding of another
 * language does, where nobody else sees it, and calls what it finds there.
 *
 *     opened libmbedtls.so.21
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl.h>

static void *find(void *library, const char *name, void *function)
{
    void *found = dlsym(library, name);

    memcpy(function, &found, sizeof(found));
    return found;
}

int main(int argc, char **argv)
{
    void (*init)(mbedtls_ssl_context *), (*end)(mbedtls_ssl_context *);
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    mbedtls_ssl_context ssl;
    int other, shown;

    if (library == NULL) {
        printf("%s\n", argc == 2 ? dlerror() : "usage: opened LIBRARY");
        return 1;
    }
    if (find(library, "mbedtls_ssl_init", &init) == NULL
        || find(library, "mbedtls_ssl_free", &end) == NULL) {
        printf("%s\n", dlerror());
        return 1;
    }
    init(&ssl);
    end(&ssl);
    other = find(library, "psa_crypto_init", &init) != NULL;
    shown = find(dlopen(NULL, RTLD_NOW), "mbedtls_ssl_init", &init) != NULL;
    printf("found, another: %d, shown to others: %d\n", other, shown);
    return 0;
}
