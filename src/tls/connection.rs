//! One connection: the machine that shakes hands, and the two halves that move data afterwards.

use std::sync::Arc;

use super::config::{Config, Options};
use super::error::Error;
use super::want::{Answer, Event, Stop};
use super::wire::codes::{AlertDescription, AlertLevel, CipherSuite, NamedGroup, ProtocolVersion, SignatureScheme};

/// A TLS connection without its transport.
pub struct Connection {
    /// What comes in.
    pub reader: Reader,
    /// What goes out.
    pub writer: Writer,
}

impl Connection {
    /// A connection that has done nothing yet.
    pub fn new(config: Arc<Config>, options: Options) -> Self {
        let _ = (config, options);
        Self {
            reader: Reader {},
            writer: Writer {},
        }
    }

    /// One state's work (`mbedtls_ssl_handshake_step`). `Ok` means that one state was done, even if it had nothing to
    /// send. All waiting happens before the state is taken: unsent bytes are `Want::Send`, a message that is not yet
    /// whole is `Want::Recv`.
    pub fn step(&mut self) -> Result<(), Stop> {
        Err(Stop::Fail(Error::FeatureUnavailable))
    }

    /// The answer to the question that the last `step` stopped with; then `step` goes on.
    pub fn answer(&mut self, answer: Answer) {
        let _ = answer;
    }

    /// The `MBEDTLS_SSL_*` number of the state.
    pub fn state_id(&self) -> i32 {
        0
    }

    /// Application data may flow.
    pub fn is_handshake_over(&self) -> bool {
        false
    }

    /// Server: the ClientHello while [`super::want::Ask::SelectCertificate`] is pending.
    pub fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        None
    }

    /// Client: the CertificateRequest while [`super::want::Ask::SelectCertificate`] is pending.
    pub fn certificate_request(&self) -> Option<CertificateRequestFacts<'_>> {
        None
    }

    /// The peer's chain in DER, leaf first, while [`super::want::Ask::VerifyPeer`] is pending.
    pub fn peer_chain(&self) -> &[Vec<u8>] {
        &[]
    }

    /// The next thing that happened, oldest first; drained after every call.
    pub fn next_event(&mut self) -> Option<Event> {
        None
    }

    /// The version, once negotiated.
    pub fn version(&self) -> Option<ProtocolVersion> {
        None
    }

    /// The cipher suite, once negotiated.
    pub fn suite(&self) -> Option<CipherSuite> {
        None
    }

    /// The group of the key exchange, once negotiated.
    pub fn group(&self) -> Option<NamedGroup> {
        None
    }

    /// The application protocol, if one was negotiated (RFC 7301).
    pub fn alpn_protocol(&self) -> Option<&[u8]> {
        None
    }

    /// Server: the name the client asked for, if it did.
    pub fn server_name(&self) -> Option<&str> {
        None
    }

    /// Fills `out` with exported keying material (RFC 8446 section 7.5). `BadInput` before the handshake is over or if
    /// `out` is too long.
    pub fn export_keying_material(&self, label: &[u8], context: &[u8], out: &mut [u8]) -> Result<(), Error> {
        let _ = (label, context, out);
        Err(Error::BadInput)
    }

    /// A fatal error seen from outside (the transport or a callback failed): the connection has failed from now on, and
    /// the error's alert is owed to the peer.
    pub fn fail(&mut self, error: Error) {
        let _ = error;
    }
}

/// The receiving half. After the handshake it needs nothing but itself: another thread may be in [`Writer`].
pub struct Reader {}

impl Reader {
    /// Moves application data into `out`: `Ok(n)` with n > 0. After close_notify `PeerClosed`, after the end of the
    /// transport `ConnectionEof`, both again and again. With an empty `out` it pumps the record layer: `Ok(0)` once
    /// there is application data.
    pub fn read(&mut self, out: &mut [u8]) -> Result<usize, Stop> {
        let _ = out;
        Err(Stop::Fail(Error::BadInput))
    }

    /// Decrypted bytes of the current record that are not read yet.
    pub fn bytes_available(&self) -> usize {
        0
    }

    /// Something is buffered that `read` could work on without the transport.
    pub fn has_pending(&self) -> bool {
        false
    }

    /// Lends the space for `at_least` bytes (from the last `Want::Recv`) to read from the transport into. Give it back
    /// whatever happened.
    pub fn lend(&mut self, at_least: usize) -> Loan {
        Loan {
            bytes: vec![0; at_least],
            start: 0,
            end: at_least,
        }
    }

    /// Takes the loan back with what was `received` into it, from its start.
    pub fn give_back(&mut self, loan: Loan, received: usize) {
        let _ = (loan, received);
    }

    /// The transport has ended.
    pub fn end_of_stream(&mut self) {}
}

/// The sending half. After the handshake it needs nothing but itself: another thread may be in [`Reader`].
pub struct Writer {}

impl Writer {
    /// Seals up to one record of `data` and says how much. `Want::Send` first while anything is unsent.
    pub fn write(&mut self, data: &[u8]) -> Result<usize, Stop> {
        let _ = data;
        Err(Stop::Fail(Error::BadInput))
    }

    /// Queues a close_notify, once; `Want::Send` until it is flushed, then `Ok`.
    pub fn close_notify(&mut self) -> Result<(), Stop> {
        Err(Stop::Fail(Error::BadInput))
    }

    /// Queues an alert; `Want::Send` until it is flushed, then `Ok`.
    pub fn send_alert(&mut self, level: AlertLevel, description: AlertDescription) -> Result<(), Stop> {
        let _ = (level, description);
        Err(Stop::Fail(Error::BadInput))
    }

    /// `Want::Send` while anything is unsent, also what the reader owes the peer (an alert, a KeyUpdate).
    pub fn flush(&mut self) -> Result<(), Stop> {
        Ok(())
    }

    /// Sealed bytes wait for the transport.
    pub fn has_unsent(&self) -> bool {
        false
    }

    /// Lends everything unsent for the transport to take. Give it back whatever happened.
    pub fn lend(&mut self) -> Loan {
        Loan {
            bytes: Vec::new(),
            start: 0,
            end: 0,
        }
    }

    /// Takes the loan back; its first `sent` bytes are gone.
    pub fn give_back(&mut self, loan: Loan, sent: usize) {
        let _ = (loan, sent);
    }

    /// The most application data that one record may take now.
    pub fn max_payload(&self) -> usize {
        16384
    }

    /// How much longer than its data a record is at most; `None` before the suite is known.
    pub fn record_expansion(&self) -> Option<usize> {
        None
    }

    /// Changes our sending keys (RFC 8446 section 4.6.3) and, if `request_peer`, asks the peer to change its own.
    pub fn update_keys(&mut self, request_peer: bool) -> Result<(), Stop> {
        let _ = request_peer;
        Err(Stop::Fail(Error::BadInput))
    }
}

/// A buffer of the connection in the hands of the caller, so that no borrow is held while the transport's callback runs.
#[derive(Debug)]
pub struct Loan {
    bytes: Vec<u8>,
    start: usize,
    end: usize,
}

impl Loan {
    /// Where to receive into: exactly the bytes asked for.
    pub fn space(&mut self) -> &mut [u8] {
        self.bytes.get_mut(self.start..self.end).unwrap_or(&mut [])
    }

    /// What is to be sent.
    pub fn unsent(&self) -> &[u8] {
        self.bytes.get(self.start..self.end).unwrap_or(&[])
    }
}

/// What a ClientHello asks for, as far as the choice of a certificate may depend on it.
#[derive(Clone, Copy, Debug)]
pub struct ClientHelloFacts<'a> {
    /// `server_name`, a DNS name.
    pub server_name: Option<&'a str>,
    /// ALPN names, the client's order.
    pub alpn_protocols: &'a [Vec<u8>],
    /// `signature_algorithms`.
    pub signature_schemes: &'a [SignatureScheme],
    /// `signature_algorithms_cert`; empty if not sent.
    pub certificate_signature_schemes: &'a [SignatureScheme],
    /// `supported_groups`.
    pub groups: &'a [NamedGroup],
    /// `cipher_suites`.
    pub suites: &'a [CipherSuite],
    /// `certificate_authorities` (DER names); empty if not sent.
    pub authorities: &'a [Vec<u8>],
}

/// What a CertificateRequest asks for.
#[derive(Clone, Copy, Debug)]
pub struct CertificateRequestFacts<'a> {
    /// `signature_algorithms`.
    pub signature_schemes: &'a [SignatureScheme],
    /// `signature_algorithms_cert`; empty if not sent.
    pub certificate_signature_schemes: &'a [SignatureScheme],
    /// `certificate_authorities` (DER names); empty if not sent.
    pub authorities: &'a [Vec<u8>],
}
