//! From the C configuration to the core's, when a handshake starts.
//!
//! The application's lists are read here, each time: what it changes between two connections counts, as in 3.6.

use std::ffi::{CStr, c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;

use super::certificates::{self, Certificates, Staples};
use super::inner::{ConfigInner, KeyCert, PerConnection, config_ref};
use super::names::*;
use crate::capi::ecp::mbedtls_ecp_group_id;
use crate::capi::ptr::enum_number;
use crate::capi::ssl_ciphersuites;
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::capi::{pk, x509_crt};
use crate::crypto::ec::Curve;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::{RsaUse, SignatureAlgorithm};
use crate::crypto::verify::PublicKey;
use crate::pki::spki::KeyAlgorithm;
use crate::tls::config::{Config, Credential, Key, Options, Options12, Side};
use crate::tls::early_data::Replays;
use crate::tls::handshake::cookie::StatelessRetry;
use crate::tls::session::KeyExchangeModes;
use crate::tls::suites::{curve_id, signature_scheme};
use crate::tls::wire::codes::{CertificateType, CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme};

/// The groups of the default preset, ended by 0.
///
/// DEVIATION: 3.6 has no hybrid group. What is recorded today may be read once a quantum computer can solve x25519, so that
/// the hybrid is the first choice; a client sends its x25519 share as well, so that no server needs another round trip for
/// it.
pub static DEFAULT_GROUPS: [u16; 7] = [
    NamedGroup::X25519_MLKEM768.0,
    NamedGroup::X25519.0,
    NamedGroup::SECP256R1.0,
    NamedGroup::SECP384R1.0,
    NamedGroup::X448.0,
    NamedGroup::SECP521R1.0,
    0,
];

/// The groups of the suite B preset, ended by 0.
pub static SUITEB_GROUPS: [u16; 3] = [NamedGroup::SECP256R1.0, NamedGroup::SECP384R1.0, 0];

/// The signature algorithms of the default preset, ended by 0.
///
/// DEVIATION: 3.6 has no ed25519 and does not offer rsa_pss_pss; both stand here after what 3.6 has.
pub static DEFAULT_SIGNATURE_SCHEMES: [u16; 14] = [
    SignatureScheme::ECDSA_SECP256R1_SHA256.0,
    SignatureScheme::ECDSA_SECP384R1_SHA384.0,
    SignatureScheme::ECDSA_SECP521R1_SHA512.0,
    SignatureScheme::ED25519.0,
    SignatureScheme::RSA_PSS_RSAE_SHA512.0,
    SignatureScheme::RSA_PSS_RSAE_SHA384.0,
    SignatureScheme::RSA_PSS_RSAE_SHA256.0,
    SignatureScheme::RSA_PSS_PSS_SHA512.0,
    SignatureScheme::RSA_PSS_PSS_SHA384.0,
    SignatureScheme::RSA_PSS_PSS_SHA256.0,
    SignatureScheme::RSA_PKCS1_SHA512.0,
    SignatureScheme::RSA_PKCS1_SHA384.0,
    SignatureScheme::RSA_PKCS1_SHA256.0,
    0,
];

/// The signature algorithms of the suite B preset, ended by 0.
pub static SUITEB_SIGNATURE_SCHEMES: [u16; 3] = [
    SignatureScheme::ECDSA_SECP256R1_SHA256.0,
    SignatureScheme::ECDSA_SECP384R1_SHA384.0,
    0,
];

/// How many entries of a list of the application's are read at most: a list without its end is its fault, and this
/// keeps the walk bounded. The registries hold fewer than this.
const MAX_LIST: usize = 512;

/// The entries of a list that ends with a zero; empty for NULL.
///
/// # Safety
/// `list` is NULL or points to entries up to and with a zero.
pub(in crate::capi) unsafe fn entries<T: Copy + Default + PartialEq>(list: *const T) -> Vec<T> {
    if list.is_null() {
        return Vec::new();
    }
    (0..MAX_LIST)
        // SAFETY: every entry before the zero was seen to be nonzero, so this one is still in the list.
        .map(|i| unsafe { list.add(i).read() })
        .take_while(|entry| *entry != T::default())
        .collect()
}

/// The group in TLS of a curve's number, if it is offered.
pub(super) fn group_of_curve(number: c_int) -> Option<u16> {
    use mbedtls_ecp_group_id::*;
    const TABLE: [(mbedtls_ecp_group_id, NamedGroup); 5] = [
        (MBEDTLS_ECP_DP_SECP256R1, NamedGroup::SECP256R1),
        (MBEDTLS_ECP_DP_SECP384R1, NamedGroup::SECP384R1),
        (MBEDTLS_ECP_DP_SECP521R1, NamedGroup::SECP521R1),
        (MBEDTLS_ECP_DP_CURVE25519, NamedGroup::X25519),
        (MBEDTLS_ECP_DP_CURVE448, NamedGroup::X448),
    ];
    TABLE
        .iter()
        .find(|(curve, _)| *curve as c_int == number)
        .map(|(_, group)| group.0)
}

/// The names of an ALPN list that ends with NULL; empty for NULL.
///
/// # Safety
/// `protos` is NULL or points to pointers up to and with a NULL.
pub unsafe fn alpn_names(protos: *const *const c_char) -> Vec<*const c_char> {
    if protos.is_null() {
        return Vec::new();
    }
    (0..MAX_LIST)
        // SAFETY: every pointer before the NULL was seen not to be NULL.
        .map(|i| unsafe { protos.add(i).read() })
        .take_while(|name| !name.is_null())
        .collect()
}

/// The core's configuration out of the C one.
///
/// # Safety
/// `conf` points to an initialised configuration whose lists are alive.
pub unsafe fn config(conf: *const mbedtls_ssl_config) -> Arc<Config> {
    // SAFETY: the caller vouches for `conf` and its lists.
    unsafe {
        let fields = &*conf;
        let inner = config_ref(conf);
        let suites = match inner.map(|i| i.ciphersuites).filter(|list| !list.is_null()) {
            Some(list) => entries::<c_int>(list),
            None => entries(ssl_ciphersuites::default_list().as_ptr()),
        };
        let alpn = inner.map(|i| alpn_names(i.alpn)).unwrap_or_default();
        let debug_wanted = inner.is_some_and(|i| i.debug.0.is_some());
        let early = inner.map(|i| &i.early);
        let side = if c_int::from(fields.endpoint) == MBEDTLS_SSL_IS_SERVER {
            Side::Server
        } else {
            Side::Client
        };
        Arc::new(Config {
            min_version: version(fields.min_tls_version),
            max_version: version(fields.max_tls_version),
            suites: suites
                .into_iter()
                .filter_map(|id| u16::try_from(id).ok())
                .map(CipherSuite)
                .collect(),
            groups: groups(conf),
            signature_schemes: signature_schemes(conf),
            post_handshake_auth: inner.is_some_and(|i| i.post_handshake_auth),
            alpn_protocols: alpn
                .into_iter()
                .map(|name| CStr::from_ptr(name).to_bytes().to_vec())
                .collect(),
            prefer_own_suites: inner.is_none_or(|i| i.preference_order == MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER),
            debug_level: if debug_wanted {
                crate::capi::debug::threshold()
            } else {
                0
            },
            key_exchange_modes: inner.map_or(KeyExchangeModes::ALL, super::modes::modes),
            tickets: inner
                .filter(|i| i.ticket_callbacks.0.is_some())
                .map_or(0, |i| i.new_session_tickets),
            parses_tickets: inner.is_some_and(|i| i.ticket_callbacks.1.is_some()),
            finds_psks: inner.is_some_and(|i| i.psk_callback.0.is_some() || i.psk.is_some()),
            middlebox_compatibility: cfg!(feature = "tls13-compatibility-mode"),
            signal_tickets: inner.is_some_and(|i| i.signal_tickets),
            early_data: early.is_some_and(|e| e.enabled),
            max_early_data: early.map_or(0, |e| e.max_size),
            replays: match early {
                Some(early) if side == Side::Server => early.replays(),
                _ => Replays::Refused,
            },
            replay_window: early.map_or(0, |e| e.window()),
            max_fragment_length: inner.and_then(super::limits::max_fragment_length),
            record_size_limit: inner.map(|i| i.record_size_limit).filter(|limit| *limit != 0),
            authorities: inner
                .filter(|_| side == Side::Client)
                .map(|i| subjects(i.certificates.authorities))
                .unwrap_or_default(),
            certificates: inner.map(|i| i.certificates.options()).unwrap_or_default(),
            hello_padding: inner.is_some_and(|i| i.hello_padding),
            grease: inner.is_some_and(|i| i.grease),
            stateless_retry: inner.map_or(StatelessRetry::Off, |i| i.stateless_retry),
            cookie_key: inner.and_then(|i| i.cookie_key.clone()),
            tls12: inner.map_or(Options12::new(), options12),
            ..Config::new(side)
        })
    }
}

/// What counts in TLS 1.2 alone.
fn options12(inner: &ConfigInner) -> Options12 {
    let (_, get, set) = inner.cache;
    Options12 {
        tickets: inner.session_tickets,
        caches_sessions: get.is_some() || set.is_some(),
        ..inner.tls12.options()
    }
}

/// The groups of a configuration.
///
/// # Safety
/// As [`config`].
pub unsafe fn groups(conf: *const mbedtls_ssl_config) -> Vec<NamedGroup> {
    // SAFETY: passed on.
    let numbers = match unsafe { config_ref(conf) } {
        Some(inner) if !inner.converted_groups.is_empty() => inner.converted_groups.clone(),
        // SAFETY: the application's list, with its end.
        Some(inner) if !inner.groups.is_null() => unsafe { entries(inner.groups) },
        _ => DEFAULT_GROUPS.into_iter().take_while(|group| *group != 0).collect(),
    };
    numbers.into_iter().map(NamedGroup).collect()
}

/// The signature algorithms of a configuration.
///
/// # Safety
/// As [`config`].
pub unsafe fn signature_schemes(conf: *const mbedtls_ssl_config) -> Vec<SignatureScheme> {
    // SAFETY: as stated.
    let is_tls12_only = unsafe { version((*conf).max_tls_version) } == ProtocolVersion::TLS1_2;
    // SAFETY: passed on.
    if is_tls12_only && let Some(schemes) = unsafe { signature_schemes_of_hashes(conf) } {
        return schemes;
    }
    // SAFETY: passed on.
    let list = unsafe { config_ref(conf) }.map_or(ptr::null(), |inner| inner.signature_algorithms);
    let list = if list.is_null() {
        DEFAULT_SIGNATURE_SCHEMES.as_ptr()
    } else {
        list
    };
    // SAFETY: the application's list or ours, both with their end.
    unsafe { entries(list) }.into_iter().map(SignatureScheme).collect()
}

/// Those of `mbedtls_ssl_conf_sig_hashes`, which count where nothing but TLS 1.2 is allowed; `None` if it was not called.
///
/// # Safety
/// As [`config`].
pub unsafe fn signature_schemes_of_hashes(conf: *const mbedtls_ssl_config) -> Option<Vec<SignatureScheme>> {
    // SAFETY: passed on.
    unsafe { config_ref(conf)?.tls12.signature_schemes() }
}

fn version(number: MaybeUninit<mbedtls_ssl_protocol_version>) -> ProtocolVersion {
    ProtocolVersion(u16::try_from(enum_number(number)).unwrap_or(0))
}

/// The core's per-connection options. Fails if a key of the PSA interface is to be the pre-shared key and cannot.
///
/// # Safety
/// `ssl` points to an initialised context; `own` is its object's.
pub unsafe fn options(ssl: *const mbedtls_ssl_context, own: &PerConnection) -> Result<Options, c_int> {
    // SAFETY: `hostname` is NULL, the marker of `mbedtls_ssl_set_hostname(ssl, NULL)`, or a string that we allocated.
    let name = unsafe { super::context::hostname(ssl) };
    // SAFETY: a context that was set up has a configuration, which outlives it.
    let key_log = unsafe { config_ref((*ssl).conf) }.is_some_and(|inner| inner.key_log.is_some());
    // SAFETY: as above.
    let client = unsafe { c_int::from((*(*ssl).conf).endpoint) == MBEDTLS_SSL_IS_CLIENT };
    // SAFETY: as above.
    let versions = unsafe {
        let conf = &*(*ssl).conf;
        enum_number(conf.min_tls_version)..=enum_number(conf.max_tls_version)
    };
    // SAFETY: as above.
    let psk = unsafe { config_ref((*ssl).conf) }
        .filter(|_| client)
        .and_then(|c| c.psk.as_ref());
    Ok(Options {
        server_name: name.filter(|n| !n.is_empty()),
        export_secrets: own.export_keys.0.is_some() || key_log,
        // SAFETY: `ssl` was set up, so that its configuration is alive.
        resumption: unsafe { super::session::resume::offered(ssl, own) },
        psks: psk.map(|psk| psk.external(versions)).transpose()?.into_iter().collect(),
    })
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
