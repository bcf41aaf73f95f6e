/*
 * The C library under Mbed's names, while no application has put anything in
 * its place.
 */
#include "support/support.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <mbedtls/platform.h>

static int format(char *text, size_t size, const char *form, ...)
{
    va_list list;
    int ret;

    va_start(list, form);
    ret = mbedtls_vsnprintf(text, size, form, list);
    va_end(list);
    return ret;
}

int main(void)
{
    mbedtls_platform_context context;
    mbedtls_time_t stored = 0;
    mbedtls_time_t told;
    char text[16];
    volatile size_t small = 4;
    void *memory;
    int ret;

    show("setup", mbedtls_platform_setup(&context));
    mbedtls_setbuf(stdout, NULL);
    ret = mbedtls_snprintf(text, sizeof(text), "%d-%s", 36, "six");
    printf("%d %s\n", ret, text);
    ret = mbedtls_snprintf(text, small, "%s", "cut off");
    printf("%d %s\n", ret, text);
    ret = format(text, sizeof(text), "%03u %c", 7u, 'x');
    printf("%d %s\n", ret, text);
    mbedtls_printf("%s %d\n", "printed", 1);
    mbedtls_fprintf(stdout, "%s %d\n", "printed", 2);
    told = mbedtls_time(&stored);
    check("the clock stores what it tells", told == stored);
    check("the clock is the system's", time(NULL) - mbedtls_time(NULL) <= 1);
    check("milliseconds", mbedtls_ms_time() <= mbedtls_ms_time());
    memory = mbedtls_calloc(3, 5);
    check("memory", memory != NULL);
    check("of zeros", memcmp(memory, "\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 15) == 0);
    mbedtls_free(memory);
    mbedtls_free(NULL);
    printf("%d %d\n", MBEDTLS_EXIT_SUCCESS, MBEDTLS_EXIT_FAILURE);
    mbedtls_platform_teardown(&context);
    mbedtls_exit(MBEDTLS_EXIT_SUCCESS);
    return MBEDTLS_EXIT_FAILURE;
}
