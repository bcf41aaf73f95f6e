//! What a connection is configured with: a snapshot that many connections share, and what differs per connection.

#[cfg(feature = "certificates")]
mod credential;
#[cfg(not(feature = "certificates"))]
#[path = "config/credential/without.rs"]
mod credential;

use std::sync::Arc;

pub use self::credential::*;
use super::early_data::{Replays, freshness};
use super::handshake::cookie::{CookieKey, StatelessRetry};
use super::session::{ExternalPsk, KeyExchangeModes, Resumption};
use super::wire::codes::{CipherSuite, MaxFragmentLength, NamedGroup, ProtocolVersion, SignatureScheme};

/// Client or server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Sends the first ClientHello.
    Client,
    /// Answers it.
    Server,
}

/// The configuration that connections share. Lists are in order of preference.
#[derive(Clone, Debug)]
pub struct Config {
    /// Client or server.
    pub side: Side,
    /// Lowest version offered or accepted.
    pub min_version: ProtocolVersion,
    /// Highest version offered or accepted.
    pub max_version: ProtocolVersion,
    /// Cipher suites; ones we do not know are skipped.
    pub suites: Vec<CipherSuite>,
    /// Groups for `supported_groups`; ones we do not know are skipped. A client sends a share of the first,
    /// and of the classic part of that if it is a hybrid and its part is in the list too.
    pub groups: Vec<NamedGroup>,
    /// For `signature_algorithms`: what is accepted in CertificateVerify and, without the next list, in certificates;
    /// also the order in which our own signatures are chosen.
    pub signature_schemes: Vec<SignatureScheme>,
    /// For `signature_algorithms_cert` (RFC 8446 section 4.2.3); empty: not sent.
    pub certificate_signature_schemes: Vec<SignatureScheme>,
    /// ALPN protocol names (RFC 7301); empty: extension not used.
    pub alpn_protocols: Vec<Vec<u8>>,
    /// Client: DER names for `certificate_authorities` in its ClientHello; empty: not sent.
    pub authorities: Vec<Vec<u8>>,
    /// Client: offer `post_handshake_auth` and answer a CertificateRequest after the handshake; server: be able to send one to a
    /// client that has offered it (RFC 8446 section 4.6.2).
    pub post_handshake_auth: bool,
    /// What the certificates of both sides may be, and what may come with them.
    pub certificates: CertificateOptions,
    /// Send the dummy change_cipher_spec and session id of RFC 8446 appendix D.4.
    pub middlebox_compatibility: bool,
    /// Pad `TLSInnerPlaintext` to a multiple of this many bytes (RFC 8446 section 5.4); 0 or 1: no padding.
    pub padding_granularity: u16,
    /// Records that we protect carry at most so much content, whatever the peer says. A client asks the peer for the same by
    /// `max_fragment_length` (RFC 6066 section 4). A server takes any that a client asks for.
    pub max_fragment_length: Option<MaxFragmentLength>,
    /// The longest inner plaintext that we take, 64 to 2^14 + 1 bytes, for `record_size_limit` (RFC 8449). Without it a
    /// client does not send the extension; a server answers a client's with 2^14 + 1.
    pub record_size_limit: Option<u16>,
    /// Client: pad a ClientHello of 256 to 511 bytes to 512 (RFC 7685).
    pub hello_padding: bool,
    /// Send values that mean nothing among those that do (RFC 8701).
    pub grease: bool,
    /// Server: when to leave what is to be remembered with the client.
    pub stateless_retry: StatelessRetry,
    /// Server: what cookies are authenticated with, if there is any.
    pub cookie_key: Option<Arc<CookieKey>>,
    /// Server: follow our own order of suites (otherwise the client's).
    pub prefer_own_suites: bool,
    /// Debug lines up to this level become events; 0: none.
    pub debug_level: u8,
    /// How keys may come about.
    pub key_exchange_modes: KeyExchangeModes,
    /// Server: how many tickets follow a handshake; 0: none.
    pub tickets: u16,
    /// Server: the application has ticket keys, so [`super::want::Ask::ParseTicket`] may be asked.
    pub parses_tickets: bool,
    /// Server: the application has pre-shared keys, so [`super::want::Ask::FindPsk`] may be asked.
    pub finds_psks: bool,
    /// Client: a read stops with [`super::want::Want::NewSessionTicket`] when a ticket has come.
    pub signal_tickets: bool,
    /// Client: send early data where the ticket allows it; server: take it (RFC 8446 section 4.2.10).
    pub early_data: bool,
    /// Server: how many bytes of early data go with a ticket.
    pub max_early_data: u32,
    /// Server: who knows early data that comes a second time.
    pub replays: Replays,
    /// Server: by how many milliseconds early data may come sooner or later than the age of its ticket says.
    pub replay_window: u32,
    /// What counts in TLS 1.2 alone.
    pub tls12: Options12,
}

/// What counts in TLS 1.2 alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options12 {
    /// Bind the master secret to the handshake where the peer can (RFC 7627).
    pub extended_master_secret: bool,
    /// Encrypt, then authenticate, where the peer can (RFC 7366). Suites with CBC are used in no other way.
    pub encrypt_then_mac: bool,
    /// Client: ask for tickets, and send one (RFC 5077).
    pub tickets: bool,
    /// Server: the application has a cache of sessions, so [`super::want::Ask::FindSession`] and
    /// [`super::want::Ask::KeepSession`] may be asked.
    pub caches_sessions: bool,
    /// A handshake may follow the first (RFC 5746), if the peer asks for one or the application does.
    pub renegotiation: bool,
    /// What is done about a peer that does not know of RFC 5746.
    pub legacy_peer: LegacyPeer,
    /// Server: how many records may come before a client that was asked to renegotiate does; `None`: any number.
    pub renegotiation_records: Option<u32>,
    /// After so many records, received or sent, the application is to renegotiate by itself (the first eight bytes of the record
    /// counter, as a number).
    pub renegotiation_period: u64,
}

impl Default for Options12 {
    fn default() -> Self {
        Self::new()
    }
}

impl Options12 {
    /// The defaults: all that makes a handshake safer, and one handshake per connection.
    pub const fn new() -> Self {
        Self {
            extended_master_secret: true,
            encrypt_then_mac: true,
            tickets: true,
            caches_sessions: false,
            renegotiation: false,
            legacy_peer: LegacyPeer::NoRenegotiation,
            renegotiation_records: Some(16),
            renegotiation_period: u64::MAX,
        }
    }
}

/// What is done about a peer that does not know of RFC 5746. Legacy renegotiation is never done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegacyPeer {
    /// One handshake with it, no more.
    NoRenegotiation,
    /// No handshake with it.
    Refused,
}

impl Config {
    /// The version may be negotiated: it lies between the lowest and the highest, and this library was built with it.
    pub fn allows(&self, version: ProtocolVersion) -> bool {
        const BUILT: [(ProtocolVersion, bool); 2] = [
            (ProtocolVersion::TLS1_3, cfg!(feature = "tls13")),
            (ProtocolVersion::TLS1_2, cfg!(feature = "tls12")),
        ];
        BUILT.contains(&(version, true)) && (self.min_version..=self.max_version).contains(&version)
    }

    /// Nothing but the side: lists are empty, extras are off.
    pub const fn new(side: Side) -> Self {
        Self {
            side,
            min_version: ProtocolVersion::TLS1_3,
            max_version: ProtocolVersion::TLS1_3,
            suites: Vec::new(),
            groups: Vec::new(),
            signature_schemes: Vec::new(),
            certificate_signature_schemes: Vec::new(),
            alpn_protocols: Vec::new(),
            authorities: Vec::new(),
            post_handshake_auth: false,
            certificates: CertificateOptions::new(),
            middlebox_compatibility: cfg!(feature = "tls13-compatibility-mode"),
            padding_granularity: 0,
            max_fragment_length: None,
            record_size_limit: None,
            hello_padding: false,
            grease: false,
            stateless_retry: StatelessRetry::Off,
            cookie_key: None,
            prefer_own_suites: false,
            debug_level: 0,
            key_exchange_modes: KeyExchangeModes::ALL,
            tickets: 0,
            parses_tickets: false,
            finds_psks: false,
            signal_tickets: false,
            early_data: false,
            max_early_data: 0,
            replays: Replays::Refused,
            replay_window: freshness::DEFAULT_WINDOW,
            tls12: Options12::new(),
        }
    }
}

/// What one connection has of its own.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Client: the name for `server_name` (RFC 6066 section 3), as an ASCII DNS name; IP addresses are not sent.
    pub server_name: Option<String>,
    /// Make [`super::want::Event::Secret`] events.
    pub export_secrets: bool,
    /// Client: the session to resume.
    pub resumption: Option<Arc<Resumption>>,
    /// Client: pre-shared keys to offer, after the ticket.
    pub psks: Vec<ExternalPsk>,
}
