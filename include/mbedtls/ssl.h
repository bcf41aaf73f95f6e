/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SSL_H
#define MBEDTLS_SSL_H

/** \file ssl.h
 * TLS connections and their configuration.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/platform_time.h"
#include "mbedtls/bignum.h"
#include "mbedtls/ecp.h"
#include "mbedtls/ssl_ciphersuites.h"
#include "mbedtls/x509_crt.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/dhm.h"
#include "mbedtls/md.h"
#include "psa/crypto.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#if !defined(MBEDTLS_X509_USE_C)
/* Without certificates a program only ever sees the names of these. */
/** A key. */
typedef struct mbedtls_pk_context mbedtls_pk_context;
/** A revocation list. */
typedef struct mbedtls_x509_crl mbedtls_x509_crl;
/** A certificate. */
typedef struct mbedtls_x509_crt mbedtls_x509_crt;
/** What is demanded of certificates. */
typedef struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile;
#endif

/** The server must be authenticated and its name was never set. */
#define MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME -0x5D80

/** The configuration contradicts itself. */
#define MBEDTLS_ERR_SSL_BAD_CONFIG -0x5E80

/** The data is of another version of the library or configuration. */
#define MBEDTLS_ERR_SSL_VERSION_MISMATCH -0x5F00

/** A record carries another connection identifier. */
#define MBEDTLS_ERR_SSL_UNEXPECTED_CID -0x6000

/** A message came before its turn and was kept. */
#define MBEDTLS_ERR_SSL_EARLY_MESSAGE -0x6480

/** The private key operation is under way; call again later. */
#define MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS -0x6500

/** More input has to be processed. */
#define MBEDTLS_ERR_SSL_CONTINUE_PROCESSING -0x6580

/** A message holds a value that is not allowed there. */
#define MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER -0x6600

/** The peer sent an alert that is not fatal. */
#define MBEDTLS_ERR_SSL_NON_FATAL -0x6680

/** A record came that is not allowed now. */
#define MBEDTLS_ERR_SSL_UNEXPECTED_RECORD -0x6700

/** A client began a new connection from the same address. */
#define MBEDTLS_ERR_SSL_CLIENT_RECONNECT -0x6780

/** The time allowed for the operation is over. */
#define MBEDTLS_ERR_SSL_TIMEOUT -0x6800

/** The transport takes no more data now; call again. */
#define MBEDTLS_ERR_SSL_WANT_WRITE -0x6880

/** More data from the peer is needed; call again. */
#define MBEDTLS_ERR_SSL_WANT_READ -0x6900

/** The buffer is too small. */
#define MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL -0x6A00

/** The client must repeat its hello with a cookie. */
#define MBEDTLS_ERR_SSL_HELLO_VERIFY_REQUIRED -0x6A80

/** The renegotiation is waiting for the server. */
#define MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO -0x6B00

/** A record or message counter is used up. */
#define MBEDTLS_ERR_SSL_COUNTER_WRAPPING -0x6B80

/** A fault inside the library. */
#define MBEDTLS_ERR_SSL_INTERNAL_ERROR -0x6C00

/** The identity of the pre-shared key is not known. */
#define MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY -0x6C80

/** The kind of key does not fit the negotiated algorithm. */
#define MBEDTLS_ERR_SSL_PK_TYPE_MISMATCH -0x6D00

/** The session ticket has expired. */
#define MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED -0x6D80

/** The handshake failed: no parameters that both sides accept. */
#define MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE -0x6E00

/** No protocol version that both sides accept. */
#define MBEDTLS_ERR_SSL_BAD_PROTOCOL_VERSION -0x6E80

/** The hardware accelerator left the work to software. */
#define MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH -0x6F80

/** A cryptographic operation is not finished; call again. */
#define MBEDTLS_ERR_SSL_CRYPTO_IN_PROGRESS -0x7000

/** The feature is not available. */
#define MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE -0x7080

/** An argument is invalid, or the call does not fit the state. */
#define MBEDTLS_ERR_SSL_BAD_INPUT_DATA -0x7100

/** A record or message is not authentic. */
#define MBEDTLS_ERR_SSL_INVALID_MAC -0x7180

/** A record is malformed. */
#define MBEDTLS_ERR_SSL_INVALID_RECORD -0x7200

/** The connection ended without a closing alert. */
#define MBEDTLS_ERR_SSL_CONN_EOF -0x7280

/** A message could not be decoded. */
#define MBEDTLS_ERR_SSL_DECODE_ERROR -0x7300

/** No random generator is available. */
#define MBEDTLS_ERR_SSL_NO_RNG -0x7400

/** The client sent no certificate where one is required. */
#define MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE -0x7480

/** A message holds an extension that was not asked for. */
#define MBEDTLS_ERR_SSL_UNSUPPORTED_EXTENSION -0x7500

/** No application protocol that both sides speak. */
#define MBEDTLS_ERR_SSL_NO_APPLICATION_PROTOCOL -0x7580

/** A private key or pre-shared key is needed and none is configured. */
#define MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED -0x7600

/** The peer must be authenticated and no trusted certificate is configured. */
#define MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED -0x7680

/** A message came that is not allowed now. */
#define MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE -0x7700

/** The peer ended the connection with a fatal alert. */
#define MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE -0x7780

/** The server does not know the requested name. */
#define MBEDTLS_ERR_SSL_UNRECOGNIZED_NAME -0x7800

/** The peer closed its side of the connection. */
#define MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY -0x7880

/** The peer's certificate could not be processed. */
#define MBEDTLS_ERR_SSL_BAD_CERTIFICATE -0x7A00

/** A session ticket came in. */
#define MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET -0x7B00

/** There is no early data to read. */
#define MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA -0x7B80

/** Early data came in and can be read. */
#define MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA -0x7C00

/** Early data cannot be written now. */
#define MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA -0x7C80

/** The session is not in the cache. */
#define MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND -0x7E80

/** Out of memory. */
#define MBEDTLS_ERR_SSL_ALLOC_FAILED -0x7F00

/** A hardware accelerator failed. */
#define MBEDTLS_ERR_SSL_HW_ACCEL_FAILED -0x7F80

/** Longest premaster secret, in bytes. */
#define MBEDTLS_PREMASTER_SIZE 1076

/** Longest pre-shared key, in bytes. */
#define MBEDTLS_PSK_MAX_LEN 48

/** The alert ends the connection. */
#define MBEDTLS_SSL_ALERT_LEVEL_FATAL 2

/** The alert does not end the connection. */
#define MBEDTLS_SSL_ALERT_LEVEL_WARNING 1

/** AlertDescription `access_denied` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_ACCESS_DENIED 49

/** AlertDescription `bad_certificate` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_BAD_CERT 42

/** AlertDescription `bad_record_mac` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_BAD_RECORD_MAC 20

/** AlertDescription `certificate_expired` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_CERT_EXPIRED 45

/** AlertDescription `certificate_required` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_CERT_REQUIRED 116

/** AlertDescription `certificate_revoked` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_CERT_REVOKED 44

/** AlertDescription `certificate_unknown` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_CERT_UNKNOWN 46

/** AlertDescription `close_notify` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_CLOSE_NOTIFY 0

/** AlertDescription `decode_error` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_DECODE_ERROR 50

/** AlertDescription `decompression_failure_RESERVED` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_DECOMPRESSION_FAILURE 30

/** AlertDescription `decryption_failed_RESERVED` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_DECRYPTION_FAILED 21

/** AlertDescription `decrypt_error` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_DECRYPT_ERROR 51

/** AlertDescription `export_restriction_RESERVED` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_EXPORT_RESTRICTION 60

/** AlertDescription `handshake_failure` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_HANDSHAKE_FAILURE 40

/** AlertDescription `illegal_parameter` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_ILLEGAL_PARAMETER 47

/** AlertDescription `inappropriate_fallback` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_INAPROPRIATE_FALLBACK 86

/** AlertDescription `insufficient_security` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_INSUFFICIENT_SECURITY 71

/** AlertDescription `internal_error` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR 80

/** AlertDescription `missing_extension` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_MISSING_EXTENSION 109

/** AlertDescription `no_application_protocol` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_NO_APPLICATION_PROTOCOL 120

/** AlertDescription `no_certificate_RESERVED` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_NO_CERT 41

/** AlertDescription `no_renegotiation` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_NO_RENEGOTIATION 100

/** AlertDescription `protocol_version` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_PROTOCOL_VERSION 70

/** AlertDescription `record_overflow` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_RECORD_OVERFLOW 22

/** AlertDescription `unexpected_message` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNEXPECTED_MESSAGE 10

/** AlertDescription `unknown_ca` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNKNOWN_CA 48

/** AlertDescription `unknown_psk_identity` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNKNOWN_PSK_IDENTITY 115

/** AlertDescription `unrecognized_name` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNRECOGNIZED_NAME 112

/** AlertDescription `unsupported_certificate` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_CERT 43

/** AlertDescription `unsupported_extension` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_UNSUPPORTED_EXT 110

/** AlertDescription `user_canceled` (RFC 8446 section 6). */
#define MBEDTLS_SSL_ALERT_MSG_USER_CANCELED 90

/** Repeated datagram records are not dropped. */
#define MBEDTLS_SSL_ANTI_REPLAY_DISABLED 0

/** Repeated datagram records are dropped. */
#define MBEDTLS_SSL_ANTI_REPLAY_ENABLED 1

/** Certificate requests do not name the trusted authorities. */
#define MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED 0

/** Certificate requests name the trusted authorities. */
#define MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED 1

/** ClientCertificateType `ecdsa_sign`. */
#define MBEDTLS_SSL_CERT_TYPE_ECDSA_SIGN 64

/** ClientCertificateType `rsa_sign`. */
#define MBEDTLS_SSL_CERT_TYPE_RSA_SIGN 1

/** Connection identifiers are not used. */
#define MBEDTLS_SSL_CID_DISABLED 0

/** Connection identifiers are used. */
#define MBEDTLS_SSL_CID_ENABLED 1

/** Longest connection identifier of incoming records. */
#define MBEDTLS_SSL_CID_IN_LEN_MAX 32

/** Longest connection identifier of outgoing records. */
#define MBEDTLS_SSL_CID_OUT_LEN_MAX 32

/** Records that hide their type are padded to a multiple of this. */
#define MBEDTLS_SSL_CID_TLS1_3_PADDING_GRANULARITY 16

/** No compression, the only method there is. */
#define MBEDTLS_SSL_COMPRESS_NULL 0

/** Most bytes kept of messages that came before their turn. */
#define MBEDTLS_SSL_DTLS_MAX_BUFFERING 32768

/** A master key identifier may be used. */
#define MBEDTLS_SSL_DTLS_SRTP_MKI_SUPPORTED 1

/** No master key identifier is used. */
#define MBEDTLS_SSL_DTLS_SRTP_MKI_UNSUPPORTED 0

/** Longest wait before a flight is sent again, by default, in milliseconds. */
#define MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MAX 60000

/** First wait before a flight is sent again, by default, in milliseconds. */
#define MBEDTLS_SSL_DTLS_TIMEOUT_DFL_MIN 1000

/** Early data is not used. */
#define MBEDTLS_SSL_EARLY_DATA_DISABLED 0

/** Early data is dropped. */
#define MBEDTLS_SSL_EARLY_DATA_DISCARD 2

/** Early data is used. */
#define MBEDTLS_SSL_EARLY_DATA_ENABLED 1

/** No early data is to be dropped. */
#define MBEDTLS_SSL_EARLY_DATA_NO_DISCARD 0

/** Records that do not decrypt are taken for early data and dropped. */
#define MBEDTLS_SSL_EARLY_DATA_TRY_TO_DEPROTECT_AND_DISCARD 1

/** Number of the signalling suite value of secure renegotiation (RFC 5746 section 3.3). */
#define MBEDTLS_SSL_EMPTY_RENEGOTIATION_INFO 255

/** encrypt_then_mac is not offered. */
#define MBEDTLS_SSL_ETM_DISABLED 0

/** encrypt_then_mac is offered. */
#define MBEDTLS_SSL_ETM_ENABLED 1

/** Most bytes that the exporter yields. */
#define MBEDTLS_SSL_EXPORT_MAX_KEY_LEN 8160

/** extended_master_secret is not offered. */
#define MBEDTLS_SSL_EXTENDED_MS_DISABLED 0

/** extended_master_secret is offered. */
#define MBEDTLS_SSL_EXTENDED_MS_ENABLED 1

/** HashAlgorithm `md5` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_MD5 1

/** HashAlgorithm `none` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_NONE 0

/** HashAlgorithm `sha1` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_SHA1 2

/** HashAlgorithm `sha224` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_SHA224 3

/** HashAlgorithm `sha256` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_SHA256 4

/** HashAlgorithm `sha384` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_SHA384 5

/** HashAlgorithm `sha512` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_HASH_SHA512 6

/** HandshakeType `certificate`. */
#define MBEDTLS_SSL_HS_CERTIFICATE 11

/** HandshakeType `certificate_request`. */
#define MBEDTLS_SSL_HS_CERTIFICATE_REQUEST 13

/** HandshakeType `certificate_verify`. */
#define MBEDTLS_SSL_HS_CERTIFICATE_VERIFY 15

/** HandshakeType `client_hello`. */
#define MBEDTLS_SSL_HS_CLIENT_HELLO 1

/** HandshakeType `client_key_exchange`. */
#define MBEDTLS_SSL_HS_CLIENT_KEY_EXCHANGE 16

/** HandshakeType `encrypted_extensions`. */
#define MBEDTLS_SSL_HS_ENCRYPTED_EXTENSIONS 8

/** HandshakeType `end_of_early_data`. */
#define MBEDTLS_SSL_HS_END_OF_EARLY_DATA 5

/** HandshakeType `finished`. */
#define MBEDTLS_SSL_HS_FINISHED 20

/** HandshakeType `hello_request`. */
#define MBEDTLS_SSL_HS_HELLO_REQUEST 0

/** HandshakeType `hello_verify_request`. */
#define MBEDTLS_SSL_HS_HELLO_VERIFY_REQUEST 3

/** HandshakeType `message_hash`. */
#define MBEDTLS_SSL_HS_MESSAGE_HASH 254

/** HandshakeType `new_session_ticket`. */
#define MBEDTLS_SSL_HS_NEW_SESSION_TICKET 4

/** HandshakeType `server_hello`. */
#define MBEDTLS_SSL_HS_SERVER_HELLO 2

/** HandshakeType `server_hello_done`. */
#define MBEDTLS_SSL_HS_SERVER_HELLO_DONE 14

/** HandshakeType `server_key_exchange`. */
#define MBEDTLS_SSL_HS_SERVER_KEY_EXCHANGE 12

/** Longest content of an incoming record, in bytes. */
#define MBEDTLS_SSL_IN_CONTENT_LEN 16384

/** The endpoint is a client. */
#define MBEDTLS_SSL_IS_CLIENT 0

/** The endpoint is a server. */
#define MBEDTLS_SSL_IS_SERVER 1

/** Peers without secure renegotiation may connect and renegotiate. */
#define MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION 1

/** Peers without secure renegotiation are refused. */
#define MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE 2

/** Peers without secure renegotiation may connect and not renegotiate. */
#define MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION 0

/** The peer has no secure renegotiation. */
#define MBEDTLS_SSL_LEGACY_RENEGOTIATION 0

/** Major number of every TLS version. */
#define MBEDTLS_SSL_MAJOR_VERSION_3 3

/** Longest list of application protocols, in bytes. */
#define MBEDTLS_SSL_MAX_ALPN_LIST_LEN 65535

/** Longest name of an application protocol, in bytes. */
#define MBEDTLS_SSL_MAX_ALPN_NAME_LEN 255

/** Most bytes of early data that a server accepts, by default. */
#define MBEDTLS_SSL_MAX_EARLY_DATA_SIZE 1024

/** max_fragment_length of 1024 bytes (RFC 6066 section 4). */
#define MBEDTLS_SSL_MAX_FRAG_LEN_1024 2

/** max_fragment_length of 2048 bytes (RFC 6066 section 4). */
#define MBEDTLS_SSL_MAX_FRAG_LEN_2048 3

/** max_fragment_length of 4096 bytes (RFC 6066 section 4). */
#define MBEDTLS_SSL_MAX_FRAG_LEN_4096 4

/** max_fragment_length of 512 bytes (RFC 6066 section 4). */
#define MBEDTLS_SSL_MAX_FRAG_LEN_512 1

/** First number that is no max_fragment_length. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_INVALID 5

/** max_fragment_length is not used. */
#define MBEDTLS_SSL_MAX_FRAG_LEN_NONE 0

/** Longest host name, in bytes. */
#define MBEDTLS_SSL_MAX_HOST_NAME_LEN 255

/** Minor number of TLS 1.2. */
#define MBEDTLS_SSL_MINOR_VERSION_3 3

/** Minor number of TLS 1.3. */
#define MBEDTLS_SSL_MINOR_VERSION_4 4

/** ContentType `alert`. */
#define MBEDTLS_SSL_MSG_ALERT 21

/** ContentType `application_data`. */
#define MBEDTLS_SSL_MSG_APPLICATION_DATA 23

/** ContentType `change_cipher_spec`. */
#define MBEDTLS_SSL_MSG_CHANGE_CIPHER_SPEC 20

/** ContentType `tls12_cid`. */
#define MBEDTLS_SSL_MSG_CID 25

/** ContentType `handshake`. */
#define MBEDTLS_SSL_MSG_HANDSHAKE 22

/** Longest content of an outgoing record, in bytes. */
#define MBEDTLS_SSL_OUT_CONTENT_LEN 16384

/** Defaults that suit most programs. */
#define MBEDTLS_SSL_PRESET_DEFAULT 0

/** Defaults of NSA Suite B. */
#define MBEDTLS_SSL_PRESET_SUITEB 2

/** Renegotiation is refused. */
#define MBEDTLS_SSL_RENEGOTIATION_DISABLED 0

/** Renegotiation is allowed. */
#define MBEDTLS_SSL_RENEGOTIATION_ENABLED 1

/** A renegotiation that the peer ignores is not enforced. */
#define MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED -1

/** Records after which a renegotiation is enforced, by default. */
#define MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT 16

/** The peer has secure renegotiation. */
#define MBEDTLS_SSL_SECURE_RENEGOTIATION 1

/** Length of a record sequence number, in bytes. */
#define MBEDTLS_SSL_SEQUENCE_NUMBER_LEN 8

/** Session tickets are not used. */
#define MBEDTLS_SSL_SESSION_TICKETS_DISABLED 0

/** Session tickets are used. */
#define MBEDTLS_SSL_SESSION_TICKETS_ENABLED 1

/** SignatureAlgorithm `anonymous` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_SIG_ANON 0

/** SignatureAlgorithm `ecdsa` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_SIG_ECDSA 3

/** SignatureAlgorithm `rsa` (RFC 5246 section 7.4.1.4.1). */
#define MBEDTLS_SSL_SIG_RSA 1

/** The client's order of suites decides. */
#define MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT 1

/** The server's order of suites decides. */
#define MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER 0

/** Tickets that a TLS 1.3 server sends, by default. */
#define MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS 1

/** Every key exchange of TLS 1.3. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL 7

/** Certificates with (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL 2

/** Every key exchange with (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL 6

/** No key exchange. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_NONE 0

/** Pre-shared key alone. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK 1

/** Every key exchange with a pre-shared key. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL 5

/** Pre-shared key with (EC)DHE. */
#define MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL 4

/** PskKeyExchangeMode `psk_dhe_ke`. */
#define MBEDTLS_SSL_TLS1_3_PSK_MODE_ECDHE 1

/** PskKeyExchangeMode `psk_ke`. */
#define MBEDTLS_SSL_TLS1_3_PSK_MODE_PURE 0

/** A ticket that comes in is kept silently. */
#define MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED 0

/** A ticket that comes in is told by MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET. */
#define MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED 1

/** Difference allowed between the ages that client and server see, in milliseconds. */
#define MBEDTLS_SSL_TLS1_3_TICKET_AGE_TOLERANCE 6000

/** Flag of a ticket: early data is allowed. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA 8

/** Flag of a ticket: resumption with (EC)DHE is allowed. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_EPHEMERAL_RESUMPTION 4

/** Flag of a ticket: resumption without (EC)DHE is allowed. */
#define MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_PSK_RESUMPTION 1

/** Every flag of a ticket. */
#define MBEDTLS_SSL_TLS1_3_TICKET_FLAGS_MASK 13

/** Length of a ticket nonce, in bytes. */
#define MBEDTLS_SSL_TLS1_3_TICKET_NONCE_LENGTH 32

/** Longest resumption key, in bytes. */
#define MBEDTLS_SSL_TLS1_3_TICKET_RESUMPTION_KEY_LEN 48

/** DTLS. */
#define MBEDTLS_SSL_TRANSPORT_DATAGRAM 1

/** TLS. */
#define MBEDTLS_SSL_TRANSPORT_STREAM 0

/** Length of a truncated HMAC, in bytes. */
#define MBEDTLS_SSL_TRUNCATED_HMAC_LEN 10

/** truncated_hmac is not offered. */
#define MBEDTLS_SSL_TRUNC_HMAC_DISABLED 0

/** truncated_hmac is offered. */
#define MBEDTLS_SSL_TRUNC_HMAC_ENABLED 1

/** A record with another connection identifier is an error. */
#define MBEDTLS_SSL_UNEXPECTED_CID_FAIL 1

/** A record with another connection identifier is dropped. */
#define MBEDTLS_SSL_UNEXPECTED_CID_IGNORE 0

/** Length of verify_data in TLS 1.2, in bytes. */
#define MBEDTLS_SSL_VERIFY_DATA_MAX_LEN 12

/** The peer's certificate is not verified. */
#define MBEDTLS_SSL_VERIFY_NONE 0

/** The peer's certificate is verified, and the handshake goes on whatever comes out. */
#define MBEDTLS_SSL_VERIFY_OPTIONAL 1

/** The peer must have a certificate that verifies. */
#define MBEDTLS_SSL_VERIFY_REQUIRED 2

/** Used by mbedtls_ssl_set_hs_authmode(): the configuration decides. */
#define MBEDTLS_SSL_VERIFY_UNSET 3

/** Longest hash, in bytes. */
#define MBEDTLS_TLS1_3_MD_MAX_SIZE 64

/** ExtensionType `application_layer_protocol_negotiation`. */
#define MBEDTLS_TLS_EXT_ALPN 16

/** ExtensionType `certificate_authorities`. */
#define MBEDTLS_TLS_EXT_CERT_AUTH 47

/** ExtensionType `connection_id`. */
#define MBEDTLS_TLS_EXT_CID 54

/** ExtensionType `client_certificate_type`. */
#define MBEDTLS_TLS_EXT_CLI_CERT_TYPE 19

/** ExtensionType `cookie`. */
#define MBEDTLS_TLS_EXT_COOKIE 44

/** ExtensionType `early_data`. */
#define MBEDTLS_TLS_EXT_EARLY_DATA 42

/** ExtensionType `ecjpake_key_kp_pair`. */
#define MBEDTLS_TLS_EXT_ECJPAKE_KKPP 256

/** ExtensionType `encrypt_then_mac`. */
#define MBEDTLS_TLS_EXT_ENCRYPT_THEN_MAC 22

/** ExtensionType `extended_master_secret`. */
#define MBEDTLS_TLS_EXT_EXTENDED_MASTER_SECRET 23

/** ExtensionType `heartbeat`. */
#define MBEDTLS_TLS_EXT_HEARTBEAT 15

/** ExtensionType `key_share`. */
#define MBEDTLS_TLS_EXT_KEY_SHARE 51

/** ExtensionType `max_fragment_length`. */
#define MBEDTLS_TLS_EXT_MAX_FRAGMENT_LENGTH 1

/** ExtensionType `oid_filters`. */
#define MBEDTLS_TLS_EXT_OID_FILTERS 48

/** ExtensionType `padding`. */
#define MBEDTLS_TLS_EXT_PADDING 21

/** ExtensionType `post_handshake_auth`. */
#define MBEDTLS_TLS_EXT_POST_HANDSHAKE_AUTH 49

/** ExtensionType `pre_shared_key`. */
#define MBEDTLS_TLS_EXT_PRE_SHARED_KEY 41

/** ExtensionType `psk_key_exchange_modes`. */
#define MBEDTLS_TLS_EXT_PSK_KEY_EXCHANGE_MODES 45

/** ExtensionType `record_size_limit`. */
#define MBEDTLS_TLS_EXT_RECORD_SIZE_LIMIT 28

/** ExtensionType `renegotiation_info`. */
#define MBEDTLS_TLS_EXT_RENEGOTIATION_INFO 65281

/** ExtensionType `signed_certificate_timestamp`. */
#define MBEDTLS_TLS_EXT_SCT 18

/** ExtensionType `server_name`. */
#define MBEDTLS_TLS_EXT_SERVERNAME 0

/** NameType `host_name`. */
#define MBEDTLS_TLS_EXT_SERVERNAME_HOSTNAME 0

/** ExtensionType `server_certificate_type`. */
#define MBEDTLS_TLS_EXT_SERV_CERT_TYPE 20

/** ExtensionType `session_ticket`. */
#define MBEDTLS_TLS_EXT_SESSION_TICKET 35

/** ExtensionType `signature_algorithms`. */
#define MBEDTLS_TLS_EXT_SIG_ALG 13

/** ExtensionType `signature_algorithms_cert`. */
#define MBEDTLS_TLS_EXT_SIG_ALG_CERT 50

/** ExtensionType `status_request`. */
#define MBEDTLS_TLS_EXT_STATUS_REQUEST 5

/** ExtensionType `elliptic_curves`. */
#define MBEDTLS_TLS_EXT_SUPPORTED_ELLIPTIC_CURVES 10

/** ExtensionType `ec_point_formats`. */
#define MBEDTLS_TLS_EXT_SUPPORTED_POINT_FORMATS 11

/** ExtensionType `supported_versions`. */
#define MBEDTLS_TLS_EXT_SUPPORTED_VERSIONS 43

/** ExtensionType `truncated_hmac`. */
#define MBEDTLS_TLS_EXT_TRUNCATED_HMAC 4

/** ExtensionType `use_srtp`. */
#define MBEDTLS_TLS_EXT_USE_SRTP 14

/** SRTPProtectionProfile `SRTP_AES128_CM_HMAC_SHA1_32` (RFC 5764 section 4.1.2). */
#define MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_32 2

/** SRTPProtectionProfile `SRTP_AES128_CM_HMAC_SHA1_80` (RFC 5764 section 4.1.2). */
#define MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80 1

/** Longest master key identifier, in bytes. */
#define MBEDTLS_TLS_SRTP_MAX_MKI_LENGTH 255

/** Longest list of protection profiles. */
#define MBEDTLS_TLS_SRTP_MAX_PROFILE_LIST_LENGTH 4

/** SRTPProtectionProfile `SRTP_NULL_HMAC_SHA1_32` (RFC 5764 section 4.1.2). */
#define MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_32 6

/** SRTPProtectionProfile `SRTP_NULL_HMAC_SHA1_80` (RFC 5764 section 4.1.2). */
#define MBEDTLS_TLS_SRTP_NULL_HMAC_SHA1_80 5

/** No protection profile; ends a list of them. */
#define MBEDTLS_TLS_SRTP_UNSET 0

/** NamedGroup `brainpoolP256r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP256R1 26

/** NamedGroup `brainpoolP384r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP384R1 27

/** NamedGroup `brainpoolP512r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_BP512R1 28

/** NamedGroup `ffdhe2048`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE2048 256

/** NamedGroup `ffdhe3072`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE3072 257

/** NamedGroup `ffdhe4096`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE4096 258

/** NamedGroup `ffdhe6144`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE6144 259

/** NamedGroup `ffdhe8192`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_FFDHE8192 260

/** Ends a list of groups. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_NONE 0

/** NamedGroup `secp192k1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP192K1 18

/** NamedGroup `secp192r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP192R1 19

/** NamedGroup `secp224k1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP224K1 20

/** NamedGroup `secp224r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP224R1 21

/** NamedGroup `secp256k1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP256K1 22

/** NamedGroup `secp256r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1 23

/** NamedGroup `secp384r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1 24

/** NamedGroup `secp521r1`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_SECP521R1 25

/** NamedGroup `x25519`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_X25519 29

/** NamedGroup `x448`. */
#define MBEDTLS_SSL_IANA_TLS_GROUP_X448 30

/** ExtensionType `supported_groups`. */
#define MBEDTLS_TLS_EXT_SUPPORTED_GROUPS 10

/** SignatureScheme `ecdsa_secp256r1_sha256`. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256 1027

/** SignatureScheme `ecdsa_secp384r1_sha384`. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384 1283

/** SignatureScheme `ecdsa_secp521r1_sha512`. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SECP521R1_SHA512 1539

/** SignatureScheme `ecdsa_sha1`. */
#define MBEDTLS_TLS1_3_SIG_ECDSA_SHA1 515

/** SignatureScheme `ed25519`. */
#define MBEDTLS_TLS1_3_SIG_ED25519 2055

/** SignatureScheme `ed448`. */
#define MBEDTLS_TLS1_3_SIG_ED448 2056

/** Ends a list of signature schemes. */
#define MBEDTLS_TLS1_3_SIG_NONE 0

/** SignatureScheme `rsa_pkcs1_sha1`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA1 513

/** SignatureScheme `rsa_pkcs1_sha256`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256 1025

/** SignatureScheme `rsa_pkcs1_sha384`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA384 1281

/** SignatureScheme `rsa_pkcs1_sha512`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA512 1537

/** SignatureScheme `rsa_pss_pss_sha256`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256 2057

/** SignatureScheme `rsa_pss_pss_sha384`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA384 2058

/** SignatureScheme `rsa_pss_pss_sha512`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA512 2059

/** SignatureScheme `rsa_pss_rsae_sha256`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256 2052

/** SignatureScheme `rsa_pss_rsae_sha384`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384 2053

/** SignatureScheme `rsa_pss_rsae_sha512`. */
#define MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA512 2054

/** Protocol versions. */
typedef enum mbedtls_ssl_protocol_version {
    /** Not negotiated yet, or not known. */
    MBEDTLS_SSL_VERSION_UNKNOWN = 0,
    /** TLS 1.2. */
    MBEDTLS_SSL_VERSION_TLS1_2 = 771,
    /** TLS 1.3. */
    MBEDTLS_SSL_VERSION_TLS1_3 = 772
} mbedtls_ssl_protocol_version;

/** What a handshake does next. A program sees these numbers in the context's `state`. */
typedef enum mbedtls_ssl_states {
    /** The message HelloRequest. */
    MBEDTLS_SSL_HELLO_REQUEST = 0,
    /** The message ClientHello. */
    MBEDTLS_SSL_CLIENT_HELLO = 1,
    /** The message ServerHello. */
    MBEDTLS_SSL_SERVER_HELLO = 2,
    /** The message ServerCertificate. */
    MBEDTLS_SSL_SERVER_CERTIFICATE = 3,
    /** The message ServerKeyExchange. */
    MBEDTLS_SSL_SERVER_KEY_EXCHANGE = 4,
    /** The message CertificateRequest. */
    MBEDTLS_SSL_CERTIFICATE_REQUEST = 5,
    /** The message ServerHelloDone. */
    MBEDTLS_SSL_SERVER_HELLO_DONE = 6,
    /** The message ClientCertificate. */
    MBEDTLS_SSL_CLIENT_CERTIFICATE = 7,
    /** The message ClientKeyExchange. */
    MBEDTLS_SSL_CLIENT_KEY_EXCHANGE = 8,
    /** The message CertificateVerify. */
    MBEDTLS_SSL_CERTIFICATE_VERIFY = 9,
    /** The message ClientChangeCipherSpec. */
    MBEDTLS_SSL_CLIENT_CHANGE_CIPHER_SPEC = 10,
    /** The message ClientFinished. */
    MBEDTLS_SSL_CLIENT_FINISHED = 11,
    /** The message ServerChangeCipherSpec. */
    MBEDTLS_SSL_SERVER_CHANGE_CIPHER_SPEC = 12,
    /** The message ServerFinished. */
    MBEDTLS_SSL_SERVER_FINISHED = 13,
    /** Sending what is unsent. */
    MBEDTLS_SSL_FLUSH_BUFFERS = 14,
    /** Releasing what only the handshake needed. */
    MBEDTLS_SSL_HANDSHAKE_WRAPUP = 15,
    /** The message NewSessionTicket. */
    MBEDTLS_SSL_NEW_SESSION_TICKET = 16,
    /** DTLS server: a cookie was sent, the client has to begin again. */
    MBEDTLS_SSL_SERVER_HELLO_VERIFY_REQUEST_SENT = 17,
    /** The message HelloRetryRequest. */
    MBEDTLS_SSL_HELLO_RETRY_REQUEST = 18,
    /** The message EncryptedExtensions. */
    MBEDTLS_SSL_ENCRYPTED_EXTENSIONS = 19,
    /** The message EndOfEarlyData. */
    MBEDTLS_SSL_END_OF_EARLY_DATA = 20,
    /** The message ClientCertificateVerify. */
    MBEDTLS_SSL_CLIENT_CERTIFICATE_VERIFY = 21,
    /** Client: change_cipher_spec for middleboxes, after server finished. */
    MBEDTLS_SSL_CLIENT_CCS_AFTER_SERVER_FINISHED = 22,
    /** Client: change_cipher_spec for middleboxes, before the second client hello. */
    MBEDTLS_SSL_CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO = 23,
    /** Server: change_cipher_spec for middleboxes, after server hello. */
    MBEDTLS_SSL_SERVER_CCS_AFTER_SERVER_HELLO = 24,
    /** Client: change_cipher_spec for middleboxes, after client hello. */
    MBEDTLS_SSL_CLIENT_CCS_AFTER_CLIENT_HELLO = 25,
    /** Server: change_cipher_spec for middleboxes, after hello retry request. */
    MBEDTLS_SSL_SERVER_CCS_AFTER_HELLO_RETRY_REQUEST = 26,
    /** The handshake is over. */
    MBEDTLS_SSL_HANDSHAKE_OVER = 27,
    /** Server: the next ticket. Client: a ticket came in. */
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET = 28,
    /** Server: sending the ticket that was written. */
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET_FLUSH = 29
} mbedtls_ssl_states;

/** Functions that derive keys. */
typedef enum mbedtls_tls_prf_types {
    /** No function. */
    MBEDTLS_SSL_TLS_PRF_NONE = 0,
    /** The PRF of TLS 1.2 with SHA-384. */
    MBEDTLS_SSL_TLS_PRF_SHA384 = 1,
    /** The PRF of TLS 1.2 with SHA-256. */
    MBEDTLS_SSL_TLS_PRF_SHA256 = 2,
    /** HKDF-Expand-Label of TLS 1.3 with SHA-384. */
    MBEDTLS_SSL_HKDF_EXPAND_SHA384 = 3,
    /** HKDF-Expand-Label of TLS 1.3 with SHA-256. */
    MBEDTLS_SSL_HKDF_EXPAND_SHA256 = 4
} mbedtls_tls_prf_types;

/** Which secret a key export callback is given. */
typedef enum mbedtls_ssl_key_export_type {
    /** The master secret of TLS 1.2. */
    MBEDTLS_SSL_KEY_EXPORT_TLS12_MASTER_SECRET = 0,
    /** The client early secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET = 1,
    /** The early exporter secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_EARLY_EXPORTER_SECRET = 2,
    /** The client handshake traffic secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_HANDSHAKE_TRAFFIC_SECRET = 3,
    /** The server handshake traffic secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_HANDSHAKE_TRAFFIC_SECRET = 4,
    /** The client application traffic secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_APPLICATION_TRAFFIC_SECRET = 5,
    /** The server application traffic secret of TLS 1.3. */
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET = 6
} mbedtls_ssl_key_export_type;

/** What became of early data, as mbedtls_ssl_get_early_data_status() tells it. */
typedef enum mbedtls_ssl_early_data_status {
    /** The client did not announce early data. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED = 0,
    /** The server accepted the early data. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED = 1,
    /** The server refused the early data; it has to be sent again. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED = 2
} mbedtls_ssl_early_data_status;

typedef struct mbedtls_ssl_context mbedtls_ssl_context;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_ssl_session mbedtls_ssl_session;

/** A message of a flight. A program only ever sees the name. */
typedef struct mbedtls_ssl_flight_item mbedtls_ssl_flight_item;
/** What a handshake needs. A program only ever sees the name. */
typedef struct mbedtls_ssl_handshake_params mbedtls_ssl_handshake_params;
/** A certificate with its key. A program only ever sees the name. */
typedef struct mbedtls_ssl_key_cert mbedtls_ssl_key_cert;
/** Hash functions for signatures. A program only ever sees the name. */
typedef struct mbedtls_ssl_sig_hash_set_t mbedtls_ssl_sig_hash_set_t;
/** Secrets of TLS 1.3. A program only ever sees the name. */
typedef struct mbedtls_ssl_tls13_application_secrets mbedtls_ssl_tls13_application_secrets;
/** What protects records. A program only ever sees the name. */
typedef struct mbedtls_ssl_transform mbedtls_ssl_transform;

/** Sends up to `len` bytes. Returns how many were sent, MBEDTLS_ERR_SSL_WANT_WRITE, or another error code. */
typedef int mbedtls_ssl_send_t(void *ctx, const unsigned char *buf, size_t len);

/** Receives up to `len` bytes. Returns how many came, 0 at the end, MBEDTLS_ERR_SSL_WANT_READ, or another error code. */
typedef int mbedtls_ssl_recv_t(void *ctx, unsigned char *buf, size_t len);

/**
 * As `mbedtls_ssl_recv_t`, but waits at most `timeout` milliseconds (0: no limit) and then returns
 * MBEDTLS_ERR_SSL_TIMEOUT.
 */
typedef int mbedtls_ssl_recv_timeout_t(void *ctx,
                                       unsigned char *buf,
                                       size_t len,
                                       uint32_t timeout);

/** Sets both delays of a timer, in milliseconds; a final delay of 0 cancels it. */
typedef void mbedtls_ssl_set_timer_t(void *ctx, uint32_t int_ms, uint32_t fin_ms);

/** How far a timer is: -1 cancelled, 0 no delay passed, 1 the intermediate one, 2 the final one. */
typedef int mbedtls_ssl_get_timer_t(void *ctx);

/** Looks a session up in a cache. Returns 0, or an error code if there is none. */
typedef int mbedtls_ssl_cache_get_t(void *data,
                                    const unsigned char *session_id,
                                    size_t session_id_len,
                                    mbedtls_ssl_session *session);

/** Puts a session into a cache. Returns 0, or an error code. */
typedef int mbedtls_ssl_cache_set_t(void *data,
                                    const unsigned char *session_id,
                                    size_t session_id_len,
                                    const mbedtls_ssl_session *session);

/** Writes a ticket for a session, from `start` to at most `end`. Returns 0, or an error code. */
typedef int mbedtls_ssl_ticket_write_t(void *p_ticket,
                                       const mbedtls_ssl_session *session,
                                       unsigned char *start,
                                       const unsigned char *end,
                                       size_t *tlen,
                                       uint32_t *lifetime);

/** Reads the session from a ticket. Returns 0, or an error code. */
typedef int mbedtls_ssl_ticket_parse_t(void *p_ticket,
                                       mbedtls_ssl_session *session,
                                       unsigned char *buf,
                                       size_t len);

/** Writes a cookie for a client, at `*p`, which it moves. Returns 0, or an error code. */
typedef int mbedtls_ssl_cookie_write_t(void *ctx,
                                       unsigned char **p,
                                       unsigned char *end,
                                       const unsigned char *info,
                                       size_t ilen);

/** Checks a cookie of a client. Returns 0 if it is right, or an error code. */
typedef int mbedtls_ssl_cookie_check_t(void *ctx,
                                       const unsigned char *cookie,
                                       size_t clen,
                                       const unsigned char *info,
                                       size_t ilen);

/** Is told the secrets of a connection as they come to be. */
typedef void mbedtls_ssl_export_keys_t(void *p_expkey,
                                       mbedtls_ssl_key_export_type kind,
                                       const unsigned char *secret,
                                       size_t secret_len,
                                       const unsigned char *client_random,
                                       const unsigned char *server_random,
                                       mbedtls_tls_prf_types tls_prf_type);

/**
 * Begins a signature with a key held elsewhere. Returns 0 or MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS,
 * MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH to have the configured key used, or another error code.
 */
typedef int mbedtls_ssl_async_sign_t(mbedtls_ssl_context *ssl,
                                     mbedtls_x509_crt *cert,
                                     mbedtls_md_type_t md_alg,
                                     const unsigned char *hash,
                                     size_t hash_len);

/** Begins a decryption with a key held elsewhere; returns as `mbedtls_ssl_async_sign_t` does. */
typedef int mbedtls_ssl_async_decrypt_t(mbedtls_ssl_context *ssl,
                                        mbedtls_x509_crt *cert,
                                        const unsigned char *input,
                                        size_t input_len);

/**
 * Asks for the outcome of an operation that was begun. Returns 0, MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS, or another error
 * code.
 */
typedef int mbedtls_ssl_async_resume_t(mbedtls_ssl_context *ssl,
                                       unsigned char *output,
                                       size_t *output_len,
                                       size_t output_size);

/** Gives up an operation that was begun. */
typedef void mbedtls_ssl_async_cancel_t(mbedtls_ssl_context *ssl);

/** Is given a line of debug output: its level, and the file and line it comes from. */
typedef void (*mbedtls_ssl_debug_cb_t)(void *ctx,
                                       int level,
                                       const char *file,
                                       int line,
                                       const char *text);

/** Is given a name or an identity that a client sent. Returns 0 if it is known. */
typedef int (*mbedtls_ssl_name_cb_t)(void *ctx,
                                     mbedtls_ssl_context *ssl,
                                     const unsigned char *name,
                                     size_t name_len);

/** A value of the application that a context or a configuration carries. */
typedef union mbedtls_ssl_user_data_t {
    /** As a number. */
    uintptr_t n;
    /** As a pointer. */
    void *p;
} mbedtls_ssl_user_data_t;

/** What is needed to resume a connection. */
struct mbedtls_ssl_session {
    /** Not to be touched. */
    unsigned char MBEDTLS_PRIVATE(reserved1);
    /** Not 0 if the session was handed to the application. */
    unsigned char MBEDTLS_PRIVATE(exported);
    /** MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER. */
    uint8_t MBEDTLS_PRIVATE(endpoint);
    /** Protocol version. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(tls_version);
    /** When the session began, in seconds since 1970. */
    mbedtls_time_t MBEDTLS_PRIVATE(start);
    /** Number of the cipher suite. */
    int MBEDTLS_PRIVATE(ciphersuite);
    /** Length of `id`. */
    size_t MBEDTLS_PRIVATE(id_len);
    /** Session identifier. */
    unsigned char MBEDTLS_PRIVATE(id)[32];
    /** Master secret of TLS 1.2. */
    unsigned char MBEDTLS_PRIVATE(master)[48];
    /** The peer's certificates, or NULL. */
    mbedtls_x509_crt *MBEDTLS_PRIVATE(peer_cert);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved2);
    /** The ticket, or NULL. */
    unsigned char *MBEDTLS_PRIVATE(ticket);
    /** Length of the ticket. */
    size_t MBEDTLS_PRIVATE(ticket_len);
    /** Lifetime of the ticket, in seconds. */
    uint32_t MBEDTLS_PRIVATE(ticket_lifetime);
    /** When the ticket was made, in milliseconds. */
    mbedtls_ms_time_t MBEDTLS_PRIVATE(ticket_creation_time);
    /** Random number that hides the age of the ticket. */
    uint32_t MBEDTLS_PRIVATE(ticket_age_add);
    /** What the ticket allows: MBEDTLS_SSL_TLS1_3_TICKET_* bits. */
    uint8_t MBEDTLS_PRIVATE(ticket_flags);
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved3)[40];
};

/** A connection. */
struct mbedtls_ssl_context {
    /** The configuration. */
    const struct mbedtls_ssl_config *MBEDTLS_PRIVATE(conf);
    /** What the handshake does next: a number of `mbedtls_ssl_states`. */
    int MBEDTLS_PRIVATE(state);
    /** Not to be touched. */
    int MBEDTLS_PRIVATE(reserved1)[2];
    /** The negotiated version. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(tls_version);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved2)[3];
    /** Sends. */
    mbedtls_ssl_send_t *MBEDTLS_PRIVATE(f_send);
    /** Receives. */
    mbedtls_ssl_recv_t *MBEDTLS_PRIVATE(f_recv);
    /** Receives, waiting no longer than a given time. */
    mbedtls_ssl_recv_timeout_t *MBEDTLS_PRIVATE(f_recv_timeout);
    /** First argument of the three. */
    void *MBEDTLS_PRIVATE(p_bio);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved3)[2];
    /** The session in use, or NULL. */
    struct mbedtls_ssl_session *MBEDTLS_PRIVATE(session);
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved4)[40];
    /** The server's name, ended by NUL, or NULL. */
    char *MBEDTLS_PRIVATE(hostname);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved5)[48];
    /** The application's value. */
    union mbedtls_ssl_user_data_t MBEDTLS_PRIVATE(user_data);
};

/** Called while a connection is in its handshake. Returns 0, or an error code that ends it. */
typedef int (*mbedtls_ssl_hs_cb_t)(struct mbedtls_ssl_context *ssl);

/** What connections have in common: shared by any number of them, not to be changed once one is set up. */
struct mbedtls_ssl_config {
    /** Highest version to negotiate. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(max_tls_version);
    /** Lowest version to negotiate. */
    mbedtls_ssl_protocol_version MBEDTLS_PRIVATE(min_tls_version);
    /** MBEDTLS_SSL_IS_CLIENT or MBEDTLS_SSL_IS_SERVER. */
    uint8_t MBEDTLS_PRIVATE(endpoint);
    /** MBEDTLS_SSL_TRANSPORT_STREAM or MBEDTLS_SSL_TRANSPORT_DATAGRAM. */
    uint8_t MBEDTLS_PRIVATE(transport);
    /** How the peer is authenticated, such as MBEDTLS_SSL_VERIFY_REQUIRED. */
    uint8_t MBEDTLS_PRIVATE(authmode);
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[45];
    /** The application's value. */
    union mbedtls_ssl_user_data_t MBEDTLS_PRIVATE(user_data);
    /** Called when the server may choose its certificate. */
    mbedtls_ssl_hs_cb_t MBEDTLS_PRIVATE(f_cert_cb);
    /** Certificates whose names a certificate request carries, or NULL. */
    const mbedtls_x509_crt *MBEDTLS_PRIVATE(dn_hints);
};

/** Number of an SRTP protection profile, such as MBEDTLS_TLS_SRTP_AES128_CM_HMAC_SHA1_80. */
typedef uint16_t mbedtls_ssl_srtp_profile;

/** What was negotiated for SRTP (RFC 5764). */
typedef struct mbedtls_dtls_srtp_info_t {
    /** The profile chosen, or MBEDTLS_TLS_SRTP_UNSET. */
    mbedtls_ssl_srtp_profile MBEDTLS_PRIVATE(chosen_dtls_srtp_profile);
    /** Length of the master key identifier. */
    uint16_t MBEDTLS_PRIVATE(mki_len);
    /** The master key identifier. */
    unsigned char MBEDTLS_PRIVATE(mki_value)[256];
} mbedtls_dtls_srtp_info_t;

/** What was negotiated for SRTP. */
typedef struct mbedtls_dtls_srtp_info_t mbedtls_dtls_srtp_info;

/** Room for the premaster secret of any key exchange. */
typedef union mbedtls_ssl_premaster_secret {
    /** Keeps the union from being empty. */
    unsigned char dummy;
    /** RSA. */
    unsigned char _pms_rsa[48];
    /** Finite-field Diffie-Hellman. */
    unsigned char _pms_dhm[1024];
    /** ECDH. */
    unsigned char _pms_ecdh[66];
    /** Pre-shared key. */
    unsigned char _pms_psk[100];
    /** Pre-shared key with Diffie-Hellman. */
    unsigned char _pms_dhe_psk[1076];
    /** Pre-shared key with RSA. */
    unsigned char _pms_rsa_psk[100];
    /** Pre-shared key with ECDH. */
    unsigned char _pms_ecdhe_psk[118];
} mbedtls_ssl_premaster_secret;

/**
 * Takes finite-field Diffie-Hellman parameters and ignores them: DHE suites are not offered, ECDHE ones are.
 *
 * \param conf     The configuration.
 * \param dhm_ctx  The parameters; not kept.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ssl_conf_dh_param_ctx(struct mbedtls_ssl_config *conf,
                                  mbedtls_dhm_context *dhm_ctx);

/**
 * Takes finite-field Diffie-Hellman parameters and ignores them: DHE suites are not offered, ECDHE ones are.
 *
 * \param conf   The configuration.
 * \param dhm_P  The prime, highest byte first; not kept.
 * \param P_len  Its length in bytes.
 * \param dhm_G  The generator, likewise.
 * \param G_len  Its length in bytes.
 *
 * \return  0, `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or what `mbedtls_mpi_read_binary` says of a number that is too long.
 */
int mbedtls_ssl_conf_dh_param_bin(struct mbedtls_ssl_config *conf,
                                  const unsigned char *dhm_P,
                                  size_t P_len,
                                  const unsigned char *dhm_G,
                                  size_t G_len);

/**
 * Takes the least length of Diffie-Hellman parameters and ignores it: DHE suites are not offered.
 *
 * \param conf    The configuration.
 * \param bitlen  Bits.
 */
void mbedtls_ssl_conf_dhm_min_bitlen(struct mbedtls_ssl_config *conf, unsigned int bitlen);

/**
 * Takes the limits of the retransmission timer and ignores them: DTLS is not offered.
 *
 * \param conf  The configuration.
 * \param min   Milliseconds.
 * \param max   Milliseconds.
 */
void mbedtls_ssl_conf_handshake_timeout(struct mbedtls_ssl_config *conf,
                                        uint32_t min,
                                        uint32_t max);

/**
 * Takes the cookie callbacks and ignores them: DTLS is not offered.
 *
 * \param conf            The configuration.
 * \param f_cookie_write  Makes a cookie.
 * \param f_cookie_check  Checks one.
 * \param p_cookie        Passed to both.
 */
void mbedtls_ssl_conf_dtls_cookies(struct mbedtls_ssl_config *conf,
                                   mbedtls_ssl_cookie_write_t *f_cookie_write,
                                   mbedtls_ssl_cookie_check_t *f_cookie_check,
                                   void *p_cookie);

/**
 * Takes the switch of the datagram replay window and ignores it: DTLS is not offered.
 *
 * \param conf  The configuration.
 * \param mode  On or off.
 */
void mbedtls_ssl_conf_dtls_anti_replay(struct mbedtls_ssl_config *conf, char mode);

/**
 * Takes the limit of bad datagrams and ignores it: DTLS is not offered.
 *
 * \param conf   The configuration.
 * \param limit  Datagrams.
 */
void mbedtls_ssl_conf_dtls_badmac_limit(struct mbedtls_ssl_config *conf, unsigned int limit);

/**
 * Takes the timer callbacks and ignores them: DTLS is not offered, and TLS needs no timer.
 *
 * \param ssl          The context.
 * \param p_timer      Passed to both.
 * \param f_set_timer  Starts a timer.
 * \param f_get_timer  Looks at it.
 */
void mbedtls_ssl_set_timer_cb(struct mbedtls_ssl_context *ssl,
                              void *p_timer,
                              mbedtls_ssl_set_timer_t *f_set_timer,
                              mbedtls_ssl_get_timer_t *f_get_timer);

/**
 * Takes the greatest datagram size and ignores it: DTLS is not offered.
 *
 * \param ssl  The context.
 * \param mtu  Bytes.
 */
void mbedtls_ssl_set_mtu(struct mbedtls_ssl_context *ssl, uint16_t mtu);

/**
 * Takes the switch for several records in a datagram and ignores it: DTLS is not offered.
 *
 * \param ssl            The context.
 * \param allow_packing  On or off.
 */
void mbedtls_ssl_set_datagram_packing(struct mbedtls_ssl_context *ssl,
                                      unsigned int allow_packing);

/**
 * Takes what identifies a client's transport and ignores it: DTLS is not offered.
 *
 * \param ssl    The context.
 * \param info  The address.
 * \param ilen  Its length in bytes.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or a client's, as in 3.6.
 */
int mbedtls_ssl_set_client_transport_id(struct mbedtls_ssl_context *ssl,
                                        const unsigned char *info,
                                        size_t ilen);

/**
 * Refuses SRTP protection profiles: DTLS-SRTP is not offered, and a program that asked for it must not go on without.
 *
 * \param conf      The configuration.
 * \param profiles  Profile numbers, ended by 0.
 *
 * \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
 */
int mbedtls_ssl_conf_dtls_srtp_protection_profiles(struct mbedtls_ssl_config *conf,
                                                   const mbedtls_ssl_srtp_profile *profiles);

/**
 * Takes the switch for SRTP master key identifiers and ignores it: DTLS-SRTP is not offered.
 *
 * \param conf               The configuration.
 * \param support_mki_value  On or off.
 */
void mbedtls_ssl_conf_srtp_mki_value_supported(struct mbedtls_ssl_config *conf,
                                               int support_mki_value);

/**
 * Tells that no SRTP profile was negotiated: DTLS-SRTP is not offered.
 *
 * \param ssl            The context.
 * \param dtls_srtp_info  Set to no profile and no identifier; NULL is ignored.
 */
void mbedtls_ssl_get_dtls_srtp_negotiation_result(const struct mbedtls_ssl_context *ssl,
                                                  mbedtls_dtls_srtp_info *dtls_srtp_info);

/**
 * Refuses connection identifiers: DTLS is not offered.
 *
 * \param conf               The configuration.
 * \param len                Bytes.
 * \param ignore_other_cids  What to do with others.
 *
 * \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
 */
int mbedtls_ssl_conf_cid(struct mbedtls_ssl_config *conf, size_t len, int ignore_other_cids);

/**
 * Refuses connection identifiers: DTLS is not offered.
 *
 * \param ssl          The context.
 * \param enable       On or off.
 * \param own_cid      The identifier.
 * \param own_cid_len  Its length in bytes.
 *
 * \return  `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`.
 */
int mbedtls_ssl_set_cid(struct mbedtls_ssl_context *ssl,
                        int enable,
                        const unsigned char *own_cid,
                        size_t own_cid_len);

/**
 * Tells that there is no connection identifier: DTLS is not offered.
 *
 * \param ssl           The context.
 * \param enabled       Set to `MBEDTLS_SSL_CID_DISABLED`.
 * \param peer_cid     Not touched.
 * \param peer_cid_len  Set to 0; may be NULL.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ssl_get_peer_cid(struct mbedtls_ssl_context *ssl,
                             int *enabled,
                             unsigned char *peer_cid,
                             size_t *peer_cid_len);

#if defined(MBEDTLS_X509_USE_C)
/**
 * Has signatures made by callbacks, which may take their time: for private keys in another process, on a smart card, behind
 * a network.
 *
 * Where a certificate of this configuration is to sign, `f_async_sign` is called with that certificate and the hash to
 * be signed. If it returns 0, `f_async_resume` is called at once; if it returns `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS`, the
 * handshake returns that code, and each later call of mbedtls_ssl_handshake(), mbedtls_ssl_handshake_step(),
 * mbedtls_ssl_read() or mbedtls_ssl_write() calls `f_async_resume`, until it returns something else.
 * `MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH` has the configured private key used.
 *
 * The key given to mbedtls_ssl_conf_own_cert() beside the certificate may be NULL or a public key then.
 *
 * The signature is in the form that mbedtls_pk_sign_ext() makes: for an EC key DER; for an RSA key PKCS#1 v1.5 in TLS 1.2 and,
 * in TLS 1.3 or with a certificate for RSASSA-PSS, RSASSA-PSS with MGF1 and a salt of the length of the hash.
 * ferrotls_async_signature_scheme() tells a callback exactly what is wanted. For an Ed25519 key `md_alg` is `MBEDTLS_MD_NONE`
 * and `hash` is the whole message, which that kind of signature needs.
 *
 * In contrast to Mbed TLS 3.6 this serves clients too, and TLS 1.3.
 *
 * \param conf             The configuration; NULL is ignored.
 * \param f_async_sign     Begins a signature. NULL: the configured keys sign.
 * \param f_async_decrypt  Not called: nothing is decrypted with a certificate's key.
 * \param f_async_resume   Asks for the outcome: writes the signature and returns 0, or returns
 *                         `MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS`, or the error that the handshake ends with.
 * \param f_async_cancel   Is told to give up, when the context is freed or reset or the connection fails in between. NULL:
 *                         nobody is told. A start or resume callback that frees or resets its own context has to give up
 *                         the operation itself.
 * \param config_data      For mbedtls_ssl_conf_get_async_config_data().
 */
void mbedtls_ssl_conf_async_private_cb(struct mbedtls_ssl_config *conf,
                                       mbedtls_ssl_async_sign_t *f_async_sign,
                                       mbedtls_ssl_async_decrypt_t *f_async_decrypt,
                                       mbedtls_ssl_async_resume_t *f_async_resume,
                                       mbedtls_ssl_async_cancel_t *f_async_cancel,
                                       void *config_data);

/**
 * The pointer that was given to mbedtls_ssl_conf_async_private_cb().
 *
 * \param conf  The configuration.
 * \return      The pointer, or NULL.
 */
void *mbedtls_ssl_conf_get_async_config_data(const struct mbedtls_ssl_config *conf);

/**
 * Keeps a pointer for the callbacks of an operation, from one to the next.
 *
 * \param ssl  The context; NULL is ignored.
 * \param ctx  The application's own; forgotten when the handshake is over or the context is reset.
 */
void mbedtls_ssl_set_async_operation_data(struct mbedtls_ssl_context *ssl, void *ctx);

/**
 * The pointer that was given to mbedtls_ssl_set_async_operation_data().
 *
 * \param ssl  The context.
 * \return     The pointer, or NULL.
 */
void *mbedtls_ssl_get_async_operation_data(const struct mbedtls_ssl_context *ssl);

/**
 * Sets the verify callback of all connections that have none of their own (`mbedtls_ssl_set_verify`).
 *
 * \param conf    The configuration; NULL is ignored.
 * \param f_vrfy  Called for each certificate of the chain, from the root to the leaf, with its depth and flags,
 *                which it may change; a nonzero return ends the handshake. NULL: none.
 * \param p_vrfy  Passed to it.
 */
void mbedtls_ssl_conf_verify(struct mbedtls_ssl_config *conf,
                             int (*f_vrfy)(void *p_vrfy,
                                           mbedtls_x509_crt *crt,
                                           int depth,
                                           uint32_t *flags),
                             void *p_vrfy);

/**
 * Sets the signature algorithms, best first: what is accepted from the peer and chosen for our own signatures.
 *
 * \param conf      The configuration; NULL is ignored.
 * \param sig_algs  `MBEDTLS_TLS1_3_SIG_*` numbers ended by `MBEDTLS_TLS1_3_SIG_NONE`. Kept by pointer: must live as
 *                  long as the configuration. They count in TLS 1.2 too, where those of ECDSA say nothing of the curve.
 */
void mbedtls_ssl_conf_sig_algs(struct mbedtls_ssl_config *conf,
                               const uint16_t *sig_algs);

/**
 * Sets what certificates must be like to be trusted: digests, key types, curves, RSA length.
 *
 * \param conf     The configuration; NULL is ignored.
 * \param profile  The profile, kept by pointer; NULL: the default profile.
 */
void mbedtls_ssl_conf_cert_profile(struct mbedtls_ssl_config *conf,
                                   const mbedtls_x509_crt_profile *profile);

/**
 * Sets whom to trust.
 *
 * \param conf      The configuration; NULL is ignored.
 * \param ca_chain  Trusted certificates, kept by pointer.
 * \param ca_crl    Revocation lists, kept by pointer; may be NULL.
 */
void mbedtls_ssl_conf_ca_chain(struct mbedtls_ssl_config *conf,
                               mbedtls_x509_crt *ca_chain,
                               mbedtls_x509_crl *ca_crl);

/**
 * Sets a callback that finds the trusted certificates for a certificate, in place of a list.
 *
 * \param conf     The configuration; NULL is ignored.
 * \param f_ca_cb  Called with a certificate; makes a list of candidates, which is freed afterwards.
 * \param p_ca_cb  Passed to it.
 */
void mbedtls_ssl_conf_ca_cb(struct mbedtls_ssl_config *conf,
                            mbedtls_x509_crt_ca_cb_t f_ca_cb,
                            void *p_ca_cb);

/**
 * Adds a certificate chain of our own with its key. May be called several times, for keys of different types: the
 * first that fits what the peer accepts is used.
 *
 * \param conf      The configuration.
 * \param own_cert  The chain, leaf first, kept by pointer. NULL: forget all that were added.
 * \param pk_key    The leaf's private key, kept by pointer.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL.
 */
int mbedtls_ssl_conf_own_cert(struct mbedtls_ssl_config *conf,
                              mbedtls_x509_crt *own_cert,
                              mbedtls_pk_context *pk_key);

/**
 * Sets the names of certificate authorities that a server sends with a CertificateRequest.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param crt   Certificates whose subjects are sent, kept by pointer; NULL: those of the trusted list.
 */
void mbedtls_ssl_conf_dn_hints(struct mbedtls_ssl_config *conf,
                               const mbedtls_x509_crt *crt);

/**
 * Sets whether a server sends the names of its trusted authorities with a CertificateRequest (the default).
 *
 * \param conf              The configuration; NULL is ignored.
 * \param cert_req_ca_list  `MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED` or `MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED`.
 */
void mbedtls_ssl_conf_cert_req_ca_list(struct mbedtls_ssl_config *conf,
                                       char cert_req_ca_list);

/**
 * Sets the verify callback of this connection, in place of the configuration's.
 *
 * \param ssl     The context; NULL is ignored.
 * \param f_vrfy  See `mbedtls_ssl_conf_verify`. NULL: the configuration's.
 * \param p_vrfy  Passed to it.
 */
void mbedtls_ssl_set_verify(struct mbedtls_ssl_context *ssl,
                            int (*f_vrfy)(void *p_vrfy,
                                          mbedtls_x509_crt *crt,
                                          int depth,
                                          uint32_t *flags),
                            void *p_vrfy);

/**
 * Sets the names of authorities to send with the CertificateRequest of this handshake.
 *
 * \param ssl  The context; NULL is ignored.
 * \param crt  Certificates whose subjects are sent, kept by pointer until the handshake ends.
 */
void mbedtls_ssl_set_hs_dn_hints(struct mbedtls_ssl_context *ssl, const mbedtls_x509_crt *crt);

/**
 * The peer's certificate.
 *
 * \param ssl  The context.
 * \return     The chain that the peer sent, leaf first, or sent in the handshake that made the session which this connection
 *             resumes; NULL if it sent none or the handshake is not over, and in any case if the library was built without
 *             `MBEDTLS_SSL_KEEP_PEER_CERTIFICATE`. It is valid until the context is freed, reset or
 *             saved, or another handshake of it begins (`mbedtls_ssl_renegotiate`, also by the peer) or it asks the client to
 *             authenticate: whoever keeps the pointer longer reads freed memory.
 */
const mbedtls_x509_crt *mbedtls_ssl_get_peer_cert(const struct mbedtls_ssl_context *ssl);
#endif

/**
 * Sets the callbacks of a server's session cache, such as those of `ssl_cache.h`. TLS 1.2 resumes sessions out of it; TLS
 * 1.3 has tickets for that and asks no cache, as in 3.6. A program may use its cache behind its ticket callbacks.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param p_cache      Passed to both.
 * \param f_get_cache  Looks a session up. NULL: none.
 * \param f_set_cache  Puts one in. NULL: none.
 */
void mbedtls_ssl_conf_session_cache(struct mbedtls_ssl_config *conf,
                                    void *p_cache,
                                    mbedtls_ssl_cache_get_t *f_get_cache,
                                    mbedtls_ssl_cache_set_t *f_set_cache);

/**
 * Initialises a configuration. Must be called before any other function on it, but for `mbedtls_ssl_config_free`.
 *
 * \param conf  The configuration; NULL is ignored.
 */
void mbedtls_ssl_config_init(struct mbedtls_ssl_config *conf);

/**
 * Frees a configuration and wipes it. It may be initialised again, and freed again.
 *
 * \param conf  The configuration; NULL is ignored. No context may be using it.
 */
void mbedtls_ssl_config_free(struct mbedtls_ssl_config *conf);

/**
 * Loads the default values. What the application has set before and 3.6 does not overwrite stays.
 *
 * \param conf       The configuration.
 * \param endpoint   `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`. A client verifies its peer by default, a
 *                   server asks for no client certificate.
 * \param transport  `MBEDTLS_SSL_TRANSPORT_STREAM`.
 * \param preset     `MBEDTLS_SSL_PRESET_DEFAULT` or `MBEDTLS_SSL_PRESET_SUITEB`.
 *
 * \return  0, `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL, or `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for
 *          `MBEDTLS_SSL_TRANSPORT_DATAGRAM`: DTLS is not offered.
 */
int mbedtls_ssl_config_defaults(struct mbedtls_ssl_config *conf,
                                int endpoint,
                                int transport,
                                int preset);

/**
 * Sets the endpoint.
 *
 * \param conf      The configuration; NULL is ignored.
 * \param endpoint  `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
 */
void mbedtls_ssl_conf_endpoint(struct mbedtls_ssl_config *conf, int endpoint);

/**
 * Says which endpoint a configuration is for.
 *
 * \param conf  The configuration.
 * \return      `MBEDTLS_SSL_IS_CLIENT` or `MBEDTLS_SSL_IS_SERVER`.
 */
int mbedtls_ssl_conf_get_endpoint(const struct mbedtls_ssl_config *conf);

/**
 * Sets the transport. Only `MBEDTLS_SSL_TRANSPORT_STREAM` is offered: a configuration that asks for datagrams is
 * refused by `mbedtls_ssl_setup`.
 *
 * \param conf       The configuration; NULL is ignored.
 * \param transport  `MBEDTLS_SSL_TRANSPORT_STREAM` or `MBEDTLS_SSL_TRANSPORT_DATAGRAM`.
 */
void mbedtls_ssl_conf_transport(struct mbedtls_ssl_config *conf,
                                int transport);

/**
 * Sets how the peer's certificate is checked.
 *
 * \param conf      The configuration; NULL is ignored.
 * \param authmode  `MBEDTLS_SSL_VERIFY_NONE`: not checked (a server does not ask for one);
 *                  `MBEDTLS_SSL_VERIFY_OPTIONAL`: checked, and the handshake goes on whatever was found (see
 *                  `mbedtls_ssl_get_verify_result`); `MBEDTLS_SSL_VERIFY_REQUIRED`: checked, and the handshake fails
 *                  unless all is well. Honoured in TLS 1.3 as in TLS 1.2.
 */
void mbedtls_ssl_conf_authmode(struct mbedtls_ssl_config *conf,
                               int authmode);

/**
 * Sets the random callback. It is accepted and not needed: randomness comes from the operating system.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param f_rng  Kept for functions of mbedtls_pk_setup_rsa_alt(), which are handed it; never called.
 * \param p_rng  Kept.
 */
void mbedtls_ssl_conf_rng(struct mbedtls_ssl_config *conf,
                          mbedtls_f_rng_t *f_rng,
                          void *p_rng);

/**
 * Sets the debug callback; see `mbedtls_debug_set_threshold`.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param f_dbg  Called with argument, level, file, line and text. NULL: none.
 * \param p_dbg  Passed to it.
 */
void mbedtls_ssl_conf_dbg(struct mbedtls_ssl_config *conf,
                          void (*f_dbg)(void *p_dbg,
                                        int level,
                                        const char *file,
                                        int line,
                                        const char *text),
                          void *p_dbg);

/**
 * Sets how long a read waits when the transport has an `f_recv_timeout`. May be changed while connections are open.
 *
 * \param conf     The configuration; NULL is ignored.
 * \param timeout  Milliseconds; 0: no limit.
 */
void mbedtls_ssl_conf_read_timeout(struct mbedtls_ssl_config *conf,
                                   uint32_t timeout);

/**
 * Sets the cipher suites, best first.
 *
 * \param conf          The configuration; NULL is ignored.
 * \param ciphersuites  Suite numbers ended by 0. Kept by pointer: must live as long as the configuration. Suites that
 *                      are not offered here are skipped.
 */
void mbedtls_ssl_conf_ciphersuites(struct mbedtls_ssl_config *conf,
                                   const int *ciphersuites);

/**
 * Sets the groups for the key exchange, best first. A client sends a key share of the first; if that is a hybrid group of
 * `ferrotls/ferrotls.h`, and the classic group within it is in the list too, also a share of that.
 *
 * \param conf    The configuration; NULL is ignored.
 * \param groups  `MBEDTLS_SSL_IANA_TLS_GROUP_*` numbers ended by 0. Kept by pointer: must live as long as the
 *                configuration. Groups that are not offered here are skipped.
 */
void mbedtls_ssl_conf_groups(struct mbedtls_ssl_config *conf,
                             const uint16_t *groups);

/**
 * Sets the curves for the key exchange, in the form of older releases.
 *
 * \param conf    The configuration; NULL is ignored.
 * \param curves  Curve numbers, best first, ended by `MBEDTLS_ECP_DP_NONE`; copied. Curves that are not offered here
 *                are skipped.
 */
void mbedtls_ssl_conf_curves(struct mbedtls_ssl_config *conf,
                             const mbedtls_ecp_group_id *curves);

/**
 * Sets the certificate selection callback of a server.
 *
 * \param conf       The configuration; NULL is ignored.
 * \param f_cert_cb  Called once the ClientHello has been read; it may call `mbedtls_ssl_set_hs_own_cert` and its
 *                   like. A nonzero return ends the handshake and is what the handshake returns. NULL: none.
 */
void mbedtls_ssl_conf_cert_cb(struct mbedtls_ssl_config *conf,
                              mbedtls_ssl_hs_cb_t f_cert_cb);

/**
 * Sets whose order of cipher suites counts on a server.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param order  `MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER` (the default) or `..._CLIENT`.
 */
void mbedtls_ssl_conf_preference_order(struct mbedtls_ssl_config *conf, int order);

/**
 * Sets the application protocols (ALPN, RFC 7301), best first.
 *
 * \param conf    The configuration.
 * \param protos  Names of 1 to 255 bytes, ended by NULL; the list and the names are kept by pointer.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a NULL `conf`, a name that is too short or too long, or a list
 *          that is longer than 65535 bytes on the wire.
 */
int mbedtls_ssl_conf_alpn_protocols(struct mbedtls_ssl_config *conf,
                                    const char **protos);

/**
 * Sets what is done about peers that do not know of secure renegotiation (RFC 5746).
 *
 * DEVIATION: `MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION` is taken for `MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION`, because what it
 * allows lets an attacker put bytes of its own before the client's.
 *
 * \param conf          The configuration; NULL is ignored.
 * \param allow_legacy  `MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION` (the default): one handshake and no more, or
 *                      `MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE`: none.
 */
void mbedtls_ssl_conf_legacy_renegotiation(struct mbedtls_ssl_config *conf,
                                           int allow_legacy);

/**
 * Sets the lowest version to offer or accept.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param tls_version  `MBEDTLS_SSL_VERSION_TLS1_2` (the default) or `MBEDTLS_SSL_VERSION_TLS1_3`.
 */
void mbedtls_ssl_conf_min_tls_version(struct mbedtls_ssl_config *conf,
                                      mbedtls_ssl_protocol_version tls_version);

/**
 * Sets the highest version to offer or accept.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param tls_version  `MBEDTLS_SSL_VERSION_TLS1_2` or `MBEDTLS_SSL_VERSION_TLS1_3` (the default).
 */
void mbedtls_ssl_conf_max_tls_version(struct mbedtls_ssl_config *conf,
                                      mbedtls_ssl_protocol_version tls_version);

/**
 * Sets the lowest version, in the form of older releases.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param major  `MBEDTLS_SSL_MAJOR_VERSION_3`.
 * \param minor  `MBEDTLS_SSL_MINOR_VERSION_3` (TLS 1.2) or `MBEDTLS_SSL_MINOR_VERSION_4` (TLS 1.3).
 */
void mbedtls_ssl_conf_min_version(struct mbedtls_ssl_config *conf, int major, int minor);

/**
 * Sets the highest version, in the form of older releases.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param major  `MBEDTLS_SSL_MAJOR_VERSION_3`.
 * \param minor  `MBEDTLS_SSL_MINOR_VERSION_3` (TLS 1.2) or `MBEDTLS_SSL_MINOR_VERSION_4` (TLS 1.3).
 */
void mbedtls_ssl_conf_max_version(struct mbedtls_ssl_config *conf, int major, int minor);

/**
 * Attaches a pointer of the application's.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param p     Kept as it is.
 */
void mbedtls_ssl_conf_set_user_data_p(struct mbedtls_ssl_config *conf, void *p);

/**
 * Attaches a number of the application's.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param n     Kept as it is.
 */
void mbedtls_ssl_conf_set_user_data_n(struct mbedtls_ssl_config *conf, uintptr_t n);

/**
 * The pointer that was attached.
 *
 * \param conf  The configuration.
 * \return      What `mbedtls_ssl_conf_set_user_data_p` was given, or NULL.
 */
void *mbedtls_ssl_conf_get_user_data_p(struct mbedtls_ssl_config *conf);

/**
 * The number that was attached.
 *
 * \param conf  The configuration.
 * \return      What `mbedtls_ssl_conf_set_user_data_n` was given, or 0.
 */
uintptr_t mbedtls_ssl_conf_get_user_data_n(struct mbedtls_ssl_config *conf);

/**
 * Initialises a context. Must be called before any other function on it, but for `mbedtls_ssl_free`.
 *
 * \param ssl  The context; NULL is ignored.
 */
void mbedtls_ssl_init(struct mbedtls_ssl_context *ssl);

/**
 * Makes a context ready for handshakes with a configuration.
 *
 * \param ssl   An initialised context. What was set on it before stays.
 * \param conf  The configuration, kept by pointer: it must live as long as the context, and not change during a
 *              handshake.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_SSL_BAD_CONFIG` if no version is allowed, or no
 *          hash for signatures;
 *          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for datagrams.
 */
int mbedtls_ssl_setup(struct mbedtls_ssl_context *ssl,
                      const struct mbedtls_ssl_config *conf);

/**
 * Frees a context and wipes it. It may be initialised again, and freed again; a call on it fails cleanly.
 *
 * \param ssl  The context; NULL is ignored. May be called from one of its own callbacks: the call that is going on
 *             then ends with an error.
 */
void mbedtls_ssl_free(struct mbedtls_ssl_context *ssl);

/**
 * Makes a context ready for a new connection with the same settings: configuration, transport, callbacks and host
 * name stay, everything negotiated goes.
 *
 * \param ssl  The context.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it was never set up.
 */
int mbedtls_ssl_session_reset(struct mbedtls_ssl_context *ssl);

/**
 * Sets the transport.
 *
 * \param ssl             The context; NULL is ignored. May be called before `mbedtls_ssl_setup`.
 * \param p_bio           Passed to the callbacks.
 * \param f_send          Sends bytes: returns how many went out, `MBEDTLS_ERR_SSL_WANT_WRITE` if it would block, or
 *                        another negative number.
 * \param f_recv          Receives bytes: returns how many came in, 0 at the end of the stream,
 *                        `MBEDTLS_ERR_SSL_WANT_READ` if it would block, or another negative number. It is never
 *                        asked for more than the current record needs.
 * \param f_recv_timeout  As `f_recv`, with a timeout in milliseconds (0: none) after which it returns
 *                        `MBEDTLS_ERR_SSL_TIMEOUT`. Used in place of `f_recv` if not NULL.
 */
void mbedtls_ssl_set_bio(struct mbedtls_ssl_context *ssl,
                         void *p_bio,
                         mbedtls_ssl_send_t *f_send,
                         mbedtls_ssl_recv_t *f_recv,
                         mbedtls_ssl_recv_timeout_t *f_recv_timeout);

/**
 * Sets a callback that is given each traffic secret as it comes into being, in TLS 1.2 the master secret (for a key log).
 *
 * \param ssl            The context; NULL is ignored.
 * \param f_export_keys  Called with its argument, the kind of secret, the secret, both randoms and the type of the
 *                       pseudo-random function (`MBEDTLS_SSL_TLS_PRF_NONE` in TLS 1.3; that of the suite in TLS 1.2). NULL: none.
 * \param p_export_keys  Passed to it.
 */
void mbedtls_ssl_set_export_keys_cb(struct mbedtls_ssl_context *ssl,
                                    mbedtls_ssl_export_keys_t *f_export_keys,
                                    void *p_export_keys);

/**
 * Sets the name of the server to connect to: it is sent (unless it is an IP address) and the server's certificate
 * must be for it.
 *
 * \param ssl       The context. May be called before `mbedtls_ssl_setup`.
 * \param hostname  The name or the text of an IP address, copied. NULL: no name is sent and none is checked.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or the name has more than 255 bytes;
 *          `MBEDTLS_ERR_SSL_ALLOC_FAILED` without memory, with the old name kept.
 */
int mbedtls_ssl_set_hostname(struct mbedtls_ssl_context *ssl,
                             const char *hostname);

/**
 * The host name that was set.
 *
 * \param ssl  The context.
 * \return     The name, valid until it is set anew; NULL if none was set; an empty string after NULL was set.
 */
const char *mbedtls_ssl_get_hostname(struct mbedtls_ssl_context *ssl);

/**
 * The configuration of a context.
 *
 * \param ssl  The context.
 * \return     What `mbedtls_ssl_setup` was given, or NULL.
 */
const struct mbedtls_ssl_config *mbedtls_ssl_context_get_config(const struct mbedtls_ssl_context *ssl);

/**
 * Attaches a pointer of the application's.
 *
 * \param ssl  The context; NULL is ignored.
 * \param p    Kept as it is.
 */
void mbedtls_ssl_set_user_data_p(struct mbedtls_ssl_context *ssl, void *p);

/**
 * Attaches a number of the application's.
 *
 * \param ssl  The context; NULL is ignored.
 * \param n    Kept as it is.
 */
void mbedtls_ssl_set_user_data_n(struct mbedtls_ssl_context *ssl, uintptr_t n);

/**
 * The pointer that was attached.
 *
 * \param ssl  The context.
 * \return     What `mbedtls_ssl_set_user_data_p` was given, or NULL.
 */
void *mbedtls_ssl_get_user_data_p(struct mbedtls_ssl_context *ssl);

/**
 * The number that was attached.
 *
 * \param ssl  The context.
 * \return     What `mbedtls_ssl_set_user_data_n` was given, or 0.
 */
uintptr_t mbedtls_ssl_get_user_data_n(struct mbedtls_ssl_context *ssl);

/**
 * Performs the handshake.
 *
 * \param ssl  The context.
 *
 * \return  0 when it is over (also if it was before); `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE` if
 *          the transport would block: call again when it is ready; `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA` (a server that
 *          uses early data): call again when it is read; another negative code if it failed.
 */
int mbedtls_ssl_handshake(struct mbedtls_ssl_context *ssl);

/**
 * Performs one step of the handshake: flushes what is unsent, reads a message if the state needs one, and does the
 * work of one state.
 *
 * \param ssl  The context.
 *
 * \return  As `mbedtls_ssl_handshake`; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if the handshake is over.
 */
int mbedtls_ssl_handshake_step(struct mbedtls_ssl_context *ssl);

/**
 * Whether the handshake is over.
 *
 * A server of TLS 1.3 whose tickets are still to be sent, state `MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET`, is already
 * over, as in 3.6.
 *
 * \param ssl  The context.
 * \return     1 if it is, 0 if not.
 */
int mbedtls_ssl_is_handshake_over(struct mbedtls_ssl_context *ssl);

#if defined(MBEDTLS_SSL_EARLY_DATA)
/**
 * Says whether early data is used: application data that a client sends with its first flight, before the server has said
 * anything, under the key of a ticket. It is off by default, because it is weaker than other data: it has no forward
 * secrecy, and who records it can send it again.
 *
 * A server that uses it takes each such flight once (see `ferrotls_conf_anti_replay`), and its functions
 * `mbedtls_ssl_handshake`, `mbedtls_ssl_handshake_step`, `mbedtls_ssl_read` and `mbedtls_ssl_write` may then return
 * `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`: read it with `mbedtls_ssl_read_early_data`, then call them again. Until it is read
 * they return the same, and nothing is lost.
 *
 * \param conf                The configuration; NULL is ignored.
 * \param early_data_enabled  `MBEDTLS_SSL_EARLY_DATA_ENABLED` or `MBEDTLS_SSL_EARLY_DATA_DISABLED`.
 */
void mbedtls_ssl_conf_early_data(struct mbedtls_ssl_config *conf,
                                 int early_data_enabled);

/**
 * Sets how many bytes of early data a client may send with a ticket that is made from now on. One that sends more is
 * refused with a fatal alert.
 *
 * \param conf                 The configuration; NULL is ignored.
 * \param max_early_data_size  Bytes; `MBEDTLS_SSL_MAX_EARLY_DATA_SIZE` by default. 0: tickets allow no early data.
 */
void mbedtls_ssl_conf_max_early_data_size(struct mbedtls_ssl_config *conf,
                                          uint32_t max_early_data_size);

/**
 * Writes early data (client). It behaves as `mbedtls_ssl_write`, but for this: the first call, on a fresh context, sends the
 * ClientHello and at least one record of the data, if it can; later calls first go on with the handshake as far as that goes
 * without waiting for the server (a transport that blocks does wait), and write if there is still time.
 *
 * Whether the server has taken the data is known when the handshake is over: `mbedtls_ssl_get_early_data_status`.
 *
 * \param ssl  The context, with a session (`mbedtls_ssl_set_session`) whose ticket allows early data.
 * \param buf  The data; may be NULL if `len` is 0.
 * \param len  Its length in bytes.
 *
 * \return  The number of bytes taken, at most what one record holds and what the ticket allows: call again with the rest;
 *          `MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA`: not possible, and not possible later on this connection (early data
 *          is not used, the ticket does not allow any or no more, the server refuses it or has finished its part of the
 *          handshake): go on with `mbedtls_ssl_handshake`, `mbedtls_ssl_write` or `mbedtls_ssl_read`;
 *          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a server; otherwise as `mbedtls_ssl_write`.
 */
int mbedtls_ssl_write_early_data(struct mbedtls_ssl_context *ssl,
                                 const unsigned char *buf,
                                 size_t len);

/**
 * Reads early data (server). What is read here may be a copy of what another server was sent, and is secret only as long as
 * the key of its ticket.
 *
 * Either another function has returned `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`: then this one reads what is there, and the
 * other is called again. Or this one is called again and again from the beginning, goes on with the handshake itself, and
 * returns early data until there is no more.
 *
 * \param ssl  The context.
 * \param buf  Where to put the data; may be NULL if `len` is 0.
 * \param len  Its size in bytes.
 *
 * \return  The number of bytes read, never more than one record holds;
 *          `MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA`: there is none now: go on with `mbedtls_ssl_handshake`,
 *          `mbedtls_ssl_read` or `mbedtls_ssl_write`;
 *          `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready (never when
 *          another function has just returned `MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA`);
 *          another negative code if the handshake failed.
 */
int mbedtls_ssl_read_early_data(struct mbedtls_ssl_context *ssl,
                                unsigned char *buf,
                                size_t len);

/**
 * Says what became of the early data (client).
 *
 * \param ssl  The context, its handshake over.
 *
 * \return  `MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED`: none was announced;
 *          `MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED`: the server took it;
 *          `MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED`: the server dropped it, so that it may be sent again with
 *          `mbedtls_ssl_write`; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a server and before the handshake is over.
 */
int mbedtls_ssl_get_early_data_status(struct mbedtls_ssl_context *ssl);
#endif

/**
 * The number of bytes that a read can return without the transport.
 *
 * \param ssl  The context.
 * \return     Bytes of the current record that were not read yet.
 */
size_t mbedtls_ssl_get_bytes_avail(const struct mbedtls_ssl_context *ssl);

/**
 * Whether something was received that `mbedtls_ssl_read` can work on without the transport.
 *
 * \param ssl  The context.
 * \return     1 if so, 0 if not: then wait for the transport.
 */
int mbedtls_ssl_check_pending(const struct mbedtls_ssl_context *ssl);

/**
 * What the check of the peer's certificate found.
 *
 * \param ssl  The context.
 *
 * \return  0 if all is well; a combination of `MBEDTLS_X509_BADCERT_*` and `MBEDTLS_X509_BADCRL_*` (see
 *          `mbedtls_x509_crt_verify_info`), `MBEDTLS_X509_BADCERT_SKIP_VERIFY` where the authentication mode says that
 *          nothing is to be checked; `0xFFFFFFFF` before a handshake.
 */
uint32_t mbedtls_ssl_get_verify_result(const struct mbedtls_ssl_context *ssl);

/**
 * The number of the negotiated cipher suite.
 *
 * \param ssl  The context.
 * \return     The IANA number, 0 before the handshake is over.
 */
int mbedtls_ssl_get_ciphersuite_id_from_ssl(const struct mbedtls_ssl_context *ssl);

/**
 * The name of the negotiated cipher suite.
 *
 * \param ssl  The context.
 * \return     A static text such as "TLS1-3-AES-128-GCM-SHA256"; NULL before the handshake is over.
 */
const char *mbedtls_ssl_get_ciphersuite(const struct mbedtls_ssl_context *ssl);

/**
 * The name of a cipher suite.
 *
 * \param ciphersuite_id  Its number.
 * \return                A static text, "unknown" for a suite that is not offered here.
 */
const char *mbedtls_ssl_get_ciphersuite_name(int ciphersuite_id);

/**
 * The number of a cipher suite.
 *
 * \param ciphersuite_name  Its name, as `mbedtls_ssl_get_ciphersuite_name` gives it.
 * \return                  Its number, 0 for a name that is not known.
 */
int mbedtls_ssl_get_ciphersuite_id(const char *ciphersuite_name);

/**
 * The protocol version.
 *
 * \param ssl  The context.
 * \return     "TLSv1.2" or "TLSv1.3" (before the handshake the highest allowed), "unknown" if there is none.
 */
const char *mbedtls_ssl_get_version(const struct mbedtls_ssl_context *ssl);

/**
 * The protocol version as a number.
 *
 * \param ssl  The context.
 * \return     `MBEDTLS_SSL_VERSION_TLS1_2`, `MBEDTLS_SSL_VERSION_TLS1_3` or `MBEDTLS_SSL_VERSION_UNKNOWN`.
 */
mbedtls_ssl_protocol_version mbedtls_ssl_get_version_number(const struct mbedtls_ssl_context *ssl);

/**
 * The application protocol that was negotiated.
 *
 * \param ssl  The context.
 * \return     The entry of the list given to `mbedtls_ssl_conf_alpn_protocols` that the last handshake agreed on; NULL if there
 *             is none. A renegotiation in which the client does not name its protocols again ends without one.
 */
const char *mbedtls_ssl_get_alpn_protocol(const struct mbedtls_ssl_context *ssl);

/**
 * How many bytes a record adds to what it carries.
 *
 * \param ssl  The context.
 * \return     Bytes; the header alone before there are keys.
 */
int mbedtls_ssl_get_record_expansion(const struct mbedtls_ssl_context *ssl);

/**
 * Derives a secret from the connection, which both ends can do and nobody else (RFC 8446 section 7.5; in TLS 1.2 RFC 5705).
 *
 * \param ssl          The context, its handshake over.
 * \param out          Where to put the secret.
 * \param key_len      Its length in bytes, at most 8160.
 * \param label        A label that sets this use apart.
 * \param label_len    Its length in bytes.
 * \param context      More that sets this use apart; may be NULL if `context_len` or `use_context` is 0.
 * \param context_len  Its length in bytes.
 * \param use_context  0: no context. In TLS 1.3 the same as an empty one.
 *
 * \return  0; `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` in TLS 1.2 without the extended master secret, where another connection may
 *          have the same secret (RFC 7627 section 5.4); `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` or another negative code.
 */
int mbedtls_ssl_export_keying_material(struct mbedtls_ssl_context *ssl,
                                       uint8_t *out,
                                       size_t key_len,
                                       const char *label,
                                       size_t label_len,
                                       const unsigned char *context,
                                       size_t context_len,
                                       int use_context);

/**
 * Reads application data, after finishing the handshake if it is not over; for what a server is told of early data see
 * `mbedtls_ssl_conf_early_data`.
 *
 * Where a connection of TLS 1.2 may be renegotiated and the peer begins, the handshake runs inside, and what
 * `mbedtls_ssl_renegotiate` can return is returned here too.
 *
 * \param ssl  The context.
 * \param buf  Where to put the data; may be NULL if `len` is 0.
 * \param len  Its size in bytes. 0 works the record layer without taking data.
 *
 * \return  The number of bytes read, never more than one record holds; 0 if the transport ended (or if `len` is 0);
 *          `MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY` when the peer has closed its side properly;
 *          `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
 *          `MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET`, to a program that asked to be told
 *          (`mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets`): `mbedtls_ssl_get_session` has a ticket now, call
 *          again to go on; another negative code if the connection failed.
 */
int mbedtls_ssl_read(struct mbedtls_ssl_context *ssl,
                     unsigned char *buf,
                     size_t len);

/**
 * Writes application data, after finishing the handshake if it is not over.
 *
 * \param ssl  The context.
 * \param buf  The data; may be NULL if `len` is 0, or if a record waits since `MBEDTLS_ERR_SSL_WANT_WRITE`.
 * \param len  Its length in bytes. 0 sends an empty record.
 *
 * \return  The number of bytes taken, at most what one record holds: call again with the rest;
 *          `MBEDTLS_ERR_SSL_WANT_WRITE` or `MBEDTLS_ERR_SSL_WANT_READ`: nothing is lost, call again when the transport
 *          is ready. The record that waits is then sent, whatever the buffer holds, and the bytes that it took are
 *          returned (never more than the new `len`). `MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO` of a client of TLS 1.2
 *          that was to renegotiate first: nothing was written; call again if `mbedtls_ssl_is_handshake_over` says 1 (the
 *          server did not want to), or read first what has come. Another negative code if the connection failed.
 */
int mbedtls_ssl_write(struct mbedtls_ssl_context *ssl,
                      const unsigned char *buf,
                      size_t len);

/**
 * Tells the peer that no more data will be sent. Reading goes on working.
 *
 * \param ssl  The context.
 *
 * \return  0 when it is sent (or the handshake is not over, when there is nothing to close);
 *          `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready; another negative code if it failed.
 */
int mbedtls_ssl_close_notify(struct mbedtls_ssl_context *ssl);

/**
 * Sends an alert of the application's choice.
 *
 * \param ssl      The context.
 * \param level    `MBEDTLS_SSL_ALERT_LEVEL_WARNING` or `MBEDTLS_SSL_ALERT_LEVEL_FATAL`.
 * \param message  `MBEDTLS_SSL_ALERT_MSG_*`.
 *
 * \return  0 when it is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call `mbedtls_ssl_send_alert_message` again when the
 *          transport is ready; another negative code if it failed.
 */
int mbedtls_ssl_send_alert_message(struct mbedtls_ssl_context *ssl,
                                   unsigned char level,
                                   unsigned char message);

/**
 * Sets how much one protected record that is sent carries. A client also asks its server for records of that length
 * (`max_fragment_length`, RFC 6066 section 4); a server agrees to what a client asks for, and in TLS 1.2 both then keep to it
 * with what is not protected, too.
 *
 * DEVIATION: 3.6 negotiates this in TLS 1.2 only; in TLS 1.3 its server ignores the extension and its client does not
 * hold the server to it.
 *
 * \param conf      The configuration.
 * \param mfl_code  `MBEDTLS_SSL_MAX_FRAG_LEN_512` to `MBEDTLS_SSL_MAX_FRAG_LEN_4096`, or `MBEDTLS_SSL_MAX_FRAG_LEN_NONE` (the
 *                  default): 16384 bytes, and nothing is asked for.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another number or NULL.
 */
int mbedtls_ssl_conf_max_frag_len(struct mbedtls_ssl_config *conf,
                                  unsigned char mfl_code);

/**
 * The most that one call of `mbedtls_ssl_write` takes: what was configured, and from the handshake on what the peer asked
 * for (RFC 6066 section 4, RFC 8449).
 *
 * \param ssl  The context.
 * \return     Bytes, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`.
 */
int mbedtls_ssl_get_max_out_record_payload(const struct mbedtls_ssl_context *ssl);

/**
 * The most that one record of the peer's can carry: from the handshake on what was agreed on.
 *
 * \param ssl  The context.
 * \return     Bytes, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`.
 */
int mbedtls_ssl_get_max_in_record_payload(const struct mbedtls_ssl_context *ssl);

/**
 * Sets the pre-shared key of both ends, and its name. In TLS 1.3 it is used with SHA-256, in TLS 1.2 by the suites with PSK
 * and ECDHE-PSK.
 *
 * \param conf              The configuration.
 * \param psk               The key, copied.
 * \param psk_len           Its length, 1 to `MBEDTLS_PSK_MAX_LEN` bytes.
 * \param psk_identity      Its name on the wire, copied.
 * \param psk_identity_len  Its length, 1 to 16384 bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for lengths out of range;
 *          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a key was set already: one configuration has one.
 */
int mbedtls_ssl_conf_psk(struct mbedtls_ssl_config *conf,
                         const unsigned char *psk,
                         size_t psk_len,
                         const unsigned char *psk_identity,
                         size_t psk_identity_len);

/**
 * Sets the pre-shared key of both ends as a key of the PSA interface, and its name; see `mbedtls_ssl_conf_psk`.
 *
 * The key stays the application's. It is read whenever a handshake needs it; a handshake fails with
 * `MBEDTLS_ERR_ERROR_GENERIC_ERROR` if it has been destroyed, or if its policy allows neither `PSA_KEY_USAGE_EXPORT` nor,
 * for a key of type `PSA_KEY_TYPE_DERIVE`, `PSA_KEY_USAGE_DERIVE` with `PSA_ALG_HKDF_EXTRACT` of SHA-256 or any hash (TLS
 * 1.3) or `PSA_ALG_TLS12_PSK_TO_MS` of SHA-256, SHA-384 or any hash (TLS 1.2). At a client either will do where both versions
 * are allowed.
 *
 * \param conf              The configuration.
 * \param psk               The number of the key.
 * \param psk_identity      Its name on the wire, copied.
 * \param psk_identity_len  Its length, 1 to 16384 bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, for the number 0 and for a length out of range;
 *          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a key was set already: one configuration has one.
 */
int mbedtls_ssl_conf_psk_opaque(struct mbedtls_ssl_config *conf,
                                mbedtls_svc_key_id_t psk,
                                const unsigned char *psk_identity,
                                size_t psk_identity_len);

/**
 * Sets a callback of a server that finds the pre-shared key for a name, in place of `mbedtls_ssl_conf_psk`.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param f_psk  Called with each name that a client offers and that is no ticket; it sets the key with
 *               `mbedtls_ssl_set_hs_psk` or `mbedtls_ssl_set_hs_psk_opaque` and returns 0, or returns something else if
 *               it does not know the name: then the next name is tried, and in the end a handshake without a pre-shared
 *               key. In TLS 1.2 a client has one name, which comes when the suite is chosen: a name that is not known
 *               ends the handshake. NULL: none.
 * \param p_psk  Passed to it.
 */
void mbedtls_ssl_conf_psk_cb(struct mbedtls_ssl_config *conf,
                             int (*f_psk)(void *p_psk,
                                          struct mbedtls_ssl_context *ssl,
                                          const unsigned char *psk_identity,
                                          size_t psk_identity_len),
                             void *p_psk);

/**
 * Sets the pre-shared key of this handshake. For the callback of `mbedtls_ssl_conf_psk_cb`.
 *
 * \param ssl      The context.
 * \param psk      The key, copied.
 * \param psk_len  Its length, 1 to `MBEDTLS_PSK_MAX_LEN` bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, before `mbedtls_ssl_setup`, and for a length out of range.
 */
int mbedtls_ssl_set_hs_psk(struct mbedtls_ssl_context *ssl,
                           const unsigned char *psk,
                           size_t psk_len);

/**
 * Sets the pre-shared key of this handshake as a key of the PSA interface. For the callback of `mbedtls_ssl_conf_psk_cb`.
 *
 * \param ssl  The context.
 * \param psk  The number of the key, which stays the application's and must be there until the callback is over; what its
 *             policy must allow is said at `mbedtls_ssl_conf_psk_opaque`.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, before `mbedtls_ssl_setup`, and for the number 0.
 */
int mbedtls_ssl_set_hs_psk_opaque(struct mbedtls_ssl_context *ssl,
                                  mbedtls_svc_key_id_t psk);

#if defined(MBEDTLS_SSL_PROTO_TLS1_2)
/**
 * Begins another handshake (client), or asks the client for one (server), in TLS 1.2. The client's is over when 0 is returned;
 * the server's runs inside of `mbedtls_ssl_read` once the client begins it.
 *
 * Nobody renegotiates with a peer that lacks secure renegotiation (RFC 5746). No peer may have it done more than 16 times at
 * once and then once a second: it is refused beyond that, which it sees as it sees any refusal.
 *
 * \param ssl  The context.
 *
 * \return
 * - 0: it is over (client), or asked for (server);
 * - `MBEDTLS_ERR_SSL_WANT_READ`, `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
 * - `MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO`: if `mbedtls_ssl_is_handshake_over` says 1, the server does not want to, and the
 *   connection goes on as it was; if 0, there is application data to be read by `mbedtls_ssl_read` first, then call again;
 * - `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`: the first handshake is not over, or another thread reads (a client begins in that thread, or
 *   while there is none);
 * - `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE`: TLS 1.3, which has nothing of the kind;
 * - `MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE`: the peer lacks RFC 5746, or this client has resumed a session without the extended
 *   master secret (RFC 7627 section 5.4); the connection goes on as it was;
 * - another negative code: it failed, and the connection with it.
 */
int mbedtls_ssl_renegotiate(struct mbedtls_ssl_context *ssl);
#endif

/**
 * Saves a connection as bytes, so that its context can be used for something else, and the connection go on later by
 * `mbedtls_ssl_context_load`, in this process or in another. The peer notices nothing. On success the context is as after
 * `mbedtls_ssl_session_reset`: it is not the connection's any more.
 *
 * The bytes hold the keys of the connection. Whoever can read them can read and write in its place, and nothing protects
 * them: that is up to the program. They hold what was negotiated, the session and the peer's certificates, but no settings,
 * callbacks or data of the program's.
 *
 * \param ssl      The context, its handshake over (of TLS 1.3 or TLS 1.2), and nothing on its way: nothing received and not
 *                 read, not even a part of a record; nothing written and not sent; no alert or KeyUpdate that waits for the
 *                 next write; closed by neither side.
 * \param buf      Where to put the bytes; may be NULL if `buf_len` is 0.
 * \param buf_len  Its size in bytes.
 * \param olen     Set to the number of bytes, if 0 or `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` is returned.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` if `buf_len` is less than `*olen` (call with 0 to learn how many there
 *          are), with the connection as it was; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is not as stated, if its
 *          configuration turns renegotiation on and the connection is one of TLS 1.2, if the client may be asked to
 *          authenticate later (`ferrotls_conf_post_handshake_auth` on both sides), or if `ssl` or `olen` is NULL;
 *          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
 */
int mbedtls_ssl_context_save(struct mbedtls_ssl_context *ssl,
                             unsigned char *buf,
                             size_t buf_len,
                             size_t *olen);

/**
 * Goes on with a connection that `mbedtls_ssl_context_save` saved. It must never be loaded a second time, into this context or
 * another: both connections would use the same keys with the same nonces, and others could read and forge what they send.
 * Wipe the bytes once they are loaded.
 *
 * Nothing tells who wrote the bytes. Every value is checked, but who can change them decides who the peer is said to be.
 *
 * \param ssl  The context: set up, or reset, with a configuration that fits the connection (best the same one), and not used
 *             for a handshake since. Its transport, callbacks and other settings may be set before or after. On failure it
 *             is freed, as by `mbedtls_ssl_free`.
 * \param buf  The bytes.
 * \param len  How many.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for anything that is no whole saved connection, for one of another side or of a
 *          version that the configuration does not allow, for one of TLS 1.2 where the configuration turns renegotiation on,
 *          and for a context that is not as stated; `MBEDTLS_ERR_SSL_VERSION_MISMATCH` for a format of another release;
 *          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
 */
int mbedtls_ssl_context_load(struct mbedtls_ssl_context *ssl,
                             const unsigned char *buf,
                             size_t len);

/**
 * Copies the session of a client's connection, with the newest ticket that came in, so that a later connection can
 * resume it. In TLS 1.2 it is whole when the handshake is over; in TLS 1.3 the server's tickets come afterwards, with the
 * first reads.
 *
 * \param ssl      The context, its handshake over.
 * \param session  An initialised session; what it held is freed.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, a server, or before the handshake is over;
 *          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if this session was fetched before and no ticket has come since;
 *          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
 */
int mbedtls_ssl_get_session(const struct mbedtls_ssl_context *ssl,
                            struct mbedtls_ssl_session *session);

/**
 * Asks for a session to be resumed by the next handshake of a client, if server and settings allow; otherwise the
 * handshake is a full one. A session without a ticket (in TLS 1.2: and without an identifier), one whose ticket has
 * expired, one of a version that the configuration does not allow, one made under another name
 * (`mbedtls_ssl_set_hostname`) and one whose server was authenticated less strictly than `mbedtls_ssl_conf_authmode`
 * asks for are not resumed. On a resumed connection no certificate is checked and no verify callback runs:
 * `mbedtls_ssl_get_peer_cert` and `mbedtls_ssl_get_verify_result` tell what the session's own handshake found.
 *
 * \param ssl      The context, set up, its handshake not begun.
 * \param session  The session, copied.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, for a server, before `mbedtls_ssl_setup`, once the handshake has
 *          begun, and for a session whose cipher suite is not known here; `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a
 *          session was set already; `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
 */
int mbedtls_ssl_set_session(struct mbedtls_ssl_context *ssl,
                            const struct mbedtls_ssl_session *session);

/**
 * Saves a session as bytes, which `mbedtls_ssl_session_load` reads, in this process or in another. They hold secrets.
 *
 * \param session  The session.
 * \param buf      Where to put the bytes; may be NULL if `buf_len` is 0.
 * \param buf_len  Its size in bytes.
 * \param olen     Set to the number of bytes, also if they do not fit.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL` if `buf_len` is less than `*olen` (call with 0 to learn how many there
 *          are); `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for a session that no handshake filled;
 *          `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if `session` is NULL; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `olen` is.
 */
int mbedtls_ssl_session_save(const struct mbedtls_ssl_session *session,
                             unsigned char *buf,
                             size_t buf_len,
                             size_t *olen);

/**
 * Reads a session that `mbedtls_ssl_session_save` wrote. Every value is checked, but nothing tells who wrote them.
 *
 * \param session  An initialised session, filled on success; what it held is freed. On failure it is empty.
 * \param buf      The bytes.
 * \param len      How many.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for anything that is no whole saved session;
 *          `MBEDTLS_ERR_SSL_VERSION_MISMATCH` for one in a format of another release; `MBEDTLS_ERR_SSL_ALLOC_FAILED`;
 *          `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if `session` is NULL.
 */
int mbedtls_ssl_session_load(struct mbedtls_ssl_session *session,
                             const unsigned char *buf,
                             size_t len);

/**
 * Initialises a session.
 *
 * \param session  The session; NULL is ignored.
 */
void mbedtls_ssl_session_init(struct mbedtls_ssl_session *session);

/**
 * Frees what a session holds and wipes it.
 *
 * \param session  The session; NULL is ignored.
 */
void mbedtls_ssl_session_free(struct mbedtls_ssl_session *session);

/**
 * The identifier of a session.
 *
 * \param session  The session.
 * \return         Its 32 bytes, of which `mbedtls_ssl_session_get_id_len` count; NULL for NULL.
 */
const unsigned char (*mbedtls_ssl_session_get_id(const struct mbedtls_ssl_session *session))[32];

/**
 * The length of a session's identifier.
 *
 * \param session  The session.
 * \return         Bytes, 0 to 32.
 */
size_t mbedtls_ssl_session_get_id_len(const struct mbedtls_ssl_session *session);

/**
 * The cipher suite of a session.
 *
 * \param session  The session.
 * \return         Its number.
 */
int mbedtls_ssl_session_get_ciphersuite_id(const struct mbedtls_ssl_session *session);

/**
 * When the ticket of a server's session was made.
 *
 * \param session               The session.
 * \param ticket_creation_time  Set to the time, on the scale of `mbedtls_ms_time`.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for a client's session.
 */
int mbedtls_ssl_session_get_ticket_creation_time(struct mbedtls_ssl_session *session,
                                                 mbedtls_ms_time_t *ticket_creation_time);

#if (defined(MBEDTLS_X509_USE_C) && defined(MBEDTLS_SSL_SERVER_NAME_INDICATION))
/**
 * Adds a certificate with its key for this handshake, in place of the configuration's. For the server name and
 * certificate callbacks.
 *
 * \param ssl       The context.
 * \param own_cert  The chain, leaf first, kept by pointer until the handshake ends. NULL: forget those added.
 * \param pk_key    The leaf's private key, kept likewise.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or not set up.
 */
int mbedtls_ssl_set_hs_own_cert(struct mbedtls_ssl_context *ssl,
                                mbedtls_x509_crt *own_cert,
                                mbedtls_pk_context *pk_key);

/**
 * Sets whom to trust for this handshake, in place of the configuration's. For the server name and certificate
 * callbacks.
 *
 * \param ssl       The context; NULL is ignored.
 * \param ca_chain  Trusted certificates, kept by pointer until the handshake ends. NULL: the configuration's.
 * \param ca_crl    Revocation lists, kept likewise; may be NULL.
 */
void mbedtls_ssl_set_hs_ca_chain(struct mbedtls_ssl_context *ssl,
                                 mbedtls_x509_crt *ca_chain,
                                 mbedtls_x509_crl *ca_crl);
#endif

#if defined(MBEDTLS_SSL_SERVER_NAME_INDICATION)
/**
 * Sets the server name callback.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param f_sni  Called with the name that the client asked for; it may call `mbedtls_ssl_set_hs_own_cert`,
 *               `mbedtls_ssl_set_hs_ca_chain` and `mbedtls_ssl_set_hs_authmode`. A nonzero return ends the handshake
 *               with the alert unrecognized_name. NULL: none.
 * \param p_sni  Passed to it.
 */
void mbedtls_ssl_conf_sni(struct mbedtls_ssl_config *conf,
                          int (*f_sni)(void *p_sni,
                                       struct mbedtls_ssl_context *ssl,
                                       const unsigned char *name,
                                       size_t len),
                          void *p_sni);

/**
 * Sets how the peer's certificate is checked in this handshake, in place of the configuration's. For the server name
 * and certificate callbacks.
 *
 * \param ssl       The context; NULL is ignored.
 * \param authmode  See `mbedtls_ssl_conf_authmode`; `MBEDTLS_SSL_VERIFY_UNSET`: the configuration's.
 */
void mbedtls_ssl_set_hs_authmode(struct mbedtls_ssl_context *ssl,
                                 int authmode);

/**
 * The name that the client asked for, while a handshake callback of the server runs.
 *
 * \param ssl       The context.
 * \param name_len  Set to the name's length in bytes, 0 if there is none. May be NULL.
 *
 * \return  The name, without closing zero, valid until the callback returns; NULL if there is none.
 */
const unsigned char *mbedtls_ssl_get_hs_sni(struct mbedtls_ssl_context *ssl, size_t *name_len);
#endif

#if defined(MBEDTLS_SSL_SESSION_TICKETS)
/**
 * Sets whether a client uses session tickets (the default). In TLS 1.2 a client that does not asks for none and sends none.
 * In TLS 1.3 a client that does not still takes part, as in 3.6, but keeps no ticket unless it asked to be told of tickets.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param use_tickets  `MBEDTLS_SSL_SESSION_TICKETS_ENABLED` or `MBEDTLS_SSL_SESSION_TICKETS_DISABLED`.
 */
void mbedtls_ssl_conf_session_tickets(struct mbedtls_ssl_config *conf,
                                      int use_tickets);

/**
 * Sets whether a read of a client returns `MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET` when a ticket has come. It does
 * not by default; the ticket is kept all the same, and `mbedtls_ssl_get_session` has it.
 *
 * \param conf                        The configuration; NULL is ignored.
 * \param signal_new_session_tickets  `MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED` or `..._DISABLED`.
 */
void mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(struct mbedtls_ssl_config *conf,
                                                              int signal_new_session_tickets);

/**
 * Sets the callbacks of a server that make tickets and read them, such as those of `ssl_ticket.h`. They may be called
 * for several connections at once.
 *
 * \param conf            The configuration; NULL is ignored.
 * \param f_ticket_write  Makes a ticket for a session, which it may save with `mbedtls_ssl_session_save`. NULL: no
 *                        tickets are sent. If it fails, that ticket is not sent.
 * \param f_ticket_parse  Fills the session that a ticket stands for, say with `mbedtls_ssl_session_load`; a nonzero
 *                        return means that it is none of ours or too old, and leads to a full handshake. It may
 *                        overwrite the ticket. NULL: no tickets are taken.
 * \param p_ticket        Passed to both.
 */
void mbedtls_ssl_conf_session_tickets_cb(struct mbedtls_ssl_config *conf,
                                         mbedtls_ssl_ticket_write_t *f_ticket_write,
                                         mbedtls_ssl_ticket_parse_t *f_ticket_parse,
                                         void *p_ticket);

/**
 * Sets how many tickets a server of TLS 1.3 sends after a full handshake; after a resumed one it sends one at most. One of TLS 1.2
 * sends one with a full handshake whatever this says, if it has ticket callbacks.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param num_tickets  Tickets; `MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS` by default, 0: none, at most 16 are sent.
 */
void mbedtls_ssl_conf_new_session_tickets(struct mbedtls_ssl_config *conf,
                                          uint16_t num_tickets);
#endif

#if defined(MBEDTLS_SSL_PROTO_TLS1_2)
/**
 * Sets whether records of CBC suites may be encrypted first and authenticated then (RFC 7366). There is no other way here: a
 * suite with CBC is used with it or not at all.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param etm   `MBEDTLS_SSL_ETM_ENABLED` (the default) or `MBEDTLS_SSL_ETM_DISABLED`.
 */
void mbedtls_ssl_conf_encrypt_then_mac(struct mbedtls_ssl_config *conf,
                                       char etm);

/**
 * Sets whether the master secret is bound to the handshake (RFC 7627), where the peer can do that too.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param ems   `MBEDTLS_SSL_EXTENDED_MS_ENABLED` (the default) or `MBEDTLS_SSL_EXTENDED_MS_DISABLED`.
 */
void mbedtls_ssl_conf_extended_master_secret(struct mbedtls_ssl_config *conf,
                                             char ems);

/**
 * Sets whether a connection of TLS 1.2 is negotiated anew (RFC 5746) when the peer begins, and by itself after
 * `mbedtls_ssl_conf_renegotiation_period`. A program may call `mbedtls_ssl_renegotiate` either way; but a server on which it is
 * off refuses the handshake that it has asked for.
 *
 * \param conf           The configuration; NULL is ignored.
 * \param renegotiation  `MBEDTLS_SSL_RENEGOTIATION_ENABLED` or `MBEDTLS_SSL_RENEGOTIATION_DISABLED` (the default).
 */
void mbedtls_ssl_conf_renegotiation(struct mbedtls_ssl_config *conf,
                                    int renegotiation);

/**
 * Server: sets how many records of application data a client may send before it renegotiates, once it was asked to. With one more
 * `mbedtls_ssl_read` fails with `MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE`, also if the client has said that it does not want to.
 *
 * \param conf         The configuration; NULL is ignored.
 * \param max_records  Records, `MBEDTLS_SSL_RENEGO_MAX_RECORDS_DEFAULT` (16) by default;
 *                     `MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED`: any number.
 */
void mbedtls_ssl_conf_renegotiation_enforced(struct mbedtls_ssl_config *conf,
                                             int max_records);

/**
 * Sets after how many records, sent or received under one key, a renegotiation is begun without being asked for: by a client, or
 * asked for by a server. By default that is never reached.
 *
 * \param conf    The configuration; NULL is ignored.
 * \param period  8 bytes: the record counter at which it begins, highest byte first; NULL is ignored.
 */
void mbedtls_ssl_conf_renegotiation_period(struct mbedtls_ssl_config *conf,
                                           const unsigned char *period);

/**
 * Sets the hashes for signatures, in the form of older releases. It counts, as in 3.6, only where nothing but TLS 1.2 is
 * allowed.
 *
 * \deprecated    Superseded by `mbedtls_ssl_conf_sig_algs`.
 *
 * \param conf    The configuration; NULL is ignored.
 * \param hashes  `MBEDTLS_MD_*` numbers, best first, ended by `MBEDTLS_MD_NONE`. Kept by pointer: must live as long as the
 *                configuration. Hashes other than SHA-256, SHA-384 and SHA-512 are skipped. NULL: none were set.
 */
void mbedtls_ssl_conf_sig_hashes(struct mbedtls_ssl_config *conf,
                                 const int *hashes);
#endif

#if defined(MBEDTLS_SSL_PROTO_TLS1_3)
/**
 * Sets how the keys of a TLS 1.3 connection may come about.
 *
 * \param conf       The configuration; NULL is ignored.
 * \param kex_modes  `MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_*`, combined; all by default. Of a mode that the library was built without nothing is
 *                   offered and nothing is taken.
 */
void mbedtls_ssl_conf_tls13_key_exchange_modes(struct mbedtls_ssl_config *conf,
                                               int kex_modes);
#endif

/**
 * The pseudorandom function of TLS 1.2 (RFC 5246 section 5), for programs that derive keys of their own (EAP-TLS).
 *
 * \param prf     `MBEDTLS_SSL_TLS_PRF_SHA256` or `MBEDTLS_SSL_TLS_PRF_SHA384`.
 * \param secret  The secret.
 * \param slen    Its length in bytes.
 * \param label   The label, ended by NUL.
 * \param random  The seed.
 * \param rlen    Its length in bytes.
 * \param dstbuf  Where to put the output; it may overlap the input.
 * \param dlen    How many bytes.
 *
 * \return  0, `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for another function, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ssl_tls_prf(mbedtls_tls_prf_types prf,
                        const unsigned char *secret,
                        size_t slen,
                        const char *label,
                        const unsigned char *random,
                        size_t rlen,
                        unsigned char *dstbuf,
                        size_t dlen);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_H */
