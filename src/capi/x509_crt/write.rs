//! Writing certificates: what they are to say is collected one function at a time, then signed and put out as DER or PEM.

use std::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use super::{
    MBEDTLS_X509_CRT_VERSION_1, MBEDTLS_X509_CRT_VERSION_2, MBEDTLS_X509_CRT_VERSION_3, mbedtls_x509write_cert,
};
use crate::capi::asn1::mbedtls_asn1_sequence;
use crate::capi::bignum::mbedtls_mpi;
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::oid::MBEDTLS_ERR_OID_NOT_FOUND;
use crate::capi::pk::object::{public_key, rsa_padding};
use crate::capi::pk::operations::{mbedtls_pk_can_do, mbedtls_pk_sign};
use crate::capi::pk::signature::hash_algorithm;
use crate::capi::pk::write::{bare_public_key, public_der, put_at_end, put_pem};
use crate::capi::pk::{mbedtls_pk_context, mbedtls_pk_type_t};
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{bytes, c_str, enum_value};
use crate::capi::rsa::MBEDTLS_RSA_PKCS_V21;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR,
    MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, MBEDTLS_ERR_X509_INVALID_ALG, mbedtls_x509_san_list, san_list,
};
use crate::crypto::verify::PublicKey;
use crate::pki::write::{self, DATE_LENGTH, Draft, Version};
use crate::pki::{der, name_text};

use mbedtls_pk_type_t::*;

/// Longest serial number in bytes.
const SERIAL_LIMIT: usize = 20;
/// Longest signature in bytes: RSA with 8192 bits.
const SIGNATURE_LIMIT: usize = 1024;
/// The bits that a keyUsage has: those of the first byte, and decipherOnly.
const KEY_USAGE_BITS: c_uint = 0x80ff;

const OID_SUBJECT_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1d, 0x0e];
/// Content of the object identifier of keyUsage.
pub(in crate::capi) const OID_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x0f];
/// Content of the object identifier of subjectAltName.
pub(in crate::capi) const OID_SUBJECT_ALT_NAME: &[u8] = &[0x55, 0x1d, 0x11];
const OID_BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x13];
const OID_AUTHORITY_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1d, 0x23];
const OID_EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x25];
/// Content of the object identifier of Netscape's certificate type.
pub(in crate::capi) const OID_NS_CERT_TYPE: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x86, 0xf8, 0x42, 0x01, 0x01];

/// What `inner` of a `mbedtls_x509write_cert` points to once something was set.
struct Object {
    draft: Draft,
    /// The hash function; `None` for none, or for one that is not offered.
    md: Option<mbedtls_md_type_t>,
    /// The application's keys, which it keeps alive until the certificate is written.
    subject_key: *mut mbedtls_pk_context,
    issuer_key: *mut mbedtls_pk_context,
}

/// A code on failure.
type Outcome<T> = Result<T, c_int>;

/// The object behind `ctx`, made if it is not there yet; `None` for NULL.
///
/// # Safety
/// `ctx` is NULL, zeroed or initialised, and nobody else uses it.
unsafe fn object<'a>(ctx: *mut mbedtls_x509write_cert) -> Option<&'a mut Object> {
    // SAFETY: `inner` is NULL or a box made here.
    unsafe {
        let ctx = ctx.as_mut()?;
        if ctx.inner.is_null() {
            let new = Object {
                draft: Draft::default(),
                md: None,
                subject_key: ptr::null_mut(),
                issuer_key: ptr::null_mut(),
            };
            ctx.inner = Box::into_raw(Box::new(new)).cast();
        }
        ctx.inner.cast::<Object>().as_mut()
    }
}

/// Runs `body` on the object behind `ctx` and turns its result into a code; BAD_INPUT_DATA for NULL.
///
/// # Safety
/// As for [`object`].
unsafe fn change(ctx: *mut mbedtls_x509write_cert, body: impl FnOnce(&mut Object) -> Outcome<()>) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: passed on.
        match unsafe { object(ctx) }
            .ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)
            .and_then(body)
        {
            Ok(()) => 0,
            Err(code) => code,
        }
    })
}

/// Initialises a certificate to be written, of version 3. Must be called before any other function on it.
///
/// \param ctx  The certificate; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_init(ctx: *mut mbedtls_x509write_cert) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: points to memory for one; all-zero is one of which nothing is set.
            unsafe { ctx.write_bytes(0, 1) };
        }
    });
}

/// Frees what a certificate to be written holds, and wipes it. The keys stay the application's.
///
/// \param ctx  The certificate; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_free(ctx: *mut mbedtls_x509write_cert) {
    guard((), || {
        // SAFETY: `ctx` is NULL, zeroed or initialised; `inner` is NULL or the box of `object`.
        unsafe {
            if let Some(held) = ctx.as_mut() {
                if !held.inner.is_null() {
                    drop(Box::from_raw(held.inner.cast::<Object>()));
                }
                ctx.write_bytes(0, 1);
            }
        }
    });
}

/// Sets the version.
///
/// \param ctx      The certificate; NULL is ignored.
/// \param version  `MBEDTLS_X509_CRT_VERSION_1`, `_2` or `_3`. With any other mbedtls_x509write_crt_der() fails. Only
///                 version 3 has extensions: with the others, those that are set are left out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_version(ctx: *mut mbedtls_x509write_cert, version: c_int) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.draft.version = match version {
                MBEDTLS_X509_CRT_VERSION_1 => Some(Version::V1),
                MBEDTLS_X509_CRT_VERSION_2 => Some(Version::V2),
                MBEDTLS_X509_CRT_VERSION_3 => Some(Version::V3),
                _ => None,
            };
            Ok(())
        });
    }
}

/// Sets the serial number from a number.
///
/// \param ctx     The certificate.
/// \param serial  The number, of which the sign is ignored.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or a number of more than 20 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_serial(
    ctx: *mut mbedtls_x509write_cert,
    serial: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: `ctx` and `serial` are NULL or initialised: `p` is NULL or holds `n` limbs.
    unsafe {
        change(ctx, |object| {
            let number = serial.as_ref().ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let limbs = if number.p.is_null() {
                &[]
            } else {
                std::slice::from_raw_parts(number.p, usize::from(number.n))
            };
            let big_endian = limbs.iter().rev().flat_map(|limb| limb.to_be_bytes());
            let digits: Vec<u8> = big_endian.skip_while(|byte| *byte == 0).collect();
            set_serial(object, &digits)
        })
    }
}

/// Sets the serial number from bytes.
///
/// \param ctx         The certificate.
/// \param serial      The bytes, the most significant first. Zeros at the front are kept.
/// \param serial_len  How many, 20 at most.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or too many bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_serial_raw(
    ctx: *mut mbedtls_x509write_cert,
    serial: *mut c_uchar,
    serial_len: usize,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `serial` holds `serial_len` bytes.
    unsafe {
        change(ctx, |object| {
            let digits = bytes(serial, serial_len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            set_serial(object, digits)
        })
    }
}

fn set_serial(object: &mut Object, digits: &[u8]) -> Outcome<()> {
    if digits.len() > SERIAL_LIMIT {
        return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
    }
    object.draft.serial = digits.to_vec();
    Ok(())
}

/// Sets from when to when the certificate is valid, both ends included.
///
/// \param ctx         The certificate.
/// \param not_before  The first second, in UTC, as `YYYYMMDDhhmmss`.
/// \param not_after   The last second, likewise.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or anything but 14 digits. Whether such a date exists is not
///          checked.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_validity(
    ctx: *mut mbedtls_x509write_cert,
    not_before: *const c_char,
    not_after: *const c_char,
) -> c_int {
    // DEVIATION: 3.6 counts the characters and does not mind what they are; what it then writes no one can read.
    // SAFETY: `ctx` is NULL or initialised; the texts are NULL or end with a zero.
    unsafe {
        change(ctx, |object| {
            let from = digits(not_before).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let to = digits(not_after).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            object.draft.validity = Some([from, to]);
            Ok(())
        })
    }
}

/// # Safety
/// `text` is NULL or ends with a zero.
unsafe fn digits(text: *const c_char) -> Option<[u8; DATE_LENGTH]> {
    // SAFETY: as stated.
    let date: [u8; DATE_LENGTH] = unsafe { c_str(text) }?.to_bytes().try_into().ok()?;
    date.iter().all(u8::is_ascii_digit).then_some(date)
}

/// Sets the name of the issuer.
///
/// \param ctx          The certificate.
/// \param issuer_name  The name, such as `CN=Example CA,O=Example,C=DE`: the attributes in the order in which they are
///                     written, each by its name (`CN`, `commonName`, `OU`, `emailAddress` and so on). In a value, a
///                     backslash stands before a space, one of `,=+<>#;`, a quotation mark or a backslash, or before
///                     two hexadecimal digits of a byte. A value may also be
///                     `#` and its DER in hexadecimal, and must be if the attribute is given as `2.5.4.3`. An attribute
///                     that comes twice counts once, with its last value.
///
/// \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`, and then the name is as it was; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for
///          NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_issuer_name(
    ctx: *mut mbedtls_x509write_cert,
    issuer_name: *const c_char,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; the text is NULL or ends with a zero.
    unsafe {
        change(ctx, |object| {
            object.draft.issuer = name(issuer_name)?;
            Ok(())
        })
    }
}

/// Sets the name of the subject.
///
/// \param ctx           The certificate.
/// \param subject_name  The name, as mbedtls_x509write_crt_set_issuer_name() takes it.
///
/// \return  As mbedtls_x509write_crt_set_issuer_name().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_name(
    ctx: *mut mbedtls_x509write_cert,
    subject_name: *const c_char,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; the text is NULL or ends with a zero.
    unsafe {
        change(ctx, |object| {
            object.draft.subject = name(subject_name)?;
            Ok(())
        })
    }
}

/// A name in DER.
///
/// # Safety
/// `text` is NULL or ends with a zero.
unsafe fn name(text: *const c_char) -> Outcome<Vec<u8>> {
    // SAFETY: as stated.
    let text = unsafe { c_str(text) }.ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
    name_text::parse(text.to_bytes()).map_err(|error| error.code())
}

/// Sets the key that the certificate is about.
///
/// \param ctx  The certificate; NULL is ignored.
/// \param key  The key, public or private; not copied: it must stay until the certificate is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_key(
    ctx: *mut mbedtls_x509write_cert,
    key: *mut mbedtls_pk_context,
) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.subject_key = key;
            Ok(())
        });
    }
}

/// Sets the key that signs.
///
/// \param ctx  The certificate; NULL is ignored.
/// \param key  The private key; not copied: it must stay until the certificate is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_issuer_key(
    ctx: *mut mbedtls_x509write_cert,
    key: *mut mbedtls_pk_context,
) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.issuer_key = key;
            Ok(())
        });
    }
}

/// Sets the hash function of the signature.
///
/// \param ctx     The certificate; NULL is ignored.
/// \param md_alg  The hash function; without effect if the issuer's key is an Ed25519 key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_md_alg(
    ctx: *mut mbedtls_x509write_cert,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.md = enum_value(md_alg);
            Ok(())
        });
    }
}

/// Sets an extension of any kind. One that is set already gets the new value in its old place.
///
/// \param ctx       The certificate.
/// \param oid       The content of its object identifier.
/// \param oid_len   The length of that in bytes.
/// \param critical  Not 0 if who does not understand the extension must refuse the certificate.
/// \param val       The DER of its value, which is copied.
/// \param val_len   The length of that in bytes.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_X509_ALLOC_FAILED` without memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_extension(
    ctx: *mut mbedtls_x509write_cert,
    oid: *const c_char,
    oid_len: usize,
    critical: c_int,
    val: *const c_uchar,
    val_len: usize,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `oid` and `val` hold as many bytes as stated.
    unsafe {
        change(ctx, |object| {
            let oid = bytes(oid.cast(), oid_len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let value = bytes(val, val_len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let mut copy = Vec::new();
            copy.try_reserve_exact(value.len())
                .map_err(|_| MBEDTLS_ERR_X509_ALLOC_FAILED)?;
            copy.extend_from_slice(value);
            object.draft.set_extension(oid, critical != 0, copy);
            Ok(())
        })
    }
}

/// Sets basicConstraints: whether the subject may issue certificates. Critical if it may.
///
/// \param ctx          The certificate.
/// \param is_ca        Not 0 if it may.
/// \param max_pathlen  How many authorities may stand below it, 127 at most; negative for no limit. Only if it may.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or a path that is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_basic_constraints(
    ctx: *mut mbedtls_x509write_cert,
    is_ca: c_int,
    max_pathlen: c_int,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            let is_ca = is_ca != 0;
            if is_ca && max_pathlen > 127 {
                return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
            }
            let value = write::basic_constraints(is_ca, u8::try_from(max_pathlen).ok());
            object.draft.set_extension(OID_BASIC_CONSTRAINTS, is_ca, value);
            Ok(())
        })
    }
}

/// Sets keyUsage, critical: what the subject's key may be used for.
///
/// \param ctx        The certificate.
/// \param key_usage  `MBEDTLS_X509_KU_*` bits.
///
/// \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for other bits; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_key_usage(
    ctx: *mut mbedtls_x509write_cert,
    key_usage: c_uint,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            let bits = u16::try_from(key_usage).map_err(|_| MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE)?;
            if key_usage & !KEY_USAGE_BITS != 0 {
                return Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE);
            }
            let value = write::named_bits(&bits.to_le_bytes());
            object.draft.set_extension(OID_KEY_USAGE, true, value);
            Ok(())
        })
    }
}

/// Sets extKeyUsage, critical: the purposes of the subject's key.
///
/// \param ctx   The certificate.
/// \param exts  The purposes: the contents of object identifiers, each with the tag `MBEDTLS_ASN1_OID`; copied.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or another tag.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_ext_key_usage(
    ctx: *mut mbedtls_x509write_cert,
    exts: *const mbedtls_asn1_sequence,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `exts` is NULL or a list whose values hold as many bytes as they say.
    unsafe {
        change(ctx, |object| {
            let mut next = exts.as_ref();
            let mut purposes = Vec::new();
            while let Some(one) = next {
                if one.buf.tag != c_int::from(der::OID) {
                    return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
                }
                let oid = bytes(one.buf.p, one.buf.len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
                der::push_element(&mut purposes, der::OID, &[oid]);
                next = one.next.as_ref();
            }
            if purposes.is_empty() {
                return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA);
            }
            let mut value = Vec::new();
            der::push_element(&mut value, der::SEQUENCE, &[&purposes]);
            object.draft.set_extension(OID_EXTENDED_KEY_USAGE, true, value);
            Ok(())
        })
    }
}

/// Sets Netscape's certificate type, which predates keyUsage.
///
/// \param ctx           The certificate.
/// \param ns_cert_type  `MBEDTLS_X509_NS_CERT_TYPE_*` bits.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_ns_cert_type(
    ctx: *mut mbedtls_x509write_cert,
    ns_cert_type: c_uchar,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            let value = write::named_bits(&[ns_cert_type]);
            object.draft.set_extension(OID_NS_CERT_TYPE, false, value);
            Ok(())
        })
    }
}

/// Sets subjectAltName: further names of the subject.
///
/// \param ctx       The certificate.
/// \param san_list  The names, copied: rfc822Name, dNSName, uniformResourceIdentifier and iPAddress as they stand in
///                  `unstructured_name`, and directoryName as a list of attributes. As in 3.6, they are written last to
///                  first, attributes too. NULL makes an extension without a name.
///
/// \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for another kind of name; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_alternative_name(
    ctx: *mut mbedtls_x509write_cert,
    san_list: *const mbedtls_x509_san_list,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `san_list` is NULL or a list whose names hold as many bytes as they say.
    unsafe {
        change(ctx, |object| {
            let value = san_list::general_names(san_list)?;
            object.draft.set_extension(OID_SUBJECT_ALT_NAME, false, value);
            Ok(())
        })
    }
}

/// Sets subjectKeyIdentifier from the subject's key, which must be set: the SHA-1 of it.
///
/// \param ctx  The certificate.
///
/// \return  0; a negative code for NULL or without a key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_subject_key_identifier(ctx: *mut mbedtls_x509write_cert) -> c_int {
    // SAFETY: `ctx` is NULL or initialised, and so is its key.
    unsafe {
        change(ctx, |object| {
            let value = write::key_identifier(&bare_public_key(object.subject_key)?);
            object.draft.set_extension(OID_SUBJECT_KEY_IDENTIFIER, false, value);
            Ok(())
        })
    }
}

/// Sets authorityKeyIdentifier from the issuer's key, which must be set: the SHA-1 of it.
///
/// \param ctx  The certificate.
///
/// \return  0; a negative code for NULL or without a key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_set_authority_key_identifier(ctx: *mut mbedtls_x509write_cert) -> c_int {
    // SAFETY: `ctx` is NULL or initialised, and so is its key.
    unsafe {
        change(ctx, |object| {
            let value = write::authority_key_identifier(&bare_public_key(object.issuer_key)?);
            object.draft.set_extension(OID_AUTHORITY_KEY_IDENTIFIER, false, value);
            Ok(())
        })
    }
}

/// Signs a certificate and writes it in DER, at the END of a buffer.
///
/// \param ctx     The certificate: validity, hash function and both keys must be set.
/// \param buf     The buffer.
/// \param size    Its size in bytes.
/// \param _f_rng  Not needed: the system's randomness is used.
/// \param _p_rng  Not needed.
///
/// \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
///          `MBEDTLS_ERR_X509_INVALID_ALG` if the issuer's key is missing, cannot sign certificates, or is an RSA key that
///          is set to the padding of PKCS #1 v2.1; `MBEDTLS_ERR_OID_NOT_FOUND` for a hash function that cannot be used
///          with it; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL, without a validity, or a version that does not exist;
///          what mbedtls_pk_sign() returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_der(
    ctx: *mut mbedtls_x509write_cert,
    buf: *mut c_uchar,
    size: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised, its keys too; `buf` has room for `size` bytes.
        unsafe { signed(ctx, buf, size).map_or_else(|code| code, |der| put_at_end(&der, buf, size)) }
    })
}

/// Signs a certificate and writes it in PEM, as a string.
///
/// \param ctx     The certificate.
/// \param buf     The buffer.
/// \param size    Its size in bytes, room for the closing zero included.
/// \param _f_rng  Not needed.
/// \param _p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`, or `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL` if there is not even room for
///          the DER; another negative code as for mbedtls_x509write_crt_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_crt_pem(
    ctx: *mut mbedtls_x509write_cert,
    buf: *mut c_uchar,
    size: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised, its keys too; `buf` has room for `size` bytes.
        unsafe {
            match signed(ctx, buf, size) {
                Ok(der) if der.len() > size => crate::capi::asn1::MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
                Ok(der) => put_pem("CERTIFICATE", &der, buf, size),
                Err(code) => code,
            }
        }
    })
}

/// The whole certificate in DER; `buf` and `size` are checked and not used.
///
/// # Safety
/// `ctx` is NULL or initialised, and its keys are NULL or initialised.
unsafe fn signed(ctx: *mut mbedtls_x509write_cert, buf: *mut c_uchar, size: usize) -> Outcome<Vec<u8>> {
    // SAFETY: as stated.
    unsafe {
        let object = object(ctx).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
        let issuer = object.issuer_key;
        let key = certifying_key(issuer)?;
        let hash = object.md.and_then(hash_algorithm);
        let algorithm = write::signature_algorithm(&key, hash).ok_or(MBEDTLS_ERR_OID_NOT_FOUND)?;
        let subject_key = public_der(object.subject_key, buf, size)?;
        let tbs = object
            .draft
            .tbs(&subject_key, &algorithm)
            .map_err(|error| error.code())?;
        let signature = sign(issuer, &key, object.md, &tbs)?;
        Ok(write::certificate(&tbs, &algorithm, &signature))
    }
}

/// The signature over `message`, hashed with `md`, of a key whose public half is `key`.
///
/// # Safety
/// `issuer` is initialised.
pub(in crate::capi) unsafe fn sign(
    issuer: *mut mbedtls_pk_context,
    key: &PublicKey,
    md: Option<mbedtls_md_type_t>,
    message: &[u8],
) -> Outcome<Vec<u8>> {
    // Ed25519 signs the message itself.
    let hash = md
        .and_then(hash_algorithm)
        .filter(|_| !matches!(key, PublicKey::Ed25519(_)));
    let digest = hash.map(|hash| hash.hash(message));
    let (md, input) = match (&digest, md) {
        (Some(digest), Some(md)) => (md, digest.as_ref()),
        _ => (mbedtls_md_type_t::MBEDTLS_MD_NONE, message),
    };
    let mut signature = vec![0u8; SIGNATURE_LIMIT];
    let mut length = 0;
    // SAFETY: the key is initialised, and the lengths are those of the buffers.
    let code = unsafe {
        mbedtls_pk_sign(
            issuer,
            MaybeUninit::new(md),
            input.as_ptr(),
            input.len(),
            signature.as_mut_ptr(),
            signature.len(),
            &mut length,
            None,
            ptr::null_mut(),
        )
    };
    if code != 0 {
        return Err(code);
    }
    signature.truncate(length);
    Ok(signature)
}

/// The public half of a key that signs certificates.
///
/// DEVIATION: an RSA key set to the padding of PKCS #1 v2.1 is refused; 3.6 signs with PSS then and names PKCS #1 v1.5 in
/// the certificate, so that no one can verify it.
///
/// # Safety
/// `key` is NULL or initialised.
pub(in crate::capi) unsafe fn certifying_key(key: *const mbedtls_pk_context) -> Outcome<std::sync::Arc<PublicKey>> {
    // SAFETY: as stated.
    unsafe {
        let kinds = [MBEDTLS_PK_RSA, MBEDTLS_PK_ECDSA, MBEDTLS_PK_ED25519];
        let signs = kinds
            .iter()
            .any(|kind| mbedtls_pk_can_do(key, MaybeUninit::new(*kind)) == 1);
        let is_pss = key
            .as_ref()
            .and_then(|key| rsa_padding(key))
            .map(|(padding, _)| padding);
        if !signs || is_pss == Some(MBEDTLS_RSA_PKCS_V21) {
            return Err(MBEDTLS_ERR_X509_INVALID_ALG);
        }
        public_key(key).ok_or(MBEDTLS_ERR_X509_INVALID_ALG)
    }
}
