//! The configurations that all connections share: one version, one suite, one group, and no tickets but where connections rest on
//! the one before.

use std::sync::Arc;

use rustls::client::{Resumption, Tls12Resumption};
use rustls::crypto::ring::{Ticketer, cipher_suite, default_provider, kx_group};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::server::{NoServerSessionStorage, ServerSessionMemoryCache, WebPkiClientVerifier};
use rustls::version::{TLS12, TLS13};
use rustls::{ClientConfig, RootCertStore, ServerConfig};

use crate::Result;
use crate::plan::Plan;

/// Both sides' configurations.
pub struct Configs {
    /// Checks the server's chain with webpki, and the name in it.
    pub client: Arc<ClientConfig>,
    /// Checks the client's chain where client authentication is asked for.
    pub server: Arc<ServerConfig>,
    /// The name that the client expects.
    pub name: ServerName<'static>,
}

impl Configs {
    /// As `plan` says.
    pub fn new(plan: &Plan) -> Result<Self> {
        let provider = Arc::new(if plan.group == "x25519mlkem768" {
            with_aws_lc(plan)?
        } else {
            with_ring(plan)?
        });

        let versions = if plan.tls12 { [&TLS12] } else { [&TLS13] };

        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(plan.file("ca", "pem"))? {
            roots.add(certificate?)?;
        }
        let roots = Arc::new(roots);

        let client = ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(&versions)?
            .with_root_certificates(Arc::clone(&roots));
        let mut client = if plan.mutual {
            let (chain, key) = own(plan, "client")?;
            client.with_client_auth_cert(chain, key)?
        } else {
            client.with_no_client_auth()
        };
        client.resumption = if plan.is_by_id() {
            Resumption::in_memory_sessions(8).tls12_resumption(Tls12Resumption::SessionIdOnly)
        } else if plan.returns() {
            Resumption::in_memory_sessions(8)
        } else {
            Resumption::disabled()
        };
        client.enable_early_data = plan.is_early();

        let server = ServerConfig::builder_with_provider(Arc::clone(&provider)).with_protocol_versions(&versions)?;
        let server = if plan.mutual {
            server.with_client_cert_verifier(WebPkiClientVerifier::builder_with_provider(roots, provider).build()?)
        } else {
            server.with_no_client_auth()
        };
        let (chain, key) = own(plan, "server")?;
        let mut server = server.with_single_cert(chain, key)?;
        server.send_tls13_tickets = usize::from(plan.returns());
        server.session_storage = Arc::new(NoServerSessionStorage {});
        if plan.is_by_id() {
            server.session_storage = ServerSessionMemoryCache::new(1024);
        } else if plan.is_early() {
            // It takes early data only on sessions that it keeps itself, which is how it refuses replays.
            server.session_storage = ServerSessionMemoryCache::new(1024);
            server.max_early_data_size = 1024;
        } else if plan.returns() {
            server.ticketer = Ticketer::new()?;
        }

        Ok(Self {
            client: Arc::new(client),
            server: Arc::new(server),
            name: ServerName::try_from("localhost")?,
        })
    }
}

/// rustls with ring.
fn with_ring(plan: &Plan) -> Result<CryptoProvider> {
    let suite = match (plan.suite.as_str(), plan.tls12, plan.key.as_str()) {
        ("aes128gcm", false, _) => cipher_suite::TLS13_AES_128_GCM_SHA256,
        ("aes256gcm", false, _) => cipher_suite::TLS13_AES_256_GCM_SHA384,
        ("chacha20", false, _) => cipher_suite::TLS13_CHACHA20_POLY1305_SHA256,
        ("aes128gcm", true, "ecdsa") => cipher_suite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        ("aes128gcm", true, "rsa") => cipher_suite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        (other, ..) => return Err(format!("not measured: {other}").into()),
    };
    let group = match plan.group.as_str() {
        "x25519" => kx_group::X25519,
        "secp256r1" => kx_group::SECP256R1,
        other => return Err(format!("no such group: {other}").into()),
    };
    Ok(CryptoProvider {
        cipher_suites: vec![suite],
        kx_groups: vec![group],
        ..default_provider()
    })
}

/// rustls with aws-lc and the hybrid group, which ring has not.
fn with_aws_lc(plan: &Plan) -> Result<CryptoProvider> {
    let suite = match plan.suite.as_str() {
        "aes128gcm" => aws_lc_rs::cipher_suite::TLS13_AES_128_GCM_SHA256,
        other => return Err(format!("not measured: {other}").into()),
    };
    Ok(CryptoProvider {
        cipher_suites: vec![suite],
        kx_groups: vec![aws_lc_rs::kx_group::X25519MLKEM768],
        ..aws_lc_rs::default_provider()
    })
}

/// A side's certificate chain and key.
fn own(plan: &Plan, who: &str) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>)> {
    let chain = CertificateDer::pem_file_iter(plan.file(who, "pem"))?.collect::<std::result::Result<_, _>>()?;
    Ok((chain, PrivateKeyDer::from_pem_file(plan.file(who, "key"))?))
}
