//! Verifying certificates: the decision is [`crate::pki::verify`]'s; here it is put into flags and callbacks.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;
use std::sync::Arc;

use super::object::certificate;
use super::{
    VerifyCallback, mbedtls_x509_crt, mbedtls_x509_crt_ca_cb_t, mbedtls_x509_crt_free, mbedtls_x509_crt_profile,
    mbedtls_x509_crt_restart_ctx,
};
use crate::capi::guard::guard;
use crate::capi::platform::mbedtls_free;
use crate::capi::ptr::c_str;
use crate::capi::x509::time::today;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_ERR_X509_FATAL_ERROR,
};
use crate::capi::x509_crl::{self, mbedtls_x509_crl};
use crate::pki::profile::Profile;
use crate::pki::verify::{Place, Request, Verdict};
use crate::pki::{Certificate, Crl};

/// All flags: what a verification that came to no end leaves behind.
const ALL_FLAGS: u32 = u32::MAX;

const fn c_profile(profile: Profile) -> mbedtls_x509_crt_profile {
    mbedtls_x509_crt_profile {
        allowed_mds: profile.allowed_mds,
        allowed_pks: profile.allowed_pks,
        allowed_curves: profile.allowed_curves,
        rsa_min_bitlen: profile.rsa_min_bits,
    }
}

/// What is strong enough today: SHA-2, RSA from 2048 bits, all curves that are offered.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_default: mbedtls_x509_crt_profile = c_profile(Profile::DEFAULT);

/// What will be the default one day; the same as the default profile now.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_next: mbedtls_x509_crt_profile = c_profile(Profile::NEXT);

/// NSA suite B: ECDSA over P-256 and P-384 with SHA-256 and SHA-384.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_suiteb: mbedtls_x509_crt_profile = c_profile(Profile::SUITE_B);

/// Nothing is strong enough.
#[unsafe(no_mangle)]
pub static mbedtls_x509_crt_profile_none: mbedtls_x509_crt_profile = c_profile(Profile::NONE);

/// A loaded certificate of a chain: C's and ours.
struct Loaded {
    c: *mut mbedtls_x509_crt,
    certificate: Arc<Certificate>,
}

/// The loaded certificates of a chain.
///
/// # Safety
/// `chain` is NULL or an initialised chain.
unsafe fn loaded(mut chain: *mut mbedtls_x509_crt) -> Vec<Loaded> {
    let mut out = Vec::new();
    // SAFETY: every `next` of a chain is NULL or a certificate.
    unsafe {
        while !chain.is_null() {
            if let Some(certificate) = certificate(chain) {
                out.push(Loaded { c: chain, certificate });
            }
            chain = (*chain).next;
        }
    }
    out
}

/// What is asked of a verification, apart from whom to trust.
struct Question<'a> {
    chain: &'a [Loaded],
    crls: &'a [Arc<Crl>],
    profile: Profile,
    name: Option<&'a str>,
    policy: Policy<'a>,
}

/// What a caller has to say in a verification.
#[derive(Clone, Copy)]
pub(in crate::capi) struct Policy<'a> {
    /// Looks at each certificate that the peer presented and gives flags to add; TLS asks here whether the signature was
    /// offered.
    pub flags: &'a dyn Fn(&Certificate) -> u32,
    /// Asked after each callback: whether to go on. TLS stops here when the callback has freed the context.
    pub goes_on: &'a dyn Fn() -> bool,
}

/// Adds no flags and always goes on.
const NO_POLICY: Policy<'static> = Policy {
    flags: &|_| 0,
    goes_on: &|| true,
};

impl Question<'_> {
    fn ask(&self, anchors: &[Loaded]) -> Verdict {
        fn borrow(list: &[Loaded]) -> Vec<&Certificate> {
            list.iter().map(|loaded| &*loaded.certificate).collect()
        }
        let crls: Vec<&Crl> = self.crls.iter().map(|crl| &**crl).collect();
        let mut verdict = crate::pki::verify::verify(&Request {
            chain: &borrow(self.chain),
            anchors: &borrow(anchors),
            crls: &crls,
            profile: &self.profile,
            name: self.name,
            purpose: None,
            now: today(),
        });
        for step in &mut verdict.path {
            if let Place::Chain(index) = step.place
                && let Some(presented) = self.chain.get(index)
            {
                step.flags |= (self.policy.flags)(&presented.certificate);
            }
        }
        verdict
    }
}

/// The callbacks and flags of a verification.
struct Outcome<'a> {
    flags: *mut u32,
    f_vrfy: VerifyCallback,
    p_vrfy: *mut c_void,
    policy: Policy<'a>,
}

impl Outcome<'_> {
    /// # Safety
    /// `flags` is writable or NULL.
    unsafe fn store(&self, flags: u32) {
        // SAFETY: as stated.
        if let Some(out) = unsafe { self.flags.as_mut() } {
            *out = flags;
        }
    }

    /// Shows each certificate of the path to the callback, root first, and gathers the flags that it leaves.
    ///
    /// # Safety
    /// The C certificates of both lists are alive; `flags` is writable.
    unsafe fn report(&self, verdict: &Verdict, chain: &[Loaded], anchors: &[Loaded]) -> c_int {
        let mut all = 0;
        for (depth, step) in verdict.path.iter().enumerate().rev() {
            let mut flags = step.flags;
            let place = match step.place {
                Place::Chain(index) => chain.get(index),
                Place::Anchor(index) => anchors.get(index),
            };
            if let (Some(f), Some(place)) = (self.f_vrfy, place) {
                let depth = c_int::try_from(depth).unwrap_or(c_int::MAX);
                // SAFETY: the application's callback; nothing of ours is borrowed mutably, the certificate is alive.
                let code = unsafe { f(self.p_vrfy, place.c, depth, &raw mut flags) };
                if !(self.policy.goes_on)() {
                    return MBEDTLS_ERR_X509_FATAL_ERROR;
                }
                if code != 0 {
                    // SAFETY: as stated.
                    unsafe { self.store(ALL_FLAGS) };
                    // As in 3.6: VERIFY_FAILED from a callback must not be taken for flags that may be overlooked.
                    return if code == MBEDTLS_ERR_X509_CERT_VERIFY_FAILED {
                        MBEDTLS_ERR_X509_FATAL_ERROR
                    } else {
                        code
                    };
                }
            }
            all |= flags;
        }
        // SAFETY: as stated.
        unsafe { self.store(all) };
        if all == 0 {
            0
        } else {
            MBEDTLS_ERR_X509_CERT_VERIFY_FAILED
        }
    }
}

/// Verifies a chain with a profile.
///
/// \param crt       The chain: the certificate to verify, then others that may lead to a trusted one, in any order.
/// \param trust_ca  Trusted certificates; may be NULL: then nothing is trusted.
/// \param ca_crl    Revocation lists; may be NULL.
/// \param profile   What is strong enough.
/// \param cn        The name that the certificate must be for: a DNS name or an IP address; NULL: any.
/// \param flags     Set to 0, or to what was found: `MBEDTLS_X509_BADCERT_*` and `MBEDTLS_X509_BADCRL_*`.
/// \param f_vrfy    Called for each certificate of the path, from the root to the leaf, with its depth and flags, which
///                  it may change; a nonzero return ends the verification and is returned. NULL: none.
/// \param p_vrfy    Passed to it.
///
/// \return  0 if the chain is trusted; `MBEDTLS_ERR_X509_CERT_VERIFY_FAILED`: see `flags`; another negative code with
///          all flags set if the verification came to no end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_with_profile(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
) -> c_int {
    // SAFETY: the caller's duty, as documented.
    unsafe { verify_with_policy(crt, trust_ca, ca_crl, profile, cn, flags, (f_vrfy, p_vrfy), NO_POLICY) }
}

/// [`mbedtls_x509_crt_verify_with_profile`] with flags of the caller's own.
///
/// # Safety
/// As there.
pub(in crate::capi) unsafe fn verify_with_policy(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    (f_vrfy, p_vrfy): (VerifyCallback, *mut c_void),
    policy: Policy<'_>,
) -> c_int {
    let outcome = Outcome {
        flags,
        f_vrfy,
        p_vrfy,
        policy,
    };
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: every pointer is NULL or what its type says, alive through the call.
        unsafe {
            outcome.store(ALL_FLAGS);
            let Some(profile) = profile.as_ref() else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let chain = loaded(crt);
            if chain.is_empty() || flags.is_null() {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            }
            let anchors = loaded(trust_ca);
            let crls = x509_crl::loaded(ca_crl);
            let name = name(cn);
            let question = Question {
                chain: &chain,
                crls: &crls,
                profile: core_profile(profile),
                name: name.as_deref(),
                policy,
            };
            let verdict = question.ask(&anchors);
            if verdict.too_long {
                return MBEDTLS_ERR_X509_FATAL_ERROR;
            }
            outcome.report(&verdict, &chain, &anchors)
        }
    })
}

/// Verifies a chain with the default profile; see `mbedtls_x509_crt_verify_with_profile`.
///
/// \param crt       The chain.
/// \param trust_ca  Trusted certificates.
/// \param ca_crl    Revocation lists.
/// \param cn        The name that the certificate must be for; NULL: any.
/// \param flags     Set to what was found.
/// \param f_vrfy    Called for each certificate. NULL: none.
/// \param p_vrfy    Passed to it.
///
/// \return  As `mbedtls_x509_crt_verify_with_profile`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
) -> c_int {
    let profile = &raw const mbedtls_x509_crt_profile_default;
    // SAFETY: the caller's duty, as documented.
    unsafe { mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy) }
}

/// Verifies a chain with a profile. The whole work is done at once: nothing here is ever in progress.
///
/// \param crt       The chain.
/// \param trust_ca  Trusted certificates.
/// \param ca_crl    Revocation lists.
/// \param profile   What is strong enough.
/// \param cn        The name that the certificate must be for; NULL: any.
/// \param flags     Set to what was found.
/// \param f_vrfy    Called for each certificate. NULL: none.
/// \param p_vrfy    Passed to it.
/// \param _rs_ctx   Not used.
///
/// \return  As `mbedtls_x509_crt_verify_with_profile`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_restartable(
    crt: *mut mbedtls_x509_crt,
    trust_ca: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
    _rs_ctx: *mut mbedtls_x509_crt_restart_ctx,
) -> c_int {
    // SAFETY: the caller's duty, as documented.
    unsafe { mbedtls_x509_crt_verify_with_profile(crt, trust_ca, ca_crl, profile, cn, flags, f_vrfy, p_vrfy) }
}

/// Verifies a chain, asking a callback for the trusted certificates.
///
/// \param crt      The chain.
/// \param f_ca_cb  Called for each step of the path, the leaf's first: makes a list of trusted certificates that may have
///                 issued the one it is given (allocated by `mbedtls_calloc`, freed here, also if it fails), or NULL. It
///                 is not called again once one of them has issued it.
/// \param p_ca_cb  Passed to it.
/// \param profile  What is strong enough.
/// \param cn       The name that the certificate must be for; NULL: any.
/// \param flags    Set to what was found.
/// \param f_vrfy   Called for each certificate. NULL: none.
/// \param p_vrfy   Passed to it.
///
/// \return  As `mbedtls_x509_crt_verify_with_profile`; `MBEDTLS_ERR_X509_FATAL_ERROR` if `f_ca_cb` fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_with_ca_cb(
    crt: *mut mbedtls_x509_crt,
    f_ca_cb: mbedtls_x509_crt_ca_cb_t,
    p_ca_cb: *mut c_void,
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    f_vrfy: Option<
        unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
    >,
    p_vrfy: *mut c_void,
) -> c_int {
    // SAFETY: the caller's duty, as documented.
    unsafe { ca_cb_with_policy(crt, (f_ca_cb, p_ca_cb), profile, cn, flags, (f_vrfy, p_vrfy), NO_POLICY) }
}

/// [`mbedtls_x509_crt_verify_with_ca_cb`] with flags of the caller's own.
///
/// # Safety
/// As there.
pub(in crate::capi) unsafe fn ca_cb_with_policy(
    crt: *mut mbedtls_x509_crt,
    (f_ca_cb, p_ca_cb): (mbedtls_x509_crt_ca_cb_t, *mut c_void),
    profile: *const mbedtls_x509_crt_profile,
    cn: *const c_char,
    flags: *mut u32,
    (f_vrfy, p_vrfy): (VerifyCallback, *mut c_void),
    policy: Policy<'_>,
) -> c_int {
    let outcome = Outcome {
        flags,
        f_vrfy,
        p_vrfy,
        policy,
    };
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: every pointer is NULL or what its type says, alive through the call.
        unsafe {
            outcome.store(ALL_FLAGS);
            let (Some(f_ca_cb), Some(profile)) = (f_ca_cb, profile.as_ref()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let chain = loaded(crt);
            if chain.is_empty() || flags.is_null() {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            }
            let name = name(cn);
            let question = Question {
                chain: &chain,
                crls: &[],
                profile: core_profile(profile),
                name: name.as_deref(),
                policy,
            };
            // As in 3.6 the callback is asked along the path, and what it gave before no longer counts.
            // DEVIATION: if it gives what has issued a later certificate of the path, 3.6 asks on until it gives that for this
            // certificate. A self-issued leaf that it gives for itself is trusted, as one in a list would be; 3.6 wants it to
            // be a CA then.
            let mut candidates = Candidates(ptr::null_mut());
            let mut child = chain.first();
            let mut asked = 0;
            while let Some(asking) = child {
                candidates.free();
                let code = f_ca_cb(p_ca_cb, asking.c, &raw mut candidates.0);
                if code != 0 || !(policy.goes_on)() {
                    break;
                }
                let anchors = loaded(candidates.0);
                let verdict = question.ask(&anchors);
                asked += 1;
                child = match verdict.path.get(asked).map(|step| step.place) {
                    Some(Place::Chain(parent)) if !ends_at_anchor(&verdict) => chain.get(parent),
                    _ if verdict.too_long => None,
                    _ => return outcome.report(&verdict, &chain, &anchors),
                };
            }
            MBEDTLS_ERR_X509_FATAL_ERROR
        }
    })
}

fn ends_at_anchor(verdict: &Verdict) -> bool {
    let last = verdict.path.last();
    last.is_some_and(|step| matches!(step.place, Place::Anchor(_)))
}

/// The list that a CA callback made last: freed whatever happens.
struct Candidates(*mut mbedtls_x509_crt);

impl Candidates {
    fn free(&mut self) {
        let list = std::mem::replace(&mut self.0, ptr::null_mut());
        // SAFETY: the callback gave the list away; its first node is on the heap like the others.
        unsafe {
            mbedtls_x509_crt_free(list);
            mbedtls_free(list.cast());
        }
    }
}

impl Drop for Candidates {
    fn drop(&mut self) {
        self.free();
    }
}

/// A profile as `pki` takes it.
pub(in crate::capi) fn core_profile(profile: &mbedtls_x509_crt_profile) -> Profile {
    Profile {
        allowed_mds: profile.allowed_mds,
        allowed_pks: profile.allowed_pks,
        allowed_curves: profile.allowed_curves,
        rsa_min_bits: profile.rsa_min_bitlen,
    }
}

/// The expected name as text; a name that is no UTF-8 becomes one that matches nothing.
///
/// # Safety
/// `cn` is NULL or a string.
unsafe fn name(cn: *const c_char) -> Option<String> {
    // SAFETY: as stated.
    unsafe { c_str(cn) }.map(|name| String::from_utf8_lossy(name.to_bytes()).into_owned())
}

/// Whether a certificate's keyUsage allows a use.
///
/// \param crt    The certificate.
/// \param usage  `MBEDTLS_X509_KU_*` bits, all of which must be allowed. `ENCIPHER_ONLY` and `DECIPHER_ONLY` are
///               restrictions that the certificate may have.
///
/// \return  0 if it does (or has no keyUsage); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` if not, or for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_check_key_usage(crt: *const mbedtls_x509_crt, usage: u32) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `crt` is NULL or initialised.
        match unsafe { certificate(crt) } {
            Some(certificate) if certificate.check_key_usage(usage) => 0,
            _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
        }
    })
}

/// Whether a certificate's extKeyUsage allows a purpose.
///
/// \param crt        The certificate.
/// \param usage_oid  The content bytes of the purpose's object identifier, such as `MBEDTLS_OID_SERVER_AUTH`.
/// \param usage_len  Their number.
///
/// \return  0 if it does (or has no extKeyUsage); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` if not, or for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_check_extended_key_usage(
    crt: *const mbedtls_x509_crt,
    usage_oid: *const c_char,
    usage_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `crt` is NULL or initialised; `usage_oid` holds `usage_len` bytes.
        unsafe {
            let oid = crate::capi::ptr::bytes(usage_oid.cast(), usage_len);
            match (certificate(crt), oid) {
                (Some(certificate), Some(oid)) if certificate.check_extended_key_usage(oid) => 0,
                _ => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
            }
        }
    })
}

/// Tells whether a revocation list names a certificate. Neither the list's signature nor its dates are looked at, nor
/// whether it is of the certificate's issuer: mbedtls_x509_crt_verify() does all that.
///
/// \param crt  The certificate.
/// \param crl  The list: the first of a chain alone counts.
///
/// \return  1 if it does; 0 if not, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_is_revoked(
    crt: *const mbedtls_x509_crt,
    crl: *const mbedtls_x509_crl,
) -> c_int {
    guard(0, || {
        // SAFETY: both are NULL or initialised.
        unsafe {
            let (Some(crt), Some(list)) = (certificate(crt), x509_crl::object::crl(crl)) else {
                return 0;
            };
            c_int::from(list.has_revoked(crt.serial.of(crt.der())))
        }
    })
}

/// The flags of a verification and what they mean, in 3.6's order.
const TEXTS: [(u32, &str); 20] = [
    (0x01, "The certificate validity has expired"),
    (0x02, "The certificate has been revoked (is on a CRL)"),
    (
        0x04,
        "The certificate Common Name (CN) does not match with the expected CN",
    ),
    (0x08, "The certificate is not correctly signed by the trusted CA"),
    (0x10, "The CRL is not correctly signed by the trusted CA"),
    (0x20, "The CRL is expired"),
    (0x40, "Certificate was missing"),
    (0x80, "Certificate verification was skipped"),
    (0x0100, "Other reason (can be used by verify callback)"),
    (0x0200, "The certificate validity starts in the future"),
    (0x0400, "The CRL is from the future"),
    (0x0800, "Usage does not match the keyUsage extension"),
    (0x1000, "Usage does not match the extendedKeyUsage extension"),
    (0x2000, "Usage does not match the nsCertType extension"),
    (0x4000, "The certificate is signed with an unacceptable hash."),
    (
        0x8000,
        "The certificate is signed with an unacceptable PK alg (eg RSA vs ECDSA).",
    ),
    (
        0x01_0000,
        "The certificate is signed with an unacceptable key (eg bad curve, RSA too short).",
    ),
    (0x02_0000, "The CRL is signed with an unacceptable hash."),
    (
        0x04_0000,
        "The CRL is signed with an unacceptable PK alg (eg RSA vs ECDSA).",
    ),
    (
        0x08_0000,
        "The CRL is signed with an unacceptable key (eg bad curve, RSA too short).",
    ),
];

/// Writes what the flags of a verification mean, a line for each.
///
/// \param buf     Where to put the text.
/// \param size    Its size in bytes, the closing zero included.
/// \param prefix  Put before each line.
/// \param flags   As `mbedtls_x509_crt_verify` sets them.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit
///          (as much as fits was written); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_verify_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    flags: u32,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `prefix` is NULL or a string; `buf` holds `size` bytes.
        unsafe {
            let Some(prefix) = c_str(prefix) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let prefix = String::from_utf8_lossy(prefix.to_bytes());
            let mut text = String::new();
            let mut left = flags;
            for (bit, line) in TEXTS {
                if left & bit != 0 {
                    left &= !bit;
                    text.push_str(&format!("{prefix}{line}\n"));
                }
            }
            if left != 0 {
                text.push_str(&format!("{prefix}Unknown reason (this should not happen)\n"));
            }
            crate::capi::x509_info::put(text.as_bytes(), buf, size)
        }
    })
}
