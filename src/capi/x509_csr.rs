//! `mbedtls/x509_csr.h`: certificate requests.

pub mod info;
pub mod parse;
pub mod write;

use super::md::mbedtls_md_type_t;
use super::pk::{mbedtls_pk_context, mbedtls_pk_type_t};
use super::x509::{mbedtls_x509_buf, mbedtls_x509_name, mbedtls_x509_sequence};
use core::ffi::{c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;

/// A certificate request.
///
/// cbindgen:field-names=[raw, cri, version, subject_raw, subject, pk, key_usage, ns_cert_type, subject_alt_names, MBEDTLS_PRIVATE(ext_types), sig_oid, MBEDTLS_PRIVATE(sig), MBEDTLS_PRIVATE(sig_md), MBEDTLS_PRIVATE(sig_pk), MBEDTLS_PRIVATE(sig_opts)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_csr {
    /// The DER encoding.
    pub raw: mbedtls_x509_buf,
    /// The part that is signed.
    pub cri: mbedtls_x509_buf,
    /// Version, 1; 0 while nothing is loaded.
    pub version: c_int,
    /// The subject's name as it was encoded.
    pub subject_raw: mbedtls_x509_buf,
    /// The subject's name.
    pub subject: mbedtls_x509_name,
    /// The public key.
    pub pk: mbedtls_pk_context,
    /// keyUsage: MBEDTLS_X509_KU_* bits.
    pub key_usage: c_uint,
    /// nsCertType: MBEDTLS_X509_NS_CERT_TYPE_* bits.
    pub ns_cert_type: c_uchar,
    /// subjectAltName: the GeneralNames, each with its tag.
    pub subject_alt_names: mbedtls_x509_sequence,
    /// Which extensions there are: MBEDTLS_X509_EXT_* bits.
    pub ext_types: c_int,
    /// Object identifier of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    /// The signature.
    pub sig: mbedtls_x509_buf,
    /// Hash function of the signature.
    pub sig_md: MaybeUninit<mbedtls_md_type_t>,
    /// Kind of key of the signature.
    pub sig_pk: MaybeUninit<mbedtls_pk_type_t>,
    /// Parameters of the signature: a `mbedtls_pk_rsassa_pss_options`, or NULL.
    pub sig_opts: *mut c_void,
}

/// A certificate request to be written.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509write_csr {
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved: [usize; 3],
}

/// Looks at an extension that the parser does not know: its identifier, whether it is critical, and its value from `p`
/// to `end`. Returns 0 to accept it, or an error code.
pub type mbedtls_x509_csr_ext_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        csr: *const mbedtls_x509_csr,
        oid: *const mbedtls_x509_buf,
        critical: c_int,
        p: *const c_uchar,
        end: *const c_uchar,
    ) -> c_int,
>;
