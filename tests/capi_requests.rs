//! Certificate requests that `mbedtls_x509write_csr_*` wrote, judged by OpenSSL: what they ask for is there, and the signature
//! is right.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::undocumented_unsafe_blocks,
    reason = "a test may fail by panicking, and calls C functions with objects of its own"
)]

use std::io::Write as _;
use std::mem::{MaybeUninit, zeroed};
use std::process::{Command, Stdio};
use std::ptr::{null, null_mut};

use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::pk::object::{mbedtls_pk_free, mbedtls_pk_init};
use ferrotls::capi::pk::parse::mbedtls_pk_parse_key;
use ferrotls::capi::x509_csr::write::*;
use ferrotls::pki::{csr::Request, pem};

/// The request of a key in `tests/data`, in PEM.
fn request(key: &str, hash: mbedtls_md_type_t) -> Vec<u8> {
    let path = format!("{}/tests/data/{key}.pem", env!("CARGO_MANIFEST_DIR"));
    let mut text = std::fs::read(path).unwrap();
    text.push(0);
    let mut out = vec![0_u8; 8192];
    // SEQUENCE { [2] "server.example", [7] 127.0.0.1 }
    let names = b"\x30\x16\x82\x0eserver.example\x87\x04\x7f\0\0\x01";
    unsafe {
        let (mut pk, mut ctx) = (zeroed(), zeroed());
        let (pk, ctx) = (&raw mut pk, &raw mut ctx);
        mbedtls_pk_init(pk);
        let code = mbedtls_pk_parse_key(pk, text.as_ptr(), text.len(), null(), 0, None, null_mut());
        assert_eq!(code, 0, "{key}");
        mbedtls_x509write_csr_init(ctx);
        let subject = c"CN=server.example,O=Example\\, Inc.,C=DE";
        assert_eq!(mbedtls_x509write_csr_set_subject_name(ctx, subject.as_ptr()), 0);
        mbedtls_x509write_csr_set_key(ctx, pk);
        mbedtls_x509write_csr_set_md_alg(ctx, MaybeUninit::new(hash));
        assert_eq!(mbedtls_x509write_csr_set_key_usage(ctx, 0x80), 0);
        let id = c"\x55\x1d\x11";
        let code = mbedtls_x509write_csr_set_extension(ctx, id.as_ptr(), 3, 0, names.as_ptr(), names.len());
        assert_eq!(code, 0);
        let code = mbedtls_x509write_csr_pem(ctx, out.as_mut_ptr(), out.len(), None, null_mut());
        assert_eq!(code, 0, "{key}");
        mbedtls_x509write_csr_free(ctx);
        mbedtls_pk_free(pk);
    }
    let end = out.iter().position(|byte| *byte == 0).unwrap();
    out.truncate(end);
    out
}

/// What OpenSSL says of a request, on both its streams.
fn openssl(text: &[u8]) -> String {
    let mut child = Command::new("openssl")
        .args(["req", "-verify", "-noout", "-text"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("this test needs openssl");
    child.stdin.take().unwrap().write_all(text).unwrap();
    let output = child.wait_with_output().unwrap();
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

#[test]
fn openssl_takes_what_is_written() {
    use mbedtls_md_type_t::*;
    for (key, hash) in [
        ("pki/rsa-pkcs1", MBEDTLS_MD_SHA256),
        ("pki/rsa-pkcs8", MBEDTLS_MD_SHA512),
        ("keys/rsa-3072", MBEDTLS_MD_SHA384),
        ("pki/ec-sec1", MBEDTLS_MD_SHA256),
        ("keys/p384", MBEDTLS_MD_SHA384),
        ("pki/p521-sec1", MBEDTLS_MD_SHA512),
        ("pki/ed25519-pkcs8", MBEDTLS_MD_SHA512),
    ] {
        let text = request(key, hash);
        let said = openssl(&text);
        for part in [
            "verify OK",
            "CN = server.example, O = \"Example, Inc.\", C = DE",
            "DNS:server.example, IP Address:127.0.0.1",
            "Digital Signature",
        ] {
            assert!(said.contains(part), "{key}: {part}\n{said}");
        }
        // The same with one bit of the signature changed.
        let mut der = pem::next_block(&text, "CERTIFICATE REQUEST")
            .unwrap()
            .block
            .decode()
            .unwrap();
        let signature = Request::from_der(&der, false).unwrap().signature.span;
        der[signature.end - 1] ^= 1;
        let said = openssl(pem::write("CERTIFICATE REQUEST", &der).as_bytes());
        assert!(!said.contains("verify OK"), "{key}\n{said}");
    }
}
