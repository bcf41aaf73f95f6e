//! Every function of `x509.h` and `x509_crl.h`, and the texts of `x509_crt.h`, with NULL and misuse. What they say of real
//! input is compared with 3.6.6 by `c-tests/compare/x509`.

use std::ffi::{CStr, c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use super::alt_name::*;
use super::names::*;
use super::text::*;
use super::time::*;
use super::*;
use crate::capi::x509_crl::info::mbedtls_x509_crl_info;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crl::parse::*;
use crate::capi::x509_crt::info::*;
use crate::capi::x509_csr::info::*;
use crate::capi::x509_csr::parse::*;
use crate::capi::x509_csr::write::*;
use crate::capi::x509_csr::{mbedtls_x509_csr, mbedtls_x509write_csr};

const BAD: c_int = MBEDTLS_ERR_X509_BAD_INPUT_DATA;

fn value(tag: c_int, bytes: &[u8]) -> mbedtls_x509_buf {
    mbedtls_x509_buf {
        tag,
        len: bytes.len(),
        p: bytes.as_ptr().cast_mut(),
    }
}

const fn name(oid: mbedtls_x509_buf, val: mbedtls_x509_buf) -> mbedtls_x509_name {
    mbedtls_x509_name {
        oid,
        val,
        next: null_mut(),
        next_merged: 0,
    }
}

fn date(year: c_int) -> mbedtls_x509_time {
    mbedtls_x509_time {
        year,
        mon: 1,
        day: 1,
        ..mbedtls_x509_time::default()
    }
}

#[test]
fn null_everywhere() {
    let mut buf = [1 as c_char; 8];
    let to = buf.as_mut_ptr();
    let at = date(2000);
    unsafe {
        assert_eq!(mbedtls_x509_dn_gets(to, 8, null()), BAD);
        assert_eq!(mbedtls_x509_serial_gets(to, 8, null()), BAD);
        assert_eq!(mbedtls_x509_serial_gets(null_mut(), 8, &value(2, &[1])), BAD);
        assert!(mbedtls_x509_dn_get_next(null_mut()).is_null());
        assert_eq!(mbedtls_x509_time_cmp(null(), &at), 0);
        assert_eq!(mbedtls_x509_time_gmtime(0, null_mut()), BAD);
        assert_eq!(mbedtls_x509_time_is_past(null()), 1);
        assert_eq!(mbedtls_x509_time_is_future(null()), 1);
        let mut san = MaybeUninit::uninit();
        assert_eq!(mbedtls_x509_parse_subject_alt_name(null(), san.as_mut_ptr()), BAD);
        assert_eq!(mbedtls_x509_parse_subject_alt_name(&value(0x82, b"x"), null_mut()), BAD);
        mbedtls_x509_free_subject_alt_name(null_mut());
        assert_eq!(mbedtls_x509_crt_info(null_mut(), 8, c"".as_ptr(), null()), BAD);
        assert_eq!(mbedtls_x509_crt_get_ca_istrue(null()), BAD);
        assert_eq!(mbedtls_x509_crl_info(to, 8, c"".as_ptr(), null()), BAD);
        mbedtls_x509_crl_init(null_mut());
        mbedtls_x509_crl_free(null_mut());
        assert_eq!(mbedtls_x509_crl_parse(null_mut(), b"x".as_ptr(), 1), BAD);
        assert_eq!(mbedtls_x509_crl_parse_der(null_mut(), b"x".as_ptr(), 1), BAD);
        assert_eq!(mbedtls_x509_crl_parse_file(null_mut(), null()), BAD);
        let mut crl = MaybeUninit::<mbedtls_x509_crl>::uninit();
        mbedtls_x509_crl_init(crl.as_mut_ptr());
        let crl = crl.as_mut_ptr();
        assert_eq!(mbedtls_x509_crl_parse(crl, null(), 5), BAD);
        assert_eq!(mbedtls_x509_crl_parse_der(crl, null(), 0), BAD);
        assert_eq!(mbedtls_x509_crl_parse_file(crl, null()), BAD);
        assert_eq!(mbedtls_x509_crl_info(to, 8, null(), crl), BAD);
        mbedtls_x509_crl_free(crl);
        mbedtls_x509_crl_free(crl);
    }
}

#[test]
fn requests_with_null() {
    let mut place = MaybeUninit::<mbedtls_x509_csr>::uninit();
    let csr = place.as_mut_ptr();
    let mut text = [0 as c_char; 8];
    unsafe {
        mbedtls_x509_csr_init(null_mut());
        mbedtls_x509_csr_init(csr);
        assert_eq!(mbedtls_x509_csr_parse_der(null_mut(), b"x".as_ptr(), 1), BAD);
        assert_eq!(mbedtls_x509_csr_parse(csr, null(), 1), BAD);
        assert_eq!(mbedtls_x509_csr_parse_file(csr, null()), BAD);
        assert_eq!(
            mbedtls_x509_csr_parse_der_with_ext_cb(csr, b"x".as_ptr(), 0, None, null_mut()),
            BAD
        );
        assert_eq!(mbedtls_x509_csr_info(text.as_mut_ptr(), 8, null(), csr), BAD);
        assert_eq!(mbedtls_x509_csr_info(text.as_mut_ptr(), 8, c"".as_ptr(), null()), BAD);
        mbedtls_x509_csr_free(csr);
        let mut place = MaybeUninit::<mbedtls_x509write_csr>::uninit();
        let ctx = place.as_mut_ptr();
        mbedtls_x509write_csr_init(ctx);
        mbedtls_x509write_csr_set_key(null_mut(), null_mut());
        assert_eq!(mbedtls_x509write_csr_set_subject_name(ctx, null()), BAD);
        assert_eq!(mbedtls_x509write_csr_set_key_usage(null_mut(), 1), BAD);
        assert_eq!(mbedtls_x509write_csr_set_extension(ctx, null(), 1, 0, null(), 0), BAD);
        assert!(mbedtls_x509write_csr_der(ctx, null_mut(), 0, None, null_mut()) < 0);
        assert!(mbedtls_x509write_csr_pem(null_mut(), null_mut(), 0, None, null_mut()) < 0);
        mbedtls_x509write_csr_free(ctx);
        assert_eq!(mbedtls_x509_string_to_names(null_mut(), c"CN=a".as_ptr()), BAD);
        assert_eq!(mbedtls_x509_crt_parse_cn_inet_pton(null(), null_mut()), 0);
    }
}

#[test]
fn names_of_a_programs_own_making() {
    let no_id = name(value(6, &[]), value(12, b"x"));
    let malformed = name(value(6, &[0x80]), value(12, b"x"));
    let mut second = name(value(6, &[0x55, 4, 3]), value(12, b"second"));
    let mut first = name(value(6, &[0x55, 4, 3]), value(12, b"first"));
    first.next = &raw mut second;
    first.next_merged = 1;
    let mut buf = [0 as c_char; 64];
    unsafe {
        let mut text = |name: &mbedtls_x509_name| {
            let length = mbedtls_x509_dn_gets(buf.as_mut_ptr(), 64, name);
            assert!(length >= 0);
            CStr::from_ptr(buf.as_ptr()).to_str().unwrap().to_owned()
        };
        assert_eq!(text(&no_id), "??=x");
        assert_eq!(text(&malformed), "??=x");
        assert_eq!(text(&first), "CN=first + CN=second");
        assert!(mbedtls_x509_dn_get_next(&mut first).is_null());
        first.next_merged = 0;
        assert_eq!(mbedtls_x509_dn_get_next(&mut first), &raw mut second);
    }
}

#[test]
fn dates() {
    unsafe {
        assert!(mbedtls_x509_time_cmp(&date(1), &date(2)) < 0);
        assert!(mbedtls_x509_time_cmp(&date(3), &date(2)) > 0);
        assert_eq!(mbedtls_x509_time_cmp(&date(2), &date(2)), 0);
        assert_eq!(mbedtls_x509_time_is_past(&date(2000)), 1);
        assert_eq!(mbedtls_x509_time_is_past(&date(9000)), 0);
        assert_eq!(mbedtls_x509_time_is_future(&date(2000)), 0);
        assert_eq!(mbedtls_x509_time_is_future(&date(9000)), 1);
        let mut now = date(0);
        assert_eq!(mbedtls_x509_time_gmtime(946_684_800, &mut now), 0);
        assert_eq!(now, date(2000));
    }
}

#[test]
fn alt_names_that_are_none() {
    let mut san = MaybeUninit::uninit();
    let mut code =
        |tag, bytes: &[u8]| unsafe { mbedtls_x509_parse_subject_alt_name(&value(tag, bytes), san.as_mut_ptr()) };
    assert_eq!(code(0x0c, b"x"), MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE);
    assert_eq!(code(0x88, b"x"), MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE);
    assert_eq!(code(0x87, b"x"), BAD);
    assert!(code(0xa4, b"x") < 0);
    assert!(code(0xa0, b"") < 0);
}
