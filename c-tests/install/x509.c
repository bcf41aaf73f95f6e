/* A program that names functions of libmbedx509 alone. */
#include <stdio.h>

#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

int main(void)
{
    static const unsigned char junk[] = { 0x30, 0x01, 0x00 };
    mbedtls_x509_crt crt;
    mbedtls_x509_csr csr;
    int ret;

    mbedtls_x509_csr_init(&csr);
    mbedtls_x509_csr_free(&csr);
    mbedtls_x509_crt_init(&crt);
    ret = mbedtls_x509_crt_parse_der(&crt, junk, sizeof(junk));
    mbedtls_x509_crt_free(&crt);
    printf("-0x%04X\n", (unsigned) -ret);
    return ret == 0;
}
