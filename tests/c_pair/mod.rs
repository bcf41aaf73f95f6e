//! A client and a server driven through the exported C functions, over two pipes in memory.
#![allow(dead_code, reason = "each test file uses its part")]

use std::collections::VecDeque;
use std::ffi::{c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::object::{mbedtls_pk_free, mbedtls_pk_init};
use ferrotls::capi::pk::parse::mbedtls_pk_parse_key;
use ferrotls::capi::ssl::authentication::*;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use ferrotls::capi::x509_crt::mbedtls_x509_crt;
use ferrotls::capi::x509_crt::parse::{mbedtls_x509_crt_free, mbedtls_x509_crt_init, mbedtls_x509_crt_parse};

/// A certificate of an authority, and a server's with its key, in PEM with closing zeros.
pub struct Pki {
    pub ca: Vec<u8>,
    pub cert: Vec<u8>,
    pub key: Vec<u8>,
}

impl Pki {
    /// An ECDSA P-256 authority and a P-256 leaf for "localhost".
    pub fn new() -> Self {
        Self::with_leaf_key(&rcgen::PKCS_ECDSA_P256_SHA256)
    }

    /// The same of an authority with this name.
    pub fn named(authority: &str) -> Self {
        Self::make(authority, &rcgen::PKCS_ECDSA_P256_SHA256)
    }

    /// An ECDSA P-256 authority, which signs with SHA-256, and a leaf for "localhost" with a key of this kind.
    pub fn with_leaf_key(algorithm: &'static rcgen::SignatureAlgorithm) -> Self {
        Self::make("test authority", algorithm)
    }

    /// The same with a leaf whose key is this one, in PEM: rcgen makes no RSA keys here.
    pub fn with_leaf_key_of(pem: &str) -> Self {
        Self::make_with("test authority", rcgen::KeyPair::from_pem(pem).unwrap())
    }

    fn make(authority: &str, algorithm: &'static rcgen::SignatureAlgorithm) -> Self {
        Self::make_with(authority, rcgen::KeyPair::generate_for(algorithm).unwrap())
    }

    fn make_with(authority: &str, key: rcgen::KeyPair) -> Self {
        let ca_key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.key_usages = vec![rcgen::KeyUsagePurpose::KeyCertSign, rcgen::KeyUsagePurpose::CrlSign];
        params.distinguished_name.push(rcgen::DnType::CommonName, authority);
        let ca = params.self_signed(&ca_key).unwrap();
        let issuer = rcgen::Issuer::new(params, ca_key);
        let mut leaf = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
        leaf.distinguished_name.push(rcgen::DnType::CommonName, "localhost");
        let cert = leaf.signed_by(&key, &issuer).unwrap();
        let text = |pem: String| [pem.as_bytes(), &[0]].concat();
        Self {
            ca: text(ca.pem()),
            cert: text(cert.pem()),
            key: text(key.serialize_pem()),
        }
    }
}

/// What tests of either version go through.
pub const VERSIONS: [mbedtls_ssl_protocol_version; 2] = [V12, V13];
pub const V12: mbedtls_ssl_protocol_version = mbedtls_ssl_protocol_version::MBEDTLS_SSL_VERSION_TLS1_2;
pub const V13: mbedtls_ssl_protocol_version = mbedtls_ssl_protocol_version::MBEDTLS_SSL_VERSION_TLS1_3;

/// One direction of the wire.
#[derive(Default)]
pub struct Pipe {
    pub bytes: VecDeque<u8>,
    /// How many bytes a call moves at most.
    pub limit: usize,
    /// Calls that would block before one moves bytes.
    pub blocks: usize,
    waited: usize,
}

impl Pipe {
    fn waits(&mut self) -> bool {
        self.waited = (self.waited + 1) % (self.blocks + 1);
        self.waited != 0
    }
}

/// What `p_bio` of an end points to.
pub struct Bio {
    pub incoming: *mut Pipe,
    pub outgoing: *mut Pipe,
    /// The most bytes that were ever asked of `f_recv` at once.
    pub most_wanted: usize,
    pub sends: usize,
}

pub unsafe extern "C" fn send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let bio = &mut *ctx.cast::<Bio>();
        let pipe = &mut *bio.outgoing;
        if pipe.waits() {
            return MBEDTLS_ERR_SSL_WANT_WRITE;
        }
        let len = len.min(pipe.limit);
        pipe.bytes.extend(std::slice::from_raw_parts(buf, len));
        bio.sends += 1;
        len as c_int
    }
}

pub unsafe extern "C" fn recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let bio = &mut *ctx.cast::<Bio>();
        bio.most_wanted = bio.most_wanted.max(len);
        let pipe = &mut *bio.incoming;
        let len = len.min(pipe.limit).min(pipe.bytes.len());
        if len == 0 || pipe.waits() {
            return MBEDTLS_ERR_SSL_WANT_READ;
        }
        let (front, back) = pipe.bytes.as_slices();
        let first = len.min(front.len());
        ptr::copy_nonoverlapping(front.as_ptr(), buf, first);
        ptr::copy_nonoverlapping(back.as_ptr(), buf.add(first), len - first);
        pipe.bytes.drain(..len);
        len as c_int
    }
}

/// Configurations and certificates that many pairs share. Boxed: C holds pointers to its fields.
pub struct Shared {
    pub ca: mbedtls_x509_crt,
    pub cert: mbedtls_x509_crt,
    pub key: mbedtls_pk_context,
    pub client: mbedtls_ssl_config,
    pub server: mbedtls_ssl_config,
}

impl Shared {
    pub fn new(pki: &Pki) -> Box<Self> {
        unsafe {
            let mut place: Box<MaybeUninit<Self>> = Box::new(MaybeUninit::zeroed());
            let shared = &mut *place.as_mut_ptr();
            mbedtls_x509_crt_init(&raw mut shared.ca);
            mbedtls_x509_crt_init(&raw mut shared.cert);
            mbedtls_pk_init(&raw mut shared.key);
            assert_eq!(
                mbedtls_x509_crt_parse(&raw mut shared.ca, pki.ca.as_ptr(), pki.ca.len()),
                0
            );
            assert_eq!(
                mbedtls_x509_crt_parse(&raw mut shared.cert, pki.cert.as_ptr(), pki.cert.len()),
                0
            );
            let (key, len) = (pki.key.as_ptr(), pki.key.len());
            assert_eq!(
                mbedtls_pk_parse_key(&raw mut shared.key, key, len, ptr::null(), 0, None, ptr::null_mut()),
                0
            );
            let (client, server) = (&raw mut shared.client, &raw mut shared.server);
            mbedtls_ssl_config_init(client);
            mbedtls_ssl_config_init(server);
            let (stream, preset) = (MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
            assert_eq!(
                mbedtls_ssl_config_defaults(client, MBEDTLS_SSL_IS_CLIENT, stream, preset),
                0
            );
            assert_eq!(
                mbedtls_ssl_config_defaults(server, MBEDTLS_SSL_IS_SERVER, stream, preset),
                0
            );
            mbedtls_ssl_conf_ca_chain(client, &raw mut shared.ca, ptr::null_mut());
            mbedtls_ssl_conf_ca_chain(server, &raw mut shared.ca, ptr::null_mut());
            assert_eq!(
                mbedtls_ssl_conf_own_cert(server, &raw mut shared.cert, &raw mut shared.key),
                0
            );
            place.assume_init()
        }
    }
}

impl Shared {
    /// Both ends have this version alone.
    pub fn of(pki: &Pki, version: mbedtls_ssl_protocol_version) -> Box<Self> {
        let mut shared = Self::new(pki);
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            unsafe {
                mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(version));
                mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(version));
            }
        }
        shared
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        unsafe {
            mbedtls_ssl_config_free(&raw mut self.client);
            mbedtls_ssl_config_free(&raw mut self.server);
            mbedtls_x509_crt_free(&raw mut self.ca);
            mbedtls_x509_crt_free(&raw mut self.cert);
            mbedtls_pk_free(&raw mut self.key);
        }
    }
}

/// A client and a server with pipes between them. Boxed: C holds pointers to its fields.
pub struct CPair {
    pub client: mbedtls_ssl_context,
    pub server: mbedtls_ssl_context,
    pub to_server: Pipe,
    pub to_client: Pipe,
    pub client_bio: Bio,
    pub server_bio: Bio,
}

impl CPair {
    pub fn new(shared: &Shared) -> Box<Self> {
        unsafe {
            let pipe = || Pipe {
                limit: usize::MAX,
                ..Pipe::default()
            };
            let bio = || Bio {
                incoming: ptr::null_mut(),
                outgoing: ptr::null_mut(),
                most_wanted: 0,
                sends: 0,
            };
            let mut pair = Box::new(Self {
                client: MaybeUninit::zeroed().assume_init(),
                server: MaybeUninit::zeroed().assume_init(),
                to_server: pipe(),
                to_client: pipe(),
                client_bio: bio(),
                server_bio: bio(),
            });
            let p = &raw mut *pair;
            (*p).client_bio.incoming = &raw mut (*p).to_client;
            (*p).client_bio.outgoing = &raw mut (*p).to_server;
            (*p).server_bio.incoming = &raw mut (*p).to_server;
            (*p).server_bio.outgoing = &raw mut (*p).to_client;
            let (client, server) = (&raw mut (*p).client, &raw mut (*p).server);
            mbedtls_ssl_init(client);
            mbedtls_ssl_init(server);
            assert_eq!(mbedtls_ssl_setup(client, &raw const shared.client), 0);
            assert_eq!(mbedtls_ssl_setup(server, &raw const shared.server), 0);
            mbedtls_ssl_set_bio(client, (&raw mut (*p).client_bio).cast(), Some(send), Some(recv), None);
            mbedtls_ssl_set_bio(server, (&raw mut (*p).server_bio).cast(), Some(send), Some(recv), None);
            assert_eq!(mbedtls_ssl_set_hostname(client, c"localhost".as_ptr()), 0);
            pair
        }
    }

    /// Shakes hands until both are done or one fails; the codes of both.
    pub fn handshake(&mut self) -> (c_int, c_int) {
        let waits = |code| matches!(code, MBEDTLS_ERR_SSL_WANT_READ | MBEDTLS_ERR_SSL_WANT_WRITE);
        let (mut client, mut server) = (MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WANT_READ);
        for _ in 0..1_000_000 {
            unsafe {
                if waits(client) {
                    client = mbedtls_ssl_handshake(&raw mut self.client);
                }
                if waits(server) {
                    server = mbedtls_ssl_handshake(&raw mut self.server);
                }
            }
            // The other end has stopped, and nothing of it is left to read.
            let starves = |code, incoming: &Pipe| code == MBEDTLS_ERR_SSL_WANT_READ && incoming.bytes.is_empty();
            let stuck = !waits(client) && starves(server, &self.to_server)
                || !waits(server) && starves(client, &self.to_client);
            if !waits(client) && !waits(server) || stuck {
                break;
            }
        }
        (client, server)
    }
}

impl Drop for CPair {
    fn drop(&mut self) {
        unsafe {
            mbedtls_ssl_free(&raw mut self.client);
            mbedtls_ssl_free(&raw mut self.server);
        }
    }
}
