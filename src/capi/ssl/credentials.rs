//! What an end authenticates with: from certificates and keys of the application to the core's credentials.

use std::ptr;
use std::sync::Arc;

use super::async_private;
use super::certificates::{self, Certificates, Staples};
use super::drive::Call;
use super::inner::{KeyCert, PerConnection, config_ref};
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::capi::{pk, x509_crt};
use crate::crypto::ec::Curve;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::{RsaUse, SignatureAlgorithm};
use crate::crypto::verify::PublicKey;
use crate::pki::spki::KeyAlgorithm;
use crate::tls::config::{Credential, Key};
use crate::tls::suites::{curve_id, signature_scheme};
use crate::tls::wire::codes::{CertificateType, SignatureScheme};

/// The names that a CertificateRequest has, if it is to have any. Looks at what was set, place by place: another thread
/// may be reading.
///
/// # Safety
/// The context is alive.
pub(super) unsafe fn authorities(call: &Call) -> Vec<Vec<u8>> {
    // SAFETY: as stated; nothing of the application's runs.
    unsafe {
        let conf = (*call.ssl).conf;
        let own = call.inner.per_connection();
        let config = config_ref(conf);
        if !config.is_some_and(|c| c.send_ca_list) {
            return Vec::new();
        }
        let trusted = (*own).trust.or(config.map(|c| c.trust));
        let trusted = trusted.map_or(ptr::null_mut(), |t| t.ca_chain);
        let hints = [(*own).dn_hints, (*conf).dn_hints];
        let hints = hints.into_iter().find(|h| !h.is_null());
        subjects(hints.unwrap_or(trusted.cast_const()))
    }
}

/// What we can authenticate with, to a peer that prefers certificates by these authorities.
///
/// # Safety
/// The context is alive.
pub(super) unsafe fn candidates(call: &Call, wanted: &[Vec<u8>]) -> Vec<Arc<Credential>> {
    // SAFETY: as stated; nothing of the application's runs.
    unsafe {
        let conf = (*call.ssl).conf;
        let own = &*call.inner.per_connection();
        let config = config_ref(conf);
        let list: &[KeyCert] = if own.own.is_empty() {
            config.map_or(&[], |c| &c.own)
        } else {
            &own.own
        };
        let elsewhere = async_private::is_configured(conf);
        let about = config.map(|c| &c.certificates);
        // Keys that are for this alone come before those of certificates.
        let raw_keys = about.map_or(&[][..], |about| &about.raw_keys);
        let list = [raw_keys, list].concat();
        let mut candidates = credentials(&list, elsewhere, own, about);
        certificates::prefer_issued_by(&mut candidates, &list, wanted);
        if candidates.iter().any(|own| matches!(own.key, Key::External)) {
            (*call.inner.per_connection()).operation.candidates = list;
        }
        candidates
    }
}

/// The credentials of a list of the application's, each tagged with its place in the list; entries without a certificate or
/// a key are passed over, as an empty pair is allowed by `mbedtls_ssl_conf_own_cert`. Keys that are `elsewhere` need not
/// be there: the certificate says what they can do.
///
/// An entry that has a key and no certificate is a raw public key; where those may be presented, an entry that has both is
/// one too.
///
/// # Safety
/// The certificates and keys of `list` are initialised and alive.
pub unsafe fn credentials(
    list: &[KeyCert],
    elsewhere: bool,
    own: &PerConnection,
    config: Option<&Certificates>,
) -> Vec<Arc<Credential>> {
    let nothing = Staples::default();
    let staples = own.staples.as_deref().unwrap_or(&nothing);
    let raw_keys = config.is_some_and(Certificates::shows_raw_keys);
    list.iter()
        .enumerate()
        .flat_map(|(tag, pair)| {
            // SAFETY: the caller vouches for the pair.
            let own = unsafe { OwnKey::of(pair, elsewhere) };
            // SAFETY: as above.
            let chain = unsafe { super::session::chain_ders(pair.cert) };
            let (mut certificate, mut raw) = (None, None);
            if let Some(own) = own {
                let of = |certificate_type, chain: Vec<Vec<u8>>, attached| {
                    Arc::new(Credential {
                        certificate_type,
                        attached,
                        chain,
                        key: own.key.clone(),
                        schemes: own.schemes.clone(),
                        schemes12: own.schemes12.clone(),
                        curve: match &*own.public {
                            PublicKey::Ec { curve, .. } => Some(curve_id(*curve)),
                            PublicKey::Rsa { .. } | PublicKey::Ed25519(_) => None,
                        },
                        tag,
                    })
                };
                if raw_keys && (pair.cert.is_null() || !chain.is_empty()) {
                    let spki = certificates::spki_of(&own.public, own.rsa);
                    raw = Some(of(CertificateType::RAW_PUBLIC_KEY, vec![spki], Vec::new()));
                }
                if !chain.is_empty() {
                    let attached = certificates::attached(&chain, staples, config);
                    certificate = Some(of(CertificateType::X509, chain, attached));
                }
            }
            [certificate, raw].into_iter().flatten()
        })
        .collect()
}

/// A key of the application's, and what there is to know of it.
struct OwnKey {
    key: Key,
    public: Arc<PublicKey>,
    rsa: RsaUse,
    /// In TLS 1.3.
    schemes: Vec<SignatureScheme>,
    /// In TLS 1.2.
    schemes12: Vec<SignatureScheme>,
}

impl OwnKey {
    /// The key of a pair; one that is `elsewhere` need not be there if the certificate is.
    ///
    /// # Safety
    /// The certificate and the key are NULL or initialised and alive.
    unsafe fn of(pair: &KeyCert, elsewhere: bool) -> Option<Self> {
        // SAFETY: as stated; a certificate has its key inside.
        unsafe {
            let rsa = match x509_crt::certificate(pair.cert) {
                // Keys for agreement alone sign nothing (RFC 5480 section 2.1.2).
                Some(certificate) if certificate.public_key.algorithm == KeyAlgorithm::EcDh => return None,
                Some(certificate) => certificate.public_key.rsa_use(),
                None => pk::object::keys(pair.key.as_ref()?).unwrap_or_default().rsa,
            };
            let application = pk::is_application_key(pair.key);
            if elsewhere || application {
                let key = pair
                    .cert
                    .as_ref()
                    .map_or(pair.key.cast_const(), |crt| &raw const crt.pk);
                let public = pk::public_key(key)?;
                let mut schemes12 = schemes12_of(&public, rsa);
                if !elsewhere || !rsa.is_pss() {
                    // A function of mbedtls_pk_setup_rsa_alt() knows nothing else, and a callback that was written for 3.6 is told a hash
                    // and no padding: in TLS 1.2 it knows PKCS#1 v1.5 only.
                    let is_pss = |scheme| {
                        signature_scheme(scheme).is_some_and(|s| matches!(s.algorithm, SignatureAlgorithm::RsaPss(_)))
                    };
                    schemes12.retain(|scheme| !is_pss(*scheme));
                }
                let schemes = if elsewhere {
                    schemes_of(&public, rsa)
                } else {
                    Vec::new()
                };
                return Some(Self {
                    key: Key::External,
                    schemes,
                    schemes12,
                    public,
                    rsa,
                });
            }
            if let Some(key) = pk::signing_key(pair.key) {
                let public = Arc::new(key.public_key().clone());
                return Some(Self {
                    schemes: schemes_of(&public, rsa),
                    schemes12: schemes12_of(&public, rsa),
                    key: Key::Native(key),
                    public,
                    rsa,
                });
            }
            // A key that the PSA interface holds; what its policy does not permit is not offered.
            let public = pk::public_key(pair.key)?;
            let (mut schemes, mut schemes12) = (schemes_of(&public, rsa), schemes12_of(&public, rsa));
            let mut key = None;
            for list in [&mut schemes, &mut schemes12] {
                list.retain(|scheme| {
                    let signer = signature_scheme(*scheme).and_then(|s| pk::signing_key_for(pair.key, s.algorithm));
                    let is_permitted = signer.is_some();
                    key = signer.or(key.take());
                    is_permitted
                });
            }
            Some(Self {
                key: Key::Native(key?),
                public,
                rsa,
                schemes,
                schemes12,
            })
        }
    }
}

/// What a key can sign with in TLS 1.3, best first (RFC 8446 section 4.2.3).
fn schemes_of(key: &PublicKey, rsa: RsaUse) -> Vec<SignatureScheme> {
    match key {
        PublicKey::Ec { curve: Curve::P256, .. } => vec![SignatureScheme::ECDSA_SECP256R1_SHA256],
        PublicKey::Ec { curve: Curve::P384, .. } => vec![SignatureScheme::ECDSA_SECP384R1_SHA384],
        PublicKey::Ec { curve: Curve::P521, .. } => vec![SignatureScheme::ECDSA_SECP521R1_SHA512],
        // TLS 1.3 has no scheme for the other curves (RFC 8734 adds brainpool's, which nobody here offers).
        PublicKey::Ec { .. } => Vec::new(),
        PublicKey::Ed25519(_) => vec![SignatureScheme::ED25519],
        PublicKey::Rsa { n, .. } => {
            let all = if rsa.is_pss() {
                [
                    (SignatureScheme::RSA_PSS_PSS_SHA256, HashAlgorithm::Sha256),
                    (SignatureScheme::RSA_PSS_PSS_SHA384, HashAlgorithm::Sha384),
                    (SignatureScheme::RSA_PSS_PSS_SHA512, HashAlgorithm::Sha512),
                ]
            } else {
                [
                    (SignatureScheme::RSA_PSS_RSAE_SHA256, HashAlgorithm::Sha256),
                    (SignatureScheme::RSA_PSS_RSAE_SHA384, HashAlgorithm::Sha384),
                    (SignatureScheme::RSA_PSS_RSAE_SHA512, HashAlgorithm::Sha512),
                ]
            };
            // RFC 8017 section 9.1.1: the modulus must hold digest, salt (as long) and two bytes.
            all.into_iter()
                .filter(|(_, digest)| n.len() >= 2 * digest.output_len() + 2 && rsa.allows_digest(*digest))
                .map(|(scheme, _)| scheme)
                .collect()
        }
    }
}

/// What a key can sign with in TLS 1.2, best first: an ECDSA scheme there says nothing of the curve (RFC 8422 section 5.1.3), and
/// PKCS#1 v1.5 is one (RFC 5246 section 7.4.1.4.1).
fn schemes12_of(key: &PublicKey, rsa: RsaUse) -> Vec<SignatureScheme> {
    let mut schemes = schemes_of(key, rsa);
    match key {
        PublicKey::Ec { .. } => {
            let all = [
                SignatureScheme::ECDSA_SECP256R1_SHA256,
                SignatureScheme::ECDSA_SECP384R1_SHA384,
                SignatureScheme::ECDSA_SECP521R1_SHA512,
            ];
            schemes.extend(
                all.into_iter()
                    .filter(|scheme| !schemes.contains(scheme))
                    .collect::<Vec<_>>(),
            );
        }
        PublicKey::Rsa { .. } if !rsa.is_pss() => schemes.extend([
            SignatureScheme::RSA_PKCS1_SHA256,
            SignatureScheme::RSA_PKCS1_SHA384,
            SignatureScheme::RSA_PKCS1_SHA512,
        ]),
        PublicKey::Rsa { .. } | PublicKey::Ed25519(_) => {}
    }
    schemes
}

/// The subjects of a list of certificates, as DER.
///
/// # Safety
/// `chain` is NULL or an initialised chain.
pub unsafe fn subjects(mut chain: *const mbedtls_x509_crt) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    // SAFETY: every `next` of a chain is NULL or a certificate; `subject_raw` holds `len` bytes.
    unsafe {
        while let Some(crt) = chain.as_ref() {
            if !crt.subject_raw.p.is_null() {
                out.push(std::slice::from_raw_parts(crt.subject_raw.p, crt.subject_raw.len).to_vec());
            }
            chain = crt.next;
        }
    }
    out
}
