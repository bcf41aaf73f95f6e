//! The C structs have the sizes, alignments and field offsets that programs already compiled rely on.
//!
//! The facts are tables beside this test, taken from the headers of release 3.6.6 on x86-64.
#![cfg(target_pointer_width = "64")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

use ::ferrotls::capi::*;
use std::collections::{BTreeMap, BTreeSet};

/// What the tables say: per type its size and alignment, per type and field its offset.
struct Facts {
    types: BTreeMap<&'static str, (usize, usize)>,
    fields: BTreeMap<(&'static str, &'static str), usize>,
}

impl Facts {
    fn read() -> Self {
        let rows = |text: &'static str| text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
        let number = |text: &str| text.parse::<usize>().unwrap();
        Self {
            types: rows(include_str!("data/api/types.tsv"))
                .map(|row| (row[3], (number(row[5]), number(row[6]))))
                .collect(),
            fields: rows(include_str!("data/api/fields.tsv"))
                .map(|row| ((row[0], row[1]), number(row[4])))
                .collect(),
        }
    }

    /// Compares one type; returns every way in which it differs.
    fn differences(
        &self,
        name: &'static str,
        layout: (usize, usize),
        offsets: &[(&'static str, usize)],
    ) -> Vec<String> {
        let mut found = Vec::new();
        match self.types.get(name) {
            Some(expected) if *expected == layout => {}
            expected => found.push(format!("{name}: (size, alignment) {layout:?}, expected {expected:?}")),
        }
        for (field, offset) in offsets {
            match self.fields.get(&(name, *field)) {
                Some(expected) if expected == offset => {}
                expected => found.push(format!("{name}.{field}: offset {offset}, expected {expected:?}")),
            }
        }
        let looked_at: BTreeSet<_> = offsets.iter().map(|(field, _)| *field).collect();
        for (_, field) in self
            .fields
            .keys()
            .filter(|(of, field)| *of == name && !looked_at.contains(field))
        {
            found.push(format!("{name}.{field}: not looked at"));
        }
        found
    }
}

/// Name of a field in C.
fn c_name(rust: &'static str) -> &'static str {
    if rust == "type_" { "type" } else { rust }
}

macro_rules! check {
    ($facts:ident, $($module:ident)::+ => $name:ident $(: $($field:ident),+)?) => {{
        type T = $($module)::+::$name;
        $facts.differences(
            stringify!($name),
            (size_of::<T>(), align_of::<T>()),
            &[$($((c_name(stringify!($field)), std::mem::offset_of!(T, $field))),+)?],
        )
    }};
}

#[test]
fn layouts_are_those_of_the_reference() {
    let facts = Facts::read();
    let found: Vec<String> = [
        check!(facts, aes => mbedtls_aes_context),
        check!(facts, aes => mbedtls_aes_xts_context),
        check!(facts, aria => mbedtls_aria_context),
        check!(facts, asn1 => mbedtls_asn1_bitstring: len, unused_bits, p),
        check!(facts, asn1 => mbedtls_asn1_buf: tag, len, p),
        check!(facts, asn1 => mbedtls_asn1_named_data: oid, val, next, next_merged),
        check!(facts, asn1 => mbedtls_asn1_sequence: buf, next),
        check!(facts, bignum => mbedtls_mpi: p, s, n),
        check!(facts, camellia => mbedtls_camellia_context),
        check!(facts, ccm => mbedtls_ccm_context),
        check!(facts, chacha20 => mbedtls_chacha20_context),
        check!(facts, chachapoly => mbedtls_chachapoly_context),
        check!(facts, cipher => mbedtls_cipher_context_t: cipher_info, key_bitlen, operation),
        check!(facts, cipher => mbedtls_cipher_info_t),
        check!(facts, cmac => mbedtls_cmac_context_t),
        check!(facts, ctr_drbg => mbedtls_ctr_drbg_context),
        check!(facts, des => mbedtls_des3_context),
        check!(facts, des => mbedtls_des_context),
        check!(facts, dhm => mbedtls_dhm_context),
        check!(facts, ecdh => mbedtls_ecdh_context),
        check!(facts, ecdh => mbedtls_ecdh_context_mbed),
        check!(facts, ecjpake => mbedtls_ecjpake_context),
        check!(facts, ecp => mbedtls_ecp_curve_info: grp_id, tls_id, bit_size, name),
        check!(facts, ecp => mbedtls_ecp_group: id, P, A, B, G, N, pbits, nbits),
        check!(facts, ecp => mbedtls_ecp_keypair: grp, d, Q),
        check!(facts, ecp => mbedtls_ecp_point: X, Y, Z),
        check!(facts, entropy => mbedtls_entropy_context),
        check!(facts, entropy => mbedtls_entropy_source_state),
        check!(facts, gcm => mbedtls_gcm_context),
        check!(facts, hmac_drbg => mbedtls_hmac_drbg_context),
        check!(facts, md => mbedtls_md_context_t),
        check!(facts, md5 => mbedtls_md5_context),
        check!(facts, net_sockets => mbedtls_net_context: fd),
        check!(facts, oid => mbedtls_oid_descriptor_t),
        check!(facts, pem => mbedtls_pem_context: buf, buflen),
        check!(facts, pk => mbedtls_pk_context: pk_info, pk_ctx),
        check!(facts, pk => mbedtls_pk_debug_item),
        check!(facts, pk => mbedtls_pk_rsassa_pss_options: mgf1_hash_id, expected_salt_len),
        check!(facts, pkcs7 => mbedtls_pkcs7),
        check!(facts, pkcs7 => mbedtls_pkcs7_signed_data),
        check!(facts, pkcs7 => mbedtls_pkcs7_signer_info),
        check!(facts, platform => mbedtls_platform_context),
        check!(facts, poly1305 => mbedtls_poly1305_context),
        check!(facts, ripemd160 => mbedtls_ripemd160_context),
        check!(facts, rsa => mbedtls_rsa_context: len, N, E, D, P, Q, DP, DQ, QP),
        check!(facts, sha1 => mbedtls_sha1_context),
        check!(facts, sha256 => mbedtls_sha256_context),
        check!(facts, sha512 => mbedtls_sha512_context),
        check!(facts, ssl::types => mbedtls_dtls_srtp_info_t),
        check!(facts, ssl::types => mbedtls_ssl_config: max_tls_version, min_tls_version, endpoint, authmode, user_data, f_cert_cb, dn_hints),
        check!(facts, ssl::types => mbedtls_ssl_context: conf, state, tls_version, f_send, f_recv, p_bio, session, hostname, user_data),
        check!(facts, ssl::types => mbedtls_ssl_premaster_secret: dummy, _pms_rsa, _pms_dhm, _pms_ecdh, _pms_psk, _pms_dhe_psk, _pms_rsa_psk, _pms_ecdhe_psk),
        check!(facts, ssl::types => mbedtls_ssl_session: exported, endpoint, tls_version, start, ciphersuite, id_len, id, master, peer_cert, ticket, ticket_len, ticket_lifetime, ticket_creation_time, ticket_age_add, ticket_flags),
        check!(facts, ssl_cache => mbedtls_ssl_cache_context: timeout),
        check!(facts, ssl_cache => mbedtls_ssl_cache_entry),
        check!(facts, ssl_ciphersuites => mbedtls_ssl_ciphersuite_t: id, name, cipher, mac, key_exchange, flags, min_tls_version, max_tls_version),
        check!(facts, ssl_cookie => mbedtls_ssl_cookie_ctx),
        check!(facts, ssl_ticket => mbedtls_ssl_ticket_context),
        check!(facts, ssl_ticket => mbedtls_ssl_ticket_key),
        check!(facts, threading => mbedtls_threading_mutex_t),
        check!(facts, timing => mbedtls_timing_delay_context),
        check!(facts, timing => mbedtls_timing_hr_time),
        check!(facts, x509 => mbedtls_x509_authority: keyIdentifier, authorityCertIssuer, authorityCertSerialNumber, raw),
        check!(facts, x509 => mbedtls_x509_san_list: node, next),
        check!(facts, x509 => mbedtls_x509_san_other_name: type_id, value),
        check!(facts, x509 => mbedtls_x509_subject_alternative_name: type_, san),
        check!(facts, x509 => mbedtls_x509_time: year, mon, day, hour, min, sec),
        check!(facts, x509_crl => mbedtls_x509_crl: raw, tbs, version, sig_oid, issuer_raw, issuer, this_update, next_update, entry, crl_ext, next),
        check!(facts, x509_crl => mbedtls_x509_crl_entry: raw, serial, revocation_date, entry_ext, next),
        check!(facts, x509_crt => mbedtls_x509_crt: raw, tbs, version, serial, sig_oid, issuer_raw, subject_raw, issuer, subject, valid_from, valid_to, pk_raw, pk, issuer_id, subject_id, v3_ext, subject_alt_names, subject_key_id, authority_key_id, certificate_policies, ext_types, key_usage, ext_key_usage, sig, sig_md, sig_pk, sig_opts, next),
        check!(facts, x509_crt => mbedtls_x509_crt_profile: allowed_mds, allowed_pks, allowed_curves, rsa_min_bitlen),
        check!(facts, x509_crt => mbedtls_x509write_cert),
        check!(facts, x509_csr => mbedtls_x509_csr: raw, cri, version, subject_raw, subject, pk, key_usage, ns_cert_type, subject_alt_names, sig_oid),
        check!(facts, x509_csr => mbedtls_x509write_csr),
        check!(facts, psa::types => mbedtls_psa_stats_s),
        check!(facts, psa::types => psa_aead_operation_s),
        check!(facts, psa::types => psa_cipher_operation_s),
        check!(facts, psa::types => psa_crypto_driver_pake_inputs_s),
        check!(facts, psa::types => psa_custom_key_parameters_s: flags),
        check!(facts, psa::types => psa_hash_operation_s),
        check!(facts, psa::types => psa_jpake_computation_stage_s),
        check!(facts, psa::types => psa_key_attributes_s: type_, bits, lifetime, policy, id),
        check!(facts, psa::types => psa_key_derivation_s),
        check!(facts, psa::types => psa_key_policy_s: usage, alg, alg2),
        check!(facts, psa::types => psa_key_production_parameters_s: flags),
        check!(facts, psa::types => psa_mac_operation_s),
        check!(facts, psa::types => psa_pake_cipher_suite_s: algorithm, type_, family, bits, hash),
        check!(facts, psa::types => psa_pake_operation_s),
        check!(facts, psa::types => psa_sign_hash_interruptible_operation_s),
        check!(facts, psa::types => psa_verify_hash_interruptible_operation_s),
    ]
    .concat();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
