//! Parameters as others wrote them: TLS 1.2, DER, PEM, files.

use super::exchange::{check, check_range, mbedtls_dhm_free, mbedtls_dhm_init};
use super::{
    MBEDTLS_ERR_DHM_ALLOC_FAILED, MBEDTLS_ERR_DHM_BAD_INPUT_DATA, MBEDTLS_ERR_DHM_FILE_IO_ERROR,
    MBEDTLS_ERR_DHM_INVALID_FORMAT, MBEDTLS_ERR_DHM_READ_PARAMS_FAILED, mbedtls_dhm_context,
};
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_read_binary, release};
use crate::capi::guard::{guard, guarded};
use crate::capi::pk::MBEDTLS_ERR_PK_ALLOC_FAILED;
use crate::capi::pk::file::load_file;
use crate::capi::ptr;
use crate::capi::self_test::say;
use crate::pki::der::{self, Reader};
use crate::pki::pem;
use core::ffi::{c_char, c_int, c_uchar};
use core::mem::MaybeUninit;
use core::ptr::addr_of_mut;

/// The label of PEM blocks.
const LABEL: &str = "DH PARAMETERS";

/// Reads the parameters of a TLS 1.2 server (`ServerDHParams`, RFC 5246 section 7.4.3): prime, generator, public value.
///
/// \param ctx  The context.
/// \param p  Where the parameters begin; moved behind what was read.
/// \param end  Where the buffer ends.
///
/// \return  0, MBEDTLS_ERR_DHM_BAD_INPUT_DATA if they do not fit the buffer, the public value is out of range, or for NULL, or
/// an error of MBEDTLS_ERR_DHM_READ_PARAMS_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_read_params(
    ctx: *mut mbedtls_dhm_context,
    p: *mut *mut c_uchar,
    end: *const c_uchar,
) -> c_int {
    guarded(|| {
        if ctx.is_null() || p.is_null() {
            return Err(MBEDTLS_ERR_DHM_BAD_INPUT_DATA);
        }
        // SAFETY: C passes an initialised context, and a buffer from `*p` to `end`.
        unsafe {
            for number in [addr_of_mut!((*ctx).P), addr_of_mut!((*ctx).G), addr_of_mut!((*ctx).GY)] {
                let start: *const c_uchar = *p;
                let left = (end as usize).checked_sub(start as usize);
                let bytes = left.and_then(|left| ptr::bytes(start, left));
                let rest = bytes.ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)?;
                let (len, rest) = rest.split_first_chunk().ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)?;
                *p = (*p).add(2);
                let len = usize::from(u16::from_be_bytes(*len));
                let value = rest.get(..len).ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)?;
                let code = mbedtls_mpi_read_binary(number, value.as_ptr(), len);
                check(code, MBEDTLS_ERR_DHM_READ_PARAMS_FAILED)?;
                *p = (*p).add(len);
            }
            check_range(addr_of_mut!((*ctx).GY), addr_of_mut!((*ctx).P))
        }
    })
}

/// Reads a group, in DER or PEM (`DHParameter`, PKCS #3).
///
/// \param dhm  The context. It is freed on failure.
/// \param dhmin,dhminlen  The group; of PEM, with the NUL that ends it.
///
/// \return  0, an error of MBEDTLS_ERR_DHM_INVALID_FORMAT, an error of PEM, or MBEDTLS_ERR_DHM_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_parse_dhm(
    dhm: *mut mbedtls_dhm_context,
    dhmin: *const c_uchar,
    dhminlen: usize,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised context, and `dhminlen` readable bytes.
        unsafe {
            let input = ptr::bytes(dhmin, dhminlen).filter(|_| !dhm.is_null());
            let parsed = input
                .ok_or(MBEDTLS_ERR_DHM_BAD_INPUT_DATA)
                .and_then(|input| parse(dhm, input));
            if parsed.is_err() {
                mbedtls_dhm_free(dhm);
            }
            parsed
        }
    })
}

/// Reads a group from a file, in DER or PEM.
///
/// \param dhm  The context. It is freed if what is in the file is no group.
/// \param path  The file's name.
///
/// \return  0, MBEDTLS_ERR_DHM_FILE_IO_ERROR, MBEDTLS_ERR_DHM_ALLOC_FAILED, or as for mbedtls_dhm_parse_dhm().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_dhm_parse_dhmfile(dhm: *mut mbedtls_dhm_context, path: *const c_char) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or a string, and NULL or an initialised context.
        unsafe {
            let path = ptr::path(path).ok_or(MBEDTLS_ERR_DHM_FILE_IO_ERROR)?;
            let data = load_file(path).map_err(|code| match code {
                MBEDTLS_ERR_PK_ALLOC_FAILED => MBEDTLS_ERR_DHM_ALLOC_FAILED,
                _ => MBEDTLS_ERR_DHM_FILE_IO_ERROR,
            })?;
            check(mbedtls_dhm_parse_dhm(dhm, data.as_ptr(), data.len()), 0)
        }
    })
}

/// Reads a group that is known.
///
/// \param verbose  Other than 0: tells on the standard output what is done.
///
/// \return  0, or 1 if it could not be read.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_dhm_self_test(verbose: c_int) -> c_int {
    /// p = 2^64 - 59 (a prime), g = 2.
    const GROUP: &[u8] = b"-----BEGIN DH PARAMETERS-----\nMA4CCQD/////////xQIBAg==\n-----END DH PARAMETERS-----\n\0";
    guard(1, || {
        say(verbose, "  DHM parameter load: ");
        let mut context = MaybeUninit::uninit();
        // SAFETY: the context is initialised before it is used.
        let (code, bits) = unsafe {
            mbedtls_dhm_init(context.as_mut_ptr());
            let code = mbedtls_dhm_parse_dhm(context.as_mut_ptr(), GROUP.as_ptr(), GROUP.len());
            let bits = super::mbedtls_dhm_get_bitlen(context.as_ptr());
            mbedtls_dhm_free(context.as_mut_ptr());
            (code, bits)
        };
        if code != 0 || bits != 64 {
            say(verbose, "failed\n");
            return 1;
        }
        say(verbose, "passed\n\n");
        0
    })
}

/// Reads a group into a context.
///
/// # Safety
/// `dhm` is initialised.
unsafe fn parse(dhm: *mut mbedtls_dhm_context, input: &[u8]) -> Result<(), c_int> {
    let text = input.strip_suffix(b"\0").and_then(|text| pem::next_block(text, LABEL));
    let decoded = text
        .map(|found| found.block.decode())
        .transpose()
        .map_err(|error| error.code())?;
    let der = decoded.as_ref().map_or(input, |bytes| bytes.as_slice());
    let invalid = |cause: crate::pki::Asn1| MBEDTLS_ERR_DHM_INVALID_FORMAT + cause.code();
    let mut reader = Reader::new(der);
    let (_, mut fields) = reader.enter(der::SEQUENCE).map_err(invalid)?;
    // SAFETY: as stated; the number of its own is released.
    unsafe {
        for number in [addr_of_mut!((*dhm).P), addr_of_mut!((*dhm).G)] {
            take(&mut fields, der, number)?;
        }
        if !fields.is_at_end() {
            // The length of secret values, which is not used.
            let mut length = mbedtls_mpi {
                p: core::ptr::null_mut(),
                s: 1,
                n: 0,
            };
            let taken = take(&mut fields, der, &raw mut length);
            release(&mut length);
            taken?;
        }
    }
    if fields.is_at_end() {
        Ok(())
    } else {
        Err(invalid(crate::pki::Asn1::LengthMismatch))
    }
}

/// Reads the next number of a sequence, as unsigned.
///
/// # Safety
/// `number` is initialised.
unsafe fn take(fields: &mut Reader<'_>, der: &[u8], number: *mut mbedtls_mpi) -> Result<(), c_int> {
    let invalid = |cause: crate::pki::Asn1| MBEDTLS_ERR_DHM_INVALID_FORMAT + cause.code();
    let value = fields.expect(der::INTEGER).map_err(invalid)?.value.of(der);
    // SAFETY: as stated.
    let code = unsafe { mbedtls_mpi_read_binary(number, value.as_ptr(), value.len()) };
    check(code, MBEDTLS_ERR_DHM_INVALID_FORMAT)
}
