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
    MBEDTLS_SSL_VERSION_TLS1_3 = 772,
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
    MBEDTLS_SSL_TLS1_3_NEW_SESSION_TICKET_FLUSH = 29,
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
    MBEDTLS_SSL_HKDF_EXPAND_SHA256 = 4,
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
    MBEDTLS_SSL_KEY_EXPORT_TLS1_3_SERVER_APPLICATION_TRAFFIC_SECRET = 6,
} mbedtls_ssl_key_export_type;

/** What became of early data, as mbedtls_ssl_get_early_data_status() tells it. */
typedef enum mbedtls_ssl_early_data_status {
    /** The client did not announce early data. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED = 0,
    /** The server accepted the early data. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED = 1,
    /** The server refused the early data; it has to be sent again. */
    MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED = 2,
} mbedtls_ssl_early_data_status;

typedef struct mbedtls_ssl_context mbedtls_ssl_context;
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_ssl_session mbedtls_ssl_session;

/* Types that a program only ever sees the names of. */
typedef struct mbedtls_ssl_flight_item mbedtls_ssl_flight_item;
typedef struct mbedtls_ssl_handshake_params mbedtls_ssl_handshake_params;
typedef struct mbedtls_ssl_key_cert mbedtls_ssl_key_cert;
typedef struct mbedtls_ssl_sig_hash_set_t mbedtls_ssl_sig_hash_set_t;
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

/** A value of the application that a context or a configuration carries. */
typedef union mbedtls_ssl_user_data_t {
    /** As a number. */
    size_t n;
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

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_H */
