/*
 * How long records may be, and whose order of suites counts, in TLS 1.2.
 */
#define main main_of_tls13
#include "connect/limits.c"
#undef main

int main(int argc, char **argv)
{
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    return main_of_tls13(argc, argv);
}
