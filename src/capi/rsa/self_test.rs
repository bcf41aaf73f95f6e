//! The self test.

use super::context::{mbedtls_rsa_free, mbedtls_rsa_init};
use super::encryption::{mbedtls_rsa_pkcs1_decrypt, mbedtls_rsa_pkcs1_encrypt};
use super::mbedtls_rsa_context;
use super::numbers::{
    mbedtls_rsa_check_privkey, mbedtls_rsa_check_pubkey, mbedtls_rsa_complete, mbedtls_rsa_import_raw,
};
use super::signature::{mbedtls_rsa_pkcs1_sign, mbedtls_rsa_pkcs1_verify};
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::self_test::{hex, say};
use crate::crypto::hash::HashAlgorithm;
use core::ffi::{c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;
use core::ptr::null_mut;

/// A key that was made for this, by OpenSSL; its public exponent is 65537.
const N: &str = "CB1D9A4A03A40FAD9F883AD92BBC7525419BBE1DD8F5F948B6BC66D86ADB776B60717C9D7A5CF397FDA3E39C36490261360E152844637D70F750F9A1F292E5772A4208B86D2E7880F39ACE11049960FDAEAB6A04698D09EEE817636D11B0DE8A61EEFD528FBFA43C7F7CDBD4924460F61595D5616107B3B2BF0803141DCE0DE3";
/// Its first prime.
const P: &str = "FC7A494C228989B33F98487B26399C637AC5B7F643519BF685F0AF88947FBCB780D55856DC83486E7154C9F9B25B036513D24F3DD35912794E2FA2DDF2F463E3";
/// Its second prime.
const Q: &str = "CDF305982D4CB13A4B1573813D926EA43C8F7768B8ED4BF45D9FC3B57DD50234E8E12B0EBD6D230E37DFADB7BCEDA73A4EB139B568965FD5D96ED12D26F3CE01";
/// Its private exponent.
const D: &str = "31A7FD0E573186BBB5A2C2705166F364B65372F92D0F8570276C8BE020CFA2B45791A71B80CCB4A8D5D37953B959C4012C0BE9543CD3EDD8EE3D97A9E5F9CFAB10509B55A60EEA8EDD3A080F8EF864298BDC42DE2A88CD7C19F73B44E21D0D85BB27637770E8C640F00C269F08706D3568F5F245834018CC5639F2440BF5E801";
/// Length of the modulus, in bytes.
const LEN: usize = 128;
/// What is encrypted and signed.
const MESSAGE: &[u8] = b"attack at dawn, or later";

/// Encrypts, decrypts, signs and verifies with a key that is known.
///
/// \param verbose  Other than 0: tells on the standard output what is done.
///
/// \return  0, or 1 if something failed.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_rsa_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        let mut key = MaybeUninit::uninit();
        // SAFETY: the key is initialised before it is used, and freed afterwards.
        unsafe {
            mbedtls_rsa_init(key.as_mut_ptr());
            let mut test = Test {
                key: key.assume_init(),
                sealed: [0; LEN],
            };
            let result = run(&mut test, verbose);
            mbedtls_rsa_free(&raw mut test.key);
            result
        }
    })
}

/// What the steps share.
struct Test {
    key: mbedtls_rsa_context,
    sealed: [u8; LEN],
}

/// A step, and whether it went well.
type Step = fn(&mut Test) -> bool;

/// The steps, one after the other.
fn run(test: &mut Test, verbose: c_int) -> c_int {
    let steps: [(&str, Step); 5] = [
        ("  RSA key validation: ", is_valid),
        ("  PKCS#1 encryption : ", encrypts),
        ("  PKCS#1 decryption : ", decrypts),
        ("  PKCS#1 data sign  : ", signs),
        ("  PKCS#1 sig. verify: ", verifies),
    ];
    if !loads(test) {
        return 1;
    }
    for (text, step) in steps {
        say(verbose, text);
        if !step(test) {
            say(verbose, "failed\n");
            return 1;
        }
        say(verbose, "passed\n");
    }
    say(verbose, "\n");
    0
}

/// Puts the numbers into the key.
fn loads(test: &mut Test) -> bool {
    let [n, p, q, d] = [N, P, Q, D].map(hex);
    let [n, p, q, d] = [&n, &p, &q, &d].map(|number| (number.as_ptr(), number.len()));
    let e = [1, 0, 1];
    // SAFETY: an initialised key, and bytes of the lengths given.
    unsafe {
        let key = &raw mut test.key;
        mbedtls_rsa_import_raw(key, n.0, n.1, p.0, p.1, q.0, q.1, d.0, d.1, e.as_ptr(), e.len()) == 0
            && mbedtls_rsa_complete(key) == 0
    }
}

/// Whether the key is one.
fn is_valid(test: &mut Test) -> bool {
    let key = &raw const test.key;
    // SAFETY: an initialised key.
    unsafe { mbedtls_rsa_check_pubkey(key) == 0 && mbedtls_rsa_check_privkey(key) == 0 }
}

/// Encrypts the message.
fn encrypts(test: &mut Test) -> bool {
    let (key, sealed) = (&raw mut test.key, test.sealed.as_mut_ptr());
    // SAFETY: an initialised key, the message, and room for what is as long as the modulus.
    unsafe {
        mbedtls_rsa_pkcs1_encrypt(
            key,
            Some(not_asked),
            null_mut(),
            MESSAGE.len(),
            MESSAGE.as_ptr(),
            sealed,
        ) == 0
    }
}

/// Whether the message comes back.
fn decrypts(test: &mut Test) -> bool {
    let (mut opened, mut len) = ([0; LEN], 0);
    let (key, sealed) = (&raw mut test.key, test.sealed.as_ptr());
    // SAFETY: as above.
    let code = unsafe {
        mbedtls_rsa_pkcs1_decrypt(
            key,
            Some(not_asked),
            null_mut(),
            &raw mut len,
            sealed,
            opened.as_mut_ptr(),
            LEN,
        )
    };
    code == 0 && opened.get(..len) == Some(MESSAGE)
}

/// Signs the message.
fn signs(test: &mut Test) -> bool {
    let hash = HashAlgorithm::Sha1.hash(MESSAGE);
    let hash = hash.as_ref();
    let (key, sig) = (&raw mut test.key, test.sealed.as_mut_ptr());
    // SAFETY: as above.
    unsafe {
        mbedtls_rsa_pkcs1_sign(
            key,
            Some(not_asked),
            null_mut(),
            SHA1,
            hash.len() as c_uint,
            hash.as_ptr(),
            sig,
        ) == 0
    }
}

/// Whether the signature verifies.
fn verifies(test: &mut Test) -> bool {
    let hash = HashAlgorithm::Sha1.hash(MESSAGE);
    let hash = hash.as_ref();
    let (key, sig) = (&raw mut test.key, test.sealed.as_ptr());
    // SAFETY: as above.
    unsafe { mbedtls_rsa_pkcs1_verify(key, SHA1, hash.len() as c_uint, hash.as_ptr(), sig) == 0 }
}

/// The hash function, as C names it.
const SHA1: MaybeUninit<mbedtls_md_type_t> = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA1);

/// A generator that must be there and is not asked.
unsafe extern "C" fn not_asked(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
    super::MBEDTLS_ERR_RSA_RNG_FAILED
}
