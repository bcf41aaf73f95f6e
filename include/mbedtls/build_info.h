/** \file build_info.h
 * The release whose interface this is, and the features that work. Every header includes it.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_BUILD_INFO_H
#define MBEDTLS_BUILD_INFO_H

/** Major number of the release. */
#define MBEDTLS_VERSION_MAJOR 3
/** Minor number of the release. */
#define MBEDTLS_VERSION_MINOR 6
/** Patch number of the release. */
#define MBEDTLS_VERSION_PATCH 6
/** The release as a number: a byte each for major, minor and patch, then a zero byte. */
#define MBEDTLS_VERSION_NUMBER 0x03060600
/** The release as a text. */
#define MBEDTLS_VERSION_STRING "3.6.6"
/** The release as a text, with the name of the interface. */
#define MBEDTLS_VERSION_STRING_FULL "Mbed TLS 3.6.6"

/** The library is ferrotls, for programs that have to know. */
#define MBEDTLS_IS_FERROTLS 1

/* What the program is compiled for. */
#if (defined(__x86_64__) || defined(_M_X64)) && !defined(MBEDTLS_ARCH_IS_X64)
/** The processor is an x86 of 64 bits. */
#define MBEDTLS_ARCH_IS_X64
#endif
#if (defined(__i386__) || defined(_M_IX86)) && !defined(MBEDTLS_ARCH_IS_X86)
/** The processor is an x86 of 32 bits. */
#define MBEDTLS_ARCH_IS_X86
#endif
#if (defined(__aarch64__) || defined(_M_ARM64)) && !defined(MBEDTLS_ARCH_IS_ARM64)
/** The processor is an Arm of 64 bits. */
#define MBEDTLS_ARCH_IS_ARM64
#endif
#if (defined(__arm__) || defined(_M_ARM)) && !defined(MBEDTLS_ARCH_IS_ARM32)
/** The processor is an Arm of 32 bits. */
#define MBEDTLS_ARCH_IS_ARM32
#endif
#if defined(__GNUC__) && !defined(__clang__) && !defined(__INTEL_COMPILER)
/** The compiler is GCC, and not one that says so. */
#define MBEDTLS_COMPILER_IS_GCC
/** Its release: major * 10000 + minor * 100 + patch. */
#define MBEDTLS_GCC_VERSION (__GNUC__ * 10000 + __GNUC_MINOR__ * 100 + __GNUC_PATCHLEVEL__)
#endif

/*
 * Configurations of the program's. DEVIATION: in 3.6.6, MBEDTLS_CONFIG_FILE stands in for mbedtls_config.h, because it
 * chooses what the library is built with. Here the library is built, so that the file may say more than
 * mbedtls_config.h, or include it and undefine what the program is to do without, but cannot hide what there is.
 */
#if defined(MBEDTLS_CONFIG_FILE)
#include MBEDTLS_CONFIG_FILE
#endif
#include "mbedtls/mbedtls_config.h"
#if defined(MBEDTLS_CONFIG_VERSION)
#if MBEDTLS_CONFIG_VERSION < 0x03000000 || MBEDTLS_CONFIG_VERSION > MBEDTLS_VERSION_NUMBER
#error "MBEDTLS_CONFIG_VERSION is a release whose configurations are not understood"
#endif
#endif
#if defined(MBEDTLS_USER_CONFIG_FILE)
#include MBEDTLS_USER_CONFIG_FILE
#endif
#if defined(MBEDTLS_PSA_CRYPTO_CONFIG)
#if defined(MBEDTLS_PSA_CRYPTO_CONFIG_FILE)
#include MBEDTLS_PSA_CRYPTO_CONFIG_FILE
#endif
#if defined(MBEDTLS_PSA_CRYPTO_USER_CONFIG_FILE)
#include MBEDTLS_PSA_CRYPTO_USER_CONFIG_FILE
#endif
#endif
/** Configurations have been read. */
#define MBEDTLS_CONFIG_FILES_READ
/** The macros are what they will be. */
#define MBEDTLS_CONFIG_IS_FINALIZED

#include "mbedtls/check_config.h"

#endif /* MBEDTLS_BUILD_INFO_H */
