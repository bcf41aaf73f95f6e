//! Reading certificate requests: DER, PEM and files.
//!
//! What a request holds is on C's heap, as in 3.6: its DER, and the nodes of lists behind the first.

use std::ffi::{OsStr, c_char, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr;

use super::{mbedtls_x509_csr, mbedtls_x509_csr_ext_cb_t};
use crate::capi::asn1::MBEDTLS_ASN1_OID;
use crate::capi::asn1::list::{mbedtls_asn1_free_named_data_list_shallow, mbedtls_asn1_sequence_free};
use crate::capi::guard::guard;
use crate::capi::pk::file::load_file;
use crate::capi::pk::{self, mbedtls_pk_free, mbedtls_pk_rsassa_pss_options};
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::{bytes, c_str, copy_out};
use crate::capi::x509::alt_name::to_heap;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR, mbedtls_x509_buf,
    mbedtls_x509_name, mbedtls_x509_sequence,
};
use crate::capi::x509_crt::object::{md_type, names, pk_type, sequence, view, view_span};
use crate::pki::csr::Request;
use crate::pki::{ParseError, Stage, pem};

/// Initialises a certificate request.
///
/// \param csr  The request; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_init(csr: *mut mbedtls_x509_csr) {
    guard((), || {
        if !csr.is_null() {
            // SAFETY: points to memory for one request; all-zero is an empty one.
            unsafe { csr.write_bytes(0, 1) };
        }
    });
}

/// Frees what a certificate request holds, and wipes it.
///
/// \param csr  The request; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_free(csr: *mut mbedtls_x509_csr) {
    guard((), || {
        // SAFETY: `csr` is NULL, zeroed or what `load` filled; everything is on C's heap.
        unsafe {
            let Some(one) = csr.as_mut() else { return };
            mbedtls_pk_free(&raw mut one.pk);
            mbedtls_free(one.sig_opts);
            mbedtls_asn1_free_named_data_list_shallow(one.subject.next);
            mbedtls_asn1_sequence_free(one.subject_alt_names.next);
            mbedtls_free(one.raw.p.cast());
            csr.write_bytes(0, 1);
        }
    });
}

/// Parses a certificate request in DER.
///
/// \param csr     The request, which is initialised anew: one that holds something is to be freed before.
/// \param buf     The DER, copied.
/// \param buflen  Its length in bytes; nothing may follow the request.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or no bytes; another `MBEDTLS_ERR_X509_*` or `MBEDTLS_ERR_PK_*`, to
///          which the ASN.1 cause is added, if it is malformed: the request is then empty. Its signature is not checked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_der(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_x509_csr_parse_der_with_ext_cb(csr, buf, buflen, None, ptr::null_mut()) }
}

/// Parses a certificate request in DER, showing extensions that are not known to a callback.
///
/// \param csr     The request, which is initialised anew.
/// \param buf     The DER, copied.
/// \param buflen  Its length in bytes; nothing may follow the request.
/// \param cb      Called for each extension that is not known, with the request, all of whose fields are set. What it
///                returns for a critical extension is returned if it is not 0. NULL: none, and a critical extension that is
///                not known is an error.
/// \param p_ctx   Passed to it.
///
/// \return  As `mbedtls_x509_csr_parse_der`, or what the callback returned: the request is then empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_der_with_ext_cb(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
    cb: mbedtls_x509_csr_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `csr` is NULL or memory for a request; `buf` holds `buflen` bytes.
        unsafe {
            let Some(der) = bytes(buf, buflen).filter(|der| !csr.is_null() && !der.is_empty()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let parsed = Request::from_der(der, cb.is_some());
            // What the request held before, it may never have held: 3.6 does not free it either.
            mbedtls_x509_csr_init(csr);
            let request = match parsed {
                Ok(request) => request,
                Err(error) => return error.code(),
            };
            if let Err(code) = load(&mut *csr, der, &request) {
                mbedtls_x509_csr_free(csr);
                return code;
            }
            // DEVIATION: 3.6 calls while it still reads, with a request that is filled in part. Here a malformed request is
            // never shown, and no reference of ours is alive during the call.
            let Some(cb) = cb else { return 0 };
            let whole = std::slice::from_raw_parts((*csr).raw.p, (*csr).raw.len);
            for unknown in &request.unknown {
                let id = view_span(whole, MBEDTLS_ASN1_OID, unknown.oid);
                let value = unknown.value.of(whole).as_ptr_range();
                let critical = c_int::from(unknown.critical);
                let code = cb(p_ctx, csr, &raw const id, critical, value.start, value.end);
                if code != 0 && unknown.critical {
                    mbedtls_x509_csr_free(csr);
                    return code;
                }
            }
            0
        }
    })
}

/// Fills an empty request. Fails with a code without memory; what is then set is to be freed.
///
/// # Safety
/// `csr` is empty; `request` was parsed from `der`.
unsafe fn load(csr: &mut mbedtls_x509_csr, der: &[u8], request: &Request) -> Result<(), c_int> {
    // SAFETY: what is allocated has room for what is written to it.
    unsafe {
        let copy = mbedtls_calloc(1, der.len()).cast::<u8>();
        if copy.is_null() {
            return Err(MBEDTLS_ERR_X509_ALLOC_FAILED);
        }
        copy_out(der, copy);
        csr.raw = mbedtls_x509_buf {
            tag: 0,
            len: der.len(),
            p: copy,
        };
        let der = std::slice::from_raw_parts(copy, der.len());
        pk::set_public(&mut csr.pk, &std::sync::Arc::new(request.public_key.clone()))?;
        csr.version = 1;
        csr.cri = view_span(der, 0, request.info);
        csr.subject_raw = view_span(der, 0, request.subject_raw);
        let (first, rest) = names(der, &request.subject);
        // Until it is on C's heap, the list is linked to `rest`, which is not to be freed with the request.
        let next = to_heap(&rest, |node, next| node.next = next)?;
        csr.subject = mbedtls_x509_name { next, ..first };
        let extensions = &request.extensions;
        csr.key_usage = extensions.key_usage;
        csr.ns_cert_type = extensions.ns_cert_type;
        csr.ext_types = extensions.types as c_int;
        let (first, rest) = sequence(der, &extensions.subject_alt_names);
        let next = to_heap(&rest, |node, next| node.next = next)?;
        csr.subject_alt_names = mbedtls_x509_sequence { next, ..first };
        csr.sig_oid = view(der, request.sig_oid);
        csr.sig = view(der, request.signature);
        csr.sig_md = MaybeUninit::new(md_type(request.signed_with.hash));
        csr.sig_pk = MaybeUninit::new(pk_type(request.signed_with.kind));
        if let Some(pss) = request.signed_with.pss {
            let options = mbedtls_calloc(1, size_of::<mbedtls_pk_rsassa_pss_options>());
            if options.is_null() {
                return Err(MBEDTLS_ERR_X509_ALLOC_FAILED);
            }
            options
                .cast::<mbedtls_pk_rsassa_pss_options>()
                .write(mbedtls_pk_rsassa_pss_options {
                    mgf1_hash_id: MaybeUninit::new(md_type(pss.mgf_hash)),
                    expected_salt_len: c_int::try_from(pss.salt_length).unwrap_or(c_int::MAX),
                });
            csr.sig_opts = options;
        }
        Ok(())
    }
}

/// Parses a certificate request in DER or PEM.
///
/// \param csr     The request, which is initialised anew.
/// \param buf     The DER or the text, copied. Text must end with a zero byte.
/// \param buflen  Its length in bytes, the zero byte included.
///
/// \return  As `mbedtls_x509_csr_parse_der`; `MBEDTLS_ERR_PEM_*` for a block that is not base64.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse(
    csr: *mut mbedtls_x509_csr,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `csr` is NULL or memory for a request; `buf` holds `buflen` bytes.
        unsafe {
            let Some(data) = bytes(buf, buflen).filter(|data| !csr.is_null() && !data.is_empty()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            // As in 3.6, bytes that do not end with a zero are no text, and what follows a zero is not looked at.
            let text = match data {
                [.., 0] => data.split(|byte| *byte == 0).next().unwrap_or_default(),
                _ => &[],
            };
            match in_pem(text) {
                Some(Ok(der)) => mbedtls_x509_csr_parse_der(csr, der.as_ptr(), der.len()),
                Some(Err(error)) => error.code(),
                None => mbedtls_x509_csr_parse_der(csr, buf, buflen),
            }
        }
    })
}

/// The request in a PEM text, if there is one.
fn in_pem(text: &[u8]) -> Option<Result<zeroize::Zeroizing<Vec<u8>>, ParseError>> {
    let labels = ["CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"];
    let found = labels.iter().find_map(|label| pem::next_block(text, label))?;
    Some(match found.block.decode() {
        Ok(der) if der.is_empty() => Err(Stage::PemBadInput.alone()),
        decoded => decoded,
    })
}

/// Loads a certificate request from a file.
///
/// \param csr   The request, which is initialised anew.
/// \param path  The file, in DER or PEM.
///
/// \return  As `mbedtls_x509_csr_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_parse_file(csr: *mut mbedtls_x509_csr, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `csr` is NULL or memory for a request; `path` is NULL or a string.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            match load_file(Path::new(OsStr::from_bytes(path.to_bytes()))) {
                Ok(data) => mbedtls_x509_csr_parse(csr, data.as_ptr(), data.len()),
                Err(code) => code,
            }
        }
    })
}
