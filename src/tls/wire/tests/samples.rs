//! Messages of every kind, written by the structs of this module and checked to be read as the same structs.

use super::samples12::samples12;
use crate::tls::wire::alert::Alert;
use crate::tls::wire::certificate::{Certificate, CertificateEntry};
use crate::tls::wire::certificate_request::CertificateRequest;
use crate::tls::wire::certificate_verify::CertificateVerify;
use crate::tls::wire::client_hello::{ClientHello, ClientHelloExtensions};
use crate::tls::wire::codes::{
    AlertDescription, AlertLevel, CertificateCompressionAlgorithm, CertificateType, CipherSuite, CompressionMethod,
    ECPointFormat, KeyUpdateRequest, MaxFragmentLength, NamedGroup, ProtocolVersion, PskKeyExchangeMode,
    SignatureScheme,
};
use crate::tls::wire::compressed_certificate::CompressedCertificate;
use crate::tls::wire::encrypted_extensions::EncryptedExtensions;
use crate::tls::wire::end_of_early_data::EndOfEarlyData;
use crate::tls::wire::extensions::ExtensionSet;
use crate::tls::wire::extensions::application_layer_protocol_negotiation::ProtocolName;
use crate::tls::wire::extensions::certificate_authorities::DistinguishedName;
use crate::tls::wire::extensions::key_share::KeyShareEntry;
use crate::tls::wire::extensions::pre_shared_key::{OfferedPsks, PskBinderEntry, PskIdentity};
use crate::tls::wire::extensions::signed_certificate_timestamp::SerializedSct;
use crate::tls::wire::extensions::status_request::{CertificateStatusRequest, ResponderId};
use crate::tls::wire::finished::Finished;
use crate::tls::wire::fuzz::KINDS;
use crate::tls::wire::handshake;
use crate::tls::wire::key_update::KeyUpdate;
use crate::tls::wire::new_session_ticket::NewSessionTicket;
use crate::tls::wire::server_hello::{
    HelloRetryRequest, HelloRetryRequestExtensions, ServerHello, ServerHelloExtensions, ServerHelloMessage,
};

/// A message that was written.
pub(super) struct Sample {
    /// What is special about it; unique.
    pub(super) name: &'static str,
    /// Index into [`KINDS`].
    pub(super) kind: usize,
    /// The body, without the handshake header.
    pub(super) body: Vec<u8>,
    /// A strict prefix of this length is a message as well: a TLS 1.2 hello, which may end before its extensions.
    pub(super) may_end_at: Option<usize>,
}

pub(super) fn kind_of(name: &str) -> usize {
    KINDS
        .iter()
        .position(|(known, _)| *known == name)
        .expect("a kind of message")
}

pub(super) fn sample(name: &'static str, kind: &str, message: &[u8]) -> Sample {
    let (_, body) = handshake::split(message).expect("a whole message");
    Sample {
        name,
        kind: kind_of(kind),
        body: body.to_vec(),
        may_end_at: None,
    }
}

pub(super) const SUITES: [CipherSuite; 2] = [CipherSuite::AES_128_GCM_SHA256, CipherSuite::CHACHA20_POLY1305_SHA256];
pub(super) const NULL_COMPRESSION: [CompressionMethod; 1] = [CompressionMethod::NULL];
const GROUPS: [NamedGroup; 2] = [NamedGroup::X25519, NamedGroup::SECP256R1];
pub(super) const SCHEMES: [SignatureScheme; 2] = [
    SignatureScheme::ECDSA_SECP256R1_SHA256,
    SignatureScheme::RSA_PSS_RSAE_SHA256,
];
const VERSIONS: [ProtocolVersion; 2] = [ProtocolVersion::TLS1_3, ProtocolVersion::TLS1_2];
const PROTOCOLS: [ProtocolName<'_>; 2] = [ProtocolName(b"h2"), ProtocolName(b"http/1.1")];
pub(super) const AUTHORITIES: [DistinguishedName<'_>; 2] =
    [DistinguishedName(b"\x30\x00"), DistinguishedName(b"\x30\x01\x00")];
const RESPONDERS: [ResponderId<'_>; 2] = [ResponderId(b"one"), ResponderId(b"another")];
const SCTS: [SerializedSct<'_>; 2] = [SerializedSct(b"first timestamp"), SerializedSct(b"second")];
const CERTIFICATE_TYPES: [CertificateType; 2] = [CertificateType::RAW_PUBLIC_KEY, CertificateType::X509];
const COMPRESSIONS: [CertificateCompressionAlgorithm; 2] = [
    CertificateCompressionAlgorithm::BROTLI,
    CertificateCompressionAlgorithm::ZLIB,
];
const SHARES: [KeyShareEntry<'_>; 2] = [
    KeyShareEntry {
        group: NamedGroup::X25519,
        key_exchange: &[7; 32],
    },
    KeyShareEntry {
        group: NamedGroup::SECP256R1,
        key_exchange: &[4; 65],
    },
];
const IDENTITIES: [PskIdentity<'_>; 2] = [
    PskIdentity {
        identity: b"ticket",
        obfuscated_ticket_age: 0x0102_0304,
    },
    PskIdentity {
        identity: b"external",
        obfuscated_ticket_age: 0,
    },
];
const BINDERS: [PskBinderEntry<'_>; 2] = [PskBinderEntry(&[8; 32]), PskBinderEntry(&[9; 48])];

/// A ClientHello without extensions.
pub(super) fn plain_client_hello() -> ClientHello<'static> {
    ClientHello {
        legacy_version: ProtocolVersion::TLS1_2,
        random: [1; 32],
        legacy_session_id: &[2; 32],
        cipher_suites: (&SUITES).into(),
        legacy_compression_methods: (&NULL_COMPRESSION).into(),
        extensions: ClientHelloExtensions::default(),
    }
}

/// Every extension that a ClientHello can be written with.
pub(super) fn all_client_hello_extensions() -> ClientHelloExtensions<'static> {
    ClientHelloExtensions {
        server_name: Some("www.example.org"),
        max_fragment_length: Some(MaxFragmentLength::LEN_1024),
        record_size_limit: Some(16385),
        status_request: Some(CertificateStatusRequest::Ocsp {
            responder_id_list: (&RESPONDERS).into(),
            request_extensions: b"extensions",
        }),
        supported_groups: Some((&GROUPS).into()),
        ec_point_formats: Some((&[ECPointFormat::UNCOMPRESSED]).into()),
        signature_algorithms: Some((&SCHEMES).into()),
        signature_algorithms_cert: Some((&SCHEMES).into()),
        protocol_name_list: Some((&PROTOCOLS).into()),
        signed_certificate_timestamp: true,
        client_certificate_type: Some((&CERTIFICATE_TYPES).into()),
        server_certificate_type: Some((&CERTIFICATE_TYPES).into()),
        compress_certificate: Some((&COMPRESSIONS).into()),
        encrypt_then_mac: true,
        extended_master_secret: true,
        session_ticket: Some(b"old ticket"),
        renegotiation_info: Some(b""),
        supported_versions: Some((&VERSIONS).into()),
        cookie: Some(b"cookie"),
        psk_key_exchange_modes: Some((&[PskKeyExchangeMode::PSK_DHE_KE]).into()),
        certificate_authorities: Some((&AUTHORITIES).into()),
        post_handshake_auth: true,
        key_share: Some((&SHARES).into()),
        early_data: true,
        grease: None,
        padding: Some(3),
        pre_shared_key: Some(OfferedPsks {
            identities: (&IDENTITIES).into(),
            binders: (&BINDERS).into(),
        }),
    }
}

/// A ServerHello without extensions.
pub(super) fn plain_server_hello() -> ServerHello<'static> {
    ServerHello {
        legacy_version: ProtocolVersion::TLS1_2,
        random: [3; 32],
        legacy_session_id_echo: &[2; 32],
        cipher_suite: CipherSuite::AES_128_GCM_SHA256,
        extensions: ServerHelloExtensions::default(),
    }
}

/// The extensions of a ServerHello of TLS 1.3.
pub(super) fn server_hello_13_extensions() -> ServerHelloExtensions<'static> {
    ServerHelloExtensions {
        selected_version: Some(ProtocolVersion::TLS1_3),
        key_share: Some(SHARES[0]),
        selected_identity: Some(1),
        ..Default::default()
    }
}

pub(super) fn samples() -> Vec<Sample> {
    let mut all = hellos();
    all.extend(certificates());
    all.extend(others());
    all.extend(samples12());
    all
}

fn hellos() -> Vec<Sample> {
    let mut all = Vec::new();
    let mut end = 0;
    for (name, extensions) in [
        ("client_hello_12_plain", ClientHelloExtensions::default()),
        ("client_hello_all", all_client_hello_extensions()),
        (
            "client_hello_no_share",
            ClientHelloExtensions {
                key_share: Some((&[]).into()),
                ..ClientHelloExtensions::default()
            },
        ),
    ] {
        let message = ClientHello {
            extensions,
            ..plain_client_hello()
        };
        let mut out = Vec::new();
        message.write(&mut out).unwrap();
        let mut sample = sample(name, "client_hello", &out);
        assert_eq!(ClientHello::read(&sample.body), Ok(message));
        // The first of the list has no extensions and is as long as the others are without theirs.
        if end == 0 {
            end = sample.body.len();
        } else {
            sample.may_end_at = Some(end);
        }
        all.push(sample);
    }
    let extensions_12 = ServerHelloExtensions {
        server_name: true,
        max_fragment_length: Some(MaxFragmentLength::LEN_4096),
        record_size_limit: Some(64),
        ec_point_formats: Some((&[ECPointFormat::UNCOMPRESSED]).into()),
        protocol_name: Some(PROTOCOLS[0]),
        status_request: true,
        signed_certificate_timestamp: Some((&SCTS).into()),
        client_certificate_type: Some(CertificateType::RAW_PUBLIC_KEY),
        server_certificate_type: Some(CertificateType::X509),
        encrypt_then_mac: true,
        extended_master_secret: true,
        session_ticket: true,
        renegotiation_info: Some(b"renegotiated"),
        ..Default::default()
    };
    end = 0;
    for (name, extensions) in [
        ("server_hello_12_plain", ServerHelloExtensions::default()),
        ("server_hello_12_all", extensions_12),
        ("server_hello_13_all", server_hello_13_extensions()),
    ] {
        let message = ServerHello {
            extensions,
            ..plain_server_hello()
        };
        let mut out = Vec::new();
        message.write(&mut out).unwrap();
        let mut sample = sample(name, "server_hello", &out);
        let read = ServerHelloMessage::read(&sample.body, ExtensionSet::ALL);
        assert_eq!(read, Ok(ServerHelloMessage::ServerHello(message)));
        if end == 0 {
            end = sample.body.len();
        } else {
            sample.may_end_at = Some(end);
        }
        all.push(sample);
    }
    let retry = HelloRetryRequest {
        legacy_version: ProtocolVersion::TLS1_2,
        legacy_session_id_echo: &[2; 32],
        cipher_suite: CipherSuite::AES_128_GCM_SHA256,
        extensions: HelloRetryRequestExtensions {
            selected_version: Some(ProtocolVersion::TLS1_3),
            selected_group: Some(NamedGroup::SECP384R1),
            cookie: Some(b"cookie"),
        },
    };
    let mut out = Vec::new();
    retry.write(&mut out).unwrap();
    let mut sample = sample("hello_retry_request", "server_hello", &out);
    let read = ServerHelloMessage::read(&sample.body, ExtensionSet::ALL);
    assert_eq!(read, Ok(ServerHelloMessage::HelloRetryRequest(retry)));
    sample.may_end_at = Some(end);
    all.push(sample);
    all
}

fn certificates() -> Vec<Sample> {
    let mut all = Vec::new();
    let entries = [
        CertificateEntry {
            cert_data: b"leaf",
            status_request: Some(b"response"),
            signed_certificate_timestamp: Some((&SCTS).into()),
        },
        CertificateEntry::new(b"issuer"),
    ];
    for (name, message) in [
        (
            "certificate_chain",
            Certificate {
                certificate_request_context: b"",
                certificate_list: (&entries).into(),
            },
        ),
        (
            "certificate_none",
            Certificate {
                certificate_request_context: b"context",
                ..Default::default()
            },
        ),
    ] {
        let mut out = Vec::new();
        message.write(&mut out).unwrap();
        let sample = sample(name, "certificate", &out);
        assert_eq!(Certificate::read(&sample.body, ExtensionSet::ALL), Ok(message));
        all.push(sample);
    }
    let request = CertificateRequest {
        certificate_request_context: b"context",
        signature_algorithms: Some((&SCHEMES).into()),
        signature_algorithms_cert: Some((&SCHEMES).into()),
        status_request: true,
        signed_certificate_timestamp: true,
        compress_certificate: Some((&COMPRESSIONS).into()),
        certificate_authorities: Some((&AUTHORITIES).into()),
        grease: None,
    };
    let mut out = Vec::new();
    request.write(&mut out).unwrap();
    all.push(sample("certificate_request", "certificate_request", &out));
    assert_eq!(CertificateRequest::read(&all[2].body), Ok(request));

    let verify = CertificateVerify {
        algorithm: SCHEMES[0],
        signature: b"signature",
    };
    out.clear();
    verify.write(&mut out).unwrap();
    all.push(sample("certificate_verify", "certificate_verify", &out));
    assert_eq!(CertificateVerify::read(&all[3].body), Ok(verify));

    let compressed = CompressedCertificate {
        algorithm: CertificateCompressionAlgorithm::ZLIB,
        uncompressed_length: 0x0001_0203,
        compressed_certificate_message: b"compressed",
    };
    out.clear();
    compressed.write(&mut out).unwrap();
    all.push(sample("compressed_certificate", "compressed_certificate", &out));
    assert_eq!(CompressedCertificate::read(&all[4].body), Ok(compressed));
    all
}

fn others() -> Vec<Sample> {
    let mut all = Vec::new();
    let extensions = EncryptedExtensions {
        server_name: true,
        max_fragment_length: Some(MaxFragmentLength::LEN_512),
        record_size_limit: Some(16385),
        supported_groups: Some((&GROUPS).into()),
        protocol_name: Some(PROTOCOLS[0]),
        client_certificate_type: Some(CertificateType::RAW_PUBLIC_KEY),
        server_certificate_type: Some(CertificateType::X509),
        early_data: true,
    };
    for (name, message) in [
        ("encrypted_extensions", extensions),
        ("encrypted_extensions_none", EncryptedExtensions::default()),
    ] {
        let mut out = Vec::new();
        message.write(&mut out).unwrap();
        let sample = sample(name, "encrypted_extensions", &out);
        assert_eq!(EncryptedExtensions::read(&sample.body, ExtensionSet::ALL), Ok(message));
        all.push(sample);
    }
    for (name, max_early_data_size) in [("new_session_ticket", None), ("new_session_ticket_early", Some(16384))] {
        let message = NewSessionTicket {
            ticket_lifetime: 7200,
            ticket_age_add: 0xdead_beef,
            ticket_nonce: &[0],
            ticket: b"ticket",
            max_early_data_size,
            grease: None,
        };
        let mut out = Vec::new();
        message.write(&mut out).unwrap();
        let sample = sample(name, "new_session_ticket", &out);
        assert_eq!(NewSessionTicket::read(&sample.body), Ok(message));
        all.push(sample);
    }
    let mut out = Vec::new();
    let finished = Finished { verify_data: &[5; 32] };
    finished.write(&mut out).unwrap();
    // The header and the body together, too.
    all.push(Sample {
        name: "handshake",
        kind: kind_of("handshake"),
        body: out.clone(),
        may_end_at: None,
    });
    all.push(sample("finished", "finished", &out));
    assert_eq!(Finished::read(&[5; 32], 32), Ok(finished));

    for (name, request_update) in [
        ("key_update", KeyUpdateRequest::UPDATE_NOT_REQUESTED),
        ("key_update_requested", KeyUpdateRequest::UPDATE_REQUESTED),
    ] {
        out.clear();
        KeyUpdate { request_update }.write(&mut out).unwrap();
        let sample = sample(name, "key_update", &out);
        assert_eq!(KeyUpdate::read(&sample.body), Ok(KeyUpdate { request_update }));
        all.push(sample);
    }
    out.clear();
    EndOfEarlyData.write(&mut out).unwrap();
    all.push(sample("end_of_early_data", "end_of_early_data", &out));

    out.clear();
    let alert = Alert {
        level: AlertLevel::FATAL,
        description: AlertDescription::DECODE_ERROR,
    };
    alert.write(&mut out).unwrap();
    assert_eq!(Alert::read(&out), Ok(alert));
    all.push(Sample {
        name: "alert",
        kind: kind_of("alert"),
        body: out,
        may_end_at: None,
    });
    all
}
