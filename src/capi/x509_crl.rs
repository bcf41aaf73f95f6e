//! `mbedtls/x509_crl.h`: certificate revocation lists.

pub mod info;
pub(in crate::capi) mod object;
pub mod parse;

pub(in crate::capi) use object::loaded;

use super::x509::{mbedtls_x509_buf, mbedtls_x509_name, mbedtls_x509_time};
use core::ffi::{c_int, c_void};

/// A revoked certificate.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_crl_entry {
    /// The entry as it was encoded.
    pub raw: mbedtls_x509_buf,
    /// Serial number of the revoked certificate.
    pub serial: mbedtls_x509_buf,
    /// When it was revoked.
    pub revocation_date: mbedtls_x509_time,
    /// Extensions of the entry.
    pub entry_ext: mbedtls_x509_buf,
    /// The next entry, or NULL.
    pub next: *mut mbedtls_x509_crl_entry,
}

/// A certificate revocation list; several form a linked list.
///
/// cbindgen:field-names=[raw, tbs, version, sig_oid, issuer_raw, issuer, this_update, next_update, entry, crl_ext, MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved), next]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_crl {
    /// The DER encoding.
    pub raw: mbedtls_x509_buf,
    /// The part that is signed.
    pub tbs: mbedtls_x509_buf,
    /// Version, 1 or 2; 0 while nothing is loaded.
    pub version: c_int,
    /// Object identifier of the signature algorithm.
    pub sig_oid: mbedtls_x509_buf,
    /// The issuer's name as it was encoded.
    pub issuer_raw: mbedtls_x509_buf,
    /// The issuer's name.
    pub issuer: mbedtls_x509_name,
    /// When the list was issued.
    pub this_update: mbedtls_x509_time,
    /// When the next one is to be issued.
    pub next_update: mbedtls_x509_time,
    /// The revoked certificates; the first has no `raw.len` if there are none.
    pub entry: mbedtls_x509_crl_entry,
    /// Extensions of the list.
    pub crl_ext: mbedtls_x509_buf,
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved: [usize; 7],
    /// The next list, or NULL.
    pub next: *mut mbedtls_x509_crl,
}
