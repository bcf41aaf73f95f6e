//! Names, serial numbers and signature algorithms as text.

use std::ffi::{c_char, c_int};

use super::{MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR, mbedtls_x509_buf, mbedtls_x509_name};
use crate::capi::guard::guard;
use crate::capi::x509_info::Text;

/// Writes a distinguished name as text, such as `C=NL, O=Company, CN=Name`.
///
/// \param buf   Where to put the text.
/// \param size  Its size in bytes, the closing zero included.
/// \param dn    The name, as it stands in a certificate.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit, or a
///          value is longer than `MBEDTLS_X509_MAX_DN_NAME_SIZE` allows; `MBEDTLS_ERR_X509_INVALID_NAME` if a value
///          holds a zero byte; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_dn_gets(buf: *mut c_char, size: usize, dn: *const mbedtls_x509_name) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        if dn.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        let mut text = Text::default();
        // SAFETY: `dn` is a name; `buf` holds `size` bytes.
        unsafe {
            let cut = text.add_name(dn);
            text.put(cut, buf, size)
        }
    })
}

/// Gives the next attribute of a name that begins an RDN: those merged with `dn` are passed over.
///
/// \param dn  An attribute of a name.
///
/// \return  The first attribute of the next RDN; NULL if there is none, or for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_dn_get_next(mut dn: *mut mbedtls_x509_name) -> *mut mbedtls_x509_name {
    guard(std::ptr::null_mut(), || {
        // SAFETY: `dn` is NULL or a name.
        while let Some(one) = unsafe { dn.as_ref() } {
            dn = one.next;
            if one.next_merged == 0 {
                break;
            }
        }
        dn
    })
}

/// Writes a serial number as text, such as `01:2A:FF`. Of one longer than 32 bytes, the first 28 and dots.
///
/// \param buf     Where to put the text.
/// \param size    Its size in bytes, the closing zero included.
/// \param serial  The serial number.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit;
///          `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_serial_gets(
    buf: *mut c_char,
    size: usize,
    serial: *const mbedtls_x509_buf,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `serial` is NULL or a value; `buf` holds `size` bytes.
        unsafe {
            let Some(serial) = serial.as_ref() else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let mut text = Text::default();
            text.add_serial(serial);
            text.put(Ok(()), buf, size)
        }
    })
}
