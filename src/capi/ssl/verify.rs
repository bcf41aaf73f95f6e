//! Is the peer's certificate trusted? The question of the core, answered by `x509_crt.h` and the callbacks.

use std::ffi::c_int;
use std::ptr;
use std::sync::atomic::Ordering;

use super::ask::store_verify_result;
use super::certificates::{self, PeerShown};
use super::context;
use super::drive::{Call, Code};
use super::inner::{Inner, Trust, config_ref};
use super::names::*;
use super::renegotiation;
use super::session::{free_chain, parse_chain};
use super::snapshot;
use crate::capi::pk::{self, mbedtls_pk_context};
use crate::capi::ptr::enum_value;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_X509_BADCERT_BAD_KEY, MBEDTLS_X509_BADCERT_BAD_MD,
    MBEDTLS_X509_BADCERT_BAD_PK, MBEDTLS_X509_BADCERT_CN_MISMATCH, MBEDTLS_X509_BADCERT_EXPIRED,
    MBEDTLS_X509_BADCERT_EXT_KEY_USAGE, MBEDTLS_X509_BADCERT_KEY_USAGE, MBEDTLS_X509_BADCERT_MISSING,
    MBEDTLS_X509_BADCERT_NOT_TRUSTED, MBEDTLS_X509_BADCERT_NS_CERT_TYPE, MBEDTLS_X509_BADCERT_OTHER,
    MBEDTLS_X509_BADCERT_REVOKED,
};
use crate::capi::x509_crt::verify::{Policy, ca_cb_with_policy, verify_with_policy};
use crate::capi::x509_crt::{self, mbedtls_x509_crt, mbedtls_x509_crt_profile_default};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::SignatureAlgorithm;
use crate::crypto::verify::PublicKey;
use crate::pki::Certificate;
use crate::pki::oid::SignatureKind;
use crate::pki::spki::{KeyAlgorithm, PublicKeyInfo};
use crate::pki::verify::{Purpose, usage_flags};
use crate::tls::config::PeerKey;
use crate::tls::connection::{Connection, Reader};
use crate::tls::error::Error;
use crate::tls::handshake::certificate::Presented;
use crate::tls::suites::{curve_id, signature_scheme};
use crate::tls::want::Answer;
use crate::tls::wire::codes::{AlertDescription, CertificateType, SignatureScheme};

/// Parses the peer's chain, checks it as the authentication mode says, and keeps it for the session.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn verify_peer(call: &Call, connection: *mut Connection) -> Result<Answer, Code> {
    // SAFETY: the chain is ours until it is stored; the connection is not borrowed while C code runs.
    unsafe {
        if let Some(refusal) = renegotiation::check_same_peer(call, connection) {
            return Ok(refusal);
        }
        let peer = Peer::of((*connection).presented(), (*connection).peer_certificate_type());
        verify(call, peer, authmode(call))
    }
}

/// The same for a client that authenticates after the handshake.
///
/// # Safety
/// The reader is claimed and the context is alive.
pub(super) unsafe fn verify_client_later(call: &Call, reader: *mut Reader) -> Result<Answer, Code> {
    // SAFETY: as `verify_peer`.
    unsafe {
        let peer = Peer::of((*reader).presented(), (*reader).peer_certificate_type());
        let authmode = match authmode(call) {
            // Who asks wants to know.
            MBEDTLS_SSL_VERIFY_NONE => MBEDTLS_SSL_VERIFY_REQUIRED,
            authmode => authmode,
        };
        verify(call, peer, authmode)
    }
}

/// How the peer is to be checked.
///
/// # Safety
/// The context is alive.
unsafe fn authmode(call: &Call) -> c_int {
    // SAFETY: as stated.
    unsafe {
        let own = (*call.inner.per_connection()).authmode;
        own.unwrap_or(c_int::from((*(*call.ssl).conf).authmode))
    }
}

/// What the peer has presented, out of the connection.
struct Peer {
    /// What is not of certificates.
    shown: Option<Box<PeerShown>>,
    /// The chain, or why it is none; `None` for an empty one.
    chain: Option<Result<*mut mbedtls_x509_crt, c_int>>,
}

impl Peer {
    fn of(presented: Option<&Presented>, certificate_type: CertificateType) -> Self {
        let shown = presented.and_then(|presented| PeerShown::of(presented, certificate_type));
        let is_raw = shown.as_ref().is_some_and(|shown| !shown.raw_key.is_empty());
        let chain = presented
            .map(|presented| &presented.chain)
            .filter(|chain| !chain.is_empty());
        let parse = |chain: &Vec<Vec<u8>>| {
            if is_raw {
                Ok(ptr::null_mut())
            } else {
                parse_chain(chain)
            }
        };
        Self {
            shown,
            chain: chain.map(parse),
        }
    }
}

/// Forgets the peer's certificates that a handshake left behind.
unsafe fn forget_peer(inner: &Inner) {
    // SAFETY: `peer_cert` is NULL or a chain that `inner` owns.
    unsafe {
        let own = &mut *inner.per_connection();
        let peer = std::mem::replace(&mut own.peer_cert, ptr::null_mut());
        free_chain(peer);
        own.peer_shown = None;
    }
    inner.verify_result.store(super::NO_VERIFY_RESULT, Ordering::Relaxed);
}

/// Checks what the peer has presented as `authmode` says, and keeps it.
///
/// # Safety
/// As [`verify_peer`].
unsafe fn verify(call: &Call, peer: Peer, authmode: c_int) -> Result<Answer, Code> {
    // SAFETY: the chain is ours until it is stored.
    unsafe {
        forget_peer(&call.inner);
        let Peer { shown, chain } = peer;
        let raw_key = shown.as_ref().map(|shown| shown.raw_key.clone()).unwrap_or_default();
        let own = call.inner.per_connection();
        ((*own).peer_shown, (*own).peer_asked) = (shown, true);
        if !raw_key.is_empty() {
            return certificates::verify_raw_key(call, &raw_key, authmode);
        }
        let chain = match chain {
            None => return Ok(no_certificate(call, authmode)),
            Some(chain) => chain,
        };
        let chain = match chain {
            Ok(chain) => chain,
            Err(code) => return Ok(Answer::Fail(Error::CertificateParse(code))),
        };
        // From here on the chain belongs to the object, so that a callback that frees the context frees it too.
        (*call.inner.per_connection()).peer_cert = chain;
        if let Some(refusal) = check(call, chain, authmode)? {
            return Ok(refusal);
        }
        let about = |info: &PublicKeyInfo| (info.algorithm, info.rsa_use());
        let (algorithm, rsa) = x509_crt::certificate(chain).map(|c| about(&c.public_key)).unzip();
        match pk::public_key(&raw const (*chain).pk) {
            // A key for key agreement alone (id-ecDH, RFC 5480 section 2.1.2) signs nothing.
            Some(key) if algorithm != Some(KeyAlgorithm::EcDh) => Ok(Answer::Peer(Some(PeerKey {
                key,
                rsa: rsa.unwrap_or_default(),
            }))),
            _ => Ok(Answer::Fail(Error::BadCertificate(
                AlertDescription::UNSUPPORTED_CERTIFICATE,
            ))),
        }
    }
}

/// Whether the connection is one of TLS 1.2.
fn is_tls12(call: &Call) -> bool {
    // SAFETY: the context is alive, and this thread is the one that stores its version.
    enum_value(unsafe { (*call.ssl).tls_version }) == Some(MBEDTLS_SSL_VERSION_TLS1_2)
}

/// Flags for a peer whose key is on a curve that is none of our groups. In TLS 1.2 they say which curves there may be in
/// certificates too (RFC 8422 section 5.1.1); in TLS 1.3 the signature algorithms do.
///
/// # Safety
/// The context is alive.
unsafe fn curve_flags(call: &Call, key: &mbedtls_pk_context) -> u32 {
    // SAFETY: the key is initialised; the configuration outlives the context.
    let (key, groups) = unsafe { (pk::public_key(key), snapshot::groups((*call.ssl).conf)) };
    let Some(PublicKey::Ec { curve, .. }) = key.as_deref() else {
        return 0;
    };
    if groups.contains(&curve_id(*curve)) {
        0
    } else {
        MBEDTLS_X509_BADCERT_BAD_KEY
    }
}

/// A client that sent no certificate: let in unless one is required.
fn no_certificate(call: &Call, authmode: c_int) -> Answer {
    store_verify_result(call, MBEDTLS_X509_BADCERT_MISSING);
    if authmode == MBEDTLS_SSL_VERIFY_OPTIONAL {
        Answer::Peer(None)
    } else {
        Answer::Fail(Error::NoClientCertificate)
    }
}

/// Checks the chain; `Some` is the answer that refuses it.
///
/// # Safety
/// As [`verify_peer`].
unsafe fn check(call: &Call, chain: *mut mbedtls_x509_crt, authmode: c_int) -> Result<Option<Answer>, Code> {
    if authmode == MBEDTLS_SSL_VERIFY_NONE {
        // As in 3.6: nothing was looked for, so nothing was found.
        store_verify_result(call, 0);
        return Ok(None);
    }
    // SAFETY: as `verify_peer`; pointers are copied out before callbacks run.
    unsafe {
        let conf = (*call.ssl).conf;
        let is_client = c_int::from((*conf).endpoint) == MBEDTLS_SSL_IS_CLIENT;
        // CVE-2025-27809: a client that was never told whom it talks to authenticates nobody.
        if is_client && authmode == MBEDTLS_SSL_VERIFY_REQUIRED && !context::hostname_was_set(call.ssl) {
            return Ok(Some(Answer::FailWith(
                AlertDescription::INTERNAL_ERROR,
                Error::Application(MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME),
            )));
        }
        // As in 3.6, a verify callback that asks for the result sees nothing found yet.
        store_verify_result(call, 0);
        let mut flags = 0_u32;
        let (mut code, has_trust) = run_verification(call, chain, &mut flags);
        call.alive()?;
        let usage = if is_client {
            Purpose::ServerAuth
        } else {
            Purpose::ClientAuth
        };
        let mut more = x509_crt::certificate(chain).map_or(0, |c| usage_flags(&c, usage));
        if is_tls12(call) {
            more |= curve_flags(call, &(*chain).pk);
        }
        if more != 0 && code == 0 {
            code = MBEDTLS_ERR_SSL_BAD_CERTIFICATE;
        }
        flags |= more;
        store_verify_result(call, flags);
        let found_wanting = matches!(
            code,
            MBEDTLS_ERR_X509_CERT_VERIFY_FAILED | MBEDTLS_ERR_SSL_BAD_CERTIFICATE
        );
        if authmode == MBEDTLS_SSL_VERIFY_OPTIONAL && found_wanting {
            code = 0;
        }
        if !has_trust && authmode == MBEDTLS_SSL_VERIFY_REQUIRED {
            code = MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED;
        }
        Ok((code != 0).then(|| Answer::FailWith(alert_of(flags), Error::Application(code))))
    }
}

/// Runs `x509_crt.h`'s verification with what the connection and its configuration say; also tells whether there was
/// anything to trust at all.
///
/// # Safety
/// As [`verify_peer`].
unsafe fn run_verification(call: &Call, chain: *mut mbedtls_x509_crt, flags: &mut u32) -> (c_int, bool) {
    // SAFETY: everything is copied out of the objects before C code runs.
    unsafe {
        let own = call.inner.per_connection();
        let config = config_ref((*call.ssl).conf);
        let name = context::hostname_pointer(call.ssl);
        let set_profile = config.map_or(ptr::null(), |c| c.profile);
        let profile = if set_profile.is_null() {
            &raw const mbedtls_x509_crt_profile_default
        } else {
            set_profile
        };
        let (f_vrfy, p_vrfy) = if (*own).verify.0.is_some() {
            (*own).verify
        } else {
            config.map_or((None, ptr::null_mut()), |c| c.verify)
        };
        let (f_ca_cb, p_ca_cb) = config.map_or((None, ptr::null_mut()), |c| c.ca_callback);
        let schemes = snapshot::signature_schemes((*call.ssl).conf);
        let policy = Policy {
            flags: &|presented| unoffered_signature(presented, &schemes),
            goes_on: &|| call.alive().is_ok(),
        };
        if f_ca_cb.is_some() {
            let code = ca_cb_with_policy(
                chain,
                (f_ca_cb, p_ca_cb),
                profile,
                name,
                flags,
                (f_vrfy, p_vrfy),
                policy,
            );
            return (code, true);
        }
        let trust = (*own).trust.or(config.map(|c| c.trust)).unwrap_or(Trust::NONE);
        let callback = (f_vrfy, p_vrfy);
        let code = verify_with_policy(
            chain,
            trust.ca_chain,
            trust.ca_crl,
            profile,
            name,
            flags,
            callback,
            policy,
        );
        (code, !trust.ca_chain.is_null())
    }
}

/// Flags for a presented certificate whose signature is of a kind that we did not offer to accept (CVE-2026-54441:
/// what `mbedtls_ssl_conf_sig_algs` says counts for the chain too). RFC 8446 section 4.2.3: self-signed certificates
/// are not looked at, because their signatures prove nothing.
fn unoffered_signature(presented: &Certificate, schemes: &[SignatureScheme]) -> u32 {
    if presented.is_self_issued() {
        return 0;
    }
    let used = presented.signed_with;
    let offered = || {
        schemes
            .iter()
            .filter_map(|id| signature_scheme(*id))
            .map(|scheme| scheme.algorithm)
    };
    let kind_of = |algorithm| match algorithm {
        SignatureAlgorithm::Ecdsa(hash) => (SignatureKind::Ecdsa, hash),
        SignatureAlgorithm::RsaPkcs1(hash) => (SignatureKind::Rsa, hash),
        SignatureAlgorithm::RsaPss(hash) => (SignatureKind::RsaPss, hash),
        // Its digest is its own; the parser tells SHA-512 for it.
        SignatureAlgorithm::Ed25519 => (SignatureKind::Ed25519, HashAlgorithm::Sha512),
    };
    if offered().any(|algorithm| kind_of(algorithm) == (used.kind, used.hash)) {
        0
    } else if offered().any(|algorithm| kind_of(algorithm).0 == used.kind) {
        MBEDTLS_X509_BADCERT_BAD_MD
    } else {
        MBEDTLS_X509_BADCERT_BAD_PK
    }
}

/// The alert for a refused certificate: one of its faults, in 3.6's order.
fn alert_of(flags: u32) -> AlertDescription {
    const TABLE: [(u32, AlertDescription); 7] = [
        (MBEDTLS_X509_BADCERT_OTHER, AlertDescription::ACCESS_DENIED),
        (MBEDTLS_X509_BADCERT_CN_MISMATCH, AlertDescription::BAD_CERTIFICATE),
        (
            MBEDTLS_X509_BADCERT_KEY_USAGE
                | MBEDTLS_X509_BADCERT_EXT_KEY_USAGE
                | MBEDTLS_X509_BADCERT_NS_CERT_TYPE
                | MBEDTLS_X509_BADCERT_BAD_PK
                | MBEDTLS_X509_BADCERT_BAD_KEY,
            AlertDescription::UNSUPPORTED_CERTIFICATE,
        ),
        (MBEDTLS_X509_BADCERT_EXPIRED, AlertDescription::CERTIFICATE_EXPIRED),
        (MBEDTLS_X509_BADCERT_REVOKED, AlertDescription::CERTIFICATE_REVOKED),
        (MBEDTLS_X509_BADCERT_NOT_TRUSTED, AlertDescription::UNKNOWN_CA),
        (u32::MAX, AlertDescription::CERTIFICATE_UNKNOWN),
    ];
    TABLE
        .iter()
        .find(|(bits, _)| flags & bits != 0)
        .map_or(AlertDescription::CERTIFICATE_UNKNOWN, |(_, alert)| *alert)
}
