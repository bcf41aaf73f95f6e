//! rustls with its aws-lc provider, which has hybrid groups, as the other end of `cargo xtask interop pq`: one connection
//! over TCP, as a client or as a server that sends back what comes.
//!
//! Arguments are `client` or `server`, then `name=value`: `port`, `groups` (separated by commas, best first), `ca` (client),
//! `crt` and `key` (server), `bytes` (how many go each way; the client takes them from its standard input and prints what
//! comes back). Both print `group=` and `retried=`.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::ops::{Deref, DerefMut};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::aws_lc_rs::{ALL_KX_GROUPS, default_provider};
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::version::TLS13;
use rustls::{
    ClientConfig, ClientConnection, ConnectionCommon, HandshakeKind, RootCertStore, ServerConfig, ServerConnection,
    SideData, Stream,
};

/// An error of any kind ends the program with its text.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The longest that either end is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// The arguments.
struct Arguments(HashMap<String, String>);

impl Arguments {
    fn get(&self, name: &str) -> Result<&str> {
        let value = self.0.get(name).map(String::as_str);
        value.ok_or_else(|| format!("{name}= is missing").into())
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let role = arguments.next().unwrap_or_default();
    let named = arguments.filter_map(|argument| {
        let (name, value) = argument.split_once('=')?;
        Some((name.to_owned(), value.to_owned()))
    });
    let arguments = Arguments(named.collect());
    let outcome = match role.as_str() {
        "client" => client(&arguments),
        "server" => server(&arguments),
        _ => Err("usage: rustls-talk client|server name=value...".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error={error}");
            ExitCode::FAILURE
        }
    }
}

/// rustls with the groups that `groups=` names.
fn provider(arguments: &Arguments) -> Result<Arc<CryptoProvider>> {
    let named = |name: &str| -> Result<&'static dyn SupportedKxGroup> {
        let found = ALL_KX_GROUPS
            .iter()
            .find(|group| format!("{:?}", group.name()).eq_ignore_ascii_case(name));
        found.copied().ok_or_else(|| format!("no such group: {name}").into())
    };
    let groups = arguments.get("groups")?.split(',').map(named);
    Ok(Arc::new(CryptoProvider {
        kx_groups: groups.collect::<Result<_>>()?,
        ..default_provider()
    }))
}

fn client(arguments: &Arguments) -> Result<()> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(arguments.get("ca")?)? {
        roots.add(certificate?)?;
    }
    let config = ClientConfig::builder_with_provider(provider(arguments)?)
        .with_protocol_versions(&[&TLS13])?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut data = vec![0; arguments.get("bytes")?.parse()?];
    std::io::stdin().read_exact(&mut data)?;
    let mut socket = TcpStream::connect(("127.0.0.1", arguments.get("port")?.parse()?))?;
    let mut connection = ClientConnection::new(Arc::new(config), ServerName::try_from("localhost")?)?;
    shake_hands(&mut connection, &mut socket)?;
    let mut stream = Stream::new(&mut connection, &mut socket);
    stream.write_all(&data)?;
    stream.read_exact(&mut data)?;
    std::io::stdout().write_all(&data)?;
    say_goodbye(&mut connection, &mut socket)
}

fn server(arguments: &Arguments) -> Result<()> {
    let chain = CertificateDer::pem_file_iter(arguments.get("crt")?)?.collect::<std::result::Result<_, _>>()?;
    let config = ServerConfig::builder_with_provider(provider(arguments)?)
        .with_protocol_versions(&[&TLS13])?
        .with_no_client_auth()
        .with_single_cert(chain, PrivateKeyDer::from_pem_file(arguments.get("key")?)?)?;
    let listener = TcpListener::bind(("127.0.0.1", arguments.get("port")?.parse()?))?;
    let (mut socket, _) = listener.accept()?;
    let mut connection = ServerConnection::new(Arc::new(config))?;
    shake_hands(&mut connection, &mut socket)?;
    let mut stream = Stream::new(&mut connection, &mut socket);
    let mut data = vec![0; arguments.get("bytes")?.parse()?];
    stream.read_exact(&mut data)?;
    stream.write_all(&data)?;
    say_goodbye(&mut connection, &mut socket)
}

/// Shakes hands and prints what came of it.
fn shake_hands<C, S>(connection: &mut C, socket: &mut TcpStream) -> Result<()>
where
    C: DerefMut + Deref<Target = ConnectionCommon<S>>,
    S: SideData,
{
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_write_timeout(Some(PATIENCE))?;
    while connection.is_handshaking() {
        connection.complete_io(socket)?;
    }
    let group = connection.negotiated_key_exchange_group().ok_or("no key exchange")?;
    println!("group={:#06x}", u16::from(group.name()));
    let retried = connection.handshake_kind() == Some(HandshakeKind::FullWithHelloRetryRequest);
    println!("retried={}", if retried { "yes" } else { "no" });
    Ok(())
}

/// Closes our direction and waits for the other end to close its own.
fn say_goodbye<C, S>(connection: &mut C, socket: &mut TcpStream) -> Result<()>
where
    C: DerefMut + Deref<Target = ConnectionCommon<S>>,
    S: SideData,
{
    connection.send_close_notify();
    connection.complete_io(socket)?;
    let mut rest = Vec::new();
    Stream::new(connection, socket).read_to_end(&mut rest)?;
    if rest.is_empty() {
        Ok(())
    } else {
        Err(format!("{} bytes too many", rest.len()).into())
    }
}
