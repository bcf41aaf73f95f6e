//! `mbedtls/ssl.h`: the types.

use super::callbacks::{mbedtls_ssl_hs_cb_t, mbedtls_ssl_recv_t, mbedtls_ssl_recv_timeout_t, mbedtls_ssl_send_t};
use crate::capi::platform_time::{mbedtls_ms_time_t, mbedtls_time_t};
use crate::capi::ptr::c_enum;
use crate::capi::x509_crt::mbedtls_x509_crt;
use core::ffi::{c_char, c_int, c_uchar, c_void};
use core::mem::MaybeUninit;

/// Protocol versions.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ssl_protocol_version {
    /// Not negotiated yet, or not known.
    MBEDTLS_SSL_VERSION_UNKNOWN = 0x0000,
    /// TLS 1.2.
    MBEDTLS_SSL_VERSION_TLS1_2 = 0x0303,
    /// TLS 1.3.
    MBEDTLS_SSL_VERSION_TLS1_3 = 0x0304,
}

c_enum!(mbedtls_ssl_protocol_version: MBEDTLS_SSL_VERSION_UNKNOWN, MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_SSL_VERSION_TLS1_3);

/// What a handshake does next. A program sees these numbers in the context's `state`.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ssl_states {
    /// The message HelloRequest.
    MBEDTLS_SSL_HELLO_REQUEST = 0,
    /// The message ClientHello.
    MBEDTLS_SSL_CLIENT_HELLO = 1,
    /// The message ServerHello.
    MBEDTLS_SSL_SERVER_HELLO = 2,
    /// The message ServerCertificate.
    MBEDTLS_SSL_SERVER_CERTIFICATE = 3,
    /// The message ServerKeyExchange.
    MBEDTLS_SSL_SERVER_KEY_EXCHANGE = 4,
    /// The message CertificateRequest.
    MBEDTLS_SSL_CERTIFICATE_REQUEST = 5,
    /// The message ServerHelloDone.
    MBEDTLS_SSL_SERVER_HELLO_DONE = 6,
    /// The message ClientCertificate.
    MBEDTLS_SSL_CLIENT_CERTIFICATE = 7,
    /// The message ClientKeyExchange.
    MBEDTLS_SSL_CLIENT_KEY_EXCHANGE = 8,
    /// The message CertificateVerify.
    MBEDTLS_SSL_CERTIFICATE_VERIFY = 9,
    /// The message ClientChangeCipherSpec.
    MBEDTLS_SSL_CLIENT_CHANGE_CIPHER_SPEC = 10,
    /// The message ClientFinished.
    MBEDTLS_SSL_CLIENT_FINISHED = 11,
    /// The message ServerChangeCipherSpec.
    MBEDTLS_SSL_SERVER_CHANGE_CIPHER_SPEC = 12,
    /// The message ServerFinished.
    MBEDTLS_SSL_SERVER_FINISHED = 13,
    /// Sending what is unsent.
    MBEDTLS_SSL_FLUSH_BUFFERS = 14,
    /// Releasing what only the handshake needed.
    MBEDTLS_SSL_HANDSHAKE_WRAPUP = 15,
    /// The message NewSessionTicket.
    MBEDTLS_SSL_NEW_SESSION_TICKET = 16,
    /// DTLS server: a cookie was sent, the client has to begin again.
    MBEDTLS_SSL_SERVER_HELLO_VERIFY_REQUEST_SENT = 17,
    /// The message HelloRetryRequest.
    MBEDTLS_SSL_HELLO_RETRY_REQUEST = 18,
    /// The message EncryptedExtensions.
    MBEDTLS_SSL_ENCRYPTED_EXTENSIONS = 19,
    /// The message EndOfEarlyData.
    MBEDTLS_SSL_END_OF_EARLY_DATA = 20,
    /// The message ClientCertificateVerify.
    MBEDTLS_SSL_CLIENT_CERTIFICATE_VERIFY = 21,
    /// Client: change_cipher_spec for middleboxes, after server finished.
    MBEDTLS_SSL_CLIENT_CCS_AFTER_SERVER_FINISHED = 22,
    /// Client: change_cipher_spec for middleboxes, before the second client hello.
    MBEDTLS_SSL_CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO = 23,
    /// Server: change_cipher_spec for middleboxes, after server hello.
    MBEDTLS_SSL_SERVER_CCS_AFTER_SERVER_HELLO = 24,
    /// Client: change_cipher_spec for middleboxes, after client hello.
    MBEDTLS_SSL_CLIENT_CCS_AFTER_CLIENT_HELLO = 25,
    /// Server: change_cipher_spec for middleboxes, after hello retry request.
    MBEDTLS_SSL_SERVER_CCS_AFTER_HELLO_RETRY_REQUEST = 26,
    /// The handshake is over.
    MBEDTLS_SSL_HANDSHAKE_OVER = 27,
    /// Server: the next ticket. Client: a ticket came in.
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET = 28,
    /// Server: sending the ticket that was written.
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET_FLUSH = 29,
}

c_enum!(mbedtls_ssl_states: MBEDTLS_SSL_HELLO_REQUEST, MBEDTLS_SSL_CLIENT_HELLO, MBEDTLS_SSL_SERVER_HELLO, MBEDTLS_SSL_SERVER_CERTIFICATE, MBEDTLS_SSL_SERVER_KEY_EXCHANGE, MBEDTLS_SSL_CERTIFICATE_REQUEST, MBEDTLS_SSL_SERVER_HELLO_DONE, MBEDTLS_SSL_CLIENT_CERTIFICATE, MBEDTLS_SSL_CLIENT_KEY_EXCHANGE, MBEDTLS_SSL_CERTIFICATE_VERIFY, MBEDTLS_SSL_CLIENT_CHANGE_CIPHER_SPEC, MBEDTLS_SSL_CLIENT_FINISHED, MBEDTLS_SSL_SERVER_CHANGE_CIPHER_SPEC, MBEDTLS_SSL_SERVER_FINISHED, MBEDTLS_SSL_FLUSH_BUFFERS, MBEDTLS_SSL_HANDSHAKE_WRAPUP, MBEDTLS_SSL_NEW_SESSION_TICKET, MBEDTLS_SSL_SERVER_HELLO_VERIFY_REQUEST_SENT, MBEDTLS_SSL_HELLO_RETRY_REQUEST, MBEDTLS_SSL_ENCRYPTED_EXTENSIONS, MBEDTLS_SSL_END_OF_EARLY_DATA, MBEDTLS_SSL_CLIENT_CERTIFICATE_VERIFY, MBEDTLS_SSL_CLIENT_CCS_AFTER_SERVER_FINISHED, MBEDTLS_SSL_CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO, MBEDTLS_SSL_SERVER_CCS_AFTER_SERVER_HELLO, MBEDTLS_SSL_CLIENT_CCS_AFTER_CLIENT_HELLO, MBEDTLS_SSL_SERVER_CCS_AFTER_HELLO_RETRY_REQUEST, MBEDTLS_SSL_HANDSHAKE_OVER, MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET, MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET_FLUSH);

/// Functions that derive keys.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_tls_prf_types {
    /// No function.
    MBEDTLS_SSL_TLS_PRF_NONE = 0,
    /// The PRF of TLS 1.2 with SHA-384.
    MBEDTLS_SSL_TLS_PRF_SHA384 = 1,
    /// The PRF of TLS 1.2 with SHA-256.
    MBEDTLS_SSL_TLS_PRF_SHA256 = 2,
    /// HKDF-Expand-Label of TLS 1.3 with SHA-384.
    MBEDTLS_SSL_HKDF_EXPAND_SHA384 = 3,
    /// HKDF-Expand-Label of TLS 1.3 with SHA-256.
    MBEDTLS_SSL_HKDF_EXPAND_SHA256 = 4,
}

c_enum!(mbedtls_tls_prf_types: MBEDTLS_SSL_TLS_PRF_NONE, MBEDTLS_SSL_TLS_PRF_SHA384, MBEDTLS_SSL_TLS_PRF_SHA256, MBEDTLS_SSL_HKDF_EXPAND_SHA384, MBEDTLS_SSL_HKDF_EXPAND_SHA256);

/// Which secret a key export callback is given.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ssl_key_export_type {
    /// The master secret of TLS 1.2.
    MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET = 0,
    /// The client early secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET = 1,
    /// The early exporter secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_EARLY_EXPORTER_SECRET = 2,
    /// The client handshake traffic secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET = 3,
    /// The server handshake traffic secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET = 4,
    /// The client application traffic secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET = 5,
    /// The server application traffic secret of TLS 1.3.
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET = 6,
}

c_enum!(mbedtls_ssl_key_export_type: MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_EARLY_EXPORTER_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET, MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET);

/// What became of early data, as mbedtls_ssl_get_early_data_status() tells it.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ssl_early_data_status {
    /// The client did not announce early data.
    MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED = 0,
    /// The server accepted the early data.
    MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED = 1,
    /// The server refused the early data; it has to be sent again.
    MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED = 2,
}

c_enum!(mbedtls_ssl_early_data_status: MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED, MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED, MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED);

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

/// A value of the application that a context or a configuration carries.
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_ssl_user_data_t {
    /// As a number.
    pub n: usize,
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
