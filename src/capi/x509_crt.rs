//! `mbedtls/x509_crt.h`: certificates.

pub mod info;
pub(in crate::capi) mod object;
pub mod parse;
pub mod verify;
pub mod write;

pub(in crate::capi) use object::certificate;
pub use parse::{mbedtls_x509_crt_free, mbedtls_x509_crt_init, mbedtls_x509_crt_parse_der};
pub use verify::{mbedtls_x509_crt_profile_default, mbedtls_x509_crt_profile_suiteb};

use super::md::mbedtls_md_type_t;
use super::pk::{mbedtls_pk_context, mbedtls_pk_type_t};
use super::x509::{
    mbedtls_x509_authority, mbedtls_x509_buf, mbedtls_x509_name, mbedtls_x509_sequence, mbedtls_x509_time,
};
use core::ffi::{c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;

/// Version 1, as mbedtls_x509write_crt_set_version() takes it.
pub const MBEDTLS_X509_CRT_VERSION_1: c_int = 0;
/// Version 2, as mbedtls_x509write_crt_set_version() takes it.
pub const MBEDTLS_X509_CRT_VERSION_2: c_int = 1;
/// Version 3, as mbedtls_x509write_crt_set_version() takes it.
pub const MBEDTLS_X509_CRT_VERSION_3: c_int = 2;
/// Longest path of a certificate file.
pub const MBEDTLS_X509_MAX_FILE_PATH_LEN: c_int = 512;
/// Longest chain, end-entity and root included.
pub const MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE: c_int = 10;
/// Longest serial number, in bytes (RFC 5280 section 4.1.2.2).
pub const MBEDTLS_X509_RFC5280_MAX_SERIAL_LEN: c_int = 20;
/// Length of a date as YYYYMMDDhhmmssZ.
pub const MBEDTLS_X509_RFC5280_UTC_TIME_LEN: c_int = 15;

/// A certificate; several form a linked list.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), raw, tbs, version, serial, sig_oid, issuer_raw, subject_raw, issuer, subject, valid_from, valid_to, pk_raw, pk, issuer_id, subject_id, v3_ext, subject_alt_names, subject_key_id, authority_key_id, certificate_policies, MBEDTLS_PRIVATE(ext_types), MBEDTLS_PRIVATE(ca_istrue), MBEDTLS_PRIVATE(max_pathlen), MBEDTLS_PRIVATE(key_usage), ext_key_usage, MBEDTLS_PRIVATE(ns_cert_type), MBEDTLS_PRIVATE(sig), MBEDTLS_PRIVATE(sig_md), MBEDTLS_PRIVATE(sig_pk), MBEDTLS_PRIVATE(sig_opts), next]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_crt {
    /// What the library keeps of its own: the converted form of the certificate, for example.
    pub inner: *mut c_void,
    /// The DER encoding.
    pub raw: mbedtls_x509_buf,
    /// The part that is signed.
    pub tbs: mbedtls_x509_buf,
    /// Version, 1 to 3; 0 while nothing is loaded.
    pub version: c_int,
    /// Serial number.
    pub serial: mbedtls_x509_buf,
    /// Object identifier of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    /// The issuer's name as it was encoded.
    pub issuer_raw: mbedtls_x509_buf,
    /// The subject's name as it was encoded.
    pub subject_raw: mbedtls_x509_buf,
    /// The issuer's name.
    pub issuer: mbedtls_x509_name,
    /// The subject's name.
    pub subject: mbedtls_x509_name,
    /// Begin of the validity.
    pub valid_from: mbedtls_x509_time,
    /// End of the validity.
    pub valid_to: mbedtls_x509_time,
    /// The public key as it was encoded (SubjectPublicKeyInfo).
    pub pk_raw: mbedtls_x509_buf,
    /// The public key.
    pub pk: mbedtls_pk_context,
    /// issuerUniqueID.
    pub issuer_id: mbedtls_x509_buf,
    /// subjectUniqueID.
    pub subject_id: mbedtls_x509_buf,
    /// The extensions as they were encoded.
    pub v3_ext: mbedtls_x509_buf,
    /// subjectAltName: the GeneralNames, each with its tag.
    pub subject_alt_names: mbedtls_x509_sequence,
    /// subjectKeyIdentifier.
    pub subject_key_id: mbedtls_x509_buf,
    /// authorityKeyIdentifier.
    pub authority_key_id: mbedtls_x509_authority,
    /// certificatePolicies: the identifiers.
    pub certificate_policies: mbedtls_x509_sequence,
    /// Which extensions there are: MBEDTLS_X509_EXT_* bits.
    pub ext_types: c_int,
    /// Not 0 if basicConstraints says that it is an authority.
    pub ca_istrue: c_int,
    /// One more than the path length of basicConstraints; 0 if there is none.
    pub max_pathlen: c_int,
    /// keyUsage: MBEDTLS_X509_KU_* bits.
    pub key_usage: c_uint,
    /// extKeyUsage: the identifiers.
    pub ext_key_usage: mbedtls_x509_sequence,
    /// nsCertType: MBEDTLS_X509_NS_CERT_TYPE_* bits.
    pub ns_cert_type: c_uchar,
    /// The signature.
    pub sig: mbedtls_x509_buf,
    /// Hash function of the signature.
    pub sig_md: MaybeUninit<mbedtls_md_type_t>,
    /// Kind of key of the signature.
    pub sig_pk: MaybeUninit<mbedtls_pk_type_t>,
    /// Parameters of the signature: a `mbedtls_pk_rsassa_pss_options`, or NULL.
    pub sig_opts: *mut c_void,
    /// The next certificate, or NULL.
    pub next: *mut mbedtls_x509_crt,
}

/// What a certificate must fulfil to be trusted.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_crt_profile {
    /// Hash functions of signatures: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_md_type_t`.
    pub allowed_mds: u32,
    /// Kinds of keys: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_pk_type_t`.
    pub allowed_pks: u32,
    /// Curves: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_ecp_group_id`.
    pub allowed_curves: u32,
    /// Shortest RSA key, in bits.
    pub rsa_min_bitlen: u32,
}

/// A certificate to be written.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509write_cert {
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved: [usize; 13],
}

/// Gives the trusted certificates that may have issued `child`, as a list on the heap that the library frees. Returns
/// 0, or an error code.
pub type mbedtls_x509_crt_ca_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        child: *const mbedtls_x509_crt,
        candidate_cas: *mut *mut mbedtls_x509_crt,
    ) -> c_int,
>;

/// Looks at an extension that the parser does not know: its identifier, whether it is critical, and its value from `p`
/// to `end`. Returns 0 to accept it, or an error code.
pub type mbedtls_x509_crt_ext_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        crt: *const mbedtls_x509_crt,
        oid: *const mbedtls_x509_buf,
        critical: c_int,
        p: *const c_uchar,
        end: *const c_uchar,
    ) -> c_int,
>;

/// Called for each certificate of a chain, from the trusted one down to the peer's: `depth` counts from the peer's,
/// `flags` are the MBEDTLS_X509_BADCERT_* found and may be changed. Returns 0, or an error code that ends the
/// verification.
pub type VerifyCallback = Option<
    unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
>;

/// State of an operation that can be interrupted; none here can, so this is never more than a pointer.
pub type mbedtls_x509_crt_restart_ctx = c_void;
