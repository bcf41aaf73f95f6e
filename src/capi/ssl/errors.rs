//! `mbedtls/ssl.h`: the error codes.

use core::ffi::c_int;

/// The server must be authenticated and its name was never set.
pub const MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME: c_int = -0x5D80;
/// The configuration contradicts itself.
pub const MBEDTLS_ERR_SSL_BAD_CONFIG: c_int = -0x5E80;
/// The data is of another version of the library or configuration.
pub const MBEDTLS_ERR_SSL_VERSION_MISMATCH: c_int = -0x5F00;
/// A record carries another connection identifier.
pub const MBEDTLS_ERR_SSL_UNEXPECTED_CID: c_int = -0x6000;
/// A message came before its turn and was kept.
pub const MBEDTLS_ERR_SSL_EARLY_MESSAGE: c_int = -0x6480;
/// The private key operation is under way; call again later.
pub const MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS: c_int = -0x6500;
/// More input has to be processed.
pub const MBEDTLS_ERR_SSL_CONTINUE_PROCESSING: c_int = -0x6580;
/// A message holds a value that is not allowed there.
pub const MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER: c_int = -0x6600;
/// The peer sent an alert that is not fatal.
pub const MBEDTLS_ERR_SSL_NON_FATAL: c_int = -0x6680;
/// A record came that is not allowed now.
pub const MBEDTLS_ERR_SSL_UNEXPECTED_RECORD: c_int = -0x6700;
/// A client began a new connection from the same address.
pub const MBEDTLS_ERR_SSL_CLIENT_RECONNECT: c_int = -0x6780;
/// The time allowed for the operation is over.
pub const MBEDTLS_ERR_SSL_TIMEOUT: c_int = -0x6800;
/// The transport takes no more data now; call again.
pub const MBEDTLS_ERR_SSL_WANT_WRITE: c_int = -0x6880;
/// More data from the peer is needed; call again.
pub const MBEDTLS_ERR_SSL_WANT_READ: c_int = -0x6900;
/// The buffer is too small.
pub const MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL: c_int = -0x6A00;
/// The client must repeat its hello with a cookie.
pub const MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED: c_int = -0x6A80;
/// The renegotiation is waiting for the server.
pub const MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO: c_int = -0x6B00;
/// A record or message counter is used up.
pub const MBEDTLS_ERR_SSL_COUNTER_WRAPPING: c_int = -0x6B80;
/// A fault inside the library.
pub const MBEDTLS_ERR_SSL_INTERNAL_ERROR: c_int = -0x6C00;
/// The identity of the pre-shared key is not known.
pub const MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY: c_int = -0x6C80;
/// The kind of key does not fit the negotiated algorithm.
pub const MBEDTLS_ERR_SSL_PK_TYPE_MISMATCH: c_int = -0x6D00;
/// The session ticket has expired.
pub const MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED: c_int = -0x6D80;
/// The handshake failed: no parameters that both sides accept.
pub const MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE: c_int = -0x6E00;
/// No protocol version that both sides accept.
pub const MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION: c_int = -0x6E80;
/// The hardware accelerator left the work to software.
pub const MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH: c_int = -0x6F80;
/// A cryptographic operation is not finished; call again.
pub const MBEDTLS_ERR_SSL_CRYPTO_IN_PROGRESS: c_int = -0x7000;
/// The feature is not available.
pub const MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE: c_int = -0x7080;
/// An argument is invalid, or the call does not fit the state.
pub const MBEDTLS_ERR_SSL_BAD_INPUT_DATA: c_int = -0x7100;
/// A record or message is not authentic.
pub const MBEDTLS_ERR_SSL_INVALID_MAC: c_int = -0x7180;
/// A record is malformed.
pub const MBEDTLS_ERR_SSL_INVALID_RECORD: c_int = -0x7200;
/// The connection ended without a closing alert.
pub const MBEDTLS_ERR_SSL_CONN_EOF: c_int = -0x7280;
/// A message could not be decoded.
pub const MBEDTLS_ERR_SSL_DECODE_ERROR: c_int = -0x7300;
/// No random generator is available.
pub const MBEDTLS_ERR_SSL_NO_RNG: c_int = -0x7400;
/// The client sent no certificate where one is required.
pub const MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE: c_int = -0x7480;
/// A message holds an extension that was not asked for.
pub const MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION: c_int = -0x7500;
/// No application protocol that both sides speak.
pub const MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL: c_int = -0x7580;
/// A private key or pre-shared key is needed and none is configured.
pub const MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED: c_int = -0x7600;
/// The peer must be authenticated and no trusted certificate is configured.
pub const MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED: c_int = -0x7680;
/// A message came that is not allowed now.
pub const MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE: c_int = -0x7700;
/// The peer ended the connection with a fatal alert.
pub const MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE: c_int = -0x7780;
/// The server does not know the requested name.
pub const MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME: c_int = -0x7800;
/// The peer closed its side of the connection.
pub const MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY: c_int = -0x7880;
/// The peer's certificate could not be processed.
pub const MBEDTLS_ERR_SSL_BAD_CERTIFICATE: c_int = -0x7A00;
/// A session ticket came in.
pub const MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET: c_int = -0x7B00;
/// There is no early data to read.
pub const MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA: c_int = -0x7B80;
/// Early data came in and can be read.
pub const MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA: c_int = -0x7C00;
/// Early data cannot be written now.
pub const MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA: c_int = -0x7C80;
/// The session is not in the cache.
pub const MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND: c_int = -0x7E80;
/// Out of memory.
pub const MBEDTLS_ERR_SSL_ALLOC_FAILED: c_int = -0x7F00;
/// A hardware accelerator failed.
pub const MBEDTLS_ERR_SSL_HW_ACCEL_FAILED: c_int = -0x7F80;
