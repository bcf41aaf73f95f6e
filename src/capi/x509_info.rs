//! Texts about certificates and revocation lists: what `mbedtls_x509_crt_info`, `mbedtls_x509_crl_info` and
//! `mbedtls_x509_dn_gets` have in common. The wording is that of 3.6, which programs show, parse and compare.
//!
//! A text is made whole, then put into the program's buffer as far as it fits.

use std::ffi::{c_char, c_int, c_void};
use std::fmt::{self, Write as _};
use std::mem::MaybeUninit;

use super::asn1::mbedtls_asn1_buf;
use super::md::mbedtls_md_type_t;
use super::oid::lookup;
use super::pk::{mbedtls_pk_context, mbedtls_pk_rsassa_pss_options, operations, signature};
use super::ptr::{bytes, enum_value};
use super::x509::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_BUFFER_TOO_SMALL, MBEDTLS_ERR_X509_INVALID_NAME,
    mbedtls_x509_name, mbedtls_x509_time,
};
use crate::crypto::hash::HashAlgorithm;
use crate::pki::oid::{self, SignatureKind};

/// Longest value of a name in text, with the zero that 3.6 ends it with.
const VALUE_SIZE: usize = 256;
/// Longest serial number that is written whole, in bytes, and what is written of a longer one.
const SERIAL: (usize, usize) = (32, 28);

/// A text under way. Names hold bytes that need not be UTF-8.
#[derive(Default)]
pub(in crate::capi) struct Text(Vec<u8>);

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

/// Why a text ends early: the code that the function then returns.
pub(in crate::capi) type Cut = Result<(), c_int>;

impl Text {
    /// Appends formatted text.
    pub(in crate::capi) fn add(&mut self, text: fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.write_fmt(text);
    }

    /// Appends bytes as they stand.
    pub(in crate::capi) fn add_bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// `C=NL, O=Company, CN=Name`. Stops where 3.6 does: at a zero byte in a value, and at a value that is too long.
    ///
    /// # Safety
    /// `name` is NULL or a list whose values point to memory.
    pub(in crate::capi) unsafe fn add_name(&mut self, mut name: *const mbedtls_x509_name) -> Cut {
        let mut separator = "";
        // SAFETY: as stated; a list ends with NULL.
        while let Some(one) = unsafe { name.as_ref() } {
            name = one.next;
            if one.oid.p.is_null() {
                // As in 3.6, the first attribute is left out, but not what parts it from the next.
                separator = if separator.is_empty() { ", " } else { separator };
                continue;
            }
            // SAFETY: as stated.
            let (id, value) = unsafe { (content(&one.oid), content(&one.val)) };
            let short = lookup::attribute_name(id);
            let numeric = oid::numeric(id).filter(|_| short.is_none());
            match (short, &numeric) {
                (Some(short), _) => self.add(format_args!("{separator}{}=", short.to_string_lossy())),
                (None, Some(numeric)) => self.add(format_args!("{separator}{numeric}=")),
                (None, None) => self.add(format_args!("{separator}??=")),
            }
            let tag = one.val.tag;
            // As in 3.6, of an attribute whose object identifier is malformed the value is shown.
            if numeric.is_none() && matches!(tag, UTF8_STRING | PRINTABLE_STRING | IA5_STRING) {
                self.add_escaped(value)?;
            } else {
                self.add_encoded(tag, value)?;
            }
            separator = if one.next_merged == 0 { ", " } else { " + " };
        }
        Ok(())
    }

    /// A value as RFC 4514 section 2.4 escapes it; everything but printable ASCII as hexadecimal digits.
    fn add_escaped(&mut self, value: &[u8]) -> Cut {
        let mut out = String::new();
        let last = value.len().saturating_sub(1);
        for (at, &byte) in value.iter().enumerate() {
            let full = Err(MBEDTLS_ERR_X509_BUFFER_TOO_SMALL);
            if out.len() >= VALUE_SIZE - 1 {
                return full;
            }
            let is_special =
                b",=+<>;\"\\".contains(&byte) || (at == 0 && b"# ".contains(&byte)) || (at == last && byte == b' ');
            match byte {
                0 => return Err(MBEDTLS_ERR_X509_INVALID_NAME),
                _ if is_special => {
                    if out.len() + 1 >= VALUE_SIZE - 1 {
                        return full;
                    }
                    out.push('\\');
                    out.push(char::from(byte));
                }
                b' '..=b'~' => out.push(char::from(byte)),
                _ => {
                    if out.len() + 3 >= VALUE_SIZE - 1 {
                        return full;
                    }
                    out += &format!("\\{byte:02X}");
                }
            }
        }
        self.add(format_args!("{out}"));
        Ok(())
    }

    /// A value that is not shown as text: `#` and its encoding (RFC 4514 section 2.4).
    fn add_encoded(&mut self, tag: c_int, value: &[u8]) -> Cut {
        let mut der = Vec::new();
        crate::pki::der::push_element(&mut der, tag as u8, &[value]);
        if der.len() * 2 + 1 > VALUE_SIZE - 1 {
            return Err(MBEDTLS_ERR_X509_BUFFER_TOO_SMALL);
        }
        self.add(format_args!("#"));
        self.add_digits(&der);
        Ok(())
    }

    /// Two hexadecimal digits for each byte.
    pub(in crate::capi) fn add_digits(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.add(format_args!("{byte:02X}"));
        }
    }

    /// `01:2A:FF`, without a zero in front; what does not fit 32 bytes is cut, and dots say so.
    ///
    /// # Safety
    /// The value points to memory.
    pub(in crate::capi) unsafe fn add_serial(&mut self, serial: &mbedtls_asn1_buf) {
        // SAFETY: as stated.
        let bytes = unsafe { content(serial) };
        let shown = if bytes.len() <= SERIAL.0 {
            bytes
        } else {
            &bytes[..SERIAL.1]
        };
        let shown = match shown {
            [0, rest @ ..] if !rest.is_empty() => rest,
            _ => shown,
        };
        for (at, byte) in shown.iter().enumerate() {
            let separator = if at == 0 { "" } else { ":" };
            self.add(format_args!("{separator}{byte:02X}"));
        }
        if bytes.len() > SERIAL.0 {
            self.add(format_args!("...."));
        }
    }

    /// `2024-12-31 23:59:59`.
    pub(in crate::capi) fn add_time(&mut self, time: &mbedtls_x509_time) {
        self.add(format_args!(
            "{:04}-{:02}-{:02} {:02}:{:02}:{:02}",
            time.year, time.mon, time.day, time.hour, time.min, time.sec
        ));
    }

    /// The signature algorithm; `???` if it is not known.
    ///
    /// # Safety
    /// The value points to memory, `options` is NULL or the parameters of RSASSA-PSS.
    pub(in crate::capi) unsafe fn add_signature_algorithm(
        &mut self,
        sig_oid: &mbedtls_asn1_buf,
        md: MaybeUninit<mbedtls_md_type_t>,
        options: *const c_void,
    ) {
        // SAFETY: as stated.
        let id = unsafe { content(sig_oid) };
        let name = lookup::signature_name(id).unwrap_or(c"???");
        self.add_bytes(name.to_bytes());
        if let Some((SignatureKind::RsaPss, _)) = oid::signature(id)
            // SAFETY: as stated.
            && let Some(options) = unsafe { options.cast::<mbedtls_pk_rsassa_pss_options>().as_ref() }
        {
            let name = |md| {
                enum_value(md)
                    .and_then(signature::hash_algorithm)
                    .map_or("???", hash_name)
            };
            self.add(format_args!(
                " ({}, MGF1-{}, 0x{:02X})",
                name(md),
                name(options.mgf1_hash_id),
                options.expected_salt_len
            ));
        }
    }

    /// `RSA key size      : 2048 bits`, with the colon in a column. Refused for no key, whose name is too long for any.
    ///
    /// # Safety
    /// The context is initialised.
    pub(in crate::capi) unsafe fn add_key_size(&mut self, key: &mbedtls_pk_context, column: usize) -> Cut {
        /// Longer than what any key is called.
        const TITLE_LIMIT: usize = 18;
        // SAFETY: as stated; names are static strings.
        let (name, bits) = unsafe {
            let name = std::ffi::CStr::from_ptr(operations::mbedtls_pk_get_name(key));
            (name.to_string_lossy(), operations::mbedtls_pk_get_bitlen(key))
        };
        let title = format!("{name} key size");
        if title.len() >= TITLE_LIMIT {
            return Err(MBEDTLS_ERR_X509_BUFFER_TOO_SMALL);
        }
        self.add(format_args!("{title:<column$}: {bits} bits"));
        Ok(())
    }

    /// Puts the text into C's buffer, and returns its length, or the code it ended with, or that it did not fit.
    ///
    /// # Safety
    /// `buf` is NULL or has room for `size` bytes.
    pub(in crate::capi) unsafe fn put(&self, cut: Cut, buf: *mut c_char, size: usize) -> c_int {
        // SAFETY: passed on.
        let length = unsafe { put(&self.0, buf, size) };
        match cut {
            Err(code) if length >= 0 => code,
            _ => length,
        }
    }
}

use super::asn1::{
    MBEDTLS_ASN1_IA5_STRING as IA5_STRING, MBEDTLS_ASN1_PRINTABLE_STRING as PRINTABLE_STRING,
    MBEDTLS_ASN1_UTF8_STRING as UTF8_STRING,
};

/// The bytes of a value; none if it is malformed.
///
/// # Safety
/// `p` is NULL or holds `len` bytes for as long as the slice lives.
pub(in crate::capi) unsafe fn content<'a>(buf: &mbedtls_asn1_buf) -> &'a [u8] {
    // SAFETY: as stated.
    unsafe { bytes(buf.p, buf.len) }.unwrap_or_default()
}

/// A hash function's name with RSASSA-PSS.
const fn hash_name(hash: HashAlgorithm) -> &'static str {
    match hash {
        HashAlgorithm::Md5 => "MD5",
        HashAlgorithm::Sha1 => "SHA1",
        HashAlgorithm::Sha224 => "SHA224",
        HashAlgorithm::Sha256 => "SHA256",
        HashAlgorithm::Sha384 => "SHA384",
        HashAlgorithm::Sha512 => "SHA512",
        HashAlgorithm::Ripemd160 => "RIPEMD160",
        HashAlgorithm::Sha3_224 => "SHA3-224",
        HashAlgorithm::Sha3_256 => "SHA3-256",
        HashAlgorithm::Sha3_384 => "SHA3-384",
        HashAlgorithm::Sha3_512 => "SHA3-512",
    }
}

/// Writes a text to C's buffer as `snprintf` does, and returns its length, or BUFFER_TOO_SMALL if it was cut.
///
/// # Safety
/// `buf` is NULL or has room for `size` bytes.
pub(in crate::capi) unsafe fn put(text: &[u8], buf: *mut c_char, size: usize) -> c_int {
    if buf.is_null() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    let Some(room) = size.checked_sub(1) else {
        return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;
    };
    let fits = text.len().min(room);
    // SAFETY: `fits` and the closing zero fit `size` bytes.
    unsafe {
        std::ptr::copy_nonoverlapping(text.as_ptr(), buf.cast::<u8>(), fits);
        *buf.add(fits) = 0;
    }
    if fits < text.len() {
        return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;
    }
    c_int::try_from(fits).unwrap_or(c_int::MAX)
}
