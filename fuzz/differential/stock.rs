//! The functions of a library that judges.

use std::ffi::{CString, c_char, c_int, c_uchar, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::OnceLock;

use super::*;

type Init<T> = unsafe extern "C" fn(*mut T);
type Parse<T> = unsafe extern "C" fn(*mut T, *const c_uchar, usize) -> c_int;
type Verify = unsafe extern "C" fn(
    *mut mbedtls_x509_crt,
    *mut mbedtls_x509_crt,
    *mut mbedtls_x509_crl,
    *const c_char,
    *mut u32,
    VerifyCallback,
    *mut c_void,
) -> c_int;

/// See the module.
pub(super) struct Stock {
    pub(super) crt_init: Init<mbedtls_x509_crt>,
    pub(super) crt_free: Init<mbedtls_x509_crt>,
    pub(super) crt_parse: Parse<mbedtls_x509_crt>,
    pub(super) crl_init: Init<mbedtls_x509_crl>,
    pub(super) crl_free: Init<mbedtls_x509_crl>,
    pub(super) crl_parse: Parse<mbedtls_x509_crl>,
    pub(super) verify: Verify,
}

impl Stock {
    /// Ours.
    pub(super) fn ours() -> Self {
        Self {
            crt_init: mbedtls_x509_crt_init,
            crt_free: mbedtls_x509_crt_free,
            crt_parse: mbedtls_x509_crt_parse_der,
            crl_init: mbedtls_x509_crl_init,
            crl_free: mbedtls_x509_crl_free,
            crl_parse: mbedtls_x509_crl_parse_der,
            verify: mbedtls_x509_crt_verify,
        }
    }

    /// 3.6.6, where `cargo xtask peers` has put it; `None` if it is not there.
    pub(super) fn get() -> Option<&'static Self> {
        static STOCK: OnceLock<Option<Stock>> = OnceLock::new();
        STOCK.get_or_init(load).as_ref()
    }
}

unsafe extern "C" {
    fn dlopen(path: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// `RTLD_NOW`; what it loads is not seen by others.
const NOW: c_int = 2;

fn load() -> Option<Stock> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find_map(|root| {
        // Named after the architecture.
        let mut folders = std::fs::read_dir(root.join("target/peers/mbedtls-3.6.6/usr/lib")).ok()?;
        folders.find_map(|entry| {
            let folder = entry.ok()?.path();
            folder.join("libmbedx509.so.7").is_file().then_some(folder)
        })
    })?;
    // SAFETY: paths and names end with NUL; what is loaded stays.
    let open = |name: &str| unsafe {
        let path = CString::new(folder.join(name).as_os_str().as_bytes()).ok()?;
        let library = dlopen(path.as_ptr(), NOW);
        (!library.is_null()).then_some(library)
    };
    // A function of ours that the loader knew would be called by theirs.
    assert!(
        symbol(std::ptr::null_mut(), c"mbedtls_x509_crt_free").is_none(),
        "symbols are mixed"
    );
    open("libmbedcrypto.so.16")?;
    let library = open("libmbedx509.so.7")?;
    // SAFETY: the types are those of the headers.
    unsafe {
        Some(Stock {
            crt_init: std::mem::transmute::<*mut c_void, Init<_>>(symbol(library, c"mbedtls_x509_crt_init")?),
            crt_free: std::mem::transmute::<*mut c_void, Init<_>>(symbol(library, c"mbedtls_x509_crt_free")?),
            crt_parse: std::mem::transmute::<*mut c_void, Parse<_>>(symbol(library, c"mbedtls_x509_crt_parse_der")?),
            crl_init: std::mem::transmute::<*mut c_void, Init<_>>(symbol(library, c"mbedtls_x509_crl_init")?),
            crl_free: std::mem::transmute::<*mut c_void, Init<_>>(symbol(library, c"mbedtls_x509_crl_free")?),
            crl_parse: std::mem::transmute::<*mut c_void, Parse<_>>(symbol(library, c"mbedtls_x509_crl_parse_der")?),
            verify: std::mem::transmute::<*mut c_void, Verify>(symbol(library, c"mbedtls_x509_crt_verify")?),
        })
    }
}

/// Of `library`, or of the program if that is NULL.
fn symbol(library: *mut c_void, name: &std::ffi::CStr) -> Option<*mut c_void> {
    // SAFETY: the name ends with NUL.
    let found = unsafe { dlsym(library, name.as_ptr()) };
    (!found.is_null()).then_some(found)
}
