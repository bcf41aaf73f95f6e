/*
 * Keys and certificates of a program's own making, in TLS 1.2.
 */
#define main main_of_tls13
#include "connect/keys.c"
#undef main

int main(int argc, char **argv)
{
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    return main_of_tls13(argc, argv);
}
