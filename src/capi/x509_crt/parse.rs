//! Loading certificates: DER, PEM, files and folders.

use std::convert::Infallible;
use std::ffi::{OsStr, c_char, c_int, c_uchar, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr;
use std::sync::Arc;

use super::object::{load, view_span};
use super::{mbedtls_x509_crt, mbedtls_x509_crt_ext_cb_t};
use crate::capi::asn1::MBEDTLS_ASN1_OID;
use crate::capi::guard::guard;
use crate::capi::pk::file::load_file;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::{bytes, c_str};
use crate::capi::x509::{
    MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR,
    MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, MBEDTLS_ERR_X509_FILE_IO_ERROR,
};
use crate::capi::x509_info::content;
use crate::pki::Certificate;
use crate::pki::crt::parse_many;
use crate::pki::extensions::{Refused, UnknownExtension};
use crate::pki::oid::{self, ext};

/// Initialises a certificate. Must be called before any other function on it, but for `mbedtls_x509_crt_free`.
///
/// \param crt  The certificate; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_init(crt: *mut mbedtls_x509_crt) {
    guard((), || {
        if !crt.is_null() {
            // SAFETY: points to memory for one certificate; all-zero is a valid one.
            unsafe { crt.write_bytes(0, 1) };
        }
    });
}

/// Frees a chain: what each certificate of it holds, and all certificates but the first, which is wiped.
///
/// \param crt  The chain; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_free(crt: *mut mbedtls_x509_crt) {
    guard((), || {
        // SAFETY: `crt` is NULL or an initialised chain that nobody uses any more; every certificate but the first was
        // allocated by `calloc`, by us or by the application through `mbedtls_calloc`.
        unsafe {
            let mut current = crt;
            while let Some(one) = current.as_mut() {
                let next = one.next;
                super::object::unload(one);
                current.write_bytes(0, 1);
                if current != crt {
                    mbedtls_free(current.cast());
                }
                current = next;
            }
        }
    });
}

/// Appends a parsed certificate to a chain: into its last place if that is empty, else into a new one. `shown` as for
/// [`load`].
///
/// # Safety
/// `chain` is an initialised chain; `shown` as for [`load`].
unsafe fn append(
    chain: *mut mbedtls_x509_crt,
    certificate: Certificate,
    shown: Option<&[u8]>,
) -> Result<Appended, c_int> {
    // SAFETY: every `next` of a chain is NULL or a certificate.
    unsafe {
        let mut last = chain;
        while (*last).version != 0 && !(*last).next.is_null() {
            last = (*last).next;
        }
        if (*last).version == 0 {
            load(&mut *last, Arc::new(certificate), shown)?;
            return Ok(Appended {
                node: last,
                before: ptr::null_mut(),
            });
        }
        let new = mbedtls_calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
        if new.is_null() {
            return Err(MBEDTLS_ERR_X509_ALLOC_FAILED);
        }
        mbedtls_x509_crt_init(new);
        if let Err(code) = load(&mut *new, Arc::new(certificate), shown) {
            mbedtls_free(new.cast());
            return Err(code);
        }
        (*last).next = new;
        Ok(Appended {
            node: new,
            before: last,
        })
    }
}

/// Where a certificate was appended: its node, and the one before it if the node is new.
struct Appended {
    node: *mut mbedtls_x509_crt,
    before: *mut mbedtls_x509_crt,
}

impl Appended {
    /// Takes the certificate out of the chain again.
    ///
    /// # Safety
    /// The chain is as [`append`] left it.
    unsafe fn take_back(self) {
        // SAFETY: the node is loaded; a new one is the last of its chain.
        unsafe {
            let next = (*self.node).next;
            super::object::unload(&mut *self.node);
            self.node.write_bytes(0, 1);
            if self.before.is_null() {
                (*self.node).next = next;
            } else {
                (*self.before).next = next;
                mbedtls_free(self.node.cast());
            }
        }
    }
}

/// Parses one certificate in DER and appends it to a chain.
///
/// \param chain   The chain.
/// \param buf     The DER, copied.
/// \param buflen  Its length in bytes; what follows the certificate is ignored.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; another `MBEDTLS_ERR_X509_*`, to which the ASN.1 cause is
///          added, if it is malformed: the chain is then as it was.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes.
        unsafe {
            if chain.is_null() || buf.is_null() {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            }
            let Some(der) = bytes(buf, buflen) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let parsed = Certificate::from_der(der).map_err(|error| error.code());
            parsed
                .and_then(|certificate| append(chain, certificate, None))
                .map_or_else(|code| code, |_| 0)
        }
    })
}

/// Parses one certificate in DER that the application keeps, and appends it to a chain.
///
/// \param chain   The chain.
/// \param buf     The DER. The buffers of the certificate point into it: it must stay as it is until the chain is freed.
/// \param buflen  Its length in bytes; what follows the certificate is ignored.
///
/// \return  As `mbedtls_x509_crt_parse_der`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der_nocopy(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes for as long as the chain lives.
        unsafe {
            let Some(der) = bytes(buf, buflen).filter(|_| !chain.is_null() && !buf.is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let parsed = Certificate::from_der(der).map_err(|error| error.code());
            parsed
                .and_then(|certificate| append(chain, certificate, Some(der)))
                .map_or_else(|code| code, |_| 0)
        }
    })
}

/// Parses one certificate in DER, showing extensions that are not known to a callback, and appends it to a chain.
///
/// \param chain      The chain.
/// \param buf        The DER.
/// \param buflen     Its length in bytes; what follows the certificate is ignored.
/// \param make_copy  Not 0 to copy the DER; 0: as `mbedtls_x509_crt_parse_der_nocopy`.
/// \param cb         Called for each extension that is not known, and for certificatePolicies with other policies than
///                   anyPolicy, with the certificate, all of whose fields are set. What it returns for a critical
///                   extension is returned if it is not 0. NULL: none.
/// \param p_ctx      Passed to it.
///
/// \return  As `mbedtls_x509_crt_parse_der`, or what the callback returned: the chain is then as it was.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_der_with_ext_cb(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
    make_copy: c_int,
    cb: mbedtls_x509_crt_ext_cb_t,
    p_ctx: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes, without a copy as long as the chain lives.
        unsafe {
            let Some(der) = bytes(buf, buflen).filter(|_| !chain.is_null() && !buf.is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let Some(cb) = cb else {
                return if make_copy == 0 {
                    mbedtls_x509_crt_parse_der_nocopy(chain, buf, buflen)
                } else {
                    mbedtls_x509_crt_parse_der(chain, buf, buflen)
                };
            };
            // The callback is called when the certificate stands, and no reference of ours is alive.
            let mut unknown = Vec::new();
            let mut take_note = |found: UnknownExtension<'_>| {
                unknown.push((found.oid_span, found.value_span, found.critical));
                Ok::<(), Infallible>(())
            };
            let certificate = match Certificate::from_der_with(der, &mut take_note) {
                Ok(certificate) => certificate,
                Err(Refused::Parse(error)) => return error.code(),
                Err(Refused::Callback(never)) => match never {},
            };
            let shown = (make_copy == 0).then_some(der);
            let appended = match append(chain, certificate, shown) {
                Ok(appended) => appended,
                Err(code) => return code,
            };
            let whole = content(&(*appended.node).raw);
            for (oid, value, critical) in unknown {
                let is_policies = oid::extension(oid.of(whole)) == Some(ext::CERTIFICATE_POLICIES);
                let oid = view_span(whole, MBEDTLS_ASN1_OID, oid);
                let value = value.of(whole).as_ptr_range();
                let node = appended.node.cast_const();
                let code = cb(
                    p_ctx,
                    node,
                    &raw const oid,
                    c_int::from(critical),
                    value.start,
                    value.end,
                );
                if code != 0 && critical {
                    appended.take_back();
                    return if is_policies {
                        MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE
                    } else {
                        code
                    };
                }
            }
            0
        }
    })
}

/// Parses certificates, one in DER or any number in PEM, and appends them to a chain.
///
/// \param chain   The chain.
/// \param buf     The DER or the text, copied. Text must end with a zero byte.
/// \param buflen  Its length in bytes, the zero byte included.
///
/// \return  0 if all were parsed; the number of those that were not, if at least one was; a negative code, that of the
///          first, if none was. An empty block ends it with its code; those before it are in the chain.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse(
    chain: *mut mbedtls_x509_crt,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `buf` holds `buflen` bytes.
        unsafe {
            if chain.is_null() || buf.is_null() {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            }
            let Some(data) = bytes(buf, buflen) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            // As in 3.6, bytes that do not end with a zero are no text.
            if data.last() != Some(&0) {
                return mbedtls_x509_crt_parse_der(chain, buf, buflen);
            }
            let parsed = match parse_many(data) {
                Ok(parsed) => parsed,
                Err(error) => return error.code(),
            };
            for certificate in parsed.items {
                if let Err(code) = append(chain, certificate, None) {
                    return code;
                }
            }
            match parsed.stopped_by {
                Some(error) => error.code(),
                None => c_int::try_from(parsed.failed).unwrap_or(c_int::MAX),
            }
        }
    })
}

/// Loads certificates from a file and appends them to a chain.
///
/// \param chain  The chain.
/// \param path   The file, in DER or PEM.
///
/// \return  As `mbedtls_x509_crt_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_file(chain: *mut mbedtls_x509_crt, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `path` is NULL or a string.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            parse_path_file(chain, Path::new(OsStr::from_bytes(path.to_bytes())))
        }
    })
}

/// # Safety
/// `chain` is NULL or initialised.
unsafe fn parse_path_file(chain: *mut mbedtls_x509_crt, path: &Path) -> c_int {
    match load_file(path) {
        // SAFETY: passed on; the bytes live through the call.
        Ok(data) => unsafe { mbedtls_x509_crt_parse(chain, data.as_ptr(), data.len()) },
        Err(code) => code,
    }
}

/// Loads the certificates of all files of a folder (not of folders in it) and appends them to a chain.
///
/// \param chain  The chain.
/// \param path   The folder.
///
/// \return  0 if everything was parsed; the number of files and certificates that were not;
///          `MBEDTLS_ERR_X509_FILE_IO_ERROR` if the folder cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_path(chain: *mut mbedtls_x509_crt, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `chain` is NULL or initialised; `path` is NULL or a string.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            if chain.is_null() {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            }
            let Ok(folder) = std::fs::read_dir(OsStr::from_bytes(path.to_bytes())) else {
                return MBEDTLS_ERR_X509_FILE_IO_ERROR;
            };
            let mut failed: c_int = 0;
            for entry in folder {
                let Ok(entry) = entry else {
                    return MBEDTLS_ERR_X509_FILE_IO_ERROR;
                };
                let file = entry.path();
                // A link that points nowhere is passed over, as in 3.6.
                if !file.is_file() {
                    continue;
                }
                let outcome = parse_path_file(chain, &file);
                failed = failed.saturating_add(if outcome < 0 { 1 } else { outcome });
            }
            failed
        }
    })
}

/// Whether a certificate has an extension.
///
/// \param ctx       The certificate.
/// \param ext_type  `MBEDTLS_X509_EXT_*`.
///
/// \return  Not 0 if it has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_has_ext_type(ctx: *const mbedtls_x509_crt, ext_type: c_int) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    guard(0, || unsafe { ctx.as_ref() }.map_or(0, |crt| crt.ext_types & ext_type))
}
