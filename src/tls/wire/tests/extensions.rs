//! The table "which extension in which message", duplicates, order, and answers to what was not offered.

use super::samples::{all_client_hello_extensions, plain_client_hello, server_hello_13_extensions};
use crate::tls::error::Error;
use crate::tls::wire::certificate::{Certificate, CertificateEntry};
use crate::tls::wire::client_hello::ClientHello;
use crate::tls::wire::codes::ExtensionType;
use crate::tls::wire::encrypted_extensions::EncryptedExtensions;
use crate::tls::wire::extensions::{ExtensionSet, Place, is_allowed, read_request, read_response};
use crate::tls::wire::server_hello::{ServerHello, ServerHelloMessage};

const GREASE: ExtensionType = ExtensionType(0x0a0a);

/// A block of extensions without data.
fn block(types: &[ExtensionType]) -> Vec<u8> {
    types
        .iter()
        .flat_map(|extension_type| [extension_type.0.to_be_bytes(), [0, 0]])
        .flatten()
        .collect()
}

fn request(place: Place, types: &[ExtensionType]) -> Result<ExtensionSet, Error> {
    read_request(place, &block(types), |_, _| Ok(()))
}

fn response(place: Place, offered: ExtensionSet, types: &[ExtensionType]) -> Result<ExtensionSet, Error> {
    read_response(place, offered, &block(types), |_, _| Ok(()))
}

/// The table of RFC 8446 section 4.2, written down once more, row by row, in the abbreviations used there.
#[test]
fn table_of_section_4_2() {
    const ROWS: [(ExtensionType, &str); 22] = [
        (ExtensionType::SERVER_NAME, "CH, EE"),
        (ExtensionType::MAX_FRAGMENT_LENGTH, "CH, EE"),
        (ExtensionType::STATUS_REQUEST, "CH, CR, CT"),
        (ExtensionType::SUPPORTED_GROUPS, "CH, EE"),
        (ExtensionType::SIGNATURE_ALGORITHMS, "CH, CR"),
        (ExtensionType::USE_SRTP, "CH, EE"),
        (ExtensionType::HEARTBEAT, "CH, EE"),
        (ExtensionType::APPLICATION_LAYER_PROTOCOL_NEGOTIATION, "CH, EE"),
        (ExtensionType::SIGNED_CERTIFICATE_TIMESTAMP, "CH, CR, CT"),
        (ExtensionType::CLIENT_CERTIFICATE_TYPE, "CH, EE"),
        (ExtensionType::SERVER_CERTIFICATE_TYPE, "CH, EE"),
        (ExtensionType::PADDING, "CH"),
        (ExtensionType::KEY_SHARE, "CH, SH, HRR"),
        (ExtensionType::PRE_SHARED_KEY, "CH, SH"),
        (ExtensionType::PSK_KEY_EXCHANGE_MODES, "CH"),
        (ExtensionType::EARLY_DATA, "CH, EE, NST"),
        (ExtensionType::COOKIE, "CH, HRR"),
        (ExtensionType::SUPPORTED_VERSIONS, "CH, SH, HRR"),
        (ExtensionType::CERTIFICATE_AUTHORITIES, "CH, CR"),
        (ExtensionType::OID_FILTERS, "CR"),
        (ExtensionType::POST_HANDSHAKE_AUTH, "CH"),
        (ExtensionType::SIGNATURE_ALGORITHMS_CERT, "CH, CR"),
    ];
    for (extension_type, places) in ROWS {
        for place in Place::ALL {
            let abbreviation = match place {
                Place::ClientHello => "CH",
                Place::ServerHello => "SH",
                Place::HelloRetryRequest => "HRR",
                Place::EncryptedExtensions => "EE",
                Place::CertificateRequest => "CR",
                Place::Certificate => "CT",
                Place::NewSessionTicket => "NST",
                Place::ServerHello12 => continue,
            };
            let expected = places.split(", ").any(|place| place == abbreviation);
            assert_eq!(
                is_allowed(extension_type, place),
                expected,
                "{extension_type:?} in {place:?}"
            );
            // "it MUST abort the handshake with an "illegal_parameter" alert", whether it was offered or not
            let outcome = if expected {
                Ok(ExtensionSet::EMPTY.with(extension_type))
            } else {
                Err(Error::IllegalParameter)
            };
            assert_eq!(
                request(place, &[extension_type]),
                outcome,
                "{extension_type:?} in {place:?}"
            );
            assert_eq!(response(place, ExtensionSet::ALL, &[extension_type]), outcome);
        }
    }
}

#[test]
fn extensions_of_tls12_have_no_place_in_an_answer_of_tls13() {
    for extension_type in [
        ExtensionType::EC_POINT_FORMATS,
        ExtensionType::ENCRYPT_THEN_MAC,
        ExtensionType::EXTENDED_MASTER_SECRET,
        ExtensionType::SESSION_TICKET,
        ExtensionType::RENEGOTIATION_INFO,
    ] {
        for place in Place::ALL {
            let expected = matches!(place, Place::ClientHello | Place::ServerHello12);
            assert_eq!(
                is_allowed(extension_type, place),
                expected,
                "{extension_type:?} in {place:?}"
            );
        }
    }
}

/// "There MUST NOT be more than one extension of the same type in a given extension block."
#[test]
fn duplicates_are_refused() {
    use ExtensionType as E;
    let refused = Err(Error::IllegalParameter);
    assert_eq!(
        request(Place::ClientHello, &[E::SERVER_NAME, E::COOKIE, E::SERVER_NAME]),
        refused
    );
    assert_eq!(
        response(
            Place::EncryptedExtensions,
            ExtensionSet::ALL,
            &[E::SERVER_NAME, E::SERVER_NAME]
        ),
        refused
    );
    // unrecognized ones as well
    assert_eq!(request(Place::ClientHello, &[GREASE, E::COOKIE, GREASE]), refused);
    assert!(request(Place::ClientHello, &[GREASE, E::COOKIE, ExtensionType(0x1a1a)]).is_ok());
}

/// The most extensions that a block can hold: all different, then the last two the same.
#[test]
fn many_unrecognized_extensions() {
    let mut types: Vec<ExtensionType> = (0x4000..0x7fff).map(ExtensionType).collect();
    assert_eq!(request(Place::ClientHello, &types), Ok(ExtensionSet::EMPTY));
    types.push(ExtensionType(0x7ffe));
    assert_eq!(request(Place::ClientHello, &types), Err(Error::IllegalParameter));
}

/// "Servers MUST check that it is the last extension and otherwise fail the handshake with an "illegal_parameter" alert."
#[test]
fn pre_shared_key_is_the_last() {
    use ExtensionType as E;
    assert!(request(Place::ClientHello, &[GREASE, E::COOKIE, E::PRE_SHARED_KEY]).is_ok());
    for after in [E::COOKIE, E::PRE_SHARED_KEY, E::OID_FILTERS, GREASE] {
        assert_eq!(
            request(Place::ClientHello, &[E::PRE_SHARED_KEY, after]),
            Err(Error::IllegalParameter)
        );
    }
    // In a ServerHello it may stand anywhere.
    assert!(
        response(
            Place::ServerHello,
            ExtensionSet::ALL,
            &[E::PRE_SHARED_KEY, E::KEY_SHARE]
        )
        .is_ok()
    );
}

#[test]
fn the_written_pre_shared_key_ends_the_message() {
    let extensions = all_client_hello_extensions();
    let mut out = Vec::new();
    ClientHello {
        extensions,
        ..plain_client_hello()
    }
    .write(&mut out)
    .unwrap();
    let length = extensions.pre_shared_key.unwrap().binders_length();
    let binders = &out[out.len() - length..];
    assert_eq!(binders[..3], [0, 82, 32]);
    assert_eq!(binders[3..35], [8; 32]);
    assert_eq!(binders[35], 48);
    assert_eq!(binders[36..], [9; 48]);
}

/// "Upon receiving such an extension, an endpoint MUST abort the handshake with an "unsupported_extension" alert."
#[test]
fn what_was_not_offered_is_refused() {
    use ExtensionType as E;
    let offered = ExtensionSet::EMPTY
        .with(E::SERVER_NAME)
        .with(E::SUPPORTED_VERSIONS)
        .with(E::KEY_SHARE);
    assert!(response(Place::EncryptedExtensions, offered, &[E::SERVER_NAME]).is_ok());
    for extension_type in [E::APPLICATION_LAYER_PROTOCOL_NEGOTIATION, GREASE] {
        let outcome = response(Place::EncryptedExtensions, offered, &[extension_type]);
        assert_eq!(outcome, Err(Error::UnsupportedExtension), "{extension_type:?}");
    }
    // "with the exception of the "cookie" extension in the HelloRetryRequest"
    assert!(response(Place::HelloRetryRequest, offered, &[E::COOKIE, E::KEY_SHARE]).is_ok());
    assert_eq!(
        response(Place::ServerHello, offered, &[E::PRE_SHARED_KEY]),
        Err(Error::UnsupportedExtension)
    );
}

/// What a hello was written with is what its answers are held against, message by message.
#[test]
fn answers_are_held_against_the_hello() {
    let mut out = Vec::new();
    let mut hello = plain_client_hello();
    assert_eq!(hello.write(&mut out), Ok(ExtensionSet::EMPTY));
    let all = all_client_hello_extensions();
    hello.extensions.key_share = all.key_share;
    hello.extensions.supported_versions = all.supported_versions;
    let offered = hello.write(&mut out).unwrap();
    let expected = ExtensionSet::EMPTY
        .with(ExtensionType::KEY_SHARE)
        .with(ExtensionType::SUPPORTED_VERSIONS);
    assert_eq!(offered, expected);

    let mut extensions = server_hello_13_extensions();
    for (selected_identity, is_fine) in [(None, true), (Some(0), false)] {
        extensions.selected_identity = selected_identity;
        out.clear();
        ServerHello {
            extensions,
            ..super::samples::plain_server_hello()
        }
        .write(&mut out)
        .unwrap();
        let outcome = ServerHelloMessage::read(&out[4..], offered).map(|_| ());
        assert_eq!(
            outcome,
            if is_fine {
                Ok(())
            } else {
                Err(Error::UnsupportedExtension)
            }
        );
    }

    out.clear();
    EncryptedExtensions {
        server_name: true,
        ..Default::default()
    }
    .write(&mut out)
    .unwrap();
    assert_eq!(
        EncryptedExtensions::read(&out[4..], offered),
        Err(Error::UnsupportedExtension)
    );

    // Also in an entry that is not the first.
    let stapled = CertificateEntry {
        status_request: Some(b"response"),
        ..CertificateEntry::new(b"issuer")
    };
    let entries = [CertificateEntry::new(b"leaf"), stapled];
    out.clear();
    Certificate {
        certificate_request_context: b"",
        certificate_list: (&entries).into(),
    }
    .write(&mut out)
    .unwrap();
    assert_eq!(Certificate::read(&out[4..], offered), Err(Error::UnsupportedExtension));
    assert!(Certificate::read(&out[4..], offered.with(ExtensionType::STATUS_REQUEST)).is_ok());
}

/// An extension that has no data must have none: all of `extension_data` is to be read.
#[test]
fn left_over_data_is_refused() {
    let block = [0, 23, 0, 1, 0];
    assert_eq!(
        read_request(Place::ClientHello, &block, |_, _| Ok(())),
        Err(Error::DecodeError)
    );
}

/// A server of TLS 1.2 may not send the extensions of TLS 1.3, nor the other way round.
#[test]
fn a_server_hello_is_of_one_version() {
    let mut extensions = server_hello_13_extensions();
    let read = |extensions| {
        let mut out = Vec::new();
        ServerHello {
            extensions,
            ..super::samples::plain_server_hello()
        }
        .write(&mut out)
        .unwrap();
        ServerHelloMessage::read(&out[4..], ExtensionSet::ALL).map(|_| ())
    };
    assert_eq!(read(extensions), Ok(()));
    extensions.extended_master_secret = true;
    assert_eq!(read(extensions), Err(Error::IllegalParameter));
    extensions.extended_master_secret = false;
    extensions.selected_version = None;
    assert_eq!(read(extensions), Err(Error::IllegalParameter));
}
