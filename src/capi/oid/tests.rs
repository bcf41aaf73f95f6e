//! NULL everywhere, and that each table leads both ways. What is known is compared with 3.6.6 by
//! `c-tests/compare/encodings`.

use core::ffi::{CStr, c_char};
use core::mem::MaybeUninit;
use core::ptr::{null, null_mut};

use super::lookup::*;
use super::numeric::*;
use super::*;
use crate::capi::asn1::{MBEDTLS_ERR_ASN1_INVALID_DATA, mbedtls_asn1_buf};
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::mbedtls_pk_type_t;
use crate::capi::platform::mbedtls_free;

const NONE: c_int = MBEDTLS_ERR_OID_NOT_FOUND;

fn id(content: &[u8]) -> mbedtls_asn1_buf {
    mbedtls_asn1_buf {
        tag: 6,
        len: content.len(),
        p: content.as_ptr().cast_mut(),
    }
}

#[test]
fn null_everywhere() {
    unsafe {
        assert_eq!(mbedtls_oid_get_attr_short_name(null(), null_mut()), NONE);
        assert_eq!(mbedtls_oid_get_sig_alg(null(), null_mut(), null_mut()), NONE);
        let name = id(&[0x55, 4, 3]);
        assert_eq!(mbedtls_oid_get_attr_short_name(&name, null_mut()), 0);
        let md = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA256);
        assert_eq!(mbedtls_oid_get_oid_by_md(md, null_mut(), null_mut()), 0);
        let bad = MBEDTLS_ERR_ASN1_INVALID_DATA;
        assert_eq!(mbedtls_oid_get_numeric_string(null_mut(), 9, null()), bad);
        assert_eq!(
            mbedtls_oid_get_numeric_string(null_mut(), 9, &name),
            MBEDTLS_ERR_OID_BUF_TOO_SMALL
        );
        assert_eq!(mbedtls_oid_from_numeric_string(null_mut(), c"1.2".as_ptr(), 3), bad);
        let mut read = id(&[]);
        assert_eq!(mbedtls_oid_from_numeric_string(&mut read, null(), 3), bad);
    }
}

#[test]
fn a_key_of_ours_has_a_name() {
    let (mut name, mut len) = (null(), 0);
    let mut kind = mbedtls_pk_type_t::MBEDTLS_PK_NONE;
    unsafe {
        let ed25519 = MaybeUninit::new(mbedtls_pk_type_t::MBEDTLS_PK_ED25519);
        assert_eq!(mbedtls_oid_get_oid_by_pk_alg(ed25519, &mut name, &mut len), 0);
        let content = id(core::slice::from_raw_parts(name.cast(), len));
        assert_eq!(mbedtls_oid_get_pk_alg(&content, &mut kind), 0);
        let mut text = null();
        assert_eq!(mbedtls_oid_get_sig_alg_desc(&content, &mut text), 0);
        assert_eq!(CStr::from_ptr(text), c"Ed25519");
    }
    assert_eq!(kind, mbedtls_pk_type_t::MBEDTLS_PK_ED25519);
}

#[test]
fn numbers_both_ways() {
    let text = c"2.999.4294967295.0";
    let mut read = id(&[]);
    let mut buf = [0 as c_char; 32];
    unsafe {
        assert_eq!(mbedtls_oid_from_numeric_string(&mut read, text.as_ptr(), 18), 0);
        assert_eq!(mbedtls_oid_get_numeric_string(buf.as_mut_ptr(), buf.len(), &read), 18);
        assert_eq!(CStr::from_ptr(buf.as_ptr()), text);
        assert_eq!(
            mbedtls_oid_get_numeric_string(buf.as_mut_ptr(), 18, &read),
            MBEDTLS_ERR_OID_BUF_TOO_SMALL
        );
        mbedtls_free(read.p.cast());
        // A number that does not fit; 3.6 reads it as 0.
        let text = c"1.2.4294967296";
        assert!(mbedtls_oid_from_numeric_string(&mut read, text.as_ptr(), 14) < 0);
        assert!(read.p.is_null());
    }
}
