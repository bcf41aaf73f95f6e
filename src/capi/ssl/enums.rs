//! `mbedtls/ssl.h`: the enums.

use crate::capi::ptr::c_enum;

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
