//! Faults that C libraries had in functions that programs call themselves: reads and writes beside what they were given. Each
//! test has the number of one. What is passed lies against a page that nobody may touch, so that one byte too many ends the test.
#![cfg(feature = "complete")]
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

use std::ffi::{CStr, CString, c_int, c_void};
use std::mem::{MaybeUninit, zeroed};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::ptr;

#[path = "pki_maker/mod.rs"]
mod maker;

use ferrotls::base64;
use ferrotls::capi::asn1::list::mbedtls_asn1_free_named_data_list;
use ferrotls::capi::asn1::mbedtls_asn1_named_data;
use ferrotls::capi::asn1write::mbedtls_asn1_store_named_data;
use ferrotls::capi::ccm::*;
use ferrotls::capi::chacha20::*;
use ferrotls::capi::cipher::*;
use ferrotls::capi::cipher::{context::*, info::*, update::*};
use ferrotls::capi::ecdh::*;
use ferrotls::capi::ecp::groups::*;
use ferrotls::capi::ecp::points::*;
use ferrotls::capi::ecp::*;
use ferrotls::capi::pem::*;
use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::object::*;
use ferrotls::capi::pk::opaque::mbedtls_pk_setup_opaque;
use ferrotls::capi::pk::parse::*;
use ferrotls::capi::pk::write::*;
use ferrotls::capi::psa::attributes::psa_key_attributes_init;
use ferrotls::capi::psa::keys::*;
use ferrotls::capi::psa::values::*;
use ferrotls::capi::psa_util::signature::*;
use ferrotls::capi::rsa::{mbedtls_rsa_pkcs1_decrypt, mbedtls_rsa_public};
use ferrotls::capi::ssl_ciphersuites::*;
use ferrotls::capi::x509::names::*;
use ferrotls::capi::x509_crl::parse::*;
use ferrotls::capi::x509_crl::*;
use ferrotls::capi::x509_crt::mbedtls_x509write_cert;
use ferrotls::capi::x509_crt::write::*;

/// Bytes with pages around them that must not be touched.
struct Guarded {
    map: *mut u8,
    size: usize,
    at: *mut u8,
    len: usize,
}

const PAGE: usize = 4096;

impl Guarded {
    /// The last byte is the last before such a page, or the first is the first behind one.
    fn new(bytes: &[u8], at_end: bool) -> Self {
        let inner = bytes.len().max(1).div_ceil(PAGE) * PAGE;
        let size = inner + 2 * PAGE;
        unsafe {
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
            let map = libc::mmap(ptr::null_mut(), size, libc::PROT_NONE, flags, -1, 0);
            assert_ne!(map, libc::MAP_FAILED);
            let map = map.cast::<u8>();
            let usable = map.add(PAGE);
            let access = libc::PROT_READ | libc::PROT_WRITE;
            assert_eq!(libc::mprotect(usable.cast(), inner, access), 0);
            let at = if at_end {
                usable.add(inner - bytes.len())
            } else {
                usable
            };
            at.copy_from_nonoverlapping(bytes.as_ptr(), bytes.len());
            Self {
                map,
                size,
                at,
                len: bytes.len(),
            }
        }
    }

    fn bytes(&self) -> &[u8] {
        unsafe { std::slice::from_raw_parts(self.at, self.len) }
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        unsafe { libc::munmap(self.map.cast(), self.size) };
    }
}

/// What `f` makes of `bytes`, which end and begin at such a page; it must be the same.
fn beside<T: PartialEq + std::fmt::Debug>(bytes: &[u8], mut f: impl FnMut(&Guarded) -> T) -> T {
    let first = f(&Guarded::new(bytes, true));
    assert_eq!(f(&Guarded::new(bytes, false)), first);
    first
}

/// Wrong codes are negative.
#[track_caller]
fn fails(code: c_int) {
    assert!(code < 0, "{code:#x}");
}

#[test]
fn cve_2023_43615_no_suite_is_without_a_cipher_or_has_rc4() {
    for id in suites() {
        let name = name(id);
        assert!(!name.contains("NULL") && !name.contains("RC4"), "{name}");
    }
}

/// Every suite that is offered.
fn suites() -> Vec<c_int> {
    let mut list = mbedtls_ssl_list_ciphersuites();
    let mut suites = vec![];
    unsafe {
        while *list != 0 {
            suites.push(*list);
            list = list.add(1);
        }
    }
    assert!(suites.len() > 20);
    suites
}

fn name(id: c_int) -> String {
    unsafe {
        let name = mbedtls_ssl_ciphersuite_get_name(mbedtls_ssl_ciphersuite_from_id(id));
        CStr::from_ptr(name).to_str().unwrap().to_owned()
    }
}

/// Also CVE-2026-50587: who exchanges keys by RSA has to decrypt in constant time what anybody sends; here nobody does.
#[test]
fn cve_2024_23170_no_suite_exchanges_keys_by_rsa() {
    for id in suites() {
        let name = name(id);
        let exchanges = [
            "TLS1-3-",
            "TLS-ECDHE-ECDSA-",
            "TLS-ECDHE-RSA-",
            "TLS-ECDHE-PSK-",
            "TLS-PSK-",
        ];
        assert!(exchanges.iter().any(|known| name.starts_with(known)), "{name}");
    }
}

/// RSAES-PKCS1-v1_5 as a program may still use it: whatever is wrong with a message, it decrypts to one that is
/// made up, without an error.
#[test]
fn cve_2026_50587_each_wrong_message_of_rsa_is_answered_alike() {
    let text = [include_bytes!("data/pki/rsa-pkcs8.pem"), &[0][..]].concat();
    unsafe {
        let mut key: mbedtls_pk_context = zeroed();
        let code = mbedtls_pk_parse_key(
            &raw mut key,
            text.as_ptr(),
            text.len(),
            ptr::null(),
            0,
            None,
            ptr::null_mut(),
        );
        assert_eq!(code, 0);
        let rsa = ferrotls::capi::pk::operations::mbedtls_pk_rsa(ptr::read(&raw const key));
        let decrypt = |message: &[u8]| {
            let mut sealed = vec![0; 256];
            assert_eq!(mbedtls_rsa_public(rsa, message.as_ptr(), sealed.as_mut_ptr()), 0);
            let (input, output) = (Guarded::new(&sealed, true), Guarded::new(&[0; 256], true));
            let mut len = usize::MAX;
            let code = mbedtls_rsa_pkcs1_decrypt(
                rsa,
                Some(numbers),
                ptr::null_mut(),
                &raw mut len,
                input.at,
                output.at,
                output.len,
            );
            assert!(len <= 245 && output.bytes()[len..].iter().all(|byte| *byte == 0));
            (code, output.bytes()[..len].to_vec())
        };
        // EB = 00 || BT || PS || 00 || D
        let right = [&[0, 2][..], &[7; 20], &[0], &[5; 233]].concat();
        assert_eq!(decrypt(&right), (0, vec![5; 233]));
        for wrong in [
            [&[0, 1][..], &[7; 20], &[0], &[5; 233]].concat(),
            [&[1, 2][..], &[7; 20], &[0], &[5; 233]].concat(),
            [&[0, 2][..], &[7; 254]].concat(),
            [&[0, 2][..], &[7; 7], &[0], &[5; 246]].concat(),
            [&[0, 2][..], &[0], &[5; 253]].concat(),
            vec![0; 256],
        ] {
            // A message that is made up, and the same each time: who sent it learns nothing.
            let (code, made_up) = decrypt(&wrong);
            assert_eq!(code, 0);
            assert!(!made_up.windows(4).any(|four| four == [5; 4]));
            assert_eq!(decrypt(&wrong), (code, made_up));
        }
        mbedtls_pk_free(&raw mut key);
    }
}

/// Also CVE-2025-49087: of a padding that is wrong, nothing shows but that it is.
#[test]
fn cve_2025_59438_each_wrong_padding_is_answered_alike() {
    let mut right = 0;
    for last in 0..=255_u8 {
        unsafe {
            let mut ctx: mbedtls_cipher_context_t = zeroed();
            mbedtls_cipher_init(&raw mut ctx);
            let info =
                mbedtls_cipher_info_from_type(MaybeUninit::new(mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_128_CBC));
            assert_eq!(mbedtls_cipher_setup(&raw mut ctx, info), 0);
            let decrypt = MaybeUninit::new(mbedtls_operation_t::MBEDTLS_DECRYPT);
            assert_eq!(mbedtls_cipher_setkey(&raw mut ctx, [3; 16].as_ptr(), 128, decrypt), 0);
            let padding = MaybeUninit::new(mbedtls_cipher_padding_t::MBEDTLS_PADDING_PKCS7);
            assert_eq!(mbedtls_cipher_set_padding_mode(&raw mut ctx, padding), 0);
            let mut codes = [0; 2];
            let mut lens = [0; 2];
            let mut wrong = 0;
            for (index, code) in codes.iter_mut().enumerate() {
                // The vector changes the last byte of the only block.
                let mut iv = [0; 16];
                iv[15] = last;
                assert_eq!(mbedtls_cipher_set_iv(&raw mut ctx, iv.as_ptr(), 16), 0);
                assert_eq!(mbedtls_cipher_reset(&raw mut ctx), 0);
                let mut out = [0; 32];
                let mut len = 0;
                let input = [9; 16];
                let update = mbedtls_cipher_update(&raw mut ctx, input.as_ptr(), 16, out.as_mut_ptr(), &raw mut len);
                assert_eq!((update, len), (0, 0));
                *code = if index == 0 {
                    mbedtls_cipher_finish(&raw mut ctx, out.as_mut_ptr(), &raw mut lens[0])
                } else {
                    mbedtls_cipher_finish_padded(&raw mut ctx, out.as_mut_ptr(), &raw mut lens[1], &raw mut wrong)
                };
            }
            let is_wrong = codes[0] != 0;
            assert!(!is_wrong || codes[0] == MBEDTLS_ERR_CIPHER_INVALID_PADDING);
            assert_eq!((codes[1], wrong), (0, if is_wrong { usize::MAX } else { 0 }));
            assert_eq!(lens[0], lens[1]);
            right += usize::from(!is_wrong);
            mbedtls_cipher_free(&raw mut ctx);
        }
    }
    assert!(right >= 1, "one byte of padding is always among them");
}

#[test]
fn cve_2024_45158_signatures_of_any_length_are_converted_or_refused() {
    let der = [&[0x30, 6, 2, 1, 5, 2, 1, 7][..]].concat();
    for bits in [0, 1, 255, 256, 521, 528, 529, 4096, 1 << 20, usize::MAX - 7, usize::MAX] {
        let fits = bits != 0 && bits <= 528;
        for room in [0, 1, 63, 64, 132, 200] {
            beside(&vec![0; room], |raw| {
                let mut len = 0;
                let der = Guarded::new(&der, true);
                let code = unsafe { mbedtls_ecdsa_der_to_raw(bits, der.at, der.len, raw.at, raw.len, &raw mut len) };
                assert_eq!(
                    code == 0,
                    fits && room >= 2 * bits.div_ceil(8),
                    "{bits} {room} {code:x}"
                );
                assert!(code <= 0 && len <= room);
                (code, len)
            });
            for raw_len in [0, 2, 64, 132, 2 * bits.div_ceil(8).min(600)] {
                let raw = Guarded::new(&vec![1; raw_len], true);
                beside(&vec![0; room], |der| {
                    let mut len = 0;
                    let code =
                        unsafe { mbedtls_ecdsa_raw_to_der(bits, raw.at, raw_len, der.at, der.len, &raw mut len) };
                    assert!(code <= 0 && len <= room);
                    assert!(code != 0 || fits && raw_len == 2 * bits.div_ceil(8));
                    (code, len)
                });
            }
        }
    }
}

#[test]
fn cve_2026_25833_addresses_in_text_are_read_to_their_end_and_no_further() {
    let mut texts: Vec<String> = [
        "",
        ":",
        "::",
        ":::",
        "::::",
        "1",
        "1:",
        ":1",
        "::1",
        "1::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:",
        ":1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1::3:4:5:6:7:8",
        "1:2:3:4:5:6:7::8",
        "12345::",
        "::g",
        "::1%eth0",
        "::1.2.3.4",
        "::1.2.3",
        "1:2:3:4:5:6:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "::256.1.1.1",
        "1.2.3.4",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "256.2.3.4",
        "1..2.3",
        ".1.2.3.4",
        "1.2.3.4.",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        " ::1",
        "::1 ",
    ]
    .map(String::from)
    .to_vec();
    texts.extend((0..60).map(|len| ":".repeat(len)));
    texts.extend((0..60).map(|len| "0:".repeat(len)));
    texts.extend((0..60).map(|len| "1.".repeat(len)));
    for text in texts {
        let expected = if let Ok(address) = text.parse::<Ipv6Addr>() {
            address.octets().to_vec()
        } else if let Ok(address) = text.parse::<Ipv4Addr>() {
            address.octets().to_vec()
        } else {
            vec![]
        };
        let text = CString::new(text).unwrap();
        beside(text.as_bytes_with_nul(), |text| {
            beside(&[0; 16], |to| {
                let len = unsafe { mbedtls_x509_crt_parse_cn_inet_pton(text.at.cast(), to.at.cast()) };
                assert_eq!(to.bytes()[..len], expected);
            });
        });
    }
}

#[test]
fn cve_2025_47917_a_list_of_names_is_not_freed_under_the_program() {
    unsafe {
        let mut head: *mut mbedtls_asn1_named_data = ptr::null_mut();
        assert_eq!(mbedtls_x509_string_to_names(&raw mut head, c"CN=one,O=two".as_ptr()), 0);
        let first = head;
        // A list that is there is neither freed nor added to.
        fails(mbedtls_x509_string_to_names(&raw mut head, c"CN=three".as_ptr()));
        assert_eq!(head, first);
        assert_eq!(std::slice::from_raw_parts((*head).val.p, (*head).val.len), b"two");
        mbedtls_asn1_free_named_data_list(&raw mut head);
        assert!(head.is_null());
    }
}

#[test]
fn cve_2025_48965_a_value_with_a_length_has_bytes() {
    let lens = [0, 1, 5, 300];
    for first in lens {
        for second in lens {
            for (with_first, with_second) in [(true, false), (false, true), (false, false), (true, true)] {
                unsafe {
                    let mut head: *mut mbedtls_asn1_named_data = ptr::null_mut();
                    let (one, two) = (vec![1; first], vec![2; second]);
                    let given = |value: &Vec<u8>, with: bool| if with { value.as_ptr() } else { ptr::null() };
                    for (value, with) in [(&one, with_first), (&two, with_second)] {
                        let oid = c"\x55\x04\x03";
                        let entry = mbedtls_asn1_store_named_data(
                            &raw mut head,
                            oid.as_ptr(),
                            3,
                            given(value, with),
                            value.len(),
                        );
                        assert_eq!((*entry).val.len, value.len());
                        assert_eq!((*entry).val.p.is_null(), value.is_empty());
                        let held = if value.is_empty() {
                            &[][..]
                        } else {
                            std::slice::from_raw_parts((*entry).val.p, value.len())
                        };
                        assert!(!with || held == &value[..]);
                    }
                    mbedtls_asn1_free_named_data_list(&raw mut head);
                }
            }
        }
    }
    // What names such texts leave is whole too.
    for text in [
        c"CN=",
        c"CN=,O=",
        c"O=a,CN=",
        c"CN=#",
        c"CN=#0c00",
        c"CN=\\",
        c"CN=a\\",
        c"CN=a\\4",
        c"=",
        c",",
        c"CN",
    ] {
        unsafe {
            let mut head: *mut mbedtls_asn1_named_data = ptr::null_mut();
            let bytes = text.to_bytes_with_nul();
            let text = Guarded::new(bytes, true);
            let code = mbedtls_x509_string_to_names(&raw mut head, text.at.cast());
            assert!(code <= 0);
            let mut entry = head;
            while !entry.is_null() {
                assert_eq!((*entry).val.p.is_null(), (*entry).val.len == 0);
                entry = (*entry).next;
            }
            mbedtls_asn1_free_named_data_list(&raw mut head);
        }
    }
}

#[test]
fn cve_2024_23775_an_extension_of_any_length_is_copied_or_refused() {
    unsafe {
        let mut ctx: mbedtls_x509write_cert = zeroed();
        mbedtls_x509write_crt_init(&raw mut ctx);
        let value = Guarded::new(&[7; 10], true);
        for len in [usize::MAX, usize::MAX - 1, usize::MAX / 2, isize::MAX as usize] {
            let code = mbedtls_x509write_crt_set_extension(&raw mut ctx, c"\x2a\x03".as_ptr(), 2, 0, value.at, len);
            fails(code);
        }
        let code = mbedtls_x509write_crt_set_extension(&raw mut ctx, c"\x2a\x03".as_ptr(), 2, 0, value.at, 10);
        assert_eq!(code, 0);
        mbedtls_x509write_crt_free(&raw mut ctx);
    }
}

#[test]
fn cve_2026_34876_a_tag_is_as_long_as_was_said() {
    unsafe {
        for tag_len in [0, 4, 15, 16, 17, 18, 255, usize::MAX] {
            let mut ctx: mbedtls_ccm_context = zeroed();
            mbedtls_ccm_init(&raw mut ctx);
            let cipher = MaybeUninit::new(mbedtls_cipher_id_t::MBEDTLS_CIPHER_ID_AES);
            assert_eq!(mbedtls_ccm_setkey(&raw mut ctx, cipher, [1; 16].as_ptr(), 128), 0);
            assert_eq!(
                mbedtls_ccm_starts(&raw mut ctx, MBEDTLS_CCM_ENCRYPT, [2; 13].as_ptr(), 13),
                0
            );
            assert_eq!(mbedtls_ccm_set_lengths(&raw mut ctx, 0, 3, 16), 0);
            let mut out = [0; 16];
            let mut len = 0;
            assert_eq!(
                mbedtls_ccm_update(&raw mut ctx, [3; 3].as_ptr(), 3, out.as_mut_ptr(), 16, &raw mut len),
                0
            );
            let tag = Guarded::new(&vec![0; tag_len.min(16)], true);
            let code = mbedtls_ccm_finish(&raw mut ctx, tag.at, tag_len);
            assert!(code <= 0);
            assert!(tag_len <= 16 || code < 0, "{tag_len}");
            assert!(tag_len != 16 || code == 0);
            mbedtls_ccm_free(&raw mut ctx);
        }
    }
}

unsafe extern "C" fn numbers(_: *mut c_void, to: *mut u8, len: usize) -> c_int {
    unsafe { c_int::try_from(libc::getrandom(to.cast(), len, 0)).unwrap() - len as c_int }
}

#[test]
fn cve_2026_35336_a_shared_secret_needs_its_room() {
    for room in [0, 1, 16, 31, 32, 33] {
        unsafe {
            let mut ends: [mbedtls_ecdh_context; 2] = zeroed();
            let mut message = [0; 200];
            let mut len = 0;
            for end in &mut ends {
                mbedtls_ecdh_init(end);
                let group = MaybeUninit::new(mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256R1);
                assert_eq!(mbedtls_ecdh_setup(end, group), 0);
            }
            let [own, peer] = &mut ends;
            let to = message.as_mut_ptr();
            assert_eq!(
                mbedtls_ecdh_make_public(own, &raw mut len, to, 200, Some(numbers), ptr::null_mut()),
                0
            );
            assert_eq!(
                mbedtls_ecdh_make_public(peer, &raw mut len, to, 200, Some(numbers), ptr::null_mut()),
                0
            );
            assert_eq!(mbedtls_ecdh_read_public(own, message.as_ptr(), len), 0);
            beside(&vec![0; room], |secret| {
                let mut len = 0;
                let code =
                    mbedtls_ecdh_calc_secret(own, &raw mut len, secret.at, secret.len, Some(numbers), ptr::null_mut());
                assert_eq!(code == 0, room >= 32, "{room} {code:x}");
                assert!(code == 0 && len == 32 || code < 0 && len <= room);
            });
            for end in &mut ends {
                mbedtls_ecdh_free(end);
            }
        }
    }
}

/// A P-256 key that the PSA interface holds, for a program to write out.
fn opaque_key() -> (mbedtls_pk_context, u32) {
    unsafe {
        let mut id = 0;
        let mut attributes = psa_key_attributes_init();
        attributes.type_ = PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | PSA_ECC_FAMILY_SECP_R1 as u16;
        attributes.bits = 256;
        attributes.policy.usage = PSA_KEY_USAGE_EXPORT;
        assert_eq!(psa_generate_key(&raw const attributes, &raw mut id), 0);
        let mut key: mbedtls_pk_context = zeroed();
        assert_eq!(mbedtls_pk_setup_opaque(&raw mut key, id), 0);
        (key, id)
    }
}

#[test]
fn cve_2024_49195_a_key_is_not_written_in_front_of_its_room() {
    let (mut key, id) = opaque_key();
    type Write = unsafe extern "C" fn(*const mbedtls_pk_context, *mut u8, usize) -> c_int;
    let writes: [(Write, usize); 4] = [
        (mbedtls_pk_write_key_der, 200),
        (mbedtls_pk_write_pubkey_der, 150),
        (mbedtls_pk_write_key_pem, 400),
        (mbedtls_pk_write_pubkey_pem, 400),
    ];
    for (write, most) in writes {
        let mut written = 0;
        for room in 0..most {
            let code = beside(&vec![0; room], |to| unsafe { write(&raw const key, to.at, to.len) });
            written += usize::from(code >= 0);
            // Once there is enough room there always is.
            assert_eq!(code >= 0, written > 0, "{room}");
        }
        assert!(written > 0);
    }
    unsafe {
        mbedtls_pk_free(&raw mut key);
        assert_eq!(psa_destroy_key(id), 0);
    }
}

#[test]
fn cve_2026_50583_a_public_key_without_a_point_is_none() {
    // SubjectPublicKeyInfo of P-256 with points of 0, 1 and 2 bytes.
    for point in [&[][..], &[0], &[4], &[4, 0], &[2], &[3, 0], &[0, 0]] {
        let algorithm = [
            0x30, 0x13, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7,
        ];
        for unused in [None, Some(0_u8), Some(8)] {
            let bits: Vec<u8> = unused.into_iter().chain(point.iter().copied()).collect();
            let body = [&algorithm[..], &[3, bits.len() as u8], &bits].concat();
            let spki = [&[0x30, body.len() as u8][..], &body].concat();
            beside(&spki, |spki| unsafe {
                let mut key: mbedtls_pk_context = zeroed();
                fails(mbedtls_pk_parse_public_key(&raw mut key, spki.at, spki.len));
                mbedtls_pk_free(&raw mut key);
                let mut at = spki.at;
                fails(mbedtls_pk_parse_subpubkey(
                    &raw mut at,
                    spki.at.add(spki.len),
                    &raw mut key,
                ));
                mbedtls_pk_free(&raw mut key);
            });
        }
        beside(point, |point| unsafe {
            let mut group: mbedtls_ecp_group = zeroed();
            let id = MaybeUninit::new(mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP256R1);
            assert_eq!(mbedtls_ecp_group_load(&raw mut group, id), 0);
            let mut read: mbedtls_ecp_point = zeroed();
            let code = mbedtls_ecp_point_read_binary(&raw const group, &raw mut read, point.at, point.len);
            // A single zero is the point at infinity, which reads as such.
            assert!(
                code < 0 || code == 0 && point.bytes() == [0],
                "{:x?} {code:x}",
                point.bytes()
            );
            mbedtls_ecp_point_free(&raw mut read);
            mbedtls_ecp_group_free(&raw mut group);
        });
    }
}

#[test]
fn cve_2026_50584_the_counter_of_chacha20_does_not_begin_anew() {
    unsafe {
        let stream = |counter: u32, len: usize| {
            let mut ctx: mbedtls_chacha20_context = zeroed();
            mbedtls_chacha20_init(&raw mut ctx);
            assert_eq!(mbedtls_chacha20_setkey(&raw mut ctx, [1; 32].as_ptr()), 0);
            assert_eq!(mbedtls_chacha20_starts(&raw mut ctx, [2; 12].as_ptr(), counter), 0);
            let mut out = vec![0; len];
            let zeros = vec![0; len];
            let code = mbedtls_chacha20_update(&raw mut ctx, len, zeros.as_ptr(), out.as_mut_ptr());
            mbedtls_chacha20_free(&raw mut ctx);
            (code, out)
        };
        let (code, first) = stream(0, 64);
        assert_eq!(code, 0);
        assert_eq!(stream(u32::MAX - 1, 128).0, 0);
        let (code, over) = stream(u32::MAX, 192);
        assert_eq!(code, MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA);
        let reused = over.chunks(64).skip(1).any(|block| block == first);
        assert!(!reused, "the key stream begins anew");
        // The same where one call ends before the last block is used up, and the next goes on behind it.
        for (counter, before, last) in [
            (u32::MAX, 64, 64),
            (u32::MAX, 1, 64),
            (u32::MAX, 63, 64),
            (u32::MAX - 1, 100, 128),
        ] {
            let mut ctx: mbedtls_chacha20_context = zeroed();
            mbedtls_chacha20_init(&raw mut ctx);
            assert_eq!(mbedtls_chacha20_setkey(&raw mut ctx, [1; 32].as_ptr()), 0);
            assert_eq!(mbedtls_chacha20_starts(&raw mut ctx, [2; 12].as_ptr(), counter), 0);
            let mut out = [0; 128];
            let update = |ctx: *mut _, len: usize, out: &mut [u8]| {
                mbedtls_chacha20_update(ctx, len, [0; 128].as_ptr(), out.as_mut_ptr())
            };
            assert_eq!(update(&raw mut ctx, before, &mut out), 0);
            for len in [last - before + 1, last - before + 64] {
                let mut over = [0; 128];
                let code = update(&raw mut ctx, len, &mut over);
                assert_eq!(code, MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA, "{before} {len}");
                let start = last - before;
                assert_ne!(over[start..len], first[..len - start], "{before} {len}");
            }
            // What is left of the last block is there all the same, and then nothing.
            assert_eq!(update(&raw mut ctx, last - before, &mut out), 0);
            assert_eq!(update(&raw mut ctx, 1, &mut out), MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA);
            mbedtls_chacha20_free(&raw mut ctx);
        }
    }
}

#[test]
fn cve_2026_34875_the_psa_interface_has_no_finite_field_keys() {
    // Also CVE-2026-34872: so there is no public value of a peer to check, and none to write over.
    unsafe {
        for bits in [1024_u16, 2048, 3072, 8192] {
            let mut attributes = psa_key_attributes_init();
            attributes.type_ = PSA_KEY_TYPE_DH_KEY_PAIR_BASE | 3;
            attributes.bits = bits;
            attributes.policy.alg = PSA_ALG_FFDH;
            attributes.policy.usage = PSA_KEY_USAGE_DERIVE | PSA_KEY_USAGE_EXPORT;
            let mut id = 0;
            assert_eq!(
                psa_generate_key(&raw const attributes, &raw mut id),
                PSA_ERROR_NOT_SUPPORTED
            );
            let value = Guarded::new(&vec![1; usize::from(bits) / 8], true);
            let code = psa_import_key(&raw const attributes, value.at, value.len, &raw mut id);
            assert_ne!(code, 0);
            assert_eq!(id, 0);
        }
    }
}

/// A PEM text whose body says that it is encrypted.
fn encrypted_pem(label: &str, sealed: &[u8]) -> Vec<u8> {
    let mut text = format!(
        "-----BEGIN {label}-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,000102030405060708090A0B0C0D0E0F\n\n"
    );
    for line in sealed.chunks(48) {
        text.push_str(&base64::encode(line));
        text.push('\n');
    }
    text.push_str(&format!("-----END {label}-----\n\0"));
    text.into_bytes()
}

#[test]
fn cve_2025_52497_pem_that_is_encrypted_and_has_nothing_inside() {
    let (begin, end) = (c"-----BEGIN EC PRIVATE KEY-----", c"-----END EC PRIVATE KEY-----");
    let mut codes = std::collections::HashSet::new();
    let read = |sealed: &[u8]| {
        let text = encrypted_pem("EC PRIVATE KEY", sealed);
        beside(&text, |text| unsafe {
            let mut pem: mbedtls_pem_context = zeroed();
            mbedtls_pem_init(&raw mut pem);
            let (password, mut used) = (b"password", 0);
            let code = mbedtls_pem_read_buffer(
                &raw mut pem,
                begin.as_ptr(),
                end.as_ptr(),
                text.at,
                password.as_ptr(),
                8,
                &raw mut used,
            );
            mbedtls_pem_free(&raw mut pem);
            let mut key: mbedtls_pk_context = zeroed();
            let (at, len) = (text.at, text.len);
            fails(mbedtls_pk_parse_key(
                &raw mut key,
                at,
                len,
                password.as_ptr(),
                8,
                None,
                ptr::null_mut(),
            ));
            fails(mbedtls_pk_parse_public_key(&raw mut key, at, len));
            mbedtls_pk_free(&raw mut key);
            code
        })
    };
    for len in 0..50 {
        let code = read(&vec![0x5a; len]);
        assert!(code <= 0);
        assert!(len % 16 == 0 && len > 0 || code < 0, "{len}");
    }
    // Every last byte that the padding may have.
    for last in 0..=255 {
        let mut sealed = [0x5a; 48];
        sealed[31] = last;
        codes.insert(read(&sealed));
    }
    assert!(codes.iter().all(|code| *code <= 0), "{codes:x?}");
}

/// The reader of the crate that the advisory is about is not used; ours has to stand the same lists: issuingDistributionPoint with
/// an empty bit string for onlySomeReasons, and every other malformed one.
#[test]
fn rustsec_2026_0104_a_list_that_is_malformed_anywhere_is_refused_or_read() {
    let point = |value: &[u8]| maker::extension(&[0x55, 0x1d, 0x1c], false, value);
    let parse = |bytes: &[u8]| {
        beside(bytes, |bytes| unsafe {
            let mut crl: mbedtls_x509_crl = zeroed();
            mbedtls_x509_crl_init(&raw mut crl);
            let code = mbedtls_x509_crl_parse_der(&raw mut crl, bytes.at, bytes.len);
            mbedtls_x509_crl_free(&raw mut crl);
            assert!(code <= 0);
            code
        })
    };
    let signer = maker::p256(0);
    let list_with = |value: &[u8]| {
        maker::CrlRecipe {
            revoked: vec![vec![5], vec![1, 2, 3]],
            extensions: vec![point(value)],
            ..maker::CrlRecipe::new("Root")
        }
        .der(signer)
    };
    for value in [
        &[][..],
        &[0x30, 0],
        &[0x30, 2, 0x83, 0],
        &[0x30, 3, 0x83, 1, 0],
        &[0x30, 3, 0x83, 1, 8],
        &[0x30, 3, 0x83, 0x80, 0],
        &[0x30, 2, 0xa0, 0],
        &[0x30, 4, 0xa0, 2, 0xa0, 0],
    ] {
        parse(&list_with(value));
    }
    let list = list_with(&[0x30, 4, 0x83, 2, 7, 0x80]);
    assert_eq!(parse(&list), 0);
    for len in 0..list.len() {
        fails(parse(&list[..len]));
    }
    for at in 0..list.len() {
        for value in [0, 1, 0x7f, 0x80, 0x84, 0xff, list[at] ^ 1, list[at].wrapping_add(1)] {
            let mut other = list.clone();
            other[at] = value;
            parse(&other);
        }
    }
}
