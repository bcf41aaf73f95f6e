//! What is configured for TLS 1.2 alone.

use std::ffi::{c_char, c_int, c_uchar};
use std::ptr;

use super::config::with;
use super::names::*;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::ptr::array;
use crate::tls::config::{LegacyPeer, Options12};
use crate::tls::wire::codes::SignatureScheme;

/// What `mbedtls_ssl_conf_*` sets for TLS 1.2 alone.
pub struct Settings12 {
    encrypt_then_mac: bool,
    extended_master_secret: bool,
    renegotiation: bool,
    /// `MBEDTLS_SSL_LEGACY_*`
    legacy: c_int,
    /// How many records a peer that was asked to renegotiate may send before; negative: any number.
    renegotiation_records: c_int,
    renegotiation_period: [u8; 8],
    /// Hashes for signatures, ended by 0; NULL: as `mbedtls_ssl_conf_sig_algs` says.
    signature_hashes: *const c_int,
}

impl Default for Settings12 {
    /// What holds before anything is set.
    fn default() -> Self {
        let mut new = Self {
            encrypt_then_mac: true,
            extended_master_secret: true,
            renegotiation: false,
            legacy: MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION,
            renegotiation_records: 0,
            renegotiation_period: [0; 8],
            signature_hashes: ptr::null(),
        };
        new.set_defaults();
        new
    }
}

impl Settings12 {
    /// What `mbedtls_ssl_config_defaults` overwrites; the rest stays, as in 3.6.
    pub fn set_defaults(&mut self) {
        self.encrypt_then_mac = true;
        self.extended_master_secret = true;
        self.renegotiation_records = MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT;
        self.renegotiation_period = [0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
    }

    /// `mbedtls_ssl_conf_sig_algs` was called, which takes back what `mbedtls_ssl_conf_sig_hashes` has set.
    pub fn forget_signature_hashes(&mut self) {
        self.signature_hashes = ptr::null();
    }

    /// See `mbedtls_ssl_conf_legacy_renegotiation`.
    pub fn set_legacy(&mut self, legacy: c_int) {
        self.legacy = legacy;
    }

    /// As the core has it; tickets and cache are set elsewhere.
    pub fn options(&self) -> Options12 {
        Options12 {
            encrypt_then_mac: self.encrypt_then_mac,
            extended_master_secret: self.extended_master_secret,
            renegotiation: self.renegotiation,
            legacy_peer: if self.legacy == MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE {
                LegacyPeer::Refused
            } else {
                LegacyPeer::NoRenegotiation
            },
            renegotiation_records: u32::try_from(self.renegotiation_records).ok(),
            renegotiation_period: u64::from_be_bytes(self.renegotiation_period),
            ..Options12::new()
        }
    }

    /// The signature algorithms of the hashes that were set; `None` if none were.
    ///
    /// # Safety
    /// The application's list is alive, with its end.
    pub unsafe fn signature_schemes(&self) -> Option<Vec<SignatureScheme>> {
        if self.signature_hashes.is_null() {
            return None;
        }
        // SAFETY: passed on.
        let hashes = unsafe { super::snapshot::entries(self.signature_hashes) };
        Some(hashes.into_iter().flat_map(schemes_of_hash).copied().collect())
    }
}

/// The signature algorithms with a hash, as 3.6 has them. SHA-1 and SHA-224 sign no handshake here.
fn schemes_of_hash(number: c_int) -> &'static [SignatureScheme] {
    const TABLE: [(mbedtls_md_type_t, [SignatureScheme; 2]); 3] = [
        (
            mbedtls_md_type_t::MBEDTLS_MD_SHA256,
            [
                SignatureScheme::ECDSA_SECP256R1_SHA256,
                SignatureScheme::RSA_PKCS1_SHA256,
            ],
        ),
        (
            mbedtls_md_type_t::MBEDTLS_MD_SHA384,
            [
                SignatureScheme::ECDSA_SECP384R1_SHA384,
                SignatureScheme::RSA_PKCS1_SHA384,
            ],
        ),
        (
            mbedtls_md_type_t::MBEDTLS_MD_SHA512,
            [
                SignatureScheme::ECDSA_SECP521R1_SHA512,
                SignatureScheme::RSA_PKCS1_SHA512,
            ],
        ),
    ];
    TABLE
        .iter()
        .find(|(hash, _)| *hash as c_int == number)
        .map_or(&[], |(_, schemes)| schemes)
}

/// Sets whether records of CBC suites may be encrypted first and authenticated then (RFC 7366). There is no other way here: a
/// suite with CBC is used with it or not at all.
///
/// \param conf  The configuration; NULL is ignored.
/// \param etm   `MBEDTLS_SSL_ETM_ENABLED` (the default) or `MBEDTLS_SSL_ETM_DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_encrypt_then_mac(conf: *mut mbedtls_ssl_config, etm: c_char) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.tls12.encrypt_then_mac = etm != 0) }
}

/// Sets whether the master secret is bound to the handshake (RFC 7627), where the peer can do that too.
///
/// \param conf  The configuration; NULL is ignored.
/// \param ems   `MBEDTLS_SSL_EXTENDED_MS_ENABLED` (the default) or `MBEDTLS_SSL_EXTENDED_MS_DISABLED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_extended_master_secret(conf: *mut mbedtls_ssl_config, ems: c_char) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.tls12.extended_master_secret = ems != 0) }
}

/// Sets whether a connection of TLS 1.2 is negotiated anew (RFC 5746) when the peer begins, and by itself after
/// `mbedtls_ssl_conf_renegotiation_period`. A program may call `mbedtls_ssl_renegotiate` either way; but a server on which it is
/// off refuses the handshake that it has asked for.
///
/// \param conf           The configuration; NULL is ignored.
/// \param renegotiation  `MBEDTLS_SSL_RENEGOTIATION_ENABLED` or `MBEDTLS_SSL_RENEGOTIATION_DISABLED` (the default).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation(conf: *mut mbedtls_ssl_config, renegotiation: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            c.tls12.renegotiation = renegotiation == MBEDTLS_SSL_RENEGOTIATION_ENABLED;
        });
    }
}

/// Server: sets how many records of application data a client may send before it renegotiates, once it was asked to. With one more
/// `mbedtls_ssl_read` fails with `MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE`, also if the client has said that it does not want to.
///
/// \param conf         The configuration; NULL is ignored.
/// \param max_records  Records, `MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT` (16) by default;
///                     `MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED`: any number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation_enforced(conf: *mut mbedtls_ssl_config, max_records: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.tls12.renegotiation_records = max_records) }
}

/// Sets after how many records, sent or received under one key, a renegotiation is begun without being asked for: by a client, or
/// asked for by a server. By default that is never reached.
///
/// \param conf    The configuration; NULL is ignored.
/// \param period  8 bytes: the record counter at which it begins, highest byte first; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_renegotiation_period(conf: *mut mbedtls_ssl_config, period: *const c_uchar) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(conf, |c| {
            if let Some(period) = array(period) {
                c.tls12.renegotiation_period = period;
            }
        });
    }
}

/// Sets the hashes for signatures, in the form of older releases. It counts, as in 3.6, only where nothing but TLS 1.2 is
/// allowed.
///
/// \deprecated    Superseded by `mbedtls_ssl_conf_sig_algs`.
///
/// \param conf    The configuration; NULL is ignored.
/// \param hashes  `MBEDTLS_MD_*` numbers, best first, ended by `MBEDTLS_MD_NONE`. Kept by pointer: must live as long as the
///                configuration. Hashes other than SHA-256, SHA-384 and SHA-512 are skipped. NULL: none were set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sig_hashes(conf: *mut mbedtls_ssl_config, hashes: *const c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.tls12.signature_hashes = hashes) }
}
