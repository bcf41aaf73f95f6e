//! Pre-shared keys: what outlives a handshake so that a later one can rest on it, and keys from elsewhere.

use zeroize::Zeroizing;

use super::wire::codes::{CipherSuite, MaxFragmentLength, ProtocolVersion};
use crate::crypto::{hash::HashAlgorithm, hkdf::Secret};

/// The ways in which the keys of a connection may come about (RFC 8446 section 2, `psk_key_exchange_modes` section 4.2.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyExchangeModes {
    /// (EC)DHE with certificates.
    pub ephemeral: bool,
    /// `psk_dhe_ke`: a pre-shared key with (EC)DHE.
    pub psk_ephemeral: bool,
    /// `psk_ke`: a pre-shared key alone, without forward secrecy.
    pub psk: bool,
}

impl KeyExchangeModes {
    /// Every mode that this library was built with.
    pub const ALL: Self = Self {
        ephemeral: cfg!(feature = "tls13-ephemeral"),
        psk_ephemeral: cfg!(feature = "tls13-psk-ephemeral"),
        psk: cfg!(feature = "tls13-psk"),
    };

    /// Those of them that this library was built with.
    pub const fn built(self) -> Self {
        Self {
            ephemeral: self.ephemeral && Self::ALL.ephemeral,
            psk_ephemeral: self.psk_ephemeral && Self::ALL.psk_ephemeral,
            psk: self.psk && Self::ALL.psk,
        }
    }

    /// Some mode has a pre-shared key in it.
    pub const fn any_psk(self) -> bool {
        self.psk || self.psk_ephemeral
    }
}

/// The longest that a ticket may be used, in seconds: seven days (RFC 8446 section 4.6.1).
pub const MAX_LIFETIME: u32 = 604_800;

/// A key that both sides were given by other means.
#[derive(Clone, Debug)]
pub struct ExternalPsk {
    /// What it is called on the wire (`PskIdentity.identity`).
    pub identity: Vec<u8>,
    /// The key, any length but 0.
    pub secret: Zeroizing<Vec<u8>>,
    /// The hash it is used with (RFC 8446 section 4.2.11: SHA-256 unless something else is agreed).
    pub hash: HashAlgorithm,
}

/// What a ticket stands for, on the side that made it and on the side that got it (RFC 8446 section 4.6.1). In TLS 1.2 also what
/// a session identifier stands for (RFC 5246 section 7.3).
#[derive(Clone, Debug)]
pub struct Session {
    /// The suite of the connection that the ticket was made on; its hash is the key's.
    pub suite: CipherSuite,
    /// The pre-shared key:
    /// `HKDF-Expand-Label(resumption_master_secret, "resumption", ticket_nonce, Hash.length)`. In TLS 1.2 the master secret, 48
    /// bytes.
    pub secret: Secret,
    /// `ticket_age_add`
    pub age_add: u32,
    /// `ticket_lifetime`, in seconds; at most 604800.
    pub lifetime: u32,
    /// When the ticket was made (server) or came (client), in milliseconds since 1970 by the own clock.
    pub created: u64,
    /// How many bytes of early data go with the ticket; 0: none.
    pub max_early_data: u32,
    /// The modes in which the ticket may be used (`ephemeral` means nothing here).
    pub modes: KeyExchangeModes,
    /// The application protocol of the connection: early data is for that one only (section 4.2.10).
    pub alpn_protocol: Option<Vec<u8>>,
    /// The name the client asked for. Both sides resume under it only.
    pub server_name: Option<String>,
    /// What a session of TLS 1.2 has besides; `None`: it is one of TLS 1.3. Each is resumed in its own version only.
    pub tls12: Option<Session12>,
}

impl Session {
    /// The version of the connection that it was made on.
    pub const fn version(&self) -> ProtocolVersion {
        match self.tls12 {
            Some(_) => ProtocolVersion::TLS1_2,
            None => ProtocolVersion::TLS1_3,
        }
    }
}

/// What a session of TLS 1.2 has besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session12 {
    /// The master secret is bound to its handshake (RFC 7627); a session is never resumed across a change of that (section 5.3).
    pub extended_master_secret: bool,
    /// Its records are encrypted, then authenticated (RFC 7366).
    pub encrypt_then_mac: bool,
    /// `max_fragment_length` as it was negotiated (RFC 6066 section 4: it stays for resumed sessions).
    pub max_fragment_length: Option<MaxFragmentLength>,
}

/// A client's ticket with what it stands for.
#[derive(Clone, Debug)]
pub struct Resumption {
    /// What it stands for.
    pub session: Session,
    /// `ticket`, what the server knows it by. In TLS 1.2 it may be empty: then the identifier says it.
    pub ticket: Vec<u8>,
    /// TLS 1.2: `session_id`, at most 32 bytes, what the server knows it by if there is no ticket.
    pub session_id: Vec<u8>,
}

/// A server's ticket, as the application (or the ticket keys) made it.
#[derive(Clone, Debug)]
pub struct NewTicket {
    /// The bytes on the wire, not empty.
    pub ticket: Vec<u8>,
    /// In seconds; more than 604800 is cut to that.
    pub lifetime: u32,
}

/// The key that a handshake rests on, once it is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PskKind {
    /// One given by other means.
    External,
    /// That of a ticket: the connection is resumed.
    Resumption,
}
