//! From the C configuration to the core's, when a handshake starts.
//!
//! The application's lists are read here, each time: what it changes between two connections counts, as in 3.6.

use std::ffi::{CStr, c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::Arc;

use super::credentials::subjects;
use super::inner::{ConfigInner, PerConnection, config_ref};
use super::names::*;
use crate::capi::ecp::mbedtls_ecp_group_id;
use crate::capi::ptr::enum_number;
use crate::capi::ssl_ciphersuites;
use crate::tls::config::{Config, Options, Options12, Side};
use crate::tls::early_data::Replays;
use crate::tls::handshake::cookie::StatelessRetry;
use crate::tls::session::KeyExchangeModes;
use crate::tls::suites;
use crate::tls::wire::codes::{CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme};

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

/// The signature algorithms of a configuration, without those that are not offered here.
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
    let schemes = unsafe { entries(list) }.into_iter().map(SignatureScheme);
    schemes.filter(|scheme| suites::is_offered(*scheme)).collect()
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
