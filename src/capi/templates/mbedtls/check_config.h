/** \file check_config.h
 * Nothing is left to check: the macros say what the library was built with. For configurations of programs
 * (MBEDTLS_CONFIG_FILE) that include this header at their end.
 */
/** Not for use: in C, a file that declares nothing is not allowed. */
typedef int mbedtls_iso_c_forbids_empty_translation_units;
