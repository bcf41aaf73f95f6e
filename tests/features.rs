//! mbedtls_config.h defines a feature macro exactly where the feature works: where its functions are exported.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use std::collections::BTreeSet;
use std::path::Path;

/// A macro, and a function that stands for the feature: there is both or neither.
const FEATURES: &[(&str, &str)] = &[
    ("MBEDTLS_AES_C", "mbedtls_aes_init"),
    ("MBEDTLS_ARIA_C", "mbedtls_aria_init"),
    ("MBEDTLS_ASN1_PARSE_C", "mbedtls_asn1_get_tag"),
    ("MBEDTLS_ASN1_WRITE_C", "mbedtls_asn1_write_tag"),
    ("MBEDTLS_BASE64_C", "mbedtls_base64_decode"),
    ("MBEDTLS_BIGNUM_C", "mbedtls_mpi_init"),
    ("MBEDTLS_CAMELLIA_C", "mbedtls_camellia_init"),
    ("MBEDTLS_CCM_C", "mbedtls_ccm_init"),
    ("MBEDTLS_CHACHA20_C", "mbedtls_chacha20_init"),
    ("MBEDTLS_CHACHAPOLY_C", "mbedtls_chachapoly_init"),
    ("MBEDTLS_CIPHER_C", "mbedtls_cipher_setup"),
    ("MBEDTLS_CMAC_C", "mbedtls_cipher_cmac"),
    ("MBEDTLS_CTR_DRBG_C", "mbedtls_ctr_drbg_seed"),
    ("MBEDTLS_DEBUG_C", "mbedtls_debug_set_threshold"),
    ("MBEDTLS_DES_C", "mbedtls_des_init"),
    ("MBEDTLS_DHM_C", "mbedtls_dhm_init"),
    ("MBEDTLS_ECDH_C", "mbedtls_ecdh_init"),
    ("MBEDTLS_ECDSA_C", "mbedtls_ecdsa_init"),
    ("MBEDTLS_ECJPAKE_C", "mbedtls_ecjpake_init"),
    ("MBEDTLS_ECP_C", "mbedtls_ecp_group_load"),
    ("MBEDTLS_ENTROPY_C", "mbedtls_entropy_func"),
    ("MBEDTLS_ERROR_C", "mbedtls_strerror"),
    ("MBEDTLS_GCM_C", "mbedtls_gcm_init"),
    ("MBEDTLS_GENPRIME", "mbedtls_mpi_gen_prime"),
    ("MBEDTLS_HKDF_C", "mbedtls_hkdf"),
    ("MBEDTLS_HMAC_DRBG_C", "mbedtls_hmac_drbg_init"),
    ("MBEDTLS_LMS_C", "mbedtls_lms_verify"),
    ("MBEDTLS_MD_C", "mbedtls_md_setup"),
    ("MBEDTLS_MD5_C", "mbedtls_md5_init"),
    ("MBEDTLS_NET_C", "mbedtls_net_connect"),
    ("MBEDTLS_NIST_KW_C", "mbedtls_nist_kw_init"),
    ("MBEDTLS_OID_C", "mbedtls_oid_get_numeric_string"),
    ("MBEDTLS_PEM_WRITE_C", "mbedtls_pk_write_key_pem"),
    ("MBEDTLS_PK_C", "mbedtls_pk_init"),
    ("MBEDTLS_PK_PARSE_C", "mbedtls_pk_parse_key"),
    ("MBEDTLS_PK_RSA_ALT_SUPPORT", "mbedtls_pk_setup_rsa_alt"),
    ("MBEDTLS_PK_WRITE_C", "mbedtls_pk_write_key_der"),
    ("MBEDTLS_PKCS12_C", "mbedtls_pkcs12_derivation"),
    ("MBEDTLS_PKCS5_C", "mbedtls_pkcs5_pbes2"),
    ("MBEDTLS_PKCS7_C", "mbedtls_pkcs7_init"),
    ("MBEDTLS_PLATFORM_C", "mbedtls_platform_setup"),
    ("MBEDTLS_PLATFORM_EXIT_ALT", "mbedtls_platform_set_exit"),
    ("MBEDTLS_PLATFORM_FPRINTF_ALT", "mbedtls_platform_set_fprintf"),
    ("MBEDTLS_PLATFORM_MEMORY", "mbedtls_platform_set_calloc_free"),
    ("MBEDTLS_PLATFORM_PRINTF_ALT", "mbedtls_platform_set_printf"),
    ("MBEDTLS_PLATFORM_SETBUF_ALT", "mbedtls_platform_set_setbuf"),
    ("MBEDTLS_PLATFORM_SNPRINTF_ALT", "mbedtls_platform_set_snprintf"),
    ("MBEDTLS_PLATFORM_TIME_ALT", "mbedtls_platform_set_time"),
    ("MBEDTLS_PLATFORM_VSNPRINTF_ALT", "mbedtls_platform_set_vsnprintf"),
    ("MBEDTLS_POLY1305_C", "mbedtls_poly1305_init"),
    ("MBEDTLS_PSA_CRYPTO_C", "psa_crypto_init"),
    ("MBEDTLS_PSA_CRYPTO_STORAGE_C", "psa_open_key"),
    ("MBEDTLS_PSA_ITS_FILE_C", "psa_open_key"),
    ("MBEDTLS_RIPEMD160_C", "mbedtls_ripemd160_init"),
    ("MBEDTLS_RSA_C", "mbedtls_rsa_init"),
    ("MBEDTLS_SELF_TEST", "mbedtls_aes_self_test"),
    ("MBEDTLS_SHA1_C", "mbedtls_sha1_init"),
    ("MBEDTLS_SHA256_C", "mbedtls_sha256_init"),
    ("MBEDTLS_SHA3_C", "mbedtls_sha3_init"),
    ("MBEDTLS_SHA512_C", "mbedtls_sha512_init"),
    ("MBEDTLS_SSL_ALPN", "mbedtls_ssl_conf_alpn_protocols"),
    ("MBEDTLS_SSL_ASYNC_PRIVATE", "mbedtls_ssl_conf_async_private_cb"),
    ("MBEDTLS_SSL_CACHE_C", "mbedtls_ssl_cache_init"),
    ("MBEDTLS_SSL_CONTEXT_SERIALIZATION", "mbedtls_ssl_context_save"),
    ("MBEDTLS_SSL_COOKIE_C", "mbedtls_ssl_cookie_init"),
    ("MBEDTLS_SSL_EARLY_DATA", "mbedtls_ssl_conf_early_data"),
    ("MBEDTLS_SSL_ENCRYPT_THEN_MAC", "mbedtls_ssl_conf_encrypt_then_mac"),
    (
        "MBEDTLS_SSL_EXTENDED_MASTER_SECRET",
        "mbedtls_ssl_conf_extended_master_secret",
    ),
    (
        "MBEDTLS_SSL_KEYING_MATERIAL_EXPORT",
        "mbedtls_ssl_export_keying_material",
    ),
    ("MBEDTLS_SSL_MAX_FRAGMENT_LENGTH", "mbedtls_ssl_conf_max_frag_len"),
    ("MBEDTLS_SSL_RENEGOTIATION", "mbedtls_ssl_renegotiate"),
    ("MBEDTLS_SSL_SERVER_NAME_INDICATION", "mbedtls_ssl_conf_sni"),
    ("MBEDTLS_SSL_SESSION_TICKETS", "mbedtls_ssl_conf_session_tickets"),
    (
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED",
        "mbedtls_ssl_conf_psk",
    ),
    (
        "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED",
        "mbedtls_ssl_conf_psk",
    ),
    ("MBEDTLS_SSL_TICKET_C", "mbedtls_ssl_ticket_init"),
    ("MBEDTLS_SSL_TLS_C", "mbedtls_ssl_setup"),
    ("MBEDTLS_TIMING_C", "mbedtls_timing_get_timer"),
    ("MBEDTLS_VERSION_C", "mbedtls_version_get_number"),
    ("MBEDTLS_VERSION_FEATURES", "mbedtls_version_check_feature"),
    ("MBEDTLS_X509_CRL_PARSE_C", "mbedtls_x509_crl_parse"),
    ("MBEDTLS_X509_CRT_PARSE_C", "mbedtls_x509_crt_parse"),
    ("MBEDTLS_X509_CRT_WRITE_C", "mbedtls_x509write_crt_der"),
    ("MBEDTLS_X509_CSR_PARSE_C", "mbedtls_x509_csr_parse"),
    ("MBEDTLS_X509_CSR_WRITE_C", "mbedtls_x509write_csr_der"),
    ("MBEDTLS_X509_TRUSTED_CERTIFICATE_CALLBACK", "mbedtls_ssl_conf_ca_cb"),
];

/// What no function stands for and is there.
const THERE: &[&str] = &[
    "MBEDTLS_SSL_PROTO_TLS1_2",
    "MBEDTLS_SSL_PROTO_TLS1_3",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_RSA_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_ECDHE_PSK_ENABLED",
    "MBEDTLS_KEY_EXCHANGE_PSK_ENABLED",
];

/// What no function stands for and is not there.
const NOT_YET: &[&str] = &[
    "MBEDTLS_SSL_PROTO_DTLS",
    "MBEDTLS_SSL_DTLS_SRTP",
    "MBEDTLS_SSL_DTLS_CONNECTION_ID",
];

/// What the configuration of Debian's 3.6.6 has and this one has not, and why; a name that ends with `*` stands for all
/// that start like it.
const ABSENT: &[(&str, &str)] = &[
    ("MBEDTLS_AESCE_C", "how 3.6 computes AES; no program can tell"),
    ("MBEDTLS_AESNI_C", "how 3.6 computes AES; no program can tell"),
    ("MBEDTLS_DEPRECATED_WARNING", "a wish of whoever builds a program"),
    ("MBEDTLS_ECJPAKE_C", "EC J-PAKE is not there yet"),
    ("MBEDTLS_ECP_DP_BP512R1_ENABLED", "no kept crate has the curve"),
    ("MBEDTLS_ECP_DP_SECP192K1_ENABLED", "no kept crate has the curve"),
    ("MBEDTLS_ECP_DP_SECP192R1_ENABLED", "no kept crate has the curve"),
    ("MBEDTLS_ECP_DP_SECP224K1_ENABLED", "no kept crate has the curve"),
    ("MBEDTLS_ECP_DP_SECP224R1_ENABLED", "no kept crate has the curve"),
    ("MBEDTLS_ECP_NIST_OPTIM", "how 3.6 computes; no program can tell"),
    ("MBEDTLS_ERROR_STRERROR_DUMMY", "for builds without MBEDTLS_ERROR_C"),
    ("MBEDTLS_HAVE_ASM", "how 3.6 computes; no program can tell"),
    ("MBEDTLS_KEY_EXCHANGE_DHE_*", "finite-field key exchange is not offered"),
    (
        "MBEDTLS_KEY_EXCHANGE_ECDH_*",
        "key exchange without forward secrecy is not offered",
    ),
    (
        "MBEDTLS_KEY_EXCHANGE_RSA_*",
        "key exchange by RSA encryption is not offered",
    ),
    ("MBEDTLS_LMS_C", "no kept crate has LMS"),
    ("MBEDTLS_PADLOCK_C", "how 3.6 computes AES; no program can tell"),
    (
        "MBEDTLS_PK_PARSE_EC_EXTENDED",
        "curves that a key spells out are refused",
    ),
    ("MBEDTLS_SSL_DTLS_*", "DTLS is not there yet"),
    ("MBEDTLS_SSL_PROTO_DTLS", "DTLS is not there yet"),
    ("PSA_WANT_ALG_FFDH", "the PSA interface has no finite-field keys here"),
    ("PSA_WANT_ALG_JPAKE", "EC J-PAKE is not there yet"),
    ("PSA_WANT_ALG_SOME_PAKE", "EC J-PAKE is not there yet"),
    ("PSA_WANT_DH_*", "the PSA interface has no finite-field keys here"),
    ("PSA_WANT_ECC_BRAINPOOL_P_R1_512", "no kept crate has the curve"),
    ("PSA_WANT_ECC_SECP_K1_192", "no kept crate has the curve"),
    ("PSA_WANT_ECC_SECP_R1_192", "no kept crate has the curve"),
    ("PSA_WANT_ECC_SECP_R1_224", "no kept crate has the curve"),
    (
        "PSA_WANT_KEY_TYPE_DH_*",
        "the PSA interface has no finite-field keys here",
    ),
];

/// The text of a file of the project.
fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The macros that the text of mbedtls_config.h defines.
fn defined(config: &str) -> BTreeSet<&str> {
    config
        .lines()
        .filter_map(|line| line.strip_prefix("#define ")?.split_whitespace().next())
        .collect()
}

/// The macros that a build of everything has: the options, and what mbedtls_config.h makes of them.
fn configuration() -> String {
    read("include/mbedtls/ferrotls_options.h") + &read("include/mbedtls/mbedtls_config.h")
}

/// tests/data/api/features.txt has what programs find defined with Debian's 3.6.6.
#[test]
fn each_macro_of_stock_is_defined_or_absent_for_a_reason() {
    let config = configuration();
    let defined = defined(&config);
    let stock = read("tests/data/api/features.txt");
    let fits = |row: &str, name: &str| match row.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == row,
    };
    let wrong: Vec<&str> = stock
        .lines()
        .filter(|name| ABSENT.iter().any(|(row, _)| fits(row, name)) == defined.contains(name))
        .collect();
    assert!(wrong.is_empty(), "neither defined nor absent, or both: {wrong:?}");
    let idle: Vec<&str> = ABSENT
        .iter()
        .map(|(row, _)| *row)
        .filter(|row| !stock.lines().any(|name| fits(row, name)))
        .collect();
    assert!(idle.is_empty(), "not in 3.6.6: {idle:?}");
}

#[test]
fn macros_and_functions_agree() {
    let config = configuration();
    let defined = defined(&config);
    let matrix = read("MATRIX.md");
    let done = |function: &str| {
        let row = matrix.lines().find(|line| line.starts_with(&format!("| {function} |")));
        let row = row.unwrap_or_else(|| panic!("{function} is not in the matrix"));
        !row.contains("| pending |") && !row.contains("| left out |")
    };
    let wrong: Vec<String> = FEATURES
        .iter()
        .filter(|(name, function)| defined.contains(name) != done(function))
        .map(|(name, function)| {
            format!(
                "{name}: {} although {function} is {}",
                defined.contains(name),
                done(function)
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for name in NOT_YET {
        assert!(!defined.contains(name), "{name}");
    }
    for name in THERE {
        assert!(defined.contains(name), "{name}");
    }
}

/// The options are the same in the four places that list them.
#[test]
fn options_are_the_same_everywhere() {
    let header = read("include/mbedtls/ferrotls_options.h");
    let mut options = defined(&header);
    assert!(options.remove("MBEDTLS_FERROTLS_OPTIONS_H"));
    let of_the_library: BTreeSet<&str> = ferrotls::options::OPTIONS.iter().map(|(name, _)| *name).collect();
    assert_eq!(options, of_the_library);

    let template = read("cmake/ferrotls_options.h.in").replace("#cmakedefine ", "#define ");
    let mut installed = defined(&template);
    installed.remove("MBEDTLS_FERROTLS_OPTIONS_H");
    assert_eq!(options, installed);

    let cmake = read("cmake/options.cmake");
    let rendered = read("cbindgen.toml");
    let manifest = read("Cargo.toml");
    for line in rendered.lines().filter_map(|line| line.strip_prefix("\"feature = ")) {
        let (feature, name) = line.split_once("\" = \"").unwrap();
        let name = name.strip_suffix('"').unwrap();
        assert!(options.remove(name), "{name} of cbindgen.toml");
        let of_cargo = manifest.lines().any(|line| line.starts_with(&format!("{feature} = [")));
        assert!(of_cargo, "{feature} of cbindgen.toml");
        // The inner one follows from the others.
        assert!(
            feature == "certificates" || cmake.contains(&format!("ferrotls_option({name} {feature}")),
            "{name} of cmake/options.cmake"
        );
    }
    assert!(options.is_empty(), "not in cbindgen.toml: {options:?}");
}
