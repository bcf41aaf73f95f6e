//! Why a connection failed: one enum, and two exhaustive tables over it.
//!
//! No handler sends an alert by hand or knows a C return code: it returns an [`Error`], and [`Error::alert`] and
//! [`Error::code`] say what the peer and the application are told.

use super::wire::codes::AlertDescription;

/// Every way in which a TLS connection can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// A message could not be parsed: a length is wrong, something is missing or left over (`decode_error`).
    DecodeError,
    /// A field has a value that is not allowed or does not fit what was negotiated (`illegal_parameter`).
    IllegalParameter,
    /// A message or record that may not come now (`unexpected_message`).
    UnexpectedMessage,
    /// An extension that answers nothing we asked (`unsupported_extension`).
    UnsupportedExtension,
    /// An extension that must be there is not (`missing_extension`).
    MissingExtension,
    /// No parameters that both sides accept (`handshake_failure`).
    HandshakeFailure,
    /// No key exchange mode that both sides allow and have keys for (`handshake_failure`, RFC 8446 section 4.1.1).
    NoKeyExchange,
    /// No protocol version that both sides accept (`protocol_version`).
    ProtocolVersion,
    /// No certificate or key of ours fits what the peer accepts (`handshake_failure`).
    PrivateKeyRequired,
    /// The peer must be authenticated and no trusted CA was configured (`internal_error`).
    CaChainRequired,
    /// A record did not authenticate (`bad_record_mac`).
    BadRecordMac,
    /// A record is longer than the protocol allows (`record_overflow`).
    RecordOverflow,
    /// A record header is malformed: unknown type or impossible version (`unexpected_message`, RFC 8446 section 5).
    InvalidRecord,
    /// A signature, Finished or binder of the peer is wrong (`decrypt_error`).
    DecryptError,
    /// TLS 1.2: a public value of the client is no point of the curve, or gives a secret of zeros (`illegal_parameter`).
    InvalidPoint,
    /// TLS 1.2: nobody knows the client's pre-shared key (`unknown_psk_identity`, RFC 4279 section 2).
    UnknownPskIdentity,
    /// The client has fallen back to a version below our highest, and says so (`inappropriate_fallback`, RFC 7507 section 3).
    InappropriateFallback,
    /// The peer's certificate was refused; the alert says why (RFC 8446 section 6.2).
    BadCertificate(AlertDescription),
    /// No type of certificate that one side has and the other takes (`unsupported_certificate`, RFC 7250 section 4.2).
    UnsupportedCertificateType,
    /// The peer's certificate could not be parsed (`bad_certificate`), with the C layer's own code.
    CertificateParse(i32),
    /// We must authenticate the client and it sent no certificate (`certificate_required`).
    NoClientCertificate,
    /// ALPN: no protocol in common (`no_application_protocol`, RFC 7301 section 3.2).
    NoApplicationProtocol,
    /// The application does not serve this name (`unrecognized_name`, RFC 6066 section 3).
    UnrecognizedName,
    /// The peer sent this fatal alert.
    PeerAlert(AlertDescription),
    /// The peer closed its sending side with `close_notify`.
    PeerClosed,
    /// The transport ended without `close_notify`.
    ConnectionEof,
    /// A sequence number or an AEAD limit is used up and no key update is possible.
    CounterWrapping,
    /// The application called something that does not fit the connection's state or the argument's range.
    BadInput,
    /// Something that is not offered.
    FeatureUnavailable,
    /// The operating system gave no randomness.
    NoRandom,
    /// The peer sent too much of something that must be bounded (`unexpected_message`).
    TooMuch,
    /// A callback of the application failed with this code (`internal_error` to the peer).
    Application(i32),
    /// A fault of our own (`internal_error`).
    Internal,
}

impl Error {
    /// The alert that tells the peer, or `None` where none is owed: the peer ended the connection itself, or the
    /// fault is the application's own misuse and nothing went wrong on the wire.
    pub const fn alert(self) -> Option<AlertDescription> {
        Some(match self {
            Self::DecodeError => AlertDescription::DECODE_ERROR,
            Self::IllegalParameter | Self::InvalidPoint => AlertDescription::ILLEGAL_PARAMETER,
            Self::UnexpectedMessage | Self::InvalidRecord | Self::TooMuch => AlertDescription::UNEXPECTED_MESSAGE,
            Self::UnsupportedExtension => AlertDescription::UNSUPPORTED_EXTENSION,
            Self::MissingExtension => AlertDescription::MISSING_EXTENSION,
            Self::HandshakeFailure | Self::NoKeyExchange | Self::PrivateKeyRequired => {
                AlertDescription::HANDSHAKE_FAILURE
            }
            Self::ProtocolVersion => AlertDescription::PROTOCOL_VERSION,
            Self::BadRecordMac => AlertDescription::BAD_RECORD_MAC,
            Self::RecordOverflow => AlertDescription::RECORD_OVERFLOW,
            Self::DecryptError => AlertDescription::DECRYPT_ERROR,
            Self::UnknownPskIdentity => AlertDescription::UNKNOWN_PSK_IDENTITY,
            Self::InappropriateFallback => AlertDescription::INAPPROPRIATE_FALLBACK,
            Self::BadCertificate(alert) => alert,
            Self::UnsupportedCertificateType => AlertDescription::UNSUPPORTED_CERTIFICATE,
            Self::CertificateParse(_) => AlertDescription::BAD_CERTIFICATE,
            Self::NoClientCertificate => AlertDescription::CERTIFICATE_REQUIRED,
            Self::NoApplicationProtocol => AlertDescription::NO_APPLICATION_PROTOCOL,
            Self::UnrecognizedName => AlertDescription::UNRECOGNIZED_NAME,
            Self::CaChainRequired
            | Self::CounterWrapping
            | Self::FeatureUnavailable
            | Self::NoRandom
            | Self::Application(_)
            | Self::Internal => AlertDescription::INTERNAL_ERROR,
            Self::PeerAlert(_) | Self::PeerClosed | Self::ConnectionEof | Self::BadInput => return None,
        })
    }

    /// The `MBEDTLS_ERR_*` number that the C interface returns for it.
    pub const fn code(self) -> i32 {
        match self {
            // 3.6 calls a bad point of a client's undecodable, and sends no alert.
            Self::DecodeError | Self::InvalidPoint => -0x7300,
            // As in 3.6. DEVIATION: where both ends have no key exchange in common, 3.6 sends missing_extension, though no
            // extension need be missing; here it is handshake_failure.
            Self::IllegalParameter | Self::NoKeyExchange => -0x6600,
            Self::UnexpectedMessage | Self::TooMuch => -0x7700,
            Self::UnsupportedExtension => -0x7500,
            // 3.6 has no code for a missing extension and reports a failed handshake.
            Self::MissingExtension | Self::HandshakeFailure | Self::DecryptError | Self::UnsupportedCertificateType => {
                -0x6e00
            }
            // 3.6 knows nothing of RFC 7507; this is its code for versions.
            Self::ProtocolVersion | Self::InappropriateFallback => -0x6e80,
            Self::UnknownPskIdentity => -0x6c80,
            Self::PrivateKeyRequired => -0x7600,
            Self::CaChainRequired => -0x7680,
            Self::BadRecordMac => -0x7180,
            Self::RecordOverflow | Self::InvalidRecord => -0x7200,
            Self::BadCertificate(_) => -0x2700,
            Self::CertificateParse(code) | Self::Application(code) => code,
            Self::NoClientCertificate => -0x7480,
            Self::NoApplicationProtocol => -0x7580,
            Self::UnrecognizedName => -0x7800,
            Self::PeerAlert(_) => -0x7780,
            Self::PeerClosed => -0x7880,
            Self::ConnectionEof => -0x7280,
            Self::CounterWrapping => -0x6b80,
            Self::BadInput => -0x7100,
            Self::FeatureUnavailable => -0x7080,
            Self::NoRandom => -0x7400,
            Self::Internal => -0x6c00,
        }
    }
}

impl core::fmt::Display for Error {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Debug::fmt(self, f)
    }
}

impl core::error::Error for Error {}
