//! What the RFCs say of single fields, limits, and messages out of RFC 8448.

use super::samples::{plain_client_hello, plain_server_hello};
use crate::tls::error::Error;
use crate::tls::wire::certificate::{Certificate, CertificateEntry};
use crate::tls::wire::certificate_request::CertificateRequest;
use crate::tls::wire::client_hello::ClientHello;
use crate::tls::wire::codec::{Decoder, Encoder, Item, List};
use crate::tls::wire::codes::{
    CipherSuite, CompressionMethod, HandshakeType, MaxFragmentLength, NamedGroup, ProtocolVersion, PskKeyExchangeMode,
    SignatureScheme,
};
use crate::tls::wire::encrypted_extensions::EncryptedExtensions;
use crate::tls::wire::extensions::application_layer_protocol_negotiation::{read_list, read_selected};
use crate::tls::wire::extensions::pre_shared_key::OfferedPsks;
use crate::tls::wire::extensions::{
    ExtensionSet, certificate_authorities, compress_certificate, cookie, key_share, max_fragment_length,
    psk_key_exchange_modes, record_size_limit, server_name, signature_algorithms, supported_groups, supported_versions,
};
use crate::tls::wire::handshake::{self, Header};
use crate::tls::wire::key_update::KeyUpdate;
use crate::tls::wire::server_hello::{ServerHello, ServerHelloMessage};

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(2)
        .map(|two| u8::from_str_radix(core::str::from_utf8(two).unwrap(), 16).unwrap())
        .collect()
}

/// ClientHello of RFC 8448 section 3.
const RFC8448_CLIENT_HELLO: &str = "
    01 00 00 c0 03 03 cb 34 ec b1 e7 81 63 ba 1c 38 c6 da cb 19 6a 6d ff a2 1a 8d 99 12 ec 18 a2 ef 62 83 02 4d ec e7
    00 00 06 13 01 13 03 13 02 01 00 00 91 00 00 00 0b 00 09 00 00 06 73 65 72 76 65 72 ff 01 00 01 00 00 0a 00 14 00
    12 00 1d 00 17 00 18 00 19 01 00 01 01 01 02 01 03 01 04 00 23 00 00 00 33 00 26 00 24 00 1d 00 20 99 38 1d e5 60
    e4 bd 43 d2 3d 8e 43 5a 7d ba fe b3 c0 6e 51 c1 3c ae 4d 54 13 69 1e 52 9a af 2c 00 2b 00 03 02 03 04 00 0d 00 20
    00 1e 04 03 05 03 06 03 02 03 08 04 08 05 08 06 04 01 05 01 06 01 02 01 04 02 05 02 06 02 02 02 00 2d 00 02 01 01
    00 1c 00 02 40 01";

/// ServerHello of RFC 8448 section 3.
const RFC8448_SERVER_HELLO: &str = "
    02 00 00 56 03 03 a6 af 06 a4 12 18 60 dc 5e 6e 60 24 9c d3 4c 95 93 0c 8a c5 cb 14 34 da c1 55 77 2e d3 e2 69 28
    00 13 01 00 00 2e 00 33 00 24 00 1d 00 20 c9 82 88 76 11 20 95 fe 66 76 2b db f7 c6 72 e1 56 d6 cc 25 3b 83 3d f1
    dd 69 b1 b0 4e 75 1f 0f 00 2b 00 02 03 04";

/// EncryptedExtensions of RFC 8448 section 3.
const RFC8448_ENCRYPTED_EXTENSIONS: &str = "
    08 00 00 24 00 22 00 0a 00 14 00 12 00 1d 00 17 00 18 00 19 01 00 01 01 01 02 01 03 01 04 00 1c 00 02 40 01 00 00
    00 00";

#[test]
fn hellos_of_rfc8448() {
    let message = hex(RFC8448_CLIENT_HELLO);
    let (msg_type, body) = handshake::split(&message).unwrap();
    assert_eq!(msg_type, HandshakeType::CLIENT_HELLO);
    let hello = ClientHello::read(body).unwrap();
    assert_eq!(hello.legacy_version, ProtocolVersion::TLS1_2);
    assert_eq!(hello.random[..4], [0xcb, 0x34, 0xec, 0xb1]);
    assert_eq!(hello.legacy_session_id, b"");
    assert!(hello.cipher_suites.iter().eq([
        CipherSuite::AES_128_GCM_SHA256,
        CipherSuite::CHACHA20_POLY1305_SHA256,
        CipherSuite::AES_256_GCM_SHA384
    ]));
    assert!(hello.has_only_null_compression());
    let extensions = hello.extensions;
    assert_eq!(extensions.server_name, Some("server"));
    assert_eq!(extensions.renegotiation_info, Some(&b""[..]));
    assert_eq!(extensions.session_ticket, Some(&b""[..]));
    assert_eq!(extensions.record_size_limit, Some(0x4001));
    let groups = extensions.supported_groups.unwrap();
    assert_eq!(groups.iter().count(), 9);
    assert!(groups.contains(NamedGroup::SECP521R1));
    assert!(!groups.contains(NamedGroup::X448));
    let share = extensions.key_share.unwrap().iter().next().unwrap();
    assert_eq!((share.group, share.key_exchange.len()), (NamedGroup::X25519, 32));
    assert!(
        extensions
            .supported_versions
            .unwrap()
            .iter()
            .eq([ProtocolVersion::TLS1_3])
    );
    assert!(
        extensions
            .psk_key_exchange_modes
            .unwrap()
            .iter()
            .eq([PskKeyExchangeMode::PSK_DHE_KE])
    );
    let schemes = extensions.signature_algorithms.unwrap();
    assert_eq!(schemes.iter().next(), Some(SignatureScheme::ECDSA_SECP256R1_SHA256));
    assert_eq!(schemes.iter().count(), 15);

    let message = hex(RFC8448_SERVER_HELLO);
    let (_, body) = handshake::split(&message).unwrap();
    let ServerHelloMessage::ServerHello(hello) = ServerHelloMessage::read(body, ExtensionSet::ALL).unwrap() else {
        panic!("not a HelloRetryRequest")
    };
    assert_eq!(hello.cipher_suite, CipherSuite::AES_128_GCM_SHA256);
    assert_eq!(hello.extensions.selected_version, Some(ProtocolVersion::TLS1_3));
    assert_eq!(
        hello.extensions.key_share.unwrap().key_exchange[..4],
        [0xc9, 0x82, 0x88, 0x76]
    );

    let message = hex(RFC8448_ENCRYPTED_EXTENSIONS);
    let (_, body) = handshake::split(&message).unwrap();
    let extensions = EncryptedExtensions::read(body, ExtensionSet::ALL).unwrap();
    assert!(extensions.server_name);
    assert_eq!(extensions.record_size_limit, Some(0x4001));
    // Its fields are in another order than ours; the content is the same.
    let mut out = Vec::new();
    extensions.write(&mut out).unwrap();
    assert_eq!(EncryptedExtensions::read(&out[4..], ExtensionSet::ALL), Ok(extensions));
    assert_eq!(out.len(), message.len());
}

#[test]
fn hello_retry_request_random_is_the_hash_of_its_name() {
    let digest = crate::crypto::hash::HashAlgorithm::Sha256.hash(b"HelloRetryRequest");
    assert_eq!(
        digest.as_ref(),
        crate::tls::wire::server_hello::HELLO_RETRY_REQUEST_RANDOM
    );
}

#[test]
fn downgrade_sentinel() {
    let mut hello = plain_server_hello();
    assert_eq!(hello.downgrade_sentinel(), None);
    for (last, version) in [
        (1, Some(ProtocolVersion::TLS1_2)),
        (0, Some(ProtocolVersion::TLS1_1)),
        (2, None),
    ] {
        hello.random[24..].copy_from_slice(&[0x44, 0x4f, 0x57, 0x4e, 0x47, 0x52, 0x44, last]);
        assert_eq!(hello.downgrade_sentinel(), version);
    }
}

fn read_client_hello(change: impl FnOnce(&mut Vec<u8>)) -> Result<(), Error> {
    let mut out = Vec::new();
    plain_client_hello().write(&mut out).unwrap();
    let mut body = out.split_off(4);
    change(&mut body);
    ClientHello::read(&body).map(|_| ())
}

/// Offsets in the body: session id length at 34, suites length at 67, methods length at 73.
#[test]
fn fields_of_a_client_hello() {
    assert_eq!(read_client_hello(|_| ()), Ok(()));
    // legacy_session_id<0..32>
    let longer = |body: &mut Vec<u8>| {
        body[34] = 33;
        body.insert(35, 0);
    };
    assert_eq!(read_client_hello(longer), Err(Error::DecodeError));
    // cipher_suites<2..2^16-2>: not empty, an even number of bytes
    assert_eq!(
        read_client_hello(|body| drop(body.splice(67..73, [0, 0]))),
        Err(Error::DecodeError)
    );
    assert_eq!(
        read_client_hello(|body| drop(body.splice(67..73, [0, 3, 1, 2, 3]))),
        Err(Error::DecodeError)
    );
    // legacy_compression_methods<1..2^8-1>
    assert_eq!(
        read_client_hello(|body| drop(body.splice(73.., [0]))),
        Err(Error::DecodeError)
    );
    // "MUST include CompressionMethod.null"
    assert_eq!(
        read_client_hello(|body| drop(body.splice(73.., [1, 1]))),
        Err(Error::IllegalParameter)
    );
    // Several with null among them are for the handshake to judge: TLS 1.2 does not mind.
    assert_eq!(read_client_hello(|body| drop(body.splice(73.., [2, 1, 0]))), Ok(()));
    let methods = [CompressionMethod(1), CompressionMethod::NULL];
    let hello = ClientHello {
        legacy_compression_methods: (&methods).into(),
        ..plain_client_hello()
    };
    assert!(!hello.has_only_null_compression());
    // An extensions field that is there and empty.
    assert_eq!(read_client_hello(|body| body.extend([0, 0])), Ok(()));
}

/// "legacy_compression_method: A single byte which MUST have the value 0."
#[test]
fn compression_of_a_server_hello() {
    let mut out = Vec::new();
    plain_server_hello().write(&mut out).unwrap();
    *out.last_mut().unwrap() = 1;
    assert_eq!(
        ServerHelloMessage::read(&out[4..], ExtensionSet::ALL),
        Err(Error::IllegalParameter)
    );
}

/// Reads all of `bytes` as one extension's data.
fn data<'a, T>(read: impl FnOnce(&mut Decoder<'a>) -> Result<T, Error>, bytes: &'a [u8]) -> Result<T, Error> {
    let mut input = Decoder::new(bytes);
    let value = read(&mut input)?;
    input.finish()?;
    Ok(value)
}

#[test]
fn server_names() {
    let read = |name: &[u8]| {
        let mut out = Vec::new();
        Encoder::new(&mut out)
            .vec16(|list| {
                list.u8(0);
                list.opaque16(name)
            })
            .unwrap();
        data(server_name::read, &out).map(str::to_owned)
    };
    assert_eq!(read(b"a"), Ok("a".to_owned()));
    assert_eq!(read(&[b'a'; 255]), Ok("a".repeat(255)));
    assert_eq!(read(&[b'a'; 256]), Err(Error::IllegalParameter));
    assert_eq!(read(b""), Err(Error::DecodeError));
    assert_eq!(read(b"a\0b"), Err(Error::IllegalParameter));
    assert_eq!(read("m\u{fc}nchen".as_bytes()), Err(Error::IllegalParameter));
    // an empty list, another type of name, two names
    assert_eq!(data(server_name::read, &[0, 0]), Err(Error::DecodeError));
    assert_eq!(data(server_name::read, &[0, 4, 1, 0, 1, b'a']), Err(Error::DecodeError));
    assert_eq!(
        data(server_name::read, &[0, 8, 0, 0, 1, b'a', 0, 0, 1, b'b']),
        Err(Error::IllegalParameter)
    );
}

/// Vectors that the RFC declares with a lower bound above zero.
#[test]
fn an_order_of_preference_names_an_algorithm_once() {
    let read = |bytes: &[u8]| data(compress_certificate::read, bytes).map(|list| list.iter().count());
    assert_eq!(read(&[4, 0, 1, 0, 2]), Ok(2));
    for twice in [
        &[4, 0, 1, 0, 1][..],
        &[6, 0, 2, 0, 1, 0, 2],
        &[6, 0, 1, 0x7a, 0x7a, 0x7a, 0x7a],
    ] {
        assert_eq!(read(twice), Err(Error::IllegalParameter));
    }
}

#[test]
fn empty_lists() {
    let refused = Some(Error::DecodeError);
    let empty: &[u8] = &[0, 0];
    assert_eq!(data(supported_groups::read, empty).err(), refused);
    assert_eq!(data(signature_algorithms::read, empty).err(), refused);
    assert_eq!(data(certificate_authorities::read, empty).err(), refused);
    assert_eq!(data(certificate_authorities::read, &[0, 2, 0, 0]).err(), refused);
    assert_eq!(data(cookie::read, empty).err(), refused);
    assert_eq!(data(read_list, empty).err(), refused);
    assert_eq!(data(read_list, &[0, 1, 0]).err(), refused);
    assert_eq!(data(supported_versions::read_versions, &[0]).err(), refused);
    assert_eq!(data(psk_key_exchange_modes::read, &[0]).err(), refused);
    assert_eq!(data(key_share::read_client_shares, &[0, 4, 0, 29, 0, 0]).err(), refused);
    // "an empty client_shares vector in order to request group selection from the server"
    assert!(data(key_share::read_client_shares, empty).unwrap().is_empty());
    // extensions<2..2^16-1>
    assert_eq!(CertificateRequest::read(&[0, 0, 0]).err(), refused);
    // cert_data<1..2^24-1>
    assert_eq!(
        Certificate::read(&[0, 0, 0, 5, 0, 0, 0, 0, 0], ExtensionSet::ALL).err(),
        refused
    );
}

/// "the ProtocolNameList MUST contain exactly one ProtocolName"
#[test]
fn alpn_answers() {
    assert_eq!(data(read_selected, &[0, 3, 2, b'h', b'2']).unwrap().0, b"h2");
    assert_eq!(data(read_selected, &[0, 0]).err(), Some(Error::DecodeError));
    assert_eq!(
        data(read_selected, &[0, 4, 1, b'a', 1, b'b']).err(),
        Some(Error::DecodeError)
    );
}

#[test]
fn numbers_out_of_range() {
    assert_eq!(data(max_fragment_length::read, &[4]), Ok(MaxFragmentLength::LEN_4096));
    for value in [0, 5, 255] {
        assert_eq!(data(max_fragment_length::read, &[value]), Err(Error::IllegalParameter));
    }
    assert_eq!(data(record_size_limit::read, &[0, 64]), Ok(64));
    assert_eq!(data(record_size_limit::read, &[0, 63]), Err(Error::IllegalParameter));
    assert_eq!(KeyUpdate::read(&[2]), Err(Error::IllegalParameter));
}

/// One binder for every identity. How long each is counts when it is checked.
#[test]
fn pre_shared_key_binders() {
    let build = |identities: usize, binders: usize, length: u8| {
        let identities = [0, 1, b'i', 0, 0, 0, 0].repeat(identities);
        let mut binder = vec![length];
        binder.resize(1 + usize::from(length), 0);
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out);
        encoder.opaque16(&identities).unwrap();
        encoder.opaque16(&binder.repeat(binders)).unwrap();
        data(OfferedPsks::read, &out).err()
    };
    assert_eq!(build(2, 2, 32), None);
    assert_eq!(build(1, 1, 31), None);
    assert_eq!(build(2, 1, 32), Some(Error::IllegalParameter));
    assert_eq!(build(1, 2, 32), Some(Error::IllegalParameter));
    assert_eq!(build(0, 0, 32), Some(Error::DecodeError));
}

/// The limit of every type is kept as soon as the header is here.
#[test]
fn message_lengths() {
    for value in 0..=u8::MAX {
        let msg_type = HandshakeType(value);
        let limit = handshake::max_length(msg_type);
        assert!(limit <= handshake::MAX_CERTIFICATE_LEN, "{msg_type:?}");
        let header = |length: usize| {
            let [.., high, middle, low] = length.to_be_bytes();
            Header::read(&[value, high, middle, low])
        };
        assert_eq!(
            header(limit),
            Ok(Some(Header {
                msg_type,
                length: limit
            }))
        );
        assert_eq!(header(limit + 1), Err(Error::DecodeError), "{msg_type:?}");
    }
    for bytes in [&[][..], &[1], &[1, 0], &[1, 0xff, 0xff]] {
        assert_eq!(Header::read(bytes), Ok(None));
    }
}

/// A length that does not fit its field is our own fault, and nothing is left behind in the buffer.
#[test]
fn lengths_that_do_not_fit() {
    let mut out = b"before".to_vec();
    let hello = ServerHello {
        legacy_session_id_echo: &[0; 256],
        ..plain_server_hello()
    };
    assert_eq!(hello.write(&mut out), Err(Error::Internal));
    let long = vec![0; 1 << 24];
    let entries = [CertificateEntry::new(&long)];
    let certificate = Certificate {
        certificate_list: (&entries).into(),
        ..Default::default()
    };
    assert_eq!(certificate.write(&mut out), Err(Error::Internal));
    assert_eq!(out, b"before");
    let mut encoder = Encoder::new(&mut out);
    assert_eq!(encoder.opaque8(&[0; 256]), Err(Error::Internal));
    assert_eq!(encoder.opaque16(&long), Err(Error::Internal));
    assert_eq!(encoder.u24(1 << 24), Err(Error::Internal));
    assert_eq!(encoder.opaque8(&[0; 255]), Ok(()));
    assert_eq!(encoder.u24((1 << 24) - 1), Ok(()));
}

#[test]
fn message_hash() {
    let mut out = Vec::new();
    handshake::write_message_hash(&[7; 32], &mut out).unwrap();
    assert_eq!(out[..4], [254, 0, 0, 32]);
    assert_eq!(out[4..], [7; 32]);
}

/// Both forms of a list are the same to who iterates.
#[test]
fn lists() {
    let groups = [NamedGroup::X25519, NamedGroup(0x1234), NamedGroup::SECP256R1];
    let slice = List::from(&groups);
    let wire = List::<NamedGroup>::read(&[0, 0x1d, 0x12, 0x34, 0, 0x17]).unwrap();
    assert_eq!(slice, wire);
    assert!(wire.iter().eq(groups));
    assert_eq!(format!("{wire:?}"), "[x25519, NamedGroup(0x1234), secp256r1]");
    assert_ne!(wire, List::from(&groups[..2]));
    assert_eq!(List::<NamedGroup>::EMPTY, List::read(&[]).unwrap());
    assert_eq!(List::<NamedGroup>::read(&[0]), Err(Error::DecodeError));
    assert_eq!(NamedGroup::read(&mut Decoder::new(&[0, 0x1e])), Ok(NamedGroup::X448));
}
