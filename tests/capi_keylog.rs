//! The key log: what stands in the file is what the application's own callback is told, and more.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
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

mod c_pair;

use std::collections::BTreeSet;
use std::ffi::{CString, c_uchar, c_void};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use c_pair::{CPair, Pki, Shared, V12};
use ferrotls::capi::ferrotls::keylog::{ferrotls_conf_keylog_env, ferrotls_conf_keylog_file};
use ferrotls::capi::ssl::context::mbedtls_ssl_set_export_keys_cb;
use ferrotls::capi::ssl::enums::{mbedtls_ssl_key_export_type, mbedtls_tls_prf_types};

/// What a callback was told: the number of the secret, the secret, the client's random.
type Told = Vec<(i32, Vec<u8>, Vec<u8>)>;

unsafe extern "C" fn note(
    told: *mut c_void,
    kind: mbedtls_ssl_key_export_type,
    secret: *const c_uchar,
    secret_len: usize,
    client_random: *const c_uchar,
    _server_random: *const c_uchar,
    _prf: mbedtls_tls_prf_types,
) {
    unsafe {
        let bytes = |at, len| std::slice::from_raw_parts(at, len).to_vec();
        (*told.cast::<Told>()).push((kind as i32, bytes(secret, secret_len), bytes(client_random, 32)));
    }
}

/// A fresh place for a file.
fn place(name: &str) -> (PathBuf, CString) {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("keylog-{name}-{}", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let text = CString::new(path.as_os_str().as_bytes()).unwrap();
    (path, text)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_file_has_what_the_callback_is_told_and_the_exporter() {
    let (path, name) = place("file");
    let mut shared = Shared::new(&Pki::new());
    let mut told: [Told; 2] = [Vec::new(), Vec::new()];
    unsafe {
        assert_eq!(ferrotls_conf_keylog_file(&raw mut shared.client, name.as_ptr()), 0);
        assert_eq!(ferrotls_conf_keylog_file(&raw mut shared.server, name.as_ptr()), 0);
        let mut pair = CPair::new(&shared);
        let [of_client, of_server] = &mut told;
        mbedtls_ssl_set_export_keys_cb(&raw mut pair.client, Some(note), (&raw mut *of_client).cast());
        mbedtls_ssl_set_export_keys_cb(&raw mut pair.server, Some(note), (&raw mut *of_server).cast());
        assert_eq!(pair.handshake(), (0, 0));
    }
    // The callbacks hear of no more than 3.6 tells them.
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0].iter().map(|told| told.0).collect::<Vec<_>>(), [3, 4, 5, 6]);

    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    std::fs::remove_file(&path).unwrap();
    assert!(text.ends_with('\n'));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 10, "{text}");
    // Both ends say the same.
    let distinct: BTreeSet<&str> = lines.iter().copied().collect();
    assert_eq!(distinct.len(), 5, "{text}");
    let labels = [
        (3, "CLIENT_HANDSHAKE_TRAFFIC_SECRET"),
        (4, "SERVER_HANDSHAKE_TRAFFIC_SECRET"),
        (5, "CLIENT_TRAFFIC_SECRET_0"),
        (6, "SERVER_TRAFFIC_SECRET_0"),
    ];
    for (kind, secret, random) in &told[0] {
        let (_, label) = labels.iter().find(|(number, _)| number == kind).unwrap();
        let line = format!("{label} {} {}", hexadecimal(random), hexadecimal(secret));
        assert!(distinct.contains(line.as_str()), "{line} not in\n{text}");
    }
    let exporter = distinct.iter().find(|line| line.starts_with("EXPORTER_SECRET "));
    let words: Vec<_> = exporter.unwrap().split(' ').collect();
    assert_eq!(words[1], hexadecimal(&told[0][0].2));
    assert_eq!(words[2].len(), 2 * told[0][0].1.len());
}

#[test]
fn without_the_callback_and_off_again() {
    let (path, name) = place("switch");
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        let client = &raw mut shared.client;
        assert_eq!(ferrotls_conf_keylog_file(client, name.as_ptr()), 0);
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 5);
        // Appended to, not begun anew.
        assert_eq!(ferrotls_conf_keylog_file(client, name.as_ptr()), 0);
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 10);
        assert_eq!(ferrotls_conf_keylog_file(client, std::ptr::null()), 0);
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 10);

        // The environment counts when the program asks for it, and only then.
        std::env::set_var("SSLKEYLOGFILE", &path);
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 10);
        assert_eq!(ferrotls_conf_keylog_env(client), 0);
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 15);
        std::env::set_var("SSLKEYLOGFILE", "");
        assert_eq!(ferrotls_conf_keylog_env(client), 0);
        std::env::remove_var("SSLKEYLOGFILE");
        assert_eq!(CPair::new(&shared).handshake(), (0, 0));
        assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 15);
    }
    std::fs::remove_file(&path).unwrap();
}

/// One secret, the master's, in the line that NSS has had for it since SSL 3.
#[test]
fn tls_1_2_has_one_line() {
    let (path, name) = place("tls12");
    let mut shared = Shared::of(&Pki::new(), V12);
    let mut told: [Told; 2] = [Vec::new(), Vec::new()];
    unsafe {
        assert_eq!(ferrotls_conf_keylog_file(&raw mut shared.client, name.as_ptr()), 0);
        assert_eq!(ferrotls_conf_keylog_file(&raw mut shared.server, name.as_ptr()), 0);
        let mut pair = CPair::new(&shared);
        let [of_client, of_server] = &mut told;
        mbedtls_ssl_set_export_keys_cb(&raw mut pair.client, Some(note), (&raw mut *of_client).cast());
        mbedtls_ssl_set_export_keys_cb(&raw mut pair.server, Some(note), (&raw mut *of_server).cast());
        assert_eq!(pair.handshake(), (0, 0));
    }
    assert_eq!(told[0], told[1]);
    let [(0, master, random)] = &told[0][..] else {
        panic!("{told:?}")
    };
    assert_eq!(master.len(), 48);
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let line = format!("CLIENT_RANDOM {} {}\n", hexadecimal(random), hexadecimal(master));
    assert_eq!(text, line.repeat(2));
}
