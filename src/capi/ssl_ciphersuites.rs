//! `mbedtls/ssl_ciphersuites.h`: cipher suites by number and by name.

mod table;

use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::ptr::{c_enum, c_str};
use core::ffi::{c_char, c_int};
use core::ptr;

use table::by_id;
pub use table::{SUITEB, by_name, default_list, name_of};

/// How the keys of TLS 1.2 suites are exchanged.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_key_exchange_type_t {
    /// No key exchange of its own (TLS 1.3).
    MBEDTLS_KEY_EXCHANGE_NONE = 0,
    /// RSA.
    MBEDTLS_KEY_EXCHANGE_RSA = 1,
    /// DHE-RSA.
    MBEDTLS_KEY_EXCHANGE_DHE_RSA = 2,
    /// ECDHE-RSA.
    MBEDTLS_KEY_EXCHANGE_ECDHE_RSA = 3,
    /// ECDHE-ECDSA.
    MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA = 4,
    /// PSK.
    MBEDTLS_KEY_EXCHANGE_PSK = 5,
    /// DHE-PSK.
    MBEDTLS_KEY_EXCHANGE_DHE_PSK = 6,
    /// RSA-PSK.
    MBEDTLS_KEY_EXCHANGE_RSA_PSK = 7,
    /// ECDHE-PSK.
    MBEDTLS_KEY_EXCHANGE_ECDHE_PSK = 8,
    /// ECDH-RSA.
    MBEDTLS_KEY_EXCHANGE_ECDH_RSA = 9,
    /// ECDH-ECDSA.
    MBEDTLS_KEY_EXCHANGE_ECDH_ECDSA = 10,
    /// ECJPAKE.
    MBEDTLS_KEY_EXCHANGE_ECJPAKE = 11,
}

c_enum!(mbedtls_key_exchange_type_t: MBEDTLS_KEY_EXCHANGE_NONE, MBEDTLS_KEY_EXCHANGE_RSA, MBEDTLS_KEY_EXCHANGE_DHE_RSA, MBEDTLS_KEY_EXCHANGE_ECDHE_RSA, MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA, MBEDTLS_KEY_EXCHANGE_PSK, MBEDTLS_KEY_EXCHANGE_DHE_PSK, MBEDTLS_KEY_EXCHANGE_RSA_PSK, MBEDTLS_KEY_EXCHANGE_ECDHE_PSK, MBEDTLS_KEY_EXCHANGE_ECDH_RSA, MBEDTLS_KEY_EXCHANGE_ECDH_ECDSA, MBEDTLS_KEY_EXCHANGE_ECJPAKE);

/// What is known of a cipher suite.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(id), MBEDTLS_PRIVATE(name), MBEDTLS_PRIVATE(cipher), MBEDTLS_PRIVATE(mac), MBEDTLS_PRIVATE(key_exchange), MBEDTLS_PRIVATE(flags), MBEDTLS_PRIVATE(min_tls_version), MBEDTLS_PRIVATE(max_tls_version)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_ciphersuite_t {
    /// Its number.
    pub id: c_int,
    /// Its name, ended by NUL.
    pub name: *const c_char,
    /// Its cipher, a `mbedtls_cipher_type_t`.
    pub cipher: u8,
    /// The hash function of its HMAC, or of its key derivation: a `mbedtls_md_type_t`.
    pub mac: u8,
    /// Its key exchange, a `mbedtls_key_exchange_type_t`.
    pub key_exchange: u8,
    /// MBEDTLS_CIPHERSUITE_* bits.
    pub flags: u8,
    /// Lowest version that has it, a `mbedtls_ssl_protocol_version`.
    pub min_tls_version: u16,
    /// Highest version that has it, a `mbedtls_ssl_protocol_version`.
    pub max_tls_version: u16,
}

/// The suite is not for DTLS.
pub const MBEDTLS_CIPHERSUITE_NODTLS: c_int = 4;
/// The suite has a tag of 8 bytes.
pub const MBEDTLS_CIPHERSUITE_SHORT_TAG: c_int = 2;
/// The suite is weak.
pub const MBEDTLS_CIPHERSUITE_WEAK: c_int = 1;
/// CipherSuite 0x13,0x05.
pub const MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256: c_int = 0x1305;
/// CipherSuite 0x13,0x04.
pub const MBEDTLS_TLS1_3_AES_128_CCM_SHA256: c_int = 0x1304;
/// CipherSuite 0x13,0x01.
pub const MBEDTLS_TLS1_3_AES_128_GCM_SHA256: c_int = 0x1301;
/// CipherSuite 0x13,0x02.
pub const MBEDTLS_TLS1_3_AES_256_GCM_SHA384: c_int = 0x1302;
/// CipherSuite 0x13,0x03.
pub const MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256: c_int = 0x1303;
/// CipherSuite 0x00,0x90.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CBC_SHA: c_int = 0x0090;
/// CipherSuite 0x00,0xB2.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CBC_SHA256: c_int = 0x00B2;
/// CipherSuite 0xC0,0xA6.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CCM: c_int = 0xC0A6;
/// CipherSuite 0xC0,0xAA.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_128_CCM_8: c_int = 0xC0AA;
/// CipherSuite 0x00,0xAA.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_128_GCM_SHA256: c_int = 0x00AA;
/// CipherSuite 0x00,0x91.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CBC_SHA: c_int = 0x0091;
/// CipherSuite 0x00,0xB3.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CBC_SHA384: c_int = 0x00B3;
/// CipherSuite 0xC0,0xA7.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CCM: c_int = 0xC0A7;
/// CipherSuite 0xC0,0xAB.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_256_CCM_8: c_int = 0xC0AB;
/// CipherSuite 0x00,0xAB.
pub const MBEDTLS_TLS_DHE_PSK_WITH_AES_256_GCM_SHA384: c_int = 0x00AB;
/// CipherSuite 0xC0,0x66.
pub const MBEDTLS_TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256: c_int = 0xC066;
/// CipherSuite 0xC0,0x6C.
pub const MBEDTLS_TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256: c_int = 0xC06C;
/// CipherSuite 0xC0,0x67.
pub const MBEDTLS_TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384: c_int = 0xC067;
/// CipherSuite 0xC0,0x6D.
pub const MBEDTLS_TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384: c_int = 0xC06D;
/// CipherSuite 0xC0,0x96.
pub const MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC096;
/// CipherSuite 0xC0,0x90.
pub const MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC090;
/// CipherSuite 0xC0,0x97.
pub const MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC097;
/// CipherSuite 0xC0,0x91.
pub const MBEDTLS_TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC091;
/// CipherSuite 0xCC,0xAD.
pub const MBEDTLS_TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCAD;
/// CipherSuite 0x00,0x2D.
pub const MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA: c_int = 0x002D;
/// CipherSuite 0x00,0xB4.
pub const MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA256: c_int = 0x00B4;
/// CipherSuite 0x00,0xB5.
pub const MBEDTLS_TLS_DHE_PSK_WITH_NULL_SHA384: c_int = 0x00B5;
/// CipherSuite 0x00,0x33.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CBC_SHA: c_int = 0x0033;
/// CipherSuite 0x00,0x67.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CBC_SHA256: c_int = 0x0067;
/// CipherSuite 0xC0,0x9E.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CCM: c_int = 0xC09E;
/// CipherSuite 0xC0,0xA2.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_128_CCM_8: c_int = 0xC0A2;
/// CipherSuite 0x00,0x9E.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_128_GCM_SHA256: c_int = 0x009E;
/// CipherSuite 0x00,0x39.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CBC_SHA: c_int = 0x0039;
/// CipherSuite 0x00,0x6B.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CBC_SHA256: c_int = 0x006B;
/// CipherSuite 0xC0,0x9F.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CCM: c_int = 0xC09F;
/// CipherSuite 0xC0,0xA3.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_256_CCM_8: c_int = 0xC0A3;
/// CipherSuite 0x00,0x9F.
pub const MBEDTLS_TLS_DHE_RSA_WITH_AES_256_GCM_SHA384: c_int = 0x009F;
/// CipherSuite 0xC0,0x44.
pub const MBEDTLS_TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC044;
/// CipherSuite 0xC0,0x52.
pub const MBEDTLS_TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC052;
/// CipherSuite 0xC0,0x45.
pub const MBEDTLS_TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC045;
/// CipherSuite 0xC0,0x53.
pub const MBEDTLS_TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC053;
/// CipherSuite 0x00,0x45.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA: c_int = 0x0045;
/// CipherSuite 0x00,0xBE.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0x00BE;
/// CipherSuite 0xC0,0x7C.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC07C;
/// CipherSuite 0x00,0x88.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA: c_int = 0x0088;
/// CipherSuite 0x00,0xC4.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256: c_int = 0x00C4;
/// CipherSuite 0xC0,0x7D.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC07D;
/// CipherSuite 0xCC,0xAA.
pub const MBEDTLS_TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCAA;
/// CipherSuite 0xC0,0x09.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA: c_int = 0xC009;
/// CipherSuite 0xC0,0x23.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256: c_int = 0xC023;
/// CipherSuite 0xC0,0xAC.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM: c_int = 0xC0AC;
/// CipherSuite 0xC0,0xAE.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8: c_int = 0xC0AE;
/// CipherSuite 0xC0,0x2B.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256: c_int = 0xC02B;
/// CipherSuite 0xC0,0x0A.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA: c_int = 0xC00A;
/// CipherSuite 0xC0,0x24.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384: c_int = 0xC024;
/// CipherSuite 0xC0,0xAD.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM: c_int = 0xC0AD;
/// CipherSuite 0xC0,0xAF.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8: c_int = 0xC0AF;
/// CipherSuite 0xC0,0x2C.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: c_int = 0xC02C;
/// CipherSuite 0xC0,0x48.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC048;
/// CipherSuite 0xC0,0x5C.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC05C;
/// CipherSuite 0xC0,0x49.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC049;
/// CipherSuite 0xC0,0x5D.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC05D;
/// CipherSuite 0xC0,0x72.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC072;
/// CipherSuite 0xC0,0x86.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC086;
/// CipherSuite 0xC0,0x73.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC073;
/// CipherSuite 0xC0,0x87.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC087;
/// CipherSuite 0xCC,0xA9.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCA9;
/// CipherSuite 0xC0,0x06.
pub const MBEDTLS_TLS_ECDHE_ECDSA_WITH_NULL_SHA: c_int = 0xC006;
/// CipherSuite 0xC0,0x35.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA: c_int = 0xC035;
/// CipherSuite 0xC0,0x37.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256: c_int = 0xC037;
/// CipherSuite 0xC0,0x36.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA: c_int = 0xC036;
/// CipherSuite 0xC0,0x38.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384: c_int = 0xC038;
/// CipherSuite 0xC0,0x70.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256: c_int = 0xC070;
/// CipherSuite 0xC0,0x71.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384: c_int = 0xC071;
/// CipherSuite 0xC0,0x9A.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC09A;
/// CipherSuite 0xC0,0x9B.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC09B;
/// CipherSuite 0xCC,0xAC.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCAC;
/// CipherSuite 0xC0,0x39.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA: c_int = 0xC039;
/// CipherSuite 0xC0,0x3A.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA256: c_int = 0xC03A;
/// CipherSuite 0xC0,0x3B.
pub const MBEDTLS_TLS_ECDHE_PSK_WITH_NULL_SHA384: c_int = 0xC03B;
/// CipherSuite 0xC0,0x13.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA: c_int = 0xC013;
/// CipherSuite 0xC0,0x27.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256: c_int = 0xC027;
/// CipherSuite 0xC0,0x2F.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256: c_int = 0xC02F;
/// CipherSuite 0xC0,0x14.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA: c_int = 0xC014;
/// CipherSuite 0xC0,0x28.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384: c_int = 0xC028;
/// CipherSuite 0xC0,0x30.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384: c_int = 0xC030;
/// CipherSuite 0xC0,0x4C.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC04C;
/// CipherSuite 0xC0,0x60.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC060;
/// CipherSuite 0xC0,0x4D.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC04D;
/// CipherSuite 0xC0,0x61.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC061;
/// CipherSuite 0xC0,0x76.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC076;
/// CipherSuite 0xC0,0x8A.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC08A;
/// CipherSuite 0xC0,0x77.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC077;
/// CipherSuite 0xC0,0x8B.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC08B;
/// CipherSuite 0xCC,0xA8.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCA8;
/// CipherSuite 0xC0,0x10.
pub const MBEDTLS_TLS_ECDHE_RSA_WITH_NULL_SHA: c_int = 0xC010;
/// CipherSuite 0xC0,0x04.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA: c_int = 0xC004;
/// CipherSuite 0xC0,0x25.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256: c_int = 0xC025;
/// CipherSuite 0xC0,0x2D.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256: c_int = 0xC02D;
/// CipherSuite 0xC0,0x05.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA: c_int = 0xC005;
/// CipherSuite 0xC0,0x26.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_CBC_SHA384: c_int = 0xC026;
/// CipherSuite 0xC0,0x2E.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_AES_256_GCM_SHA384: c_int = 0xC02E;
/// CipherSuite 0xC0,0x4A.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC04A;
/// CipherSuite 0xC0,0x5E.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC05E;
/// CipherSuite 0xC0,0x4B.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC04B;
/// CipherSuite 0xC0,0x5F.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC05F;
/// CipherSuite 0xC0,0x74.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC074;
/// CipherSuite 0xC0,0x88.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC088;
/// CipherSuite 0xC0,0x75.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC075;
/// CipherSuite 0xC0,0x89.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC089;
/// CipherSuite 0xC0,0x01.
pub const MBEDTLS_TLS_ECDH_ECDSA_WITH_NULL_SHA: c_int = 0xC001;
/// CipherSuite 0xC0,0x0E.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_CBC_SHA: c_int = 0xC00E;
/// CipherSuite 0xC0,0x29.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_CBC_SHA256: c_int = 0xC029;
/// CipherSuite 0xC0,0x31.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_128_GCM_SHA256: c_int = 0xC031;
/// CipherSuite 0xC0,0x0F.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_CBC_SHA: c_int = 0xC00F;
/// CipherSuite 0xC0,0x2A.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_CBC_SHA384: c_int = 0xC02A;
/// CipherSuite 0xC0,0x32.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_AES_256_GCM_SHA384: c_int = 0xC032;
/// CipherSuite 0xC0,0x4E.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC04E;
/// CipherSuite 0xC0,0x62.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC062;
/// CipherSuite 0xC0,0x4F.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC04F;
/// CipherSuite 0xC0,0x63.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC063;
/// CipherSuite 0xC0,0x78.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC078;
/// CipherSuite 0xC0,0x8C.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC08C;
/// CipherSuite 0xC0,0x79.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC079;
/// CipherSuite 0xC0,0x8D.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC08D;
/// CipherSuite 0xC0,0x0B.
pub const MBEDTLS_TLS_ECDH_RSA_WITH_NULL_SHA: c_int = 0xC00B;
/// CipherSuite 0xC0,0xFF.
pub const MBEDTLS_TLS_ECJPAKE_WITH_AES_128_CCM_8: c_int = 0xC0FF;
/// CipherSuite 0x00,0x8C.
pub const MBEDTLS_TLS_PSK_WITH_AES_128_CBC_SHA: c_int = 0x008C;
/// CipherSuite 0x00,0xAE.
pub const MBEDTLS_TLS_PSK_WITH_AES_128_CBC_SHA256: c_int = 0x00AE;
/// CipherSuite 0xC0,0xA4.
pub const MBEDTLS_TLS_PSK_WITH_AES_128_CCM: c_int = 0xC0A4;
/// CipherSuite 0xC0,0xA8.
pub const MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8: c_int = 0xC0A8;
/// CipherSuite 0x00,0xA8.
pub const MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256: c_int = 0x00A8;
/// CipherSuite 0x00,0x8D.
pub const MBEDTLS_TLS_PSK_WITH_AES_256_CBC_SHA: c_int = 0x008D;
/// CipherSuite 0x00,0xAF.
pub const MBEDTLS_TLS_PSK_WITH_AES_256_CBC_SHA384: c_int = 0x00AF;
/// CipherSuite 0xC0,0xA5.
pub const MBEDTLS_TLS_PSK_WITH_AES_256_CCM: c_int = 0xC0A5;
/// CipherSuite 0xC0,0xA9.
pub const MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8: c_int = 0xC0A9;
/// CipherSuite 0x00,0xA9.
pub const MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384: c_int = 0x00A9;
/// CipherSuite 0xC0,0x64.
pub const MBEDTLS_TLS_PSK_WITH_ARIA_128_CBC_SHA256: c_int = 0xC064;
/// CipherSuite 0xC0,0x6A.
pub const MBEDTLS_TLS_PSK_WITH_ARIA_128_GCM_SHA256: c_int = 0xC06A;
/// CipherSuite 0xC0,0x65.
pub const MBEDTLS_TLS_PSK_WITH_ARIA_256_CBC_SHA384: c_int = 0xC065;
/// CipherSuite 0xC0,0x6B.
pub const MBEDTLS_TLS_PSK_WITH_ARIA_256_GCM_SHA384: c_int = 0xC06B;
/// CipherSuite 0xC0,0x94.
pub const MBEDTLS_TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC094;
/// CipherSuite 0xC0,0x8E.
pub const MBEDTLS_TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC08E;
/// CipherSuite 0xC0,0x95.
pub const MBEDTLS_TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC095;
/// CipherSuite 0xC0,0x8F.
pub const MBEDTLS_TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC08F;
/// CipherSuite 0xCC,0xAB.
pub const MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCAB;
/// CipherSuite 0x00,0x2C.
pub const MBEDTLS_TLS_PSK_WITH_NULL_SHA: c_int = 0x002C;
/// CipherSuite 0x00,0xB0.
pub const MBEDTLS_TLS_PSK_WITH_NULL_SHA256: c_int = 0x00B0;
/// CipherSuite 0x00,0xB1.
pub const MBEDTLS_TLS_PSK_WITH_NULL_SHA384: c_int = 0x00B1;
/// CipherSuite 0x00,0x94.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_128_CBC_SHA: c_int = 0x0094;
/// CipherSuite 0x00,0xB6.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_128_CBC_SHA256: c_int = 0x00B6;
/// CipherSuite 0x00,0xAC.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_128_GCM_SHA256: c_int = 0x00AC;
/// CipherSuite 0x00,0x95.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_256_CBC_SHA: c_int = 0x0095;
/// CipherSuite 0x00,0xB7.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_256_CBC_SHA384: c_int = 0x00B7;
/// CipherSuite 0x00,0xAD.
pub const MBEDTLS_TLS_RSA_PSK_WITH_AES_256_GCM_SHA384: c_int = 0x00AD;
/// CipherSuite 0xC0,0x68.
pub const MBEDTLS_TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256: c_int = 0xC068;
/// CipherSuite 0xC0,0x6E.
pub const MBEDTLS_TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256: c_int = 0xC06E;
/// CipherSuite 0xC0,0x69.
pub const MBEDTLS_TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384: c_int = 0xC069;
/// CipherSuite 0xC0,0x6F.
pub const MBEDTLS_TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384: c_int = 0xC06F;
/// CipherSuite 0xC0,0x98.
pub const MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0xC098;
/// CipherSuite 0xC0,0x92.
pub const MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC092;
/// CipherSuite 0xC0,0x99.
pub const MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384: c_int = 0xC099;
/// CipherSuite 0xC0,0x93.
pub const MBEDTLS_TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC093;
/// CipherSuite 0xCC,0xAE.
pub const MBEDTLS_TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256: c_int = 0xCCAE;
/// CipherSuite 0x00,0x2E.
pub const MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA: c_int = 0x002E;
/// CipherSuite 0x00,0xB8.
pub const MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA256: c_int = 0x00B8;
/// CipherSuite 0x00,0xB9.
pub const MBEDTLS_TLS_RSA_PSK_WITH_NULL_SHA384: c_int = 0x00B9;
/// CipherSuite 0x00,0x2F.
pub const MBEDTLS_TLS_RSA_WITH_AES_128_CBC_SHA: c_int = 0x002F;
/// CipherSuite 0x00,0x3C.
pub const MBEDTLS_TLS_RSA_WITH_AES_128_CBC_SHA256: c_int = 0x003C;
/// CipherSuite 0xC0,0x9C.
pub const MBEDTLS_TLS_RSA_WITH_AES_128_CCM: c_int = 0xC09C;
/// CipherSuite 0xC0,0xA0.
pub const MBEDTLS_TLS_RSA_WITH_AES_128_CCM_8: c_int = 0xC0A0;
/// CipherSuite 0x00,0x9C.
pub const MBEDTLS_TLS_RSA_WITH_AES_128_GCM_SHA256: c_int = 0x009C;
/// CipherSuite 0x00,0x35.
pub const MBEDTLS_TLS_RSA_WITH_AES_256_CBC_SHA: c_int = 0x0035;
/// CipherSuite 0x00,0x3D.
pub const MBEDTLS_TLS_RSA_WITH_AES_256_CBC_SHA256: c_int = 0x003D;
/// CipherSuite 0xC0,0x9D.
pub const MBEDTLS_TLS_RSA_WITH_AES_256_CCM: c_int = 0xC09D;
/// CipherSuite 0xC0,0xA1.
pub const MBEDTLS_TLS_RSA_WITH_AES_256_CCM_8: c_int = 0xC0A1;
/// CipherSuite 0x00,0x9D.
pub const MBEDTLS_TLS_RSA_WITH_AES_256_GCM_SHA384: c_int = 0x009D;
/// CipherSuite 0xC0,0x3C.
pub const MBEDTLS_TLS_RSA_WITH_ARIA_128_CBC_SHA256: c_int = 0xC03C;
/// CipherSuite 0xC0,0x50.
pub const MBEDTLS_TLS_RSA_WITH_ARIA_128_GCM_SHA256: c_int = 0xC050;
/// CipherSuite 0xC0,0x3D.
pub const MBEDTLS_TLS_RSA_WITH_ARIA_256_CBC_SHA384: c_int = 0xC03D;
/// CipherSuite 0xC0,0x51.
pub const MBEDTLS_TLS_RSA_WITH_ARIA_256_GCM_SHA384: c_int = 0xC051;
/// CipherSuite 0x00,0x41.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_CBC_SHA: c_int = 0x0041;
/// CipherSuite 0x00,0xBA.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256: c_int = 0x00BA;
/// CipherSuite 0xC0,0x7A.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256: c_int = 0xC07A;
/// CipherSuite 0x00,0x84.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_CBC_SHA: c_int = 0x0084;
/// CipherSuite 0x00,0xC0.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256: c_int = 0x00C0;
/// CipherSuite 0xC0,0x7B.
pub const MBEDTLS_TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384: c_int = 0xC07B;
/// CipherSuite 0x00,0x01.
pub const MBEDTLS_TLS_RSA_WITH_NULL_MD5: c_int = 0x0001;
/// CipherSuite 0x00,0x02.
pub const MBEDTLS_TLS_RSA_WITH_NULL_SHA: c_int = 0x0002;
/// CipherSuite 0x00,0x3B.
pub const MBEDTLS_TLS_RSA_WITH_NULL_SHA256: c_int = 0x003B;

fn pointer(suite: Option<&'static mbedtls_ssl_ciphersuite_t>) -> *const mbedtls_ssl_ciphersuite_t {
    suite.map_or(ptr::null(), ptr::from_ref)
}

/// The cipher suites that there are, best first. Those with CBC stand last: they are used only with encrypt-then-MAC, and only
/// by who names them to `mbedtls_ssl_conf_ciphersuites`.
///
/// \return  A static list of numbers, ended by 0.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ssl_list_ciphersuites() -> *const c_int {
    guard(ptr::null(), || table::all().as_ptr())
}

/// Looks a cipher suite up by its number.
///
/// \param ciphersuite_id  The IANA number.
/// \return                A static description; NULL for a suite that is not offered.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ssl_ciphersuite_from_id(ciphersuite_id: c_int) -> *const mbedtls_ssl_ciphersuite_t {
    guard(ptr::null(), || pointer(by_id(ciphersuite_id)))
}

/// Looks a cipher suite up by its name.
///
/// \param ciphersuite_name  Such as "TLS1-3-AES-128-GCM-SHA256".
/// \return                  A static description; NULL for a suite that is not offered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_from_string(
    ciphersuite_name: *const c_char,
) -> *const mbedtls_ssl_ciphersuite_t {
    guard(ptr::null(), || {
        // SAFETY: NULL or a string.
        pointer(unsafe { c_str(ciphersuite_name) }.and_then(by_name))
    })
}

/// The number of a cipher suite.
///
/// \param info  Its description.
/// \return      The IANA number; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_get_id(info: *const mbedtls_ssl_ciphersuite_t) -> c_int {
    // SAFETY: NULL or a description.
    guard(0, || unsafe { info.as_ref() }.map_or(0, |suite| suite.id))
}

/// The name of a cipher suite.
///
/// \param info  Its description.
/// \return      Static text; NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_get_name(info: *const mbedtls_ssl_ciphersuite_t) -> *const c_char {
    guard(ptr::null(), || {
        // SAFETY: NULL or a string.
        unsafe { info.as_ref() }.map_or(ptr::null(), |suite| suite.name)
    })
}

/// The key length of a cipher suite's cipher.
///
/// \param info  Its description.
/// \return      Bits; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(
    info: *const mbedtls_ssl_ciphersuite_t,
) -> usize {
    guard(0, || {
        // SAFETY: NULL or a description.
        unsafe { info.as_ref() }.map_or(0, |suite| table::key_bits(suite.cipher))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(mbedtls_ssl_ciphersuite_from_id(0x1306).is_null());
        // SAFETY: NULL is allowed everywhere.
        unsafe {
            assert!(mbedtls_ssl_ciphersuite_from_string(ptr::null()).is_null());
            assert!(mbedtls_ssl_ciphersuite_from_string(c"TLS-RSA-WITH-AES-128-GCM-SHA256".as_ptr()).is_null());
            assert_eq!(mbedtls_ssl_ciphersuite_get_id(ptr::null()), 0);
            assert!(mbedtls_ssl_ciphersuite_get_name(ptr::null()).is_null());
            assert_eq!(mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(ptr::null()), 0);
        }
    }
}
