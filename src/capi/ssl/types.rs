//! `mbedtls/ssl.h`: the types.

use super::callbacks::{mbedtls_ssl_recv_t, mbedtls_ssl_recv_timeout_t, mbedtls_ssl_send_t};
use super::enums::mbedtls_ssl_protocol_version;
use crate::capi::platform_time::{mbedtls_ms_time_t, mbedtls_time_t};
use crate::capi::x509_crt::mbedtls_x509_crt;
use core::ffi::{c_char, c_int, c_uchar, c_void};
use core::mem::MaybeUninit;

/// Number of an SRTP protection profile, such as MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80.
pub type mbedtls_ssl_srtp_profile = u16;

/// What was negotiated for SRTP (RFC 5764).
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(chosen_dtls_srtp_profile), MBEDTLS_PRIVATE(mki_len), MBEDTLS_PRIVATE(mki_value)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_dtls_srtp_info_t {
    /// The profile chosen, or MBEDTLS_TLS_SRTP_UNSET.
    pub chosen_dtls_srtp_profile: mbedtls_ssl_srtp_profile,
    /// Length of the master key identifier.
    pub mki_len: u16,
    /// The master key identifier.
    pub mki_value: [c_uchar; 256],
}

/// What was negotiated for SRTP.
pub type mbedtls_dtls_srtp_info = mbedtls_dtls_srtp_info_t;

/// Room for the premaster secret of any key exchange.
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_ssl_premaster_secret {
    /// Keeps the union from being empty.
    pub dummy: c_uchar,
    /// RSA.
    pub _pms_rsa: [c_uchar; 48],
    /// Finite-field Diffie-Hellman.
    pub _pms_dhm: [c_uchar; 1024],
    /// ECDH.
    pub _pms_ecdh: [c_uchar; 66],
    /// Pre-shared key.
    pub _pms_psk: [c_uchar; 100],
    /// Pre-shared key with Diffie-Hellman.
    pub _pms_dhe_psk: [c_uchar; 1076],
    /// Pre-shared key with RSA.
    pub _pms_rsa_psk: [c_uchar; 100],
    /// Pre-shared key with ECDH.
    pub _pms_ecdhe_psk: [c_uchar; 118],
}

/// A number that may hold a pointer, as C's `uintptr_t`.
///
/// cbindgen:ignore
pub type UserNumber = usize;

/// A value of the application that a context or a configuration carries.
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_ssl_user_data_t {
    /// As a number.
    pub n: UserNumber,
    /// As a pointer.
    pub p: *mut c_void,
}

/// What is needed to resume a connection.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved1), MBEDTLS_PRIVATE(exported), MBEDTLS_PRIVATE(endpoint), MBEDTLS_PRIVATE(tls_version), MBEDTLS_PRIVATE(start), MBEDTLS_PRIVATE(ciphersuite), MBEDTLS_PRIVATE(id_len), MBEDTLS_PRIVATE(id), MBEDTLS_PRIVATE(master), MBEDTLS_PRIVATE(peer_cert), MBEDTLS_PRIVATE(reserved2), MBEDTLS_PRIVATE(ticket), MBEDTLS_PRIVATE(ticket_len), MBEDTLS_PRIVATE(ticket_lifetime), MBEDTLS_PRIVATE(ticket_creation_time), MBEDTLS_PRIVATE(ticket_age_add), MBEDTLS_PRIVATE(ticket_flags), MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved3)]
#[repr(C)]
pub struct mbedtls_ssl_session {
    /// Not to be touched.
    pub reserved1: c_uchar,
    /// Not 0 if the session was handed to the application.
    pub exported: c_uchar,
    /// MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
    pub endpoint: u8,
    /// Protocol version.
    pub tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
    /// When the session began, in seconds since 1970.
    pub start: mbedtls_time_t,
    /// Number of the cipher suite.
    pub ciphersuite: c_int,
    /// Length of `id`.
    pub id_len: usize,
    /// Session identifier.
    pub id: [c_uchar; 32],
    /// Master secret of TLS 1.2.
    pub master: [c_uchar; 48],
    /// The peer's certificates, or NULL.
    pub peer_cert: *mut mbedtls_x509_crt,
    /// Not to be touched.
    pub reserved2: usize,
    /// The ticket, or NULL.
    pub ticket: *mut c_uchar,
    /// Length of the ticket.
    pub ticket_len: usize,
    /// Lifetime of the ticket, in seconds.
    pub ticket_lifetime: u32,
    /// When the ticket was made, in milliseconds.
    pub ticket_creation_time: mbedtls_ms_time_t,
    /// Random number that hides the age of the ticket.
    pub ticket_age_add: u32,
    /// What the ticket allows: MBEDTLS_SSL_TLS1_3_TICKET_* bits.
    pub ticket_flags: u8,
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved3: [usize; 40],
}

/// What connections have in common: shared by any number of them, not to be changed once one is set up.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(max_tls_version), MBEDTLS_PRIVATE(min_tls_version), MBEDTLS_PRIVATE(endpoint), MBEDTLS_PRIVATE(transport), MBEDTLS_PRIVATE(authmode), MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved), MBEDTLS_PRIVATE(user_data), MBEDTLS_PRIVATE(f_cert_cb), MBEDTLS_PRIVATE(dn_hints)]
#[repr(C)]
pub struct mbedtls_ssl_config {
    /// Highest version to negotiate.
    pub max_tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
    /// Lowest version to negotiate.
    pub min_tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
    /// MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER.
    pub endpoint: u8,
    /// MBEDTLS_SSL_TRANSPORT_STREAM or MBEDTLS_SSL_TRANSPORT_DATAGRAM.
    pub transport: u8,
    /// How the peer is authenticated, such as MBEDTLS_SSL_VERIFY_REQUIRED.
    pub authmode: u8,
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved: [usize; 45],
    /// The application's value.
    pub user_data: mbedtls_ssl_user_data_t,
    /// Called when the server may choose its certificate.
    pub f_cert_cb: mbedtls_ssl_hs_cb_t,
    /// Certificates whose names a certificate request carries, or NULL.
    pub dn_hints: *const mbedtls_x509_crt,
}

/// A connection.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(conf), MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(reserved1), MBEDTLS_PRIVATE(tls_version), MBEDTLS_PRIVATE(reserved2), MBEDTLS_PRIVATE(f_send), MBEDTLS_PRIVATE(f_recv), MBEDTLS_PRIVATE(f_recv_timeout), MBEDTLS_PRIVATE(p_bio), MBEDTLS_PRIVATE(reserved3), MBEDTLS_PRIVATE(session), MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved4), MBEDTLS_PRIVATE(hostname), MBEDTLS_PRIVATE(reserved5), MBEDTLS_PRIVATE(user_data)]
#[repr(C)]
pub struct mbedtls_ssl_context {
    /// The configuration.
    pub conf: *const mbedtls_ssl_config,
    /// What the handshake does next: a number of `mbedtls_ssl_states`.
    pub state: c_int,
    /// Not to be touched.
    pub reserved1: [c_int; 2],
    /// The negotiated version.
    pub tls_version: MaybeUninit<mbedtls_ssl_protocol_version>,
    /// Not to be touched.
    pub reserved2: [usize; 3],
    /// Sends.
    pub f_send: mbedtls_ssl_send_t,
    /// Receives.
    pub f_recv: mbedtls_ssl_recv_t,
    /// Receives, waiting no longer than a given time.
    pub f_recv_timeout: mbedtls_ssl_recv_timeout_t,
    /// First argument of the three.
    pub p_bio: *mut c_void,
    /// Not to be touched.
    pub reserved3: [usize; 2],
    /// The session in use, or NULL.
    pub session: *mut mbedtls_ssl_session,
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved4: [usize; 40],
    /// The server's name, ended by NUL, or NULL.
    pub hostname: *mut c_char,
    /// Not to be touched.
    pub reserved5: [usize; 48],
    /// The application's value.
    pub user_data: mbedtls_ssl_user_data_t,
}

/// Called while a connection is in its handshake. Returns 0, or an error code that ends it.
pub type mbedtls_ssl_hs_cb_t = Option<unsafe extern "C" fn(ssl: *mut mbedtls_ssl_context) -> c_int>;
