//! Loading revocation lists: DER, PEM and files.

use std::ffi::{OsStr, c_char, c_int, c_uchar};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;

use super::mbedtls_x509_crl;
use super::object::{load, unload};
use crate::capi::guard::guard;
use crate::capi::pk::file::load_file;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::{bytes, c_str};
use crate::capi::x509::{MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR};
use crate::pki::{Crl, crl::parse_many};

/// Initialises a revocation list. Must be called before any other function on it, but for `mbedtls_x509_crl_free`.
///
/// \param crl  The list; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_init(crl: *mut mbedtls_x509_crl) {
    guard((), || {
        if !crl.is_null() {
            // SAFETY: points to memory for one list; all-zero is a valid one.
            unsafe { crl.write_bytes(0, 1) };
        }
    });
}

/// Frees a chain of lists: what each holds, and all lists but the first, which is wiped.
///
/// \param crl  The chain; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_free(crl: *mut mbedtls_x509_crl) {
    guard((), || {
        // SAFETY: `crl` is NULL or an initialised chain that nobody uses any more; every list but the first was allocated
        // by `mbedtls_calloc`.
        unsafe {
            let mut current = crl;
            while let Some(one) = current.as_mut() {
                let next = one.next;
                unload(one);
                current.write_bytes(0, 1);
                if current != crl {
                    mbedtls_free(current.cast());
                }
                current = next;
            }
        }
    });
}

/// Appends a parsed list to a chain: into its last place if that is empty, else into a new one.
///
/// # Safety
/// `chain` is an initialised chain.
unsafe fn append(chain: *mut mbedtls_x509_crl, crl: Crl) -> Result<(), c_int> {
    // SAFETY: every `next` of a chain is NULL or a list.
    unsafe {
        let mut last = chain;
        while (*last).version != 0 && !(*last).next.is_null() {
            last = (*last).next;
        }
        if (*last).version != 0 {
            let new = mbedtls_calloc(1, size_of::<mbedtls_x509_crl>()).cast::<mbedtls_x509_crl>();
            if new.is_null() {
                return Err(MBEDTLS_ERR_X509_ALLOC_FAILED);
            }
            mbedtls_x509_crl_init(new);
            (*last).next = new;
            last = new;
        }
        load(&mut *last, Arc::new(crl));
        Ok(())
    }
}

/// Parses one revocation list in DER and appends it to a chain.
///
/// \param chain   The chain.
/// \param buf     The DER, copied.
/// \param buflen  Its length in bytes; nothing may follow the list.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; another `MBEDTLS_ERR_X509_*`, to which the ASN.1 cause is
///          added, if it is malformed: the chain is then as it was.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse_der(
    chain: *mut mbedtls_x509_crl,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes.
        unsafe {
            let Some(der) = bytes(buf, buflen).filter(|_| !chain.is_null() && !buf.is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let parsed = Crl::from_der(der).map_err(|error| error.code());
            parsed
                .and_then(|crl| append(chain, crl))
                .map_or_else(|code| code, |()| 0)
        }
    })
}

/// Parses revocation lists, one in DER or any number in PEM, and appends them to a chain.
///
/// \param chain   The chain.
/// \param buf     The DER or the text, copied. Text must end with a zero byte.
/// \param buflen  Its length in bytes, the zero byte included.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; the code of the first list that cannot be parsed, with those
///          before it in the chain. Text after a list that is no base64 is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse(
    chain: *mut mbedtls_x509_crl,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes.
        unsafe {
            let Some(data) = bytes(buf, buflen).filter(|_| !chain.is_null() && !buf.is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            // As in 3.6, bytes that do not end with a zero are no text.
            if data.last() != Some(&0) {
                return mbedtls_x509_crl_parse_der(chain, buf, buflen);
            }
            let parsed = match parse_many(data) {
                Ok(parsed) => parsed,
                Err(error) => return error.code(),
            };
            for crl in parsed.items {
                if let Err(code) = append(chain, crl) {
                    return code;
                }
            }
            parsed.stopped_by.map_or(0, |error| error.code())
        }
    })
}

/// Loads revocation lists from a file and appends them to a chain.
///
/// \param chain  The chain.
/// \param path   The file, in DER or PEM.
///
/// \return  As `mbedtls_x509_crl_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_parse_file(chain: *mut mbedtls_x509_crl, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `path` is NULL or a string.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            match load_file(Path::new(OsStr::from_bytes(path.to_bytes()))) {
                Ok(data) => mbedtls_x509_crl_parse(chain, data.as_ptr(), data.len()),
                Err(code) => code,
            }
        }
    })
}
