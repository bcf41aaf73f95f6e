/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SSL_CIPHERSUITES_H
#define MBEDTLS_SSL_CIPHERSUITES_H

/** \file ssl_ciphersuites.h
 * Cipher suites by number and by name.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/pk.h"
#include "mbedtls/cipher.h"
#include "mbedtls/md.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The suite is not for DTLS. */
#define MBEDTLS_CIPHERSUITE_NODTLS 4

/** The suite has a tag of 8 bytes. */
#define MBEDTLS_CIPHERSUITE_SHORT_TAG 2

/** The suite is weak. */
#define MBEDTLS_CIPHERSUITE_WEAK 1

/** CipherSuite 0x13,0x05. */
#define MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256 4869

/** CipherSuite 0x13,0x04. */
#define MBEDTLS_TLS1_3_AES_128_CCM_SHA256 4868

/** CipherSuite 0x13,0x01. */
#define MBEDTLS_TLS1_3_AES_128_GCM_SHA256 4865

/** CipherSuite 0x13,0x02. */
#define MBEDTLS_TLS1_3_AES_256_GCM_SHA384 4866

/** CipherSuite 0x13,0x03. */
#define MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256 4867

/** CipherSuite 0x00,0x90. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CBC_SHA 144

/** CipherSuite 0x00,0xB2. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CBC_SHA256 178

/** CipherSuite 0xC0,0xA6. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CCM 49318

/** CipherSuite 0xC0,0xAA. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CCM_8 49322

/** CipherSuite 0x00,0xAA. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_128_GCM_SHA256 170

/** CipherSuite 0x00,0x91. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CBC_SHA 145

/** CipherSuite 0x00,0xB3. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CBC_SHA384 179

/** CipherSuite 0xC0,0xA7. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CCM 49319

/** CipherSuite 0xC0,0xAB. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CCM_8 49323

/** CipherSuite 0x00,0xAB. */
#define MBEDTLS_TLS_DHE_PSK_WITH_AES_256_GCM_SHA384 171

/** CipherSuite 0xC0,0x66. */
#define MBEDTLS_TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256 49254

/** CipherSuite 0xC0,0x6C. */
#define MBEDTLS_TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256 49260

/** CipherSuite 0xC0,0x67. */
#define MBEDTLS_TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384 49255

/** CipherSuite 0xC0,0x6D. */
#define MBEDTLS_TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384 49261

/** CipherSuite 0xC0,0x96. */
#define MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 49302

/** CipherSuite 0xC0,0x90. */
#define MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256 49296

/** CipherSuite 0xC0,0x97. */
#define MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384 49303

/** CipherSuite 0xC0,0x91. */
#define MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384 49297

/** CipherSuite 0xCC,0xAD. */
#define MBEDTLS_TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256 52397

/** CipherSuite 0x00,0x2D. */
#define MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA 45

/** CipherSuite 0x00,0xB4. */
#define MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA256 180

/** CipherSuite 0x00,0xB5. */
#define MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA384 181

/** CipherSuite 0x00,0x33. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CBC_SHA 51

/** CipherSuite 0x00,0x67. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CBC_SHA256 103

/** CipherSuite 0xC0,0x9E. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CCM 49310

/** CipherSuite 0xC0,0xA2. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CCM_8 49314

/** CipherSuite 0x00,0x9E. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 158

/** CipherSuite 0x00,0x39. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CBC_SHA 57

/** CipherSuite 0x00,0x6B. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CBC_SHA256 107

/** CipherSuite 0xC0,0x9F. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CCM 49311

/** CipherSuite 0xC0,0xA3. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CCM_8 49315

/** CipherSuite 0x00,0x9F. */
#define MBEDTLS_TLS_DHE_RSA_WITH_AES_256_GCM_SHA384 159

/** CipherSuite 0xC0,0x44. */
#define MBEDTLS_TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256 49220

/** CipherSuite 0xC0,0x52. */
#define MBEDTLS_TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256 49234

/** CipherSuite 0xC0,0x45. */
#define MBEDTLS_TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384 49221

/** CipherSuite 0xC0,0x53. */
#define MBEDTLS_TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384 49235

/** CipherSuite 0x00,0x45. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA 69

/** CipherSuite 0x00,0xBE. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 190

/** CipherSuite 0xC0,0x7C. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256 49276

/** CipherSuite 0x00,0x88. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA 136

/** CipherSuite 0x00,0xC4. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256 196

/** CipherSuite 0xC0,0x7D. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384 49277

/** CipherSuite 0xCC,0xAA. */
#define MBEDTLS_TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256 52394

/** CipherSuite 0xC0,0x09. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA 49161

/** CipherSuite 0xC0,0x23. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 49187

/** CipherSuite 0xC0,0xAC. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM 49324

/** CipherSuite 0xC0,0xAE. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8 49326

/** CipherSuite 0xC0,0x2B. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 49195

/** CipherSuite 0xC0,0x0A. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA 49162

/** CipherSuite 0xC0,0x24. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 49188

/** CipherSuite 0xC0,0xAD. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM 49325

/** CipherSuite 0xC0,0xAF. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8 49327

/** CipherSuite 0xC0,0x2C. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 49196

/** CipherSuite 0xC0,0x48. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256 49224

/** CipherSuite 0xC0,0x5C. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256 49244

/** CipherSuite 0xC0,0x49. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384 49225

/** CipherSuite 0xC0,0x5D. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384 49245

/** CipherSuite 0xC0,0x72. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256 49266

/** CipherSuite 0xC0,0x86. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256 49286

/** CipherSuite 0xC0,0x73. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384 49267

/** CipherSuite 0xC0,0x87. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384 49287

/** CipherSuite 0xCC,0xA9. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 52393

/** CipherSuite 0xC0,0x06. */
#define MBEDTLS_TLS_ECDHE_ECDSA_WITH_NULL_SHA 49158

/** CipherSuite 0xC0,0x35. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA 49205

/** CipherSuite 0xC0,0x37. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256 49207

/** CipherSuite 0xC0,0x36. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA 49206

/** CipherSuite 0xC0,0x38. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384 49208

/** CipherSuite 0xC0,0x70. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256 49264

/** CipherSuite 0xC0,0x71. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384 49265

/** CipherSuite 0xC0,0x9A. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256 49306

/** CipherSuite 0xC0,0x9B. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384 49307

/** CipherSuite 0xCC,0xAC. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256 52396

/** CipherSuite 0xC0,0x39. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA 49209

/** CipherSuite 0xC0,0x3A. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA256 49210

/** CipherSuite 0xC0,0x3B. */
#define MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA384 49211

/** CipherSuite 0xC0,0x13. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA 49171

/** CipherSuite 0xC0,0x27. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 49191

/** CipherSuite 0xC0,0x2F. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 49199

/** CipherSuite 0xC0,0x14. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA 49172

/** CipherSuite 0xC0,0x28. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384 49192

/** CipherSuite 0xC0,0x30. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 49200

/** CipherSuite 0xC0,0x4C. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256 49228

/** CipherSuite 0xC0,0x60. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256 49248

/** CipherSuite 0xC0,0x4D. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384 49229

/** CipherSuite 0xC0,0x61. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384 49249

/** CipherSuite 0xC0,0x76. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256 49270

/** CipherSuite 0xC0,0x8A. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256 49290

/** CipherSuite 0xC0,0x77. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384 49271

/** CipherSuite 0xC0,0x8B. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384 49291

/** CipherSuite 0xCC,0xA8. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 52392

/** CipherSuite 0xC0,0x10. */
#define MBEDTLS_TLS_ECDHE_RSA_WITH_NULL_SHA 49168

/** CipherSuite 0xC0,0x04. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA 49156

/** CipherSuite 0xC0,0x25. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256 49189

/** CipherSuite 0xC0,0x2D. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256 49197

/** CipherSuite 0xC0,0x05. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA 49157

/** CipherSuite 0xC0,0x26. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384 49190

/** CipherSuite 0xC0,0x2E. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384 49198

/** CipherSuite 0xC0,0x4A. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256 49226

/** CipherSuite 0xC0,0x5E. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256 49246

/** CipherSuite 0xC0,0x4B. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384 49227

/** CipherSuite 0xC0,0x5F. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384 49247

/** CipherSuite 0xC0,0x74. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256 49268

/** CipherSuite 0xC0,0x88. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256 49288

/** CipherSuite 0xC0,0x75. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384 49269

/** CipherSuite 0xC0,0x89. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384 49289

/** CipherSuite 0xC0,0x01. */
#define MBEDTLS_TLS_ECDH_ECDSA_WITH_NULL_SHA 49153

/** CipherSuite 0xC0,0x0E. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_CBC_SHA 49166

/** CipherSuite 0xC0,0x29. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256 49193

/** CipherSuite 0xC0,0x31. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256 49201

/** CipherSuite 0xC0,0x0F. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_CBC_SHA 49167

/** CipherSuite 0xC0,0x2A. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384 49194

/** CipherSuite 0xC0,0x32. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384 49202

/** CipherSuite 0xC0,0x4E. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256 49230

/** CipherSuite 0xC0,0x62. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256 49250

/** CipherSuite 0xC0,0x4F. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384 49231

/** CipherSuite 0xC0,0x63. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384 49251

/** CipherSuite 0xC0,0x78. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256 49272

/** CipherSuite 0xC0,0x8C. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256 49292

/** CipherSuite 0xC0,0x79. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384 49273

/** CipherSuite 0xC0,0x8D. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384 49293

/** CipherSuite 0xC0,0x0B. */
#define MBEDTLS_TLS_ECDH_RSA_WITH_NULL_SHA 49163

/** CipherSuite 0xC0,0xFF. */
#define MBEDTLS_TLS_ECJPAKE_WITH_AES_128_CCM_8 49407

/** CipherSuite 0x00,0x8C. */
#define MBEDTLS_TLS_PSK_WITH_AES_128_CBC_SHA 140

/** CipherSuite 0x00,0xAE. */
#define MBEDTLS_TLS_PSK_WITH_AES_128_CBC_SHA256 174

/** CipherSuite 0xC0,0xA4. */
#define MBEDTLS_TLS_PSK_WITH_AES_128_CCM 49316

/** CipherSuite 0xC0,0xA8. */
#define MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8 49320

/** CipherSuite 0x00,0xA8. */
#define MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256 168

/** CipherSuite 0x00,0x8D. */
#define MBEDTLS_TLS_PSK_WITH_AES_256_CBC_SHA 141

/** CipherSuite 0x00,0xAF. */
#define MBEDTLS_TLS_PSK_WITH_AES_256_CBC_SHA384 175

/** CipherSuite 0xC0,0xA5. */
#define MBEDTLS_TLS_PSK_WITH_AES_256_CCM 49317

/** CipherSuite 0xC0,0xA9. */
#define MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8 49321

/** CipherSuite 0x00,0xA9. */
#define MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384 169

/** CipherSuite 0xC0,0x64. */
#define MBEDTLS_TLS_PSK_WITH_ARIA_128_CBC_SHA256 49252

/** CipherSuite 0xC0,0x6A. */
#define MBEDTLS_TLS_PSK_WITH_ARIA_128_GCM_SHA256 49258

/** CipherSuite 0xC0,0x65. */
#define MBEDTLS_TLS_PSK_WITH_ARIA_256_CBC_SHA384 49253

/** CipherSuite 0xC0,0x6B. */
#define MBEDTLS_TLS_PSK_WITH_ARIA_256_GCM_SHA384 49259

/** CipherSuite 0xC0,0x94. */
#define MBEDTLS_TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256 49300

/** CipherSuite 0xC0,0x8E. */
#define MBEDTLS_TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256 49294

/** CipherSuite 0xC0,0x95. */
#define MBEDTLS_TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384 49301

/** CipherSuite 0xC0,0x8F. */
#define MBEDTLS_TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384 49295

/** CipherSuite 0xCC,0xAB. */
#define MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256 52395

/** CipherSuite 0x00,0x2C. */
#define MBEDTLS_TLS_PSK_WITH_NULL_SHA 44

/** CipherSuite 0x00,0xB0. */
#define MBEDTLS_TLS_PSK_WITH_NULL_SHA256 176

/** CipherSuite 0x00,0xB1. */
#define MBEDTLS_TLS_PSK_WITH_NULL_SHA384 177

/** CipherSuite 0x00,0x94. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_128_CBC_SHA 148

/** CipherSuite 0x00,0xB6. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_128_CBC_SHA256 182

/** CipherSuite 0x00,0xAC. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_128_GCM_SHA256 172

/** CipherSuite 0x00,0x95. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_256_CBC_SHA 149

/** CipherSuite 0x00,0xB7. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_256_CBC_SHA384 183

/** CipherSuite 0x00,0xAD. */
#define MBEDTLS_TLS_RSA_PSK_WITH_AES_256_GCM_SHA384 173

/** CipherSuite 0xC0,0x68. */
#define MBEDTLS_TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256 49256

/** CipherSuite 0xC0,0x6E. */
#define MBEDTLS_TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256 49262

/** CipherSuite 0xC0,0x69. */
#define MBEDTLS_TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384 49257

/** CipherSuite 0xC0,0x6F. */
#define MBEDTLS_TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384 49263

/** CipherSuite 0xC0,0x98. */
#define MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256 49304

/** CipherSuite 0xC0,0x92. */
#define MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256 49298

/** CipherSuite 0xC0,0x99. */
#define MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384 49305

/** CipherSuite 0xC0,0x93. */
#define MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384 49299

/** CipherSuite 0xCC,0xAE. */
#define MBEDTLS_TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256 52398

/** CipherSuite 0x00,0x2E. */
#define MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA 46

/** CipherSuite 0x00,0xB8. */
#define MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA256 184

/** CipherSuite 0x00,0xB9. */
#define MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA384 185

/** CipherSuite 0x00,0x2F. */
#define MBEDTLS_TLS_RSA_WITH_AES_128_CBC_SHA 47

/** CipherSuite 0x00,0x3C. */
#define MBEDTLS_TLS_RSA_WITH_AES_128_CBC_SHA256 60

/** CipherSuite 0xC0,0x9C. */
#define MBEDTLS_TLS_RSA_WITH_AES_128_CCM 49308

/** CipherSuite 0xC0,0xA0. */
#define MBEDTLS_TLS_RSA_WITH_AES_128_CCM_8 49312

/** CipherSuite 0x00,0x9C. */
#define MBEDTLS_TLS_RSA_WITH_AES_128_GCM_SHA256 156

/** CipherSuite 0x00,0x35. */
#define MBEDTLS_TLS_RSA_WITH_AES_256_CBC_SHA 53

/** CipherSuite 0x00,0x3D. */
#define MBEDTLS_TLS_RSA_WITH_AES_256_CBC_SHA256 61

/** CipherSuite 0xC0,0x9D. */
#define MBEDTLS_TLS_RSA_WITH_AES_256_CCM 49309

/** CipherSuite 0xC0,0xA1. */
#define MBEDTLS_TLS_RSA_WITH_AES_256_CCM_8 49313

/** CipherSuite 0x00,0x9D. */
#define MBEDTLS_TLS_RSA_WITH_AES_256_GCM_SHA384 157

/** CipherSuite 0xC0,0x3C. */
#define MBEDTLS_TLS_RSA_WITH_ARIA_128_CBC_SHA256 49212

/** CipherSuite 0xC0,0x50. */
#define MBEDTLS_TLS_RSA_WITH_ARIA_128_GCM_SHA256 49232

/** CipherSuite 0xC0,0x3D. */
#define MBEDTLS_TLS_RSA_WITH_ARIA_256_CBC_SHA384 49213

/** CipherSuite 0xC0,0x51. */
#define MBEDTLS_TLS_RSA_WITH_ARIA_256_GCM_SHA384 49233

/** CipherSuite 0x00,0x41. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_CBC_SHA 65

/** CipherSuite 0x00,0xBA. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256 186

/** CipherSuite 0xC0,0x7A. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256 49274

/** CipherSuite 0x00,0x84. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_CBC_SHA 132

/** CipherSuite 0x00,0xC0. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256 192

/** CipherSuite 0xC0,0x7B. */
#define MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384 49275

/** CipherSuite 0x00,0x01. */
#define MBEDTLS_TLS_RSA_WITH_NULL_MD5 1

/** CipherSuite 0x00,0x02. */
#define MBEDTLS_TLS_RSA_WITH_NULL_SHA 2

/** CipherSuite 0x00,0x3B. */
#define MBEDTLS_TLS_RSA_WITH_NULL_SHA256 59

/** How the keys of TLS 1.2 suites are exchanged. */
typedef enum mbedtls_key_exchange_type_t {
    /** No key exchange of its own (TLS 1.3). */
    MBEDTLS_KEY_EXCHANGE_NONE = 0,
    /** RSA. */
    MBEDTLS_KEY_EXCHANGE_RSA = 1,
    /** DHE-RSA. */
    MBEDTLS_KEY_EXCHANGE_DHE_RSA = 2,
    /** ECDHE-RSA. */
    MBEDTLS_KEY_EXCHANGE_ECDHE_RSA = 3,
    /** ECDHE-ECDSA. */
    MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA = 4,
    /** PSK. */
    MBEDTLS_KEY_EXCHANGE_PSK = 5,
    /** DHE-PSK. */
    MBEDTLS_KEY_EXCHANGE_DHE_PSK = 6,
    /** RSA-PSK. */
    MBEDTLS_KEY_EXCHANGE_RSA_PSK = 7,
    /** ECDHE-PSK. */
    MBEDTLS_KEY_EXCHANGE_ECDHE_PSK = 8,
    /** ECDH-RSA. */
    MBEDTLS_KEY_EXCHANGE_ECDH_RSA = 9,
    /** ECDH-ECDSA. */
    MBEDTLS_KEY_EXCHANGE_ECDH_ECDSA = 10,
    /** ECJPAKE. */
    MBEDTLS_KEY_EXCHANGE_ECJPAKE = 11
} mbedtls_key_exchange_type_t;

/** What is known of a cipher suite. */
typedef struct mbedtls_ssl_ciphersuite_t {
    /** Its number. */
    int MBEDTLS_PRIVATE(id);
    /** Its name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** Its cipher, a `mbedtls_cipher_type_t`. */
    uint8_t MBEDTLS_PRIVATE(cipher);
    /** The hash function of its HMAC, or of its key derivation: a `mbedtls_md_type_t`. */
    uint8_t MBEDTLS_PRIVATE(mac);
    /** Its key exchange, a `mbedtls_key_exchange_type_t`. */
    uint8_t MBEDTLS_PRIVATE(key_exchange);
    /** MBEDTLS_CIPHERSUITE_* bits. */
    uint8_t MBEDTLS_PRIVATE(flags);
    /** Lowest version that has it, a `mbedtls_ssl_protocol_version`. */
    uint16_t MBEDTLS_PRIVATE(min_tls_version);
    /** Highest version that has it, a `mbedtls_ssl_protocol_version`. */
    uint16_t MBEDTLS_PRIVATE(max_tls_version);
} mbedtls_ssl_ciphersuite_t;

/**
 * The cipher suites that there are, best first. Those with CBC stand last: they are used only with encrypt-then-MAC, and only
 * by who names them to `mbedtls_ssl_conf_ciphersuites`.
 *
 * \return  A static list of numbers, ended by 0.
 */
const int *mbedtls_ssl_list_ciphersuites(void);

/**
 * Looks a cipher suite up by its number.
 *
 * \param ciphersuite_id  The IANA number.
 * \return                A static description; NULL for a suite that is not offered.
 */
const struct mbedtls_ssl_ciphersuite_t *mbedtls_ssl_ciphersuite_from_id(int ciphersuite_id);

/**
 * Looks a cipher suite up by its name.
 *
 * \param ciphersuite_name  Such as "TLS1-3-AES-128-GCM-SHA256".
 * \return                  A static description; NULL for a suite that is not offered.
 */
const struct mbedtls_ssl_ciphersuite_t *mbedtls_ssl_ciphersuite_from_string(const char *ciphersuite_name);

/**
 * The number of a cipher suite.
 *
 * \param info  Its description.
 * \return      The IANA number; 0 for NULL.
 */
int mbedtls_ssl_ciphersuite_get_id(const struct mbedtls_ssl_ciphersuite_t *info);

/**
 * The name of a cipher suite.
 *
 * \param info  Its description.
 * \return      Static text; NULL for NULL.
 */
const char *mbedtls_ssl_ciphersuite_get_name(const struct mbedtls_ssl_ciphersuite_t *info);

/**
 * The key length of a cipher suite's cipher.
 *
 * \param info  Its description.
 * \return      Bits; 0 for NULL.
 */
size_t mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(const struct mbedtls_ssl_ciphersuite_t *info);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_CIPHERSUITES_H */
