//! Early data (0-RTT): how far it has got on a connection, and what a server does against replays.
//!
//! Who has seen a client's first flight can send it again, and the server's answer is not yet in it: early data may come
//! twice (RFC 8446 section 8). A server takes it only if it was sent just now ([`freshness`]) and was not here before
//! ([`replay`]).

#[cfg(feature = "early-data")]
pub mod freshness;
#[cfg(not(feature = "early-data"))]
#[path = "early_data/freshness/without.rs"]
pub mod freshness;
#[cfg(feature = "early-data")]
pub mod replay;
#[cfg(not(feature = "early-data"))]
#[path = "early_data/replay/without.rs"]
pub mod replay;

use std::sync::Arc;

use self::replay::ReplayStore;

/// How far early data has got on a connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EarlyData {
    /// The first ClientHello is not written or read yet.
    #[default]
    Undecided,
    /// The client does not offer any.
    NotOffered,
    /// Client: the ClientHello offers it; the keys for it are not in use yet.
    Offered,
    /// Client: it may be written; the server has not said what it thinks of it.
    Open,
    /// The server takes it. A client may still write some, until it has the server's Finished.
    Accepted,
    /// The server does not take it. What was written is lost and may be sent again once the handshake is over.
    Rejected,
    /// The server took it, and no more may come.
    Ended,
}

impl EarlyData {
    /// Client: early data may be written now, if the ticket allows any more.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Accepted)
    }
}

/// Who remembers the early data that a server has taken.
#[derive(Clone, Debug, Default)]
pub enum Replays {
    /// Nobody: only its freshness is looked at, and within the window it may come again and again.
    NotRecorded,
    /// Nobody can: early data is never taken.
    #[default]
    Refused,
    /// This store.
    Store(Arc<ReplayStore>),
    /// The application, by [`Ask::CheckReplay`](super::want::Ask::CheckReplay).
    Application,
}
