/* libmbedx509 and libmbedtls hold no code: all of it is in libmbedcrypto. ISO C wants a declaration all the same. */
typedef int ferrotls_empty;
