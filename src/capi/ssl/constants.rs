//! `mbedtls/ssl.h`: the numbers of the protocol and of the settings.

use core::ffi::c_int;

/// Longest premaster secret, in bytes.
pub const MBEDTLS_PREMASTER_SIZE: c_int = 1076;
/// Longest pre-shared key, in bytes.
pub const MBEDTLS_PSK_MAX_LEN: c_int = 48;
/// The alert ends the connection.
pub const MBEDTLS_SSL_ALERT_LEVEL_FATAL: c_int = 2;
/// The alert does not end the connection.
pub const MBEDTLS_SSL_ALERT_LEVEL_WARNING: c_int = 1;
/// AlertDescription `access_denied` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_ACCESS_DENIED: c_int = 49;
/// AlertDescription `bad_certificate` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_BAD_CERT: c_int = 42;
/// AlertDescription `bad_record_mac` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_BAD_RECORD_MAC: c_int = 20;
/// AlertDescription `certificate_expired` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_CERT_EXPIRED: c_int = 45;
/// AlertDescription `certificate_required` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_CERT_REQUIRED: c_int = 116;
/// AlertDescription `certificate_revoked` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_CERT_REVOKED: c_int = 44;
/// AlertDescription `certificate_unknown` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_CERT_UNKNOWN: c_int = 46;
/// AlertDescription `close_notify` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_CLOSE_NOTIFY: c_int = 0;
/// AlertDescription `decode_error` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_DECODE_ERROR: c_int = 50;
/// AlertDescription `decompression_failure_RESERVED` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_DECOMPRESSION_FAILURE: c_int = 30;
/// AlertDescription `decryption_failed_RESERVED` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_DECRYPTION_FAILED: c_int = 21;
/// AlertDescription `decrypt_error` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_DECRYPT_ERROR: c_int = 51;
/// AlertDescription `export_restriction_RESERVED` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_EXPORT_RESTRICTION: c_int = 60;
/// AlertDescription `handshake_failure` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_HANDSHAKE_FAILURE: c_int = 40;
/// AlertDescription `illegal_parameter` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_ILLEGAL_PARAMETER: c_int = 47;
/// AlertDescription `inappropriate_fallback` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_INAPROPRIATE_FALLBACK: c_int = 86;
/// AlertDescription `insufficient_security` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_INSUFFICIENT_SECURITY: c_int = 71;
/// AlertDescription `internal_error` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR: c_int = 80;
/// AlertDescription `missing_extension` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_MISSING_EXTENSION: c_int = 109;
/// AlertDescription `no_application_protocol` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_NO_APPLICATION_PROTOCOL: c_int = 120;
/// AlertDescription `no_certificate_RESERVED` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_NO_CERT: c_int = 41;
/// AlertDescription `no_renegotiation` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_NO_RENEGOTIATION: c_int = 100;
/// AlertDescription `protocol_version` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_PROTOCOL_VERSION: c_int = 70;
/// AlertDescription `record_overflow` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_RECORD_OVERFLOW: c_int = 22;
/// AlertDescription `unexpected_message` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNEXPECTED_MESSAGE: c_int = 10;
/// AlertDescription `unknown_ca` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNKNOWN_CA: c_int = 48;
/// AlertDescription `unknown_psk_identity` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNKNOWN_PSK_IDENTITY: c_int = 115;
/// AlertDescription `unrecognized_name` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNRECOGNIZED_NAME: c_int = 112;
/// AlertDescription `unsupported_certificate` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_CERT: c_int = 43;
/// AlertDescription `unsupported_extension` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_EXT: c_int = 110;
/// AlertDescription `user_canceled` (RFC 8446 section 6).
pub const MBEDTLS_SSL_ALERT_MSG_USER_CANCELED: c_int = 90;
/// Repeated datagram records are not dropped.
pub const MBEDTLS_SSL_ANTI_REPLAY_DISABLED: c_int = 0;
/// Repeated datagram records are dropped.
pub const MBEDTLS_SSL_ANTI_REPLAY_ENABLED: c_int = 1;
/// Certificate requests do not name the trusted authorities.
pub const MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED: c_int = 0;
/// Certificate requests name the trusted authorities.
pub const MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED: c_int = 1;
/// ClientCertificateType `ecdsa_sign`.
pub const MBEDTLS_SSL_CERT_TYPE_ECDSA_SIGN: c_int = 64;
/// ClientCertificateType `rsa_sign`.
pub const MBEDTLS_SSL_CERT_TYPE_RSA_SIGN: c_int = 1;
/// Connection identifiers are not used.
pub const MBEDTLS_SSL_CID_DISABLED: c_int = 0;
/// Connection identifiers are used.
pub const MBEDTLS_SSL_CID_ENABLED: c_int = 1;
/// Longest connection identifier of incoming records.
pub const MBEDTLS_SSL_CID_IN_LEN_MAX: c_int = 32;
/// Longest connection identifier of outgoing records.
pub const MBEDTLS_SSL_CID_OUT_LEN_MAX: c_int = 32;
/// Records that hide their type are padded to a multiple of this.
pub const MBEDTLS_SSL_CID_TLS1_3_PADDING_GRANULARITY: c_int = 16;
/// No compression, the only method there is.
pub const MBEDTLS_SSL_COMPRESS_NULL: c_int = 0;
/// Most bytes kept of messages that came before their turn.
pub const MBEDTLS_SSL_DTLS_MAX_BUFFERING: c_int = 32768;
/// A master key identifier may be used.
pub const MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED: c_int = 1;
/// No master key identifier is used.
pub const MBEDTLS_SSL_DTLS_SRTP_MKI_UNSUPPORTED: c_int = 0;
/// Longest wait before a flight is sent again, by default, in milliseconds.
pub const MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MAX: c_int = 60000;
/// First wait before a flight is sent again, by default, in milliseconds.
pub const MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MIN: c_int = 1000;
/// Early data is not used.
pub const MBEDTLS_SSL_EARLY_DATA_DISABLED: c_int = 0;
/// Early data is dropped.
pub const MBEDTLS_SSL_EARLY_DATA_DISCARD: c_int = 2;
/// Early data is used.
pub const MBEDTLS_SSL_EARLY_DATA_ENABLED: c_int = 1;
/// No early data is to be dropped.
pub const MBEDTLS_SSL_EARLY_DATA_NO_DISCARD: c_int = 0;
/// Records that do not decrypt are taken for early data and dropped.
pub const MBEDTLS_SSL_EARLY_DATA_TRY_TO_DEPROTECT_AND_DISCARD: c_int = 1;
/// Number of the signalling suite value of secure renegotiation (RFC 5746 section 3.3).
pub const MBEDTLS_SSL_EMPTY_RENEGOTIATION_INFO: c_int = 255;
/// encrypt_then_mac is not offered.
pub const MBEDTLS_SSL_ETM_DISABLED: c_int = 0;
/// encrypt_then_mac is offered.
pub const MBEDTLS_SSL_ETM_ENABLED: c_int = 1;
/// Most bytes that the exporter yields.
pub const MBEDTLS_SSL_EXPORT_MAX_KEY_LEN: c_int = 8160;
/// extended_master_secret is not offered.
pub const MBEDTLS_SSL_EXTENDED_MS_DISABLED: c_int = 0;
/// extended_master_secret is offered.
pub const MBEDTLS_SSL_EXTENDED_MS_ENABLED: c_int = 1;
/// HashAlgorithm `md5` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_MD5: c_int = 1;
/// HashAlgorithm `none` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_NONE: c_int = 0;
/// HashAlgorithm `sha1` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_SHA1: c_int = 2;
/// HashAlgorithm `sha224` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_SHA224: c_int = 3;
/// HashAlgorithm `sha256` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_SHA256: c_int = 4;
/// HashAlgorithm `sha384` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_SHA384: c_int = 5;
/// HashAlgorithm `sha512` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_HASH_SHA512: c_int = 6;
/// HandshakeType `certificate`.
pub const MBEDTLS_SSL_HS_CERTIFICATE: c_int = 11;
/// HandshakeType `certificate_request`.
pub const MBEDTLS_SSL_HS_CERTIFICATE_REQUEST: c_int = 13;
/// HandshakeType `certificate_verify`.
pub const MBEDTLS_SSL_HS_CERTIFICATE_VERIFY: c_int = 15;
/// HandshakeType `client_hello`.
pub const MBEDTLS_SSL_HS_CLIENT_HELLO: c_int = 1;
/// HandshakeType `client_key_exchange`.
pub const MBEDTLS_SSL_HS_CLIENT_KEY_EXCHANGE: c_int = 16;
/// HandshakeType `encrypted_extensions`.
pub const MBEDTLS_SSL_HS_ENCRYPTED_EXTENSIONS: c_int = 8;
/// HandshakeType `end_of_early_data`.
pub const MBEDTLS_SSL_HS_END_OF_EARLY_DATA: c_int = 5;
/// HandshakeType `finished`.
pub const MBEDTLS_SSL_HS_FINISHED: c_int = 20;
/// HandshakeType `hello_request`.
pub const MBEDTLS_SSL_HS_HELLO_REQUEST: c_int = 0;
/// HandshakeType `hello_verify_request`.
pub const MBEDTLS_SSL_HS_HELLO_VERIFY_REQUEST: c_int = 3;
/// HandshakeType `message_hash`.
pub const MBEDTLS_SSL_HS_MESSAGE_HASH: c_int = 254;
/// HandshakeType `new_session_ticket`.
pub const MBEDTLS_SSL_HS_NEW_SESSION_TICKET: c_int = 4;
/// HandshakeType `server_hello`.
pub const MBEDTLS_SSL_HS_SERVER_HELLO: c_int = 2;
/// HandshakeType `server_hello_done`.
pub const MBEDTLS_SSL_HS_SERVER_HELLO_DONE: c_int = 14;
/// HandshakeType `server_key_exchange`.
pub const MBEDTLS_SSL_HS_SERVER_KEY_EXCHANGE: c_int = 12;
/// Longest content of an incoming record, in bytes.
pub const MBEDTLS_SSL_IN_CONTENT_LEN: c_int = 16384;
/// The endpoint is a client.
pub const MBEDTLS_SSL_IS_CLIENT: c_int = 0;
/// The endpoint is a server.
pub const MBEDTLS_SSL_IS_SERVER: c_int = 1;
/// Peers without secure renegotiation may connect and renegotiate.
pub const MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION: c_int = 1;
/// Peers without secure renegotiation are refused.
pub const MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE: c_int = 2;
/// Peers without secure renegotiation may connect and not renegotiate.
pub const MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION: c_int = 0;
/// The peer has no secure renegotiation.
pub const MBEDTLS_SSL_LEGACY_RENEGOTIATION: c_int = 0;
/// Major number of every TLS version.
pub const MBEDTLS_SSL_MAJOR_VERSION_3: c_int = 3;
/// Longest list of application protocols, in bytes.
pub const MBEDTLS_SSL_MAX_ALPN_LIST_LEN: c_int = 65535;
/// Longest name of an application protocol, in bytes.
pub const MBEDTLS_SSL_MAX_ALPN_NAME_LEN: c_int = 255;
/// Most bytes of early data that a server accepts, by default.
pub const MBEDTLS_SSL_MAX_EARLY_DATA_SIZE: c_int = 1024;
/// max_fragment_length of 1024 bytes (RFC 6066 section 4).
pub const MBEDTLS_SSL_MAX_FRAG_LEN_1024: c_int = 2;
/// max_fragment_length of 2048 bytes (RFC 6066 section 4).
pub const MBEDTLS_SSL_MAX_FRAG_LEN_2048: c_int = 3;
/// max_fragment_length of 4096 bytes (RFC 6066 section 4).
pub const MBEDTLS_SSL_MAX_FRAG_LEN_4096: c_int = 4;
/// max_fragment_length of 512 bytes (RFC 6066 section 4).
pub const MBEDTLS_SSL_MAX_FRAG_LEN_512: c_int = 1;
/// First number that is no max_fragment_length.
pub const MBEDTLS_SSL_MAX_FRAG_LEN_INVALID: c_int = 5;
/// max_fragment_length is not used.
pub const MBEDTLS_SSL_MAX_FRAG_LEN_NONE: c_int = 0;
/// Longest host name, in bytes.
pub const MBEDTLS_SSL_MAX_HOST_NAME_LEN: c_int = 255;
/// Minor number of TLS 1.2.
pub const MBEDTLS_SSL_MINOR_VERSION_3: c_int = 3;
/// Minor number of TLS 1.3.
pub const MBEDTLS_SSL_MINOR_VERSION_4: c_int = 4;
/// ContentType `alert`.
pub const MBEDTLS_SSL_MSG_ALERT: c_int = 21;
/// ContentType `application_data`.
pub const MBEDTLS_SSL_MSG_APPLICATION_DATA: c_int = 23;
/// ContentType `change_cipher_spec`.
pub const MBEDTLS_SSL_MSG_CHANGE_CIPHER_SPEC: c_int = 20;
/// ContentType `tls12_cid`.
pub const MBEDTLS_SSL_MSG_CID: c_int = 25;
/// ContentType `handshake`.
pub const MBEDTLS_SSL_MSG_HANDSHAKE: c_int = 22;
/// Longest content of an outgoing record, in bytes.
pub const MBEDTLS_SSL_OUT_CONTENT_LEN: c_int = 16384;
/// Defaults that suit most programs.
pub const MBEDTLS_SSL_PRESET_DEFAULT: c_int = 0;
/// Defaults of NSA Suite B.
pub const MBEDTLS_SSL_PRESET_SUITEB: c_int = 2;
/// Renegotiation is refused.
pub const MBEDTLS_SSL_RENEGOTIATION_DISABLED: c_int = 0;
/// Renegotiation is allowed.
pub const MBEDTLS_SSL_RENEGOTIATION_ENABLED: c_int = 1;
/// A renegotiation that the peer ignores is not enforced.
pub const MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED: c_int = -1;
/// Records after which a renegotiation is enforced, by default.
pub const MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT: c_int = 16;
/// The peer has secure renegotiation.
pub const MBEDTLS_SSL_SECURE_RENEGOTIATION: c_int = 1;
/// Length of a record sequence number, in bytes.
pub const MBEDTLS_SSL_SEQUENCE_NUMBER_LEN: c_int = 8;
/// Session tickets are not used.
pub const MBEDTLS_SSL_SESSION_TICKETS_DISABLED: c_int = 0;
/// Session tickets are used.
pub const MBEDTLS_SSL_SESSION_TICKETS_ENABLED: c_int = 1;
/// SignatureAlgorithm `anonymous` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_SIG_ANON: c_int = 0;
/// SignatureAlgorithm `ecdsa` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_SIG_ECDSA: c_int = 3;
/// SignatureAlgorithm `rsa` (RFC 5246 section 7.4.1.4.1).
pub const MBEDTLS_SSL_SIG_RSA: c_int = 1;
/// The client's order of suites decides.
pub const MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT: c_int = 1;
/// The server's order of suites decides.
pub const MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER: c_int = 0;
/// Tickets that a TLS 1.3 server sends, by default.
pub const MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS: c_int = 1;
/// Every key exchange of TLS 1.3.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL: c_int = 7;
/// Certificates with (EC)DHE.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL: c_int = 2;
/// Every key exchange with (EC)DHE.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL: c_int = 6;
/// No key exchange.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_NONE: c_int = 0;
/// Pre-shared key alone.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK: c_int = 1;
/// Every key exchange with a pre-shared key.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL: c_int = 5;
/// Pre-shared key with (EC)DHE.
pub const MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL: c_int = 4;
/// PskKeyExchangeMode `psk_dhe_ke`.
pub const MBEDTLS_SSL_TLS1_3_PSK_MODE_ECDHE: c_int = 1;
/// PskKeyExchangeMode `psk_ke`.
pub const MBEDTLS_SSL_TLS1_3_PSK_MODE_PURE: c_int = 0;
/// A ticket that comes in is kept silently.
pub const MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED: c_int = 0;
/// A ticket that comes in is told by MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET.
pub const MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED: c_int = 1;
/// Difference allowed between the ages that client and server see, in milliseconds.
pub const MBEDTLS_SSL_TLS1_3_TICKET_AGE_TOLERANCE: c_int = 6000;
/// Flag of a ticket: early data is allowed.
pub const MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA: c_int = 8;
/// Flag of a ticket: resumption with (EC)DHE is allowed.
pub const MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_EPHEMERAL_RESUMPTION: c_int = 4;
/// Flag of a ticket: resumption without (EC)DHE is allowed.
pub const MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION: c_int = 1;
/// Every flag of a ticket.
pub const MBEDTLS_SSL_TLS1_3_TICKET_FLAGS_MASK: c_int = 13;
/// Length of a ticket nonce, in bytes.
pub const MBEDTLS_SSL_TLS1_3_TICKET_NONCE_LENGTH: c_int = 32;
/// Longest resumption key, in bytes.
pub const MBEDTLS_SSL_TLS1_3_TICKET_RESUMPTION_KEY_LEN: c_int = 48;
/// DTLS.
pub const MBEDTLS_SSL_TRANSPORT_DATAGRAM: c_int = 1;
/// TLS.
pub const MBEDTLS_SSL_TRANSPORT_STREAM: c_int = 0;
/// Length of a truncated HMAC, in bytes.
pub const MBEDTLS_SSL_TRUNCATED_HMAC_LEN: c_int = 10;
/// truncated_hmac is not offered.
pub const MBEDTLS_SSL_TRUNC_HMAC_DISABLED: c_int = 0;
/// truncated_hmac is offered.
pub const MBEDTLS_SSL_TRUNC_HMAC_ENABLED: c_int = 1;
/// A record with another connection identifier is an error.
pub const MBEDTLS_SSL_UNEXPECTED_CID_FAIL: c_int = 1;
/// A record with another connection identifier is dropped.
pub const MBEDTLS_SSL_UNEXPECTED_CID_IGNORE: c_int = 0;
/// Length of verify_data in TLS 1.2, in bytes.
pub const MBEDTLS_SSL_VERIFY_DATA_MAX_LEN: c_int = 12;
/// The peer's certificate is not verified.
pub const MBEDTLS_SSL_VERIFY_NONE: c_int = 0;
/// The peer's certificate is verified, and the handshake goes on whatever comes out.
pub const MBEDTLS_SSL_VERIFY_OPTIONAL: c_int = 1;
/// The peer must have a certificate that verifies.
pub const MBEDTLS_SSL_VERIFY_REQUIRED: c_int = 2;
/// Used by mbedtls_ssl_set_hs_authmode(): the configuration decides.
pub const MBEDTLS_SSL_VERIFY_UNSET: c_int = 3;
/// Longest hash, in bytes.
pub const MBEDTLS_TLS1_3_MD_MAX_SIZE: c_int = 64;
/// ExtensionType `application_layer_protocol_negotiation`.
pub const MBEDTLS_TLS_EXT_ALPN: c_int = 16;
/// ExtensionType `certificate_authorities`.
pub const MBEDTLS_TLS_EXT_CERT_AUTH: c_int = 47;
/// ExtensionType `connection_id`.
pub const MBEDTLS_TLS_EXT_CID: c_int = 54;
/// ExtensionType `client_certificate_type`.
pub const MBEDTLS_TLS_EXT_CLI_CERT_TYPE: c_int = 19;
/// ExtensionType `cookie`.
pub const MBEDTLS_TLS_EXT_COOKIE: c_int = 44;
/// ExtensionType `early_data`.
pub const MBEDTLS_TLS_EXT_EARLY_DATA: c_int = 42;
/// ExtensionType `ecjpake_key_kp_pair`.
pub const MBEDTLS_TLS_EXT_ECJPAKE_KKPP: c_int = 256;
/// ExtensionType `encrypt_then_mac`.
pub const MBEDTLS_TLS_EXT_ENCRYPT_THEN_MAC: c_int = 22;
/// ExtensionType `extended_master_secret`.
pub const MBEDTLS_TLS_EXT_EXTENDED_MASTER_SECRET: c_int = 23;
/// ExtensionType `heartbeat`.
pub const MBEDTLS_TLS_EXT_HEARTBEAT: c_int = 15;
/// ExtensionType `key_share`.
pub const MBEDTLS_TLS_EXT_KEY_SHARE: c_int = 51;
/// ExtensionType `max_fragment_length`.
pub const MBEDTLS_TLS_EXT_MAX_FRAGMENT_LENGTH: c_int = 1;
/// ExtensionType `oid_filters`.
pub const MBEDTLS_TLS_EXT_OID_FILTERS: c_int = 48;
/// ExtensionType `padding`.
pub const MBEDTLS_TLS_EXT_PADDING: c_int = 21;
/// ExtensionType `post_handshake_auth`.
pub const MBEDTLS_TLS_EXT_POST_HANDSHAKE_AUTH: c_int = 49;
/// ExtensionType `pre_shared_key`.
pub const MBEDTLS_TLS_EXT_PRE_SHARED_KEY: c_int = 41;
/// ExtensionType `psk_key_exchange_modes`.
pub const MBEDTLS_TLS_EXT_PSK_KEY_EXCHANGE_MODES: c_int = 45;
/// ExtensionType `record_size_limit`.
pub const MBEDTLS_TLS_EXT_RECORD_SIZE_LIMIT: c_int = 28;
/// ExtensionType `renegotiation_info`.
pub const MBEDTLS_TLS_EXT_RENEGOTIATION_INFO: c_int = 65281;
/// ExtensionType `signed_certificate_timestamp`.
pub const MBEDTLS_TLS_EXT_SCT: c_int = 18;
/// ExtensionType `server_name`.
pub const MBEDTLS_TLS_EXT_SERVERNAME: c_int = 0;
/// NameType `host_name`.
pub const MBEDTLS_TLS_EXT_SERVERNAME_HOSTNAME: c_int = 0;
/// ExtensionType `server_certificate_type`.
pub const MBEDTLS_TLS_EXT_SERV_CERT_TYPE: c_int = 20;
/// ExtensionType `session_ticket`.
pub const MBEDTLS_TLS_EXT_SESSION_TICKET: c_int = 35;
/// ExtensionType `signature_algorithms`.
pub const MBEDTLS_TLS_EXT_SIG_ALG: c_int = 13;
/// ExtensionType `signature_algorithms_cert`.
pub const MBEDTLS_TLS_EXT_SIG_ALG_CERT: c_int = 50;
/// ExtensionType `status_request`.
pub const MBEDTLS_TLS_EXT_STATUS_REQUEST: c_int = 5;
/// ExtensionType `elliptic_curves`.
pub const MBEDTLS_TLS_EXT_SUPPORTED_ELLIPTIC_CURVES: c_int = 10;
/// ExtensionType `ec_point_formats`.
pub const MBEDTLS_TLS_EXT_SUPPORTED_POINT_FORMATS: c_int = 11;
/// ExtensionType `supported_versions`.
pub const MBEDTLS_TLS_EXT_SUPPORTED_VERSIONS: c_int = 43;
/// ExtensionType `truncated_hmac`.
pub const MBEDTLS_TLS_EXT_TRUNCATED_HMAC: c_int = 4;
/// ExtensionType `use_srtp`.
pub const MBEDTLS_TLS_EXT_USE_SRTP: c_int = 14;
/// SRTPProtectionProfile `SRTP_AES128_CM_HMAC_SHA1_32` (RFC 5764 section 4.1.2).
pub const MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_32: c_int = 2;
/// SRTPProtectionProfile `SRTP_AES128_CM_HMAC_SHA1_80` (RFC 5764 section 4.1.2).
pub const MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80: c_int = 1;
/// Longest master key identifier, in bytes.
pub const MBEDTLS_TLS_SRTP_MAX_MKI_LENGTH: c_int = 255;
/// Longest list of protection profiles.
pub const MBEDTLS_TLS_SRTP_MAX_PROFILE_LIST_LENGTH: c_int = 4;
/// SRTPProtectionProfile `SRTP_NULL_HMAC_SHA1_32` (RFC 5764 section 4.1.2).
pub const MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_32: c_int = 6;
/// SRTPProtectionProfile `SRTP_NULL_HMAC_SHA1_80` (RFC 5764 section 4.1.2).
pub const MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_80: c_int = 5;
/// No protection profile; ends a list of them.
pub const MBEDTLS_TLS_SRTP_UNSET: c_int = 0;
/// NamedGroup `brainpoolP256r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_BP256R1: u16 = 0x001A;
/// NamedGroup `brainpoolP384r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_BP384R1: u16 = 0x001B;
/// NamedGroup `brainpoolP512r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_BP512R1: u16 = 0x001C;
/// NamedGroup `ffdhe2048`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE2048: u16 = 0x0100;
/// NamedGroup `ffdhe3072`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE3072: u16 = 0x0101;
/// NamedGroup `ffdhe4096`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE4096: u16 = 0x0102;
/// NamedGroup `ffdhe6144`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE6144: u16 = 0x0103;
/// NamedGroup `ffdhe8192`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE8192: u16 = 0x0104;
/// Ends a list of groups.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_NONE: u16 = 0x0000;
/// NamedGroup `secp192k1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP192K1: u16 = 0x0012;
/// NamedGroup `secp192r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP192R1: u16 = 0x0013;
/// NamedGroup `secp224k1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP224K1: u16 = 0x0014;
/// NamedGroup `secp224r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP224R1: u16 = 0x0015;
/// NamedGroup `secp256k1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP256K1: u16 = 0x0016;
/// NamedGroup `secp256r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1: u16 = 0x0017;
/// NamedGroup `secp384r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1: u16 = 0x0018;
/// NamedGroup `secp521r1`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1: u16 = 0x0019;
/// NamedGroup `x25519`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_X25519: u16 = 0x001D;
/// NamedGroup `x448`.
pub const MBEDTLS_SSL_IANA_TLS_GROUP_X448: u16 = 0x001E;
/// ExtensionType `supported_groups`.
pub const MBEDTLS_TLS_EXT_SUPPORTED_GROUPS: u16 = 0x000A;
/// SignatureScheme `ecdsa_secp256r1_sha256`.
pub const MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256: u16 = 0x0403;
/// SignatureScheme `ecdsa_secp384r1_sha384`.
pub const MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384: u16 = 0x0503;
/// SignatureScheme `ecdsa_secp521r1_sha512`.
pub const MBEDTLS_TLS1_3_SIG_ECDSA_SECP521R1_SHA512: u16 = 0x0603;
/// SignatureScheme `ecdsa_sha1`.
pub const MBEDTLS_TLS1_3_SIG_ECDSA_SHA1: u16 = 0x0203;
/// SignatureScheme `ed25519`.
pub const MBEDTLS_TLS1_3_SIG_ED25519: u16 = 0x0807;
/// SignatureScheme `ed448`.
pub const MBEDTLS_TLS1_3_SIG_ED448: u16 = 0x0808;
/// Ends a list of signature schemes.
pub const MBEDTLS_TLS1_3_SIG_NONE: u16 = 0x0000;
/// SignatureScheme `rsa_pkcs1_sha1`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA1: u16 = 0x0201;
/// SignatureScheme `rsa_pkcs1_sha256`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256: u16 = 0x0401;
/// SignatureScheme `rsa_pkcs1_sha384`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA384: u16 = 0x0501;
/// SignatureScheme `rsa_pkcs1_sha512`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA512: u16 = 0x0601;
/// SignatureScheme `rsa_pss_pss_sha256`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256: u16 = 0x0809;
/// SignatureScheme `rsa_pss_pss_sha384`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA384: u16 = 0x080A;
/// SignatureScheme `rsa_pss_pss_sha512`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA512: u16 = 0x080B;
/// SignatureScheme `rsa_pss_rsae_sha256`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256: u16 = 0x0804;
/// SignatureScheme `rsa_pss_rsae_sha384`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384: u16 = 0x0805;
/// SignatureScheme `rsa_pss_rsae_sha512`.
pub const MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA512: u16 = 0x0806;
