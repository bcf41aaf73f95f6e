//! NULL everywhere, and lists. What is made of well-formed and malformed bytes is compared with 3.6.6 by
//! `c-tests/compare/encodings`.

use core::ptr::{null, null_mut};

use super::list::*;
use super::read::*;
use super::*;
use crate::capi::asn1write::*;

#[test]
fn null_everywhere() {
    let data = [0x30u8, 0x03, 0x02, 0x01, 0x05];
    let end = data.as_ptr_range().end;
    let bad = MBEDTLS_ERR_ASN1_INVALID_DATA;
    unsafe {
        let mut p = data.as_ptr().cast_mut();
        let p = &raw mut p;
        assert_eq!(mbedtls_asn1_get_len(null_mut(), end, null_mut()), bad);
        assert_eq!(mbedtls_asn1_get_tag(p, end, null_mut(), 0x30), bad);
        assert_eq!(mbedtls_asn1_get_alg(p, end, null_mut(), null_mut()), bad);
        assert_eq!(mbedtls_asn1_get_alg_null(p, end, null_mut()), bad);
        assert_eq!(mbedtls_asn1_get_bitstring(p, end, null_mut()), bad);
        assert_eq!(mbedtls_asn1_get_bitstring_null(p, end, null_mut()), bad);
        assert_eq!(mbedtls_asn1_get_sequence_of(p, end, null_mut(), 2), bad);
        assert_eq!(
            mbedtls_asn1_get_mpi(p, end, null_mut()),
            MBEDTLS_ERR_ASN1_UNEXPECTED_TAG
        );
        assert_eq!(*p, data.as_ptr().cast_mut());
        assert_eq!(
            mbedtls_asn1_get_bool(p, null(), null_mut()),
            MBEDTLS_ERR_ASN1_OUT_OF_DATA
        );
        assert_eq!(
            mbedtls_asn1_traverse_sequence_of(p, end, 0, 0, 0, 0, None, null_mut()),
            0
        );
        let mut number = data.as_ptr().wrapping_add(2).cast_mut();
        assert_eq!(mbedtls_asn1_get_int(&raw mut number, end, null_mut()), 0);
        mbedtls_asn1_sequence_free(null_mut());
        mbedtls_asn1_free_named_data(null_mut());
        mbedtls_asn1_free_named_data_list(null_mut());
        mbedtls_asn1_free_named_data_list_shallow(null_mut());
        assert!(mbedtls_asn1_find_named_data(null(), null(), 1).is_null());
        assert!(mbedtls_asn1_store_named_data(null_mut(), null(), 1, null(), 1).is_null());
        assert_eq!(mbedtls_asn1_write_len(null_mut(), null(), 1), bad);
        let mut out = null_mut();
        assert_eq!(mbedtls_asn1_write_null(&raw mut out, null()), bad);
        let mut room = [0u8; 8];
        let mut out = room.as_mut_ptr().wrapping_add(8);
        let out = &raw mut out;
        assert_eq!(mbedtls_asn1_write_oid(out, room.as_ptr(), null(), 3), bad);
        assert_eq!(mbedtls_asn1_write_mpi(out, room.as_ptr(), null()), bad);
        assert_eq!(mbedtls_asn1_write_octet_string(out, room.as_ptr(), null(), 0), 2);
        assert_eq!(
            mbedtls_asn1_write_bitstring(out, room.as_ptr(), data.as_ptr(), usize::MAX),
            MBEDTLS_ERR_ASN1_BUF_TOO_SMALL
        );
    }
}

#[test]
fn entries_are_stored_and_found() {
    let id = c"\x55\x04\x03".as_ptr();
    unsafe {
        let mut head = null_mut();
        let head = &raw mut head;
        let first = mbedtls_asn1_store_named_data(head, id, 3, b"first".as_ptr(), 5);
        let other = mbedtls_asn1_store_named_data(head, id, 2, null(), 0);
        assert_eq!((*head, (*other).next), (other, first));
        assert!((*other).val.p.is_null());
        assert_eq!(mbedtls_asn1_store_named_data(head, id, 3, b"second".as_ptr(), 6), first);
        let found = mbedtls_asn1_find_named_data(*head, id, 3);
        assert_eq!(found, first.cast_const());
        assert_eq!(core::slice::from_raw_parts((*found).val.p, (*found).val.len), b"second");
        assert_eq!(mbedtls_asn1_store_named_data(head, id, 3, null(), 0), first);
        assert!((*first).val.p.is_null());
        mbedtls_asn1_free_named_data_list(head);
        assert!((*head).is_null());
    }
}
