/*
 * A program that names the variables of libmbedx509, which the linker copies
 * into it, and a function that reads them. Linked with one library or another
 * it prints what that one has.
 */
#include <stdio.h>

#include <mbedtls/x509_crt.h>

static void show(const char *name, const mbedtls_x509_crt_profile *profile)
{
    printf("%s %x %x %x %u\n", name, (unsigned) profile->allowed_mds,
           (unsigned) profile->allowed_pks, (unsigned) profile->allowed_curves,
           (unsigned) profile->rsa_min_bitlen);
}

int main(void)
{
    mbedtls_x509_crt crt;
    uint32_t flags = 0;
    int ret;

    show("default", &mbedtls_x509_crt_profile_default);
    show("next", &mbedtls_x509_crt_profile_next);
    show("suiteb", &mbedtls_x509_crt_profile_suiteb);
    show("none", &mbedtls_x509_crt_profile_none);
    mbedtls_x509_crt_init(&crt);
    ret = mbedtls_x509_crt_verify_with_profile(&crt, &crt, NULL,
                                               &mbedtls_x509_crt_profile_next,
                                               NULL, &flags, NULL, NULL);
    mbedtls_x509_crt_free(&crt);
    return ret == 0;
}
