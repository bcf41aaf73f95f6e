//! What comes with certificates and in their place: OCSP responses, timestamps, raw public keys, compression; at both ends, and
//! from peers that break the rules.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::{
    rogue::{Rogue, message, next_works},
    *,
};
use ferrotls::compress::{self, Algorithm, Cache};
use ferrotls::tls::{
    config::{Attached, CertificateOptions, Config, Credential, Options, Side},
    error::Error,
    session::PskKind,
    wire::{
        certificate::CertificateEntry,
        client_hello::ClientHello,
        codec::List,
        codes::{AlertDescription, CertificateCompressionAlgorithm as Compression, CertificateType, HandshakeType},
        compressed_certificate::CompressedCertificate,
        encrypted_extensions::EncryptedExtensions,
        extensions::signed_certificate_timestamp::SerializedSct,
    },
};

const X509: CertificateType = CertificateType::X509;
const RAW: CertificateType = CertificateType::RAW_PUBLIC_KEY;
const SCTS: &[u8] = b"\0\x08\0\x06stamps";

/// What goes with the leaf and, of another kind, with the certificate above it.
fn attached() -> Vec<Attached> {
    let leaf = Attached {
        ocsp_response: Some(b"response".as_slice().into()),
        scts: Some(SCTS.into()),
    };
    let issuer = Attached {
        ocsp_response: Some(b"another".as_slice().into()),
        scts: None,
    };
    vec![leaf, issuer]
}

fn stapled(identity: &Identity) -> Identity {
    identity.with(|credential| credential.attached = attached())
}

fn options(side: Side, certificates: CertificateOptions) -> Config {
    Config {
        certificates,
        ..config(side)
    }
}

/// A client and a server whose certificates have everything with them, and that both ask for what `asks` says.
fn stapled_pair(asks: &CertificateOptions) -> Pair {
    let mut pair = Pair::with(options(Side::Client, asks.clone()), options(Side::Server, asks.clone()))
        .serve_as(&stapled(&p256()))
        .ask_client(Some(&stapled(&ed25519())));
    pair.connect();
    pair.exchange(1000);
    pair
}

#[test]
fn what_is_asked_for_comes_and_nothing_else() {
    for ocsp in [false, true] {
        for scts in [false, true] {
            let mut expected = attached();
            for one in &mut expected {
                one.ocsp_response = one.ocsp_response.take().filter(|_| ocsp);
                one.scts = one.scts.take().filter(|_| scts);
            }
            if !ocsp && !scts {
                expected.clear();
            }
            let pair = stapled_pair(&CertificateOptions {
                request_ocsp: ocsp,
                request_scts: scts,
                ..CertificateOptions::new()
            });
            for (end, peer) in [(&pair.client, p256()), (&pair.server, ed25519())] {
                let chain = peer.credential.chain.clone();
                assert_eq!(end.presented, [(X509, chain, expected.clone())]);
            }
        }
    }
}

#[test]
fn compressed_either_way_and_only_where_both_can() {
    let can = |algorithms: &[Compression]| CertificateOptions {
        compression: algorithms.to_vec(),
        compression_cache: Some(Arc::new(Cache::default())),
        request_ocsp: true,
        ..CertificateOptions::new()
    };
    let (zlib, brotli) = (Compression::ZLIB, Compression::BROTLI);
    let plain = bytes_of_a_handshake(&can(&[]), &can(&[zlib]));
    for (client, server, shorter) in [
        (can(&[zlib]), can(&[zlib]), true),
        (can(&[brotli, zlib]), can(&[zlib, brotli]), true),
        (can(&[brotli]), can(&[brotli]), true),
        (can(&[brotli]), can(&[zlib]), false),
        (can(&[zlib]), can(&[]), false),
    ] {
        let (to_client, to_server) = bytes_of_a_handshake(&client, &server);
        // The intermediate is of 600 bytes that compress to next to nothing.
        assert_eq!(to_client + 400 < plain.0, shorter, "{client:?} {server:?}");
        assert_eq!(to_server + 400 < plain.1, shorter, "{client:?} {server:?}");
    }
}

/// How many bytes a handshake sends to the client and to the server, with certificates of both.
fn bytes_of_a_handshake(client: &CertificateOptions, server: &CertificateOptions) -> (usize, usize) {
    let mut lengths = Vec::new();
    // The second is out of the cache, where there is one.
    for _ in 0..2 {
        let mut pair = Pair::with(
            options(Side::Client, client.clone()),
            options(Side::Server, server.clone()),
        )
        .serve_as(&stapled(&ed25519()))
        .ask_client(Some(&stapled(&ed25519())));
        let (mut to_client, mut to_server) = (0, 0);
        for _ in 0..10 {
            let mut sent = Vec::new();
            let _ = pair
                .client
                .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
            to_server += sent.len();
            pair.server.incoming.append(&mut sent);
            let _ = pair
                .server
                .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
            to_client += sent.len();
            pair.client.incoming.append(&mut sent);
        }
        pair.connect();
        for end in [&pair.client, &pair.server] {
            assert_eq!(end.presented[0].1, ed25519().credential.chain);
            assert_eq!(end.presented[0].2[0].ocsp_response.as_deref(), Some(&b"response"[..]));
        }
        lengths.push((to_client, to_server));
    }
    assert_eq!(lengths[0], lengths[1]);
    lengths[0]
}

/// Both ends' lists, what the server and the client have, and what each is to see, or how it ends.
#[test]
fn types_are_negotiated_for_each_direction() {
    let both = [RAW, X509];
    type Case<'a> = (
        (&'a [CertificateType], &'a [CertificateType]),
        (&'a [CertificateType], &'a [CertificateType]),
        Result<(CertificateType, CertificateType), Error>,
    );
    // (client's own, client's peer's), (server's own, server's peer's), (what the server shows, what the client shows)
    let cases: [Case<'_>; 11] = [
        ((&[], &[]), (&[], &[]), Ok((X509, X509))),
        ((&[], &[]), (&both, &both), Ok((X509, X509))),
        ((&both, &both), (&[], &[]), Ok((X509, X509))),
        ((&[], &[RAW]), (&both, &[]), Ok((RAW, X509))),
        ((&[RAW], &[]), (&[], &[X509, RAW]), Ok((X509, RAW))),
        ((&[RAW], &[RAW]), (&[RAW], &[RAW]), Ok((RAW, RAW))),
        // The server's order counts.
        ((&both, &both), (&[X509, RAW], &both), Ok((X509, RAW))),
        // A type that only one side can do.
        ((&[], &[RAW]), (&[], &[]), Err(Error::UnsupportedCertificateType)),
        ((&[], &[]), (&[RAW], &[]), Err(Error::UnsupportedCertificateType)),
        ((&[RAW], &[]), (&[], &[]), Err(Error::UnsupportedCertificateType)),
        // The client that knows of no types has what the server does not take.
        ((&[], &[]), (&[], &[RAW]), Err(Error::UnsupportedCertificateType)),
    ];
    for (client, server, expected) in cases {
        let of = |side, (own, peer): (&[CertificateType], &[CertificateType])| {
            options(
                side,
                CertificateOptions {
                    own_types: own.to_vec(),
                    peer_types: peer.to_vec(),
                    ..CertificateOptions::new()
                },
            )
        };
        let mut pair = Pair::with(of(Side::Client, client), of(Side::Server, server)).ask_client(None);
        for end in [&mut pair.client, &mut pair.server] {
            let application = &mut end.application;
            application.trusted.extend([p256().raw(), ed25519().raw()]);
            application.signers.extend([p256().raw(), ed25519().raw()]);
        }
        let credentials = |identity: Identity| vec![Arc::clone(&identity.credential), identity.raw().credential];
        pair.server.application.credentials.candidates = credentials(p256());
        pair.client.application.credentials.candidates = credentials(ed25519());
        let outcome = pair.run();
        match expected {
            Ok((server_shows, client_shows)) => {
                assert_eq!(outcome, (Halt::Done, Halt::Done), "{client:?} {server:?}");
                assert_eq!(pair.client.presented[0].0, server_shows, "{client:?} {server:?}");
                assert_eq!(pair.server.presented[0].0, client_shows, "{client:?} {server:?}");
                assert_eq!(pair.client.connection.own_certificate_type(), client_shows);
                assert_eq!(pair.server.connection.own_certificate_type(), server_shows);
                for (end, shown) in [(&pair.client, server_shows), (&pair.server, client_shows)] {
                    let length = if shown == RAW { 1 } else { 2 };
                    assert_eq!(end.presented[0].1.len(), length);
                }
            }
            Err(error) => {
                let alert = Error::PeerAlert(AlertDescription::UNSUPPORTED_CERTIFICATE);
                // A server learns of its client's certificate when the client is done.
                let by_server = [
                    (Halt::Failed(alert), Halt::Failed(error)),
                    (Halt::Done, Halt::Failed(error)),
                ];
                assert!(by_server.contains(&outcome), "{client:?} {server:?} {outcome:?}");
            }
        }
    }
}

/// A client that has no key of the type agreed on has nothing to show.
#[test]
fn no_credential_of_the_type_is_none_at_all() {
    let raw = CertificateOptions {
        own_types: vec![RAW],
        peer_types: vec![RAW, X509],
        ..CertificateOptions::new()
    };
    let mut server = raw.clone();
    server.own_types = vec![RAW, X509];
    let mut pair = Pair::with(options(Side::Client, raw), options(Side::Server, server)).ask_client(Some(&ed25519()));
    // The server has certificates alone, and falls back to them.
    pair.connect();
    assert_eq!(pair.client.presented[0].0, X509);
    assert_eq!(pair.server.presented, [(RAW, vec![], vec![])]);
}

/// A server that resumes answers the client's list as it did before, though it shows nothing.
#[test]
fn a_resumed_session_has_its_type() {
    let types = |side, own: &[CertificateType], peer: &[CertificateType]| Config {
        tickets: 1,
        parses_tickets: side == Side::Server,
        ..options(
            side,
            CertificateOptions {
                own_types: own.to_vec(),
                peer_types: peer.to_vec(),
                ..CertificateOptions::new()
            },
        )
    };
    let client = types(Side::Client, &[], &[X509, RAW]);
    let (certificate, raw) = (p256().credential, p256().raw().credential);
    let both = [certificate.clone(), raw];
    // The last server takes both types, and has something to show of one.
    for (own, candidates, shown) in [
        (&[RAW, X509][..], &both[..], RAW),
        (&[], &both, X509),
        (&[RAW, X509], &[certificate], X509),
    ] {
        let server = types(Side::Server, own, &[]);
        let mut first = Pair::with(client.clone(), server.clone());
        first.client.application.trusted.push(p256().raw());
        first.server.application.credentials.candidates = candidates.to_vec();
        first.connect();
        first.exchange(10);
        assert_eq!(first.client.presented[0].0, shown);
        let ticket = first.client.tickets.pop().unwrap();
        let mut second = Pair::with(client.clone(), server);
        second.server.application = first.server.application.clone();
        second.client = End::new(
            client.clone(),
            Options {
                server_name: Some("server.example".into()),
                resumption: Some(Arc::new(ticket)),
                ..Options::default()
            },
            Application::new(&[]),
        );
        second.connect();
        assert_eq!(second.client.connection.psk(), Some(PskKind::Resumption));
        assert!(second.client.presented.is_empty());
        assert_eq!(second.client.connection.peer_certificate_type(), shown);
    }
}

/// A server that takes raw public keys alone has nothing in common with a client that does not know them, which has said so by
/// its silence (RFC 7250 section 4.2). What it has to show does not count any more.
#[test]
fn a_client_that_names_no_types_has_certificates() {
    let server = CertificateOptions {
        peer_types: vec![RAW],
        ..CertificateOptions::new()
    };
    let error = Error::UnsupportedCertificateType;
    let refused = Halt::Failed(Error::PeerAlert(AlertDescription::UNSUPPORTED_CERTIFICATE));
    let mut pair = Pair::with(config(Side::Client), options(Side::Server, server.clone())).ask_client(None);
    assert_eq!(pair.run(), (refused, Halt::Failed(error)));
    // Nobody is asked.
    Pair::with(config(Side::Client), options(Side::Server, server)).connect();
}

// Peers that break the rules

/// RFC 7250 section 4.1: a client that has certificates alone, or takes nothing else, "MUST omit" the list of types.
#[test]
fn a_list_of_certificates_alone() {
    let knows = CertificateOptions {
        own_types: vec![X509],
        peer_types: vec![RAW, X509],
        ..CertificateOptions::new()
    };
    let server = |certificates: &CertificateOptions, change: fn(&mut ClientHello<'_>)| {
        let mut rogue = Rogue::client(options(Side::Server, certificates.clone()));
        let hello = rogue.client_hello(change);
        rogue.send_hello(&hello);
        rogue
    };
    let lists: [fn(&mut ClientHello<'_>); 2] = [
        |hello| hello.extensions.server_certificate_type = Some(List::from(&[X509])),
        |hello| hello.extensions.client_certificate_type = Some(List::from(&[X509])),
    ];
    for list in lists {
        server(&knows, list).expect_failure(Error::IllegalParameter);
        // A server that was never told of types does not know the extensions.
        assert_eq!(server(&CertificateOptions::new(), list).go_on(), Halt::Blocked);
    }
    // Beside another it may stand, whatever that is.
    let unknown = |hello: &mut ClientHello<'_>| {
        hello.extensions.server_certificate_type = Some(List::from(&[X509, CertificateType(5)]));
    };
    assert_eq!(server(&knows, unknown).go_on(), Halt::Blocked);
}

/// A rogue server that has the client's keys, and the client's options.
fn rogue_server(certificates: CertificateOptions, extensions: EncryptedExtensions<'_>) -> Rogue {
    let mut rogue = Rogue::server(options(Side::Client, certificates));
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    let mut out = vec![];
    extensions.write(&mut out).unwrap();
    rogue.send(&out);
    rogue
}

#[test]
fn staples_that_nobody_asked_for() {
    let ocsp = CertificateOptions {
        request_ocsp: true,
        ..CertificateOptions::new()
    };
    let scts = CertificateOptions {
        request_scts: true,
        ..CertificateOptions::new()
    };
    let timestamps = [SerializedSct(b"timestamp")];
    let with_ocsp = CertificateEntry {
        status_request: Some(b"response"),
        ..CertificateEntry::new(b"any")
    };
    let with_scts = CertificateEntry {
        signed_certificate_timestamp: Some(List::from(&timestamps)),
        ..CertificateEntry::new(b"any")
    };
    for (asked, entry, is_fine) in [
        (&ocsp, with_ocsp, true),
        (&ocsp, with_scts, false),
        (&scts, with_scts, true),
        (&scts, with_ocsp, false),
    ] {
        let mut rogue = rogue_server(asked.clone(), EncryptedExtensions::default());
        // The leaf has none; a staple above it is one too.
        let leaf = p256();
        let message = rogue.certificate_of(&[CertificateEntry::new(leaf.leaf()), entry]);
        rogue.send(&message);
        if is_fine {
            assert_eq!(rogue.go_on(), Halt::Blocked);
            assert!(!rogue.end.presented[0].2[1].is_empty());
        } else {
            rogue.expect_failure(Error::UnsupportedExtension);
        }
    }
    // A client's certificate is held against the CertificateRequest.
    let mut rogue = Rogue::client_before_finished(true);
    let message = rogue.certificate_of(&[with_ocsp]);
    rogue.send(&message);
    rogue.expect_failure(Error::UnsupportedExtension);
}

#[test]
fn staples_that_are_none() {
    let all = CertificateOptions {
        request_ocsp: true,
        request_scts: true,
        ..CertificateOptions::new()
    };
    let staple = |extension: u8, data: &[u8]| {
        let length = u8::try_from(data.len()).unwrap();
        let block = [&[0, extension, 0, length], data].concat();
        let entry = [&[0, 0, 1, 7, 0, length + 4], &block[..]].concat();
        let body = [&[0, 0, 0, u8::try_from(entry.len()).unwrap()], &entry[..]].concat();
        let mut rogue = rogue_server(all.clone(), EncryptedExtensions::default());
        rogue.send(&message(HandshakeType::CERTIFICATE, &body));
        rogue
    };
    const OCSP: u8 = 5;
    const SCT: u8 = 18;
    staple(OCSP, &[]).expect_failure(Error::DecodeError);
    staple(OCSP, &[1]).expect_failure(Error::DecodeError);
    staple(OCSP, &[1, 0, 0, 0]).expect_failure(Error::DecodeError);
    staple(OCSP, &[1, 0, 0, 2, 7]).expect_failure(Error::DecodeError);
    staple(OCSP, &[1, 0, 0, 1, 7, 7]).expect_failure(Error::DecodeError);
    // ocsp_multi (RFC 6961), which is not for TLS 1.3
    staple(OCSP, &[2, 0, 0, 1, 7]).expect_failure(Error::IllegalParameter);
    staple(SCT, &[]).expect_failure(Error::DecodeError);
    staple(SCT, &[0, 0]).expect_failure(Error::DecodeError);
    staple(SCT, &[0, 2, 0, 0]).expect_failure(Error::DecodeError);
    staple(SCT, &[0, 3, 0, 2, 7]).expect_failure(Error::DecodeError);
    staple(SCT, &[0, 3, 0, 1, 7, 7]).expect_failure(Error::DecodeError);
}

/// What a rogue server says as a CompressedCertificate.
fn compressed(offers: &[Compression], algorithm: Compression, length: usize, content: &[u8]) -> Rogue {
    let options = CertificateOptions {
        compression: offers.to_vec(),
        ..CertificateOptions::new()
    };
    let mut rogue = rogue_server(options, EncryptedExtensions::default());
    let mut out = vec![];
    CompressedCertificate {
        algorithm,
        uncompressed_length: u32::try_from(length).unwrap(),
        compressed_certificate_message: content,
    }
    .write(&mut out)
    .unwrap();
    rogue.send(&out);
    rogue
}

#[test]
fn compressed_certificates_that_lie() {
    const BAD: Error = Error::BadCertificate(AlertDescription::BAD_CERTIFICATE);
    const MOST: usize = 0x2_0000;
    let body = {
        let rogue = rogue_server(CertificateOptions::new(), EncryptedExtensions::default());
        rogue.certificate()[4..].to_vec()
    };
    for (id, algorithm) in [
        (Compression::ZLIB, Algorithm::Zlib),
        (Compression::BROTLI, Algorithm::Brotli),
    ] {
        let small = compress::compress(algorithm, &body).unwrap();
        let of = |length, content: &[u8]| compressed(&[id], id, length, content);
        let refused = |length, content: &[u8], error| {
            let mut rogue = of(length, content);
            rogue.expect_failure(error);
            next_works(&rogue.end);
        };
        assert_eq!(of(body.len(), &small).go_on(), Halt::Blocked);
        // As long as may be, and one byte longer.
        for length in [MOST, MOST + 1] {
            let rogue = rogue_server(CertificateOptions::new(), EncryptedExtensions::default());
            let long = compress::compress(algorithm, &rogue.certificate_of_length(length)[4..]).unwrap();
            if length == MOST {
                of(length, &long).finish_after_certificate();
            } else {
                refused(length, &long, BAD);
            }
        }
        // Lengths: none, one less, one more, more than a certificate may have.
        for length in [0, body.len() - 1, body.len() + 1, MOST, MOST + 1, 0xff_ffff] {
            refused(length, &small, BAD);
        }
        // Broken, cut, followed by something.
        let mut broken = small.clone();
        *broken.last_mut().unwrap() ^= 0xff;
        refused(body.len(), &broken[..small.len() - 1], BAD);
        refused(body.len(), &[&small[..], &[0]].concat(), BAD);
        refused(body.len(), b"not compressed", BAD);
        // A bomb, which is the longest that may come and says so, and one that says less than it is.
        let bomb = compress::compress(algorithm, &vec![0; 1 << 22]).unwrap();
        for length in [body.len(), MOST, 1 << 22] {
            refused(length, &bomb, BAD);
        }
        // What is out is read as any Certificate.
        let zeros = compress::compress(algorithm, &vec![0; 4000]).unwrap();
        refused(4000, &zeros, Error::DecodeError);
        // An algorithm that was not offered, or is none of ours.
        let other = [Compression::ZLIB, Compression::BROTLI]
            .into_iter()
            .find(|other| *other != id)
            .unwrap();
        compressed(&[other], id, body.len(), &small).expect_failure(Error::IllegalParameter);
        compressed(&[id], Compression::ZSTD, body.len(), &small).expect_failure(Error::IllegalParameter);
        // The message itself, where nothing was offered.
        compressed(&[], id, body.len(), &small).expect_failure(Error::UnexpectedMessage);
    }
    // A client's is held against the CertificateRequest.
    let mut rogue = Rogue::client_before_finished(true);
    let small = compress::compress(Algorithm::Zlib, &body).unwrap();
    let mut out = vec![];
    CompressedCertificate {
        algorithm: Compression::ZLIB,
        uncompressed_length: u32::try_from(body.len()).unwrap(),
        compressed_certificate_message: &small,
    }
    .write(&mut out)
    .unwrap();
    rogue.send(&out);
    rogue.expect_failure(Error::UnexpectedMessage);
}

#[test]
fn types_that_were_not_offered() {
    let options = |own: &[CertificateType], peer: &[CertificateType]| CertificateOptions {
        own_types: own.to_vec(),
        peer_types: peer.to_vec(),
        ..CertificateOptions::new()
    };
    let server = |chosen| EncryptedExtensions {
        server_certificate_type: Some(chosen),
        ..EncryptedExtensions::default()
    };
    let client = |chosen| EncryptedExtensions {
        client_certificate_type: Some(chosen),
        ..EncryptedExtensions::default()
    };
    rogue_server(options(&[], &[]), server(X509)).expect_failure(Error::UnsupportedExtension);
    rogue_server(options(&[RAW], &[]), server(RAW)).expect_failure(Error::UnsupportedExtension);
    rogue_server(options(&[], &[RAW]), server(X509)).expect_failure(Error::IllegalParameter);
    rogue_server(options(&[], &[RAW]), server(CertificateType(1))).expect_failure(Error::IllegalParameter);
    rogue_server(options(&[RAW], &[]), client(X509)).expect_failure(Error::IllegalParameter);
    assert_eq!(rogue_server(options(&[], &[RAW]), server(RAW)).go_on(), Halt::Blocked);

    // A raw key is one entry.
    let mut rogue = rogue_server(options(&[], &[RAW]), server(RAW));
    let entry = CertificateEntry::new(b"key");
    let message = rogue.certificate_of(&[entry, entry]);
    rogue.send(&message);
    rogue.expect_failure(Error::IllegalParameter);
    // Without a word about types what comes is a certificate, which was not welcome.
    let mut rogue = rogue_server(options(&[], &[RAW]), EncryptedExtensions::default());
    let message = rogue.certificate();
    rogue.send(&message);
    rogue.expect_failure(Error::UnsupportedCertificateType);
}

/// Nothing of this is in the hello of a client that was told nothing, and all of it in that of one that was.
#[test]
fn a_hello_has_what_the_configuration_says() {
    let rogue = Rogue::server(config(Side::Client));
    let hello = ClientHello::read(&rogue.hello[4..]).unwrap();
    let extensions = hello.extensions;
    assert!(extensions.status_request.is_none() && !extensions.signed_certificate_timestamp);
    assert!(extensions.client_certificate_type.is_none() && extensions.server_certificate_type.is_none());
    assert!(extensions.compress_certificate.is_none());
    // RFC 7250 section 4.1: not for X.509 alone.
    let rogue = Rogue::server(options(
        Side::Client,
        CertificateOptions {
            own_types: vec![X509],
            peer_types: vec![X509],
            ..CertificateOptions::new()
        },
    ));
    let hello = ClientHello::read(&rogue.hello[4..]).unwrap();
    assert!(hello.extensions.client_certificate_type.is_none());

    let rogue = Rogue::server(options(
        Side::Client,
        CertificateOptions {
            own_types: vec![RAW],
            peer_types: vec![RAW, X509],
            request_ocsp: true,
            request_scts: true,
            compression: vec![Compression::BROTLI],
            compression_cache: None,
        },
    ));
    let hello = ClientHello::read(&rogue.hello[4..]).unwrap();
    let extensions = hello.extensions;
    assert!(extensions.status_request.unwrap().is_ocsp() && extensions.signed_certificate_timestamp);
    assert!(extensions.client_certificate_type.unwrap().iter().eq([RAW]));
    assert!(extensions.server_certificate_type.unwrap().iter().eq([RAW, X509]));
    assert!(
        extensions
            .compress_certificate
            .unwrap()
            .iter()
            .eq([Compression::BROTLI])
    );
}

/// A credential whose list of timestamps is none fails at our end; the C layer takes no such list.
#[test]
fn a_broken_list_of_timestamps_is_not_sent() {
    let broken = |credential: &mut Credential| credential.attached[0].scts = Some(b"xx".as_slice().into());
    let asks = CertificateOptions {
        request_scts: true,
        ..CertificateOptions::new()
    };
    let mut pair = Pair::with(options(Side::Client, asks), config(Side::Server));
    pair = pair.serve_as(&stapled(&p256()).with(broken));
    assert_eq!(pair.run().1, Halt::Failed(Error::Internal));
}
