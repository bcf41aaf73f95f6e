//! What packages of Debian import of Mbed TLS is there when a loader looks for it.
//!
//! `data/api/imports.txt` is what 29 packages that are linked to libmbedtls 3.6 import, told by their dynamic symbols.
#![cfg(feature = "complete")]
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::undocumented_unsafe_blocks,
    reason = "a test may fail by panicking, and stands where a loader would"
)]

use std::ffi::{CStr, CString};
use std::path::PathBuf;

/// The shared object that Cargo builds together with this test.
fn library() -> CString {
    // Beside the test itself, in deps/: what stands a folder higher is not renewed by `cargo test`.
    let deps: PathBuf = std::env::current_exe()
        .unwrap()
        .parent()
        .expect("a test is in a folder")
        .into();
    let name = format!(
        "{}ferrotls{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    CString::new(deps.join(name).into_os_string().into_encoded_bytes()).unwrap()
}

#[test]
fn what_packages_import_is_exported() {
    let library = library();
    let handle = unsafe { libc::dlopen(library.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
    assert!(!handle.is_null(), "{library:?}: {:?}", unsafe {
        CStr::from_ptr(libc::dlerror())
    });
    let imports = include_str!("data/api/imports.txt");
    assert!(imports.lines().count() > 300);
    let missing: Vec<&str> = imports
        .lines()
        .filter(|name| {
            let name = CString::new(*name).unwrap();
            unsafe { libc::dlsym(handle, name.as_ptr()) }.is_null()
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let nonsense = unsafe { libc::dlsym(handle, c"mbedtls_what_nobody_exports".as_ptr()) };
    assert!(nonsense.is_null());
}
