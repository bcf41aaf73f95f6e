//! Groups with rustls and its aws-lc provider at the other end, through the C functions.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;

use std::collections::VecDeque;
use std::ffi::c_int;
use std::io::{Read as _, Write as _};
use std::sync::Arc;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ferrotls::groups::*;
use ferrotls::capi::ssl::config::mbedtls_ssl_conf_groups;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::{mbedtls_ssl_read, mbedtls_ssl_write};
use ferrotls::capi::ssl::types::mbedtls_ssl_context;
use rustls::crypto::aws_lc_rs::{default_provider, kx_group};
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::version::TLS13;
use rustls::{
    ClientConfig, ClientConnection, Connection, HandshakeKind, RootCertStore, ServerConfig, ServerConnection,
};

const X25519: u16 = MBEDTLS_SSL_IANA_TLS_GROUP_X25519;
const P256: u16 = MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1;
const P384: u16 = MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1;
const HYBRID: u16 = FERROTLS_IANA_TLS_GROUP_X25519MLKEM768;
const P256_HYBRID: u16 = FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768;

/// The groups that rustls has too.
fn theirs(group: u16) -> &'static dyn SupportedKxGroup {
    match group {
        X25519 => kx_group::X25519,
        P256 => kx_group::SECP256R1,
        P384 => kx_group::SECP384R1,
        HYBRID => kx_group::X25519MLKEM768,
        P256_HYBRID => kx_group::SECP256R1MLKEM768,
        other => panic!("rustls has no {other:#06x}"),
    }
}

/// rustls with these groups; with its own list for an empty one.
fn provider(groups: &[u16]) -> Arc<CryptoProvider> {
    let mut provider = default_provider();
    if !groups.is_empty() {
        provider.kx_groups = groups.iter().map(|group| theirs(*group)).collect();
    }
    Arc::new(provider)
}

/// `text` without its closing zero.
fn pem(text: &[u8]) -> &[u8] {
    &text[..text.len() - 1]
}

fn rustls_client(pki: &Pki, groups: &[u16]) -> Connection {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(pem(&pki.ca)).unwrap())
        .unwrap();
    let config = ClientConfig::builder_with_provider(provider(groups))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    ClientConnection::new(Arc::new(config), "localhost".try_into().unwrap())
        .unwrap()
        .into()
}

fn rustls_server(pki: &Pki, groups: &[u16]) -> Connection {
    let chain = vec![CertificateDer::from_pem_slice(pem(&pki.cert)).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(pem(&pki.key)).unwrap();
    let config = ServerConfig::builder_with_provider(provider(groups))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    ServerConnection::new(Arc::new(config)).unwrap().into()
}

/// Moves what there is in both directions between rustls and the pipes of our end.
fn pump(peer: &mut Connection, to_peer: &mut VecDeque<u8>, from_peer: &mut VecDeque<u8>) {
    while peer.wants_write() {
        peer.write_tls(from_peer).unwrap();
    }
    while !to_peer.is_empty() && peer.read_tls(to_peer).unwrap() > 0 {
        peer.process_new_packets().unwrap();
    }
    while peer.wants_write() {
        peer.write_tls(from_peer).unwrap();
    }
}

/// What came of a connection: the group, and whether a HelloRetryRequest led there.
#[derive(Debug, PartialEq, Eq)]
struct Came {
    group: u16,
    retried: bool,
}

fn came(group: u16, retried: bool) -> Came {
    Came { group, retried }
}

/// Whose end is a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ours {
    Client,
    Server,
}

/// Shakes hands and sends data both ways; lists of groups are empty for what each library does by itself.
fn connect(ours: Ours, our_groups: &[u16], their_groups: &[u16]) -> Came {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let list: Vec<u16> = our_groups.iter().copied().chain([0]).collect();
    let (conf, mut peer) = match ours {
        Ours::Client => (&raw mut shared.client, rustls_server(&pki, their_groups)),
        Ours::Server => (&raw mut shared.server, rustls_client(&pki, their_groups)),
    };
    if !our_groups.is_empty() {
        unsafe { mbedtls_ssl_conf_groups(conf, list.as_ptr()) };
    }
    let mut pair = CPair::new(&shared);
    let pair = &mut *pair;
    let (ssl, out, incoming): (*mut mbedtls_ssl_context, _, _) = match ours {
        Ours::Client => (
            &raw mut pair.client,
            &mut pair.to_server.bytes,
            &mut pair.to_client.bytes,
        ),
        Ours::Server => (
            &raw mut pair.server,
            &mut pair.to_client.bytes,
            &mut pair.to_server.bytes,
        ),
    };
    let mut result: c_int = MBEDTLS_ERR_SSL_WANT_READ;
    for _ in 0..20 {
        if result != 0 {
            result = unsafe { mbedtls_ssl_handshake(ssl) };
            assert!([0, MBEDTLS_ERR_SSL_WANT_READ].contains(&result), "{result:#x}");
        }
        pump(&mut peer, out, incoming);
    }
    assert_eq!(result, 0);
    assert!(!peer.is_handshaking());

    let mut data = [0; 9];
    unsafe { assert_eq!(mbedtls_ssl_write(ssl, b"from here".as_ptr(), 9), 9) };
    peer.writer().write_all(b"and there").unwrap();
    pump(&mut peer, out, incoming);
    peer.reader().read_exact(&mut data).unwrap();
    assert_eq!(&data, b"from here");
    unsafe { assert_eq!(mbedtls_ssl_read(ssl, data.as_mut_ptr(), 9), 9) };
    assert_eq!(&data, b"and there");

    let group = unsafe { ferrotls_get_group(ssl) };
    assert_eq!(u16::from(peer.negotiated_key_exchange_group().unwrap().name()), group);
    let retried = peer.handshake_kind() == Some(HandshakeKind::FullWithHelloRetryRequest);
    Came { group, retried }
}

#[test]
fn our_client_with_its_server() {
    for (our, their, expected) in [
        // Both by themselves.
        (&[][..], &[][..], came(HYBRID, false)),
        (&[HYBRID], &[HYBRID], came(HYBRID, false)),
        (&[P256_HYBRID], &[P256_HYBRID], came(P256_HYBRID, false)),
        // Refused: with our second share at hand, and by a HelloRetryRequest.
        (&[], &[X25519], came(X25519, false)),
        (&[], &[P384], came(P384, true)),
        (&[P256_HYBRID, P256], &[P256], came(P256, false)),
        (&[P256_HYBRID, X25519], &[X25519], came(X25519, true)),
        // Asked for.
        (&[X25519, HYBRID], &[HYBRID], came(HYBRID, true)),
        (&[HYBRID, P256_HYBRID], &[P256_HYBRID], came(P256_HYBRID, true)),
    ] {
        assert_eq!(connect(Ours::Client, our, their), expected, "{our:x?} {their:x?}");
    }
}

#[test]
fn its_client_with_our_server() {
    for (our, their, expected) in [
        (&[][..], &[HYBRID, X25519][..], came(HYBRID, false)),
        (&[HYBRID], &[HYBRID], came(HYBRID, false)),
        (&[P256_HYBRID], &[P256_HYBRID], came(P256_HYBRID, false)),
        (&[X25519], &[HYBRID, X25519], came(X25519, false)),
        (&[P256], &[HYBRID, X25519, P256], came(P256, true)),
        (&[P384], &[P256_HYBRID, P384], came(P384, true)),
        (&[HYBRID], &[X25519, HYBRID], came(HYBRID, true)),
        (&[P256_HYBRID], &[HYBRID, P256_HYBRID], came(P256_HYBRID, true)),
    ] {
        assert_eq!(connect(Ours::Server, our, their), expected, "{our:x?} {their:x?}");
    }
}
